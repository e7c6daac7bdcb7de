/* dz-ledger-columns.c - the columns of the 整改台账
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-ledger-columns.h"

#include "dz-spoken.h"
#include "dz-tip.h"

#include <glib/gi18n-lib.h>

struct _DzLedgerItem
{
  GObject parent_instance;

  DzLedgerTable *ledger;
  guint n;
  gboolean overdue;
};

G_DEFINE_FINAL_TYPE (DzLedgerItem, dz_ledger_item, G_TYPE_OBJECT)

typedef enum { COLUMN_WHO, COLUMN_PROBLEM, COLUMN_CODE, COLUMN_TERM, COLUMN_STATE, COLUMN_ADMISSION, N_COLUMNS } Column;

/* Characters a label has at least and asks for at most: 0 where it is never cut. The problem takes what is left. */
static const struct
{
  int least;
  int most;
} characters[N_COLUMNS] = { { 5, 8 }, { 12, -1 }, { 6, 12 }, { 0, -1 }, { 0, -1 }, { 0, -1 } };

static void
dz_ledger_item_finalize (GObject *object)
{
  g_clear_pointer (&DZ_LEDGER_ITEM (object)->ledger, dz_ledger_table_unref);

  G_OBJECT_CLASS (dz_ledger_item_parent_class)->finalize (object);
}

static void
dz_ledger_item_class_init (DzLedgerItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dz_ledger_item_finalize;
}

static void
dz_ledger_item_init (DzLedgerItem *self)
{
}

/**
 * dz_ledger_item_new:
 *
 * Returns: (transfer full): the @n-th row
 */
DzLedgerItem *
dz_ledger_item_new (DzLedgerTable *ledger,
                    guint          n,
                    gboolean       overdue)
{
  DzLedgerItem *self = g_object_new (DZ_TYPE_LEDGER_ITEM, NULL);

  self->ledger = dz_ledger_table_ref (ledger);
  self->n = n;
  self->overdue = overdue;

  return self;
}

/**
 * dz_ledger_item_get:
 *
 * Returns: (transfer none): the row, as long as the item lives
 */
const DzLedgerRow *
dz_ledger_item_get (DzLedgerItem *self)
{
  return dz_ledger_table_get (self->ledger, self->n);
}

static const char *
get_state_class (DzLedgerState state)
{
  switch (state)
    {
    case DZ_LEDGER_OPEN: return "error";
    case DZ_LEDGER_UNDER_WAY: return "warning";
    case DZ_LEDGER_LASTING: return "plain";
    case DZ_LEDGER_DONE:
    default: return "good";
    }
}

/* The day, or the paper's own words where they name none; what is over is said. */
static char *
dup_term (DzLedgerItem *item)
{
  const DzLedgerEntry *entry = dz_ledger_item_get (item)->entry;
  const char *term = entry->deadline != NULL ? entry->deadline : entry->term;

  if (item->overdue)
    return g_strdup_printf (_("%s, overdue"), term);

  return g_strdup (term != NULL ? term : "—");
}

/* Lines of the paper are one line of the row. */
static char *
dup_line (const char *words)
{
  char *line = g_strdup (words);

  return g_strdelimit (line, "\n\t", ' ');
}

static char *
dup_words (DzLedgerItem *item,
           Column        column)
{
  const DzLedgerRow *row = dz_ledger_item_get (item);

  switch (column)
    {
    case COLUMN_WHO: return g_strdup (dz_ledger_row_get_who (row));
    case COLUMN_PROBLEM: return dup_line (row->entry->problem);
    case COLUMN_CODE: return g_strdup (row->code != NULL ? row->code->name : "—");
    case COLUMN_TERM: return dup_term (item);
    case COLUMN_STATE: return g_strdup (dz_ledger_state_get_name (row->entry->state));
    case COLUMN_ADMISSION:
    case N_COLUMNS:
    default: return dz_ledger_row_dup_admission (row);
    }
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  Column column = (Column) GPOINTER_TO_INT (user_data);
  GtkWidget *cell = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (cell), 0);
  if (characters[column].least > 0)
    {
      gtk_label_set_ellipsize (GTK_LABEL (cell), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (cell), characters[column].least);
      gtk_label_set_max_width_chars (GTK_LABEL (cell), characters[column].most);
    }
  if (column == COLUMN_CODE)
    gtk_widget_add_css_class (cell, "dz-secondary");
  if (column == COLUMN_STATE)
    {
      gtk_widget_set_halign (cell, GTK_ALIGN_START);
      gtk_widget_set_valign (cell, GTK_ALIGN_CENTER);
    }
  gtk_list_item_set_child (item, cell);
}

/* The row is called by all it says. */
static void
name_row (GtkWidget    *cell,
          DzLedgerItem *item)
{
  GtkWidget *frame = gtk_widget_get_parent (cell);
  GtkWidget *row = frame != NULL ? gtk_widget_get_parent (frame) : NULL;
  g_autoptr(GString) words = g_string_new (NULL);

  for (int i = 0; i < N_COLUMNS; i++)
    {
      g_autofree char *one = dup_words (item, (Column) i);

      g_string_append_printf (words, "%s%s", i > 0 ? "，" : "", one);
    }
  if (row != NULL)
    dz_spoken_set_name (row, words->str);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         gpointer                  user_data)
{
  Column column = (Column) GPOINTER_TO_INT (user_data);
  GtkWidget *cell = gtk_list_item_get_child (list_item);
  DzLedgerItem *item = gtk_list_item_get_item (list_item);
  g_autofree char *words = dup_words (item, column);

  gtk_label_set_label (GTK_LABEL (cell), words);
  if (column == COLUMN_STATE)
    {
      const char *classes[] = { "dz-pill", get_state_class (dz_ledger_item_get (item)->entry->state), NULL };

      gtk_widget_set_css_classes (cell, classes);
    }
  else if (column == COLUMN_TERM)
    {
      const char *classes[] = { item->overdue ? "dz-warning-text" : "dz-plain-text", NULL };

      gtk_widget_set_css_classes (cell, classes);
    }
  if (column == COLUMN_PROBLEM)
    dz_tip_set (cell, dz_ledger_item_get (item)->entry->problem);
  else if (column == COLUMN_CODE || column == COLUMN_WHO)
    dz_tip_set (cell, words);
  if (column == COLUMN_WHO)
    name_row (cell, item);
}

/**
 * dz_ledger_columns_add:
 * @table: is to show #DzLedgerItem
 */
void
dz_ledger_columns_add (GtkColumnView *table)
{
  const char *titles[N_COLUMNS] = { _("Body"), _("Problem"), _("Kind of weakness"), _("Until"), _("State"), _("Own report") };

  for (int i = 0; i < N_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      GtkColumnViewColumn *column;

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GINT_TO_POINTER (i));
      column = gtk_column_view_column_new (titles[i], factory);
      gtk_column_view_column_set_expand (column, i == COLUMN_PROBLEM);
      gtk_column_view_append_column (table, column);
      g_object_unref (column);
    }
}

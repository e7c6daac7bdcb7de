/* dz-ledger-columns.c - the columns of the 整改台账
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-ledger-columns.h"

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

typedef enum { COLUMN_WHO, COLUMN_YEAR, COLUMN_PROBLEM, COLUMN_CODE, COLUMN_TERM, COLUMN_STATE, COLUMN_ADMISSION, N_COLUMNS } Column;

/* The problem and its kind share what is left. */
static const DzRowColumn columns[N_COLUMNS] = {
  { N_("Body"), DZ_COLUMN_WORDS, PANGO_ELLIPSIZE_END, 7, 10, FALSE },
  { N_("Year"), DZ_COLUMN_SECONDARY, PANGO_ELLIPSIZE_NONE, 0, -1, FALSE },
  { N_("Problem"), DZ_COLUMN_WORDS, PANGO_ELLIPSIZE_END, 12, -1, TRUE },
  { N_("Kind of weakness"), DZ_COLUMN_SECONDARY, PANGO_ELLIPSIZE_END, 6, 24, TRUE },
  { N_("Until"), DZ_COLUMN_WORDS, PANGO_ELLIPSIZE_NONE, 0, -1, FALSE },
  { N_("State"), DZ_COLUMN_PILL, PANGO_ELLIPSIZE_NONE, 0, -1, FALSE },
  { N_("Own report"), DZ_COLUMN_WORDS, PANGO_ELLIPSIZE_NONE, 0, -1, FALSE },
};

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
dup_words (gpointer item,
           guint    column)
{
  const DzLedgerRow *row = dz_ledger_item_get (item);

  switch ((Column) column)
    {
    case COLUMN_WHO: return g_strdup (dz_ledger_row_get_who (row));
    case COLUMN_YEAR: return g_strdup_printf ("%d", row->entry->year);
    case COLUMN_PROBLEM: return dup_line (row->entry->problem);
    case COLUMN_CODE: return g_strdup (row->code != NULL ? row->code->name : "—");
    case COLUMN_TERM: return dup_term (item);
    case COLUMN_STATE: return g_strdup (dz_ledger_state_get_name (row->entry->state));
    case COLUMN_ADMISSION:
    case N_COLUMNS:
    default: return dz_ledger_row_dup_admission (row);
    }
}

static char *
dup_name (gpointer item)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      g_autofree char *one = NULL;

      if (i == COLUMN_YEAR && !dz_ledger_table_has_years (DZ_LEDGER_ITEM (item)->ledger))
        continue;
      one = dup_words (item, i);

      g_string_append_printf (words, "%s%s", i > 0 ? "，" : "", one);
    }

  return g_string_free (words, FALSE);
}

static void
dress (gpointer    item,
       guint       column,
       GtkWidget  *cell,
       const char *words)
{
  const DzLedgerEntry *entry = dz_ledger_item_get (item)->entry;

  if (column == COLUMN_STATE)
    {
      const char *classes[] = { "dz-pill", get_state_class (entry->state), NULL };

      gtk_widget_set_css_classes (cell, classes);
    }
  else if (column == COLUMN_TERM)
    {
      const char *classes[] = { DZ_LEDGER_ITEM (item)->overdue ? "dz-warning-text" : "dz-plain-text", NULL };

      gtk_widget_set_css_classes (cell, classes);
    }
  else if (column == COLUMN_PROBLEM)
    dz_tip_set (cell, entry->problem);
  else if (column == COLUMN_CODE || column == COLUMN_WHO)
    dz_tip_set (cell, words);
}

static gboolean
is_same (gpointer item,
         gpointer other)
{
  return dz_ledger_item_get (item)->entry->id == dz_ledger_item_get (other)->entry->id;
}

static void
renew (gpointer item,
       gpointer from)
{
  DzLedgerItem *self = item;
  DzLedgerItem *other = from;
  DzLedgerTable *was = self->ledger;

  self->ledger = dz_ledger_table_ref (other->ledger);
  self->n = other->n;
  self->overdue = other->overdue;
  dz_ledger_table_unref (was);
}

/**
 * dz_ledger_columns_tell_years:
 * @table: of dz_ledger_columns
 *
 * The year of each problem has a column only where they are not all of the year on screen.
 */
void
dz_ledger_columns_tell_years (GtkColumnView *table,
                              gboolean       tell)
{
  g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (table), COLUMN_YEAR);

  if (gtk_column_view_column_get_visible (column) != tell)
    gtk_column_view_column_set_visible (column, tell);
}

/* A table of #DzLedgerItem. */
const DzRowTableKind dz_ledger_columns = { dz_ledger_item_get_type, columns, N_COLUMNS, dup_words, dress, dup_name, is_same, renew };

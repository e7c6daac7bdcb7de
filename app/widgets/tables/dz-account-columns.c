/* dz-account-columns.c - the columns of 对账
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-account-columns.h"

#include "dz-format.h"
#include "dz-spoken.h"
#include "dz-tip.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _DzAccountRow
{
  GObject parent_instance;

  DzReconciliation *accounts;
  guint n;
};

G_DEFINE_FINAL_TYPE (DzAccountRow, dz_account_row, G_TYPE_OBJECT)

typedef enum { COLUMN_BODY, COLUMN_INDICATOR, COLUMN_REPORT, COLUMN_TABLE, COLUMN_DIFFERENCE, COLUMN_STATE, COLUMN_SOURCE, N_COLUMNS } Column;

/* Characters a label has at least and asks for at most: 0 where it is never cut. The name of the indicator has what
 * it needs before the source, which takes what is left, has more than its least. */
static const struct
{
  int least;
  int most;
} characters[N_COLUMNS] = { { 5, 8 }, { 14, -1 }, { 0, -1 }, { 0, -1 }, { 0, -1 }, { 0, -1 }, { 4, 6 } };

static void
dz_account_row_finalize (GObject *object)
{
  g_clear_pointer (&DZ_ACCOUNT_ROW (object)->accounts, dz_reconciliation_unref);

  G_OBJECT_CLASS (dz_account_row_parent_class)->finalize (object);
}

static void
dz_account_row_class_init (DzAccountRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dz_account_row_finalize;
}

static void
dz_account_row_init (DzAccountRow *self)
{
}

/**
 * dz_account_row_new:
 *
 * Returns: (transfer full): the @n-th account
 */
DzAccountRow *
dz_account_row_new (DzReconciliation *accounts,
                    guint             n)
{
  DzAccountRow *self = g_object_new (DZ_TYPE_ACCOUNT_ROW, NULL);

  self->accounts = dz_reconciliation_ref (accounts);
  self->n = n;

  return self;
}

/**
 * dz_account_row_get:
 *
 * Returns: (transfer none): the account, as long as the row lives
 */
const DzAccount *
dz_account_row_get (DzAccountRow *self)
{
  return dz_reconciliation_get (self->accounts, self->n);
}

static const char *
get_state_class (DzAccountState state)
{
  switch (state)
    {
    case DZ_ACCOUNT_DIFFERENT: return "error";
    case DZ_ACCOUNT_UNSURE: return "warning";
    case DZ_ACCOUNT_UNREPORTED:
    case DZ_ACCOUNT_NO_REPORT: return "plain";
    case DZ_ACCOUNT_WITHIN:
    case DZ_ACCOUNT_SAME:
    default: return "good";
    }
}

static char *
dup_words (const DzAccount *account,
           Column           column)
{
  switch (column)
    {
    case COLUMN_BODY: return g_strdup (account->body->name);
    case COLUMN_INDICATOR:
      return account->entry->unit != NULL ? g_strdup_printf ("%s（%s）", account->entry->name, account->entry->unit)
                                          : g_strdup (account->entry->name);
    case COLUMN_REPORT: return dz_figure_cell_to_string (&account->cell);
    case COLUMN_TABLE: return dz_format_number (account->value->value);
    case COLUMN_DIFFERENCE:
      return isnan (account->difference) || fabs (account->difference) < 1e-6 ? g_strdup ("")
                                                                             : dz_format_signed (account->difference);
    case COLUMN_STATE: return g_strdup (dz_account_state_get_name (account->state));
    case COLUMN_SOURCE:
    case N_COLUMNS:
    default: return dz_county_table_dup_source (account->table, account->value);
    }
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  Column column = (Column) GPOINTER_TO_INT (user_data);
  GtkWidget *cell = gtk_label_new (NULL);
  gboolean number = column == COLUMN_REPORT || column == COLUMN_TABLE || column == COLUMN_DIFFERENCE;

  gtk_label_set_xalign (GTK_LABEL (cell), number ? 1 : 0);
  if (characters[column].least > 0)
    {
      gtk_label_set_ellipsize (GTK_LABEL (cell), column == COLUMN_SOURCE ? PANGO_ELLIPSIZE_MIDDLE : PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (cell), characters[column].least);
      gtk_label_set_max_width_chars (GTK_LABEL (cell), characters[column].most);
    }
  if (number)
    gtk_widget_add_css_class (cell, "dz-number");
  if (column == COLUMN_SOURCE)
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
name_row (GtkWidget       *cell,
          const DzAccount *account)
{
  GtkWidget *frame = gtk_widget_get_parent (cell);
  GtkWidget *row = frame != NULL ? gtk_widget_get_parent (frame) : NULL;
  g_autofree char *both = dz_account_dup_words (account);
  const char *reason = dz_account_get_reason (account);
  g_autofree char *words = g_strdup_printf ("%s，%s，%s%s%s", account->body->name, both,
                                            dz_account_state_get_name (account->state), reason != NULL ? "，" : "",
                                            reason != NULL ? reason : "");

  if (row != NULL)
    dz_spoken_set_name (row, words);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  Column column = (Column) GPOINTER_TO_INT (user_data);
  GtkWidget *cell = gtk_list_item_get_child (item);
  const DzAccount *account = dz_account_row_get (gtk_list_item_get_item (item));
  g_autofree char *words = dup_words (account, column);

  gtk_label_set_label (GTK_LABEL (cell), words);
  if (column == COLUMN_STATE)
    {
      const char *classes[] = { "dz-pill", get_state_class (account->state), NULL };

      gtk_widget_set_css_classes (cell, classes);
      dz_tip_set (cell, dz_account_get_reason (account));
    }
  else if (column == COLUMN_SOURCE)
    {
      g_autofree char *tip = g_strdup_printf ("%s：%s", words, account->value->head != NULL ? account->value->head : "");

      dz_tip_set (cell, tip);
    }
  else if (column == COLUMN_INDICATOR)
    dz_tip_set (cell, words);
  if (column == COLUMN_BODY)
    name_row (cell, account);
}

/**
 * dz_account_columns_add:
 * @table: is to show #DzAccountRow
 */
void
dz_account_columns_add (GtkColumnView *table)
{
  const char *titles[N_COLUMNS] = { _("Body"), _("Indicator"), _("Report"), _("County table"), _("Difference"),
                                    _("Outcome"), _("Where in the tables") };

  for (int i = 0; i < N_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      GtkColumnViewColumn *column;

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GINT_TO_POINTER (i));
      column = gtk_column_view_column_new (titles[i], factory);
      gtk_column_view_column_set_expand (column, i == COLUMN_SOURCE);
      gtk_column_view_append_column (table, column);
      g_object_unref (column);
    }
}

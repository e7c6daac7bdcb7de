/* dz-account-columns.c - the columns of 对账
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-account-columns.h"

#include "dz-format.h"
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

/* The name of the indicator has what it needs before the source, which takes what is left, has more than its least. */
static const DzRowColumn columns[N_COLUMNS] = {
  { N_("Body"), DZ_COLUMN_WORDS, PANGO_ELLIPSIZE_END, 7, 10, FALSE },
  { N_("Indicator"), DZ_COLUMN_WORDS, PANGO_ELLIPSIZE_MIDDLE, 14, -1, FALSE }, /* its unit stands last */
  { N_("Report"), DZ_COLUMN_NUMBER, PANGO_ELLIPSIZE_NONE, 0, -1, FALSE },
  { N_("County table"), DZ_COLUMN_NUMBER, PANGO_ELLIPSIZE_NONE, 0, -1, FALSE },
  { N_("Difference"), DZ_COLUMN_NUMBER, PANGO_ELLIPSIZE_NONE, 0, -1, FALSE },
  { N_("Outcome"), DZ_COLUMN_PILL, PANGO_ELLIPSIZE_NONE, 0, -1, FALSE },
  { N_("Where in the tables"), DZ_COLUMN_SECONDARY, PANGO_ELLIPSIZE_MIDDLE, 4, 6, TRUE },
};

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
dup_words (gpointer item,
           guint    column)
{
  const DzAccount *account = dz_account_row_get (item);

  switch ((Column) column)
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

static char *
dup_name (gpointer item)
{
  const DzAccount *account = dz_account_row_get (item);
  g_autofree char *both = dz_account_dup_words (account);
  const char *reason = dz_account_get_reason (account);

  return g_strdup_printf ("%s，%s，%s%s%s", account->body->name, both, dz_account_state_get_name (account->state),
                          reason != NULL ? "，" : "", reason != NULL ? reason : "");
}

static void
dress (gpointer    item,
       guint       column,
       GtkWidget  *cell,
       const char *words)
{
  const DzAccount *account = dz_account_row_get (item);

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
}

static gboolean
is_same (gpointer item,
         gpointer other)
{
  const DzAccount *one = dz_account_row_get (item);
  const DzAccount *two = dz_account_row_get (other);

  return one->body->id == two->body->id && g_str_equal (one->entry->id, two->entry->id);
}

static void
renew (gpointer item,
       gpointer from)
{
  DzAccountRow *self = item;
  DzAccountRow *other = from;
  DzReconciliation *was = self->accounts;

  self->accounts = dz_reconciliation_ref (other->accounts);
  self->n = other->n;
  dz_reconciliation_unref (was);
}

/* A table of #DzAccountRow. */
const DzRowTableKind dz_account_columns = { dz_account_row_get_type, columns, N_COLUMNS, dup_words, dress, dup_name, is_same, renew };

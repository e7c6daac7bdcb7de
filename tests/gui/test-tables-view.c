/* test-tables-view.c - 对账: the names of a body and of an indicator are read whole before the place in
 * the tables is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-account-columns.h"
#include "dz-format.h"
#include "dz-gui-test.h"
#include "dz-test-review.h"

/* Labels whose words are cut, of those with @words. */
static guint
count_cut (GtkWidget  *from,
           const char *words,
           guint      *n_seen)
{
  guint n = 0;

  if (GTK_IS_LABEL (from) && gtk_widget_get_mapped (from) && strstr (gtk_label_get_text (GTK_LABEL (from)), words) != NULL)
    {
      (*n_seen)++;
      return pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (from)));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_cut (child, words, n_seen);

  return n;
}

static DzReconciliation *
make_accounts (void)
{
  g_autoptr(DzCodebook) codebook = test_codebook ();
  g_autoptr(DzReview) review = dz_review_new ();
  DzBody *body = test_add_body (review, "枫梧畲族乡");
  DzCountyTable *table = dz_county_table_new ("各乡镇（街道）人民调解委员会工作情况统计汇总.xlsx", "全年各季度", "汇总", NULL);
  const DzEntry *entry;
  DzCountyValue one;

  entry = dz_codebook_find (codebook, DZ_ENTRY_INDICATOR, "disputes_mediated");
  g_assert_nonnull (entry);
  test_add_report (review, body, 2024, DZ_KIND_ANNUAL_REPORT, "调处矛盾纠纷806件。");
  one = (DzCountyValue){ body->id, 2024, entry->id, 1234567.25, TRUE, "调处矛盾纠纷（件）", "D7" };
  g_array_append_val (table->values, one);
  g_ptr_array_add (review->tables, table);

  return dz_reconciliation_new (review, codebook, 2024, NULL);
}

static void
test_names_are_whole (void)
{
  static const int widths[] = { 800, 880, 1150 };
  DzReconciliation *accounts = make_accounts ();
  g_autoptr(DzAccountRow) row = NULL;
  g_autofree char *number = dz_format_number (1234567.25);

  g_assert_cmpuint (dz_reconciliation_get_n (accounts), ==, 1);
  row = dz_account_row_new (accounts, 0);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      GtkWidget *table = GTK_WIDGET (dz_row_table_new (&dz_account_columns, "对账"));
      GtkWidget *scroll = gtk_scrolled_window_new ();
      GtkWidget *window = gtk_window_new ();
      guint n_seen = 0;

      g_list_store_append (dz_row_table_get_rows (GTK_COLUMN_VIEW (table)), row);
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), table);
      gtk_window_set_child (GTK_WINDOW (window), scroll);
      gtk_window_set_default_size (GTK_WINDOW (window), widths[i], 300);
      gtk_window_present (GTK_WINDOW (window));
      gui_test_spin ();
      g_assert_cmpuint (count_cut (table, "枫梧畲族乡", &n_seen), ==, 0);
      g_assert_cmpuint (count_cut (table, dz_account_row_get (row)->entry->name, &n_seen), ==, 0);
      g_assert_cmpuint (count_cut (table, number, &n_seen), ==, 0);
      g_assert_cmpuint (n_seen, >=, 3);
      gtk_window_destroy (GTK_WINDOW (window));
    }
  dz_reconciliation_unref (accounts);
}

static GtkLabel *
find_label (GtkWidget  *from,
            const char *words)
{
  GtkLabel *found = NULL;

  if (GTK_IS_LABEL (from) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (from)), words))
    return GTK_LABEL (from);
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, words);

  return found;
}

/* Where letters are so large that a name has to be cut its unit, which stands last, is left to be read. */
static void
test_units_are_left (void)
{
  DzReconciliation *accounts = make_accounts ();
  g_autoptr(DzAccountRow) row = dz_account_row_new (accounts, 0);
  GtkWidget *table = GTK_WIDGET (dz_row_table_new (&dz_account_columns, "对账"));
  GtkWidget *window = gtk_window_new ();
  GtkLabel *label;

  g_list_store_append (dz_row_table_get_rows (GTK_COLUMN_VIEW (table)), row);
  gtk_window_set_child (GTK_WINDOW (window), table);
  gtk_window_present (GTK_WINDOW (window));
  gui_test_spin ();
  label = find_label (table, dz_account_row_get (row)->entry->name);
  g_assert_nonnull (label);
  g_assert_true (g_str_has_suffix (gtk_label_get_text (label), "（件）"));
  g_assert_cmpint (gtk_label_get_ellipsize (label), ==, PANGO_ELLIPSIZE_MIDDLE);
  gtk_window_destroy (GTK_WINDOW (window));
  dz_reconciliation_unref (accounts);
}

int
main (int   argc,
      char *argv[])
{
  if (!gui_test_init (&argc, &argv))
    return 0;
  g_test_add_func ("/tables-view/names-are-whole", test_names_are_whole);
  g_test_add_func ("/tables-view/units-are-left", test_units_are_left);

  return g_test_run ();
}

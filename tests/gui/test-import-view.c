/* test-import-view.c - 导入结果: what became of each file, worst first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-test-window.h"

#include "dz-import-row.h"
#include "dz-import-view.h"
#include "dz-import.h"

static GListModel *
get_rows (GtkWidget *view)
{
  GtkWidget *table = dz_test_find (view, GTK_TYPE_COLUMN_VIEW, NULL);

  return G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (table)));
}

static void
test_a_row_for_each_file (DzTestWindow  *self,
                          gconstpointer  data)
{
  GtkWidget *view = dz_test_find (GTK_WIDGET (self->window), DZ_TYPE_IMPORT_VIEW, NULL);

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.import-log", NULL);
  dz_test_wait_mapped (view);
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (view)), ==, 12);
  for (guint i = 0; i < g_list_model_get_n_items (get_rows (view)); i++)
    {
      g_autoptr(DzImportRow) row = g_list_model_get_item (get_rows (view), i);

      g_assert_cmpint (dz_import_row_get_record (row)->outcome, !=, DZ_OUTCOME_FAILED);
    }
}

static gboolean
is_shown (gpointer data)
{
  return gtk_widget_get_mapped (data);
}

/* A file nobody can read and one that is no report: the page opens by itself, the unreadable on top. */
static void
test_unreadable_on_top (DzTestWindow  *self,
                        gconstpointer  data)
{
  GtkWidget *view = dz_test_find (GTK_WIDGET (self->window), DZ_TYPE_IMPORT_VIEW, NULL);
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *broken = g_build_filename (folder, "坏文件.docx", NULL);
  const char *paths[] = { broken, NULL };
  g_autoptr(DzImportRow) row = NULL;

  g_assert_true (g_file_set_contents (broken, "PK\003\004 not an archive", -1, NULL));
  dz_window_import (self->window, paths);
  dz_test_wait (is_shown, view);
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (view)), ==, 1);
  row = g_list_model_get_item (get_rows (view), 0);
  g_assert_cmpint (dz_import_row_get_record (row)->outcome, ==, DZ_OUTCOME_FAILED);
  g_assert_nonnull (dz_test_find_mapped (view, GTK_TYPE_LABEL, "Unreadable"));
}

static gboolean
is_other_year (gpointer data)
{
  return dz_session_get_year (data) != 2024;
}

/* What came in is shown, in the year most of it tells of: one year somebody mistyped does not decide it. */
static void
test_year_of_what_came (DzTestWindow  *self,
                        gconstpointer  data)
{
  static const int years[] = { 2025, 2025, 2034 };
  static const char *const bodies[] = { "万榆镇", "槐堤镇", "苇洲镇" };
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s%d.txt", bodies[i], years[i]);
      g_autofree char *text = g_strdup_printf ("%s%d年法治政府建设工作总结\n一、工作情况\n调处矛盾纠纷31件。\n", bodies[i], years[i]);

      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
      g_assert_true (g_file_set_contents (g_ptr_array_index (paths, i), text, -1, NULL));
    }
  g_ptr_array_add (paths, NULL);
  g_assert_cmpint (dz_session_get_year (self->session), ==, 2024);
  dz_window_import (self->window, (const char *const *) paths->pdata);
  dz_test_wait (is_other_year, self->session);
  g_assert_nonnull (dz_test_find_report (self, "苇洲镇", 2034));
  g_assert_cmpint (dz_session_get_year (self->session), ==, 2025);
}

int
main (int   argc,
      char *argv[])
{
  if (!dz_test_window_init (&argc, &argv))
    return 0;

  DZ_TEST_ADD ("/widgets/import-view/a-row-for-each-file", test_a_row_for_each_file);
  DZ_TEST_ADD ("/widgets/import-view/unreadable-on-top", test_unreadable_on_top);
  DZ_TEST_ADD ("/widgets/import-view/year-of-what-came", test_year_of_what_came);

  return dz_test_window_run ();
}

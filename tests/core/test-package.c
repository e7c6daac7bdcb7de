/* test-package.c - a review and its originals in one file: all of it is there again, and what is lacking is told
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-error.h"
#include "dz-import.h"
#include "dz-package.h"
#include "dz-scratch.h"

#include <glib/gstdio.h>
#include <string.h>

#define FIRST "青禾镇2024年法治政府建设情况报告\n一、主要工作\n全年调处矛盾纠纷31件。\n"
#define SECOND "澜桥镇2024年法治政府建设情况报告\n一、主要工作\n全年调处矛盾纠纷45件。\n"

/* A review of two files that lie beside it. */
typedef struct
{
  DzScratch *scratch;
  char *first, *second, *package, *folder;
} Scene;

static Scene *
scene_new (void)
{
  Scene *self = g_new0 (Scene, 1);
  g_autoptr(GPtrArray) records = NULL;
  g_autoptr(GError) error = NULL;

  self->scratch = dz_scratch_new ();
  self->first = g_build_filename (self->scratch->folder, "甲.txt", NULL);
  self->second = g_build_filename (self->scratch->folder, "乙.txt", NULL);
  self->package = g_build_filename (self->scratch->folder, "移交.zip", NULL);
  self->folder = g_build_filename (self->scratch->folder, "移交", NULL);
  g_assert_true (g_file_set_contents (self->first, FIRST, -1, NULL));
  g_assert_true (g_file_set_contents (self->second, SECOND, -1, NULL));
  {
    const char *const paths[] = { self->first, self->second, NULL };

    records = dz_import_run (self->scratch->path, paths, NULL, NULL, NULL, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (records->len, ==, 2);
  }

  return self;
}

static void
scene_free (Scene *self)
{
  static const char *const names[] = { "原件/001 甲.txt", "原件/001 乙.txt", "原件/002 甲.txt", "原件/002 乙.txt", "原件",
                                       "清单.csv" };
  g_autofree char *base = g_path_get_basename (self->scratch->path);
  g_autofree char *review = g_build_filename (self->folder, base, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, names[i], NULL);

      g_remove (path);
    }
  g_remove (review);
  g_rmdir (self->folder);
  g_remove (self->package);
  g_remove (self->first);
  g_remove (self->second);
  dz_scratch_free (self->scratch);
  g_free (self->first);
  g_free (self->second);
  g_free (self->package);
  g_free (self->folder);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Scene, scene_free)

static char *
read_file (const char *folder,
           const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *contents = NULL;

  g_file_get_contents (path, &contents, NULL, NULL);

  return contents;
}

static void
test_there_and_back (void)
{
  g_autoptr(Scene) self = scene_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(DzStore) opened = NULL;
  g_autofree char *review = NULL, *before = NULL, *after = NULL, *list = NULL, *one = NULL, *two = NULL;
  DzPackaged packaged;

  g_assert_true (dz_store_set_note (self->scratch->store, 1, "已核", NULL));
  before = dz_scratch_dump (self->scratch->store);
  g_assert_true (dz_package_write (self->scratch->path, self->package, NULL, NULL, &packaged, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (packaged.kept, ==, 2);
  g_assert_cmpuint (packaged.changed + packaged.missing, ==, 0);

  review = dz_package_open (self->package, self->folder, &error);
  g_assert_no_error (error);
  opened = dz_store_open (review, &error);
  g_assert_no_error (error);
  after = dz_scratch_dump (opened);
  g_assert_cmpstr (after, ==, before);
  one = read_file (self->folder, "原件/001 甲.txt");
  two = read_file (self->folder, "原件/002 乙.txt");
  if (one == NULL)
    {
      one = read_file (self->folder, "原件/002 甲.txt");
      g_free (two);
      two = read_file (self->folder, "原件/001 乙.txt");
    }
  g_assert_cmpstr (one, ==, FIRST);
  g_assert_cmpstr (two, ==, SECOND);
  list = read_file (self->folder, "清单.csv");
  g_assert_nonnull (strstr (list, "青禾镇"));
  g_assert_nonnull (strstr (list, "已收入"));
}

/* One file was changed since it was read, the other is gone: neither is passed off as the original. */
static void
test_lacking (void)
{
  g_autoptr(Scene) self = scene_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *review = NULL, *list = NULL;
  DzPackaged packaged;

  g_assert_true (g_file_set_contents (self->first, FIRST "补充\n", -1, NULL));
  g_remove (self->second);
  g_assert_true (dz_package_write (self->scratch->path, self->package, NULL, NULL, &packaged, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (packaged.kept, ==, 0);
  g_assert_cmpuint (packaged.changed, ==, 1);
  g_assert_cmpuint (packaged.missing, ==, 1);
  review = dz_package_open (self->package, self->folder, &error);
  g_assert_no_error (error);
  list = read_file (self->folder, "清单.csv");
  g_assert_nonnull (strstr (list, "找不到原件"));
  g_assert_nonnull (strstr (list, "已不是读入时的内容"));
}

static void
append_long (GString    *text,
             const char *title)
{
  g_string_append_printf (text, "%s\n一、主要举措和成效\n", title);
  for (guint i = 0; i < 20; i++)
    g_string_append (text, "全年组织法治培训两次，调处矛盾纠纷三十件，开展宣传活动五场，发放资料六百份。\n");
}

static void
append_letter (GString    *mailbox,
               const char *words)
{
  g_autofree char *coded = g_base64_encode ((const guchar *) words, strlen (words));

  g_string_append_printf (mailbox,
                          "From a@example.org Mon Jan  6 10:00:00 2025\nFrom: a@example.org\nTo: b@example.org\nSubject: report\n"
                          "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"x\"\n\n--x\nContent-Type: text/plain\n\n"
                          "see enclosed\n--x\nContent-Type: text/plain; charset=utf-8; name=\"report.txt\"\n"
                          "Content-Disposition: attachment; filename=\"report.txt\"\nContent-Transfer-Encoding: base64\n\n%s\n--x--\n\n",
                          coded);
}

/* What was read stands inside something: letters that all bring a file of one name, a file of several reports. */
static void
test_inside_others (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autofree char *mailbox = g_build_filename (scratch->folder, "mailbox.eml", NULL);
  g_autofree char *both = g_build_filename (scratch->folder, "both.txt", NULL);
  g_autofree char *package = g_build_filename (scratch->folder, "p.zip", NULL);
  g_autoptr(GString) letters = g_string_new (NULL);
  g_autoptr(GString) two = g_string_new (NULL);
  g_autoptr(GPtrArray) records = NULL;
  g_autoptr(GError) error = NULL;
  const char *const paths[] = { mailbox, both, NULL };
  DzPackaged packaged;

  append_letter (letters, FIRST);
  append_letter (letters, SECOND);
  g_assert_true (g_file_set_contents (mailbox, letters->str, -1, NULL));
  /* as long as reports are: a short text is one */
  append_long (two, "苇洲镇2024年法治政府建设情况报告");
  append_long (two, "栖砚镇2024年法治政府建设情况报告");
  g_assert_true (g_file_set_contents (both, two->str, -1, NULL));
  records = dz_import_run (scratch->path, paths, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (dz_store_count_reports (scratch->store), ==, 4);
  g_assert_true (dz_package_write (scratch->path, package, NULL, NULL, &packaged, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (packaged.changed + packaged.missing, ==, 0);
  g_assert_cmpuint (packaged.kept, ==, 4);
  g_remove (mailbox);
  g_remove (both);
  g_remove (package);
}

/* Nothing is written over, and what is no package says so. */
static void
test_refused (void)
{
  g_autoptr(Scene) self = scene_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *other = g_build_filename (self->scratch->folder, "不是.zip", NULL);
  DzPackaged packaged;

  g_assert_true (dz_package_write (self->scratch->path, self->package, NULL, NULL, &packaged, NULL, NULL));
  g_assert_cmpint (g_mkdir (self->folder, 0700), ==, 0);
  g_assert_null (dz_package_open (self->package, self->folder, &error));
  g_assert_error (error, DZ_ERROR, DZ_ERROR_IO);
  g_clear_error (&error);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_assert_true (g_file_set_contents (other, "no archive", -1, NULL));
  g_assert_null (dz_package_open (other, self->folder, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_remove (other);
  g_assert_false (dz_package_write (self->scratch->path, "/dev/full", NULL, NULL, &packaged, NULL, &error));
  g_assert_nonnull (error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/package/there-and-back", test_there_and_back);
  g_test_add_func ("/package/lacking", test_lacking);
  g_test_add_func ("/package/inside-others", test_inside_others);
  g_test_add_func ("/package/refused", test_refused);

  return g_test_run ();
}

/* test-sample.c - the county a newcomer looks at, what is left of older ones, and the list of what was open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-import-place.h"
#include "dz-recent.h"
#include "dz-review-job.h"
#include "dz-sample.h"

#include <unistd.h>
#include <utime.h>

static void
make_old (const char *path)
{
  struct utimbuf old = { 0, 0 };

  old.actime = old.modtime = (time_t) (g_get_real_time () / G_USEC_PER_SEC) - 10 * 24 * 60 * 60;
  g_assert_cmpint (g_utime (path, &old), ==, 0);
}

/* In a folder where others may write, a link must not lead the broom elsewhere. */
static void
test_old_samples_and_links (void)
{
  g_autoptr(Place) place = place_new ();
  g_autofree char *own = write_file (place, "tmp/duizhao-own/望泽县2024.duizhao", "x", -1);
  g_autofree char *own_report = write_file (place, "tmp/duizhao-own/望泽县报送材料/2024年澜桥镇.docx", "x", -1);
  g_autofree char *trap = write_file (place, "tmp/duizhao-trap/望泽县2024.duizhao", "x", -1);
  g_autofree char *victim = write_file (place, "victim/2024年总结.docx", "x", -1);
  g_autofree char *new_one = write_file (place, "tmp/duizhao-new/望泽县2024.duizhao", "x", -1);
  g_autofree char *folder = g_path_get_dirname (victim);
  g_autofree char *link = g_build_filename (place->folder, "tmp/duizhao-trap/望泽县报送材料", NULL);
  g_autofree char *outer = g_build_filename (place->folder, "tmp/duizhao-link", NULL);
  g_autofree char *parent = g_build_filename (place->folder, "tmp", NULL);

  g_assert_cmpint (symlink (folder, link), ==, 0);
  g_assert_cmpint (symlink (folder, outer), ==, 0);
  make_old (own);
  make_old (trap);
  dz_sample_remove_old (parent);
  g_assert_true (g_file_test (victim, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (new_one, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (own, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (own_report, G_FILE_TEST_EXISTS));
  g_unlink (link); /* remove_tree() follows links */
  g_unlink (outer);
}

static void
test_sample_county (void)
{
  g_autoptr(Place) place = place_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(DzReview) review = NULL;
  g_autoptr(DzStore) store = NULL;

  g_assert_true (dz_sample_create (place->review, NULL, &error));
  g_assert_no_error (error);
  review = dz_review_load (place->review, NULL, NULL);
  g_assert_cmpstr (review->county->name, ==, "望泽县");
  g_assert_cmpuint (review->bodies->len, ==, 12);
  g_assert_cmpuint (review->reports->len, >=, 17);
  g_assert_cmpuint (review->overlaps->len, >=, 1);
  for (guint i = 0; i < review->reports->len; i++)
    g_assert_cmpint (((DzReport *) g_ptr_array_index (review->reports, i))->body_id, >, 0);
}

static void
test_recent_reviews (void)
{
  g_autoptr(Place) place = place_new ();
  g_autoptr(DzReview) review = dz_review_new ();
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(GPtrArray) empty = NULL;
  g_autofree char *left = NULL;
  DzRecent *recent;

  review->path = g_strdup (place->review);
  review->county->title = g_strdup ("望泽县2024");
  dz_recent_add (review);
  dz_recent_add (review);
  list = dz_recent_list ();
  g_assert_cmpuint (list->len, ==, 1);
  recent = g_ptr_array_index (list, 0);
  g_assert_cmpstr (recent->title, ==, "望泽县2024");
  g_assert_true (recent->missing);
  g_assert_null (recent->place);
  dz_recent_set_place (recent->path, "view\t2024\nreading\ts,2024 万榆镇");
  dz_recent_add (review);
  left = dz_recent_dup_place (recent->path);
  g_assert_cmpstr (left, ==, "view\t2024\nreading\ts,2024 万榆镇");
  dz_recent_set_place ("/nowhere/another.duizhao", "lost");
  g_assert_null (dz_recent_dup_place ("/nowhere/another.duizhao"));
  dz_recent_remove (recent->path);
  empty = dz_recent_list ();
  g_assert_cmpuint (empty->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/jobs/sample/old-ones-and-links", test_old_samples_and_links);
  g_test_add_func ("/jobs/sample/whole-county", test_sample_county);
  g_test_add_func ("/jobs/recent/newest-first-once", test_recent_reviews);

  return g_test_run ();
}

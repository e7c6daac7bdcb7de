/* test-seals.c - the checksums of a review: what is not as it was kept is named, at once or soon after
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-error.h"
#include "dz-review-check.h"
#include "dz-worked-review.h"

#include <gio/gio.h>
#include <sys/wait.h>
#include <unistd.h>

static const struct
{
  const char *name;
  const char *sql;
  const char *words; /* of dz_store_check() */
  gboolean at_once;  /* told when it is loaded, too */
} flips[] = {
  { "value", "UPDATE figure SET value = 15 WHERE id = 1", "青禾镇 2024", TRUE },
  { "state", "UPDATE figure SET state = 'rejected' WHERE id = 1", "青禾镇 2024", TRUE },
  { "note", "UPDATE report SET note = '已核。' WHERE id = 1", "青禾镇 2024", TRUE },
  { "text", "UPDATE text SET content = replace(content, '增配', '增酣') WHERE id = 2", "澜桥镇 2024", TRUE },
  { "unit", "UPDATE figure SET unit = '仴' WHERE id = 3", "澜桥镇 2024", TRUE },
  { "check", "UPDATE finding SET message = 'x' WHERE version = 2", "澜桥镇 2024", TRUE },
  { "section", "UPDATE section SET level = 2 WHERE version = 2", "澜桥镇 2024", TRUE },
  { "county", "UPDATE county SET value = '0.5' WHERE key = 'peer_threshold'", "settings", TRUE },
  { "table", "UPDATE county_value SET value = 807 WHERE id = 1", "county's tables", TRUE },
  { "history", "UPDATE change SET was = '旧' WHERE col = 'note'", "history", FALSE },
  { "who", "UPDATE step SET who = '别人' WHERE verb = 'note'", "history", FALSE },
};

static void
test_flip (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr(DzScratch) scratch = dz_worked_review_new ();
  g_autoptr(GPtrArray) told = NULL;
  g_autoptr(DzReview) review = NULL;
  g_autofree char *words = NULL;
  g_autoptr(GError) error = NULL;

  told = dz_store_check (scratch->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (told->len, ==, 0);
  g_clear_pointer (&told, g_ptr_array_unref);
  g_clear_object (&scratch->store);
  dz_run_sql (scratch->path, flips[i].sql);
  scratch->store = dz_store_open (scratch->path, &error);
  g_assert_no_error (error);
  review = dz_store_load (scratch->store, NULL, &error);
  words = dz_store_describe_untrue (scratch->store);
  if (flips[i].at_once)
    {
      g_assert_nonnull (words);
      g_assert_nonnull (strstr (words, flips[i].words));
    }
  else
    g_assert_null (words);
  told = dz_store_check (scratch->store, &error);
  g_assert_cmpuint (told->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (told, 0), flips[i].words));
}

/* The window looks at the sums later, in another thread: nothing is written before they were looked at, not even where they
 * hold for what is written. What was found is told once, and the decision that came first is to be taken again. */
static void
test_put_off (gconstpointer data)
{
  const gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr(DzScratch) scratch = dz_worked_review_new ();
  g_autoptr(DzReview) review = NULL;
  g_autoptr(DzStore) other = NULL;
  g_autoptr(GArray) broken = NULL;
  g_autofree char *early = NULL, *words = NULL;
  g_autoptr(GError) error = NULL;

  g_clear_object (&scratch->store);
  dz_run_sql (scratch->path, flips[i].sql);
  scratch->store = dz_store_open (scratch->path, NULL);
  dz_store_put_off_seals (scratch->store);
  review = dz_store_load (scratch->store, NULL, NULL);
  early = dz_store_describe_untrue (scratch->store);
  g_assert_null (early);
  /* the other thread's handle finds it */
  other = dz_store_open (scratch->path, NULL);
  broken = dz_store_list_broken (other, NULL);
  g_assert_nonnull (broken);
  g_assert_cmpuint (broken->len, ==, flips[i].at_once);
  g_assert_false (dz_store_take_broken (other, broken));
  /* a person was quicker */
  g_assert_cmpint (dz_store_set_figure_state (scratch->store, 2, DZ_STATE_CONFIRMED, &error), ==, !flips[i].at_once);
  words = dz_store_describe_untrue (scratch->store);
  g_assert_cmpint (words != NULL, ==, flips[i].at_once);
  if (flips[i].at_once)
    {
      g_assert_error (error, DZ_ERROR, DZ_ERROR_BROKEN);
      g_assert_nonnull (strstr (error->message, flips[i].words));
      g_assert_nonnull (strstr (words, flips[i].words));
    }
  g_assert_true (dz_store_set_figure_state (scratch->store, 2, DZ_STATE_CONFIRMED, NULL));
  g_assert_false (dz_store_take_broken (scratch->store, broken));
}

/* The other thread was quicker: what it found is told, and what is decided then is kept. */
static void
test_put_off_and_told (void)
{
  g_autoptr(DzScratch) scratch = dz_worked_review_new ();
  g_autoptr(DzReview) review = NULL;
  g_autoptr(DzStore) other = NULL;
  g_autoptr(GArray) broken = NULL;
  g_autofree char *words = NULL;

  g_clear_object (&scratch->store);
  dz_run_sql (scratch->path, flips[0].sql);
  dz_run_sql (scratch->path, "UPDATE county SET value = '0.5' WHERE key = 'peer_threshold'");
  scratch->store = dz_store_open (scratch->path, NULL);
  dz_store_put_off_seals (scratch->store);
  review = dz_store_load (scratch->store, NULL, NULL);
  other = dz_store_open (scratch->path, NULL);
  broken = dz_store_list_broken (other, NULL);
  g_assert_true (dz_store_take_broken (scratch->store, broken));
  words = dz_store_describe_untrue (scratch->store);
  g_assert_nonnull (strstr (words, flips[0].words));
  g_assert_nonnull (strstr (words, "settings"));
  g_assert_true (dz_store_set_figure_state (scratch->store, 2, DZ_STATE_CONFIRMED, NULL));
}

/* What cannot be read does not hold: it is looked at once more, before something is written. */
static void
test_put_off_and_unreadable (void)
{
  g_autoptr(DzScratch) scratch = dz_worked_review_new ();
  g_autoptr(DzStore) other = NULL;
  g_autoptr(GArray) broken = NULL;

  other = dz_store_open (scratch->path, NULL);
  dz_run_sql (scratch->path, "ALTER TABLE report RENAME TO elsewhere");
  broken = dz_store_list_broken (other, NULL);
  g_assert_null (broken);
  dz_run_sql (scratch->path, "ALTER TABLE elsewhere RENAME TO report");
  broken = dz_store_list_broken (other, NULL);
  g_assert_nonnull (broken);
  g_assert_cmpuint (broken->len, ==, 0);
}

/* Whichever bit of the file turns: what is shown is as before, or it is told that it is not. */
static void
test_any_bit (void)
{
  g_autoptr(DzScratch) scratch = dz_worked_review_new ();
  g_autoptr(GRand) random = g_rand_new_with_seed (400);
  g_autofree char *dump = dz_scratch_dump (scratch->store);
  g_autofree char *pristine = NULL;
  guint n_told = 0;
  gsize len;

  g_clear_object (&scratch->store);
  g_assert_true (g_file_get_contents (scratch->path, &pristine, &len, NULL));
  for (guint i = 0; i < 600; i++)
    {
      g_autofree char *bytes = g_memdup2 (pristine, len);
      g_autofree char *words = NULL, *now = NULL;
      g_autoptr(DzReview) review = NULL;
      gsize at = (gsize) g_rand_int_range (random, 0, (int) len);

      bytes[at] ^= (char) (1 << g_rand_int_range (random, 0, 8));
      g_assert_true (g_file_set_contents (scratch->path, bytes, (gssize) len, NULL));
      scratch->store = dz_store_open (scratch->path, NULL);
      review = scratch->store != NULL ? dz_store_load (scratch->store, NULL, NULL) : NULL;
      words = review != NULL ? dz_store_describe_untrue (scratch->store) : g_strdup ("refused");
      n_told += words != NULL;
      if (words == NULL)
        {
          now = dz_scratch_dump (scratch->store);
          g_assert_cmpstr (now, ==, dump);
        }
      g_clear_object (&scratch->store);
    }
  g_test_message ("600 bits: %u told, the others changed nothing that is shown", n_told);
  g_assert_cmpuint (n_told, >, 20);
}

/* An import that goes on for many transactions and is killed leaves no sum that is false. */
static void
test_killed_import_is_whole (void)
{
  g_autoptr(DzScratch) scratch = dz_worked_review_new ();
  g_autoptr(GPtrArray) told = NULL;
  pid_t child;

  g_clear_object (&scratch->store);
  child = fork ();
  if (child == 0)
    {
      DzStore *store = dz_store_open (scratch->path, NULL);

      dz_store_begin_step (store, "import");
      for (guint i = 0; i < 3; i++)
        dz_store_add_report (store, dz_scratch_report ("新来镇", 2024, 10 + i), NULL);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  scratch->store = dz_store_open (scratch->path, NULL);
  g_assert_cmpuint (dz_store_count_reports (scratch->store), ==, 5);
  told = dz_store_check (scratch->store, NULL);
  g_assert_cmpuint (told->len, ==, 0);
  /* undone and done again, it is still as it was kept */
  g_assert_true (dz_store_undo (scratch->store, 0, NULL));
  g_assert_true (dz_store_redo (scratch->store, 0, NULL));
  g_clear_pointer (&told, g_ptr_array_unref);
  told = dz_store_check (scratch->store, NULL);
  g_assert_cmpuint (told->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (flips); i++)
    {
      g_autofree char *path = g_strconcat ("/seals/flip/", flips[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_flip);
      g_free (path);
      path = g_strconcat ("/seals/put-off/", flips[i].name, NULL);
      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_put_off);
    }
  g_test_add_func ("/seals/put-off-and-told", test_put_off_and_told);
  g_test_add_func ("/seals/put-off-and-unreadable", test_put_off_and_unreadable);
  g_test_add_func ("/seals/any-bit", test_any_bit);
  g_test_add_func ("/seals/killed-import", test_killed_import_is_whole);

  return g_test_run ();
}

/* fuzz-review.c - a review of which bytes were changed
 *
 * The input is a list of changes: three bytes of where, one of what. They are made in a review with
 * a report and decisions, which is then opened, loaded, looked through and repaired.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-fuzz.h"

#include "core/dz-scratch.h"
#include "dz-review-check.h"

static char *pristine;
static gsize pristine_len;

static void
make_pristine (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autoptr(DzReport) report = dz_scratch_report ("青禾镇", 2024, 5);

  g_assert_cmpint (dz_store_add_report (scratch->store, report, NULL), ==, 1);
  g_assert_true (dz_store_set_note (scratch->store, 1, "已核", NULL));
  g_assert_true (dz_store_set_figure_state (scratch->store, 1, DZ_STATE_CONFIRMED, NULL));
  g_clear_object (&scratch->store);
  g_assert_true (g_file_get_contents (scratch->path, &pristine, &pristine_len, NULL));
}

static void
use (const char *path)
{
  g_autoptr(DzStore) store = dz_store_open (path, NULL);
  g_autoptr(DzReview) review = store != NULL ? dz_store_load (store, NULL, NULL) : NULL;
  g_autofree char *words = review != NULL ? dz_store_describe_untrue (store) : NULL;
  g_autoptr(GPtrArray) told = store != NULL ? dz_store_check (store, NULL) : NULL;
  g_autoptr(GPtrArray) log = store != NULL ? dz_store_list_log (store, NULL, 0, NULL) : NULL;

  (void) words;
  (void) told;
  (void) log;
  if (store != NULL)
    dz_store_undo (store, 0, NULL);
}

void
dz_fuzz_one (const guint8 *data,
             gsize         len)
{
  g_autofree char *folder = g_dir_make_tmp ("dz-fuzz-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.duizhao", NULL);
  g_autofree char *repaired = g_build_filename (folder, "b.duizhao", NULL);
  static const char *const names[] = { "a.duizhao", "a.duizhao-wal", "a.duizhao-shm", "b.duizhao" };
  g_autofree char *bytes = NULL;
  g_autoptr(GPtrArray) told = NULL;

  if (pristine == NULL)
    make_pristine ();
  bytes = g_memdup2 (pristine, pristine_len);
  for (gsize i = 0; i + 4 <= MIN (len, 400); i += 4)
    bytes[(gsize) (data[i] << 16 | data[i + 1] << 8 | data[i + 2]) % pristine_len] = (char) data[i + 3];
  g_assert_true (g_file_set_contents (path, bytes, (gssize) pristine_len, NULL));
  told = dz_review_repair (path, repaired, NULL);
  (void) told;
  use (path);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = g_build_filename (folder, names[i], NULL);

      g_unlink (name);
    }
  g_rmdir (folder);
}

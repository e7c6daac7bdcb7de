/* test-journal.c - every change is logged, taken back, done again; work survives a new reading
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-journal.h"
#include "dz-error.h"
#include "dz-scratch.h"
#include "dz-store.h"

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static DzFigure
get_figure (DzScratch *scratch,
            gint64     report_id,
            guint      i)
{
  g_autoptr(DzReport) report = dz_store_load_report (scratch->store, report_id, NULL);

  g_assert_cmpuint (i, <, report->figures->len);

  return g_array_index (report->figures, DzFigure, i);
}

static void
test_log_says_who_when_from_to (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autoptr(DzReport) report = dz_scratch_report ("青禾镇", 2024, 806);
  gint64 id = dz_store_add_report (scratch->store, report, NULL);
  DzFigure figure = get_figure (scratch, id, 0);
  g_autoptr(GPtrArray) log = NULL;
  DzLogEntry *entry;

  figure.value = 860;
  figure.state = DZ_STATE_CORRECTED;
  g_assert_true (dz_store_set_figure (scratch->store, &figure, NULL, NULL));
  log = dz_store_list_log (scratch->store, "figure", figure.id, NULL);
  g_assert_cmpuint (log->len, ==, 2);
  entry = g_ptr_array_index (log, 0);
  g_assert_cmpstr (entry->field, ==, "value");
  g_assert_cmpstr (entry->from, ==, "806.0");
  g_assert_cmpstr (entry->to, ==, "860.0");
  g_assert_cmpstr (entry->who, ==, "李文书");
  g_assert_cmpstr (entry->name, ==, "disputes_mediated");
  g_assert_cmpint (strlen (entry->at), ==, 16);
  entry = g_ptr_array_index (log, 1);
  g_assert_cmpstr (entry->to, ==, "corrected");
}

static void
test_nothing_changed_is_no_step (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autoptr(DzReport) report = dz_scratch_report ("青禾镇", 2024, 5);
  gint64 id = dz_store_add_report (scratch->store, report, NULL);
  DzFigure figure = get_figure (scratch, id, 0);
  g_autoptr(GPtrArray) log = NULL;

  g_assert_true (dz_store_set_figure (scratch->store, &figure, NULL, NULL));
  log = dz_store_list_log (scratch->store, NULL, 0, NULL);
  g_assert_cmpuint (log->len, ==, 1); /* the report itself */
}

static void
test_undo_of_a_group (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autofree char *empty = dz_scratch_dump (scratch->store);
  g_autofree char *full = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  dz_store_begin_step (scratch->store, "import");
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(DzReport) report = dz_scratch_report ("青禾镇", 2022 + (int) i, 5 + i);

      g_assert_cmpint (dz_store_add_report (scratch->store, report, NULL), >, 0);
    }
  dz_store_end_step (scratch->store);
  full = dz_scratch_dump (scratch->store);
  g_assert_true (dz_store_undo (scratch->store, 0, NULL));
  g_assert_false (dz_store_can_undo (scratch->store));
  undone = dz_scratch_dump (scratch->store);
  g_assert_cmpstr (empty, ==, undone);
  g_assert_true (dz_store_redo (scratch->store, 0, NULL));
  redone = dz_scratch_dump (scratch->store);
  g_assert_cmpstr (full, ==, redone);
}

/* One of everything a person can do; @random chooses what and to what. */
static void
do_something (DzScratch *scratch,
              GRand     *random,
              gint64    *reports,
              guint      n_reports)
{
  DzStore *store = scratch->store;
  gint64 id = reports[g_rand_int_range (random, 0, (int) n_reports)];
  g_autoptr(DzReport) report = dz_store_load_report (store, id, NULL);
  g_autoptr(DzBody) body = dz_body_new ("新溪乡", NULL);
  g_autoptr(DzCounty) county = NULL;
  DzFigure figure;
  DzWeakness weakness;

  if (report == NULL) /* removed: bring something else to the review */
    {
      dz_store_set_body (store, body, NULL);
      return;
    }
  figure = g_array_index (report->figures, DzFigure, 0);
  weakness = g_array_index (report->weaknesses, DzWeakness, 0);
  switch (g_rand_int_range (random, 0, 14))
    {
    case 0:
      figure.value = g_rand_int_range (random, 0, 1000);
      figure.state = DZ_STATE_CORRECTED;
      figure.bound = DZ_BOUND_AT_LEAST;
      dz_store_set_figure (store, &figure, NULL, NULL);
      break;
    case 1:
      dz_store_set_figure_state (store, figure.id, (DzState) g_rand_int_range (random, 0, 4), NULL);
      break;
    case 2:
      figure.indicator = g_intern_string ("villages");
      dz_store_add_figure (store, id, &figure, NULL);
      break;
    case 3:
      weakness.code = g_intern_string ("digital_weak");
      weakness.grade = DZ_GRADE_DIRECT;
      dz_store_set_weakness (store, &weakness, NULL, NULL);
      break;
    case 4:
      dz_store_add_weakness (store, id, &weakness, NULL);
      break;
    case 5:
      dz_store_set_check (store, id, "C-CERT", DZ_STATE_REJECTED, "含借调人员", NULL);
      break;
    case 6:
      dz_store_set_check (store, id, "C-COPY-PEER", DZ_STATE_REJECTED, "同一单位代拟", NULL);
      break;
    case 7:
      dz_store_set_identity (store, id, 0, 2020 + g_rand_int_range (random, 0, 4),
                             DZ_KIND_DUTY_REPORT, TRUE, NULL);
      break;
    case 8:
      dz_store_set_reviewing (store, id, DZ_REVIEWING_DONE, NULL);
      break;
    case 9:
      dz_store_set_note (store, id, "请补报", NULL);
      dz_store_set_published (store, id, "2025-03-01", NULL);
      break;
    case 10:
      dz_store_set_body (store, body, NULL);
      break;
    case 11:
      county = dz_store_dup_county (store, NULL);
      county->peer_threshold = g_rand_int_range (random, 1, 9) / 10.0;
      dz_store_set_county (store, county, NULL, NULL);
      break;
    case 12:
      {
        g_autoptr(DzReport) newer =
          dz_scratch_report (report->identity.township, report->identity.year,
                             (guint) g_rand_int_range (random, 1, 999));

        dz_store_replace_report (store, id, newer, NULL, NULL);
        break;
      }
    default:
      if (g_rand_int_range (random, 0, 3) == 0)
        dz_store_remove_report (store, id, NULL);
    }
}

static void
test_undo_all_gives_the_same_dump (void)
{
  for (guint32 seed = 1; seed <= 8; seed++)
    {
      g_autoptr(DzScratch) scratch = dz_scratch_new ();
      g_autoptr(GRand) random = g_rand_new_with_seed (seed);
      g_autoptr(GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);
      gint64 reports[3];
      guint steps = 0;

      for (guint i = 0; i < 3; i++)
        {
          g_autoptr(DzReport) report = dz_scratch_report ("青禾镇", 2022 + (int) i, 5 + i);

          reports[i] = dz_store_add_report (scratch->store, report, NULL);
        }
      g_ptr_array_add (dumps, dz_scratch_dump (scratch->store));
      for (guint i = 0; i < 40; i++)
        {
          do_something (scratch, random, reports, 3);
          if (g_rand_int_range (random, 0, 5) == 0 && dz_store_can_undo (scratch->store))
            {
              g_assert_true (dz_store_undo (scratch->store, 0, NULL));
              if (g_rand_boolean (random))
                g_assert_true (dz_store_redo (scratch->store, 0, NULL));
            }
        }
      g_ptr_array_add (dumps, dz_scratch_dump (scratch->store));
      /* the stacks are rows: they are there after closing, too */
      g_clear_object (&scratch->store);
      scratch->store = dz_store_open (scratch->path, NULL);
      while (dz_store_can_undo (scratch->store))
        {
          g_autofree char *dump = NULL;

          g_assert_true (dz_store_undo (scratch->store, 0, NULL));
          steps++;
          dump = dz_scratch_dump (scratch->store);
          if (!dz_store_can_undo (scratch->store))
            g_assert_null (strstr (dump, "figure")); /* all the way: not even the reports */
        }
      while (steps > 0)
        {
          g_assert_true (dz_store_redo (scratch->store, 0, NULL));
          steps--;
          if (steps == 0)
            {
              g_autofree char *dump = dz_scratch_dump (scratch->store);

              g_assert_cmpstr (dump, ==, g_ptr_array_index (dumps, 1));
            }
        }
      /* and back to the three reports as they came */
      while (dz_store_can_undo (scratch->store))
        g_assert_true (dz_store_undo (scratch->store, 0, NULL));
      for (guint i = 0; i < 3; i++)
        g_assert_true (dz_store_redo (scratch->store, 0, NULL));
      {
        g_autofree char *dump = dz_scratch_dump (scratch->store);

        g_assert_cmpstr (dump, ==, g_ptr_array_index (dumps, 0));
      }
    }
}

static void
test_new_step_drops_redo (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autoptr(DzReport) report = dz_scratch_report ("青禾镇", 2024, 5);
  gint64 id = dz_store_add_report (scratch->store, report, NULL);

  g_assert_true (dz_store_set_note (scratch->store, id, "一", NULL));
  g_assert_true (dz_store_undo (scratch->store, 0, NULL));
  g_assert_true (dz_store_can_redo (scratch->store));
  g_assert_true (dz_store_set_note (scratch->store, id, "二", NULL));
  g_assert_false (dz_store_can_redo (scratch->store));
}

static void
test_work_survives_a_new_text (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autoptr(DzReport) report = dz_scratch_report ("青禾镇", 2024, 806);
  g_autoptr(DzReport) newer = dz_scratch_report ("青禾镇", 2024, 806);
  g_autoptr(DzReport) after = NULL;
  g_autoptr(GPtrArray) log = NULL;
  gint64 id = dz_store_add_report (scratch->store, report, NULL);
  DzFigure figure = get_figure (scratch, id, 0);
  g_autoptr(DzReport) stored = dz_store_load_report (scratch->store, id, NULL);
  DzWeakness weakness = g_array_index (stored->weaknesses, DzWeakness, 1);
  guint unplaced = 99;

  figure.value = 860;
  figure.state = DZ_STATE_CORRECTED;
  dz_store_set_figure (scratch->store, &figure, NULL, NULL);
  dz_store_set_weakness_state (scratch->store, weakness.id, DZ_STATE_REJECTED, NULL);
  dz_store_set_check (scratch->store, id, "C-CERT", DZ_STATE_REJECTED, "含借调人员", NULL);
  dz_store_set_reviewing (scratch->store, id, DZ_REVIEWING_DONE, NULL);
  g_assert_true (dz_store_set_remark (scratch->store, TRUE, g_array_index (stored->weaknesses, DzWeakness, 0).id,
                                      "去年也这么说", NULL));

  g_assert_true (dz_store_replace_report (scratch->store, id, newer, &unplaced, NULL));
  g_assert_cmpuint (unplaced, ==, 0);
  after = dz_store_load_report (scratch->store, id, NULL);
  g_assert_cmpfloat (g_array_index (after->figures, DzFigure, 0).value, ==, 860);
  g_assert_cmpint (g_array_index (after->figures, DzFigure, 0).state, ==, DZ_STATE_CORRECTED);
  g_assert_cmpint (g_array_index (after->weaknesses, DzWeakness, 1).state, ==, DZ_STATE_REJECTED);
  /* a note decides nothing, and goes on all the same */
  g_assert_cmpint (g_array_index (after->weaknesses, DzWeakness, 0).state, ==, DZ_STATE_SUGGESTED);
  g_assert_cmpstr (g_array_index (after->weaknesses, DzWeakness, 0).note, ==, "去年也这么说");
  g_assert_cmpint (dz_report_find_check (after, "C-CERT")->state, ==, DZ_STATE_REJECTED);
  g_assert_cmpstr (dz_report_find_check (after, "C-CERT")->note, ==, "含借调人员");
  g_assert_cmpint (after->reviewing, ==, DZ_REVIEWING_DONE);
  /* the log goes on across the versions */
  log = dz_store_list_log (scratch->store, "figure", g_array_index (after->figures, DzFigure, 0).id, NULL);
  g_assert_cmpuint (log->len, ==, 2);
}

static void
test_unplaced_work_is_listed (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autoptr(DzReport) report = dz_scratch_report ("青禾镇", 2024, 806);
  g_autoptr(DzReport) newer = dz_scratch_report ("青禾镇", 2024, 31);
  g_autoptr(GPtrArray) unplaced = NULL;
  gint64 id = dz_store_add_report (scratch->store, report, NULL);
  DzFigure figure = get_figure (scratch, id, 0);
  DzUnplaced *one;
  guint n;

  dz_store_set_figure_state (scratch->store, figure.id, DZ_STATE_CONFIRMED, NULL);
  g_assert_true (dz_store_replace_report (scratch->store, id, newer, &n, NULL));
  g_assert_cmpuint (n, ==, 1);
  unplaced = dz_store_list_unplaced (scratch->store, id);
  g_assert_cmpuint (unplaced->len, ==, 1);
  one = g_ptr_array_index (unplaced, 0);
  g_assert_cmpstr (one->quote, ==, "调处纠纷806件");
  g_assert_cmpfloat (one->value, ==, 806);
}

/* What a person added stands where its words stand, even if the engine does not see it. */
static void
test_added_figure_is_planted_anew (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autoptr(DzReport) report = dz_scratch_report ("青禾镇", 2024, 806);
  g_autoptr(DzReport) newer = dz_scratch_report ("青禾镇", 2024, 31);
  g_autoptr(DzReport) after = NULL;
  gint64 id = dz_store_add_report (scratch->store, report, NULL);
  DzFigure added = { .indicator = g_intern_string ("staff"), .value = 1, .unit = g_intern_string ("人"),
                     .state = DZ_STATE_CORRECTED };
  gboolean found = FALSE;

  added.span = added.number = dz_scratch_span (report, "增配执法人员");
  g_assert_cmpint (dz_store_add_figure (scratch->store, id, &added, NULL), >, 0);
  g_assert_true (dz_store_replace_report (scratch->store, id, newer, NULL, NULL));
  after = dz_store_load_report (scratch->store, id, NULL);
  for (guint i = 0; i < after->figures->len; i++)
    {
      const DzFigure *figure = &g_array_index (after->figures, DzFigure, i);
      g_autofree char *words = dz_text_dup_span (after->text, figure->span);

      if (figure->indicator == added.indicator)
        {
          found = TRUE;
          g_assert_cmpstr (words, ==, "增配执法人员");
        }
    }
  g_assert_true (found);
}

/* It is the last row of its table and stands where its words stand among those that were read. */
static void
test_added_stands_in_its_place (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autoptr(DzReport) report = dz_scratch_report ("青禾镇", 2024, 806);
  g_autoptr(DzReport) after = NULL;
  gint64 id = dz_store_add_report (scratch->store, report, NULL);
  DzFigure figure = { .indicator = g_intern_string ("staff"), .value = 1, .unit = g_intern_string ("件"),
                      .state = DZ_STATE_CORRECTED };
  DzWeakness weakness = { .code = g_intern_string ("enforce_staff_short"), .state = DZ_STATE_CORRECTED };

  figure.span = figure.number = dz_scratch_span (report, "主要做法");
  weakness.span = dz_scratch_span (report, "存在问题");
  g_assert_cmpint (dz_store_add_figure (scratch->store, id, &figure, NULL), >, 0);
  g_assert_cmpint (dz_store_add_weakness (scratch->store, id, &weakness, NULL), >, 0);
  after = dz_store_load_report (scratch->store, id, NULL);
  g_assert_cmpuint (after->figures->len, ==, report->figures->len + 1);
  g_assert_cmpuint (after->weaknesses->len, ==, report->weaknesses->len + 1);
  g_assert_cmpint (g_array_index (after->figures, DzFigure, 0).state, ==, DZ_STATE_CORRECTED);
  g_assert_cmpint (g_array_index (after->weaknesses, DzWeakness, 0).state, ==, DZ_STATE_CORRECTED);
  /* the cause is still of the weakness it was of */
  g_assert_cmpint (g_array_index (after->causes, DzCause, 0).weakness, ==, 2);
}

static void
test_supersede_is_one_step (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autoptr(DzReport) older = dz_scratch_report ("青禾镇", 2024, 5);
  g_autoptr(DzReport) newer = dz_scratch_report ("青禾镇", 2024, 6);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 old_id = dz_store_add_report (scratch->store, older, NULL);
  gint64 new_id = dz_store_add_report (scratch->store, newer, NULL);

  before = dz_scratch_dump (scratch->store);
  g_assert_true (dz_store_supersede (scratch->store, old_id, new_id, NULL, NULL));
  g_assert_cmpuint (dz_store_count_reports (scratch->store), ==, 1);
  g_assert_cmpfloat (get_figure (scratch, old_id, 0).value, ==, 6);
  g_assert_true (dz_store_undo (scratch->store, 0, NULL));
  after = dz_scratch_dump (scratch->store);
  g_assert_cmpstr (before, ==, after);
}

/* What another window does with the review, in a program of its own. */
static void
do_elsewhere (const char *path,
              gboolean    same_matter)
{
  pid_t child = fork ();
  int status = -1;

  if (child == 0)
    {
      DzStore *store = dz_store_open (path, NULL);
      gboolean ok = store != NULL &&
                    (same_matter ? dz_store_set_note (store, 1, "别处的", NULL)
                                 : dz_store_set_received (store, 1, "2025-01-20", NULL));

      g_clear_object (&store);
      _exit (ok ? 0 : 1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
}

/* Undo takes back what was decided here, whatever another window decided since; of one matter nothing. */
static void
test_undo_is_of_ones_own (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autoptr(DzReport) report = dz_scratch_report ("青禾镇", 2024, 5);
  g_autofree char *dump = NULL, *after = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (dz_store_add_report (scratch->store, report, NULL), ==, 1);
  g_assert_true (dz_store_set_note (scratch->store, 1, "此处的", NULL));
  do_elsewhere (scratch->path, FALSE);
  g_assert_true (dz_store_undo (scratch->store, 0, &error));
  g_assert_no_error (error);
  dump = dz_scratch_dump (scratch->store);
  g_assert_null (strstr (dump, "此处的"));
  g_assert_nonnull (strstr (dump, "received=2025-01-20"));
  /* the next is the import, of this window; then there is nothing: what others did stays */
  g_assert_true (dz_store_redo (scratch->store, 0, &error));
  g_assert_no_error (error);
  do_elsewhere (scratch->path, TRUE);
  g_assert_false (dz_store_undo (scratch->store, 0, &error));
  g_assert_error (error, DZ_ERROR, DZ_ERROR_USAGE);
  g_clear_error (&error);
  after = dz_scratch_dump (scratch->store);
  g_assert_nonnull (strstr (after, "note=别处的"));
}

/* A review of somebody else's: Ctrl+Z finds nothing in it. */
static void
test_undo_of_another_person (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autoptr(DzReport) report = dz_scratch_report ("青禾镇", 2024, 5);
  g_autofree char *copy = g_build_filename (scratch->folder, "副本.duizhao", NULL);

  g_assert_cmpint (dz_store_add_report (scratch->store, report, NULL), ==, 1);
  g_assert_true (dz_store_save_copy (scratch->store, copy, NULL, NULL, NULL, NULL));
  g_clear_object (&scratch->store);
  scratch->store = dz_store_open (copy, NULL);
  g_assert_true (dz_store_can_undo (scratch->store));
  dz_journal_set_clock (dz_scratch_clock, "王科长");
  g_assert_false (dz_store_can_undo (scratch->store));
  g_assert_true (dz_store_set_note (scratch->store, 1, "王科长的", NULL));
  g_assert_true (dz_store_can_undo (scratch->store));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/journal/log-says-who-when-from-to", test_log_says_who_when_from_to);
  g_test_add_func ("/store/journal/nothing-changed-is-no-step", test_nothing_changed_is_no_step);
  g_test_add_func ("/store/journal/undo-of-a-group", test_undo_of_a_group);
  g_test_add_func ("/store/journal/undo-all-gives-the-same-dump", test_undo_all_gives_the_same_dump);
  g_test_add_func ("/store/journal/new-step-drops-redo", test_new_step_drops_redo);
  g_test_add_func ("/store/journal/work-survives-a-new-text", test_work_survives_a_new_text);
  g_test_add_func ("/store/journal/unplaced-work-is-listed", test_unplaced_work_is_listed);
  g_test_add_func ("/store/journal/added-figure-is-planted-anew", test_added_figure_is_planted_anew);
  g_test_add_func ("/store/journal/added-stands-in-its-place", test_added_stands_in_its_place);
  g_test_add_func ("/store/journal/supersede-is-one-step", test_supersede_is_one_step);

  g_test_add_func ("/store/journal/undo-is-of-ones-own", test_undo_is_of_ones_own);
  g_test_add_func ("/store/journal/undo-of-another-person", test_undo_of_another_person);

  return g_test_run ();
}

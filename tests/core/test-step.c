/* test-step.c - what undo would take back, said by name; an import taken back by itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-import-record.h"
#include "dz-scratch.h"
#include "dz-step.h"

#include <sqlite3.h>
#include <string.h>

typedef struct
{
  DzScratch *scratch;
  DzCodebook *codebook;
  gint64 body;
  gint64 report;
} Place;

/* One import of @n reports, as the import job writes them. */
static void
import (DzStore *store,
        guint    run,
        gint64   body,
        int      year,
        guint    n,
        gint64  *ids)
{
  dz_store_begin_step (store, "import");
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(DzReport) report = dz_scratch_report ("青禾镇", year + (int) i, 100 * run + i);
      g_autoptr(DzImportRecord) record = dz_import_record_new (dz_source_new ("a.docx"));

      report->body_id = body;
      ids[i] = dz_store_add_report (store, report, NULL);
      g_assert_cmpint (ids[i], !=, 0);
      record->run = run;
      record->report_id = ids[i];
      g_assert_true (dz_store_add_record (store, record, NULL));
    }
  dz_store_end_step (store);
}

static void
place_open (Place         *self,
            gconstpointer  data)
{
  static const char xml[] =
    "<codebook xmlns='urn:duizhao:codebook'>"
    "<indicators><indicator id='disputes_mediated' theme='disputes' kind='count' unit='件'>"
    "<name>调处矛盾纠纷</name></indicator></indicators>"
    "<weaknesses><weakness id='enforce_staff_short' theme='disputes'><name>执法力量不足</name></weakness>"
    "</weaknesses><checks><check id='C-CERT'><name>持证人数</name></check></checks></codebook>";
  g_autoptr(GError) error = NULL;
  g_autoptr(DzBody) body = dz_body_new ("青禾镇", "镇");

  self->scratch = dz_scratch_new ();
  self->codebook = dz_codebook_new ();
  dz_codebook_add (self->codebook, xml, -1, "test.xml", &error);
  g_assert_no_error (error);
  self->body = dz_store_set_body (self->scratch->store, body, NULL);
  import (self->scratch->store, 1, self->body, 2024, 1, &self->report);
}

static void
place_close (Place         *self,
             gconstpointer  data)
{
  dz_codebook_unref (self->codebook);
  dz_scratch_free (self->scratch);
}

static DzStep *
get_undo (Place *self)
{
  g_autoptr(GError) error = NULL;
  DzStep *step = dz_store_dup_step (self->scratch->store, self->codebook, TRUE, &error);

  g_assert_no_error (error);

  return step;
}

static void
assert_undo (Place      *self,
             const char *name,
             gboolean    whole)
{
  g_autoptr(DzStep) step = get_undo (self);

  g_assert_cmpstr (step->name, ==, name);
  g_assert_cmpint (step->whole, ==, whole);
  g_assert_cmpstr (step->who, ==, "李文书");
}

static DzFigure
get_figure (Place *self)
{
  g_autoptr(DzReport) report = dz_store_load_report (self->scratch->store, self->report, NULL);

  return g_array_index (report->figures, DzFigure, 0);
}

static void
test_decisions_have_names (Place         *self,
                           gconstpointer  data)
{
  DzStore *store = self->scratch->store;
  g_autoptr(DzReport) report = dz_store_load_report (store, self->report, NULL);
  gint64 weakness = g_array_index (report->weaknesses, DzWeakness, 0).id;
  DzFigure figure = get_figure (self);
  DzFigure was = figure;

  assert_undo (self, "Import of 1 report", TRUE);
  figure.value = 806;
  figure.state = DZ_STATE_CORRECTED;
  g_assert_true (dz_store_set_figure (store, &figure, &was, NULL));
  assert_undo (self, "Correction: 青禾镇 2024, 调处矛盾纠纷 100 → 806", FALSE);
  g_assert_true (dz_store_set_figure_state (store, figure.id, DZ_STATE_REJECTED, NULL));
  assert_undo (self, "Rejection: 青禾镇 2024, 调处矛盾纠纷", FALSE);
  g_assert_true (dz_store_set_weakness_state (store, weakness, DZ_STATE_CONFIRMED, NULL));
  assert_undo (self, "Confirmation: 青禾镇 2024, 执法力量不足", FALSE);
  g_assert_true (dz_store_set_check (store, self->report, "C-CERT", DZ_STATE_REJECTED, "含借调", NULL));
  assert_undo (self, "Explanation: 青禾镇 2024, 持证人数", FALSE);
  g_assert_true (dz_store_set_received (store, self->report, "2025-03-01", NULL));
  assert_undo (self, "Date of receipt: 青禾镇 2024", FALSE);
  {
    g_autoptr(DzDecision) plan =
      dz_decision_new ("plan-done", report->body_id, 2024, "争取县司法局选派青年干部到所帮带一年以上", "done", "县局台账");
    g_autoptr(DzDecision) problem = dz_decision_new ("destination", report->body_id, 2024, "enforce_staff_short", "new", NULL);

    g_assert_true (dz_store_set_decision (store, plan, NULL));
    assert_undo (self, "Last year's plan: 青禾镇 2024, 争取县司法局选派青年干部到所帮带…", FALSE);
    g_assert_true (dz_store_set_decision (store, problem, NULL));
    assert_undo (self, "What became of a problem: 青禾镇 2024, 执法力量不足", FALSE);
  }
  g_assert_true (dz_store_remove_report (store, self->report, NULL));
  assert_undo (self, "Removal of a report: 青禾镇 2024", FALSE);
}

/* A step of many decisions tells how many: the log tells only the first of them. */
static void
test_many_are_counted (Place         *self,
                       gconstpointer  data)
{
  DzStore *store = self->scratch->store;
  g_autoptr(DzReport) report = dz_scratch_report ("青禾镇", 2023, 7);
  g_autoptr(DzReport) kept = NULL;
  g_autofree char *name = NULL;
  gint64 id;

  for (guint i = 0; i < 300; i++)
    {
      DzFigure one = g_array_index (report->figures, DzFigure, 0);

      one.value = i;
      g_array_append_val (report->figures, one);
    }
  report->body_id = self->body;
  id = dz_store_add_report (store, report, NULL);
  g_assert_cmpint (id, !=, 0);
  kept = dz_store_load_report (store, id, NULL);
  g_assert_cmpuint (kept->figures->len, >, 300);
  dz_store_begin_step (store, "confirm");
  for (guint i = 0; i < kept->figures->len; i++)
    g_assert_true (dz_store_set_figure_state (store, g_array_index (kept->figures, DzFigure, i).id, DZ_STATE_CONFIRMED, NULL));
  dz_store_end_step (store);
  name = g_strdup_printf ("Confirmation of %u figures", kept->figures->len);
  assert_undo (self, name, FALSE);
}

static void
test_settings_and_what_follows_are_one_step (Place         *self,
                                             gconstpointer  data)
{
  DzStore *store = self->scratch->store;
  g_autoptr(DzCounty) county = dz_store_dup_county (store, NULL);
  g_autoptr(DzReport) newer = dz_scratch_report ("青禾镇", 2024, 100);
  g_autofree char *before = dz_scratch_dump (store);
  g_autofree char *after = NULL;

  county->brief_contents = g_strdup ("summary");
  g_assert_true (dz_store_set_county (store, county, NULL, NULL));
  assert_undo (self, "Contents of the briefing", FALSE);
  g_assert_true (dz_store_undo (store, 0, NULL));
  g_clear_pointer (&county->brief_contents, g_free);
  county->codebook_xml = g_strdup ("<codebook/>");
  g_assert_true (dz_store_set_county (store, county, NULL, NULL));
  dz_store_join_step (store, "county", "reread");
  g_assert_true (dz_store_replace_report (store, self->report, newer, NULL, NULL));
  dz_store_end_step (store);
  assert_undo (self, "The county's codebook, with 1 report read anew", TRUE);
  g_assert_true (dz_store_undo (store, 0, NULL));
  after = dz_scratch_dump (store);
  g_assert_cmpstr (after, ==, before);
}

/* What reports share is kept with their texts: undoing a reading anew brings it back. */
static void
test_overlaps_come_back (Place         *self,
                         gconstpointer  data)
{
  DzStore *store = self->scratch->store;
  g_autoptr(GPtrArray) overlaps = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_overlap_free);
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autoptr(DzReport) newer = dz_scratch_report ("青禾镇", 2024, 100);
  g_autoptr(DzReview) review = NULL;
  gint64 other;

  import (store, 2, self->body, 2023, 1, &other);
  g_ptr_array_add (overlaps, dz_overlap_new (self->report, other, 0.5));
  g_assert_true (dz_store_set_overlaps (store, overlaps, NULL));
  g_assert_true (dz_store_replace_report (store, self->report, newer, NULL, NULL));
  g_assert_true (dz_store_set_overlaps (store, none, NULL));
  g_assert_true (dz_store_undo (store, 0, NULL));
  review = dz_store_load (store, NULL, NULL);
  g_assert_cmpuint (review->overlaps->len, ==, 1);
}

static void
test_only_the_step_that_was_meant (Place         *self,
                                   gconstpointer  data)
{
  g_autoptr(DzStore) other = dz_store_open (self->scratch->path, NULL);
  g_autoptr(DzStep) step = get_undo (self);
  g_autoptr(GError) error = NULL;

  g_assert_true (dz_store_set_note (other, self->report, "另一处", NULL));
  g_assert_false (dz_store_undo (self->scratch->store, step->id, &error));
  g_assert_nonnull (error);
  assert_undo (self, "Note on a report: 青禾镇 2024", FALSE);
}

/* Two windows: each writes what its own person changed, and nothing of what it remembers. */
static void
test_stale_memory_writes_nothing (Place         *self,
                                  gconstpointer  data)
{
  g_autoptr(DzStore) other = dz_store_open (self->scratch->path, NULL);
  g_autoptr(DzReview) seen = dz_store_load (other, NULL, NULL);
  g_autoptr(DzCounty) county = dz_county_copy (seen->county);
  g_autoptr(DzCounty) mine = dz_county_copy (seen->county);
  g_autoptr(DzCounty) now = NULL;
  DzFigure was = get_figure (self);
  DzFigure one = was;
  DzFigure two = was;

  g_assert_false (dz_store_is_stale (other));
  /* who only reads makes nobody stale */
  g_assert_nonnull (seen);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr(DzStore) reader = dz_store_open (self->scratch->path, NULL);
      g_autoptr(DzReview) read = dz_store_load (reader, NULL, NULL);

      g_assert_nonnull (read);
      g_clear_object (&reader);
      g_assert_false (dz_store_is_stale (other));
    }
  one.scope = DZ_SCOPE_VILLAGES;
  g_assert_true (dz_store_set_figure (self->scratch->store, &one, &was, NULL));
  g_assert_true (dz_store_is_stale (other));
  two.value = 7;
  g_assert_true (dz_store_set_figure (other, &two, &was, NULL));
  one = get_figure (self);
  g_assert_cmpint (one.scope, ==, DZ_SCOPE_VILLAGES);
  g_assert_cmpfloat (one.value, ==, 7);

  county->name = g_strdup ("望泽县");
  g_assert_true (dz_store_set_county (self->scratch->store, county, seen->county, NULL));
  mine->issuer = g_strdup ("县委依法治县办");
  g_assert_true (dz_store_set_county (other, mine, seen->county, NULL));
  now = dz_store_dup_county (other, NULL);
  g_assert_cmpstr (now->name, ==, "望泽县");
  g_assert_cmpstr (now->issuer, ==, "县委依法治县办");
}

static void
test_take_back_an_earlier_import (Place         *self,
                                  gconstpointer  data)
{
  DzStore *store = self->scratch->store;
  g_autoptr(DzReview) review = NULL;
  g_autoptr(GError) error = NULL;
  gint64 later[2];
  guint n_later;
  DzFigure figure;

  import (store, 2, self->body, 2020, 2, later);
  figure = get_figure (self);
  g_assert_true (dz_store_set_figure_state (store, figure.id, DZ_STATE_CONFIRMED, NULL));
  g_assert_true (dz_store_set_note (store, later[0], "留着", NULL));

  g_assert_cmpuint (dz_store_count_import (store, 1, &n_later, &error), ==, 1);
  g_assert_no_error (error);
  g_assert_cmpuint (n_later, ==, 1);
  g_assert_true (dz_store_take_back (store, 1, &error));
  g_assert_no_error (error);
  assert_undo (self, "Taking back of 1 imported report", TRUE);
  review = dz_store_load (store, NULL, NULL);
  g_assert_cmpuint (review->reports->len, ==, 2);
  g_assert_cmpuint (review->bodies->len, ==, 1); /* its other reports are of it */
  g_assert_cmpstr (dz_review_find_report (review, later[0])->note, ==, "留着");
  g_assert_cmpuint (dz_store_count_import (store, 1, &n_later, NULL), ==, 0);
  g_assert_false (dz_store_take_back (store, 99, &error));
  g_assert_nonnull (error);

  /* and undo brings the reports and what was decided in them back */
  g_assert_true (dz_store_undo (store, 0, NULL));
  figure = get_figure (self);
  g_assert_cmpint (figure.state, ==, DZ_STATE_CONFIRMED);
  g_clear_pointer (&review, dz_review_unref);
  review = dz_store_load (store, NULL, NULL);
  g_assert_cmpuint (review->reports->len, ==, 3);
}

/* Another program threw away what a step changed: whatever its verb, it is called by that. */
static void
test_steps_without_changes (Place         *self,
                            gconstpointer  data)
{
  static const char *const verbs[] = { "check", "ledger", "tables", "confirm", "county", "figure", "weakness", "cause", "decision",
                                       "remark", "import", "merge", "nobody's" };

  g_assert_true (dz_store_set_check (self->scratch->store, self->report, "C-CERT", DZ_STATE_CONFIRMED, NULL, NULL));
  g_clear_object (&self->scratch->store);
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autofree char *sql = g_strdup_printf ("DELETE FROM change; UPDATE step SET verb = \"%s\" WHERE id ="
                                              " (SELECT max(id) FROM step)", verbs[i]);
      g_autoptr(DzStore) store = NULL;
      g_autoptr(DzStep) step = NULL;
      sqlite3 *handle = NULL;

      g_assert_cmpint (sqlite3_open (self->scratch->path, &handle), ==, SQLITE_OK);
      sqlite3_exec (handle, sql, NULL, NULL, NULL);
      sqlite3_close (handle);
      store = dz_store_open (self->scratch->path, NULL);
      g_assert_nonnull (store);
      step = dz_store_dup_step (store, self->codebook, TRUE, NULL);
      g_assert_nonnull (step);
      g_assert_nonnull (step->name);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/store/step/" path, Place, NULL, place_open, function, place_close)
  ADD ("decisions-have-names", test_decisions_have_names);
  ADD ("many-are-counted", test_many_are_counted);
  ADD ("settings-and-what-follows-are-one-step", test_settings_and_what_follows_are_one_step);
  ADD ("overlaps-come-back", test_overlaps_come_back);
  ADD ("only-the-step-that-was-meant", test_only_the_step_that_was_meant);
  ADD ("stale-memory-writes-nothing", test_stale_memory_writes_nothing);
  ADD ("take-back-an-earlier-import", test_take_back_an_earlier_import);
  ADD ("steps-without-changes", test_steps_without_changes);

  return g_test_run ();
}

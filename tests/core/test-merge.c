/* test-merge.c - two analysts' copies of one review become one, and nothing either decided is lost
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-error.h"
#include "dz-import-record.h"
#include "dz-merge.h"
#include "dz-scratch.h"

#include <glib/gstdio.h>
#include <unistd.h>

/* Two copies of a review with the same two reports; what each analyst did comes after. */
typedef struct
{
  DzScratch *own;
  char *path;
  DzStore *other;
  gint64 first, second; /* reports, the same ids in both */
} Pair;

static Pair *
pair_new (void)
{
  Pair *self = g_new0 (Pair, 1);
  g_autoptr(DzReport) one = dz_scratch_report ("青禾镇", 2024, 5);
  g_autoptr(DzReport) two = dz_scratch_report ("澜桥镇", 2024, 6);
  g_autoptr(DzBody) body = dz_body_new ("青禾镇", NULL);

  self->own = dz_scratch_new ();
  one->body_id = dz_store_set_body (self->own->store, body, NULL);
  self->first = dz_store_add_report (self->own->store, one, NULL);
  self->second = dz_store_add_report (self->own->store, two, NULL);
  self->path = g_build_filename (self->own->folder, "对方.duizhao", NULL);
  g_assert_true (dz_store_save_copy (self->own->store, self->path, NULL, NULL, NULL, NULL));
  self->other = dz_store_open (self->path, NULL);
  g_assert_nonnull (self->other);

  return self;
}

static void
pair_free (Pair *self)
{
  g_clear_object (&self->other);
  g_free (self->path);
  dz_scratch_free (self->own);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pair, pair_free)

static DzFigure
get_figure (DzStore *store,
            gint64   report_id,
            guint    index)
{
  g_autoptr(DzReport) report = dz_store_load_report (store, report_id, NULL);

  return g_array_index (report->figures, DzFigure, index);
}

static void
correct (DzStore *store,
         gint64   report_id,
         double   value)
{
  DzFigure figure = get_figure (store, report_id, 0);

  figure.value = value;
  figure.state = DZ_STATE_CORRECTED;
  g_assert_true (dz_store_set_figure (store, &figure, NULL, NULL));
}

/* @theirs: (nullable): as in dz_store_merge() */
static void
merge_with (Pair       *self,
            GHashTable *theirs,
            DzMerged   *merged)
{
  g_autoptr(GError) error = NULL;

  g_clear_object (&self->other);
  g_assert_true (dz_store_merge (self->own->store, self->path, theirs, merged, &error));
  g_assert_no_error (error);
  self->other = dz_store_open (self->path, NULL);
}

static void
merge (Pair     *self,
       DzMerged *merged)
{
  merge_with (self, NULL, merged);
}

/* The second analyst's work on reports the first has too: all of it, with day and name. */
static void
test_takes_over (void)
{
  g_autoptr(Pair) self = pair_new ();
  g_auto(DzMerged) merged = { 0 };
  g_auto(DzMerged) again = { 0 };
  g_autofree char *before = dz_scratch_dump (self->own->store);
  g_autofree char *theirs = NULL, *got = NULL, *twice = NULL, *undone = NULL, *redone = NULL;
  g_autoptr(DzReport) report = NULL;
  g_autoptr(GPtrArray) log = NULL;
  gboolean named = FALSE;
  DzWeakness weakness;

  dz_journal_set_clock (dz_scratch_clock, "王审核");
  correct (self->other, self->first, 7);
  correct (self->other, self->first, 8);
  report = dz_store_load_report (self->other, self->second, NULL);
  weakness = g_array_index (report->weaknesses, DzWeakness, 0);
  g_assert_true (dz_store_set_weakness_state (self->other, weakness.id, DZ_STATE_REJECTED, NULL));
  g_assert_true (dz_store_set_note (self->other, self->second, "请补材料", NULL));
  g_assert_true (dz_store_set_reviewing (self->other, self->second, DZ_REVIEWING_DONE, NULL));
  g_assert_true (dz_store_set_check (self->other, self->first, "C-CERT", DZ_STATE_REJECTED, "已核对", NULL));
  g_assert_true (dz_store_set_check (self->other, self->first, "C-LATE", DZ_STATE_CONFIRMED, NULL, NULL));
  /* a note on a figure nobody decided */
  g_assert_true (dz_store_set_remark (self->other, FALSE, get_figure (self->other, self->second, 0).id, "问镇里", NULL));
  theirs = dz_scratch_dump (self->other);
  dz_journal_set_clock (dz_scratch_clock, "李文书");

  merge (self, &merged);
  g_assert_cmpuint (merged.added, ==, 0);
  g_assert_cmpuint (merged.skipped, ==, 2);
  g_assert_cmpuint (merged.conflicts->len, ==, 0);
  got = dz_scratch_dump (self->own->store);
  g_assert_cmpstr (got, ==, theirs);
  g_assert_cmpuint (merged.taken, ==, 7);
  log = dz_store_list_log (self->own->store, "figure", get_figure (self->own->store, self->first, 0).id, NULL);
  for (guint i = 0; i < log->len; i++)
    {
      const DzLogEntry *entry = g_ptr_array_index (log, i);

      named |= g_strcmp0 (entry->who, "王审核") == 0 && g_strcmp0 (entry->field, "value") == 0 &&
               g_strcmp0 (entry->from, "7.0") == 0 && g_strcmp0 (entry->to, "8.0") == 0;
    }
  g_assert_true (named);

  merge (self, &again);
  g_assert_cmpuint (again.taken + again.conflicts->len + again.added, ==, 0);
  twice = dz_scratch_dump (self->own->store);
  g_assert_cmpstr (twice, ==, got);
  g_assert_true (dz_store_undo (self->own->store, 0, NULL));
  undone = dz_scratch_dump (self->own->store);
  g_assert_cmpstr (undone, ==, before);
  g_assert_true (dz_store_redo (self->own->store, 0, NULL));
  redone = dz_scratch_dump (self->own->store);
  g_assert_cmpstr (redone, ==, got);
}

static void
check_conflict (const DzConflict *conflict,
                const char       *what,
                const char       *mine,
                const char       *theirs)
{
  const DzConflictField *field = g_ptr_array_index (conflict->fields, 0);
  g_autofree char *line = dz_conflict_to_line (conflict);

  g_assert_cmpstr (conflict->what, ==, what);
  g_assert_cmpstr (conflict->subject, ==, "青禾镇 2024");
  g_assert_cmpuint (conflict->fields->len, ==, 1);
  g_assert_cmpstr (field->mine, ==, mine);
  g_assert_cmpstr (field->theirs, ==, theirs);
  g_assert_cmpstr (conflict->my_name, ==, "李文书");
  g_assert_cmpstr (conflict->their_name, ==, "王审核");
  g_assert_nonnull (conflict->my_time);
  g_assert_nonnull (conflict->their_time);
  g_assert_nonnull (strstr (line, theirs));
}

/* How often the log says that @who wrote one or the other. */
static guint
count_said (GPtrArray  *log,
            const char *who,
            const char *one,
            const char *other)
{
  guint n = 0;

  for (guint i = 0; i < log->len; i++)
    {
      const DzLogEntry *entry = g_ptr_array_index (log, i);

      n += g_strcmp0 (entry->who, who) == 0 && (g_strcmp0 (entry->to, one) == 0 || g_strcmp0 (entry->to, other) == 0);
    }

  return n;
}

static GHashTable *
list_keys (const DzMerged *merged)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < merged->conflicts->len; i++)
    g_hash_table_add (keys, g_strdup (((DzConflict *) g_ptr_array_index (merged->conflicts, i))->key));

  return keys;
}

/* The first says 11 and 甲的话, the second 12 and 乙的话. */
static void
disagree (Pair *self)
{
  dz_journal_set_clock (dz_scratch_clock, "李文书");
  correct (self->own->store, self->first, 11);
  g_assert_true (dz_store_set_note (self->own->store, self->first, "甲的话", NULL));
  dz_journal_set_clock (dz_scratch_clock, "王审核");
  correct (self->other, self->first, 12);
  g_assert_true (dz_store_set_note (self->other, self->first, "乙的话", NULL));
  dz_journal_set_clock (dz_scratch_clock, "李文书");
}

/* Both decided, and not the same: ours stands, theirs is told and in the history. */
static void
test_conflict (void)
{
  g_autoptr(Pair) self = pair_new ();
  g_auto(DzMerged) merged = { 0 };
  g_auto(DzMerged) again = { 0 };
  g_autoptr(GPtrArray) log = NULL;
  g_autofree char *before = NULL, *after = NULL;
  guint seen = 0;

  disagree (self);
  correct (self->own->store, self->second, 9);
  correct (self->other, self->second, 9);
  before = dz_scratch_dump (self->own->store);

  merge (self, &merged);
  after = dz_scratch_dump (self->own->store);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (merged.conflicts->len, ==, 2);
  check_conflict (g_ptr_array_index (merged.conflicts, 0), "report", "甲的话", "乙的话");
  check_conflict (g_ptr_array_index (merged.conflicts, 1), "figure", "11", "12");
  log = dz_store_list_log (self->own->store, "report", self->first, NULL);
  seen = count_said (log, "王审核", "乙的话", "12.0");
  g_assert_cmpuint (seen, ==, 2);

  merge (self, &again);
  g_assert_cmpuint (again.conflicts->len + again.taken, ==, 0);
  g_assert_true (dz_store_undo (self->own->store, 0, NULL));
}

/* A person takes theirs of some: those stand, with their history; undo brings ours back, and merging again asks nothing. */
static void
test_theirs_stand (void)
{
  g_autoptr(Pair) self = pair_new ();
  g_auto(DzMerged) merged = { 0 };
  g_auto(DzMerged) again = { 0 };
  g_auto(DzMerged) anew = { 0 };
  g_autoptr(GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) all = NULL;
  g_autoptr(GPtrArray) log = NULL;
  g_autoptr(DzReport) report = NULL;
  g_autofree char *before = NULL, *undone = NULL, *key = NULL, *theirs = NULL, *got = NULL;

  disagree (self);
  before = dz_scratch_dump (self->own->store);
  theirs = dz_scratch_dump (self->other);
  key = g_strdup_printf ("figure/%" G_GINT64_FORMAT "/indicator", get_figure (self->own->store, self->first, 0).id);
  g_hash_table_add (keys, key);
  merge_with (self, keys, &merged);
  g_assert_cmpuint (merged.conflicts->len, ==, 2);
  g_assert_false (((DzConflict *) g_ptr_array_index (merged.conflicts, 0))->theirs_stand);
  g_assert_true (((DzConflict *) g_ptr_array_index (merged.conflicts, 1))->theirs_stand);
  g_assert_cmpfloat (get_figure (self->own->store, self->first, 0).value, ==, 12);
  report = dz_store_load_report (self->own->store, self->first, NULL);
  g_assert_cmpstr (report->note, ==, "甲的话");
  log = dz_store_list_log (self->own->store, "figure", get_figure (self->own->store, self->first, 0).id, NULL);
  g_assert_cmpuint (count_said (log, "王审核", "12.0", "12.0"), ==, 1);
  merge (self, &again);
  g_assert_true (dz_merged_is_empty (&again));

  /* what was undone was never told */
  g_assert_true (dz_store_undo (self->own->store, 0, NULL));
  undone = dz_scratch_dump (self->own->store);
  g_assert_cmpstr (undone, ==, before);
  all = list_keys (&merged);
  merge_with (self, all, &anew);
  g_assert_cmpuint (anew.conflicts->len, ==, 2);
  got = dz_scratch_dump (self->own->store);
  g_assert_cmpstr (got, ==, theirs);
}

/* What is decided about a body, not in a row of a report: taken over with its history, told where it differs. */
static void
test_decisions (void)
{
  g_autoptr(Pair) self = pair_new ();
  g_auto(DzMerged) merged = { 0 };
  g_auto(DzMerged) again = { 0 };
  g_autoptr(GPtrArray) log = NULL;
  g_autofree char *before = dz_scratch_dump (self->own->store), *undone = NULL;
  const DzConflict *conflict;
  DzDecision decision = { "destination", dz_store_find_body (self->other, "青禾镇"), 2024, (char *) "enforce_staff_short",
                          (char *) "kept", NULL };

  dz_journal_set_clock (dz_scratch_clock, "王审核");
  g_assert_true (dz_store_set_decision (self->other, &decision, NULL));
  decision.key = (char *) "publicity_form_single";
  g_assert_true (dz_store_set_decision (self->other, &decision, NULL));
  dz_journal_set_clock (dz_scratch_clock, "李文书");
  decision.value = (char *) "rectified";
  decision.body_id = dz_store_find_body (self->own->store, "青禾镇");
  g_assert_true (dz_store_set_decision (self->own->store, &decision, NULL));

  merge (self, &merged);
  g_assert_cmpuint (merged.taken, ==, 1);
  g_assert_cmpuint (merged.conflicts->len, ==, 1);
  conflict = g_ptr_array_index (merged.conflicts, 0);
  check_conflict (conflict, "decision", "rectified", "kept");
  g_assert_cmpstr (conflict->name, ==, "publicity_form_single");
  log = dz_store_list_log (self->own->store, NULL, 0, NULL);
  g_assert_cmpuint (count_said (log, "王审核", "kept", "kept"), ==, 2);
  merge (self, &again);
  g_assert_true (dz_merged_is_empty (&again));
  g_assert_true (dz_store_undo (self->own->store, 0, NULL));
  g_assert_true (dz_store_undo (self->own->store, 0, NULL));
  undone = dz_scratch_dump (self->own->store);
  g_assert_cmpstr (undone, ==, before);
}

/* Undone, and merged again: what was taken over the first time is again. */
static void
test_after_undo (void)
{
  g_autoptr(Pair) self = pair_new ();
  g_auto(DzMerged) merged = { 0 };
  g_auto(DzMerged) again = { 0 };
  g_autofree char *got = NULL, *twice = NULL;

  correct (self->other, self->first, 7);
  merge (self, &merged);
  got = dz_scratch_dump (self->own->store);
  g_assert_true (dz_store_undo (self->own->store, 0, NULL));
  merge (self, &again);
  g_assert_cmpuint (again.taken, ==, 1);
  twice = dz_scratch_dump (self->own->store);
  g_assert_cmpstr (twice, ==, got);
}

/* From a write-protected copy: as from any. Into one, and into itself: said. */
static void
test_write_protected (void)
{
  g_autoptr(Pair) self = pair_new ();
  g_auto(DzMerged) merged = { 0 };
  g_auto(DzMerged) refused = { 0 };
  g_auto(DzMerged) same = { 0 };
  g_autoptr(DzStore) protected = NULL;
  g_autoptr(GError) error = NULL;

  correct (self->other, self->first, 7);
  g_clear_object (&self->other);
  g_assert_cmpint (g_chmod (self->path, 0400), ==, 0);
  g_assert_true (dz_store_merge (self->own->store, self->path, NULL, &merged, NULL));
  g_assert_cmpuint (merged.taken, ==, 1);

  g_assert_false (dz_store_merge (self->own->store, self->own->path, NULL, &same, &error));
  g_assert_error (error, DZ_ERROR, DZ_ERROR_STORE);
  g_clear_error (&error);
  if (geteuid () == 0)
    return; /* may write all the same */
  protected = dz_store_open (self->path, NULL);
  g_assert_true (dz_store_is_read_only (protected));
  g_assert_false (dz_store_merge (protected, self->own->path, NULL, &refused, &error));
  g_assert_nonnull (error);
}

static void
test_added_by_hand (void)
{
  g_autoptr(Pair) self = pair_new ();
  g_auto(DzMerged) merged = { 0 };
  g_auto(DzMerged) again = { 0 };
  g_autofree char *theirs = NULL, *got = NULL;
  DzFigure figure = get_figure (self->other, self->first, 1);

  figure.id = 0;
  figure.number.start = figure.span.start;
  figure.state = DZ_STATE_CORRECTED;
  figure.value = 44;
  g_assert_cmpint (dz_store_add_figure (self->other, self->first, &figure, NULL), !=, 0);
  theirs = dz_scratch_dump (self->other);
  merge (self, &merged);
  g_assert_cmpuint (merged.taken, ==, 1);
  got = dz_scratch_dump (self->own->store);
  g_assert_cmpstr (got, ==, theirs);
  merge (self, &again);
  g_assert_cmpuint (again.taken, ==, 0);
}

/* Into an empty review: everything, and who did it. */
static void
test_into_an_empty_review (void)
{
  g_autoptr(Pair) self = pair_new ();
  g_autoptr(DzScratch) empty = dz_scratch_new ();
  g_auto(DzMerged) merged = { 0 };
  g_autoptr(GPtrArray) there = NULL, here = NULL;
  g_autofree char *theirs = NULL, *got = NULL;
  guint n_there = 0, n_here = 0;

  dz_journal_set_clock (dz_scratch_clock, "王审核");
  correct (self->other, self->first, 7);
  correct (self->other, self->first, 8);
  g_assert_true (dz_store_set_note (self->other, self->second, "请补材料", NULL));
  dz_journal_set_clock (dz_scratch_clock, "李文书");
  theirs = dz_scratch_dump (self->other);
  there = dz_store_list_log (self->other, NULL, 0, NULL);
  g_clear_object (&self->other);
  g_assert_true (dz_store_merge (empty->store, self->path, NULL, &merged, NULL));
  g_assert_cmpuint (merged.added, ==, 2);
  got = dz_scratch_dump (empty->store);
  g_assert_cmpstr (got, ==, theirs);
  here = dz_store_list_log (empty->store, NULL, 0, NULL);
  for (guint i = 0; i < there->len; i++)
    n_there += g_strcmp0 (((DzLogEntry *) g_ptr_array_index (there, i))->who, "王审核") == 0;
  for (guint i = 0; i < here->len; i++)
    n_here += g_strcmp0 (((DzLogEntry *) g_ptr_array_index (here, i))->who, "王审核") == 0;
  g_assert_cmpuint (n_there, >, 3);
  g_assert_cmpuint (n_here, ==, n_there);
}

/* Another text of a body and year that is here: both come to stand, it is told and listed, once. */
static void
test_second_of_a_body (void)
{
  g_autoptr(Pair) self = pair_new ();
  g_auto(DzMerged) merged = { 0 };
  g_auto(DzMerged) again = { 0 };
  g_autoptr(DzReport) draft = dz_scratch_report ("青禾镇", 2024, 9);
  g_autoptr(DzReport) came = NULL;
  g_autoptr(GPtrArray) records = NULL, records_after = NULL;
  gint64 there, body = dz_store_find_body (self->other, "青禾镇");
  const DzImportRecord *record;

  draft->body_id = body;
  there = dz_store_add_report (self->other, draft, NULL);
  /* said there of its identity alone, with the other report out of sight */
  g_assert_true (dz_store_set_identity (self->other, there, body, 2024, draft->identity.kind, TRUE, NULL));
  merge (self, &merged);
  g_assert_cmpuint (merged.added, ==, 1);
  g_assert_cmpuint (merged.second->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (merged.second, 0), ==, "青禾镇 2024");
  records = dz_store_list_records (self->own->store, 0, NULL);
  g_assert_cmpuint (records->len, ==, 1);
  record = g_ptr_array_index (records, 0);
  g_assert_cmpint (record->outcome, ==, DZ_OUTCOME_OLDER);
  g_assert_cmpint (record->older_id, ==, self->first);
  came = dz_store_load_report (self->own->store, record->report_id, NULL);
  g_assert_false (came->guess_confirmed);

  merge (self, &again);
  g_assert_true (dz_merged_is_empty (&again));
  g_assert_cmpuint (again.second->len, ==, 0);
  records_after = dz_store_list_records (self->own->store, 0, NULL);
  g_assert_cmpuint (records_after->len, ==, 1);
  /* one step: neither the report nor its question stays */
  g_assert_true (dz_store_undo (self->own->store, 0, NULL));
  g_assert_cmpuint (dz_store_count_reports (self->own->store), ==, 2);
}

/* Two of a body that somebody there said are both to stay, stay unasked; two nobody looked at are asked about here. */
static void
test_second_came_with_the_first (void)
{
  for (guint is_decided = 0; is_decided < 2; is_decided++)
    {
      g_autoptr(Pair) self = pair_new ();
      g_autoptr(DzScratch) empty = dz_scratch_new ();
      g_auto(DzMerged) merged = { 0 };
      g_autoptr(DzReport) draft = dz_scratch_report ("青禾镇", 2024, 9);
      gint64 there, body = dz_store_find_body (self->other, "青禾镇");

      draft->body_id = body;
      there = dz_store_add_report (self->other, draft, NULL);
      if (is_decided)
        g_assert_true (dz_store_set_identity (self->other, there, body, 2024, draft->identity.kind, TRUE, NULL));
      g_clear_object (&self->other);
      g_assert_true (dz_store_merge (empty->store, self->path, NULL, &merged, NULL));
      g_assert_cmpuint (merged.added, ==, 3);
      g_assert_cmpuint (merged.second->len, ==, is_decided ? 0 : 1);
    }
}

/* What one analyst wrote into the roster comes over; where both did, both are shown and one stands. */
static void
test_bodies (void)
{
  g_autoptr(Pair) self = pair_new ();
  g_auto(DzMerged) merged = { 0 };
  g_auto(DzMerged) again = { 0 };
  g_autoptr(GPtrArray) here = dz_store_list_bodies (self->own->store, NULL);
  g_autoptr(GPtrArray) there = dz_store_list_bodies (self->other, NULL);
  g_autoptr(GPtrArray) after = NULL, before = NULL;
  DzBody *ours = g_ptr_array_index (here, 0), *theirs = g_ptr_array_index (there, 0);
  const DzConflict *conflict;
  const DzConflictField *field;
  const DzBody *body;

  theirs->population = 32000;
  theirs->villages = 18;
  theirs->contact = g_strdup ("刘干事");
  g_assert_cmpint (dz_store_set_body (self->other, theirs, NULL), !=, 0);
  ours->villages = 17;
  ours->households = 9000;
  g_assert_cmpint (dz_store_set_body (self->own->store, ours, NULL), !=, 0);
  merge (self, &merged);
  g_assert_cmpuint (merged.taken, ==, 2);
  g_assert_cmpuint (merged.conflicts->len, ==, 1);
  conflict = g_ptr_array_index (merged.conflicts, 0);
  field = g_ptr_array_index (conflict->fields, 0);
  g_assert_cmpstr (conflict->what, ==, "body");
  g_assert_cmpstr (conflict->subject, ==, "青禾镇");
  g_assert_cmpstr (field->mine, ==, "17");
  g_assert_cmpstr (field->theirs, ==, "18");
  after = dz_store_list_bodies (self->own->store, NULL);
  body = g_ptr_array_index (after, 0);
  g_assert_cmpuint (body->population, ==, 32000);
  g_assert_cmpuint (body->households, ==, 9000);
  g_assert_cmpuint (body->villages, ==, 17);
  g_assert_cmpstr (body->contact, ==, "刘干事");
  merge (self, &again);
  g_assert_true (dz_merged_is_empty (&again));
  g_assert_true (dz_store_undo (self->own->store, 0, NULL));
  before = dz_store_list_bodies (self->own->store, NULL);
  body = g_ptr_array_index (before, 0);
  g_assert_cmpuint (body->population, ==, 0);
  g_assert_null (body->contact);
}

/* The report with its cause as somebody decided it, and, where @more is, a second cause in another place. */
static gint64
add_cause_report (DzStore    *store,
                  const char *code,
                  DzState     state,
                  const char *more)
{
  g_autoptr(DzReport) report = dz_scratch_report ("青禾镇", 2024, 5);
  DzCause *cause = &g_array_index (report->causes, DzCause, 0);

  cause->code = g_intern_string (code);
  cause->state = state;
  if (more != NULL)
    {
      DzCause second = { .code = g_intern_string (more), .weakness = -1, .state = DZ_STATE_CORRECTED };

      second.span = dz_scratch_span (report, "执法力量相对薄弱");
      g_array_append_val (report->causes, second);
    }

  return dz_store_add_report (store, report, NULL);
}

static void
check_cause (DzStore    *store,
             gint64      report_id,
             const char *code,
             DzState     state)
{
  g_autoptr(DzReport) report = dz_store_load_report (store, report_id, NULL);
  const DzCause *cause = &g_array_index (report->causes, DzCause, 0);

  g_assert_cmpuint (report->causes->len, ==, 1);
  g_assert_cmpstr (cause->code, ==, code);
  g_assert_cmpint (cause->state, ==, state);
  g_assert_cmpint (cause->weakness, ==, 1); /* of its weakness still */
}

/* A cause is decided there alone, here alone, in both and not the same, or finds no place here. */
static void
test_causes (void)
{
  static const struct
  {
    DzState own, theirs;
    const char *their_code, *more;
    guint taken, conflicts, left_out;
    const char *code, *chosen; /* that stands; that stands where theirs was chosen */
    DzState state;
  } cases[] = {
    { DZ_STATE_SUGGESTED, DZ_STATE_CORRECTED, "cause_funding", NULL, 1, 0, 0, "cause_funding", "cause_funding", DZ_STATE_CORRECTED },
    { DZ_STATE_SUGGESTED, DZ_STATE_CONFIRMED, "cause_workload", NULL, 1, 0, 0, "cause_workload", "cause_workload", DZ_STATE_CONFIRMED },
    { DZ_STATE_SUGGESTED, DZ_STATE_REJECTED, "cause_workload", NULL, 1, 0, 0, "cause_workload", "cause_workload", DZ_STATE_REJECTED },
    { DZ_STATE_CONFIRMED, DZ_STATE_SUGGESTED, "cause_funding", NULL, 0, 0, 0, "cause_workload", "cause_workload", DZ_STATE_CONFIRMED },
    { DZ_STATE_CONFIRMED, DZ_STATE_CONFIRMED, "cause_workload", NULL, 0, 0, 0, "cause_workload", "cause_workload", DZ_STATE_CONFIRMED },
    { DZ_STATE_CORRECTED, DZ_STATE_CORRECTED, "cause_funding", NULL, 0, 1, 0, "cause_workload", "cause_funding", DZ_STATE_CORRECTED },
    { DZ_STATE_SUGGESTED, DZ_STATE_SUGGESTED, "cause_workload", "cause_funding", 0, 0, 1, "cause_workload", "cause_workload", DZ_STATE_SUGGESTED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases) * 2; i++)
    {
      g_autoptr(DzScratch) own = dz_scratch_new (), other = dz_scratch_new ();
      g_auto(DzMerged) merged = { 0 }, again = { 0 };
      g_autoptr(GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
      g_autofree char *key = NULL, *before = NULL, *undone = NULL;
      gboolean is_chosen = i >= G_N_ELEMENTS (cases);
      guint n = i % G_N_ELEMENTS (cases);
      gint64 id = add_cause_report (own->store, "cause_workload", cases[n].own, NULL);
      gint64 there = add_cause_report (other->store, cases[n].their_code, cases[n].theirs, cases[n].more);
      g_autoptr(DzReport) report = dz_store_load_report (own->store, id, NULL);

      g_assert_cmpint (there, !=, 0);
      g_clear_object (&other->store);
      before = dz_scratch_dump (own->store);
      key = g_strdup_printf ("cause/%" G_GINT64_FORMAT "/code", g_array_index (report->causes, DzCause, 0).id);
      g_hash_table_add (keys, key);
      g_assert_true (dz_store_merge (own->store, other->path, is_chosen ? keys : NULL, &merged, NULL));
      g_assert_cmpuint (merged.taken, ==, cases[n].taken);
      g_assert_cmpuint (merged.conflicts->len, ==, cases[n].conflicts);
      g_assert_cmpuint (merged.left_out->len, ==, cases[n].left_out);
      check_cause (own->store, id, is_chosen ? cases[n].chosen : cases[n].code, cases[n].state);
      if (cases[n].conflicts > 0)
        {
          const DzConflict *conflict = g_ptr_array_index (merged.conflicts, 0);
          const DzConflictField *field = g_ptr_array_index (conflict->fields, 0);

          g_assert_cmpstr (conflict->what, ==, "cause");
          g_assert_cmpstr (conflict->quote, ==, "普法形式单一");
          g_assert_cmpstr (field->mine, ==, "cause_workload");
          g_assert_cmpstr (field->theirs, ==, "cause_funding");
        }
      if (cases[n].left_out > 0)
        g_assert_nonnull (strstr (g_ptr_array_index (merged.left_out, 0), "cause_funding"));

      g_assert_true (dz_store_merge (own->store, other->path, NULL, &again, NULL));
      g_assert_true (dz_merged_is_empty (&again));
      if (cases[n].taken + cases[n].conflicts > 0)
        {
          g_assert_true (dz_store_undo (own->store, 0, NULL));
          undone = dz_scratch_dump (own->store);
          g_assert_cmpstr (undone, ==, before);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge/takes-over", test_takes_over);
  g_test_add_func ("/merge/conflict", test_conflict);
  g_test_add_func ("/merge/theirs-stand", test_theirs_stand);
  g_test_add_func ("/merge/decisions", test_decisions);
  g_test_add_func ("/merge/after-undo", test_after_undo);
  g_test_add_func ("/merge/write-protected", test_write_protected);
  g_test_add_func ("/merge/added-by-hand", test_added_by_hand);
  g_test_add_func ("/merge/into-an-empty-review", test_into_an_empty_review);
  g_test_add_func ("/merge/second-of-a-body", test_second_of_a_body);
  g_test_add_func ("/merge/second-came-with-the-first", test_second_came_with_the_first);
  g_test_add_func ("/merge/bodies", test_bodies);
  g_test_add_func ("/merge/causes", test_causes);

  return g_test_run ();
}

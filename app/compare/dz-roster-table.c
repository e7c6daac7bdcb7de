/* dz-roster-table.c - who reported, when, and what is in it: 报送
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-roster-table.h"

#include "dz-day.h"

#include <stdlib.h>
#include <string.h>

struct _DzRosterRow
{
  GObject parent_instance;

  DzReview *review;
  const DzBody *body; /* borrowed from the review, like the reports */
  DzReport *report;
  DzContentMark contents[DZ_N_CONTENTS];
  DzSpan evidence[DZ_N_CONTENTS];
  guint n_figures;
  guint n_weaknesses;
  DzChecksTable *checks; /* (nullable): until somebody asks how many fail */
  guint n_failing;
  int days_late;
  int publish_days_late;
};

enum
{
  ROW_CHANGED,
  N_ROW_SIGNALS
};

static guint row_signals[N_ROW_SIGNALS];

G_DEFINE_FINAL_TYPE (DzRosterRow, dz_roster_row, G_TYPE_OBJECT)

struct _DzRosterTable
{
  GObject parent_instance;

  DzReview *review;
  int year;
  GListStore *rows;
  GHashTable *of_body; /* &DzBody.id → its row, borrowed */
  DzRosterTotals totals;
};

G_DEFINE_FINAL_TYPE (DzRosterTable, dz_roster_table, G_TYPE_OBJECT)

/* What is asked, and where a report has it of its own. */
static const struct
{
  const char *name;
  const char *check;
  DzSectionKind section;
  gboolean annual, duty;
} contents[DZ_N_CONTENTS] = {
  { "成效", "C-RESULTS", DZ_SECTION_ACHIEVEMENTS, TRUE, TRUE },
  { "问题", "C-PROBLEM", DZ_SECTION_PROBLEMS, TRUE, TRUE },
  { "原因", "C-CAUSE", DZ_SECTION_CAUSES, TRUE, FALSE },
  { "履职", "C-DUTY", DZ_SECTION_PRINCIPAL_DUTY, TRUE, FALSE },
  { "计划", "C-PLAN", DZ_SECTION_PLAN, TRUE, TRUE },
  { "整改", "C-LASTYEAR", DZ_SECTION_LAST_YEAR, FALSE, TRUE },
};

/**
 * dz_content_get_name:
 *
 * Returns: two characters for the head of a column
 */
const char *
dz_content_get_name (DzContent content)
{
  return contents[content].name;
}

/**
 * dz_content_get_check:
 *
 * Returns: id of the check that decides it
 */
const char *
dz_content_get_check (DzContent content)
{
  return contents[content].check;
}

static void
dz_roster_row_finalize (GObject *object)
{
  DzRosterRow *self = DZ_ROSTER_ROW (object);

  g_clear_object (&self->checks);
  g_clear_pointer (&self->review, dz_review_unref);

  G_OBJECT_CLASS (dz_roster_row_parent_class)->finalize (object);
}

static void
dz_roster_row_class_init (DzRosterRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dz_roster_row_finalize;

  row_signals[ROW_CHANGED] = g_signal_new ("changed", DZ_TYPE_ROSTER_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);
}

static void
dz_roster_row_init (DzRosterRow *self)
{
}

/**
 * dz_roster_row_get_body:
 *
 * Returns: (transfer none): the body, as long as the row lives
 */
const DzBody *
dz_roster_row_get_body (DzRosterRow *self)
{
  g_return_val_if_fail (DZ_IS_ROSTER_ROW (self), NULL);

  return self->body;
}

/**
 * dz_roster_row_get_report:
 *
 * Returns: (transfer none) (nullable): the report compared; %NULL: 未报
 */
DzReport *
dz_roster_row_get_report (DzRosterRow *self)
{
  g_return_val_if_fail (DZ_IS_ROSTER_ROW (self), NULL);

  return self->report;
}

gboolean
dz_roster_row_is_missing (DzRosterRow *self)
{
  g_return_val_if_fail (DZ_IS_ROSTER_ROW (self), TRUE);

  return self->report == NULL;
}

/**
 * dz_roster_row_get_content:
 * @evidence: (out) (optional): the section, or where it was found; may be empty
 */
DzContentMark
dz_roster_row_get_content (DzRosterRow *self,
                           DzContent    content,
                           DzSpan      *evidence)
{
  g_return_val_if_fail (DZ_IS_ROSTER_ROW (self), DZ_CONTENT_UNKNOWN);
  g_return_val_if_fail (content < DZ_N_CONTENTS, DZ_CONTENT_UNKNOWN);

  if (evidence != NULL)
    *evidence = self->evidence[content];

  return self->contents[content];
}

/**
 * dz_roster_row_count_absent:
 *
 * Returns: how many required contents are 未见
 */
guint
dz_roster_row_count_absent (DzRosterRow *self)
{
  guint n = 0;

  g_return_val_if_fail (DZ_IS_ROSTER_ROW (self), 0);

  for (guint i = 0; i < DZ_N_CONTENTS; i++)
    n += self->contents[i] == DZ_CONTENT_ABSENT;

  return n;
}

/**
 * dz_roster_row_is_complete:
 *
 * Returns: whether there is a report and all that is asked of it was found; what nobody could
 *   tell is not complete, though it is not 未见 either
 */
gboolean
dz_roster_row_is_complete (DzRosterRow *self)
{
  g_return_val_if_fail (DZ_IS_ROSTER_ROW (self), FALSE);

  for (guint i = 0; i < DZ_N_CONTENTS; i++)
    if (self->contents[i] == DZ_CONTENT_ABSENT || self->contents[i] == DZ_CONTENT_UNKNOWN)
      return FALSE;

  return self->report != NULL;
}

guint
dz_roster_row_get_n_figures (DzRosterRow *self)
{
  g_return_val_if_fail (DZ_IS_ROSTER_ROW (self), 0);

  return self->n_figures;
}

/**
 * dz_roster_row_get_n_weaknesses:
 *
 * Returns: how many codes the report names (each once); 0 is printed 未提出
 */
guint
dz_roster_row_get_n_weaknesses (DzRosterRow *self)
{
  g_return_val_if_fail (DZ_IS_ROSTER_ROW (self), 0);

  return self->n_weaknesses;
}

/**
 * dz_roster_row_get_n_failing:
 *
 * Returns: how many checks fail; the body is tested when this is asked for the first time
 */
guint
dz_roster_row_get_n_failing (DzRosterRow *self)
{
  g_return_val_if_fail (DZ_IS_ROSTER_ROW (self), 0);

  if (self->checks != NULL)
    {
      self->n_failing = dz_check_row_count_failing (dz_checks_table_find_body (self->checks, self->body->id));
      g_clear_object (&self->checks);
    }

  return self->n_failing;
}

DzReviewing
dz_roster_row_get_reviewing (DzRosterRow *self)
{
  g_return_val_if_fail (DZ_IS_ROSTER_ROW (self), DZ_REVIEWING_UNREAD);

  return self->report != NULL ? self->report->reviewing : DZ_REVIEWING_UNREAD;
}

/**
 * dz_roster_row_get_received:
 *
 * Returns: (transfer none) (nullable): YYYY-MM-DD
 */
const char *
dz_roster_row_get_received (DzRosterRow *self)
{
  g_return_val_if_fail (DZ_IS_ROSTER_ROW (self), NULL);

  return self->report != NULL ? self->report->received : NULL;
}

/**
 * dz_roster_row_get_published:
 *
 * Returns: (transfer none) (nullable): YYYY-MM-DD as the page states or a person entered it; never
 *   the signing date
 */
const char *
dz_roster_row_get_published (DzRosterRow *self)
{
  g_return_val_if_fail (DZ_IS_ROSTER_ROW (self), NULL);

  return self->report != NULL ? self->report->identity.published : NULL;
}

/**
 * dz_roster_row_get_days_late:
 *
 * Returns: days after the last day for submitting; 0: in time, or not known
 */
int
dz_roster_row_get_days_late (DzRosterRow *self)
{
  g_return_val_if_fail (DZ_IS_ROSTER_ROW (self), 0);

  return self->days_late;
}

/**
 * dz_roster_row_get_publish_days_late:
 *
 * Returns: days from the last day allowed for publication; 0: in time, or not known
 */
int
dz_roster_row_get_publish_days_late (DzRosterRow *self)
{
  g_return_val_if_fail (DZ_IS_ROSTER_ROW (self), 0);

  return self->publish_days_late;
}

static gboolean
is_same_body (const DzBody *a,
              const DzBody *b)
{
  return a->id == b->id && g_strcmp0 (a->name, b->name) == 0 && a->kind == b->kind && a->due == b->due &&
         a->position == b->position;
}

static gboolean
is_same_report (DzReport *a,
                DzReport *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return a->identity.year == b->identity.year && a->identity.kind == b->identity.kind &&
         a->reviewing == b->reviewing && g_strcmp0 (a->note, b->note) == 0 &&
         g_strcmp0 (a->received, b->received) == 0 && g_strcmp0 (a->identity.published, b->identity.published) == 0;
}

/* @shown: nobody has seen what it was not asked for. */
static gboolean
reads_alike (DzRosterRow *shown,
             DzRosterRow *newer)
{
  return is_same_body (shown->body, newer->body) && is_same_report (shown->report, newer->report) &&
         memcmp (shown->contents, newer->contents, sizeof shown->contents) == 0 &&
         shown->n_figures == newer->n_figures && shown->n_weaknesses == newer->n_weaknesses &&
         (shown->checks != NULL || shown->n_failing == dz_roster_row_get_n_failing (newer)) &&
         shown->days_late == newer->days_late && shown->publish_days_late == newer->publish_days_late;
}

/**
 * dz_roster_row_follow:
 * @newer: a row of a later snapshot, another year or scope
 *
 * Makes @self what @newer is, so that a table on screen keeps the row it shows; it emits “changed” if
 * something that is read in it differs.
 *
 * Returns: whether something differs
 */
gboolean
dz_roster_row_follow (DzRosterRow *self,
                      DzRosterRow *newer)
{
  gboolean alike;

  g_return_val_if_fail (DZ_IS_ROSTER_ROW (self) && DZ_IS_ROSTER_ROW (newer), FALSE);

  alike = reads_alike (self, newer);
  dz_review_ref (newer->review);
  dz_review_unref (self->review);
  self->review = newer->review;
  self->body = newer->body;
  self->report = newer->report;
  memcpy (self->contents, newer->contents, sizeof self->contents);
  memcpy (self->evidence, newer->evidence, sizeof self->evidence);
  self->n_figures = newer->n_figures;
  self->n_weaknesses = newer->n_weaknesses;
  g_set_object (&self->checks, newer->checks);
  self->n_failing = newer->n_failing;
  self->days_late = newer->days_late;
  self->publish_days_late = newer->publish_days_late;
  if (!alike)
    g_signal_emit (self, row_signals[ROW_CHANGED], 0);

  return !alike;
}

/* ---- one row ---- */

static void
take_own_section (DzRosterRow *row,
                  DzContent    content)
{
  for (guint i = 0; i < row->report->sections->len; i++)
    {
      const DzSection *section = &g_array_index (row->report->sections, DzSection, i);
      gboolean merged = section->kind == DZ_SECTION_MERGED &&
                        (content == DZ_CONTENT_PROBLEMS || content == DZ_CONTENT_PLAN);

      if (section->kind != contents[content].section && !merged)
        continue;
      row->contents[content] = DZ_CONTENT_OWN;
      row->evidence[content] = section->span;
      return;
    }
}

/* The check decides whether the content is there; a section of its own, where. */
static void
find_content (DzRosterRow *row,
              DzContent    content)
{
  DzReportKind kind = row->report->identity.kind;
  DzCheck *check = dz_report_find_check (row->report, contents[content].check);
  gboolean asked = kind == DZ_KIND_DUTY_REPORT ? contents[content].duty : contents[content].annual;

  if (!asked)
    {
      row->contents[content] = DZ_CONTENT_NOT_ASKED;
      return;
    }
  take_own_section (row, content);
  if (check == NULL || check->state == DZ_STATE_REJECTED)
    {
      /* explained away: the analyst says it is there */
      if (check != NULL && row->contents[content] == DZ_CONTENT_UNKNOWN)
        row->contents[content] = DZ_CONTENT_ELSEWHERE;
      return;
    }
  if (check->result == DZ_RESULT_FAIL)
    row->contents[content] = DZ_CONTENT_ABSENT;
  else if (row->contents[content] != DZ_CONTENT_OWN && check->result == DZ_RESULT_PASS)
    row->contents[content] = DZ_CONTENT_ELSEWHERE;
  if (row->contents[content] != DZ_CONTENT_OWN && check->spans->len > 0)
    row->evidence[content] = g_array_index (check->spans, DzSpan, 0);
}

static guint
count_codes (DzReport *report)
{
  g_autoptr(GHashTable) codes = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < report->weaknesses->len; i++)
    {
      const DzWeakness *weakness = &g_array_index (report->weaknesses, DzWeakness, i);

      if (dz_weakness_counts (weakness))
        g_hash_table_add (codes, (gpointer) weakness->code);
    }

  return g_hash_table_size (codes);
}

static void
count_row (DzRosterRow *row)
{
  for (guint i = 0; i < row->report->figures->len; i++)
    row->n_figures += dz_figure_counts (&g_array_index (row->report->figures, DzFigure, i));
  row->n_weaknesses = count_codes (row->report);
}

static DzRosterRow *
make_row (DzRosterTable *self,
          const DzBody  *body,
          const char    *submit_by,
          const char    *publish_before)
{
  DzRosterRow *row = g_object_new (DZ_TYPE_ROSTER_ROW, NULL);
  DzReview *review = self->review;

  row->review = dz_review_ref (review);
  row->body = body;
  row->report = dz_review_report_of (review, body->id, self->year);
  if (row->report == NULL)
    return row;
  for (guint i = 0; i < DZ_N_CONTENTS; i++)
    find_content (row, i);
  count_row (row);
  row->days_late = MAX (0, dz_day_count_between (submit_by, row->report->received));
  /* published before that day: on the day itself it is one day late */
  if (g_strcmp0 (row->report->identity.published, publish_before) >= 0)
    row->publish_days_late =
      dz_day_count_between (publish_before, row->report->identity.published) + 1;

  return row;
}

static void
add_to_totals (DzRosterTotals *totals,
               DzRosterRow    *row)
{
  totals->due++;
  if (row->report == NULL)
    {
      totals->missing++;
      return;
    }
  totals->received++;
  totals->late += row->days_late > 0;
  totals->on_time += row->report->received != NULL && row->days_late == 0;
  totals->received_unknown += row->report->received == NULL;
  totals->published += row->report->identity.published != NULL;
  totals->published_on_time +=
    row->report->identity.published != NULL && row->publish_days_late == 0;
  totals->annual += row->report->identity.kind == DZ_KIND_ANNUAL_REPORT;
  totals->duty += row->report->identity.kind == DZ_KIND_DUTY_REPORT;
  totals->other += row->report->identity.kind == DZ_KIND_OTHER;
  totals->incomplete += dz_roster_row_count_absent (row) > 0;
  totals->unread += row->report->reviewing == DZ_REVIEWING_UNREAD;
  totals->reading += row->report->reviewing == DZ_REVIEWING_NOW;
  totals->done += row->report->reviewing == DZ_REVIEWING_DONE;
  totals->disputed += row->report->reviewing == DZ_REVIEWING_DISPUTED;
  for (guint i = 0; i < DZ_N_CONTENTS; i++)
    totals->absent[i] += row->contents[i] == DZ_CONTENT_ABSENT;
}

/* ---- the table ---- */

static void
dz_roster_table_finalize (GObject *object)
{
  DzRosterTable *self = DZ_ROSTER_TABLE (object);

  g_clear_pointer (&self->of_body, g_hash_table_unref);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->review, dz_review_unref);

  G_OBJECT_CLASS (dz_roster_table_parent_class)->finalize (object);
}

static void
dz_roster_table_class_init (DzRosterTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dz_roster_table_finalize;
}

static void
dz_roster_table_init (DzRosterTable *self)
{
  self->rows = g_list_store_new (DZ_TYPE_ROSTER_ROW);
  self->of_body = g_hash_table_new (g_int64_hash, g_int64_equal);
}

/**
 * dz_roster_table_new_of:
 * @checks: of the bodies, the year and the snapshot the rows are to be of
 *
 * Returns: (transfer full): as dz_roster_table_new()
 */
DzRosterTable *
dz_roster_table_new_of (DzChecksTable *checks)
{
  DzRosterTable *self = g_object_new (DZ_TYPE_ROSTER_TABLE, NULL);
  g_autofree char *submit_by = NULL;
  g_autofree char *publish_before = NULL;
  GPtrArray *bodies;

  g_return_val_if_fail (DZ_IS_CHECKS_TABLE (checks), self);

  self->review = dz_review_ref (dz_checks_table_get_review (checks));
  self->year = dz_checks_table_get_year (checks);
  submit_by = dz_roster_table_dup_submit_by (self);
  publish_before = dz_roster_table_dup_publish_before (self);
  bodies = dz_checks_table_list_bodies (checks);
  for (guint i = 0; i < bodies->len; i++)
    {
      g_autoptr(DzRosterRow) row = make_row (self, g_ptr_array_index (bodies, i), submit_by, publish_before);

      row->checks = g_object_ref (checks);
      add_to_totals (&self->totals, row);
      g_list_store_append (self->rows, row);
      g_hash_table_insert (self->of_body, (gpointer) &row->body->id, row);
    }

  return self;
}

/**
 * dz_roster_table_new:
 * @scope: (nullable): %NULL for all
 *
 * Returns: (transfer full): a row per body of the scope, missing ones too, in roster order
 */
DzRosterTable *
dz_roster_table_new (DzReview            *review,
                     DzCodebook          *codebook,
                     int                  year,
                     const DzScopeFilter *scope)
{
  g_autoptr(DzChecksTable) checks = dz_checks_table_new (review, codebook, year, scope);

  return dz_roster_table_new_of (checks);
}

/**
 * dz_roster_table_get_rows:
 *
 * Returns: (transfer none): the rows (#DzRosterRow)
 */
GListModel *
dz_roster_table_get_rows (DzRosterTable *self)
{
  g_return_val_if_fail (DZ_IS_ROSTER_TABLE (self), NULL);

  return G_LIST_MODEL (self->rows);
}

/**
 * dz_roster_table_get_row:
 *
 * Returns: (transfer none) (nullable): the row, without a reference of its own
 */
DzRosterRow *
dz_roster_table_get_row (DzRosterTable *self,
                         guint          row)
{
  g_autoptr(DzRosterRow) item = NULL;

  g_return_val_if_fail (DZ_IS_ROSTER_TABLE (self), NULL);

  item = g_list_model_get_item (G_LIST_MODEL (self->rows), row);

  return item; /* the store keeps it alive */
}

guint
dz_roster_table_get_n_rows (DzRosterTable *self)
{
  g_return_val_if_fail (DZ_IS_ROSTER_TABLE (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}

/**
 * dz_roster_table_find_row:
 *
 * Returns: (transfer none) (nullable): the row of that body
 */
DzRosterRow *
dz_roster_table_find_row (DzRosterTable *self,
                          gint64         body_id)
{
  g_return_val_if_fail (DZ_IS_ROSTER_TABLE (self), NULL);

  return g_hash_table_lookup (self->of_body, &body_id);
}

/**
 * dz_roster_table_get_totals:
 *
 * Returns: (transfer none): what the footer, the toggles and the badges say
 */
const DzRosterTotals *
dz_roster_table_get_totals (DzRosterTable *self)
{
  g_return_val_if_fail (DZ_IS_ROSTER_TABLE (self), NULL);

  return &self->totals;
}

/**
 * dz_roster_table_dup_submit_by:
 *
 * Returns: (transfer full): YYYY-MM-DD: the last day for submitting this year's reports
 */
char *
dz_roster_table_dup_submit_by (DzRosterTable *self)
{
  g_return_val_if_fail (DZ_IS_ROSTER_TABLE (self), NULL);

  return dz_day_in_year (self->review->county->submit_by, self->year + 1);
}

/**
 * dz_roster_table_dup_publish_before:
 *
 * Returns: (transfer full): YYYY-MM-DD: the day before which they must be published
 */
char *
dz_roster_table_dup_publish_before (DzRosterTable *self)
{
  g_return_val_if_fail (DZ_IS_ROSTER_TABLE (self), NULL);

  return dz_day_in_year (self->review->county->publish_before, self->year + 1);
}

int
dz_roster_table_get_year (DzRosterTable *self)
{
  g_return_val_if_fail (DZ_IS_ROSTER_TABLE (self), 0);

  return self->year;
}

/* dz-review.c - a review in memory: the county, its roster, the reports
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-review.h"

#include "dz-review-index.h"

#include <stdlib.h>

/**
 * dz_body_new:
 * @kind: (nullable): word of the roster; %NULL: taken from the end of @name
 *
 * Returns: (transfer full): a body without numbers, due either kind of report
 */
DzBody *
dz_body_new (const char *name,
             const char *kind)
{
  static const char *const kinds[] = { "街道", "民族乡", "镇", "乡" };
  DzBody *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_new0 (DzBody, 1);
  self->name = g_strdup (name);
  if (kind != NULL && *kind != '\0')
    self->kind = g_intern_string (kind);
  for (guint i = 0; self->kind == NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_suffix (name, kinds[i]))
      self->kind = g_intern_string (kinds[i]);
  /* 畲族乡, 回族乡 ... : an ethnic township is named after its people */
  if (g_strcmp0 (self->kind, "乡") == 0 && g_str_has_suffix (name, "族乡"))
    self->kind = g_intern_string ("民族乡");
  /* the office is named, what it is the office of is not said: there are no others */
  if (self->kind == NULL && g_str_has_suffix (name, "办事处"))
    self->kind = g_intern_string (kinds[0]);
  if (self->kind == NULL)
    self->kind = g_intern_string ("其他");

  return self;
}

DzBody *
dz_body_copy (const DzBody *self)
{
  DzBody *copy = g_memdup2 (self, sizeof *self);

  copy->name = g_strdup (self->name);
  copy->contact = g_strdup (self->contact);
  copy->past = g_strdup (self->past);

  return copy;
}

void
dz_body_free (DzBody *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->contact);
  g_free (self->past);
  g_free (self);
}

/**
 * dz_county_new:
 *
 * Returns: (transfer full): a county with the default dates and thresholds
 */
DzCounty *
dz_county_new (void)
{
  DzCounty *self = g_new0 (DzCounty, 1);

  self->submit_by = g_strdup ("02-28");
  self->publish_before = g_strdup ("04-01");
  self->peer_threshold = 0.10;
  self->self_threshold = 0.10;
  self->common_share = 0.20;
  self->set_phrases = g_ptr_array_new_with_free_func (g_free);
  self->given_wording = g_ptr_array_new_with_free_func (g_free);
  self->own_wording = g_ptr_array_new_with_free_func (g_free);
  self->citations = g_ptr_array_new_with_free_func (g_free);
  self->checks_off = g_ptr_array_new_with_free_func (g_free);
  self->searches = g_ptr_array_new_with_free_func (g_free);
  self->scopes = g_ptr_array_new_with_free_func (g_free);
  self->views = g_ptr_array_new_with_free_func (g_free);
  self->table_heads = g_ptr_array_new_with_free_func (g_free);

  return self;
}

static gpointer
copy_string (gconstpointer string,
             gpointer      unused)
{
  return g_strdup (string);
}

DzCounty *
dz_county_copy (const DzCounty *self)
{
  DzCounty *copy = g_memdup2 (self, sizeof *self);

  copy->name = g_strdup (self->name);
  copy->title = g_strdup (self->title);
  copy->issuer = g_strdup (self->issuer);
  copy->submit_by = g_strdup (self->submit_by);
  copy->publish_before = g_strdup (self->publish_before);
  copy->set_phrases = g_ptr_array_copy (self->set_phrases, copy_string, NULL);
  copy->given_wording = g_ptr_array_copy (self->given_wording, copy_string, NULL);
  copy->own_wording = g_ptr_array_copy (self->own_wording, copy_string, NULL);
  copy->citations = g_ptr_array_copy (self->citations, copy_string, NULL);
  copy->checks_off = g_ptr_array_copy (self->checks_off, copy_string, NULL);
  copy->codebook_xml = g_strdup (self->codebook_xml);
  copy->brief_contents = g_strdup (self->brief_contents);
  copy->reply_by = g_strdup (self->reply_by);
  copy->shown_year = g_strdup (self->shown_year);
  copy->searches = g_ptr_array_copy (self->searches, copy_string, NULL);
  copy->scopes = g_ptr_array_copy (self->scopes, copy_string, NULL);
  copy->views = g_ptr_array_copy (self->views, copy_string, NULL);
  copy->table_heads = g_ptr_array_copy (self->table_heads, copy_string, NULL);

  return copy;
}

void
dz_county_free (DzCounty *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->title);
  g_free (self->issuer);
  g_free (self->submit_by);
  g_free (self->publish_before);
  g_ptr_array_unref (self->set_phrases);
  g_ptr_array_unref (self->given_wording);
  g_ptr_array_unref (self->own_wording);
  g_ptr_array_unref (self->citations);
  g_ptr_array_unref (self->checks_off);
  g_free (self->codebook_xml);
  g_free (self->brief_contents);
  g_free (self->reply_by);
  g_free (self->shown_year);
  g_ptr_array_unref (self->searches);
  g_ptr_array_unref (self->scopes);
  g_ptr_array_unref (self->views);
  g_ptr_array_unref (self->table_heads);
  g_free (self);
}

/**
 * dz_review_new:
 *
 * Returns: (transfer full): a review with a default county, no bodies, no reports
 */
DzReview *
dz_review_new (void)
{
  DzReview *self = g_new0 (DzReview, 1);

  g_atomic_ref_count_init (&self->refs);
  self->county = dz_county_new ();
  self->bodies = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_body_free);
  self->reports = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_report_unref);
  self->overlaps = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_overlap_free);
  self->decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_decision_free);
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_county_table_free);
  self->ledger = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_ledger_entry_free);
  self->score_sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_score_sheet_free);

  return self;
}

/**
 * dz_review_copy:
 *
 * Returns: (transfer full): a copy of county, roster, overlaps and decisions without a report, for what is to be said in other words
 */
DzReview *
dz_review_copy (DzReview *self)
{
  DzReview *copy = dz_review_new ();

  dz_county_free (copy->county);
  copy->county = dz_county_copy (self->county);
  copy->path = g_strdup (self->path);
  copy->is_covered = self->is_covered;
  for (guint i = 0; i < self->bodies->len; i++)
    g_ptr_array_add (copy->bodies, dz_body_copy (g_ptr_array_index (self->bodies, i)));
  for (guint i = 0; i < self->overlaps->len; i++)
    {
      const DzOverlap *overlap = g_ptr_array_index (self->overlaps, i);
      DzOverlap *other = dz_overlap_new (overlap->report_a, overlap->report_b, overlap->share);

      g_array_append_vals (other->passages, overlap->passages->data, overlap->passages->len);
      g_ptr_array_add (copy->overlaps, other);
    }
  for (guint i = 0; i < self->decisions->len; i++)
    {
      const DzDecision *one = g_ptr_array_index (self->decisions, i);

      g_ptr_array_add (copy->decisions, dz_decision_new (one->kind, one->body_id, one->year, one->key, one->value,
                                                         one->note));
    }
  for (guint i = 0; i < self->tables->len; i++)
    g_ptr_array_add (copy->tables, dz_county_table_copy (g_ptr_array_index (self->tables, i)));
  for (guint i = 0; i < self->ledger->len; i++)
    g_ptr_array_add (copy->ledger, dz_ledger_entry_copy (g_ptr_array_index (self->ledger, i)));
  for (guint i = 0; i < self->score_sheets->len; i++)
    g_ptr_array_add (copy->score_sheets, dz_score_sheet_copy (g_ptr_array_index (self->score_sheets, i)));

  return copy;
}

DzReview *
dz_review_ref (DzReview *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
dz_review_unref (DzReview *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;

  g_free (self->path);
  g_clear_pointer (&self->index, dz_review_index_free);
  dz_county_free (self->county);
  g_ptr_array_unref (self->bodies);
  g_ptr_array_unref (self->reports);
  g_ptr_array_unref (self->overlaps);
  g_ptr_array_unref (self->decisions);
  g_ptr_array_unref (self->tables);
  g_ptr_array_unref (self->ledger);
  g_ptr_array_unref (self->score_sheets);
  g_free (self);
}

/**
 * dz_review_seal:
 *
 * Says that the snapshot is whole, before anybody else has it: bodies, reports and overlaps are found at once from now
 * on. What grows afterwards all the same is found as before, by looking through it.
 */
void
dz_review_seal (DzReview *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->index, dz_review_index_free);
  self->index = dz_review_index_new (self);
}

static gboolean
is_sealed (const DzReview *self)
{
  return self->index != NULL && dz_review_index_holds (self->index, self);
}

/**
 * dz_review_find_body:
 *
 * Returns: (transfer none) (nullable): the body with that id
 */
const DzBody *
dz_review_find_body (DzReview *self,
                     gint64    id)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (is_sealed (self))
    return dz_review_index_find_body (self->index, id);
  for (guint i = 0; i < self->bodies->len; i++)
    {
      const DzBody *body = g_ptr_array_index (self->bodies, i);

      if (body->id == id)
        return body;
    }

  return NULL;
}

/**
 * dz_review_body_named:
 *
 * Returns: (transfer none) (nullable): the body of that name
 */
const DzBody *
dz_review_body_named (DzReview   *self,
                      const char *name)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (is_sealed (self) && name != NULL)
    return dz_review_index_find_named (self->index, name);
  for (guint i = 0; i < self->bodies->len; i++)
    {
      const DzBody *body = g_ptr_array_index (self->bodies, i);

      if (g_strcmp0 (body->name, name) == 0)
        return body;
    }

  return NULL;
}

/**
 * dz_review_find_report:
 *
 * Returns: (transfer none) (nullable): the report with that id
 */
DzReport *
dz_review_find_report (DzReview *self,
                       gint64    id)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (is_sealed (self))
    return dz_review_index_find_report (self->index, id);
  for (guint i = 0; i < self->reports->len; i++)
    {
      DzReport *report = g_ptr_array_index (self->reports, i);

      if (report->id == id)
        return report;
    }

  return NULL;
}

/**
 * dz_review_report_of:
 *
 * Returns: (transfer none) (nullable): the report @body_id sent for @year; of several, the first
 *   that is a report of a kind we compare
 */
DzReport *
dz_review_report_of (DzReview *self,
                     gint64    body_id,
                     int       year)
{
  DzReport *other = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (is_sealed (self))
    return dz_review_index_find_sent (self->index, body_id, year);
  for (guint i = 0; i < self->reports->len; i++)
    {
      DzReport *report = g_ptr_array_index (self->reports, i);

      if (report->body_id != body_id || report->identity.year != year)
        continue;
      if (report->identity.kind != DZ_KIND_OTHER)
        return report;
      if (other == NULL)
        other = report;
    }

  return other;
}

/**
 * dz_review_count_reports:
 * @kind: %DZ_KIND_OTHER: of any
 *
 * Returns: how many reports @body_id sent for @year
 */
guint
dz_review_count_reports (DzReview    *self,
                         gint64       body_id,
                         int          year,
                         DzReportKind kind)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  if (is_sealed (self))
    return dz_review_index_count_sent (self->index, body_id, year, kind);
  for (guint i = 0; i < self->reports->len; i++)
    {
      DzReport *report = g_ptr_array_index (self->reports, i);

      n += report->body_id == body_id && report->identity.year == year &&
           (kind == DZ_KIND_OTHER || report->identity.kind == kind);
    }

  return n;
}

/**
 * dz_review_list_overlaps:
 *
 * Returns: (transfer container) (element-type DzOverlap): what that report shares with others, in the order of the
 *   review
 */
GPtrArray *
dz_review_list_overlaps (DzReview *self,
                         gint64    report_id)
{
  GPtrArray *list = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (is_sealed (self))
    {
      list = dz_review_index_list_overlaps (self->index, report_id);
      return list != NULL ? g_ptr_array_ref (list) : g_ptr_array_new ();
    }
  list = g_ptr_array_new ();
  for (guint i = 0; i < self->overlaps->len; i++)
    {
      DzOverlap *overlap = g_ptr_array_index (self->overlaps, i);

      if (overlap->report_a == report_id || overlap->report_b == report_id)
        g_ptr_array_add (list, overlap);
    }

  return list;
}

static int
compare_ints (gconstpointer a,
              gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* The year of a document in which an inspection wrote what it found is no year of reports. */
static gboolean
is_paper (DzReview *self,
          DzReport *report)
{
  for (guint i = 0; report->body_id == 0 && i < self->ledger->len; i++)
    {
      const DzLedgerEntry *entry = g_ptr_array_index (self->ledger, i);

      if (entry->report_id == report->id && !entry->declared)
        return TRUE;
    }

  return FALSE;
}

/**
 * dz_review_list_years:
 *
 * Returns: (transfer full) (element-type int): the years there are reports of, ascending
 */
GArray *
dz_review_list_years (DzReview *self)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));

  g_return_val_if_fail (self != NULL, years);

  for (guint i = 0; i < self->reports->len; i++)
    {
      DzReport *report = g_ptr_array_index (self->reports, i);
      gboolean known = report->identity.year == 0 || is_paper (self, report);

      for (guint k = 0; k < years->len && !known; k++)
        known = g_array_index (years, int, k) == report->identity.year;
      if (!known)
        g_array_append_val (years, report->identity.year);
    }
  g_array_sort (years, compare_ints);

  return years;
}

/**
 * dz_review_score_sheet_of:
 *
 * Returns: (transfer none) (nullable): the 评分表 of a year; %NULL: the county has none for it yet
 */
const DzScoreSheet *
dz_review_score_sheet_of (DzReview *self,
                          int       year)
{
  for (guint i = 0; i < self->score_sheets->len; i++)
    if (((const DzScoreSheet *) g_ptr_array_index (self->score_sheets, i))->year == year)
      return g_ptr_array_index (self->score_sheets, i);

  return NULL;
}

static guint
count_year (const GArray *years,
            int           year)
{
  guint n = 0;

  for (guint i = 0; i < years->len; i++)
    n += g_array_index (years, int, i) == year;

  return n;
}

/**
 * dz_years_choose:
 * @years: (element-type int): of each report, 0 where it is not known
 *
 * Returns: the latest year that has at least half as many reports as the year with most: the first reports of a
 *   new year do not hide the year that is complete, and no single one decides where a year has more: it may be
 *   mistyped; 0 if there are none
 */
int
dz_years_choose (const GArray *years)
{
  guint most = 0;
  int chosen = 0;

  g_return_val_if_fail (years != NULL, 0);

  for (guint i = 0; i < years->len; i++)
    if (g_array_index (years, int, i) != 0)
      most = MAX (most, count_year (years, g_array_index (years, int, i)));
  for (guint i = 0; i < years->len; i++)
    {
      int year = g_array_index (years, int, i);
      guint n = year > chosen ? count_year (years, year) : 0;

      if (2 * n >= most && (n > 1 || n == most))
        chosen = MAX (chosen, year);
    }

  return chosen;
}

/* The year @self is read in where nobody chose one. */
static int
fullest_year (DzReview *self)
{
  g_autoptr(GArray) years = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < self->reports->len; i++)
    {
      DzReport *report = g_ptr_array_index (self->reports, i);

      if (report->identity.year != 0 && !is_paper (self, report))
        g_array_append_val (years, report->identity.year);
    }

  return dz_years_choose (years);
}

/**
 * dz_review_choose_year:
 * @wanted: the year a person chose, 0: none yet
 * @shown: the year shown until now, 0: none
 *
 * Returns: the year to show of this snapshot, in the window and on paper: a year whose last report was taken back comes back with it; at first
 *   the year the review was left in, or else dz_years_choose()
 */
int
dz_review_choose_year (DzReview *self,
                       int       wanted,
                       int       shown)
{
  g_autoptr(GArray) years = dz_review_list_years (self);
  int kept = self->county->shown_year != NULL ? atoi (self->county->shown_year) : 0;
  gboolean has_shown = FALSE, has_kept = FALSE;

  for (guint i = 0; i < years->len; i++)
    {
      int year = g_array_index (years, int, i);

      if (year == wanted && wanted != 0)
        return wanted;
      has_shown = has_shown || year == shown;
      has_kept = has_kept || year == kept;
    }
  if (shown != 0 && has_shown)
    return shown;

  return kept != 0 && has_kept ? kept : fullest_year (self);
}

/**
 * dz_review_adopt_unlisted:
 *
 * Gives every report whose body is not on the roster a body of its own, in
 * order of arrival after the listed ones: what the batch program does with
 * loose files, where there is no roster.
 */
void
dz_review_adopt_unlisted (DzReview *self)
{
  gint64 next = 1;

  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->bodies->len; i++)
    next = MAX (next, ((DzBody *) g_ptr_array_index (self->bodies, i))->id + 1);

  for (guint i = 0; i < self->reports->len; i++)
    {
      DzReport *report = g_ptr_array_index (self->reports, i);
      const DzBody *body;

      if (report->body_id != 0 || report->identity.township == NULL)
        continue;
      body = dz_review_body_named (self, report->identity.township);
      if (body == NULL)
        {
          DzBody *added = dz_body_new (report->identity.township, NULL);

          added->id = next++;
          added->position = self->bodies->len + 1;
          g_ptr_array_add (self->bodies, added);
          body = added;
        }
      report->body_id = body->id;
    }
}

/**
 * dz_review_find_decision:
 *
 * Returns: (transfer none) (nullable): what a person decided, %NULL: nothing
 */
const DzDecision *
dz_review_find_decision (DzReview   *self,
                         const char *kind,
                         gint64      body_id,
                         int         year,
                         const char *key)
{
  g_return_val_if_fail (self != NULL && kind != NULL, NULL);

  for (guint i = 0; i < self->decisions->len; i++)
    {
      const DzDecision *decision = g_ptr_array_index (self->decisions, i);

      if (decision->body_id == body_id && decision->year == year &&
          g_str_equal (decision->kind, kind) && g_strcmp0 (decision->key, key) == 0)
        return decision;
    }

  return NULL;
}

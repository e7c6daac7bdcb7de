/* dz-weakness-cell.c - one code in one report: sentences, answer, last year, same words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-common-weaknesses.h"

#include "dz-past.h"

#include <string.h>

/**
 * dz_weakness_find_theme:
 *
 * Returns: (transfer none) (nullable): the theme of a weakness code
 */
const DzEntry *
dz_weakness_find_theme (DzCodebook    *codebook,
                        const DzEntry *entry)
{
  g_autofree char *id = NULL;

  if (entry == NULL || entry->theme == NULL)
    return NULL;
  id = g_strconcat ("w:", entry->theme, NULL); /* some ids are themes of indicators too */

  return dz_codebook_find (codebook, DZ_ENTRY_THEME, id);
}

/**
 * dz_weakness_is_named:
 *
 * Returns: whether it counts for its body: coded, of this year and its own, and either a person
 *   agreed or the engine is sure enough
 */
gboolean
dz_weakness_is_named (const DzWeakness *weakness)
{
  return dz_weakness_counts (weakness) && !dz_weakness_is_suggested (weakness);
}

/**
 * dz_weakness_is_suggested:
 *
 * Returns: whether it waits for a person (待确认) and is not counted
 */
gboolean
dz_weakness_is_suggested (const DzWeakness *weakness)
{
  /* confidence 0 is what nobody set */
  return dz_weakness_counts (weakness) && weakness->state == DZ_STATE_SUGGESTED &&
         weakness->confidence > 0 && weakness->confidence < DZ_NAMED_CONFIDENCE;
}

/**
 * dz_weakness_cell_get:
 *
 * Returns: (transfer none) (nullable): the @n-th sentence
 */
const DzWeakness *
dz_weakness_cell_get (const DzWeaknessCell *self,
                      guint                 n)
{
  if (self->report == NULL || self->weaknesses == NULL || n >= self->weaknesses->len)
    return NULL;

  return &g_array_index (self->report->weaknesses, DzWeakness,
                         g_array_index (self->weaknesses, guint, n));
}

/**
 * dz_weakness_cell_get_answer:
 *
 * Returns: (transfer none) (nullable): the weakness whose answer the cell shows
 */
const DzWeakness *
dz_weakness_cell_get_answer (const DzWeaknessCell *self)
{
  if (self->report == NULL || self->answer < 0)
    return NULL;

  return &g_array_index (self->report->weaknesses, DzWeakness, (guint) self->answer);
}

/**
 * dz_weakness_cell_clear:
 *
 * Frees what the cell owns.
 */
void
dz_weakness_cell_clear (DzWeaknessCell *self)
{
  g_clear_pointer (&self->weaknesses, g_array_unref);
  g_clear_pointer (&self->last_year_weaknesses, g_array_unref);
  g_clear_pointer (&self->same_as, g_array_unref);
  g_clear_pointer (&self->causes, g_array_unref);
}

/* Most cells of a matrix hold nothing: they share one empty list. */
static GArray *
share_none (void)
{
  static GArray *none;

  if (g_once_init_enter (&none))
    g_once_init_leave (&none, g_array_new (FALSE, FALSE, sizeof (guint)));

  return g_array_ref (none);
}

static void
append (GArray      **list,
        gconstpointer value,
        guint         size)
{
  if ((*list)->len == 0)
    {
      g_array_unref (*list);
      *list = g_array_new (FALSE, FALSE, size);
    }
  g_array_append_vals (*list, value, 1);
}

/**
 * dz_weakness_none_declared:
 *
 * Returns: whether no problem of its own and of this year was read in @report, with a code or without
 */
gboolean
dz_weakness_none_declared (DzReport *report)
{
  for (guint i = 0; i < report->weaknesses->len; i++)
    {
      const DzWeakness *weakness = &g_array_index (report->weaknesses, DzWeakness, i);

      if (!weakness->last_year && !weakness->county && weakness->state != DZ_STATE_REJECTED)
        return FALSE;
    }

  return TRUE;
}

static void
take_sentences (DzWeaknessCell *self,
                const char     *code)
{
  gboolean sure = FALSE;

  for (guint i = 0; i < self->report->weaknesses->len; i++)
    {
      const DzWeakness *weakness = &g_array_index (self->report->weaknesses, DzWeakness, i);
      gboolean named;

      if (weakness->code != code || !dz_weakness_counts (weakness))
        continue;
      named = dz_weakness_is_named (weakness);
      if (named && !sure) /* beside a sure one the unsure ones are no evidence */
        g_array_set_size (self->weaknesses, 0);
      sure |= named;
      if (named == sure)
        append (&self->weaknesses, &i, sizeof i);
    }
  if (self->weaknesses->len > 0)
    self->naming = sure ? DZ_NAMING_NAMED : DZ_NAMING_SUGGESTED;
}

static void
take_answer (DzWeaknessCell *self)
{
  for (guint i = 0; i < self->weaknesses->len; i++)
    {
      const DzWeakness *weakness = dz_weakness_cell_get (self, i);

      if (self->answer >= 0 && weakness->grade <= self->grade)
        continue;
      self->grade = weakness->grade;
      self->answer = (int) g_array_index (self->weaknesses, guint, i);
    }
  if (self->answer >= 0 && dz_span_is_empty (dz_weakness_cell_get_answer (self)->answer))
    self->answer = -1;
}

/* That a plan has nothing for a weakness is a reproach: true of all its sentences only once a person
 * looked at each. */
static gboolean
is_open (const DzWeaknessCell *self)
{
  for (guint i = 0; i < self->weaknesses->len; i++)
    {
      DzState state = dz_weakness_cell_get (self, i)->state;

      if (state != DZ_STATE_CONFIRMED && state != DZ_STATE_CORRECTED)
        return self->grade <= DZ_GRADE_GENERIC;
    }

  return FALSE;
}

static void
take_causes (DzWeaknessCell *self)
{
  for (guint i = 0; i < self->report->causes->len; i++)
    {
      const DzCause *cause = &g_array_index (self->report->causes, DzCause, i);

      for (guint k = 0; k < self->weaknesses->len && cause->state != DZ_STATE_REJECTED; k++)
        if (cause->weakness == (int) g_array_index (self->weaknesses, guint, k))
          append (&self->causes, &i, sizeof i);
    }
}

static void
find_last_year (DzWeaknessCell *self,
                const char     *code)
{
  for (guint i = 0; i < self->last_year_report->weaknesses->len; i++)
    {
      const DzWeakness *weakness =
        &g_array_index (self->last_year_report->weaknesses, DzWeakness, i);

      if (weakness->code == code && dz_weakness_is_named (weakness))
        append (&self->last_year_weaknesses, &i, sizeof i);
    }
}

/* Of a body that was several last year, the first that names it. */
static void
take_last_year (DzWeaknessCell *self,
                GPtrArray      *lasts,
                const char     *code)
{
  for (guint i = 0; i < lasts->len && self->last_year_weaknesses->len == 0; i++)
    {
      self->last_year_report = g_ptr_array_index (lasts, i);
      find_last_year (self, code);
    }
  self->last_year = self->last_year_weaknesses->len > 0 && self->weaknesses->len > 0;
}

/* How many bytes of @span lie in the passages of @overlap, on the side of @report_id. */
static gsize
count_shared (const DzOverlap *overlap,
              gint64           report_id,
              DzSpan           span)
{
  gsize shared = 0;

  for (guint i = 0; i < overlap->passages->len; i++)
    {
      const DzOverlapPassage *passage = &g_array_index (overlap->passages, DzOverlapPassage, i);
      DzSpan side = overlap->report_a == report_id ? passage->a : passage->b;

      if (dz_span_overlaps (side, span))
        shared += MIN (side.end, span.end) - MAX (side.start, span.start);
    }

  return shared;
}

/* Half of the sentence's bytes are the other report's words too. */
static gboolean
names_in_same_words (DzReport        *report,
                     const DzOverlap *overlap,
                     const char      *code)
{
  for (guint i = 0; i < report->weaknesses->len; i++)
    {
      const DzWeakness *weakness = &g_array_index (report->weaknesses, DzWeakness, i);

      if (weakness->code == code && dz_weakness_counts (weakness) &&
          count_shared (overlap, report->id, weakness->span) * 2 >=
            weakness->span.end - weakness->span.start &&
          !dz_span_is_empty (weakness->span))
        return TRUE;
    }

  return FALSE;
}

static void
take_same_words (DzWeaknessCell *self,
                 DzReview       *review,
                 const char     *code)
{
  g_autoptr(GPtrArray) overlaps = dz_review_list_overlaps (review, self->report->id);

  for (guint i = 0; i < overlaps->len; i++)
    {
      const DzOverlap *overlap = g_ptr_array_index (overlaps, i);
      gint64 other_id;
      DzReport *other;

      other_id = overlap->report_a == self->report->id ? overlap->report_b : overlap->report_a;
      other = dz_review_find_report (review, other_id);
      if (other == NULL || other->body_id == self->report->body_id ||
          other->identity.year != self->report->identity.year)
        continue;
      if (names_in_same_words (self->report, overlap, code) &&
          names_in_same_words (other, overlap, code))
        append (&self->same_as, &other->body_id, sizeof other->body_id);
    }
}

/**
 * dz_weakness_cell_fill:
 * @report: (nullable): %NULL: no report
 * @code: interned
 *
 * Fills @self, which must be new or cleared; clear it with dz_weakness_cell_clear().
 */
void
dz_weakness_cell_fill (DzWeaknessCell *self,
                       DzReview       *review,
                       DzReport       *report,
                       const char     *code)
{
  g_autoptr(GPtrArray) lasts =
    report != NULL ? dz_review_list_before (review, report->body_id, report->identity.year) : NULL;

  dz_weakness_cell_fill_beside (self, review, report, lasts, code);
}

/**
 * dz_weakness_cell_fill_beside:
 * @report: (nullable): %NULL: no report
 * @lasts: (nullable) (element-type DzReport): what dz_review_list_before() gives for it, looked up once for many codes
 * @code: interned
 *
 * As dz_weakness_cell_fill().
 */
void
dz_weakness_cell_fill_beside (DzWeaknessCell *self,
                              DzReview       *review,
                              DzReport       *report,
                              GPtrArray      *lasts,
                              const char     *code)
{
  *self = (DzWeaknessCell){ .naming = DZ_NAMING_NO_REPORT, .report = report, .answer = -1 };
  self->weaknesses = share_none ();
  self->last_year_weaknesses = share_none ();
  self->causes = share_none ();
  self->same_as = share_none ();
  if (report == NULL)
    return;

  self->naming = dz_weakness_none_declared (report) ? DZ_NAMING_NO_PART : DZ_NAMING_SILENT;
  take_sentences (self, code);
  take_last_year (self, lasts, code);
  if (self->weaknesses->len == 0)
    return;
  take_answer (self);
  self->open = is_open (self);
  take_causes (self);
  take_same_words (self, review, code);
}

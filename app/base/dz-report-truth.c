/* dz-report-truth.c - a report read back from a file, rid of what cannot be true
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-untrue.h"

#include <math.h>

#define DEEPEST_LEVEL 99

/* Enums are read as -1 where the word is none of theirs. */
#define IS_ONE_OF(value, last) ((guint) (value) <= (guint) (last))
#define IS_FLAG(value) IS_ONE_OF (value, TRUE)

/**
 * dz_is_span:
 *
 * Returns: whether the span lies in the text and cuts no character
 */
gboolean
dz_is_span (DzText *text,
            DzSpan  span)
{
  gsize len;
  const char *content = dz_text_peek (text, &len);

  return span.start <= span.end && span.end <= len && ((guchar) content[span.start] & 0xc0) != 0x80 &&
         ((guchar) content[span.end] & 0xc0) != 0x80;
}

/* A section without a heading has an empty one, anywhere. */
static gboolean
is_inside (DzSpan inner,
           DzSpan outer)
{
  return dz_span_is_empty (inner) || (inner.start >= outer.start && inner.end <= outer.end);
}

static gboolean
is_word (const char *word)
{
  return word != dz_untrue_word;
}

static gboolean
is_value (double value)
{
  return isnan (value) || dz_figure_is_value (value);
}

static gboolean
is_ground (DzText         *text,
           const DzGround *self)
{
  return is_word (self->rule) && dz_is_span (text, self->cue) && dz_is_span (text, self->clause);
}

static gboolean
is_section (DzText       *text,
            gconstpointer row)
{
  const DzSection *self = row;

  return IS_ONE_OF (self->kind, DZ_SECTION_CLOSING) && self->level <= DEEPEST_LEVEL &&
         dz_is_span (text, self->span) && dz_is_span (text, self->heading) &&
         is_inside (self->heading, self->span) && dz_is_share (self->confidence);
}

static gboolean
is_figure (DzText       *text,
           gconstpointer row)
{
  const DzFigure *self = row;

  return is_word (self->indicator) && is_word (self->set_aside) && is_word (self->unit) &&
         is_value (self->value) && is_value (self->high) &&
         IS_ONE_OF (self->bound, DZ_BOUND_ABOUT) && IS_ONE_OF (self->scope, DZ_SCOPE_PART) &&
         IS_ONE_OF (self->period, DZ_PERIOD_CUMULATIVE) && IS_FLAG (self->derived) &&
         dz_is_share (self->confidence) && dz_is_span (text, self->span) &&
         dz_is_span (text, self->number) && is_ground (text, &self->ground) &&
         IS_ONE_OF (self->state, DZ_STATE_REJECTED);
}

static gboolean
is_weakness (DzText       *text,
             gconstpointer row)
{
  const DzWeakness *self = row;

  return is_word (self->code) && dz_is_span (text, self->span) && IS_FLAG (self->last_year) &&
         IS_FLAG (self->some_only) && IS_FLAG (self->county) && dz_is_share (self->confidence) &&
         is_ground (text, &self->ground) && IS_ONE_OF (self->grade, DZ_GRADE_DIRECT) &&
         dz_is_span (text, self->answer) && is_ground (text, &self->answer_ground) &&
         dz_is_span (text, self->rectified) && IS_ONE_OF (self->state, DZ_STATE_REJECTED);
}

static gboolean
is_cause (DzText       *text,
          gconstpointer row)
{
  const DzCause *self = row;

  return self->code != NULL && is_word (self->code) && dz_is_span (text, self->span) &&
         is_ground (text, &self->ground) && IS_ONE_OF (self->state, DZ_STATE_REJECTED);
}

static gboolean
is_check (DzText       *text,
          gconstpointer row)
{
  const DzCheck *self = row;

  if (self->id == NULL || !is_word (self->id) || !IS_ONE_OF (self->result, DZ_RESULT_CANNOT_TELL) ||
      !IS_ONE_OF (self->state, DZ_STATE_REJECTED))
    return FALSE;
  for (guint i = 0; i < self->spans->len; i++)
    if (!dz_is_span (text, g_array_index (self->spans, DzSpan, i)))
      return FALSE;

  return TRUE;
}

/* Takes the rows out that are not what @is_true wants. Returns their number. */
static guint
keep_true (GArray       *rows,
           DzText       *text,
           gboolean    (*is_true) (DzText *text, gconstpointer row))
{
  guint size = g_array_get_element_size (rows);
  guint n = rows->len;

  for (guint i = rows->len; i-- > 0;)
    if (!is_true (text, rows->data + (gsize) i * size))
      g_array_remove_index (rows, i);

  return n - rows->len;
}

/* A cause names its weakness by place: the place moves with those before it. */
static guint
keep_true_weaknesses (DzReport     *self,
                      DzText       *text)
{
  g_autofree int *places = g_new (int, self->weaknesses->len + 1);
  int n = (int) self->weaknesses->len, place = 0;

  for (int i = 0; i < n; i++)
    places[i] = is_weakness (text, &g_array_index (self->weaknesses, DzWeakness, i)) ? place++ : -1;
  for (guint i = 0; i < self->causes->len; i++)
    {
      DzCause *cause = &g_array_index (self->causes, DzCause, i);

      cause->weakness = cause->weakness >= 0 && cause->weakness < n ? places[cause->weakness] : -1;
    }

  return keep_true (self->weaknesses, text, is_weakness);
}

/* Sections follow each other. */
static guint
keep_order (GArray *sections)
{
  guint n = sections->len;

  for (guint i = 1; i < sections->len;)
    if (g_array_index (sections, DzSection, i).span.start <
        g_array_index (sections, DzSection, i - 1).span.start)
      g_array_remove_index (sections, i);
    else
      i++;

  return n - sections->len;
}

static guint
forget_day (char **day)
{
  if (*day == NULL || dz_is_day (*day))
    return 0;
  g_clear_pointer (day, g_free);

  return 1;
}

static guint
forget_span (DzText       *text,
             DzSpan       *span)
{
  if (dz_is_span (text, *span))
    return 0;
  *span = DZ_SPAN_NONE;

  return 1;
}

static guint
forget_share (double *share)
{
  if (dz_is_share (*share))
    return 0;
  *share = 0;

  return 1;
}

static guint
forget_untrue_identity (DzText       *text,
                        DzIdentity   *self)
{
  guint n = forget_day (&self->issued) + forget_day (&self->published) +
            forget_span (text, &self->township_span) + forget_span (text, &self->year_span) +
            forget_span (text, &self->kind_span) + forget_span (text, &self->title_span) +
            forget_span (text, &self->issued_span) + forget_share (&self->township_confidence) +
            forget_share (&self->year_confidence) + forget_share (&self->kind_confidence);

  if (!dz_is_year (self->year))
    {
      self->year = 0;
      n++;
    }
  if (!IS_ONE_OF (self->kind, DZ_KIND_DUTY_REPORT))
    {
      self->kind = DZ_KIND_OTHER;
      n++;
    }

  return n;
}

/**
 * dz_report_leave_out_untrue:
 * @untrue: (inout): counts what was left out
 *
 * After reading a report from a file: takes out of it what cannot be true.
 */
void
dz_report_leave_out_untrue (DzReport *self,
                            DzUntrue *untrue)
{
  DzText *text;
  guint *n;

  g_return_if_fail (self != NULL && untrue != NULL);

  text = self->text;
  n = untrue->n;
  n[DZ_UNTRUE_REPORT] += forget_untrue_identity (text, &self->identity);
  n[DZ_UNTRUE_REPORT] += forget_day (&self->received);
  if (!IS_ONE_OF (self->reviewing, DZ_REVIEWING_DISPUTED) || !IS_FLAG (self->guess_confirmed))
    {
      self->reviewing = DZ_REVIEWING_UNREAD;
      self->guess_confirmed = FALSE;
      n[DZ_UNTRUE_REPORT]++;
    }
  n[DZ_UNTRUE_SECTION] += keep_true (self->sections, text, is_section);
  n[DZ_UNTRUE_SECTION] += keep_order (self->sections);
  n[DZ_UNTRUE_FIGURE] += keep_true (self->figures, text, is_figure);
  n[DZ_UNTRUE_WEAKNESS] += keep_true_weaknesses (self, text);
  n[DZ_UNTRUE_CAUSE] += keep_true (self->causes, text, is_cause);
  n[DZ_UNTRUE_CHECK] += keep_true (self->checks, text, is_check);
}

/* dz-report.c - one body, one year: a report's text and what was found in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-report.h"

#include <math.h>
#include <string.h>

static void
clear_check (gpointer data)
{
  DzCheck *check = data;

  g_clear_pointer (&check->message, g_free);
  g_clear_pointer (&check->note, g_free);
  g_clear_pointer (&check->spans, g_array_unref);
}

/**
 * dz_report_new:
 * @text: the report's text; the report keeps a reference
 * @source: (transfer full) (nullable): where it came from
 *
 * Returns: (transfer full): a report nothing has been found in yet
 */
DzReport *
dz_report_new (DzText   *text,
               DzSource *source)
{
  DzReport *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (DzReport, 1);
  g_atomic_ref_count_init (&self->refs);
  self->text = dz_text_ref (text);
  self->source = source != NULL ? source : dz_source_new (NULL);
  self->sections = g_array_new (FALSE, TRUE, sizeof (DzSection));
  self->figures = g_array_new (FALSE, TRUE, sizeof (DzFigure));
  self->weaknesses = g_array_new (FALSE, TRUE, sizeof (DzWeakness));
  self->causes = g_array_new (FALSE, TRUE, sizeof (DzCause));
  self->checks = g_array_new (FALSE, TRUE, sizeof (DzCheck));
  g_array_set_clear_func (self->checks, clear_check);

  return self;
}

static void
copy_checks (const DzReport *self,
             DzReport       *copy)
{
  for (guint i = 0; i < self->checks->len; i++)
    {
      const DzCheck *check = &g_array_index (self->checks, DzCheck, i);
      DzCheck other = *check;

      other.message = g_strdup (check->message);
      other.note = g_strdup (check->note);
      other.spans = g_array_ref (check->spans);
      g_array_append_val (copy->checks, other);
    }
}

/**
 * dz_report_copy:
 * @text: other words at the same offsets
 *
 * Returns: (transfer full): the same reading of @text. What was found is shared, but for the
 *   results, sentences and notes of checks, which are the copy's own.
 */
DzReport *
dz_report_copy (DzReport *self,
                DzText   *text)
{
  DzReport *copy;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  g_atomic_ref_count_init (&copy->refs);
  copy->text = dz_text_ref (text);
  copy->source = dz_source_copy (self->source);
  copy->identity.township = g_strdup (self->identity.township);
  copy->identity.county = g_strdup (self->identity.county);
  copy->identity.title = g_strdup (self->identity.title);
  copy->identity.issued = g_strdup (self->identity.issued);
  copy->identity.published = g_strdup (self->identity.published);
  copy->identity.issuer = g_strdup (self->identity.issuer);
  g_array_ref (copy->sections);
  g_array_ref (copy->figures);
  g_array_ref (copy->weaknesses);
  g_array_ref (copy->causes);
  copy->checks = g_array_new (FALSE, TRUE, sizeof (DzCheck));
  g_array_set_clear_func (copy->checks, clear_check);
  copy_checks (self, copy);
  copy->received = g_strdup (self->received);
  copy->note = g_strdup (self->note);

  return copy;
}

DzReport *
dz_report_ref (DzReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
dz_report_unref (DzReport *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;

  dz_text_unref (self->text);
  dz_source_free (self->source);
  g_free (self->identity.township);
  g_free (self->identity.county);
  g_free (self->identity.title);
  g_free (self->identity.issued);
  g_free (self->identity.published);
  g_free (self->identity.issuer);
  g_array_unref (self->sections);
  g_array_unref (self->figures);
  g_array_unref (self->weaknesses);
  g_array_unref (self->causes);
  g_array_unref (self->checks);
  g_free (self->received);
  g_free (self->note);
  g_free (self);
}

/**
 * dz_report_add_check:
 * @message: (nullable): copied
 *
 * Returns: (transfer none): the new check, valid until the next is added
 */
DzCheck *
dz_report_add_check (DzReport   *self,
                     const char *id,
                     DzResult    result,
                     const char *message)
{
  DzCheck check = { 0 };

  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  check.id = g_intern_string (id);
  check.result = result;
  check.message = g_strdup (message);
  check.spans = g_array_new (FALSE, TRUE, sizeof (DzSpan));
  g_array_append_val (self->checks, check);

  return &g_array_index (self->checks, DzCheck, self->checks->len - 1);
}

/**
 * dz_report_find_check:
 *
 * Returns: (transfer none) (nullable): the first check of that id
 */
DzCheck *
dz_report_find_check (DzReport   *self,
                      const char *id)
{
  const char *wanted = g_intern_string (id);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->checks->len; i++)
    {
      DzCheck *check = &g_array_index (self->checks, DzCheck, i);

      if (check->id == wanted)
        return check;
    }

  return NULL;
}

/**
 * dz_report_section_at:
 *
 * Returns: (transfer none) (nullable): the innermost section that holds byte @offset
 */
const DzSection *
dz_report_section_at (DzReport *self,
                      gsize     offset)
{
  const DzSection *found = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->sections->len; i++)
    {
      const DzSection *section = &g_array_index (self->sections, DzSection, i);

      if (section->span.start <= offset && offset < section->span.end &&
          (found == NULL ||
           section->span.end - section->span.start <= found->span.end - found->span.start))
        found = section;
    }

  return found;
}

/**
 * dz_figure_is_value:
 * @value: in the base unit
 *
 * Returns: whether @value can be trusted to be a number: neither endless nor beyond
 *   %DZ_FIGURE_MOST
 */
gboolean
dz_figure_is_value (double value)
{
  return fabs (value) <= DZ_FIGURE_MOST;
}

/**
 * dz_identity_get_body_kind:
 *
 * Returns: (nullable): "township", "county" or "department", by the last words of the body's name; only
 *   townships enter the county's tables
 */
const char *
dz_identity_get_body_kind (const DzIdentity *self)
{
  static const char *const townships[] = { "镇", "乡", "街道", "苏木", "街", "街办", "办事处", "管理区",
                                           "管委会", "区管理委员会", "区管理处", "农场", "林场", "牧场" };
  static const char *const counties[] = { "县", "市", "区", "旗", "州", "省" };

  g_return_val_if_fail (self != NULL, NULL);

  if (self->township == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (townships); i++)
    if (g_str_has_suffix (self->township, townships[i]))
      return "township";
  for (guint i = 0; i < G_N_ELEMENTS (counties); i++)
    if (g_str_has_suffix (self->township, counties[i]))
      return "county";

  return "department";
}

/**
 * dz_figure_check_value:
 * @figure: as it was read from a report, a review or a line of JSON
 *
 * A number nobody can trust stays in the list of set-aside quantities, "too-large", with its
 * passage and without a value, so that no table and no chart reckons with it.
 */
void
dz_figure_check_value (DzFigure *figure)
{
  if ((isnan (figure->value) || dz_figure_is_value (figure->value)) &&
      (isnan (figure->high) || dz_figure_is_value (figure->high)))
    return;

  figure->indicator = NULL;
  figure->set_aside = g_intern_static_string ("too-large");
  figure->value = figure->high = NAN;
}

static gboolean
ends_sentence (const char *at)
{
  return *at == '\n' || g_str_has_prefix (at, "。") || g_str_has_prefix (at, "；") ||
         g_str_has_prefix (at, "！") || g_str_has_prefix (at, "？") || *at == ';';
}

/**
 * dz_report_sentence_at:
 *
 * Returns: the sentence round byte @offset, its full stop included, blanks at the ends left out:
 *   what is quoted
 */
DzSpan
dz_report_sentence_at (DzReport *self,
                       gsize     offset)
{
  gsize len;
  const char *text;
  const char *start;
  const char *end;

  g_return_val_if_fail (self != NULL, DZ_SPAN_NONE);

  text = dz_text_peek (self->text, &len);
  g_return_val_if_fail (offset <= len, DZ_SPAN_NONE);

  start = text + offset;
  while (start > text)
    {
      const char *before = g_utf8_prev_char (start);

      if (ends_sentence (before))
        break;
      start = before;
    }
  end = text + offset;
  while (*end != '\0' && !ends_sentence (end))
    end = g_utf8_next_char (end);
  if (*end != '\0' && *end != '\n')
    end = g_utf8_next_char (end);
  while (start < end && (g_unichar_isspace (g_utf8_get_char (start)) || *start == '\n'))
    start = g_utf8_next_char (start);

  return (DzSpan){ (gsize) (start - text), (gsize) (end - text) };
}

/**
 * dz_report_dup_year_mark:
 * @year: of the briefing
 *
 * Returns: (transfer full): what stands behind the number of its body in a source: nothing where it is of that year, ′
 *   for the year before, and any other year by its number, for two reports of a body must not bear the same
 */
char *
dz_report_dup_year_mark (const DzReport *self,
                         int             year)
{
  int of = self->identity.year;

  if (of == year || of == 0)
    return g_strdup ("");

  return of == year - 1 ? g_strdup ("′") : g_strdup_printf ("〔%d〕", of);
}

/**
 * dz_report_paragraph_at:
 *
 * Returns: the number of the paragraph that holds byte @offset, counting from 1 and leaving out
 *   blank lines: the second half of a source number [3-17]
 */
guint
dz_report_paragraph_at (DzReport *self,
                        gsize     offset)
{
  gsize len;
  const char *text;
  guint n = 0;
  gboolean blank = TRUE;

  g_return_val_if_fail (self != NULL, 0);

  text = dz_text_peek (self->text, &len);
  for (const char *at = text; at < text + len; at = g_utf8_next_char (at))
    {
      if (*at == '\n')
        blank = TRUE;
      else if (blank && !g_unichar_isspace (g_utf8_get_char (at)))
        {
          blank = FALSE;
          n++;
        }
      if ((gsize) (at - text) >= offset)
        break;
    }

  return MAX (n, 1);
}

#define WORDS(name, Type, ...)                                                                     \
  static const char *const name##_words[] = { __VA_ARGS__ };                                       \
  const char *name##_to_string (Type value)                                                        \
  {                                                                                                \
    g_return_val_if_fail ((guint) value < G_N_ELEMENTS (name##_words), NULL);                      \
    return name##_words[value];                                                                    \
  }                                                                                                \
  gboolean name##_from_string (const char *word, Type *value)                                      \
  {                                                                                                \
    for (guint i = 0; i < G_N_ELEMENTS (name##_words); i++)                                        \
      if (g_strcmp0 (word, name##_words[i]) == 0)                                                  \
        {                                                                                          \
          *value = (Type) i;                                                                       \
          return TRUE;                                                                             \
        }                                                                                          \
    return FALSE;                                                                                  \
  }

WORDS (dz_bound, DzBound, "exact", "at_least", "at_most", "about")
WORDS (dz_scope, DzScope, "body", "villages", "mixed", "part")
WORDS (dz_period, DzPeriod, "year", "part_year", "cumulative")
WORDS (dz_report_kind, DzReportKind, "other", "annual_report", "duty_report")
WORDS (dz_grade, DzGrade, "none", "generic", "partial", "direct")
WORDS (dz_result, DzResult, "pass", "fail", "cannot_tell")
WORDS (dz_state, DzState, "suggested", "confirmed", "corrected", "rejected")
WORDS (dz_section_kind, DzSectionKind, "opening", "achievements", "principal_duty", "last_year",
       "problems", "causes", "plan", "merged", "other", "closing")

/* dz-check-run.c - what the check functions share: results, cues, quotes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-check-run.h"

#include "dz-char.h"

#include <math.h>
#include <stdarg.h>
#include <string.h>

#define LONGEST_QUOTE 30
#define WIDEST_CLAUSE 90 /* bytes to either side of a figure */
#define LONGEST_PARTLESS 400 /* characters: a longer text says all its parts in one */

/**
 * dz_check_add:
 * @format: the message, in Chinese
 *
 * Returns: (transfer none): the check, to add spans to before the next is added
 */
DzCheck *
dz_check_add (const DzCheckRun *run,
              DzResult          result,
              const char       *format,
              ...)
{
  g_autofree char *message = NULL;
  DzCheck *check;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  check = dz_report_add_check (run->report, run->entry->id, result, message);
  check->certain = run->entry->certain;
  for (guint i = 0; i < run->entry->rules->len; i++)
    {
      const DzRule *rule = g_ptr_array_index (run->entry->rules, i);

      if (g_str_equal (rule->name, "reason"))
        check->reason = g_intern_string (rule->text);
    }

  return check;
}

void
dz_check_add_span (DzCheck *check,
                   DzSpan   span)
{
  if (!dz_span_is_empty (span))
    g_array_append_val (check->spans, span);
}

/**
 * dz_check_cue_hits:
 * @attribute: (nullable): only rules whose attribute has @value; without it, rules that lack
 *   every attribute
 *
 * Returns: (transfer full) (element-type DzRuleHit): hits of the check's cues, those that begin
 *   inside a <not> left out: 副镇长 is no 镇长
 */
GArray *
dz_check_cue_hits (const DzCheckRun *run,
                   DzSpan            folded,
                   const char       *attribute,
                   const char       *value)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (DzRuleHit));
  DzRuleSet *set = g_strcmp0 (attribute, "role") == 0 ? run->roles : run->cues;
  g_autoptr(GArray) hits = NULL;
  guint next = 0;
  gsize masked = 0; /* where the last <not> that has begun ends */

  if (set == NULL || dz_span_is_empty (folded))
    return kept;
  hits = dz_rule_set_find (set, run->context->folded, folded);
  for (guint i = 0; i < hits->len; i++)
    {
      const DzRuleHit *hit = &g_array_index (hits, DzRuleHit, i);

      /* those that begin at one place are judged together: hits are in order */
      for (; next < hits->len && g_array_index (hits, DzRuleHit, next).span.start <= hit->span.start; next++)
        if (g_str_equal (g_array_index (hits, DzRuleHit, next).rule->name, "not"))
          masked = MAX (masked, g_array_index (hits, DzRuleHit, next).span.end);
      gboolean wanted = attribute != NULL
                          ? g_str_equal (dz_rule_get_word (hit->rule, attribute), value)
                          : hit->rule->attributes == NULL;

      wanted = wanted && hit->span.start >= masked;
      if (wanted && !g_str_equal (hit->rule->name, "not"))
        g_array_append_val (kept, *hit);
    }

  return kept;
}

/**
 * dz_check_list:
 *
 * Returns: (transfer none): the words of the check's <list> for @role, parted by |
 */
const char *
dz_check_list (const DzCheckRun *run,
               const char       *role)
{
  for (guint i = 0; i < run->entry->rules->len; i++)
    {
      const DzRule *rule = g_ptr_array_index (run->entry->rules, i);

      if (g_str_equal (rule->name, "list") && g_str_equal (dz_rule_get_word (rule, "role"), role))
        return rule->text;
    }

  return "";
}

/**
 * dz_check_quote:
 *
 * Returns: (transfer full): the report's own words in “”, ends of lines and the tail left out
 */
char *
dz_check_quote (const DzCheckRun *run,
                DzSpan            original)
{
  g_autofree char *text = dz_text_dup_span (run->report->text, original);
  g_auto(GStrv) lines = g_strsplit_set (text, "\r\n", -1);
  g_autofree char *joined = g_strjoinv ("", lines);

  g_strstrip (joined);
  if (g_utf8_strlen (joined, -1) > LONGEST_QUOTE)
    {
      g_autofree char *head = g_utf8_substring (joined, 0, LONGEST_QUOTE);

      return g_strconcat ("“", head, "……”", NULL);
    }

  return g_strconcat ("“", joined, "”", NULL);
}

/**
 * dz_check_section:
 *
 * Returns: (transfer none) (nullable): the first section of either kind
 */
const DzSection *
dz_check_section (const DzCheckRun *run,
                  DzSectionKind     kind,
                  DzSectionKind     or_kind)
{
  GArray *sections = run->report->sections;

  for (guint i = 0; i < sections->len; i++)
    {
      const DzSection *section = &g_array_index (sections, DzSection, i);

      if (section->kind == kind || section->kind == or_kind)
        return section;
    }

  return NULL;
}

/**
 * dz_check_has_parts:
 *
 * Returns: whether any part was seen; a long text in which none was seen is not one that lacks them
 */
gboolean
dz_check_has_parts (const DzCheckRun *run)
{
  GArray *sections = run->report->sections;

  for (guint i = 0; i < sections->len; i++)
    {
      const DzSection *section = &g_array_index (sections, DzSection, i);

      if (section->kind != DZ_SECTION_OPENING && section->kind != DZ_SECTION_CLOSING)
        return TRUE;
    }

  return dz_report_lines_count (run->context->folded, (DzSpan){ 0, run->context->folded_len }) < LONGEST_PARTLESS;
}

/**
 * dz_check_next_year_line:
 *
 * Returns: the index of the line with a numbered heading that names the year after the reported one; %G_MAXUINT: none
 */
guint
dz_check_next_year_line (const DzCheckRun *run)
{
  int own = run->report->identity.year;

  for (guint i = 0; own != 0 && i < run->context->lines->len; i++)
    {
      const DzLine *line = &g_array_index (run->context->lines, DzLine, i);
      DzDate date;

      if (line->number > 0 && !dz_span_is_empty (line->heading) &&
          dz_names_next_year (run->context->folded, line->heading, &date) && date.year == own + 1)
        return i;
    }

  return G_MAXUINT;
}

/**
 * dz_check_is_numbered:
 *
 * Returns: whether an ordinal begins the sentence's line, its heading, or the sentence itself: 一是…
 */
gboolean
dz_check_is_numbered (const DzCheckRun       *run,
                      const DzReportSentence *sentence)
{
  const char *folded = run->context->folded;
  const DzLine *line = &g_array_index (run->context->lines, DzLine, sentence->line);
  DzSpan heading = sentence->heading;
  DzOrdinalStyle style;
  guint number;

  if (line->number > 0 ||
      (!dz_span_is_empty (heading) &&
       dz_report_lines_read_ordinal (folded + heading.start, heading.end - heading.start, &style, &number) > 0))
    return TRUE;
  for (gsize back = 6; back <= 9 && back <= sentence->span.start; back += 3)
    if (dz_report_lines_read_ordinal (folded + sentence->span.start - back, back, &style, &number) == back)
      return TRUE;

  return FALSE;
}

/**
 * dz_check_says:
 * @role: of the check's cues
 *
 * Returns: whether one of them stands in @folded
 */
gboolean
dz_check_says (const DzCheckRun *run,
               DzSpan            folded,
               const char       *role)
{
  g_autoptr(GArray) hits = dz_check_cue_hits (run, folded, "role", role);

  return hits->len > 0;
}

/**
 * dz_findings_take:
 * @format: what is wrong, in Chinese
 *
 * Returns: %FALSE where the passage, or one it overlaps, was told already
 */
gboolean
dz_findings_take (DzFindings *self,
                  DzSpan      original,
                  const char *format,
                  ...)
{
  g_autofree char *finding = NULL;
  g_autofree char *told = NULL;
  g_autofree char *mark = NULL;
  va_list args;

  for (guint i = 0; i < self->spans->len; i++)
    if (dz_span_overlaps (g_array_index (self->spans, DzSpan, i), original))
      return FALSE;
  va_start (args, format);
  finding = g_strdup_vprintf (format, args);
  va_end (args);
  g_array_append_val (self->spans, original);
  /* what is wrong in three places is said once, and shown in all */
  told = g_strconcat ("；", self->message->str, "；", NULL);
  mark = g_strconcat ("；", finding, "；", NULL);
  if (strstr (told, mark) != NULL)
    return TRUE;
  if (self->message->len > 0)
    g_string_append (self->message, "；");
  g_string_append (self->message, finding);

  return TRUE;
}

/**
 * dz_findings_finish:
 * @clean: what is said where nothing was found
 * @advice: what stands behind the findings
 *
 * Adds the check.
 */
void
dz_findings_finish (DzFindings       *self,
                    const DzCheckRun *run,
                    const char       *clean,
                    const char       *advice)
{
  DzCheck *check = self->spans->len == 0
                     ? dz_check_add (run, DZ_RESULT_PASS, "%s", clean)
                     : dz_check_add (run, DZ_RESULT_FAIL, "%s%s", self->message->str, advice);

  for (guint i = 0; i < self->spans->len; i++)
    dz_check_add_span (check, g_array_index (self->spans, DzSpan, i));
}

void
dz_findings_clear (DzFindings *self)
{
  g_string_free (self->message, TRUE);
  g_array_unref (self->spans);
}

/**
 * dz_check_clause_of:
 *
 * Returns: the folded clause around @figure, no further than %WIDEST_CLAUSE: a sentence may hold thousands of figures
 */
DzSpan
dz_check_clause_of (const DzCheckRun *run,
                    const DzFigure   *figure)
{
  const char *folded = run->context->folded;
  DzSpan clause = dz_fold_from_original (run->context->fold, figure->span);
  gsize least = clause.start > WIDEST_CLAUSE ? clause.start - WIDEST_CLAUSE : 0;
  gsize most = MIN (clause.end + WIDEST_CLAUSE, run->context->folded_len);

  while (clause.start > least)
    {
      const char *before = g_utf8_prev_char (folded + clause.start);

      if (dz_char_is_any (dz_char_at (before), "，。；：！？\n\t"))
        break;
      clause.start = (gsize) (before - folded);
    }
  while (clause.end < most && !dz_char_is_any (dz_char_at (folded + clause.end), "，。；：！？\n\t"))
    clause.end = (gsize) (g_utf8_next_char (folded + clause.end) - folded);

  return clause;
}

static gboolean
is_comparable (const DzCheckRun *run,
               const DzFigure   *figure)
{
  return dz_figure_counts (figure) && figure->scope == DZ_SCOPE_BODY &&
         figure->period == DZ_PERIOD_YEAR && isnan (figure->high) &&
         !dz_check_says (run, dz_check_clause_of (run, figure), "last-year");
}

/**
 * dz_check_next_figure:
 *
 * Returns: the place of the next figure of @indicator from @from on that may be compared, -1 if there is none
 */
int
dz_check_next_figure (const DzCheckRun *run,
                      const char       *indicator,
                      guint             from)
{
  const char *id = g_intern_string (indicator);

  for (guint i = from; i < run->report->figures->len; i++)
    {
      const DzFigure *figure = &g_array_index (run->report->figures, DzFigure, i);

      if (figure->indicator == id && is_comparable (run, figure))
        return (int) i;
    }

  return -1;
}

/**
 * dz_check_figure_at:
 * @index: of the report's figures, or -1
 *
 * Returns: (transfer none) (nullable): the figure
 */
const DzFigure *
dz_check_figure_at (const DzCheckRun *run,
                    int               index)
{
  return index < 0 ? NULL : &g_array_index (run->report->figures, DzFigure, (guint) index);
}

/**
 * dz_check_dup_text:
 *
 * Returns: (transfer full): the words of the span @original as they are folded with the whole text
 */
char *
dz_check_dup_text (const DzCheckRun *run,
                   DzSpan            original)
{
  DzSpan folded = dz_fold_from_original (run->context->fold, original);

  return g_strndup (run->context->folded + folded.start, folded.end - folded.start);
}

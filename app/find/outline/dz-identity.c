/* dz-identity.c - body, year, kind, title, dates, issuer
 *
 * Each is looked for where it is surest first: the title, the line that names
 * the principal, the signature, then the text itself. The confidence falls
 * with every step.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-identity.h"

#include "dz-identity-parts.h"
#include "dz-report-lines.h"
#include "dz-names.h"

#include <stdlib.h>
#include <string.h>

#define LONGEST_TITLE 80

static gboolean
add_words (DzRuleSet  **set,
           DzCodebook  *codebook,
           const char  *name,
           GError     **error)
{
  *set = dz_rule_set_new (codebook);
  if (!dz_rule_set_add_words (*set, name, error))
    return FALSE;
  dz_rule_set_compile (*set);

  return TRUE;
}

DzIdentityFinder *
dz_identity_new (DzCodebook  *codebook,
                 GError     **error)
{
  g_autoptr(DzIdentityFinder) self = g_new0 (DzIdentityFinder, 1);

  if (!add_words (&self->duty, codebook, "title-duty", error) ||
      !add_words (&self->annual, codebook, "title-annual", error) ||
      !add_words (&self->other, codebook, "title-other", error) ||
      !add_words (&self->not_a_stem, codebook, "not-a-stem", error) ||
      !add_words (&self->published, codebook, "published-mark", error) ||
      !add_words (&self->issued, codebook, "issued-mark", error) ||
      !add_words (&self->source, codebook, "source-mark", error) ||
      !add_words (&self->furniture, codebook, "furniture", error))
    return NULL;

  return g_steal_pointer (&self);
}

void
dz_identity_free (DzIdentityFinder *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->duty, dz_rule_set_free);
  g_clear_pointer (&self->annual, dz_rule_set_free);
  g_clear_pointer (&self->other, dz_rule_set_free);
  g_clear_pointer (&self->not_a_stem, dz_rule_set_free);
  g_clear_pointer (&self->published, dz_rule_set_free);
  g_clear_pointer (&self->issued, dz_rule_set_free);
  g_clear_pointer (&self->source, dz_rule_set_free);
  g_clear_pointer (&self->furniture, dz_rule_set_free);
  g_free (self);
}

/* Whether the last word of the title names another kind of document. */
static gboolean
ends_other (DzIdentityFinder *self,
            const char       *title)
{
  DzSpan all = { 0, strlen (title) };
  g_autoptr(GArray) others = dz_rule_set_find (self->other, title, all);
  gsize end = all.end;

  /* a bracket at the end, (征求意见稿), is not the word that names the kind */
  if (g_str_has_suffix (title, "）"))
    {
      const char *open = g_strrstr (title, "（");

      if (open != NULL && open > title)
        end = (gsize) (open - title);
    }
  for (guint i = 0; i < others->len; i++)
    if (g_array_index (others, DzRuleHit, i).span.end == end)
      return TRUE;

  return FALSE;
}

static DzReportKind
kind_of_title (DzIdentityFinder *self,
               const char       *title)
{
  DzSpan all = { 0, strlen (title) };

  if (ends_other (self, title))
    return DZ_KIND_OTHER;
  if (dz_rule_set_matches (self->duty, title, all))
    return DZ_KIND_DUTY_REPORT;
  if (dz_rule_set_matches (self->annual, title, all))
    return DZ_KIND_ANNUAL_REPORT;

  return DZ_KIND_OTHER;
}

/* Neither a sentence nor a breadcrumb line of a web page. */
static gboolean
is_title_line (const char   *folded,
               const DzLine *line)
{
  if (memchr (folded + line->span.start, '>', line->span.end - line->span.start) != NULL)
    return FALSE;

  return line->style >= DZ_ORDINAL_DIGIT && dz_report_lines_count (folded, line->span) <= LONGEST_LINE &&
         dz_report_lines_sentence_end (folded, line->span) == line->span.end &&
         !(line->span.end - line->span.start >= 3 && memcmp (folded + line->span.end - 3, "。", 3) == 0) &&
         g_strstr_len (folded + line->span.start, (gssize) (line->span.end - line->span.start),
                       "如下") == NULL;
}

static void
take_title (DzContext    *context,
            DzSpan        folded,
            DzReportKind  kind,
            double        confidence)
{
  DzIdentity *identity = &context->report->identity;

  identity->title_span = dz_fold_to_original (context->fold, folded);
  identity->title = dz_identity_dup_original (context, identity->title_span);
  identity->kind = kind;
  identity->kind_span = identity->title_span;
  identity->kind_confidence = confidence;
}

/* The title may be broken over two or three lines. */
static gboolean
try_title (DzIdentityFinder *self,
           DzContext        *context,
           guint             index)
{
  g_autoptr(GString) joined = g_string_new (NULL);

  for (guint n = 0; n < 3 && index + n < context->lines->len; n++)
    {
      const DzLine *line = &g_array_index (context->lines, DzLine, index + n);
      DzReportKind kind;

      if (!is_title_line (context->folded, line) ||
          dz_rule_set_matches (self->furniture, context->folded, line->span))
        return FALSE;
      g_string_append_len (joined, context->folded + line->span.start,
                           (gssize) (line->span.end - line->span.start));
      if (g_utf8_strlen (joined->str, -1) > LONGEST_TITLE)
        return FALSE;
      if (ends_other (self, joined->str))
        return FALSE; /* ...报告的通知 */
      kind = kind_of_title (self, joined->str);
      if (kind != DZ_KIND_OTHER)
        {
          DzSpan span = { g_array_index (context->lines, DzLine, index).span.start,
                          line->span.end };

          take_title (context, span, kind, 0.95);
          return TRUE;
        }
    }

  return FALSE;
}

/* Without a title, what the text calls itself before 如下. */
static void
kind_from_opening (DzIdentityFinder *self,
                   DzContext        *context)
{
  DzIdentity *identity = &context->report->identity;

  for (guint i = 0; i < MIN (context->lines->len, TITLE_LINES); i++)
    {
      const DzLine *line = &g_array_index (context->lines, DzLine, i);
      g_autofree char *text = dz_identity_dup_folded (context, line->span);
      const char *last = g_strrstr (text, "如下");
      DzSpan before = { 0, 0 };

      if (line->style != DZ_ORDINAL_NONE || last == NULL)
        continue;
      before.end = (gsize) (last - text);
      if (strstr (text, "述职") != NULL || strstr (text, "述法") != NULL)
        identity->kind = DZ_KIND_DUTY_REPORT;
      else if (strstr (text, "法治政府") != NULL || strstr (text, "法治建设") != NULL ||
               dz_rule_set_matches (self->annual, text, before))
        identity->kind = DZ_KIND_ANNUAL_REPORT;
      else
        continue;
      identity->kind_span = dz_fold_to_original (context->fold, line->span);
      identity->kind_confidence = 0.5;
      return;
    }
}

static void
find_title (DzIdentityFinder *self,
            DzContext        *context)
{
  DzIdentity *identity = &context->report->identity;
  const DzSource *source = context->report->source;
  guint n = MIN (context->lines->len, TITLE_LINES);

  for (guint i = 0; i < n; i++)
    {
      const DzLine *line = &g_array_index (context->lines, DzLine, i);

      if (line->style < DZ_ORDINAL_DIGIT)
        break;
      if (try_title (self, context, i))
        return;
    }
  if (source != NULL && source->title != NULL)
    {
      g_autofree char *folded = dz_fold_string (source->title);

      identity->kind = kind_of_title (self, folded);
      if (identity->kind != DZ_KIND_OTHER)
        {
          identity->title = g_strdup (source->title);
          identity->kind_confidence = 0.8;
          return;
        }
    }
  /* the first line of another document is its title all the same */
  if (n > 0 && is_title_line (context->folded, &g_array_index (context->lines, DzLine, 0)))
    {
      g_autofree char *first = dz_identity_dup_folded (context,
                                           g_array_index (context->lines, DzLine, 0).span);

      take_title (context, g_array_index (context->lines, DzLine, 0).span, DZ_KIND_OTHER, 0.6);
      if (dz_rule_set_matches (self->other, first, (DzSpan){ 0, strlen (first) }))
        return;
    }
  kind_from_opening (self, context);
}

static void
take_name (DzContext    *context,
           const DzName *name,
           double        confidence)
{
  DzIdentity *identity = &context->report->identity;

  if (identity->township == NULL)
    {
      identity->township = dz_identity_dup_folded (context, name->name);
      identity->township_span = dz_fold_to_original (context->fold, name->name);
      identity->township_confidence = confidence;
    }
  if (identity->county == NULL && !dz_span_is_empty (name->county))
    identity->county = dz_identity_dup_folded (context, name->county);
}

static gboolean
name_in_span (DzIdentityFinder *self,
              DzContext        *context,
              DzSpan            span,
              double            confidence)
{
  DzName name;

  if (!dz_names_next (self->not_a_stem, context->folded, span, &name))
    return FALSE;
  take_name (context, &name, confidence);

  return TRUE;
}

/* The county, wherever the body's own name follows it. */
static void
find_county (DzIdentityFinder *self,
             DzContext        *context)
{
  DzIdentity *identity = &context->report->identity;
  DzSpan rest = { 0, context->folded_len };
  DzName name;

  while (identity->county == NULL && identity->township != NULL &&
         dz_names_next (self->not_a_stem, context->folded, rest, &name))
    {
      g_autofree char *found = dz_identity_dup_folded (context, name.name);

      if (g_str_equal (found, identity->township))
        take_name (context, &name, 0);
      rest.start = name.name.end;
    }
}

/* The name that stands most often in the text. */
static void
name_by_count (DzIdentityFinder *self,
               DzContext        *context)
{
  g_autoptr(GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  DzSpan rest = { 0, context->folded_len };
  DzName name;
  DzName best = { DZ_SPAN_NONE, DZ_SPAN_NONE };
  guint most = 0;

  while (dz_names_next (self->not_a_stem, context->folded, rest, &name))
    {
      char *text = dz_identity_dup_folded (context, name.name);
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, text)) + 1;

      if (count > most)
        {
          most = count;
          best = name;
        }
      g_hash_table_insert (counts, text, GUINT_TO_POINTER (count));
      rest.start = name.name.end;
    }
  if (most > 0)
    take_name (context, &best, most > 2 ? 0.5 : 0.3);
}

static void
find_township (DzIdentityFinder *self,
               DzContext        *context)
{
  static const char *const posts[] = { "书记", "镇长", "乡长", "主任", "述职人", "述法人", NULL };
  DzIdentity *identity = &context->report->identity;
  GArray *lines = context->lines;
  guint n = lines->len;

  if (!dz_span_is_empty (identity->title_span) &&
      name_in_span (self, context, dz_fold_from_original (context->fold, identity->title_span),
                    0.95))
    return;
  for (guint i = 0; i < MIN (n, TITLE_LINES); i++)
    {
      const DzLine *line = &g_array_index (lines, DzLine, i);
      g_autofree char *text = dz_identity_dup_folded (context, line->span);

      for (guint k = 0; posts[k] != NULL && g_utf8_strlen (text, -1) <= LONGEST_LINE; k++)
        if (strstr (text, posts[k]) != NULL && name_in_span (self, context, line->span, 0.9))
          return;
    }
  for (guint i = n; i > 0 && n - i < SIGNATURE_LINES; i--)
    {
      const DzLine *line = &g_array_index (lines, DzLine, i - 1);

      if (is_title_line (context->folded, line) && name_in_span (self, context, line->span, 0.85))
        return;
    }
  name_by_count (self, context);
}

static void
take_year (DzContext    *context,
           const DzDate *date,
           int           year,
           double        confidence)
{
  DzIdentity *identity = &context->report->identity;

  identity->year = year;
  identity->year_span = dz_fold_to_original (context->fold, date->span);
  identity->year_confidence = confidence;
}

/* Title before heading before text before date. */
static void
find_year (DzContext *context)
{
  DzIdentity *identity = &context->report->identity;
  DzSpan title = dz_fold_from_original (context->fold, identity->title_span);
  DzDate date;

  if (!dz_span_is_empty (identity->title_span) &&
      dz_names_next_year (context->folded, title, &date))
    {
      take_year (context, &date, date.year, 0.95);
      return;
    }
  if (identity->title != NULL && dz_span_is_empty (identity->title_span))
    {
      g_autofree char *folded = dz_fold_string (identity->title);

      if (dz_names_next_year (folded, (DzSpan){ 0, strlen (folded) }, &date))
        {
          identity->year = date.year;
          identity->year_confidence = 0.85;
          return;
        }
    }
  for (guint i = 0; i < context->lines->len; i++)
    {
      const DzLine *line = &g_array_index (context->lines, DzLine, i);

      if (line->style <= DZ_ORDINAL_HAN && !dz_span_is_empty (line->heading) &&
          dz_names_next_year (context->folded, line->heading, &date))
        {
          take_year (context, &date, date.year, 0.8);
          return;
        }
    }
  for (guint i = 0; i < context->lines->len; i++)
    {
      const DzLine *line = &g_array_index (context->lines, DzLine, i);

      if (dz_report_lines_count (context->folded, line->span) > LONGEST_LINE &&
          dz_names_next_year (context->folded, line->span, &date))
        {
          take_year (context, &date, date.year, 0.6);
          return;
        }
    }
  if (identity->issued != NULL)
    {
      int year = atoi (identity->issued);
      int month = atoi (identity->issued + 5);

      identity->year = month <= 6 ? year - 1 : year;
      identity->year_span = identity->issued_span;
      identity->year_confidence = 0.4;
    }
}

/* 漳阳县2024年法治政府建设年度报告: the county's own, no township's. */
static void
tell_county_report (DzContext *context)
{
  static const char *const levels[] = { "县", "市", "区", "旗", "州" };
  DzIdentity *identity = &context->report->identity;
  g_autofree char *title = NULL;

  if (identity->township != NULL || identity->title == NULL ||
      identity->kind != DZ_KIND_ANNUAL_REPORT)
    return;
  title = dz_fold_string (identity->title);
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      const char *at = strstr (title, levels[i]);

      if (at == NULL || at == title)
        continue;
      at += strlen (levels[i]);
      if (g_str_has_prefix (at, "20") || g_str_has_prefix (at, "二") ||
          g_str_has_prefix (at, "人民政府") || g_str_has_prefix (at, "关于"))
        identity->kind = DZ_KIND_OTHER;
    }
}

/**
 * dz_identity_find:
 *
 * Fills the report's identity. What is not found stays %NULL or 0.
 */
void
dz_identity_find (DzIdentityFinder *self,
                  DzContext        *context)
{
  find_title (self, context);
  dz_identity_find_dates (self, context);
  find_township (self, context);
  dz_identity_prefer_roster (self, context);
  find_county (self, context);
  find_year (context);
  tell_county_report (context);
}

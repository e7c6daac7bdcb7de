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
#include "dz-untrue.h"

#include <stdlib.h>
#include <string.h>

/**
 * dz_identity_new:
 *
 * Returns: (transfer full): who a report is by, of which year and kind, by the words of @codebook; %NULL with @error set
 *   where these cannot be compiled
 */
DzIdentityFinder *
dz_identity_new (DzCodebook  *codebook,
                 GError     **error)
{
  g_autoptr(DzIdentityFinder) self = g_new0 (DzIdentityFinder, 1);

  if (!dz_rule_set_make_words (&self->duty, codebook, "title-duty", error) ||
      !dz_rule_set_make_words (&self->annual, codebook, "title-annual", error) ||
      !dz_rule_set_make_words (&self->other, codebook, "title-other", error) ||
      !dz_rule_set_make_words (&self->subject, codebook, "title-subject", error) ||
      !dz_rule_set_make_words (&self->title_end, codebook, "title-end", error) ||
      !dz_rule_set_make_words (&self->person, codebook, "title-person", error) ||
      !dz_rule_set_make_words (&self->other_subject, codebook, "title-other-subject", error) ||
      !dz_rule_set_make_words (&self->other_author, codebook, "title-other-author", error) ||
      !dz_rule_set_make_words (&self->lower_author, codebook, "title-lower-author", error) ||
      !dz_rule_set_make_words (&self->made_known, codebook, "title-made-known", error) ||
      !dz_rule_set_make_words (&self->other_opening, codebook, "other-opening", error) ||
      !dz_rule_set_make_words (&self->other_addressee, codebook, "other-addressee", error) ||
      !dz_rule_set_make_words (&self->report_opening, codebook, "report-opening", error) ||
      !dz_rule_set_make_words (&self->news, codebook, "news", error) ||
      !dz_rule_set_make_words (&self->news_title, codebook, "news-title", error) ||
      !dz_rule_set_make_words (&self->not_a_stem, codebook, "not-a-stem", error) ||
      !dz_rule_set_make_words (&self->published, codebook, "published-mark", error) ||
      !dz_rule_set_make_words (&self->issued, codebook, "issued-mark", error) ||
      !dz_rule_set_make_words (&self->source, codebook, "source-mark", error) ||
      !dz_rule_set_make_words (&self->furniture, codebook, "furniture", error))
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
  g_clear_pointer (&self->subject, dz_rule_set_free);
  g_clear_pointer (&self->title_end, dz_rule_set_free);
  g_clear_pointer (&self->person, dz_rule_set_free);
  g_clear_pointer (&self->other_subject, dz_rule_set_free);
  g_clear_pointer (&self->other_author, dz_rule_set_free);
  g_clear_pointer (&self->lower_author, dz_rule_set_free);
  g_clear_pointer (&self->made_known, dz_rule_set_free);
  g_clear_pointer (&self->other_opening, dz_rule_set_free);
  g_clear_pointer (&self->other_addressee, dz_rule_set_free);
  g_clear_pointer (&self->report_opening, dz_rule_set_free);
  g_clear_pointer (&self->news, dz_rule_set_free);
  g_clear_pointer (&self->news_title, dz_rule_set_free);
  g_clear_pointer (&self->not_a_stem, dz_rule_set_free);
  g_clear_pointer (&self->published, dz_rule_set_free);
  g_clear_pointer (&self->issued, dz_rule_set_free);
  g_clear_pointer (&self->source, dz_rule_set_free);
  g_clear_pointer (&self->furniture, dz_rule_set_free);
  g_free (self);
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

  do
    if (!dz_names_next (self->not_a_stem, context->folded, span, &name))
      return FALSE;
    else
      span.start = name.name.end;
  while (!name.bounded && !name.named);
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

typedef gboolean (*NextName) (DzRuleSet *not_a_stem, const char *folded, DzSpan span, DzName *name);

/* ，改造镇便民中心: behind a comma that ends no date, a verb may stand where a name does, what is built behind it. */
static gboolean
may_be_verb (DzContext    *context,
             const DzName *name)
{
  static const char *const commas[] = { "，", "、", "；", NULL };
  static const char *const dates[] = { "年，", "来，", "度，", NULL };
  static const char *const built[] = { "便民", "综治", "文化", "卫生", "司法所", "农", "敬老", "中心", "机关", "干部", "村",
                                       "站", "所", "大院", "办公", "政务", "执法", "法治文化", "财政", "社会", "平安" };
  DzSpan before = { 0, name->name.start };

  if (!dz_report_lines_ends_in (context->folded, before, commas) ||
      dz_report_lines_ends_in (context->folded, before, dates))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (built); i++)
    if (g_str_has_prefix (context->folded + name->name.end, built[i]))
      return TRUE;

  return FALSE;
}

/* 我镇 in a text that names one 镇: it speaks of that one. */
static gboolean
speaks_of_itself (DzContext    *context,
                  const DzName *name)
{
  g_autofree char *text = dz_identity_dup_folded (context, name->name);
  static const char *const kinds[] = { "街道", "镇", "乡", "苏木" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_suffix (text, kinds[i]))
      {
        g_autofree char *own = g_strconcat ("我", kinds[i], NULL);

        return strstr (context->folded, own) != NULL;
      }

  return FALSE;
}

/* Names of a briefing of several bodies: nearly as often as the one that stands there most. */
static guint
count_rivals (GHashTable *counts,
              guint       most)
{
  GHashTableIter iter;
  gpointer count;
  guint n = 0;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, NULL, &count))
    n += 2 * GPOINTER_TO_UINT (count) > most;

  return n - 1;
}

/* The name that stands most often in the text; one that may be part of a longer word has to stand there twice, or alone
 * where the text says 我镇. Before an office (黄石街党工委) it is no part of one. */
static void
name_by_count (DzIdentityFinder *self,
               DzContext        *context,
               NextName          next)
{
  g_autoptr(GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  DzName best = { DZ_SPAN_NONE, DZ_SPAN_NONE, FALSE, FALSE };
  DzName last = best;
  guint most = 1;

  for (guint i = 0; i < context->lines->len; i++)
    {
      const DzLine *line = &g_array_index (context->lines, DzLine, i);
      DzSpan rest = line->span;
      DzName name;

      while (!line->furniture && next (self->not_a_stem, context->folded, rest, &name))
        {
          char *text = dz_identity_dup_folded (context, name.name);
          guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, text)) +
                        (name.named || (name.bounded && !may_be_verb (context, &name)) ? 2 : 1);

          last = name;
          if (count > most)
            {
              most = count;
              best = name;
            }
          g_hash_table_insert (counts, text, GUINT_TO_POINTER (count));
          rest.start = name.name.end;
        }
    }
  /* another document speaks of many; ours of one, mostly its own */
  if (context->report->identity.kind == DZ_KIND_OTHER && best.name.end > 0 && count_rivals (counts, most) > 0)
    return;
  if (most > ((next == dz_names_next || best.named) && context->report->identity.kind != DZ_KIND_OTHER ? 1 : 2))
    take_name (context, &best, most > 4 ? 0.5 : 0.3);
  else if (most == 1 && next == dz_names_next && g_hash_table_size (counts) == 1 &&
           context->report->identity.kind != DZ_KIND_OTHER && speaks_of_itself (context, &last))
    take_name (context, &last, 0.3);
}

/* 发布机构：青禾镇, where the text itself names nobody. */
static void
name_from_furniture (DzIdentityFinder *self,
                     DzContext        *context)
{
  for (guint i = 0; i < MIN (context->lines->len, TITLE_LINES); i++)
    {
      const DzLine *line = &g_array_index (context->lines, DzLine, i);

      if (line->furniture && dz_rule_set_matches (self->source, context->folded, line->span) &&
          name_in_span (self, context, line->span, 0.4))
        return;
    }
}

static gboolean
is_signature_line (DzContext    *context,
                   const DzLine *line)
{
  static const char *const ends[] = { "。", "；", NULL };

  return !line->furniture && line->style == DZ_ORDINAL_NONE &&
         dz_report_lines_count (context->folded, line->span) <= LONGEST_LINE &&
         dz_report_lines_sentence_end (context->folded, line->span) == line->span.end &&
         !dz_report_lines_ends_in (context->folded, line->span, ends);
}

/* Without the end of its line, and without a second name: 望川县城市管理局（综合行政执法局） */
static gsize
end_of_name (const char *folded,
             DzSpan      name)
{
  static const char open[] = "（", close[] = "）";
  gsize end = name.end, n = strlen (close);
  const char *bracket;

  while (end > name.start && folded[end - 1] == '\n')
    end--;
  if (end < name.start + n || memcmp (folded + end - n, close, n) != 0)
    return end;
  bracket = g_strrstr_len (folded + name.start, (gssize) (end - name.start), open);

  return bracket != NULL ? (gsize) (bracket - folded) : end;
}

/* 望川县2024年法治政府建设年度报告: the report of a county, a city, a department, or of what a county counts among its
 * townships without calling it one. */
static gboolean
take_higher_body (DzContext *context)
{
  static const char *const ends[] = { "县", "市", "区", "旗", "州", "局", "委员会", "办公室", "厅",
                                      "管委会", "管理处", "街办", "农场", "林场", "牧场" };
  DzIdentity *identity = &context->report->identity;
  DzSpan title = dz_fold_from_original (context->fold, identity->title_span);
  DzSpan body = { title.start, title.start };
  DzSpan name = DZ_SPAN_NONE;
  DzDate date;

  if (identity->kind == DZ_KIND_OTHER || dz_span_is_empty (identity->title_span))
    return FALSE;
  if (g_str_has_prefix (context->folded + body.start, "关于"))
    body.start += strlen ("关于");
  for (const char *p = context->folded + body.start; p < context->folded + title.end; p = g_utf8_next_char (p))
    {
      gsize at = (gsize) (p - context->folded);
      DzSpan rest = { at, title.end };

      if (g_str_has_prefix (p, "人民政府") || g_str_has_prefix (p, "关于") || g_str_has_prefix (p, "法治") ||
          (dz_names_next_year (context->folded, rest, &date) && date.span.start == at))
        {
          body.end = at;
          break;
        }
    }
  body.end = end_of_name (context->folded, body);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (dz_report_lines_ends_in (context->folded, body, (const char *const[]){ ends[i], NULL }))
      name = body;
  if (dz_report_lines_count (context->folded, name) < 2 || dz_report_lines_count (context->folded, name) > 16 ||
      dz_report_lines_holds (context->folded, name, "镇") || dz_report_lines_holds (context->folded, name, "街道"))
    return FALSE;
  take_name (context, &(DzName){ name, DZ_SPAN_NONE, TRUE, TRUE }, 0.8);

  return TRUE;
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
  for (guint i = 0; i < MIN (n, TITLE_LINES / 2); i++)
    {
      const DzLine *line = &g_array_index (lines, DzLine, i);
      g_autofree char *text = dz_identity_dup_folded (context, line->span);

      for (guint k = 0; !line->furniture && posts[k] != NULL && g_utf8_strlen (text, -1) <= LONGEST_LINE; k++)
        if (strstr (text, posts[k]) != NULL && name_in_span (self, context, line->span, 0.9))
          return;
    }
  if (take_higher_body (context))
    return;
  for (guint i = n; i > 0 && n - i < SIGNATURE_LINES; i--)
    {
      const DzLine *line = &g_array_index (lines, DzLine, i - 1);

      if (is_signature_line (context, line) && name_in_span (self, context, line->span, 0.85))
        return;
    }
  name_by_count (self, context, dz_names_next);
  if (identity->township == NULL)
    name_by_count (self, context, dz_names_next_street);
  if (identity->township == NULL)
    name_by_count (self, context, dz_names_next_office);
  if (identity->township == NULL)
    name_from_furniture (self, context);
}

/* Signed on 2月30日: a slip that still tells the year, and no day. */
static void
forget_what_is_no_day (char **day)
{
  if (*day != NULL && !dz_is_day (*day))
    g_clear_pointer (day, g_free);
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
  dz_identity_find_title (self, context);
  dz_identity_find_dates (self, context);
  find_township (self, context);
  dz_identity_prefer_roster (self, context);
  find_county (self, context);
  dz_identity_find_year (self, context);
  forget_what_is_no_day (&context->report->identity.issued);
  forget_what_is_no_day (&context->report->identity.published);
}

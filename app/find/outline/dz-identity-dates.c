/* dz-identity-dates.c - signature, publication and issuer of a report
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-identity-parts.h"

#include "dz-char.h"
#include "dz-report-lines.h"
#include "dz-names.h"

#include <string.h>

static char *
format_date (const DzDate *date)
{
  return g_strdup_printf ("%04d-%02d-%02d", date->year, date->month, date->day);
}

static gboolean
has_mark (DzRuleSet  *set,
          DzContext  *context,
          DzSpan      span,
          gsize      *after)
{
  g_autoptr(GArray) hits = dz_rule_set_find (set, context->folded, span);

  if (hits->len == 0)
    return FALSE;
  *after = g_array_index (hits, DzRuleHit, 0).span.end;

  return TRUE;
}

/* 时间：, 日期：: a label that says no more than that a date follows; where the line is furniture, anywhere in it. */
static gboolean
has_date_label (const char   *folded,
                const DzLine *line,
                gsize        *after)
{
  static const char *const labels[] = { "时间：", "日期：" };
  static const char *const others[] = { "成文", "印发", "发文", "生成", "生效", "失效", "废止", "有效", "截止", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      const char *at = dz_word_find (folded, line->span.start, line->span.end, labels[i]);
      DzSpan before = { line->span.start, at != NULL ? (gsize) (at - folded) : line->span.start };

      if (at == NULL || (!line->furniture && !dz_span_is_empty (before)) ||
          dz_report_lines_ends_in (folded, before, others))
        continue;
      *after = before.end + strlen (labels[i]);
      return TRUE;
    }

  return FALSE;
}

/* The date behind a label, or alone on the line after it. */
static gboolean
date_after (DzContext *context,
            guint      index,
            gsize      after,
            DzDate    *date)
{
  const DzLine *line = &g_array_index (context->lines, DzLine, index);
  const DzLine *next;

  if (dz_names_next_date (context->folded, (DzSpan){ after, line->span.end }, date))
    return TRUE;
  if (line->span.end - after > strlen ("：") || index + 1 >= context->lines->len)
    return FALSE;
  next = &g_array_index (context->lines, DzLine, index + 1);

  return dz_report_lines_count (context->folded, next->span) < LONGEST_LINE / 3 &&
         dz_names_next_date (context->folded, next->span, date);
}

/* 发文日期：2025-01-15 tells when it was sent out; that is the day of publication only where no other is told. */
static gboolean
has_sent_mark (const char   *folded,
               const DzLine *line,
               gsize        *after)
{
  static const char *const marks[] = { "发文时间", "发文日期" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      const char *at = dz_word_find (folded, line->span.start, line->span.end, marks[i]);

      if (at == NULL)
        continue;
      *after = (gsize) (at - folded) + strlen (marks[i]);
      return TRUE;
    }

  return FALSE;
}

/* 【字体：大 中 小】 2025-02-20 16:08: a page's own line over the title, with a day and an hour. */
static gboolean
has_stamp (const char   *folded,
           const DzLine *line,
           gsize        *after)
{
  static const char *const marks[] = { "字体", "字号", "浏览", "阅读", "点击" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (dz_report_lines_holds (folded, line->span, marks[i]) && dz_report_lines_holds (folded, line->span, "："))
      {
        DzDate date;

        if (!dz_names_next_date (folded, line->span, &date) || date.span.end + 3 > line->span.end ||
            !g_ascii_isdigit (folded[date.span.end + (folded[date.span.end] == ' ')]))
          continue;
        *after = line->span.start;
        return TRUE;
      }

  return FALSE;
}

/* 发布时间：2025-03-10 and its like, on the short lines of a web page. */
static void
find_page_lines (DzIdentityFinder *self,
                 DzContext        *context)
{
  DzIdentity *identity = &context->report->identity;
  g_autofree char *sent = NULL;

  for (guint i = 0; i < context->lines->len; i++)
    {
      const DzLine *line = &g_array_index (context->lines, DzLine, i);
      DzDate date;
      gsize after;

      if (dz_report_lines_count (context->folded, line->span) > 4 * LONGEST_LINE ||
          (!line->furniture && dz_report_lines_count (context->folded, line->span) > 2 * LONGEST_LINE))
        continue;
      if (identity->published == NULL &&
          (has_mark (self->published, context, line->span, &after) ||
           has_date_label (context->folded, line, &after) || has_stamp (context->folded, line, &after)) &&
          date_after (context, i, after, &date))
        identity->published = format_date (&date);
      if (sent == NULL && has_sent_mark (context->folded, line, &after) && date_after (context, i, after, &date))
        sent = format_date (&date);
      if (identity->issued == NULL && has_mark (self->issued, context, line->span, &after) &&
          date_after (context, i, after, &date))
        {
          identity->issued = format_date (&date);
          identity->issued_span = dz_fold_to_original (context->fold, date.span);
        }
    }
  if (identity->published == NULL)
    identity->published = g_steal_pointer (&sent);
}

/* 述职人：某某 and 青禾镇人民政府 sign; a last sentence does not. */
static void
take_issuer (DzContext *context,
             DzSpan     line)
{
  g_autofree char *text = dz_identity_dup_folded (context, line);
  const char *colon = strstr (text, "：");
  gsize n;

  if (colon != NULL)
    line.start += (gsize) (colon - text) + strlen ("：");
  else if (g_str_has_prefix (text, "（"))
    {
      line.start += strlen ("（");
      line.end -= g_str_has_suffix (text, "）") ? strlen ("）") : 0;
    }
  while (line.end > line.start && strchr ("|\t", context->folded[line.end - 1]) != NULL)
    line.end--;
  while (line.start < line.end && strchr ("|\t", context->folded[line.start]) != NULL)
    line.start++;
  n = dz_report_lines_count (context->folded, line);
  if (n >= 2 && n <= LONGEST_LINE && strstr (text, "。") == NULL && strstr (text, "；") == NULL &&
      !g_ascii_isdigit (context->folded[line.start]))
    context->report->identity.issuer =
      dz_identity_dup_original (context, dz_fold_to_original (context->fold, line));
}

/* Only what stands under the report is a signature; a name over it is the author's. */
static gboolean
is_after_body (DzContext *context,
               guint      index)
{
  for (guint i = 0; i < index; i++)
    if (g_array_index (context->lines, DzLine, i).style <= DZ_ORDINAL_HAN_BOX)
      return TRUE;

  return index > TITLE_LINES / 2;
}

/* A line that is a date and little else; what stands before it on the line is the issuer's. */
static gboolean
take_signature (DzIdentityFinder *self,
                DzContext        *context,
                guint             index)
{
  DzIdentity *identity = &context->report->identity;
  const DzLine *line = &g_array_index (context->lines, DzLine, index);
  DzSpan before = line->span;
  DzDate date;
  gsize after;

  if (line->furniture || dz_report_lines_count (context->folded, line->span) > LONGEST_LINE ||
      !dz_names_next_date (context->folded, line->span, &date) ||
      has_mark (self->published, context, line->span, &after) ||
      dz_report_lines_count (context->folded, (DzSpan){ date.span.end, line->span.end }) > 3)
    return FALSE;
  identity->issued = format_date (&date);
  identity->issued_span = dz_fold_to_original (context->fold, date.span);

  before.end = date.span.start;
  if (dz_report_lines_count (context->folded, before) < 3 && index > 0 &&
      !g_array_index (context->lines, DzLine, index - 1).furniture)
    before = g_array_index (context->lines, DzLine, index - 1).span;
  if (is_after_body (context, index) ||
      (before.start == line->span.start && dz_report_lines_count (context->folded, before) >= 3))
    take_issuer (context, before);

  return TRUE;
}

/* 2026.03.05 alone under the title: when the page was published; a signature is written with 年. */
static gboolean
take_bare_date (DzContext *context,
                guint      index)
{
  DzIdentity *identity = &context->report->identity;
  const DzLine *line = &g_array_index (context->lines, DzLine, index);
  DzDate date;

  if (line->furniture || dz_report_lines_count (context->folded, line->span) > LONGEST_LINE / 3 ||
      dz_report_lines_holds (context->folded, line->span, "年") ||
      !dz_names_next_date (context->folded, line->span, &date) || date.span.start != line->span.start)
    return FALSE;
  if (identity->published == NULL)
    identity->published = format_date (&date);

  return TRUE;
}

/* 青禾镇人民政府, （青禾镇人民政府）. */
static gboolean
is_office (const char *text)
{
  static const char *const ends[] = { "人民政府", "办事处", "委员会", "党委", "党工委" };
  g_autofree char *bare = g_strdup (text);

  if (g_str_has_prefix (text, "（") && g_str_has_suffix (text, "）"))
    bare[strlen (bare) - strlen ("）")] = '\0';
  for (guint k = 0; k < G_N_ELEMENTS (ends); k++)
    if (g_str_has_suffix (bare, ends[k]))
      return TRUE;

  return FALSE;
}

/* Who reports on his own duty signs under the title with his name, with or without his post. */
static gboolean
is_author (const char *text)
{
  static const char *const posts[] = { "书记", "镇长", "乡长", "主任" };
  g_auto(GStrv) words = g_strsplit (text, " ", -1);
  g_autofree char *bare = g_strjoinv ("", words);
  glong n = g_utf8_strlen (bare, -1);

  for (const char *p = bare; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_get_script (dz_char_at (p)) != G_UNICODE_SCRIPT_HAN)
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (posts); i++)
    if (strstr (bare, posts[i]) != NULL)
      return n <= LONGEST_LINE / 2;

  return n >= 2 && n <= 4;
}

/* The author's line under the title. */
static void
issuer_from_top (DzContext *context)
{
  const DzIdentity *identity = &context->report->identity;
  DzSpan title = dz_fold_from_original (context->fold, identity->title_span);

  for (guint i = 1; i < MIN (context->lines->len, 6); i++)
    {
      const DzLine *line = &g_array_index (context->lines, DzLine, i);
      g_autofree char *text = dz_identity_dup_folded (context, line->span);

      if (line->style == DZ_ORDINAL_NONE && line->span.start >= title.end &&
          (is_office (text) || (identity->kind == DZ_KIND_DUTY_REPORT && is_author (text))))
        {
          take_issuer (context, line->span);
          return;
        }
    }
}

/* The last line, where the date stands elsewhere. */
static void
issuer_from_bottom (DzContext *context)
{
  DzSpan last = context->lines->len > 0
                  ? g_array_index (context->lines, DzLine, context->lines->len - 1).span : DZ_SPAN_NONE;
  g_autofree char *text = dz_identity_dup_folded (context, last);

  if (is_office (text))
    take_issuer (context, last);
}

/* Where what is added behind the signature begins, 附件：…数据表; the number of lines if nothing is. */
static guint
find_annex (DzContext *context,
            guint      head)
{
  static const char *const words[] = { "附件", "附表", "附录", "附：" };

  for (guint i = context->lines->len; i > head + 1; i--)
    for (guint k = 0; k < G_N_ELEMENTS (words); k++)
      if (g_str_has_prefix (context->folded + g_array_index (context->lines, DzLine, i - 1).span.start, words[k]))
        return i - 1;

  return context->lines->len;
}

void
dz_identity_find_dates (DzIdentityFinder *self,
            DzContext        *context)
{
  DzIdentity *identity = &context->report->identity;
  const DzSource *source = context->report->source;
  guint n = context->lines->len;
  guint head = dz_identity_head_end (context); /* what stands before is no signature */

  if (head == n)
    head = 0;
  for (guint i = n; i > head && n - i < SIGNATURE_LINES; i--)
    if (take_signature (self, context, i - 1))
      break;
  n = identity->issued == NULL ? find_annex (context, head) : n;
  for (guint i = n; identity->issued == NULL && i > head && n - i < SIGNATURE_LINES; i--)
    if (take_signature (self, context, i - 1))
      break;
  n = context->lines->len;
  for (guint i = 0; identity->issued == NULL && i < MIN (n, TITLE_LINES / 2); i++)
    if (take_bare_date (context, i) || take_signature (self, context, i))
      break;
  if (source != NULL && source->published != NULL)
    identity->published = g_strdup (source->published);
  find_page_lines (self, context);
  if (identity->issuer == NULL)
    issuer_from_top (context);
  if (identity->issuer == NULL)
    issuer_from_bottom (context);
  if (identity->issuer == NULL && source != NULL && source->issuer != NULL)
    identity->issuer = g_strdup (source->issuer);
}

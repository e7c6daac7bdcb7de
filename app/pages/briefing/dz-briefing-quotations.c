/* dz-briefing-quotations.c - which of a report's words are quoted: whole clauses, joined over broken lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-briefing-private.h"

#include "dz-fold.h"
#include "dz-quoted-words.h"

#include <string.h>

#define FULL_QUOTATION 14 /* characters under which a clause alone says too little */
#define LONGEST_QUOTATION 60
#define FULL_LINE 20 /* characters: a shorter line is a heading, not one the page broke */

static gboolean
ends_with_mark (const char *text,
                gsize       end,
                const char *marks)
{
  const char *last = end > 0 ? g_utf8_prev_char (text + end) : text;

  return end > 0 && g_utf8_strchr (marks, -1, g_utf8_get_char (last)) != NULL;
}

/* Whether the line that ends at @end is one the page broke: amid a sentence, the next is no new point, and it
 * is full or has no look of a heading. */
static gboolean
goes_on (DzReport *report,
         gsize     end)
{
  static GRegex *regex;
  gsize len;
  const char *text = dz_text_peek (report->text, &len);
  DzSpan line;

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex, g_regex_new ("^(?:[ \\t\\n\\r　（(#*|>-]|[一二三四五六七八九十]+[是、]|第[一二三四五六七八九十]|[0-9]+[.．、])",
                                            G_REGEX_OPTIMIZE, 0, NULL));
  if (end + 1 >= len || text[end] != '\n' || ends_with_mark (text, end, "。；！？：:;!?") ||
      g_regex_match (regex, text + end + 1, 0, NULL))
    return FALSE;
  line = dz_text_get_line (report->text, end - 1);

  return dz_text_count_characters (report->text, line) >= FULL_LINE ||
         (g_strstr_len (text + line.start, (gssize) (end - line.start), "，") != NULL &&
          !g_regex_match (regex, text + line.start, 0, NULL));
}

/* To the end of the clause, over the ends of lines the page broke. */
static DzSpan
join_broken_clause (DzReport *report,
                    DzSpan    span)
{
  gsize len;
  const char *text = dz_text_peek (report->text, &len);

  while (span.end < len && !ends_with_mark (text, span.end, "，。；！？,;") &&
         (text[span.end] != '\n' || goes_on (report, span.end)))
    span.end = (gsize) (g_utf8_next_char (text + span.end) - text);

  return span;
}

/* The words that declare a weakness, with enough of what follows to hold subject and shortfall. */
DzSpan
dz_briefing_quotation_span (DzReport         *report,
                            const DzWeakness *weakness)
{
  DzSpan span = weakness->span;
  const char *text = dz_text_peek (report->text, NULL);

  if (dz_text_count_characters (report->text, span) < FULL_QUOTATION)
    {
      DzSpan rest = dz_text_get_line (report->text, span.start);

      /* a bare headline: the words after it in the same paragraph say what is meant */
      if (rest.start <= span.start && rest.end >= span.end)
        {
          rest.start = dz_report_sentence_at (report, span.start).start;
          rest.start = CLAMP (rest.start, dz_text_get_line (report->text, span.start).start, span.start);
          rest = dz_briefing_shorten_span (report, rest, LONGEST_QUOTATION - 15);
          if (dz_span_contains (rest, span))
            span = rest;
        }
    }
  else if (!dz_span_is_empty (weakness->ground.clause) && dz_span_contains (span, weakness->ground.clause) &&
           dz_text_count_characters (report->text, span) > LONGEST_QUOTATION)
    span = weakness->ground.clause;
  span.start = dz_quoted_start (text, span);
  if (text[span.end] == '\n')
    span = join_broken_clause (report, span);
  while (span.end > span.start && g_ascii_isspace (text[span.end - 1]))
    span.end--;
  /* our own mark follows the closing quote */
  if (span.end - span.start > 3 && (strncmp (text + span.end - 3, "。", 3) == 0 ||
                                    strncmp (text + span.end - 3, "；", 3) == 0 ||
                                    strncmp (text + span.end - 3, "，", 3) == 0))
    span.end -= 3;

  return span;
}

/* The first clauses of @span that fit @characters; at least one clause. */
DzSpan
dz_briefing_shorten_span (DzReport *report,
                          DzSpan    span,
                          guint     characters)
{
  const char *text = dz_text_peek (report->text, NULL);
  const char *end = text + span.end;
  gsize cut = 0;
  guint n = 0;

  for (const char *at = text + span.start; at < end; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      n++;
      if (c != 0xFF0C && c != 0x3002 && c != 0xFF1B && c != ',' && c != ';')
        continue;
      if (n > characters + 1 && cut > 0)
        break;
      if (n > 5)
        cut = at - text;
      if (n > characters)
        break;
    }
  if (n > characters && cut > span.start)
    span.end = cut;

  return span;
}

/**
 * dz_briefing_dup_quotation:
 * @traditional: (out) (optional): it is in traditional script
 *
 * Returns: (transfer full): the characters of @span as the report has them, broken lines joined
 */
char *
dz_briefing_dup_quotation (DzBriefing *self,
                           DzReport   *report,
                           DzSpan      span,
                           gboolean   *traditional)
{
  g_autofree char *words = dz_quoted_words (report, span);

  if (traditional != NULL)
    {
      g_autoptr(DzFold) fold = dz_fold_new (words, strlen (words));

      *traditional = dz_fold_was_traditional (fold);
    }

  return dz_briefing_mask (self, words, TRUE);
}

/* “…” with the report's own words. */
void
dz_briefing_append_quotation (DzBriefing *self,
                              DzRich     *rich,
                              DzReport   *report,
                              DzSpan      span)
{
  gboolean traditional;
  g_autofree char *own = dz_briefing_dup_quotation (self, report, span, &traditional);
  g_autofree char *words = dz_quoted_nest (own);

  dz_rich_append (rich, "“");
  if (traditional)
    dz_rich_append_styled (rich, DZ_RICH_TRADITIONAL, words);
  else
    dz_rich_append (rich, words);
  dz_rich_append (rich, "”");
}

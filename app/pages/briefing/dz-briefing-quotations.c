/* dz-briefing-quotations.c - which of a report's words are quoted: whole clauses, joined over broken lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-briefing-quotations.h"

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
  return dz_briefing_whole_clause (report, span);
}

/**
 * dz_briefing_whole_clause:
 *
 * Returns: @span from where its words begin to where a clause ends, over the ends of lines the page broke,
 *   without the mark that ends it
 */
DzSpan
dz_briefing_whole_clause (DzReport *report,
                          DzSpan    span)
{
  const char *text = dz_text_peek (report->text, NULL);

  span.start = dz_quoted_start (text, span);
  span = join_broken_clause (report, span);
  while (span.end > span.start && g_ascii_isspace (text[span.end - 1]))
    span.end--;
  /* our own mark follows the closing quote */
  while (span.end > span.start && ends_with_mark (text, span.end, "。；，、：,;:"))
    span.end = (gsize) (g_utf8_prev_char (text + span.end) - text);

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

/**
 * dz_briefing_list_quotes:
 *
 * Returns: (transfer full) (element-type DzQuote): the words of each body that names the code of @row, in roster order
 */
GArray *
dz_briefing_list_quotes (DzCommonRow *row)
{
  GArray *quotes = g_array_new (FALSE, TRUE, sizeof (DzQuote));
  GPtrArray *bodies = dz_common_row_get_bodies (row);

  for (guint i = 0; i < dz_common_row_get_n_cells (row); i++)
    {
      const DzWeaknessCell *cell = dz_common_row_get_cell (row, i);
      const DzWeakness *weakness;
      DzQuote quote = { .cell = cell, .report = cell->report };

      if (cell->naming != DZ_NAMING_NAMED)
        continue;
      weakness = dz_weakness_cell_get (cell, 0);
      for (guint b = 0; b < bodies->len; b++)
        if (((const DzBody *) g_ptr_array_index (bodies, b))->id == cell->report->body_id)
          quote.body = g_ptr_array_index (bodies, b);
      if (weakness == NULL || quote.body == NULL)
        continue;
      quote.span = dz_briefing_quotation_span (cell->report, weakness);
      g_array_append_val (quotes, quote);
    }

  return quotes;
}

static gsize
quote_length (const DzQuote *quote)
{
  return dz_text_count_characters (quote->report->text, quote->span);
}

/* The shortest that says what is short first. */
gint
dz_quote_compare (gconstpointer a,
                gconstpointer b)
{
  const DzQuote *left = a, *right = b;
  gsize n_left = quote_length (left), n_right = quote_length (right);

  /* too short to hold subject and shortfall: last */
  n_left += n_left < 14 ? 10000 : 0;
  n_right += n_right < 14 ? 10000 : 0;
  if (n_left != n_right)
    return n_left < n_right ? -1 : 1;

  return (gint) left->body->position - (gint) right->body->position;
}

/* Whether the two reports have these words in common. */
gboolean
dz_quote_is_same (const DzQuote *a,
         const DzQuote *b)
{
  for (guint i = 0; a->cell->same_as != NULL && i < a->cell->same_as->len; i++)
    if (g_array_index (a->cell->same_as, gint64, i) == b->body->id)
      return TRUE;

  return FALSE;
}

/* The number of the source behind a quotation. */
void
dz_briefing_cite_quote (DzBriefing  *self,
            DzRich      *rich,
            const DzQuote *quote,
            const char  *code)
{
  const char *label = dz_codebook_short_name (self->codebook, DZ_ENTRY_WEAKNESS, code);
  DzRichRun *run = dz_citations_cite (self->book, rich, quote->report->id, quote->span, label);

  run->body_id = quote->body->id;
  run->code = code;
}

/**
 * dz_briefing_quote_source:
 *
 * “…” with the report's own words and, where sources are printed, their number.
 */
void
dz_briefing_quote_source (DzBriefing *self,
                          DzRich     *rich,
                          DzReport   *report,
                          DzSpan      span,
                          gint64      body_id,
                          const char *code)
{
  gsize start = rich->text->len;
  DzRichRun *run;

  dz_briefing_append_quotation (self, rich, report, span);
  if (self->hides_sources)
    {
      DzRichRun evidence = { .start = start, .end = rich->text->len, .style = DZ_RICH_EVIDENCE,
                             .report_id = report->id, .span = span, .body_id = body_id, .code = code };

      g_array_append_val (rich->runs, evidence);
      return;
    }
  run = dz_citations_cite (self->book, rich, report->id, span, NULL);
  run->body_id = body_id;
  run->code = code;
}

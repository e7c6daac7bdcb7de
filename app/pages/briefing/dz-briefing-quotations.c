/* dz-briefing-quotations.c - which of a report's words are quoted: whole clauses, joined over broken lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-briefing-quotations.h"

#include "dz-fold.h"
#include "dz-quoted-words.h"

#include <string.h>

#define FULL_QUOTATION 14 /* characters under which a clause alone says too little */
#define FULL_CLAUSE 6 /* characters under which it is the end of the one before */
#define LONGEST_QUOTATION 60
#define LONGEST_HEADED 85 /* the same with its headline */
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

static gboolean
begins_with (DzReport *report,
             gsize     at,
             GRegex   *words)
{
  gsize len;
  const char *text = dz_text_peek (report->text, &len);

  return at < len && g_regex_match_full (words, text + at, (gssize) (len - at), 0, G_REGEX_MATCH_ANCHORED, NULL, NULL);
}

/* 也反映出……, 仍以……: who falls short stands before. */
static DzSpan
take_subject (DzReport *report,
              DzSpan    span)
{
  static GRegex *leaning;
  DzSpan line = dz_text_get_line (report->text, span.start), whole = span;

  if (g_once_init_enter (&leaning))
    g_once_init_leave (&leaning, g_regex_new ("[也仍还却但而并且均都]|同时|从而|导致|造成|使得|主要是", G_REGEX_OPTIMIZE, 0, NULL));
  if (!begins_with (report, span.start, leaning))
    return span;
  whole.start = dz_report_sentence_at (report, span.start).start;
  if (whole.start < line.start || whole.start >= span.start ||
      dz_text_count_characters (report->text, whole) > LONGEST_QUOTATION)
    return span;

  return whole;
}

/* The end of the first sentence of @rest that is longer than a headline's last word. */
static gsize
find_sentence_end (DzReport *report,
                   DzSpan    rest)
{
  const char *text = dz_text_peek (report->text, NULL);
  gsize begun = rest.start;

  for (gsize at = rest.start; at < rest.end; at = (gsize) (g_utf8_next_char (text + at) - text))
    if (ends_with_mark (text, (gsize) (g_utf8_next_char (text + at) - text), "。；！？;"))
      {
        if (dz_text_count_characters (report->text, (DzSpan) { begun, at }) >= FULL_CLAUSE)
          return at;
        begun = at;
      }

  return rest.end;
}

/* The words that declare a weakness, with enough of what follows to hold subject and shortfall. */
DzSpan
dz_briefing_quotation_span (DzReport         *report,
                            const DzWeakness *weakness)
{
  DzSpan span = weakness->span;

  if (dz_text_count_characters (report->text, span) < FULL_QUOTATION)
    {
      DzSpan line = dz_text_get_line (report->text, span.start);
      DzSpan rest = { CLAMP (dz_report_sentence_at (report, span.start).start, line.start, span.start), line.end };

      /* a bare headline: the sentence after it says what is meant, whole or not at all */
      rest.end = MAX (span.end, find_sentence_end (report, (DzSpan) { span.end, line.end }));
      if (dz_text_count_characters (report->text, rest) <= LONGEST_HEADED)
        span = rest;
    }
  else if (!dz_span_is_empty (weakness->ground.clause) && dz_span_contains (span, weakness->ground.clause) &&
           dz_text_count_characters (report->text, span) > LONGEST_QUOTATION)
    span = weakness->ground.clause;

  return dz_briefing_whole_clause (report, take_subject (report, span));
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

/* 在……时, 随着……后: what is said comes after it; but 不及时 and 滞后 are what is said. */
static gboolean
hangs (DzReport *report,
       gsize     end)
{
  static GRegex *hanging;
  const char *text = dz_text_peek (report->text, NULL);
  DzSpan line = dz_text_get_line (report->text, end);
  const char *from = text + line.start;

  if (g_once_init_enter (&hanging))
    g_once_init_leave (&hanging, g_regex_new ("(?:(?<![及按准平])时|(?<![滞落])后|(?<!集)中|(?<![低不])下|以来|之前|之外|方面)$",
                                              G_REGEX_OPTIMIZE | G_REGEX_DOLLAR_ENDONLY, 0, NULL));

  return end > line.start && g_regex_match_full (hanging, from, (gssize) (end - line.start), 0, 0, NULL, NULL);
}

/* Whether what was said up to the mark at @at can stand for itself: not 在……时 alone, nor the half before 但. */
static gboolean
can_end (DzReport *report,
         gsize     at)
{
  static GRegex *turning;
  const char *text = dz_text_peek (report->text, NULL);
  gsize next = (gsize) (g_utf8_next_char (text + at) - text);

  if (g_once_init_enter (&turning))
    g_once_init_leave (&turning, g_regex_new ("[但却而]|然而|不过|可是|只是|仅有|其中", G_REGEX_OPTIMIZE, 0, NULL));

  return !ends_with_mark (text, next, "，,") || (!begins_with (report, next, turning) && !hangs (report, at));
}

/* The first clauses of @span that fit @characters and can stand for themselves; at least one clause. */
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
      if ((c != 0xFF0C && c != 0x3002 && c != 0xFF1B && c != ',' && c != ';') || !can_end (report, at - text))
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
  g_autofree char *words = dz_marks_nest (own);

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

/* What many bodies were given counts as nobody's, yet it reads twice if it is printed twice. */
static gboolean
has_same_words (const DzQuote *a,
                const DzQuote *b)
{
  gsize len = a->span.end - a->span.start;

  return len == b->span.end - b->span.start &&
         memcmp (dz_text_peek (a->report->text, NULL) + a->span.start, dz_text_peek (b->report->text, NULL) + b->span.start, len) == 0;
}

/* Whether the two reports have these words in common. */
gboolean
dz_quote_is_same (const DzQuote *a,
         const DzQuote *b)
{
  if (has_same_words (a, b))
    return TRUE;
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
  guint n_runs = rich->runs->len;
  DzRichRun *run;

  dz_briefing_append_quotation (self, rich, report, span);
  if (self->hides_sources)
    {
      DzRichRun evidence = { .start = start, .end = rich->text->len, .style = DZ_RICH_EVIDENCE };

      /* words in traditional script are a run already */
      run = rich->runs->len == n_runs ? dz_rich_add_run (rich, &evidence)
                                      : &g_array_index (rich->runs, DzRichRun, rich->runs->len - 1);
      run->report_id = report->id;
      run->span = span;
      run->body_id = body_id;
      run->code = code;
      return;
    }
  run = dz_citations_cite (self->book, rich, report->id, span, NULL);
  run->body_id = body_id;
  run->code = code;
}

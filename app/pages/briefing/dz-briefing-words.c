/* dz-briefing-words.c - sentences, quotations and numbers as the pages print them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-briefing-private.h"

#include "dz-fold.h"
#include "dz-format.h"
#include "dz-quoted-words.h"

#include <math.h>
#include <string.h>

/**
 * dz_briefing_mask:
 * @quoted: a passage of a report: names become ＊＊, because our letters would be false there
 *
 * Returns: (transfer full): @text with the names of bodies hidden, if they are to be
 */
char *
dz_briefing_mask (DzBriefing *self,
                  const char *text,
                  gboolean    quoted)
{
  g_autoptr(GString) masked = NULL;

  if (self->masks == NULL)
    return g_strdup (text);

  masked = g_string_new (text);
  for (guint i = 0; i < self->masks->len; i++)
    {
      char **mask = g_ptr_array_index (self->masks, i);

      g_string_replace (masked, mask[0], quoted ? "＊＊" : mask[1], 0);
    }

  return g_string_free (g_steal_pointer (&masked), FALSE);
}

guint
dz_briefing_table_number (DzBriefing *self,
                          const char *key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->tables, key));
}

/* Returns: (transfer none): the name to print */
const char *
dz_briefing_name (DzBriefing   *self,
                  const DzBody *body)
{
  const DzBody *own = dz_review_find_body (self->review, body->id);

  return own != NULL ? own->name : body->name;
}

static DzRich *
sentence_to_rich (DzBriefing       *self,
                  const DzSentence *sentence,
                  const char       *reference)
{
  DzRich *rich = dz_rich_new (NULL);
  guint n = dz_sentence_get_n (sentence);

  for (guint i = 0; i < n; i++)
    {
      const DzRun *run = dz_sentence_get_run (sentence, i);
      g_autofree char *words = NULL;

      if (run->kind == DZ_RUN_SOURCE)
        dz_citations_cite (self->book, rich, run->report_id, run->span, NULL);
      else if (run->kind == DZ_RUN_TABLE && dz_briefing_table_number (self, run->text) > 0)
        words = g_strdup_printf ("（表%u）", dz_briefing_table_number (self, run->text));
      else if (run->kind == DZ_RUN_TEXT)
        words = dz_briefing_mask (self, run->text, FALSE);
      if (words != NULL && i + 1 == n && reference != NULL && g_str_has_suffix (words, "。"))
        words[strlen (words) - strlen ("。")] = '\0';
      if (words != NULL)
        dz_rich_append (rich, words);
    }
  if (reference != NULL)
    {
      dz_rich_append (rich, reference);
      dz_rich_append (rich, "。");
    }

  return rich;
}

/* Words the user put in place of a sentence; numbers of the sentence's own sources stay sources. */
static DzRich *
edit_sentence (const DzRich *original,
               const char   *text)
{
  DzRich *rich = dz_rich_new (NULL);
  const char *from = text;

  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at != '[')
        continue;
      for (guint i = 0; i < original->runs->len; i++)
        {
          const DzRichRun *run = &g_array_index (original->runs, DzRichRun, i);
          gsize len = run->end - run->start;
          g_autofree char *words = NULL;

          if (run->style != DZ_RICH_SOURCE || strncmp (at, original->text->str + run->start, len) != 0)
            continue;
          words = g_strndup (from, at - from);
          dz_rich_append (rich, words);
          g_free (words);
          words = g_strndup (at, len);
          dz_rich_append_source (rich, words, run->report_id, run->span);
          from = at + len;
          at = from - 1;
          break;
        }
    }
  dz_rich_append (rich, from);

  return rich;
}

/**
 * dz_briefing_append_rich:
 * @sentence: a sentence of ours
 * @key: its stable name, for editing
 *
 * Appends @sentence, or what the user wrote in its place.
 */
void
dz_briefing_append_rich (DzBriefing *self,
                         DzRich     *rich,
                         DzRich     *sentence,
                         const char *key)
{
  const char *override = g_hash_table_lookup (self->options->overrides, key);
  DzBriefingSentence *entry = g_new0 (DzBriefingSentence, 1);
  gsize start = rich->text->len;

  if (override != NULL)
    {
      g_autoptr(DzRich) edited = edit_sentence (sentence, override);

      dz_rich_append_rich (rich, edited);
    }
  else
    dz_rich_append_rich (rich, sentence);
  dz_rich_add_key (rich, start, key);
  entry->original = g_strdup (sentence->text->str);
  entry->printed = g_strdup (rich->text->str + start);
  g_hash_table_insert (self->sentences, g_strdup (key), entry);
}

void
dz_briefing_append_sentence (DzBriefing       *self,
                             DzRich           *rich,
                             const DzSentence *sentence,
                             const char       *key)
{
  dz_briefing_append_referring (self, rich, sentence, key, NULL);
}

/* The same with “（表2、图1）” before the full stop. */
void
dz_briefing_append_referring (DzBriefing       *self,
                              DzRich           *rich,
                              const DzSentence *sentence,
                              const char       *key,
                              const char       *reference)
{
  g_autoptr(DzRich) words = NULL;

  if (dz_sentence_is_empty (sentence))
    return;
  words = sentence_to_rich (self, sentence, reference);
  dz_briefing_append_rich (self, rich, words, key);
}

#define FULL_QUOTATION 14 /* characters under which a clause alone says too little */
#define LONGEST_QUOTATION 60

static gboolean
ends_clause (const char *text,
             gsize       end)
{
  static const char *const marks[] = { "，", "。", "；", "！", "？", "”", ",", ";" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (end >= strlen (marks[i]) && strncmp (text + end - strlen (marks[i]), marks[i], strlen (marks[i])) == 0)
      return TRUE;

  return FALSE;
}

/* Where the page's line breaks a clause, the quotation ends with the clause before; never inside the
 * words @own that declare the weakness, unless these are broken themselves. */
static DzSpan
drop_broken_clause (DzReport *report,
                    DzSpan    span,
                    DzSpan    own)
{
  gsize len;
  const char *text = dz_text_peek (report->text, &len);
  gsize least = own.end < span.end ? own.end : span.start;

  if (span.end + 1 >= len || text[span.end] != '\n' || g_ascii_isspace (text[span.end + 1]) ||
      strncmp (text + span.end + 1, "　", 3) == 0 || strncmp (text + span.end + 1, "（", 3) == 0 || ends_clause (text, span.end))
    return span;
  for (const char *at = text + span.end; at > text + least; at = g_utf8_prev_char (at))
    if (ends_clause (text, at - text) && strncmp (at - 3, "”", 3) != 0)
      {
        span.end = at - text;
        break;
      }

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
  span = drop_broken_clause (report, span, weakness->span);
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

/* Returns: 一 … 九十九 */
const char *
dz_chinese_ordinal (guint n)
{
  static const char *const digits[] = { "", "一", "二", "三", "四", "五", "六", "七", "八", "九" };
  g_autofree char *word = NULL;

  if (n < 10)
    return digits[n];
  word = g_strdup_printf ("%s十%s", n / 10 > 1 ? digits[n / 10 % 10] : "", digits[n % 10]);

  return g_intern_string (word);
}

/* Returns: (transfer full) (nullable): 2024年12月27日 of @day "YYYY-MM-DD"; else as it is */
char *
dz_briefing_dup_date (const char *day)
{
  int y, m, d;

  if (day == NULL || sscanf (day, "%4d-%2d-%2d", &y, &m, &d) != 3)
    return g_strdup (day);

  return g_strdup_printf ("%d年%d月%d日", y, m, d);
}

/* Returns: (transfer full): 四、@title */
char *
dz_briefing_dup_heading (DzBriefing *self,
                         const char *title)
{
  return g_strdup_printf ("%s、%s", dz_chinese_ordinal (++self->n_headings), title);
}

/* Returns: (transfer full): the name for a narrow column */
char *
dz_briefing_column_name (const DzEntry *entry)
{
  return g_strdup (entry->chart_name != NULL ? entry->chart_name
                   : entry->short_name != NULL ? entry->short_name : entry->name);
}

/* 份 and 人次 turn to 万 when the largest is ten thousand or more. */
gboolean
dz_briefing_uses_wan (DzBriefing *self,
                      guint       column)
{
  const DzEntry *entry = dz_figure_table_get_entry (self->figures, column);
  guint n = dz_figure_table_get_n_rows (self->figures);

  if (entry->unit == NULL || (!g_str_equal (entry->unit, "份") && !g_str_equal (entry->unit, "人次")))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const DzFigureCell *cell = dz_figure_row_get_cell (dz_figure_table_get_row (self->figures, i), column);

      if (dz_figure_cell_is_reported (cell) && cell->value >= 10000)
        return TRUE;
    }

  return FALSE;
}

static char *
print_value (double   value,
             gboolean wan)
{
  return wan ? dz_format_wan (value, 2) : dz_format_number (value);
}

/**
 * dz_briefing_cell_text:
 * @hang: (out): (nullable): mark that hangs right of the number
 *
 * Returns: (transfer full) (nullable): the number of a cell with its sign; %NULL: 未报
 */
char *
dz_briefing_cell_text (const DzFigureCell *cell,
                       gboolean            wan,
                       const char        **hang)
{
  g_autofree char *number = NULL;
  g_autofree char *second = NULL;

  *hang = NULL;
  if (cell->mark == DZ_CELL_MISSING)
    return NULL;
  if (cell->mark == DZ_CELL_NOT_APPLICABLE)
    return g_strdup ("不适用");
  number = print_value (cell->value, wan);
  if (cell->mark == DZ_CELL_TWO_VALUES || !isnan (cell->high))
    second = print_value (cell->mark == DZ_CELL_TWO_VALUES ? cell->second : cell->high, wan);
  if (cell->derived)
    *hang = "＊";
  if (cell->mark == DZ_CELL_TWO_VALUES || cell->mark == DZ_CELL_CONFLICT || cell->mark == DZ_CELL_TWO_INDICATORS)
    *hang = "核";
  if (second != NULL)
    return g_strconcat (number, cell->mark == DZ_CELL_TWO_VALUES ? "／" : "～", second, NULL);

  return g_strconcat (dz_format_bound_sign (cell->bound), number, NULL);
}

/* Returns: (transfer full): "宣传资料≥5 000份", for appendix and tooltips */
char *
dz_briefing_figure_label (DzBriefing         *self,
                          guint               column,
                          const DzFigureCell *cell)
{
  const DzEntry *entry = dz_figure_table_get_entry (self->figures, column);
  g_autofree char *name = dz_briefing_column_name (entry);
  g_autofree char *number = NULL;
  const char *hang;

  number = dz_briefing_cell_text (cell, FALSE, &hang);
  if (number == NULL)
    return g_strconcat (name, "未报", NULL);

  return g_strconcat (name, number, entry->unit != NULL ? entry->unit : "", NULL);
}

/**
 * dz_briefing_set_body:
 * @report: (nullable): what a click on the name opens
 *
 * The first two cells of a body's row: its number on the roster and its name.
 */
void
dz_briefing_set_body (DzBriefing   *self,
                      DzTableRow   *row,
                      const DzBody *body,
                      DzReport     *report)
{
  g_autofree char *number = g_strdup_printf ("%u", body->position);
  DzSlot *slot = dz_table_row_set_text (row, 0, number);

  slot = dz_table_row_set_text (row, 1, dz_briefing_name (self, body));
  slot->body_id = body->id;
  slot->report_id = report != NULL ? report->id : 0;
}

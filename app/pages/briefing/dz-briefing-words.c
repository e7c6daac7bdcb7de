/* dz-briefing-words.c - sentences, quotations and numbers as the pages print them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-briefing-private.h"
#include "dz-briefing-words.h"

#include "dz-format.h"
#include "dz-rewording.h"

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
  return self->masks != NULL ? dz_hidden_names_mask (self->masks, text, quoted) : g_strdup (text);
}

/* Whether names are hidden and @entry would tell the place all the same: its people, its villages. */
gboolean
dz_briefing_tells_place (DzBriefing    *self,
                         const DzEntry *entry)
{
  return self->masks != NULL && g_strcmp0 (entry->theme, "context") == 0;
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

static char *
mask_cb (gpointer    self,
         const char *words)
{
  return dz_briefing_mask (self, words, FALSE);
}

/**
 * dz_briefing_dup_worded:
 * @sentence: ours, as it would be printed
 * @key: its stable name
 *
 * Returns: (transfer full) (nullable): what a person wrote in its place
 */
char *
dz_briefing_dup_worded (DzBriefing *self,
                        const char *sentence,
                        const char *key)
{
  gboolean other;
  g_autofree char *words = dz_rewording_find (self->options->overrides, key, sentence, mask_cb, self, &other);

  if (other)
    g_hash_table_add (self->unused, g_strdup (key));
  else
    g_hash_table_remove (self->unused, key);

  return words != NULL ? dz_briefing_mask (self, words, FALSE) : NULL;
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
  g_autofree char *worded = dz_briefing_dup_worded (self, sentence->text->str, key);
  DzBriefingSentence *entry = g_new0 (DzBriefingSentence, 1);
  gsize start = rich->text->len;

  if (worded != NULL)
    {
      g_autoptr(DzRich) edited = edit_sentence (sentence, worded);

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

/**
 * dz_briefing_add_keyed:
 * @words: ours
 * @key: their stable name, for editing
 *
 * Returns: %FALSE if there is nothing to say, or a person took it out: no block was added
 */
gboolean
dz_briefing_add_keyed (DzBriefing  *self,
                       DzChapter   *chapter,
                       DzBlockRole  role,
                       DzRich      *words,
                       const char  *key)
{
  g_autoptr(DzRich) rich = dz_rich_new (NULL);

  if (dz_rich_is_empty (words))
    return FALSE;
  dz_briefing_append_rich (self, rich, words, key);
  if (dz_rich_is_empty (rich))
    return FALSE;
  dz_chapter_add (chapter, dz_text_block_new (role, rich));

  return TRUE;
}

gboolean
dz_briefing_add_words (DzBriefing  *self,
                       DzChapter   *chapter,
                       DzBlockRole  role,
                       const char  *words,
                       const char  *key)
{
  g_autoptr(DzRich) rich = dz_rich_new (words);

  return dz_briefing_add_keyed (self, chapter, role, rich, key);
}

#define FIRST_NAMES 5

/**
 * dz_briefing_dup_names:
 * @most: whoever is asked for something or told of by name wants to be found; beyond so many it would be a list
 *
 * Returns: (transfer full): all names up to @most, then five and 等: the sentence told how many
 */
char *
dz_briefing_dup_names (DzBriefing *self,
                       GPtrArray  *bodies,
                       guint       most)
{
  g_autoptr(GString) names = g_string_new (NULL);
  guint n = bodies->len > most ? FIRST_NAMES : bodies->len;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "、" : "", dz_briefing_name (self, g_ptr_array_index (bodies, i)));
  if (n < bodies->len)
    g_string_append (names, "等");

  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* Returns: 一, 十, 二十一, 一百零二, 一百一十 … 九百九十九; beyond as digits */
const char *
dz_chinese_ordinal (guint n)
{
  static const char *const digits[] = { "", "一", "二", "三", "四", "五", "六", "七", "八", "九" };
  guint hundreds = n / 100, tens = n / 10 % 10, ones = n % 10;
  const char *ten = tens == 0 ? (hundreds > 0 && ones > 0 ? "零" : "") : tens == 1 && hundreds == 0 ? "" : digits[tens];
  g_autofree char *word = NULL;

  if (n < 10)
    return digits[n];
  if (n > 999)
    word = g_strdup_printf ("%u", n);
  else
    word = g_strconcat (digits[hundreds], hundreds > 0 ? "百" : "", ten, tens > 0 ? "十" : "", digits[ones], NULL);

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
 * Returns: (transfer full) (nullable): the number of a cell with its sign; %NULL: 未报 or 无报告
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
    return g_strconcat (number, cell->mark == DZ_CELL_TWO_VALUES ? dz_figure_cell_get_between (cell) : "～", second, NULL);

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
    return g_strconcat (name, cell->report != NULL ? "未报" : "无报告", NULL);

  return g_strconcat (name, number, entry->unit != NULL ? entry->unit : "", NULL);
}

/**
 * dz_briefing_set_missing:
 *
 * A cell without a number: a dash where the report does not say it, words where there is none.
 *
 * Returns: (transfer none): the slot
 */
DzSlot *
dz_briefing_set_missing (DzTableRow         *row,
                         guint               column,
                         const DzFigureCell *cell)
{
  DzSlot *slot;

  if (cell->report != NULL)
    return dz_table_row_set_dash (row, column);
  slot = dz_table_row_set_text (row, column, "无报告");
  slot->size = 8;

  return slot;
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

/* dz-sentence.c - a sentence as runs: words, sources, tables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-sentence-private.h"

#include "dz-format.h"

#include <string.h>

struct _DzSentence
{
  GPtrArray *runs; /* DzRun */
};

static void
free_run (gpointer data)
{
  DzRun *run = data;

  g_free (run->text);
  g_free (run);
}

/**
 * dz_sentence_new:
 *
 * Returns: (transfer full): a sentence without runs
 */
DzSentence *
dz_sentence_new (void)
{
  DzSentence *self = g_new0 (DzSentence, 1);

  self->runs = g_ptr_array_new_with_free_func (free_run);

  return self;
}

void
dz_sentence_free (DzSentence *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->runs);
  g_free (self);
}

guint
dz_sentence_get_n (const DzSentence *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->runs->len;
}

/**
 * dz_sentence_get_run:
 *
 * Returns: (transfer none): the @n-th run
 */
const DzRun *
dz_sentence_get_run (const DzSentence *self,
                     guint             n)
{
  g_return_val_if_fail (self != NULL && n < self->runs->len, NULL);

  return g_ptr_array_index (self->runs, n);
}

/**
 * dz_sentence_is_empty:
 *
 * Returns: whether there is nothing to say
 */
gboolean
dz_sentence_is_empty (const DzSentence *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->runs->len == 0;
}

static DzRun *
add_run (DzSentence *self,
         DzRunKind   kind)
{
  DzRun *run = g_new0 (DzRun, 1);

  run->kind = kind;
  g_ptr_array_add (self->runs, run);

  return run;
}

/**
 * dz_sentence_add:
 *
 * Adds words, to the run before if that is of words too.
 */
void
dz_sentence_add (DzSentence *self,
                 const char *words)
{
  DzRun *last = self->runs->len > 0 ? g_ptr_array_index (self->runs, self->runs->len - 1) : NULL;

  if (last != NULL && last->kind == DZ_RUN_TEXT)
    {
      char *joined = g_strconcat (last->text, words, NULL);

      g_free (last->text);
      last->text = joined;
      return;
    }
  add_run (self, DZ_RUN_TEXT)->text = g_strdup (words);
}

void
dz_sentence_addf (DzSentence *self,
                  const char *format,
                  ...)
{
  g_autofree char *words = NULL;
  va_list args;

  va_start (args, format);
  words = g_strdup_vprintf (format, args);
  va_end (args);
  dz_sentence_add (self, words);
}

/**
 * dz_sentence_add_source:
 * @report: (nullable): nothing is added for %NULL
 * @span: may be empty: the report as a whole
 */
void
dz_sentence_add_source (DzSentence *self,
                        DzReport   *report,
                        DzSpan      span)
{
  DzRun *run;

  if (report == NULL)
    return;
  run = add_run (self, DZ_RUN_SOURCE);
  run->report_id = report->id;
  run->span = span;
}

void
dz_sentence_add_table (DzSentence *self,
                       const char *key)
{
  add_run (self, DZ_RUN_TABLE)->text = g_strdup (key);
}

/* All names up to eight; of more the first five. */
static void
add_first_names (DzSentence *self,
                 GPtrArray  *bodies)
{
  guint shown = bodies->len <= DZ_NAMES_ALL ? bodies->len : DZ_NAMES_FIRST;

  for (guint i = 0; i < shown; i++)
    dz_sentence_addf (self, "%s%s", i > 0 ? "、" : "",
                      ((const DzBody *) g_ptr_array_index (bodies, i))->name);
}

/**
 * dz_sentence_add_names:
 * @bodies: (element-type DzBody): in roster order
 * @table: key of the table that has them all
 *
 * All names up to eight; of more the first five, 等N个单位, and the table.
 */
void
dz_sentence_add_names (DzSentence *self,
                       GPtrArray  *bodies,
                       const char *table)
{
  add_first_names (self, bodies);
  if (bodies->len <= DZ_NAMES_ALL)
    return;
  dz_sentence_addf (self, "等%u个单位", bodies->len);
  dz_sentence_add_table (self, table);
}

/**
 * dz_sentence_add_counted_names:
 *
 * As dz_sentence_add_names(), after words that told how many there are: of more than eight the first five, 等, and
 * the table.
 */
void
dz_sentence_add_counted_names (DzSentence *self,
                               GPtrArray  *bodies,
                               const char *table)
{
  add_first_names (self, bodies);
  if (bodies->len <= DZ_NAMES_ALL)
    return;
  dz_sentence_add (self, "等");
  dz_sentence_add_table (self, table);
}

/**
 * dz_sentence_share:
 *
 * Returns: (transfer full): "（占25%）"; empty for none, all, or fewer than ten bodies
 */
char *
dz_sentence_share (guint part,
                   guint whole)
{
  if (whole < DZ_MIN_PERCENT || part == 0 || part >= whole)
    return g_strdup ("");

  return g_strdup_printf ("（占%d%%）", (int) dz_format_round (100.0 * part / whole, 0));
}

/**
 * dz_sentence_plain_name:
 *
 * Returns: (transfer full): a name without its brackets: 调处（化解）矛盾纠纷数 is 调处矛盾纠纷数
 */
char *
dz_sentence_plain_name (const char *name)
{
  GString *plain = g_string_new (NULL);
  const char *open;

  while ((open = strstr (name, "（")) != NULL)
    {
      const char *close = strstr (open, "）");

      if (close == NULL)
        break;
      g_string_append_len (plain, name, open - name);
      name = close + strlen ("）");
    }
  g_string_append (plain, name);

  return g_string_free (plain, FALSE);
}

/**
 * dz_sentences_take:
 * @sentence: (transfer full): dropped if it is empty
 */
void
dz_sentences_take (GPtrArray  *sentences,
                   DzSentence *sentence)
{
  if (dz_sentence_is_empty (sentence))
    dz_sentence_free (sentence);
  else
    g_ptr_array_add (sentences, sentence);
}

/**
 * dz_sentence_to_text:
 *
 * Returns: (transfer full): the words alone
 */
char *
dz_sentence_to_text (const DzSentence *self)
{
  GString *string = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, g_string_free (string, FALSE));

  for (guint i = 0; i < self->runs->len; i++)
    {
      const DzRun *run = g_ptr_array_index (self->runs, i);

      if (run->kind == DZ_RUN_TEXT)
        g_string_append (string, run->text);
    }

  return g_string_free (string, FALSE);
}

/**
 * dz_sentence_to_string:
 * @year: the year of the briefing
 *
 * Returns: (transfer full): the words with source numbers, [1-15]; tables are left to the paper
 */
char *
dz_sentence_to_string (const DzSentence *self,
                       DzReview         *review,
                       int               year)
{
  GString *string = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, g_string_free (string, FALSE));

  for (guint i = 0; i < self->runs->len; i++)
    {
      const DzRun *run = g_ptr_array_index (self->runs, i);
      g_autofree char *number = NULL;

      if (run->kind == DZ_RUN_TEXT)
        g_string_append (string, run->text);
      if (run->kind != DZ_RUN_SOURCE)
        continue;
      number = dz_source_number (review, year, run->report_id, run->span);
      g_string_append (string, number);
    }

  return g_string_free (string, FALSE);
}

/**
 * dz_source_number:
 * @year: the year of the briefing: a report of another year is marked
 *
 * Returns: (transfer full): [3] of a report, [3-17] of its 17th paragraph, [3′-12] of last year's, [3〔2021〕-12]
 */
char *
dz_source_number (DzReview *review,
                  int       year,
                  gint64    report_id,
                  DzSpan    span)
{
  DzReport *report = dz_review_find_report (review, report_id);
  const DzBody *body = report != NULL ? dz_review_find_body (review, report->body_id) : NULL;
  g_autofree char *mark = NULL;

  if (body == NULL)
    return g_strdup ("");
  mark = dz_report_dup_year_mark (report, year);
  if (dz_span_is_empty (span))
    return g_strdup_printf ("[%u%s]", body->position, mark);

  return g_strdup_printf ("[%u%s-%u]", body->position, mark,
                          dz_report_paragraph_at (report, span.start));
}

/* dz-briefing-practice.c - 好的做法: who answered every problem, who told what became of last year's
 *
 * Facts with a name and the report's own sentence; no body is called good, none better than another.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-briefing-circular.h"
#include "dz-briefing-quotations.h"
#include "dz-quoted-words.h"

#define LONGEST_EXAMPLE 70 /* characters */
#define LEAST_EXAMPLE 10
#define MOST_GOOD 20 /* bodies told of by name */
#define MOST_EXAMPLES 2

/* How many problems a body names, and how many of them its plan answers. */
typedef struct
{
  const DzBody *body;
  guint named;
  guint answered;
  DzReport *report;
  const DzEntry *code; /* of the example */
  DzSpan example;
} Answered;

/* A clause of a report that may be printed as it stands, or an empty one. */
static DzSpan
choose_clause (DzReport *report,
               DzSpan    span)
{
  g_autofree char *words = NULL;
  DzSpan none = DZ_SPAN_NONE;

  if (dz_span_is_empty (span))
    return none;
  span = dz_briefing_whole_clause (report, span);
  span = dz_briefing_shorten_span (report, span, LONGEST_EXAMPLE);
  span = dz_briefing_whole_clause (report, span);
  words = dz_quoted_words (report, span);

  return dz_quoted_is_whole (words) && g_utf8_strlen (words, -1) >= LEAST_EXAMPLE &&
         g_utf8_strlen (words, -1) <= 2 * LONGEST_EXAMPLE ? span : none;
}

static Answered *
find_body (GArray       *list,
           const DzBody *body)
{
  Answered empty = { .body = body };

  for (guint i = 0; i < list->len; i++)
    if (g_array_index (list, Answered, i).body == body)
      return &g_array_index (list, Answered, i);
  g_array_append_val (list, empty);

  return &g_array_index (list, Answered, list->len - 1);
}

static void
count_row (GArray      *list,
           DzCommonRow *row)
{
  g_autoptr(GArray) quotes = dz_briefing_list_quotes (row);

  for (guint i = 0; i < quotes->len; i++)
    {
      const DzQuote *quote = &g_array_index (quotes, DzQuote, i);
      const DzWeakness *answer = dz_weakness_cell_get_answer (quote->cell);
      Answered *entry = find_body (list, quote->body);
      DzSpan clause;

      entry->report = quote->report;
      entry->named++;
      if (quote->cell->open || quote->cell->grade != DZ_GRADE_DIRECT)
        continue;
      entry->answered++;
      if (answer == NULL || entry->code != NULL)
        continue;
      clause = choose_clause (quote->report, answer->answer);
      if (dz_span_is_empty (clause))
        continue;
      entry->code = dz_common_row_get_entry (row);
      entry->example = clause;
    }
}

static gboolean
is_answered (const Answered *entry)
{
  return entry->named >= 2 && entry->answered == entry->named;
}

static gint
compare_answered (gconstpointer a,
                  gconstpointer b)
{
  return (gint) ((const Answered *) a)->body->position - (gint) ((const Answered *) b)->body->position;
}

/* Returns: (nullable): who answers most and can be quoted, of another problem and another body than @before */
static const Answered *
find_example (GArray         *list,
              const Answered *before)
{
  const Answered *example = NULL;

  for (guint i = 0; i < list->len; i++)
    {
      const Answered *entry = &g_array_index (list, Answered, i);

      if (is_answered (entry) && entry->code != NULL && (example == NULL || entry->named > example->named) &&
          (before == NULL || entry->code != before->code))
        example = entry;
    }

  return example;
}

static void
append_examples (DzBriefing *self,
                 DzRich     *rich,
                 GArray     *list)
{
  const Answered *example = NULL;
  guint n = 0;

  while (n < MOST_EXAMPLES && (example = find_example (list, example)) != NULL)
    {
      g_autofree char *lead = g_strdup_printf ("%s%s针对%s，提出", n++ == 0 ? "如" : "；",
                                               dz_briefing_name (self, example->body), example->code->name);

      dz_rich_append (rich, lead);
      dz_briefing_quote_source (self, rich, example->report, example->example, example->body->id, example->code->id);
    }
  if (n > 0)
    dz_rich_append (rich, "。");
}

/* 提出问题的10个单位中，3个对每项问题都写明了直接措施：…。如…针对…，提出“…”；…针对…，提出“…”。 */
static DzRich *
make_answered (DzBriefing *self)
{
  GListModel *rows = dz_common_weaknesses_get_rows (self->common, DZ_COMMON_ALL);
  g_autoptr(GArray) list = g_array_new (FALSE, TRUE, sizeof (Answered));
  g_autoptr(GPtrArray) bodies = g_ptr_array_new ();
  DzRich *rich = dz_rich_new (NULL);
  g_autofree char *names = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(DzCommonRow) row = g_list_model_get_item (rows, i);

      count_row (list, row);
    }
  g_array_sort (list, compare_answered);
  for (guint i = 0; i < list->len; i++)
    {
      const Answered *entry = &g_array_index (list, Answered, i);

      if (is_answered (entry))
        g_ptr_array_add (bodies, (gpointer) entry->body);
    }
  if (bodies->len == 0)
    return rich;
  names = dz_briefing_dup_names (self, bodies, MOST_GOOD);
  words = g_strdup_printf ("提出问题的%u个单位中，%u个对提出的每项问题都在计划中写明了直接措施：%s。", list->len, bodies->len, names);
  dz_rich_append (rich, words);
  append_examples (self, rich, list);

  return rich;
}

/* The claim that a problem of last year was put right, as this year's report words it. */
static DzSpan
choose_claim (DzChangeRow *row)
{
  DzReport *report = dz_change_row_get_this_report (row);
  DzSpan none = DZ_SPAN_NONE;

  for (guint i = 0; i < dz_change_row_get_n_changes (row); i++)
    {
      const DzWeaknessChange *change = dz_change_row_get_change (row, i);
      DzSpan clause;

      if (change->destination != DZ_DESTINATION_CLAIMED_GONE || change->claim < 0)
        continue;
      clause = choose_clause (report, g_array_index (report->weaknesses, DzWeakness, change->claim).rectified);
      if (!dz_span_is_empty (clause))
        return clause;
    }

  return none;
}

/* 两年都有报告的8个单位中，3个交代了上年度问题的整改，有关问题今年未再提出：…。如…报告写明“…”。 */
static DzRich *
make_rectified (DzBriefing *self)
{
  g_autoptr(GPtrArray) bodies = g_ptr_array_new ();
  DzChangeRow *example = NULL;
  DzSpan span = DZ_SPAN_NONE;
  DzRich *rich = dz_rich_new (NULL);
  g_autofree char *names = NULL;
  g_autofree char *words = NULL;
  guint both = 0;

  for (guint i = 0; i < dz_year_change_get_n_rows (self->change); i++)
    {
      DzChangeRow *row = dz_year_change_get_row (self->change, i);

      if (dz_change_row_get_last_report (row) == NULL || dz_change_row_get_this_report (row) == NULL)
        continue;
      both++;
      if (dz_change_row_count (row, DZ_DESTINATION_CLAIMED_GONE) == 0 ||
          dz_change_row_count (row, DZ_DESTINATION_CLAIMED_AGAIN) > 0)
        continue;
      g_ptr_array_add (bodies, (gpointer) dz_change_row_get_body (row));
      if (example == NULL && !dz_span_is_empty (span = choose_claim (row)))
        example = row;
    }
  if (bodies->len == 0)
    return rich;
  names = dz_briefing_dup_names (self, bodies, MOST_GOOD);
  words = g_strdup_printf ("两年都有报告的%u个单位中，%u个交代了上年度问题的整改，有关问题今年未再提出：%s。", both, bodies->len, names);
  dz_rich_append (rich, words);
  if (example != NULL)
    {
      g_autofree char *lead = g_strdup_printf ("如%s报告写明", dz_briefing_name (self, dz_change_row_get_body (example)));

      dz_rich_append (rich, lead);
      dz_briefing_quote_source (self, rich, dz_change_row_get_this_report (example), span,
                                dz_change_row_get_body (example)->id, NULL);
      dz_rich_append (rich, "。");
    }

  return rich;
}

/* （@n）好的做法, if there are any to tell of. */
void
dz_briefing_add_practice (DzBriefing *self,
                          DzChapter  *chapter,
                          guint       n)
{
  g_autoptr(DzRich) answered = make_answered (self);
  g_autoptr(DzRich) rectified = make_rectified (self);
  g_autofree char *heading = g_strdup_printf ("（%s）好的做法", dz_chinese_ordinal (n));

  if (dz_rich_is_empty (answered) && dz_rich_is_empty (rectified))
    return;
  dz_briefing_add_words (self, chapter, DZ_ROLE_HEADING_2, heading, "circular/heading/practice");
  dz_briefing_add_keyed (self, chapter, DZ_ROLE_BODY, answered, "circular/practice/answered");
  dz_briefing_add_keyed (self, chapter, DZ_ROLE_BODY, rectified, "circular/practice/rectified");
}

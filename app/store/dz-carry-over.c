/* dz-carry-over.c - the analyst's work taken over into a newer reading of a report
 *
 * A figure or weakness is the same if its words are. Round by round, the
 * surest pairs first: same words and same name and value; same words; same
 * number in the same sentence; and for what the engine does not find by
 * itself, the words searched in the new text. Rows nobody touched take part in
 * the first round, so that they claim their own pair. What finds no place is
 * listed, never dropped.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-store-private.h"

#include "dz-fold.h"

#include <math.h>
#include <string.h>

/* A fact of either kind, seen alike. */
typedef struct
{
  guint index;
  const char *name;
  double value;
  DzState state;
  gboolean touched; /* a person decided it, or noted something about it */
  DzSpan span;
  char *words;    /* of the span, folded, letters and digits only */
  char *number;   /* of the number; NULL for a weakness */
  char *sentence; /* round the span */
  gboolean taken;
} Fact;

static void
clear_fact (gpointer data)
{
  Fact *fact = data;

  g_free (fact->words);
  g_free (fact->number);
  g_free (fact->sentence);
}

static char *
fold_words (const char *text)
{
  g_autofree char *folded = dz_fold_string (text);
  GString *words = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)) || *at == '%' || *at == '.')
      g_string_append_unichar (words, g_utf8_get_char (at));

  return g_string_free (words, FALSE);
}

static char *
words_at (DzReport *report,
          DzSpan    span)
{
  g_autofree char *text = dz_text_dup_span (report->text, span);

  return fold_words (text);
}

static void
add_fact (GArray     *facts,
          DzReport   *report,
          const char *name,
          double      value,
          DzState     state,
          DzSpan      span,
          const DzSpan *number)
{
  Fact fact = { facts->len, name, value, state, state != DZ_STATE_SUGGESTED, span, NULL, NULL, NULL, FALSE };

  fact.words = words_at (report, span);
  fact.number = number != NULL ? words_at (report, *number) : NULL;
  fact.sentence = words_at (report, dz_report_sentence_at (report, span.start));
  g_array_append_val (facts, fact);
}

static GArray *
list_facts (DzReport *report,
            gboolean  weaknesses)
{
  GArray *facts = g_array_new (FALSE, TRUE, sizeof (Fact));

  g_array_set_clear_func (facts, clear_fact);
  if (weaknesses)
    for (guint i = 0; i < report->weaknesses->len; i++)
      {
        DzWeakness *one = &g_array_index (report->weaknesses, DzWeakness, i);

        add_fact (facts, report, one->code, 0, one->state, one->span, NULL);
        g_array_index (facts, Fact, i).touched |= one->note != NULL;
      }
  else
    for (guint i = 0; i < report->figures->len; i++)
      {
        DzFigure *one = &g_array_index (report->figures, DzFigure, i);

        add_fact (facts, report, one->indicator, one->value, one->state, one->span, &one->number);
        g_array_index (facts, Fact, i).touched |= one->note != NULL;
      }

  return facts;
}

static void
carry_figure (const DzFigure *older,
              DzFigure       *newer)
{
  newer->id = older->id;
  newer->state = older->state;
  newer->note = older->note;
  if (older->state != DZ_STATE_CORRECTED)
    return;
  newer->indicator = older->indicator;
  newer->set_aside = older->set_aside;
  newer->unit = older->unit;
  newer->value = older->value;
  newer->high = older->high;
  newer->bound = older->bound;
  newer->scope = older->scope;
  newer->period = older->period;
  newer->derived = older->derived;
}

static void
carry_weakness (const DzWeakness *older,
                DzWeakness       *newer)
{
  newer->id = older->id;
  newer->state = older->state;
  newer->note = older->note;
  if (older->state != DZ_STATE_CORRECTED)
    return;
  newer->code = older->code;
  newer->last_year = older->last_year;
  newer->some_only = older->some_only;
  newer->county = older->county;
  newer->grade = older->grade;
}

static void
carry_pair (DzReport *older,
            DzReport *newer,
            gboolean  weaknesses,
            Fact     *from,
            Fact     *to)
{
  from->taken = TRUE;
  to->taken = TRUE;
  if (!from->touched)
    return;
  if (weaknesses)
    carry_weakness (&g_array_index (older->weaknesses, DzWeakness, from->index),
                    &g_array_index (newer->weaknesses, DzWeakness, to->index));
  else
    carry_figure (&g_array_index (older->figures, DzFigure, from->index),
                  &g_array_index (newer->figures, DzFigure, to->index));
}

typedef gboolean (*Alike) (const Fact *from, const Fact *to);

static gboolean
alike_wholly (const Fact *from,
              const Fact *to)
{
  return from->name == to->name && (from->value == to->value || isnan (from->value)) &&
         g_str_equal (from->words, to->words) && g_strcmp0 (from->number, to->number) == 0 &&
         g_str_equal (from->sentence, to->sentence);
}

static gboolean
alike_in_words (const Fact *from,
                const Fact *to)
{
  return g_str_equal (from->words, to->words) && g_strcmp0 (from->number, to->number) == 0;
}

static gboolean
alike_in_sentence (const Fact *from,
                   const Fact *to)
{
  return g_str_equal (from->sentence, to->sentence) &&
         (from->number != NULL ? g_strcmp0 (from->number, to->number) == 0
                               : from->name == to->name);
}

/* Wider reading round the same words: 调处纠纷806件 inside 全年调处纠纷806件. */
static gboolean
alike_in_part (const Fact *from,
               const Fact *to)
{
  return from->name == to->name && from->value == to->value && *from->words != '\0' &&
         (strstr (to->words, from->words) != NULL || strstr (from->words, to->words) != NULL);
}

static void
pair_up (DzReport *older,
         DzReport *newer,
         gboolean  weaknesses,
         GArray   *from,
         GArray   *to,
         Alike     alike,
         gboolean  touched_only)
{
  for (guint i = 0; i < from->len; i++)
    {
      Fact *one = &g_array_index (from, Fact, i);

      for (guint k = 0; k < to->len && !one->taken; k++)
        {
          Fact *other = &g_array_index (to, Fact, k);

          if (touched_only && !one->touched)
            break;
          if (!other->taken && other->state == DZ_STATE_SUGGESTED && alike (one, other))
            carry_pair (older, newer, weaknesses, one, other);
        }
    }
}

/* Where the letters and digits of @words stand in the report, if that is one place only. */
static gboolean
find_words (DzReport   *report,
            const char *words,
            DzSpan     *span)
{
  gsize len;
  const char *text = dz_text_peek (report->text, &len);
  g_autoptr(DzFold) fold = dz_fold_new (text, len);
  const char *folded = dz_fold_peek (fold, &len);
  g_autoptr(GString) letters = g_string_new (NULL);
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (gsize));
  const char *found;
  DzSpan in_fold;

  for (const char *at = folded; at < folded + len; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)) || *at == '%' || *at == '.')
      {
        gsize place = (gsize) (at - folded);

        for (const char *p = at; p < g_utf8_next_char (at); p++)
          g_array_append_val (places, place);
        g_string_append_unichar (letters, g_utf8_get_char (at));
      }
  found = *words != '\0' ? strstr (letters->str, words) : NULL;
  if (found == NULL || strstr (found + 1, words) != NULL)
    return FALSE;

  in_fold.start = g_array_index (places, gsize, found - letters->str);
  in_fold.end = g_array_index (places, gsize, found - letters->str + strlen (words) - 1);
  in_fold.end = (gsize) (g_utf8_next_char (folded + in_fold.end) - folded);
  *span = dz_fold_to_original (fold, in_fold);

  return TRUE;
}

/* The sentence is still there, but the engine sees nothing in it: the person's fact is added. */
static gboolean
plant_fact (DzReport *older,
            DzReport *newer,
            gboolean  weaknesses,
            Fact     *fact)
{
  DzSpan span;

  if (fact->state == DZ_STATE_REJECTED || !find_words (newer, fact->words, &span))
    return FALSE;
  if (weaknesses)
    {
      DzWeakness one = g_array_index (older->weaknesses, DzWeakness, fact->index);

      one.span = span;
      one.answer = one.rectified = DZ_SPAN_NONE;
      one.ground = one.answer_ground = (DzGround){ 0 };
      g_array_append_val (newer->weaknesses, one);
    }
  else
    {
      DzFigure one = g_array_index (older->figures, DzFigure, fact->index);
      DzSpan number;

      one.number = fact->number != NULL && find_words (newer, fact->number, &number) &&
                           dz_span_contains (span, number)
                     ? number : span;
      one.span = span;
      one.ground = (DzGround){ 0 };
      g_array_append_val (newer->figures, one);
    }

  return TRUE;
}

static void
list_unplaced (DzReport  *older,
               gboolean   weaknesses,
               Fact      *fact,
               GPtrArray *unplaced)
{
  DzUnplaced *one = g_new0 (DzUnplaced, 1);

  one->report_id = older->id;
  one->is_weakness = weaknesses;
  one->name = fact->name;
  one->value = weaknesses ? NAN : fact->value;
  one->state = fact->state;
  one->quote = dz_text_dup_span (older->text, fact->span);
  g_ptr_array_add (unplaced, one);
}

static void
carry_facts (DzReport  *older,
             DzReport  *newer,
             gboolean   weaknesses,
             GPtrArray *unplaced)
{
  g_autoptr(GArray) from = list_facts (older, weaknesses);
  g_autoptr(GArray) to = list_facts (newer, weaknesses);

  pair_up (older, newer, weaknesses, from, to, alike_wholly, FALSE);
  pair_up (older, newer, weaknesses, from, to, alike_in_words, TRUE);
  pair_up (older, newer, weaknesses, from, to, alike_in_sentence, TRUE);
  pair_up (older, newer, weaknesses, from, to, alike_in_part, TRUE);

  for (guint i = 0; i < from->len; i++)
    {
      Fact *fact = &g_array_index (from, Fact, i);

      if (!fact->taken && fact->touched &&
          !plant_fact (older, newer, weaknesses, fact))
        list_unplaced (older, weaknesses, fact, unplaced);
    }
}

/* A check's explanation holds as long as the check says the same. */
static void
carry_checks (DzReport *older,
              DzReport *newer)
{
  for (guint i = 0; i < older->checks->len; i++)
    {
      const DzCheck *from = &g_array_index (older->checks, DzCheck, i);
      DzCheck *to;

      if (from->state == DZ_STATE_SUGGESTED && from->note == NULL)
        continue;
      to = dz_report_find_check (newer, from->id);
      if (to == NULL)
        to = dz_report_add_check (newer, from->id, from->result, from->message);
      if (to->result != from->result)
        continue;
      to->state = from->state;
      g_free (to->note);
      to->note = g_strdup (from->note);
    }
}

static void
carry_causes (DzReport *older,
              DzReport *newer)
{
  for (guint i = 0; i < older->causes->len; i++)
    {
      const DzCause *from = &g_array_index (older->causes, DzCause, i);
      g_autofree char *words = words_at (older, from->span);

      for (guint k = 0; from->state != DZ_STATE_SUGGESTED && k < newer->causes->len; k++)
        {
          DzCause *to = &g_array_index (newer->causes, DzCause, k);
          g_autofree char *other = words_at (newer, to->span);

          if (to->state != DZ_STATE_SUGGESTED || !g_str_equal (words, other))
            continue;
          to->id = from->id;
          to->state = from->state;
          if (from->state == DZ_STATE_CORRECTED)
            to->code = from->code;
          break;
        }
    }
}

static gboolean
is_touched (DzReport *report,
            gboolean  weaknesses)
{
  gboolean touched = FALSE;

  if (weaknesses)
    for (guint i = 0; i < report->weaknesses->len; i++)
      touched |= g_array_index (report->weaknesses, DzWeakness, i).state != DZ_STATE_SUGGESTED ||
                 g_array_index (report->weaknesses, DzWeakness, i).note != NULL;
  else
    for (guint i = 0; i < report->figures->len; i++)
      touched |= g_array_index (report->figures, DzFigure, i).state != DZ_STATE_SUGGESTED ||
                 g_array_index (report->figures, DzFigure, i).note != NULL;

  return touched;
}

/*
 * @newer: gets the states and corrections of @older, the ids of the rows they come from, and facts
 * added by hand; @unplaced: gets what has no place any more.
 */
void
dz_carry_corrections (DzReport  *older,
                      DzReport  *newer,
                      GPtrArray *unplaced)
{
  if (is_touched (older, FALSE))
    carry_facts (older, newer, FALSE, unplaced);
  if (is_touched (older, TRUE))
    carry_facts (older, newer, TRUE, unplaced);
  carry_causes (older, newer);
  carry_checks (older, newer);
}

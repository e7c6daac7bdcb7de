/* dz-figure-scene.c - one report laid out for the rules of figures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-figure-scene.h"

#include <string.h>

/* A heading long enough to be a sentence is no heading. */
#define HEADING_BYTES 120

static GArray *
collect_numbers (const GArray *quantities)
{
  GArray *numbers = g_array_sized_new (FALSE, FALSE, sizeof (DzSpan), quantities->len);

  for (guint i = 0; i < quantities->len; i++)
    g_array_append_val (numbers, g_array_index (quantities, DzQuantity, i).number.core);

  return numbers;
}

/* Dates and names do not part a noun from its number. */
static gboolean
parts_windows (const DzQuantity *quantity)
{
  return quantity->listed;
}

/**
 * dz_figure_scene_count_brackets:
 * @open: (out): where the last bracket that stands open opened; untouched if none does
 *
 * Returns: how many brackets stand open at the end of @span
 */
guint
dz_figure_scene_count_brackets (const DzFigureScene *self,
                                DzSpan               span,
                                gsize               *open)
{
  guint depth = 0;

  for (gsize at = span.start; at + 3 <= span.end; at += (gsize) g_utf8_skip[(guchar) self->text[at]])
    if (memcmp (self->text + at, "（", 3) == 0)
      {
        depth++;
        *open = at;
      }
    else if (memcmp (self->text + at, "）", 3) == 0 && depth > 0)
      depth--;

  return depth;
}

/* 处罚案件（含简易程序41件）63件: the words before a bracket go on behind it, and those within it
 * are said of its own numbers alone. */
static void
pass_brackets (DzFigureScene *self,
               guint          index,
               DzWindows     *windows)
{
  DzSpan clause = dz_figure_scene_clause (self, windows->clause)->span;
  gsize open = 0;
  gsize from = clause.start;

  for (guint i = index; i > 0; i--)
    {
      const DzQuantity *earlier = dz_figure_scene_quantity (self, i - 1);

      if (earlier->span.start < clause.start || !parts_windows (earlier))
        break;
      if (dz_figure_scene_count_brackets (self, (DzSpan) { clause.start, earlier->span.start }, &open) == 0)
        {
          from = earlier->span.end;
          break;
        }
    }
  if (dz_figure_scene_count_brackets (self, (DzSpan) { clause.start, windows->before.end }, &open) > 0)
    return;
  windows->before.start = MIN (MAX (from, clause.start), windows->before.start);
}

static void
lay_windows (DzFigureScene *self)
{
  guint c = 0;
  gsize from = 0;

  for (guint i = 0; i < self->quantities->len; i++)
    {
      const DzQuantity *quantity = dz_figure_scene_quantity (self, i);
      DzWindows windows = { 0 };
      const DzClause *clause;

      while (c + 1 < self->clauses->len &&
             dz_figure_scene_clause (self, c + 1)->span.start <= quantity->number.core.start)
        c++;
      clause = dz_figure_scene_clause (self, c);
      windows.clause = c;
      windows.before.start = MIN (MAX (from, clause->span.start), quantity->span.start);
      windows.before.end = quantity->span.start;
      pass_brackets (self, i, &windows);
      windows.after.start = quantity->span.end;
      windows.after.end = MAX (clause->span.end, quantity->span.end);
      for (guint k = i + 1; k < self->quantities->len; k++)
        {
          const DzQuantity *next = dz_figure_scene_quantity (self, k);

          if (next->span.start >= windows.after.end)
            break;
          if (parts_windows (next))
            {
              windows.after.end = MAX (next->span.start, quantity->span.end);
              break;
            }
        }
      g_array_append_val (self->windows, windows);
      if (parts_windows (quantity))
        from = quantity->span.end;
    }
}

static void
lay_hits (DzFigureScene *self)
{
  guint h = 0;

  for (guint c = 0; c < self->clauses->len; c++)
    {
      while (h < self->hits->len && g_array_index (self->hits, DzHit, h).span.start <
                                      dz_figure_scene_clause (self, c)->span.start)
        h++;
      g_array_append_val (self->first_hit, h);
    }
}

/* The hits of one use, and where those of each clause begin: most hits are only company. */
static void
pick_hits (DzFigureScene *self,
           gboolean       asides,
           GArray        *picked,
           GArray        *first)
{
  guint n = 0;

  for (guint h = 0; h < self->hits->len; h++)
    {
      const DzPatternUse *use = &g_array_index (self->rules->uses, DzPatternUse,
                                                g_array_index (self->hits, DzHit, h).pattern);

      if (asides ? use->asides != NULL : use->cues != NULL && !g_array_index (self->cut, gboolean, h))
        g_array_append_val (picked, h);
    }
  for (guint c = 0; c < self->clauses->len; c++)
    {
      while (n < picked->len && g_array_index (picked, guint, n) < g_array_index (self->first_hit, guint, c))
        n++;
      g_array_append_val (first, n);
    }
}

/* No sections at all (a sentence on its own) is read as achievements. */
static void
lay_sections (DzFigureScene *self)
{
  const GArray *sections = self->context->report->sections;
  guint s = 0;

  for (guint c = 0; c < self->clauses->len; c++)
    {
      DzSectionKind kind = DZ_SECTION_ACHIEVEMENTS;
      DzSpan here = dz_fold_to_original (self->context->fold,
                                         dz_figure_scene_clause (self, c)->span);

      while (s + 1 < sections->len &&
             g_array_index (sections, DzSection, s + 1).span.start <= here.start)
        s++;
      if (s < sections->len && g_array_index (sections, DzSection, s).span.start <= here.start)
        kind = g_array_index (sections, DzSection, s).kind;
      g_array_append_val (self->kinds, kind);
    }
}

/* 应诉 in 回应诉求, 调解 in 调解员: what begins or ends within a longer word names nothing of its
 * own, though it may keep another cue company. */
static void
mark_cut_hits (DzFigureScene *self)
{
  int longer = self->rules->grammar[DZ_GRAMMAR_LONGER];
  g_autoptr(GArray) words = g_array_new (FALSE, FALSE, sizeof (DzSpan));
  guint first = 0;

  for (guint h = 0; h < self->hits->len; h++)
    if ((int) g_array_index (self->hits, DzHit, h).pattern == longer)
      g_array_append_val (words, g_array_index (self->hits, DzHit, h).span);
  g_array_set_size (self->cut, self->hits->len);
  for (guint h = 0; h < self->hits->len; h++)
    {
      DzSpan hit = g_array_index (self->hits, DzHit, h).span;
      gboolean cut = FALSE;

      while (first < words->len && g_array_index (words, DzSpan, first).end <= hit.start)
        first++;
      for (guint w = first; w < words->len && !cut; w++)
        {
          DzSpan word = g_array_index (words, DzSpan, w);

          if (word.start >= hit.end)
            break;
          cut = (word.start < hit.start && hit.start < word.end) ||
                (word.start < hit.end && hit.end < word.end);
        }
      g_array_index (self->cut, gboolean, h) = cut;
    }
}

/**
 * dz_figure_scene_new:
 *
 * Returns: (transfer full): the scene, its frames still to be laid by dz_figure_frames_lay()
 */
DzFigureScene *
dz_figure_scene_new (DzFigureRules *rules,
                     DzContext     *context)
{
  DzFigureScene *self = g_new0 (DzFigureScene, 1);
  g_autoptr(GArray) numbers = NULL;

  self->rules = rules;
  self->context = context;
  self->text = context->folded;
  self->len = context->folded_len;
  self->hits = g_array_sized_new (FALSE, FALSE, sizeof (DzHit), 512);
  dz_pattern_set_find (rules->patterns, self->text, (DzSpan) { 0, self->len }, self->hits);
  self->cut = g_array_new (FALSE, TRUE, sizeof (gboolean));
  mark_cut_hits (self);
  self->quantities = dz_quantities_find (rules, self->text, self->len, self->hits);
  numbers = collect_numbers (self->quantities);
  self->clauses = dz_clauses_split (self->text, self->len, numbers);
  self->windows = g_array_sized_new (FALSE, FALSE, sizeof (DzWindows), self->quantities->len);
  self->frames = g_array_sized_new (FALSE, FALSE, sizeof (DzFigureFrame), self->quantities->len);
  self->first_hit = g_array_sized_new (FALSE, FALSE, sizeof (guint), self->clauses->len);
  self->cue_hits = g_array_sized_new (FALSE, FALSE, sizeof (guint), self->hits->len);
  self->first_cue = g_array_sized_new (FALSE, FALSE, sizeof (guint), self->clauses->len);
  self->aside_hits = g_array_new (FALSE, FALSE, sizeof (guint));
  self->first_aside = g_array_sized_new (FALSE, FALSE, sizeof (guint), self->clauses->len);
  self->kinds = g_array_sized_new (FALSE, FALSE, sizeof (DzSectionKind), self->clauses->len);
  if (self->clauses->len > 0)
    lay_windows (self);
  lay_hits (self);
  pick_hits (self, FALSE, self->cue_hits, self->first_cue);
  pick_hits (self, TRUE, self->aside_hits, self->first_aside);
  lay_sections (self);

  return self;
}

void
dz_figure_scene_free (DzFigureScene *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->hits);
  g_array_unref (self->quantities);
  g_array_unref (self->clauses);
  g_array_unref (self->windows);
  g_array_unref (self->frames);
  g_array_unref (self->cut);
  g_array_unref (self->first_hit);
  g_array_unref (self->cue_hits);
  g_array_unref (self->first_cue);
  g_array_unref (self->aside_hits);
  g_array_unref (self->first_aside);
  g_array_unref (self->kinds);
  g_free (self);
}

/* Index of the first hit worth looking at for a span that starts at @offset. */
static guint
first_hit_at (const DzFigureScene *self,
              gsize                offset)
{
  guint clause;

  if (self->clauses->len == 0)
    return 0;
  clause = dz_clauses_at (self->clauses, offset);

  return g_array_index (self->first_hit, guint, clause);
}

/**
 * dz_figure_scene_find:
 * @pattern: number of a pattern; %DZ_NO_PATTERN is never found
 * @found: (out) (optional): the first hit that lies in @span
 */
gboolean
dz_figure_scene_find (const DzFigureScene *self,
                      int                  pattern,
                      DzSpan               span,
                      DzSpan              *found)
{
  if (pattern == DZ_NO_PATTERN)
    return FALSE;
  for (guint h = first_hit_at (self, span.start); h < self->hits->len; h++)
    {
      const DzHit *hit = &g_array_index (self->hits, DzHit, h);

      if (hit->span.start >= span.end)
        break;
      if (hit->pattern != (guint) pattern || hit->span.start < span.start ||
          hit->span.end > span.end)
        continue;
      if (found != NULL)
        *found = hit->span;
      return TRUE;
    }

  return FALSE;
}

/**
 * dz_figure_scene_find_last:
 *
 * As dz_figure_scene_find(), for the last hit in @span.
 */
gboolean
dz_figure_scene_find_last (const DzFigureScene *self,
                           int                  pattern,
                           DzSpan               span,
                           DzSpan              *found)
{
  gboolean any = FALSE;

  if (pattern == DZ_NO_PATTERN)
    return FALSE;
  for (guint h = first_hit_at (self, span.start); h < self->hits->len; h++)
    {
      const DzHit *hit = &g_array_index (self->hits, DzHit, h);

      if (hit->span.start >= span.end)
        break;
      if (hit->pattern != (guint) pattern || hit->span.start < span.start ||
          hit->span.end > span.end)
        continue;
      *found = hit->span;
      any = TRUE;
    }

  return any;
}

/**
 * dz_figure_scene_find_word:
 *
 * As dz_figure_scene_find(), for a class of the grammar's words.
 */
gboolean
dz_figure_scene_find_word (const DzFigureScene *self,
                           DzGrammar            words,
                           DzSpan               span,
                           DzSpan              *found)
{
  return dz_figure_scene_find (self, self->rules->grammar[words], span, found);
}

/**
 * dz_figure_scene_word_at:
 *
 * Returns: where the longest word of the class that begins at @at ends, not beyond @end; 0 if
 *   none does
 */
gsize
dz_figure_scene_word_at (const DzFigureScene *self,
                         DzGrammar            words,
                         gsize                at,
                         gsize                end)
{
  gsize longest = 0;

  for (guint h = first_hit_at (self, at); h < self->hits->len; h++)
    {
      const DzHit *hit = &g_array_index (self->hits, DzHit, h);

      if (hit->span.start > at)
        break;
      if (hit->span.start == at && hit->span.end <= end && hit->span.end > longest &&
          (int) hit->pattern == self->rules->grammar[words])
        longest = hit->span.end;
    }

  return longest;
}

/**
 * dz_figure_scene_first_clause:
 *
 * Returns: the first clause that @reach covers from @clause; for a paragraph the short heading
 *   above it belongs to it
 */
guint
dz_figure_scene_first_clause (const DzFigureScene *self,
                              guint                clause,
                              DzReach              reach)
{
  const DzClause *here = dz_figure_scene_clause (self, clause);
  guint first = clause;

  if (reach == DZ_REACH_AROUND)
    reach = DZ_REACH_SENTENCE;
  if (reach != DZ_REACH_SENTENCE && reach != DZ_REACH_PARAGRAPH)
    return clause;
  while (first > 0)
    {
      const DzClause *earlier = dz_figure_scene_clause (self, first - 1);

      if (reach == DZ_REACH_SENTENCE ? earlier->full != here->full
                                     : earlier->paragraph != here->paragraph)
        break;
      first--;
    }
  if (reach == DZ_REACH_PARAGRAPH && first > 0)
    {
      guint heading = dz_figure_scene_clause (self, first - 1)->paragraph;
      guint top = first;

      while (top > 0 && dz_figure_scene_clause (self, top - 1)->paragraph == heading)
        top--;
      if (dz_figure_scene_clause (self, first - 1)->span.end -
            dz_figure_scene_clause (self, top)->span.start < HEADING_BYTES)
        first = top;
    }

  return first;
}

/**
 * dz_figure_scene_reach:
 *
 * Returns: the whole clause, sentence or paragraph around @clause, to its end
 */
DzSpan
dz_figure_scene_reach (const DzFigureScene *self,
                       guint                clause,
                       DzReach              reach)
{
  guint first = dz_figure_scene_first_clause (self, clause, reach);
  guint last = clause;
  const DzClause *here = dz_figure_scene_clause (self, clause);

  if (reach == DZ_REACH_AROUND)
    reach = DZ_REACH_SENTENCE;
  while ((reach == DZ_REACH_SENTENCE || reach == DZ_REACH_PARAGRAPH) &&
         last + 1 < self->clauses->len)
    {
      const DzClause *later = dz_figure_scene_clause (self, last + 1);

      if (reach == DZ_REACH_SENTENCE ? later->full != here->full
                                     : later->paragraph != here->paragraph)
        break;
      last++;
    }

  return (DzSpan) { dz_figure_scene_clause (self, first)->span.start,
                    dz_figure_scene_clause (self, last)->span.end };
}

/* dz-figure-scene.c - one report laid out for the rules of figures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-figure-scene.h"

#include "dz-char.h"

#include <string.h>

/* A heading long enough to be a sentence is no heading. */
#define HEADING_BYTES 120

/* Bytes of the name of a rate, and of what may stand between it and its number. */
#define LONGEST_RATE 36
#define LONGEST_RATE_LEAD 9

#define LOOK_AHEAD 8

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

/* Brackets open at the end of @span, where @depth are at its beginning. */
static guint
count_on (const DzFigureScene *self,
          DzSpan               span,
          guint                depth,
          gsize               *open)
{
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
  return count_on (self, span, 0, open);
}

/* How far the brackets of a clause have been counted. */
typedef struct
{
  gsize clause; /* where it begins */
  guint next;   /* quantity to count up to */
  gsize at;
  gsize from;   /* behind the last quantity outside brackets */
  guint depth;
} Brackets;

/* Counts on to @index: what stands in a row before it in its clause says where its words may begin. */
static void
count_to (DzFigureScene *self,
          Brackets      *brackets,
          guint          index,
          gsize          clause)
{
  gsize open;

  if (brackets->clause != clause)
    {
      guint first = index;

      while (first > 0 && dz_figure_scene_quantity (self, first - 1)->span.start >= clause &&
             parts_windows (dz_figure_scene_quantity (self, first - 1)))
        first--;
      *brackets = (Brackets){ clause, first, clause, clause, 0 };
    }
  for (; brackets->next < index; brackets->next++)
    {
      const DzQuantity *earlier = dz_figure_scene_quantity (self, brackets->next);

      if (earlier->span.start >= clause)
        {
          brackets->depth = count_on (self, (DzSpan) { brackets->at, earlier->span.start }, brackets->depth, &open);
          brackets->at = earlier->span.start;
        }
      if (earlier->span.start < clause || !parts_windows (earlier))
        brackets->from = clause;
      else if (brackets->depth == 0)
        brackets->from = earlier->span.end;
    }
}

/* 处罚案件（含简易程序41件）63件: the words before a bracket go on behind it, and those within it
 * are said of its own numbers alone. */
static void
pass_brackets (DzFigureScene *self,
               guint          index,
               DzWindows     *windows,
               Brackets      *brackets)
{
  gsize clause = dz_figure_scene_clause (self, windows->clause)->span.start;
  gsize open;

  count_to (self, brackets, index, clause);
  if (count_on (self, (DzSpan) { brackets->at, windows->before.end }, brackets->depth, &open) > 0)
    return;
  windows->before.start = MIN (MAX (brackets->from, clause), windows->before.start);
}

/* 信访件33件按期办结率100%: the words between are the name of the rate that follows. */
static gboolean
names_rate_of_next (const DzFigureScene *self,
                    gsize                from,
                    const DzQuantity    *next)
{
  static const char *const rate = "率";
  gsize end = next->number.core.start;

  return next->number.form == DZ_NUMBER_PERCENT && end > from + 3 && end - from <= LONGEST_RATE &&
         dz_word_find (self->text, end - MIN (end - from, LONGEST_RATE_LEAD), end, rate) != NULL;
}

static void
lay_windows (DzFigureScene *self)
{
  guint c = 0;
  gsize from = 0;
  Brackets brackets = { G_MAXSIZE, 0, 0, 0, 0 };

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
      pass_brackets (self, i, &windows, &brackets);
      windows.after.start = quantity->span.end;
      windows.after.end = MAX (clause->span.end, quantity->span.end);
      for (guint k = i + 1; k < self->quantities->len; k++)
        {
          const DzQuantity *next = dz_figure_scene_quantity (self, k);

          if (next->span.start >= windows.after.end)
            break;
          if (parts_windows (next))
            {
              windows.after.end = names_rate_of_next (self, quantity->span.end, next)
                                    ? quantity->span.end : MAX (next->span.start, quantity->span.end);
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

/* Whether it may set aside what stands in another sentence of its paragraph. */
static gboolean
is_wide (const DzFigureScene *self,
         const DzPatternUse  *use)
{
  for (guint i = 0; i < use->asides->len; i++)
    if (g_array_index (self->rules->asides, DzAside, g_array_index (use->asides, guint, i)).reach == DZ_REACH_PARAGRAPH)
      return TRUE;

  return FALSE;
}

/* Where the picked hits of each clause begin. */
static void
lay_firsts (const DzFigureScene *self,
            const GArray        *picked,
            GArray              *first)
{
  guint n = 0;

  for (guint c = 0; c < self->clauses->len; c++)
    {
      while (n < picked->len && g_array_index (picked, guint, n) < g_array_index (self->first_hit, guint, c))
        n++;
      g_array_append_val (first, n);
    }
}

static const DzPatternUse *
get_use (const DzFigureScene *self,
         guint                hit)
{
  return &g_array_index (self->rules->uses, DzPatternUse, g_array_index (self->hits, DzHit, hit).pattern);
}

/* The hits by their use, and where those of each clause begin: most hits are only company. */
static void
pick_hits (DzFigureScene *self)
{
  for (guint h = 0; h < self->hits->len; h++)
    {
      const DzPatternUse *use = get_use (self, h);

      /* what it is used for, and its cues, stand far apart in memory: they are sent for */
      if (h + LOOK_AHEAD < self->hits->len)
        __builtin_prefetch (get_use (self, h + LOOK_AHEAD));
      if (use->n_cues > 0 && !g_array_index (self->cut, gboolean, h))
        {
          __builtin_prefetch (&g_array_index (self->rules->cues, DzCue, use->first_cue));
          g_array_append_val (self->cue_hits, h);
        }
      if (use->asides == NULL)
        continue;
      g_array_append_val (self->aside_hits, h);
      if (is_wide (self, use))
        g_array_append_val (self->wide_hits, h);
    }
  lay_firsts (self, self->cue_hits, self->first_cue);
  lay_firsts (self, self->aside_hits, self->first_aside);
  lay_firsts (self, self->wide_hits, self->first_wide);
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

static gboolean
begins_agent (const DzFigureScene *self,
              const DzHit         *hit)
{
  gsize end = hit->first < hit->span.end ? dz_figure_scene_word_at (self, DZ_GRAMMAR_AGENT, hit->span.start, hit->span.end) : 0;

  return end > hit->first && end < hit->span.end;
}

/* 应诉 in 回应诉求, 调解 in 调解员: what begins or ends within a longer word names nothing of its
 * own, though it may keep another cue company. */
static void
mark_cut_hits (DzFigureScene *self)
{
  int longer = self->rules->grammar[DZ_GRAMMAR_LONGER];
  g_autoptr(GArray) words = g_array_new (FALSE, FALSE, sizeof (DzSpan));
  guint first = 0;

  if (longer != DZ_NO_PATTERN)
    dz_pattern_scan_find (self->scan, (guint) longer, words);
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
      /* 调解组织排查纠纷: nor may its first word, 调解, be half of who does it */
      g_array_index (self->cut, gboolean, h) = cut || begins_agent (self, &g_array_index (self->hits, DzHit, h));
    }
}

/* The short heading above a paragraph belongs to it: the clause the two begin with. */
static guint
include_heading (const DzFigureScene *self,
                 guint                first)
{
  guint top;

  if (first == 0)
    return first;
  top = g_array_index (self->reaches, DzClauseReach, first - 1).top;
  /* of the paragraph alone, without what stands above it */
  while (dz_figure_scene_clause (self, top)->paragraph != dz_figure_scene_clause (self, first - 1)->paragraph)
    top++;

  return dz_figure_scene_clause (self, first - 1)->span.end - dz_figure_scene_clause (self, top)->span.start <
             HEADING_BYTES
           ? top : first;
}

static void
lay_reaches (DzFigureScene *self)
{
  guint n = self->clauses->len;
  guint top = 0;

  g_array_set_size (self->reaches, n);
  for (guint c = 0; c < n; c++)
    {
      DzClauseReach *reach = &g_array_index (self->reaches, DzClauseReach, c);
      const DzClause *here = dz_figure_scene_clause (self, c);
      const DzClause *before = c > 0 ? here - 1 : NULL;

      reach->first = before != NULL && before->full == here->full ? reach[-1].first : c;
      if (before == NULL || before->paragraph != here->paragraph)
        top = include_heading (self, c);
      reach->top = top;
    }
  for (guint c = n; c > 0; c--)
    {
      DzClauseReach *reach = &g_array_index (self->reaches, DzClauseReach, c - 1);
      const DzClause *here = dz_figure_scene_clause (self, c - 1);
      const DzClause *behind = c < n ? here + 1 : NULL;

      reach->last = behind != NULL && behind->full == here->full ? reach[1].last : c - 1;
      reach->bottom = behind != NULL && behind->paragraph == here->paragraph ? reach[1].bottom : c - 1;
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
  self->scan = dz_pattern_scan_new (rules->patterns, self->text, self->len);
  self->places = g_new0 (DzPlaces, rules->uses->len);
  self->spans = g_array_sized_new (FALSE, FALSE, sizeof (DzSpan), 512);
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
  self->wide_hits = g_array_new (FALSE, FALSE, sizeof (guint));
  self->first_wide = g_array_sized_new (FALSE, FALSE, sizeof (guint), self->clauses->len);
  self->reaches = g_array_sized_new (FALSE, TRUE, sizeof (DzClauseReach), self->clauses->len);
  self->kinds = g_array_sized_new (FALSE, FALSE, sizeof (DzSectionKind), self->clauses->len);
  if (self->clauses->len > 0)
    lay_windows (self);
  lay_hits (self);
  lay_reaches (self);
  pick_hits (self);
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
  g_array_unref (self->wide_hits);
  g_array_unref (self->first_wide);
  g_array_unref (self->reaches);
  dz_pattern_scan_free (self->scan);
  g_free (self->places);
  g_array_unref (self->spans);
  g_array_unref (self->kinds);
  g_free (self);
}

/* Where a pattern stands; good until another is asked for. */
typedef struct
{
  const DzSpan *spans;
  guint n;
} Stands;

static Stands
get_stands (const DzFigureScene *self,
            int                  pattern)
{
  DzPlaces *places = &self->places[pattern];

  if (places->n == 0)
    {
      places->first = self->spans->len;
      dz_pattern_scan_find (self->scan, (guint) pattern, self->spans);
      places->n = self->spans->len - places->first + 1;
    }

  return (Stands) { &g_array_index (self->spans, DzSpan, places->first), places->n - 1 };
}

/* The first that begins at @offset or later. */
static guint
first_at (Stands stands,
          gsize  offset)
{
  guint low = 0;
  guint high = stands.n;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (stands.spans[middle].start < offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
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
  Stands stands;

  if (pattern == DZ_NO_PATTERN)
    return FALSE;
  stands = get_stands (self, pattern);
  for (guint i = first_at (stands, span.start); i < stands.n && stands.spans[i].start < span.end; i++)
    {
      if (stands.spans[i].end > span.end)
        continue;
      if (found != NULL)
        *found = stands.spans[i];
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
  Stands stands;

  if (pattern == DZ_NO_PATTERN)
    return FALSE;
  stands = get_stands (self, pattern);
  for (guint i = first_at (stands, span.end); i > 0 && stands.spans[i - 1].start >= span.start; i--)
    {
      if (stands.spans[i - 1].end > span.end)
        continue;
      *found = stands.spans[i - 1];
      return TRUE;
    }

  return FALSE;
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
  int pattern = self->rules->grammar[words];
  Stands stands;

  if (pattern == DZ_NO_PATTERN)
    return 0;
  stands = get_stands (self, pattern);
  /* the longest comes first */
  for (guint i = first_at (stands, at); i < stands.n && stands.spans[i].start == at; i++)
    if (stands.spans[i].end <= end)
      return stands.spans[i].end;

  return 0;
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
  const DzClauseReach *around = &g_array_index (self->reaches, DzClauseReach, clause);

  return reach == DZ_REACH_SENTENCE || reach == DZ_REACH_AROUND ? around->first
         : reach == DZ_REACH_PARAGRAPH ? around->top : clause;
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
  const DzClauseReach *around = &g_array_index (self->reaches, DzClauseReach, clause);
  guint first = dz_figure_scene_first_clause (self, clause, reach);
  guint last = reach == DZ_REACH_SENTENCE || reach == DZ_REACH_AROUND ? around->last
               : reach == DZ_REACH_PARAGRAPH ? around->bottom : clause;

  return (DzSpan) { dz_figure_scene_clause (self, first)->span.start,
                    dz_figure_scene_clause (self, last)->span.end };
}

/* dz-pattern-find.c - the patterns of a set found in a text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-pattern-tables.h"

#define WIDE_GAP 12  /* most patterns have this gap, or a smaller one */
#define FEW 16       /* spans that are put in order without a call */
#define LOOK_AHEAD 8 /* words whose patterns are sent for before they are looked at */

static gboolean
serves (const DzPatternTables *tables,
        guint         word,
        guint         pattern,
        guint         step)
{
  guint low = tables->use_at[word];
  guint stop = tables->use_at[word + 1];
  guint high = stop;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      const DzWordUse *use = &tables->uses[middle];

      if (use->pattern < pattern || (use->pattern == pattern && use->step < step))
        low = middle + 1;
      else
        high = middle;
    }

  return low < stop && tables->uses[low].pattern == pattern && tables->uses[low].step == step;
}

/* A text while a set is looked for in it. */
typedef struct
{
  const DzPatternTables *tables;
  gsize end; /* words that end beyond are not looked at */
  DzWords words;
} Look;

/* The words that begin behind a word, within a gap and in the same sentence. */
typedef struct
{
  guint gap;         /* 0: they have not been looked for */
  guint32 from;      /* where the word ends, as DzWordHit.to counts */
  guint first, stop; /* their numbers */
  guint64 words;     /* as DzPatternStep.words, of all of them */
} Near;

static Near
look_near (const Look *look,
           guint       at,
           guint       gap)
{
  const DzWordHit *hits = look->words.hits;
  Near near = { gap, hits[at].to, at + 1, 0, 0 };

  while (near.first < look->words.n && (gint32) (hits[near.first].from - near.from) < 0)
    near.first++;
  for (near.stop = near.first; near.stop < look->words.n && hits[near.stop].from - near.from <= gap; near.stop++)
    near.words |= G_GUINT64_CONSTANT (1) << (hits[near.stop].word % 64);

  return near;
}

/* Follows a pattern through the words behind one of its own; @next, its step of number @step, is to come. The nearest end is taken. */
static gboolean
chain (const Look *look,
       const Near *near,
       guint       pattern,
       guint       step,
       const DzPatternStep *next,
       guint      *match_end)
{
  const DzPatternTables *tables = look->tables;
  guint behind = tables->step_at[pattern] + step + 1;

  for (guint i = near->first; i < near->stop; i++)
    {
      const DzWordHit *hit = &look->words.hits[i];
      Near further;

      if (hit->from - near->from > next->gap)
        break;
      if ((next->words & G_GUINT64_CONSTANT (1) << (hit->word % 64)) == 0 || hit->end > look->end ||
          !serves (tables, hit->word, pattern, step))
        continue;
      if (behind == tables->step_at[pattern + 1])
        {
          *match_end = hit->end;
          return TRUE;
        }
      further = look_near (look, i, tables->steps[behind].gap);
      if ((further.words & tables->steps[behind].words) != 0 &&
          chain (look, &further, pattern, step + 1, &tables->steps[behind], match_end))
        return TRUE;
    }

  return FALSE;
}

/* Whether the pattern that begins with the word of number @at stands there, and where it ends. @near is what is behind the word:
 * most patterns it begins have the same gap, or a smaller one. */
static inline gboolean
matches (const Look  *look,
         guint        at,
         const DzPatternStart *start,
         Near        *near,
         guint       *match_end)
{
  *match_end = look->words.hits[at].end;
  if (start->next.words == 0)
    return TRUE;
  if (near->gap < start->next.gap)
    *near = look_near (look, at, MAX (start->next.gap, WIDE_GAP));

  return (near->words & start->next.words) != 0 &&
         chain (look, near, start->pattern, 1, &start->next, match_end);
}

/* What the words a little further on begin stands far apart in memory: it is sent for. */
static inline void
look_ahead (const Look *look,
            guint       at)
{
  const DzPatternTables *tables = look->tables;

  if (at + LOOK_AHEAD < look->words.n)
    __builtin_prefetch (&tables->start_at[look->words.hits[at + LOOK_AHEAD].word]);
  if (at + LOOK_AHEAD / 2 < look->words.n)
    __builtin_prefetch (&tables->starts[tables->start_at[look->words.hits[at + LOOK_AHEAD / 2].word]]);
}

/* Places for hits that are asked for at once. */
#define FEWEST_HITS 8
#define MOST_AT_ONCE 128

/* Hits on their way into an array: appending each by itself takes longer than finding it. */
typedef struct
{
  GArray *hits;
  guint floor;
  guint room; /* places behind the array's end that are its own */
} Sink;

/* Keeps hits by start, longest first, then by pattern; they come nearly in order. */
static void
insert_hit (Sink *sink,
            DzHit hit)
{
  GArray *hits = sink->hits;
  guint floor = sink->floor;
  guint at = hits->len;
  DzHit *list;

  if (sink->room == 0)
    {
      sink->room = CLAMP (at, FEWEST_HITS, MOST_AT_ONCE);
      g_array_set_size (hits, at + sink->room);
    }
  sink->room--;
  hits->len = at + 1;
  list = (DzHit *) (gpointer) hits->data;
  while (at > floor && list[at - 1].span.start == hit.span.start &&
         (list[at - 1].span.end < hit.span.end ||
          (list[at - 1].span.end == hit.span.end && list[at - 1].pattern > hit.pattern)))
    {
      list[at] = list[at - 1];
      at--;
    }
  list[at] = hit;
}

/**
 * dz_pattern_set_find:
 * @text: folded text
 * @span: the part of @text to look in
 * @hits: (element-type DzHit): found patterns are added, sorted by start, longest first
 *
 * For each place where a pattern's first word stands, its nearest complete
 * match is reported.
 */
void
dz_pattern_set_find (DzPatternSet *self,
                     const char   *text,
                     DzSpan        span,
                     GArray       *hits)
{
  const DzPatternTables *tables = &self->tables;
  Look look = { tables, span.end };
  Sink sink = { hits, 0, 0 };

  g_return_if_fail (self->compiled && hits != NULL);

  sink.floor = hits->len;
  dz_lexicon_find (self->lexicon, self->reader, text, span, &look.words);
  for (guint i = 0; i < look.words.n; i++)
    {
      const DzWordHit *hit = &look.words.hits[i];
      Near near = { 0 };

      look_ahead (&look, i);
      if (hit->end > span.end)
        continue;
      for (guint u = tables->start_at[hit->word]; u < tables->start_at[hit->word + 1]; u++)
        {
          const DzPatternStart *start = &tables->starts[u];
          DzHit match = { start->number, hit->end, { hit->start, hit->end } };

          if (matches (&look, i, start, &near, &match.span.end))
            insert_hit (&sink, match);
        }
    }
  dz_words_clear (&look.words);
}

/**
 * dz_pattern_set_matches:
 *
 * Returns: whether any of the patterns stands in @span
 */
gboolean
dz_pattern_set_matches (DzPatternSet *self,
                        const char   *text,
                        DzSpan        span)
{
  const DzPatternTables *tables = &self->tables;
  Look look = { tables, span.end };
  gboolean found = FALSE;

  g_return_val_if_fail (self->compiled, FALSE);

  dz_lexicon_find (self->lexicon, self->reader, text, span, &look.words);
  for (guint i = 0; i < look.words.n && !found; i++)
    {
      const DzWordHit *hit = &look.words.hits[i];
      Near near = { 0 };
      guint end;

      look_ahead (&look, i);
      if (hit->end > span.end)
        continue;
      for (guint u = tables->start_at[hit->word]; u < tables->start_at[hit->word + 1] && !found; u++)
        found = matches (&look, i, &tables->starts[u], &near, &end);
    }
  dz_words_clear (&look.words);

  return found;
}

/* A word of the text. */
typedef struct
{
  guint32 word;
  guint32 first; /* the number of the first of its hits and 1 more, 0: none */
} Met;

struct _DzPatternScan
{
  Look look;
  Met *met;        /* a table with open places: a text has few of the set's words */
  guint32 mask;    /* their number, a power of 2, less 1 */
  guint32 *behind; /* by hit: as Met.first, of the next of the same word */
};

static Met *
find_met (const DzPatternScan *self,
          guint32              word)
{
  guint32 at = word * 2654435769u >> 7 & self->mask;

  while (self->met[at].first != 0 && self->met[at].word != word)
    at = (at + 1) & self->mask;

  return &self->met[at];
}

/**
 * dz_pattern_scan_new:
 * @set: compiled; must live as long as the scan
 * @text: folded text; as it is while the scan lives: neither opened nor closed in its lexicon
 *
 * Returns: (transfer full): the text, its words in order
 */
DzPatternScan *
dz_pattern_scan_new (DzPatternSet *set,
                     const char   *text,
                     gsize         len)
{
  DzPatternScan *self = g_new0 (DzPatternScan, 1);

  g_return_val_if_fail (set->compiled, self);

  self->look.tables = &set->tables;
  self->look.end = len;
  dz_lexicon_find (set->lexicon, set->reader, text, (DzSpan) { 0, len }, &self->look.words);
  self->mask = 63;
  while (self->mask < 2 * self->look.words.n)
    self->mask = 2 * self->mask + 1;
  self->met = g_new0 (Met, (gsize) self->mask + 1);
  self->behind = g_new (guint32, self->look.words.n);
  for (guint i = self->look.words.n; i > 0; i--)
    {
      Met *met = find_met (self, self->look.words.hits[i - 1].word);

      self->behind[i - 1] = met->first;
      *met = (Met) { self->look.words.hits[i - 1].word, i };
    }

  return self;
}

void
dz_pattern_scan_free (DzPatternScan *self)
{
  if (self == NULL)
    return;

  dz_words_clear (&self->look.words);
  g_free (self->met);
  g_free (self->behind);
  g_free (self);
}

static int
compare_spans (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const DzSpan *x = a;
  const DzSpan *y = b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;

  return x->end > y->end ? -1 : x->end < y->end;
}

static void
sort_few (DzSpan *spans,
          guint   n)
{
  for (guint i = 1; i < n; i++)
    {
      DzSpan span = spans[i];
      guint at = i;

      for (; at > 0 && compare_spans (&spans[at - 1], &span, NULL) > 0; at--)
        spans[at] = spans[at - 1];
      spans[at] = span;
    }
}

/* Where the pattern stands that begins with the word: its spans come one after the other. */
static void
find_from (const DzPatternScan  *self,
           guint                 word,
           const DzPatternStart *start,
           GArray               *spans)
{
  for (guint at = find_met (self, word)->first; at > 0; at = self->behind[at - 1])
    {
      DzSpan span = { self->look.words.hits[at - 1].start, 0 };
      Near near = { 0 };

      if (matches (&self->look, at - 1, start, &near, &span.end))
        g_array_append_val (spans, span);
    }
}

/**
 * dz_pattern_scan_find:
 * @pattern: of a set of which some are kept back
 * @spans: (element-type DzSpan): all that is found of it is added, by start, longest first
 */
void
dz_pattern_scan_find (DzPatternScan *self,
                      guint          pattern,
                      GArray        *spans)
{
  const DzPatternTables *tables = self->look.tables;
  guint floor = spans->len;

  g_return_if_fail (tables->first_at != NULL);

  for (guint plain = tables->number_at[pattern]; plain < tables->number_at[pattern + 1]; plain++)
    {
      DzPatternStart start = { { 0, 0 }, plain, pattern };

      if (tables->step_at[plain + 1] - tables->step_at[plain] > 1)
        start.next = tables->steps[tables->step_at[plain] + 1];
      for (guint i = tables->first_at[plain]; i < tables->first_at[plain + 1]; i++)
        find_from (self, tables->firsts[i], &start, spans);
    }
  if (spans->len <= floor + FEW)
    sort_few (&g_array_index (spans, DzSpan, floor), spans->len - floor);
  else
    g_qsort_with_data (&g_array_index (spans, DzSpan, floor), (int) (spans->len - floor), sizeof (DzSpan), compare_spans, NULL);
}

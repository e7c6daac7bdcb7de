/* dz-pair-reader.c - two reports side by side: which clauses of one stand in the other
 *
 * A clause has its counterpart where most of its telling grams stand in one clause
 * of the other text, wherever that is: sentences may have been put in another
 * order. Where clauses stand beside one that was found, in the same order, fewer
 * of their grams will do: words were changed there. Clauses in a row are one
 * passage.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-pair-reader.h"

#define LEAST_GRAMS 3      /* of a clause that is found by itself */
#define LEAST_BESIDE 2     /* of one beside a found one */
#define LIKE 0.5           /* of all grams of a clause found by itself */
#define SAME 0.8           /* nearly word for word: fewer telling grams will do */
#define LEAST_SAME 8       /* characters of such a clause */
#define LIKE_BESIDE 0.4    /* of one beside a found clause */
#define LONGEST_GAP 4      /* clauses that many have, between two found ones */
#define ROUNDS 2
#define NEAR 3             /* clauses in the other text, from the neighbour's counterpart */
#define LEAST_OWN_TEXT 150 /* characters a text is taken to have at least of its own */
#define NOWHERE G_MAXUINT

enum { ALONE = 1, IN_A_ROW = 2 };

typedef struct
{
  guint to;      /* counterpart on the right, or NOWHERE */
  guint votes;   /* telling grams both have */
  guint own;     /* grams that were not given */
  gboolean alone; /* a passage of this clause only */
  double alike;  /* share of all its grams, given ones too, that stand in the counterpart */
  gboolean found;
} Match;

struct _DzPairReader
{
  DzCommonGrams *grams; /* borrowed */
  GPtrArray *texts;     /* borrowed */
  guint right;          /* open text, or NOWHERE */
  guint *heads;         /* by gram: a place in the right text, and 1 */
  GArray *nexts;        /* guint by place: the next place of the same gram, and 1 */
  GArray *clauses;      /* guint by place: its clause */
  GArray *votes;        /* guint by clause of the right text */
  GArray *voters;       /* guint by clause: the last gram of the left text that voted, and 1 */
  GArray *touched;      /* guint: clauses with votes */
  GArray *matches;      /* Match by clause of the left text */
};

/**
 * dz_pair_reader_new:
 * @texts: (element-type DzNeutralText): of which @grams were made
 *
 * Returns: (transfer full): a reader; @grams and @texts must outlive it
 */
DzPairReader *
dz_pair_reader_new (DzCommonGrams *grams,
                    GPtrArray     *texts)
{
  DzPairReader *self = g_new0 (DzPairReader, 1);

  self->grams = grams;
  self->texts = texts;
  self->right = NOWHERE;
  self->heads = g_new0 (guint, grams->n + 1);
  self->nexts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->clauses = g_array_new (FALSE, FALSE, sizeof (guint));
  self->votes = g_array_new (FALSE, TRUE, sizeof (guint));
  self->voters = g_array_new (FALSE, TRUE, sizeof (guint));
  self->touched = g_array_new (FALSE, FALSE, sizeof (guint));
  self->matches = g_array_new (FALSE, FALSE, sizeof (Match));

  return self;
}

void
dz_pair_reader_free (DzPairReader *self)
{
  if (self == NULL)
    return;

  g_free (self->heads);
  g_array_unref (self->nexts);
  g_array_unref (self->clauses);
  g_array_unref (self->votes);
  g_array_unref (self->voters);
  g_array_unref (self->touched);
  g_array_unref (self->matches);
  g_free (self);
}

static void
close_right (DzPairReader *self)
{
  const guint32 *ids;

  if (self->right == NOWHERE)
    return;
  ids = self->grams->ids[self->right];
  for (guint i = 0; i < self->clauses->len; i++)
    if (ids[i] < DZ_GRAM_ALONE)
      self->heads[ids[i]] = 0;
}

/**
 * dz_pair_reader_open:
 * @right: the text others are now laid beside
 */
void
dz_pair_reader_open (DzPairReader *self,
                     guint         right)
{
  const DzNeutralText *text = g_ptr_array_index (self->texts, right);
  const guint32 *ids = self->grams->ids[right];

  close_right (self);
  self->right = right;
  g_array_set_size (self->nexts, text->grams->len);
  g_array_set_size (self->clauses, text->grams->len);
  g_array_set_size (self->votes, 0);
  g_array_set_size (self->voters, 0);
  g_array_set_size (self->votes, text->clauses->len);
  g_array_set_size (self->voters, text->clauses->len);
  for (guint i = 0; i < text->clauses->len; i++)
    {
      const DzNeutralClause *clause = &g_array_index (text->clauses, DzNeutralClause, i);

      for (guint k = clause->first; k < clause->first + clause->n; k++)
        {
          g_array_index (self->clauses, guint, k) = i;
          if (ids[k] >= DZ_GRAM_ALONE)
            continue;
          g_array_index (self->nexts, guint, k) = self->heads[ids[k]];
          self->heads[ids[k]] = k + 1;
        }
    }
}

/* Lets one gram of the left text vote for every clause of the right that has it. */
static void
vote (DzPairReader *self,
      guint32       id,
      guint         voter)
{
  for (guint place = self->heads[id]; place != 0; place = g_array_index (self->nexts, guint, place - 1))
    {
      guint clause = g_array_index (self->clauses, guint, place - 1);

      if (g_array_index (self->voters, guint, clause) == voter + 1)
        continue;
      g_array_index (self->voters, guint, clause) = voter + 1;
      if (g_array_index (self->votes, guint, clause)++ == 0)
        g_array_append_val (self->touched, clause);
    }
}

static guint
measure_distance (guint a,
                  guint b)
{
  return a > b ? a - b : b - a;
}

/* The clause with most votes; of equal ones the nearest to where the text would go on. */
static Match
count_votes (DzPairReader *self,
             guint         expected)
{
  Match best = { .to = NOWHERE };

  for (guint i = 0; i < self->touched->len; i++)
    {
      guint clause = g_array_index (self->touched, guint, i);
      guint votes = g_array_index (self->votes, guint, clause);

      if (votes > best.votes ||
          (votes == best.votes && measure_distance (clause, expected) < measure_distance (best.to, expected)))
        {
          best.to = clause;
          best.votes = votes;
        }
      g_array_index (self->votes, guint, clause) = 0;
      g_array_index (self->voters, guint, clause) = 0;
    }
  g_array_set_size (self->touched, 0);

  return best;
}

/* How many of all grams of @clause stand in the right text's clause @to. */
static double
measure_likeness (DzPairReader          *self,
                  const DzNeutralText   *text,
                  const DzNeutralClause *clause,
                  guint                  to)
{
  const DzNeutralText *right = g_ptr_array_index (self->texts, self->right);
  const DzNeutralClause *other = &g_array_index (right->clauses, DzNeutralClause, to);
  guint n = 0;

  for (guint i = clause->first; i < clause->first + clause->n; i++)
    for (guint k = other->first; k < other->first + other->n; k++)
      if (g_array_index (text->grams, guint32, i) == g_array_index (right->grams, guint32, k))
        {
          n++;
          break;
        }

  return clause->n > 0 ? (double) n / clause->n : 0;
}

static void
match_clauses (DzPairReader        *self,
               const DzNeutralText *text,
               const guint32       *ids)
{
  guint expected = 0;

  g_array_set_size (self->matches, 0);
  for (guint i = 0; i < text->clauses->len; i++)
    {
      const DzNeutralClause *clause = &g_array_index (text->clauses, DzNeutralClause, i);
      guint own = 0;
      Match match;

      for (guint k = clause->first; k < clause->first + clause->n; k++)
        {
          own += ids[k] != DZ_GRAM_GIVEN;
          if (ids[k] < DZ_GRAM_ALONE)
            vote (self, ids[k], k);
        }
      match = count_votes (self, expected);
      match.own = own;
      match.alike = match.votes >= LEAST_BESIDE ? measure_likeness (self, text, clause, match.to) : 0;
      match.found = (match.votes >= LEAST_GRAMS && match.votes * 2 >= own && match.alike >= LIKE) ||
                    (match.votes >= LEAST_BESIDE && match.alike >= SAME && clause->chars >= LEAST_SAME);
      if (match.found)
        expected = match.to + 1;
      g_array_append_val (self->matches, match);
    }
}

/* The clause about @expected on the right that is most like clause @i; NOWHERE if none is alike. */
static guint
find_near (DzPairReader        *self,
           const DzNeutralText *text,
           guint                i,
           guint                expected,
           double               like)
{
  const DzNeutralText *right = g_ptr_array_index (self->texts, self->right);
  const DzNeutralClause *clause = &g_array_index (text->clauses, DzNeutralClause, i);
  guint best = NOWHERE;

  for (guint to = expected > NEAR ? expected - NEAR : 0; to <= expected + NEAR && to < right->clauses->len; to++)
    {
      double alike = measure_likeness (self, text, clause, to);

      if (alike >= like && (alike > like || best == NOWHERE ||
                            measure_distance (to, expected) < measure_distance (best, expected)))
        {
          like = alike;
          best = to;
        }
    }

  return best;
}

/* Goes on from a found clause in one direction: what stands beside it here and there may have
 * changed words. */
static void
extend (DzPairReader        *self,
        const DzNeutralText *text,
        int                  step)
{
  Match *matches = (Match *) (void *) self->matches->data;
  int n = (int) self->matches->len;

  for (int i = step > 0 ? 1 : n - 2; i >= 0 && i < n; i += step)
    {
      const Match *from = &matches[i - step];
      guint to;

      if (matches[i].found || !from->found || matches[i].own == 0 || (step < 0 && from->to == 0))
        continue;
      to = find_near (self, text, (guint) i, from->to + (guint) step, LIKE_BESIDE);
      if (to == NOWHERE)
        continue;
      matches[i].to = to;
      matches[i].found = TRUE;
    }
}

/* What many have is a copy too where it stands between copied clauses as it does there. */
static void
fill_gaps (DzPairReader        *self,
           const DzNeutralText *text)
{
  Match *matches = (Match *) (void *) self->matches->data;

  for (guint i = 1; i + 1 < self->matches->len; i++)
    {
      guint end = i;
      guint to;

      if (matches[i].found || !matches[i - 1].found)
        continue;
      while (end < self->matches->len && end < i + LONGEST_GAP && !matches[end].found)
        end++;
      if (end == self->matches->len || !matches[end].found ||
          measure_distance (matches[end].to, matches[i - 1].to) > end - i + NEAR)
        continue;
      to = find_near (self, text, i, matches[i - 1].to + 1, LIKE_BESIDE);
      if (to == NOWHERE)
        continue;
      matches[i].to = to;
      matches[i].found = TRUE;
    }
}

/* The clause of the right text's sentence in which @from stands that is most like clause @i. */
static guint
find_in_sentence (DzPairReader        *self,
                  const DzNeutralText *text,
                  guint                i,
                  guint                from)
{
  const DzNeutralText *right = g_ptr_array_index (self->texts, self->right);
  const DzNeutralClause *clauses = (const DzNeutralClause *) (void *) right->clauses->data;
  guint best = NOWHERE;
  double like = LIKE;
  guint to = from;

  while (to > 0 && clauses[to - 1].sentence == clauses[from].sentence)
    to--;
  for (; to < right->clauses->len && clauses[to].sentence == clauses[from].sentence; to++)
    {
      double alike = measure_likeness (self, text, &g_array_index (text->clauses, DzNeutralClause, i), to);

      if (alike >= like)
        {
          like = alike;
          best = to;
        }
    }

  return best;
}

/* Clauses of one sentence may have changed places: what stands in the sentence of a found clause
 * here and there is found as well, telling grams or not. */
static void
fill_sentences (DzPairReader        *self,
                const DzNeutralText *text)
{
  Match *matches = (Match *) (void *) self->matches->data;
  const DzNeutralClause *clauses = (const DzNeutralClause *) (void *) text->clauses->data;
  guint n = self->matches->len;

  for (guint first = 0, end; first < n; first = end)
    {
      for (end = first + 1; end < n && clauses[end].sentence == clauses[first].sentence; end++)
        ;
      for (guint i = first; i < end; i++)
        for (guint k = first; k < end && !matches[i].found; k++)
          {
            guint to = matches[k].found ? find_in_sentence (self, text, i, matches[k].to) : NOWHERE;

            if (to == NOWHERE)
              continue;
            matches[i].to = to;
            matches[i].found = TRUE;
          }
    }
}

static DzNeutralClause *
get_clause (DzPairReader *self,
            guint         text,
            guint         clause)
{
  return &g_array_index (((DzNeutralText *) g_ptr_array_index (self->texts, text))->clauses,
                         DzNeutralClause, clause);
}

static gboolean
goes_on (const Match *matches,
         guint        i)
{
  return matches[i].found && matches[i - 1].found &&
         (matches[i].to == matches[i - 1].to || matches[i].to == matches[i - 1].to + 1 ||
          matches[i].to == matches[i - 1].to + 2);
}

/* Found clauses in a row become passages; what is too short for one is not found after all. */
static void
write_passages (DzPairReader *self,
                guint         left,
                GArray       *passages)
{
  Match *matches = (Match *) (void *) self->matches->data;

  for (guint i = 0, end; i < self->matches->len; i = end)
    {
      DzOverlapPassage passage;
      guint chars = 0;

      end = i + 1;
      if (!matches[i].found)
        continue;
      while (end < self->matches->len && goes_on (matches, end))
        end++;
      for (guint k = i; k < end; k++)
        chars += get_clause (self, left, k)->chars;
      if (chars < DZ_OVERLAP_MIN_PASSAGE)
        {
          for (guint k = i; k < end; k++)
            matches[k].found = FALSE;
          continue;
        }
      matches[i].alone = end == i + 1;
      passage.a = (DzSpan){ get_clause (self, left, i)->start, get_clause (self, left, end - 1)->end };
      passage.b = (DzSpan){ get_clause (self, self->right, matches[i].to)->start,
                            get_clause (self, self->right, matches[end - 1].to)->end };
      g_array_append_val (passages, passage);
    }
}

/* Characters of @text that are its own: in clauses that are not mostly given, or were found. */
static guint
count_own (DzPairReader *self,
           guint         text,
           const guint8 *found)
{
  const DzNeutralText *neutral = g_ptr_array_index (self->texts, text);
  const guint32 *ids = self->grams->ids[text];
  guint chars = 0;

  for (guint i = 0; i < neutral->clauses->len; i++)
    {
      const DzNeutralClause *clause = &g_array_index (neutral->clauses, DzNeutralClause, i);
      guint own = 0;

      for (guint k = clause->first; k < clause->first + clause->n; k++)
        own += ids[k] != DZ_GRAM_GIVEN;
      if (found[i] || own >= LEAST_BESIDE)
        chars += clause->chars;
    }

  return chars;
}

/* A clause found by itself may stand there by chance: two tell what one in a row of others does. */
static double
count_found (DzPairReader *self,
             guint         text,
             const guint8 *found)
{
  const DzNeutralText *neutral = g_ptr_array_index (self->texts, text);
  double chars = 0;

  for (guint i = 0; i < neutral->clauses->len; i++)
    chars += (found[i] == ALONE ? 0.5 : found[i] ? 1.0 : 0.0) *
             g_array_index (neutral->clauses, DzNeutralClause, i).chars;

  return chars;
}

/* The share of the text that has less of its own. */
static double
measure_share (DzPairReader *self,
               guint         left)
{
  const DzNeutralText *right_text = g_ptr_array_index (self->texts, self->right);
  g_autofree guint8 *here = g_new0 (guint8, self->matches->len + 1);
  g_autofree guint8 *there = g_new0 (guint8, right_text->clauses->len + 1);
  guint own_here, own_there;

  for (guint i = 0; i < self->matches->len; i++)
    {
      const Match *match = &g_array_index (self->matches, Match, i);

      if (!match->found)
        continue;
      here[i] = match->alone ? ALONE : IN_A_ROW;
      there[match->to] = MAX (there[match->to], here[i]);
    }
  own_here = MAX (LEAST_OWN_TEXT, count_own (self, left, here));
  own_there = MAX (LEAST_OWN_TEXT, count_own (self, self->right, there));

  return own_here <= own_there ? count_found (self, left, here) / own_here
                               : count_found (self, self->right, there) / own_there;
}

/**
 * dz_pair_reader_compare:
 * @left: a text to lay beside the open one
 * @passages: (element-type DzOverlapPassage): appended to, in the order of @left: a of @left, b of
 *   the open text
 *
 * Returns: how much of the smaller text's own characters stands in the other, 0 to 1
 */
double
dz_pair_reader_compare (DzPairReader *self,
                        guint         left,
                        GArray       *passages)
{
  const DzNeutralText *text = g_ptr_array_index (self->texts, left);

  match_clauses (self, text, self->grams->ids[left]);
  for (guint round = 0; round < ROUNDS; round++)
    {
      extend (self, text, 1);
      extend (self, text, -1);
      fill_gaps (self, text);
      fill_sentences (self, text);
    }
  write_passages (self, left, passages);

  return measure_share (self, left);
}

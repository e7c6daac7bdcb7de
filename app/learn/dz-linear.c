/* dz-linear.c - one line between what is about a code and what is not
 *
 * Least squared hinge loss, found coordinate by coordinate on its dual side
 * (Hsieh and others, 2008). Only +, -, * and / are used, in one order, so the
 * same examples give the same line everywhere.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-linear.h"

#define ROUNDS 30
#define COST 1.0
#define COST_OF_MISSING 6.0 /* examples of a code are few among all */

typedef struct
{
  DzLinear *line;
  DzExamples *examples;
  double *worth;  /* of each gram */
  double *alphas; /* of each example */
} Learner;

/* What all grams of the example together say, and the square of their length with the bias. */
static double
add_up (const Learner   *learner,
        const DzExample *example,
        double          *square)
{
  double sum = learner->line->bias;

  *square = 1;
  for (guint i = 0; i < example->grams->len; i++)
    {
      guint id = g_array_index (example->grams, guint, i);
      double value = example->weight * learner->worth[id];

      sum += learner->line->weights[id] * value;
      *square += value * value;
    }

  return sum;
}

static void
take_step (Learner         *learner,
           const DzExample *example,
           double          *alpha,
           gboolean         about)
{
  double sign = about ? 1 : -1;
  double slack = 0.5 / (about ? COST * COST_OF_MISSING : COST);
  double square;
  double gradient = sign * add_up (learner, example, &square) - 1 + slack * *alpha;
  double next = MAX (0, *alpha - gradient / (square + slack));
  double change = (next - *alpha) * sign;

  if (next == *alpha)
    return;
  *alpha = next;
  learner->line->bias += change;
  for (guint i = 0; i < example->grams->len; i++)
    {
      guint id = g_array_index (example->grams, guint, i);

      learner->line->weights[id] += change * (example->weight * learner->worth[id]);
    }
}

/**
 * dz_linear_new:
 * @left_out: of five parts of the examples, the one not to learn from; below 0: none
 *
 * Returns: (transfer full): the line for @code
 */
DzLinear *
dz_linear_new (DzExamples *examples,
               const char *code,
               int         left_out)
{
  DzLinear *self = g_new0 (DzLinear, 1);
  guint n = examples->examples->len;
  guint size = dz_vocabulary_get_size (examples->vocabulary);
  Learner learner = { self, examples, g_new0 (double, size), g_new0 (double, n) };
  guint32 seed = 1;

  self->weights = g_new0 (double, size);
  for (guint id = 0; id < size; id++)
    learner.worth[id] = dz_vocabulary_get_worth (examples->vocabulary, id, n);
  for (guint step = 0; step < ROUNDS * n; step++)
    {
      seed = seed * 1103515245u + 12345u;
      guint i = (seed >> 8) % n;
      const DzExample *example = g_ptr_array_index (examples->examples, i);
      gboolean about = dz_example_has (example->codes, code);

      if ((example->tried && (int) (i % 5) == left_out) ||
          (!about && dz_example_has (example->either, code)))
        continue;
      take_step (&learner, example, &learner.alphas[i], about);
    }
  /* a text brings its grams, not what they are worth */
  for (guint id = 0; id < size; id++)
    self->weights[id] *= learner.worth[id];
  g_free (learner.worth);
  g_free (learner.alphas);

  return self;
}

double
dz_linear_score (DzLinear        *self,
                 DzExamples      *examples,
                 const DzExample *example)
{
  double sum = 0;

  for (guint i = 0; i < example->grams->len; i++)
    sum += self->weights[g_array_index (example->grams, guint, i)];

  return self->bias + sum * example->weight;
}

/* What the grams of all examples say on the average. */
static double
average (DzLinear   *self,
         DzExamples *examples)
{
  double sum = 0;

  for (guint i = 0; i < examples->examples->len; i++)
    sum += dz_linear_score (self, examples, g_ptr_array_index (examples->examples, i)) - self->bias;

  return sum / examples->examples->len;
}

/**
 * dz_linear_trim:
 * @least: what a weight must be to be kept
 *
 * Lets go of light weights and of grams seen once; what they said on the average goes to the bias.
 */
void
dz_linear_trim (DzLinear   *self,
                DzExamples *examples,
                double      least)
{
  double before = average (self, examples);

  for (guint id = 0; id < dz_vocabulary_get_size (examples->vocabulary); id++)
    if (ABS (self->weights[id]) < least || dz_vocabulary_get_count (examples->vocabulary, id) < 2)
      self->weights[id] = 0;
  self->bias += before - average (self, examples);
}

void
dz_linear_free (DzLinear *self)
{
  if (self == NULL)
    return;

  g_free (self->weights);
  g_free (self);
}

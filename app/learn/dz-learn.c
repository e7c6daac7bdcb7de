/* dz-learn.c - makes the second reader's file from the labelled sentences of data/reading
 *
 *   duizhao-learn ROOT [--without=REST] [--tried] > data/codebook/learned.txt
 *
 * The same sentences give the same bytes. --without=0 leaves every fifth line of the points out, which
 * tests/bench/points calls aside, and another REST the lines whose number by five leaves it too: so a
 * reader can be tried on what it has not seen. --tried prints, instead of the file, how often the
 * first opinion is right, by its score.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-linear.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define THOUSAND 1000.0
#define LEAST_WEIGHT 160   /* in thousandths: what weighs less is left out */
#define PARTS 5
#define BIN 0.1
#define LOWEST -1.0
#define N_BINS 16
#define MOST_SURE 890      /* a guess is never shown as certain */

typedef struct
{
  guint right;
  guint all;
} Bin;

static int without = -1; /* rest of the lines left out besides those aside; below 0: none is */
static gboolean tried_only;

static GPtrArray *
learn_all (DzExamples *examples,
           int         left_out)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_linear_free);

  for (guint i = 0; i < examples->codes->len; i++)
    {
      DzLinear *line = dz_linear_new (examples, g_ptr_array_index (examples->codes, i), left_out);

      dz_linear_trim (line, examples, LEAST_WEIGHT / THOUSAND);
      g_ptr_array_add (lines, line);
    }

  return lines;
}

static void
try_part (DzExamples *examples,
          int         left_out,
          Bin        *bins)
{
  g_autoptr(GPtrArray) lines = learn_all (examples, left_out);

  for (guint i = 0; i < examples->examples->len; i++)
    {
      const DzExample *example = g_ptr_array_index (examples->examples, i);
      double best = -G_MAXDOUBLE;
      const char *code = NULL;
      int bin;

      if (!example->tried || (int) (i % PARTS) != left_out)
        continue;
      for (guint k = 0; k < lines->len; k++)
        {
          double score = dz_linear_score (g_ptr_array_index (lines, k), examples, example);

          if (score <= best)
            continue;
          best = score;
          code = g_ptr_array_index (examples->codes, k);
        }
      bin = CLAMP ((int) floor ((best - LOWEST) / BIN), 0, N_BINS - 1);
      bins[bin].all++;
      bins[bin].right += dz_example_has (example->codes, code) || dz_example_has (example->either, code);
    }
}

/* What is learnt from four parts is tried on the fifth; how often it is right never falls as its score rises. */
static void
write_trial (DzExamples *examples)
{
  Bin bins[N_BINS] = { 0 };
  guint last = 0;

  for (int part = 0; part < PARTS; part++)
    try_part (examples, part, bins);
  for (guint i = 0; i < N_BINS; i++)
    {
      guint permille = (guint) (THOUSAND * (bins[i].right + 1) / (bins[i].all + 2));

      if (tried_only)
        printf ("%5.1f %4u of %4u right\n", LOWEST + BIN * i, bins[i].right, bins[i].all);
      permille = MIN (MAX (permille, last), MOST_SURE);
      last = permille;
      if (!tried_only)
        printf ("sure %d %u\n", (int) lround (THOUSAND * (LOWEST + BIN * i)), permille);
    }
}

static int
compare_ids (gconstpointer a,
             gconstpointer b,
             gpointer      data)
{
  DzVocabulary *vocabulary = data;

  return strcmp (dz_vocabulary_get_gram (vocabulary, *(const guint *) a),
                 dz_vocabulary_get_gram (vocabulary, *(const guint *) b));
}

static void
write_weights (DzExamples *examples,
               GPtrArray  *lines)
{
  guint size = dz_vocabulary_get_size (examples->vocabulary);
  g_autoptr(GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint id = 0; id < size; id++)
    g_array_append_val (order, id);
  g_array_sort_with_data (order, compare_ids, examples->vocabulary);
  for (guint i = 0; i < size; i++)
    {
      guint id = g_array_index (order, guint, i);
      g_autoptr(GString) line = g_string_new (dz_vocabulary_get_gram (examples->vocabulary, id));
      gsize bare = line->len;

      for (guint k = 0; k < lines->len; k++)
        {
          const DzLinear *linear = g_ptr_array_index (lines, k);
          long weight = lround (THOUSAND * linear->weights[id]);

          if (weight != 0)
            g_string_append_printf (line, " %u:%ld", k, weight);
        }
      if (line->len > bare)
        printf ("%s\n", line->str);
    }
}

static void
write_part (DzExamples *examples,
            const char *name)
{
  g_autoptr(GPtrArray) lines = NULL;

  printf (tried_only ? "%s\n" : "part %s\n", name);
  if (!tried_only)
    {
      lines = learn_all (examples, -1);
      for (guint k = 0; k < lines->len; k++)
        printf ("code %s %ld\n", (const char *) g_ptr_array_index (examples->codes, k),
                 lround (THOUSAND * ((const DzLinear *) g_ptr_array_index (lines, k))->bias));
    }
  write_trial (examples);
  if (!tried_only)
    write_weights (examples, lines);
}

static gboolean
learn_weaknesses (const char  *root,
                  GError     **error)
{
  g_autoptr(DzExamples) examples = dz_examples_new ();
  g_autofree char *reading = g_build_filename (root, "data/reading", NULL);
  g_autofree char *points = g_build_filename (root, "tests/data/points", NULL);
  g_autofree char *clauses = g_build_filename (reading, "weakness-clauses.tsv", NULL);
  g_autofree char *sentences = g_build_filename (root, "tests/data/find/weakness-sentences.tsv", NULL);

  if (!dz_examples_read_folder (examples, reading, "points", "codes", without, error) ||
      !dz_examples_read_folder (examples, points, "points", "codes", without, error) ||
      !dz_examples_read_folder (examples, reading, "negatives", "codes", without, error) ||
      !dz_examples_read_folder (examples, points, "negatives", "codes", without, error) ||
      !dz_examples_read_table (examples, clauses, FALSE, error) ||
      !dz_examples_read_table (examples, sentences, FALSE, error))
    return FALSE;
  write_part (examples, "weaknesses");

  return TRUE;
}

/* A part that is learnt from one table. */
static gboolean
learn_table (const char  *root,
             const char  *name,
             const char  *part,
             GError     **error)
{
  g_autoptr(DzExamples) examples = dz_examples_new ();
  g_autofree char *path = g_build_filename (root, "data/reading", name, NULL);

  if (!dz_examples_read_table (examples, path, TRUE, error))
    return FALSE;
  write_part (examples, part);

  return TRUE;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  const char *root = NULL;

  for (int i = 1; i < argc; i++)
    {
      if (g_str_has_prefix (argv[i], "--without="))
        without = atoi (argv[i] + strlen ("--without="));
      tried_only |= g_str_equal (argv[i], "--tried");
      if (argv[i][0] != '-')
        root = argv[i];
    }
  if (root == NULL)
    {
      g_printerr ("duizhao-learn ROOT [--without=REST] [--tried]\n");
      return 2;
    }
  if (!tried_only)
    printf ("# The second reader's weights: made by duizhao-learn from data/reading, never by hand.\n");
  if (!learn_weaknesses (root, &error) || !learn_table (root, "cause-clauses.tsv", "causes", &error) ||
      !learn_table (root, "plan-clauses.tsv", "plans", &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  return 0;
}

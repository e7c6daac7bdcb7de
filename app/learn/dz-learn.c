/* dz-learn.c - makes the second reader's file from the labelled sentences of data/reading
 *
 *   duizhao-learn ROOT [--without=REST] [--tried] > data/codebook/learned.txt
 *
 * The same sentences give the same bytes. --without=0 leaves every fifth line of the points out, which
 * tests/bench/points calls aside, and another REST the lines whose number by five leaves it too: so a
 * reader can be tried on what it has not seen. --tried prints, instead of the file, how often the
 * first opinion is right, by its score, and how often what a rule of the codebook finds is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-linear.h"
#include "dz-weaknesses.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define THOUSAND 1000.0
#define LEAST_WEIGHT 100   /* in thousandths: what weighs less is left out */
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

static Bin *
find_bin (Bin    *bins,
          double  score)
{
  return &bins[CLAMP ((int) floor ((score - LOWEST) / BIN), 0, N_BINS - 1)];
}

/* How often a rule is right, by what the reader that never saw the example gives for the rule's code. */
static void
try_rules (DzExamples      *examples,
           GPtrArray       *lines,
           const DzExample *example,
           DzWeaknesses    *rules,
           Bin             *bins)
{
  g_autoptr(GPtrArray) found = dz_weaknesses_read_sentence (rules, example->text);

  for (guint i = 0; i < found->len; i++)
    {
      const char *code = g_ptr_array_index (found, i);
      guint k;
      Bin *bin;

      if (!g_ptr_array_find (examples->codes, code, &k) || dz_example_has (example->either, code))
        continue;
      bin = find_bin (bins, dz_linear_score (g_ptr_array_index (lines, k), examples, example));
      bin->all++;
      bin->right += dz_example_has (example->codes, code);
    }
}

/* @rules: (nullable): only a reader of weaknesses has rules beside it */
static void
try_part (DzExamples   *examples,
          DzWeaknesses *rules,
          int           left_out,
          Bin          *bins,
          Bin          *of_rules)
{
  g_autoptr(GPtrArray) lines = learn_all (examples, left_out);

  for (guint i = 0; i < examples->examples->len; i++)
    {
      const DzExample *example = g_ptr_array_index (examples->examples, i);
      double best = -G_MAXDOUBLE;
      const char *code = NULL;
      Bin *bin;

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
      bin = find_bin (bins, best);
      bin->all++;
      bin->right += dz_example_has (example->codes, code) || dz_example_has (example->either, code);
      if (rules != NULL)
        try_rules (examples, lines, example, rules, of_rules);
    }
}

/* A row a bin: how often what scored so was right never falls as the score rises. Bins where it would are one
 * with the bin before them. */
static void
write_bins (const Bin  *bins,
            const char *word,
            guint       most)
{
  Bin pools[N_BINS];
  guint ends[N_BINS]; /* the bin behind each pool */
  guint last = 0;
  guint n = 0;

  for (guint i = 0; i < N_BINS; i++)
    {
      if (tried_only)
        printf ("%s %5.1f %4u of %4u right\n", word, LOWEST + BIN * i, bins[i].right, bins[i].all);
      pools[n] = (Bin){ bins[i].right, bins[i].all };
      ends[n++] = i + 1;
      while (n > 1 && pools[n - 1].right * pools[n - 2].all <= pools[n - 2].right * pools[n - 1].all)
        {
          pools[n - 2].right += pools[n - 1].right;
          pools[n - 2].all += pools[n - 1].all;
          ends[n - 2] = ends[n - 1];
          n--;
        }
    }
  for (guint pool = 0, i = 0; pool < n && !tried_only; pool++)
    {
      /* few say little: two that were tried more, one of them right */
      guint permille = (guint) (THOUSAND * (pools[pool].right + 1) / (pools[pool].all + 2));

      last = MIN (most, MAX (last, permille));
      for (; i < ends[pool]; i++)
        printf ("%s %d %u\n", word, (int) lround (THOUSAND * (LOWEST + BIN * i)), last);
    }
}

/* What is learnt from four parts is tried on the fifth. */
static void
write_trial (DzExamples   *examples,
             DzWeaknesses *rules)
{
  Bin bins[N_BINS] = { 0 };
  Bin of_rules[N_BINS] = { 0 };

  for (int part = 0; part < PARTS; part++)
    try_part (examples, rules, part, bins, of_rules);
  write_bins (bins, "sure", MOST_SURE);
  if (rules != NULL)
    write_bins (of_rules, "agreed", THOUSAND);
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
write_part (DzExamples   *examples,
            DzWeaknesses *rules,
            const char   *name)
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
  write_trial (examples, rules);
  if (!tried_only)
    write_weights (examples, lines);
}

static gboolean
learn_weaknesses (DzCodebook  *codebook,
                  const char  *root,
                  GError     **error)
{
  g_autoptr(DzExamples) examples = dz_examples_new (codebook);
  g_autofree char *reading = g_build_filename (root, "data/reading", NULL);
  g_autofree char *points = g_build_filename (root, "tests/data/points", NULL);
  g_autofree char *clauses = g_build_filename (reading, "weakness-clauses.tsv", NULL);
  g_autofree char *sentences = g_build_filename (root, "tests/data/find/weakness-sentences.tsv", NULL);
  DzWeaknesses *rules = dz_weaknesses_new (codebook, error);

  if (rules == NULL)
    return FALSE;
  if (!dz_examples_read_folder (examples, reading, "points", "codes", without, error) ||
      !dz_examples_read_folder (examples, points, "points", "codes", without, error) ||
      !dz_examples_read_folder (examples, reading, "negatives", "codes", without, error) ||
      !dz_examples_read_folder (examples, points, "negatives", "codes", without, error) ||
      !dz_examples_read_table (examples, clauses, FALSE, error) ||
      !dz_examples_read_table (examples, sentences, FALSE, error))
    {
      dz_weaknesses_free (rules);
      return FALSE;
    }
  write_part (examples, rules, "weaknesses");
  dz_weaknesses_free (rules);

  return TRUE;
}

/* The points that stand under a heading of causes. */
static gboolean
read_blamed (DzExamples  *examples,
             const char  *root,
             GError     **error)
{
  static const char *const folders[] = { "data/reading", "tests/data/points" };

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = g_build_filename (root, folders[i], NULL);

      if (!dz_examples_read_folder (examples, folder, "points", "causes", without, error))
        return FALSE;
    }

  return TRUE;
}

/* A part that is learnt from one table, causes also from points. */
static gboolean
learn_table (DzCodebook  *codebook,
             const char  *root,
             const char  *name,
             const char  *part,
             GError     **error)
{
  g_autoptr(DzExamples) examples = dz_examples_new (codebook);
  g_autofree char *path = g_build_filename (root, "data/reading", name, NULL);

  if (!dz_examples_read_table (examples, path, TRUE, error) ||
      (g_str_equal (part, "causes") && !read_blamed (examples, root, error)))
    return FALSE;
  write_part (examples, NULL, part);

  return TRUE;
}

/* The classes of words the learner shares with the reader, and the rules that are tried beside it. */
static DzCodebook *
read_codebook (const char  *root,
               GError     **error)
{
  static const char *const names[] = { "weaknesses.xml", "phrases.xml" };
  g_autoptr(DzCodebook) codebook = dz_codebook_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (root, "data/codebook", names[i], NULL);
      g_autofree char *xml = NULL;

      if (!g_file_get_contents (path, &xml, NULL, error) || !dz_codebook_add (codebook, xml, -1, names[i], error))
        return NULL;
    }

  return g_steal_pointer (&codebook);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DzCodebook) codebook = NULL;
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
  codebook = read_codebook (root, &error);
  if (codebook == NULL || !learn_weaknesses (codebook, root, &error) ||
      !learn_table (codebook, root, "cause-clauses.tsv", "causes", &error) ||
      !learn_table (codebook, root, "plan-clauses.tsv", "plans", &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  return 0;
}

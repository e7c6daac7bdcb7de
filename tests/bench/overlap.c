/* overlap.c - how fast copied text is found among many reports, and what it costs
 *
 *   bench-overlap [REPORTS] [YEARS] [0|1]     reports of a year (1500), years (1), one of the two alone
 *
 * Invented reports of some 3,500 characters with a template of 600 and without; one in ten copies
 * half of another. Beside it, in the same run and on the same texts, a plain winnowing program
 * (Schleimer, Wilkerson and Aiken 2003: grams of 8 characters, windows of 8, pairs by common
 * fingerprints), which knows no template, no clauses and gives no passages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-overlap.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#define CHARS 3500
#define TEMPLATE 600

static double
measure_processor (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static long
measure_memory (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return usage.ru_maxrss / 1024;
}

/* Words of two characters out of 1,200, clauses of three to eight words: everybody's vocabulary. */
static void
write_clauses (GString *out,
               GRand   *random,
               guint    chars)
{
  for (guint n = 0; n < chars;)
    {
      guint words = (guint) g_rand_int_range (random, 3, 9);

      for (guint i = 0; i < words; i++, n += 2)
        {
          guint word = (guint) (g_rand_double (random) * g_rand_double (random) * 1200);

          g_string_append_unichar (out, 0x4e00 + (word * 7919) % 5000);
          g_string_append_unichar (out, 0x4e00 + (word * 104729 + 17) % 5000);
        }
      g_string_append (out, g_rand_int_range (random, 0, 3) == 0 ? "。" : "，");
    }
}

static DzReview *
make_review (guint    n,
             guint    years,
             gboolean template)
{
  DzReview *review = dz_review_new ();
  g_autoptr(GRand) random = g_rand_new_with_seed (20);
  g_autoptr(GString) given = g_string_new (NULL);
  g_autoptr(GPtrArray) written = g_ptr_array_new_with_free_func (g_free);

  write_clauses (given, random, TEMPLATE);
  for (guint body = 0; body < n; body++)
    {
      g_autofree char *name = g_strdup_printf ("第%u镇", body + 1);
      DzBody *it = dz_body_new (name, NULL);

      it->id = it->position = body + 1;
      g_ptr_array_add (review->bodies, it);
    }
  for (guint i = 0; i < n * years; i++)
    {
      g_autoptr(GString) text = g_string_new (template ? given->str : "");
      g_autoptr(DzText) kept = NULL;
      DzReport *report;

      if (i % 10 == 9)
        {
          const char *source = g_ptr_array_index (written, i - (guint) g_rand_int_range (random, 1, 9));

          g_string_append_len (text, source, (gssize) (strlen (source) / 6 * 3));
          write_clauses (text, random, CHARS / 2);
        }
      else
        write_clauses (text, random, CHARS);
      g_ptr_array_add (written, g_strdup (text->str + (template ? given->len : 0)));
      kept = dz_text_new_from_string (text->str);
      report = dz_report_new (kept, dz_source_new ("made.txt"));
      report->id = i + 1;
      report->body_id = i % n + 1;
      report->identity.year = 2015 + (int) (i / n);
      report->identity.kind = DZ_KIND_ANNUAL_REPORT;
      g_ptr_array_add (review->reports, report);
    }

  return review;
}

/* ---- the peer ---- */

#define GRAM 8
#define WINDOW 8

typedef struct
{
  guint64 hash;
  guint text;
} Print;

static int
compare_prints (const void *a,
                const void *b)
{
  const Print *x = a;
  const Print *y = b;

  if (x->hash != y->hash)
    return x->hash < y->hash ? -1 : 1;

  return x->text < y->text ? -1 : x->text > y->text;
}

static void
winnow (DzText *text,
        guint   index,
        GArray *prints)
{
  g_autofree gunichar *chars = NULL;
  g_autofree guint64 *hashes = NULL;
  glong n;
  guint last = G_MAXUINT;

  chars = g_utf8_to_ucs4_fast (dz_text_peek (text, NULL), -1, &n);
  hashes = g_new (guint64, n + 1);
  for (glong i = 0; i + GRAM <= n; i++)
    {
      hashes[i] = 14695981039346656037u;
      for (guint k = 0; k < GRAM; k++)
        hashes[i] = (hashes[i] ^ chars[i + k]) * 1099511628211u;
    }
  for (glong i = 0; i + GRAM + WINDOW <= n; i++)
    {
      guint best = (guint) i;

      for (guint k = 1; k < WINDOW; k++)
        if (hashes[i + k] <= hashes[best])
          best = (guint) i + k;
      if (best != last)
        {
          Print print = { hashes[best], index };

          g_array_append_val (prints, print);
        }
      last = best;
    }
}

static guint
run_winnowing (DzReview *review)
{
  g_autoptr(GArray) prints = g_array_new (FALSE, FALSE, sizeof (Print));
  guint n = review->reports->len;
  g_autofree guint16 *common = g_new0 (guint16, (gsize) n * n);
  guint pairs = 0;

  for (guint i = 0; i < n; i++)
    winnow (((DzReport *) g_ptr_array_index (review->reports, i))->text, i, prints);
  qsort (prints->data, prints->len, sizeof (Print), compare_prints);
  for (guint i = 0, end; i < prints->len; i = end)
    {
      const Print *print = &g_array_index (prints, Print, i);

      for (end = i + 1; end < prints->len && g_array_index (prints, Print, end).hash == print->hash; end++)
        ;
      for (guint a = i; a < end; a++)
        for (guint b = a + 1; b < end; b++)
          common[(gsize) g_array_index (prints, Print, a).text * n + g_array_index (prints, Print, b).text]++;
    }
  for (gsize i = 0; i < (gsize) n * n; i++)
    pairs += common[i] >= 40;

  return pairs;
}

int
main (int   argc,
      char *argv[])
{
  guint n = argc > 1 ? (guint) atoi (argv[1]) : 1500;
  guint years = argc > 2 ? (guint) atoi (argv[2]) : 1;

  guint first = argc > 3 ? (guint) atoi (argv[3]) : 0;

  for (guint template = first; template <= (argc > 3 ? first : 1); template++)
    {
      g_autoptr(DzReview) review = make_review (n, years, template == 1);
      g_autoptr(GPtrArray) found = NULL;
      double start = measure_processor ();
      double own, peer;

      found = dz_overlap_find_all (review, NULL, 0.05, NULL, NULL, NULL);
      own = measure_processor () - start;
      printf ("%u reports, %s: %.2f s, %u pairs, at most %ld MB so far", n * years,
              template == 1 ? "template of 600" : "no template", own, found->len, measure_memory ());
      fflush (stdout);
      if (years == 1)
        {
          guint pairs;

          start = measure_processor ();
          pairs = run_winnowing (review);
          peer = measure_processor () - start;
          printf ("; winnowing %.2f s, %u pairs: %.1f times its time", peer, pairs, own / peer);
        }
      printf ("\n");
    }

  return 0;
}

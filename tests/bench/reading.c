/* reading.c - how fast reports are read and understood, and whether that grows with their number
 *
 *   bench-reading [MOST]      reports up to MOST (10000), on one core
 *
 * The reports are those of ../shared/corpus where it is, else data/samples; each copy gets other
 * digits, so that no two are the same. Beside it, on the same bytes: copying and checking UTF-8
 * alone, and one regular expression for a number and its measure word, which is where a program
 * that understood nothing would begin.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-reading.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

static DzCodebook *
load_codebook (const char *root)
{
  static const char *const names[] = { "indicators.xml", "weaknesses.xml", "causes.xml",
                                       "checks.xml",     "sections.xml",   "phrases.xml", "dated.xml" };
  DzCodebook *codebook = dz_codebook_new ();
  g_autofree char *place = g_build_filename (root, "data", "codebook", "learned.txt", NULL);
  g_autoptr(GBytes) learned = NULL;
  char *known;
  gsize len;

  if (g_file_get_contents (place, &known, &len, NULL))
    {
      learned = g_bytes_new_take (known, len);
      dz_codebook_set_learned (codebook, learned);
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *path = g_build_filename (root, "data", "codebook", names[i], NULL);
      g_autofree char *xml = NULL;

      if (!g_file_get_contents (path, &xml, NULL, &error) ||
          !dz_codebook_add (codebook, xml, -1, names[i], &error))
        g_error ("%s", error->message);
    }

  return codebook;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_folder (GPtrArray  *texts,
            const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".txt"))
      g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      char *contents;

      if (g_file_get_contents (g_ptr_array_index (names, i), &contents, NULL, NULL))
        {
          if (g_utf8_validate (contents, -1, NULL))
            g_ptr_array_add (texts, contents);
          else
            g_free (contents);
        }
    }
}

/* The n-th report: one of the texts with its digits changed. */
static char *
make_report (const GPtrArray *texts,
             guint            n,
             gsize           *len)
{
  const char *text = g_ptr_array_index (texts, n % texts->len);
  char *copy = g_strdup (text);
  guint32 state = n * 2654435761u + 1;

  *len = strlen (copy);
  for (gsize i = 0; i + 1 < *len && n >= texts->len; i++)
    if (copy[i] >= '1' && copy[i] <= '9' && (i == 0 || !g_ascii_isdigit (copy[i - 1])) &&
        !(copy[i] == '2' && copy[i + 1] == '0'))
      {
        state = state * 1664525u + 1013904223u;
        copy[i] = (char) ('1' + (state >> 24) % 9);
      }

  return copy;
}

static gsize
get_peak_kib (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, "VmHWM:");

  return line != NULL ? (gsize) g_ascii_strtoull (line + strlen ("VmHWM:"), NULL, 10) : 0;
}

/* Time of this core's work, so that a busy machine does not show. */
static gint64
get_micros (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (gint64) now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

typedef enum { DO_READ, DO_CHECK, DO_REGEX } What;

typedef struct
{
  gint64 micros;
  gsize bytes;
  gsize found;
} Score;

static gsize
count_matches (GRegex     *regex,
               const char *text)
{
  g_autoptr(GMatchInfo) info = NULL;
  gsize n = 0;

  g_regex_match (regex, text, 0, &info);
  while (g_match_info_matches (info))
    {
      n++;
      g_match_info_next (info, NULL);
    }

  return n;
}

static Score
run (DzReading *reading,
     GRegex    *regex,
     GPtrArray *texts,
     guint      n,
     What       what)
{
  Score score = { 0 };

  for (guint i = 0; i < n; i++)
    {
      gsize len;
      g_autofree char *string = make_report (texts, i, &len);
      gint64 start = get_micros ();

      if (what == DO_READ)
        {
          g_autoptr(DzText) text = dz_text_new_from_string (string);
          g_autoptr(DzReport) report = dz_report_new (text, dz_source_new (""));

          dz_reading_read (reading, report);
          score.found += report->figures->len + report->weaknesses->len;
        }
      else if (what == DO_CHECK)
        {
          g_autofree char *copy = g_strndup (string, len);

          score.found += g_utf8_validate (copy, (gssize) len, NULL);
        }
      else
        score.found += count_matches (regex, string);
      score.micros += get_micros () - start;
      score.bytes += len;
    }

  return score;
}

static void
print_row (const char  *name,
           guint        n,
           const Score *score)
{
  double seconds = MAX ((double) score->micros, 1) / 1e6;

  printf ("%-22s %8u %10.3f %12.0f %10.1f %10.1f %12" G_GSIZE_FORMAT " %10.1f\n", name, n, seconds,
          n / seconds, (double) score->bytes / 1e6 / seconds, seconds / n * 1e6, score->found,
          (double) get_peak_kib () / 1024);
}

int
main (int   argc,
      char *argv[])
{
  const char *root = g_getenv ("DZ_ROOT") != NULL ? g_getenv ("DZ_ROOT") : DZ_BENCH_ROOT;
  guint most = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 10000;
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;
  g_autoptr(DzReading) reading = NULL;
  g_autoptr(GRegex) regex = NULL;
  DzCodebook *codebook;
  static const char *const corpora[] = { "shared/corpus/real", "shared/corpus/made" };
  gint64 start;
  Score score;

  for (guint i = 0; i < G_N_ELEMENTS (corpora); i++)
    {
      g_autofree char *beside = g_build_filename (root, "..", corpora[i], NULL);
      g_autofree char *above = g_build_filename (root, "..", "..", corpora[i], NULL);

      add_folder (texts, beside);
      if (texts->len == 0 || i > 0)
        add_folder (texts, above);
    }
  if (texts->len == 0)
    {
      g_autofree char *samples = g_build_filename (root, "data", "samples", NULL);

      add_folder (texts, samples);
    }
  if (texts->len == 0)
    {
      printf ("no reports to read\n");
      return 77;
    }

  start = get_micros ();
  codebook = load_codebook (root);
  reading = dz_reading_new (codebook, &error);
  if (reading == NULL)
    g_error ("%s", error->message);
  printf ("rules made ready in %.1f ms; %u different reports\n\n",
          (double) (get_micros () - start) / 1e3, texts->len);
  regex = g_regex_new ("([0-9]+(\\.[0-9]+)?|[一二两三四五六七八九十百千万]+)[余多]?(万|亿)?"
                       "(次|场次|场|期|件|起|宗|人次|人|名|份|条|处|个|项|元|亩|家|%|％)",
                       G_REGEX_OPTIMIZE, 0, &error);
  printf ("%-22s %8s %10s %12s %10s %10s %12s %10s\n", "", "reports", "seconds", "reports/s", "MB/s",
          "us/report", "found", "peak MiB");
  for (guint n = 1; n <= most; n *= 10)
    {
      score = run (reading, regex, texts, n, DO_READ);
      print_row ("read and understood", n, &score);
    }
  most = MIN (most, 1000);
  score = run (reading, regex, texts, most, DO_CHECK);
  print_row ("copied and checked", most, &score);
  score = run (reading, regex, texts, most, DO_REGEX);
  print_row ("one regular expression", most, &score);
  dz_codebook_unref (codebook);

  return 0;
}

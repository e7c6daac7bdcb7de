/* pages.c - how long briefings take: 60 bodies, and 1,500 as sheets and whole
 *
 *   bench-pages [BODIES] [WORD]   only the cases whose name has WORD, in this process
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-export.h"
#include "dz-font-pages.h"
#include "dz-made-review.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static long
peak_memory (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return usage.ru_maxrss / 1024;
}

static void
tick_all (DzBriefingOptions *options)
{
  for (guint i = 0; i < options->parts->len; i++)
    ((DzBriefingPart *) g_ptr_array_index (options->parts, i))->ticked = TRUE;
}

typedef struct
{
  DzBriefing *briefing;
  DzReview **review;
} Held;

/* As the batch program: neither is held while fonts are written. */
static void
give_up (gpointer data)
{
  Held *held = data;

  g_clear_pointer (&held->briefing, dz_briefing_unref);
  g_clear_pointer (held->review, dz_review_unref);
}

static void
measure (DzReview  **review,
         DzCodebook *codebook,
         const char *what,
         const char *words,
         const char *path)
{
  g_autoptr(DzBriefingOptions) options = dz_briefing_options_new (*review, 2024);
  g_autoptr(GError) error = NULL;
  Held held = { NULL, review };
  gint64 start = g_get_monotonic_time (), made;
  clock_t cpu = clock ();
  guint n_pages;

  tick_all (options);
  dz_briefing_options_parse (options, words);
  held.briefing = dz_briefing_new (*review, codebook, options);
  dz_document_set_once (dz_briefing_get_document (held.briefing), give_up, &held);
  n_pages = dz_briefing_get_n_pages (held.briefing);
  made = g_get_monotonic_time ();
  if (g_str_has_suffix (path, ".pdf"))
    dz_export_pdf (dz_briefing_get_document (held.briefing), path, NULL, NULL, NULL, &error);
  else if (g_str_has_suffix (path, ".docx"))
    dz_export_docx (dz_briefing_get_document (held.briefing), path, NULL, &error);
  else
    dz_export_xlsx (held.briefing, path, NULL, &error);
  g_clear_pointer (&held.briefing, dz_briefing_unref);
  g_assert_no_error (error);
  printf ("%-28s %4u pages  made %.2f s  written %.2f s  processor %.2f s  peak %ld MB\n", what, n_pages,
          (made - start) / 1e6, (g_get_monotonic_time () - made) / 1e6,
          (double) (clock () - cpu) / CLOCKS_PER_SEC, peak_memory ());
}

/* A process of its own each, so that the peak is its own. */
static const char *wanted; /* (nullable) */

static void
measure_apart (DzCodebook *codebook,
               guint       n,
               const char *what,
               const char *words,
               const char *path)
{
  pid_t child;

  if (wanted != NULL && strstr (what, wanted) == NULL)
    return;
  fflush (stdout);
  child = wanted != NULL ? 0 : fork ();
  if (child == 0)
    {
      g_autoptr(DzReview) review = dz_made_review (codebook, n, n);

      measure (&review, codebook, what, words, path);
      if (wanted != NULL)
        return;
      exit (0);
    }
  waitpid (child, NULL, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(DzCodebook) codebook = NULL;
  guint n = argc > 1 ? (guint) atoi (argv[1]) : 1500;

  wanted = argc > 2 ? argv[2] : NULL;
  if (g_getenv ("DZ_ROOT") == NULL)
    g_setenv ("DZ_ROOT", DZ_SOURCE_ROOT, TRUE);
  dz_font_pages_allow (); /* as the batch program */
  codebook = dz_made_codebook ();
  measure_apart (codebook, 60, "60 bodies, PDF", "", "/tmp/bench-60.pdf");
  measure_apart (codebook, 60, "60 bodies, DOCX", "", "/tmp/bench-60.docx");
  measure_apart (codebook, 60, "60 bodies, XLSX", "", "/tmp/bench-60.xlsx");
  measure_apart (codebook, n, "one-page sheets, PDF", "layout=sheets", "/tmp/bench-sheets.pdf");
  measure_apart (codebook, n, "province, PDF", "", "/tmp/bench-province.pdf");
  measure_apart (codebook, n, "province, DOCX", "", "/tmp/bench-province.docx");

  return 0;
}

/* test-mutated-reviews.c - a review damaged or made by hand is refused, or read without what is untrue
 *
 * Each mutated file (dz-mutator.h) goes through what compare, chart and brief do with it; a warning ends the test as a
 * crash does. gui/test-mutated-window.c opens the same in the window.
 *
 * DZ_MUTATIONS: how many, 500 by habit. DZ_MUTATION: that one only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-codebook-job.h"
#include "dz-export.h"
#include "dz-import-record.h"
#include "dz-journal.h"
#include "dz-make-briefing.h"
#include "dz-mutator.h"
#include "dz-score-book.h"
#include "dz-step.h"
#include "dz-tables.h"

#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

static volatile sig_atomic_t current = -1;

/* Which one it was, in a program that is about to end. */
static void
tell_current (int number)
{
  char words[] = "# mutation 000000\n";

  for (int i = 16, n = (int) current; i > 10; i--, n /= 10)
    words[i] = (char) ('0' + n % 10);
  (void) !write (STDERR_FILENO, words, sizeof words - 1);
  signal (number, SIG_DFL);
  raise (number);
}

typedef struct
{
  DzCodebook *codebook;
  DzMutator *mutator;
  guint refused; /* files */
  guint less;    /* files of which something was left out */
} Bench;

/* All tables as compare prints them. */
static void
make_tables (DzReview   *review,
             DzCodebook *codebook)
{
  static const char *const names[] = { "figures", "weaknesses", "checks", "roster", "changes",
                                       "overlap", "statistics", "ledger", "scores", "score-points",
                                       "score-evidence", "score-form" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const DzTableKind *kind = dz_tables_find (names[i]);
      DzTableRequest request = { review, codebook, dz_review_choose_year (review, 0, 0), NULL, i % 2 == 0 };
      g_autoptr(DzListing) listing = kind->make (&request);
      g_autoptr(GString) out = g_string_new (NULL);

      if (request.wide)
        dz_listing_print_csv (listing, out);
      else
        dz_listing_print_jsonl (listing, out);
    }
}

/* A different chart each time, and now and then a paper: all of them over the run. */
static void
make_papers (Bench      *self,
             guint       number,
             DzReview   *review)
{
  static const char *const papers[] = { "a.pdf", "a.docx", "a.xlsx", "a.csv" };
  static const char *const charts[] = { "mediation", "training",   "enforcement", "materials",
                                        "petitions", "weaknesses", "heatmap",     "change",
                                        "spread",    "profile" };
  int year = dz_review_choose_year (review, 0, 0);
  g_autofree char *paper = g_build_filename (dz_mutator_get_folder (self->mutator), papers[number % 4], NULL);
  g_autofree char *chart = g_build_filename (dz_mutator_get_folder (self->mutator), "a.svg", NULL);
  g_autofree char *letters = g_build_filename (dz_mutator_get_folder (self->mutator), "letters", NULL);
  g_autoptr(DzBriefingOptions) options = dz_briefing_options_new (review, year);
  DzBriefingOrder briefing = { review, self->codebook, options, paper };
  DzLetterOrder order = { .review = review, .codebook = self->codebook, .options = { .year = year },
                          .as_docx = TRUE, .folder = letters };
  gint64 body = review->bodies->len > 0 ? ((DzBody *) g_ptr_array_index (review->bodies, 0))->id : 0;

  DzChartFileOrder picture = { review, self->codebook, year, charts[number / 2 % G_N_ELEMENTS (charts)], body,
                               chart, -1, 0 };

  DzScoreBook book = { review, self->codebook, year, NULL, number % 64 == 9, NULL };

  if (number % 32 == 9)
    dz_score_book_write (&book, paper, NULL);
  if (number % 32 == 3)
    dz_briefing_options_take_template (options, number % 64 == 3 ? "scores" : "score-forms");
  if (number % 2 == 0)
    dz_export_chart (&picture, NULL);
  if (number % 32 < 4)
    dz_make_briefing (&briefing, NULL, NULL, NULL, NULL);
  if (number % 32 == 4)
    dz_export_letters (&order, NULL, NULL, NULL, NULL);
}

/* What the window asks besides. */
static void
use_store (DzStore    *store,
           DzCodebook *codebook)
{
  g_autoptr(DzStep) undo = dz_store_dup_step (store, codebook, TRUE, NULL);
  g_autoptr(GPtrArray) log = dz_store_list_log (store, NULL, 0, NULL);
  g_autoptr(GPtrArray) unplaced = dz_store_list_unplaced (store, 0);
  g_autoptr(GPtrArray) records = dz_store_list_records (store, 0, NULL);
  g_autoptr(DzReview) review = NULL;
  g_autoptr(DzStep) redo = NULL;

  dz_store_undo (store, 0, NULL);
  redo = dz_store_dup_step (store, codebook, FALSE, NULL);
  review = dz_store_load (store, NULL, NULL);
}

static void
use (Bench *self,
     guint  number)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DzStore) store = dz_store_open (dz_mutator_get_review (self->mutator), &error);
  g_autoptr(DzReview) review = store != NULL ? dz_store_load (store, NULL, &error) : NULL;
  g_autofree char *less = review != NULL ? dz_store_describe_untrue (store) : NULL;

  if (current < 0 || g_getenv ("DZ_MUTATION") != NULL)
    g_test_message ("%s", error != NULL ? error->message : less != NULL ? less : "nothing to tell");
  if (review == NULL)
    {
      g_assert_nonnull (error);
      self->refused++;
      return;
    }
  self->less += less != NULL;
  make_tables (review, self->codebook);
  make_papers (self, number, review);
  use_store (store, self->codebook);
}

static void
test_mutations (void)
{
  const char *wanted = g_getenv ("DZ_MUTATIONS");
  const char *only = g_getenv ("DZ_MUTATION");
  guint n = wanted != NULL ? (guint) strtoul (wanted, NULL, 10) : 500;
  guint first = only != NULL ? (guint) strtoul (only, NULL, 10) : 0;
  Bench self = { .mutator = dz_mutator_new () };

  self.codebook = dz_codebook_load (NULL, NULL);
  g_assert_nonnull (self.codebook);
  use (&self, 0);
  g_assert_cmpuint (self.refused + self.less, ==, 0); /* nothing of ours is untrue */
  for (guint i = first; i < (only != NULL ? first + 1 : n); i++)
    {
      current = (sig_atomic_t) i;
      dz_mutator_mutate (self.mutator, i);
      use (&self, i);
    }
  g_test_message ("%u mutated reviews: %u refused, %u read without what is untrue", n, self.refused,
                  self.less);
  if (only == NULL)
    {
      g_assert_cmpuint (self.refused, >, n / 20);
      g_assert_cmpuint (self.less, >, n / 20);
    }
  dz_codebook_unref (self.codebook);
  dz_mutator_free (self.mutator);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  signal (SIGSEGV, tell_current);
  signal (SIGABRT, tell_current);
  signal (SIGTRAP, tell_current);
  g_test_add_func ("/mutated-reviews", test_mutations);

  return g_test_run ();
}

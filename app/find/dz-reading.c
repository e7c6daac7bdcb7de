/* dz-reading.c - a report read whole: sections, identity, figures, weaknesses, checks, in order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-reading.h"

#include "dz-answers.h"
#include "dz-causes.h"
#include "dz-checks.h"
#include "dz-figures.h"
#include "dz-heading-marks.h"
#include "dz-identity.h"
#include "dz-report-lines.h"
#include "dz-outline.h"
#include "dz-weaknesses.h"
#include "dz-report-sentences.h"

/* Sentences of problems, and of the plan, that are compared with each other: far more than the longest report has
 * (some hundreds); their number is what the work grows with by the square. */
#define MOST_SENTENCES 800

struct _DzReading
{
  DzCodebook *codebook;
  DzLexicon *lexicon; /* all words of all rules below */
  DzOutline *outline;
  DzIdentityFinder *identity;
  DzReportSentences *zones;
  DzFigures *figures;
  DzWeaknesses *weaknesses;
  DzCauses *causes;
  DzAnswers *answers;
  DzChecks *checks;
};

static gboolean
make_rules (DzReading *self,
            GError   **error)
{
  DzCodebook *codebook = self->codebook;

  return (self->outline = dz_outline_new (codebook, error)) != NULL &&
         (self->identity = dz_identity_new (codebook, error)) != NULL &&
         (self->zones = dz_report_sentences_new (codebook, error)) != NULL &&
         (self->figures = dz_figures_new (codebook, error)) != NULL &&
         (self->weaknesses = dz_weaknesses_new (codebook, error)) != NULL &&
         (self->causes = dz_causes_new (codebook, error)) != NULL &&
         (self->answers = dz_answers_new (codebook, error)) != NULL &&
         (self->checks = dz_checks_new (codebook, error)) != NULL;
}

/**
 * dz_reading_new:
 * @codebook: kept by reference
 *
 * Returns: (transfer full) (nullable): the compiled rules, which several threads may read with at once, or %NULL with
 *   @error of %DZ_ERROR_CODEBOOK naming file, line and reason
 */
DzReading *
dz_reading_new (DzCodebook  *codebook,
                GError     **error)
{
  g_autoptr(DzReading) self = g_new0 (DzReading, 1);
  gboolean made;

  g_return_val_if_fail (codebook != NULL, NULL);

  self->codebook = dz_codebook_ref (codebook);
  dz_codebook_open_lexicon (codebook);
  made = make_rules (self, error);
  self->lexicon = dz_codebook_close_lexicon (codebook);

  return made ? g_steal_pointer (&self) : NULL;
}
void
dz_reading_free (DzReading *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->outline, dz_outline_free);
  g_clear_pointer (&self->identity, dz_identity_free);
  g_clear_pointer (&self->figures, dz_figures_free);
  g_clear_pointer (&self->weaknesses, dz_weaknesses_free);
  g_clear_pointer (&self->zones, dz_report_sentences_free);
  g_clear_pointer (&self->causes, dz_causes_free);
  g_clear_pointer (&self->answers, dz_answers_free);
  g_clear_pointer (&self->checks, dz_checks_free);
  g_clear_pointer (&self->lexicon, dz_lexicon_unref);
  g_clear_pointer (&self->codebook, dz_codebook_unref);
  g_free (self);
}

/* What a text of nothing but problems has too many of is not searched, and told. */
static void
leave_out_excess (DzContext *context)
{
  DzSource *source = context->report->source;
  guint problems = 0;
  guint plans = 0;
  guint left = 0;

  for (guint i = 0; i < context->sentences->len; i++)
    {
      DzReportSentence *sentence = &g_array_index (context->sentences, DzReportSentence, i);
      guint *n = sentence->zone == DZ_ZONE_PLAN                                       ? &plans
                 : sentence->zone == DZ_ZONE_OTHER || sentence->zone == DZ_ZONE_FRAME ? NULL
                                                                                      : &problems;

      if (n == NULL || ++*n <= MOST_SENTENCES)
        continue;
      sentence->zone = DZ_ZONE_FRAME;
      left++;
    }
  if (source != NULL)
    dz_source_set_loss (source, DZ_LOSS_UNSEARCHED, left);
}

static void
read_all (DzReading *self,
          DzContext *context)
{
  DzReport *report = context->report;
  g_autoptr(GArray) sentences = NULL;

  /* the kind of report decides what its headings mean */
  dz_identity_find (self->identity, context);
  dz_outline_find (self->outline, context);
  sentences = dz_report_sentences_find (self->zones, context);
  context->sentences = sentences;
  leave_out_excess (context);
  dz_figures_find (self->figures, context);
  if (report->identity.kind == DZ_KIND_OTHER)
    {
      dz_figures_set_aside_all (report);
      dz_checks_find (self->checks, context);
      return;
    }
  dz_weaknesses_find (self->weaknesses, context);
  dz_causes_find (self->causes, context);
  dz_answers_find (self->answers, context);
  dz_checks_find (self->checks, context);
}

/**
 * dz_reading_read:
 * @report: has its text and source; everything else is found and filled in
 */
void
dz_reading_read (DzReading *self,
                 DzReport  *report)
{
  DzContext context = { 0 };
  g_autoptr(DzFold) fold = NULL;
  g_autoptr(GArray) lines = NULL;
  gsize len;
  const char *text;

  g_return_if_fail (self != NULL && report != NULL);

  if (report->source != NULL)
    {
      g_free (report->source->codebook);
      report->source->codebook = g_strdup (dz_codebook_get_digest (self->codebook));
    }
  text = dz_text_peek (report->text, &len);
  fold = dz_fold_new (text, len);
  context.report = report;
  context.codebook = self->codebook;
  context.fold = fold;
  context.folded = dz_fold_peek (fold, &context.folded_len);

  lines = dz_report_lines_new (&context);
  dz_heading_marks_take (&context, lines);
  context.lines = lines;

  dz_lexicon_open (self->lexicon, context.folded, context.folded_len);
  read_all (self, &context);
  dz_lexicon_close (self->lexicon);
}

/* dz-weaknesses.c - shortfalls the report declares, by clause
 *
 * Every cue hit inside a declared sentence becomes a candidate unless it is
 * masked, excluded by its entry's <not>, or asks for a topic the point does
 * not have. One candidate is kept for each code and point. A point none of
 * whose sentences gave a code is named by the topic of its heading, at low
 * confidence, or listed without a code.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-weaknesses.h"

#include "dz-report-lines.h"
#include "dz-weakness-search.h"

#include <string.h>

#define OWN_FILE "weaknesses.xml" /* rules of any other file are the county's */
#define COUNTY_WITHIN 12 /* bytes of a clause in which its subject begins */

/**
 * dz_weaknesses_new:
 *
 * Returns: (transfer full) (nullable): the compiled rules
 */
DzWeaknesses *
dz_weaknesses_new (DzCodebook  *codebook,
                   GError     **error)
{
  static const char *const lists[] = { "quiet-some", "of-county", "not-yet", "put-right", "claimed",
                                       "vague" };
  g_autoptr(DzWeaknesses) self = g_new0 (DzWeaknesses, 1);

  self->codebook = dz_codebook_ref (codebook);
  self->reader = dz_second_reader_new (codebook, "weaknesses");
  self->rules = dz_rule_set_new (codebook);
  self->answers = dz_rule_set_new (codebook);
  self->told = dz_rule_set_new (codebook);
  self->words = dz_rule_set_new (codebook);
  if (!dz_rule_set_add_kind (self->rules, DZ_ENTRY_WEAKNESS, "cue", error) ||
      !dz_rule_set_add_kind (self->rules, DZ_ENTRY_WEAKNESS, "not", error) ||
      !dz_rule_set_add_kind (self->answers, DZ_ENTRY_WEAKNESS, "answer", error) ||
      !dz_rule_set_add_words (self->told, "told-last-year", error) ||
      !dz_rule_set_add_words (self->told, "not-yet", error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (!dz_rule_set_add_words (self->words, lists[i], error))
      return NULL;
  dz_rule_set_compile (self->rules);
  dz_rule_set_compile (self->answers);
  dz_rule_set_compile (self->told);
  dz_rule_set_compile (self->words);
  if ((self->masks = dz_ignored_parts_new (codebook, error)) == NULL ||
      (self->topics = dz_topics_new (codebook, error)) == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

void
dz_weaknesses_free (DzWeaknesses *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->codebook, dz_codebook_unref);
  g_clear_pointer (&self->rules, dz_rule_set_free);
  g_clear_pointer (&self->answers, dz_rule_set_free);
  g_clear_pointer (&self->told, dz_rule_set_free);
  g_clear_pointer (&self->words, dz_rule_set_free);
  g_clear_pointer (&self->masks, dz_ignored_parts_free);
  g_clear_pointer (&self->topics, dz_topics_free);
  g_clear_pointer (&self->reader, dz_second_reader_free);
  g_free (self);
}

/* Whether a <not> of the same entry stands over the cue, or in its clause or sentence. */
static gboolean
is_excluded (GArray          *hits,
             const DzRuleHit *cue,
             DzSpan           clause,
             DzSpan           sentence)
{
  for (guint i = 0; i < hits->len; i++)
    {
      const DzRuleHit *hit = &g_array_index (hits, DzRuleHit, i);
      const char *scope;

      if (hit->entry != cue->entry || !g_str_equal (hit->rule->name, "not"))
        continue;
      scope = dz_rule_get_word (hit->rule, "scope");
      if (dz_span_overlaps (hit->span, g_str_equal (scope, "clause")     ? clause
                                       : g_str_equal (scope, "sentence") ? sentence
                                                                         : cue->span))
        return TRUE;
    }

  return FALSE;
}

/* All hits of one sentence that may be counted. */
static void
search_sentence (DzWeaknessSearch *search,
                 guint             index)
{
  DzWeaknesses *self = search->self;
  const DzReportSentence *sentence = SENTENCE (search, index);
  g_autoptr(GArray) hits = dz_rule_set_find (self->rules, search->folded, sentence->span);
  g_autoptr(GArray) masks = NULL;
  guint32 topics;

  if (hits->len == 0)
    return;
  masks = dz_ignored_parts_find (self->masks, search->folded, sentence->span);
  topics = dz_topics_of (self->topics, search->folded, sentence);
  /* 法治意识有短板。有的镇村干部…: the heading is about those its first sentence names */
  if (sentence->is_heading && index + 1 < search->sentences->len &&
      SENTENCE (search, index + 1)->point == sentence->point)
    topics |= dz_topics_of (self->topics, search->folded, SENTENCE (search, index + 1));
  for (guint i = 0; i < hits->len; i++)
    {
      const DzRuleHit *hit = &g_array_index (hits, DzRuleHit, i);
      DzSpan clause = dz_report_sentences_clause (search->folded, sentence->span, hit->span);
      DzCandidate candidate = { hit->entry, hit->cue, hit->span, clause, index,
                                sentence->point, .confidence = SURE };

      if (!g_str_equal (hit->rule->name, "cue") ||
          !dz_topics_admit (self->topics, hit->rule, topics) ||
          dz_ignored_parts_cover (masks, hit->span) != NULL ||
          is_excluded (hits, hit, clause, sentence->span))
        continue;
      candidate.certain = !g_str_equal (hit->rule->file, OWN_FILE) ||
                          g_str_equal (dz_rule_get_word (hit->rule, "sure"), "yes");
      candidate.residual = g_str_equal (dz_rule_get_word (hit->rule, "residual"), "yes");
      if (dz_rule_get_attribute (hit->rule, "topic") != NULL)
        candidate.confidence = LIKELY;
      g_array_append_val (search->candidates, candidate);
    }
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const DzCandidate *x = a;
  const DzCandidate *y = b;

  if (x->clause.start != y->clause.start)
    return x->clause.start < y->clause.start ? -1 : 1;
  if (x->cue_span.start != y->cue_span.start)
    return x->cue_span.start < y->cue_span.start ? -1 : 1;
  if (x->entry == NULL || y->entry == NULL || x->entry == y->entry)
    return 0;

  return x->entry->position < y->entry->position ? -1 : 1;
}

static DzWeakness
make_weakness (DzWeaknessSearch  *search,
               DzContext         *context,
               const DzCandidate *candidate)
{
  const DzReportSentence *sentence = SENTENCE (search, candidate->sentence);
  DzWeakness weakness = { 0 };
  DzSpan before = candidate->clause;

  weakness.code = candidate->entry != NULL ? candidate->entry->id : NULL;
  weakness.span = dz_fold_to_original (context->fold, candidate->clause);
  weakness.confidence = sentence->zone == DZ_ZONE_ADMISSION ? candidate->confidence - 0.1
                                                            : candidate->confidence;
  weakness.some_only = dz_weaknesses_has_words (search->self, search->folded, candidate->clause, "quiet-some");
  /* 全县… as the subject; 在全县排名靠后 is the body's own */
  before.end = MIN (before.start + COUNTY_WITHIN, candidate->clause.end);
  weakness.county = dz_weaknesses_has_words (search->self, search->folded, before, "of-county");
  weakness.ground.rule = candidate->cue;
  if (!dz_span_is_empty (candidate->cue_span))
    weakness.ground.cue = dz_fold_to_original (context->fold, candidate->cue_span);
  weakness.ground.clause = weakness.span;

  return weakness;
}

static void
find_declared (DzWeaknessSearch *search,
               DzContext        *context)
{
  for (guint i = 0; i < search->sentences->len; i++)
    {
      DzZone zone = SENTENCE (search, i)->zone;

      if (zone == DZ_ZONE_PROBLEM || zone == DZ_ZONE_ADMISSION)
        search_sentence (search, i);
    }
  dz_weaknesses_drop_residual (search);
  dz_weaknesses_doubt (search);
  dz_weaknesses_drop_repeated (search);
  dz_candidate_index_begin (search);
  dz_weaknesses_name_uncoded (search);
  dz_weaknesses_read_on (search);
  dz_candidate_index_end (search);
  dz_weaknesses_drop_doubted (search);
  dz_weaknesses_drop_repeated (search);
  g_array_sort (search->candidates, compare_candidates);
  for (guint i = 0; i < search->candidates->len; i++)
    {
      DzWeakness weakness = make_weakness (search, context,
                                           &g_array_index (search->candidates, DzCandidate, i));

      g_array_append_val (context->report->weaknesses, weakness);
    }
  g_array_set_size (search->candidates, 0);
}

/* The sentence itself where it tells how it was before, or the first later one that works on the shortfall or
 * says it is put right. */
static DzSpan
find_claim (DzWeaknessSearch  *search,
            const DzCandidate *candidate)
{
  DzWeaknesses *self = search->self;
  const DzReportSentence *own = SENTENCE (search, candidate->sentence);

  if (dz_weaknesses_has_words (self, search->folded, own->span, "put-right"))
    return dz_report_sentences_trim (search->folded, own->span);
  for (guint i = candidate->sentence; i < search->sentences->len; i++)
    {
      const DzReportSentence *sentence = SENTENCE (search, i);
      DzSpan span = sentence->span;
      gboolean works;

      if (sentence->zone != own->zone ||
          (own->zone == DZ_ZONE_OTHER && sentence->line != own->line))
        break;
      if (i == candidate->sentence)
        span.start = candidate->clause.end;
      if (dz_span_is_empty (span) || !dz_weaknesses_has_words (self, search->folded, span, "claimed"))
        continue;
      works = sentence->point == own->point;
      if (!works)
        {
          g_autoptr(GArray) hits = dz_rule_set_find (self->answers, search->folded, span);

          for (guint k = 0; k < hits->len && !works; k++)
            works = g_array_index (hits, DzRuleHit, k).entry == candidate->entry;
        }
      if (works)
        {
          while (span.start < span.end && strchr ("\xef\xe3", search->folded[span.start]) != NULL)
            span.start += 3; /* the comma the claim begins with */
          return dz_report_sentences_trim (search->folded, span);
        }
    }

  return DZ_SPAN_NONE;
}

static void
take_last_year (DzWeaknessSearch *search,
                DzContext        *context)
{
  for (guint i = 0; i < search->candidates->len; i++)
    {
      const DzCandidate *candidate = &g_array_index (search->candidates, DzCandidate, i);
      const DzReportSentence *sentence = SENTENCE (search, candidate->sentence);
      DzWeakness weakness = make_weakness (search, context, candidate);
      DzSpan claim = find_claim (search, candidate);
      gboolean still = dz_weaknesses_has_words (search->self, search->folded, sentence->span, "not-yet");

      weakness.last_year = TRUE;
      if (!dz_span_is_empty (claim) && !still)
        weakness.rectified = dz_fold_to_original (context->fold, claim);
      g_array_append_val (context->report->weaknesses, weakness);
      if (still)
        {
          /* not solved: this year's too */
          weakness.last_year = FALSE;
          weakness.confidence = GUESSED;
          g_array_append_val (context->report->weaknesses, weakness);
        }
    }
  g_array_set_size (search->candidates, 0);
}

/* Whether a hit stands in the sentence; hits are in order, @at is where to go on looking. */
static gboolean
is_told (GArray                 *hits,
         const DzReportSentence *sentence,
         guint                  *at)
{
  gboolean told = FALSE;

  for (; *at < hits->len; (*at)++)
    {
      const DzRuleHit *hit = &g_array_index (hits, DzRuleHit, *at);

      if (hit->span.start >= sentence->span.end)
        break;
      told |= dz_span_contains (sentence->span, hit->span) &&
              (sentence->zone == DZ_ZONE_LAST_YEAR ||
               g_str_equal (dz_rule_get_word (hit->rule, "name"), "told-last-year"));
    }

  return told;
}

/* Last year's list: in its own part, or wherever the text tells what was pointed out. */
static void
find_last_year (DzWeaknessSearch *search,
                DzContext        *context)
{
  g_autoptr(GArray) hits = dz_rule_set_find (search->self->told, context->folded,
                                             (DzSpan){ 0, context->folded_len });
  guint line = G_MAXUINT;
  guint at = 0;
  gboolean told = FALSE;

  for (guint i = 0; i < search->sentences->len; i++)
    {
      const DzReportSentence *sentence = SENTENCE (search, i);
      gboolean here = is_told (hits, sentence, &at);

      if (sentence->zone != DZ_ZONE_LAST_YEAR && sentence->zone != DZ_ZONE_OTHER)
        continue;
      if (sentence->line != line)
        told = FALSE;
      line = sentence->line;
      /* a list goes on after 主要存在两个问题： until it tells what was done */
      if (here || (told && sentence->zone == DZ_ZONE_LAST_YEAR))
        search_sentence (search, i);
      told = told || here;
    }
  dz_weaknesses_drop_residual (search);
  dz_weaknesses_drop_repeated (search);
  g_array_sort (search->candidates, compare_candidates);
  take_last_year (search, context);
}

/**
 * dz_weaknesses_find:
 *
 * Fills the report's weaknesses, last year's among them. Sections and sentences must be known.
 */
void
dz_weaknesses_find (DzWeaknesses *self,
                    DzContext    *context)
{
  g_autoptr(GArray) candidates = g_array_new (FALSE, FALSE, sizeof (DzCandidate));
  DzWeaknessSearch search = { self, context->folded, context->sentences, candidates };

  find_last_year (&search, context);
  find_declared (&search, context);
}

/**
 * dz_weaknesses_read_sentence:
 * @sentence: as a problems part might hold it
 *
 * Returns: (transfer container) (element-type utf8): the codes found, for the test sentences
 */
GPtrArray *
dz_weaknesses_read_sentence (DzWeaknesses *self,
                             const char   *sentence)
{
  g_autofree char *folded = dz_fold_string (sentence);
  g_autoptr(GArray) sentences = g_array_new (FALSE, TRUE, sizeof (DzReportSentence));
  g_autoptr(GArray) candidates = g_array_new (FALSE, FALSE, sizeof (DzCandidate));
  DzWeaknessSearch search = { self, folded, sentences, candidates };
  GPtrArray *codes = g_ptr_array_new ();
  DzSpan rest = { 0, strlen (folded) };

  while (rest.start < rest.end)
    {
      DzReportSentence one = { DZ_ZONE_PROBLEM, { rest.start, dz_report_lines_sentence_end (folded, rest) },
                         DZ_SPAN_NONE, DZ_SPAN_NONE, 1, 0, FALSE };

      if (sentences->len > 0)
        one.heading = SENTENCE (&search, 0)->span;
      rest.start = one.span.end;
      g_array_append_val (sentences, one);
    }
  for (guint i = 0; i < sentences->len; i++)
    search_sentence (&search, i);
  dz_weaknesses_drop_residual (&search);
  dz_weaknesses_drop_repeated (&search);
  for (guint i = 0; i < candidates->len; i++)
    g_ptr_array_add (codes, (gpointer) g_array_index (candidates, DzCandidate, i).entry->id);

  return codes;
}

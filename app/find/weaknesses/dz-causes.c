/* dz-causes.c - what the report blames: under a heading, or in a causal clause
 *
 * Under a heading or lead-in of causes every sentence is read; in the problems
 * part only the clause after 由于, 因, 随着, 受…影响 and their like. What no cue
 * names, or only one the second reader contradicts, is named by the second
 * reader: a cause that is told is one of nine kinds.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-causes.h"

#include "dz-report-lines.h"
#include "dz-ignored-parts.h"
#include "dz-report-sentences.h"
#include "dz-second-reader.h"

#include <string.h>

#define OWN_FILE "causes.xml" /* rules of any other file are the county's: nobody contradicts them */
#define CONTRADICTS -0.6      /* below, the rule is not believed */
#define LEAST_OPINION -0.5    /* of a clause after 由于: it is a cause of some kind */
#define CLAUSE_OPINION 0.2   /* of a clause beside one a rule named */
#define LISTED_CLAUSE 0.0   /* of one where no rule named any */
#define LISTED_OPINION -0.3   /* of a sentence under a heading of causes, which may say something else */
#define SHORTEST_CAUSE 4      /* characters */
#define SHORTEST_ITEM 6
#define LONGEST_QUESTION 16 /* 为什么会这样？ blames nothing: what follows does */

struct _DzCauses
{
  DzRuleSet *rules; /* cue and not */
  DzIgnoredParts *masks;
  DzSecondReader *reader;
};

/**
 * dz_causes_new:
 *
 * Returns: (transfer full) (nullable): the compiled rules
 */
DzCauses *
dz_causes_new (DzCodebook  *codebook,
               GError     **error)
{
  g_autoptr(DzCauses) self = g_new0 (DzCauses, 1);

  self->rules = dz_rule_set_new (codebook);
  self->reader = dz_second_reader_new (codebook, "causes");
  if (!dz_rule_set_add_kind (self->rules, DZ_ENTRY_CAUSE, "cue", error) ||
      !dz_rule_set_add_kind (self->rules, DZ_ENTRY_CAUSE, "not", error) ||
      (self->masks = dz_ignored_parts_new (codebook, error)) == NULL)
    return NULL;
  dz_rule_set_compile (self->rules);

  return g_steal_pointer (&self);
}

void
dz_causes_free (DzCauses *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->rules, dz_rule_set_free);
  g_clear_pointer (&self->masks, dz_ignored_parts_free);
  g_clear_pointer (&self->reader, dz_second_reader_free);
  g_free (self);
}

static gboolean
is_excluded (GArray          *hits,
             const DzRuleHit *cue)
{
  for (guint i = 0; i < hits->len; i++)
    {
      const DzRuleHit *hit = &g_array_index (hits, DzRuleHit, i);

      if (hit->entry == cue->entry && g_str_equal (hit->rule->name, "not") &&
          dz_span_overlaps (hit->span, cue->span))
        return TRUE;
    }

  return FALSE;
}

/* The weakness declared in the same sentence, else the last one before it in its paragraph. */
static int
find_weakness (DzContext              *context,
               const DzReportSentence *sentence,
               DzSpan                  line)
{
  DzSpan here = dz_fold_to_original (context->fold, sentence->span);
  DzSpan around = dz_fold_to_original (context->fold, line);
  int best = -1;

  for (guint i = 0; i < context->report->weaknesses->len; i++)
    {
      const DzWeakness *weakness = &g_array_index (context->report->weaknesses, DzWeakness, i);

      if (weakness->last_year)
        continue;
      if (dz_span_overlaps (weakness->span, here))
        return (int) i;
      if (dz_span_contains (around, weakness->span) && weakness->span.start < here.start)
        best = (int) i;
    }

  return best;
}

/* One report while its causes are being found. */
typedef struct
{
  DzCauses *self;
  DzContext *context;
  GHashTable *told; /* code to GArray of DzSpan, in order and none over another */
} CauseSearch;

/* Where in @spans the first begins that begins behind @at. */
static guint
find_behind (GArray *spans,
             gsize   at)
{
  guint low = 0, high = spans->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (spans, DzSpan, middle).start <= at)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Whether the code is new in that place, which it is not any more then. */
static gboolean
tell (CauseSearch *search,
      const char  *code,
      DzSpan       clause)
{
  GArray *spans = g_hash_table_lookup (search->told, code);
  guint at;

  if (spans == NULL)
    {
      spans = g_array_new (FALSE, FALSE, sizeof (DzSpan));
      g_hash_table_insert (search->told, (gpointer) code, spans);
    }
  at = find_behind (spans, clause.start);
  if ((at > 0 && dz_span_overlaps (g_array_index (spans, DzSpan, at - 1), clause)) ||
      (at < spans->len && dz_span_overlaps (g_array_index (spans, DzSpan, at), clause)))
    return FALSE;
  g_array_insert_val (spans, at, clause);

  return TRUE;
}

static void
add_cause (CauseSearch            *search,
           const DzReportSentence *sentence,
           const char             *code,
           const char             *rule,
           DzSpan                  cue,
           DzSpan                  clause)
{
  DzContext *context = search->context;
  DzCause cause = { 0 };

  cause.code = code;
  cause.span = dz_fold_to_original (context->fold, clause);
  if (!tell (search, code, cause.span))
    return;
  cause.ground.rule = rule;
  if (!dz_span_is_empty (cue))
    cause.ground.cue = dz_fold_to_original (context->fold, cue);
  cause.ground.clause = cause.span;
  cause.weakness = -1;
  if (sentence->zone != DZ_ZONE_CAUSE)
    cause.weakness = find_weakness (context, sentence,
                                    g_array_index (context->lines, DzLine, sentence->line).span);
  g_array_append_val (context->report->causes, cause);
}

static gboolean
is_unlikely (GArray     *opinions,
             const char *code)
{
  for (guint i = 0; i < opinions->len; i++)
    {
      const DzOpinion *opinion = &g_array_index (opinions, DzOpinion, i);

      if (opinion->code == code)
        return opinion->score < CONTRADICTS;
    }

  return FALSE;
}

/* Neither the part nor the clause the rule hit is what the second reader would call so. */
static gboolean
is_contradicted (DzCauses        *self,
                 const char      *folded,
                 DzSpan           part,
                 const DzRuleHit *hit,
                 GArray          *opinions)
{
  g_autoptr(GArray) of_clause = NULL;

  if (!g_str_equal (hit->rule->file, OWN_FILE) || !is_unlikely (opinions, hit->entry->id))
    return FALSE;
  of_clause = dz_second_reader_read (self->reader, folded, dz_report_sentences_clause (folded, part, hit->span));

  return is_unlikely (of_clause, hit->entry->id);
}

/* 法治方式 is no method: a <not> of the codebook holds for the reader, too. */
static gboolean
is_refused (DzCauses   *self,
            const char *folded,
            DzSpan      part,
            const char *code)
{
  g_autoptr(GArray) hits = dz_rule_set_find (self->rules, folded, part);

  for (guint i = 0; i < hits->len; i++)
    {
      const DzRuleHit *hit = &g_array_index (hits, DzRuleHit, i);

      if (hit->entry->id == code && g_str_equal (hit->rule->name, "not"))
        return TRUE;
    }

  return FALSE;
}

/* What the second reader takes the part to blame, if it is as sure as @least. */
static gboolean
ask_reader (CauseSearch            *search,
            const DzReportSentence *sentence,
            DzSpan                  part,
            double                  least)
{
  g_autoptr(GArray) opinions = dz_second_reader_read (search->self->reader, search->context->folded, part);
  const DzOpinion *first = opinions->len > 0 ? &g_array_index (opinions, DzOpinion, 0) : NULL;
  DzSpan cue;
  const char *reason;

  if (first == NULL || first->score < least || dz_report_lines_count (search->context->folded, part) < SHORTEST_CAUSE ||
      is_refused (search->self, search->context->folded, part, first->code))
    return FALSE;
  reason = dz_second_reader_reason (search->self->reader, search->context->folded, part, first->code, &cue);
  add_cause (search, sentence, first->code, reason, cue,
             dz_span_is_empty (cue) ? dz_report_sentences_trim (search->context->folded, part)
                                    : dz_report_sentences_clause (search->context->folded, part, cue));

  return TRUE;
}

/* The clause at @at, or what stands between two 、 of it: 培训没跟上、镇里拿不出钱 blames two things. */
static DzSpan
find_item (const char *folded,
           DzSpan      part,
           gsize       at)
{
  DzSpan clause = dz_report_sentences_clause (folded, part, (DzSpan){ at, at });
  const char *stop;

  clause.start = MAX (clause.start, at);
  clause.end = MAX (clause.end, at);
  stop = g_strstr_len (folded + clause.start, (gssize) (clause.end - clause.start), "、");
  if (stop != NULL && dz_report_lines_count (folded, (DzSpan){ clause.start, (gsize) (stop - folded) }) >= SHORTEST_ITEM)
    clause.end = (gsize) (stop - folded);

  return clause;
}

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const DzSpan *x = a, *y = b;

  return x->start < y->start ? -1 : x->start > y->start;
}

/* 任务一年比一年重，编制却还是十年前的: a clause no rule named may blame something else. */
static gboolean
read_clauses (CauseSearch            *search,
              const DzReportSentence *sentence,
              DzSpan                  part,
              GArray                 *named)
{
  gboolean any = FALSE;
  gsize named_to = 0; /* where the last of those ends that begin before the end of the clause */
  guint next = 0;

  g_array_sort (named, compare_spans);
  for (gsize at = part.start; at < part.end;)
    {
      DzSpan clause = find_item (search->context->folded, part, at);

      for (; next < named->len && g_array_index (named, DzSpan, next).start < clause.end; next++)
        named_to = MAX (named_to, g_array_index (named, DzSpan, next).end);
      if (named_to <= clause.start && !dz_span_is_empty (clause))
        any |= ask_reader (search, sentence, clause,
                           named->len > 0 ? CLAUSE_OPINION : LISTED_CLAUSE);
      at = clause.end;
      if (at < part.end)
        at = (gsize) (g_utf8_next_char (search->context->folded + at) - search->context->folded);
    }

  return any;
}

static void
read_part (CauseSearch            *search,
           const DzReportSentence *sentence,
           DzSpan                  part,
           GArray                 *masks)
{
  g_autoptr(GArray) hits = dz_rule_set_find (search->self->rules, search->context->folded, part);
  g_autoptr(GArray) opinions = dz_second_reader_read (search->self->reader, search->context->folded, part);
  g_autoptr(GArray) named = g_array_new (FALSE, FALSE, sizeof (DzSpan));

  for (guint i = 0; i < hits->len; i++)
    {
      const DzRuleHit *hit = &g_array_index (hits, DzRuleHit, i);
      const DzMask *mask = masks != NULL ? dz_ignored_parts_cover (masks, hit->span) : NULL;

      if (!g_str_equal (hit->rule->name, "cue") || is_excluded (hits, hit) ||
          (mask != NULL && mask->kind != DZ_MASK_CAUSAL) ||
          is_contradicted (search->self, search->context->folded, part, hit, opinions))
        continue;
      add_cause (search, sentence, hit->entry->id, hit->cue, hit->span,
                 dz_report_sentences_clause (search->context->folded, part, hit->span));
      g_array_append_val (named, hit->span);
    }
  if (!read_clauses (search, sentence, part, named) && named->len == 0)
    ask_reader (search, sentence, part, sentence->zone == DZ_ZONE_CAUSE ? LISTED_OPINION : LEAST_OPINION);
}

static gboolean
is_question (const char *folded,
             DzSpan      span)
{
  static const char mark[] = "？";
  gsize n = strlen (mark);

  return span.end - span.start >= n && memcmp (folded + span.end - n, mark, n) == 0 &&
         dz_report_lines_count (folded, span) <= LONGEST_QUESTION;
}

/* 受人员变动、因病缺岗影响 is one cause, not two. */
static gboolean
is_inside_another (GArray *masks,
                   guint   index)
{
  const DzMask *here = &g_array_index (masks, DzMask, index);

  for (guint i = 0; i < masks->len; i++)
    {
      const DzMask *other = &g_array_index (masks, DzMask, i);

      if (i != index && other->kind == DZ_MASK_CAUSAL && dz_span_contains (other->span, here->span) &&
          (i < index || !dz_span_contains (here->span, other->span)))
        return TRUE;
    }

  return FALSE;
}

/**
 * dz_causes_find:
 *
 * Fills the report's causes. Its weaknesses must be known.
 */
void
dz_causes_find (DzCauses  *self,
                DzContext *context)
{
  g_autoptr(GHashTable) told = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  CauseSearch search = { self, context, told };

  for (guint i = 0; i < context->sentences->len; i++)
    {
      const DzReportSentence *sentence = &g_array_index (context->sentences, DzReportSentence, i);
      g_autoptr(GArray) masks = NULL;

      if (sentence->zone != DZ_ZONE_CAUSE && sentence->zone != DZ_ZONE_PROBLEM &&
          sentence->zone != DZ_ZONE_ADMISSION)
        continue;
      if (is_question (context->folded, sentence->span))
        continue;
      masks = dz_ignored_parts_find (self->masks, context->folded, sentence->span);
      if (sentence->zone == DZ_ZONE_CAUSE)
        {
          read_part (&search, sentence, sentence->span, masks);
          continue;
        }
      for (guint k = 0; k < masks->len; k++)
        {
          const DzMask *mask = &g_array_index (masks, DzMask, k);

          if (mask->kind == DZ_MASK_CAUSAL && !is_inside_another (masks, k))
            read_part (&search, sentence, mask->span, NULL);
        }
    }
}

/**
 * dz_causes_read_sentence:
 *
 * Returns: (transfer container) (element-type utf8): the codes a sentence under a heading of
 *   causes would get, for the test sentences
 */
GPtrArray *
dz_causes_read_sentence (DzCauses   *self,
                         const char *sentence)
{
  g_autofree char *folded = dz_fold_string (sentence);
  g_autoptr(GArray) hits = dz_rule_set_find (self->rules, folded, (DzSpan){ 0, strlen (folded) });
  GPtrArray *codes = g_ptr_array_new ();

  for (guint i = 0; i < hits->len; i++)
    {
      const DzRuleHit *hit = &g_array_index (hits, DzRuleHit, i);

      if (g_str_equal (hit->rule->name, "cue") && !is_excluded (hits, hit))
        g_ptr_array_add (codes, (gpointer) hit->entry->id);
    }

  return codes;
}

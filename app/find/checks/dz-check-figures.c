/* dz-check-figures.c - whether the figures agree with each other
 *
 * Which figures belong together is written in checks.xml: <single>, <within>,
 * <ratio>, <sum>. Only figures of the year and of the body itself are compared,
 * and a bound (余, 以上) only ever in the direction it leaves open.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-check-run.h"

#include "dz-char.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define NEAR 1e-6
#define LEAST_SHARE 0.5
#define MOST_BEFORE 8 /* figures of a sentence that may be the whole of the parts behind them */
#define COUNTED 9 /* bytes behind a number that say what is counted */
#define SAME_NOUN 18 /* bytes: six characters */

/* Whether two statements of one quantity can both be true. */
static gboolean
can_agree (const DzFigure *a,
           const DzFigure *b)
{
  if (fabs (a->value - b->value) <= NEAR * fmax (1, fabs (a->value)))
    return TRUE;
  if (a->bound == DZ_BOUND_EXACT && b->bound == DZ_BOUND_EXACT)
    return FALSE;
  if (a->bound == DZ_BOUND_ABOUT || b->bound == DZ_BOUND_ABOUT)
    return fabs (a->value - b->value) <= 0.1 * fmax (fabs (a->value), fabs (b->value));
  if (a->bound == DZ_BOUND_AT_LEAST && b->value >= a->value)
    return TRUE;
  if (b->bound == DZ_BOUND_AT_LEAST && a->value >= b->value)
    return TRUE;

  return a->bound == DZ_BOUND_AT_MOST || b->bound == DZ_BOUND_AT_MOST;
}

static char *
format_value (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.10g", value));
}

/* 13人: a number that a letter quotes keeps its unit */
static char *
format_counted (const DzFigure *figure)
{
  g_autofree char *value = format_value (figure->value);

  return g_strconcat (value, figure->unit, NULL);
}

typedef struct
{
  const DzCheckRun *run;
  GString *message;
  GArray *spans;
  DzSpan sentence; /* asked about last: the next figure mostly stands in it too */
} Findings;

static void
find_fault (Findings       *findings,
            const DzFigure *a,
            const DzFigure *b,
            const DzFigure *c,
            const char     *format,
            ...) G_GNUC_PRINTF (5, 6);

static void
find_fault (Findings       *findings,
            const DzFigure *a,
            const DzFigure *b,
            const DzFigure *c,
            const char     *format,
            ...)
{
  const DzFigure *all[] = { a, b, c };
  va_list args;

  if (findings->message->len > 0)
    g_string_append (findings->message, "；");
  va_start (args, format);
  g_string_append_vprintf (findings->message, format, args);
  va_end (args);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i] != NULL)
      g_array_append_val (findings->spans, all[i]->span);
}

static const char *
name_of (Findings   *findings,
         const char *indicator)
{
  return dz_codebook_name (findings->run->context->codebook, DZ_ENTRY_INDICATOR, indicator);
}

static DzSpan
sentence_of (Findings       *findings,
             const DzFigure *figure)
{
  if (figure->span.start < findings->sentence.start || figure->span.start >= findings->sentence.end)
    findings->sentence = dz_report_sentence_at (findings->run->report, figure->span.start);

  return findings->sentence;
}

/* Two numbers of one sentence are parts or kinds more often than a contradiction. */
static gboolean
same_sentence (Findings       *findings,
               const DzFigure *a,
               const DzFigure *b)
{
  return dz_span_overlaps (sentence_of (findings, a), b->span);
}

/* So much less is a part or a kind of it, or a number read wrongly, more often than a slip. */
static gboolean
is_near (const DzFigure *a,
         const DzFigure *b)
{
  return fmin (a->value, b->value) >= LEAST_SHARE * fmax (a->value, b->value);
}

/* Whether the same words, 法治建设专题会议, stand before both numbers. */
static gboolean
same_noun (const DzCheckRun *run,
           const DzFigure   *a,
           const DzFigure   *b)
{
  g_autofree char *x = dz_check_dup_text (run, (DzSpan){ a->span.start, MAX (a->span.start, a->number.start) });
  g_autofree char *y = dz_check_dup_text (run, (DzSpan){ b->span.start, MAX (b->span.start, b->number.start) });
  gsize n = strlen (x), m = strlen (y), same = 0;

  while (same < n && same < m && x[n - same - 1] == y[m - same - 1])
    same++;

  return same >= MIN (SAME_NOUN, MIN (n, m));
}

/* The words of the clause before the number, the body's own name and 现有, 只有, 下 left out: 行政执法人员. */
static char *
dup_noun (const DzCheckRun *run,
          const DzFigure   *figure)
{
  static const char *const fillers[] = { "全镇", "全乡", "全街道", "我镇", "我乡", "本镇", "本乡", "街道", "镇", "乡", "现有", "共有",
                                         "只有", "仅有", "目前", "现", "共", "有", "仅", "下", NULL };
  DzSpan number = dz_fold_from_original (run->context->fold, figure->number);
  DzSpan clause = dz_check_clause_of (run, figure);
  g_autoptr(GString) noun = g_string_new (NULL);

  if (number.start > clause.start)
    g_string_append_len (noun, run->context->folded + clause.start, (gssize) (number.start - clause.start));
  if (run->report->identity.township != NULL)
    g_string_replace (noun, run->report->identity.township, "", 0);
  for (guint i = 0; fillers[i] != NULL; i++)
    g_string_replace (noun, fillers[i], "", 0);

  return g_string_free (g_steal_pointer (&noun), FALSE);
}

/* What is counted, behind the number: 行政村. */
static gboolean
counts_the_same (const DzCheckRun *run,
                 const DzFigure   *a,
                 const DzFigure   *b)
{
  const char *folded = run->context->folded;
  gsize x = dz_fold_from_original (run->context->fold, a->number).end;
  gsize y = dz_fold_from_original (run->context->fold, b->number).end;
  gsize n = 0;

  while (n < COUNTED && folded[x + n] != '\0' && folded[x + n] == folded[y + n])
    n++;

  return n >= COUNTED || dz_char_is_any (dz_char_at (folded + x), "，。；、");
}

/* Whether @figure was found by a cue of @indicator, whatever became of it. */
static gboolean
is_found_as (const DzCheckRun *run,
             const DzFigure   *figure,
             const char       *indicator)
{
  const DzEntry *entry = dz_codebook_find (run->context->codebook, DZ_ENTRY_INDICATOR, indicator);

  for (guint i = 0; entry != NULL && figure->ground.rule != NULL && i < entry->rules->len; i++)
    if (g_str_equal (((const DzRule *) g_ptr_array_index (entry->rules, i))->text, figure->ground.rule))
      return TRUE;

  return FALSE;
}

/* A second value that was set aside because it is another one: 行政执法人员只有15人, 全年共化解纠纷185件. */
static const DzFigure *
find_set_aside (Findings       *findings,
                const DzFigure *first)
{
  const DzCheckRun *run = findings->run;
  g_autofree char *noun = dup_noun (run, first);

  for (guint i = 0; i < run->report->figures->len; i++)
    {
      const DzFigure *other = &g_array_index (run->report->figures, DzFigure, i);
      g_autofree char *words = NULL;

      if (other->indicator != NULL || g_strcmp0 (other->set_aside, "sub-case") != 0 ||
          g_strcmp0 (other->unit, first->unit) != 0 || can_agree (first, other) || !is_near (first, other) ||
          same_sentence (findings, first, other))
        continue;
      words = dup_noun (run, other);
      if ((*noun != '\0' && g_str_equal (words, noun) && counts_the_same (run, first, other)) ||
          (is_found_as (run, other, first->indicator) && dz_check_says (run, dz_check_clause_of (run, other), "whole") &&
           !dz_check_says (run, dz_check_clause_of (run, other), "last-year")))
        return other;
    }

  return NULL;
}

static void
tell_two_values (Findings       *findings,
                 const DzFigure *a,
                 const DzFigure *b)
{
  g_autofree char *x = format_counted (a);
  g_autofree char *y = format_counted (b);

  find_fault (findings, a, b, NULL, "“%s”前后不一致，一处为%s，一处为%s", name_of (findings, a->indicator), x, y);
}

/* One quantity, two values; noun="same": only where it is called the same. */
static void
check_single (Findings     *findings,
              const DzRule *rule)
{
  const char *id = dz_rule_get_word (rule, "indicator");
  int first = dz_check_next_figure (findings->run, id, 0);
  const DzFigure *aside = first < 0 ? NULL : find_set_aside (findings, dz_check_figure_at (findings->run, first));

  for (int other = first < 0 ? -1 : dz_check_next_figure (findings->run, id, (guint) first + 1); other >= 0;
       other = dz_check_next_figure (findings->run, id, (guint) other + 1))
    {
      const DzFigure *a = dz_check_figure_at (findings->run, first);
      const DzFigure *b = dz_check_figure_at (findings->run, other);

      if (a->derived || b->derived || can_agree (a, b) || !is_near (a, b) || same_sentence (findings, a, b) ||
          (dz_rule_get_attribute (rule, "noun") != NULL && !same_noun (findings->run, a, b)))
        continue;
      tell_two_values (findings, a, b);
      return;
    }
  if (aside != NULL)
    tell_two_values (findings, dz_check_figure_at (findings->run, first), aside);
}

static const DzFigure *
first_figure (Findings     *findings,
              const DzRule *rule,
              const char   *attribute)
{
  return dz_check_figure_at (findings->run,
                    dz_check_next_figure (findings->run, dz_rule_get_word (rule, attribute), 0));
}

/* A part may not be more than its whole. */
static void
check_within (Findings     *findings,
              const DzRule *rule)
{
  const DzFigure *part = first_figure (findings, rule, "part");
  const DzFigure *whole = first_figure (findings, rule, "whole");
  g_autofree char *x = NULL;
  g_autofree char *y = NULL;

  if (part == NULL || whole == NULL || part->value <= whole->value ||
      whole->bound != DZ_BOUND_EXACT || part->bound == DZ_BOUND_ABOUT || part->derived || !is_near (part, whole))
    return;
  x = format_counted (part);
  y = format_counted (whole);
  find_fault (findings, part, whole, NULL, "“%s”%s大于“%s”%s", name_of (findings, part->indicator), x,
              name_of (findings, whole->indicator), y);
}

/* Half a unit of the last digit written, so that rounding is no fault. */
static double
rounding (const DzCheckRun *run,
          const DzFigure   *rate)
{
  g_autofree char *text = dz_text_dup_span (run->report->text, rate->number);
  g_autofree char *folded = dz_fold_string (text);
  const char *dot = strpbrk (folded, ".\xc2");
  int digits = 0;

  for (const char *p = dot != NULL ? dot + (*dot == '.' ? 1 : 2) : ""; g_ascii_isdigit (*p); p++)
    digits++;

  return 0.5 * pow (10, -digits) + 0.06;
}

static gboolean
same_paragraph (const DzCheckRun *run,
                const DzFigure   *a,
                const DzFigure   *b)
{
  DzSpan line = dz_text_get_line (run->report->text, a->span.start);

  if (dz_span_contains (line, b->span))
    return TRUE;

  /* PDF text has a line for each line of print */
  return (a->span.start > b->span.start ? a->span.start - b->span.start
                                        : b->span.start - a->span.start) < 400;
}

typedef enum { RATIO_UNKNOWN, RATIO_AGREES, RATIO_DIFFERS } Ratio;

/* The stated rate against part and whole of the same paragraph. */
static Ratio
compare_ratio (Findings     *findings,
               const DzRule *rule)
{
  const DzFigure *rate = first_figure (findings, rule, "rate");
  const DzFigure *part = first_figure (findings, rule, "part");
  const DzFigure *whole = first_figure (findings, rule, "whole");
  double real, slack;

  if (rate == NULL || part == NULL || whole == NULL || whole->value <= 0 || rate->derived ||
      part->derived || part->bound != DZ_BOUND_EXACT || whole->bound != DZ_BOUND_EXACT ||
      !same_sentence (findings, rate, part) || !is_near (part, whole) || !same_paragraph (findings->run, rate, whole))
    return RATIO_UNKNOWN;
  real = 100 * part->value / whole->value;
  slack = rate->bound == DZ_BOUND_ABOUT ? 2 : rounding (findings->run, rate);
  if (real < rate->value - slack)
    return RATIO_DIFFERS;

  return real <= rate->value + slack || rate->bound == DZ_BOUND_AT_LEAST ? RATIO_AGREES
                                                                         : RATIO_DIFFERS;
}

/* A rate may be of those accepted or of those found: it is wrong only if it fits neither. */
static gboolean
agrees_elsewhere (Findings     *findings,
                  const DzRule *rule)
{
  GPtrArray *rules = findings->run->entry->rules;

  for (guint i = 0; i < rules->len; i++)
    {
      const DzRule *other = g_ptr_array_index (rules, i);

      if (g_str_equal (other->name, "ratio") &&
          g_str_equal (dz_rule_get_word (other, "rate"), dz_rule_get_word (rule, "rate")) &&
          compare_ratio (findings, other) == RATIO_AGREES)
        return TRUE;
    }

  return FALSE;
}

/* Figures no indicator knows are read as well: 受理诉求20件，办结23件. */
static gboolean
is_plain (const DzFigure *figure)
{
  return (figure->set_aside == NULL || g_str_equal (figure->set_aside, "sub-case")) && isnan (figure->high) &&
         figure->unit != NULL && !g_str_equal (figure->unit, "%");
}

/* 60场次，其中进校园18次: events are counted by any of these. */
static gboolean
same_unit (const DzFigure *a,
           const DzFigure *b)
{
  static const char *const events[] = { "场次", "场", "次", NULL };

  return g_str_equal (a->unit, b->unit) || (g_strv_contains (events, a->unit) && g_strv_contains (events, b->unit));
}

/* 受理54件，调解54件，成功53件，成功率98.1%: it is of two of the numbers told before it in its sentence, whatever they
 * were read as. */
static gboolean
fits_its_sentence (Findings       *findings,
                   const DzFigure *rate)
{
  GArray *figures = findings->run->report->figures;
  double slack = rate->bound == DZ_BOUND_ABOUT ? 2 : rounding (findings->run, rate);

  for (guint i = 0; i < figures->len; i++)
    {
      const DzFigure *whole = &g_array_index (figures, DzFigure, i);

      if (whole->number.start >= rate->number.start || !is_plain (whole) || whole->value <= 0 ||
          !same_sentence (findings, rate, whole))
        continue;
      for (guint k = i + 1; k < figures->len; k++)
        {
          const DzFigure *part = &g_array_index (figures, DzFigure, k);

          if (part->number.start < rate->number.start && is_plain (part) && same_unit (part, whole) &&
              same_sentence (findings, rate, part) && is_near (part, whole) &&
              fabs (100 * part->value / whole->value - rate->value) <= slack)
            return TRUE;
        }
    }

  return FALSE;
}

static void
check_ratio (Findings     *findings,
             const DzRule *rule)
{
  const DzFigure *rate = first_figure (findings, rule, "rate");
  const DzFigure *part = first_figure (findings, rule, "part");
  const DzFigure *whole = first_figure (findings, rule, "whole");
  g_autofree char *x = NULL;
  g_autofree char *y = NULL;
  g_autofree char *z = NULL;

  if (compare_ratio (findings, rule) != RATIO_DIFFERS || agrees_elsewhere (findings, rule) ||
      fits_its_sentence (findings, rate))
    return;
  x = format_value (part->value);
  y = format_value (whole->value);
  z = format_value (rate->value);
  find_fault (findings, rate, part, whole, "“%s”写为%s%%，按%s÷%s计算约为%.1f%%",
              name_of (findings, rate->indicator), z, x, y, 100 * part->value / whole->value);
}

/* 立案878件，办结851件，其中普通程序339件、简易程序512件: the parts are of another number of their sentence. */
static gboolean
is_told_beside (Findings       *findings,
                const DzFigure *part,
                double          sum)
{
  GArray *figures = findings->run->report->figures;

  for (guint i = 0; i < figures->len; i++)
    {
      const DzFigure *other = &g_array_index (figures, DzFigure, i);

      if (is_plain (other) && other->number.start < part->number.start && same_unit (other, part) &&
          same_sentence (findings, part, other) && fabs (other->value - sum) <= NEAR * fmax (1, sum))
        return TRUE;
    }

  return FALSE;
}

/* Two parts and the stated total, where all three stand together. */
static void
check_sum (Findings     *findings,
           const DzRule *rule)
{
  const DzFigure *total = first_figure (findings, rule, "total");
  const DzFigure *a = first_figure (findings, rule, "a");
  const DzFigure *b = first_figure (findings, rule, "b");
  g_autofree char *x = NULL;
  g_autofree char *y = NULL;
  g_autofree char *z = NULL;

  if (total == NULL || a == NULL || b == NULL || total->derived ||
      total->bound != DZ_BOUND_EXACT || a->bound != DZ_BOUND_EXACT ||
      b->bound != DZ_BOUND_EXACT || total->value < LEAST_SHARE * (a->value + b->value) ||
      a->value + b->value < LEAST_SHARE * total->value || !same_paragraph (findings->run, total, a) ||
      !same_paragraph (findings->run, total, b) ||
      fabs (a->value + b->value - total->value) <= NEAR * fmax (1, total->value) ||
      is_told_beside (findings, a, a->value + b->value))
    return;
  x = format_counted (a);
  y = format_counted (b);
  z = format_counted (total);
  find_fault (findings, total, a, b, "“%s”%s与“%s”%s合计不等于“%s”%s", name_of (findings, a->indicator),
              x, name_of (findings, b->indicator), y, name_of (findings, total->indicator), z);
}

static gboolean
says_original (const DzCheckRun *run,
               DzSpan            original,
               const char       *role)
{
  return dz_check_says (run, dz_fold_from_original (run->context->fold, original), role);
}

/* More was finished than was taken in. */
static void
check_pair (Findings       *findings,
            const DzFigure *whole,
            const DzFigure *part)
{
  const DzCheckRun *run = findings->run;
  g_autofree char *between = NULL;
  g_autofree char *x = NULL;
  g_autofree char *y = NULL;

  if (!is_plain (whole) || !is_plain (part) || !g_str_equal (whole->unit, part->unit) || part->value <= whole->value ||
      whole->bound != DZ_BOUND_EXACT || part->bound == DZ_BOUND_ABOUT || part->derived || whole->derived ||
      !dz_check_says (run, dz_check_clause_of (run, whole), "taken-in") || !says_original (run, part->span, "finished") ||
      dz_check_says (run, dz_check_clause_of (run, part), "taken-in") || !same_sentence (findings, whole, part) ||
      says_original (run, sentence_of (findings, part), "carried-over"))
    return;
  /* 其中法院委派429件、群众申请907件，成功调处1931件: what was finished is of the whole */
  between = dz_check_dup_text (run, (DzSpan){ sentence_of (findings, whole).start, whole->number.start });
  if (strstr (between, "其中") != NULL)
    return;
  g_clear_pointer (&between, g_free);
  /* 下半年受理97件，全年合计215件，化解211件 */
  between = dz_check_dup_text (run, (DzSpan){ whole->number.end, MAX (whole->number.end, part->number.start) });
  if (strpbrk (between, "0123456789") != NULL)
    return;
  x = dz_check_dup_text (run, part->span);
  y = dz_check_dup_text (run, whole->span);
  find_fault (findings, part, whole, NULL, "“%s”多于“%s”", x, y);
}

/* The parts behind 其中 add up to more than the whole before it. People may belong to two parts. */
static void
check_parts (Findings *findings,
             guint     first)
{
  const DzCheckRun *run = findings->run;
  GArray *figures = run->report->figures;
  const DzFigure *whole = &g_array_index (figures, DzFigure, first);
  gsize end = whole->number.end, from = end;
  double sums[2] = { 0 }, sum, most = whole->value;
  gboolean is_of_deeds = says_original (run, whole->span, "finished") || says_original (run, whole->span, "taken-in");
  guint n = 0;
  const DzFigure *last = NULL;

  if (!is_plain (whole) || whole->bound != DZ_BOUND_EXACT || g_str_equal (whole->unit, "人") ||
      g_str_equal (whole->unit, "人次"))
    return;
  for (guint i = first + 1; i < figures->len; i++)
    {
      const DzFigure *part = &g_array_index (figures, DzFigure, i);
      DzSpan between = { from, part->number.start };
      g_autofree char *words = part->number.start > from ? dz_check_dup_text (run, between) : NULL;
      gboolean opens = words != NULL && n == 0 && strstr (words, "其中") != NULL && g_utf8_strlen (words, -1) <= 14;
      gboolean goes_on = words != NULL && n > 0 && g_utf8_strlen (words, -1) <= 12 &&
                         (strstr (words, "、") != NULL || strstr (words, "，") != NULL);

      if ((!opens && !goes_on) || !is_plain (part) || !same_unit (part, whole) ||
          strstr (words, "。") != NULL || strstr (words, "；") != NULL ||
          (!is_of_deeds && (says_original (run, between, "finished") || says_original (run, between, "taken-in"))))
        break;
      /* 其中简易程序21件、城管领域30件: by procedure and by field are two divisions */
      sums[says_original (run, between, "procedure")] += part->value;
      from = part->number.end;
      last = part;
      /* what follows when the parts are all told is counted anew */
      if (++n >= 2 && fabs (sums[0] + sums[1] - whole->value) <= NEAR * whole->value)
        return;
    }
  sum = fmax (sums[0], sums[1]);
  /* 调解164件，成功160件，其中…: the parts may be of the first */
  for (guint i = first > MOST_BEFORE ? first - MOST_BEFORE : 0; n >= 2 && i < first; i++)
    {
      const DzFigure *before = &g_array_index (figures, DzFigure, i);

      if (is_plain (before) && same_unit (before, whole) && same_sentence (findings, before, whole))
        most = fmax (most, before->value);
    }
  if (n < 2 || sum <= most * (1 + NEAR) || says_original (run, sentence_of (findings, whole), "shared"))
    return;
  {
    g_autofree char *x = format_value (whole->value);
    g_autofree char *y = format_value (sum);
    g_autofree char *words = dz_check_dup_text (run, whole->span);
    const char *unit = whole->unit != NULL ? whole->unit : "";

    find_fault (findings, whole, last, NULL, "“%s”，其中各项合计%s%s，多于总数%s%s", words, y, unit, x, unit);
  }
}

static void
check_told_together (Findings *findings)
{
  GArray *figures = findings->run->report->figures;

  for (guint i = 0; i + 1 < figures->len; i++)
    {
      check_pair (findings, &g_array_index (figures, DzFigure, i), &g_array_index (figures, DzFigure, i + 1));
      check_parts (findings, i);
    }
}

void
dz_check_number (const DzCheckRun *run)
{
  g_autoptr(GString) message = g_string_new (NULL);
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (DzSpan));
  Findings findings = { run, message, spans, DZ_SPAN_NONE };
  DzCheck *check;

  for (guint i = 0; i < run->entry->rules->len; i++)
    {
      const DzRule *rule = g_ptr_array_index (run->entry->rules, i);

      if (g_str_equal (rule->name, "single"))
        check_single (&findings, rule);
      else if (g_str_equal (rule->name, "within"))
        check_within (&findings, rule);
      else if (g_str_equal (rule->name, "ratio"))
        check_ratio (&findings, rule);
      else if (g_str_equal (rule->name, "sum"))
        check_sum (&findings, rule);
    }
  if (message->len == 0)
    check_told_together (&findings);
  if (message->len == 0)
    {
      dz_check_add (run, DZ_RESULT_PASS, "未发现数值前后矛盾。");
      return;
    }
  check = dz_check_add (run, DZ_RESULT_FAIL, "%s，请核对。", message->str);
  for (guint i = 0; i < spans->len; i++)
    dz_check_add_span (check, g_array_index (spans, DzSpan, i));
}

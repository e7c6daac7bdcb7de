/* dz-sentences-weaknesses.c - 问题情况
 *
 * Counts are counts of bodies, N those that reported. Silence is 未提出.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-sentence-private.h"

#include "dz-format.h"

#define MAX_SOURCES 3 /* more are left to the table */

static const DzWeaknessCell *
cell_of_body (DzCommonWeaknesses *common,
              DzCommonRow        *row,
              const DzBody       *body)
{
  GPtrArray *bodies = dz_common_weaknesses_get_bodies (common);

  for (guint i = 0; i < bodies->len; i++)
    if (g_ptr_array_index (bodies, i) == body)
      return dz_common_row_get_cell (row, i);

  return NULL;
}

static guint
count_codes (DzCommonWeaknesses *common)
{
  guint n = 0;

  for (guint i = 0; i < dz_common_weaknesses_get_n_rows (common); i++)
    n += dz_common_row_get_count (dz_common_weaknesses_get_row (common, i)) > 0;

  return n;
}

/**
 * dz_sentence_named:
 *
 * Returns: (transfer full): 12个单位中有11个提出问题，涉及22类；鹭陂乡报告中未读出问题。
 */
DzSentence *
dz_sentence_named (DzCommonWeaknesses *common)
{
  DzSentence *sentence = dz_sentence_new ();
  GPtrArray *without = dz_common_weaknesses_get_without_part (common);
  guint n = dz_common_weaknesses_get_n_reported (common);
  /* problems are told whether or not the codebook has a code for their words */
  guint named = n - without->len;

  if (n == 0)
    return sentence;
  if (n == 1)
    dz_sentence_addf (sentence, named == 1 ? "已报送的1个单位提出问题，涉及%u类" : "已报送的1个单位报告中未读出问题（未提出不等于没有问题）",
                      count_codes (common));
  else if (named == 0)
    dz_sentence_addf (sentence, "%u个单位的报告中均未读出问题（未提出不等于没有问题）", n);
  else if (named == n)
    dz_sentence_addf (sentence, "%u个单位均提出问题，涉及%u类", n, count_codes (common));
  else
    dz_sentence_addf (sentence, "%u个单位中有%u个提出问题，涉及%u类", n, named,
                      count_codes (common));
  if (without->len > 0 && named > 0)
    {
      dz_sentence_add (sentence, "；");
      dz_sentence_add_names (sentence, without, "contents");
      dz_sentence_add (sentence, "报告中未读出问题");
    }
  dz_sentence_add (sentence, "。");

  return sentence;
}

/* Whether what more than half of the bodies name is what all of them name: that is said once, by dz_sentence_majority(). */
static gboolean
are_all_of_all (DzCommonWeaknesses *common)
{
  for (guint i = 0; i < dz_common_weaknesses_get_n_rows (common); i++)
    {
      DzCommonRow *row = dz_common_weaknesses_get_row (common, i);
      guint count = dz_common_row_get_count (row), total = dz_common_row_get_total (row);

      if (count * 2 <= total)
        return i > 0;
      if (count < total)
        return FALSE;
    }

  return TRUE;
}

/**
 * dz_sentence_top:
 *
 * Returns: (transfer full): which are named by most; empty where dz_sentence_majority() says it all
 */
DzSentence *
dz_sentence_top (DzCommonWeaknesses *common)
{
  DzSentence *sentence = dz_sentence_new ();
  guint n_rows = dz_common_weaknesses_get_n_rows (common);
  DzCommonRow *first = n_rows > 0 ? dz_common_weaknesses_get_row (common, 0) : NULL;
  g_autofree char *share = NULL;
  guint most, shared = 0;

  if (first == NULL || dz_common_row_get_count (first) == 0)
    return sentence;
  most = dz_common_row_get_count (first);
  if (are_all_of_all (common))
    return sentence;
  while (shared < n_rows &&
         dz_common_row_get_count (dz_common_weaknesses_get_row (common, shared)) == most)
    shared++;
  share = dz_sentence_share (most, dz_common_row_get_total (first));
  if (shared > 1 && most == dz_common_row_get_total (first))
    dz_sentence_addf (sentence, "有%u类问题%u个单位均提出。", shared, most);
  else if (shared > 1)
    dz_sentence_addf (sentence, "提出最多的%u类各有%u个单位中的%u个%s。", shared, dz_common_row_get_total (first),
                      most, share);
  else
    dz_sentence_addf (sentence, "提出最多的是“%s”，%u个单位中有%u个%s。", dz_common_row_get_entry (first)->name,
                      dz_common_row_get_total (first), most, share);

  return sentence;
}

/**
 * dz_sentence_majority:
 *
 * Returns: (transfer full): which are named by all, or by more than half, or that none is; of one body there is nothing to say
 */
DzSentence *
dz_sentence_majority (DzCommonWeaknesses *common)
{
  DzSentence *sentence = dz_sentence_new ();
  g_autoptr(GString) names = g_string_new (NULL);
  guint n = 0;

  if (count_codes (common) == 0 || dz_common_weaknesses_get_n_reported (common) == 1)
    return sentence;
  for (guint i = 0; i < dz_common_weaknesses_get_n_rows (common); i++)
    {
      DzCommonRow *row = dz_common_weaknesses_get_row (common, i);

      if (dz_common_row_get_count (row) * 2 <= dz_common_row_get_total (row))
        break;
      g_string_append_printf (names, "“%s”", dz_common_row_get_entry (row)->name); /* GB/T 15834: no 、 between */
      n++;
    }
  if (n == 0)
    dz_sentence_add (sentence, "没有过半数单位提出的问题。");
  else if (are_all_of_all (common))
    dz_sentence_addf (sentence, "%u个单位均提出的问题有%u类：%s。",
                      dz_common_row_get_total (dz_common_weaknesses_get_row (common, 0)), n, names->str);
  else
    dz_sentence_addf (sentence, "过半数单位提出的问题有%u类：%s。", n, names->str);

  return sentence;
}

/**
 * dz_sentence_weakness:
 *
 * Returns: (transfer full): 12个单位中有3个提出（占25%）：…
 */
DzSentence *
dz_sentence_weakness (DzCommonWeaknesses *common,
                      const char         *code)
{
  DzSentence *sentence = dz_sentence_new ();
  DzCommonRow *row = dz_common_weaknesses_find_row (common, code);
  GPtrArray *bodies = row != NULL ? dz_common_row_get_bodies (row) : NULL;
  guint n = dz_common_weaknesses_get_n_reported (common);

  if (bodies == NULL || bodies->len == 0)
    {
      dz_sentence_add (sentence, "没有单位提出（未提出不等于没有问题）。");
      return sentence;
    }
  if (bodies->len == 1)
    {
      const DzBody *body = g_ptr_array_index (bodies, 0);
      const DzWeaknessCell *cell = cell_of_body (common, row, body);

      dz_sentence_addf (sentence, "仅%s提出", body->name);
      dz_sentence_add_source (sentence, cell->report, dz_weakness_cell_get (cell, 0)->span);
    }
  else if (bodies->len == n)
    dz_sentence_addf (sentence, "%u个单位均提出", n);
  else
    {
      g_autofree char *share = dz_sentence_share (bodies->len, n);

      dz_sentence_addf (sentence, "%u个单位中有%u个提出%s：", n, bodies->len, share);
      dz_sentence_add_counted_names (sentence, bodies, "weaknesses");
    }
  dz_sentence_add (sentence, "。");

  return sentence;
}

/**
 * dz_sentence_counted_once:
 *
 * A weakness copied from a neighbour is one county's template and not two bodies' insight: the reader of N of M is
 * told how many have words of their own.
 *
 * Returns: (transfer full): how many remain where the same words count once; empty: all words differ
 */
DzSentence *
dz_sentence_counted_once (DzCommonWeaknesses *common,
                          const char         *code)
{
  DzSentence *sentence = dz_sentence_new ();
  DzCommonRow *row = dz_common_weaknesses_find_row (common, code);
  guint once = row != NULL ? dz_common_row_count_once (row) : 0;

  if (row != NULL && once < dz_common_row_get_count (row))
    dz_sentence_addf (sentence, "其中表述文字相同的合并计算，为%u个。", once);

  return sentence;
}

/**
 * dz_sentence_suggested:
 *
 * Returns: (transfer full): whose words wait to be confirmed; empty: nobody's
 */
DzSentence *
dz_sentence_suggested (DzCommonWeaknesses *common,
                       const char         *code)
{
  DzSentence *sentence = dz_sentence_new ();
  DzCommonRow *row = dz_common_weaknesses_find_row (common, code);

  if (row == NULL || dz_common_row_get_suggested (row)->len == 0)
    return sentence;
  dz_sentence_add_names (sentence, dz_common_row_get_suggested (row), "weaknesses");
  dz_sentence_add (sentence, "的表述待确认，不计入。");

  return sentence;
}

static gboolean
is_claimed (DzYearChange *change,
            const DzBody *body,
            const char   *code)
{
  DzChangeRow *row = change != NULL ? dz_year_change_find_row (change, body->id) : NULL;
  const DzWeaknessChange *of = row != NULL ? dz_change_row_find_change (row, code) : NULL;

  return of != NULL && of->claim >= 0;
}

static void
add_claim_source (DzSentence   *sentence,
                  DzYearChange *change,
                  const DzBody *body,
                  const char   *code)
{
  DzChangeRow *row = dz_year_change_find_row (change, body->id);
  const DzWeaknessChange *of = dz_change_row_find_change (row, code);
  DzReport *report = dz_change_row_get_this_report (row);

  dz_sentence_add_source (sentence, report, g_array_index (report->weaknesses, DzWeakness, (guint) of->claim).rectified);
}

/**
 * dz_sentence_last_year:
 * @change: (nullable): for what was claimed to be put right
 *
 * Returns: (transfer full): which of those that name it named it last year too; empty: none of them
 */
DzSentence *
dz_sentence_last_year (DzCommonWeaknesses *common,
                       DzYearChange       *change,
                       const char         *code)
{
  DzSentence *sentence = dz_sentence_new ();
  DzCommonRow *row = dz_common_weaknesses_find_row (common, code);
  g_autoptr(GPtrArray) again = g_ptr_array_new ();
  g_autoptr(GPtrArray) claimed = g_ptr_array_new ();
  int last = dz_common_weaknesses_get_year (common) - 1;

  for (guint i = 0; row != NULL && i < dz_common_row_get_bodies (row)->len; i++)
    {
      DzBody *body = g_ptr_array_index (dz_common_row_get_bodies (row), i);
      const DzWeaknessCell *cell = cell_of_body (common, row, body);

      if (cell->last_year_report != NULL && cell->last_year)
        g_ptr_array_add (is_claimed (change, body, code) ? claimed : again, body);
    }
  if (again->len > 0)
    {
      dz_sentence_add_names (sentence, again, "weaknesses");
      dz_sentence_addf (sentence, "%d年度也提出。", last);
    }
  if (claimed->len > 0)
    {
      dz_sentence_add_names (sentence, claimed, "weaknesses");
      dz_sentence_addf (sentence, "%d年度也提出，%d年报告称已整改", last, last + 1);
      for (guint i = 0; i < MIN (claimed->len, MAX_SOURCES); i++)
        add_claim_source (sentence, change, g_ptr_array_index (claimed, i), code);
      dz_sentence_add (sentence, "。");
    }

  return sentence;
}

/**
 * dz_sentence_not_compared:
 *
 * What belongs to dz_sentence_last_year() wherever the names can be looked up; a circular says nothing of them.
 *
 * Returns: (transfer full): which of those that name it had no report last year; empty: none, or nobody named it then
 */
DzSentence *
dz_sentence_not_compared (DzCommonWeaknesses *common,
                          const char         *code)
{
  DzSentence *sentence = dz_sentence_new ();
  DzCommonRow *row = dz_common_weaknesses_find_row (common, code);
  g_autoptr(GPtrArray) without = g_ptr_array_new ();
  gboolean compared = FALSE;

  for (guint i = 0; row != NULL && i < dz_common_row_get_bodies (row)->len; i++)
    {
      DzBody *body = g_ptr_array_index (dz_common_row_get_bodies (row), i);
      const DzWeaknessCell *cell = cell_of_body (common, row, body);

      compared |= cell->last_year_report != NULL && cell->last_year;
      if (cell->last_year_report == NULL)
        g_ptr_array_add (without, body);
    }
  if (without->len == 0 || !compared)
    return sentence;
  dz_sentence_add_names (sentence, without, "weaknesses");
  dz_sentence_addf (sentence, "%d年度无报告，不作比较。", dz_common_weaknesses_get_year (common) - 1);

  return sentence;
}

/* 计划中有直接措施的33项次、部分措施的2项次，…，其余9项次待核 */
static void
add_mixed_answers (DzSentence           *sentence,
                   const DzAnswerCounts *answers)
{
  guint rest = answers->generic + answers->none;

  if (answers->direct + answers->partial > 0)
    dz_sentence_add (sentence, "计划中有");
  if (answers->direct > 0)
    dz_sentence_addf (sentence, "直接措施的%u项次", answers->direct);
  if (answers->partial > 0)
    dz_sentence_addf (sentence, "%s部分措施的%u项次", answers->direct > 0 ? "、" : "", answers->partial);
  if (answers->open == 0 && rest > 0)
    dz_sentence_addf (sentence, "，其余%u项次为一般表述或没有措施", rest);
  else if (rest > 0)
    dz_sentence_addf (sentence, "%s为一般表述或没有措施的%u项次", answers->direct + answers->partial > 0 ? "，" : "计划中",
                      rest);
  if (answers->open > 0)
    dz_sentence_addf (sentence, "，其余%u项次的措施待核", answers->open);
}

/**
 * dz_sentence_answers:
 *
 * Returns: (transfer full): 共提出43项次，计划中有直接措施的33项次……
 */
DzSentence *
dz_sentence_answers (DzCommonWeaknesses *common)
{
  DzSentence *sentence = dz_sentence_new ();
  const DzAnswerCounts *answers = dz_common_weaknesses_get_answers (common);

  if (answers->total == 0)
    return sentence;
  dz_sentence_addf (sentence, "共提出%u项次，", answers->total);
  if (answers->open == answers->total)
    dz_sentence_add (sentence, "计划中的措施待核");
  else if (answers->generic + answers->none == answers->total)
    dz_sentence_add (sentence, "计划中均为一般表述或没有措施");
  else if (answers->direct == answers->total)
    dz_sentence_add (sentence, "计划中均有直接措施");
  else
    add_mixed_answers (sentence, answers);
  dz_sentence_add (sentence, "。");

  return sentence;
}

#define OPEN (DZ_GRADE_DIRECT + 1) /* 待核, whatever was read */

static guint
grade_of (const DzWeaknessCell *cell)
{
  return cell->open ? OPEN : cell->grade;
}

static void
add_answer_sources (DzSentence         *sentence,
                    DzCommonWeaknesses *common,
                    DzCommonRow        *row,
                    guint               grade)
{
  GPtrArray *bodies = dz_common_row_get_bodies (row);
  guint n = 0;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < bodies->len; i++)
      {
        const DzWeaknessCell *cell = cell_of_body (common, row, g_ptr_array_index (bodies, i));
        const DzWeakness *answer = dz_weakness_cell_get_answer (cell);

        if (grade_of (cell) != grade || answer == NULL)
          continue;
        if (pass == 0)
          n++;
        else if (n <= MAX_SOURCES)
          dz_sentence_add_source (sentence, cell->report, answer->answer);
      }
  if (n > MAX_SOURCES)
    dz_sentence_add_table (sentence, "weaknesses");
}

static const struct
{
  guint grade;
  const char *all;  /* 3个单位的计划…… */
  const char *some; /* 1个…… */
  const char *one;  /* 计划…… */
} grade_words[] = {
  { DZ_GRADE_DIRECT, "均有直接措施", "有直接措施", "有直接措施" },
  { DZ_GRADE_PARTIAL, "均有部分措施", "有部分措施", "有部分措施" },
  { DZ_GRADE_GENERIC, "均为一般表述", "为一般表述", "为一般表述" },
  { DZ_GRADE_NONE, "均未见对应措施", "未见对应措施", "未见对应措施" },
  { OPEN, "中的措施待核", "待核", "中的措施待核" },
};

/**
 * dz_sentence_answers_to:
 *
 * Returns: (transfer full): what the plans of those that name @code offer; empty: nobody names it
 */
DzSentence *
dz_sentence_answers_to (DzCommonWeaknesses *common,
                        const char         *code)
{
  DzSentence *sentence = dz_sentence_new ();
  DzCommonRow *row = dz_common_weaknesses_find_row (common, code);
  const DzAnswerCounts *answers = row != NULL ? dz_common_row_get_answers (row) : NULL;
  guint n_grades = 0;

  if (answers == NULL || answers->total == 0)
    return sentence;
  if (answers->none == answers->total)
    {
      dz_sentence_add (sentence, answers->total > 1 ? "计划中均未见对应措施。"
                                                    : "计划中未见对应措施。");
      return sentence;
    }
  for (guint i = 0; i < G_N_ELEMENTS (grade_words); i++)
    {
      const guint counts[] = { answers->none, answers->generic, answers->partial, answers->direct, answers->open };
      guint count = counts[grade_words[i].grade];

      if (count == 0)
        continue;
      if (answers->total == 1)
        dz_sentence_addf (sentence, "计划%s", grade_words[i].one);
      else if (count == answers->total)
        dz_sentence_addf (sentence, "%u个单位的计划%s", count, grade_words[i].all);
      else
        {
          if (n_grades == 0)
            dz_sentence_addf (sentence, "%u个单位的计划中", answers->total);
          dz_sentence_addf (sentence, "，%u个%s", count, grade_words[i].some);
        }
      n_grades++;
      add_answer_sources (sentence, common, row, grade_words[i].grade);
    }
  dz_sentence_add (sentence, "。");

  return sentence;
}

/**
 * dz_sentence_unnamed:
 *
 * Returns: (transfer full): 未提出：… the codes nobody names; empty: every code is named
 */
DzSentence *
dz_sentence_unnamed (DzCommonWeaknesses *common)
{
  DzSentence *sentence = dz_sentence_new ();
  g_autoptr(GPtrArray) unnamed = dz_common_weaknesses_list_unnamed (common);

  if (unnamed->len == 0 || dz_common_weaknesses_get_n_reported (common) == 0)
    return sentence;
  dz_sentence_add (sentence, "未提出：");
  for (guint i = 0; i < unnamed->len; i++)
    dz_sentence_addf (sentence, "%s%s", i > 0 ? "；" : "", /* some names have a 、 of their own */
                      ((const DzEntry *) g_ptr_array_index (unnamed, i))->name);
  dz_sentence_add (sentence, "。");

  return sentence;
}

/**
 * dz_sentences_summary_weaknesses:
 *
 * Returns: (transfer full) (element-type DzSentence): 三、问题情况, the most important first
 */
GPtrArray *
dz_sentences_summary_weaknesses (DzCommonWeaknesses *common,
                                 DzYearChange       *change)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_sentence_free);

  dz_sentences_take (sentences, dz_sentence_named (common));
  dz_sentences_take (sentences, dz_sentence_top (common));
  dz_sentences_take (sentences, dz_sentence_majority (common));
  dz_sentences_take (sentences, dz_sentence_answers (common));
  if (change != NULL)
    dz_sentences_take (sentences, dz_sentence_destinations (change));

  return sentences;
}

/* dz-sentences-roster.c - 报送情况: who reported, and whether the contents are there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-sentence-private.h"

/* How a missing content is said: of several reports, and in a list for one. */
static const struct
{
  const char *lacking;
  const char *name;
} absent_words[DZ_N_CONTENTS] = {
  { "未写明工作成效", "成效" },         { "未写明存在问题", "问题" },
  { "未写明问题原因", "问题原因" },     { "未写明第一责任人履职", "第一责任人履职" },
  { "未写明下一步计划", "下一步计划" }, { "未写明上年度整改", "上年度整改" },
};

static const char *const kind_names[] = { "报告", "年度报告", "述职报告" };

static void
add_kinds (DzSentence           *sentence,
           const DzRosterTotals *totals)
{
  if (totals->annual > 0 && totals->duty > 0)
    dz_sentence_addf (sentence, "，其中年度报告%u份、述职报告%u份", totals->annual, totals->duty);
  else if (totals->annual > 0 && totals->other == 0)
    dz_sentence_add (sentence, "，均为年度报告");
  else if (totals->duty > 0 && totals->other == 0)
    dz_sentence_add (sentence, "，均为述职报告");
}

static GPtrArray *
list_missing (DzRosterTable *roster)
{
  GPtrArray *missing = g_ptr_array_new ();

  for (guint i = 0; i < dz_roster_table_get_n_rows (roster); i++)
    {
      DzRosterRow *row = dz_roster_table_get_row (roster, i);

      if (dz_roster_row_is_missing (row))
        g_ptr_array_add (missing, (gpointer) dz_roster_row_get_body (row));
    }

  return missing;
}

static gboolean
is_of_kind (DzRosterRow *row,
            DzReportKind kind)
{
  DzReport *report = dz_roster_row_get_report (row);

  return report != NULL && report->identity.kind == kind;
}

/* What came and is neither of the two reports: （…所报文件的种类待核 */
static void
add_other (DzSentence    *sentence,
           DzRosterTable *roster)
{
  g_autoptr(GPtrArray) bodies = g_ptr_array_new ();

  for (guint i = 0; i < dz_roster_table_get_n_rows (roster); i++)
    {
      DzRosterRow *row = dz_roster_table_get_row (roster, i);

      if (is_of_kind (row, DZ_KIND_OTHER))
        g_ptr_array_add (bodies, (gpointer) dz_roster_row_get_body (row));
    }
  if (bodies->len == 0)
    return;
  dz_sentence_add (sentence, "（");
  dz_sentence_add_names (sentence, bodies, "contents");
  dz_sentence_add (sentence, "所报文件的种类待核）");
}

/**
 * dz_sentence_received:
 * @elsewhere: (nullable): words that tell where the names stand, if they are more than a sentence has
 *
 * Returns: (transfer full): 应报送单位12个，已报送8个；未报送4个：…
 */
DzSentence *
dz_sentence_received (DzRosterTable *roster,
                      const char    *elsewhere)
{
  DzSentence *sentence = dz_sentence_new ();
  const DzRosterTotals *totals = dz_roster_table_get_totals (roster);
  g_autoptr(GPtrArray) missing = list_missing (roster);

  if (totals->due == 0)
    return sentence;
  dz_sentence_addf (sentence, "应报送单位%u个，", totals->due);
  if (totals->received == 0)
    {
      dz_sentence_add (sentence, "均未报送。");
      return sentence;
    }
  dz_sentence_addf (sentence, "已报送%u个", totals->received);
  add_other (sentence, roster);
  if (missing->len == 0)
    add_kinds (sentence, totals);
  else if (missing->len == 1)
    dz_sentence_addf (sentence, "；%s未报送",
                      ((const DzBody *) g_ptr_array_index (missing, 0))->name);
  else
    {
      dz_sentence_addf (sentence, "；未报送%u个", missing->len);
      dz_sentence_add (sentence, elsewhere != NULL && missing->len > DZ_NAMES_ALL ? elsewhere : "：");
      if (elsewhere == NULL || missing->len <= DZ_NAMES_ALL)
        dz_sentence_add_counted_names (sentence, missing, "contents");
    }
  dz_sentence_add (sentence, "。");

  return sentence;
}

/* Reports that lack just this one content: 未写明问题原因的2份：六渠乡[9]、石竺乡[10] */
static void
add_lacking_one (DzSentence    *sentence,
                 DzRosterTable *roster,
                 DzReportKind   kind,
                 DzContent      content)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < dz_roster_table_get_n_rows (roster); i++)
    {
      DzRosterRow *row = dz_roster_table_get_row (roster, i);

      if (is_of_kind (row, kind) && dz_roster_row_count_absent (row) == 1 &&
          dz_roster_row_get_content (row, content, NULL) == DZ_CONTENT_ABSENT)
        g_ptr_array_add (rows, row);
    }
  if (rows->len == 0)
    return;
  dz_sentence_addf (sentence, "，%s的%u份：", absent_words[content].lacking, rows->len);
  for (guint i = 0; i < rows->len && i < (rows->len > DZ_NAMES_ALL ? DZ_NAMES_FIRST : DZ_NAMES_ALL);
       i++)
    {
      DzRosterRow *row = g_ptr_array_index (rows, i);

      dz_sentence_addf (sentence, "%s%s", i > 0 ? "、" : "", dz_roster_row_get_body (row)->name);
      dz_sentence_add_source (sentence, dz_roster_row_get_report (row), DZ_SPAN_NONE);
    }
  if (rows->len > DZ_NAMES_ALL)
    {
      dz_sentence_addf (sentence, "等%u个单位", rows->len);
      dz_sentence_add_table (sentence, "contents");
    }
}

/* 鹭陂乡[12]缺问题、上年度整改两项 */
static void
add_lacking_several (DzSentence  *sentence,
                     DzRosterRow *row)
{
  static const char *const numbers[] = { "", "一", "两", "三", "四", "五", "六" };
  guint n = 0;

  dz_sentence_add (sentence, dz_roster_row_get_body (row)->name);
  dz_sentence_add_source (sentence, dz_roster_row_get_report (row), DZ_SPAN_NONE);
  dz_sentence_add (sentence, "缺");
  for (guint i = 0; i < DZ_N_CONTENTS; i++)
    if (dz_roster_row_get_content (row, i, NULL) == DZ_CONTENT_ABSENT)
      dz_sentence_addf (sentence, "%s%s", n++ > 0 ? "、" : "", absent_words[i].name);
  dz_sentence_addf (sentence, "%s项", numbers[n]);
  dz_sentence_add_table (sentence, "contents");
}

/**
 * dz_sentence_contents:
 * @kind: DZ_KIND_ANNUAL_REPORT or DZ_KIND_DUTY_REPORT
 *
 * Returns: (transfer full): whether the required contents are there, in the reports of one kind
 */
DzSentence *
dz_sentence_contents (DzRosterTable *roster,
                      DzReportKind   kind)
{
  DzSentence *sentence = dz_sentence_new ();
  guint n = 0;
  guint complete = 0;
  guint unknown = 0;

  for (guint i = 0; i < dz_roster_table_get_n_rows (roster); i++)
    {
      DzRosterRow *row = dz_roster_table_get_row (roster, i);

      n += is_of_kind (row, kind);
      unknown += is_of_kind (row, kind) && !dz_roster_row_is_complete (row) &&
                 dz_roster_row_count_absent (row) == 0;
      complete += is_of_kind (row, kind) && dz_roster_row_is_complete (row);
    }
  if (n == 0)
    return sentence;
  if (complete == n)
    {
      dz_sentence_addf (sentence, "%u份%s要求内容齐全。", n, kind_names[kind]);
      return sentence;
    }
  if (n == 1 && unknown == 1)
    {
      dz_sentence_addf (sentence, "1份%s的内容待核对。", kind_names[kind]);
      return sentence;
    }
  dz_sentence_addf (sentence, "%u份%s中", n, kind_names[kind]);
  if (complete > 0)
    dz_sentence_addf (sentence, "，要求内容齐全的%u份", complete);
  for (guint i = 0; i < DZ_N_CONTENTS; i++)
    add_lacking_one (sentence, roster, kind, i);
  for (guint i = 0; i < dz_roster_table_get_n_rows (roster); i++)
    {
      DzRosterRow *row = dz_roster_table_get_row (roster, i);

      if (!is_of_kind (row, kind) || dz_roster_row_count_absent (row) < 2)
        continue;
      dz_sentence_add (sentence, "，");
      add_lacking_several (sentence, row);
    }
  if (unknown > 0)
    dz_sentence_addf (sentence, "，%u份内容待核对", unknown);
  dz_sentence_add (sentence, "。");

  return sentence;
}

/**
 * dz_sentences_absent:
 *
 * Returns: (transfer full) (element-type DzSentence): a sentence per report that lacks something,
 *   in roster order
 */
GPtrArray *
dz_sentences_absent (DzRosterTable *roster)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_sentence_free);

  for (guint i = 0; i < dz_roster_table_get_n_rows (roster); i++)
    {
      DzRosterRow *row = dz_roster_table_get_row (roster, i);
      DzSentence *sentence;

      if (dz_roster_row_is_missing (row) || dz_roster_row_count_absent (row) == 0)
        continue;
      sentence = dz_sentence_new ();
      add_lacking_several (sentence, row);
      dz_sentence_add (sentence, "。");
      g_ptr_array_add (sentences, sentence);
    }

  return sentences;
}

/**
 * dz_sentences_summary_received:
 * @elsewhere: (nullable): see dz_sentence_received()
 *
 * Returns: (transfer full) (element-type DzSentence): 一、报送情况, the most important first
 */
GPtrArray *
dz_sentences_summary_received (DzRosterTable *roster,
                               const char    *elsewhere)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_sentence_free);

  dz_sentences_take (sentences, dz_sentence_received (roster, elsewhere));
  dz_sentences_take (sentences, dz_sentence_contents (roster, DZ_KIND_ANNUAL_REPORT));
  dz_sentences_take (sentences, dz_sentence_contents (roster, DZ_KIND_DUTY_REPORT));

  return sentences;
}

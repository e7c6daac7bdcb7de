/* dz-spoken-word.c - what the words of files and databases are called in a table that people read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-spoken-word.h"

static const struct { const char *word; const char *said; } words[] = {
  /* kinds of report */
  { "other", "其他" }, { "annual_report", "年度报告" }, { "duty_report", "述职报告" },
  /* how far a measure answers a weakness */
  { "none", "无措施" }, { "generic", "笼统" }, { "partial", "部分" }, { "direct", "直接" },
  /* results of checks, and what was decided about them */
  { "pass", "通过" }, { "fail", "未通过" }, { "cannot_tell", "无法判断" },
  { "suggested", "待核" }, { "confirmed", "已确认" }, { "corrected", "已更正" }, { "rejected", "已否定" },
  { "certain", "确定" }, { "likely", "可能" },
  /* how sure a number is */
  { "exact", "确数" }, { "at_least", "不少于" }, { "at_most", "不超过" }, { "about", "约数" },
  /* a report beside the county's own table */
  { "different", "不一致" }, { "unsure", "待核" }, { "unreported", "未报" }, { "no_report", "没有报告" },
  { "within", "相符" }, { "same", "一致" },
  /* what became of a problem of the ledger */
  { "open", "未整改" }, { "under-way", "整改中" }, { "done", "已整改" }, { "lasting", "长期坚持" },
  /* whether the body's own report declares it */
  { "unknown", "不能对照" }, { "no-report", "没有报告" }, { "not-found", "未见提出" }, { "found", "已提出" },
  /* what is found */
  { "figure", "数值" }, { "weakness", "问题" }, { "cause", "原因" }, { "promise", "上年计划" },
  /* what became of a weakness of last year */
  { "claimed-again", "称已整改，又提出" }, { "unclaimed-again", "未称整改，又提出" }, { "claimed-gone", "称已整改，未再提" },
  { "silent-gone", "未说明，未再提" }, { "new", "今年新提出" },
  /* why a number or a weakness is set aside */
  { "change", "增减幅度" }, { "county", "全县情况" }, { "cumulative", "累计数" }, { "date", "日期" },
  { "density", "平均数" }, { "example", "举例" }, { "last-year", "上年情况" }, { "name", "名称中的数字" },
  { "ordinal", "序数" }, { "outline", "标题编号" }, { "plan", "计划数" }, { "qualified-zero", "有条件的零" },
  { "rank", "排名" }, { "requirement", "要求" }, { "rhythm", "时间频次" }, { "sub-case", "其中数" },
  { "too-large", "数值过大，不可信" }, { "village", "村级情况" },
};

/**
 * dz_spoken_word:
 * @word: (nullable): as JSON Lines and reviews have it
 *
 * Returns: (transfer none) (nullable): what people call it; @word itself where it has no other name
 */
const char *
dz_spoken_word (const char *word)
{
  for (guint i = 0; word != NULL && i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].word, word))
      return words[i].said;

  return word;
}

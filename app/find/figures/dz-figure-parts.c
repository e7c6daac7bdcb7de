/* dz-figure-parts.c - a part told beside its whole, in a clause of its own
 *
 * 抗旱期间化解争水纠纷41件 beside 全年化解矛盾纠纷381件: what is told of a season, of one person, of one
 * corner or of one kind is no second value where the report tells the whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-figure-parts.h"

#include <math.h>
#include <string.h>

/* Bytes between the verb and 纠纷 that may hold a kind of them. */
#define LONGEST_KIND 30

static gboolean
holds_any (const char        *text,
           DzSpan             span,
           const char *const *words)
{
  for (; *words != NULL; words++)
    if (span.start < span.end && g_strstr_len (text + span.start, (gssize) (span.end - span.start), *words) != NULL)
      return TRUE;

  return FALSE;
}

/* The words of @figure's sentence before its number, from the figure before it on. */
static DzSpan
get_words (const char     *text,
           const GArray   *figures,
           guint           index)
{
  static const char *const ends[] = { "。", "；" };
  const DzFigure *figure = &g_array_index (figures, DzFigure, index);
  DzSpan words = { 0, figure->number.start };

  for (gsize at = words.end; at > 0 && words.start == 0; at--)
    {
      if (text[at - 1] == '\n')
        words.start = at;
      for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
        if (at >= strlen (ends[i]) && memcmp (text + at - strlen (ends[i]), ends[i], strlen (ends[i])) == 0)
          words.start = at;
    }
  for (guint i = index; i > 0; i--)
    {
      const DzFigure *earlier = &g_array_index (figures, DzFigure, i - 1);

      if (earlier->indicator == figure->indicator && earlier->number.end <= words.end)
        words.start = MAX (words.start, earlier->number.end);
    }

  return words;
}

/* 汛期, 当天, 邱某一人, 城北片区: not the whole body, or not the whole year. */
static gboolean
is_narrow (const char *text,
           DzSpan      words)
{
  static const char *const settings[] = { "期间", "时节", "季节", "旺季", "汛期", "春耕", "秋收", "开海", "禁渔", "节前",
                                          "节后", "前后", "当天", "当日", "当月", "个月就", "个月里", "个月内", "一个人",
                                          "一人就", "一人调", "一人化", "一个人就", "线上", "在线", "云平台", "云调解", "某某", "某一人", "片区", "旺月", "高峰", NULL };

  return holds_any (text, words, settings);
}

/* 化解争水纠纷, but neither 化解矛盾纠纷 nor 化解各类纠纷: one kind of them. */
static gboolean
is_one_kind (const char *text,
             DzSpan      words)
{
  static const char *const verbs[] = { "调解", "化解", "调处", "处理", "受理", "排查", "摸排", NULL };
  static const char *const general[] = { "矛盾", "各类", "各种", "民间", "群众", "社会", "基层", "辖区", "村民", "居民", "全",
                                         "共", "等", "类", "成功", "多起", "简易", "普通", "一般", "历史", "上述", "此类",
                                         "苗头", "双方", "案件", "疑难", "重大", "复杂", NULL };
  const char *noun = g_strrstr_len (text + words.start, (gssize) (words.end - words.start), "纠纷");
  DzSpan kind;

  if (noun == NULL)
    return FALSE;
  kind = (DzSpan) { words.start, (gsize) (noun - text) };
  for (guint i = 0; verbs[i] != NULL; i++)
    {
      const char *verb = g_strrstr_len (text + kind.start, (gssize) (kind.end - kind.start), verbs[i]);

      if (verb != NULL)
        kind.start = (gsize) (verb - text) + strlen (verbs[i]);
    }

  return kind.start > words.start && kind.end > kind.start && kind.end - kind.start <= LONGEST_KIND &&
         !holds_any (text, kind, general);
}

/* 接待来访群众303批 beside 受理信访事项288件: visits, where the matters are told. */
static gboolean
is_of_visits (const char     *text,
              const GArray   *figures,
              guint           index)
{
  const DzFigure *figure = &g_array_index (figures, DzFigure, index);

  for (guint i = 0; i < figures->len; i++)
    {
      const DzFigure *other = &g_array_index (figures, DzFigure, i);

      if (i != index && other->indicator == figure->indicator && !other->derived &&
          g_strstr_len (text + other->number.start, (gssize) (other->number.end - other->number.start), "件") != NULL)
        return g_strstr_len (text + figure->number.start, (gssize) (figure->number.end - figure->number.start),
                             "批") != NULL;
    }

  return FALSE;
}

static gboolean
is_told_of_whole (const char *text,
                  DzSpan      words)
{
  static const char *const wholes[] = { "全年", "全镇", "全乡", "全街道", "共", "累计", "合计", "总计", "一年", "年内",
                                        "各类", "总数", "今年", NULL };

  return holds_any (text, words, wholes);
}

/* 化解纠纷58件，全镇总数是371件: the sentence goes on from a part to its whole. */
static gboolean
is_whole_of (const char     *text,
             const GArray   *figures,
             guint           whole,
             guint           part)
{
  static const char *const wholes[] = { "全镇", "全乡", "全街道", "总数", "总量", "，合计", "，共计", "，总计", "；合计", "全年共",
                                        "全年累计", NULL };
  const DzFigure *one = &g_array_index (figures, DzFigure, part);
  const DzFigure *all = &g_array_index (figures, DzFigure, whole);
  DzSpan between = { one->number.end, all->number.start };

  return whole > part && between.start < between.end && between.end - between.start < 150 &&
         memchr (text + between.start, '\n', between.end - between.start) == NULL &&
         g_strstr_len (text + between.start, (gssize) (between.end - between.start), "。") == NULL &&
         holds_any (text, between, wholes) &&
         !holds_any (text, get_words (text, figures, part), wholes);
}

/* Whether the report tells a larger value of @index's indicator of the whole. */
static gboolean
has_whole (const char   *text,
           const GArray *figures,
           guint         index,
           gboolean      narrow)
{
  const DzFigure *part = &g_array_index (figures, DzFigure, index);

  for (guint i = 0; i < figures->len; i++)
    {
      const DzFigure *whole = &g_array_index (figures, DzFigure, i);
      DzSpan words;

      if (whole->indicator != part->indicator || whole->derived || whole->value <= part->value)
        continue;
      if (is_whole_of (text, figures, i, index))
        return TRUE;
      words = get_words (text, figures, i);
      if (narrow && is_told_of_whole (text, words) && !is_narrow (text, words))
        return TRUE;
    }

  return FALSE;
}

/* The report's figures with their numbers where they stand in the folded text: a line may end in
 * the middle of a sentence. */
static GArray *
fold_figures (DzContext *context)
{
  const GArray *figures = context->report->figures;
  GArray *folded = g_array_sized_new (FALSE, FALSE, sizeof (DzFigure), figures->len);

  g_array_append_vals (folded, figures->data, figures->len);
  for (guint i = 0; i < folded->len; i++)
    {
      DzFigure *figure = &g_array_index (folded, DzFigure, i);

      figure->number = dz_fold_from_original (context->fold, figure->number);
    }

  return folded;
}

/**
 * dz_figure_parts_set_aside:
 *
 * Sets aside the parts of the report's figures that stand beside their whole.
 */
void
dz_figure_parts_set_aside (DzContext *context)
{
  DzReport *report = context->report;
  const char *text = context->folded;
  g_autoptr(GArray) figures = fold_figures (context);
  g_autoptr(GArray) parts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < figures->len; i++)
    {
      const DzFigure *figure = &g_array_index (figures, DzFigure, i);
      DzSpan words;

      if (figure->indicator == NULL || figure->derived || g_str_equal (figure->unit, "%"))
        continue;
      words = get_words (text, figures, i);
      if (is_of_visits (text, figures, i) ||
          has_whole (text, figures, i, is_narrow (text, words) || is_one_kind (text, words)))
        g_array_append_val (parts, i);
    }
  for (guint i = 0; i < parts->len; i++)
    {
      DzFigure *figure = &g_array_index (report->figures, DzFigure, g_array_index (parts, guint, i));

      figure->indicator = NULL;
      figure->set_aside = g_intern_static_string ("sub-case");
    }
}

/* dz-figure-parts.c - a part told beside its whole, in a clause of its own
 *
 * 抗旱期间化解争水纠纷41件 beside 全年化解矛盾纠纷381件: what is told of a season, of one person, of one
 * corner or of one kind is no second value where the report tells the whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-figure-parts.h"

#include "dz-word-list.h"

#include <string.h>

/* Bytes between the verb and 纠纷 that may hold a kind of them. */
#define LONGEST_KIND 30

/* Bytes between a part and the whole its sentence goes on to. */
#define NEAR_WHOLE 150

static gboolean
holds_any (const char        *text,
           DzSpan             span,
           const char *const *words)
{
  return dz_words_stand (text, span.start, span.end, words);
}

/* A figure among those of its indicator, as they are told; places are of the folded text: a line may end
 * in the middle of a sentence. */
typedef struct
{
  const DzFigure *figure;
  guint index;   /* of the report's figures */
  gsize start;   /* of its evidence: they are in order of it */
  DzSpan number;
  gsize reach;   /* the last byte any number so far reaches */
  DzSpan words;  /* of its sentence before its number, from the number before it on */
} Mention;

static const Mention *
get (const GArray *mentions,
     guint         index)
{
  return &g_array_index (mentions, Mention, index);
}

/* Where the last number that ends at @at or before ends, 0 if none does. */
static gsize
find_number_before (const GArray *mentions,
                    gsize         at)
{
  gsize end = 0;

  for (guint i = mentions->len; i > 0 && get (mentions, i - 1)->reach > end; i--)
    if (get (mentions, i - 1)->number.end <= at)
      end = MAX (end, get (mentions, i - 1)->number.end);

  return end;
}

/* Where the sentence of @at begins, @floor if not behind it. */
static gsize
find_sentence (const char *text,
               gsize       floor,
               gsize       at)
{
  static const char *const ends[] = { "。", "；" };

  for (; at > floor; at--)
    {
      if (text[at - 1] == '\n')
        return at;
      for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
        if (at >= strlen (ends[i]) && memcmp (text + at - strlen (ends[i]), ends[i], strlen (ends[i])) == 0)
          return at;
    }

  return floor;
}

static void
add_mention (DzContext *context,
             GArray    *mentions,
             guint      index)
{
  const DzFigure *figure = &g_array_index (context->report->figures, DzFigure, index);
  Mention mention = { .figure = figure, .index = index };

  mention.start = dz_fold_from_original (context->fold, figure->span).start;
  mention.number = dz_fold_from_original (context->fold, figure->number);
  mention.reach = MAX (mention.number.end, mentions->len > 0 ? get (mentions, mentions->len - 1)->reach : 0);
  mention.words.end = mention.number.start;
  mention.words.start = find_sentence (context->folded, find_number_before (mentions, mention.number.start),
                                       mention.number.start);
  g_array_append_val (mentions, mention);
}

/* 汛期, 当天, 邱某一人, 城北片区: not the whole body, or not the whole year. */
static gboolean
is_narrow (const char *text,
           DzSpan      words)
{
  static const char *const settings[] = { "期间", "时节", "季节", "旺季", "汛期", "春耕", "秋收", "开海", "禁渔", "节前",
                                          "节后", "前后", "当天", "当日", "当月", "季度", "上半年", "下半年", "个月就", "个月里", "个月内", "一个人",
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

/* 上半年、下半年分别排查160件、142件: the words of the first hold for what a 、 joins to it. */
static gboolean
is_told_narrow (const char   *text,
                const GArray *mentions,
                guint         index)
{
  while (index > 0 && get (mentions, index)->words.end - get (mentions, index)->words.start == 3 &&
         memcmp (text + get (mentions, index)->words.start, "、", 3) == 0)
    index--;

  return is_narrow (text, get (mentions, index)->words);
}

static gboolean
counts_in (const char    *text,
           const Mention *mention,
           const char    *unit)
{
  const char *const units[] = { unit, NULL };

  return holds_any (text, mention->number, units);
}

/* 接待来访群众303批 beside 受理信访事项288件: visits, where the matters are told. */
static gboolean
is_of_visits (const char    *text,
              const Mention *mention,
              guint          matters)
{
  return matters > (counts_in (text, mention, "件") ? 1 : 0) && counts_in (text, mention, "批");
}

static gboolean
is_told_of_whole (const char *text,
                  DzSpan      words)
{
  static const char *const wholes[] = { "全年", "全镇", "全乡", "全街道", "共", "累计", "合计", "总计", "一年", "年内",
                                        "各类", "总数", "今年", NULL };

  return holds_any (text, words, wholes);
}

/* 镇调委会调处98件，各村调处174件，共272件: nothing but 共 stands before the whole. */
static gboolean
is_bare_sum (const char *text,
             DzSpan      words)
{
  static const char *const sum = "，共";

  return words.end - words.start == strlen (sum) && memcmp (text + words.start, sum, strlen (sum)) == 0;
}

/* 化解纠纷58件，全镇总数是371件: the sentence goes on from a part to its whole. */
static gboolean
is_whole_of (const char    *text,
             const Mention *whole,
             const Mention *part)
{
  static const char *const wholes[] = { "全镇", "全乡", "全街道", "总数", "总量", "，合计", "，共计", "，总计", "；合计", "全年共",
                                        "全年累计", NULL };
  static const char *const others[] = { "带动", "指导", "推动各", "督促各", NULL };
  DzSpan between = { part->number.end, whole->number.start };

  return between.start < between.end && between.end - between.start < NEAR_WHOLE &&
         memchr (text + between.start, '\n', between.end - between.start) == NULL &&
         g_strstr_len (text + between.start, (gssize) (between.end - between.start), "。") == NULL &&
         !holds_any (text, between, others) && (holds_any (text, between, wholes) || is_bare_sum (text, whole->words)) && !holds_any (text, part->words, wholes);
}

/* Whether the sentence goes on to a larger value, of the whole. */
static gboolean
goes_on_to_whole (const char   *text,
                  const GArray *mentions,
                  guint         index)
{
  const Mention *part = get (mentions, index);

  for (guint i = index + 1; i < mentions->len && get (mentions, i)->start < part->number.end + NEAR_WHOLE; i++)
    {
      const Mention *whole = get (mentions, i);

      if (!whole->figure->derived && whole->figure->value > part->figure->value && is_whole_of (text, whole, part))
        return TRUE;
    }

  return FALSE;
}

/* Adds the parts among the figures of one indicator. */
static void
find_parts (const char   *text,
            const GArray *mentions,
            GArray       *parts)
{
  double largest = -G_MAXDOUBLE; /* told of the whole */
  guint matters = 0;

  for (guint i = 0; i < mentions->len; i++)
    {
      const Mention *mention = get (mentions, i);

      if (mention->figure->derived)
        continue;
      matters += counts_in (text, mention, "件");
      if (mention->figure->value > largest && is_told_of_whole (text, mention->words) && !is_narrow (text, mention->words))
        largest = mention->figure->value;
    }
  for (guint i = 0; i < mentions->len; i++)
    {
      const Mention *mention = get (mentions, i);

      if (mention->figure->derived || g_str_equal (mention->figure->unit, "%"))
        continue;
      if (is_of_visits (text, mention, matters) || goes_on_to_whole (text, mentions, i) ||
          (largest > mention->figure->value && (is_told_narrow (text, mentions, i) || is_one_kind (text, mention->words))))
        g_array_append_val (parts, mention->index);
    }
}

/* The report's figures by their indicators. */
static GHashTable *
list_mentions (DzContext *context)
{
  const GArray *figures = context->report->figures;
  GHashTable *lists = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < figures->len; i++)
    {
      const char *indicator = g_array_index (figures, DzFigure, i).indicator;
      GArray *mentions = indicator != NULL ? g_hash_table_lookup (lists, indicator) : NULL;

      if (indicator == NULL)
        continue;
      if (mentions == NULL)
        {
          mentions = g_array_new (FALSE, FALSE, sizeof (Mention));
          g_hash_table_insert (lists, (gpointer) indicator, mentions);
        }
      add_mention (context, mentions, i);
    }

  return lists;
}

/**
 * dz_figure_parts_set_aside:
 *
 * Sets aside the parts of the report's figures that stand beside their whole.
 */
void
dz_figure_parts_set_aside (DzContext *context)
{
  g_autoptr(GHashTable) lists = list_mentions (context);
  g_autoptr(GArray) parts = g_array_new (FALSE, FALSE, sizeof (guint));
  GHashTableIter iter;
  gpointer mentions;

  g_hash_table_iter_init (&iter, lists);
  while (g_hash_table_iter_next (&iter, NULL, &mentions))
    find_parts (context->folded, mentions, parts);
  for (guint i = 0; i < parts->len; i++)
    {
      DzFigure *figure = &g_array_index (context->report->figures, DzFigure, g_array_index (parts, guint, i));

      figure->indicator = NULL;
      figure->set_aside = g_intern_static_string ("sub-case");
    }
}

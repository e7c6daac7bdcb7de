/* dz-figure-frames.c - what is counted: the small grammar of a quantity
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-figure-frames.h"

#include "dz-char.h"
#include "dz-figure-words.h"

#include <string.h>

/* A noun behind its measure word is not longer than this. */
#define LONGEST_NOUN 42

/* Bytes of what is said between a noun and its number as people speak. */
#define LONGEST_SPOKEN 36

#define MOST_ITEMS 6

static DzFigureFrame *
get_frame (DzFigureScene *scene,
           guint          index)
{
  return &g_array_index (scene->frames, DzFigureFrame, index);
}

static gboolean
has_at (const DzFigureScene *scene,
        gsize                at,
        const char          *word)
{
  return dz_word_at (scene->text, scene->len, at, word) > 0;
}

/* Where a noun ends whatever follows it. */
static gboolean
ends_noun (const DzFigureScene *scene,
           gsize                at)
{
  static const char *const marks[] = { "、", "，", "（", "）", "“", "《", "—", "和", "与", "及", "里", "为", "被", "由", "有", "是", "在", "并", "将", "把", "对", "占",
                                       "实际", "累计", "中有", "中，", "中的", "中只", "中仅", "中已", "当中", "之中" };

  if ((guchar) scene->text[at] < 0xe2 || (has_at (scene, at, "中") && dz_number_starts_at (scene->text, at + 3)))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (has_at (scene, at, marks[i]))
      return TRUE;

  return FALSE;
}

/* 村（社区）, 村（居）: the bracket belongs to the noun. Returns its bytes. */
static gsize
skip_village_mark (const DzFigureScene *scene,
                 gsize                at)
{
  static const char *const marks[] = { "（社区）", "（居）", "（居委会）", "（村）" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (has_at (scene, at, marks[i]))
      return strlen (marks[i]);

  return 0;
}

/* 处置组, 调解员, 检查站: the verb is the first half of a noun. */
static gboolean
makes_noun (const DzFigureScene *scene,
            gsize                at)
{
  static const char *const tails[] = { "组", "室", "站", "点", "员", "会", "中心", "队", "案件", "人员",
                                       "机构", "单", "书", "群", "岗", "台", "对象", "课", "类", "人", "委", "工作",
                                       "平台", "协议", "事项", "证", "站", "所" };

  for (guint i = 0; i < G_N_ELEMENTS (tails); i++)
    if (has_at (scene, at, tails[i]))
      return TRUE;

  return FALSE;
}

/* Where the first verb of @span begins; its end if there is none. */
static gsize
find_verb (const DzFigureScene *scene,
           DzSpan               span)
{
  DzSpan verb;
  gsize from = span.start;
  gsize end = span.end;

  while (dz_figure_scene_find_word (scene, DZ_GRAMMAR_VERB, span, &verb))
    {
      /* one syllable is a verb only where a noun would begin: 3件报县政府, but 法制审核员 */
      if (verb.end - verb.start < 6 ? verb.start == from : !makes_noun (scene, verb.end))
        return verb.start;
      span.start = verb.end;
    }

  return end;
}

/* 3名新人没有参加考试, 2件未办结: what is said of them is what they lack. */
static gboolean
is_denied (const DzFigureScene *scene,
           gsize                at)
{
  static const char *const words[] = { "没有", "未", "尚未", "还没", "仍未", "不" };

  if (has_at (scene, at, "不予"))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (has_at (scene, at, words[i]))
      return TRUE;

  return FALSE;
}

/* 两个季度才发, 三个多月: a stretch of time, whatever follows. */
static gboolean
starts_time (const DzFigureScene *scene,
             gsize                at)
{
  static const char *const words[] = { "季度", "月", "星期", "周", "晚", "工作日", "小时", "学期", "年头" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (has_at (scene, at, words[i]))
      return TRUE;

  return FALSE;
}

/* The words right behind a measure word, up to a verb, a mark or the next number. */
static void
read_own_noun (DzFigureScene *scene,
               guint          index)
{
  const DzQuantity *quantity = dz_figure_scene_quantity (scene, index);
  DzWindows *windows = &g_array_index (scene->windows, DzWindows, index);
  DzFigureFrame *frame = get_frame (scene, index);
  DzSpan noun = { quantity->span.end, quantity->span.end };
  gsize stop = MIN (windows->after.end, noun.start + LONGEST_NOUN);
  DzSpan verb;

  if (quantity->number.form != DZ_NUMBER_COUNT || quantity->unit == NULL || !quantity->listed ||
      g_str_has_suffix (quantity->unit, "元"))
    stop = noun.start; /* a rate, a sum or a name counts nothing */

  if (has_at (scene, noun.start, "的"))
    noun.start = noun.end = noun.start + 3;
  stop = find_verb (scene, (DzSpan) { noun.start, stop });
  while (noun.end < stop && (!ends_noun (scene, noun.end) || skip_village_mark (scene, noun.end)))
    noun.end += skip_village_mark (scene, noun.end) ? skip_village_mark (scene, noun.end) : (gsize) g_utf8_skip[(guchar) scene->text[noun.end]];
  frame->own = noun;
  frame->lacking = is_denied (scene, noun.end);
  if (dz_figure_scene_find_word (scene, DZ_GRAMMAR_ALL,
                                 (DzSpan) { noun.start, windows->after.end }, &verb))
    frame->all = verb.start;
  frame->foreign = starts_time (scene, noun.start);
  for (gsize from = noun.start; from < noun.end && !frame->foreign;
       from += (gsize) g_utf8_skip[(guchar) scene->text[from]])
    frame->foreign = dz_figure_scene_word_at (scene, DZ_GRAMMAR_FOREIGN, from, noun.end) == noun.end;
}

/* What may follow 中 where it means “of these”. */
static gboolean
starts_part (const DzFigureScene *scene,
             gsize                at)
{
  static const char *const words[] = { "有", "，", "仅", "只", "已", "的", "另", "持" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (has_at (scene, at, words[i]))
      return TRUE;

  return at < scene->len && dz_number_starts_at (scene->text, at);
}

/* N人中有M人, N名队员里，M名: where the words of the part begin; 0: it is no part. */
static gsize
read_part (const DzFigureScene *scene,
           DzSpan               own,
           gsize                next)
{
  static const char *const within[] = { "当中", "之中", "中", "里", "里面" };

  for (guint i = 0; i < G_N_ELEMENTS (within); i++)
    if (has_at (scene, own.end, within[i]))
      {
        gsize at = own.end + strlen (within[i]);

        /* 27名中层干部 is no part of 27 */
        return at <= next && (i != 2 || starts_part (scene, at)) ? at : 0;
      }

  return 0;
}

/* A window that says only that some of the former are meant. */
static gboolean
is_among (const DzFigureScene *scene,
          DzSpan               window)
{
  static const char *const words[] = { "有", "其中有", "还有", "仅有", "只有", "另有" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i]) == window.end - window.start && has_at (scene, window.start, words[i]))
      return TRUE;

  return FALSE;
}

static void
lay_part (DzFigureScene *scene,
          guint          index)
{
  const DzQuantity *whole = dz_figure_scene_quantity (scene, index);
  const DzQuantity *part = dz_figure_scene_quantity (scene, index + 1);
  DzWindows *windows = &g_array_index (scene->windows, DzWindows, index);
  const DzFigureFrame *frame = get_frame (scene, index);
  gsize at;

  if (!whole->listed || !part->listed || whole->measure == 0 ||
      dz_figure_scene_clause (scene, windows[0].clause)->full !=
        dz_figure_scene_clause (scene, windows[1].clause)->full)
    return;
  /* 提出意见八十余条，有五份退回 */
  if (is_among (scene, windows[1].before))
    {
      get_frame (scene, index + 1)->whole = (int) index;
      return;
    }
  at = read_part (scene, frame->own, part->span.start);
  if (at == 0)
    return;
  windows[0].after.end = frame->own.end;
  windows[1].before.start = MIN (MAX (at, windows[1].before.start), windows[1].before.end);
  get_frame (scene, index + 1)->whole = (int) index;
}

static gboolean starts_link (const DzFigureScene *scene, gsize at, gsize end);

/* 1名法制员、2名顾问: the noun of a number is not in front of the next one. */
static void
pass_own_noun (DzFigureScene *scene,
               guint          index)
{
  DzWindows *next = &g_array_index (scene->windows, DzWindows, index + 1);
  const DzFigureFrame *frame = get_frame (scene, index);

  if (!dz_span_is_empty (frame->own) && frame->own.start >= next->before.start &&
      frame->own.end < next->before.end && starts_link (scene, frame->own.end, next->before.end))
    next->before.start = MIN (frame->own.end + 3, next->before.end);
}

static gboolean
starts_link (const DzFigureScene *scene,
             gsize                at,
             gsize                end)
{
  static const char *const links[] = { "、", "和", "与", "及", "，" };

  /* 及格率, 及时率 */
  if (has_at (scene, at, "及格") || has_at (scene, at, "及时"))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    if (at + 3 <= end && has_at (scene, at, links[i]))
      return TRUE;

  return FALSE;
}

/* The items of a list, from its last: their spans without the links. */
static guint
split_items (const DzFigureScene *scene,
             DzSpan               list,
             DzSpan              *items)
{
  guint n = 0;
  gsize from = list.start;

  for (gsize at = list.start; at <= list.end;
       at += at < list.end ? (gsize) g_utf8_skip[(guchar) scene->text[at]] : 1)
    if (at == list.end || starts_link (scene, at, list.end))
      {
        if (n == MOST_ITEMS)
          return 0;
        items[n++] = (DzSpan) { from, at };
        from = at + 3;
      }

  return n;
}

/* A、B分别为1、2 and A、B依次为1、2: each noun of the list has the number in its place. */
static void
lay_respective (DzFigureScene *scene,
                guint          first)
{
  DzWindows *windows = &g_array_index (scene->windows, DzWindows, first);
  DzSpan items[MOST_ITEMS];
  DzSpan list = windows->before;
  DzSpan shared = { list.end, list.end };
  DzSpan word;
  guint n;
  guint numbers = 1;

  if (!dz_figure_scene_find_word (scene, DZ_GRAMMAR_RESPECTIVE, list, &word))
    return;
  list.end = word.start;
  shared.start = word.end;
  n = split_items (scene, list, items);
  while (numbers < n && first + numbers < scene->quantities->len)
    {
      const DzQuantity *last = dz_figure_scene_quantity (scene, first + numbers - 1);
      const DzQuantity *next = dz_figure_scene_quantity (scene, first + numbers);

      if (next->span.start - last->span.end > 3 ||
          !(next->span.start == last->span.end || starts_link (scene, last->span.end, next->span.start)))
        break;
      numbers++;
    }
  if (n < 2 || numbers != n)
    return;
  for (guint i = 0; i < n; i++)
    {
      g_array_index (scene->windows, DzWindows, first + i).before = items[i];
      g_array_index (scene->windows, DzWindows, first + i).apart = TRUE;
      g_array_index (scene->windows, DzWindows, first + i).shared = shared;
    }
}

/**
 * dz_figure_frames_lay:
 *
 * Fills the scene's frames and cuts the windows of parts and of numbers told in the order of
 * their nouns.
 */
void
dz_figure_frames_lay (DzFigureScene *scene)
{
  const DzFigureFrame none = { DZ_SPAN_NONE, FALSE, FALSE, 0, -1 };

  for (guint i = 0; i < scene->windows->len; i++)
    {
      g_array_append_val (scene->frames, none);
      read_own_noun (scene, i);
    }
  for (guint i = 0; i + 1 < scene->windows->len; i++)
    {
      lay_part (scene, i);
      pass_own_noun (scene, i);
    }
  for (guint i = 0; i < scene->windows->len; i++)
    lay_respective (scene, i);
}

/* 压减至, 扩充到, 调整为: the value a change leads to. */
static gboolean
leads_to (const DzFigureScene *scene,
          DzSpan               window)
{
  static const char *const ends[] = { "至", "到", "为", "成", "了" };

  if (window.end - window.start > 15 || window.end - window.start < 6)
    return FALSE;
  for (gsize at = window.start; at < window.end; at++)
    if ((guchar) scene->text[at] < 0x80)
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (has_at (scene, window.end - 3, ends[i]) &&
        dz_figure_scene_find (scene, scene->rules->grammar[DZ_GRAMMAR_CHANGED], window, NULL))
      return TRUE;

  return FALSE;
}

/**
 * dz_figure_frames_is_spoken:
 *
 * 班子坐在一起学法，前后学了7回: as people speak, a deed stands before the number that says again what
 * the clause before has named.
 *
 * Returns: whether @window holds lead-ins and deeds that name nothing
 */
gboolean
dz_figure_frames_is_spoken (const DzFigureScene *scene,
                            DzSpan               window)
{
  if (window.end > window.start + LONGEST_SPOKEN)
    return FALSE;
  while (window.start < window.end)
    {
      gsize end = dz_figure_scene_word_at (scene, DZ_GRAMMAR_SPOKEN, window.start, window.end);

      if (end == 0)
        end = dz_figure_scene_word_at (scene, DZ_GRAMMAR_LEAD, window.start, window.end);
      if (end == 0)
        return FALSE;
      window.start = end;
    }

  return TRUE;
}

/**
 * dz_figure_frames_is_bare:
 *
 * Returns: whether @window holds nothing but lead-ins, so that the quantity behind it says no
 *   noun of its own
 */
gboolean
dz_figure_frames_is_bare (const DzFigureScene *scene,
                          DzSpan               window)
{
  if (window.end > window.start + DZ_FIGURE_LONGEST_LEAD)
    return FALSE;
  if (leads_to (scene, window))
    return TRUE;
  window.start = dz_figure_words_from_actual (scene->text, window);
  while (window.start < window.end)
    {
      gsize end;

      /* 2025年完成9次 */
      if (g_ascii_isdigit (scene->text[window.start]) || has_at (scene, window.start, "年") ||
          has_at (scene, window.start, "月"))
        {
          window.start += (gsize) g_utf8_skip[(guchar) scene->text[window.start]];
          continue;
        }
      end = dz_figure_scene_word_at (scene, DZ_GRAMMAR_LEAD, window.start, window.end);

      if (end == 0)
        return FALSE;
      window.start = end;
    }

  return TRUE;
}

/* dz-figure-words.c - the words between a noun and its number, and what they keep the noun from meaning
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE /* memrchr */

#include "dz-figure-words.h"

#include "dz-char.h"

#include <string.h>

guint
dz_figure_words_count (const char *text,
                       DzSpan      span)
{
  guint n = 0;

  for (gsize i = span.start; i < span.end; i++)
    n += ((guchar) text[i] & 0xc0) != 0x80;

  return n;
}

gboolean
dz_figure_words_start (const char *text,
                       DzSpan      span,
                       const char *word)
{
  return dz_word_at (text, span.end, span.start, word) > 0;
}

/* 受征地影响实际建成2处: where the words of what came to be begin, in place of what was planned. */
gsize
dz_figure_words_from_actual (const char *text,
                             DzSpan      window)
{
  const char *actual = g_strrstr_len (text + window.start, (gssize) (window.end - window.start), "实际");

  return actual != NULL ? (gsize) (actual - text) : window.start;
}

/* Whether a window holds nothing but lead-ins: 全年共, 累计, 达, 开展 ... */
gboolean
dz_figure_words_are_bare (const DzFigureScene *scene,
                          DzSpan               window)
{
  static const char *const leads[] = { "全年", "年内", "今年", "累计", "共计", "总计", "合计", "先后",
                                       "目前", "现有", "共有", "现", "共", "已", "达到", "达", "为",
                                       "有",   "等",   "均",   "约",   "近",   "总数", "、",   "了",
                                       "截至", "其中", "（",   "均达", "也", "计", "实现", "开展",
                                       "举办", "组织", "完成", "办理", "及", "和", "以及", "又", "”",
                                       "同比", "较上年", "比上年", "较去年", "比去年", "下降", "上升",
                                       "增长", "减少", "增加", "提高", "提升", "降低", "到", "至",
                                       "增至", "降", "升", "按时", "按期", "在册", "登记", "培育", "培养", "分别", "分别为", "分别达", "比", "较", "去年", "同期", "降幅",
                                       "增幅", "幅度", "办", "开", "一年", "了", "涉及", "实际", "本年", "本年度", "当年",
                                       "上半年", "下半年", "前三季度", "新收", "学了", "就", "的", "连同", "加上", "其他类型", "其他各类", "活动", "建成", "新建",
                                       "跟", "与", "同", "相比", "上年", "少", "多", "砍", "压", "掉", "跌", "缩", "添", "涨", "扩" };

  if (window.end > window.start + DZ_FIGURE_LONGEST_LEAD)
    return FALSE;
  window.start = dz_figure_words_from_actual (scene->text, window);
  while (window.start < window.end)
    {
      const char *at = scene->text + window.start;
      gboolean known = FALSE;

      /* each begins with a Chinese character or mark: most are told apart by that */
      for (guint i = 0; i < G_N_ELEMENTS (leads) && !known; i++)
        if (at[2] == leads[i][2] && at[1] == leads[i][1] && dz_figure_words_start (scene->text, window, leads[i]))
          {
            window.start += strlen (leads[i]);
            known = TRUE;
          }
      if (!known)
        return FALSE;
    }

  return TRUE;
}

/* Whether a list goes on to its next item between a quantity and the rest of a cue. */
gboolean
dz_figure_words_cross_item (const DzFigureScene *scene,
                            DzSpan               span)
{
  static const char *const marks[] = { "、", "（", "和", "其中" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_strstr_len (scene->text + span.start, (gssize) (span.end - span.start), marks[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* 12人（持证10人）, 3件、文件1件: words behind a bracket or a list mark belong to the next item. */
gboolean
dz_figure_words_open_item (const DzFigureScene *scene,
                           DzSpan               between)
{
  return dz_figure_words_start (scene->text, between, "（") || dz_figure_words_start (scene->text, between, "、") ||
         dz_figure_words_start (scene->text, between, "和");
}

/* 16人中持证的只有12人: what stands behind the first number is told of some of it. */
gboolean
dz_figure_words_open_some (const DzFigureScene *scene,
                           DzSpan               between)
{
  static const char *const among[] = { "中", "里", "当中", "之中" };

  for (guint i = 0; i < G_N_ELEMENTS (among); i++)
    if (dz_figure_words_start (scene->text, between, among[i]))
      return TRUE;

  return FALSE;
}

/* Whether a cue is only part of the name of a law: 《行政复议法》. */
gboolean
dz_figure_words_in_title (const DzFigureScene *scene,
                          DzSpan               hit)
{
  gsize floor = hit.start > 90 ? hit.start - 90 : 0;
  const char *mark;

  for (gsize end = hit.start; (mark = memrchr (scene->text + floor, "《"[0], end - floor)) != NULL;
       end = (gsize) (mark - scene->text))
    {
      if (memcmp (mark, "》", 3) == 0)
        return FALSE;
      if (memcmp (mark, "《", 3) == 0)
        return memchr (mark, '\n', (gsize) (scene->text + hit.start - mark)) == NULL &&
               g_strstr_len (scene->text + hit.start, (gssize) (hit.end - hit.start), "》") == NULL;
    }

  return FALSE;
}


/* 研究议题5次: the acts are counted, whatever noun stands before. */
static gboolean
counts_acts (const DzQuantity *quantity)
{
  static const char *const units[] = { "次", "个次", "场", "期", "轮", "回", "节", "讲", "堂", "届", "人次" };

  for (guint i = 0; quantity->unit != NULL && i < G_N_ELEMENTS (units); i++)
    if (dz_word_at (quantity->unit, G_MAXSIZE, 0, units[i]) > 0)
      return TRUE;

  return FALSE;
}

/* Whether a noun that counts for itself stands between @hit and the number. */
static gboolean
ends_in_another (const DzFigureScene *scene,
                 guint                index,
                 DzSpan               hit)
{
  DzSpan before = dz_figure_scene_windows (scene, index)->before;
  DzSpan tail = { MAX (before.start, hit.end), before.end };
  DzSpan found;

  while (dz_figure_scene_find_word (scene, DZ_GRAMMAR_FOREIGN, tail, &found))
    {
      if (found.end == before.end)
        return TRUE;
      tail.start = found.start + 3;
    }

  return FALSE;
}

/**
 * dz_figure_words_counts_another:
 *
 * 督导9个村, 信访、妇联五个部门: the noun behind the measure word is counted, not what stands before.
 * And of N人中有M人 what stands before 中 is said of N.
 *
 * Returns: whether the number @index counts something else than what @hit names
 */
gboolean
dz_figure_words_counts_another (const DzFigureScene *scene,
                guint                index,
                const DzCue         *cue,
                DzSpan               hit)
{
  const DzQuantity *quantity = dz_figure_scene_quantity (scene, index);
  const DzFigureFrame *frame = dz_figure_scene_frame (scene, index);

  if (index > 0)
    {
      DzSpan earlier = dz_figure_scene_frame (scene, index - 1)->own;

      if (!dz_span_is_empty (earlier) && earlier.start <= hit.start && hit.end <= earlier.end &&
          earlier.end < quantity->span.start)
        return TRUE;
    }
  if (frame->whole >= 0 &&
      hit.start < dz_figure_scene_quantity (scene, (guint) frame->whole)->span.end)
    return TRUE;
  /* 设综合窗口4个, 检查站所7个: the noun right before the number is another thing */
  if (hit.end <= quantity->span.start && !counts_acts (quantity) && ends_in_another (scene, index, hit) &&
      !dz_figure_words_is_of_label (scene, index) &&
      !dz_figure_scene_find (scene, cue->noun, dz_figure_scene_windows (scene, index)->before, NULL))
    return TRUE;
  if (!frame->foreign || dz_figure_scene_find (scene, cue->noun, frame->own, NULL))
    return FALSE;

  return hit.end <= quantity->span.start || hit.start >= frame->own.end;
}

/**
 * dz_figure_words_is_single_thing:
 *
 * Returns: whether the number says one of a kind (一堂法治课, 连一台执法记录仪) and is no count: no deed
 *   stands before it
 */
gboolean
dz_figure_words_is_single_thing (const DzFigureScene *scene,
                 guint                index,
                 DzSpan               hit)
{
  static const char *const deeds[] = { "开展", "举办", "召开", "组织", "建成", "新建", "建立", "成立", "新增", "发生",
                                       "收到", "配备", "购置", "更新", "创建", "创成", "打造", "办理", "查处", "化解", "添", "购", "发来", "送来", "制发", "听",
                                       "调解", "设立", "受理", "制定", "出台", "聘请", "开设", "设有", "现有", "完成" };
  const DzQuantity *quantity = dz_figure_scene_quantity (scene, index);
  DzSpan before = dz_figure_scene_windows (scene, index)->before;

  /* 八个村各建了一个广场: eight of them */
  if (!quantity->number.chinese || quantity->number.value != 1 || quantity->each)
    return FALSE;
  /* 顾问8人（一人兼两三个村）: one of them does something */
  if (hit.end <= quantity->span.start && g_strcmp0 (quantity->unit, "人") == 0)
    return quantity->span.end < scene->len && (guchar) scene->text[quantity->span.end] >= 0xe4 &&
           (guchar) scene->text[quantity->span.end] < 0xef;
  /* 公示栏上只有一个总数: it is told what there is one of */
  if (hit.end <= quantity->span.start)
    return g_strcmp0 (quantity->unit, "个") == 0 && !dz_span_is_empty (dz_figure_scene_frame (scene, index)->own);
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    if (dz_word_find (scene->text, before.start, before.end, deeds[i]) != NULL)
      return FALSE;

  return TRUE;
}

/**
 * dz_figure_words_is_bracketed:
 *
 * Returns: whether a bracket that was open at @from closes before @to
 */
gboolean
dz_figure_words_is_bracketed (const DzFigureScene *scene,
              gsize                from,
              gsize                to)
{
  for (gsize at = from; at + 3 <= to; at += (gsize) g_utf8_skip[(guchar) scene->text[at]])
    {
      if (memcmp (scene->text + at, "（", 3) == 0)
        return FALSE;
      if (memcmp (scene->text + at, "）", 3) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * dz_figure_words_is_listed:
 * @number: where the number begins
 *
 * Returns: whether @hit is one of the things a list names before its head: 列席会议、出具意见等服务94次 are services
 */
gboolean
dz_figure_words_is_listed (const DzFigureScene *scene,
                           DzSpan               hit,
                           gsize                number)
{
  const char *among = hit.end < number ? dz_word_find (scene->text, hit.end, number, "等") : NULL;
  DzSpan head;

  if (among == NULL)
    return FALSE;
  head = (DzSpan) { (gsize) (among - scene->text) + strlen ("等"), number };

  return head.end - head.start >= 6 && !dz_figure_words_are_bare (scene, head);
}

/**
 * dz_figure_words_is_of_label:
 *
 * Returns: whether the number @index only says how many there are of one level of what the words before the
 *   colon name: 调解组织：镇级1个、村级15个
 */
gboolean
dz_figure_words_is_of_label (const DzFigureScene *scene,
                             guint                index)
{
  static const char *const colon = "：";
  const DzWindows *windows = dz_figure_scene_windows (scene, index);
  DzSpan words = windows->before;

  if (windows->clause == 0 ||
      !dz_figure_words_start (scene->text, (DzSpan) { dz_figure_scene_clause (scene, windows->clause - 1)->span.end, scene->len }, colon))
    return FALSE;
  if (dz_figure_words_start (scene->text, words, "、"))
    words.start += strlen ("、");

  return words.start < words.end &&
         dz_figure_scene_word_at (scene, DZ_GRAMMAR_LEVEL, words.start, words.end) == words.end;
}

/**
 * dz_figure_words_is_own:
 *
 * Returns: whether the words behind a number say what it is, so that no noun of an earlier clause
 *   does: ，5人为辅助人员, ，2件被维持, ，1次因防汛请假
 */
gboolean
dz_figure_words_is_own (const DzFigureScene *scene,
                        guint                index)
{
  static const char *const words[] = { "为", "系", "属于", "则是", "则为" };
  static const char *const empty[] = { "（", "）", "、", "以上", "左右", "均", "都", "全部", "无一", "一个不", "次", "等", "其中", "|", "\t", " " };
  const DzQuantity *quantity = dz_figure_scene_quantity (scene, index);
  DzSpan clause = dz_figure_scene_clause (scene, dz_figure_scene_windows (scene, index)->clause)->span;
  DzSpan behind = { quantity->span.end, clause.end };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (dz_figure_words_start (scene->text, behind, words[i]))
      return TRUE;
  if (quantity->span.start > clause.start || dz_span_is_empty (behind) || quantity->number.form != DZ_NUMBER_COUNT)
    return FALSE;
  /* 培训：4期210人次: the next number says nothing of this one */
  if (g_ascii_isdigit (scene->text[behind.start]))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (empty); i++)
    if (dz_figure_words_start (scene->text, behind, empty[i]))
      return FALSE;

  return TRUE;
}

/**
 * dz_figure_words_is_of_next:
 *
 * Returns: whether @hit behind the number @index is the verb of the next one: 发现的12个问题整改11个
 */
gboolean
dz_figure_words_is_of_next (const DzFigureScene *scene,
                            guint                index,
                            DzSpan               hit)
{
  const DzQuantity *quantity = dz_figure_scene_quantity (scene, index);
  const DzQuantity *next;

  if (hit.start < quantity->span.end || index + 1 >= scene->quantities->len)
    return FALSE;
  next = dz_figure_scene_quantity (scene, index + 1);

  return next->listed && next->span.start == hit.end && next->measure != 0 && next->measure == quantity->measure;
}

/**
 * dz_figure_words_is_part_in_bracket:
 *
 * Returns: whether the number stands in a bracket, and @hit before it is counted by a number behind
 *   the bracket: 调解员（专职4名）共58名
 */
gboolean
dz_figure_words_is_part_in_bracket (const DzFigureScene *scene,
                    guint                index,
                    DzSpan               hit)
{
  const DzQuantity *quantity = dz_figure_scene_quantity (scene, index);
  DzSpan clause = dz_figure_scene_clause (scene, dz_figure_scene_windows (scene, index)->clause)->span;
  gsize open = 0;

  /* a clause may hold thousands of numbers: its brackets are counted for those with one in front */
  if (hit.end >= quantity->span.start ||
      dz_word_find (scene->text, hit.end, quantity->span.start, "（") == NULL)
    return FALSE;
  if (dz_figure_scene_count_brackets (scene, (DzSpan) { clause.start, quantity->span.start }, &open) == 0 ||
      hit.end > open)
    return FALSE;
  for (guint i = index + 1; i < scene->quantities->len; i++)
    {
      const DzQuantity *later = dz_figure_scene_quantity (scene, i);
      gsize other = 0;

      if (later->span.start >= clause.end)
        return FALSE;
      if (later->listed && later->measure == quantity->measure &&
          dz_figure_scene_count_brackets (scene, (DzSpan) { open, later->span.start }, &other) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * dz_figure_words_is_piece:
 *
 * Returns: whether a number with 个 counts something else than the people @hit names: 66个调解员 and
 *   调解员66个 are mediators, 13个村培训调解员 and 调解员某一个人 are not
 */
gboolean
dz_figure_words_is_piece (const DzFigureScene    *scene,
                          const DzIndicatorRules *indicator,
                          guint                   index,
                          DzSpan                  hit)
{
  static const char *const groups[] = { "团", "队", "组", "室", "站" };
  static const char *const persons[] = { "书记", "主任", "站长", "所长", "负责人", "人员", "干部", "成员" };
  const DzQuantity *quantity = dz_figure_scene_quantity (scene, index);
  DzSpan own = dz_figure_scene_frame (scene, index)->own;

  if (g_strcmp0 (quantity->unit, "个") != 0 || g_strcmp0 (indicator->entry->kind, "people") != 0)
    return FALSE;
  if (quantity->number.value < 2)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (quantity->span.start >= 3 && memcmp (scene->text + quantity->span.start - 3, groups[i], 3) == 0)
      return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (persons); i++)
    if (g_strstr_len (scene->text + own.start, (gssize) (own.end - own.start), persons[i]) != NULL)
      return FALSE;

  return hit.end <= quantity->span.start ? !dz_span_is_empty (own) : hit.start != quantity->span.end;
}

/**
 * dz_figure_words_follows_list:
 *
 * Returns: whether @before ends in the 等 of a list, which says nothing of its head: 出具意见等服务94次, 合同管理规定等行政规范性文件
 */
gboolean
dz_figure_words_follows_list (const DzFigureScene *scene,
                              DzSpan               before)
{
  static const char *const ends[] = { "等", "等行政" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      gsize n = strlen (ends[i]);

      if (before.end >= before.start + n && memcmp (scene->text + before.end - n, ends[i], n) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * dz_figure_words_follows_link:
 *
 * Returns: whether a link that is no end of 涉及, 说和 or 参与 stands between @from and @number, right before @number:
 *   以及41项, 和12名
 */
gboolean
dz_figure_words_follows_link (const DzFigureScene *scene,
                              gsize                from,
                              gsize                number)
{
  static const char *const links[] = { "以及", "及", "和", "与" };
  static const char *const verbs[] = { "涉及", "普及", "说和", "劝和", "讲和", "调和", "参与" };

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (number >= from + strlen (verbs[i]) && memcmp (scene->text + number - strlen (verbs[i]), verbs[i], strlen (verbs[i])) == 0)
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    if (number >= from + strlen (links[i]) && memcmp (scene->text + number - strlen (links[i]), links[i], strlen (links[i])) == 0)
      return TRUE;

  return FALSE;
}

/**
 * dz_figure_words_is_label:
 *
 * Returns: whether @hit is all of a bracket right before @number, and so says of which kind it is: 行政处罚（普通程序）9件
 */
gboolean
dz_figure_words_is_label (const DzFigureScene *scene,
                          DzSpan               hit,
                          gsize                number)
{
  static const char *const open = "（";
  static const char *const close = "）";

  return hit.start >= strlen (open) && number == hit.end + strlen (close) &&
         memcmp (scene->text + hit.start - strlen (open), open, strlen (open)) == 0 &&
         memcmp (scene->text + hit.end, close, strlen (close)) == 0;
}

/* 行政处罚案件/12 and 持证执法人员：6: a number that has a cell or an item to itself, behind a label that is the noun. */
gboolean
dz_figure_words_is_all_of_item (const DzFigureScene *scene,
                                const DzQuantity    *quantity,
                                DzSpan               hit)
{
  const DzSpan rest = { quantity->span.end, MIN (scene->len, quantity->span.end + 3) };
  const DzSpan between = { hit.end, quantity->span.start };
  gsize from = hit.start;
  guint marks = 0;

  if (rest.start < scene->len && strchr ("\n\t|", scene->text[rest.start]) == NULL && !dz_figure_words_start (scene->text, rest, "；"))
    return FALSE;
  for (gsize i = between.start; i < between.end; i += (gsize) g_utf8_skip[(guchar) scene->text[i]])
    {
      gboolean mark = strchr ("\t|", scene->text[i]) != NULL || dz_figure_words_start (scene->text, (DzSpan){ i, between.end }, "：");

      marks += mark;
      /* of the label one more character may follow: 数, 量 */
      if (!mark && i > between.start)
        return FALSE;
    }
  while (from > 0 && strchr ("\n\t|", scene->text[from - 1]) == NULL && hit.start - from < 12 &&
         (from < 3 || memcmp (scene->text + from - 3, "；", 3) != 0))
    from--;

  return marks == 1 && hit.start - from < 12;
}

/* dz-figure-each.c - 各N: as many for each of the things named
 *
 * 宪法、民法典各2场 names two, 书记、镇长各讲课1次 two, 12个村各办1场 twelve, 两个长假，…各3次 two.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-figure-each.h"

#include <math.h>
#include <string.h>

/* More things than this no report counts one by one. */
#define MOST_THINGS 60

/* A noun of a counted thing, in bytes. */
#define LONGEST_THING 24

static guint
count_links (const DzFigureScene *scene,
             DzSpan               list)
{
  static const char *const links[] = { "、", "和", "与", "及" };
  guint n = 0;

  for (gsize at = list.start; at + 3 <= list.end; at += (gsize) g_utf8_skip[(guchar) scene->text[at]])
    for (guint i = 0; i < G_N_ELEMENTS (links); i++)
      n += memcmp (scene->text + at, links[i], 3) == 0;

  return n;
}

/* Where the last of @words in @span begins, @span's end if none is there. */
static gsize
find_last_of (const DzFigureScene *scene,
              DzSpan               span,
              const char *const   *words)
{
  gsize last = 0;

  for (; *words != NULL; words++)
    {
      const char *found = g_strrstr_len (scene->text + span.start, (gssize) (span.end - span.start), *words);

      if (found != NULL)
        last = MAX (last, (gsize) (found - scene->text));
    }

  return last == 0 ? span.end : last;
}

/* 联合交警、海事开展…: with whom it was done is not what each was done for. */
static DzSpan
leave_partners (const DzFigureScene *scene,
                DzSpan               span)
{
  static const char *const words[] = { "联合", "会同", "协同", "联动", "邀请", "配合", NULL };

  span.end = find_last_of (scene, span, words);

  return span;
}

/* 宪法、民法典各2场, 党委、政府召开部署会、推进会各2次: the list stands between the verb and 各. */
static guint
count_objects (const DzFigureScene *scene,
               DzSpan               before)
{
  static const char *const verbs[] = { "召开", "开展", "举办", "组织", "进行", "举行", "完成", "建成", NULL };
  DzSpan list = before;
  gsize verb = find_last_of (scene, before, verbs);

  list.start = verb == before.end ? before.start : verb;
  if (count_links (scene, list) > 0 || verb == before.end)
    return count_links (scene, list) + 1;

  /* 围绕犬只、殡葬开展执法各3次: or it is what the verb is about */
  return count_links (scene, leave_partners (scene, (DzSpan) { before.start, verb })) + 1;
}

/* 两个长假, 三个片区: what each of them may have of its own. */
static gboolean
is_occasion (const DzFigureScene *scene,
             DzSpan               noun)
{
  static const char *const words[] = { "假", "假期", "节", "节日", "片", "片区", "季", "学期", "阶段", "时段", "季节", "专题", NULL };

  for (guint i = 0; words[i] != NULL; i++)
    if (noun.end - noun.start <= LONGEST_THING && noun.end - noun.start >= strlen (words[i]) &&
        memcmp (scene->text + noun.end - strlen (words[i]), words[i], strlen (words[i])) == 0)
      return TRUE;

  return FALSE;
}

/* 12个村各办1场, and 两个长假，开展行动各3次: the things are counted themselves. */
static guint
count_told (const DzFigureScene *scene,
            guint                index,
            gsize                each)
{
  const DzWindows *windows = dz_figure_scene_windows (scene, index);
  const DzQuantity *earlier = index > 0 ? dz_figure_scene_quantity (scene, index - 1) : NULL;
  const DzWindows *there = index > 0 ? dz_figure_scene_windows (scene, index - 1) : NULL;
  double value = earlier != NULL ? earlier->number.value : 0;

  if (earlier == NULL || !earlier->listed || earlier->number.form != DZ_NUMBER_COUNT || earlier->unit == NULL ||
      value < 2 || value > MOST_THINGS || value != floor (value) || g_str_has_suffix (earlier->unit, "次") ||
      dz_figure_scene_clause (scene, there->clause)->sentence != dz_figure_scene_clause (scene, windows->clause)->sentence)
    return 1;
  if (there->clause == windows->clause)
    return each >= earlier->span.end && each - earlier->span.end <= LONGEST_THING ? (guint) value : 1;

  return there->clause + 1 == windows->clause && is_occasion (scene, (DzSpan) {
                 earlier->span.end, dz_figure_scene_clause (scene, there->clause)->span.end })
           ? (guint) value : 1;
}

/* 党委书记、镇长…各讲法治课2次: the list 各 takes up may open the paragraph. */
static guint
count_principals (const DzFigureScene *scene,
                  const DzWindows     *windows)
{
  guint first = dz_figure_scene_first_clause (scene, windows->clause, DZ_REACH_PARAGRAPH);
  gsize start = dz_figure_scene_clause (scene, first)->span.start;
  gssize len = (gssize) (windows->before.end - start);

  return g_strstr_len (scene->text + start, len, "书记、") != NULL ||
                 g_strstr_len (scene->text + start, len, "党政主要负责人") != NULL
           ? 2 : 1;
}

/**
 * dz_figure_each_count:
 * @quantity: index of a quantity that 各 stands before
 *
 * Returns: how many things it is told for; 1 if none are named
 */
guint
dz_figure_each_count (const DzFigureScene *scene,
                      guint                quantity)
{
  static const char *const word[] = { "各", NULL };
  const DzWindows *windows = dz_figure_scene_windows (scene, quantity);
  DzSpan clause = dz_figure_scene_clause (scene, windows->clause)->span;
  DzSpan before = windows->before;
  gsize each = find_last_of (scene, (DzSpan) { clause.start, before.end }, word);
  guint named;

  if (each < before.start)
    before.start = clause.start;
  /* 书记、镇长各讲法治课1次: what stands behind 各 is what each did */
  if (each + 6 < before.end)
    named = count_links (scene, leave_partners (scene, (DzSpan) { before.start, each })) + 1;
  else
    named = count_objects (scene, before);
  if (named == 1)
    named = count_told (scene, quantity, each);

  return named == 1 ? count_principals (scene, windows) : named;
}

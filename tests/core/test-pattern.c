/* test-pattern.c - cues with gaps and alternatives
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-pattern.h"

#include <string.h>

static const struct
{
  const char *claim;
  const char *pattern;
  const char *text;
  const char *found; /* NULL: no match */
} cases[] = {
  { "plain-word", "矛盾纠纷", "全年调处矛盾纠纷806件", "矛盾纠纷" },
  { "alternatives", "调(处|解)矛盾", "全年调解矛盾", "调解矛盾" },
  { "optional-part", "调处(矛盾)?纠纷", "调处纠纷9件", "调处纠纷" },
  { "gap-of-default-width", "执法(力量|人员)…(薄弱|不足)", "执法力量相对薄弱", "执法力量相对薄弱" },
  { "gap-too-wide", "执法~2薄弱", "执法队伍的力量薄弱", NULL },
  { "gap-just-wide-enough", "执法~5薄弱", "执法队伍的力量薄弱", "执法队伍的力量薄弱" },
  { "gap-of-four", "执法~4薄弱", "执法队伍的力量薄弱", NULL },
  { "gap-stops-at-sentence-end", "执法…薄弱", "规范执法。普法薄弱", NULL },
  { "nested-brackets", "(行政(执法|处罚)|普法)案", "行政处罚案", "行政处罚案" },
  { "later-start-still-found", "执法…不足", "执法。执法不足", "执法不足" },
  { "optional-character", "主要的?问题", "二、主要问题", "主要问题" },
  { "optional-character-there", "主要的?问题", "二、主要的问题", "主要的问题" },
  { "gap-inside-brackets", "(轮训|定期(组织|开展)~6学习)", "定期组织集中学习", "定期组织集中学习" },
  { "alternative-beside-a-gap", "(轮训|定期(组织|开展)~6学习)", "集中轮训", "轮训" },
  { "gap-inside-optional-brackets", "干部(学~2法)?考试", "干部考试", "干部考试" },
  { "three-steps", "执法…人员…少", "执法大队的人员偏少", "执法大队的人员偏少" },
};

static void
test_find (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr(DzPatternSet) set = dz_pattern_set_new (NULL);
  g_autoptr(GArray) hits = g_array_new (FALSE, FALSE, sizeof (DzHit));
  g_autoptr(GError) error = NULL;
  const char *text = cases[i].text;

  g_assert_cmpint (dz_pattern_set_add (set, cases[i].pattern, &error), ==, 0);
  g_assert_no_error (error);
  dz_pattern_set_compile (set);
  dz_pattern_set_find (set, text, (DzSpan){ 0, strlen (text) }, hits);

  if (cases[i].found == NULL)
    g_assert_cmpuint (hits->len, ==, 0);
  else
    {
      DzSpan span;
      g_autofree char *found = NULL;

      g_assert_cmpuint (hits->len, ==, 1);
      span = g_array_index (hits, DzHit, 0).span;
      found = g_strndup (text + span.start, span.end - span.start);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
test_bad_patterns (void)
{
  static const char *const bad[] = { "调(处", "调处)", "(a|)", "", "…调" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(DzPatternSet) set = dz_pattern_set_new (NULL);
      g_autoptr(GError) error = NULL;

      g_assert_cmpint (dz_pattern_set_add (set, bad[i], &error), ==, -1);
      g_assert_nonnull (error);
      g_assert_cmpuint (dz_pattern_set_get_n_patterns (set), ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/base/pattern/", cases[i].claim, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_find);
    }
  g_test_add_func ("/base/pattern/bad-patterns-are-refused", test_bad_patterns);

  return g_test_run ();
}

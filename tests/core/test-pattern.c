/* test-pattern.c - cues with gaps and alternatives
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-error.h"
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
      g_assert_cmpint (dz_pattern_set_add (set, "调处", NULL), ==, 0);
    }
}

#define LINES 60

/* A text long enough to be walked in several lanes, each line of it with another number of characters. */
static char *
make_lines (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < LINES; i++)
    {
      g_string_append (text, "全镇");
      for (guint k = 0; k < i % 7; k++)
        g_string_append (text, "又");
      g_string_append (text, i % 3 == 0 ? "调处矛盾纠纷，排查；矛盾\n" : "矛盾。纠纷调处矛盾一二纠纷\n");
    }

  return g_string_free (text, FALSE);
}

static DzPatternSet *
make_set (void)
{
  static const char *const patterns[] = { "调处", "矛盾~2纠纷", "排查…矛盾", "纠纷…调处", "矛盾…全镇" };
  DzPatternSet *set = dz_pattern_set_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    g_assert_cmpint (dz_pattern_set_add (set, patterns[i], NULL), ==, (int) i);

  return set;
}

/* What is found in a whole text is what is found in its lines. */
static void
test_lanes (void)
{
  g_autofree char *text = make_lines ();
  g_autoptr(DzPatternSet) set = make_set ();
  g_autoptr(GArray) whole = g_array_new (FALSE, FALSE, sizeof (DzHit));
  g_autoptr(GArray) lines = g_array_new (FALSE, FALSE, sizeof (DzHit));

  dz_pattern_set_compile (set);
  dz_pattern_set_find (set, text, (DzSpan){ 0, strlen (text) }, whole);
  for (const char *line = text, *end; *line != '\0'; line = end + 1)
    {
      end = strchr (line, '\n');
      dz_pattern_set_find (set, text, (DzSpan){ (gsize) (line - text), (gsize) (end - text) }, lines);
    }
  g_assert_cmpuint (whole->len, ==, LINES / 3 * 2 + LINES / 3 * 2 * 3);
  g_assert_cmpuint (whole->len, ==, lines->len);
  for (guint i = 0; i < whole->len; i++)
    {
      const DzHit *hit = &g_array_index (whole, DzHit, i);
      const DzHit *other = &g_array_index (lines, DzHit, i);

      g_assert_cmpuint (hit->pattern, ==, other->pattern);
      g_assert_cmpuint (hit->span.start, ==, other->span.start);
      g_assert_cmpuint (hit->span.end, ==, other->span.end);
    }
}

/* A word that holds the end of a line is found over it. */
static void
test_word_over_lines (void)
{
  g_autofree char *text = make_lines ();
  g_autoptr(DzPatternSet) set = dz_pattern_set_new (NULL);
  g_autoptr(GArray) hits = g_array_new (FALSE, FALSE, sizeof (DzHit));

  dz_pattern_set_add (set, "\n全镇", NULL);
  dz_pattern_set_compile (set);
  dz_pattern_set_find (set, text, (DzSpan){ 0, strlen (text) }, hits);
  g_assert_cmpuint (hits->len, ==, LINES - 1);
}

/* What is kept back is found when asked for, where it would have been found. */
static void
test_kept_back (void)
{
  g_autofree char *text = make_lines ();
  g_autoptr(DzPatternSet) plain = make_set ();
  g_autoptr(DzPatternSet) keeps = make_set ();
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (DzHit));
  g_autoptr(GArray) rest = g_array_new (FALSE, FALSE, sizeof (DzHit));
  g_autoptr(DzPatternScan) scan = NULL;
  DzSpan whole = { 0, strlen (text) };

  dz_pattern_set_keep_back (keeps, 0);
  dz_pattern_set_keep_back (keeps, 3);
  dz_pattern_set_compile (plain);
  dz_pattern_set_compile (keeps);
  dz_pattern_set_find (plain, text, whole, all);
  dz_pattern_set_find (keeps, text, whole, rest);
  scan = dz_pattern_scan_new (keeps, text, whole.end);
  for (guint pattern = 0; pattern < 5; pattern++)
    {
      g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (DzSpan));
      guint n = 0;

      dz_pattern_scan_find (scan, pattern, spans);
      for (guint i = 0; i < all->len; i++)
        {
          const DzHit *hit = &g_array_index (all, DzHit, i);

          if (hit->pattern != pattern)
            continue;
          g_assert_cmpuint (n, <, spans->len);
          g_assert_cmpuint (g_array_index (spans, DzSpan, n).start, ==, hit->span.start);
          g_assert_cmpuint (g_array_index (spans, DzSpan, n++).end, ==, hit->span.end);
        }
      g_assert_cmpuint (n, ==, spans->len);
    }
  for (guint i = 0; i < rest->len; i++)
    g_assert_true (g_array_index (rest, DzHit, i).pattern != 0 && g_array_index (rest, DzHit, i).pattern != 3);
  g_assert_cmpuint (rest->len, >, 0);
  g_assert_cmpuint (rest->len, <, all->len);
}

/* Rules without end are refused by name: a machine that could not be made would read every report as empty. */
static void
test_too_many_words (void)
{
  g_autoptr(DzPatternSet) set = dz_pattern_set_new (NULL);
  g_autoptr(GError) error = NULL;
  guint n = 0;

  do
    {
      g_autoptr(GString) pattern = g_string_new (NULL);

      /* no two have a character in common at the same place */
      for (guint i = 0; i < 4000; i++)
        g_string_append_unichar (pattern, 0x4e00 + (i * 7 + n) % 5000);
      n++;
      if (dz_pattern_set_add (set, pattern->str, &error) < 0)
        break;
    }
  while (n < 1000);
  g_assert_error (error, DZ_ERROR, DZ_ERROR_CODEBOOK);
  g_assert_cmpuint (n, >, 300);
  g_assert_cmpuint (n, <, 1000);
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
  g_test_add_func ("/base/pattern/a-text-is-found-as-its-lines", test_lanes);
  g_test_add_func ("/base/pattern/a-word-over-lines", test_word_over_lines);
  g_test_add_func ("/base/pattern/too-many-words-are-refused", test_too_many_words);
  g_test_add_func ("/base/pattern/kept-back-is-found-when-asked", test_kept_back);

  return g_test_run ();
}

/* test-split.c - several reports in one text, told apart only where that is certain
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-split.h"

#include <string.h>

/* A body of enough characters with a first heading. */
static void
append_report (GString    *text,
               const char *title,
               guint       n_sentences)
{
  g_string_append_printf (text, "%s\n一、主要举措和成效\n", title);
  for (guint i = 0; i < n_sentences; i++)
    g_string_append (text, "全年组织法治培训两次，调处矛盾纠纷三十件，开展宣传活动五场，发放资料六百份。\n");
}

static guint
count (const char *text)
{
  g_autoptr(DzText) whole = dz_text_new_from_string (text);
  g_autoptr(GArray) spans = dz_split_find (whole);
  gsize at = 0;

  if (spans == NULL)
    return 1;
  for (guint i = 0; i < spans->len; i++)
    {
      DzSpan span = g_array_index (spans, DzSpan, i);
      g_autoptr(DzText) slice = dz_text_slice (whole, span);
      g_autofree char *words = dz_text_dup_span (whole, span);
      DzPlace one, other;

      g_assert_cmpuint (span.start, ==, at);
      g_assert_cmpstr (dz_text_peek (slice, NULL), ==, words);
      g_assert_true (dz_text_locate (slice, 3, &one));
      g_assert_true (dz_text_locate (whole, span.start + 3, &other));
      g_assert_cmpuint (one.part, ==, other.part);
      g_assert_cmpuint (one.offset, ==, other.offset);
      at = span.end;
    }
  g_assert_cmpuint (at, ==, strlen (text));

  return spans->len;
}

static void
test_split (void)
{
  g_autoptr(GString) two = g_string_new (NULL);
  g_autoptr(GString) twice = g_string_new (NULL);
  g_autoptr(GString) list = g_string_new (NULL);
  g_autoptr(GString) late = g_string_new (NULL);

  append_report (two, "青禾镇2024年度法治政府建设工作报告", 20);
  append_report (two, "柳湾乡 2024 年法治政府建设情况报告", 20);
  g_assert_cmpuint (count (two->str), ==, 2);

  /* a web page prints its title twice */
  g_string_append (twice, "青禾镇2024年度法治政府建设工作报告\n");
  append_report (twice, "青禾镇2024年度法治政府建设工作报告", 40);
  g_assert_cmpuint (count (twice->str), ==, 1);

  /* a list of attachments names other reports */
  append_report (list, "青禾镇2024年度法治政府建设工作报告", 40);
  g_string_append (list, "柳湾乡2024年度法治政府建设工作报告\n石桥镇2024年度法治政府建设工作报告\n");
  g_assert_cmpuint (count (list->str), ==, 1);

  /* a circular that quotes a report late is no collection */
  for (guint i = 0; i < 20; i++)
    g_string_append (late, "现将各乡镇报告情况通报如下，请认真对照检查，按时报送整改情况。\n");
  append_report (late, "青禾镇2024年度法治政府建设工作报告", 20);
  append_report (late, "柳湾乡2024年度法治政府建设工作报告", 20);
  g_assert_cmpuint (count (late->str), ==, 1);

  g_assert_cmpuint (count (""), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/find/split/only-where-certain", test_split);

  return g_test_run ();
}

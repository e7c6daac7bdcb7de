/* test-day.c - days as people write them, between which so many days lie
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-day.h"

static const struct
{
  const char *words;
  const char *day; /* NULL: none */
} cases[] = {
  { "2025-03-28", "2025-03-28" },
  { "2025.3.8", "2025-03-08" },
  { "2025/3/8", "2025-03-08" },
  { "2025年3月28日", "2025-03-28" },
  { "2025年3月28日前", "2025-03-28" },
  { "２０２５年３月２８日", "2025-03-28" },
  { "20250328", "2025-03-28" },
  { " 2025-03-28 ", "2025-03-28" },
  { "3-28", "2025-03-28" },
  { "3月28日", "2025-03-28" },
  { "", "" },
  { "  ", "" },
  { "2025-02-30", NULL },
  { "2025-13-01", NULL },
  { "2025年3月", NULL },
  { "2025-06-302025/13/45", NULL },
  { "2025-03-28 12:30", NULL },
  { "28", NULL },
  { "328", NULL },
  { "2025118", NULL },
  { "202503281", NULL },
  { "下周", NULL },
  { "\xff", NULL },
};

static void
test_from_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *day = dz_day_from_words (cases[i].words, 2025);

      g_test_message ("case %u", i);
      g_assert_cmpstr (day, ==, cases[i].day);
    }
}

static void
test_between (void)
{
  g_autofree char *last = dz_day_in_year ("02-28", 2024);

  g_assert_cmpint (dz_day_count_between ("2025-02-28", "2025-03-01"), ==, 1);
  g_assert_cmpint (dz_day_count_between ("2024-03-01", "2024-02-28"), ==, -2);
  g_assert_cmpint (dz_day_count_between (NULL, "2024-02-28"), ==, 0);
  g_assert_cmpstr (last, ==, "2024-02-29");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/day/from-words", test_from_words);
  g_test_add_func ("/base/day/between", test_between);

  return g_test_run ();
}

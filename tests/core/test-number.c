/* test-number.c - numbers as township reports write them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-fold.h"
#include "dz-number.h"

#include <math.h>

#define EXACT DZ_BOUND_EXACT
#define LEAST DZ_BOUND_AT_LEAST
#define MOST DZ_BOUND_AT_MOST
#define ABOUT DZ_BOUND_ABOUT

static const struct
{
  const char *text;
  double value;
  double high; /* 0: no range */
  DzBound bound;
  DzNumberForm form;
} cases[] = {
  { "12", 12, 0, EXACT, DZ_NUMBER_COUNT },
  { "0", 0, 0, EXACT, DZ_NUMBER_COUNT },
  { "12000余", 12000, 0, LEAST, DZ_NUMBER_COUNT },
  { "12,000", 12000, 0, EXACT, DZ_NUMBER_COUNT },
  { "１８，６３０", 18630, 0, EXACT, DZ_NUMBER_COUNT },
  { "1，234，567", 1234567, 0, EXACT, DZ_NUMBER_COUNT },
  { "1 530", 1530, 0, EXACT, DZ_NUMBER_COUNT },
  { "1 8", 18, 0, EXACT, DZ_NUMBER_COUNT },
  { "11.3", 11.3, 0, EXACT, DZ_NUMBER_COUNT },
  { "0.5万余", 5000, 0, LEAST, DZ_NUMBER_COUNT },
  { "225.34万", 2253400, 0, EXACT, DZ_NUMBER_COUNT },
  { "1.3万", 13000, 0, EXACT, DZ_NUMBER_COUNT },
  { "1万余", 10000, 0, LEAST, DZ_NUMBER_COUNT },
  { "1余万", 10000, 0, LEAST, DZ_NUMBER_COUNT },
  { "1.2亿", 120000000, 0, EXACT, DZ_NUMBER_COUNT },
  { "3千余", 3000, 0, LEAST, DZ_NUMBER_COUNT },
  { "6余", 6, 0, LEAST, DZ_NUMBER_COUNT },
  { "300多", 300, 0, LEAST, DZ_NUMBER_COUNT },
  { "两", 2, 0, EXACT, DZ_NUMBER_COUNT },
  { "零", 0, 0, EXACT, DZ_NUMBER_COUNT },
  { "十", 10, 0, EXACT, DZ_NUMBER_COUNT },
  { "十二", 12, 0, EXACT, DZ_NUMBER_COUNT },
  { "二十", 20, 0, EXACT, DZ_NUMBER_COUNT },
  { "十余", 10, 0, LEAST, DZ_NUMBER_COUNT },
  { "百余", 100, 0, LEAST, DZ_NUMBER_COUNT },
  { "近百余", 100, 0, ABOUT, DZ_NUMBER_COUNT },
  { "近千", 1000, 0, ABOUT, DZ_NUMBER_COUNT },
  { "上百", 100, 0, LEAST, DZ_NUMBER_COUNT },
  { "近万", 10000, 0, ABOUT, DZ_NUMBER_COUNT },
  { "五百余", 500, 0, LEAST, DZ_NUMBER_COUNT },
  { "两万余", 20000, 0, LEAST, DZ_NUMBER_COUNT },
  { "一千二百余", 1200, 0, LEAST, DZ_NUMBER_COUNT },
  { "一百一十五", 115, 0, EXACT, DZ_NUMBER_COUNT },
  { "二百零二", 202, 0, EXACT, DZ_NUMBER_COUNT },
  { "一百〇五", 105, 0, EXACT, DZ_NUMBER_COUNT },
  { "三万六千", 36000, 0, EXACT, DZ_NUMBER_COUNT },
  { "十五万六", 156000, 0, EXACT, DZ_NUMBER_COUNT },
  { "一百五", 150, 0, EXACT, DZ_NUMBER_COUNT },
  { "十五万零六", 150006, 0, EXACT, DZ_NUMBER_COUNT },
  { "3万6", 36000, 0, EXACT, DZ_NUMBER_COUNT },
  { "二○二四", 2024, 0, EXACT, DZ_NUMBER_COUNT },
  { "超1.5万余", 15000, 0, LEAST, DZ_NUMBER_COUNT },
  { "超过200", 200, 0, LEAST, DZ_NUMBER_COUNT },
  { "约60万", 600000, 0, ABOUT, DZ_NUMBER_COUNT },
  { "大约60", 60, 0, ABOUT, DZ_NUMBER_COUNT },
  { "60左右", 60, 0, ABOUT, DZ_NUMBER_COUNT },
  { "近100", 100, 0, ABOUT, DZ_NUMBER_COUNT },
  { "不少于6", 6, 0, LEAST, DZ_NUMBER_COUNT },
  { "至少3", 3, 0, LEAST, DZ_NUMBER_COUNT },
  { "不超过5", 5, 0, MOST, DZ_NUMBER_COUNT },
  { "20以内", 20, 0, MOST, DZ_NUMBER_COUNT },
  { "20以上", 20, 0, LEAST, DZ_NUMBER_COUNT },
  { "达300", 300, 0, EXACT, DZ_NUMBER_COUNT },
  { "98%", 98, 0, EXACT, DZ_NUMBER_PERCENT },
  { "98.5％", 98.5, 0, EXACT, DZ_NUMBER_PERCENT },
  { "98·46%", 98.46, 0, EXACT, DZ_NUMBER_PERCENT },
  { "98·4 6%", 98.46, 0, EXACT, DZ_NUMBER_PERCENT },
  { "99.14%", 99.14, 0, EXACT, DZ_NUMBER_PERCENT },
  { "达到97%以上", 97, 0, LEAST, DZ_NUMBER_PERCENT },
  { "达100%", 100, 0, EXACT, DZ_NUMBER_PERCENT },
  { "百分之九十八", 98, 0, EXACT, DZ_NUMBER_PERCENT },
  { "百分之九十六点二", 96.2, 0, EXACT, DZ_NUMBER_PERCENT },
  { "百分之百", 100, 0, EXACT, DZ_NUMBER_PERCENT },
  { "百分之95", 95, 0, EXACT, DZ_NUMBER_PERCENT },
  { "95%—98%", 95, 98, EXACT, DZ_NUMBER_PERCENT },
  { "0.5个百分点", 0.5, 0, EXACT, DZ_NUMBER_POINTS },
  { "1.5倍", 1.5, 0, EXACT, DZ_NUMBER_TIMES },
  { "3—5", 3, 5, EXACT, DZ_NUMBER_COUNT },
  { "3至5", 3, 5, EXACT, DZ_NUMBER_COUNT },
  { "3-5", 3, 5, EXACT, DZ_NUMBER_COUNT },
  { "两三", 2, 3, EXACT, DZ_NUMBER_COUNT },
  { "十一二", 11, 12, EXACT, DZ_NUMBER_COUNT },
  /* the numerals money is written in */
  { "贰万壹仟伍佰", 21500, 0, EXACT, DZ_NUMBER_COUNT },
  { "叁佰捌拾陆万柒仟", 3867000, 0, EXACT, DZ_NUMBER_COUNT },
  { "肆佰壹拾贰万余", 4120000, 0, LEAST, DZ_NUMBER_COUNT },
};

static void
test_parse (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *folded = dz_fold_string (cases[i].text);
  DzNumber number;

  g_test_message ("%s", cases[i].text);
  g_assert_true (dz_number_parse (folded, &number));
  g_assert_cmpfloat_with_epsilon (number.value, cases[i].value, 1e-9);
  if (cases[i].high > 0)
    g_assert_cmpfloat_with_epsilon (number.high, cases[i].high, 1e-9);
  else
    g_assert_true (isnan (number.high));
  g_assert_cmpint (number.bound, ==, cases[i].bound);
  g_assert_cmpint (number.form, ==, cases[i].form);
}

static void
test_clauses_stay_apart (void)
{
  DzNumber number;
  const char *text = "3次，研讨2次";

  g_assert_true (dz_number_read (text, strlen (text), 0, &number));
  g_assert_cmpfloat (number.value, ==, 3);
  g_assert_cmpuint (number.span.end, ==, 1);
}

/* 居民约14万 is about, 村规民约14份 is not; 8000来份 is about, 30来信 is not; a verb may stand between (约有300). */
static void
test_words_around (void)
{
  static const struct
  {
    const char *text;
    DzBound bound;
  } words[] = {
    { "居民约14万", ABOUT },     { "村民约300人", ABOUT }, { "村规民约14份", EXACT }, { "公约14份", EXACT },
    { "小册子8000来份", ABOUT }, { "八百来名", ABOUT },    { "30来信", EXACT },       { "5来份", EXACT },
    { "册子差不多有8000本", ABOUT }, { "约有300人", ABOUT },   { "附近有3家", EXACT },     { "会上有300人", EXACT },
    { "不下30次", LEAST },      { "送达有6份", EXACT },   { "起码有40人", LEAST },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *text = words[i].text;
      DzNumber number;
      gsize at = 0;

      while (!dz_number_starts_at (text, at))
        at += (gsize) g_utf8_skip[(guchar) text[at]];
      g_test_message ("%s", text);
      g_assert_true (dz_number_read (text, strlen (text), at, &number));
      g_assert_cmpint (number.bound, ==, words[i].bound);
    }
}

static void
test_no_number (void)
{
  static const char *const texts[] = { "若干", "多次", "", "近几", "百分之" };
  DzNumber number;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_false (dz_number_parse (texts[i], &number));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/base/number/%02u", (guint) i);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_parse);
    }
  g_test_add_func ("/base/number/clauses-stay-apart", test_clauses_stay_apart);
  g_test_add_func ("/base/number/words-around", test_words_around);
  g_test_add_func ("/base/number/no-number", test_no_number);

  return g_test_run ();
}

/* test-axis.c - ticks, the pathological ones too
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-axis.h"

#include <math.h>

static const struct
{
  const char *claim;
  double low, high;
  gboolean whole;
  guint wanted;
  double start, end, step;
} counts[] = {
  { "hundreds", 0, 341, TRUE, 5, 0, 400, 100 },
  { "tens-by-five", 0, 21, TRUE, 5, 0, 25, 5 },
  { "narrow-takes-fewer", 0, 1300, TRUE, 3, 0, 1500, 500 },
  { "largest-on-the-last-tick", 0, 100, TRUE, 5, 0, 100, 20 },
  { "twenty", 0, 18, TRUE, 5, 0, 20, 5 },
  { "quarter-only-from-ten", 0, 75, TRUE, 3, 0, 75, 25 },
  { "no-2.5-below-ten", 0, 7, TRUE, 5, 0, 8, 2 },
  { "one-has-whole-ticks", 0, 1, TRUE, 5, 0, 1, 1 },
  { "two", 0, 2, TRUE, 5, 0, 2, 1 },
  { "three", 3, 3, TRUE, 5, 0, 3, 1 },
  { "all-zero", 0, 0, TRUE, 5, 0, 1, 1 },
  { "nothing-at-all", INFINITY, -INFINITY, TRUE, 5, 0, 1, 1 },
  { "not-a-number", NAN, NAN, TRUE, 5, 0, 1, 1 },
  { "fractions", 0, 0.53, FALSE, 5, 0, 0.6, 0.1 },
  { "tiny", 0, 0.00007, FALSE, 5, 0, 0.00008, 0.00002 },
  { "huge", 0, 1.2e12, TRUE, 5, 0, 1.2e12, 2e11 },
  { "under-zero", -12, 30, TRUE, 5, -20, 30, 10 },
  { "only-under-zero", -3, -1, TRUE, 5, -3, 0, 1 },
};

static void
check_ticks (const DzAxis *axis)
{
  g_assert_cmpuint (axis->n_ticks, >=, 2);
  g_assert_cmpuint (axis->n_ticks, <=, 7);
  g_assert_cmpfloat (axis->ticks[0], ==, axis->start);
  g_assert_cmpfloat (axis->ticks[axis->n_ticks - 1], ==, axis->end);
  for (guint i = 1; i < axis->n_ticks; i++)
    g_assert_cmpfloat (axis->ticks[i], >, axis->ticks[i - 1]);
}

static void
test_count (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  DzAxis axis;

  dz_axis_init_count (&axis, counts[i].low, counts[i].high, counts[i].whole, counts[i].wanted);
  check_ticks (&axis);
  g_assert_cmpfloat_with_epsilon (axis.start, counts[i].start, 1e-9);
  g_assert_cmpfloat_with_epsilon (axis.end, counts[i].end, 1e-9 * fabs (counts[i].end) + 1e-12);
  g_assert_cmpfloat_with_epsilon (axis.step / counts[i].step, 1, 1e-9);
}

/* Whatever the largest value, the axis reaches it, is not twice as long and has few ticks. */
static void
test_every_count (void)
{
  for (guint high = 1; high < 5000; high++)
    for (guint wanted = 3; wanted <= 5; wanted += 2)
      {
        DzAxis axis;

        dz_axis_init_count (&axis, 0, high, TRUE, wanted);
        check_ticks (&axis);
        g_assert_cmpfloat (axis.end, >=, high);
        g_assert_cmpfloat (axis.end, <=, MAX (high * 1.7, 3));
        g_assert_cmpfloat (axis.step, ==, floor (axis.step));
      }
}

static const struct
{
  double low, start;
} rates[] = {
  { 96.6, 95 }, { 94.8, 90 }, { 95, 90 }, { 100, 95 }, { 60, 55 }, { 59.9, 0 }, { 0, 0 },
  { 65, 60 }, { 66, 60 }, { 70, 60 }, { 71, 70 }, { 76, 75 }, { 81, 80 }, { 86, 85 },
};

static void
test_rate (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rates); i++)
    {
      DzAxis axis;

      dz_axis_init_rate (&axis, rates[i].low, 100, TRUE);
      check_ticks (&axis);
      g_assert_cmpfloat (axis.start, ==, rates[i].start);
      g_assert_cmpfloat (axis.end, ==, 100);
      /* ticks are numbers one counts in: never 72, 79, 86 */
      g_assert_true (axis.step <= 2 || fmod (axis.step, 5) == 0);
      dz_axis_init_rate (&axis, rates[i].low, 100, FALSE);
      g_assert_cmpfloat (axis.start, ==, 0);
    }
}

static void
test_rate_over_hundred (void)
{
  DzAxis axis;

  dz_axis_init_rate (&axis, 80, 112, TRUE);
  check_ticks (&axis);
  g_assert_cmpfloat (axis.start, ==, 0);
  g_assert_cmpfloat (axis.end, >=, 112);
}

static void
test_wan (void)
{
  DzAxis axis;
  g_autofree char *zero = NULL, *half = NULL, *last = NULL;

  dz_axis_init_wan (&axis, 22000, 5);
  check_ticks (&axis);
  g_assert_cmpfloat (axis.end, ==, 25000);
  zero = dz_axis_dup_label (&axis, 0);
  half = dz_axis_dup_label (&axis, 1);
  last = dz_axis_dup_label (&axis, axis.n_ticks - 1);
  g_assert_cmpstr (zero, ==, "0");
  g_assert_cmpstr (half, ==, "0.5");
  g_assert_cmpstr (last, ==, "2.5");
}

static void
test_place (void)
{
  DzAxis axis;

  dz_axis_init_count (&axis, 0, 400, TRUE, 5);
  axis.x0 = 100;
  axis.x1 = 500;
  g_assert_cmpfloat (dz_axis_place (&axis, 0), ==, 100);
  g_assert_cmpfloat (dz_axis_place (&axis, 200), ==, 300);
  g_assert_cmpfloat (dz_axis_place (&axis, 9999), ==, 500);
}

/* Where not all labels have room, the zero keeps its own: a bar is read from it. */
static void
test_zero_is_labelled (void)
{
  DzAxis axis;

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    for (guint step = 1; step < 6; step++)
      {
        guint zeros = 0;

        dz_axis_init_count (&axis, counts[i].low, counts[i].high, counts[i].whole, counts[i].wanted);
        for (guint k = 0; k < axis.n_ticks; k++)
          {
            g_autofree char *label = dz_axis_dup_label (&axis, k);

            zeros += g_str_equal (label, "0") && dz_axis_is_labelled (&axis, k, step);
            if (k + 1 < axis.n_ticks && step > 1)
              g_assert_false (dz_axis_is_labelled (&axis, k, step) && dz_axis_is_labelled (&axis, k + 1, step));
          }
        g_assert_cmpuint (zeros, ==, 1);
      }
  dz_axis_init_rate (&axis, 85, 99, TRUE);
  g_assert_cmpfloat (axis.start, >, 0);
  g_assert_true (dz_axis_is_labelled (&axis, 0, 2));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *path = g_strconcat ("/charts/axis/", counts[i].claim, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_count);
    }
  g_test_add_func ("/charts/axis/every-count-has-few-whole-ticks", test_every_count);
  g_test_add_func ("/charts/axis/rates-end-at-100-and-are-cut-by-fives", test_rate);
  g_test_add_func ("/charts/axis/rate-over-100-is-not-a-share", test_rate_over_hundred);
  g_test_add_func ("/charts/axis/wan-ticks-have-one-decimal", test_wan);
  g_test_add_func ("/charts/axis/places-stay-on-the-axis", test_place);
  g_test_add_func ("/charts/axis/zero-is-labelled", test_zero_is_labelled);

  return g_test_run ();
}

/* dz-format.c - numbers as Chinese documents print them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-format.h"

#include <math.h>
#include <string.h>

static const double powers[] = { 1, 10, 100, 1e3, 1e4, 1e5, 1e6 };

/**
 * dz_format_round:
 *
 * Rounds half away from zero. What a decimal writing meant as a half (2.345)
 * is below it in binary, so a hair is added first; of 120 million it stays one.
 */
double
dz_format_round (double value,
                 guint  decimals)
{
  double power = powers[MIN (decimals, G_N_ELEMENTS (powers) - 1)];
  double scaled = fabs (value) * power;
  double rounded = floor (scaled + 0.5 + fmin (scaled * 1e-12, 0.01) + 1e-9);

  if (isnan (value))
    return NAN;

  return value < 0 ? -rounded / power : rounded / power;
}

static void
append_whole (GString *string,
              guint64  whole,
              gboolean separators)
{
  char digits[32];
  int len = g_snprintf (digits, sizeof digits, "%" G_GUINT64_FORMAT, whole);

  for (int i = 0; i < len; i++)
    {
      if (separators && whole >= 10000 && i > 0 && (len - i) % 3 == 0)
        g_string_append (string, DZ_FORMAT_THIN_SPACE);
      g_string_append_c (string, digits[i]);
    }
}

static char *
print (double   value,
       guint    decimals,
       gboolean separators)
{
  GString *string = g_string_new (NULL);
  guint64 power;
  guint64 scaled;

  if (!isfinite (value) || fabs (value) >= 1e19)
    return g_string_free (g_string_assign (string, "—"), FALSE);

  /* where a double has none left, and sixteen digits do not grow past 64 bits */
  decimals = fabs (value) < 1e12 ? MIN (decimals, G_N_ELEMENTS (powers) - 1) : 0;
  power = (guint64) powers[decimals];
  scaled = (guint64) (fabs (dz_format_round (value, decimals)) * (double) power + 0.5);
  if (value < 0 && scaled > 0)
    g_string_append (string, DZ_FORMAT_MINUS);
  append_whole (string, scaled / power, separators);
  if (decimals > 0)
    {
      char digits[16];

      g_snprintf (digits, sizeof digits, "%06" G_GUINT64_FORMAT, scaled % power);
      g_string_append_c (string, '.');
      g_string_append (string, digits + 6 - decimals);
    }

  return g_string_free (string, FALSE);
}

/* As many decimals as the value was given with, four at most. */
static guint
count_decimals (double value)
{
  for (guint i = 0; i < 4; i++)
    if (fabs (dz_format_round (value, i) - dz_format_round (value, 4)) < 1e-6)
      return i;

  return 4;
}

/**
 * dz_format_number:
 *
 * Returns: (transfer full): the value as the report gave it: 98, 96.6, 12 000; — for NAN
 */
char *
dz_format_number (double value)
{
  return print (value, isnan (value) ? 0 : count_decimals (value), TRUE);
}

/**
 * dz_format_plain:
 *
 * Returns: (transfer full): the same without separators, with an ASCII minus: for CSV
 */
char *
dz_format_plain (double value)
{
  g_autofree char *string = NULL;

  if (isnan (value))
    return g_strdup ("");
  string = print (fabs (value), count_decimals (value), FALSE);

  return value < 0 ? g_strconcat ("-", string, NULL) : g_steal_pointer (&string);
}

/**
 * dz_format_decimals:
 * @decimals: digits after the point; -1: as many as the value needs, at most 4
 *
 * Returns: (transfer full): exactly so many places: 194.5, 1.20
 */
char *
dz_format_decimals (double value,
                    int    decimals)
{
  return decimals < 0 ? dz_format_number (value) : print (value, (guint) decimals, TRUE);
}

/**
 * dz_format_wan:
 *
 * A number too small for @decimals gets more of them: it is never 0.00.
 *
 * Returns: (transfer full): in units of 10 000, without the word 万: 12000 is "1.20"
 */
char *
dz_format_wan (double value,
               guint  decimals)
{
  double wan = value / 10000;

  return value != 0 && dz_format_round (wan, decimals) == 0 ? dz_format_number (wan) : print (wan, decimals, TRUE);
}

/**
 * dz_format_signed:
 *
 * Returns: (transfer full): +28, −28, 0
 */
char *
dz_format_signed (double value)
{
  g_autofree char *string = dz_format_number (value);

  return value > 0 ? g_strconcat ("+", string, NULL) : g_steal_pointer (&string);
}

/**
 * dz_format_percent:
 *
 * Returns: (transfer full): 12.3 with one decimal is "12.3%"
 */
char *
dz_format_percent (double value,
                   guint  decimals)
{
  g_autofree char *string = print (value, decimals, TRUE);

  return isnan (value) ? g_steal_pointer (&string) : g_strconcat (string, "%", NULL);
}

/**
 * dz_format_signed_percent:
 *
 * Returns: (transfer full): +11.3%, −4.0%
 */
char *
dz_format_signed_percent (double value)
{
  g_autofree char *string = dz_format_percent (value, 1);

  return dz_format_round (value, 1) > 0 ? g_strconcat ("+", string, NULL)
                                        : g_steal_pointer (&string);
}

/**
 * dz_format_amount:
 * @unit: (nullable): base unit
 *
 * What a sentence says: 341件, 98%, 1.2万份. From ten thousand up a value that
 * 万 shortens to at most two decimals is given in 万.
 *
 * Returns: (transfer full): number and unit without a space
 */
char *
dz_format_amount (double      value,
                  const char *unit)
{
  g_autofree char *number = NULL;

  if (isnan (value))
    return g_strdup ("—");
  if (fabs (value) >= 10000 && fabs (dz_format_round (value / 10000, 2) * 10000 - value) < 1e-6)
    {
      number = dz_format_number (value / 10000);
      return g_strconcat (number, "万", unit != NULL ? unit : "", NULL);
    }
  number = dz_format_number (value);

  return g_strconcat (number, unit != NULL ? unit : "", NULL);
}

/**
 * dz_format_range:
 *
 * Returns: (transfer full): 12～15
 */
char *
dz_format_range (double low,
                 double high)
{
  g_autofree char *a = dz_format_number (low);
  g_autofree char *b = dz_format_number (high);

  return g_strconcat (a, "～", b, NULL);
}

/**
 * dz_format_bound_sign:
 *
 * Returns: "", "≥", "≤" or "≈"
 */
const char *
dz_format_bound_sign (DzBound bound)
{
  static const char *const signs[] = { "", "≥", "≤", "≈" };

  return signs[bound];
}

/**
 * dz_format_bound_words:
 * @unit: (nullable): a rate is high or low, never many or few
 *
 * Returns: what stands before the number in a sentence: "", "不少于" (of a rate "不低于"), "不超过", "约"
 */
const char *
dz_format_bound_words (DzBound     bound,
                       const char *unit)
{
  static const char *const words[] = { "", "不少于", "不超过", "约" };

  return bound == DZ_BOUND_AT_LEAST && g_strcmp0 (unit, "%") == 0 ? "不低于" : words[bound];
}

/* dz-day.c - days as they are kept, YYYY-MM-DD, and as people write them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-day.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static gboolean
parse_day (const char *day,
           GDate      *date)
{
  int y, m, d;

  g_date_clear (date, 1);
  if (day == NULL || strlen (day) < 10)
    return FALSE;
  y = atoi (day);
  m = atoi (day + 5);
  d = atoi (day + 8);
  if (!g_date_valid_dmy ((GDateDay) d, (GDateMonth) m, (GDateYear) y))
    return FALSE;
  g_date_set_dmy (date, (GDateDay) d, (GDateMonth) m, (GDateYear) y);

  return TRUE;
}

/**
 * dz_day_count_between:
 * @from: (nullable): YYYY-MM-DD
 * @to: (nullable): YYYY-MM-DD
 *
 * Returns: days from @from to @to, negative where @to is earlier; 0 if one is no date
 */
int
dz_day_count_between (const char *from,
                      const char *to)
{
  GDate a, b;

  if (!parse_day (from, &a) || !parse_day (to, &b))
    return 0;

  return g_date_days_between (&a, &b);
}

/**
 * dz_day_in_year:
 * @month_day: MM-DD, as the settings of a county keep a last day; 02-28 means the last day of
 *   February, leap years included
 * @year: of the calendar
 *
 * Returns: (transfer full): that day of @year, YYYY-MM-DD
 */
char *
dz_day_in_year (const char *month_day,
                int         year)
{
  if (g_strcmp0 (month_day, "02-28") == 0 && g_date_is_leap_year ((GDateYear) year))
    month_day = "02-29";

  return g_strdup_printf ("%04d-%s", year, month_day);
}

/**
 * dz_day_from_words:
 * @words: as people write a day: 2025-03-28, 2025.3.28, 2025年3月28日, 20250328, 3-28, in full-width digits too
 * @year: the year meant where none is written
 *
 * Returns: (transfer full) (nullable): YYYY-MM-DD, "" where nothing is written, %NULL where it is no day
 */
char *
dz_day_from_words (const char *words,
                   int         year)
{
  g_autofree char *narrow = g_utf8_normalize (words, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autoptr(GString) digits = g_string_new (NULL);
  int a = 0, b = 0, c = 0, more = 0;
  int n;

  if (narrow == NULL)
    return NULL;
  g_strstrip (narrow);
  for (const char *p = narrow; *p != '\0'; p = g_utf8_next_char (p))
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
    else if (digits->len > 0 && digits->str[digits->len - 1] != ' ')
      g_string_append_c (digits, ' ');
  g_strchomp (digits->str);
  if (*digits->str == '\0')
    return *narrow == '\0' ? g_strdup ("") : NULL;
  /* 2025118 is the 8th of November or the 18th of January */
  if (strchr (digits->str, ' ') == NULL && strlen (digits->str) != 8)
    return NULL;
  if (strchr (digits->str, ' ') == NULL)
    n = sscanf (digits->str, "%4d%2d%2d", &a, &b, &c);
  else
    n = sscanf (digits->str, "%4d %2d %2d %1d", &a, &b, &c, &more);
  if (n == 2)
    {
      c = b;
      b = a;
      a = year;
    }
  if (n < 2 || n > 3 || a < 2000 || a > 2100 || b < 1 || b > 12 || c < 1 ||
      !g_date_valid_dmy ((GDateDay) c, (GDateMonth) b, (GDateYear) a))
    return NULL;

  return g_strdup_printf ("%04d-%02d-%02d", a, b, c);
}

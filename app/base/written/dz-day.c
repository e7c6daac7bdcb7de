/* dz-day.c - days as they are written: YYYY-MM-DD
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-day.h"

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

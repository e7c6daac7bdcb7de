/* dz-reminders.c - 催报名单: the bodies without a report, as a table to send
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-reminders.h"

#include "dz-csv.h"
#include "dz-day.h"

static void
append_row (GString    *csv,
            DzRosterRow *row,
            const char *submit_by,
            int         days_left)
{
  const DzBody *body = dz_roster_row_get_body (row);
  const char *due = body->due == DZ_KIND_DUTY_REPORT ? "述职报告" : "年度报告";

  g_autofree char *left = days_left >= 0 ? g_strdup_printf ("还有%d天", days_left)
                                         : g_strdup_printf ("已过%d天", -days_left);
  const char *const fields[] = { body->name, body->kind, due, submit_by, left };

  dz_csv_append_row (csv, G_N_ELEMENTS (fields), fields);
}

/**
 * dz_reminders_dup_csv:
 * @today: YYYY-MM-DD: what the days are counted from
 *
 * Returns: (transfer full): CSV, UTF-8 with BOM so that WPS and Excel read it: name, type, kind of
 *   report, deadline, days left or past; one row a missing body, in roster order
 */
char *
dz_reminders_dup_csv (DzRosterTable *table,
                      const char    *today)
{
  GString *csv;
  g_autofree char *submit_by = NULL;
  int days_left;

  g_return_val_if_fail (DZ_IS_ROSTER_TABLE (table) && today != NULL, NULL);

  csv = g_string_new (DZ_CSV_MARK "单位,类型,应报,截止日,时限\r\n");
  submit_by = dz_roster_table_dup_submit_by (table);
  days_left = dz_day_count_between (today, submit_by);
  for (guint i = 0; i < dz_roster_table_get_n_rows (table); i++)
    if (dz_roster_row_is_missing (dz_roster_table_get_row (table, i)))
      append_row (csv, dz_roster_table_get_row (table, i), submit_by, days_left);

  return g_string_free (csv, FALSE);
}

/* test-csv.c - fields of a table stay what they are when WPS and Excel read them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-csv.h"

static const struct
{
  const char *text;
  const char *field;
} cases[] = {
  { NULL, "" },
  { "", "" },
  { "青禾镇", "青禾镇" },
  { "甲,乙", "\"甲,乙\"" },
  { "说“好”\"", "\"说“好”\"\"\"" },
  { "一\n二", "\"一\n二\"" },
  { "-12.5", "-12.5" },
  { "+28（+11.3%）", "+28（+11.3%）" },
  { "-", "-" },
  { "—", "—" },
  { "=1+1", "\"'=1+1\"" },
  { "=HYPERLINK(\"http://x\",\"镇\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"镇\"\")\"" },
  { "@SUM(A1)", "\"'@SUM(A1)\"" },
  { "+cmd|' /C calc'!A0", "\"'+cmd|' /C calc'!A0\"" },
  { "-1+cmd|' /C calc'!A0", "\"'-1+cmd|' /C calc'!A0\"" },
  { "-A1", "\"'-A1\"" },
  { "\t=1+1", "\"'\t=1+1\"" },
  { "\r=1+1", "\"'\r=1+1\"" },
};

static void
test_fields (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GString) out = g_string_new (NULL);

      dz_csv_append_field (out, cases[i].text);
      g_assert_cmpstr (out->str, ==, cases[i].field);
    }
}

static void
test_row (void)
{
  const char *const fields[] = { "单位", NULL, "=1" };
  g_autoptr(GString) out = g_string_new (NULL);

  dz_csv_append_row (out, G_N_ELEMENTS (fields), fields);
  g_assert_cmpstr (out->str, ==, "单位,,\"'=1\"\r\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/csv/fields", test_fields);
  g_test_add_func ("/base/csv/row", test_row);

  return g_test_run ();
}

/* fuzz-jsonl.c - lines of extract that came back otherwise than they went
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-fuzz.h"

#include "dz-json-read.h"

void
dz_fuzz_one (const guint8 *data,
             gsize         len)
{
  g_autofree char *line = g_strndup ((const char *) data, len);
  g_autoptr(GError) error = NULL;
  DzUntrue untrue = { 0 };
  g_autoptr(DzReport) report = dz_json_read_report (line, &untrue, &error);

  g_assert_true ((report == NULL) == (error != NULL));
}

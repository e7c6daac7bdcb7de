/* fuzz-roster.c - rosters from bytes nobody meant
 *
 * Input that is no zip is csv, unless it starts with "<": then it is a sheet and
 * the shared strings of a workbook at once, put into a zip in memory.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-fuzz.h"

#include "dz-roster-file.h"

#include <string.h>

static void
append_member (GByteArray   *zip,
               const char   *name,
               const guint8 *data,
               gsize         len)
{
  guint8 header[30] = { 'P', 'K', 3, 4, 20 };

  for (guint i = 0; i < 4; i++)
    header[18 + i] = header[22 + i] = (guint8) (len >> (8 * i));
  header[26] = (guint8) strlen (name);
  g_byte_array_append (zip, header, sizeof header);
  g_byte_array_append (zip, (const guint8 *) name, (guint) strlen (name));
  g_byte_array_append (zip, data, (guint) len);
}

static GBytes *
pack (const guint8 *data,
      gsize         len)
{
  static const char book[] = "<w><sheets><sheet name='a' id='r'/></sheets></w>";
  static const char relations[] = "<R><Relationship Id='r' Target='worksheets/s.xml'/></R>";
  GByteArray *zip = g_byte_array_new ();

  append_member (zip, "xl/workbook.xml", (const guint8 *) book, strlen (book));
  append_member (zip, "xl/_rels/workbook.xml.rels", (const guint8 *) relations,
                 strlen (relations));
  append_member (zip, "xl/sharedStrings.xml", data, len);
  append_member (zip, "xl/worksheets/s.xml", data, len);

  return g_byte_array_free_to_bytes (zip);
}

void
dz_fuzz_one (const guint8 *data,
             gsize         len)
{
  g_autoptr(GBytes) bytes = len > 0 && data[0] == '<' ? pack (data, len) : g_bytes_new (data, len);
  g_autoptr(DzSource) source = dz_source_new ("fuzz");
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) bodies = dz_roster_file_read (bytes, source, &error);

  g_assert_true ((bodies == NULL) == (error != NULL));
  for (guint i = 0; bodies != NULL && i < bodies->len; i++)
    g_assert_cmpuint (((DzBody *) bodies->pdata[i])->position, ==, i + 1);
}

/* dz-reader-txt.c - plain text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-reader.h"

static int
sniff_txt (const guint8 *data,
           gsize         len,
           const char   *name)
{
  return g_utf8_validate ((const char *) data, (gssize) len, NULL) ? 20 : 0;
}

static DzText *
read_txt (GBytes        *bytes,
          DzSource      *source,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autofree char *string = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  return dz_text_new_from_string (string);
}

static const char *const extensions[] = { "txt", "text", NULL };

const DzReader dz_reader_txt = { "txt", extensions, sniff_txt, read_txt };

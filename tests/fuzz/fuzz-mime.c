/* fuzz-mime.c - the parts of letters and saved pages against bytes nobody meant
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-fuzz.h"

#include "dz-mime.h"

void
dz_fuzz_one (const guint8 *data,
             gsize         len)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, len);
  g_autoptr(GPtrArray) parts = dz_mime_list_parts (bytes);

  /* What was sent is a letter, and a letter begins like one. */
  g_assert_true (!dz_mime_is_letter (data, len) || dz_mime_is (data, len));
  for (guint i = 0; i < parts->len; i++)
    {
      const DzMimePart *part = parts->pdata[i];

      g_assert_true (part->type != NULL && part->bytes != NULL);
      g_assert_true (part->name == NULL || g_utf8_validate (part->name, -1, NULL));
    }
}

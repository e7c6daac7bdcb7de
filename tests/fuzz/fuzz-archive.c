/* fuzz-archive.c - archives against bytes nobody meant
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-fuzz.h"

#include "dz-archive.h"

static gboolean
member_cb (const char   *name,
           GBytes       *bytes,
           const GError *problem,
           gpointer      user_data)
{
  g_assert_true (g_utf8_validate (name, -1, NULL));
  g_assert_true ((bytes == NULL) == (problem != NULL));

  return TRUE;
}

void
dz_fuzz_one (const guint8 *data,
             gsize         len)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, len);
  g_autoptr(GError) error = NULL;
  gboolean ok;

  dz_archive_is (bytes, NULL);
  ok = dz_archive_foreach (bytes, NULL, member_cb, NULL, NULL, NULL, &error);
  g_assert_true (ok == (error == NULL));
}

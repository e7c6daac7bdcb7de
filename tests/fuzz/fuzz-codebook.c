/* fuzz-codebook.c - the county's additions to the codebook, from bytes nobody meant
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-fuzz.h"

#include "dz-codebook-job.h"

void
dz_fuzz_one (const guint8 *data,
             gsize         len)
{
  g_autofree char *xml = g_strndup ((const char *) data, len);
  g_autoptr(GError) error = NULL;
  DzCodebook *codebook = dz_codebook_load (xml, &error);

  g_assert_true ((codebook == NULL) == (error != NULL));
  g_clear_pointer (&codebook, dz_codebook_unref);
}

/* dz-digest.c - what stands for bytes: their SHA-256
 *
 * GLib's own is plain C; nettle uses what the processor has for it, and archives are read with it anyway.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-digest.h"

#include <nettle/base16.h>
#include <nettle/sha2.h>

/**
 * dz_digest_dup_hex:
 * @data: (nullable): only where @len is 0
 *
 * Returns: (transfer full): the SHA-256 in 64 small hexadecimal digits
 */
char *
dz_digest_dup_hex (gconstpointer data,
                   gsize         len)
{
  struct sha256_ctx sum;
  guint8 digest[SHA256_DIGEST_SIZE];
  char *hex = g_malloc0 (BASE16_ENCODE_LENGTH (SHA256_DIGEST_SIZE) + 1);

  sha256_init (&sum);
  sha256_update (&sum, len, data);
  sha256_digest (&sum, sizeof digest, digest);
  base16_encode_update (hex, sizeof digest, digest);

  return hex;
}

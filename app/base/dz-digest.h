/* dz-digest.h - SHA-256 of a file or a text, to know it again
 *
 * GLib's own takes as long as reading the report; this one uses the
 * processor's instructions for it where there are any.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint32 state[8];
  guint64 length;
  guint8 block[64];
} DzDigest;

void  dz_digest_init     (DzDigest      *self);
void  dz_digest_update   (DzDigest      *self,
                          gconstpointer  data,
                          gsize          len);
char *dz_digest_finish   (DzDigest      *self);
char *dz_digest_of_bytes (gconstpointer  data,
                          gsize          len);

G_END_DECLS

/* dz-digest.h - what stands for bytes: their SHA-256
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *dz_digest_dup_hex (gconstpointer data,
                         gsize         len);

G_END_DECLS

/* dz-encoding.h - bytes of unknown encoding become UTF-8
 *
 * Decided in this order: a byte order mark; UTF-8 if the bytes are UTF-8; UTF-16
 * by the look of its units; what the file states about itself; GB18030 or Big5 by
 * which gives the more common characters; last what uchardet says. A line in the
 * other encoding inside a text (pasted together files) is decoded as what it is.
 * What cannot be decoded becomes U+FFFD and is counted, never dropped.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-source.h"

G_BEGIN_DECLS

char *dz_encoding_decode     (const void   *data,
                              gsize         len,
                              const char   *stated,
                              DzSource     *source,
                              gsize        *out_len,
                              GError      **error);
char *dz_encoding_convert    (const void   *data,
                              gsize         len,
                              const char   *encoding,
                              gsize        *out_len,
                              guint        *n_replaced);
gboolean dz_encoding_is_common (gunichar    ch);
gboolean dz_encoding_is_text (const guint8 *data,
                              gsize         len);

G_END_DECLS

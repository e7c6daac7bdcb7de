/* dz-mime.h - the parts of a letter, or of a web page saved as one file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DzMimePart: one that holds no others, decoded
 * @type: "text/html", lower case
 * @name: (nullable): of the file it was
 * @id: (nullable): what other parts call it by
 * @location: (nullable): the address it was saved from
 * @charset: (nullable): the encoding it states
 * @attached: a file sent along, neither the letter nor a picture in it; a letter sent along with nothing in it is one
 * @elsewhere: only its address was sent
 * @flowed: its lines go on where they end in a blank, which @unblank says is not theirs
 */
typedef struct
{
  char *type;
  char *name;
  char *id;
  char *location;
  char *charset;
  gboolean attached;
  gboolean elsewhere;
  gboolean flowed;
  gboolean unblank;
  GBytes *bytes;
} DzMimePart;

gboolean   dz_mime_is         (const guint8  *data,
                               gsize          len);
gboolean   dz_mime_is_letter  (const guint8  *data,
                               gsize          len);
GPtrArray *dz_mime_list_parts (GBytes        *bytes);
void       dz_mime_unflow     (char          *text,
                               gboolean       unblank);

G_END_DECLS

/* dz-enclosures.h - the files sent along with a letter
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DzEnclosure:
 * @name: of the file
 * @bytes: (nullable): %NULL where it is damaged, or only its place was sent
 * @beside: no report is looked for in it: a sign under the letter, something drawn into it that only Outlook opens, and beside
 *   other files a picture that is damaged
 */
typedef struct
{
  char *name;
  GBytes *bytes;
  gboolean beside;
} DzEnclosure;

gboolean   dz_enclosures_is   (GBytes *bytes);
GPtrArray *dz_enclosures_open (GBytes *bytes);

G_END_DECLS

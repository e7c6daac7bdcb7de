/* dz-limits.h - how much a file may ask for before it is refused
 *
 * A hostile or broken file must end in a named error, never in a full disk, a
 * full memory or a program that does not answer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DzLimits:
 * @input: bytes of the file handed in
 * @member: bytes of one unpacked member
 * @total: bytes of all unpacked members together
 * @encoded: bytes of a text or web page before it is decoded
 * @letter: bytes of a letter with all that was sent along, which lies in memory packed and unpacked
 * @text: bytes of text one report may have: a county's reports of a year together have half of it
 * @ratio: unpacked to packed bytes; checked once 16 MB are unpacked
 * @count: members of an archive
 * @depth: archives inside archives
 * @nesting: elements inside elements
 * @attributes: of one element
 * @elements: of a web page: a tree of them takes some fifty times their bytes
 * @seconds: spent on unpacking or parsing one file
 */
typedef struct
{
  gsize input;
  gsize member;
  gsize total;
  gsize encoded;
  gsize letter;
  gsize text;
  guint ratio;
  guint count;
  guint depth;
  guint nesting;
  guint attributes;
  guint elements;
  guint seconds;
} DzLimits;

extern const DzLimits dz_limits_default;

gboolean dz_limits_check_input    (const DzLimits *self,
                                   gsize           size,
                                   GError        **error);
gboolean dz_limits_check_encoded  (const DzLimits *self,
                                   gsize           size,
                                   GError        **error);
gboolean dz_limits_check_letter   (const DzLimits *self,
                                   gsize           size,
                                   GError        **error);
gboolean dz_limits_check_text     (const DzLimits *self,
                                   gsize           size,
                                   GError        **error);
gboolean dz_limits_check_markup   (const DzLimits *self,
                                   const char     *text,
                                   gsize           size,
                                   GError        **error);
gboolean dz_limits_check_unpacked (const DzLimits *self,
                                   const char     *name,
                                   guint64         packed,
                                   guint64         unpacked,
                                   GError        **error);

G_END_DECLS

/* dz-picture-words.h - what a picture on a page says, for whoever cannot see it
 *
 * Inside pages/ only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

GPtrArray *dz_picture_words_watch (cairo_t    *cr);
void       dz_picture_words_begin (cairo_t    *cr);
void       dz_picture_words_end   (cairo_t    *cr,
                                  const char *words);

G_END_DECLS

/* dz-layout.h - characters with places on pages become paragraphs
 *
 * For formats that only say where each character stands (PDF, OFD, OCR). A
 * reader adds the glyphs page by page; the layout groups them into lines,
 * columns and table rows, drops running headers and page numbers, and joins
 * lines into paragraphs over columns and pages. Each piece of a line is one
 * part of the text, so that any character can be shown on its page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-source.h"
#include "dz-text.h"

G_BEGIN_DECLS

/**
 * DzGlyph:
 * @ch: the character
 * @x1: left edge in points from the top left of the page, likewise @y1, @x2, @y2
 * @size: font size in points
 * @confidence: 1 for the file's own text, less for OCR
 * @style: the same for characters of one font, size and colour; 0: not known
 * @space: a blank stands before it
 * @apart: the file starts a new piece of text here
 * @pale: drawn so light, or so transparent, that what lies under it can be read
 * @unseen: not drawn, or in the colour of what it stands on
 */
typedef struct
{
  gunichar ch;
  float x1, y1, x2, y2;
  float size;
  float confidence;
  guint style;
  guint space : 1;
  guint apart : 1;
  guint pale : 1;
  guint unseen : 1;
} DzGlyph;

/**
 * DzStrike: a level line, in points; it may strike out what it goes through
 */
typedef struct
{
  float x1, x2, y;
} DzStrike;

/* Where a line through a character lies, of its height: not under it, nor over it. */
#define DZ_STRIKE_FROM 0.38f
#define DZ_STRIKE_TO 0.66f

typedef struct _DzLayout DzLayout;

DzLayout *dz_layout_new        (void);
void      dz_layout_free       (DzLayout      *self);
void      dz_layout_break      (DzLayout      *self);
void      dz_layout_begin_page (DzLayout      *self,
                                double         width,
                                double         height);
void      dz_layout_add_glyph  (DzLayout      *self,
                                const DzGlyph *glyph);
void      dz_layout_add_rule   (DzLayout      *self,
                                double         x1,
                                double         y1,
                                double         x2,
                                double         y2);
gboolean  dz_layout_may_have_table (DzLayout  *self);
GArray   *dz_layout_peek_glyphs (DzLayout     *self);
guint     dz_layout_count_unreadable (DzLayout *self);
void      dz_layout_clear_glyphs (DzLayout    *self);
void      dz_layout_drop_watermarks (DzLayout *self);
void      dz_layout_drop_pale  (DzLayout      *self);
void      dz_layout_drop_struck (DzLayout     *self,
                                 GArray       *strikes);
void      dz_layout_drop_unseen (DzLayout     *self);
GArray   *dz_layout_list_strikes (DzLayout    *self);
void      dz_layout_add_note   (DzLayout      *self,
                                const char    *text);
guint     dz_layout_end_page   (DzLayout      *self);
DzText   *dz_layout_finish     (DzLayout      *self,
                                DzSource      *source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzLayout, dz_layout_free)

G_END_DECLS

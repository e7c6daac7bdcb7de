/* dz-text.h - the plain text of one report, and the way back to its source
 *
 * Readers append text piece by piece and say which part of the file each
 * piece came from; everything downstream works on one UTF-8 string and byte
 * offsets into it. A paragraph ends with '\n'; the cells of a table row are
 * parted by '\t' on one line. Characters are the report's own: nothing is
 * folded here. dz_text_locate() turns an offset back into a part (a
 * paragraph, a table row, a line of a page) and an offset inside it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DzSpan:
 * @start: first byte
 * @end: one past the last byte
 *
 * A half-open range of bytes in a #DzText, on UTF-8 boundaries. Bytes, never
 * characters: only widgets and the contract's output count characters. Of 32
 * bits: no text is let in that is longer (#DzLimits), and a figure has six.
 */
typedef struct
{
  guint start;
  guint end;
} DzSpan;

#define DZ_SPAN_NONE ((DzSpan) { 0, 0 })

static inline gboolean
dz_span_is_empty (DzSpan span)
{
  return span.end <= span.start;
}

static inline gboolean
dz_span_contains (DzSpan outer, DzSpan inner)
{
  return outer.start <= inner.start && inner.end <= outer.end;
}

static inline gboolean
dz_span_overlaps (DzSpan a, DzSpan b)
{
  return a.start < b.end && b.start < a.end;
}

typedef enum
{
  DZ_PART_PARAGRAPH,
  DZ_PART_HEADING, /* the file itself calls it a heading; level says which */
  DZ_PART_ROW,     /* a table row */
  DZ_PART_NOTE     /* a footnote, endnote, text box, annotation */
} DzPartKind;

/**
 * DzPart:
 * @kind: what the file says this is
 * @level: heading level from 1, 0 if it is none
 * @page: page from 1, 0 if the format has no pages
 * @x: left edge of the rectangle on the page in points from the top left; 0 if unknown
 * @y: top edge
 * @width: width in points
 * @height: height in points
 * @confidence: 1.0 for text of the file itself, less for text from OCR
 */
typedef struct
{
  DzPartKind kind;
  guint level;
  guint page;
  double x, y, width, height;
  double confidence;
} DzPart;

/**
 * DzPlace:
 * @part: index of the part
 * @offset: byte offset inside that part
 */
typedef struct
{
  guint part;
  gsize offset;
} DzPlace;

/**
 * DzRecognisedLine:
 * @span: in the text, without the end of the line or the tab behind a cell
 * @part: index of its part, which has its page and place
 * @confidence: how sure the program was of its characters, on average; under DZ_RECOGNISED_SURE a person should look
 */
typedef struct
{
  DzSpan span;
  guint part;
  double confidence;
} DzRecognisedLine;

#define DZ_RECOGNISED_SURE 0.8

typedef struct _DzText DzText;

DzText       *dz_text_new              (void);
DzText       *dz_text_new_from_string  (const char   *string);
DzText       *dz_text_ref              (DzText       *self);
void          dz_text_unref            (DzText       *self);

guint         dz_text_add_part         (DzText       *self,
                                        const DzPart *part);
void          dz_text_append           (DzText       *self,
                                        const char   *piece,
                                        gssize        len,
                                        DzPlace       place);
void          dz_text_append_paragraph (DzText       *self,
                                        const DzPart *part,
                                        const char   *piece,
                                        gssize        len);

const char   *dz_text_peek             (DzText       *self,
                                        gsize        *len);
gsize         dz_text_get_length       (DzText       *self);
char         *dz_text_dup_span         (DzText       *self,
                                        DzSpan        span);
char         *dz_text_dup_line         (DzText       *self,
                                        DzSpan        span);
const DzPart *dz_text_get_part         (DzText       *self,
                                        guint         index);
gboolean      dz_text_locate           (DzText       *self,
                                        gsize         offset,
                                        DzPlace      *place);
DzSpan        dz_text_get_line         (DzText       *self,
                                        gsize         offset);
GArray       *dz_text_list_recognised  (DzText       *self);
gsize         dz_text_count_characters (DzText       *self,
                                        DzSpan        span);

DzText       *dz_text_slice            (DzText       *self,
                                        DzSpan        span);
GVariant     *dz_text_to_variant       (DzText       *self);
DzText       *dz_text_new_from_variant (const char   *string,
                                        GVariant     *variant);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzText, dz_text_unref)

G_END_DECLS

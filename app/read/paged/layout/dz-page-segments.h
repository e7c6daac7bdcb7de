/* dz-page-segments.h - pieces of text between wide gaps, and how they are set
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-layout-private.h"

G_BEGIN_DECLS

/**
 * DzSegment:
 * @start: first byte in the layout's characters, likewise @end
 * @confidence: sum over its glyphs
 * @first_width: width of its first character
 * @row: segments at one height share it
 */
typedef struct
{
  gsize start, end;
  DzBox box;
  float size;
  float confidence;
  float first_width;
  guint n_glyphs;
  guint row;
} DzSegment;

void  dz_page_columns_set (DzLayout *self,
                           GArray   *segments,
                           guint     key,
                           guint     depth);
void  dz_page_block_set   (DzLayout *self,
                           GArray   *segments,
                           guint     key);
guint dz_page_table_end   (GArray   *segments,
                           guint     from);
void  dz_page_table_set   (DzLayout *self,
                           GArray   *segments,
                           guint     from,
                           guint     to,
                           guint     flow);

void  dz_page_cell_add    (DzLayout        *self,
                           const DzSegment *segment,
                           gboolean         goes_on);
void  dz_page_cell_skip   (DzLayout *self);
void  dz_page_row_add     (DzLayout        *self,
                           guint            flow,
                           guint            first_cell,
                           const DzSegment *like);

void     dz_page_grid_choose (DzLayout *self);
gboolean dz_page_grid_parts  (DzLayout      *self,
                              const DzGlyph *one,
                              const DzGlyph *other);
guint    dz_page_grid_end    (DzLayout *self,
                              GArray   *segments,
                              guint     from);
void     dz_page_grid_set    (DzLayout *self,
                              GArray   *segments,
                              guint     from,
                              guint     to);

/* One past the last segment of the row that begins at @from. */
static inline guint
dz_segments_row_end (GArray *segments,
                     guint   from)
{
  guint row = g_array_index (segments, DzSegment, from).row;

  while (from < segments->len && g_array_index (segments, DzSegment, from).row == row)
    from++;

  return from;
}

G_END_DECLS

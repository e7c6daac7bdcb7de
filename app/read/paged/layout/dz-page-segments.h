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

#define DZ_MAX_COLUMNS 40

/**
 * DzColumns: of a table
 * @edges: the right edge of each but the last
 */
typedef struct
{
  float edges[DZ_MAX_COLUMNS];
  guint n;
} DzColumns;

/**
 * DzPageWraps: how cells of a table run over lines
 * @widest: line of each column
 * @ruled: level lines are drawn between its rows
 * @often: more than one line looks like the rest of a cell
 */
typedef struct
{
  const DzColumns *columns;
  float widest[DZ_MAX_COLUMNS];
  gboolean ruled;
  gboolean often;
} DzPageWraps;

typedef enum
{
  DZ_PAGE_WRAP_UNKNOWN,
  DZ_PAGE_WRAP_ROW,
  DZ_PAGE_WRAP_REST
} DzPageWrap;

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

void     dz_page_forms_find  (DzLayout *self);
gboolean dz_page_forms_part  (DzLayout      *self,
                              const DzGlyph *one,
                              const DzGlyph *other);
guint    dz_page_forms_end   (DzLayout *self,
                              GArray   *segments,
                              guint     from);
void     dz_page_forms_set   (DzLayout *self,
                              GArray   *segments,
                              guint     from,
                              guint     to);

gboolean dz_page_guides_find (DzLayout *self,
                              GArray   *segments);
gboolean dz_page_guides_part (DzLayout      *self,
                              const DzGlyph *one,
                              const DzGlyph *other);

DzPageWraps dz_page_wraps_measure (DzLayout        *self,
                                   GArray          *segments,
                                   guint            from,
                                   guint            to,
                                   const DzColumns *columns);
DzPageWrap  dz_page_wraps_judge   (DzLayout          *self,
                                   GArray            *segments,
                                   const DzPageWraps *wraps,
                                   guint              from,
                                   guint              below);

static inline guint
dz_columns_of (const DzColumns *self,
               const DzSegment *segment)
{
  float middle = (segment->box.x1 + segment->box.x2) / 2;
  guint i = 0;

  while (i + 1 < self->n && middle > self->edges[i])
    i++;

  return i;
}

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

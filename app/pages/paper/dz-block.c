/* dz-block.c - what a page is filled with: the paragraph block, areas
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-block.h"

#include "dz-paragraph-shelf.h"

#include <math.h>
/* What each role looks like; lengths in points, indents in the role's own characters. */
typedef struct
{
  DzFace face;
  double size;
  double pitch;
  double first;
  double left;
  double right;
  DzTextAlign align;
  double before;
  double after;
  gboolean keep;
  guint outline;
} RoleInfo;

static const RoleInfo roles[DZ_N_ROLES] = {
  [DZ_ROLE_TITLE] = { DZ_FACE_TITLE, 22, 12.6 * DZ_MM, 0, 0, 0, DZ_ALIGN_CENTRE, 0, 0, TRUE, 1 },
  [DZ_ROLE_SUBTITLE] = { DZ_FACE_BODY, 16, DZ_LINE_PITCH, 0, 0, 0, DZ_ALIGN_CENTRE, 0, 2 * DZ_MM, TRUE, 0 },
  [DZ_ROLE_HEADING_1] = { DZ_FACE_HEADING, 16, DZ_LINE_PITCH, 2, 0, 0, DZ_ALIGN_LEFT, 0, 0, TRUE, 1 },
  [DZ_ROLE_HEADING_2] = { DZ_FACE_SUBHEADING, 16, DZ_LINE_PITCH, 2, 0, 0, DZ_ALIGN_LEFT, 0, 0, TRUE, 2 },
  [DZ_ROLE_HEADING_3] = { DZ_FACE_HEADING, 12, 17.5, 0, 0, 0, DZ_ALIGN_LEFT, 6, 1, TRUE, 0 },
  [DZ_ROLE_SHEET_TITLE] = { DZ_FACE_TITLE, 18, 11 * DZ_MM, 0, 0, 0, DZ_ALIGN_CENTRE, 0, 0, TRUE, 2 },
  [DZ_ROLE_BODY] = { DZ_FACE_BODY, 16, DZ_LINE_PITCH, 2, 0, 0, DZ_ALIGN_JUSTIFY, 0, 0, FALSE, 0 },
  [DZ_ROLE_FLUSH] = { DZ_FACE_BODY, 16, DZ_LINE_PITCH, 0, 0, 0, DZ_ALIGN_JUSTIFY, 0, 0, TRUE, 0 },
  [DZ_ROLE_QUOTATION] = { DZ_FACE_BODY, 14, 24, 0, 2 * DZ_CELL, 0, DZ_ALIGN_JUSTIFY, 0, 0, FALSE, 0 },
  [DZ_ROLE_SMALL] = { DZ_FACE_BODY, 12, 20.5, 0, 0, 0, DZ_ALIGN_LEFT, 0, 0, FALSE, 0 },
  [DZ_ROLE_CENTRED] = { DZ_FACE_BODY, 12, 20.5, 0, 0, 0, DZ_ALIGN_CENTRE, 0, 0, FALSE, 0 },
  [DZ_ROLE_NOTE] = { DZ_FACE_BODY, 9, 13, -2, 0, 0, DZ_ALIGN_JUSTIFY, 2, 0, FALSE, 0 },
  [DZ_ROLE_ISSUER] = { DZ_FACE_BODY, 16, DZ_LINE_PITCH, 0, 0, 2 * DZ_CELL, DZ_ALIGN_RIGHT, DZ_LINE_PITCH, 0,
                       TRUE, 0 },
  [DZ_ROLE_MASTHEAD] = { DZ_FACE_TITLE, 36, 22 * DZ_MM, 0, 0, 0, DZ_ALIGN_CENTRE, 0, 2 * DZ_MM, TRUE, 0 },
  [DZ_ROLE_NUMBER] = { DZ_FACE_BODY, 16, DZ_LINE_PITCH, 0, DZ_CELL, DZ_CELL, DZ_ALIGN_CENTRE, 0, DZ_LINE_PITCH, TRUE, 0 },
  [DZ_ROLE_RECORD] = { DZ_FACE_BODY, 14, DZ_LINE_PITCH, -3, DZ_CELL, DZ_CELL, DZ_ALIGN_JUSTIFY, DZ_LINE_PITCH, 0, FALSE, 0 },
  [DZ_ROLE_DATE] = { DZ_FACE_BODY, 16, DZ_LINE_PITCH, 0, 0, 0, DZ_ALIGN_LEFT, 0, 0, FALSE, 0 },
};

/* Body text stands on the grid of 28 characters a line. */
#define BODY_TRACKING (DZ_CELL - 16.0)

static void
text_block_set (DzBlock *block,
                DzPaper *paper,
                double   width)
{
  DzTextBlock *self = (DzTextBlock *) block;

  if (self->lines != NULL)
    return;
  self->style.width = width - self->left - self->right;
  self->lines = dz_paragraph_shelf_get (paper, self->rich, &self->style);
}

static guint
text_block_count (DzBlock *block)
{
  return dz_paragraph_get_n_lines (((DzTextBlock *) block)->lines);
}

static double
text_block_extent (DzBlock *block,
                   guint    from,
                   guint    to)
{
  return (to - from) * ((DzTextBlock *) block)->style.pitch;
}

/* At least two lines on each side. */
static gboolean
text_block_can_part (DzBlock *block,
                     guint    at)
{
  return at >= 2 && at + 2 <= text_block_count (block);
}

/* From one edge of the text to the other. */
static void
draw_rule (DzTextBlock *self,
           cairo_t     *cr,
           double       x,
           double       y)
{
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, x, y);
  cairo_rel_line_to (cr, self->style.width + self->left + self->right, 0);
  cairo_stroke (cr);
}

static void
text_block_draw (DzBlock *block,
                 cairo_t *cr,
                 double   x,
                 double   y,
                 guint    from,
                 guint    to)
{
  DzTextBlock *self = (DzTextBlock *) block;
  double bottom = y + (to - from) * self->style.pitch;

  if (block->role == DZ_ROLE_RECORD && from == 0)
    draw_rule (self, cr, x, y);
  if ((block->role == DZ_ROLE_RECORD || block->role == DZ_ROLE_NUMBER) && to == text_block_count (block))
    draw_rule (self, cr, x, bottom);
  dz_paragraph_draw (self->lines, cr, x + self->left, y, from, to);
}

static void
text_block_add_areas (DzBlock   *block,
                      GPtrArray *areas,
                      double     x,
                      double     y,
                      guint      from,
                      guint      to)
{
  DzTextBlock *self = (DzTextBlock *) block;

  dz_paragraph_foreach (self->lines, x + self->left, y, from, to, dz_page_area_add_piece, areas);
}

static void
text_block_finalize (DzBlock *block)
{
  DzTextBlock *self = (DzTextBlock *) block;

  g_clear_pointer (&self->lines, dz_paragraph_unref);
  dz_rich_unref (self->rich);
}

static const DzBlockClass text_block_class = {
  .set = text_block_set,
  .count = text_block_count,
  .extent = text_block_extent,
  .can_part = text_block_can_part,
  .draw = text_block_draw,
  .add_areas = text_block_add_areas,
  .finalize = text_block_finalize,
};

/* Returns: (transfer full): a paragraph with the words of @rich, in the style of @role */
DzBlock *
dz_text_block_new (DzBlockRole role,
                   DzRich     *rich)
{
  const RoleInfo *info = &roles[role];
  DzTextBlock *self = g_new0 (DzTextBlock, 1);
  double cell = info->size == 16 ? DZ_CELL : info->size;

  self->parent.klass = &text_block_class;
  self->parent.role = role;
  self->parent.before = info->before;
  self->parent.after = info->after;
  self->parent.keep = info->keep;
  self->parent.outline = info->outline;
  self->rich = dz_rich_ref (rich);
  self->left = info->left;
  self->right = info->right;
  self->style = (DzParagraphStyle) {
    .face = info->face,
    .size = info->size,
    .pitch = info->pitch,
    .first = info->first * cell,
    .tracking = info->size == 16 ? BODY_TRACKING : 0,
    .source_size = info->size >= 14 ? 9 : 7.5,
    .align = info->align,
  };

  return &self->parent;
}

/**
 * dz_text_block_new_plain:
 *
 * Returns: (transfer full): a block of @text, all of one style
 */
DzBlock *
dz_text_block_new_plain (DzBlockRole role,
                         const char *text)
{
  g_autoptr(DzRich) rich = dz_rich_new (text);

  return dz_text_block_new (role, rich);
}

/**
 * dz_text_block_set_pitch:
 * @pitch: points from line to line, where the usual is that of body text
 *
 * To be laid out anew. White of a line before or after it is that much too.
 */
void
dz_text_block_set_pitch (DzBlock *block,
                         double   pitch)
{
  DzTextBlock *self = (DzTextBlock *) block;
  double usual = self->style.pitch;

  g_clear_pointer (&self->lines, dz_paragraph_unref);
  if (fabs (block->before - usual) < 0.01)
    block->before = pitch;
  if (fabs (block->after - usual) < 0.01)
    block->after = pitch;
  self->style.pitch = pitch;
}

gboolean
dz_block_is_text (const DzBlock *self)
{
  return self->klass == &text_block_class;
}

void
dz_block_free (DzBlock *self)
{
  self->klass->finalize (self);
  g_free (self);
}

DzPageArea *
dz_page_area_new (DzAreaKind kind,
                  double     x,
                  double     y,
                  double     width,
                  double     height)
{
  DzPageArea *area = g_new0 (DzPageArea, 1);

  area->kind = kind;
  area->x = x;
  area->y = y;
  area->width = width;
  area->height = height;

  return area;
}

void
dz_page_area_free (gpointer data)
{
  DzPageArea *area = data;

  g_free (area->text_key);
  g_free (area->label);
  g_free (area);
}

/* A #DzPieceFunc that turns pieces of a paragraph into areas; user_data is the list of them. */
void
dz_page_area_add_piece (const DzRichRun *run,
                        const DzRichKey *key,
                        double           x,
                        double           y,
                        double           width,
                        double           height,
                        gpointer         areas)
{
  DzPageArea *area = dz_page_area_new (run != NULL ? DZ_AREA_SOURCE : DZ_AREA_TEXT, x, y, width, height);

  if (key != NULL)
    area->text_key = g_strdup (key->key);
  if (run != NULL)
    {
      area->report_id = run->report_id;
      area->span = run->span;
      area->body_id = run->body_id;
      area->indicator = run->indicator;
      area->code = run->code;
    }
  g_ptr_array_add (areas, area);
}

/* dz-page-edges.c - what stands around the text of a page: its number, in a long document a running head
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-document-pages.h"

#include "dz-paragraph-shelf.h"

#define HEAD_SIZE 9.0
#define HEAD_TOP (DZ_PAPER_TOP - 10 * DZ_MM)

/* The first sheet is bound left whatever number it bears. */
gboolean
dz_document_binds_left (DzDocument *self,
                        guint       page)
{
  return self->one_sided || page % 2 == 0;
}

static const char *const roman[] = { "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X" };

/**
 * dz_document_dup_folio:
 *
 * Returns: (transfer full) (nullable): the number printed on @page, %NULL for a cover or a page left blank
 */
char *
dz_document_dup_folio (DzDocument *self,
                       guint       page)
{
  DzChapter *chapter;
  guint n;

  if (page >= self->n_front)
    return g_strdup_printf ("%u", page - self->n_front + 1);
  dz_document_find_page (self, page, &chapter);
  if (g_strcmp0 (chapter->id, "contents") != 0)
    return NULL;
  n = page - chapter->first_page;

  return n < G_N_ELEMENTS (roman) ? g_strdup (roman[n]) : g_strdup_printf ("i%u", n + 1);
}

/* What stands around the text is as wide as the text of the upright sheet, or of the fold-out. */
static double
head_width (const DzChapter *chapter)
{
  return chapter->form == DZ_FORM_FOLDOUT ? DZ_FOLDOUT_TYPE_WIDTH : DZ_TYPE_WIDTH;
}

static DzParagraph *
set_head (DzDocument *self,
          const char *words,
          double      width,
          gboolean    right)
{
  DzParagraphStyle style = { .face = DZ_FACE_BODY, .size = HEAD_SIZE, .width = width, .pitch = 12, .source_size = 7,
                             .align = right ? DZ_ALIGN_RIGHT : DZ_ALIGN_LEFT, .one_line = TRUE };

  return dz_paragraph_shelf_get_plain (self->paper, words, &style);
}

/* What the document is called and which part this is, over a thin line; drawn on the upright sheet. */
static void
draw_head (DzDocument      *self,
           DzChapter       *chapter,
           guint            page,
           double           x,
           cairo_t         *cr)
{
  double width = head_width (chapter);
  const char *part;
  g_auto(GStrv) title = NULL;
  g_autofree char *whole = NULL;
  g_autoptr(DzParagraph) left = NULL;
  g_autoptr(DzParagraph) right = NULL;

  if (self->n_front == 0 || page < self->n_front)
    return;
  title = g_strsplit (self->title, " ", -1);
  whole = g_strjoinv ("", title);
  left = set_head (self, whole, width, FALSE);
  part = chapter->build == NULL ? dz_chapter_part_at (chapter, page - chapter->first_page, NULL) : chapter->part;
  /* what is one part only is called by it */
  if (part != NULL && g_str_has_suffix (whole, part))
    part = NULL;
  right = set_head (self, part != NULL ? part : "", width, TRUE);
  if (dz_paragraph_get_line_width (left, 0) + dz_paragraph_get_line_width (right, 0) < width - 2 * HEAD_SIZE)
    dz_paragraph_draw (right, cr, x, HEAD_TOP, 0, 1);
  dz_paragraph_draw (left, cr, x, HEAD_TOP, 0, 1);
  cairo_set_line_width (cr, 0.5);
  cairo_move_to (cr, x, HEAD_TOP + 14);
  cairo_rel_line_to (cr, width, 0);
  cairo_stroke (cr);
}

/* The running head; — 1 —, its dashes 7 mm under the type area, one character in from the outer edge. On a
 * landscape page it stays where it is on the upright sheet. */
void
dz_document_draw_edges (DzDocument      *self,
                        DzChapter       *chapter,
                        guint            page,
                        cairo_t         *cr)
{
  g_autofree char *folio = dz_document_dup_folio (self, page);
  g_autofree char *text = g_strdup_printf ("— %s —", folio != NULL ? folio : "");
  g_autoptr(DzRich) rich = dz_rich_new (text);
  gboolean right = dz_document_binds_left (self, page);
  double x = dz_document_binds_left (self, page) ? DZ_PAPER_BINDING : DZ_PAPER_OUTER;
  DzParagraphStyle style = { .face = DZ_FACE_FOLIO, .size = 14, .width = head_width (chapter) - 2 * DZ_CELL,
                             .pitch = 20, .source_size = 7,
                             .align = right ? DZ_ALIGN_RIGHT : DZ_ALIGN_LEFT };
  g_autoptr(DzParagraph) lines = dz_paragraph_new (self->paper, rich, &style);

  cairo_save (cr);
  if (chapter->form == DZ_FORM_LANDSCAPE)
    {
      cairo_translate (cr, DZ_PAPER_HEIGHT, 0);
      cairo_rotate (cr, G_PI / 2);
    }
  draw_head (self, chapter, page, x, cr);
  if (folio != NULL)
    dz_paragraph_draw (lines, cr, x + DZ_CELL, DZ_PAPER_TOP + DZ_TYPE_HEIGHT + 7 * DZ_MM - 10, 0, 1);
  cairo_restore (cr);
}

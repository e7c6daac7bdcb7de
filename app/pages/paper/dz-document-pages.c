/* dz-document-pages.c - what stands on the pages of a document: ink, areas, headings, words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-document-pages.h"

#include "dz-chart-block.h"
#include "dz-font-pages.h"
#include "dz-paper-table.h"

/* Bytes: what the pages of a document have in common. */
#define FONTS_HELD ((gsize) 16 << 20)

/* Upper left corner of the type area. */
static void
get_origin (DzDocument      *self,
            const DzChapter *chapter,
            guint            page,
            double          *x,
            double          *y)
{
  double side = dz_document_binds_left (self, page) ? DZ_PAPER_BINDING : DZ_PAPER_OUTER;

  if (chapter->form == DZ_FORM_LANDSCAPE)
    {
      *x = DZ_PAPER_HEIGHT - DZ_PAPER_TOP - DZ_TYPE_HEIGHT;
      *y = side;
    }
  else
    {
      *x = side;
      *y = DZ_PAPER_TOP;
    }
}

/* Returns: (nullable): %NULL for what has a structure of its own */
static const char *
role_tag (DzBlockRole role)
{
  switch (role)
    {
    case DZ_ROLE_TITLE:
    case DZ_ROLE_HEADING_1:
    case DZ_ROLE_SHEET_TITLE:
      return "H1";
    case DZ_ROLE_HEADING_2:
    case DZ_ROLE_HEADING_3:
      return "H2";
    case DZ_ROLE_TABLE:
    case DZ_ROLE_CHART:
    case DZ_ROLE_STRIPS:
    case DZ_ROLE_CONTENTS:
      return NULL;
    case DZ_ROLE_QUOTATION:
      return "BlockQuote";
    case DZ_ROLE_SUBTITLE:
    case DZ_ROLE_BODY:
    case DZ_ROLE_FLUSH:
    case DZ_ROLE_SMALL:
    case DZ_ROLE_CENTRED:
    case DZ_ROLE_NOTE:
    case DZ_ROLE_ISSUER:
    case DZ_ROLE_DATE:
    case DZ_ROLE_MASTHEAD:
    case DZ_ROLE_NUMBER:
    case DZ_ROLE_RECORD:
    default:
      return "P";
    }
}

/**
 * dz_document_draw_page:
 * @page: from 0
 * @cr: at the page's upper left corner, one unit a point
 *
 * Draws black on whatever is there: the caller paints the sheet. On a PDF
 * surface headings, paragraphs, the cells of tables and figures are tagged.
 */
void
dz_document_draw_page (DzDocument *self,
                       guint       page,
                       cairo_t    *cr)
{
  DzChapter *chapter;
  GArray *p;
  double x, y;

  g_return_if_fail (page < self->n_pages);

  p = dz_document_find_page (self, page, &chapter);
  get_origin (self, chapter, page, &x, &y);
  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = 0; i < p->len; i++)
    {
      const DzPlaced *placed = &g_array_index (p, DzPlaced, i);
      const char *tag = role_tag (placed->block->role);

      if (tag != NULL)
        cairo_tag_begin (cr, tag, NULL);
      placed->block->klass->draw (placed->block, cr, x, y + placed->y, placed->from, placed->to);
      if (tag != NULL)
        cairo_tag_end (cr, tag);
      dz_font_pages_give_back (FONTS_HELD);
    }
  dz_document_draw_edges (self, chapter, page, cr);
  cairo_restore (cr);
}

/* Returns: (transfer full) (element-type DzPlaced): what stands where on @page, from the
 * sheet's corner; valid while the page is kept */
GArray *
dz_document_list_placed (DzDocument *self,
                         guint       page)
{
  DzChapter *chapter;
  GArray *p = dz_document_find_page (self, page, &chapter);
  GArray *list = g_array_new (FALSE, FALSE, sizeof (DzPlaced));
  double x, y;

  get_origin (self, chapter, page, &x, &y);
  for (guint i = 0; i < p->len; i++)
    {
      DzPlaced placed = g_array_index (p, DzPlaced, i);

      placed.x += x;
      placed.y += y;
      g_array_append_val (list, placed);
    }

  return list;
}

static GPtrArray *
make_areas (DzDocument *self,
            guint       page)
{
  GPtrArray *areas = g_ptr_array_new_with_free_func (dz_page_area_free);
  DzChapter *chapter;
  GArray *p = dz_document_find_page (self, page, &chapter);
  double x, y;

  get_origin (self, chapter, page, &x, &y);
  for (guint i = 0; i < p->len; i++)
    {
      const DzPlaced *placed = &g_array_index (p, DzPlaced, i);

      placed->block->klass->add_areas (placed->block, areas, x, y + placed->y, placed->from, placed->to);
    }

  return areas;
}

static GPtrArray *
need_areas (DzDocument *self,
            guint       page)
{
  if (self->areas == NULL || self->areas_page != page)
    {
      g_clear_pointer (&self->areas, g_ptr_array_unref);
      self->areas = make_areas (self, page);
      self->areas_page = page;
    }

  return self->areas;
}

/**
 * dz_document_list_areas:
 *
 * Returns: (transfer full) (element-type DzPageArea): what answers a click on @page, later
 *   ones on top
 */
GPtrArray *
dz_document_list_areas (DzDocument *self,
                        guint       page)
{
  g_return_val_if_fail (page < self->n_pages, NULL);

  return g_ptr_array_ref (need_areas (self, page));
}

/* Returns: (transfer none) (nullable): the topmost area at the point, until another page is asked */
const DzPageArea *
dz_document_area_at (DzDocument *self,
                     guint       page,
                     double      x,
                     double      y)
{
  GPtrArray *areas;

  g_return_val_if_fail (page < self->n_pages, NULL);

  areas = need_areas (self, page);
  for (guint i = areas->len; i > 0; i--)
    {
      const DzPageArea *area = g_ptr_array_index (areas, i - 1);

      if (x >= area->x && x < area->x + area->width && y >= area->y && y < area->y + area->height)
        return area;
    }

  return NULL;
}

static void
free_outline_item (gpointer data)
{
  DzOutlineItem *item = data;

  g_free (item->title);
  g_free (item);
}

static void
add_outline (GPtrArray    *outline,
             const char   *title,
             DzOutlineItem place)
{
  DzOutlineItem *item = g_new (DzOutlineItem, 1);

  *item = place;
  item->title = g_strdup (title);
  g_strdelimit (item->title, "\n", ' ');
  g_ptr_array_add (outline, item);
}

/* Returns: (transfer full) (nullable): what the outline calls @block */
static char *
dup_heading (DzBlock *block)
{
  const DzPaperTable *table = (const DzPaperTable *) block;

  if (block->outline == 0)
    return NULL;
  if (dz_block_is_text (block))
    return g_strdup (((DzTextBlock *) block)->rich->text->str);
  if (block->role == DZ_ROLE_CHART)
    return dz_chart_block_dup_caption ((DzChartBlock *) block, 0);
  if (block->role == DZ_ROLE_TABLE && table->number > 0)
    return g_strdup_printf ("表%u　%s", table->number, table->caption);

  return NULL;
}

/* The part that begins with @block, the first of the chapter's own too. Returns: (nullable): none does */
static const char *
find_part (DzChapter     *chapter,
           const DzBlock *block)
{
  if (chapter->blocks->len > 0 && g_ptr_array_index (chapter->blocks, 0) == block)
    return chapter->part;
  for (guint i = 0; i < chapter->joined->len; i++)
    {
      const DzJoinedPart *joined = g_ptr_array_index (chapter->joined, i);

      if (joined->first == block)
        return joined->part;
    }

  return NULL;
}

/* The part stands over its headings; where it begins with a heading of the first level, that is its name. Returns: the
 * part it ends with */
static const char *
outline_chapter (DzDocument *self,
                 DzChapter  *chapter,
                 const char *before,
                 GPtrArray  *outline)
{
  gboolean named = FALSE;

  for (guint p = 0; p < chapter->pages->len; p++)
    {
      GArray *page = g_ptr_array_index (chapter->pages, p);
      guint n = chapter->first_page + p;
      double x, y;

      get_origin (self, chapter, n, &x, &y);
      for (guint i = 0; i < page->len; i++)
        {
          const DzPlaced *placed = &g_array_index (page, DzPlaced, i);
          const char *part = placed->from == 0 ? find_part (chapter, placed->block) : NULL;
          g_autofree char *title = placed->from == 0 ? dup_heading (placed->block) : NULL;
          guint level = placed->block->outline;

          if (part != NULL)
            named = placed->block->role != DZ_ROLE_HEADING_1;
          if (part != NULL && named && g_strcmp0 (before, part) != 0)
            add_outline (outline, part, (DzOutlineItem) { .level = 1, .page = n, .y = y + placed->y, .block = placed->block });
          if (part != NULL)
            before = part;
          if (title == NULL || (named && placed->block->role == DZ_ROLE_TITLE))
            continue;
          if (named && dz_block_is_text (placed->block))
            level++;
          add_outline (outline, title, (DzOutlineItem) { .level = level, .page = n, .y = y + placed->y, .block = placed->block });
        }
    }

  return before;
}

/**
 * dz_document_list_outline:
 *
 * Returns: (transfer full) (element-type DzOutlineItem): parts, headings, tables and charts in order. Sheets are
 *   named without being made.
 */
GPtrArray *
dz_document_list_outline (DzDocument *self)
{
  GPtrArray *outline = g_ptr_array_new_with_free_func (free_outline_item);
  const char *before = NULL;

  for (guint i = 0; i < self->chapters->len; i++)
    {
      DzChapter *chapter = g_ptr_array_index (self->chapters, i);

      if (chapter->build == NULL)
        before = outline_chapter (self, chapter, before, outline);
      else
        {
          if (chapter->part != NULL && g_strcmp0 (before, chapter->part) != 0)
            add_outline (outline, chapter->part,
                         (DzOutlineItem) { .level = 1, .page = chapter->first_page, .y = DZ_PAPER_TOP });
          add_outline (outline, chapter->title,
                       (DzOutlineItem) { .level = 2, .page = chapter->first_page, .y = DZ_PAPER_TOP, .sheet = TRUE });
        }
      before = chapter->build == NULL ? before : chapter->part;
    }

  return outline;
}

/**
 * dz_document_dup_page_text:
 *
 * Returns: (transfer full): the words of the paragraphs on @page, for search and screen readers
 */
char *
dz_document_dup_page_text (DzDocument *self,
                           guint       page)
{
  g_autoptr(GString) text = g_string_new (NULL);
  DzChapter *chapter;
  GArray *p;

  g_return_val_if_fail (page < self->n_pages, NULL);

  p = dz_document_find_page (self, page, &chapter);
  for (guint i = 0; i < p->len; i++)
    {
      const DzPlaced *placed = &g_array_index (p, DzPlaced, i);

      if (!dz_block_is_text (placed->block))
        continue;
      for (guint l = placed->from; l < placed->to; l++)
        {
          g_autofree char *line = dz_paragraph_dup_line (((DzTextBlock *) placed->block)->lines, l);

          g_string_append (text, line);
        }
      g_string_append_c (text, '\n');
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

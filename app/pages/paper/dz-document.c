/* dz-document.c - numbered paper pages, drawn on any cairo_t
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-document-private.h"

#include <string.h>

#define KEPT_SHEETS 8 /* pages of a double spread and what is scrolled past */
#define EPSILON 0.05

typedef struct
{
  GArray *placed; /* DzPlaced */
} Page;

struct _DzChapter
{
  DzDocument *document; /* borrowed */
  char *id;
  char *title;
  gboolean landscape;
  GPtrArray *blocks;    /* DzBlock; of a sheet: NULL until looked at */
  GPtrArray *pages;     /* Page; likewise */
  guint first_page;
  guint n_pages;
  DzSheetFunc build;
  gpointer user_data;
  GDestroyNotify destroy;
};

struct _DzDocument
{
  gatomicrefcount refs;
  char *title;
  DzPaper *paper;
  gboolean one_sided;
  GPtrArray *chapters;
  guint n_pages;
  GQueue kept;        /* sheets that are built, oldest first */
  guint areas_page;   /* page of the areas kept */
  GPtrArray *areas;
};

static void
free_page (gpointer data)
{
  Page *page = data;

  g_array_unref (page->placed);
  g_free (page);
}

static void
free_chapter (gpointer data)
{
  DzChapter *self = data;

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  if (self->destroy != NULL)
    self->destroy (self->user_data);
  g_free (self->id);
  g_free (self->title);
  g_free (self);
}

/* Returns: (transfer full): an empty document */
DzDocument *
dz_document_new (const char *title,
                 DzPaper    *paper)
{
  DzDocument *self = g_new0 (DzDocument, 1);

  g_atomic_ref_count_init (&self->refs);
  self->title = g_strdup (title);
  self->paper = dz_paper_ref (paper);
  self->chapters = g_ptr_array_new_with_free_func (free_chapter);
  g_queue_init (&self->kept);

  return self;
}

DzDocument *
dz_document_ref (DzDocument *self)
{
  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
dz_document_unref (DzDocument *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_clear_pointer (&self->areas, g_ptr_array_unref);
  g_queue_clear (&self->kept);
  g_ptr_array_unref (self->chapters);
  dz_paper_unref (self->paper);
  g_free (self->title);
  g_free (self);
}

/* All pages with the binding side left. */
void
dz_document_set_one_sided (DzDocument *self,
                           gboolean    one_sided)
{
  self->one_sided = one_sided;
}

DzPaper *
dz_document_get_paper (DzDocument *self)
{
  return self->paper;
}

/* Returns: (transfer none): a chapter of flowing blocks, on a page of its own */
DzChapter *
dz_document_add_chapter (DzDocument *self,
                         const char *id,
                         gboolean    landscape)
{
  DzChapter *chapter = g_new0 (DzChapter, 1);

  chapter->document = self;
  chapter->id = g_strdup (id);
  chapter->landscape = landscape;
  chapter->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_block_free);
  g_ptr_array_add (self->chapters, chapter);

  return chapter;
}

/**
 * dz_document_add_sheet:
 * @title: for the outline
 * @build: makes the blocks; called with rising levels until they fit one page
 *
 * Returns: (transfer none): a chapter of exactly one page
 */
DzChapter *
dz_document_add_sheet (DzDocument     *self,
                       const char     *id,
                       const char     *title,
                       DzSheetFunc     build,
                       gpointer        user_data,
                       GDestroyNotify  destroy)
{
  DzChapter *chapter = g_new0 (DzChapter, 1);

  chapter->document = self;
  chapter->id = g_strdup (id);
  chapter->title = g_strdup (title);
  chapter->build = build;
  chapter->user_data = user_data;
  chapter->destroy = destroy;
  g_ptr_array_add (self->chapters, chapter);

  return chapter;
}

/* @block: (transfer full) */
void
dz_chapter_add (DzChapter *self,
                DzBlock   *block)
{
  g_ptr_array_add (self->blocks, block);
}

/* Returns: (transfer none) (element-type DzBlock): the blocks of a flowing chapter */
GPtrArray *
dz_chapter_get_blocks (DzChapter *self)
{
  return self->blocks;
}

static double
type_width (const DzChapter *self)
{
  return self->landscape ? DZ_TYPE_HEIGHT : DZ_TYPE_WIDTH;
}

static double
type_height (const DzChapter *self)
{
  return self->landscape ? DZ_TYPE_WIDTH : DZ_TYPE_HEIGHT;
}

/* The least that must stand on a page for block @n to begin there, and what it holds on to. */
static double
least_height (DzChapter *self,
              guint      n)
{
  DzBlock *block = g_ptr_array_index (self->blocks, n);
  guint count;

  block->klass->set (block, self->document->paper, type_width (self));
  count = block->klass->count (block);
  if (block->keep && n + 1 < self->blocks->len)
    {
      DzBlock *next = g_ptr_array_index (self->blocks, n + 1);

      return block->klass->extent (block, 0, count) + block->after + next->before +
             least_height (self, n + 1);
    }
  for (guint at = 1; at < count; at++)
    if (block->klass->can_part (block, at))
      return block->klass->extent (block, 0, at);

  return block->klass->extent (block, 0, count);
}

/* The furthest slice that fits @room, preferring a good place up to five slices earlier. */
static guint
find_part (DzBlock *block,
           guint    from,
           double   room)
{
  guint count = block->klass->count (block), best = from;

  if (block->klass->extent (block, from, count) <= room + EPSILON)
    return count;
  for (guint at = from + 1; at < count; at++)
    {
      if (block->klass->extent (block, from, at) > room + EPSILON)
        break;
      if (block->klass->can_part (block, at))
        best = at;
    }
  if (block->klass->parts_well != NULL)
    for (guint at = best; at > from + 1 && at + 5 > best; at--)
      if (block->klass->can_part (block, at) && block->klass->parts_well (block, at))
        return at;

  return best;
}

static Page *
add_page (DzChapter *self)
{
  Page *page = g_new0 (Page, 1);

  page->placed = g_array_new (FALSE, FALSE, sizeof (DzPlaced));
  g_ptr_array_add (self->pages, page);

  return page;
}

static void
place (DzChapter *self,
       Page      *page,
       DzBlock   *block,
       guint      from,
       guint      to,
       double     y)
{
  DzPlaced placed = { block, from, to, 0, y, type_width (self), block->klass->extent (block, from, to) };

  g_array_append_val (page->placed, placed);
}

static void
flow_block (DzChapter *self,
            guint      n,
            Page     **page,
            double    *y)
{
  DzBlock *block = g_ptr_array_index (self->blocks, n);
  double height = type_height (self);
  guint from = 0, count;

  block->klass->set (block, self->document->paper, type_width (self));
  count = block->klass->count (block);
  if (*y > 0)
    *y += block->before;
  if (*y > 0 && *y + least_height (self, n) > height + EPSILON &&
      least_height (self, n) <= height + EPSILON)
    {
      *page = add_page (self);
      *y = 0;
    }
  while (from < count)
    {
      guint to = find_part (block, from, height - *y);

      if (to == from && *y > 0)
        {
          *page = add_page (self);
          *y = 0;
          continue;
        }
      if (to == from) /* a slice higher than a page: it stands alone rather than never */
        to = from + 1;
      place (self, *page, block, from, to, *y);
      *y += block->klass->extent (block, from, to);
      from = to;
      if (from < count)
        {
          *page = add_page (self);
          *y = 0;
        }
    }
  *y += block->after;
}

static double
flow (DzChapter *self)
{
  Page *page;
  double y = 0;

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  self->pages = g_ptr_array_new_with_free_func (free_page);
  page = add_page (self);
  for (guint i = 0; i < self->blocks->len; i++)
    flow_block (self, i, &page, &y);

  return y;
}

/* Exactly one page: shorter versions until one fits; the last is cut rather than spilt. */
static void
build_sheet (DzChapter *self)
{
  for (guint level = 0; level < DZ_N_SHEET_LEVELS; level++)
    {
      g_clear_pointer (&self->pages, g_ptr_array_unref);
      g_clear_pointer (&self->blocks, g_ptr_array_unref);
      self->blocks = self->build (level, self->user_data);
      flow (self);
      if (self->pages->len == 1)
        break;
    }
  if (self->pages->len > 1)
    g_ptr_array_set_size (self->pages, 1);
}

static void
forget_sheet (DzChapter *self)
{
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
}

static void
need_chapter (DzChapter *self)
{
  DzDocument *document = self->document;

  if (self->build == NULL || self->pages != NULL)
    return;
  build_sheet (self);
  g_queue_push_tail (&document->kept, self);
  if (document->kept.length > KEPT_SHEETS)
    forget_sheet (g_queue_pop_head (&document->kept));
}

/* Lays out all flowing chapters and numbers the pages; sheets are one page each unseen. */
void
dz_document_lay_out (DzDocument *self)
{
  self->n_pages = 0;
  for (guint i = 0; i < self->chapters->len; i++)
    {
      DzChapter *chapter = g_ptr_array_index (self->chapters, i);

      chapter->first_page = self->n_pages;
      if (chapter->build == NULL)
        {
          flow (chapter);
          chapter->n_pages = chapter->pages->len;
        }
      else
        chapter->n_pages = 1;
      self->n_pages += chapter->n_pages;
    }
  g_clear_pointer (&self->areas, g_ptr_array_unref);
}

/* Makes the blocks of a sheet at their fullest and throws them away: whoever makes them may take
 * note of what they cite. Nothing is set in lines. */
void
dz_document_preview_sheet (DzDocument *self,
                           guint       chapter)
{
  DzChapter *c = g_ptr_array_index (self->chapters, chapter);
  g_autoptr(GPtrArray) blocks = NULL;

  if (c->build != NULL)
    blocks = c->build (0, c->user_data);
}

guint
dz_document_get_n_pages (DzDocument *self)
{
  return self->n_pages;
}

static DzChapter *
find_chapter (DzDocument *self,
              guint       page)
{
  guint low = 0, high = self->chapters->len;

  while (low + 1 < high)
    {
      guint middle = (low + high) / 2;

      if (((DzChapter *) g_ptr_array_index (self->chapters, middle))->first_page <= page)
        low = middle;
      else
        high = middle;
    }

  return g_ptr_array_index (self->chapters, low);
}

static Page *
find_page (DzDocument  *self,
           guint        page,
           DzChapter  **chapter)
{
  *chapter = find_chapter (self, page);
  need_chapter (*chapter);

  return g_ptr_array_index ((*chapter)->pages, page - (*chapter)->first_page);
}

/* The size in points; a page of landscape tables is wider than high. */
void
dz_document_get_page_size (DzDocument *self,
                           guint       page,
                           double     *width,
                           double     *height)
{
  gboolean landscape;

  g_return_if_fail (page < self->n_pages);

  landscape = find_chapter (self, page)->landscape;
  *width = landscape ? DZ_PAPER_HEIGHT : DZ_PAPER_WIDTH;
  *height = landscape ? DZ_PAPER_WIDTH : DZ_PAPER_HEIGHT;
}

/* The number printed on @page. */
guint
dz_document_get_folio (DzDocument *self,
                       guint       page)
{
  return page + 1;
}

static gboolean
binds_left (DzDocument *self,
            guint       page)
{
  return self->one_sided || dz_document_get_folio (self, page) % 2 == 1;
}

/* Upper left corner of the type area. */
static void
get_origin (DzDocument      *self,
            const DzChapter *chapter,
            guint            page,
            double          *x,
            double          *y)
{
  double side = binds_left (self, page) ? DZ_PAPER_BINDING : DZ_PAPER_OUTER;

  if (chapter->landscape)
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

/* — 1 —, its dashes 7 mm under the type area, one character in from the outer edge. On a
 * landscape page it stays where it is on the upright sheet. */
static void
draw_folio (DzDocument      *self,
            const DzChapter *chapter,
            guint            page,
            cairo_t         *cr)
{
  g_autofree char *text = g_strdup_printf ("— %u —", dz_document_get_folio (self, page));
  g_autoptr(DzRich) rich = dz_rich_new (text);
  gboolean right = self->one_sided || dz_document_get_folio (self, page) % 2 == 1;
  double x = binds_left (self, page) ? DZ_PAPER_BINDING : DZ_PAPER_OUTER;
  DzParagraphStyle style = { .face = DZ_FACE_FOLIO, .size = 14, .width = DZ_TYPE_WIDTH - 2 * DZ_CELL,
                             .pitch = 20, .source_size = 7,
                             .align = right ? DZ_ALIGN_RIGHT : DZ_ALIGN_LEFT };
  g_autoptr(DzParagraph) lines = dz_paragraph_new (self->paper, rich, &style);

  cairo_save (cr);
  if (chapter->landscape)
    {
      cairo_translate (cr, DZ_PAPER_HEIGHT, 0);
      cairo_rotate (cr, G_PI / 2);
    }
  dz_paragraph_draw (lines, cr, x + DZ_CELL, DZ_PAPER_TOP + DZ_TYPE_HEIGHT + 7 * DZ_MM - 10, 0, 1);
  cairo_restore (cr);
}

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
      return "Table";
    case DZ_ROLE_CHART:
    case DZ_ROLE_STRIPS:
      return "Figure";
    case DZ_ROLE_SUBTITLE:
    case DZ_ROLE_BODY:
    case DZ_ROLE_FLUSH:
    case DZ_ROLE_QUOTATION:
    case DZ_ROLE_SMALL:
    case DZ_ROLE_CENTRED:
    case DZ_ROLE_NOTE:
    case DZ_ROLE_ISSUER:
    case DZ_ROLE_DATE:
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
 * surface headings, paragraphs and tables are tagged.
 */
void
dz_document_draw_page (DzDocument *self,
                       guint       page,
                       cairo_t    *cr)
{
  DzChapter *chapter;
  Page *p;
  double x, y;

  g_return_if_fail (page < self->n_pages);

  p = find_page (self, page, &chapter);
  get_origin (self, chapter, page, &x, &y);
  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = 0; i < p->placed->len; i++)
    {
      const DzPlaced *placed = &g_array_index (p->placed, DzPlaced, i);
      const char *tag = role_tag (placed->block->role);

      cairo_tag_begin (cr, tag, NULL);
      placed->block->klass->draw (placed->block, cr, x, y + placed->y, placed->from, placed->to);
      cairo_tag_end (cr, tag);
    }
  draw_folio (self, chapter, page, cr);
  cairo_restore (cr);
}

/* Returns: (transfer full) (element-type DzPlaced): what stands where on @page, from the
 * sheet's corner; valid while the page is kept */
GArray *
dz_document_list_placed (DzDocument *self,
                         guint       page)
{
  DzChapter *chapter;
  Page *p = find_page (self, page, &chapter);
  GArray *list = g_array_new (FALSE, FALSE, sizeof (DzPlaced));
  double x, y;

  get_origin (self, chapter, page, &x, &y);
  for (guint i = 0; i < p->placed->len; i++)
    {
      DzPlaced placed = g_array_index (p->placed, DzPlaced, i);

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
  Page *p = find_page (self, page, &chapter);
  double x, y;

  get_origin (self, chapter, page, &x, &y);
  for (guint i = 0; i < p->placed->len; i++)
    {
      const DzPlaced *placed = &g_array_index (p->placed, DzPlaced, i);

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
add_outline (GPtrArray  *outline,
             const char *title,
             guint       level,
             guint       page,
             double      y)
{
  DzOutlineItem *item = g_new0 (DzOutlineItem, 1);

  item->title = g_strdup (title);
  g_strdelimit (item->title, "\n", ' ');
  item->level = level;
  item->page = page;
  item->y = y;
  g_ptr_array_add (outline, item);
}

static void
outline_chapter (DzDocument *self,
                 DzChapter  *chapter,
                 GPtrArray  *outline)
{
  for (guint p = 0; p < chapter->pages->len; p++)
    {
      Page *page = g_ptr_array_index (chapter->pages, p);
      double x, y;

      get_origin (self, chapter, chapter->first_page + p, &x, &y);
      for (guint i = 0; i < page->placed->len; i++)
        {
          const DzPlaced *placed = &g_array_index (page->placed, DzPlaced, i);

          if (placed->from == 0 && placed->block->outline > 0 && dz_block_is_text (placed->block))
            add_outline (outline, ((DzTextBlock *) placed->block)->rich->text->str,
                         placed->block->outline, chapter->first_page + p, y + placed->y);
          else if (placed->from == 0 && placed->block->outline > 0 && chapter->title != NULL)
            add_outline (outline, chapter->title, placed->block->outline, chapter->first_page + p,
                         y + placed->y);
        }
    }
}

/**
 * dz_document_list_outline:
 *
 * Returns: (transfer full) (element-type DzOutlineItem): the headings in order. Sheets are
 *   named without being made.
 */
GPtrArray *
dz_document_list_outline (DzDocument *self)
{
  GPtrArray *outline = g_ptr_array_new_with_free_func (free_outline_item);

  for (guint i = 0; i < self->chapters->len; i++)
    {
      DzChapter *chapter = g_ptr_array_index (self->chapters, i);

      if (chapter->build != NULL)
        add_outline (outline, chapter->title, 2, chapter->first_page, DZ_PAPER_TOP);
      else
        outline_chapter (self, chapter, outline);
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
  Page *p;

  g_return_val_if_fail (page < self->n_pages, NULL);

  p = find_page (self, page, &chapter);
  for (guint i = 0; i < p->placed->len; i++)
    {
      const DzPlaced *placed = &g_array_index (p->placed, DzPlaced, i);

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

const char *
dz_document_get_title (DzDocument *self)
{
  return self->title;
}

char *
dz_document_dup_substitutions (DzDocument *self)
{
  return dz_paper_dup_substitutions (self->paper);
}

guint
dz_document_get_n_chapters (DzDocument *self)
{
  return self->chapters->len;
}

/* Returns: (transfer full) (element-type DzBlock): the blocks of a chapter; a sheet's are made
 * at the level that fits its page, so that all files say the same */
GPtrArray *
dz_document_dup_blocks (DzDocument *self,
                        guint       chapter)
{
  DzChapter *c = g_ptr_array_index (self->chapters, chapter);

  need_chapter (c);

  return g_ptr_array_ref (c->blocks);
}

const char *
dz_document_get_chapter_id (DzDocument *self,
                            guint       chapter)
{
  return ((DzChapter *) g_ptr_array_index (self->chapters, chapter))->id;
}

gboolean
dz_document_is_landscape (DzDocument *self,
                          guint       chapter)
{
  return ((DzChapter *) g_ptr_array_index (self->chapters, chapter))->landscape;
}

/* Pages, from 0, of all chapters called @id. Returns %FALSE if there is none. */
gboolean
dz_document_get_chapter_pages (DzDocument *self,
                               const char *id,
                               guint      *first,
                               guint      *last)
{
  gboolean found = FALSE;

  for (guint i = 0; i < self->chapters->len; i++)
    {
      const DzChapter *chapter = g_ptr_array_index (self->chapters, i);

      if (g_strcmp0 (chapter->id, id) != 0 || chapter->n_pages == 0)
        continue;
      if (!found)
        *first = chapter->first_page;
      *last = chapter->first_page + chapter->n_pages - 1;
      found = TRUE;
    }

  return found;
}

/* Pages, from 0, of the blocks of flowing chapters that bear @key. */
gboolean
dz_document_find_key (DzDocument *self,
                      const char *key,
                      guint      *first,
                      guint      *last)
{
  gboolean found = FALSE;

  for (guint i = 0; i < self->chapters->len; i++)
    {
      const DzChapter *chapter = g_ptr_array_index (self->chapters, i);

      for (guint p = 0; chapter->build == NULL && p < chapter->n_pages; p++)
        {
          const Page *page = g_ptr_array_index (chapter->pages, p);

          for (guint k = 0; k < page->placed->len; k++)
            {
              if (g_strcmp0 (g_array_index (page->placed, DzPlaced, k).block->key, key) != 0)
                continue;
              if (!found)
                *first = chapter->first_page + p;
              *last = chapter->first_page + p;
              found = TRUE;
            }
        }
    }

  return found;
}

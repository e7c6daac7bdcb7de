/* dz-document.c - numbered paper pages, drawn on any cairo_t
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-document-pages.h"

#define KEPT_SHEETS 8 /* pages of a double spread and what is scrolled past */

/* Returns: (transfer full): an empty document */
DzDocument *
dz_document_new (const char *title,
                 DzPaper    *paper)
{
  DzDocument *self = g_new0 (DzDocument, 1);

  g_atomic_ref_count_init (&self->refs);
  self->title = g_strdup (title);
  self->paper = dz_paper_ref (paper);
  self->chapters = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_chapter_free);
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
  g_clear_pointer (&self->cover, dz_chapter_free);
  dz_paper_unref (self->paper);
  g_free (self->title);
  g_free (self->contents_note);
  g_free (self);
}

/* All pages with the binding side left. */
void
dz_document_set_one_sided (DzDocument *self,
                           gboolean    one_sided)
{
  self->one_sided = one_sided;
}

/**
 * dz_document_set_once:
 * @written: (nullable): called with @user_data once the last page is written and nothing of the document will be asked for, to
 *   give up what its sheets are made of
 *
 * The document is for one file only: what is written is given up page by page, and cannot be asked for again.
 */
void
dz_document_set_once (DzDocument     *self,
                      GDestroyNotify  written,
                      gpointer        user_data)
{
  self->once = TRUE;
  self->written = written;
  self->written_data = user_data;
}

/**
 * dz_document_give_up:
 *
 * All pages are written: of a document for one file nothing is left but its title. Who calls it holds a reference.
 */
void
dz_document_give_up (DzDocument *self)
{
  GDestroyNotify written = g_steal_pointer (&self->written);

  if (!self->once)
    return;
  g_clear_pointer (&self->areas, g_ptr_array_unref);
  g_queue_clear (&self->kept);
  g_ptr_array_set_size (self->chapters, 0);
  g_clear_pointer (&self->cover, dz_chapter_free);
  self->n_pages = 0;
  if (written != NULL)
    written (self->written_data);
}

/* Returns: (transfer none): a chapter of flowing blocks, on a page of its own */
DzChapter *
dz_document_add_chapter (DzDocument *self,
                         const char *id,
                         DzPageForm  form)
{
  DzChapter *chapter = dz_chapter_new (self->paper, id, form);

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
  DzChapter *chapter = dz_chapter_new_sheet (self->paper, id, title, build, user_data, destroy);

  g_ptr_array_add (self->chapters, chapter);

  return chapter;
}

static void
need_chapter (DzDocument *self,
              DzChapter  *chapter)
{
  if (chapter->build == NULL || chapter->pages != NULL)
    return;
  dz_chapter_build (chapter);
  g_queue_push_tail (&self->kept, chapter);
  if (self->kept.length > KEPT_SHEETS)
    dz_chapter_forget (g_queue_pop_head (&self->kept));
}

/* The chapters from @first on are what the contents call @name. */
void
dz_document_name_part (DzDocument *self,
                       guint       first,
                       const char *name)
{
  for (guint i = first; i < self->chapters->len; i++)
    {
      DzChapter *chapter = g_ptr_array_index (self->chapters, i);

      g_free (chapter->part);
      chapter->part = g_strdup (name);
    }
}

/* The chapters from @first on may begin on a page that another of their kind left under half full. */
void
dz_document_join_parts (DzDocument *self,
                        guint       first)
{
  for (guint i = first; i < self->chapters->len; i++)
    ((DzChapter *) g_ptr_array_index (self->chapters, i))->joins = TRUE;
}

static void
join_next (DzDocument *self,
           guint       n)
{
  DzChapter *chapter = g_ptr_array_index (self->chapters, n);

  while (n + 1 < self->chapters->len && dz_chapter_can_join (chapter, g_ptr_array_index (self->chapters, n + 1)))
    dz_chapter_join (chapter, g_ptr_array_steal_index (self->chapters, n + 1));
}

/* Lays out all flowing chapters and numbers the pages; sheets are one page each unseen. Once. */
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
          dz_chapter_flow (chapter);
          join_next (self, i);
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

/**
 * dz_document_find_page:
 * @chapter: (out) (transfer none): whose page it is
 *
 * Returns: (transfer none) (element-type DzPlaced): what stands on @page, valid while it is kept
 */
GArray *
dz_document_find_page (DzDocument  *self,
                       guint        page,
                       DzChapter  **chapter)
{
  *chapter = find_chapter (self, page);
  need_chapter (self, *chapter);

  return g_ptr_array_index ((*chapter)->pages, page - (*chapter)->first_page);
}

/* @page is drawn: in a document that is written once its cells are given up. */
void
dz_document_forget_page (DzDocument *self,
                         guint       page)
{
  DzChapter *chapter = find_chapter (self, page);
  GArray *placed;

  if (!self->once || chapter->build != NULL)
    return;
  placed = g_ptr_array_index (chapter->pages, page - chapter->first_page);
  for (guint i = 0; i < placed->len; i++)
    {
      const DzPlaced *at = &g_array_index (placed, DzPlaced, i);

      if (at->block->klass->forget != NULL)
        at->block->klass->forget (at->block, at->from, at->to);
    }
}

/* Likewise of all pages of @chapter. */
void
dz_document_forget_chapter (DzDocument *self,
                            guint       chapter)
{
  const DzChapter *c = g_ptr_array_index (self->chapters, chapter);

  for (guint i = 0; i < c->n_pages; i++)
    dz_document_forget_page (self, c->first_page + i);
}

/* The size in points; a page of landscape tables, or a fold-out, is wider than high. */
void
dz_document_get_page_size (DzDocument *self,
                           guint       page,
                           double     *width,
                           double     *height)
{
  DzPageForm form;

  g_return_if_fail (page < self->n_pages);

  form = find_chapter (self, page)->form;
  *width = form == DZ_FORM_FOLDOUT ? DZ_FOLDOUT_WIDTH : form == DZ_FORM_LANDSCAPE ? DZ_PAPER_HEIGHT : DZ_PAPER_WIDTH;
  *height = form == DZ_FORM_LANDSCAPE ? DZ_PAPER_WIDTH : DZ_PAPER_HEIGHT;
}

const char *
dz_document_get_title (DzDocument *self)
{
  return self->title;
}

/**
 * dz_document_dup_substitutions:
 *
 * Returns: (transfer full) (nullable): as dz_paper_dup_substitutions(), of the paper the document is set on
 */
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

  need_chapter (self, c);

  return g_ptr_array_ref (c->blocks);
}

const char *
dz_document_get_chapter_id (DzDocument *self,
                            guint       chapter)
{
  return ((DzChapter *) g_ptr_array_index (self->chapters, chapter))->id;
}

/* Returns: the page, from 0, where @chapter begins */
guint
dz_document_get_first_page (DzDocument *self,
                            guint       chapter)
{
  return ((DzChapter *) g_ptr_array_index (self->chapters, chapter))->first_page;
}

DzPageForm
dz_document_get_form (DzDocument *self,
                      guint       chapter)
{
  return ((DzChapter *) g_ptr_array_index (self->chapters, chapter))->form;
}

static gboolean
has_part (DzChapter  *chapter,
          guint       page,
          const char *id)
{
  const char *begins;

  if (chapter->joined == NULL || chapter->joined->len == 0)
    return g_strcmp0 (chapter->id, id) == 0;
  dz_chapter_part_at (chapter, page, &begins);
  if (g_strcmp0 (begins, id) == 0)
    return TRUE;
  for (guint i = 0; i < chapter->joined->len; i++)
    {
      const DzJoinedPart *joined = g_ptr_array_index (chapter->joined, i);
      GArray *placed = g_ptr_array_index (chapter->pages, page);

      for (guint k = 0; k < placed->len && g_strcmp0 (joined->id, id) == 0; k++)
        if (g_array_index (placed, DzPlaced, k).block == joined->first)
          return TRUE;
    }

  return FALSE;
}

/* Pages, from 0, of all that is called @id. Returns %FALSE if there is none. */
gboolean
dz_document_get_chapter_pages (DzDocument *self,
                               const char *id,
                               guint      *first,
                               guint      *last)
{
  gboolean found = FALSE;

  for (guint i = 0; i < self->chapters->len; i++)
    {
      DzChapter *chapter = g_ptr_array_index (self->chapters, i);

      for (guint p = 0; p < chapter->n_pages; p++)
        {
          if (!has_part (chapter, p, id))
            continue;
          if (!found)
            *first = chapter->first_page + p;
          *last = chapter->first_page + p;
          found = TRUE;
        }
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
          GArray *page = g_ptr_array_index (chapter->pages, p);

          for (guint k = 0; k < page->len; k++)
            {
              if (g_strcmp0 (g_array_index (page, DzPlaced, k).block->key, key) != 0)
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

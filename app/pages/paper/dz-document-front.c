/* dz-document-front.c - cover and 目录 of a document too long to be held together by its headings
 *
 * The pages before the first numbered one: GB/T 9704 numbers the text from 1, so what stands before it may come
 * and go without a number changing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-document-pages.h"

#include "dz-contents-block.h"

#define LEAST_PAGES 15
#define LEAST_HEADINGS 2
#define CLOSE 0.84 /* of the pitch of lines, where that saves a page for a few of them */

/**
 * dz_document_set_cover:
 *
 * Returns: (transfer none): a chapter to be filled with one page: it is used, a table of contents after it, if
 *   the document gets long enough
 */
DzChapter *
dz_document_set_cover (DzDocument *self)
{
  self->cover = dz_chapter_new (self->paper, "cover", FALSE);

  return self->cover;
}

static guint
count_sheets (DzDocument *self)
{
  guint n = 0;

  for (guint i = 0; i < self->chapters->len; i++)
    n += ((DzChapter *) g_ptr_array_index (self->chapters, i))->build != NULL;

  return n;
}

/**
 * dz_document_note_contents:
 * @words: what is to be said under 目录, for it has no page
 *
 * Returns: whether there will be one, which the sheets that are there already tell; else nothing is kept
 */
gboolean
dz_document_note_contents (DzDocument *self,
                           const char *words)
{
  if (self->cover == NULL || count_sheets (self) < LEAST_PAGES)
    return FALSE;

  g_free (self->contents_note);
  self->contents_note = g_strdup (words);

  return TRUE;
}

/* Only the first two levels: what is under them is found on the page. */
static GPtrArray *
list_headings (DzDocument *self)
{
  GPtrArray *outline = dz_document_list_outline (self);

  for (guint i = outline->len; i-- > 0;)
    if (((DzOutlineItem *) g_ptr_array_index (outline, i))->level > 2)
      g_ptr_array_remove_index (outline, i);

  return outline;
}

static DzChapter *
make_contents (DzDocument *self,
               GPtrArray  *headings,
               double      pitch)
{
  DzChapter *chapter = dz_chapter_new (self->paper, "contents", FALSE);
  DzBlock *head = dz_text_block_new_plain (DZ_ROLE_TITLE, "目　录");

  head->outline = 0;
  head->after = DZ_LINE_PITCH / 2;
  dz_chapter_add (chapter, head);
  dz_chapter_add (chapter, dz_contents_block_new (headings, pitch));
  if (self->contents_note != NULL)
    {
      DzBlock *note = dz_text_block_new_plain (DZ_ROLE_SMALL, self->contents_note);

      note->before = DZ_LINE_PITCH / 2;
      dz_chapter_add (chapter, note);
    }
  dz_chapter_flow (chapter);
  chapter->n_pages = chapter->pages->len;

  return chapter;
}

/* On as few pages as lines a little closer take. */
static DzChapter *
make_short_contents (DzDocument *self,
                     GPtrArray  *headings)
{
  DzChapter *contents = make_contents (self, headings, 1);
  DzChapter *closer = contents->n_pages > 1 ? make_contents (self, headings, CLOSE) : NULL;

  if (closer == NULL || closer->n_pages == contents->n_pages)
    {
      g_clear_pointer (&closer, dz_chapter_free);
      return contents;
    }
  dz_chapter_free (contents);

  return closer;
}

/**
 * dz_document_add_front:
 *
 * Puts cover and 目录 in front of a document that is laid out, long enough and of several parts. The number of pages before the text is even
 * where both sides are printed: page 1 lies on the right.
 */
void
dz_document_add_front (DzDocument *self)
{
  DzChapter *front[3] = { self->cover, NULL, NULL };
  g_autoptr(GPtrArray) headings = NULL;
  guint n = 1;

  if (self->cover == NULL || self->n_pages < LEAST_PAGES)
    return;
  headings = list_headings (self);
  if (headings->len < LEAST_HEADINGS)
    return;
  front[2] = make_short_contents (self, headings);
  dz_chapter_flow (front[0]);
  front[0]->n_pages = front[0]->pages->len;
  self->cover = NULL;
  if (!self->one_sided && (front[0]->n_pages + front[2]->n_pages) % 2 == 1)
    {
      front[1] = dz_chapter_new (self->paper, "blank", FALSE);
      dz_chapter_flow (front[1]);
      front[1]->n_pages = 1;
    }
  for (guint i = 0, at = 0; i < G_N_ELEMENTS (front); i++)
    if (front[i] != NULL)
      {
        front[i]->first_page = self->n_front;
        self->n_front += front[i]->n_pages;
        g_ptr_array_insert (self->chapters, (int) at++, front[i]);
        n = at;
      }
  for (guint i = n; i < self->chapters->len; i++)
    ((DzChapter *) g_ptr_array_index (self->chapters, i))->first_page += self->n_front;
  self->n_pages += self->n_front;
}

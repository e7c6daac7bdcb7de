/* dz-docx-contents.c - 目录 as Word makes it: a field with what it would find, and the places it leads to
 *
 * The pages told are those of our paper until the program that opens the file counts its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-docx-writer.h"

#include "dz-contents-block.h"

#include <string.h>

/* Headings, the titles of one-page sheets and the captions: what a new count of the field finds again. */
#define TOC_FIELD "TOC \\o \"1-2\" \\h \\z \\t \"单位页标题,2,表题,2,图题,2\""

/* The next paragraph is the place of the headings that @block bears; %NULL: of the parts and sheets that begin on @page. */
void
dz_docx_note_places (DzDocx        *self,
                     gconstpointer  block,
                     guint          page)
{
  for (guint i = 0, n = 0; self->outline != NULL && i < self->outline->len; i++)
    {
      const DzOutlineItem *item = g_ptr_array_index (self->outline, i);

      if (item->level <= 2 && item->block == block && (block != NULL || item->page == page))
        g_array_append_val (self->places, n);
      n += item->level <= 2;
    }
}

static void
write_entry (DzDocx     *self,
             const char *title,
             guint       item,
             guint       folio)
{
  DzDocxLook look = { 0 };
  g_autofree char *place = dz_docx_dup_place (item);
  g_autofree char *instruction = g_strdup_printf ("PAGEREF %s \\h", place);
  g_autofree char *page = g_strdup_printf ("%u", folio);
  g_autofree char *line = g_strdelimit (g_strdup (title), "\n", ' ');

  dz_docx_start (self, "w:hyperlink");
  dz_docx_attribute (self, "w:anchor", place);
  dz_docx_attribute (self, "w:history", "1");
  dz_docx_write_run (self, line, strlen (line), &look);
  dz_docx_start (self, "w:r");
  dz_docx_value (self, "w:tab", NULL);
  dz_docx_end (self);
  dz_docx_write_field (self, instruction, page, &look);
  dz_docx_end (self);
}

void
dz_docx_write_contents (DzDocx          *self,
                        DzContentsBlock *contents)
{
  guint n = dz_contents_block_get_n (contents);

  for (guint i = 0; i < n; i++)
    {
      guint level, folio;
      const char *title = dz_contents_block_get_title (contents, i, &level, &folio);

      dz_docx_start_paragraph (self, level <= 1 ? "TOC1" : "TOC2");
      dz_docx_end_properties (self);
      if (i == 0)
        dz_docx_open_field (self, TOC_FIELD);
      write_entry (self, title, i, folio);
      if (i + 1 == n)
        dz_docx_close_field (self);
      dz_docx_end (self);
    }
}

/* dz-page-links.c - the ways through a PDF
 *
 * Places have names: hN the Nth heading, eR the entry of report R among the sources, eR-P its paragraph P, cR and
 * cR-P where the number [R-P] first stands. The paragraph is read off the number that is printed. A number leads to
 * its paragraph, or to the entry; the entry and its paragraphs lead back to where they are first cited.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-page-links.h"

#include "dz-contents-block.h"
#include "dz-paper-table.h"

#include <stdlib.h>
#include <string.h>

struct _DzPageLinks
{
  DzDocument *document; /* borrowed */
  GPtrArray *outline;
  GHashTable *entries;  /* names there are among the sources */
  GHashTable *cited;    /* names of numbers that stood on a page before */
};

/* What goes through a page. */
typedef struct
{
  DzPageLinks *links;
  cairo_t *cr;
  DzRich *rich;
  gboolean is_entry;    /* what is walked through is the list of sources */
} Walk;

static gboolean
is_sources (DzBlock *block)
{
  return block->role == DZ_ROLE_TABLE && g_strcmp0 (((DzPaperTable *) block)->key, "sources") == 0;
}

/* The paragraph of a source number [3-17], [3′-17], or of an entry 17段 …; 0 if it has none. */
static int
get_paragraph (const char *words,
               gsize       len)
{
  g_autofree char *text = g_strndup (words, len);
  const char *dash = text[0] == '[' ? strchr (text, '-') : NULL;

  return text[0] != '[' ? atoi (text) : dash != NULL ? atoi (dash + 1) : 0;
}

static char *
name_place (char   kind,
            gint64 report_id,
            int    paragraph)
{
  if (paragraph == 0)
    return g_strdup_printf ("%c%" G_GINT64_FORMAT, kind, report_id);

  return g_strdup_printf ("%c%" G_GINT64_FORMAT "-%d", kind, report_id, paragraph);
}

static void
list_row (DzPageLinks      *self,
          const DzTableRow *row)
{
  const DzRich *rich = row->n_slots > 1 ? row->slots[1].rich : NULL;

  if (row->slots[0].report_id != 0)
    g_hash_table_add (self->entries, name_place ('e', row->slots[0].report_id, 0));
  for (guint i = 0; rich != NULL && i < rich->runs->len; i++)
    {
      const DzRichRun *run = &g_array_index (rich->runs, DzRichRun, i);

      if (run->report_id != 0)
        g_hash_table_add (self->entries, name_place ('e', run->report_id,
                                                     get_paragraph (rich->text->str + run->start, run->end - run->start)));
    }
}

static void
list_entries (DzPageLinks *self)
{
  for (guint c = 0; c < dz_document_get_n_chapters (self->document); c++)
    {
      g_autoptr(GPtrArray) blocks = NULL;

      if (g_strcmp0 (dz_document_get_chapter_id (self->document, c), "sources") != 0)
        continue;
      blocks = dz_document_dup_blocks (self->document, c);
      for (guint i = 0; i < blocks->len; i++)
        {
          DzPaperTable *table = g_ptr_array_index (blocks, i);
          GPtrArray *rows = is_sources (&table->parent) ? ((DzTableBlock *) g_ptr_array_index (table->blocks, 0))->rows : NULL;

          for (guint r = 0; rows != NULL && r < rows->len; r++)
            list_row (self, g_ptr_array_index (rows, r));
        }
    }
}

/**
 * dz_page_links_new:
 * @document: laid out; lives longer
 *
 * Returns: (transfer full): the ways, before the first page
 */
DzPageLinks *
dz_page_links_new (DzDocument *document)
{
  DzPageLinks *self = g_new0 (DzPageLinks, 1);

  self->document = document;
  self->outline = dz_document_list_outline (document);
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->cited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  list_entries (self);

  return self;
}

void
dz_page_links_free (DzPageLinks *self)
{
  g_ptr_array_unref (self->outline);
  g_hash_table_unref (self->entries);
  g_hash_table_unref (self->cited);
  g_free (self);
}

static void
tag_place (cairo_t    *cr,
           const char *name,
           double      x,
           double      y)
{
  g_autofree char *attributes = g_strdup_printf ("name='%s' x=%d y=%d", name, (int) x, (int) y);

  cairo_tag_begin (cr, CAIRO_TAG_DEST, attributes);
  cairo_tag_end (cr, CAIRO_TAG_DEST);
}

/* Whole tenths of a point, by no locale. */
static void
tag_link (cairo_t      *cr,
          const char   *name,
          cairo_rectangle_t rect)
{
  double numbers[] = { rect.x, rect.y, rect.width, rect.height };
  GString *attributes = g_string_new ("rect=[");

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_append_printf (attributes, "%s%s", i > 0 ? " " : "",
                              g_ascii_formatd (number, sizeof number, "%.1f", numbers[i]));
    }
  g_string_append_printf (attributes, "] dest='%s'", name);
  cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes->str);
  cairo_tag_end (cr, CAIRO_TAG_LINK);
  g_string_free (attributes, TRUE);
}

/* A number printed: it leads to its paragraph, and where it stands first it can be come back to. */
static void
tag_number (Walk             *walk,
            const DzRichRun  *run,
            cairo_rectangle_t rect)
{
  DzPageLinks *self = walk->links;
  int paragraph = get_paragraph (walk->rich->text->str + run->start, run->end - run->start);
  g_autofree char *entry = name_place ('e', run->report_id, paragraph);
  g_autofree char *whole = name_place ('e', run->report_id, 0);

  if (g_hash_table_contains (self->entries, entry))
    tag_link (walk->cr, entry, rect);
  else if (g_hash_table_contains (self->entries, whole))
    tag_link (walk->cr, whole, rect);
  for (int i = paragraph != 0 ? 0 : 1; i < 2; i++)
    {
      g_autofree char *name = name_place ('c', run->report_id, i == 0 ? paragraph : 0);

      if (g_hash_table_contains (self->cited, name))
        continue;
      tag_place (walk->cr, name, rect.x, rect.y);
      g_hash_table_add (self->cited, g_steal_pointer (&name));
    }
}

/* A place among the sources: named once, and the way back from it. */
static void
tag_entry (Walk             *walk,
           gint64            report_id,
           int               paragraph,
           cairo_rectangle_t rect)
{
  g_autofree char *name = name_place ('e', report_id, paragraph);
  g_autofree char *back = name_place ('c', report_id, paragraph);

  if (g_hash_table_contains (walk->links->cited, back))
    tag_link (walk->cr, back, rect);
  /* an entry over two lines or rows is the first of them */
  if (g_hash_table_contains (walk->links->cited, name))
    return;
  tag_place (walk->cr, name, rect.x, rect.y);
  g_hash_table_add (walk->links->cited, g_steal_pointer (&name));
}

/* A #DzPieceFunc */
static void
tag_piece (const DzRichRun *run,
           const DzRichKey *key,
           double           x,
           double           y,
           double           width,
           double           height,
           gpointer         user_data)
{
  Walk *walk = user_data;
  cairo_rectangle_t rect = { x, y, width, height };

  if (run == NULL || run->report_id == 0)
    return;
  if (walk->is_entry)
    tag_entry (walk, run->report_id, get_paragraph (walk->rich->text->str + run->start, run->end - run->start), rect);
  else if (run->style == DZ_RICH_SOURCE)
    tag_number (walk, run, rect);
}

/* A #DzSlotFunc */
static void
tag_slot (const DzSlot      *slot,
          const DzSlotPlace *place,
          gpointer           user_data)
{
  Walk *walk = user_data;
  gboolean number = walk->is_entry && slot->report_id != 0;

  if (slot->lines == NULL)
    return;
  if (number)
    tag_entry (walk, slot->report_id, 0, (cairo_rectangle_t) { place->x, place->y, place->width, place->height });
  walk->rich = slot->rich;
  dz_paragraph_foreach (slot->lines, place->lines_x, place->lines_y, place->first_line, place->last_line, tag_piece, walk);
}

/* A #DzContentsFunc */
static void
tag_heading (guint    item,
             double   x,
             double   y,
             double   width,
             double   height,
             gpointer user_data)
{
  Walk *walk = user_data;
  g_autofree char *name = g_strdup_printf ("h%u", item);

  tag_link (walk->cr, name, (cairo_rectangle_t) { x, y, width, height });
}

/* The headings 目录 has: those of the first two levels, by their place among these. */
static void
tag_headings (DzPageLinks *self,
              guint        page,
              cairo_t     *cr)
{
  for (guint i = 0, n = 0; i < self->outline->len; i++)
    {
      const DzOutlineItem *item = g_ptr_array_index (self->outline, i);

      if (item->page == page && item->level <= 2)
        {
          g_autofree char *name = g_strdup_printf ("h%u", n);

          tag_place (cr, name, 0, item->y);
        }
      n += item->level <= 2;
    }
}

/**
 * dz_page_links_tag:
 * @cr: a page just drawn
 *
 * Marks what leads elsewhere on @page, and what is led to. Pages come in order.
 */
void
dz_page_links_tag (DzPageLinks *self,
                   guint        page,
                   cairo_t     *cr)
{
  g_autoptr(GArray) placed = dz_document_list_placed (self->document, page);
  Walk walk = { self, cr, NULL, FALSE };

  tag_headings (self, page, cr);
  for (guint i = 0; i < placed->len; i++)
    {
      const DzPlaced *at = &g_array_index (placed, DzPlaced, i);
      DzTextBlock *text = (DzTextBlock *) at->block;

      walk.is_entry = is_sources (at->block);
      if (dz_block_is_text (at->block))
        {
          walk.rich = text->rich;
          dz_paragraph_foreach (text->lines, at->x + text->left, at->y, at->from, at->to, tag_piece, &walk);
        }
      else if (at->block->role == DZ_ROLE_TABLE)
        dz_paper_table_foreach_slot ((DzPaperTable *) at->block, at->x, at->y, at->from, at->to, tag_slot, &walk);
      else if (at->block->role == DZ_ROLE_CONTENTS)
        dz_contents_block_foreach ((DzContentsBlock *) at->block, at->x, at->y, at->from, at->to, tag_heading, &walk);
    }
}

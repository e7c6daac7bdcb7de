/* dz-paragraph-shelf.c - short paragraphs that stand in many places, set in lines once
 *
 * Names, numbers and heads come again and again: in each table, on each sheet. Setting one is asking Pango for fonts
 * and shapes, which costs more than all that is done with it. A paper keeps the short ones that were asked for last:
 * those of two shelves, the older of which is given up when the newer is full.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-paragraph-shelf.h"

#include <string.h>

#define LONGEST 96     /* bytes; thirty Chinese characters */
#define ON_A_SHELF 800 /* of about two kilobytes */

typedef struct
{
  char *text;
  DzParagraphStyle style;
  DzParagraph *lines;
} Kept;

typedef struct
{
  GHashTable *newer; /* Kept, as its own key */
  GHashTable *older;
} Shelf;

static void
free_kept (gpointer data)
{
  Kept *kept = data;

  g_free (kept->text);
  dz_paragraph_unref (kept->lines);
  g_free (kept);
}

static guint
hash_kept (gconstpointer data)
{
  const Kept *kept = data;

  return g_str_hash (kept->text) ^ (guint) (kept->style.size * 64) ^ ((guint) (kept->style.width * 64) << 8) ^
         ((guint) kept->style.face << 28);
}

static gboolean
is_same (gconstpointer a,
         gconstpointer b)
{
  const Kept *left = a, *right = b;
  const DzParagraphStyle *l = &left->style, *r = &right->style;

  return l->face == r->face && l->size == r->size && l->width == r->width && l->pitch == r->pitch && l->first == r->first &&
         l->tracking == r->tracking && l->source_size == r->source_size && l->align == r->align && l->bold == r->bold &&
         l->one_line == r->one_line && l->items == r->items && strcmp (left->text, right->text) == 0;
}

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (hash_kept, is_same, NULL, free_kept);
}

static void
free_shelf (gpointer data)
{
  Shelf *shelf = data;

  g_hash_table_unref (shelf->newer);
  g_hash_table_unref (shelf->older);
  g_free (shelf);
}

/* It goes with what lines are set with. */
static Shelf *
need_shelf (DzPaper *paper)
{
  GObject *context = G_OBJECT (dz_paper_get_context (paper));
  Shelf *shelf = g_object_get_data (context, "dz-paragraph-shelf");

  if (shelf == NULL)
    {
      shelf = g_new0 (Shelf, 1);
      shelf->newer = new_table ();
      shelf->older = new_table ();
      g_object_set_data_full (context, "dz-paragraph-shelf", shelf, free_shelf);
    }

  return shelf;
}

static void
put (Shelf *shelf,
     Kept  *kept)
{
  if (g_hash_table_size (shelf->newer) >= ON_A_SHELF)
    {
      g_hash_table_unref (shelf->older);
      shelf->older = shelf->newer;
      shelf->newer = new_table ();
    }
  g_hash_table_add (shelf->newer, kept);
}

/* Returns: (nullable): set before, and now on the newer shelf */
static DzParagraph *
find (Shelf *shelf,
      Kept  *like)
{
  Kept *kept = g_hash_table_lookup (shelf->newer, like);

  if (kept == NULL)
    {
      kept = g_hash_table_lookup (shelf->older, like);
      if (kept == NULL)
        return NULL;
      g_hash_table_steal (shelf->older, kept);
      put (shelf, kept);
    }

  return dz_paragraph_ref (kept->lines);
}

/**
 * dz_paragraph_shelf_get:
 *
 * As dz_paragraph_new(). Words that rest on something are set anew each time: no two of them are the same.
 *
 * Returns: (transfer full): @rich set in lines
 */
DzParagraph *
dz_paragraph_shelf_get (DzPaper                *paper,
                        DzRich                 *rich,
                        const DzParagraphStyle *style)
{
  Kept like = { rich->text->str, *style, NULL };
  DzParagraph *lines;
  Shelf *shelf;
  Kept *kept;

  if (rich->runs->len > 0 || rich->keys->len > 0 || rich->text->len > LONGEST)
    return dz_paragraph_new (paper, rich, style);
  shelf = need_shelf (paper);
  lines = find (shelf, &like);
  if (lines != NULL)
    return lines;

  kept = g_new (Kept, 1);
  *kept = (Kept) { g_strdup (rich->text->str), *style, dz_paragraph_new (paper, rich, style) };
  put (shelf, kept);

  return dz_paragraph_ref (kept->lines);
}

/* Returns: (transfer full): @text set in lines */
DzParagraph *
dz_paragraph_shelf_get_plain (DzPaper                *paper,
                              const char             *text,
                              const DzParagraphStyle *style)
{
  g_autoptr(DzRich) rich = dz_rich_new (text);

  return dz_paragraph_shelf_get (paper, rich, style);
}

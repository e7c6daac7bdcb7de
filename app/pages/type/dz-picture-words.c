/* dz-picture-words.c - what a picture on a page says, for whoever cannot see it
 *
 * cairo's tags know figures but no words for them. What draws a figure tells its words to the cairo_t, as lines of
 * words do (dz-line-record); the exporter that watches writes them into the file, in the order of the figures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-picture-words.h"

static const cairo_user_data_key_t watch_key;

/**
 * dz_picture_words_watch:
 * @cr: what pages will be drawn on
 *
 * Returns: (transfer full) (element-type utf8): the words of each figure, grows while @cr is drawn on
 */
GPtrArray *
dz_picture_words_watch (cairo_t *cr)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  cairo_set_user_data (cr, &watch_key, g_ptr_array_ref (words), (cairo_destroy_func_t) g_ptr_array_unref);

  return words;
}

/* A figure begins. Figures do not stand in each other. */
void
dz_picture_words_begin (cairo_t *cr)
{
  cairo_tag_begin (cr, "Figure", NULL);
}

/* The figure ends: @words say what it shows. */
void
dz_picture_words_end (cairo_t    *cr,
                     const char *words)
{
  GPtrArray *all = cairo_get_user_data (cr, &watch_key);

  cairo_tag_end (cr, "Figure");
  if (all != NULL)
    g_ptr_array_add (all, g_strdup (words));
}

/* dz-line-record.c - every line of words on a page and where it stands
 *
 * What draws words tells the cairo_t they go to, if somebody watches it: the records are of the drawing
 * itself, whatever block, table or chart it comes from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-line-record.h"

static const cairo_user_data_key_t watch_key;

static void
clear_text (gpointer data)
{
  g_free (((DzLineRecord *) data)->text);
}

/**
 * dz_line_record_watch:
 * @cr: what a page will be drawn on
 *
 * Returns: (transfer full) (element-type DzLineRecord): grows while @cr is drawn on
 */
GArray *
dz_line_record_watch (cairo_t *cr)
{
  GArray *texts = g_array_new (FALSE, TRUE, sizeof (DzLineRecord));

  g_array_set_clear_func (texts, clear_text);
  cairo_set_user_data (cr, &watch_key, g_array_ref (texts), (cairo_destroy_func_t) g_array_unref);

  return texts;
}

gboolean
dz_line_record_is_watched (cairo_t *cr)
{
  return cairo_get_user_data (cr, &watch_key) != NULL;
}

/* @line: in the units @cr draws with now; its text is copied. Of a line that lies on its side the box is kept. */
void
dz_line_record_note (cairo_t    *cr,
                   DzLineRecord  line)
{
  GArray *texts = cairo_get_user_data (cr, &watch_key);
  double right = line.x + line.width, bottom = line.y + line.height;

  cairo_user_to_device (cr, &line.x, &line.y);
  cairo_user_to_device (cr, &right, &bottom);
  line.width = ABS (right - line.x);
  line.height = ABS (bottom - line.y);
  line.x = MIN (line.x, right);
  line.y = MIN (line.y, bottom);
  line.text = g_strdup (line.text);
  g_array_append_val (texts, line);
}

/* dz-picture.c - a page as a gray picture, ready to be recognised
 *
 * Gray is what a copier would make of the colours, but for the round red stamp:
 * it is taken out, since it lies over the letters. A page laid askew on the
 * glass is set straight by the angle at which its lines part best.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-picture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <math.h>
#include <string.h>

#define CELL 16 /* pixels of the grid in which a stamp is looked for */
#define DARK 140
#define MAX_SKEW 4.0 /* degrees */

static DzPicture *
picture_new (int width,
             int height)
{
  DzPicture *self = g_new0 (DzPicture, 1);

  self->width = width;
  self->height = height;
  self->gray = g_malloc ((gsize) width * (gsize) height);

  return self;
}

void
dz_picture_free (DzPicture *self)
{
  if (self == NULL)
    return;

  g_free (self->gray);
  g_free (self);
}

/* Red that a stamp or the head of a paper is printed with. */
static gboolean
is_red (int red,
        int green,
        int blue)
{
  return red > green + 50 && red > blue + 50;
}

static guint8
to_gray (int red,
         int green,
         int blue)
{
  return (guint8) ((blue * 29 + green * 150 + red * 77) >> 8);
}

/* Red cells next to each other, gathered from @start; @red loses them, @box gets where they are. */
static void
gather (guint8 *red,
        int     columns,
        int     rows,
        int     start,
        int     box[static 4],
        guint8 *mark)
{
  g_autoptr(GArray) open = g_array_new (FALSE, FALSE, sizeof (int));

  box[0] = box[2] = start % columns;
  box[1] = box[3] = start / columns;
  red[start] = 0;
  g_array_append_val (open, start);
  for (guint i = 0; i < open->len; i++)
    {
      int at = g_array_index (open, int, i);
      int x = at % columns;
      int y = at / columns;

      mark[at] = 1;
      box[0] = MIN (box[0], x);
      box[1] = MIN (box[1], y);
      box[2] = MAX (box[2], x);
      box[3] = MAX (box[3], y);
      for (int dy = -1; dy <= 1; dy++)
        for (int dx = -1; dx <= 1; dx++)
          {
            int next = at + dy * columns + dx;

            if (x + dx < 0 || x + dx >= columns || y + dy < 0 || y + dy >= rows || !red[next])
              continue;
            red[next] = 0;
            g_array_append_val (open, next);
          }
    }
}

/* As wide as high, and of the size a seal has on a page of this width. */
static gboolean
is_round (const int box[static 4],
          int       columns)
{
  int w = box[2] - box[0] + 1;
  int h = box[3] - box[1] + 1;

  return w * 10 > h * 7 && h * 10 > w * 7 && w * 100 > columns * 10 && w * 100 < columns * 40;
}

/* Makes white what is red inside round red things: @redness has a byte for each pixel. */
static void
take_out_stamps (DzPicture    *self,
                 const guint8 *redness)
{
  int columns = (self->width + CELL - 1) / CELL;
  int rows = (self->height + CELL - 1) / CELL;
  g_autofree guint8 *red = g_malloc0 ((gsize) columns * (gsize) rows);
  g_autofree guint8 *mark = g_malloc0 ((gsize) columns * (gsize) rows);

  for (int y = 0; y < self->height; y++)
    for (int x = 0; x < self->width; x++)
      red[(y / CELL) * columns + x / CELL] |= redness[(gsize) y * (gsize) self->width + (gsize) x];
  for (int i = 0; i < columns * rows; i++)
    {
      int box[4];

      if (!red[i])
        continue;
      memset (mark, 0, (gsize) columns * (gsize) rows);
      gather (red, columns, rows, i, box, mark);
      if (!is_round (box, columns))
        continue;
      for (int y = box[1] * CELL; y < MIN ((box[3] + 1) * CELL, self->height); y++)
        for (int x = box[0] * CELL; x < MIN ((box[2] + 1) * CELL, self->width); x++)
          if (redness[(gsize) y * (gsize) self->width + (gsize) x])
            self->gray[(gsize) y * (gsize) self->width + (gsize) x] = 255;
    }
}

static void
set_pixel (DzPicture *self,
           guint8    *redness,
           gsize      at,
           const int  colour[static 3])
{
  self->gray[at] = to_gray (colour[0], colour[1], colour[2]);
  redness[at] = is_red (colour[0], colour[1], colour[2]);
}

/* Two pixels at once, for nearly all of a page is white; of the byte before a colour nothing is known. */
static gboolean
are_white (const guint32 *two)
{
  const guint64 white = 0x00ffffff00ffffff;
  guint64 value;

  memcpy (&value, two, sizeof value);

  return (value & white) == white;
}

/**
 * dz_picture_new_plain:
 * @surface: an image of RGB24
 *
 * Returns: (transfer full) (nullable): the picture as it is drawn, stamps and all; %NULL if @surface is in error
 */
DzPicture *
dz_picture_new_plain (cairo_surface_t *surface)
{
  DzPicture *self;
  guint8 *to;

  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    return NULL;
  cairo_surface_flush (surface);
  self = picture_new (cairo_image_surface_get_width (surface), cairo_image_surface_get_height (surface));
  to = self->gray;
  memset (to, 255, (gsize) self->width * (gsize) self->height);
  for (int y = 0; y < self->height; y++)
    {
      const guint32 *row = (const guint32 *) (gpointer) (cairo_image_surface_get_data (surface) +
                                                         (gsize) y * (gsize) cairo_image_surface_get_stride (surface));

      for (int x = 0; x < self->width; x++)
        if (x + 1 < self->width && are_white (row + x))
          x++;
        else
          to[x] = (guint8) (((row[x] >> 16 & 0xff) * 77 + (row[x] >> 8 & 0xff) * 150 + (row[x] & 0xff) * 29) >> 8);
      to += self->width;
    }

  return self;
}

/**
 * dz_picture_new_from_surface:
 * @surface: an image of RGB24
 *
 * Returns: (transfer full) (nullable): the picture, %NULL if @surface is in error
 */
DzPicture *
dz_picture_new_from_surface (cairo_surface_t *surface)
{
  DzPicture *self;
  g_autofree guint8 *redness = NULL;

  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    return NULL;
  cairo_surface_flush (surface);
  self = picture_new (cairo_image_surface_get_width (surface), cairo_image_surface_get_height (surface));
  redness = g_malloc ((gsize) self->width * (gsize) self->height);
  for (int y = 0; y < self->height; y++)
    {
      const guint32 *row = (const guint32 *) (gpointer) (cairo_image_surface_get_data (surface) +
                                                         (gsize) y * (gsize) cairo_image_surface_get_stride (surface));

      for (int x = 0; x < self->width; x++)
        set_pixel (self, redness, (gsize) y * (gsize) self->width + (gsize) x,
                   (const int[]){ row[x] >> 16 & 0xff, row[x] >> 8 & 0xff, row[x] & 0xff });
    }
  take_out_stamps (self, redness);

  return self;
}

static void
size_prepared_cb (GdkPixbufLoader *loader,
                  int              width,
                  int              height,
                  gpointer         user_data)
{
  int most = GPOINTER_TO_INT (user_data);
  double scale = (double) most / MAX (MAX (width, height), 1);

  if (scale < 1)
    gdk_pixbuf_loader_set_size (loader, MAX ((int) (width * scale), 1), MAX ((int) (height * scale), 1));
}

static DzPicture *
picture_new_from_pixbuf (const GdkPixbuf *pixbuf)
{
  DzPicture *self = picture_new (gdk_pixbuf_get_width (pixbuf), gdk_pixbuf_get_height (pixbuf));
  g_autofree guint8 *redness = g_malloc ((gsize) self->width * (gsize) self->height);
  int step = gdk_pixbuf_get_n_channels (pixbuf);
  const guint8 *pixels = gdk_pixbuf_read_pixels (pixbuf);

  for (int y = 0; y < self->height; y++)
    for (int x = 0; x < self->width; x++)
      {
        const guint8 *from = pixels + (gsize) y * (gsize) gdk_pixbuf_get_rowstride (pixbuf) + (gsize) (x * step);
        int ink = step == 4 ? from[3] : 255; /* nothing is drawn on white */

        set_pixel (self, redness, (gsize) y * (gsize) self->width + (gsize) x,
                   (const int[]){ 255 - (255 - from[0]) * ink / 255, 255 - (255 - from[1]) * ink / 255,
                                  255 - (255 - from[2]) * ink / 255 });
      }
  take_out_stamps (self, redness);

  return self;
}

/**
 * dz_picture_new_from_bytes:
 * @bytes: a picture file
 * @most: pixels of the longer side; a larger picture is made smaller
 *
 * Returns: (transfer full) (nullable): the picture, %NULL if it is of no known kind
 */
DzPicture *
dz_picture_new_from_bytes (GBytes *bytes,
                           int     most)
{
  GdkPixbufLoader *loader = gdk_pixbuf_loader_new ();
  DzPicture *self = NULL;
  gboolean written;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), GINT_TO_POINTER (most));
  written = gdk_pixbuf_loader_write_bytes (loader, bytes, NULL);
  if (gdk_pixbuf_loader_close (loader, NULL) && written && gdk_pixbuf_loader_get_pixbuf (loader) != NULL)
    self = picture_new_from_pixbuf (gdk_pixbuf_loader_get_pixbuf (loader));
  g_object_unref (loader);

  return self;
}

/**
 * dz_picture_turn:
 * @quarters: of a turn, clockwise
 *
 * Returns: (transfer full): the picture turned
 */
DzPicture *
dz_picture_turn (const DzPicture *self,
                 guint            quarters)
{
  gboolean side = quarters % 2 == 1;
  DzPicture *turned = picture_new (side ? self->height : self->width, side ? self->width : self->height);
  gsize w = (gsize) self->width;
  gsize h = (gsize) self->height;

  for (gsize y = 0; y < h; y++)
    for (gsize x = 0; x < w; x++)
      {
        gsize to = y * w + x;

        if (quarters % 4 == 1)
          to = x * h + (h - 1 - y);
        else if (quarters % 4 == 2)
          to = (h - 1 - y) * w + (w - 1 - x);
        else if (quarters % 4 == 3)
          to = (w - 1 - x) * h + y;
        turned->gray[to] = self->gray[y * w + x];
      }

  return turned;
}

/**
 * dz_picture_straighten:
 * @radians: how far the lines fall to the right; see dz_picture_find_skew()
 *
 * Returns: (transfer full): the picture of the same size, turned back about its middle
 */
DzPicture *
dz_picture_straighten (const DzPicture *self,
                       double           radians)
{
  DzPicture *straight = picture_new (self->width, self->height);
  double c = cos (radians);
  double s = sin (radians);
  double cx = self->width / 2.0;
  double cy = self->height / 2.0;

  for (int y = 0; y < self->height; y++)
    for (int x = 0; x < self->width; x++)
      {
        double fx = cx + (x - cx) * c - (y - cy) * s;
        double fy = cy + (x - cx) * s + (y - cy) * c;
        int ix = (int) floor (fx);
        int iy = (int) floor (fy);
        double ax = fx - ix;
        double ay = fy - iy;
        const guint8 *from;
        double value = 255;

        if (ix >= 0 && iy >= 0 && ix + 1 < self->width && iy + 1 < self->height)
          {
            from = self->gray + (gsize) iy * (gsize) self->width + (gsize) ix;
            value = (from[0] * (1 - ax) + from[1] * ax) * (1 - ay) +
                    (from[self->width] * (1 - ax) + from[self->width + 1] * ax) * ay;
          }
        straight->gray[(gsize) y * (gsize) self->width + (gsize) x] = (guint8) (value + 0.5);
      }

  return straight;
}

/* One pixel of the smaller picture: the mean of what it covers. */
static guint8
mean_of (const DzPicture *self,
         double           x1,
         double           y1,
         double           x2,
         double           y2)
{
  double sum = 0;
  double area = 0;

  for (int y = (int) y1; y < MIN ((int) ceil (y2), self->height); y++)
    for (int x = (int) x1; x < MIN ((int) ceil (x2), self->width); x++)
      {
        double share = (MIN (x + 1, x2) - MAX (x, x1)) * (MIN (y + 1, y2) - MAX (y, y1));

        sum += share * self->gray[(gsize) y * (gsize) self->width + (gsize) x];
        area += share;
      }

  return area > 0 ? (guint8) (sum / area + 0.5) : 255;
}

static guint8
between (const DzPicture *self,
         double           x,
         double           y)
{
  int ix = CLAMP ((int) x, 0, self->width - 1);
  int iy = CLAMP ((int) y, 0, self->height - 1);
  int jx = MIN (ix + 1, self->width - 1);
  int jy = MIN (iy + 1, self->height - 1);
  double ax = CLAMP (x - ix, 0, 1);
  double ay = CLAMP (y - iy, 0, 1);
  gsize w = (gsize) self->width;
  const guint8 *gray = self->gray;

  return (guint8) ((gray[(gsize) iy * w + (gsize) ix] * (1 - ax) + gray[(gsize) iy * w + (gsize) jx] * ax) * (1 - ay) +
                   (gray[(gsize) jy * w + (gsize) ix] * (1 - ax) + gray[(gsize) jy * w + (gsize) jx] * ax) * ay + 0.5);
}

/**
 * dz_picture_scale:
 *
 * Returns: (transfer full): the picture @factor times as wide and high
 */
DzPicture *
dz_picture_scale (const DzPicture *self,
                  double           factor)
{
  DzPicture *scaled = picture_new (MAX ((int) (self->width * factor), 1), MAX ((int) (self->height * factor), 1));
  double step = 1 / factor;

  for (int y = 0; y < scaled->height; y++)
    for (int x = 0; x < scaled->width; x++)
      scaled->gray[(gsize) y * (gsize) scaled->width + (gsize) x] =
        factor < 1 ? mean_of (self, x * step, y * step, (x + 1) * step, (y + 1) * step)
                   : between (self, (x + 0.5) * step - 0.5, (y + 0.5) * step - 0.5);

  return scaled;
}

/* Dark points of a picture made smaller, as pairs x, y. */
static GArray *
list_dark (const DzPicture *self,
           int              step)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (float));

  for (int y = 0; y < self->height; y += step)
    for (int x = 0; x < self->width; x += step)
      if (self->gray[(gsize) y * (gsize) self->width + (gsize) x] < DARK)
        {
          float point[2] = { (float) x / (float) step, (float) y / (float) step };

          g_array_append_vals (points, point, 2);
        }

  return points;
}

/* How sharply the rows part, at a slope: the sum of squares over rows. */
static double
measure_rows (GArray *points,
              double  slope,
              guint   n_rows)
{
  g_autofree guint *rows = g_new0 (guint, n_rows);
  double sum = 0;

  for (guint i = 0; i + 1 < points->len; i += 2)
    {
      double y = g_array_index (points, float, i + 1) - slope * g_array_index (points, float, i) + n_rows / 4.0;

      if (y >= 0 && y < n_rows)
        rows[(guint) y]++;
    }
  for (guint i = 0; i < n_rows; i++)
    sum += (double) rows[i] * rows[i];

  return sum;
}

/**
 * dz_picture_find_skew:
 *
 * Returns: the angle at which its lines fall to the right, in radians; 0 where none stands out
 */
double
dz_picture_find_skew (const DzPicture *self)
{
  int step = MAX (MAX (self->width, self->height) / 1000, 1);
  g_autoptr(GArray) points = list_dark (self, step);
  guint n_rows = (guint) (self->height / step) * 2 + 2;
  double level = measure_rows (points, 0, n_rows);
  double best = level;
  double angle = 0;

  if (points->len < 1000 || points->len > 1200000)
    return 0;
  for (double degrees = -MAX_SKEW; degrees <= MAX_SKEW; degrees += 0.125)
    {
      double sum = measure_rows (points, tan (degrees * G_PI / 180), n_rows);

      if (sum > best)
        {
          best = sum;
          angle = degrees;
        }
    }

  return best > 1.05 * level && fabs (angle) < MAX_SKEW ? angle * G_PI / 180 : 0;
}

static int
compare_ints (gconstpointer a,
              gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/**
 * dz_picture_find_line_height:
 *
 * Returns: pixels of most lines, by rows with ink; 0 if none stand apart
 */
int
dz_picture_find_line_height (const DzPicture *self)
{
  g_autoptr(GArray) heights = g_array_new (FALSE, FALSE, sizeof (int));
  int height = 0;

  for (int y = 0; y < self->height; y++)
    {
      const guint8 *row = self->gray + (gsize) y * (gsize) self->width;
      int dark = 0;

      for (int x = 0; x < self->width; x += 2)
        dark += row[x] < 128;
      if (dark > 3)
        {
          height++;
          continue;
        }
      if (height > 12)
        g_array_append_val (heights, height);
      height = 0;
    }
  g_array_sort (heights, compare_ints);

  return heights->len >= 4 ? g_array_index (heights, int, heights->len / 2) : 0;
}

/**
 * dz_picture_to_pnm:
 *
 * Returns: (transfer full): the picture as a gray PNM file
 */
GBytes *
dz_picture_to_pnm (const DzPicture *self)
{
  g_autofree char *head = g_strdup_printf ("P5\n%d %d\n255\n", self->width, self->height);
  gsize at = strlen (head);
  gsize n = (gsize) self->width * (gsize) self->height;
  guint8 *out = g_malloc (at + n);

  memcpy (out, head, at);
  memcpy (out + at, self->gray, n);

  return g_bytes_new_take (out, at + n);
}

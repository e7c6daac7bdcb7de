/* dz-overlap-level.c - two texts that stay at the same passage while one of them is scrolled
 *
 * What is held is a character on each side and how far below the upper edge it
 * stands. A text that was just filled, or got another width, has no lines yet
 * and gets them over several frames; until they rest it is brought to its
 * place again in every frame.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-overlap-level.h"

#define REST_FRAMES 4   /* so long nothing moved: the lines are there */
#define BAND_TOP 0.12   /* of the height: where a passage that is gone to begins */

struct _DzOverlapLevel
{
  GtkTextView *text[2];
  GtkAdjustment *v[2];
  DzOverlapMap *map;
  GArray *bands;    /* DzOverlapBand, in characters */
  double length[2];
  double at[2];     /* the character held */
  double below;     /* how far under the upper edge, of the height */
  int resting;      /* frames nothing moved, while places are brought back */
  guint tick;       /* 0: nothing is brought back */
  gboolean moving;
};

static int
get_offset_at (DzOverlapLevel *self,
               int             side,
               double          y)
{
  GtkTextIter iter;

  gtk_text_view_get_iter_at_location (self->text[side], &iter, gtk_text_view_get_left_margin (self->text[side]),
                                      (int) y);

  return gtk_text_iter_get_offset (&iter);
}

static void
update_frame (DzOverlapLevel *self)
{
  DzOverlapBand visible = { { 0 } };

  for (int side = 0; side < 2; side++)
    {
      double top = gtk_adjustment_get_value (self->v[side]);
      double bottom = top + gtk_adjustment_get_page_size (self->v[side]);

      visible.from[side] = get_offset_at (self, side, top) / MAX (self->length[side], 1);
      visible.to[side] = get_offset_at (self, side, bottom) / MAX (self->length[side], 1);
    }
  dz_overlap_map_set_visible_part (self->map, &visible);
}

/* The character of the other report that stands where @offset stands in this one. */
static double
map_offset (DzOverlapLevel *self,
            int             side,
            double          offset)
{
  double from = 0, other_from = 0;
  double to = self->length[side], other_to = self->length[1 - side];

  for (guint i = 0; i < self->bands->len; i++)
    {
      const DzOverlapBand *band = &g_array_index (self->bands, DzOverlapBand, i);

      if (band->from[side] <= offset && band->to[side] > offset)
        return band->from[1 - side] + (offset - band->from[side]) * (band->to[1 - side] - band->from[1 - side]) /
                                        (band->to[side] - band->from[side]);
      if (band->to[side] <= offset && band->to[side] > from)
        {
          from = band->to[side];
          other_from = band->to[1 - side];
        }
      if (band->from[side] > offset && band->from[side] < to)
        {
          to = band->from[side];
          other_to = band->from[1 - side];
        }
    }

  return other_from + (other_to - other_from) * (offset - from) / MAX (to - from, 1);
}

/* Returns: whether the text moved. */
static gboolean
bring_back (DzOverlapLevel *self,
            int             side)
{
  double before = gtk_adjustment_get_value (self->v[side]);
  GtkTextIter iter;
  GdkRectangle place;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (self->text[side]), &iter, (int) self->at[side]);
  gtk_text_view_get_iter_location (self->text[side], &iter, &place);
  gtk_adjustment_set_value (self->v[side], place.y - self->below * gtk_adjustment_get_page_size (self->v[side]));

  return ABS (gtk_adjustment_get_value (self->v[side]) - before) >= 1;
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  DzOverlapLevel *self = user_data;
  gboolean moved;

  self->moving = TRUE;
  moved = bring_back (self, 0);
  moved = bring_back (self, 1) || moved;
  self->moving = FALSE;
  update_frame (self);
  self->resting = moved ? 0 : self->resting + 1;
  if (self->resting < REST_FRAMES)
    return G_SOURCE_CONTINUE;
  self->tick = 0;

  return G_SOURCE_REMOVE;
}

/**
 * dz_overlap_level_hold:
 *
 * Brings both texts back to where they were, now that they were filled anew or their lines are others.
 */
void
dz_overlap_level_hold (DzOverlapLevel *self)
{
  self->resting = 0;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->map), tick_cb, self, NULL);
}

static void
go (DzOverlapLevel *self,
    double          left,
    double          right,
    double          below)
{
  self->at[0] = left;
  self->at[1] = right;
  self->below = below;
  for (int side = 0; side < 2; side++)
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text[side]);
      GtkTextIter iter;

      gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) self->at[side]);
      gtk_text_buffer_place_cursor (buffer, &iter);
    }
  dz_overlap_level_hold (self);
}

static void
scrolled_cb (GtkAdjustment  *v,
             DzOverlapLevel *self)
{
  int side = v == self->v[0] ? 0 : 1;

  if (self->moving || self->tick != 0 || self->length[0] <= 0)
    return;
  self->below = 0;
  self->at[side] = get_offset_at (self, side, gtk_adjustment_get_value (v));
  self->at[1 - side] = map_offset (self, side, self->at[side]);
  self->moving = TRUE;
  bring_back (self, 1 - side);
  self->moving = FALSE;
  update_frame (self);
}

/* The lines are others: the width changed, or they were only guessed until now. */
static void
resized_cb (GtkAdjustment  *v,
            DzOverlapLevel *self)
{
  if (self->length[0] > 0)
    dz_overlap_level_hold (self);
}

/**
 * dz_overlap_level_new:
 *
 * All that is given must live as long.
 *
 * Returns: (transfer full): free with dz_overlap_level_free()
 */
DzOverlapLevel *
dz_overlap_level_new (GtkTextView       *texts[2],
                      GtkScrolledWindow *scrolls[2],
                      DzOverlapMap      *map)
{
  DzOverlapLevel *self = g_new0 (DzOverlapLevel, 1);

  self->map = map;
  self->bands = g_array_new (FALSE, FALSE, sizeof (DzOverlapBand));
  for (int side = 0; side < 2; side++)
    {
      self->text[side] = texts[side];
      self->v[side] = g_object_ref (gtk_scrolled_window_get_vadjustment (scrolls[side]));
      g_signal_connect (self->v[side], "value-changed", G_CALLBACK (scrolled_cb), self);
      g_signal_connect (self->v[side], "changed", G_CALLBACK (resized_cb), self);
    }

  return self;
}

void
dz_overlap_level_free (DzOverlapLevel *self)
{
  if (self == NULL)
    return;
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->map), self->tick);
  for (int side = 0; side < 2; side++)
    {
      g_signal_handlers_disconnect_by_data (self->v[side], self);
      g_object_unref (self->v[side]);
    }
  g_array_unref (self->bands);
  g_free (self);
}

/**
 * dz_overlap_level_set_bands:
 * @bands: DzOverlapBand: what the two share, in characters
 * @lengths: of the two texts, in characters
 */
void
dz_overlap_level_set_bands (DzOverlapLevel *self,
                            GArray         *bands,
                            const double    lengths[2])
{
  g_array_set_size (self->bands, 0);
  if (bands->len > 0)
    g_array_append_vals (self->bands, bands->data, bands->len);
  self->length[0] = lengths[0];
  self->length[1] = lengths[1];
}

/**
 * dz_overlap_level_has_bands:
 *
 * Returns: whether these are the bands it has
 */
gboolean
dz_overlap_level_has_bands (DzOverlapLevel *self,
                            GArray         *bands)
{
  return bands->len == self->bands->len &&
         (bands->len == 0 || memcmp (bands->data, self->bands->data, bands->len * sizeof (DzOverlapBand)) == 0);
}

/**
 * dz_overlap_level_show_band:
 * @i: which of the bands
 */
void
dz_overlap_level_show_band (DzOverlapLevel *self,
                            guint           i)
{
  const DzOverlapBand *band;

  g_return_if_fail (i < self->bands->len);

  band = &g_array_index (self->bands, DzOverlapBand, i);
  go (self, band->from[0], band->from[1], BAND_TOP);
}

/**
 * dz_overlap_level_show_place:
 * @side: whose
 * @fraction: of its length
 */
void
dz_overlap_level_show_place (DzOverlapLevel *self,
                             int             side,
                             double          fraction)
{
  double offset = CLAMP (fraction, 0, 1) * self->length[side];
  double other = map_offset (self, side, offset);

  go (self, side == 0 ? offset : other, side == 0 ? other : offset, BAND_TOP);
}

/* dz-change-columns.c - how wide the columns of 数值变化 are, and which of them have room
 *
 * A number that is cut is another number: “+16” for +16.7%. So each column is as wide as its widest words,
 * and one there is no room for is left out whole: first the track, then the per cent, then the difference.
 * The values of the two years always stand; where not even they have room, the list is scrolled.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-change-columns.h"

#include "dz-figure-draw.h"
#include "dz-format.h"
#include "dz-text-scale.h"

#include <math.h>

/* Pixels at 100 %. */
#define NAME_WIDTH 96
#define LEAST_TRACK 40
#define GAP 12 /* before the words of a column */

#define TRACK_MARGINS 48

/* Whether a person has to say which of two values a report means. */
gboolean
dz_change_is_undecided (const DzFigureChange *change)
{
  return dz_figure_cell_is_undecided (&change->last) || dz_figure_cell_is_undecided (&change->current);
}

/* Returns: (transfer full): “248 → 276” */
char *
dz_change_dup_values (const DzFigureChange *change)
{
  g_autofree char *last = dz_figure_cell_to_string (&change->last);
  g_autofree char *current = dz_figure_cell_to_string (&change->current);

  return g_strdup_printf ("%s → %s%s", last, current, change->warnings != 0 ? " ⚠" : "");
}

/* Returns: (transfer full) (nullable): “+28”; %NULL where the years cannot be compared */
char *
dz_change_dup_difference (const DzFigureChange *change)
{
  return dz_change_is_undecided (change) || isnan (change->difference) ? NULL : dz_format_signed (change->difference);
}

/* Returns: (transfer full) (nullable): “+11.3%” */
char *
dz_change_dup_per_cent (const DzFigureChange *change)
{
  g_autofree char *per_cent = NULL;

  if (dz_change_is_undecided (change) || isnan (change->per_cent))
    return NULL;
  per_cent = dz_format_signed_percent (change->per_cent);

  return g_strconcat (change->per_cent_about ? "≈" : "", per_cent, NULL);
}

/* All digits are equally wide: 248 → 276 takes what 111 → 222 takes, and of 1,500 bodies only some twenty differ. */
static int
measure_shape (DzFigurePen *pen,
               GHashTable  *widths,
               const char  *words)
{
  g_autofree char *shape = g_strdup (words);
  gpointer width;

  for (char *at = shape; *at != '\0'; at++)
    if (g_ascii_isdigit (*at))
      *at = '0';
  if (!g_hash_table_lookup_extended (widths, shape, NULL, &width))
    {
      width = GINT_TO_POINTER ((int) ceil (dz_figure_pen_measure (pen, shape)));
      g_hash_table_insert (widths, g_steal_pointer (&shape), width);
    }

  return GPOINTER_TO_INT (width);
}

static void
widen (double      *width,
       DzFigurePen *pen,
       GHashTable  *widths,
       const char  *words,
       double       gap)
{
  if (words != NULL)
    *width = MAX (*width, ceil (measure_shape (pen, widths, words) + gap));
}

/**
 * dz_change_columns_measure:
 * @widget: draws the rows: its font counts
 * @changes: (nullable): the indicator
 * @shown: guint: the rows of @changes that are drawn
 */
void
dz_change_columns_measure (DzChangeColumns *self,
                           GtkWidget       *widget,
                           DzFigureChanges *changes,
                           GArray          *shown)
{
  double scale = dz_text_scale (widget);
  g_autoptr(DzFigurePen) pen = dz_figure_pen_new (widget, NULL);
  g_autoptr(GHashTable) widths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  *self = (DzChangeColumns){ .name = NAME_WIDTH * scale, .least_track = LEAST_TRACK * scale };
  for (guint i = 0; changes != NULL && i < shown->len; i++)
    {
      const DzFigureChange *change = dz_figure_changes_get_change (changes, g_array_index (shown, guint, i));
      g_autofree char *values = dz_change_dup_values (change);
      g_autofree char *difference = dz_change_dup_difference (change);
      g_autofree char *per_cent = dz_change_dup_per_cent (change);

      widen (dz_change_is_undecided (change) ? &self->undecided : &self->values, pen, widths, values, 0);
      widen (&self->difference, pen, widths, difference, GAP * scale);
      widen (&self->per_cent, pen, widths, per_cent, GAP * scale);
    }
}

/* Returns: the width the names and the values need, without which nothing is shown rightly */
double
dz_change_columns_least (const DzChangeColumns *self)
{
  return self->name + MAX (self->values, self->undecided);
}

/**
 * dz_change_columns_place:
 *
 * Returns: the columns that have room in @width, from the right; the values begin right of the names at least
 */
DzChangePlaces
dz_change_columns_place (const DzChangeColumns *self,
                         double                 width)
{
  DzChangePlaces places = { 0 };
  double room = width - self->name;
  double words = self->values;

  if (room >= words + self->difference)
    {
      places.difference = self->difference;
      words += self->difference;
      if (room >= words + self->per_cent)
        {
          places.per_cent = self->per_cent;
          words += self->per_cent;
          words = MAX (words, self->undecided);
          if (room - words - TRACK_MARGINS >= self->least_track)
            places.track = room - words - TRACK_MARGINS;
        }
    }
  places.values_x = MAX (width - MAX (words, self->undecided), self->name);

  return places;
}

/* dz-stops.c - weaknesses and figures of the passages on screen, in the order they are read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-stops.h"

static void
add_weaknesses (GArray     *stops,
                DzReport   *report,
                DzSpan      shown,
                const char *code)
{
  for (guint i = 0; i < report->weaknesses->len; i++)
    {
      const DzWeakness *weakness = &g_array_index (report->weaknesses, DzWeakness, i);
      DzStop stop = { report, i, weakness->span };

      if (dz_weakness_counts (weakness) && dz_span_overlaps (weakness->span, shown) &&
          (code == NULL || weakness->code == code))
        g_array_append_val (stops, stop);
    }
}

static void
add_figures (GArray     *stops,
             DzReport   *report,
             DzSpan      shown,
             const char *indicator)
{
  for (guint i = 0; i < report->figures->len; i++)
    {
      const DzFigure *figure = &g_array_index (report->figures, DzFigure, i);
      DzStop stop = { report, i, figure->span };

      if (dz_figure_counts (figure) && dz_span_overlaps (figure->span, shown) && figure->indicator == indicator)
        g_array_append_val (stops, stop);
    }
}

/**
 * dz_stops_list:
 * @passages: (element-type DzPassageView): in the order they are read
 * @code: (nullable): only weaknesses of it
 * @indicator: (nullable): figures of it and no weaknesses
 *
 * Returns: (transfer full) (element-type DzStop): role by role, column by column; one that begins in
 *   another passage belongs to that
 */
GArray *
dz_stops_list (GPtrArray  *passages,
                const char *code,
                const char *indicator)
{
  GArray *stops = g_array_new (FALSE, FALSE, sizeof (DzStop));

  for (guint i = 0; i < passages->len; i++)
    {
      DzPassageView *passage = g_ptr_array_index (passages, i);
      DzSpan shown = dz_passage_view_get_span (passage);
      guint before = stops->len;

      if (indicator != NULL)
        add_figures (stops, dz_passage_view_get_report (passage), shown, indicator);
      else
        add_weaknesses (stops, dz_passage_view_get_report (passage), shown, code);
      for (guint k = stops->len; k > before; k--)
        if (g_array_index (stops, DzStop, k - 1).span.start < shown.start)
          g_array_remove_index (stops, k - 1);
    }

  return stops;
}

/**
 * dz_stops_find:
 * @code: (nullable): of a weakness, else
 * @indicator: (nullable): of a figure
 * @offset: (out): a byte of the report's text
 *
 * Returns: whether the passage shows one, and where the first begins in it
 */
gboolean
dz_stops_find (DzPassageView *passage,
                const char    *code,
                const char    *indicator,
                gsize         *offset)
{
  DzSpan shown = dz_passage_view_get_span (passage);
  g_autoptr(GArray) stops = g_array_new (FALSE, FALSE, sizeof (DzStop));

  *offset = G_MAXSIZE;
  if (indicator != NULL)
    add_figures (stops, dz_passage_view_get_report (passage), shown, indicator);
  else if (code != NULL)
    add_weaknesses (stops, dz_passage_view_get_report (passage), shown, code);
  for (guint i = 0; i < stops->len; i++)
    *offset = MIN (*offset, MAX (g_array_index (stops, DzStop, i).span.start, shown.start));

  return *offset != G_MAXSIZE;
}

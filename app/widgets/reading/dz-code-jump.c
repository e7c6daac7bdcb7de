/* dz-code-jump.c - to the passages of one code or indicator in all columns at once
 *
 * Columns that line up at their sections have one scroll bar. What they say of
 * a code may stand in different sections, then no place shows it in all of
 * them: the place that shows it in the most is gone to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-code-jump.h"

#include "dz-lines.h"
#include "dz-quotation.h"
#include "dz-stops.h"

#define ROOM_ABOVE 90 /* px over a passage that was gone to */
#define ROOM_BELOW 40 /* px: a passage that begins in them is not seen */

/* The first passage of a report: where it begins in what is scrolled. */
typedef struct
{
  DzPassageView *passage;
  GtkWidget *viewport;
  gsize offset;
  double y_in_passage;
  double y;
  gboolean done;
} Target;

static gboolean
has_target (GArray *targets,
            gint64  report_id)
{
  for (guint i = 0; i < targets->len; i++)
    if (dz_passage_view_get_report (g_array_index (targets, Target, i).passage)->id == report_id)
      return TRUE;

  return FALSE;
}

static GArray *
list_targets (GPtrArray  *passages,
              const char *code,
              const char *indicator)
{
  GArray *targets = g_array_new (FALSE, FALSE, sizeof (Target));

  for (guint i = 0; i < passages->len; i++)
    {
      Target target = { .passage = g_ptr_array_index (passages, i) };
      GtkWidget *passage = GTK_WIDGET (target.passage);
      double x;

      target.viewport = gtk_widget_get_ancestor (passage, GTK_TYPE_VIEWPORT);
      if (target.viewport != NULL && !has_target (targets, dz_passage_view_get_report (target.passage)->id) &&
          dz_stops_find (target.passage, code, indicator, &target.offset) &&
          dz_passage_view_get_y (target.passage, target.offset, &target.y_in_passage) &&
          gtk_widget_translate_coordinates (passage, gtk_viewport_get_child (GTK_VIEWPORT (target.viewport)), 0,
                                            target.y_in_passage, &x, &target.y))
        g_array_append_val (targets, target);
    }

  return targets;
}

static gboolean
is_seen_from (const Target *target,
              const Target *top)
{
  double page =
    gtk_adjustment_get_page_size (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (target->viewport)));

  return target->viewport == top->viewport && target->y >= top->y &&
         target->y < top->y + MAX (page - ROOM_ABOVE - ROOM_BELOW, 1);
}

/* Of those under one scroll bar the one from which on the most are seen; the upper of equals. */
static const Target *
find_best (GArray    *targets,
           GtkWidget *viewport)
{
  const Target *best = NULL;
  guint most = 0;

  for (guint i = 0; i < targets->len; i++)
    {
      const Target *top = &g_array_index (targets, Target, i);
      guint n = 0;

      if (top->viewport != viewport)
        continue;
      for (guint k = 0; k < targets->len; k++)
        n += is_seen_from (&g_array_index (targets, Target, k), top);
      if (best == NULL || n > most || (n == most && top->y < best->y))
        {
          best = top;
          most = n;
        }
    }

  return best;
}

static const char *
get_section_title (const Target *target)
{
  DzReport *report = dz_passage_view_get_report (target->passage);

  for (guint i = 0; i < report->sections->len; i++)
    {
      const DzSection *section = &g_array_index (report->sections, DzSection, i);

      if (section->span.start <= target->offset && target->offset < section->span.end)
        return dz_section_kind_title (section->kind);
    }

  return "";
}

/**
 * dz_code_jump:
 * @passages: (element-type DzPassageView): those on screen
 * @code: (nullable): of a weakness, else
 * @indicator: (nullable): of a figure
 *
 * Scrolls each column to its first passage, columns with one scroll bar to where the most of them show theirs.
 *
 * Returns: (transfer full) (element-type DzCodeAside): the reports whose passage is not in sight then
 */
GArray *
dz_code_jump (GPtrArray  *passages,
              const char *code,
              const char *indicator)
{
  g_autoptr(GArray) targets = list_targets (passages, code, indicator);
  GArray *aside = g_array_new (FALSE, FALSE, sizeof (DzCodeAside));

  for (guint i = 0; i < targets->len; i++)
    {
      Target *first = &g_array_index (targets, Target, i);
      const Target *best;

      if (first->done)
        continue;
      best = find_best (targets, first->viewport);
      dz_lines_scroll_to (GTK_WIDGET (best->passage), best->y_in_passage - ROOM_ABOVE);
      for (guint k = i; k < targets->len; k++)
        {
          Target *target = &g_array_index (targets, Target, k);
          DzCodeAside one = { .section = get_section_title (target), .below = target->y > best->y };

          if (target->viewport != first->viewport)
            continue;
          target->done = TRUE;
          one.report_id = dz_passage_view_get_report (target->passage)->id;
          if (!is_seen_from (target, best))
            g_array_append_val (aside, one);
        }
    }

  return aside;
}

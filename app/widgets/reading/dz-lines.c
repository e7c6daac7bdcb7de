/* dz-lines.c - where a line of a report stands on screen, and keeping it there
 *
 * Before the columns are laid out anew the lines in sight are taken down, one a
 * report; once they have their size again each is brought back to its height.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-lines.h"

/* A line of a report and where it stands on screen: kept there whatever is laid out anew. */
typedef struct
{
  gint64 report_id;
  gsize offset; /* byte of its text */
  double y;     /* from the top of what is seen */
} Anchor;

struct _DzLines
{
  GPtrArray *passages; /* DzPassageView, those of the caller */
  GArray *anchors;     /* Anchor: to be kept once the columns have their size */
};

/**
 * dz_lines_new:
 * @passages: (element-type DzPassageView): those on screen; the caller fills and empties it
 *
 * Returns: (transfer full): the lines of @passages, none taken down
 */
DzLines *
dz_lines_new (GPtrArray *passages)
{
  DzLines *self = g_new0 (DzLines, 1);

  self->passages = g_ptr_array_ref (passages);
  self->anchors = g_array_new (FALSE, FALSE, sizeof (Anchor));

  return self;
}

void
dz_lines_free (DzLines *self)
{
  g_ptr_array_unref (self->passages);
  g_array_unref (self->anchors);
  g_free (self);
}

gboolean
dz_lines_is_empty (DzLines *self)
{
  return self->anchors->len == 0;
}

void
dz_lines_clear (DzLines *self)
{
  g_array_set_size (self->anchors, 0);
}

static GtkWidget *
get_viewport (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
}

static void
scroll_by (GtkWidget *viewport,
           double     by)
{
  GtkAdjustment *down = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));

  gtk_adjustment_set_value (down, gtk_adjustment_get_value (down) + by);
}

/* Where @y of @widget is, from the top of what is seen. The value of the scroll bar counts, not the
 * place the content was last laid out at: that follows a frame later. */
static gboolean
find_top (GtkWidget *widget,
          double     y,
          double    *top)
{
  GtkWidget *viewport = get_viewport (widget);
  double x;

  if (viewport == NULL || !gtk_widget_translate_coordinates (
                            widget, gtk_viewport_get_child (GTK_VIEWPORT (viewport)), 0, y, &x, top))
    return FALSE;
  *top -= gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)));

  return TRUE;
}

/* The same of the line of @offset; FALSE: it is not in this passage. */
static gboolean
find_line (DzPassageView *passage,
           gsize          offset,
           double        *top)
{
  double y;

  return gtk_widget_get_width (GTK_WIDGET (passage)) > 0 && dz_passage_view_get_y (passage, offset, &y) &&
         find_top (GTK_WIDGET (passage), y, top);
}

static gboolean
has_anchor (DzLines *self,
            gint64   report_id)
{
  for (guint i = 0; i < self->anchors->len; i++)
    if (g_array_index (self->anchors, Anchor, i).report_id == report_id)
      return TRUE;

  return FALSE;
}

static void
add_anchor (DzLines       *self,
            DzPassageView *passage,
            gsize          offset)
{
  Anchor anchor = { dz_passage_view_get_report (passage)->id, offset, 0 };

  if (find_line (passage, offset, &anchor.y))
    g_array_append_val (self->anchors, anchor);
}

/**
 * dz_lines_take:
 * @report_id: report of what is chosen, 0: nothing is
 * @chosen: the chosen passage
 *
 * Takes down of each report the line to keep: the chosen one where it is in sight, else the first
 * that is.
 */
void
dz_lines_take (DzLines *self,
               gint64   report_id,
               DzSpan   chosen)
{
  g_array_set_size (self->anchors, 0);
  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->passages->len; i++)
      {
        DzPassageView *passage = g_ptr_array_index (self->passages, i);
        GtkWidget *viewport = get_viewport (GTK_WIDGET (passage));
        gint64 its_report = dz_passage_view_get_report (passage)->id;
        double height = viewport != NULL ? gtk_widget_get_height (viewport) : 0;
        double top;

        if (has_anchor (self, its_report))
          continue;
        if (pass == 0)
          {
            if (its_report == report_id && find_line (passage, chosen.start, &top) && top >= 0 && top < height)
              add_anchor (self, passage, chosen.start);
            continue;
          }
        if (find_top (GTK_WIDGET (passage), 0, &top) && top < height &&
            top + gtk_widget_get_height (GTK_WIDGET (passage)) > 0)
          add_anchor (self, passage, dz_passage_view_get_offset (passage, MAX (-top, 0)));
      }
}

/**
 * dz_lines_get_first:
 * @offset: (out): a byte of its text
 *
 * Returns: the report of the line taken down first: of the chosen one where it was in sight; 0: there is none
 */
gint64
dz_lines_get_first (DzLines *self,
                    gsize   *offset)
{
  if (self->anchors->len == 0)
    return 0;
  *offset = g_array_index (self->anchors, Anchor, 0).offset;

  return g_array_index (self->anchors, Anchor, 0).report_id;
}

/**
 * dz_lines_keep:
 *
 * Scrolls so that the lines taken down stand where they stood; each column by its first, and no
 * more is kept.
 */
void
dz_lines_keep (DzLines *self)
{
  g_autoptr(GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; i < self->anchors->len; i++)
    {
      const Anchor *anchor = &g_array_index (self->anchors, Anchor, i);
      double top;
      DzPassageView *passage = dz_lines_find (self, anchor->report_id, anchor->offset, &top);
      GtkWidget *viewport = passage != NULL ? get_viewport (GTK_WIDGET (passage)) : NULL;

      if (viewport == NULL || g_ptr_array_find (kept, viewport, NULL))
        continue;
      g_ptr_array_add (kept, viewport);
      scroll_by (viewport, top - anchor->y);
    }
  dz_lines_clear (self);
}

/**
 * dz_lines_find:
 * @offset: a byte of the report's text
 * @top: (out): where its line is, from the top of what is seen
 *
 * Returns: (transfer none) (nullable): the passage with that line, %NULL while it has no place
 */
DzPassageView *
dz_lines_find (DzLines *self,
               gint64   report_id,
               gsize    offset,
               double  *top)
{
  for (guint i = 0; i < self->passages->len; i++)
    {
      DzPassageView *passage = g_ptr_array_index (self->passages, i);

      if (dz_passage_view_get_report (passage)->id == report_id && find_line (passage, offset, top))
        return passage;
    }

  return NULL;
}

/**
 * dz_lines_scroll_to:
 *
 * Scrolls so that @y of @widget stands at the top of what is seen.
 */
void
dz_lines_scroll_to (GtkWidget *widget,
                    double     y)
{
  double top;

  if (find_top (widget, y, &top))
    scroll_by (get_viewport (widget), top);
}

/**
 * dz_lines_find_kind:
 * @y: (out): where the role begins in the passage
 *
 * Returns: %FALSE: it does not
 */
gboolean
dz_lines_find_kind (DzPassageView *passage,
                    DzSectionKind  kind,
                    double        *y)
{
  DzReport *report = dz_passage_view_get_report (passage);
  DzSpan shown = dz_passage_view_get_span (passage);

  for (guint i = 0; i < report->sections->len; i++)
    {
      const DzSection *section = &g_array_index (report->sections, DzSection, i);

      if (section->kind != kind || !dz_span_overlaps (section->span, shown))
        continue;
      *y = 0;
      return section->span.start <= shown.start || dz_passage_view_get_y (passage, section->span.start, y);
    }

  return FALSE;
}

/* dz-section-grid.c - reports in columns that line up at the section roles
 *
 * A grid row a role: the tallest column sets its height, so the roles line up
 * and everything scrolls together. With the columns apart, each has a scrolled
 * window of its own; so has a column whose report stands as it was written.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-section-grid.h"

#include "dz-code-jump.h"
#include "dz-column-row.h"
#include "dz-lines.h"
#include "dz-passage-view.h"
#include "dz-roles.h"
#include "dz-sight.h"
#include "dz-stops.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ROOM_ABOVE 90 /* px over a passage that was gone to; a line alone becomes the first */

struct _DzSectionGrid
{
  AdwBin parent_instance;

  DzSession *session;
  DzCodebook *codebook;
  gboolean together;
  GArray *written; /* gint64: reports that stand in their own order */
  gboolean reordered; /* another stands so than when the columns were made */
  int width;
  GPtrArray *reports;  /* DzReport */
  GPtrArray *passages; /* borrowed DzPassageView */
  GPtrArray *scrolls;  /* borrowed GtkScrolledWindow: one, or one a column */
  GtkWidget *bars[DZ_N_SECTION_KINDS]; /* borrowed: role bar of the first column */
  DzLines *lines;      /* those taken down are to be kept once the columns have their size */
  gboolean going;      /* somewhere, once the columns have their size */
  gint64 going_report;
  DzSpan going_to;     /* a passage, or empty: a line */
  gint64 wanted_report; /* the chosen passage */
  DzSpan wanted;
  const char *focus_code; /* (nullable): interned */
  const char *focus_indicator; /* (nullable): likewise */
  gint64 focus_report;    /* what is to have the focus */
  gsize focus_offset;
  GtkWidget *focus_before; /* (weak) (nullable): what had it when that was asked */
};

enum
{
  PASSAGE_SELECTED,
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DzSectionGrid, dz_section_grid, ADW_TYPE_BIN)

/**
 * dz_section_grid_choose:
 *
 * Chooses @span of a report where it stands: every passage of the report shows it.
 */
void
dz_section_grid_choose (DzSectionGrid *self,
                        gint64         report_id,
                        DzSpan         span)
{
  g_return_if_fail (DZ_IS_SECTION_GRID (self));

  self->wanted_report = report_id;
  self->wanted = span;
  for (guint i = 0; i < self->passages->len; i++)
    {
      DzPassageView *passage = g_ptr_array_index (self->passages, i);

      dz_passage_view_highlight (passage, dz_passage_view_get_report (passage)->id == report_id ? span : DZ_SPAN_NONE);
    }
  g_signal_emit (self, signals[MOVED], 0);
}

static void
figure_clicked_cb (DzPassageView *passage,
                   guint          index,
                   DzSectionGrid *self)
{
  DzReport *report = dz_passage_view_get_report (passage);

  dz_section_grid_choose (self, report->id, g_array_index (report->figures, DzFigure, index).span);
  dz_session_show_figure (self->session, report, index);
}

static void
weakness_clicked_cb (DzPassageView *passage,
                     guint          index,
                     DzSectionGrid *self)
{
  DzReport *report = dz_passage_view_get_report (passage);

  dz_section_grid_choose (self, report->id, g_array_index (report->weaknesses, DzWeakness, index).span);
  dz_session_show_weakness (self->session, report, index);
}

static void
selected_cb (DzPassageView *passage,
             guint64        start,
             guint64        end,
             DzSectionGrid *self)
{
  for (guint i = 0; i < self->passages->len; i++)
    if (g_ptr_array_index (self->passages, i) != (gpointer) passage)
      dz_passage_view_unselect (g_ptr_array_index (self->passages, i));
  g_signal_emit (self, signals[PASSAGE_SELECTED], 0, passage);
}

static void
trace_clicked_cb (GtkButton     *button,
                  DzSectionGrid *self)
{
  DzReport *report = g_object_get_data (G_OBJECT (button), "dz-report");
  DzSectionKind kind = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "dz-kind"));

  dz_section_grid_go_to_span (self, report->id, dz_roles_find_trace (report, kind));
}

static GtkWidget *
make_gap (DzSectionGrid *self,
          DzReport      *report,
          DzSectionKind  kind)
{
  GtkWidget *trace;
  GtkWidget *gap = dz_roles_new_gap (report, kind, &trace);

  if (trace != NULL)
    {
      g_object_set_data_full (G_OBJECT (trace), "dz-report", dz_report_ref (report),
                              (GDestroyNotify) dz_report_unref);
      g_object_set_data (G_OBJECT (trace), "dz-kind", GINT_TO_POINTER (kind));
      g_signal_connect (trace, "clicked", G_CALLBACK (trace_clicked_cb), self);
    }

  return gap;
}

static GtkWidget *
make_passage (DzSectionGrid *self,
              DzReport      *report,
              DzSpan         span)
{
  GtkWidget *passage = dz_passage_view_new (report, dz_session_get_codebook (self->session), span);

  g_signal_connect (passage, "figure-clicked", G_CALLBACK (figure_clicked_cb), self);
  g_signal_connect (passage, "weakness-clicked", G_CALLBACK (weakness_clicked_cb), self);
  g_signal_connect (passage, "selected", G_CALLBACK (selected_cb), self);
  g_ptr_array_add (self->passages, passage);

  return passage;
}

static GtkWidget *
make_cell (DzSectionGrid *self,
           DzReport      *report,
           DzSectionKind  kind)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < report->sections->len; i++)
    {
      const DzSection *section = &g_array_index (report->sections, DzSection, i);

      if (section->kind == kind && !dz_span_is_empty (section->span))
        gtk_box_append (GTK_BOX (box), make_passage (self, report, dz_roles_get_words (report, section)));
    }

  return box;
}

static void
attach_role (DzSectionGrid *self,
             GtkGrid       *grid,
             DzReport      *report,
             DzSectionKind  kind,
             int            column,
             int            row)
{
  GtkWidget *bar = dz_roles_new_bar (report, kind);
  GtkWidget *cell = dz_roles_report_has (report, kind) ? make_cell (self, report, kind)
                                                       : make_gap (self, report, kind);

  gtk_widget_set_hexpand (cell, TRUE);
  if (column > 0)
    {
      gtk_widget_add_css_class (bar, "dz-divided");
      gtk_widget_add_css_class (cell, "dz-divided");
    }
  gtk_grid_attach (grid, bar, column, row, 1, 1);
  gtk_grid_attach (grid, cell, column, row + 1, 1, 1);
  if (self->bars[kind] == NULL)
    self->bars[kind] = bar;
}

static GtkWidget *
make_grid (DzSectionGrid *self,
           guint          from,
           guint          n)
{
  GtkWidget *grid = gtk_grid_new ();
  int row = 0;

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_widget_add_css_class (grid, "dz-reading");
  for (guint k = 0; k < DZ_N_SECTION_KINDS; k++)
    {
      if (!dz_section_grid_has_kind (self, dz_roles_nth (k)))
        continue;
      for (guint i = 0; i < n; i++)
        attach_role (self, GTK_GRID (grid), g_ptr_array_index (self->reports, from + i),
                     dz_roles_nth (k), (int) i, row);
      row += 2;
    }

  return grid;
}

static void
scrolled_cb (DzSectionGrid *self)
{
  g_signal_emit (self, signals[MOVED], 0);
}

static GtkWidget *
make_scroll (DzSectionGrid *self,
             GtkWidget     *child)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), child);
  gtk_widget_set_hexpand (scroll, TRUE);
  gtk_widget_set_vexpand (scroll, TRUE);
  g_ptr_array_add (self->scrolls, scroll);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroll)), "value-changed",
                           G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);

  return scroll;
}

static void
go_now (DzSectionGrid *self)
{
  double top, y;
  DzPassageView *passage = dz_lines_find (self->lines, self->going_report, self->going_to.start, &top);

  self->going = FALSE;
  dz_lines_clear (self->lines);
  if (passage != NULL && dz_passage_view_get_y (passage, self->going_to.start, &y))
    dz_lines_scroll_to (GTK_WIDGET (passage), y - (self->going_to.end > self->going_to.start ? ROOM_ABOVE : 0));
}

static void
dz_section_grid_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  if (child != NULL)
    gtk_widget_measure (child, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

/* The columns are laid out anew: the lines that were looked at stay where they were. */
static void
dz_section_grid_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  DzSectionGrid *self = DZ_SECTION_GRID (widget);
  GtkWidget *child = adw_bin_get_child (ADW_BIN (self));

  if (child == NULL)
    return;
  if (dz_lines_is_empty (self->lines) && width != self->width && self->width > 0)
    dz_lines_take (self->lines, self->wanted_report, self->wanted);
  self->width = width;
  gtk_widget_allocate (child, width, height, baseline, NULL);
  if (!self->going && dz_lines_is_empty (self->lines))
    return;
  if (self->going)
    go_now (self);
  else
    dz_lines_keep (self->lines);
  /* what was scrolled by that is to have its place in this very frame */
  gtk_widget_queue_allocate (child);
  gtk_widget_allocate (child, width, height, baseline, NULL);
}

static void
dz_section_grid_dispose (GObject *object)
{
  DzSectionGrid *self = DZ_SECTION_GRID (object);

  g_clear_weak_pointer (&self->focus_before);
  g_clear_object (&self->session);
  g_clear_pointer (&self->codebook, dz_codebook_unref);
  g_clear_pointer (&self->lines, dz_lines_free);
  g_clear_pointer (&self->written, g_array_unref);
  g_clear_pointer (&self->reports, g_ptr_array_unref);
  g_clear_pointer (&self->passages, g_ptr_array_unref);
  g_clear_pointer (&self->scrolls, g_ptr_array_unref);

  G_OBJECT_CLASS (dz_section_grid_parent_class)->dispose (object);
}

static void
dz_section_grid_class_init (DzSectionGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dz_section_grid_dispose;
  GTK_WIDGET_CLASS (klass)->measure = dz_section_grid_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = dz_section_grid_size_allocate;

  signals[PASSAGE_SELECTED] = g_signal_new ("passage-selected", DZ_TYPE_SECTION_GRID,
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                            DZ_TYPE_PASSAGE_VIEW);
  /* what is in sight, or what is chosen, may be another */
  signals[MOVED] = g_signal_new ("moved", DZ_TYPE_SECTION_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dz_section_grid_init (DzSectionGrid *self)
{
  /* it would allocate in our place, and we have to know before and after */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  self->reports = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_report_unref);
  self->passages = g_ptr_array_new ();
  self->written = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->lines = dz_lines_new (self->passages);
  self->scrolls = g_ptr_array_new ();
}

/* The same columns with the same text: only what was found in them may be another. */
static gboolean
take_newer (DzSectionGrid *self,
            DzSession     *session,
            GPtrArray     *reports,
            gboolean       together)
{
  if (self->codebook != dz_session_get_codebook (session) || self->together != together || self->reordered ||
      self->reports->len != reports->len)
    return FALSE;
  for (guint i = 0; i < reports->len; i++)
    if (!dz_roles_are_same (g_ptr_array_index (self->reports, i), g_ptr_array_index (reports, i)))
      return FALSE;
  for (guint i = 0; i < self->passages->len; i++)
    for (guint k = 0; k < reports->len; k++)
      if (dz_passage_view_get_report (g_ptr_array_index (self->passages, i)) ==
          g_ptr_array_index (self->reports, k))
        {
          dz_passage_view_set_report (g_ptr_array_index (self->passages, i), g_ptr_array_index (reports, k));
          break;
        }
  for (guint k = 0; k < reports->len; k++)
    {
      dz_report_unref (g_ptr_array_index (self->reports, k));
      self->reports->pdata[k] = dz_report_ref (g_ptr_array_index (reports, k));
    }

  return TRUE;
}

/* The whole text, headings and all. */
static GtkWidget *
make_written (DzSectionGrid *self,
              DzReport      *report)
{
  DzSpan all = { 0, (guint) dz_text_get_length (report->text) };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *name = gtk_label_new (_("As Written"));

  gtk_widget_add_css_class (box, "dz-reading");
  gtk_widget_add_css_class (bar, "dz-role-bar");
  gtk_widget_add_css_class (name, "heading");
  gtk_box_append (GTK_BOX (bar), name);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), make_passage (self, report, all));

  return box;
}

/* How many columns from @from on line up with each other. */
static guint
count_lined_up (DzSectionGrid *self,
                guint          from)
{
  guint n = 0;

  while (from + n < self->reports->len &&
         !dz_section_grid_is_written (self, ((DzReport *) g_ptr_array_index (self->reports, from + n))->id))
    n++;

  return self->together ? n : MIN (n, 1);
}

static GtkWidget *
make_columns (DzSectionGrid *self)
{
  GtkWidget *row = dz_column_row_new ();

  for (guint i = 0, n; i < self->reports->len; i += n)
    {
      guint lined_up = count_lined_up (self, i);
      GtkWidget *scroll = make_scroll (self, lined_up > 0 ? make_grid (self, i, lined_up)
                                                          : make_written (self, g_ptr_array_index (self->reports, i)));

      n = MAX (lined_up, 1);
      if (i > 0)
        gtk_widget_add_css_class (scroll, "dz-divided");
      dz_column_row_add (row, scroll, n);
    }

  return row;
}

/**
 * dz_section_grid_set_reports:
 * @reports: (element-type DzReport): a column each
 * @together: whether the columns scroll together, lined up at the roles
 *
 * What is read stays where it is: the lines in sight, what is chosen, and, where the columns are
 * the same as before, what is selected in them.
 */
void
dz_section_grid_set_reports (DzSectionGrid *self,
                             DzSession     *session,
                             GPtrArray     *reports,
                             gboolean       together)
{
  g_return_if_fail (DZ_IS_SECTION_GRID (self));

  g_set_object (&self->session, session);
  if (take_newer (self, session, reports, together))
    return;
  dz_lines_take (self->lines, self->wanted_report, self->wanted);
  g_clear_pointer (&self->codebook, dz_codebook_unref);
  self->codebook = dz_codebook_ref (dz_session_get_codebook (session));
  self->together = together;
  self->reordered = FALSE;
  g_ptr_array_set_size (self->reports, 0);
  g_ptr_array_set_size (self->passages, 0);
  g_ptr_array_set_size (self->scrolls, 0);
  memset (self->bars, 0, sizeof self->bars);
  for (guint i = 0; i < reports->len; i++)
    g_ptr_array_add (self->reports, dz_report_ref (g_ptr_array_index (reports, i)));
  adw_bin_set_child (ADW_BIN (self), make_columns (self));
  for (guint i = 0; i < self->passages->len; i++)
    dz_passage_view_set_focus_code (g_ptr_array_index (self->passages, i), self->focus_code, self->focus_indicator);
  dz_section_grid_choose (self, self->wanted_report, self->wanted);
}

/**
 * dz_section_grid_set_written:
 * @written: whether the report stands as it was written, in a column that scrolls by itself; told
 *   before the columns are set
 */
void
dz_section_grid_set_written (DzSectionGrid *self,
                             gint64         report_id,
                             gboolean       written)
{
  g_return_if_fail (DZ_IS_SECTION_GRID (self));

  if (dz_section_grid_is_written (self, report_id) == written)
    return;
  self->reordered = TRUE;
  if (written)
    g_array_append_val (self->written, report_id);
  for (guint i = self->written->len; i > 0 && !written; i--)
    if (g_array_index (self->written, gint64, i - 1) == report_id)
      g_array_remove_index (self->written, i - 1);
}

gboolean
dz_section_grid_is_written (DzSectionGrid *self,
                            gint64         report_id)
{
  g_return_val_if_fail (DZ_IS_SECTION_GRID (self), FALSE);

  for (guint i = 0; i < self->written->len; i++)
    if (g_array_index (self->written, gint64, i) == report_id)
      return TRUE;

  return FALSE;
}

gboolean
dz_section_grid_has_kind (DzSectionGrid *self,
                          DzSectionKind  kind)
{
  g_return_val_if_fail (DZ_IS_SECTION_GRID (self), FALSE);

  for (guint i = 0; i < self->reports->len; i++)
    if (dz_roles_report_has (g_ptr_array_index (self->reports, i), kind))
      return TRUE;

  return FALSE;
}

static gboolean
focus_cb (gpointer data)
{
  DzSectionGrid *self = data;

  /* Enter in the search goes from hit to hit */
  if (dz_sight_is_typing (GTK_WIDGET (self), self->focus_before))
    return G_SOURCE_REMOVE;
  for (guint i = 0; i < self->passages->len; i++)
    {
      DzPassageView *passage = g_ptr_array_index (self->passages, i);
      DzSpan shown = dz_passage_view_get_span (passage);

      if (dz_passage_view_get_report (passage)->id != self->focus_report || shown.end <= self->focus_offset)
        continue;
      gtk_widget_grab_focus (GTK_WIDGET (passage));
      break;
    }

  return G_SOURCE_REMOVE;
}

/**
 * dz_section_grid_focus:
 * @offset: a byte of the report's text, 0: its beginning
 *
 * Gives the passage there the focus, once it is on screen: the arrow keys read on from it. An entry that has it keeps it.
 */
void
dz_section_grid_focus (DzSectionGrid *self,
                       gint64         report_id,
                       gsize          offset)
{
  g_return_if_fail (DZ_IS_SECTION_GRID (self));

  self->focus_report = report_id;
  self->focus_offset = offset;
  g_set_weak_pointer (&self->focus_before, dz_sight_get_focus (GTK_WIDGET (self)));
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, focus_cb, g_object_ref (self), g_object_unref);
}

/**
 * dz_section_grid_go_to_kind:
 *
 * Scrolls to a role, in every column.
 */
void
dz_section_grid_go_to_kind (DzSectionGrid *self,
                            DzSectionKind  kind)
{
  g_autoptr(GPtrArray) gone = g_ptr_array_new ();
  double y;

  g_return_if_fail (DZ_IS_SECTION_GRID (self));

  if (self->bars[kind] != NULL)
    {
      dz_lines_scroll_to (self->bars[kind], 0);
      g_ptr_array_add (gone, gtk_widget_get_ancestor (self->bars[kind], GTK_TYPE_VIEWPORT));
    }
  for (guint i = 0; i < self->passages->len; i++)
    {
      GtkWidget *passage = g_ptr_array_index (self->passages, i);
      GtkWidget *viewport = gtk_widget_get_ancestor (passage, GTK_TYPE_VIEWPORT);

      if (g_ptr_array_find (gone, viewport, NULL) || !dz_lines_find_kind (DZ_PASSAGE_VIEW (passage), kind, &y))
        continue;
      dz_lines_scroll_to (passage, y - 28);
      g_ptr_array_add (gone, viewport);
    }
}

static void
go_to (DzSectionGrid *self,
       gint64         report_id,
       DzSpan         span)
{
  double top;

  self->going_report = report_id;
  self->going_to = span;
  self->going = TRUE;
  if (dz_lines_find (self->lines, report_id, span.start, &top) != NULL)
    go_now (self);
}

/**
 * dz_section_grid_go_to_span:
 *
 * Chooses @span of a report and scrolls to it, once the columns have their size.
 */
void
dz_section_grid_go_to_span (DzSectionGrid *self,
                            gint64         report_id,
                            DzSpan         span)
{
  g_return_if_fail (DZ_IS_SECTION_GRID (self));

  dz_section_grid_choose (self, report_id, span);
  go_to (self, report_id, span);
}

/**
 * dz_section_grid_go_to_line:
 * @offset: a byte of the report's text
 *
 * Scrolls until its line is the first, once the columns have their size. What is chosen stays so.
 */
void
dz_section_grid_go_to_line (DzSectionGrid *self,
                            gint64         report_id,
                            gsize          offset)
{
  g_return_if_fail (DZ_IS_SECTION_GRID (self));

  go_to (self, report_id, (DzSpan){ offset, offset });
}

/**
 * dz_section_grid_get_line:
 * @offset: (out): where the first line begins that is in sight, or shortly after
 *
 * Returns: the number of its report, 0 while nothing is on screen
 */
gint64
dz_section_grid_get_line (DzSectionGrid *self,
                          gsize         *offset)
{
  g_autoptr(DzLines) lines = dz_lines_new (self->passages);

  g_return_val_if_fail (DZ_IS_SECTION_GRID (self), 0);

  dz_lines_take (lines, 0, DZ_SPAN_NONE);

  return dz_lines_get_first (lines, offset);
}

/**
 * dz_section_grid_get_chosen:
 * @span: (out): the chosen passage
 *
 * Returns: the number of its report, 0: nothing is chosen
 */
gint64
dz_section_grid_get_chosen (DzSectionGrid *self,
                            DzSpan        *span)
{
  g_return_val_if_fail (DZ_IS_SECTION_GRID (self), 0);

  *span = self->wanted;

  return self->wanted_report;
}

/**
 * dz_section_grid_get_seen:
 * @span: (out): the chosen passage where it is in sight, else a character of the first line that is
 *
 * Returns: (transfer none) (nullable): its report, %NULL while nothing is on screen
 */
DzReport *
dz_section_grid_get_seen (DzSectionGrid *self,
                          DzSpan        *span)
{
  g_autoptr(DzLines) lines = dz_lines_new (self->passages);
  gsize offset = 0;
  gint64 id;

  g_return_val_if_fail (DZ_IS_SECTION_GRID (self), NULL);

  dz_lines_take (lines, self->wanted_report, self->wanted);
  id = dz_lines_get_first (lines, &offset);
  *span = id == self->wanted_report && offset == self->wanted.start ? self->wanted : (DzSpan){ offset, offset };
  for (guint i = 0; i < self->reports->len; i++)
    if (((DzReport *) g_ptr_array_index (self->reports, i))->id == id)
      return g_ptr_array_index (self->reports, i);

  return NULL;
}

static gboolean
is_chosen (DzSectionGrid *self,
           DzSpan         span)
{
  return span.start == self->wanted.start && span.end == self->wanted.end;
}

/**
 * dz_section_grid_show_evidence:
 *
 * Shows the chosen figure or weakness as evidence; nothing chosen, nothing happens.
 */
void
dz_section_grid_show_evidence (DzSectionGrid *self)
{
  g_return_if_fail (DZ_IS_SECTION_GRID (self));

  for (guint i = 0; i < self->reports->len; i++)
    {
      DzReport *report = g_ptr_array_index (self->reports, i);

      if (report->id != self->wanted_report)
        continue;
      for (guint k = 0; k < report->weaknesses->len; k++)
        if (is_chosen (self, g_array_index (report->weaknesses, DzWeakness, k).span))
          {
            dz_session_show_weakness (self->session, report, k);
            return;
          }
      for (guint k = 0; k < report->figures->len; k++)
        if (is_chosen (self, g_array_index (report->figures, DzFigure, k).span))
          {
            dz_session_show_figure (self->session, report, k);
            return;
          }
    }
}

/**
 * dz_section_grid_focus_code:
 * @code: (nullable): interned: its passages are shown, others dimmed
 * @indicator: (nullable): interned: likewise its figures
 *
 * Returns: (transfer full) (element-type DzCodeAside): the reports whose passage could not be shown with the others'
 */
GArray *
dz_section_grid_focus_code (DzSectionGrid *self,
                            const char    *code,
                            const char    *indicator)
{
  g_return_val_if_fail (DZ_IS_SECTION_GRID (self), NULL);

  self->focus_code = code;
  self->focus_indicator = indicator;
  for (guint i = 0; i < self->passages->len; i++)
    dz_passage_view_set_focus_code (g_ptr_array_index (self->passages, i), code, indicator);

  return dz_code_jump (self->passages, code, indicator);
}

/**
 * dz_section_grid_step:
 * @by: 1: the next weakness (of the code in focus, if there is one; of the indicator in focus the next figure),
 *   -1: the one before
 *
 * Goes to it, with the keyboard, and shows it as evidence; round at the ends.
 *
 * Returns: %FALSE if there is none
 */
gboolean
dz_section_grid_step (DzSectionGrid *self,
                      int            by)
{
  g_autoptr(GArray) places = NULL;
  const DzStop *place;
  int at = -1;

  g_return_val_if_fail (DZ_IS_SECTION_GRID (self), FALSE);

  places = dz_stops_list (self->passages, self->focus_code, self->focus_indicator);
  if (places->len == 0)
    return FALSE;
  for (guint i = 0; i < places->len && at < 0; i++)
    {
      place = &g_array_index (places, DzStop, i);
      if (place->report->id == self->wanted_report && is_chosen (self, place->span))
        at = (int) i;
    }
  if (at < 0)
    at = by > 0 ? -1 : (int) places->len;
  place = &g_array_index (places, DzStop, (at + by + (int) places->len) % (int) places->len);
  if (self->focus_indicator != NULL)
    dz_session_show_figure (self->session, place->report, place->index);
  else
    dz_session_show_weakness (self->session, place->report, place->index);
  dz_section_grid_go_to_span (self, place->report->id, place->span);
  dz_section_grid_focus (self, place->report->id, place->span.start);

  return TRUE;
}

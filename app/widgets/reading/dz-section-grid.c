/* dz-section-grid.c - reports in columns that line up at the section roles
 *
 * A grid row a role: the tallest column sets its height, so the roles line up
 * and everything scrolls together. With the columns apart, each has a scrolled
 * window of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-section-grid.h"

#include "dz-passage-view.h"
#include "dz-quotation.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The order is the county's, not that of the reports. */
static const DzSectionKind kind_order[] = {
  DZ_SECTION_OPENING,  DZ_SECTION_ACHIEVEMENTS, DZ_SECTION_PRINCIPAL_DUTY, DZ_SECTION_LAST_YEAR,
  DZ_SECTION_PROBLEMS, DZ_SECTION_MERGED,       DZ_SECTION_CAUSES,         DZ_SECTION_PLAN,
  DZ_SECTION_OTHER,    DZ_SECTION_CLOSING,
};

/* What a role is called where it is missing, and the words that speak of it elsewhere. */
static const struct
{
  DzSectionKind kind;
  const char *word;
} traces[] = {
  { DZ_SECTION_PROBLEMS, "不足" }, { DZ_SECTION_CAUSES, "由于" }, { DZ_SECTION_PLAN, "下一步" },
  { DZ_SECTION_PRINCIPAL_DUTY, "第一责任人" }, { DZ_SECTION_LAST_YEAR, "整改" },
};

typedef struct
{
  DzReport *report; /* borrowed */
  guint index;      /* into its weaknesses */
} Place;

struct _DzSectionGrid
{
  AdwBin parent_instance;

  DzSession *session;
  GPtrArray *reports;  /* DzReport */
  GPtrArray *passages; /* borrowed DzPassageView */
  GPtrArray *scrolls;  /* borrowed GtkScrolledWindow: one, or one a column */
  GtkWidget *bars[DZ_N_SECTION_KINDS]; /* borrowed: role bar of the first column */
  guint idle;
  gint64 wanted_report;
  DzSpan wanted;
  const char *focus_code; /* (nullable): interned */
};

enum
{
  PASSAGE_SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DzSectionGrid, dz_section_grid, ADW_TYPE_BIN)

static void
figure_clicked_cb (DzPassageView *passage,
                   guint          index,
                   DzSectionGrid *self)
{
  dz_session_show_figure (self->session, dz_passage_view_get_report (passage), index);
}

static void
weakness_clicked_cb (DzPassageView *passage,
                     guint          index,
                     DzSectionGrid *self)
{
  dz_session_show_weakness (self->session, dz_passage_view_get_report (passage), index);
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

static gboolean
has_kind (DzReport      *report,
          DzSectionKind  kind)
{
  for (guint i = 0; i < report->sections->len; i++)
    if (g_array_index (report->sections, DzSection, i).kind == kind)
      return TRUE;

  return FALSE;
}

static GtkWidget *
make_bar (DzReport      *report,
          DzSectionKind  kind)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = gtk_label_new (dz_section_kind_title (kind));
  g_autofree char *heading = NULL;

  gtk_widget_add_css_class (bar, "dz-role-bar");
  gtk_widget_add_css_class (name, "heading");
  gtk_box_append (GTK_BOX (bar), name);
  for (guint i = 0; i < report->sections->len && heading == NULL; i++)
    {
      const DzSection *section = &g_array_index (report->sections, DzSection, i);

      if (section->kind == kind && !dz_span_is_empty (section->heading))
        heading = dz_text_dup_span (report->text, section->heading);
    }
  if (heading != NULL)
    {
      GtkWidget *label = gtk_label_new (g_strstrip (g_strdelimit (heading, "\n#*", ' ')));

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_set_tooltip_text (label, heading);
      gtk_widget_add_css_class (label, "dz-secondary");
      gtk_box_append (GTK_BOX (bar), label);
    }

  return bar;
}

static guint
count_traces (DzReport      *report,
              DzSectionKind  kind)
{
  const char *text = dz_text_peek (report->text, NULL);
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (traces); i++)
    if (traces[i].kind == kind)
      for (const char *p = strstr (text, traces[i].word); p != NULL; p = strstr (p + 1, traces[i].word))
        n++;

  return n;
}

static void
trace_clicked_cb (GtkButton     *button,
                  DzSectionGrid *self)
{
  DzReport *report = g_object_get_data (G_OBJECT (button), "dz-report");
  DzSectionKind kind = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "dz-kind"));
  const char *text = dz_text_peek (report->text, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (traces); i++)
    if (traces[i].kind == kind)
      {
        const char *found = strstr (text, traces[i].word);

        if (found != NULL)
          dz_section_grid_go_to_span (self, report->id,
                                      (DzSpan){ (gsize) (found - text),
                                                (gsize) (found - text) + strlen (traces[i].word) });
      }
}

/* A role this report does not have, while another on screen does. */
static GtkWidget *
make_gap (DzSectionGrid *self,
          DzReport      *report,
          DzSectionKind  kind)
{
  GtkWidget *gap = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *what = g_strdup_printf (_("No section of its own for “%s”"),
                                           dz_section_kind_title (kind));
  GtkWidget *label = gtk_label_new (what);
  guint n = count_traces (report, kind);

  gtk_widget_add_css_class (gap, "dz-hatched");
  gtk_widget_set_size_request (gap, -1, 120);
  gtk_widget_set_vexpand (inner, TRUE);
  gtk_widget_set_valign (inner, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (inner, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (inner, "dz-gap-note");
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (inner), label);
  if (n > 0)
    {
      g_autofree char *words = g_strdup_printf (ngettext ("The text speaks of it %u time",
                                                          "The text speaks of it %u times", n), n);
      GtkWidget *button = gtk_button_new_with_label (words);

      gtk_widget_add_css_class (button, "flat");
      g_object_set_data_full (G_OBJECT (button), "dz-report", dz_report_ref (report),
                              (GDestroyNotify) dz_report_unref);
      g_object_set_data (G_OBJECT (button), "dz-kind", GINT_TO_POINTER (kind));
      g_signal_connect (button, "clicked", G_CALLBACK (trace_clicked_cb), self);
      gtk_box_append (GTK_BOX (inner), button);
    }
  gtk_box_append (GTK_BOX (gap), inner);

  return gap;
}

static DzSpan
body_of (const DzSection *section)
{
  DzSpan span = section->span;

  if (!dz_span_is_empty (section->heading) && section->heading.end <= span.end &&
      section->heading.start >= span.start)
    span.start = section->heading.end;

  return span;
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
      GtkWidget *passage;

      if (section->kind != kind || dz_span_is_empty (section->span))
        continue;
      passage = dz_passage_view_new (report, dz_session_get_codebook (self->session),
                                     body_of (section));
      g_signal_connect (passage, "figure-clicked", G_CALLBACK (figure_clicked_cb), self);
      g_signal_connect (passage, "weakness-clicked", G_CALLBACK (weakness_clicked_cb), self);
      g_signal_connect (passage, "selected", G_CALLBACK (selected_cb), self);
      g_ptr_array_add (self->passages, passage);
      gtk_box_append (GTK_BOX (box), passage);
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
  GtkWidget *bar = make_bar (report, kind);
  GtkWidget *cell = has_kind (report, kind) ? make_cell (self, report, kind)
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
  for (guint k = 0; k < G_N_ELEMENTS (kind_order); k++)
    {
      if (!dz_section_grid_has_kind (self, kind_order[k]))
        continue;
      for (guint i = 0; i < n; i++)
        attach_role (self, GTK_GRID (grid), g_ptr_array_index (self->reports, from + i),
                     kind_order[k], (int) i, row);
      row += 2;
    }

  return grid;
}

static GtkWidget *
make_scroll (DzSectionGrid *self,
             GtkWidget     *child)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), child);
  gtk_widget_set_hexpand (scroll, TRUE);
  gtk_widget_set_vexpand (scroll, TRUE);
  g_ptr_array_add (self->scrolls, scroll);

  return scroll;
}

static void
dz_section_grid_dispose (GObject *object)
{
  DzSectionGrid *self = DZ_SECTION_GRID (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->session);
  g_clear_pointer (&self->reports, g_ptr_array_unref);
  g_clear_pointer (&self->passages, g_ptr_array_unref);
  g_clear_pointer (&self->scrolls, g_ptr_array_unref);

  G_OBJECT_CLASS (dz_section_grid_parent_class)->dispose (object);
}

static void
dz_section_grid_class_init (DzSectionGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dz_section_grid_dispose;

  signals[PASSAGE_SELECTED] = g_signal_new ("passage-selected", DZ_TYPE_SECTION_GRID,
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                            DZ_TYPE_PASSAGE_VIEW);
}

static void
dz_section_grid_init (DzSectionGrid *self)
{
  self->reports = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_report_unref);
  self->passages = g_ptr_array_new ();
  self->scrolls = g_ptr_array_new ();
}

GtkWidget *
dz_section_grid_new (void)
{
  return g_object_new (DZ_TYPE_SECTION_GRID, NULL);
}

/**
 * dz_section_grid_set_reports:
 * @reports: (element-type DzReport): a column each
 * @together: whether the columns scroll together, lined up at the roles
 */
void
dz_section_grid_set_reports (DzSectionGrid *self,
                             DzSession     *session,
                             GPtrArray     *reports,
                             gboolean       together)
{
  g_return_if_fail (DZ_IS_SECTION_GRID (self));

  g_set_object (&self->session, session);
  g_ptr_array_set_size (self->reports, 0);
  g_ptr_array_set_size (self->passages, 0);
  g_ptr_array_set_size (self->scrolls, 0);
  memset (self->bars, 0, sizeof self->bars);
  for (guint i = 0; i < reports->len; i++)
    g_ptr_array_add (self->reports, dz_report_ref (g_ptr_array_index (reports, i)));
  if (together || reports->len < 2)
    adw_bin_set_child (ADW_BIN (self), make_scroll (self, make_grid (self, 0, reports->len)));
  else
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
      for (guint i = 0; i < reports->len; i++)
        {
          GtkWidget *scroll = make_scroll (self, make_grid (self, i, 1));

          if (i > 0)
            gtk_widget_add_css_class (scroll, "dz-divided");
          gtk_box_append (GTK_BOX (box), scroll);
        }
      adw_bin_set_child (ADW_BIN (self), box);
    }
}

gboolean
dz_section_grid_has_kind (DzSectionGrid *self,
                          DzSectionKind  kind)
{
  g_return_val_if_fail (DZ_IS_SECTION_GRID (self), FALSE);

  for (guint i = 0; i < self->reports->len; i++)
    if (has_kind (g_ptr_array_index (self->reports, i), kind))
      return TRUE;

  return FALSE;
}

/* Scrolls the window round @widget so that @y of it stands near the top. */
static void
scroll_to (GtkWidget *widget,
           double     y)
{
  GtkWidget *scroll = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *viewport = scroll != NULL ? gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroll)) : NULL;
  GtkAdjustment *adjustment;
  double x, top;

  if (viewport == NULL)
    return;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroll));
  if (!gtk_widget_translate_coordinates (widget, viewport, 0, y, &x, &top))
    return;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + top);
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
  g_return_if_fail (DZ_IS_SECTION_GRID (self));

  if (self->bars[kind] != NULL && self->scrolls->len == 1)
    {
      scroll_to (self->bars[kind], 0);
      return;
    }
  for (guint i = 0; i < self->passages->len; i++)
    {
      DzPassageView *passage = g_ptr_array_index (self->passages, i);
      const DzSection *section = dz_report_section_at (dz_passage_view_get_report (passage),
                                                       dz_passage_view_get_span (passage).start);

      if (section != NULL && section->kind == kind)
        scroll_to (GTK_WIDGET (passage), -28);
    }
}

static gboolean
go_idle_cb (gpointer user_data)
{
  DzSectionGrid *self = user_data;

  self->idle = 0;
  for (guint i = 0; i < self->passages->len; i++)
    {
      DzPassageView *passage = g_ptr_array_index (self->passages, i);
      double y;

      if (dz_passage_view_get_report (passage)->id != self->wanted_report)
        continue;
      dz_passage_view_highlight (passage, self->wanted);
      if (dz_passage_view_get_y (passage, self->wanted.start, &y))
        scroll_to (GTK_WIDGET (passage), y - 90);
    }

  return G_SOURCE_REMOVE;
}

/**
 * dz_section_grid_go_to_span:
 *
 * Scrolls to @span of a report and highlights it, once the columns have their size.
 */
void
dz_section_grid_go_to_span (DzSectionGrid *self,
                            gint64         report_id,
                            DzSpan         span)
{
  g_return_if_fail (DZ_IS_SECTION_GRID (self));

  for (guint i = 0; i < self->passages->len; i++)
    dz_passage_view_highlight (g_ptr_array_index (self->passages, i), DZ_SPAN_NONE);
  self->wanted_report = report_id;
  self->wanted = span;
  if (self->idle == 0)
    self->idle = g_timeout_add (60, go_idle_cb, self);
}

static gboolean
names_code (DzPassageView *passage,
            const char    *code,
            gsize         *offset)
{
  DzReport *report = dz_passage_view_get_report (passage);

  for (guint i = 0; i < report->weaknesses->len; i++)
    {
      const DzWeakness *weakness = &g_array_index (report->weaknesses, DzWeakness, i);

      if (dz_weakness_counts (weakness) && weakness->code == code &&
          dz_span_overlaps (weakness->span, dz_passage_view_get_span (passage)))
        {
          *offset = MAX (weakness->span.start, dz_passage_view_get_span (passage).start);
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * dz_section_grid_focus_code:
 * @code: (nullable): interned: its passages are shown, others dimmed
 */
void
dz_section_grid_focus_code (DzSectionGrid *self,
                            const char    *code)
{
  gboolean gone = FALSE;

  g_return_if_fail (DZ_IS_SECTION_GRID (self));

  self->focus_code = code;
  for (guint i = 0; i < self->passages->len; i++)
    {
      DzPassageView *passage = g_ptr_array_index (self->passages, i);
      gsize offset;
      double y;

      dz_passage_view_set_focus_code (passage, code);
      if (code != NULL && (!gone || self->scrolls->len > 1) && names_code (passage, code, &offset) &&
          dz_passage_view_get_y (passage, offset, &y))
        {
          scroll_to (GTK_WIDGET (passage), y - 90);
          gone = TRUE;
        }
    }
}

/* The weaknesses in the order they are read: role by role, column by column. */
static GArray *
list_places (DzSectionGrid *self)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; i < self->passages->len; i++)
    {
      DzPassageView *passage = g_ptr_array_index (self->passages, i);
      DzReport *report = dz_passage_view_get_report (passage);
      DzSpan shown = dz_passage_view_get_span (passage);

      for (guint k = 0; k < report->weaknesses->len; k++)
        {
          const DzWeakness *weakness = &g_array_index (report->weaknesses, DzWeakness, k);
          Place place = { report, k };

          if (dz_weakness_counts (weakness) && weakness->span.start >= shown.start &&
              weakness->span.start < shown.end &&
              (self->focus_code == NULL || weakness->code == self->focus_code))
            g_array_append_val (places, place);
        }
    }

  return places;
}

/**
 * dz_section_grid_step:
 * @by: 1: the next weakness (of the code in focus, if there is one), -1: the one before
 *
 * Goes to it and shows it as evidence; round at the ends.
 *
 * Returns: %FALSE if there is none
 */
gboolean
dz_section_grid_step (DzSectionGrid *self,
                      int            by)
{
  g_autoptr(GArray) places = NULL;
  const DzWeakness *weakness;
  const Place *place;
  int at = -1;

  g_return_val_if_fail (DZ_IS_SECTION_GRID (self), FALSE);

  places = list_places (self);
  if (places->len == 0)
    return FALSE;
  for (guint i = 0; i < places->len && at < 0; i++)
    {
      place = &g_array_index (places, Place, i);
      weakness = &g_array_index (place->report->weaknesses, DzWeakness, place->index);
      if (place->report->id == self->wanted_report && weakness->span.start == self->wanted.start &&
          weakness->span.end == self->wanted.end)
        at = (int) i;
    }
  if (at < 0)
    at = by > 0 ? -1 : (int) places->len;
  place = &g_array_index (places, Place, (at + by + (int) places->len) % (int) places->len);
  weakness = &g_array_index (place->report->weaknesses, DzWeakness, place->index);
  dz_session_show_weakness (self->session, place->report, place->index);
  dz_section_grid_go_to_span (self, place->report->id, weakness->span);

  return TRUE;
}

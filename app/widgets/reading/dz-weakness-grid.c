/* dz-weakness-grid.c - rows codes, columns reports, cells the townships' own sentences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-weakness-grid.h"

#include "dz-quotation.h"
#include "dz-text-scale.h"
#include "dz-theme.h"

#include <glib/gi18n-lib.h>

#define NAME_WIDTH 164

struct _DzWeaknessGrid
{
  AdwBin parent_instance;

  DzSession *session;
  DzWeaknessTable *table;
};

G_DEFINE_FINAL_TYPE (DzWeaknessGrid, dz_weakness_grid, ADW_TYPE_BIN)

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
edge_draw_cb (GtkDrawingArea *area,
              cairo_t        *cr,
              int             width,
              int             height,
              gpointer        user_data)
{
  DzThemePaint colours;

  dz_theme_get_paint (user_data, dz_theme_is_dark (), &colours);
  gdk_cairo_set_source_rgba (cr, &colours.solid);
  cairo_paint (cr);
}

static GtkWidget *
make_edge (const char *theme)
{
  GtkWidget *edge = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (edge), 4);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (edge), edge_draw_cb, (gpointer) theme, NULL);

  return edge;
}

static GtkWidget *
make_name_cell (DzWeaknessGrid *self,
                DzWeaknessRow  *row,
                guint           n_columns)
{
  const DzEntry *entry = dz_weakness_row_get_entry (row);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *count = g_strdup_printf (_("%u of %u"), dz_weakness_row_get_count (row), n_columns);
  g_autofree char *theme_id = g_strconcat ("w:", entry->theme, NULL);

  gtk_box_append (GTK_BOX (box), make_edge (entry->theme));
  gtk_box_append (GTK_BOX (words), make_label (entry->name, "heading"));
  gtk_box_append (GTK_BOX (words),
                  make_label (dz_codebook_name (dz_session_get_codebook (self->session),
                                                DZ_ENTRY_THEME, theme_id), "dz-secondary"));
  gtk_box_append (GTK_BOX (words), make_label (count, "dz-secondary"));
  gtk_box_append (GTK_BOX (box), words);
  dz_text_scale_request (box, NAME_WIDTH, -1);
  gtk_widget_add_css_class (box, "dz-grid-cell");

  return box;
}

static void
cell_released_cb (GtkGestureClick *click,
                  int              n_press,
                  double           x,
                  double           y,
                  DzWeaknessGrid  *self)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click));
  DzReport *report = g_object_get_data (G_OBJECT (cell), "dz-report");
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (cell), "dz-index"));

  if (n_press == 2)
    dz_session_go (self->session, "reading", report->body_id, report->id,
                   g_array_index (report->weaknesses, DzWeakness, index).span);
  else
    dz_session_show_weakness (self->session, report, index);
}

static const char *
grade_class (DzGrade grade)
{
  switch (grade)
    {
    case DZ_GRADE_DIRECT: return "good";
    case DZ_GRADE_PARTIAL: return "info";
    case DZ_GRADE_GENERIC: return "warning";
    case DZ_GRADE_NONE:
    default: return "error";
    }
}

static GtkWidget *
make_pill (const char *text,
           const char *css_class)
{
  GtkWidget *pill = gtk_label_new (text);

  gtk_widget_add_css_class (pill, "dz-pill");
  gtk_widget_add_css_class (pill, css_class);

  return pill;
}

static GtkWidget *
make_pills (DzWeaknessGrid       *self,
            const DzWeaknessCell *cell)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *grade = g_strdup_printf (_("Answer: %s"), dz_grade_title (cell->grade));

  gtk_box_append (GTK_BOX (box), make_pill (grade, grade_class (cell->grade)));
  if (cell->last_year)
    gtk_box_append (GTK_BOX (box), make_pill (_("last year too"), "plain"));
  if (cell->same_as != NULL && cell->same_as->len > 0)
    {
      const DzBody *body = dz_review_find_body (dz_session_get_review (self->session),
                                                g_array_index (cell->same_as, gint64, 0));

      if (body != NULL)
        {
          g_autofree char *same = g_strdup_printf (_("same words as %s"), body->name);

          gtk_box_append (GTK_BOX (box), make_pill (same, "warning"));
        }
    }

  return box;
}

static GtkWidget *
make_cell (DzWeaknessGrid       *self,
           const DzWeaknessCell *cell,
           const char           *theme)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 5);
  const DzWeakness *weakness;
  g_autofree char *words = NULL;
  GtkWidget *label;
  GtkGesture *click;

  gtk_widget_add_css_class (box, "dz-grid-cell");
  gtk_widget_add_css_class (box, "dz-divided");
  gtk_widget_set_hexpand (box, TRUE);
  if (cell->weaknesses == NULL || cell->weaknesses->len == 0)
    {
      gtk_box_append (GTK_BOX (box), make_label (_("none declared"), "dz-secondary"));
      return box;
    }
  weakness = dz_weakness_cell_get (cell, 0);
  words = dz_text_dup_span (cell->report->text, weakness->span);
  label = make_label (g_strdelimit (words, "\n\t", ' '), "dz-sentence");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (label), 4);
  gtk_widget_set_tooltip_text (label, words);
  gtk_widget_add_css_class (label, theme);
  gtk_box_append (GTK_BOX (box), label);
  if (cell->weaknesses->len > 1)
    {
      guint more = cell->weaknesses->len - 1;
      g_autofree char *text = g_strdup_printf (ngettext ("%u more sentence", "%u more sentences", more),
                                               more);

      gtk_box_append (GTK_BOX (box), make_label (text, "dz-secondary"));
    }
  gtk_box_append (GTK_BOX (box), make_pills (self, cell));

  g_object_set_data_full (G_OBJECT (box), "dz-report", dz_report_ref (cell->report),
                          (GDestroyNotify) dz_report_unref);
  g_object_set_data (G_OBJECT (box), "dz-index",
                     GUINT_TO_POINTER (g_array_index (cell->weaknesses, guint, 0)));
  click = gtk_gesture_click_new ();
  g_signal_connect (click, "released", G_CALLBACK (cell_released_cb), self);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_cursor_from_name (box, "pointer");

  return box;
}

static GtkWidget *
make_grid (DzWeaknessGrid *self)
{
  GtkWidget *grid = gtk_grid_new ();
  GListModel *rows = dz_weakness_table_get_rows (self->table);
  guint n_columns = dz_weakness_table_get_n_columns (self->table);

  gtk_widget_add_css_class (grid, "dz-reading");
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(DzWeaknessRow) row = g_list_model_get_item (rows, i);

      gtk_grid_attach (GTK_GRID (grid), make_name_cell (self, row, n_columns), 0, (int) i, 1, 1);
      for (guint k = 0; k < n_columns; k++)
        gtk_grid_attach (GTK_GRID (grid),
                         make_cell (self, dz_weakness_row_get_cell (row, k),
                                    dz_weakness_row_get_entry (row)->theme),
                         (int) k + 1, (int) i, 1, 1);
    }

  return grid;
}

static void
dz_weakness_grid_dispose (GObject *object)
{
  DzWeaknessGrid *self = DZ_WEAKNESS_GRID (object);

  g_clear_object (&self->session);
  g_clear_object (&self->table);

  G_OBJECT_CLASS (dz_weakness_grid_parent_class)->dispose (object);
}

static void
dz_weakness_grid_class_init (DzWeaknessGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dz_weakness_grid_dispose;
}

static void
dz_weakness_grid_init (DzWeaknessGrid *self)
{
}

/**
 * dz_weakness_grid_set_reports:
 * @reports: (element-type DzReport): a column each
 */
void
dz_weakness_grid_set_reports (DzWeaknessGrid *self,
                              DzSession      *session,
                              GPtrArray      *reports,
                              DzWeaknessSort  sort,
                              DzWeaknessShow  show)
{
  g_autofree gint64 *ids = g_new0 (gint64, reports->len + 1);
  GtkWidget *scroll = gtk_scrolled_window_new ();

  g_return_if_fail (DZ_IS_WEAKNESS_GRID (self));

  g_set_object (&self->session, session);
  for (guint i = 0; i < reports->len; i++)
    ids[i] = ((DzReport *) g_ptr_array_index (reports, i))->id;
  g_clear_object (&self->table);
  self->table = dz_weakness_table_new (dz_session_get_review (session),
                                       dz_session_get_codebook (session), ids, reports->len);
  dz_weakness_table_arrange (self->table, sort, show);
  if (g_list_model_get_n_items (dz_weakness_table_get_rows (self->table)) == 0)
    {
      GtkWidget *page = adw_status_page_new ();

      adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "dz-common-symbolic");
      adw_status_page_set_title (ADW_STATUS_PAGE (page),
                                 show == DZ_WEAKNESS_SHOW_SHARED
                                   ? _("These reports share no weakness")
                                   : _("These reports declare no such weakness"));
      adw_bin_set_child (ADW_BIN (self), page);
      return;
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), make_grid (self));
  gtk_widget_set_vexpand (scroll, TRUE);
  adw_bin_set_child (ADW_BIN (self), scroll);
}

/**
 * dz_weakness_grid_dup_table:
 *
 * Returns: (transfer full) (nullable): the table as tab-separated text with sources
 */
char *
dz_weakness_grid_dup_table (DzWeaknessGrid *self)
{
  g_return_val_if_fail (DZ_IS_WEAKNESS_GRID (self), NULL);

  return self->table != NULL ? dz_weakness_table_to_tsv (self->table) : NULL;
}

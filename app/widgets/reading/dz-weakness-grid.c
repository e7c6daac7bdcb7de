/* dz-weakness-grid.c - rows codes, columns reports, cells the townships' own sentences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-weakness-grid.h"

#include "dz-declared.h"
#include "dz-frozen-table.h"
#include "dz-pill.h"
#include "dz-quotation.h"
#include "dz-spoken.h"
#include "dz-text-scale.h"
#include "dz-tip.h"

#include <glib/gi18n-lib.h>

/* Pixels at 100 %. */
#define NAME_WIDTH 164
#define LEAST_COLUMN 170
#define EDGE_WIDTH 4
#define MOST_LINES 4

struct _DzWeaknessGrid
{
  AdwBin parent_instance;

  DzSession *session;
  DzWeaknessTable *table;
  GPtrArray *names;      /* char *: of the columns */
  GtkWidget *scroll;     /* owned by self once it has a table */
  DzFrozenTable *frozen; /* in it */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (DzWeaknessGrid, dz_weakness_grid, ADW_TYPE_BIN)

/* From the top of its cell on. */
static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = dz_quotation_label_new (text, css_class);

  gtk_label_set_yalign (GTK_LABEL (label), 0);

  return label;
}

static GtkWidget *
make_name_cell (DzWeaknessGrid *self,
                DzWeaknessRow  *row,
                guint           n_columns)
{
  const DzEntry *entry = dz_weakness_row_get_entry (row);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *theme_id = g_strconcat ("w:", entry->theme, NULL);
  g_autofree char *count =
    g_strdup_printf (_("%s · %u of %u bodies"),
                     dz_codebook_short_name (dz_session_get_codebook (self->session), DZ_ENTRY_THEME, theme_id),
                     dz_weakness_row_get_count (row), n_columns);

  gtk_box_append (GTK_BOX (box), dz_quotation_edge_new (entry->theme, EDGE_WIDTH));
  gtk_box_append (GTK_BOX (words), make_label (entry->name, "heading"));
  gtk_box_append (GTK_BOX (words), make_label (count, "dz-secondary"));
  gtk_widget_add_css_class (words, "dz-grid-words");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_add_css_class (box, "dz-grid-name");

  return box;
}

/* The cell @cell stands in, and where: its column and row in the table. */
static void
find_place (GtkWidget *cell,
            guint     *column,
            guint     *row)
{
  guint place = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (cell), "dz-place"));

  *column = place % 1000;
  *row = place / 1000;
}

static gboolean
get_weakness (GtkWidget *cell,
              DzReport **report,
              guint     *index)
{
  *report = g_object_get_data (G_OBJECT (cell), "dz-report");
  *index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (cell), "dz-index"));

  return *report != NULL;
}

static void
show_evidence (DzWeaknessGrid *self,
               GtkWidget      *cell)
{
  DzReport *report;
  guint index;

  if (get_weakness (cell, &report, &index))
    dz_session_show_weakness (self->session, report, index);
  else
    dz_session_show_evidence (self->session, NULL, NULL, 0);
}

static void
open_passage (DzWeaknessGrid *self,
              GtkWidget      *cell)
{
  DzReport *report;
  guint index;

  if (get_weakness (cell, &report, &index))
    dz_session_go (self->session, "reading", report->body_id, report->id,
                   g_array_index (report->weaknesses, DzWeakness, index).span);
}

static void
cell_pressed_cb (GtkGestureClick *click,
                 int              n_press,
                 double           x,
                 double           y,
                 DzWeaknessGrid  *self)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click));

  gtk_widget_grab_focus (cell);
  if (n_press == 2)
    open_passage (self, cell);
  else
    show_evidence (self, cell);
}

/* The pane follows where it is open. */
static void
cell_focused_cb (GtkEventControllerFocus *focus,
                 DzWeaknessGrid          *self)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (focus));

  if (dz_session_list_evidence (self->session) != NULL && !self->filling)
    show_evidence (self, cell);
}

static gboolean
move_focus (DzWeaknessGrid *self,
            GtkWidget      *cell,
            int             across,
            int             down)
{
  guint column, row;
  GtkWidget *next;

  find_place (cell, &column, &row);
  if ((int) column + across < 1 || (int) row + down < 1)
    return TRUE;
  next = dz_frozen_table_get (self->frozen, (guint) ((int) column + across), (guint) ((int) row + down));
  if (next != NULL)
    gtk_widget_grab_focus (next);

  return TRUE;
}

static gboolean
cell_key_cb (GtkEventControllerKey *controller,
             guint                  key,
             guint                  code,
             GdkModifierType        state,
             DzWeaknessGrid        *self)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  switch (key)
    {
    case GDK_KEY_Left: return move_focus (self, cell, -1, 0);
    case GDK_KEY_Right: return move_focus (self, cell, 1, 0);
    case GDK_KEY_Up: return move_focus (self, cell, 0, -1);
    case GDK_KEY_Down: return move_focus (self, cell, 0, 1);
    case GDK_KEY_space: show_evidence (self, cell); return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter: open_passage (self, cell); return TRUE;
    default: return FALSE;
    }
}

static GtkWidget *
make_pills (DzWeaknessGrid       *self,
            const DzWeaknessCell *cell)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), dz_pill_new_grade (cell->grade));
  if (cell->last_year)
    gtk_box_append (GTK_BOX (box), dz_pill_new (_("last year too"), "plain"));
  if (cell->same_as != NULL && cell->same_as->len > 0)
    {
      const DzBody *body = dz_review_find_body (dz_session_get_review (self->session),
                                                g_array_index (cell->same_as, gint64, 0));

      if (body != NULL)
        {
          g_autofree char *same = g_strdup_printf (_("same words as %s"), body->name);

          gtk_box_append (GTK_BOX (box), dz_pill_new (same, "warning"));
        }
    }

  return box;
}

/* The township's words over the tint of the theme, at most four lines. */
static GtkWidget *
make_words (const DzWeaknessCell *cell,
            const char           *theme)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *edge = dz_quotation_edge_new (theme, EDGE_WIDTH);
  g_autofree char *words = dz_declared_dup_point (cell->report, dz_weakness_cell_get (cell, 0));
  GtkWidget *label = make_label (words, "dz-sentence");

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (edge), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (label), MOST_LINES);
  gtk_widget_set_hexpand (label, TRUE);
  dz_tip_set (label, words);
  gtk_widget_add_css_class (label, theme);
  gtk_box_append (GTK_BOX (box), edge);
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static void
fill_cell (DzWeaknessGrid       *self,
           GtkWidget            *box,
           const DzWeaknessCell *cell,
           const char           *theme)
{
  gtk_box_append (GTK_BOX (box), make_words (cell, theme));
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
  gtk_widget_set_cursor_from_name (box, "pointer");
}

static void
add_events (DzWeaknessGrid *self,
            GtkWidget      *box)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  /* pressed, not released: the pane that opens may move the cell from under the pointer */
  g_signal_connect (click, "pressed", G_CALLBACK (cell_pressed_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (cell_key_cb), self);
  g_signal_connect (focus, "enter", G_CALLBACK (cell_focused_cb), self);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (box, keys);
  gtk_widget_add_controller (box, focus);
  gtk_widget_set_focusable (box, TRUE);
}

static GtkWidget *
make_cell (DzWeaknessGrid       *self,
           DzWeaknessRow        *row,
           guint                 column)
{
  const DzWeaknessCell *cell = dz_weakness_row_get_cell (row, column);
  const DzEntry *entry = dz_weakness_row_get_entry (row);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 5);
  g_autofree char *spoken = NULL;
  g_autofree char *words = NULL;

  gtk_widget_add_css_class (box, "dz-grid-cell");
  gtk_widget_add_css_class (box, "dz-divided");
  add_events (self, box);
  if (cell->weaknesses == NULL || cell->weaknesses->len == 0)
    {
      GtkWidget *none = make_label (_("none declared"), "dz-secondary");

      gtk_label_set_xalign (GTK_LABEL (none), 0.5);
      gtk_label_set_yalign (GTK_LABEL (none), 0.5);
      gtk_widget_set_vexpand (none, TRUE);
      gtk_box_append (GTK_BOX (box), none);
      words = g_strdup (_("none declared"));
    }
  else
    {
      fill_cell (self, box, cell, entry->theme);
      words = dz_declared_dup_point (cell->report, dz_weakness_cell_get (cell, 0));
    }
  spoken = g_strdup_printf ("%s，%s，%s", (const char *) g_ptr_array_index (self->names, column), entry->name, words);
  dz_spoken_set_name (box, spoken);

  return box;
}

static void
attach_cell (DzFrozenTable *table,
             GtkWidget     *cell,
             guint          column,
             guint          row)
{
  g_object_set_data (G_OBJECT (cell), "dz-place", GUINT_TO_POINTER (row * 1000 + column));
  dz_frozen_table_attach (table, cell, column, row);
}

static GtkWidget *
make_grid (DzWeaknessGrid *self,
           GPtrArray      *heads)
{
  double scale = dz_text_scale (GTK_WIDGET (self));
  GListModel *rows = dz_weakness_table_get_rows (self->table);
  guint n_columns = dz_weakness_table_get_n_columns (self->table);
  guint n_rows = g_list_model_get_n_items (rows);
  GtkWidget *grid = dz_frozen_table_new (n_columns + 1, n_rows + 1, (int) (NAME_WIDTH * scale),
                                         (int) (LEAST_COLUMN * scale));
  GtkWidget *corner = make_label (_("Weakness"), "dz-secondary");

  self->frozen = DZ_FROZEN_TABLE (grid);
  gtk_widget_add_css_class (grid, "dz-reading");
  gtk_widget_add_css_class (corner, "dz-column-head");
  gtk_label_set_yalign (GTK_LABEL (corner), 0.5);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr(DzWeaknessRow) row = g_list_model_get_item (rows, i);

      for (guint k = 0; k < n_columns; k++)
        attach_cell (self->frozen, make_cell (self, row, k), k + 1, i + 1);
    }
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr(DzWeaknessRow) row = g_list_model_get_item (rows, i);

      attach_cell (self->frozen, make_name_cell (self, row, n_columns), 0, i + 1);
    }
  for (guint k = 0; k < n_columns; k++)
    attach_cell (self->frozen, g_ptr_array_index (heads, k), k + 1, 0);
  attach_cell (self->frozen, corner, 0, 0);

  return grid;
}

static void
dz_weakness_grid_dispose (GObject *object)
{
  DzWeaknessGrid *self = DZ_WEAKNESS_GRID (object);

  g_clear_object (&self->session);
  g_clear_object (&self->table);
  g_clear_pointer (&self->names, g_ptr_array_unref);

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

static void
show_none (DzWeaknessGrid *self,
           DzWeaknessShow  show)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "dz-common-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), show == DZ_WEAKNESS_SHOW_SHARED
                                                       ? _("These reports share no weakness")
                                                       : _("These reports declare no such weakness"));
  if (show != DZ_WEAKNESS_SHOW_ALL)
    {
      GtkWidget *button = gtk_button_new_with_label (_("Show All"));

      gtk_widget_add_css_class (button, "pill");
      gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "reading.show-all");
      adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
    }
  adw_bin_set_child (ADW_BIN (self), page);
  self->scroll = NULL;
}

static void
name_columns (DzWeaknessGrid *self,
              GPtrArray      *reports)
{
  g_clear_pointer (&self->names, g_ptr_array_unref);
  self->names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < reports->len; i++)
    {
      DzReport *report = g_ptr_array_index (reports, i);
      const DzBody *body = dz_review_find_body (dz_session_get_review (self->session), report->body_id);

      g_ptr_array_add (self->names, g_strdup_printf ("%s %d", body != NULL ? body->name : _("Unknown body"),
                                                     report->identity.year));
    }
}

/**
 * dz_weakness_grid_set_reports:
 * @reports: (element-type DzReport): a column each
 * @heads: (element-type GtkWidget): what stands over each column; floating
 */
void
dz_weakness_grid_set_reports (DzWeaknessGrid *self,
                              DzSession      *session,
                              GPtrArray      *reports,
                              GPtrArray      *heads,
                              DzWeaknessSort  sort,
                              DzWeaknessShow  show)
{
  g_autofree gint64 *ids = g_new0 (gint64, reports->len + 1);

  g_return_if_fail (DZ_IS_WEAKNESS_GRID (self) && heads->len == reports->len);

  g_set_object (&self->session, session);
  for (guint i = 0; i < reports->len; i++)
    ids[i] = ((DzReport *) g_ptr_array_index (reports, i))->id;
  g_clear_object (&self->table);
  self->table = dz_weakness_table_new (dz_session_get_review (session),
                                       dz_session_get_codebook (session), ids, reports->len);
  dz_weakness_table_arrange (self->table, sort, show);
  name_columns (self, reports);
  if (g_list_model_get_n_items (dz_weakness_table_get_rows (self->table)) == 0)
    {
      show_none (self, show);
      return;
    }
  if (self->scroll == NULL)
    {
      self->scroll = gtk_scrolled_window_new ();
      gtk_widget_set_vexpand (self->scroll, TRUE);
      adw_bin_set_child (ADW_BIN (self), self->scroll);
    }
  /* a cell that has the focus goes with the old table; the view gives the focus back to the same place */
  self->filling = TRUE;
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroll), make_grid (self, heads));
  self->filling = FALSE;
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

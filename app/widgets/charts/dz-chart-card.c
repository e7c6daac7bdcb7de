/* dz-chart-card.c - one chart of the gallery, with its table, its export and its large view
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-chart-card.h"

#include "dz-chart-export.h"
#include "dz-chart-kinds.h"
#include "dz-chooser.h"
#include "dz-make-briefing.h"
#include "dz-print.h"
#include "dz-tip.h"
#include "dz-told-pages.h"

#include <glib/gi18n-lib.h>

#define MM (72.0 / 25.4)

struct _DzChartCard
{
  AdwBin parent_instance;

  DzSession *session;
  DzChartArea *area; /* borrowed */
  GtkStack *stack;   /* borrowed: chart or table */
  GtkToggleButton *table; /* borrowed: shows the table */
  gboolean grey;
  GtkFileChooserNative *chooser;
  const char *extension; /* of the format chosen */
};

enum
{
  PRESENTED,
  DRAW_AS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DzChartCard, dz_chart_card, ADW_TYPE_BIN)

static void
show_mark (DzSession   *session,
           DzChartArea *area,
           guint        index)
{
  const DzChartMark *mark = dz_chart_area_get_mark (area, index);
  DzReport *report;
  g_autoptr(GListStore) list = NULL;
  g_autoptr(DzEvidenceItem) item = NULL;

  if (mark == NULL)
    return;
  report = dz_review_find_report (dz_session_get_review (session), mark->evidence.report_id);
  if (report == NULL)
    item = dz_evidence_item_new_missing (mark->body_id, mark->spoken);
  else if (mark->code >= 0 && mark->evidence.index >= 0 &&
           (guint) mark->evidence.index < report->weaknesses->len)
    item = dz_evidence_item_new_weakness (report, (guint) mark->evidence.index);
  else if (mark->code < 0 && mark->evidence.index >= 0 &&
           (guint) mark->evidence.index < report->figures->len)
    item = dz_evidence_item_new_figure (report, (guint) mark->evidence.index);
  else
    item = mark->code >= 0 ? dz_evidence_item_new_undeclared (mark->body_id, mark->spoken)
                           : dz_evidence_item_new_missing (mark->body_id, mark->spoken);
  list = g_list_store_new (DZ_TYPE_EVIDENCE_ITEM);
  g_list_store_append (list, item);
  dz_session_show_evidence (session, mark->spoken, G_LIST_MODEL (list), 0);
}

static void
mark_activated_cb (DzChartCard *self,
                   guint        index)
{
  show_mark (self->session, self->area, index);
}

static void
mark_moved_cb (DzChartCard *self,
               guint        index)
{
  if (dz_session_list_evidence (self->session) != NULL)
    show_mark (self->session, self->area, index);
}

static void
present_clicked_cb (DzChartCard *self)
{
  g_signal_emit (self, signals[PRESENTED], 0);
}

static GtkWidget *
make_table (const DzChart *chart,
            DzSeries      *series)
{
  g_autoptr(DzChartTable) table = dz_chart_make_table (chart, series);
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *scroll = gtk_scrolled_window_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_widget_add_css_class (grid, "dz-pane-body");
  for (guint k = 0; table->head[k] != NULL; k++)
    {
      GtkWidget *label = gtk_label_new (table->head[k]);

      gtk_widget_add_css_class (label, "dz-secondary");
      gtk_label_set_xalign (GTK_LABEL (label), k == 0 ? 0 : 1);
      gtk_grid_attach (GTK_GRID (grid), label, (int) k, 0, 1, 1);
    }
  for (guint i = 0; i < table->rows->len; i++)
    {
      char **row = g_ptr_array_index (table->rows, i);

      for (guint k = 0; row[k] != NULL; k++)
        {
          GtkWidget *label = gtk_label_new (row[k]);

          gtk_widget_add_css_class (label, "dz-number");
          gtk_label_set_selectable (GTK_LABEL (label), TRUE);
          gtk_label_set_xalign (GTK_LABEL (label), k == 0 ? 0 : 1);
          gtk_grid_attach (GTK_GRID (grid), label, (int) k, (int) i + 1, 1, 1);
        }
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), grid);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroll), 260);

  return scroll;
}

static void
table_toggled_cb (GtkToggleButton *button,
                  DzChartCard     *self)
{
  gboolean table = gtk_toggle_button_get_active (button);

  if (table && gtk_stack_get_child_by_name (self->stack, "table") == NULL)
    gtk_stack_add_named (self->stack,
                         make_table (dz_chart_area_get_chart (self->area),
                                     dz_chart_area_get_series (self->area)), "table");
  gtk_stack_set_visible_child_name (self->stack, table ? "table" : "chart");
}

static GtkWidget *
make_area (DzChartCard   *self,
           const DzChart *chart,
           DzSeries      *series)
{
  GtkWidget *area = dz_chart_area_new (chart, series);

  dz_chart_area_set_grey (DZ_CHART_AREA (area), self->grey);
  g_signal_connect_swapped (area, "mark-activated", G_CALLBACK (mark_activated_cb), self);
  g_signal_connect_swapped (area, "mark-moved", G_CALLBACK (mark_moved_cb), self);

  return area;
}

static void
draw_as_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  DzChartCard *self = DZ_CHART_CARD (widget);
  const DzChart *chart = dz_chart_find (g_variant_get_string (parameter, NULL));

  if (chart != NULL && chart != dz_chart_area_get_chart (self->area))
    g_signal_emit (self, signals[DRAW_AS], 0, chart);
}

/* Where nothing is drawn there is no picture: a file with the reason in it would be told as a chart that was saved. */
static void
offer_picture (DzChartCard *self)
{
  static const char *const actions[] = { "card.copy", "card.save", "card.write", "card.print" };
  gboolean drawn = dz_chart_area_can_draw_one (dz_chart_area_get_chart (self->area), dz_chart_area_get_series (self->area));

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], drawn);
}

/**
 * dz_chart_card_draw:
 * @series: as @chart draws it, kept by reference
 *
 * Draws another kind of chart in the same place; a table that was made is of the kind before.
 */
void
dz_chart_card_draw (DzChartCard   *self,
                    const DzChart *chart,
                    DzSeries      *series)
{
  GtkWidget *before = GTK_WIDGET (self->area);
  GtkWidget *table = gtk_stack_get_child_by_name (self->stack, "table");
  GtkWidget *area = make_area (self, chart, series);

  self->area = DZ_CHART_AREA (area);
  gtk_stack_remove (self->stack, before);
  gtk_stack_add_named (self->stack, area, "chart");
  if (table != NULL)
    gtk_stack_remove (self->stack, table);
  gtk_toggle_button_set_active (self->table, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "chart");
  offer_picture (self);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(DzWork) work = user_data;
  g_autoptr(GError) error = NULL;

  dz_make_charts_finish (result, &error);
  dz_work_end (work, _("Chart saved"), error);
}

static void
save_response_cb (GtkNativeDialog *chooser,
                  int              response,
                  DzChartCard     *self)
{
  g_autofree char *path = dz_chooser_dup_path (chooser, self->extension);

  if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "card.write", "s", path);
}

static void
write_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  DzChartCard *self = DZ_CHART_CARD (widget);
  const char *path = g_variant_get_string (parameter, NULL);
  g_autoptr(GPtrArray) orders = dz_chart_order_list_new ();
  DzWork *work;

  work = dz_session_begin_work (self->session, _("Saving charts"), path);
  dz_chart_order_list_add (orders, dz_chart_area_get_chart (self->area), dz_chart_area_get_series (self->area),
                           g_strdup (path));
  dz_make_charts_async (orders, dz_work_progress, work, dz_work_get_cancellable (work), saved_cb, work);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DzChartCard *self = DZ_CHART_CARD (widget);
  const char *word = g_variant_get_string (parameter, NULL);
  DzSeries *series = dz_chart_area_get_series (self->area);
  g_autofree char *file = g_strdup_printf ("%s.%s", series->title != NULL ? series->title : "chart", word);

  self->extension = g_intern_string (word);
  dz_chooser_show (&self->chooser, widget, _("Save Chart"), file, G_CALLBACK (save_response_cb));
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DzChartCard *self = DZ_CHART_CARD (widget);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = dz_export_chart_picture (dz_chart_area_get_chart (self->area),
                                                     dz_chart_area_get_series (self->area), DZ_CHART_PNG,
                                                     &error);
  g_autoptr(GdkTexture) texture = bytes != NULL ? gdk_texture_new_from_bytes (bytes, &error) : NULL;

  if (texture == NULL)
    {
      dz_session_toast_error (self->session, error);
      return;
    }
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);
  dz_session_toast (self->session, _("Chart copied as a picture"), FALSE);
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  DzChartCard *self = DZ_CHART_CARD (widget);
  DzPrintChart one = { dz_chart_area_get_chart (self->area), dz_chart_area_get_series (self->area) };
  g_autoptr(GError) error = NULL;

  if (!dz_print_charts (&one, 1, 1, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, NULL,
                        GTK_WINDOW (gtk_widget_get_root (widget)), &error))
    dz_session_toast_error (self->session, error);
}

static void
dz_chart_card_dispose (GObject *object)
{
  DzChartCard *self = DZ_CHART_CARD (object);

  g_clear_object (&self->session);
  g_clear_object (&self->chooser);

  G_OBJECT_CLASS (dz_chart_card_parent_class)->dispose (object);
}

static void
dz_chart_card_class_init (DzChartCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dz_chart_card_dispose;

  signals[PRESENTED] = g_signal_new ("presented", DZ_TYPE_CHART_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 0);
  signals[DRAW_AS] = g_signal_new ("draw-as", DZ_TYPE_CHART_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_install_action (widget_class, "card.draw-as", "s", draw_as_action);
  gtk_widget_class_install_action (widget_class, "card.save", "s", save_action);
  gtk_widget_class_install_action (widget_class, "card.write", "s", write_action);
  gtk_widget_class_install_action (widget_class, "card.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "card.print", NULL, print_action);
}

static void
dz_chart_card_init (DzChartCard *self)
{
}

/* Every kind that can draw these numbers; one that was added to charts/kinds is there too. */
static GMenuModel *
list_kinds (DzSeries *series)
{
  guint n;
  const DzChart *const *kinds = dz_chart_list (&n);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *action = g_strconcat ("card.draw-as::", kinds[i]->id, NULL);

      if (dz_chart_area_can_draw_one (kinds[i], series))
        g_menu_append (menu, kinds[i]->name, action);
    }

  return G_MENU_MODEL (menu);
}

static GMenuModel *
make_menu (DzSeries *series)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenuModel) kinds = list_kinds (series);

  if (g_menu_model_get_n_items (kinds) > 1)
    g_menu_append_submenu (menu, _("Draw As"), kinds);
  g_menu_append (menu, _("Copy as Picture"), "card.copy");
  g_menu_append (menu, _("Save as SVG…"), "card.save::svg");
  g_menu_append (menu, _("Save as PNG…"), "card.save::png");
  g_menu_append (menu, _("Save as PDF…"), "card.save::pdf");
  g_menu_append (menu, _("Print…"), "card.print");

  return G_MENU_MODEL (menu);
}

static void
set_words (GtkWidget  *button,
           const char *words)
{
  gtk_widget_add_css_class (button, "flat");
  dz_tip_set (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static GtkWidget *
make_buttons (DzChartCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *table = gtk_toggle_button_new ();
  GtkWidget *present = gtk_button_new_from_icon_name ("view-fullscreen-symbolic");
  GtkWidget *save = gtk_menu_button_new ();
  g_autoptr(GMenuModel) menu = make_menu (dz_chart_area_get_series (self->area));

  gtk_button_set_icon_name (GTK_BUTTON (table), "dz-figures-symbolic");
  self->table = GTK_TOGGLE_BUTTON (table);
  set_words (table, _("The same numbers as a table"));
  set_words (present, _("Show large, for the meeting room"));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (save), "document-save-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (save), menu);
  set_words (save, _("Save, copy, print"));
  g_signal_connect (table, "toggled", G_CALLBACK (table_toggled_cb), self);
  g_signal_connect_swapped (present, "clicked", G_CALLBACK (present_clicked_cb), self);
  gtk_box_append (GTK_BOX (box), table);
  gtk_box_append (GTK_BOX (box), present);
  gtk_box_append (GTK_BOX (box), save);
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_end (box, 6);

  return box;
}

/**
 * dz_chart_card_new:
 * @series: of all the subject's measures: the menu has the kinds that can draw them
 * @grey: drawn as a grey copier prints it
 *
 * Returns: (transfer floating): the card
 */
GtkWidget *
dz_chart_card_new (DzSession     *session,
                   const DzChart *chart,
                   DzSeries      *series,
                   gboolean       grey)
{
  DzChartCard *self = g_object_new (DZ_TYPE_CHART_CARD, NULL);
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *area;

  self->session = g_object_ref (session);
  self->grey = grey;
  self->stack = GTK_STACK (stack);
  area = make_area (self, chart, series);
  self->area = DZ_CHART_AREA (area);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, area, "chart");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), stack);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), make_buttons (self));
  gtk_widget_add_css_class (overlay, "dz-chart-card");
  if (grey)
    gtk_widget_add_css_class (overlay, "dz-paper");
  adw_bin_set_child (ADW_BIN (self), overlay);
  dz_told_pages_watch (overlay);
  offer_picture (self);

  return GTK_WIDGET (self);
}

/**
 * dz_chart_card_get_area:
 *
 * Returns: (transfer none): what is drawn now
 */
DzChartArea *
dz_chart_card_get_area (DzChartCard *self)
{
  g_return_val_if_fail (DZ_IS_CHART_CARD (self), NULL);

  return self->area;
}

static gboolean
present_key_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                GtkWindow             *window)
{
  if (key != GDK_KEY_Escape && key != GDK_KEY_F11)
    return FALSE;
  gtk_window_close (window);

  return TRUE;
}

/**
 * dz_chart_present:
 *
 * Shows a chart alone on the full screen, with letters for the back row; Escape goes back.
 */
void
dz_chart_present (DzSession     *session,
                  const DzChart *chart,
                  DzSeries      *series,
                  GtkWindow     *parent)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *area = dz_chart_area_new (chart, series);
  GtkEventController *keys = gtk_event_controller_key_new ();

  dz_chart_area_set_scale (DZ_CHART_AREA (area), 1.5);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), area);
  gtk_widget_add_css_class (scroll, "dz-reading");
  gtk_window_set_child (GTK_WINDOW (window), scroll);
  gtk_window_set_title (GTK_WINDOW (window), series->title != NULL ? series->title : _("Chart"));
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 720);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (present_key_cb), window);
  gtk_widget_add_controller (window, keys);
  gtk_window_fullscreen (GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
}

/* dz-change-view.c - 年度对比: this year against last
 *
 * What became of last year's weaknesses above; below, how one figure moved and
 * what became of last year's plans. The toggles
 * give either of the lower parts the whole view.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-change-view.h"

#include "dz-change-plot.h"
#include "dz-choices.h"
#include "dz-destination-table.h"
#include "dz-promise-list.h"
#include "dz-spoken.h"
#include "dz-text-scale.h"
#include "dz-tip.h"
#include "dz-year-change.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LARGE_TEXT 1.3
#define NARROW 800 /* px at 100 %: less than that leaves a plan a few characters, and a figure no line */

struct _DzChangeView
{
  DzView parent_instance;

  /* template */
  GtkStack *stack;
  AdwStatusPage *nothing_page;
  GtkToggleButton *destinations_toggle;
  GtkToggleButton *figures_toggle;
  GtkToggleButton *plans_toggle;
  GtkLabel *years;
  GtkLabel *summary;
  DzDestinationTable *destinations;
  GtkWidget *lower;
  GtkWidget *figures_box;
  GtkDropDown *indicator_drop;
  GtkLabel *key;
  GtkLabel *counts;
  DzChangePlot *plot;
  DzPromiseList *plans;

  DzYearChange *change;
  GPtrArray *entries;       /* (nullable) DzEntry, as in indicator_drop */
  DzFigureChanges *figures; /* (nullable) of the one that is chosen */
  const char *indicator;    /* (nullable) interned */
  gboolean narrow;          /* the figures and the plans have no room beside each other */
  guint arranging;
};

G_DEFINE_FINAL_TYPE (DzChangeView, dz_change_view, DZ_TYPE_VIEW)

static void
fill_summary (DzChangeView *self)
{
  GPtrArray *without = dz_year_change_get_without_last (self->change);
  g_autoptr(GString) names = g_string_new (NULL);
  g_autoptr(GString) words = g_string_new (NULL);
  int year = dz_year_change_get_year (self->change);
  g_autofree char *years = g_strdup_printf ("%d → %d", year - 1, year);

  for (guint i = 0; i < without->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "、" : "",
                            ((const DzBody *) g_ptr_array_index (without, i))->name);
  g_string_append_printf (words, _("%u bodies have reports of both years"),
                          dz_year_change_get_n_rows (self->change));
  if (without->len > 0)
    g_string_append_printf (words, _("; no report of last year: %s"), names->str);
  gtk_label_set_label (self->summary, words->str);
  dz_tip_set (GTK_WIDGET (self->summary), words->str);
  gtk_label_set_label (self->years, years);
}

static void
fill_indicators (DzChangeView *self)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_auto(GStrv) rows = NULL;
  const DzEntry *first;
  guint selected = 0;

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  self->entries = dz_year_change_list_told (self->change, &first);
  if (self->indicator == NULL && first != NULL)
    self->indicator = first->id;
  for (guint i = 0; i < self->entries->len; i++)
    {
      const DzEntry *entry = g_ptr_array_index (self->entries, i);
      g_autofree char *name = g_strdup_printf ("%s（%s）", entry->name, entry->unit);

      g_strv_builder_add (names, name);
      if (entry->id == self->indicator)
        selected = i;
    }
  rows = g_strv_builder_end (names);
  dz_choices_set (self->indicator_drop, (const char *const *) rows,
                  self->entries->len > 0 ? selected : GTK_INVALID_LIST_POSITION, self);
}

static void
show_figure (DzChangeView *self)
{
  guint selected = gtk_drop_down_get_selected (self->indicator_drop);
  const DzEntry *entry = self->entries != NULL && selected < self->entries->len
                           ? g_ptr_array_index (self->entries, selected) : NULL;
  g_autofree char *key = g_strdup_printf ("○ %d  ● %d", dz_year_change_get_year (self->change) - 1,
                                          dz_year_change_get_year (self->change));

  g_clear_object (&self->figures);
  self->figures = entry != NULL ? dz_year_change_get_figures (self->change, entry->id) : NULL;
  dz_change_plot_set_changes (self->plot, self->figures);
  gtk_label_set_label (self->key, key);
  gtk_label_set_label (self->counts, "");
  if (self->figures != NULL)
    {
      const DzChangeCounts *n = dz_figure_changes_get_counts (self->figures);
      g_autofree char *counts = g_strdup_printf (_("%u up · %u down · %u the same"), n->up, n->down, n->same);

      self->indicator = entry->id;
      gtk_label_set_label (self->counts, counts);
    }
}

static void
arrange (DzChangeView *self)
{
  gboolean figures = gtk_toggle_button_get_active (self->figures_toggle);
  gboolean plans = gtk_toggle_button_get_active (self->plans_toggle);

  /* one part at a time where the text is so large that three would have a line each */
  gboolean alone = dz_text_scale (GTK_WIDGET (self)) > LARGE_TEXT;

  gtk_widget_set_visible (GTK_WIDGET (self->destinations), !figures && !plans);
  gtk_widget_set_visible (self->lower, figures || plans || !alone);
  gtk_widget_set_visible (self->figures_box, !plans);
  gtk_widget_set_visible (GTK_WIDGET (self->plans), !figures && (plans || !self->narrow));
}

static void
arrange_idle (gpointer data)
{
  DzChangeView *self = data;

  self->arranging = 0;
  arrange (self);
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_bin (GtkWidget      *widget,
             GtkOrientation  orientation,
             int             for_size,
             int            *minimum,
             int            *natural,
             int            *minimum_baseline,
             int            *natural_baseline)
{
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)), orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
}

/* In half a window the plans leave the figures what they need: they have a page of their own. Later: while places are
 * given out nothing may come or go. */
static void
allocate_bin (GtkWidget *widget,
              int        width,
              int        height,
              int        baseline)
{
  DzChangeView *self = DZ_CHANGE_VIEW (widget);
  gboolean narrow = width < NARROW * dz_text_scale (widget);

  gtk_widget_allocate (adw_bin_get_child (ADW_BIN (widget)), width, height, baseline, NULL);
  if (narrow == self->narrow)
    return;
  self->narrow = narrow;
  if (self->arranging == 0)
    self->arranging = g_idle_add_once (arrange_idle, self);
}

static void
show_nothing (DzChangeView *self)
{
  GPtrArray *without = dz_year_change_get_without_last (self->change);

  adw_status_page_set_title (self->nothing_page, without->len > 0 ? _("No report of last year yet")
                                                                  : _("Nothing to compare yet"));
  adw_status_page_set_description (
    self->nothing_page, _("When a body has reports of both years, this page shows what became of last year's "
                          "weaknesses, figures and plans"));
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
dz_change_view_update (DzView    *view,
                       DzSession *session)
{
  DzChangeView *self = DZ_CHANGE_VIEW (view);

  g_set_object (&self->change, dz_shared_tables_get_change (dz_session_get_tables (session)));
  if (!dz_year_change_has_last_year (self->change))
    {
      show_nothing (self);
      return;
    }
  fill_summary (self);
  fill_indicators (self);
  dz_destination_table_set_change (self->destinations, session, self->change);
  show_figure (self);
  dz_promise_list_set_change (self->plans, session, self->change);
  arrange (self);
  gtk_stack_set_visible_child_name (self->stack, "table");
}

static void
mode_toggled_cb (DzChangeView *self)
{
  if (self->change != NULL)
    arrange (self);
}

static void
indicator_selected_cb (DzChangeView *self)
{
  if (self->change != NULL)
    show_figure (self);
}

static void
append_figures (GListStore         *list,
                const DzFigureCell *cell,
                const char         *what,
                gint64              body_id)
{
  g_autoptr(DzEvidenceItem) missing = NULL;

  for (guint i = 0; cell->report != NULL && cell->figures != NULL && i < cell->figures->len; i++)
    {
      g_autoptr(DzEvidenceItem) item =
        dz_evidence_item_new_figure (cell->report, g_array_index (cell->figures, guint, i));

      g_list_store_append (list, item);
    }
  if (cell->figures != NULL && cell->figures->len > 0)
    return;
  missing = dz_evidence_item_new_missing (body_id, what);
  g_list_store_append (list, missing);
}

static void
figure_activated_cb (DzChangeView *self,
                     int           row,
                     int           n_press)
{
  const DzFigureChange *change = dz_figure_changes_get_change (self->figures, (guint) row);
  const DzEntry *entry = dz_figure_changes_get_entry (self->figures);
  g_autoptr(GListStore) list = g_list_store_new (DZ_TYPE_EVIDENCE_ITEM);
  g_autofree char *title = g_strdup_printf ("%s · %s", change->body->name, entry->name);
  DzSession *session = dz_view_get_session (DZ_VIEW (self));
  const DzFigure *figure = dz_figure_cell_get_figure (&change->current, 0);

  if (n_press == 2 && figure != NULL)
    {
      dz_session_go (session, "reading", change->body->id, change->current.report->id, figure->span);
      return;
    }
  if (n_press == 0 && dz_session_list_evidence (session) == NULL)
    return;
  dz_destination_table_leave (self->destinations);
  append_figures (list, &change->last, entry->name, change->body->id);
  append_figures (list, &change->current, entry->name, change->body->id);
  dz_session_show_evidence (session, title, G_LIST_MODEL (list), 0);
}

static void
plan_shown_cb (DzChangeView *self)
{
  dz_destination_table_leave (self->destinations);
}

/* Which page, and the indicator whose figures are shown. */
static char *
dz_change_view_dup_state (DzView *view)
{
  DzChangeView *self = DZ_CHANGE_VIEW (view);

  return g_strdup_printf ("%c|%s", gtk_toggle_button_get_active (self->figures_toggle) ? 'f'
                                   : gtk_toggle_button_get_active (self->plans_toggle) ? 'p' : 'd',
                          self->indicator != NULL ? self->indicator : "");
}

static void
dz_change_view_set_state (DzView     *view,
                          const char *state)
{
  DzChangeView *self = DZ_CHANGE_VIEW (view);
  DzSession *session = dz_view_get_session (view);
  const DzEntry *entry = dz_codebook_find (dz_session_get_codebook (session), DZ_ENTRY_INDICATOR,
                                           strlen (state) > 2 ? state + 2 : "");

  if (entry != NULL)
    self->indicator = entry->id;
  gtk_toggle_button_set_active (*state == 'f' ? self->figures_toggle
                                : *state == 'p' ? self->plans_toggle : self->destinations_toggle, TRUE);
  dz_change_view_update (view, session);
}

static void
dz_change_view_dispose (GObject *object)
{
  DzChangeView *self = DZ_CHANGE_VIEW (object);

  g_clear_handle_id (&self->arranging, g_source_remove);
  g_clear_object (&self->change);
  g_clear_object (&self->figures);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), DZ_TYPE_CHANGE_VIEW);

  G_OBJECT_CLASS (dz_change_view_parent_class)->dispose (object);
}

static void
dz_change_view_class_init (DzChangeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dz_change_view_dispose;
  DZ_VIEW_CLASS (klass)->update = dz_change_view_update;
  DZ_VIEW_CLASS (klass)->dup_state = dz_change_view_dup_state;
  DZ_VIEW_CLASS (klass)->set_state = dz_change_view_set_state;

  g_type_ensure (DZ_TYPE_CHANGE_PLOT);
  g_type_ensure (DZ_TYPE_DESTINATION_TABLE);
  g_type_ensure (DZ_TYPE_PROMISE_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/duizhao/Duizhao/dz-change-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DzChangeView, stack);
  gtk_widget_class_bind_template_child (widget_class, DzChangeView, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, DzChangeView, destinations_toggle);
  gtk_widget_class_bind_template_child (widget_class, DzChangeView, figures_toggle);
  gtk_widget_class_bind_template_child (widget_class, DzChangeView, plans_toggle);
  gtk_widget_class_bind_template_child (widget_class, DzChangeView, years);
  gtk_widget_class_bind_template_child (widget_class, DzChangeView, summary);
  gtk_widget_class_bind_template_child (widget_class, DzChangeView, destinations);
  gtk_widget_class_bind_template_child (widget_class, DzChangeView, lower);
  gtk_widget_class_bind_template_child (widget_class, DzChangeView, figures_box);
  gtk_widget_class_bind_template_child (widget_class, DzChangeView, indicator_drop);
  gtk_widget_class_bind_template_child (widget_class, DzChangeView, key);
  gtk_widget_class_bind_template_child (widget_class, DzChangeView, counts);
  gtk_widget_class_bind_template_child (widget_class, DzChangeView, plot);
  gtk_widget_class_bind_template_child (widget_class, DzChangeView, plans);
  gtk_widget_class_bind_template_callback (widget_class, mode_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, plan_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, figure_activated_cb);
}

static void
setup_name_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_name_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  GtkStringObject *name = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (name));
}

/* Names of indicators are long: on the button they give way to a narrow window. */
static void
shorten_names (GtkDropDown *drop)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_name_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_name_cb), NULL);
  gtk_drop_down_set_factory (drop, factory);
}

static void
dz_change_view_init (DzChangeView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self), gtk_custom_layout_new (get_request_mode, measure_bin, allocate_bin));
  arrange (self);
  shorten_names (self->indicator_drop);
  dz_choices_add_search (self->indicator_drop);
  g_signal_connect_swapped (self->indicator_drop, "notify::selected", G_CALLBACK (indicator_selected_cb), self);
}

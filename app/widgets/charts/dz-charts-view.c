/* dz-charts-view.c - 图表: a gallery of charts, drawn by the code that prints them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-charts-view.h"

#include "dz-chart-card.h"
#include "dz-chart-export.h"
#include "dz-chart-kinds.h"
#include "dz-chooser.h"
#include "dz-gallery.h"
#include "dz-growing.h"
#include "dz-make-briefing.h"
#include "dz-pick-list.h"
#include "dz-print.h"
#include "dz-series-build.h"
#include "dz-text-scale.h"

#include <glib/gi18n-lib.h>

/* The sets of the toolbar; which subjects stand in them the codebook says (gallery.xml). */
static const struct
{
  const char *title;
  const char *id;
} sets[] = {
  { N_("Usual"), "usual-charts" },
  { N_("Weaknesses"), "weakness-charts" },
  { N_("Years and spread"), "year-charts" },
};

struct _DzChartsView
{
  DzView parent_instance;

  /* template */
  GtkStack *stack;
  GtkWidget *set_box;
  GtkMenuButton *add_button;
  GtkDropDown *order_drop;
  GtkToggleButton *per_thousand;
  GtkToggleButton *colour;
  GtkToggleButton *grey;
  GtkAdjustment *down;
  GtkBox *gallery;

  GPtrArray *added; /* const char *, interned: indicators chosen by the user */
  GHashTable *kinds; /* subject (interned) -> DzChart: drawn as another than the gallery's, as long as the window is open */
  GArray *subjects; /* Subject: of the cards, as they are to stand */
  GPtrArray *cards; /* borrowed DzChartCard */
  GPtrArray *before; /* DzChartArea: what was chosen in those of the snapshot before */
  GtkWidget *half;  /* (nullable): a row with room for one more */
  DzGrowing *growing;
  guint set;
  gboolean filling;
  GtkFileChooserNative *chooser;
};

typedef struct
{
  const char *id;
  gboolean is_large; /* stands alone in its row */
} Subject;

G_DEFINE_FINAL_TYPE (DzChartsView, dz_charts_view, DZ_TYPE_VIEW)

#define CARDS_FIRST 1
#define CARDS_AT_ONCE 12 /* more than a set has */

static void refresh (DzChartsView *self);

static DzSeries *
build (DzChartsView *self,
       const char   *subject,
       gboolean      alone)
{
  DzSession *session = dz_view_get_session (DZ_VIEW (self));
  g_autoptr(GError) error = NULL;
  DzSeriesQuery query = { 0 };
  DzSeries *series;

  query.review = dz_session_get_review (session);
  query.codebook = dz_session_get_codebook (session);
  query.year = dz_session_get_year (session);
  query.scope = dz_session_get_scope (session);
  query.subject = subject;
  query.per = gtk_toggle_button_get_active (self->per_thousand) ? DZ_PER_THOUSAND : DZ_PER_NONE;
  query.order = (DzOrder) gtk_drop_down_get_selected (self->order_drop);
  query.alone = alone;
  series = dz_series_build (&query, &error);
  if (series == NULL)
    g_debug ("%s: %s", subject, error->message);

  return series;
}

static void
presented_cb (DzChartCard  *card,
              DzChartsView *self)
{
  DzChartArea *area = dz_chart_card_get_area (card);

  dz_chart_present (dz_view_get_session (DZ_VIEW (self)), dz_chart_area_get_chart (area),
                    dz_chart_area_get_series (area),
                    GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
}

/* Whether @chart, which is not the subject's own, draws the first measure alone. */
static gboolean
draws_alone (DzChartsView  *self,
             const DzChart *chart,
             const char    *subject)
{
  DzCodebook *codebook = dz_session_get_codebook (dz_view_get_session (DZ_VIEW (self)));

  return chart->draws_one && !g_str_equal (chart->id, dz_gallery_get_chart (codebook, subject));
}

static void
draw_as_cb (DzChartCard   *card,
            const DzChart *chart,
            DzChartsView  *self)
{
  const char *subject = g_object_get_data (G_OBJECT (card), "dz-subject");
  g_autoptr(DzSeries) series = build (self, subject, draws_alone (self, chart, subject));

  g_hash_table_insert (self->kinds, (gpointer) subject, (gpointer) chart);
  if (series != NULL)
    dz_chart_card_draw (card, chart, series);
}

/* As the person chose, where these numbers let it. */
static const DzChart *
choose_chart (DzChartsView *self,
              const char   *subject,
              DzSeries     *series)
{
  const DzChart *chosen = g_hash_table_lookup (self->kinds, g_intern_string (subject));

  if (chosen != NULL && dz_chart_area_can_draw_one (chosen, series))
    return chosen;

  return dz_chart_find (dz_gallery_get_chart (dz_session_get_codebook (dz_view_get_session (DZ_VIEW (self))), subject));
}

static GtkWidget *
make_card (DzChartsView *self,
           const char   *subject)
{
  g_autoptr(DzSeries) series = build (self, subject, FALSE);
  const DzChart *chart = series != NULL ? choose_chart (self, subject, series) : NULL;
  GtkWidget *card;

  if (chart == NULL)
    return NULL;
  card = dz_chart_card_new (dz_view_get_session (DZ_VIEW (self)), chart, series,
                            gtk_toggle_button_get_active (self->grey));
  g_object_set_data (G_OBJECT (card), "dz-subject", (gpointer) g_intern_string (subject));
  g_signal_connect (card, "presented", G_CALLBACK (presented_cb), self);
  g_signal_connect (card, "draw-as", G_CALLBACK (draw_as_cb), self);
  g_ptr_array_add (self->cards, card);
  if (draws_alone (self, chart, subject))
    {
      g_autoptr(DzSeries) one = build (self, subject, TRUE);

      dz_chart_card_draw (DZ_CHART_CARD (card), chart, one);
    }

  return card;
}

static GtkWidget *
make_row (void)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);

  return row;
}

/* The first chart of a set stands alone, the others two in a row. */
static void
make_nth_card (guint    index,
               gpointer user_data)
{
  DzChartsView *self = user_data;
  const Subject *subject = &g_array_index (self->subjects, Subject, index);
  GtkWidget *card = make_card (self, subject->id);
  guint n = self->cards->len;

  if (subject->is_large)
    self->half = NULL;
  if (card == NULL)
    return;
  if (n <= self->before->len)
    dz_chart_area_take_place (dz_chart_card_get_area (DZ_CHART_CARD (card)), g_ptr_array_index (self->before, n - 1));
  if (subject->is_large)
    {
      gtk_box_append (self->gallery, card);
      return;
    }
  gtk_widget_set_valign (card, GTK_ALIGN_START);
  if (self->half != NULL)
    {
      gtk_box_append (GTK_BOX (g_steal_pointer (&self->half)), card);
      return;
    }
  self->half = make_row ();
  gtk_box_append (GTK_BOX (self->half), card);
  gtk_box_append (self->gallery, self->half);
}

static void
list_subjects (DzChartsView *self)
{
  const DzEntry *set = dz_gallery_get_first (dz_session_get_codebook (dz_view_get_session (DZ_VIEW (self))), sets[self->set].id);
  const char *id;

  g_array_set_size (self->subjects, 0);
  for (guint i = 0; i < self->added->len; i++)
    {
      const Subject subject = { g_ptr_array_index (self->added, i), i == 0 };

      g_array_append_val (self->subjects, subject);
    }
  for (guint i = 0; set != NULL && (id = dz_gallery_get_subject (set, i)) != NULL; i++)
    {
      const Subject subject = { id, i == 0 };

      g_array_append_val (self->subjects, subject);
    }
}

static void
refresh (DzChartsView *self)
{
  DzSession *session = dz_view_get_session (DZ_VIEW (self));
  GtkWidget *child;

  if (session == NULL || self->filling)
    return;
  dz_growing_finish (self->growing);
  g_ptr_array_set_size (self->before, 0);
  for (guint i = 0; i < self->cards->len; i++)
    g_ptr_array_add (self->before, g_object_ref (dz_chart_card_get_area (g_ptr_array_index (self->cards, i))));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->gallery))) != NULL)
    gtk_box_remove (self->gallery, child);
  g_ptr_array_set_size (self->cards, 0);
  self->half = NULL;
  list_subjects (self);
  dz_growing_start (self->growing, self->subjects->len, TRUE);
  gtk_stack_set_visible_child_name (self->stack, dz_session_get_review (session)->reports->len > 0
                                                   ? "gallery" : "empty");
}

static void
option_changed_cb (DzChartsView *self)
{
  refresh (self);
}

static void
set_toggled_cb (GtkToggleButton *button,
                DzChartsView    *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  self->set = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "dz-set"));
  g_ptr_array_set_size (self->added, 0);
  refresh (self);
}

static void
indicator_picked_cb (GtkListBox    *list,
                     GtkListBoxRow *row,
                     DzChartsView  *self)
{
  const char *id = g_object_get_data (G_OBJECT (row), "dz-id");
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_POPOVER);

  gtk_popover_popdown (GTK_POPOVER (popover));
  g_ptr_array_insert (self->added, 0, (gpointer) id);
  refresh (self);
}

static gboolean
filter_row_cb (GtkListBoxRow *row,
               gpointer       user_data)
{
  const char *wanted = gtk_editable_get_text (GTK_EDITABLE (user_data));

  return *wanted == '\0' ||
         g_strstr_len (g_object_get_data (G_OBJECT (row), "dz-words"), -1, wanted) != NULL;
}

static void
make_picker_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  DzChartsView *self = user_data;
  DzSession *session = dz_view_get_session (DZ_VIEW (self));
  g_autoptr(GPtrArray) reported =
    dz_figure_table_list_reported (dz_session_get_review (session), dz_session_get_codebook (session),
                                   dz_session_get_year (session), dz_session_get_scope (session), NULL);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *search = gtk_search_entry_new ();
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scroll = gtk_scrolled_window_new ();

  for (guint i = 0; i < reported->len; i++)
    {
      const DzEntry *entry = g_ptr_array_index (reported, i);
      GtkWidget *row = gtk_list_box_row_new ();
      GtkWidget *label = gtk_label_new (entry->name);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
      g_object_set_data (G_OBJECT (row), "dz-id", (gpointer) entry->id);
      g_object_set_data_full (G_OBJECT (row), "dz-words", g_strdup (entry->name), g_free);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  gtk_list_box_set_filter_func (GTK_LIST_BOX (list), filter_row_cb, search, NULL);
  g_signal_connect_swapped (search, "search-changed", G_CALLBACK (gtk_list_box_invalidate_filter), list);
  g_signal_connect (list, "row-activated", G_CALLBACK (indicator_picked_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  dz_text_scale_request (scroll, 300, 360);
  gtk_box_append (GTK_BOX (box), search);
  gtk_box_append (GTK_BOX (box), scroll);
  dz_pick_list_link (GTK_SEARCH_ENTRY (search), GTK_LIST_BOX (list));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(DzWork) work = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  int n = dz_make_charts_finish (result, &error);

  if (n >= 0)
    text = g_strdup_printf (ngettext ("%d chart saved", "%d charts saved", n), n);
  dz_work_end (work, text, error);
}

/* All charts of the gallery as pictures, into a folder. */
static void
write_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  DzChartsView *self = DZ_CHARTS_VIEW (widget);
  DzSession *session = dz_view_get_session (DZ_VIEW (self));
  const char *folder = g_variant_get_string (parameter, NULL);
  g_autoptr(GPtrArray) orders = dz_chart_order_list_new ();
  DzWork *work;

  if (session == NULL)
    return;
  dz_growing_finish (self->growing);
  for (guint i = 0; i < self->cards->len; i++)
    {
      DzChartArea *area = dz_chart_card_get_area (g_ptr_array_index (self->cards, i));
      DzSeries *series = dz_chart_area_get_series (area);
      const DzChart *chart = dz_chart_area_get_chart (area);
      g_autofree char *name = g_strdup_printf ("%02u %s.png", i + 1, series->title != NULL ? series->title : "");

      if (dz_chart_area_can_draw_one (chart, series))
        dz_chart_order_list_add (orders, chart, series,
                                 g_build_filename (folder, g_strdelimit (name, "/\\", ' '), NULL));
    }
  work = dz_session_begin_work (session, _("Saving charts"), folder);
  dz_make_charts_async (orders, dz_work_progress, work, dz_work_get_cancellable (work), written_cb, work);
}

static void
export_response_cb (GtkNativeDialog *chooser,
                    int              response,
                    DzChartsView    *self)
{
  g_autofree char *path = dz_chooser_dup_path (chooser, NULL);

  if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "charts.write", "s", path);
}

static void
export_clicked_cb (DzChartsView *self)
{
  dz_chooser_show (&self->chooser, GTK_WIDGET (self), _("Save All Charts into a Folder"), NULL,
                   G_CALLBACK (export_response_cb));
}

static void
dz_charts_view_update (DzView    *view,
                       DzSession *session)
{
  refresh (DZ_CHARTS_VIEW (view));
}

static gboolean
dz_charts_view_has_pages (DzView *view)
{
  DzSession *session = dz_view_get_session (view);

  return session != NULL && dz_session_get_review (session)->reports->len > 0;
}

static void
dz_charts_view_print (DzView    *view,
                      GtkWindow *parent)
{
  DzChartsView *self = DZ_CHARTS_VIEW (view);
  g_autoptr(GArray) charts = g_array_new (FALSE, TRUE, sizeof (DzPrintChart));
  g_autoptr(GError) error = NULL;

  dz_growing_finish (self->growing);
  for (guint i = 0; i < self->cards->len; i++)
    {
      DzChartArea *area = dz_chart_card_get_area (g_ptr_array_index (self->cards, i));
      DzPrintChart one = { dz_chart_area_get_chart (area), dz_chart_area_get_series (area) };

      if (dz_chart_area_can_draw_one (one.chart, one.series))
        g_array_append_val (charts, one);
    }
  if (charts->len == 0)
    {
      dz_session_toast (dz_view_get_session (view), _("There is no chart to print yet"), FALSE);
      return;
    }
  if (!dz_print_charts ((const DzPrintChart *) charts->data, charts->len, 2,
                        GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, NULL, parent, &error))
    dz_session_toast_error (dz_view_get_session (view), error);
}

/* Words of a state: the set, the order, per thousand, gray, and the indicators drawn besides. */
enum { SET, ORDER, PER, GREY, ADDED, N_WORDS };

static char *
dz_charts_view_dup_state (DzView *view)
{
  DzChartsView *self = DZ_CHARTS_VIEW (view);
  GString *state = g_string_new (NULL);

  g_string_printf (state, "%u|%u|%d|%d|", self->set, gtk_drop_down_get_selected (self->order_drop),
                   gtk_toggle_button_get_active (self->per_thousand), gtk_toggle_button_get_active (self->grey));
  for (guint i = 0; i < self->added->len; i++)
    g_string_append_printf (state, "%s%s", i > 0 ? "," : "", (const char *) g_ptr_array_index (self->added, i));

  return g_string_free (state, FALSE);
}

static void
press_set (DzChartsView *self,
           guint         set)
{
  for (GtkWidget *button = gtk_widget_get_first_child (self->set_box); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    if (GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "dz-set")) == set)
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

static void
dz_charts_view_set_state (DzView     *view,
                          const char *state)
{
  DzChartsView *self = DZ_CHARTS_VIEW (view);
  DzCodebook *codebook = dz_session_get_codebook (dz_view_get_session (view));
  g_auto(GStrv) words = g_strsplit (state, "|", N_WORDS);
  g_auto(GStrv) ids = NULL;
  guint order;

  if (g_strv_length (words) < N_WORDS)
    return;
  ids = g_strsplit (words[ADDED], ",", -1);
  order = (guint) g_ascii_strtoull (words[ORDER], NULL, 10);
  self->filling = TRUE;
  press_set (self, (guint) g_ascii_strtoull (words[SET], NULL, 10));
  if (order < g_list_model_get_n_items (gtk_drop_down_get_model (self->order_drop)))
    gtk_drop_down_set_selected (self->order_drop, order);
  gtk_toggle_button_set_active (self->per_thousand, *words[PER] == '1');
  gtk_toggle_button_set_active (*words[GREY] == '1' ? self->grey : self->colour, TRUE);
  self->filling = FALSE;
  g_ptr_array_set_size (self->added, 0); /* the set may be the one that is shown */
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const DzEntry *entry = dz_codebook_find (codebook, DZ_ENTRY_INDICATOR, ids[i]);

      if (entry != NULL)
        g_ptr_array_add (self->added, (gpointer) entry->id);
    }
  refresh (self);
}

static void
dz_charts_view_dispose (GObject *object)
{
  DzChartsView *self = DZ_CHARTS_VIEW (object);

  g_clear_object (&self->chooser);
  g_clear_pointer (&self->growing, dz_growing_free);
  g_clear_pointer (&self->added, g_ptr_array_unref);
  g_clear_pointer (&self->kinds, g_hash_table_unref);
  g_clear_pointer (&self->subjects, g_array_unref);
  g_clear_pointer (&self->before, g_ptr_array_unref);
  g_clear_pointer (&self->cards, g_ptr_array_unref);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), DZ_TYPE_CHARTS_VIEW);

  G_OBJECT_CLASS (dz_charts_view_parent_class)->dispose (object);
}

static void
dz_charts_view_class_init (DzChartsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dz_charts_view_dispose;
  DZ_VIEW_CLASS (klass)->update = dz_charts_view_update;
  DZ_VIEW_CLASS (klass)->print = dz_charts_view_print;
  DZ_VIEW_CLASS (klass)->has_pages = dz_charts_view_has_pages;
  DZ_VIEW_CLASS (klass)->dup_state = dz_charts_view_dup_state;
  DZ_VIEW_CLASS (klass)->set_state = dz_charts_view_set_state;

  gtk_widget_class_install_action (widget_class, "charts.write", "s", write_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duizhao/Duizhao/dz-charts-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DzChartsView, stack);
  gtk_widget_class_bind_template_child (widget_class, DzChartsView, set_box);
  gtk_widget_class_bind_template_child (widget_class, DzChartsView, add_button);
  gtk_widget_class_bind_template_child (widget_class, DzChartsView, order_drop);
  gtk_widget_class_bind_template_child (widget_class, DzChartsView, per_thousand);
  gtk_widget_class_bind_template_child (widget_class, DzChartsView, colour);
  gtk_widget_class_bind_template_child (widget_class, DzChartsView, grey);
  gtk_widget_class_bind_template_child (widget_class, DzChartsView, gallery);
  gtk_widget_class_bind_template_child (widget_class, DzChartsView, down);
  gtk_widget_class_bind_template_callback (widget_class, option_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_clicked_cb);
}

static void
dz_charts_view_init (DzChartsView *self)
{
  const char *orders[] = { _("Largest first"), _("Roster order"), _("By kind of body"), NULL };
  g_autoptr(GtkStringList) names = gtk_string_list_new (orders);
  GtkToggleButton *first = NULL;

  self->added = g_ptr_array_new ();
  self->kinds = g_hash_table_new (NULL, NULL);
  self->subjects = g_array_new (FALSE, FALSE, sizeof (Subject));
  self->before = g_ptr_array_new_with_free_func (g_object_unref);
  self->cards = g_ptr_array_new ();
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->growing = dz_growing_new (self->down, CARDS_FIRST, CARDS_AT_ONCE, make_nth_card, self);
  gtk_drop_down_set_model (self->order_drop, G_LIST_MODEL (names));
  g_signal_connect_swapped (self->order_drop, "notify::selected", G_CALLBACK (option_changed_cb), self);
  gtk_menu_button_set_create_popup_func (self->add_button, make_picker_cb, self, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (_(sets[i].title));

      if (first == NULL)
        first = GTK_TOGGLE_BUTTON (button);
      else
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), first);
      g_object_set_data (G_OBJECT (button), "dz-set", GUINT_TO_POINTER (i));
      g_signal_connect (button, "toggled", G_CALLBACK (set_toggled_cb), self);
      gtk_box_append (GTK_BOX (self->set_box), button);
    }
  gtk_toggle_button_set_active (first, TRUE);
  self->filling = FALSE;
}

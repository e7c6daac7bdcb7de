/* dz-quantity-tray.c - the quantities that stand in no column: of no indicator, or set aside by a rule
 *
 * No number of a report is lost: what no indicator counts lies here, and so does
 * what a rule left out, with the rule's name. A card shows the number in its words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-quantity-tray.h"

#include "dz-evidence-item.h"
#include "dz-spoken-word.h"
#include "dz-spoken.h"
#include "dz-text-scale.h"
#include "dz-tip.h"

#include <glib/gi18n-lib.h>

#define CARD_WIDTH 206
#define CARD_HEIGHT 102 /* with the scroll bar under it */
#define WORDS_BEFORE 8 /* characters */
#define WORDS_AFTER 6

struct _DzQuantityTray
{
  AdwBin parent_instance;

  GtkWidget *arrow;
  GtkWidget *unassigned;
  GtkWidget *aside;
  GtkWidget *walk;
  GtkWidget *revealer;
  GListStore *shown;     /* DzEvidenceItem */
  GtkNoSelection *cards; /* of them while the tray is open: a card costs as much shut as open */

  DzFigureTable *table;
};

enum
{
  CHOSEN,
  WALK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DzQuantityTray, dz_quantity_tray, ADW_TYPE_BIN)

static gboolean
shows_aside (DzQuantityTray *self)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->aside));
}

static GArray *
get_figures (DzFigureRow *row,
             gboolean     aside)
{
  return aside ? dz_figure_row_get_set_aside (row) : dz_figure_row_get_unassigned (row);
}

static guint
count (DzQuantityTray *self,
       gboolean        aside)
{
  guint n = 0;

  for (guint i = 0; i < dz_figure_table_get_n_rows (self->table); i++)
    {
      GArray *figures = get_figures (dz_figure_table_get_row (self->table, i), aside);

      n += figures != NULL ? figures->len : 0;
    }

  return n;
}

static void
append_words (GString    *markup,
              DzReport   *report,
              gsize       from,
              gsize       to,
              const char *before,
              const char *after)
{
  g_autofree char *words = dz_text_dup_span (report->text, (DzSpan){ from, to });
  g_autofree char *escaped = g_markup_escape_text (g_strdelimit (words, "\n\r\t", ' '), -1);

  g_string_append (g_string_append (g_string_append (markup, before), escaped), after);
}

/* “…全年调处<b>806件</b>，成功率…”: the number bold, with some words of its line. */
static char *
make_markup (DzReport       *report,
             const DzFigure *figure)
{
  const char *text = dz_text_peek (report->text, NULL);
  DzSpan line = dz_text_get_line (report->text, figure->span.start);
  DzSpan number = dz_span_is_empty (figure->number) ? figure->span : figure->number;
  gsize from = number.start;
  gsize to = number.end;
  GString *markup = g_string_new (NULL);

  for (int i = 0; i < WORDS_BEFORE && from > line.start; i++)
    from = (gsize) (g_utf8_prev_char (text + from) - text);
  for (int i = 0; i < WORDS_AFTER && to < line.end && text[to] != '\n'; i++)
    to = (gsize) (g_utf8_next_char (text + to) - text);
  append_words (markup, report, from, number.start, from > line.start ? "…" : "", "");
  append_words (markup, report, number.start, number.end, "<b>", "</b>");
  append_words (markup, report, number.end, to, "", to < line.end ? "…" : "");

  return g_string_free (markup, FALSE);
}

static DzReport *
find_report (DzQuantityTray *self,
             DzEvidenceItem *item,
             const DzBody  **body)
{
  for (guint i = 0; i < dz_figure_table_get_n_rows (self->table); i++)
    {
      DzFigureRow *row = dz_figure_table_get_row (self->table, i);
      DzReport *report = dz_figure_row_get_report (row);

      if (report != NULL && report->id == dz_evidence_item_get_report_id (item))
        {
          *body = dz_figure_row_get_body (row);
          return report;
        }
    }

  return NULL;
}

static void
card_clicked_cb (GtkButton      *button,
                 DzQuantityTray *self)
{
  GtkListItem *item = g_object_get_data (G_OBJECT (button), "dz-item");
  DzEvidenceItem *evidence = gtk_list_item_get_item (item);
  const DzBody *body;
  DzReport *report = evidence != NULL ? find_report (self, evidence, &body) : NULL;

  if (report != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, report, dz_evidence_item_get_index (evidence));
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            GtkListItem   *item)
{
  DzEvidenceItem *evidence = gtk_list_item_get_item (item);

  return evidence != NULL ? gdk_content_provider_new_typed (DZ_TYPE_EVIDENCE_ITEM, evidence) : NULL;
}

static void
drag_begin_cb (GtkDragSource *source)
{
  g_autoptr(GdkPaintable) picture = gtk_widget_paintable_new (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source)));

  gtk_drag_source_set_icon (source, picture, 24, 12);
}

/* Onto the head of a column: the button would keep the press for itself. */
static void
add_dragging (GtkWidget   *button,
              GtkListItem *item)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (source), GTK_PHASE_CAPTURE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), item);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), NULL);
  gtk_widget_add_controller (button, GTK_EVENT_CONTROLLER (source));
}

static GtkWidget *
make_line (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          DzQuantityTray           *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), make_line ("dz-secondary"));
  gtk_box_append (GTK_BOX (box), make_line (NULL));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "dz-card");
  dz_text_scale_request (button, CARD_WIDTH, -1);
  g_object_set_data (G_OBJECT (button), "dz-item", item);
  g_signal_connect (button, "clicked", G_CALLBACK (card_clicked_cb), self);
  add_dragging (button, item);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
  gtk_list_item_set_child (item, button);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         DzQuantityTray           *self)
{
  GtkWidget *button = gtk_list_item_get_child (item);
  GtkWidget *name = gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (button)));
  GtkWidget *words = gtk_widget_get_next_sibling (name);
  DzEvidenceItem *evidence = gtk_list_item_get_item (item);
  const DzBody *body = NULL;
  DzReport *report = find_report (self, evidence, &body);
  const DzFigure *figure = report != NULL ? dz_evidence_item_get_figure (evidence, report) : NULL;
  g_autofree char *markup = NULL;
  g_autofree char *head = NULL;
  g_autofree char *spoken = NULL;

  if (figure == NULL)
    return;
  markup = make_markup (report, figure);
  head = figure->set_aside != NULL
           ? g_strdup_printf ("%s · %s", body->name, dz_spoken_word (figure->set_aside)) : g_strdup (body->name);
  gtk_label_set_label (GTK_LABEL (name), head);
  gtk_label_set_markup (GTK_LABEL (words), markup);
  dz_tip_set (button, gtk_label_get_text (GTK_LABEL (words)));
  spoken = g_strdup_printf ("%s，%s", head, gtk_label_get_text (GTK_LABEL (words)));
  dz_spoken_set_name (button, spoken);
  if (gtk_widget_get_parent (button) != NULL)
    dz_spoken_set_name (gtk_widget_get_parent (button), spoken);
}

static void
fill (DzQuantityTray *self)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < dz_figure_table_get_n_rows (self->table); i++)
    {
      DzFigureRow *row = dz_figure_table_get_row (self->table, i);
      GArray *figures = get_figures (row, shows_aside (self));

      for (guint k = 0; figures != NULL && k < figures->len; k++)
        g_ptr_array_add (items, dz_evidence_item_new_figure (dz_figure_row_get_report (row),
                                                             g_array_index (figures, guint, k)));
    }
  g_list_store_splice (self->shown, 0, g_list_model_get_n_items (G_LIST_MODEL (self->shown)), items->pdata,
                       items->len);
  gtk_widget_set_sensitive (self->walk, items->len > 0);
}

static void
toggled_cb (GtkToggleButton *button,
            DzQuantityTray  *self)
{
  if (self->table != NULL && gtk_toggle_button_get_active (button))
    fill (self);
}

static void
revealed_cb (DzQuantityTray *self)
{
  GtkRevealer *revealer = GTK_REVEALER (self->revealer);
  gboolean open = gtk_revealer_get_reveal_child (revealer);

  gtk_button_set_icon_name (GTK_BUTTON (self->arrow), open ? "pan-down-symbolic" : "pan-up-symbolic");
  gtk_no_selection_set_model (self->cards, open || gtk_revealer_get_child_revealed (revealer)
                                             ? G_LIST_MODEL (self->shown) : NULL);
}

/* One by one in the pane: a list of its own, since that of the tray loses what was decided. */
static void
walk_clicked_cb (DzQuantityTray *self)
{
  g_autoptr(GListStore) list = g_list_store_new (DZ_TYPE_EVIDENCE_ITEM);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->shown)); i++)
    {
      g_autoptr(DzEvidenceItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown), i);

      g_list_store_append (list, item);
    }
  dz_evidence_list_set_walked (G_LIST_MODEL (list));
  g_signal_emit (self, signals[WALK], 0, list);
}

static void
dz_quantity_tray_dispose (GObject *object)
{
  DzQuantityTray *self = DZ_QUANTITY_TRAY (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->cards);
  g_clear_object (&self->shown);
  g_clear_object (&self->table);

  G_OBJECT_CLASS (dz_quantity_tray_parent_class)->dispose (object);
}

static void
dz_quantity_tray_class_init (DzQuantityTrayClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dz_quantity_tray_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", DZ_TYPE_QUANTITY_TRAY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_UINT);
  signals[WALK] = g_signal_new ("walk", DZ_TYPE_QUANTITY_TRAY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_LIST_MODEL);
}

static GtkWidget *
make_list (DzQuantityTray *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *list;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  self->cards = gtk_no_selection_new (NULL);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->cards)), factory);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (list), GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_add_css_class (list, "dz-tray-cards");
  dz_spoken_set_name (list, _("Quantities that stand in no column"));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroll),
                                              (int) (CARD_HEIGHT * dz_text_scale (GTK_WIDGET (self))));
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (scroll), FALSE);

  return scroll;
}

static GtkWidget *
make_bar (DzQuantityTray *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *kinds = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *space = gtk_label_new (NULL);

  self->arrow = gtk_toggle_button_new ();
  gtk_widget_add_css_class (self->arrow, "flat");
  dz_tip_set (self->arrow, _("Show or hide the tray"));
  dz_spoken_set_name (self->arrow, _("Show or hide the tray"));
  self->unassigned = gtk_toggle_button_new ();
  self->aside = gtk_toggle_button_new ();
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->aside), GTK_TOGGLE_BUTTON (self->unassigned));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->unassigned), TRUE);
  dz_tip_set (self->unassigned, _("Quantities that belong to no indicator"));
  dz_tip_set (self->aside,
                               _("Quantities a rule left out: plans, last year, examples, digits in names"));
  g_signal_connect (self->unassigned, "toggled", G_CALLBACK (toggled_cb), self);
  g_signal_connect (self->aside, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_widget_add_css_class (kinds, "linked");
  gtk_box_append (GTK_BOX (kinds), self->unassigned);
  gtk_box_append (GTK_BOX (kinds), self->aside);
  gtk_widget_set_hexpand (space, TRUE);
  self->walk = gtk_button_new_with_label (_("Assign One by One…"));
  g_signal_connect_swapped (self->walk, "clicked", G_CALLBACK (walk_clicked_cb), self);
  gtk_box_append (GTK_BOX (bar), self->arrow);
  gtk_box_append (GTK_BOX (bar), kinds);
  gtk_box_append (GTK_BOX (bar), space);
  gtk_box_append (GTK_BOX (bar), self->walk);

  return bar;
}

static void
dz_quantity_tray_init (DzQuantityTray *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->shown = g_list_store_new (DZ_TYPE_EVIDENCE_ITEM);
  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), make_list (self));
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), self->revealer);
  gtk_widget_add_css_class (GTK_WIDGET (self), "dz-tray");
  adw_bin_set_child (ADW_BIN (self), box);
  g_object_bind_property (self->arrow, "active", self->revealer, "reveal-child", G_BINDING_DEFAULT);
  g_signal_connect_object (self->revealer, "notify::reveal-child", G_CALLBACK (revealed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->revealer, "notify::child-revealed", G_CALLBACK (revealed_cb), self, G_CONNECT_SWAPPED);
  revealed_cb (self);
}

/**
 * dz_quantity_tray_set_table:
 * @table: whose bodies' quantities are shown
 */
void
dz_quantity_tray_set_table (DzQuantityTray *self,
                            DzFigureTable  *table)
{
  g_autofree char *unassigned = NULL;
  g_autofree char *aside = NULL;

  g_return_if_fail (DZ_IS_QUANTITY_TRAY (self));

  g_set_object (&self->table, table);
  unassigned = g_strdup_printf (_("Without Indicator %u"), count (self, FALSE));
  aside = g_strdup_printf (_("Set Aside %u"), count (self, TRUE));
  gtk_button_set_label (GTK_BUTTON (self->unassigned), unassigned);
  gtk_button_set_label (GTK_BUTTON (self->aside), aside);
  fill (self);
}

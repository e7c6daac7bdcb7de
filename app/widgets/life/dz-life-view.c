/* dz-life-view.c - 历年: one body over all its years
 *
 * A column a report; below each other what it was when it came, its weaknesses, what became of the plans of
 * the year before, its figures. A cell with a passage behind it is a button that shows it. Opened from the
 * roster and from a column of the reading; the head leads back to the roster.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-life-view.h"

#include "dz-body-life.h"
#include "dz-kept-name.h"
#include "dz-spoken.h"
#include "dz-text-scale.h"
#include "dz-tip.h"
#include "dz-words.h"

#include <glib/gi18n-lib.h>

#define NAME_WIDTH 220
#define CELL_WIDTH 130
#define BUTTON_PAD 10 /* where the words of a flat button begin */

struct _DzLifeView
{
  DzView parent_instance;

  GtkWidget *stack;
  GtkLabel *title;
  GtkLabel *past;
  GtkGrid *grid;
  GtkScrolledWindow *scroll;

  gint64 body_id;
  DzBodyLife *life; /* (nullable) */
  int row;          /* of the grid that is filled */
  char *row_name;   /* (nullable) */
};

G_DEFINE_FINAL_TYPE (DzLifeView, dz_life_view, DZ_TYPE_VIEW)

typedef struct
{
  int year;
  GListStore *items; /* DzEvidenceItem */
} Passage;

static void
passage_free (gpointer  data,
              GClosure *closure)
{
  Passage *passage = data;

  g_object_unref (passage->items);
  g_free (passage);
}

static void
passage_cb (GtkWidget *button,
            Passage   *passage)
{
  DzLifeView *self = DZ_LIFE_VIEW (gtk_widget_get_ancestor (button, DZ_TYPE_LIFE_VIEW));
  const char *name = dz_body_life_get_body (self->life)->name;
  g_autofree char *title = g_strdup_printf ("%s %d", name, passage->year);

  dz_session_show_evidence (dz_view_get_session (DZ_VIEW (self)), title, G_LIST_MODEL (passage->items), 0);
}

/* @item: (transfer full) */
static GListStore *
list_one (DzEvidenceItem *item)
{
  GListStore *list = g_list_store_new (DZ_TYPE_EVIDENCE_ITEM);

  g_list_store_append (list, item);
  g_object_unref (item);

  return list;
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
start_row (DzLifeView *self,
           const char *name,
           const char *css_class)
{
  GtkWidget *label = make_label (name, css_class);

  g_free (self->row_name);
  self->row_name = g_strdup (name);
  dz_text_scale_request (label, NAME_WIDTH, -1);
  dz_tip_set (label, name);
  gtk_grid_attach (self->grid, label, 0, ++self->row, 1, 1);
}

/* @items: (nullable) (transfer full): the passages behind the cell; @number: digits stand below digits */
static void
add_cell (DzLifeView *self,
          guint       column,
          const char *text,
          const char *css_class,
          gboolean    number,
          GListStore *items)
{
  GtkWidget *cell = make_label (text, css_class);

  if (number)
    {
      gtk_label_set_xalign (GTK_LABEL (cell), 1);
      gtk_widget_add_css_class (cell, "dz-number");
    }
  if (items == NULL || g_list_model_get_n_items (G_LIST_MODEL (items)) == 0)
    {
      g_clear_object (&items);
      gtk_widget_set_margin_start (cell, BUTTON_PAD);
      gtk_widget_set_margin_end (cell, number ? BUTTON_PAD : 0);
    }
  else
    {
      GtkWidget *button = gtk_button_new ();
      Passage *passage = g_new (Passage, 1);
      g_autofree char *spoken = NULL;

      passage->year = dz_body_life_get_report (self->life, column)->identity.year;
      passage->items = items;
      spoken = g_strdup_printf ("%s，%d：%s", self->row_name, passage->year, text);
      gtk_button_set_child (GTK_BUTTON (button), cell);
      dz_spoken_set_name (button, spoken);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "dz-small-button");
      g_signal_connect_data (button, "clicked", G_CALLBACK (passage_cb), passage, passage_free, 0);
      cell = button;
    }
  dz_text_scale_request (cell, CELL_WIDTH, -1);
  gtk_grid_attach (self->grid, cell, (int) column + 1, self->row, 1, 1);
}

static void
add_heading (DzLifeView *self,
             const char *title)
{
  GtkWidget *label = make_label (title, "heading");

  gtk_widget_set_margin_top (label, 12);
  gtk_grid_attach (self->grid, label, 0, ++self->row, (int) dz_body_life_get_n (self->life) + 1, 1);
}

static void
read_cb (GtkButton *button,
         gpointer   user_data)
{
  DzLifeView *self = DZ_LIFE_VIEW (gtk_widget_get_ancestor (GTK_WIDGET (button), DZ_TYPE_LIFE_VIEW));
  DzReport *report = dz_body_life_get_report (self->life, GPOINTER_TO_UINT (user_data));

  dz_session_go (dz_view_get_session (DZ_VIEW (self)), "reading", report->body_id, report->id, DZ_SPAN_NONE);
}

static void
fill_heads (DzLifeView *self)
{
  const char *const states[] = { _("Unread"), _("In review"), _("Checked"), _("Disputed") };

  start_row (self, _("Report"), "dz-secondary");
  for (guint i = 0; i < dz_body_life_get_n (self->life); i++)
    {
      const char *name = dz_body_life_get_name (self->life, i);
      g_autofree char *year = g_strdup_printf ("%d%s%s", dz_body_life_get_report (self->life, i)->identity.year,
                                               name != NULL ? " " : "", name != NULL ? name : "");
      GtkWidget *button = gtk_button_new_with_label (year);

      gtk_widget_add_css_class (button, "dz-small-button");
      dz_tip_set (button, _("Read this report"));
      g_signal_connect (button, "clicked", G_CALLBACK (read_cb), GUINT_TO_POINTER (i));
      gtk_grid_attach (self->grid, button, (int) i + 1, self->row, 1, 1);
    }
  start_row (self, _("Received"), NULL);
  for (guint i = 0; i < dz_body_life_get_n (self->life); i++)
    {
      DzReport *report = dz_body_life_get_report (self->life, i);

      add_cell (self, i, report->received != NULL ? report->received : "—", NULL, FALSE, NULL);
    }
  start_row (self, _("State"), NULL);
  for (guint i = 0; i < dz_body_life_get_n (self->life); i++)
    add_cell (self, i, states[dz_body_life_get_report (self->life, i)->reviewing], NULL, FALSE, NULL);
}

static void
fill_weaknesses (DzLifeView *self)
{
  static const char *const classes[] = { "dz-secondary-text", "dz-secondary-text", NULL, "dz-warning-text",
                                         "dz-good-text" };
  g_autoptr(GPtrArray) codes = dz_body_life_list_codes (self->life);

  add_heading (self, _("Weaknesses"));
  for (guint i = 0; i < codes->len; i++)
    {
      const DzEntry *entry = g_ptr_array_index (codes, i);

      start_row (self, entry->name, NULL);
      for (guint k = 0; k < dz_body_life_get_n (self->life); k++)
        {
          int weakness;
          DzLifeMark mark = dz_body_life_get_mark (self->life, k, entry->id, &weakness);

          add_cell (self, k, dz_life_mark_get_name (mark), classes[mark], FALSE,
                    weakness >= 0 ? list_one (dz_evidence_item_new_weakness (dz_body_life_get_report (self->life, k),
                                                                             (guint) weakness)) : NULL);
        }
    }
}

/* The acts, each with the sentence that mentions it. */
static GListStore *
list_promises (DzReport *report,
               GArray   *items,
               DzPromise promise)
{
  GListStore *list = g_list_store_new (DZ_TYPE_EVIDENCE_ITEM);

  for (guint i = 0; i < items->len; i++)
    {
      const DzPlanItem *item = &g_array_index (items, DzPlanItem, i);
      g_autoptr(DzEvidenceItem) plan = NULL;
      g_autoptr(DzEvidenceItem) kept = NULL;

      if (dz_plan_item_get_promise (item) != promise)
        continue;
      plan = dz_evidence_item_new (DZ_EVIDENCE_SPAN, item->report->id, 0, item->span);
      g_list_store_append (list, plan);
      if (dz_span_is_empty (item->kept))
        continue;
      kept = dz_evidence_item_new (DZ_EVIDENCE_SPAN, report->id, 0, item->kept);
      g_list_store_append (list, kept);
    }

  return list;
}

static void
fill_promises (DzLifeView *self)
{
  add_heading (self, _("Plans of the year before"));
  for (int p = DZ_PROMISE_KEPT; p >= DZ_PROMISE_UNMENTIONED; p--)
    {
      start_row (self, dz_words_promise ((DzPromise) p), NULL);
      for (guint k = 0; k < dz_body_life_get_n (self->life); k++)
        {
          gboolean comparable;
          guint n = dz_body_life_count_promises (self->life, k, (DzPromise) p, &comparable);
          g_autoptr(GArray) items = dz_body_life_list_promises (self->life, k);
          g_autofree char *text = comparable ? g_strdup_printf ("%u", n) : g_strdup ("—");

          add_cell (self, k, text, NULL, TRUE,
                    list_promises (dz_body_life_get_report (self->life, k), items, (DzPromise) p));
        }
    }
}

static void
fill_figures (DzLifeView *self)
{
  g_autoptr(GPtrArray) entries = dz_body_life_list_indicators (self->life);

  add_heading (self, _("Figures"));
  for (guint i = 0; i < entries->len; i++)
    {
      const DzEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *name = entry->unit != NULL ? g_strdup_printf ("%s（%s）", entry->name, entry->unit)
                                                  : g_strdup (entry->name);

      start_row (self, name, NULL);
      for (guint k = 0; k < dz_body_life_get_n (self->life); k++)
        {
          DzReport *report = dz_body_life_get_report (self->life, k);
          DzFigureCell cell = { 0 };
          g_autofree char *text = NULL;

          dz_figure_cell_resolve (report, entry, &cell);
          text = dz_figure_cell_to_string (&cell);
          add_cell (self, k, text, dz_figure_cell_is_undecided (&cell) ? "dz-warning-text" : NULL, TRUE,
                    cell.figures != NULL && cell.figures->len > 0
                      ? list_one (dz_evidence_item_new_figure (report, g_array_index (cell.figures, guint, 0))) : NULL);
          dz_figure_cell_clear (&cell);
        }
    }
}

static void
fill (DzLifeView *self)
{
  const DzBody *body = dz_body_life_get_body (self->life);
  GtkWidget *child;
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (self->scroll);
  double kept = gtk_adjustment_get_value (place);
  g_autofree char *title = g_strdup_printf (_("%s: over the years"), body->name);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  self->row = -1;
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->past, body->past != NULL ? body->past : "");
  dz_tip_set (GTK_WIDGET (self->past), body->past);
  fill_heads (self);
  fill_weaknesses (self);
  fill_promises (self);
  fill_figures (self);
  gtk_adjustment_set_value (place, kept);
}

static void
dz_life_view_update (DzView    *view,
                     DzSession *session)
{
  DzLifeView *self = DZ_LIFE_VIEW (view);
  DzReview *review = dz_session_get_review (session);
  const DzBody *body = dz_review_find_body (review, self->body_id);

  g_clear_object (&self->life);
  if (body != NULL)
    self->life = dz_body_life_new (review, dz_session_get_codebook (session), body);
  if (self->life != NULL && dz_body_life_get_n (self->life) > 0)
    fill (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    self->life != NULL && dz_body_life_get_n (self->life) > 0 ? "table" : "empty");
}

static void
dz_life_view_open (DzView *view,
                   gint64  body_id,
                   gint64  report_id,
                   DzSpan  span)
{
  DzLifeView *self = DZ_LIFE_VIEW (view);

  if (body_id == 0 || body_id == self->body_id)
    return;
  self->body_id = body_id;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroll), 0);
  dz_life_view_update (view, dz_view_get_session (view));
}

static gint64
dz_life_view_get_body (DzView *view)
{
  return DZ_LIFE_VIEW (view)->body_id;
}

static void
back_cb (GtkButton  *button,
         DzLifeView *self)
{
  dz_session_go (dz_view_get_session (DZ_VIEW (self)), "roster", self->body_id, 0, DZ_SPAN_NONE);
}

static char *
dz_life_view_dup_state (DzView *view)
{
  return dz_body_dup_kept (
    dz_review_find_body (dz_session_get_review (dz_view_get_session (view)), DZ_LIFE_VIEW (view)->body_id));
}

static void
dz_life_view_set_state (DzView     *view,
                        const char *state)
{
  const DzBody *body = dz_review_body_kept (dz_session_get_review (dz_view_get_session (view)), state);

  if (body != NULL)
    dz_life_view_open (view, body->id, 0, DZ_SPAN_NONE);
}

static void
dz_life_view_dispose (GObject *object)
{
  DzLifeView *self = DZ_LIFE_VIEW (object);

  g_clear_object (&self->life);
  g_clear_pointer (&self->row_name, g_free);
  adw_bin_set_child (ADW_BIN (object), NULL);

  G_OBJECT_CLASS (dz_life_view_parent_class)->dispose (object);
}

static void
dz_life_view_class_init (DzLifeViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dz_life_view_dispose;
  DZ_VIEW_CLASS (klass)->update = dz_life_view_update;
  DZ_VIEW_CLASS (klass)->open = dz_life_view_open;
  DZ_VIEW_CLASS (klass)->get_body = dz_life_view_get_body;
  DZ_VIEW_CLASS (klass)->dup_state = dz_life_view_dup_state;
  DZ_VIEW_CLASS (klass)->set_state = dz_life_view_set_state;
}

static GtkWidget *
make_toolbar (DzLifeView *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *back = gtk_button_new_from_icon_name ("go-previous-symbolic");

  gtk_widget_add_css_class (bar, "dz-toolbar");
  gtk_widget_add_css_class (back, "flat");
  dz_tip_set (back, _("Back to the roster"));
  dz_spoken_set_name (back, _("Back to the roster"));
  g_signal_connect (back, "clicked", G_CALLBACK (back_cb), self);
  self->title = GTK_LABEL (make_label (NULL, "heading"));
  self->past = GTK_LABEL (make_label (NULL, "dz-secondary"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->past), TRUE);
  gtk_box_append (GTK_BOX (bar), back);
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->past));

  return bar;
}

static void
dz_life_view_init (DzLifeView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *empty = adw_status_page_new ();

  self->stack = gtk_stack_new ();
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 12);
  gtk_grid_set_row_spacing (self->grid, 2);
  gtk_widget_set_margin_start (GTK_WIDGET (self->grid), 14);
  gtk_widget_set_margin_end (GTK_WIDGET (self->grid), 14);
  gtk_widget_set_margin_top (GTK_WIDGET (self->grid), 9);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->grid), 14);
  gtk_widget_set_valign (GTK_WIDGET (self->grid), GTK_ALIGN_START);
  gtk_widget_set_halign (GTK_WIDGET (self->grid), GTK_ALIGN_START);
  self->scroll = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_child (self->scroll, GTK_WIDGET (self->grid));
  gtk_widget_set_vexpand (GTK_WIDGET (self->scroll), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->scroll), "dz-reading");
  gtk_box_append (GTK_BOX (box), make_toolbar (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->scroll));
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (empty), "dz-change-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (empty), _("No report of this body yet"));
  gtk_stack_add_named (GTK_STACK (self->stack), empty, "empty");
  gtk_stack_add_named (GTK_STACK (self->stack), box, "table");
  adw_bin_set_child (ADW_BIN (self), self->stack);
}

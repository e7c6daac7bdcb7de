/* dz-promise-list.c - 上年计划: the acts of last year's plans, with the sentence that mentions each
 *
 * Three toggles, one for each thing that can have become of an act, carry its count and show its acts. The
 * word of a row is the machine's, with a question mark, until a person decides it. A click on a row shows
 * both passages, last year's first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-promise-list.h"

#include "dz-change-decision.h"
#include "dz-growing.h"
#include "dz-spoken.h"
#include "dz-tip.h"
#include "dz-words.h"
#include "dz-wrap-box.h"

#include <glib/gi18n-lib.h>

#define NAME_CHARACTERS 9
#define ROWS_FIRST 6
#define ROWS_AT_ONCE 40

struct _DzPromiseList
{
  AdwBin parent_instance;

  GtkToggleButton *toggles[DZ_N_PROMISES];
  GtkLabel *count;
  GtkListBox *list;
  DzGrowing *growing;
  GArray *acts; /* Act: those shown */

  DzSession *session;
  DzYearChange *change;
  DzPromise shown;
};

G_DEFINE_FINAL_TYPE (DzPromiseList, dz_promise_list, ADW_TYPE_BIN)

typedef struct
{
  DzChangeRow *row;       /* borrowed from the change, with the item */
  const DzPlanItem *item;
} Act;

enum { LEFT, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
add_passage (GListStore *list,
             DzReport   *report,
             DzSpan      span)
{
  g_autoptr(DzEvidenceItem) item = NULL;

  if (dz_span_is_empty (span))
    return;
  item = dz_evidence_item_new (DZ_EVIDENCE_SPAN, report->id, 0, span);
  g_list_store_append (list, item);
}

static void
activated_cb (DzPromiseList *self,
              GtkListBoxRow *list_row)
{
  DzChangeRow *row = g_object_get_data (G_OBJECT (list_row), "dz-row");
  const DzPlanItem *item = g_object_get_data (G_OBJECT (list_row), "dz-item");
  g_autoptr(GListStore) passages = g_list_store_new (DZ_TYPE_EVIDENCE_ITEM);
  g_autofree char *title = g_strdup_printf ("%s · %s", dz_change_row_get_body (row)->name, _("Last year's plan"));

  add_passage (passages, item->report, item->span);
  add_passage (passages, dz_change_row_get_this_report (row), item->kept);
  g_signal_emit (self, signals[LEFT], 0);
  dz_session_show_evidence (self->session, title, G_LIST_MODEL (passages), 0);
}

static void
read_plan_cb (GtkButton     *button,
              DzPromiseList *self)
{
  GtkWidget *list_row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);
  const DzPlanItem *item = g_object_get_data (G_OBJECT (list_row), "dz-item");

  dz_session_go (self->session, "reading", item->report->body_id, item->report->id, item->span);
}

static GtkWidget *
make_line (const char *format,
           const char *words)
{
  g_autofree char *text = g_strdup (words);
  g_autofree char *line = NULL;
  GtkWidget *label;

  g_strstrip (g_strdelimit (text, "\n\r\t", ' '));
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  line = g_strdup_printf (format, text);
#pragma GCC diagnostic pop
  label = gtk_label_new (line);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  dz_tip_set (label, text);

  return label;
}

/* What the word of the row rests on. */
static void
add_ground (GtkWidget  *lines,
            const char *format,
            const char *words)
{
  GtkWidget *line = make_line (format, words);

  gtk_widget_add_css_class (line, "dz-secondary-text");
  gtk_box_append (GTK_BOX (lines), line);
}

static void
add_row (DzPromiseList    *self,
         DzChangeRow      *row,
         const DzPlanItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (dz_change_row_get_body (row)->name);
  GtkWidget *see = gtk_button_new_with_label (_("See the Plan"));
  GtkWidget *list_row = gtk_list_box_row_new ();
  g_autofree char *act = dz_text_dup_line (item->report->text, item->span);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_width_chars (GTK_LABEL (name), NAME_CHARACTERS);
  gtk_widget_add_css_class (name, "dz-secondary-text");
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (lines), make_line ("%s", act));
  if (!dz_span_is_empty (item->kept))
    {
      g_autofree char *kept = dz_text_dup_line (dz_change_row_get_this_report (row)->text, item->kept);

      add_ground (lines, _("This year: %s"), kept);
    }
  if (item->decision != NULL && item->decision->note != NULL)
    add_ground (lines, _("Stated at: %s"), item->decision->note);
  gtk_widget_add_css_class (see, "dz-small-button");
  gtk_widget_set_valign (see, GTK_ALIGN_CENTER);
  g_signal_connect (see, "clicked", G_CALLBACK (read_plan_cb), self);
  g_object_set_data_full (G_OBJECT (list_row), "dz-row", g_object_ref (row), g_object_unref);
  g_object_set_data (G_OBJECT (list_row), "dz-item", (gpointer) item); /* the row's own */
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), lines);
  gtk_box_append (GTK_BOX (box), see);
  gtk_box_append (GTK_BOX (box), dz_promise_menu_new (self->session, row, item));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (list_row), box);
  dz_spoken_read (list_row);
  gtk_list_box_append (self->list, list_row);
}

static void
make_nth_row (guint    index,
              gpointer user_data)
{
  DzPromiseList *self = user_data;
  const Act *act = &g_array_index (self->acts, Act, index);

  add_row (self, act->row, act->item);
}

static void
fill (DzPromiseList *self,
      gboolean       keep)
{
  GtkWidget *child;
  guint n_bodies = 0;
  g_autofree char *count = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  g_array_set_size (self->acts, 0);
  for (guint i = 0; i < dz_year_change_get_n_rows (self->change); i++)
    {
      DzChangeRow *row = dz_year_change_get_row (self->change, i);
      GArray *items = dz_change_row_get_plan_items (row);
      guint before = self->acts->len;

      for (guint k = 0; k < items->len; k++)
        {
          const Act act = { row, &g_array_index (items, DzPlanItem, k) };

          if (dz_plan_item_get_promise (act.item) == self->shown)
            g_array_append_val (self->acts, act);
        }
      n_bodies += self->acts->len > before;
    }
  dz_growing_start (self->growing, self->acts->len, keep);
  count = self->acts->len > 0 ? g_strdup_printf (_("%u bodies, %u acts"), n_bodies, self->acts->len)
                              : g_strdup (_("none"));
  gtk_label_set_label (self->count, count);
}

static void
fill_toggles (DzPromiseList *self)
{
  for (guint p = 0; p < DZ_N_PROMISES; p++)
    {
      guint n = 0;
      g_autofree char *label = NULL;

      for (guint i = 0; i < dz_year_change_get_n_rows (self->change); i++)
        n += dz_change_row_count_promises (dz_year_change_get_row (self->change, i), (DzPromise) p);
      label = g_strdup_printf ("%s %u", dz_words_promise ((DzPromise) p), n);
      gtk_button_set_label (GTK_BUTTON (self->toggles[p]), label);
    }
}

static void
toggled_cb (GtkToggleButton *toggle,
            DzPromiseList   *self)
{
  if (!gtk_toggle_button_get_active (toggle))
    return;
  for (guint i = 0; i < DZ_N_PROMISES; i++)
    if (self->toggles[i] == toggle)
      self->shown = i;
  if (self->change != NULL)
    fill (self, FALSE);
}

static void
dz_promise_list_dispose (GObject *object)
{
  DzPromiseList *self = DZ_PROMISE_LIST (object);

  g_clear_pointer (&self->growing, dz_growing_free);
  g_clear_pointer (&self->acts, g_array_unref);
  g_clear_object (&self->session);
  g_clear_object (&self->change);

  G_OBJECT_CLASS (dz_promise_list_parent_class)->dispose (object);
}

static void
dz_promise_list_class_init (DzPromiseListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dz_promise_list_dispose;

  /* the pane shows a passage of this list now */
  signals[LEFT] = g_signal_new ("passage-shown", DZ_TYPE_PROMISE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static GtkWidget *
make_head (DzPromiseList *self)
{
  GtkWidget *head = g_object_new (DZ_TYPE_WRAP_BOX, NULL);
  GtkWidget *title = gtk_label_new (_("Last year's plans"));
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (head, "dz-change-head");
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (group, "linked");
  gtk_widget_set_valign (group, GTK_ALIGN_CENTER);
  for (guint i = 0; i < DZ_N_PROMISES; i++)
    {
      GtkWidget *toggle = gtk_toggle_button_new ();

      self->toggles[i] = GTK_TOGGLE_BUTTON (toggle);
      gtk_widget_add_css_class (toggle, "dz-small-button");
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (toggle), self->toggles[0]);
      gtk_box_append (GTK_BOX (group), toggle);
    }
  gtk_toggle_button_set_active (self->toggles[DZ_PROMISE_UNMENTIONED], TRUE);
  for (guint i = 0; i < DZ_N_PROMISES; i++)
    g_signal_connect (self->toggles[i], "toggled", G_CALLBACK (toggled_cb), self);
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dz-secondary");
  gtk_widget_set_parent (title, head);
  gtk_widget_set_parent (group, head);
  gtk_widget_set_parent (GTK_WIDGET (self->count), head);

  return head;
}

static void
dz_promise_list_init (DzPromiseList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroll = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "dz-plan-list");
  dz_spoken_set_name (GTK_WIDGET (self->list), _("Last year's plans"));
  gtk_widget_set_size_request (GTK_WIDGET (self->list), 250, -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (activated_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroll), TRUE);
  gtk_widget_set_vexpand (scroll, TRUE);
  self->acts = g_array_new (FALSE, FALSE, sizeof (Act));
  self->growing = dz_growing_new (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroll)), ROWS_FIRST, ROWS_AT_ONCE,
                                  make_nth_row, self);
  gtk_box_append (GTK_BOX (box), make_head (self));
  gtk_box_append (GTK_BOX (box), scroll);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * dz_promise_list_set_change:
 *
 * Shows the plans of the bodies of @change that have both years.
 */
void
dz_promise_list_set_change (DzPromiseList *self,
                            DzSession     *session,
                            DzYearChange  *change)
{
  g_return_if_fail (DZ_IS_PROMISE_LIST (self));

  g_set_object (&self->session, session);
  g_set_object (&self->change, change);
  fill_toggles (self);
  fill (self, TRUE);
}

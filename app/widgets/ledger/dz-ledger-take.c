/* dz-ledger-take.c - weaknesses bodies declare themselves, to be put on the 整改台账 by a person
 *
 * The weaknesses of one report at a time, each with a tick; what is on the ledger already is not offered.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-ledger-take.h"

#include "dz-choices.h"
#include "dz-ledger-table.h"
#include "dz-session-ledger.h"
#include "dz-spoken.h"

#include <glib/gi18n-lib.h>

struct _DzLedgerTake
{
  AdwWindow parent_instance;

  DzSession *session;
  GPtrArray *reports; /* DzReport */
  GtkDropDown *body;
  GtkListBox *list;
  GtkWidget *take;
};

G_DEFINE_FINAL_TYPE (DzLedgerTake, dz_ledger_take, ADW_TYPE_WINDOW)

static DzReport *
get_report (DzLedgerTake *self)
{
  guint n = gtk_drop_down_get_selected (self->body);

  return n < self->reports->len ? g_ptr_array_index (self->reports, n) : NULL;
}

static const char *
get_name (DzLedgerTake *self,
          DzReport     *report)
{
  const DzBody *body = dz_review_find_body (dz_session_get_review (self->session), report->body_id);

  return body != NULL ? body->name : "";
}

static gboolean
is_on_ledger (DzLedgerTake        *self,
              const DzLedgerEntry *entry)
{
  GPtrArray *ledger = dz_session_get_review (self->session)->ledger;

  for (guint i = 0; i < ledger->len; i++)
    if (dz_ledger_entry_is_same (g_ptr_array_index (ledger, i), entry))
      return TRUE;

  return FALSE;
}

static GtkCheckButton *
get_check (DzLedgerTake *self,
           int           n)
{
  return GTK_CHECK_BUTTON (gtk_list_box_row_get_child (gtk_list_box_get_row_at_index (self->list, n)));
}

static void
count_cb (DzLedgerTake *self)
{
  guint n = 0;

  for (int i = 0; gtk_list_box_get_row_at_index (self->list, i) != NULL; i++)
    n += gtk_check_button_get_active (get_check (self, i));
  gtk_widget_set_sensitive (self->take, n > 0);
}

static void
add_row (DzLedgerTake        *self,
         guint                index,
         const DzLedgerEntry *entry)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (entry->problem);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  dz_spoken_set_name (check, entry->problem);
  g_object_set_data (G_OBJECT (check), "weakness", GUINT_TO_POINTER (index));
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (count_cb), self);
  gtk_list_box_append (self->list, check);
}

static void
fill (DzLedgerTake *self)
{
  DzReport *report = get_report (self);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; report != NULL && i < report->weaknesses->len; i++)
    {
      g_autoptr(DzLedgerEntry) entry = NULL;

      if (!dz_weakness_counts (&g_array_index (report->weaknesses, DzWeakness, i)))
        continue;
      entry = dz_ledger_entry_from_report (report, i, get_name (self, report));
      if (!is_on_ledger (self, entry))
        add_row (self, i, entry);
    }
  count_cb (self);
}

static void
take_cb (DzLedgerTake *self)
{
  DzReport *report = get_report (self);
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_ledger_entry_free);

  for (int i = 0; gtk_list_box_get_row_at_index (self->list, i) != NULL; i++)
    {
      GtkCheckButton *check = get_check (self, i);
      guint weakness = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "weakness"));

      if (gtk_check_button_get_active (check))
        g_ptr_array_add (entries, dz_ledger_entry_from_report (report, weakness, get_name (self, report)));
    }
  if (entries->len == 0 || dz_session_add_ledger (self->session, entries))
    gtk_window_close (GTK_WINDOW (self));
}

static void
dz_ledger_take_dispose (GObject *object)
{
  DzLedgerTake *self = DZ_LEDGER_TAKE (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->reports, g_ptr_array_unref);

  G_OBJECT_CLASS (dz_ledger_take_parent_class)->dispose (object);
}

static void
dz_ledger_take_class_init (DzLedgerTakeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dz_ledger_take_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dz_ledger_take_init (DzLedgerTake *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *empty = gtk_label_new (_("No weakness of this report is left to take in"));

  self->reports = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_report_unref);
  self->body = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  dz_choices_add_search (self->body);
  dz_spoken_set_name (GTK_WIDGET (self->body), _("Body"));
  self->take = gtk_button_new_with_label (_("Put on the Ledger"));
  gtk_widget_add_css_class (self->take, "suggested-action");
  g_signal_connect_swapped (self->take, "clicked", G_CALLBACK (take_cb), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), GTK_WIDGET (self->body));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->take);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (self->list, empty);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  gtk_widget_set_margin_start (GTK_WIDGET (self->list), 14);
  gtk_widget_set_margin_end (GTK_WIDGET (self->list), 14);
  gtk_widget_set_margin_top (GTK_WIDGET (self->list), 14);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->list), 14);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scroll, TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), scroll);
  gtk_window_set_default_size (GTK_WINDOW (self), 720, 520);
  gtk_window_set_title (GTK_WINDOW (self), _("Take In Declared Weaknesses"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  adw_window_set_content (ADW_WINDOW (self), box);
}

/**
 * dz_ledger_take_new:
 *
 * Returns: (transfer none): the window; the reports are those of the year and the bodies on screen
 */
DzLedgerTake *
dz_ledger_take_new (DzSession *session,
                    GtkWindow *parent)
{
  DzLedgerTake *self = g_object_new (DZ_TYPE_LEDGER_TAKE, "transient-for", parent, NULL);
  DzReview *review = dz_session_get_review (session);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  self->session = g_object_ref (session);
  for (guint i = 0; i < review->bodies->len; i++)
    {
      const DzBody *body = g_ptr_array_index (review->bodies, i);
      DzReport *report = dz_review_report_of (review, body->id, dz_session_get_year (session));

      if (report == NULL || report->identity.kind == DZ_KIND_OTHER ||
          !dz_scope_filter_includes (dz_session_get_scope (session), body))
        continue;
      g_ptr_array_add (self->reports, dz_report_ref (report));
      g_ptr_array_add (names, body->name);
    }
  g_ptr_array_add (names, NULL);
  dz_choices_set (self->body, (const char *const *) names->pdata, 0, NULL);
  g_signal_connect_swapped (self->body, "notify::selected", G_CALLBACK (fill), self);
  fill (self);

  return self;
}

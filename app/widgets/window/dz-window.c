/* dz-window.c - the window: header bar, sidebar, views, evidence pane
 *
 * What the user asks for by menu, key or drop is in dz-window-actions.c; here
 * is what is shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-window-private.h"

#include "dz-choices.h"
#include "dz-codebook-job.h"
#include "dz-giving.h"
#include "dz-reading-view.h"
#include "dz-author-dialog.h"
#include "dz-sight.h"
#include "dz-text-scale.h"
#include "dz-tip.h"
#include "dz-view.h"
#include "dz-told-pages.h"
#include "dz-views.h"
#include "dz-yielding.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (DzWindow, dz_window, ADW_TYPE_APPLICATION_WINDOW)

#define FOLD_WIDTH 1000

static DzView *
get_view (DzWindow   *self,
          const char *name)
{
  GtkWidget *view = gtk_stack_get_child_by_name (self->views, name);

  return view != NULL ? DZ_VIEW (view) : NULL;
}

/* Only the view on screen is visible: GTK styles and measures the hidden pages of a stack with the one shown, which
 * made the first frame after any change eight times as long. */
static void
show_page (DzWindow   *self,
           const char *name)
{
  GtkWidget *left = gtk_stack_get_visible_child (self->views);
  GtkWidget *view = gtk_stack_get_child_by_name (self->views, name);

  gtk_widget_set_visible (view, TRUE);
  gtk_stack_set_visible_child (self->views, view);
  if (left != NULL && left != view)
    gtk_widget_set_visible (left, FALSE);
}

static void
switch_to (DzWindow   *self,
           const char *name)
{
  const char *left = gtk_stack_get_visible_child_name (self->views);

  if (g_strcmp0 (left, name) != 0)
    g_ptr_array_add (self->way, g_strdup (left));
  show_page (self, name);
  dz_window_tell_way (self);
  dz_sidebar_select (self->sidebar, name);
  dz_window_update_print (self);
  if (adw_flap_get_folded (self->sidebar_flap))
    adw_flap_set_reveal_flap (self->sidebar_flap, FALSE);
}

/* What was chosen in one view is not chosen in another: its evidence goes with it. */
void
dz_window_show_view (DzWindow   *self,
                     const char *name)
{
  if (get_view (self, name) == NULL)
    return;
  if (self->session != NULL && g_strcmp0 (gtk_stack_get_visible_child_name (self->views), name) != 0)
    dz_session_show_evidence (self->session, NULL, NULL, 0);
  switch_to (self, name);
}

/**
 * dz_window_go_back:
 *
 * Out of what was opened within the view, or else to the view the last jump, key or click led away from; each is as it
 * was left.
 */
void
dz_window_go_back (DzWindow *self)
{
  DzView *left = DZ_VIEW (gtk_stack_get_visible_child (self->views));
  g_autofree char *name = NULL;

  if (self->session == NULL || dz_view_go_back (left) || self->way->len == 0)
    return;
  name = g_ptr_array_steal_index (self->way, self->way->len - 1);
  dz_window_show_view (self, name);
  dz_view_return_from (get_view (self, name), left);
  g_ptr_array_set_size (self->way, (int) self->way->len - 1);
  dz_window_tell_way (self);
}

static void
view_chosen_cb (DzWindow   *self,
                const char *name)
{
  dz_window_show_view (self, name);
}

/* Whether the pane shows the passage somebody goes to. */
static gboolean
is_evidence (DzWindow *self,
             gint64    report_id,
             DzSpan    span)
{
  GListModel *list = dz_session_list_evidence (self->session);
  g_autoptr(DzEvidenceItem) item =
    list != NULL ? g_list_model_get_item (list, dz_session_get_evidence_position (self->session)) : NULL;

  return item != NULL && dz_evidence_item_get_report_id (item) == report_id &&
         dz_span_overlaps (dz_evidence_item_get_span (item), span);
}

static void
session_go_cb (DzWindow   *self,
               const char *name,
               gint64      body_id,
               gint64      report_id,
               guint64     start,
               guint64     end)
{
  DzView *view = get_view (self, name);
  DzSpan span = { (gsize) start, (gsize) end };

  if (view == NULL)
    return;
  if (is_evidence (self, report_id, span))
    switch_to (self, name);
  else
    dz_window_show_view (self, name);
  dz_view_open (view, body_id, report_id, span);
}

static void
session_compare_cb (DzWindow *self,
                    GArray   *report_ids)
{
  DzView *reading = get_view (self, "reading");

  dz_window_show_view (self, "reading");
  dz_reading_view_set_reports (DZ_READING_VIEW (reading), (const gint64 *) (gpointer) report_ids->data,
                               report_ids->len);
}

static void
session_evidence_cb (DzWindow *self)
{
  adw_flap_set_reveal_flap (self->evidence_flap, dz_session_list_evidence (self->session) != NULL);
}

/* Closed by a click beside it, a key or a button: nothing is chosen any more. */
static void
flap_moved_cb (DzWindow *self)
{
  if (self->session != NULL && !adw_flap_get_reveal_flap (self->evidence_flap))
    dz_session_show_evidence (self->session, NULL, NULL, 0);
}

static void
session_toast_cb (DzWindow   *self,
                  const char *text,
                  gboolean    undoable)
{
  dz_window_toast (self, text, undoable);
}

/* What the user must see until it is dealt with. */
void
dz_window_tell (DzWindow   *self,
                const char *text)
{
  const char *before = gtk_label_get_label (self->notice_label);
  g_autofree char *both = NULL;

  /* what was not kept is not overwritten by what also failed because of it; what says the same and more takes its place */
  if (gtk_info_bar_get_revealed (self->notice) && strstr (text, before) == NULL)
    both = strstr (before, text) == NULL ? g_strdup_printf ("%s\n%s", before, text) : g_strdup (before);
  gtk_label_set_label (self->notice_label, both != NULL ? both : text);
  gtk_info_bar_set_message_type (self->notice, GTK_MESSAGE_ERROR);
  gtk_info_bar_set_revealed (self->notice, TRUE);
  self->notice_cause = NULL;
}

#define UNKEPT "unkept" /* the review could not be written; other causes are titles of works */

/* Told until its cause is gone; beside something else, until it is read. */
static void
tell_while (DzWindow   *self,
            const char *text,
            const char *cause)
{
  const char *interned = g_intern_string (cause);
  gboolean alone = !gtk_info_bar_get_revealed (self->notice) || self->notice_cause == interned;

  dz_window_tell (self, text);
  self->notice_cause = alone ? interned : NULL;
}

static void
cause_is_gone (DzWindow   *self,
               const char *cause)
{
  if (self->notice_cause == NULL || !g_str_equal (self->notice_cause, cause))
    return;
  gtk_info_bar_set_revealed (self->notice, FALSE);
  self->notice_cause = NULL;
}

static void
session_unkept_cb (DzWindow   *self,
                   const char *text)
{
  tell_while (self, text, UNKEPT);
}

static void
session_kept_cb (DzWindow *self)
{
  cause_is_gone (self, UNKEPT);
}

/**
 * dz_window_tell_error:
 * @what: a sentence that says what was not done
 * @error: (nullable): why
 *
 * Says both in the bar, where they stay until they are read.
 */
void
dz_window_tell_error (DzWindow   *self,
                      const char *what,
                      GError     *error)
{
  g_autofree char *text = error != NULL ? g_strdup_printf (_("%s %s"), what, error->message)
                                        : g_strdup (what);

  dz_window_tell (self, text);
}

static gboolean
close_cb (gpointer window)
{
  gtk_window_close (window);

  return G_SOURCE_REMOVE;
}

/* Later: the dialog that asked goes with the window, and is still in its response. */
static void
close_later (DzWindow *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, close_cb, g_object_ref (self), g_object_unref);
}

static void
work_ended_cb (DzWindow     *self,
               const char   *text,
               const GError *error,
               DzWork       *work)
{
  if (error == NULL)
    cause_is_gone (self, dz_work_get_title (work));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    dz_window_toast (self, _("Stopped; nothing was left half written"), FALSE);
  else if (error != NULL)
    tell_while (self, error->message, dz_work_get_title (work));
  else if (text != NULL)
    dz_window_toast (self, text, FALSE);
  if (self->closing && dz_work_bar_count (self->work_bar) == 0)
    close_later (self);
}

/**
 * dz_window_add_work:
 *
 * Shows a long work while it lasts, and tells how it ended.
 */
void
dz_window_add_work (DzWindow *self,
                    DzWork   *work)
{
  dz_work_bar_add (self->work_bar, work);
  g_signal_connect_object (work, "ended", G_CALLBACK (work_ended_cb), self, G_CONNECT_SWAPPED);
}

static void
notice_response_cb (DzWindow *self,
                    int       response)
{
  gtk_info_bar_set_revealed (self->notice, FALSE);
}

static void
search_changed_cb (DzWindow *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  dz_search_tools_set_words (self->search_tools, words);
  dz_search_list_search (self->search_list, words, dz_search_tools_is_pattern (self->search_tools));
}

static void
search_picked_cb (DzWindow   *self,
                  const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), words);
  search_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
search_next_cb (DzWindow *self)
{
  dz_search_list_step (self->search_list, 1);
}

static void
search_previous_cb (DzWindow *self)
{
  dz_search_list_step (self->search_list, -1);
}

static void
search_stopped_cb (DzWindow *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
}

static void
year_selected_cb (DzWindow *self)
{
  guint position = gtk_drop_down_get_selected (self->year_drop);

  if (self->session == NULL || position >= self->years->len)
    return;
  dz_session_set_year (self->session, g_array_index (self->years, int, position));
}

static void
fill_years (DzWindow *self)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_auto(GStrv) rows = NULL;
  guint selected = GTK_INVALID_LIST_POSITION;

  g_clear_pointer (&self->years, g_array_unref);
  self->years = dz_review_list_years (dz_session_get_review (self->session));
  for (guint i = 0; i < self->years->len; i++)
    {
      int year = g_array_index (self->years, int, i);
      g_autofree char *name = g_strdup_printf ("%d", year);

      g_strv_builder_add (names, name);
      if (year == dz_session_get_year (self->session))
        selected = i;
    }
  rows = g_strv_builder_end (names);
  dz_choices_set (self->year_drop, (const char *const *) rows, selected, self);
}

void
dz_window_update_actions (DzWindow *self)
{
  static const char *const of_a_review[] = { "save-as", "pack", "merge", "restore", "close-review", "import-log", "county",
                                             "paste-report", "saved-views", "second-reading" };
  gboolean open = self->session != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (of_a_review); i++)
    g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), of_a_review[i])), open);
  dz_window_update_undo (self);
  dz_window_update_print (self);
}

static void
session_changed_cb (DzWindow *self)
{
  g_autofree char *title = dz_session_dup_title (self->session);
  g_autofree char *counties = dz_session_dup_counties (self->session);
  g_autofree char *name = g_path_get_basename (dz_session_get_path (self->session));

  fill_years (self);
  dz_window_fill_scopes (self);
  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title,
                                 dz_session_is_temporary (self->session) ? _("Sample, not kept") : name);
  dz_tip_set (GTK_WIDGET (self->window_title), counties);
  dz_window_tell_counts (self);
  dz_window_update_actions (self);
}

/**
 * dz_window_show_frame:
 *
 * Shows the review, or the empty page where none is open, and the header's widgets that go with it. The way back begins
 * here.
 */
void
dz_window_show_frame (DzWindow *self)
{
  gboolean open = self->session != NULL;
  GtkWidget *of_a_review[] = {
    GTK_WIDGET (self->sidebar_button), GTK_WIDGET (self->import_button),
    GTK_WIDGET (self->undo_button),    GTK_WIDGET (self->redo_button),
    GTK_WIDGET (self->back_button),
    GTK_WIDGET (self->print_button),   GTK_WIDGET (self->search_button),
    GTK_WIDGET (self->scope_box),
  };

  for (guint i = 0; i < G_N_ELEMENTS (of_a_review); i++)
    gtk_widget_set_visible (of_a_review[i], open);
  gtk_widget_set_visible (GTK_WIDGET (self->open_button), !open);
  gtk_stack_set_visible_child_name (self->root_stack, open ? "review" : "empty");
  if (!open)
    {
      adw_window_title_set_title (self->window_title, _("Duizhao"));
      adw_window_title_set_subtitle (self->window_title, "");
      dz_empty_page_refresh (self->empty_page);
    }
  dz_window_update_actions (self);
  g_ptr_array_set_size (self->way, 0);
  dz_window_tell_way (self);
}

/* Rows of the file that cannot be true were left out: nothing is silent, but once is enough. */
static void
tell_untrue (DzWindow  *self,
             DzSession *session)
{
  g_autofree char *words = dz_session_dup_untrue (session);

  if (words != NULL)
    dz_window_tell (self, words);
}

/**
 * dz_window_take_session:
 * @session: (transfer full) (nullable): what the window shows from now on, once dz_window_show_frame() was called
 */
void
dz_window_take_session (DzWindow  *self,
                        DzSession *session)
{
  dz_evidence_pane_keep_notes (self->evidence_pane);
  if (self->second != NULL)
    gtk_window_destroy (self->second);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  self->session = session;
  dz_window_forget_counts (self);
  for (GtkWidget *view = gtk_widget_get_first_child (GTK_WIDGET (self->views)); view != NULL;
       view = gtk_widget_get_next_sibling (view))
    dz_view_set_session (DZ_VIEW (view), session);
  dz_evidence_pane_set_session (self->evidence_pane, session);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  dz_search_list_set_session (self->search_list, session);
  dz_search_tools_set_session (self->search_tools, session);
  dz_window_watch_undo (self);
  adw_flap_set_reveal_flap (self->evidence_flap, FALSE);
  if (session != NULL)
    {
      g_signal_connect_swapped (session, "changed", G_CALLBACK (session_changed_cb), self);
      g_signal_connect_swapped (session, "evidence", G_CALLBACK (session_evidence_cb), self);
      g_signal_connect_swapped (session, "go", G_CALLBACK (session_go_cb), self);
      g_signal_connect_swapped (session, "compare", G_CALLBACK (session_compare_cb), self);
      g_signal_connect_swapped (session, "toast", G_CALLBACK (session_toast_cb), self);
      g_signal_connect_swapped (session, "trouble", G_CALLBACK (dz_window_tell), self);
      g_signal_connect_swapped (session, "unkept", G_CALLBACK (session_unkept_cb), self);
      g_signal_connect_swapped (session, "kept", G_CALLBACK (session_kept_cb), self);
      g_signal_connect_swapped (session, "work", G_CALLBACK (dz_window_add_work), self);
      session_changed_cb (self);
      if (dz_session_get_refusal (session) != NULL)
        dz_window_tell (self, dz_session_get_refusal (session));
      tell_untrue (self, session);
    }
}

/* Where there is little room the title has it: what the lists hold tells what they are. */
static void
give_room (DzWindow *self)
{
  gboolean wide = !adw_flap_get_folded (self->sidebar_flap);

  self->giving_room = 0;
  gtk_widget_set_visible (self->year_label, wide);
  gtk_widget_set_visible (self->scope_label, wide);
}

/* Later: while places are given out nothing may change its size. */
static void
folded_cb (DzWindow *self)
{
  if (self->giving_room == 0)
    self->giving_room = g_idle_add_once ((GSourceOnceFunc) give_room, self);
}

/* Below 1000 px both flaps lie over the view instead of beside it; above, where there is no room: a flap
 * that never folds would not let the window become narrower than itself and the widest view. */
static void
dz_window_size_allocate (GtkWidget *widget,
                         int        width,
                         int        height,
                         int        baseline)
{
  DzWindow *self = DZ_WINDOW (widget);
  AdwFlapFoldPolicy policy = width < FOLD_WIDTH ? ADW_FLAP_FOLD_POLICY_ALWAYS
                                                : ADW_FLAP_FOLD_POLICY_AUTO;

  if (adw_flap_get_fold_policy (self->sidebar_flap) != policy)
    {
      adw_flap_set_fold_policy (self->sidebar_flap, policy);
      adw_flap_set_fold_policy (self->evidence_flap, policy);
    }

  GTK_WIDGET_CLASS (dz_window_parent_class)->size_allocate (widget, width, height, baseline);
}

/* Another window or program may have written to the file while this one stood behind. */
static void
catch_up (DzWindow *self)
{
  self->catching_up = 0;
  /* what a work of this window writes is loaded when it ends */
  if (self->session != NULL && gtk_window_is_active (GTK_WINDOW (self)) && !dz_window_is_working (self) &&
      dz_session_catch_up (self->session))
    dz_window_toast (self, _("The review was changed elsewhere; it is shown as it is now"), FALSE);
}

/* Not at once: a popover that opens makes the window active once more, and would lose its button under itself. */
static void
is_active_cb (DzWindow *self)
{
  if (self->catching_up == 0)
    self->catching_up = g_idle_add_once ((GSourceOnceFunc) catch_up, self);
}

static void
closing_response_cb (DzWindow   *self,
                     const char *response)
{
  if (g_str_equal (response, "stop"))
    dz_work_bar_cancel_all (self->work_bar);
  self->closing = !g_str_equal (response, "stay");
  if (self->closing && dz_work_bar_count (self->work_bar) == 0)
    close_later (self);
}

/* Whoever closes a window that still writes wants the file, or wants to be rid of it: it asks which. */
static void
ask_before_closing (DzWindow *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Work Is Still Under Way"),
                                              _("What is being written is not whole yet."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "stay", _("_Keep Open"), "stop",
                                    _("_Stop and Close"), "wait", _("Close When _Done"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "stop",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "wait");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "stay");
  g_signal_connect_object (dialog, "response", G_CALLBACK (closing_response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
dz_window_close_request (GtkWindow *window)
{
  DzWindow *self = DZ_WINDOW (window);
  int width, height;

  if (dz_work_bar_count (self->work_bar) > 0)
    {
      if (!self->closing)
        ask_before_closing (self);
      return TRUE;
    }
  dz_evidence_pane_keep_notes (self->evidence_pane);
  if (self->settings != NULL)
    {
      gtk_window_get_default_size (window, &width, &height);
      g_settings_set_int (self->settings, "window-width", width);
      g_settings_set_int (self->settings, "window-height", height);
      g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));
    }

  return GTK_WINDOW_CLASS (dz_window_parent_class)->close_request (window);
}

static void
dz_window_dispose (GObject *object)
{
  DzWindow *self = DZ_WINDOW (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_handle_id (&self->catching_up, g_source_remove);
  g_clear_handle_id (&self->giving_room, g_source_remove);
  g_clear_handle_id (&self->counting, g_source_remove);
  g_clear_object (&self->counted);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->settings);
  g_clear_object (&self->chooser);
  g_clear_handle_id (&self->toast_timer, g_source_remove);
  g_clear_weak_pointer (&self->toast);
  g_clear_weak_pointer (&self->second);
  g_clear_object (&self->sample);
  g_clear_pointer (&self->way, g_ptr_array_unref);
  g_clear_pointer (&self->years, g_array_unref);
  g_clear_pointer (&self->scopes, g_ptr_array_unref);
  /* it holds the flap, which must go with the window and not after it */
  g_action_map_remove_action (G_ACTION_MAP (self), "sidebar");
  gtk_widget_dispose_template (GTK_WIDGET (object), DZ_TYPE_WINDOW);

  G_OBJECT_CLASS (dz_window_parent_class)->dispose (object);
}

static void
dz_window_class_init (DzWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dz_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = dz_window_close_request;
  widget_class->size_allocate = dz_window_size_allocate;

  dz_tip_init ();
  g_type_ensure (DZ_TYPE_EMPTY_PAGE);
  g_type_ensure (DZ_TYPE_SIDEBAR);
  g_type_ensure (DZ_TYPE_EVIDENCE_PANE);
  g_type_ensure (DZ_TYPE_GIVING);
  g_type_ensure (DZ_TYPE_YIELDING);
  g_type_ensure (DZ_TYPE_WORK_BAR);
  g_type_ensure (DZ_TYPE_SEARCH_LIST);
  g_type_ensure (DZ_TYPE_SEARCH_TOOLS);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/duizhao/Duizhao/dz-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DzWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, DzWindow, content);
  gtk_widget_class_bind_template_child (widget_class, DzWindow, drop_frame);
  gtk_widget_class_bind_template_child (widget_class, DzWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, DzWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, DzWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, DzWindow, import_button);
  gtk_widget_class_bind_template_child (widget_class, DzWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, DzWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, DzWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, DzWindow, year_label);
  gtk_widget_class_bind_template_child (widget_class, DzWindow, scope_label);
  gtk_widget_class_bind_template_child (widget_class, DzWindow, print_button);
  gtk_widget_class_bind_template_child (widget_class, DzWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, DzWindow, scope_box);
  gtk_widget_class_bind_template_child (widget_class, DzWindow, year_drop);
  gtk_widget_class_bind_template_child (widget_class, DzWindow, scope_drop);
  gtk_widget_class_bind_template_child (widget_class, DzWindow, search_bar);
  gtk_widget_class_bind_template_child (widget_class, DzWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, DzWindow, search_list);
  gtk_widget_class_bind_template_child (widget_class, DzWindow, search_tools);
  gtk_widget_class_bind_template_child (widget_class, DzWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, DzWindow, notice_label);
  gtk_widget_class_bind_template_child (widget_class, DzWindow, root_stack);
  gtk_widget_class_bind_template_child (widget_class, DzWindow, empty_page);
  gtk_widget_class_bind_template_child (widget_class, DzWindow, sidebar_flap);
  gtk_widget_class_bind_template_child (widget_class, DzWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, DzWindow, evidence_flap);
  gtk_widget_class_bind_template_child (widget_class, DzWindow, evidence_pane);
  gtk_widget_class_bind_template_child (widget_class, DzWindow, views);
  gtk_widget_class_bind_template_child (widget_class, DzWindow, work_bar);
  gtk_widget_class_bind_template_callback (widget_class, notice_response_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, dz_window_go_back);
}

static void
add_views (DzWindow *self)
{
  for (guint i = 0; i < dz_n_views; i++)
    {
      GtkWidget *view = g_object_new (dz_views[i].get_type (), NULL);

      gtk_stack_add_named (self->views, view, dz_views[i].name);
      gtk_widget_set_visible (view, view == gtk_stack_get_visible_child (self->views));
      if (dz_views[i].title != NULL)
        dz_sidebar_add_view (self->sidebar, dz_views[i].name, _(dz_views[i].title),
                             dz_views[i].icon_name);
    }
  g_signal_connect_swapped (self->sidebar, "view-chosen", G_CALLBACK (view_chosen_cb), self);
}

static void
restore_size (DzWindow *self)
{
  GSettingsSchemaSource *schemas = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchema) schema = NULL;

  /* Run from anywhere: without its schema the program only forgets the window's size. */
  if (schemas != NULL)
    schema = g_settings_schema_source_lookup (schemas, "org.duizhao.Duizhao", TRUE);
  if (schema == NULL)
    {
      gtk_window_set_default_size (GTK_WINDOW (self), 1280, 740);
      return;
    }
  self->settings = g_settings_new ("org.duizhao.Duizhao");
  dz_author_restore (self->settings);
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
}

static void
dz_window_init (DzWindow *self)
{
  self->scopes = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_scope_filter_unref);
  self->way = g_ptr_array_new_with_free_func (g_free);
  self->cancellable = g_cancellable_new ();
  dz_sight_follow_focus (GTK_WINDOW (self));
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->sidebar_flap, "notify::folded", G_CALLBACK (folded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->year_drop, "notify::selected", G_CALLBACK (year_selected_cb), self);
  dz_choices_give_way (self->scope_drop);
  g_signal_connect_swapped (self->scope_drop, "notify::selected", G_CALLBACK (dz_window_scope_selected),
                            self);
  g_signal_connect_swapped (self->evidence_flap, "notify::reveal-flap", G_CALLBACK (flap_moved_cb), self);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (is_active_cb), NULL);
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
}

/**
 * dz_window_fill:
 *
 * Puts the views into a window that has its actions, and shows the empty page.
 */
void
dz_window_fill (DzWindow *self)
{
  dz_codebook_prepare ();
  add_views (self);
  dz_window_watch_columns (self);
  dz_text_scale_tree (GTK_WIDGET (self));
  dz_told_pages_watch (GTK_WIDGET (self));
  restore_size (self);
  dz_window_show_frame (self);
}

/**
 * dz_window_get_session:
 *
 * Returns: (transfer none) (nullable): the open review
 */
DzSession *
dz_window_get_session (DzWindow *self)
{
  g_return_val_if_fail (DZ_IS_WINDOW (self), NULL);

  return self->session;
}

/**
 * dz_window_is_working:
 *
 * Returns: whether a long work, or the loading of what one changed, is under way
 */
gboolean
dz_window_is_working (DzWindow *self)
{
  g_return_val_if_fail (DZ_IS_WINDOW (self), FALSE);

  return dz_work_bar_count (self->work_bar) > 0 || self->n_writing > 0 ||
         (self->session != NULL && dz_session_is_loading (self->session));
}

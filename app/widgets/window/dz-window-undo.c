/* dz-window-undo.c - undo and redo, by name, and the toasts that offer them; the way back, and whether the view can be printed
 *
 * A decision made in this window is taken back at once. An import, the roster,
 * the settings, and whatever was done in another window or on another day is
 * asked about first, by name: nobody presses Ctrl+Z to lose twelve reports.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-window-private.h"

#include "dz-reading-view.h"
#include "dz-session-steps.h"
#include "dz-tip.h"
#include "dz-view.h"
#include "dz-views.h"

#include <glib/gi18n-lib.h>

#define SHOWN_FOR 5 /* seconds since a toast said something new */

static const DzStep *
get_step (DzWindow *self,
          gboolean  undo)
{
  if (self->session == NULL)
    return NULL;

  return undo ? dz_session_get_undo_step (self->session) : dz_session_get_redo_step (self->session);
}

static void
dismissed_cb (AdwToast *toast,
              DzWindow *self)
{
  if (self->toast == toast)
    g_clear_weak_pointer (&self->toast);
}

static gboolean
shown_cb (gpointer user_data)
{
  DzWindow *self = user_data;

  self->toast_timer = 0;
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);

  return G_SOURCE_REMOVE;
}

/* What it offers is no longer to be had: the words stay until their time is over. */
static void
withdraw_offer (DzWindow *self)
{
  self->toast_step = 0;
  if (self->toast != NULL)
    adw_toast_set_button_label (self->toast, NULL);
}

static void
fill_toast (AdwToast   *toast,
            const char *text,
            const char *label,
            const char *action)
{
  g_autofree char *title = g_markup_escape_text (text, -1);

  adw_toast_set_title (toast, title);
  adw_toast_set_button_label (toast, label);
  if (label != NULL)
    adw_toast_set_detailed_action_name (toast, action);
}

/*
 * A toast that stands there says the new words: toasts queue up, and one that is dismissed while its
 * overlay still shows or hides it is freed twice (libadwaita 1.2). It goes when nothing new was said
 * for a while.
 */
static void
put_toast (DzWindow   *self,
           const char *text,
           const char *label,
           const char *action)
{
  g_clear_handle_id (&self->toast_timer, g_source_remove);
  self->toast_timer = g_timeout_add_seconds (SHOWN_FOR, shown_cb, self);
  if (self->toast != NULL)
    {
      fill_toast (self->toast, text, label, action);
      return;
    }
  g_set_weak_pointer (&self->toast, adw_toast_new (""));
  fill_toast (self->toast, text, label, action);
  adw_toast_set_timeout (self->toast, 0);
  g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (dismissed_cb), self, 0);
  adw_toast_overlay_add_toast (self->toasts, self->toast);
}

/* @step: (nullable): what its button moves */
static void
show_toast (DzWindow     *self,
            const char   *text,
            const DzStep *step,
            gboolean      undo)
{
  self->toast_step = step != NULL ? step->id : 0;
  self->toast_undo = undo;
  put_toast (self, text, step == NULL ? NULL : undo ? _("Undo") : _("Redo"),
             undo ? "win.undo-offered" : "win.redo-offered");
}

/* No step of the review: a column of the reading view is only what one looks at. */
static void
gave_way_cb (DzWindow   *self,
             const char *text)
{
  self->toast_step = 0;
  put_toast (self, text, _("Bring Back"), "win.column-offered");
}

static void
column_offered_action_cb (GSimpleAction *action,
                          GVariant      *parameter,
                          gpointer       user_data)
{
  DzWindow *self = user_data;

  g_clear_weak_pointer (&self->toast);
  dz_reading_view_bring_back (DZ_READING_VIEW (gtk_stack_get_child_by_name (self->views, "reading")));
}

/**
 * dz_window_toast:
 * @undoable: offer to take back the step that was just made; without one there is no button
 */
void
dz_window_toast (DzWindow   *self,
                 const char *text,
                 gboolean    undoable)
{
  const DzStep *step = undoable ? get_step (self, TRUE) : NULL;

  if (step != NULL && step->id <= self->last_step)
    step = NULL;
  if (step != NULL)
    self->last_step = step->id;
  show_toast (self, text, step, TRUE);
}

static gboolean
is_offered (DzWindow *self)
{
  const DzStep *step = get_step (self, self->toast_undo);

  return step != NULL && step->id == self->toast_step;
}

static void
move (DzWindow *self,
      gboolean  undo)
{
  const DzStep *step = get_step (self, undo);
  g_autofree char *text = NULL;
  gboolean texts;

  if (step == NULL)
    return;
  texts = step->texts;
  text = g_strdup_printf (undo ? _("Undone: %s") : _("Done again: %s"), step->name);
  if (!(undo ? dz_session_undo (self->session) : dz_session_redo (self->session)))
    return;
  show_toast (self, text, get_step (self, !undo), !undo);
  if (texts)
    dz_window_recount_overlaps (self);
}

typedef struct
{
  DzWindow *window;
  gint64 step;
  gboolean undo;
} Question;

static void
free_question (gpointer  data,
               GClosure *closure)
{
  g_free (data);
}

static void
answered_cb (AdwMessageDialog *dialog,
             const char       *response,
             Question         *question)
{
  const DzStep *step = get_step (question->window, question->undo);

  if (g_str_equal (response, "go") && step != NULL && step->id == question->step)
    move (question->window, question->undo);
}

static void
ask (DzWindow     *self,
     const DzStep *step,
     gboolean      undo)
{
  g_autofree char *heading = g_strdup_printf (undo ? _("Undo “%s”?") : _("Do “%s” again?"), step->name);
  g_autofree char *body = g_strdup_printf (
    undo ? _("It was done on %s by %s. “Redo” brings it back as long as nothing else is changed.")
         : _("It was done on %s by %s, and undone since."),
    step->at, step->who != NULL ? step->who : "—");
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);
  Question *question = g_new0 (Question, 1);

  *question = (Question){ self, step->id, undo };
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "go",
                                    undo ? _("_Undo") : _("_Redo"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), question, free_question, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
move_or_ask (DzWindow *self,
             gboolean  undo)
{
  const DzStep *step = get_step (self, undo);

  if (step == NULL)
    return;
  if (dz_session_must_ask (self->session, step))
    ask (self, step, undo);
  else
    move (self, undo);
}

static void
undo_action_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  move_or_ask (user_data, TRUE);
}

static void
redo_action_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  move_or_ask (user_data, FALSE);
}

/* The button of a toast: it stands beside what it takes back, so nothing is asked. */
static void
offered_action_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  DzWindow *self = user_data;

  if (self->toast_step == 0 || !is_offered (self))
    return;
  /* its overlay dismisses a toast whose button was pressed: the answer comes in another */
  g_clear_weak_pointer (&self->toast);
  move (self, self->toast_undo);
}

static const GActionEntry entries[] = {
  { "undo", undo_action_cb },
  { "redo", redo_action_cb },
  { "undo-offered", offered_action_cb },
  { "redo-offered", offered_action_cb },
  { "column-offered", column_offered_action_cb },
};

static void
update_one (DzWindow   *self,
            GtkButton  *button,
            const char *name,
            gboolean    undo)
{
  const DzStep *step = get_step (self, undo);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);
  g_autofree char *tip = NULL;

  if (step != NULL)
    tip = g_strdup_printf (undo ? _("Undo: %s (Ctrl+Z)") : _("Redo: %s (Ctrl+Shift+Z)"), step->name);
  else
    tip = g_strdup (undo ? _("Undo (Ctrl+Z)") : _("Redo (Ctrl+Shift+Z)"));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), step != NULL);
  dz_tip_set (GTK_WIDGET (button), tip);
}

static const char *
find_title (const char *name)
{
  for (guint i = 0; name != NULL && i < dz_n_views; i++)
    if (g_str_equal (dz_views[i].name, name))
      return dz_views[i].title;

  return NULL;
}

/**
 * dz_window_tell_way:
 *
 * The way was made longer or shorter: the button tells where it leads now. Whoever was sent to a passage by a
 * click need not know that a key leads back.
 */
void
dz_window_tell_way (DzWindow *self)
{
  const char *name = self->way->len > 0 ? g_ptr_array_index (self->way, self->way->len - 1) : NULL;
  const char *title = find_title (name);
  g_autofree char *tip = title != NULL ? g_strdup_printf (_("Back to %s (Alt+←)"), _(title)) : NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->back_button), name != NULL);
  dz_tip_set (GTK_WIDGET (self->back_button), tip != NULL ? tip : _("Back (Alt+←)"));
}

/**
 * dz_window_update_print:
 *
 * Another view, or another content of it: it can be printed, or the button says why not.
 */
void
dz_window_update_print (DzWindow *self)
{
  GtkWidget *view = gtk_stack_get_visible_child (self->views);
  GAction *print = g_action_map_lookup_action (G_ACTION_MAP (self), "print");
  gboolean can_print = self->session != NULL && view != NULL && dz_view_can_print (DZ_VIEW (view));

  g_simple_action_set_enabled (G_SIMPLE_ACTION (print), can_print);
  dz_tip_set (GTK_WIDGET (self->print_button), can_print ? _("Print (Ctrl+P)")
                                               : view != NULL && dz_view_is_printed (DZ_VIEW (view))
                                                   ? _("Nothing to print here yet")
                                                   : _("This view is not printed; the briefing is"));
}

/**
 * dz_window_update_undo:
 *
 * After a change: the buttons say what they would do, and a toast whose step is gone offers it no more.
 */
void
dz_window_update_undo (DzWindow *self)
{
  update_one (self, self->undo_button, "undo", TRUE);
  update_one (self, self->redo_button, "redo", FALSE);
  if (self->toast_step != 0 && !is_offered (self))
    withdraw_offer (self);
}

/**
 * dz_window_watch_undo:
 *
 * A review was opened: what is on its stack already is offered by no toast.
 */
void
dz_window_watch_undo (DzWindow *self)
{
  const DzStep *step = get_step (self, TRUE);

  withdraw_offer (self);
  self->last_step = step != NULL ? step->id : 0;
}

/**
 * dz_window_add_undo:
 *
 * Called once, by the window's init.
 */
void
dz_window_add_undo (DzWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/**
 * dz_window_watch_columns:
 *
 * Called once, when the views are there: a column that gave way is offered back.
 */
void
dz_window_watch_columns (DzWindow *self)
{
  g_signal_connect_object (gtk_stack_get_child_by_name (self->views, "reading"), "gave-way", G_CALLBACK (gave_way_cb),
                           self, G_CONNECT_SWAPPED);
}

/* dz-roster-view.c - 报送: a row for each body that must report
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-roster-view.h"

#include "dz-atomic-file.h"
#include "dz-chooser.h"
#include "dz-content-mark.h"
#include "dz-error.h"
#include "dz-kept-name.h"
#include "dz-reminders.h"
#include "dz-roster-choosing.h"
#include "dz-roster-columns.h"
#include "dz-roster-order.h"
#include "dz-roster-place.h"
#include "dz-session-corrections.h"
#include "dz-shows.h"
#include "dz-slices.h"
#include "dz-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef enum
{
  SHOW_ALL,
  SHOW_RECEIVED,
  SHOW_MISSING,
  SHOW_INCOMPLETE,
  SHOW_DISPUTED,
  SHOW_UNREAD,
  N_SHOWS
} Show;

struct _DzRosterView
{
  DzView parent_instance;

  /* template */
  GtkWidget *toggles;
  GtkLabel *until;
  GtkColumnView *table;
  GtkLabel *received;
  GtkProgressBar *bar;
  GtkLabel *on_time;
  GtkLabel *published;
  GtkWidget *legend;
  GtkStack *stack;

  DzRosterTable *roster;
  DzSlices rows; /* DzRosterRow */
  GHashTable *chosen; /* (nullable) ids of the bodies whose rows were chosen before the last update */
  GtkToggleButton *shows[N_SHOWS];
  GtkFilterListModel *filtered;
  GtkCustomFilter *filter;
  GtkSortListModel *sorted;
  GtkMultiSelection *selection;
  Show show;
  int marked; /* DzContent the pane shows of the chosen body, -1: none */
  gboolean refilling;
  gboolean came_back;       /* what was chosen when the review was left is to be seen once all rows are there */
  char *top;                /* (nullable) what stood on top then; goes before what was chosen */
  gboolean evidence_wanted; /* of the chosen row, once all rows are there */
  gint64 returned;      /* the body somebody comes back from while rows still come, 0: none */
  gboolean at_top;      /* nothing was scrolled when rows began to come: what comes first is to be seen */
  GtkFileChooserNative *chooser;
};

G_DEFINE_FINAL_TYPE (DzRosterView, dz_roster_view, DZ_TYPE_VIEW)

static gboolean
is_shown (DzRosterRow *row,
          Show         show)
{
  switch (show)
    {
    case SHOW_RECEIVED: return !dz_roster_row_is_missing (row);
    case SHOW_MISSING: return dz_roster_row_is_missing (row);
    case SHOW_INCOMPLETE: return dz_roster_row_count_absent (row) > 0;
    case SHOW_DISPUTED:
      return !dz_roster_row_is_missing (row) && dz_roster_row_get_reviewing (row) == DZ_REVIEWING_DISPUTED;
    case SHOW_UNREAD:
      return !dz_roster_row_is_missing (row) && dz_roster_row_get_reviewing (row) == DZ_REVIEWING_UNREAD;
    case SHOW_ALL:
    case N_SHOWS:
    default: return TRUE;
    }
}

static gboolean
filter_cb (gpointer item,
           gpointer user_data)
{
  return is_shown (item, DZ_ROSTER_VIEW (user_data)->show);
}

/* Bodies that are alike in what is sorted by stand as on the roster, whichever way it is sorted. */
static int
roster_order_cb (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  return (int) dz_roster_row_get_body ((DzRosterRow *) a)->position -
         (int) dz_roster_row_get_body ((DzRosterRow *) b)->position;
}

static int
missing_first_cb (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  return (int) dz_roster_row_is_missing ((DzRosterRow *) b) -
         (int) dz_roster_row_is_missing ((DzRosterRow *) a);
}

static void
show_content (DzRosterView *self,
              DzRosterRow  *row,
              DzContent     content)
{
  DzReport *report = dz_roster_row_get_report (row);
  DzSpan span = DZ_SPAN_NONE;
  g_autoptr(GListStore) list = g_list_store_new (DZ_TYPE_EVIDENCE_ITEM);
  g_autoptr(DzEvidenceItem) evidence = NULL;
  DzContentMark mark = dz_roster_row_get_content (row, content, &span);
  DzCheck *check = dz_report_find_check (report, dz_content_get_check (content));

  if (mark == DZ_CONTENT_NOT_ASKED)
    {
      /* nothing is missing, so there is nothing to show */
      dz_session_show_evidence (dz_view_get_session (DZ_VIEW (self)), NULL, NULL, 0);
      return;
    }
  if (dz_span_is_empty (span))
    evidence = dz_evidence_item_new_missing (report->body_id, dz_words_content (content));
  else
    evidence = dz_evidence_item_new (DZ_EVIDENCE_SPAN, report->id, 0, span);
  g_list_store_append (list, evidence);
  dz_session_show_evidence (dz_view_get_session (DZ_VIEW (self)),
                            check != NULL && mark == DZ_CONTENT_ABSENT ? check->message
                                                                       : dz_words_content (content),
                            G_LIST_MODEL (list), 0);
}

/* A click on a mark: the row's position and the content. */
static void
mark_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DzRosterView *self = DZ_ROSTER_VIEW (widget);
  g_autoptr(DzRosterRow) row = NULL;
  guint position;
  int content;

  g_variant_get (parameter, "(ui)", &position, &content);
  row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  if (row == NULL || dz_roster_row_get_report (row) == NULL)
    return;
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  self->marked = content;
  show_content (self, row, (DzContent) content);
}

/* The pane follows to another body, and closes where none, or several, are chosen. */
static void
selection_changed_cb (DzRosterView *self)
{
  DzSession *session = dz_view_get_session (DZ_VIEW (self));
  g_autoptr(GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  g_autoptr(DzRosterRow) row = NULL;

  if (self->refilling || session == NULL || self->marked < 0 || dz_session_list_evidence (session) == NULL ||
      !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (gtk_bitset_get_size (chosen) == 1)
    row = g_list_model_get_item (G_LIST_MODEL (self->selection), gtk_bitset_get_nth (chosen, 0));
  if (row != NULL && dz_roster_row_get_report (row) != NULL)
    show_content (self, row, (DzContent) self->marked);
  else
    dz_session_show_evidence (session, NULL, NULL, 0);
}

static void
row_activated_cb (DzRosterView *self,
                  guint         position)
{
  g_autoptr(DzRosterRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  DzReport *report = row != NULL ? dz_roster_row_get_report (row) : NULL;

  if (report != NULL)
    dz_session_go (dz_view_get_session (DZ_VIEW (self)), "reading", report->body_id, report->id,
                   DZ_SPAN_NONE);
}

/* Rows chosen to be read side by side that have no report to read. */
static void
tell_without (DzSession *session,
              GPtrArray *names)
{
  g_autofree char *all = NULL;
  g_autofree char *text = NULL;

  if (names->len == 0)
    return;
  g_ptr_array_add (names, NULL);
  all = g_strjoinv (_(", "), (char **) names->pdata);
  text = g_strdup_printf (_("Not shown, there is no report: %s"), all);
  dz_session_toast (session, text, FALSE);
}

/* Ctrl+Enter: the chosen rows side by side. */
static void
compare_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  DzRosterView *self = DZ_ROSTER_VIEW (widget);
  DzSession *session = dz_view_get_session (DZ_VIEW (self));
  g_autoptr(GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GPtrArray) without = g_ptr_array_new ();

  for (guint i = 0; i < gtk_bitset_get_size (chosen); i++)
    {
      g_autoptr(DzRosterRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection),
                                                          gtk_bitset_get_nth (chosen, i));
      DzReport *report = dz_roster_row_get_report (row);

      if (report != NULL)
        g_array_append_val (ids, report->id);
      else
        g_ptr_array_add (without, (char *) dz_roster_row_get_body (row)->name);
    }
  if (ids->len >= 2 && ids->len <= 6)
    {
      dz_session_compare (session, ids);
      tell_without (session, without);
    }
  else
    dz_session_toast (session, _("Choose two to six rows with reports first (Shift or Ctrl and click)"),
                      FALSE);
}

static void
reminders_response_cb (GtkNativeDialog *chooser,
                       int              response,
                       DzRosterView    *self)
{
  g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *csv = NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  if (response != GTK_RESPONSE_ACCEPT || path == NULL || self->roster == NULL)
    return;
  csv = dz_reminders_dup_csv (self->roster, today);
  if (!dz_atomic_file_save (path, csv, strlen (csv), &error))
    {
      dz_session_toast_error (dz_view_get_session (DZ_VIEW (self)), error);
      return;
    }
  text = g_strdup_printf (_("Saved as %s"), path);
  dz_session_toast (dz_view_get_session (DZ_VIEW (self)), text, FALSE);
}

static void
reminders_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  DzRosterView *self = DZ_ROSTER_VIEW (widget);
  g_autofree char *file = g_strdup_printf (_("Reminders %d.csv"),
                                           dz_roster_table_get_year (self->roster));

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Save the List of Missing Reports"),
                                               GTK_WINDOW (gtk_widget_get_root (widget)),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), file);
  g_signal_connect (self->chooser, "response", G_CALLBACK (reminders_response_cb), self);
  dz_chooser_drop_when_answered (&self->chooser);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* The first chosen row comes into sight. The action is of the list in the table. */
static gboolean
to_chosen_cb (GtkWidget     *table,
              GdkFrameClock *clock,
              gpointer       unused)
{
  GtkSelectionModel *model = gtk_column_view_get_model (GTK_COLUMN_VIEW (table));
  g_autoptr(GtkBitset) chosen = gtk_selection_model_get_selection (model);

  if (!gtk_bitset_is_empty (chosen))
    gtk_widget_activate_action (gtk_widget_get_last_child (table), "list.scroll-to-item", "u", gtk_bitset_get_minimum (chosen));

  return G_SOURCE_REMOVE;
}

static void
show_returned (DzRosterView *self)
{
  if (self->returned == 0 || self->refilling)
    return;
  dz_roster_place_show (self->table, self->returned);
  self->returned = 0;
}

/* A list that stands at its top keeps to the row that was first, wherever the new order has put it, and is told which is
 * first now. */
static gboolean
to_top_cb (GtkWidget     *table,
           GdkFrameClock *clock,
           gpointer       unused)
{
  gtk_widget_activate_action (gtk_widget_get_last_child (table), "list.scroll-to-item", "u", 0);
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (table)), 0);

  return G_SOURCE_REMOVE;
}

/* Whoever scrolls while rows still come is not thrown back to the top when they are all there. */
static gboolean
person_scrolls (DzRosterView *self)
{
  self->at_top = FALSE;

  return FALSE;
}

static void
watch_scrolling (DzRosterView *self)
{
  GtkEventController *const hands[] = {
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES),
    gtk_event_controller_key_new (),
    GTK_EVENT_CONTROLLER (gtk_gesture_click_new ()),
  };
  static const char *const signals[] = { "scroll", "key-pressed", "pressed" };

  for (guint i = 0; i < G_N_ELEMENTS (hands); i++)
    {
      gtk_event_controller_set_propagation_phase (hands[i], GTK_PHASE_CAPTURE);
      g_signal_connect_swapped (hands[i], signals[i], G_CALLBACK (person_scrolls), self);
      gtk_widget_add_controller (GTK_WIDGET (self), hands[i]);
    }
}

/* Sorted by somebody: the list begins with what comes first, not with the row that stood on top. */
static void
order_changed_cb (DzRosterView *self)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (self->table), to_top_cb, NULL, NULL);
}

static void
toggled_cb (DzRosterView    *self,
            GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button) || self->filter == NULL)
    return;
  self->show = (Show) dz_shows_get (self->shows, N_SHOWS, SHOW_ALL);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
add_toggles (DzRosterView *self)
{
  gtk_box_append (GTK_BOX (self->toggles), dz_shows_new (self->shows, N_SHOWS, G_CALLBACK (toggled_cb), self));
  gtk_toggle_button_set_active (self->shows[SHOW_ALL], TRUE);
}

static void
update_toggles (DzRosterView *self)
{
  const char *titles[N_SHOWS] = { _("All"), _("Submitted"), _("Not submitted"), _("Contents missing"),
                                  _("Disputed"), _("Unread") };
  GListModel *rows = dz_roster_table_get_rows (self->roster);
  guint counts[N_SHOWS] = { 0 };

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(DzRosterRow) row = g_list_model_get_item (rows, i);

      for (int k = 0; k < N_SHOWS; k++)
        counts[k] += is_shown (row, (Show) k);
    }
  for (int k = 0; k < N_SHOWS; k++)
    dz_shows_tell (self->shows[k], titles[k], counts[k], k == SHOW_ALL);
}

static void
update_foot (DzRosterView *self)
{
  const DzRosterTotals *totals = dz_roster_table_get_totals (self->roster);
  g_autofree char *submit_by = dz_roster_table_dup_submit_by (self->roster);
  g_autofree char *received = g_strdup_printf (_("Received %u / %u"), totals->received, totals->due);
  g_autofree char *on_time = totals->received_unknown > 0
                               ? g_strdup_printf (_("On time %u, day unknown %u"), totals->on_time, totals->received_unknown)
                               : g_strdup_printf (_("On time %u"), totals->on_time);
  g_autofree char *published = g_strdup_printf (_("Published %u"), totals->published);
  g_autofree char *until = g_strdup_printf (_("Due by %s"), submit_by);

  gtk_label_set_label (self->received, received);
  gtk_label_set_label (self->on_time, on_time);
  gtk_label_set_label (self->published, published);
  gtk_label_set_label (self->until, until);
  gtk_widget_set_visible (GTK_WIDGET (self->until), dz_roster_table_get_year (self->roster) != 0); /* no report yet */
  gtk_progress_bar_set_fraction (self->bar, totals->due > 0 ? (double) totals->received / totals->due : 0);
}

/* The bodies whose rows are chosen. */
static GHashTable *
list_chosen (DzRosterView *self)
{
  GHashTable *chosen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(GtkBitset) positions = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  for (guint i = 0; i < gtk_bitset_get_size (positions); i++)
    {
      g_autoptr(DzRosterRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection),
                                                          gtk_bitset_get_nth (positions, i));

      g_hash_table_add (chosen, g_memdup2 (&dz_roster_row_get_body (row)->id, sizeof (gint64)));
    }

  return chosen;
}

static void
choose_again (DzRosterView *self,
              GHashTable   *chosen)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr(DzRosterRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (g_hash_table_contains (chosen, &dz_roster_row_get_body (row)->id))
        gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), i, FALSE);
    }
}

/* The first rows, or what was to be seen when the review was left. */
static void
go_to_place (DzRosterView *self)
{
  g_autoptr(GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  gboolean back = self->came_back && (self->top != NULL || !gtk_bitset_is_empty (chosen));

  gtk_widget_add_tick_callback (GTK_WIDGET (self->table), back ? to_chosen_cb : to_top_cb, NULL, NULL);
  if (back && self->top != NULL)
    dz_roster_place_go_to (self->table, self->top);
}

/* A row stays its body's. */
static DzFollow
follow_cb (gpointer shown,
           gpointer next)
{
  if (dz_roster_row_get_body (shown)->id != dz_roster_row_get_body (next)->id)
    return DZ_FOLLOW_NOT;

  return dz_roster_row_follow (shown, next) ? DZ_FOLLOW_CHANGED : DZ_FOLLOW_AS_IS;
}

/* Rows chosen before are chosen again as they come; rows that became others may belong elsewhere. */
static void
rows_taken_cb (gpointer user_data,
               gboolean all)
{
  DzRosterView *self = user_data;

  if (all)
    {
      gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
      gtk_sorter_changed (gtk_sort_list_model_get_sorter (self->sorted), GTK_SORTER_CHANGE_DIFFERENT);
    }
  choose_again (self, self->chosen);
  if (!all)
    return;
  self->refilling = FALSE;
  selection_changed_cb (self);
  if (self->evidence_wanted)
    dz_view_show_evidence (DZ_VIEW (self));
  if (self->at_top && self->returned == 0)
    go_to_place (self);
  show_returned (self);
  self->came_back = FALSE;
  g_clear_pointer (&self->top, g_free);
}

static void
dz_roster_view_update (DzView    *view,
                       DzSession *session)
{
  DzRosterView *self = DZ_ROSTER_VIEW (view);
  DzReview *review = dz_session_get_review (session);

  /* while rows still come, those chosen before them are not all there */
  if (!self->refilling)
    {
      g_clear_pointer (&self->chosen, g_hash_table_unref);
      self->chosen = list_chosen (self);
      self->at_top = gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->table))) <= 0;
    }
  g_set_object (&self->roster, dz_shared_tables_get_roster (dz_session_get_tables (session)));
  self->refilling = TRUE;
  dz_slices_take (&self->rows, dz_roster_table_get_rows (self->roster));
  update_toggles (self);
  update_foot (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "roster.reminders",
                                 dz_roster_table_get_totals (self->roster)->missing > 0);
  gtk_stack_set_visible_child_name (self->stack, review->bodies->len > 0 ? "table" : "empty");
}

static void
dz_roster_view_show_evidence (DzView *view)
{
  DzRosterView *self = DZ_ROSTER_VIEW (view);
  g_autoptr(GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  g_autoptr(DzRosterRow) row = NULL;

  self->evidence_wanted = self->refilling;
  if (self->refilling)
    return;
  if (gtk_bitset_get_size (chosen) == 1)
    row = g_list_model_get_item (G_LIST_MODEL (self->selection), gtk_bitset_get_nth (chosen, 0));
  if (row == NULL || dz_roster_row_get_report (row) == NULL)
    return;
  self->marked = MAX (self->marked, 0);
  show_content (self, row, (DzContent) self->marked);
}

/* What was chosen stays so, and what is in sight where it is. */
static void
dz_roster_view_return_from (DzView *view,
                            gint64  body_id)
{
  DzRosterView *self = DZ_ROSTER_VIEW (view);

  self->returned = body_id;
  show_returned (self);
}

static void
dz_roster_view_open (DzView *view,
                     gint64  body_id,
                     gint64  report_id,
                     DzSpan  span)
{
  DzRosterView *self = DZ_ROSTER_VIEW (view);
  int row = dz_roster_place_find (self->table, body_id);

  if (body_id == 0)
    return;
  if (row < 0 && !self->refilling)
    {
      gtk_toggle_button_set_active (self->shows[SHOW_ALL], TRUE);
      row = dz_roster_place_find (self->table, body_id);
    }
  if (row >= 0)
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), (guint) row, TRUE);
  else if (self->refilling)
    {
      g_hash_table_remove_all (self->chosen);
      g_hash_table_add (self->chosen, g_memdup2 (&body_id, sizeof body_id));
    }
  dz_roster_view_return_from (view, body_id);
}

/* Words of the head of a state: which rows are shown, their order, the one on top. Behind it stand the bodies whose rows
 * are chosen. */
enum { SHOW, ORDER, TOP, N_WORDS };

static char *
dz_roster_view_dup_state (DzView *view)
{
  DzRosterView *self = DZ_ROSTER_VIEW (view);
  DzReview *review = dz_session_get_review (dz_view_get_session (view));
  g_autoptr(GHashTable) now = self->refilling ? g_hash_table_ref (self->chosen) : list_chosen (self);
  g_autofree char *order = dz_roster_order_dup (self->table);
  g_autofree char *top = self->refilling && self->top != NULL ? g_strdup (self->top) : dz_roster_place_dup_top (self->table);
  GString *state = g_string_new (NULL);
  GHashTableIter chosen;
  gpointer id;

  g_string_printf (state, "%d,%s,%s", self->show, order, top);
  g_hash_table_iter_init (&chosen, now);
  while (g_hash_table_iter_next (&chosen, &id, NULL))
    {
      g_autofree char *body = dz_body_dup_kept (dz_review_find_body (review, *(gint64 *) id));

      if (*body != '\0')
        g_string_append_printf (state, "|%s", body);
    }

  return g_string_free (state, FALSE);
}

/* At once, or when all rows are there. */
static void
take_place (DzRosterView      *self,
            const char *const *head)
{
  g_clear_pointer (&self->top, g_free);
  if (g_strv_length ((char **) head) == N_WORDS)
    {
      dz_roster_order_set (self->table, head[ORDER]);
      self->top = *head[TOP] != '\0' ? g_strdup (head[TOP]) : NULL;
    }
  self->came_back = TRUE;
  self->at_top = TRUE; /* whoever had scrolled asked for another place since */
  if (self->refilling)
    return;
  go_to_place (self);
  self->came_back = FALSE;
  g_clear_pointer (&self->top, g_free);
}

static void
dz_roster_view_set_state (DzView     *view,
                          const char *state)
{
  DzRosterView *self = DZ_ROSTER_VIEW (view);
  DzReview *review = dz_session_get_review (dz_view_get_session (view));
  g_auto(GStrv) words = g_strsplit (state, "|", -1);
  g_auto(GStrv) head = g_strsplit (words[0] != NULL ? words[0] : "", ",", N_WORDS);
  guint show = head[0] != NULL ? (guint) g_ascii_strtoull (head[SHOW], NULL, 10) : SHOW_ALL;
  g_autoptr(GHashTable) chosen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 1; words[i] != NULL; i++)
    {
      const DzBody *body = dz_review_body_kept (review, words[i]);

      if (body != NULL)
        g_hash_table_add (chosen, g_memdup2 (&body->id, sizeof (gint64)));
    }
  if (show < N_SHOWS && gtk_widget_get_sensitive (GTK_WIDGET (self->shows[show])))
    gtk_toggle_button_set_active (self->shows[show], TRUE);
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  choose_again (self, chosen);
  take_place (self, (const char *const *) head);
  /* rows that still come are chosen as they do */
  g_clear_pointer (&self->chosen, g_hash_table_unref);
  self->chosen = g_steal_pointer (&chosen);
}

static void
add_legend (DzRosterView *self)
{
  static const DzContentMark marks[] = { DZ_CONTENT_OWN, DZ_CONTENT_ELSEWHERE, DZ_CONTENT_ABSENT,
                                         DZ_CONTENT_NOT_ASKED };
  const char *words[] = { _("own section"), _("elsewhere in the text"), _("not found"),
                          _("not asked"), _("not reported") };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
      GtkWidget *mark = dz_content_mark_new ();
      GtkWidget *label = gtk_label_new (words[i]);

      if (i < G_N_ELEMENTS (marks))
        dz_content_mark_set (DZ_CONTENT_MARK (mark), marks[i]);
      else
        dz_content_mark_set_dash (DZ_CONTENT_MARK (mark));
      gtk_widget_add_css_class (label, "dz-secondary");
      gtk_box_append (GTK_BOX (box), mark);
      gtk_box_append (GTK_BOX (box), label);
      gtk_box_append (GTK_BOX (self->legend), box);
    }
}

static void
dz_roster_view_dispose (GObject *object)
{
  DzRosterView *self = DZ_ROSTER_VIEW (object);

  g_clear_object (&self->roster);
  g_clear_object (&self->selection);
  g_clear_object (&self->chooser);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), DZ_TYPE_ROSTER_VIEW);
  dz_slices_clear (&self->rows);
  g_clear_pointer (&self->chosen, g_hash_table_unref);
  g_clear_pointer (&self->top, g_free);

  G_OBJECT_CLASS (dz_roster_view_parent_class)->dispose (object);
}

static void
dz_roster_view_class_init (DzRosterViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dz_roster_view_dispose;
  DZ_VIEW_CLASS (klass)->update = dz_roster_view_update;
  DZ_VIEW_CLASS (klass)->open = dz_roster_view_open;
  DZ_VIEW_CLASS (klass)->return_from = dz_roster_view_return_from;
  DZ_VIEW_CLASS (klass)->show_evidence = dz_roster_view_show_evidence;
  DZ_VIEW_CLASS (klass)->dup_state = dz_roster_view_dup_state;
  DZ_VIEW_CLASS (klass)->set_state = dz_roster_view_set_state;

  gtk_widget_class_install_action (widget_class, "roster.mark", "(ui)", mark_action);
  gtk_widget_class_install_action (widget_class, "roster.compare", NULL, compare_action);
  gtk_widget_class_install_action (widget_class, "roster.reminders", NULL, reminders_action);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duizhao/Duizhao/dz-roster-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DzRosterView, toggles);
  gtk_widget_class_bind_template_child (widget_class, DzRosterView, until);
  gtk_widget_class_bind_template_child (widget_class, DzRosterView, table);
  gtk_widget_class_bind_template_child (widget_class, DzRosterView, received);
  gtk_widget_class_bind_template_child (widget_class, DzRosterView, bar);
  gtk_widget_class_bind_template_child (widget_class, DzRosterView, on_time);
  gtk_widget_class_bind_template_child (widget_class, DzRosterView, published);
  gtk_widget_class_bind_template_child (widget_class, DzRosterView, legend);
  gtk_widget_class_bind_template_child (widget_class, DzRosterView, stack);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
dz_roster_view_init (DzRosterView *self)
{
  g_autoptr(GtkMultiSorter) sorter = NULL;
  GtkSorter *columns;

  self->marked = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_toggles (self);
  dz_roster_columns_add (self->table);
  dz_roster_order_watch (self->table);
  add_legend (self);

  sorter = gtk_multi_sorter_new ();
  gtk_multi_sorter_append (sorter, GTK_SORTER (gtk_custom_sorter_new (missing_first_cb, NULL, NULL)));
  columns = gtk_column_view_get_sorter (self->table);
  gtk_multi_sorter_append (sorter, g_object_ref (columns));
  gtk_multi_sorter_append (sorter, GTK_SORTER (gtk_custom_sorter_new (roster_order_cb, NULL, NULL)));
  g_signal_connect_object (columns, "changed", G_CALLBACK (order_changed_cb), self, G_CONNECT_SWAPPED);
  self->filter = gtk_custom_filter_new (filter_cb, self, NULL);
  dz_slices_init (&self->rows, DZ_TYPE_ROSTER_ROW, follow_cb, rows_taken_cb, self);
  self->filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->rows.rows)), GTK_FILTER (self->filter));
  self->sorted = gtk_sort_list_model_new (G_LIST_MODEL (self->filtered),
                                          GTK_SORTER (g_steal_pointer (&sorter)));
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (self->sorted));
  g_signal_connect_swapped (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self);
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
  dz_roster_choosing_attach (self->table);
  watch_scrolling (self);
}

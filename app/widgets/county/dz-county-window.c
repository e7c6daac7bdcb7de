/* dz-county-window.c - the county's settings: names, dates, thresholds, roster, set phrases
 *
 * What differs is taken over when the window closes, settings and roster as
 * one step of undo; additions to the codebook, for which every report is read
 * anew, only by their button or when a person, asked, says so. Additions that
 * cannot be used keep the window open, and so does a review that cannot be
 * written: what was entered is given up only by a person. Then "applied"
 * tells what has to be worked out anew.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-county-window.h"

#include "dz-county-codebook.h"
#include "dz-county-roster.h"
#include "dz-day.h"
#include "dz-growing.h"
#include "dz-inner-scroll.h"
#include "dz-session-corrections.h"
#include "dz-spoken.h"
#include "dz-still-spin.h"
#include "dz-text-scale.h"
#include "dz-tip.h"
#include "dz-typed-lines.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CHECKS_FIRST 4 /* they stand below what is in sight */
#define WORDING_FIRST 2
#define LEAP_YEAR 2000 /* every day of a year is one of it */

struct _DzCountyWindow
{
  AdwPreferencesWindow parent_instance;

  DzSession *session;
  DzCounty *county;

  /* borrowed: rows of the pages */
  GtkEditable *name;
  GtkEditable *title;
  GtkEditable *issuer;
  GtkEditable *submit_by;
  GtkEditable *publish_before;
  GtkEditable *reply_by;
  GtkSpinButton *peer;
  GtkSpinButton *self_share;
  GtkSpinButton *common_share;
  GtkTextBuffer *phrases;
  GtkTextBuffer *citations;
  AdwPreferencesPage *county_page;
  AdwPreferencesPage *checks_page;
  AdwPreferencesGroup *checks_group;
  GPtrArray *checks; /* GtkSwitch, with the id as data */
  DzGrowing *growing_checks;
  AdwPreferencesGroup *wording_group;
  GPtrArray *wording_lines;
  DzGrowing *growing_wording;
  GPtrArray *wording; /* GtkSwitch, with the words as data */
  DzCountyRoster *roster;
  DzCountyCodebook *codebook;

  gboolean keep; /* a person said that the additions be kept */
  gboolean add;  /* a person said that earlier bodies be put on the roster */
  gboolean kept; /* and, before that was asked, that the additions be kept */
  gboolean closing; /* as soon as they are looked at */
  char *trouble; /* (nullable) why the settings were not kept */
};

enum { APPLIED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DzCountyWindow, dz_county_window, ADW_TYPE_PREFERENCES_WINDOW)

static void
take_string (char        **field,
             GtkEditable  *editable)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (editable)));

  g_free (*field);
  *field = *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/* "02-28", also "2-28", "2月28日". */
static void
take_month_day (char        **field,
                GtkEditable  *editable)
{
  g_autofree char *day = dz_day_from_words (gtk_editable_get_text (editable), LEAP_YEAR);

  if (day == NULL || *day == '\0')
    return;
  g_free (*field);
  *field = g_strdup (day + strlen ("2000-"));
}

/* Letters of a year are answered in the next. */
static char *
dup_reply_day (DzCountyWindow *self)
{
  return dz_day_from_words (gtk_editable_get_text (self->reply_by), dz_session_get_year (self->session) + 1);
}

static void
take_reply_day (DzCountyWindow *self)
{
  g_autofree char *day = dup_reply_day (self);

  g_free (self->county->reply_by);
  self->county->reply_by = day != NULL && *day != '\0' ? g_steal_pointer (&day) : NULL;
}

/* What was typed for a day and is none would be gone with the window: the person hears of it first. */
static gboolean
has_wrong_day (DzCountyWindow *self)
{
  GtkEditable *const days[] = { self->submit_by, self->publish_before, self->reply_by };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      const char *words = gtk_editable_get_text (days[i]);
      g_autofree char *day = days[i] == self->reply_by ? dup_reply_day (self) : dz_day_from_words (words, LEAP_YEAR);

      if (day != NULL && (*day != '\0' || days[i] == self->reply_by))
        continue;
      g_free (self->trouble);
      self->trouble = g_strdup_printf (_("“%s” under “%s” is no day. Write it like 03-31, with a year like 2025-03-31."), words,
                                       adw_preferences_row_get_title (ADW_PREFERENCES_ROW (days[i])));
      return TRUE;
    }

  return FALSE;
}

static gboolean
has_wrong_body (DzCountyWindow *self)
{
  char *trouble = dz_county_roster_dup_trouble (self->roster);

  if (trouble == NULL)
    return FALSE;
  g_free (self->trouble);
  self->trouble = trouble;

  return TRUE;
}

/* What is switched off is not taken for given. */
static void
take_wording (DzCountyWindow *self)
{
  g_ptr_array_set_size (self->county->own_wording, 0);
  for (guint i = 0; i < self->wording->len; i++)
    {
      GtkSwitch *toggle = g_ptr_array_index (self->wording, i);

      if (!gtk_switch_get_active (toggle))
        g_ptr_array_add (self->county->own_wording, g_strdup (g_object_get_data (G_OBJECT (toggle), "dz-words")));
    }
}

static gboolean
same_lines (GPtrArray *a,
            GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!g_str_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;

  return TRUE;
}

static void
take_entries (DzCountyWindow *self)
{
  take_string (&self->county->name, self->name);
  take_string (&self->county->title, self->title);
  take_string (&self->county->issuer, self->issuer);
  take_reply_day (self);
  take_month_day (&self->county->submit_by, self->submit_by);
  take_month_day (&self->county->publish_before, self->publish_before);
  self->county->peer_threshold = gtk_spin_button_get_value (self->peer) / 100;
  self->county->self_threshold = gtk_spin_button_get_value (self->self_share) / 100;
  self->county->common_share = gtk_spin_button_get_value (self->common_share) / 100;
  dz_typed_lines_take (self->phrases, self->county->set_phrases);
  dz_typed_lines_take (self->citations, self->county->citations);
  take_wording (self);
  dz_growing_finish (self->growing_checks);
  g_ptr_array_set_size (self->county->checks_off, 0);
  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkSwitch *toggle = g_ptr_array_index (self->checks, i);

      if (!gtk_switch_get_active (toggle))
        g_ptr_array_add (self->county->checks_off,
                         g_strdup (g_object_get_data (G_OBJECT (toggle), "dz-id")));
    }
  g_free (self->county->codebook_xml);
  self->county->codebook_xml = dz_county_codebook_dup_xml (self->codebook);
}

/* Takes all over. @reread, @recount: (out): what has to be worked out anew */
static gboolean
apply (DzCountyWindow *self,
       gboolean       *reread,
       gboolean       *recount)
{
  g_autoptr(DzReview) old = dz_review_ref (dz_session_get_review (self->session));
  g_autoptr(GPtrArray) bodies = dz_county_roster_dup_bodies (self->roster);
  const DzCounty *was = old->county;

  take_entries (self);
  *reread = g_strcmp0 (was->codebook_xml, self->county->codebook_xml) != 0 ||
            !same_lines (was->citations, self->county->citations) ||
            dz_county_roster_has_new_names (self->roster);
  *recount = was->peer_threshold != self->county->peer_threshold ||
             was->self_threshold != self->county->self_threshold ||
             !same_lines (was->set_phrases, self->county->set_phrases) ||
             !same_lines (was->own_wording, self->county->own_wording);

  return dz_session_set_county (self->session, self->county,
                                dz_county_roster_has_changed (self->roster) ? bodies : NULL);
}

static void
trouble_cb (DzCountyWindow *self,
            const char     *text)
{
  g_free (self->trouble);
  self->trouble = g_strdup (text);
}

static gboolean
give_up_cb (gpointer window)
{
  gtk_window_destroy (window);

  return G_SOURCE_REMOVE;
}

/* Later: the dialog, which goes with this window, is still in its response. */
static void
given_up_cb (DzCountyWindow *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, give_up_cb, g_object_ref (self), g_object_unref);
}

static void
ask_to_give_up (DzCountyWindow *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("The settings were not kept"),
                                              self->trouble);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "back", _("_Back to the Settings"),
                                    "give-up", _("_Give Up the Changes"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "give-up",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "back");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "back");
  g_signal_connect_object (dialog, "response::give-up", G_CALLBACK (given_up_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
close_cb (gpointer window)
{
  gtk_window_close (window);

  return G_SOURCE_REMOVE;
}

/* Later: what was pressed goes with this window, and is still at work. */
static void
keep_cb (DzCountyWindow *self)
{
  self->keep = TRUE;
  g_idle_add_full (G_PRIORITY_DEFAULT, close_cb, g_object_ref (self), g_object_unref);
}

/* Later, as above. */
static void
checked_cb (DzCountyWindow *self,
            gboolean        usable)
{
  gboolean closing = self->closing;

  self->closing = FALSE;
  if (closing && usable)
    keep_cb (self);
  else if (closing)
    adw_preferences_window_set_visible_page (ADW_PREFERENCES_WINDOW (self), ADW_PREFERENCES_PAGE (self->codebook));
}

static void
discard_cb (DzCountyWindow *self)
{
  dz_county_codebook_revert (self->codebook);
  g_idle_add_full (G_PRIORITY_DEFAULT, close_cb, g_object_ref (self), g_object_unref);
}

static void
ask_to_keep (DzCountyWindow *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Keep the changed additions?"),
                                              _("The additions to the codebook were changed. If they are kept, all reports are "
                                                "read anew with them."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "discard", _("_Discard Changes"),
                                    "keep", _("_Keep and Read Anew"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "keep", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response::keep", G_CALLBACK (keep_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "response::discard", G_CALLBACK (discard_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Later, as above. */
static void
add_cb (DzCountyWindow *self)
{
  self->add = TRUE;
  self->keep = self->kept;
  g_idle_add_full (G_PRIORITY_DEFAULT, close_cb, g_object_ref (self), g_object_unref);
}

/* @names: (element-type utf8) */
static void
ask_to_add (DzCountyWindow *self,
            GPtrArray      *names)
{
  g_autofree char *all = NULL;
  g_autofree char *heading = NULL;
  GtkWidget *dialog;

  g_ptr_array_add (names, NULL);
  all = g_strjoinv (_(", "), (char **) names->pdata);
  heading = g_strdup_printf (_("Not on the roster: %s"), all);
  dialog = adw_message_dialog_new (GTK_WINDOW (self), heading,
                                   _("Another body is written to have come of it. Put on the roster, behind the others, it "
                                     "has the reports of its years. If the name was only mistyped, go back and write it as "
                                     "the roster does."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "back", _("_Back to the Settings"),
                                    "add", _("_Put on the Roster"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "add", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "back");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "back");
  g_signal_connect_object (dialog, "response::add", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What others were made of goes onto the roster with them: not without a word. */
static gboolean
must_ask_to_add (DzCountyWindow *self,
                 gboolean        keep)
{
  g_autoptr(GPtrArray) names = dz_county_roster_list_unlisted (self->roster);
  gboolean add = self->add;

  self->add = FALSE;
  if (names->len == 0 || add)
    return FALSE;
  self->kept = keep;
  ask_to_add (self, names);

  return TRUE;
}

static gboolean
dz_county_window_close_request (GtkWindow *window)
{
  DzCountyWindow *self = DZ_COUNTY_WINDOW (window);
  gboolean keep = self->keep;
  gboolean reread, recount;

  self->keep = FALSE;
  if (!keep && dz_county_codebook_has_changed (self->codebook))
    {
      self->closing = FALSE; /* the answer to this counts, not what was said before */
      ask_to_keep (self);
      return TRUE;
    }
  if (dz_county_codebook_has_changed (self->codebook) && !dz_county_codebook_is_usable (self->codebook))
    {
      self->closing = TRUE;
      dz_county_codebook_check (self->codebook);
      return TRUE;
    }
  if (has_wrong_day (self) || has_wrong_body (self))
    {
      ask_to_give_up (self);
      return TRUE;
    }
  if (must_ask_to_add (self, keep))
    return TRUE;
  if (!apply (self, &reread, &recount))
    {
      ask_to_give_up (self);
      return TRUE;
    }
  g_signal_emit (self, signals[APPLIED], 0, reread, recount);

  return GTK_WINDOW_CLASS (dz_county_window_parent_class)->close_request (window);
}

static void
dz_county_window_dispose (GObject *object)
{
  DzCountyWindow *self = DZ_COUNTY_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->trouble, g_free);
  g_clear_pointer (&self->county, dz_county_free);
  g_clear_pointer (&self->growing_checks, dz_growing_free);
  g_clear_pointer (&self->growing_wording, dz_growing_free);
  g_clear_pointer (&self->wording_lines, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->wording, g_ptr_array_unref);

  G_OBJECT_CLASS (dz_county_window_parent_class)->dispose (object);
}

static void
dz_county_window_class_init (DzCountyWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dz_county_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = dz_county_window_close_request;

  /**
   * DzCountyWindow::applied:
   * @reread: reports have to be read anew
   * @recount: overlaps have to be counted anew
   */
  signals[APPLIED] = g_signal_new ("applied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, G_TYPE_BOOLEAN, G_TYPE_BOOLEAN);
}

static void
dz_county_window_init (DzCountyWindow *self)
{
  self->checks = g_ptr_array_new ();
  self->wording = g_ptr_array_new ();
  self->wording_lines = g_ptr_array_new_with_free_func (g_free);
}

static GtkEditable *
add_entry (AdwPreferencesGroup *group,
           const char          *title,
           const char          *value)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), value != NULL ? value : "");
  adw_preferences_group_add (group, row);

  return GTK_EDITABLE (row);
}

static GtkSpinButton *
add_share (AdwPreferencesGroup *group,
           const char          *title,
           double               value)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = dz_still_spin_new (1, 100);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), value * 100);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  adw_preferences_group_add (group, row);

  return GTK_SPIN_BUTTON (spin);
}

static GtkTextBuffer *
add_lines (AdwPreferencesGroup *group,
           GPtrArray           *lines)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scrolled = dz_inner_scroll_new (view);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s\n", (char *) g_ptr_array_index (lines, i));
  dz_spoken_set_name (view, adw_preferences_group_get_title (group));
  gtk_text_buffer_set_text (buffer, text->str, -1);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 9);
  dz_text_scale_request (scrolled, -1, 110);
  gtk_widget_add_css_class (scrolled, "card");
  adw_preferences_group_add (group, scrolled);

  return buffer;
}

static AdwPreferencesGroup *
add_group (AdwPreferencesPage *page,
           const char         *title,
           const char         *description)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_group_set_description (group, description);
  adw_preferences_page_add (page, group);

  return group;
}

static AdwPreferencesPage *
add_page (DzCountyWindow *self,
          const char     *title,
          const char     *icon_name)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());

  adw_preferences_page_set_title (page, title);
  adw_preferences_page_set_icon_name (page, icon_name);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self), page);

  return page;
}

static void
fill_county (DzCountyWindow *self)
{
  AdwPreferencesPage *page = self->county_page = add_page (self, _("County"), "dz-roster-symbolic");
  AdwPreferencesGroup *names = add_group (page, _("Names"), NULL);
  AdwPreferencesGroup *dates = add_group (page, _("Dates"),
                                          _("Of the year after the reported one, written as month-day"));

  self->name = add_entry (names, _("County"), self->county->name);
  self->title = add_entry (names, _("Title of the review"), self->county->title);
  self->issuer = add_entry (names, _("Office that signs the letters"), self->county->issuer);
  self->submit_by = add_entry (dates, _("Last day to submit"), self->county->submit_by);
  self->publish_before = add_entry (dates, _("Published before"), self->county->publish_before);
  self->reply_by = add_entry (dates, _("Feedback letters ask for an answer by (year-month-day)"),
                              self->county->reply_by);
}

static void
add_wording (DzCountyWindow      *self,
             const char          *words,
             const char          *bodies,
             gboolean             given)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), bodies);
  g_object_set_data_full (G_OBJECT (toggle), "dz-words", g_strdup (words), g_free);
  gtk_switch_set_active (GTK_SWITCH (toggle), given);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  dz_tip_set (toggle, _("Left out of overlap"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  adw_preferences_group_add (self->wording_group, row);
  g_ptr_array_add (self->wording, toggle);
}

/* A line is "bodies\twords"; no body: the county wants the words compared all the same. */
static void
add_nth_wording (guint    index,
                 gpointer user_data)
{
  DzCountyWindow *self = user_data;
  const char *line = g_ptr_array_index (self->wording_lines, index);
  guint n = (guint) g_ascii_strtoull (line, NULL, 10);
  g_autofree char *bodies = g_strdup_printf (ngettext ("%u body", "%u bodies", n), n);

  add_wording (self, strchr (line, '\t') + 1, n > 0 ? bodies : _("Compared all the same"), n > 0);
}

/* What the reports themselves show to be given; what the county wants compared all the same stands
 * first, switched off. */
static void
fill_wording (DzCountyWindow     *self,
              AdwPreferencesPage *page)
{
  GPtrArray *given = self->county->given_wording;
  GPtrArray *own = self->county->own_wording;

  for (guint i = 0; i < own->len; i++)
    g_ptr_array_add (self->wording_lines, g_strconcat ("0\t", g_ptr_array_index (own, i), NULL));
  for (guint i = 0; i < given->len; i++)
    {
      const char *line = g_ptr_array_index (given, i);
      const char *tab = strchr (line, '\t');

      if (tab != NULL && !g_ptr_array_find_with_equal_func (own, tab + 1, g_str_equal, NULL))
        g_ptr_array_add (self->wording_lines, g_strdup (line));
    }
  if (self->wording_lines->len == 0)
    return;
  self->wording_group = add_group (page, _("Wording of the whole county"),
                                   _("Sentences so many bodies share that they were given to them; left out of overlap"
                                     " unless switched off"));
  /* those that are switched off are made at once: a row that is not made is switched on */
  self->growing_wording = dz_growing_new (dz_growing_find_along (GTK_WIDGET (page)), own->len + WORDING_FIRST,
                                          MAX (own->len + WORDING_FIRST, self->wording_lines->len), add_nth_wording, self);
  dz_growing_start (self->growing_wording, self->wording_lines->len, FALSE);
}

static void
add_check (guint    index,
           gpointer user_data)
{
  DzCountyWindow *self = user_data;
  GPtrArray *entries = dz_codebook_list (dz_session_get_codebook (self->session), DZ_ENTRY_CHECK);
  const DzEntry *entry = g_ptr_array_index (entries, index);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();
  gboolean on = !g_ptr_array_find_with_equal_func (self->county->checks_off, entry->id, g_str_equal, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), entry->name);
  g_object_set_data (G_OBJECT (toggle), "dz-id", (gpointer) entry->id);
  gtk_switch_set_active (GTK_SWITCH (toggle), on);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  adw_preferences_group_add (self->checks_group, row);
  g_ptr_array_add (self->checks, toggle);
}

static void
fill_checks (DzCountyWindow *self)
{
  AdwPreferencesPage *page = self->checks_page = add_page (self, _("Checks"), "dz-checks-symbolic");
  AdwPreferencesGroup *shares = add_group (page, _("Overlap"),
                                           _("Share of common text from which a pair is listed, in per cent"));
  AdwPreferencesGroup *phrases = add_group (page, _("Set phrases"),
                                            _("Prescribed wording, one a line; left out of overlap"));
  AdwPreferencesGroup *citations, *checks, *common;
  GPtrArray *entries = dz_codebook_list (dz_session_get_codebook (self->session), DZ_ENTRY_CHECK);

  fill_wording (self, page);
  citations = add_group (page, _("Correct citations"), _("Titles of documents with their years, one a line"));
  checks = add_group (page, _("Checks carried out"), NULL);
  common = add_group (page, _("Common weaknesses"), NULL);
  self->peer = add_share (shares, _("Between two bodies"), self->county->peer_threshold);
  self->self_share = add_share (shares, _("With its own report of last year"),
                                self->county->self_threshold);
  self->common_share = add_share (common, _("Common from this share of the bodies, in per cent, and from three bodies"),
                                  self->county->common_share);
  self->phrases = add_lines (phrases, self->county->set_phrases);
  self->citations = add_lines (citations, self->county->citations);
  self->checks_group = checks;
  self->growing_checks = dz_growing_new (dz_growing_find_along (GTK_WIDGET (page)), CHECKS_FIRST, entries->len, add_check, self);
  dz_growing_start (self->growing_checks, entries->len, FALSE);
}

/* The stack of a preferences window styles and measures all its pages: only what is on the page in sight is visible. */
static void
show_page_cb (DzCountyWindow *self)
{
  AdwPreferencesPage *in_sight = adw_preferences_window_get_visible_page (ADW_PREFERENCES_WINDOW (self));
  AdwPreferencesPage *pages[] = { self->county_page, ADW_PREFERENCES_PAGE (self->roster), self->checks_page,
                                  ADW_PREFERENCES_PAGE (self->codebook) };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    gtk_widget_set_visible (gtk_widget_get_first_child (GTK_WIDGET (pages[i])), pages[i] == in_sight);
}

/**
 * dz_county_window_new:
 *
 * Returns: (transfer full): the window, not yet shown; it takes its entries over when closed
 */
DzCountyWindow *
dz_county_window_new (DzSession *session,
                      GtkWindow *parent)
{
  DzCountyWindow *self = g_object_new (DZ_TYPE_COUNTY_WINDOW, "title", _("Roster and Deadlines"),
                                       "transient-for", parent, "modal", TRUE,
                                       "search-enabled", FALSE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "trouble", G_CALLBACK (trouble_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "unkept", G_CALLBACK (trouble_cb), self, G_CONNECT_SWAPPED);
  self->county = dz_county_copy (dz_session_get_review (session)->county);
  fill_county (self);
  self->roster = dz_county_roster_new (dz_session_get_review (session));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self), ADW_PREFERENCES_PAGE (self->roster));
  fill_checks (self);
  self->codebook = dz_county_codebook_new (session, self->county->codebook_xml);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self), ADW_PREFERENCES_PAGE (self->codebook));
  g_signal_connect_object (self->codebook, "keep", G_CALLBACK (keep_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->codebook, "checked", G_CALLBACK (checked_cb), self, G_CONNECT_SWAPPED);
  show_page_cb (self);
  g_signal_connect (self, "notify::visible-page", G_CALLBACK (show_page_cb), NULL);

  return self;
}

/**
 * dz_county_window_show_checks:
 *
 * Shows the page of thresholds, set phrases and checks instead of the first.
 */
void
dz_county_window_show_checks (DzCountyWindow *self)
{
  g_return_if_fail (DZ_IS_COUNTY_WINDOW (self));

  adw_preferences_window_set_visible_page (ADW_PREFERENCES_WINDOW (self), self->checks_page);
}

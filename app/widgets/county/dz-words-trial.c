/* dz-words-trial.c - additions to the codebook tried on a sentence and on the reports, before they are kept
 *
 * A sentence is read while it is typed, the reports when asked for. Both in
 * jobs; what is asked anew calls off what was asked before.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-words-trial.h"

#include "dz-codebook-job.h"
#include "dz-try-words.h"

#include <glib/gi18n-lib.h>

#define PAUSE_MS 400      /* in typing, before the sentence is read */
#define MOST_REPORTS 40   /* told one by one */

struct _DzWordsTrial
{
  AdwPreferencesGroup parent_instance;

  DzReview *review;
  char *xml;
  GtkEditable *sentence;    /* borrowed, like the rest */
  GtkLabel *read;
  GtkWidget *read_row;
  GtkWidget *ask;
  AdwActionRow *reports_row;
  GtkSpinner *spinner;
  GPtrArray *rows;          /* AdwExpanderRow: what would change, a report each */
  guint pause;
  GCancellable *reading;    /* (nullable) */
  GCancellable *comparing;  /* (nullable) */
};

G_DEFINE_FINAL_TYPE (DzWordsTrial, dz_words_trial, ADW_TYPE_PREFERENCES_GROUP)

static void
call_off (GCancellable **work)
{
  if (*work != NULL)
    g_cancellable_cancel (*work);
  g_clear_object (work);
}

/* The reason in the user's words, with the line where one is known. */
static char *
dup_trouble (const GError *error)
{
  int line;
  const char *reason = dz_codebook_additions_place (error->message, &line);

  return line > 0 ? g_strdup_printf (_("The additions cannot be used. Line %d: %s"), line, reason)
                  : g_strdup_printf (_("The additions cannot be used. %s"), reason);
}

static void
sentence_read_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(DzWordsTrial) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *read = dz_try_sentence_finish (result, &error);
  g_autofree char *trouble = NULL;

  if (g_task_get_cancellable (G_TASK (result)) != self->reading)
    return;
  g_clear_object (&self->reading);
  if (read == NULL)
    trouble = dup_trouble (error);
  gtk_label_set_label (self->read, trouble != NULL ? trouble : *read != '\0' ? read : _("Nothing is read of it."));
}

static gboolean
read_cb (gpointer user_data)
{
  DzWordsTrial *self = user_data;
  g_autofree char *sentence = g_strstrip (g_strdup (gtk_editable_get_text (self->sentence)));

  self->pause = 0;
  call_off (&self->reading);
  gtk_widget_set_visible (self->read_row, *sentence != '\0');
  if (*sentence == '\0')
    return G_SOURCE_REMOVE;
  self->reading = g_cancellable_new ();
  dz_try_sentence_async (self->xml, sentence, self->reading, sentence_read_cb, g_object_ref (self));

  return G_SOURCE_REMOVE;
}

static void
sentence_changed_cb (DzWordsTrial *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE_MS, read_cb, self);
}

static void
drop_rows (DzWordsTrial *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
add_report (DzWordsTrial        *self,
            const DzTriedReport *tried)
{
  DzReport *report = dz_review_find_report (self->review, tried->report_id);
  const DzBody *body = report != NULL ? dz_review_find_body (self->review, report->body_id) : NULL;
  g_autofree char *title = g_strdup_printf ("%s %d", body != NULL ? body->name : _("Unknown body"),
                                            report != NULL ? report->identity.year : 0);
  g_autofree char *count = g_strdup_printf (ngettext ("%u change", "%u changes", tried->n_changes), tried->n_changes);
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *label = gtk_label_new (tried->changes);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), count);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dz-own-lines");
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), label);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
show_tried (DzWordsTrial *self,
            GPtrArray    *tried)
{
  guint n = self->review->reports->len;
  g_autofree char *text = NULL;

  for (guint i = 0; i < MIN (tried->len, MOST_REPORTS); i++)
    add_report (self, g_ptr_array_index (tried, i));
  if (tried->len == 0)
    text = g_strdup_printf (_("None of the %u reports would be read otherwise."), n);
  else if (tried->len > MOST_REPORTS)
    text = g_strdup_printf (_("%u of %u reports would be read otherwise; the first %u follow."), tried->len, n,
                            (guint) MOST_REPORTS);
  else
    text = g_strdup_printf (_("%u of %u reports would be read otherwise:"), tried->len, n);
  adw_action_row_set_subtitle (self->reports_row, text);
}

static void
compared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(DzWordsTrial) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) tried = dz_try_reports_finish (result, &error);
  g_autofree char *trouble = NULL;

  if (g_task_get_cancellable (G_TASK (result)) != self->comparing)
    return;
  g_clear_object (&self->comparing);
  gtk_spinner_stop (self->spinner);
  gtk_widget_set_sensitive (self->ask, TRUE);
  if (tried != NULL)
    show_tried (self, tried);
  else
    {
      trouble = dup_trouble (error);
      adw_action_row_set_subtitle (self->reports_row, trouble);
    }
}

static void
ask_clicked_cb (DzWordsTrial *self)
{
  call_off (&self->comparing);
  drop_rows (self);
  gtk_widget_set_sensitive (self->ask, FALSE);
  gtk_spinner_start (self->spinner);
  adw_action_row_set_subtitle (self->reports_row, _("Reading the reports with these words…"));
  self->comparing = g_cancellable_new ();
  dz_try_reports_async (self->review, self->xml, self->comparing, compared_cb, g_object_ref (self));
}

static void
dz_words_trial_dispose (GObject *object)
{
  DzWordsTrial *self = DZ_WORDS_TRIAL (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  call_off (&self->reading);
  call_off (&self->comparing);
  g_clear_pointer (&self->review, dz_review_unref);
  g_clear_pointer (&self->xml, g_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (dz_words_trial_parent_class)->dispose (object);
}

static void
dz_words_trial_class_init (DzWordsTrialClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dz_words_trial_dispose;
}

static void
dz_words_trial_init (DzWordsTrial *self)
{
  self->rows = g_ptr_array_new ();
}

static void
add_sentence (DzWordsTrial *self)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkWidget *read = gtk_label_new (NULL);
  GtkWidget *read_row = adw_preferences_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("A sentence as a report would have it"));
  self->sentence = GTK_EDITABLE (row);
  self->read = GTK_LABEL (read);
  gtk_label_set_wrap (self->read, TRUE);
  gtk_label_set_wrap_mode (self->read, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (self->read, TRUE);
  gtk_label_set_xalign (self->read, 0);
  gtk_widget_add_css_class (read, "dz-own-lines");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (read_row), read);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (read_row), FALSE);
  gtk_widget_set_visible (read_row, FALSE);
  self->read_row = read_row;
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), read_row);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (sentence_changed_cb), self);
}

static void
add_reports (DzWordsTrial *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spinner = gtk_spinner_new ();

  self->reports_row = ADW_ACTION_ROW (row);
  self->spinner = GTK_SPINNER (spinner);
  self->ask = gtk_button_new_with_label (_("Look"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("What would change in the reports"));
  gtk_widget_set_valign (self->ask, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (self->reports_row, spinner);
  adw_action_row_add_suffix (self->reports_row, self->ask);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_signal_connect_swapped (self->ask, "clicked", G_CALLBACK (ask_clicked_cb), self);
}

/**
 * dz_words_trial_new:
 * @review: whose reports are read
 *
 * Returns: (transfer floating): the group
 */
GtkWidget *
dz_words_trial_new (DzReview *review)
{
  DzWordsTrial *self = g_object_new (DZ_TYPE_WORDS_TRIAL, "title", _("Try before keeping"), NULL);

  self->review = dz_review_ref (review);
  add_sentence (self);
  add_reports (self);

  return GTK_WIDGET (self);
}

/**
 * dz_words_trial_set_xml:
 * @xml: (nullable): the additions as they are now
 *
 * The sentence is read again; what the reports would become has to be asked for again.
 */
void
dz_words_trial_set_xml (DzWordsTrial *self,
                        const char   *xml)
{
  g_return_if_fail (DZ_IS_WORDS_TRIAL (self));

  if (g_strcmp0 (self->xml, xml) == 0)
    return;
  g_free (self->xml);
  self->xml = g_strdup (xml);
  call_off (&self->comparing);
  gtk_spinner_stop (self->spinner);
  gtk_widget_set_sensitive (self->ask, TRUE);
  drop_rows (self);
  adw_action_row_set_subtitle (self->reports_row, "");
  if (*gtk_editable_get_text (self->sentence) != '\0')
    sentence_changed_cb (self);
}

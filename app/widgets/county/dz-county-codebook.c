/* dz-county-codebook.c - the page of the county's settings with its own cues and codes
 *
 * Forms and the XML below them show the same additions: what is entered in
 * one is at once in the other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-county-codebook.h"

#include "dz-check-codebook.h"
#include "dz-codebook-job.h"
#include "dz-inner-scroll.h"
#include "dz-own-entries.h"
#include "dz-text-scale.h"
#include "dz-words-trial.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

struct _DzCountyCodebook
{
  AdwPreferencesPage parent_instance;

  char *stored;
  GtkTextBuffer *buffer;
  GtkTextView *view;
  GtkLabel *result;
  DzOwnEntries *entries;
  DzWordsTrial *trial;
  AdwExpanderRow *xml_row;
  gboolean filling;
  GtkFileChooserNative *chooser;
  GCancellable *checking;
  char *looked_at; /* the additions as they were when they were checked last */
  gboolean usable; /* reports can be read with those */
};

static guint keep;
static guint checked;

G_DEFINE_FINAL_TYPE (DzCountyCodebook, dz_county_codebook, ADW_TYPE_PREFERENCES_PAGE)

/* An example that may be kept: a cue of one's own for a code that is there. */
static const char *const example =
  "<weaknesses xmlns=\"urn:duizhao:codebook\">\n"
  "  <weakness id=\"enforce_staff_short\">\n"
  "    <cue>(执法队员|执法骨干)~6(偏少|不够)</cue>\n"
  "  </weakness>\n"
  "</weaknesses>\n";

static void
call_off (DzCountyCodebook *self)
{
  g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
}

static void
dz_county_codebook_dispose (GObject *object)
{
  DzCountyCodebook *self = DZ_COUNTY_CODEBOOK (object);

  call_off (self);
  g_clear_pointer (&self->stored, g_free);
  g_clear_pointer (&self->looked_at, g_free);
  g_clear_object (&self->chooser);

  G_OBJECT_CLASS (dz_county_codebook_parent_class)->dispose (object);
}

static void
dz_county_codebook_class_init (DzCountyCodebookClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dz_county_codebook_dispose;

  /**
   * DzCountyCodebook::keep: a person pressed the button that keeps the additions
   */
  keep = g_signal_new ("keep", DZ_TYPE_COUNTY_CODEBOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * DzCountyCodebook::checked:
   * @usable: reports can be read with them
   *
   * What dz_county_codebook_check() found is said on the page.
   */
  checked = g_signal_new ("checked", DZ_TYPE_COUNTY_CODEBOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                          G_TYPE_BOOLEAN);
}

static void
dz_county_codebook_init (DzCountyCodebook *self)
{
}

/**
 * dz_county_codebook_dup_xml:
 *
 * Returns: (transfer full) (nullable): the additions as they stand; %NULL: none
 */
char *
dz_county_codebook_dup_xml (DzCountyCodebook *self)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  g_return_val_if_fail (DZ_IS_COUNTY_CODEBOOK (self), NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = g_strchomp (gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

gboolean
dz_county_codebook_has_changed (DzCountyCodebook *self)
{
  g_autofree char *xml = dz_county_codebook_dup_xml (self);

  return g_strcmp0 (xml, self->stored) != 0;
}

/* Entered in a form. */
static void
entries_changed_cb (DzCountyCodebook *self)
{
  const char *xml = dz_own_entries_get_xml (self->entries);

  self->filling = TRUE;
  gtk_text_buffer_set_text (self->buffer, xml != NULL ? xml : "", -1);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->result), FALSE);
  dz_words_trial_set_xml (self->trial, xml);
}

/* Entered in the XML. */
static void
buffer_changed_cb (DzCountyCodebook *self)
{
  g_autofree char *xml = NULL;

  if (self->filling)
    return;
  xml = dz_county_codebook_dup_xml (self);
  dz_own_entries_set_xml (self->entries, xml);
  dz_words_trial_set_xml (self->trial, xml);
}

static void
save_cb (DzCountyCodebook *self)
{
  g_signal_emit (self, keep, 0);
}

static void
show_line (DzCountyCodebook *self,
           int               line)
{
  GtkTextIter start, end;

  adw_expander_row_set_expanded (self->xml_row, TRUE);
  gtk_text_buffer_get_iter_at_line (self->buffer, &start, line - 1);
  end = start;
  gtk_text_iter_forward_to_line_end (&end);
  gtk_text_buffer_select_range (self->buffer, &start, &end);
  gtk_text_view_scroll_to_iter (self->view, &start, 0.1, FALSE, 0, 0);
}

/* "additions.xml:3: reason" with the place in the user's words. @line: (out): 0 if in none of ours */
static char *
say (const char *complaint,
     int        *line)
{
  static const struct { const char *words; const char *said; } translations[] = {
    { "wrongly found in:", N_("should not be found in:") },
    { "not found in:", N_("is not found in:") },
  };
  g_autoptr(GString) words = g_string_new (dz_codebook_additions_place (complaint, line));

  for (guint i = 0; i < G_N_ELEMENTS (translations); i++)
    if (g_string_replace (words, translations[i].words, _(translations[i].said), 1) > 0)
      break;
  if (*line == 0)
    return g_string_free (g_steal_pointer (&words), FALSE);

  return g_strdup_printf (_("Line %d: %s"), *line, words->str);
}

static void
tell (DzCountyCodebook *self,
      const char       *text,
      gboolean          good)
{
  gtk_label_set_label (self->result, text);
  gtk_widget_set_visible (GTK_WIDGET (self->result), TRUE);
  if (good)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->result), "error");
      gtk_widget_add_css_class (GTK_WIDGET (self->result), "success");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->result), "success");
      gtk_widget_add_css_class (GTK_WIDGET (self->result), "error");
    }
}

static void
tell_complaints (DzCountyCodebook *self,
                 GPtrArray        *complaints)
{
  g_autoptr(GString) words = g_string_new (NULL);
  int first = 0;

  g_string_append_printf (words, ngettext ("%u test sentence is not read as it says:",
                                           "%u test sentences are not read as they say:",
                                           complaints->len), complaints->len);
  for (guint i = 0; i < MIN (complaints->len, 8); i++)
    {
      int line;
      g_autofree char *said = say (g_ptr_array_index (complaints, i), &line);

      g_string_append_printf (words, "\n%s", said);
      first = first == 0 ? line : first;
    }
  tell (self, words->str, FALSE);
  if (first > 0)
    show_line (self, first);
}

static gboolean
tell_found (DzCountyCodebook *self,
            GPtrArray        *complaints,
            const GError     *error)
{
  g_autofree char *said = NULL;
  g_autofree char *text = NULL;
  int line;

  if (complaints != NULL && complaints->len > 0)
    tell_complaints (self, complaints);
  else if (complaints != NULL)
    tell (self, self->looked_at != NULL ? _("Nothing is wrong with the additions.")
                                     : _("There are no additions; the built-in codebook is used."), TRUE);
  if (complaints != NULL)
    return TRUE;

  said = say (error->message, &line);
  text = g_strdup_printf (_("The additions cannot be used. %s"), said);
  tell (self, text, FALSE);
  if (line > 0)
    show_line (self, line);

  return FALSE;
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(DzCountyCodebook) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) complaints = dz_check_codebook_additions_finish (result, &error);
  g_autofree char *xml = NULL;

  if (g_task_get_cancellable (G_TASK (result)) != self->checking)
    return;
  g_clear_object (&self->checking);
  /* it was written on meanwhile: what was found is of words that are not there any more */
  xml = dz_county_codebook_dup_xml (self);
  if (g_strcmp0 (xml, self->looked_at) != 0)
    gtk_widget_set_visible (GTK_WIDGET (self->result), FALSE);
  else
    self->usable = tell_found (self, complaints, error);
  g_signal_emit (self, checked, 0, self->usable);
}

/**
 * dz_county_codebook_check:
 *
 * Looks for what is wrong with the additions as they stand, says it on the page, and emits #DzCountyCodebook::checked.
 */
void
dz_county_codebook_check (DzCountyCodebook *self)
{
  g_return_if_fail (DZ_IS_COUNTY_CODEBOOK (self));

  call_off (self);
  g_free (self->looked_at);
  self->looked_at = dz_county_codebook_dup_xml (self);
  self->usable = FALSE;
  tell (self, _("The additions are being looked at…"), TRUE);
  self->checking = g_cancellable_new ();
  dz_check_codebook_additions_async (self->looked_at, self->checking, checked_cb, g_object_ref (self));
}

/**
 * dz_county_codebook_is_usable:
 *
 * Returns: whether the additions as they stand were looked at and reports can be read with them; test sentences that fail
 *   are told, no more
 */
gboolean
dz_county_codebook_is_usable (DzCountyCodebook *self)
{
  g_autofree char *xml = NULL;

  g_return_val_if_fail (DZ_IS_COUNTY_CODEBOOK (self), FALSE);

  xml = dz_county_codebook_dup_xml (self);

  return self->usable && g_strcmp0 (xml, self->looked_at) == 0;
}

static void
check_cb (GtkButton        *button,
          DzCountyCodebook *self)
{
  dz_county_codebook_check (self);
}

/**
 * dz_county_codebook_revert:
 *
 * The additions are again as they were when the page was made. Where they were being looked at, nothing is found.
 */
void
dz_county_codebook_revert (DzCountyCodebook *self)
{
  g_return_if_fail (DZ_IS_COUNTY_CODEBOOK (self));

  gtk_text_buffer_set_text (self->buffer, self->stored != NULL ? self->stored : "", -1);
  gtk_widget_set_visible (GTK_WIDGET (self->result), FALSE);
  if (self->checking == NULL)
    return;
  call_off (self);
  g_signal_emit (self, checked, 0, FALSE);
}

static void
revert_cb (GtkButton        *button,
           DzCountyCodebook *self)
{
  dz_county_codebook_revert (self);
}

static void
example_cb (GtkButton        *button,
            DzCountyCodebook *self)
{
  g_autofree char *xml = dz_county_codebook_dup_xml (self);

  if (xml == NULL)
    gtk_text_buffer_set_text (self->buffer, example, -1);
  else
    tell (self, _("An example is only put into an empty field."), FALSE);
}

static void
response_cb (GtkNativeDialog  *chooser,
             int               response,
             DzCountyCodebook *self)
{
  g_autoptr(GFile) file = NULL;
  g_autofree char *contents = NULL;
  g_autoptr(GError) error = NULL;
  gsize len;

  if (response != GTK_RESPONSE_ACCEPT)
    return;
  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file == NULL || !g_file_load_contents (file, NULL, &contents, &len, NULL, &error))
    {
      tell (self, error != NULL ? error->message : _("The file cannot be read."), FALSE);
      return;
    }
  if (!g_utf8_validate (contents, (gssize) len, NULL))
    {
      tell (self, _("The file is not UTF-8 text."), FALSE);
      return;
    }
  gtk_text_buffer_set_text (self->buffer, contents, (int) len);
  dz_county_codebook_check (self);
}

static void
import_cb (GtkButton        *button,
           DzCountyCodebook *self)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Import Additions"),
                                               GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_file_filter_set_name (filter, _("Codebook files (XML)"));
  gtk_file_filter_add_suffix (filter, "xml");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_object_unref (filter);
  g_signal_connect (self->chooser, "response", G_CALLBACK (response_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static GtkWidget *
make_text (DzCountyCodebook *self)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scrolled = dz_inner_scroll_new (view);

  self->view = GTK_TEXT_VIEW (view);
  self->buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_set_text (self->buffer, self->stored != NULL ? self->stored : "", -1);
  gtk_text_view_set_monospace (self->view, TRUE);
  gtk_text_view_set_left_margin (self->view, 9);
  gtk_text_view_set_top_margin (self->view, 9);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("The county's own additions"), -1);
  dz_text_scale_request (scrolled, -1, 240);
  gtk_widget_add_css_class (scrolled, "card");

  return scrolled;
}

static void
add_button (DzCountyCodebook *self,
            GtkWidget        *box,
            const char       *label,
            GCallback         clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), button);
}

static void
add_xml (DzCountyCodebook    *self,
         AdwPreferencesGroup *group)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->xml_row = ADW_EXPANDER_ROW (adw_expander_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->xml_row), _("The same as XML"));
  adw_expander_row_set_subtitle (self->xml_row, _("With conditions, test sentences and causes, for those who know it"));
  gtk_widget_add_css_class (box, "dz-own-lines");
  gtk_box_append (GTK_BOX (box), make_text (self));
  add_button (self, buttons, _("Import from File…"), G_CALLBACK (import_cb));
  add_button (self, buttons, _("Example"), G_CALLBACK (example_cb));
  gtk_box_append (GTK_BOX (box), buttons);
  adw_expander_row_add_row (self->xml_row, box);
  adw_preferences_group_add (group, GTK_WIDGET (self->xml_row));
}

/* Above the XML, which unfolds where something is wrong with it: what is said stays by the button that was pressed. */
static void
add_result (DzCountyCodebook    *self,
            AdwPreferencesGroup *group)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *save = gtk_button_new_with_label (_("Keep and Read Anew"));

  self->result = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->result, TRUE);
  gtk_label_set_selectable (self->result, TRUE);
  gtk_label_set_xalign (self->result, 0);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->result), 9);
  gtk_widget_set_visible (GTK_WIDGET (self->result), FALSE);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_widget_add_css_class (save, "suggested-action");
  g_signal_connect_swapped (save, "clicked", G_CALLBACK (save_cb), self);
  gtk_box_append (GTK_BOX (box), save);
  add_button (self, box, _("Check"), G_CALLBACK (check_cb));
  add_button (self, box, _("Discard Changes"), G_CALLBACK (revert_cb));
  adw_preferences_group_add (group, box);
  adw_preferences_group_add (group, GTK_WIDGET (self->result));
}

/**
 * dz_county_codebook_new:
 * @session: whose codebook is added to and whose reports are tried
 * @xml: (nullable): the additions there are
 *
 * Returns: (transfer full): the page
 */
DzCountyCodebook *
dz_county_codebook_new (DzSession  *session,
                        const char *xml)
{
  DzCountyCodebook *self = g_object_new (DZ_TYPE_COUNTY_CODEBOOK, "title", _("Codebook"), "icon-name",
                                         "accessories-dictionary-symbolic", NULL);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  self->stored = xml != NULL ? g_strchomp (g_strdup (xml)) : NULL;
  if (self->stored != NULL && *self->stored == '\0')
    g_clear_pointer (&self->stored, g_free);
  self->entries = DZ_OWN_ENTRIES (dz_own_entries_new (dz_session_get_codebook (session)));
  self->trial = DZ_WORDS_TRIAL (dz_words_trial_new (dz_session_get_review (session)));
  adw_preferences_group_set_description (group,
                                         _("When they change, all reports are read anew, as a step that can be undone; corrections are kept."));
  add_result (self, group);
  add_xml (self, group);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), ADW_PREFERENCES_GROUP (self->entries));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), ADW_PREFERENCES_GROUP (self->trial));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), group);
  buffer_changed_cb (self);
  g_signal_connect_swapped (self->buffer, "changed", G_CALLBACK (buffer_changed_cb), self);
  g_signal_connect_swapped (self->entries, "changed", G_CALLBACK (entries_changed_cb), self);

  return self;
}

/* dz-own-entry-row.c - a code, an indicator or cues of the county's own as a form
 *
 * What the codebook has already gets cues only: its name and theme are not the
 * county's to change by mistake.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-own-entry-row.h"

#include "dz-choices.h"
#include "dz-inner-scroll.h"
#include "dz-text-scale.h"
#include "dz-typed-lines.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _DzOwnEntryRow
{
  AdwExpanderRow parent_instance;

  DzCodebook *codebook;
  DzOwnWords *words;
  GPtrArray *themes; /* borrowed ids, in the order of the drop-down */
  GtkEditable *name; /* (nullable), as the next three: of an entry that is the county's own */
  GtkEditable *unit;
  GtkDropDown *theme;
  GtkDropDown *kind;
  GtkTextBuffer *cues;
  GtkTextBuffer *nots;
};

enum { CHANGED, REMOVED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DzOwnEntryRow, dz_own_entry_row, ADW_TYPE_EXPANDER_ROW)

static const char *const kinds[] = { "count", "people", "rate", "money", "area", "hours" };

static void
tell_title (DzOwnEntryRow *self)
{
  const DzOwnWords *words = self->words;
  const char *known = dz_codebook_name (self->codebook, words->weakness ? DZ_ENTRY_WEAKNESS : DZ_ENTRY_INDICATOR,
                                        words->id);
  const char *name = self->name == NULL ? known : words->name;
  const char *what = self->name == NULL ? (words->weakness ? _("cues for a weakness") : _("cues for an indicator"))
                                        : (words->weakness ? _("a weakness of our own") : _("an indicator of our own"));
  g_autofree char *counts = g_strdup_printf (_("%s · %u cues · %u exclusions"), what, words->cues->len,
                                             words->nots->len);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 name != NULL && *name != '\0' ? name : _("(no name yet)"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), counts);
}

static void
take_entry (char        **field,
            GtkEditable  *editable)
{
  g_free (*field);
  *field = g_strstrip (g_strdup (gtk_editable_get_text (editable)));
}

static void
changed_cb (DzOwnEntryRow *self)
{
  DzOwnWords *words = self->words;

  dz_typed_lines_take (self->cues, words->cues);
  dz_typed_lines_take (self->nots, words->nots);
  if (self->name != NULL)
    {
      take_entry (&words->name, self->name);
      g_free (words->theme);
      words->theme = g_strdup (g_ptr_array_index (self->themes, gtk_drop_down_get_selected (self->theme)));
    }
  if (self->unit != NULL)
    {
      take_entry (&words->unit, self->unit);
      g_free (words->kind);
      words->kind = g_strdup (kinds[MIN (gtk_drop_down_get_selected (self->kind), G_N_ELEMENTS (kinds) - 1)]);
    }
  tell_title (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
remove_clicked_cb (DzOwnEntryRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static GtkEditable *
add_entry (DzOwnEntryRow *self,
           const char    *title,
           const char    *value)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), value != NULL ? value : "");
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);

  return GTK_EDITABLE (row);
}

static GtkDropDown *
add_choice (DzOwnEntryRow     *self,
            const char        *title,
            const char *const *names,
            guint              selected)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *drop = gtk_drop_down_new (NULL, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  dz_choices_set (GTK_DROP_DOWN (drop), names, selected, self);
  gtk_widget_set_valign (drop, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), drop);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);

  return GTK_DROP_DOWN (drop);
}

static GtkTextBuffer *
add_lines (DzOwnEntryRow *self,
           const char    *title,
           const char    *hint,
           GPtrArray     *lines)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *head = gtk_label_new (title);
  GtkWidget *more = gtk_label_new (hint);
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scroll = dz_inner_scroll_new (view);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (lines, i));
  gtk_text_buffer_set_text (buffer, text->str, -1);
  gtk_label_set_xalign (GTK_LABEL (head), 0);
  gtk_label_set_xalign (GTK_LABEL (more), 0);
  gtk_label_set_wrap (GTK_LABEL (more), TRUE);
  gtk_widget_add_css_class (head, "heading");
  gtk_widget_add_css_class (more, "dz-secondary");
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_add_css_class (scroll, "card");
  dz_text_scale_request (scroll, -1, 76);
  gtk_widget_add_css_class (box, "dz-own-lines");
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), more);
  gtk_box_append (GTK_BOX (box), scroll);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), box);
  g_signal_connect_swapped (buffer, "changed", G_CALLBACK (changed_cb), self);

  return buffer;
}

static GtkDropDown *
add_theme (DzOwnEntryRow *self)
{
  GPtrArray *themes = dz_codebook_list (self->codebook, DZ_ENTRY_THEME);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  guint chosen = 0;

  for (guint i = 0; i < themes->len; i++)
    {
      const DzEntry *theme = g_ptr_array_index (themes, i);
      const char *colon = strchr (theme->id, ':'); /* themes of weaknesses are told apart by a prefix */
      const char *id = colon != NULL ? colon + 1 : theme->id;

      if (g_str_equal (theme->kind, "weaknesses") != self->words->weakness)
        continue;
      if (g_strcmp0 (id, self->words->theme) == 0)
        chosen = names->len;
      g_ptr_array_add (self->themes, (gpointer) id);
      g_ptr_array_add (names, theme->name);
    }
  g_ptr_array_add (names, NULL);

  return add_choice (self, _("Theme"), (const char *const *) names->pdata, chosen);
}

static void
add_own_fields (DzOwnEntryRow *self)
{
  const char *names[] = { _("How many"), _("People"), _("Rate"), _("Money"), _("Area"), _("Hours"), NULL };
  guint kind = 0;

  self->name = add_entry (self, _("Name"), self->words->name);
  self->theme = add_theme (self);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i], self->words->kind) == 0)
      kind = i;
  if (!self->words->weakness)
    {
      self->kind = add_choice (self, _("What is counted"), names, kind);
      self->unit = add_entry (self, _("Unit"), self->words->unit);
    }
}

static void
dz_own_entry_row_dispose (GObject *object)
{
  DzOwnEntryRow *self = DZ_OWN_ENTRY_ROW (object);

  g_clear_pointer (&self->codebook, dz_codebook_unref);
  g_clear_pointer (&self->words, dz_own_words_free);
  g_clear_pointer (&self->themes, g_ptr_array_unref);

  G_OBJECT_CLASS (dz_own_entry_row_parent_class)->dispose (object);
}

static void
dz_own_entry_row_class_init (DzOwnEntryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dz_own_entry_row_dispose;
  signals[CHANGED] = g_signal_new ("changed", DZ_TYPE_OWN_ENTRY_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", DZ_TYPE_OWN_ENTRY_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
dz_own_entry_row_init (DzOwnEntryRow *self)
{
  self->themes = g_ptr_array_new ();
}

/* Connected last: filling in is no change. */
static void
connect_fields (DzOwnEntryRow *self)
{
  GtkEditable *editables[] = { self->name, self->unit };
  GtkDropDown *drops[] = { self->theme, self->kind };

  for (guint i = 0; i < G_N_ELEMENTS (editables); i++)
    {
      if (editables[i] != NULL)
        g_signal_connect_swapped (editables[i], "changed", G_CALLBACK (changed_cb), self);
      if (drops[i] != NULL)
        g_signal_connect_swapped (drops[i], "notify::selected", G_CALLBACK (changed_cb), self);
    }
}

/**
 * dz_own_entry_row_new:
 * @codebook: with the entries and themes there are
 * @words: (transfer full): what the form begins with
 *
 * Returns: (transfer floating): the form, closed
 */
GtkWidget *
dz_own_entry_row_new (DzCodebook *codebook,
                      DzOwnWords *words)
{
  DzOwnEntryRow *self = g_object_new (DZ_TYPE_OWN_ENTRY_ROW, NULL);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  self->codebook = dz_codebook_ref (codebook);
  self->words = words;
  if (words->name != NULL)
    add_own_fields (self);
  self->cues = add_lines (self, _("Cues"),
                          _("One a line, words as they stand: 执法队员~6偏少 means at most six characters between; "
                            "(甲|乙) means either."),
                          words->cues);
  self->nots = add_lines (self, _("Exclusions"), _("Where these words stand too, it is not meant. One a line."),
                          words->nots);
  connect_fields (self);
  gtk_widget_set_tooltip_text (button, _("Remove this entry"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remove this entry"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_clicked_cb), self);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), button);
  tell_title (self);

  return GTK_WIDGET (self);
}

/**
 * dz_own_entry_row_get_words:
 *
 * Returns: (transfer none): what is entered
 */
const DzOwnWords *
dz_own_entry_row_get_words (DzOwnEntryRow *self)
{
  g_return_val_if_fail (DZ_IS_OWN_ENTRY_ROW (self), NULL);

  return self->words;
}

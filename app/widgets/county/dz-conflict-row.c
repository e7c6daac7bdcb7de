/* dz-conflict-row.c - one matter two analysts decided, mine and theirs side by side
 *
 * Above, whose report and what it is about, with the passage; below, two choices, each with what was
 * said, by whom and when. Neither is chosen for the person.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-conflict-row.h"

#include "dz-format.h"
#include "dz-spoken.h"
#include "dz-spoken-word.h"

#include <glib/gi18n-lib.h>

static const char *
name_field (const char *field)
{
  static const struct { const char *field; const char *words; } names[] = {
    { "indicator", N_("Indicator") }, { "value", N_("Value") },         { "high", N_("Upper value") },
    { "unit", N_("Unit") },           { "bound", N_("Kind of number") }, { "set_aside", N_("Why set aside") },
    { "scope", N_("Scope") },         { "period", N_("Period") },        { "state", N_("State") },
    { "code", N_("Weakness") },       { "grade", N_("Measure") },        { "note", N_("Note") },
    { "reviewing", N_("State of the report") }, { "received", N_("Received") }, { "published", N_("Published") },
    { "body", N_("Body") },           { "year", N_("Year") },            { "kind", N_("Kind of report") },
    { "value_of", N_("Decision") },   { "households", N_("Households") }, { "population", N_("Population") },
    { "villages", N_("Villages and communities") }, { "contact", N_("Contact") },      { "past", N_("What it was before") },
    { "due", N_("Report asked of it") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (field, names[i].field))
      return _(names[i].words);

  return _("Mark");
}

static char *
say_value (DzCodebook       *codebook,
           const DzConflict *conflict,
           const char       *field,
           const char       *value)
{
  static const struct { const char *word; const char *said; } states[] = {
    { "unread", N_("Unread") }, { "now", N_("In review") }, { "done", N_("Checked") }, { "disputed", N_("Disputed") }
  };
  gboolean is_cause = g_str_equal (conflict->what, "cause");

  if (value == NULL)
    return g_strdup ("—");
  if ((g_str_equal (field, "value") || g_str_equal (field, "high")) && g_str_equal (conflict->what, "figure"))
    return dz_format_plain (g_ascii_strtod (value, NULL));
  if (g_str_equal (field, "indicator"))
    return g_strdup (dz_codebook_name (codebook, DZ_ENTRY_INDICATOR, value));
  if (g_str_equal (field, "code"))
    return g_strdup (dz_codebook_name (codebook, is_cause ? DZ_ENTRY_CAUSE : DZ_ENTRY_WEAKNESS, value));
  for (guint i = 0; g_str_equal (field, "reviewing") && i < G_N_ELEMENTS (states); i++)
    if (g_str_equal (value, states[i].word))
      return g_strdup (_(states[i].said));
  if (g_str_equal (field, "note") || g_str_equal (field, "unit") || g_str_equal (field, "body"))
    return g_strdup (value);
  if (g_str_equal (value, "1") || g_str_equal (value, "0"))
    return g_strdup (*value == '1' ? _("Yes") : _("No"));

  return g_strdup (dz_spoken_word (value));
}

static const char *
name_matter (DzCodebook       *codebook,
             const DzConflict *conflict)
{
  static const DzEntryKind kinds[] = { DZ_ENTRY_INDICATOR, DZ_ENTRY_WEAKNESS, DZ_ENTRY_CAUSE, DZ_ENTRY_CHECK };

  if (g_str_equal (conflict->what, "report"))
    return _("The report");
  for (guint i = 0; conflict->name != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (dz_codebook_find (codebook, kinds[i], conflict->name) != NULL)
      return dz_codebook_name (codebook, kinds[i], conflict->name);
  if (g_str_equal (conflict->what, "figure"))
    return _("A number without an indicator");
  if (g_str_equal (conflict->what, "weakness"))
    return _("A weakness without a code");

  return conflict->name != NULL ? conflict->name : _("A decision");
}

/* What one side says, a line a value, then who and when. */
static char *
describe (DzCodebook       *codebook,
          const DzConflict *conflict,
          gboolean          theirs)
{
  GString *words = g_string_new (NULL);
  const char *name = theirs ? conflict->their_name : conflict->my_name;
  const char *time = theirs ? conflict->their_time : conflict->my_time;

  for (guint i = 0; i < conflict->fields->len; i++)
    {
      const DzConflictField *field = g_ptr_array_index (conflict->fields, i);
      gboolean is_decision = g_str_equal (conflict->what, "decision") && g_str_equal (field->field, "value");
      g_autofree char *value = say_value (codebook, conflict, field->field, theirs ? field->theirs : field->mine);

      g_string_append_printf (words, _("%s: %s\n"), name_field (is_decision ? "value_of" : field->field), value);
    }
  if (name != NULL)
    g_string_append_printf (words, "%s  %s", name, time != NULL ? time : "");

  return g_string_free (words, FALSE);
}

typedef struct
{
  char *key;
  GtkCheckButton *mine;   /* borrowed, like theirs */
  GtkCheckButton *theirs;
  DzChoiceFunc chosen;
  gpointer user_data;
} Sides;

#define SIDES "dz-sides"

static void
free_sides (gpointer data)
{
  Sides *sides = data;

  g_free (sides->key);
  g_free (sides);
}

static void
toggled_cb (GtkCheckButton *button,
            Sides          *sides)
{
  if (gtk_check_button_get_active (button))
    sides->chosen (sides->user_data);
}

static GtkCheckButton *
make_choice (Sides      *sides,
             const char *title,
             const char *words)
{
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *head = gtk_label_new (title);
  GtkWidget *body = gtk_label_new (words);
  g_autofree char *spoken = g_strdup_printf ("%s %s", title, words);

  gtk_label_set_xalign (GTK_LABEL (head), 0);
  gtk_label_set_xalign (GTK_LABEL (body), 0);
  gtk_label_set_wrap (GTK_LABEL (body), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (body), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (head, "heading");
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), body);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), box);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  dz_spoken_set_name (button, spoken);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), sides);

  return GTK_CHECK_BUTTON (button);
}

static GtkWidget *
make_label (const char *words,
            const char *style)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);

  return label;
}

/**
 * dz_conflict_row_new:
 * @chosen: called when the person decides, or decides otherwise
 *
 * Returns: (transfer floating): a row of a list, with nothing chosen
 */
GtkWidget *
dz_conflict_row_new (const DzConflict *conflict,
                     DzCodebook       *codebook,
                     DzChoiceFunc      chosen,
                     gpointer          user_data)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *choices = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  g_autofree char *title = g_strdup_printf ("%s  %s", conflict->subject, name_matter (codebook, conflict));
  g_autofree char *mine = describe (codebook, conflict, FALSE);
  g_autofree char *theirs = describe (codebook, conflict, TRUE);
  Sides *sides = g_new0 (Sides, 1);

  sides->key = g_strdup (conflict->key);
  sides->chosen = chosen;
  sides->user_data = user_data;
  g_object_set_data_full (G_OBJECT (row), SIDES, sides, free_sides);
  sides->mine = make_choice (sides, _("Mine"), mine);
  sides->theirs = make_choice (sides, _("Theirs"), theirs);
  gtk_check_button_set_group (sides->theirs, sides->mine);
  gtk_box_set_homogeneous (GTK_BOX (choices), TRUE);
  gtk_box_append (GTK_BOX (choices), GTK_WIDGET (sides->mine));
  gtk_box_append (GTK_BOX (choices), GTK_WIDGET (sides->theirs));
  gtk_box_append (GTK_BOX (box), make_label (title, "heading"));
  if (conflict->quote != NULL)
    {
      g_autofree char *quote = g_strdelimit (g_strdup (conflict->quote), "\n\t", ' ');

      gtk_box_append (GTK_BOX (box), make_label (g_strstrip (quote), "dz-sentence"));
    }
  gtk_box_append (GTK_BOX (box), choices);
  gtk_widget_add_css_class (box, "dz-grid-words");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  dz_spoken_set_name (row, title);

  return row;
}

const char *
dz_conflict_row_get_key (GtkWidget *row)
{
  return ((Sides *) g_object_get_data (G_OBJECT (row), SIDES))->key;
}

DzChoice
dz_conflict_row_get_choice (GtkWidget *row)
{
  const Sides *sides = g_object_get_data (G_OBJECT (row), SIDES);

  return gtk_check_button_get_active (sides->mine)     ? DZ_CHOICE_MINE
         : gtk_check_button_get_active (sides->theirs) ? DZ_CHOICE_THEIRS
                                                       : DZ_CHOICE_NONE;
}

void
dz_conflict_row_choose (GtkWidget *row,
                        DzChoice   choice)
{
  const Sides *sides = g_object_get_data (G_OBJECT (row), SIDES);

  if (choice != DZ_CHOICE_NONE)
    gtk_check_button_set_active (choice == DZ_CHOICE_MINE ? sides->mine : sides->theirs, TRUE);
}

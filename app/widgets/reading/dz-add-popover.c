/* dz-add-popover.c - what can be done with selected text: name a weakness, a figure, copy it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-add-popover.h"

#include "dz-choices.h"
#include "dz-copy.h"
#include "dz-session-corrections.h"
#include "dz-spoken.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  DzSession *session;
  DzReport *report;
  DzSpan span;
  DzEntryKind kind;
  GtkDropDown *names;
  GtkWidget *button;
  GtkEditable *value;
  GtkLabel *unit;
  GtkDropDown *bound;
  GtkWidget *popover;
} Request;

static void
free_request (gpointer  data,
              GClosure *closure)
{
  Request *request = data;

  g_object_unref (request->session);
  dz_report_unref (request->report);
  g_free (request);
}

/* The first number in the selected words, full width digits included, as a start for the entry. */
static char *
guess_value (const char *text)
{
  g_autoptr(GString) digits = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c))
        g_string_append_printf (digits, "%d", g_unichar_digit_value (c));
      else if ((c == '.' || c == 0xff0e) && digits->len > 0)
        g_string_append_c (digits, '.');
      else if (digits->len > 0)
        break;
    }

  return g_strdup (digits->str);
}

/* The first row asks to choose: nothing is added by a careless click. */
static const DzEntry *
get_chosen (Request *request)
{
  guint position = gtk_drop_down_get_selected (request->names);
  GPtrArray *entries = dz_codebook_list (dz_session_get_codebook (request->session), request->kind);

  return position > 0 && position <= entries->len ? g_ptr_array_index (entries, position - 1) : NULL;
}

static void
name_chosen_cb (Request *request)
{
  const DzEntry *entry = get_chosen (request);

  gtk_widget_set_sensitive (request->button, entry != NULL);
  if (request->unit != NULL)
    gtk_label_set_label (request->unit, entry != NULL && entry->unit != NULL ? entry->unit : "");
}

/* What the machine found in the selected words, NULL: no figure. */
static const DzFigure *
find_figure (DzReport *report,
             DzSpan    span)
{
  for (guint i = 0; i < report->figures->len; i++)
    {
      const DzFigure *figure = &g_array_index (report->figures, DzFigure, i);

      if (dz_span_overlaps (figure->span, span))
        return figure;
    }

  return NULL;
}

static void
add_clicked_cb (GtkButton *button,
                Request   *request)
{
  const DzEntry *entry = get_chosen (request);
  const char *id = entry != NULL ? entry->id : NULL;
  DzSession *session = request->session;
  gint64 report_id = request->report->id;
  DzSpan span = request->span;

  if (id == NULL)
    return;
  if (request->kind == DZ_ENTRY_WEAKNESS)
    {
      gtk_popover_popdown (GTK_POPOVER (request->popover));
      dz_session_add_weakness (session, report_id, id, span);
    }
  else
    {
      char *end;
      const char *text = gtk_editable_get_text (request->value);
      double value = g_ascii_strtod (text, &end);
      DzBound bound = gtk_drop_down_get_selected (request->bound);

      if (end == text || *end != '\0' || !dz_figure_is_value (value))
        {
          gtk_widget_add_css_class (GTK_WIDGET (request->value), "error");
          return;
        }
      gtk_popover_popdown (GTK_POPOVER (request->popover));
      dz_session_add_figure (session, report_id, id, value, bound, span);
    }
}

static GtkDropDown *
make_names (DzSession  *session,
            DzEntryKind kind)
{
  GPtrArray *entries = dz_codebook_list (dz_session_get_codebook (session), kind);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  GtkWidget *drop = gtk_drop_down_new (NULL, NULL);
  const char *ask = kind == DZ_ENTRY_WEAKNESS ? _("Choose a weakness…") : _("Choose an indicator…");

  g_ptr_array_add (names, (gpointer) ask);
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (names, ((const DzEntry *) g_ptr_array_index (entries, i))->name);
  g_ptr_array_add (names, NULL);
  dz_choices_add_search (GTK_DROP_DOWN (drop));
  dz_choices_set (GTK_DROP_DOWN (drop), (const char *const *) names->pdata, 0, NULL);
  dz_spoken_set_name (drop, ask);
  gtk_widget_set_hexpand (drop, TRUE);

  return GTK_DROP_DOWN (drop);
}

/* Value, unit and bound, as the machine or else the selected digits have them. */
static void
add_value (Request   *request,
           GtkWidget *box)
{
  const char *bounds[] = { _("exact"), _("≥ at least"), _("≤ at most"), _("≈ about"), NULL };
  const DzFigure *figure = find_figure (request->report, request->span);
  g_autofree char *words = dz_text_dup_span (request->report->text, request->span);
  g_autofree char *guess = guess_value (words);
  char digits[G_ASCII_DTOSTR_BUF_SIZE] = "";
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *unit = gtk_label_new (NULL);

  if (figure != NULL)
    g_ascii_formatd (digits, sizeof digits, "%.10g", figure->value);
  gtk_editable_set_text (GTK_EDITABLE (entry), figure != NULL ? digits : guess);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 7);
  dz_spoken_set_name (entry, _("Value"));
  gtk_widget_add_css_class (unit, "dz-secondary");
  request->value = GTK_EDITABLE (entry);
  request->unit = GTK_LABEL (unit);
  request->bound = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (bounds));
  gtk_drop_down_set_selected (request->bound, figure != NULL ? figure->bound : DZ_BOUND_EXACT);
  dz_spoken_set_name (GTK_WIDGET (request->bound), _("Bound"));
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), unit);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (request->bound));
}

static GtkWidget *
make_form (DzSession     *session,
           DzPassageView *passage,
           DzEntryKind    kind,
           GtkWidget     *popover)
{
  Request *request = g_new0 (Request, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  request->button = gtk_button_new_with_label (kind == DZ_ENTRY_WEAKNESS ? _("Add Weakness") : _("Add Figure"));
  request->session = g_object_ref (session);
  request->report = dz_report_ref (dz_passage_view_get_report (passage));
  request->span = dz_passage_view_get_selection (passage);
  request->kind = kind;
  request->popover = popover;
  request->names = make_names (session, kind);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (request->names));
  if (kind == DZ_ENTRY_INDICATOR)
    add_value (request, box);
  gtk_box_append (GTK_BOX (box), request->button);
  gtk_widget_set_sensitive (request->button, FALSE);
  g_signal_connect_swapped (request->names, "notify::selected", G_CALLBACK (name_chosen_cb), request);
  g_signal_connect_data (request->button, "clicked", G_CALLBACK (add_clicked_cb), request, free_request, 0);

  return box;
}

static void
copy_clicked_cb (GtkButton *button,
                 gpointer   user_data)
{
  const char *text = g_object_get_data (G_OBJECT (button), "dz-text");

  dz_copy_words (GTK_WIDGET (button), NULL, text);
  gtk_popover_popdown (GTK_POPOVER (user_data));
}

/**
 * dz_add_popover_new:
 * @passage: has a selection
 *
 * Returns: (transfer floating): a popover for the selected words
 */
GtkWidget *
dz_add_popover_new (DzSession     *session,
                    DzPassageView *passage)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *copy = gtk_button_new_with_label (_("Copy Quotation"));
  DzReport *report = dz_passage_view_get_report (passage);
  g_autofree char *words =
    dz_copy_dup_passage (GTK_WIDGET (passage), report, dz_passage_view_get_selection (passage));
  char *quoted = g_strdup_printf ("“%s”（%s %d）", words,
                                  report->identity.township != NULL ? report->identity.township : "",
                                  report->identity.year);

  g_object_set_data_full (G_OBJECT (copy), "dz-text", quoted, g_free);
  g_signal_connect (copy, "clicked", G_CALLBACK (copy_clicked_cb), popover);
  gtk_box_append (GTK_BOX (box), make_form (session, passage, DZ_ENTRY_WEAKNESS, popover));
  gtk_box_append (GTK_BOX (box), make_form (session, passage, DZ_ENTRY_INDICATOR, popover));
  gtk_box_append (GTK_BOX (box), copy);
  gtk_popover_set_child (GTK_POPOVER (popover), box);

  return popover;
}

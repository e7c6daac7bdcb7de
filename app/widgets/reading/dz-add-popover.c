/* dz-add-popover.c - what can be done with selected text: name a weakness, a figure, copy it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-add-popover.h"

#include "dz-copy.h"
#include "dz-session-corrections.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  DzSession *session;
  DzReport *report;
  DzSpan span;
  DzEntryKind kind;
  GtkDropDown *names;
  GtkEditable *value;
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

static const char *
get_chosen_id (Request *request)
{
  guint position = gtk_drop_down_get_selected (request->names);
  GPtrArray *entries = dz_codebook_list (dz_session_get_codebook (request->session), request->kind);

  return position < entries->len ? ((const DzEntry *) g_ptr_array_index (entries, position))->id : NULL;
}

static void
add_clicked_cb (GtkButton *button,
                Request   *request)
{
  const char *id = get_chosen_id (request);
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

static GtkWidget *
make_names (DzSession  *session,
            DzEntryKind kind)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  GPtrArray *entries = dz_codebook_list (dz_session_get_codebook (session), kind);
  GtkWidget *drop;

  for (guint i = 0; i < entries->len; i++)
    gtk_string_list_append (names, ((const DzEntry *) g_ptr_array_index (entries, i))->name);
  drop = gtk_drop_down_new (G_LIST_MODEL (names),
                            gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (drop), TRUE);
  gtk_widget_set_hexpand (drop, TRUE);

  return drop;
}

static GtkWidget *
make_form (DzSession     *session,
           DzPassageView *passage,
           DzEntryKind    kind,
           GtkWidget     *popover)
{
  Request *request = g_new0 (Request, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_with_label (kind == DZ_ENTRY_WEAKNESS ? _("Add Weakness")
                                                                           : _("Add Figure"));

  request->session = g_object_ref (session);
  request->report = dz_report_ref (dz_passage_view_get_report (passage));
  request->span = dz_passage_view_get_selection (passage);
  request->kind = kind;
  request->popover = popover;
  request->names = GTK_DROP_DOWN (make_names (session, kind));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (request->names));
  if (kind == DZ_ENTRY_INDICATOR)
    {
      const char *bounds[] = { _("exact"), _("≥ at least"), _("≤ at most"), _("≈ about"), NULL };
      g_autofree char *words = dz_text_dup_span (request->report->text, request->span);
      g_autofree char *value = guess_value (words);
      GtkWidget *entry = gtk_entry_new ();

      gtk_editable_set_text (GTK_EDITABLE (entry), value);
      gtk_editable_set_width_chars (GTK_EDITABLE (entry), 7);
      gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _("Value"), -1);
      request->value = GTK_EDITABLE (entry);
      request->bound = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (bounds));
      gtk_box_append (GTK_BOX (box), entry);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (request->bound));
    }
  gtk_box_append (GTK_BOX (box), button);
  g_signal_connect_data (button, "clicked", G_CALLBACK (add_clicked_cb), request, free_request, 0);

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

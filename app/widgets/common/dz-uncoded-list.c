/* dz-uncoded-list.c - 无归类: sentences declared as weaknesses that fit no code
 *
 * Each has its body, its words and a menu of all codes. What the engine
 * thinks, if it thinks anything, is the first item of the menu.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-uncoded-list.h"

#include "dz-session-corrections.h"
#include "dz-spoken.h"
#include "dz-text-scale.h"

#include <glib/gi18n-lib.h>

struct _DzUncodedList
{
  AdwBin parent_instance;

  GtkListBox *list;
  DzSession *session;
  DzCommonWeaknesses *common;
};

G_DEFINE_FINAL_TYPE (DzUncodedList, dz_uncoded_list, ADW_TYPE_BIN)

static const DzUncoded *
get_uncoded (DzUncodedList *self,
             GtkListBoxRow *row)
{
  return &g_array_index (dz_common_weaknesses_get_uncoded (self->common), DzUncoded,
                         (guint) gtk_list_box_row_get_index (row));
}

static void
row_activated_cb (DzUncodedList *self,
                  GtkListBoxRow *row)
{
  const DzUncoded *uncoded = get_uncoded (self, row);

  dz_session_show_weakness (self->session, uncoded->report, uncoded->weakness);
}

static void
code_activated_cb (GtkListBox    *codes,
                   GtkListBoxRow *row,
                   DzUncodedList *self)
{
  const char *code = g_object_get_data (G_OBJECT (row), "dz-code");
  gint64 report_id = *(gint64 *) g_object_get_data (G_OBJECT (codes), "dz-report-id");
  gint64 weakness_id = *(gint64 *) g_object_get_data (G_OBJECT (codes), "dz-weakness-id");

  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (codes), GTK_TYPE_POPOVER)));
  dz_session_correct_weakness (self->session, report_id, weakness_id, code);
}

static void
add_code (GtkListBox    *codes,
          const DzEntry *entry,
          const char    *theme_name,
          gboolean       likely)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (entry->name);
  GtkWidget *theme = gtk_label_new (likely ? _("likely") : theme_name);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (theme, "dz-secondary");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), theme);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "dz-code", (gpointer) entry->id);
  gtk_list_box_append (codes, GTK_WIDGET (row));
}

static void
fill_codes (DzUncodedList *self,
            GtkListBox    *codes,
            const char    *likely)
{
  DzCodebook *codebook = dz_session_get_codebook (self->session);
  GPtrArray *entries = dz_codebook_list (codebook, DZ_ENTRY_WEAKNESS);
  const DzEntry *first = likely != NULL ? dz_codebook_find (codebook, DZ_ENTRY_WEAKNESS, likely) : NULL;

  if (first != NULL)
    add_code (codes, first, "", TRUE);
  for (guint i = 0; i < entries->len; i++)
    {
      const DzEntry *entry = g_ptr_array_index (entries, i);
      const DzEntry *theme = dz_weakness_find_theme (codebook, entry);

      if (entry != first)
        add_code (codes, entry, theme != NULL ? theme->short_name != NULL ? theme->short_name : theme->name : "",
                  FALSE);
    }
}

static gint64 *
copy_id (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

/* Built when opened: twenty codes a row would slow a long list. */
static void
make_codes_cb (GtkMenuButton *button,
               gpointer       user_data)
{
  DzUncodedList *self = user_data;
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);
  const DzUncoded *uncoded = get_uncoded (self, GTK_LIST_BOX_ROW (row));
  const DzWeakness *weakness = &g_array_index (uncoded->report->weaknesses, DzWeakness, uncoded->weakness);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *codes = gtk_list_box_new ();
  GtkWidget *scroll = gtk_scrolled_window_new ();

  fill_codes (self, GTK_LIST_BOX (codes), weakness->code);
  g_object_set_data_full (G_OBJECT (codes), "dz-report-id", copy_id (uncoded->report->id), g_free);
  g_object_set_data_full (G_OBJECT (codes), "dz-weakness-id", copy_id (weakness->id), g_free);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (codes), GTK_SELECTION_NONE);
  g_signal_connect (codes, "row-activated", G_CALLBACK (code_activated_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), codes);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  dz_text_scale_request (scroll, 320, 380);
  gtk_popover_set_child (GTK_POPOVER (popover), scroll);
  gtk_menu_button_set_popover (button, popover);
}

static GtkWidget *
make_row (DzUncodedList   *self,
          const DzUncoded *uncoded)
{
  const DzWeakness *weakness = &g_array_index (uncoded->report->weaknesses, DzWeakness, uncoded->weakness);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (uncoded->body->name);
  g_autofree char *text = dz_text_dup_line (uncoded->report->text, weakness->span);
  GtkWidget *words = gtk_label_new (text);
  GtkWidget *button = gtk_menu_button_new ();

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_yalign (GTK_LABEL (name), 0);
  gtk_label_set_width_chars (GTK_LABEL (name), 12);
  gtk_widget_add_css_class (name, "heading");
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (words), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_add_css_class (words, "dz-quotation");
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Assign…"));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), make_codes_cb, self, NULL);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), button);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  dz_spoken_read (row);

  return row;
}

static void
dz_uncoded_list_dispose (GObject *object)
{
  DzUncodedList *self = DZ_UNCODED_LIST (object);

  g_clear_object (&self->session);
  g_clear_object (&self->common);

  G_OBJECT_CLASS (dz_uncoded_list_parent_class)->dispose (object);
}

static void
dz_uncoded_list_class_init (DzUncodedListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dz_uncoded_list_dispose;
}

static void
dz_uncoded_list_init (DzUncodedList *self)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_show_separators (self->list, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "dz-uncoded");
  dz_spoken_set_name (GTK_WIDGET (self->list), _("Weaknesses without a code"));
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroll, TRUE);
  adw_bin_set_child (ADW_BIN (self), scroll);
}

/**
 * dz_uncoded_list_set_common:
 *
 * Shows the sentences without a code of @common.
 */
void
dz_uncoded_list_set_common (DzUncodedList      *self,
                            DzSession          *session,
                            DzCommonWeaknesses *common)
{
  GArray *uncoded = dz_common_weaknesses_get_uncoded (common);
  GtkWidget *child;

  g_return_if_fail (DZ_IS_UNCODED_LIST (self));

  g_set_object (&self->session, session);
  g_set_object (&self->common, common);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < uncoded->len; i++)
    gtk_list_box_append (self->list, make_row (self, &g_array_index (uncoded, DzUncoded, i)));
}

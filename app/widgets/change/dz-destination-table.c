/* dz-destination-table.c - 问题去向: what became of last year's weaknesses, a row per body
 *
 * Five columns from the least to the most comfortable. A tag is a code; a
 * click shows its passages of both years in order of time. The head's count
 * leaves only the bodies that have a tag there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-destination-table.h"

#include "dz-change-decision.h"
#include "dz-growing.h"
#include "dz-spoken.h"
#include "dz-text-scale.h"
#include "dz-tip.h"
#include "dz-words.h"
#include "dz-wrap-box.h"

#include <glib/gi18n-lib.h>

#define NAME_WIDTH 90
#define TAGS_A_LINE 2
#define LARGE_TEXT 1.3 /* leaves room for one */
#define MOST_TAGS 4
#define ROWS_FIRST 8
#define ROWS_AT_ONCE 40

struct _DzDestinationTable
{
  AdwBin parent_instance;

  GtkWidget *heads;
  GtkToggleButton *head[DZ_N_DESTINATIONS];
  GtkListBox *list;
  DzGrowing *growing;
  GArray *rows; /* guint: those of the change that are shown */

  DzSession *session;
  DzYearChange *change;
  GtkWidget *selected; /* (nullable): the tag whose passages are shown */
  gint64 body;         /* its body */
  const char *code;    /* (nullable) interned: its weakness */
};

G_DEFINE_FINAL_TYPE (DzDestinationTable, dz_destination_table, ADW_TYPE_BIN)

static const char *const head_classes[DZ_N_DESTINATIONS] = { "dz-error-text", "dz-warning-text", "dz-good-text",
                                                             "dz-secondary-text", "dz-info-text" };

static void
append_span (GListStore *list,
             DzReport   *report,
             DzSpan      span)
{
  g_autoptr(DzEvidenceItem) item = NULL;

  if (dz_span_is_empty (span))
    return;
  item = dz_evidence_item_new (DZ_EVIDENCE_SPAN, report->id, 0, span);
  g_list_store_append (list, item);
}

static void
append_weakness (GListStore *list,
                 DzReport   *report,
                 int         index)
{
  g_autoptr(DzEvidenceItem) item = NULL;

  if (index < 0)
    return;
  item = dz_evidence_item_new_weakness (report, (guint) index);
  g_list_store_append (list, item);
}

/* Last year's problem and plan, this year's claim and problem. */
static GListStore *
list_passages (DzChangeRow            *row,
               const DzWeaknessChange *change)
{
  GListStore *list = g_list_store_new (DZ_TYPE_EVIDENCE_ITEM);
  DzReport *last = change->last_report;
  DzReport *current = dz_change_row_get_this_report (row);

  append_weakness (list, last, change->last_weakness);
  if (change->last_weakness >= 0)
    append_span (list, last, g_array_index (last->weaknesses, DzWeakness, change->last_weakness).answer);
  if (change->claim >= 0)
    append_span (list, current, g_array_index (current->weaknesses, DzWeakness, change->claim).rectified);
  append_weakness (list, current, change->this_weakness);

  return list;
}

static void
select_tag (DzDestinationTable *self,
            GtkWidget          *tag)
{
  if (self->selected != NULL)
    {
      gtk_widget_remove_css_class (self->selected, "selected");
      g_object_remove_weak_pointer (G_OBJECT (self->selected), (gpointer *) &self->selected);
    }
  self->selected = tag;
  if (tag == NULL)
    return;
  gtk_widget_add_css_class (tag, "selected");
  g_object_add_weak_pointer (G_OBJECT (tag), (gpointer *) &self->selected);
}

static void
tag_clicked_cb (GtkButton          *tag,
                DzDestinationTable *self)
{
  DzChangeRow *row = g_object_get_data (G_OBJECT (tag), "dz-row");
  const DzWeaknessChange *change =
    dz_change_row_get_change (row, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (tag), "dz-index")));
  GtkWidget *list_row = gtk_widget_get_ancestor (GTK_WIDGET (tag), GTK_TYPE_LIST_BOX_ROW);
  g_autoptr(GListStore) list = list_passages (row, change);
  g_autofree char *title =
    g_strdup_printf ("%s · %s · %s", dz_change_row_get_body (row)->name,
                     dz_codebook_name (dz_session_get_codebook (self->session), DZ_ENTRY_WEAKNESS, change->code),
                     dz_words_destination (change->destination));

  select_tag (self, GTK_WIDGET (tag));
  self->body = dz_change_row_get_body (row)->id;
  self->code = change->code;
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (list_row));
  if (g_list_model_get_n_items (G_LIST_MODEL (list)) > 0)
    dz_session_show_evidence (self->session, title, G_LIST_MODEL (list), 0);
}

static GtkWidget *
make_tag (DzDestinationTable *self,
          DzChangeRow        *row,
          guint               index)
{
  DzCodebook *codebook = dz_session_get_codebook (self->session);
  const DzWeaknessChange *change = dz_change_row_get_change (row, index);
  const DzEntry *entry = dz_codebook_find (codebook, DZ_ENTRY_WEAKNESS, change->code);
  GtkWidget *tag = gtk_button_new_with_label (dz_codebook_short_name (codebook, DZ_ENTRY_WEAKNESS, change->code));
  g_autoptr(GString) words = g_string_new (entry != NULL ? entry->name : change->code);

  if (change->unfinished)
    g_string_append_printf (words, "\n%s", _("Only in the part on rectification, as not finished"));
  if (change->unsure)
    {
      g_autofree char *label = g_strdup_printf (_("%s?"), gtk_button_get_label (GTK_BUTTON (tag)));

      gtk_button_set_label (GTK_BUTTON (tag), label);
      g_string_append_printf (words, "\n%s", _("To be checked: of one year nobody confirmed the code; not counted"));
    }
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (tag))), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (tag, "dz-tag");
  gtk_widget_add_css_class (tag, entry != NULL && entry->theme != NULL ? entry->theme : "dz-no-theme");
  dz_tip_set (tag, words->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tag), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str, -1);
  g_object_set_data_full (G_OBJECT (tag), "dz-row", g_object_ref (row), g_object_unref);
  g_object_set_data (G_OBJECT (tag), "dz-index", GUINT_TO_POINTER (index));
  g_signal_connect (tag, "clicked", G_CALLBACK (tag_clicked_cb), self);
  dz_destination_menu_attach (tag, self->session, row, change);
  if (dz_change_row_get_body (row)->id == self->body && change->code == self->code)
    select_tag (self, tag);

  return tag;
}

static void
more_clicked_cb (GtkButton *button,
                 gpointer   user_data)
{
  GtkWidget *line = gtk_widget_get_parent (GTK_WIDGET (button));

  for (GtkWidget *child = gtk_widget_get_next_sibling (line); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_visible (child, TRUE);
  gtk_widget_set_visible (line, FALSE);
}

static void
add_more_button (GtkBox *box,
                 guint   n)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *words = g_strdup_printf (ngettext ("%u more", "%u more", n), n);
  GtkWidget *button = gtk_button_new_with_label (words);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "dz-more");
  g_signal_connect (button, "clicked", G_CALLBACK (more_clicked_cb), NULL);
  gtk_box_append (GTK_BOX (line), button);
  gtk_box_append (box, line);
}

/* With those that are told and not counted. */
static guint
count_tags (DzChangeRow  *row,
            DzDestination destination)
{
  guint n = 0;

  for (guint i = 0; i < dz_change_row_get_n_changes (row); i++)
    n += dz_change_row_get_change (row, i)->destination == destination;

  return n;
}

/* Two lines of tags, the rest behind “另 2 个”. */
static GtkWidget *
make_cell (DzDestinationTable *self,
           DzChangeRow        *row,
           DzDestination       destination)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *line = NULL;
  guint total = count_tags (row, destination);
  guint a_line = dz_text_scale (GTK_WIDGET (self)) > LARGE_TEXT ? 1 : TAGS_A_LINE;
  guint n = 0;

  gtk_widget_add_css_class (cell, "dz-divided");
  gtk_widget_add_css_class (cell, "dz-change-cell");
  gtk_widget_set_hexpand (cell, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (box, TRUE);
  gtk_box_append (GTK_BOX (cell), box);
  for (guint i = 0; i < dz_change_row_get_n_changes (row); i++)
    {
      if (dz_change_row_get_change (row, i)->destination != destination)
        continue;
      if (n == MOST_TAGS)
        add_more_button (GTK_BOX (box), total - n);
      if (n % a_line == 0)
        {
          line = g_object_new (DZ_TYPE_WRAP_BOX, NULL); /* in a narrow column two tags stand under each other, whole */
          dz_wrap_box_set_spacing (DZ_WRAP_BOX (line), 3);
          gtk_widget_set_visible (line, n < MOST_TAGS);
          gtk_box_append (GTK_BOX (box), line);
        }
      gtk_widget_set_parent (make_tag (self, row, i), line);
      n++;
    }
  if (n == 0)
    {
      GtkWidget *dot = gtk_label_new ("·");

      gtk_widget_add_css_class (dot, "dz-secondary");
      gtk_label_set_xalign (GTK_LABEL (dot), 0);
      gtk_box_append (GTK_BOX (box), dot);
    }

  return cell;
}

/* A body that was merged or split says whose reports of last year are meant. */
static void
tell_past (GtkWidget   *name,
           DzChangeRow *row)
{
  GPtrArray *lasts = dz_change_row_get_last_reports (row);
  g_autoptr(GString) words = g_string_new (NULL);
  g_autofree char *label = NULL;

  if (!dz_change_row_has_other_body (row))
    return;
  for (guint i = 0; i < lasts->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? "、" : "",
                            ((DzReport *) g_ptr_array_index (lasts, i))->identity.township);
  label = g_strdup_printf (_("Last year's reports: %s"), words->str);
  dz_tip_set (name, label);
}

static GtkWidget *
make_row (DzDestinationTable *self,
          DzChangeRow        *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *cells = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *name = gtk_label_new (dz_change_row_get_body (row)->name);
  GtkWidget *list_row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (name, "heading");
  tell_past (name, row);
  dz_text_scale_request (name, NAME_WIDTH, -1);
  gtk_box_set_homogeneous (GTK_BOX (cells), TRUE);
  gtk_widget_set_hexpand (cells, TRUE);
  for (int i = 0; i < DZ_N_DESTINATIONS; i++)
    gtk_box_append (GTK_BOX (cells), make_cell (self, row, (DzDestination) i));
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), cells);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (list_row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (list_row), FALSE);
  g_object_set_data_full (G_OBJECT (list_row), "dz-row", g_object_ref (row), g_object_unref);
  dz_spoken_set_name (list_row, dz_change_row_get_body (row)->name);

  return list_row;
}

static gboolean
is_shown (DzDestinationTable *self,
          DzChangeRow        *row)
{
  for (int i = 0; i < DZ_N_DESTINATIONS; i++)
    if (gtk_toggle_button_get_active (self->head[i]))
      return count_tags (row, (DzDestination) i) > 0;

  return TRUE;
}

static void
make_nth_row (guint    index,
              gpointer user_data)
{
  DzDestinationTable *self = user_data;

  GtkWidget *row = make_row (self, dz_year_change_get_row (self->change, g_array_index (self->rows, guint, index)));

  gtk_list_box_append (self->list, row);
  if (self->selected != NULL && gtk_widget_is_ancestor (self->selected, row))
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
}

static void
fill (DzDestinationTable *self,
      gboolean            keep)
{
  GtkWidget *child;

  select_tag (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  g_array_set_size (self->rows, 0);
  for (guint i = 0; i < dz_year_change_get_n_rows (self->change); i++)
    if (is_shown (self, dz_year_change_get_row (self->change, i)))
      g_array_append_val (self->rows, i);
  dz_growing_start (self->growing, self->rows->len, keep);
}

/* At most one head at a time; clicked again it lets all rows back in. */
static void
head_toggled_cb (GtkToggleButton    *head,
                 DzDestinationTable *self)
{
  if (gtk_toggle_button_get_active (head))
    for (int i = 0; i < DZ_N_DESTINATIONS; i++)
      if (self->head[i] != head)
        gtk_toggle_button_set_active (self->head[i], FALSE);
  if (self->change != NULL)
    fill (self, FALSE);
}

static void
make_heads (DzDestinationTable *self)
{
  GtkWidget *cells = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *name = gtk_label_new (_("Body"));

  self->heads = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->heads, "dz-change-heads");
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_add_css_class (name, "dz-secondary");
  dz_text_scale_request (name, NAME_WIDTH, -1);
  gtk_box_set_homogeneous (GTK_BOX (cells), TRUE);
  gtk_widget_set_hexpand (cells, TRUE);
  for (int i = 0; i < DZ_N_DESTINATIONS; i++)
    {
      GtkWidget *head = gtk_toggle_button_new ();
      GtkWidget *label = gtk_label_new (NULL);

      self->head[i] = GTK_TOGGLE_BUTTON (head);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_lines (GTK_LABEL (label), 3);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_button_set_child (GTK_BUTTON (head), label);
      gtk_widget_add_css_class (head, "flat");
      gtk_widget_add_css_class (head, head_classes[i]);
      g_signal_connect (head, "toggled", G_CALLBACK (head_toggled_cb), self);
      gtk_box_append (GTK_BOX (cells), head);
    }
  gtk_box_append (GTK_BOX (self->heads), name);
  gtk_box_append (GTK_BOX (self->heads), cells);
}

static void
dz_destination_table_dispose (GObject *object)
{
  DzDestinationTable *self = DZ_DESTINATION_TABLE (object);

  select_tag (self, NULL);
  g_clear_pointer (&self->growing, dz_growing_free);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_object (&self->session);
  g_clear_object (&self->change);

  G_OBJECT_CLASS (dz_destination_table_parent_class)->dispose (object);
}

static void
dz_destination_table_class_init (DzDestinationTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dz_destination_table_dispose;
}

static void
dz_destination_table_init (DzDestinationTable *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroll = gtk_scrolled_window_new ();

  make_heads (self);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "dz-change-list");
  dz_spoken_set_name (GTK_WIDGET (self->list), _("What became of last year's weaknesses"));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroll, TRUE);
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->growing = dz_growing_new (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroll)), ROWS_FIRST, ROWS_AT_ONCE,
                                  make_nth_row, self);
  gtk_box_append (GTK_BOX (box), self->heads);
  gtk_box_append (GTK_BOX (box), scroll);
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
fill_heads (DzDestinationTable *self)
{
  for (int i = 0; i < DZ_N_DESTINATIONS; i++)
    {
      GtkWidget *label = gtk_button_get_child (GTK_BUTTON (self->head[i]));
      guint n = dz_year_change_count (self->change, (DzDestination) i);
      g_autofree char *tip = NULL;
      g_autofree char *markup =
        g_markup_printf_escaped ("<b>%s</b> <span alpha=\"90%%\">%u</span>",
                                 dz_words_destination ((DzDestination) i), n);

      gtk_label_set_markup (GTK_LABEL (label), markup);
      dz_spoken_read (GTK_WIDGET (self->head[i]));
      tip = g_strdup_printf (_("%s: show only bodies with a weakness here"), dz_words_destination ((DzDestination) i));
      dz_tip_set (GTK_WIDGET (self->head[i]), tip);
      gtk_widget_set_sensitive (GTK_WIDGET (self->head[i]), n > 0);
      if (n == 0)
        gtk_toggle_button_set_active (self->head[i], FALSE);
    }
}

/**
 * dz_destination_table_set_change:
 *
 * Shows the bodies of @change that have both years.
 */
void
dz_destination_table_set_change (DzDestinationTable *self,
                                 DzSession          *session,
                                 DzYearChange       *change)
{
  g_return_if_fail (DZ_IS_DESTINATION_TABLE (self));

  g_set_object (&self->session, session);
  g_set_object (&self->change, change);
  fill_heads (self);
  fill (self, TRUE);
}

/**
 * dz_destination_table_leave:
 *
 * The pane shows something else now: no tag is chosen any more.
 */
void
dz_destination_table_leave (DzDestinationTable *self)
{
  g_return_if_fail (DZ_IS_DESTINATION_TABLE (self));

  select_tag (self, NULL);
  self->body = 0;
  self->code = NULL;
  gtk_list_box_unselect_all (self->list);
}

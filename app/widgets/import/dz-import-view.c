/* dz-import-view.c - 导入结果: what became of each file, corrected by one click
 *
 * Rows that need a hand stand on top. What the record said when the file was
 * read stays; body, year and kind are shown as the review has them now.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-import-view.h"

#include "dz-import-columns.h"
#include "dz-import-row.h"
#include "dz-import.h"
#include "dz-session-steps.h"
#include "dz-shows.h"
#include "dz-slices.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  SHOW_ALL,
  SHOW_LOOK,
  SHOW_FAILED,
  N_SHOWS
} Show;

struct _DzImportView
{
  DzView parent_instance;

  /* template */
  GtkStack *stack;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkWidget *toggles;
  GtkWidget *take_back_button;
  GtkColumnView *table;
  GtkLabel *ground;

  DzSlices rows; /* DzImportRow */
  GtkFilterListModel *filtered;
  GtkCustomFilter *filter;
  GtkSingleSelection *selection;
  GtkToggleButton *shows[N_SHOWS];
  Show show;
  guint run; /* number of the import on screen, 0: none */
};

G_DEFINE_FINAL_TYPE (DzImportView, dz_import_view, DZ_TYPE_VIEW)

static gboolean
is_shown (DzImportRow *row,
          Show         show)
{
  switch (show)
    {
    case SHOW_LOOK: return dz_import_row_wants_look (row);
    case SHOW_FAILED: return dz_import_row_get_record (row)->outcome == DZ_OUTCOME_FAILED;
    case SHOW_ALL:
    case N_SHOWS:
    default: return TRUE;
    }
}

static gboolean
filter_cb (gpointer item,
           gpointer user_data)
{
  return is_shown (item, DZ_IMPORT_VIEW (user_data)->show);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      unused)
{
  const DzImportRecord *x = dz_import_row_get_record ((DzImportRow *) a);
  const DzImportRecord *y = dz_import_row_get_record ((DzImportRow *) b);

  if (x->outcome != y->outcome)
    return (int) x->outcome - (int) y->outcome;

  return (int) x->position - (int) y->position;
}

static void
toggled_cb (DzImportView    *self,
            GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button) || self->filter == NULL)
    return;
  self->show = (Show) dz_shows_get (self->shows, N_SHOWS, SHOW_ALL);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

/* What there was of, and nothing else: a row of zeros hides the one number that asks for a hand. */
static char *
describe_outcomes (const guint outcomes[DZ_N_OUTCOMES],
                   guint       n)
{
  guint older = outcomes[DZ_OUTCOME_OLDER], duplicates = outcomes[DZ_OUTCOME_DUPLICATE];
  GString *words = g_string_new (NULL);

  g_string_append_printf (words, _("%u read"), n - outcomes[DZ_OUTCOME_FAILED] - duplicates);
  if (outcomes[DZ_OUTCOME_UNSURE] > 0)
    g_string_append_printf (words, _(" · %u to confirm"), outcomes[DZ_OUTCOME_UNSURE]);
  if (older > 0)
    g_string_append_printf (words, _(" · %u with an older version"), older);
  if (duplicates > 0)
    g_string_append_printf (words, ngettext (" · %u duplicate, not imported again", " · %u duplicates, not imported again", duplicates),
                            duplicates);
  if (outcomes[DZ_OUTCOME_FAILED] > 0)
    g_string_append_printf (words, _(" · %u unreadable"), outcomes[DZ_OUTCOME_FAILED]);

  return g_string_free (words, FALSE);
}

static void
update_head (DzImportView *self,
             GListModel   *rows)
{
  const char *titles[N_SHOWS] = { _("All"), _("Needs me"), _("Unreadable") };
  guint n = g_list_model_get_n_items (rows);
  guint outcomes[DZ_N_OUTCOMES] = { 0 };
  guint counts[N_SHOWS] = { 0 };
  g_autofree char *title = g_strdup_printf (ngettext ("%u file imported", "%u files imported", n), n);
  g_autofree char *subtitle = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(DzImportRow) row = g_list_model_get_item (rows, i);

      outcomes[dz_import_row_get_record (row)->outcome]++;
      for (int k = 0; k < N_SHOWS; k++)
        counts[k] += is_shown (row, (Show) k);
    }
  subtitle = describe_outcomes (outcomes, n);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->subtitle, subtitle);
  for (int k = 0; k < N_SHOWS; k++)
    dz_shows_tell (self->shows[k], titles[k], counts[k], k == SHOW_ALL);
}

static void
selected_cb (DzImportView *self)
{
  DzImportRow *row = gtk_single_selection_get_selected_item (self->selection);
  g_autofree char *words = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  const DzImportRecord *record;

  if (row == NULL)
    return;
  record = dz_import_row_get_record (row);
  words = dz_import_record_explain (
    record, dz_import_row_find_report (row, dz_session_get_review (dz_view_get_session (DZ_VIEW (self)))));
  name = dz_source_dup_name (record->source);
  text = g_strdup_printf (_("%s: %s"), name, words);
  gtk_label_set_label (self->ground, text);
}

static void
taken_back_cb (DzImportView *self)
{
  DzSession *session = dz_view_get_session (DZ_VIEW (self));

  if (session != NULL && dz_session_take_back (session, self->run))
    dz_session_go (session, "roster", 0, 0, DZ_SPAN_NONE);
}

/* The import on screen, not whatever was done last; what else goes with it is told first. */
static void
take_back_clicked_cb (DzImportView *self)
{
  DzSession *session = dz_view_get_session (DZ_VIEW (self));
  guint n_later = 0;
  guint n = dz_session_count_import (session, self->run, &n_later);
  g_autofree char *heading = g_strdup_printf (ngettext ("Take back the import of %u report?",
                                                        "Take back the import of %u reports?", n), n);
  g_autofree char *body =
    n_later == 0
      ? g_strdup (_("The reports leave the review. Undo brings them back."))
      : g_strdup_printf (ngettext ("The reports leave the review, and %u decision made in them since. Undo brings all back.",
                                   "The reports leave the review, and %u decisions made in them since. Undo brings all back.",
                                   n_later), n_later);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                              heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "go",
                                    _("_Take Back"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response::go", G_CALLBACK (taken_back_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
done_clicked_cb (DzImportView *self)
{
  dz_session_go (dz_view_get_session (DZ_VIEW (self)), "roster", 0, 0, DZ_SPAN_NONE);
}

static void
dz_import_view_update (DzView    *view,
                       DzSession *session)
{
  DzImportView *self = DZ_IMPORT_VIEW (view);
  g_autoptr(GPtrArray) records = dz_session_list_import (session);
  g_autoptr(GListStore) rows = g_list_store_new (DZ_TYPE_IMPORT_ROW);
  guint n_later;

  self->run = records->len > 0 ? ((const DzImportRecord *) g_ptr_array_index (records, 0))->run : 0;
  gtk_widget_set_sensitive (self->take_back_button,
                            self->run != 0 && dz_session_count_import (session, self->run, &n_later) > 0);
  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr(DzImportRow) row = dz_import_row_new (g_ptr_array_index (records, i));

      g_list_store_append (rows, row);
    }
  g_list_store_sort (rows, compare_rows, NULL);
  dz_slices_take (&self->rows, G_LIST_MODEL (rows));
  update_head (self, G_LIST_MODEL (rows));
  gtk_stack_set_visible_child_name (self->stack, records->len > 0 ? "table" : "empty");
}

static void
dz_import_view_dispose (GObject *object)
{
  DzImportView *self = DZ_IMPORT_VIEW (object);

  g_clear_object (&self->selection);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), DZ_TYPE_IMPORT_VIEW);
  dz_slices_clear (&self->rows);

  G_OBJECT_CLASS (dz_import_view_parent_class)->dispose (object);
}

static void
dz_import_view_class_init (DzImportViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dz_import_view_dispose;
  DZ_VIEW_CLASS (klass)->update = dz_import_view_update;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duizhao/Duizhao/dz-import-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DzImportView, stack);
  gtk_widget_class_bind_template_child (widget_class, DzImportView, title);
  gtk_widget_class_bind_template_child (widget_class, DzImportView, subtitle);
  gtk_widget_class_bind_template_child (widget_class, DzImportView, toggles);
  gtk_widget_class_bind_template_child (widget_class, DzImportView, take_back_button);
  gtk_widget_class_bind_template_child (widget_class, DzImportView, table);
  gtk_widget_class_bind_template_child (widget_class, DzImportView, ground);
  gtk_widget_class_bind_template_callback (widget_class, take_back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_clicked_cb);
}

static void
dz_import_view_init (DzImportView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->toggles), dz_shows_new (self->shows, N_SHOWS, G_CALLBACK (toggled_cb), self));
  gtk_toggle_button_set_active (self->shows[SHOW_ALL], TRUE);
  dz_import_columns_add (self->table, DZ_VIEW (self));
  dz_slices_init (&self->rows, DZ_TYPE_IMPORT_ROW, NULL, NULL, NULL);
  self->filter = gtk_custom_filter_new (filter_cb, self, NULL);
  self->filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->rows.rows)),
                                              GTK_FILTER (self->filter));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (self->filtered));
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self);
}

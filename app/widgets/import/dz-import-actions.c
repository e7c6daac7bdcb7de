/* dz-import-actions.c - what can be done with an imported file: the buttons at the end of its row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-import-actions.h"

#include "dz-import.h"
#include "dz-session-corrections.h"
#include "dz-tip.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  DzView *view;
  DzImportRow *row;
} Click;

static Click *
click_new (DzView      *view,
           DzImportRow *row)
{
  Click *click = g_new (Click, 1);

  *click = (Click) { view, g_object_ref (row) };

  return click;
}

static void
click_free (gpointer data)
{
  Click *click = data;

  g_object_unref (click->row);
  g_free (click);
}

static DzReport *
find_report (const Click *click)
{
  return dz_import_row_find_report (click->row, dz_session_get_review (dz_view_get_session (click->view)));
}

static void
confirm_clicked_cb (GtkButton *button,
                    Click     *click)
{
  DzReport *report = find_report (click);

  /* a report of nobody's cannot be right as it stands; what is no report may be nobody's */
  if (report != NULL && report->body_id == 0 && report->identity.kind != DZ_KIND_OTHER)
    dz_session_toast (dz_view_get_session (click->view),
                      _("Please choose first whose report it is; a body that is not listed is put on the roster first"),
                      FALSE);
  else if (report != NULL)
    dz_session_set_identity (dz_view_get_session (click->view), report->id, report->body_id,
                             report->identity.year, report->identity.kind);
}

static void
replace_clicked_cb (GtkButton *button,
                    Click     *click)
{
  const DzImportRecord *record = dz_import_row_get_record (click->row);

  dz_session_supersede (dz_view_get_session (click->view), record->older_id, record->report_id);
}

static void
skip_clicked_cb (GtkButton *button,
                 Click     *click)
{
  dz_session_remove_report (dz_view_get_session (click->view),
                            dz_import_row_get_record (click->row)->report_id);
}

/* A newer text beside the older one: both stay, and nobody is asked again. */
static void
keep_both_clicked_cb (GtkButton *button,
                      Click     *click)
{
  confirm_clicked_cb (button, click);
}

/* Both versions as columns, the older first. */
static void
compare_clicked_cb (GtkButton *button,
                    Click     *click)
{
  const DzImportRecord *record = dz_import_row_get_record (click->row);
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, record->older_id);
  g_array_append_val (ids, record->report_id);
  dz_session_compare (dz_view_get_session (click->view), ids);
}

static void
import_anyway_done_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr(DzSession) session = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) records = dz_import_finish (result, &error);

  if (records == NULL)
    {
      dz_session_tell_error (session, _("The import stopped."), error);
      return;
    }
  dz_session_reload_async (session, NULL, NULL);
  dz_session_toast (session, _("Imported once more"), TRUE);
}

/* The same text a second time: two bodies may have sent the same words. */
static void
import_anyway_clicked_cb (GtkButton *button,
                          Click     *click)
{
  DzSession *session = dz_view_get_session (click->view);
  const DzImportRecord *record = dz_import_row_get_record (click->row);
  const char *const paths[] = { record->source->path, NULL };
  DzImportOptions options = { .keep_duplicates = TRUE, .run = record->run };
  DzImportOrder order = { dz_session_get_path (session), paths, &options };

  if (!dz_session_check_place (session, _("The import stopped.")))
    return;
  dz_import_async (&order, NULL, NULL, NULL, import_anyway_done_cb, g_object_ref (session));
}

static void
see_clicked_cb (GtkButton *button,
                Click     *click)
{
  DzReport *report = find_report (click);

  if (report != NULL)
    dz_session_go (dz_view_get_session (click->view), "reading", report->body_id, report->id,
                   DZ_SPAN_NONE);
}

static void
original_clicked_cb (GtkButton *button,
                     Click     *click)
{
  const DzImportRecord *record = dz_import_row_get_record (click->row);
  g_autoptr(GFile) file = g_file_new_for_path (record->source->path);
  g_autofree char *uri = g_file_get_uri (file);

  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (button))), uri, GDK_CURRENT_TIME);
}

static void
connect_click (DzView      *self,
               GtkWidget   *button,
               DzImportRow *row,
               GCallback    callback)
{
  g_signal_connect_data (button, "clicked", callback, click_new (self, row), (GClosureNotify) (void (*) (void)) click_free,
                         0);
}

static void
add_action (DzView      *self,
            GtkWidget   *box,
            DzImportRow *row,
            const char  *text,
            GCallback    callback)
{
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_add_css_class (button, "dz-small-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  connect_click (self, button, row, callback);
  gtk_box_append (GTK_BOX (box), button);
}

static void
close_popover_cb (GtkWidget *button,
                  gpointer   unused)
{
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER)));
}

static void
add_item (DzView      *self,
          GtkWidget   *menu,
          DzImportRow *row,
          const char  *text,
          GCallback    callback)
{
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_add_css_class (button, "flat");
  /* first: what is done may bring the row down with its button */
  g_signal_connect (button, "clicked", G_CALLBACK (close_popover_cb), NULL);
  connect_click (self, button, row, callback);
  gtk_box_append (GTK_BOX (menu), button);
}

static gboolean
has_original (const DzImportRecord *record)
{
  return record->source->path != NULL && g_file_test (record->source->path, G_FILE_TEST_EXISTS);
}

static gboolean
asks_about_older (DzView               *self,
                  const DzImportRecord *record,
                  DzReport             *report)
{
  DzReview *review = dz_session_get_review (dz_view_get_session (self));

  return record->outcome == DZ_OUTCOME_OLDER && !report->guess_confirmed &&
         dz_review_find_report (review, record->older_id) != NULL;
}

/* What is asked for less often, behind a button with three dots; made when it is opened. */
static void
make_menu_cb (GtkMenuButton *button,
              gpointer       user_data)
{
  Click *click = user_data;
  const DzImportRecord *record = dz_import_row_get_record (click->row);
  DzReport *report = find_report (click);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *menu = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  if (report != NULL && asks_about_older (click->view, record, report))
    {
      add_item (click->view, menu, click->row, _("Keep Both"), G_CALLBACK (keep_both_clicked_cb));
      add_item (click->view, menu, click->row, _("Skip"), G_CALLBACK (skip_clicked_cb));
    }
  if (record->outcome == DZ_OUTCOME_DUPLICATE && record->source->member == NULL && has_original (record))
    add_item (click->view, menu, click->row, _("Import All the Same"), G_CALLBACK (import_anyway_clicked_cb));
  if (has_original (record))
    add_item (click->view, menu, click->row, _("See the Original"), G_CALLBACK (original_clicked_cb));
  gtk_widget_add_css_class (popover, "menu");
  gtk_popover_set_child (GTK_POPOVER (popover), menu);
  gtk_menu_button_set_popover (button, popover);
}

static void
fill_menu (DzView      *self,
           GtkWidget   *box,
           DzImportRow *row,
           DzReport    *report)
{
  const DzImportRecord *record = dz_import_row_get_record (row);
  GtkWidget *button;

  if (!(report != NULL && asks_about_older (self, record, report)) && !has_original (record))
    return;
  button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  dz_tip_set (button, _("More"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), make_menu_cb, click_new (self, row), click_free);
  gtk_box_append (GTK_BOX (box), button);
}

/**
 * dz_import_actions_fill:
 * @view: whose session does what is asked for
 * @box: what was in it goes
 *
 * The one button a row most likely wants, and a menu of the others.
 */
void
dz_import_actions_fill (DzView      *view,
                        GtkWidget   *box,
                        DzImportRow *row)
{
  const DzImportRecord *record = dz_import_row_get_record (row);
  DzReport *report = dz_import_row_find_report (row, dz_session_get_review (dz_view_get_session (view)));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
  if (record->outcome == DZ_OUTCOME_FAILED)
    {
      child = gtk_button_new_with_label (_("Choose Again…"));
      gtk_widget_add_css_class (child, "dz-small-button");
      gtk_widget_set_valign (child, GTK_ALIGN_CENTER);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (child), "win.import");
      gtk_box_append (GTK_BOX (box), child);
    }
  else if (report == NULL)
    ;
  else if (record->outcome == DZ_OUTCOME_UNSURE && !report->guess_confirmed)
    add_action (view, box, row, _("Confirm"), G_CALLBACK (confirm_clicked_cb));
  else if (asks_about_older (view, record, report))
    {
      add_action (view, box, row, _("Compare"), G_CALLBACK (compare_clicked_cb));
      add_action (view, box, row, _("Replace"), G_CALLBACK (replace_clicked_cb));
    }
  else if (record->outcome == DZ_OUTCOME_LOSSES && has_original (record))
    add_action (view, box, row, _("See the Original"), G_CALLBACK (original_clicked_cb));
  else
    add_action (view, box, row, _("Read"), G_CALLBACK (see_clicked_cb));
  fill_menu (view, box, row, report);
}

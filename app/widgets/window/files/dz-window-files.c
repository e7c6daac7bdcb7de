/* dz-window-files.c - the files the window takes and gives: reviews, reports, rosters, tables, copies, packages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-window-private.h"

#include "dz-backup.h"
#include "dz-chooser.h"
#include "dz-import.h"
#include "dz-roster-job.h"
#include "dz-sheet-import.h"
#include "dz-tables-job.h"
#include "dz-tables-window.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* A path in @folder that no file has yet: NAME.duizhao, NAME 2.duizhao ... */
static char *
make_free_path (const char *folder,
                const char *name)
{
  for (guint i = 1;; i++)
    {
      g_autofree char *file = i == 1 ? g_strdup_printf ("%s.duizhao", name)
                                     : g_strdup_printf ("%s %u.duizhao", name, i);
      g_autofree char *path = g_build_filename (folder, file, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

static char *
get_documents_folder (void)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  return g_strdup (documents != NULL ? documents : g_get_home_dir ());
}

/* Dropping files on the empty page makes a review: it lies in the documents folder. */
static gboolean
ensure_review (DzWindow *self)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  if (self->session != NULL)
    return TRUE;
  folder = get_documents_folder ();
  g_mkdir_with_parents (folder, 0755);
  path = make_free_path (folder, _("Review"));
  if (!dz_window_open_review (self, path, TRUE))
    return FALSE;
  text = g_strdup_printf (_("The review is kept in %s"), path);
  dz_window_toast (self, text, FALSE);

  return TRUE;
}

/**
 * dz_window_import:
 * @paths: files, folders and archives
 *
 * Imports them into the open review, or into a new one.
 */
void
dz_window_import (DzWindow          *self,
                  const char *const *paths)
{
  g_return_if_fail (DZ_IS_WINDOW (self) && paths != NULL);

  if (paths[0] != NULL && ensure_review (self))
    dz_window_start_import (self, paths);
}

static void
import_files (DzWindow *self,
              GListModel *files)
{
  g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr(GFile) file = g_list_model_get_item (files, i);
      char *path = g_file_get_path (file);

      if (path != NULL)
        g_ptr_array_add (paths, path);
    }
  g_ptr_array_add (paths, NULL);
  dz_window_import (self, (const char *const *) paths->pdata);
}

/* Files dropped anywhere: a review is opened, everything else imported. */
static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         gpointer       user_data)
{
  DzWindow *self = user_data;
  GSList *files = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autoptr(GListStore) list = g_list_store_new (G_TYPE_FILE);

  for (GSList *l = files; l != NULL; l = l->next)
    {
      g_autofree char *path = g_file_get_path (l->data);

      if (path != NULL && g_str_has_suffix (path, ".duizhao"))
        dz_window_open_review (self, path, FALSE);
      else
        g_list_store_append (list, l->data);
    }
  g_slist_free (files);
  if (g_list_model_get_n_items (G_LIST_MODEL (list)) > 0)
    import_files (self, G_LIST_MODEL (list));

  return TRUE;
}

static void
drop_hover_cb (GtkDropTarget *target,
               GParamSpec    *pspec,
               DzWindow      *self)
{
  gtk_widget_set_visible (self->drop_frame, gtk_drop_target_get_current_drop (target) != NULL);
}

/* Where the review lies; else the person's documents: reviews and reports of a county lie together. */
static void
begin_in_folder (DzWindow *self)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr(GFile) folder = NULL;

  if (self->session != NULL && !dz_session_is_temporary (self->session))
    {
      g_autofree char *path = g_path_get_dirname (dz_session_get_path (self->session));

      folder = g_file_new_for_path (path);
    }
  else
    folder = g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);
}

static void
show_chooser (DzWindow             *self,
              const char           *title,
              GtkFileChooserAction  action,
              const char           *accept,
              const char *const    *patterns,
              const char           *filter_name,
              gboolean              several,
              GCallback             response_cb)
{
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, accept, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (self->chooser), several);
  if (action != GTK_FILE_CHOOSER_ACTION_SAVE)
    begin_in_folder (self);
  if (patterns != NULL)
    {
      GtkFileFilter *filter = gtk_file_filter_new ();
      GtkFileFilter *all = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, filter_name);
      for (guint i = 0; patterns[i] != NULL; i++)
        gtk_file_filter_add_suffix (filter, patterns[i]);
      gtk_file_filter_set_name (all, _("All files"));
      gtk_file_filter_add_pattern (all, "*");
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), all);
      g_object_unref (filter);
      g_object_unref (all);
    }
  g_signal_connect (self->chooser, "response", response_cb, self);
  dz_chooser_drop_when_answered (&self->chooser);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static char *
get_chosen_path (GtkNativeDialog *chooser)
{
  g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  return file != NULL ? g_file_get_path (file) : NULL;
}

static void
import_response_cb (GtkNativeDialog *chooser,
                    int              response,
                    DzWindow        *self)
{
  g_autoptr(GListModel) files = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    return;
  files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));
  import_files (self, files);
}

static void
import_action_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  g_auto(GStrv) endings = dz_import_list_endings ();

  show_chooser (user_data, _("Import Reports"), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Import"),
                (const char *const *) endings, _("Reports and archives"), TRUE, G_CALLBACK (import_response_cb));
}

static void
import_folder_action_cb (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  show_chooser (user_data, _("Import a Folder"), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("_Import"),
                NULL, NULL, TRUE, G_CALLBACK (import_response_cb));
}

static void
roster_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(DzErrand) errand = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean names_changed = FALSE;
  guint n = 0;
  gboolean ok = dz_roster_import_finish (result, &n, &names_changed, &error);

  if (error != NULL)
    g_prefix_error (&error, "%s ", _("The roster could not be read."));
  if (!dz_errand_end (errand, error) || !ok)
    return;
  if (names_changed && dz_session_get_review (errand->session)->reports->len > 0)
    dz_window_reread (errand->window);
  else
    dz_session_reload_async (errand->session, NULL, NULL);
  text = g_strdup_printf (ngettext ("%u body on the roster", "%u bodies on the roster", n), n);
  dz_window_toast (errand->window, text, TRUE);
}

static void
roster_response_cb (GtkNativeDialog *chooser,
                    int              response,
                    DzWindow        *self)
{
  g_autofree char *path = response == GTK_RESPONSE_ACCEPT ? get_chosen_path (chooser) : NULL;

  if (path != NULL && ensure_review (self) &&
      dz_session_check_place (self->session, _("The roster could not be read.")))
    dz_roster_import_async (dz_session_get_path (self->session), dz_session_get_codebook (self->session), path,
                            roster_read_cb, dz_errand_new (self, _("Reading the roster")));
}

static void
import_roster_action_cb (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  static const char *const suffixes[] = { "xlsx", "xls", "et", "csv", NULL };

  show_chooser (user_data, _("Import a Roster"), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Import"), suffixes,
                _("Rosters (xlsx, xls, et, csv)"), FALSE, G_CALLBACK (roster_response_cb));
}

static void
tables_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(DzWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  GPtrArray *plans = dz_tables_read_finish (result, &error);

  if (plans == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    dz_window_tell_error (self, _("The table could not be read."), error);
  if (plans != NULL && self->session != NULL)
    gtk_window_present (GTK_WINDOW (dz_tables_window_new (self->session, GTK_WINDOW (self), plans)));
  else if (plans != NULL)
    g_ptr_array_unref (plans);
}

static void
tables_response_cb (GtkNativeDialog *chooser,
                    int              response,
                    DzWindow        *self)
{
  g_autofree char *path = response == GTK_RESPONSE_ACCEPT ? get_chosen_path (chooser) : NULL;

  if (path != NULL && ensure_review (self))
    dz_tables_read_async (dz_session_get_review (self->session), dz_session_get_codebook (self->session), path,
                          self->cancellable, tables_read_cb, g_object_ref (self));
}

static void
import_tables_action_cb (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  static const char *const suffixes[] = { "xlsx", "xls", "et", "csv", "docx", NULL };

  show_chooser (user_data, _("Import a Table of the County"), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Import"), suffixes,
                _("Tables (xlsx, xls, et, csv, docx)"), FALSE, G_CALLBACK (tables_response_cb));
}

static void
paste_done_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(DzWindow) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (self->session == NULL)
    return;
  if (text == NULL || *text == '\0')
    dz_window_toast (self, _("The clipboard holds no text. Copy the report's text first."), FALSE);
  else
    dz_window_import_text (self, text);
}

static void
paste_report_action_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  DzWindow *self = user_data;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->cancellable,
                                 paste_done_cb, g_object_ref (self));
}

static void
open_response_cb (GtkNativeDialog *chooser,
                  int              response,
                  DzWindow        *self)
{
  g_autofree char *path = response == GTK_RESPONSE_ACCEPT ? get_chosen_path (chooser) : NULL;

  if (path != NULL && g_str_has_suffix (path, ".zip"))
    dz_window_unpack (self, path);
  else if (path != NULL)
    dz_window_open_review (self, path, FALSE);
}

static const char *const review_suffixes[] = { "duizhao", NULL };
static const char *const openable_suffixes[] = { "duizhao", "zip", NULL };

static void
open_action_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  show_chooser (user_data, _("Open a Review"), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"),
                openable_suffixes, _("Reviews and packages"), FALSE, G_CALLBACK (open_response_cb));
}

static char *
get_chosen_review_path (GtkNativeDialog *chooser)
{
  g_autofree char *path = get_chosen_path (chooser);

  if (path == NULL || g_str_has_suffix (path, ".duizhao"))
    return g_steal_pointer (&path);

  return g_strconcat (path, ".duizhao", NULL);
}

static void
new_response_cb (GtkNativeDialog *chooser,
                 int              response,
                 DzWindow        *self)
{
  g_autofree char *path = response == GTK_RESPONSE_ACCEPT ? get_chosen_review_path (chooser) : NULL;

  if (path == NULL)
    return;
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      dz_window_tell_error (self, _("A review of that name is there already. Choose another name, or open it."), NULL);
      return;
    }
  dz_window_open_review (self, path, TRUE);
}

static void
new_action_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  DzWindow *self = user_data;

  show_chooser (self, _("New Review"), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Create"), review_suffixes,
                _("Reviews"), FALSE, G_CALLBACK (new_response_cb));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), _("Review.duizhao"));
}

static void
save_as_response_cb (GtkNativeDialog *chooser,
                     int              response,
                     DzWindow        *self)
{
  g_autofree char *path = response == GTK_RESPONSE_ACCEPT ? get_chosen_review_path (chooser) : NULL;

  if (path != NULL && self->session != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.save-as-path", "s", path);
}

static void
save_as_path_action_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  dz_window_save_copy (user_data, g_variant_get_string (parameter, NULL));
}

static void
save_as_action_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  DzWindow *self = user_data;
  g_autofree char *name = g_path_get_basename (dz_session_get_path (self->session));

  show_chooser (self, _("Save a Copy"), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), review_suffixes,
                _("Reviews"), FALSE, G_CALLBACK (save_as_response_cb));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
}

static void
restore_response_cb (GtkNativeDialog *chooser,
                     int              response,
                     DzWindow        *self)
{
  g_autofree char *path = response == GTK_RESPONSE_ACCEPT ? get_chosen_path (chooser) : NULL;

  if (path != NULL && self->session != NULL)
    dz_window_restore (self, path);
}

static void
pack_response_cb (GtkNativeDialog *chooser,
                  int              response,
                  DzWindow        *self)
{
  g_autofree char *path = response == GTK_RESPONSE_ACCEPT ? get_chosen_path (chooser) : NULL;
  g_autofree char *named = path == NULL || g_str_has_suffix (path, ".zip") ? g_strdup (path)
                                                                          : g_strconcat (path, ".zip", NULL);

  if (named != NULL && self->session != NULL)
    dz_window_pack (self, named);
}

static void
pack_action_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  static const char *const suffixes[] = { "zip", NULL };
  DzWindow *self = user_data;
  g_autofree char *base = g_path_get_basename (dz_session_get_path (self->session));
  g_autofree char *name = NULL;

  if (g_str_has_suffix (base, ".duizhao"))
    base[strlen (base) - strlen (".duizhao")] = '\0';
  name = g_strconcat (base, ".zip", NULL);
  show_chooser (self, _("Package for Handing Over"), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), suffixes, _("Packages"), FALSE,
                G_CALLBACK (pack_response_cb));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
}

static void
merge_response_cb (GtkNativeDialog *chooser,
                   int              response,
                   DzWindow        *self)
{
  g_autofree char *path = response == GTK_RESPONSE_ACCEPT ? get_chosen_path (chooser) : NULL;

  if (path != NULL && self->session != NULL)
    dz_window_merge (self, path);
}

static void
merge_action_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  show_chooser (user_data, _("Choose the Review to Merge"), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Compare"), review_suffixes,
                _("Reviews"), FALSE, G_CALLBACK (merge_response_cb));
}

/* The names of backups begin with their day and time. */
static void
restore_action_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  DzWindow *self = user_data;
  g_autoptr(GPtrArray) backups = dz_backup_list (dz_session_get_path (self->session));
  g_autoptr(GFile) newest = NULL;

  if (backups->len == 0)
    {
      dz_window_toast (self, _("There is no backup of this review yet: one is made on every day of work."), FALSE);
      return;
    }
  newest = g_file_new_for_path (((const DzBackup *) g_ptr_array_index (backups, 0))->path);
  show_chooser (self, _("Restore a Backup"), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Restore"), review_suffixes,
                _("Reviews"), FALSE, G_CALLBACK (restore_response_cb));
  gtk_file_chooser_set_file (GTK_FILE_CHOOSER (self->chooser), newest, NULL);
}

static void
sample_action_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  dz_window_open_sample (user_data);
}

static void
open_path_action_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  dz_window_open_review (user_data, g_variant_get_string (parameter, NULL), FALSE);
}

static void
close_review_action_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  dz_window_change_session (user_data, NULL);
}

static const GActionEntry entries[] = {
  { "new", new_action_cb },
  { "open", open_action_cb },
  { "open-path", open_path_action_cb, "s" },
  { "save-as", save_as_action_cb },
  { "pack", pack_action_cb },
  { "merge", merge_action_cb },
  { "restore", restore_action_cb },
  { "save-as-path", save_as_path_action_cb, "s" },
  { "close-review", close_review_action_cb },
  { "sample", sample_action_cb },
  { "import", import_action_cb },
  { "import-folder", import_folder_action_cb },
  { "import-roster", import_roster_action_cb },
  { "import-tables", import_tables_action_cb },
  { "paste-report", paste_report_action_cb },
};

/**
 * dz_window_add_file_actions:
 *
 * Called once, when the window is made: what is asked for by menu, and what is dropped.
 */
void
dz_window_add_file_actions (DzWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);

  /* In the capture phase: text views and entries would swallow the drop. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  g_signal_connect (target, "notify::current-drop", G_CALLBACK (drop_hover_cb), self);
  gtk_widget_add_controller (self->content, GTK_EVENT_CONTROLLER (target));
}

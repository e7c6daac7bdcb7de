/* dz-chooser.c - where something is to be saved: a file's name or a folder; and which table is to be read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-chooser.h"

#include <glib/gi18n-lib.h>

static void
answered_cb (GtkNativeDialog       *dialog,
             int                    response,
             GtkFileChooserNative **chooser)
{
  if (GTK_NATIVE_DIALOG (*chooser) == dialog)
    g_clear_object (chooser);
}

/**
 * dz_chooser_drop_when_answered:
 * @chooser: (inout): where it is kept, as long as it asks; its own "response" is connected already
 *
 * A chooser that was answered is hidden, not gone: a screen reader goes on telling of it.
 */
void
dz_chooser_drop_when_answered (GtkFileChooserNative **chooser)
{
  g_signal_connect_after (*chooser, "response", G_CALLBACK (answered_cb), chooser);
}

/* One shown before goes. */
static void
show (GtkFileChooserNative **chooser,
      GtkFileChooserNative  *next,
      GtkWidget             *from,
      GCallback              response_cb)
{
  g_clear_object (chooser);
  *chooser = next;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (next), TRUE);
  g_signal_connect (next, "response", response_cb, from);
  dz_chooser_drop_when_answered (chooser);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (next));
}

/**
 * dz_chooser_show:
 * @chooser: (inout): where @from keeps it; one shown before goes
 * @from: what asks, and the data of @response_cb
 * @name: (nullable): suggested for the file; %NULL: a folder is wanted
 */
void
dz_chooser_show (GtkFileChooserNative **chooser,
                 GtkWidget             *from,
                 const char            *title,
                 const char            *name,
                 GCallback              response_cb)
{
  GtkFileChooserNative *next =
    gtk_file_chooser_native_new (title, GTK_WINDOW (gtk_widget_get_root (from)),
                                 name != NULL ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                 _("_Save"), NULL);

  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (next), name);
  show (chooser, next, from, response_cb);
}

/**
 * dz_chooser_show_tables:
 * @chooser: (inout): where @from keeps it; one shown before goes
 * @from: what asks, and the data of @response_cb
 * @kind: what the files are called, with their endings
 *
 * Asks for a file tables can be read from.
 */
void
dz_chooser_show_tables (GtkFileChooserNative **chooser,
                        GtkWidget             *from,
                        const char            *title,
                        const char            *kind,
                        GCallback              response_cb)
{
  static const char *const suffixes[] = { "xlsx", "xls", "et", "csv", "docx" };
  GtkFileChooserNative *next = gtk_file_chooser_native_new (title, GTK_WINDOW (gtk_widget_get_root (from)),
                                                            GTK_FILE_CHOOSER_ACTION_OPEN, _("_Import"), NULL);
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, kind);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (next), filter);
  show (chooser, next, from, response_cb);
}

/* A name the dialog did not ask about is not written over. */
static char *
dup_free_path (const char *stem,
               const char *extension)
{
  g_autofree char *path = g_strdup_printf ("%s.%s", stem, extension);

  for (guint i = 2; g_file_test (path, G_FILE_TEST_EXISTS); i++)
    {
      g_free (path);
      path = g_strdup_printf ("%s %u.%s", stem, i, extension);
    }

  return g_steal_pointer (&path);
}

/**
 * dz_chooser_dup_path:
 * @extension: (nullable): how the name must end, without the dot; a name chosen without it gets it
 *
 * Returns: (transfer full) (nullable): %NULL: a place without a path, as on a server
 */
char *
dz_chooser_dup_path (GtkNativeDialog *chooser,
                     const char      *extension)
{
  g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *lower = path != NULL ? g_ascii_strdown (path, -1) : NULL;
  g_autofree char *ending = g_strconcat (".", extension, NULL);

  if (path == NULL || extension == NULL || g_str_has_suffix (lower, ending))
    return g_steal_pointer (&path);

  return dup_free_path (path, extension);
}

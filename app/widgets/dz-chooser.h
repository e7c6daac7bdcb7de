/* dz-chooser.h - where something is to be saved: a file's name or a folder; and which table is to be read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void  dz_chooser_drop_when_answered (GtkFileChooserNative **chooser);
void  dz_chooser_show     (GtkFileChooserNative **chooser,
                           GtkWidget             *from,
                           const char            *title,
                           const char            *name,
                           GCallback              response_cb);
void  dz_chooser_show_tables (GtkFileChooserNative **chooser,
                              GtkWidget             *from,
                              const char            *title,
                              const char            *kind,
                              GCallback              response_cb);
char *dz_chooser_dup_path (GtkNativeDialog       *chooser,
                           const char            *extension);

G_END_DECLS

/* dz-score-files.h - score sheets, filled-in scores and results in and out of the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void dz_score_choose_import (GtkFileChooserNative **chooser,
                             GtkWidget             *from,
                             const char            *title,
                             GCallback              response_cb);
void dz_score_import_file   (DzSession             *session,
                             const char            *path,
                             gboolean               is_sheet);
void dz_score_write         (DzSession             *session,
                             const char            *path,
                             gboolean               is_form,
                             const char            *scorer);
void dz_score_print         (DzSession             *session,
                             const char            *template,
                             GtkWindow             *parent);

G_END_DECLS

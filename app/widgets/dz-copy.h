/* dz-copy.h - words onto the clipboard: one of the exits through which no name of a person goes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-review.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void  dz_copy_words       (GtkWidget  *widget,
                           DzReview   *review,
                           const char *words);
void  dz_copy_table       (GtkWidget  *widget,
                           const char *table);
char *dz_copy_dup_passage (GtkWidget  *widget,
                           DzReport   *report,
                           DzSpan      span);

G_END_DECLS

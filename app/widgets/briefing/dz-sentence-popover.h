/* dz-sentence-popover.h - one of our own sentences, put in other words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DZ_TYPE_SENTENCE_POPOVER (dz_sentence_popover_get_type ())

G_DECLARE_FINAL_TYPE (DzSentencePopover, dz_sentence_popover, DZ, SENTENCE_POPOVER, GtkPopover)

GtkWidget *dz_sentence_popover_new (const char *key,
                                    const char *sentence);

G_END_DECLS

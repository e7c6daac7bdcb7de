/* dz-conflict-row.h - one matter two analysts decided, mine and theirs side by side
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-merge.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  DZ_CHOICE_NONE, /* not decided yet */
  DZ_CHOICE_MINE,
  DZ_CHOICE_THEIRS
} DzChoice;

/* What is called when the person decides. */
typedef void (*DzChoiceFunc) (gpointer user_data);

GtkWidget  *dz_conflict_row_new        (const DzConflict *conflict,
                                        DzCodebook       *codebook,
                                        DzChoiceFunc      chosen,
                                        gpointer          user_data);
const char *dz_conflict_row_get_key    (GtkWidget        *row);
DzChoice    dz_conflict_row_get_choice (GtkWidget        *row);
void        dz_conflict_row_choose     (GtkWidget        *row,
                                        DzChoice          choice);

G_END_DECLS

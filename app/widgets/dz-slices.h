/* dz-slices.h - a list on screen takes over another list's rows, a few at a time
 *
 * A row of a table costs a millisecond or two, however fast the list was made: sixty at once are a window that
 * does not answer. The first rows come at once, the others when the main loop has nothing better to do; rows
 * that are replaced keep their place, so that nothing scrolls, and those that can become what is to stand there
 * stay.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Called after each slice; @all: the last is there. */
typedef void (*DzSlicesTaken) (gpointer user_data,
                               gboolean all);

/* What becomes of a row on screen that is to show another. */
typedef enum
{
  DZ_FOLLOW_NOT,    /* it cannot: the other takes its place */
  DZ_FOLLOW_AS_IS,  /* it shows the other, which reads the same */
  DZ_FOLLOW_CHANGED /* it shows the other, and was drawn anew */
} DzFollow;

typedef DzFollow (*DzSlicesFollow) (gpointer shown,
                                    gpointer next);

typedef struct
{
  GListStore *rows;   /* what is shown */
  GListModel *source; /* (nullable) what it is to become */
  DzSlicesFollow follow; /* (nullable) */
  DzSlicesTaken taken; /* (nullable) */
  gpointer user_data;
  guint at;
  guint idle;
} DzSlices;

void dz_slices_init  (DzSlices      *self,
                      GType          type,
                      DzSlicesFollow follow,
                      DzSlicesTaken  taken,
                      gpointer       user_data);
void dz_slices_clear (DzSlices      *self);
void dz_slices_take  (DzSlices      *self,
                      GListModel    *source);

G_END_DECLS

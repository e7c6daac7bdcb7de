/* dz-stops.h - weaknesses and figures of the passages on screen, in the order they are read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-passage-view.h"

G_BEGIN_DECLS

/**
 * DzStop:
 * @report: borrowed
 * @index: into its weaknesses, or its figures where an indicator was asked for
 */
typedef struct
{
  DzReport *report;
  guint index;
  DzSpan span;
} DzStop;

GArray  *dz_stops_list (GPtrArray     *passages,
                        const char    *code,
                        const char    *indicator);
gboolean dz_stops_find (DzPassageView *passage,
                        const char    *code,
                        const char    *indicator,
                         gsize         *offset);

G_END_DECLS

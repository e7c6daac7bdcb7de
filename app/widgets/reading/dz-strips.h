/* dz-strips.h - where the codes of a passage stand in its margin
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DzCodeStrip:
 * @index: of the mark it is for
 * @top: of the lines it stands beside, in pixels; likewise @bottom
 * @aside: it has no lines of its own: a bar without a name, beside that of the others
 */
typedef struct
{
  guint index;
  double top;
  double bottom;
  gboolean aside;
} DzCodeStrip;

void dz_strips_share (GArray *strips,
                      double  least);

G_END_DECLS

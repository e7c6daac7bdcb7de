/* dz-aside.h - files that foreign libraries take apart, read in a process of their own
 *
 * What a drawing library makes of a hostile page nobody can bound: so the program starts itself once more, that
 * process may have so much memory and no more, and where it ends before its answer, the file is named and the
 * rest goes on. One process reads many files, one after the other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-reader-kind.h"

G_BEGIN_DECLS

void      dz_aside_allow (const char      *program);
gboolean  dz_aside_can   (void);
DzText   *dz_aside_read  (const DzReader  *reader,
                          GBytes          *bytes,
                          DzSource        *source,
                          GCancellable    *cancellable,
                          GError         **error);

G_END_DECLS

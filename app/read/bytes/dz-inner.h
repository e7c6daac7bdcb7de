/* dz-inner.h - a document inside a document, read by whichever reader knows it
 *
 * The formats do not see each other; the table of formats sees them all and
 * says here how to ask it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-source.h"
#include "dz-text.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef DzText *(*DzInnerRead) (GBytes        *bytes,
                                const char    *name,
                                DzSource      *source,
                                GCancellable  *cancellable,
                                GError       **error);

void    dz_inner_set_read (DzInnerRead     read);
DzText *dz_inner_read     (GBytes         *bytes,
                           const char     *name,
                           DzSource       *source,
                           GCancellable   *cancellable,
                           GError        **error);

G_END_DECLS

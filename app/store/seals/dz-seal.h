/* dz-seal.h - a checksum over each part of a review, so that a bit that turned is named
 *
 * For store/ only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-store-private.h"

G_BEGIN_DECLS

void      dz_seal_init        (DzStore     *self);
void      dz_seal_note        (DzStore     *self,
                               const char  *table,
                               gint64       row);
void      dz_seal_free        (DzStore     *self);
void      dz_seal_forget      (DzStore     *self);
gboolean  dz_seal_write       (DzStore     *self,
                               GError     **error);
void      dz_seal_finish      (DzStore     *self);
void      dz_seal_all         (DzStore     *self);
gboolean  dz_seal_holds       (DzStore     *self,
                               DzSeal       kind,
                               gint64       row);
GArray   *dz_seal_list_broken (DzStore     *self,
                               DzSeal       kind);

G_END_DECLS

/* dz-gallery.h - what is shown first, as the codebook has it (gallery.xml)
 *
 * A subject says what is drawn (mediation, training, the ranking of the
 * weaknesses) and which kind of chart draws it; charts/ knows the kinds and
 * nothing of reviews. A subject's word is one of the gallery, or an
 * indicator's id ("escalated_petitions"), or "change:ID" (this year against
 * last), or "spread:ID" (distribution).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"

G_BEGIN_DECLS

const DzEntry *dz_gallery_find              (DzCodebook    *codebook,
                                             const char    *subject);
const char    *dz_gallery_get_chart         (DzCodebook    *codebook,
                                             const char    *subject);
gboolean       dz_gallery_is_of_weaknesses  (const DzEntry *subject);
const char    *dz_gallery_get_measure       (const DzEntry *entry,
                                             guint          place);
const char    *dz_gallery_get_subject       (const DzEntry *set,
                                             guint          place);
const char    *dz_gallery_get_book_title    (const DzEntry *subject,
                                             gboolean      *alone);
const DzEntry *dz_gallery_get_first         (DzCodebook    *codebook,
                                             const char    *where);
GPtrArray     *dz_gallery_list_incomparable (DzCodebook    *codebook,
                                             const char    *indicator);

G_END_DECLS

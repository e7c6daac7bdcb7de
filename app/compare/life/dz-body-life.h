/* dz-body-life.h - one body over all its years: its reports and those of the bodies it was made of
 *
 * A column a report, by year; of one year there are several where bodies were merged later.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-year-change.h"

G_BEGIN_DECLS

typedef enum
{
  DZ_LIFE_SILENT,    /* not named */
  DZ_LIFE_UNREAD,    /* no problem was read in the whole report: silence says nothing */
  DZ_LIFE_NAMED,
  DZ_LIFE_SUGGESTED, /* found, nobody confirmed it */
  DZ_LIFE_CLAIMED    /* not named, but said to be put right */
} DzLifeMark;

const char *dz_life_mark_get_name (DzLifeMark mark);

#define DZ_TYPE_BODY_LIFE (dz_body_life_get_type ())
G_DECLARE_FINAL_TYPE (DzBodyLife, dz_body_life, DZ, BODY_LIFE, GObject)

DzBodyLife   *dz_body_life_new             (DzReview     *review,
                                            DzCodebook   *codebook,
                                            const DzBody *body);
const DzBody *dz_body_life_get_body        (DzBodyLife   *self);
guint         dz_body_life_get_n           (DzBodyLife   *self);
DzReport     *dz_body_life_get_report      (DzBodyLife   *self,
                                            guint         n);
const char   *dz_body_life_get_name        (DzBodyLife   *self,
                                            guint         n);
GPtrArray    *dz_body_life_list_indicators (DzBodyLife   *self);
GPtrArray    *dz_body_life_list_codes      (DzBodyLife   *self);
DzLifeMark    dz_body_life_get_mark        (DzBodyLife   *self,
                                            guint         n,
                                            const char   *code,
                                            int          *weakness);
GArray       *dz_body_life_list_promises   (DzBodyLife   *self,
                                            guint         n);
guint         dz_body_life_count_promises  (DzBodyLife   *self,
                                            guint         n,
                                            DzPromise     promise,
                                            gboolean     *is_comparable);

G_END_DECLS

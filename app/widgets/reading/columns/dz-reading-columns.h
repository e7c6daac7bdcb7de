/* dz-reading-columns.h - which reports stand side by side, from left to right
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-session.h"

G_BEGIN_DECLS

typedef struct _DzReadingColumns DzReadingColumns;

DzReadingColumns *dz_reading_columns_new          (void);
void              dz_reading_columns_free         (DzReadingColumns *self);
GArray           *dz_reading_columns_get_ids      (DzReadingColumns *self);
guint             dz_reading_columns_get_n        (DzReadingColumns *self);
gboolean          dz_reading_columns_is_full      (DzReadingColumns *self);
gint64            dz_reading_columns_get          (DzReadingColumns *self,
                                                   guint             column);
int               dz_reading_columns_find         (DzReadingColumns *self,
                                                   gint64            report_id);
GPtrArray        *dz_reading_columns_list_reports (DzReadingColumns *self,
                                                   DzReview         *review);
void              dz_reading_columns_settle       (DzReadingColumns *self,
                                                   DzSession        *session);
void              dz_reading_columns_set          (DzReadingColumns *self,
                                                   const gint64     *report_ids,
                                                   guint             n_ids,
                                                   int               year);
void              dz_reading_columns_add          (DzReadingColumns *self,
                                                   gint64            report_id);
void              dz_reading_columns_exchange     (DzReadingColumns *self,
                                                   guint             column,
                                                   gint64            report_id);
void              dz_reading_columns_remove       (DzReadingColumns *self,
                                                   guint             column);
gboolean          dz_reading_columns_move         (DzReadingColumns *self,
                                                   guint             from,
                                                   guint             to);
gint64            dz_reading_columns_come         (DzReadingColumns *self,
                                                   gint64            report_id);
gint64            dz_reading_columns_bring_back   (DzReadingColumns *self);
char             *dz_reading_columns_dup_state    (DzReadingColumns *self,
                                                   DzReview         *review);
GArray           *dz_reading_columns_read_state   (const char       *state,
                                                   DzReview         *review);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzReadingColumns, dz_reading_columns_free)

G_END_DECLS

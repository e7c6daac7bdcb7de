/* dz-try-words.h - the county's additions tried before they are kept: on a sentence, and on the reports of a review
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-review.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DzTriedReport:
 * @report_id: of the review
 * @changes: a line each, in the user's words: what would be read that is not read now, what no more
 */
typedef struct
{
  gint64 report_id;
  char *changes;
  guint n_changes;
} DzTriedReport;

void       dz_try_sentence_async  (const char           *additions_xml,
                                   const char           *sentence,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
char      *dz_try_sentence_finish (GAsyncResult         *result,
                                   GError              **error);
void       dz_try_reports_async   (DzReview             *review,
                                   const char           *additions_xml,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
GPtrArray *dz_try_reports_finish  (GAsyncResult         *result,
                                   GError              **error);

G_END_DECLS

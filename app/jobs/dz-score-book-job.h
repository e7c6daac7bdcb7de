/* dz-score-book-job.h - workbooks of scores written without holding the window up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-score-book.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void     dz_score_book_write_async  (const DzScoreBook   *book,
                                     const char          *path,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
gboolean dz_score_book_write_finish (GAsyncResult        *result,
                                     GError             **error);

G_END_DECLS

/* dz-tables-job.h - the county's own tables read, and kept when a person has seen what they mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-store.h"
#include "dz-table-plan.h"

G_BEGIN_DECLS

GPtrArray *dz_tables_read (const DzReview *review,
                           DzCodebook     *codebook,
                           const char     *path,
                           GError        **error);
void       dz_tables_read_async  (DzReview            *review,
                                  DzCodebook          *codebook,
                                  const char          *path,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data);
GPtrArray *dz_tables_read_finish (GAsyncResult        *result,
                                  GError             **error);
gboolean   dz_tables_keep (DzStore        *store,
                           DzCodebook     *codebook,
                           GPtrArray      *plans,
                           guint          *n_values,
                           GError        **error);

G_END_DECLS

/* dz-make-briefing.h - briefing and letters to files, by one verb for window and CLI
 *
 * The format follows from the name: .pdf, .docx, .xlsx, .csv (the figure
 * table). Each run makes its own pages from the snapshot, so the window's may
 * be scrolled meanwhile and both give the same bytes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-export.h"

G_BEGIN_DECLS

gboolean dz_make_briefing        (DzReview                *review,
                                  DzCodebook              *codebook,
                                  const DzBriefingOptions *options,
                                  const char              *path,
                                  DzExportProgress         progress,
                                  gpointer                 progress_data,
                                  GCancellable            *cancellable,
                                  GError                 **error);
void     dz_make_briefing_async  (DzReview                *review,
                                  DzCodebook              *codebook,
                                  const DzBriefingOptions *options,
                                  const char              *path,
                                  DzExportProgress         progress,
                                  gpointer                 progress_data,
                                  GCancellable            *cancellable,
                                  GAsyncReadyCallback      callback,
                                  gpointer                 user_data);
gboolean dz_make_briefing_finish (GAsyncResult            *result,
                                  GError                 **error);

int      dz_make_letters         (DzReview                *review,
                                  DzCodebook              *codebook,
                                  GArray                  *bodies,
                                  const DzLetterOptions   *options,
                                  gboolean                 as_docx,
                                  const char              *folder,
                                  DzExportProgress         progress,
                                  gpointer                 progress_data,
                                  GCancellable            *cancellable,
                                  GError                 **error);
void     dz_make_letters_async   (DzReview                *review,
                                  DzCodebook              *codebook,
                                  GArray                  *bodies,
                                  const DzLetterOptions   *options,
                                  gboolean                 as_docx,
                                  const char              *folder,
                                  DzExportProgress         progress,
                                  gpointer                 progress_data,
                                  GCancellable            *cancellable,
                                  GAsyncReadyCallback      callback,
                                  gpointer                 user_data);
int      dz_make_letters_finish  (GAsyncResult            *result,
                                  GError                 **error);

G_END_DECLS

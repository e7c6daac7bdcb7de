/* dz-make-briefing.h - briefing, letters and pictures of charts to files, by one verb for window and CLI
 *
 * The format follows from the name: .pdf, .docx, .xlsx, .csv (the figure
 * table). Each run makes its own pages from the snapshot, so the window's may
 * be scrolled meanwhile and both give the same bytes. Each file is written
 * beside its name and moved there when it is whole: stopped or failed, an older
 * one is as it was.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-export.h"
#include "dz-progress.h"

G_BEGIN_DECLS

/**
 * DzBriefingOrder: a briefing to write
 * @path: its ending says the format
 * @drawn: (nullable): called with @drawn_data where a PDF is drawn and only its fonts are still to be written: the review
 *   and what was made of it is asked for no more
 */
typedef struct
{
  DzReview *review;
  DzCodebook *codebook;
  const DzBriefingOptions *options;
  const char *path;
  GDestroyNotify drawn;
  gpointer drawn_data;
} DzBriefingOrder;

/**
 * DzChartOrder: a picture of a chart to write
 * @path: its ending says the format: .svg, .png or .pdf
 */
typedef struct
{
  const DzChart *chart;
  DzSeries *series;
  char *path;
} DzChartOrder;

GPtrArray *dz_chart_order_list_new (void);
void       dz_chart_order_list_add (GPtrArray     *orders,
                                    const DzChart *chart,
                                    DzSeries      *series,
                                    char          *path);

gboolean dz_make_briefing        (const DzBriefingOrder *order,
                                  DzExportProgress       progress,
                                  gpointer               progress_data,
                                  GCancellable          *cancellable,
                                  GError               **error);
void     dz_make_briefing_async  (const DzBriefingOrder *order,
                                  DzProgressFunc         progress,
                                  gpointer               progress_data,
                                  GCancellable          *cancellable,
                                  GAsyncReadyCallback    callback,
                                  gpointer               user_data);
gboolean dz_make_briefing_finish (GAsyncResult          *result,
                                  GError               **error);

void        dz_build_briefing_async  (const DzBriefingOrder *order,
                                      GAsyncReadyCallback    callback,
                                      gpointer               user_data);
DzBriefing *dz_build_briefing_finish (GAsyncResult          *result);

void     dz_make_letters_async   (const DzLetterOrder   *order,
                                  DzProgressFunc         progress,
                                  gpointer               progress_data,
                                  GCancellable          *cancellable,
                                  GAsyncReadyCallback    callback,
                                  gpointer               user_data);
int      dz_make_letters_finish  (GAsyncResult          *result,
                                  GError               **error);

void     dz_make_charts_async    (GPtrArray             *orders,
                                  DzProgressFunc         progress,
                                  gpointer               progress_data,
                                  GCancellable          *cancellable,
                                  GAsyncReadyCallback    callback,
                                  gpointer               user_data);
int      dz_make_charts_finish   (GAsyncResult          *result,
                                  GError               **error);

G_END_DECLS

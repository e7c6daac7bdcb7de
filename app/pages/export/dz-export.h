/* dz-export.h - pages and tables become files
 *
 * Each writes beside the target and renames at the end: a failed or cancelled
 * export leaves what was there before. No times, no random ids: the same
 * review and options give the same bytes, from the window and from the CLI.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-briefing.h"
#include "dz-chart-export.h"

#include <gio/gio.h>

#include "dz-letter.h"

G_BEGIN_DECLS

/* Called after each page or table; done of total. */
typedef void (*DzExportProgress) (guint    done,
                                  guint    total,
                                  gpointer user_data);

gboolean dz_export_pdf     (DzDocument       *document,
                            const char       *path,
                            DzExportProgress  progress,
                            gpointer          user_data,
                            GCancellable     *cancellable,
                            GError          **error);
gboolean dz_export_docx    (DzDocument       *document,
                            const char       *path,
                            GCancellable     *cancellable,
                            GError          **error);
gboolean dz_export_xlsx    (DzBriefing       *briefing,
                            const char       *path,
                            GCancellable     *cancellable,
                            GError          **error);

typedef enum
{
  DZ_TABLE_REQUIRED,   /* bodies and required contents */
  DZ_TABLE_FIGURES,    /* bodies by indicators */
  DZ_TABLE_WEAKNESSES, /* one row a declared weakness, with its sentence and answer */
  DZ_TABLE_CHECKS,     /* one row a failing check */
  DZ_TABLE_SOURCES,    /* one row a figure: body, value, paragraph, the report's own words */
  DZ_TABLE_STATISTICS, /* one row a number of the county's own tables, beside the report's; only where it has some */
  DZ_TABLE_LEDGER,     /* one row a problem of the 整改台账; only where there are some */
  DZ_TABLE_SUMMARY,    /* one row an indicator: how many report it, median, quartiles, ends, sum */
  DZ_TABLE_CHANGES,    /* one row a body and an indicator of both years; only with a year before */
  DZ_TABLE_DESTINATIONS /* one row a problem of last year and what became of it; likewise */
} DzTableId;

gboolean dz_export_csv     (DzBriefing       *briefing,
                            DzTableId         table,
                            const char       *path,
                            GError          **error);

GBytes  *dz_export_chart_picture (const DzChart *chart,
                                  DzSeries      *series,
                                  DzChartFormat  format,
                                  GError       **error);
gboolean dz_export_chart_file (const DzChart *chart,
                               DzSeries      *series,
                               const char    *path,
                               GError       **error);

/**
 * DzChartFileOrder: a chart to write
 * @chart: a subject of the gallery, or an indicator's id
 * @body: the one it is about (profile), or that is marked; 0: none
 * @path: its ending says the format
 * @look: -1: as the format has it: PDF for paper, in grey; the others for the screen
 * @width: in points (PDF) or pixels; 0: as wide as the text of a page, or 1000 pixels
 * @as: (nullable): id of the kind that draws it; %NULL: the one the gallery has
 */
typedef struct
{
  DzReview *review;
  DzCodebook *codebook;
  int year;
  const char *chart;
  gint64 body;
  const char *path;
  int look;
  double width;
  const char *as;
} DzChartFileOrder;

gboolean dz_export_chart   (const DzChartFileOrder *order,
                            GError               **error);

/**
 * DzLetterOrder: feedback letters to write, a file a body
 * @options: the number in it may hold a #: it stands for 1, 2, 3 …
 * @bodies: (nullable) (element-type gint64): only these; %NULL: all. Whom there is nothing to write to gets none
 * @folder: made if need be
 */
typedef struct
{
  DzReview *review;
  DzCodebook *codebook;
  GArray *bodies;
  DzLetterOptions options;
  gboolean as_docx;
  const char *folder;
} DzLetterOrder;

int      dz_export_letters (const DzLetterOrder *order,
                            DzExportProgress     progress,
                            gpointer             user_data,
                            GCancellable        *cancellable,
                            GError             **error);

G_END_DECLS

/* dz-read-report.h - file bytes to a report with its reading
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-report.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The readers and the compiled codebook: made once, used for any number of reports. */
typedef struct _DzReportReader DzReportReader;

DzReportReader *dz_report_reader_new  (DzCodebook      *codebook,
                                       GError         **error);
void            dz_report_reader_free (DzReportReader  *self);
DzReport       *dz_report_reader_read (DzReportReader  *self,
                                       GBytes          *bytes,
                                       DzSource        *source,
                                       GCancellable    *cancellable,
                                       GError         **error);

GPtrArray      *dz_report_reader_read_all (DzReportReader *self,
                                           GBytes         *bytes,
                                           DzSource       *source,
                                           GCancellable   *cancellable,
                                           GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzReportReader, dz_report_reader_free)

G_END_DECLS

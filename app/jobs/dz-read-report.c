/* dz-read-report.c - file bytes to a report with its reading
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-read-report.h"

#include "dz-reader.h"
#include "dz-reading.h"

struct _DzReportReader
{
  DzReading *reading;
};

/**
 * dz_report_reader_new:
 *
 * Returns: (transfer full) (nullable): a reader, or %NULL if the codebook's rules are wrong
 */
DzReportReader *
dz_report_reader_new (DzCodebook  *codebook,
                      GError     **error)
{
  g_autoptr(DzReading) reading = dz_reading_new (codebook, error);
  DzReportReader *self;

  if (reading == NULL)
    return NULL;

  self = g_new0 (DzReportReader, 1);
  self->reading = g_steal_pointer (&reading);

  return self;
}

void
dz_report_reader_free (DzReportReader *self)
{
  if (self == NULL)
    return;

  dz_reading_free (self->reading);
  g_free (self);
}

/**
 * dz_report_reader_read:
 * @source: its path names the file; copied into the report, with what the reader found added to
 *   both
 *
 * Returns: (transfer full) (nullable): the report with its reading, or %NULL with @error set
 */
DzReport *
dz_report_reader_read (DzReportReader  *self,
                       GBytes          *bytes,
                       DzSource        *source,
                       GCancellable    *cancellable,
                       GError         **error)
{
  g_autoptr(DzText) text = NULL;
  DzReport *report;

  g_return_val_if_fail (self != NULL && bytes != NULL && source != NULL, NULL);

  text = dz_reader_read (bytes, source, cancellable, error);
  if (text == NULL)
    return NULL;
  report = dz_report_new (text, dz_source_copy (source));
  dz_reading_read (self->reading, report);

  return report;
}

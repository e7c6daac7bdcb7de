/* dz-read-report.c - file bytes to a report with its reading
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-read-report.h"

#include "dz-reader.h"
#include "dz-reading.h"
#include "dz-split.h"

struct _DzReportReader
{
  DzReading *reading;
};

/**
 * dz_report_reader_new:
 *
 * What it makes of the codebook does not change any more: several threads may read with it at once.
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

static DzReport *
read_text (DzReportReader *self,
           DzText         *text,
           const DzSource *source,
           guint           number)
{
  DzReport *report = dz_report_new (text, dz_source_copy (source));

  if (number > 0)
    {
      g_autofree char *inside = report->source->member;

      report->source->member = inside != NULL ? g_strdup_printf ("%s #%u", inside, number)
                                              : g_strdup_printf ("#%u", number);
    }
  dz_reading_read (self->reading, report);

  return report;
}

/**
 * dz_report_reader_read_all:
 * @source: as in dz_report_reader_read(); of several reports in one file, each gets a copy whose
 *   member ends in “#1”, “#2” ...
 *
 * Returns: (transfer full) (nullable) (element-type DzReport): the report, or the several reports
 *   the file certainly holds, in order; %NULL with @error set
 */
GPtrArray *
dz_report_reader_read_all (DzReportReader  *self,
                           GBytes          *bytes,
                           DzSource        *source,
                           GCancellable    *cancellable,
                           GError         **error)
{
  g_autoptr(DzText) text = NULL;
  g_autoptr(GArray) spans = NULL;
  GPtrArray *reports;

  g_return_val_if_fail (self != NULL && bytes != NULL && source != NULL, NULL);

  text = dz_reader_read (bytes, source, cancellable, error);
  if (text == NULL)
    return NULL;
  reports = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_report_unref);
  spans = dz_split_find (text);
  if (spans == NULL)
    g_ptr_array_add (reports, read_text (self, text, source, 0));
  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      g_autoptr(DzText) slice = dz_text_slice (text, g_array_index (spans, DzSpan, i));

      g_ptr_array_add (reports, read_text (self, slice, source, i + 1));
    }

  return reports;
}

/**
 * dz_report_reader_read:
 * @source: its path names the file; copied into the report, with what the reader found added to
 *   both
 *
 * Returns: (transfer full) (nullable): the report with its reading, or %NULL with @error set; of
 *   several in one file, the first
 */
DzReport *
dz_report_reader_read (DzReportReader  *self,
                       GBytes          *bytes,
                       DzSource        *source,
                       GCancellable    *cancellable,
                       GError         **error)
{
  g_autoptr(GPtrArray) reports = dz_report_reader_read_all (self, bytes, source, cancellable, error);

  return reports != NULL ? dz_report_ref (g_ptr_array_index (reports, 0)) : NULL;
}

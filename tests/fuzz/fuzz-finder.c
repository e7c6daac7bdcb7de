/* fuzz-finder.c - the whole of the reading over text nobody meant
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-fuzz.h"

#include "dz-codebook-job.h"
#include "dz-reading.h"
#include "dz-untrue.h"

#define LONGEST 20000 /* bytes: long texts are measured elsewhere, here many are wanted */

void
dz_fuzz_one (const guint8 *data,
             gsize         len)
{
  static DzReading *reading;
  g_autofree char *content = NULL;
  g_autoptr(DzText) text = NULL;
  g_autoptr(DzReport) report = NULL;
  DzUntrue untrue = { 0 };

  if (reading == NULL)
    {
      DzCodebook *codebook = dz_codebook_load (NULL, NULL);

      g_assert_nonnull (codebook);
      reading = dz_reading_new (codebook, NULL);
      g_assert_nonnull (reading);
    }
  content = g_utf8_make_valid ((const char *) data, (gssize) MIN (len, LONGEST));
  text = dz_text_new_from_string (content);
  report = dz_report_new (text, dz_source_new ("fuzz"));
  dz_reading_read (reading, report);
  for (guint i = 0; i < report->figures->len; i++)
    {
      const DzFigure *figure = &g_array_index (report->figures, DzFigure, i);

      g_assert_cmpuint (figure->span.start, <=, figure->span.end);
      g_assert_cmpuint (figure->span.end, <=, dz_text_get_length (text));
      g_assert_false (figure->value > 1e300);
    }
  for (guint i = 0; i < report->weaknesses->len; i++)
    g_assert_cmpuint (g_array_index (report->weaknesses, DzWeakness, i).span.end, <=, dz_text_get_length (text));
  /* what is found can be kept and read back: a review would be told to be damaged otherwise */
  dz_report_leave_out_untrue (report, &untrue);
  for (guint i = 0; i < DZ_N_UNTRUE; i++)
    g_assert_cmpuint (untrue.n[i], ==, 0);
}

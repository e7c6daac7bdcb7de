/* dz-find-read.h - a text read whole with our own codebook, for the tests of find/
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-reading.h"

#include <string.h>

static inline DzCodebook *
dz_test_add_learned (DzCodebook *codebook)
{
  g_autofree char *path = g_build_filename (g_getenv ("DZ_ROOT"), "data", "codebook", "learned.txt", NULL);
  g_autoptr(GBytes) learned = NULL;
  g_autoptr(GError) error = NULL;
  char *text;
  gsize len;

  g_file_get_contents (path, &text, &len, &error);
  g_assert_no_error (error);
  learned = g_bytes_new_take (text, len);
  dz_codebook_set_learned (codebook, learned);

  return codebook;
}

static inline DzCodebook *
dz_test_codebook (void)
{
  static const char *const names[] = { "indicators.xml", "weaknesses.xml", "causes.xml",
                                       "checks.xml",     "sections.xml",   "phrases.xml", "dated.xml" };
  DzCodebook *codebook = dz_codebook_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *path = g_build_filename (g_getenv ("DZ_ROOT"), "data", "codebook", names[i],
                                                NULL);
      g_autofree char *xml = NULL;

      g_file_get_contents (path, &xml, NULL, &error);
      g_assert_no_error (error);
      dz_codebook_add (codebook, xml, -1, names[i], &error);
      g_assert_no_error (error);
    }

  return dz_test_add_learned (codebook);
}

/* The reading is made once and lives as long as the test program. */
static inline DzReport *
dz_test_read (const char *string)
{
  static DzReading *reading = NULL;
  g_autoptr(DzText) text = dz_text_new_from_string (string);
  DzReport *report = dz_report_new (text, dz_source_new (""));

  if (reading == NULL)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(DzCodebook) codebook = dz_test_codebook ();

      reading = dz_reading_new (codebook, &error);
      g_assert_no_error (error);
    }
  dz_reading_read (reading, report);

  return report;
}

/* Lines of tests/data/find/@name, comments and blank lines left out, each split at its tabs. */
static inline GPtrArray *
dz_test_table (const char *name)
{
  GPtrArray *table = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autofree char *path = g_build_filename (g_getenv ("DZ_TESTS"), "data", "find", name, NULL);
  g_autofree char *contents = NULL;
  g_auto(GStrv) lines = NULL;
  g_autoptr(GError) error = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && *lines[i] != '#')
      g_ptr_array_add (table, g_strsplit (lines[i], "\t", -1));

  return table;
}

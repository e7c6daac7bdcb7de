/* test-scans.c - pages that are pictures, whatever lies on them as text
 *
 * Each file of tests/data/read/scans has a FILE.words beside it: what must be
 * in the text, a line each, and after '!' what must not. Recognition differs a
 * little from version to version, so no whole text is compared. They skip
 * without tesseract. With files as arguments the program prints what is read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-read-pairs.h"

#include <locale.h>

/* The lines of a scan keep how sure the program was, in what is stored of the text too. */
static void
check_lines (DzText *text)
{
  g_autoptr(GVariant) stored = g_variant_ref_sink (dz_text_to_variant (text));
  DzText *again = dz_text_new_from_variant (dz_text_peek (text, NULL), stored);
  g_autoptr(GArray) lines = dz_text_list_recognised (text);
  g_autoptr(GArray) kept = dz_text_list_recognised (again);

  g_assert_cmpuint (lines->len, >, 2);
  g_assert_cmpuint (kept->len, ==, lines->len);
  for (guint i = 0; i < lines->len; i++)
    {
      const DzRecognisedLine *line = &g_array_index (lines, DzRecognisedLine, i);
      const DzRecognisedLine *same = &g_array_index (kept, DzRecognisedLine, i);
      const DzPart *part = dz_text_get_part (text, line->part);

      g_assert_true (line->confidence > 0 && line->confidence < 1 && same->confidence == line->confidence);
      g_assert_true (line->span.start < line->span.end && same->span.start == line->span.start && same->span.end == line->span.end);
      g_assert_true (part->page > 0 && part->width > 0 && part->height > 0);
    }
  dz_text_unref (again);
}

static void
test_words (gconstpointer data)
{
  const char *path = data;
  g_autofree char *words_path = g_strconcat (path, ".words", NULL);
  g_autofree char *words = NULL;
  g_auto(GStrv) lines = NULL;
  g_autoptr(DzSource) source = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(DzText) text = dz_read_pairs_read (path, &source, &error);
  const char *string;

  if (text == NULL && g_error_matches (error, DZ_ERROR, DZ_ERROR_NEEDS_PROGRAM))
    {
      g_test_skip ("tesseract or its Chinese is not installed");
      return;
    }
  g_assert_no_error (error);
  string = dz_text_peek (text, NULL);
  g_assert_true (g_file_get_contents (words_path, &words, NULL, NULL));
  lines = g_strsplit (words, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      gboolean wanted = lines[i][0] != '!';
      const char *line = wanted ? lines[i] : lines[i] + 1;

      if (*line != '\0' && (strstr (string, line) != NULL) != wanted)
        g_error ("%s %s “%s”:\n%s", path, wanted ? "lacks" : "has", line, string);
    }
  g_assert_cmpint (g_array_index (source->losses, DzLoss, 0).kind, ==, DZ_LOSS_PAGES_OCR);
  check_lines (text);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *place = NULL;
  g_autoptr(GDir) dir = NULL;
  const char *name;

  setlocale (LC_ALL, "C.UTF-8");
  if (dz_read_pairs_print (argc, argv))
    return 0;

  g_test_init (&argc, &argv, NULL);
  place = g_build_filename (g_getenv ("DZ_TESTS"), "data", "read", "scans", NULL);
  dir = g_dir_open (place, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_strconcat ("/read/scans/", name, NULL);

      if (!g_str_has_suffix (name, ".words"))
        g_test_add_data_func_full (path, g_build_filename (place, name, NULL), test_words, g_free);
    }

  return g_test_run ();
}

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

/* dz-read-pairs.h - files beside the text they must give
 *
 * A folder of inputs NAME.EXT, each with NAME.expected: the text as read, a
 * tab between cells, then "loss: KIND COUNT WHERE" lines, or "error: CODE".
 * Run with files as arguments, a test prints exactly that and nothing else.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-reader.h"

#include <string.h>

static inline DzText *
dz_read_pairs_read (const char  *path,
                    DzSource   **source,
                    GError     **error)
{
  char *contents;
  gsize len;
  g_autoptr(GBytes) bytes = NULL;

  *source = dz_source_new (path);
  if (!g_file_get_contents (path, &contents, &len, error))
    return NULL;
  bytes = g_bytes_new_take (contents, len);

  return dz_reader_read (bytes, *source, NULL, error);
}

static inline char *
dz_read_pairs_dump (const char *path)
{
  g_autoptr(DzSource) source = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(DzText) text = dz_read_pairs_read (path, &source, &error);
  GString *out = g_string_new (NULL);

  if (text == NULL)
    g_string_append_printf (out, "error: %s\n", dz_error_code_name (error->code));
  else
    g_string_append (out, dz_text_peek (text, NULL));
  for (guint i = 0; i < source->losses->len; i++)
    {
      const DzLoss *loss = &g_array_index (source->losses, DzLoss, i);

      g_string_append_printf (out, "loss: %s %u%s%s\n", dz_loss_kind_name (loss->kind), loss->count,
                              loss->where != NULL ? " " : "",
                              loss->where != NULL ? loss->where : "");
    }

  return g_string_free (out, FALSE);
}

static inline gboolean
dz_read_pairs_print (int    argc,
                     char **argv)
{
  if (argc < 2 || argv[1][0] == '-')
    return FALSE;
  for (int i = 1; i < argc; i++)
    {
      g_autofree char *dump = dz_read_pairs_dump (argv[i]);

      g_print ("%s", dump);
    }

  return TRUE;
}

static inline void
dz_read_pairs_check (gconstpointer data)
{
  const char *path = data;
  g_autofree char *stem = g_strndup (path, (gsize) (strrchr (path, '.') - path));
  g_autofree char *expected_path = g_strconcat (stem, ".expected", NULL);
  g_autofree char *expected = NULL;
  g_autofree char *dump = NULL;

  g_assert_true (g_file_get_contents (expected_path, &expected, NULL, NULL));
  dump = dz_read_pairs_dump (path);
  if (!g_str_equal (dump, expected))
    g_test_message ("%s reads as:\n%s", path, dump);
  g_assert_cmpstr (dump, ==, expected);
}

static inline int
dz_read_pairs_compare (gconstpointer a,
                       gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* One case for each input of tests/data/read/FOLDER; @skip: names that need what may be missing. */
static inline void
dz_read_pairs_add (const char *folder,
                   const char *skip)
{
  g_autofree char *place = g_build_filename (g_getenv ("DZ_TESTS"), "data", "read", folder, NULL);
  g_autoptr(GDir) dir = g_dir_open (place, 0, NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (!g_str_has_suffix (name, ".expected") && (skip == NULL || !g_str_has_prefix (name, skip)))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, dz_read_pairs_compare);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_strconcat ("/read/", folder, "/", names->pdata[i], NULL);

      g_test_add_data_func_full (path, g_build_filename (place, names->pdata[i], NULL),
                                 dz_read_pairs_check, g_free);
    }
}

/* A file cut at many places: text and a word about the cut, or a named error. */
static inline void
dz_read_pairs_check_cuts (const char *path,
                          guint       n_cuts)
{
  g_autofree char *contents = NULL;
  gsize len;

  g_assert_true (g_file_get_contents (path, &contents, &len, NULL));
  for (guint i = 1; i < n_cuts; i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new (contents, len * i / n_cuts);
      g_autoptr(DzSource) source = dz_source_new (path);
      g_autoptr(GError) error = NULL;
      g_autoptr(DzText) text = dz_reader_read (bytes, source, NULL, &error);

      if (text != NULL)
        g_assert_cmpuint (source->losses->len, >, 0);
      else
        g_assert_true (error->domain == DZ_ERROR);
    }
}

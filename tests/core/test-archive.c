/* test-archive.c - what comes out of archives, and what must not
 *
 * Each archive in tests/data/read/archive that has a .expected beside it is a
 * case. With a file as argument the program prints the dump and nothing else.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-archive.h"
#include "dz-error.h"
#include "dz-zip.h"

#include <stdio.h>
#include <string.h>

static const char *
get_code (const GError *error)
{
  return error->domain == DZ_ERROR ? dz_error_code_name (error->code) : "other";
}

static gboolean
member_cb (const char   *name,
           GBytes       *bytes,
           const GError *problem,
           gpointer      user_data)
{
  g_assert_true (g_utf8_validate (name, -1, NULL));
  g_assert_true ((bytes == NULL) == (problem != NULL));
  g_assert_true (name[0] != '/' && strstr (name, "..") == NULL);
  if (bytes != NULL)
    g_string_append_printf (user_data, "%s %" G_GSIZE_FORMAT "\n", name, g_bytes_get_size (bytes));
  else
    g_string_append_printf (user_data, "%s problem %s\n", name, get_code (problem));

  return TRUE;
}

static char *
dump (const char *path)
{
  GString *out = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  char *data;
  gsize len;

  g_assert_true (g_file_get_contents (path, &data, &len, NULL));
  bytes = g_bytes_new_take (data, len);
  g_string_append_printf (out, "archive %s\n", dz_archive_is (bytes, path) ? "yes" : "no");
  if (!dz_archive_foreach (bytes, NULL, member_cb, out, NULL, NULL, &error))
    g_string_append_printf (out, "error %s\n", get_code (error));

  return g_string_free (out, FALSE);
}

static void
test_case (gconstpointer data)
{
  g_autofree char *expected_path = g_strconcat (data, ".expected", NULL);
  g_autofree char *expected = NULL;
  g_autofree char *found = dump (data);

  g_assert_true (g_file_get_contents (expected_path, &expected, NULL, NULL));
  g_assert_cmpstr (found, ==, expected);
}

/* A zip cut anywhere gives an error or what is whole, never something else. */
static void
test_cut (gconstpointer data)
{
  g_autofree char *path = g_build_filename (data, "utf8-names.zip", NULL);
  g_autofree char *whole = NULL;
  gsize len;

  g_assert_true (g_file_get_contents (path, &whole, &len, NULL));
  for (gsize n = 0; n <= len; n++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new (whole, n);
      g_autoptr(GString) out = g_string_new (NULL);
      g_autoptr(GError) error = NULL;
      gboolean ok = dz_archive_foreach (bytes, NULL, member_cb, out, NULL, NULL, &error);

      g_assert_true (ok == (error == NULL));
      g_assert_true (n == len || !ok);
    }
}

/* Each byte of a zip changed once: no crash, no hang. */
static void
test_flipped (gconstpointer data)
{
  g_autofree char *path = g_build_filename (data, "nested.zip", NULL);
  g_autofree char *whole = NULL;
  gsize len;

  g_assert_true (g_file_get_contents (path, &whole, &len, NULL));
  for (gsize n = 0; n < len; n++)
    {
      g_autofree char *copy = g_memdup2 (whole, len);
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(GString) out = g_string_new (NULL);

      copy[n] ^= 0xff;
      bytes = g_bytes_new_take (g_steal_pointer (&copy), len);
      dz_archive_foreach (bytes, NULL, member_cb, out, NULL, NULL, NULL);
    }
}

static GBytes *
read_file (const char *path)
{
  char *contents;
  gsize len;

  g_assert_true (g_file_get_contents (path, &contents, &len, NULL));

  return g_bytes_new_take (contents, len);
}

static gboolean
nothing_cb (const char   *name,
            GBytes       *bytes,
            const GError *problem,
            gpointer      user_data)
{
  g_assert_not_reached ();
}

/* A member one byte over the bound is refused, one of the bound is not; a letter over its bound is not opened. */
static void
test_bounds (gconstpointer data)
{
  g_autofree char *path = g_build_filename (data, "nested.zip", NULL);
  g_autofree char *letter_path = g_build_filename (data, "letter.eml", NULL);
  g_autofree char *letter = NULL;
  g_autoptr(GBytes) bytes = read_file (path);
  g_autoptr(GBytes) letter_bytes = read_file (letter_path);
  g_autoptr(DzZip) whole = dz_zip_open (bytes, NULL, NULL);
  g_autoptr(GError) error = NULL;
  DzLimits limits = dz_limits_default;
  guint n_deflated = 0;

  for (guint i = 0; i < dz_zip_get_n_members (whole); i++)
    {
      g_autoptr(GBytes) member = dz_zip_get_member (whole, i, NULL);
      gsize size = member != NULL ? g_bytes_get_size (member) : 0;

      for (gsize bound = size; size > 64 && bound + 2 > size; bound--)
        {
          g_autoptr(DzZip) zip = NULL;
          g_autoptr(GBytes) bounded = NULL;

          limits.member = bound;
          zip = dz_zip_open (bytes, &limits, NULL);
          bounded = dz_zip_get_member (zip, i, &error);
          if (bound == size)
            g_assert_nonnull (bounded);
          else if (bounded == NULL)
            {
              g_assert_error (error, DZ_ERROR, DZ_ERROR_TOO_LARGE);
              n_deflated++;
            }
          g_clear_error (&error);
        }
    }
  g_assert_cmpuint (n_deflated, >, 0);

  limits = dz_limits_default;
  limits.letter = g_bytes_get_size (letter_bytes) - 1;
  g_assert_false (dz_archive_foreach (letter_bytes, &limits, nothing_cb, NULL, NULL, NULL, &error));
  g_assert_error (error, DZ_ERROR, DZ_ERROR_TOO_LARGE);
}

static void
test_lookup (gconstpointer data)
{
  g_autofree char *path = g_build_filename (data, "slip.zip", NULL);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(DzZip) zip = NULL;
  g_autoptr(GBytes) member = NULL;
  g_autoptr(GError) error = NULL;
  char *whole;
  gsize len;

  g_assert_true (g_file_get_contents (path, &whole, &len, NULL));
  bytes = g_bytes_new_take (whole, len);
  zip = dz_zip_open (bytes, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (dz_zip_has (zip, "A/B.TXT"));
  g_assert_true (dz_zip_has (zip, "./a\\b.txt"));
  member = dz_zip_get (zip, "/a/b.txt", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (member), >, 0);
  g_assert_null (dz_zip_get (zip, "none", &error));
  g_assert_error (error, DZ_ERROR, DZ_ERROR_BROKEN);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_cases (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *expected = g_strconcat (folder, "/", name, ".expected", NULL);

      if (g_file_test (expected, G_FILE_TEST_EXISTS))
        g_ptr_array_add (names, (gpointer) g_intern_string (name));
    }
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      const char *file = g_ptr_array_index (names, i);
      g_autofree char *test = g_strconcat ("/read/archive/", file, NULL);

      g_test_add_data_func_full (test, g_build_filename (folder, file, NULL), test_case, g_free);
    }
}

/* A tar of one member of zeros. */
static GBytes *
make_tar (const char *name,
          gsize       size)
{
  guint8 *tar = g_malloc0 (512 + size + 1024);
  guint sum = 0;

  g_strlcpy ((char *) tar, name, 100);
  memcpy (tar + 100, "0000644", 8);
  memcpy (tar + 108, "0000000", 8);
  memcpy (tar + 116, "0000000", 8);
  g_snprintf ((char *) tar + 124, 12, "%011" G_GINT64_MODIFIER "o", (guint64) size);
  memcpy (tar + 136, "00000000000", 12);
  memset (tar + 148, ' ', 8);
  tar[156] = '0';
  memcpy (tar + 257, "ustar\00000", 8);
  for (guint i = 0; i < 512; i++)
    sum += tar[i];
  g_snprintf ((char *) tar + 148, 8, "%06o", sum);

  return g_bytes_new_take (tar, 512 + size + 1024);
}

/* What is skipped is run over no longer than what is read, and a person may stop it: litter of twenty gigabytes packs to
 * twenty kilobytes. */
static void
test_run_over (void)
{
  g_autoptr(GBytes) litter = make_tar ("Thumbs.db", 4 << 20);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  DzLimits limits = dz_limits_default;
  guint n_skipped;

  g_assert_true (dz_archive_foreach (litter, NULL, nothing_cb, NULL, &n_skipped, cancellable, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_skipped, ==, 1);
  g_cancellable_cancel (cancellable);
  g_assert_false (dz_archive_foreach (litter, NULL, nothing_cb, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  limits.seconds = 0;
  g_assert_false (dz_archive_foreach (litter, &limits, nothing_cb, NULL, NULL, NULL, &error));
  g_assert_error (error, DZ_ERROR, DZ_ERROR_TIMEOUT);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = g_build_filename (g_getenv ("DZ_TESTS") != NULL ? g_getenv ("DZ_TESTS") : "tests",
                                              "data", "read", "archive", NULL);

  if (argc == 2 && argv[1][0] != '-')
    {
      g_autofree char *text = dump (argv[1]);

      fputs (text, stdout);
      return 0;
    }
  g_test_init (&argc, &argv, NULL);
  add_cases (folder);
  g_test_add_data_func ("/read/archive/cut-anywhere", folder, test_cut);
  g_test_add_data_func ("/read/archive/any-byte-changed", folder, test_flipped);
  g_test_add_data_func ("/read/archive/bounds", folder, test_bounds);
  g_test_add_func ("/read/archive/run-over", test_run_over);
  g_test_add_data_func ("/read/archive/names-are-found-in-any-spelling", folder, test_lookup);

  return g_test_run ();
}

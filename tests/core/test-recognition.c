/* test-recognition.c - the program that recognises characters, when it fails
 *
 * A program of the test's own stands in its place. It may know no more of the environment than any
 * other, when it is asked for its languages too, and why a page could not be read must be said.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-read-pairs.h"

#include <glib/gstdio.h>
#include <locale.h>

static char *place; /* of the program */

static void
test_error (gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_getenv ("DZ_TESTS"), "data", "read", data, NULL);
  g_autofree char *seen = g_build_filename (place, "environment", NULL);
  g_autofree char *environment = NULL;
  g_autoptr(DzSource) source = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(DzText) text = dz_read_pairs_read (path, &source, &error);

  g_assert_null (text);
  g_assert_error (error, DZ_ERROR, DZ_ERROR_BROKEN);
  g_assert_true (g_file_get_contents (seen, &environment, NULL, NULL));
  g_assert_nonnull (strstr (environment, "list HOME="));
  g_assert_nonnull (strstr (environment, "read HOME="));
  g_assert_null (strstr (environment, "secret"));
}

/* Says that it knows Chinese, and fails with every picture. */
static void
write_program (void)
{
  g_autofree char *path = g_build_filename (place, "tesseract", NULL);
  g_autofree char *script = g_strdup_printf (
    "#!/bin/sh\n"
    "if [ \"$1\" = --list-langs ]; then verb=list; else verb=read; cat >/dev/null; fi\n"
    "env | grep -e ^HOME= -e secret | sed \"s/^/$verb /\" >>'%s/environment'\n"
    "[ $verb = list ] && echo chi_sim\n", place);

  g_assert_true (g_file_set_contents (path, script, -1, NULL));
  g_assert_cmpint (g_chmod (path, 0700), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const names[] = { "tesseract", "environment" };
  g_autofree char *programs = NULL;
  int status;

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  place = g_dir_make_tmp ("duizhao-recognition-XXXXXX", NULL);
  g_assert_nonnull (place);
  write_program ();
  programs = g_strconcat (place, ":/usr/bin:/bin", NULL);
  g_setenv ("PATH", programs, TRUE);
  g_setenv ("HOME", place, TRUE);
  g_setenv ("AWS_SECRET_ACCESS_KEY", "secret", TRUE);

  g_test_add_data_func ("/read/recognition/pdf", "scans/side.pdf", test_error);
  g_test_add_data_func ("/read/recognition/ofd", "ofd/scan.ofd", test_error);

  status = g_test_run ();
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (place, names[i], NULL);

      g_unlink (path);
    }
  g_assert_cmpint (g_rmdir (place), ==, 0);
  g_free (place);

  return status;
}

/* test-child.c - other programs learn nothing of the environment that is not theirs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-child.h"

#include <string.h>

static void
test_environment (void)
{
  g_autoptr(GSubprocessLauncher) launcher = NULL;
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *out = NULL;
  g_auto(GStrv) lines = NULL;

  g_setenv ("AWS_SECRET_ACCESS_KEY", "secret", TRUE);
  g_setenv ("HTTP_PROXY", "http://user:secret@proxy", TRUE);
  g_setenv ("https_proxy", "http://user:secret@proxy", TRUE);
  g_setenv ("DISPLAY", ":secret", TRUE);
  g_setenv ("TMPDIR", "/tmp", TRUE);
  launcher = dz_child_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  process = g_subprocess_launcher_spawn (launcher, &error, "env", NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &out, NULL, &error));
  g_assert_null (strstr (out, "secret"));
  lines = g_strsplit (out, "\n", -1);
  g_assert_true (g_strv_contains ((const char *const *) lines, "TMPDIR=/tmp"));
  g_assert_true (g_strv_contains ((const char *const *) lines, "HTTP_PROXY=http://127.0.0.1:9"));
  g_assert_true (g_strv_contains ((const char *const *) lines, "https_proxy=http://127.0.0.1:9"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/read/child/environment", test_environment);

  return g_test_run ();
}

/* test-child.c - other programs learn nothing of the environment that is not theirs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-child.h"
#include "dz-child-folder.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

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

/* For the user alone; gone when done; and after a kill, gone with the next one that is made. */
static void
test_folder (void)
{
  g_autofree char *base = g_build_filename (g_get_user_runtime_dir (), "duizhao", NULL);
  g_autofree char *foreign = g_build_filename (base, "work-link", NULL);
  g_autofree char *target = g_build_filename (g_get_user_runtime_dir (), "victim", NULL);
  g_autofree char *file = g_build_filename (target, "2024年总结.docx", NULL);
  g_autofree char *path = NULL;
  g_autofree char *left = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(DzChildFolder) folder = dz_child_folder_new (&error);
  struct stat info;
  int out[2];
  char words[4096] = "";
  pid_t child;

  g_assert_no_error (error);
  path = g_strdup (dz_child_folder_get_path (folder));
  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  /* a link among them is not followed */
  g_assert_cmpint (g_mkdir (target, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, "x", 1, NULL));
  g_assert_cmpint (symlink (target, foreign), ==, 0);

  g_assert_cmpint (pipe (out), ==, 0);
  child = fork ();
  if (child == 0)
    {
      DzChildFolder *own = dz_child_folder_new (NULL);
      const char *name = dz_child_folder_get_path (own);
      g_autofree char *report = g_build_filename (name, "report.doc", NULL);

      g_file_set_contents (report, "内部", -1, NULL);
      (void) !write (out[1], name, strlen (name));
      kill (getpid (), SIGKILL);
    }
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  close (out[1]);
  g_assert_cmpint (read (out[0], words, sizeof words - 1), >, 0);
  close (out[0]);
  left = g_strdup (words);
  g_assert_true (g_file_test (left, G_FILE_TEST_IS_DIR));
  {
    g_autoptr(DzChildFolder) next = dz_child_folder_new (&error);

    g_assert_no_error (error);
    g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
    g_assert_true (g_file_test (path, G_FILE_TEST_IS_DIR)); /* this one is in use */
    g_assert_true (g_file_test (file, G_FILE_TEST_EXISTS));
  }
  g_clear_pointer (&folder, dz_child_folder_free);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/read/child/environment", test_environment);
  g_test_add_func ("/read/child/folder", test_folder);

  return g_test_run ();
}

/* test-font-pages.c - what is mapped of fonts goes back where a program allows it, and of nothing else
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-font-pages.h"

#include <glib/gstdio.h>
#include <string.h>

#define SIZE ((gsize) 24 << 20)

static GMappedFile *
map (const char *folder,
     const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *bytes = g_malloc (SIZE);
  GMappedFile *file;

  memset (bytes, 'f', SIZE);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) SIZE, NULL));
  file = g_mapped_file_new (path, FALSE, NULL);
  g_assert_nonnull (file);

  return file;
}

static void
remove_file (const char *folder,
             const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* Each page is read, as cairo does. */
static void
read_all (GMappedFile *file)
{
  const char *bytes = g_mapped_file_get_contents (file);

  for (gsize i = 0; i < SIZE; i += 1024)
    g_assert_cmpint (bytes[i], ==, 'f');
}

/* Kilobytes of @file that are held: proc(5), smaps. */
static guint64
count_held (GMappedFile *file)
{
  g_autofree char *maps = NULL;
  g_autofree char *address = g_strdup_printf ("\n%" G_GINTPTR_MODIFIER "x-", (gsize) g_mapped_file_get_contents (file));
  const char *line;

  g_assert_true (g_file_get_contents ("/proc/self/smaps", &maps, NULL, NULL));
  line = strstr (maps, address);
  g_assert_nonnull (line);

  return g_ascii_strtoull (strstr (line, "\nRss:") + strlen ("\nRss:"), NULL, 10);
}

/* A program of several threads that draw says nothing, and nothing is taken from under them. */
static void
test_given_back (void)
{
  g_autofree char *folder = g_dir_make_tmp ("duizhao-fonts-XXXXXX", NULL);
  g_autoptr(GMappedFile) font = map (folder, "仿宋 GB2312.ttf");
  g_autoptr(GMappedFile) other = map (folder, "report.pdf");
  const guint64 all = SIZE >> 10;

  read_all (font);
  read_all (other);
  dz_font_pages_give_back (1 << 20);
  g_assert_cmpuint (count_held (font), ==, all);
  dz_font_pages_allow ();
  dz_font_pages_give_back (1 << 20);
  g_assert_cmpuint (count_held (font), ==, 0);
  g_assert_cmpuint (count_held (other), ==, all);
  read_all (font);
  remove_file (folder, "仿宋 GB2312.ttf");
  remove_file (folder, "report.pdf");
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/font-pages/given-back-where-one-thread-draws", test_given_back);

  return g_test_run ();
}

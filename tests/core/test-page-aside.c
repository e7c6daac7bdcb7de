/* test-page-aside.c - pages drawn in a process of their own: the same pixels, and an end that is named
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-aside-begin.h"
#include "dz-error.h"
#include "dz-page-aside.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define MAD_FOLDER "/of-one-that-draws-nothing" /* one of the few words that come through to the process */
#define ENDLESS ".of-one-that-draws-for-ever"

static GBytes *
load (const char *folder,
      const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("DZ_TESTS"), "data", "read", folder, name, NULL);
  char *contents;
  gsize len;

  g_assert_true (g_file_get_contents (path, &contents, &len, NULL));

  return g_bytes_new_take (contents, len);
}

static void
test_same (void)
{
  static const struct
  {
    const char *format;
    const char *name;
    guint page;
  } pages[] = { { "pdf", "furniture.pdf", 1 }, { "ofd", "composite.ofd", 1 }, { "pdf", "furniture.pdf", 99 }, { "pdf", "encrypted.pdf", 1 },
                { "ofd", "hostile.ofd", 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr(GBytes) bytes = load (pages[i].format, pages[i].name);
      g_autoptr(GError) error = NULL, error_inside = NULL;
      g_autoptr(DzPageImage) image = dz_page_aside_new (bytes, pages[i].format, pages[i].page, 600, NULL, &error);
      g_autoptr(DzPageImage) inside = dz_page_image_new (bytes, pages[i].format, pages[i].page, 600, &error_inside);

      g_test_message ("%s, page %u", pages[i].name, pages[i].page);
      g_assert_true ((image == NULL) == (inside == NULL));
      if (image == NULL)
        {
          g_assert_nonnull (error);
          g_assert_cmpstr (error->message, ==, error_inside->message);
          continue;
        }
      g_assert_cmpint (image->width, ==, inside->width);
      g_assert_cmpint (image->height, ==, inside->height);
      g_assert_cmpuint (image->n_pages, ==, inside->n_pages);
      g_assert_cmpfloat (image->page_width, ==, inside->page_width);
      g_assert_cmpfloat (image->page_height, ==, inside->page_height);
      g_assert_true (g_bytes_equal (image->pixels, inside->pixels));
    }
}

/* A PDF of one page on which a picture of so many points lies, all of them white. */
static GBytes *
make_page (guint side)
{
  GString *pdf = g_string_new ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                               "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>endobj\n"
                               "4 0 obj<</Length 27>>stream\nq 200 0 0 200 0 0 cm /I Do Q\nendstream endobj\n");

  g_string_append_printf (pdf, "5 0 obj<</Type/XObject/Subtype/Image/Width %u/Height %u/ColorSpace/DeviceRGB/BitsPerComponent 8"
                               "/Interpolate true/Filter/RunLengthDecode/Length %u>>stream\n",
                          side, side, side * side * 3 / 128 * 2 + 1);
  for (guint i = 0; i < side * side * 3 / 128; i++)
    g_string_append_len (pdf, "\201\377", 2);
  g_string_append_len (pdf, "\200\nendstream endobj\ntrailer<</Root 1 0 R>>\n", 42);

  return g_string_free_to_bytes (pdf);
}

/* What takes more than a page may is refused by that name, and the next page is drawn. */
static void
test_memory (void)
{
  g_autoptr(GBytes) bytes = make_page (14000);
  g_autoptr(GBytes) plain = load ("pdf", "furniture.pdf");
  g_autoptr(GError) error = NULL;
  g_autoptr(DzPageImage) image = NULL;

#if defined(__SANITIZE_ADDRESS__)
  g_test_skip ("the sanitizer's own memory counts");
  return;
#endif
  g_assert_null (dz_page_aside_new (bytes, "pdf", 1, 600, NULL, &error));
  g_assert_error (error, DZ_ERROR, DZ_ERROR_TOO_LARGE);
  g_assert_cmpstr (error->message, ==, "Drawing the page takes more than 450 MB of memory. Open the file itself to see it.");
  g_clear_error (&error);
  image = dz_page_aside_new (plain, "pdf", 1, 600, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (image);
}

static void
test_cancelled (void)
{
  g_autoptr(GBytes) bytes = load ("pdf", "furniture.pdf");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (dz_page_aside_new (bytes, "pdf", 1, 600, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Sizes without their pixels, as one might answer that a page has taken over. */
static GBytes *
answer_nonsense (GBytes *question,
                 GBytes *file)
{
  g_autoptr(GVariant) answer =
    g_variant_ref_sink (g_variant_new ("(biiddussay)", TRUE, 3000, 3000, 1.0, 1.0, 1, "", "", NULL));

  return g_variant_get_data_as_bytes (answer);
}

static void
test_no_answer (void)
{
  g_autoptr(GBytes) bytes = load ("pdf", "furniture.pdf");
  g_autoptr(GError) error = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }
  g_setenv ("DZ_LOCALEDIR", MAD_FOLDER, TRUE);
  g_assert_null (dz_page_aside_new (bytes, "pdf", 1, 600, NULL, &error));
  g_assert_error (error, DZ_ERROR, DZ_ERROR_BROKEN);
}

/* Holds the file DZ_LOCALEDIR names as long as the process is there. */
static GBytes *
answer_never (GBytes *question,
              GBytes *file)
{
  int held = open (g_getenv ("DZ_LOCALEDIR"), O_WRONLY | O_CLOEXEC);

  g_assert_cmpint (flock (held, LOCK_EX), ==, 0);
  g_assert_cmpint (write (held, "held", 4), ==, 4);
  while (TRUE)
    pause ();

  return NULL;
}

static gpointer
ask_thread (gpointer data)
{
  g_autoptr(GBytes) bytes = load ("pdf", "furniture.pdf");

  dz_page_aside_new (bytes, "pdf", 1, 600, NULL, NULL);

  return NULL;
}

static gboolean
is_held (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 && info.st_size > 0;
}

/* The program is killed while a page is drawn: who draws ends, too. */
static void
test_program_killed (void)
{
  const char *told = g_getenv ("DZ_LOCALEDIR");
  g_autofree char *path = NULL;
  int held;

#if defined(__SANITIZE_ADDRESS__)
  g_test_skip ("the sanitizer's own memory counts: nobody looks");
  return;
#endif
  if (g_test_subprocess ())
    {
      g_thread_unref (g_thread_new ("ask", ask_thread, NULL));
      while (!is_held (told))
        g_usleep (10000);
      raise (SIGKILL);
    }
  held = g_file_open_tmp ("duizhao-XXXXXX" ENDLESS, &path, NULL);
  g_setenv ("DZ_LOCALEDIR", path, TRUE);
  g_test_trap_subprocess (NULL, 0, 0);
  g_unsetenv ("DZ_LOCALEDIR");
  g_test_trap_assert_failed ();
  g_assert_true (is_held (path));
  g_assert_cmpint (flock (held, LOCK_EX), ==, 0); /* waits for the end */
  close (held);
  g_unlink (path);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  dz_page_aside_allow ();
  if (g_strcmp0 (g_getenv ("DZ_LOCALEDIR"), MAD_FOLDER) == 0)
    dz_aside_set_other (answer_nonsense);
  if (g_getenv ("DZ_LOCALEDIR") != NULL && g_str_has_suffix (g_getenv ("DZ_LOCALEDIR"), ENDLESS))
    dz_aside_set_other (answer_never);
  dz_aside_begin (argc, argv);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-aside/no-answer", test_no_answer);
  g_test_add_func ("/page-aside/same", test_same);
  g_test_add_func ("/page-aside/memory", test_memory);
  g_test_add_func ("/page-aside/cancelled", test_cancelled);
  g_test_add_func ("/page-aside/program-killed", test_program_killed);

  return g_test_run ();
}

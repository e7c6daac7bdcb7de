/* test-aside.c - files read in a process of their own: the same text, and an end that is named
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-archive.h"
#include "dz-aside-begin.h"
#include "dz-aside-letter.h"
#include "dz-error.h"
#include "dz-reader.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#define MAD_FOLDER "/of-one-that-is-mad" /* one of the few words that come through to the process */

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
assert_same_source (const DzSource *one,
                    const DzSource *other)
{
  g_assert_cmpstr (one->format, ==, other->format);
  g_assert_cmpstr (one->encoding, ==, other->encoding);
  g_assert_cmpstr (one->title, ==, other->title);
  g_assert_cmpstr (one->published, ==, other->published);
  g_assert_cmpstr (one->issuer, ==, other->issuer);
  g_assert_cmpuint (one->losses->len, ==, other->losses->len);
  for (guint i = 0; i < one->losses->len; i++)
    {
      const DzLoss *a = &g_array_index (one->losses, DzLoss, i);
      const DzLoss *b = &g_array_index (other->losses, DzLoss, i);

      g_assert_cmpint (a->kind, ==, b->kind);
      g_assert_cmpuint (a->count, ==, b->count);
      g_assert_cmpstr (a->where, ==, b->where);
    }
}

/* Characters, places and losses come over as they are; so does what is wrong. */
static void
test_same (void)
{
  static const struct
  {
    const char *folder;
    const char *name;
  } files[] = {
    { "pdf", "furniture.pdf" }, { "pdf", "table.pdf" }, { "pdf", "encrypted.pdf" },
    { "ofd", "composite.ofd" }, { "ofd", "encrypted.ofd" }, { "ofd", "hostile.ofd" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr(GBytes) bytes = load (files[i].folder, files[i].name);
      g_autoptr(DzSource) source = dz_source_new (files[i].name);
      g_autoptr(DzSource) inside = dz_source_new (files[i].name);
      g_autoptr(GError) error = NULL;
      g_autoptr(GError) error_inside = NULL;
      g_autoptr(DzText) text = dz_reader_read (bytes, source, NULL, &error);
      g_autoptr(DzText) text_inside = dz_reader_read_as (dz_reader_by_name (files[i].folder), bytes, inside, NULL, &error_inside);

      g_test_message ("%s", files[i].name);
      g_assert_true ((text == NULL) == (text_inside == NULL));
      if (text == NULL)
        {
          g_assert_error (error, DZ_ERROR, error_inside->code);
          g_assert_cmpstr (error->message, ==, error_inside->message);
          continue;
        }
      g_assert_no_error (error);
      g_free (inside->format);
      inside->format = g_strdup (source->format); /* the table of formats tells it */
      assert_same_source (source, inside);
      g_assert_cmpstr (dz_text_peek (text, NULL), ==, dz_text_peek (text_inside, NULL));
      {
        g_autoptr(GVariant) places = g_variant_ref_sink (dz_text_to_variant (text));
        g_autoptr(GVariant) places_inside = g_variant_ref_sink (dz_text_to_variant (text_inside));

        g_assert_true (g_variant_equal (places, places_inside));
      }
    }
}

static void
append_chunk (GByteArray   *png,
              const char   *name,
              gconstpointer data,
              gsize         len)
{
  guint32 size = GUINT32_TO_BE ((guint32) len);
  guint32 sum;

  g_byte_array_append (png, (const guint8 *) &size, 4);
  g_byte_array_append (png, (const guint8 *) name, 4);
  g_byte_array_append (png, data, (guint) len);
  sum = GUINT32_TO_BE ((guint32) crc32 (0, png->data + png->len - len - 4, (guint) len + 4));
  g_byte_array_append (png, (const guint8 *) &sum, 4);
}

/* Black and white, one bit each, some twenty kilobytes; drawn, four bytes each: 576 MB. */
static GBytes *
make_picture (void)
{
  static const guint8 head[] = { 0, 0, 0x2e, 0xe0, 0, 0, 0x2e, 0xe0, 1, 3, 0, 0, 0 };
  static const guint8 colours[] = { 0, 0, 0, 255, 255, 255 };
  static const guint8 clear[] = { 255, 128 };
  const gsize len = 12000 * (1 + 12000 / 8);
  g_autofree guint8 *rows = g_malloc0 (len);
  uLongf packed_len = compressBound (len);
  g_autofree guint8 *packed = g_malloc (packed_len);
  GByteArray *png = g_byte_array_new ();

  g_assert_cmpint (compress (packed, &packed_len, rows, len), ==, Z_OK);
  g_byte_array_append (png, (const guint8 *) "\x89PNG\r\n\x1a\n", 8);
  append_chunk (png, "IHDR", head, sizeof head);
  append_chunk (png, "PLTE", colours, sizeof colours);
  append_chunk (png, "tRNS", clear, sizeof clear);
  append_chunk (png, "IDAT", packed, packed_len);
  append_chunk (png, "IEND", "", 0);

  return g_byte_array_free_to_bytes (png);
}

/* What takes too much is refused by that name, and the next file is read. */
static void
test_memory (void)
{
  g_autoptr(GBytes) bytes = make_picture ();
  g_autoptr(GBytes) plain = load ("pdf", "furniture.pdf");
  g_autoptr(DzSource) source = dz_source_new ("picture.png");
  g_autoptr(DzSource) next = dz_source_new ("next.pdf");
  g_autoptr(GError) error = NULL;
  g_autoptr(DzText) text = NULL;

#if defined(__SANITIZE_ADDRESS__)
  g_test_skip ("the sanitizer's own memory counts");
  return;
#endif
  g_assert_null (dz_reader_read (bytes, source, NULL, &error));
  if (g_error_matches (error, DZ_ERROR, DZ_ERROR_NEEDS_PROGRAM))
    {
      g_test_skip ("nothing recognises characters here");
      return;
    }
  g_assert_error (error, DZ_ERROR, DZ_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "memory"));
  g_clear_error (&error);
  text = dz_reader_read (plain, next, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (text);
}

/* Ends the processes that wait for the next file, as the system may. */
static guint
kill_waiting (void)
{
  g_autoptr(GDir) tasks = g_dir_open ("/proc/self/task", 0, NULL);
  const char *task;
  guint n = 0;

  while ((task = g_dir_read_name (tasks)) != NULL)
    {
      g_autofree char *path = g_build_filename ("/proc/self/task", task, "children", NULL);
      g_autofree char *list = NULL;
      g_auto(GStrv) ids = NULL;

      if (!g_file_get_contents (path, &list, NULL, NULL))
        continue;
      ids = g_strsplit (list, " ", -1);
      for (guint i = 0; ids[i] != NULL; i++)
        if (*ids[i] != '\0')
          n += kill ((pid_t) g_ascii_strtoll (ids[i], NULL, 10), SIGKILL) == 0;
    }

  return n;
}

/* One that went away while nobody asked is nobody's fault. */
static void
test_gone (void)
{
  g_autoptr(GBytes) bytes = load ("pdf", "furniture.pdf");

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(DzSource) source = dz_source_new ("report.pdf");
      g_autoptr(GError) error = NULL;
      g_autoptr(DzText) text = dz_reader_read (bytes, source, NULL, &error);

      g_assert_no_error (error);
      g_assert_nonnull (text);
      if (i == 0 && kill_waiting () == 0)
        {
          g_test_skip ("the system does not tell who the children are");
          return;
        }
    }
}

static void
test_cancelled (void)
{
  g_autoptr(GBytes) bytes = load ("pdf", "furniture.pdf");
  g_autoptr(DzSource) source = dz_source_new ("report.pdf");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (dz_reader_read (bytes, source, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A file from a share of Windows may be called by bytes that are no UTF-8; it is read all the same. */
static void
test_name (void)
{
  static const char path[] = "/tmp/\xd5\xf2.pdf";
  g_autoptr(GBytes) bytes = load ("pdf", "furniture.pdf");
  g_autoptr(DzSource) source = dz_source_new (path);
  g_autoptr(DzSource) asked = NULL;
  g_autoptr(GBytes) question = dz_aside_ask ("pdf", source);
  g_autoptr(GError) error = NULL;
  g_autoptr(DzText) text = dz_reader_read (bytes, source, NULL, &error);
  g_autofree char *reader = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (text);
  asked = dz_aside_asked (question, &reader);
  g_assert_cmpstr (reader, ==, "pdf");
  g_assert_cmpstr (asked->path, ==, path);
  g_assert_null (asked->member);
}

/* What is no answer is told, and never taken for a file without text. */
static void
test_no_answer (void)
{
  static const char *const letters[] = { "", "?", "\1\1\1\1\1\1\1\1\1\1\1\1" };

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      g_autoptr(GBytes) letter = g_bytes_new_static (letters[i], strlen (letters[i]));
      g_autoptr(DzSource) source = dz_source_new ("report.pdf");
      g_autoptr(GError) error = NULL;

      g_assert_null (dz_aside_take (letter, source, &error));
      g_assert_error (error, DZ_ERROR, DZ_ERROR_BROKEN);
      g_assert_cmpuint (strlen (error->message), >, 0);
    }
}

/* Takes the whole question, says that more comes than any answer has, and stays. */
static void
be_mad (void)
{
  const DzAsideHead head = { G_MAXUINT64, 0 };
  DzAsideHead asked;
  char dropped[4096];
  gsize left;
  gssize n = read (STDIN_FILENO, &asked, sizeof asked);

  g_assert_cmpint (n, ==, sizeof asked);
  for (left = asked.letter + asked.file; left > 0; left -= (gsize) n)
    {
      n = read (STDIN_FILENO, dropped, MIN (left, sizeof dropped));
      g_assert_cmpint (n, >, 0);
    }
  if (write (STDOUT_FILENO, &head, sizeof head) == sizeof head)
    for (;;)
      pause ();
}

/* Nobody waits for one that does not answer and does not end. */
static void
test_mad (void)
{
  g_autoptr(GBytes) bytes = load ("pdf", "furniture.pdf");
  g_autoptr(DzSource) source = dz_source_new ("report.pdf");
  g_autoptr(GError) error = NULL;
  g_autofree char *before = g_strdup (g_getenv ("DZ_LOCALEDIR"));

  if (kill_waiting () == 0)
    {
      g_test_skip ("the system does not tell who the children are");
      return;
    }
  g_setenv ("DZ_LOCALEDIR", MAD_FOLDER, TRUE);
  g_assert_null (dz_reader_read (bytes, source, NULL, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == DZ_ERROR);
  if (before != NULL)
    g_setenv ("DZ_LOCALEDIR", before, TRUE);
  else
    g_unsetenv ("DZ_LOCALEDIR");
}

static gboolean
member_cb (const char   *name,
           GBytes       *bytes,
           const GError *problem,
           gpointer      user_data)
{
  if (bytes != NULL)
    g_string_append_printf (user_data, "%s %" G_GSIZE_FORMAT "\n", name, g_bytes_get_size (bytes));
  else
    g_string_append_printf (user_data, "%s problem %s\n", name, dz_error_code_name (problem->code));

  return TRUE;
}

/* Every archive of core/archive's folder, taken apart aside: the same members, sizes and problems. */
static void
test_archives (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("DZ_TESTS"), "data", "read", "archive", NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *expected_name = g_strconcat (name, ".expected", NULL);
      g_autofree char *path = g_build_filename (folder, expected_name, NULL);
      g_autofree char *expected = NULL;
      g_autoptr(GString) out = g_string_new (NULL);
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(GError) error = NULL;

      if (!g_file_get_contents (path, &expected, NULL, NULL))
        continue;
      bytes = load ("archive", name);
      g_string_append_printf (out, "archive %s\n", dz_archive_is (bytes, name) ? "yes" : "no");
      if (!dz_archive_foreach (bytes, NULL, member_cb, out, NULL, NULL, &error))
        g_string_append_printf (out, "error %s\n", dz_error_code_name (error->code));
      g_test_message ("%s", name);
      g_assert_cmpstr (out->str, ==, expected);
      n++;
    }
  g_assert_cmpuint (n, >, 10);
}

static gboolean
stop_cb (const char   *name,
         GBytes       *bytes,
         const GError *problem,
         gpointer      user_data)
{
  return ++*(guint *) user_data < 2;
}

/* Who has seen enough is not kept waiting, and the next archive is read. */
static void
test_stopped (void)
{
  g_autoptr(GBytes) bytes = load ("archive", "tar-xz.tar.xz");

  for (guint i = 0; i < 2; i++)
    {
      guint n = 0;

      g_assert_true (dz_archive_foreach (bytes, NULL, stop_cb, &n, NULL, NULL, NULL));
      g_assert_cmpuint (n, ==, 2);
    }
}

/* An archive of a few hundred bytes that wants a dictionary of a gigabyte: refused by that name, or, where the machine is
 * too busy to fill the memory in time, for the time it takes. */
static void
test_dictionary (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("DZ_TESTS"), "data", "aside", "dictionary.7z.gz", NULL);
  g_autoptr(GString) out = g_string_new (NULL);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  char *contents;
  gsize len;

#if defined(__SANITIZE_ADDRESS__)
  g_test_skip ("the sanitizer's own memory counts");
  return;
#endif
  g_assert_true (g_file_get_contents (path, &contents, &len, NULL));
  bytes = g_bytes_new_take (contents, len);
  if (dz_archive_foreach (bytes, NULL, member_cb, out, NULL, NULL, &error))
    g_assert_cmpstr (out->str, ==, "data.txt/z.bin problem too-large\ndata.txt problem too-large\n");
  else
    g_assert_error (error, DZ_ERROR, DZ_ERROR_TIMEOUT);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  if (argc == 2 && g_str_equal (argv[1], DZ_ASIDE_WORD) && g_strcmp0 (g_getenv ("DZ_LOCALEDIR"), MAD_FOLDER) == 0)
    be_mad ();
  dz_aside_begin (argc, argv);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/aside/same", test_same);
  g_test_add_func ("/aside/memory", test_memory);
  g_test_add_func ("/aside/gone", test_gone);
  g_test_add_func ("/aside/name-that-is-no-utf-8", test_name);
  g_test_add_func ("/aside/no-answer", test_no_answer);
  g_test_add_func ("/aside/mad", test_mad);
  g_test_add_func ("/aside/cancelled", test_cancelled);
  g_test_add_func ("/aside/archives", test_archives);
  g_test_add_func ("/aside/stopped", test_stopped);
  g_test_add_func ("/aside/dictionary", test_dictionary);

  return g_test_run ();
}

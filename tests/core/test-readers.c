/* test-readers.c - files of every format and the text they must give
 *
 * Each file in tests/data/read that has a .expected beside it is a case:
 * case.docx and case.expected. With a file as argument the program prints
 * the dump and nothing else.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-reader.h"

#include "dz-archive.h"
#include "dz-formats.h"

#include <stdio.h>
#include <string.h>

static const char marks[] = { [DZ_PART_PARAGRAPH] = 'P', [DZ_PART_HEADING] = 'H', [DZ_PART_ROW] = 'R', [DZ_PART_NOTE] = 'N' };

static void
dump_source (GString        *out,
             const DzSource *source)
{
  const char *const fields[][2] = {
    { "format", source->format }, { "encoding", source->encoding }, { "title", source->title },
    { "published", source->published }, { "issuer", source->issuer },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i][1] != NULL)
      g_string_append_printf (out, "# %s %s\n", fields[i][0], fields[i][1]);
  for (guint i = 0; i < source->losses->len; i++)
    {
      const DzLoss *loss = &g_array_index (source->losses, DzLoss, i);

      g_string_append_printf (out, "# lost %s %u\n", dz_loss_kind_name (loss->kind), loss->count);
    }
}

/* A line of the text after a letter for its part: P, H1, R, N. */
static void
dump_text (GString *out,
           DzText  *text)
{
  gsize len;
  const char *string = dz_text_peek (text, &len);

  for (gsize at = 0; at < len;)
    {
      DzSpan line = dz_text_get_line (text, at);
      DzPlace place;
      const DzPart *part;

      if (line.end > line.start)
        {
          g_assert_true (dz_text_locate (text, at, &place));
          part = dz_text_get_part (text, place.part);
          g_assert_nonnull (part);
          g_string_append_c (out, marks[part->kind]);
          if (part->kind == DZ_PART_HEADING)
            g_string_append_printf (out, "%u", part->level);
          g_string_append_c (out, ' ');
          g_string_append_len (out, string + line.start, (gssize) (line.end - line.start));
        }
      g_string_append_c (out, '\n');
      at = line.end + 1;
    }
}

static char *
dump_file (const char *path)
{
  g_autoptr(GString) out = g_string_new (NULL);
  g_autoptr(DzSource) source = dz_source_new (path);
  g_autoptr(GError) error = NULL;
  g_autofree char *data = NULL;
  gsize len;

  if (g_file_get_contents (path, &data, &len, &error))
    {
      g_autoptr(GBytes) bytes = g_bytes_new (data, len);
      g_autoptr(DzText) text = dz_reader_read (bytes, source, NULL, &error);

      dump_source (out, source);
      if (text != NULL)
        {
          g_assert_true (g_utf8_validate (dz_text_peek (text, NULL), (gssize) dz_text_get_length (text), NULL));
          dump_text (out, text);
        }
    }
  if (error != NULL)
    g_string_append_printf (out, "# error %s: %s\n",
                            error->domain == DZ_ERROR ? dz_error_code_name (error->code) : "other", error->message);

  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_case (gconstpointer data)
{
  const char *path = data;
  const char *dot = strrchr (path, '.');
  g_autofree char *expected_path = g_strdup_printf ("%.*s.expected", (int) (dot - path), path);
  g_autofree char *expected = NULL;
  g_autofree char *found = dump_file (path);
  g_auto(GStrv) want = NULL;
  g_auto(GStrv) have = NULL;
  guint i;

  g_assert_true (g_file_get_contents (expected_path, &expected, NULL, NULL));
  if (g_str_equal (expected, found))
    return;
  want = g_strsplit (expected, "\n", -1);
  have = g_strsplit (found, "\n", -1);
  for (i = 0; want[i] != NULL && have[i] != NULL && g_str_equal (want[i], have[i]); i++)
    ;
  g_test_message ("%s line %u\n-%s\n+%s", path, i + 1, want[i] != NULL ? want[i] : "(end)",
                  have[i] != NULL ? have[i] : "(end)");
  g_test_fail ();
}

/* @unit over and over, as @name. */
static void
check_refused (const char  *name,
               const char  *head,
               const char  *unit,
               guint        n,
               DzErrorCode  code)
{
  GString *long_text = g_string_new (head);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(DzSource) source = dz_source_new (name);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < n; i++)
    g_string_append (long_text, unit);
  bytes = g_string_free_to_bytes (long_text);
  g_assert_null (dz_reader_read (bytes, source, NULL, &error));
  g_assert_error (error, DZ_ERROR, (int) code);
}

/* A cell and a row that stand for many. */
#define REPEATED(cells, rows) \
  "<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:" \
  "opendocument:xmlns:text:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" office:mimetype=\"" \
  "application/vnd.oasis.opendocument.text\"><office:body><office:text><table:table><table:table-row table:number-rows-repeated=\"" \
  rows "\"><table:table-cell><text:p>12</text:p></table:table-cell><table:table-cell table:number-columns-repeated=\"" cells \
  "\"><text:p>12</text:p></table:table-cell></table:table-row></table:table></office:text></office:body></office:document>"

/* What is no report is refused by name, before it takes memory and minutes. */
static void
test_too_much (void)
{
  check_refused ("a.txt", "", "全年调解矛盾纠纷12件。\n", 70000, DZ_ERROR_TOO_LARGE);
  check_refused ("a.md", "# 报告\n", "全年调解矛盾纠纷12件。\n\n", 70000, DZ_ERROR_TOO_LARGE);
  check_refused ("a.html", "<html><body>", "<p>全年调解矛盾纠纷12件。</p>", 70000, DZ_ERROR_TOO_LARGE);
  check_refused ("a.html", "<html><body>", "<b>", 1100000, DZ_ERROR_TOO_MANY);
  check_refused ("a.fodt", REPEATED ("1", "2000000000"), "", 0, DZ_ERROR_TOO_LARGE);
  check_refused ("a.fodt", REPEATED ("2000000000", "1"), "", 0, DZ_ERROR_TOO_LARGE);
  check_refused ("a.html", "<html><body>", "                                        ", 900000, DZ_ERROR_TOO_LARGE);
}

/* A page saved in one file with its pictures is far longer than its text. */
static void
test_pictures_within (void)
{
  GString *page = g_string_new ("<html><body><p>全年调解矛盾纠纷12件。</p><img src=\"data:image/png;base64,");
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(DzSource) source = dz_source_new ("a.html");
  g_autoptr(GError) error = NULL;
  g_autoptr(DzText) text = NULL;

  for (guint i = 0; i < 300000; i++)
    g_string_append (page, "iVBORw0KGgo=");
  g_string_append (page, "\"></body></html>");
  bytes = g_string_free_to_bytes (page);
  text = dz_reader_read (bytes, source, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dz_text_peek (text, NULL), ==, "全年调解矛盾纠纷12件。\n");
}

/* What would be read as rubbish is refused by its name: a piece of an archive, Word's markup in one file. */
static void
test_refused (void)
{
  static const struct { const char *name; const char *bytes; gsize len; const char *words; } files[] = {
    { "报送.7z.002", "\xd5\xe2\xca\xc7\xb5\xda\xb6\xfe\xbe\xed", 10, "volume" },
    { "报送.ZIP.010", "PK\3\4", 4, "volume" },
    { "报告.xml", "<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><pkg:package xmlns:pkg=\"x\"/>", 87, "markup" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (files[i].bytes, files[i].len);
      g_autoptr(DzSource) source = dz_source_new (files[i].name);
      g_autoptr(GError) error = NULL;

      g_assert_null (dz_reader_read (bytes, source, NULL, &error));
      g_assert_error (error, DZ_ERROR, DZ_ERROR_UNKNOWN_FORMAT);
      g_assert_nonnull (strstr (error->message, files[i].words));
    }
}

static void
check_told (GBytes     *bytes,
            const char *name,
            const char *words)
{
  g_autoptr(DzSource) source = dz_source_new (name);
  g_autoptr(GError) error = NULL;
  g_autoptr(DzText) text = dz_reader_read (bytes, source, NULL, &error);

  g_test_message ("%s: %s", name, error != NULL ? error->message : source->format);
  g_assert_null (text);
  g_assert_error (error, DZ_ERROR, DZ_ERROR_UNKNOWN_FORMAT);
  g_assert_nonnull (strstr (error->message, words));
}

/* What is no report is told by its kind, and what to do with it. */
static void
test_other_kinds (void)
{
  static const struct { const char *name; const char *bytes; gsize len; const char *words; } kinds[] = {
    { "统计.xls", "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook/>", 74, "workbook" },
    { "统计.fods", "<?xml version=\"1.0\"?><office:document office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\"/>", 104, "workbook" },
    { "损坏.xlsx", "PK\3\4\0\0\0\0\0\0\0\0", 12, "workbook" },
    { "汇报.fodp", "<?xml version=\"1.0\"?><office:document office:mimetype=\"application/vnd.oasis.opendocument.presentation\"/>", 105, "slides" },
    { "照片", "\0\0\0\030ftypheic\0\0\0\0", 16, "JPEG" },
    { "照片.webp", "RIFF\1\2\3\4WEBPVP8 ", 16, "JPEG" },
    { "公文", "Founder CEB 3.00\0\1\2\3", 20, "sealed" },
    { "公文.GD", "\1\2\377\310\3\0\11\1\2\377\310\3\0\11", 14, "sealed" },
    { "录像.mp4", "\0\0\0\030ftypmp42\0\0\0\0", 16, "film" },
    { "图.svg", "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>", 62, "JPEG" },
    { "数据.xml", "<?xml version=\"1.0\"?><data/>", 28, "not known" },
  };
  static const char *const workbooks[] = { "tables/旧版复议应诉统计.xls", "workbooks/elements.xlsx", "workbooks/table.ods" };
  const char *tests = g_getenv ("DZ_TESTS") != NULL ? g_getenv ("DZ_TESTS") : "tests";

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (kinds[i].bytes, kinds[i].len);

      check_told (bytes, kinds[i].name, kinds[i].words);
    }
  for (guint i = 0; i < G_N_ELEMENTS (workbooks); i++)
    {
      g_autofree char *path = g_build_filename (tests, "data", workbooks[i], NULL);
      g_autofree char *data = NULL;
      g_autoptr(GBytes) bytes = NULL;
      gsize len;

      g_assert_true (g_file_get_contents (path, &data, &len, NULL));
      bytes = g_bytes_new (data, len);
      check_told (bytes, "report", "workbook"); /* whatever it is called */
    }
}

/* The mark of UTF-8 before everything hides no format. */
static void
test_marked (void)
{
  static const char rtf[] = "\xef\xbb\xbf{\\rtf1\\ansi 12\\par}";
  g_autoptr(GBytes) bytes = g_bytes_new_static (rtf, sizeof rtf - 1);

  g_assert_cmpstr (dz_reader_pick (bytes, "report")->name, ==, "office");
}

/* What a format is known by elsewhere follows from the format itself: nobody has to tell a dialog, an archive or paper. */
static void
test_known_everywhere (void)
{
  g_auto(GStrv) endings = dz_reader_list_endings ();
  guint n;
  const DzReader *const *readers = dz_formats_list (&n);

  g_assert_cmpuint (n, >=, 10);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(DzSource) source = dz_source_new ("report");
      g_autofree char *word = NULL;

      g_assert_true (dz_reader_by_name (readers[i]->name) == readers[i]);
      source->format = g_strdup (readers[i]->name);
      word = dz_source_dup_format (source);
      /* on paper stands a word, or what people write in capitals */
      g_assert_cmpstr (word, !=, readers[i]->name);
      for (guint k = 0; readers[i]->extensions[k] != NULL; k++)
        {
          g_autofree char *name = g_strconcat ("report.", readers[i]->extensions[k], NULL);
          g_autoptr(GBytes) cut = g_bytes_new_static ("PK\3\4 cut off", 12);

          g_assert_true (g_strv_contains ((const char *const *) endings, readers[i]->extensions[k]));
          /* a damaged document that came in a zip is no archive to be walked; what only bears the name of a text is */
          g_assert_cmpint (dz_archive_is (cut, name), ==, !readers[i]->zipped);
        }
    }
  g_assert_true (g_strv_contains ((const char *const *) endings, "zip"));
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

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      const char *dot = strrchr (name, '.');
      g_autofree char *expected = dot != NULL ? g_strdup_printf ("%s/%.*s.expected", folder, (int) (dot - name), name)
                                              : NULL;

      if (dot != NULL && !g_str_equal (dot, ".expected") && g_file_test (expected, G_FILE_TEST_EXISTS))
        g_ptr_array_add (names, (gpointer) g_intern_string (name));
    }
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      const char *file = g_ptr_array_index (names, i);
      g_autofree char *test = g_strconcat ("/read/readers/", file, NULL);

      g_test_add_data_func_full (test, g_build_filename (folder, file, NULL), test_case, g_free);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = g_build_filename (g_getenv ("DZ_TESTS") != NULL ? g_getenv ("DZ_TESTS") : "tests",
                                              "data", "read", NULL);

  if (argc == 2 && argv[1][0] != '-')
    {
      g_autofree char *dump = dump_file (argv[1]);

      fputs (dump, stdout);
      return 0;
    }
  g_test_init (&argc, &argv, NULL);
  add_cases (folder);
  g_test_add_func ("/read/readers/known-everywhere", test_known_everywhere);
  g_test_add_func ("/read/readers/too-much", test_too_much);
  g_test_add_func ("/read/readers/pictures-within", test_pictures_within);
  g_test_add_func ("/read/readers/refused", test_refused);
  g_test_add_func ("/read/readers/other-kinds", test_other_kinds);
  g_test_add_func ("/read/readers/marked", test_marked);

  return g_test_run ();
}

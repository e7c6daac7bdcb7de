/* test-encoding.c - bytes of unknown encoding, and hostile text files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-encoding.h"
#include "dz-error.h"
#include "dz-reader.h"

#include <string.h>

static const char report[] =
  "青禾镇2024年度法治政府建设情况报告\n\n一、主要举措和成效\n（一）全年调处矛盾纠纷806件，成功率98%。\n";
static const char traditional[] = "楓梧畲族鄉2024年度法治政府建設情況報告\n全年調處矛盾糾紛84件，成功率達百分之九十七。\n";

static const struct
{
  const char *claim;
  const char *text;
  const char *encoding; /* for iconv */
  const char *bom;
  gsize bom_len;
  const char *name;     /* that must be found */
} cases[] = {
  { "utf8", report, "UTF-8", "", 0, "UTF-8" },
  { "utf8-mark", report, "UTF-8", "\xef\xbb\xbf", 3, "UTF-8" },
  { "gb18030", report, "GB18030", "", 0, "GB18030" },
  { "gb18030-mark", report, "GB18030", "\x84\x31\x95\x33", 4, "GB18030" },
  { "gb18030-traditional", traditional, "GB18030", "", 0, "GB18030" },
  { "gb18030-four-bytes", "㐀㐁乡镇的法治工作报告𠀀", "GB18030", "", 0, "GB18030" },
  { "big5", traditional, "BIG5-HKSCS", "", 0, "Big5" },
  { "utf16-le", report, "UTF-16LE", "", 0, "UTF-16LE" },
  { "utf16-be", report, "UTF-16BE", "", 0, "UTF-16BE" },
  { "utf16-le-mark", report, "UTF-16LE", "\xff\xfe", 2, "UTF-16LE" },
  { "utf16-be-mark", report, "UTF-16BE", "\xfe\xff", 2, "UTF-16BE" },
  { "utf16-le-chinese-only", "青禾镇法治政府建设情况报告", "UTF-16LE", "", 0, "UTF-16LE" },
  { "short-gb18030", "法治", "GB18030", "", 0, "GB18030" },
  { "short-gb18030-name", "青禾镇", "GB18030", "", 0, "GB18030" },
  { "short-big5", "法治政府", "BIG5-HKSCS", "", 0, "Big5" },
  { "short-utf8", "法", "UTF-8", "", 0, "UTF-8" },
  { "ascii", "2024: 806\n", "UTF-8", "", 0, "UTF-8" },
  { "one-utf16-line", "806件", "UTF-16LE", "\xff\xfe", 2, "UTF-16LE" },
};

static void
test_decided (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) bytes = g_string_new_len (cases[i].bom, (gssize) cases[i].bom_len);
  g_autoptr(DzSource) source = dz_source_new (NULL);
  g_autofree char *encoded = NULL;
  g_autofree char *decoded = NULL;
  gsize len;

  encoded = g_convert (cases[i].text, -1, cases[i].encoding, "UTF-8", NULL, &len, &error);
  g_assert_no_error (error);
  g_string_append_len (bytes, encoded, (gssize) len);
  decoded = dz_encoding_decode (bytes->str, bytes->len, NULL, source, &len, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (decoded, ==, cases[i].text);
  g_assert_cmpuint (strlen (decoded), ==, len);
  g_assert_cmpstr (source->encoding, ==, cases[i].name);
}

static guint
get_loss (const DzSource *source,
          DzLossKind      kind)
{
  for (guint i = 0; i < source->losses->len; i++)
    if (g_array_index (source->losses, DzLoss, i).kind == kind)
      return g_array_index (source->losses, DzLoss, i).count;

  return 0;
}

/* A text cut at each byte loses one character at most, and says so. */
static void
test_cut (gconstpointer data)
{
  g_autofree char *encoded = NULL;
  gsize whole;

  encoded = g_convert (report, -1, data, "UTF-8", NULL, &whole, NULL);
  for (gsize n = 24; n <= whole; n++)
    {
      g_autoptr(DzSource) source = dz_source_new (NULL);
      g_autoptr(GError) error = NULL;
      gsize len;
      g_autofree char *decoded = dz_encoding_decode (encoded, n, NULL, source, &len, &error);
      g_autofree char *same = NULL;

      g_assert_no_error (error);
      if (get_loss (source, DZ_LOSS_CHARACTERS) == 0)
        g_assert_true (g_str_has_prefix (report, decoded));
      else
        {
          g_assert_cmpuint (get_loss (source, DZ_LOSS_CHARACTERS), ==, 1);
          g_assert_true (g_str_has_suffix (decoded, "\357\277\275"));
          same = g_strndup (decoded, len - 3);
          g_assert_true (g_str_has_prefix (report, same));
        }
    }
}

static void
test_mixed_lines (void)
{
  g_autoptr(DzSource) source = dz_source_new (NULL);
  g_autofree char *gb = g_convert ("第二行是另一种编码，纠纷12件。\n", -1, "GB18030", "UTF-8", NULL, NULL, NULL);
  g_autofree char *mixed = g_strconcat (report, gb, report, NULL);
  g_autofree char *expected = g_strconcat (report, "第二行是另一种编码，纠纷12件。\n", report, NULL);
  g_autoptr(GError) error = NULL;
  gsize len;
  g_autofree char *decoded = dz_encoding_decode (mixed, strlen (mixed), NULL, source, &len, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (decoded, ==, expected);
  g_assert_cmpuint (get_loss (source, DZ_LOSS_CHARACTERS), ==, 0);
  g_assert_cmpuint (get_loss (source, DZ_LOSS_ENCODING_GUESSED), ==, 1);
}

static void
test_bad_bytes_are_counted (void)
{
  g_autoptr(DzSource) source = dz_source_new (NULL);
  const char text[] = "全年调处矛盾纠纷\xff" "806件，全镇\0没有问题。\n二、存在问题\n";
  g_autoptr(GError) error = NULL;
  gsize len;
  g_autofree char *decoded = dz_encoding_decode (text, sizeof text - 1, NULL, source, &len, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (decoded, ==, "全年调处矛盾纠纷\357\277\275806件，全镇\357\277\275没有问题。\n二、存在问题\n");
  g_assert_cmpuint (get_loss (source, DZ_LOSS_CHARACTERS), ==, 2);
}

static void
test_stated (void)
{
  g_autofree char *big5 = g_convert ("法治", -1, "BIG5-HKSCS", "UTF-8", NULL, NULL, NULL);
  g_autoptr(DzSource) source = dz_source_new (NULL);
  gsize len;
  g_autofree char *decoded = dz_encoding_decode (big5, strlen (big5), "big5", source, &len, NULL);
  g_autofree char *lied = dz_encoding_decode (report, strlen (report), "gb2312", source, &len, NULL);

  g_assert_cmpstr (decoded, ==, "法治");
  g_assert_cmpstr (lied, ==, report); /* UTF-8 that calls itself something else is still UTF-8 */
}

/* A page that states what its program was never told; one in a Western language states it by right. */
static void
test_stated_western (void)
{
  static const char french[] = "Procès-verbal : élèves présents, réunion du comité général à l’hôtel de ville, çà et là, où l’été s’achève.";
  g_autofree char *gb = g_convert (report, -1, "GB18030", "UTF-8", NULL, NULL, NULL);
  g_autofree char *western = g_convert (french, -1, "CP1252", "UTF-8", NULL, NULL, NULL);
  g_autoptr(DzSource) source = dz_source_new (NULL);
  gsize len;
  g_autofree char *chinese = dz_encoding_decode (gb, strlen (gb), "iso-8859-1", source, &len, NULL);
  g_autofree char *kept = dz_encoding_decode (western, strlen (western), "windows-1252", source, &len, NULL);

  g_assert_cmpstr (chinese, ==, report);
  g_assert_cmpstr (kept, ==, french);
}

static DzText *
read_bytes (char       *data,
            gsize       len,
            const char *name,
            GError    **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new_take (data, len);
  g_autoptr(DzSource) source = dz_source_new (name);

  return dz_reader_read (bytes, source, NULL, error);
}

/* 50 MB of one line: read, or refused by name, whatever the file is called; a hang is ended by the runner. */
static void
test_one_line (gconstpointer data)
{
  gsize len = 50 * 1000 * 1000 / 9 * 9;
  char *line = g_malloc (len);
  g_autoptr(GError) error = NULL;
  g_autoptr(DzText) text = NULL;

  for (gsize i = 0; i < len; i += 9)
    memcpy (line + i, "纠纷，", 9);
  text = read_bytes (line, len, data, &error);
  g_assert_true (text != NULL || error->domain == DZ_ERROR);
  if (text != NULL)
    g_assert_cmpuint (dz_text_get_length (text), >=, len);
}

static void
test_txt_is_the_files_own (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DzText) text = read_bytes (g_strdup ("甲\r\n\r\n　乙 \r丙\n\n"), 20, "a.txt", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (dz_text_peek (text, NULL), ==, "甲\n\n　乙 \n丙\n\n");
}

static const struct
{
  const char *claim;
  const char *name;
  const char *bytes;
  gsize len;
  int code;
} hostile[] = {
  { "empty", "a.txt", "", 0, DZ_ERROR_EMPTY },
  { "blanks", "a.txt", " \n\t \n", 5, DZ_ERROR_EMPTY },
  { "mark-only", "a.txt", "\xef\xbb\xbf", 3, DZ_ERROR_EMPTY },
  { "picture-as-txt", "a.txt", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\x08\6\0\0\0", 29, DZ_ERROR_UNKNOWN_FORMAT },
  { "zip-as-docx", "a.docx", "PK\3\4nothing more of a zip than this here", 40, DZ_ERROR_BROKEN },
  { "ole-without-document", "a.doc", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0\0\0\0\0", 16, DZ_ERROR_BROKEN },
  { "encrypted-office", "a.docx", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 40,
    DZ_ERROR_ENCRYPTED },
  { "page-without-text", "a.html", "<html><body></body></html>", 26, DZ_ERROR_EMPTY },
};

static void
test_hostile (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr(GError) error = NULL;
  g_autoptr(DzText) text = read_bytes (g_memdup2 (hostile[i].bytes, hostile[i].len), hostile[i].len, hostile[i].name, &error);

  g_assert_null (text);
  g_assert_error (error, DZ_ERROR, hostile[i].code);
  g_assert_true (strlen (error->message) > 10);
}

static void
test_entities (gconstpointer data)
{
  static const char bomb[] =
    "<?xml version='1.0'?><!DOCTYPE d [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY f SYSTEM 'file:///etc/passwd'>]>"
    "<office:document xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
    "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' office:mimetype='application/vnd.oasis.opendocument.text'>"
    "<office:body><office:text><text:p>&b;&f;</text:p></office:text></office:body></office:document>";
  g_autoptr(GError) error = NULL;
  g_autoptr(DzText) text = read_bytes (g_strdup (bomb), sizeof bomb - 1, "a.fodt", &error);

  g_assert_null (text);
  g_assert_error (error, DZ_ERROR, DZ_ERROR_UNSAFE);
}

static void
test_deep (gconstpointer data)
{
  const char *element = data;
  GString *page = g_string_new ("<html><body>");
  g_autoptr(GError) error = NULL;
  g_autoptr(DzText) text = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (page, "<%s>", element);
  g_string_append (page, "到底了");
  text = read_bytes (page->str, page->len, "a.html", &error);
  g_string_free (page, FALSE);
  g_assert_true (text != NULL || error->domain == DZ_ERROR);
}

/* Each title is held against the longest before it: it would take minutes. */
static void
test_titles (void)
{
  GString *page = g_string_new ("<html><head><meta charset=utf-8><title>");
  g_autoptr(GError) error = NULL;
  g_autoptr(DzText) text = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append (page, "法治");
  g_string_append (page, "</title>");
  for (guint i = 0; i < 200000; i++)
    g_string_append (page, "<title>x</title>");
  g_string_append (page, "</head><body><p>调解矛盾纠纷31件。</p></body></html>");
  text = read_bytes (page->str, page->len, "a.html", &error);
  g_string_free (page, FALSE);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (dz_text_peek (text, NULL), "调解矛盾纠纷31件。"));
}

/* The end of each was looked for through all the rest: it would take minutes. */
static void
test_marks_without_end (gconstpointer data)
{
  const char *mark = data;
  GString *page = g_string_new ("调解矛盾纠纷31件。");
  g_autoptr(GError) error = NULL;
  g_autoptr(DzText) text = NULL;

  while (page->len < 1800000)
    g_string_append (page, mark);
  g_string_append (page, "到底了");
  text = read_bytes (page->str, page->len, "a.md", &error);
  g_string_free (page, FALSE);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (dz_text_peek (text, NULL), "调解矛盾纠纷31件。"));
  g_assert_nonnull (strstr (dz_text_peek (text, NULL), "到底了"));
}

/* What an empty GBytes hands over. */
static void
test_no_bytes_at_all (void)
{
  g_autoptr(DzSource) source = dz_source_new ("empty.txt");
  g_autoptr(GError) error = NULL;
  gsize len = 1;
  g_autofree char *text = dz_encoding_decode (NULL, 0, NULL, source, &len, &error);

  g_assert_true (text == NULL ? error != NULL : len == 0);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const cut[] = { "UTF-8", "GB18030", "UTF-16LE" };
  static const char *const names[] = { "a.txt", "a.md", "a.html", "a.docx" };
  static const char *const unclosed[] = { "~", "<s>", "<del>", "~~ ", "[", "<" };
  static const char *const elements[] = { "div", "table><tr><td", "b", "ol><li", "font", "p" };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/read/encoding/decided/", cases[i].claim, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_decided);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (cut); i++)
    {
      g_autofree char *path = g_strconcat ("/read/encoding/cut-anywhere/", cut[i], NULL);

      g_test_add_data_func (path, cut[i], test_cut);
    }
  g_test_add_func ("/read/encoding/lines-in-another-encoding", test_mixed_lines);
  g_test_add_func ("/read/encoding/bad-bytes-are-counted", test_bad_bytes_are_counted);
  g_test_add_func ("/read/encoding/stated", test_stated);
  g_test_add_func ("/read/encoding/stated-western", test_stated_western);
  g_test_add_func ("/read/txt/is-the-files-own", test_txt_is_the_files_own);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strconcat ("/read/hostile/one-line/", names[i], NULL);

      g_test_add_data_func (path, names[i], test_one_line);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *path = g_strconcat ("/read/hostile/", hostile[i].claim, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_hostile);
    }
  g_test_add_data_func ("/read/hostile/entities", NULL, test_entities);
  for (gsize i = 0; i < G_N_ELEMENTS (elements); i++)
    {
      g_autofree char *path = g_strdup_printf ("/read/hostile/deep/%" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, elements[i], test_deep);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (unclosed); i++)
    {
      g_autofree char *path = g_strdup_printf ("/read/hostile/marks-without-end/%" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, unclosed[i], test_marks_without_end);
    }
  g_test_add_func ("/read/hostile/titles", test_titles);
  g_test_add_func ("/read/encoding/no-bytes-at-all", test_no_bytes_at_all);

  return g_test_run ();
}

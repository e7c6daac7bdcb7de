/* test-docx.c - the document others edit: a sound package that says what the pages say
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-document-private.h"
#include "dz-export.h"
#include "dz-made-review.h"
#include "dz-pages-check.h"

#include <glib/gstdio.h>
#include <libxml/parser.h>

#define YEAR 2024

static char *
export_docx (const char *words)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 12, 11);
  g_autoptr(DzBriefingOptions) options = dz_briefing_options_new (review, YEAR);
  g_autoptr(DzBriefing) briefing = NULL;
  g_autofree char *folder = g_dir_make_tmp ("duizhao-test-XXXXXX", NULL);
  char *path = g_build_filename (folder, "out.docx", NULL);
  g_autoptr(GError) error = NULL;

  dz_briefing_options_parse (options, words);
  briefing = dz_briefing_new (review, codebook, options);
  dz_export_docx (dz_briefing_get_document (briefing), path, NULL, &error);
  g_assert_no_error (error);

  return path;
}

static void
remove_file (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_unlink (path);
  g_rmdir (folder);
}

/* A member's bytes; NULL where unzip is not installed. */
static char *
unzip (const char *path,
       const char *member)
{
  g_autofree char *program = g_find_program_in_path ("unzip");
  const char *arguments[] = { program, member != NULL ? "-p" : "-tqq", path, member, NULL };
  g_autofree char *quoted = member != NULL && member[0] == '[' ? g_strconcat ("\\", member, NULL) : NULL;
  char *out = NULL;
  int status;

  if (program == NULL)
    return NULL;
  if (quoted != NULL)
    arguments[3] = quoted;
  g_assert_true (g_spawn_sync (NULL, (char **) arguments, NULL, 0, NULL, NULL, &out, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);

  return out;
}

static guint
count (const char *text,
       const char *what)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, what)) != NULL; at += strlen (what))
    n++;

  return n;
}

static void
test_sound_package (void)
{
  static const char *const members[] = { "[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml",
                                         "word/settings.xml", "word/footer1.xml", "word/footer2.xml",
                                         "word/fontTable.xml", "word/_rels/document.xml.rels", "docProps/core.xml" };
  g_autofree char *path = export_docx ("layout=landscape");
  g_autofree char *test = unzip (path, NULL);

  if (test == NULL)
    g_test_skip ("unzip is not installed");
  for (guint i = 0; test != NULL && i < G_N_ELEMENTS (members); i++)
    {
      g_autofree char *xml = unzip (path, members[i]);
      xmlDocPtr document = xmlReadMemory (xml, (int) strlen (xml), members[i], NULL, XML_PARSE_NONET);

      g_assert_nonnull (document);
      xmlFreeDoc (document);
    }
  remove_file (path);
}

static void
test_real_structure (void)
{
  g_autofree char *path = export_docx ("");
  g_autofree char *xml = unzip (path, "word/document.xml");
  g_autofree char *relations = unzip (path, "word/_rels/document.xml.rels");

  remove_file (path);
  if (xml == NULL)
    {
      g_test_skip ("unzip is not installed");
      return;
    }
  g_assert_cmpuint (count (xml, "w:val=\"Title\""), ==, 3); /* on the cover, over 目录, over the text */
  g_assert_cmpuint (count (xml, "w:val=\"Heading1\""), >=, 6);
  g_assert_cmpuint (count (xml, "w:val=\"Heading2\""), >=, 3);
  g_assert_cmpuint (count (xml, "<w:tbl>"), >=, 8);
  g_assert_cmpuint (count (xml, "<w:tblHeader/>"), >=, 8);
  g_assert_cmpuint (count (xml, "w:type=\"even\""), ==, 3); /* numbers of 目录 and of the text, running heads */
  /* a number is not parted within nor from its mark */
  for (const char *at = xml; (at = strstr (at, "＊")) != NULL; at++)
    g_assert_true (at[-1] == '>' || memcmp (at - 3, "\xEF\xBB\xBF", 3) == 0);
  for (const char *at = xml; (at = strstr (at, "\xE2\x80\x89")) != NULL; at++)
    g_assert_true (memcmp (at - 3, "\xEF\xBB\xBF", 3) == 0 && memcmp (at + 3, "\xEF\xBB\xBF", 3) == 0);
  /* charts and strips: each picture as SVG with PNG, each with its two files, and nothing kept free around it */
  g_assert_cmpuint (count (xml, "asvg:svgBlip"), ==, count (relations, ".svg\""));
  g_assert_cmpuint (count (xml, "<wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">"), ==, count (xml, "<wp:inline"));
  g_assert_cmpuint (count (relations, ".svg\""), ==, count (relations, ".png\""));
  /* every link to the appendix has its bookmark */
  for (const char *at = xml; (at = strstr (at, "w:anchor=\"")) != NULL;)
    {
      const char *start = at + strlen ("w:anchor=\"");
      g_autofree char *anchor = g_strndup (start, strchr (start, '"') - start);
      g_autofree char *bookmark = g_strdup_printf ("w:name=\"%s\"", anchor);

      g_assert_nonnull (strstr (xml, bookmark));
      at = start;
    }
}

static void
test_same_bytes (void)
{
  g_autofree char *first = export_docx ("");
  g_autofree char *second = export_docx ("");
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;
  gsize n_a, n_b;

  g_assert_true (g_file_get_contents (first, &a, &n_a, NULL));
  g_assert_true (g_file_get_contents (second, &b, &n_b, NULL));
  g_assert_cmpmem (a, n_a, b, n_b);
  remove_file (first);
  remove_file (second);
}

/* What each field says it does, in order. */
static GPtrArray *
list_fields (const char *xml)
{
  GPtrArray *fields = g_ptr_array_new_with_free_func (g_free);
  const char *before = "<w:instrText xml:space=\"preserve\"> ";

  for (const char *at = strstr (xml, before); at != NULL; at = strstr (at, before))
    {
      at += strlen (before);
      g_ptr_array_add (fields, g_strndup (at, strstr (at, " </w:instrText>") - at));
    }

  return fields;
}

static guint
count_fields (GPtrArray  *fields,
              const char *kind)
{
  guint n = 0;

  for (guint i = 0; i < fields->len; i++)
    n += g_str_has_prefix (g_ptr_array_index (fields, i), kind);

  return n;
}

/* 目录, the numbers of captions and what refers to them count along when the text is changed. */
static void
test_fields (void)
{
  g_autofree char *path = export_docx ("");
  g_autofree char *xml = unzip (path, "word/document.xml");
  g_autoptr(GPtrArray) fields = NULL;

  remove_file (path);
  if (xml == NULL)
    {
      g_test_skip ("unzip is not installed");
      return;
    }
  fields = list_fields (xml);
  g_assert_cmpuint (count (xml, "fldCharType=\"begin\""), ==, fields->len);
  g_assert_cmpuint (count (xml, "fldCharType=\"separate\""), ==, fields->len);
  g_assert_cmpuint (count (xml, "fldCharType=\"end\""), ==, fields->len);
  g_assert_cmpuint (count_fields (fields, "TOC "), ==, 1);
  g_assert_cmpuint (count_fields (fields, "SEQ 表 "), >=, 5);
  g_assert_cmpuint (count_fields (fields, "SEQ 图 "), >=, 3);
  g_assert_cmpuint (count_fields (fields, "REF table_"), >=, 2);
  g_assert_cmpuint (count_fields (fields, "REF figure_"), >=, 2);
  for (guint i = 0; i < fields->len; i++)
    {
      const char *field = g_ptr_array_index (fields, i);
      g_auto(GStrv) words = g_strsplit (field, " ", -1);
      g_autofree char *bookmark = g_strdup_printf ("w:name=\"%s\"", words[1]);

      if (g_str_has_prefix (field, "REF") || g_str_has_prefix (field, "PAGEREF"))
        g_assert_nonnull (strstr (xml, bookmark));
    }
}

/* The number of a source does not part, nor does it begin a line; the appendix leads back. */
static void
test_source_numbers (void)
{
  g_autofree char *path = export_docx ("");
  g_autofree char *xml = unzip (path, "word/document.xml");
  g_autofree char *settings = unzip (path, "word/settings.xml");
  g_autoptr(GRegex) joined = g_regex_new (">\\x{FEFF}\\[[0-9]+-\\x{FEFF}[0-9]+\\]</w:t>", 0, 0, NULL);
  g_autoptr(GRegex) parting = g_regex_new (">\\[[0-9]+-[0-9]+\\]</w:t>", 0, 0, NULL);
  const char *before;

  remove_file (path);
  if (xml == NULL)
    {
      g_test_skip ("unzip is not installed");
      return;
    }
  g_assert_true (g_regex_match (joined, xml, 0, NULL));
  g_assert_false (g_regex_match (parting, xml, 0, NULL));
  before = strstr (settings, "<w:noLineBreaksBefore");
  g_assert_nonnull (before);
  g_assert_true (memchr (before, '[', strcspn (before, ">")) != NULL);
  g_assert_cmpuint (count (xml, "w:name=\"cited_"), >=, 11);
  g_assert_cmpuint (count (xml, "w:anchor=\"cited_"), ==, count (xml, "w:name=\"cited_"));
}

/* Where a name ends is where a line ends: in a list the program that shows it would end it anywhere. */
static void
test_names_whole (void)
{
  g_autofree char *path = export_docx ("");
  g_autofree char *xml = unzip (path, "word/document.xml");
  g_autoptr(GRegex) cell = g_regex_new ("<w:tc>.*?</w:tc>", G_REGEX_DOTALL, 0, NULL);
  g_autoptr(GRegex) tag = g_regex_new ("<[^>]*>", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  guint lists = 0;

  remove_file (path);
  if (xml == NULL)
    {
      g_test_skip ("unzip is not installed");
      return;
    }
  for (g_regex_match (cell, xml, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *found = g_match_info_fetch (match, 0);
      g_auto(GStrv) lines = g_strsplit (found, "<w:br/>", -1);

      if (count (found, "、") < 7 || count (found, "镇") + count (found, "乡") + count (found, "街道") < 7)
        continue;
      lists++;
      for (guint i = 0; lines[i] != NULL; i++)
        {
          g_autofree char *words = g_regex_replace_literal (tag, lines[i], -1, 0, "", 0, NULL);

          g_assert_cmpint (g_utf8_strlen (words, -1), <=, 46); /* 90 mm of names and small numbers */
          g_assert_true (lines[i + 1] == NULL || g_str_has_suffix (words, "、"));
        }
    }
  g_assert_cmpuint (lists, >, 3);
}

/* Where sources stand in a row a line may end short: it is not stretched, and a number keeps what counts it. */
static void
test_rows_of_sources (void)
{
  g_autoptr(DzPaper) paper = dz_paper_new ();
  g_autoptr(DzDocument) document = dz_document_new ("样张", paper);
  DzChapter *chapter = dz_document_add_chapter (document, "text", DZ_FORM_UPRIGHT);
  g_autofree char *folder = g_dir_make_tmp ("duizhao-test-XXXXXX", NULL);
  char *path = g_build_filename (folder, "out.docx", NULL);
  g_autofree char *xml = NULL;
  g_auto(GStrv) parts = NULL;
  g_autoptr(GError) error = NULL;

  for (guint n = 1; n <= 3; n++)
    {
      DzRich *rich = dz_rich_new ("“认识不足、重视不够”7个");

      for (guint i = 1; i <= n; i++)
        dz_rich_append_source (rich, "[8-17]", i, DZ_SPAN_NONE);
      dz_rich_append (rich, "，另有4类。");
      dz_chapter_add (chapter, dz_text_block_new (DZ_ROLE_BODY, rich));
    }
  dz_document_lay_out (document);
  dz_export_docx (document, path, NULL, &error);
  g_assert_no_error (error);
  xml = unzip (path, "word/document.xml");
  remove_file (path);
  g_free (path);
  if (xml == NULL)
    {
      g_test_skip ("unzip is not installed");
      return;
    }
  parts = g_strsplit (xml, "<w:pStyle w:val=\"Body\"/>", -1);
  g_assert_cmpuint (g_strv_length (parts), ==, 4);
  for (guint n = 1; n <= 3; n++)
    {
      g_assert_cmpint (g_str_has_prefix (parts[n], "<w:jc w:val=\"left\"/>"), ==, n > 1);
      g_assert_nonnull (strstr (parts[n], "7</w:t>"));
      g_assert_nonnull (strstr (parts[n], "\xEF\xBB\xBF个</w:t>"));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pages/docx/package-is-sound", test_sound_package);
  g_test_add_func ("/pages/docx/headings-tables-pictures-links", test_real_structure);
  g_test_add_func ("/pages/docx/same-input-same-bytes", test_same_bytes);

  g_test_add_func ("/pages/docx/fields-count-along", test_fields);
  g_test_add_func ("/pages/docx/source-numbers-do-not-part", test_source_numbers);
  g_test_add_func ("/pages/docx/names-of-a-list-are-whole", test_names_whole);

  g_test_add_func ("/pages/docx/rows-of-sources-are-not-stretched", test_rows_of_sources);

  return g_test_run ();
}

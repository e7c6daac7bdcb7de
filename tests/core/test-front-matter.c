/* test-front-matter.c - cover, 目录, running heads; the structure of a PDF and the ways through it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-briefing.h"
#include "dz-contents-block.h"
#include "dz-export.h"
#include "dz-line-record.h"
#include "dz-made-review.h"
#include "dz-pages-check.h"

#include <glib/gstdio.h>

#define YEAR 2024

static DzBriefing *
make_briefing (guint       n_bodies,
               const char *words)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, n_bodies, n_bodies);
  g_autoptr(DzBriefingOptions) options = dz_briefing_options_new (review, YEAR);

  dz_briefing_options_parse (options, words);

  return dz_briefing_new (review, codebook, options);
}

static gboolean
has_chapter (DzBriefing *briefing,
             const char *id)
{
  guint first, last;

  return dz_document_get_chapter_pages (dz_briefing_get_document (briefing), id, &first, &last);
}

static void
test_from_fifteen_pages (void)
{
  g_autoptr(DzBriefing) few = make_briefing (12, "-bodies -sources -figures");
  g_autoptr(DzBriefing) many = make_briefing (30, "");
  g_autoptr(DzBriefing) unwanted = make_briefing (30, "-cover");
  g_autoptr(DzBriefing) numbered = make_briefing (30, "+circular number=3");
  guint first, last;

  g_assert_cmpuint (dz_briefing_get_n_pages (few), <, 15);
  g_assert_false (has_chapter (few, "cover"));
  g_assert_true (has_chapter (many, "cover") && has_chapter (many, "contents"));
  g_assert_false (has_chapter (unwanted, "cover") || has_chapter (unwanted, "contents"));
  g_assert_false (has_chapter (numbered, "cover"));
  g_assert_cmpuint (dz_briefing_get_n_pages (unwanted), >=, 15);
  /* page 1 lies on the right of a sheet printed on both sides */
  g_assert_true (dz_briefing_get_part_pages (many, "summary", &first, &last));
  g_assert_cmpuint (first % 2, ==, 0);
  g_assert_cmpuint (first, ==, dz_briefing_get_n_pages (many) - dz_briefing_get_n_pages (unwanted));
}

static DzContentsBlock *
find_contents (DzDocument *document)
{
  for (guint c = 0; c < dz_document_get_n_chapters (document); c++)
    {
      g_autoptr(GPtrArray) blocks = NULL;

      if (g_strcmp0 (dz_document_get_chapter_id (document, c), "contents") != 0)
        continue;
      blocks = dz_document_dup_blocks (document, c);
      for (guint i = 0; i < blocks->len; i++)
        if (((DzBlock *) g_ptr_array_index (blocks, i))->role == DZ_ROLE_CONTENTS)
          return g_ptr_array_index (blocks, i);
    }
  g_assert_not_reached ();
}

/* Every line of words on @page. */
static char *
read_page (DzDocument *document,
           guint       page)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  g_autoptr(GArray) texts = dz_line_record_watch (cr);
  GString *words = g_string_new (NULL);

  dz_document_draw_page (document, page, cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  for (guint i = 0; i < texts->len; i++)
    g_string_append (words, g_array_index (texts, DzLineRecord, i).text);

  return g_string_free (words, FALSE);
}

/* Who has no sheet is said under 目录, which is there anyway; without one there is a page for it, with 表1 nothing. */
static void
test_without_sheet (void)
{
  static const struct { guint n, reported; const char *words; const char *chapter; } cases[] = {
    { 30, 27, "template=sheets", "contents" }, { 8, 6, "template=sheets", "bodies" }, { 30, 27, "+required +bodies", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(DzCodebook) codebook = dz_made_codebook ();
      g_autoptr(DzReview) review = dz_made_review (codebook, cases[i].n, cases[i].reported);
      g_autoptr(DzBriefingOptions) options = dz_briefing_options_new (review, YEAR);
      g_autoptr(DzBriefing) briefing = NULL;
      DzDocument *document;
      guint n = 0;

      if (g_str_has_prefix (cases[i].words, "template="))
        dz_briefing_options_take_template (options, "sheets");
      else
        dz_briefing_options_parse (options, cases[i].words);
      briefing = dz_briefing_new (review, codebook, options);
      document = dz_briefing_get_document (briefing);
      for (guint p = 0; p < dz_briefing_get_n_pages (briefing); p++)
        {
          g_autofree char *words = read_page (document, p);
          guint first, last;

          if (strstr (words, "不另列一页的单位") == NULL)
            continue;
          n++;
          g_assert_true (dz_document_get_chapter_pages (document, cases[i].chapter, &first, &last) && last >= p);
        }
      g_assert_cmpuint (n, ==, cases[i].chapter != NULL);
    }
}

/* However many charts there are, one heading leads to them, and none of them stands before a heading that is not its own. */
static void
test_charts_together (void)
{
  g_autoptr(DzBriefing) briefing = make_briefing (30, "+chart:training +chart:materials +chart:petitions +chart:heatmap "
                                                           "+chart:change:disputes_mediated +single");
  g_autoptr(GPtrArray) outline = dz_document_list_outline (dz_briefing_get_document (briefing));
  const char *part = NULL;
  guint n = 0, n_charts = 0;

  for (guint i = 0; i < outline->len; i++)
    {
      const DzOutlineItem *item = g_ptr_array_index (outline, i);

      if (item->level == 1)
        {
          part = item->title;
          n += g_str_equal (part, "统计图");
        }
      else if (g_str_has_prefix (item->title, "图"))
        {
          g_assert_cmpstr (part, ==, "统计图");
          n_charts++;
        }
    }
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (n_charts, >=, 6);
}

/* Each heading of 目录 stands on the page that bears the number told. */
static void
test_contents_are_right (void)
{
  g_autoptr(DzBriefing) briefing = make_briefing (30, "+chart:heatmap +single");
  DzDocument *document = dz_briefing_get_document (briefing);
  g_autoptr(GPtrArray) outline = dz_document_list_outline (document);
  DzContentsBlock *contents = find_contents (document);
  guint n = 0, n_on_page = 0, n_parts = 0;

  for (guint i = 0; i < outline->len; i++)
    {
      const DzOutlineItem *item = g_ptr_array_index (outline, i);
      g_autofree char *folio = dz_document_dup_folio (document, item->page);
      g_autofree char *told = NULL;
      g_autofree char *page = NULL;
      guint level, number;

      if (item->level > 2)
        continue;
      g_assert_cmpstr (dz_contents_block_get_title (contents, n++, &level, &number), ==, item->title);
      told = g_strdup_printf ("%u", number);
      g_assert_cmpstr (told, ==, folio);
      page = read_page (document, item->page);
      n_parts += level == 1;
      n_on_page += strstr (page, item->title) != NULL;
      if (level == 2 && !item->sheet)
        g_assert_nonnull (strstr (page, item->title));
    }
  g_assert_cmpuint (dz_contents_block_get_n (contents), ==, n);
  g_assert_cmpuint (n_parts, >=, 8);
  g_assert_cmpuint (n_on_page, >=, 40);
}

static void
test_running_heads (void)
{
  g_autoptr(DzBriefing) briefing = make_briefing (30, "");
  DzDocument *document = dz_briefing_get_document (briefing);
  g_autofree char *cover = read_page (document, 0);
  g_autofree char *title = squeeze (dz_document_get_title (document));
  g_autofree char *folio = dz_document_dup_folio (document, 0);
  guint first, last;

  g_assert_null (folio);
  g_assert_nonnull (strstr (cover, title));
  g_assert_true (dz_briefing_get_part_pages (briefing, "sources", &first, &last));
  for (guint p = first; p <= last; p++)
    {
      g_autofree char *page = read_page (document, p);

      g_assert_nonnull (strstr (page, title));
      g_assert_nonnull (strstr (page, "原文出处"));
    }
}

/* 一镇一页 is the paper and its only part: the running head says it once. */
static void
test_one_part (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 30, 30);
  g_autoptr(DzBriefingOptions) options = dz_briefing_options_new (review, YEAR);
  g_autoptr(DzBriefing) briefing = NULL;
  g_autofree char *title = NULL;
  g_autofree char *page = NULL;
  const char *first;

  dz_briefing_options_take_template (options, "sheets");
  briefing = dz_briefing_new (review, codebook, options);
  title = squeeze (dz_document_get_title (dz_briefing_get_document (briefing)));
  page = read_page (dz_briefing_get_document (briefing), dz_briefing_get_n_pages (briefing) - 1);
  first = strstr (page, "一镇一页");
  g_assert_true (g_str_has_suffix (title, "一镇一页"));
  g_assert_nonnull (strstr (page, title));
  g_assert_null (strstr (first + 1, "一镇一页"));
}

static char *
read_export (DzBriefing  *briefing,
             gsize       *len,
             char       **structure)
{
  g_autofree char *folder = g_dir_make_tmp ("duizhao-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "out.pdf", NULL);
  g_autofree char *program = g_find_program_in_path ("pdfinfo");
  const char *arguments[] = { program, "-struct-text", path, NULL };
  g_autofree char *errors = NULL;
  g_autoptr(GError) error = NULL;
  char *pdf = NULL;

  dz_export_pdf (dz_briefing_get_document (briefing), path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &pdf, len, &error));
  if (program != NULL)
    {
      g_spawn_sync (NULL, (char **) arguments, NULL, 0, NULL, NULL, structure, &errors, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (errors, ==, "");
    }
  g_unlink (path);
  g_rmdir (folder);

  return pdf;
}

static const char *
find (const char *data,
      const char *end,
      const char *what)
{
  gsize n = strlen (what);

  for (; data + n <= end; data++)
    if (*data == *what && memcmp (data, what, n) == 0)
      return data;

  return NULL;
}

/* The names in brackets after each @before. */
static GHashTable *
list_names (const char *pdf,
            gsize       len,
            const char *before)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *end = pdf + len;

  for (const char *at = find (pdf, end, before); at != NULL; at = find (at, end, before))
    {
      at += strlen (before);
      g_hash_table_add (names, g_strndup (at, strcspn (at, ")")));
    }

  return names;
}

static guint
count_kind (GHashTable *names,
            char        kind,
            gboolean    paragraphs)
{
  GHashTableIter iter;
  gpointer name;
  guint n = 0;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    n += ((const char *) name)[0] == kind && (strchr (name, '-') != NULL) == paragraphs;

  return n;
}

/* Every way leads somewhere: from 目录, from a number to its paragraph, and back. */
static void
test_links (void)
{
  g_autoptr(DzBriefing) briefing = make_briefing (20, "");
  gsize len;
  g_autofree char *structure = NULL;
  g_autofree char *pdf = read_export (briefing, &len, &structure);
  g_autoptr(GHashTable) led_to = list_names (pdf, len, "/Dest (");
  g_autoptr(GHashTable) there = list_names (pdf, len, "  (");
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, led_to);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!g_hash_table_contains (there, name))
      g_error ("nothing is called %s", (const char *) name);
  g_assert_cmpuint (count_kind (led_to, 'h', FALSE), ==, dz_contents_block_get_n (find_contents (dz_briefing_get_document (briefing))));
  g_assert_cmpuint (count_kind (led_to, 'e', TRUE), >=, 40);
  g_assert_cmpuint (count_kind (led_to, 'c', TRUE), ==, count_kind (led_to, 'e', TRUE));
  g_assert_cmpuint (count_kind (led_to, 'c', FALSE), >=, 20);
}

/* One document; cells in rows in tables; every figure with words. */
static void
test_structure (void)
{
  g_autoptr(DzBriefing) briefing = make_briefing (20, "");
  gsize len;
  g_autofree char *structure = NULL;
  g_autofree char *pdf = read_export (briefing, &len, &structure);
  const char *end = pdf + len;
  guint n = 0, n_charts = 0;

  for (const char *at = find (pdf, end, "<< /Alt <FEFF"); at != NULL; at = find (at + 1, end, "<< /Alt <FEFF"))
    {
      const char *figure = find (at, end, "/S /Figure");

      g_assert_nonnull (figure);
      g_assert_cmpint (figure - at, <, 16000);
      g_assert_true (strspn (at + strlen ("<< /Alt <"), "0123456789ABCDEF") >= 60);
      n++;
      n_charts += strncmp (at, "<< /Alt <FEFF56FE0031", 21) == 0; /* 图1 */
    }
  g_assert_cmpuint (n, >=, 21);
  g_assert_cmpuint (n_charts, >=, 1);
  if (structure == NULL)
    {
      g_test_skip ("pdfinfo is not installed");
      return;
    }
  g_assert_true (g_str_has_prefix (structure, "Document\n"));
  g_assert_null (strstr (structure + 1, "\nTable"));
  g_assert_nonnull (strstr (structure, "\n    TR\n      TH\n"));
  g_assert_nonnull (strstr (structure, "\n    TR\n      TD\n        \""));
  g_assert_nonnull (strstr (structure, "\n  TOC\n    TOCI\n"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/front/from-fifteen-pages", test_from_fifteen_pages);
  g_test_add_func ("/pages/front/contents-are-right", test_contents_are_right);
  g_test_add_func ("/pages/front/without-a-sheet", test_without_sheet);
  g_test_add_func ("/pages/front/charts-together", test_charts_together);
  g_test_add_func ("/pages/front/running-heads", test_running_heads);
  g_test_add_func ("/pages/front/one-part", test_one_part);
  g_test_add_func ("/pages/pdf/every-way-leads-somewhere", test_links);
  g_test_add_func ("/pages/pdf/cells-and-figures-are-told", test_structure);

  return g_test_run ();
}

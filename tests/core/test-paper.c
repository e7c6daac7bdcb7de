/* test-paper.c - lines set by the rules of Chinese setting, pages by those of GB/T 9704
 *
 * With a file name the program writes its sample pages there as PDF, to be looked at.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-document-private.h"
#include "dz-paper-table.h"

#include <cairo-pdf.h>
#include <string.h>

static const char sample[] =
  "11个单位报告调处矛盾纠纷数，最多为望溪街道341件，最少为石竺乡36件，10个数值确定的单位中位数194.5件；"
  "双渚街道未报。槐堤镇报告内有163件、185件两个数，待核，不计入中位数（表2、图1）。“部分案件询问笔录照搬模板、"
  "证据链不完整，法制审核走形式”，见《关于进一步加强乡镇（街道）法治建设的意见》——宣传资料≥12000份。";

static DzParagraph *
set_paragraph (DzPaper    *paper,
               DzRich     *rich,
               double      width,
               DzTextAlign align)
{
  DzParagraphStyle style = { .face = DZ_FACE_BODY, .size = 16, .width = width, .pitch = DZ_LINE_PITCH,
                             .first = 2 * DZ_CELL, .tracking = DZ_CELL - 16, .source_size = 9,
                             .align = align };

  return dz_paragraph_new (paper, rich, &style);
}

static void
test_line_signs (void)
{
  g_autoptr(DzPaper) paper = dz_paper_new ();
  g_autoptr(DzRich) rich = dz_rich_new (sample);

  /* any width: no line starts with a closing sign or ends with an opening one */
  for (double width = 120; width < 460; width += 7)
    {
      g_autoptr(DzParagraph) lines = set_paragraph (paper, rich, width, DZ_ALIGN_JUSTIFY);
      guint n = dz_paragraph_get_n_lines (lines);

      for (guint i = 0; i < n; i++)
        {
          g_autofree char *line = dz_paragraph_dup_line (lines, i);
          gunichar first = g_utf8_get_char (line);
          gunichar last = g_utf8_get_char (g_utf8_prev_char (line + strlen (line)));

          g_assert_null (g_utf8_strchr ("，。；、）」”》：％%", -1, first));
          g_assert_null (g_utf8_strchr ("（“《「", -1, last));
        }
    }
}

/* What is shaped without a layout is as wide as a layout makes it, and has as many lines. */
static void
test_as_wide_as_a_layout (void)
{
  static const struct
  {
    const char *text;
    guint n_lines;
  } cases[] = {
    { "望泽县望溪街道", 1 }, { "AVATAR WAVE Type 1.25", 1 }, { "培训12期231人次 98.6% ≥7", 1 }, { "𠮷田e\xCC\x81\xE2\x80\x8B甲", 1 },
    { "甲乙\n丙", 2 }, { "甲乙\n\n丙丁", 3 }, { "", 1 }, { "\n", 1 }, { "甲\t乙", 1 }, { "甲乙 ", 1 }, { "Ωμέγα Жук", 1 },
  };
  g_autoptr(DzPaper) paper = dz_paper_new ();
  DzParagraphStyle style = { .face = DZ_FACE_NUMBER, .size = 11, .width = 1000, .pitch = 14, .source_size = 7,
                             .align = DZ_ALIGN_LEFT, .one_line = TRUE };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(DzRich) rich = dz_rich_new (cases[i].text);
      g_autoptr(DzParagraph) lines = dz_paragraph_new (paper, rich, &style);
      g_autoptr(PangoLayout) layout = pango_layout_new (dz_paper_get_context (paper));
      g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
      PangoFontDescription *face = pango_font_description_copy (dz_paper_get_font (paper, DZ_FACE_NUMBER));
      double most = 0;
      int width;

      pango_font_description_set_absolute_size (face, 11 * PANGO_SCALE);
      pango_attr_list_insert (attributes, pango_attr_font_desc_new (face));
      pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum 1"));
      pango_font_description_free (face);
      pango_layout_set_attributes (layout, attributes);
      pango_layout_set_text (layout, cases[i].text, -1);
      pango_layout_get_size (layout, &width, NULL);
      g_assert_cmpuint (dz_paragraph_get_n_lines (lines), ==, cases[i].n_lines);
      for (guint l = 0; l < cases[i].n_lines; l++)
        most = MAX (most, dz_paragraph_get_line_width (lines, l));
      g_assert_cmpfloat_with_epsilon (most, (double) width / PANGO_SCALE, 1e-9);
    }
}

static void
test_numbers_whole (void)
{
  g_autoptr(DzPaper) paper = dz_paper_new ();
  g_autoptr(DzRich) rich = dz_rich_new (sample);

  for (double width = 120; width < 460; width += 7)
    {
      g_autoptr(DzParagraph) lines = set_paragraph (paper, rich, width, DZ_ALIGN_JUSTIFY);
      g_autoptr(GString) joined = g_string_new (NULL);

      for (guint i = 0; i < dz_paragraph_get_n_lines (lines); i++)
        {
          g_autofree char *line = dz_paragraph_dup_line (lines, i);

          g_string_append_printf (joined, "%s|", line);
        }
      g_assert_null (strstr (joined->str, "163|件")); /* nor from what it counts */
      g_assert_null (strstr (joined->str, "185|件"));
      g_assert_null (strstr (joined->str, "2|个"));
      g_assert_nonnull (strstr (joined->str, "194.5"));
      g_assert_nonnull (strstr (joined->str, "≥12000"));
    }
}

static void
test_justified (void)
{
  g_autoptr(DzPaper) paper = dz_paper_new ();
  g_autoptr(DzRich) rich = dz_rich_new (sample);
  g_autoptr(DzParagraph) lines = set_paragraph (paper, rich, DZ_TYPE_WIDTH, DZ_ALIGN_JUSTIFY);
  guint n = dz_paragraph_get_n_lines (lines);

  for (guint i = 0; i + 1 < n; i++)
    g_assert_cmpfloat_with_epsilon (dz_paragraph_get_line_width (lines, i),
                                    DZ_TYPE_WIDTH - (i == 0 ? 2 * DZ_CELL : 0), 0.1);
  g_assert_cmpfloat (dz_paragraph_get_line_width (lines, n - 1), <=, DZ_TYPE_WIDTH + 0.1);
}

/* A line before a run that cannot be parted is not torn apart to fill the width. */
static void
test_not_torn (void)
{
  g_autoptr(DzPaper) paper = dz_paper_new ();

  for (guint before = 12; before < 26; before++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autoptr(DzRich) rich = NULL;
      g_autoptr(DzParagraph) lines = NULL;

      for (guint i = 0; i < before; i++)
        g_string_append (text, "国");
      rich = dz_rich_new (text->str);
      for (guint i = 1; i <= 6; i++)
        dz_rich_append_source (rich, "[12-117]", i, DZ_SPAN_NONE);
      for (guint i = 0; i < 40; i++)
        dz_rich_append (rich, "土");
      lines = set_paragraph (paper, rich, DZ_TYPE_WIDTH, DZ_ALIGN_JUSTIFY);
      for (guint i = 0; i < dz_paragraph_get_n_lines (lines); i++)
        {
          g_autofree char *words = dz_paragraph_dup_line (lines, i);

          if (strchr (words, '[') == NULL)
            g_assert_cmpfloat (dz_paragraph_get_line_width (lines, i), <=, g_utf8_strlen (words, -1) * 1.2 * DZ_CELL);
        }
    }
}

static void
test_grid (void)
{
  g_autoptr(DzPaper) paper = dz_paper_new ();
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(DzRich) rich = NULL;
  g_autoptr(DzParagraph) lines = NULL;
  g_autofree char *first = NULL, *second = NULL;

  for (guint i = 0; i < 60; i++)
    g_string_append (text, "国");
  rich = dz_rich_new (text->str);
  lines = set_paragraph (paper, rich, DZ_TYPE_WIDTH, DZ_ALIGN_JUSTIFY);
  first = dz_paragraph_dup_line (lines, 0);
  second = dz_paragraph_dup_line (lines, 1);
  g_assert_cmpint (g_utf8_strlen (first, -1), ==, 26);
  g_assert_cmpint (g_utf8_strlen (second, -1), ==, 28);
}

static void
test_source_stays (void)
{
  g_autoptr(DzPaper) paper = dz_paper_new ();

  for (guint n = 1; n < 40; n++)
    {
      g_autoptr(DzRich) rich = dz_rich_new (NULL);
      g_autoptr(DzParagraph) lines = NULL;

      for (guint i = 0; i < n; i++)
        dz_rich_append (rich, "国");
      dz_rich_append_source (rich, "[3-17]", 1, DZ_SPAN_NONE);
      dz_rich_append_source (rich, "[4-16]", 2, DZ_SPAN_NONE);
      dz_rich_append (rich, "。也提出");
      lines = set_paragraph (paper, rich, DZ_TYPE_WIDTH, DZ_ALIGN_JUSTIFY);
      for (guint i = 0; i < dz_paragraph_get_n_lines (lines); i++)
        {
          g_autofree char *line = dz_paragraph_dup_line (lines, i);

          /* the first stays with its word; one after another may go over, whole */
          g_assert_true (line[0] != '[' || g_str_has_prefix (line, "[4-16]。"));
          g_assert_true (strstr (line, "[3") == NULL || strstr (line, "国[3-17]") != NULL);
          g_assert_true (strstr (line, "[4") == NULL || strstr (line, "[4-16]。") != NULL);
        }
    }
}

/* Five numbers at the last word: it does not take the line before it along, so that half of that stays empty. */
static void
test_many_sources (void)
{
  g_autoptr(DzPaper) paper = dz_paper_new ();

  for (guint n = 20; n < 48; n++)
    {
      g_autoptr(DzRich) rich = dz_rich_new (NULL);
      g_autoptr(DzParagraph) lines = NULL;
      g_autofree char *first = NULL;

      for (guint i = 0; i < n; i++)
        dz_rich_append (rich, "国");
      for (guint i = 0; i < 5; i++)
        dz_rich_append_source (rich, "[33-17]", i + 1, DZ_SPAN_NONE);
      dz_rich_append (rich, "等（八份报告此段重合）");
      lines = set_paragraph (paper, rich, DZ_TYPE_WIDTH, DZ_ALIGN_JUSTIFY);
      first = dz_paragraph_dup_line (lines, 0);
      g_assert_cmpint (g_utf8_strlen (first, -1), >=, MIN (n, 23));
    }
}

static DzBlock *
make_table (guint n_bodies,
            guint n_blocks)
{
  DzPaperTable *table = dz_paper_table_new ("figures", 2, "主要数据", FALSE);
  g_autoptr(DzRich) note = dz_rich_new ("注：");

  for (guint b = 0; b < n_blocks; b++)
    {
      DzTableBlock *block = dz_paper_table_add_block (table, "执法");

      dz_table_block_add_column (block, "", 8.2 * DZ_MM, DZ_ALIGN_CENTRE);
      dz_table_block_add_column (block, "执法", 29 * DZ_MM, DZ_ALIGN_LEFT);
      for (guint c = 0; c < 6; c++)
        {
          DzTableColumn *column = dz_table_block_add_column (block, "执法人员\n人", 19.8 * DZ_MM, DZ_ALIGN_RIGHT);

          column->pad_right = DZ_TABLE_NUMBER_PAD;
          column->sans = TRUE;
        }
      for (guint r = 0; r < n_bodies; r++)
        {
          DzTableRow *row = dz_table_block_add_row (block, r % 7 == 3 ? DZ_RULE_HAIR : DZ_RULE_NONE);
          g_autofree char *number = g_strdup_printf ("%u", r + 1);

          dz_table_row_set_text (row, 0, number);
          dz_table_row_set_text (row, 1, "枫梧畲族乡");
          dz_table_row_set_dash (row, 2);
          dz_table_row_set_text (row, 3, "≥2300");
          dz_table_row_set_text (row, 4, "163／185")->hang = "核";
          dz_table_row_set_text (row, 5, "98.6")->hang = "＊";
        }
    }
  dz_rich_append_styled (note, DZ_RICH_DASH, "　");
  dz_rich_append (note, "未报；0 为报告写明为零；≥ 余、以上，≈ 约、近，≤ 以内；＊ 由报告中的分项相加或由“全部”推得。");
  dz_paper_table_set_note (table, note);

  return &table->parent;
}

static DzDocument *
make_document (guint n_bodies,
               guint n_paragraphs)
{
  g_autoptr(DzPaper) paper = dz_paper_new ();
  DzDocument *document = dz_document_new ("样张", paper);
  DzChapter *chapter = dz_document_add_chapter (document, "text", FALSE);

  dz_chapter_add (chapter, dz_text_block_new_plain (DZ_ROLE_TITLE, "望泽县2024年度乡镇（街道）\n法治政府建设报告情况简报"));
  dz_chapter_add (chapter, dz_text_block_new_plain (DZ_ROLE_SUBTITLE, "（供述法评议会议使用）"));
  for (guint i = 0; i < n_paragraphs; i++)
    {
      g_autoptr(DzRich) rich = dz_rich_new (sample);

      dz_rich_append_source (rich, "[3-17]", 1, DZ_SPAN_NONE);
      dz_chapter_add (chapter, dz_text_block_new_plain (i % 3 == 1 ? DZ_ROLE_HEADING_2 : DZ_ROLE_HEADING_1, "一、报送情况"));
      dz_chapter_add (chapter, dz_text_block_new (i % 4 == 3 ? DZ_ROLE_QUOTATION : DZ_ROLE_BODY, rich));
    }
  chapter = dz_document_add_chapter (document, "table", FALSE);
  dz_chapter_add (chapter, make_table (n_bodies, 3));
  chapter = dz_document_add_chapter (document, "landscape", DZ_FORM_LANDSCAPE);
  dz_chapter_add (chapter, make_table (n_bodies, 1));
  dz_document_lay_out (document);

  return document;
}

/* A document of @n parts with a heading each and @paragraphs behind it, and a cover. */
static DzDocument *
make_parts (guint n,
            guint paragraphs)
{
  g_autoptr(DzPaper) paper = dz_paper_new ();
  DzDocument *document = dz_document_new ("样张", paper);

  dz_chapter_add (dz_document_set_cover (document), dz_text_block_new_plain (DZ_ROLE_TITLE, "望泽县"));
  for (guint i = 0; i < n; i++)
    {
      DzChapter *chapter = dz_document_add_chapter (document, "part", FALSE);

      dz_chapter_add (chapter, dz_text_block_new_plain (i % 5 == 0 ? DZ_ROLE_HEADING_1 : DZ_ROLE_HEADING_2, "报送情况"));
      for (guint k = 0; k < paragraphs; k++)
        dz_chapter_add (chapter, dz_text_block_new_plain (DZ_ROLE_BODY, sample));
    }
  dz_document_lay_out (document);
  dz_document_add_front (document);

  return document;
}

/* No page of 目录 is there for a few lines; what has one part needs none. */
static void
test_contents_fill_their_pages (void)
{
  g_autoptr(DzDocument) whole = make_parts (1, 200);
  guint before = 1, alone;

  g_assert_cmpuint (dz_document_get_n_pages (whole), >=, 15);
  g_assert_false (dz_document_get_chapter_pages (whole, "contents", &alone, &alone));
  for (guint n = 15; n < 90; n++)
    {
      g_autoptr(DzDocument) document = make_parts (n, 2);
      guint first, last;

      g_assert_true (dz_document_get_chapter_pages (document, "contents", &first, &last));
      if (last - first + 1 > before)
        {
          g_autoptr(GArray) list = dz_document_list_placed (document, last);
          const DzPlaced *placed = &g_array_index (list, DzPlaced, list->len - 1);

          g_assert_cmpuint (placed->to - placed->from, >=, 5);
        }
      before = last - first + 1;
    }
  g_assert_cmpuint (before, >=, 2);
}

/* Nothing outside the type area, nothing over anything else, every slice exactly once. */
static void
check_geometry (DzDocument *document)
{
  g_autoptr(GHashTable) next = g_hash_table_new (NULL, NULL);

  for (guint p = 0; p < dz_document_get_n_pages (document); p++)
    {
      g_autoptr(GArray) list = dz_document_list_placed (document, p);
      double width, height, bottom = 0;

      dz_document_get_page_size (document, p, &width, &height);
      g_assert_cmpuint (list->len, >, 0);
      for (guint i = 0; i < list->len; i++)
        {
          const DzPlaced *placed = &g_array_index (list, DzPlaced, i);
          guint due = GPOINTER_TO_UINT (g_hash_table_lookup (next, placed->block));

          g_assert_cmpfloat (placed->x, >=, 26 * DZ_MM - 0.1);
          g_assert_cmpfloat (placed->x + placed->width, <=, width - 26 * DZ_MM + 0.1);
          g_assert_cmpfloat (placed->y, >=, bottom - 0.1);
          bottom = placed->y + placed->height;
          g_assert_cmpfloat (bottom, <=, height - (width > height ? 26 : 35) * DZ_MM + 0.1);
          g_assert_cmpuint (placed->from, ==, due);
          g_hash_table_insert (next, placed->block, GUINT_TO_POINTER (placed->to));
        }
      /* a heading never stands last */
      if (p + 1 < dz_document_get_n_pages (document))
        g_assert_false (g_array_index (list, DzPlaced, list->len - 1).block->keep);
    }
}

static void
test_geometry (void)
{
  const guint bodies[] = { 1, 3, 12, 31, 60, 130 };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    for (guint n = 1; n < 40; n += 7)
      {
        g_autoptr(DzDocument) document = make_document (bodies[i], n);

        check_geometry (document);
      }
}

static void
test_two_blocks_a_page (void)
{
  g_autoptr(DzDocument) document = make_document (15, 1);
  guint first, last;

  /* three blocks of 15 rows: two on the first page, one on the next */
  g_assert_true (dz_document_get_chapter_pages (document, "table", &first, &last));
  g_assert_cmpuint (last, ==, first + 1);
}

static void
test_areas (void)
{
  g_autoptr(DzDocument) document = make_document (3, 2);
  g_autoptr(GPtrArray) areas = dz_document_list_areas (document, 0);
  const DzPageArea *area;

  g_assert_cmpuint (areas->len, ==, 2);
  area = g_ptr_array_index (areas, 0);
  g_assert_cmpint (area->report_id, ==, 1);
  g_assert_true (dz_document_area_at (document, 0, area->x + 1, area->y + 1) == area);
  g_assert_null (dz_document_area_at (document, 0, 1, 1));
}

static void
write_sample (const char *path)
{
  g_autoptr(DzDocument) document = make_document (31, 5);
  cairo_surface_t *surface = cairo_pdf_surface_create (path, DZ_PAPER_WIDTH, DZ_PAPER_HEIGHT);
  cairo_t *cr = cairo_create (surface);

  for (guint p = 0; p < dz_document_get_n_pages (document); p++)
    {
      double width, height;

      dz_document_get_page_size (document, p, &width, &height);
      cairo_pdf_surface_set_size (surface, width, height);
      dz_document_draw_page (document, p, cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* A cell of many pages is set in lines once: page by page its work grew with the square of its length. */
static void
test_long_cell_is_set_once (void)
{
  g_autoptr(DzPaper) paper = dz_paper_new ();
  g_autoptr(DzDocument) document = dz_document_new ("样张", paper);
  DzChapter *chapter = dz_document_add_chapter (document, "table", FALSE);
  DzPaperTable *table = dz_paper_table_new ("weaknesses", 1, "问题", TRUE);
  DzTableBlock *block = dz_paper_table_add_block (table, "");
  g_autoptr(GString) words = g_string_new (NULL);
  g_autoptr(DzParagraph) lines = NULL;
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  DzSlot *slot;
  guint n;

  for (guint i = 0; i < 60; i++)
    g_string_append (words, sample);
  dz_table_block_add_column (block, "序号", 20 * DZ_MM, DZ_ALIGN_CENTRE);
  dz_table_block_add_column (block, "表述", 120 * DZ_MM, DZ_ALIGN_JUSTIFY);
  for (guint r = 0; r < 3; r++)
    {
      DzTableRow *row = dz_table_block_add_row (block, DZ_RULE_HAIR);

      dz_table_row_set_text (row, 0, "1");
      slot = dz_table_row_set_text (row, 1, words->str);
    }
  slot = &((DzTableRow *) g_ptr_array_index (block->rows, 1))->slots[1];
  dz_chapter_add (chapter, &table->parent);
  dz_document_lay_out (document);
  n = dz_document_get_n_pages (document);
  g_assert_cmpuint (n, >, 9);
  dz_document_draw_page (document, n / 2 - 1, cr);
  g_assert_nonnull (slot->lines);
  lines = dz_paragraph_ref (slot->lines);
  dz_document_draw_page (document, n / 2, cr);
  g_assert_true (slot->lines == lines);
  /* and given up when it is over */
  dz_document_draw_page (document, n - 1, cr);
  g_assert_null (slot->lines);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* What many cells say is kept once, and what else is said of a cell is its own. */
static void
test_words_of_many_cells (void)
{
  DzPaperTable *table = dz_paper_table_new ("figures", 0, "", FALSE);
  DzTableBlock *block = dz_paper_table_add_block (table, "");
  DzTableRow *row;

  dz_table_block_add_column (block, "", 100, DZ_ALIGN_RIGHT);
  dz_table_block_add_column (block, "", 100, DZ_ALIGN_RIGHT);
  row = dz_table_block_add_row (block, DZ_RULE_NONE);
  dz_table_row_set_text (row, 0, "12")->strong = TRUE;
  row = dz_table_block_add_row (block, DZ_RULE_NONE);
  dz_table_row_set_text (row, 0, "13");
  dz_table_row_set_text (row, 1, "12");
  g_assert_true (((DzTableRow *) g_ptr_array_index (block->rows, 0))->slots[0].rich == row->slots[1].rich);
  g_assert_true (row->slots[0].rich != row->slots[1].rich);
  g_assert_false (row->slots[1].strong);
  dz_table_row_set_text (row, 1, "14");
  g_assert_cmpstr (((DzTableRow *) g_ptr_array_index (block->rows, 0))->slots[0].rich->text->str, ==, "12");
  dz_block_free (&table->parent);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 2 && argv[1][0] != '-')
    {
      write_sample (argv[1]);
      return 0;
    }
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pages/paper/contents-fill-their-pages", test_contents_fill_their_pages);
  g_test_add_func ("/pages/paper/no-line-starts-with-a-closing-sign", test_line_signs);
  g_test_add_func ("/pages/paper/as-wide-as-a-layout", test_as_wide_as_a_layout);
  g_test_add_func ("/pages/paper/numbers-stay-whole", test_numbers_whole);
  g_test_add_func ("/pages/paper/lines-are-justified", test_justified);
  g_test_add_func ("/pages/paper/no-line-is-torn", test_not_torn);
  g_test_add_func ("/pages/paper/twenty-eight-characters-a-line", test_grid);
  g_test_add_func ("/pages/paper/source-numbers-stay-with-their-word", test_source_stays);
  g_test_add_func ("/pages/paper/words-of-many-cells-once", test_words_of_many_cells);
  g_test_add_func ("/pages/paper/many-source-numbers-go-over", test_many_sources);
  g_test_add_func ("/pages/paper/nothing-overlaps-or-leaves-the-page", test_geometry);
  g_test_add_func ("/pages/paper/two-blocks-a-page", test_two_blocks_a_page);
  g_test_add_func ("/pages/paper/a-long-cell-is-set-once", test_long_cell_is_set_once);
  g_test_add_func ("/pages/paper/sources-answer-clicks", test_areas);

  return g_test_run ();
}

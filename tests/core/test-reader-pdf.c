/* test-reader-pdf.c - PDF to text: lines, columns, tables, furniture, places
 *
 * The files of tests/data/read/pdf were drawn for these tests with cairo and
 * LibreOffice. With files as arguments it prints what is read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-read-pairs.h"

#include <locale.h>

static char *
data_path (const char *name)
{
  return g_build_filename (g_getenv ("DZ_TESTS"), "data", "read", "pdf", name, NULL);
}

static DzText *
read_string (const char  *string,
             GError     **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new (string, strlen (string));
  g_autoptr(DzSource) source = dz_source_new ("made.pdf");

  return dz_reader_read (bytes, source, NULL, error);
}

/* Each character can be walked back to a rectangle on its page. */
static void
test_places (void)
{
  g_autofree char *path = data_path ("furniture.pdf");
  g_autoptr(DzSource) source = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(DzText) text = dz_read_pairs_read (path, &source, &error);
  gsize len;
  guint last_page = 1;
  const char *string;

  g_assert_no_error (error);
  string = dz_text_peek (text, &len);
  for (gsize i = 0; i < len; i++)
    {
      DzPlace place;
      const DzPart *part;

      if (string[i] == '\n')
        continue;
      g_assert_true (dz_text_locate (text, i, &place));
      part = dz_text_get_part (text, place.part);
      g_assert_cmpuint (part->page, >=, last_page);
      last_page = part->page;
      g_assert_cmpfloat (part->x, >=, 60);
      g_assert_cmpfloat (part->x + part->width, <=, 535);
      g_assert_cmpfloat (part->y, >=, 50);
      g_assert_cmpfloat (part->height, >, 8);
      g_assert_cmpfloat (part->confidence, ==, 1);
    }
  g_assert_cmpuint (last_page, ==, 3);
  g_assert_cmpint (dz_text_get_part (text, 0)->kind, ==, DZ_PART_HEADING);
}

static void
test_rows (void)
{
  g_autofree char *path = data_path ("table.pdf");
  g_autoptr(DzSource) source = NULL;
  g_autoptr(DzText) text = dz_read_pairs_read (path, &source, NULL);
  DzPlace place;
  const DzPart *part;

  g_assert_nonnull (text);
  g_assert_true (dz_text_locate (text, (gsize) (strstr (dz_text_peek (text, NULL), "98.3%") -
                                                dz_text_peek (text, NULL)), &place));
  part = dz_text_get_part (text, place.part);
  g_assert_cmpuint (place.offset, ==, 0);
  g_assert_cmpint (part->kind, ==, DZ_PART_ROW);
  g_assert_cmpfloat (part->x, >, 272);
  g_assert_cmpfloat (part->x + part->width, <, 352);
}

static void
test_scan (void)
{
  g_autofree char *path = data_path ("scan.pdf");
  g_autofree char *program = g_find_program_in_path ("tesseract");
  g_autoptr(DzSource) source = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(DzText) text = dz_read_pairs_read (path, &source, &error);

  if (text == NULL)
    {
      g_assert_error (error, DZ_ERROR, DZ_ERROR_NEEDS_PROGRAM);
      g_assert_nonnull (strstr (error->message, "tesseract-ocr-chi-sim"));
      g_test_skip ("tesseract or its Chinese is not installed");
      return;
    }
  g_assert_nonnull (program);
  g_assert_nonnull (strstr (dz_text_peek (text, NULL), "矛盾纠纷163件"));
  g_assert_nonnull (strstr (dz_text_peek (text, NULL), "98.8%"));
  g_assert_cmpfloat (dz_text_get_part (text, 0)->confidence, <, 1);
  g_assert_cmpint (g_array_index (source->losses, DzLoss, 0).kind, ==, DZ_LOSS_PAGES_OCR);
}

static void
test_cuts (void)
{
  static const char *const names[] = { "table.pdf", "office.pdf", "furniture.pdf" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = data_path (names[i]);

      dz_read_pairs_check_cuts (path, 24);
    }
}

static void
test_hostile (void)
{
  static const char *const files[] = {
    "%PDF-1.4\n",
    /* A page tree that is its own kid. */
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    "2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF",
    /* More pages claimed than there are. */
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 2000000000>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 1e30 1e30]>>endobj\n"
    "trailer<</Root 1 0 R>>\n%%EOF",
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count -5>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 -1 0]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF",
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(DzText) text = read_string (files[i], &error);

      g_assert_null (text);
      g_assert_true (error->domain == DZ_ERROR);
    }
}

/* A page of orders in plain words, and a form /X it may draw. */
static char *
make_page (const char *orders,
           const char *form)
{
  return g_strdup_printf (
    "%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
    "/Resources<</XObject<</X 5 0 R>>/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n"
    "4 0 obj<</Length %u>>stream\n%s\nendstream endobj\n"
    "5 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</ProcSet[/PDF/Text/ImageC]>>/Length %u>>stream\n%s\nendstream endobj\n"
    "trailer<</Root 1 0 R>>\n%%%%EOF",
    (guint) strlen (orders), orders, (guint) strlen (form), form);
}

/* Text far out, of no size, of huge size: read or counted, never a crash. */
static void
test_odd_places (void)
{
  static const char *const drawing[] = {
    "BT /F 12 Tf 1e30 1e30 Td (far) Tj ET", "BT /F 0 Tf 100 100 Td (none) Tj ET",
    "BT /F 1e9 Tf 100 100 Td (huge) Tj ET", "BT /F 12 Tf 0 0 0 0 100 100 Tm (flat) Tj ET",
    "BT /F 12 Tf 50 700 Td (plain 12) Tj ET",
  };

  for (guint i = 0; i < G_N_ELEMENTS (drawing); i++)
    {
      g_autofree char *file = make_page (drawing[i], "");
      g_autoptr(GError) error = NULL;
      g_autoptr(DzText) text = read_string (file, &error);

      if (i == 4)
        g_assert_cmpstr (dz_text_peek (text, NULL), ==, "plain 12\n");
      else if (text == NULL)
        g_assert_true (error->domain == DZ_ERROR);
    }
}

static guint
count_losses (const DzSource *source,
              DzLossKind      kind)
{
  guint n = 0;

  for (guint i = 0; i < source->losses->len; i++)
    if (g_array_index (source->losses, DzLoss, i).kind == kind)
      n += g_array_index (source->losses, DzLoss, i).count;

  return n;
}

/* What is seen stays, what is not and what is struck out goes and is told. */
static void
test_sight (void)
{
  static const struct { const char *orders; const char *form; const char *text; guint hidden, struck; } pages[] = {
    /* red on a blue of the same gray */
    { "BT /F 12 Tf 50 760 Td (plain 12) Tj ET 0 0.44 0.75 rg 40 690 200 30 re f 1 0 0 rg BT /F 12 Tf 50 700 Td (red 356) Tj ET", "",
      "plain 12\nred 356\n", 0, 0 },
    /* the words of a scan that cannot be drawn, and the number of its page that can */
    { "BT /F 12 Tf 3 Tr 50 700 Td (356 cases and 344 of them closed) Tj ET BT /F 12 Tf 0 Tr 50 300 Td (seen 12) Tj ET", "",
      "356 cases and 344 of them closed\nseen 12\n", 0, 0 },
    { "BT /F 12 Tf 0 Tr 50 700 Td (356 cases and 344 of them closed) Tj ET BT /F 12 Tf 3 Tr 50 300 Td (unseen 12) Tj ET", "",
      "356 cases and 344 of them closed\n", 1, 0 },
    { "BT /F 12 Tf 50 700 Td (356 cases and 344 of them closed) Tj ET 1 g BT /F 12 Tf 50 300 Td (white 12) Tj ET", "",
      "356 cases and 344 of them closed\n", 1, 0 },
    /* drawn by a form that says it may hold pictures */
    { "BT /F 12 Tf 50 700 Td (right 344) Tj ET BT /F 12 Tf 50 660 Td (356) Tj ET /X Do", "1 w 49.5 663 m 70.5 663 l S", "right 344\n", 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *file = make_page (pages[i].orders, pages[i].form);
      g_autoptr(GBytes) bytes = g_bytes_new (file, strlen (file));
      g_autoptr(DzSource) source = dz_source_new ("made.pdf");
      g_autoptr(DzText) text = dz_reader_read (bytes, source, NULL, NULL);

      g_assert_nonnull (text);
      g_assert_cmpstr (dz_text_peek (text, NULL), ==, pages[i].text);
      g_assert_cmpuint (count_losses (source, DZ_LOSS_HIDDEN), ==, pages[i].hidden);
      g_assert_cmpuint (count_losses (source, DZ_LOSS_FURNITURE), ==, 0);
      g_assert_cmpuint (count_losses (source, DZ_LOSS_TRACKED_DELETIONS), ==, pages[i].struck);
    }
}

#define ROW(y, name, one, two) "BT /F 12 Tf 50 " y " Td (" name " " one ") Tj 68 0 Td (" two ") Tj ET "

/* The last row of a table is no head of the one below it. */
static void
test_tables_below_each_other (void)
{
  g_autofree char *file = make_page (ROW ("700", "name", "cases", "fines") ROW ("685", "alpha", "356", "12") ROW ("670", "beta", "344", "13")
                                     ROW ("655", "gamma", "910", "14") ROW ("640", "name", "laws", "talks") ROW ("625", "alpha", "41", "22")
                                     ROW ("610", "beta", "42", "23") ROW ("595", "gamma", "43", "24"), "");
  g_autoptr(GError) error = NULL;
  g_autoptr(DzText) text = read_string (file, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (dz_text_peek (text, NULL), ==,
                   "name\tcases\tfines\nalpha\t356\t12\nbeta\t344\t13\ngamma\t910\t14\n"
                   "name\tlaws\ttalks\nalpha\t41\t22\nbeta\t42\t23\ngamma\t43\t24\n");
}

/* What is typed onto the page is read; sticky notes are counted. */
static void
test_notes (void)
{
  static const char file[] =
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Annots[5 0 R 6 0 R 7 0 R]"
    "/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n"
    "4 0 obj<</Length 39>>stream\nBT /F 12 Tf 50 700 Td (plain 12) Tj ET \nendstream endobj\n"
    "5 0 obj<</Type/Annot/Subtype/Text/Rect[10 10 30 30]/Contents(ask again)>>endobj\n"
    "6 0 obj<</Type/Annot/Subtype/FreeText/Rect[50 600 300 620]/DA(/F 12 Tf)/Contents(typed 34)>>endobj\n"
    "7 0 obj<</Type/Annot/Subtype/Highlight/Rect[50 700 90 712]/QuadPoints[50 712 90 712 50 700 90 700]>>"
    "endobj\ntrailer<</Root 1 0 R>>\n%%EOF";
  g_autoptr(GBytes) bytes = g_bytes_new_static (file, strlen (file));
  g_autoptr(DzSource) source = dz_source_new ("made.pdf");
  g_autoptr(GError) error = NULL;
  g_autoptr(DzText) text = dz_reader_read (bytes, source, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (dz_text_peek (text, NULL), ==, "plain 12\ntyped 34\n");
  g_assert_cmpuint (source->losses->len, ==, 1);
  g_assert_cmpint (g_array_index (source->losses, DzLoss, 0).kind, ==, DZ_LOSS_COMMENTS);
  g_assert_cmpuint (g_array_index (source->losses, DzLoss, 0).count, ==, 1);
}

static void
test_cancel (void)
{
  g_autofree char *path = data_path ("furniture.pdf");
  g_autofree char *contents = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(DzSource) source = dz_source_new (path);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  gsize len;

  g_assert_true (g_file_get_contents (path, &contents, &len, NULL));
  bytes = g_bytes_new (contents, len);
  g_cancellable_cancel (cancellable);
  g_assert_null (dz_reader_read (bytes, source, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  if (dz_read_pairs_print (argc, argv))
    return 0;

  g_test_init (&argc, &argv, NULL);
  dz_read_pairs_add ("pdf", "scan");
  g_test_add_func ("/read/pdf/characters-have-places", test_places);
  g_test_add_func ("/read/pdf/cells-have-places", test_rows);
  g_test_add_func ("/read/pdf/scan-is-recognised", test_scan);
  g_test_add_func ("/read/pdf/cut-anywhere", test_cuts);
  g_test_add_func ("/read/pdf/hostile", test_hostile);
  g_test_add_func ("/read/pdf/odd-places", test_odd_places);
  g_test_add_func ("/read/pdf/sight", test_sight);
  g_test_add_func ("/read/pdf/tables-below-each-other", test_tables_below_each_other);
  g_test_add_func ("/read/pdf/notes", test_notes);
  g_test_add_func ("/read/pdf/cancelled", test_cancel);

  return g_test_run ();
}

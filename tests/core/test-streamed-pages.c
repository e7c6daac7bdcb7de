/* test-streamed-pages.c - lines are given up as pages are drawn, and no file is another one for it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-briefing.h"
#include "dz-export.h"
#include "dz-made-review.h"
#include "dz-paragraph-shelf.h"

#include <glib/gstdio.h>

#define YEAR 2024
#define N_BODIES 60 /* tables of more rows than a page has */

static DzBriefing *
make_briefing (DzReview   *review,
               DzCodebook *codebook)
{
  g_autoptr(DzBriefingOptions) options = dz_briefing_options_new (review, YEAR);

  for (guint i = 0; i < options->parts->len; i++)
    ((DzBriefingPart *) g_ptr_array_index (options->parts, i))->ticked = TRUE;

  return dz_briefing_new (review, codebook, options);
}

static char *
export (DzBriefing *briefing,
        const char *name,
        gsize      *len)
{
  DzDocument *document = dz_briefing_get_document (briefing);
  g_autofree char *folder = g_dir_make_tmp ("duizhao-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;
  char *bytes = NULL;

  if (g_str_has_suffix (name, ".pdf"))
    dz_export_pdf (document, path, NULL, NULL, NULL, &error);
  else
    dz_export_docx (document, path, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &bytes, len, NULL));
  g_unlink (path);
  g_rmdir (folder);

  return bytes;
}

static void
draw_backwards (DzDocument *document)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  for (guint i = dz_document_get_n_pages (document); i > 0; i--)
    dz_document_draw_page (document, i - 1, cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
give_up_cb (gpointer data)
{
  g_clear_pointer ((DzBriefing **) data, dz_briefing_unref);
}

/* What is written once and given up, what is looked through from its end before, and what is written twice. */
static void
test_same_file (gconstpointer data)
{
  const char *name = data;
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, N_BODIES, N_BODIES);
  g_autoptr(DzBriefing) once = make_briefing (review, codebook);
  g_autoptr(DzBriefing) kept = make_briefing (review, codebook);
  g_autofree char *first = NULL;
  gsize first_len;

  dz_document_set_once (dz_briefing_get_document (once), give_up_cb, &once);
  first = export (once, name, &first_len);
  /* fonts are written when the briefing is gone already */
  g_assert_cmpint (once == NULL, ==, g_str_has_suffix (name, ".pdf"));
  draw_backwards (dz_briefing_get_document (kept));
  for (guint i = 0; i < 2; i++)
    {
      gsize len;
      g_autofree char *bytes = export (kept, name, &len);

      g_assert_cmpmem (first, first_len, bytes, len);
    }
}

static void
test_shelf (void)
{
  g_autoptr(DzPaper) paper = dz_paper_new ();
  DzParagraphStyle style = { .face = DZ_FACE_NUMBER, .size = 10, .width = 60, .pitch = 12, .source_size = 7 };
  DzParagraphStyle narrow = style;
  g_autoptr(DzParagraph) lines = dz_paragraph_shelf_get_plain (paper, "柳溪街道办事处", &style);
  g_autoptr(DzParagraph) again = dz_paragraph_shelf_get_plain (paper, "柳溪街道办事处", &style);
  g_autoptr(DzParagraph) other = NULL;
  g_autoptr(DzParagraph) cited = NULL;
  g_autoptr(DzRich) rich = dz_rich_new ("柳溪街道办事处");

  narrow.width = 30;
  other = dz_paragraph_shelf_get_plain (paper, "柳溪街道办事处", &narrow);
  dz_rich_append_source (rich, "[3-17]", 3, DZ_SPAN_NONE);
  cited = dz_paragraph_shelf_get (paper, rich, &style);
  g_assert_true (lines == again);
  g_assert_cmpuint (dz_paragraph_get_n_lines (other), >, dz_paragraph_get_n_lines (lines));
  g_assert_true (cited != lines);

  /* more words than are kept: what was given up is set anew, and what is held stays whole */
  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autoptr(DzParagraph) paragraph = dz_paragraph_shelf_get_plain (paper, number, &style);
      g_autofree char *words = dz_paragraph_dup_line (paragraph, 0);

      g_assert_cmpstr (words, ==, number);
    }
  g_clear_pointer (&again, dz_paragraph_unref);
  again = dz_paragraph_shelf_get_plain (paper, "柳溪街道办事处", &style);
  g_assert_cmpfloat (dz_paragraph_get_line_width (lines, 0), ==, dz_paragraph_get_line_width (again, 0));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/pages/streamed-pages/pdf-is-the-same", "out.pdf", test_same_file);
  g_test_add_data_func ("/pages/streamed-pages/docx-is-the-same", "out.docx", test_same_file);
  g_test_add_func ("/pages/streamed-pages/the-shelf-tells-styles-apart", test_shelf);

  return g_test_run ();
}

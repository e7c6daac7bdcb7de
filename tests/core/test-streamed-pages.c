/* test-streamed-pages.c - lines are given up as pages are drawn, and no file is another one for it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-briefing.h"
#include "dz-export.h"
#include "dz-made-review.h"
#include "dz-paragraph-shelf.h"
#include "dz-strip-others.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

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

#define N_STROKES 300
#define STRIP_WIDTH 85.3

static double
stroke_value (guint i)
{
  return i % 50 == 49 ? NAN : (i * 7919) % 1000 * (i % 3 == 0 ? 1 : 0.2);
}

static DzStripOthers *
make_others (void)
{
  DzStripOthers *others = dz_strip_others_new ();

  for (guint i = 0; i < N_STROKES; i++)
    dz_strip_others_add (others, stroke_value (i));

  return others;
}

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         len)
{
  g_string_append_len (closure, (const char *) data, len);

  return CAIRO_STATUS_SUCCESS;
}

/* A sheet a page. @apart: each as it would be drawn alone: no PDF, no form. */
static GString *
draw_strips (DzStripOthers *others,
             gboolean       apart)
{
  const cairo_rectangle_t page = { 0, 0, 100, 20 };
  GString *bytes = g_string_new (NULL);
  cairo_surface_t *pdf = cairo_pdf_surface_create_for_stream (append_bytes, bytes, 100, 20);
  cairo_t *cr = cairo_create (pdf);

  for (guint own = 0; own < N_STROKES; own++)
    {
      cairo_surface_t *sheet = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &page);
      cairo_t *ink = apart ? cairo_create (sheet) : cairo_reference (cr);

      cairo_set_source_rgb (ink, 0.45, 0.45, 0.45);
      dz_strip_others_draw (others, own, ink, 7.3, 10.1, STRIP_WIDTH, 1000);
      if (apart)
        {
          cairo_set_source_surface (cr, sheet, 0, 0);
          cairo_paint (cr);
        }
      cairo_destroy (ink);
      cairo_surface_destroy (sheet);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (pdf);

  return bytes;
}

/* The pages of a PDF, one behind the other, as gray pixels. */
static char *
render (GString *pdf,
        gsize   *len)
{
  g_autofree char *folder = g_dir_make_tmp ("duizhao-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "strips.pdf", NULL);
  const char *argv[] = { "pdftoppm", "-gray", "-r", "200", path, NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) child = NULL;
  g_autoptr(GBytes) pixels = NULL;

  g_assert_true (g_file_set_contents (path, pdf->str, (gssize) pdf->len, NULL));
  child = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate (child, NULL, NULL, &pixels, NULL, &error));
  g_assert_no_error (error);
  g_unlink (path);
  g_rmdir (folder);

  return g_bytes_unref_to_data (g_steal_pointer (&pixels), len);
}

static guint
count_forms (GString *pdf)
{
  static const char form[] = "/Subtype /Form";
  guint n = 0;

  for (gsize i = 0; i + strlen (form) <= pdf->len; i++)
    n += memcmp (pdf->str + i, form, strlen (form)) == 0;

  return n;
}

/* How much ink a page bears, and where its middle lies. Returns: where the next page begins */
static const char *
weigh_page (const char *page,
            double     *ink,
            double     *middle)
{
  guint width = 0, height = 0;
  int head = 0;

  g_assert_cmpint (sscanf (page, "P5 %u %u 255%n", &width, &height, &head), ==, 2);
  page += head + 1;
  *ink = *middle = 0;
  for (guint i = 0; i < width * height; i++)
    {
      double dark = (255 - (guchar) page[i]) / 255.0;

      *ink += dark;
      *middle += dark * (i % width);
    }
  *middle /= *ink;

  return page + width * height;
}

/* A renderer sets strokes on whole pixels, so one may stand a pixel beside the other; of no page is one missing. */
static void
assert_same_ink (const char *a,
                 const char *b)
{
  double stroke = 0.75 * 7.2 * (200.0 / 72) * (200.0 / 72) * 0.55; /* pixels as dark as black */

  for (guint i = 0; i < N_STROKES; i++)
    {
      double ink_a, ink_b, middle_a, middle_b;

      a = weigh_page (a, &ink_a, &middle_a);
      b = weigh_page (b, &ink_b, &middle_b);
      g_assert_cmpfloat_with_epsilon (ink_a, ink_b, stroke / 3);
      g_assert_cmpfloat_with_epsilon (middle_a, middle_b, 0.3);
    }
}

/* Nearly all sheets show the strokes of all bodies: they are written once, and each page has the ink it would have alone. */
static void
test_shared_strokes (void)
{
  g_autoptr(DzStripOthers) others = make_others ();
  GString *shared = draw_strips (others, FALSE);
  g_autofree char *pdftoppm = g_find_program_in_path ("pdftoppm");

  g_assert_cmpuint (count_forms (shared), ==, 1);
  if (pdftoppm == NULL)
    g_test_skip ("pdftoppm is not installed");
  else
    {
      GString *apart = draw_strips (others, TRUE);
      gsize len, apart_len;
      g_autofree char *pixels = render (shared, &len);
      g_autofree char *apart_pixels = render (apart, &apart_len);

      g_assert_cmpuint (len, >, N_STROKES * 1000);
      g_assert_cmpuint (len, ==, apart_len);
      assert_same_ink (pixels, apart_pixels);
      g_string_free (apart, TRUE);
    }
  g_string_free (shared, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/pages/streamed-pages/pdf-is-the-same", "out.pdf", test_same_file);
  g_test_add_data_func ("/pages/streamed-pages/docx-is-the-same", "out.docx", test_same_file);
  g_test_add_func ("/pages/streamed-pages/strokes-are-written-once", test_shared_strokes);
  g_test_add_func ("/pages/streamed-pages/the-shelf-tells-styles-apart", test_shelf);

  return g_test_run ();
}

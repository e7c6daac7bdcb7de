/* dz-print.c - charts and documents on paper, through GtkPrintOperation
 *
 * Nothing is scaled: charts are laid out for the paper they get, and the pages
 * of a document are set for A4. The same drawing goes to the printer, the
 * preview and the exported file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-print.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MM (72.0 / 25.4)
#define HEAD_HEIGHT (9 * MM)

typedef struct
{
  DzDocument *document;   /* or */
  DzPrintChart *charts;
  guint n_charts;
  guint per_page;
} Job;

static GtkPrintSettings *settings;
static GtkPageSetup *page_setup;

static GtkPageSetup *
get_page_setup (void)
{
  if (page_setup == NULL)
    {
      g_autoptr(GtkPaperSize) a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);

      page_setup = gtk_page_setup_new ();
      gtk_page_setup_set_paper_size (page_setup, a4);
    }

  return page_setup;
}

static void
free_job (Job *job)
{
  g_clear_pointer (&job->document, dz_document_unref);
  for (guint i = 0; i < job->n_charts; i++)
    dz_series_unref (job->charts[i].series);
  g_free (job->charts);
  g_free (job);
}

static void
document_begin_cb (GtkPrintOperation *operation,
                   GtkPrintContext   *context,
                   Job               *job)
{
  gtk_print_operation_set_n_pages (operation, (int) dz_document_get_n_pages (job->document));
}

static void
document_setup_cb (GtkPrintOperation *operation,
                   GtkPrintContext   *context,
                   int                page,
                   GtkPageSetup      *setup,
                   Job               *job)
{
  double width, height;

  dz_document_get_page_size (job->document, (guint) page, &width, &height);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
  if (width > DZ_PAPER_HEIGHT + 1)
    {
      GtkPaperSize *foldout = gtk_paper_size_new (GTK_PAPER_NAME_A3);

      gtk_page_setup_set_paper_size_and_default_margins (setup, foldout);
      gtk_paper_size_free (foldout);
    }
}

static void
document_draw_cb (GtkPrintOperation *operation,
                  GtkPrintContext   *context,
                  int                page,
                  Job               *job)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width, height, scale;

  dz_document_get_page_size (job->document, (guint) page, &width, &height);
  /* On other paper than A4 (A3, Letter) the page keeps its own proportions, centred. */
  scale = MIN (gtk_print_context_get_width (context) / width,
               gtk_print_context_get_height (context) / height);
  cairo_translate (cr, (gtk_print_context_get_width (context) - width * scale) / 2,
                   (gtk_print_context_get_height (context) - height * scale) / 2);
  cairo_scale (cr, scale, scale);
  dz_document_draw_page (job->document, (guint) page, cr);
}

static guint
count_chart_pages (const Job *job)
{
  return (job->n_charts + job->per_page - 1) / job->per_page;
}

static void
charts_begin_cb (GtkPrintOperation *operation,
                 GtkPrintContext   *context,
                 Job               *job)
{
  gtk_print_operation_set_n_pages (operation, (int) count_chart_pages (job));
}

static void
draw_words (cairo_t    *cr,
            const char *text,
            double      x,
            double      y,
            double      width,
            double      size,
            PangoAlignment align)
{
  g_autoptr(PangoLayout) layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Noto Sans CJK SC");

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_alignment (layout, align);
  pango_layout_set_text (layout, text, -1);
  cairo_set_source_rgb (cr, 0.2, 0.2, 0.2);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_chart (cairo_t            *cr,
            const DzPrintChart *chart,
            double              width,
            double              y,
            double              height)
{
  DzChartStyle style;
  DzRect rect = { 0, y, width, height };
  g_autoptr(DzChartGeometry) geometry = NULL;

  dz_chart_style_init (&style, DZ_CHART_PAPER_GREY, DZ_CHART_PAPER_U * width / (156 * MM));
  style.u = CLAMP (style.u, 7.5, 14);
  style.draws_title = TRUE;
  geometry = dz_chart_draw (chart->chart, chart->series, &style, cr, &rect, NULL);
}

static void
charts_draw_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                int                page,
                Job               *job)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double margin = 20 * MM;
  double width = gtk_print_context_get_width (context) - 2 * margin;
  double room = gtk_print_context_get_height (context) - 2 * margin - 2 * HEAD_HEIGHT;
  double each = room / job->per_page;
  g_autofree char *folio = g_strdup_printf ("— %d —", page + 1);

  cairo_translate (cr, margin, margin);
  for (guint i = 0; i < job->per_page && (guint) page * job->per_page + i < job->n_charts; i++)
    draw_chart (cr, &job->charts[(guint) page * job->per_page + i], width, HEAD_HEIGHT + i * each,
                each - 6 * MM);
  draw_words (cr, folio, 0, HEAD_HEIGHT + room + 3 * MM, width, 10.5, PANGO_ALIGN_CENTER);
}

static gboolean
end_preview_cb (gpointer operation)
{
  gtk_print_operation_preview_end_preview (operation);

  return G_SOURCE_REMOVE;
}

/* Whoever takes over a preview gives the pages something to be drawn on, and ends it: not at once, for it only begins. */
static void
take_over_preview (GtkPrintOperation *operation,
                   GtkPrintContext   *context)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  gtk_print_context_set_cairo_context (context, cr, 72, 72);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, end_preview_cb, g_object_ref (operation), g_object_unref);
}

/* GTK hands the pages to a program (Evince, unless the desktop names another). Where there is none it shows nothing
 * and says nothing. */
static gboolean
preview_cb (GtkPrintOperation *operation,
            gpointer           preview,
            GtkPrintContext   *context,
            GtkWindow         *parent,
            gboolean          *lacking)
{
  g_autofree char *command = NULL;
  g_autofree char *program = NULL;
  g_auto(GStrv) words = NULL;

  g_object_get (gtk_settings_get_default (), "gtk-print-preview-command", &command, NULL);
  if (command != NULL && g_shell_parse_argv (command, NULL, &words, NULL))
    program = g_find_program_in_path (words[0]);
  *lacking = program == NULL;
  if (*lacking)
    take_over_preview (operation, context);

  return *lacking;
}

static gboolean
run (GtkPrintOperation        *operation,
     const char               *title,
     GtkPrintOperationAction   action,
     const char               *export_path,
     GtkWindow                *parent,
     GError                  **error)
{
  GtkPrintOperationResult result;
  gboolean lacking = FALSE;

  g_signal_connect (operation, "preview", G_CALLBACK (preview_cb), &lacking);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_default_page_setup (operation, get_page_setup ());
  if (settings != NULL)
    gtk_print_operation_set_print_settings (operation, settings);
  if (export_path != NULL)
    gtk_print_operation_set_export_filename (operation, export_path);
  result = gtk_print_operation_run (operation, action, parent, error);
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      g_set_object (&settings, gtk_print_operation_get_print_settings (operation));
      g_set_object (&page_setup, gtk_print_operation_get_default_page_setup (operation));
    }
  if (lacking && result != GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      g_set_error_literal (error, GTK_PRINT_ERROR, GTK_PRINT_ERROR_GENERAL,
                           _("No program for previews (Evince) is installed. Export a PDF and open it instead."));
      return FALSE;
    }

  return result != GTK_PRINT_OPERATION_RESULT_ERROR;
}

/**
 * dz_print_document:
 * @action: dialog, preview, print or export
 * @export_path: (nullable): where an export goes
 * @parent: (nullable)
 *
 * Returns: %FALSE with @error set if printing failed; a cancelled dialog is no failure
 */
gboolean
dz_print_document (DzDocument               *document,
                   const char               *title,
                   GtkPrintOperationAction   action,
                   const char               *export_path,
                   GtkWindow                *parent,
                   GError                  **error)
{
  g_autoptr(GtkPrintOperation) operation = gtk_print_operation_new ();
  Job *job = g_new0 (Job, 1);
  gboolean ok;

  job->document = dz_document_ref (document);
  g_signal_connect (operation, "begin-print", G_CALLBACK (document_begin_cb), job);
  g_signal_connect (operation, "request-page-setup", G_CALLBACK (document_setup_cb), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (document_draw_cb), job);
  ok = run (operation, title, action, export_path, parent, error);
  free_job (job);

  return ok;
}

/**
 * dz_print_charts:
 * @charts: (array length=n_charts): drawn in this order
 * @per_page: charts a page, 1 to 4
 */
gboolean
dz_print_charts (const DzPrintChart       *charts,
                 guint                     n_charts,
                 guint                     per_page,
                 GtkPrintOperationAction   action,
                 const char               *export_path,
                 GtkWindow                *parent,
                 GError                  **error)
{
  g_autoptr(GtkPrintOperation) operation = gtk_print_operation_new ();
  Job *job = g_new0 (Job, 1);
  gboolean ok;

  g_return_val_if_fail (n_charts > 0, FALSE);

  job->charts = g_memdup2 (charts, n_charts * sizeof *charts);
  job->n_charts = n_charts;
  job->per_page = CLAMP (per_page, 1, 4);
  for (guint i = 0; i < n_charts; i++)
    dz_series_ref (job->charts[i].series);
  g_signal_connect (operation, "begin-print", G_CALLBACK (charts_begin_cb), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (charts_draw_cb), job);
  ok = run (operation, charts[0].series->title != NULL ? charts[0].series->title : _("Charts"), action,
            export_path, parent, error);
  free_job (job);

  return ok;
}

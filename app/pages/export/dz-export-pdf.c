/* dz-export-pdf.c - pages as PDF: searchable, tagged, with an outline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-export.h"

#include "dz-atomic-file.h"
#include "dz-error.h"
#include "dz-font-pages.h"
#include "dz-picture-words.h"
#include "dz-page-links.h"
#include "dz-pdf-update.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <malloc.h>

/* Always the same: the bytes must not tell when they were written. */
#define CONSTANT_DATE "2000-01-01T00:00:00Z"

typedef struct
{
  FILE *stream;
  gboolean failed;
  GPtrArray *figures; /* what each figure says */
  gsize since;        /* bytes written since fonts were given back */
  gsize between;      /* bytes until they are again */
} Sink;

#define WRITTEN_BETWEEN 65536 /* bytes: cairo writes a few at a time */
#define FACES_WITHIN 16       /* pages: cairo takes a copy of each face when its first letter is written */
#define FONTS_BETWEEN 2048    /* where it writes fonts: what a face of a few letters becomes is not longer */

/* A failure is kept here: told of it amid a document, cairo ends the program where it closes what it began. */
static cairo_status_t
write_bytes (void                *closure,
             const unsigned char *data,
             unsigned int         length)
{
  Sink *sink = closure;

  /* here fonts are written, and each is read once */
  sink->since += length;
  if (sink->since >= sink->between)
    {
      dz_font_pages_give_back (1 << 20);
      sink->since = 0;
    }

  sink->failed = sink->failed || fwrite (data, 1, length, sink->stream) != length;

  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (cairo_surface_t *surface,
              DzDocument      *document)
{
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, dz_document_get_title (document));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Duizhao");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, CONSTANT_DATE);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, CONSTANT_DATE);
}

static void
add_outline (cairo_surface_t *surface,
             GPtrArray       *outline)
{
  int parents[8] = { CAIRO_PDF_OUTLINE_ROOT };

  for (guint i = 0; i < outline->len; i++)
    {
      const DzOutlineItem *item = g_ptr_array_index (outline, i);
      guint level = CLAMP (item->level, 1, G_N_ELEMENTS (parents) - 1);
      g_autofree char *place = g_strdup_printf ("page=%u pos=[0 %d]", item->page + 1, (int) item->y);
      int id = cairo_pdf_surface_add_outline (surface, parents[level - 1], item->title, place,
                                              CAIRO_PDF_OUTLINE_FLAG_OPEN);

      for (guint k = level; k < G_N_ELEMENTS (parents); k++)
        parents[k] = id;
    }
}

static gboolean
draw_pages (cairo_surface_t  *surface,
            DzDocument       *document,
            Sink             *sink,
            DzExportProgress  progress,
            gpointer          user_data,
            GCancellable     *cancellable,
            GError          **error)
{
  guint n = dz_document_get_n_pages (document);
  cairo_t *cr = cairo_create (surface);
  g_autoptr(DzPageLinks) links = dz_page_links_new (document);
  gboolean ok = TRUE;

  sink->figures = dz_picture_words_watch (cr);
  for (guint i = 0; i < n && ok && !sink->failed; i++)
    {
      g_autofree char *folio = dz_document_dup_folio (document, i);
      double width, height;

      dz_document_get_page_size (document, i, &width, &height);
      cairo_pdf_surface_set_size (surface, width, height);
      if (folio != NULL)
        cairo_pdf_surface_set_page_label (surface, folio);
      dz_document_draw_page (document, i, cr);
      dz_page_links_tag (links, i, cr);
      sink->between = i < FACES_WITHIN ? FONTS_BETWEEN : WRITTEN_BETWEEN;
      if (i < FACES_WITHIN)
        dz_font_pages_give_back (0);
      cairo_show_page (cr);
      dz_document_forget_page (document, i);
      if (progress != NULL)
        progress (i + 1, n, user_data);
      ok = !g_cancellable_set_error_if_cancelled (cancellable, error);
    }
  cairo_destroy (cr);

  return ok;
}

/* What cairo cannot write is appended. */
static gboolean
complete_file (const char *part,
               const char *path,
               GPtrArray  *figures,
               GError    **error)
{
  g_autoptr(GMappedFile) file = g_mapped_file_new (part, FALSE, error);
  GString *update;
  FILE *stream;
  gboolean ok;

  if (file == NULL)
    return FALSE;
  update = dz_pdf_update_new (g_mapped_file_get_contents (file), g_mapped_file_get_length (file), figures);
  if (update == NULL)
    return TRUE;
  stream = g_fopen (part, "ab");
  ok = stream != NULL && fwrite (update->str, 1, update->len, stream) == update->len;
  ok = (stream == NULL || fclose (stream) == 0) && ok;
  g_string_free (update, TRUE);

  return ok || dz_atomic_file_refuse (path, 0, error);
}

/**
 * dz_export_pdf:
 * @progress: (nullable): called after each page, in this thread
 *
 * Writes all pages. Text can be searched and copied, fonts are subset, headings stand in the
 * outline, the cells of tables are cells, figures say what they show, source numbers lead to their entries and back.
 *
 * Returns: %FALSE with @error set if nothing is there to write, the file cannot be written, or
 *   it was cancelled
 */
gboolean
dz_export_pdf (DzDocument        *document,
               const char        *path,
               DzExportProgress   progress,
               gpointer           user_data,
               GCancellable      *cancellable,
               GError           **error)
{
  g_auto(DzAtomicFile) file = { 0 };
  cairo_surface_t *surface;
  Sink sink = { .between = WRITTEN_BETWEEN };
  g_autoptr(DzDocument) held = NULL; /* it may be given up amid this */
  g_autoptr(GPtrArray) outline = NULL;
  FILE *stream;
  gboolean ok, lost;
  cairo_status_t status;

  g_return_val_if_fail (document != NULL && path != NULL, FALSE);

  if (dz_document_get_n_pages (document) == 0)
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_NO_DATA, _("No page to write: tick at least one part."));
      return FALSE;
    }
  if (!dz_atomic_file_init (&file, path, error))
    return FALSE;
  stream = g_fopen (file.part, "wb");
  if (stream == NULL)
    return dz_atomic_file_refuse (path, errno, error);
  sink.stream = stream;
  surface = cairo_pdf_surface_create_for_stream (write_bytes, &sink, DZ_PAPER_WIDTH, DZ_PAPER_HEIGHT);
  /* from 1.5 on newer versions of cairo pack objects where nothing can be appended */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  set_metadata (surface, document);
  held = dz_document_ref (document);
  outline = dz_document_list_outline (document);
  /* the first pages have each face read once, beside what laying out left holes in */
  malloc_trim (0);
  ok = draw_pages (surface, document, &sink, progress, user_data, cancellable, error);
  if (ok && !sink.failed)
    add_outline (surface, outline);
  dz_document_give_up (document);
  /* whole fonts are read from here on, where the pages left only holes */
  malloc_trim (0);
  sink.between = FONTS_BETWEEN;
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  malloc_trim (0);
  lost = fflush (stream) != 0 || sink.failed || ferror (stream) || status != CAIRO_STATUS_SUCCESS;
  if ((fclose (stream) != 0 || lost) && ok)
    ok = dz_atomic_file_refuse (path, 0, error);

  ok = ok && complete_file (file.part, path, sink.figures, error) && dz_atomic_file_finish (&file, error);
  g_ptr_array_unref (sink.figures);

  return ok;
}

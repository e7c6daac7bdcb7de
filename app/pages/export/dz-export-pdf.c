/* dz-export-pdf.c - pages as PDF: searchable, tagged, with an outline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-export.h"

#include "dz-error.h"
#include "dz-atomic-file.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* Always the same: the bytes must not tell when they were written. */
#define CONSTANT_DATE "2000-01-01T00:00:00Z"

static cairo_status_t
write_bytes (void                *closure,
             const unsigned char *data,
             unsigned int         length)
{
  return fwrite (data, 1, length, closure) == length ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
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
             DzDocument      *document)
{
  g_autoptr(GPtrArray) outline = dz_document_list_outline (document);
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
            DzExportProgress  progress,
            gpointer          user_data,
            GCancellable     *cancellable,
            GError          **error)
{
  guint n = dz_document_get_n_pages (document);
  cairo_t *cr = cairo_create (surface);
  gboolean ok = TRUE;

  for (guint i = 0; i < n && ok; i++)
    {
      g_autofree char *folio = g_strdup_printf ("%u", dz_document_get_folio (document, i));
      double width, height;

      dz_document_get_page_size (document, i, &width, &height);
      cairo_pdf_surface_set_size (surface, width, height);
      cairo_pdf_surface_set_page_label (surface, folio);
      dz_document_draw_page (document, i, cr);
      cairo_show_page (cr);
      if (progress != NULL)
        progress (i + 1, n, user_data);
      ok = !g_cancellable_set_error_if_cancelled (cancellable, error);
    }
  cairo_destroy (cr);

  return ok;
}

/* Backwards, past the zeros of the fonts. */
static const char *
find_last (const char *data,
           gsize       len,
           const char *needle)
{
  gsize n = strlen (needle);

  for (gsize at = len >= n ? len - n + 1 : 0; at > 0; at--)
    if (memcmp (data + at - 1, needle, n) == 0)
      return data + at - 1;

  return NULL;
}

/* The number of the catalogue, and the trailer's other entries; FALSE if cairo wrote something else. */
static gboolean
find_catalogue (const char *pdf,
                gsize       len,
                guint      *number,
                char      **catalogue,
                char      **trailer,
                gsize      *xref)
{
  const char *start = find_last (pdf, len, "trailer");
  const char *root = start != NULL ? g_strstr_len (start, (gssize) (len - (start - pdf)), "/Root ") : NULL;
  const char *open = start != NULL ? g_strstr_len (start, (gssize) (len - (start - pdf)), "<<") : NULL;
  const char *close = open != NULL ? g_strrstr_len (open, (gssize) (len - (open - pdf)), ">>") : NULL;
  const char *place = start != NULL ? g_strstr_len (start, (gssize) (len - (start - pdf)), "startxref") : NULL;
  g_autofree char *head = NULL;
  const char *object, *end;

  if (root == NULL || close == NULL || place == NULL)
    return FALSE;
  *number = (guint) g_ascii_strtoull (root + strlen ("/Root "), NULL, 10);
  *xref = (gsize) g_ascii_strtoull (place + strlen ("startxref"), NULL, 10);
  head = g_strdup_printf ("\n%u 0 obj\n<<", *number);
  object = find_last (pdf, len, head);
  end = object != NULL ? g_strstr_len (object, (gssize) (len - (object - pdf)), "endobj") : NULL;
  if (end == NULL)
    return FALSE;
  object += strlen (head);
  *catalogue = g_strndup (object, end - object);
  *trailer = g_strndup (open + 2, close - open - 2);

  return strstr (*catalogue, "/Catalog") != NULL;
}

/* cairo writes the structure of the tags, but not that the file is tagged, nor its language: an
 * update at the end of the file says both. */
static gboolean
mark_as_tagged (const char *part,
                const char *path,
                GError    **error)
{
  g_autoptr(GMappedFile) file = g_mapped_file_new (part, FALSE, error);
  g_autofree char *catalogue = NULL;
  g_autofree char *trailer = NULL;
  g_autoptr(GString) update = g_string_new (NULL);
  gsize len, xref, object, table;
  guint number;
  FILE *stream;
  gboolean ok;

  if (file == NULL)
    return FALSE;
  len = g_mapped_file_get_length (file);
  if (!find_catalogue (g_mapped_file_get_contents (file), len, &number, &catalogue, &trailer, &xref))
    return TRUE;

  object = len + 1;
  g_string_append_printf (update, "\n%u 0 obj\n<< /MarkInfo << /Marked true >> /Lang (zh-CN)%sendobj\n", number,
                          catalogue);
  table = len + update->len;
  g_string_append_printf (update, "xref\n0 1\n0000000000 65535 f \n%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n", number,
                          object);
  g_string_append_printf (update, "trailer\n<<%s   /Prev %" G_GSIZE_FORMAT "\n>>\nstartxref\n%" G_GSIZE_FORMAT
                          "\n%%%%EOF\n", trailer, xref, table);
  stream = g_fopen (part, "ab");
  ok = stream != NULL && fwrite (update->str, 1, update->len, stream) == update->len;
  ok = (stream == NULL || fclose (stream) == 0) && ok;

  return ok || dz_atomic_file_refuse (path, 0, error);
}

/**
 * dz_export_pdf:
 * @progress: (nullable): called after each page, in this thread
 *
 * Writes all pages. Text can be searched and copied, fonts are subset, headings stand in the
 * outline.
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
  surface = cairo_pdf_surface_create_for_stream (write_bytes, stream, DZ_PAPER_WIDTH, DZ_PAPER_HEIGHT);
  set_metadata (surface, document);
  ok = draw_pages (surface, document, progress, user_data, cancellable, error);
  if (ok)
    add_outline (surface, document);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  /* cairo forgets some errors of the stream, the stream none */
  lost = fflush (stream) != 0 || ferror (stream) || status != CAIRO_STATUS_SUCCESS;
  if ((fclose (stream) != 0 || lost) && ok)
    ok = dz_atomic_file_refuse (path, 0, error);

  return ok && mark_as_tagged (file.part, path, error) && dz_atomic_file_finish (&file, error);
}

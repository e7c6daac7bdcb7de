/* dz-reader-pdf.c - PDF, with text or scanned
 *
 * Each page gives its characters, a rectangle for each and the font sizes; the
 * layout makes the report of them. A page whose ink lies mostly elsewhere, or
 * whose characters are no text, is a scan: it is drawn at 300 dpi and read by
 * character recognition, whatever stamp or page number lies on it. All of
 * it runs under a deadline, since a hostile page can keep poppler busy.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE /* memmem */

#include "dz-pdf-page.h"

#include "dz-deadline.h"
#include "dz-limits.h"
#include "dz-ocr.h"
#include "dz-page-text.h"
#include "dz-pdf-draw.h"
#include "dz-pdf-streams.h"
#include "dz-reader-kind.h"
#include "dz-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_PAGES 3000
#define MAX_SCANS 200 /* pages that are recognised: each takes seconds */
#define PAGE_SECONDS 8
#define TEXT_SECONDS 9 /* for all pages of a document of up to 200 */
#define FEW_CHARACTERS 150 /* a page with no more may hold something else than text */

typedef struct
{
  GBytes *bytes;
} Job;

typedef struct
{
  DzText *text;
  DzSource *source;
} Outcome;

typedef struct
{
  DzDeadline *deadline;
  PopplerDocument *document;
  DzLayout *layout;
  DzSource *source;
  DzScanner scanner;
  gboolean may_have_pictures;
  gboolean may_have_notes;
  gboolean wants_a_look;
  guint n_pages;
  guint n_scans;
  guint n_ocr;
  guint n_empty;
  guint n_unreadable;
  guint n_glyphs;
  gint64 text_time;
  GError *ocr_error; /* the first */
} Reading;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_bytes_unref (job->bytes);
  g_free (job);
}

static void
outcome_free (gpointer data)
{
  Outcome *outcome = data;

  g_clear_pointer (&outcome->text, dz_text_unref);
  dz_source_free (outcome->source);
  g_free (outcome);
}

static int
sniff_pdf (const guint8 *data,
           gsize         len,
           const char   *name)
{
  return g_strstr_len ((const char *) data, (gssize) MIN (len, 1024), "%PDF-") != NULL ? 100 : 0;
}

static gboolean
contains (GBytes     *bytes,
          const char *needle,
          gsize       from)
{
  gsize len;
  const char *data = g_bytes_get_data (bytes, &len);

  return from < len && memmem (data + from, len - from, needle, strlen (needle)) != NULL;
}

/* Unless objects are packed into streams, a page's comments can be seen from afar. */
static gboolean
may_have_notes (GBytes *bytes)
{
  return contains (bytes, "/Annots", 0) || contains (bytes, "/ObjStm", 0);
}

/* Names of objects stand in the open, even in an encrypted file. */
static gboolean
may_have_pictures (GBytes *bytes)
{
  gsize len;
  const char *data = g_bytes_get_data (bytes, &len);
  const char *at = data;

  while ((at = memmem (at, len - (gsize) (at - data), "/Image", 6)) != NULL)
    {
      at += 6;
      if (at < data + len && !g_ascii_isalnum (*at))
        return TRUE;
    }

  return FALSE;
}

static PopplerDocument *
open_document (GBytes  *bytes,
               GError **error)
{
  g_autoptr(GError) own = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &own);

  if (document != NULL)
    return document;

  if (g_error_matches (own, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    dz_set_error (error, DZ_ERROR_ENCRYPTED,
                  _("The PDF needs a password. Ask for it without one."));
  else
    dz_set_error (error, DZ_ERROR_BROKEN,
                  _("The PDF is damaged and cannot be opened. Ask for the file again."));

  return NULL;
}

static void
add_page_loss (Reading    *self,
               DzLossKind  kind,
               guint       page)
{
  g_autofree char *where = g_strdup_printf ("%u", page + 1);

  dz_source_add_loss (self->source, kind, 1, where);
}

/* Reads a scanned page; what goes wrong with one page does not stop the others. @has_text: the page
 * has characters of its own that stay, whatever is seen beside them. */
static gboolean
read_scan (Reading     *self,
           PopplerPage *page,
           guint        index,
           gboolean     has_text,
           GError     **error)
{
  g_autoptr(GError) own = NULL;
  g_autoptr(DzPicture) picture = NULL;
  DzScanPlace place = { 0, 0, 0 };
  DzScanVerdict verdict = DZ_SCAN_BLANK;

  if (!dz_ocr_is_available ())
    {
      self->n_empty++;
      return TRUE;
    }
  if (self->n_scans++ >= MAX_SCANS)
    {
      self->n_empty++;
      dz_source_add_loss (self->source, DZ_LOSS_PAGES_EMPTY, 1, NULL);
      return TRUE;
    }
  if (!dz_deadline_step (self->deadline, PAGE_SECONDS, error))
    return FALSE;
  picture = dz_pdf_page_draw (page, dz_layout_peek_glyphs (self->layout), &place.width);
  if (!dz_deadline_step (self->deadline, 4 * (DZ_OCR_SECONDS + 5), error))
    return FALSE;
  if (picture != NULL &&
      dz_scan_add (&self->scanner, self->layout, picture, &place, &verdict,
                   dz_deadline_get_cancellable (self->deadline), &own))
    {
      self->n_ocr += verdict == DZ_SCAN_READ;
      if (verdict != DZ_SCAN_READ && has_text)
        dz_source_add_loss (self->source, DZ_LOSS_PICTURES, 1, NULL);
      else if (verdict == DZ_SCAN_UNREADABLE)
        {
          self->n_unreadable++;
          add_page_loss (self, DZ_LOSS_PAGES_UNREADABLE, index);
        }
      else if (verdict == DZ_SCAN_BLANK)
        dz_source_add_loss (self->source, DZ_LOSS_PICTURES, 1, NULL);
      return TRUE;
    }
  if (g_error_matches (own, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }
  self->n_empty++;
  add_page_loss (self, DZ_LOSS_PAGES_EMPTY, index);
  if (self->ocr_error == NULL)
    self->ocr_error = g_steal_pointer (&own);

  return TRUE;
}

static gboolean
has_white_text (Reading *self)
{
  GArray *glyphs = dz_layout_peek_glyphs (self->layout);

  for (guint i = 0; i < glyphs->len; i++)
    if (g_array_index (glyphs, DzGlyph, i).unseen)
      return TRUE;

  return FALSE;
}

/* Of a scan the lines are read with the rest of it. */
static void
look (Reading     *self,
      PopplerPage *page,
      gboolean     scan)
{
  if ((!scan && dz_layout_may_have_table (self->layout)) || self->wants_a_look || has_white_text (self))
    dz_pdf_page_look (page, !scan, self->layout);
}

static gboolean
fill_page (Reading      *self,
           PopplerPage  *page,
           guint         index,
           GError      **error)
{
  gint64 start = g_get_monotonic_time ();
  DzPdfPicture pictures = { 0 };
  g_autoptr(DzPdfText) text = dz_pdf_text_new (page);
  GArray *glyphs = dz_layout_peek_glyphs (self->layout);
  gboolean usable, more;

  if (self->may_have_pictures)
    pictures = dz_pdf_page_find_pictures (page);
  dz_pdf_text_add (text, page, self->layout);
  dz_layout_drop_watermarks (self->layout);
  if (self->may_have_notes)
    dz_pdf_page_read_fields (page, self->layout);
  usable = dz_page_text_is_usable (glyphs, dz_layout_count_unreadable (self->layout));
  if (!usable && dz_ocr_is_available () && dz_pdf_page_shows_something (page))
    dz_layout_clear_glyphs (self->layout);
  if (glyphs->len == 0)
    more = dz_pdf_page_shows_something (page);
  else
    more = (pictures.cover >= 0.5 || glyphs->len < FEW_CHARACTERS) && dz_pdf_page_shows_more (page, glyphs);
  if (more && pictures.cover >= 0.5)
    dz_layout_drop_pale (self->layout);
  if (!more && pictures.cover < 0.5)
    dz_source_add_loss (self->source, DZ_LOSS_PICTURES, pictures.n, NULL);
  if (glyphs->len > 0)
    look (self, page, more);
  self->text_time += g_get_monotonic_time () - start;

  return !more || read_scan (self, page, index, glyphs->len > 0, error);
}

static gboolean
read_page (Reading  *self,
           guint     index,
           GError  **error)
{
  PopplerPage *page;
  double width = 595;
  double height = 842;
  gboolean done = TRUE;

  if (!dz_deadline_step (self->deadline, PAGE_SECONDS, error))
    return FALSE;
  page = poppler_document_get_page (self->document, (int) index);
  if (page != NULL)
    poppler_page_get_size (page, &width, &height);
  dz_layout_begin_page (self->layout, width, height);
  if (page != NULL)
    {
      done = fill_page (self, page, index, error);
      if (self->may_have_notes)
        dz_source_add_loss (self->source, DZ_LOSS_COMMENTS,
                            dz_pdf_page_read_notes (page, self->layout), NULL);
      g_object_unref (page);
    }
  else
    {
      add_page_loss (self, DZ_LOSS_PAGES_EMPTY, index);
    }
  if (!done)
    return FALSE;
  self->n_glyphs += dz_layout_end_page (self->layout);

  return TRUE;
}

static gboolean
check_time (Reading  *self,
            GError  **error)
{
  gint64 allowed = TEXT_SECONDS * G_USEC_PER_SEC;

  if (self->n_pages > 200)
    allowed = allowed / 200 * self->n_pages;
  if (self->text_time <= allowed)
    return TRUE;
  dz_set_error (error, DZ_ERROR_TIMEOUT,
                _("The PDF takes too long to read. Ask for the report as .docx."));

  return FALSE;
}

static gboolean
check_outcome (Reading  *self,
               GError  **error)
{
  if (self->n_glyphs > 0)
    return TRUE;

  if (self->n_empty > 0 && !dz_ocr_is_available ())
    dz_set_error (error, DZ_ERROR_NEEDS_PROGRAM,
                  _("The PDF is a scan without text. Install the packages %s to read it by character recognition, or ask for the report as .docx."),
                  DZ_OCR_PACKAGES);
  else if (self->ocr_error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->ocr_error));
  else if (self->n_unreadable > 0)
    dz_set_error (error, DZ_ERROR_EMPTY,
                  _("The PDF shows no text that can be recognised. Ask for the report as .docx."));
  else
    dz_set_error (error, DZ_ERROR_EMPTY,
                  _("There is no text in the file. Ask for it again."));

  return FALSE;
}

static void
add_document_losses (Reading *self,
                     GBytes  *bytes)
{
  gsize len = g_bytes_get_size (bytes);

  dz_source_add_loss (self->source, DZ_LOSS_PAGES_OCR, self->n_ocr, NULL);
  if (!dz_ocr_is_available ())
    dz_source_add_loss (self->source, DZ_LOSS_PAGES_EMPTY, self->n_empty, NULL);
  if (!contains (bytes, "%%EOF", len > 2048 ? len - 2048 : 0))
    dz_source_add_loss (self->source, DZ_LOSS_CUT, 1, NULL);
  if (poppler_document_has_attachments (self->document))
    dz_source_add_loss (self->source, DZ_LOSS_ATTACHMENTS,
                        poppler_document_get_n_attachments (self->document), NULL);
}

static gboolean
read_pages (Reading  *self,
            GError  **error)
{
  self->n_pages = (guint) MAX (poppler_document_get_n_pages (self->document), 0);
  if (self->n_pages > MAX_PAGES)
    {
      dz_set_error (error, DZ_ERROR_TOO_MANY,
                    _("The PDF has more than %u pages. Import the report alone."), MAX_PAGES);
      return FALSE;
    }
  for (guint i = 0; i < self->n_pages; i++)
    if (!read_page (self, i, error) || !check_time (self, error) ||
        !dz_limits_check_text (&dz_limits_default, (gsize) self->n_glyphs * 3, error))
      return FALSE;

  return check_outcome (self, error);
}

static gpointer
read_document (DzDeadline *deadline,
               gpointer    data,
               GError    **error)
{
  Job *job = data;
  g_autoptr(DzLayout) layout = dz_layout_new ();
  g_autoptr(DzSource) source = dz_source_new (NULL);
  Reading self = { .deadline = deadline, .layout = layout, .source = source };
  gboolean done;
  Outcome *outcome;

  self.document = open_document (job->bytes, error);
  if (self.document == NULL)
    return NULL;

  self.may_have_pictures = may_have_pictures (job->bytes);
  self.may_have_notes = may_have_notes (job->bytes);
  self.wants_a_look = dz_pdf_streams_want_a_look (job->bytes, (guint) MAX (poppler_document_get_n_pages (self.document), 0));
  done = read_pages (&self, error);
  if (done)
    add_document_losses (&self, job->bytes);
  g_object_unref (self.document);
  g_clear_error (&self.ocr_error);
  if (!done)
    return NULL;

  outcome = g_new0 (Outcome, 1);
  outcome->text = dz_layout_finish (layout, source);
  outcome->source = g_steal_pointer (&source);

  return outcome;
}

static DzText *
read_pdf (GBytes        *bytes,
          DzSource      *source,
          GCancellable  *cancellable,
          GError       **error)
{
  Job *job;
  Outcome *outcome;
  DzText *text;

  if (!dz_limits_check_input (&dz_limits_default, g_bytes_get_size (bytes), error))
    return NULL;

  job = g_new0 (Job, 1);
  job->bytes = g_bytes_ref (bytes);
  outcome = dz_deadline_run (read_document, job, job_free, outcome_free, cancellable, error);
  if (outcome == NULL)
    return NULL;

  dz_source_add_losses (source, outcome->source);
  text = g_steal_pointer (&outcome->text);
  outcome_free (outcome);

  return text;
}

static const char *const extensions[] = { "pdf", NULL };

const DzReader dz_reader_pdf = { "pdf", extensions, sniff_pdf, read_pdf, TRUE };

/* dz-reader-ofd.c - OFD, the fixed layout of GB/T 33190
 *
 * A zip: OFD.xml names documents, a document its pages and templates, a page
 * its text objects. The same layout as for PDF makes paragraphs of them. The
 * text of a template used by several pages is read once. A page that is mostly
 * picture is a scan and goes through character recognition, whatever stamp or
 * page number lies on it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE /* memmem */

#include "dz-ocr.h"
#include "dz-ofd-package.h"
#include "dz-ofd-page.h"
#include "dz-page-text.h"
#include "dz-reader-kind.h"
#include "dz-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_PAGES 3000
#define MAX_SECONDS 9

typedef struct
{
  xmlDoc *doc;
  guint n_uses;
  gboolean shown;
} Template;

typedef struct
{
  DzZip *zip;
  DzLayout *layout;
  DzSource *source;
  GCancellable *cancellable;
  gint64 until;
  guint n_pages;
  guint n_glyphs;
  guint n_ocr;
  guint n_scans; /* pages of pictures that could not be read */
  guint n_unreadable;
  DzScanner scanner;
  guint n_furniture;
  GError *first_error;

  /* of the document under way */
  const char *path;
  xmlNode *root;
  DzOfdBox box;
  GHashTable *templates; /* id -> Template */
  GHashTable *notes;     /* page id -> text */
  DzOfdResources *resources;
} Reading;

static int
sniff_ofd (const guint8 *data,
           gsize         len,
           const char   *name)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(DzZip) zip = NULL;

  if (data == NULL || len < 30 || memcmp (data, "PK", 2) != 0 ||
      (memmem (data, len, "OFD.xml", 7) == NULL && memmem (data, len, "ofd.xml", 7) == NULL))
    return 0;
  bytes = g_bytes_new_static (data, len);
  zip = dz_zip_open (bytes, &dz_limits_default, NULL);

  return zip != NULL && dz_zip_has (zip, "OFD.xml") ? 100 : 0;
}

static void
template_free (gpointer data)
{
  Template *template = data;

  g_clear_pointer (&template->doc, xmlFreeDoc);
  g_free (template);
}

static void
keep_first_error (Reading *self,
                  GError  *error)
{
  if (self->first_error == NULL)
    self->first_error = error;
  else
    g_clear_error (&error);
}

static xmlDoc *
load (Reading    *self,
      const char *from,
      const char *location)
{
  g_autofree char *path = location != NULL ? dz_ofd_resolve (self->zip, from, location) : NULL;
  GError *error = NULL;
  xmlDoc *doc = dz_ofd_load (self->zip, path != NULL ? path : location, &error);

  if (doc == NULL)
    keep_first_error (self, error);

  return doc;
}

static void
find_templates (Reading *self)
{
  const xmlNode *common = dz_xml_tree_child (self->root, "CommonData");

  for (const xmlNode *node = dz_xml_tree_child (common, "TemplatePage"); node != NULL;
       node = dz_xml_tree_next (node->next, "TemplatePage"))
    {
      char *id = dz_xml_tree_dup_attr (node, "ID");
      g_autofree char *location = dz_xml_tree_dup_attr (node, "BaseLoc");
      Template *template;

      if (id == NULL)
        continue;
      template = g_new0 (Template, 1);
      template->doc = load (self, self->path, location);
      g_hash_table_replace (self->templates, id, template);
    }
}

static void
collect_notes (Reading       *self,
               const xmlNode *annots,
               GString       *text)
{
  for (const xmlNode *annot = dz_xml_tree_child (annots, "Annot"); annot != NULL;
       annot = dz_xml_tree_next (annot->next, "Annot"))
    {
      g_autofree char *type = dz_xml_tree_dup_attr (annot, "Type");
      const xmlNode *appearance = dz_xml_tree_child (annot, "Appearance");
      g_autofree char *remark = dz_xml_tree_dup_text (dz_xml_tree_child (annot, "Remark"));

      if (g_strcmp0 (type, "Watermark") == 0)
        {
          self->n_furniture++;
          continue;
        }
      if (*g_strstrip (remark) != '\0')
        g_string_append_printf (text, "%s\n", remark);
      if (appearance != NULL)
        dz_ofd_page_collect (appearance, text);
    }
}

static void
find_notes (Reading *self)
{
  g_autofree char *location = dz_xml_tree_dup_text (dz_xml_tree_child (self->root, "Annotations"));
  g_autofree char *path = dz_ofd_resolve (self->zip, self->path, location);
  g_autoptr(xmlDoc) list = NULL;

  if (*location == '\0')
    return;
  list = load (self, self->path, location);
  if (list == NULL || path == NULL)
    return;
  for (const xmlNode *page = dz_xml_tree_child (xmlDocGetRootElement (list), "Page"); page != NULL;
       page = dz_xml_tree_next (page->next, "Page"))
    {
      g_autofree char *file = dz_xml_tree_dup_text (dz_xml_tree_child (page, "FileLoc"));
      char *id = dz_xml_tree_dup_attr (page, "PageID");
      g_autoptr(xmlDoc) annots = load (self, path, file);
      GString *text = g_string_new (NULL);

      if (annots != NULL)
        collect_notes (self, xmlDocGetRootElement (annots), text);
      g_hash_table_replace (self->notes, id != NULL ? id : g_strdup (""),
                            g_string_free (text, FALSE));
    }
}

static void
count_attachments (Reading *self)
{
  g_autofree char *location = dz_xml_tree_dup_text (dz_xml_tree_child (self->root, "Attachments"));
  g_autoptr(xmlDoc) list = *location != '\0' ? load (self, self->path, location) : NULL;
  guint n = 0;

  if (list == NULL)
    return;
  for (const xmlNode *node = dz_xml_tree_child (xmlDocGetRootElement (list), "Attachment");
       node != NULL; node = dz_xml_tree_next (node->next, "Attachment"))
    n++;
  dz_source_add_loss (self->source, DZ_LOSS_ATTACHMENTS, n, NULL);
}

/* Reads one picture of the page. */
static gboolean
read_picture (Reading          *self,
              const DzOfdImage *image,
              DzScanVerdict    *verdict,
              GError          **error)
{
  const char *member = dz_ofd_resources_get_media (self->resources, image->resource);
  g_autoptr(GBytes) picture = member != NULL && dz_ocr_is_available () ? dz_zip_get (self->zip, member, NULL) : NULL;
  DzScanPlace place = { image->box.x * DZ_OFD_POINTS, image->box.y * DZ_OFD_POINTS,
                        MAX (image->box.width, 1) * DZ_OFD_POINTS };
  gint64 start = g_get_monotonic_time ();
  gboolean read;

  if (picture == NULL)
    return FALSE;
  read = dz_scan_add_file (&self->scanner, self->layout, picture, &place, verdict, self->cancellable, error);
  self->until += g_get_monotonic_time () - start;

  return read;
}

static double
share_of (const DzOfdImage *image,
          const DzOfdBox   *page)
{
  double share = image->box.width * image->box.height / MAX (page->width * page->height, 1);

  return CLAMP (share, 0, 1);
}

/* Reads the pictures of a page that is mostly one; strips of a scan too, but no emblem. */
static gboolean
read_scan (Reading        *self,
           DzOfdSeen      *seen,
           const DzOfdBox *page,
           GError        **error)
{
  gboolean has_text = dz_layout_peek_glyphs (self->layout)->len > 0;
  gboolean any = FALSE;
  guint n_failed = 0;
  guint n_small = 0;

  for (guint i = 0; i < seen->images->len; i++)
    {
      const DzOfdImage *image = &g_array_index (seen->images, DzOfdImage, i);
      DzScanVerdict verdict = DZ_SCAN_BLANK;
      g_autoptr(GError) own = NULL;

      if (seen->images->len > 1 && share_of (image, page) < 0.05)
        {
          n_small++;
          continue;
        }
      if (read_picture (self, image, &verdict, &own))
        {
          any |= verdict == DZ_SCAN_READ;
          self->n_unreadable += verdict == DZ_SCAN_UNREADABLE && !has_text;
          if (verdict != DZ_SCAN_READ && has_text)
            dz_source_add_loss (self->source, DZ_LOSS_PICTURES, 1, NULL);
        }
      else if (g_error_matches (own, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          g_propagate_error (error, g_steal_pointer (&own));
          return FALSE;
        }
      else
        {
          n_failed++;
          if (own != NULL)
            keep_first_error (self, g_steal_pointer (&own));
        }
    }
  self->n_ocr += any;
  self->n_scans += n_failed > 0 && !any;
  dz_source_add_loss (self->source, DZ_LOSS_PICTURES, n_small + (any ? n_failed : 0), NULL);

  return TRUE;
}

/* The file's own characters cover little of a page that pictures cover. */
static gboolean
is_scan (Reading        *self,
         DzOfdSeen      *seen,
         const DzOfdBox *page)
{
  GArray *glyphs = dz_layout_peek_glyphs (self->layout);
  double pictures = 0;
  double ink = 0;

  for (guint i = 0; i < seen->images->len; i++)
    pictures += share_of (&g_array_index (seen->images, DzOfdImage, i), page);
  for (guint i = 0; i < glyphs->len; i++)
    {
      const DzGlyph *glyph = &g_array_index (glyphs, DzGlyph, i);

      ink += glyph->size * glyph->size;
    }
  if (seen->images->len > 0 && glyphs->len == 0)
    return TRUE;

  return pictures >= 0.5 && ink < 0.08 * page->width * page->height * DZ_OFD_POINTS * DZ_OFD_POINTS;
}

static void
add_templates (Reading       *self,
               const xmlNode *page,
               const DzOfdBox *box,
               DzOfdSeen     *seen)
{
  for (const xmlNode *node = dz_xml_tree_child (page, "Template"); node != NULL;
       node = dz_xml_tree_next (node->next, "Template"))
    {
      g_autofree char *id = dz_xml_tree_dup_attr (node, "TemplateID");
      Template *template = id != NULL ? g_hash_table_lookup (self->templates, id) : NULL;
      const xmlNode *content;

      if (template == NULL || template->doc == NULL)
        continue;
      content = dz_xml_tree_child (xmlDocGetRootElement (template->doc), "Content");
      if (content != NULL)
        dz_ofd_page_add (content, box,
                         template->n_uses < 2 ? DZ_OFD_ALL
                         : template->shown    ? DZ_OFD_NONE
                                              : DZ_OFD_BODY,
                         self->layout, self->resources, seen);
      template->shown = TRUE;
    }
}

static gboolean
fill_page (Reading        *self,
           const xmlNode  *page,
           const DzOfdBox *box,
           GError        **error)
{
  g_auto(DzOfdSeen) seen = { 0 };
  g_auto(DzOfdSeen) template_seen = { 0 };
  g_autoptr(GArray) strikes = NULL;
  const xmlNode *content = dz_xml_tree_child (page, "Content");

  dz_ofd_seen_init (&seen);
  dz_ofd_seen_init (&template_seen);
  add_templates (self, page, box, &template_seen);
  g_array_append_vals (seen.surfaces, template_seen.surfaces->data, template_seen.surfaces->len);
  for (guint i = 0; i < template_seen.images->len; i++)
    g_array_append_vals (seen.surfaces, &g_array_index (template_seen.images, DzOfdImage, i).box, 1);
  if (content != NULL)
    dz_ofd_page_add (content, box, DZ_OFD_ALL, self->layout, self->resources, &seen);
  self->n_furniture += template_seen.n_left_out + seen.n_left_out;
  dz_source_add_loss (self->source, DZ_LOSS_CHARTS, seen.n_composites + template_seen.n_composites, NULL);
  dz_ofd_page_drop_unseen (self->layout, box, &seen);
  strikes = dz_layout_list_strikes (self->layout);
  dz_layout_drop_struck (self->layout, strikes);
  dz_layout_drop_watermarks (self->layout);
  if (seen.images->len > 0 &&
      !dz_page_text_is_usable (dz_layout_peek_glyphs (self->layout), dz_layout_count_unreadable (self->layout)))
    dz_layout_clear_glyphs (self->layout);
  if (is_scan (self, &seen, box))
    return read_scan (self, &seen, box, error);
  dz_source_add_loss (self->source, DZ_LOSS_PICTURES, seen.images->len, NULL);

  return TRUE;
}

static gboolean
may_go_on (Reading  *self,
           GError  **error)
{
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (self->n_pages >= MAX_PAGES)
    {
      dz_set_error (error, DZ_ERROR_TOO_MANY,
                    _("The OFD has more than %u pages. Import the report alone."), MAX_PAGES);
      return FALSE;
    }
  if (g_get_monotonic_time () > self->until)
    {
      dz_set_error (error, DZ_ERROR_TIMEOUT,
                    _("The OFD takes too long to read. Ask for the report as .docx."));
      return FALSE;
    }

  return dz_limits_check_text (&dz_limits_default, (gsize) self->n_glyphs * 3, error);
}

static gboolean
read_page (Reading        *self,
           const xmlNode  *entry,
           xmlDoc         *doc,
           GError        **error)
{
  g_autofree char *id = dz_xml_tree_dup_attr (entry, "ID");
  const xmlNode *page = doc != NULL ? xmlDocGetRootElement (doc) : NULL;
  const xmlNode *area = dz_xml_tree_child (page, "Area");
  g_autofree char *physical = dz_xml_tree_dup_text (dz_xml_tree_child (area, "PhysicalBox"));
  const char *notes = id != NULL ? g_hash_table_lookup (self->notes, id) : NULL;
  DzOfdBox box = self->box;

  dz_ofd_parse_box (physical, &box);
  self->n_pages++;
  dz_layout_begin_page (self->layout, box.width * DZ_OFD_POINTS, box.height * DZ_OFD_POINTS);
  if (page == NULL)
    {
      g_autofree char *where = g_strdup_printf ("%u", self->n_pages);

      dz_source_add_loss (self->source, DZ_LOSS_PAGES_EMPTY, 1, where);
    }
  else if (!fill_page (self, page, &box, error))
    {
      return FALSE;
    }
  if (notes != NULL)
    {
      dz_layout_add_note (self->layout, notes);
      self->n_glyphs += (guint) strlen (notes);
    }
  self->n_glyphs += dz_layout_end_page (self->layout);

  return TRUE;
}

/* All pages are loaded once before, to know which templates belong to several. */
static gboolean
read_pages (Reading  *self,
            GError  **error)
{
  const xmlNode *pages = dz_xml_tree_child (self->root, "Pages");
  g_autoptr(GPtrArray) docs = g_ptr_array_new_with_free_func ((GDestroyNotify) xmlFreeDoc);
  guint i = 0;

  for (const xmlNode *entry = dz_xml_tree_child (pages, "Page"); entry != NULL;
       entry = dz_xml_tree_next (entry->next, "Page"))
    {
      g_autofree char *location = dz_xml_tree_dup_attr (entry, "BaseLoc");
      xmlDoc *doc = NULL;

      if (docs->len + self->n_pages < MAX_PAGES && g_get_monotonic_time () < self->until)
        doc = load (self, self->path, location);
      g_ptr_array_add (docs, doc);
      if (doc == NULL)
        continue;
      for (const xmlNode *node = dz_xml_tree_child (xmlDocGetRootElement (doc), "Template");
           node != NULL; node = dz_xml_tree_next (node->next, "Template"))
        {
          g_autofree char *id = dz_xml_tree_dup_attr (node, "TemplateID");
          Template *template = id != NULL ? g_hash_table_lookup (self->templates, id) : NULL;

          if (template != NULL)
            template->n_uses++;
        }
    }
  for (const xmlNode *entry = dz_xml_tree_child (pages, "Page"); entry != NULL;
       entry = dz_xml_tree_next (entry->next, "Page"))
    {
      if (!may_go_on (self, error) || !read_page (self, entry, docs->pdata[i++], error))
        return FALSE;
      g_clear_pointer (&docs->pdata[i - 1], xmlFreeDoc);
    }

  return TRUE;
}

static gboolean
read_document (Reading     *self,
               const char  *path,
               GError     **error)
{
  g_autoptr(xmlDoc) doc = load (self, "OFD.xml", path);
  g_autofree char *resolved = dz_ofd_resolve (self->zip, "OFD.xml", path);
  const xmlNode *common;
  const xmlNode *area;
  g_autofree char *physical = NULL;
  gboolean done;

  if (doc == NULL)
    return TRUE;

  self->path = resolved;
  self->root = xmlDocGetRootElement (doc);
  self->box = (DzOfdBox){ 0, 0, 210, 297 };
  common = dz_xml_tree_child (self->root, "CommonData");
  area = dz_xml_tree_child (common, "PageArea");
  physical = dz_xml_tree_dup_text (dz_xml_tree_child (area, "PhysicalBox"));
  dz_ofd_parse_box (physical, &self->box);
  self->templates = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, template_free);
  self->notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->resources = dz_ofd_resources_new (self->zip, self->path, self->root);
  find_templates (self);
  find_notes (self);
  count_attachments (self);
  dz_layout_break (self->layout);
  done = read_pages (self, error);
  g_clear_pointer (&self->templates, g_hash_table_unref);
  g_clear_pointer (&self->notes, g_hash_table_unref);
  g_clear_pointer (&self->resources, dz_ofd_resources_free);

  return done;
}

static gboolean
read_documents (Reading  *self,
                GError  **error)
{
  g_autoptr(xmlDoc) ofd = dz_ofd_load (self->zip, "OFD.xml", error);

  if (ofd == NULL)
    return FALSE;
  for (const xmlNode *body = dz_xml_tree_child (xmlDocGetRootElement (ofd), "DocBody");
       body != NULL; body = dz_xml_tree_next (body->next, "DocBody"))
    {
      g_autofree char *root = dz_xml_tree_dup_text (dz_xml_tree_child (body, "DocRoot"));

      if (*g_strstrip (root) != '\0' && !read_document (self, root, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_outcome (Reading  *self,
               GError  **error)
{
  if (self->n_glyphs > 0)
    return TRUE;

  if (self->n_scans > 0 && !dz_ocr_is_available ())
    dz_set_error (error, DZ_ERROR_NEEDS_PROGRAM,
                  _("The OFD is a scan without text. Install the packages %s to read it by character recognition, or ask for the report as .docx."),
                  DZ_OCR_PACKAGES);
  else if (self->n_unreadable > 0)
    dz_set_error (error, DZ_ERROR_EMPTY,
                  _("The OFD shows no text that can be recognised. Ask for the report as .docx."));
  else if (self->first_error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->first_error));
  else
    dz_set_error (error, DZ_ERROR_EMPTY,
                  _("There is no text in the file. Ask for it again."));

  return FALSE;
}

static gboolean
read_package (Reading  *self,
              GError  **error)
{
  if (dz_ofd_is_encrypted (self->zip))
    {
      dz_set_error (error, DZ_ERROR_ENCRYPTED,
                    _("The OFD is encrypted. Ask for it without a password."));
      return FALSE;
    }

  return read_documents (self, error) && check_outcome (self, error);
}

static DzText *
read_ofd (GBytes        *bytes,
          DzSource      *source,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr(DzZip) zip = NULL;
  g_autoptr(DzLayout) layout = dz_layout_new ();
  Reading self = { .layout = layout, .source = source, .cancellable = cancellable };
  DzText *text = NULL;

  if (!dz_limits_check_input (&dz_limits_default, g_bytes_get_size (bytes), error))
    return NULL;
  zip = dz_zip_open (bytes, &dz_limits_default, error);
  if (zip == NULL)
    return NULL;

  self.zip = zip;
  self.until = g_get_monotonic_time () + MAX_SECONDS * G_USEC_PER_SEC;
  if (read_package (&self, error))
    {
      dz_source_add_loss (source, DZ_LOSS_FURNITURE, self.n_furniture, NULL);
      dz_source_add_loss (source, DZ_LOSS_PAGES_OCR, self.n_ocr, NULL);
      dz_source_add_loss (source, DZ_LOSS_PAGES_EMPTY, self.n_scans, NULL);
      dz_source_add_loss (source, DZ_LOSS_PAGES_UNREADABLE, self.n_unreadable, NULL);
      if (dz_zip_was_repaired (zip))
        dz_source_add_loss (source, DZ_LOSS_CUT, 1, NULL);
      text = dz_layout_finish (layout, source);
    }
  g_clear_error (&self.first_error);

  return text;
}

static const char *const extensions[] = { "ofd", NULL };

const DzReader dz_reader_ofd = { "ofd", extensions, sniff_ofd, read_ofd, TRUE, TRUE };

/* dz-ofd-sheet.c - a page of an OFD, to be drawn
 *
 * Pages are counted as the reader counts them: over all documents of the package, also those that
 * cannot be loaded.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-ofd-sheet.h"

#include "dz-error.h"
#include "dz-ofd-page.h"
#include "dz-ofd-pen.h"

#include <glib/gi18n-lib.h>

struct _DzOfdSheet
{
  DzZip *zip;
  xmlDoc *document;
  char *path; /* of document */
  DzOfdResources *resources;
  xmlDoc *page;
  DzOfdBox box;
  guint n_pages;
};

/* A member named by another. */
static xmlDoc *
load (DzOfdSheet *self,
      const char *from,
      const char *location)
{
  g_autofree char *path = location != NULL ? dz_ofd_resolve (self->zip, from, location) : NULL;

  return path != NULL ? dz_ofd_load (self->zip, path, NULL) : NULL;
}

static void
take_box (DzOfdSheet    *self,
          const xmlNode *area)
{
  g_autofree char *physical = dz_xml_tree_dup_text (dz_xml_tree_child (area, "PhysicalBox"));
  DzOfdBox box;

  if (dz_ofd_parse_box (physical, &box) && box.width > 1 && box.height > 1)
    self->box = box;
}

/* Takes @document if the page wanted is in it; counts its pages. */
static void
look_into (DzOfdSheet *self,
           xmlDoc     *document,
           const char *path,
           guint       wanted)
{
  const xmlNode *root = xmlDocGetRootElement (document);
  const xmlNode *pages = dz_xml_tree_child (root, "Pages");

  for (const xmlNode *entry = dz_xml_tree_child (pages, "Page"); entry != NULL;
       entry = dz_xml_tree_next (entry->next, "Page"))
    {
      g_autofree char *location = dz_xml_tree_dup_attr (entry, "BaseLoc");

      if (++self->n_pages != wanted)
        continue;
      self->page = load (self, path, location);
      self->document = document;
      self->path = g_strdup (path);
      self->resources = dz_ofd_resources_new (self->zip, self->path, root); /* which keeps no copy of it */
      take_box (self, dz_xml_tree_child (dz_xml_tree_child (root, "CommonData"), "PageArea"));
      if (self->page != NULL)
        take_box (self, dz_xml_tree_child (xmlDocGetRootElement (self->page), "Area"));
    }
  if (self->document != document)
    xmlFreeDoc (document);
}

static gboolean
find_page (DzOfdSheet  *self,
           guint        wanted,
           GError     **error)
{
  g_autoptr(xmlDoc) ofd = dz_ofd_load (self->zip, "OFD.xml", error);

  if (ofd == NULL)
    return FALSE;
  for (const xmlNode *body = dz_xml_tree_child (xmlDocGetRootElement (ofd), "DocBody"); body != NULL;
       body = dz_xml_tree_next (body->next, "DocBody"))
    {
      g_autofree char *root = g_strstrip (dz_xml_tree_dup_text (dz_xml_tree_child (body, "DocRoot")));
      g_autofree char *path = *root != '\0' ? dz_ofd_resolve (self->zip, "OFD.xml", root) : NULL;
      xmlDoc *document = path != NULL ? dz_ofd_load (self->zip, path, NULL) : NULL;

      if (document != NULL)
        look_into (self, document, path, wanted);
    }
  if (self->page != NULL)
    return TRUE;
  dz_set_error (error, DZ_ERROR_NO_DATA, _("The file has no page %u."), wanted);

  return FALSE;
}

/**
 * dz_ofd_sheet_new:
 * @bytes: an OFD
 * @page: from 1
 *
 * Returns: (transfer full): that page; %NULL with @error set if there is none
 */
DzOfdSheet *
dz_ofd_sheet_new (GBytes  *bytes,
                  guint    page,
                  GError **error)
{
  g_autoptr(DzOfdSheet) self = g_new0 (DzOfdSheet, 1);

  self->box = (DzOfdBox){ 0, 0, 210, 297 };
  self->zip = dz_zip_open (bytes, &dz_limits_default, error);

  return self->zip != NULL && find_page (self, page, error) ? g_steal_pointer (&self) : NULL;
}

void
dz_ofd_sheet_free (DzOfdSheet *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->resources, dz_ofd_resources_free);
  g_clear_pointer (&self->page, xmlFreeDoc);
  g_clear_pointer (&self->document, xmlFreeDoc);
  g_clear_pointer (&self->zip, dz_zip_free);
  g_free (self->path);
  g_free (self);
}

/**
 * dz_ofd_sheet_get_size:
 * @width: (out): in points, like @height
 */
void
dz_ofd_sheet_get_size (DzOfdSheet *self,
                       double     *width,
                       double     *height)
{
  *width = self->box.width * DZ_OFD_POINTS;
  *height = self->box.height * DZ_OFD_POINTS;
}

guint
dz_ofd_sheet_get_n_pages (DzOfdSheet *self)
{
  return self->n_pages;
}

static void
draw_template (DzOfdSheet *self,
               const char *wanted,
               cairo_t    *cr)
{
  const xmlNode *common = dz_xml_tree_child (xmlDocGetRootElement (self->document), "CommonData");

  for (const xmlNode *node = dz_xml_tree_child (common, "TemplatePage"); node != NULL;
       node = dz_xml_tree_next (node->next, "TemplatePage"))
    {
      g_autofree char *id = dz_xml_tree_dup_attr (node, "ID");
      g_autofree char *location = dz_xml_tree_dup_attr (node, "BaseLoc");
      g_autoptr(xmlDoc) template = g_strcmp0 (id, wanted) == 0 ? load (self, self->path, location) : NULL;
      const xmlNode *content =
        template != NULL ? dz_xml_tree_child (xmlDocGetRootElement (template), "Content") : NULL;

      if (content != NULL)
        dz_ofd_pen_draw (cr, content, self->resources, self->zip);
    }
}

/**
 * dz_ofd_sheet_draw:
 * @cr: in points
 */
void
dz_ofd_sheet_draw (DzOfdSheet *self,
                   cairo_t    *cr)
{
  const xmlNode *page = xmlDocGetRootElement (self->page);
  const xmlNode *content = dz_xml_tree_child (page, "Content");

  cairo_save (cr);
  cairo_scale (cr, DZ_OFD_POINTS, DZ_OFD_POINTS);
  for (const xmlNode *node = dz_xml_tree_child (page, "Template"); node != NULL;
       node = dz_xml_tree_next (node->next, "Template"))
    {
      g_autofree char *id = dz_xml_tree_dup_attr (node, "TemplateID");

      if (id != NULL)
        draw_template (self, id, cr);
    }
  if (content != NULL)
    dz_ofd_pen_draw (cr, content, self->resources, self->zip);
  cairo_restore (cr);
}

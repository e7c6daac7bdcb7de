/* dz-ofd-resources.c - what the pages of an OFD document refer to: pictures and composite objects
 *
 * The lists of resources are read when the first page asks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-ofd-resources.h"

#include "dz-xml-tree.h"

struct _DzOfdResources
{
  DzZip *zip;
  const char *path;
  const xmlNode *document;
  gboolean loaded;
  GPtrArray *docs;    /* xmlDoc, kept for the units */
  GHashTable *media;  /* id -> member */
  GHashTable *units;  /* id -> xmlNode: its Content */
};

/**
 * dz_ofd_resources_new:
 * @zip: outlives the resources, as do @path and @document
 * @path: of the document's own member
 *
 * Returns: (transfer full): what @document lists, not yet looked at
 */
DzOfdResources *
dz_ofd_resources_new (DzZip         *zip,
                      const char    *path,
                      const xmlNode *document)
{
  DzOfdResources *self = g_new0 (DzOfdResources, 1);

  self->zip = zip;
  self->path = path;
  self->document = document;
  self->docs = g_ptr_array_new_with_free_func ((GDestroyNotify) xmlFreeDoc);
  self->media = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
dz_ofd_resources_free (DzOfdResources *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->media);
  g_hash_table_unref (self->units);
  g_ptr_array_unref (self->docs);
  g_free (self);
}

static void
add_media (DzOfdResources *self,
           const xmlNode  *root,
           const char     *path)
{
  g_autofree char *base = dz_xml_tree_dup_attr (root, "BaseLoc");
  const xmlNode *medias = dz_xml_tree_child (root, "MultiMedias");

  for (const xmlNode *media = dz_xml_tree_child (medias, "MultiMedia"); media != NULL;
       media = dz_xml_tree_next (media->next, "MultiMedia"))
    {
      g_autofree char *file = dz_xml_tree_dup_text (dz_xml_tree_child (media, "MediaFile"));
      g_autofree char *joined = g_build_path ("/", base != NULL ? base : "", g_strstrip (file), NULL);
      g_autofree char *id = dz_xml_tree_dup_attr (media, "ID");
      g_autofree char *member = dz_ofd_resolve (self->zip, path, joined);

      if (member == NULL)
        member = dz_ofd_resolve (self->zip, path, file);
      if (id != NULL && member != NULL)
        g_hash_table_replace (self->media, g_steal_pointer (&id), g_steal_pointer (&member));
    }
}

static void
add_units (DzOfdResources *self,
           const xmlNode  *root)
{
  const xmlNode *units = dz_xml_tree_child (root, "CompositeGraphicUnits");

  for (const xmlNode *unit = dz_xml_tree_child (units, "CompositeGraphicUnit"); unit != NULL;
       unit = dz_xml_tree_next (unit->next, "CompositeGraphicUnit"))
    {
      char *id = dz_xml_tree_dup_attr (unit, "ID");
      const xmlNode *content = dz_xml_tree_child (unit, "Content");

      if (id != NULL && content != NULL)
        g_hash_table_replace (self->units, id, (gpointer) content);
      else
        g_free (id);
    }
}

static void
load_list (DzOfdResources *self,
           const xmlNode  *res)
{
  g_autofree char *location = dz_xml_tree_dup_text (res);
  g_autofree char *path = dz_ofd_resolve (self->zip, self->path, location);
  xmlDoc *doc = path != NULL ? dz_ofd_load (self->zip, path, NULL) : NULL;
  const xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;

  if (doc == NULL)
    return;
  g_ptr_array_add (self->docs, doc);
  if (root == NULL)
    return;
  add_media (self, root, path);
  add_units (self, root);
}

static void
load (DzOfdResources *self)
{
  static const char *const names[] = { "PublicRes", "DocumentRes" };
  const xmlNode *common = dz_xml_tree_child (self->document, "CommonData");

  if (self->loaded)
    return;
  self->loaded = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (const xmlNode *res = dz_xml_tree_child (common, names[i]); res != NULL;
         res = dz_xml_tree_next (res->next, names[i]))
      load_list (self, res);
}

/**
 * dz_ofd_resources_get_media:
 * @id: (nullable)
 *
 * Returns: (transfer none) (nullable): the member of the package that holds the picture
 */
const char *
dz_ofd_resources_get_media (DzOfdResources *self,
                            const char     *id)
{
  load (self);

  return id != NULL ? g_hash_table_lookup (self->media, id) : NULL;
}

/**
 * dz_ofd_resources_get_unit:
 * @id: (nullable)
 *
 * Returns: (transfer none) (nullable): the content of the composite object
 */
const xmlNode *
dz_ofd_resources_get_unit (DzOfdResources *self,
                           const char     *id)
{
  load (self);

  return id != NULL ? g_hash_table_lookup (self->units, id) : NULL;
}

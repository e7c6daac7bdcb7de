/* dz-xml-tree.c - small XML members as trees, whatever their namespaces
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-xml-tree.h"

#include "dz-error.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <string.h>

#define MAX_BYTES (64 * 1024 * 1024)
#define MAX_ELEMENTS 1000000 /* a tree of them takes some 360 MB */

static gboolean
has_too_many_elements (const char *data,
                       gsize       len)
{
  const char *end = data + len;
  guint n = 0;

  if (len < MAX_ELEMENTS)
    return FALSE;
  while ((data = memchr (data, '<', (gsize) (end - data))) != NULL && n <= MAX_ELEMENTS)
    {
      data++;
      n += data < end && *data != '/';
    }

  return n > MAX_ELEMENTS;
}

/**
 * dz_xml_tree_parse:
 * @name: the member, for messages
 *
 * Returns: (transfer full): the tree; free with xmlFreeDoc(). %NULL with @error set if @bytes are
 *   not XML, or XML that wants more than to be read
 */
xmlDoc *
dz_xml_tree_parse (GBytes      *bytes,
                   const char  *name,
                   GError     **error)
{
  gsize len;
  const char *data = g_bytes_get_data (bytes, &len);
  xmlDoc *doc = NULL;

  if (len > MAX_BYTES || has_too_many_elements (data, len))
    {
      dz_set_error (error, DZ_ERROR_TOO_LARGE,
                    _("“%s” is far larger than a report needs, so it was not read."), name);
      return NULL;
    }
  if (len > 0)
    doc = xmlReadMemory (data, (int) len, NULL, NULL,
                         XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_COMPACT |
                           XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (doc != NULL && doc->intSubset != NULL)
    {
      xmlFreeDoc (doc);
      dz_set_error (error, DZ_ERROR_UNSAFE,
                    _("“%s” wants to load other files, so it was not read. Ask for the report as .docx."), name);
      return NULL;
    }
  if (doc == NULL || xmlDocGetRootElement (doc) == NULL)
    {
      g_clear_pointer (&doc, xmlFreeDoc);
      dz_set_error (error, DZ_ERROR_BROKEN,
                    _("“%s” inside the file is damaged. Ask for the file again."), name);
      return NULL;
    }

  return doc;
}

gboolean
dz_xml_tree_is (const xmlNode *node,
                const char    *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

/**
 * dz_xml_tree_next:
 * @node: (nullable): where to begin
 *
 * Returns: (nullable): @node or the first of its following siblings that is called @name
 */
xmlNode *
dz_xml_tree_next (const xmlNode *node,
                  const char    *name)
{
  for (; node != NULL; node = node->next)
    if (dz_xml_tree_is (node, name))
      return (xmlNode *) node;

  return NULL;
}

/**
 * dz_xml_tree_child:
 *
 * Returns: (nullable): the first child of @node called @name
 */
xmlNode *
dz_xml_tree_child (const xmlNode *node,
                   const char    *name)
{
  return node != NULL ? dz_xml_tree_next (node->children, name) : NULL;
}

/**
 * dz_xml_tree_dup_text:
 *
 * Returns: (transfer full): the characters in @node; "" for none
 */
char *
dz_xml_tree_dup_text (const xmlNode *node)
{
  xmlChar *content = node != NULL ? xmlNodeGetContent (node) : NULL;
  char *text = g_strdup (content != NULL ? (const char *) content : "");

  xmlFree (content);

  return text;
}

/**
 * dz_xml_tree_dup_attr:
 *
 * Returns: (transfer full) (nullable): the attribute whose local name is @name
 */
char *
dz_xml_tree_dup_attr (const xmlNode *node,
                      const char    *name)
{
  for (const xmlAttr *attr = node->properties; attr != NULL; attr = attr->next)
    if (strcmp ((const char *) attr->name, name) == 0)
      {
        xmlChar *value = xmlNodeListGetString (node->doc, attr->children, 1);
        char *copy = g_strdup (value != NULL ? (const char *) value : "");

        xmlFree (value);

        return copy;
      }

  return NULL;
}

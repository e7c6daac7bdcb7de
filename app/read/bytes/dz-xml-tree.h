/* dz-xml-tree.h - small XML members as trees, whatever their namespaces
 *
 * For formats whose producers disagree on namespaces and prefixes (OFD): names
 * are compared by their local part. A document type is refused, entities are
 * never read from anywhere.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

xmlDoc  *dz_xml_tree_parse       (GBytes        *bytes,
                                  const char    *name,
                                  GError       **error);
xmlNode *dz_xml_tree_child       (const xmlNode *node,
                                  const char    *name);
xmlNode *dz_xml_tree_next        (const xmlNode *node,
                                  const char    *name);
char    *dz_xml_tree_dup_text    (const xmlNode *node);
char    *dz_xml_tree_dup_attr    (const xmlNode *node,
                                  const char    *name);
gboolean dz_xml_tree_is          (const xmlNode *node,
                                  const char    *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

G_END_DECLS

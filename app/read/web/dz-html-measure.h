/* dz-html-measure.h - what the blocks of a web page are made of: text, links, sentences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

typedef struct
{
  guint text;  /* characters */
  guint links; /* characters inside links */
  guint n_links;
  guint prose; /* characters in sentences */
} DzHtmlMeasure;

GArray              *dz_html_measure_new         (xmlNode       *root);
const DzHtmlMeasure *dz_html_measure_get         (GArray        *measures,
                                                  const xmlNode *node);
gboolean             dz_html_is_block            (const char    *name);
gboolean             dz_html_is_dropped          (const char    *name);
gboolean             dz_html_is_cell             (xmlNode       *node);
gboolean             dz_html_is_shown            (GArray        *measures,
                                                  xmlNode       *node);
gboolean             dz_html_is_furniture        (GArray        *measures,
                                                  xmlNode       *node);
gboolean             dz_html_is_menu_beside_text (GArray        *measures,
                                                  xmlNode       *cell);

G_END_DECLS

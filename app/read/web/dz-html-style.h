/* dz-html-style.h - what the style sheet of a page says of its words: struck out, raised
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

typedef enum
{
  DZ_HTML_STRUCK = 1 << 0,
  DZ_HTML_RAISED = 1 << 1, /* as sup */
  DZ_HTML_HIGH = 1 << 2    /* higher than the line, which may only fit it into it */
} DzHtmlLook;

GHashTable *dz_html_style_new (xmlNode    *root);
guint       dz_html_style_get (GHashTable *sheet,
                               xmlNode    *node);

G_END_DECLS

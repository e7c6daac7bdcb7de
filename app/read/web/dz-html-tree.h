/* dz-html-tree.h - a web page as libxml2's tree, guarded, and what its head says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-source.h"

#include <gio/gio.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

char   *dz_html_dup_text      (xmlNode      *node);
xmlDoc *dz_html_parse         (const char   *text,
                               gsize         len,
                               GCancellable *cancellable,
                               GError      **error);
char   *dz_html_find_charset  (const char   *data,
                               gsize         len);
char   *dz_html_find_title    (xmlNode      *root,
                               DzSource     *source);
char   *dz_html_dup_attribute (xmlNode      *node,
                               const char   *name);
const char *dz_html_find_property (const char *style,
                               const char   *property,
                               double       *value);

G_END_DECLS

/* dz-search-tools.h - beside the entry of the search: regular expressions, and searches that were pinned
 *
 * Signals:
 *   changed (): whether words or a pattern are searched for
 *   picked (char *words): a pinned search; its kind is set already
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DZ_TYPE_SEARCH_TOOLS (dz_search_tools_get_type ())
G_DECLARE_FINAL_TYPE (DzSearchTools, dz_search_tools, DZ, SEARCH_TOOLS, GtkBox)

void     dz_search_tools_set_session (DzSearchTools *self,
                                      DzSession     *session);
void     dz_search_tools_set_words   (DzSearchTools *self,
                                      const char    *words);
gboolean dz_search_tools_is_pattern  (DzSearchTools *self);

G_END_DECLS

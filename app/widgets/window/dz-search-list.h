/* dz-search-list.h - what the search for words found: reports, how often, and their words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DZ_TYPE_SEARCH_LIST (dz_search_list_get_type ())
G_DECLARE_FINAL_TYPE (DzSearchList, dz_search_list, DZ, SEARCH_LIST, GtkBox)

void     dz_search_list_set_session (DzSearchList *self,
                                     DzSession    *session);
void     dz_search_list_search      (DzSearchList *self,
                                     const char   *words,
                                     gboolean      pattern);
guint    dz_search_list_count       (DzSearchList *self);
gboolean dz_search_list_step        (DzSearchList *self,
                                     int           by);

G_END_DECLS

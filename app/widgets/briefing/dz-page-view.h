/* dz-page-view.h - one page of a document on screen
 *
 * Signals:
 *   area-activated (page, area index, n_press): something on the page was clicked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DZ_TYPE_PAGE_VIEW (dz_page_view_get_type ())
G_DECLARE_FINAL_TYPE (DzPageView, dz_page_view, DZ, PAGE_VIEW, GtkWidget)

GtkWidget *dz_page_view_new  (void);
void       dz_page_view_set  (DzPageView *self,
                              DzDocument *document,
                              guint       page,
                              double      scale);

G_END_DECLS

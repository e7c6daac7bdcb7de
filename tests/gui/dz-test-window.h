/* dz-test-window.h - the real window on a fresh copy of the sample county, for one test
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-window.h"

typedef gboolean (*DzTestCondition) (gpointer data);

typedef struct
{
  DzWindow *window;
  DzSession *session;
  char *path;
  guint n_toasts;
  gboolean undoable; /* of the last toast */
} DzTestWindow;

gboolean   dz_test_window_init  (int             *argc,
                                 char          ***argv);
int        dz_test_window_run   (void);
void       dz_test_window_open  (DzTestWindow    *self,
                                 gconstpointer    data);
void       dz_test_window_close (DzTestWindow    *self,
                                 gconstpointer    data);

void       dz_test_wait         (DzTestCondition  condition,
                                 gpointer         data);
void       dz_test_wait_mapped  (GtkWidget       *widget);
GtkWidget *dz_test_show_view    (DzTestWindow    *self,
                                 const char      *name,
                                 GType            type);
GtkWidget *dz_test_find         (GtkWidget       *root,
                                 GType            type,
                                 const char      *label);
GtkWidget *dz_test_find_mapped  (GtkWidget       *root,
                                 GType            type,
                                 const char      *label);
GtkWidget *dz_test_find_tooltip (GtkWidget       *root,
                                 const char      *tooltip);
guint      dz_test_count_mapped (GtkWidget       *root,
                                 GType            type);
DzReport  *dz_test_find_report  (DzTestWindow    *self,
                                 const char      *body,
                                 int              year);
int        dz_test_count_pages  (const char      *pdf);

#define DZ_TEST_ADD(path, function) \
  g_test_add (path, DzTestWindow, NULL, dz_test_window_open, function, dz_test_window_close)

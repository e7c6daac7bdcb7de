/* dz-document-pages.h - a document as the files that make and read its pages see it
 *
 * Inside paper/ only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-chapter.h"

G_BEGIN_DECLS

struct _DzDocument
{
  gatomicrefcount refs;
  char *title;
  DzPaper *paper;
  gboolean one_sided;
  gboolean once;      /* every page is drawn one time, in order */
  GDestroyNotify written; /* (nullable): told when all are */
  gpointer written_data;
  GPtrArray *chapters; /* DzChapter */
  guint n_pages;
  DzChapter *cover;   /* (nullable): not used yet */
  char *contents_note; /* (nullable): under 目录 */
  guint n_front;      /* pages before the one numbered 1 */
  GQueue kept;        /* sheets that are built, oldest first */
  guint areas_page;   /* page of the areas kept */
  GPtrArray *areas;   /* (nullable) DzPageArea */
};

GArray *dz_document_find_page (DzDocument  *self,
                               guint        page,
                               DzChapter  **chapter);

gboolean dz_document_binds_left (DzDocument *self,
                                guint       page);
void    dz_document_draw_edges (DzDocument      *self,
                               DzChapter       *chapter,
                               guint            page,
                               cairo_t         *cr);

G_END_DECLS

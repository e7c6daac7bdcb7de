/* dz-chapter.h - blocks broken into pages
 *
 * Inside paper/ only. A chapter begins on a new page; of a sheet, blocks and page are made when they are looked
 * at and may be forgotten again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-document-private.h"

G_BEGIN_DECLS

/* A part that begins amid a chapter: the page it would have begun on was under half full. */
typedef struct
{
  const DzBlock *first;
  char *id;
  char *part;
} DzJoinedPart;

struct _DzChapter
{
  DzPaper *paper;       /* borrowed from the document */
  char *id;
  char *title;          /* (nullable): of a sheet */
  char *part;           /* (nullable): what the contents call what begins here */
  DzPageForm form;
  gboolean joins;       /* it may begin under another that may be joined, where there is room */
  GPtrArray *joined;    /* DzJoinedPart, in order */
  double end;           /* where its last page is filled to */
  GPtrArray *blocks;    /* DzBlock; of a sheet: NULL until looked at */
  GPtrArray *pages;     /* GArray of DzPlaced; likewise */
  guint first_page;
  guint n_pages;
  DzSheetFunc build;
  gpointer user_data;
  GDestroyNotify destroy;
};

DzChapter *dz_chapter_new       (DzPaper        *paper,
                                 const char     *id,
                                 DzPageForm      form);
DzChapter *dz_chapter_new_sheet (DzPaper        *paper,
                                 const char     *id,
                                 const char     *title,
                                 DzSheetFunc     build,
                                 gpointer        user_data,
                                 GDestroyNotify  destroy);
void       dz_chapter_free      (DzChapter      *self);
void       dz_chapter_flow      (DzChapter      *self);
gboolean   dz_chapter_can_join  (DzChapter      *self,
                                 DzChapter      *next);
void       dz_chapter_join      (DzChapter      *self,
                                 DzChapter      *next);
const char *dz_chapter_part_at  (DzChapter      *self,
                                 guint           page,
                                 const char    **id);
void       dz_chapter_build     (DzChapter      *self);
void       dz_chapter_forget    (DzChapter      *self);

G_END_DECLS

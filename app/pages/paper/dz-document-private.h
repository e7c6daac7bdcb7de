/* dz-document-private.h - how the rooms' own files fill a document
 *
 * A document is chapters; each begins on a new page. A chapter of flowing text
 * is laid out once, by all its blocks; a sheet is exactly one page, made from
 * scratch when looked at and forgotten again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-block.h"

G_BEGIN_DECLS

typedef struct _DzChapter DzChapter;

/* How the pages of a chapter are cut. */
typedef enum
{
  DZ_FORM_UPRIGHT,
  DZ_FORM_LANDSCAPE, /* the same sheet on its side */
  DZ_FORM_FOLDOUT    /* A3: the upright sheet with its double to the right, folded in */
} DzPageForm;

/* Blocks of a one-page sheet (element-type DzBlock), each level shorter than the one before. */
typedef GPtrArray *(*DzSheetFunc) (guint    level,
                                   gpointer user_data);
#define DZ_N_SHEET_LEVELS 14

DzDocument *dz_document_new           (const char     *title,
                                       DzPaper        *paper);
void        dz_document_set_one_sided (DzDocument     *self,
                                       gboolean        one_sided);
DzChapter  *dz_document_add_chapter   (DzDocument     *self,
                                       const char     *id,
                                       DzPageForm      form);
DzChapter  *dz_document_add_sheet     (DzDocument     *self,
                                       const char     *id,
                                       const char     *title,
                                       DzSheetFunc     build,
                                       gpointer        user_data,
                                       GDestroyNotify  destroy);
void        dz_chapter_add            (DzChapter      *self,
                                       DzBlock        *block);
guint       dz_chapter_try_pages      (DzChapter      *self);
void        dz_chapter_drop_last      (DzChapter      *self);
GPtrArray  *dz_chapter_get_blocks     (DzChapter      *self);
void        dz_chapter_begin_part     (DzChapter      *self,
                                       DzBlock        *first,
                                       const char     *id,
                                       const char     *name);
DzChapter  *dz_document_set_cover     (DzDocument     *self);
gboolean    dz_document_note_contents (DzDocument     *self,
                                       const char     *words);
void        dz_document_name_part     (DzDocument     *self,
                                       guint           first,
                                       const char     *name);
void        dz_document_join_parts    (DzDocument     *self,
                                       guint           first);
void        dz_document_lay_out       (DzDocument     *self);
void        dz_document_add_front     (DzDocument     *self);
void        dz_document_forget_page   (DzDocument     *self,
                                       guint           page);
void        dz_document_forget_chapter (DzDocument    *self,
                                       guint           chapter);
void        dz_document_give_up       (DzDocument     *self);
void        dz_document_preview_sheet (DzDocument     *self,
                                       guint           chapter);

/* For the exporters. */
guint       dz_document_get_n_chapters (DzDocument    *self);
GPtrArray  *dz_document_dup_blocks    (DzDocument     *self,
                                       guint           chapter);
const char *dz_document_get_chapter_id (DzDocument    *self,
                                       guint           chapter);
guint       dz_document_get_first_page (DzDocument    *self,
                                       guint           chapter);
DzPageForm  dz_document_get_form      (DzDocument     *self,
                                       guint           chapter);
gboolean    dz_document_get_chapter_pages (DzDocument *self,
                                       const char     *id,
                                       guint          *first,
                                       guint          *last);

gboolean    dz_document_find_key      (DzDocument     *self,
                                       const char     *key,
                                       guint          *first,
                                       guint          *last);

/* Where the blocks of a page stand: what the geometry tests look at. */
typedef struct
{
  DzBlock *block;
  guint from;
  guint to;
  double x;
  double y;
  double width;
  double height;
} DzPlaced;

GArray     *dz_document_list_placed   (DzDocument     *self,
                                       guint           page);

G_END_DECLS

/* dz-source.h - the file a report came from, and what reading it lost
 *
 * A reader fills in what it knows. Losses are kept as a kind and a count, so
 * that the window can say them in Chinese and the batch program in its fixed
 * words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Adding a kind: here, and its sentence in dz_loss_describe(). */
typedef enum
{
  DZ_LOSS_PICTURES,         /* pictures left out */
  DZ_LOSS_CHARTS,           /* embedded charts and objects left out */
  DZ_LOSS_CHARACTERS,       /* unreadable characters */
  DZ_LOSS_PAGES_EMPTY,      /* pages without text (a scan, no OCR) */
  DZ_LOSS_PAGES_OCR,        /* pages read by OCR */
  DZ_LOSS_CUT,              /* the end of the file is missing */
  DZ_LOSS_FORMULAS,         /* formulas left out */
  DZ_LOSS_FURNITURE,        /* page furniture dropped: headers, footers, navigation */
  DZ_LOSS_TRACKED_DELETIONS,/* deletions of tracked changes, and what is struck out, left out */
  DZ_LOSS_COMMENTS,         /* comments left out */
  DZ_LOSS_MEMBERS,          /* archive members that are no reports */
  DZ_LOSS_ENCODING_GUESSED, /* encoding guessed, not stated */
  DZ_LOSS_ATTACHMENTS,      /* attachments left out */
  DZ_LOSS_PAGES_UNREADABLE, /* pages of which OCR made nothing */
  DZ_LOSS_HIDDEN,           /* lines or pieces of text that the file has and nobody is shown */
  DZ_LOSS_UNSEARCHED        /* sentences of problems and plans beyond what any report has; told by the finding, no reader */
} DzLossKind;

typedef struct
{
  DzLossKind kind;
  guint count;
  char *where; /* (nullable) a page, a member: shown in brackets */
} DzLoss;

/**
 * DzSource:
 *
 * @path: as given by the user
 * @member: (nullable): member of an archive
 * @format: "txt", "docx" ...: the reader's name
 * @encoding: (nullable): "UTF-8", "GB18030" ...: for texts
 * @sha256: of the bytes read
 * @title: (nullable): the title a web page or a document's properties state
 * @published: (nullable): publication date stated by the page, YYYY-MM-DD
 * @issuer: (nullable): source stated by the page
 * @codebook: (nullable): digest of the codebook the text was read with
 * @losses: (element-type DzLoss)
 */
typedef struct
{
  char *path;
  char *member;
  char *format;
  char *encoding;
  char *sha256;
  char *title;
  char *published;
  char *issuer;
  char *codebook;
  GArray *losses;
} DzSource;

DzSource *dz_source_new      (const char     *path);
DzSource *dz_source_copy     (const DzSource *self);
void      dz_source_free     (DzSource       *self);
char     *dz_source_dup_name (const DzSource *self);
char     *dz_source_dup_format (const DzSource *self);
void      dz_source_add_loss (DzSource       *self,
                              DzLossKind      kind,
                              guint           count,
                              const char     *where);
void      dz_source_set_loss (DzSource       *self,
                              DzLossKind      kind,
                              guint           count);
void      dz_source_add_losses (DzSource       *self,
                                const DzSource *other);
const char *dz_loss_kind_name (DzLossKind     kind);
gboolean  dz_loss_kind_parse  (const char    *name,
                               DzLossKind    *kind);
char     *dz_loss_describe    (const DzLoss  *loss,
                               gboolean       translated);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzSource, dz_source_free)

G_END_DECLS

/* dz-import-record.h - what became of one file of an import: a row of 导入结果
 *
 * Kept in the review, so the page can be opened again later.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-store.h"

G_BEGIN_DECLS

/* In the order the page shows them. */
typedef enum
{
  DZ_OUTCOME_FAILED,    /* 读不了: error says why */
  DZ_OUTCOME_UNSURE,    /* 请确认: body, year or kind is a guess, or the body is not on the roster */
  DZ_OUTCOME_OLDER,     /* 有旧稿: older_id has the same body, year and kind */
  DZ_OUTCOME_DUPLICATE, /* 重复: duplicate_of has the same text; not stored again */
  DZ_OUTCOME_LOSSES,    /* 有遗漏: stored, source->losses says what is missing */
  DZ_OUTCOME_READ       /* 已识别 */
} DzOutcome;
#define DZ_N_OUTCOMES (DZ_OUTCOME_READ + 1)

/**
 * DzImportRecord:
 * @run: number of the import, from 1
 * @position: place in the input, from 1
 * @source: path, member, format, losses
 * @report_id: 0 if nothing was stored
 * @body_id: 0 if the body is unknown or not on the roster; @township is the name read
 * @year: 0 if not found
 * @n_figures: those that enter tables; of a roster (source->format "roster"), its bodies
 * @error_code: of %DZ_ERROR, -1 if there is none; @error its sentence
 */
typedef struct
{
  guint run;
  guint position;
  DzOutcome outcome;
  DzSource *source;
  gint64 report_id;
  gint64 duplicate_of;
  gint64 older_id;
  gint64 body_id;
  char *township;
  int year;
  DzReportKind kind;
  double confidence; /* the least of body's, year's and kind's */
  guint n_figures;   /* those that enter tables */
  guint n_weaknesses;
  int error_code;
  char *error;
} DzImportRecord;

DzImportRecord *dz_import_record_new  (DzSource             *source);
DzImportRecord *dz_import_record_copy (const DzImportRecord *self);
void            dz_import_record_free (DzImportRecord       *self);

gboolean   dz_import_record_is_paper (const DzImportRecord *self);

guint      dz_store_next_import (DzStore               *self);
gboolean   dz_store_add_record  (DzStore               *self,
                                 const DzImportRecord  *record,
                                 GError               **error);
GPtrArray *dz_store_list_records (DzStore              *self,
                                  guint                 run,
                                  GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzImportRecord, dz_import_record_free)

G_END_DECLS

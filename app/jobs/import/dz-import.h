/* dz-import.h - report files, folders and archives into a review
 *
 * Files are read and understood in worker threads, stored in input order by
 * the calling thread, one transaction each: whatever stops the import, every
 * report told as stored is in the review whole. One import is one undo step.
 * A text that is there already is not stored twice; a report whose body, year
 * and kind are there already is stored beside it and told, and
 * dz_store_supersede() puts it in the place of the older one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-import-record.h"
#include "dz-progress.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DzImportOptions:
 * @received: (nullable): YYYY-MM-DD noted as the day the reports came in
 * @today: (nullable): YYYY-MM-DD: where @received is not known, taken for the day the report came in if that is not
 *   after the last day to submit: nobody is called late by the day somebody opened a file
 * @keep_duplicates: store a text again that is there already
 * @replace_older: put a newer text in the place of the one of the same body, year and kind
 * @n_threads: 0: one per processor
 * @run: note the files with those of this earlier import; 0: an import of its own
 */
typedef struct
{
  const char *received;
  const char *today;
  gboolean keep_duplicates;
  gboolean replace_older;
  guint n_threads;
  guint run;
} DzImportOptions;

/**
 * DzImportProgress:
 * @record: (nullable): what became of the last file; %NULL when only @total grew
 * @done: files finished; @total: files known so far
 *
 * Called in the calling thread by dz_import_run().
 */
typedef void (*DzImportProgress) (const DzImportRecord *record,
                                  guint                 done,
                                  guint                 total,
                                  gpointer              user_data);

/**
 * DzImportOrder: what dz_import_run() wants to know, for the thread that calls it
 * @options: (nullable)
 */
typedef struct
{
  const char *review_path;
  const char *const *paths;
  const DzImportOptions *options;
} DzImportOrder;

char     **dz_import_list_endings (void);
GPtrArray *dz_import_run     (const char            *review_path,
                              const char *const     *paths,
                              const DzImportOptions *options,
                              DzImportProgress       progress,
                              gpointer               progress_data,
                              GCancellable          *cancellable,
                              GError               **error);
void       dz_import_async   (const DzImportOrder   *order,
                              DzProgressFunc         progress,
                              gpointer               progress_data,
                              GCancellable          *cancellable,
                              GAsyncReadyCallback    callback,
                              gpointer               user_data);
GPtrArray *dz_import_finish  (GAsyncResult          *result,
                              GError               **error);

DzImportRecord *dz_import_text (DzStore             *store,
                                const char          *name,
                                const char          *text,
                                GError             **error);
void       dz_import_text_async  (const char          *review_path,
                                  const char          *name,
                                  const char          *text,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data);
DzImportRecord *dz_import_text_finish (GAsyncResult    *result,
                                       GError         **error);
char      *dz_import_record_explain (const DzImportRecord *record,
                                     DzReport             *report);

G_END_DECLS

/* dz-ledger-job.c - ledgers kept in spreadsheets, put on the 整改台账
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-ledger-job.h"

#include "dz-input-file.h"
#include "dz-inspection.h"
#include "dz-table-file.h"

#include "dz-error.h"
#include "dz-job-thread.h"

#include <glib/gi18n-lib.h>

static gboolean
have_years (GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    if (((const DzLedgerEntry *) g_ptr_array_index (entries, i))->year == 0)
      return FALSE;

  return TRUE;
}

static GPtrArray *
read_entries (DzStore    *store,
              DzCodebook *codebook,
              const char *path,
              int         year,
              GError    **error)
{
  g_autoptr(GBytes) bytes = dz_input_file_read (path, error);
  g_autoptr(DzSource) source = dz_source_new (path);
  g_autoptr(GPtrArray) sheets = bytes != NULL ? dz_table_file_read (bytes, source, error) : NULL;
  g_autoptr(GPtrArray) bodies = sheets != NULL ? dz_store_list_bodies (store, error) : NULL;
  g_autoptr(DzInspection) inspection = bodies != NULL ? dz_inspection_new (codebook, bodies, error) : NULL;
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_ledger_entry_free);
  g_autofree char *file = g_path_get_basename (path);

  if (inspection == NULL)
    return NULL;
  for (guint i = 0; i < sheets->len; i++)
    g_ptr_array_extend_and_steal (entries, dz_inspection_read_sheet (inspection, g_ptr_array_index (sheets, i), file, year));
  if (entries->len == 0)
    {
      dz_set_error (error, DZ_ERROR_NO_DATA,
                    _("No table of the file has a column of problems. Name the columns: 问题, 责任单位, 整改措施, 整改时限, 整改状态."));
      return NULL;
    }
  if (!have_years (entries))
    {
      dz_set_error (error, DZ_ERROR_NO_DATA,
                    _("The ledger does not say of which year its problems are. Write it above the table: 2024年度整改台账."));
      return NULL;
    }

  return g_steal_pointer (&entries);
}

/**
 * dz_ledger_import:
 * @path: xlsx, csv, or docx with tables
 * @year: of problems whose table tells none; 0: not known
 * @tally: (out caller-allocates)
 *
 * Puts the problems of a ledger kept elsewhere on the review's, as one undo step; see dz_store_add_ledger() for those
 * that are there already. A ledger whose year nobody knows is refused.
 */
gboolean
dz_ledger_import (DzStore       *store,
                  DzCodebook    *codebook,
                  const char    *path,
                  int            year,
                  DzLedgerTally *tally,
                  GError       **error)
{
  g_autoptr(GPtrArray) entries = NULL;

  g_return_val_if_fail (DZ_IS_STORE (store) && codebook != NULL && path != NULL && tally != NULL, FALSE);

  *tally = (DzLedgerTally){ 0, 0 };
  entries = read_entries (store, codebook, path, year, error);
  if (entries == NULL)
    return FALSE;
  tally->found = entries->len;

  return dz_store_add_ledger (store, entries, &tally->added, error);
}

typedef struct
{
  char *review_path;
  DzCodebook *codebook;
  char *path;
  int year;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->review_path);
  dz_codebook_unref (request->codebook);
  g_free (request->path);
  g_free (request);
}

static void
import_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Request *request = task_data;
  GError *error = NULL;
  g_autoptr(DzStore) store = dz_store_open (request->review_path, &error);
  g_autofree DzLedgerTally *tally = g_new0 (DzLedgerTally, 1);

  if (store == NULL || !dz_ledger_import (store, request->codebook, request->path, request->year, tally, &error))
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&tally), g_free);
}

/**
 * dz_ledger_import_async:
 *
 * dz_ledger_import() in a thread, through a handle of its own.
 */
void
dz_ledger_import_async (const char          *review_path,
                        DzCodebook          *codebook,
                        const char          *path,
                        int                  year,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Request *request = g_new0 (Request, 1);

  request->review_path = g_strdup (review_path);
  request->codebook = dz_codebook_ref (codebook);
  request->path = g_strdup (path);
  request->year = year;
  g_task_set_task_data (task, request, request_free);
  dz_job_run (task, import_thread);
}

gboolean
dz_ledger_import_finish (GAsyncResult  *result,
                         DzLedgerTally *tally,
                         GError       **error)
{
  g_autofree DzLedgerTally *told = g_task_propagate_pointer (G_TASK (result), error);

  if (told != NULL)
    *tally = *told;

  return told != NULL;
}

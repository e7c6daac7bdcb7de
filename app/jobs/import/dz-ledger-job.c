/* dz-ledger-job.c - ledgers kept in spreadsheets, put on the 整改台账
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-ledger-job.h"

#include "dz-error.h"
#include "dz-inspection.h"
#include "dz-sheet-import.h"

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
              guint      *n_left,
              GError    **error)
{
  g_autoptr(GPtrArray) sheets = dz_sheet_import_read (path, error);
  g_autoptr(GPtrArray) bodies = sheets != NULL ? dz_store_list_bodies (store, error) : NULL;
  g_autoptr(DzInspection) inspection = bodies != NULL ? dz_inspection_new (codebook, bodies, error) : NULL;
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_ledger_entry_free);
  g_autofree char *file = g_path_get_basename (path);

  if (inspection == NULL)
    return NULL;
  for (guint i = 0; i < sheets->len; i++)
    g_ptr_array_extend_and_steal (entries, dz_inspection_read_sheet (inspection, g_ptr_array_index (sheets, i), file, year, n_left));
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

  *tally = (DzLedgerTally){ 0, 0, 0 };
  entries = read_entries (store, codebook, path, year, &tally->left, error);
  if (entries == NULL)
    return FALSE;
  tally->found = entries->len;

  return dz_store_add_ledger (store, entries, &tally->added, error);
}

static void
import_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  const DzSheetImport *order = task_data;
  GError *error = NULL;
  g_autoptr(DzStore) store = dz_store_open (order->review_path, &error);
  g_autofree DzLedgerTally *tally = g_new0 (DzLedgerTally, 1);

  if (store == NULL || !dz_ledger_import (store, order->codebook, order->path, order->year, tally, &error))
    g_task_return_error (task, dz_sheet_import_name_file (error, order->path));
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
  DzSheetImport order = { review_path, codebook, path, year };

  dz_sheet_import_async (&order, import_thread, callback, user_data);
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

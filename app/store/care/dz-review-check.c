/* dz-review-check.c - a review looked through from end to end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-review-check.h"

#include "dz-seal.h"

#include <glib/gi18n-lib.h>

static gboolean
check_pages (DzStore   *store,
             GPtrArray *told,
             GError   **error)
{
  sqlite3_stmt *statement = dz_db_query (store->db, error, "PRAGMA integrity_check(20)", DZ_NO_CELLS);

  if (statement == NULL)
    return FALSE;
  while (dz_db_next (statement))
    {
      g_autofree char *words = dz_db_dup_text (statement, 0);

      if (g_strcmp0 (words, "ok") != 0)
        g_ptr_array_add (told, g_strdup_printf (_("The file is damaged: %s"), words));
    }

  return dz_db_done (store->db, statement, error);
}

static gboolean
check_references (DzStore   *store,
                  GPtrArray *told,
                  GError   **error)
{
  sqlite3_stmt *statement =
    dz_db_query (store->db, error, "SELECT \"table\", count(*) FROM pragma_foreign_key_check GROUP BY 1",
                 DZ_NO_CELLS);

  if (statement == NULL)
    return FALSE;
  while (dz_db_next (statement))
    g_ptr_array_add (told, g_strdup_printf (_("%d rows of %s belong to nothing."),
                                            sqlite3_column_int (statement, 1),
                                            (const char *) sqlite3_column_text (statement, 0)));

  return dz_db_done (store->db, statement, error);
}

static char *
name_version (DzStore *store,
              gint64   version)
{
  gint64 report = dz_db_get_int (store->db, "SELECT report FROM version WHERE id = ?",
                                 DZ_CELLS (dz_int (version)));

  return dz_store_dup_report_name (store, report);
}

static char *
name_broken (DzStore *store,
             DzSeal   kind,
             gint64   row)
{
  g_autofree char *name = NULL;

  switch (kind)
    {
    case DZ_SEAL_REPORT:
      name = dz_store_dup_report_name (store, row);
      return g_strdup_printf (_("%s: what was decided or read in it is not as it was kept."), name);

    case DZ_SEAL_VERSION:
      name = name_version (store, row);
      return g_strdup_printf (_("%s: its text is not as it was kept."), name);

    case DZ_SEAL_STEP:
      name = g_strdup_printf ("%" G_GINT64_FORMAT, row);
      return g_strdup_printf (_("Change %s of the history is not as it was kept."), name);

    case DZ_SEAL_COUNTY: return g_strdup (_("The settings are not as they were kept."));
    case DZ_SEAL_BODY: return g_strdup (_("The roster is not as it was kept."));
    case DZ_SEAL_DECISION: return g_strdup (_("The decisions about bodies are not as they were kept."));
    case DZ_SEAL_OVERLAP: return g_strdup (_("The overlaps are not as they were kept."));
    case DZ_SEAL_TABLE: return g_strdup (_("The county's tables are not as they were kept."));
    case DZ_SEAL_LEDGER: return g_strdup (_("The ledger is not as it was kept."));
    case DZ_SEAL_SCORES: return g_strdup (_("The score sheets are not as they were kept."));
    case DZ_SEAL_IMPORT:
    case DZ_N_SEALS:
    default:
      return g_strdup (_("The list of imported files is not as it was kept."));
    }
}

/**
 * dz_store_check:
 *
 * Returns: (transfer full) (nullable) (element-type utf8): a sentence for each thing in the file
 *   that is not as it was kept; empty for a file that is whole
 */
GPtrArray *
dz_store_check (DzStore *store,
                GError **error)
{
  g_autoptr(GPtrArray) told = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *untrue = NULL;
  g_autoptr(DzReview) review = NULL;

  g_return_val_if_fail (DZ_IS_STORE (store), NULL);

  if (!check_pages (store, told, error) || !check_references (store, told, error))
    return NULL;
  for (guint i = 0; i < DZ_N_SEALS; i++)
    {
      g_autoptr(GArray) broken = dz_seal_list_broken (store, i);

      for (guint k = 0; k < broken->len; k++)
        g_ptr_array_add (told, name_broken (store, i, g_array_index (broken, gint64, k)));
    }
  review = dz_store_load (store, NULL, error);
  if (review == NULL)
    return NULL;
  untrue = told->len == 0 ? dz_store_describe_untrue (store) : NULL;
  if (untrue != NULL)
    g_ptr_array_add (told, g_steal_pointer (&untrue));

  return g_steal_pointer (&told);
}

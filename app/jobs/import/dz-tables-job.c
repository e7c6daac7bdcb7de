/* dz-tables-job.c - the county's own tables read, and kept when a person has seen what they mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-tables-job.h"

#include "dz-input-file.h"
#include "dz-sheet-import.h"
#include "dz-table-file.h"
#include "dz-table-reading.h"

#include "dz-digest.h"
#include "dz-error.h"
#include "dz-job-thread.h"

#include <glib/gi18n-lib.h>

static GPtrArray *
read_sheets (const char *path,
             char      **sha256,
             GError    **error)
{
  g_autoptr(GBytes) bytes = dz_input_file_read (path, error);
  g_autoptr(DzSource) source = dz_source_new (path);

  if (bytes == NULL)
    return NULL;
  if (g_bytes_get_size (bytes) == 0)
    {
      dz_set_error (error, DZ_ERROR_EMPTY, _("The file is empty. Ask for it again."));
      return NULL;
    }
  *sha256 = dz_digest_dup_hex (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  return dz_table_file_read (bytes, source, error);
}

/**
 * dz_tables_read:
 * @review: its roster, and what heads were said to mean before
 * @path: csv, xlsx, or docx with tables
 *
 * Understands the tables of a file. Nothing is kept.
 *
 * Returns: (transfer full) (nullable) (element-type DzTablePlan): those that tell numbers of bodies;
 *   %NULL with @error set, also where there is none
 */
GPtrArray *
dz_tables_read (const DzReview *review,
                DzCodebook     *codebook,
                const char     *path,
                GError        **error)
{
  g_autofree char *sha256 = NULL;
  g_autofree char *file = g_path_get_basename (path);
  g_autoptr(GPtrArray) sheets = NULL;
  g_autoptr(GPtrArray) plans = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_table_plan_free);
  g_autoptr(DzTableReading) reading = NULL;

  g_return_val_if_fail (review != NULL && codebook != NULL && path != NULL, NULL);

  sheets = read_sheets (path, &sha256, error);
  if (sheets == NULL)
    return NULL;
  reading = dz_table_reading_new (codebook, review->bodies, review->county->table_heads, error);
  if (reading == NULL)
    return NULL;
  for (guint i = 0; i < sheets->len; i++)
    {
      DzTablePlan *plan = dz_table_reading_read (reading, g_ptr_array_index (sheets, i), file);

      if (plan == NULL)
        continue;
      plan->sha256 = g_strdup (sha256);
      if (plan->cells->len > 0)
        g_ptr_array_add (plans, plan);
      else
        dz_table_plan_free (plan);
    }
  if (plans->len == 0)
    {
      dz_set_error (error, DZ_ERROR_NO_DATA,
                    _("No table of the file has numbers beside bodies of the roster. Name the bodies as the roster does, and put "
                      "what is counted above the numbers."));
      return NULL;
    }

  return g_steal_pointer (&plans);
}

typedef struct
{
  DzReview *review;
  DzCodebook *codebook;
  char *path;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  dz_review_unref (request->review);
  dz_codebook_unref (request->codebook);
  g_free (request->path);
  g_free (request);
}

static void
read_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Request *request = task_data;
  GError *error = NULL;
  GPtrArray *plans = dz_tables_read (request->review, request->codebook, request->path, &error);

  if (plans == NULL)
    g_task_return_error (task, dz_sheet_import_name_file (error, request->path));
  else
    g_task_return_pointer (task, plans, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * dz_tables_read_async:
 *
 * dz_tables_read() in a thread.
 */
void
dz_tables_read_async (DzReview            *review,
                      DzCodebook          *codebook,
                      const char          *path,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  request->review = dz_review_ref (review);
  request->codebook = dz_codebook_ref (codebook);
  request->path = g_strdup (path);
  g_task_set_task_data (task, request, request_free);
  dz_job_run (task, read_thread);
}

/**
 * dz_tables_read_finish:
 *
 * Returns: (transfer full) (nullable) (element-type DzTablePlan): as dz_tables_read()
 */
GPtrArray *
dz_tables_read_finish (GAsyncResult *result,
                       GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* What the roster lacks and the county counted: what rates are worked out by. */
static gboolean
fill_roster (DzStore    *store,
             GPtrArray  *tables,
             GError    **error)
{
  g_autoptr(GPtrArray) bodies = dz_store_list_bodies (store, error);
  const char *villages = g_intern_static_string ("villages");
  const char *population = g_intern_static_string ("population");

  for (guint i = 0; bodies != NULL && i < bodies->len; i++)
    {
      DzBody *body = g_ptr_array_index (bodies, i);
      guint n_before = (body->villages > 0) + (body->population > 0);

      for (guint t = 0; t < tables->len; t++)
        {
          const DzCountyTable *table = g_ptr_array_index (tables, t);

          for (guint k = 0; k < table->values->len; k++)
            {
              const DzCountyValue *value = &g_array_index (table->values, DzCountyValue, k);

              if (value->body_id != body->id || value->value < 1 || value->value > 1e8)
                continue;
              if (value->indicator == villages && body->villages == 0)
                body->villages = (guint) value->value;
              if (value->indicator == population && body->population == 0)
                body->population = (guint) value->value;
            }
        }
      if ((guint) ((body->villages > 0) + (body->population > 0)) > n_before && dz_store_set_body (store, body, error) == 0)
        return FALSE;
    }

  return bodies != NULL;
}

/**
 * dz_tables_keep:
 * @plans: (element-type DzTablePlan): with what a person said of them
 * @n_values: (out) (optional): how many numbers are kept
 *
 * Keeps the tables beside the reports and remembers what was said of their heads, as one undo step.
 * Columns still asked about are left out.
 */
gboolean
dz_tables_keep (DzStore    *store,
                DzCodebook *codebook,
                GPtrArray  *plans,
                guint      *n_values,
                GError    **error)
{
  g_autoptr(GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_county_table_free);
  g_autoptr(DzCounty) county = dz_store_dup_county (store, error);
  guint n = 0;
  gboolean ok;

  g_return_val_if_fail (DZ_IS_STORE (store) && plans != NULL, FALSE);

  if (county == NULL)
    return FALSE;
  for (guint i = 0; i < plans->len; i++)
    {
      const DzTablePlan *plan = g_ptr_array_index (plans, i);
      DzCountyTable *table = dz_table_plan_make (plan, codebook);

      dz_table_plan_remember (plan, county->table_heads);
      n += table->values->len;
      if (table->values->len > 0)
        g_ptr_array_add (tables, table);
      else
        dz_county_table_free (table);
    }
  if (n_values != NULL)
    *n_values = n;
  if (!dz_store_hold (store, "tables", error))
    return FALSE;
  ok = dz_store_add_tables (store, tables, county->table_heads, error) && fill_roster (store, tables, error);

  return dz_store_release (store, ok, error);
}

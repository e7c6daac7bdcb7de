/* dz-check-codebook.c - codebook files checked before they are used
 *
 * A file named like one of ours takes its place, any other is added on top, as
 * a county's own additions are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-check-codebook.h"

#include "dz-codebook-test.h"
#include "dz-codebook-job.h"
#include "dz-codebook-resources.h"
#include "dz-codebook.h"
#include "dz-error.h"
#include "dz-job-thread.h"

static const char *const own_names[] = { "indicators.xml", "weaknesses.xml", "causes.xml",
                                         "checks.xml",     "sections.xml",   "phrases.xml", "dated.xml", "gallery.xml" };

static gboolean
is_named (const char *path,
          const char *name)
{
  g_autofree char *base = g_path_get_basename (path);

  return g_str_equal (base, name);
}

static gboolean
add_file (DzCodebook  *codebook,
          const char  *path,
          GError     **error)
{
  g_autofree char *xml = NULL;
  g_autoptr(GError) local = NULL;
  gsize len;

  if (!g_file_get_contents (path, &xml, &len, &local))
    {
      g_set_error_literal (error, DZ_ERROR, DZ_ERROR_IO, local->message);
      return FALSE;
    }

  return dz_codebook_add (codebook, xml, (gssize) len, path, error);
}

/* Our own file of this name, unless one of @paths takes its place. */
static gboolean
add_own (DzCodebook         *codebook,
         const char         *name,
         const char *const  *paths,
         GError            **error)
{
  g_autofree char *path = g_strconcat ("/duizhao/codebook/", name, NULL);
  g_autoptr(GBytes) xml = NULL;

  for (guint i = 0; paths[i] != NULL; i++)
    if (is_named (paths[i], name))
      return add_file (codebook, paths[i], error);
  xml = g_resources_lookup_data (path, 0, error);

  return xml != NULL && dz_codebook_add (codebook, g_bytes_get_data (xml, NULL),
                                         (gssize) g_bytes_get_size (xml), name, error);
}

static gboolean
is_own (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (own_names); i++)
    if (is_named (path, own_names[i]))
      return TRUE;

  return FALSE;
}

/**
 * dz_check_codebook_files:
 * @paths: files of the user's, %NULL-terminated
 *
 * Validates the files, compiles every pattern and reads every test sentence.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): a line with file, line and reason for
 *   each sentence that is not read as it says; %NULL with @error set if a file is wrong
 */
GPtrArray *
dz_check_codebook_files (const char *const  *paths,
                         GError            **error)
{
  g_autoptr(DzCodebook) codebook = dz_codebook_new ();
  g_autoptr(GBytes) schema = NULL;

  g_return_val_if_fail (paths != NULL, NULL);

  g_resources_register (dz_codebook_get_resource ());
  schema = g_resources_lookup_data ("/duizhao/codebook/codebook.rng", 0, error);
  if (schema == NULL ||
      !dz_codebook_set_schema (codebook, g_bytes_get_data (schema, NULL),
                               (gssize) g_bytes_get_size (schema), error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (own_names); i++)
    if (!add_own (codebook, own_names[i], paths, error))
      return NULL;
  for (guint i = 0; paths[i] != NULL; i++)
    if (!is_own (paths[i]) && !add_file (codebook, paths[i], error))
      return NULL;

  return dz_codebook_check (codebook, error);
}

/**
 * dz_check_codebook_additions:
 * @xml: a review's own additions
 *
 * Returns: as dz_check_codebook_files()
 */
GPtrArray *
dz_check_codebook_additions (const char  *xml,
                             GError     **error)
{
  g_autoptr(DzCodebook) codebook = dz_codebook_load (xml, error);

  return codebook != NULL ? dz_codebook_check (codebook, error) : NULL;
}

static void
additions_thread (GTask        *task,
                  gpointer      source_object,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *complaints = dz_check_codebook_additions (task_data, &error);

  if (complaints != NULL)
    g_task_return_pointer (task, complaints, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * dz_check_codebook_additions_async:
 * @xml: (nullable): a review's own additions
 * @callback: called with dz_check_codebook_additions_finish() to be asked
 *
 * All rules are made and all test sentences read, a quarter of a second's work and more, in a thread.
 */
void
dz_check_codebook_additions_async (const char         *xml,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, dz_check_codebook_additions_async);
  g_task_set_task_data (task, g_strdup (xml), g_free);
  dz_job_run (task, additions_thread);
}

/**
 * dz_check_codebook_additions_finish:
 *
 * Returns: (transfer full) (nullable) (element-type utf8): as dz_check_codebook_additions()
 */
GPtrArray *
dz_check_codebook_additions_finish (GAsyncResult *result,
                                    GError      **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* dz-codebook-job.c - the codebook both programs carry, with the county's additions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-codebook-job.h"

#include "dz-codebook-resources.h"
#include "dz-error.h"
#include "dz-job-thread.h"
#include "dz-past.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define ADDITIONS "additions.xml"

/**
 * dz_codebook_load:
 * @additions_xml: (nullable): a review's own additions
 *
 * Returns: (transfer full): the codebook, or %NULL with @error naming file, line and reason
 */
DzCodebook *
dz_codebook_load (const char *additions_xml,
                  GError    **error)
{
  static const char *const names[] = { "indicators.xml", "weaknesses.xml", "causes.xml",
                                       "checks.xml",     "sections.xml",   "phrases.xml", "dated.xml", "gallery.xml" };
  g_autoptr(DzCodebook) codebook = dz_codebook_new ();
  g_autoptr(GBytes) schema = NULL;
  g_autoptr(GBytes) learned = NULL;

  /* named, so that the linker keeps the resource of a static library */
  g_resources_register (dz_codebook_get_resource ());

  schema = g_resources_lookup_data ("/duizhao/codebook/codebook.rng", 0, error);
  if (schema == NULL ||
      !dz_codebook_set_schema (codebook, g_bytes_get_data (schema, NULL),
                               (gssize) g_bytes_get_size (schema), error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strconcat ("/duizhao/codebook/", names[i], NULL);
      g_autoptr(GBytes) xml = g_resources_lookup_data (path, 0, error);

      if (xml == NULL ||
          !dz_codebook_add (codebook, g_bytes_get_data (xml, NULL),
                            (gssize) g_bytes_get_size (xml), names[i], error))
        return NULL;
    }
  if ((learned = g_resources_lookup_data ("/duizhao/codebook/learned.txt", 0, error)) == NULL)
    return NULL;
  dz_codebook_set_learned (codebook, learned);
  if (additions_xml != NULL && *additions_xml != '\0' &&
      !dz_codebook_add (codebook, additions_xml, -1, ADDITIONS, error))
    return NULL;

  return g_steal_pointer (&codebook);
}

/**
 * dz_codebook_additions_place:
 * @complaint: what dz_codebook_load() or a check says
 * @line: (out): the line of the county's own additions it is about; 0: of none
 *
 * Returns: (transfer none): the reason without its place
 */
const char *
dz_codebook_additions_place (const char *complaint,
                             int        *line)
{
  char *end;

  g_return_val_if_fail (complaint != NULL && line != NULL, NULL);

  *line = 0;
  if (!g_str_has_prefix (complaint, ADDITIONS ":"))
    return complaint;
  *line = (int) strtol (complaint + strlen (ADDITIONS ":"), &end, 10);

  return end + strspn (end, ": ");
}

/* What is wrong, where, and what to do, in the place of the machine's words. */
static void
explain (GError **error)
{
  int line;
  const char *reason;
  char *text;

  if (error == NULL || *error == NULL)
    return;
  reason = dz_codebook_additions_place ((*error)->message, &line);
  if (line == 0)
    return;
  text = g_strdup_printf (_("The county's own additions to the codebook are not used. Line %d: %s. "
                            "Correct it under “Roster and Deadlines…”, page “Codebook”."),
                          line, reason);
  g_free ((*error)->message);
  (*error)->message = text;
}

/* The codebook without additions, which nobody writes to, is read once and shared by all reviews. */
static DzCodebook *
dup_own (GError **error)
{
  static GMutex lock;
  static DzCodebook *own; /* as long as the program runs */
  DzCodebook *codebook;

  g_mutex_lock (&lock);
  if (own == NULL)
    own = dz_codebook_load (NULL, error);
  codebook = own != NULL ? dz_codebook_ref (own) : NULL;
  g_mutex_unlock (&lock);

  return codebook;
}

/**
 * dz_codebook_load_stored:
 * @additions_xml: (nullable): a review's own additions, perhaps written when more was let pass
 * @refusal: (out) (nullable): why the additions were left out, whole; %NULL where they are used
 *
 * A review opens in any case; who opens it tells @refusal.
 *
 * Returns: (transfer full): the codebook, or %NULL with @error
 */
DzCodebook *
dz_codebook_load_stored (const char *additions_xml,
                         GError    **refusal,
                         GError    **error)
{
  DzCodebook *codebook;

  g_return_val_if_fail (refusal != NULL && *refusal == NULL, NULL);

  if (additions_xml == NULL || *additions_xml == '\0')
    return dup_own (error);
  codebook = dz_codebook_load (additions_xml, refusal);
  if (codebook != NULL)
    return codebook;
  explain (refusal);

  return dup_own (error);
}

static void
prepare_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  g_autoptr(DzCodebook) codebook = dup_own (NULL);

  g_task_return_boolean (task, codebook != NULL);
}

/**
 * dz_codebook_prepare:
 *
 * Has the program's own codebook read by another thread, so that it is there when the first review opens.
 */
void
dz_codebook_prepare (void)
{
  g_autoptr(GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_source_tag (task, dz_codebook_prepare);
  dz_job_run (task, prepare_thread);
}

static void
list_names (GPtrArray *bodies,
            GPtrArray *names,
            GPtrArray *pairs)
{
  for (guint i = 0; i < bodies->len; i++)
    {
      const DzBody *body = g_ptr_array_index (bodies, i);
      g_autoptr(GPtrArray) events = dz_past_parse (body->past, NULL);

      g_ptr_array_add (names, g_strdup (body->name));
      for (guint k = 0; k < events->len; k++)
        {
          const DzPastEvent *event = g_ptr_array_index (events, k);

          for (guint m = 0; m < event->names->len; m++)
            {
              g_ptr_array_add (names, g_strdup (g_ptr_array_index (event->names, m)));
              g_ptr_array_add (pairs, g_strdup (body->name));
              g_ptr_array_add (pairs, g_strdup (g_ptr_array_index (event->names, m)));
            }
        }
    }
}

/* The names of the roster, and what its bodies were called before: reports of those years say so. */
static DzReadingHints *
make_hints (GPtrArray *bodies,
            GPtrArray *citations)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);
  DzReadingHints *hints;

  if (bodies != NULL)
    list_names (bodies, names, pairs);
  hints = dz_reading_hints_new (names, citations);
  for (guint i = 0; i < pairs->len; i += 2)
    dz_reading_hints_add_kin (hints, g_ptr_array_index (pairs, i), g_ptr_array_index (pairs, i + 1));

  return hints;
}

/**
 * dz_codebook_load_for:
 * @store: a review
 *
 * Returns: (transfer full) (nullable): the codebook its reports are read with: with the county's own
 *   additions, the documents it cites and, where somebody gave a roster, its names
 */
DzCodebook *
dz_codebook_load_for (DzStore *store,
                      GError **error)
{
  g_autoptr(DzCounty) county = dz_store_dup_county (store, error);
  g_autoptr(DzCodebook) codebook =
    county != NULL ? dz_codebook_load (county->codebook_xml, error) : NULL;
  g_autoptr(GPtrArray) bodies = codebook != NULL ? dz_store_list_bodies (store, error) : NULL;
  g_autoptr(DzReadingHints) hints = NULL;

  if (bodies == NULL)
    {
      explain (error);
      return NULL;
    }
  hints = make_hints (dz_store_has_roster (store) ? bodies : NULL, county->citations);
  dz_codebook_set_hints (codebook, hints);

  return g_steal_pointer (&codebook);
}

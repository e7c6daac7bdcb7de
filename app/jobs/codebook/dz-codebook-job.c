/* dz-codebook-job.c - the codebook both programs carry, with the county's additions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-codebook-job.h"

#include "dz-codebook-resources.h"
#include "dz-error.h"

#include <gio/gio.h>

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
                                       "checks.xml",     "sections.xml",   "phrases.xml" };
  g_autoptr(DzCodebook) codebook = dz_codebook_new ();
  g_autoptr(GBytes) schema = NULL;

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
  if (additions_xml != NULL && *additions_xml != '\0' &&
      !dz_codebook_add (codebook, additions_xml, -1, "additions.xml", error))
    return NULL;

  return g_steal_pointer (&codebook);
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
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  g_autoptr(DzReadingHints) hints = NULL;

  if (bodies == NULL)
    return NULL;
  for (guint i = 0; i < bodies->len && dz_store_has_roster (store); i++)
    g_ptr_array_add (names, ((const DzBody *) g_ptr_array_index (bodies, i))->name);
  hints = dz_reading_hints_new (names, county->citations);
  dz_codebook_set_hints (codebook, hints);

  return g_steal_pointer (&codebook);
}

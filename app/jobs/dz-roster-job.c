/* dz-roster-job.c - the county's roster from a file into a review
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-roster-job.h"

#include "dz-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Which column says what, by the words of its head. */
enum { NAME, KIND, HOUSEHOLDS, POPULATION, VILLAGES, CONTACT, N_COLUMNS };

static const char *const heads[N_COLUMNS] = { "单位", "类型", "户数", "人口", "村", "联系" };

static guint
to_number (char **cells,
           int    column)
{
  return column >= 0 && column < (int) g_strv_length (cells)
           ? (guint) g_ascii_strtoull (cells[column], NULL, 10) : 0;
}

static GPtrArray *
parse_csv (const char *text,
           GError    **error)
{
  g_autoptr(GPtrArray) bodies = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_body_free);
  g_auto(GStrv) lines =
    g_strsplit (g_str_has_prefix (text, "\xef\xbb\xbf") ? text + 3 : text, "\n", -1);
  g_auto(GStrv) names = g_strsplit (lines[0] != NULL ? lines[0] : "", ",", -1);
  int columns[N_COLUMNS];

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      columns[i] = -1;
      for (guint k = 0; names[k] != NULL && columns[i] < 0; k++)
        if (strstr (names[k], heads[i]) != NULL)
          columns[i] = (int) k;
    }
  if (columns[NAME] < 0)
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_BROKEN,
                   _("The roster needs a column “单位” with the names of the townships."));
      return NULL;
    }
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto(GStrv) cells = g_strsplit (g_strstrip (lines[i]), ",", -1);
      int n = (int) g_strv_length (cells);
      DzBody *body;

      if (n <= columns[NAME] || *cells[columns[NAME]] == '\0')
        continue;
      body = dz_body_new (cells[columns[NAME]],
                          columns[KIND] >= 0 && columns[KIND] < n ? cells[columns[KIND]] : NULL);
      body->households = to_number (cells, columns[HOUSEHOLDS]);
      body->population = to_number (cells, columns[POPULATION]);
      body->villages = to_number (cells, columns[VILLAGES]);
      if (columns[CONTACT] >= 0 && columns[CONTACT] < n && *cells[columns[CONTACT]] != '\0')
        body->contact = g_strdup (cells[columns[CONTACT]]);
      g_ptr_array_add (bodies, body);
    }

  return g_steal_pointer (&bodies);
}

/**
 * dz_roster_import:
 * @n_bodies: (out) (optional): how many the file lists
 *
 * Makes the file's list the roster of the review (dz_store_set_roster()).
 */
gboolean
dz_roster_import (DzStore    *store,
                  const char *path,
                  guint      *n_bodies,
                  GError    **error)
{
  g_autofree char *contents = NULL;
  g_autoptr(GPtrArray) bodies = NULL;

  g_return_val_if_fail (DZ_IS_STORE (store) && path != NULL, FALSE);

  if (!g_file_get_contents (path, &contents, NULL, error))
    return FALSE;
  bodies = parse_csv (contents, error);
  if (bodies == NULL)
    return FALSE;
  if (n_bodies != NULL)
    *n_bodies = bodies->len;

  return dz_store_set_roster (store, bodies, error);
}

/* dz-store-county.c - the county's settings, and text its reports share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-store-private.h"

#include <string.h>

/* Settings are words under a key: a new one needs no migration. */
typedef enum { TEXT, MONTH_DAY, DAY, SHARE, LIST } SettingType;

static const struct
{
  const char *key;
  SettingType type;
  gsize offset;
} settings[] = {
  { "name", TEXT, G_STRUCT_OFFSET (DzCounty, name) },
  { "title", TEXT, G_STRUCT_OFFSET (DzCounty, title) },
  { "issuer", TEXT, G_STRUCT_OFFSET (DzCounty, issuer) },
  { "submit_by", MONTH_DAY, G_STRUCT_OFFSET (DzCounty, submit_by) },
  { "publish_before", MONTH_DAY, G_STRUCT_OFFSET (DzCounty, publish_before) },
  { "peer_threshold", SHARE, G_STRUCT_OFFSET (DzCounty, peer_threshold) },
  { "self_threshold", SHARE, G_STRUCT_OFFSET (DzCounty, self_threshold) },
  { "common_share", SHARE, G_STRUCT_OFFSET (DzCounty, common_share) },
  { "set_phrases", LIST, G_STRUCT_OFFSET (DzCounty, set_phrases) },
  { "given_wording", LIST, G_STRUCT_OFFSET (DzCounty, given_wording) },
  { "own_wording", LIST, G_STRUCT_OFFSET (DzCounty, own_wording) },
  { "citations", LIST, G_STRUCT_OFFSET (DzCounty, citations) },
  { "checks_off", LIST, G_STRUCT_OFFSET (DzCounty, checks_off) },
  { "codebook_xml", TEXT, G_STRUCT_OFFSET (DzCounty, codebook_xml) },
  { "brief_contents", TEXT, G_STRUCT_OFFSET (DzCounty, brief_contents) },
  { "reply_by", DAY, G_STRUCT_OFFSET (DzCounty, reply_by) },
  { "shown_year", TEXT, G_STRUCT_OFFSET (DzCounty, shown_year) },
  { "searches", LIST, G_STRUCT_OFFSET (DzCounty, searches) },
  { "scopes", LIST, G_STRUCT_OFFSET (DzCounty, scopes) },
  { "views", LIST, G_STRUCT_OFFSET (DzCounty, views) },
  { "table_heads", LIST, G_STRUCT_OFFSET (DzCounty, table_heads) },
};

static char *
setting_to_words (const DzCounty *county,
                  guint           i)
{
  gconstpointer at = (const char *) county + settings[i].offset;
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  g_autoptr(GString) words = NULL;
  GPtrArray *list;

  switch (settings[i].type)
    {
    case TEXT:
    case MONTH_DAY:
    case DAY:
      return g_strdup (*(char *const *) at);

    case SHARE:
      return g_strdup (g_ascii_dtostr (buffer, sizeof buffer, *(const double *) at));

    case LIST:
    default:
      list = *(GPtrArray *const *) at;
      words = g_string_new (NULL);
      for (guint k = 0; k < list->len; k++)
        g_string_append_printf (words, "%s%s", k > 0 ? "\n" : "",
                                (const char *) g_ptr_array_index (list, k));
      return g_string_free (g_steal_pointer (&words), FALSE);
    }
}

/* Those that cannot be true keep their default. */
static gboolean
is_setting (guint       i,
            const char *words)
{
  switch (settings[i].type)
    {
    case MONTH_DAY:
      return words != NULL && dz_is_month_day (words);

    case DAY:
      return words == NULL || *words == '\0' || dz_is_day (words);

    case SHARE:
      return words == NULL || dz_is_share (g_ascii_strtod (words, NULL));

    case TEXT:
    case LIST:
    default:
      return TRUE;
    }
}

static void
setting_from_words (DzCounty   *county,
                    guint       i,
                    const char *words)
{
  gpointer at = (char *) county + settings[i].offset;
  g_auto(GStrv) list = NULL;

  switch (settings[i].type)
    {
    case TEXT:
    case MONTH_DAY:
    case DAY:
      g_free (*(char **) at);
      *(char **) at = g_strdup (words);
      break;

    case SHARE:
      if (words != NULL)
        *(double *) at = g_ascii_strtod (words, NULL);
      break;

    case LIST:
    default:
      g_ptr_array_set_size (*(GPtrArray **) at, 0);
      list = g_strsplit (words != NULL ? words : "", "\n", -1);
      for (guint k = 0; list[k] != NULL; k++)
        if (*list[k] != '\0')
          g_ptr_array_add (*(GPtrArray **) at, g_strdup (list[k]));
    }
}

/* @was: (nullable): settings that are as there are left alone */
gboolean
dz_store_write_county (DzStore        *self,
                       const DzCounty *county,
                       const DzCounty *was,
                       gboolean        journaled,
                       GError        **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autofree char *words = setting_to_words (county, i);
      g_autofree char *old = was != NULL ? setting_to_words (was, i) : NULL;
      gint64 row;

      if (was != NULL && g_strcmp0 (words, old) == 0)
        continue;
      if (!dz_db_run (self->db, error, "INSERT OR IGNORE INTO county (key, value) VALUES (?, ?)",
                      DZ_CELLS (dz_str (settings[i].key),
                                journaled ? dz_str (NULL) : dz_str (words))))
        return FALSE;
      if (!journaled)
        continue;
      row = dz_db_get_int (self->db, "SELECT id FROM county WHERE key = ?",
                           DZ_CELLS (dz_str (settings[i].key)));
      if (!dz_journal_write (self, "county", row, "value", 0, dz_str (words), error))
        return FALSE;
    }

  return TRUE;
}

/* Returns: (transfer full) (nullable): the settings; keys that are missing have their defaults */
DzCounty *
dz_store_read_county (DzStore  *self,
                      DzUntrue *untrue,
                      GError  **error)
{
  g_autoptr(DzCounty) county = dz_county_new ();
  sqlite3_stmt *statement =
    dz_db_query (self->db, error, "SELECT key, value FROM county", DZ_NO_CELLS);

  if (statement == NULL)
    return NULL;
  while (dz_db_next (statement))
    for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
      if (g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), settings[i].key) == 0)
        {
          g_autofree char *words = dz_db_dup_text (statement, 1);

          if (is_setting (i, words))
            setting_from_words (county, i, words);
          else
            untrue->n[DZ_UNTRUE_SETTING]++;
        }

  return dz_db_done (self->db, statement, error) ? g_steal_pointer (&county) : NULL;
}

/**
 * dz_store_dup_county:
 *
 * Returns: (transfer full) (nullable): the settings as they are now
 */
DzCounty *
dz_store_dup_county (DzStore *self,
                     GError **error)
{
  DzUntrue untrue = { 0 };

  g_return_val_if_fail (DZ_IS_STORE (self), NULL);

  return dz_store_read_county (self, &untrue, error);
}

/**
 * dz_store_set_county:
 * @was: (nullable): the settings the person saw: only what differs from them is written, so that
 *   another program's settings of meanwhile stay
 *
 * Writes the settings that differ, as one undo step. The caller reads the reports anew
 * (dz_reread_run()) where codebook_xml changed.
 */
gboolean
dz_store_set_county (DzStore        *self,
                     const DzCounty *county,
                     const DzCounty *was,
                     GError        **error)
{
  g_return_val_if_fail (county != NULL, FALSE);

  if (!dz_store_enter (self, "county", error))
    return FALSE;

  return dz_store_leave (self, dz_store_write_county (self, county, was, TRUE, error), error);
}

static gboolean
insert_overlap (DzStore         *self,
                const DzOverlap *overlap,
                GError         **error)
{
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (DzSpan));
  g_autofree char *words = NULL;

  for (guint i = 0; i < overlap->passages->len; i++)
    {
      const DzOverlapPassage *passage = &g_array_index (overlap->passages, DzOverlapPassage, i);

      g_array_append_val (spans, passage->a);
      g_array_append_val (spans, passage->b);
    }
  words = dz_spans_to_words (spans);

  return dz_db_run (self->db, error,
                    "INSERT INTO overlap (version_a, version_b, share, passages)"
                    " SELECT a.version, b.version, ?, ? FROM report a, report b"
                    " WHERE a.id = ? AND b.id = ?",
                    DZ_CELLS (dz_real (overlap->share), dz_str (words), dz_int (overlap->report_a),
                              dz_int (overlap->report_b)));
}

/**
 * dz_store_set_overlaps:
 * @overlaps: (element-type DzOverlap): all there are between the reports of now; what was found
 *   between texts that undo can bring back stays with those
 *
 * No undo step: they follow from the texts.
 */
gboolean
dz_store_set_overlaps (DzStore   *self,
                       GPtrArray *overlaps,
                       GError   **error)
{
  gboolean ok;

  g_return_val_if_fail (overlaps != NULL, FALSE);

  if (!dz_store_enter (self, "overlap", error))
    return FALSE;
  ok = dz_db_run (self->db, error,
                  "DELETE FROM overlap WHERE version_a IN (SELECT version FROM report WHERE live = 1)"
                  " AND version_b IN (SELECT version FROM report WHERE live = 1)", DZ_NO_CELLS);
  for (guint i = 0; ok && i < overlaps->len; i++)
    ok = insert_overlap (self, g_ptr_array_index (overlaps, i), error);
  self->changed = TRUE;

  return dz_store_leave (self, ok, error);
}

/* No undo step, and nothing the reports say: the caller knows why. */
static gboolean
write_unlogged (DzStore    *self,
                const char *key,
                const char *words,
                GError    **error)
{
  return dz_db_run (self->db, error, "INSERT OR IGNORE INTO county (key, value) VALUES (?, NULL)",
                    DZ_CELLS (dz_str (key))) &&
         dz_db_run (self->db, error, "UPDATE county SET value = ? WHERE key = ?", DZ_CELLS (dz_str (words), dz_str (key)));
}

/**
 * dz_store_set_shown_year:
 *
 * Keeps the year a person looks at, for the next time. No undo step: nothing is decided by it.
 */
gboolean
dz_store_set_shown_year (DzStore *self,
                         int      year,
                         GError **error)
{
  g_autofree char *words = g_strdup_printf ("%d", year);

  if (!dz_store_enter (self, "shown-year", error))
    return FALSE;

  return dz_store_leave (self, write_unlogged (self, "shown_year", words, error), error);
}

/**
 * dz_store_set_given_wording:
 * @wording: (element-type utf8): what many bodies share, as dz_given_wording_list() writes it
 *
 * No undo step: it follows from the texts.
 */
gboolean
dz_store_set_given_wording (DzStore   *self,
                            GPtrArray *wording,
                            GError   **error)
{
  g_autoptr(GString) words = g_string_new (NULL);
  gboolean ok;

  g_return_val_if_fail (wording != NULL, FALSE);

  for (guint i = 0; i < wording->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? "\n" : "", (char *) g_ptr_array_index (wording, i));
  if (!dz_store_enter (self, "given-wording", error))
    return FALSE;
  ok = write_unlogged (self, "given_wording", words->str, error);
  self->changed = TRUE;

  return dz_store_leave (self, ok, error);
}

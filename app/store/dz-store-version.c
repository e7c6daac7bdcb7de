/* dz-store-version.c - a text with its reading, as rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-store-private.h"

#include "dz-digest.h"

#include <string.h>

static char *
make_insert (const char    *fixed,
             const DzTable *table,
             const DzTable *second)
{
  const char *columns = dz_table_list_columns (table, "");
  GString *sql = g_string_new (NULL);
  guint n = dz_table_count (table);

  g_string_append_printf (sql, "INSERT INTO %s (%s, %s", table->name, fixed, columns);
  if (second != NULL)
    {
      const char *more = dz_table_list_columns (second, "");

      g_string_append_printf (sql, ", %s", more);
      n += dz_table_count (second);
    }
  for (const char *p = fixed; p != NULL; p = strchr (p + 1, ','))
    n++;
  g_string_append (sql, ") VALUES (");
  for (guint i = 0; i < n; i++)
    g_string_append (sql, i > 0 ? ", ?" : "?");
  g_string_append_c (sql, ')');

  return g_string_free (sql, FALSE);
}

/* Steps an insert and gives it back. */
gboolean
dz_store_finish_insert (DzStore      *self,
                        sqlite3_stmt *statement,
                        GError      **error)
{
  while (dz_db_next (statement))
    ;

  return dz_db_done (self->db, statement, error);
}

/* Rows of one version. @id_offset: where the structs keep the row they were before, or -1. @ids:
 * (nullable) gets the new rows. */
static gboolean
insert_rows (DzStore       *self,
             const DzTable *table,
             gint64         version,
             GArray        *rows,
             gssize         id_offset,
             GArray        *ids,
             GError       **error)
{
  g_autofree char *sql = NULL;
  sqlite3_stmt *statement;

  if (rows->len == 0)
    return TRUE;
  sql = make_insert (id_offset >= 0 ? "version, origin" : "version", table, NULL);
  statement = dz_db_query (self->db, error, sql, DZ_NO_CELLS);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const char *row = rows->data + i * table->size;
      gint64 origin = id_offset >= 0 ? *(const gint64 *) (row + id_offset) : 0;
      gint64 id;

      dz_db_bind (statement, 1, dz_int (version));
      if (id_offset >= 0)
        dz_db_bind (statement, 2, origin != 0 ? dz_int (origin) : dz_str (NULL));
      dz_table_bind (table, row, statement, id_offset >= 0 ? 3 : 2);
      if (!dz_store_finish_insert (self, statement, error))
        return FALSE;
      id = sqlite3_last_insert_rowid (self->db->handle);
      if (ids != NULL)
        g_array_append_val (ids, id);
    }

  return TRUE;
}

/* Whether a blank of Unicode begins here; told by the first byte for nearly all characters. */
static gboolean
is_blank (const char *at)
{
  guchar lead = (guchar) *at;

  if (lead < 0x80)
    return g_ascii_isspace (*at) && lead != '\v';
  if (lead != 0xc2 && (lead < 0xe1 || lead > 0xe3))
    return FALSE;

  return g_unichar_isspace (g_utf8_get_char (at));
}

static char *
digest_words (const char *text,
              gsize       len)
{
  const char *end = text + len;
  g_autoptr(GString) words = g_string_sized_new (len);

  for (const char *at = text; at < end;)
    {
      const char *from = at;

      while (at < end && !is_blank (at))
        at = g_utf8_next_char (at);
      g_string_append_len (words, from, at - from);
      while (at < end && is_blank (at))
        at = g_utf8_next_char (at);
    }

  return dz_digest_dup_hex (words->str, words->len);
}

/* A digest of the characters without blanks; kept, as a text is looked for and then stored. */
const char *
dz_store_digest_words (DzStore *self,
                       DzText  *text)
{
  gsize len;
  const char *content = dz_text_peek (text, &len);

  if (self->digested != text)
    {
      dz_text_ref (text);
      g_clear_pointer (&self->digested, dz_text_unref);
      g_free (self->digest);
      self->digested = text;
      self->digest = digest_words (content, len);
    }

  return self->digest;
}

/* The text's row; the same characters are kept once. 0 on error. */
static gint64
insert_text (DzStore *self,
             DzText  *text,
             GError **error)
{
  const char *content = dz_text_peek (text, NULL);
  const char *digest = dz_store_digest_words (self, text);
  g_autoptr(GVariant) parts = g_variant_ref_sink (dz_text_to_variant (text));
  DzSqlValue blob = dz_blob (g_variant_get_data (parts), g_variant_get_size (parts));
  gint64 id = dz_db_get_int (self->db,
                             "SELECT id FROM text WHERE sha256 = ? AND content = ? AND parts = ?",
                             DZ_CELLS (dz_str (digest), dz_str (content), blob));

  if (id != 0)
    return id;
  if (!dz_db_run (self->db, error, "INSERT INTO text (sha256, content, parts) VALUES (?, ?, ?)",
                  DZ_CELLS (dz_str (digest), dz_str (content), blob)))
    return 0;

  return sqlite3_last_insert_rowid (self->db->handle);
}

static gboolean
insert_losses (DzStore  *self,
               gint64    version,
               GArray   *losses,
               GError  **error)
{
  for (guint i = 0; i < losses->len; i++)
    {
      const DzLoss *loss = &g_array_index (losses, DzLoss, i);

      if (!dz_db_run (self->db, error,
                      "INSERT INTO loss (version, kind, count, place) VALUES (?, ?, ?, ?)",
                      DZ_CELLS (dz_int (version), dz_str (dz_loss_kind_name (loss->kind)),
                                dz_int (loss->count), dz_str (loss->where))))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_causes (DzStore  *self,
               gint64    version,
               DzReport *report,
               GArray   *weakness_ids,
               GError  **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!insert_rows (self, &dz_table_cause, version, report->causes, G_STRUCT_OFFSET (DzCause, id),
                    ids, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      int index = g_array_index (report->causes, DzCause, i).weakness;

      if (index >= 0 && index < (int) weakness_ids->len &&
          !dz_db_run (self->db, error, "UPDATE cause SET weakness = ? WHERE id = ?",
                      DZ_CELLS (dz_int (g_array_index (weakness_ids, gint64, index)),
                                dz_int (g_array_index (ids, gint64, i)))))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_unplaced (DzStore   *self,
                 gint64     version,
                 GPtrArray *unplaced,
                 GError   **error)
{
  for (guint i = 0; unplaced != NULL && i < unplaced->len; i++)
    {
      const DzUnplaced *one = g_ptr_array_index (unplaced, i);

      if (!dz_db_run (self->db, error,
                      "INSERT INTO unplaced (version, is_weakness, name, value, state, quote)"
                      " VALUES (?, ?, ?, ?, ?, ?)",
                      DZ_CELLS (dz_int (version), dz_int (one->is_weakness), dz_str (one->name),
                                dz_real (one->value), dz_str (dz_state_to_string (one->state)),
                                dz_str (one->quote))))
        return FALSE;
    }

  return TRUE;
}

/*
 * The report's text and reading as a new version, not yet in use. Ids its facts have are noted as
 * the rows they were before. Returns the version, 0 on error.
 */
gint64
dz_store_insert_version (DzStore   *self,
                         gint64     report_id,
                         DzReport  *report,
                         GPtrArray *unplaced,
                         GError   **error)
{
  g_autoptr(GArray) weakness_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *sql = make_insert ("report, text", &dz_table_source, &dz_table_identity);
  gint64 text = insert_text (self, report->text, error);
  sqlite3_stmt *statement;
  gint64 version;

  if (text == 0)
    return 0;
  statement = dz_db_query (self->db, error, sql, DZ_CELLS (dz_int (report_id), dz_int (text)));
  if (statement == NULL)
    return 0;
  dz_table_bind (&dz_table_source, report->source, statement, 3);
  dz_table_bind (&dz_table_identity, &report->identity, statement,
                 3 + (int) dz_table_count (&dz_table_source));
  if (!dz_store_finish_insert (self, statement, error))
    return 0;
  version = sqlite3_last_insert_rowid (self->db->handle);

  if (!insert_losses (self, version, report->source->losses, error) ||
      !insert_rows (self, &dz_table_section, version, report->sections, -1, NULL, error) ||
      !insert_rows (self, &dz_table_figure, version, report->figures,
                    G_STRUCT_OFFSET (DzFigure, id), NULL, error) ||
      !insert_rows (self, &dz_table_weakness, version, report->weaknesses,
                    G_STRUCT_OFFSET (DzWeakness, id), weakness_ids, error) ||
      !insert_causes (self, version, report, weakness_ids, error) ||
      !insert_rows (self, &dz_table_finding, version, report->checks, -1, NULL, error) ||
      !insert_unplaced (self, version, unplaced, error))
    return 0;

  return version;
}

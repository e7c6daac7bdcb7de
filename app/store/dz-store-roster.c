/* dz-store-roster.c - the bodies of the county: kept, renamed, found by what reports call them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-store-private.h"

#include "dz-fold.h"
#include "dz-past.h"

#include <string.h>

/**
 * dz_store_has_roster:
 *
 * Returns: whether a roster was given, so that bodies it lacks are a question and not an addition
 */
gboolean
dz_store_has_roster (DzStore *self)
{
  g_return_val_if_fail (DZ_IS_STORE (self), FALSE);

  return dz_db_get_int (self->db, "SELECT value = 'yes' FROM county WHERE key = ?",
                        DZ_CELLS (dz_str (DZ_ROSTER_KEY))) != 0;
}

static gint64
add_body (DzStore      *self,
          const DzBody *body,
          GError      **error)
{
  const char *columns = dz_table_list_columns (&dz_table_body, "");
  g_autofree char *sql = g_strdup_printf (
    "INSERT INTO body (%s, live) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)", columns);
  DzBody placed = *body;
  sqlite3_stmt *statement = dz_db_query (self->db, error, sql, DZ_NO_CELLS);
  gint64 row;

  if (statement == NULL)
    return 0;
  if (placed.position == 0)
    placed.position =
      1 + (guint) dz_db_get_int (self->db, "SELECT max(position) FROM body WHERE live = 1",
                                 DZ_NO_CELLS);
  dz_table_bind (&dz_table_body, &placed, statement, 1);
  while (dz_db_next (statement))
    ;
  if (!dz_db_done (self->db, statement, error))
    return 0;
  row = sqlite3_last_insert_rowid (self->db->handle);

  return dz_journal_write (self, "body", row, "live", 0, dz_int (1), error) ? row : 0;
}

/**
 * dz_store_set_body:
 * @body: with its id, or with id 0 to add it; position 0 puts a new one last
 *
 * Returns: the body's id, 0 with @error set
 */
gint64
dz_store_set_body (DzStore      *self,
                   const DzBody *body,
                   GError      **error)
{
  gint64 row;

  g_return_val_if_fail (body != NULL && body->name != NULL, 0);

  if (!dz_store_enter (self, "roster", error))
    return 0;
  row = body->id;
  if (row == 0)
    row = add_body (self, body, error);
  else if (!dz_journal_write (self, "body", row, "live", 0, dz_int (1), error) ||
           !dz_journal_write_row (self, &dz_table_body, row, 0, body, NULL, error))
    row = 0;

  return dz_store_leave (self, row != 0, error) ? row : 0;
}

static char *
make_key (const char *name)
{
  static const char *const tails[] = { "人民政府", "办事处", "党工委", "党委", "委员会" };
  g_autofree char *folded = dz_fold_words (name);
  g_autoptr(GString) key = g_string_new (NULL);
  gboolean again = TRUE;

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (key, g_utf8_get_char (at));
  while (again)
    {
      again = FALSE;
      for (guint i = 0; i < G_N_ELEMENTS (tails); i++)
        if (g_str_has_suffix (key->str, tails[i]) && key->len > strlen (tails[i]) + 6)
          {
            g_string_truncate (key, key->len - strlen (tails[i]));
            again = TRUE;
          }
    }

  return g_string_free (g_steal_pointer (&key), FALSE);
}

/* Returns: (transfer none): the name folded, without blanks and without 人民政府 and the like */
static const char *
name_key (DzStore    *self,
          const char *name)
{
  char *key = g_hash_table_lookup (self->name_keys, name);

  if (key == NULL)
    {
      key = make_key (name);
      g_hash_table_insert (self->name_keys, g_strdup (name), key);
    }

  return key;
}

/* 市场监督管理局, 市政园林中心, 区划办: the word of a county begins what the office is for. */
static gboolean
begins_trade (const char *at)
{
  static const char *const trades[] = { "市场", "市政", "市容", "区划", "县域" };

  for (guint i = 0; i < G_N_ELEMENTS (trades); i++)
    if (g_str_has_prefix (at, trades[i]))
      return TRUE;

  return FALSE;
}

/* Departments alone say 县 or 区 for their own county: 县司法局, 区应急管理局. */
static gboolean
is_department (const char *key)
{
  static const char *const ends[] = { "局", "委", "办", "院", "处", "部", "队", "室", "中心" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (key, ends[i]))
      return TRUE;

  return FALSE;
}

static const char *
skip_own_county (const char *key)
{
  static const char *const counties[] = { "县", "市", "区", "旗" };

  for (guint i = 0; i < G_N_ELEMENTS (counties); i++)
    if (g_str_has_prefix (key, counties[i]) && !begins_trade (key) && g_utf8_strlen (key, -1) > 3 && is_department (key))
      return g_utf8_next_char (key);

  return key;
}

/* "望泽县青禾镇" -> "青禾镇": what follows the first 省 市 县 区 旗, if that is a name of its own; "县司法局" -> "司法局". */
static const char *
skip_county (const char *key)
{
  static const char *const ends[] = { "县", "市", "区", "旗", "省", "州" };
  const char *rest = key;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      const char *at = g_utf8_strlen (key, -1) > 4 ? strstr (g_utf8_offset_to_pointer (key, 2), ends[i])
                                                   : NULL;

      if (at == NULL || g_utf8_strlen (at, -1) < 4 || begins_trade (at))
        continue;
      at = g_utf8_next_char (at);
      if (at > rest)
        rest = at;
    }

  return rest == key ? skip_own_county (key) : rest;
}

/* What a body of the live roster is found by. */
typedef struct
{
  gint64 id;
  gint64 position;
  const char *key;  /* in name_keys */
  const char *rest; /* in key */
  GPtrArray *former; /* (nullable) of keys: names it had before */
} BodyKey;

static void
body_key_free (gpointer data)
{
  BodyKey *body = data;

  g_clear_pointer (&body->former, g_ptr_array_unref);
  g_free (body);
}

static void
add_former_names (DzStore    *self,
                  BodyKey    *body,
                  const char *past)
{
  g_autoptr(GPtrArray) events = dz_past_parse (past, NULL);

  for (guint i = 0; i < events->len; i++)
    {
      const DzPastEvent *event = g_ptr_array_index (events, i);

      if (event->how != DZ_PAST_RENAMED)
        continue;
      if (body->former == NULL)
        body->former = g_ptr_array_new ();
      for (guint k = 0; k < event->names->len; k++)
        g_ptr_array_add (body->former, (gpointer) name_key (self, g_ptr_array_index (event->names, k)));
    }
}

static gboolean
was_called (const BodyKey *body,
            const char    *key)
{
  for (guint i = 0; body->former != NULL && i < body->former->len; i++)
    if (g_str_equal (g_ptr_array_index (body->former, i), key) ||
        g_str_equal (skip_county (g_ptr_array_index (body->former, i)), key))
      return TRUE;

  return FALSE;
}

static gboolean
stands_before (const BodyKey *a,
               const BodyKey *b)
{
  return b == NULL || a->position < b->position || (a->position == b->position && a->id < b->id);
}

static void
add_body_keys (DzStore      *self,
               sqlite3_stmt *statement)
{
  while (dz_db_next (statement))
    {
      g_autofree char *name = dz_db_dup_text (statement, 2);
      g_autofree char *past = dz_db_dup_text (statement, 3);
      BodyKey *body = g_new0 (BodyKey, 1);

      body->id = sqlite3_column_int64 (statement, 0);
      body->position = sqlite3_column_int64 (statement, 1);
      body->key = name_key (self, name);
      body->rest = skip_county (body->key);
      if (past != NULL)
        add_former_names (self, body, past);
      g_hash_table_replace (self->bodies, &body->id, body);
    }
}

static gboolean
read_bodies (DzStore *self)
{
  sqlite3_stmt *statement =
    dz_db_query (self->db, NULL, "SELECT id, position, name, past FROM body WHERE live = 1", DZ_NO_CELLS);

  if (statement == NULL)
    return FALSE;
  self->bodies = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, body_key_free);
  add_body_keys (self, statement);

  return dz_db_done (self->db, statement, NULL);
}

static gboolean
read_body_again (DzStore *self,
                 gint64   row)
{
  sqlite3_stmt *statement =
    dz_db_query (self->db, NULL, "SELECT id, position, name, past FROM body WHERE live = 1 AND id = ?",
                 DZ_CELLS (dz_int (row)));

  g_hash_table_remove (self->bodies, &row);
  if (statement == NULL)
    return FALSE;
  add_body_keys (self, statement);

  return dz_db_done (self->db, statement, NULL);
}

/* The roster as it is now: a thousand reports are looked for in it without reading it as often. */
static gboolean
load_bodies (DzStore *self)
{
  gint64 version = dz_db_get_int (self->db, "PRAGMA data_version", DZ_NO_CELLS);
  gboolean ok = TRUE;

  if (version != self->data_version)
    dz_store_forget_bodies (self);
  self->data_version = version;
  if (self->bodies == NULL)
    ok = read_bodies (self);
  else
    for (guint i = 0; ok && i < self->stale_bodies->len; i++)
      ok = read_body_again (self, g_array_index (self->stale_bodies, gint64, i));
  g_array_set_size (self->stale_bodies, 0);
  if (!ok)
    dz_store_forget_bodies (self);

  return ok;
}

void
dz_store_body_written (DzStore *self,
                       gint64   row)
{
  if (self->bodies != NULL)
    g_array_append_val (self->stale_bodies, row);
}

/* Fills the bodies of that name, of that name without its county, and of that name once. */
static void
find_alike (DzStore        *self,
            const char     *township,
            const BodyKey **same,
            const BodyKey **alike,
            const BodyKey **former)
{
  const char *wanted = name_key (self, township);
  const char *wanted_rest = skip_county (wanted);
  GHashTableIter iter;
  gpointer value;

  *same = *alike = *former = NULL;
  g_hash_table_iter_init (&iter, self->bodies);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const BodyKey *body = value;

      if (g_str_equal (body->key, wanted) && stands_before (body, *same))
        *same = body;
      if (g_str_equal (body->rest, wanted_rest) && stands_before (body, *alike))
        *alike = body;
      if (was_called (body, wanted_rest) && stands_before (body, *former))
        *former = body;
    }
}

/* The body that has this name now; 0: none. */
gint64
dz_store_find_named (DzStore    *self,
                     const char *name)
{
  const BodyKey *same, *alike, *former;

  if (!load_bodies (self))
    return 0;
  find_alike (self, name, &same, &alike, &former);

  return same != NULL ? same->id : alike != NULL ? alike->id : 0;
}

/**
 * dz_store_find_body:
 * @township: (nullable): a name as a report writes it; province and county before it, 人民政府 and
 *   办事处 after it, traditional characters and blanks do not matter; a name the body had before will do
 *   where no other has it now
 *
 * Returns: the body of the roster, 0 if it lists none of that name
 */
gint64
dz_store_find_body (DzStore    *self,
                    const char *township)
{
  const BodyKey *same, *alike, *former;

  g_return_val_if_fail (DZ_IS_STORE (self), 0);

  if (township == NULL || *township == '\0' || !load_bodies (self))
    return 0;
  find_alike (self, township, &same, &alike, &former);

  return same != NULL ? same->id : alike != NULL ? alike->id : former != NULL ? former->id : 0;
}

/* Whether the roster has a body of that id. */
gboolean
dz_store_is_listed (DzStore *self,
                    gint64   body_id)
{
  return body_id != 0 &&
         dz_db_get_int (self->db, "SELECT 1 FROM body WHERE id = ? AND live = 1",
                        DZ_CELLS (dz_int (body_id))) != 0;
}

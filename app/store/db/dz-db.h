/* dz-db.h - SQLite in the words of this program: cells, cached statements, DZ_ERROR
 *
 * For store/ only. A statement is found again by its text, so callers just
 * repeat the SQL; one is used at a time per text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

#define DZ_APPLICATION_ID 0x447A5031 /* "DzP1" */

/* A value to bind. Strings and bytes are borrowed until the statement is done. */
typedef struct
{
  int type; /* of SQLite */
  gint64 integer;
  double real;
  const char *text;
  gssize len;
} DzSqlValue;

static inline DzSqlValue
dz_int (gint64 value)
{
  return (DzSqlValue){ .type = SQLITE_INTEGER, .integer = value };
}

static inline DzSqlValue
dz_real (double value)
{
  return (DzSqlValue){ .type = SQLITE_FLOAT, .real = value };
}

static inline DzSqlValue
dz_str (const char *value)
{
  return (DzSqlValue){ .type = value != NULL ? SQLITE_TEXT : SQLITE_NULL, .text = value, .len = -1 };
}

static inline DzSqlValue
dz_blob (gconstpointer value, gsize len)
{
  return (DzSqlValue){ .type = SQLITE_BLOB, .text = value, .len = (gssize) len };
}

#define DZ_CELLS(...)                                                                              \
  (const DzSqlValue[]){ __VA_ARGS__ }, sizeof ((const DzSqlValue[]){ __VA_ARGS__ }) / sizeof (DzSqlValue)
#define DZ_NO_CELLS NULL, 0

typedef struct
{
  sqlite3 *handle;
  GHashTable *statements; /* SQL -> sqlite3_stmt */
  char *path;
  int read_only;     /* of SQLite: why nothing may be written; SQLITE_OK: it may */
  gboolean migrated; /* from an older schema, when it was opened */
} DzDb;

DzDb         *dz_db_open      (const char   *path,
                               gboolean      fill,
                               GError      **error);
void          dz_db_settle    (DzDb         *self);
void          dz_db_be_quick  (DzDb         *self,
                               gboolean      quick);
void          dz_db_give_way  (DzDb         *self);
void          dz_db_close     (DzDb         *self);
gboolean      dz_db_fail      (DzDb         *self,
                               GError      **error);
void          dz_db_set_error (GError      **error,
                               int           code,
                               const char   *reason);
gboolean      dz_db_has_moved (DzDb         *self);
gboolean      dz_db_script    (DzDb         *self,
                               const char   *sql,
                               GError      **error);
gboolean      dz_db_run       (DzDb         *self,
                               GError      **error,
                               const char   *sql,
                               const DzSqlValue *cells,
                               gsize         n_cells);
sqlite3_stmt *dz_db_query     (DzDb         *self,
                               GError      **error,
                               const char   *sql,
                               const DzSqlValue *cells,
                               gsize         n_cells);
gboolean      dz_db_next      (sqlite3_stmt *statement);
gboolean      dz_db_done      (DzDb         *self,
                               sqlite3_stmt *statement,
                               GError      **error);
gint64        dz_db_get_int   (DzDb         *self,
                               const char   *sql,
                               const DzSqlValue *cells,
                               gsize         n_cells);
char         *dz_db_dup_text  (sqlite3_stmt *statement,
                               int           column);
gboolean      dz_db_bind      (sqlite3_stmt *statement,
                               int           at,
                               DzSqlValue        cell);

/* dz-schema.c */
gboolean      dz_schema_migrate (DzDb       *self,
                                 GError    **error);
gboolean      dz_schema_is_ours (DzDb       *self,
                                 int         version);
int           dz_schema_version (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzDb, dz_db_close)

G_END_DECLS

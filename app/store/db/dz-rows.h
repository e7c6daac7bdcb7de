/* dz-rows.h - structs to rows and back, by tables of their fields
 *
 * For store/ only. Each table of facts has one list of fields; inserting,
 * reading and journaled updating all follow it, so a new field is a migration
 * and one line here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-db.h"
#include "dz-review.h"

G_BEGIN_DECLS

typedef enum
{
  DZ_FIELD_END,
  DZ_FIELD_ID,     /* gint64; 0 is NULL */
  DZ_FIELD_WORD,   /* const char *, interned */
  DZ_FIELD_NOTE,   /* const char *, interned: a person's words, of any length */
  DZ_FIELD_TEXT,   /* char * */
  DZ_FIELD_REAL,   /* double; NAN is NULL */
  DZ_FIELD_INT,    /* int, guint, gboolean */
  DZ_FIELD_OFFSET, /* gsize, half of a span */
  DZ_FIELD_ENUM,   /* an enum, kept as its word */
  DZ_FIELD_SPANS   /* GArray of DzSpan, kept as "12 15 20 30" */
} DzFieldType;

typedef struct
{
  const char *column;
  DzFieldType type;
  gsize offset;
  const char *(*to_word) (int value);
  int (*from_word) (const char *word);
} DzField;

/* A table and the struct its rows become. */
typedef struct
{
  const char *name;
  gsize size;
  const DzField *fields;
} DzTable;

extern const DzTable dz_table_body;
extern const DzTable dz_table_source;   /* columns of version */
extern const DzTable dz_table_identity; /* columns of version */
extern const DzTable dz_table_section;
extern const DzTable dz_table_figure;
extern const DzTable dz_table_weakness;
extern const DzTable dz_table_cause;
extern const DzTable dz_table_finding;
extern const DzTable dz_table_report;
extern const DzTable dz_table_ledger;
extern const DzTable dz_table_score_sheet;
extern const DzTable dz_table_score_head;
extern const DzTable dz_table_score;

const char *dz_reviewing_to_word   (int            reviewing);
const char *dz_table_list_columns  (const DzTable *table,
                                    const char    *prefix);
guint       dz_table_count         (const DzTable *table);
DzSqlValue      dz_field_get           (const DzField *field,
                                        gconstpointer  row,
                                        char         **scratch);
gboolean    dz_table_bind          (const DzTable *table,
                                    gconstpointer  row,
                                    sqlite3_stmt  *statement,
                                    int            at);
void        dz_table_read          (const DzTable *table,
                                    gpointer       row,
                                    sqlite3_stmt  *statement,
                                    int            column);
char       *dz_spans_to_words      (GArray        *spans);
GArray     *dz_spans_from_words    (const char    *words);

G_END_DECLS

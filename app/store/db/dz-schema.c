/* dz-schema.c - the tables of a review file, as numbered migrations
 *
 * A change of the schema is a script appended to the array; old ones are never
 * edited. Rows a person may touch have "live": nothing of theirs is deleted,
 * it is switched off, so undo is only ever an UPDATE (dz-journal.c).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-db.h"

#define GROUND "rule TEXT, cue_start INTEGER, cue_end INTEGER, clause_start INTEGER, clause_end INTEGER"

static const char first_schema[] =
  "CREATE TABLE county (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, value TEXT) STRICT;"

  "CREATE TABLE body (id INTEGER PRIMARY KEY AUTOINCREMENT, live INTEGER NOT NULL DEFAULT 1,"
  " name TEXT NOT NULL, kind TEXT, households INTEGER NOT NULL, population INTEGER NOT NULL,"
  " villages INTEGER NOT NULL, contact TEXT, due TEXT, position INTEGER NOT NULL) STRICT;"

  /* sha256: of the characters without blanks, so the same words from docx and txt meet */
  "CREATE TABLE text (id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL, content TEXT NOT NULL,"
  " parts BLOB) STRICT;"
  "CREATE INDEX text_by_sha ON text (sha256);"

  "CREATE TABLE report (id INTEGER PRIMARY KEY AUTOINCREMENT, live INTEGER NOT NULL DEFAULT 0,"
  " version INTEGER, revision INTEGER NOT NULL DEFAULT 0, body INTEGER REFERENCES body,"
  " year INTEGER NOT NULL, kind TEXT NOT NULL, published TEXT, received TEXT,"
  " reviewing TEXT NOT NULL, note TEXT, guess_confirmed INTEGER NOT NULL) STRICT;"
  "CREATE INDEX report_by_body ON report (body, year);"
  "CREATE INDEX report_by_revision ON report (revision);"

  "CREATE TABLE version (id INTEGER PRIMARY KEY AUTOINCREMENT,"
  " report INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,"
  " text INTEGER NOT NULL REFERENCES text,"
  " path TEXT, member TEXT, format TEXT, encoding TEXT, sha256 TEXT, source_title TEXT,"
  " source_published TEXT, source_issuer TEXT,"
  " township TEXT, county TEXT, year INTEGER NOT NULL, kind TEXT NOT NULL, title TEXT, issued TEXT,"
  " published TEXT, issuer TEXT,"
  " township_start INTEGER, township_end INTEGER, year_start INTEGER, year_end INTEGER,"
  " kind_start INTEGER, kind_end INTEGER, title_start INTEGER, title_end INTEGER,"
  " issued_start INTEGER, issued_end INTEGER,"
  " township_confidence REAL, year_confidence REAL, kind_confidence REAL) STRICT;"
  "CREATE INDEX version_by_report ON version (report);"
  "CREATE INDEX version_by_text ON version (text);"
  "CREATE INDEX version_by_sha ON version (sha256);"

  "CREATE TABLE loss (id INTEGER PRIMARY KEY, version INTEGER NOT NULL REFERENCES version ON DELETE"
  " CASCADE, kind TEXT NOT NULL, count INTEGER NOT NULL, place TEXT) STRICT;"
  "CREATE INDEX loss_by_version ON loss (version);"

  "CREATE TABLE section (id INTEGER PRIMARY KEY, version INTEGER NOT NULL REFERENCES version ON"
  " DELETE CASCADE, kind TEXT NOT NULL, heading_start INTEGER, heading_end INTEGER, level INTEGER,"
  " span_start INTEGER, span_end INTEGER, confidence REAL) STRICT;"
  "CREATE INDEX section_by_version ON section (version);"

  /* origin: the row of the version before whose corrections it carries */
  "CREATE TABLE figure (id INTEGER PRIMARY KEY AUTOINCREMENT, live INTEGER NOT NULL DEFAULT 1,"
  " version INTEGER NOT NULL REFERENCES version ON DELETE CASCADE, origin INTEGER,"
  " indicator TEXT, set_aside TEXT, unit TEXT, value REAL, high REAL, bound TEXT NOT NULL,"
  " scope TEXT NOT NULL, period TEXT NOT NULL, derived INTEGER NOT NULL, confidence REAL,"
  " span_start INTEGER, span_end INTEGER, number_start INTEGER, number_end INTEGER, " GROUND ","
  " state TEXT NOT NULL) STRICT;"
  "CREATE INDEX figure_by_version ON figure (version);"

  "CREATE TABLE weakness (id INTEGER PRIMARY KEY AUTOINCREMENT, live INTEGER NOT NULL DEFAULT 1,"
  " version INTEGER NOT NULL REFERENCES version ON DELETE CASCADE, origin INTEGER,"
  " code TEXT, span_start INTEGER, span_end INTEGER, last_year INTEGER NOT NULL,"
  " some_only INTEGER NOT NULL, county INTEGER NOT NULL, confidence REAL, " GROUND ","
  " grade TEXT NOT NULL, answer_start INTEGER, answer_end INTEGER, answer_rule TEXT,"
  " answer_cue_start INTEGER, answer_cue_end INTEGER, answer_clause_start INTEGER,"
  " answer_clause_end INTEGER, rectified_start INTEGER, rectified_end INTEGER,"
  " state TEXT NOT NULL) STRICT;"
  "CREATE INDEX weakness_by_version ON weakness (version);"

  "CREATE TABLE cause (id INTEGER PRIMARY KEY AUTOINCREMENT, live INTEGER NOT NULL DEFAULT 1,"
  " version INTEGER NOT NULL REFERENCES version ON DELETE CASCADE, origin INTEGER,"
  " code TEXT, span_start INTEGER, span_end INTEGER, " GROUND ", state TEXT NOT NULL,"
  " weakness INTEGER) STRICT;"
  "CREATE INDEX cause_by_version ON cause (version);"

  "CREATE TABLE finding (id INTEGER PRIMARY KEY AUTOINCREMENT, live INTEGER NOT NULL DEFAULT 1,"
  " version INTEGER NOT NULL REFERENCES version ON DELETE CASCADE, check_id TEXT NOT NULL,"
  " result TEXT NOT NULL, message TEXT, spans TEXT, state TEXT NOT NULL, note TEXT) STRICT;"
  "CREATE INDEX finding_by_version ON finding (version);"

  "CREATE TABLE unplaced (id INTEGER PRIMARY KEY, live INTEGER NOT NULL DEFAULT 1,"
  " version INTEGER NOT NULL REFERENCES version ON DELETE CASCADE, is_weakness INTEGER NOT NULL,"
  " name TEXT, value REAL, state TEXT NOT NULL, quote TEXT) STRICT;"
  "CREATE INDEX unplaced_by_version ON unplaced (version);"

  /* of versions, so that undoing a replacement brings the old pairs back */
  "CREATE TABLE overlap (id INTEGER PRIMARY KEY, version_a INTEGER NOT NULL REFERENCES version ON"
  " DELETE CASCADE, version_b INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,"
  " share REAL NOT NULL, passages TEXT NOT NULL) STRICT;"
  "CREATE INDEX overlap_by_a ON overlap (version_a);"
  "CREATE INDEX overlap_by_b ON overlap (version_b);"

  "CREATE TABLE step (id INTEGER PRIMARY KEY AUTOINCREMENT, verb TEXT NOT NULL,"
  " at INTEGER NOT NULL, who TEXT, undone INTEGER NOT NULL DEFAULT 0) STRICT;"
  "CREATE TABLE change (id INTEGER PRIMARY KEY, step INTEGER NOT NULL REFERENCES step ON DELETE"
  " CASCADE, tbl TEXT NOT NULL, row INTEGER NOT NULL, col TEXT NOT NULL, report INTEGER,"
  " was ANY, now ANY) STRICT;"
  "CREATE INDEX change_by_step ON change (step);"
  "CREATE INDEX change_by_row ON change (tbl, row);"

  "CREATE TABLE import_file (id INTEGER PRIMARY KEY, run INTEGER NOT NULL, position INTEGER NOT NULL,"
  " outcome INTEGER NOT NULL, path TEXT, member TEXT, format TEXT, encoding TEXT, sha256 TEXT,"
  " losses TEXT, report INTEGER, duplicate_of INTEGER, older INTEGER, body INTEGER, township TEXT,"
  " year INTEGER, kind TEXT, confidence REAL, n_figures INTEGER, n_weaknesses INTEGER,"
  " error_code INTEGER, error TEXT) STRICT;"
  "CREATE INDEX import_file_by_run ON import_file (run, position);";

/* What a person decided about a body and a year that is no row of a version. */
static const char second_schema[] =
  "CREATE TABLE decision (id INTEGER PRIMARY KEY AUTOINCREMENT, live INTEGER NOT NULL DEFAULT 0,"
  " kind TEXT NOT NULL, body INTEGER NOT NULL REFERENCES body, year INTEGER NOT NULL,"
  " key TEXT NOT NULL, value TEXT, note TEXT, UNIQUE (kind, body, year, key)) STRICT;";

/* Where a change was made in another copy of the review: when, and by whom. */
static const char third_schema[] =
  "CREATE TABLE origin (change INTEGER PRIMARY KEY REFERENCES change ON DELETE CASCADE,"
  " at INTEGER NOT NULL, who TEXT) STRICT;";

/* A checksum over each part, to tell what neither we nor another program of ours wrote. */
static const char fourth_schema[] =
  "CREATE TABLE seal (id INTEGER PRIMARY KEY, what TEXT NOT NULL, row INTEGER NOT NULL,"
  " sum TEXT NOT NULL, UNIQUE (what, row)) STRICT;";

/* What a person noted about a figure or a weakness. The sums over their rows do not hold any more. */
static const char fifth_schema[] =
  "ALTER TABLE figure ADD COLUMN note TEXT;"
  "ALTER TABLE weakness ADD COLUMN note TEXT;"
  "DELETE FROM seal WHERE what = 'report';";

/* What the county counted itself: a table with its cells; nothing of a report. */
static const char sixth_schema[] =
  "CREATE TABLE county_table (id INTEGER PRIMARY KEY AUTOINCREMENT, live INTEGER NOT NULL DEFAULT 0,"
  " file TEXT NOT NULL, sheet TEXT, title TEXT, sha256 TEXT) STRICT;"
  "CREATE TABLE county_value (id INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES county_table"
  " ON DELETE CASCADE, body INTEGER NOT NULL REFERENCES body, year INTEGER NOT NULL,"
  " indicator TEXT NOT NULL, value REAL NOT NULL, sure INTEGER NOT NULL, head TEXT, cell TEXT) STRICT;"
  "CREATE INDEX county_value_by_source ON county_value (source);";

/* What a body was before: former names, and the bodies it was made of. Which codebook a version was read
 * with: not under the version's checksum, so that those of older files hold. */
static const char seventh_schema[] =
  "ALTER TABLE body ADD COLUMN past TEXT;"
  "ALTER TABLE version ADD COLUMN codebook TEXT;"
  "DELETE FROM seal WHERE what = 'body';";

/* 整改台账: what is to be put right, by whom, until when. The paper a problem stands in may be a report of the
 * review; with it the problem goes for good when the redo stack is dropped. */
static const char eighth_schema[] =
  "CREATE TABLE ledger (id INTEGER PRIMARY KEY AUTOINCREMENT, live INTEGER NOT NULL DEFAULT 0,"
  " body INTEGER REFERENCES body, asked TEXT, many INTEGER NOT NULL, year INTEGER NOT NULL, problem TEXT NOT NULL,"
  " report INTEGER REFERENCES report ON DELETE CASCADE, problem_start INTEGER, problem_end INTEGER,"
  " code TEXT, measure TEXT, deadline TEXT, term TEXT, state TEXT NOT NULL, evidence TEXT,"
  " declared INTEGER NOT NULL, source TEXT) STRICT;"
  "CREATE INDEX ledger_by_report ON ledger (report);";

/* 评分: the sheet of a year, its heads, and what each scorer gave each body on each of them, once. */
static const char ninth_schema[] =
  "CREATE TABLE score_sheet (id INTEGER PRIMARY KEY AUTOINCREMENT, live INTEGER NOT NULL DEFAULT 0,"
  " year INTEGER NOT NULL, title TEXT, excellent REAL, good REAL, fair REAL, drops_extremes INTEGER NOT NULL,"
  " source TEXT) STRICT;"
  "CREATE TABLE score_head (id INTEGER PRIMARY KEY AUTOINCREMENT, live INTEGER NOT NULL DEFAULT 0,"
  " sheet INTEGER NOT NULL REFERENCES score_sheet ON DELETE CASCADE, position INTEGER NOT NULL, part TEXT,"
  " name TEXT NOT NULL, standard TEXT, kind TEXT NOT NULL, most REAL, shows TEXT) STRICT;"
  "CREATE INDEX score_head_by_sheet ON score_head (sheet);"
  "CREATE TABLE score (id INTEGER PRIMARY KEY AUTOINCREMENT, live INTEGER NOT NULL DEFAULT 0,"
  " head INTEGER NOT NULL REFERENCES score_head ON DELETE CASCADE, body INTEGER NOT NULL REFERENCES body,"
  " scorer TEXT NOT NULL, points REAL, note TEXT, UNIQUE (head, body, scorer)) STRICT;";

static const char *const migrations[] = {
  first_schema,
  second_schema,
  third_schema,
  fourth_schema,
  fifth_schema,
  sixth_schema,
  seventh_schema,
  eighth_schema,
  ninth_schema,
};

int
dz_schema_version (void)
{
  return (int) G_N_ELEMENTS (migrations);
}

/* All of a file that has a say in what our statements do, one line each, in a fixed order. */
static char *
list_schema (sqlite3 *handle)
{
  static const char sql[] =
    "SELECT type || ' ' || name || ' ' || tbl_name || ' ' || ifnull(sql, '') FROM sqlite_schema"
    " WHERE type || ' ' || name <> 'table sqlite_sequence' ORDER BY type, name";
  GString *list = g_string_new (NULL);
  sqlite3_stmt *statement = NULL;

  sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (list, "%s\n", (const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);

  return g_string_free (list, FALSE);
}

/**
 * dz_schema_is_ours:
 * @version: the file says it has
 *
 * Returns: whether the file holds exactly the tables of that version, and no trigger, view, virtual
 *   table or column beside them
 */
gboolean
dz_schema_is_ours (DzDb *self,
                   int   version)
{
  g_autofree char *theirs = list_schema (self->handle);
  g_autofree char *ours = NULL;
  sqlite3 *made = NULL;

  if (sqlite3_open_v2 (":memory:", &made, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) ==
      SQLITE_OK)
    for (int i = 0; i < version; i++)
      sqlite3_exec (made, migrations[i], NULL, NULL, NULL);
  ours = list_schema (made);
  sqlite3_close (made);

  return g_str_equal (ours, theirs);
}

static gboolean
migrate (DzDb    *self,
         GError **error)
{
  /* read inside the transaction: another program may have been faster */
  int version = (int) dz_db_get_int (self, "PRAGMA user_version", DZ_NO_CELLS);
  g_autofree char *stamp = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d",
                                            DZ_APPLICATION_ID, dz_schema_version ());

  for (int i = MAX (version, 0); i < dz_schema_version (); i++)
    if (!dz_db_script (self, migrations[i], error))
      return FALSE;

  return dz_db_script (self, stamp, error);
}

/**
 * dz_schema_migrate:
 *
 * Brings the file to the current schema in one transaction, from whichever it has or from none.
 */
gboolean
dz_schema_migrate (DzDb    *self,
                   GError **error)
{
  if (dz_db_get_int (self, "PRAGMA user_version", DZ_NO_CELLS) == dz_schema_version ())
    return TRUE;
  if (!dz_db_script (self, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (!migrate (self, error) || !dz_db_script (self, "COMMIT", error))
    {
      dz_db_script (self, "ROLLBACK", NULL);
      return FALSE;
    }

  return TRUE;
}

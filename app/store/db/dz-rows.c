/* dz-rows.c - structs to rows and back, by tables of their fields
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-rows.h"

#include "dz-untrue.h"

#include <math.h>
#include <string.h>

/* An enum's two functions with the types a table can hold. */
#define WORDS(name, Type)                                                                          \
  static const char *name##_out (int value)                                                        \
  {                                                                                                \
    return dz_##name##_to_string ((Type) value);                                                   \
  }                                                                                                \
  static int name##_in (const char *word)                                                          \
  {                                                                                                \
    Type value = (Type) 0;                                                                         \
                                                                                                   \
    return word == NULL || dz_##name##_from_string (word, &value) ? (int) value : -1;              \
  }

WORDS (bound, DzBound)
WORDS (scope, DzScope)
WORDS (period, DzPeriod)
WORDS (report_kind, DzReportKind)
WORDS (grade, DzGrade)
WORDS (result, DzResult)
WORDS (state, DzState)
WORDS (section_kind, DzSectionKind)
WORDS (ledger_state, DzLedgerState)
WORDS (head_kind, DzHeadKind)

static const char *const reviewing_words[] = { "unread", "now", "done", "disputed" };

const char *
dz_reviewing_to_word (int value)
{
  g_return_val_if_fail (value >= 0 && value < (int) G_N_ELEMENTS (reviewing_words), NULL);

  return reviewing_words[value];
}

static int
reviewing_in (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (reviewing_words); i++)
    if (g_strcmp0 (word, reviewing_words[i]) == 0)
      return (int) i;

  return word == NULL ? 0 : -1;
}

#define ID(T, member, column) { column, DZ_FIELD_ID, G_STRUCT_OFFSET (T, member), NULL, NULL }
#define WORD(T, member, column) { column, DZ_FIELD_WORD, G_STRUCT_OFFSET (T, member), NULL, NULL }
#define NOTE(T, member, column) { column, DZ_FIELD_NOTE, G_STRUCT_OFFSET (T, member), NULL, NULL }
#define TEXT(T, member, column) { column, DZ_FIELD_TEXT, G_STRUCT_OFFSET (T, member), NULL, NULL }
#define REAL(T, member, column) { column, DZ_FIELD_REAL, G_STRUCT_OFFSET (T, member), NULL, NULL }
#define INT(T, member, column) { column, DZ_FIELD_INT, G_STRUCT_OFFSET (T, member), NULL, NULL }
#define ENUM(T, member, column, name)                                                              \
  { column, DZ_FIELD_ENUM, G_STRUCT_OFFSET (T, member), name##_out, name##_in }
#define SPAN(T, member, column)                                                                    \
  { column "_start", DZ_FIELD_OFFSET, G_STRUCT_OFFSET (T, member.start), NULL, NULL },             \
  { column "_end", DZ_FIELD_OFFSET, G_STRUCT_OFFSET (T, member.end), NULL, NULL }
#define GROUND(T, member, prefix)                                                                  \
  WORD (T, member.rule, prefix "rule"), SPAN (T, member.cue, prefix "cue"),                        \
  SPAN (T, member.clause, prefix "clause")
#define END { NULL, DZ_FIELD_END, 0, NULL, NULL }

static const DzField body_fields[] = {
  TEXT (DzBody, name, "name"),
  WORD (DzBody, kind, "kind"),
  INT (DzBody, households, "households"),
  INT (DzBody, population, "population"),
  INT (DzBody, villages, "villages"),
  TEXT (DzBody, contact, "contact"),
  TEXT (DzBody, past, "past"),
  ENUM (DzBody, due, "due", report_kind),
  INT (DzBody, position, "position"),
  END
};

static const DzField source_fields[] = {
  TEXT (DzSource, path, "path"),
  TEXT (DzSource, member, "member"),
  TEXT (DzSource, format, "format"),
  TEXT (DzSource, encoding, "encoding"),
  TEXT (DzSource, sha256, "sha256"),
  TEXT (DzSource, title, "source_title"),
  TEXT (DzSource, published, "source_published"),
  TEXT (DzSource, issuer, "source_issuer"),
  TEXT (DzSource, codebook, "codebook"),
  END
};

static const DzField identity_fields[] = {
  TEXT (DzIdentity, township, "township"),
  TEXT (DzIdentity, county, "county"),
  INT (DzIdentity, year, "year"),
  ENUM (DzIdentity, kind, "kind", report_kind),
  TEXT (DzIdentity, title, "title"),
  TEXT (DzIdentity, issued, "issued"),
  TEXT (DzIdentity, published, "published"),
  TEXT (DzIdentity, issuer, "issuer"),
  SPAN (DzIdentity, township_span, "township"),
  SPAN (DzIdentity, year_span, "year"),
  SPAN (DzIdentity, kind_span, "kind"),
  SPAN (DzIdentity, title_span, "title"),
  SPAN (DzIdentity, issued_span, "issued"),
  REAL (DzIdentity, township_confidence, "township_confidence"),
  REAL (DzIdentity, year_confidence, "year_confidence"),
  REAL (DzIdentity, kind_confidence, "kind_confidence"),
  END
};

static const DzField section_fields[] = {
  ENUM (DzSection, kind, "kind", section_kind),
  SPAN (DzSection, heading, "heading"),
  INT (DzSection, level, "level"),
  SPAN (DzSection, span, "span"),
  REAL (DzSection, confidence, "confidence"),
  END
};

static const DzField figure_fields[] = {
  WORD (DzFigure, indicator, "indicator"),
  WORD (DzFigure, set_aside, "set_aside"),
  WORD (DzFigure, unit, "unit"),
  REAL (DzFigure, value, "value"),
  REAL (DzFigure, high, "high"),
  ENUM (DzFigure, bound, "bound", bound),
  ENUM (DzFigure, scope, "scope", scope),
  ENUM (DzFigure, period, "period", period),
  INT (DzFigure, derived, "derived"),
  REAL (DzFigure, confidence, "confidence"),
  SPAN (DzFigure, span, "span"),
  SPAN (DzFigure, number, "number"),
  GROUND (DzFigure, ground, ""),
  ENUM (DzFigure, state, "state", state),
  NOTE (DzFigure, note, "note"),
  END
};

static const DzField weakness_fields[] = {
  WORD (DzWeakness, code, "code"),
  SPAN (DzWeakness, span, "span"),
  INT (DzWeakness, last_year, "last_year"),
  INT (DzWeakness, some_only, "some_only"),
  INT (DzWeakness, county, "county"),
  REAL (DzWeakness, confidence, "confidence"),
  GROUND (DzWeakness, ground, ""),
  ENUM (DzWeakness, grade, "grade", grade),
  SPAN (DzWeakness, answer, "answer"),
  GROUND (DzWeakness, answer_ground, "answer_"),
  SPAN (DzWeakness, rectified, "rectified"),
  ENUM (DzWeakness, state, "state", state),
  NOTE (DzWeakness, note, "note"),
  END
};

/* its weakness is kept as a row, not as an index: dz-store-report.c */
static const DzField cause_fields[] = {
  WORD (DzCause, code, "code"),
  SPAN (DzCause, span, "span"),
  GROUND (DzCause, ground, ""),
  ENUM (DzCause, state, "state", state),
  END
};

static const DzField finding_fields[] = {
  WORD (DzCheck, id, "check_id"),
  ENUM (DzCheck, result, "result", result),
  TEXT (DzCheck, message, "message"),
  { "spans", DZ_FIELD_SPANS, G_STRUCT_OFFSET (DzCheck, spans), NULL, NULL },
  ENUM (DzCheck, state, "state", state),
  TEXT (DzCheck, note, "note"),
  END
};

static const DzField report_fields[] = {
  ID (DzReport, body_id, "body"),
  INT (DzReport, identity.year, "year"),
  ENUM (DzReport, identity.kind, "kind", report_kind),
  TEXT (DzReport, identity.published, "published"),
  TEXT (DzReport, received, "received"),
  { "reviewing", DZ_FIELD_ENUM, G_STRUCT_OFFSET (DzReport, reviewing), dz_reviewing_to_word,
    reviewing_in },
  TEXT (DzReport, note, "note"),
  INT (DzReport, guess_confirmed, "guess_confirmed"),
  END
};

static const DzField ledger_fields[] = {
  ID (DzLedgerEntry, body_id, "body"),
  TEXT (DzLedgerEntry, asked, "asked"),
  INT (DzLedgerEntry, many, "many"),
  INT (DzLedgerEntry, year, "year"),
  TEXT (DzLedgerEntry, problem, "problem"),
  ID (DzLedgerEntry, report_id, "report"),
  SPAN (DzLedgerEntry, span, "problem"),
  WORD (DzLedgerEntry, code, "code"),
  TEXT (DzLedgerEntry, measure, "measure"),
  TEXT (DzLedgerEntry, deadline, "deadline"),
  TEXT (DzLedgerEntry, term, "term"),
  ENUM (DzLedgerEntry, state, "state", ledger_state),
  TEXT (DzLedgerEntry, evidence, "evidence"),
  INT (DzLedgerEntry, declared, "declared"),
  TEXT (DzLedgerEntry, source, "source"),
  END
};

static const DzField score_sheet_fields[] = {
  INT (DzScoreSheet, year, "year"),
  TEXT (DzScoreSheet, title, "title"),
  REAL (DzScoreSheet, excellent, "excellent"),
  REAL (DzScoreSheet, good, "good"),
  REAL (DzScoreSheet, fair, "fair"),
  INT (DzScoreSheet, drops_extremes, "drops_extremes"),
  TEXT (DzScoreSheet, source, "source"),
  END
};

static const DzField score_head_fields[] = {
  ID (DzScoreHead, sheet_id, "sheet"),
  INT (DzScoreHead, position, "position"),
  TEXT (DzScoreHead, group, "part"),
  TEXT (DzScoreHead, name, "name"),
  TEXT (DzScoreHead, standard, "standard"),
  ENUM (DzScoreHead, kind, "kind", head_kind),
  REAL (DzScoreHead, most, "most"),
  TEXT (DzScoreHead, shows, "shows"),
  END
};

static const DzField score_fields[] = {
  ID (DzScore, head_id, "head"),
  ID (DzScore, body_id, "body"),
  NOTE (DzScore, scorer, "scorer"),
  REAL (DzScore, points, "points"),
  TEXT (DzScore, note, "note"),
  END
};

const DzTable dz_table_body = { "body", sizeof (DzBody), body_fields };
const DzTable dz_table_source = { "version", sizeof (DzSource), source_fields };
const DzTable dz_table_identity = { "version", sizeof (DzIdentity), identity_fields };
const DzTable dz_table_section = { "section", sizeof (DzSection), section_fields };
const DzTable dz_table_figure = { "figure", sizeof (DzFigure), figure_fields };
const DzTable dz_table_weakness = { "weakness", sizeof (DzWeakness), weakness_fields };
const DzTable dz_table_cause = { "cause", sizeof (DzCause), cause_fields };
const DzTable dz_table_finding = { "finding", sizeof (DzCheck), finding_fields };
const DzTable dz_table_report = { "report", sizeof (DzReport), report_fields };
const DzTable dz_table_ledger = { "ledger", sizeof (DzLedgerEntry), ledger_fields };
const DzTable dz_table_score_sheet = { "score_sheet", sizeof (DzScoreSheet), score_sheet_fields };
const DzTable dz_table_score_head = { "score_head", sizeof (DzScoreHead), score_head_fields };
const DzTable dz_table_score = { "score", sizeof (DzScore), score_fields };

guint
dz_table_count (const DzTable *table)
{
  guint n = 0;

  while (table->fields[n].type != DZ_FIELD_END)
    n++;

  return n;
}

/**
 * dz_table_list_columns:
 * @prefix: put before each name: "", "v."
 *
 * Returns: (transfer none): "a, b, c", put together once: a review of 3,000 reports asks 20,000 times
 */
const char *
dz_table_list_columns (const DzTable *table,
                       const char    *prefix)
{
  static GMutex lock;
  static GHashTable *lists; /* table and prefix → list; two tables may have one name */
  g_autofree char *key = g_strdup_printf ("%p%s", (gconstpointer) table, prefix);
  const char *list;

  g_mutex_lock (&lock);
  if (lists == NULL)
    lists = g_hash_table_new (g_str_hash, g_str_equal);
  list = g_hash_table_lookup (lists, key);
  if (list == NULL)
    {
      GString *made = g_string_new (NULL);

      for (const DzField *field = table->fields; field->type != DZ_FIELD_END; field++)
        g_string_append_printf (made, "%s%s%s", made->len > 0 ? ", " : "", prefix, field->column);
      list = g_string_free (made, FALSE);
      g_hash_table_insert (lists, g_steal_pointer (&key), (gpointer) list);
    }
  g_mutex_unlock (&lock);

  return list;
}

/**
 * dz_spans_to_words:
 *
 * Returns: (transfer full): "12 15 20 30"
 */
char *
dz_spans_to_words (GArray *spans)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      DzSpan span = g_array_index (spans, DzSpan, i);

      g_string_append_printf (words, "%s%u %u", i > 0 ? " " : "", span.start, span.end);
    }

  return g_string_free (words, FALSE);
}

/* What is negative, or beyond all texts, ends up behind every text. */
static guint
take_offset (guint64 value)
{
  return (guint) MIN (value, G_MAXUINT);
}

/**
 * dz_spans_from_words:
 *
 * Returns: (transfer full) (element-type DzSpan): the pair of dz_spans_to_words()
 */
GArray *
dz_spans_from_words (const char *words)
{
  GArray *spans = g_array_new (FALSE, TRUE, sizeof (DzSpan));
  const char *at = words != NULL ? words : "";

  while (*at != '\0')
    {
      char *end;
      DzSpan span;

      span.start = take_offset (g_ascii_strtoull (at, &end, 10));
      if (end == at)
        break;
      at = end;
      span.end = take_offset (g_ascii_strtoull (at, &end, 10));
      if (end == at)
        break;
      at = end;
      g_array_append_val (spans, span);
    }

  return spans;
}

/**
 * dz_field_get:
 * @scratch: (out): holds text made for the cell; free it after the cell was used
 *
 * Returns: one field of @row as a value to bind
 */
DzSqlValue
dz_field_get (const DzField *field,
              gconstpointer  row,
              char         **scratch)
{
  gconstpointer at = (const char *) row + field->offset;

  *scratch = NULL;
  switch (field->type)
    {
    case DZ_FIELD_ID:
      return *(const gint64 *) at != 0 ? dz_int (*(const gint64 *) at) : dz_str (NULL);

    case DZ_FIELD_WORD:
    case DZ_FIELD_NOTE:
    case DZ_FIELD_TEXT:
      return dz_str (*(char *const *) at);

    case DZ_FIELD_REAL:
      return isnan (*(const double *) at) ? dz_str (NULL) : dz_real (*(const double *) at);

    case DZ_FIELD_INT:
      return dz_int (*(const int *) at);

    case DZ_FIELD_OFFSET:
      return dz_int (*(const guint *) at);

    case DZ_FIELD_ENUM:
      return dz_str (field->to_word (*(const int *) at));

    case DZ_FIELD_SPANS:
      *scratch = dz_spans_to_words (*(GArray *const *) at);
      return dz_str (*scratch);

    case DZ_FIELD_END:
    default:
      g_assert_not_reached ();
    }
}

/**
 * dz_table_bind:
 * @at: place of the first field's value in @statement, from 1
 *
 * The row's texts are borrowed until the statement is done, except lists of spans.
 */
gboolean
dz_table_bind (const DzTable *table,
               gconstpointer  row,
               sqlite3_stmt  *statement,
               int            at)
{
  for (const DzField *field = table->fields; field->type != DZ_FIELD_END; field++, at++)
    {
      char *scratch;
      DzSqlValue cell = dz_field_get (field, row, &scratch);

      if (scratch != NULL)
        {
          if (sqlite3_bind_text (statement, at, scratch, -1, g_free) != SQLITE_OK)
            return FALSE;
        }
      else if (!dz_db_bind (statement, at, cell))
        return FALSE;
    }

  return TRUE;
}

/* A person's own words, of any length; what is no text is none. */
static const char *
read_note (sqlite3_stmt *statement,
           int           column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return text != NULL && *text != '\0' && g_utf8_validate (text, -1, NULL) ? g_intern_string (text) : NULL;
}

/* Where one word of many is kept: by its length, its first bytes and its last. */
static guint
place_word (const char *text,
            gsize       len)
{
  guint64 first = 0, last = 0;

  memcpy (&first, text, MIN (len, sizeof first));
  memcpy (&last, text + len - MIN (len, sizeof last), MIN (len, sizeof last));

  return (guint) (((first ^ len) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) ^ last) *
                  G_GUINT64_CONSTANT (0xc2b2ae3d27d4eb4f) >> 54);
}

/* A review of 3,000 reports has a million words, and a few hundred different ones: those read last are known without
 * asking for the lock of all interned strings. */
static const char *
read_word (sqlite3_stmt *statement,
           int           column)
{
  static _Thread_local const char *recent[1024];
  const char *text = (const char *) sqlite3_column_text (statement, column);
  const char **place;

  if (text == NULL)
    return NULL;
  place = &recent[place_word (text, strlen (text))];
  if (*place == NULL || strcmp (*place, text) != 0)
    {
      const char *word = dz_intern_word (text);

      if (word == dz_untrue_word)
        return word;
      *place = word;
    }

  return *place;
}

static double
read_real (sqlite3_stmt *statement,
           int           column)
{
  return sqlite3_column_type (statement, column) == SQLITE_NULL ? NAN : sqlite3_column_double (statement, column);
}

static void
read_field (const DzField *field,
            gpointer       row,
            sqlite3_stmt  *statement,
            int            column)
{
  gpointer at = (char *) row + field->offset;

  switch (field->type)
    {
    case DZ_FIELD_ID:
      *(gint64 *) at = sqlite3_column_int64 (statement, column);
      break;

    case DZ_FIELD_WORD:
      *(const char **) at = read_word (statement, column);
      break;

    case DZ_FIELD_NOTE:
      *(const char **) at = read_note (statement, column);
      break;

    case DZ_FIELD_TEXT:
      g_free (*(char **) at);
      *(char **) at = dz_db_dup_text (statement, column);
      break;

    case DZ_FIELD_REAL:
      *(double *) at = read_real (statement, column);
      break;

    case DZ_FIELD_INT:
      *(int *) at = (int) CLAMP (sqlite3_column_int64 (statement, column), G_MININT, G_MAXINT);
      break;

    case DZ_FIELD_OFFSET:
      *(guint *) at = take_offset ((guint64) sqlite3_column_int64 (statement, column));
      break;

    case DZ_FIELD_ENUM:
      *(int *) at = field->from_word ((const char *) sqlite3_column_text (statement, column));
      break;

    case DZ_FIELD_SPANS:
      g_clear_pointer ((GArray **) at, g_array_unref);
      *(GArray **) at = dz_spans_from_words ((const char *) sqlite3_column_text (statement, column));
      break;

    case DZ_FIELD_END:
    default:
      g_assert_not_reached ();
    }
}

/**
 * dz_table_read:
 * @row: (out): texts it holds are freed
 * @column: of the first field, from 0
 *
 * The row says what the file says, true or not: an enum of no known word is -1.
 */
void
dz_table_read (const DzTable *table,
               gpointer       row,
               sqlite3_stmt  *statement,
               int            column)
{
  for (const DzField *field = table->fields; field->type != DZ_FIELD_END; field++, column++)
    read_field (field, row, statement, column);
}

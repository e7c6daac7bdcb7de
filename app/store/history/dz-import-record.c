/* dz-import-record.c - what became of one file of an import
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-import-record.h"
#include "dz-store-private.h"

#include <string.h>

/**
 * dz_import_record_new:
 * @source: (transfer full): the file
 *
 * Returns: (transfer full): a record of a file that was read well
 */
DzImportRecord *
dz_import_record_new (DzSource *source)
{
  DzImportRecord *self;

  g_return_val_if_fail (source != NULL, NULL);

  self = g_new0 (DzImportRecord, 1);
  self->source = source;
  self->outcome = DZ_OUTCOME_READ;
  self->error_code = -1;

  return self;
}

DzImportRecord *
dz_import_record_copy (const DzImportRecord *self)
{
  DzImportRecord *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->source = dz_source_copy (self->source);
  copy->township = g_strdup (self->township);
  copy->error = g_strdup (self->error);

  return copy;
}

void
dz_import_record_free (DzImportRecord *self)
{
  if (self == NULL)
    return;

  dz_source_free (self->source);
  g_free (self->township);
  g_free (self->error);
  g_free (self);
}

/* "pictures 2 page 3\ncut 1 " */
static char *
losses_to_words (GArray *losses)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < losses->len; i++)
    {
      const DzLoss *loss = &g_array_index (losses, DzLoss, i);

      g_string_append_printf (words, "%s%s %u %s", i > 0 ? "\n" : "",
                              dz_loss_kind_name (loss->kind), loss->count,
                              loss->where != NULL ? loss->where : "");
    }

  return g_string_free (words, FALSE);
}

static void
losses_from_words (DzSource   *source,
                   const char *words)
{
  g_auto(GStrv) lines = g_strsplit (words != NULL ? words : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) parts = g_strsplit (lines[i], " ", 3);
      DzLossKind kind;

      if (g_strv_length (parts) == 3 && dz_loss_kind_parse (parts[0], &kind))
        dz_source_add_loss (source, kind, (guint) g_ascii_strtoull (parts[1], NULL, 10),
                            *parts[2] != '\0' ? parts[2] : NULL);
    }
}

/**
 * dz_import_record_is_paper:
 *
 * Returns: whether it is a document that tells what an inspection found: nobody's report, and nothing to ask about
 */
gboolean
dz_import_record_is_paper (const DzImportRecord *self)
{
  return self->kind == DZ_KIND_OTHER && self->report_id != 0 &&
         (self->outcome == DZ_OUTCOME_READ || self->outcome == DZ_OUTCOME_LOSSES);
}

/**
 * dz_store_next_import:
 *
 * Returns: the number of the next import
 */
guint
dz_store_next_import (DzStore *self)
{
  g_return_val_if_fail (DZ_IS_STORE (self), 1);

  return 1 + (guint) dz_db_get_int (self->db, "SELECT max(run) FROM import_file", DZ_NO_CELLS);
}

/**
 * dz_store_add_record:
 *
 * Notes what became of a file. No undo step.
 */
gboolean
dz_store_add_record (DzStore               *self,
                     const DzImportRecord  *record,
                     GError               **error)
{
  const DzSource *source;
  g_autofree char *losses = NULL;

  g_return_val_if_fail (record != NULL, FALSE);

  source = record->source;
  losses = losses_to_words (source->losses);
  if (!dz_store_enter (self, "import", error))
    return FALSE;

  return dz_store_leave (
    self,
    dz_db_run (self->db, error,
               "INSERT INTO import_file (run, position, outcome, path, member, format, encoding,"
               " sha256, losses, report, duplicate_of, older, body, township, year, kind,"
               " confidence, n_figures, n_weaknesses, error_code, error)"
               " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
               DZ_CELLS (dz_int (record->run), dz_int (record->position), dz_int (record->outcome),
                         dz_str (source->path), dz_str (source->member), dz_str (source->format),
                         dz_str (source->encoding), dz_str (source->sha256), dz_str (losses),
                         dz_int (record->report_id), dz_int (record->duplicate_of),
                         dz_int (record->older_id), dz_int (record->body_id),
                         dz_str (record->township), dz_int (record->year),
                         dz_str (dz_report_kind_to_string (record->kind)),
                         dz_real (record->confidence), dz_int (record->n_figures),
                         dz_int (record->n_weaknesses), dz_int (record->error_code),
                         dz_str (record->error))),
    error);
}

static DzImportRecord *
read_record (sqlite3_stmt *statement)
{
  g_autofree char *path = dz_db_dup_text (statement, 3);
  g_autofree char *losses = dz_db_dup_text (statement, 8);
  DzSource *source = dz_source_new (path != NULL ? path : "?"); /* every file had a name when it was imported */
  DzImportRecord *record = dz_import_record_new (source);

  record->run = (guint) MAX (sqlite3_column_int (statement, 0), 0);
  record->position = (guint) MAX (sqlite3_column_int (statement, 1), 0);
  record->outcome = (DzOutcome) CLAMP (sqlite3_column_int (statement, 2), 0, DZ_N_OUTCOMES - 1);
  source->member = dz_db_dup_text (statement, 4);
  source->format = dz_db_dup_text (statement, 5);
  source->encoding = dz_db_dup_text (statement, 6);
  source->sha256 = dz_db_dup_text (statement, 7);
  losses_from_words (source, losses);
  record->report_id = sqlite3_column_int64 (statement, 9);
  record->duplicate_of = sqlite3_column_int64 (statement, 10);
  record->older_id = sqlite3_column_int64 (statement, 11);
  record->body_id = sqlite3_column_int64 (statement, 12);
  record->township = dz_db_dup_text (statement, 13);
  record->year = dz_is_year (sqlite3_column_int (statement, 14)) ? sqlite3_column_int (statement, 14)
                                                                   : 0;
  dz_report_kind_from_string ((const char *) sqlite3_column_text (statement, 15), &record->kind);
  record->confidence = sqlite3_column_double (statement, 16);
  record->n_figures = (guint) MAX (sqlite3_column_int (statement, 17), 0);
  record->n_weaknesses = (guint) MAX (sqlite3_column_int (statement, 18), 0);
  record->error_code = sqlite3_column_int (statement, 19);
  record->error = dz_db_dup_text (statement, 20);

  return record;
}

/**
 * dz_store_list_records:
 * @run: number of an import, 0 for the last
 *
 * Returns: (transfer full) (element-type DzImportRecord) (nullable): in input order; a report that is
 *   not in the review any more has id 0; %NULL with @error set
 */
GPtrArray *
dz_store_list_records (DzStore *self,
                       guint    run,
                       GError **error)
{
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_import_record_free);
  sqlite3_stmt *statement;

  g_return_val_if_fail (DZ_IS_STORE (self), NULL);

  statement = dz_db_query (
    self->db, error,
    "SELECT run, position, outcome, path, member, format, encoding, sha256, losses,"
    " ifnull((SELECT id FROM report WHERE live = 1 AND id = f.report), 0),"
    " ifnull((SELECT id FROM report WHERE live = 1 AND id = f.duplicate_of), 0),"
    " ifnull((SELECT id FROM report WHERE live = 1 AND id = f.older), 0), body, township, year, kind,"
    " confidence, n_figures, n_weaknesses, error_code, error FROM import_file f"
    " WHERE run = CASE ?1 WHEN 0 THEN (SELECT max(run) FROM import_file) ELSE ?1 END"
    " ORDER BY position",
    DZ_CELLS (dz_int (run)));
  if (statement == NULL)
    return NULL;
  while (dz_db_next (statement))
    g_ptr_array_add (records, read_record (statement));

  return dz_db_done (self->db, statement, error) ? g_steal_pointer (&records) : NULL;
}

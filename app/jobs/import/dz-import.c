/* dz-import.c - report files, folders and archives into a review
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-import.h"

#include "dz-codebook-job.h"
#include "dz-day.h"
#include "dz-error.h"
#include "dz-fold.h"
#include "dz-inspection.h"
#include "dz-journal.h"
#include "dz-pipeline.h"
#include "dz-read-report.h"
#include "dz-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Below this, body, year or kind is called a guess. */
#define SURE 0.6

typedef struct
{
  DzStore *store;
  DzImportOptions options;
  DzCounty *county;
  DzImportProgress progress;
  gpointer progress_data;
  GPtrArray *records;   /* DzImportRecord */
  DzInspection *inspection; /* tells papers of inspections from reports */
  GPtrArray *papers;    /* Paper: read when all bodies are known */
  GPtrArray *roster;    /* (nullable) of DzBody: the county's, for what names of files say */
  guint done;           /* the furthest file that was told */
  guint total;          /* files, as far as known */
  guint run;
  GError *failure;      /* of the store: nothing more can be kept */
} Import;

/* A document that tells what an inspection found, and its place in the input. */
typedef struct
{
  DzReport *report;
  guint position;
} Paper;

static void
free_paper (gpointer data)
{
  Paper *paper = data;

  dz_report_unref (paper->report);
  g_free (paper);
}

/* The body on the roster; where there is no roster, the reports make one. */
static gint64
place_body (Import   *self,
            DzReport *report,
            GError  **error)
{
  const char *name = report->identity.township;
  gint64 id = dz_store_find_body (self->store, name);
  g_autoptr(DzBody) body = NULL;

  /* a county's or a department's own report makes no body among its townships */
  if (id != 0 || name == NULL || *name == '\0' || dz_store_has_roster (self->store) ||
      g_strcmp0 (dz_identity_get_body_kind (&report->identity), "township") != 0)
    return id;
  body = dz_body_new (name, NULL);

  return dz_store_set_body (self->store, body, error);
}

/* The day told, or today where that is no reproach. */
static char *
dup_received (Import   *self,
              DzReport *report)
{
  g_autofree char *last_day = NULL;

  if (self->options.received != NULL)
    return g_strdup (self->options.received);
  if (self->options.today == NULL || report->identity.year == 0 || self->county == NULL)
    return NULL;
  last_day = dz_day_in_year (self->county->submit_by, report->identity.year + 1);

  return g_strcmp0 (self->options.today, last_day) <= 0 ? g_strdup (self->options.today) : NULL;
}

static void
count_facts (DzImportRecord *record,
             DzReport       *report)
{
  for (guint i = 0; i < report->figures->len; i++)
    record->n_figures += dz_figure_counts (&g_array_index (report->figures, DzFigure, i));
  for (guint i = 0; i < report->weaknesses->len; i++)
    record->n_weaknesses += dz_weakness_counts (&g_array_index (report->weaknesses, DzWeakness, i));
}

/* Losses a reader of the report would miss; dropped page numbers and the like are not. */
static gboolean
has_losses (const DzSource *source)
{
  for (guint i = 0; i < source->losses->len; i++)
    {
      DzLossKind kind = g_array_index (source->losses, DzLoss, i).kind;

      if (kind != DZ_LOSS_FURNITURE && kind != DZ_LOSS_ENCODING_GUESSED &&
          kind != DZ_LOSS_TRACKED_DELETIONS && kind != DZ_LOSS_COMMENTS && kind != DZ_LOSS_MEMBERS)
        return TRUE;
    }

  return FALSE;
}

/* Whether the file is called by another body of the roster than its text was read as: one of both is a slip, and a
 * person has to say which. */
static gboolean
is_called_otherwise (Import               *self,
                     const DzImportRecord *record)
{
  const char *path = record->source->member != NULL ? record->source->member : record->source->path;
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : NULL;
  g_autofree char *folded = name != NULL ? dz_fold_words (name) : NULL;
  gboolean other = FALSE;

  if (folded == NULL || !dz_store_has_roster (self->store))
    return FALSE;
  if (self->roster == NULL)
    self->roster = dz_store_list_bodies (self->store, NULL);
  for (guint i = 0; self->roster != NULL && i < self->roster->len; i++)
    {
      const DzBody *body = g_ptr_array_index (self->roster, i);

      if (strstr (folded, body->name) == NULL)
        continue;
      if (body->id == record->body_id)
        return FALSE;
      other = TRUE;
    }

  return other;
}

static DzOutcome
judge (Import               *self,
       const DzImportRecord *record)
{
  if (record->body_id == 0 || record->year == 0 || record->kind == DZ_KIND_OTHER ||
      record->confidence < SURE || is_called_otherwise (self, record))
    return DZ_OUTCOME_UNSURE;
  if (record->older_id != 0)
    return DZ_OUTCOME_OLDER;

  return has_losses (record->source) ? DZ_OUTCOME_LOSSES : DZ_OUTCOME_READ;
}

static gboolean
store_report (Import         *self,
              DzReport       *report,
              DzImportRecord *record,
              GError        **error)
{
  const DzIdentity *identity = &report->identity;
  g_autoptr(GError) local = NULL;

  record->township = g_strdup (identity->township);
  record->year = identity->year;
  record->kind = identity->kind;
  record->confidence = MIN (identity->township_confidence,
                            MIN (identity->year_confidence, identity->kind_confidence));
  count_facts (record, report);
  record->duplicate_of = dz_store_find_same (self->store, report);
  if (record->duplicate_of != 0 && !self->options.keep_duplicates)
    {
      record->outcome = DZ_OUTCOME_DUPLICATE;
      return TRUE;
    }

  report->body_id = place_body (self, report, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  record->body_id = report->body_id;
  record->older_id = dz_store_find_older (self->store, report->body_id, identity->year,
                                          identity->kind, 0);
  record->outcome = judge (self, record);
  g_free (report->received);
  report->received = dup_received (self, report);
  if (record->older_id != 0 && self->options.replace_older)
    {
      record->report_id = record->older_id;
      return dz_store_replace_report (self->store, record->older_id, report, NULL, error) &&
             (report->received == NULL ||
              dz_store_set_received (self->store, record->older_id, report->received, error));
    }
  record->report_id = dz_store_add_report (self->store, report, error);

  return record->report_id != 0;
}

/* The paper is kept as a document of nobody's; its problems go on the ledger. */
static gboolean
store_paper (Import         *self,
             DzReport       *report,
             DzImportRecord *record,
             GError        **error)
{
  g_autoptr(DzCodebook) codebook = NULL;
  g_autoptr(GPtrArray) bodies = NULL;
  g_autoptr(DzInspection) inspection = NULL;
  g_autoptr(GPtrArray) problems = NULL;

  record->year = report->identity.year;
  record->confidence = 1;
  record->duplicate_of = dz_store_find_same (self->store, report);
  if (record->duplicate_of != 0 && !self->options.keep_duplicates)
    {
      record->outcome = DZ_OUTCOME_DUPLICATE;
      return TRUE;
    }
  record->outcome = has_losses (record->source) ? DZ_OUTCOME_LOSSES : DZ_OUTCOME_READ;
  report->body_id = 0;
  g_clear_pointer (&report->identity.township, g_free);
  report->id = record->report_id = dz_store_add_report (self->store, report, error);
  codebook = record->report_id != 0 ? dz_codebook_load_for (self->store, error) : NULL;
  bodies = codebook != NULL ? dz_store_list_bodies (self->store, error) : NULL;
  inspection = bodies != NULL ? dz_inspection_new (codebook, bodies, error) : NULL;
  if (inspection == NULL)
    return FALSE;
  problems = dz_inspection_read (inspection, report);

  return dz_store_add_ledger (self->store, problems, &record->n_weaknesses, error);
}

static DzImportRecord *
record_item (Import       *self,
             DzSource     *source,
             guint         position,
             const GError *problem)
{
  DzImportRecord *record = dz_import_record_new (dz_source_copy (source));

  record->run = self->run;
  record->position = position;
  if (problem != NULL)
    {
      record->outcome = DZ_OUTCOME_FAILED;
      record->error_code = problem->domain == DZ_ERROR ? problem->code : DZ_ERROR_IO;
      record->error = g_strdup (problem->message);
    }

  return record;
}

/* A roster found among the reports; one that is there already is not replaced unasked. */
static gboolean
store_roster (Import         *self,
              GPtrArray      *roster,
              DzImportRecord *record,
              GError        **error)
{
  record->n_figures = roster->len;
  record->outcome = DZ_OUTCOME_READ;
  g_clear_pointer (&self->roster, g_ptr_array_unref);
  if (!dz_store_has_roster (self->store))
    return dz_store_set_roster (self->store, roster, error);
  record->outcome = DZ_OUTCOME_DUPLICATE;

  return TRUE;
}

/* One report, one transaction: its body, its rows, the record of it. */
static DzImportRecord *
import_one (Import       *self,
            DzSource     *source,
            DzReport     *report,
            GPtrArray    *roster,
            guint         position,
            const GError *problem,
            GError      **error)
{
  g_autoptr(DzImportRecord) record = record_item (self, source, position, problem);
  gboolean ok = TRUE;

  if (!dz_store_hold (self->store, "import", error))
    return NULL;
  if (report != NULL)
    ok = dz_inspection_is_paper (self->inspection, report) ? store_paper (self, report, record, error)
                                                           : store_report (self, report, record, error);
  else if (roster != NULL)
    ok = store_roster (self, roster, record, error);
  ok = ok && dz_store_add_record (self->store, record, error);
  if (!dz_store_release (self->store, ok, error))
    return NULL;

  return g_steal_pointer (&record);
}

/* Records stand in the order of the input. */
static void
add_record (Import         *self,
            DzImportRecord *record)
{
  guint at = self->records->len;

  while (at > 0 && ((DzImportRecord *) g_ptr_array_index (self->records, at - 1))->position > record->position)
    at--;
  g_ptr_array_insert (self->records, (int) at, record);
  self->done = MAX (self->done, record->position);
  if (self->progress != NULL)
    self->progress (record, self->done, self->total, self->progress_data);
}

static gboolean
item_cb (DzItem  *item,
         guint    total,
         gpointer user_data)
{
  Import *self = user_data;
  guint n = item->report != NULL && item->more != NULL ? item->more->len : 0;

  self->total = total;
  for (guint i = 0; i <= n; i++)
    {
      DzReport *report = i == 0 ? item->report : g_ptr_array_index (item->more, i - 1);
      DzSource *source = report != NULL ? report->source : item->source;
      DzImportRecord *record;

      if (report != NULL && dz_inspection_is_paper (self->inspection, report))
        {
          Paper *paper = g_new0 (Paper, 1);

          paper->report = dz_report_ref (report);
          paper->position = item->position;
          g_ptr_array_add (self->papers, paper);
          continue;
        }
      record = import_one (self, source, report, item->roster, item->position, item->error, &self->failure);
      if (record == NULL)
        return FALSE;
      add_record (self, record);
    }

  return TRUE;
}

/* After the reports, which may have brought the bodies the papers name. */
static gboolean
import_papers (Import  *self,
               GError **error)
{
  for (guint i = 0; i < self->papers->len; i++)
    {
      Paper *paper = g_ptr_array_index (self->papers, i);
      DzImportRecord *record =
        import_one (self, paper->report->source, paper->report, NULL, paper->position, NULL, error);

      if (record == NULL)
        return FALSE;
      add_record (self, record);
    }

  return TRUE;
}

/* Whether an import gave the name, and not a person: an import makes the title of it. */
static gboolean
is_named_by_import (const DzCounty *county)
{
  const char *rest = county->title;

  if (county->name == NULL || rest == NULL || !g_str_has_prefix (rest, county->name))
    return FALSE;
  rest += strlen (county->name);

  return strspn (rest, "0123456789") == strlen (rest);
}

/* The year of what was imported: one mistyped year gives no review its name. */
static int
choose_year (Import *self)
{
  g_autoptr(GArray) years = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < self->records->len; i++)
    g_array_append_val (years, ((DzImportRecord *) g_ptr_array_index (self->records, i))->year);

  return dz_years_choose (years);
}

/* A review without a name takes the county more than half of its reports name: reports of several
 * counties put together are nobody's review, and give back the name a smaller import gave. */
static gboolean
name_review (Import  *self,
             GError **error)
{
  g_autoptr(DzCounty) county = dz_store_dup_county (self->store, error);
  g_autofree char *common = NULL;

  if (county == NULL)
    return FALSE;
  common = dz_store_dup_common_county (self->store);
  if (is_named_by_import (county) && g_strcmp0 (common, county->name) != 0)
    {
      g_autofree char *counties = dz_store_dup_counties (self->store);

      if (counties == NULL)
        return TRUE;
      g_clear_pointer (&county->name, g_free);
      g_clear_pointer (&county->title, g_free);
    }
  else if (county->name != NULL || common == NULL)
    return TRUE;
  if (common != NULL && county->title == NULL)
    {
      int year = choose_year (self);

      county->title = year != 0 ? g_strdup_printf ("%s%d", common, year) : g_strdup (common);
    }
  county->name = g_steal_pointer (&common);

  return dz_store_set_county (self->store, county, NULL, error);
}

/**
 * dz_import_list_endings:
 *
 * Returns: (transfer full): what the names of files end in that may be imported as reports, archives among them, without
 *   the dot
 */
char **
dz_import_list_endings (void)
{
  return dz_reader_list_endings ();
}

/**
 * dz_import_run:
 * @review_path: a review; made if it is not there
 * @paths: (array zero-terminated): files, folders (walked in name order), archives
 * @options: (nullable)
 * @progress: (nullable): called in this thread after every file
 *
 * A file that cannot be read has a record that says so, and the others go on.
 *
 * Returns: (transfer full) (element-type DzImportRecord) (nullable): a record for each file, in
 *   input order; %NULL with @error set if the review, the codebook or the user (cancelled) stopped
 *   it: what was stored until then is in the review, and in dz_store_list_records()
 */
GPtrArray *
dz_import_run (const char            *review_path,
               const char *const     *paths,
               const DzImportOptions *options,
               DzImportProgress       progress,
               gpointer               progress_data,
               GCancellable          *cancellable,
               GError               **error)
{
  g_autoptr(DzStore) store = NULL;
  g_autoptr(DzCodebook) codebook = NULL;
  g_autoptr(GPtrArray) records = NULL;
  g_autoptr(DzCounty) county = NULL;
  g_autoptr(DzInspection) inspection = NULL;
  g_autoptr(GPtrArray) papers = g_ptr_array_new_with_free_func (free_paper);
  g_autoptr(GPtrArray) nobody = g_ptr_array_new ();
  Import self = { .progress = progress, .progress_data = progress_data };
  gboolean ok;

  g_return_val_if_fail (review_path != NULL && paths != NULL, NULL);

  store = dz_store_open_or_create (review_path, error);
  codebook = store != NULL ? dz_codebook_load_for (store, error) : NULL;
  county = codebook != NULL ? dz_store_dup_county (store, error) : NULL;
  inspection = county != NULL ? dz_inspection_new (codebook, nobody, error) : NULL;
  if (inspection == NULL)
    return NULL;

  self.county = county;
  records = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_import_record_free);
  self.store = store;
  self.records = records;
  self.inspection = inspection;
  self.papers = papers;
  self.run = dz_store_next_import (store);
  if (options != NULL)
    self.options = *options;
  if (self.options.run != 0)
    self.run = self.options.run;

  dz_store_begin_step (store, "import");
  ok = dz_pipeline_run (paths, codebook, self.options.n_threads, cancellable, item_cb, &self, error);
  if (self.failure != NULL)
    {
      g_clear_error (error);
      g_propagate_error (error, self.failure);
      ok = FALSE;
    }
  /* what was read until a person stopped it is kept, papers too */
  if (self.failure == NULL && !import_papers (&self, ok ? error : NULL))
    ok = FALSE;
  ok = ok && name_review (&self, error);
  dz_store_end_step (store);
  g_clear_pointer (&self.roster, g_ptr_array_unref);

  return ok ? g_steal_pointer (&records) : NULL;
}

/**
 * dz_import_text:
 * @store: belongs to this thread
 * @name: (nullable): what to call it where files have their names
 * @text: pasted from the clipboard
 *
 * Reads and stores one pasted report.
 *
 * Returns: (transfer full) (nullable): what became of it, or %NULL with @error set
 */
DzImportRecord *
dz_import_text (DzStore    *store,
                const char *name,
                const char *text,
                GError    **error)
{
  g_autoptr(DzCodebook) codebook = NULL;
  g_autoptr(DzReportReader) reader = NULL;
  g_autoptr(DzSource) source = dz_source_new (name != NULL ? name : _("Pasted text"));
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(DzReport) report = NULL;
  g_autoptr(DzInspection) inspection = NULL;
  g_autoptr(GPtrArray) nobody = g_ptr_array_new ();
  g_autoptr(GError) problem = NULL;
  g_autoptr(GPtrArray) records = g_ptr_array_new ();
  Import self = { .store = store, .records = records };
  DzImportRecord *record;

  g_return_val_if_fail (DZ_IS_STORE (store) && text != NULL, NULL);

  codebook = dz_codebook_load_for (store, error);
  reader = codebook != NULL ? dz_report_reader_new (codebook, error) : NULL;
  inspection = reader != NULL ? dz_inspection_new (codebook, nobody, error) : NULL;
  if (inspection == NULL)
    return NULL;
  self.inspection = inspection;
  self.run = dz_store_next_import (store);
  bytes = g_bytes_new (text, strlen (text));
  report = dz_report_reader_read (reader, bytes, source, NULL, &problem);

  dz_store_begin_step (store, "import");
  record = import_one (&self, source, report, NULL, 1, problem, error);
  if (record != NULL)
    g_ptr_array_add (records, record);
  if (record != NULL && !name_review (&self, error))
    g_clear_pointer (&record, dz_import_record_free);
  dz_store_end_step (store);
  g_clear_pointer (&self.roster, g_ptr_array_unref);

  return record;
}

static void
append_ground (GString    *words,
               const char *format,
               DzReport   *report,
               DzSpan      span)
{
  g_autofree char *quote = NULL;

  if (dz_span_is_empty (span) || span.end > dz_text_get_length (report->text))
    return;
  quote = dz_text_dup_line (report->text, span);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_string_append_printf (words, format, quote);
#pragma GCC diagnostic pop
}

/* The roster's name taken for what the characters of a picture seem to say. */
static void
append_misread (GString  *words,
                DzReport *report)
{
  const DzIdentity *identity = &report->identity;
  g_autofree char *quote = NULL;
  g_autofree char *folded = NULL;

  if (identity->township == NULL || dz_span_is_empty (identity->township_span) ||
      identity->township_span.end > dz_text_get_length (report->text))
    return;
  quote = dz_text_dup_span (report->text, identity->township_span);
  folded = dz_fold_words (quote);
  if (strstr (folded, identity->township) == NULL)
    g_string_append_printf (words, _("“%s” of the roster was taken; please confirm. "),
                            identity->township);
}

/**
 * dz_import_record_explain:
 * @report: (nullable): the record's report
 *
 * Returns: (transfer full): why body, year and kind are what they are, or what is wrong with the
 *   file, as a sentence in the user's language
 */
char *
dz_import_record_explain (const DzImportRecord *record,
                          DzReport             *report)
{
  g_autoptr(GString) words = g_string_new (NULL);

  g_return_val_if_fail (record != NULL, NULL);

  if (record->error != NULL)
    return g_strdup (record->error);
  if (report == NULL)
    return g_strdup (record->outcome == DZ_OUTCOME_DUPLICATE
                       ? _("The same text is in the review already.") : "");
  if (dz_import_record_is_paper (record))
    return record->n_weaknesses > 0
             ? g_strdup_printf (ngettext ("Document of an inspection: %u problem put on the ledger",
                                          "Document of an inspection: %u problems put on the ledger", record->n_weaknesses),
                                record->n_weaknesses)
             : g_strdup (_("Document of an inspection: no list of problems was found in it"));
  if (record->township == NULL)
    g_string_append (words, _("No township is named in it. "));
  else if (record->body_id == 0)
    g_string_append_printf (words, _("“%s” is not on the roster. "), record->township);
  if (record->outcome == DZ_OUTCOME_UNSURE && record->body_id != 0 && record->year != 0 &&
      record->kind != DZ_KIND_OTHER && record->confidence >= SURE)
    g_string_append (words, _("The name of the file says another body. "));
  append_misread (words, report);
  append_ground (words, _("Body from “%s”. "), report, report->identity.township_span);
  append_ground (words, _("Year from “%s”. "), report, report->identity.year_span);
  append_ground (words, _("Kind from “%s”. "), report, report->identity.kind_span);
  g_strchomp (words->str);

  return g_strdup (words->str);
}

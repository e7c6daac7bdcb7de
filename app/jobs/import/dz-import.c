/* dz-import.c - report files, folders and archives into a review
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-import.h"

#include "dz-codebook-job.h"
#include "dz-error.h"
#include "dz-fold.h"
#include "dz-journal.h"
#include "dz-keeper.h"
#include "dz-pipeline.h"
#include "dz-read-report.h"
#include "dz-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_WAITING 16
#define LONGEST_WAIT_US (G_USEC_PER_SEC / 10) /* until a person sees that a file is done */

typedef struct
{
  DzKeeper keeper;
  DzImportProgress progress;
  gpointer progress_data;
  GPtrArray *records;   /* DzImportRecord */
  GPtrArray *waiting;   /* DzArrival: read, to be kept together */
  gint64 since;         /* when the first of them came */
  GPtrArray *papers;    /* DzArrival: papers of inspections, read when all bodies are known */
  guint done;           /* the furthest file that was told */
  guint total;          /* files, as far as known */
  GError *failure;      /* of the store: nothing more can be kept */
} Import;

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

/* What is kept is told, and only that. */
static gboolean
keep_arrivals (Import    *self,
               GPtrArray *arrivals,
               GError   **error)
{
  g_autoptr(GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_import_record_free);
  gboolean ok = dz_keeper_keep_all (&self->keeper, arrivals, kept, error);

  g_ptr_array_set_size (arrivals, 0);
  while (kept->len > 0)
    add_record (self, g_ptr_array_steal_index (kept, 0));

  return ok;
}

static void
add_arrival (Import       *self,
             const DzItem *item,
             DzReport     *report)
{
  DzArrival *arrival = g_new0 (DzArrival, 1);
  gboolean paper = report != NULL && dz_inspection_is_paper (self->keeper.inspection, report);

  arrival->position = item->position;
  arrival->report = report != NULL ? dz_report_ref (report) : NULL;
  arrival->source = report == NULL ? dz_source_copy (item->source) : NULL;
  arrival->roster = item->roster != NULL ? g_ptr_array_ref (item->roster) : NULL;
  arrival->problem = item->error != NULL ? g_error_copy (item->error) : NULL;
  if (self->waiting->len == 0)
    self->since = g_get_monotonic_time ();
  g_ptr_array_add (paper ? self->papers : self->waiting, arrival);
}

static gboolean
item_cb (DzItem  *item,
         guint    total,
         gpointer user_data)
{
  Import *self = user_data;
  guint n = item != NULL && item->report != NULL && item->more != NULL ? item->more->len : 0;

  self->total = total;
  if (item != NULL)
    add_arrival (self, item, item->report);
  for (guint i = 0; i < n; i++)
    add_arrival (self, item, g_ptr_array_index (item->more, i));
  if (self->waiting->len == 0 ||
      (self->waiting->len < MOST_WAITING && g_get_monotonic_time () - self->since < LONGEST_WAIT_US))
    return TRUE;

  return keep_arrivals (self, self->waiting, &self->failure);
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
  g_autoptr(DzCounty) county = dz_store_dup_county (self->keeper.store, error);
  g_autofree char *common = NULL;

  if (county == NULL)
    return FALSE;
  common = dz_store_dup_common_county (self->keeper.store);
  if (is_named_by_import (county) && g_strcmp0 (common, county->name) != 0)
    {
      g_autofree char *counties = dz_store_dup_counties (self->keeper.store);

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

  return dz_store_set_county (self->keeper.store, county, NULL, error);
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
  g_autoptr(GPtrArray) waiting = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_arrival_free);
  g_autoptr(GPtrArray) papers = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_arrival_free);
  g_autoptr(GPtrArray) nobody = g_ptr_array_new ();
  DzImportOptions none = { NULL };
  Import self = { .progress = progress, .progress_data = progress_data };
  gboolean ok;

  g_return_val_if_fail (review_path != NULL && paths != NULL, NULL);

  store = dz_store_open_or_create (review_path, error);
  codebook = store != NULL ? dz_codebook_load_for (store, error) : NULL;
  county = codebook != NULL ? dz_store_dup_county (store, error) : NULL;
  inspection = county != NULL ? dz_inspection_new (codebook, nobody, error) : NULL;
  if (inspection == NULL)
    return NULL;

  records = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_import_record_free);
  self.records = records;
  self.waiting = waiting;
  self.papers = papers;
  self.keeper = (DzKeeper) { store, options != NULL ? *options : none, county, inspection, dz_store_next_import (store), NULL };
  if (self.keeper.options.run != 0)
    self.keeper.run = self.keeper.options.run;

  dz_store_begin_step (store, "import");
  ok = dz_pipeline_run (paths, codebook, self.keeper.options.n_threads, cancellable, item_cb, &self, error);
  /* what was read until a person stopped it is kept; papers after the reports, which may have brought the bodies they name */
  if (self.failure == NULL && keep_arrivals (&self, self.waiting, &self.failure))
    keep_arrivals (&self, self.papers, &self.failure);
  if (self.failure != NULL)
    {
      g_clear_error (error);
      g_propagate_error (error, self.failure);
      ok = FALSE;
    }
  ok = ok && name_review (&self, error);
  dz_store_end_step (store);
  g_clear_pointer (&self.keeper.names, dz_body_names_free);

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
  g_autoptr(DzInspection) inspection = NULL;
  g_autoptr(GPtrArray) nobody = g_ptr_array_new ();
  g_autoptr(GPtrArray) arrivals = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_arrival_free);
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_import_record_free);
  Import self = { .records = records };
  DzArrival *arrival;
  gboolean ok;

  g_return_val_if_fail (DZ_IS_STORE (store) && text != NULL, NULL);

  codebook = dz_codebook_load_for (store, error);
  reader = codebook != NULL ? dz_report_reader_new (codebook, error) : NULL;
  inspection = reader != NULL ? dz_inspection_new (codebook, nobody, error) : NULL;
  if (inspection == NULL)
    return NULL;
  self.keeper = (DzKeeper) { .store = store, .inspection = inspection, .run = dz_store_next_import (store) };
  bytes = g_bytes_new (text, strlen (text));
  arrival = g_new0 (DzArrival, 1);
  arrival->position = 1;
  arrival->report = dz_report_reader_read (reader, bytes, source, NULL, &arrival->problem);
  arrival->source = dz_source_copy (source);
  g_ptr_array_add (arrivals, arrival);

  dz_store_begin_step (store, "import");
  ok = dz_keeper_keep_all (&self.keeper, arrivals, records, error) && name_review (&self, error);
  dz_store_end_step (store);
  g_clear_pointer (&self.keeper.names, dz_body_names_free);

  return ok ? g_ptr_array_steal_index (records, 0) : NULL;
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
      record->kind != DZ_KIND_OTHER && record->confidence >= DZ_IMPORT_SURE)
    g_string_append (words, _("The name of the file says another body. "));
  append_misread (words, report);
  append_ground (words, _("Body from “%s”. "), report, report->identity.township_span);
  append_ground (words, _("Year from “%s”. "), report, report->identity.year_span);
  append_ground (words, _("Kind from “%s”. "), report, report->identity.kind_span);
  g_strchomp (words->str);

  return g_strdup (words->str);
}

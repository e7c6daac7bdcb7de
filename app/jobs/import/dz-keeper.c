/* dz-keeper.c - what was read, put into the review with a record of what became of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-keeper.h"

#include "dz-codebook-job.h"
#include "dz-day.h"
#include "dz-error.h"
#include "dz-fold.h"

/* A person who decides while an import runs waits for one transaction at the longest. */
#define TOGETHER_US 10000

void
dz_arrival_free (DzArrival *self)
{
  if (self == NULL)
    return;

  dz_source_free (self->source);
  g_clear_pointer (&self->report, dz_report_unref);
  g_clear_pointer (&self->roster, g_ptr_array_unref);
  g_clear_error (&self->problem);
  g_free (self);
}

/* The body on the roster; where there is no roster, the reports make one. */
static gint64
place_body (DzKeeper *self,
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
dup_received (DzKeeper *self,
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

/* Losses a reader of the report would miss; dropped page numbers, what no reader sees and the like are not. */
static gboolean
has_losses (const DzSource *source)
{
  for (guint i = 0; i < source->losses->len; i++)
    {
      DzLossKind kind = g_array_index (source->losses, DzLoss, i).kind;

      if (kind != DZ_LOSS_FURNITURE && kind != DZ_LOSS_HIDDEN && kind != DZ_LOSS_ENCODING_GUESSED &&
          kind != DZ_LOSS_TRACKED_DELETIONS && kind != DZ_LOSS_COMMENTS && kind != DZ_LOSS_MEMBERS)
        return TRUE;
    }

  return FALSE;
}

/* Whether the file is called by another body of the roster than its text was read as: one of both is a slip, and a
 * person has to say which. */
static gboolean
is_called_otherwise (DzKeeper             *self,
                     const DzImportRecord *record)
{
  const char *path = record->source->member != NULL ? record->source->member : record->source->path;
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : NULL;
  g_autofree char *folded = name != NULL ? dz_fold_words (name) : NULL;
  g_autoptr(GArray) named = NULL;

  if (folded == NULL || !dz_store_has_roster (self->store))
    return FALSE;
  if (self->names == NULL)
    {
      g_autoptr(GPtrArray) bodies = dz_store_list_bodies (self->store, NULL);

      self->names = bodies != NULL ? dz_body_names_new (bodies) : NULL;
    }
  if (self->names == NULL)
    return FALSE;
  named = dz_body_names_list (self->names, folded, NULL);
  for (guint i = 0; i < named->len; i++)
    if (g_array_index (named, gint64, i) == record->body_id)
      return FALSE;

  return named->len > 0;
}

static DzOutcome
judge (DzKeeper             *self,
       const DzImportRecord *record)
{
  if (record->body_id == 0 || record->year == 0 || record->kind == DZ_KIND_OTHER ||
      record->confidence < DZ_IMPORT_SURE || is_called_otherwise (self, record))
    return DZ_OUTCOME_UNSURE;
  if (record->older_id != 0)
    return DZ_OUTCOME_OLDER;

  return has_losses (record->source) ? DZ_OUTCOME_LOSSES : DZ_OUTCOME_READ;
}

static gboolean
store_report (DzKeeper       *self,
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
store_paper (DzKeeper       *self,
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
record_arrival (DzKeeper        *self,
                const DzArrival *arrival)
{
  const DzSource *source = arrival->report != NULL ? arrival->report->source : arrival->source;
  const GError *problem = arrival->problem;
  DzImportRecord *record = dz_import_record_new (dz_source_copy (source));

  record->run = self->run;
  record->position = arrival->position;
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
store_roster (DzKeeper       *self,
              GPtrArray      *roster,
              DzImportRecord *record,
              GError        **error)
{
  record->n_figures = roster->len;
  record->outcome = DZ_OUTCOME_READ;
  g_clear_pointer (&self->names, dz_body_names_free);
  if (!dz_store_has_roster (self->store))
    return dz_store_set_roster (self->store, roster, error);
  record->outcome = DZ_OUTCOME_DUPLICATE;

  return TRUE;
}

/* Its body, its rows, the record of it. */
static DzImportRecord *
keep (DzKeeper        *self,
      const DzArrival *arrival,
      GError         **error)
{
  g_autoptr(DzImportRecord) record = record_arrival (self, arrival);
  DzReport *report = arrival->report;
  gboolean ok = TRUE;

  if (report != NULL)
    ok = dz_inspection_is_paper (self->inspection, report) ? store_paper (self, report, record, error)
                                                           : store_report (self, report, record, error);
  else if (arrival->roster != NULL)
    ok = store_roster (self, arrival->roster, record, error);
  if (!ok || !dz_store_add_record (self->store, record, error))
    return NULL;

  return g_steal_pointer (&record);
}

/* As many from @from on as @time (in microseconds) allows, one at least, in the transaction that is open: its end. Returns
 * how many are kept: 0 with @error set if none are. */
static guint
keep_together (DzKeeper   *self,
               GPtrArray  *arrivals,
               guint       from,
               gint64      time,
               GPtrArray  *records,
               GError    **error)
{
  gint64 until = g_get_monotonic_time () + time;
  guint n_before = records->len;
  guint at = from;
  gboolean ok = TRUE;

  do
    {
      DzImportRecord *record = keep (self, g_ptr_array_index (arrivals, at++), error);

      ok = record != NULL;
      if (ok)
        g_ptr_array_add (records, record);
    }
  while (ok && at < arrivals->len && g_get_monotonic_time () < until);
  if (dz_store_release (self->store, ok, error))
    return at - from;
  g_ptr_array_set_size (records, (int) n_before);

  return 0;
}

/**
 * dz_keeper_keep_all:
 * @arrivals: (element-type DzArrival): in input order
 * @records: (element-type DzImportRecord): gets one for each that is kept: what has a record is on disk
 *
 * Several go into one transaction, for what it costs; each for itself where they cannot be kept together, so that what goes
 * wrong with one takes none before it along.
 *
 * Returns: %FALSE with @error set at the first that cannot be kept
 */
gboolean
dz_keeper_keep_all (DzKeeper   *self,
                    GPtrArray  *arrivals,
                    GPtrArray  *records,
                    GError    **error)
{
  gint64 time = TOGETHER_US;

  for (guint at = 0; at < arrivals->len;)
    {
      g_autoptr(GError) problem = NULL;
      guint n;

      if (!dz_store_hold (self->store, "import", error))
        return FALSE;
      n = keep_together (self, arrivals, at, time, records, &problem);
      if (n == 0 && time == 0)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
      if (n == 0)
        time = 0;
      at += n;
    }

  return TRUE;
}

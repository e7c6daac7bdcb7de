/* dz-sayable.c - what may be said outside before a person has confirmed it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-sayable.h"

#include "dz-cover.h"

static gboolean
is_confirmed (DzState state)
{
  return state == DZ_STATE_CONFIRMED || state == DZ_STATE_CORRECTED;
}

/* A fault only suggested is no fault yet, and no merit either: it cannot be told. */
static gboolean
is_withheld (const DzCheck *check,
             DzCodebook    *codebook)
{
  const DzEntry *entry;

  if (check->result != DZ_RESULT_FAIL || check->state != DZ_STATE_SUGGESTED)
    return FALSE;
  entry = dz_codebook_find (codebook, DZ_ENTRY_CHECK, check->id);

  return entry == NULL || !entry->certain;
}

/* Returns: (transfer full): the report itself where all of it may be said */
static DzReport *
withhold (DzReport   *report,
          DzCodebook *codebook)
{
  DzReport *copy = NULL;

  for (guint i = 0; i < report->checks->len; i++)
    if (is_withheld (&g_array_index (report->checks, DzCheck, i), codebook))
      {
        if (copy == NULL)
          copy = dz_report_copy (report, report->text);
        g_array_index (copy->checks, DzCheck, i).result = DZ_RESULT_CANNOT_TELL;
      }

  return copy != NULL ? copy : dz_report_ref (report);
}

/**
 * dz_review_sayable:
 *
 * Returns: (transfer full): the covered review in which a check that is only likely and that nobody
 *   confirmed cannot be told
 */
DzReview *
dz_review_sayable (DzReview   *review,
                   DzCodebook *codebook)
{
  g_autoptr(DzReview) covered = dz_review_cover (review);
  DzReview *copy = dz_review_copy (covered);

  for (guint i = 0; i < covered->reports->len; i++)
    g_ptr_array_add (copy->reports, withhold (g_ptr_array_index (covered->reports, i), codebook));

  return copy;
}

/**
 * dz_finding_is_about_report:
 *
 * A plan, a piece of news or the report of another office's subject lacks nothing that a report must have.
 *
 * Returns: whether it is about a report of a kind we compare, or about one that is missing, or confirmed
 */
gboolean
dz_finding_is_about_report (DzFinding *finding)
{
  DzReport *report = dz_finding_get_report (finding);

  return report == NULL || report->identity.kind != DZ_KIND_OTHER || is_confirmed (dz_finding_get_state (finding));
}

/**
 * dz_finding_is_sayable:
 *
 * Returns: whether it fails and is certain by its nature or confirmed
 */
gboolean
dz_finding_is_sayable (DzFinding *finding)
{
  if (dz_finding_get_result (finding) != DZ_RESULT_FAIL || dz_finding_get_state (finding) == DZ_STATE_REJECTED ||
      !dz_finding_is_about_report (finding))
    return FALSE;

  return dz_finding_get_check (finding)->certain || is_confirmed (dz_finding_get_state (finding));
}

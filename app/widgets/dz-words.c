/* dz-words.c - what became of problems and plans, and what a report must hold, in the words of the interface
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-words.h"

#include <glib/gi18n-lib.h>

/**
 * dz_words_destination:
 *
 * Returns: the head of its column, as dz_destination_get_name() has it on paper; never "solved"
 */
const char *
dz_words_destination (DzDestination destination)
{
  switch (destination)
    {
    case DZ_DESTINATION_CLAIMED_AGAIN: return _("Said rectified, named again");
    case DZ_DESTINATION_UNCLAIMED_AGAIN: return _("Not said rectified, named again");
    case DZ_DESTINATION_CLAIMED_GONE: return _("Said rectified, not named again");
    case DZ_DESTINATION_SILENT_GONE: return _("Nothing said, not named again");
    case DZ_DESTINATION_NEW: return _("Newly named this year");
    default: return dz_destination_get_name (destination);
    }
}

/**
 * dz_words_promise:
 *
 * Returns: what became of an act of last year's plan
 */
const char *
dz_words_promise (DzPromise promise)
{
  switch (promise)
    {
    case DZ_PROMISE_UNMENTIONED: return C_("promise", "Not mentioned");
    case DZ_PROMISE_PARTLY: return C_("promise", "Partly done");
    case DZ_PROMISE_KEPT: return C_("promise", "Done");
    default: return dz_promise_get_name (promise);
    }
}

/**
 * dz_words_content:
 *
 * Returns: what a report must hold, as the head of a narrow column
 */
const char *
dz_words_content (DzContent content)
{
  switch (content)
    {
    case DZ_CONTENT_RESULTS: return C_("narrow head", "Results");
    case DZ_CONTENT_PROBLEMS: return C_("narrow head", "Weak.");
    case DZ_CONTENT_CAUSES: return C_("narrow head", "Causes");
    case DZ_CONTENT_DUTY: return C_("narrow head", "Duty");
    case DZ_CONTENT_LAST_YEAR: return C_("narrow head", "Rectif.");
    case DZ_CONTENT_PLAN: return C_("narrow head", "Plan");
    default: return dz_content_get_name (content);
    }
}

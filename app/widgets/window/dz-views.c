/* dz-views.c - the views of the window: one row each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-views.h"

#include "dz-briefing-view.h"
#include "dz-change-view.h"
#include "dz-charts-view.h"
#include "dz-checks-view.h"
#include "dz-common-view.h"
#include "dz-figures-view.h"
#include "dz-import-view.h"
#include "dz-ledger-view.h"
#include "dz-life-view.h"
#include "dz-reading-view.h"
#include "dz-roster-view.h"
#include "dz-scores-view.h"
#include "dz-tables-view.h"

#include <glib/gi18n-lib.h>

const DzViewEntry dz_views[] = {
  { "roster", N_("Submission"), "dz-roster-symbolic", dz_roster_view_get_type },
  { "import", NULL, NULL, dz_import_view_get_type },
  { "life", NULL, NULL, dz_life_view_get_type },
  { "reading", N_("Side by Side"), "dz-reading-symbolic", dz_reading_view_get_type },
  { "figures", N_("Indicators"), "dz-figures-symbolic", dz_figures_view_get_type },
  { "common", N_("Common Weaknesses"), "dz-common-symbolic", dz_common_view_get_type },
  { "change", N_("Year by Year"), "dz-change-symbolic", dz_change_view_get_type },
  { "checks", N_("Checks"), "dz-checks-symbolic", dz_checks_view_get_type },
  { "charts", N_("Charts"), "dz-charts-symbolic", dz_charts_view_get_type },
  { "briefing", N_("Briefing"), "dz-briefing-symbolic", dz_briefing_view_get_type },
  { "tables", N_("Reconciliation"), "dz-tables-symbolic", dz_tables_view_get_type },
  { "ledger", N_("Rectification ledger"), "dz-ledger-symbolic", dz_ledger_view_get_type },
  { "scores", N_("Scoring"), "dz-scores-symbolic", dz_scores_view_get_type },
};

const guint dz_n_views = G_N_ELEMENTS (dz_views);

/* dz-finding-list.h - findings as cards: body, message, the passages, what to do with it
 *
 * Signals:
 *   overlap-clicked (finding): show both reports of it side by side
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-checks-table.h"
#include "dz-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef enum
{
  DZ_FINDINGS_UNHANDLED,
  DZ_FINDINGS_EXPLAINED,
  DZ_FINDINGS_ALL
} DzFindingsShow;

#define DZ_TYPE_FINDING_LIST (dz_finding_list_get_type ())
G_DECLARE_FINAL_TYPE (DzFindingList, dz_finding_list, DZ, FINDING_LIST, AdwBin)

gboolean   dz_findings_show_includes  (DzFindingsShow  show,
                                       DzFinding      *finding);
void       dz_finding_list_set_row    (DzFindingList  *self,
                                       DzSession      *session,
                                       DzCheckRow     *row,
                                       DzFindingsShow  show);
GtkWidget *dz_finding_make_explain    (DzSession      *session,
                                       GPtrArray      *findings);

G_END_DECLS

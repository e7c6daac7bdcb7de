/* dz-session-private.h - the session's own parts, shared by its two files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-session.h"
#include "dz-store.h"

G_BEGIN_DECLS

struct _DzSession
{
  GObject parent_instance;

  DzStore *store;
  DzReview *review;
  DzCodebook *codebook;
  char *codebook_xml;       /* (nullable) the additions it was made with */
  GPtrArray *old_codebooks; /* DzCodebook */
  DzScopeFilter *scope;
  int year;
  gboolean temporary;

  GListModel *evidence; /* (nullable) DzEvidenceItem */
  char *evidence_title;
  guint evidence_position;
};

G_END_DECLS

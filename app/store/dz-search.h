/* dz-search.h - words found in the reports of a snapshot
 *
 * A scan in memory: for words of one character and more, in any script the
 * report is written in (both sides are folded), without an index. Folded copies
 * are made once per report and kept as long as snapshots share the report. It can
 * be done in slices: a province has more text than a click has time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-review.h"

G_BEGIN_DECLS

/* A report and where in its text the words stand, in order. */
typedef struct
{
  gint64 report_id;
  GArray *spans; /* DzSpan, of the original text */
} DzSearchHit;

typedef struct _DzSearch DzSearch;

DzSearch *dz_search_new           (void);
void      dz_search_free          (DzSearch    *self);
void      dz_search_set_review    (DzSearch    *self,
                                   DzReview    *review);
gboolean  dz_search_is_of         (DzSearch    *self,
                                   DzReview    *review);
void      dz_search_begin         (DzSearch    *self,
                                   const char  *words,
                                   int          year,
                                   guint        limit);
gboolean  dz_search_begin_pattern (DzSearch    *self,
                                   const char  *pattern,
                                   int          year,
                                   guint        limit,
                                   GError     **error);
gboolean  dz_search_go_on         (DzSearch    *self,
                                   gint64       microseconds,
                                   GPtrArray   *hits,
                                   GError     **error);
gboolean  dz_search_is_over       (DzSearch    *self);
gboolean  dz_search_is_cut        (DzSearch    *self);
void      dz_search_hit_free      (DzSearchHit *hit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzSearch, dz_search_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzSearchHit, dz_search_hit_free)

G_END_DECLS

/* dz-review.h - a review in memory: the county, its roster, the reports
 *
 * A snapshot that jobs/ loads from the store and compare/, charts/ and pages/
 * read. It is never written to: a change goes to the store, which gives a new
 * snapshot (sharing the reports that did not change).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-county-table.h"
#include "dz-decision.h"
#include "dz-ledger-entry.h"
#include "dz-overlap-pair.h"
#include "dz-report.h"
#include "dz-score-sheet.h"

G_BEGIN_DECLS

/**
 * DzBody:
 * @kind: interned: "街道", "镇", "乡", "民族乡" or another word of the roster
 * @households: 0 if the roster lacks it; likewise @population, @villages
 * @due: which kind of report is asked of it; DZ_KIND_OTHER: either kind will do
 * @position: place on the roster from 1: the report's source number on paper
 */
typedef struct
{
  gint64 id;
  char *name;
  const char *kind;
  guint households;
  guint population;
  guint villages;
  char *contact;
  char *past; /* (nullable): what it was before, in the roster's words (dz-past.h) */
  DzReportKind due;
  guint position;
} DzBody;

DzBody *dz_body_new  (const char *name,
                      const char *kind);
DzBody *dz_body_copy (const DzBody *self);
void    dz_body_free (DzBody     *self);

/**
 * DzCounty: the settings of one county, kept in the review
 * @submit_by: "MM-DD" of the year after; default "02-28" (last day of February)
 * @publish_before: "MM-DD"; default "04-01"
 * @peer_threshold: share of common text from which C-COPY-PEER fails; likewise @self_threshold
 * @common_share: a weakness is common if named by at least max (3, this share of the bodies)
 * @set_phrases: (element-type utf8): passages left out of overlap
 * @citations: (element-type utf8): correct titles with their years, for C-CITE
 * @checks_off: (element-type utf8): ids of checks switched off
 * @codebook_xml: (nullable): the county's own additions
 * @brief_contents: (nullable): the remembered ticks of the briefing
 * @reply_by: (nullable): YYYY-MM-DD the feedback letters ask for
 * @shown_year: (nullable): the year a person chose last, in digits
 * @searches: (element-type utf8): searches that were pinned; one that begins with "/" is a regular expression
 * @given_wording: (element-type utf8): learned: the number of bodies that share a sentence, a tab, its words
 * @own_wording: (element-type utf8): sentences that are compared however many share them
 * @scopes: (element-type utf8): saved scopes: a name and the names of its bodies, parted by tabs
 * @views: (element-type utf8): saved views: a name and what stands where, parted by tabs
 * @table_heads: (element-type utf8): a head of the county's tables and the indicator it was said to mean, or nothing
 */
typedef struct
{
  char *name;
  char *title;
  char *issuer;
  char *submit_by;
  char *publish_before;
  double peer_threshold;
  double self_threshold;
  double common_share;
  GPtrArray *set_phrases;
  GPtrArray *given_wording;
  GPtrArray *own_wording;
  GPtrArray *citations;
  GPtrArray *checks_off;
  char *codebook_xml;
  char *brief_contents;
  char *reply_by;
  char *shown_year;
  GPtrArray *searches;
  GPtrArray *scopes;
  GPtrArray *views;
  GPtrArray *table_heads;
} DzCounty;

DzCounty *dz_county_new  (void);
DzCounty *dz_county_copy (const DzCounty *self);
void      dz_county_free (DzCounty       *self);

typedef struct _DzReviewIndex DzReviewIndex;

typedef struct
{
  gatomicrefcount refs;
  char *path;          /* (nullable) the review file */
  DzCounty *county;
  GPtrArray *bodies;   /* DzBody, roster order */
  GPtrArray *reports;  /* DzReport, by body position, year, id */
  GPtrArray *overlaps; /* DzOverlap */
  GPtrArray *decisions; /* DzDecision */
  GPtrArray *tables;    /* DzCountyTable, as they were imported */
  GPtrArray *ledger;    /* DzLedgerEntry, as they came in */
  GPtrArray *score_sheets; /* DzScoreSheet, one a year, by year */
  gboolean is_covered;  /* see dz_review_cover() */
  DzReviewIndex *index; /* (nullable): see dz_review_seal() */
} DzReview;

DzReview     *dz_review_new         (void);
DzReview     *dz_review_copy        (DzReview   *self);
DzReview     *dz_review_ref         (DzReview   *self);
void          dz_review_unref       (DzReview   *self);
void          dz_review_seal        (DzReview   *self);
const DzBody *dz_review_find_body   (DzReview   *self,
                                     gint64      id);
const DzBody *dz_review_body_named  (DzReview   *self,
                                     const char *name);
DzReport     *dz_review_find_report (DzReview   *self,
                                     gint64      id);
DzReport     *dz_review_report_of   (DzReview   *self,
                                     gint64      body_id,
                                     int         year);
guint         dz_review_count_reports (DzReview *self, gint64 body_id, int year, DzReportKind kind);
int           dz_years_choose       (const GArray *years);
int           dz_review_choose_year (DzReview   *self,
                                     int         wanted,
                                     int         shown);
GArray       *dz_review_list_years  (DzReview   *self);
const DzScoreSheet *dz_review_score_sheet_of (DzReview *self,
                                              int       year);
GPtrArray    *dz_review_list_overlaps (DzReview *self,
                                       gint64    report_id);
void          dz_review_adopt_unlisted (DzReview *self);
const DzDecision *dz_review_find_decision (DzReview   *self,
                                           const char *kind,
                                           gint64      body_id,
                                           int         year,
                                           const char *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzBody, dz_body_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzCounty, dz_county_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzReview, dz_review_unref)

G_END_DECLS

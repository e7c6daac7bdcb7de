/* dz-common-weaknesses.h - which weaknesses several bodies name: 共性问题
 *
 * A row per code that anybody names, ranked by the number of bodies, ties by
 * theme and codebook order. Counts are counts of bodies, never of sentences.
 * N is the bodies that reported. A code the engine is unsure of (suggested,
 * confidence under DZ_NAMED_CONFIDENCE) is shown as suggested and not counted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-scope-filter.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define DZ_NAMED_CONFIDENCE 0.55

typedef enum
{
  DZ_NAMING_NO_REPORT, /* nothing to say */
  DZ_NAMING_SILENT,    /* 未提出: the report names others, not this one */
  DZ_NAMING_NO_PART,   /* the report declares no weakness at all: hatched */
  DZ_NAMING_SUGGESTED, /* 待确认: not counted */
  DZ_NAMING_NAMED
} DzNamingState;

/**
 * DzWeaknessCell: one code in one body's report
 * @report: (nullable): borrowed
 * @last_year_report: (nullable): borrowed
 * @weaknesses: (element-type guint): indexes into report->weaknesses, of this code
 * @last_year: 续: its report of last year names the code too
 * @last_year_weaknesses: (element-type guint): indexes into last_year_report->weaknesses
 * @same_as: (element-type gint64): 同: ids of bodies whose sentence has the same words
 * @grade: of the plan's answer: the best any of these sentences gets
 * @open: nobody confirmed that the plan has no measure or only a general word: 待核
 * @answer: index into report->weaknesses of the sentence whose answer that is, -1: none
 * @causes: (element-type guint): indexes into report->causes that stand with these weaknesses
 */
typedef struct
{
  DzNamingState naming;
  DzReport *report;
  DzReport *last_year_report;
  GArray *weaknesses;
  gboolean last_year;
  GArray *last_year_weaknesses;
  GArray *same_as;
  DzGrade grade;
  gboolean open;
  int answer;
  GArray *causes;
} DzWeaknessCell;

const DzEntry    *dz_weakness_find_theme      (DzCodebook           *codebook,
                                               const DzEntry        *entry);
gboolean          dz_weakness_is_named        (const DzWeakness     *weakness);
gboolean          dz_weakness_is_suggested    (const DzWeakness     *weakness);
gboolean          dz_weakness_none_declared   (DzReport             *report);
void              dz_weakness_cell_fill       (DzWeaknessCell       *self,
                                               DzReview             *review,
                                               DzReport             *report,
                                               const char           *code);
void              dz_weakness_cell_fill_beside (DzWeaknessCell      *self,
                                                DzReview            *review,
                                                DzReport            *report,
                                                GPtrArray           *lasts,
                                                const char          *code);
void              dz_weakness_cell_clear      (DzWeaknessCell       *self);
const DzWeakness *dz_weakness_cell_get        (const DzWeaknessCell *self,
                                               guint                 n);
const DzWeakness *dz_weakness_cell_get_answer (const DzWeaknessCell *self);

/* Answers of the plans, counted by (body, code); open ones are in neither generic nor none. */
typedef struct
{
  guint total;
  guint direct;
  guint partial;
  guint generic;
  guint none;
  guint open;
} DzAnswerCounts;

#define DZ_TYPE_COMMON_ROW (dz_common_row_get_type ())
G_DECLARE_FINAL_TYPE (DzCommonRow, dz_common_row, DZ, COMMON_ROW, GObject)

const DzEntry        *dz_common_row_get_entry       (DzCommonRow *self);
guint                 dz_common_row_get_rank        (DzCommonRow *self);
guint                 dz_common_row_get_count       (DzCommonRow *self);
guint                 dz_common_row_count_once      (DzCommonRow *self);
guint                 dz_common_row_get_total       (DzCommonRow *self);
guint                 dz_common_row_get_kind_count  (DzCommonRow *self,
                                                     const char  *kind_group,
                                                     guint       *total);
GPtrArray            *dz_common_row_get_bodies      (DzCommonRow *self);
GPtrArray            *dz_common_row_get_suggested   (DzCommonRow *self);
guint                 dz_common_row_get_n_cells     (DzCommonRow *self);
const DzWeaknessCell *dz_common_row_get_cell        (DzCommonRow *self,
                                                     guint        body);
const DzAnswerCounts *dz_common_row_get_answers     (DzCommonRow *self);
gboolean              dz_common_row_is_common       (DzCommonRow *self);

/* A sentence declared as a weakness without a code, or with one nobody is sure of. */
typedef struct
{
  const DzBody *body;
  DzReport *report;
  guint weakness; /* index into report->weaknesses */
} DzUncoded;

#define DZ_TYPE_COMMON_WEAKNESSES (dz_common_weaknesses_get_type ())
G_DECLARE_FINAL_TYPE (DzCommonWeaknesses, dz_common_weaknesses, DZ, COMMON_WEAKNESSES, GObject)

typedef enum
{
  DZ_COMMON_ALL,    /* every code somebody names */
  DZ_COMMON_SHARED, /* 共性: two bodies or more */
  DZ_COMMON_SINGLE  /* 个性: one body only */
} DzCommonList;

DzCommonWeaknesses *dz_common_weaknesses_new          (DzReview            *review,
                                                       DzCodebook          *codebook,
                                                       int                  year,
                                                       const DzScopeFilter *scope);
guint               dz_common_weaknesses_get_n_rows   (DzCommonWeaknesses  *self);
DzCommonRow        *dz_common_weaknesses_get_row      (DzCommonWeaknesses  *self,
                                                       guint                row);
GListModel         *dz_common_weaknesses_get_rows     (DzCommonWeaknesses  *self,
                                                       DzCommonList         list);
DzCommonRow        *dz_common_weaknesses_find_row     (DzCommonWeaknesses  *self,
                                                       const char          *code);
GPtrArray          *dz_common_weaknesses_get_bodies   (DzCommonWeaknesses  *self);
guint               dz_common_weaknesses_get_n_reported (DzCommonWeaknesses *self);
guint               dz_common_weaknesses_get_threshold (DzCommonWeaknesses *self);
GArray             *dz_common_weaknesses_get_uncoded  (DzCommonWeaknesses  *self);
GPtrArray          *dz_common_weaknesses_list_unnamed (DzCommonWeaknesses  *self);
GPtrArray          *dz_common_weaknesses_get_without_part (DzCommonWeaknesses *self);
guint               dz_common_weaknesses_count_body   (DzCommonWeaknesses  *self,
                                                       guint                body);
const DzAnswerCounts *dz_common_weaknesses_get_answers (DzCommonWeaknesses *self);
int                 dz_common_weaknesses_get_year     (DzCommonWeaknesses  *self);

G_END_DECLS

/* dz-score-sheet.h - the 评分表 of a year: what is judged, out of how many points, and what the scorers gave
 *
 * Heads, weights and the limits of the grades are the county's own. Points are given by persons alone: what nobody
 * gave is not there, and is never taken for 0.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DZ_HEAD_POINTS,    /* 计分: 0 to its weight */
  DZ_HEAD_DEDUCTION, /* 扣分: taken from the sum of the others */
  DZ_HEAD_BONUS      /* 加分: on top of it */
} DzHeadKind;
#define DZ_N_HEAD_KINDS (DZ_HEAD_BONUS + 1)

typedef enum
{
  DZ_SCORE_EXCELLENT, /* 优秀 */
  DZ_SCORE_GOOD,      /* 良好 */
  DZ_SCORE_FAIR,      /* 一般 */
  DZ_SCORE_POOR,      /* 较差 */
  DZ_SCORE_NO_GRADE   /* nobody scored, or the sheet has no limits */
} DzScoreGrade;
#define DZ_N_SCORE_LIMITS DZ_SCORE_POOR

/**
 * DzScoreHead: 评议内容, one line of the sheet
 * @position: from 1
 * @group: (nullable): 一级指标
 * @standard: (nullable): 评分标准, in the county's words
 * @most: 分值; NAN: the county set none (of deductions and bonus only)
 * @shows: (nullable): ids parted by blanks: what the program holds about it: indicators, weaknesses, themes, checks,
 *   %DZ_SHOWS_PROMISES, %DZ_SHOWS_LEDGER
 */
typedef struct
{
  gint64 id;
  gint64 sheet_id;
  int position;
  char *group;
  char *name;
  char *standard;
  DzHeadKind kind;
  double most;
  char *shows;
} DzScoreHead;

#define DZ_SHOWS_PROMISES "promises"
#define DZ_SHOWS_LEDGER "ledger"

/**
 * DzScore: what one scorer gave one body on one head
 * @scorer: interned
 * @points: of a deduction what is taken off, as a positive number
 * @note: (nullable): the scorer's reason
 */
typedef struct
{
  gint64 id;
  gint64 head_id;
  gint64 body_id;
  const char *scorer;
  double points;
  char *note;
} DzScore;

/**
 * DzScoreSheet:
 * @limits: points from which on a grade is given, the best first; NAN: no grades
 * @drops_extremes: the highest and the lowest scorer of each body do not count
 * @source: (nullable): file and sheet it was read from
 */
typedef struct
{
  gint64 id;
  int year;
  char *title;
  double excellent;
  double good;
  double fair;
  gboolean drops_extremes;
  char *source;
  GPtrArray *heads;  /* DzScoreHead, by position */
  GPtrArray *scores; /* DzScore */
} DzScoreSheet;

DzScoreSheet      *dz_score_sheet_new          (int                 year);
DzScoreSheet      *dz_score_sheet_copy         (const DzScoreSheet *self);
void               dz_score_sheet_free         (DzScoreSheet       *self);
DzScoreHead       *dz_score_sheet_add_head     (DzScoreSheet       *self,
                                                const char         *group,
                                                const char         *name,
                                                DzHeadKind          kind,
                                                double              most);
const DzScoreHead *dz_score_sheet_find_head    (const DzScoreSheet *self,
                                                gint64              id);
const DzScoreHead *dz_score_sheet_find_named   (const DzScoreSheet *self,
                                                const char         *group,
                                                const char         *name);
GPtrArray         *dz_score_sheet_list_scorers (const DzScoreSheet *self);
double             dz_score_sheet_get_full     (const DzScoreSheet *self);
gboolean           dz_score_sheet_has_grades   (const DzScoreSheet *self);
gboolean           dz_score_sheet_limits_fit   (const DzScoreSheet *self);
DzScoreGrade       dz_score_sheet_grade        (const DzScoreSheet *self,
                                                double              points);

DzScoreHead       *dz_score_head_copy          (const DzScoreHead  *self);
void               dz_score_head_free          (DzScoreHead        *self);
gboolean           dz_score_head_allows        (const DzScoreHead  *self,
                                                double              points);
char              *dz_score_head_dup_path      (const DzScoreHead  *self);

DzScore           *dz_score_new                (gint64              head_id,
                                                gint64              body_id,
                                                const char         *scorer,
                                                double              points,
                                                const char         *note);
DzScore           *dz_score_copy               (const DzScore      *self);
void               dz_score_free               (DzScore            *self);

char              *dz_score_dup_scorer         (const char         *words);
double             dz_score_round              (double              points);
const char        *dz_head_kind_to_string      (DzHeadKind          kind);
gboolean           dz_head_kind_from_string    (const char         *word,
                                                DzHeadKind         *kind);
const char        *dz_head_kind_get_name       (DzHeadKind          kind);
const char        *dz_score_grade_get_name     (DzScoreGrade        grade);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzScoreSheet, dz_score_sheet_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzScore, dz_score_free)

G_END_DECLS

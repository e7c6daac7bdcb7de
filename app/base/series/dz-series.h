/* dz-series.h - labels and values ready to draw: what a chart is given
 *
 * compare/ fills a series from a review, charts/ draws it, pages/ and widgets/
 * hand it on. It holds values and words only; how they look is the chart's
 * matter. A series is of figures (rows x measures, DzCell) or of weaknesses
 * (rows x codes, DzNaming). A cell that nobody filled is missing (未报): missing
 * is never 0.
 *
 * How a builder goes about it:
 *   series = dz_series_new (2024);
 *   dz_series_add_measure () for each indicator (or year), dz_series_add_row ()
 *   for each body in roster order, then dz_series_set_value () and its marks for
 *   what the reports say, at last title, explanations, incomparable, source.
 * Rows stay in roster order; @order says how the chart sorts them. The subtitle
 * may be left NULL: dz_series_dup_subtitle () then words it by the rules. The
 * chart itself adds the notes on its median and its axes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-report.h"
#include "dz-statistics.h"
#include "dz-theme-look.h"

G_BEGIN_DECLS

/* What stands in a cell. The bound (≥ ≈ ≤) and the derived sign (＊) come on top. */
typedef enum
{
  DZ_MARK_MISSING,        /* 未报: the report does not say */
  DZ_MARK_NO_REPORT,      /* 无报告: there is no report of that year */
  DZ_MARK_NOT_APPLICABLE, /* 不适用: a rate of zero cases */
  DZ_MARK_VALUE,          /* one usable value; a stated zero is a value of 0 */
  DZ_MARK_TWO_VALUES,     /* two values in one report: value is the lower, high the higher; 待核 */
  DZ_MARK_CONFLICT,       /* does not agree with another figure of its report; 待核 */
  DZ_MARK_UNDECIDED       /* assigned to two indicators, or the first of several; 待核 */
} DzMark;

/**
 * DzEvidence: where a cell comes from
 * @report_id: row of the store, 0 if there is none
 * @index: index into the report's figures (DzCell) or weaknesses (DzNaming), -1 if none
 * @span: the passage in the report's text
 */
typedef struct
{
  gint64 report_id;
  int index;
  DzSpan span;
} DzEvidence;

/**
 * DzCell: one body, one measure
 * @high: the second value of DZ_MARK_TWO_VALUES, else NAN
 * @decimals: digits after the point as the report writes them; -1: as many as the value needs
 * @between: (nullable): static: what stands between the two values of DZ_MARK_TWO_VALUES; %NULL: ／
 * @note: (nullable): plain words after the label ("与栖砚镇同值"); the reason of a 待核
 *   ("自称全部持证")
 * @words: (nullable): the report's own words, for hovering
 */
typedef struct
{
  DzMark mark;
  DzBound bound;
  gboolean derived;
  double value;
  double high;
  int decimals;
  const char *between;
  char *note;
  char *words;
  DzEvidence evidence;
} DzCell;

/**
 * DzMeasure: one indicator, of one year
 * @id: (nullable): interned codebook id
 * @name: for the head of a panel, without unit: "调处矛盾纠纷数"
 * @short_name: for subtitle, legend and speech: "件数"
 * @unit: interned: "件"; a rate has "%"
 * @kind: interned kind of the codebook: "count", "rate", "people", "money" ...
 * @year: 0: the year of the series
 * @whole: (nullable): interned codebook id of the indicator it is a part of
 */
typedef struct
{
  const char *id;
  char *name;
  char *short_name;
  const char *unit;
  const char *kind;
  int year;
  const char *whole;
} DzMeasure;

/**
 * DzSeriesRow: one body
 * @kind: (nullable): interned kind of body: "街道", "镇", "乡"
 * @has_report: FALSE: 应报 but no report
 * @no_problems: its report has no problem part
 * @report_year: 0, or the year of its report where years are mixed (drawn side by side)
 * @report_kind: of its report
 * @group: index into groups, -1: none; a dotted line parts groups
 */
typedef struct
{
  gint64 body_id;
  char *name;
  const char *kind;
  guint position;
  guint population;
  gboolean has_report;
  gboolean no_problems;
  int report_year;
  DzReportKind report_kind;
  int group;
} DzSeriesRow;

typedef enum
{
  DZ_NAMED_NOT,       /* 未提出 */
  DZ_NAMED_SUGGESTED, /* found, nobody confirmed it: not counted */
  DZ_NAMED            /* counted */
} DzNamed;

/* One body, one code. grade is of the plan's answer and means something for DZ_NAMED only. */
typedef struct
{
  DzNamed named;
  DzGrade grade;
  gboolean open; /* nobody confirmed that the plan has nothing */
  char *words; /* (nullable) the report's own */
  DzEvidence evidence;
} DzNaming;

/**
 * DzSeriesCode: one weakness of the codebook
 * @id: interned; @theme: interned theme id: "awareness_duty" ...
 * @name: in full; @short_name: for the heat map
 * @theme_name: short: "认识"
 * @look: of the theme; plain until the builder sets it
 */
typedef struct
{
  const char *id;
  const char *theme;
  char *name;
  char *short_name;
  char *theme_name;
  DzThemeLook look;
} DzSeriesCode;

/* How rows are put in order; ties: second measure, then the roster. Missing is always last. */
typedef enum
{
  DZ_ORDER_VALUE,  /* first measure, largest first */
  DZ_ORDER_ROSTER,
  DZ_ORDER_KIND    /* kind of body as the roster first names it, then the first measure */
} DzOrder;

/**
 * DzSeries:
 * @mixed_years: reports of different years were put together without asking: charts refuse
 * @side_by_side: the user asked for it all the same: no order across years, no median
 * @focus_body: body the chart is about (profile, distribution), 0: none
 * @due: bodies that ought to report (应报); 0: all rows
 * @common: a code is common from this many bodies on; 3 until the builder sets the county's
 * @title: what, year, whom
 * @subtitle: (nullable): NULL: worded by dz_series_dup_subtitle ()
 * @explanations: (element-type utf8): sentences on ＊, 待核 in this chart, with 。
 * @incomparable: (element-type utf8): from the stock of notes, without end mark
 * @sample: (nullable): what is staged ("样张：…" is put before it)
 * @source: (nullable): the source line without "来源："; NULL: worded from the rows
 * @roster_source: whether the roster's population was used (折每千人)
 */
typedef struct
{
  gatomicrefcount refs;
  int year;
  gboolean mixed_years;
  gboolean side_by_side;
  gboolean per_thousand;
  gint64 focus_body;
  guint due;
  guint common;
  DzOrder order;
  char *title;
  char *subtitle;
  char *sample;
  char *source;
  GPtrArray *explanations;
  GPtrArray *incomparable;
  GPtrArray *groups;   /* utf8 */
  GPtrArray *measures; /* DzMeasure */
  GPtrArray *rows;     /* DzSeriesRow, roster order */
  GPtrArray *codes;    /* DzSeriesCode, codebook order; empty in a series of figures */
  GHashTable *cells;   /* private: use the functions */
  GHashTable *namings; /* private */
  GPtrArray *ranked;   /* private (nullable) (element-type GArray): usable values of each measure, largest first */
} DzSeries;

DzSeries       *dz_series_new           (int             year);
DzSeries       *dz_series_ref           (DzSeries       *self);
void            dz_series_unref         (DzSeries       *self);

DzMeasure      *dz_series_add_measure   (DzSeries       *self,
                                         const char     *id,
                                         const char     *name,
                                         const char     *short_name,
                                         const char     *unit,
                                         const char     *kind);
DzSeriesRow    *dz_series_add_row       (DzSeries       *self,
                                         gint64          body_id,
                                         const char     *name,
                                         const char     *kind);
DzSeriesCode   *dz_series_add_code      (DzSeries       *self,
                                         const char     *id,
                                         const char     *name,
                                         const char     *short_name,
                                         const char     *theme,
                                         const char     *theme_name);
void            dz_series_explain       (DzSeries       *self,
                                         const char     *sentence);
void            dz_series_add_incomparable (DzSeries    *self,
                                         const char     *line);

DzCell         *dz_series_set_value     (DzSeries       *self,
                                         guint           row,
                                         guint           measure,
                                         double          value,
                                         DzBound         bound);
DzCell         *dz_series_set_mark      (DzSeries       *self,
                                         guint           row,
                                         guint           measure,
                                         DzMark          mark);
DzCell         *dz_series_set_two_values (DzSeries      *self,
                                         guint           row,
                                         guint           measure,
                                         double          a,
                                         double          b);
void            dz_cell_set_note        (DzCell         *self,
                                         const char     *note);
void            dz_cell_set_words       (DzCell         *self,
                                         const char     *words);
void            dz_cell_set_evidence    (DzCell         *self,
                                         gint64          report_id,
                                         int             index,
                                         DzSpan          span);
DzNaming       *dz_series_set_naming    (DzSeries       *self,
                                         guint           row,
                                         guint           code,
                                         DzNamed         named,
                                         DzGrade         grade);
void            dz_naming_set_words     (DzNaming       *self,
                                         const char     *words);

guint              dz_series_get_n_rows     (DzSeries   *self);
guint              dz_series_get_n_measures (DzSeries   *self);
guint              dz_series_get_n_codes    (DzSeries   *self);
const DzSeriesRow *dz_series_get_row        (DzSeries   *self,
                                             guint       row);
const DzMeasure   *dz_series_get_measure    (DzSeries   *self,
                                             guint       measure);
const DzSeriesCode *dz_series_get_code      (DzSeries   *self,
                                             guint       code);
const DzCell      *dz_series_get_cell       (DzSeries   *self,
                                             guint       row,
                                             guint       measure);
const DzNaming    *dz_series_get_naming     (DzSeries   *self,
                                             guint       row,
                                             guint       code);
int                dz_series_find_body      (DzSeries   *self,
                                             gint64      body_id);
guint              dz_series_count_named    (DzSeries   *self,
                                             guint       code);
guint             *dz_series_dup_order      (DzSeries   *self);
guint              dz_series_find_place     (DzSeries   *self,
                                             const DzCell *cell,
                                             guint       measure);

/* A cell with a number; and one whose number enters median, sum and rank. */
gboolean        dz_cell_has_value       (const DzCell   *self);
gboolean        dz_cell_is_usable       (const DzCell   *self);

DzStatistics    dz_series_get_statistics (DzSeries      *self,
                                          guint          measure,
                                          const char    *kind);

/* The words. Numbers are printed by own rules, never by the locale. */
char           *dz_cell_dup_label       (const DzCell   *self,
                                         gboolean        wan);
char           *dz_series_dup_subtitle  (DzSeries       *self);
char           *dz_series_dup_source    (DzSeries       *self);
gboolean        dz_series_uses_wan      (DzSeries       *self,
                                         guint           measure);
char           *dz_series_dup_spoken    (DzSeries       *self,
                                         guint           row,
                                         guint           measure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzSeries, dz_series_unref)

G_END_DECLS

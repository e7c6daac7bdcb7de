/* dz-report.h - one body, one year: a report's text and what was found in it
 *
 * Plain values with byte spans into the report's text. find/ fills them,
 * store/ keeps them, everything above reads them. Ids of indicators, codes
 * and checks are interned strings (g_intern_string), so they are compared
 * with ==. A quantity that belongs to no indicator has indicator NULL and, if
 * a rule set it aside, the rule's word in set_aside: nothing is dropped.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-source.h"
#include "dz-text.h"

G_BEGIN_DECLS

typedef enum { DZ_BOUND_EXACT, DZ_BOUND_AT_LEAST, DZ_BOUND_AT_MOST, DZ_BOUND_ABOUT } DzBound;
typedef enum { DZ_SCOPE_BODY, DZ_SCOPE_VILLAGES, DZ_SCOPE_MIXED, DZ_SCOPE_PART } DzScope;
typedef enum { DZ_PERIOD_YEAR, DZ_PERIOD_PART_YEAR, DZ_PERIOD_CUMULATIVE } DzPeriod;
typedef enum { DZ_KIND_OTHER, DZ_KIND_ANNUAL_REPORT, DZ_KIND_DUTY_REPORT } DzReportKind;
typedef enum { DZ_GRADE_NONE, DZ_GRADE_GENERIC, DZ_GRADE_PARTIAL, DZ_GRADE_DIRECT } DzGrade;
typedef enum { DZ_RESULT_PASS, DZ_RESULT_FAIL, DZ_RESULT_CANNOT_TELL } DzResult;

typedef enum
{
  DZ_STATE_SUGGESTED, /* the engine says so */
  DZ_STATE_CONFIRMED, /* a person agrees */
  DZ_STATE_CORRECTED, /* a person changed it, or added it */
  DZ_STATE_REJECTED   /* a person does not use it */
} DzState;

typedef enum
{
  DZ_SECTION_OPENING,
  DZ_SECTION_ACHIEVEMENTS,
  DZ_SECTION_PRINCIPAL_DUTY,
  DZ_SECTION_LAST_YEAR,
  DZ_SECTION_PROBLEMS,
  DZ_SECTION_CAUSES,
  DZ_SECTION_PLAN,
  DZ_SECTION_MERGED,
  DZ_SECTION_OTHER,
  DZ_SECTION_CLOSING
} DzSectionKind;
#define DZ_N_SECTION_KINDS (DZ_SECTION_CLOSING + 1)

/* What a ground's rule begins with where no rule gave the name, but the second reader did. */
#define DZ_SECOND_READER "second reader:"

/* Why something has its name: what `--explain` and the evidence pane say. */
typedef struct
{
  const char *rule; /* (nullable) interned: the cue of the codebook, or the name of a rule */
  DzSpan cue;       /* the characters that gave it away; empty if none */
  DzSpan clause;    /* the clause that was read */
  const char *frame; /* (nullable) interned: how number and noun stand, or why it is set aside; not kept in a review */
  DzSpan noun;      /* what is counted; empty if the text does not say */
  DzSpan verb;      /* what was done with it; empty if none */
} DzGround;

typedef struct
{
  DzSectionKind kind;
  DzSpan heading; /* the heading's own words, without an end of line; may be empty */
  guint level;    /* 1 for the top level */
  DzSpan span;    /* heading and body, up to the next section */
  double confidence;
} DzSection;

typedef struct
{
  const char *indicator; /* (nullable) interned codebook id */
  const char *set_aside; /* (nullable) interned: "plan", "last-year", "sub-case", "name", "too-large" ... */
  const char *unit;      /* interned: base unit of the indicator, else the measure word found */
  double value;          /* in the base unit */
  double high;           /* upper end of a stated range, else NAN */
  DzBound bound;
  DzScope scope;
  DzPeriod period;
  gboolean derived;      /* summed, multiplied, or from an all/none form */
  double confidence;     /* 0 to 1 */
  DzSpan span;           /* noun and number: what is shown as evidence, at most 200 characters */
  DzSpan number;         /* the number with its unit, inside or equal to span */
  DzGround ground;
  DzState state;
  const char *note;      /* (nullable) interned: the analyst's own words */
  gint64 id;             /* row in the store, 0 before */
} DzFigure;

typedef struct
{
  const char *code;      /* (nullable) interned; NULL: declared, but fits no code */
  DzSpan span;
  gboolean last_year;    /* belongs to last year's list, not to this year's */
  gboolean some_only;    /* scope words: 个别, 少数, 部分 */
  gboolean county;       /* the county's shortfall, not the body's own */
  double confidence;
  DzGround ground;
  DzGrade grade;         /* of the plan's answer */
  DzSpan answer;         /* the plan's clause; empty if none */
  DzGround answer_ground;
  DzSpan rectified;      /* last_year only: the claim that it was put right; empty if none */
  DzState state;
  const char *note;      /* (nullable) interned: the analyst's own words */
  gint64 id;
} DzWeakness;

typedef struct
{
  const char *code;      /* interned */
  DzSpan span;
  int weakness;          /* index into weaknesses, -1 for the whole report */
  DzGround ground;
  DzState state;
  gint64 id;
} DzCause;

typedef struct
{
  const char *id;        /* interned: "C-CERT" */
  DzResult result;
  gboolean certain;      /* by its nature: its codebook entry says so; set where the report was read */
  const char *reason;    /* (nullable) interned: why it is asked; set where the report was read */
  char *message;         /* (nullable) a Chinese sentence a township would accept */
  GArray *spans;         /* (element-type DzSpan) */
  DzState state;         /* CONFIRMED: the analyst confirms the finding; REJECTED: explained away */
  char *note;            /* (nullable) the analyst's explanation */
} DzCheck;

/* Body, year and kind, each with the passage that says so. */
typedef struct
{
  char *township;        /* (nullable) simplified, without province and county */
  char *county;          /* (nullable) */
  int year;              /* 0 if not found */
  DzReportKind kind;
  char *title;           /* (nullable) as written */
  char *issued;          /* (nullable) YYYY-MM-DD of the signature */
  char *published;       /* (nullable) YYYY-MM-DD of publication, only where the page states it */
  char *issuer;          /* (nullable) as written */
  DzSpan township_span, year_span, kind_span, title_span, issued_span;
  double township_confidence, year_confidence, kind_confidence;
} DzIdentity;

typedef enum { DZ_REVIEWING_UNREAD, DZ_REVIEWING_NOW, DZ_REVIEWING_DONE, DZ_REVIEWING_DISPUTED } DzReviewing;

/**
 * DzReport:
 * @body_id: row of the roster, 0 if the body is unknown
 * @received: (nullable): YYYY-MM-DD
 * @guess_confirmed: a person confirmed body, year and kind
 * @revision: moves with every change the store makes to the report
 */
typedef struct
{
  gatomicrefcount refs;
  gint64 id;
  gint64 body_id;
  DzSource *source;
  DzText *text;
  DzIdentity identity;
  GArray *sections;   /* DzSection, in order, covering the text */
  GArray *figures;    /* DzFigure, by span.start */
  GArray *weaknesses; /* DzWeakness, by span.start */
  GArray *causes;     /* DzCause */
  GArray *checks;     /* DzCheck, in codebook order */
  char *received;
  DzReviewing reviewing;
  char *note;
  gboolean guess_confirmed;
  gint64 revision;
} DzReport;

DzReport   *dz_report_new        (DzText       *text,
                                  DzSource     *source);
DzReport   *dz_report_copy       (DzReport     *self,
                                  DzText       *text);
DzReport   *dz_report_ref        (DzReport     *self);
void        dz_report_unref      (DzReport     *self);

DzCheck    *dz_report_add_check  (DzReport     *self,
                                  const char   *id,
                                  DzResult      result,
                                  const char   *message);
DzCheck    *dz_report_find_check (DzReport     *self,
                                  const char   *id);
const DzSection *dz_report_section_at (DzReport *self,
                                       gsize     offset);
DzSpan      dz_report_sentence_at (DzReport    *self,
                                   gsize        offset);
char       *dz_report_dup_year_mark (const DzReport *self,
                                     int             year);
guint       dz_report_paragraph_at (DzReport   *self,
                                    gsize       offset);

/* The largest number of the base unit one can trust to be a figure: beyond it a double no longer
 * tells all whole numbers apart by far, and no township counts so many of anything. */
#define DZ_FIGURE_MOST 1e15

gboolean    dz_figure_is_value   (double        value);
void        dz_figure_check_value (DzFigure    *figure);

const char *dz_identity_get_body_kind (const DzIdentity *self);

/* A figure that enters tables: it has an indicator and nobody rejected it. */
static inline gboolean
dz_figure_counts (const DzFigure *figure)
{
  return figure->indicator != NULL && figure->set_aside == NULL &&
         figure->state != DZ_STATE_REJECTED;
}

/* A weakness that counts for the reported year. */
static inline gboolean
dz_weakness_counts (const DzWeakness *weakness)
{
  return weakness->code != NULL && !weakness->last_year && !weakness->county &&
         weakness->state != DZ_STATE_REJECTED;
}

/* The stable words of the contract and of the store. */
const char *dz_bound_to_string        (DzBound        bound);
const char *dz_scope_to_string        (DzScope        scope);
const char *dz_period_to_string       (DzPeriod       period);
const char *dz_report_kind_to_string  (DzReportKind   kind);
const char *dz_grade_to_string        (DzGrade        grade);
const char *dz_result_to_string       (DzResult       result);
const char *dz_section_kind_to_string (DzSectionKind  kind);
const char *dz_state_to_string        (DzState        state);
gboolean    dz_bound_from_string        (const char *word, DzBound *bound);
gboolean    dz_scope_from_string        (const char *word, DzScope *scope);
gboolean    dz_period_from_string       (const char *word, DzPeriod *period);
gboolean    dz_report_kind_from_string  (const char *word, DzReportKind *kind);
gboolean    dz_grade_from_string        (const char *word, DzGrade *grade);
gboolean    dz_result_from_string       (const char *word, DzResult *result);
gboolean    dz_section_kind_from_string (const char *word, DzSectionKind *kind);
gboolean    dz_state_from_string        (const char *word, DzState *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzReport, dz_report_unref)

G_END_DECLS

/* dz-check-run.h - what the check functions share: inside find/ only
 *
 * A check function looks at the report and adds one DzCheck under @id.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-blank-forms.h"
#include "dz-checks.h"
#include "dz-dated-names.h"
#include "dz-report-lines.h"
#include "dz-names.h"
#include "dz-personal.h"
#include "dz-rule-set.h"
#include "dz-report-sentences.h"

G_BEGIN_DECLS

/**
 * DzCheckRun:
 * @entry: the check's entry in the codebook
 * @cues: (nullable): its compiled cues
 * @roles: (nullable): those with a role, asked for only where a cue or a name was found
 * @names: words that are no stem of a body's name
 * @empty: words that name nothing; those of C-VAGUE
 * @plans: the words that name five-year plans; for C-CITE
 * @personal: what tells people; for C-PRIVACY
 * @blanks: what is left to be filled in; for C-BLANK
 * @dated: what dated.xml names; for C-CITE
 */
typedef struct
{
  DzContext *context;
  DzReport *report;
  const DzEntry *entry;
  DzRuleSet *cues;
  DzRuleSet *roles;
  DzRuleSet *names;
  DzRuleSet *plans;
  DzRuleSet *empty;
  DzPersonal *personal;
  DzBlankForms *blanks;
  DzDatedNames *dated;
} DzCheckRun;

#define NO_PARTS "全文没有分段的标题，未能看出各部分，请人工核对。"

typedef void (*DzCheckFunc) (const DzCheckRun *run);

/**
 * DzFindings: what one check found, told as one
 * @message: parted by ；
 * @spans: (element-type DzSpan): of the original text
 */
typedef struct
{
  GString *message;
  GArray *spans;
} DzFindings;

#define DZ_FINDINGS_INIT { g_string_new (NULL), g_array_new (FALSE, FALSE, sizeof (DzSpan)) }

/* dz-check-contents.c */
void dz_check_results   (const DzCheckRun *run);
void dz_check_cause     (const DzCheckRun *run);
void dz_check_duty      (const DzCheckRun *run);
void dz_check_plan      (const DzCheckRun *run);
void dz_check_last_year (const DzCheckRun *run);
void dz_check_sign      (const DzCheckRun *run);

/* dz-check-problems.c */
void dz_check_problem   (const DzCheckRun *run);
void dz_check_short     (const DzCheckRun *run);
void dz_check_vague     (const DzCheckRun *run);

/* dz-check-answers.c */
void dz_check_answer    (const DzCheckRun *run);

/* dz-check-figures.c, dz-check-certificates.c */
void dz_check_number    (const DzCheckRun *run);
void dz_check_cert      (const DzCheckRun *run);
void dz_check_percent   (const DzCheckRun *run);

/* dz-check-years.c, dz-check-names.c, dz-check-ordinals.c */
void dz_check_year      (const DzCheckRun *run);
void dz_check_name      (const DzCheckRun *run);
void dz_check_ordinal   (const DzCheckRun *run);

/* dz-cite-documents.c */
void dz_check_cite      (const DzCheckRun *run);

/* dz-check-blanks.c */
void dz_check_blank     (const DzCheckRun *run);
void dz_check_privacy   (const DzCheckRun *run);

DzSpan          dz_check_clause_of   (const DzCheckRun *run, const DzFigure *figure);
int             dz_check_next_figure (const DzCheckRun *run, const char *indicator, guint from);
const DzFigure *dz_check_figure_at   (const DzCheckRun *run, int index);
char           *dz_check_dup_text    (const DzCheckRun *run, DzSpan original);

DzCheck *dz_check_add      (const DzCheckRun *run,
                            DzResult          result,
                            const char       *format,
                            ...) G_GNUC_PRINTF (3, 4);
void     dz_check_add_span (DzCheck          *check,
                            DzSpan            span);
GArray  *dz_check_cue_hits (const DzCheckRun *run,
                            DzSpan            folded,
                            const char       *attribute,
                            const char       *value);
const char *dz_check_list  (const DzCheckRun *run,
                            const char       *role);
char    *dz_check_quote    (const DzCheckRun *run,
                            DzSpan            original);
const DzSection *dz_check_section (const DzCheckRun *run,
                            DzSectionKind     kind,
                            DzSectionKind     or_kind);
gboolean dz_check_has_parts (const DzCheckRun *run);
guint    dz_check_next_year_line (const DzCheckRun *run);
gboolean dz_check_is_numbered (const DzCheckRun *run,
                            const DzReportSentence *sentence);
gboolean dz_check_says     (const DzCheckRun *run,
                            DzSpan            folded,
                            const char       *role);
gboolean dz_findings_take  (DzFindings       *self,
                            DzSpan            original,
                            const char       *format,
                            ...) G_GNUC_PRINTF (3, 4);
void     dz_findings_finish (DzFindings      *self,
                            const DzCheckRun *run,
                            const char       *clean,
                            const char       *advice);
void     dz_findings_clear (DzFindings       *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DzFindings, dz_findings_clear)

/* The title, the lines under it or the person who entered it say the year; not a count of years in the text. */
static inline gboolean
dz_check_knows_year (const DzCheckRun *run)
{
  return run->report->identity.year != 0 && run->report->identity.year_confidence >= 0.8;
}

static inline DzSpan
dz_check_to_original (const DzCheckRun *run, DzSpan folded)
{
  return dz_fold_to_original (run->context->fold, folded);
}

G_END_DECLS

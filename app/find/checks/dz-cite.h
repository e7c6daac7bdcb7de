/* dz-cite.h - what C-CITE asks of one report: inside checks/ only
 *
 * What was so when stands in dated.xml. A report is asked what could be known
 * from the first day of its year to the day it was signed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-check-run.h"

G_BEGIN_DECLS

/**
 * DzCite:
 * @findings: so far
 * @begin: first day of the reported year, empty if the year is not known
 * @end: the day it was signed, else the last day to publish it
 * @horizon: the last day dated.xml knows of: what is later nobody can judge
 * @cited: passages that were compared
 * @words: what dated.xml names, in the text
 */
typedef struct
{
  const DzCheckRun *run;
  DzFindings findings;
  char begin[16];
  char end[16];
  char horizon[16];
  guint cited;
  DzWords words;
} DzCite;

/**
 * DzCiteTitle: a title in the text
 * @span: folded: the title as it is known
 * @whole: folded: what stands between 《 and 》, or @span where none do
 * @bracketed: 《》 stand around it
 * @local: a province's, county's or the body's own document of that title
 */
typedef struct
{
  DzSpan span;
  DzSpan whole;
  gboolean bracketed;
  gboolean local;
} DzCiteTitle;

/* dz-cite.c */
void      dz_cite_init       (DzCite           *self,
                              const DzCheckRun *run);
void      dz_cite_clear      (DzCite           *self);
void      dz_cite_take       (DzCite           *self,
                              DzSpan            folded,
                              const char       *format,
                              ...) G_GNUC_PRINTF (3, 4);
gboolean  dz_cite_is_later   (DzCite           *self,
                              const char       *day);
gboolean  dz_cite_is_past    (DzCite           *self,
                              const char       *day);
gboolean  dz_cite_next_title (DzCite           *self,
                              const char       *name,
                              gsize            *from,
                              DzCiteTitle      *title);
DzSpan    dz_cite_clause     (DzCite           *self,
                              DzSpan            folded);
DzSpan    dz_cite_sentence   (DzCite           *self,
                              DzSpan            folded);
gboolean  dz_cite_says       (DzCite           *self,
                              DzSpan            folded,
                              const char       *role);
char     *dz_cite_month      (const char       *day);

/* dz-cite-documents.c, dz-cite-laws.c, dz-cite-party.c */
void      dz_cite_compare_years (DzCite        *self,
                              const char       *title,
                              const char       *right,
                              DzSpan            span);
void      dz_cite_documents  (DzCite           *self,
                              GArray           *seen);
void      dz_cite_laws       (DzCite           *self);
void      dz_cite_terms      (DzCite           *self);
void      dz_cite_congresses (DzCite           *self);
void      dz_cite_plans      (DzCite           *self);

G_END_DECLS

/* dz-inspection-private.h - one paper while its problems are read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-body-names.h"
#include "dz-inspection-words.h"
#include "dz-inspection.h"
#include "dz-reading.h"

G_BEGIN_DECLS

struct _DzInspection
{
  DzInspectionWords *words;
  DzCodebook *codebook;
  DzReading *reading; /* for the codes of problems; made when the first is asked for */
  DzBodyNames *names;
};

/* One paper or table. */
typedef struct
{
  DzInspection *self;
  GPtrArray *entries; /* DzLedgerEntry */
  DzReport *report;   /* (nullable) */
  const char *text;   /* (nullable) of the report */
  char *source;
  int year;
  int term_year;      /* of a day that tells no year */
  gint64 addressed;   /* the one body the paper is about; 0: none */
  guint first_of_item; /* entries of the problem read last begin here: what follows it is about them */
} DzInspectionPaper;

/* What a row or a paragraph says of one problem. */
typedef struct
{
  const char *problem;
  DzSpan span;
  const char *lead;     /* (nullable): the heading over it, for its code */
  const char *who;      /* (nullable): the cell of bodies */
  gint64 body_id;       /* 0: as @who says, or as its words say */
  int year;             /* 0: the paper's */
  const char *measure;  /* (nullable) */
  const char *term;     /* (nullable) */
  const char *day;      /* (nullable): the day of @term, where it stands apart */
  const char *state;    /* (nullable) */
  const char *evidence; /* (nullable) */
} DzInspectionItem;

void     dz_inspection_add_item  (DzInspectionPaper      *paper,
                                  const DzInspectionItem *item);
void     dz_inspection_set_term  (DzInspectionPaper      *paper,
                                  DzLedgerEntry          *entry,
                                  const char             *words);
void     dz_inspection_read_text (DzInspectionPaper      *paper);
GArray  *dz_inspection_list_named (DzInspection          *self,
                                  const char             *folded,
                                  GPtrArray              *strangers);
int      dz_inspection_find_year (const char             *text);

/* Rows of cells: of lines with tabs, of a sheet. */
typedef struct
{
  int columns[DZ_N_LEDGER_COLUMNS]; /* -1: the table has none */
  guint n_cells;
  char *body;                       /* (nullable): named in a row above, where cells are one */
} DzLedgerHead;

void     dz_ledger_head_init  (DzLedgerHead       *self);
void     dz_ledger_head_clear (DzLedgerHead       *self);
gboolean dz_ledger_head_read  (DzLedgerHead       *self,
                               DzInspectionWords  *words,
                               char              **cells);
gboolean dz_ledger_head_add   (DzLedgerHead       *self,
                               DzInspectionPaper  *paper,
                               char              **cells,
                               DzSpan              problem);

G_END_DECLS

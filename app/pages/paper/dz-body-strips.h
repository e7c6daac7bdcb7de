/* dz-body-strips.h - eight small strips of a one-page sheet: this body among the others
 *
 * Each cell has its own scale from 0: others are thin strokes, the median a
 * thick one with its number under it, the body a dot with its number over it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-block.h"
#include "dz-strip-others.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;
  char *unit;
  char *label;      /* the body's number as printed: "≥87", "163／185 待核"; "未报" */
  DzStripOthers *others;
  guint own;        /* which of them it is itself */
  double value;     /* NAN: not reported */
  double second;    /* NAN, or the other of two values */
  double median;    /* NAN: not computed */
  char *median_label;
  gboolean open_right;
  gboolean open_left;
  gboolean hollow;
  gint64 report_id;
  DzSpan span;
  gint64 body_id;
  const char *indicator;
} DzBodyStrip;

typedef struct
{
  DzBlock parent;
  GPtrArray *strips; /* DzBodyStrip */
  DzPaper *paper;
  double width;
} DzBodyStrips;

DzBodyStrips *dz_body_strips_new (void);
DzBodyStrip  *dz_body_strips_add (DzBodyStrips  *self,
                                  const char    *name,
                                  const char    *unit,
                                  DzStripOthers *others,
                                  guint          own);

G_END_DECLS

/* dz-paragraph-private.h - lines and pieces of a paragraph: shaped by dz-paragraph-shape.c, set by
 * dz-paragraph.c, drawn by dz-paragraph-draw.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-paragraph.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef enum
{
  CLUSTER_HAN,       /* may part on both sides */
  CLUSTER_OPEN,      /* （“《: not at the end of a line */
  CLUSTER_CLOSE,     /* ，。）”: not at the start of a line */
  CLUSTER_WORD,      /* digits, letters, signs of numbers: stay together */
  CLUSTER_BLANK,
  CLUSTER_SOURCE,    /* never starts a line but after another, never breaks */
  CLUSTER_NEWLINE
} ClusterKind;

typedef struct
{
  guint start;
  guint end;
  PangoLayoutRun *run;
  int glyph;
  int n_glyphs;
  double width;
  double shift;  /* glyph moved right by this (a left-blank sign that gave way) */
  double give;   /* how much it may still give way */
  ClusterKind kind;
  gboolean left_blank;
  int rich;      /* index of its run, -1: plain */
} Cluster;

typedef struct
{
  PangoGlyphItem *item;
  double x;
  double rise;
  int rich;
} Piece;

/* What is left of a cluster once it is in a line. */
typedef struct
{
  guint start;
  guint end;
  double width;
} Stop;

typedef struct
{
  guint first; /* cluster */
  guint last;  /* one past */
  guint start; /* byte of the text, where it is not empty */
  guint end;
  double x;
  double width;
  GArray *pieces;
} Line;

struct _DzParagraph
{
  gatomicrefcount refs;
  DzRich *rich;
  DzParagraphStyle style;
  PangoLayout *layout;
  GArray *clusters; /* (nullable): while lines are made */
  Stop *stops;      /* (nullable) (owned): where words rest on something: a cluster each, to find their places */
  GArray *lines;
};

void dz_paragraph_shape (DzParagraph *self,
                         DzPaper     *paper,
                         GPtrArray   *runs);

G_END_DECLS

/* dz-chart-frame.h - what stands around every chart: title, subtitle, legend, notes, source
 *
 * Private to charts/.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-chart-canvas.h"

G_BEGIN_DECLS

/* Signs a legend can explain. */
typedef enum
{
  DZ_SIGN_BAR,
  DZ_SIGN_BAR_OPEN,     /* ≥ */
  DZ_SIGN_BAR_ABOUT,    /* ≈ */
  DZ_SIGN_BAR_AT_MOST,  /* ≤ */
  DZ_SIGN_BAR_TWO,
  DZ_SIGN_ZERO,
  DZ_SIGN_MISSING,
  DZ_SIGN_DOT,
  DZ_SIGN_DOT_OPEN,
  DZ_SIGN_DOT_ABOUT,
  DZ_SIGN_RING,         /* conflict */
  DZ_SIGN_RINGS,        /* two values */
  DZ_SIGN_RING_MISSING,
  DZ_SIGN_STRONG,
  DZ_SIGN_REST,
  DZ_SIGN_OPEN_END,
  DZ_SIGN_EXCESS,
  DZ_SIGN_BAR_SECOND,   /* second and third bar of a group */
  DZ_SIGN_BAR_THIRD,
  DZ_SIGN_RING_YEAR,    /* last year and this year of a dumbbell */
  DZ_SIGN_DOT_YEAR
} DzSign;

/**
 * DzFrame:
 * @notes: the first paragraph, after 注：
 * @incomparable: items joined with ；
 * @hides_legend: on a screen too low for all rows these come first: their labels have the signs, the pointer tells the rest
 * @n_columns: rows stand in so many, the left one first
 * @n_pages: 0: the subtitle does not say which page this is
 */
typedef struct
{
  char *title;
  char *subtitle;
  char *sample;
  char *source;
  GArray *legend;
  GString *notes;
  GString *incomparable;
  gboolean hides_legend;
  guint n_columns;
  guint page, n_pages;
} DzFrame;

void   dz_frame_init             (DzFrame       *self,
                                  DzSeries      *series,
                                  const char    *subtitle);
void   dz_frame_clear            (DzFrame       *self);
void   dz_frame_add_sign         (DzFrame       *self,
                                  DzSign         sign,
                                  const char    *label);
void   dz_frame_note             (DzFrame       *self,
                                  const char    *format,
                                  ...) G_GNUC_PRINTF (2, 3);
void   dz_frame_add_incomparable (DzFrame       *self,
                                  const char    *format,
                                  ...) G_GNUC_PRINTF (2, 3);
gboolean dz_frame_says           (DzFrame       *self,
                                  const char    *words);
void   dz_frame_set_page         (DzFrame       *self,
                                  guint          page,
                                  guint          n_pages);
double dz_frame_draw_head        (DzFrame       *self,
                                  DzChartCanvas *canvas,
                                  gboolean       draws);
double dz_frame_draw_foot        (DzFrame       *self,
                                  DzChartCanvas *canvas,
                                  double         y,
                                  gboolean       draws);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DzFrame, dz_frame_clear)

G_END_DECLS

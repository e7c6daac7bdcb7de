/* dz-pdf-page.h - what one page of a PDF holds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-layout.h"

#include <poppler.h>

G_BEGIN_DECLS

/**
 * DzPdfPicture:
 * @n: pictures on the page
 * @cover: share of the page they cover
 */
typedef struct
{
  guint n;
  double cover;
} DzPdfPicture;

/**
 * DzPdfText:
 * @chars: UTF-8; blanks and line ends are poppler's
 * @rectangles: one for each character
 * @n_visible: characters that are no blanks
 * @area: the page, from the corner where reading begins
 */
typedef struct
{
  char *chars;
  PopplerRectangle *rectangles;
  guint n_rectangles;
  guint n_visible;
  PopplerRectangle area;
} DzPdfText;

DzPdfText   *dz_pdf_text_new             (PopplerPage *page);
void         dz_pdf_text_free            (DzPdfText   *self);
void         dz_pdf_text_add             (DzPdfText   *self,
                                          PopplerPage *page,
                                          DzLayout    *layout);

DzPdfPicture dz_pdf_page_find_pictures   (PopplerPage *page);
guint        dz_pdf_page_read_notes      (PopplerPage *page,
                                          DzLayout    *layout);
void         dz_pdf_page_read_fields     (PopplerPage *page,
                                          DzLayout    *layout);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzPdfText, dz_pdf_text_free)

G_END_DECLS

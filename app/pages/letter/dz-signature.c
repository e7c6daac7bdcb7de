/* dz-signature.c - 落款 and 成文日期 at the end of a letter or a circular
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-signature.h"

#include <stdio.h>

static double
text_width (DzPaper *paper,
            DzRich  *rich)
{
  DzParagraphStyle style = { .face = DZ_FACE_BODY, .size = 16, .width = 1000, .pitch = 20, .source_size = 9,
                             .align = DZ_ALIGN_LEFT };
  g_autoptr(DzParagraph) lines = NULL;

  if (rich == NULL)
    return 0;
  lines = dz_paragraph_new (paper, rich, &style);

  return dz_paragraph_get_line_width (lines, 0);
}

/**
 * dz_signature_add:
 * @issuer: (nullable): who sends it
 * @date: (nullable): the day in words
 * @sealed: leave room for a seal
 *
 * Unsealed: the issuer ends two cells from the edge, the date begins two cells right of its first
 * character. The paragraph before goes over with them: they never stand alone on a page. Sealed: the date ends four cells from the edge, the issuer is centred over it.
 */
void
dz_signature_add (DzChapter *chapter,
                  DzPaper   *paper,
                  DzRich    *issuer,
                  DzRich    *date,
                  gboolean   sealed)
{
  double issuer_width = text_width (paper, issuer), date_width = text_width (paper, date);
  double date_left = DZ_TYPE_WIDTH - 4 * DZ_CELL - date_width;
  GPtrArray *before = dz_chapter_get_blocks (chapter);
  DzTextBlock *block;

  if (before->len > 0 && (issuer != NULL || date != NULL))
    ((DzBlock *) g_ptr_array_index (before, before->len - 1))->keep = TRUE;
  if (issuer != NULL)
    {
      block = (DzTextBlock *) dz_text_block_new (DZ_ROLE_ISSUER, issuer);
      if (sealed && date != NULL)
        block->right = MAX (0, DZ_TYPE_WIDTH - (date_left + date_width / 2 + issuer_width / 2));
      block->parent.keep = date != NULL;
      dz_chapter_add (chapter, &block->parent);
    }
  if (date == NULL)
    return;
  block = (DzTextBlock *) dz_text_block_new (DZ_ROLE_DATE, date);
  block->left = !sealed && issuer != NULL ? DZ_TYPE_WIDTH - issuer_width : date_left;
  block->left = CLAMP (block->left, 0, DZ_TYPE_WIDTH - date_width);
  dz_chapter_add (chapter, &block->parent);
}

/* 2025-03-14 -> 2025年3月14日; Returns: (transfer full) (nullable): %NULL for what is no date */
char *
dz_signature_date (const char *day)
{
  int y, m, d;

  if (day == NULL || sscanf (day, "%4d-%2d-%2d", &y, &m, &d) != 3)
    return NULL;

  return g_strdup_printf ("%d年%d月%d日", y, m, d);
}

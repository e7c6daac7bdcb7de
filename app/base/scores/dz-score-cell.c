/* dz-score-cell.c - what one cell of a score sheet says of points
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-score-cell.h"

#include "dz-sheet.h"

#include <math.h>
#include <string.h>

static gboolean
is_minus (const char *at)
{
  static const char *const signs[] = { "-", "−", "–", "﹣", "减", "扣" };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (at, signs[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_plus (const char *at)
{
  return g_str_has_prefix (at, "+") || g_str_has_prefix (at, "＋") || g_str_has_prefix (at, "加");
}

/**
 * dz_score_cell_read:
 * @cell: 9, 9.5分, -2, 扣2分, +3, 不超过5分, 0-10, 20%
 *
 * Returns: the number it says, of several the last: of a range its end. A sign is one only before the first number; a cell
 *   of words with a number among them says none
 */
DzScoreCell
dz_score_cell_read (const char *cell)
{
  g_autofree char *key = dz_sheet_cell_key (cell);
  DzScoreCell read = { NAN, 0, FALSE };
  const char *at = key;
  const char *after = ""; /* the last number */
  guint n_words = 0;

  while (*at != '\0')
    {
      char *end = (char *) at;

      if (g_ascii_isdigit (*at))
        {
          read.value = g_ascii_strtod (at, &end);
          at = after = end;
          read.per_cent = *at == '%';
          continue;
        }
      if (isnan (read.value) && read.sign == 0)
        read.sign = is_minus (at) ? '-' : is_plus (at) ? '+' : 0;
      n_words += g_unichar_isalpha (g_utf8_get_char (at));
      at = g_utf8_next_char (at);
    }
  /* 不超过10分 is points; 见附件3第2条 is none, nor is a sentence */
  if (n_words > 5 || (n_words > 3 && g_unichar_isalpha (g_utf8_get_char (after)) && !g_str_has_prefix (after, "分")))
    read.value = NAN;

  return read;
}

/**
 * dz_score_cell_is_empty:
 * @cell: (nullable)
 *
 * Returns: whether it says nothing: blanks, —, /, 无
 */
gboolean
dz_score_cell_is_empty (const char *cell)
{
  static const char marks[] = "—–-―－/／\\ \t\r\n　";
  const char *at = cell != NULL ? cell : "";

  if (g_str_equal (at, "无"))
    return TRUE;
  while (*at != '\0' && g_utf8_strchr (marks, -1, g_utf8_get_char (at)) != NULL)
    at = g_utf8_next_char (at);

  return *at == '\0';
}

/**
 * dz_score_row_find_first:
 *
 * Returns: (transfer none): the first words of a row that is a line across the table: all cells that say something say the
 *   same; %NULL for a row of several
 */
const char *
dz_score_row_find_first (const DzSheetRow *row)
{
  const char *first = NULL;

  for (guint i = 0; i < row->cells->len; i++)
    {
      const char *cell = dz_sheet_row_peek (row, i);

      if (dz_score_cell_is_empty (cell))
        continue;
      if (first != NULL && !g_str_equal (first, cell))
        return NULL;
      first = cell;
    }

  return first;
}

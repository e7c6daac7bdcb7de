/* dz-overlap-words.c - which words of a shared passage are the same on both sides
 *
 * A passage is whole clauses, and a clause that was copied may have another number
 * or another word in it. The shortest way from one text to the other (Myers 1986)
 * tells which characters stayed; both are compared folded, so that script, width
 * and blanks do not matter. A number is the same as a whole or not at all.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-overlap-words.h"

#include "dz-fold.h"

#include <string.h>

#define MOST_CHANGES 2000 /* longer ways are not gone: the passage is then shown as the same */
#define SHORTEST_RUN 2    /* characters: a single one is the same by chance */

/* A character, or a number: what it is, and where it stands in the original. */
typedef struct
{
  guint64 value;
  DzSpan span;
} Token;

static gboolean
is_number_part (const char *at,
                const char *end)
{
  return g_ascii_isdigit (*at) || ((*at == '.' || *at == ',' || *at == '%') && at + 1 < end);
}

static GArray *
list_tokens (DzText *text,
             DzSpan  span)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  const char *string = dz_text_peek (text, NULL);
  g_autoptr(DzFold) fold = dz_fold_new_simplified (string + span.start, span.end - span.start);
  gsize len;
  const char *folded = dz_fold_peek (fold, &len);

  for (const char *at = folded, *next; at < folded + len; at = next)
    {
      gunichar c = g_utf8_get_char (at);
      Token token = { c, { 0, 0 } };
      DzSpan here;

      next = g_utf8_next_char (at);
      if (g_ascii_isdigit (*at))
        for (token.value |= G_GUINT64_CONSTANT (1) << 63; next < folded + len && is_number_part (next, folded + len); next++)
          token.value = token.value * 31 + (guchar) *next;
      else if (!g_unichar_isalpha (c))
        continue;
      here = dz_fold_to_original (fold, (DzSpan){ (gsize) (at - folded), (gsize) (next - folded) });
      token.span = (DzSpan){ span.start + here.start, span.start + here.end };
      g_array_append_val (tokens, token);
    }

  return tokens;
}

static guint64
value_at (GArray *tokens,
          int     i)
{
  return g_array_index (tokens, Token, i).value;
}

/* Goes the way back from the end of both, and marks what stayed. @trace: the furthest of each diagonal,
 * a row of 2 * @changes + 1 for each number of changes */
static void
mark_stayed (GPtrArray *trace,
             GArray    *a,
             GArray    *b,
             guint8    *stayed_a,
             guint8    *stayed_b)
{
  int x = (int) a->len;
  int y = (int) b->len;

  for (int d = (int) trace->len - 1; d > 0; d--)
    {
      const int *before = g_ptr_array_index (trace, d - 1); /* from diagonal -(d - 1) on */
      int k = x - y;
      gboolean down = k == -d || (k != d && (k - 1 < -(d - 1) ? -1 : before[k - 1 + d - 1]) <
                                              (k + 1 > d - 1 ? -1 : before[k + 1 + d - 1]));
      int from = down ? k + 1 : k - 1;
      int from_x = before[from + d - 1];
      int from_y = from_x - from;

      while (x > from_x && y > from_y && x > 0 && y > 0 && value_at (a, x - 1) == value_at (b, y - 1))
        {
          stayed_a[--x] = TRUE;
          stayed_b[--y] = TRUE;
        }
      x = from_x;
      y = from_y;
    }
  while (x > 0 && y > 0)
    {
      stayed_a[--x] = TRUE;
      stayed_b[--y] = TRUE;
    }
}

/* Returns: %FALSE if the two are further apart than %MOST_CHANGES */
static gboolean
find_stayed (GArray *a,
             GArray *b,
             guint8 *stayed_a,
             guint8 *stayed_b)
{
  g_autoptr(GPtrArray) trace = g_ptr_array_new_with_free_func (g_free);
  int n = (int) a->len;
  int m = (int) b->len;

  for (int d = 0; d <= MIN (n + m, MOST_CHANGES); d++)
    {
      int *row = g_new (int, 2 * d + 1);
      const int *before = d > 0 ? g_ptr_array_index (trace, d - 1) : NULL;

      g_ptr_array_add (trace, row);
      for (int k = -d; k <= d; k++)
        row[k + d] = -1;
      for (int k = -d; k <= d; k += 2)
        {
          int left = d == 0 || k - 1 < -(d - 1) ? -1 : before[k - 1 + d - 1];
          int above = d == 0 || k + 1 > d - 1 ? -1 : before[k + 1 + d - 1];
          int x = d == 0 ? 0 : k == -d || (k != d && left < above) ? above : left + 1;
          int y = x - k;

          while (x < n && y < m && value_at (a, x) == value_at (b, y))
            {
              x++;
              y++;
            }
          row[k + d] = x;
          if (x >= n && y >= m)
            {
              mark_stayed (trace, a, b, stayed_a, stayed_b);
              return TRUE;
            }
        }
    }

  return FALSE;
}

/* Runs of what stayed, as spans of the original. */
static void
add_runs (GArray       *tokens,
          const guint8 *stayed,
          GArray       *spans)
{
  for (guint i = 0, end; i < tokens->len; i = end)
    {
      DzSpan span;

      for (end = i + 1; stayed[i] && end < tokens->len && stayed[end]; end++)
        ;
      if (!stayed[i] || end - i < SHORTEST_RUN)
        continue;
      span = (DzSpan){ g_array_index (tokens, Token, i).span.start, g_array_index (tokens, Token, end - 1).span.end };
      g_array_append_val (spans, span);
    }
}

/**
 * dz_overlap_words_list_same:
 * @in_a: (element-type DzSpan): appended to: what the passage has on this side and on the other too; likewise
 *   @in_b
 */
void
dz_overlap_words_list_same (DzText                 *a,
                            DzText                 *b,
                            const DzOverlapPassage *passage,
                            GArray                 *in_a,
                            GArray                 *in_b)
{
  g_autoptr(GArray) left = list_tokens (a, passage->a);
  g_autoptr(GArray) right = list_tokens (b, passage->b);
  g_autofree guint8 *stayed_left = g_new0 (guint8, left->len + 1);
  g_autofree guint8 *stayed_right = g_new0 (guint8, right->len + 1);

  if (!find_stayed (left, right, stayed_left, stayed_right))
    {
      g_array_append_val (in_a, passage->a);
      g_array_append_val (in_b, passage->b);
      return;
    }
  add_runs (left, stayed_left, in_a);
  add_runs (right, stayed_right, in_b);
}

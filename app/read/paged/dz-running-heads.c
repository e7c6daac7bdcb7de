/* dz-running-heads.c - running headers, footers and page numbers are no report text
 *
 * A line in the margin of a page is furniture if it is written like a page
 * number, or if the same words (digits aside) stand at the same height on
 * several pages. What is dropped is counted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-layout-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define TOP_ZONE 0.13
#define BOTTOM_ZONE 0.86
#define N_EDGE_LINES 3

static gboolean
is_in_margin (DzLayout           *self,
              const DzLayoutLine *line,
              gboolean           *top)
{
  const DzLayoutPage *page = &g_array_index (self->pages, DzLayoutPage, line->page);
  gboolean turned = page->turn == DZ_TURN_DOWN || page->turn == DZ_TURN_UP;
  double height = turned ? page->width : page->height;

  *top = line->box.y2 < TOP_ZONE * height;

  return *top || line->box.y1 > BOTTOM_ZONE * height;
}

/* The line's characters without blanks, with each number written '#'. */
static char *
fold_line (DzLayout           *self,
           const DzLayoutLine *line)
{
  GString *folded = g_string_new (NULL);
  gboolean in_number = FALSE;

  for (guint i = 0; i < line->n_cells; i++)
    {
      const DzLayoutCell *cell = &g_array_index (self->cells, DzLayoutCell, line->first_cell + i);
      const char *end = self->chars->str + cell->end;

      for (const char *at = self->chars->str + cell->start; at < end; at = g_utf8_next_char (at))
        {
          gunichar ch = g_utf8_get_char (at);

          if (g_unichar_isspace (ch))
            continue;
          if (!g_unichar_isdigit (ch))
            g_string_append_unichar (folded, ch);
          else if (!in_number)
            g_string_append_c (folded, '#');
          in_number = g_unichar_isdigit (ch);
        }
    }

  return g_string_free (folded, FALSE);
}

static int
find_number (DzLayout           *self,
             const DzLayoutLine *line)
{
  const DzLayoutCell *cell = &g_array_index (self->cells, DzLayoutCell, line->first_cell);
  const char *end = self->chars->str + cell->end;
  int number = 0;

  for (const char *at = self->chars->str + cell->start; at < end; at = g_utf8_next_char (at))
    {
      int digit = g_unichar_digit_value (g_utf8_get_char (at));

      if (digit >= 0)
        number = MIN (number * 10 + digit, 100000);
    }

  return number;
}

typedef enum { NO_NUMBER, BARE_NUMBER, DRESSED_NUMBER } NumberKind;

static NumberKind
kind_of_number (const char *folded)
{
  static const char *const dressed[] = {
    "第#页", "第#页共#页", "第#页/共#页", "第#页，共#页", "第#页,共#页", "共#页第#页",
    "共#页，第#页", "#/#", "Page#of#", "Page#", "page#", "P#", "p#", "#页", "第#頁", "第#頁共#頁",
  };
  g_autofree char *plain = NULL;
  GString *bare = g_string_new (NULL);

  if (g_str_equal (folded, "#"))
    {
      g_string_free (bare, TRUE);
      return BARE_NUMBER;
    }
  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar ch = g_utf8_get_char (at);

      if (strchr ("-.*~|[]()", (int) ch) == NULL || ch > 0x7f)
        if (ch < 0x2010 || ch > 0x2015)
          if (ch != 0x2500 && ch != 0x2501 && ch != 0xff0d && ch != 0xb7 && ch != 0x2022 &&
              ch != 0x2212 && ch != 0xfe58 && ch != 0x30fc && ch != 0x4e00)
            g_string_append_unichar (bare, ch);
    }
  plain = g_string_free (bare, FALSE);
  if (g_str_equal (plain, "#"))
    return DRESSED_NUMBER;
  for (guint i = 0; i < G_N_ELEMENTS (dressed); i++)
    if (g_str_equal (plain, dressed[i]) || g_str_equal (folded, dressed[i]))
      return DRESSED_NUMBER;

  return NO_NUMBER;
}

/* The first lines of a page from the top, or the last from the bottom, by height. */
static guint
list_edge_lines (DzLayout           *self,
                 const DzLayoutPage *page,
                 gboolean            top,
                 guint               edge[static N_EDGE_LINES])
{
  guint n = 0;

  for (guint i = page->first_line; i < page->first_line + page->n_lines; i++)
    {
      DzLayoutLine *line = &g_array_index (self->lines, DzLayoutLine, i);
      gboolean at_top;
      guint k;

      if (line->note || !is_in_margin (self, line, &at_top) || at_top != top)
        continue;
      for (k = n; k > 0; k--)
        {
          float y = g_array_index (self->lines, DzLayoutLine, edge[k - 1]).box.y1;

          if (top ? y <= line->box.y1 : y >= line->box.y1)
            break;
          if (k < N_EDGE_LINES)
            edge[k] = edge[k - 1];
        }
      if (k < N_EDGE_LINES)
        {
          edge[k] = i;
          n = MIN (n + 1, N_EDGE_LINES);
        }
    }

  return n;
}

typedef struct
{
  guint line;
  guint page;
  char *folded;
  NumberKind number;
  gboolean top;
  gboolean outermost;
} Candidate;

static void
clear_candidate (gpointer data)
{
  g_free (((Candidate *) data)->folded);
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *one = a;
  const Candidate *other = b;
  int order = one->top - other->top;

  if (order == 0)
    order = strcmp (one->folded, other->folded);

  return order != 0 ? order : (int) one->line - (int) other->line;
}

static GArray *
list_candidates (DzLayout *self)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  g_array_set_clear_func (candidates, clear_candidate);
  for (guint p = 0; p < self->pages->len; p++)
    for (guint side = 0; side < 2; side++)
      {
        guint edge[N_EDGE_LINES];
        guint n = list_edge_lines (self, &g_array_index (self->pages, DzLayoutPage, p), side == 0,
                                   edge);

        for (guint i = 0; i < n; i++)
          {
            Candidate candidate = { edge[i], p, NULL, NO_NUMBER, side == 0, i == 0 };

            candidate.folded = fold_line (self, &g_array_index (self->lines, DzLayoutLine, edge[i]));
            candidate.number = kind_of_number (candidate.folded);
            g_array_append_val (candidates, candidate);
          }
      }
  g_array_sort (candidates, compare_candidates);

  return candidates;
}

static void
drop (DzLayout  *self,
      Candidate *candidate)
{
  g_array_index (self->lines, DzLayoutLine, candidate->line).dropped = TRUE;
}

/* Candidates with the same words: each one that has a fellow at its height on enough pages. */
static void
drop_repeated (DzLayout  *self,
               Candidate *group,
               guint      n)
{
  guint enough = MAX (2, (self->pages->len * 3 + 9) / 10);

  for (guint i = 0; i < n; i++)
    {
      float y = g_array_index (self->lines, DzLayoutLine, group[i].line).box.y1;
      guint fellows = 0;

      /* A long document needs only a look at its neighbours. */
      for (guint k = i > 100 ? i - 100 : 0; k < MIN (n, i + 100); k++)
        {
          float other = g_array_index (self->lines, DzLayoutLine, group[k].line).box.y1;

          fellows += fabsf (other - y) < 6;
        }
      if (fellows >= MIN (enough, 60))
        drop (self, &group[i]);
    }
}

/* Bare numbers count pages if they rise with them, or stand alone below a single page. */
static void
drop_bare_numbers (DzLayout  *self,
                   Candidate *group,
                   guint      n)
{
  for (guint i = 0; i < n; i++)
    {
      int offset = find_number (self, &g_array_index (self->lines, DzLayoutLine, group[i].line)) -
                   (int) group[i].page;
      guint fellows = 0;

      for (guint k = i > 100 ? i - 100 : 0; k < MIN (n, i + 100); k++)
        fellows += find_number (self, &g_array_index (self->lines, DzLayoutLine, group[k].line)) -
                     (int) group[k].page == offset;
      if (fellows >= 2 || (self->pages->len == 1 && offset == 1 && group[i].outermost))
        drop (self, &group[i]);
    }
}

/**
 * dz_running_heads_drop:
 *
 * Marks the lines that belong to the page and not to the report.
 *
 * Returns: how many
 */
guint
dz_running_heads_drop (DzLayout *self)
{
  g_autoptr(GArray) candidates = list_candidates (self);
  Candidate *all = (Candidate *) (gpointer) candidates->data;
  guint n_dropped = 0;
  guint end;

  for (guint i = 0; i < candidates->len; i = end)
    {
      for (end = i + 1; end < candidates->len; end++)
        if (all[end].top != all[i].top || !g_str_equal (all[end].folded, all[i].folded))
          break;
      if (all[i].number == BARE_NUMBER)
        drop_bare_numbers (self, all + i, end - i);
      else if (all[i].number == DRESSED_NUMBER)
        for (guint k = i; k < end; k++)
          drop (self, &all[k]);
      else if (all[i].folded[0] != '\0')
        drop_repeated (self, all + i, end - i);
    }
  for (guint i = 0; i < self->lines->len; i++)
    n_dropped += g_array_index (self->lines, DzLayoutLine, i).dropped;

  return n_dropped;
}

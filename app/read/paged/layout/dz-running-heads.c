/* dz-running-heads.c - running headers, footers and page numbers are no report text
 *
 * A line in the margin of a page is furniture if it is written like a page
 * number, or if the same words with the same numbers stand at the same height
 * on most pages, a page number beside them apart. It is one only as long as
 * everything further out is one too; a sentence and the row of a table never
 * are, and a page that holds nothing else keeps what it holds. What is dropped
 * is counted.
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

/* The line's characters without blanks, its numbers as they are. */
static char *
join_line (DzLayout           *self,
           const DzLayoutLine *line)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < line->n_cells; i++)
    {
      const DzLayoutCell *cell = &g_array_index (self->cells, DzLayoutCell, line->first_cell + i);
      const char *end = self->chars->str + cell->end;

      for (const char *at = self->chars->str + cell->start; at < end; at = g_utf8_next_char (at))
        if (!g_unichar_isspace (g_utf8_get_char (at)))
          g_string_append_len (joined, at, g_utf8_next_char (at) - at);
    }

  return g_string_free (joined, FALSE);
}

/* Each number written '#'. */
static char *
fold_numbers (const char *joined)
{
  GString *folded = g_string_new (NULL);
  gboolean in_number = FALSE;

  for (const char *at = joined; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar ch = g_utf8_get_char (at);

      if (!g_unichar_isdigit (ch))
        g_string_append_unichar (folded, ch);
      else if (!in_number)
        g_string_append_c (folded, '#');
      in_number = g_unichar_isdigit (ch);
    }

  return g_string_free (folded, FALSE);
}

/* The first number in @text, and in 共5页第2页 the second: which page it is, not of how many. */
static int
find_number (const char *text)
{
  const char *of_all = strstr (text, "共");
  const char *this_one = strstr (text, "第");
  int number = 0;
  gboolean found = FALSE;

  if (of_all != NULL && this_one != NULL)
    text = this_one;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      int digit = g_unichar_digit_value (g_utf8_get_char (at));

      if (digit < 0 && found)
        break;
      if (digit >= 0)
        number = MIN (number * 10 + digit, 100000);
      found |= digit >= 0;
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

static gboolean
is_digit_at (const char *at)
{
  return g_unichar_isdigit (g_utf8_get_char (at));
}

/* Whether @line is set as two pieces far apart: more room than its characters take. */
static gboolean
has_wide_gap (const DzLayoutLine *line,
              const char         *joined)
{
  float width = 0;

  for (const char *at = joined; *at != '\0'; at = g_utf8_next_char (at))
    width += dz_is_han (g_utf8_get_char (at)) ? line->size : 0.6f * line->size;

  return line->box.x2 - line->box.x1 > width + 4 * line->size;
}

/* Cuts a number at one end off @joined, with what dresses it as a page's ("第3页", "-3-"), and tells
 * it in @number; the rest is what may repeat. */
static char *
cut_page_number (const DzLayoutLine *line,
                 const char         *joined,
                 int                *number)
{
  static const char *const page_words[] = { "第", "页", "頁", "共", "-", "—", "–", "－", "·", "/", "|" };
  gboolean gap = has_wide_gap (line, joined);

  *number = -1;
  for (guint side = 0; side < 2; side++)
    {
      const char *end = joined + strlen (joined);
      const char *from = joined;
      const char *to = end;
      guint n_words = 0;
      gboolean more = TRUE;

      while (more && from < to)
        {
          const char *step = side == 0 ? from : g_utf8_prev_char (to);
          gboolean word = FALSE;

          for (guint i = 0; i < G_N_ELEMENTS (page_words) && !word; i++)
            word = g_str_has_prefix (step, page_words[i]);
          more = word || is_digit_at (step);
          n_words += word;
          if (more && side == 0)
            from = g_utf8_next_char (from);
          else if (more)
            to = step;
        }
      if (from < to && (from > joined || to < end) && (n_words >= 2 || gap))
        {
          g_autofree char *cut = side == 0 ? g_strndup (joined, (gsize) (from - joined)) : g_strdup (to);

          if (strpbrk (cut, "0123456789") == NULL)
            continue;
          *number = find_number (cut);
          return g_strndup (from, (gsize) (to - from));
        }
    }

  return g_strdup (joined);
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
  char *joined;
  char *key;   /* what is the same on other pages */
  int number;  /* of the page, beside the words; -1: none */
  NumberKind kind;
  gboolean top;
  guint rank;  /* 0: the outermost */
  gboolean drop;
} Candidate;

static void
clear_candidate (gpointer data)
{
  Candidate *self = data;

  g_free (self->joined);
  g_free (self->key);
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *one = a;
  const Candidate *other = b;
  int order = one->top - other->top;

  if (order == 0)
    order = strcmp (one->key, other->key);

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
            const DzLayoutLine *line = &g_array_index (self->lines, DzLayoutLine, edge[i]);
            Candidate candidate = { .line = edge[i], .page = p, .top = side == 0, .rank = i };
            g_autofree char *folded = NULL;

            if (line->row)
              break;
            candidate.joined = join_line (self, line);
            folded = fold_numbers (candidate.joined);
            candidate.kind = kind_of_number (folded);
            candidate.key = candidate.kind != NO_NUMBER
                              ? g_steal_pointer (&folded)
                              : cut_page_number (line, candidate.joined, &candidate.number);
            g_array_append_val (candidates, candidate);
          }
      }
  g_array_sort (candidates, compare_candidates);

  return candidates;
}

static gboolean
is_sentence (const char *joined)
{
  static const char *const ends[] = { "。", "；", "！", "？", "，", "、" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (joined, ends[i]))
      return TRUE;

  return FALSE;
}

/* The distance to the next line inwards, as a share of the line's size. */
static float
distance_inwards (DzLayout        *self,
                  const Candidate *candidate)
{
  const DzLayoutPage *page = &g_array_index (self->pages, DzLayoutPage, candidate->page);
  const DzLayoutLine *line = &g_array_index (self->lines, DzLayoutLine, candidate->line);
  float best = G_MAXFLOAT;

  for (guint i = page->first_line; i < page->first_line + page->n_lines; i++)
    {
      const DzLayoutLine *other = &g_array_index (self->lines, DzLayoutLine, i);
      float gap = candidate->top ? other->box.y1 - line->box.y2 : line->box.y1 - other->box.y2;

      if (i != candidate->line && !other->note && gap > -0.5f * line->size)
        best = MIN (best, gap);
    }

  return best / line->size;
}

typedef struct
{
  guint all;      /* pages with the same words at the same height */
  guint parity;   /* of them with the same remainder of two: left and right pages differ */
  guint near;     /* of them among the neighbours: a chapter has its own head */
  guint counting; /* of them whose page number rises as the pages do */
} Fellows;

static Fellows
count_fellows (DzLayout        *self,
               const Candidate *group,
               guint            n,
               guint            i)
{
  Fellows fellows = { 0 };
  float y = g_array_index (self->lines, DzLayoutLine, group[i].line).box.y1;

  /* A long document needs only a look at its neighbours. */
  for (guint k = i > 100 ? i - 100 : 0; k < MIN (n, i + 100); k++)
    {
      float other = g_array_index (self->lines, DzLayoutLine, group[k].line).box.y1;
      guint apart = group[k].page > group[i].page ? group[k].page - group[i].page
                                                  : group[i].page - group[k].page;

      if (fabsf (other - y) >= 6)
        continue;
      fellows.all++;
      fellows.parity += apart % 2 == 0;
      fellows.near += apart <= 8;
      fellows.counting += group[k].number - (int) group[k].page == group[i].number - (int) group[i].page;
    }

  return fellows;
}

/* Candidates with the same words: each one that has a fellow at its height on most pages. Two pages
 * prove little: there the line must stand apart from the text. */
static void
judge_repeated (DzLayout  *self,
                Candidate *group,
                guint      n)
{
  guint n_pages = MIN (self->pages->len, 100);

  for (guint i = 0; i < n; i++)
    {
      Fellows fellows = count_fellows (self, group, n, i);
      guint most = MAX (fellows.all, 2 * fellows.parity);

      if (is_sentence (group[i].joined) || (group[i].number >= 0 && fellows.counting < fellows.all))
        continue;
      if (fellows.near >= 5 || (fellows.all >= 3 && most * 2 > n_pages))
        group[i].drop = TRUE;
      else if (fellows.all == 2 && most * 2 >= n_pages)
        group[i].drop = distance_inwards (self, &group[i]) > 1.2f;
    }
}

/* Bare numbers count pages if they rise with them, or stand alone below a single page. */
static void
judge_bare_numbers (DzLayout  *self,
                    Candidate *group,
                    guint      n)
{
  for (guint i = 0; i < n; i++)
    {
      int offset = find_number (group[i].joined) - (int) group[i].page;
      guint fellows = 0;

      for (guint k = i > 100 ? i - 100 : 0; k < MIN (n, i + 100); k++)
        fellows += find_number (group[k].joined) - (int) group[k].page == offset;
      if (fellows >= 2 || (self->pages->len == 1 && offset == 1 && group[i].rank == 0))
        group[i].drop = TRUE;
    }
}

static int
compare_ranks (gconstpointer a,
               gconstpointer b)
{
  const Candidate *one = a;
  const Candidate *other = b;

  if (one->page != other->page)
    return one->page < other->page ? -1 : 1;
  if (one->top != other->top)
    return one->top - other->top;

  return one->rank < other->rank ? -1 : one->rank > other->rank;
}

/* From the edge of a page inwards, up to the first line that stays. */
static void
drop_from_edges (DzLayout *self,
                 GArray   *candidates)
{
  gboolean open = FALSE;

  g_array_sort (candidates, compare_ranks);
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);

      open = candidate->drop && (open || candidate->rank == 0);
      g_array_index (self->lines, DzLayoutLine, candidate->line).dropped = open;
    }
}

static gboolean
page_is_empty (DzLayout           *self,
               const DzLayoutPage *page)
{
  for (guint i = page->first_line; i < page->first_line + page->n_lines; i++)
    if (!g_array_index (self->lines, DzLayoutLine, i).dropped)
      return FALSE;

  return TRUE;
}

static void
keep_lonely (DzLayout *self,
             GArray   *candidates)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);
      DzLayoutLine *line = &g_array_index (self->lines, DzLayoutLine, candidate->line);

      if (line->dropped && candidate->kind == NO_NUMBER &&
          page_is_empty (self, &g_array_index (self->pages, DzLayoutPage, candidate->page)))
        line->dropped = FALSE;
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
        if (all[end].top != all[i].top || !g_str_equal (all[end].key, all[i].key))
          break;
      if (all[i].kind == BARE_NUMBER)
        judge_bare_numbers (self, all + i, end - i);
      else if (all[i].kind == DRESSED_NUMBER)
        for (guint k = i; k < end; k++)
          all[k].drop = TRUE;
      else if (all[i].key[0] != '\0')
        judge_repeated (self, all + i, end - i);
    }
  drop_from_edges (self, candidates);
  keep_lonely (self, candidates);
  for (guint i = 0; i < self->lines->len; i++)
    n_dropped += g_array_index (self->lines, DzLayoutLine, i).dropped;

  return n_dropped;
}

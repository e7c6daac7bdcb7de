/* dz-paragraphs.c - lines become paragraphs, over columns and pages
 *
 * A line goes on in the next one if it fills its column (the next line's first
 * word would not have fitted) and the next one starts at the column's edge: an
 * indent of two characters, a wider gap, another size or a list number start a
 * paragraph. A size above the body's makes a heading.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-list-start.h"
#include "dz-layout-private.h"

#include <math.h>
#include <string.h>

typedef struct
{
  DzLayout *layout;
  float body_size;
  float sizes[3]; /* of headings, largest first */
  guint n_sizes;
  gboolean indented; /* paragraphs start with an indent */
} Setting;

static const DzLayoutFlow *
flow_of (Setting            *self,
         const DzLayoutLine *line)
{
  return &g_array_index (self->layout->flows, DzLayoutFlow, line->flow);
}

static const char *
chars_of (Setting            *self,
          const DzLayoutLine *line,
          gsize              *len)
{
  const DzLayoutCell *cell = &g_array_index (self->layout->cells, DzLayoutCell, line->first_cell);

  *len = cell->end - cell->start;

  return self->layout->chars->str + cell->start;
}

static gunichar
last_char (Setting            *self,
           const DzLayoutLine *line)
{
  gsize len;
  const char *text = chars_of (self, line, &len);

  return len > 0 ? g_utf8_get_char (g_utf8_find_prev_char (text, text + len)) : 0;
}

static gboolean
ends_sentence (Setting            *self,
               const DzLayoutLine *line)
{
  gunichar ch = last_char (self, line);

  return ch == 0x3002 || ch == 0xff01 || ch == 0xff1f || ch == 0xff1b || ch == 0xff1a ||
         ch == '.' || ch == '!' || ch == '?' || ch == ';' || ch == ':' || ch == 0x201d;
}

static gboolean
is_opening (gunichar ch)
{
  GUnicodeType type = g_unichar_type (ch);

  return type == G_UNICODE_OPEN_PUNCTUATION || type == G_UNICODE_INITIAL_PUNCTUATION;
}

static gboolean
is_closing (gunichar ch)
{
  GUnicodeType type = g_unichar_type (ch);

  return type == G_UNICODE_OTHER_PUNCTUATION || type == G_UNICODE_CLOSE_PUNCTUATION ||
         type == G_UNICODE_FINAL_PUNCTUATION || type == G_UNICODE_DASH_PUNCTUATION;
}

/* Width of what cannot be parted at the start of a line: a Han character with the stops that
 * follow and the brackets that precede it, or a word or number. */
static float
first_unit_width (Setting            *self,
                  const DzLayoutLine *line)
{
  gsize len;
  const char *text = chars_of (self, line, &len);
  const char *end = text + len;
  gboolean core = FALSE;
  gboolean word = FALSE;
  gboolean glued = FALSE; /* by a quotation mark that may open or close */
  float width = 0;

  for (const char *at = text; at < end && width < 14 * line->size; at = g_utf8_next_char (at))
    {
      gunichar ch = g_utf8_get_char (at);
      gboolean han = dz_is_han (ch) || (ch >= 0x2010 && ch < 0x2030);

      if (ch == ' ' || (core && (han || !word) && !is_closing (ch) && !glued))
        break;
      if (!is_opening (ch) && !is_closing (ch))
        {
          core = TRUE;
          word = !han;
        }
      glued = ch == '"' || ch == '\'';
      width += (han ? 1 : 0.55f) * line->size;
    }

  return width;
}

static gboolean
fills_width (Setting            *self,
             const DzLayoutLine *line,
             const DzLayoutLine *next)
{
  const DzLayoutFlow *flow = flow_of (self, line);

  return line->box.x2 + first_unit_width (self, next) + 0.6f * line->size > flow->right;
}

static gboolean
same_size (const DzLayoutLine *a,
           const DzLayoutLine *b)
{
  return fabsf (a->size - b->size) < 0.12f * MAX (a->size, b->size);
}

static gboolean
is_heading (Setting            *self,
            const DzLayoutLine *line)
{
  return line->size > 1.15f * self->body_size;
}

static gboolean
is_centred (Setting            *self,
            const DzLayoutLine *line)
{
  const DzLayoutFlow *flow = flow_of (self, line);
  float off = (line->box.x1 + line->box.x2) / 2 - (flow->left + flow->right) / 2;

  return fabsf (off) < 1.5f * line->size;
}

static gboolean
starts_list (Setting            *self,
             const DzLayoutLine *line)
{
  gsize len;
  const char *text = chars_of (self, line, &len);

  return dz_list_start_length (text, len) > 0;
}

/* "二、主要做法" has a number and no other stop; where nothing is indented that is all there is
 * to tell it from the paragraph below. */
static gboolean
is_numbered_title (Setting            *self,
                   const DzLayoutLine *line)
{
  gsize len;
  const char *text = chars_of (self, line, &len);
  gsize start = dz_list_start_length (text, len);

  if (start == 0 || g_utf8_strlen (text, (gssize) len) > 30)
    return FALSE;
  for (const char *at = text + start; at < text + len; at = g_utf8_next_char (at))
    {
      gunichar ch = g_utf8_get_char (at);

      if (ch == 0x3002 || ch == 0xff0c || ch == 0xff1b || ch == ',' || ch == ';' || ch == '.')
        return FALSE;
    }

  return TRUE;
}

/* A column of few characters: the first line of an item has no stop as often as not, and is no title for it. */
static gboolean
is_narrow (Setting            *self,
           const DzLayoutLine *line)
{
  const DzLayoutFlow *flow = flow_of (self, line);

  return flow->right - flow->left < 24 * line->size;
}

/* A title set over several lines. */
static gboolean
continues_title (Setting            *self,
                 const DzLayoutLine *line,
                 const DzLayoutLine *next)
{
  gsize len;
  const char *text = chars_of (self, next, &len);
  gunichar ch = len > 0 ? g_utf8_get_char (text) : 0;

  return is_heading (self, line) && line->page == next->page && line->flow == next->flow &&
         is_centred (self, line) && is_centred (self, next) && ch != '(' && ch != 0xff08 &&
         next->box.y1 - line->box.y1 < 2.2f * line->size;
}

static gboolean
is_lower (Setting            *self,
          const DzLayoutLine *line,
          const DzLayoutLine *next)
{
  float leading = flow_of (self, line)->leading;

  if (line->flow != next->flow)
    return FALSE;

  return leading > 0 && next->box.y1 - line->box.y1 > 1.3f * leading + 1;
}

/* No program breaks a number at the foot of a column or a page: what stands there are two. */
static gboolean
parts_numbers (Setting            *self,
               const DzLayoutLine *line,
               const DzLayoutLine *next)
{
  gsize len;
  const char *text = chars_of (self, next, &len);

  return line->flow != next->flow && len > 0 && g_unichar_isdigit (last_char (self, line)) &&
         g_unichar_isdigit (g_utf8_get_char (text));
}

static gboolean
continues (Setting            *self,
           const DzLayoutLine *line,
           const DzLayoutLine *next)
{
  const DzLayoutFlow *flow = flow_of (self, next);
  float indent = next->box.x1 - flow->left;
  float line_indent = line->box.x1 - flow_of (self, line)->left;
  float size = next->size;

  if (next->starts || line->row || next->row || line->note || next->note || !same_size (line, next) ||
      is_lower (self, line, next) || parts_numbers (self, line, next))
    return FALSE;
  if (starts_list (self, next) || (!self->indented && !is_narrow (self, line) && is_numbered_title (self, line)))
    return FALSE;
  if (continues_title (self, line, next))
    return TRUE;
  if (!fills_width (self, line, next))
    /* Broken by hand in the middle of a sentence. */
    return self->indented && indent < 0.7f * size && line->flow == next->flow &&
           !ends_sentence (self, line) &&
           line->box.x2 - flow->left > 0.8f * (flow->right - flow->left);
  /* After a full stop a short line that ends in none is a signature, not the paragraph's tail. */
  if (ends_sentence (self, line) && !ends_sentence (self, next) &&
      next->box.x2 < flow->right - 3 * size)
    return FALSE;
  if (indent < 0.7f * size)
    return TRUE;
  if (ends_sentence (self, line))
    return FALSE;

  /* Lines of an indented block, or the second line of a list item that hangs, but not a heading
   * that fills its line and the paragraph after it. */
  if (self->indented && indent > 1.4f * size && indent < 2.6f * size)
    return FALSE;
  return fabsf (indent - line_indent) < 0.5f * size ||
         (indent > line_indent && indent - line_indent < 4 * size && starts_list (self, line));
}

/* A column of pages of one size, as a key. */
static gpointer
key_of (const DzLayoutFlow *flow)
{
  return GUINT_TO_POINTER (flow->key << 16 | (guint) flow->page_width);
}

/* The same column has one width on all pages of a size: a page with a few short lines does not know it. */
static void
widen_flows (DzLayout *layout)
{
  g_autoptr(GHashTable) widest = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < layout->flows->len; i++)
    {
      DzLayoutFlow *flow = &g_array_index (layout->flows, DzLayoutFlow, i);
      DzLayoutFlow *other = g_hash_table_lookup (widest, key_of (flow));

      if (other == NULL || flow->right - flow->left > other->right - other->left)
        g_hash_table_insert (widest, key_of (flow), flow);
    }
  for (guint i = 0; i < layout->flows->len; i++)
    {
      DzLayoutFlow *flow = &g_array_index (layout->flows, DzLayoutFlow, i);
      const DzLayoutFlow *other = g_hash_table_lookup (widest, key_of (flow));
      float width = other->right - other->left;

      if (flow->n_lines < 5 && fabsf (flow->left - other->left) < 60)
        flow->left = MIN (flow->left, other->left);
      flow->right = MAX (flow->right, flow->left + width);
      if (flow->leading == 0 || flow->leading > 1.5f * other->leading)
        flow->leading = other->leading;
    }
}

static int
compare_edges (gconstpointer a,
               gconstpointer b)
{
  float d = *(const float *) b - *(const float *) a;

  return d < 0 ? -1 : d > 0;
}

/* The edge that several lines reach: one line that sticks out is no edge. */
static float
find_right (GArray *edges,
            float   size)
{
  guint enough = MAX (2, edges->len / 12);

  g_array_sort (edges, compare_edges);
  for (guint i = 0; i + enough <= edges->len; i++)
    {
      float edge = g_array_index (edges, float, i);

      if (g_array_index (edges, float, i + enough - 1) > edge - 0.7f * size)
        return edge;
    }

  return g_array_index (edges, float, 0);
}

/* The size most characters of @lines[from, to) have. */
static float
find_common_size (Setting *self,
                  guint    from,
                  guint    to)
{
  guint counts[400] = { 0 };
  guint best = 0;

  for (guint i = from; i < to; i++)
    {
      const DzLayoutLine *line = &g_array_index (self->layout->lines, DzLayoutLine, i);
      gsize len;

      chars_of (self, line, &len);
      if (!line->dropped && !line->note)
        counts[(guint) CLAMP (line->size * 4, 0, 399)] += (guint) len;
    }
  for (guint slot = 1; slot < G_N_ELEMENTS (counts); slot++)
    if (counts[slot] > counts[best])
      best = slot;

  return ((float) best + 0.5f) / 4;
}

static float
page_width (Setting *self,
            guint    line)
{
  const DzLayoutPage *page = &g_array_index (self->layout->pages, DzLayoutPage,
                                             g_array_index (self->layout->lines, DzLayoutLine, line).page);

  return (float) (page->turn == DZ_TURN_DOWN || page->turn == DZ_TURN_UP ? page->height : page->width);
}

/* @rows: of tables, or of text. Titles may begin further left; stops may hang out on the right. */
static gboolean
measure_flow (Setting *self,
              guint    from,
              guint    to,
              gboolean rows)
{
  DzLayoutFlow *flow = NULL;
  g_autoptr(GArray) edges = g_array_new (FALSE, FALSE, sizeof (float));
  float size = find_common_size (self, from, to);

  for (guint i = from; i < to; i++)
    {
      const DzLayoutLine *line = &g_array_index (self->layout->lines, DzLayoutLine, i);
      float edge = line->box.x2;

      if (line->note || line->dropped || line->row != rows ||
          fabsf (line->size - size) > 0.12f * size)
        continue;
      if (flow == NULL)
        {
          flow = &g_array_index (self->layout->flows, DzLayoutFlow, line->flow);
          flow->left = G_MAXFLOAT;
          flow->n_lines = 0;
          flow->page_width = CLAMP (page_width (self, from), 0, 65535);
        }
      if (last_char (self, line) >= 0x3000 && !g_unichar_isalnum (last_char (self, line)))
        edge -= line->size;
      g_array_append_val (edges, edge);
      flow->left = MIN (flow->left, line->box.x1);
      flow->n_lines += !rows;
    }
  if (flow == NULL)
    return FALSE;
  flow->right = MAX (find_right (edges, size), flow->left);
  /* Of a short paper one line may be all that fills its width: it does where it ends as far from the edge of the page as
   * others begin. */
  if (!rows && edges->len < 24 && flow->key == 0)
    {
      float widest = g_array_index (edges, float, 0), margin = page_width (self, from) - flow->left;

      if (widest > flow->right && widest > margin - 2.5f * size && widest < margin + size)
        flow->right = widest;
    }
  /* A few lines do not know how wide the page is set; a table among them and the margin do. */
  if (!rows && edges->len < 4 && flow->key == 0)
    flow->right = MAX (flow->right, flow->left + 0.85f * (page_width (self, from) - 2 * flow->left));
  if (!rows && edges->len < 4)
    for (guint i = from; i < to; i++)
      {
        const DzLayoutLine *line = &g_array_index (self->layout->lines, DzLayoutLine, i);

        if (line->row && !line->dropped)
          flow->right = MAX (flow->right, line->box.x2);
      }

  return TRUE;
}

/* Page furniture is wider or narrower than the text, and tables may stand out of it: the edges are
 * those of the lines that are kept. */
static void
measure_flows (Setting *self)
{
  GArray *lines = self->layout->lines;
  guint to;

  for (guint from = 0; from < lines->len; from = to)
    {
      const DzLayoutLine *first = &g_array_index (lines, DzLayoutLine, from);

      to = from + 1;
      if (first->note)
        continue;
      while (to < lines->len && g_array_index (lines, DzLayoutLine, to).flow == first->flow &&
             !g_array_index (lines, DzLayoutLine, to).note)
        to++;
      if (!measure_flow (self, from, to, FALSE))
        measure_flow (self, from, to, TRUE);
    }
  widen_flows (self->layout);
}

static int
compare_sizes (gconstpointer a,
               gconstpointer b)
{
  float d = *(const float *) b - *(const float *) a;

  return d < 0 ? -1 : d > 0;
}

/* The body's size is the one most characters have; headings are larger. */
static void
find_sizes (Setting *self)
{
  guint n_body = 0;
  g_autoptr(GArray) larger = g_array_new (FALSE, FALSE, sizeof (float));
  GArray *lines = self->layout->lines;

  self->body_size = find_common_size (self, 0, lines->len);

  for (guint i = 0; i < lines->len; i++)
    {
      const DzLayoutLine *line = &g_array_index (lines, DzLayoutLine, i);

      if (line->dropped || line->note)
        continue;
      if (is_heading (self, line))
        g_array_append_val (larger, line->size);
      else
        n_body++;
    }
  /* With more large lines than small ones there is no body to stand out of. */
  if (larger->len > n_body)
    self->body_size = 10000;
  g_array_sort (larger, compare_sizes);
  for (guint i = 0; i < larger->len && self->n_sizes < G_N_ELEMENTS (self->sizes); i++)
    {
      float size = g_array_index (larger, float, i);

      if (self->n_sizes == 0 || size < 0.92f * self->sizes[self->n_sizes - 1])
        self->sizes[self->n_sizes++] = size;
    }
}

/* Lines after a short line surely start a paragraph: are they indented? */
static void
find_indent (Setting *self)
{
  const DzLayoutLine *last = NULL;
  guint n = 0;
  guint n_indented = 0;

  for (guint i = 0; i < self->layout->lines->len; i++)
    {
      const DzLayoutLine *line = &g_array_index (self->layout->lines, DzLayoutLine, i);

      if (line->dropped || line->note || line->row)
        continue;
      if (last != NULL && last->flow == line->flow && ends_sentence (self, last) &&
          !fills_width (self, last, line))
        {
          n++;
          n_indented += line->box.x1 - flow_of (self, line)->left > 1.2f * line->size;
        }
      last = line;
    }
  self->indented = n_indented * 2 > n || (n == 0);
}

static DzBox
box_on_page (const DzLayoutPage *page,
             DzBox               box)
{
  float w = (float) page->width;
  float h = (float) page->height;

  switch (page->turn)
    {
    case DZ_TURN_DOWN:
      return (DzBox){ w - box.y2, box.x1, w - box.y1, box.x2 };
    case DZ_TURN_UP:
      return (DzBox){ box.y1, h - box.x2, box.y2, h - box.x1 };
    case DZ_TURN_BACK:
      return (DzBox){ w - box.x2, h - box.y2, w - box.x1, h - box.y1 };
    case DZ_TURN_NONE:
    default:
      return box;
    }
}

static DzPart
describe_part (Setting            *self,
               const DzLayoutLine *line,
               const DzLayoutCell *cell)
{
  const DzLayoutPage *page = &g_array_index (self->layout->pages, DzLayoutPage, line->page);
  DzBox box = box_on_page (page, cell->box);
  DzPart part = { DZ_PART_PARAGRAPH, .page = line->page + 1, .confidence = cell->confidence };

  if (line->note)
    part.kind = DZ_PART_NOTE;
  else if (line->row)
    part.kind = DZ_PART_ROW;
  else if (is_heading (self, line))
    {
      part.kind = DZ_PART_HEADING;
      part.level = 1;
      while (part.level < self->n_sizes && line->size < 0.92f * self->sizes[part.level - 1])
        part.level++;
    }
  if (line->note || cell->end == cell->start)
    return part;
  part.x = box.x1;
  part.y = box.y1;
  part.width = box.x2 - box.x1;
  part.height = box.y2 - box.y1;

  return part;
}

/* One line, with what parts it from the next. */
static void
append_line (Setting            *self,
             DzText             *text,
             const DzLayoutLine *line,
             const char         *ending,
             GString            *scratch)
{
  for (guint i = 0; i < line->n_cells; i++)
    {
      const DzLayoutCell *cell = &g_array_index (self->layout->cells, DzLayoutCell,
                                                 line->first_cell + i);
      DzPart part = describe_part (self, line, cell);
      guint index = dz_text_add_part (text, &part);

      g_string_truncate (scratch, 0);
      g_string_append_len (scratch, self->layout->chars->str + cell->start,
                           (gssize) (cell->end - cell->start));
      g_string_append (scratch, i + 1 < line->n_cells ? "\t" : ending);
      dz_text_append (text, scratch->str, (gssize) scratch->len, (DzPlace){ index, 0 });
    }
}

/* A line that had room for one more digit was broken before a number, not within: 19 and 357 are two. */
static gboolean
has_two_numbers (Setting            *setting,
                 const DzLayoutLine *line,
                 gunichar            after)
{
  const DzLayoutFlow *flow = &g_array_index (setting->layout->flows, DzLayoutFlow, line->flow);

  return g_unichar_isdigit (after) && g_unichar_isdigit (last_char (setting, line)) && flow->right - line->box.x2 > 0.8f * line->size;
}

/**
 * dz_paragraphs_join:
 *
 * Returns: (transfer full): the text of the lines that are not dropped
 */
DzText *
dz_paragraphs_join (DzLayout *self)
{
  Setting setting = { .layout = self };
  DzText *text = dz_text_new ();
  g_autoptr(GString) scratch = g_string_new (NULL);
  const DzLayoutLine *last = NULL;

  measure_flows (&setting);
  find_sizes (&setting);
  find_indent (&setting);
  for (guint i = 0; i <= self->lines->len; i++)
    {
      const DzLayoutLine *line = i < self->lines->len
                                   ? &g_array_index (self->lines, DzLayoutLine, i) : NULL;
      const char *ending = "\n";

      if (line != NULL && line->dropped)
        continue;
      if (last != NULL && line != NULL && continues (&setting, last, line))
        {
          gsize len;
          const char *chars = chars_of (&setting, line, &len);

          ending = dz_layout_blank_between (last_char (&setting, last), len > 0 ? g_utf8_get_char (chars) : 0) ||
                       has_two_numbers (&setting, last, len > 0 ? g_utf8_get_char (chars) : 0)
                     ? " " : "";
        }
      if (last != NULL)
        append_line (&setting, text, last, ending, scratch);
      last = line;
    }

  return text;
}

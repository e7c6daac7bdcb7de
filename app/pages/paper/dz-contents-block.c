/* dz-contents-block.c - 目录: headings and the pages they stand on
 *
 * Of a heading only its height is kept: it is set in lines to be measured, and again where it is drawn, for a province
 * has thousands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-contents-block.h"

#define INDENT 18.0      /* of a heading under another */
#define GAP 5.0          /* around the dots */
#define DOT_PITCH 4.5
#define COLUMN_GAP 16.0
#define NARROW 13 /* characters of a name and its page that go three in a line, wide as 12 pt */
#define WIDE 21   /* … two in a line */

typedef struct
{
  char *title;
  guint level;
  guint folio;
  gboolean sheet;
  guint line;    /* slice it stands on */
  guint column;  /* of the line, from 0 */
  double height;
} Entry;

/* A heading set in lines. */
typedef struct
{
  DzParagraph *words;
  DzParagraph *number;
} EntryLines;

struct _DzContentsBlock
{
  DzBlock parent;
  GPtrArray *entries;
  GArray *tops;      /* double: of each line, and the foot of the last */
  guint n_columns;   /* names of sheets in a line */
  double pitch;      /* of the usual pitch of lines, 1: all of it */
  double width;
  DzPaper *paper;    /* once it is set */
};

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->title);
  g_free (entry);
}

static double
entry_width (const DzContentsBlock *self,
             const Entry           *entry)
{
  if (entry->sheet)
    return (self->width - INDENT - (self->n_columns - 1) * COLUMN_GAP) / self->n_columns;

  return self->width - (entry->level > 1 ? INDENT : 0);
}

static double
entry_left (const DzContentsBlock *self,
            const Entry           *entry)
{
  if (entry->level <= 1)
    return 0;

  return INDENT + (entry->sheet ? entry->column * (entry_width (self, entry) + COLUMN_GAP) : 0);
}

static void
clear_lines (EntryLines *lines)
{
  dz_paragraph_unref (lines->words);
  dz_paragraph_unref (lines->number);
}

static EntryLines
set_entry (DzContentsBlock *self,
           const Entry     *entry)
{
  EntryLines lines;
  gboolean main = entry->level <= 1;
  DzParagraphStyle style = { .face = main ? DZ_FACE_HEADING : DZ_FACE_BODY, .size = main ? 14 : 12,
                             .pitch = (main ? 27 : 20.5) * self->pitch, .source_size = 7, .align = DZ_ALIGN_LEFT, .width = 1000 };
  g_autofree char *folio = g_strdup_printf ("%u", entry->folio);
  g_autoptr(DzRich) number = dz_rich_new (folio);
  g_autoptr(DzRich) words = dz_rich_new (entry->title);

  lines.number = dz_paragraph_new (self->paper, number, &style);
  style.width = entry_width (self, entry) - dz_paragraph_get_line_width (lines.number, 0) - 2 * GAP - 2 * DOT_PITCH;
  lines.words = dz_paragraph_new (self->paper, words, &style);

  return lines;
}

static void
contents_set (DzBlock *block,
              DzPaper *paper,
              double   width)
{
  DzContentsBlock *self = (DzContentsBlock *) block;
  double foot = 0;

  if (self->paper != NULL)
    return;
  self->paper = dz_paper_ref (paper);
  self->width = width;
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);
      EntryLines lines = set_entry (self, entry);
      double height;

      entry->height = dz_paragraph_get_height (lines.words);
      clear_lines (&lines);
      if (entry->column == 0)
        {
          g_array_append_val (self->tops, foot);
          height = entry->height;
        }
      else
        height = foot - g_array_index (self->tops, double, entry->line);
      foot = g_array_index (self->tops, double, entry->line) + MAX (height, entry->height);
    }
  g_array_append_val (self->tops, foot);
}

static guint
contents_count (DzBlock *block)
{
  return ((DzContentsBlock *) block)->tops->len - 1;
}

static double
contents_extent (DzBlock *block,
                 guint    from,
                 guint    to)
{
  DzContentsBlock *self = (DzContentsBlock *) block;

  return g_array_index (self->tops, double, to) - g_array_index (self->tops, double, from);
}

/* A heading of the first level does not stay behind alone. */
static gboolean
contents_can_part (DzBlock *block,
                   guint    at)
{
  DzContentsBlock *self = (DzContentsBlock *) block;

  for (guint i = 0; i + 1 < self->entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (self->entries, i);
      const Entry *next = g_ptr_array_index (self->entries, i + 1);

      if (next->line == at && entry->line == at - 1)
        return entry->level > 1 || next->level <= 1;
    }

  return TRUE;
}

/* Round dots from @left to @right, in step with those of the other lines: they end where the numbers begin. */
static void
draw_dots (cairo_t *cr,
           double   left,
           double   right,
           double   y)
{
  const double dashes[] = { 0, DOT_PITCH };

  if (right - left < DOT_PITCH)
    return;
  cairo_save (cr);
  cairo_set_line_width (cr, 1);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_move_to (cr, right, y);
  cairo_line_to (cr, left, y);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_entry (DzContentsBlock *self,
            const Entry     *entry,
            cairo_t         *cr,
            double           x,
            double           y)
{
  EntryLines lines = set_entry (self, entry);
  guint last = dz_paragraph_get_n_lines (lines.words) - 1;
  double number = dz_paragraph_get_line_width (lines.number, 0), height = dz_paragraph_get_height (lines.number);
  double right = x + entry_width (self, entry) - number;

  draw_dots (cr, x + dz_paragraph_get_line_width (lines.words, last) + GAP, right - GAP,
             y + last * height + height / 2 + 3);
  cairo_tag_begin (cr, "TOCI", NULL);
  dz_paragraph_draw (lines.words, cr, x, y, 0, G_MAXUINT);
  dz_paragraph_draw (lines.number, cr, right, y + last * height, 0, 1);
  cairo_tag_end (cr, "TOCI");
  clear_lines (&lines);
}

static void
contents_draw (DzBlock *block,
               cairo_t *cr,
               double   x,
               double   y,
               guint    from,
               guint    to)
{
  DzContentsBlock *self = (DzContentsBlock *) block;
  double top = g_array_index (self->tops, double, from);

  cairo_tag_begin (cr, "TOC", NULL);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (self->entries, i);

      if (entry->line >= from && entry->line < to)
        draw_entry (self, entry, cr, x + entry_left (self, entry),
                    y + g_array_index (self->tops, double, entry->line) - top);
    }
  cairo_tag_end (cr, "TOC");
}

/* Calls @func for the headings on the lines from @from up to, not including, @to; @y is the top of line @from. */
void
dz_contents_block_foreach (DzContentsBlock *self,
                           double           x,
                           double           y,
                           guint            from,
                           guint            to,
                           DzContentsFunc   func,
                           gpointer         user_data)
{
  double top = g_array_index (self->tops, double, from);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (self->entries, i);

      if (entry->line >= from && entry->line < to)
        func (i, x + entry_left (self, entry), y + g_array_index (self->tops, double, entry->line) - top,
              entry_width (self, entry), entry->height, user_data);
    }
}

static void
contents_add_areas (DzBlock   *block,
                    GPtrArray *areas,
                    double     x,
                    double     y,
                    guint      from,
                    guint      to)
{
}

static void
contents_finalize (DzBlock *block)
{
  DzContentsBlock *self = (DzContentsBlock *) block;

  g_ptr_array_unref (self->entries);
  g_array_unref (self->tops);
  g_clear_pointer (&self->paper, dz_paper_unref);
}

static const DzBlockClass contents_class = {
  .set = contents_set,
  .count = contents_count,
  .extent = contents_extent,
  .can_part = contents_can_part,
  .draw = contents_draw,
  .add_areas = contents_add_areas,
  .finalize = contents_finalize,
};

/* How many names go beside each other: the longest has to go on one line. */
static guint
count_columns (GPtrArray *outline)
{
  glong most = 0;

  for (guint i = 0; i < outline->len; i++)
    {
      const DzOutlineItem *item = g_ptr_array_index (outline, i);

      if (item->sheet)
        most = MAX (most, g_utf8_strlen (item->title, -1) + (item->page >= 999 ? 4 : 3));
    }

  return most <= NARROW ? 3 : most <= WIDE ? 2 : 1;
}

/**
 * dz_contents_block_new:
 * @outline: (element-type DzOutlineItem): of the document, its first numbered page being page 0
 * @pitch: how close the lines are: of the usual pitch, 1 is all of it
 *
 * Returns: (transfer full): headings of the first and second level with their pages
 */
DzBlock *
dz_contents_block_new (GPtrArray *outline,
                       double     pitch)
{
  DzContentsBlock *self = g_new0 (DzContentsBlock, 1);
  guint line = 0, column = 0;
  gboolean open = FALSE; /* a line of names has room */

  self->parent.klass = &contents_class;
  self->parent.role = DZ_ROLE_CONTENTS;
  self->pitch = pitch;
  self->entries = g_ptr_array_new_with_free_func (free_entry);
  self->tops = g_array_new (FALSE, FALSE, sizeof (double));
  self->n_columns = count_columns (outline);
  for (guint i = 0; i < outline->len; i++)
    {
      const DzOutlineItem *item = g_ptr_array_index (outline, i);
      Entry *entry = g_new0 (Entry, 1);

      if (item->sheet && open && column + 1 < self->n_columns)
        column++;
      else
        {
          line += i > 0;
          column = 0;
        }
      open = item->sheet;
      *entry = (Entry) { g_strdup (item->title), item->level, item->page + 1, item->sheet, line, column, 0 };
      g_ptr_array_add (self->entries, entry);
    }

  return &self->parent;
}

guint
dz_contents_block_get_n (DzContentsBlock *self)
{
  return self->entries->len;
}

/* Returns: (transfer none): the words of heading @item */
const char *
dz_contents_block_get_title (DzContentsBlock *self,
                             guint            item,
                             guint           *level,
                             guint           *folio)
{
  const Entry *entry = g_ptr_array_index (self->entries, item);

  *level = entry->level;
  *folio = entry->folio;

  return entry->title;
}

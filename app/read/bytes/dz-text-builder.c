/* dz-text-builder.c - paragraphs and table rows on their way into a DzText
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-text-builder.h"

#include "dz-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A cell of a table of figures is short; more than this in one cell is running text. */
#define LONG_CELL_LINES 6
#define LONG_CELL_BYTES 900

#define MAX_CELLS 1024 /* of a row: no table has more columns */

typedef struct
{
  char *text;
  gsize len;
  DzPartKind kind;
  guint level;
} Line;

typedef struct
{
  GArray *lines; /* Line */
} Cell;

typedef struct
{
  GArray *cells; /* Cell */
  guint times;   /* it is written */
} Row;

struct _DzFlow
{
  DzText *text;
  GString *line;
  GArray *rows;      /* Row: a row in a cell of a row ... */
  GPtrArray *aside;  /* GString: paragraphs interrupted by a note or a text box */
  const DzLimits *limits;
  gsize held;        /* bytes waiting in cells */
  guint n_replaced;  /* characters that were none */
  gboolean raised;   /* what is added stands above the line */
  gboolean overrun;  /* what was to be repeated found no room */
};

static void
clear_line (gpointer data)
{
  g_free (((Line *) data)->text);
}

static void
clear_cell (gpointer data)
{
  g_array_unref (((Cell *) data)->lines);
}

static void
clear_row (gpointer data)
{
  g_array_unref (((Row *) data)->cells);
}

static void
free_string (gpointer data)
{
  g_string_free (data, TRUE);
}

/**
 * dz_text_builder_new:
 *
 * Returns: (transfer full): an empty flow
 */
DzTextBuilder *
dz_text_builder_new (const DzLimits *limits)
{
  DzTextBuilder *self = g_new0 (DzTextBuilder, 1);

  self->text = dz_text_new ();
  self->line = g_string_sized_new (4096);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, clear_row);
  self->aside = g_ptr_array_new_with_free_func (free_string);
  self->limits = limits;

  return self;
}

void
dz_text_builder_free (DzTextBuilder *self)
{
  if (self == NULL)
    return;

  dz_text_unref (self->text);
  g_string_free (self->line, TRUE);
  g_array_unref (self->rows);
  g_ptr_array_unref (self->aside);
  g_free (self);
}

static gboolean
ends_open (const GString *line)
{
  static const char *const brackets[] = { "[", "(", "（", "〔", "【" };

  for (guint i = 0; i < G_N_ELEMENTS (brackets); i++)
    if (g_str_has_suffix (line->str, brackets[i]))
      return TRUE;

  return FALSE;
}

/* In brackets no digit joins the number before. */
static void
add_raised (GString    *line,
            const char *text,
            gsize       len)
{
  gboolean open = ends_open (line);

  for (gsize i = 0; i < len; i++)
    {
      if (g_ascii_isdigit (text[i]) && !open)
        g_string_append_unichar (line, dz_raised_digit ((guint) (text[i] - '0')));
      else
        g_string_append_c (line, text[i]);
      if (!g_ascii_isdigit (text[i]))
        open = ends_open (line);
    }
}

void
dz_text_builder_add (DzTextBuilder *self,
                     const char    *text,
                     gssize         len)
{
  if (self->raised)
    add_raised (self->line, text, len < 0 ? strlen (text) : (gsize) len);
  else
    g_string_append_len (self->line, text, len);
}

/**
 * dz_text_builder_set_raised:
 * @raised: whether what is added from now on stands above the line
 *
 * A raised digit is the number of a note or a power, and is kept as one: else 356 with a note 1 behind it were 3561.
 */
void
dz_text_builder_set_raised (DzTextBuilder *self,
                            gboolean       raised)
{
  self->raised = raised;
}

/**
 * dz_text_builder_ends_in_number:
 *
 * Returns: whether a digit would be one more of a number, or of what is raised behind one
 */
gboolean
dz_text_builder_ends_in_number (DzTextBuilder *self)
{
  const GString *line = self->line;
  const char *last = line->len > 0 ? g_utf8_find_prev_char (line->str, line->str + line->len) : NULL;
  gunichar ch = last != NULL ? g_utf8_get_char_validated (last, -1) : 0;

  return ch == '%' || (ch < 0x110000 && (g_unichar_isdigit (ch) || g_unichar_type (ch) == G_UNICODE_OTHER_NUMBER));
}

/**
 * dz_text_builder_peek_line:
 *
 * Returns: (transfer none): the paragraph gathered so far, to look at or to change
 */
GString *
dz_text_builder_peek_line (DzTextBuilder *self)
{
  return self->line;
}

static Row *
last_row (DzTextBuilder *self)
{
  return self->rows->len > 0 ? &g_array_index (self->rows, Row, self->rows->len - 1) : NULL;
}

static void
add_cell (Row *row)
{
  Cell cell = { g_array_new (FALSE, FALSE, sizeof (Line)) };

  g_array_set_clear_func (cell.lines, clear_line);
  g_array_append_val (row->cells, cell);
}

static void
emit (DzTextBuilder *self,
      const char    *text,
      gsize          len,
      DzPartKind     kind,
      guint          level)
{
  const DzPart part = { kind, level, .confidence = 1.0 };
  Row *row = last_row (self);

  if (row == NULL)
    {
      dz_text_append_paragraph (self->text, &part, text, (gssize) len);
      return;
    }
  if (row->cells->len == 0) /* a paragraph in a row but in no cell */
    add_cell (row);
  {
    Cell *cell = &g_array_index (row->cells, Cell, row->cells->len - 1);
    Line line = { g_strndup (text, len), len, kind, level };

    self->held += len;
    g_array_append_val (cell->lines, line);
  }
}

static gboolean
is_blank (const char *text,
          gsize       len)
{
  const char *end = text + len;

  for (; text < end; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;

  return TRUE;
}

/* A parser that goes on after an error may hand on bytes that are no characters, and NULs. */
static void
mend_characters (DzTextBuilder *self)
{
  GString *line = self->line;
  char *valid;

  if (g_utf8_validate_len (line->str, line->len, NULL))
    return;
  valid = g_utf8_make_valid (line->str, (gssize) line->len);
  for (const char *p = valid; (p = strstr (p, "\357\277\275")) != NULL; p += 3)
    self->n_replaced++;
  g_string_assign (line, valid);
  g_free (valid);
}

/* Soft hyphens, zero width blanks and stray byte order marks are for the typesetter; inside a word
 * or a number they would only hide it. */
static void
drop_invisible (GString *line)
{
  static const char *const marks[] = { "\302\255", "\342\200\213", "\357\273\277" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (strstr (line->str, marks[i]) != NULL)
      g_string_replace (line, marks[i], "", 0);
}

/**
 * dz_text_builder_end_paragraph:
 * @kind: what the file calls it
 * @level: of a heading, else 0
 */
void
dz_text_builder_end_paragraph (DzTextBuilder *self,
                               DzPartKind     kind,
                               guint          level)
{
  mend_characters (self);
  drop_invisible (self->line);
  if (self->line->len > 0 && !is_blank (self->line->str, self->line->len))
    emit (self, self->line->str, self->line->len, kind, level);
  g_string_truncate (self->line, 0);
}

void
dz_text_builder_begin_row (DzTextBuilder *self)
{
  Row row = { g_array_new (FALSE, FALSE, sizeof (Cell)), 1 };

  dz_text_builder_end_paragraph (self, DZ_PART_PARAGRAPH, 0);
  g_array_set_clear_func (row.cells, clear_cell);
  g_array_append_val (self->rows, row);
}

void
dz_text_builder_begin_cell (DzTextBuilder *self)
{
  Row *row = last_row (self);

  if (row == NULL)
    return;
  dz_text_builder_end_paragraph (self, DZ_PART_PARAGRAPH, 0);
  if (row->cells->len < MAX_CELLS) /* the rest joins the last cell */
    add_cell (row);
}

/**
 * dz_text_builder_skip_cells:
 * @n: columns a merged cell covers beyond its own
 */
void
dz_text_builder_skip_cells (DzTextBuilder *self,
                            guint          n)
{
  for (guint i = 0; i < MIN (n, 63); i++)
    dz_text_builder_begin_cell (self);
}

/**
 * dz_text_builder_repeat_cell:
 * @n: columns beyond its own that hold what the last cell holds; of an empty one as many as of a merged one
 */
void
dz_text_builder_repeat_cell (DzTextBuilder *self,
                             guint          n)
{
  Row *row = last_row (self);
  guint from;

  if (row == NULL || row->cells->len == 0)
    return;
  dz_text_builder_end_paragraph (self, DZ_PART_PARAGRAPH, 0);
  from = row->cells->len - 1;
  if (g_array_index (row->cells, Cell, from).lines->len == 0)
    {
      dz_text_builder_skip_cells (self, n);
      return;
    }
  for (guint i = 0; i < n && !self->overrun; i++)
    {
      GArray *lines = g_array_index (row->cells, Cell, from).lines;

      self->overrun = row->cells->len >= MAX_CELLS || dz_text_builder_is_full (self);
      if (self->overrun)
        break;
      add_cell (row);
      for (guint k = 0; k < lines->len; k++)
        {
          const Line *line = &g_array_index (lines, Line, k);

          emit (self, line->text, line->len, line->kind, line->level);
        }
    }
}

/**
 * dz_text_builder_repeat_row:
 * @times: the row under way stands below itself; as often as there is room for text where it holds any
 */
void
dz_text_builder_repeat_row (DzTextBuilder *self,
                            guint          times)
{
  Row *row = last_row (self);

  if (row != NULL)
    row->times = MAX (times, 1);
}

static gboolean
is_layout (GArray *cells)
{
  guint n_filled = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      GArray *lines = g_array_index (cells, Cell, i).lines;
      gsize bytes = 0;
      guint n_rows = 0;

      for (guint k = 0; k < lines->len; k++)
        {
          bytes += g_array_index (lines, Line, k).len;
          n_rows += g_array_index (lines, Line, k).kind == DZ_PART_ROW;
        }
      n_filled += lines->len > 0;
      if ((lines->len > LONG_CELL_LINES && bytes > LONG_CELL_BYTES) || n_rows > 1)
        return TRUE;
    }

  return n_filled <= 1;
}

static void
emit_paragraphs (DzTextBuilder *self,
                 GArray        *cells)
{
  for (guint i = 0; i < cells->len; i++)
    {
      GArray *lines = g_array_index (cells, Cell, i).lines;

      for (guint k = 0; k < lines->len; k++)
        {
          const Line *line = &g_array_index (lines, Line, k);

          emit (self, line->text, line->len, line->kind, line->level);
        }
    }
}

static void
append_cell (GString    *out,
             const Cell *cell)
{
  for (guint k = 0; k < cell->lines->len; k++)
    {
      const Line *line = &g_array_index (cell->lines, Line, k);
      gsize start = out->len;

      if (k > 0)
        g_string_append_c (out, ' ');
      g_string_append_len (out, line->text, (gssize) line->len);
      for (gsize i = start; i < out->len; i++)
        if (out->str[i] == '\t')
          out->str[i] = ' ';
    }
}

/* The first @n cells as one line. */
static void
emit_row (DzTextBuilder *self,
          GArray        *cells,
          guint          n)
{
  g_autoptr(GString) out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (out, '\t');
      append_cell (out, &g_array_index (cells, Cell, i));
    }
  emit (self, out->str, out->len, DZ_PART_ROW, 0);
}

void
dz_text_builder_end_row (DzTextBuilder *self)
{
  Row row;
  guint n;

  if (self->rows->len == 0)
    return;
  dz_text_builder_end_paragraph (self, DZ_PART_PARAGRAPH, 0);
  row.times = last_row (self)->times;
  row.cells = g_array_ref (last_row (self)->cells);
  g_array_set_size (self->rows, self->rows->len - 1);
  for (n = row.cells->len; n > 0; n--)
    if (g_array_index (row.cells, Cell, n - 1).lines->len > 0)
      break;
  for (guint i = 0; n > 0 && i < row.times && !self->overrun; i++)
    if (i > 0 && dz_text_builder_is_full (self))
      self->overrun = TRUE;
    else if (is_layout (row.cells))
      emit_paragraphs (self, row.cells);
    else
      emit_row (self, row.cells, n);
  g_array_unref (row.cells);
  if (self->rows->len == 0)
    self->held = 0;
}

/**
 * dz_text_builder_push:
 *
 * Sets the paragraph begun aside, for something that stands inside it but is read apart: a text
 * box. dz_text_builder_pop() takes it up again.
 */
void
dz_text_builder_push (DzTextBuilder *self)
{
  g_ptr_array_add (self->aside, self->line);
  self->line = g_string_new (NULL);
}

void
dz_text_builder_pop (DzTextBuilder *self)
{
  if (self->aside->len == 0)
    return;
  dz_text_builder_end_paragraph (self, DZ_PART_NOTE, 0);
  g_string_free (self->line, TRUE);
  self->line = g_ptr_array_steal_index (self->aside, self->aside->len - 1);
}

/**
 * dz_text_builder_is_full:
 *
 * Returns: whether the limit of text is passed and reading on makes no sense
 */
gboolean
dz_text_builder_is_full (DzTextBuilder *self)
{
  return dz_text_get_length (self->text) + self->line->len + self->held > self->limits->text;
}

/**
 * dz_text_builder_get_n_replaced:
 *
 * Returns: bytes that were no characters and became U+FFFD
 */
guint
dz_text_builder_get_n_replaced (DzTextBuilder *self)
{
  return self->n_replaced;
}

/**
 * dz_text_builder_finish:
 *
 * Ends open paragraphs and rows.
 *
 * Returns: (transfer full): the text, or %NULL with @error set if it is empty or too long
 */
DzText *
dz_text_builder_finish (DzTextBuilder *self,
                        GError       **error)
{
  while (self->aside->len > 0)
    dz_text_builder_pop (self);
  dz_text_builder_end_paragraph (self, DZ_PART_PARAGRAPH, 0);
  while (self->rows->len > 0)
    dz_text_builder_end_row (self);
  if (!dz_limits_check_text (self->limits, self->overrun ? G_MAXSIZE : dz_text_get_length (self->text), error))
    return NULL;
  if (dz_text_get_length (self->text) == 0)
    {
      dz_set_error (error, DZ_ERROR_EMPTY,
                    _("There is no text in the file. Ask for it again."));
      return NULL;
    }

  return dz_text_ref (self->text);
}

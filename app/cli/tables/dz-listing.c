/* dz-listing.c - a table of words on its way out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-listing.h"

#include "dz-csv.h"
#include "dz-json.h"
#include "dz-spoken-word.h"

#include <math.h>

typedef struct
{
  char *text;
  const char *said; /* (nullable) what people read in its place */
  gboolean number;
} Cell;

struct _DzListing
{
  GPtrArray *keys;
  GPtrArray *titles;
  GPtrArray *rows; /* GArray of Cell */
};

static void
clear_cell (gpointer data)
{
  g_free (((Cell *) data)->text);
}

DzListing *
dz_listing_new (void)
{
  DzListing *self = g_new0 (DzListing, 1);

  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  return self;
}

void
dz_listing_free (DzListing *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->keys);
  g_ptr_array_unref (self->titles);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * dz_listing_add_column:
 * @key: its name for programs
 * @title: (nullable): its head for people; %NULL: only programs get the column
 */
void
dz_listing_add_column (DzListing     *self,
                    const char *key,
                    const char *title)
{
  g_ptr_array_add (self->keys, g_strdup (key));
  g_ptr_array_add (self->titles, g_strdup (title));
}

void
dz_listing_add_row (DzListing *self)
{
  GArray *row = g_array_new (FALSE, TRUE, sizeof (Cell));

  g_array_set_clear_func (row, clear_cell);
  g_ptr_array_add (self->rows, row);
}

static void
put (DzListing  *self,
     char    *text,
     gboolean number)
{
  Cell cell = { text, NULL, number };

  g_array_append_val ((GArray *) g_ptr_array_index (self->rows, self->rows->len - 1), cell);
}

/**
 * dz_listing_put:
 * @text: (nullable): the next cell of the last row; %NULL leaves it empty
 */
void
dz_listing_put (DzListing     *self,
             const char *text)
{
  put (self, g_strdup (text), FALSE);
}

/**
 * dz_listing_put_word:
 * @word: (nullable): one of the words of dz_spoken_word(): programs get it as it is, people its name
 */
void
dz_listing_put_word (DzListing  *self,
                     const char *word)
{
  Cell cell = { g_strdup (word), dz_spoken_word (word), FALSE };

  g_array_append_val ((GArray *) g_ptr_array_index (self->rows, self->rows->len - 1), cell);
}

/**
 * dz_listing_put_number:
 * @value: NAN leaves the cell empty
 */
void
dz_listing_put_number (DzListing *self,
                    double  value)
{
  g_autoptr(GString) text = g_string_new (NULL);

  if (!isfinite (value))
    {
      put (self, NULL, FALSE);
      return;
    }
  dz_json_append_number (text, value);
  put (self, g_strdup (text->str), TRUE);
}

/**
 * dz_listing_put_span:
 * @report: (nullable): %NULL, as a span without words, leaves the cell empty
 *
 * Puts the words of a span, on one line.
 */
void
dz_listing_put_span (DzListing *self,
                     DzReport  *report,
                     DzSpan     span)
{
  put (self, report != NULL && !dz_span_is_empty (span) ? dz_text_dup_line (report->text, span) : NULL, FALSE);
}

/* @row: (nullable): %NULL prints the head */
static void
print_csv_row (DzListing *self,
               GString   *out,
               GArray    *row)
{
  gboolean first = TRUE;

  for (guint k = 0; k < self->titles->len; k++)
    {
      const char *title = g_ptr_array_index (self->titles, k);
      const Cell *cell = row != NULL && k < row->len ? &g_array_index (row, Cell, k) : NULL;

      if (title == NULL)
        continue;
      g_string_append (out, first ? "" : ",");
      dz_csv_append_field (out, row == NULL ? title : cell == NULL ? NULL : cell->said != NULL ? cell->said : cell->text);
      first = FALSE;
    }
  g_string_append (out, "\r\n");
}

/**
 * dz_listing_print_csv:
 *
 * UTF-8 with the mark by which WPS and Excel know it, CRLF.
 */
void
dz_listing_print_csv (DzListing  *self,
                   GString *out)
{
  g_string_append (out, DZ_CSV_MARK);
  print_csv_row (self, out, NULL);
  for (guint i = 0; i < self->rows->len; i++)
    print_csv_row (self, out, g_ptr_array_index (self->rows, i));
}

/**
 * dz_listing_print_jsonl:
 *
 * One object a row, under the columns' keys; an empty cell is null.
 */
void
dz_listing_print_jsonl (DzListing  *self,
                     GString *out)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GArray *row = g_ptr_array_index (self->rows, i);

      g_string_append_c (out, '{');
      for (guint k = 0; k < row->len && k < self->keys->len; k++)
        {
          const Cell *cell = &g_array_index (row, Cell, k);

          g_string_append (out, k > 0 ? ", " : "");
          dz_json_append_string (out, g_ptr_array_index (self->keys, k));
          g_string_append (out, ": ");
          if (cell->number)
            g_string_append (out, cell->text);
          else
            dz_json_append_string (out, cell->text);
        }
      g_string_append (out, "}\n");
    }
}

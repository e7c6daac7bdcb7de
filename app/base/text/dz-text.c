/* dz-text.c - the plain text of one report, and the way back to its source
 *
 * A review holds thousands of them at once: a text takes the bytes it has, and parts that are alike, as the paragraphs of a file
 * without pages are, are kept once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-text.h"

#include <string.h>

#define ALIKE 4 /* parts that are compared with a new one: headings, paragraphs and rows take turns */

typedef struct
{
  guint32 start;
  guint32 part;
  guint32 offset;
} Mark;

struct _DzText
{
  gatomicrefcount refs;
  char *string;
  gsize len;
  gsize room;      /* bytes of @string, with the NUL */
  GArray *marks;   /* Mark, by start */
  GArray *parts;   /* guint32: an index into @kinds each */
  GArray *kinds;   /* DzPart: each once, or nearly so */
};

#define PARTS_TYPE "(a(tut)a(uuuddddd))"

/* A mark and a part as they lie in memory in a variant of PARTS_TYPE. */
typedef struct
{
  guint64 start;
  guint32 part;
  guint32 nothing;
  guint64 offset;
} MarkBytes;

typedef struct
{
  guint32 kind;
  guint32 level;
  guint32 page;
  guint32 nothing;
  double numbers[5];
} PartBytes;

/**
 * dz_text_new:
 *
 * Returns: (transfer full): an empty text
 */
DzText *
dz_text_new (void)
{
  DzText *self = g_new0 (DzText, 1);

  g_atomic_ref_count_init (&self->refs);
  self->string = g_strdup ("");
  self->room = 1;
  self->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  self->parts = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->kinds = g_array_new (FALSE, FALSE, sizeof (DzPart));

  return self;
}

/* Room for @more bytes and a NUL: no more for what comes at once, and twice what was where a reader goes on and on. */
static void
make_room (DzText *self,
           gsize   more)
{
  if (self->room > self->len + more)
    return;
  self->room = MAX (self->len + more + 1, 2 * self->room);
  self->string = g_realloc (self->string, self->room);
}

static void
append_bytes (DzText     *self,
              const char *bytes,
              gsize       len)
{
  make_room (self, len);
  memcpy (self->string + self->len, bytes, len);
  self->len += len;
  self->string[self->len] = '\0';
}

static void
add_mark (DzText *self,
          gsize   start,
          DzPlace place)
{
  Mark mark = { (guint32) start, place.part, (guint32) place.offset };

  g_array_append_val (self->marks, mark);
}

static DzPlace
place_of (const Mark *mark)
{
  return (DzPlace){ mark->part, mark->offset };
}

static gboolean
is_alike (const DzPart *a,
          const DzPart *b)
{
  return a->kind == b->kind && a->level == b->level && a->page == b->page && a->x == b->x && a->y == b->y &&
         a->width == b->width && a->height == b->height && a->confidence == b->confidence;
}

static guint32
find_kind (DzText       *self,
           const DzPart *part)
{
  guint n = self->kinds->len;

  for (guint i = n; i > 0 && i + ALIKE > n; i--)
    if (is_alike (&g_array_index (self->kinds, DzPart, i - 1), part))
      return i - 1;
  g_array_append_vals (self->kinds, part, 1);

  return n;
}

/**
 * dz_text_new_from_string:
 * @string: UTF-8, paragraphs ended by '\n'
 *
 * Returns: (transfer full): a text with one part for each line of @string
 */
DzText *
dz_text_new_from_string (const char *string)
{
  DzText *self = dz_text_new ();
  const DzPart part = { DZ_PART_PARAGRAPH, .confidence = 1.0 };

  while (*string != '\0')
    {
      const char *end = strchr (string, '\n');
      gsize len = end != NULL ? (gsize) (end - string) + 1 : strlen (string);
      guint index = dz_text_add_part (self, &part);

      dz_text_append (self, string, (gssize) len, (DzPlace){ index, 0 });
      string += len;
    }

  return self;
}

DzText *
dz_text_ref (DzText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
dz_text_unref (DzText *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_free (self->string);
  g_array_unref (self->marks);
  g_array_unref (self->parts);
  g_array_unref (self->kinds);
  g_free (self);
}

/**
 * dz_text_add_part:
 *
 * Returns: the index of the new part, for the places of the pieces that follow
 */
guint
dz_text_add_part (DzText       *self,
                  const DzPart *part)
{
  guint32 kind;

  g_return_val_if_fail (self != NULL && part != NULL, 0);

  kind = find_kind (self, part);
  g_array_append_val (self->parts, kind);

  return self->parts->len - 1;
}

/**
 * dz_text_append:
 * @piece: valid UTF-8
 * @len: bytes of @piece, or -1 if it ends with NUL
 * @place: where in the file @piece begins
 */
void
dz_text_append (DzText     *self,
                const char *piece,
                gssize      len,
                DzPlace     place)
{
  g_return_if_fail (self != NULL && piece != NULL);

  if (len < 0)
    len = (gssize) strlen (piece);
  /* no reader hands on so much: dz-limits.h in read/ */
  g_return_if_fail (self->len + (gsize) len < G_MAXUINT32);
  if (len == 0)
    return;

  add_mark (self, self->len, place);
  append_bytes (self, piece, (gsize) len);
}

/**
 * dz_text_append_paragraph:
 * @part: describes the paragraph
 * @piece: its characters, without an end of line
 *
 * Adds @part, @piece and an end of line: what most readers do all the time.
 */
void
dz_text_append_paragraph (DzText       *self,
                          const DzPart *part,
                          const char   *piece,
                          gssize        len)
{
  guint index = dz_text_add_part (self, part);

  dz_text_append (self, piece, len, (DzPlace){ index, 0 });
  append_bytes (self, "\n", 1);
}

/**
 * dz_text_peek:
 * @len: (out) (optional): bytes of the text
 *
 * Returns: (transfer none): the whole text, NUL-terminated UTF-8
 */
const char *
dz_text_peek (DzText *self,
              gsize  *len)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (len != NULL)
    *len = self->len;

  return self->string;
}

gsize
dz_text_get_length (DzText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->len;
}

/**
 * dz_text_dup_span:
 *
 * Returns: (transfer full): the characters of @span as they stand in the report
 */
char *
dz_text_dup_span (DzText *self,
                  DzSpan  span)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (span.start <= span.end && span.end <= self->len, NULL);

  return g_strndup (self->string + span.start, span.end - span.start);
}

/**
 * dz_text_dup_line:
 *
 * For eyes, not for keys or places: where a line was broken in mid-word nothing stands between its characters, but
 * between two words of letters or digits a blank does, and between two cells.
 *
 * Returns: (transfer full): the words of @span on one line, without blanks around them
 */
char *
dz_text_dup_line (DzText *self,
                  DzSpan  span)
{
  g_autofree char *words = dz_text_dup_span (self, span);
  GString *line = g_string_new (NULL);

  for (const char *at = words; at != NULL && *at != '\0'; at++)
    {
      gsize n = strspn (at, " \t\r\n");
      gboolean broken = memchr (at, '\n', n) != NULL || memchr (at, '\r', n) != NULL;

      if (n == 0 || (!broken && *at == ' ' && n == 1))
        {
          g_string_append_c (line, *at);
          continue;
        }
      at += n;
      if (*at == '\0')
        break;
      if (line->len > 0 && (!broken || memchr (at - n, '\t', n) != NULL ||
                            (g_ascii_isalnum (line->str[line->len - 1]) && g_ascii_isalnum (*at))))
        g_string_append_c (line, ' ');
      at--;
    }

  return g_strstrip (g_string_free (line, FALSE));
}

/**
 * dz_text_get_part:
 *
 * Returns: (transfer none) (nullable): part @index
 */
const DzPart *
dz_text_get_part (DzText *self,
                  guint   index)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (index >= self->parts->len)
    return NULL;

  return &g_array_index (self->kinds, DzPart, g_array_index (self->parts, guint32, index));
}

/**
 * dz_text_locate:
 * @offset: a byte of the text
 * @place: (out): the part it came from and the offset in it
 *
 * Returns: %FALSE if @offset is outside the text or has no place
 */
gboolean
dz_text_locate (DzText  *self,
                gsize    offset,
                DzPlace *place)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (self != NULL && place != NULL, FALSE);

  high = self->marks->len;
  if (high == 0 || offset >= self->len)
    return FALSE;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->marks, Mark, middle).start <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == 0)
    return FALSE;

  *place = place_of (&g_array_index (self->marks, Mark, low - 1));
  place->offset += offset - g_array_index (self->marks, Mark, low - 1).start;

  return TRUE;
}

/**
 * dz_text_get_line:
 *
 * Returns: the line (paragraph) that holds @offset, without its end of line
 */
DzSpan
dz_text_get_line (DzText *self,
                  gsize   offset)
{
  DzSpan line;

  g_return_val_if_fail (self != NULL && offset <= self->len, DZ_SPAN_NONE);

  line.start = offset;
  while (line.start > 0 && self->string[line.start - 1] != '\n')
    line.start--;
  line.end = offset;
  while (line.end < self->len && self->string[line.end] != '\n')
    line.end++;

  return line;
}

/**
 * dz_text_list_recognised:
 *
 * Returns: (transfer full) (element-type DzRecognisedLine): the lines, and cells of table rows, that were seen in a
 *   picture, in the order of the text; none where the file itself has its characters
 */
GArray *
dz_text_list_recognised (DzText *self)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (DzRecognisedLine));

  g_return_val_if_fail (self != NULL, lines);

  for (guint i = 0; i < self->marks->len; i++)
    {
      const Mark *mark = &g_array_index (self->marks, Mark, i);
      const DzPart *part = dz_text_get_part (self, mark->part);
      gsize end = i + 1 < self->marks->len ? (mark + 1)->start : self->len;
      DzRecognisedLine line = { { mark->start, end }, mark->part, part != NULL ? part->confidence : 1 };

      while (line.span.end > line.span.start && strchr (" \t\n", self->string[line.span.end - 1]) != NULL)
        line.span.end--;
      if (line.confidence < 1 && line.span.end > line.span.start)
        g_array_append_val (lines, line);
    }

  return lines;
}

/**
 * dz_text_count_characters:
 *
 * Returns: the number of Unicode code points in @span
 */
gsize
dz_text_count_characters (DzText *self,
                          DzSpan  span)
{
  gsize n = 0;

  g_return_val_if_fail (self != NULL && span.end <= self->len, 0);

  for (gsize i = span.start; i < span.end; i++)
    n += ((guchar) self->string[i] & 0xc0) != 0x80;

  return n;
}

/**
 * dz_text_slice:
 * @span: on UTF-8 boundaries
 *
 * Returns: (transfer full): the characters of @span as a text of their own, which knows the same
 *   parts and places of the file
 */
DzText *
dz_text_slice (DzText *self,
               DzSpan  span)
{
  DzText *slice;
  DzPlace first;

  g_return_val_if_fail (self != NULL && span.start <= span.end, NULL);
  g_return_val_if_fail (span.end <= self->len, NULL);

  slice = dz_text_new ();
  append_bytes (slice, self->string + span.start, span.end - span.start);
  g_array_append_vals (slice->parts, self->parts->data, self->parts->len);
  g_array_append_vals (slice->kinds, self->kinds->data, self->kinds->len);
  if (dz_text_locate (self, span.start, &first))
    add_mark (slice, 0, first);
  for (guint i = 0; i < self->marks->len; i++)
    {
      Mark mark = g_array_index (self->marks, Mark, i);

      if (mark.start <= span.start || mark.start >= span.end)
        continue;
      mark.start -= (guint32) span.start;
      g_array_append_val (slice->marks, mark);
    }

  return slice;
}

/**
 * dz_text_to_variant:
 *
 * The marks and parts of the text, without its characters: what the store
 * keeps beside them. Pair of dz_text_new_from_variant().
 *
 * Returns: (transfer floating): a variant
 */
GVariant *
dz_text_to_variant (DzText *self)
{
  g_autofree MarkBytes *marks = NULL;
  g_autofree PartBytes *parts = NULL;
  GVariant *both[2];

  g_return_val_if_fail (self != NULL, NULL);

  /* all at once: a variant for each of a thousand marks costs more than storing the report */
  marks = g_new0 (MarkBytes, self->marks->len);
  for (guint i = 0; i < self->marks->len; i++)
    {
      const Mark *mark = &g_array_index (self->marks, Mark, i);

      marks[i].start = mark->start;
      marks[i].part = mark->part;
      marks[i].offset = mark->offset;
    }
  parts = g_new0 (PartBytes, self->parts->len);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const DzPart *part = dz_text_get_part (self, i);
      const double numbers[] = { part->x, part->y, part->width, part->height, part->confidence };

      parts[i].kind = part->kind;
      parts[i].level = part->level;
      parts[i].page = part->page;
      memcpy (parts[i].numbers, numbers, sizeof numbers);
    }
  both[0] = g_variant_new_fixed_array (G_VARIANT_TYPE ("(tut)"), marks, self->marks->len,
                                       sizeof (MarkBytes));
  both[1] = g_variant_new_fixed_array (G_VARIANT_TYPE ("(uuuddddd)"), parts, self->parts->len,
                                       sizeof (PartBytes));

  return g_variant_new_tuple (both, G_N_ELEMENTS (both));
}

/* The elements of a fixed size in a member of @both; where the bytes do not fit the type there are none. */
static const char *
get_elements (GVariant *both,
              gsize     member,
              gsize     size,
              gsize    *n)
{
  g_autoptr(GVariant) array = g_variant_get_child_value (both, member);
  const char *elements = g_variant_get_fixed_array (array, n, size);

  *n = MIN (*n, g_variant_n_children (array));

  return elements; /* in the bytes of @both */
}

static void
read_parts (DzText   *self,
            GVariant *both)
{
  gsize n;
  const char *elements = get_elements (both, 1, sizeof (PartBytes), &n);

  for (gsize i = 0; i < n; i++)
    {
      PartBytes bytes;
      DzPart part = { 0 };

      memcpy (&bytes, elements + i * sizeof bytes, sizeof bytes);
      part.kind = bytes.kind <= DZ_PART_NOTE ? bytes.kind : DZ_PART_PARAGRAPH;
      part.level = bytes.level;
      part.page = bytes.page;
      part.x = bytes.numbers[0];
      part.y = bytes.numbers[1];
      part.width = bytes.numbers[2];
      part.height = bytes.numbers[3];
      part.confidence = bytes.numbers[4];
      dz_text_add_part (self, &part);
    }
}

static void
read_marks (DzText   *self,
            GVariant *both)
{
  gsize n, last = 0;
  const char *elements = get_elements (both, 0, sizeof (MarkBytes), &n);

  for (gsize i = 0; i < n; i++)
    {
      MarkBytes bytes;

      memcpy (&bytes, elements + i * sizeof bytes, sizeof bytes);
      if (bytes.start >= self->len || bytes.start < last || bytes.part >= self->parts->len || bytes.offset > G_MAXUINT32)
        continue;
      add_mark (self, bytes.start, (DzPlace){ bytes.part, bytes.offset });
      last = bytes.start;
    }
}

/**
 * dz_text_new_from_variant:
 * @string: the text's characters
 * @variant: (nullable): what dz_text_to_variant() gave
 *
 * Returns: (transfer full): the text; marks that do not fit @string, each other or the parts are
 *   left out
 */
DzText *
dz_text_new_from_variant (const char *string,
                          GVariant   *variant)
{
  DzText *self;

  g_return_val_if_fail (string != NULL, NULL);

  if (variant == NULL || !g_variant_is_of_type (variant, G_VARIANT_TYPE (PARTS_TYPE)))
    return dz_text_new_from_string (string);

  self = dz_text_new ();
  append_bytes (self, string, strlen (string));
  read_parts (self, variant);
  read_marks (self, variant);

  return self;
}

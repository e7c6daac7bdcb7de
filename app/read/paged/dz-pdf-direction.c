/* dz-pdf-direction.c - the characters of a page with writing from right to left, one for each of their places
 *
 * Where a page has such writing, poppler turns each word round for a terminal and sets marks around what it turned; the
 * rectangles of its layout stay in the order of the page. Without this a mark took the place of a character, and what
 * stood last on the page was lost: a notice in Uyghur and Chinese its last lines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-pdf-direction.h"

#include <string.h>

#define LEFT_TO_RIGHT 0x202a /* what follows, up to the end of it, runs so */
#define RIGHT_TO_LEFT 0x202b
#define END_OF_IT 0x202c

/* Hebrew, Arabic and their like, and the forms of letters. */
static gboolean
runs_to_left (gunichar ch)
{
  return (ch >= 0x590 && ch < 0x900) || (ch >= 0xfb1d && ch < 0xfe00) || (ch >= 0xfe70 && ch < 0xff00) ||
         (ch >= 0x10800 && ch < 0x11000) || (ch >= 0x1e800 && ch < 0x1f000);
}

static void
reverse (gunichar *from,
         gunichar *end)
{
  for (; from + 1 < end; from++, end--)
    {
      gunichar kept = *from;

      *from = end[-1];
      end[-1] = kept;
    }
}

/* Words of such writing are read as they are spelt. */
static void
spell_words (gunichar *from,
             gunichar *end)
{
  while (from < end)
    {
      gunichar *word = from;

      while (from < end && runs_to_left (*from))
        from++;
      reverse (word, from);
      if (from < end)
        from++;
    }
}

/* What was turned round as a whole, turned back: parts that run the other way keep their order.
 * Returns: (nullable): where it goes on; NULL: nothing ends it */
static const gunichar *
take_turned (const gunichar *at,
             GArray         *out)
{
  g_autoptr(GArray) turned = g_array_new (FALSE, FALSE, sizeof (gunichar));
  gunichar *chars;

  for (; *at != END_OF_IT; at++)
    {
      guint start = turned->len;

      if (*at == 0 || *at == RIGHT_TO_LEFT)
        return NULL;
      if (*at != LEFT_TO_RIGHT)
        {
          g_array_append_val (turned, *at);
          continue;
        }
      for (at++; *at != END_OF_IT; at++)
        {
          if (*at == 0 || *at == RIGHT_TO_LEFT)
            return NULL;
          g_array_append_val (turned, *at);
        }
      reverse (&g_array_index (turned, gunichar, start), &g_array_index (turned, gunichar, turned->len));
    }
  chars = (gunichar *) (void *) turned->data;
  reverse (chars, chars + turned->len);
  spell_words (chars, chars + turned->len);
  g_array_append_vals (out, chars, turned->len);

  return at + 1;
}

/**
 * dz_pdf_direction_runs_to_left:
 *
 * Returns: whether there is such writing in @text
 */
gboolean
dz_pdf_direction_runs_to_left (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (runs_to_left (g_utf8_get_char (text)))
      return TRUE;

  return FALSE;
}

/**
 * dz_pdf_direction_undo:
 * @text: of a page, as poppler gives it
 *
 * Returns: (transfer full) (nullable): the characters in the order of their rectangles; %NULL where they are so already
 */
char *
dz_pdf_direction_undo (const char *text)
{
  g_autofree gunichar *chars = NULL;
  g_autoptr(GArray) out = NULL;

  if (strstr (text, "\342\200\253") == NULL) /* RIGHT_TO_LEFT */
    return NULL;
  chars = g_utf8_to_ucs4_fast (text, -1, NULL);
  out = g_array_new (FALSE, FALSE, sizeof (gunichar));
  for (const gunichar *at = chars; *at != 0;)
    {
      const gunichar *next = *at == RIGHT_TO_LEFT ? take_turned (at + 1, out) : NULL;

      if (next == NULL)
        g_array_append_val (out, *at++);
      else
        at = next;
    }

  return g_ucs4_to_utf8 ((const gunichar *) (void *) out->data, out->len, NULL, NULL, NULL);
}

/* dz-grams.c - what the second reader sees of a text: its characters, by ones, twos and threes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-grams.h"

#include <math.h>
#include <string.h>

#define LONGEST_CHARACTER 4

static int
compare_grams (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* One character as it is compared: all digits are one, marks are none. */
static guint
put_character (const char *from,
               char       *to)
{
  gunichar c = g_utf8_get_char (from);

  if (!g_unichar_isalnum (c))
    return 0;
  if (g_ascii_isdigit (*from))
    {
      *to = '0';
      return 1;
    }
  if (g_ascii_isalpha (*from))
    {
      *to = g_ascii_tolower (*from);
      return 1;
    }

  return (guint) g_unichar_to_utf8 (c, to);
}

/**
 * dz_grams_new:
 * @span: of @folded
 *
 * Returns: (transfer full) (element-type utf8): every run of one to three characters that no mark
 *   parts, each once, in order of their bytes
 */
GPtrArray *
dz_grams_new (const char *folded,
              DzSpan      span)
{
  g_autoptr(GPtrArray) every = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *grams = g_ptr_array_new_with_free_func (g_free);

  for (const char *p = folded + span.start; p < folded + span.end; p = g_utf8_next_char (p))
    {
      char gram[DZ_GRAM_LONGEST * LONGEST_CHARACTER + 1];
      const char *at = p;
      guint used = 0;

      for (guint n = 0; n < DZ_GRAM_LONGEST && at < folded + span.end; n++)
        {
          guint more = put_character (at, gram + used);

          if (more == 0)
            break;
          used += more;
          at = g_utf8_next_char (at);
          g_ptr_array_add (every, g_strndup (gram, used));
        }
    }
  g_ptr_array_sort (every, compare_grams);
  for (guint i = 0; i < every->len; i++)
    {
      char **here = (char **) &every->pdata[i];

      if (i > 0 && g_str_equal (*here, grams->pdata[grams->len - 1]))
        continue;
      g_ptr_array_add (grams, g_steal_pointer (here));
    }

  return grams;
}

/**
 * dz_grams_weight:
 * @n: number of grams of a text
 *
 * Returns: what each of them counts, so that a long text says no more than a short one
 */
double
dz_grams_weight (guint n)
{
  return 1 / sqrt (MAX (n, 1));
}

/* dz-quotation-marks.c - marks inside marks
 *
 * Set as GB/T 15834 has them: “…‘…’…”, straight ones too. No other character changes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-quotation-marks.h"

#include <string.h>

#define MARK 3 /* bytes of each of the four marks */

static const char *
other_mark (const char *at)
{
  static const char *const pairs[][2] = { { "“", "‘" }, { "”", "’" } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      if (strncmp (at, pairs[i][0], MARK) == 0)
        return pairs[i][1];
      if (strncmp (at, pairs[i][1], MARK) == 0)
        return pairs[i][0];
    }

  return NULL;
}

/**
 * dz_marks_set_straight:
 * @words: of a report
 *
 * Straight marks that come in pairs, every second one closing: those of the keyboard say no more than that.
 *
 * Returns: (transfer full): @words with marks as print has them
 */
char *
dz_marks_set_straight (const char *words)
{
  static const char *const marks[2][2] = { { "“", "”" }, { "‘", "’" } };
  GString *set = g_string_new (NULL);
  guint n = 0, i = 0;
  int depth = 0;

  for (const char *at = strchr (words, '"'); at != NULL; at = strchr (at + 1, '"'))
    n++;
  for (const char *at = words; *at != '\0'; at++)
    {
      depth += (strncmp (at, "“", MARK) == 0) - (strncmp (at, "”", MARK) == 0);
      if (*at == '"' && n % 2 == 0)
        g_string_append (set, marks[depth > 0][i++ % 2]);
      else
        g_string_append_c (set, *at);
    }

  return g_string_free (set, FALSE);
}

/**
 * dz_marks_nest:
 * @words: what will stand between “ and ”
 *
 * Returns: (transfer full): @words with its own marks one step further in
 */
char *
dz_marks_nest (const char *words)
{
  char *nested = dz_marks_set_straight (words);

  /* without marks of the first step an apostrophe is one */
  if (strstr (nested, "“") == NULL && strstr (nested, "”") == NULL)
    return nested;
  for (char *at = nested; *at != '\0'; at = g_utf8_next_char (at))
    {
      const char *other = other_mark (at);

      if (other != NULL)
        memcpy (at, other, MARK);
    }

  return nested;
}

/* “甲”、“乙”: between marks that follow each other GB/T 15834 has no 、; after “甲”（三处） it stays. */
static char *
drop_commas (const char *ordered)
{
  g_autoptr(GString) words = g_string_new (ordered);

  g_string_replace (words, "”、“", "”“", 0);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * dz_marks_order:
 * @sentence: ours, with quotations in it that have marks of their own
 *
 * Returns: (transfer full): the same with the inner marks as inner marks, straight ones too, and no 、 between quotations
 */
char *
dz_marks_order (const char *sentence)
{
  g_autofree char *ordered = dz_marks_set_straight (sentence);
  guint depth = 0;

  for (char *at = ordered; *at != '\0'; at = g_utf8_next_char (at))
    if (strncmp (at, "“", MARK) == 0)
      {
        if (depth++ % 2 == 1)
          memcpy (at, "‘", MARK);
      }
    else if (strncmp (at, "”", MARK) == 0 && depth > 0)
      {
        if (--depth % 2 == 1)
          memcpy (at, "’", MARK);
      }

  return drop_commas (ordered);
}

/* dz-pattern-spread.c - a pattern with gaps inside brackets as plain patterns
 *
 * (学法清单|定期~10学习|轮训) becomes (学法清单|轮训) and 定期~10学习: steps are
 * parted at gaps outside brackets only, so each alternative that has a gap is
 * a pattern of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-pattern-spread.h"

#include "dz-char.h"

#include <string.h>

typedef struct
{
  const char *open;  /* the bracket */
  const char *close;
} Group;

static gboolean
is_gap (const char *at)
{
  return *at == '~' || dz_word_at (at, G_MAXSIZE, 0, "…") > 0;
}

/* The first outermost bracket with a gap somewhere inside. */
static gboolean
find_group (const char *pattern,
            Group      *group)
{
  gboolean gap = FALSE;
  int depth = 0;

  for (const char *at = pattern; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (*at == '(' && depth++ == 0)
        {
          group->open = at;
          gap = FALSE;
        }
      else if (*at == ')' && --depth == 0)
        {
          group->close = at;
          if (gap)
            return TRUE;
        }
      else if (depth > 0 && is_gap (at))
        gap = TRUE;
    }

  return FALSE;
}

static gboolean
has_gap (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (is_gap (at))
      return TRUE;

  return FALSE;
}

/* The alternatives of a group, split at the bars of its own level. */
static GPtrArray *
split_group (const Group *group)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  const char *from = group->open + 1;
  int depth = 0;

  for (const char *at = from; at <= group->close; at = g_utf8_next_char (at))
    {
      depth += *at == '(';
      if ((*at == '|' && depth == 0) || at == group->close)
        {
          g_ptr_array_add (parts, g_strndup (from, (gsize) (at - from)));
          from = at + 1;
        }
      depth -= *at == ')';
    }

  return parts;
}

static void
spread (const char *pattern,
        GPtrArray  *out)
{
  g_autoptr(GString) plain = g_string_new (NULL);
  g_autoptr(GPtrArray) parts = NULL;
  g_autofree char *head = NULL;
  const char *tail;
  Group group = { pattern, pattern };

  if (!find_group (pattern, &group))
    {
      g_ptr_array_add (out, g_strdup (pattern));
      return;
    }
  head = g_strndup (pattern, (gsize) (group.open - pattern));
  tail = group.close + 1;
  parts = split_group (&group);
  if (*tail == '?')
    {
      g_autofree char *without = g_strconcat (head, ++tail, NULL);

      spread (without, out);
    }
  for (guint i = 0; i < parts->len; i++)
    {
      const char *part = g_ptr_array_index (parts, i);

      if (has_gap (part))
        {
          g_autofree char *with = g_strconcat (head, part, tail, NULL);

          spread (with, out);
        }
      else
        g_string_append_printf (plain, "%s%s", plain->len > 0 ? "|" : "", part);
    }
  if (plain->len > 0)
    {
      g_autofree char *with = g_strconcat (head, "(", plain->str, ")", tail, NULL);

      spread (with, out);
    }
}

/**
 * dz_pattern_spread:
 * @pattern: written as told in dz-pattern.h
 *
 * Returns: (transfer full) (element-type utf8): patterns without gaps inside brackets that
 *   together match what @pattern does
 */
GPtrArray *
dz_pattern_spread (const char *pattern)
{
  GPtrArray *out = g_ptr_array_new_with_free_func (g_free);

  spread (pattern, out);

  return out;
}

/* dz-weakness-search.c - what every step of the search for weaknesses asks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-weakness-search.h"

#include <string.h>

/**
 * dz_weaknesses_has_words:
 * @span: of the folded text
 *
 * Returns: whether words of the list @name stand in the span
 */
gboolean
dz_weaknesses_has_words (DzWeaknesses *self,
                         const char   *folded,
                         DzSpan        span,
                         const char   *name)
{
  g_autoptr(GArray) hits = dz_rule_set_find (self->words, folded, span);

  for (guint i = 0; i < hits->len; i++)
    if (g_str_equal (dz_rule_get_word (g_array_index (hits, DzRuleHit, i).rule, "name"), name))
      return TRUE;

  return FALSE;
}

/* 主要表现在：, which says nothing itself. */
gboolean
dz_weaknesses_announces (const char *folded,
                         DzSpan      span)
{
  return span.end >= span.start + 3 && memcmp (folded + span.end - 3, "：", 3) == 0;
}

/* dz-shared-regex.c - a regular expression that several threads match with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-shared-regex.h"

/**
 * dz_shared_regex_new:
 *
 * Makes machine code of @pattern here and now. GLib puts that off to the first match without a lock, and PCRE2 forbids it while
 * another thread uses the expression.
 *
 * Returns: (transfer full) (nullable): the expression; %NULL with @error set
 */
GRegex *
dz_shared_regex_new (const char  *pattern,
                     GError     **error)
{
  GRegex *regex = g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, error);

  if (regex != NULL)
    g_regex_match (regex, "", 0, NULL);

  return regex;
}

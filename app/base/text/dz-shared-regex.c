/* dz-shared-regex.c - a regular expression that several threads match with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-shared-regex.h"

static GRegex *
make (const char         *pattern,
      GRegexCompileFlags  flags,
      GError            **error)
{
  GRegex *regex = g_regex_new (pattern, flags, 0, error);

  if (regex != NULL)
    g_regex_match (regex, "", 0, NULL);

  return regex;
}

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
  return make (pattern, G_REGEX_OPTIMIZE, error);
}

/**
 * dz_shared_regex_new_anchored:
 *
 * As dz_shared_regex_new(), for one that matches where it is tried and is not searched for.
 */
GRegex *
dz_shared_regex_new_anchored (const char  *pattern,
                              GError     **error)
{
  return make (pattern, G_REGEX_OPTIMIZE | G_REGEX_ANCHORED, error);
}

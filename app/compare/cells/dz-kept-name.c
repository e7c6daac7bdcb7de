/* dz-kept-name.c - the names of bodies among the words of what a person kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-kept-name.h"

/**
 * dz_kept_name_new:
 * @name: in UTF-8
 *
 * Returns: (transfer full): the name without blanks, control characters and signs of ASCII that may part it from others;
 *   most names are what they were
 */
char *
dz_kept_name_new (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  return g_uri_escape_string (name, NULL, TRUE);
}

/**
 * dz_kept_name_dup:
 * @kept: as dz_kept_name_new() gave it, or the name itself, which was kept once
 *
 * Returns: (transfer full): the name
 */
char *
dz_kept_name_dup (const char *kept)
{
  char *name;

  g_return_val_if_fail (kept != NULL, NULL);

  name = g_uri_unescape_string (kept, NULL);
  if (name != NULL && g_utf8_validate (name, -1, NULL))
    return name;
  g_free (name);

  return g_strdup (kept);
}

/**
 * dz_body_dup_kept:
 * @self: (nullable): no body
 *
 * Returns: (transfer full): its name as it is kept, "" for none
 */
char *
dz_body_dup_kept (const DzBody *self)
{
  return self != NULL && self->name != NULL ? dz_kept_name_new (self->name) : g_strdup ("");
}

/**
 * dz_review_body_kept:
 * @kept: as dz_body_dup_kept() gave it, or a bare name
 *
 * Returns: (transfer none) (nullable): the body
 */
const DzBody *
dz_review_body_kept (DzReview   *self,
                     const char *kept)
{
  g_autofree char *name = NULL;
  const DzBody *body;

  g_return_val_if_fail (self != NULL && kept != NULL, NULL);

  name = dz_kept_name_dup (kept);
  body = dz_review_body_named (self, name);

  return body != NULL ? body : dz_review_body_named (self, kept);
}

/* dz-decision.c - what a person decided about a body
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-decision.h"

/**
 * dz_decision_new:
 * @note: (nullable)
 *
 * Returns: (transfer full): what a person decided
 */
DzDecision *
dz_decision_new (const char *kind,
                 gint64      body_id,
                 int         year,
                 const char *key,
                 const char *value,
                 const char *note)
{
  DzDecision *self = g_new0 (DzDecision, 1);

  self->kind = g_intern_string (kind);
  self->body_id = body_id;
  self->year = year;
  self->key = g_strdup (key);
  self->value = g_strdup (value);
  self->note = g_strdup (note);

  return self;
}

void
dz_decision_free (DzDecision *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_free (self->value);
  g_free (self->note);
  g_free (self);
}

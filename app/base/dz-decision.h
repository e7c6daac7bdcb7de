/* dz-decision.h - what a person decided about a body
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DzDecision: what a person decided about a body that no single row of a report holds
 * @kind: interned: "destination" (what became of a code), "plan-done" (an act of last year's plan),
 *   "check" (a finding for a body without a report), "second" (a second person's code of a sentence)
 * @key: the code, the act's own words, the check's id
 * @value: a word of that kind; of a plan's act "done", "partly" or "not"
 */
typedef struct
{
  const char *kind;
  gint64 body_id;
  int year;
  char *key;
  char *value;
  char *note; /* (nullable) */
} DzDecision;

DzDecision *dz_decision_new  (const char *kind,
                              gint64      body_id,
                              int         year,
                              const char *key,
                              const char *value,
                              const char *note);
void        dz_decision_free (DzDecision *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzDecision, dz_decision_free)

G_END_DECLS

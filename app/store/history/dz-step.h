/* dz-step.h - a step of the journal in words a person understands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-store.h"

G_BEGIN_DECLS

/**
 * DzStep: what one undo takes back
 * @verb: interned, as in #DzLogEntry
 * @whole: more than one decision about one thing: an import, the roster, the county's settings, a
 *   reading anew
 * @texts: reports came, went or got another text, so what they share has to be looked for again
 * @name: "Correction: 青禾镇, disputes mediated 4 → 9", in the user's language
 * @at: "YYYY-MM-DD HH:MM", local time
 */
typedef struct
{
  gint64 id;
  const char *verb;
  gboolean whole;
  gboolean texts;
  char *name;
  char *at;
  char *who;
} DzStep;

void        dz_step_free         (DzStep       *self);
DzStep     *dz_store_dup_step    (DzStore      *self,
                                  DzCodebook   *codebook,
                                  gboolean      undo,
                                  GError      **error);
const char *dz_step_verb_name    (const char   *verb);

guint       dz_store_count_import (DzStore     *self,
                                   guint        run,
                                   guint       *n_later,
                                   GError     **error);
gboolean    dz_store_take_back   (DzStore      *self,
                                  guint         run,
                                  GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzStep, dz_step_free)

G_END_DECLS

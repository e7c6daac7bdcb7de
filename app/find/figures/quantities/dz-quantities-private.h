/* dz-quantities-private.h - a text whose numbers are looked for, and where in it the search stands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-quantities.h"

#include "dz-char.h"

G_BEGIN_DECLS

typedef struct
{
  DzFigureRules *rules;
  const char *text;
  gsize len;
  gsize paragraph;   /* start of the current paragraph */
  gsize quote_end;   /* end of the quotation or title we are in, 0: none */
  gsize glued;       /* where a number begins that an outline number is glued to */
  gboolean in_title;
} DzScan;

static inline gboolean
dz_scan_has (const DzScan *scan,
             gsize         at,
             const char   *word)
{
  return dz_word_at (scan->text, scan->len, at, word) > 0;
}

static inline gboolean
dz_scan_has_before (const DzScan *scan,
                    gsize         at,
                    const char   *word)
{
  return dz_word_ends (scan->text, 0, at, word) > 0;
}

static inline gboolean
dz_scan_has_any (const DzScan      *scan,
                 gsize              at,
                 const char *const *words)
{
  for (; *words != NULL; words++)
    if (dz_scan_has (scan, at, *words))
      return TRUE;

  return FALSE;
}

void dz_quantity_take_unit (const DzScan *scan,
                            DzQuantity   *quantity);

G_END_DECLS

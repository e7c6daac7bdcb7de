/* dz-briefing-rows.c - which bodies have a row in the tables of numbers, and what parts the rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-briefing-rows.h"

#define MOST_KINDS 6 /* times one kind follows another */
#define MOST_EMPTY_ROWS 8

static gboolean
is_other_kind (const DzBody *body,
               const DzBody *last)
{
  return g_strcmp0 (dz_body_kind_group (body->kind), dz_body_kind_group (last->kind)) != 0;
}

/**
 * dz_briefing_parts_kinds:
 *
 * A line between kinds of bodies helps where the roster has them one kind after another; where they come mixed there
 * would be lines all over the table, and every fifth row has one instead.
 *
 * Returns: whether lines of a table of numbers part the kinds
 */
gboolean
dz_briefing_parts_kinds (DzBriefing *self)
{
  guint n = 0;

  for (guint i = 1; i < self->review->bodies->len; i++)
    n += is_other_kind (g_ptr_array_index (self->review->bodies, i), g_ptr_array_index (self->review->bodies, i - 1));

  return n <= MOST_KINDS;
}

/**
 * dz_briefing_rule_before:
 * @last: (nullable): whose row stands before
 * @parts_kinds: see dz_briefing_parts_kinds()
 */
DzTableRule
dz_briefing_rule_before (const DzTableBlock *block,
                         const DzBody       *body,
                         const DzBody       *last,
                         gboolean            parts_kinds)
{
  if (last == NULL)
    return DZ_RULE_NONE;
  if (!parts_kinds)
    return block->rows->len % 5 == 0 ? DZ_RULE_GREY : DZ_RULE_NONE;

  return is_other_kind (body, last) ? DZ_RULE_HAIR : DZ_RULE_NONE;
}

/**
 * dz_briefing_rows_left_out:
 * @bodies: who has nothing to stand in a row of a table of numbers
 *
 * A few of them stand there all the same, and say so. Where they are many, a row of 无报告 in every block would be a
 * quarter of the pages: the note tells once who they are.
 *
 * Returns: whether they are left out
 */
gboolean
dz_briefing_rows_left_out (GPtrArray *bodies)
{
  return bodies->len > MOST_EMPTY_ROWS;
}

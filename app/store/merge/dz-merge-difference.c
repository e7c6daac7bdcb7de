/* dz-merge-difference.c - where one row of two reviews says different things
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-merge-private.h"

static gboolean
is_same_cell (DzSqlValue a,
              DzSqlValue b)
{
  if (a.type != b.type)
    return FALSE;
  if (a.type == SQLITE_TEXT)
    return g_str_equal (a.text, b.text);

  return a.type == SQLITE_FLOAT ? a.real == b.real : a.integer == b.integer;
}

/* Calls @func for each column of the pair that differs, until it gives %FALSE. */
gboolean
dz_merge_each_difference (DzMerge           *self,
                          const DzMergePair *pair,
                          DzDifferenceFunc   func,
                          gpointer           user_data)
{
  gboolean ok = TRUE;

  for (const DzField *field = pair->table->fields; ok && field->type != DZ_FIELD_END; field++)
    {
      g_autofree char *own_scratch = NULL;
      g_autofree char *their_scratch = NULL;
      DzSqlValue own, theirs;

      if (!g_strv_contains (pair->columns, field->column))
        continue;
      own = dz_field_get (field, pair->own, &own_scratch);
      theirs = dz_field_get (field, pair->theirs, &their_scratch);
      if (!is_same_cell (own, theirs))
        ok = func (self, pair, field, own, theirs, user_data);
    }

  return ok;
}

/* dz-briefing-rewording.c - what a person wrote in place of a sentence of the briefing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-briefing-rewording.h"

#include "dz-briefing-private.h"
#include "dz-rewording.h"

static char *
mask_cb (gpointer    self,
         const char *words)
{
  return dz_briefing_mask (self, words, FALSE);
}

/**
 * dz_briefing_dup_worded:
 * @sentence: ours, as it would be printed
 * @key: its stable name
 *
 * Returns: (transfer full) (nullable): what a person wrote in its place
 */
char *
dz_briefing_dup_worded (DzBriefing *self,
                        const char *sentence,
                        const char *key)
{
  gboolean other;
  g_autofree char *words = dz_rewording_find (self->options->overrides, key, sentence, mask_cb, self, &other);

  if (other)
    g_hash_table_add (self->unused, g_strdup (key));
  else
    g_hash_table_remove (self->unused, key);

  return words != NULL ? dz_briefing_mask (self, words, FALSE) : NULL;
}

/* dz-merge-second.c - a report that comes to stand beside another of the same body, year and kind
 *
 * A newer draft, or the same report typed anew: no rule says which of the two holds. Both are in the
 * review, and the new one goes on the list of the last import as a file does that has an older version.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-import-record.h"
#include "dz-merge-private.h"

static gboolean
add_record (DzMerge *self,
            gint64   older)
{
  const DzReport *own = self->own;
  g_autoptr(DzImportRecord) record = dz_import_record_new (dz_source_copy (own->source));

  if (self->run == 0)
    self->run = dz_store_next_import (self->store);
  record->run = self->run;
  record->position = self->merged->second->len;
  record->outcome = DZ_OUTCOME_OLDER;
  record->report_id = own->id;
  record->older_id = older;
  record->body_id = own->body_id;
  record->township = g_strdup (own->identity.township);
  record->year = own->identity.year;
  record->kind = own->identity.kind;
  record->confidence = 1;
  for (guint i = 0; i < own->figures->len; i++)
    record->n_figures += dz_figure_counts (&g_array_index (own->figures, DzFigure, i));
  for (guint i = 0; i < own->weaknesses->len; i++)
    record->n_weaknesses += dz_weakness_counts (&g_array_index (own->weaknesses, DzWeakness, i));

  return dz_store_add_record (self->store, record, self->error);
}

/**
 * dz_merge_second:
 *
 * Where @self->own, just added, is the second of its body, year and kind, that is told and listed. What
 * was said there of its identity was said without knowing the other: a person is asked again. Two that
 * both came from there, and of which somebody said there that both are to stay, stay.
 */
gboolean
dz_merge_second (DzMerge *self)
{
  const DzReport *own = self->own;
  const DzIdentity *identity = &own->identity;
  gint64 older = dz_store_find_older (self->store, own->body_id, identity->year, identity->kind, own->id);

  if (older == 0 || (own->guess_confirmed && older > self->last_own))
    return TRUE;
  g_ptr_array_add (self->merged->second,
                   g_strdup_printf ("%s %d", identity->township != NULL ? identity->township : "?", identity->year));

  return add_record (self, older) &&
         (!own->guess_confirmed || dz_store_set_identity (self->store, own->id, own->body_id, identity->year,
                                                          identity->kind, FALSE, self->error));
}

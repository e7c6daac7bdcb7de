/* dz-session-ledger.c - what a person says of the problems of the ledger
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-session-private.h"

#include "dz-session-ledger.h"

#include <glib/gi18n-lib.h>

/**
 * dz_session_set_ledger_entry:
 * @entry: with what the person says
 * @was: as it was shown
 */
gboolean
dz_session_set_ledger_entry (DzSession           *self,
                             const DzLedgerEntry *entry,
                             const DzLedgerEntry *was)
{
  g_autoptr(GError) error = NULL;

  g_return_val_if_fail (DZ_IS_SESSION (self), FALSE);

  return dz_session_finish_change (self, dz_store_set_ledger_entry (self->store, entry, was, &error), &error, "ledger", 0,
                                   entry->state != was->state ? dz_ledger_state_get_name (entry->state) : _("Noted"));
}

/**
 * dz_session_drop_ledger_entry:
 *
 * Takes a problem off the ledger.
 */
gboolean
dz_session_drop_ledger_entry (DzSession *self,
                              gint64     entry_id)
{
  g_autoptr(GError) error = NULL;

  g_return_val_if_fail (DZ_IS_SESSION (self), FALSE);

  return dz_session_finish_change (self, dz_store_drop_ledger_entry (self->store, entry_id, &error), &error, "ledger", 0,
                                   _("Taken off the ledger"));
}

/**
 * dz_session_add_ledger:
 * @entries: (element-type DzLedgerEntry): weaknesses bodies declare themselves
 */
gboolean
dz_session_add_ledger (DzSession *self,
                       GPtrArray *entries)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *told = NULL;

  g_return_val_if_fail (DZ_IS_SESSION (self), FALSE);

  told = g_strdup_printf (ngettext ("%u problem put on the ledger", "%u problems put on the ledger", entries->len),
                          entries->len);

  return dz_session_finish_change (self, dz_store_add_ledger (self->store, entries, NULL, &error), &error, "ledger", 0, told);
}

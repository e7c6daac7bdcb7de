/* dz-broken.c - what of a review is not as it was written, looked at when it is loaded or later, and told
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-broken.h"

#include "dz-error.h"
#include "dz-seal.h"

#include <glib/gi18n-lib.h>

/* A part that is not as it was written. */
typedef struct
{
  DzSeal kind;
  gint64 row;
} Broken;

static gboolean
report_holds (DzStore *self,
              gint64   report,
              gint64   version)
{
  return dz_seal_holds (self, DZ_SEAL_REPORT, report) && dz_seal_holds (self, DZ_SEAL_VERSION, version);
}

/* For dz_store_load(): of a report that was loaded. */
void
dz_broken_check_report (DzStore *self,
                        gint64   report,
                        gint64   version)
{
  if (self->seals_due)
    return;
  if (report_holds (self, report, version))
    g_hash_table_remove (self->broken_reports, &report);
  else
    g_hash_table_add (self->broken_reports, g_memdup2 (&report, sizeof report));
}

/* For dz_store_load(): of what was loaded as a whole. */
void
dz_broken_check_tables (DzStore *self)
{
  for (guint i = DZ_SEAL_COUNTY; !self->seals_due && i < DZ_N_SEALS; i++)
    self->broken_tables[i] = !dz_seal_holds (self, i, 0);
}

/**
 * dz_store_put_off_seals:
 *
 * dz_store_load() does not look at the checksums, a quarter of its work: who calls this has dz_store_list_broken() look at them
 * soon, in another thread, and hands on what it finds. Whoever writes before that waits until they were looked at.
 */
void
dz_store_put_off_seals (DzStore *self)
{
  g_return_if_fail (DZ_IS_STORE (self));

  self->seals_due = TRUE;
}

/* (element-type gint64) (nullable): id and version in turn; %NULL where they cannot be read */
static GArray *
list_live_reports (DzStore *self)
{
  sqlite3_stmt *statement = dz_db_query (self->db, NULL, "SELECT id, version FROM report WHERE live = 1", DZ_NO_CELLS);
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (statement == NULL)
    return NULL;
  while (dz_db_next (statement))
    {
      gint64 row[2] = { sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 1) };

      g_array_append_vals (rows, row, 2);
    }

  return dz_db_done (self->db, statement, NULL) ? g_steal_pointer (&rows) : NULL;
}

/**
 * dz_store_list_broken:
 * @cancellable: (nullable)
 *
 * Holds all that dz_store_load() loads against its checksums, as it is at one moment.
 *
 * Returns: (transfer full) (nullable): for dz_store_take_broken() of another handle on the same file; %NULL: it was stopped,
 *   or the file cannot be read
 */
GArray *
dz_store_list_broken (DzStore      *self,
                      GCancellable *cancellable)
{
  g_autoptr(GArray) rows = NULL;
  g_autoptr(GArray) broken = g_array_new (FALSE, TRUE, sizeof (Broken));
  gboolean stopped;

  g_return_val_if_fail (DZ_IS_STORE (self), NULL);

  if (self->depth > 0 || !dz_db_script (self->db, "BEGIN", NULL))
    return NULL;
  rows = list_live_reports (self);
  stopped = rows == NULL;
  for (guint i = 0; !stopped && i < rows->len; i += 2)
    {
      Broken part = { DZ_SEAL_REPORT, g_array_index (rows, gint64, i) };

      if (!report_holds (self, part.row, g_array_index (rows, gint64, i + 1)))
        g_array_append_val (broken, part);
      stopped = g_cancellable_is_cancelled (cancellable);
    }
  for (guint i = DZ_SEAL_COUNTY; !stopped && i < DZ_N_SEALS; i++)
    if (!dz_seal_holds (self, i, 0))
      g_array_append_val (broken, ((Broken) { i, 0 }));
  dz_db_script (self->db, "COMMIT", NULL);
  /* a change made meanwhile had to wait for us with going into the file */
  dz_db_settle (self->db);

  return stopped ? NULL : g_steal_pointer (&broken);
}

/**
 * dz_store_take_broken:
 * @broken: (nullable): what dz_store_list_broken() of another handle found; %NULL: it is looked for here and now
 *
 * Ends what dz_store_put_off_seals() began; does nothing where it is over already.
 *
 * Returns: whether dz_store_describe_untrue() has something new to tell
 */
gboolean
dz_store_take_broken (DzStore *self,
                      GArray  *broken)
{
  g_autoptr(GArray) found = NULL;

  g_return_val_if_fail (DZ_IS_STORE (self), FALSE);

  if (!self->seals_due)
    return FALSE;
  if (broken == NULL)
    broken = found = dz_store_list_broken (self, NULL);
  if (broken == NULL)
    return FALSE;
  self->seals_due = FALSE;
  for (guint i = 0; i < broken->len; i++)
    {
      const Broken *part = &g_array_index (broken, Broken, i);

      if (part->kind == DZ_SEAL_REPORT)
        g_hash_table_add (self->broken_reports, g_memdup2 (&part->row, sizeof part->row));
      else
        self->broken_tables[part->kind] = TRUE;
    }

  return broken->len > 0;
}

/* ---- what is told ---- */

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return one < other ? -1 : one > other;
}

static void
append_broken_reports (DzStore *self,
                       GString *list)
{
  g_autoptr(GList) ids = g_list_sort (g_hash_table_get_keys (self->broken_reports), compare_ids);

  for (GList *l = ids; l != NULL; l = l->next)
    {
      g_autofree char *name = dz_store_dup_report_name (self, *(gint64 *) l->data);

      g_string_append_printf (list, "%s%s", list->len > 0 ? _(", ") : "", name);
    }
}

/* What is not as it was written: (nullable). */
static char *
describe_broken (DzStore *self)
{
  static const char *const names[DZ_N_SEALS] = {
    [DZ_SEAL_COUNTY] = N_("settings"),   [DZ_SEAL_BODY] = N_("roster"),
    [DZ_SEAL_DECISION] = N_("decisions"), [DZ_SEAL_OVERLAP] = N_("overlaps"),
    [DZ_SEAL_TABLE] = N_("the county's tables"), [DZ_SEAL_LEDGER] = N_("ledger"),
    [DZ_SEAL_SCORES] = N_("score sheets"),
    [DZ_SEAL_IMPORT] = N_("list of imported files"),
  };
  g_autoptr(GString) list = g_string_new (NULL);

  append_broken_reports (self, list);
  for (guint i = DZ_SEAL_COUNTY; i < DZ_N_SEALS; i++)
    if (self->broken_tables[i])
      g_string_append_printf (list, "%s%s", list->len > 0 ? _(", ") : "", _(names[i]));
  if (list->len == 0)
    return NULL;

  return g_strdup_printf (_("Not as it was kept: %s. The disk or another program changed it;"
                            " compare it with a backup."), list->str);
}

/**
 * dz_store_describe_untrue:
 *
 * Returns: (transfer full) (nullable): after dz_store_load(): sentences in the user's language that
 *   say what of the file cannot be true and was left out, and what is not as it was written; %NULL:
 *   nothing
 */
char *
dz_store_describe_untrue (DzStore *self)
{
  DzUntrue all;
  GHashTableIter iter;
  gpointer value;
  g_autofree char *untrue = NULL;
  g_autofree char *broken = NULL;

  g_return_val_if_fail (DZ_IS_STORE (self), NULL);

  all = self->untrue;
  g_hash_table_iter_init (&iter, self->untrue_reports);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    dz_untrue_add (&all, value);
  untrue = dz_untrue_describe (&all);
  broken = describe_broken (self);
  if (untrue == NULL || broken == NULL)
    return untrue != NULL ? g_steal_pointer (&untrue) : g_steal_pointer (&broken);

  return g_strdup_printf (_("%s %s"), untrue, broken);
}

/**
 * dz_store_dup_report_name:
 *
 * Returns: (transfer full): what a report is called where it is told of: body and year
 */
char *
dz_store_dup_report_name (DzStore *self,
                          gint64   report_id)
{
  sqlite3_stmt *statement =
    dz_db_query (self->db, NULL,
                 "SELECT ifnull(b.name, v.township), r.year FROM report r LEFT JOIN body b ON b.id ="
                 " r.body LEFT JOIN version v ON v.id = r.version WHERE r.id = ?",
                 DZ_CELLS (dz_int (report_id)));
  char *name = NULL;

  if (statement == NULL)
    return g_strdup ("?");
  if (dz_db_next (statement))
    {
      g_autofree char *body = dz_db_dup_text (statement, 0);

      name = g_strdup_printf ("%s %d", body != NULL ? body : "?", sqlite3_column_int (statement, 1));
    }
  dz_db_done (self->db, statement, NULL);

  return name != NULL ? name : g_strdup ("?");
}

/* Before something is written: with it go new sums, and a bit that had turned would be right for ever. */
gboolean
dz_broken_catch_up (DzStore *self,
                  GError **error)
{
  g_autofree char *words = NULL;

  if (!dz_store_take_broken (self, NULL))
    return TRUE;
  words = dz_store_describe_untrue (self);
  g_set_error (error, DZ_ERROR, DZ_ERROR_BROKEN, _("%s %s"), words, _("Look at it first, then do it again."));

  return FALSE;
}

/* dz-store-private.h - one change of a review: transaction, step, journal
 *
 * Every public setter is dz_store_enter(), journaled writes, dz_store_leave().
 * They nest: the outermost commits or, if anything failed, rolls all back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-rows.h"
#include "dz-store.h"
#include "dz-untrue.h"

G_BEGIN_DECLS

/* What has a checksum of its own (dz-seal.h). */
typedef enum
{
  DZ_SEAL_REPORT,  /* what is said and decided about it */
  DZ_SEAL_VERSION, /* its text and what was read in it for good */
  DZ_SEAL_STEP,    /* of the journal, with its changes */
  DZ_SEAL_COUNTY,
  DZ_SEAL_BODY,
  DZ_SEAL_DECISION,
  DZ_SEAL_OVERLAP,
  DZ_SEAL_TABLE,   /* the county's own */
  DZ_SEAL_LEDGER,
  DZ_SEAL_SCORES,  /* sheets, heads and points */
  DZ_SEAL_IMPORT,
  DZ_N_SEALS
} DzSeal;

/* Whether somebody gave a roster: kept beside the settings. */
#define DZ_ROSTER_KEY "roster_given"

struct _DzStore
{
  GObject parent_instance;

  DzDb *db;
  GThread *owner;
  guint depth;         /* of nested enters */
  GSource *settling;   /* (nullable): what was kept is brought into the file itself when it fires */
  gboolean failed;     /* something inside failed: roll back */
  gboolean changed;    /* something inside was written */
  gint64 last_known_step; /* the last there was when the review was opened: what others do is later */
  gint64 step;         /* of this transaction; 0 until the first journaled change */
  const char *verb;    /* of this transaction */
  const char *group;   /* (nullable): verb of the open step that spans transactions */
  gint64 group_step;   /* its number; 0 until a transaction of it is committed */
  GHashTable *name_keys; /* a body's name -> what it is found by; folding costs more than a look-up */
  GHashTable *bodies;    /* row -> BodyKey of the live roster, NULL until it is asked for */
  GArray *stale_bodies;  /* gint64, rows of the roster written since */
  gint64 data_version;   /* of the file when the roster was read */
  gint64 loaded_version; /* of the file when dz_store_load() read it */
  DzText *digested;      /* (nullable): the text whose digest was made last */
  char *digest;          /* of it */
  DzUntrue untrue;       /* left out of the last snapshot, its reports aside */
  GHashTable *untrue_reports; /* gint64 report -> DzUntrue, of those something was left out of */
  GHashTable *unsealed[DZ_N_SEALS]; /* gint64: written by this transaction */
  GHashTable *late[DZ_N_SEALS];     /* gint64: of the open step, to be summed up at its end */
  GHashTable *broken_reports; /* gint64: loaded, and not as they were written */
  gboolean broken_tables[DZ_N_SEALS]; /* the same of what was loaded as a whole */
  gboolean seals_due;    /* what was loaded is still to be held against its checksums */
};

gboolean dz_store_enter   (DzStore      *self,
                           const char   *verb,
                           GError      **error);
gboolean dz_store_leave   (DzStore      *self,
                           gboolean      ok,
                           GError      **error);
gboolean dz_journal_knows (const char   *table,
                           const char   *column);
void     dz_step_remember (DzStore      *self);
gboolean dz_step_is_own   (DzStore      *self,
                           gint64        step,
                           gboolean      same_person);
gint64   dz_journal_find_step (DzStore  *self,
                               gboolean  undo,
                               GError  **error);
gboolean dz_journal_write (DzStore      *self,
                           const char   *table,
                           gint64        row,
                           const char   *column,
                           gint64        report_id,
                           DzSqlValue    value,
                           GError      **error);
gboolean dz_journal_add_row   (DzStore       *self,
                               const DzTable *table,
                               gconstpointer  value,
                               gint64        *id,
                               GError       **error);
gboolean dz_journal_write_row (DzStore       *self,
                               const DzTable *table,
                               gint64         row,
                               gint64         report_id,
                               gconstpointer  value,
                               gconstpointer  was,
                               GError       **error);
gboolean dz_journal_ensure_step (DzStore      *self,
                                 GError      **error);
gint64   dz_store_find_finding  (DzStore      *self,
                                 gint64        report_id,
                                 const char   *check_id);
gboolean dz_store_write_county (DzStore        *self,
                                const DzCounty *county,
                                const DzCounty *was,
                                gboolean        journaled,
                                GError        **error);
DzCounty *dz_store_read_county (DzStore  *self,
                                DzUntrue *untrue,
                                GError  **error);
gint64   dz_store_find_named    (DzStore    *self,
                                 const char *name);
gboolean dz_store_is_listed     (DzStore  *self,
                                 gint64    body_id);
gboolean dz_store_read_decisions (DzStore    *self,
                                  GPtrArray  *decisions,
                                  DzUntrue   *untrue,
                                  GError    **error);
gboolean dz_store_read_tables   (DzStore    *self,
                                 GPtrArray  *tables,
                                 DzUntrue   *untrue,
                                 GError    **error);
gboolean dz_store_read_ledger   (DzStore    *self,
                                 GPtrArray  *ledger,
                                 DzUntrue   *untrue,
                                 GError    **error);
gboolean dz_store_read_scores   (DzStore    *self,
                                 GPtrArray  *sheets,
                                 DzUntrue   *untrue,
                                 GError    **error);
char    *dz_store_dup_report_name (DzStore *self,
                                   gint64   report_id);
gint64   dz_store_insert_version (DzStore   *self,
                                  gint64     report_id,
                                  DzReport  *report,
                                  GPtrArray *unplaced,
                                  GError   **error);
gboolean dz_store_finish_insert (DzStore      *self,
                                 sqlite3_stmt *statement,
                                 GError      **error);
const char *dz_store_digest_words (DzStore   *self,
                                   DzText    *text);
void     dz_store_body_written  (DzStore      *self,
                                 gint64        row);
void     dz_store_forget_bodies (DzStore      *self);
void     dz_carry_corrections (DzReport  *older,
                               DzReport  *newer,
                               GPtrArray *unplaced);

G_END_DECLS

/* dz-store.h - a review file: one SQLite database, NAME.duizhao
 *
 * One handle belongs to the thread that opened it (asserted); each thread
 * opens its own, WAL lets them read and write side by side. What is read comes
 * out as an immutable DzReview; a change goes in through a setter, is journaled
 * (dz-journal.h), and a new snapshot is loaded, which shares the reports that
 * did not change. Every setter is one transaction: TRUE once it is on disk.
 * A file renamed, removed or replaced while it is open refuses every change
 * with DZ_ERROR_MOVED; it can still be read and copied elsewhere.
 *
 * A report keeps its id for life. Its text and reading are versions: replacing
 * the file or reading it anew makes a new version and carries the analyst's
 * work over; undo goes back to the old one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-review.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define DZ_REVIEW_EXTENSION ".duizhao"

/**
 * DzStore:
 *
 * Signal "changed" (no arguments): emitted in the handle's own thread after a change through this
 * handle, undo and redo included. Changes by other handles are not told.
 */
#define DZ_TYPE_STORE (dz_store_get_type ())
G_DECLARE_FINAL_TYPE (DzStore, dz_store, DZ, STORE, GObject)

/**
 * DzUnplaced: work of the analyst that found no place in a newer text of the report
 * @is_weakness: else a figure
 * @name: (nullable): interned id of the indicator or code
 * @value: of a figure
 * @quote: the words it stood on
 */
typedef struct
{
  gint64 id;
  gint64 report_id;
  gboolean is_weakness;
  const char *name;
  double value;
  DzState state;
  char *quote;
} DzUnplaced;

/* @done pages of @total are copied */
typedef void (*DzCopyProgress) (guint    done,
                                guint    total,
                                gpointer user_data);

DzStore    *dz_store_create          (const char       *path,
                                      GError          **error);
DzStore    *dz_store_open_or_create  (const char       *path,
                                      GError          **error);
DzStore    *dz_store_open            (const char       *path,
                                      GError          **error);
const char *dz_store_get_path        (DzStore          *self);
gboolean    dz_store_has_moved       (DzStore          *self);
gboolean    dz_store_check_place     (DzStore          *self,
                                      GError          **error);
gboolean    dz_store_save_copy       (DzStore          *self,
                                      const char       *path,
                                      DzCopyProgress    progress,
                                      gpointer          progress_data,
                                      GCancellable     *cancellable,
                                      GError          **error);
gboolean    dz_store_is_read_only    (DzStore          *self);
gint64      dz_store_get_mark        (DzStore          *self);
gint64      dz_store_get_step        (DzStore          *self);
gboolean    dz_store_is_stale        (DzStore          *self);
gint64      dz_store_get_version     (DzStore          *self);
void        dz_store_set_seen        (DzStore          *self,
                                      gint64            version);

/* several changes as one transaction; every one of dz_store_hold() that gave TRUE is released */
gboolean    dz_store_hold            (DzStore          *self,
                                      const char       *verb,
                                      GError          **error);
gboolean    dz_store_release         (DzStore          *self,
                                      gboolean          ok,
                                      GError          **error);

/* reading */
DzReview   *dz_store_load            (DzStore          *self,
                                      DzReview         *previous,
                                      GError          **error);
GArray     *dz_store_list_years      (DzStore          *self,
                                      GError          **error);
DzReview   *dz_store_load_texts      (DzStore          *self,
                                      int               first_year,
                                      int               last_year,
                                      GError          **error);
char       *dz_store_describe_untrue (DzStore          *self);
void        dz_store_put_off_seals   (DzStore          *self);
GArray     *dz_store_list_broken     (DzStore          *self,
                                      GCancellable     *cancellable);
gboolean    dz_store_take_broken     (DzStore          *self,
                                      GArray           *broken);
DzReport   *dz_store_load_report     (DzStore          *self,
                                      gint64            report_id,
                                      GError          **error);
gint64      dz_store_find_same       (DzStore          *self,
                                      DzReport         *report);
gint64      dz_store_find_older      (DzStore          *self,
                                      gint64            body_id,
                                      int               year,
                                      DzReportKind      kind,
                                      gint64            except_id);
gint64      dz_store_find_body       (DzStore          *self,
                                      const char       *township);
gboolean    dz_store_has_roster      (DzStore          *self);
DzCounty   *dz_store_dup_county      (DzStore          *self,
                                      GError          **error);
GPtrArray  *dz_store_list_bodies     (DzStore          *self,
                                      GError          **error);
guint       dz_store_count_reports   (DzStore          *self);
char       *dz_store_dup_common_county (DzStore        *self);
char       *dz_store_dup_counties    (DzStore          *self);
guint       dz_store_count_bodies    (DzStore          *self);
GPtrArray  *dz_store_list_unplaced   (DzStore          *self,
                                      gint64            report_id);
void        dz_unplaced_free         (DzUnplaced       *unplaced);

/* reports */
gint64      dz_store_add_report      (DzStore          *self,
                                      DzReport         *report,
                                      GError          **error);
gboolean    dz_store_replace_report  (DzStore          *self,
                                      gint64            report_id,
                                      DzReport         *newer,
                                      guint            *n_unplaced,
                                      GError          **error);
gboolean    dz_store_supersede       (DzStore          *self,
                                      gint64            report_id,
                                      gint64            newer_id,
                                      guint            *n_unplaced,
                                      GError          **error);
gboolean    dz_store_remove_report   (DzStore          *self,
                                      gint64            report_id,
                                      GError          **error);
gboolean    dz_store_set_identity    (DzStore          *self,
                                      gint64            report_id,
                                      gint64            body_id,
                                      int               year,
                                      DzReportKind      kind,
                                      gboolean          confirmed,
                                      GError          **error);
gboolean    dz_store_set_reviewing   (DzStore          *self,
                                      gint64            report_id,
                                      DzReviewing       reviewing,
                                      GError          **error);
gboolean    dz_store_set_note        (DzStore          *self,
                                      gint64            report_id,
                                      const char       *note,
                                      GError          **error);
gboolean    dz_store_set_received    (DzStore          *self,
                                      gint64            report_id,
                                      const char       *date,
                                      GError          **error);
gboolean    dz_store_set_published   (DzStore          *self,
                                      gint64            report_id,
                                      const char       *date,
                                      GError          **error);

/* what was found in them */
gboolean    dz_store_set_figure      (DzStore          *self,
                                      const DzFigure   *figure,
                                      const DzFigure   *was,
                                      GError          **error);
gboolean    dz_store_set_figure_state (DzStore         *self,
                                      gint64            figure_id,
                                      DzState           state,
                                      GError          **error);
gint64      dz_store_add_figure      (DzStore          *self,
                                      gint64            report_id,
                                      const DzFigure   *figure,
                                      GError          **error);
gboolean    dz_store_set_weakness    (DzStore          *self,
                                      const DzWeakness *weakness,
                                      const DzWeakness *was,
                                      GError          **error);
gboolean    dz_store_set_weakness_state (DzStore       *self,
                                      gint64            weakness_id,
                                      DzState           state,
                                      GError          **error);
gint64      dz_store_add_weakness    (DzStore          *self,
                                      gint64            report_id,
                                      const DzWeakness *weakness,
                                      GError          **error);
gboolean    dz_store_set_remark      (DzStore          *self,
                                      gboolean          is_weakness,
                                      gint64            row,
                                      const char       *note,
                                      GError          **error);
gboolean    dz_store_set_check       (DzStore          *self,
                                      gint64            report_id,
                                      const char       *check_id,
                                      DzState           state,
                                      const char       *note,
                                      GError          **error);

/* the county */
gboolean    dz_store_set_county      (DzStore          *self,
                                      const DzCounty   *county,
                                      const DzCounty   *was,
                                      GError          **error);
gint64      dz_store_set_body        (DzStore          *self,
                                      const DzBody     *body,
                                      GError          **error);
gboolean    dz_store_set_roster      (DzStore          *self,
                                      GPtrArray        *bodies,
                                      GError          **error);
gboolean    dz_store_set_decision    (DzStore          *self,
                                      const DzDecision *decision,
                                      GError          **error);
gboolean    dz_store_add_tables      (DzStore          *self,
                                      GPtrArray        *tables,
                                      GPtrArray        *heads,
                                      GError          **error);
gboolean    dz_store_add_ledger      (DzStore          *self,
                                      GPtrArray        *entries,
                                      guint            *n_added,
                                      GError          **error);
gboolean    dz_store_set_ledger_entry (DzStore         *self,
                                      const DzLedgerEntry *entry,
                                      const DzLedgerEntry *was,
                                      GError          **error);
gboolean    dz_store_drop_ledger_entry (DzStore        *self,
                                      gint64            entry_id,
                                      GError          **error);
gboolean    dz_store_set_score_sheet (DzStore          *self,
                                      const DzScoreSheet *sheet,
                                      guint            *n_left,
                                      GError          **error);
gboolean    dz_store_set_scores      (DzStore          *self,
                                      GPtrArray        *scores,
                                      guint            *n_changed,
                                      GError          **error);
gboolean    dz_store_set_shown_year  (DzStore          *self,
                                      int               year,
                                      GError          **error);
gboolean    dz_store_set_given_wording (DzStore        *self,
                                      GPtrArray       *wording,
                                      GError         **error);
gboolean    dz_store_set_overlaps    (DzStore          *self,
                                      GPtrArray        *overlaps,
                                      GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzUnplaced, dz_unplaced_free)

G_END_DECLS

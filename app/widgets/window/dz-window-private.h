/* dz-window-private.h - the window's parts, shared by the files that are named after it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-empty-page.h"
#include "dz-evidence-pane.h"
#include "dz-search-list.h"
#include "dz-search-tools.h"
#include "dz-sidebar.h"
#include "dz-window.h"
#include "dz-work-bar.h"

G_BEGIN_DECLS

struct _DzWindow
{
  AdwApplicationWindow parent_instance;

  /* template */
  AdwToastOverlay *toasts;
  GtkWidget *content;
  GtkWidget *drop_frame;
  AdwWindowTitle *window_title;
  GtkButton *open_button;
  GtkToggleButton *sidebar_button;
  GtkButton *import_button;
  GtkButton *undo_button;
  GtkButton *redo_button;
  GtkButton *back_button;
  GtkWidget *year_label;
  GtkWidget *scope_label;
  GtkButton *print_button;
  GtkToggleButton *search_button;
  GtkWidget *scope_box;
  GtkDropDown *year_drop;
  GtkDropDown *scope_drop;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  DzSearchList *search_list;
  DzSearchTools *search_tools;
  GtkInfoBar *notice;
  GtkLabel *notice_label;
  GtkStack *root_stack;
  DzEmptyPage *empty_page;
  AdwFlap *sidebar_flap;
  DzSidebar *sidebar;
  AdwFlap *evidence_flap;
  DzEvidencePane *evidence_pane;
  GtkStack *views;
  DzWorkBar *work_bar;

  /* owned */
  DzSession *session;
  GSettings *settings;
  GArray *years;     /* int, as in year_drop */
  GPtrArray *scopes; /* DzScopeFilter, as in scope_drop */
  GPtrArray *way;    /* char: the views left behind, the last one left last */
  GCancellable *cancellable;
  GtkFileChooserNative *chooser;
  GtkWindow *second;   /* (nullable) weak: where a second person reads this review */
  AdwToast *toast;     /* (nullable) weak: the one shown last */
  guint toast_timer;   /* until it goes */
  gint64 toast_step;   /* the step its button moves, 0: none */
  gboolean toast_undo; /* takes it back; else does it again */
  gint64 last_step;    /* the newest a toast has offered */
  DzWork *sample; /* (nullable) a sample being made */
  struct _DzErrand *waiting_copy; /* (nullable) a copy to save when nothing writes any more */
  const char *notice_cause; /* (nullable) interned: what the notice ends with; NULL: with the person who has read it */
  guint counting;    /* source: counts what the sidebar tells */
  DzSharedTables *counted; /* (nullable): while it counts */
  int counted_year;  /* whose numbers the sidebar tells; -1: of another review */
  guint catching_up; /* source: looks for changes made elsewhere */
  guint giving_room; /* source: labels of the head go where there is no room for them */
  guint n_writing; /* jobs that write into a review */
  gboolean closing; /* when all works have ended */
};

void dz_window_add_actions    (DzWindow   *self);
void dz_window_add_file_actions (DzWindow *self);
void dz_window_add_keys       (DzWindow   *self);
void dz_window_fill           (DzWindow   *self);
void dz_window_update_actions (DzWindow   *self);
void dz_window_update_print   (DzWindow   *self);
void dz_window_take_session   (DzWindow   *self,
                               DzSession  *session);
void dz_window_show_view      (DzWindow   *self,
                               const char *name);
void dz_window_go_back        (DzWindow   *self);
void dz_window_tell_counts    (DzWindow   *self);
void dz_window_forget_counts  (DzWindow   *self);
void dz_window_tell_way       (DzWindow   *self);
void dz_window_toast          (DzWindow   *self,
                               const char *text,
                               gboolean    undoable);
void dz_window_show_saved     (DzWindow   *self);
void dz_window_keep_place     (DzWindow   *self);
void dz_window_change_session (DzWindow   *self,
                               DzSession  *session);
void dz_window_show_frame     (DzWindow   *self);
void dz_window_fill_scopes    (DzWindow   *self);
void dz_window_scope_selected (DzWindow   *self);
void dz_window_show_county    (DzWindow   *self,
                               gboolean    checks);
void dz_window_add_undo       (DzWindow   *self);
void dz_window_update_undo    (DzWindow   *self);
void dz_window_watch_undo     (DzWindow   *self);
void dz_window_watch_columns  (DzWindow   *self);
void dz_window_tell           (DzWindow   *self,
                               const char *text);
void dz_window_start_import   (DzWindow   *self,
                               const char *const *paths);
void dz_window_import_text    (DzWindow   *self,
                               const char *text);
void dz_window_restore        (DzWindow   *self,
                               const char *backup);
void dz_window_merge          (DzWindow   *self,
                               const char *other);
void dz_window_pack           (DzWindow   *self,
                               const char *path);
void dz_window_unpack         (DzWindow   *self,
                               const char *path);
void dz_window_save_copy      (DzWindow   *self,
                               const char *path);
void dz_window_reread         (DzWindow   *self);
void dz_window_recount_overlaps (DzWindow *self);

/* A job of the window on its way: whom its end concerns. */
typedef struct _DzErrand
{
  DzWindow *window;
  DzSession *session;
  DzWork *work;       /* (nullable) */
  GPtrArray *records; /* (nullable) */
  gboolean is_asking; /* the list of imported files has something to ask */
  void (*start) (struct _DzErrand *self); /* (nullable) of a copy, which does not write but waits for those that do */
} DzErrand;

DzErrand *dz_errand_new       (DzWindow   *window,
                               const char *title);
void      dz_errand_free      (DzErrand   *self);
gboolean  dz_errand_end       (DzErrand   *self,
                               const GError *error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzErrand, dz_errand_free)

void dz_window_add_work       (DzWindow   *self,
                               DzWork     *work);
void dz_window_tell_error     (DzWindow   *self,
                               const char *what,
                               GError     *error);

G_END_DECLS

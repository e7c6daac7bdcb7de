/* dz-view.h - one of the views of the window: what they have in common
 *
 * A view shows the session's review for its year and scope. Its class sets
 * update(), which is called when anything changed, but only while the view is
 * on screen: a hidden view catches up when it is shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define DZ_TYPE_VIEW (dz_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (DzView, dz_view, DZ, VIEW, AdwBin)

/**
 * DzViewClass:
 * @update: the review, its year or scope changed: show it anew
 * @open: somebody asks this view to show a body (0: none), a report (0: none) and a span in it
 * @get_body: (nullable): the body all of this view is about
 * @return_from: (nullable): somebody comes back from a view all about a body: its row is to be in sight
 * @print: (nullable): print what is shown; the window's print button is insensitive without it
 * @has_pages: (nullable): whether there is anything to print; without it there always is
 * @search: (nullable): mark @text in what is shown; "" clears the marks
 * @show_evidence: (nullable): show the evidence of what is chosen here, if anything is
 * @dup_state: (nullable): what is shown beyond year and scope, in words without tabs, to be saved
 * @set_state: (nullable): show that again, as far as it is there
 * @go_back: (nullable): leave what was opened within the view; %FALSE where nothing was
 * @step: (nullable): go to the next passage (1) or the one before (-1): N, P, F8, Shift+F8
 */
struct _DzViewClass
{
  AdwBinClass parent_class;

  void (*update) (DzView *self, DzSession *session);
  void (*open)   (DzView *self, gint64 body_id, gint64 report_id, DzSpan span);
  gint64 (*get_body)  (DzView *self);
  void (*return_from) (DzView *self, gint64 body_id);
  void (*print)  (DzView *self, GtkWindow *parent);
  gboolean (*has_pages) (DzView *self);
  void (*search) (DzView *self, const char *text);
  void (*show_evidence) (DzView *self);
  gboolean (*step) (DzView *self, int by);
  gboolean (*go_back) (DzView *self);
  char *(*dup_state) (DzView *self);
  void (*set_state) (DzView *self, const char *state);
};

DzSession *dz_view_get_session (DzView     *self);
void       dz_view_set_session (DzView     *self,
                                DzSession  *session);
void       dz_view_open        (DzView     *self,
                                gint64      body_id,
                                gint64      report_id,
                                DzSpan      span);
void       dz_view_return_from (DzView     *self,
                                DzView     *other);
void       dz_view_show_evidence (DzView   *self);
void       dz_view_follow_chosen (DzView   *self);
gboolean   dz_view_step        (DzView     *self,
                                int         by);
gboolean   dz_view_go_back     (DzView     *self);
char      *dz_view_dup_state   (DzView     *self);
void       dz_view_set_state   (DzView     *self,
                                const char *state);
gboolean   dz_view_can_print   (DzView     *self);
gboolean   dz_view_is_printed  (DzView     *self);
void       dz_view_print       (DzView     *self,
                                GtkWindow  *parent);

G_END_DECLS

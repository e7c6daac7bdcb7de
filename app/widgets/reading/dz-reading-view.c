/* dz-reading-view.c - 对照阅读: two to six reports side by side
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-reading-view.h"

#include "dz-add-popover.h"
#include "dz-chips.h"
#include "dz-code-jump.h"
#include "dz-column-head.h"
#include "dz-copy.h"
#include "dz-page-pane.h"
#include "dz-passage-view.h"
#include "dz-quotation.h"
#include "dz-reading-keys.h"
#include "dz-report-picker.h"
#include "dz-section-grid.h"
#include "dz-text-scale.h"
#include "dz-tip.h"
#include "dz-weakness-grid.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define MOST_COLUMNS 6
#define FIRST_COLUMNS 3
#define LEAST_WIDTH 290
#define FRAMES_TO_SIZE 4 /* until a new column has its size */

static const DzSectionKind goto_kinds[] = {
  DZ_SECTION_ACHIEVEMENTS, DZ_SECTION_PRINCIPAL_DUTY, DZ_SECTION_LAST_YEAR,
  DZ_SECTION_PROBLEMS,     DZ_SECTION_CAUSES,         DZ_SECTION_PLAN,
};

struct _DzReadingView
{
  DzView parent_instance;

  /* template */
  GtkStack *stack;
  GtkToggleButton *by_section;
  GtkToggleButton *by_weakness;
  GtkToggleButton *together;
  GtkWidget *goto_box;
  GtkWidget *table_box;
  GtkDropDown *sort_drop;
  GtkDropDown *show_drop;
  GtkMenuButton *add_button;
  DzChips *chips;
  GtkBox *heads;
  GtkScrolledWindow *across;
  GtkBox *columns;
  DzSectionGrid *sections;
  DzWeaknessGrid *weaknesses;
  GtkStack *modes;
  GtkToggleButton *pages;
  DzPagePane *page_pane;

  GArray *report_ids; /* gint64: a column each */
  int year;             /* the columns were chosen for */
  DzScopeFilter *scope; /* (nullable) likewise */
  GPtrArray *heads_made; /* DzColumnHead */
  gint64 came;           /* the report somebody went to last that was not here, 0: none */
  gint64 gave_way;       /* the one whose column it took, 0: none */
  gint64 shown;          /* the report whose column is brought into sight */
  int showing;           /* frames in which that is still done */
  gboolean filling;
};

static guint gave_way;

G_DEFINE_FINAL_TYPE (DzReadingView, dz_reading_view, DZ_TYPE_VIEW)

static void refresh (DzReadingView *self);

static GPtrArray *
list_reports (DzReadingView *self)
{
  DzReview *review = dz_session_get_review (dz_view_get_session (DZ_VIEW (self)));
  GPtrArray *reports = g_ptr_array_new ();

  for (guint i = 0; i < self->report_ids->len; i++)
    {
      DzReport *report = dz_review_find_report (review, g_array_index (self->report_ids, gint64, i));

      if (report != NULL)
        g_ptr_array_add (reports, report);
    }

  return reports;
}

/* -1: it has none. */
static int
find_column (DzReadingView *self,
             gint64         report_id)
{
  for (guint i = 0; i < self->report_ids->len; i++)
    if (g_array_index (self->report_ids, gint64, i) == report_id)
      return (int) i;

  return -1;
}

static gboolean
has_column (DzReadingView *self,
            gint64         report_id)
{
  return find_column (self, report_id) >= 0;
}

static void
add_report_of (DzReadingView *self,
               DzSession     *session,
               const DzBody  *body,
               gboolean       any)
{
  DzReport *report = dz_review_report_of (dz_session_get_review (session), body->id, dz_session_get_year (session));

  if (report != NULL && (any || report->weaknesses->len > 0) && !has_column (self, report->id))
    g_array_append_val (self->report_ids, report->id);
}

/* The bodies that were read, in the year and scope of now; where none is left the first of the scope,
 * those that declare something before others. */
static void
choose_columns (DzReadingView *self,
                DzSession     *session)
{
  DzReview *review = dz_session_get_review (session);
  g_autoptr(GPtrArray) bodies = dz_scope_filter_list_bodies (dz_session_get_scope (session), review);
  g_autoptr(GPtrArray) read = list_reports (self);

  g_array_set_size (self->report_ids, 0);
  for (guint i = 0; i < read->len; i++)
    for (guint k = 0; k < bodies->len; k++)
      if (((DzBody *) g_ptr_array_index (bodies, k))->id == ((DzReport *) g_ptr_array_index (read, i))->body_id)
        add_report_of (self, session, g_ptr_array_index (bodies, k), TRUE);
  for (int pass = 0; pass < 2 && read->len == 0; pass++)
    for (guint i = 0; i < bodies->len && self->report_ids->len < FIRST_COLUMNS; i++)
      add_report_of (self, session, g_ptr_array_index (bodies, i), pass == 1);
  self->year = dz_session_get_year (session);
  g_clear_pointer (&self->scope, dz_scope_filter_unref);
  self->scope = dz_scope_filter_ref (dz_session_get_scope (session));
}

static void
drop_lost_columns (DzReadingView *self,
                   DzReview      *review)
{
  for (guint i = self->report_ids->len; i > 0; i--)
    if (dz_review_find_report (review, g_array_index (self->report_ids, gint64, i - 1)) == NULL)
      g_array_remove_index (self->report_ids, i - 1);
}

/* A menu or a button in a head is told by its place in it, to have the focus again in a new head. */
static int
find_focus_in_head (DzReadingView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *head = focus != NULL ? gtk_widget_get_ancestor (focus, DZ_TYPE_COLUMN_HEAD) : NULL;
  int place = 0;

  if (head == NULL)
    return -1;
  for (GtkWidget *child = gtk_widget_get_first_child (head); child != NULL; child = gtk_widget_get_next_sibling (child),
                 place++)
    if (focus == child || gtk_widget_is_ancestor (focus, child))
      return place;

  return -1;
}

/* In the head of @column, the last one's where it is gone. */
static void
focus_head (DzReadingView *self,
            guint          column,
            int            place)
{
  GtkWidget *child;

  if (place < 0 || self->heads_made->len == 0)
    return;
  child = gtk_widget_get_first_child (g_ptr_array_index (self->heads_made, MIN (column, self->heads_made->len - 1)));
  while (place-- > 0 && child != NULL)
    child = gtk_widget_get_next_sibling (child);
  if (child != NULL)
    gtk_widget_grab_focus (child);
}

static guint
find_head (DzReadingView *self,
           gpointer       head)
{
  guint column = 0;

  g_ptr_array_find (self->heads_made, head, &column);

  return column;
}

static void
close_cb (DzColumnHead  *head,
          DzReadingView *self)
{
  guint column = find_head (self, head);
  int place = find_focus_in_head (self);

  if (column < self->report_ids->len)
    g_array_remove_index (self->report_ids, column);
  refresh (self);
  focus_head (self, column, place);
}

static void
move_cb (DzColumnHead  *head,
         guint          from,
         guint          to,
         DzReadingView *self)
{
  int place = find_focus_in_head (self);
  gint64 id;

  if (from >= self->report_ids->len || to >= self->report_ids->len)
    return;
  id = g_array_index (self->report_ids, gint64, from);
  g_array_remove_index (self->report_ids, from);
  g_array_insert_val (self->report_ids, to, id);
  refresh (self);
  focus_head (self, to, place);
}

static void
as_written_cb (DzColumnHead  *head,
               gboolean       as_written,
               DzReadingView *self)
{
  guint column = find_head (self, head);
  int place = find_focus_in_head (self);

  if (column >= self->report_ids->len)
    return;
  dz_section_grid_set_written (self->sections, g_array_index (self->report_ids, gint64, column), as_written);
  refresh (self);
  focus_head (self, column, place);
}

/* A report was picked from the list: it takes the place of a column, or makes a new one. */
static void
exchanged_cb (DzReportPicker *picker,
              gint64          id,
              DzReadingView  *self)
{
  guint column = find_head (self, gtk_widget_get_ancestor (GTK_WIDGET (picker), DZ_TYPE_COLUMN_HEAD));

  if (column < self->report_ids->len)
    g_array_index (self->report_ids, gint64, column) = id;
  refresh (self);
}

static void
added_cb (DzReportPicker *picker,
          gint64          id,
          DzReadingView  *self)
{
  if (self->report_ids->len < MOST_COLUMNS)
    g_array_append_val (self->report_ids, id);
  refresh (self);
}

static GtkWidget *
make_head (DzReadingView *self,
           DzReport      *report,
           guint          column)
{
  DzSession *session = dz_view_get_session (DZ_VIEW (self));
  const DzBody *body = dz_review_find_body (dz_session_get_review (session), report->body_id);
  const char *name = body != NULL ? body->name : report->identity.township != NULL ? report->identity.township
                                                                                     : report->identity.title;
  GtkWidget *picker = dz_report_picker_new (session, self->report_ids);
  GtkWidget *head = dz_column_head_new (report, name != NULL ? name : _("Unknown body"), column,
                                        self->report_ids->len, picker);

  dz_column_head_set_written (DZ_COLUMN_HEAD (head), dz_section_grid_is_written (self->sections, report->id),
                              !gtk_toggle_button_get_active (self->by_weakness));
  g_signal_connect (picker, "picked", G_CALLBACK (exchanged_cb), self);
  g_signal_connect (head, "close", G_CALLBACK (close_cb), self);
  g_signal_connect (head, "move", G_CALLBACK (move_cb), self);
  g_signal_connect (head, "as-written", G_CALLBACK (as_written_cb), self);

  return head;
}

static void
empty_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
say_aside (DzReadingView     *self,
           const DzCodeAside *aside)
{
  int column = find_column (self, aside->report_id);
  g_autofree char *words =
    g_strdup_printf (aside->below ? _("further down, in “%s”") : _("further up, in “%s”"), aside->section);

  if (column >= 0 && (guint) column < self->heads_made->len)
    dz_column_head_say (g_ptr_array_index (self->heads_made, (guint) column), words);
}

/* Every column goes to its passage; one that has none, or has it elsewhere than the others, says so. */
static void
focused_cb (DzReadingView *self)
{
  const char *code = dz_chips_get_code (self->chips);
  const char *indicator = dz_chips_get_indicator (self->chips);
  g_autoptr(GPtrArray) reports = list_reports (self);

  g_autoptr(GArray) aside = dz_section_grid_focus_code (self->sections, code, indicator);

  for (guint i = 0; i < reports->len && i < self->heads_made->len && (code != NULL || indicator != NULL); i++)
    if (!dz_chips_report_has (g_ptr_array_index (reports, i), code, indicator))
      dz_column_head_say (g_ptr_array_index (self->heads_made, i), code != NULL ? _("not declared") : _("not reported"));
  for (guint i = 0; i < aside->len; i++)
    say_aside (self, &g_array_index (aside, DzCodeAside, i));
}

static void
make_heads (DzReadingView *self,
            GPtrArray     *reports)
{
  g_ptr_array_set_size (self->heads_made, 0);
  for (guint i = 0; i < reports->len; i++)
    g_ptr_array_add (self->heads_made, g_object_ref_sink (make_head (self, g_ptr_array_index (reports, i), i)));
}

/* By weakness the heads are in the table, so that they stand over their columns. */
static void
show_heads (DzReadingView *self,
            gboolean       by_weakness)
{
  empty_box (self->heads);
  for (guint i = 0; i < self->heads_made->len && !by_weakness; i++)
    gtk_box_append (self->heads, g_ptr_array_index (self->heads_made, i));
  gtk_widget_set_visible (GTK_WIDGET (self->heads), !by_weakness);
  dz_text_scale_request (GTK_WIDGET (self->columns), by_weakness ? -1 : (int) self->heads_made->len * LEAST_WIDTH, -1);
}

static void
fill_goto (DzReadingView *self)
{
  guint i = 0;

  for (GtkWidget *button = gtk_widget_get_first_child (self->goto_box); button != NULL;
       button = gtk_widget_get_next_sibling (button), i++)
    gtk_widget_set_sensitive (button, dz_section_grid_has_kind (self->sections, goto_kinds[i]));
}

static void
pages_toggled_cb (DzReadingView *self)
{
  dz_page_pane_follow (self->page_pane, gtk_toggle_button_get_active (self->pages) &&
                                          !gtk_toggle_button_get_active (self->by_weakness) ? self->sections : NULL);
}

static void
refresh (DzReadingView *self)
{
  DzSession *session = dz_view_get_session (DZ_VIEW (self));
  g_autoptr(GPtrArray) reports = list_reports (self);
  gboolean by_weakness = gtk_toggle_button_get_active (self->by_weakness);
  GtkWidget *picker;

  gtk_stack_set_visible_child_name (self->stack, reports->len > 0 ? "columns" : "empty");
  if (reports->len == 0)
    return;
  make_heads (self, reports);
  show_heads (self, by_weakness);
  dz_chips_set_reports (self->chips, dz_session_get_codebook (session), reports);
  if (by_weakness)
    dz_weakness_grid_set_reports (self->weaknesses, session, reports, self->heads_made,
                                  gtk_drop_down_get_selected (self->sort_drop),
                                  gtk_drop_down_get_selected (self->show_drop));
  else
    dz_section_grid_set_reports (self->sections, session, reports,
                                 gtk_toggle_button_get_active (self->together));
  fill_goto (self);
  gtk_stack_set_visible_child_name (self->modes, by_weakness ? "weaknesses" : "sections");
  gtk_widget_set_visible (self->goto_box, !by_weakness);
  gtk_widget_set_visible (GTK_WIDGET (self->chips), !by_weakness);
  gtk_widget_set_visible (GTK_WIDGET (self->together), !by_weakness);
  gtk_widget_set_visible (GTK_WIDGET (self->pages), !by_weakness);
  pages_toggled_cb (self);
  gtk_widget_set_visible (self->table_box, by_weakness);
  picker = dz_report_picker_new (session, self->report_ids);
  g_signal_connect (picker, "picked", G_CALLBACK (added_cb), self);
  gtk_menu_button_set_popover (self->add_button, picker);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), reports->len < MOST_COLUMNS);
}

static void
mode_toggled_cb (DzReadingView *self)
{
  if (!self->filling && dz_view_get_session (DZ_VIEW (self)) != NULL)
    refresh (self);
}

static void
copy_table_clicked_cb (DzReadingView *self)
{
  g_autofree char *table = dz_weakness_grid_dup_table (self->weaknesses);

  if (table == NULL)
    return;
  dz_copy_table (GTK_WIDGET (self), table);
  dz_session_toast (dz_view_get_session (DZ_VIEW (self)), _("Table copied with its sources"), FALSE);
}

/* From the page that says no weakness is shared. */
static void
show_all_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  gtk_drop_down_set_selected (DZ_READING_VIEW (widget)->show_drop, DZ_WEAKNESS_SHOW_ALL);
}

static void
goto_clicked_cb (GtkButton     *button,
                 DzReadingView *self)
{
  dz_section_grid_go_to_kind (self->sections,
                              GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "dz-kind")));
}

static gboolean
unparent_cb (gpointer popover)
{
  gtk_widget_unparent (popover);

  return G_SOURCE_REMOVE;
}

/* Later: the popover is still at work when it tells that it closes. */
static void
popover_closed_cb (GtkPopover *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, unparent_cb, g_object_ref (popover), g_object_unref);
}

/* Where the selection can be seen: a popover that points out of sight cannot be placed. */
static GdkRectangle
find_pointing (DzPassageView *passage,
               DzSpan         span)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (passage), GTK_TYPE_VIEWPORT);
  double first = 0, last = 0, x, top, bottom;

  dz_passage_view_get_y (passage, span.start, &first);
  dz_passage_view_get_y (passage, span.end - 1, &last);
  if (viewport != NULL &&
      gtk_widget_translate_coordinates (viewport, GTK_WIDGET (passage), 0, 0, &x, &top) &&
      gtk_widget_translate_coordinates (viewport, GTK_WIDGET (passage), 0, gtk_widget_get_height (viewport), &x,
                                        &bottom))
    first = CLAMP (first, top, MAX (MIN (last, bottom - 20), top));

  return (GdkRectangle){ gtk_widget_get_width (GTK_WIDGET (passage)) / 2 - 60, (int) first, 120, 20 };
}

static void
passage_selected_cb (DzReadingView *self,
                     DzPassageView *passage)
{
  GtkWidget *popover;
  DzSpan span = dz_passage_view_get_selection (passage);
  GdkRectangle pointing;

  if (dz_span_is_empty (span))
    return;
  popover = dz_add_popover_new (dz_view_get_session (DZ_VIEW (self)), passage);
  gtk_widget_set_parent (popover, GTK_WIDGET (passage));
  pointing = find_pointing (passage, span);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &pointing);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_TOP);
  g_signal_connect (popover, "closed", G_CALLBACK (popover_closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
dz_reading_view_update (DzView    *view,
                        DzSession *session)
{
  DzReadingView *self = DZ_READING_VIEW (view);

  drop_lost_columns (self, dz_session_get_review (session));
  if (self->year != dz_session_get_year (session) || self->scope != dz_session_get_scope (session))
    choose_columns (self, session);
  if (self->report_ids->len == 0)
    choose_columns (self, session);
  refresh (self);
}

/* The column of the report somebody goes to comes into sight; which of six it is, one cannot see. */
static gboolean
show_column_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       unused)
{
  DzReadingView *self = DZ_READING_VIEW (widget);
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (self->across);
  int column = find_column (self, self->shown);
  double width = gtk_adjustment_get_upper (across) / MAX (self->report_ids->len, 1);

  if (column >= 0)
    gtk_adjustment_clamp_page (across, column * width, (column + 1) * width);

  return --self->showing > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
show_column (DzReadingView *self,
             gint64         report_id)
{
  self->shown = report_id;
  if (self->showing <= 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), show_column_cb, NULL, NULL);
  self->showing = FRAMES_TO_SIZE;
}

static void
tell_who_gave_way (DzReadingView *self)
{
  DzReview *review = dz_session_get_review (dz_view_get_session (DZ_VIEW (self)));
  DzReport *report = dz_review_find_report (review, self->gave_way);
  const DzBody *body = report != NULL ? dz_review_find_body (review, report->body_id) : NULL;
  g_autofree char *text = NULL;

  if (report == NULL)
    return;
  text = g_strdup_printf (_("Six columns at most: that of %s %d made room"),
                          body != NULL ? body->name : _("Unknown body"), report->identity.year);
  g_signal_emit (self, gave_way, 0, text);
}

/* What somebody goes to comes beside what was chosen: in the column of the last one that came so, else in a further
 * one; where there is no room for it in the last, which is told and may be had back. */
static void
add_column (DzReadingView *self,
            gint64         report_id)
{
  int at = find_column (self, self->came);
  gint64 before = 0;

  if (at < 0 && self->report_ids->len < MOST_COLUMNS)
    g_array_append_val (self->report_ids, report_id);
  else
    {
      if (at < 0)
        {
          at = MOST_COLUMNS - 1;
          before = g_array_index (self->report_ids, gint64, at);
        }
      g_array_index (self->report_ids, gint64, at) = report_id;
    }
  self->came = report_id;
  if (before == 0)
    return;
  self->gave_way = before;
  tell_who_gave_way (self);
}

static void
dz_reading_view_open (DzView *view,
                      gint64  body_id,
                      gint64  report_id,
                      DzSpan  span)
{
  DzReadingView *self = DZ_READING_VIEW (view);
  DzReport *report = dz_review_find_report (dz_session_get_review (dz_view_get_session (view)), report_id);

  if (report == NULL)
    return;
  self->filling = TRUE;
  gtk_toggle_button_set_active (self->by_section, TRUE);
  self->filling = FALSE;
  if (!has_column (self, report_id))
    add_column (self, report_id);
  refresh (self);
  show_column (self, report_id);
  if (!dz_span_is_empty (span))
    dz_section_grid_go_to_span (self->sections, report_id, span);
  dz_section_grid_focus (self->sections, report_id, span.start);
}

static gboolean
dz_reading_view_step (DzView *view,
                      int     by)
{
  DzReadingView *self = DZ_READING_VIEW (view);

  if (gtk_toggle_button_get_active (self->by_weakness))
    return FALSE;

  return dz_section_grid_step (self->sections, by);
}

/* By weakness or by section, and the body and year of each column: reports have other numbers in a copy. */
static char *
dz_reading_view_dup_state (DzView *view)
{
  DzReadingView *self = DZ_READING_VIEW (view);
  g_autoptr(GPtrArray) reports = list_reports (self);
  GString *state = g_string_new (gtk_toggle_button_get_active (self->by_weakness) ? "w" : "s");

  for (guint i = 0; i < reports->len; i++)
    {
      DzReport *report = g_ptr_array_index (reports, i);
      const DzBody *body = dz_review_find_body (dz_session_get_review (dz_view_get_session (view)), report->body_id);

      if (body != NULL)
        g_string_append_printf (state, ",%d %s", report->identity.year, body->name);
    }

  return g_string_free (state, FALSE);
}

static void
dz_reading_view_set_state (DzView     *view,
                           const char *state)
{
  DzReadingView *self = DZ_READING_VIEW (view);
  DzReview *review = dz_session_get_review (dz_view_get_session (view));
  g_auto(GStrv) columns = g_strsplit (state, ",", -1);
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 1; columns[i] != NULL; i++)
    {
      const char *name = strchr (columns[i], ' ');
      const DzBody *body = name != NULL ? dz_review_body_named (review, name + 1) : NULL;
      DzReport *report = body != NULL ? dz_review_report_of (review, body->id, atoi (columns[i])) : NULL;

      if (report != NULL)
        g_array_append_val (ids, report->id);
    }
  gtk_toggle_button_set_active (*state == 'w' ? self->by_weakness : self->by_section, TRUE);
  if (ids->len > 0)
    dz_reading_view_set_reports (self, (const gint64 *) (gpointer) ids->data, ids->len);
}

static void
dz_reading_view_show_evidence (DzView *view)
{
  DzReadingView *self = DZ_READING_VIEW (view);

  if (!gtk_toggle_button_get_active (self->by_weakness))
    dz_section_grid_show_evidence (self->sections);
}

static void
dz_reading_view_dispose (GObject *object)
{
  DzReadingView *self = DZ_READING_VIEW (object);

  g_clear_pointer (&self->report_ids, g_array_unref);
  g_clear_pointer (&self->heads_made, g_ptr_array_unref);
  g_clear_pointer (&self->scope, dz_scope_filter_unref);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), DZ_TYPE_READING_VIEW);

  G_OBJECT_CLASS (dz_reading_view_parent_class)->dispose (object);
}

static void
dz_reading_view_class_init (DzReadingViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dz_reading_view_dispose;
  DZ_VIEW_CLASS (klass)->update = dz_reading_view_update;
  DZ_VIEW_CLASS (klass)->open = dz_reading_view_open;
  DZ_VIEW_CLASS (klass)->show_evidence = dz_reading_view_show_evidence;
  DZ_VIEW_CLASS (klass)->step = dz_reading_view_step;
  DZ_VIEW_CLASS (klass)->dup_state = dz_reading_view_dup_state;
  DZ_VIEW_CLASS (klass)->set_state = dz_reading_view_set_state;

  gave_way = g_signal_new ("gave-way", DZ_TYPE_READING_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                           G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "reading.show-all", NULL, show_all_action);
  g_type_ensure (DZ_TYPE_CHIPS);
  g_type_ensure (DZ_TYPE_PAGE_PANE);
  g_type_ensure (DZ_TYPE_SECTION_GRID);
  g_type_ensure (DZ_TYPE_WEAKNESS_GRID);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duizhao/Duizhao/dz-reading-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DzReadingView, stack);
  gtk_widget_class_bind_template_child (widget_class, DzReadingView, by_section);
  gtk_widget_class_bind_template_child (widget_class, DzReadingView, by_weakness);
  gtk_widget_class_bind_template_child (widget_class, DzReadingView, together);
  gtk_widget_class_bind_template_child (widget_class, DzReadingView, goto_box);
  gtk_widget_class_bind_template_child (widget_class, DzReadingView, table_box);
  gtk_widget_class_bind_template_child (widget_class, DzReadingView, sort_drop);
  gtk_widget_class_bind_template_child (widget_class, DzReadingView, show_drop);
  gtk_widget_class_bind_template_child (widget_class, DzReadingView, add_button);
  gtk_widget_class_bind_template_child (widget_class, DzReadingView, chips);
  gtk_widget_class_bind_template_child (widget_class, DzReadingView, heads);
  gtk_widget_class_bind_template_child (widget_class, DzReadingView, across);
  gtk_widget_class_bind_template_child (widget_class, DzReadingView, columns);
  gtk_widget_class_bind_template_child (widget_class, DzReadingView, sections);
  gtk_widget_class_bind_template_child (widget_class, DzReadingView, weaknesses);
  gtk_widget_class_bind_template_child (widget_class, DzReadingView, modes);
  gtk_widget_class_bind_template_child (widget_class, DzReadingView, pages);
  gtk_widget_class_bind_template_child (widget_class, DzReadingView, page_pane);
  gtk_widget_class_bind_template_callback (widget_class, pages_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, focused_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_table_clicked_cb);
}

static void
dz_reading_view_init (DzReadingView *self)
{
  const char *sorts[] = { _("By number of bodies"), _("By theme"), _("As in the first column"), NULL };
  const char *shows[] = { _("All"), _("Shared only"), _("One body only"), _("Without an answer"), NULL };
  g_autoptr(GtkStringList) sort_names = gtk_string_list_new (sorts);
  g_autoptr(GtkStringList) show_names = gtk_string_list_new (shows);

  self->report_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->heads_made = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (goto_kinds); i++)
    {
      GtkWidget *button = gtk_button_new_with_label (dz_section_kind_title (goto_kinds[i]));
      g_autofree char *tip = NULL;

      g_object_set_data (G_OBJECT (button), "dz-kind", GINT_TO_POINTER (goto_kinds[i]));
      g_signal_connect (button, "clicked", G_CALLBACK (goto_clicked_cb), self);
      tip = g_strdup_printf (_("Go to this section (Alt+Shift+%u)"), i + 1);
      dz_tip_set (button, tip);
      gtk_box_append (GTK_BOX (self->goto_box), button);
    }
  dz_reading_keys_add (self->sections, self->across, goto_kinds, G_N_ELEMENTS (goto_kinds));
  gtk_drop_down_set_model (self->sort_drop, G_LIST_MODEL (sort_names));
  gtk_drop_down_set_model (self->show_drop, G_LIST_MODEL (show_names));
  g_signal_connect_swapped (self->sort_drop, "notify::selected", G_CALLBACK (mode_toggled_cb), self);
  g_signal_connect_swapped (self->show_drop, "notify::selected", G_CALLBACK (mode_toggled_cb), self);
  g_signal_connect_swapped (self->sections, "passage-selected", G_CALLBACK (passage_selected_cb), self);
}

/**
 * dz_reading_view_set_reports:
 * @report_ids: (array length=n_ids): a column each, at most six
 */
void
dz_reading_view_set_reports (DzReadingView *self,
                             const gint64  *report_ids,
                             guint          n_ids)
{
  g_return_if_fail (DZ_IS_READING_VIEW (self) && dz_view_get_session (DZ_VIEW (self)) != NULL);

  self->came = self->gave_way = 0;
  g_array_set_size (self->report_ids, 0);
  g_array_append_vals (self->report_ids, report_ids, MIN (n_ids, MOST_COLUMNS));
  self->year = dz_session_get_year (dz_view_get_session (DZ_VIEW (self)));
  refresh (self);
  /* who is here already stays where he is */
  if (n_ids > 0 && !gtk_widget_get_mapped (GTK_WIDGET (self)))
    dz_section_grid_focus (self->sections, report_ids[0], 0);
}

/**
 * dz_reading_view_bring_back:
 *
 * The column that gave way is there again, in place of the one that came.
 */
void
dz_reading_view_bring_back (DzReadingView *self)
{
  int at;

  g_return_if_fail (DZ_IS_READING_VIEW (self));

  at = find_column (self, self->came);
  if (self->gave_way == 0 || at < 0 || has_column (self, self->gave_way))
    return;
  g_array_index (self->report_ids, gint64, at) = self->gave_way;
  self->came = 0;
  refresh (self);
  show_column (self, self->gave_way);
  self->gave_way = 0;
}

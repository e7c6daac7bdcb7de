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
#include "dz-reading-columns.h"
#include "dz-reading-keys.h"
#include "dz-report-picker.h"
#include "dz-section-grid.h"
#include "dz-text-scale.h"
#include "dz-tip.h"
#include "dz-weakness-grid.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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

  DzReadingColumns *chosen;
  GPtrArray *heads_made; /* DzColumnHead */
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
  return dz_reading_columns_list_reports (self->chosen, dz_session_get_review (dz_view_get_session (DZ_VIEW (self))));
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

  dz_reading_columns_remove (self->chosen, column);
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

  if (!dz_reading_columns_move (self->chosen, from, to))
    return;
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

  if (column >= dz_reading_columns_get_n (self->chosen))
    return;
  dz_section_grid_set_written (self->sections, dz_reading_columns_get (self->chosen, column), as_written);
  refresh (self);
  focus_head (self, column, place);
}

/* A report was picked from the list: it takes the place of a column, or makes a new one. */
static void
exchanged_cb (DzReportPicker *picker,
              gint64          id,
              DzReadingView  *self)
{
  dz_reading_columns_exchange (self->chosen,
                               find_head (self, gtk_widget_get_ancestor (GTK_WIDGET (picker), DZ_TYPE_COLUMN_HEAD)), id);
  refresh (self);
}

static void
added_cb (DzReportPicker *picker,
          gint64          id,
          DzReadingView  *self)
{
  dz_reading_columns_add (self->chosen, id);
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
  GtkWidget *picker = dz_report_picker_new (session, dz_reading_columns_get_ids (self->chosen));
  GtkWidget *head = dz_column_head_new (report, name != NULL ? name : _("Unknown body"), column,
                                        dz_reading_columns_get_n (self->chosen), picker);

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
  int column = dz_reading_columns_find (self->chosen, aside->report_id);
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
  picker = dz_report_picker_new (session, dz_reading_columns_get_ids (self->chosen));
  g_signal_connect (picker, "picked", G_CALLBACK (added_cb), self);
  gtk_menu_button_set_popover (self->add_button, picker);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), !dz_reading_columns_is_full (self->chosen));
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

  dz_reading_columns_settle (self->chosen, session);
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
  int column = dz_reading_columns_find (self->chosen, self->shown);
  double width = gtk_adjustment_get_upper (across) / MAX (dz_reading_columns_get_n (self->chosen), 1);

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
tell_who_gave_way (DzReadingView *self,
                   gint64         report_id)
{
  DzReview *review = dz_session_get_review (dz_view_get_session (DZ_VIEW (self)));
  DzReport *report = dz_review_find_report (review, report_id);
  const DzBody *body = report != NULL ? dz_review_find_body (review, report->body_id) : NULL;
  g_autofree char *text = NULL;

  if (report == NULL)
    return;
  text = g_strdup_printf (_("Six columns at most: that of %s %d made room"),
                          body != NULL ? body->name : _("Unknown body"), report->identity.year);
  g_signal_emit (self, gave_way, 0, text);
}

static void
dz_reading_view_open (DzView *view,
                      gint64  body_id,
                      gint64  report_id,
                      DzSpan  span)
{
  DzReadingView *self = DZ_READING_VIEW (view);
  gint64 before;

  if (dz_review_find_report (dz_session_get_review (dz_view_get_session (view)), report_id) == NULL)
    return;
  self->filling = TRUE;
  gtk_toggle_button_set_active (self->by_section, TRUE);
  self->filling = FALSE;
  before = dz_reading_columns_come (self->chosen, report_id);
  if (before != 0)
    tell_who_gave_way (self, before);
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

/* Words of a state: the column and offset of the first line, and column and span of what is chosen. */
enum { KIND, COLUMN, LINE, CHOSEN_COLUMN, START, END, N_WORDS };

/* Nothing while no text is on screen. */
static char *
dup_seen_words (DzReadingView *self)
{
  DzSpan chosen = DZ_SPAN_NONE;
  gsize line = 0;
  int column = dz_reading_columns_find (self->chosen, dz_section_grid_get_line (self->sections, &line));
  int chosen_column = dz_reading_columns_find (self->chosen, dz_section_grid_get_chosen (self->sections, &chosen));

  return column >= 0 ? g_strdup_printf ("@%d@%" G_GSIZE_FORMAT "@%d@%u@%u", column, line,
                                        chosen_column, chosen.start, chosen.end)
                     : g_strdup ("");
}

/* By weakness or by section, where one reads, and the columns. */
static char *
dz_reading_view_dup_state (DzView *view)
{
  DzReadingView *self = DZ_READING_VIEW (view);
  gboolean by_weakness = gtk_toggle_button_get_active (self->by_weakness);
  g_autofree char *seen = by_weakness ? g_strdup ("") : dup_seen_words (self);
  g_autofree char *columns =
    dz_reading_columns_dup_state (self->chosen, dz_session_get_review (dz_view_get_session (view)));

  return g_strconcat (by_weakness ? "w" : "s", seen, columns, NULL);
}

/* (nullable): the report in a column, if its text goes so far: it may have been read anew meanwhile */
static DzReport *
find_column (DzReadingView *self,
             const char    *word,
             gsize          offset)
{
  guint column = (guint) g_ascii_strtoull (word, NULL, 10);
  DzReport *report = NULL;

  if (*word != '-' && column < dz_reading_columns_get_n (self->chosen))
    report = dz_review_find_report (dz_session_get_review (dz_view_get_session (DZ_VIEW (self))),
                                    dz_reading_columns_get (self->chosen, column));

  return report != NULL && offset <= dz_text_get_length (report->text) ? report : NULL;
}

static void
go_to_seen (DzReadingView *self,
            const char    *state)
{
  g_autofree char *head = g_strndup (state, strcspn (state, ","));
  g_auto(GStrv) words = g_strsplit (head, "@", N_WORDS);
  DzReport *report;
  DzSpan chosen;
  gsize line;

  if (g_strv_length (words) < N_WORDS)
    return;
  line = (gsize) g_ascii_strtoull (words[LINE], NULL, 10);
  chosen = (DzSpan){ (gsize) g_ascii_strtoull (words[START], NULL, 10), (gsize) g_ascii_strtoull (words[END], NULL, 10) };
  report = find_column (self, words[CHOSEN_COLUMN], chosen.end);
  if (report != NULL && chosen.start < chosen.end)
    dz_section_grid_choose (self->sections, report->id, chosen);
  report = find_column (self, words[COLUMN], line);
  if (report != NULL)
    dz_section_grid_go_to_line (self->sections, report->id, line);
}

static void
dz_reading_view_set_state (DzView     *view,
                           const char *state)
{
  DzReadingView *self = DZ_READING_VIEW (view);
  g_autoptr(GArray) ids = dz_reading_columns_read_state (state, dz_session_get_review (dz_view_get_session (view)));

  gtk_toggle_button_set_active (*state == 'w' ? self->by_weakness : self->by_section, TRUE);
  if (ids->len > 0)
    dz_reading_view_set_reports (self, (const gint64 *) (gpointer) ids->data, ids->len);
  go_to_seen (self, state);
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

  g_clear_pointer (&self->chosen, dz_reading_columns_free);
  g_clear_pointer (&self->heads_made, g_ptr_array_unref);
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

  self->chosen = dz_reading_columns_new ();
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

  dz_reading_columns_set (self->chosen, report_ids, n_ids, dz_session_get_year (dz_view_get_session (DZ_VIEW (self))));
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
  gint64 back;

  g_return_if_fail (DZ_IS_READING_VIEW (self));

  back = dz_reading_columns_bring_back (self->chosen);
  if (back == 0)
    return;
  refresh (self);
  show_column (self, back);
}

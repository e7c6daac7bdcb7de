/* dz-checks-view.c - 核查: what the tests say of the reports
 *
 * Checks (or bodies) on the left, on the right the findings of the chosen one.
 * Reports that share words are shown side by side: one pair at once, several
 * from their cards.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-checks-view.h"

#include "dz-checks-table.h"
#include "dz-finding-list.h"
#include "dz-kept-name.h"
#include "dz-overlap-view.h"
#include "dz-spoken.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

struct _DzChecksView
{
  DzView parent_instance;

  /* template */
  GtkStack *stack;
  AdwStatusPage *nothing_page;
  GtkToggleButton *by_check;
  GtkToggleButton *by_body;
  GtkToggleButton *unhandled;
  GtkToggleButton *explained;
  GtkToggleButton *all;
  GtkLabel *summary;
  GtkListBox *list;
  GtkStack *pages;
  DzFindingList *findings;
  DzOverlapView *overlap;

  DzChecksTable *table;
  const char *check; /* (nullable) interned: the chosen check */
  gint64 body;       /* the chosen body, 0: none */
  gboolean wants_list; /* 所有各对: do not go to the only pair by itself */
  gint64 pair[2];      /* the reports somebody put side by side from their card, 0: none */
  const char *pair_check; /* interned: whose card it was */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (DzChecksView, dz_checks_view, DZ_TYPE_VIEW)

static DzFindingsShow
get_show (DzChecksView *self)
{
  if (gtk_toggle_button_get_active (self->explained))
    return DZ_FINDINGS_EXPLAINED;

  return gtk_toggle_button_get_active (self->all) ? DZ_FINDINGS_ALL : DZ_FINDINGS_UNHANDLED;
}

static guint
count_findings (DzCheckRow     *row,
                DzFindingsShow  show)
{
  GListModel *findings = dz_check_row_get_findings (row);
  guint n = 0;

  if (show == DZ_FINDINGS_ALL)
    return dz_check_row_count_failing (row);
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(DzFinding) finding = g_list_model_get_item (findings, i);

      n += dz_findings_show_includes (show, finding);
    }

  return n;
}

static guint
count_all (DzChecksView   *self,
           DzFindingsShow  show)
{
  GListModel *rows = dz_checks_table_get_rows (self->table);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(DzCheckRow) row = g_list_model_get_item (rows, i);

      n += count_findings (row, show);
    }

  return n;
}

static guint
count_failing_rows (GListModel *rows)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(DzCheckRow) row = g_list_model_get_item (rows, i);

      n += dz_check_row_count_failing (row) > 0;
    }

  return n;
}

static const char *
severity_class (const char *severity)
{
  if (g_strcmp0 (severity, "M") == 0)
    return "dz-error-text";

  return g_strcmp0 (severity, "Q") == 0 ? "dz-warning-text" : "dz-secondary-text";
}

static void
add_row (DzChecksView *self,
         DzCheckRow   *row,
         guint         n)
{
  const DzBody *body = dz_check_row_get_body (row);
  const char *severity = dz_check_row_get_severity (row);
  GtkWidget *list_row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = gtk_label_new (body != NULL ? body->name : dz_check_row_get_check (row)->name);
  g_autofree char *digits = g_strdup_printf ("%u", n);
  GtkWidget *count = gtk_label_new (dz_check_row_is_off (row) ? _("off") : digits);

  if (body == NULL)
    {
      GtkWidget *dot = gtk_label_new ("●");

      gtk_widget_add_css_class (dot, severity_class (severity));
      gtk_widget_add_css_class (dot, "dz-severity");
      gtk_box_append (GTK_BOX (box), dot);
    }
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (count, "dz-secondary-text");
  gtk_widget_add_css_class (count, "dz-number");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (list_row), box);
  g_object_set_data_full (G_OBJECT (list_row), "dz-row", g_object_ref (row), g_object_unref);
  dz_spoken_read (list_row);
  gtk_list_box_append (self->list, list_row);
}

static DzCheckRow *
get_row (GtkListBoxRow *list_row)
{
  return g_object_get_data (G_OBJECT (list_row), "dz-row");
}

static void
header_cb (GtkListBoxRow *list_row,
           GtkListBoxRow *before,
           gpointer       user_data)
{
  DzCheckRow *row = get_row (list_row);
  const char *severity = dz_check_row_get_severity (row);
  GtkWidget *header;

  if (dz_check_row_get_body (row) != NULL ||
      (before != NULL && g_strcmp0 (dz_check_row_get_severity (get_row (before)), severity) == 0))
    {
      gtk_list_box_row_set_header (list_row, NULL);
      return;
    }
  header = gtk_label_new (dz_severity_get_name (severity));
  gtk_label_set_xalign (GTK_LABEL (header), 0);
  gtk_widget_add_css_class (header, "dz-secondary");
  gtk_widget_add_css_class (header, "dz-checks-group");
  gtk_list_box_row_set_header (list_row, header);
}

static GtkListBoxRow *
find_chosen (DzChecksView *self)
{
  GtkListBoxRow *list_row;

  for (int i = 0; (list_row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      const DzBody *body = dz_check_row_get_body (get_row (list_row));

      if (body != NULL ? body->id == self->body : dz_check_row_get_check (get_row (list_row))->id == self->check)
        return list_row;
    }

  return gtk_list_box_get_row_at_index (self->list, 0);
}

/* The pairs a check is about: of two bodies, or of two years of one body. */
static GPtrArray *
list_pairs (DzChecksView *self,
            const char   *check)
{
  DzReview *review = dz_session_get_review (dz_view_get_session (DZ_VIEW (self)));
  GPtrArray *pairs = g_ptr_array_new ();
  g_autoptr(GPtrArray) overlaps = NULL;
  gboolean peer = g_strcmp0 (check, "C-COPY-PEER") == 0;

  if (!peer && g_strcmp0 (check, "C-COPY-SELF") != 0)
    return pairs;
  overlaps = dz_checks_table_list_overlaps (self->table);
  for (guint i = 0; i < overlaps->len; i++)
    {
      DzOverlap *overlap = g_ptr_array_index (overlaps, i);
      DzReport *a = dz_review_find_report (review, overlap->report_a);
      DzReport *b = dz_review_find_report (review, overlap->report_b);

      if (a != NULL && b != NULL && (a->body_id != b->body_id) == peer)
        g_ptr_array_add (pairs, overlap);
    }

  return pairs;
}

static void
show_pair (DzChecksView    *self,
           const char      *check,
           const DzOverlap *overlap,
           gboolean         others)
{
  dz_overlap_view_set_overlap (self->overlap, dz_view_get_session (DZ_VIEW (self)), self->table, check, overlap,
                               others);
  gtk_stack_set_visible_child_name (self->pages, "overlap");
}

/* The pair somebody opened stays open while anything else changes, for as long as the two share words. */
static gboolean
show_opened_pair (DzChecksView *self)
{
  g_autoptr(GPtrArray) overlaps = NULL;

  if (self->pair[0] == 0)
    return FALSE;
  overlaps = dz_checks_table_list_overlaps (self->table);
  for (guint i = 0; i < overlaps->len; i++)
    {
      DzOverlap *overlap = g_ptr_array_index (overlaps, i);

      if (overlap->report_a == self->pair[0] && overlap->report_b == self->pair[1])
        {
          show_pair (self, self->pair_check, overlap, TRUE);
          return TRUE;
        }
    }

  return FALSE;
}

static void
show_row (DzChecksView *self,
          DzCheckRow   *row)
{
  const DzEntry *check = dz_check_row_get_check (row);
  g_autoptr(GPtrArray) pairs = list_pairs (self, check != NULL ? check->id : NULL);

  dz_finding_list_set_row (self->findings, dz_view_get_session (DZ_VIEW (self)), row, get_show (self));
  if (show_opened_pair (self))
    return;
  if (pairs->len == 1 && !self->wants_list && count_findings (row, get_show (self)) > 0)
    show_pair (self, check->id, g_ptr_array_index (pairs, 0), FALSE);
  else
    gtk_stack_set_visible_child_name (self->pages, "findings");
}

static void
fill_list (DzChecksView *self)
{
  gboolean by_body = gtk_toggle_button_get_active (self->by_body);
  GListModel *rows = by_body ? dz_checks_table_get_by_body (self->table) : dz_checks_table_get_rows (self->table);
  DzFindingsShow show = get_show (self);
  GtkListBoxRow *chosen;
  GtkWidget *child;

  self->filling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL &&
         gtk_list_box_get_row_at_index (self->list, 0) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0)));
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(DzCheckRow) row = g_list_model_get_item (rows, i);
      guint n = count_findings (row, show);

      if (n > 0 || show == DZ_FINDINGS_ALL)
        add_row (self, row, n);
    }
  chosen = find_chosen (self);
  if (chosen != NULL)
    gtk_list_box_select_row (self->list, chosen);
  self->filling = FALSE;
  if (chosen != NULL)
    show_row (self, get_row (chosen));
  else
    gtk_stack_set_visible_child_name (self->pages, show == DZ_FINDINGS_UNHANDLED ? "done" : "none");
}

static void
fill_toolbar (DzChecksView *self)
{
  guint n_unhandled = dz_checks_table_count_unhandled (self->table);
  g_autofree char *unhandled = g_strdup_printf (_("Open %u"), n_unhandled);
  g_autofree char *explained = g_strdup_printf (_("Explained %u"), count_all (self, DZ_FINDINGS_EXPLAINED));
  g_autofree char *summary =
    g_strdup_printf (_("%u checks fail · %u bodies concerned"),
                     count_failing_rows (dz_checks_table_get_rows (self->table)),
                     count_failing_rows (dz_checks_table_get_by_body (self->table)));

  gtk_button_set_label (GTK_BUTTON (self->unhandled), unhandled);
  gtk_button_set_label (GTK_BUTTON (self->explained), explained);
  gtk_label_set_label (self->summary, summary);
}

static void
dz_checks_view_update (DzView    *view,
                       DzSession *session)
{
  DzChecksView *self = DZ_CHECKS_VIEW (view);

  g_set_object (&self->table, dz_shared_tables_get_checks (dz_session_get_tables (session)));
  gtk_stack_set_visible_child_name (self->stack, dz_session_get_review (session)->reports->len > 0 ? "table"
                                                                                                  : "empty");
  fill_toolbar (self);
  fill_list (self);
}

static void
leave_pair (DzChecksView *self,
            gboolean      wants_list)
{
  self->pair[0] = self->pair[1] = 0;
  self->wants_list = wants_list;
}

static void
option_toggled_cb (DzChecksView *self)
{
  if (self->filling || self->table == NULL)
    return;
  leave_pair (self, FALSE);
  fill_list (self);
}

static void
row_selected_cb (DzChecksView  *self,
                 GtkListBoxRow *list_row)
{
  if (self->filling || list_row == NULL)
    return;
  dz_session_show_evidence (dz_view_get_session (DZ_VIEW (self)), NULL, NULL, 0);
  if (dz_check_row_get_body (get_row (list_row)) != NULL)
    self->body = dz_check_row_get_body (get_row (list_row))->id;
  else
    self->check = dz_check_row_get_check (get_row (list_row))->id;
  leave_pair (self, FALSE);
  show_row (self, get_row (list_row));
}

static void
overlap_clicked_cb (DzChecksView *self,
                    DzFinding    *finding)
{
  const DzOverlap *overlap = dz_finding_get_overlap (finding);

  if (overlap == NULL)
    return;
  self->pair[0] = overlap->report_a;
  self->pair[1] = overlap->report_b;
  self->pair_check = dz_finding_get_check (finding)->id;
  show_opened_pair (self);
}

static void
back_cb (DzChecksView *self)
{
  leave_pair (self, TRUE);
  gtk_stack_set_visible_child_name (self->pages, "findings");
}

static gboolean
dz_checks_view_go_back (DzView *view)
{
  DzChecksView *self = DZ_CHECKS_VIEW (view);

  if (self->pair[0] == 0)
    return FALSE;
  back_cb (self);

  return TRUE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                DzChecksView          *self)
{
  if (key != GDK_KEY_F8 || g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "overlap") != 0)
    return FALSE;
  dz_overlap_view_step (self->overlap, (state & GDK_SHIFT_MASK) != 0 ? -1 : 1);

  return TRUE;
}

static void
dz_checks_view_open (DzView *view,
                     gint64  body_id,
                     gint64  report_id,
                     DzSpan  span)
{
  DzChecksView *self = DZ_CHECKS_VIEW (view);

  if (body_id == 0 || self->table == NULL)
    return;
  leave_pair (self, FALSE);
  self->body = body_id;
  gtk_toggle_button_set_active (self->by_body, TRUE);
  fill_list (self);
}

/* Words of a state: by checks or bodies, which findings, the chosen of each, and the pair that lies open. */
enum { BY, SHOW, CHECK, BODY, PAIR_CHECK, PAIR_A, PAIR_B, N_WORDS };

/* Reports have other numbers in a copy. */
static char *
dup_report_words (DzReview *review,
                  gint64    report_id)
{
  DzReport *report = dz_review_find_report (review, report_id);
  const DzBody *body = report != NULL ? dz_review_find_body (review, report->body_id) : NULL;

  g_autofree char *kept = dz_body_dup_kept (body);

  return body != NULL ? g_strdup_printf ("%d %s", report->identity.year, kept) : g_strdup ("");
}

static gint64
read_report_words (DzReview   *review,
                   const char *words)
{
  const char *name = strchr (words, ' ');
  const DzBody *body = name != NULL ? dz_review_body_kept (review, name + 1) : NULL;
  DzReport *report = body != NULL ? dz_review_report_of (review, body->id, atoi (words)) : NULL;

  return report != NULL ? report->id : 0;
}

static char *
dz_checks_view_dup_state (DzView *view)
{
  DzChecksView *self = DZ_CHECKS_VIEW (view);
  DzReview *review = dz_session_get_review (dz_view_get_session (view));
  g_autofree char *body = dz_body_dup_kept (dz_review_find_body (review, self->body));
  g_autofree char *a = dup_report_words (review, self->pair[0]);
  g_autofree char *b = dup_report_words (review, self->pair[1]);

  return g_strdup_printf ("%c|%d|%s|%s|%s|%s|%s", gtk_toggle_button_get_active (self->by_body) ? 'b' : 'c', get_show (self),
                          self->check != NULL ? self->check : "", body,
                          self->pair_check != NULL ? self->pair_check : "", a, b);
}

static const char *
find_check (DzChecksView *self,
            const char   *id)
{
  const DzEntry *entry =
    dz_codebook_find (dz_session_get_codebook (dz_view_get_session (DZ_VIEW (self))), DZ_ENTRY_CHECK, id);

  return entry != NULL ? entry->id : NULL;
}

static void
dz_checks_view_set_state (DzView     *view,
                          const char *state)
{
  DzChecksView *self = DZ_CHECKS_VIEW (view);
  DzReview *review = dz_session_get_review (dz_view_get_session (view));
  g_auto(GStrv) words = g_strsplit (state, "|", N_WORDS);
  const DzBody *body;
  int show;

  if (g_strv_length (words) < N_WORDS || self->table == NULL)
    return;
  show = atoi (words[SHOW]);
  body = dz_review_body_kept (review, words[BODY]);
  self->filling = TRUE;
  gtk_toggle_button_set_active (*words[BY] == 'b' ? self->by_body : self->by_check, TRUE);
  gtk_toggle_button_set_active (show == DZ_FINDINGS_ALL ? self->all
                                : show == DZ_FINDINGS_EXPLAINED ? self->explained : self->unhandled, TRUE);
  self->filling = FALSE;
  self->check = find_check (self, words[CHECK]);
  self->body = body != NULL ? body->id : 0;
  self->pair_check = find_check (self, words[PAIR_CHECK]);
  self->pair[0] = self->pair_check != NULL ? read_report_words (review, words[PAIR_A]) : 0;
  self->pair[1] = read_report_words (review, words[PAIR_B]);
  fill_list (self);
}

static void
dz_checks_view_dispose (GObject *object)
{
  DzChecksView *self = DZ_CHECKS_VIEW (object);

  g_clear_object (&self->table);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), DZ_TYPE_CHECKS_VIEW);

  G_OBJECT_CLASS (dz_checks_view_parent_class)->dispose (object);
}

static void
dz_checks_view_class_init (DzChecksViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dz_checks_view_dispose;
  DZ_VIEW_CLASS (klass)->update = dz_checks_view_update;
  DZ_VIEW_CLASS (klass)->open = dz_checks_view_open;
  DZ_VIEW_CLASS (klass)->go_back = dz_checks_view_go_back;
  DZ_VIEW_CLASS (klass)->dup_state = dz_checks_view_dup_state;
  DZ_VIEW_CLASS (klass)->set_state = dz_checks_view_set_state;

  g_type_ensure (DZ_TYPE_FINDING_LIST);
  g_type_ensure (DZ_TYPE_OVERLAP_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/duizhao/Duizhao/dz-checks-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DzChecksView, stack);
  gtk_widget_class_bind_template_child (widget_class, DzChecksView, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, DzChecksView, by_check);
  gtk_widget_class_bind_template_child (widget_class, DzChecksView, by_body);
  gtk_widget_class_bind_template_child (widget_class, DzChecksView, unhandled);
  gtk_widget_class_bind_template_child (widget_class, DzChecksView, explained);
  gtk_widget_class_bind_template_child (widget_class, DzChecksView, all);
  gtk_widget_class_bind_template_child (widget_class, DzChecksView, summary);
  gtk_widget_class_bind_template_child (widget_class, DzChecksView, list);
  gtk_widget_class_bind_template_child (widget_class, DzChecksView, pages);
  gtk_widget_class_bind_template_child (widget_class, DzChecksView, findings);
  gtk_widget_class_bind_template_child (widget_class, DzChecksView, overlap);
  gtk_widget_class_bind_template_callback (widget_class, option_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, overlap_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
}

static void
dz_checks_view_init (DzChecksView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

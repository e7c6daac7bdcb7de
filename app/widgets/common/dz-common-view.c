/* dz-common-view.c - 共性问题: which weaknesses how many bodies name
 *
 * The ranked table above, what the bodies say of the chosen weakness below. Two
 * bodies need no heat cells: then the quotations stand beside the list.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-common-view.h"

#include "dz-copy.h"
#include "dz-common-legend.h"
#include "dz-common-matrix.h"
#include "dz-common-quotations.h"
#include "dz-kept-name.h"
#include "dz-plain-table.h"
#include "dz-tip.h"
#include "dz-uncoded-list.h"

#include <glib/gi18n-lib.h>

#define FEW_BODIES 2
#define MANY_BODIES 24
#define MOST_NAMES 340 /* pixels: as high as the names of a bar become; a province has 1,500 */

struct _DzCommonView
{
  DzView parent_instance;

  /* template */
  GtkStack *stack;
  AdwStatusPage *nothing_page;
  GtkToggleButton *shared_toggle;
  GtkToggleButton *single_toggle;
  GtkToggleButton *uncoded_toggle;
  GtkWidget *group_box;
  GtkDropDown *group_drop;
  GtkCheckButton *naming_only;
  GtkLabel *summary;
  GtkStack *lists;
  GtkPaned *paned;
  DzCommonMatrix *matrix;
  GtkWidget *quotations_box;
  DzCommonQuotations *quotations;
  GtkWidget *legend;
  DzUncodedList *uncoded;

  DzCommonWeaknesses *common;
  GPtrArray *rows;  /* DzCommonRow, as shown */
  GArray *columns;  /* guint: bodies, as shown */
  const char *code; /* (nullable) interned: the chosen weakness */
  int year;         /* the one the evidence is of */
  gint64 body;      /* of the chosen cell, 0: only the row is chosen */
  int sort;         /* a body of common, or a DzCommonHead */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (DzCommonView, dz_common_view, DZ_TYPE_VIEW)

static void refresh_table (DzCommonView *self);
static void keep_evidence (DzCommonView *self, int row);

static DzCommonRow *
get_row (DzCommonView *self,
         int           row)
{
  return g_ptr_array_index (self->rows, row);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  DzCommonView *self = user_data;
  DzCommonRow *x = *(DzCommonRow *const *) a;
  DzCommonRow *y = *(DzCommonRow *const *) b;

  if (self->sort >= 0)
    {
      gboolean in_x = dz_common_row_get_cell (x, (guint) self->sort)->naming == DZ_NAMING_NAMED;
      gboolean in_y = dz_common_row_get_cell (y, (guint) self->sort)->naming == DZ_NAMING_NAMED;

      if (in_x != in_y)
        return in_x ? -1 : 1;
    }
  if (self->sort == DZ_COMMON_HEAD_NAME)
    return (int) dz_common_row_get_entry (x)->position - (int) dz_common_row_get_entry (y)->position;

  return 0;
}

static GListModel *
get_ranked (DzCommonView *self)
{
  gboolean single = gtk_toggle_button_get_active (self->single_toggle);

  return dz_common_weaknesses_get_rows (self->common, single ? DZ_COMMON_SINGLE : DZ_COMMON_SHARED);
}

/* The list comes ranked; another order keeps the rank among equals. */
static void
make_rows (DzCommonView *self)
{
  GListModel *list = get_ranked (self);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (self->rows, g_list_model_get_item (list, i));
  if (self->sort != DZ_COMMON_HEAD_COUNT)
    g_ptr_array_sort_with_data (self->rows, compare_rows, self);
}

static gboolean
is_named_in (DzCommonView *self,
             guint         body)
{
  DzCommonRow *row = self->code != NULL ? dz_common_weaknesses_find_row (self->common, self->code) : NULL;

  return row != NULL && dz_common_row_get_cell (row, body)->naming == DZ_NAMING_NAMED;
}

static void
make_columns (DzCommonView *self)
{
  GPtrArray *bodies = dz_common_weaknesses_get_bodies (self->common);
  gboolean only = bodies->len > MANY_BODIES && gtk_check_button_get_active (self->naming_only);

  g_clear_pointer (&self->columns, g_array_unref);
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < bodies->len; i++)
    if (!only || is_named_in (self, i))
      g_array_append_val (self->columns, i);
}

static int
find_code (DzCommonView *self)
{
  for (guint i = 0; self->code != NULL && i < self->rows->len; i++)
    if (dz_common_row_get_entry (get_row (self, (int) i))->id == self->code)
      return (int) i;

  return self->rows->len > 0 ? 0 : -1;
}

static const DzBody *
get_column_body (DzCommonView *self,
                 int           column)
{
  return g_ptr_array_index (dz_common_weaknesses_get_bodies (self->common),
                            g_array_index (self->columns, guint, column));
}

/* Where the chosen body stands now, -1: nowhere. */
static int
find_chosen (DzCommonView *self)
{
  for (guint i = 0; self->body != 0 && i < self->columns->len; i++)
    if (get_column_body (self, (int) i)->id == self->body)
      return (int) i;

  return -1;
}

static int
column_of_body (DzCommonView *self,
                int           body)
{
  for (guint i = 0; i < self->columns->len; i++)
    if ((int) g_array_index (self->columns, guint, i) == body)
      return (int) i;

  return body < 0 ? body : DZ_COMMON_HEAD_COUNT;
}

static void
show_quotations (DzCommonView *self,
                 int           row)
{
  gtk_widget_set_visible (self->quotations_box, row >= 0);
  if (row < 0)
    return;
  self->code = dz_common_row_get_entry (get_row (self, row))->id;
  dz_common_quotations_show (self->quotations, dz_view_get_session (DZ_VIEW (self)), self->common,
                             get_row (self, row));
}

/* Two bodies: the quotations take the place of the heat cells. */
static void
arrange (DzCommonView *self)
{
  gboolean few = dz_common_weaknesses_get_bodies (self->common)->len <= FEW_BODIES;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->paned),
                                  few ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_paned_set_resize_start_child (self->paned, !few);
  gtk_paned_set_resize_end_child (self->paned, few);
  dz_matrix_set_cells_shown (DZ_MATRIX (self->matrix), !few);
  gtk_widget_set_visible (self->legend, !few);
}

static void
refresh_table (DzCommonView *self)
{
  DzSession *session = dz_view_get_session (DZ_VIEW (self));
  g_autoptr(GPtrArray) kinds = NULL;
  int row;

  if (gtk_drop_down_get_selected (self->group_drop) == 1)
    kinds = dz_scope_filter_list_kinds (dz_session_get_scope (session), dz_session_get_review (session));
  make_rows (self);
  make_columns (self);
  row = find_code (self);
  dz_common_matrix_set_rows (self->matrix, self->common, get_ranked (self), self->rows, self->columns,
                             kinds, column_of_body (self, self->sort));
  self->filling = TRUE;
  if (row >= 0)
    dz_matrix_select (DZ_MATRIX (self->matrix), row, find_chosen (self));
  self->filling = FALSE;
  /* its rows are many widgets: made when they are looked at */
  if (gtk_toggle_button_get_active (self->uncoded_toggle))
    dz_uncoded_list_set_common (self->uncoded, session, self->common);
  show_quotations (self, row);
  keep_evidence (self, row);
  gtk_stack_set_visible_child_name (self->lists,
                                    gtk_toggle_button_get_active (self->uncoded_toggle) ? "uncoded"
                                    : row < 0                                           ? "none"
                                                                                        : "table");
}

static void
set_count (GtkToggleButton *toggle,
           const char      *word,
           guint            count)
{
  g_autofree char *label = g_strdup_printf ("%s %u", word, count);

  gtk_button_set_label (GTK_BUTTON (toggle), label);
  gtk_widget_set_sensitive (GTK_WIDGET (toggle), count > 0);
}

static void
fill_toolbar (DzCommonView *self)
{
  guint n_shared = g_list_model_get_n_items (dz_common_weaknesses_get_rows (self->common, DZ_COMMON_SHARED));
  guint n_single = g_list_model_get_n_items (dz_common_weaknesses_get_rows (self->common, DZ_COMMON_SINGLE));
  guint n_uncoded = dz_common_weaknesses_get_uncoded (self->common)->len;
  guint n_bodies = dz_common_weaknesses_get_bodies (self->common)->len;
  guint n_reported = dz_common_weaknesses_get_n_reported (self->common);
  guint n_silent = dz_common_weaknesses_get_without_part (self->common)->len;
  g_autoptr(GString) summary = g_string_new (NULL);

  set_count (self->shared_toggle, _("Common"), n_shared);
  set_count (self->single_toggle, _("Single"), n_single);
  set_count (self->uncoded_toggle, _("Without Code"), n_uncoded);
  if (n_bodies > n_reported)
    g_string_append_printf (summary, _("%u bodies · %u without report · "), n_bodies, n_bodies - n_reported);
  else
    g_string_append_printf (summary, _("%u bodies · "), n_bodies);
  g_string_append_printf (summary, _("%u name weaknesses · %u do not · %u kinds in all"),
                          n_reported - n_silent, n_silent, n_shared + n_single);
  gtk_label_set_label (self->summary, summary->str);
  dz_tip_set (GTK_WIDGET (self->summary), summary->str);
  gtk_widget_set_visible (GTK_WIDGET (self->naming_only), n_bodies > MANY_BODIES);
}

/* A list that became empty is left for one that is not. */
static void
leave_empty_list (DzCommonView *self)
{
  GtkToggleButton *toggles[] = { self->shared_toggle, self->single_toggle, self->uncoded_toggle };
  GtkToggleButton *fallback = NULL;

  for (guint i = G_N_ELEMENTS (toggles); i > 0; i--)
    {
      gboolean usable = gtk_widget_get_sensitive (GTK_WIDGET (toggles[i - 1]));

      if (usable && gtk_toggle_button_get_active (toggles[i - 1]))
        return;
      if (usable)
        fallback = toggles[i - 1];
    }
  if (fallback != NULL)
    gtk_toggle_button_set_active (fallback, TRUE);
}

static void
show_nothing (DzCommonView *self)
{
  DzSession *session = dz_view_get_session (DZ_VIEW (self));
  gboolean any = dz_session_get_review (session)->reports->len > 0;

  adw_status_page_set_title (self->nothing_page, any ? _("No body declares a weakness")
                                                     : _("No weaknesses yet"));
  adw_status_page_set_description (
    self->nothing_page, any ? _("The reports of this year and scope name no weaknesses. What is missing from them "
                                "is listed under Checks.")
                            : _("When reports are imported, the weaknesses they name are ranked here"));
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
dz_common_view_update (DzView    *view,
                       DzSession *session)
{
  DzCommonView *self = DZ_COMMON_VIEW (view);

  g_clear_object (&self->common);
  self->common = dz_common_weaknesses_new (dz_session_get_review (session), dz_session_get_codebook (session),
                                           dz_session_get_year (session), dz_session_get_scope (session));
  if (self->sort >= (int) dz_common_weaknesses_get_bodies (self->common)->len)
    self->sort = DZ_COMMON_HEAD_COUNT;
  fill_toolbar (self);
  if (dz_common_weaknesses_get_n_rows (self->common) == 0 &&
      dz_common_weaknesses_get_uncoded (self->common)->len == 0)
    {
      show_nothing (self);
      return;
    }
  self->filling = TRUE;
  leave_empty_list (self);
  self->filling = FALSE;
  arrange (self);
  dz_common_legend_fill (self->legend, dz_session_get_codebook (session),
                         dz_common_weaknesses_get_bodies (self->common)->len > MANY_BODIES);
  refresh_table (self);
  gtk_stack_set_visible_child_name (self->stack, "table");
}

static void
option_changed_cb (DzCommonView *self)
{
  if (!self->filling && self->common != NULL && dz_view_get_session (DZ_VIEW (self)) != NULL)
    refresh_table (self);
}

static void
row_selected_cb (DzCommonView *self,
                 int           row)
{
  if (self->filling)
    return;
  show_quotations (self, row);
  if (gtk_check_button_get_active (self->naming_only) && gtk_widget_get_visible (GTK_WIDGET (self->naming_only)))
    refresh_table (self);
}

static void
append_weaknesses (GListStore *list,
                   DzReport   *report,
                   GArray     *indexes)
{
  for (guint i = 0; report != NULL && indexes != NULL && i < indexes->len; i++)
    {
      g_autoptr(DzEvidenceItem) item =
        dz_evidence_item_new_weakness (report, g_array_index (indexes, guint, i));

      g_list_store_append (list, item);
    }
}

static void
show_cell (DzCommonView *self,
           int           row,
           int           column)
{
  const DzEntry *entry = dz_common_row_get_entry (get_row (self, row));
  const DzWeaknessCell *cell = dz_common_row_get_cell (get_row (self, row),
                                                       g_array_index (self->columns, guint, column));
  const DzBody *body = get_column_body (self, column);
  g_autoptr(GListStore) list = g_list_store_new (DZ_TYPE_EVIDENCE_ITEM);
  g_autofree char *title = g_strdup_printf ("%s · %s", body->name, entry->name);

  append_weaknesses (list, cell->report, cell->weaknesses);
  append_weaknesses (list, cell->last_year_report, cell->last_year_weaknesses);
  if (g_list_model_get_n_items (G_LIST_MODEL (list)) == 0)
    {
      g_autoptr(DzEvidenceItem) missing = dz_evidence_item_new_undeclared (body->id, entry->name);

      g_list_store_append (list, missing);
    }
  dz_session_show_evidence (dz_view_get_session (DZ_VIEW (self)), title, G_LIST_MODEL (list), 0);
}

/* The pane belongs to the chosen cell; with a whole row, or a cell that is gone, it closes. */
static void
keep_evidence (DzCommonView *self,
               int           row)
{
  DzSession *session = dz_view_get_session (DZ_VIEW (self));
  int year = dz_session_get_year (session);
  int column = row >= 0 ? find_chosen (self) : -1;

  if (self->body != 0 && dz_session_list_evidence (session) != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      if (column < 0)
        dz_session_show_evidence (session, NULL, NULL, 0);
      else if (year != self->year)
        show_cell (self, row, column);
    }
  if (column < 0)
    self->body = 0;
  self->year = year;
}

static void
cell_activated_cb (DzCommonView *self,
                   int           row,
                   int           column,
                   int           n_press)
{
  DzSession *session = dz_view_get_session (DZ_VIEW (self));
  const DzWeaknessCell *cell =
    column >= 0 ? dz_common_row_get_cell (get_row (self, row), g_array_index (self->columns, guint, column)) : NULL;

  self->body = column >= 0 ? get_column_body (self, column)->id : 0;
  if (column < 0)
    dz_session_show_evidence (session, NULL, NULL, 0);
  else if (n_press == 2 && cell->weaknesses != NULL && cell->weaknesses->len > 0)
    dz_session_go (session, "reading", self->body, cell->report->id, dz_weakness_cell_get (cell, 0)->span);
  else if (n_press > 0 || dz_session_list_evidence (session) != NULL)
    show_cell (self, row, column);
}

static void
dz_common_view_show_evidence (DzView *view)
{
  DzCommonView *self = DZ_COMMON_VIEW (view);
  int row, column;

  dz_matrix_get_chosen (DZ_MATRIX (self->matrix), &row, &column);
  if (row >= 0 && find_chosen (self) >= 0)
    show_cell (self, row, find_chosen (self));
}

static void
append_row (DzCommonView *self,
            GString      *table,
            DzCommonRow  *row)
{
  g_string_append_printf (table, "%s\t%u/%u", dz_common_row_get_entry (row)->name, dz_common_row_get_count (row),
                          dz_common_row_get_total (row));
  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autofree char *words =
        dz_common_matrix_say_cell (dz_common_row_get_cell (row, g_array_index (self->columns, guint, i)));

      g_string_append_printf (table, "\t%s", words);
    }
  g_string_append_c (table, '\n');
}

static void
plain_clicked_cb (DzCommonView *self)
{
  g_autoptr(GString) table = g_string_new (NULL);

  if (self->common == NULL || self->rows == NULL)
    return;
  g_string_append_printf (table, "%s\t%s", _("Weakness"), _("Bodies"));
  for (guint i = 0; i < self->columns->len; i++)
    g_string_append_printf (table, "\t%s", get_column_body (self, (int) i)->name);
  g_string_append_c (table, '\n');
  for (guint i = 0; i < self->rows->len; i++)
    append_row (self, table, get_row (self, (int) i));
  dz_plain_table_present (GTK_WIDGET (self), _("Common Weaknesses"), table->str);
}

static void
head_clicked_cb (DzCommonView *self,
                 int           column)
{
  int sort = column >= 0 ? (int) g_array_index (self->columns, guint, column) : column;

  self->sort = self->sort == sort ? DZ_COMMON_HEAD_COUNT : sort;
  refresh_table (self);
}

static void
copy_names_cb (GtkButton    *button,
               DzCommonView *self)
{
  dz_copy_words (GTK_WIDGET (self), NULL, g_object_get_data (G_OBJECT (button), "dz-names"));
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_POPOVER)));
  dz_session_toast (dz_view_get_session (DZ_VIEW (self)), _("Names copied"), FALSE);
}

static gboolean
unparent_cb (gpointer popover)
{
  gtk_widget_unparent (popover);

  return G_SOURCE_REMOVE;
}

static void
popover_closed_cb (GtkPopover *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, unparent_cb, g_object_ref (popover), g_object_unref);
}

static char *
dup_names (DzCommonRow *row)
{
  GPtrArray *bodies = dz_common_row_get_bodies (row);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < bodies->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "、" : "",
                            ((const DzBody *) g_ptr_array_index (bodies, i))->name);

  return g_string_free (names, FALSE);
}

/* The bar: who that is, to copy. */
static void
bar_clicked_cb (DzCommonView *self,
                int           row,
                double        x,
                double        y)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *button = gtk_button_new_with_label (_("Copy Names"));
  g_autofree char *names = dup_names (get_row (self, row));
  GtkWidget *label = gtk_label_new (names);
  GtkWidget *scroll = gtk_scrolled_window_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  g_object_set_data_full (G_OBJECT (button), "dz-names", g_steal_pointer (&names), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (copy_names_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), label);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroll), TRUE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroll), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroll), MOST_NAMES);
  gtk_box_append (GTK_BOX (box), scroll);
  gtk_box_append (GTK_BOX (box), button);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_widget_set_parent (popover, GTK_WIDGET (self->matrix));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_set_default_widget (GTK_POPOVER (popover), button);
  g_signal_connect (popover, "closed", G_CALLBACK (popover_closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
dz_common_view_open (DzView *view,
                     gint64  body_id,
                     gint64  report_id,
                     DzSpan  span)
{
  DzCommonView *self = DZ_COMMON_VIEW (view);
  GPtrArray *bodies = self->common != NULL ? dz_common_weaknesses_get_bodies (self->common) : NULL;
  int row, column;

  dz_matrix_get_chosen (DZ_MATRIX (self->matrix), &row, &column);
  if (bodies == NULL || self->rows == NULL || self->rows->len == 0)
    return;
  for (guint i = 0; i < self->columns->len; i++)
    if (((const DzBody *) g_ptr_array_index (bodies, g_array_index (self->columns, guint, i)))->id == body_id)
      dz_matrix_select (DZ_MATRIX (self->matrix), MAX (row, 0), (int) i);
}

/* Words of a state: which list, grouped or not, only bodies that name it, the weakness, the body. */
enum { LIST, GROUP, ONLY, CODE, BODY, N_WORDS };

static char *
dz_common_view_dup_state (DzView *view)
{
  DzCommonView *self = DZ_COMMON_VIEW (view);
  DzReview *review = dz_session_get_review (dz_view_get_session (view));
  g_autofree char *body = dz_body_dup_kept (dz_review_find_body (review, self->body));

  return g_strdup_printf ("%c|%u|%d|%s|%s",
                          gtk_toggle_button_get_active (self->uncoded_toggle) ? 'u'
                          : gtk_toggle_button_get_active (self->single_toggle) ? 's' : 'c',
                          gtk_drop_down_get_selected (self->group_drop), gtk_check_button_get_active (self->naming_only),
                          self->code != NULL ? self->code : "", body);
}

static void
dz_common_view_set_state (DzView     *view,
                          const char *state)
{
  DzCommonView *self = DZ_COMMON_VIEW (view);
  DzSession *session = dz_view_get_session (view);
  g_auto(GStrv) words = g_strsplit (state, "|", N_WORDS);
  const DzEntry *code;
  const DzBody *body;

  if (g_strv_length (words) < N_WORDS)
    return;
  code = dz_codebook_find (dz_session_get_codebook (session), DZ_ENTRY_WEAKNESS, words[CODE]);
  body = dz_review_body_kept (dz_session_get_review (session), words[BODY]);
  self->filling = TRUE;
  gtk_toggle_button_set_active (*words[LIST] == 'u' ? self->uncoded_toggle
                                : *words[LIST] == 's' ? self->single_toggle : self->shared_toggle, TRUE);
  gtk_drop_down_set_selected (self->group_drop, *words[GROUP] == '1');
  gtk_check_button_set_active (self->naming_only, *words[ONLY] == '1');
  self->filling = FALSE;
  self->code = code != NULL ? code->id : NULL;
  self->body = body != NULL ? body->id : 0;
  dz_common_view_update (view, session);
}

static void
session_set_cb (DzCommonView *self)
{
  self->code = NULL;
  self->body = 0;
  self->sort = DZ_COMMON_HEAD_COUNT;
}

static void
dz_common_view_dispose (GObject *object)
{
  DzCommonView *self = DZ_COMMON_VIEW (object);

  g_clear_object (&self->common);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->columns, g_array_unref);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), DZ_TYPE_COMMON_VIEW);

  G_OBJECT_CLASS (dz_common_view_parent_class)->dispose (object);
}

static void
dz_common_view_class_init (DzCommonViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dz_common_view_dispose;
  DZ_VIEW_CLASS (klass)->update = dz_common_view_update;
  DZ_VIEW_CLASS (klass)->open = dz_common_view_open;
  DZ_VIEW_CLASS (klass)->show_evidence = dz_common_view_show_evidence;
  DZ_VIEW_CLASS (klass)->dup_state = dz_common_view_dup_state;
  DZ_VIEW_CLASS (klass)->set_state = dz_common_view_set_state;

  g_type_ensure (DZ_TYPE_COMMON_MATRIX);
  g_type_ensure (DZ_TYPE_COMMON_QUOTATIONS);
  g_type_ensure (DZ_TYPE_UNCODED_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/duizhao/Duizhao/dz-common-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DzCommonView, stack);
  gtk_widget_class_bind_template_child (widget_class, DzCommonView, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, DzCommonView, shared_toggle);
  gtk_widget_class_bind_template_child (widget_class, DzCommonView, single_toggle);
  gtk_widget_class_bind_template_child (widget_class, DzCommonView, uncoded_toggle);
  gtk_widget_class_bind_template_child (widget_class, DzCommonView, group_box);
  gtk_widget_class_bind_template_child (widget_class, DzCommonView, group_drop);
  gtk_widget_class_bind_template_child (widget_class, DzCommonView, naming_only);
  gtk_widget_class_bind_template_child (widget_class, DzCommonView, summary);
  gtk_widget_class_bind_template_child (widget_class, DzCommonView, lists);
  gtk_widget_class_bind_template_child (widget_class, DzCommonView, paned);
  gtk_widget_class_bind_template_child (widget_class, DzCommonView, matrix);
  gtk_widget_class_bind_template_child (widget_class, DzCommonView, quotations_box);
  gtk_widget_class_bind_template_child (widget_class, DzCommonView, quotations);
  gtk_widget_class_bind_template_child (widget_class, DzCommonView, legend);
  gtk_widget_class_bind_template_child (widget_class, DzCommonView, uncoded);
  gtk_widget_class_bind_template_callback (widget_class, option_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, cell_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, bar_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, plain_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, head_clicked_cb);
}

static void
dz_common_view_init (DzCommonView *self)
{
  const char *groups[] = { _("Not grouped"), _("By kind of body"), NULL };
  g_autoptr(GtkStringList) names = gtk_string_list_new (groups);

  self->sort = DZ_COMMON_HEAD_COUNT;
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
  gtk_drop_down_set_model (self->group_drop, G_LIST_MODEL (names));
  g_signal_connect_swapped (self->group_drop, "notify::selected", G_CALLBACK (option_changed_cb), self);
  g_signal_connect (self, "notify::session", G_CALLBACK (session_set_cb), NULL);
}

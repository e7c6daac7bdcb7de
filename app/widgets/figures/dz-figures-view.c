/* dz-figures-view.c - 指标: the figure matrix, with the tray of what belongs to no indicator
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-figures-view.h"

#include "dz-choices.h"
#include "dz-confirm-many.h"
#include "dz-copy.h"
#include "dz-figure-matrix.h"
#include "dz-format.h"
#include "dz-kept-name.h"
#include "dz-plain-table.h"
#include "dz-quantity-tray.h"
#include "dz-session-corrections.h"
#include "dz-text-scale.h"
#include "dz-tip.h"

#include <glib/gi18n-lib.h>

#define FIRST_INDICATORS 8

struct _DzFiguresView
{
  DzView parent_instance;

  /* template */
  GtkStack *stack;
  GtkDropDown *set_drop;
  GtkMenuButton *choose_button;
  GtkMenuButton *confirm_button;
  GtkToggleButton *raw;
  GtkToggleButton *per_thousand;
  GtkToggleButton *per_village;
  GtkToggleButton *undecided_only;
  DzFigureMatrix *matrix;
  DzQuantityTray *tray;

  DzFigureTable *table;
  GArray *order;         /* guint: rows as shown */
  GPtrArray *indicators; /* const char *, interned: the columns */
  GPtrArray *sets;       /* const char *: theme ids as in set_drop; NULL: the most reported; */
  int sort_column;
  gboolean descending;
  gboolean filling;
  gint64 chosen_body; /* of the chosen cell, 0: none */
  const char *chosen; /* (nullable) interned: its indicator */
  int chosen_year;
};

G_DEFINE_FINAL_TYPE (DzFiguresView, dz_figures_view, DZ_TYPE_VIEW)

static void refresh (DzFiguresView *self);
static void keep_chosen (DzFiguresView *self, DzSession *session);

static GHashTable *
count_reporting (DzSession *session)
{
  return dz_figure_table_count_reporting (dz_session_get_review (session), dz_session_get_year (session),
                                          dz_session_get_scope (session));
}

typedef struct
{
  const DzEntry *entry;
  guint count;
} Ranked;

static int
compare_ranked (gconstpointer a,
                gconstpointer b)
{
  const Ranked *x = a;
  const Ranked *y = b;

  if (x->count != y->count)
    return x->count > y->count ? -1 : 1;

  return (int) x->entry->position - (int) y->entry->position;
}

/* The indicators most bodies report, in codebook order: what is looked at first. */
static void
choose_most_reported (DzFiguresView *self,
                      DzSession     *session)
{
  GPtrArray *entries = dz_codebook_list (dz_session_get_codebook (session), DZ_ENTRY_INDICATOR);
  g_autoptr(GHashTable) counts = count_reporting (session);
  g_autoptr(GArray) ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));

  g_ptr_array_set_size (self->indicators, 0);
  for (guint i = 0; i < entries->len; i++)
    {
      Ranked one = { g_ptr_array_index (entries, i), 0 };

      one.count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, one.entry->id));
      if (one.count > 0)
        g_array_append_val (ranked, one);
    }
  g_array_sort (ranked, compare_ranked);
  if (ranked->len > FIRST_INDICATORS)
    g_array_set_size (ranked, FIRST_INDICATORS);
  for (guint i = 0; i < entries->len; i++)
    for (guint k = 0; k < ranked->len; k++)
      if (g_array_index (ranked, Ranked, k).entry == g_ptr_array_index (entries, i))
        g_ptr_array_add (self->indicators, (gpointer) g_array_index (ranked, Ranked, k).entry->id);
}

static void
choose_theme (DzFiguresView *self,
              DzSession     *session,
              const char    *theme)
{
  g_autoptr(GPtrArray) reported =
    dz_figure_table_list_reported (dz_session_get_review (session), dz_session_get_codebook (session),
                                   dz_session_get_year (session), dz_session_get_scope (session), theme);

  g_ptr_array_set_size (self->indicators, 0);
  for (guint i = 0; i < reported->len; i++)
    g_ptr_array_add (self->indicators, (gpointer) ((const DzEntry *) g_ptr_array_index (reported, i))->id);
}

static void
choose_set (DzFiguresView *self)
{
  DzSession *session = dz_view_get_session (DZ_VIEW (self));
  guint position = gtk_drop_down_get_selected (self->set_drop);

  if (position == 0 || position >= self->sets->len)
    choose_most_reported (self, session);
  else
    choose_theme (self, session, g_ptr_array_index (self->sets, position));
  self->sort_column = -1;
}

static gboolean
has_indicator (DzFiguresView *self,
               const char    *id)
{
  return g_ptr_array_find (self->indicators, id, NULL);
}

static void
indicator_toggled_cb (GtkCheckButton *check,
                      DzFiguresView  *self)
{
  const char *id = g_object_get_data (G_OBJECT (check), "dz-id");

  if (gtk_check_button_get_active (check) && !has_indicator (self, id))
    g_ptr_array_add (self->indicators, (gpointer) id);
  else if (!gtk_check_button_get_active (check))
    g_ptr_array_remove (self->indicators, (gpointer) id);
  self->sort_column = -1;
  refresh (self);
}

static gboolean
filter_check_cb (GtkListBoxRow *row,
                 gpointer       user_data)
{
  const char *wanted = gtk_editable_get_text (GTK_EDITABLE (user_data));
  const char *words = g_object_get_data (G_OBJECT (row), "dz-words");

  return *wanted == '\0' || g_strstr_len (words, -1, wanted) != NULL;
}

/* Built when opened: a hundred check buttons would slow every refresh. */
static void
make_chooser_cb (GtkMenuButton *button,
                 gpointer       user_data)
{
  DzFiguresView *self = user_data;
  DzSession *session = dz_view_get_session (DZ_VIEW (self));
  GPtrArray *entries = dz_codebook_list (dz_session_get_codebook (session), DZ_ENTRY_INDICATOR);
  g_autoptr(GHashTable) counts = count_reporting (session);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *search = gtk_search_entry_new ();
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scroll = gtk_scrolled_window_new ();

  for (guint i = 0; i < entries->len; i++)
    {
      const DzEntry *entry = g_ptr_array_index (entries, i);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, entry->id));
      g_autofree char *label = g_strdup_printf (_("%s (%u reported)"), entry->name, n);
      GtkWidget *check = gtk_check_button_new_with_label (label);
      GtkWidget *row = gtk_list_box_row_new ();

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), has_indicator (self, entry->id));
      gtk_widget_set_sensitive (check, n > 0 || has_indicator (self, entry->id));
      g_object_set_data (G_OBJECT (check), "dz-id", (gpointer) entry->id);
      g_signal_connect (check, "toggled", G_CALLBACK (indicator_toggled_cb), self);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), check);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      g_object_set_data_full (G_OBJECT (row), "dz-words", g_strdup (entry->name), g_free);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (list), filter_check_cb, search, NULL);
  g_signal_connect_swapped (search, "search-changed", G_CALLBACK (gtk_list_box_invalidate_filter), list);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  dz_text_scale_request (scroll, 330, 400);
  gtk_box_append (GTK_BOX (box), search);
  gtk_box_append (GTK_BOX (box), scroll);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
}

static gboolean
has_undecided (DzFiguresView *self,
               DzFigureRow   *row)
{
  for (guint k = 0; k < dz_figure_table_get_n_columns (self->table); k++)
    if (dz_figure_cell_is_undecided (dz_figure_row_get_cell (row, k)))
      return TRUE;

  return FALSE;
}

static guint
count_undecided (DzFiguresView *self)
{
  guint n = 0;

  for (guint i = 0; i < dz_figure_table_get_n_rows (self->table); i++)
    for (guint k = 0; k < dz_figure_table_get_n_columns (self->table); k++)
      n += dz_figure_cell_is_undecided (dz_figure_row_get_cell (dz_figure_table_get_row (self->table, i), k));

  return n;
}

static void
make_order (DzFiguresView *self)
{
  g_clear_pointer (&self->order, g_array_unref);
  self->order = dz_figure_table_sort (self->table, self->sort_column, self->descending);
  if (!gtk_toggle_button_get_active (self->undecided_only))
    return;
  for (guint i = self->order->len; i > 0; i--)
    if (!has_undecided (self, dz_figure_table_get_row (self->table,
                                                       g_array_index (self->order, guint, i - 1))))
      g_array_remove_index (self->order, i - 1);
}

static void
leave_cell (DzFiguresView *self)
{
  self->chosen_body = 0;
  dz_matrix_set_chosen (DZ_MATRIX (self->matrix), -1, -1);
}

static void
quantity_chosen_cb (DzFiguresView *self,
                    DzReport      *report,
                    guint          index)
{
  leave_cell (self);
  dz_session_show_figure (dz_view_get_session (DZ_VIEW (self)), report, index);
}

static void
quantities_walk_cb (DzFiguresView *self,
                    GListModel    *list)
{
  leave_cell (self);
  dz_session_show_evidence (dz_view_get_session (DZ_VIEW (self)), _("One by one: the next opens when one is decided"),
                            list, 0);
}

static void
column_moved_cb (DzFiguresView *self,
                 int            from,
                 int            to)
{
  gpointer indicator = g_ptr_array_steal_index (self->indicators, (guint) from);

  g_ptr_array_insert (self->indicators, to, indicator);
  /* the sorted column stays the sorted one, wherever it stands */
  if (self->sort_column == from)
    self->sort_column = to;
  else if (self->sort_column >= 0)
    self->sort_column += (from < self->sort_column && to >= self->sort_column ? -1 : 0) +
                         (from > self->sort_column && to <= self->sort_column ? 1 : 0);
  refresh (self);
}

/* A card of the tray on the head of a column: its quantity is one of that indicator. */
static void
quantity_dropped_cb (DzFiguresView  *self,
                     DzEvidenceItem *item,
                     int             column)
{
  DzSession *session = dz_view_get_session (DZ_VIEW (self));
  DzReport *report = dz_review_find_report (dz_session_get_review (session), dz_evidence_item_get_report_id (item));
  const DzFigure *figure = report != NULL ? dz_evidence_item_get_figure (item, report) : NULL;

  if (figure != NULL)
    dz_session_correct_figure (session, report->id, figure->id,
                               dz_figure_table_get_entry (self->table, (guint) column)->id, figure->value, figure->bound);
}

static void
set_per_sensitive (DzFiguresView *self,
                   GtkWidget     *button,
                   DzPer          per)
{
  g_autofree char *reason = NULL;
  gboolean can = dz_figure_table_can_per (self->table, per, &reason);

  gtk_widget_set_sensitive (button, can);
  dz_tip_set (button, reason);
}

static void
refresh (DzFiguresView *self)
{
  DzSession *session = dz_view_get_session (DZ_VIEW (self));
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *chosen = NULL;
  g_autofree char *undecided = NULL;
  GPtrArray *entries;

  if (session == NULL)
    return;
  entries = dz_codebook_list (dz_session_get_codebook (session), DZ_ENTRY_INDICATOR);
  for (guint i = 0; i < self->indicators->len; i++)
    g_ptr_array_add (ids, g_ptr_array_index (self->indicators, i));
  g_ptr_array_add (ids, NULL);
  g_clear_object (&self->table);
  self->table = dz_figure_table_new (dz_session_get_review (session), dz_session_get_codebook (session),
                                     dz_session_get_year (session), dz_session_get_scope (session),
                                     (const char *const *) ids->pdata);
  set_per_sensitive (self, GTK_WIDGET (self->per_thousand), DZ_PER_THOUSAND);
  set_per_sensitive (self, GTK_WIDGET (self->per_village), DZ_PER_VILLAGE);
  dz_figure_table_set_per (self->table, gtk_toggle_button_get_active (self->per_thousand) ? DZ_PER_THOUSAND
                                        : gtk_toggle_button_get_active (self->per_village) ? DZ_PER_VILLAGE
                                                                                           : DZ_PER_NONE);
  make_order (self);
  dz_figure_matrix_set_table (self->matrix, self->table, self->order, self->sort_column, self->descending);
  keep_chosen (self, session);
  dz_quantity_tray_set_table (self->tray, self->table);
  chosen = g_strdup_printf (_("Indicators… %u/%u"), self->indicators->len, entries->len);
  gtk_menu_button_set_label (self->choose_button, chosen);
  undecided = g_strdup_printf (_("Undecided only %u"), count_undecided (self));
  gtk_button_set_label (GTK_BUTTON (self->undecided_only), undecided);
  gtk_stack_set_visible_child_name (self->stack, dz_session_get_review (session)->reports->len > 0
                                                   ? "table" : "empty");
}

static void
option_toggled_cb (DzFiguresView *self)
{
  if (!self->filling && dz_view_get_session (DZ_VIEW (self)) != NULL)
    refresh (self);
}

static void
set_selected_cb (DzFiguresView *self)
{
  if (self->filling || dz_view_get_session (DZ_VIEW (self)) == NULL)
    return;
  choose_set (self);
  refresh (self);
}

/* First click: largest first; second: smallest first; third: roster order. */
static void
head_clicked_cb (DzFiguresView *self,
                 int            column)
{
  if (column < 0)
    self->sort_column = -1;
  else if (self->sort_column != column)
    {
      self->sort_column = column;
      self->descending = TRUE;
    }
  else if (self->descending)
    self->descending = FALSE;
  else
    self->sort_column = -1;
  refresh (self);
}

/* The row the chosen cell is in now, -1: it is not shown any more. */
static int
find_chosen (DzFiguresView *self,
             guint         *column)
{
  if (self->chosen_body == 0 || !g_ptr_array_find (self->indicators, self->chosen, column))
    return -1;
  for (guint i = 0; i < self->order->len; i++)
    if (dz_figure_row_get_body (dz_figure_table_get_row (self->table,
                                                         g_array_index (self->order, guint, i)))->id ==
        self->chosen_body)
      return (int) i;

  return -1;
}

static void
show_cell (DzFiguresView *self,
           int            row,
           guint          column)
{
  DzFigureRow *item = dz_figure_table_get_row (self->table, g_array_index (self->order, guint, row));
  const DzFigureCell *cell = dz_figure_row_get_cell (item, column);
  g_autoptr(GListStore) list = g_list_store_new (DZ_TYPE_EVIDENCE_ITEM);

  for (guint i = 0; cell->figures != NULL && i < cell->figures->len; i++)
    {
      g_autoptr(DzEvidenceItem) evidence =
        dz_evidence_item_new_figure (cell->report, g_array_index (cell->figures, guint, i));

      g_list_store_append (list, evidence);
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (list)) == 0)
    {
      g_autoptr(DzEvidenceItem) evidence =
        dz_evidence_item_new_missing (dz_figure_row_get_body (item)->id,
                                      dz_figure_table_get_entry (self->table, column)->name);

      g_list_store_append (list, evidence);
    }
  dz_session_show_evidence (dz_view_get_session (DZ_VIEW (self)), cell->note, G_LIST_MODEL (list), 0);
}

static void
choose_cell (DzFiguresView *self,
             int            row,
             int            column)
{
  DzFigureRow *item = dz_figure_table_get_row (self->table, g_array_index (self->order, guint, row));

  self->chosen_body = dz_figure_row_get_body (item)->id;
  self->chosen = dz_figure_table_get_entry (self->table, (guint) column)->id;
  self->chosen_year = dz_session_get_year (dz_view_get_session (DZ_VIEW (self)));
}

static void
cell_activated_cb (DzFiguresView *self,
                   int            row,
                   int            column,
                   int            n_press)
{
  DzSession *session = dz_view_get_session (DZ_VIEW (self));
  DzFigureRow *item = dz_figure_table_get_row (self->table, g_array_index (self->order, guint, row));
  const DzFigureCell *cell = dz_figure_row_get_cell (item, (guint) column);

  choose_cell (self, row, column);
  if (n_press == 2 && cell->figures != NULL && cell->figures->len > 0)
    dz_session_go (session, "reading", cell->report->body_id, cell->report->id,
                   dz_figure_cell_get_figure (cell, 0)->span);
  else if (n_press > 0 || dz_session_list_evidence (session) != NULL)
    show_cell (self, row, (guint) column);
}

/* The same cell stays chosen wherever it stands now, and the pane shows it. */
static void
keep_chosen (DzFiguresView *self,
             DzSession     *session)
{
  guint column = 0;
  int row = find_chosen (self, &column);

  if (self->chosen_body == 0)
    return;
  dz_matrix_set_chosen (DZ_MATRIX (self->matrix), row, row >= 0 ? (int) column : -1);
  if (dz_session_list_evidence (session) != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      if (row < 0)
        dz_session_show_evidence (session, NULL, NULL, 0);
      else if (self->chosen_year != dz_session_get_year (session))
        show_cell (self, row, column);
    }
  if (row < 0)
    self->chosen_body = 0;
  self->chosen_year = dz_session_get_year (session);
}

static void
dz_figures_view_show_evidence (DzView *view)
{
  DzFiguresView *self = DZ_FIGURES_VIEW (view);
  guint column = 0;
  int row = self->order != NULL ? find_chosen (self, &column) : -1;

  if (row >= 0)
    show_cell (self, row, column);
}

static void
make_confirm_many_cb (GtkMenuButton *button,
                      gpointer       user_data)
{
  DzFiguresView *self = user_data;

  gtk_menu_button_set_popover (button, dz_confirm_many_new_popover (dz_view_get_session (DZ_VIEW (self)), self->table));
}

/* The table as shown, rows by lines, cells by tabs. */
static char *
dup_table (DzFiguresView *self)
{
  GString *text = g_string_new (_("Body"));

  for (guint k = 0; k < dz_figure_table_get_n_columns (self->table); k++)
    {
      const DzEntry *entry = dz_figure_table_get_entry (self->table, k);

      g_string_append_printf (text, "\t%s（%s）", entry->name, entry->unit);
    }
  g_string_append_c (text, '\n');
  for (guint i = 0; i < self->order->len; i++)
    {
      DzFigureRow *row = dz_figure_table_get_row (self->table, g_array_index (self->order, guint, i));

      g_string_append (text, dz_figure_row_get_body (row)->name);
      for (guint k = 0; k < dz_figure_table_get_n_columns (self->table); k++)
        {
          g_autofree char *value = dz_figure_cell_to_string (dz_figure_row_get_cell (row, k));

          g_string_append_printf (text, "\t%s", value);
        }
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

static void
copy_clicked_cb (DzFiguresView *self)
{
  g_autofree char *table = dup_table (self);

  dz_copy_table (GTK_WIDGET (self), table);
  dz_session_toast (dz_view_get_session (DZ_VIEW (self)), _("Table copied"), FALSE);
}

static void
plain_clicked_cb (DzFiguresView *self)
{
  g_autofree char *table = dup_table (self);

  dz_plain_table_present (GTK_WIDGET (self), _("Indicators"), table);
}

static void
fill_sets (DzFiguresView *self,
           DzSession     *session)
{
  GPtrArray *themes = dz_codebook_list (dz_session_get_codebook (session), DZ_ENTRY_THEME);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  guint chosen = gtk_drop_down_get_selected (self->set_drop);

  g_ptr_array_set_size (self->sets, 0);
  g_ptr_array_add (self->sets, NULL);
  g_ptr_array_add (names, _("Most reported"));
  for (guint i = 0; i < themes->len; i++)
    {
      const DzEntry *theme = g_ptr_array_index (themes, i);

      if (g_strcmp0 (theme->kind, "indicators") != 0)
        continue;
      g_ptr_array_add (self->sets, (gpointer) theme->id);
      g_ptr_array_add (names, theme->name);
    }
  g_ptr_array_add (names, NULL);
  dz_choices_set (self->set_drop, (const char *const *) names->pdata, chosen < self->sets->len ? chosen : 0, self);
}

static void
dz_figures_view_update (DzView    *view,
                        DzSession *session)
{
  DzFiguresView *self = DZ_FIGURES_VIEW (view);

  fill_sets (self, session);
  if (self->indicators->len == 0)
    choose_set (self);
  refresh (self);
}

static void
dz_figures_view_open (DzView *view,
                      gint64  body_id,
                      gint64  report_id,
                      DzSpan  span)
{
  DzFiguresView *self = DZ_FIGURES_VIEW (view);

  for (guint i = 0; self->order != NULL && i < self->order->len; i++)
    if (dz_figure_row_get_body (dz_figure_table_get_row (self->table,
                                                         g_array_index (self->order, guint, i)))->id == body_id)
      {
        dz_matrix_select (DZ_MATRIX (self->matrix), (int) i, 0);
        choose_cell (self, (int) i, 0);
      }
}

/* Words of a state: the columns, and behind them how they are shown and what is chosen. */
enum { IDS, PER, UNDECIDED, SORT, DESCENDING, BODY, INDICATOR, N_WORDS };

static char *
dz_figures_view_dup_state (DzView *view)
{
  DzFiguresView *self = DZ_FIGURES_VIEW (view);
  DzReview *review = dz_session_get_review (dz_view_get_session (view));
  g_autofree char *body = dz_body_dup_kept (dz_review_find_body (review, self->chosen_body));
  gboolean sorted = self->sort_column >= 0 && (guint) self->sort_column < self->indicators->len;
  GString *state = g_string_new (NULL);

  for (guint i = 0; i < self->indicators->len; i++)
    g_string_append_printf (state, "%s%s", i > 0 ? "," : "", (const char *) g_ptr_array_index (self->indicators, i));
  g_string_append_printf (state, "|%d|%d|%s|%d|%s|%s",
                          gtk_toggle_button_get_active (self->per_thousand) ? 1
                          : gtk_toggle_button_get_active (self->per_village) ? 2 : 0,
                          gtk_toggle_button_get_active (self->undecided_only),
                          sorted ? (const char *) g_ptr_array_index (self->indicators, self->sort_column) : "",
                          self->descending, body, *body != '\0' ? self->chosen : "");

  return g_string_free (state, FALSE);
}

/* The column of an indicator, -1: it has none. */
static int
find_indicator (DzFiguresView *self,
                const char    *id)
{
  for (guint i = 0; i < self->indicators->len; i++)
    if (g_str_equal (g_ptr_array_index (self->indicators, i), id))
      return (int) i;

  return -1;
}

static void
take_indicators (DzFiguresView *self,
                 const char    *words)
{
  g_auto(GStrv) ids = g_strsplit (words, ",", -1);

  g_ptr_array_set_size (self->indicators, 0);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const DzEntry *entry = dz_codebook_find (dz_session_get_codebook (dz_view_get_session (DZ_VIEW (self))),
                                               DZ_ENTRY_INDICATOR, ids[i]);

      if (entry != NULL)
        g_ptr_array_add (self->indicators, (gpointer) entry->id);
    }
  if (self->indicators->len == 0)
    choose_set (self);
}

/* How the columns are shown, and the cell that was chosen. */
static void
take_words (DzFiguresView     *self,
            const char *const *words)
{
  GtkToggleButton *per[] = { self->raw, self->per_thousand, self->per_village };
  guint which = (guint) g_ascii_strtoull (words[PER], NULL, 10);
  DzSession *session = dz_view_get_session (DZ_VIEW (self));
  const DzBody *body = dz_review_body_kept (dz_session_get_review (session), words[BODY]);
  int column = find_indicator (self, words[INDICATOR]);

  self->filling = TRUE;
  gtk_toggle_button_set_active (per[which < G_N_ELEMENTS (per) ? which : 0], TRUE);
  gtk_toggle_button_set_active (self->undecided_only, *words[UNDECIDED] == '1');
  self->filling = FALSE;
  self->sort_column = find_indicator (self, words[SORT]);
  self->descending = *words[DESCENDING] == '1';
  self->chosen_body = body != NULL && column >= 0 ? body->id : 0;
  self->chosen = column >= 0 ? g_ptr_array_index (self->indicators, column) : NULL;
  self->chosen_year = dz_session_get_year (session);
}

static void
dz_figures_view_set_state (DzView     *view,
                           const char *state)
{
  DzFiguresView *self = DZ_FIGURES_VIEW (view);
  g_auto(GStrv) words = g_strsplit (state, "|", N_WORDS);
  guint column = 0;
  int row;

  take_indicators (self, words[IDS]);
  self->sort_column = -1;
  if (g_strv_length (words) == N_WORDS)
    take_words (self, (const char *const *) words);
  refresh (self);
  row = find_chosen (self, &column);
  if (row >= 0)
    dz_matrix_select (DZ_MATRIX (self->matrix), row, (int) column);
}

static void
dz_figures_view_dispose (GObject *object)
{
  DzFiguresView *self = DZ_FIGURES_VIEW (object);

  g_clear_object (&self->table);
  g_clear_pointer (&self->order, g_array_unref);
  g_clear_pointer (&self->indicators, g_ptr_array_unref);
  g_clear_pointer (&self->sets, g_ptr_array_unref);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), DZ_TYPE_FIGURES_VIEW);

  G_OBJECT_CLASS (dz_figures_view_parent_class)->dispose (object);
}

static void
dz_figures_view_class_init (DzFiguresViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dz_figures_view_dispose;
  DZ_VIEW_CLASS (klass)->update = dz_figures_view_update;
  DZ_VIEW_CLASS (klass)->open = dz_figures_view_open;
  DZ_VIEW_CLASS (klass)->show_evidence = dz_figures_view_show_evidence;
  DZ_VIEW_CLASS (klass)->dup_state = dz_figures_view_dup_state;
  DZ_VIEW_CLASS (klass)->set_state = dz_figures_view_set_state;

  g_type_ensure (DZ_TYPE_FIGURE_MATRIX);
  g_type_ensure (DZ_TYPE_QUANTITY_TRAY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duizhao/Duizhao/dz-figures-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DzFiguresView, stack);
  gtk_widget_class_bind_template_child (widget_class, DzFiguresView, set_drop);
  gtk_widget_class_bind_template_child (widget_class, DzFiguresView, choose_button);
  gtk_widget_class_bind_template_child (widget_class, DzFiguresView, confirm_button);
  gtk_widget_class_bind_template_child (widget_class, DzFiguresView, raw);
  gtk_widget_class_bind_template_child (widget_class, DzFiguresView, per_thousand);
  gtk_widget_class_bind_template_child (widget_class, DzFiguresView, per_village);
  gtk_widget_class_bind_template_child (widget_class, DzFiguresView, undecided_only);
  gtk_widget_class_bind_template_child (widget_class, DzFiguresView, matrix);
  gtk_widget_class_bind_template_child (widget_class, DzFiguresView, tray);
  gtk_widget_class_bind_template_callback (widget_class, option_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, plain_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, cell_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, head_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, column_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, quantity_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, quantity_dropped_cb);
  gtk_widget_class_bind_template_callback (widget_class, quantities_walk_cb);
}

static void
dz_figures_view_init (DzFiguresView *self)
{
  self->indicators = g_ptr_array_new ();
  self->sets = g_ptr_array_new ();
  self->sort_column = -1;
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
  gtk_menu_button_set_create_popup_func (self->choose_button, make_chooser_cb, self, NULL);
  gtk_menu_button_set_create_popup_func (self->confirm_button, make_confirm_many_cb, self, NULL);
  g_signal_connect_swapped (self->set_drop, "notify::selected", G_CALLBACK (set_selected_cb), self);
}

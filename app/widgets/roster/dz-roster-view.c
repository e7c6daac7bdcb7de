/* dz-roster-view.c - 报送: a row for each body that must report
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-roster-view.h"

#include "dz-content-mark.h"
#include "dz-chooser.h"
#include "dz-date-popover.h"
#include "dz-error.h"
#include "dz-quotation.h"
#include "dz-reminders.h"
#include "dz-session-corrections.h"
#include "dz-slices.h"
#include "dz-spoken.h"
#include "dz-state-popover.h"
#include "dz-text-scale.h"
#include "dz-tip.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  SHOW_ALL,
  SHOW_MISSING,
  SHOW_INCOMPLETE,
  SHOW_DISPUTED,
  SHOW_UNREAD,
  N_SHOWS
} Show;

struct _DzRosterView
{
  DzView parent_instance;

  /* template */
  GtkWidget *toggles;
  GtkLabel *until;
  GtkColumnView *table;
  GtkLabel *received;
  GtkProgressBar *bar;
  GtkLabel *on_time;
  GtkLabel *published;
  GtkWidget *legend;
  GtkStack *stack;

  DzRosterTable *roster;
  DzSlices rows; /* DzRosterRow */
  GHashTable *chosen; /* (nullable) ids of the bodies whose rows were chosen before the last update */
  GtkToggleButton *shows[N_SHOWS];
  GtkFilterListModel *filtered;
  GtkCustomFilter *filter;
  GtkSortListModel *sorted;
  GtkMultiSelection *selection;
  Show show;
  int marked; /* DzContent the pane shows of the chosen body, -1: none */
  gboolean refilling;
  GtkFileChooserNative *chooser;
};

G_DEFINE_FINAL_TYPE (DzRosterView, dz_roster_view, DZ_TYPE_VIEW)

typedef enum
{
  COLUMN_BODY,
  COLUMN_KIND,
  COLUMN_DUE,
  COLUMN_RECEIVED,
  COLUMN_PUBLISHED,
  COLUMN_CONTENT, /* one for each DzContent */
  COLUMN_FIGURES = COLUMN_CONTENT + DZ_N_CONTENTS,
  COLUMN_WEAKNESSES,
  COLUMN_FAILING,
  COLUMN_STATE,
  N_COLUMNS
} Column;

/* The board's order of the contents differs from the table's: 整改 stands before 计划. */
static const DzContent content_order[DZ_N_CONTENTS] = {
  DZ_CONTENT_RESULTS, DZ_CONTENT_PROBLEMS, DZ_CONTENT_CAUSES,
  DZ_CONTENT_DUTY, DZ_CONTENT_LAST_YEAR, DZ_CONTENT_PLAN,
};

static const int widths[N_COLUMNS] = { 124, 66, 92, 100, 100, 56, 56, 56, 56, 56, 56, 70, 78, 84, -1 };

static gboolean
is_shown (DzRosterRow *row,
          Show         show)
{
  switch (show)
    {
    case SHOW_MISSING: return dz_roster_row_is_missing (row);
    case SHOW_INCOMPLETE: return dz_roster_row_count_absent (row) > 0;
    case SHOW_DISPUTED:
      return !dz_roster_row_is_missing (row) && dz_roster_row_get_reviewing (row) == DZ_REVIEWING_DISPUTED;
    case SHOW_UNREAD:
      return !dz_roster_row_is_missing (row) && dz_roster_row_get_reviewing (row) == DZ_REVIEWING_UNREAD;
    case SHOW_ALL:
    case N_SHOWS:
    default: return TRUE;
    }
}

static gboolean
filter_cb (gpointer item,
           gpointer user_data)
{
  return is_shown (item, DZ_ROSTER_VIEW (user_data)->show);
}

static const char *
reviewing_class (DzReviewing reviewing)
{
  switch (reviewing)
    {
    case DZ_REVIEWING_NOW: return "info";
    case DZ_REVIEWING_DONE: return "good";
    case DZ_REVIEWING_DISPUTED: return "warning";
    case DZ_REVIEWING_UNREAD:
    default: return "plain";
    }
}

/* Sorting: bodies without a report stay first whatever is sorted by. */
static int
compare_column (Column       column,
                DzRosterRow *a,
                DzRosterRow *b)
{
  switch (column)
    {
    case COLUMN_KIND:
      return g_strcmp0 (dz_roster_row_get_body (a)->kind, dz_roster_row_get_body (b)->kind);
    case COLUMN_RECEIVED:
      return g_strcmp0 (dz_roster_row_get_received (a), dz_roster_row_get_received (b));
    case COLUMN_PUBLISHED:
      return g_strcmp0 (dz_roster_row_get_published (a), dz_roster_row_get_published (b));
    case COLUMN_FIGURES:
      return (int) dz_roster_row_get_n_figures (a) - (int) dz_roster_row_get_n_figures (b);
    case COLUMN_WEAKNESSES:
      return (int) dz_roster_row_get_n_weaknesses (a) - (int) dz_roster_row_get_n_weaknesses (b);
    case COLUMN_FAILING:
      return (int) dz_roster_row_get_n_failing (a) - (int) dz_roster_row_get_n_failing (b);
    case COLUMN_STATE:
      return (int) dz_roster_row_get_reviewing (a) - (int) dz_roster_row_get_reviewing (b);
    case COLUMN_BODY:
    case COLUMN_DUE:
    case COLUMN_CONTENT:
    case N_COLUMNS:
    default:
      return 0;
    }
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      user_data)
{
  DzRosterRow *x = (DzRosterRow *) a;
  DzRosterRow *y = (DzRosterRow *) b;
  int order = compare_column ((Column) GPOINTER_TO_INT (user_data), x, y);

  if (order == 0)
    order = (int) dz_roster_row_get_body (x)->position - (int) dz_roster_row_get_body (y)->position;

  return order;
}

static int
missing_first_cb (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  return (int) dz_roster_row_is_missing ((DzRosterRow *) b) -
         (int) dz_roster_row_is_missing ((DzRosterRow *) a);
}

static DzRosterView *
get_view (GtkWidget *inside)
{
  return DZ_ROSTER_VIEW (gtk_widget_get_ancestor (inside, DZ_TYPE_ROSTER_VIEW));
}

static void
show_content (DzRosterView *self,
              DzRosterRow  *row,
              DzContent     content)
{
  DzReport *report = dz_roster_row_get_report (row);
  DzSpan span = DZ_SPAN_NONE;
  g_autoptr(GListStore) list = g_list_store_new (DZ_TYPE_EVIDENCE_ITEM);
  g_autoptr(DzEvidenceItem) evidence = NULL;
  DzContentMark mark = dz_roster_row_get_content (row, content, &span);
  DzCheck *check = dz_report_find_check (report, dz_content_get_check (content));

  if (mark == DZ_CONTENT_NOT_ASKED)
    {
      /* nothing is missing, so there is nothing to show */
      dz_session_show_evidence (dz_view_get_session (DZ_VIEW (self)), NULL, NULL, 0);
      return;
    }
  if (dz_span_is_empty (span))
    evidence = dz_evidence_item_new_missing (report->body_id, dz_content_get_name (content));
  else
    evidence = dz_evidence_item_new (DZ_EVIDENCE_SPAN, report->id, 0, span);
  g_list_store_append (list, evidence);
  dz_session_show_evidence (dz_view_get_session (DZ_VIEW (self)),
                            check != NULL && mark == DZ_CONTENT_ABSENT ? check->message
                                                                       : dz_content_get_name (content),
                            G_LIST_MODEL (list), 0);
}

static void
mark_clicked_cb (GtkButton   *button,
                 GtkListItem *item)
{
  DzRosterView *self = get_view (GTK_WIDGET (button));
  DzRosterRow *row = gtk_list_item_get_item (item);

  if (row == NULL || dz_roster_row_get_report (row) == NULL)
    return;
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), gtk_list_item_get_position (item), TRUE);
  self->marked = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "dz-content"));
  show_content (self, row, (DzContent) self->marked);
}

/* The pane follows to another body, and closes where none, or several, are chosen. */
static void
selection_changed_cb (DzRosterView *self)
{
  DzSession *session = dz_view_get_session (DZ_VIEW (self));
  g_autoptr(GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  g_autoptr(DzRosterRow) row = NULL;

  if (self->refilling || session == NULL || self->marked < 0 || dz_session_list_evidence (session) == NULL ||
      !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (gtk_bitset_get_size (chosen) == 1)
    row = g_list_model_get_item (G_LIST_MODEL (self->selection), gtk_bitset_get_nth (chosen, 0));
  if (row != NULL && dz_roster_row_get_report (row) != NULL)
    show_content (self, row, (DzContent) self->marked);
  else
    dz_session_show_evidence (session, NULL, NULL, 0);
}

/* Where the weaknesses of a report begin, for 对照阅读 to open there. */
static DzSpan
find_first_weakness (DzReport *report)
{
  for (guint i = 0; i < report->weaknesses->len; i++)
    if (dz_weakness_counts (&g_array_index (report->weaknesses, DzWeakness, i)))
      return g_array_index (report->weaknesses, DzWeakness, i).span;

  return DZ_SPAN_NONE;
}

static void
count_clicked_cb (GtkButton   *button,
                  GtkListItem *item)
{
  static const struct
  {
    Column column;
    const char *view;
  } targets[] = {
    { COLUMN_FIGURES, "figures" }, { COLUMN_WEAKNESSES, "reading" }, { COLUMN_FAILING, "checks" },
  };
  DzRosterView *self = get_view (GTK_WIDGET (button));
  DzRosterRow *row = gtk_list_item_get_item (item);
  int column = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "dz-column"));
  DzReport *report = row != NULL ? dz_roster_row_get_report (row) : NULL;

  for (guint i = 0; report != NULL && i < G_N_ELEMENTS (targets); i++)
    if ((int) targets[i].column == column)
      dz_session_go (dz_view_get_session (DZ_VIEW (self)), targets[i].view,
                     dz_roster_row_get_body (row)->id, report->id,
                     targets[i].column == COLUMN_WEAKNESSES ? find_first_weakness (report) : DZ_SPAN_NONE);
}

static GtkWidget *
make_cell (Column       column,
           GtkListItem *item)
{
  GtkWidget *cell;

  if (column >= COLUMN_CONTENT && column < COLUMN_FIGURES)
    {
      cell = gtk_button_new ();
      gtk_widget_add_css_class (cell, "flat");
      gtk_widget_add_css_class (cell, "dz-cell-button");
      gtk_widget_set_halign (cell, GTK_ALIGN_CENTER);
      gtk_button_set_child (GTK_BUTTON (cell), dz_content_mark_new ());
      g_object_set_data (G_OBJECT (cell), "dz-content",
                         GINT_TO_POINTER (content_order[column - COLUMN_CONTENT]));
      g_signal_connect (cell, "clicked", G_CALLBACK (mark_clicked_cb), item);
    }
  else if (column >= COLUMN_FIGURES && column <= COLUMN_FAILING)
    {
      cell = gtk_button_new_with_label ("");
      gtk_widget_add_css_class (cell, "flat");
      gtk_widget_add_css_class (cell, "dz-cell-button");
      gtk_widget_add_css_class (cell, "dz-number");
      gtk_widget_set_halign (cell, GTK_ALIGN_END);
      g_object_set_data (G_OBJECT (cell), "dz-column", GINT_TO_POINTER (column));
      g_signal_connect (cell, "clicked", G_CALLBACK (count_clicked_cb), item);
    }
  else if (column == COLUMN_STATE)
    {
      cell = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
    }
  else if (column == COLUMN_RECEIVED || column == COLUMN_PUBLISHED)
    {
      cell = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
      gtk_widget_set_halign (cell, column == COLUMN_PUBLISHED ? GTK_ALIGN_END : GTK_ALIGN_FILL);
    }
  else
    {
      cell = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (cell), 0);
      gtk_label_set_ellipsize (GTK_LABEL (cell), PANGO_ELLIPSIZE_END);
      if (column == COLUMN_BODY)
        gtk_widget_add_css_class (cell, "heading");
    }

  return cell;
}

static void
set_class (GtkWidget  *widget,
           const char *css_class,
           gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
empty_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

/* Whether the cell shows these words already; after this it is taken to show them. A cell whose inside is
 * made anew costs a tenth of a click, and every new snapshot binds all rows in sight. */
static gboolean
shows_already (GtkWidget *cell,
               char      *words)
{
  gboolean same = g_strcmp0 (g_object_get_data (G_OBJECT (cell), "dz-shown"), words) == 0;

  g_object_set_data_full (G_OBJECT (cell), "dz-shown", words, g_free);

  return same;
}

/* The report of the row a button stands in: the row may show another since the button was made. */
static DzReport *
get_report (GtkMenuButton *button)
{
  GtkListItem *item = g_object_get_data (G_OBJECT (gtk_widget_get_parent (GTK_WIDGET (button))), "dz-item");

  return dz_roster_row_get_report (gtk_list_item_get_item (item));
}

/* "02-26" in its own year; the year as well where it is another than the one after the reported. */
static char *
shorten_date (const char *date,
              int         year)
{
  return g_str_has_prefix (date, "2") && g_ascii_strtoll (date, NULL, 10) == year + 1
           ? g_strdup (date + 5) : g_strdup (date);
}

static char *
dup_shown_day (DzRosterView *self,
               const char   *date,
               int           days_late)
{
  return g_strdup_printf ("%s %d %d", date != NULL ? date : "", days_late, dz_roster_table_get_year (self->roster));
}

static void
bind_date (DzRosterView *self,
           GtkWidget    *cell,
           const char   *date,
           int           days_late,
           gboolean      missing)
{
  empty_box (cell);
  if (missing)
    return;
  if (date == NULL)
    {
      GtkWidget *mark = dz_content_mark_new ();

      dz_content_mark_set_dash (DZ_CONTENT_MARK (mark));
      gtk_widget_set_hexpand (mark, TRUE);
      gtk_widget_set_halign (mark, GTK_ALIGN_END);
      gtk_box_append (GTK_BOX (cell), mark);
    }
  else
    {
      g_autofree char *text = shorten_date (date, dz_roster_table_get_year (self->roster));
      GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      GtkWidget *label = gtk_label_new (text);

      gtk_widget_add_css_class (label, "dz-number");
      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_widget_set_hexpand (lines, TRUE);
      gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (lines), label);
      if (days_late > 0)
        {
          g_autofree char *late = g_strdup_printf (ngettext ("%d day late", "%d days late", days_late),
                                                   days_late);
          GtkWidget *days = gtk_label_new (late);

          gtk_label_set_xalign (GTK_LABEL (days), 1);
          gtk_widget_add_css_class (days, "dz-late");
          gtk_widget_add_css_class (label, "dz-alarm");
          gtk_box_append (GTK_BOX (lines), days);
        }
      gtk_box_append (GTK_BOX (cell), lines);
    }
}

static void
make_date_popover_cb (GtkMenuButton *button,
                      gpointer       user_data)
{
  DzRosterView *self = get_view (GTK_WIDGET (button));

  gtk_menu_button_set_popover (button, dz_date_popover_new (dz_view_get_session (DZ_VIEW (self)),
                                                            get_report (button)));
}

/* The date or the dash, on a button: a click asks for the day. */
static void
bind_published (DzRosterView *self,
                GtkWidget    *cell,
                DzRosterRow  *row)
{
  const char *date = dz_roster_row_get_published (row);
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *spoken = g_strdup_printf (_("Published: %s"), date != NULL ? date : _("not reported"));

  bind_date (self, box, date, dz_roster_row_get_publish_days_late (row), FALSE);
  empty_box (cell);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), box);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), FALSE);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), make_date_popover_cb, NULL, NULL);
  dz_tip_set (button, _("Click to enter the day of publication"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_add_css_class (button, "dz-cell-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (cell), button);
}

static void
bind_missing (DzRosterView *self,
              GtkWidget    *cell)
{
  GtkWidget *button = gtk_button_new_with_label (_("Import Report…"));

  empty_box (cell);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.import");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_box_append (GTK_BOX (cell), button);
}

static void
make_state_popover_cb (GtkMenuButton *button,
                       gpointer       user_data)
{
  DzRosterView *self = get_view (GTK_WIDGET (button));

  gtk_menu_button_set_popover (button, dz_state_popover_new (dz_view_get_session (DZ_VIEW (self)), get_report (button)));
}

static void
bind_state (DzRosterView *self,
            GtkWidget    *cell,
            DzRosterRow  *row)
{
  DzReviewing reviewing = dz_roster_row_get_reviewing (row);
  DzReport *report = dz_roster_row_get_report (row);
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *pill = gtk_label_new (dz_reviewing_title (reviewing));
  gboolean has_note = report->note != NULL && *report->note != '\0';
  g_autofree char *spoken = g_strdup_printf ("%s：%s%s%s", _("State"), dz_reviewing_title (reviewing),
                                             has_note ? "，" : "", has_note ? report->note : "");

  empty_box (cell);
  gtk_widget_add_css_class (pill, "dz-pill");
  gtk_widget_add_css_class (pill, reviewing_class (reviewing));
  gtk_box_append (GTK_BOX (box), pill);
  if (has_note)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("document-edit-symbolic"));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), box);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), FALSE);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_widget_add_css_class (button, "dz-cell-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  dz_tip_set (button, has_note ? report->note : _("Set the state, write a note"));
  dz_spoken_set_name (button, spoken);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), make_state_popover_cb, NULL, NULL);
  gtk_box_append (GTK_BOX (cell), button);
}

static void
bind_received_missing (DzRosterView *self,
                       GtkWidget    *cell)
{
  GtkWidget *pill = gtk_label_new (_("Not submitted"));

  empty_box (cell);
  gtk_widget_add_css_class (pill, "dz-pill");
  gtk_widget_add_css_class (pill, "error");
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (cell), pill);
}

static void
bind_count (GtkWidget   *cell,
            const char  *what,
            guint        count,
            const char  *zero,
            gboolean     alarm,
            gboolean     missing)
{
  g_autofree char *text = count == 0 && zero != NULL ? g_strdup (zero)
                                                     : g_strdup_printf ("%u", count);
  g_autofree char *spoken = g_strdup_printf ("%s：%s", what, text);

  gtk_button_set_label (GTK_BUTTON (cell), text);
  dz_spoken_set_name (cell, spoken);
  gtk_widget_set_visible (cell, !missing);
  set_class (cell, "dz-alarm", alarm);
}

/* “原因：另有段落写到”: the heads of the columns are not read with the marks. */
static void
bind_content (GtkWidget   *cell,
              DzRosterRow *row,
              DzContent    content)
{
  GtkWidget *mark = gtk_button_get_child (GTK_BUTTON (cell));
  g_autofree char *spoken = NULL;

  dz_content_mark_set (DZ_CONTENT_MARK (mark), dz_roster_row_get_content (row, content, NULL));
  gtk_widget_set_sensitive (cell, !dz_roster_row_is_missing (row) &&
                                    dz_roster_row_get_content (row, content, NULL) != DZ_CONTENT_NOT_ASKED);
  spoken = g_strdup_printf ("%s：%s", dz_content_get_name (content), dz_content_mark_get_words (DZ_CONTENT_MARK (mark)));
  dz_spoken_set_name (cell, spoken);
}

/* The row is called by its body and what is known of it. */
static void
name_row (GtkWidget   *cell,
          DzRosterRow *row)
{
  GtkWidget *frame = gtk_widget_get_parent (cell);
  GtkWidget *list_row = frame != NULL ? gtk_widget_get_parent (frame) : NULL;
  const DzBody *body = dz_roster_row_get_body (row);
  g_autofree char *words =
    dz_roster_row_is_missing (row)
      ? g_strdup_printf ("%s，%s，%s", body->name, body->kind != NULL ? body->kind : "", _("Not submitted"))
      : g_strdup_printf ("%s，%s，%s", body->name, body->kind != NULL ? body->kind : "",
                         dz_reviewing_title (dz_roster_row_get_reviewing (row)));

  if (list_row != NULL)
    dz_spoken_set_name (list_row, words);
}

static void
bind_row (DzRosterView *self,
          GtkWidget    *cell,
          Column        column,
          DzRosterRow  *row)
{
  const DzBody *body = dz_roster_row_get_body (row);
  DzReport *report = dz_roster_row_get_report (row);
  gboolean missing = dz_roster_row_is_missing (row);

  switch (column)
    {
    case COLUMN_BODY:
      gtk_label_set_label (GTK_LABEL (cell), body->name);
      dz_tip_set (cell, body->name);
      name_row (cell, row);
      break;

    case COLUMN_KIND:
      gtk_label_set_label (GTK_LABEL (cell), body->kind);
      break;

    case COLUMN_DUE:
      gtk_label_set_label (GTK_LABEL (cell),
                           report != NULL ? dz_report_kind_title (report->identity.kind)
                           : body->due != DZ_KIND_OTHER ? dz_report_kind_title (body->due)
                                                        : dz_report_kind_title (DZ_KIND_ANNUAL_REPORT));
      break;

    case COLUMN_RECEIVED:
      if (shows_already (cell, missing ? g_strdup ("missing")
                                       : dup_shown_day (self, dz_roster_row_get_received (row),
                                                        dz_roster_row_get_days_late (row))))
        break;
      if (missing)
        bind_received_missing (self, cell);
      else
        bind_date (self, cell, dz_roster_row_get_received (row), dz_roster_row_get_days_late (row),
                   FALSE);
      break;

    case COLUMN_PUBLISHED:
      if (shows_already (cell, missing ? g_strdup ("missing")
                                       : dup_shown_day (self, dz_roster_row_get_published (row),
                                                        dz_roster_row_get_publish_days_late (row))))
        break;
      if (missing)
        empty_box (cell);
      else
        bind_published (self, cell, row);
      break;

    case COLUMN_FIGURES:
      bind_count (cell, _("Figure count"), dz_roster_row_get_n_figures (row), NULL, FALSE, missing);
      break;

    case COLUMN_WEAKNESSES:
      bind_count (cell, _("Weakness count"), dz_roster_row_get_n_weaknesses (row), _("none declared"),
                  dz_roster_row_get_n_weaknesses (row) == 0, missing);
      break;

    case COLUMN_FAILING:
      bind_count (cell, _("Failed checks"), dz_roster_row_get_n_failing (row), NULL,
                  dz_roster_row_get_n_failing (row) > 0, missing);
      break;

    case COLUMN_STATE:
      if (shows_already (cell, missing ? g_strdup ("missing")
                                       : g_strdup_printf ("%d %s", dz_roster_row_get_reviewing (row),
                                                          report->note != NULL ? report->note : "")))
        break;
      if (missing)
        bind_missing (self, cell);
      else
        bind_state (self, cell, row);
      break;

    case COLUMN_CONTENT:
    case N_COLUMNS:
    default:
      bind_content (cell, row, content_order[column - COLUMN_CONTENT]);
      break;
    }
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  GtkWidget *cell = make_cell ((Column) GPOINTER_TO_INT (user_data), item);

  g_object_set_data (G_OBJECT (cell), "dz-item", item);
  g_object_set_data (G_OBJECT (item), "dz-view", g_object_get_data (G_OBJECT (factory), "dz-view"));
  g_object_set_data (G_OBJECT (item), "dz-column", user_data);
  gtk_list_item_set_child (item, cell);
}

static void
show_row (GtkListItem *item)
{
  GtkWidget *cell = gtk_list_item_get_child (item);
  Column column = (Column) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (item), "dz-column"));
  DzRosterRow *row = gtk_list_item_get_item (item);
  GtkWidget *frame = gtk_widget_get_parent (cell);

  bind_row (g_object_get_data (G_OBJECT (item), "dz-view"), cell, column, row);
  if (frame != NULL)
    set_class (frame, "dz-hatched", column >= COLUMN_RECEIVED && dz_roster_row_is_missing (row));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  show_row (item);
  g_signal_connect_swapped (gtk_list_item_get_item (item), "changed", G_CALLBACK (show_row), item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           gpointer                  user_data)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), show_row, item);
}

static char *
column_title (Column column)
{
  switch (column)
    {
    case COLUMN_BODY: return g_strdup (_("Body"));
    case COLUMN_KIND: return g_strdup (_("Type"));
    case COLUMN_DUE: return g_strdup (_("Kind"));
    case COLUMN_RECEIVED: return g_strdup (_("Received"));
    case COLUMN_PUBLISHED: return g_strdup (_("Published"));
    case COLUMN_FIGURES: return g_strdup (_("Figure count"));
    case COLUMN_WEAKNESSES: return g_strdup (_("Weakness count"));
    case COLUMN_FAILING: return g_strdup (_("Failed checks"));
    case COLUMN_STATE: return g_strdup (_("State"));
    case COLUMN_CONTENT:
    case N_COLUMNS:
    default: return g_strdup (dz_content_get_name (content_order[column - COLUMN_CONTENT]));
    }
}

static void
add_columns (DzRosterView *self)
{
  for (int i = 0; i < N_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autofree char *title = column_title ((Column) i);
      GtkColumnViewColumn *column;

      g_object_set_data (G_OBJECT (factory), "dz-view", self);
      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
      g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
      column = gtk_column_view_column_new (title, factory);
      if (widths[i] > 0)
        gtk_column_view_column_set_fixed_width (column, (int) (widths[i] * dz_text_scale (GTK_WIDGET (self))));
      else
        gtk_column_view_column_set_expand (column, TRUE);
      gtk_column_view_column_set_sorter (column,
        GTK_SORTER (gtk_custom_sorter_new (compare_cb, GINT_TO_POINTER (i), NULL)));
      gtk_column_view_append_column (self->table, column);
      g_object_unref (column);
    }
}

/* The heads of numbers and dates stand over them. GTK 4.8 has no property for it. */
static void
align_heads (DzRosterView *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->table));
  int column = 0;

  for (GtkWidget *head = gtk_widget_get_first_child (header); head != NULL;
       head = gtk_widget_get_next_sibling (head), column++)
    {
      GtkWidget *box = gtk_widget_get_first_child (head);

      if (box == NULL)
        continue;
      if (column == COLUMN_RECEIVED || column == COLUMN_PUBLISHED ||
          (column >= COLUMN_FIGURES && column <= COLUMN_FAILING))
        gtk_widget_set_halign (box, GTK_ALIGN_END);
      else if (column >= COLUMN_CONTENT && column < COLUMN_FIGURES)
        gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
    }
}

static void
row_activated_cb (DzRosterView *self,
                  guint         position)
{
  g_autoptr(DzRosterRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  DzReport *report = row != NULL ? dz_roster_row_get_report (row) : NULL;

  if (report != NULL)
    dz_session_go (dz_view_get_session (DZ_VIEW (self)), "reading", report->body_id, report->id,
                   DZ_SPAN_NONE);
}

/* Ctrl+Enter: the chosen rows side by side. */
static void
compare_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  DzRosterView *self = DZ_ROSTER_VIEW (widget);
  DzSession *session = dz_view_get_session (DZ_VIEW (self));
  g_autoptr(GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < gtk_bitset_get_size (chosen); i++)
    {
      g_autoptr(DzRosterRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection),
                                                          gtk_bitset_get_nth (chosen, i));
      DzReport *report = dz_roster_row_get_report (row);

      if (report != NULL)
        g_array_append_val (ids, report->id);
    }
  if (ids->len >= 2 && ids->len <= 6)
    dz_session_compare (session, ids);
  else
    dz_session_toast (session, _("Choose two to six rows with reports first (Shift or Ctrl and click)"),
                      FALSE);
}

static void
reminders_response_cb (GtkNativeDialog *chooser,
                       int              response,
                       DzRosterView    *self)
{
  g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *csv = NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  if (response != GTK_RESPONSE_ACCEPT || path == NULL || self->roster == NULL)
    return;
  csv = dz_reminders_dup_csv (self->roster, today);
  if (!g_file_set_contents (path, csv, -1, &error))
    {
      dz_session_toast_error (dz_view_get_session (DZ_VIEW (self)), error);
      return;
    }
  text = g_strdup_printf (_("Saved as %s"), path);
  dz_session_toast (dz_view_get_session (DZ_VIEW (self)), text, FALSE);
}

static void
reminders_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  DzRosterView *self = DZ_ROSTER_VIEW (widget);
  g_autofree char *file = g_strdup_printf (_("Reminders %d.csv"),
                                           dz_roster_table_get_year (self->roster));

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Save the List of Missing Reports"),
                                               GTK_WINDOW (gtk_widget_get_root (widget)),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), file);
  g_signal_connect (self->chooser, "response", G_CALLBACK (reminders_response_cb), self);
  dz_chooser_drop_when_answered (&self->chooser);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
toggled_cb (GtkToggleButton *button,
            DzRosterView    *self)
{
  if (!gtk_toggle_button_get_active (button) || self->filter == NULL)
    return;
  self->show = (Show) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "dz-show"));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
add_toggles (DzRosterView *self)
{
  for (int i = 0; i < N_SHOWS; i++)
    {
      GtkWidget *button = gtk_toggle_button_new ();

      self->shows[i] = GTK_TOGGLE_BUTTON (button);
      if (i > 0)
        gtk_toggle_button_set_group (self->shows[i], self->shows[0]);
      g_object_set_data (G_OBJECT (button), "dz-show", GINT_TO_POINTER (i));
      g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
      gtk_box_append (GTK_BOX (self->toggles), button);
    }
  gtk_toggle_button_set_active (self->shows[SHOW_ALL], TRUE);
}

static void
update_toggles (DzRosterView *self)
{
  const char *titles[N_SHOWS] = { _("All"), _("Not submitted"), _("Contents missing"), _("Disputed"),
                                  _("Unread") };
  GListModel *rows = dz_roster_table_get_rows (self->roster);
  guint counts[N_SHOWS] = { 0 };

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(DzRosterRow) row = g_list_model_get_item (rows, i);

      for (int k = 0; k < N_SHOWS; k++)
        counts[k] += is_shown (row, (Show) k);
    }
  for (int k = 0; k < N_SHOWS; k++)
    {
      g_autofree char *label = g_strdup_printf ("%s %u", titles[k], counts[k]);

      gtk_button_set_label (GTK_BUTTON (self->shows[k]), label);
      gtk_widget_set_sensitive (GTK_WIDGET (self->shows[k]), counts[k] > 0 || k == SHOW_ALL);
    }
}

static void
update_foot (DzRosterView *self)
{
  const DzRosterTotals *totals = dz_roster_table_get_totals (self->roster);
  g_autofree char *submit_by = dz_roster_table_dup_submit_by (self->roster);
  g_autofree char *received = g_strdup_printf (_("Received %u / %u"), totals->received, totals->due);
  g_autofree char *on_time = g_strdup_printf (_("On time %u"), totals->on_time);
  g_autofree char *published = g_strdup_printf (_("Published %u"), totals->published);
  g_autofree char *until = g_strdup_printf (_("Due by %s"), submit_by);

  gtk_label_set_label (self->received, received);
  gtk_label_set_label (self->on_time, on_time);
  gtk_label_set_label (self->published, published);
  gtk_label_set_label (self->until, until);
  gtk_progress_bar_set_fraction (self->bar, totals->due > 0 ? (double) totals->received / totals->due : 0);
}

/* The bodies whose rows are chosen. */
static GHashTable *
list_chosen (DzRosterView *self)
{
  GHashTable *chosen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(GtkBitset) positions = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  for (guint i = 0; i < gtk_bitset_get_size (positions); i++)
    {
      g_autoptr(DzRosterRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection),
                                                          gtk_bitset_get_nth (positions, i));

      g_hash_table_add (chosen, g_memdup2 (&dz_roster_row_get_body (row)->id, sizeof (gint64)));
    }

  return chosen;
}

static void
choose_again (DzRosterView *self,
              GHashTable   *chosen)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr(DzRosterRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (g_hash_table_contains (chosen, &dz_roster_row_get_body (row)->id))
        gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), i, FALSE);
    }
}

/* A row stays its body's. */
static DzFollow
follow_cb (gpointer shown,
           gpointer next)
{
  if (dz_roster_row_get_body (shown)->id != dz_roster_row_get_body (next)->id)
    return DZ_FOLLOW_NOT;

  return dz_roster_row_follow (shown, next) ? DZ_FOLLOW_CHANGED : DZ_FOLLOW_AS_IS;
}

/* Rows chosen before are chosen again as they come; rows that became others may belong elsewhere. */
static void
rows_taken_cb (gpointer user_data,
               gboolean all)
{
  DzRosterView *self = user_data;

  if (all)
    {
      gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
      gtk_sorter_changed (gtk_sort_list_model_get_sorter (self->sorted), GTK_SORTER_CHANGE_DIFFERENT);
    }
  choose_again (self, self->chosen);
  if (!all)
    return;
  self->refilling = FALSE;
  selection_changed_cb (self);
}

static void
dz_roster_view_update (DzView    *view,
                       DzSession *session)
{
  DzRosterView *self = DZ_ROSTER_VIEW (view);
  DzReview *review = dz_session_get_review (session);

  /* while rows still come, those chosen before them are not all there */
  if (!self->refilling)
    {
      g_clear_pointer (&self->chosen, g_hash_table_unref);
      self->chosen = list_chosen (self);
    }
  g_set_object (&self->roster, dz_shared_tables_get_roster (dz_session_get_tables (session)));
  self->refilling = TRUE;
  dz_slices_take (&self->rows, dz_roster_table_get_rows (self->roster));
  update_toggles (self);
  update_foot (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "roster.reminders",
                                 dz_roster_table_get_totals (self->roster)->missing > 0);
  gtk_stack_set_visible_child_name (self->stack, review->bodies->len > 0 ? "table" : "empty");
}

/* The list item of the cell at a place of the table, NULL: none there. */
static GtkListItem *
find_item (DzRosterView *self,
           double        x,
           double        y)
{
  for (GtkWidget *at = gtk_widget_pick (GTK_WIDGET (self->table), x, y, GTK_PICK_DEFAULT); at != NULL;
       at = gtk_widget_get_parent (at))
    {
      GtkWidget *inside = gtk_widget_get_first_child (at);
      GtkListItem *item = g_object_get_data (G_OBJECT (at), "dz-item");

      if (item == NULL && inside != NULL)
        item = g_object_get_data (G_OBJECT (inside), "dz-item");
      if (item != NULL)
        return item;
    }

  return NULL;
}

static gboolean
focus_row_cb (gpointer user_data)
{
  DzRosterView *self = user_data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->table)))
    return G_SOURCE_REMOVE;
  while (focus != NULL && g_strcmp0 (gtk_widget_get_css_name (focus), "row") != 0)
    focus = gtk_widget_get_parent (focus);
  if (focus != NULL)
    gtk_root_set_focus (root, focus);

  return G_SOURCE_REMOVE;
}

/* Ctrl and a click take a row in or out. GTK 4.8 does so twice, once for the row and once for the
 * cell, so it must not hear of it. */
static void
ctrl_pressed_cb (GtkGestureClick *click,
                 int              n_press,
                 double           x,
                 double           y,
                 DzRosterView    *self)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (self->selection);
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));
  GtkListItem *item = (state & GDK_CONTROL_MASK) != 0 ? find_item (self, x, y) : NULL;
  guint position;

  /* a click gives the focus to the first button of the row: that is to be the row's */
  if (gtk_widget_get_ancestor (gtk_widget_pick (GTK_WIDGET (self->table), x, y, GTK_PICK_DEFAULT), GTK_TYPE_BUTTON) == NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT, focus_row_cb, g_object_ref (self), g_object_unref);
  if (item == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  position = gtk_list_item_get_position (item);
  if (gtk_selection_model_is_selected (model, position))
    gtk_selection_model_unselect_item (model, position);
  else
    gtk_selection_model_select_item (model, position, FALSE);
}

/* An arrow leads to a row, not to the first button in it: Enter opens the report. */
static gboolean
row_key_cb (GtkEventControllerKey *controller,
            guint                  key,
            guint                  code,
            GdkModifierType        state,
            DzRosterView          *self)
{
  if (key == GDK_KEY_Up || key == GDK_KEY_Down || key == GDK_KEY_Page_Up || key == GDK_KEY_Page_Down)
    g_idle_add_full (G_PRIORITY_DEFAULT, focus_row_cb, g_object_ref (self), g_object_unref);

  return FALSE;
}

static void
add_row_events (DzRosterView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (ctrl_pressed_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (row_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->table), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self->table), keys);
}

static void
dz_roster_view_show_evidence (DzView *view)
{
  DzRosterView *self = DZ_ROSTER_VIEW (view);
  g_autoptr(GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  g_autoptr(DzRosterRow) row = NULL;

  if (gtk_bitset_get_size (chosen) == 1)
    row = g_list_model_get_item (G_LIST_MODEL (self->selection), gtk_bitset_get_nth (chosen, 0));
  if (row == NULL || dz_roster_row_get_report (row) == NULL)
    return;
  self->marked = MAX (self->marked, 0);
  show_content (self, row, (DzContent) self->marked);
}

static void
dz_roster_view_open (DzView *view,
                     gint64  body_id,
                     gint64  report_id,
                     DzSpan  span)
{
  DzRosterView *self = DZ_ROSTER_VIEW (view);
  GListModel *rows = G_LIST_MODEL (self->selection);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(DzRosterRow) row = g_list_model_get_item (rows, i);

      if (dz_roster_row_get_body (row)->id == body_id)
        gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), i, TRUE);
    }
}

static void
add_legend (DzRosterView *self)
{
  static const DzContentMark marks[] = { DZ_CONTENT_OWN, DZ_CONTENT_ELSEWHERE, DZ_CONTENT_ABSENT,
                                         DZ_CONTENT_NOT_ASKED };
  const char *words[] = { _("own section"), _("elsewhere in the text"), _("not found"),
                          _("not asked"), _("not reported") };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
      GtkWidget *mark = dz_content_mark_new ();
      GtkWidget *label = gtk_label_new (words[i]);

      if (i < G_N_ELEMENTS (marks))
        dz_content_mark_set (DZ_CONTENT_MARK (mark), marks[i]);
      else
        dz_content_mark_set_dash (DZ_CONTENT_MARK (mark));
      gtk_widget_add_css_class (label, "dz-secondary");
      gtk_box_append (GTK_BOX (box), mark);
      gtk_box_append (GTK_BOX (box), label);
      gtk_box_append (GTK_BOX (self->legend), box);
    }
}

static void
dz_roster_view_dispose (GObject *object)
{
  DzRosterView *self = DZ_ROSTER_VIEW (object);

  g_clear_object (&self->roster);
  g_clear_object (&self->selection);
  g_clear_object (&self->chooser);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), DZ_TYPE_ROSTER_VIEW);
  dz_slices_clear (&self->rows);
  g_clear_pointer (&self->chosen, g_hash_table_unref);

  G_OBJECT_CLASS (dz_roster_view_parent_class)->dispose (object);
}

static void
dz_roster_view_class_init (DzRosterViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dz_roster_view_dispose;
  DZ_VIEW_CLASS (klass)->update = dz_roster_view_update;
  DZ_VIEW_CLASS (klass)->open = dz_roster_view_open;
  DZ_VIEW_CLASS (klass)->show_evidence = dz_roster_view_show_evidence;

  gtk_widget_class_install_action (widget_class, "roster.compare", NULL, compare_action);
  gtk_widget_class_install_action (widget_class, "roster.reminders", NULL, reminders_action);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duizhao/Duizhao/dz-roster-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DzRosterView, toggles);
  gtk_widget_class_bind_template_child (widget_class, DzRosterView, until);
  gtk_widget_class_bind_template_child (widget_class, DzRosterView, table);
  gtk_widget_class_bind_template_child (widget_class, DzRosterView, received);
  gtk_widget_class_bind_template_child (widget_class, DzRosterView, bar);
  gtk_widget_class_bind_template_child (widget_class, DzRosterView, on_time);
  gtk_widget_class_bind_template_child (widget_class, DzRosterView, published);
  gtk_widget_class_bind_template_child (widget_class, DzRosterView, legend);
  gtk_widget_class_bind_template_child (widget_class, DzRosterView, stack);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
dz_roster_view_init (DzRosterView *self)
{
  g_autoptr(GtkMultiSorter) sorter = NULL;
  GtkSorter *columns;
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->marked = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_toggles (self);
  add_columns (self);
  align_heads (self);
  add_legend (self);

  sorter = gtk_multi_sorter_new ();
  gtk_multi_sorter_append (sorter, GTK_SORTER (gtk_custom_sorter_new (missing_first_cb, NULL, NULL)));
  columns = gtk_column_view_get_sorter (self->table);
  gtk_multi_sorter_append (sorter, g_object_ref (columns));
  self->filter = gtk_custom_filter_new (filter_cb, self, NULL);
  dz_slices_init (&self->rows, DZ_TYPE_ROSTER_ROW, follow_cb, rows_taken_cb, self);
  self->filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->rows.rows)), GTK_FILTER (self->filter));
  self->sorted = gtk_sort_list_model_new (G_LIST_MODEL (self->filtered),
                                          GTK_SORTER (g_steal_pointer (&sorter)));
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (self->sorted));
  /* before the rows, to which Ctrl+Enter is Enter */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK),
                      gtk_named_action_new ("roster.compare")));
  gtk_widget_add_controller (GTK_WIDGET (self->table), keys);
  add_row_events (self);
  g_signal_connect_swapped (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self);
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
}

/* dz-common-quotations.c - what each body says of one weakness: sentence, answer of the plan, causes
 *
 * A column per body that names the code, then those whose words wait to be
 * confirmed. A click shows the passage in the evidence pane, two clicks the report.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-common-quotations.h"

#include "dz-briefing.h"
#include "dz-declared.h"
#include "dz-growing.h"
#include "dz-pill.h"
#include "dz-prose.h"
#include "dz-quotation.h"
#include "dz-session-corrections.h"
#include "dz-spoken.h"
#include "dz-text-scale.h"
#include "dz-tip.h"
#include "dz-wrap-box.h"

#include <glib/gi18n-lib.h>

#define LEAST_COLUMN 280
#define LEAST_HEIGHT 184
#define MOST_SCALE 1.3
#define MOST_SIDE_BY_SIDE 6
#define MOST_NAMES 6
#define EDGE_WIDTH 3 /* px */
#define COLUMNS_FIRST 6
#define COLUMNS_AT_ONCE 24
#define SENTENCE_LINE_HEIGHT 1.05f

struct _DzCommonQuotations
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkLabel *count;
  GtkLabel *note;
  GtkToggleButton *brief_button;
  GtkButton *read_button;
  GtkLabel *read_label;
  GtkBox *columns;
  GtkAdjustment *across;

  DzSession *session;
  const char *code; /* (nullable) interned: the weakness shown */
  gboolean is_common;
  gboolean filling;
  GArray *report_ids; /* gint64: those that name it, roster order */
  DzCommonWeaknesses *common; /* (nullable) */
  DzCommonRow *row;           /* (nullable) */
  GArray *order;              /* guint: bodies, a column each */
  DzGrowing *growing;
};

G_DEFINE_FINAL_TYPE (DzCommonQuotations, dz_common_quotations, ADW_TYPE_BIN)

static GtkWidget *
make_sentence (const DzWeaknessCell *cell,
               const char           *theme)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < cell->weaknesses->len; i++)
    {
      g_autofree char *text = dz_declared_dup_point (cell->report, dz_weakness_cell_get (cell, i));

      gtk_box_append (GTK_BOX (words), dz_prose_new (text, "dz-common-sentence", SENTENCE_LINE_HEIGHT));
    }
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_add_css_class (words, theme);
  gtk_box_append (GTK_BOX (box), dz_quotation_edge_new (theme, EDGE_WIDTH));
  gtk_box_append (GTK_BOX (box), words);

  return box;
}

/* Where there is no room beside it the marks stand under the name: it is what a reader looks for. */
static GtkWidget *
make_head (const DzBody         *body,
           const DzWeaknessCell *cell)
{
  GtkWidget *box = g_object_new (DZ_TYPE_WRAP_BOX, NULL);
  GtkWidget *name = gtk_label_new (body->name);

  gtk_widget_add_css_class (name, "heading");
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_yalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_parent (name, box);
  if (cell->naming == DZ_NAMING_SUGGESTED)
    gtk_widget_set_parent (dz_pill_new (_("to be confirmed"), "info"), box);
  if (cell->last_year)
    gtk_widget_set_parent (dz_pill_new (_("last year too"), "plain"), box);
  if (cell->same_as != NULL && cell->same_as->len > 0)
    {
      g_autofree char *same = g_strdup_printf (_("same words in %u reports"), cell->same_as->len + 1);

      gtk_widget_set_parent (dz_pill_new (same, "warning"), box);
    }
  gtk_widget_set_parent (dz_pill_new_grade (cell->grade), box);

  return box;
}

static GtkWidget *
make_line (const char *what,
           const char *words)
{
  g_autofree char *markup = g_markup_printf_escaped ("<b>%s</b> %s", what, words);

  return dz_prose_new_markup (markup, "dz-secondary");
}

static void
add_answer (GtkBox               *box,
            const DzWeaknessCell *cell)
{
  const DzWeakness *answered = dz_weakness_cell_get_answer (cell);
  g_autofree char *words = NULL;

  if (answered != NULL && !dz_span_is_empty (answered->answer))
    words = dz_declared_dup_sentence (cell->report, answered->answer);
  gtk_box_append (box, make_line (_("Intends"), words != NULL ? words : _("no measure for this weakness")));
}

static void
add_causes (GtkBox               *box,
            DzCommonQuotations   *self,
            const DzWeaknessCell *cell)
{
  for (guint i = 0; cell->causes != NULL && i < cell->causes->len; i++)
    {
      const DzCause *cause = &g_array_index (cell->report->causes, DzCause,
                                             g_array_index (cell->causes, guint, i));
      g_autofree char *words = dz_declared_dup_sentence (cell->report, cause->span);

      gtk_box_append (box, make_line (_("Cause"), words));
    }
}

static void
column_released_cb (GtkGestureClick    *click,
                    int                 n_press,
                    double              x,
                    double              y,
                    DzCommonQuotations *self)
{
  GtkWidget *column = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click));
  DzReport *report = g_object_get_data (G_OBJECT (column), "dz-report");
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (column), "dz-index"));

  if (n_press == 2)
    dz_session_go (self->session, "reading", report->body_id, report->id,
                   g_array_index (report->weaknesses, DzWeakness, index).span);
  else
    dz_session_show_weakness (self->session, report, index);
}

static void
add_column (DzCommonQuotations   *self,
            const DzBody         *body,
            const DzWeaknessCell *cell,
            const char           *theme)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_add_css_class (box, "dz-common-column");
  if (gtk_widget_get_first_child (GTK_WIDGET (self->columns)) != NULL)
    gtk_widget_add_css_class (box, "dz-divided");
  dz_text_scale_request (box, LEAST_COLUMN, -1);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), make_head (body, cell));
  gtk_box_append (GTK_BOX (box), make_sentence (cell, theme));
  add_answer (GTK_BOX (box), cell);
  add_causes (GTK_BOX (box), self, cell);
  g_object_set_data_full (G_OBJECT (box), "dz-report", dz_report_ref (cell->report),
                          (GDestroyNotify) dz_report_unref);
  g_object_set_data (G_OBJECT (box), "dz-index", GUINT_TO_POINTER (g_array_index (cell->weaknesses, guint, 0)));
  g_signal_connect (click, "released", G_CALLBACK (column_released_cb), self);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_cursor_from_name (box, "pointer");
  gtk_box_append (self->columns, box);
}

/* “澜桥镇、栖砚镇”; of many the first ones and how many there are. */
static char *
join_names (GPtrArray *bodies)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < MIN (bodies->len, MOST_NAMES); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "、" : "",
                            ((const DzBody *) g_ptr_array_index (bodies, i))->name);
  if (bodies->len > MOST_NAMES)
    g_string_append_printf (names, _(" and others, %u in all,"), bodies->len);

  return g_string_free (names, FALSE);
}

static void
append_note (GString    *note,
             const char *format,
             GPtrArray  *bodies)
{
  g_autofree char *names = join_names (bodies);
  g_auto(GStrv) parts = g_strsplit (format, "%s", 2);

  if (bodies->len == 0)
    return;
  g_string_append_printf (note, "%s%s%s%s", note->len > 0 ? "，" : "", parts[0], names,
                          parts[1] != NULL ? parts[1] : "");
}

/* “其中澜桥镇、栖砚镇这句文字相同，上年万榆镇也提出”. */
static char *
dup_note (DzCommonWeaknesses *common,
          DzCommonRow        *row)
{
  GPtrArray *bodies = dz_common_weaknesses_get_bodies (common);
  g_autoptr(GPtrArray) same = g_ptr_array_new ();
  g_autoptr(GPtrArray) again = g_ptr_array_new ();
  g_autoptr(GPtrArray) waiting = g_ptr_array_new ();
  GString *note = g_string_new (NULL);

  for (guint i = 0; i < bodies->len; i++)
    {
      const DzWeaknessCell *cell = dz_common_row_get_cell (row, i);

      if (cell->naming == DZ_NAMING_NAMED && cell->same_as != NULL && cell->same_as->len > 0)
        g_ptr_array_add (same, g_ptr_array_index (bodies, i));
      if (cell->naming == DZ_NAMING_NAMED && cell->last_year)
        g_ptr_array_add (again, g_ptr_array_index (bodies, i));
      if (cell->naming == DZ_NAMING_SUGGESTED)
        g_ptr_array_add (waiting, g_ptr_array_index (bodies, i));
    }
  append_note (note, _("%s use the same words"), same);
  append_note (note, _("%s named it last year too"), again);
  append_note (note, _("%s to be confirmed"), waiting);

  return g_string_free (note, FALSE);
}

static void
show_head (DzCommonQuotations *self,
           DzCommonWeaknesses *common,
           DzCommonRow        *row)
{
  g_autofree char *count = g_strdup_printf (_("named by %2$u of %1$u bodies"), dz_common_row_get_total (row),
                                            dz_common_row_get_count (row));
  g_autofree char *note = dup_note (common, row);
  guint n = MIN (self->report_ids->len, MOST_SIDE_BY_SIDE);
  g_autofree char *read = n == 1 ? g_strdup (_("Read the Report"))
                                 : g_strdup_printf (_("Read %u Side by Side"), n);

  gtk_label_set_label (self->title, dz_common_row_get_entry (row)->name);
  gtk_label_set_label (self->count, count);
  gtk_label_set_label (self->note, note);
  dz_tip_set (GTK_WIDGET (self->note), *note != '\0' ? note : NULL);
  gtk_label_set_label (self->read_label, read);
  dz_spoken_set_name (GTK_WIDGET (self->read_button), read);
  gtk_widget_set_visible (GTK_WIDGET (self->read_button), n > 0);
}

static DzBriefingOptions *
make_options (DzCommonQuotations *self)
{
  return dz_briefing_options_new (dz_session_get_review (self->session), dz_session_get_year (self->session));
}

static void
show_brief (DzCommonQuotations *self,
            DzCommonRow        *row)
{
  DzBriefingOptions *options = make_options (self);

  self->is_common = dz_common_row_is_common (row);
  self->filling = TRUE;
  gtk_toggle_button_set_active (self->brief_button,
                                dz_briefing_options_has_point (options, self->code, self->is_common) &&
                                  dz_briefing_options_find_part (options, "weaknesses")->ticked);
  self->filling = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->brief_button), dz_common_row_get_count (row) > 0);
  dz_briefing_options_free (options);
}

static void
brief_toggled_cb (DzCommonQuotations *self)
{
  DzCounty *county;
  DzBriefingOptions *options;
  gboolean taken = gtk_toggle_button_get_active (self->brief_button);

  if (self->filling || self->code == NULL)
    return;
  options = make_options (self);
  county = dz_county_copy (dz_session_get_review (self->session)->county);
  dz_briefing_options_set_point (options, self->code, taken, self->is_common);
  g_free (county->brief_contents);
  county->brief_contents = dz_briefing_options_to_string (options);
  if (dz_session_set_county (self->session, county, NULL))
    dz_session_toast (self->session, taken ? _("Written into the briefing") : _("Left out of the briefing"), TRUE);
  dz_county_free (county);
  dz_briefing_options_free (options);
}

static void
read_clicked_cb (DzCommonQuotations *self)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_vals (ids, self->report_ids->data, MIN (self->report_ids->len, MOST_SIDE_BY_SIDE));
  dz_session_compare (self->session, ids);
}

static void
make_column (guint    index,
             gpointer user_data)
{
  DzCommonQuotations *self = user_data;
  guint i = g_array_index (self->order, guint, index);

  add_column (self, g_ptr_array_index (dz_common_weaknesses_get_bodies (self->common), i),
              dz_common_row_get_cell (self->row, i), dz_common_row_get_entry (self->row)->theme);
}

static void
dz_common_quotations_dispose (GObject *object)
{
  DzCommonQuotations *self = DZ_COMMON_QUOTATIONS (object);

  g_clear_pointer (&self->growing, dz_growing_free);
  g_clear_object (&self->session);
  g_clear_object (&self->common);
  g_clear_object (&self->row);
  g_clear_pointer (&self->report_ids, g_array_unref);
  g_clear_pointer (&self->order, g_array_unref);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), DZ_TYPE_COMMON_QUOTATIONS);

  G_OBJECT_CLASS (dz_common_quotations_parent_class)->dispose (object);
}

static void
dz_common_quotations_class_init (DzCommonQuotationsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DZ_TYPE_WRAP_BOX);
  G_OBJECT_CLASS (klass)->dispose = dz_common_quotations_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duizhao/Duizhao/dz-common-quotations.ui");
  gtk_widget_class_bind_template_child (widget_class, DzCommonQuotations, title);
  gtk_widget_class_bind_template_child (widget_class, DzCommonQuotations, count);
  gtk_widget_class_bind_template_child (widget_class, DzCommonQuotations, note);
  gtk_widget_class_bind_template_child (widget_class, DzCommonQuotations, brief_button);
  gtk_widget_class_bind_template_child (widget_class, DzCommonQuotations, read_button);
  gtk_widget_class_bind_template_child (widget_class, DzCommonQuotations, read_label);
  gtk_widget_class_bind_template_child (widget_class, DzCommonQuotations, columns);
  gtk_widget_class_bind_template_child (widget_class, DzCommonQuotations, across);
  gtk_widget_class_bind_template_callback (widget_class, brief_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, read_clicked_cb);
}

/* Room for a head and some lines; with large text the list above keeps some too. */
static void
ask_for_height (DzCommonQuotations *self)
{
  GtkWidget *inside = adw_bin_get_child (ADW_BIN (self));

  gtk_widget_set_size_request (inside, -1, (int) (LEAST_HEIGHT * MIN (dz_text_scale (GTK_WIDGET (self)), MOST_SCALE)));
}

static void
dz_common_quotations_init (DzCommonQuotations *self)
{
  self->report_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_init_template (GTK_WIDGET (self));
  self->growing = dz_growing_new (self->across, COLUMNS_FIRST, COLUMNS_AT_ONCE, make_column, self);
}

/* Those that name it before those whose words wait, each in roster order. */
static void
list_order (DzCommonQuotations *self)
{
  const DzNamingState states[] = { DZ_NAMING_NAMED, DZ_NAMING_SUGGESTED };
  guint n_bodies = dz_common_weaknesses_get_bodies (self->common)->len;

  g_array_set_size (self->report_ids, 0);
  g_array_set_size (self->order, 0);
  for (guint k = 0; k < G_N_ELEMENTS (states); k++)
    for (guint i = 0; i < n_bodies; i++)
      {
        const DzWeaknessCell *cell = dz_common_row_get_cell (self->row, i);

        if (cell->naming != states[k] || cell->weaknesses == NULL || cell->weaknesses->len == 0)
          continue;
        g_array_append_val (self->order, i);
        if (cell->naming == DZ_NAMING_NAMED)
          g_array_append_val (self->report_ids, cell->report->id);
      }
}

/**
 * dz_common_quotations_show:
 * @row: the weakness whose sentences are shown
 */
void
dz_common_quotations_show (DzCommonQuotations *self,
                           DzSession          *session,
                           DzCommonWeaknesses *common,
                           DzCommonRow        *row)
{
  gboolean is_same = self->code == dz_common_row_get_entry (row)->id;
  GtkWidget *child;

  g_return_if_fail (DZ_IS_COMMON_QUOTATIONS (self));

  ask_for_height (self);
  g_set_object (&self->session, session);
  g_set_object (&self->common, common);
  g_set_object (&self->row, row);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->columns))) != NULL)
    gtk_box_remove (self->columns, child);
  list_order (self);
  dz_growing_start (self->growing, self->order->len, is_same);
  if (!is_same)
    gtk_adjustment_set_value (self->across, 0);
  self->code = dz_common_row_get_entry (row)->id;
  show_head (self, common, row);
  show_brief (self, row);
}

/* dz-tables-window.c - what the columns of a county's table count: seen, said, then kept
 *
 * A row a column, those a person has to say something about first. What is kept is what stands here
 * when the button is pressed; what was said is remembered for next year's table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-tables-window.h"

#include "dz-choices.h"
#include "dz-tables-job.h"
#include "dz-text-scale.h"

#include <glib/gi18n-lib.h>

#define WIDTH 780
#define HEIGHT 620
#define MOST_NAMES 8
#define YEARS_BACK 6

struct _DzTablesWindow
{
  AdwWindow parent_instance;

  GtkBox *groups; /* borrowed */
  GtkLabel *summary;
  GtkWidget *keep;

  DzSession *session;
  GPtrArray *plans; /* DzTablePlan */
};

G_DEFINE_FINAL_TYPE (DzTablesWindow, dz_tables_window, ADW_TYPE_WINDOW)

/* Which plan and column a drop-down is about; column -1: the year of the plan. */
typedef struct
{
  DzTablePlan *plan;
  int column;
} Place;

static GPtrArray *
list_indicators (DzTablesWindow *self)
{
  return dz_codebook_list (dz_session_get_codebook (self->session), DZ_ENTRY_INDICATOR);
}

static guint
count_asked (DzTablesWindow *self)
{
  guint n = 0;

  for (guint i = 0; i < self->plans->len; i++)
    {
      const DzTablePlan *plan = g_ptr_array_index (self->plans, i);

      n += dz_table_plan_count_asked (plan) + (plan->year == 0);
    }

  return n;
}

/* How many numbers would be kept now. */
static guint
count_values (DzTablesWindow *self)
{
  guint n = 0;

  for (guint i = 0; i < self->plans->len; i++)
    {
      g_autoptr(DzCountyTable) table = dz_table_plan_make (g_ptr_array_index (self->plans, i),
                                                           dz_session_get_codebook (self->session));

      n += table->values->len;
    }

  return n;
}

static void
show_summary (DzTablesWindow *self)
{
  gboolean some = count_values (self) > 0;
  guint n = count_asked (self);
  g_autofree char *words = !some ? g_strdup (_("Nothing to import yet: it needs the year of a table and a column that counts something of the roster’s bodies"))
                           : n > 0 ? g_strdup_printf (ngettext ("%u question is open: what is not answered is left out",
                                                              "%u questions are open: what is not answered is left out", n), n)
                                 : g_strdup (_("What is said here is remembered for the next table"));

  gtk_label_set_label (self->summary, words);
  gtk_widget_set_sensitive (self->keep, some);
}

static void
chosen_cb (GtkDropDown    *drop,
           GParamSpec     *pspec,
           DzTablesWindow *self)
{
  const Place *place = g_object_get_data (G_OBJECT (drop), "dz-place");
  GPtrArray *indicators = list_indicators (self);
  guint selected = gtk_drop_down_get_selected (drop);
  gboolean asked = g_object_get_data (G_OBJECT (drop), "dz-asked") != NULL;

  /* a question begins with a row of its own: not answered yet */
  if (asked && selected == 0)
    return;
  selected -= asked;
  dz_table_plan_say (place->plan, (guint) place->column,
                     selected > 0 && selected <= indicators->len
                       ? ((const DzEntry *) g_ptr_array_index (indicators, selected - 1))->id : NULL);
  show_summary (self);
}

static void
year_chosen_cb (GtkDropDown    *drop,
                GParamSpec     *pspec,
                DzTablesWindow *self)
{
  const Place *place = g_object_get_data (G_OBJECT (drop), "dz-place");
  int *years = g_object_get_data (G_OBJECT (drop), "dz-years");

  dz_table_plan_set_year (place->plan, years[gtk_drop_down_get_selected (drop)]);
  show_summary (self);
}

static void
remember_place (GtkWidget   *drop,
                DzTablePlan *plan,
                int          column)
{
  Place place = { plan, column };

  g_object_set_data_full (G_OBJECT (drop), "dz-place", g_memdup2 (&place, sizeof place), g_free);
}

static GtkWidget *
make_row (const char *title,
          const char *subtitle,
          GtkWidget  *drop)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (drop, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), drop);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), drop);

  return row;
}

static GtkWidget *
make_year_row (DzTablesWindow *self,
               DzTablePlan    *plan)
{
  int latest = MAX (dz_session_get_year (self->session), plan->year) + 1;
  GtkWidget *drop = gtk_drop_down_new (NULL, NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GArray) years = g_array_new (FALSE, FALSE, sizeof (int));
  guint selected = 0;

  for (int i = -1; i <= YEARS_BACK; i++)
    {
      int year = i < 0 ? 0 : latest - i;

      if (i < 0 && plan->year != 0)
        continue;
      if (year == plan->year)
        selected = names->len;
      g_ptr_array_add (names, year == 0 ? g_strdup (_("Choose…")) : g_strdup_printf ("%d", year));
      g_array_append_val (years, year);
    }
  g_ptr_array_add (names, NULL);
  dz_choices_set (GTK_DROP_DOWN (drop), (const char *const *) names->pdata, selected, self);
  g_object_set_data_full (G_OBJECT (drop), "dz-years", g_memdup2 (years->data, years->len * sizeof (int)), g_free);
  remember_place (drop, plan, -1);
  g_signal_connect (drop, "notify::selected", G_CALLBACK (year_chosen_cb), self);

  return make_row (_("Year of the table"),
                   plan->year == 0 ? _("The title tells no whole year: please say which one it is of") : "", drop);
}

static GtkWidget *
make_column_row (DzTablesWindow *self,
                 DzTablePlan    *plan,
                 guint           at)
{
  const DzPlanColumn *column = &g_array_index (plan->columns, DzPlanColumn, at);
  GPtrArray *indicators = list_indicators (self);
  GtkWidget *drop = gtk_drop_down_new (NULL, NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  const char *guess = column->indicator != NULL
                        ? dz_codebook_name (dz_session_get_codebook (self->session), DZ_ENTRY_INDICATOR, column->indicator) : NULL;
  g_autofree char *asked = column->asked && guess != NULL
                             ? g_strdup_printf (_("Please say: perhaps “%s”?"), guess) : g_strdup (_("Please say"));
  g_autofree char *subtitle = g_strdup_printf (_("%u numbers: %s"), column->n_cells,
                                               column->sample != NULL ? column->sample : "");
  guint selected = 0;

  if (column->asked)
    {
      g_ptr_array_add (names, asked);
      g_object_set_data (G_OBJECT (drop), "dz-asked", drop);
    }
  g_ptr_array_add (names, _("Not used"));
  for (guint i = 0; i < indicators->len; i++)
    {
      const DzEntry *entry = g_ptr_array_index (indicators, i);

      if (!column->asked && entry->id == column->indicator)
        selected = names->len;
      g_ptr_array_add (names, entry->name);
    }
  g_ptr_array_add (names, NULL);
  dz_choices_add_search (GTK_DROP_DOWN (drop));
  dz_choices_set (GTK_DROP_DOWN (drop), (const char *const *) names->pdata, selected, self);
  gtk_widget_set_size_request (drop, (int) (300 * dz_text_scale (GTK_WIDGET (self))), -1);
  remember_place (drop, plan, (int) at);
  g_signal_connect (drop, "notify::selected", G_CALLBACK (chosen_cb), self);

  return make_row (column->head, subtitle, drop);
}

/* The first of them; of how many more there are, the number. */
static void
append_left_out (GString    *words,
                 GPtrArray  *list,
                 const char *why)
{
  if (list->len == 0)
    return;
  g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", why);
  for (guint i = 0; i < MIN (list->len, MOST_NAMES); i++)
    g_string_append_printf (words, "%s%s", i > 0 ? "、" : "", (const char *) g_ptr_array_index (list, i));
  if (list->len > MOST_NAMES)
    g_string_append_printf (words, ngettext (" and %u more", " and %u more", list->len - MOST_NAMES), list->len - MOST_NAMES);
}

/* What of the table is not taken, and why. */
static char *
describe_left_out (const DzTablePlan *plan)
{
  GString *words = g_string_new (plan->title != NULL ? plan->title : "");

  append_left_out (words, plan->strangers, _("Not on the roster: "));
  append_left_out (words, plan->again, _("A second row of the body, not taken: "));
  append_left_out (words, plan->unread, _("No numbers: "));

  return g_string_free (words, FALSE);
}

static void
add_plan (DzTablesWindow *self,
          DzTablePlan    *plan)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *title = plan->sheet != NULL ? g_strdup_printf ("%s · %s", plan->file, plan->sheet) : g_strdup (plan->file);
  g_autofree char *description = describe_left_out (plan);
  g_autofree char *safe_title = g_markup_escape_text (title, -1);
  g_autofree char *safe = g_markup_escape_text (description, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), safe_title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), safe);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_year_row (self, plan));
  for (int asked = 1; asked >= 0; asked--)
    for (guint i = 0; i < plan->columns->len; i++)
      {
        const DzPlanColumn *column = &g_array_index (plan->columns, DzPlanColumn, i);

        if (column->ground > DZ_COLUMN_NO_YEAR && (column->asked != 0) == (asked != 0))
          adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_column_row (self, plan, i));
      }
  gtk_box_append (self->groups, group);
}

static void
keep_clicked_cb (DzTablesWindow *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DzStore) store = NULL;
  g_autoptr(DzSession) session = g_object_ref (self->session);
  g_autofree char *text = NULL;
  guint n = 0;

  if (!dz_session_check_place (session, _("The tables were not kept.")))
    return;
  store = dz_store_open (dz_session_get_path (session), &error);
  if (store == NULL || !dz_tables_keep (store, dz_session_get_codebook (session), self->plans, &n, &error))
    {
      dz_session_tell_error (session, _("The tables were not kept."), error);
      return;
    }
  gtk_window_close (GTK_WINDOW (self));
  dz_session_reload (session, NULL);
  text = g_strdup_printf (ngettext ("%u number of the county stands beside the reports now",
                                    "%u numbers of the county stand beside the reports now", n), n);
  dz_session_go (session, "tables", 0, 0, DZ_SPAN_NONE);
  dz_session_toast (session, text, TRUE);
}

static void
dz_tables_window_dispose (GObject *object)
{
  DzTablesWindow *self = DZ_TABLES_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->plans, g_ptr_array_unref);

  G_OBJECT_CLASS (dz_tables_window_parent_class)->dispose (object);
}

static void
dz_tables_window_class_init (DzTablesWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dz_tables_window_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dz_tables_window_init (DzTablesWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->keep = gtk_button_new_with_label (_("Import"));
  self->groups = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  self->summary = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_margin_top (GTK_WIDGET (self->groups), 18);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->groups), 18);
  gtk_widget_set_margin_start (GTK_WIDGET (self->groups), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->groups), 12);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->groups));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), clamp);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroll, TRUE);
  gtk_label_set_xalign (self->summary, 0);
  gtk_label_set_wrap (self->summary, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->summary), TRUE);
  gtk_widget_add_css_class (self->keep, "suggested-action");
  gtk_widget_set_valign (self->keep, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->keep, "clicked", G_CALLBACK (keep_clicked_cb), self);
  gtk_widget_add_css_class (foot, "dz-foot");
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (foot), self->keep);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scroll);
  gtk_box_append (GTK_BOX (box), foot);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _("What the Tables Count"));
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
}

/**
 * dz_tables_window_new:
 * @plans: (transfer full) (element-type DzTablePlan): as dz_tables_read() understood them
 *
 * Returns: (transfer floating): a window that shows what each column is taken for, and keeps them
 */
DzTablesWindow *
dz_tables_window_new (DzSession *session,
                      GtkWindow *parent,
                      GPtrArray *plans)
{
  DzTablesWindow *self = g_object_new (DZ_TYPE_TABLES_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->plans = plans;
  for (guint i = 0; i < plans->len; i++)
    add_plan (self, g_ptr_array_index (plans, i));
  show_summary (self);

  return self;
}

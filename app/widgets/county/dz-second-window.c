/* dz-second-window.c - 复核: a second person codes the problems of the reports without seeing the first's codes
 *
 * On the left the reports of the year and scope, on the right the sentences of
 * the problems of one, each with a code to choose. Only when all sentences of
 * a report are judged the first's codes stand beside those that differ, and one
 * press takes the second's over. Below: how far the two agree. The review
 * behind may change meanwhile, by undo, another year, a new reading or another
 * program: what is shown is always what the review holds.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-second-window.h"

#include "dz-agreement.h"
#include "dz-choices.h"
#include "dz-session-corrections.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define WIDTH 980
#define HEIGHT 660
#define NOT_YET 0 /* rows of a drop-down before those of the codes */
#define NONE 1

struct _DzSecondWindow
{
  AdwWindow parent_instance;

  GtkListBox *reports; /* borrowed, like the others */
  GtkListBox *sentences;
  GtkLabel *summary;

  DzSession *session;
  gint64 report_id;
};

G_DEFINE_FINAL_TYPE (DzSecondWindow, dz_second_window, ADW_TYPE_WINDOW)

static DzReport *
get_report (DzSecondWindow *self)
{
  return dz_review_find_report (dz_session_get_review (self->session), self->report_id);
}

static guint
count_judged (DzReview *review,
              DzReport *report,
              guint    *n)
{
  g_autoptr(GArray) sentences = dz_agreement_list_sentences (report);
  g_autoptr(GArray) judged = dz_agreement_list_judged (review, report);

  *n = sentences->len;

  return judged->len;
}

static gboolean
is_done (DzSecondWindow *self,
         DzReport       *report)
{
  guint n;

  return count_judged (dz_session_get_review (self->session), report, &n) == n && n > 0;
}

static char *
name_codes (DzSecondWindow *self,
            const char     *codes)
{
  g_auto(GStrv) ids = g_strsplit (codes, ",", -1);
  GString *names = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "、" : "",
                            g_str_equal (ids[i], DZ_NO_CODE)
                              ? _("no weakness") : dz_codebook_name (dz_session_get_codebook (self->session),
                                                                     DZ_ENTRY_WEAKNESS, ids[i]));

  return g_string_free (names, FALSE);
}

/* All or none is said only of all or none, whatever the rounding makes of 399 of 400. */
static double
round_percent (const DzAgreement *agreement)
{
  if (agreement->n_same == agreement->n || agreement->n_same == 0)
    return agreement->percent;

  return CLAMP (round (agreement->percent), 1, 99);
}

static double
round_kappa (const DzAgreement *agreement)
{
  double kappa = round (agreement->kappa * 100) / 100;

  return agreement->n_same < agreement->n ? MIN (kappa, .99) + 0. : kappa;
}

/* Of all reports that are done: a report half judged would let the second see the first's codes in a number. */
static void
show_summary (DzSecondWindow *self)
{
  DzReview *review = dz_session_get_review (self->session);
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (DzJudged));
  g_autofree char *text = NULL;
  DzAgreement agreement;
  guint n_reports = 0;

  for (guint i = 0; i < review->reports->len; i++)
    {
      DzReport *report = g_ptr_array_index (review->reports, i);
      g_autoptr(GArray) judged = NULL;

      if (report->identity.year != dz_session_get_year (self->session) || !is_done (self, report))
        continue;
      judged = dz_agreement_list_judged (review, report);
      g_array_append_vals (all, judged->data, judged->len);
      n_reports++;
    }
  agreement = dz_agreement_measure (all);
  if (agreement.n == 0)
    text = g_strdup (_("Agreement is counted when all sentences of a report are judged"));
  else if (isnan (agreement.kappa))
    text = g_strdup_printf (_("%u reports, %u sentences: %.0f %% the same; too uniform for kappa"), n_reports, agreement.n,
                            round_percent (&agreement));
  else
    text = g_strdup_printf (_("%u reports, %u sentences: %.0f %% the same, kappa %.2f"), n_reports, agreement.n,
                            round_percent (&agreement), round_kappa (&agreement));
  gtk_label_set_label (self->summary, text);
}

static void
show_first (DzSecondWindow *self,
            GtkListBoxRow  *row,
            DzReport       *report,
            gboolean        done)
{
  GtkWidget *box = g_object_get_data (G_OBJECT (row), "dz-first");
  DzSpan *sentence = g_object_get_data (G_OBJECT (row), "dz-sentence");
  const char *first = dz_agreement_get_first (report, *sentence);
  const char *second = dz_agreement_get_second (dz_session_get_review (self->session), report, *sentence);
  gboolean differs = done && second != NULL && first != second;

  gtk_widget_set_visible (box, differs);
  if (differs)
    {
      g_autofree char *names = name_codes (self, first);
      g_autofree char *words = g_strdup_printf (_("The first: %s"), names);

      gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)), words);
    }
}

static void
show_differences (DzSecondWindow *self)
{
  DzReport *report = get_report (self);
  gboolean done = report != NULL && is_done (self, report);
  GtkListBoxRow *row;

  for (int i = 0; report != NULL && (row = gtk_list_box_get_row_at_index (self->sentences, i)) != NULL; i++)
    show_first (self, row, report, done);
}

static void
show_counts (DzSecondWindow *self)
{
  DzReview *review = dz_session_get_review (self->session);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->reports, i)) != NULL; i++)
    {
      gint64 *id = g_object_get_data (G_OBJECT (row), "dz-report");
      DzReport *report = dz_review_find_report (review, *id);
      g_autofree char *count = NULL;
      guint n, judged;

      if (report == NULL)
        continue;
      judged = count_judged (review, report, &n);
      count = judged == n ? g_strdup_printf (_("all %u sentences judged"), n)
                          : g_strdup_printf (_("%u of %u sentences judged"), judged, n);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), count);
    }
}

static void
chosen_cb (GtkDropDown    *drop,
           GParamSpec     *pspec,
           DzSecondWindow *self)
{
  DzReport *report = get_report (self);
  DzSpan *sentence = g_object_get_data (G_OBJECT (drop), "dz-sentence");
  GPtrArray *entries = dz_codebook_list (dz_session_get_codebook (self->session), DZ_ENTRY_WEAKNESS);
  guint selected = gtk_drop_down_get_selected (drop);
  g_autofree char *key = NULL;
  const char *code = NULL;

  if (report == NULL)
    return;
  if (selected == NONE)
    code = DZ_NO_CODE;
  else if (selected > NONE && selected - NONE - 1 < entries->len)
    code = ((const DzEntry *) g_ptr_array_index (entries, selected - NONE - 1))->id;
  key = dz_agreement_dup_key (report, *sentence);
  dz_session_set_decision (self->session, DZ_SECOND_READING, report->body_id, report->identity.year, key, code, NULL);
}

/* The second's code becomes that of the review: a correction like any other, with its name in the log. */
static void
take_clicked_cb (GtkButton      *button,
                 DzSecondWindow *self)
{
  DzReport *report = get_report (self);
  DzSpan *sentence = g_object_get_data (G_OBJECT (button), "dz-sentence");
  const char *second = dz_agreement_get_second (dz_session_get_review (self->session), report, *sentence);

  if (report == NULL || second == NULL)
    return;
  dz_session_code_sentence (self->session, report->id, *sentence, g_str_equal (second, DZ_NO_CODE) ? NULL : second);
}

static guint
find_choice (DzSecondWindow *self,
             DzReport       *report,
             DzSpan          sentence)
{
  GPtrArray *entries = dz_codebook_list (dz_session_get_codebook (self->session), DZ_ENTRY_WEAKNESS);
  const char *second = dz_agreement_get_second (dz_session_get_review (self->session), report, sentence);

  if (second == NULL)
    return NOT_YET;
  for (guint i = 0; i < entries->len; i++)
    if (g_str_equal (((const DzEntry *) g_ptr_array_index (entries, i))->id, second))
      return NONE + 1 + i;

  return NONE;
}

static void
show_choice (DzSecondWindow *self,
             GtkListBoxRow  *row,
             DzReport       *report)
{
  GPtrArray *entries = dz_codebook_list (dz_session_get_codebook (self->session), DZ_ENTRY_WEAKNESS);
  DzSpan *sentence = g_object_get_data (G_OBJECT (row), "dz-sentence");
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  g_ptr_array_add (names, _("Not judged yet"));
  g_ptr_array_add (names, _("No weakness"));
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (names, ((const DzEntry *) g_ptr_array_index (entries, i))->name);
  g_ptr_array_add (names, NULL);
  dz_choices_set (g_object_get_data (G_OBJECT (row), "dz-choice"), (const char *const *) names->pdata,
                  find_choice (self, report, *sentence), self);
}

static GtkWidget *
make_choice (DzSecondWindow *self,
             DzSpan          sentence,
             const char     *words)
{
  GtkWidget *drop = gtk_drop_down_new (NULL, NULL);

  dz_choices_add_search (GTK_DROP_DOWN (drop));
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (drop), "dz-sentence", g_memdup2 (&sentence, sizeof sentence), g_free);
  g_signal_connect (drop, "notify::selected", G_CALLBACK (chosen_cb), self);

  return drop;
}

static void
add_sentence (DzSecondWindow *self,
              DzReport       *report,
              DzSpan          sentence)
{
  g_autofree char *words = dz_text_dup_line (report->text, sentence);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (words);
  GtkWidget *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *take = gtk_button_new_with_label (_("Take the Second’s Code"));
  GtkWidget *told = gtk_label_new (NULL);
  GtkWidget *choice = make_choice (self, sentence, words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (told), 0);
  gtk_widget_set_hexpand (told, TRUE);
  gtk_widget_add_css_class (take, "dz-small-button");
  g_object_set_data_full (G_OBJECT (take), "dz-sentence", g_memdup2 (&sentence, sizeof sentence), g_free);
  g_signal_connect (take, "clicked", G_CALLBACK (take_clicked_cb), self);
  gtk_box_append (GTK_BOX (first), told);
  gtk_box_append (GTK_BOX (first), take);
  gtk_widget_set_visible (first, FALSE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), choice);
  gtk_box_append (GTK_BOX (box), first);
  gtk_widget_add_css_class (box, "dz-grid-words");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data (G_OBJECT (row), "dz-first", first);
  g_object_set_data (G_OBJECT (row), "dz-choice", choice);
  g_object_set_data_full (G_OBJECT (row), "dz-sentence", g_memdup2 (&sentence, sizeof sentence), g_free);
  g_object_set_data_full (G_OBJECT (row), "dz-key", dz_agreement_dup_key (report, sentence), g_free);
  gtk_list_box_append (self->sentences, row);
}

/* Whether the rows are those of the sentences of the report as it is now. */
static gboolean
shows_sentences (DzSecondWindow *self,
                 DzReport       *report,
                 GArray         *sentences)
{
  for (guint i = 0; i < sentences->len; i++)
    {
      DzSpan sentence = g_array_index (sentences, DzSpan, i);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->sentences, (int) i);
      DzSpan *shown = row != NULL ? g_object_get_data (G_OBJECT (row), "dz-sentence") : NULL;
      g_autofree char *key = dz_agreement_dup_key (report, sentence);

      if (shown == NULL || shown->start != sentence.start || shown->end != sentence.end ||
          !g_str_equal (g_object_get_data (G_OBJECT (row), "dz-key"), key))
        return FALSE;
    }

  return gtk_list_box_get_row_at_index (self->sentences, (int) sentences->len) == NULL;
}

static void
show_sentences (DzSecondWindow *self)
{
  DzReport *report = get_report (self);
  g_autoptr(GArray) sentences = report != NULL ? dz_agreement_list_sentences (report)
                                               : g_array_new (FALSE, FALSE, sizeof (DzSpan));
  GtkListBoxRow *row;

  if (!shows_sentences (self, report, sentences))
    {
      while ((row = gtk_list_box_get_row_at_index (self->sentences, 0)) != NULL)
        gtk_list_box_remove (self->sentences, GTK_WIDGET (row));
      for (guint i = 0; i < sentences->len; i++)
        add_sentence (self, report, g_array_index (sentences, DzSpan, i));
    }
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->sentences, i)) != NULL; i++)
    show_choice (self, row, report);
  show_differences (self);
}

static void
report_selected_cb (DzSecondWindow *self,
                    GtkListBoxRow  *chosen)
{
  self->report_id = chosen != NULL ? *(gint64 *) g_object_get_data (G_OBJECT (chosen), "dz-report") : 0;
  gtk_adjustment_set_value (gtk_list_box_get_adjustment (self->sentences), 0);
  show_sentences (self);
}

static void
add_report (DzSecondWindow *self,
            const DzBody   *body,
            DzReport       *report)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = g_strdup_printf ("%s %d", body->name, report->identity.year);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), "dz-report", g_memdup2 (&report->id, sizeof report->id), g_free);
  gtk_list_box_append (self->reports, row);
}

/* Of the year and scope; those with a sentence to judge. (transfer container) (element-type DzReport) */
static GPtrArray *
list_reports (DzSecondWindow *self)
{
  DzReview *review = dz_session_get_review (self->session);
  g_autoptr(GPtrArray) bodies = dz_scope_filter_list_bodies (dz_session_get_scope (self->session), review);
  GPtrArray *reports = g_ptr_array_new ();

  for (guint i = 0; i < bodies->len; i++)
    {
      const DzBody *body = g_ptr_array_index (bodies, i);
      DzReport *report = dz_review_report_of (review, body->id, dz_session_get_year (self->session));
      g_autoptr(GArray) sentences = report != NULL ? dz_agreement_list_sentences (report) : NULL;

      if (sentences != NULL && sentences->len > 0)
        g_ptr_array_add (reports, report);
    }

  return reports;
}

static gboolean
shows_reports (DzSecondWindow *self,
               GPtrArray      *reports)
{
  for (guint i = 0; i < reports->len; i++)
    {
      const DzReport *report = g_ptr_array_index (reports, i);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->reports, (int) i);
      gint64 *shown = row != NULL ? g_object_get_data (G_OBJECT (row), "dz-report") : NULL;

      if (shown == NULL || *shown != report->id)
        return FALSE;
    }

  return gtk_list_box_get_row_at_index (self->reports, (int) reports->len) == NULL;
}

static void
show_reports (DzSecondWindow *self)
{
  g_autoptr(GPtrArray) reports = list_reports (self);
  gint64 chosen = self->report_id;
  guint at = 0;
  GtkListBoxRow *row;

  if (shows_reports (self, reports))
    return;
  while ((row = gtk_list_box_get_row_at_index (self->reports, 0)) != NULL)
    gtk_list_box_remove (self->reports, GTK_WIDGET (row));
  for (guint i = 0; i < reports->len; i++)
    {
      DzReport *report = g_ptr_array_index (reports, i);

      add_report (self, dz_review_find_body (dz_session_get_review (self->session), report->body_id), report);
      if (report->id == chosen)
        at = i;
    }
  gtk_list_box_select_row (self->reports, gtk_list_box_get_row_at_index (self->reports, (int) at));
}

static void
session_changed_cb (DzSecondWindow *self)
{
  show_reports (self);
  show_sentences (self);
  show_counts (self);
  show_summary (self);
}

/* What is judged here is taken back by the window whose review it is; the arguments say which way. */
static gboolean
undo_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  const char *action;

  g_variant_get (args, "(&s)", &action);

  return gtk_widget_activate_action (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (widget))), action, NULL);
}

static void
dz_second_window_dispose (GObject *object)
{
  DzSecondWindow *self = DZ_SECOND_WINDOW (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->reports, self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dz_second_window_parent_class)->dispose (object);
}

static void
dz_second_window_class_init (DzSecondWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dz_second_window_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_z, GDK_CONTROL_MASK, undo_cb, "(s)", "win.undo");
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, undo_cb, "(s)",
                                "win.redo");
}

static GtkWidget *
make_scroll (GtkListBox *list,
             const char *name)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), GTK_WIDGET (list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroll, TRUE);

  return scroll;
}

static void
dz_second_window_init (DzSecondWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->reports = GTK_LIST_BOX (gtk_list_box_new ());
  self->sentences = GTK_LIST_BOX (gtk_list_box_new ());
  self->summary = GTK_LABEL (gtk_label_new (NULL));
  gtk_list_box_set_selection_mode (self->sentences, GTK_SELECTION_NONE);
  g_signal_connect_swapped (self->reports, "row-selected", G_CALLBACK (report_selected_cb), self);
  gtk_paned_set_start_child (GTK_PANED (paned), make_scroll (self->reports, _("Reports to judge")));
  gtk_paned_set_end_child (GTK_PANED (paned), make_scroll (self->sentences, _("Sentences to judge")));
  gtk_paned_set_position (GTK_PANED (paned), 260);
  gtk_paned_set_resize_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (paned), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Divider between reports and sentences"), -1);
  gtk_label_set_xalign (self->summary, 0);
  gtk_label_set_wrap (self->summary, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->summary), TRUE);
  gtk_widget_add_css_class (foot, "dz-foot");
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), paned);
  gtk_box_append (GTK_BOX (box), foot);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _("Second Reading"));
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
}

/**
 * dz_second_window_new:
 *
 * Returns: (transfer floating): a window with the reports of the session's year and scope
 */
DzSecondWindow *
dz_second_window_new (DzSession *session,
                      GtkWindow *parent)
{
  DzSecondWindow *self = g_object_new (DZ_TYPE_SECOND_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  session_changed_cb (self);

  return self;
}

/* dz-finding-list.c - findings as cards: body, message, the passages, what to do with it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-finding-list.h"

#include "dz-pill.h"
#include "dz-quotation.h"
#include "dz-session-corrections.h"
#include "dz-spoken.h"
#include "dz-text-scale.h"
#include "dz-tip.h"
#include "dz-wrap-box.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_PASSAGES 6
#define MOST_CHARACTERS 90
#define LONG 8        /* cards: of a longer list one wants to see whom it is about before the words of each */
#define FEW_PASSAGES 2 /* stand on their card however long the list is */

struct _DzFindingList
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkLabel *subtitle;
  GtkBox *cards;
  GtkScrolledWindow *scroll;

  DzSession *session;
  gboolean by_body;
  gint64 row_body;       /* of the row shown, 0: it is of a check */
  const char *row_check; /* (nullable) interned */
  gboolean folds;
  GHashTable *opened;    /* gint64: the bodies whose passages somebody opened in this row */
};

G_DEFINE_FINAL_TYPE (DzFindingList, dz_finding_list, ADW_TYPE_BIN)

static guint overlap_clicked;

/**
 * dz_findings_show_includes:
 *
 * Returns: whether @finding is one of those @show asks for
 */
gboolean
dz_findings_show_includes (DzFindingsShow  show,
                           DzFinding      *finding)
{
  switch (show)
    {
    case DZ_FINDINGS_UNHANDLED: return dz_finding_is_unhandled (finding);
    case DZ_FINDINGS_EXPLAINED:
      return dz_finding_get_result (finding) == DZ_RESULT_FAIL &&
             dz_finding_get_state (finding) == DZ_STATE_REJECTED;
    case DZ_FINDINGS_ALL:
    default: return TRUE;
    }
}

/* Kept in the body's report; in the review where it has none. */
static void
set_state (DzSession  *session,
           DzFinding  *finding,
           DzState     state,
           const char *note)
{
  DzReport *report = dz_finding_get_report (finding);
  const char *check = dz_finding_get_check (finding)->id;

  if (report != NULL)
    dz_session_set_check_state (session, report->id, check, state, note);
  else
    dz_session_set_decision (session, "check", dz_finding_get_body (finding)->id,
                             dz_session_get_year (session), check,
                             state != DZ_STATE_SUGGESTED ? dz_state_to_string (state) : NULL, note);
}

static void
explain_cb (GtkWidget *widget,
            gpointer   user_data)
{
  GtkWidget *popover = gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER);
  DzSession *session = g_object_get_data (G_OBJECT (popover), "dz-session");
  GPtrArray *findings = g_ptr_array_ref (g_object_get_data (G_OBJECT (popover), "dz-findings"));
  GtkWidget *entry = g_object_get_data (G_OBJECT (popover), "dz-entry");
  g_autofree char *note = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  if (*note != '\0')
    {
      g_object_ref (session);
      gtk_popover_popdown (GTK_POPOVER (popover));
      for (guint i = 0; i < findings->len; i++)
        set_state (session, g_ptr_array_index (findings, i), DZ_STATE_REJECTED, note);
      g_object_unref (session);
    }
  else
    gtk_widget_grab_focus (entry);
  g_ptr_array_unref (findings);
}

static void
entry_changed_cb (GtkEditable *entry,
                  GtkWidget   *button)
{
  const char *text = gtk_editable_get_text (entry);

  gtk_widget_set_sensitive (button, strspn (text, " ") < strlen (text));
}

static GtkWidget *
make_explain_popover (DzSession *session,
                      GPtrArray *findings)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *button = gtk_button_new_with_label (_("Accept with This Reason"));

  dz_text_scale_request (entry, 300, -1);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("For example: already put right by the body"));
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_sensitive (button, FALSE);
  gtk_box_append (GTK_BOX (box), dz_quotation_label_new (_("Why this is acceptable"), "heading"));
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), button);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_object_set_data_full (G_OBJECT (popover), "dz-session", g_object_ref (session), g_object_unref);
  g_object_set_data_full (G_OBJECT (popover), "dz-findings", g_ptr_array_ref (findings),
                          (GDestroyNotify) g_ptr_array_unref);
  g_object_set_data (G_OBJECT (popover), "dz-entry", entry);
  g_signal_connect (entry, "changed", G_CALLBACK (entry_changed_cb), button);
  g_signal_connect (entry, "activate", G_CALLBACK (explain_cb), NULL);
  g_signal_connect (button, "clicked", G_CALLBACK (explain_cb), NULL);

  return popover;
}

/**
 * dz_finding_make_explain:
 * @findings: (element-type DzFinding): accepted together
 *
 * Returns: (transfer floating): the button 说明…, with its popover
 */
GtkWidget *
dz_finding_make_explain (DzSession *session,
                         GPtrArray *findings)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Explain…"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), make_explain_popover (session, findings));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);

  return button;
}

static void
withdraw_cb (GtkButton     *button,
             DzFindingList *self)
{
  DzFinding *finding = g_object_get_data (G_OBJECT (button), "dz-finding");

  set_state (self->session, finding, DZ_STATE_SUGGESTED, NULL);
}

static void
confirm_cb (GtkButton     *button,
            DzFindingList *self)
{
  DzFinding *finding = g_object_get_data (G_OBJECT (button), "dz-finding");

  set_state (self->session, finding, DZ_STATE_CONFIRMED, NULL);
}

static void
open_cb (GtkButton     *button,
         DzFindingList *self)
{
  DzFinding *finding = g_object_get_data (G_OBJECT (button), "dz-finding");
  DzReport *report = dz_finding_get_report (finding);
  GArray *passages = dz_finding_get_passages (finding);
  DzSpan span = DZ_SPAN_NONE;

  for (guint i = 0; passages != NULL && i < passages->len && dz_span_is_empty (span); i++)
    if (g_array_index (passages, DzPassage, i).report_id == report->id)
      span = g_array_index (passages, DzPassage, i).span;
  dz_session_go (self->session, "reading", report->body_id, report->id, span);
}

static void
compare_cb (GtkButton     *button,
            DzFindingList *self)
{
  g_signal_emit (self, overlap_clicked, 0, g_object_get_data (G_OBJECT (button), "dz-finding"));
}

static void
add_button (GtkWidget     *box,
            DzFindingList *self,
            DzFinding     *finding,
            const char    *label,
            GCallback      callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_object_set_data_full (G_OBJECT (button), "dz-finding", g_object_ref (finding), g_object_unref);
  g_signal_connect (button, "clicked", callback, self);
  gtk_widget_add_css_class (button, "dz-small-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (button, box);
}

static void
add_buttons (DzFindingList *self,
             GtkWidget     *box,
             DzFinding     *finding)
{
  g_autoptr(GPtrArray) one = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (one, g_object_ref (finding));
  if (dz_finding_get_overlap (finding) != NULL)
    add_button (box, self, finding, _("Compare"), G_CALLBACK (compare_cb));
  if (dz_finding_is_unhandled (finding))
    {
      add_button (box, self, finding, _("Confirm"), G_CALLBACK (confirm_cb));
      gtk_widget_set_parent (dz_finding_make_explain (self->session, one), box);
    }
  else if (dz_finding_get_state (finding) != DZ_STATE_SUGGESTED)
    add_button (box, self, finding, _("Take Back"), G_CALLBACK (withdraw_cb));
  if (dz_finding_get_report (finding) != NULL)
    add_button (box, self, finding, _("Open the Report"), G_CALLBACK (open_cb));
}

static GtkWidget *
make_state (DzFinding *finding)
{
  const char *words = NULL;
  const char *css_class = "plain";

  if (dz_finding_get_result (finding) == DZ_RESULT_CANNOT_TELL)
    words = _("cannot be judged");
  else if (dz_finding_get_state (finding) == DZ_STATE_REJECTED)
    words = _("explained");
  else if (dz_finding_get_state (finding) == DZ_STATE_CONFIRMED)
    {
      words = _("confirmed");
      css_class = "warning";
    }

  return words != NULL ? dz_pill_new (words, css_class) : NULL;
}

static void
passage_released_cb (GtkGestureClick *click,
                     int              n_press,
                     double           x,
                     double           y,
                     DzFindingList   *self)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click));
  DzReport *report = g_object_get_data (G_OBJECT (widget), "dz-report");
  const DzSpan *span = g_object_get_data (G_OBJECT (widget), "dz-span");

  if (n_press == 2)
    dz_session_go (self->session, "reading", report->body_id, report->id, *span);
  else
    dz_session_show_span (self->session, report, *span);
}

/* A passage with its place; whose it is, where it is not the body's report of this year. */
static void
add_passage (DzFindingList   *self,
             GtkBox          *card,
             DzFinding       *finding,
             const DzPassage *passage)
{
  DzReview *review = dz_session_get_review (self->session);
  DzReport *report = dz_review_find_report (review, passage->report_id);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *quotation = dz_quotation_label_new (NULL, "dz-quotation");
  GtkGesture *click = gtk_gesture_click_new ();
  g_autofree char *markup = NULL;
  g_autofree char *place = NULL;
  g_autofree char *whose = NULL;

  if (report == NULL)
    return;
  markup = dz_quotation_dup_markup (report, passage->span, MOST_CHARACTERS);
  place = dz_quotation_dup_place (report, passage->span);
  if (report != dz_finding_get_report (finding))
    {
      const DzBody *body = dz_review_find_body (review, report->body_id);

      whose = g_strdup_printf ("%s %d · %s", body != NULL ? body->name : "", report->identity.year, place);
    }
  gtk_label_set_markup (GTK_LABEL (quotation), markup);
  gtk_box_append (GTK_BOX (box), dz_quotation_label_new (whose != NULL ? whose : place, "dz-secondary"));
  gtk_box_append (GTK_BOX (box), quotation);
  g_object_set_data_full (G_OBJECT (box), "dz-report", dz_report_ref (report), (GDestroyNotify) dz_report_unref);
  g_object_set_data_full (G_OBJECT (box), "dz-span", g_memdup2 (&passage->span, sizeof passage->span), g_free);
  g_signal_connect (click, "released", G_CALLBACK (passage_released_cb), self);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_cursor_from_name (box, "pointer");
  gtk_box_append (card, box);
}

static void
add_passages (DzFindingList *self,
              GtkBox        *card,
              DzFinding     *finding)
{
  GArray *passages = dz_finding_get_passages (finding);
  guint n = passages != NULL ? passages->len : 0;

  for (guint i = 0; i < MIN (n, MOST_PASSAGES); i++)
    add_passage (self, card, finding, &g_array_index (passages, DzPassage, i));
  if (n > MOST_PASSAGES)
    {
      g_autofree char *more = g_strdup_printf (_("and %u more passages"), n - MOST_PASSAGES);

      gtk_box_append (card, dz_quotation_label_new (more, "dz-secondary"));
    }
}

/* Made when they are first asked for. */
static void
expanded_cb (GtkExpander   *expander,
             GParamSpec    *pspec,
             DzFindingList *self)
{
  DzFinding *finding = g_object_get_data (G_OBJECT (expander), "dz-finding");
  gint64 id = dz_finding_get_body (finding)->id;
  GtkWidget *box;

  if (!gtk_expander_get_expanded (expander))
    {
      g_hash_table_remove (self->opened, &id);
      return;
    }
  g_hash_table_add (self->opened, g_memdup2 (&id, sizeof id));
  if (gtk_expander_get_child (expander) != NULL)
    return;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 7);
  add_passages (self, GTK_BOX (box), finding);
  gtk_expander_set_child (expander, box);
}

static GtkWidget *
make_folded (DzFindingList *self,
             DzFinding     *finding,
             guint          n)
{
  g_autofree char *words = g_strdup_printf (ngettext ("%u passage of the reports", "%u passages of the reports", n), n);
  g_autofree char *spoken = g_strdup_printf ("%s，%s", dz_finding_get_body (finding)->name, words);
  GtkWidget *expander = gtk_expander_new (words);

  g_object_set_data_full (G_OBJECT (expander), "dz-finding", g_object_ref (finding), g_object_unref);
  dz_spoken_set_name (expander, spoken);
  g_signal_connect (expander, "notify::expanded", G_CALLBACK (expanded_cb), self);
  gtk_expander_set_expanded (GTK_EXPANDER (expander),
                             g_hash_table_contains (self->opened, &dz_finding_get_body (finding)->id));

  return expander;
}

/* With large text the buttons stand under the name, which they would leave a column of single characters. */
static GtkWidget *
make_card (DzFindingList *self,
           DzFinding     *finding)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 7);
  GtkWidget *head = g_object_new (DZ_TYPE_WRAP_BOX, NULL);
  GtkWidget *name = dz_quotation_label_new (self->by_body ? dz_finding_get_check (finding)->name
                                              : dz_finding_get_body (finding)->name, "heading");
  GtkWidget *state = make_state (finding);
  const char *note = dz_finding_get_note (finding);
  guint n;

  gtk_widget_add_css_class (card, "dz-card");
  gtk_widget_add_css_class (card, "dz-finding");
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_parent (name, head);
  if (state != NULL)
    gtk_widget_set_parent (state, head);
  add_buttons (self, head, finding);
  gtk_box_append (GTK_BOX (card), head);
  if (dz_finding_get_message (finding) != NULL)
    gtk_box_append (GTK_BOX (card), dz_quotation_label_new (dz_finding_get_message (finding), NULL));
  if (note != NULL && *note != '\0')
    {
      g_autofree char *words = g_strdup_printf (_("Explanation: %s"), note);

      gtk_box_append (GTK_BOX (card), dz_quotation_label_new (words, "dz-good-text"));
    }
  n = dz_finding_get_passages (finding) != NULL ? dz_finding_get_passages (finding)->len : 0;
  if (self->folds && n > FEW_PASSAGES)
    gtk_box_append (GTK_BOX (card), make_folded (self, finding, n));
  else
    add_passages (self, GTK_BOX (card), finding);

  return card;
}

static void
dz_finding_list_dispose (GObject *object)
{
  DzFindingList *self = DZ_FINDING_LIST (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->opened, g_hash_table_unref);

  G_OBJECT_CLASS (dz_finding_list_parent_class)->dispose (object);
}

static void
dz_finding_list_class_init (DzFindingListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dz_finding_list_dispose;
  overlap_clicked = g_signal_new ("overlap-clicked", DZ_TYPE_FINDING_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, DZ_TYPE_FINDING);
}

static void
dz_finding_list_init (DzFindingList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->opened = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->title = GTK_LABEL (dz_quotation_label_new (NULL, "dz-view-heading"));
  self->subtitle = GTK_LABEL (dz_quotation_label_new (NULL, "dz-secondary"));
  self->cards = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 10));
  self->scroll = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_widget_add_css_class (head, "dz-checks-head");
  gtk_widget_add_css_class (head, "dz-findings-head");
  gtk_widget_add_css_class (GTK_WIDGET (self->cards), "dz-findings");
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->subtitle));
  gtk_scrolled_window_set_child (self->scroll, GTK_WIDGET (self->cards));
  gtk_scrolled_window_set_policy (self->scroll, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (GTK_WIDGET (self->scroll), TRUE);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->scroll));
  adw_bin_set_child (ADW_BIN (self), box);
}

/* Whether it is long is asked of the row, which a decision makes no shorter: no card unfolds beside what was decided. */
static void
remember_row (DzFindingList *self,
              DzCheckRow    *row)
{
  const DzBody *body = dz_check_row_get_body (row);
  const DzEntry *check = dz_check_row_get_check (row);
  gint64 row_body = body != NULL ? body->id : 0;
  const char *row_check = body == NULL ? check->id : NULL;

  if (row_body != self->row_body || row_check != self->row_check)
    g_hash_table_remove_all (self->opened);
  self->row_body = row_body;
  self->row_check = row_check;
  self->by_body = body != NULL;
  self->folds = !self->by_body && g_list_model_get_n_items (dz_check_row_get_findings (row)) > LONG;
}

/**
 * dz_finding_list_set_row:
 * @row: a check over all bodies, or a body over all checks
 */
void
dz_finding_list_set_row (DzFindingList  *self,
                         DzSession      *session,
                         DzCheckRow     *row,
                         DzFindingsShow  show)
{
  GListModel *findings = dz_check_row_get_findings (row);
  const DzEntry *check = dz_check_row_get_check (row);
  GtkWidget *child;
  g_autofree char *subtitle =
    g_strdup_printf (_("%u fail · %u pass · %u cannot be judged"), dz_check_row_count_failing (row),
                     dz_check_row_count_passing (row), dz_check_row_count_cannot_tell (row));

  g_return_if_fail (DZ_IS_FINDING_LIST (self));

  g_set_object (&self->session, session);
  remember_row (self, row);
  gtk_label_set_label (self->title, self->by_body ? dz_check_row_get_body (row)->name : check->name);
  dz_tip_set (GTK_WIDGET (self->title), check != NULL ? check->definition : NULL);
  gtk_label_set_label (self->subtitle, subtitle);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->cards))) != NULL)
    gtk_box_remove (self->cards, child);
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(DzFinding) finding = g_list_model_get_item (findings, i);

      if (dz_findings_show_includes (show, finding))
        gtk_box_append (self->cards, make_card (self, finding));
    }
  if (gtk_widget_get_first_child (GTK_WIDGET (self->cards)) == NULL)
    gtk_box_append (self->cards, dz_quotation_label_new (_("Nothing of this sort here."), "dz-secondary"));
}

/* dz-evidence-pane.c - the words of the report behind what was clicked, and the decision about it
 *
 * Evidence of one cell (several values for one indicator) is shown as cards
 * to choose from; evidence of several bodies is walked by the arrows. After a
 * decision the next undecided one opens.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-evidence-pane.h"

#include "dz-choices.h"
#include "dz-copy.h"
#include "dz-evidence-card.h"
#include "dz-quotation.h"
#include "dz-remark.h"
#include "dz-session-corrections.h"
#include "dz-tip.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>

/* What a note is about: whether a weakness, its row or the figure's, the report. */
#define SUBJECT "%d %" G_GINT64_FORMAT " %" G_GINT64_FORMAT

struct _DzEvidencePane
{
  GtkBox parent_instance;

  /* template */
  GtkButton *previous_button;
  GtkButton *next_button;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkBox *cards;
  GtkLabel *why;
  GtkWidget *editor;
  GtkLabel *name_label;
  GtkDropDown *name_drop;
  GtkLabel *value_label;
  GtkWidget *value_box;
  GtkEntry *value_entry;
  GtkLabel *unit_label;
  GtkDropDown *bound_drop;
  GtkWidget *buttons;
  GtkButton *confirm_button;
  GtkButton *correct_button;
  GtkButton *reject_button;
  DzRemark *remark;
  GtkWidget *log_head;
  GtkLabel *log;
  GtkWidget *foot;

  DzSession *session;
  guint position;
  GPtrArray *ids;     /* const char *, as in name_drop; the first is NULL: none */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (DzEvidencePane, dz_evidence_pane, GTK_TYPE_BOX)

static DzEvidenceItem *
dup_item (DzEvidencePane *self,
          guint           position)
{
  GListModel *list = self->session != NULL ? dz_session_list_evidence (self->session) : NULL;

  return list != NULL ? g_list_model_get_item (list, position) : NULL;
}

static DzReport *
get_report (DzEvidencePane *self,
            DzEvidenceItem *item)
{
  return dz_review_find_report (dz_session_get_review (self->session),
                                dz_evidence_item_get_report_id (item));
}

static const DzFigure *
get_figure (DzEvidencePane *self,
            DzEvidenceItem *item)
{
  return dz_evidence_item_get_figure (item, get_report (self, item));
}

static const DzWeakness *
get_weakness (DzEvidencePane *self,
              DzEvidenceItem *item)
{
  return dz_evidence_item_get_weakness (item, get_report (self, item));
}

static char *
format_value (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.10g", value));
}

static void
card_toggled_cb (GtkCheckButton *radio,
                 gpointer        user_data)
{
  DzEvidencePane *self = user_data;
  guint position = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (radio), "dz-position"));

  if (!self->filling && gtk_check_button_get_active (radio))
    dz_evidence_pane_step (self, (int) position - (int) self->position);
}

/* Chooses the card at @position among those of @group, if any are there to choose from. */
static GtkWidget *
make_radio (DzEvidencePane  *self,
            guint            position,
            GtkCheckButton **group)
{
  GtkWidget *radio = gtk_check_button_new ();

  g_object_set_data (G_OBJECT (radio), "dz-position", GUINT_TO_POINTER (position));
  gtk_check_button_set_group (GTK_CHECK_BUTTON (radio), *group);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (radio), position == self->position);
  g_signal_connect (radio, "toggled", G_CALLBACK (card_toggled_cb), self);
  *group = GTK_CHECK_BUTTON (radio);

  return radio;
}

/* Candidates of one cell; what is gone through one by one stands alone. */
static gboolean
is_beside (DzEvidencePane *self,
           DzEvidenceItem *a,
           DzEvidenceItem *b)
{
  return !dz_evidence_list_is_walked (dz_session_list_evidence (self->session)) &&
         dz_evidence_item_get_report_id (a) == dz_evidence_item_get_report_id (b) &&
         dz_evidence_item_get_kind (a) == dz_evidence_item_get_kind (b);
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
fill_cards (DzEvidencePane *self,
            DzEvidenceItem *current)
{
  GListModel *list = dz_session_list_evidence (self->session);
  guint n = g_list_model_get_n_items (list);
  guint beside = 0;
  GtkCheckButton *group = NULL;

  clear_box (self->cards);
  if (get_report (self, current) == NULL)
    return;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(DzEvidenceItem) item = g_list_model_get_item (list, i);

      beside += is_beside (self, item, current);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(DzEvidenceItem) item = g_list_model_get_item (list, i);
      DzReport *report = get_report (self, item);

      if (i == self->position || (is_beside (self, item, current) && beside <= 6))
        gtk_box_append (self->cards,
                        dz_evidence_card_new (report, dz_session_get_codebook (self->session), item,
                                              i == self->position, beside > 1 ? make_radio (self, i, &group) : NULL));
    }
}

/* Why the machine says so: the cue and the rule, in the user's words. */
static void
fill_why (DzEvidencePane *self,
          DzEvidenceItem *item)
{
  const DzFigure *figure = get_figure (self, item);
  const DzWeakness *weakness = get_weakness (self, item);
  const DzGround *ground = figure != NULL ? &figure->ground
                           : weakness != NULL ? &weakness->ground : NULL;
  DzReport *report = get_report (self, item);
  g_autofree char *cue = NULL;
  g_autoptr(GString) text = g_string_new (NULL);

  if (report != NULL && ground != NULL && !dz_span_is_empty (ground->cue))
    cue = dz_text_dup_span (report->text, ground->cue);
  if (ground != NULL && ground->rule != NULL && g_str_has_prefix (ground->rule, DZ_SECOND_READER))
    g_string_append_printf (text, _("No rule names this. The second reader goes by:%s."),
                            ground->rule + strlen (DZ_SECOND_READER));
  else if (cue != NULL)
    g_string_append_printf (text, _("Recognised by “%s”."), g_strdelimit (cue, "\n\t", ' '));
  if (figure != NULL && figure->derived)
    g_string_append_printf (text, " %s", _("Summed or derived by a rule."));
  if (figure != NULL && figure->period == DZ_PERIOD_PART_YEAR)
    g_string_append_printf (text, " %s", _("Counts part of the year."));
  if (figure != NULL && figure->scope == DZ_SCOPE_MIXED)
    g_string_append_printf (text, " %s", _("Counts the villages as well."));
  if (weakness != NULL && weakness->some_only)
    g_string_append_printf (text, " %s", _("The report says: only some."));
  gtk_label_set_label (self->why, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->why), text->len > 0);
}

static void
list_names (DzEvidencePane *self,
            DzEntryKind     kind,
            const char     *selected)
{
  GPtrArray *entries = dz_codebook_list (dz_session_get_codebook (self->session), kind);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  guint position = 0;

  g_ptr_array_set_size (self->ids, 0);
  g_ptr_array_add (self->ids, NULL);
  g_ptr_array_add (names, kind == DZ_ENTRY_INDICATOR ? _("None") : _("No code"));
  for (guint i = 0; i < entries->len; i++)
    {
      const DzEntry *entry = g_ptr_array_index (entries, i);

      g_ptr_array_add (names, entry->name);
      g_ptr_array_add (self->ids, (gpointer) entry->id);
      if (entry->id == selected)
        position = i + 1;
    }
  g_ptr_array_add (names, NULL);
  dz_choices_set (self->name_drop, (const char *const *) names->pdata, position, self);
}

static void
fill_editor (DzEvidencePane *self,
             DzEvidenceItem *item)
{
  const DzFigure *figure = get_figure (self, item);
  const DzWeakness *weakness = get_weakness (self, item);
  gboolean any = figure != NULL || weakness != NULL;

  gtk_widget_set_visible (self->editor, any);
  gtk_widget_set_visible (self->buttons, any);
  gtk_widget_set_visible (GTK_WIDGET (self->value_label), figure != NULL);
  gtk_widget_set_visible (self->value_box, figure != NULL);
  if (figure != NULL)
    {
      g_autofree char *value = format_value (figure->value);

      gtk_label_set_label (self->name_label, _("Indicator"));
      list_names (self, DZ_ENTRY_INDICATOR, figure->indicator);
      gtk_editable_set_text (GTK_EDITABLE (self->value_entry), value);
      gtk_label_set_label (self->unit_label, figure->unit != NULL ? figure->unit : "");
      gtk_drop_down_set_selected (self->bound_drop, figure->bound);
    }
  else if (weakness != NULL)
    {
      gtk_label_set_label (self->name_label, _("Weakness"));
      list_names (self, DZ_ENTRY_WEAKNESS, weakness->code);
    }
}

static void
fill_remark (DzEvidencePane *self,
             DzEvidenceItem *item)
{
  const DzFigure *figure = get_figure (self, item);
  const DzWeakness *weakness = get_weakness (self, item);
  g_autofree char *subject = g_strdup_printf (SUBJECT, weakness != NULL,
                                              figure != NULL ? figure->id : weakness != NULL ? weakness->id : (gint64) 0,
                                              dz_evidence_item_get_report_id (item));

  gtk_widget_set_visible (GTK_WIDGET (self->remark), figure != NULL || weakness != NULL);
  dz_remark_show (self->remark, subject, figure != NULL ? figure->note : weakness != NULL ? weakness->note : NULL);
}

/* A note may be of a passage that is no longer shown. */
static void
remark_keep_cb (DzEvidencePane *self,
                const char     *subject,
                const char     *words)
{
  int is_weakness;
  gint64 row, report_id;

  if (sscanf (subject, SUBJECT, &is_weakness, &row, &report_id) == 3 && row != 0)
    dz_session_set_remark (self->session, report_id, is_weakness != 0, row, words);
}

static void
fill_log (DzEvidencePane *self,
          DzEvidenceItem *item)
{
  g_auto(GStrv) lines = dz_session_dup_log (self->session, item);
  g_autofree char *text = g_strjoinv ("\n", lines);

  gtk_label_set_label (self->log, text);
  gtk_widget_set_visible (GTK_WIDGET (self->log), *text != '\0');
  gtk_widget_set_visible (self->log_head, *text != '\0');
}

static char *
make_title (DzEvidencePane *self,
            DzEvidenceItem *item)
{
  DzReport *report = get_report (self, item);
  DzReview *review = dz_session_get_review (self->session);
  const DzFigure *figure = get_figure (self, item);
  const DzBody *body = dz_review_find_body (review, report != NULL ? report->body_id
                                                                   : dz_evidence_item_get_body_id (item));
  const char *name = body != NULL ? body->name
                     : report != NULL && report->identity.township != NULL
                       ? report->identity.township
                     : report != NULL && report->identity.title != NULL ? report->identity.title : _("Unknown body");

  if (dz_evidence_item_get_kind (item) == DZ_EVIDENCE_MISSING)
    return g_strdup_printf ("%s · %s", name, dz_evidence_item_get_subject (item));
  if (figure != NULL && figure->indicator != NULL)
    return g_strdup_printf ("%s · %s", name,
                            dz_codebook_name (dz_session_get_codebook (self->session),
                                              DZ_ENTRY_INDICATOR, figure->indicator));
  if (report != NULL)
    {
      g_autofree char *year = dz_report_dup_year (report);

      return g_strdup_printf ("%s  %s", name, year);
    }

  return g_strdup (name);
}

/* Who sent nothing did not leave anything unsaid. */
static const char *
tell_silence (DzEvidencePane *self,
              DzEvidenceItem *item)
{
  DzReview *review = dz_session_get_review (self->session);

  if (dz_review_report_of (review, dz_evidence_item_get_body_id (item), dz_session_get_year (self->session)) == NULL)
    return _("No report of this year was received.");

  return dz_evidence_item_is_undeclared (item)
           ? _("The report does not declare this. That does not mean there is no such problem.")
           : _("The report does not say. Silence is not zero.");
}

static void
fill_head (DzEvidencePane *self,
           DzEvidenceItem *item)
{
  const char *subtitle = dz_session_get_evidence_title (self->session);
  g_autofree char *title = make_title (self, item);
  guint n = g_list_model_get_n_items (dz_session_list_evidence (self->session));

  gtk_label_set_label (self->title, title);
  if (dz_evidence_item_get_kind (item) == DZ_EVIDENCE_MISSING)
    subtitle = tell_silence (self, item);
  gtk_label_set_label (self->subtitle, subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), subtitle != NULL && *subtitle != '\0');
  gtk_widget_set_sensitive (GTK_WIDGET (self->previous_button), self->position > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->next_button), self->position + 1 < n);
  gtk_widget_set_visible (self->foot, get_report (self, item) != NULL);
}

static void
refresh (DzEvidencePane *self)
{
  g_autoptr(DzEvidenceItem) item = dup_item (self, self->position);

  if (item == NULL)
    return;
  self->filling = TRUE;
  fill_head (self, item);
  fill_cards (self, item);
  fill_why (self, item);
  fill_editor (self, item);
  fill_remark (self, item);
  fill_log (self, item);
  self->filling = FALSE;
}

static void
session_evidence_cb (DzEvidencePane *self)
{
  GListModel *list = dz_session_list_evidence (self->session);

  if (list == NULL)
    return;
  self->position = MIN (dz_session_get_evidence_position (self->session),
                        MAX (g_list_model_get_n_items (list), 1) - 1);
  refresh (self);
}

static void
previous_clicked_cb (DzEvidencePane *self)
{
  dz_evidence_pane_step (self, -1);
}

static void
next_clicked_cb (DzEvidencePane *self)
{
  dz_evidence_pane_step (self, 1);
}

static void
close_clicked_cb (DzEvidencePane *self)
{
  if (self->session != NULL)
    dz_session_show_evidence (self->session, NULL, NULL, 0);
}

static void
confirm_clicked_cb (DzEvidencePane *self)
{
  dz_evidence_pane_confirm (self);
}

static void
reject_clicked_cb (DzEvidencePane *self)
{
  dz_evidence_pane_reject (self);
}

static gboolean
is_decided (DzEvidencePane *self,
            guint           position)
{
  g_autoptr(DzEvidenceItem) item = dup_item (self, position);
  const DzFigure *figure = get_figure (self, item);
  const DzWeakness *weakness = get_weakness (self, item);

  if (figure != NULL)
    return figure->state != DZ_STATE_SUGGESTED;

  return weakness == NULL || weakness->state != DZ_STATE_SUGGESTED;
}

/* After a decision, where somebody goes through a list one by one: the next that is not decided. */
static void
walk_on (DzEvidencePane *self)
{
  GListModel *list = dz_session_list_evidence (self->session);
  guint n = list != NULL ? g_list_model_get_n_items (list) : 0;

  if (list == NULL || !dz_evidence_list_is_walked (list) || !is_decided (self, self->position))
    return;
  for (guint i = 1; i < n; i++)
    if (!is_decided (self, (self->position + i) % n))
      {
        dz_session_set_evidence_position (self->session, (self->position + i) % n);
        return;
      }
  dz_session_toast (self->session, _("All of them are decided"), FALSE);
}

static void
set_state (DzEvidencePane *self,
           DzState         state)
{
  g_autoptr(DzEvidenceItem) item = dup_item (self, self->position);
  const DzFigure *figure;
  const DzWeakness *weakness;

  if (item == NULL)
    return;
  figure = get_figure (self, item);
  weakness = get_weakness (self, item);
  if (figure != NULL)
    dz_session_set_figure_state (self->session, dz_evidence_item_get_report_id (item), figure->id,
                                 state);
  else if (weakness != NULL)
    dz_session_set_weakness_state (self->session, dz_evidence_item_get_report_id (item),
                                   weakness->id, state);
  walk_on (self);
}

/* What is entered is taken over; without a change it is a confirmation. */
static void
correct_clicked_cb (DzEvidencePane *self)
{
  g_autoptr(DzEvidenceItem) item = dup_item (self, self->position);
  const DzFigure *figure = item != NULL ? get_figure (self, item) : NULL;
  const DzWeakness *weakness = item != NULL ? get_weakness (self, item) : NULL;
  guint selected = gtk_drop_down_get_selected (self->name_drop);
  const char *id = selected < self->ids->len ? g_ptr_array_index (self->ids, selected) : NULL;

  if (figure != NULL)
    {
      const char *text = gtk_editable_get_text (GTK_EDITABLE (self->value_entry));
      char *end;
      double value = g_ascii_strtod (text, &end);

      if (end == text || *end != '\0' || !dz_figure_is_value (value))
        {
          gtk_widget_add_css_class (GTK_WIDGET (self->value_entry), "error");
          dz_session_toast (self->session, _("Enter the value in digits, for example 806 or 97.5"), FALSE);
          return;
        }
      gtk_widget_remove_css_class (GTK_WIDGET (self->value_entry), "error");
      dz_session_correct_figure (self->session, dz_evidence_item_get_report_id (item), figure->id, id,
                                 value, gtk_drop_down_get_selected (self->bound_drop));
    }
  else if (weakness != NULL)
    dz_session_correct_weakness (self->session, dz_evidence_item_get_report_id (item), weakness->id, id);
  walk_on (self);
}

static void
open_clicked_cb (DzEvidencePane *self)
{
  g_autoptr(DzEvidenceItem) item = dup_item (self, self->position);
  DzReport *report = item != NULL ? get_report (self, item) : NULL;

  if (report != NULL)
    dz_session_go (self->session, "reading", report->body_id, report->id, dz_evidence_item_find_span (item, get_report (self, item)));
}

static void
copy_clicked_cb (DzEvidencePane *self)
{
  g_autoptr(DzEvidenceItem) item = dup_item (self, self->position);
  DzReport *report = item != NULL ? get_report (self, item) : NULL;
  g_autofree char *text = NULL;
  g_autofree char *quoted = NULL;

  if (report == NULL)
    return;
  text = dz_quotation_dup_text (report, dz_report_sentence_at (report, dz_evidence_item_find_span (item, get_report (self, item)).start));
  quoted = g_strdup_printf ("“%s”（%s %d）", text,
                            report->identity.township != NULL ? report->identity.township : "",
                            report->identity.year);
  dz_copy_words (GTK_WIDGET (self), dz_session_get_review (self->session), quoted);
  dz_session_toast (self->session, _("Quotation copied with its source"), FALSE);
}

static void
dz_evidence_pane_dispose (GObject *object)
{
  DzEvidencePane *self = DZ_EVIDENCE_PANE (object);

  dz_evidence_pane_set_session (self, NULL);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), DZ_TYPE_EVIDENCE_PANE);

  G_OBJECT_CLASS (dz_evidence_pane_parent_class)->dispose (object);
}

static void
dz_evidence_pane_class_init (DzEvidencePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dz_evidence_pane_dispose;

  g_type_ensure (DZ_TYPE_REMARK);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duizhao/Duizhao/dz-evidence-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, DzEvidencePane, previous_button);
  gtk_widget_class_bind_template_child (widget_class, DzEvidencePane, next_button);
  gtk_widget_class_bind_template_child (widget_class, DzEvidencePane, title);
  gtk_widget_class_bind_template_child (widget_class, DzEvidencePane, subtitle);
  gtk_widget_class_bind_template_child (widget_class, DzEvidencePane, cards);
  gtk_widget_class_bind_template_child (widget_class, DzEvidencePane, why);
  gtk_widget_class_bind_template_child (widget_class, DzEvidencePane, editor);
  gtk_widget_class_bind_template_child (widget_class, DzEvidencePane, name_label);
  gtk_widget_class_bind_template_child (widget_class, DzEvidencePane, name_drop);
  gtk_widget_class_bind_template_child (widget_class, DzEvidencePane, value_label);
  gtk_widget_class_bind_template_child (widget_class, DzEvidencePane, value_box);
  gtk_widget_class_bind_template_child (widget_class, DzEvidencePane, value_entry);
  gtk_widget_class_bind_template_child (widget_class, DzEvidencePane, unit_label);
  gtk_widget_class_bind_template_child (widget_class, DzEvidencePane, bound_drop);
  gtk_widget_class_bind_template_child (widget_class, DzEvidencePane, buttons);
  gtk_widget_class_bind_template_child (widget_class, DzEvidencePane, confirm_button);
  gtk_widget_class_bind_template_child (widget_class, DzEvidencePane, correct_button);
  gtk_widget_class_bind_template_child (widget_class, DzEvidencePane, reject_button);
  gtk_widget_class_bind_template_child (widget_class, DzEvidencePane, remark);
  gtk_widget_class_bind_template_child (widget_class, DzEvidencePane, log_head);
  gtk_widget_class_bind_template_child (widget_class, DzEvidencePane, log);
  gtk_widget_class_bind_template_child (widget_class, DzEvidencePane, foot);
  gtk_widget_class_bind_template_callback (widget_class, previous_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirm_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, correct_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, reject_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remark_keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
}

static void
dz_evidence_pane_init (DzEvidencePane *self)
{
  g_autoptr(GtkStringList) bounds = gtk_string_list_new (NULL);

  self->ids = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_string_list_append (bounds, _("exact"));
  gtk_string_list_append (bounds, _("≥ at least"));
  gtk_string_list_append (bounds, _("≤ at most"));
  gtk_string_list_append (bounds, _("≈ about"));
  gtk_drop_down_set_model (self->bound_drop, G_LIST_MODEL (bounds));
  dz_choices_add_search (self->name_drop);
}

/**
 * dz_evidence_pane_keep_notes:
 *
 * The review is about to be closed: notes that were typed and not kept yet are kept.
 */
void
dz_evidence_pane_keep_notes (DzEvidencePane *self)
{
  g_return_if_fail (DZ_IS_EVIDENCE_PANE (self));

  if (self->session != NULL)
    dz_remark_keep_all (self->remark);
}

/**
 * dz_evidence_pane_set_session:
 * @session: (nullable)
 */
void
dz_evidence_pane_set_session (DzEvidencePane *self,
                              DzSession      *session)
{
  g_return_if_fail (DZ_IS_EVIDENCE_PANE (self));

  if (self->session == session)
    return;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session == NULL)
    return;
  dz_remark_forget (self->remark);
  g_signal_connect_swapped (session, "evidence", G_CALLBACK (session_evidence_cb), self);
}

void
dz_evidence_pane_confirm (DzEvidencePane *self)
{
  g_return_if_fail (DZ_IS_EVIDENCE_PANE (self));

  set_state (self, DZ_STATE_CONFIRMED);
}

/**
 * dz_evidence_pane_correct:
 *
 * Puts the cursor where the value, or else the code, is changed.
 */
void
dz_evidence_pane_correct (DzEvidencePane *self)
{
  g_return_if_fail (DZ_IS_EVIDENCE_PANE (self));

  if (gtk_widget_get_visible (self->value_box))
    gtk_widget_grab_focus (GTK_WIDGET (self->value_entry));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->name_drop));
}

/**
 * dz_evidence_pane_can_decide:
 *
 * Returns: whether what is shown can be confirmed, corrected and rejected
 */
gboolean
dz_evidence_pane_can_decide (DzEvidencePane *self)
{
  g_autoptr(DzEvidenceItem) item = NULL;

  g_return_val_if_fail (DZ_IS_EVIDENCE_PANE (self), FALSE);

  item = dup_item (self, self->position);

  return item != NULL && (get_figure (self, item) != NULL || get_weakness (self, item) != NULL);
}

void
dz_evidence_pane_reject (DzEvidencePane *self)
{
  g_return_if_fail (DZ_IS_EVIDENCE_PANE (self));

  set_state (self, DZ_STATE_REJECTED);
}

/**
 * dz_evidence_pane_step:
 * @by: 1: the next, -1: the one before
 */
void
dz_evidence_pane_step (DzEvidencePane *self,
                       int             by)
{
  g_return_if_fail (DZ_IS_EVIDENCE_PANE (self));

  if (self->session != NULL && (int) self->position + by >= 0)
    dz_session_set_evidence_position (self->session, (guint) ((int) self->position + by));
}

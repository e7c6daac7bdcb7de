/* dz-change-decision.c - what a person decides on the page of the two years: 改去向, 落实情况
 *
 * A tag offers the five columns by the second mouse button or the menu key; an
 * act of last year's plan is kept, partly kept or not mentioned, with a note.
 * Either is one undo step.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-change-decision.h"

#include "dz-session-corrections.h"
#include "dz-spoken.h"
#include "dz-text-scale.h"
#include "dz-tip.h"
#include "dz-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PASSAGE_CHARACTERS 34

typedef struct
{
  DzSession *session;
  const char *kind; /* interned */
  gint64 body_id;
  int year;
  char *key;
  const char *value; /* (nullable) interned */
  char *note;        /* (nullable) */
  char *passages;    /* (nullable) what is decided about, as the reports say it */
} Decision;

static Decision *
decision_new (DzSession   *session,
              DzChangeRow *row,
              const char  *kind,
              const char  *key)
{
  Decision *self = g_new0 (Decision, 1);

  self->session = g_object_ref (session);
  self->kind = g_intern_string (kind);
  self->body_id = dz_change_row_get_body (row)->id;
  self->year = dz_change_row_get_this_report (row)->identity.year;
  self->key = g_strdup (key);

  return self;
}

static void
decision_free (gpointer data)
{
  Decision *self = data;

  g_object_unref (self->session);
  g_free (self->key);
  g_free (self->note);
  g_free (self->passages);
  g_free (self);
}

static void
decision_free_closure (gpointer  data,
                       GClosure *closure)
{
  decision_free (data);
}

static gboolean
decide_cb (gpointer data)
{
  Decision *self = data;

  dz_session_set_decision (self->session, self->kind, self->body_id, self->year, self->key,
                           self->value, self->note);

  return G_SOURCE_REMOVE;
}

/* Once the popover is gone: the page is filled anew, and its parent goes with the old rows. */
static void
decide_later (GtkWidget      *widget,
              const Decision *from,
              const char     *note)
{
  GtkWidget *popover = gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER);
  Decision *copy = g_memdup2 (from, sizeof *from);

  g_object_ref (copy->session);
  copy->key = g_strdup (from->key);
  copy->note = g_strdup (note);
  copy->passages = NULL;
  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, decide_cb, copy, decision_free);
}

static void
choice_cb (GtkButton *button,
           Decision  *decision)
{
  decide_later (GTK_WIDGET (button), decision, NULL);
}

static gboolean
unparent_cb (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);

  return G_SOURCE_REMOVE;
}

static void
closed_cb (GtkPopover *popover,
           gpointer    unused)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, unparent_cb, g_object_ref (popover), g_object_unref);
}

static void
tag_destroy_cb (GtkWidget *tag,
                GtkWidget *popover)
{
  if (gtk_widget_get_parent (popover) == tag)
    gtk_widget_unparent (popover);
}

static void
add_choice (GtkWidget      *box,
            const Decision *decision,
            const char     *label,
            const char     *value)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  Decision *own = g_memdup2 (decision, sizeof *decision);

  g_object_ref (own->session);
  own->key = g_strdup (decision->key);
  own->value = g_intern_string (value);
  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_data (button, "clicked", G_CALLBACK (choice_cb), own, decision_free_closure, 0);
  gtk_box_append (GTK_BOX (box), button);
}

static void
open_menu (GtkWidget *tag)
{
  const Decision *decision = g_object_get_data (G_OBJECT (tag), "dz-decision");
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (_("Put it under"));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (box), title);
  for (guint i = 0; i < DZ_N_DESTINATIONS; i++)
    add_choice (box, decision, dz_words_destination (i), dz_destination_to_string (i));
  if (GPOINTER_TO_INT (g_object_get_data (G_OBJECT (tag), "dz-decided")))
    add_choice (box, decision, _("As the reports say"), NULL);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_widget_set_parent (popover, tag);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  g_signal_connect_object (tag, "destroy", G_CALLBACK (tag_destroy_cb), popover, 0);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            gpointer         unused)
{
  open_menu (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)));
}

static gboolean
key_cb (GtkWidget *tag,
        GVariant  *args,
        gpointer   unused)
{
  open_menu (tag);

  return TRUE;
}

/**
 * dz_destination_menu_attach:
 * @tag: a code under its column
 *
 * Lets the user put the code under another column: 改去向…
 */
void
dz_destination_menu_attach (GtkWidget              *tag,
                            DzSession              *session,
                            DzChangeRow            *row,
                            const DzWeaknessChange *change)
{
  GtkGesture *gesture = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  g_autofree char *tooltip = dz_tip_get (tag) != NULL
                               ? g_strdup_printf ("%s\n%s", dz_tip_get (tag),
                                                  change->decided ? _("Put here by hand; right click to change")
                                                                  : _("Right click: put it under another column"))
                               : NULL;

  g_object_set_data_full (G_OBJECT (tag), "dz-decision",
                          decision_new (session, row, "destination", change->code), decision_free);
  g_object_set_data (G_OBJECT (tag), "dz-decided", GINT_TO_POINTER (change->decided));
  dz_tip_set (tag, tooltip);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  g_signal_connect (gesture, "pressed", G_CALLBACK (pressed_cb), NULL);
  gtk_widget_add_controller (tag, GTK_EVENT_CONTROLLER (gesture));
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Shift>F10|Menu"),
                      gtk_callback_action_new (key_cb, NULL, NULL)));
  gtk_widget_add_controller (tag, keys);
}

/* ---- what became of an act of the plan ---- */

static void
promise_cb (GtkButton *button,
            Decision  *decision)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_POPOVER);
  GtkWidget *entry = g_object_get_data (G_OBJECT (popover), "dz-entry");
  g_autofree char *note = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  decide_later (GTK_WIDGET (button), decision, decision->value != NULL && *note != '\0' ? note : NULL);
}

static void
add_promise (GtkWidget      *box,
             const Decision *decision,
             const char     *label,
             const char     *value)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  Decision *own = g_memdup2 (decision, sizeof *decision);

  g_object_ref (own->session);
  own->key = g_strdup (decision->key);
  own->note = own->passages = NULL;
  own->value = g_intern_string (value);
  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_data (button, "clicked", G_CALLBACK (promise_cb), own, decision_free_closure, 0);
  gtk_box_append (GTK_BOX (box), button);
}

/* Made when it is opened: a county has hundreds of acts. */
static void
fill_popover_cb (GtkMenuButton *button,
                 gpointer       user_data)
{
  const Decision *decision = g_object_get_data (G_OBJECT (button), "dz-decision");
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *passages = gtk_label_new (decision->passages);
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Where it is stated (may be left empty)"));
  gtk_editable_set_text (GTK_EDITABLE (entry), decision->note != NULL ? decision->note : "");
  dz_spoken_set_name (entry, _("Where it is stated (may be left empty)"));
  dz_text_scale_request (entry, 280, -1);
  g_object_set_data (G_OBJECT (popover), "dz-entry", entry);
  gtk_label_set_xalign (GTK_LABEL (passages), 0);
  gtk_label_set_wrap (GTK_LABEL (passages), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (passages), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (passages), PASSAGE_CHARACTERS);
  gtk_widget_add_css_class (passages, "dz-sentence");
  gtk_box_append (GTK_BOX (box), passages);
  gtk_box_append (GTK_BOX (box), entry);
  for (int i = DZ_PROMISE_KEPT; i >= DZ_PROMISE_UNMENTIONED; i--)
    add_promise (box, decision, dz_words_promise ((DzPromise) i), dz_promise_to_string ((DzPromise) i));
  if (decision->value != NULL)
    add_promise (box, decision, _("Take Back"), NULL);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
}

/* The act, and what this year's report says of it: nobody decides by a line cut short. */
static char *
dup_passages (DzChangeRow      *row,
              const DzPlanItem *item)
{
  g_autofree char *act = dz_text_dup_line (item->report->text, item->span);
  g_autofree char *kept = NULL;

  if (dz_span_is_empty (item->kept))
    return g_steal_pointer (&act);
  kept = dz_text_dup_line (dz_change_row_get_this_report (row)->text, item->kept);

  return g_strdup_printf (_("%s\nThis year: %s"), act, kept);
}

/**
 * dz_promise_menu_new:
 * @item: an act of last year's plan
 *
 * Returns: (transfer floating): the button that tells what became of it and lets a person decide it
 */
GtkWidget *
dz_promise_menu_new (DzSession        *session,
                     DzChangeRow      *row,
                     const DzPlanItem *item)
{
  g_autofree char *key = dz_plan_item_dup_words (item);
  Decision *decision = decision_new (session, row, "plan-done", key);
  const char *name = dz_words_promise (dz_plan_item_get_promise (item));
  g_autofree char *label = g_strdup_printf (item->decision != NULL ? "✓ %s" : _("%s?"), name);
  GtkWidget *button = gtk_menu_button_new ();

  decision->passages = dup_passages (row, item);
  if (item->decision != NULL)
    {
      decision->value = g_intern_string (item->decision->value);
      decision->note = g_strdup (item->decision->note);
    }
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), label);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), fill_popover_cb, NULL, NULL);
  dz_tip_set (button, item->decision == NULL ? _("By the words of the reports; nobody decided it yet")
                      : item->decision->note != NULL ? item->decision->note : _("Decided by a person"));
  g_object_set_data_full (G_OBJECT (button), "dz-decision", decision, decision_free);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "dz-small-button");

  return button;
}

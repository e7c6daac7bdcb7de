/* dz-ledger-detail.c - one problem of the 整改台账: what a person says of it
 *
 * The problem's words stand above and cannot be changed. The state is a press of a button; measure, day and evidence
 * are kept when Enter is pressed or the field is left. A day that is none is marked, said, and not kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-ledger-detail.h"

#include "dz-day.h"
#include "dz-spoken.h"
#include "dz-tip.h"

#include <glib/gi18n-lib.h>

typedef enum { FIELD_MEASURE, FIELD_DEADLINE, FIELD_EVIDENCE, N_FIELDS } Field;

struct _DzLedgerDetail
{
  GtkBox parent_instance;

  GtkLabel *problem;
  GtkLabel *source;
  GtkToggleButton *states[DZ_N_LEDGER_STATES];
  GtkEntry *fields[N_FIELDS];
  GtkLabel *refusal;

  DzLedgerEntry *entry; /* (nullable): as it is shown */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (DzLedgerDetail, dz_ledger_detail, GTK_TYPE_BOX)

static guint entered_signal;

static const char *
get_field (DzLedgerDetail *self,
           Field           field)
{
  const char *fields[N_FIELDS] = { self->entry->measure, self->entry->deadline, self->entry->evidence };

  return fields[field] != NULL ? fields[field] : "";
}

/* Marked, and said: a colour alone tells nobody what to write. */
static void
refuse_day (DzLedgerDetail *self,
            gboolean        refused)
{
  if (refused)
    gtk_widget_add_css_class (GTK_WIDGET (self->fields[FIELD_DEADLINE]), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->fields[FIELD_DEADLINE]), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal), refused);
}

/* The day its deadline was typed as; one without a year is of the year the problem is put right in. */
static gboolean
take_day (DzLedgerEntry *entry)
{
  g_autofree char *day = entry->deadline != NULL ? dz_day_from_words (entry->deadline, entry->year + 1) : NULL;

  if (entry->deadline == NULL)
    return TRUE;
  if (day == NULL)
    return FALSE;
  g_free (entry->deadline);
  entry->deadline = g_steal_pointer (&day);

  return TRUE;
}

/**
 * dz_ledger_detail_show:
 * @row: (nullable): %NULL: nothing is chosen
 *
 * What a person is typing stays, as long as it is the same problem.
 */
void
dz_ledger_detail_show (DzLedgerDetail    *self,
                       const DzLedgerRow *row)
{
  gboolean same = row != NULL && self->entry != NULL && self->entry->id == row->entry->id;
  g_autofree char *source = NULL;

  self->filling = TRUE;
  for (int i = 0; i < N_FIELDS && row != NULL; i++)
    {
      const char *fields[N_FIELDS] = { row->entry->measure, row->entry->deadline, row->entry->evidence };
      gboolean typing = same && g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->fields[i])), get_field (self, i)) != 0;

      if (typing)
        continue;
      gtk_editable_set_text (GTK_EDITABLE (self->fields[i]), fields[i] != NULL ? fields[i] : "");
      if (i == FIELD_DEADLINE)
        refuse_day (self, FALSE);
    }
  g_clear_pointer (&self->entry, dz_ledger_entry_free);
  if (row != NULL)
    {
      self->entry = dz_ledger_entry_copy (row->entry);
      source = g_strdup_printf ("%s · %s", dz_ledger_row_get_who (row), row->entry->source != NULL ? row->entry->source : "");
      gtk_label_set_label (self->problem, row->entry->problem);
      dz_tip_set (GTK_WIDGET (self->problem), row->entry->problem);
      gtk_label_set_label (self->source, source);
      gtk_toggle_button_set_active (self->states[row->entry->state], TRUE);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self), row != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), row != NULL);
  self->filling = FALSE;
}

/**
 * dz_ledger_detail_dup_entry:
 *
 * Returns: (transfer full) (nullable): the problem with what is entered; %NULL where none is shown or a day is none
 */
DzLedgerEntry *
dz_ledger_detail_dup_entry (DzLedgerDetail *self)
{
  DzLedgerEntry *entry;
  char **fields[N_FIELDS];

  if (self->entry == NULL)
    return NULL;
  entry = dz_ledger_entry_copy (self->entry);
  fields[FIELD_MEASURE] = &entry->measure;
  fields[FIELD_DEADLINE] = &entry->deadline;
  fields[FIELD_EVIDENCE] = &entry->evidence;
  for (int i = 0; i < N_FIELDS; i++)
    {
      g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->fields[i])));

      g_strstrip (text);
      g_free (*fields[i]);
      *fields[i] = *text != '\0' ? g_steal_pointer (&text) : NULL;
    }
  for (int i = 0; i < DZ_N_LEDGER_STATES; i++)
    if (gtk_toggle_button_get_active (self->states[i]))
      entry->state = (DzLedgerState) i;
  if (!take_day (entry))
    {
      refuse_day (self, TRUE);
      dz_ledger_entry_free (entry);
      return NULL;
    }
  refuse_day (self, FALSE);
  if (entry->deadline != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->fields[FIELD_DEADLINE]), entry->deadline);

  return entry;
}

static void
state_cb (DzLedgerDetail  *self,
          GtkToggleButton *button)
{
  if (!self->filling && gtk_toggle_button_get_active (button))
    g_signal_emit (self, entered_signal, 0);
}

static void
activate_cb (DzLedgerDetail *self)
{
  if (!self->filling && self->entry != NULL)
    g_signal_emit (self, entered_signal, 0);
}

static void
leave_cb (GtkEventControllerFocus *controller,
          DzLedgerDetail          *self)
{
  activate_cb (self);
}

static void
dz_ledger_detail_finalize (GObject *object)
{
  g_clear_pointer (&DZ_LEDGER_DETAIL (object)->entry, dz_ledger_entry_free);

  G_OBJECT_CLASS (dz_ledger_detail_parent_class)->finalize (object);
}

static void
dz_ledger_detail_class_init (DzLedgerDetailClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dz_ledger_detail_finalize;
  entered_signal = g_signal_new ("entered", DZ_TYPE_LEDGER_DETAIL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_states (DzLedgerDetail *self)
{
  GtkWidget *linked = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (linked, "linked");
  for (int i = 0; i < DZ_N_LEDGER_STATES; i++)
    {
      g_autofree char *tip = g_strdup_printf (_("Key %d"), i + 1);

      self->states[i] =
        GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (dz_ledger_state_get_name ((DzLedgerState) i)));
      if (i > 0)
        gtk_toggle_button_set_group (self->states[i], self->states[0]);
      dz_tip_set (GTK_WIDGET (self->states[i]), tip);
      g_signal_connect_swapped (self->states[i], "toggled", G_CALLBACK (state_cb), self);
      gtk_box_append (GTK_BOX (linked), GTK_WIDGET (self->states[i]));
    }

  return linked;
}

static GtkWidget *
make_field (DzLedgerDetail *self,
            Field           field)
{
  const char *names[N_FIELDS] = { _("Measure"), _("Until, YYYY-MM-DD"), _("What was done, and what shows it") };
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->fields[field] = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_placeholder_text (self->fields[field], names[field]);
  dz_spoken_set_name (GTK_WIDGET (self->fields[field]), names[field]);
  dz_tip_set (GTK_WIDGET (self->fields[field]), names[field]);
  gtk_widget_set_hexpand (GTK_WIDGET (self->fields[field]), field != FIELD_DEADLINE);
  if (field == FIELD_DEADLINE)
    gtk_editable_set_width_chars (GTK_EDITABLE (self->fields[field]), 12);
  g_signal_connect_swapped (self->fields[field], "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->fields[field]), focus);

  return GTK_WIDGET (self->fields[field]);
}

static void
dz_ledger_detail_init (DzLedgerDetail *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "dz-toolbar");
  self->problem = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->problem, 0);
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_label_set_wrap_mode (self->problem, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (self->problem, 3);
  gtk_label_set_ellipsize (self->problem, PANGO_ELLIPSIZE_END);
  gtk_label_set_selectable (self->problem, FALSE);
  self->source = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->source, 0);
  gtk_label_set_ellipsize (self->source, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->source), "dz-secondary");
  gtk_widget_set_hexpand (GTK_WIDGET (self->source), TRUE);
  gtk_box_append (GTK_BOX (words), make_states (self));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->source));
  for (int i = 0; i < N_FIELDS; i++)
    gtk_box_append (GTK_BOX (bar), make_field (self, (Field) i));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->problem));
  gtk_box_append (GTK_BOX (self), words);
  gtk_box_append (GTK_BOX (self), bar);
  self->refusal = GTK_LABEL (gtk_label_new (_("This is no day. Write it like 2025-03-31.")));
  gtk_label_set_xalign (self->refusal, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->refusal), "dz-error-text");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal), FALSE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->refusal));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

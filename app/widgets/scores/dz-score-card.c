/* dz-score-card.c - one head of the 评分表
 *
 * Above what is judged and out of how many points; below the fields for points and reason what the program holds about the
 * body. Points are kept when Enter is pressed or the field is left; Enter goes on to the next head. A number that cannot be
 * given is marked, said, and not kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-score-card.h"

#include "dz-score-cell.h"
#include "dz-score-table.h"
#include "dz-spoken.h"
#include "dz-tip.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

struct _DzScoreCard
{
  GtkBox parent_instance;

  GtkLabel *name;
  GtkLabel *worth;
  GtkLabel *standard;
  GtkEntry *points;
  GtkEntry *note;
  GtkLabel *refusal;
  GtkLabel *evidence;

  DzHeadKind kind;
  double most;
  char *shown_points; /* as they are kept */
  char *shown_note;
};

G_DEFINE_FINAL_TYPE (DzScoreCard, dz_score_card, GTK_TYPE_BOX)

enum { ENTERED, NEXT, FOCUSED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *
get_text (GtkEntry *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

static void
refuse (DzScoreCard *self,
        const char  *why)
{
  if (why != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->points), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->points), "error");
  gtk_label_set_label (self->refusal, why != NULL ? why : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal), why != NULL);
}

static char *
dup_range (const DzScoreCard *self)
{
  g_autofree char *most = dz_score_words (self->most);

  return isnan (self->most) ? g_strdup (_("A number of 0 or more, please.")) : g_strdup_printf (_("A number from 0 to %s, please."), most);
}

/**
 * dz_score_card_read:
 * @points: (out): NAN: the field is empty, which takes back what was given
 * @note: (out) (transfer full) (nullable)
 *
 * Returns: %FALSE where nothing was changed, or what is typed cannot be given: then it is marked
 */
gboolean
dz_score_card_read (DzScoreCard *self,
                    double      *points,
                    char       **note)
{
  const char *typed = get_text (self->points);
  DzScoreCell cell = dz_score_cell_read (typed);
  DzScoreHead head = { .most = self->most };
  g_autofree char *range = dup_range (self);
  g_autofree char *words = g_strstrip (g_strdup (get_text (self->note)));

  if (g_str_equal (typed, self->shown_points) && g_str_equal (words, self->shown_note))
    {
      refuse (self, NULL);
      return FALSE;
    }
  if (*typed == '\0' && *words != '\0')
    {
      refuse (self, _("Points first: a reason is kept with them."));
      return FALSE;
    }
  if (*typed != '\0' && (isnan (cell.value) || (cell.sign == '-' && self->kind != DZ_HEAD_DEDUCTION) ||
                         !dz_score_head_allows (&head, cell.value)))
    {
      refuse (self, range);
      return FALSE;
    }
  refuse (self, NULL);
  *points = *typed != '\0' ? cell.value : NAN;
  *note = *words != '\0' ? g_steal_pointer (&words) : NULL;

  return TRUE;
}

static void
set_unless_typing (GtkEntry   *entry,
                   char      **shown,
                   const char *words,
                   gboolean    same)
{
  gboolean typing = same && *shown != NULL && !g_str_equal (get_text (entry), *shown);

  if (!typing && !g_str_equal (get_text (entry), words))
    gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_free (*shown);
  *shown = g_strdup (words);
}

/* A line a kind: its name stands out. */
static void
show_evidence (DzScoreCard *self,
               const char  *words)
{
  g_auto(GStrv) lines = g_strsplit (words, "\n", -1);
  g_autoptr(GString) markup = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = g_markup_escape_text (lines[i], -1);
      const char *colon = strstr (line, "：");

      if (colon != NULL)
        g_string_append_printf (markup, "%s<b>%.*s</b>%s", i > 0 ? "\n" : "", (int) (colon - line), line, colon);
      else
        g_string_append_printf (markup, "%s%s", i > 0 ? "\n" : "", line);
    }
  gtk_label_set_markup (self->evidence, markup->str);
}

/**
 * dz_score_card_show:
 * @score: (nullable): what the scorer gave
 * @open: somebody is named who scores: the fields take what he gives
 * @same: the same body and scorer as before: what a person is typing stays
 */
void
dz_score_card_show (DzScoreCard       *self,
                    const DzScoreHead *head,
                    const DzScore     *score,
                    const char        *evidence,
                    gboolean           open,
                    gboolean           same)
{
  static const char *const worths[DZ_N_HEAD_KINDS] = { N_("%s points"), N_("deduction up to %s"), N_("bonus up to %s") };
  static const char *const unlimited[DZ_N_HEAD_KINDS] = { N_("points"), N_("deduction"), N_("bonus") };
  g_autofree char *path = dz_score_head_dup_path (head);
  g_autofree char *most = dz_score_words (head->most);
  g_autofree char *points = score != NULL ? dz_score_words (score->points) : g_strdup ("");
  g_autofree char *worth = NULL;
  g_autofree char *spoken = g_strdup_printf (_("Points: %s"), head->name);
  g_autofree char *reason = g_strdup_printf (_("Reason: %s"), head->name);

  self->kind = head->kind;
  self->most = head->most;
  gtk_label_set_label (self->name, path);
  if (isnan (head->most))
    worth = g_strdup (_(unlimited[head->kind]));
  else
    {
      g_autoptr(GString) words = g_string_new (_(worths[head->kind]));

      g_string_replace (words, "%s", most, 1);
      worth = g_strdup (words->str);
    }
  gtk_label_set_label (self->worth, worth);
  gtk_label_set_label (self->standard, head->standard != NULL ? head->standard : "");
  gtk_widget_set_visible (GTK_WIDGET (self->standard), head->standard != NULL);
  set_unless_typing (self->points, &self->shown_points, points, same);
  set_unless_typing (self->note, &self->shown_note, score != NULL && score->note != NULL ? score->note : "", same);
  show_evidence (self, *evidence != '\0' ? evidence : head->shows != NULL ? _("Nothing of the kind is held")
                                                                          : _("The sheet does not say what belongs to this head"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->points), open);
  gtk_widget_set_sensitive (GTK_WIDGET (self->note), open);
  dz_spoken_set_name (GTK_WIDGET (self->points), spoken);
  dz_spoken_set_name (GTK_WIDGET (self->note), reason);
  if (!same)
    refuse (self, NULL);
}

void
dz_score_card_grab (DzScoreCard *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->points));
}

static void
points_activate_cb (DzScoreCard *self)
{
  g_signal_emit (self, signals[ENTERED], 0);
  if (!gtk_widget_has_css_class (GTK_WIDGET (self->points), "error"))
    g_signal_emit (self, signals[NEXT], 0);
}

static void
enter_cb (GtkEventControllerFocus *controller,
          DzScoreCard             *self)
{
  g_signal_emit (self, signals[FOCUSED], 0);
}

static void
leave_cb (GtkEventControllerFocus *controller,
          DzScoreCard             *self)
{
  g_signal_emit (self, signals[ENTERED], 0);
}

static void
dz_score_card_finalize (GObject *object)
{
  DzScoreCard *self = DZ_SCORE_CARD (object);

  g_free (self->shown_points);
  g_free (self->shown_note);

  G_OBJECT_CLASS (dz_score_card_parent_class)->finalize (object);
}

static void
dz_score_card_class_init (DzScoreCardClass *klass)
{
  static const char *const names[N_SIGNALS] = { "entered", "next", "focused" };

  G_OBJECT_CLASS (klass)->finalize = dz_score_card_finalize;
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], DZ_TYPE_SCORE_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkLabel *
add_label (GtkWidget  *box,
           const char *class)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  if (class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (label), class);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (label));

  return label;
}

static GtkEntry *
add_entry (DzScoreCard *self,
           GtkWidget   *box,
           GCallback    activate_cb)
{
  GtkEntry *entry = GTK_ENTRY (gtk_entry_new ());

  g_signal_connect_swapped (entry, "activate", activate_cb, self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (entry));

  return entry;
}

static void
dz_score_card_init (DzScoreCard *self)
{
  GtkWidget *title = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *fields = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "dz-score-card");
  gtk_box_append (GTK_BOX (self), title);
  self->name = add_label (title, "heading");
  gtk_widget_set_hexpand (GTK_WIDGET (self->name), TRUE);
  self->worth = add_label (title, "dz-secondary");
  gtk_label_set_wrap (self->worth, FALSE);
  self->standard = add_label (GTK_WIDGET (self), "dz-secondary");
  gtk_box_append (GTK_BOX (self), fields);
  self->points = add_entry (self, fields, G_CALLBACK (points_activate_cb));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->points), 7);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->points), 7);
  gtk_entry_set_alignment (self->points, 1);
  gtk_entry_set_placeholder_text (self->points, _("Points"));
  self->note = add_entry (self, fields, G_CALLBACK (points_activate_cb));
  gtk_widget_set_hexpand (GTK_WIDGET (self->note), TRUE);
  gtk_entry_set_placeholder_text (self->note, _("Reason"));
  self->refusal = add_label (GTK_WIDGET (self), "dz-warning-text");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal), FALSE);
  self->evidence = add_label (GTK_WIDGET (self), "dz-plain-text");
  gtk_label_set_selectable (self->evidence, FALSE);
  self->shown_points = g_strdup ("");
  self->shown_note = g_strdup ("");
  g_signal_connect (focus, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * dz_score_card_new:
 *
 * Returns: (transfer floating): a card of a head, shown with dz_score_card_show()
 */
DzScoreCard *
dz_score_card_new (const DzScoreHead *head)
{
  DzScoreCard *self = g_object_new (DZ_TYPE_SCORE_CARD, NULL);

  dz_score_card_show (self, head, NULL, "", FALSE, FALSE);

  return self;
}

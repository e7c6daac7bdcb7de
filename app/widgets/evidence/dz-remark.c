/* dz-remark.c - a note in a person's own words: to be read, and written
 *
 * What is being typed stays, whatever is drawn anew, and is there again when its
 * passage is; Ctrl+Enter keeps it, Enter alone begins a line. What waits when the
 * review is closed is kept: nobody types a note to have it gone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-remark.h"

#include "dz-inner-scroll.h"
#include "dz-text-scale.h"
#include "dz-tip.h"

#include <glib/gi18n-lib.h>

#define HEIGHT 56
#define MOST_HEIGHT 168 /* of a note with many lines */

struct _DzRemark
{
  GtkBox parent_instance;

  GtkTextView *text; /* borrowed, like the button */
  GtkWidget *button;
  char *subject; /* (nullable): what it is about */
  char *kept;    /* the note as it is kept */
  GHashTable *drafts; /* of other subjects: words nobody has kept yet */
};

enum
{
  KEEP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DzRemark, dz_remark, GTK_TYPE_BOX)

static char *
dup_words (DzRemark *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (self->text), &start, &end);

  return g_strstrip (gtk_text_buffer_get_text (gtk_text_view_get_buffer (self->text), &start, &end, FALSE));
}

static gboolean
is_changed (DzRemark *self)
{
  g_autofree char *words = dup_words (self);

  return g_strcmp0 (words, self->kept) != 0;
}

static void
changed_cb (DzRemark *self)
{
  gtk_widget_set_visible (self->button, is_changed (self));
}

static void
keep (DzRemark *self)
{
  g_autofree char *words = dup_words (self);

  if (is_changed (self))
    g_signal_emit (self, signals[KEEP], 0, self->subject, words);
}

static gboolean
key_pressed_cb (DzRemark        *self,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || (state & GDK_CONTROL_MASK) == 0)
    return FALSE;
  keep (self);

  return TRUE;
}

static void
dz_remark_finalize (GObject *object)
{
  DzRemark *self = DZ_REMARK (object);

  g_free (self->subject);
  g_free (self->kept);
  g_hash_table_unref (self->drafts);

  G_OBJECT_CLASS (dz_remark_parent_class)->finalize (object);
}

static void
dz_remark_class_init (DzRemarkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dz_remark_finalize;

  signals[KEEP] = g_signal_new ("keep", DZ_TYPE_REMARK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                G_TYPE_STRING, G_TYPE_STRING);
}

static void
dz_remark_init (DzRemark *self)
{
  GtkWidget *label = gtk_label_new (_("Note"));
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *scroll;

  self->kept = g_strdup ("");
  self->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->text = GTK_TEXT_VIEW (gtk_text_view_new ());
  self->button = gtk_button_new_with_label (_("Keep the Note"));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dz-secondary");
  gtk_text_view_set_wrap_mode (self->text, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->text, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->text), "dz-note");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Note"), -1);
  g_signal_connect_swapped (gtk_text_view_get_buffer (self->text), "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->text), keys);
  scroll = dz_inner_scroll_new (GTK_WIDGET (self->text));
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroll), TRUE);
  dz_text_scale_request (scroll, -1, HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroll), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroll), MOST_HEIGHT);
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  gtk_widget_set_visible (self->button, FALSE);
  dz_tip_set (self->button, _("Keep the note (Ctrl+Enter)"));
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (keep), self);
  gtk_box_append (GTK_BOX (self), label);
  gtk_box_append (GTK_BOX (self), scroll);
  gtk_box_append (GTK_BOX (self), self->button);
}

/* Another subject is to be shown: words that were not kept wait for this one. */
static void
put_aside (DzRemark *self)
{
  if (self->subject == NULL)
    return;
  if (is_changed (self))
    g_hash_table_insert (self->drafts, g_strdup (self->subject), dup_words (self));
  else
    g_hash_table_remove (self->drafts, self->subject);
}

/**
 * dz_remark_show:
 * @subject: tells what it is about; words typed about it that were not kept stand there again
 * @words: (nullable): the note as it is kept
 */
void
dz_remark_show (DzRemark   *self,
                const char *subject,
                const char *words)
{
  gboolean same, typing;
  const char *draft;

  g_return_if_fail (DZ_IS_REMARK (self) && subject != NULL);

  words = words != NULL ? words : "";
  same = g_strcmp0 (subject, self->subject) == 0;
  typing = same && is_changed (self);
  if (!same)
    put_aside (self);
  draft = same ? NULL : g_hash_table_lookup (self->drafts, subject);
  g_free (self->kept);
  self->kept = g_strdup (words);
  g_free (self->subject);
  self->subject = g_strdup (subject);
  if (!typing)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), draft != NULL ? draft : words, -1);
  changed_cb (self);
}

/**
 * dz_remark_keep_all:
 *
 * The review is about to be closed: every note that was typed and waits is to be kept.
 */
void
dz_remark_keep_all (DzRemark *self)
{
  g_autoptr(GHashTable) drafts = NULL;
  GHashTableIter iter;
  gpointer subject, words;

  g_return_if_fail (DZ_IS_REMARK (self));

  put_aside (self);
  drafts = g_steal_pointer (&self->drafts);
  self->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_iter_init (&iter, drafts);
  while (g_hash_table_iter_next (&iter, &subject, &words))
    g_signal_emit (self, signals[KEEP], 0, subject, words);
}

/**
 * dz_remark_forget:
 *
 * Words that were not kept are gone: what is shown from now on is of another review.
 */
void
dz_remark_forget (DzRemark *self)
{
  g_return_if_fail (DZ_IS_REMARK (self));

  g_hash_table_remove_all (self->drafts);
  g_clear_pointer (&self->subject, g_free);
}

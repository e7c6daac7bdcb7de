/* dz-sentence-popover.c - one of our own sentences, put in other words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-sentence-popover.h"

#include "dz-spoken.h"
#include "dz-text-scale.h"

#include <glib/gi18n-lib.h>

struct _DzSentencePopover
{
  GtkPopover parent_instance;

  char *key;
  GtkTextBuffer *buffer; /* borrowed from the child */
};

enum
{
  WORDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DzSentencePopover, dz_sentence_popover, GTK_TYPE_POPOVER)

static void
finish (DzSentencePopover *self,
        const char        *words)
{
  g_object_ref (self); /* closed, it may be let go of */
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[WORDED], 0, self->key, words);
  g_object_unref (self);
}

static void
take_cb (DzSentencePopover *self)
{
  GtkTextIter start, end;
  g_autofree char *words = NULL;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  words = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
  finish (self, words);
}

static void
restore_cb (DzSentencePopover *self)
{
  finish (self, NULL);
}

static void
dz_sentence_popover_finalize (GObject *object)
{
  g_free (DZ_SENTENCE_POPOVER (object)->key);

  G_OBJECT_CLASS (dz_sentence_popover_parent_class)->finalize (object);
}

static void
dz_sentence_popover_class_init (DzSentencePopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dz_sentence_popover_finalize;

  /* the key, and the words that stand now; %NULL: our own again */
  signals[WORDED] = g_signal_new ("worded", DZ_TYPE_SENTENCE_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
dz_sentence_popover_init (DzSentencePopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *take = gtk_button_new_with_label (_("Take Over"));
  GtkWidget *restore = gtk_button_new_with_label (_("Restore the Sentence"));

  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  dz_spoken_set_name (view, _("The sentence in your own words"));
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), view);
  dz_text_scale_request (scroll, 420, 120);
  gtk_widget_add_css_class (take, "suggested-action");
  g_signal_connect_swapped (take, "clicked", G_CALLBACK (take_cb), self);
  g_signal_connect_swapped (restore, "clicked", G_CALLBACK (restore_cb), self);
  gtk_box_append (GTK_BOX (buttons), take);
  gtk_box_append (GTK_BOX (buttons), restore);
  gtk_box_append (GTK_BOX (box), scroll);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

/**
 * dz_sentence_popover_new:
 * @key: which sentence, given back with the words
 * @sentence: as it stands
 *
 * Returns: (transfer floating): a popover that says “worded” once
 */
GtkWidget *
dz_sentence_popover_new (const char *key,
                         const char *sentence)
{
  DzSentencePopover *self = g_object_new (DZ_TYPE_SENTENCE_POPOVER, NULL);

  self->key = g_strdup (key);
  gtk_text_buffer_set_text (self->buffer, sentence, -1);

  return GTK_WIDGET (self);
}

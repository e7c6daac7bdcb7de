/* dz-tip.c - the words of a tooltip
 *
 * GTK's own label may break Chinese after every character and then takes the
 * narrowest width: short words stand upright. Ours breaks only what is long.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-tip.h"

#define LONG 36 /* characters */

/**
 * dz_tip_set_words:
 * @tip: of a query-tooltip signal
 * @words: what it says
 */
void
dz_tip_set_words (GtkTooltip *tip,
                  const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  if (g_utf8_strlen (words, -1) > LONG)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_width_chars (GTK_LABEL (label), LONG);
      gtk_label_set_max_width_chars (GTK_LABEL (label), LONG);
    }
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_tooltip_set_custom (tip, label);
}

static gboolean
query_tooltip_cb (GtkWidget  *widget,
                  int         x,
                  int         y,
                  gboolean    keyboard,
                  GtkTooltip *tip)
{
  const char *words = gtk_widget_get_tooltip_text (widget);

  if (words == NULL)
    return GTK_WIDGET_GET_CLASS (widget)->query_tooltip (widget, x, y, keyboard, tip);
  dz_tip_set_words (tip, words);

  return TRUE;
}

/**
 * dz_tip_init:
 *
 * From now on every tooltip-text, set in C or in a .ui file, is shown by dz_tip_set_words().
 */
void
dz_tip_init (void)
{
  static gsize done;

  if (!g_once_init_enter (&done))
    return;
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  g_signal_override_class_handler ("query-tooltip", GTK_TYPE_WIDGET, G_CALLBACK (query_tooltip_cb));
  g_once_init_leave (&done, 1);
}

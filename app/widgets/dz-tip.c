/* dz-tip.c - the words of a tooltip
 *
 * GTK's own label may break Chinese after every character and then takes the
 * narrowest width: short words stand upright. Ours breaks only what is long.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-tip.h"

#define LONG 36 /* characters */

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

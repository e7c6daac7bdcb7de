/* dz-tip.c - the words of a tooltip
 *
 * GTK's own label may break Chinese after every character and then takes the
 * narrowest width: short words stand upright. Ours breaks only what is long.
 *
 * And GTK asks the display server where the pointer is each time a widget is
 * given its tooltip, and waits for the answer: in a table this is half of the
 * time. Ours is given without a question.
 *
 * While a popover is open only what is in it shows its tooltip: the pointer
 * rests where it clicked, and the tooltip of the button would cover what the
 * button opened.
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

/**
 * dz_tip_set_words_at:
 * @x: of the pointer, in the widget that is asked
 * @top: of the row, line or mark the words are about, in the widget; likewise @height
 *
 * dz_tip_set_words() in a widget that draws many things: it shows under the one the pointer is on. GTK would place
 * it by the widget, whose middle may be half a screen away.
 */
void
dz_tip_set_words_at (GtkTooltip *tip,
                     const char *words,
                     int         x,
                     double      top,
                     double      height)
{
  /* one the pointer is not well inside of hides what it shows */
  const GdkRectangle area = { x - DZ_TIP_REACH, (int) top - 1, 2 * DZ_TIP_REACH, (int) height + 2 };

  dz_tip_set_words (tip, words);
  gtk_tooltip_set_tip_area (tip, &area);
}

/* GtkPopover, mapped and shut by a click outside, the one opened last first. */
static GQueue open_popovers = G_QUEUE_INIT;

static void
popover_map_cb (GtkWidget *popover)
{
  if (gtk_popover_get_autohide (GTK_POPOVER (popover)) && g_queue_find (&open_popovers, popover) == NULL)
    g_queue_push_head (&open_popovers, popover);
  g_signal_chain_from_overridden_handler (popover);
}

static void
popover_unmap_cb (GtkWidget *popover)
{
  g_queue_remove (&open_popovers, popover);
  g_signal_chain_from_overridden_handler (popover);
}

/**
 * dz_tip_is_held_back:
 *
 * Returns: whether a popover is open that @widget is not in: it shows no tooltip then
 */
gboolean
dz_tip_is_held_back (GtkWidget *widget)
{
  GtkWidget *popover = g_queue_peek_head (&open_popovers);

  return popover != NULL && widget != popover && !gtk_widget_is_ancestor (widget, popover);
}

static gboolean
query_tooltip_cb (GtkWidget  *widget,
                  int         x,
                  int         y,
                  gboolean    keyboard,
                  GtkTooltip *tip)
{
  const char *words = dz_tip_get (widget);

  if (dz_tip_is_held_back (widget))
    return FALSE;
  if (words == NULL)
    return GTK_WIDGET_GET_CLASS (widget)->query_tooltip (widget, x, y, keyboard, tip);
  dz_tip_set_words (tip, words);

  return TRUE;
}

/**
 * dz_tip_set:
 * @words: (nullable): the tooltip of @widget, which a screen reader tells too; %NULL: none
 */
void
dz_tip_set (GtkWidget  *widget,
            const char *words)
{
  gboolean some = words != NULL && *words != '\0';

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (some ? g_strcmp0 (words, dz_tip_get (widget)) == 0 : !gtk_widget_get_has_tooltip (widget))
    return;
  g_object_set_data_full (G_OBJECT (widget), "dz-tip", some ? g_strdup (words) : NULL, g_free);
  if (some)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  gtk_widget_set_has_tooltip (widget, some);
}

/**
 * dz_tip_get:
 *
 * Returns: (transfer none) (nullable): what dz_tip_set() or a .ui file gave
 */
const char *
dz_tip_get (GtkWidget *widget)
{
  const char *words;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  words = g_object_get_data (G_OBJECT (widget), "dz-tip");

  return words != NULL ? words : gtk_widget_get_tooltip_text (widget);
}

/**
 * dz_tip_init:
 *
 * From now on every tooltip, set by dz_tip_set() or in a .ui file, is shown by dz_tip_set_words(),
 * and none of what lies under an open popover.
 */
void
dz_tip_init (void)
{
  static gsize done;

  if (!g_once_init_enter (&done))
    return;
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  g_type_class_unref (g_type_class_ref (GTK_TYPE_POPOVER));
  g_signal_override_class_handler ("query-tooltip", GTK_TYPE_WIDGET, G_CALLBACK (query_tooltip_cb));
  g_signal_override_class_handler ("map", GTK_TYPE_POPOVER, G_CALLBACK (popover_map_cb));
  g_signal_override_class_handler ("unmap", GTK_TYPE_POPOVER, G_CALLBACK (popover_unmap_cb));
  g_once_init_leave (&done, 1);
}

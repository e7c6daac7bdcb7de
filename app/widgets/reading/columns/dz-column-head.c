/* dz-column-head.c - the head over a column of text: whose report it is, and what can be done with the column
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-column-head.h"

#include "dz-pill.h"
#include "dz-quotation.h"
#include "dz-tip.h"
#include "dz-view.h"

#include <glib/gi18n-lib.h>

#define SAID_FOR 2000 /* ms a word about the chip pressed last stands */

struct _DzColumnHead
{
  GtkBox parent_instance;

  GtkLabel *said; /* borrowed, like the rest */
  GtkWidget *menu;
  guint column;
  gint64 body_id;
  gboolean written;
  guint timer;
};

enum
{
  CLOSE,
  MOVE,
  AS_WRITTEN,
  N_SIGNALS
};

enum
{
  PROP_WRITTEN = 1,
  N_PROPERTIES
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DzColumnHead, dz_column_head, GTK_TYPE_BOX)

/* Whoever listens makes new heads: not while the menu that asked for it is still at work. */
typedef struct
{
  DzColumnHead *head;
  guint signal;
  guint to;
} Wish;

static gboolean
fulfil_cb (gpointer data)
{
  Wish *wish = data;

  if (wish->signal == MOVE)
    g_signal_emit (wish->head, signals[MOVE], 0, wish->head->column, wish->to);
  else if (wish->signal == AS_WRITTEN)
    g_signal_emit (wish->head, signals[AS_WRITTEN], 0, wish->head->written);
  else
    g_signal_emit (wish->head, signals[CLOSE], 0);
  g_object_unref (wish->head);

  return G_SOURCE_REMOVE;
}

static void
wish (DzColumnHead *self,
      guint         signal,
      guint         to)
{
  Wish *one = g_new0 (Wish, 1);

  one->head = g_object_ref (self);
  one->signal = signal;
  one->to = to;
  g_idle_add_full (G_PRIORITY_DEFAULT, fulfil_cb, one, g_free);
}

static void
close_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  wish (DZ_COLUMN_HEAD (widget), CLOSE, 0);
}

static void
left_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DzColumnHead *self = DZ_COLUMN_HEAD (widget);

  wish (self, MOVE, self->column - 1);
}

static void
right_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  DzColumnHead *self = DZ_COLUMN_HEAD (widget);

  wish (self, MOVE, self->column + 1);
}

static GdkContentProvider *
prepare_cb (DzColumnHead *self)
{
  return gdk_content_provider_new_typed (DZ_TYPE_COLUMN_HEAD, self);
}

static void
drag_begin_cb (DzColumnHead  *self,
               GdkDrag       *drag,
               GtkDragSource *source)
{
  g_autoptr(GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 24, 12);
}

static gboolean
drop_cb (DzColumnHead *self,
         const GValue *value)
{
  DzColumnHead *other = g_value_get_object (value);

  if (other == NULL || other == self || gtk_widget_get_parent (GTK_WIDGET (other)) !=
                                          gtk_widget_get_parent (GTK_WIDGET (self)))
    return FALSE;
  wish (other, MOVE, self->column);

  return TRUE;
}

static gboolean
silence_cb (gpointer data)
{
  DzColumnHead *self = data;

  self->timer = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->said), FALSE);

  return G_SOURCE_REMOVE;
}

static void
dz_column_head_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  g_value_set_boolean (value, DZ_COLUMN_HEAD (object)->written);
}

static void
dz_column_head_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  DzColumnHead *self = DZ_COLUMN_HEAD (object);

  if (self->written == g_value_get_boolean (value))
    return;
  self->written = !self->written;
  g_object_notify_by_pspec (object, pspec);
  wish (self, AS_WRITTEN, 0);
}

static void
dz_column_head_dispose (GObject *object)
{
  g_clear_handle_id (&DZ_COLUMN_HEAD (object)->timer, g_source_remove);

  G_OBJECT_CLASS (dz_column_head_parent_class)->dispose (object);
}

static void
life_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  GtkWidget *view = gtk_widget_get_ancestor (widget, DZ_TYPE_VIEW);

  if (view != NULL)
    dz_session_go (dz_view_get_session (DZ_VIEW (view)), "life", DZ_COLUMN_HEAD (widget)->body_id, 0, DZ_SPAN_NONE);
}

static void
dz_column_head_class_init (DzColumnHeadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dz_column_head_get_property;
  object_class->set_property = dz_column_head_set_property;
  object_class->dispose = dz_column_head_dispose;
  g_object_class_install_property (object_class, PROP_WRITTEN,
                                   g_param_spec_boolean ("as-written", NULL, NULL, FALSE,
                                                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                           G_PARAM_STATIC_STRINGS));
  signals[CLOSE] = g_signal_new ("close", DZ_TYPE_COLUMN_HEAD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MOVE] = g_signal_new ("move", DZ_TYPE_COLUMN_HEAD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                G_TYPE_UINT, G_TYPE_UINT);
  signals[AS_WRITTEN] = g_signal_new ("as-written", DZ_TYPE_COLUMN_HEAD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  gtk_widget_class_install_property_action (widget_class, "column.as-written", "as-written");
  gtk_widget_class_install_action (widget_class, "column.life", NULL, life_action);
  gtk_widget_class_install_action (widget_class, "column.left", NULL, left_action);
  gtk_widget_class_install_action (widget_class, "column.right", NULL, right_action);
  gtk_widget_class_install_action (widget_class, "column.close", NULL, close_action);
}

static void
dz_column_head_init (DzColumnHead *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (DZ_TYPE_COLUMN_HEAD, GDK_ACTION_MOVE);

  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "dz-column-head");
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static guint
count_weaknesses (DzReport *report)
{
  guint n = 0;

  for (guint i = 0; i < report->weaknesses->len; i++)
    n += dz_weakness_counts (&g_array_index (report->weaknesses, DzWeakness, i));

  return n;
}

static void
name_button (GtkWidget  *button,
             const char *name)
{
  dz_tip_set (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
make_menu (const char *body_name)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autofree char *name = g_strdup_printf (_("More for this column: %s"), body_name);

  g_menu_append (menu, _("As Written"), "column.as-written");
  g_menu_append (menu, _("Over the years"), "column.life");
  g_menu_append (menu, _("Move Left"), "column.left");
  g_menu_append (menu, _("Move Right"), "column.right");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  name_button (button, name);

  return button;
}

static void
append_words (DzColumnHead *self,
              DzReport     *report,
              const char   *body_name)
{
  GtkWidget *name = gtk_label_new (body_name);
  guint n = count_weaknesses (report);
  g_autofree char *declared = n > 0 ? g_strdup_printf (ngettext ("%u weakness", "%u weaknesses", n), n)
                                    : g_strdup (_("none declared"));
  g_autofree char *year = dz_report_dup_year (report);
  g_autofree char *what = g_strdup_printf ("%s %s · %s", year, dz_report_kind_title (report->identity.kind), declared);
  GtkWidget *label = gtk_label_new (what);

  gtk_widget_add_css_class (name, "heading");
  gtk_widget_add_css_class (label, "dz-secondary");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  dz_tip_set (label, what);
  gtk_widget_set_hexpand (label, TRUE);
  self->said = GTK_LABEL (dz_pill_new (NULL, NULL));
  gtk_widget_set_visible (GTK_WIDGET (self->said), FALSE);
  gtk_box_append (GTK_BOX (self), name);
  gtk_box_append (GTK_BOX (self), label);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->said));
}

/**
 * dz_column_head_new:
 * @column: its place from 0, of @n_columns
 * @picker: (transfer floating): the popover another report is chosen in
 *
 * Returns: (transfer floating): the head
 */
GtkWidget *
dz_column_head_new (DzReport   *report,
                    const char *body_name,
                    guint       column,
                    guint       n_columns,
                    GtkWidget  *picker)
{
  DzColumnHead *self = g_object_new (DZ_TYPE_COLUMN_HEAD, NULL);
  GtkWidget *exchange = gtk_menu_button_new ();
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  self->column = column;
  self->body_id = report->body_id;
  if (column > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "dz-divided");
  append_words (self, report, body_name);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (exchange), "object-flip-horizontal-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (exchange), picker);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (exchange), FALSE);
  name_button (exchange, _("Show another report in this column"));
  gtk_widget_add_css_class (close, "flat");
  name_button (close, _("Close this column"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (close), "column.close");
  self->menu = make_menu (body_name);
  gtk_box_append (GTK_BOX (self), exchange);
  gtk_box_append (GTK_BOX (self), self->menu);
  gtk_box_append (GTK_BOX (self), close);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "column.close", n_columns > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "column.left", column > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "column.right", column + 1 < n_columns);

  return GTK_WIDGET (self);
}

/**
 * dz_column_head_set_written:
 * @as_written: whether its text stands in the report's own order
 * @possible: whether that can be chosen now
 */
void
dz_column_head_set_written (DzColumnHead *self,
                            gboolean      as_written,
                            gboolean      possible)
{
  g_return_if_fail (DZ_IS_COLUMN_HEAD (self));

  self->written = as_written;
  g_object_notify (G_OBJECT (self), "as-written");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "column.as-written", possible);
}

/**
 * dz_column_head_say:
 * @words: what this report does not have of the chip pressed last; stands for two seconds
 */
void
dz_column_head_say (DzColumnHead *self,
                    const char   *words)
{
  g_return_if_fail (DZ_IS_COLUMN_HEAD (self));

  gtk_label_set_label (self->said, words);
  gtk_widget_set_visible (GTK_WIDGET (self->said), TRUE);
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (SAID_FOR, silence_cb, self);
}

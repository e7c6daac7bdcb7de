/* dz-sidebar.c - the list of views, their badges, and where the work is kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-sidebar.h"

#include <string.h>

#define DOT "·"

struct _DzSidebar
{
  GtkBox parent_instance;

  /* template */
  GtkListBox *list;
  GtkLabel *status;

  gboolean selecting; /* a selection made by the program chooses nothing */
};

enum
{
  VIEW_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DzSidebar, dz_sidebar, GTK_TYPE_BOX)

static GtkWidget *
find_row (DzSidebar  *self,
          const char *name)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (g_strcmp0 (gtk_widget_get_name (row), name) == 0)
      return row;

  return NULL;
}

/* Only the chosen row is a stop of Tab: GTK 4.8 would walk through all of them and choose each. */
static void
stop_at (DzSidebar     *self,
         GtkListBoxRow *chosen)
{
  gboolean inside;

  if (self->list == NULL) /* it is going away */
    return;
  inside = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    gtk_widget_set_focusable (row, chosen == NULL || row == GTK_WIDGET (chosen));
  if (inside && chosen != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (chosen));
}

static void
row_selected_cb (DzSidebar     *self,
                 GtkListBoxRow *row)
{
  stop_at (self, row);
  if (row != NULL && !self->selecting)
    g_signal_emit (self, signals[VIEW_CHOSEN], 0, gtk_widget_get_name (GTK_WIDGET (row)));
}

static void
dz_sidebar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DZ_TYPE_SIDEBAR);

  G_OBJECT_CLASS (dz_sidebar_parent_class)->dispose (object);
}

static void
dz_sidebar_class_init (DzSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dz_sidebar_dispose;

  signals[VIEW_CHOSEN] = g_signal_new ("view-chosen", DZ_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/duizhao/Duizhao/dz-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, DzSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, DzSidebar, status);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
}

static void
dz_sidebar_init (DzSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dz_sidebar_add_view:
 * @name: of the stack page
 * @title: in the user's language
 */
void
dz_sidebar_add_view (DzSidebar  *self,
                     const char *name,
                     const char *title,
                     const char *icon_name)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *badge = gtk_label_new (NULL);

  g_return_if_fail (DZ_IS_SIDEBAR (self));

  gtk_widget_set_name (row, name);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (badge, "dz-badge");
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (badge, FALSE);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon_name));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), badge);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data (G_OBJECT (row), "dz-badge", badge);
  self->selecting = TRUE;
  gtk_list_box_append (self->list, row);
  self->selecting = FALSE;
}

void
dz_sidebar_select (DzSidebar  *self,
                   const char *name)
{
  GtkWidget *row;
  graphene_rect_t bounds;

  g_return_if_fail (DZ_IS_SIDEBAR (self));

  row = find_row (self, name);
  self->selecting = TRUE;
  gtk_list_box_select_row (self->list, row != NULL ? GTK_LIST_BOX_ROW (row) : NULL);
  self->selecting = FALSE;
  /* with large text not all rows fit: the one of the view on screen is in sight */
  if (row != NULL && gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (gtk_list_box_get_adjustment (self->list), bounds.origin.y,
                               bounds.origin.y + bounds.size.height);
}

/**
 * dz_sidebar_set_badge:
 * @text: (nullable): %NULL: no badge
 * @attention: amber: something is still to be done
 */
void
dz_sidebar_set_badge (DzSidebar  *self,
                      const char *name,
                      const char *text,
                      gboolean    attention)
{
  GtkWidget *row;
  GtkWidget *badge;

  g_return_if_fail (DZ_IS_SIDEBAR (self));

  row = find_row (self, name);
  if (row == NULL)
    return;
  badge = g_object_get_data (G_OBJECT (row), "dz-badge");
  gtk_label_set_label (GTK_LABEL (badge), text != NULL ? text : "");
  gtk_widget_set_visible (badge, text != NULL);
  if (attention)
    gtk_widget_add_css_class (badge, "attention");
  else
    gtk_widget_remove_css_class (badge, "attention");
}

/* No line ends within a part of a status, though Chinese may end after any character: only behind the dot. */
static PangoAttrList *
keep_parts_whole (const char *text)
{
  PangoAttrList *list = pango_attr_list_new ();

  for (const char *part = text; *part != '\0';)
    {
      gsize dot = strcspn (part, "\n");
      const char *in_line = g_strstr_len (part, (gssize) dot, DOT);
      gsize len = in_line != NULL ? (gsize) (in_line - part) + strlen (DOT) : dot;
      PangoAttribute *whole = pango_attr_allow_breaks_new (FALSE);

      whole->start_index = (guint) (part - text);
      whole->end_index = (guint) (part - text + len);
      pango_attr_list_insert (list, whole);
      part += len;
      part += strspn (part, " \n");
    }

  return list;
}

/**
 * dz_sidebar_set_status:
 * @text: lines; parts of one are parted by “·”
 */
void
dz_sidebar_set_status (DzSidebar  *self,
                       const char *text)
{
  g_autoptr(PangoAttrList) whole = keep_parts_whole (text);

  g_return_if_fail (DZ_IS_SIDEBAR (self));

  gtk_label_set_attributes (self->status, whole);
  gtk_label_set_label (self->status, text);
}

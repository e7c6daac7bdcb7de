/* dz-scope-window.c - 选择单位: the bodies all views show, chosen one by one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-scope-window.h"

#include "dz-session-corrections.h"
#include "dz-wrap-box.h"

#include <glib/gi18n-lib.h>

struct _DzScopeWindow
{
  AdwWindow parent_instance;

  GtkListBox *list;     /* borrowed, like the other widgets */
  GtkEditable *entry;
  GtkEditable *name_entry;
  GtkWidget *apply;

  DzSession *session;
  GPtrArray *ticks;     /* borrowed GtkCheckButton, with the body's id as "dz-body" */
};

G_DEFINE_FINAL_TYPE (DzScopeWindow, dz_scope_window, ADW_TYPE_WINDOW)

static guint
count_ticked (DzScopeWindow *self)
{
  guint n = 0;

  for (guint i = 0; i < self->ticks->len; i++)
    n += gtk_check_button_get_active (g_ptr_array_index (self->ticks, i));

  return n;
}

static char *
dup_name (DzScopeWindow *self)
{
  return g_strstrip (g_strdelimit (g_strdup (gtk_editable_get_text (self->name_entry)), "\t\n", ' '));
}

/* Where the name stands in the list of saved scopes, -1: it does not. */
static int
find_saved (DzScopeWindow *self)
{
  GPtrArray *scopes = dz_session_get_review (self->session)->county->scopes;
  g_autofree char *name = dup_name (self);
  g_autofree char *head = g_strconcat (name, "\t", NULL);

  for (guint i = 0; *name != '\0' && i < scopes->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (scopes, i), head))
      return (int) i;

  return -1;
}

/* @scope: (nullable): %NULL takes the name out of the list */
static void
save (DzScopeWindow *self,
      DzScopeFilter *scope)
{
  DzReview *review = dz_session_get_review (self->session);
  g_autoptr(DzCounty) county = dz_county_copy (review->county);
  g_autofree char *name = dup_name (self);
  g_autofree char *words = scope != NULL ? dz_scope_filter_to_words (scope, review) : NULL;
  int at = find_saved (self);

  if (*name == '\0')
    return;
  if (at >= 0)
    g_ptr_array_remove_index (county->scopes, (guint) at);
  if (words != NULL)
    g_ptr_array_insert (county->scopes, at, g_strconcat (name, "\t", words, NULL));
  if (dz_session_set_county (self->session, county, NULL))
    dz_session_toast (self->session, words != NULL ? _("Scope saved") : _("Scope removed from the list"), TRUE);
}

static void
ticked_cb (DzScopeWindow *self)
{
  guint n = count_ticked (self);
  g_autofree char *label = g_strdup_printf (ngettext ("Show %u Body", "Show %u Bodies", n), n);

  gtk_button_set_label (GTK_BUTTON (self->apply), n > 0 || find_saved (self) < 0 ? label : _("Remove from the List"));
  gtk_widget_set_sensitive (self->apply, n > 0 || find_saved (self) >= 0);
}

static void
tick_shown (DzScopeWindow *self,
            gboolean       on)
{
  for (guint i = 0; i < self->ticks->len; i++)
    {
      GtkWidget *tick = g_ptr_array_index (self->ticks, i);

      if (gtk_widget_get_child_visible (gtk_widget_get_ancestor (tick, GTK_TYPE_LIST_BOX_ROW)))
        gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), on);
    }
}

static void
all_clicked_cb (DzScopeWindow *self)
{
  tick_shown (self, TRUE);
}

static void
none_clicked_cb (DzScopeWindow *self)
{
  tick_shown (self, FALSE);
}

static void
apply_clicked_cb (DzScopeWindow *self)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(DzScopeFilter) scope = NULL;

  for (guint i = 0; i < self->ticks->len; i++)
    {
      GtkCheckButton *tick = g_ptr_array_index (self->ticks, i);
      const gint64 *id = g_object_get_data (G_OBJECT (tick), "dz-body");

      if (gtk_check_button_get_active (tick))
        g_array_append_val (ids, *id);
    }
  scope = ids->len == self->ticks->len
            ? dz_scope_filter_new_all ()
            : dz_scope_filter_new_bodies ((const gint64 *) (gpointer) ids->data, ids->len);
  save (self, ids->len > 0 ? scope : NULL);
  if (ids->len > 0)
    dz_session_set_scope (self->session, scope);
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
filter_cb (GtkListBoxRow *row,
           gpointer       user_data)
{
  DzScopeWindow *self = user_data;
  const char *wanted = gtk_editable_get_text (self->entry);
  GtkWidget *tick = gtk_list_box_row_get_child (row);

  return *wanted == '\0' ||
         g_strstr_len (gtk_check_button_get_label (GTK_CHECK_BUTTON (tick)), -1, wanted) != NULL;
}

static void
fill (DzScopeWindow *self)
{
  DzReview *review = dz_session_get_review (self->session);
  DzScopeFilter *scope = dz_session_get_scope (self->session);

  for (guint i = 0; i < review->bodies->len; i++)
    {
      const DzBody *body = g_ptr_array_index (review->bodies, i);
      GtkWidget *tick = gtk_check_button_new_with_label (body->name);
      GtkWidget *row = gtk_list_box_row_new ();

      g_object_set_data_full (G_OBJECT (tick), "dz-body", g_memdup2 (&body->id, sizeof body->id), g_free);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), dz_scope_filter_includes (scope, body));
      g_signal_connect_swapped (tick, "toggled", G_CALLBACK (ticked_cb), self);
      g_ptr_array_add (self->ticks, tick);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), tick);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      gtk_widget_set_focusable (row, FALSE);
      gtk_list_box_append (self->list, row);
    }
}

static void
dz_scope_window_dispose (GObject *object)
{
  DzScopeWindow *self = DZ_SCOPE_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->ticks, g_ptr_array_unref);

  G_OBJECT_CLASS (dz_scope_window_parent_class)->dispose (object);
}

static void
dz_scope_window_class_init (DzScopeWindowClass *klass)
{
  g_type_ensure (DZ_TYPE_WRAP_BOX);
  G_OBJECT_CLASS (klass)->dispose = dz_scope_window_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/org/duizhao/Duizhao/dz-scope-window.ui");
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), DzScopeWindow, list);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), DzScopeWindow, entry);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), DzScopeWindow, name_entry);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), DzScopeWindow, apply);
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), ticked_cb);
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), all_clicked_cb);
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), none_clicked_cb);
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), apply_clicked_cb);
}

static void
dz_scope_window_init (DzScopeWindow *self)
{
  self->ticks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
  g_signal_connect_swapped (self->entry, "search-changed",
                            G_CALLBACK (gtk_list_box_invalidate_filter), self->list);
}

/**
 * dz_scope_window_new:
 *
 * Returns: (transfer floating): a window to choose the bodies in
 */
DzScopeWindow *
dz_scope_window_new (DzSession *session,
                     GtkWindow *parent)
{
  DzScopeWindow *self = g_object_new (DZ_TYPE_SCOPE_WINDOW, "transient-for", parent, "modal", TRUE, NULL);

  self->session = g_object_ref (session);
  fill (self);
  ticked_cb (self);

  return self;
}

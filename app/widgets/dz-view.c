/* dz-view.c - one of the views of the window: what they have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-view.h"

#include "dz-sight.h"
#include "dz-wrap-box.h"

typedef struct
{
  DzSession *session;
  gulong changed_handler;
  gboolean dirty;
  gboolean filled; /* with this session, at least once */
  char *waiting; /* (nullable) a state that is shown once the view is */
} DzViewPrivate;

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DzView, dz_view, ADW_TYPE_BIN)

static void
update_now (DzView *self)
{
  DzViewPrivate *priv = dz_view_get_instance_private (self);

  DzSight *sight = dz_sight_remember (GTK_WIDGET (self));

  priv->dirty = FALSE;
  priv->filled = TRUE;
  if (DZ_VIEW_GET_CLASS (self)->update != NULL)
    DZ_VIEW_GET_CLASS (self)->update (self, priv->session);
  dz_sight_restore (sight);
}

/* What a view that was hidden was to show. */
static void
take_waiting (DzView *self)
{
  DzViewPrivate *priv = dz_view_get_instance_private (self);
  g_autofree char *state = g_steal_pointer (&priv->waiting);

  if (state != NULL && priv->session != NULL)
    dz_view_set_state (self, state);
}

static void
session_changed_cb (DzView *self)
{
  DzViewPrivate *priv = dz_view_get_instance_private (self);

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update_now (self);
  else
    priv->dirty = TRUE;
}

static void
dz_view_map (GtkWidget *widget)
{
  DzViewPrivate *priv = dz_view_get_instance_private (DZ_VIEW (widget));

  if (priv->dirty && priv->session != NULL)
    update_now (DZ_VIEW (widget));

  GTK_WIDGET_CLASS (dz_view_parent_class)->map (widget);
  take_waiting (DZ_VIEW (widget));
}

static void
dz_view_dispose (GObject *object)
{
  DzViewPrivate *priv = dz_view_get_instance_private (DZ_VIEW (object));

  if (priv->session != NULL)
    g_clear_signal_handler (&priv->changed_handler, priv->session);
  g_clear_object (&priv->session);
  g_clear_pointer (&priv->waiting, g_free);

  G_OBJECT_CLASS (dz_view_parent_class)->dispose (object);
}

static void
dz_view_get_property (GObject    *object,
                      guint       prop_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, dz_view_get_session (DZ_VIEW (object)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dz_view_set_property (GObject      *object,
                      guint         prop_id,
                      const GValue *value,
                      GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      dz_view_set_session (DZ_VIEW (object), g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dz_view_class_init (DzViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  g_type_ensure (DZ_TYPE_WRAP_BOX); /* templates of views have bars of it */

  object_class->dispose = dz_view_dispose;
  object_class->get_property = dz_view_get_property;
  object_class->set_property = dz_view_set_property;
  GTK_WIDGET_CLASS (klass)->map = dz_view_map;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, DZ_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dz_view_init (DzView *self)
{
}

/**
 * dz_view_get_session:
 *
 * Returns: (transfer none) (nullable): the session shown
 */
DzSession *
dz_view_get_session (DzView *self)
{
  DzViewPrivate *priv = dz_view_get_instance_private (self);

  g_return_val_if_fail (DZ_IS_VIEW (self), NULL);

  return priv->session;
}

/**
 * dz_view_set_session:
 * @session: (nullable): what to show from now on
 */
void
dz_view_set_session (DzView    *self,
                     DzSession *session)
{
  DzViewPrivate *priv = dz_view_get_instance_private (self);

  g_return_if_fail (DZ_IS_VIEW (self));

  if (priv->session == session)
    return;
  if (priv->session != NULL)
    g_clear_signal_handler (&priv->changed_handler, priv->session);
  g_clear_pointer (&priv->waiting, g_free);
  priv->filled = FALSE;
  g_set_object (&priv->session, session);
  if (session != NULL)
    {
      priv->changed_handler = g_signal_connect_object (session, "changed",
                                                       G_CALLBACK (session_changed_cb), self,
                                                       G_CONNECT_SWAPPED);
      session_changed_cb (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * dz_view_open:
 * @body_id: 0: no body in particular; likewise @report_id and an empty @span
 *
 * Shows a body, a report or a passage, where the view can.
 */
void
dz_view_open (DzView *self,
              gint64  body_id,
              gint64  report_id,
              DzSpan  span)
{
  DzViewPrivate *priv = dz_view_get_instance_private (self);

  g_return_if_fail (DZ_IS_VIEW (self));

  if (priv->dirty && priv->session != NULL)
    update_now (self);
  if (DZ_VIEW_GET_CLASS (self)->open != NULL)
    DZ_VIEW_GET_CLASS (self)->open (self, body_id, report_id, span);
}

/**
 * dz_view_return_from:
 * @other: the view that was left for this one
 *
 * Where all of @other is about one body, its row comes into sight here; what is chosen stays so.
 */
void
dz_view_return_from (DzView *self,
                     DzView *other)
{
  gint64 body_id;

  g_return_if_fail (DZ_IS_VIEW (self) && DZ_IS_VIEW (other));

  body_id = DZ_VIEW_GET_CLASS (other)->get_body != NULL ? DZ_VIEW_GET_CLASS (other)->get_body (other) : 0;
  if (body_id != 0 && DZ_VIEW_GET_CLASS (self)->return_from != NULL)
    DZ_VIEW_GET_CLASS (self)->return_from (self, body_id);
}

/**
 * dz_view_show_evidence:
 *
 * Opens the evidence pane with what is chosen in this view; nothing chosen, nothing happens.
 */
void
dz_view_show_evidence (DzView *self)
{
  g_return_if_fail (DZ_IS_VIEW (self));

  if (DZ_VIEW_GET_CLASS (self)->show_evidence != NULL)
    DZ_VIEW_GET_CLASS (self)->show_evidence (self);
}

/**
 * dz_view_follow_chosen:
 *
 * Something else is chosen in this view than before: a pane that is open shows it, or closes where nothing is.
 */
void
dz_view_follow_chosen (DzView *self)
{
  DzViewPrivate *priv = dz_view_get_instance_private (self);

  g_return_if_fail (DZ_IS_VIEW (self));

  if (priv->session != NULL && dz_session_list_evidence (priv->session) != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    dz_view_show_evidence (self);
}

/**
 * dz_view_step:
 * @by: 1: the next passage, -1: the one before
 *
 * Returns: %FALSE if this view has no passages to walk through
 */
gboolean
dz_view_step (DzView *self,
              int     by)
{
  g_return_val_if_fail (DZ_IS_VIEW (self), FALSE);

  return DZ_VIEW_GET_CLASS (self)->step != NULL && DZ_VIEW_GET_CLASS (self)->step (self, by);
}

/**
 * dz_view_go_back:
 *
 * Leaves what was opened within the view, as a pair of reports from a list.
 *
 * Returns: %FALSE if nothing was: what lies behind is another view
 */
gboolean
dz_view_go_back (DzView *self)
{
  g_return_val_if_fail (DZ_IS_VIEW (self), FALSE);

  return DZ_VIEW_GET_CLASS (self)->go_back != NULL && DZ_VIEW_GET_CLASS (self)->go_back (self);
}

/**
 * dz_view_dup_state:
 *
 * Returns: (transfer full): what is shown beyond year and scope; "" where there is nothing to tell
 */
char *
dz_view_dup_state (DzView *self)
{
  DzViewPrivate *priv = dz_view_get_instance_private (self);
  char *state = NULL;

  g_return_val_if_fail (DZ_IS_VIEW (self), NULL);

  if (priv->waiting != NULL)
    return g_strdup (priv->waiting);
  if (priv->filled && DZ_VIEW_GET_CLASS (self)->dup_state != NULL)
    state = DZ_VIEW_GET_CLASS (self)->dup_state (self);

  return state != NULL ? state : g_strdup ("");
}

/**
 * dz_view_set_state:
 * @state: as dz_view_dup_state() gave it
 *
 * Shows that again, at once where the view is on screen, else when it will be.
 */
void
dz_view_set_state (DzView     *self,
                   const char *state)
{
  DzViewPrivate *priv = dz_view_get_instance_private (self);

  g_return_if_fail (DZ_IS_VIEW (self) && state != NULL);

  if (DZ_VIEW_GET_CLASS (self)->set_state == NULL || *state == '\0')
    return;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    DZ_VIEW_GET_CLASS (self)->set_state (self, state);
  else
    {
      g_free (priv->waiting);
      priv->waiting = g_strdup (state);
    }
}

/**
 * dz_view_can_print:
 *
 * Returns: whether there is something to print: a view whose page tells what to import first has nothing
 */
gboolean
dz_view_can_print (DzView *self)
{
  g_return_val_if_fail (DZ_IS_VIEW (self), FALSE);

  return DZ_VIEW_GET_CLASS (self)->print != NULL &&
         (DZ_VIEW_GET_CLASS (self)->has_pages == NULL || DZ_VIEW_GET_CLASS (self)->has_pages (self));
}

/**
 * dz_view_is_printed:
 *
 * Returns: whether a view of this sort comes to paper at all, once there is something in it
 */
gboolean
dz_view_is_printed (DzView *self)
{
  g_return_val_if_fail (DZ_IS_VIEW (self), FALSE);

  return DZ_VIEW_GET_CLASS (self)->print != NULL;
}

void
dz_view_print (DzView    *self,
               GtkWindow *parent)
{
  g_return_if_fail (DZ_IS_VIEW (self));

  if (DZ_VIEW_GET_CLASS (self)->print != NULL)
    DZ_VIEW_GET_CLASS (self)->print (self, parent);
}

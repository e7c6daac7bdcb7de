/* dz-work.c - one long work of the window: what it is, how far it has come, how to stop it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-work.h"

struct _DzWork
{
  GObject parent_instance;

  char *title;
  char *path;
  char *name;
  guint done;
  guint total;
  GCancellable *cancellable;
};

enum
{
  CHANGED,
  ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DzWork, dz_work, G_TYPE_OBJECT)

static void
dz_work_finalize (GObject *object)
{
  DzWork *self = DZ_WORK (object);

  g_free (self->title);
  g_free (self->path);
  g_free (self->name);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (dz_work_parent_class)->finalize (object);
}

static void
dz_work_class_init (DzWorkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dz_work_finalize;

  signals[CHANGED] = g_signal_new ("changed", DZ_TYPE_WORK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[ENDED] = g_signal_new ("ended", DZ_TYPE_WORK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_ERROR);
}

static void
dz_work_init (DzWork *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * dz_work_new:
 * @title: what is done, for the user
 * @path: (nullable): the file or folder it is done to; its name stands beside @title
 *
 * Returns: (transfer full)
 */
DzWork *
dz_work_new (const char *title,
             const char *path)
{
  DzWork *self = g_object_new (DZ_TYPE_WORK, NULL);

  self->title = g_strdup (title);
  self->path = g_strdup (path);
  self->name = path != NULL ? g_path_get_basename (path) : NULL;

  return self;
}

const char *
dz_work_get_path (DzWork *self)
{
  return self->path;
}

/**
 * dz_work_dup_words:
 *
 * Returns: (transfer full): title, numbers and name in one line
 */
char *
dz_work_dup_words (DzWork *self)
{
  GString *words = g_string_new (self->title);

  if (self->total > 0)
    g_string_append_printf (words, " · %u/%u", self->done, self->total);
  if (self->name != NULL)
    g_string_append_printf (words, " · %s", self->name);

  return g_string_free (words, FALSE);
}

/**
 * dz_work_get_title:
 *
 * Returns: (transfer none): what it is
 */
const char *
dz_work_get_title (DzWork *self)
{
  return self->title;
}

/**
 * dz_work_get_fraction:
 *
 * Returns: how far it is, 0 to 1; below 0 while nobody knows
 */
double
dz_work_get_fraction (DzWork *self)
{
  return self->total > 0 ? MIN (1.0, (double) self->done / self->total) : -1;
}

/**
 * dz_work_get_cancellable:
 *
 * Returns: (transfer none): to be given to the job; the work bar's button cancels it
 */
GCancellable *
dz_work_get_cancellable (DzWork *self)
{
  return self->cancellable;
}

/**
 * dz_work_progress:
 *
 * A #DzProgressFunc with the work as its data.
 */
void
dz_work_progress (const char *name,
                  guint       done,
                  guint       total,
                  gpointer    work)
{
  DzWork *self = work;

  if (name != NULL)
    {
      g_free (self->name);
      self->name = g_strdup (name);
    }
  self->done = done;
  self->total = total;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * dz_work_end:
 * @text: (nullable): told in passing
 * @error: (nullable): told until the user has seen it; a cancelled work is told in passing
 *
 * To be called once, when the job is over.
 */
void
dz_work_end (DzWork       *self,
             const char   *text,
             const GError *error)
{
  g_return_if_fail (DZ_IS_WORK (self));

  g_signal_emit (self, signals[ENDED], 0, text, error);
}

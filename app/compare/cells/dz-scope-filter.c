/* dz-scope-filter.c - which bodies of the roster a view is about: 范围
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-scope-filter.h"

#include "dz-kept-name.h"
#include "dz-past.h"

#include <string.h>

struct _DzScopeFilter
{
  gatomicrefcount refs;
  const char *kind;  /* interned */
  GArray *ids;       /* gint64; NULL: not by id */
};

G_DEFINE_BOXED_TYPE (DzScopeFilter, dz_scope_filter, dz_scope_filter_ref, dz_scope_filter_unref)

/**
 * dz_scope_filter_new_all:
 *
 * Returns: (transfer full): all bodies
 */
DzScopeFilter *
dz_scope_filter_new_all (void)
{
  DzScopeFilter *self = g_new0 (DzScopeFilter, 1);

  g_atomic_ref_count_init (&self->refs);

  return self;
}

/**
 * dz_scope_filter_new_kind:
 * @kind: (nullable): "街道", "镇", "乡" (with 民族乡) or another word of the roster
 *
 * Returns: (transfer full): the bodies of a kind
 */
DzScopeFilter *
dz_scope_filter_new_kind (const char *kind)
{
  DzScopeFilter *self = dz_scope_filter_new_all ();

  self->kind = g_intern_string (kind);

  return self;
}

/**
 * dz_scope_filter_new_bodies:
 * @ids: (array length=n_ids) (nullable): ids of bodies
 *
 * Returns: (transfer full): just these bodies
 */
DzScopeFilter *
dz_scope_filter_new_bodies (const gint64 *ids,
                            guint         n_ids)
{
  DzScopeFilter *self = dz_scope_filter_new_all ();

  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (n_ids > 0)
    g_array_append_vals (self->ids, ids, n_ids);

  return self;
}

/**
 * dz_scope_filter_from_words:
 * @words: as dz_scope_filter_to_words() gave them; a body that is not on the roster any more is left out
 *
 * Returns: (transfer full) (nullable): the scope, %NULL if none of its bodies is there
 */
DzScopeFilter *
dz_scope_filter_from_words (const char *words,
                            DzReview   *review)
{
  g_auto(GStrv) names = NULL;
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_val_if_fail (words != NULL && review != NULL, NULL);

  if (*words == '\0')
    return dz_scope_filter_new_all ();
  if (*words == '*')
    {
      g_autofree char *kind = dz_kept_name_dup (words + 1);

      return dz_scope_filter_new_kind (kind);
    }
  names = g_strsplit (words, ",", -1);
  for (guint i = 0; names[i] != NULL; i++)
    {
      const DzBody *body = dz_review_body_kept (review, names[i]);

      if (body != NULL)
        g_array_append_val (ids, body->id);
    }

  return ids->len > 0 ? dz_scope_filter_new_bodies ((const gint64 *) (gpointer) ids->data, ids->len) : NULL;
}

/**
 * dz_scope_filter_to_words:
 * @self: (nullable): %NULL is all
 *
 * Returns: (transfer full): the scope by the names of its bodies, which outlive their numbers in a file
 */
char *
dz_scope_filter_to_words (const DzScopeFilter *self,
                          DzReview            *review)
{
  g_autoptr(GPtrArray) bodies = NULL;
  GString *words = g_string_new (NULL);

  if (dz_scope_filter_is_all (self))
    return g_string_free (words, FALSE);
  if (self->kind != NULL)
    {
      g_autofree char *kind = dz_kept_name_new (self->kind);

      g_string_append_printf (words, "*%s", kind);
      return g_string_free (words, FALSE);
    }
  bodies = dz_scope_filter_list_bodies (self, review);
  for (guint i = 0; i < bodies->len; i++)
    {
      g_autofree char *kept = dz_body_dup_kept (g_ptr_array_index (bodies, i));

      g_string_append_printf (words, "%s%s", i > 0 ? "," : "", kept);
    }

  return g_string_free (words, FALSE);
}

/**
 * dz_scope_filter_is_same:
 *
 * Returns: whether both are all, one kind, or the same bodies in the same order
 */
gboolean
dz_scope_filter_is_same (const DzScopeFilter *self,
                         const DzScopeFilter *other)
{
  if (dz_scope_filter_is_all (self) || dz_scope_filter_is_all (other))
    return dz_scope_filter_is_all (self) && dz_scope_filter_is_all (other);
  if (self->kind != NULL || other->kind != NULL)
    return self->kind == other->kind;

  return self->ids->len == other->ids->len &&
         (self->ids->len == 0 || memcmp (self->ids->data, other->ids->data, self->ids->len * sizeof (gint64)) == 0);
}

DzScopeFilter *
dz_scope_filter_ref (DzScopeFilter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
dz_scope_filter_unref (DzScopeFilter *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;

  g_clear_pointer (&self->ids, g_array_unref);
  g_free (self);
}

/**
 * dz_scope_filter_is_all:
 * @self: (nullable): %NULL is all
 */
gboolean
dz_scope_filter_is_all (const DzScopeFilter *self)
{
  return self == NULL || (self->kind == NULL && self->ids == NULL);
}

/**
 * dz_scope_filter_get_kind:
 *
 * Returns: (transfer none) (nullable): the kind of body, if that is what is filtered by
 */
const char *
dz_scope_filter_get_kind (const DzScopeFilter *self)
{
  return self != NULL ? self->kind : NULL;
}

/**
 * dz_scope_filter_includes:
 * @self: (nullable): %NULL is all
 */
gboolean
dz_scope_filter_includes (const DzScopeFilter *self,
                          const DzBody        *body)
{
  g_return_val_if_fail (body != NULL, FALSE);

  if (dz_scope_filter_is_all (self))
    return TRUE;
  if (self->kind != NULL)
    return g_strcmp0 (body->kind, self->kind) == 0 ||
           g_strcmp0 (dz_body_kind_group (body->kind), self->kind) == 0;
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == body->id)
      return TRUE;

  return FALSE;
}

/**
 * dz_scope_filter_list_bodies:
 * @self: (nullable): %NULL is all
 *
 * Returns: (transfer container) (element-type DzBody): borrowed bodies in roster order
 */
GPtrArray *
dz_scope_filter_list_bodies (const DzScopeFilter *self,
                             DzReview            *review)
{
  GPtrArray *bodies = g_ptr_array_new ();

  g_return_val_if_fail (review != NULL, bodies);

  for (guint i = 0; i < review->bodies->len; i++)
    {
      DzBody *body = g_ptr_array_index (review->bodies, i);

      if (dz_scope_filter_includes (self, body))
        g_ptr_array_add (bodies, body);
    }

  return bodies;
}

/**
 * dz_scope_filter_list_bodies_in:
 * @self: (nullable): %NULL is all
 * @year: 0: any
 *
 * Returns: (transfer container) (element-type DzBody): as dz_scope_filter_list_bodies(), without the bodies
 *   that were not there yet in @year or no more
 */
GPtrArray *
dz_scope_filter_list_bodies_in (const DzScopeFilter *self,
                                DzReview            *review,
                                int                  year)
{
  GPtrArray *bodies = dz_scope_filter_list_bodies (self, review);

  for (guint i = bodies->len; i > 0; i--)
    if (!dz_review_has_body_in (review, g_ptr_array_index (bodies, i - 1), year))
      g_ptr_array_remove_index (bodies, i - 1);

  return bodies;
}

/**
 * dz_body_find_report:
 * @year: 0: the latest there is, for reports of several years set side by side
 *
 * Returns: (transfer none) (nullable): the body's report of the year
 */
DzReport *
dz_body_find_report (const DzBody *body,
                     DzReview     *review,
                     int           year)
{
  DzReport *latest = NULL;

  g_return_val_if_fail (body != NULL && review != NULL, NULL);

  if (year != 0)
    return dz_review_report_of (review, body->id, year);
  for (guint i = 0; i < review->reports->len; i++)
    {
      DzReport *report = g_ptr_array_index (review->reports, i);

      if (report->body_id == body->id &&
          (latest == NULL || report->identity.year > latest->identity.year))
        latest = report;
    }

  return latest;
}

/**
 * dz_body_kind_group:
 * @kind: (nullable)
 *
 * Returns: (transfer none) (nullable): interned: 乡 for 民族乡, else the kind itself
 */
const char *
dz_body_kind_group (const char *kind)
{
  return g_intern_string (g_strcmp0 (kind, "民族乡") == 0 ? "乡" : kind);
}

/**
 * dz_scope_filter_list_kinds:
 * @self: (nullable): %NULL is all
 *
 * Returns: (transfer container) (element-type utf8): interned groups of kinds, in the order the
 *   roster has them
 */
GPtrArray *
dz_scope_filter_list_kinds (const DzScopeFilter *self,
                            DzReview            *review)
{
  g_autoptr(GPtrArray) bodies = dz_scope_filter_list_bodies (self, review);
  GPtrArray *kinds = g_ptr_array_new ();

  for (guint i = 0; i < bodies->len; i++)
    {
      const DzBody *body = g_ptr_array_index (bodies, i);
      const char *group = dz_body_kind_group (body->kind);

      if (group != NULL && !g_ptr_array_find (kinds, group, NULL))
        g_ptr_array_add (kinds, (gpointer) group);
    }

  return kinds;
}

/* dz-scope-filter.h - which bodies of the roster a view is about: 范围
 *
 * All, one kind of body, or chosen bodies. Wherever a scope is asked for,
 * NULL means all. The kind 乡 takes in 民族乡; 民族乡 alone is a kind too.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-review.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define DZ_TYPE_SCOPE_FILTER (dz_scope_filter_get_type ())

typedef struct _DzScopeFilter DzScopeFilter;

GType          dz_scope_filter_get_type     (void);
DzScopeFilter *dz_scope_filter_new_all      (void);
DzScopeFilter *dz_scope_filter_new_kind     (const char          *kind);
DzScopeFilter *dz_scope_filter_new_bodies   (const gint64        *ids,
                                             guint                n_ids);
DzScopeFilter *dz_scope_filter_ref          (DzScopeFilter       *self);
void           dz_scope_filter_unref        (DzScopeFilter       *self);
DzScopeFilter *dz_scope_filter_from_words   (const char          *words,
                                             DzReview            *review);
char          *dz_scope_filter_to_words     (const DzScopeFilter *self,
                                             DzReview            *review);
gboolean       dz_scope_filter_is_same      (const DzScopeFilter *self,
                                             const DzScopeFilter *other);
gboolean       dz_scope_filter_is_all       (const DzScopeFilter *self);
const char    *dz_scope_filter_get_kind     (const DzScopeFilter *self);
gboolean       dz_scope_filter_includes     (const DzScopeFilter *self,
                                             const DzBody        *body);
GPtrArray     *dz_scope_filter_list_bodies  (const DzScopeFilter *self,
                                             DzReview            *review);
GPtrArray     *dz_scope_filter_list_bodies_in (const DzScopeFilter *self,
                                               DzReview            *review,
                                               int                  year);
DzReport      *dz_body_find_report          (const DzBody        *body,
                                             DzReview            *review,
                                             int                  year);
const char    *dz_body_kind_group           (const char          *kind);
GPtrArray     *dz_scope_filter_list_kinds   (const DzScopeFilter *self,
                                             DzReview            *review);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzScopeFilter, dz_scope_filter_unref)

G_END_DECLS

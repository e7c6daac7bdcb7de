/* dz-shared-tables.c - the tables several views show, computed once for a snapshot, a year and a scope
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-shared-tables.h"

#include "dz-checks-table-private.h"
#include "dz-year-change-private.h"

struct _DzSharedTables
{
  GObject parent_instance;

  DzReview *review;
  DzCodebook *codebook;
  int year;
  DzScopeFilter *scope;
  DzPlanItems *plans;
  DzChecksTable *checks; /* (nullable) until asked for, like the others */
  DzRosterTable *roster;
  DzYearChange *change;
};

G_DEFINE_FINAL_TYPE (DzSharedTables, dz_shared_tables, G_TYPE_OBJECT)

static void
dz_shared_tables_finalize (GObject *object)
{
  DzSharedTables *self = DZ_SHARED_TABLES (object);

  g_clear_object (&self->change);
  g_clear_object (&self->roster);
  g_clear_object (&self->checks);
  g_clear_pointer (&self->plans, dz_plan_items_unref);
  g_clear_pointer (&self->scope, dz_scope_filter_unref);
  g_clear_pointer (&self->codebook, dz_codebook_unref);
  g_clear_pointer (&self->review, dz_review_unref);

  G_OBJECT_CLASS (dz_shared_tables_parent_class)->finalize (object);
}

static void
dz_shared_tables_class_init (DzSharedTablesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dz_shared_tables_finalize;
}

static void
dz_shared_tables_init (DzSharedTables *self)
{
}

/**
 * dz_shared_tables_new:
 * @previous: (nullable): those of an earlier snapshot, another year or scope
 *
 * Returns: (transfer full): tables nobody has asked for yet
 */
DzSharedTables *
dz_shared_tables_new (DzReview       *review,
                      DzCodebook     *codebook,
                      int             year,
                      DzScopeFilter  *scope,
                      DzSharedTables *previous)
{
  DzSharedTables *self;

  g_return_val_if_fail (review != NULL && codebook != NULL && scope != NULL, NULL);

  self = g_object_new (DZ_TYPE_SHARED_TABLES, NULL);
  self->review = dz_review_ref (review);
  self->codebook = dz_codebook_ref (codebook);
  self->year = year;
  self->scope = dz_scope_filter_ref (scope);
  if (previous != NULL && previous->review == review && previous->codebook == codebook)
    self->plans = dz_plan_items_ref (previous->plans);
  else
    self->plans = dz_plan_items_new (review, codebook, previous != NULL ? previous->plans : NULL);

  return self;
}

/**
 * dz_shared_tables_get_review:
 *
 * Returns: (transfer none): the snapshot they are made of
 */
DzReview *
dz_shared_tables_get_review (DzSharedTables *self)
{
  g_return_val_if_fail (DZ_IS_SHARED_TABLES (self), NULL);

  return self->review;
}

/**
 * dz_shared_tables_get_codebook:
 *
 * Returns: (transfer none): the codebook they are made with
 */
DzCodebook *
dz_shared_tables_get_codebook (DzSharedTables *self)
{
  g_return_val_if_fail (DZ_IS_SHARED_TABLES (self), NULL);

  return self->codebook;
}

/**
 * dz_shared_tables_get_scope:
 *
 * Returns: (transfer none): the bodies they are about
 */
DzScopeFilter *
dz_shared_tables_get_scope (DzSharedTables *self)
{
  g_return_val_if_fail (DZ_IS_SHARED_TABLES (self), NULL);

  return self->scope;
}

int
dz_shared_tables_get_year (DzSharedTables *self)
{
  g_return_val_if_fail (DZ_IS_SHARED_TABLES (self), 0);

  return self->year;
}

/**
 * dz_shared_tables_get_checks:
 *
 * Returns: (transfer none): what the tests say
 */
DzChecksTable *
dz_shared_tables_get_checks (DzSharedTables *self)
{
  g_return_val_if_fail (DZ_IS_SHARED_TABLES (self), NULL);

  if (self->checks == NULL)
    self->checks = dz_checks_table_new_sharing (self->review, self->codebook, self->year, self->scope, self->plans);

  return self->checks;
}

/**
 * dz_shared_tables_get_roster:
 *
 * Returns: (transfer none): who reported; its rows are the table's own, to be read only
 */
DzRosterTable *
dz_shared_tables_get_roster (DzSharedTables *self)
{
  g_return_val_if_fail (DZ_IS_SHARED_TABLES (self), NULL);

  if (self->roster == NULL)
    self->roster = dz_roster_table_new_of (dz_shared_tables_get_checks (self));

  return self->roster;
}

/**
 * dz_shared_tables_get_change:
 *
 * Returns: (transfer none): this year against last
 */
DzYearChange *
dz_shared_tables_get_change (DzSharedTables *self)
{
  g_return_val_if_fail (DZ_IS_SHARED_TABLES (self), NULL);

  if (self->change == NULL)
    self->change = dz_year_change_new_sharing (self->review, self->codebook, self->year, self->scope, self->plans);

  return self->change;
}

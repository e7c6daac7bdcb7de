/* dz-import-row.c - one file of an import, as an item of a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-import-row.h"

struct _DzImportRow
{
  GObject parent_instance;

  DzImportRecord *record;
};

G_DEFINE_FINAL_TYPE (DzImportRow, dz_import_row, G_TYPE_OBJECT)

static void
dz_import_row_finalize (GObject *object)
{
  dz_import_record_free (DZ_IMPORT_ROW (object)->record);

  G_OBJECT_CLASS (dz_import_row_parent_class)->finalize (object);
}

static void
dz_import_row_class_init (DzImportRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dz_import_row_finalize;
}

static void
dz_import_row_init (DzImportRow *self)
{
}

DzImportRow *
dz_import_row_new (const DzImportRecord *record)
{
  DzImportRow *self = g_object_new (DZ_TYPE_IMPORT_ROW, NULL);

  self->record = dz_import_record_copy (record);

  return self;
}

const DzImportRecord *
dz_import_row_get_record (DzImportRow *self)
{
  g_return_val_if_fail (DZ_IS_IMPORT_ROW (self), NULL);

  return self->record;
}

/**
 * dz_import_row_wants_look:
 *
 * Returns: whether a person has to decide or repair something
 */
gboolean
dz_import_row_wants_look (DzImportRow *self)
{
  g_return_val_if_fail (DZ_IS_IMPORT_ROW (self), FALSE);

  return self->record->outcome != DZ_OUTCOME_READ && self->record->outcome != DZ_OUTCOME_LOSSES;
}

/**
 * dz_import_row_find_report:
 *
 * Returns: (transfer none) (nullable): what the file became in @review, or what it is a duplicate of
 */
DzReport *
dz_import_row_find_report (DzImportRow *self,
                           DzReview    *review)
{
  const DzImportRecord *record = dz_import_row_get_record (self);

  g_return_val_if_fail (record != NULL && review != NULL, NULL);

  return dz_review_find_report (review, record->report_id != 0 ? record->report_id : record->duplicate_of);
}

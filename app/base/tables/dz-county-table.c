/* dz-county-table.c - what the county itself counted of its bodies: a table it imported
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-county-table.h"

/**
 * dz_county_table_new:
 * @sheet: (nullable)
 * @title: (nullable)
 * @sha256: (nullable)
 *
 * Returns: (transfer full): a table without values
 */
DzCountyTable *
dz_county_table_new (const char *file,
                     const char *sheet,
                     const char *title,
                     const char *sha256)
{
  DzCountyTable *self = g_new0 (DzCountyTable, 1);

  self->file = g_strdup (file);
  self->sheet = g_strdup (sheet);
  self->title = g_strdup (title);
  self->sha256 = g_strdup (sha256);
  self->values = g_array_new (FALSE, TRUE, sizeof (DzCountyValue));

  return self;
}

DzCountyTable *
dz_county_table_copy (const DzCountyTable *self)
{
  DzCountyTable *copy = dz_county_table_new (self->file, self->sheet, self->title, self->sha256);

  copy->id = self->id;
  g_array_append_vals (copy->values, self->values->data, self->values->len);

  return copy;
}

void
dz_county_table_free (DzCountyTable *self)
{
  if (self == NULL)
    return;

  g_free (self->file);
  g_free (self->sheet);
  g_free (self->title);
  g_free (self->sha256);
  g_array_unref (self->values);
  g_free (self);
}

/**
 * dz_county_table_dup_source:
 *
 * Returns: (transfer full): where a person finds the cell: 调解统计.xlsx “全年” D7
 */
char *
dz_county_table_dup_source (const DzCountyTable *self,
                            const DzCountyValue *value)
{
  const char *cell = value->cell != NULL ? value->cell : "";

  if (self->sheet != NULL && *self->sheet != '\0')
    return g_strdup_printf ("%s“%s”%s", self->file, self->sheet, cell);

  return g_strdup_printf ("%s %s", self->file, cell);
}

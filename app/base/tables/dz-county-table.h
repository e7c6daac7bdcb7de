/* dz-county-table.h - what the county itself counted of its bodies: a table it imported
 *
 * Never a figure of a report: it stands beside the reports, and each value leads back to its file,
 * sheet and cell.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DzCountyValue: one cell
 * @indicator: interned id of the codebook
 * @value: in the indicator's base unit
 * @sure: the column says what the indicator says, in a unit of its own: a report that tells another
 *   value contradicts it. Else the two may count different things.
 * @head: interned: the words above the column
 * @cell: interned: "D7" of a sheet, "4:D7" of the fourth table of a document
 */
typedef struct
{
  gint64 body_id;
  int year;
  const char *indicator;
  double value;
  gboolean sure;
  const char *head;
  const char *cell;
} DzCountyValue;

/**
 * DzCountyTable:
 * @file: its name without folders
 * @sheet: (nullable): in a workbook
 * @title: (nullable): the line above the table
 * @sha256: (nullable): of the file
 */
typedef struct
{
  gint64 id;
  char *file;
  char *sheet;
  char *title;
  char *sha256;
  GArray *values; /* DzCountyValue */
} DzCountyTable;

DzCountyTable *dz_county_table_new    (const char          *file,
                                       const char          *sheet,
                                       const char          *title,
                                       const char          *sha256);
DzCountyTable *dz_county_table_copy   (const DzCountyTable *self);
void           dz_county_table_free   (DzCountyTable       *self);
char          *dz_county_table_dup_source (const DzCountyTable *self,
                                           const DzCountyValue *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzCountyTable, dz_county_table_free)

G_END_DECLS

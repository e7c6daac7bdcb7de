/* dz-tables.h - the tables of a review as listings: what compare prints
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-listing.h"
#include "dz-scope-filter.h"

G_BEGIN_DECLS

typedef struct
{
  DzReview *review;
  DzCodebook *codebook;
  int year;
  const DzScopeFilter *scope; /* NULL: all */
  gboolean wide;              /* figures: a column per indicator, for people */
} DzTableRequest;

typedef struct
{
  const char *name;
  DzListing *(*make) (const DzTableRequest *request);
} DzTableKind;

const DzTableKind *dz_tables_find (const char *name);

G_END_DECLS

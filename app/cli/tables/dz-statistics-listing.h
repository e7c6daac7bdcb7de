/* dz-statistics-listing.h - what the county counted beside what the reports say, as a listing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-listing.h"
#include "dz-reconciliation.h"

G_BEGIN_DECLS

DzListing *dz_statistics_listing_new (const DzReconciliation *accounts);

G_END_DECLS

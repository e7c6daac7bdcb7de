/* dz-listing.h - a table of words on its way out: CSV for WPS and Excel, JSON Lines for programs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-report.h"

G_BEGIN_DECLS

typedef struct _DzListing DzListing;

DzListing *dz_listing_new        (void);
void    dz_listing_free       (DzListing     *self);
void    dz_listing_add_column (DzListing     *self,
                            const char *key,
                            const char *title);
void    dz_listing_add_row    (DzListing     *self);
void    dz_listing_put        (DzListing     *self,
                            const char *text);
void    dz_listing_put_word   (DzListing     *self,
                            const char *word);
void    dz_listing_put_number (DzListing     *self,
                            double      value);
void    dz_listing_put_span   (DzListing     *self,
                            DzReport   *report,
                            DzSpan      span);
void    dz_listing_print_csv  (DzListing     *self,
                            GString    *out);
void    dz_listing_print_jsonl (DzListing    *self,
                             GString   *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzListing, dz_listing_free)

G_END_DECLS

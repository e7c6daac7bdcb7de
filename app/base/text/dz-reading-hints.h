/* dz-reading-hints.h - what one county knows that its reports are read with
 *
 * The names of its roster and the documents it cites, with their years. A
 * DzCodebook carries them beside the county's own rules; without them a report
 * is read as one of an unknown county.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-text.h"

G_BEGIN_DECLS

/* A document's title, folded, and the years that belong to it: "2021-2025". */
typedef struct
{
  char *title;
  char *years;
} DzCitationHint;

typedef struct _DzReadingHints DzReadingHints;

DzReadingHints *dz_reading_hints_new       (GPtrArray       *names,
                                            GPtrArray       *citations);
DzReadingHints *dz_reading_hints_ref       (DzReadingHints  *self);
void            dz_reading_hints_unref     (DzReadingHints  *self);
gboolean        dz_reading_hints_has_name  (DzReadingHints  *self,
                                            const char      *folded);
void            dz_reading_hints_add_kin   (DzReadingHints  *self,
                                            const char      *name,
                                            const char      *other);
gboolean        dz_reading_hints_are_kin   (DzReadingHints  *self,
                                            const char      *folded,
                                            const char      *other);
GArray         *dz_reading_hints_find_names (DzReadingHints *self,
                                            const char      *folded,
                                            DzSpan           span);
const char     *dz_reading_hints_guess_name (DzReadingHints *self,
                                            const char      *folded);
GPtrArray      *dz_reading_hints_list_citations (DzReadingHints *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzReadingHints, dz_reading_hints_unref)

G_END_DECLS

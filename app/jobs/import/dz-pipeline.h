/* dz-pipeline.h - many files read and understood at once, handed over in input order
 *
 * Paths are files, folders (walked in name order) and archives; "-" is the
 * standard input. One thread fetches bytes, some read and understand, the
 * caller's gets one item after the other. Only a few items are on the way at
 * any time, so memory does not grow with the number of files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-report.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DzItem: one file, or one member of an archive
 * @position: from 1
 * @source: what is known of the file
 * @report: (nullable): with its reading; %NULL with @error set, or for a roster
 * @more: (nullable) (element-type DzReport): the other reports of a file that holds several
 * @roster: (nullable) (element-type DzBody): the file is no report but the list of bodies
 */
typedef struct
{
  guint position;
  DzSource *source;
  GBytes *bytes; /* gone once the file is read */
  DzReport *report;
  GPtrArray *more;
  GPtrArray *roster;
  GError *error;
  gboolean ready;
} DzItem;

/**
 * DzItemFunc:
 * @item: (nullable): the next one in input order; %NULL where none was ready for a tenth of a second: what the caller put off
 *   has time now
 * @total: items known so far
 *
 * Returns: %FALSE to stop
 */
typedef gboolean (*DzItemFunc) (DzItem   *item,
                                guint     total,
                                gpointer  user_data);

gboolean dz_pipeline_run (const char *const *paths,
                          DzCodebook        *codebook,
                          guint              n_threads,
                          GCancellable      *cancellable,
                          DzItemFunc         callback,
                          gpointer           user_data,
                          GError           **error);

G_END_DECLS

/* dz-import-tables.h - the county's own tables on the command line: kept, and what is asked told
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-store.h"

G_BEGIN_DECLS

/**
 * DzTableAnswers:
 * @heads: (nullable): "WORDS=INDICATOR": the words as they are told; nothing behind = leaves the column out
 * @year: of tables that tell none, 0: none
 * @quiet: only what went wrong is told
 */
typedef struct
{
  const char *const *heads;
  int year;
  gboolean quiet;
} DzTableAnswers;

gboolean dz_import_table_file (DzStore              *store,
                               const char           *path,
                               const DzTableAnswers *answers,
                               guint                *n_failed,
                               GError              **error);

G_END_DECLS

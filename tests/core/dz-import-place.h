/* dz-import-place.h - a temporary folder for what is imported, a review that is made in it, and reports
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-import.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  char *review;
} Place;

static inline void
remove_tree (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static inline Place *
place_new (void)
{
  Place *self = g_new0 (Place, 1);

  self->folder = g_dir_make_tmp ("dz-import-XXXXXX", NULL);
  self->review = g_build_filename (self->folder, "a.duizhao", NULL);

  return self;
}

static inline void
place_free (Place *self)
{
  remove_tree (self->folder);
  g_free (self->folder);
  g_free (self->review);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Place, place_free)

static inline char *
write_file (Place      *place,
            const char *name,
            const char *contents,
            gssize      len)
{
  char *path = g_build_filename (place->folder, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  g_mkdir_with_parents (folder, 0755);
  g_assert_true (g_file_set_contents (path, contents, len, NULL));

  return path;
}

static inline char *
make_report (const char *body,
             int         year,
             guint       cases)
{
  return g_strdup_printf ("%s%d年度法治政府建设情况报告\n\n一、主要举措和成效\n全年调处矛盾纠纷%u件，"
                          "开展法治宣传活动%u场次。\n二、存在的问题\n执法力量相对薄弱。\n"
                          "三、下一步打算\n充实执法力量。\n%s人民政府\n%d年1月20日\n",
                          body, year, cases, cases + 1, body, year + 1);
}

static inline char *
write_report (Place      *place,
              const char *name,
              const char *body,
              int         year,
              guint       cases)
{
  g_autofree char *text = make_report (body, year, cases);

  return write_file (place, name, text, -1);
}

static inline GPtrArray *
run (Place                 *place,
     const DzImportOptions *options,
     const char            *first,
     const char            *second)
{
  const char *paths[] = { first, second, NULL };
  g_autoptr(GError) error = NULL;
  GPtrArray *records = dz_import_run (place->review, paths, options, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return records;
}

static inline void
check_record (GPtrArray *records,
              guint      i,
              DzOutcome  outcome,
              gboolean   stored)
{
  const DzImportRecord *record;

  g_assert_cmpuint (i, <, records->len);
  record = g_ptr_array_index (records, i);
  g_assert_cmpint (record->outcome, ==, outcome);
  g_assert_cmpint (record->report_id != 0, ==, stored);
  g_assert_cmpuint (record->position, ==, i + 1);
}

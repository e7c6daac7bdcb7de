/* dz-numbers-check.h - what the tests share that reckon the numbers of a printed document again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-export.h"
#include "dz-pages-check.h"

#include <glib/gstdio.h>

static inline const DzFigure *
find_figure (DzReport   *report,
             const char *indicator)
{
  for (guint i = 0; report != NULL && i < report->figures->len; i++)
    if (g_str_equal (g_array_index (report->figures, DzFigure, i).indicator, indicator))
      return &g_array_index (report->figures, DzFigure, i);

  return NULL;
}

static inline gboolean
has_digit (const char *text)
{
  return strpbrk (text, "0123456789") != NULL;
}

/* Each digit of @text in turn becomes another: @check must see it. */
#define ASSERT_SEES_CHANGES(text, call)                    \
  G_STMT_START                                             \
    {                                                      \
      for (char *at = (text); *at != '\0'; at++)           \
        if (g_ascii_isdigit (*at))                         \
          {                                                \
            char kept = *at;                               \
                                                           \
            *at = kept == '9' ? '8' : (char) (kept + 1);   \
            if (call)                                      \
              g_error ("a changed digit passes: %s", at);  \
            *at = kept;                                    \
          }                                                \
    }                                                      \
  G_STMT_END

/* The words of the PDF of @document, squeezed; NULL if they cannot be read here. */
static inline char *
read_printed (DzDocument *document)
{
  g_autofree char *folder = g_dir_make_tmp ("duizhao-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "out.pdf", NULL);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  dz_export_pdf (document, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  text = read_pdf (path, FALSE);
  g_unlink (path);
  g_rmdir (folder);

  return text != NULL ? squeeze (text) : NULL;
}

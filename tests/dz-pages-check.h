/* dz-pages-check.h - what the tests of the pages ask of any document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-document-private.h"

#include <string.h>

/* Nothing outside the type area, nothing over anything else, every slice exactly once and in order. */
static inline void
check_geometry (DzDocument *document)
{
  for (guint p = 0; p < dz_document_get_n_pages (document); p++)
    {
      g_autoptr(GArray) list = dz_document_list_placed (document, p);
      g_autoptr(GPtrArray) areas = dz_document_list_areas (document, p);
      double width, height, bottom = 0, foot;

      dz_document_get_page_size (document, p, &width, &height);
      foot = height - (width > height ? 26 : 35) * DZ_MM;
      /* only the back of a cover is left blank */
      g_assert_true (list->len > 0 || (p == 1 && dz_document_get_n_pages (document) >= 15));
      for (guint i = 0; i < list->len; i++)
        {
          const DzPlaced *placed = &g_array_index (list, DzPlaced, i);

          g_assert_cmpfloat (placed->x, >=, 26 * DZ_MM - 0.1);
          g_assert_cmpfloat (placed->x + placed->width, <=, width - 26 * DZ_MM + 0.1);
          g_assert_cmpfloat (placed->y, >=, bottom - 0.1);
          bottom = placed->y + placed->height;
          g_assert_cmpfloat (bottom, <=, foot + 0.1);
        }
      for (guint i = 0; i < areas->len; i++)
        {
          const DzPageArea *area = g_ptr_array_index (areas, i);

          g_assert_cmpfloat (area->x, >=, 26 * DZ_MM - 15);
          g_assert_cmpfloat (area->y, >=, 26 * DZ_MM - 1);
          g_assert_cmpfloat (area->y + area->height, <=, foot + 15);
        }
    }
}

/* The words of a PDF as pdftotext reads them, NULL if it is not installed. */
static inline char *
read_pdf (const char *path,
          gboolean    layout)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  char *text = NULL;
  const char *arguments[] = { program, layout ? "-layout" : "-raw", path, "-", NULL };
  g_autoptr(GError) error = NULL;

  if (program == NULL)
    return NULL;
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);

  return text;
}

/* Without blanks and line ends, so that a sentence is found over the end of a line. */
static inline char *
squeeze (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)) && !g_unichar_iscntrl (g_utf8_get_char (at)))
      g_string_append_unichar (out, g_utf8_get_char (at));

  return g_string_free (out, FALSE);
}

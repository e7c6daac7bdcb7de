/* dz-sheet-csv.c - the cells of a csv file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-sheet-file.h"

#include "dz-encoding.h"
#include "dz-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The separator is the one the first line with any has most of. */
static char
find_separator (const char *text)
{
  const char separators[] = ",;\t|";
  guint counts[4] = { 0 };
  guint best = 0;
  gboolean quoted = FALSE;
  gboolean any = FALSE;

  for (; *text != '\0' && !(any && *text == '\n' && !quoted); text++)
    {
      const char *found = strchr (separators, *text);

      if (*text == '"')
        quoted = !quoted;
      else if (!quoted && found != NULL)
        {
          counts[found - separators]++;
          any = TRUE;
        }
    }
  for (guint i = 1; i < 4; i++)
    if (counts[i] > counts[best])
      best = i;

  return separators[best];
}

/* One cell; returns where its separator or line end stands. */
static const char *
read_cell (const char *at,
           char        separator,
           GString    *cell,
           guint      *line)
{
  gboolean quoted = FALSE;

  g_string_truncate (cell, 0);
  while (*at == ' ')
    at++;
  if (*at == '"')
    {
      quoted = TRUE;
      at++;
    }
  for (; *at != '\0'; at++)
    {
      if (*at == '\n')
        (*line)++;
      if (quoted && *at == '"' && at[1] == '"')
        at++;
      else if (quoted && *at == '"')
        {
          quoted = FALSE;
          continue;
        }
      else if (!quoted && (*at == separator || *at == '\n' || *at == '\r'))
        {
          if (*at == '\n')
            (*line)--;
          break;
        }
      g_string_append_c (cell, *at);
    }

  return at;
}

/**
 * dz_sheet_read_csv:
 * @bytes: text in any encoding; cells parted by commas, semicolons, tabs or bars
 *
 * Returns: (transfer full): the cells, or %NULL with @error set
 */
DzSheet *
dz_sheet_read_csv (GBytes   *bytes,
                   DzSource *source,
                   GError  **error)
{
  gsize len;
  gsize text_len;
  gconstpointer data = g_bytes_get_data (bytes, &len);
  g_autofree char *text = dz_encoding_decode (data, len, NULL, source, &text_len, error);
  g_autoptr(DzSheet) grid = dz_sheet_new (NULL);
  g_autoptr(GString) cell = g_string_new (NULL);
  const char *at = text;
  guint line = 1;
  char separator;

  if (text == NULL)
    return NULL;

  separator = find_separator (text);
  while (*at != '\0')
    {
      DzSheetRow *row = dz_sheet_add_row (grid, line);
      gboolean fits = row != NULL;

      for (guint column = 0; fits; column++)
        {
          at = read_cell (at, separator, cell, &line);
          fits = dz_sheet_row_set (row, column, g_strstrip (cell->str));
          if (*at != separator)
            break;
          at++;
        }
      if (!fits)
        {
          dz_set_error (error, DZ_ERROR_TOO_MANY,
                        _("Row %u: the table is far larger than a roster. Import the roster alone."),
                        line);
          return NULL;
        }
      if (*at == '\r')
        at++;
      if (*at == '\n')
        at++;
      line++;
    }

  return g_steal_pointer (&grid);
}

/* dz-csv.c - tables as WPS and Excel read them: UTF-8 with its mark, fields that stay what they are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-csv.h"

#include <string.h>

/* A name from a roster or a report that begins like a formula must not be reckoned by a table
 * program. What begins with a sign and is a number, or a change like +28（+11.3%）, is none. */
static gboolean
is_formula (const char *text)
{
  if (text[0] == '=' || text[0] == '@' || text[0] == '\t' || text[0] == '\r')
    return TRUE;

  return (text[0] == '+' || text[0] == '-') && text[1] != '\0' &&
         (!g_ascii_isdigit (text[1]) || strpbrk (text, "(|!=") != NULL);
}

/**
 * dz_csv_append_field:
 * @text: (nullable): %NULL is an empty field
 *
 * Quotes where it must, and takes the power from what would be a formula.
 */
void
dz_csv_append_field (GString    *out,
                     const char *text)
{
  gboolean formula;
  gboolean quote;

  if (text == NULL)
    return;

  formula = is_formula (text);
  quote = formula || strpbrk (text, ",\"\r\n") != NULL;
  if (quote)
    g_string_append_c (out, '"');
  if (formula)
    g_string_append_c (out, '\'');
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *at);
    }
  if (quote)
    g_string_append_c (out, '"');
}

/**
 * dz_csv_append_row:
 * @fields: (array length=n_fields) (element-type nullable utf8)
 */
void
dz_csv_append_row (GString            *out,
                   guint               n_fields,
                   const char *const  *fields)
{
  for (guint i = 0; i < n_fields; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      dz_csv_append_field (out, fields[i]);
    }
  g_string_append (out, "\r\n");
}

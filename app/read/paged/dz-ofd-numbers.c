/* dz-ofd-numbers.c - lists of numbers as attributes of an OFD hold them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-ofd-numbers.h"

#include <math.h>

/**
 * dz_ofd_parse_numbers:
 * @string: (nullable): "1 0 0 1 3.5 0"
 * @numbers: (out) (array length=n)
 *
 * Returns: how many were found, at most @n
 */
guint
dz_ofd_parse_numbers (const char *string,
                      double     *numbers,
                      guint       n)
{
  guint i = 0;

  while (i < n && string != NULL)
    {
      char *end;
      double value = g_ascii_strtod (string, &end);

      if (end == string)
        break;
      numbers[i++] = isfinite (value) ? CLAMP (value, -1e6, 1e6) : 0;
      string = end;
      while (*string == ',' || g_ascii_isspace (*string))
        string++;
    }

  return i;
}

/**
 * dz_ofd_parse_steps:
 * @string: (nullable): "5 5 g 3 2.5", which is 5 5 2.5 2.5 2.5
 *
 * Returns: (transfer full) (element-type double): no more than @most
 */
GArray *
dz_ofd_parse_steps (const char *string,
                    guint       most)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (double));
  const char *at = string != NULL ? string : "";

  while (steps->len < most)
    {
      double value;
      double count = 1;

      while (g_ascii_isspace (*at) || *at == ',')
        at++;
      if (*at == 'g' || *at == 'G')
        {
          at++;
          if (dz_ofd_parse_numbers (at, &count, 1) != 1)
            break;
          g_ascii_strtod (at, (char **) &at);
        }
      if (dz_ofd_parse_numbers (at, &value, 1) != 1)
        break;
      g_ascii_strtod (at, (char **) &at);
      for (double i = 0; i < count && steps->len < most; i++)
        g_array_append_val (steps, value);
    }

  return steps;
}

/**
 * dz_ofd_usual_width:
 * @size: of the characters
 *
 * Returns: how wide a character is where the file does not tell
 */
double
dz_ofd_usual_width (gunichar ch,
                    double   size)
{
  return ch < 0x2e80 && !(ch >= 0x2010 && ch <= 0x2027) ? size / 2 : size;
}

/* dz-reader-txt.c - plain text
 *
 * The text is the file's own characters, decoded; only the ends of lines are
 * made one kind. Blank lines stay.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-encoding.h"
#include "dz-limits.h"
#include "dz-reader-kind.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static int
sniff_txt (const guint8 *data,
           gsize         len,
           const char   *name)
{
  return dz_encoding_is_text (data, len) ? 20 : 0;
}

/* \r\n and a lone \r become \n. */
static void
unify_line_ends (char *text)
{
  char *to = strchr (text, '\r');
  const char *from = to;

  if (to == NULL)
    return;
  for (; *from != '\0'; from++)
    if (*from != '\r')
      *to++ = *from;
    else if (from[1] != '\n')
      *to++ = '\n';
  *to = '\0';
}

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)) && g_utf8_get_char (text) != 0xfeff)
      return FALSE;

  return TRUE;
}

static DzText *
read_txt (GBytes        *bytes,
          DzSource      *source,
          GCancellable  *cancellable,
          GError       **error)
{
  gsize len;
  const void *data = g_bytes_get_data (bytes, &len);
  g_autofree char *text = NULL;

  if (!dz_limits_check_input (&dz_limits_default, len, error))
    return NULL;
  text = dz_encoding_decode (data, len, NULL, source, &len, error);
  if (text == NULL || !dz_limits_check_text (&dz_limits_default, len, error))
    return NULL;
  if (is_blank (text))
    {
      dz_set_error (error, DZ_ERROR_EMPTY,
                    _("There is no text in the file. Ask for it again."));
      return NULL;
    }
  unify_line_ends (text);

  return dz_text_new_from_string (text);
}

static const char *const extensions[] = { "txt", "text", NULL };

const DzReader dz_reader_txt = { "txt", extensions, sniff_txt, read_txt, FALSE };

/* dz-reader-html.c - web pages saved as .html
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-html-page.h"
#include "dz-limits.h"
#include "dz-reader-kind.h"

#include <string.h>

static DzText *
read_html (GBytes        *bytes,
           DzSource      *source,
           GCancellable  *cancellable,
           GError       **error)
{
  if (!dz_limits_check_input (&dz_limits_default, g_bytes_get_size (bytes), error))
    return NULL;

  return dz_html_read_page (bytes, NULL, NULL, source, cancellable, error);
}

static int
sniff_html (const guint8 *data,
            gsize         len,
            const char   *name)
{
  char head[2049];
  gsize n = 0;
  const char *p;

  for (gsize i = 0; i < MIN (len, 4096) && n < sizeof head - 1; i++)
    if (data[i] != 0 && data[i] < 0x80)
      head[n++] = g_ascii_tolower ((char) data[i]);
  head[n] = '\0';
  for (p = head; g_ascii_isspace (*p); p++)
    ;
  if (*p != '<')
    return 0;
  if (strstr (head, "<!doctype html") != NULL || strstr (head, "<html") != NULL)
    return 85;
  if (strstr (head, "<head") != NULL || strstr (head, "<body") != NULL)
    return 75;
  if (strstr (head, "<?xml") != NULL)
    return 0;
  if (strstr (head, "<p>") != NULL || strstr (head, "<p ") != NULL || strstr (head, "<div") != NULL ||
      strstr (head, "<table") != NULL || strstr (head, "<meta") != NULL || strstr (head, "<title") != NULL ||
      strstr (head, "<h1") != NULL)
    return 60;

  return 5;
}

static const char *const extensions[] = { "html", "htm", "xhtml", "shtml", NULL };

const DzReader dz_reader_html = { "html", extensions, sniff_html, read_html, FALSE };

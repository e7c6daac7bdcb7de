/* dz-mime.c - the page inside a web page saved as one file (.mht, .mhtml)
 *
 * The little of MIME that browsers write: a boundary, parts with a header of a
 * few lines, quoted-printable or base64.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-mime.h"

#include <string.h>

#define HEAD 16384

typedef struct
{
  char *type;     /* lower case */
  char *encoding; /* (nullable) */
  char *charset;  /* (nullable) */
  char *boundary; /* (nullable) */
  const char *body;
} Header;

static void
clear_header (Header *header)
{
  g_free (header->type);
  g_free (header->encoding);
  g_free (header->charset);
  g_free (header->boundary);
}

static char *
get_parameter (const char *value,
               const char *name)
{
  g_autofree char *lower = g_ascii_strdown (value, -1);
  const char *at = strstr (lower, name);
  const char *start;

  if (at == NULL)
    return NULL;
  start = value + (at - lower) + strlen (name);
  if (*start == '"')
    return g_strndup (start + 1, strcspn (start + 1, "\""));

  return g_strndup (start, strcspn (start, "; \t\r\n"));
}

static void
set_field (Header     *header,
           const char *line)
{
  const char *colon = strchr (line, ':');
  g_autofree char *value = NULL;

  if (colon == NULL)
    return;
  value = g_strstrip (g_strdup (colon + 1));
  if (g_ascii_strncasecmp (line, "content-type:", 13) == 0)
    {
      g_free (header->type);
      header->type = g_ascii_strdown (value, (gssize) strcspn (value, "; \t\r\n"));
      g_free (header->charset);
      header->charset = get_parameter (value, "charset=");
      g_free (header->boundary);
      header->boundary = get_parameter (value, "boundary=");
    }
  else if (g_ascii_strncasecmp (line, "content-transfer-encoding:", 26) == 0)
    {
      g_free (header->encoding);
      header->encoding = g_ascii_strdown (value, -1);
    }
}

/* Fields up to the first empty line; a line that begins with a blank goes on with the one before. */
static void
read_header (Header     *header,
             const char *p,
             const char *end)
{
  g_autoptr(GString) field = g_string_new (NULL);

  while (p < end)
    {
      const char *stop = memchr (p, '\n', (gsize) (end - p));
      gsize len = (gsize) ((stop != NULL ? stop : end) - p);

      while (len > 0 && p[len - 1] == '\r')
        len--;
      if (len == 0 || (*p != ' ' && *p != '\t'))
        {
          set_field (header, field->str);
          g_string_truncate (field, 0);
        }
      g_string_append_len (field, p, (gssize) MIN (len, 4096));
      p = stop != NULL ? stop + 1 : end;
      if (len == 0)
        break;
    }
  header->body = p;
}

static const char *
find_boundary (const char *p,
               const char *end,
               const char *boundary)
{
  g_autofree char *mark = g_strconcat ("--", boundary, NULL);
  gsize len = strlen (mark);

  while (p < end && (p = memchr (p, '-', (gsize) (end - p))) != NULL)
    {
      if ((gsize) (end - p) >= len && memcmp (p, mark, len) == 0)
        return p;
      p++;
    }

  return NULL;
}

static GBytes *
decode_quoted (const char *p,
               const char *end)
{
  GByteArray *out = g_byte_array_new ();

  for (; p < end; p++)
    {
      guint8 byte = (guint8) *p;

      if (*p == '=' && end - p >= 2 && p[1] == '\n')
        {
          p++;
          continue;
        }
      if (*p == '=' && end - p >= 3 && p[1] == '\r' && p[2] == '\n')
        {
          p += 2;
          continue;
        }
      if (*p == '=' && end - p >= 3 && g_ascii_isxdigit (p[1]) && g_ascii_isxdigit (p[2]))
        {
          byte = (guint8) (g_ascii_xdigit_value (p[1]) << 4 | g_ascii_xdigit_value (p[2]));
          p += 2;
        }
      g_byte_array_append (out, &byte, 1);
    }

  return g_byte_array_free_to_bytes (out);
}

static GBytes *
decode_body (const Header *header,
             const char   *end)
{
  gsize len = (gsize) (end - header->body);

  if (header->encoding != NULL && g_str_equal (header->encoding, "quoted-printable"))
    return decode_quoted (header->body, end);
  if (header->encoding != NULL && g_str_equal (header->encoding, "base64"))
    {
      guchar *out = g_malloc (len / 4 * 3 + 8);
      int state = 0;
      guint save = 0;

      len = g_base64_decode_step (header->body, len, out, &state, &save);
      return g_bytes_new_take (out, len);
    }

  return g_bytes_new (header->body, len);
}

/**
 * dz_mime_is:
 *
 * Returns: whether @data begins like a saved page of many parts
 */
gboolean
dz_mime_is (const guint8 *data,
            gsize         len)
{
  g_autofree char *head = len > 0 ? g_ascii_strdown ((const char *) data, (gssize) MIN (len, 4096)) : NULL;

  return head != NULL && strstr (head, "mime-version:") != NULL &&
         (strstr (head, "multipart/related") != NULL || strstr (head, "content-type: text/html") != NULL);
}

/**
 * dz_mime_find_page:
 * @charset: (out) (nullable): the encoding the part states
 * @n_pictures: (out): parts that are pictures
 *
 * Returns: (transfer full) (nullable): the first part that is a web page, decoded
 */
GBytes *
dz_mime_find_page (const guint8 *data,
                   gsize         len,
                   char        **charset,
                   guint        *n_pictures)
{
  const char *end = (const char *) data + len;
  Header top = { NULL };
  GBytes *page = NULL;
  const char *at;

  *n_pictures = 0;
  *charset = NULL;
  read_header (&top, (const char *) data, (const char *) data + MIN (len, HEAD));
  if (top.boundary == NULL || *top.boundary == '\0')
    {
      if (top.type != NULL && g_str_equal (top.type, "text/html"))
        {
          page = decode_body (&top, end);
          *charset = g_steal_pointer (&top.charset);
        }
      clear_header (&top);
      return page;
    }
  at = find_boundary (top.body, end, top.boundary);
  while (at != NULL)
    {
      const char *line = memchr (at, '\n', (gsize) (end - at));
      const char *next;
      Header part = { NULL };

      if (line == NULL)
        break;
      next = find_boundary (line, end, top.boundary);
      read_header (&part, line + 1, MIN (next != NULL ? next : end, line + HEAD));
      if (part.type != NULL && g_str_has_prefix (part.type, "image/"))
        *n_pictures += 1;
      if (page == NULL && part.type != NULL && g_str_equal (part.type, "text/html"))
        {
          page = decode_body (&part, next != NULL ? next : end);
          *charset = g_steal_pointer (&part.charset);
        }
      clear_header (&part);
      at = next;
    }
  clear_header (&top);

  return page;
}

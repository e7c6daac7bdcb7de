/* dz-mime.c - the parts of a letter, or of a web page saved as one file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-mime.h"

#include "dz-zip.h"

#include <gmime/gmime.h>
#include <string.h>

#define HEAD 8192
#define MAX_DEPTH 24
#define MAX_PARTS 2000

static gboolean
is_field_name (const char *line,
               gsize       len)
{
  gsize n = 0;

  while (n < len && (g_ascii_isalnum (line[n]) || line[n] == '-' || line[n] == '_'))
    n++;

  return n > 1 && n < 60 && n < len && line[n] == ':';
}

/* The fields before the first empty line, or %NULL if it begins otherwise. */
static char *
dup_head (const guint8 *data,
          gsize         len)
{
  const char *start = (const char *) data;
  const char *end = start + MIN (len, HEAD);
  const char *p = start;
  guint n_fields = 0;

  /* A mailbox file begins with a line of its own. */
  if (end - p > 5 && memcmp (p, "From ", 5) == 0 && (p = memchr (p, '\n', (gsize) (end - p))) != NULL)
    start = ++p;
  while (p != NULL && p < end)
    {
      const char *stop = memchr (p, '\n', (gsize) (end - p));
      gsize n = (gsize) ((stop != NULL ? stop : end) - p);

      if (n == 0 || (n == 1 && *p == '\r'))
        break;
      if (*p != ' ' && *p != '\t')
        {
          if (!is_field_name (p, n))
            return NULL;
          n_fields++;
        }
      p = stop != NULL ? stop + 1 : end;
    }

  return n_fields >= 2 ? g_ascii_strdown (start, (gssize) (MIN (p, end) - start)) : NULL;
}

static gboolean
has_field (const char *head,
           const char *name)
{
  g_autofree char *inner = g_strconcat ("\n", name, NULL);

  return g_str_has_prefix (head, name) || strstr (head, inner) != NULL;
}

/**
 * dz_mime_is:
 *
 * Returns: whether @data begins like a letter or a saved page of many parts
 */
gboolean
dz_mime_is (const guint8 *data,
            gsize         len)
{
  g_autofree char *head = len > 0 ? dup_head (data, len) : NULL;

  return head != NULL && (has_field (head, "mime-version:") ||
                          (has_field (head, "from:") &&
                           (has_field (head, "received:") || has_field (head, "message-id:") ||
                            (has_field (head, "date:") && (has_field (head, "to:") || has_field (head, "content-type:") ||
                                                           has_field (head, "subject:"))))));
}

/**
 * dz_mime_is_letter:
 *
 * Returns: whether it was sent by mail: a page a browser saved has no receiver
 */
gboolean
dz_mime_is_letter (const guint8 *data,
                   gsize         len)
{
  g_autofree char *head = len > 0 && dz_mime_is (data, len) ? dup_head (data, len) : NULL;

  return head != NULL && (has_field (head, "received:") || has_field (head, "to:") || has_field (head, "message-id:") ||
                          has_field (head, "return-path:") || strstr (head, "multipart/mixed") != NULL ||
                          strstr (head, "content-type: text/plain") != NULL ||
                          strstr (head, "content-type: multipart/alternative") != NULL);
}

static void
part_free (gpointer data)
{
  DzMimePart *self = data;

  g_free (self->type);
  g_free (self->name);
  g_free (self->id);
  g_free (self->location);
  g_free (self->charset);
  g_bytes_unref (self->bytes);
  g_free (self);
}

/* Mail programs of old write names in the letters of their system. */
static char *
dup_name (GMimePart *part)
{
  const char *name = g_mime_part_get_filename (part);

  if (name == NULL || *name == '\0')
    return NULL;

  return g_utf8_validate (name, -1, NULL) ? g_strdup (name) : dz_zip_decode_name (name, strlen (name));
}

static GBytes *
decode (GMimePart *part)
{
  GMimeDataWrapper *content = g_mime_part_get_content (part);
  GMimeStream *stream = g_mime_stream_mem_new ();
  GByteArray *array = g_byte_array_new ();

  g_mime_stream_mem_set_owner (GMIME_STREAM_MEM (stream), FALSE);
  g_mime_stream_mem_set_byte_array (GMIME_STREAM_MEM (stream), array);
  if (content != NULL)
    g_mime_data_wrapper_write_to_stream (content, stream);
  g_object_unref (stream);

  return g_byte_array_free_to_bytes (array);
}

/* A file without a name, shown in the letter by what numbers it; what a browser saved has an address. */
static gboolean
is_file (const DzMimePart *part)
{
  return g_str_has_prefix (part->type, "application/") && !g_str_equal (part->type, "application/xhtml+xml") &&
         part->location == NULL;
}

static gboolean
has_parameter (GMimeContentType *type,
               const char       *name,
               const char       *value)
{
  const char *said = type != NULL ? g_mime_content_type_get_parameter (type, name) : NULL;

  return said != NULL && g_ascii_strcasecmp (said, value) == 0;
}

static void
add_part (GPtrArray *parts,
          GMimePart *part)
{
  GMimeObject *object = GMIME_OBJECT (part);
  GMimeContentType *type = g_mime_object_get_content_type (object);
  g_autofree char *mime = type != NULL ? g_mime_content_type_get_mime_type (type) : NULL;
  const char *disposition = g_mime_object_get_disposition (object);
  DzMimePart *self = g_new0 (DzMimePart, 1);
  gboolean shown;

  self->type = g_ascii_strdown (mime != NULL ? mime : "text/plain", -1);
  self->name = dup_name (part);
  self->id = g_strdup (g_mime_part_get_content_id (part));
  self->location = g_strdup (g_mime_part_get_content_location (part));
  self->charset = type != NULL ? g_strdup (g_mime_content_type_get_parameter (type, "charset")) : NULL;
  self->bytes = decode (part);
  self->elsewhere = g_str_equal (self->type, "message/external-body");
  self->flowed = has_parameter (type, "format", "flowed");
  self->unblank = has_parameter (type, "delsp", "yes");
  /* A picture of the letter itself: a signature, a logo. */
  shown = g_str_has_prefix (self->type, "image/") && self->id != NULL &&
          (disposition == NULL || g_ascii_strcasecmp (disposition, "attachment") != 0);
  self->attached = !shown && (self->name != NULL || is_file (self) || self->elsewhere ||
                              (disposition != NULL && g_ascii_strcasecmp (disposition, "attachment") == 0));
  g_ptr_array_add (parts, self);
}

/* The next line that begins with @word, from @at. */
static const char *
find_line (const char *at,
           const char *end,
           const char *word)
{
  gsize len = strlen (word);

  while (at != NULL && (gsize) (end - at) > len)
    {
      if (memcmp (at, word, len) == 0)
        return at;
      at = memchr (at, '\n', (gsize) (end - at));
      at = at != NULL ? at + 1 : NULL;
    }

  return NULL;
}

/* "begin 644 报告.docx": the name; %NULL: only a sentence. @at moves to the next line. */
static char *
dup_old_name (const char **at,
              const char  *end)
{
  const char *mode = *at + strlen ("begin ");
  const char *stop = memchr (mode, '\n', (gsize) (end - mode));
  gsize digits = stop != NULL ? strspn (mode, "01234567") : 0;
  g_autofree char *name = NULL;

  *at = stop != NULL ? stop + 1 : end;
  if (digits < 3 || digits > 4 || mode[digits] != ' ')
    return NULL;
  name = g_strstrip (g_strndup (mode + digits + 1, (gsize) (stop - mode - digits - 1)));

  return *name == '\0' ? NULL : g_utf8_validate (name, -1, NULL) ? g_steal_pointer (&name) : dz_zip_decode_name (name, strlen (name));
}

/* Files sent along by programs older than MIME, in the text itself (uuencode). */
static void
add_old_enclosures (GPtrArray        *parts,
                    const DzMimePart *typed)
{
  g_autoptr(GBytes) bytes = g_bytes_ref (typed->bytes);
  gsize len;
  const char *at = g_bytes_get_data (bytes, &len);
  const char *end = len > 0 ? at + len : NULL;

  while (parts->len < MAX_PARTS && (at = find_line (at, end, "begin ")) != NULL)
    {
      g_autofree char *name = dup_old_name (&at, end);
      const char *stop = name != NULL ? find_line (at, end, "end") : NULL;
      GMimeEncoding state;
      DzMimePart *self;
      char *out;

      if (name == NULL)
        continue;
      if (stop == NULL)
        break; /* nor has any that begins further down an end */
      g_mime_encoding_init_decode (&state, GMIME_CONTENT_ENCODING_UUENCODE);
      out = g_malloc (g_mime_encoding_outlen (&state, (size_t) (stop - at)));
      self = g_new0 (DzMimePart, 1);
      self->type = g_strdup ("application/octet-stream");
      self->name = g_steal_pointer (&name);
      self->bytes = g_bytes_new_take (out, g_mime_encoding_step (&state, at, (size_t) (stop - at), out));
      self->attached = TRUE;
      g_ptr_array_add (parts, self);
      at = stop;
    }
}

static void walk (GPtrArray   *parts,
                  GMimeObject *object,
                  guint        depth);

/* A letter in the letter: what was sent along with it; if nothing was, it is a file itself and may be the report. */
static void
walk_letter (GPtrArray    *parts,
             GMimeMessage *message,
             guint         depth)
{
  guint before = parts->len;
  const char *subject = g_mime_message_get_subject (message);
  GMimeStream *stream;
  GByteArray *array;
  DzMimePart *self;

  walk (parts, g_mime_message_get_mime_part (message), depth);
  for (guint i = before; i < parts->len; i++)
    if (((DzMimePart *) parts->pdata[i])->attached)
      return;
  g_ptr_array_set_size (parts, (int) before);
  array = g_byte_array_new ();
  stream = g_mime_stream_mem_new ();
  g_mime_stream_mem_set_owner (GMIME_STREAM_MEM (stream), FALSE);
  g_mime_stream_mem_set_byte_array (GMIME_STREAM_MEM (stream), array);
  g_mime_object_write_to_stream (GMIME_OBJECT (message), NULL, stream);
  g_object_unref (stream);
  self = g_new0 (DzMimePart, 1);
  self->type = g_strdup ("message/rfc822");
  self->name = subject != NULL && *subject != '\0' && g_utf8_validate (subject, -1, NULL)
                 ? g_strconcat (subject, ".eml", NULL) : g_strdup_printf ("%u.eml", before + 1);
  g_strdelimit (self->name, "/\\", '_');
  self->bytes = g_byte_array_free_to_bytes (array);
  self->attached = TRUE;
  g_ptr_array_add (parts, self);
}

static void
walk (GPtrArray   *parts,
      GMimeObject *object,
      guint        depth)
{
  if (object == NULL || depth > MAX_DEPTH || parts->len >= MAX_PARTS)
    return;
  if (GMIME_IS_MULTIPART (object))
    for (int i = 0; i < g_mime_multipart_get_count (GMIME_MULTIPART (object)); i++)
      walk (parts, g_mime_multipart_get_part (GMIME_MULTIPART (object), i), depth + 1);
  else if (GMIME_IS_MESSAGE_PART (object))
    {
      GMimeMessage *message = g_mime_message_part_get_message (GMIME_MESSAGE_PART (object));

      if (message != NULL)
        walk_letter (parts, message, depth + 1);
    }
  else if (GMIME_IS_PART (object))
    {
      const DzMimePart *part;

      add_part (parts, GMIME_PART (object));
      part = g_ptr_array_index (parts, parts->len - 1);
      if (!part->attached && g_str_equal (part->type, "text/plain"))
        add_old_enclosures (parts, part);
    }
}

static GMimeParserOptions *
options_new (void)
{
  static const char *charsets[] = { "utf-8", "gb18030", NULL };
  static gsize ready;
  GMimeParserOptions *options;

  if (g_once_init_enter (&ready))
    {
      g_mime_init ();
      g_once_init_leave (&ready, 1);
    }
  options = g_mime_parser_options_new ();
  g_mime_parser_options_set_fallback_charsets (options, charsets);

  return options;
}

/**
 * dz_mime_list_parts:
 *
 * Returns: (transfer full) (element-type DzMimePart): all parts that hold no others, those of letters
 *   sent along too, in order; empty if there is none
 */
GPtrArray *
dz_mime_list_parts (GBytes *bytes)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (part_free);
  GMimeParserOptions *options = options_new ();
  gsize len;
  const void *data = g_bytes_get_data (bytes, &len);
  GMimeStream *stream = g_mime_stream_mem_new_with_buffer (len > 0 ? data : "", len); /* it takes no NULL */
  GMimeParser *parser = g_mime_parser_new_with_stream (stream);
  GMimeMessage *message;

  if (len > 5 && memcmp (data, "From ", 5) == 0)
    g_mime_parser_set_format (parser, GMIME_FORMAT_MBOX);
  message = g_mime_parser_construct_message (parser, options);
  if (message != NULL)
    {
      walk (parts, g_mime_message_get_mime_part (message), 0);
      g_object_unref (message);
    }
  g_object_unref (parser);
  g_object_unref (stream);
  g_mime_parser_options_free (options);

  return parts;
}

/* Whether a line ends here in a blank that says it goes on; the line before a signature does not. */
static gboolean
is_soft_end (const char *start,
             const char *end)
{
  return end > start && end[-1] == ' ' && !(end - start == 3 && memcmp (start, "-- ", 3) == 0);
}

/**
 * dz_mime_unflow:
 * @text: lines of a letter whose format is "flowed" (RFC 3676)
 * @unblank: whether the blank a line ends in is not the text's
 *
 * Joins the lines that were broken only to be sent; quoted ones stay as they are.
 */
void
dz_mime_unflow (char     *text,
                gboolean  unblank)
{
  char *to = text;

  for (const char *line = text; *line != '\0';)
    {
      const char *stop = strchr (line, '\n');
      const char *end = stop != NULL ? stop : line + strlen (line);
      gboolean quoted = *line == '>';
      gboolean soft = !quoted && stop != NULL && stop[1] != '>' && is_soft_end (line, end);

      if (*line == ' ' && line < end) /* put before what would look like a quotation */
        line++;
      memmove (to, line, (size_t) (end - line));
      to += end - line - (soft && unblank && end > line ? 1 : 0);
      if (stop != NULL && !soft)
        *to++ = '\n';
      line = stop != NULL ? stop + 1 : end;
    }
  *to = '\0';
}

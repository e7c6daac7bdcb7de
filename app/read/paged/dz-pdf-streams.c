/* dz-pdf-streams.c - what the drawing orders of a PDF tell from afar
 *
 * The library gives characters, but not whether they are drawn, nor the lines drawn through them. To see that, a page has
 * to be drawn, which costs four times as much as its text. Most reports have nothing to be seen so: their streams order no
 * line, no surface and no unseen text. That is looked up in the file itself, whatever the library makes of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE /* memmem, memrchr */

#include "dz-pdf-streams.h"

#include <string.h>
#include <zlib.h>

#define MAX_PAGES 300
#define PAGE_BYTES (100 << 10) /* of orders: pages of more are maps and drawings, which cost seconds */
#define DICTIONARY 400 /* bytes before a stream in which what it is is told */
#define ENDS 4096
#define STREAM_BYTES (1 << 20) /* that are unpacked of one */

/* Orders that draw lines and surfaces: S s f F f* B B* b b* sh; W n only cuts. */
static gboolean
paints (const char *word,
        gsize       len)
{
  if (len == 1)
    return strchr ("SsfFBb", word[0]) != NULL;

  return len == 2 && ((word[1] == '*' && strchr ("fBb", word[0]) != NULL) || memcmp (word, "sh", 2) == 0);
}

static gboolean
is_zero (const char *word,
         gsize       len)
{
  for (gsize i = 0; i < len && word[i] != '/'; i++)
    if (word[i] != '0' && word[i] != '.')
      return FALSE;

  return len > 0;
}

/* 3 Tr: neither filled nor drawn around; 7 Tr: only cut out. /ca 0: nothing covered. */
static gboolean
hides (const char *word,
       gsize       len,
       const char *before,
       gsize       before_len)
{
  if (len == 2 && memcmp (word, "Tr", 2) == 0)
    return before_len == 1 && (before[0] == '3' || before[0] == '7');

  return before_len == 3 && memcmp (before, "/ca", 3) == 0 && is_zero (word, len);
}

/* A mark somebody put over the text. */
static gboolean
strikes (const char *word,
         gsize       len)
{
  return len >= 10 && memcmp (word, "/StrikeOut", 10) == 0;
}

static gboolean
is_end (char c)
{
  return g_ascii_isspace (c) || c == '[' || c == ']' || c == '(' || c == '<' || c == '>';
}

/* The characters to be drawn, in hexadecimal: most of the orders of a Chinese page. A dictionary is none.
 * @last: (nullable): the last that ends one */
static const char *
pass_string (const char *at,
             const char *end,
             const char *last)
{
  if (at + 1 < end && at[1] == '<')
    return at + 2;
  if (last == NULL || last < at)
    return at + 1;

  return (const char *) memchr (at, '>', (size_t) (last - at) + 1) + 1;
}

/* Words between blanks; what stands in strings looks like some of them, and then a page is drawn in vain. */
static gboolean
has_order (const char *orders,
           gsize       len)
{
  const char *end = orders + len;
  const char *last = memrchr (orders, '>', len);
  const char *before = orders;
  gsize before_len = 0;

  for (const char *at = orders; at < end;)
    {
      const char *word;

      while (at < end && is_end (*at))
        at = *at == '<' ? pass_string (at, end, last) : at + 1;
      word = at;
      while (at < end && !is_end (*at))
        at++;
      if (paints (word, (gsize) (at - word)) || strikes (word, (gsize) (at - word)) || hides (word, (gsize) (at - word), before, before_len))
        return TRUE;
      before = word;
      before_len = (gsize) (at - word);
    }

  return FALSE;
}

/* Whole names: what draws often says /ImageC of what it may hold. */
static gboolean
holds_any (const char        *from,
           gsize              len,
           const char *const *words)
{
  const char *end = from + len;

  for (guint i = 0; words[i] != NULL; i++)
    for (const char *at = from; (at = memmem (at, (gsize) (end - at), words[i], strlen (words[i]))) != NULL;)
      {
        at += strlen (words[i]);
        if (at == end || !g_ascii_isalnum (*at))
          return TRUE;
      }

  return FALSE;
}

/* The dictionary before a stream says whether it holds a picture or a font, and @closed, whether it is packed in a way that is
 * not looked into. */
static gboolean
holds_orders (const char *start,
              const char *stream,
              gboolean   *closed)
{
  static const char *const others[] = { "/Image", "/Length1", "/FontFile", "/CIDFontType0C", "/Type1C", "/OpenType", "/XRef", "/XML",
                                        "/CMap", "/CIDToGIDMap", NULL };
  static const char *const ways[] = { "/ASCII85Decode", "/A85", "/LZWDecode", "/ASCIIHexDecode", "/RunLengthDecode", NULL };
  const char *from = stream - start > DICTIONARY ? stream - DICTIONARY : start;

  /* the last object only */
  for (const char *next = from; (next = memmem (next, (gsize) (stream - next), " obj", 4)) != NULL; next += 4)
    from = next;
  if (holds_any (from, (gsize) (stream - from), others))
    return FALSE;
  *closed = *closed || holds_any (from, (gsize) (stream - from), ways);

  return TRUE;
}

/* The orders of a stream, packed or not: whether any draws; @out: room to unpack. Returns how many bytes they are. */
static gsize
look_into (const char *from,
           gsize       len,
           char       *out,
           gboolean   *found)
{
  z_stream z = { .next_in = (Bytef *) from, .avail_in = (uInt) MIN (len, G_MAXINT), .next_out = (Bytef *) out, .avail_out = STREAM_BYTES };
  const char *end;
  gsize n;

  if (len < 2 || inflateInit (&z) != Z_OK)
    return 0;
  inflate (&z, Z_SYNC_FLUSH);
  inflateEnd (&z);
  n = STREAM_BYTES - z.avail_out;
  if (n == 0)
    {
      end = memmem (from, len, "endstream", 9);
      n = MIN (end != NULL ? (gsize) (end - from) : len, STREAM_BYTES);
      out = (char *) from;
    }
  *found = *found || has_order (out, n);

  return n;
}

/* An appearance that covers nothing, in the open. */
static gboolean
covers_nothing (const char *data,
                gsize       len)
{
  const char *at = data;

  while ((at = memmem (at, len - (gsize) (at - data), "/ca ", 4)) != NULL)
    {
      const char *word = at += 4;

      while (at < data + len && !is_end (*at) && *at != '/')
        at++;
      if (is_zero (word, (gsize) (at - word)))
        return TRUE;
    }

  return FALSE;
}

/* Which is said at the end of a file, or at the beginning of one made for the web. */
static gboolean
is_encrypted (const char *data,
              gsize       len)
{
  return memmem (data, MIN (len, ENDS), "/Encrypt", 8) != NULL || memmem (data + len - MIN (len, ENDS), MIN (len, ENDS), "/Encrypt", 8) != NULL;
}

/**
 * dz_pdf_streams_want_a_look:
 *
 * Returns: whether the pages of the PDF have to be drawn to know what of their text is seen, and is not struck out; never
 *   where that would take long
 */
gboolean
dz_pdf_streams_want_a_look (GBytes *bytes,
                            guint   n_pages)
{
  gsize len;
  const char *data = g_bytes_get_data (bytes, &len);
  const char *end = data + len;
  g_autofree char *out = NULL;
  gboolean found = FALSE;
  gsize all = 0;

  if (n_pages == 0 || n_pages > MAX_PAGES)
    return FALSE;
  found = is_encrypted (data, len) || covers_nothing (data, len) || memmem (data, len, "/StrikeOut", 10) != NULL;
  out = g_malloc (STREAM_BYTES);
  for (const char *at = data; (at = memmem (at, (gsize) (end - at), "stream", 6)) != NULL && all <= (gsize) n_pages * PAGE_BYTES; at += 6)
    {
      gboolean orders = (at - data < 3 || memcmp (at - 3, "end", 3) != 0) && holds_orders (data, at, &found);
      const char *from = at + 6;

      while (from < end && (*from == '\r' || *from == '\n'))
        from++;
      if (orders)
        all += look_into (from, (gsize) (end - from), out, &found);
    }

  return found && all <= (gsize) n_pages * PAGE_BYTES;
}

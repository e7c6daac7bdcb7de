/* dz-rar.c - what the heads of a rar archive say before it is unpacked
 *
 * The library unpacks much of it, but says of the rest no more than that it is
 * damaged, and takes what a password hides for the file. So the heads are read
 * first: a password, volumes, a dictionary larger than memory allows, and the
 * solid archives of version 3, of which each file needs all before it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-rar.h"

#include "dz-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_DICTIONARY (64u << 20)
#define MAX_HEADS 100000

typedef struct
{
  gboolean encrypted, volume, solid;
  guint64 dictionary;
} Heads;

typedef struct
{
  const guint8 *at, *end;
  gboolean bad;
} Cursor;

static guint
get_16 (const guint8 *p)
{
  return p[0] | (guint) p[1] << 8;
}

static guint
get_32 (const guint8 *p)
{
  return get_16 (p) | get_16 (p + 2) << 16;
}

/* Seven bits a byte, the lowest first. */
static guint64
get_number (Cursor *cursor)
{
  guint64 value = 0;

  for (guint shift = 0; shift < 63 && cursor->at < cursor->end; shift += 7)
    {
      guint8 byte = *cursor->at++;

      value |= (guint64) (byte & 0x7f) << shift;
      if ((byte & 0x80) == 0)
        return value;
    }
  cursor->bad = TRUE;

  return 0;
}

static void
skip (Cursor  *cursor,
      guint64  n)
{
  if (n > (guint64) (cursor->end - cursor->at))
    cursor->bad = TRUE;
  else
    cursor->at += n;
}

/* The records behind a file's head: one of kind 1 holds what is needed to decrypt it. */
static gboolean
has_encryption (Cursor extra)
{
  while (!extra.bad && extra.at < extra.end)
    {
      guint64 size = get_number (&extra);
      const guint8 *start = extra.at;

      if (get_number (&extra) == 1 && !extra.bad)
        return TRUE;
      extra.at = start;
      skip (&extra, MAX (size, 1));
    }

  return FALSE;
}

static void
read_file_head_5 (Cursor   cursor,
                  guint64  extra,
                  Heads   *heads)
{
  Cursor records = { cursor.end, cursor.end, FALSE };
  guint64 flags = get_number (&cursor);
  guint64 info;

  get_number (&cursor); /* size */
  get_number (&cursor); /* attributes */
  skip (&cursor, ((flags & 2) != 0 ? 4 : 0) + ((flags & 4) != 0 ? 4 : 0)); /* time, sum */
  info = get_number (&cursor);
  if (!cursor.bad && (flags & 1) == 0)
    heads->dictionary = MAX (heads->dictionary, (guint64) 0x20000 << (info >> 10 & 15));
  if (extra > 0 && extra <= (guint64) (cursor.end - cursor.at))
    {
      records.at = cursor.end - extra;
      heads->encrypted |= has_encryption (records);
    }
}

static void
read_heads_5 (const guint8 *data,
              gsize         len,
              Heads        *heads)
{
  Cursor cursor = { data + 8, data + len, FALSE };

  for (guint i = 0; i < MAX_HEADS && !cursor.bad && cursor.end - cursor.at > 7; i++)
    {
      Cursor head;
      guint64 size, type, flags;
      guint64 extra = 0;
      guint64 packed = 0;

      skip (&cursor, 4); /* sum */
      size = get_number (&cursor);
      if (cursor.bad || size > (guint64) (cursor.end - cursor.at))
        return;
      head = (Cursor){ cursor.at, cursor.at + size, FALSE };
      type = get_number (&head);
      flags = get_number (&head);
      if ((flags & 1) != 0)
        extra = get_number (&head);
      if ((flags & 2) != 0)
        packed = get_number (&head);
      heads->volume |= (flags & 0x18) != 0 && (type == 2 || type == 3);
      if (type == 1)
        heads->volume |= (get_number (&head) & 1) != 0;
      else if (type == 2)
        read_file_head_5 (head, extra, heads);
      else if (type == 4)
        heads->encrypted = TRUE;
      if (type == 4 || type == 5)
        return;
      skip (&cursor, size);
      skip (&cursor, packed);
    }
}

static void
read_heads_3 (const guint8 *data,
              gsize         len,
              Heads        *heads)
{
  gsize at = 7;

  for (guint i = 0; i < MAX_HEADS && at + 7 <= len; i++)
    {
      guint type = data[at + 2];
      guint flags = get_16 (data + at + 3);
      guint64 size = get_16 (data + at + 5);
      guint64 packed = 0;

      if (size < 7 || size > len - at)
        return;
      if (((flags & 0x8000) != 0 || type == 0x74) && size >= 11)
        packed = get_32 (data + at + 7);
      if (type == 0x73)
        {
          heads->volume |= (flags & 0x0001) != 0;
          heads->solid |= (flags & 0x0008) != 0;
          heads->encrypted |= (flags & 0x0080) != 0;
        }
      else if (type == 0x74)
        {
          heads->volume |= (flags & 0x0003) != 0;
          heads->encrypted |= (flags & 0x0004) != 0;
          if ((flags & 0x0100) != 0 && size >= 36)
            packed |= (guint64) get_32 (data + at + 32) << 32;
        }
      else if (type == 0x7b)
        return;
      if (heads->encrypted || packed > len - at - size)
        return;
      at += (gsize) (size + packed);
    }
}

gboolean
dz_rar_is (const guint8 *data,
           gsize         len)
{
  return len >= 8 && memcmp (data, "Rar!\x1a\x07", 6) == 0;
}

/**
 * dz_rar_check:
 *
 * Returns: %FALSE with @error set, by name, if the archive cannot be unpacked here
 */
gboolean
dz_rar_check (const guint8 *data,
              gsize         len,
              GError      **error)
{
  Heads heads = { FALSE };

  if (data[6] == 1)
    read_heads_5 (data, len, &heads);
  else
    read_heads_3 (data, len, &heads);
  if (heads.encrypted)
    dz_set_error (error, DZ_ERROR_ENCRYPTED,
                  _("The archive is protected by a password. Ask for it without one."));
  else if (heads.volume)
    dz_set_error (error, DZ_ERROR_UNKNOWN_FORMAT,
                  _("This is one volume of an archive in several. Unpack them together and import the folder."));
  else if (heads.solid)
    dz_set_error (error, DZ_ERROR_UNKNOWN_FORMAT,
                  _("This is a “solid” rar archive, which cannot be unpacked here. Unpack it yourself and import the folder."));
  else if (heads.dictionary > MAX_DICTIONARY)
    dz_set_error (error, DZ_ERROR_TOO_LARGE,
                  _("The archive needs %u MB of memory to unpack. Unpack it yourself and import the folder."),
                  (guint) (heads.dictionary >> 20));
  else
    return TRUE;

  return FALSE;
}

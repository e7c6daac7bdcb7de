/* dz-tnef.c - winmail.dat: what Outlook packs the files of a letter into
 *
 * A letter Outlook sends "in rich text" reaches other programs with one file, winmail.dat, and the report in it
 * ([MS-OXTNEF]). After a signature come attributes, each a level, a tag, a length, as many bytes and a sum. One
 * begins the next file, one holds its short name, one its bytes, one the properties with the long name; a letter sent along
 * is a property too, packed the same way behind the number of its kind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-tnef.h"

#include <string.h>

#define SIGNATURE 0x223e9f78u
#define HEAD 6 /* the signature and a key */
#define BEGIN_FILE 0x00069002u
#define TITLE 0x00018010u
#define DATA 0x0006800fu
#define PROPERTIES 0x00069005u
#define LONG_NAME 0x3707u
#define OBJECT 0x3701u
#define EMBEDDED 0x000du
#define KIND 16 /* of an embedded object */
#define MAX_DEPTH 8
#define NARROW 0x001eu
#define WIDE 0x001fu

typedef struct
{
  const guint8 *at;
  const guint8 *end;
  gboolean failed;
} Cursor;

typedef struct
{
  char *title;
  char *long_name;
  GBytes *bytes;
  GBytes *letter; /* packed once more */
  gboolean begun;
  guint depth;
  DzTnefFunc func;
  gpointer user_data;
} File;

static guint walk (GBytes    *bytes,
                   guint      depth,
                   DzTnefFunc func,
                   gpointer   user_data);

static guint32
take_number (Cursor *self,
             guint   n_bytes)
{
  guint32 value = 0;

  if (self->failed || (gsize) (self->end - self->at) < n_bytes)
    {
      self->failed = TRUE;
      return 0;
    }
  for (guint i = 0; i < n_bytes; i++)
    value |= (guint32) self->at[i] << (8 * i);
  self->at += n_bytes;

  return value;
}

/* As many bytes, and what fills them up to a multiple of four; %NULL where they are not there. */
static const guint8 *
take_bytes (Cursor  *self,
            guint32  len,
            gboolean filled)
{
  const guint8 *start = self->at;
  gsize left = (gsize) (self->end - self->at);
  gsize all = filled ? ((gsize) len + 3) / 4 * 4 : len;

  if (self->failed || len > left)
    {
      self->failed = TRUE;
      return NULL;
    }
  self->at += MIN (all, left);

  return start;
}

/* Bytes of the writer's system, or UTF-16, up to the NUL that ends them. */
static char *
dup_text (const guint8 *data,
          gsize         len,
          gboolean      wide)
{
  g_autofree char *text = NULL; /* a name that is none is no name */

  if (!wide)
    len = strnlen ((const char *) data, len);
  else
    while (len >= 2 && data[len - 1] == 0 && data[len - 2] == 0)
      len -= 2;
  if (!wide && g_utf8_validate ((const char *) data, (gssize) len, NULL))
    text = g_strndup ((const char *) data, len);
  else
    text = g_convert ((const char *) data, (gssize) len, "UTF-8", wide ? "UTF-16LE" : "GB18030", NULL, NULL, NULL);

  return text != NULL && *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/* What each value of @type takes; 0: it says itself. */
static guint32
get_width (guint type)
{
  switch (type)
    {
    case 0x02: case 0x03: case 0x04: case 0x0a: case 0x0b: /* filled to four */
      return 4;
    case 0x05: case 0x06: case 0x07: case 0x14: case 0x40:
      return 8;
    case 0x48:
      return 16;
    default:
      return 0;
    }
}

/* Properties above this bear a name, or a number in its place. */
static void
pass_name (Cursor *self,
           guint   id)
{
  if (id < 0x8000)
    return;
  take_bytes (self, 16, FALSE);
  if (take_number (self, 4) == 0)
    take_number (self, 4);
  else
    take_bytes (self, take_number (self, 4), TRUE);
}

static void
read_properties (File         *file,
                 const guint8 *data,
                 gsize         len)
{
  Cursor self = { data, data + len, FALSE };
  guint32 n = take_number (&self, 4);

  for (guint32 i = 0; i < n && !self.failed; i++)
    {
      guint type = take_number (&self, 2);
      guint id = take_number (&self, 2);
      guint32 width = get_width (type & 0xfff);
      guint32 n_values;

      pass_name (&self, id);
      n_values = width == 0 || (type & 0x1000) != 0 ? take_number (&self, 4) : 1;
      for (guint32 k = 0; k < n_values && !self.failed; k++)
        {
          guint32 size = width != 0 ? width : take_number (&self, 4);
          const guint8 *value = take_bytes (&self, size, TRUE);

          if (value != NULL && id == LONG_NAME && (type == NARROW || type == WIDE) && file->long_name == NULL)
            file->long_name = dup_text (value, size, type == WIDE);
          else if (value != NULL && id == OBJECT && type == EMBEDDED && size > KIND && dz_tnef_is (value + KIND, size - KIND) &&
                   file->letter == NULL)
            file->letter = g_bytes_new (value + KIND, size - KIND);
        }
    }
}

/* A file whose bytes are not there is told all the same, and a letter in which no file is. Returns how many files it was. */
static guint
end_file (File *file)
{
  guint n = file->letter != NULL && file->bytes == NULL && file->depth < MAX_DEPTH
              ? walk (file->letter, file->depth + 1, file->func, file->user_data) : 0;

  if (file->begun && n == 0)
    {
      file->func (file->long_name != NULL ? g_steal_pointer (&file->long_name) : g_steal_pointer (&file->title), file->bytes,
                  file->user_data);
      n = 1;
    }
  g_clear_pointer (&file->title, g_free);
  g_clear_pointer (&file->long_name, g_free);
  g_clear_pointer (&file->bytes, g_bytes_unref);
  g_clear_pointer (&file->letter, g_bytes_unref);
  file->begun = FALSE;

  return n;
}

/**
 * dz_tnef_is:
 *
 * Returns: whether @data begins like a winmail.dat
 */
gboolean
dz_tnef_is (const guint8 *data,
            gsize         len)
{
  return len > HEAD && data[0] == (SIGNATURE & 0xff) && data[1] == (SIGNATURE >> 8 & 0xff) &&
         data[2] == (SIGNATURE >> 16 & 0xff) && data[3] == SIGNATURE >> 24;
}

/* Returns how many files there are. */
static guint
walk (GBytes    *bytes,
      guint      depth,
      DzTnefFunc func,
      gpointer   user_data)
{
  gsize len;
  const guint8 *data = g_bytes_get_data (bytes, &len);
  Cursor self = { data, data + len, FALSE };
  guint n = 0;
  File file = { .depth = depth, .func = func, .user_data = user_data };

  take_bytes (&self, HEAD, FALSE);
  while (self.at < self.end && !self.failed)
    {
      guint32 tag, size;
      const guint8 *value;

      take_number (&self, 1);
      tag = take_number (&self, 4);
      size = take_number (&self, 4);
      value = take_bytes (&self, size, FALSE);
      if (value == NULL)
        break;
      if (tag == BEGIN_FILE)
        {
          n += end_file (&file);
          file.begun = TRUE;
        }
      else if (tag == TITLE && file.title == NULL)
        file.title = dup_text (value, size, FALSE);
      else if (tag == PROPERTIES)
        read_properties (&file, value, size);
      else if (tag == DATA && file.bytes == NULL)
        file.bytes = g_bytes_new_from_bytes (bytes, (gsize) (value - data), size);
      take_number (&self, 2); /* the sum; a letter cut behind the bytes still has them */
    }
  n += end_file (&file);

  return n;
}

/**
 * dz_tnef_walk:
 * @bytes: a winmail.dat, whole or cut
 * @func: is called for each file in it, those of letters in it too
 */
void
dz_tnef_walk (GBytes     *bytes,
              DzTnefFunc  func,
              gpointer    user_data)
{
  gsize len;
  const guint8 *data = g_bytes_get_data (bytes, &len);

  if (dz_tnef_is (data, len))
    walk (bytes, 0, func, user_data);
}

/* dz-compound.c - storages and streams of a compound file, in memory
 *
 * The file is cut into sectors; a table says for each which one follows. The
 * directory is a stream of entries of 128 bytes, its storages trees of them.
 * Streams under 4096 bytes lie in small sectors inside the root's stream.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-compound.h"

#include <string.h>

#define ENTRY 128
#define NONE 0xffffffffu
#define MAX_ENTRIES 20000
#define MAX_STREAM (200u << 20)
#define SMALL 64
#define SMALL_BELOW 4096

typedef struct
{
  char *name;
  guint8 kind; /* 1 storage, 2 stream, 5 root */
  guint32 left, right, child, start;
  guint64 size;
} Entry;

struct _DzCompound
{
  GBytes *bytes;
  const guint8 *data;
  gsize len;
  gsize sector;
  GArray *next;       /* guint32: the sector that follows */
  GArray *small_next;
  GBytes *small;      /* the root's stream */
  GArray *entries;    /* Entry */
};

static guint32
get_32 (const guint8 *p)
{
  return p[0] | (guint32) p[1] << 8 | (guint32) p[2] << 16 | (guint32) p[3] << 24;
}

static void
clear_entry (gpointer data)
{
  g_free (((Entry *) data)->name);
}

void
dz_compound_free (DzCompound *self)
{
  if (self == NULL)
    return;

  g_bytes_unref (self->bytes);
  g_clear_pointer (&self->small, g_bytes_unref);
  g_array_unref (self->next);
  g_array_unref (self->small_next);
  g_array_unref (self->entries);
  g_free (self);
}

/* The bytes of sector @i, %NULL beyond the end; the last one may be short. */
static const guint8 *
get_sector (DzCompound *self,
            guint32     i,
            gsize      *n)
{
  guint64 at = ((guint64) i + 1) * self->sector;

  if (at >= self->len)
    return NULL;
  *n = (gsize) MIN (self->sector, self->len - at);

  return self->data + at;
}

/* The stream that begins at sector @start; no longer than the file, however the chain runs. */
static GByteArray *
read_chain (DzCompound *self,
            guint32     start,
            guint64     most)
{
  GByteArray *out = g_byte_array_new ();
  guint64 limit = MIN (most, self->len);
  gsize n;
  const guint8 *sector;

  while (out->len < limit && (sector = get_sector (self, start, &n)) != NULL)
    {
      g_byte_array_append (out, sector, (guint) MIN (n, limit - out->len));
      if (start >= self->next->len)
        break;
      start = g_array_index (self->next, guint32, start);
    }

  return out;
}

static void
add_numbers (GArray       *numbers,
             const guint8 *data,
             gsize         n)
{
  for (gsize i = 0; i + 4 <= n; i += 4)
    {
      guint32 number = get_32 (data + i);

      g_array_append_val (numbers, number);
    }
}

/* The table's own sectors are listed in the head, and if it is long in sectors of their own. */
static void
read_table (DzCompound *self)
{
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 more = get_32 (self->data + 68);
  guint most = (guint) (self->len / self->sector) + 1;
  gsize n;
  const guint8 *sector;

  add_numbers (places, self->data + 76, 109 * 4);
  for (guint i = 0; i < most && (sector = get_sector (self, more, &n)) != NULL && n == self->sector; i++)
    {
      add_numbers (places, sector, n - 4);
      more = get_32 (sector + n - 4);
    }
  for (guint i = 0; i < places->len && self->next->len <= most; i++)
    if ((sector = get_sector (self, g_array_index (places, guint32, i), &n)) != NULL)
      add_numbers (self->next, sector, n);
}

static void
add_entry (DzCompound   *self,
           const guint8 *raw)
{
  gsize len = MIN ((gsize) (raw[64] | raw[65] << 8), 64);
  Entry entry = { .kind = raw[66], .left = get_32 (raw + 68), .right = get_32 (raw + 72), .child = get_32 (raw + 76),
                  .start = get_32 (raw + 116), .size = get_32 (raw + 120) };

  entry.name = len > 2 ? g_convert ((const char *) raw, (gssize) len - 2, "UTF-8", "UTF-16LE", NULL, NULL, NULL) : NULL;
  if (entry.name == NULL)
    entry.name = g_strdup ("");
  g_array_append_val (self->entries, entry);
}

/**
 * dz_compound_open:
 *
 * Returns: (transfer full) (nullable): the file, or %NULL if @bytes are none
 */
DzCompound *
dz_compound_open (GBytes *bytes)
{
  gsize len;
  const guint8 *data = g_bytes_get_data (bytes, &len);
  g_autoptr(GByteArray) directory = NULL;
  g_autoptr(GByteArray) small = NULL;
  DzCompound *self;

  if (len < 1024 || memcmp (data, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) != 0 || (data[30] != 9 && data[30] != 12))
    return NULL;
  self = g_new0 (DzCompound, 1);
  self->bytes = g_bytes_ref (bytes);
  self->data = data;
  self->len = len;
  self->sector = (gsize) 1 << data[30];
  self->next = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->small_next = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);
  read_table (self);
  directory = read_chain (self, get_32 (data + 48), MAX_ENTRIES * ENTRY);
  for (gsize at = 0; at + ENTRY <= directory->len; at += ENTRY)
    add_entry (self, directory->data + at);
  small = read_chain (self, get_32 (data + 60), len);
  add_numbers (self->small_next, small->data, small->len);
  if (self->entries->len > 0)
    self->small = g_byte_array_free_to_bytes (read_chain (self, g_array_index (self->entries, Entry, 0).start,
                                                          g_array_index (self->entries, Entry, 0).size));

  return self;
}

const char *
dz_compound_get_name (DzCompound *self,
                      guint       entry)
{
  return entry < self->entries->len ? g_array_index (self->entries, Entry, entry).name : "";
}

/**
 * dz_compound_list:
 * @storage: an entry; 0 is the root
 *
 * Returns: (transfer full) (element-type guint): the entries in it, in the order of the directory
 */
GArray *
dz_compound_list (DzCompound *self,
                  guint       storage)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GArray) open = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree guint8 *seen = g_malloc0 (self->entries->len + 1);

  if (storage >= self->entries->len)
    return found;
  g_array_append_val (open, g_array_index (self->entries, Entry, storage).child);
  while (open->len > 0)
    {
      guint32 at = g_array_index (open, guint32, open->len - 1);

      g_array_set_size (open, open->len - 1);
      if (at >= self->entries->len || seen[at])
        continue;
      seen[at] = 1;
      g_array_append_val (open, g_array_index (self->entries, Entry, at).left);
      g_array_append_val (open, g_array_index (self->entries, Entry, at).right);
    }
  for (guint i = 0; i < self->entries->len; i++)
    if (seen[i])
      g_array_append_val (found, i);

  return found;
}

/**
 * dz_compound_find:
 *
 * Returns: the entry of that name in @storage, -1 if there is none
 */
int
dz_compound_find (DzCompound *self,
                  guint       storage,
                  const char *name)
{
  g_autoptr(GArray) entries = dz_compound_list (self, storage);

  for (guint i = 0; i < entries->len; i++)
    if (g_str_equal (dz_compound_get_name (self, g_array_index (entries, guint, i)), name))
      return (int) g_array_index (entries, guint, i);

  return -1;
}

/**
 * dz_compound_read:
 *
 * Returns: (transfer full) (nullable): the bytes of a stream
 */
GBytes *
dz_compound_read (DzCompound *self,
                  guint       entry)
{
  const Entry *stream = entry < self->entries->len ? &g_array_index (self->entries, Entry, entry) : NULL;
  GByteArray *out;
  gsize n_small;
  const guint8 *small;
  guint32 at;

  if (stream == NULL || stream->kind != 2 || stream->size > MAX_STREAM)
    return NULL;
  if (stream->size >= SMALL_BELOW)
    return g_byte_array_free_to_bytes (read_chain (self, stream->start, stream->size));
  out = g_byte_array_new ();
  small = g_bytes_get_data (self->small, &n_small);
  at = stream->start;
  while (out->len < stream->size && (guint64) at * SMALL < n_small)
    {
      gsize n = MIN (MIN (SMALL, n_small - (gsize) at * SMALL), (gsize) stream->size - out->len);

      g_byte_array_append (out, small + (gsize) at * SMALL, (guint) n);
      at = at < self->small_next->len ? g_array_index (self->small_next, guint32, at) : NONE;
    }

  return g_byte_array_free_to_bytes (out);
}

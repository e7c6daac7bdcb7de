/* dz-zip.c - members of a zip in memory, by name
 *
 * Everything a zip says about itself is a claim: offsets and sizes are checked
 * against the bytes there are, and memory grows with what really unpacks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-zip.h"

#include "dz-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <zlib.h>

#define LOCAL_SIZE 30
#define CENTRAL_SIZE 46
#define END_SIZE 22
#define FLAG_ENCRYPTED 0x0001
#define FLAG_UTF8 0x0800

typedef struct
{
  char *name;
  gsize offset; /* of the local header */
  guint64 packed;
  guint64 size;
  guint32 crc;
  guint16 flags;
  guint16 method;
} Member;

struct _DzZip
{
  GBytes *bytes;
  const guint8 *data;
  gsize len;
  DzLimits limits;
  GArray *members;    /* Member */
  GHashTable *by_key; /* key -> index + 1 */
  guint64 unpacked;
  gboolean repaired;
};

static inline guint16
get16 (const guint8 *p)
{
  return (guint16) (p[0] | p[1] << 8);
}

static inline guint32
get32 (const guint8 *p)
{
  return get16 (p) | (guint32) get16 (p + 2) << 16;
}

static inline guint64
get64 (const guint8 *p)
{
  return get32 (p) | (guint64) get32 (p + 4) << 32;
}

static void
clear_member (gpointer data)
{
  g_free (((Member *) data)->name);
}

/* What two spellings of one name have in common. */
static char *
make_key (const char *name)
{
  char *key;

  while (*name == '/' || *name == '\\' || (*name == '.' && (name[1] == '/' || name[1] == '\\')))
    name++;
  key = g_ascii_strdown (name, -1);
  g_strdelimit (key, "\\", '/');

  return key;
}

/**
 * dz_zip_decode_name:
 * @raw: bytes of a member name
 *
 * Returns: (transfer full): the name in UTF-8, from UTF-8 or GB18030
 */
char *
dz_zip_decode_name (const char *raw,
                    gsize       len)
{
  g_autofree char *name = g_strndup (raw, len);
  char *converted;

  if (g_utf8_validate (name, -1, NULL))
    return g_steal_pointer (&name);
  converted = g_convert (name, -1, "UTF-8", "GB18030", NULL, NULL, NULL);

  return converted != NULL ? converted : g_utf8_make_valid (name, -1);
}

/* Info-ZIP keeps the UTF-8 name of a member beside the one in the packer's own encoding. */
static char *
find_unicode_name (const guint8 *extra,
                   gsize         len)
{
  while (len >= 4)
    {
      gsize size = get16 (extra + 2);

      if (size + 4 > len)
        break;
      if (get16 (extra) == 0x7075 && size > 5 &&
          g_utf8_validate ((const char *) extra + 9, (gssize) size - 5, NULL))
        return g_strndup ((const char *) extra + 9, size - 5);
      extra += size + 4;
      len -= size + 4;
    }

  return NULL;
}

static void
read_zip64 (Member       *member,
            guint64      *offset,
            const guint8 *extra,
            gsize         len)
{
  while (len >= 4)
    {
      gsize size = get16 (extra + 2);
      const guint8 *p = extra + 4;
      const guint8 *end;

      if (size + 4 > len)
        return;
      end = p + size;
      if (get16 (extra) == 0x0001)
        {
          guint64 *fields[] = { &member->size, &member->packed, offset };

          for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
            if (*fields[i] == G_MAXUINT32 && end - p >= 8)
              {
                *fields[i] = get64 (p);
                p += 8;
              }
          return;
        }
      extra += size + 4;
      len -= size + 4;
    }
}

static gboolean
add_member (DzZip   *self,
            Member  *member,
            GError **error)
{
  char *key;

  if (self->members->len >= self->limits.count)
    {
      g_free (member->name);
      dz_set_error (error, DZ_ERROR_TOO_MANY,
                    _("The file holds more than %u members. That is no report; ask for it again."),
                    self->limits.count);
      return FALSE;
    }
  g_array_append_vals (self->members, member, 1);
  key = make_key (member->name);
  if (g_hash_table_contains (self->by_key, key))
    g_free (key);
  else
    g_hash_table_insert (self->by_key, key, GUINT_TO_POINTER (self->members->len));

  return TRUE;
}

static gsize
find_end (DzZip *self)
{
  gsize stop;

  if (self->len < END_SIZE)
    return G_MAXSIZE;
  stop = self->len > END_SIZE + 65535 ? self->len - END_SIZE - 65535 : 0;
  for (gsize i = self->len - END_SIZE + 1; i > stop; i--)
    if (memcmp (self->data + i - 1, "PK\5\6", 4) == 0)
      return i - 1;

  return G_MAXSIZE;
}

/* Where the directory begins and ends, trusting its size more than its offset: bytes may have been
 * put in front of the zip. */
static gboolean
find_directory (DzZip   *self,
                gsize   *start,
                gsize   *end,
                guint64 *shift)
{
  gsize at = find_end (self);
  guint64 size, offset;

  if (at == G_MAXSIZE)
    return FALSE;
  size = get32 (self->data + at + 12);
  offset = get32 (self->data + at + 16);
  if ((size == G_MAXUINT32 || offset == G_MAXUINT32) && at >= 20 &&
      memcmp (self->data + at - 20, "PK\6\7", 4) == 0)
    {
      guint64 at64 = get64 (self->data + at - 12);

      if (at64 > self->len || self->len - at64 < 56 || memcmp (self->data + at64, "PK\6\6", 4) != 0)
        return FALSE;
      size = get64 (self->data + at64 + 40);
      offset = get64 (self->data + at64 + 48);
      at = (gsize) at64;
    }
  if (size > at)
    return FALSE;
  *start = at - (gsize) size;
  *end = at;
  *shift = *start - offset; /* may wrap: added back below */

  return size == 0 || memcmp (self->data + *start, "PK\1\2", 4) == 0;
}

static gboolean
read_directory (DzZip   *self,
                gsize    at,
                gsize    end,
                guint64  shift,
                GError **error)
{
  while (end - at >= CENTRAL_SIZE && memcmp (self->data + at, "PK\1\2", 4) == 0)
    {
      const guint8 *p = self->data + at;
      gsize name_len = get16 (p + 28);
      gsize extra_len = get16 (p + 30);
      gsize comment_len = get16 (p + 32);
      guint64 offset = get32 (p + 42);
      const guint8 *extra = p + CENTRAL_SIZE + name_len;
      Member member = { NULL, 0, get32 (p + 20), get32 (p + 24), get32 (p + 16), get16 (p + 8),
                        get16 (p + 10) };

      if (name_len + extra_len + comment_len > end - at - CENTRAL_SIZE)
        break;
      read_zip64 (&member, &offset, extra, extra_len);
      member.offset = (gsize) (offset + shift);
      if (!(member.flags & FLAG_UTF8))
        member.name = find_unicode_name (extra, extra_len);
      if (member.name == NULL)
        member.name = dz_zip_decode_name ((const char *) p + CENTRAL_SIZE, name_len);
      if (!add_member (self, &member, error))
        return FALSE;
      at += CENTRAL_SIZE + name_len + extra_len + comment_len;
    }

  return TRUE;
}

/* The start of the next header of any kind, where a member of unknown size must end. */
static gsize
find_next_header (DzZip *self,
                  gsize  at)
{
  while (at + 4 <= self->len)
    {
      const guint8 *p = memchr (self->data + at, 'P', self->len - at - 3);

      if (p == NULL)
        break;
      if (p[1] == 'K' && ((p[2] == 3 && p[3] == 4) || (p[2] == 7 && p[3] == 8) ||
                          (p[2] == 1 && p[3] == 2)))
        return (gsize) (p - self->data);
      at = (gsize) (p - self->data) + 1;
    }

  return self->len;
}

static gboolean
search_members (DzZip   *self,
                GError **error)
{
  gsize at = 0;

  self->repaired = TRUE;
  while ((at = find_next_header (self, at)) + LOCAL_SIZE < self->len)
    {
      const guint8 *p = self->data + at;
      gsize name_len = get16 (p + 26);
      gsize start = at + LOCAL_SIZE + name_len + get16 (p + 28);
      Member member = { NULL, at, get32 (p + 18), get32 (p + 22), get32 (p + 14), get16 (p + 6),
                        get16 (p + 8) };

      at += 4;
      if (p[2] != 3 || start > self->len)
        continue;
      if (member.flags & 8)
        {
          member.packed = find_next_header (self, start) - start;
          member.size = G_MAXUINT32;
          member.crc = 0;
        }
      member.name = dz_zip_decode_name ((const char *) p + LOCAL_SIZE, name_len);
      if (!add_member (self, &member, error))
        return FALSE;
      if (member.packed < self->len - start)
        at = start + (gsize) member.packed;
    }

  return TRUE;
}

/* Nothing but the end of a directory: whoever packed it chose no file. */
static gboolean
is_made_empty (const DzZip *self)
{
  return self->len >= 22 && memcmp (self->data, "PK\5\6", 4) == 0;
}

/**
 * dz_zip_open:
 * @limits: (nullable): %NULL for the default ones
 *
 * Returns: (transfer full): the zip, or %NULL with @error set: broken, too large, too many members
 */
DzZip *
dz_zip_open (GBytes         *bytes,
             const DzLimits *limits,
             GError        **error)
{
  g_autoptr(DzZip) self = NULL;
  gsize start, end;
  guint64 shift;
  gboolean ok;

  g_return_val_if_fail (bytes != NULL, NULL);

  self = g_new0 (DzZip, 1);
  self->bytes = g_bytes_ref (bytes);
  self->data = g_bytes_get_data (bytes, &self->len);
  self->limits = limits != NULL ? *limits : dz_limits_default;
  self->members = g_array_new (FALSE, FALSE, sizeof (Member));
  g_array_set_clear_func (self->members, clear_member);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!dz_limits_check_input (&self->limits, self->len, error))
    return NULL;
  if (find_directory (self, &start, &end, &shift))
    ok = read_directory (self, start, end, shift, error);
  else
    ok = search_members (self, error);
  if (!ok)
    return NULL;
  if (self->members->len == 0 && is_made_empty (self))
    {
      dz_set_error (error, DZ_ERROR_EMPTY, _("There is no file in it. Ask for it again."));
      return NULL;
    }
  if (self->members->len == 0)
    {
      dz_set_error (error, DZ_ERROR_BROKEN,
                    _("The file is damaged: nothing in it can be unpacked. Ask for it again."));
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
dz_zip_free (DzZip *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->members);
  g_hash_table_unref (self->by_key);
  g_bytes_unref (self->bytes);
  g_free (self);
}

gboolean
dz_zip_has (DzZip      *self,
            const char *name)
{
  g_autofree char *key = make_key (name);

  return g_hash_table_contains (self->by_key, key);
}

/**
 * dz_zip_was_repaired:
 *
 * Returns: whether the directory was missing and the members were searched for:
 *   the file is cut, say so
 */
gboolean
dz_zip_was_repaired (DzZip *self)
{
  return self->repaired;
}

guint
dz_zip_get_n_members (DzZip *self)
{
  return self->members->len;
}

/**
 * dz_zip_get_name:
 *
 * Returns: (transfer none): UTF-8; not checked for leaving its folder
 */
const char *
dz_zip_get_name (DzZip *self,
                 guint  index)
{
  g_return_val_if_fail (index < self->members->len, NULL);

  return g_array_index (self->members, Member, index).name;
}

/**
 * dz_zip_is_plain:
 *
 * Returns: whether member @index is packed in a way dz_zip_get_member() knows
 */
gboolean
dz_zip_is_plain (DzZip *self,
                 guint  index)
{
  const Member *member = &g_array_index (self->members, Member, index);

  return (member->flags & FLAG_ENCRYPTED) != 0 || member->method == 0 || member->method == 8;
}

static GBytes *
set_broken (const char *name,
            GError    **error)
{
  dz_set_error (error, DZ_ERROR_BROKEN,
                _("The file is damaged: “%s” in it cannot be unpacked. Ask for it again."), name);
  return NULL;
}

static gboolean
grow (DzZip        *self,
      const Member *member,
      guint8      **out,
      gsize        *size,
      GError      **error)
{
  if (!dz_limits_check_unpacked (&self->limits, member->name, member->packed, *size, error))
    return FALSE;
  *size = MIN (*size * 2, MAX (self->limits.member, *size) + 1);
  *out = g_realloc (*out, *size);

  return TRUE;
}

/* A first size that a lying header cannot make large: deflate packs at most 1 to 1032. */
static gsize
first_size (const DzZip  *self,
            const Member *member)
{
  guint64 size = MIN (member->size, member->packed * 1032);

  return (gsize) MIN (CLAMP (size + 1, 64, (guint64) 16 * 1024 * 1024), self->limits.member + 1);
}

static GBytes *
inflate_member (DzZip        *self,
                const Member *member,
                const guint8 *data,
                GError      **error)
{
  z_stream z = { 0 };
  gsize size = first_size (self, member);
  guint8 *out = g_malloc (size);
  gsize used = 0;
  int status;

  if (inflateInit2 (&z, -MAX_WBITS) != Z_OK)
    g_error ("inflateInit2: out of memory");
  z.next_in = (Bytef *) data;
  z.avail_in = (uInt) member->packed;
  do
    {
      if (used == size && !grow (self, member, &out, &size, error))
        break;
      z.next_out = out + used;
      z.avail_out = (uInt) MIN (size - used, G_MAXUINT32 / 2);
      status = inflate (&z, Z_NO_FLUSH);
      used = z.total_out;
    }
  while (status == Z_OK && (z.avail_out == 0 || z.avail_in > 0));
  inflateEnd (&z);

  if ((error != NULL && *error != NULL) ||
      !dz_limits_check_unpacked (&self->limits, member->name, member->packed, used, error))
    {
      g_free (out);
      return NULL;
    }
  if (status != Z_STREAM_END ||
      (member->crc != 0 && crc32 (0, out, (uInt) used) != member->crc))
    {
      g_free (out);
      return set_broken (member->name, error);
    }

  return g_bytes_new_take (out, used);
}

static GBytes *
get_stored (DzZip        *self,
            const Member *member,
            gsize         start,
            GError      **error)
{
  if (member->crc != 0 && crc32_z (0, self->data + start, (gsize) member->packed) != member->crc)
    return set_broken (member->name, error);

  return g_bytes_new_from_bytes (self->bytes, start, (gsize) member->packed);
}

/**
 * dz_zip_get_member:
 *
 * Returns: (transfer full): the bytes of member @index, or %NULL with @error set
 */
GBytes *
dz_zip_get_member (DzZip   *self,
                   guint    index,
                   GError **error)
{
  Member *member;
  GError *local = NULL;
  GBytes *bytes;
  gsize start;

  g_return_val_if_fail (index < self->members->len, NULL);

  member = &g_array_index (self->members, Member, index);
  if (member->flags & FLAG_ENCRYPTED)
    {
      dz_set_error (error, DZ_ERROR_ENCRYPTED,
                    _("“%s” is protected by a password. Ask for it without one."), member->name);
      return NULL;
    }
  if (member->offset > self->len || self->len - member->offset < LOCAL_SIZE ||
      memcmp (self->data + member->offset, "PK\3\4", 4) != 0 || !dz_zip_is_plain (self, index))
    return set_broken (member->name, error);
  start = member->offset + LOCAL_SIZE + get16 (self->data + member->offset + 26) +
          get16 (self->data + member->offset + 28);
  if (start > self->len || member->packed > self->len - start)
    return set_broken (member->name, error);

  if (member->method == 0)
    bytes = get_stored (self, member, start, &local);
  else
    bytes = inflate_member (self, member, self->data + start, &local);
  if (bytes != NULL)
    self->unpacked += g_bytes_get_size (bytes);
  if (bytes != NULL && self->unpacked > self->limits.total)
    {
      g_clear_pointer (&bytes, g_bytes_unref);
      dz_set_error (&local, DZ_ERROR_TOO_LARGE,
                    _("“%s” unpacks to far more than a report needs, so it was not unpacked. Ask for the file again."),
                    member->name);
    }
  if (local != NULL)
    g_propagate_error (error, local);

  return bytes;
}

/**
 * dz_zip_get:
 * @name: of the member
 *
 * Returns: (transfer full): its bytes, or %NULL with @error set: missing, damaged, encrypted, too
 *   large
 */
GBytes *
dz_zip_get (DzZip      *self,
            const char *name,
            GError    **error)
{
  g_autofree char *key = make_key (name);
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_key, key));

  if (index == 0)
    {
      dz_set_error (error, DZ_ERROR_BROKEN,
                    _("The file is damaged: “%s” is missing in it. Ask for it again."), name);
      return NULL;
    }

  return dz_zip_get_member (self, index - 1, error);
}

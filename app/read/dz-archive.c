/* dz-archive.c - the files inside zip, 7z, rar and tar archives and letters, one after the other
 *
 * A zip goes through dz-zip.h, which knows the raw names; everything else, and
 * a zip with rare packing methods, goes through libarchive (dz-unpack.h), in
 * a process of its own where the program can. Each coat of what is compressed
 * several times over is counted as an archive in an archive. Trouble with one
 * member is told to the callback and the rest go on; trouble with the archive
 * itself ends the walk.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-archive.h"

#include "dz-aside-unpack.h"
#include "dz-aside.h"
#include "dz-enclosures.h"
#include "dz-error.h"
#include "dz-formats.h"
#include "dz-litter.h"
#include "dz-mime.h"
#include "dz-other-kind.h"
#include "dz-rar.h"
#include "dz-zip.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const DzLimits *limits;
  DzArchiveFunc callback;
  gpointer user_data;
  GCancellable *cancellable;
  gint64 spent; /* microseconds outside the callback, for the limit of time */
  gint64 since;
  guint64 unpacked;
  guint count;
  guint n_skipped;
  gboolean stop;
} Walk;

static gboolean walk_archive (Walk       *walk,
                              GBytes     *bytes,
                              const char *prefix,
                              guint       depth,
                              GError    **error);

static gboolean
has_magic (const guint8 *data,
           gsize         len,
           gsize         at,
           const char   *magic,
           gsize         magic_len)
{
  return len >= at + magic_len && memcmp (data + at, magic, magic_len) == 0;
}

static gboolean
is_zip (const guint8 *data,
        gsize         len)
{
  return has_magic (data, len, 0, "PK\3\4", 4) || has_magic (data, len, 0, "PK\5\6", 4);
}

/* Whether @name is that of a document in a zip: of one that is read, or of those that are not. */
static gboolean
is_named_document (const char *name)
{
  guint n;
  const DzReader *const *readers = dz_formats_list (&n);

  for (guint i = 0; i < n; i++)
    if (readers[i]->zipped && dz_formats_has_ending (readers[i], name))
      return TRUE;

  return dz_other_kind_is_named (name);
}

/* Office files are zips too, but what is in them is no file of its own. */
static gboolean
is_document (GBytes     *bytes,
             const char *name)
{
  static const char *const marks[] = {
    "[Content_Types].xml", "word/document.xml", "xl/workbook.xml", "OFD.xml", "mimetype",
    "META-INF/manifest.xml", "content.xml",
  };
  g_autoptr(DzZip) zip = dz_zip_open (bytes, NULL, NULL);

  if (zip != NULL)
    for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
      if (dz_zip_has (zip, marks[i]))
        return TRUE;

  return (zip == NULL || dz_zip_was_repaired (zip)) && is_named_document (name);
}

/**
 * dz_archive_list_endings:
 *
 * Returns: (transfer none): what the names of archives end in, and those of letters that are but a cover for what was sent
 *   along: without the dot
 */
const char *const *
dz_archive_list_endings (void)
{
  static const char *const endings[] = { "zip", "7z", "rar", "tar", "gz", "tgz", "xz", "bz2", "zst", "msg", NULL };

  return endings;
}

static gboolean
is_volume_name (const char *name)
{
  static const char *const kinds[] = { ".7z", ".zip", ".rar", ".tar" };
  gsize len = name != NULL ? strlen (name) : 0;

  if (len < 5 || name[len - 4] != '.' || strspn (name + len - 3, "0123456789") != 3)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (len - 4 > strlen (kinds[i]) &&
        g_ascii_strncasecmp (name + len - 4 - strlen (kinds[i]), kinds[i], strlen (kinds[i])) == 0)
      return TRUE;

  return FALSE;
}

/* What was smaller than a piece is whole in the first. */
static gboolean
is_whole (GBytes *bytes)
{
  gsize len;
  const guint8 *data = g_bytes_get_data (bytes, &len);
  guint64 at, size;

  if (is_zip (data, len))
    {
      g_autoptr(DzZip) zip = dz_zip_open (bytes, NULL, NULL);

      return zip != NULL && !dz_zip_was_repaired (zip);
    }
  if (len < 32 || !has_magic (data, len, 0, "7z\xbc\xaf\x27\x1c", 6))
    return FALSE;
  memcpy (&at, data + 12, sizeof at);
  memcpy (&size, data + 20, sizeof size);
  at = GUINT64_FROM_LE (at);
  size = GUINT64_FROM_LE (size);

  return at <= len && size <= len && 32 + at + size <= len;
}

/**
 * dz_archive_is_volume:
 * @name: (nullable): of the file
 *
 * Returns: whether it is one of the pieces an archive was cut into (报送.7z.001, 报送.zip.002): alone none can be unpacked
 */
gboolean
dz_archive_is_volume (GBytes     *bytes,
                      const char *name)
{
  return is_volume_name (name) && !is_whole (bytes);
}

/**
 * dz_archive_is:
 * @name: (nullable): of the file
 *
 * Returns: whether @bytes are an archive of files; an office file is none, nor a piece of one
 */
gboolean
dz_archive_is (GBytes     *bytes,
               const char *name)
{
  gsize len;
  const guint8 *data = g_bytes_get_data (bytes, &len);

  if (dz_archive_is_volume (bytes, name))
    return FALSE;
  if (is_zip (data, len))
    return !is_document (bytes, name);

  return dz_unpack_find_coat (data, len) >= 0 || has_magic (data, len, 0, "7z\xbc\xaf\x27\x1c", 6) || dz_rar_is (data, len) ||
         has_magic (data, len, 257, "ustar", 5) || dz_enclosures_is (bytes);
}

/* Beside the reports it was made from one is litter; whoever sends one in an archive sends what was decided. */
static gboolean
is_review (const char *name)
{
  return g_str_has_suffix (name, ".duizhao");
}

/* @names: (nullable): of all files, to know what was saved with a page */
static gboolean
is_litter (Walk       *walk,
           const char *name,
           GHashTable *names)
{
  g_autofree char *slashes = g_strdelimit (g_strdup (name), "\\", '/');
  gboolean litter = (dz_litter_is (slashes) && !is_review (slashes)) || (names != NULL && dz_litter_is_of_page (slashes, names));

  walk->n_skipped += litter;

  return litter;
}

/* @name without what would lead out of its folder; tells in @unsafe that there was such a thing. */
static char *
make_safe (const char *name,
           gboolean   *unsafe)
{
  g_autofree char *slashes = g_strdelimit (g_strdup (name), "\\", '/');
  g_auto(GStrv) steps = g_strsplit (slashes, "/", -1);
  g_autoptr(GString) safe = g_string_new (NULL);

  *unsafe = slashes[0] == '/' || (g_ascii_isalpha (slashes[0]) && slashes[1] == ':');
  for (guint i = 0; steps[i] != NULL; i++)
    {
      if (g_str_equal (steps[i], ".."))
        *unsafe = TRUE;
      if (steps[i][0] == '\0' || g_str_equal (steps[i], ".") || g_str_equal (steps[i], ".."))
        continue;
      for (char *c = steps[i]; *c != '\0'; c++)
        if ((guchar) *c < 0x20 || *c == 0x7f)
          *c = '_';
      if (safe->len > 0)
        g_string_append_c (safe, '/');
      g_string_append (safe, steps[i]);
    }

  return g_string_free (g_steal_pointer (&safe), FALSE);
}

static char *
join (const char *prefix,
      const char *name)
{
  return prefix != NULL ? g_strconcat (prefix, "/", name, NULL) : g_strdup (name);
}

static void
call (Walk         *walk,
      const char   *name,
      GBytes       *bytes,
      const GError *problem)
{
  walk->spent += g_get_monotonic_time () - walk->since;
  if (!walk->callback (name, bytes, problem, walk->user_data))
    walk->stop = TRUE;
  walk->since = g_get_monotonic_time ();
}

static gboolean
check_walk (Walk    *walk,
            GError **error)
{
  gint64 spent = walk->spent + g_get_monotonic_time () - walk->since;

  if (g_cancellable_set_error_if_cancelled (walk->cancellable, error))
    return FALSE;
  if (spent > (gint64) walk->limits->seconds * G_USEC_PER_SEC)
    {
      dz_set_error (error, DZ_ERROR_TIMEOUT,
                    _("Unpacking the archive takes too long. Unpack it yourself and import the files."));
      return FALSE;
    }
  if (walk->unpacked > walk->limits->total)
    {
      dz_set_error (error, DZ_ERROR_TOO_LARGE,
                    _("The archive unpacks to more than %u MB. Unpack it yourself and import the reports."),
                    (guint) (walk->limits->total >> 20));
      return FALSE;
    }

  return TRUE;
}

static gboolean
count_member (Walk    *walk,
              GError **error)
{
  if (++walk->count <= walk->limits->count)
    return TRUE;
  dz_set_error (error, DZ_ERROR_TOO_MANY,
                _("The archive holds more than %u files. Import the folder of reports only."),
                walk->limits->count);

  return FALSE;
}

/* One file of the archive: shown to the caller, or walked if it is an archive itself. */
static gboolean
visit (Walk         *walk,
       const char   *raw_name,
       GBytes       *bytes,
       const GError *problem,
       const char   *prefix,
       guint         depth,
       GError      **error)
{
  gboolean unsafe;
  g_autofree char *safe = make_safe (raw_name, &unsafe);
  g_autofree char *name = join (prefix, safe[0] != '\0' ? safe : "?");
  g_autoptr(GError) local = NULL;

  if (bytes != NULL)
    walk->unpacked += g_bytes_get_size (bytes);
  if (!check_walk (walk, error))
    return FALSE;
  if (unsafe)
    dz_set_error (&local, DZ_ERROR_UNSAFE,
                  _("“%s” in the archive has a name that leads out of its folder, so it was not read."),
                  name);
  else if (is_review (name))
    dz_set_error (&local, DZ_ERROR_UNKNOWN_FORMAT,
                  _("“%s” is a review; nothing of it is taken over out of an archive. Unpack it and import the review itself."),
                  name);
  else if (problem == NULL && bytes != NULL && dz_archive_is (bytes, name))
    {
      if (walk_archive (walk, bytes, name, depth + 1, &local))
        return TRUE;
      if (local->domain != DZ_ERROR || g_error_matches (local, DZ_ERROR, DZ_ERROR_TIMEOUT))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }
  call (walk, name, local == NULL ? bytes : NULL, local != NULL ? local : problem);

  return TRUE;
}

static gboolean
walk_zip (Walk       *walk,
          DzZip      *zip,
          const char *prefix,
          guint       depth,
          GError    **error)
{
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < dz_zip_get_n_members (zip); i++)
    g_hash_table_add (names, g_strdelimit (g_strdup (dz_zip_get_name (zip, i)), "\\", '/'));
  for (guint i = 0; i < dz_zip_get_n_members (zip) && !walk->stop; i++)
    {
      const char *name = dz_zip_get_name (zip, i);
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(GError) problem = NULL;

      if (g_str_has_suffix (name, "/") || g_str_has_suffix (name, "\\"))
        continue;
      if (is_litter (walk, name, names))
        continue;
      if (!count_member (walk, error))
        return FALSE;
      bytes = dz_zip_get_member (zip, i, &problem);
      if (!visit (walk, name, bytes, problem, prefix, depth, error))
        return FALSE;
    }
  if (dz_zip_was_repaired (zip) && !walk->stop)
    {
      dz_set_error (error, DZ_ERROR_BROKEN,
                    _("The end of the archive is missing; what was whole has been read. Ask for it again."));
      return FALSE;
    }

  return TRUE;
}

/* Where the members of one archive belong. */
typedef struct
{
  Walk *walk;
  const char *prefix;
  guint depth;
  GHashTable *names; /* of the files so far */
  GPtrArray *held;   /* Held */
  GError *error; /* that ends the walk */
} Place;

/* A file that is only read if no page turns up that it was saved with. */
typedef struct
{
  char *name;
  GBytes *bytes;
  GError *problem;
} Held;

static void
held_free (gpointer data)
{
  Held *self = data;

  g_free (self->name);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_error (&self->problem);
  g_free (self);
}

static gboolean
visit_member (Place        *place,
              const char   *name,
              GBytes       *bytes,
              const GError *problem)
{
  return count_member (place->walk, &place->error) &&
         visit (place->walk, name, bytes, problem, place->prefix, place->depth, &place->error) && !place->walk->stop;
}

static gboolean
member_cb (const char   *name,
           GBytes       *bytes,
           const GError *problem,
           gpointer      user_data)
{
  Place *place = user_data;
  char *slashes = g_strdelimit (g_strdup (name), "\\", '/');
  gboolean may_be_of_page = dz_litter_is_of_page (slashes, NULL);
  Held *held;

  g_hash_table_add (place->names, slashes);
  if (is_litter (place->walk, name, NULL))
    return TRUE;
  if (!may_be_of_page)
    return visit_member (place, name, bytes, problem);
  held = g_new0 (Held, 1);
  held->name = g_strdup (name);
  held->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  held->problem = problem != NULL ? g_error_copy (problem) : NULL;
  g_ptr_array_add (place->held, held);

  return TRUE;
}

static gboolean
visit_held (Place *place)
{
  for (guint i = 0; i < place->held->len; i++)
    {
      const Held *held = place->held->pdata[i];

      if (!is_litter (place->walk, held->name, place->names) && !visit_member (place, held->name, held->bytes, held->problem))
        return FALSE;
    }

  return TRUE;
}

static gboolean
walk_libarchive (Walk       *walk,
                 GBytes     *bytes,
                 const char *prefix,
                 guint       depth,
                 GError    **error)
{
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) held = g_ptr_array_new_with_free_func (held_free);
  Place place = { walk, prefix, depth, names, held, NULL };
  gint64 left = (gint64) walk->limits->seconds * G_USEC_PER_SEC - walk->spent - (g_get_monotonic_time () - walk->since);
  g_autoptr(GError) local = NULL;
  gboolean ok = dz_aside_can ()
                  ? dz_aside_unpack (bytes, walk->limits, MAX (left, 0), member_cb, &place, walk->cancellable, &local)
                  : dz_unpack_foreach (bytes, walk->limits, MAX (left, 0), member_cb, &place, walk->cancellable, &local);

  if (place.error == NULL && !walk->stop)
    visit_held (&place);
  if (place.error != NULL)
    g_propagate_error (error, place.error);
  else if (!ok)
    g_propagate_error (error, g_steal_pointer (&local));

  return ok && place.error == NULL;
}

static gboolean
walk_letter (Walk       *walk,
             GPtrArray  *files,
             const char *prefix,
             guint       depth,
             GError    **error)
{
  walk->n_skipped++; /* the letter itself */
  for (guint i = 0; i < files->len && !walk->stop; i++)
    {
      const DzEnclosure *file = files->pdata[i];
      g_autoptr(GError) problem = NULL;

      if (is_litter (walk, file->name, NULL))
        continue;
      if (file->beside)
        {
          walk->n_skipped++;
          continue;
        }
      if (file->bytes == NULL)
        dz_set_error (&problem, DZ_ERROR_BROKEN,
                      _("“%s” is not in the letter: it is cut off, or only its address was sent. Open the letter, save the file and import that."),
                      file->name);
      if (!count_member (walk, error) || !visit (walk, file->name, file->bytes, problem, prefix, depth, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
walk_archive (Walk       *walk,
              GBytes     *bytes,
              const char *prefix,
              guint       depth,
              GError    **error)
{
  g_autoptr(GPtrArray) enclosed = NULL;
  gsize len;
  const guint8 *data = g_bytes_get_data (bytes, &len);

  if (depth > walk->limits->depth)
    {
      dz_set_error (error, DZ_ERROR_TOO_DEEP,
                    _("“%s” is an archive more than %u deep inside others, so it was not opened."),
                    prefix != NULL ? prefix : "", walk->limits->depth);
      return FALSE;
    }
  if (is_zip (data, len))
    {
      g_autoptr(DzZip) zip = dz_zip_open (bytes, walk->limits, error);
      gboolean plain = TRUE;

      if (zip == NULL)
        return FALSE;
      for (guint i = 0; i < dz_zip_get_n_members (zip); i++)
        plain = plain && dz_zip_is_plain (zip, i);
      if (plain)
        return walk_zip (walk, zip, prefix, depth, error);
    }
  if (dz_rar_is (data, len) && !dz_rar_check (data, len, error))
    return FALSE;
  if (dz_mime_is_letter (data, len) && !dz_limits_check_letter (walk->limits, len, error))
    return FALSE;
  enclosed = dz_enclosures_open (bytes);
  if (enclosed != NULL)
    return walk_letter (walk, enclosed, prefix, depth, error);

  return walk_libarchive (walk, bytes, prefix, depth, error);
}

/**
 * dz_archive_foreach:
 * @limits: (nullable): %NULL for the default ones
 * @callback: called for each file, in the archive's order
 * @n_skipped: (out) (optional): what systems left in it and was not shown
 *
 * Returns: %FALSE with @error set if the archive itself cannot be read (to the end);
 *   what came before has been shown to @callback
 */
gboolean
dz_archive_foreach (GBytes         *bytes,
                    const DzLimits *limits,
                    DzArchiveFunc   callback,
                    gpointer        user_data,
                    guint          *n_skipped,
                    GCancellable   *cancellable,
                    GError        **error)
{
  gboolean done;
  Walk walk = { limits != NULL ? limits : &dz_limits_default, callback, user_data, cancellable };

  g_return_val_if_fail (bytes != NULL && callback != NULL, FALSE);

  walk.since = g_get_monotonic_time ();
  if (!dz_limits_check_input (walk.limits, g_bytes_get_size (bytes), error))
    return FALSE;

  done = walk_archive (&walk, bytes, NULL, 1, error);
  if (n_skipped != NULL)
    *n_skipped = walk.n_skipped;

  return done;
}

/* test-power-cut.c - the power goes at any moment: what was told as kept is on the disk
 *
 * A file system of SQLite's that remembers, for each file, what was synced and what was only
 * written. At a cut the synced part is there; of the rest, sector by sector, nothing, all, or what
 * chance leaves. Pictures of the disk are taken at every write and sync, and opened afterwards.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-scratch.h"

#include <sqlite3.h>

#define SECTOR 512

typedef struct
{
  sqlite3_int64 at;
  GBytes *data; /* NULL: cut off there */
} Write;

typedef struct
{
  GByteArray *synced;
  GArray *written; /* Write, since the last sync */
} Disk;

static sqlite3_vfs cut_vfs;
static sqlite3_vfs *below;
/* The review and its log have methods of their own each: a twin for both. */
static const sqlite3_io_methods *own[2];
static sqlite3_io_methods twins[2];
static GHashTable *disks; /* path -> Disk */
static GHashTable *files; /* sqlite3_file -> path, interned */
static GRand *chance;

static char *pictures;      /* (nullable) the folder they go to; NULL: none are taken */
static guint n_pictures;
static GArray *told_before; /* guint: decisions told when each was taken */
static guint n_told;

static void
clear_write (gpointer data)
{
  g_clear_pointer (&((Write *) data)->data, g_bytes_unref);
}

static void
disk_free (gpointer data)
{
  Disk *disk = data;

  g_byte_array_unref (disk->synced);
  g_array_unref (disk->written);
  g_free (disk);
}

static const sqlite3_io_methods *
get_own (sqlite3_file *file)
{
  return own[file->pMethods - twins];
}

static Disk *
get_disk (sqlite3_file *file)
{
  const char *path = g_hash_table_lookup (files, file);

  return path != NULL ? g_hash_table_lookup (disks, path) : NULL;
}

static void
apply (GByteArray  *image,
       const Write *write,
       int          keep) /* of 100 sectors */
{
  gsize len = 0;
  const guint8 *data = write->data != NULL ? g_bytes_get_data (write->data, &len) : NULL;

  if (data == NULL)
    {
      if (g_rand_int_range (chance, 0, 100) < keep && write->at < image->len)
        g_byte_array_set_size (image, (guint) write->at);
      return;
    }
  for (gsize done = 0; done < len; done += SECTOR)
    {
      gsize n = MIN (SECTOR, len - done);
      guint old = image->len;

      if (g_rand_int_range (chance, 0, 100) >= keep)
        continue;
      if (image->len < (gsize) write->at + done + n)
        {
          g_byte_array_set_size (image, (guint) ((gsize) write->at + done + n));
          memset (image->data + old, 0, image->len - old);
        }
      memcpy (image->data + write->at + done, data + done, n);
    }
}

/* The disk as it would be found, in a folder of its own. */
static void
take_picture (int keep)
{
  g_autofree char *folder = g_strdup_printf ("%s/%u", pictures, n_pictures++);
  GHashTableIter iter;
  gpointer path, value;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_hash_table_iter_init (&iter, disks);
  while (g_hash_table_iter_next (&iter, &path, &value))
    {
      Disk *disk = value;
      g_autoptr(GByteArray) image = g_byte_array_new ();
      g_autofree char *name = g_path_get_basename (path);
      g_autofree char *to = g_build_filename (folder, name, NULL);

      g_byte_array_append (image, disk->synced->data, disk->synced->len);
      for (guint i = 0; i < disk->written->len; i++)
        apply (image, &g_array_index (disk->written, Write, i), keep);
      if (image->len > 0)
        g_assert_true (g_file_set_contents (to, (const char *) image->data, image->len, NULL));
    }
  g_array_append_val (told_before, n_told);
}

static void
something_happens (void)
{
  static const int keep[] = { 0, 50, 100, 90, 10 };

  if (pictures != NULL)
    take_picture (keep[n_pictures % G_N_ELEMENTS (keep)]);
}

static int
cut_write (sqlite3_file  *file,
           const void    *data,
           int            n,
           sqlite3_int64  at)
{
  Disk *disk = get_disk (file);
  Write write = { at, g_bytes_new (data, (gsize) n) };

  something_happens ();
  if (disk != NULL)
    g_array_append_val (disk->written, write);
  else
    g_bytes_unref (write.data);

  return get_own (file)->xWrite (file, data, n, at);
}

static int
cut_truncate (sqlite3_file  *file,
              sqlite3_int64  at)
{
  Disk *disk = get_disk (file);
  Write write = { at, NULL };

  something_happens ();
  if (disk != NULL)
    g_array_append_val (disk->written, write);

  return get_own (file)->xTruncate (file, at);
}

static int
cut_sync (sqlite3_file *file,
          int           flags)
{
  Disk *disk = get_disk (file);

  something_happens ();
  if (disk != NULL)
    {
      for (guint i = 0; i < disk->written->len; i++)
        apply (disk->synced, &g_array_index (disk->written, Write, i), 100);
      g_array_set_size (disk->written, 0);
    }

  return get_own (file)->xSync (file, flags);
}

static int
cut_close (sqlite3_file *file)
{
  g_hash_table_remove (files, file);

  return get_own (file)->xClose (file);
}

static const sqlite3_io_methods *
get_twin (const sqlite3_io_methods *methods)
{
  guint i = 0;

  while (own[i] != NULL && own[i] != methods)
    g_assert_cmpuint (++i, <, G_N_ELEMENTS (own));
  own[i] = methods;
  twins[i] = *methods;
  twins[i].xWrite = cut_write;
  twins[i].xTruncate = cut_truncate;
  twins[i].xSync = cut_sync;
  twins[i].xClose = cut_close;

  return &twins[i];
}

static int
cut_open (sqlite3_vfs      *vfs,
          sqlite3_filename  name,
          sqlite3_file     *file,
          int               flags,
          int              *out_flags)
{
  int code = below->xOpen (below, name, file, flags, out_flags);
  const char *path;
  Disk *disk;

  if (code != SQLITE_OK || name == NULL || (flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL)) == 0)
    return code;
  file->pMethods = get_twin (file->pMethods);
  path = g_intern_string (name);
  g_hash_table_insert (files, file, (gpointer) path);
  if (g_hash_table_contains (disks, path))
    return code;
  disk = g_new0 (Disk, 1);
  disk->synced = g_byte_array_new ();
  disk->written = g_array_new (FALSE, FALSE, sizeof (Write));
  g_array_set_clear_func (disk->written, clear_write);
  {
    g_autofree char *contents = NULL;
    gsize len;

    if (g_file_get_contents (name, &contents, &len, NULL))
      g_byte_array_append (disk->synced, (const guint8 *) contents, (guint) len);
  }
  g_hash_table_insert (disks, (gpointer) path, disk);

  return code;
}

static int
cut_delete (sqlite3_vfs *vfs,
            const char  *name,
            int          sync)
{
  g_hash_table_remove (disks, name);

  return below->xDelete (below, name, sync);
}

static void
begin_pictures (DzScratch *scratch)
{
  pictures = g_build_filename (scratch->folder, "disk", NULL);
  g_assert_cmpint (g_mkdir (pictures, 0700), ==, 0);
  n_pictures = 0;
  n_told = 0;
  told_before = g_array_new (FALSE, FALSE, sizeof (guint));
}

static void
remove_picture (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/* How many notes of "第N次" the review says were made: the last one tells. */
static guint
count_kept (DzStore *store)
{
  g_autoptr(DzReport) report = dz_store_load_report (store, 1, NULL);
  guint n = 0;

  g_assert_nonnull (report);
  if (report->note != NULL)
    g_assert_cmpint (sscanf (report->note, "第%u次", &n), ==, 1);

  return n;
}

static void
check_pictures (gboolean of_reports)
{
  g_autofree char *all = g_steal_pointer (&pictures);
  guint n_lost = 0;

  for (guint i = 0; i < n_pictures; i++)
    {
      g_autofree char *folder = g_strdup_printf ("%s/%u", all, i);
      g_autofree char *path = g_build_filename (folder, "望泽县.duizhao", NULL);
      g_autoptr(GError) error = NULL;
      g_autoptr(DzStore) store = dz_store_open (path, &error);
      guint told = g_array_index (told_before, guint, i);

      g_assert_no_error (error);
      n_lost += (of_reports ? dz_store_count_reports (store) : count_kept (store)) < told;
      g_clear_object (&store);
      remove_picture (folder);
    }
  g_test_message ("%u pictures of the disk, %u lost something told as kept", n_pictures, n_lost);
  g_assert_cmpuint (n_pictures, >=, of_reports ? 50 : 200);
  g_assert_cmpuint (n_lost, ==, 0);
  g_rmdir (all);
  g_hash_table_remove_all (disks);
  g_clear_pointer (&told_before, g_array_unref);
}

static void
test_decisions (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autoptr(DzReport) report = dz_scratch_report ("青禾镇", 2024, 5);

  g_assert_cmpint (dz_store_add_report (scratch->store, report, NULL), ==, 1);
  begin_pictures (scratch);
  for (guint i = 1; i <= 12; i++)
    {
      g_autofree char *note = g_strdup_printf ("第%u次", i);

      g_assert_true (dz_store_set_note (scratch->store, 1, note, NULL));
      n_told = i;
      something_happens ();
    }
  check_pictures (FALSE);
}

/* The reports of an import are told as kept when it is through. */
static void
test_import (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();

  begin_pictures (scratch);
  for (guint run = 0; run < 3; run++)
    {
      dz_store_begin_step (scratch->store, "import");
      for (guint i = 0; i < 4; i++)
        {
          g_autoptr(DzReport) report = dz_scratch_report ("青禾镇", 2024, run * 10 + i);

          g_assert_cmpint (dz_store_add_report (scratch->store, report, NULL), !=, 0);
        }
      dz_store_end_step (scratch->store);
      n_told = dz_store_count_reports (scratch->store);
      something_happens ();
    }
  check_pictures (TRUE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  disks = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, disk_free);
  files = g_hash_table_new (NULL, NULL);
  chance = g_rand_new_with_seed (7);
  below = sqlite3_vfs_find (NULL);
  cut_vfs = *below;
  cut_vfs.zName = "dz-power-cut";
  cut_vfs.xOpen = cut_open;
  cut_vfs.xDelete = cut_delete;
  g_assert_cmpint (sqlite3_vfs_register (&cut_vfs, 1), ==, SQLITE_OK);
  g_test_add_func ("/power-cut/decisions", test_decisions);
  g_test_add_func ("/power-cut/import", test_import);

  return g_test_run ();
}

/* dz-test-disk.c - a disk that fails when a test says so, under every SQLite handle of the program
 *
 * A VFS over the system's own: files are opened by that one, and only their
 * writing goes through here. The threads of jobs write too, so the state is
 * atomic.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-test-disk.h"

#include <sqlite3.h>

static sqlite3_vfs disk_vfs;
static sqlite3_vfs *system_vfs;
static int state; /* DzDisk, atomic */

/* The system has a table of methods for each way of locking; each gets a twin that fails on demand. */
typedef struct
{
  const sqlite3_io_methods *own;
  sqlite3_io_methods twin;
} Methods;
static Methods methods[8];
static guint n_methods;
static GMutex lock;

static int
write_or_fail (sqlite3_file  *file,
               const void    *data,
               int            n,
               sqlite3_int64  at)
{
  switch ((DzDisk) g_atomic_int_get (&state))
    {
    case DZ_DISK_READ_ONLY: return SQLITE_READONLY;
    case DZ_DISK_FULL: return SQLITE_FULL;
    case DZ_DISK_WELL:
    default: break;
    }
  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    if (file->pMethods == &methods[i].twin)
      return methods[i].own->xWrite (file, data, n, at);
  g_assert_not_reached ();
}

static const sqlite3_io_methods *
get_twin (const sqlite3_io_methods *own)
{
  guint i = 0;

  g_mutex_lock (&lock);
  while (i < n_methods && methods[i].own != own)
    i++;
  g_assert_cmpuint (i, <, G_N_ELEMENTS (methods));
  if (i == n_methods)
    {
      methods[i] = (Methods){ own, *own };
      methods[i].twin.xWrite = write_or_fail;
      n_methods++;
    }
  g_mutex_unlock (&lock);

  return &methods[i].twin;
}

static int
open_file (sqlite3_vfs      *vfs,
           sqlite3_filename  name,
           sqlite3_file     *file,
           int               flags,
           int              *out_flags)
{
  int code = system_vfs->xOpen (system_vfs, name, file, flags, out_flags);

  /* temporary files of SQLite keep their own methods: they are not the review's */
  if (code != SQLITE_OK || file->pMethods == NULL ||
      (flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL)) == 0)
    return code;
  file->pMethods = get_twin (file->pMethods);

  return code;
}

/**
 * dz_test_disk_init:
 *
 * Called before any review is opened.
 */
void
dz_test_disk_init (void)
{
  system_vfs = sqlite3_vfs_find (NULL);
  g_assert_nonnull (system_vfs);
  disk_vfs = *system_vfs;
  disk_vfs.zName = "dz-test-disk";
  disk_vfs.xOpen = open_file;
  g_assert_cmpint (sqlite3_vfs_register (&disk_vfs, 1), ==, SQLITE_OK);
}

void
dz_test_disk_set (DzDisk disk)
{
  g_atomic_int_set (&state, (int) disk);
}

/**
 * dz_test_disk_drop_table:
 *
 * What another program, or a damaged file, takes away under an open review.
 */
void
dz_test_disk_drop_table (const char *path,
                         const char *table)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA foreign_keys = OFF; DROP TABLE %s", table);
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_busy_timeout (handle, 10000);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

/* dz-test-disk.h - a disk that fails when a test says so, under every SQLite handle of the program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

typedef enum
{
  DZ_DISK_WELL,
  DZ_DISK_READ_ONLY, /* every write is refused: the folder or the medium became write-protected */
  DZ_DISK_FULL
} DzDisk;

void dz_test_disk_init       (void);
void dz_test_disk_set        (DzDisk      disk);
void dz_test_disk_drop_table (const char *path,
                              const char *table);

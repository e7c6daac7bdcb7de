/* dz-font-pages.c - the pages of font files a process holds
 *
 * Fonts are mapped into memory, and cairo reads each to its last byte when it takes from it what a document needs: four
 * Chinese faces are a hundred megabytes that nobody needs a second time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-font-pages.h"

#include <malloc.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#define FAULTS_BETWEEN 100 /* sixteen pages of a file each */
#define LARGE_BLOCK (256 * 1024)

static gboolean allowed;

static gboolean
is_font (const char *path)
{
  static const char *const endings[] = { ".ttc", ".otf", ".ttf", ".otc" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (path, endings[i]))
      return TRUE;

  return FALSE;
}

/* Between two addresses: "7f28fc000000-7f28fd400000 r--p 00000000 08:01 12345   /usr/share/fonts/…" */
static void
give_back (const char *line)
{
  char *end;
  gsize first = (gsize) g_ascii_strtoull (line, &end, 16);
  gsize last = *end == '-' ? (gsize) g_ascii_strtoull (end + 1, &end, 16) : 0;

  if (last > first && g_str_has_prefix (end, " r--"))
    madvise ((void *) first, last - first, MADV_DONTNEED);
}

static void
give_back_all (void)
{
  FILE *maps = fopen ("/proc/self/maps", "re");
  char line[4096];

  while (maps != NULL && fgets (line, sizeof line, maps) != NULL)
    {
      g_strchomp (line);
      if (is_font (line))
        give_back (line);
    }
  if (maps != NULL)
    fclose (maps);
}

/* Pages of files that are held: programs, libraries and fonts (proc(5), statm). */
static gsize
count_file_pages (void)
{
  FILE *statm = fopen ("/proc/self/statm", "re");
  unsigned long pages = 0;

  if (statm == NULL || fscanf (statm, "%*u %*u %lu", &pages) != 1)
    pages = 0;
  if (statm != NULL)
    fclose (statm);

  return pages;
}

/**
 * dz_font_pages_allow:
 *
 * For programs in which one thread alone draws. Between the list of what is mapped and the advice another one could
 * close a font and get memory of its own at that place, which would be empty then. What is read of a font in one piece lies
 * apart from then on and goes back whole: by itself malloc() puts it into the heap once such a piece was given back.
 */
void
dz_font_pages_allow (void)
{
  g_atomic_int_set (&allowed, TRUE);
  mallopt (M_MMAP_THRESHOLD, LARGE_BLOCK);
}

/**
 * dz_font_pages_give_back:
 * @held: bytes that are worth holding; a Chinese face has 16 to 25 million
 *
 * Gives the pages of all mapped font files back to the system, where more than @held came in since it last did. They
 * are read again where they are touched: what is mapped without being written to stays what the file holds (madvise(2)).
 * Without dz_font_pages_allow() or /proc nothing happens. To be called often: mostly it only asks how many pages came in.
 */
void
dz_font_pages_give_back (gsize held)
{
  static int last_faults;  /* atomic, as the next */
  static gsize left_pages; /* of files, after the last time */
  struct rusage usage;
  int faults;

  if (!g_atomic_int_get (&allowed) || getrusage (RUSAGE_SELF, &usage) != 0)
    return;
  faults = (int) (usage.ru_minflt + usage.ru_majflt);
  if (faults - g_atomic_int_get (&last_faults) < FAULTS_BETWEEN)
    return;
  g_atomic_int_set (&last_faults, faults);
  if (count_file_pages () < (gsize) g_atomic_pointer_get (&left_pages) + held / (gsize) sysconf (_SC_PAGESIZE))
    return;
  give_back_all ();
  g_atomic_pointer_set (&left_pages, count_file_pages ());
}

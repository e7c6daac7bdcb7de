/* dz-font-pages.c - the pages of font files a process holds
 *
 * Fonts are mapped into memory, and cairo reads each to its last byte when it takes from it what a document needs: four
 * Chinese faces are a hundred megabytes that nobody needs a second time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-font-pages.h"

#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>

/* A face read to its end comes in by some four hundred faults, sixteen pages each, and its copy by some thousand. */
#define FAULTS_BETWEEN 200

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

/**
 * dz_font_pages_give_back:
 *
 * Gives the pages of all mapped font files back to the system, if some hundred pages of anything came in since it last
 * did. They are read again where they are touched: what is mapped without being written to stays what the file holds
 * (madvise(2)). Without /proc nothing happens. To be called often.
 */
void
dz_font_pages_give_back (void)
{
  static int last; /* atomic */
  struct rusage usage;
  int faults;

  if (getrusage (RUSAGE_SELF, &usage) != 0)
    return;
  faults = (int) (usage.ru_minflt + usage.ru_majflt);
  if (faults - g_atomic_int_get (&last) < FAULTS_BETWEEN)
    return;
  give_back_all ();
  g_atomic_int_set (&last, faults);
}

/* fuzz-main.c - runs a fuzz target: under libFuzzer, or over files as a test
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-fuzz.h"

#ifdef DZ_LIBFUZZER

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         len)
{
  dz_fuzz_one (data, len);

  return 0;
}

#else

static int
run_path (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  g_autofree char *data = NULL;
  const char *name;
  gsize len;
  int n = 0;

  if (dir != NULL)
    {
      while ((name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);

          n += run_path (child);
        }
      return n;
    }
  if (!g_file_get_contents (path, &data, &len, NULL))
    g_error ("%s: cannot be read", path);
  dz_fuzz_one ((const guint8 *) data, len);

  /* Every seed is also run cut in two: what a broken transfer leaves. */
  dz_fuzz_one ((const guint8 *) data, len / 2);

  return 1;
}

int
main (int   argc,
      char *argv[])
{
  int n = 0;

  for (int i = 1; i < argc; i++)
    n += run_path (argv[i]);
  g_print ("%d files\n", n);

  return n > 0 ? 0 : 1;
}

#endif

/* fuzz-main.c - runs a fuzz target: under libFuzzer, or over files as a test
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-fuzz.h"

/* What a library is asked for wrongly it tells as a critical and goes on: here that is a fault too. */
static void
begin (void)
{
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
}

#ifdef DZ_LIBFUZZER

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  begin ();

  return 0;
}

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

  /* Every seed is also run cut in two, and with nothing left: what a broken transfer leaves. */
  dz_fuzz_one ((const guint8 *) data, len / 2);
  dz_fuzz_one ((const guint8 *) data, 0);

  return 1;
}

int
main (int   argc,
      char *argv[])
{
  int n = 0;

  begin ();
  for (int i = 1; i < argc; i++)
    n += run_path (argv[i]);
  g_print ("%d files\n", n);

  return n > 0 ? 0 : 1;
}

#endif

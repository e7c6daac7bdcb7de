/* dz-child.c - other programs, started with no more than they need to know
 *
 * LibreOffice and tesseract read files nobody vouches for: what stands in the
 * environment for other programs (keys, proxies, the display) is not theirs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-child.h"

#include <sys/resource.h>

/**
 * dz_child_launcher_new:
 *
 * Returns: (transfer full): a launcher whose children know where programs, home and temporary
 *   files are, and the language; and no way into the network but a closed door
 */
GSubprocessLauncher *
dz_child_launcher_new (GSubprocessFlags flags)
{
  static const char *const kept[] = {
    "PATH", "HOME", "USER", "LOGNAME", "TMPDIR", "LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "TZ", "TESSDATA_PREFIX",
    "LD_LIBRARY_PATH",
  };
  static const char *const proxies[] = {
    "http_proxy", "https_proxy", "ftp_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "FTP_PROXY", "ALL_PROXY",
  };
  GSubprocessLauncher *launcher = g_subprocess_launcher_new (flags);
  g_auto(GStrv) environ = g_new0 (char *, 1);

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    if (g_getenv (kept[i]) != NULL)
      environ = g_environ_setenv (environ, kept[i], g_getenv (kept[i]), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (proxies); i++)
    environ = g_environ_setenv (environ, proxies[i], "http://127.0.0.1:9", TRUE);
  g_subprocess_launcher_set_environ (launcher, environ);

  return launcher;
}

/**
 * dz_child_limit_memory:
 *
 * For the moment between fork and exec: the program may fill %DZ_CHILD_MEMORY and no more. What is only mapped does not
 * count: libraries and what is reserved for later.
 */
void
dz_child_limit_memory (void)
{
  const struct rlimit limit = { DZ_CHILD_MEMORY, DZ_CHILD_MEMORY };

  setrlimit (RLIMIT_DATA, &limit);
}

/* read-files.c - how long reading files takes in process
 *
 *   bench-read [-r ROUNDS] [-t] FILE…     milliseconds per file, by the wall and of processor, as
 *                                         others may use the machine; -t writes the texts to stdout
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-reader.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static gsize
read_file (const char *path,
           gboolean    print)
{
  g_autoptr(DzSource) source = dz_source_new (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(DzText) text = NULL;
  char *data;
  gsize len;

  if (g_file_get_contents (path, &data, &len, &error))
    {
      bytes = g_bytes_new_take (data, len);
      text = dz_reader_read (bytes, source, NULL, &error);
    }
  if (text == NULL)
    {
      fprintf (stderr, "%s: %s\n", path, error->message);
      return 0;
    }
  if (print)
    fputs (dz_text_peek (text, NULL), stdout);

  return dz_text_get_length (text);
}

int
main (int   argc,
      char *argv[])
{
  int rounds = 1;
  gboolean print = FALSE;
  int first = 1;
  gsize total = 0;
  clock_t start_clock;
  gint64 start;

  for (; first < argc && argv[first][0] == '-'; first++)
    if (g_str_equal (argv[first], "-t"))
      print = TRUE;
    else if (g_str_equal (argv[first], "-r") && first + 1 < argc)
      {
        int n = atoi (argv[++first]);

        rounds = MAX (1, n);
      }
  if (first >= argc)
    return 2;
  start_clock = clock ();
  start = g_get_monotonic_time ();
  for (int r = 0; r < rounds; r++)
    for (int i = first; i < argc; i++)
      total += read_file (argv[i], print && r == 0);
  fprintf (stderr, "%.4f ms per file, %.4f of processor, %" G_GSIZE_FORMAT " bytes of text\n",
           (double) (g_get_monotonic_time () - start) / 1000 / rounds / (argc - first),
           (double) (clock () - start_clock) * 1000 / CLOCKS_PER_SEC / rounds / (argc - first), total / (gsize) rounds);

  return 0;
}

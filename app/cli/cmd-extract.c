/* cmd-extract.c - duizhao-cli extract: the reading of each report, one line each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-command.h"

#include "dz-codebook-job.h"
#include "dz-error.h"
#include "dz-json.h"
#include "dz-read-report.h"

#include <stdio.h>

static gboolean with_text;
static gboolean explain;
static char **paths;

static const GOptionEntry options[] = {
  { "with-text", 0, 0, G_OPTION_ARG_NONE, &with_text, "add the report's own text", NULL },
  { "explain", 0, 0, G_OPTION_ARG_NONE, &explain, "say why each figure and code has its name", NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, NULL },
  { NULL }
};

static gboolean
extract_file (DzReportReader *reader,
              const char     *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DzSource) source = dz_source_new (path);
  g_autoptr(GString) line = g_string_new (NULL);
  g_autoptr(DzReport) report = NULL;
  g_autofree char *contents = NULL;
  gsize len;

  if (g_file_get_contents (path, &contents, &len, &error))
    {
      g_autoptr(GBytes) bytes = g_bytes_new_take (g_steal_pointer (&contents), len);

      report = dz_report_reader_read (reader, bytes, source, NULL, &error);
    }
  if (report != NULL)
    dz_json_append_report (line, report, with_text, explain);
  else
    dz_json_append_error (line, source, error);
  puts (line->str);
  if (report == NULL)
    g_printerr ("%s: %s\n", path, error->message);

  return report != NULL;
}

static int
run_extract (int    argc,
             char **argv)
{
  g_autoptr(GOptionContext) context = g_option_context_new ("FILE|DIR|-...");
  g_autoptr(GError) error = NULL;
  g_autoptr(DzCodebook) codebook = NULL;
  g_autoptr(DzReportReader) reader = NULL;
  gboolean all = TRUE;

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || paths == NULL)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "extract: name at least one file");
      return DZ_EXIT_USAGE;
    }
  codebook = dz_codebook_load (NULL, &error);
  reader = codebook != NULL ? dz_report_reader_new (codebook, &error) : NULL;
  if (reader == NULL)
    {
      g_printerr ("%s\n", error->message);
      return DZ_EXIT_USAGE;
    }
  for (guint i = 0; paths[i] != NULL; i++)
    all &= extract_file (reader, paths[i]);
  g_strfreev (paths);

  return all ? DZ_EXIT_OK : DZ_EXIT_SOME_FAILED;
}

const DzCommand dz_command_extract = { "extract", "[--with-text] [--explain] FILE|DIR|-...", run_extract };

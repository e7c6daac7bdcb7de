/* cmd-extract.c - duizhao-cli extract: the reading of each report, one line each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-command.h"

#include "dz-codebook-job.h"
#include "dz-error.h"
#include "dz-json.h"
#include "dz-output.h"
#include "dz-pipeline.h"
#include "dz-print-report.h"
#include "dz-store.h"

#include <glib/gi18n-lib.h>

typedef enum { FORMAT_JSONL, FORMAT_CSV, FORMAT_TEXT } Format;

static gboolean with_text;
static gboolean explain;
static char *format_name;
static char *review_path;
static int n_threads;
static char **paths;

static const GOptionEntry options[] = {
  { "with-text", 0, 0, G_OPTION_ARG_NONE, &with_text, N_("add the report's own text"), NULL },
  { "explain", 0, 0, G_OPTION_ARG_NONE, &explain, N_("say why each figure and code has its name, and why each check is asked"), NULL },
  { "format", 0, 0, G_OPTION_ARG_STRING, &format_name, N_("jsonl (default), csv or text"), "FORMAT" },
  { "review", 0, 0, G_OPTION_ARG_FILENAME, &review_path, N_("read as this review would"), "REVIEW" },
  { "threads", 0, 0, G_OPTION_ARG_INT, &n_threads, N_("readers at once; 0: one per processor"), "N" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, NULL },
  { NULL }
};

typedef struct
{
  Format format;
  GString *line;
  gboolean all;   /* were read */
} Extract;

static void
print_report (Extract  *self,
              DzReport *report)
{
  switch (self->format)
    {
    case FORMAT_JSONL:
      dz_json_append_report (self->line, report, with_text, explain);
      g_string_append_c (self->line, '\n');
      break;

    case FORMAT_CSV:
      dz_print_csv (self->line, report);
      break;

    case FORMAT_TEXT:
    default:
      dz_print_text (self->line, report);
    }
}

static void
print_item (Extract *self,
            DzItem  *item)
{
  g_string_truncate (self->line, 0);
  if (item->report != NULL)
    print_report (self, item->report);
  for (guint i = 0; item->more != NULL && i < item->more->len; i++)
    print_report (self, g_ptr_array_index (item->more, i));
  if (item->error != NULL && self->format == FORMAT_JSONL)
    {
      dz_json_append_error (self->line, item->source, item->error);
      g_string_append_c (self->line, '\n');
    }
  dz_output_write (self->line->str, self->line->len);
}

static gboolean
item_cb (DzItem  *item,
         guint    total,
         gpointer user_data)
{
  Extract *self = user_data;

  if (item == NULL)
    return TRUE;
  print_item (self, item);
  /* a roster among the reports is neither a report nor an error */
  if (item->error != NULL)
    {
      self->all = FALSE;
      dz_command_complain (item->source, dz_error_peek_spoken (item->error));
    }

  /* whoever reads our output may have gone: `| head` */
  return dz_output_write ("", 0);
}

static gboolean
parse_format (Format *format)
{
  static const char *const names[] = { "jsonl", "csv", "text" };

  *format = FORMAT_JSONL;
  for (guint i = 0; format_name != NULL && i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (format_name, names[i]))
      {
        *format = (Format) i;
        return TRUE;
      }

  return format_name == NULL;
}

/* The codebook of everybody, or that of a county. */
static DzCodebook *
load_codebook (GError **error)
{
  g_autoptr(DzStore) store = NULL;

  if (review_path == NULL)
    return dz_codebook_load (NULL, error);
  store = dz_store_open (review_path, error);

  return store != NULL ? dz_codebook_load_for (store, error) : NULL;
}

static int
run_extract (int    argc,
             char **argv)
{
  g_autoptr(GOptionContext) context = dz_command_new_context ("FILE|DIR|ARCHIVE|-...", options);
  g_autoptr(GError) error = NULL;
  g_autoptr(DzCodebook) codebook = NULL;
  Extract self = { FORMAT_JSONL, NULL, TRUE };
  gboolean ok;

  if (!g_option_context_parse (context, &argc, &argv, &error) || paths == NULL ||
      !parse_format (&self.format) || n_threads < 0)
    {
      g_printerr ("extract: %s\n", error != NULL ? error->message
                                   : paths == NULL ? _("name at least one file")
                                                   : _("--format is jsonl, csv or text"));
      return DZ_EXIT_USAGE;
    }
  codebook = load_codebook (&error);
  if (codebook == NULL)
    {
      g_printerr ("extract: %s\n", error->message);
      return DZ_EXIT_SOME_FAILED;
    }
  self.line = g_string_new (NULL);
  if (self.format == FORMAT_JSONL)
    dz_command_keep_words_plain ();
  if (self.format == FORMAT_CSV)
    {
      dz_print_csv_head (self.line);
      dz_output_write (self.line->str, self.line->len);
    }
  ok = dz_pipeline_run ((const char *const *) paths, codebook, (guint) n_threads, NULL, item_cb,
                        &self, &error);
  if (!ok)
    g_printerr ("extract: %s\n", error->message);
  g_string_free (self.line, TRUE);
  g_strfreev (paths);
  g_free (review_path);

  return ok && self.all ? DZ_EXIT_OK : DZ_EXIT_SOME_FAILED;
}

const DzCommand dz_command_extract = {
  "extract", "[--review REVIEW] [--with-text] [--explain] [--format jsonl|csv|text] FILE|DIR|ARCHIVE|-...", run_extract
};

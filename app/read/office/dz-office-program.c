/* dz-office-program.c - a file of another office turned into one of ours, by LibreOffice
 *
 * It works in a folder of its own, with a profile of its own, a time limit and no network. What else the
 * user has open in LibreOffice is not touched.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-office-program.h"

#include "dz-child-folder.h"
#include "dz-child.h"
#include "dz-error.h"
#include "dz-limits.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* A start with a fresh profile takes 2 or 3 seconds, on a slow disk more: waiting is allowed, working
 * on one report this long is a hang. */
#define SECONDS 30
#define CPU_SECONDS 9

typedef struct
{
  GSubprocess *process;
  GMainLoop *loop;
  gboolean timed_out;
} Run;

/**
 * dz_office_has_name:
 * @name: of a stream: "WordDocument", "Workbook"
 *
 * Returns: whether the container of an older office holds it
 */
gboolean
dz_office_has_name (const guint8 *data,
                    gsize         len,
                    const char   *name)
{
  guint8 wide[64];
  gsize n = strlen (name);
  const guint8 *p = data;
  const guint8 *end = data + len;

  for (gsize i = 0; i < n; i++)
    {
      wide[2 * i] = (guint8) name[i];
      wide[2 * i + 1] = 0;
    }
  while ((gsize) (end - p) >= 2 * n && (p = memchr (p, wide[0], (gsize) (end - p) - 2 * n + 1)) != NULL)
    {
      if (memcmp (p, wide, 2 * n) == 0)
        return TRUE;
      p++;
    }

  return FALSE;
}

/* LibreOffice starts through a script: a process group of its own ends all of it. */
static void
begin_group (gpointer user_data)
{
  const struct rlimit limit = { CPU_SECONDS, CPU_SECONDS };

  setpgid (0, 0);
  setrlimit (RLIMIT_CPU, &limit);
  dz_child_limit_memory ();
}

static void
kill_group (GSubprocess *process)
{
  const char *id = g_subprocess_get_identifier (process);

  if (id != NULL)
    kill (-(pid_t) g_ascii_strtoll (id, NULL, 10), SIGKILL);
}

static gboolean
timeout_cb (gpointer user_data)
{
  Run *run = user_data;

  run->timed_out = TRUE;
  kill_group (run->process);

  return G_SOURCE_REMOVE;
}

static gboolean
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  kill_group (((Run *) user_data)->process);

  return G_SOURCE_REMOVE;
}

static void
ended_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  Run *run = user_data;

  g_subprocess_wait_finish (G_SUBPROCESS (object), result, NULL);
  g_main_loop_quit (run->loop);
}

static void
add_source (GSource      *source,
            GSourceFunc   callback,
            Run          *run,
            GMainContext *context)
{
  g_source_set_callback (source, callback, run, NULL);
  g_source_attach (source, context);
}

/* Waits in a context of its own, so that this works in any thread. */
static gboolean
wait_for (GSubprocess  *process,
          GCancellable *cancellable)
{
  GMainContext *context = g_main_context_new ();
  Run run = { process, NULL, FALSE };
  g_autoptr(GSource) timeout = g_timeout_source_new_seconds (SECONDS);
  g_autoptr(GSource) cancel = cancellable != NULL ? g_cancellable_source_new (cancellable) : NULL;

  g_main_context_push_thread_default (context);
  run.loop = g_main_loop_new (context, FALSE);
  add_source (timeout, timeout_cb, &run, context);
  if (cancel != NULL)
    add_source (cancel, G_SOURCE_FUNC (cancelled_cb), &run, context);
  g_subprocess_wait_async (process, NULL, ended_cb, &run);
  g_main_loop_run (run.loop);
  g_source_destroy (timeout);
  if (cancel != NULL)
    g_source_destroy (cancel);
  kill_group (process);
  g_main_context_pop_thread_default (context);
  g_main_loop_unref (run.loop);
  g_main_context_unref (context);

  return !run.timed_out;
}

static GSubprocess *
start_office (const char *program,
              const char *folder,
              const char *input,
              const char *to,
              GError    **error)
{
  g_autoptr(GSubprocessLauncher) launcher =
    dz_child_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autofree char *profile_path = g_build_filename (folder, "profile", NULL);
  g_autofree char *profile_uri = g_filename_to_uri (profile_path, NULL, NULL);
  g_autofree char *profile = g_strconcat ("-env:UserInstallation=", profile_uri, NULL);
  const char *argv[] = { program, profile, "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo",
                         "--convert-to", to, "--outdir", folder, input, NULL };

  g_subprocess_launcher_set_child_setup (launcher, begin_group, NULL, NULL);
  g_subprocess_launcher_set_cwd (launcher, folder);

  return g_subprocess_launcher_spawnv (launcher, argv, error);
}

/* Why there is no document. Its script tells a signal by its number and 128; a program that gets no memory ends by one. */
static void
set_end_error (GSubprocess  *process,
               const char   *target,
               GError      **error)
{
  int status = g_subprocess_get_if_signaled (process) ? 128 + g_subprocess_get_term_sig (process)
                                                      : g_subprocess_get_exit_status (process);

  if (status == 128 + SIGXCPU || status == 128 + SIGKILL)
    dz_set_error (error, DZ_ERROR_TIMEOUT,
                  _("LibreOffice did not finish with the file. Open it yourself, save it as .%s and import that."), target);
  else if (status > 128)
    dz_set_error (error, DZ_ERROR_TOO_LARGE,
                  _("LibreOffice broke off: the file takes more memory than the %u MB a report may take, or it is damaged. Open it yourself, save it as .%s and import that."),
                  (guint) (DZ_CHILD_MEMORY >> 20), target);
  else
    dz_set_error (error, DZ_ERROR_BROKEN,
                  _("LibreOffice could not open the file: it is damaged or protected. Ask for it again as .%s."), target);
}

/* Returns what LibreOffice made of @bytes in @folder. */
static GBytes *
convert (GBytes       *bytes,
         const char   *kind,
         const char   *target,
         const char   *program,
         const char   *folder,
         GCancellable *cancellable,
         GError      **error)
{
  g_autofree char *input_name = g_strconcat ("report.", kind, NULL);
  g_autofree char *output_name = g_strconcat ("report.", target, NULL);
  g_autofree char *input = g_build_filename (folder, input_name, NULL);
  g_autofree char *output = g_build_filename (folder, output_name, NULL);
  gboolean table = g_str_equal (target, "xlsx");
  g_autoptr(GSubprocess) process = NULL;
  gsize len;
  const char *data = g_bytes_get_data (bytes, &len);
  char *contents;

  if (!g_file_set_contents (input, data, (gssize) len, error) ||
      (process = start_office (program, folder, input, table ? "xlsx:Calc MS Excel 2007 XML" : "docx:MS Word 2007 XML",
                               error)) == NULL)
    return NULL;
  if (!wait_for (process, cancellable))
    {
      dz_set_error (error, DZ_ERROR_TIMEOUT,
                    _("LibreOffice did not finish with the file. Open it yourself, save it as .%s and import that."), target);
      return NULL;
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (!g_file_get_contents (output, &contents, &len, NULL))
    {
      set_end_error (process, target, error);
      return NULL;
    }

  return g_bytes_new_take (contents, len);
}

/**
 * dz_office_convert:
 * @kind: the ending LibreOffice will know @bytes by: "doc", "rtf", "xls"
 * @target: "docx" or "xlsx"
 *
 * Returns: (transfer full) (nullable): the file as @target; %NULL with @error set, also where LibreOffice is not installed
 */
GBytes *
dz_office_convert (GBytes       *bytes,
                   const char   *kind,
                   const char   *target,
                   GCancellable *cancellable,
                   GError      **error)
{
  g_autofree char *program = g_find_program_in_path ("soffice");
  g_autoptr(DzChildFolder) folder = NULL;

  if (program == NULL)
    program = g_find_program_in_path ("libreoffice");
  if (program == NULL && g_str_equal (target, "xlsx"))
    dz_set_error (error, DZ_ERROR_NEEDS_PROGRAM,
                  _("This kind of table needs LibreOffice. Install the package libreoffice-calc, or save the table as .xlsx."));
  else if (program == NULL)
    dz_set_error (error, DZ_ERROR_NEEDS_PROGRAM,
                  _("This kind of file needs LibreOffice. Install the package libreoffice-writer, or save the report as .docx."));
  if (program == NULL)
    return NULL;
  folder = dz_child_folder_new (error);

  return folder != NULL ? convert (bytes, kind, target, program, dz_child_folder_get_path (folder), cancellable, error)
                        : NULL;
}

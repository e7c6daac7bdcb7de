/* dz-reader-office.c - .doc, .wps, .rtf, Word 2003 XML and .uot, through LibreOffice
 *
 * LibreOffice turns the file into .docx in a folder of its own, with a profile of
 * its own, a time limit and no network; our own reader reads that. What else the
 * user has open in LibreOffice is not touched.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-child-folder.h"
#include "dz-child.h"
#include "dz-limits.h"
#include "dz-reader-docx.h"

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

static gboolean
has_ole_name (const guint8 *data,
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

static gboolean
is_ole (const guint8 *data,
        gsize         len)
{
  return len >= 8 && memcmp (data, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) == 0;
}

/* The extension under which LibreOffice will know the file, or NULL. */
static const char *
get_kind (const guint8 *data,
          gsize         len)
{
  const char *text = (const char *) data;
  gssize head = (gssize) MIN (len, 4096);

  if (is_ole (data, len))
    return has_ole_name (data, len, "WordDocument") || has_ole_name (data, len, "EncryptedPackage") ? "doc" : NULL;
  if (len >= 5 && memcmp (data, "{\\rtf", 5) == 0)
    return "rtf";
  if (len > 0 && (data[0] == '<' || data[0] == 0xef))
    {
      if (g_strstr_len (text, head, "Word.Document") != NULL || g_strstr_len (text, head, "w:wordDocument") != NULL ||
          g_strstr_len (text, head, "pkg:package") != NULL)
        return "xml";
      if (g_strstr_len (text, head, "UOF") != NULL || g_strstr_len (text, head, "uof:") != NULL)
        return "uot";
    }

  return NULL;
}

static int
sniff_office (const guint8 *data,
              gsize         len,
              const char   *name)
{
  if (get_kind (data, len) != NULL)
    return 95;

  return is_ole (data, len) && !has_ole_name (data, len, "Workbook") && !has_ole_name (data, len, "PowerPoint Document")
           ? 1 : 0;
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
              GError    **error)
{
  g_autoptr(GSubprocessLauncher) launcher =
    dz_child_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autofree char *profile_path = g_build_filename (folder, "profile", NULL);
  g_autofree char *profile_uri = g_filename_to_uri (profile_path, NULL, NULL);
  g_autofree char *profile = g_strconcat ("-env:UserInstallation=", profile_uri, NULL);
  const char *argv[] = { program, profile, "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo",
                         "--convert-to", "docx:MS Word 2007 XML", "--outdir", folder, input, NULL };

  g_subprocess_launcher_set_child_setup (launcher, begin_group, NULL, NULL);
  g_subprocess_launcher_set_cwd (launcher, folder);

  return g_subprocess_launcher_spawnv (launcher, argv, error);
}

/* Why there is no document. Its script tells a signal by its number and 128; a program that gets no memory ends by one. */
static void
set_end_error (GSubprocess  *process,
               GError      **error)
{
  int status = g_subprocess_get_if_signaled (process) ? 128 + g_subprocess_get_term_sig (process)
                                                      : g_subprocess_get_exit_status (process);

  if (status == 128 + SIGXCPU || status == 128 + SIGKILL)
    dz_set_error (error, DZ_ERROR_TIMEOUT,
                  _("LibreOffice did not finish with the file. Open it yourself, save it as .docx and import that."));
  else if (status > 128)
    dz_set_error (error, DZ_ERROR_TOO_LARGE,
                  _("LibreOffice broke off: the file takes more memory than the %u MB a report may take, or it is damaged. Open it yourself, save it as .docx and import that."),
                  (guint) (DZ_CHILD_MEMORY >> 20));
  else
    dz_set_error (error, DZ_ERROR_BROKEN,
                  _("LibreOffice could not open the file: it is damaged or protected. Ask for it again as .docx."));
}

/* Returns the .docx LibreOffice made of @bytes in @folder. */
static GBytes *
convert (GBytes       *bytes,
         const char   *kind,
         const char   *program,
         const char   *folder,
         GCancellable *cancellable,
         GError      **error)
{
  g_autofree char *input_name = g_strconcat ("report.", kind, NULL);
  g_autofree char *input = g_build_filename (folder, input_name, NULL);
  g_autofree char *output = g_build_filename (folder, "report.docx", NULL);
  g_autoptr(GSubprocess) process = NULL;
  gsize len;
  const char *data = g_bytes_get_data (bytes, &len);
  char *contents;

  if (!g_file_set_contents (input, data, (gssize) len, error) ||
      (process = start_office (program, folder, input, error)) == NULL)
    return NULL;
  if (!wait_for (process, cancellable))
    {
      dz_set_error (error, DZ_ERROR_TIMEOUT,
                    _("LibreOffice did not finish with the file. Open it yourself, save it as .docx and import that."));
      return NULL;
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (!g_file_get_contents (output, &contents, &len, NULL))
    {
      set_end_error (process, error);
      return NULL;
    }

  return g_bytes_new_take (contents, len);
}
static gboolean
check_file (const guint8 *data,
            gsize         len,
            GError      **error)
{
  if (!dz_limits_check_input (&dz_limits_default, len, error))
    return FALSE;
  if (is_ole (data, len) && has_ole_name (data, len, "EncryptedPackage"))
    {
      dz_set_error (error, DZ_ERROR_ENCRYPTED,
                    _("The file is protected by a password. Ask for it without one."));
      return FALSE;
    }
  if (is_ole (data, len) && !has_ole_name (data, len, "WordDocument"))
    {
      dz_set_error (error, DZ_ERROR_BROKEN,
                    _("The file is damaged: there is no document in it. Ask for it again."));
      return FALSE;
    }

  return TRUE;
}

static DzText *
read_office (GBytes        *bytes,
             DzSource      *source,
             GCancellable  *cancellable,
             GError       **error)
{
  gsize len;
  const guint8 *data = g_bytes_get_data (bytes, &len);
  const char *kind = get_kind (data, len);
  g_autofree char *program = NULL;
  g_autoptr(DzChildFolder) folder = NULL;
  g_autoptr(GBytes) docx = NULL;

  if (!check_file (data, len, error))
    return NULL;
  if (kind != NULL)
    {
      g_free (source->format);
      source->format = g_strdup (kind);
    }
  program = g_find_program_in_path ("soffice");
  if (program == NULL)
    program = g_find_program_in_path ("libreoffice");
  if (program == NULL)
    {
      dz_set_error (error, DZ_ERROR_NEEDS_PROGRAM,
                    _("This kind of file needs LibreOffice. Install the package libreoffice-writer, or save the report as .docx."));
      return NULL;
    }
  folder = dz_child_folder_new (error);
  if (folder == NULL)
    return NULL;
  docx = convert (bytes, kind != NULL ? kind : "doc", program, dz_child_folder_get_path (folder), cancellable, error);

  return docx != NULL ? dz_reader_docx.read (docx, source, cancellable, error) : NULL;
}

static const char *const extensions[] = { "doc", "wps", "rtf", "wpt", "dot", "uot", "uof", "xml", NULL };

const DzReader dz_reader_office = { "office", extensions, sniff_office, read_office, FALSE };

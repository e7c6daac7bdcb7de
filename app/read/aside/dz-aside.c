/* dz-aside.c - files that foreign libraries take apart, read in a process of their own
 *
 * Processes that have answered wait for the next question; who has none for a while ends by itself. One that ends
 * without an answer has met a file it could not bear, unless it was an old one: then a new one is asked once more.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-aside.h"

#include "dz-aside-begin.h"
#include "dz-aside-letter.h"
#include "dz-aside-unpack.h"
#include "dz-child.h"

#include <glib/gi18n-lib.h>
#include <signal.h>
#include <sys/types.h>

#define MOST_ANSWER ((gsize) 128 << 20) /* bytes: a text of two megabytes with its places has ten; a member */

static gboolean allowed;
static char *program; /* its path, for where there is no /proc */
static GMutex mutex;
static GQueue idle = G_QUEUE_INIT; /* GSubprocess */

/**
 * dz_aside_allow:
 * @path: (nullable): of the program
 *
 * Says that the program knows what to do when it is started with %DZ_ASIDE_WORD.
 */
void
dz_aside_allow (const char *path)
{
  g_free (program);
  program = path != NULL ? g_canonicalize_filename (path, NULL) : NULL;
  g_atomic_int_set (&allowed, TRUE);
}

/**
 * dz_aside_can:
 *
 * Returns: whether files can be read aside: programs of the tests that do not know how read for themselves
 */
gboolean
dz_aside_can (void)
{
  return g_atomic_int_get (&allowed);
}

static GSubprocess *
start (GError **error)
{
  g_autoptr(GSubprocessLauncher) launcher =
    dz_child_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  static const char own[] = "/proc/self/exe"; /* this very program, though another was installed meanwhile */
  const char *const argv[] = { program != NULL && !g_file_test (own, G_FILE_TEST_EXISTS) ? program : own, DZ_ASIDE_WORD, NULL };

  if (g_getenv ("DZ_LOCALEDIR") != NULL)
    g_subprocess_launcher_setenv (launcher, "DZ_LOCALEDIR", g_getenv ("DZ_LOCALEDIR"), TRUE);

  return g_subprocess_launcher_spawnv (launcher, argv, error);
}

static GSubprocess *
take_idle (void)
{
  GSubprocess *process;

  g_mutex_lock (&mutex);
  process = g_queue_pop_tail (&idle);
  g_mutex_unlock (&mutex);

  return process;
}

static void
give_back (GSubprocess *process)
{
  g_mutex_lock (&mutex);
  g_queue_push_tail (&idle, g_object_ref (process));
  g_mutex_unlock (&mutex);
}

/* With the programs it called, which are of its group. */
static void
end (GSubprocess *process)
{
  const char *id = g_subprocess_get_identifier (process);

  if (id != NULL)
    kill (-(pid_t) g_ascii_strtoll (id, NULL, 10), SIGKILL);
  g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, NULL);
}

/* What is asked, and of which file. */
typedef struct
{
  GBytes *question;
  GBytes *file;
  DzAsideErrand kind;
} Errand;

typedef struct
{
  GBytes *letter;
  GBytes *file;
  gboolean more; /* answers come after */
} Answer;

static void
clear_answer (Answer *answer)
{
  g_clear_pointer (&answer->letter, g_bytes_unref);
  g_clear_pointer (&answer->file, g_bytes_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answer, clear_answer)

static gboolean
send (GSubprocess  *process,
      const Errand *errand,
      GCancellable *cancellable)
{
  GOutputStream *out = g_subprocess_get_stdin_pipe (process);
  GBytes *question = errand->question;
  GBytes *file = errand->file;
  const DzAsideHead head = { g_bytes_get_size (question), g_bytes_get_size (file), errand->kind };
  gsize len;

  return g_output_stream_write_all (out, &head, sizeof head, &len, cancellable, NULL) &&
         g_output_stream_write_all (out, g_bytes_get_data (question, NULL), g_bytes_get_size (question), &len, cancellable, NULL) &&
         g_output_stream_write_all (out, g_bytes_get_data (file, NULL), g_bytes_get_size (file), &len, cancellable, NULL);
}

static GBytes *
receive_bytes (GInputStream *in,
               guint64       wanted,
               GCancellable *cancellable)
{
  g_autofree char *bytes = NULL;
  gsize len;

  if (wanted > MOST_ANSWER)
    return NULL;
  bytes = g_malloc (MAX (wanted, 1)); /* a member may be empty */
  if (!g_input_stream_read_all (in, bytes, wanted, &len, cancellable, NULL) || len < wanted)
    return NULL;

  return g_bytes_new_take (g_steal_pointer (&bytes), len);
}

/* Nothing where the process ended before, or says that more comes than any answer has. */
static gboolean
receive (GSubprocess  *process,
         Answer       *answer,
         GCancellable *cancellable)
{
  GInputStream *in = g_subprocess_get_stdout_pipe (process);
  DzAsideHead head;
  gsize len;

  clear_answer (answer);
  if (!g_input_stream_read_all (in, &head, sizeof head, &len, cancellable, NULL) || len < sizeof head)
    return FALSE;
  answer->letter = receive_bytes (in, head.letter, cancellable);
  answer->file = answer->letter != NULL ? receive_bytes (in, head.file, cancellable) : NULL;
  answer->more = head.word != 0;

  return answer->file != NULL;
}

static void
set_no_time (DzAsideErrand   kind,
             GError        **error)
{
  if (kind == DZ_ASIDE_UNPACK)
    dz_set_error (error, DZ_ERROR_TIMEOUT,
                  _("Unpacking the archive takes too long. Unpack it yourself and import the files."));
  else
    dz_set_error (error, DZ_ERROR_TIMEOUT, _("Reading the file takes too long. Save its text alone and import that."));
}

static void
set_no_memory (DzAsideErrand   kind,
               GError        **error)
{
  guint most = (guint) (DZ_ASIDE_MEMORY >> 20);

  if (kind == DZ_ASIDE_UNPACK)
    dz_set_error (error, DZ_ERROR_TOO_LARGE,
                  _("Unpacking the archive takes more memory than the %u MB it may take. Unpack it yourself and import the folder."), most);
  else
    dz_set_error (error, DZ_ERROR_TOO_LARGE,
                  _("Reading the file takes more memory than the %u MB a report may take, so it was not read. Save the report alone, without pictures, and import that."),
                  most);
}

static void
set_broken (DzAsideErrand   kind,
            GError        **error)
{
  if (kind == DZ_ASIDE_UNPACK)
    dz_set_error (error, DZ_ERROR_BROKEN, _("The archive is damaged or cut off. Ask for it again."));
  else
    dz_set_error (error, DZ_ERROR_BROKEN, _("The file is damaged: its text cannot be read. Ask for it again."));
}

/* Why there is no answer, by how the process ended. */
static void
set_end_error (GSubprocess    *process,
               DzAsideErrand   kind,
               GError        **error)
{
  int signal_number = g_subprocess_get_if_signaled (process) ? g_subprocess_get_term_sig (process) : 0;
  int status = g_subprocess_get_if_exited (process) ? g_subprocess_get_exit_status (process) : 0;

  if (signal_number == SIGXCPU)
    set_no_time (kind, error);
  else if (status == DZ_ASIDE_NO_MEMORY || signal_number == SIGKILL) /* the system has its own limit */
    set_no_memory (kind, error);
  else
    set_broken (kind, error);
}

/* The answer of one process, or the first; none: it ended before it, or was ended: what gives no answer may hang in one
 * that nobody takes. One that is ending already tells what it ended of all the same. */
static gboolean
ask (GSubprocess  *process,
     const Errand *errand,
     Answer       *answer,
     GCancellable *cancellable)
{
  if (send (process, errand, cancellable) && receive (process, answer, cancellable))
    return TRUE;
  end (process);

  return FALSE;
}

/* One that waits is asked first; where it was gone, a new one. @process: (out): who answered */
static gboolean
run (const Errand  *errand,
     GSubprocess  **process,
     Answer        *answer,
     GCancellable  *cancellable,
     GError       **error)
{
  *process = take_idle ();
  if (*process != NULL && ask (*process, errand, answer, cancellable))
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  g_clear_object (process);
  *process = start (error);
  if (*process == NULL)
    return FALSE;
  if (ask (*process, errand, answer, cancellable))
    return TRUE;
  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    set_end_error (*process, errand->kind, error);

  return FALSE;
}

/**
 * dz_aside_read:
 * @source: gets what the reader found out
 *
 * Reads @bytes as dz_reader_read_as() would, in another process.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL with @error set
 */
DzText *
dz_aside_read (const DzReader  *reader,
               GBytes          *bytes,
               DzSource        *source,
               GCancellable    *cancellable,
               GError         **error)
{
  g_autoptr(GBytes) question = dz_aside_ask (reader->name, source);
  const Errand errand = { question, bytes, DZ_ASIDE_READ };
  g_autoptr(GSubprocess) process = NULL;
  g_auto(Answer) answer = { NULL };
  g_autoptr(GError) own = NULL;
  DzText *text;

  if (!run (&errand, &process, &answer, cancellable, error))
    return NULL;

  text = dz_aside_take (answer.letter, source, &own);
  /* what took too long goes on in there, for nobody can stop it otherwise */
  if (g_error_matches (own, DZ_ERROR, DZ_ERROR_TIMEOUT))
    end (process);
  else
    give_back (process);
  if (own != NULL)
    g_propagate_error (error, g_steal_pointer (&own));

  return text;
}

/**
 * dz_aside_ask_other:
 * @question: what dz_aside_set_other() answers
 *
 * Returns: (transfer full) (nullable): the answer of another process, or %NULL with @error set, as of a file that was
 *   read aside
 */
GBytes *
dz_aside_ask_other (GBytes        *question,
                    GBytes        *file,
                    GCancellable  *cancellable,
                    GError       **error)
{
  const Errand errand = { question, file, DZ_ASIDE_OTHER };
  g_autoptr(GSubprocess) process = NULL;
  g_auto(Answer) answer = { NULL };

  if (!run (&errand, &process, &answer, cancellable, error))
    return NULL;
  give_back (process);

  return g_steal_pointer (&answer.letter);
}

/* The members one after the other, as long as they are wanted. Returns: whether they came to their end, with @error or
 * without. */
static gboolean
take_members (GSubprocess   *process,
              Answer        *answer,
              DzUnpackFunc   callback,
              gpointer       user_data,
              GCancellable  *cancellable,
              GError       **error)
{
  for (;;)
    {
      g_autoptr(GError) problem = NULL;
      gboolean has_bytes = FALSE;
      g_autofree char *name = dz_aside_take_member (answer->letter, &has_bytes, &problem);

      if (name == NULL)
        {
          set_broken (DZ_ASIDE_UNPACK, error);
          return FALSE;
        }
      if (!answer->more)
        {
          if (problem != NULL)
            g_propagate_error (error, g_steal_pointer (&problem));
          return TRUE;
        }
      if (!callback (name, has_bytes ? answer->file : NULL, problem, user_data))
        return FALSE;
      if (!receive (process, answer, cancellable))
        {
          end (process);
          if (!g_cancellable_set_error_if_cancelled (cancellable, error))
            set_end_error (process, DZ_ASIDE_UNPACK, error);
          return FALSE;
        }
    }
}

/**
 * dz_aside_unpack:
 *
 * As dz_unpack_foreach(), in another process.
 *
 * Returns: %FALSE with @error set if the archive cannot be read to its end; what came before has been shown
 */
gboolean
dz_aside_unpack (GBytes         *bytes,
                 const DzLimits *limits,
                 gint64          microseconds,
                 DzUnpackFunc    callback,
                 gpointer        user_data,
                 GCancellable   *cancellable,
                 GError        **error)
{
  g_autoptr(GBytes) question = dz_aside_ask_unpack (limits, microseconds);
  const Errand errand = { question, bytes, DZ_ASIDE_UNPACK };
  g_autoptr(GSubprocess) process = NULL;
  g_auto(Answer) answer = { NULL };
  g_autoptr(GError) own = NULL;

  if (!run (&errand, &process, &answer, cancellable, error))
    return FALSE;
  if (take_members (process, &answer, callback, user_data, cancellable, &own))
    give_back (process);
  else
    end (process);
  if (own == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own));

  return FALSE;
}

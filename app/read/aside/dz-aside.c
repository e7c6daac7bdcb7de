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
#include "dz-child.h"

#include <glib/gi18n-lib.h>
#include <signal.h>
#include <sys/types.h>

#define MOST_ANSWER ((gsize) 128 << 20) /* bytes: a text of two megabytes with its places has ten */

static gboolean allowed;
static GMutex mutex;
static GQueue idle = G_QUEUE_INIT; /* GSubprocess */

/**
 * dz_aside_allow:
 *
 * Says that the program knows what to do when it is started with %DZ_ASIDE_WORD.
 */
void
dz_aside_allow (void)
{
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
  static const char *const argv[] = { "/proc/self/exe", DZ_ASIDE_WORD, NULL };

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
  gboolean other; /* than to read it */
} Errand;

static gboolean
send (GSubprocess  *process,
      const Errand *errand,
      GCancellable *cancellable)
{
  GOutputStream *out = g_subprocess_get_stdin_pipe (process);
  GBytes *question = errand->question;
  GBytes *file = errand->file;
  const DzAsideHead head = { g_bytes_get_size (question), g_bytes_get_size (file), errand->other };
  gsize len;

  return g_output_stream_write_all (out, &head, sizeof head, &len, cancellable, NULL) &&
         g_output_stream_write_all (out, g_bytes_get_data (question, NULL), g_bytes_get_size (question), &len, cancellable, NULL) &&
         g_output_stream_write_all (out, g_bytes_get_data (file, NULL), g_bytes_get_size (file), &len, cancellable, NULL);
}

/* Nothing where the process ended before, or says that more comes than any answer has. */
static GBytes *
receive (GSubprocess  *process,
         GCancellable *cancellable)
{
  GInputStream *in = g_subprocess_get_stdout_pipe (process);
  g_autofree char *letter = NULL;
  DzAsideHead head;
  gsize len;

  if (!g_input_stream_read_all (in, &head, sizeof head, &len, cancellable, NULL) || len < sizeof head ||
      head.letter > MOST_ANSWER)
    return NULL;
  letter = g_malloc (head.letter);
  if (!g_input_stream_read_all (in, letter, head.letter, &len, cancellable, NULL) || len < head.letter)
    return NULL;

  return g_bytes_new_take (g_steal_pointer (&letter), len);
}

/* Why there is no answer, by how the process ended. */
static void
set_end_error (GSubprocess  *process,
               GError      **error)
{
  int signal_number = g_subprocess_get_if_signaled (process) ? g_subprocess_get_term_sig (process) : 0;
  int status = g_subprocess_get_if_exited (process) ? g_subprocess_get_exit_status (process) : 0;

  if (signal_number == SIGXCPU)
    dz_set_error (error, DZ_ERROR_TIMEOUT, _("Reading the file takes too long. Save its text alone and import that."));
  else if (status == DZ_ASIDE_NO_MEMORY || signal_number == SIGKILL) /* the system has its own limit */
    dz_set_error (error, DZ_ERROR_TOO_LARGE,
                  _("Reading the file takes more memory than the %u MB a report may take, so it was not read. Save the report alone, without pictures, and import that."),
                  (guint) (DZ_ASIDE_MEMORY >> 20));
  else
    dz_set_error (error, DZ_ERROR_BROKEN,
                  _("The file is damaged: its text cannot be read. Ask for it again."));
}

/* The answer of one process; NULL: it ended before it, or was ended: what gives no answer may hang in one that nobody
 * takes. One that is ending already tells what it ended of all the same. */
static GBytes *
ask (GSubprocess  *process,
     const Errand *errand,
     GCancellable *cancellable)
{
  GBytes *answer = send (process, errand, cancellable) ? receive (process, cancellable) : NULL;

  if (answer == NULL)
    end (process);

  return answer;
}

/* One that waits is asked first; where it was gone, a new one. @process: (out): who answered */
static GBytes *
run (const Errand  *errand,
     GSubprocess  **process,
     GCancellable  *cancellable,
     GError       **error)
{
  GBytes *answer = NULL;

  *process = take_idle ();
  if (*process != NULL)
    answer = ask (*process, errand, cancellable);
  if (answer != NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return answer;
  g_clear_object (process);
  *process = start (error);
  if (*process == NULL)
    return NULL;
  answer = ask (*process, errand, cancellable);
  if (answer == NULL && !g_cancellable_set_error_if_cancelled (cancellable, error))
    set_end_error (*process, error);

  return answer;
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
  const Errand errand = { question, bytes, FALSE };
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GBytes) answer = run (&errand, &process, cancellable, error);
  g_autoptr(GError) own = NULL;
  DzText *text;

  if (answer == NULL)
    return NULL;

  text = dz_aside_take (answer, source, &own);
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
  const Errand errand = { question, file, TRUE };
  g_autoptr(GSubprocess) process = NULL;
  GBytes *answer = run (&errand, &process, cancellable, error);

  if (answer != NULL)
    give_back (process);

  return answer;
}

/* dz-aside-child.c - the process that reads what foreign libraries take apart
 *
 * It reads a question and a file from its standard input and writes the answer to its standard output, until
 * nobody asks any more. It may have so much memory; an end by want of it is told by how it ends.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-aside-begin.h"

#include "dz-aside-letter.h"
#include "dz-aside.h"
#include "dz-reader.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#define IDLE_SECONDS 10
#define FAR_MEMORY (8 * DZ_ASIDE_MEMORY)
#define CPU_SECONDS 600 /* for one file, where no reader has stopped before: a scan of many pages needs its time */

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature (address_sanitizer)
#define SANITIZED 1
#endif
#endif

#ifndef SANITIZED /* their shadow is memory too */
/* Nobody waits for the answer any more: what reads on, with the programs it called, would do so for minutes. */
static void
end_without_program (void)
{
  if (getpgrp () == getpid ())
    kill (0, SIGKILL);
  _exit (1);
}

/* Looks every hundredth of a second whether the program is there and how much is held. A limit of the system's own would
 * only refuse what is asked for, and the libraries then leave out a picture or a page without a word: so it lies far off,
 * for what grows faster. */
static gpointer
watch_thread (gpointer data)
{
  int file = open ("/proc/self/statm", O_RDONLY | O_CLOEXEC);
  const guint64 most = DZ_ASIDE_MEMORY / (gsize) sysconf (_SC_PAGESIZE);
  char line[128];
  gssize len;

  while (file >= 0 && (len = pread (file, line, sizeof line - 1, 0)) > 0)
    {
      char *held;

      line[len] = '\0';
      if (getppid () != GPOINTER_TO_INT (data))
        end_without_program ();
      g_ascii_strtoull (line, &held, 10);
      if (g_ascii_strtoull (held, NULL, 10) > most)
        _exit (DZ_ASIDE_NO_MEMORY);
      g_usleep (G_USEC_PER_SEC / 100);
    }

  return NULL;
}
#endif

static void
set_limits (void)
{
  const struct rlimit none = { 0, 0 };

  setrlimit (RLIMIT_CORE, &none);
#ifndef SANITIZED
  {
    const struct rlimit memory = { FAR_MEMORY, FAR_MEMORY };

    setrlimit (RLIMIT_DATA, &memory);
    g_thread_unref (g_thread_new ("watch", watch_thread, GINT_TO_POINTER (getppid ())));
  }
#endif
}

static void
allow_time (void)
{
  struct rlimit limit;
  struct rusage used;

  if (getrlimit (RLIMIT_CPU, &limit) != 0 || getrusage (RUSAGE_SELF, &used) != 0)
    return;
  limit.rlim_cur = MIN ((rlim_t) (used.ru_utime.tv_sec + used.ru_stime.tv_sec) + CPU_SECONDS, limit.rlim_max);
  setrlimit (RLIMIT_CPU, &limit);
}

static gboolean
read_all (gpointer bytes,
          gsize    len)
{
  char *at = bytes;

  while (len > 0)
    {
      gssize n = read (STDIN_FILENO, at, len);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      at += n;
      len -= (gsize) n;
    }

  return TRUE;
}

static gboolean
write_all (int           out,
           gconstpointer bytes,
           gsize         len)
{
  const char *at = bytes;

  while (len > 0)
    {
      gssize n = write (out, at, len);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      at += n;
      len -= (gsize) n;
    }

  return TRUE;
}

static GBytes *
receive (gsize len)
{
  g_autofree char *bytes = g_malloc (len);

  if (!read_all (bytes, len))
    return NULL;

  return g_bytes_new_take (g_steal_pointer (&bytes), len);
}

static DzAsideOther do_other;

static GBytes *
read_file (GBytes *question,
           GBytes *file)
{
  g_autofree char *name = NULL;
  g_autoptr(DzSource) source = dz_aside_asked (question, &name);
  const DzReader *reader = dz_reader_by_name (name);
  g_autoptr(GError) error = NULL;
  g_autoptr(DzText) text = NULL;

  if (reader == NULL)
    return NULL;
  text = dz_reader_read_as (reader, file, source, NULL, &error);

  return dz_aside_answer (text, source, error);
}

static gboolean
answer_one (int out)
{
  DzAsideHead head;
  g_autoptr(GBytes) question = NULL;
  g_autoptr(GBytes) file = NULL;
  g_autoptr(GBytes) answer = NULL;

  if (!read_all (&head, sizeof head) || (question = receive (head.letter)) == NULL || (file = receive (head.file)) == NULL)
    return FALSE;
  allow_time ();
  if (!head.other)
    answer = read_file (question, file);
  else if (do_other != NULL)
    answer = do_other (question, file);
  if (answer == NULL)
    return FALSE;
  head = (DzAsideHead){ g_bytes_get_size (answer), 0, 0 };

  return write_all (out, &head, sizeof head) && write_all (out, g_bytes_get_data (answer, NULL), g_bytes_get_size (answer));
}

/* What a library prints goes nowhere: the answers are alone on their way. */
static void
serve (void)
{
  int out = dup (STDOUT_FILENO);
  struct pollfd input = { .fd = STDIN_FILENO, .events = POLLIN };

  signal (SIGPIPE, SIG_IGN); /* recognition may end before it has its picture */
  setpgid (0, 0);
  set_limits ();
  dup2 (STDERR_FILENO, STDOUT_FILENO);
  while (poll (&input, 1, IDLE_SECONDS * 1000) > 0 && answer_one (out))
    ;
  _exit (0);
}

/**
 * dz_aside_set_other:
 * @other: answers dz_aside_ask_other() in the other process
 *
 * To be called before dz_aside_begin().
 */
void
dz_aside_set_other (DzAsideOther other)
{
  do_other = other;
}

/**
 * dz_aside_can_other:
 *
 * Returns: whether dz_aside_ask_other() is answered
 */
gboolean
dz_aside_can_other (void)
{
  return do_other != NULL && dz_aside_can ();
}

/**
 * dz_aside_begin:
 *
 * To be called by a program when its language is set, before anything else: where it was started to read aside it
 * does that and does not return; else it may start itself from now on.
 */
void
dz_aside_begin (int    argc,
                char **argv)
{
  if (argc == 2 && g_str_equal (argv[1], DZ_ASIDE_WORD))
    serve ();
  signal (SIGPIPE, SIG_IGN); /* the other process may end before it has its file */
  dz_aside_allow ();
}

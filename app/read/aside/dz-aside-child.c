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
#include "dz-unpack.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/auxv.h>
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

/* Bytes held; where there is no /proc, the most that ever were: what was there before this program began is among them. */
static gsize
get_held (int statm)
{
  char line[128];
  gssize len = statm >= 0 ? pread (statm, line, sizeof line - 1, 0) : 0;
  struct rusage used = { 0 };
  char *held;

  if (len <= 0)
    {
      getrusage (RUSAGE_SELF, &used);
      return (gsize) used.ru_maxrss * 1024;
    }
  line[len] = '\0';
  g_ascii_strtoull (line, &held, 10);

  return g_ascii_strtoull (held, NULL, 10) * (gsize) sysconf (_SC_PAGESIZE);
}

/* Looks every hundredth of a second whether the program is there and how much is held. A limit of the system's own would
 * only refuse what is asked for, and the libraries then leave out a picture or a page without a word: so it lies far off,
 * for what grows faster. */
static gpointer
watch_thread (gpointer data)
{
  int file = open ("/proc/self/statm", O_RDONLY | O_CLOEXEC);
  const gsize most = file >= 0 ? DZ_ASIDE_MEMORY : MAX (DZ_ASIDE_MEMORY, get_held (-1));

  while (get_held (file) <= most)
    {
      if (getppid () != GPOINTER_TO_INT (data))
        end_without_program ();
      g_usleep (G_USEC_PER_SEC / 100);
    }
  _exit (DZ_ASIDE_NO_MEMORY);
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
allow_time (guint seconds)
{
  struct rlimit limit;
  struct rusage used;

  if (getrlimit (RLIMIT_CPU, &limit) != 0 || getrusage (RUSAGE_SELF, &used) != 0)
    return;
  limit.rlim_cur = MIN ((rlim_t) (used.ru_utime.tv_sec + used.ru_stime.tv_sec) + seconds, limit.rlim_max);
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
send_answer (int     out,
             GBytes *letter,
             GBytes *file,
             gboolean more)
{
  const DzAsideHead head = { g_bytes_get_size (letter), file != NULL ? g_bytes_get_size (file) : 0, more };

  return write_all (out, &head, sizeof head) && write_all (out, g_bytes_get_data (letter, NULL), head.letter) &&
         (file == NULL || write_all (out, g_bytes_get_data (file, NULL), head.file));
}

static gboolean
member_cb (const char   *name,
           GBytes       *bytes,
           const GError *problem,
           gpointer      user_data)
{
  g_autoptr(GBytes) letter = dz_aside_tell_member (name, bytes != NULL, problem);

  return send_answer (GPOINTER_TO_INT (user_data), letter, bytes, TRUE);
}

/* Each member as soon as it is there: nobody holds them all. */
static gboolean
unpack_file (int     out,
             GBytes *question,
             GBytes *file)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) letter = NULL;
  DzLimits limits;
  gint64 microseconds = dz_aside_asked_unpack (question, &limits);

  /* a little more than the clock gives, for what the library does between two looks at it */
  allow_time ((guint) CLAMP (microseconds / G_USEC_PER_SEC, 0, CPU_SECONDS) + 5);
  dz_unpack_foreach (file, &limits, microseconds, member_cb, GINT_TO_POINTER (out), NULL, &error);
  letter = dz_aside_tell_member ("", FALSE, error);

  return send_answer (out, letter, NULL, FALSE);
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
  allow_time (CPU_SECONDS);
  if (head.word == DZ_ASIDE_UNPACK)
    return unpack_file (out, question, file);
  if (head.word == DZ_ASIDE_READ)
    answer = read_file (question, file);
  else if (do_other != NULL)
    answer = do_other (question, file);

  return answer != NULL && send_answer (out, answer, NULL, FALSE);
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
  dz_aside_allow ((const char *) getauxval (AT_EXECFN));
}

/* turns.c - how long the main loop of a program does not come round: looked on from outside, every turn
 *
 * Loaded before the program (LD_PRELOAD) it stands between GLib and poll(). Of the first thread it times what lies
 * between two waits, and writes each turn that took longer than all before it, and more than 20 ms of the processor or
 * 200 by the clock, into the file DZ_TURNS names: "processor clock", in milliseconds. `journeys/run` does so where
 * DZ_TURNS is set to anything, and tells the longest of each journey:
 *
 *   DZ_TURNS=1 tests/journeys/run BUILD [NAME...]
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE

#include <dlfcn.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define LEAST_CPU 20.0   /* milliseconds */
#define LEAST_CLOCK 200.0

typedef int (*Poll) (struct pollfd *fds,
                     nfds_t         n,
                     int            timeout);

static double
now (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);

  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static void
tell (double cpu,
      double clock)
{
  static double worst_cpu = LEAST_CPU;
  static double worst_clock = LEAST_CLOCK;
  const char *path = getenv ("DZ_TURNS");
  FILE *file;

  if ((cpu <= worst_cpu && clock <= worst_clock) || path == NULL)
    return;
  worst_cpu = cpu > worst_cpu ? cpu : worst_cpu;
  worst_clock = clock > worst_clock ? clock : worst_clock;
  file = fopen (path, "ae");
  if (file == NULL)
    return;
  fprintf (file, "%.0f %.0f\n", cpu, clock);
  fclose (file);
}

int
poll (struct pollfd *fds,
      nfds_t         n,
      int            timeout)
{
  static Poll ours;
  static double begin_cpu = -1;
  static double begin_clock;
  int is_first = syscall (SYS_gettid) == getpid ();
  int result;

  if (ours == NULL)
    ours = (Poll) dlsym (RTLD_NEXT, "poll");
  if (is_first && begin_cpu >= 0)
    tell (now (CLOCK_THREAD_CPUTIME_ID) - begin_cpu, now (CLOCK_MONOTONIC) - begin_clock);
  result = ours (fds, n, timeout);
  if (is_first)
    {
      begin_cpu = now (CLOCK_THREAD_CPUTIME_ID);
      begin_clock = now (CLOCK_MONOTONIC);
    }

  return result;
}

/* dz-output.c - standard output, of which every byte is asked whether it arrived
 *
 * A full disk or a reader who has gone must not look like success.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-output.h"

#include "dz-command.h"

#include <glib/gi18n-lib.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static int first_error; /* of errno, 0: none */
static gboolean closed;

static gboolean
note (gboolean ok)
{
  if (!ok && first_error == 0)
    first_error = errno != 0 ? errno : EIO;

  return first_error == 0;
}

/* The help of a command ends the program by itself. */
static void
leave_cb (void)
{
  if (!closed && dz_output_finish (DZ_EXIT_OK) != DZ_EXIT_OK)
    _exit (DZ_EXIT_SOME_FAILED);
}

/**
 * dz_output_start:
 *
 * A reader who goes is an error like others: a signal would end an import in its midst.
 */
void
dz_output_start (void)
{
  signal (SIGPIPE, SIG_IGN);
  atexit (leave_cb);
}

/**
 * dz_output_write:
 *
 * Returns: whether everything written until now went well
 */
gboolean
dz_output_write (const char *text,
                 gsize       len)
{
  errno = 0;

  return note (fwrite (text, 1, len, stdout) == len);
}

/**
 * dz_output_flush:
 *
 * Returns: whether everything written until now reached its reader
 */
gboolean
dz_output_flush (void)
{
  errno = 0;

  return note (fflush (stdout) == 0);
}

/**
 * dz_output_finish:
 * @status: the exit status of the command
 *
 * Closes standard output and says on stderr what became of it.
 *
 * Returns: @status, or failure where output was lost
 */
int
dz_output_finish (int status)
{
  closed = TRUE;
  dz_output_flush ();
  note (!ferror (stdout));
  errno = 0;
  if (note (fclose (stdout) == 0))
    return status;
  g_printerr (_("standard output: %s\n"), g_strerror (first_error));

  return status == DZ_EXIT_OK ? DZ_EXIT_SOME_FAILED : status;
}

/* dz-error.h - the one error domain of the program
 *
 * Messages are English source strings made with _(). They are translated, but for `duizhao-cli extract`, whose lines
 * are the same in every locale: there an error carries both (dz_set_error(), dz_error_peek_spoken()). The code's name
 * is what it writes as error.code.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DZ_ERROR (dz_error_quark ())

typedef enum
{
  DZ_ERROR_UNKNOWN_FORMAT, /* no reader knows the file */
  DZ_ERROR_EMPTY,          /* nothing readable in it */
  DZ_ERROR_BAD_ENCODING,   /* not text in any encoding we know */
  DZ_ERROR_BROKEN,         /* cut, damaged or not what it claims to be */
  DZ_ERROR_ENCRYPTED,      /* needs a password */
  DZ_ERROR_TOO_LARGE,      /* over a limit of size or ratio */
  DZ_ERROR_TOO_DEEP,       /* over a limit of nesting */
  DZ_ERROR_TOO_MANY,       /* over a limit of count */
  DZ_ERROR_TIMEOUT,        /* took longer than allowed */
  DZ_ERROR_NEEDS_PROGRAM,  /* a program that reads this is not installed */
  DZ_ERROR_UNSAFE,         /* a member name that leaves its folder, an entity bomb ... */
  DZ_ERROR_IO,             /* the file cannot be opened or read */
  DZ_ERROR_STORE,          /* the review file cannot be read or written */
  DZ_ERROR_MOVED,          /* the review was renamed, removed or replaced while it was open */
  DZ_ERROR_NOT_A_REVIEW,   /* not a review file, or made by a newer version */
  DZ_ERROR_CODEBOOK,       /* the codebook is wrong, with file and line */
  DZ_ERROR_NO_DATA,        /* nothing to draw, compare or print */
  DZ_ERROR_USAGE           /* a wrong request */
} DzErrorCode;

GQuark      dz_error_quark       (void);
const char *dz_error_code_name   (DzErrorCode   code);
void        dz_set_error         (GError      **error,
                                  DzErrorCode   code,
                                  const char   *format,
                                  ...) G_GNUC_PRINTF (3, 4);
void        dz_set_error_spoken  (GError      **error,
                                  DzErrorCode   code,
                                  const char   *message,
                                  const char   *spoken);
const char *dz_error_peek_spoken (const GError *error);

G_END_DECLS

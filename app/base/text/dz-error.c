/* dz-error.c - the one error domain of the program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-error.h"

#include "dz-language.h"

#include <libintl.h>
#include <string.h>

/* What the message is in the user's language, where that is not the message itself. */
typedef struct
{
  char *spoken;
} DzErrorPrivate;

static void
dz_error_private_init (DzErrorPrivate *self)
{
}

static void
dz_error_private_copy (const DzErrorPrivate *self,
                       DzErrorPrivate       *copy)
{
  copy->spoken = g_strdup (self->spoken);
}

static void
dz_error_private_clear (DzErrorPrivate *self)
{
  g_free (self->spoken);
}

G_DEFINE_EXTENDED_ERROR (DzError, dz_error)

/* @format is what gettext knows the message by only where it was not translated already; then it is the same. */
G_GNUC_PRINTF (1, 0)
static char *
dup_spoken (const char *format,
            va_list     args)
{
  DzLanguage language = dz_language_enter_users ();
  gboolean other = *format != '\0' && dgettext (GETTEXT_PACKAGE, format) != format;
  char *spoken = other ? g_strdup_vprintf (dgettext (GETTEXT_PACKAGE, format), args) : NULL;

  dz_language_leave (language);

  return spoken;
}

/**
 * dz_set_error:
 * @error: (nullable): as for g_set_error()
 * @format: the message made with _()
 *
 * Sets an error of %DZ_ERROR. Its message is in the language the program writes in; where that is plain English, as in
 * what `extract` writes, dz_error_peek_spoken() has it in the user's too, with what it names.
 */
void
dz_set_error (GError      **error,
              DzErrorCode   code,
              const char   *format,
              ...)
{
  va_list args;

  if (error == NULL)
    return;
  va_start (args, format);
  g_propagate_error (error, g_error_new_valist (DZ_ERROR, code, format, args));
  va_end (args);
  va_start (args, format);
  dz_error_get_private (*error)->spoken = dup_spoken (format, args);
  va_end (args);
}

/**
 * dz_set_error_spoken:
 *
 * Sets an error of %DZ_ERROR that was made elsewhere, in both languages.
 */
void
dz_set_error_spoken (GError      **error,
                     DzErrorCode   code,
                     const char   *message,
                     const char   *spoken)
{
  if (error == NULL)
    return;
  g_propagate_error (error, g_error_new_literal (DZ_ERROR, code, message));
  dz_error_get_private (*error)->spoken = g_strdup (spoken);
}

/**
 * dz_error_peek_spoken:
 *
 * Returns: (transfer none): what @error says, in the user's language
 */
const char *
dz_error_peek_spoken (const GError *error)
{
  const char *spoken = error->domain == DZ_ERROR ? dz_error_get_private (error)->spoken : NULL;

  return spoken != NULL ? spoken : error->message;
}

/**
 * dz_error_code_name:
 * @code: a code of %DZ_ERROR
 *
 * Returns: the stable name of @code in the batch program's output
 */
const char *
dz_error_code_name (DzErrorCode code)
{
  switch (code)
    {
    case DZ_ERROR_UNKNOWN_FORMAT: return "unknown-format";
    case DZ_ERROR_EMPTY: return "empty";
    case DZ_ERROR_BAD_ENCODING: return "bad-encoding";
    case DZ_ERROR_BROKEN: return "broken";
    case DZ_ERROR_ENCRYPTED: return "encrypted";
    case DZ_ERROR_TOO_LARGE: return "too-large";
    case DZ_ERROR_TOO_DEEP: return "too-deep";
    case DZ_ERROR_TOO_MANY: return "too-many";
    case DZ_ERROR_TIMEOUT: return "timeout";
    case DZ_ERROR_NEEDS_PROGRAM: return "needs-program";
    case DZ_ERROR_UNSAFE: return "unsafe";
    case DZ_ERROR_IO: return "io";
    case DZ_ERROR_STORE: return "store";
    case DZ_ERROR_MOVED: return "moved";
    case DZ_ERROR_NOT_A_REVIEW: return "not-a-review";
    case DZ_ERROR_CODEBOOK: return "codebook";
    case DZ_ERROR_NO_DATA: return "no-data";
    case DZ_ERROR_USAGE: return "usage";
    }

  return "unknown";
}

/* dz-error.c - the one error domain of the program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-error.h"

G_DEFINE_QUARK (dz-error-quark, dz_error)

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

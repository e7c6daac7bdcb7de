/* dz-reader-kind.h - what a format is: its name, how it is known, how it is read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-error.h"
#include "dz-source.h"
#include "dz-text.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DzReader:
 * @name: the format's name in output and store: "txt", "docx"
 * @extensions: lower-case, NULL-terminated
 * @sniff: how sure the content alone is of this format: 0 no, 1 only if its name says so,
 *   20 possible, 50 likely, 100 certain
 * @read: bytes to text; tells losses, encoding, title and dates in @source
 * @foreign: whether libraries that nobody can bound take the file apart, so that it is read aside
 * @zipped: whether its files are zips: one that is damaged is told of as such, and not what is whole in it as files
 *
 * @read returns (transfer full): the text, or %NULL with an error of %DZ_ERROR
 * (or %G_IO_ERROR_CANCELLED). It has no side effects, so it can run in any
 * thread and under a fuzzer.
 */
typedef struct
{
  const char *name;
  const char *const *extensions;
  int (*sniff) (const guint8 *data, gsize len, const char *name);
  DzText *(*read) (GBytes *bytes, DzSource *source, GCancellable *cancellable, GError **error);
  gboolean foreign;
  gboolean zipped;
} DzReader;

G_END_DECLS

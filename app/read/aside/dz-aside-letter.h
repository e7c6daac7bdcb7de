/* dz-aside-letter.h - what goes to and fro between the program and the process that reads for it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-error.h"
#include "dz-limits.h"
#include "dz-source.h"
#include "dz-text.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define DZ_ASIDE_WORD "--read-aside"
#define DZ_ASIDE_MEMORY ((gsize) 450 << 20) /* held at once, the libraries themselves with it */

/* How the process ends where it cannot answer. */
#define DZ_ASIDE_NO_MEMORY 77

/* What a question asks. */
typedef enum
{
  DZ_ASIDE_READ,
  DZ_ASIDE_OTHER, /* what the program wants besides */
  DZ_ASIDE_UNPACK
} DzAsideErrand;

/* Before a question: how long it is, the file that follows it, and which errand. Before an answer: how long it is, what
 * follows of a file, and whether another answer comes after. */
typedef struct
{
  guint64 letter;
  guint64 file;
  guint64 word;
} DzAsideHead;

GBytes   *dz_aside_ask    (const char     *reader,
                           const DzSource *source);
DzSource *dz_aside_asked  (GBytes         *letter,
                           char          **reader);
GBytes   *dz_aside_answer (DzText         *text,
                           const DzSource *source,
                           const GError   *error);
DzText   *dz_aside_take   (GBytes         *letter,
                           DzSource       *source,
                           GError        **error);

GBytes   *dz_aside_ask_unpack   (const DzLimits *limits,
                                 gint64          microseconds);
gint64    dz_aside_asked_unpack (GBytes         *letter,
                                 DzLimits       *limits);
GBytes   *dz_aside_tell_member  (const char     *name,
                                 gboolean        has_bytes,
                                 const GError   *problem);
char     *dz_aside_take_member  (GBytes         *letter,
                                 gboolean       *has_bytes,
                                 GError        **problem);

G_END_DECLS

/* dz-aside-letter.h - what goes to and fro between the program and the process that reads for it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-error.h"
#include "dz-source.h"
#include "dz-text.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define DZ_ASIDE_WORD "--read-aside"
#define DZ_ASIDE_MEMORY ((gsize) 450 << 20) /* held at once, the libraries themselves with it */

/* How the process ends where it cannot answer. */
#define DZ_ASIDE_NO_MEMORY 77

/* Before a question: how long it is, the file that follows it, and whether something else is asked than to read it.
 * Before an answer: how long it is. */
typedef struct
{
  guint64 letter;
  guint64 file;
  guint64 other;
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

G_END_DECLS

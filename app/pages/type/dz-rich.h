/* dz-rich.h - words with what they rest on: the text of a paragraph or a cell
 *
 * One UTF-8 string and runs over it, half-open byte ranges in order. What no
 * run covers is plain. A source run's text is its number in brackets.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-text.h"

G_BEGIN_DECLS

typedef enum
{
  DZ_RICH_PLAIN,
  DZ_RICH_STRONG,
  DZ_RICH_SANS,
  DZ_RICH_SMALL,       /* nine tenths */
  DZ_RICH_FINE,        /* three quarters, sans: legends */
  DZ_RICH_SOURCE,      /* superscript number of a source */
  DZ_RICH_TRADITIONAL, /* a quotation in traditional script: the TC face */
  DZ_RICH_DASH,        /* the hollow dash of 未报, in the place of a blank */
  DZ_RICH_EVIDENCE     /* plain words that answer a click */
} DzRichStyle;

/**
 * DzRichRun:
 * @report_id: report the words rest on, 0: none
 */
typedef struct
{
  guint start; /* bytes of the text; a province has many runs */
  guint end;
  DzRichStyle style;
  gint64 report_id;
  DzSpan span;
  gint64 body_id;
  const char *indicator;
  const char *code;
} DzRichRun;

/* A sentence of ours inside the text. */
typedef struct
{
  gsize start;
  gsize end;
  const char *key; /* interned */
} DzRichKey;

typedef struct
{
  gatomicrefcount refs;
  GString *text;
  GArray *runs; /* DzRichRun, to be read; likewise @keys */
  GArray *keys; /* DzRichKey */
} DzRich;

DzRich    *dz_rich_new           (const char   *text);
DzRich    *dz_rich_ref           (DzRich       *self);
void       dz_rich_unref         (DzRich       *self);
void       dz_rich_append        (DzRich       *self,
                                  const char   *text);
void       dz_rich_append_styled (DzRich       *self,
                                  DzRichStyle   style,
                                  const char   *text);
DzRichRun *dz_rich_append_source (DzRich       *self,
                                  const char   *number,
                                  gint64        report_id,
                                  DzSpan        span);
DzRichRun *dz_rich_add_run       (DzRich       *self,
                                  const DzRichRun *run);
void       dz_rich_append_rich   (DzRich       *self,
                                  const DzRich *other);
void       dz_rich_add_key       (DzRich       *self,
                                  gsize         start,
                                  const char   *key);
gboolean   dz_rich_is_empty      (const DzRich *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzRich, dz_rich_unref)

G_END_DECLS

/* dz-web-words.h - what the furniture of web pages is written with
 *
 * The words stand in data/web/words.txt.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DZ_WEB_PATH,     /* begins a line that says where the page stands */
  DZ_WEB_END,      /* begins what follows the report */
  DZ_WEB_FOOTER,   /* stands in the footer */
  DZ_WEB_METADATA, /* names a date, a source, a count of clicks */
  DZ_WEB_TOOLS,    /* all a line of tools is made of */
  DZ_WEB_NAMES,    /* a class or id of a block that is not the article */
  DZ_WEB_FILES     /* the names of files end in it that are documents of their own */
} DzWebWords;

gboolean dz_web_words_has   (DzWebWords  kind,
                             const char *word);
gboolean dz_web_words_begin (DzWebWords  kind,
                             const char *text);
gboolean dz_web_words_end   (DzWebWords  kind,
                             const char *text);
guint    dz_web_words_count (DzWebWords  kind,
                             const char *text);
gboolean dz_web_words_make  (DzWebWords  kind,
                             const char *text);

G_END_DECLS

/* dz-examples.h - labelled sentences, to learn from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-vocabulary.h"
#include "dz-word-classes.h"

G_BEGIN_DECLS

/**
 * DzExample:
 * @text: as it was written
 * @codes: what it is about; none: about nothing of the codebook
 * @either: codes that are neither right nor wrong
 * @grams: (element-type guint): of its vocabulary
 * @tried: counts where the reader is tried, not only where it learns
 */
typedef struct
{
  char *text;
  GPtrArray *codes;
  GPtrArray *either;
  GArray *grams;
  double weight; /* of each gram, by their number */
  gboolean tried;
} DzExample;

typedef struct
{
  DzVocabulary *vocabulary;
  DzWordClasses *classes;
  GPtrArray *examples; /* DzExample */
  GPtrArray *codes;    /* every code seen, interned, in order of its letters */
} DzExamples;

DzExamples *dz_examples_new        (DzCodebook   *codebook);
void        dz_examples_free       (DzExamples   *self);
gboolean    dz_examples_read_lines (DzExamples   *self,
                                    const char   *path,
                                    const char   *member,
                                    int           without,
                                    GError      **error);
gboolean    dz_examples_read_folder (DzExamples  *self,
                                     const char  *folder,
                                     const char  *prefix,
                                     const char  *member,
                                     int          without,
                                     GError     **error);
gboolean    dz_examples_read_table (DzExamples   *self,
                                    const char   *path,
                                    gboolean      tried,
                                    GError      **error);
gboolean    dz_example_has         (GPtrArray    *codes,
                                    const char   *code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzExamples, dz_examples_free)

G_END_DECLS

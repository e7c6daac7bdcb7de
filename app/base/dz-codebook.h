/* dz-codebook.h - indicators, weaknesses, causes, checks: ids, names, units, cues
 *
 * Read from the XML files of data/codebook (and the county's additions on top),
 * validated by codebook.rng. An entry has the parts everybody needs (id, theme,
 * names, unit) and a list of rules, the other elements it holds, in order;
 * find/ compiles these into its matchers. No indicator or code is decided in C.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-lexicon.h"
#include "dz-reading-hints.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DZ_ENTRY_INDICATOR,
  DZ_ENTRY_WEAKNESS,
  DZ_ENTRY_CAUSE,
  DZ_ENTRY_CHECK,
  DZ_ENTRY_SECTION,
  DZ_ENTRY_THEME,  /* of indicators and weaknesses; kind says of which */
  DZ_ENTRY_DOCUMENT, /* from here to DZ_ENTRY_TERM: what was so when, see dated.xml */
  DZ_ENTRY_PLAN,
  DZ_ENTRY_CONGRESS,
  DZ_ENTRY_LAW,
  DZ_ENTRY_TERM,
  DZ_ENTRY_SUBJECT, /* from here to DZ_ENTRY_INCOMPARABLE: what is shown first, see gallery.xml */
  DZ_ENTRY_FIRST,
  DZ_ENTRY_INCOMPARABLE,
  DZ_ENTRY_PHRASES /* one entry: its rules are the set phrases and general word lists */
} DzEntryKind;
#define DZ_N_ENTRY_KINDS (DZ_ENTRY_PHRASES + 1)

/**
 * DzRule: an element inside an entry that is not one of the named parts
 * @name: interned element name: "cue", "not", "measure", "answer", "test" ...
 * @text: its text, blanks at the ends stripped
 * @attributes: (nullable): name, value, name, value ..., NULL
 * @line: in its file, for messages
 */
typedef struct
{
  const char *name;
  char *text;
  char **attributes;
  const char *file; /* interned */
  int line;
} DzRule;

/**
 * DzEntry:
 * @id: interned
 * @theme: (nullable): interned
 * @kind: (nullable): interned: indicators: "count", "people", "rate", "money", "area", "hours",
 *   "change"; checks: severity "M", "Q", "I"; themes: "indicators" or "weaknesses"; subjects: what draws them
 * @unit: (nullable): interned base unit
 * @name: Chinese name; @name_en: English name
 * @short_name: (nullable): for chips and margins, at most six characters
 * @chart_name: (nullable): for heat maps
 * @definition: (nullable)
 * @certain: of a check: what it says needs no person to confirm it; a check that does not say is likely
 * @position: place in the codebook from 0: the order ties are broken by
 */
typedef struct
{
  const char *id;
  const char *theme;
  const char *kind;
  const char *unit;
  char *name;
  char *name_en;
  char *short_name;
  char *chart_name;
  char *definition;
  GPtrArray *rules; /* DzRule */
  gboolean certain;
  guint position;
  const char *file;
  int line;
} DzEntry;

typedef struct _DzCodebook DzCodebook;

DzCodebook    *dz_codebook_new       (void);
DzCodebook    *dz_codebook_ref       (DzCodebook  *self);
void           dz_codebook_unref     (DzCodebook  *self);
gboolean       dz_codebook_set_schema (DzCodebook *self,
                                      const char  *rng,
                                      gssize       len,
                                      GError     **error);
const char    *dz_codebook_get_digest (DzCodebook *self);
gboolean       dz_codebook_add       (DzCodebook  *self,
                                      const char  *xml,
                                      gssize       len,
                                      const char  *file,
                                      GError     **error);
GPtrArray     *dz_codebook_list      (DzCodebook  *self,
                                      DzEntryKind  kind);
const DzEntry *dz_codebook_find      (DzCodebook  *self,
                                      DzEntryKind  kind,
                                      const char  *id);
const char    *dz_codebook_name      (DzCodebook  *self,
                                      DzEntryKind  kind,
                                      const char  *id);
const char    *dz_codebook_short_name (DzCodebook *self,
                                       DzEntryKind kind,
                                       const char *id);
void           dz_codebook_set_hints  (DzCodebook *self,
                                       DzReadingHints *hints);
DzReadingHints *dz_codebook_get_hints (DzCodebook *self);
void           dz_codebook_set_learned (DzCodebook *self,
                                       GBytes      *learned);
GBytes        *dz_codebook_get_learned (DzCodebook *self);
void           dz_codebook_open_lexicon (DzCodebook *self);
DzLexicon     *dz_codebook_peek_lexicon (DzCodebook *self);
DzLexicon     *dz_codebook_close_lexicon (DzCodebook *self);
const char    *dz_rule_get_attribute (const DzRule *rule,
                                      const char   *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzCodebook, dz_codebook_unref)

G_END_DECLS

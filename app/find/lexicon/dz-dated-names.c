/* dz-dated-names.c - the titles and terms dated.xml knows, looked for all at once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-dated-names.h"

#include "dz-char.h"

struct _DzDatedNames
{
  DzLexicon *lexicon;
  guint reader;
  GHashTable *numbers; /* utf8 to its number as a word plus 1 */
};

static void
add (DzDatedNames *self,
     const char   *name)
{
  guint32 at = 0;

  if (name == NULL || *name == '\0')
    return;
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    at = dz_lexicon_enter (self->lexicon, at, dz_char_at (p));
  g_hash_table_insert (self->numbers, g_strdup (name),
                       GUINT_TO_POINTER (dz_lexicon_end (self->lexicon, at, self->reader) + 1));
}

/**
 * dz_dated_names_new:
 * @codebook: whose lexicon is shared if one is open
 *
 * Returns: (transfer full): the names of documents, laws and terms
 */
DzDatedNames *
dz_dated_names_new (DzCodebook *codebook)
{
  static const DzEntryKind kinds[] = { DZ_ENTRY_DOCUMENT, DZ_ENTRY_LAW, DZ_ENTRY_TERM };
  DzDatedNames *self = g_new0 (DzDatedNames, 1);
  DzLexicon *shared = dz_codebook_peek_lexicon (codebook);

  self->lexicon = shared != NULL ? dz_lexicon_ref (shared) : dz_lexicon_new ();
  self->reader = dz_lexicon_add_reader (self->lexicon);
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      GPtrArray *entries = dz_codebook_list (codebook, kinds[k]);

      for (guint i = 0; i < entries->len; i++)
        add (self, ((const DzEntry *) g_ptr_array_index (entries, i))->name);
    }
  if (shared == NULL)
    dz_lexicon_compile (self->lexicon);

  return self;
}

void
dz_dated_names_free (DzDatedNames *self)
{
  if (self == NULL)
    return;

  dz_lexicon_unref (self->lexicon);
  g_hash_table_unref (self->numbers);
  g_free (self);
}

/**
 * dz_dated_names_find:
 * @words: (out): for dz_dated_names_next(); clear with dz_words_clear()
 */
void
dz_dated_names_find (DzDatedNames *self,
                     const char   *folded,
                     gsize         len,
                     DzWords      *words)
{
  dz_lexicon_find (self->lexicon, self->reader, folded, (DzSpan){ 0, len }, words);
}

/**
 * dz_dated_names_know:
 *
 * Returns: whether @name is one of those looked for
 */
gboolean
dz_dated_names_know (DzDatedNames *self,
                     const char   *name)
{
  return g_hash_table_contains (self->numbers, name);
}

/**
 * dz_dated_names_next:
 * @at: (out): where @name stands next from byte @from on
 *
 * Returns: whether it does
 */
gboolean
dz_dated_names_next (DzDatedNames  *self,
                     const DzWords *words,
                     const char    *name,
                     gsize          from,
                     gsize         *at)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, name)) - 1;
  guint low = 0, high = words->n;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (words->hits[middle].start < from)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < words->n; low++)
    if (words->hits[low].word == number)
      {
        *at = words->hits[low].start;
        return TRUE;
      }

  return FALSE;
}

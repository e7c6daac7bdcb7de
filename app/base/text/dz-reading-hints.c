/* dz-reading-hints.c - what one county knows that its reports are read with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-reading-hints.h"

#include "dz-automaton.h"
#include "dz-char.h"
#include "dz-fold.h"

#include <string.h>

struct _DzReadingHints
{
  gatomicrefcount refs;
  GPtrArray *names;       /* folded */
  GHashTable *known;      /* the same, to look up */
  GHashTable *kin;        /* two names of one body's past, parted by a tab */
  DzAutomaton *automaton; /* (nullable) of the names */
  GPtrArray *citations;   /* DzCitationHint */
};

static void
free_citation (gpointer data)
{
  DzCitationHint *citation = data;

  g_free (citation->title);
  g_free (citation->years);
  g_free (citation);
}

static gboolean
is_dash (gunichar c)
{
  return c == '-' || c == '~' || c == 0x2014 || c == 0x2013 || c == 0x81f3 || c == 0xff5e;
}

/* The last two years of a line, written 2021—2025; @cut: where they begin. */
static char *
find_years (const char *line,
            gsize      *cut)
{
  g_autoptr(GString) years = g_string_new (NULL);

  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = dz_char_at (p);

      if (g_unichar_isdigit (c))
        {
          if (years->len == 0 || (years->len == 4 && !is_dash (dz_char_at (g_utf8_prev_char (p)))))
            {
              g_string_truncate (years, 0);
              *cut = (gsize) (p - line);
            }
          g_string_append_c (years, (char) ('0' + g_unichar_digit_value (c)));
          if (years->len == 9)
            return g_string_free (g_steal_pointer (&years), FALSE);
        }
      else if (years->len == 4 && is_dash (c))
        g_string_append_c (years, '-');
      else if (!(years->len == 5 && is_dash (c)) && !(years->len == 4 && c == 0x5e74))
        g_string_truncate (years, 0);
    }

  return NULL;
}

/* "《法治政府建设实施纲要》（2021—2025年）": the title and its years; no years, nothing to compare. */
static void
add_citation (DzReadingHints *self,
              const char     *line)
{
  g_autofree char *folded = dz_fold_words (line);
  g_autoptr(GString) title = g_string_new (NULL);
  gsize cut = 0;
  g_autofree char *years = find_years (folded, &cut);
  DzCitationHint *citation;

  if (years == NULL)
    return;
  for (const char *p = folded; p < folded + cut; p = g_utf8_next_char (p))
    {
      gunichar c = dz_char_at (p);

      if (!g_unichar_isspace (c) && c != 0x300a && c != 0x300b && c != 0xff08 && c != '(')
        g_string_append_unichar (title, c);
    }
  if (title->len == 0)
    return;
  citation = g_new0 (DzCitationHint, 1);
  citation->title = g_string_free (g_steal_pointer (&title), FALSE);
  citation->years = g_steal_pointer (&years);
  g_ptr_array_add (self->citations, citation);
}

static void
add_name (DzReadingHints *self,
          const char     *name)
{
  char *folded = g_strstrip (dz_fold_words (name));

  if (*folded == '\0' || !g_hash_table_add (self->known, folded))
    {
      if (*folded == '\0')
        g_free (folded);
      return;
    }
  g_ptr_array_add (self->names, folded);
  if (self->automaton == NULL)
    self->automaton = dz_automaton_new ();
  dz_automaton_add (self->automaton, folded);
}

/**
 * dz_reading_hints_new:
 * @names: (nullable) (element-type utf8): the bodies of the roster
 * @citations: (nullable) (element-type utf8): titles of documents with their years
 *
 * Returns: (transfer full): may be used by several threads at once
 */
DzReadingHints *
dz_reading_hints_new (GPtrArray *names,
                      GPtrArray *citations)
{
  DzReadingHints *self = g_new0 (DzReadingHints, 1);

  g_atomic_ref_count_init (&self->refs);
  self->names = g_ptr_array_new ();
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->kin = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->citations = g_ptr_array_new_with_free_func (free_citation);
  for (guint i = 0; names != NULL && i < names->len; i++)
    add_name (self, g_ptr_array_index (names, i));
  if (self->automaton != NULL)
    dz_automaton_compile (self->automaton);
  for (guint i = 0; citations != NULL && i < citations->len; i++)
    add_citation (self, g_ptr_array_index (citations, i));

  return self;
}

DzReadingHints *
dz_reading_hints_ref (DzReadingHints *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
dz_reading_hints_unref (DzReadingHints *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;

  g_ptr_array_unref (self->names);
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->kin);
  g_clear_pointer (&self->automaton, dz_automaton_free);
  g_ptr_array_unref (self->citations);
  g_free (self);
}

/**
 * dz_reading_hints_has_name:
 *
 * Returns: whether the roster has a body of this name
 */
gboolean
dz_reading_hints_has_name (DzReadingHints *self,
                           const char     *folded)
{
  g_return_val_if_fail (self != NULL && folded != NULL, FALSE);

  return g_hash_table_contains (self->known, folded);
}

/**
 * dz_reading_hints_add_kin:
 * @name: of a body
 * @other: what it was called before, or a body it was made of
 *
 * To be told before the hints are used by several threads.
 */
void
dz_reading_hints_add_kin (DzReadingHints *self,
                          const char     *name,
                          const char     *other)
{
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;

  g_return_if_fail (self != NULL && name != NULL && other != NULL);

  one = dz_fold_words (name);
  two = dz_fold_words (other);
  g_hash_table_add (self->kin, g_strdup_printf ("%s\t%s", one, two));
  g_hash_table_add (self->kin, g_strdup_printf ("%s\t%s", two, one));
}

/**
 * dz_reading_hints_are_kin:
 *
 * Returns: whether both names, folded, belong to the past of one body: neither is foreign to the other
 */
gboolean
dz_reading_hints_are_kin (DzReadingHints *self,
                          const char     *folded,
                          const char     *other)
{
  g_autofree char *pair = g_strdup_printf ("%s\t%s", folded, other);

  g_return_val_if_fail (self != NULL, FALSE);

  return g_hash_table_contains (self->kin, pair);
}

/**
 * dz_reading_hints_find_names:
 *
 * Returns: (transfer full) (element-type DzSpan): where names of the roster stand
 */
GArray *
dz_reading_hints_find_names (DzReadingHints *self,
                             const char     *folded,
                             DzSpan          span)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (DzSpan));
  g_autoptr(GArray) hits = g_array_new (FALSE, FALSE, sizeof (DzWordHit));

  g_return_val_if_fail (self != NULL && folded != NULL, spans);

  if (self->automaton != NULL)
    dz_automaton_find (self->automaton, folded, span, hits);
  for (guint i = 0; i < hits->len; i++)
    {
      const DzWordHit *hit = &g_array_index (hits, DzWordHit, i);
      DzSpan place = { hit->start, hit->end };

      g_array_append_val (spans, place);
    }

  return spans;
}

/* How many characters of the last ones of @folded differ from @name; G_MAXUINT: too short. */
static guint
count_misread (const char *name,
               const char *folded)
{
  glong n = g_utf8_strlen (name, -1);
  glong len = g_utf8_strlen (folded, -1);
  const char *q = len >= n ? g_utf8_offset_to_pointer (folded, len - n) : NULL;
  guint count = 0;

  if (q == NULL)
    return G_MAXUINT;
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p), q = g_utf8_next_char (q))
    count += dz_char_at (p) != dz_char_at (q);

  return count;
}

/**
 * dz_reading_hints_guess_name:
 * @folded: a name as characters were recognised in a picture
 *
 * Returns: (transfer none) (nullable): the one body of the roster it may be, one or two characters
 *   misread; %NULL: none, or several
 */
const char *
dz_reading_hints_guess_name (DzReadingHints *self,
                             const char     *folded)
{
  const char *best = NULL;
  guint least = G_MAXUINT;

  g_return_val_if_fail (self != NULL && folded != NULL, NULL);

  for (guint i = 0; i < self->names->len; i++)
    {
      const char *name = g_ptr_array_index (self->names, i);
      guint kind_length = g_str_has_suffix (name, "街道") ? 2 : 1;
      guint stem = (guint) g_utf8_strlen (name, -1) - kind_length;
      guint misread = count_misread (name, folded);

      if (misread > MIN (2, stem > 0 ? stem - 1 : 0) || misread > least)
        continue;
      best = misread < least ? name : NULL;
      least = misread;
    }

  return best;
}

/**
 * dz_reading_hints_list_citations:
 *
 * Returns: (transfer none) (element-type DzCitationHint)
 */
GPtrArray *
dz_reading_hints_list_citations (DzReadingHints *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->citations;
}

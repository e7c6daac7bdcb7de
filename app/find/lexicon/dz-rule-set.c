/* dz-rule-set.c - rules of the codebook compiled into one set of patterns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-rule-set.h"

#include "dz-char.h"
#include "dz-error.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define DEEPEST_WORDS 8

typedef struct
{
  const DzEntry *entry;
  const DzRule *rule;
  const char *cue;
} Origin;

struct _DzRuleSet
{
  DzCodebook *codebook;
  DzPatternSet *set;
  GArray *origins; /* Origin, by pattern number */
};

/**
 * dz_rule_set_new:
 * @codebook: kept by reference
 *
 * Returns: (transfer full): an empty set, which shares the lexicon the codebook has open
 */
DzRuleSet *
dz_rule_set_new (DzCodebook *codebook)
{
  DzRuleSet *self = g_new0 (DzRuleSet, 1);

  self->codebook = dz_codebook_ref (codebook);
  self->set = dz_pattern_set_new (dz_codebook_peek_lexicon (codebook));
  self->origins = g_array_new (FALSE, FALSE, sizeof (Origin));

  return self;
}

void
dz_rule_set_free (DzRuleSet *self)
{
  if (self == NULL)
    return;

  dz_codebook_unref (self->codebook);
  dz_pattern_set_free (self->set);
  g_array_unref (self->origins);
  g_free (self);
}

static const DzEntry *
find_phrases (DzCodebook *codebook)
{
  return dz_codebook_find (codebook, DZ_ENTRY_PHRASES, "phrases");
}

static gboolean
is_words (const DzRule *rule,
          const char   *name,
          gsize         len)
{
  const char *own = dz_rule_get_attribute (rule, "name");

  return g_str_equal (rule->name, "words") && own != NULL && strlen (own) == len &&
         strncmp (own, name, len) == 0;
}

static gboolean expand (DzCodebook *codebook, const char *text, guint depth, GString *out, GError **error);

/* All <words> of one name, as one bracket of alternatives. */
static gboolean
expand_words (DzCodebook  *codebook,
              const char  *name,
              gsize        len,
              guint        depth,
              GString     *out,
              GError     **error)
{
  const DzEntry *phrases = find_phrases (codebook);
  gboolean any = FALSE;

  g_string_append_c (out, '(');
  for (guint i = 0; phrases != NULL && i < phrases->rules->len; i++)
    {
      const DzRule *rule = g_ptr_array_index (phrases->rules, i);

      if (!is_words (rule, name, len))
        continue;
      if (any)
        g_string_append_c (out, '|');
      if (!expand (codebook, rule->text, depth + 1, out, error))
        return FALSE;
      any = TRUE;
    }
  g_string_append_c (out, ')');
  if (!any)
    g_set_error (error, DZ_ERROR, DZ_ERROR_CODEBOOK, _("no words named “%.*s”"), (int) len, name);

  return any;
}

static gboolean
expand (DzCodebook  *codebook,
        const char  *text,
        guint        depth,
        GString     *out,
        GError     **error)
{
  if (depth > DEEPEST_WORDS)
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_CODEBOOK, _("words name each other in a circle"));
      return FALSE;
    }
  for (const char *at = text; *at != '\0';)
    {
      const char *close = *at == '{' ? strchr (at, '}') : NULL;

      if (close == NULL)
        {
          /* a list may be broken over lines in the file */
          if (!g_ascii_isspace (*at))
            g_string_append_c (out, *at);
          at++;
          continue;
        }
      if (!expand_words (codebook, at + 1, (gsize) (close - at) - 1, depth, out, error))
        return FALSE;
      at = close + 1;
    }

  return TRUE;
}

/**
 * dz_rule_expand:
 * @text: a pattern
 *
 * Returns: (transfer full) (nullable): @text with the words of phrases.xml in the place of each
 *   {name}, or %NULL with @error where there are none of that name
 */
char *
dz_rule_expand (DzCodebook  *codebook,
                const char  *text,
                GError     **error)
{
  g_autoptr(GString) out = g_string_new (NULL);

  if (!expand (codebook, text, 0, out, error))
    return NULL;

  return g_string_free (g_steal_pointer (&out), FALSE);
}

static const char *
find_close (const char *open)
{
  int depth = 0;

  for (const char *p = open; *p != '\0'; p++)
    {
      depth += *p == '(' ? 1 : *p == ')' ? -1 : 0;
      if (depth == 0)
        return p;
    }

  return NULL;
}

static gboolean
has_gap (const char *from,
         const char *to)
{
  for (const char *p = from; p < to; p++)
    if (*p == '~' || dz_word_at (p, G_MAXSIZE, 0, "…") > 0)
      return TRUE;

  return FALSE;
}

static gboolean add_pattern (DzRuleSet *self, const Origin *origin, const char *pattern, GError **error);

/* A bracket with gaps in it is written out: the pattern once for each of its alternatives. */
static gboolean
add_alternatives (DzRuleSet    *self,
                  const Origin *origin,
                  const char   *pattern,
                  const char   *open,
                  const char   *close,
                  GError      **error)
{
  g_autofree char *before = g_strndup (pattern, (gsize) (open - pattern));
  gboolean optional = close[1] == '?';
  const char *after = close + (optional ? 2 : 1);
  const char *from = open + 1;
  int depth = 0;

  for (const char *p = open + 1; p <= close; p++)
    {
      if (p < close && (*p != '|' || depth > 0))
        {
          depth += *p == '(' ? 1 : *p == ')' ? -1 : 0;
          continue;
        }
      g_autofree char *middle = g_strndup (from, (gsize) (p - from));
      g_autofree char *whole = g_strconcat (before, middle, after, NULL);

      if (!add_pattern (self, origin, whole, error))
        return FALSE;
      from = p + 1;
    }
  if (optional)
    {
      g_autofree char *whole = g_strconcat (before, after, NULL);

      return add_pattern (self, origin, whole, error);
    }

  return TRUE;
}

static gboolean
add_pattern (DzRuleSet    *self,
             const Origin *origin,
             const char   *pattern,
             GError      **error)
{
  for (const char *open = strchr (pattern, '('); open != NULL;)
    {
      const char *close = find_close (open);

      if (close == NULL)
        break; /* the pattern's own parser tells it */
      if (has_gap (open, close))
        return add_alternatives (self, origin, pattern, open, close, error);
      open = strchr (close, '(');
    }
  if (dz_pattern_set_add (self->set, pattern, error) < 0)
    return FALSE;
  g_array_append_val (self->origins, *origin);

  return TRUE;
}

/**
 * dz_rule_set_add:
 *
 * Returns: %FALSE with @error of %DZ_ERROR_CODEBOOK naming file, line and reason
 */
gboolean
dz_rule_set_add (DzRuleSet     *self,
                 const DzEntry *entry,
                 const DzRule  *rule,
                 GError       **error)
{
  g_autoptr(GString) pattern = g_string_new (NULL);
  Origin origin = { entry, rule, g_intern_string (rule->text) };

  if (!expand (self->codebook, rule->text, 0, pattern, error) ||
      !add_pattern (self, &origin, pattern->str, error))
    {
      g_prefix_error (error, "%s:%d: ", rule->file, rule->line);
      return FALSE;
    }

  return TRUE;
}

/**
 * dz_rule_set_add_kind:
 * @name: of the rules to take: "cue", "heading" ...
 */
gboolean
dz_rule_set_add_kind (DzRuleSet   *self,
                      DzEntryKind  kind,
                      const char  *name,
                      GError     **error)
{
  GPtrArray *entries = dz_codebook_list (self->codebook, kind);

  for (guint i = 0; i < entries->len; i++)
    {
      const DzEntry *entry = g_ptr_array_index (entries, i);

      for (guint k = 0; k < entry->rules->len; k++)
        {
          const DzRule *rule = g_ptr_array_index (entry->rules, k);

          if (g_str_equal (rule->name, name) && !dz_rule_set_add (self, entry, rule, error))
            return FALSE;
        }
    }

  return TRUE;
}

/**
 * dz_rule_set_add_words:
 * @name: of <words> in phrases.xml
 *
 * Each list of that name becomes a pattern of its own, so that a list may hold gaps.
 */
gboolean
dz_rule_set_add_words (DzRuleSet   *self,
                       const char  *name,
                       GError     **error)
{
  const DzEntry *phrases = find_phrases (self->codebook);

  for (guint i = 0; phrases != NULL && i < phrases->rules->len; i++)
    {
      const DzRule *rule = g_ptr_array_index (phrases->rules, i);

      if (is_words (rule, name, strlen (name)) && !dz_rule_set_add (self, phrases, rule, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * dz_rule_set_compile:
 *
 * Call once after the last rule; from then on, once the lexicon it shares is closed, several
 * threads may use the set.
 */
void
dz_rule_set_compile (DzRuleSet *self)
{
  dz_pattern_set_compile (self->set);
}

/**
 * dz_rule_set_make_words:
 * @set: (out) (transfer full): filled on failure too, to be freed
 * @name: of the <words> of the codebook's phrases
 *
 * A set of one list of words, compiled.
 *
 * Returns: %FALSE with @error of %DZ_ERROR_CODEBOOK
 */
gboolean
dz_rule_set_make_words (DzRuleSet  **set,
                        DzCodebook  *codebook,
                        const char  *name,
                        GError     **error)
{
  *set = dz_rule_set_new (codebook);
  if (!dz_rule_set_add_words (*set, name, error))
    return FALSE;
  dz_rule_set_compile (*set);

  return TRUE;
}

/* What a thread finds is kept in one list: most of some five hundred spans of a report hold nothing. */
static GPrivate kept_hits = G_PRIVATE_INIT ((GDestroyNotify) g_array_unref);

static GArray *
get_empty_hits (void)
{
  GArray *hits = g_private_get (&kept_hits);

  if (hits == NULL)
    {
      hits = g_array_new (FALSE, FALSE, sizeof (DzHit));
      g_private_set (&kept_hits, hits);
    }
  g_array_set_size (hits, 0);

  return hits;
}

/**
 * dz_rule_set_find:
 *
 * Returns: (transfer full) (element-type DzRuleHit): sorted by start, longest first
 */
GArray *
dz_rule_set_find (DzRuleSet  *self,
                  const char *folded,
                  DzSpan      span)
{
  GArray *hits = get_empty_hits ();
  GArray *found;

  dz_pattern_set_find (self->set, folded, span, hits);
  found = g_array_sized_new (FALSE, FALSE, sizeof (DzRuleHit), hits->len);
  g_array_set_size (found, hits->len);
  for (guint i = 0; i < hits->len; i++)
    {
      const DzHit *hit = &g_array_index (hits, DzHit, i);
      const Origin *origin = &g_array_index (self->origins, Origin, hit->pattern);

      g_array_index (found, DzRuleHit, i) = (DzRuleHit) { origin->entry, origin->rule, origin->cue, hit->span };
    }

  return found;
}

gboolean
dz_rule_set_matches (DzRuleSet  *self,
                     const char *folded,
                     DzSpan      span)
{
  return dz_pattern_set_matches (self->set, folded, span);
}

/**
 * dz_rule_get_int:
 *
 * Returns: attribute @name as a number, @otherwise if it is not there
 */
int
dz_rule_get_int (const DzRule *rule,
                 const char   *name,
                 int           otherwise)
{
  const char *value = dz_rule_get_attribute (rule, name);

  return value != NULL ? atoi (value) : otherwise;
}

/**
 * dz_rule_get_word:
 *
 * Returns: (transfer none): attribute @name, the empty word if it is not there
 */
const char *
dz_rule_get_word (const DzRule *rule,
                  const char   *name)
{
  const char *value = dz_rule_get_attribute (rule, name);

  return value != NULL ? value : "";
}

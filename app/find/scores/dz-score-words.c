/* dz-score-words.c - the words score sheets are known by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-score-words.h"

#include "dz-rule-set.h"
#include "dz-score-sheet.h"
#include "dz-sheet.h"

#include <math.h>
#include <string.h>

#define LONGEST_HEAD 14

struct _DzScoreWords
{
  DzCodebook *codebook;
  DzRuleSet *sets[DZ_N_SCORE_WORDS];
  DzRuleSet *shows; /* <head> of themes and checks */
};

static const char *const names[DZ_N_SCORE_WORDS] = {
  "score-scorer", "score-body", "score-shows", "score-kind", "score-standard", "score-note", "score-part", "score-most",
  "score-name", "score-given", "score-deducted", "score-bonus", "score-no-head", "score-total", "score-says-bonus",
  "score-says-deduction", "score-unlimited", "score-drops", "score-excellent", "score-good", "score-fair", "score-poor",
};

/**
 * dz_score_words_new:
 *
 * Returns: (transfer full) (nullable): the compiled words; %NULL with @error of %DZ_ERROR_CODEBOOK
 */
DzScoreWords *
dz_score_words_new (DzCodebook *codebook,
                    GError    **error)
{
  g_autoptr(DzScoreWords) self = g_new0 (DzScoreWords, 1);

  self->codebook = dz_codebook_ref (codebook);
  for (guint i = 0; i < DZ_N_SCORE_WORDS; i++)
    if (!dz_rule_set_make_words (&self->sets[i], codebook, names[i], error))
      return NULL;
  self->shows = dz_rule_set_new (codebook);
  if (!dz_rule_set_add_kind (self->shows, DZ_ENTRY_THEME, "head", error) ||
      !dz_rule_set_add_kind (self->shows, DZ_ENTRY_CHECK, "head", error))
    return NULL;
  dz_rule_set_compile (self->shows);

  return g_steal_pointer (&self);
}

void
dz_score_words_free (DzScoreWords *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < DZ_N_SCORE_WORDS; i++)
    g_clear_pointer (&self->sets[i], dz_rule_set_free);
  g_clear_pointer (&self->shows, dz_rule_set_free);
  dz_codebook_unref (self->codebook);
  g_free (self);
}

static gboolean
matches (DzScoreWords *self,
         DzScoreWord   word,
         const char   *key)
{
  return dz_rule_set_matches (self->sets[word], key, (DzSpan){ 0, strlen (key) });
}

/**
 * dz_score_words_match:
 * @cell: (nullable): as written
 */
gboolean
dz_score_words_match (DzScoreWords *self,
                      DzScoreWord   word,
                      const char   *cell)
{
  g_autofree char *key = dz_sheet_cell_key (cell != NULL ? cell : "");

  return matches (self, word, key);
}

/**
 * dz_score_words_is:
 *
 * Returns: whether the cell holds nothing else
 */
gboolean
dz_score_words_is (DzScoreWords *self,
                   DzScoreWord   word,
                   const char   *cell)
{
  g_autofree char *key = dz_sheet_cell_key (cell);
  gsize len = strlen (key);
  g_autoptr(GArray) hits = len > 0 ? dz_rule_set_find (self->sets[word], key, (DzSpan){ 0, len }) : NULL;

  for (guint i = 0; hits != NULL && i < hits->len; i++)
    if (g_array_index (hits, DzRuleHit, i).span.start == 0 && g_array_index (hits, DzRuleHit, i).span.end == len)
      return TRUE;

  return FALSE;
}

/**
 * dz_score_words_find_column:
 * @cell: as written
 *
 * Returns: which column has that head, as a #DzScoreWord; -1: none. 评分标准 is no column of points, 扣分理由 none of
 *   deductions: what says how and why comes before what says how much.
 */
int
dz_score_words_find_column (DzScoreWords *self,
                            const char   *cell)
{
  g_autofree char *key = dz_sheet_cell_key (cell);

  if (*key == '\0' || g_utf8_strlen (key, -1) > LONGEST_HEAD || matches (self, DZ_SCORE_NO_HEAD, key))
    return -1;
  for (int i = 0; i < DZ_N_SCORE_COLUMNS; i++)
    if (matches (self, (DzScoreWord) i, key))
      return i;

  return -1;
}

/* A grade's word or a number, where it stands. */
typedef struct
{
  gsize at;
  gsize end;
  int grade; /* -1: a number */
  double value;
} Token;

static gint
compare_tokens (gconstpointer a,
                gconstpointer b)
{
  const Token *one = a, *other = b;

  if (one->at != other->at)
    return one->at < other->at ? -1 : 1;

  return one->end > other->end ? -1 : one->end < other->end;
}

static void
add_grades (DzScoreWords *self,
            GArray       *tokens,
            const char   *key)
{
  for (int i = 0; i <= DZ_SCORE_POOR; i++)
    {
      g_autoptr(GArray) hits = dz_rule_set_find (self->sets[DZ_SCORE_SAYS_EXCELLENT + i], key, (DzSpan){ 0, strlen (key) });

      for (guint k = 0; k < hits->len; k++)
        {
          DzSpan span = g_array_index (hits, DzRuleHit, k).span;
          Token token = { span.start, span.end, i, 0 };

          g_array_append_val (tokens, token);
        }
    }
}

static void
add_numbers (GArray     *tokens,
             const char *key)
{
  for (const char *at = key; *at != '\0';)
    {
      char *end = (char *) at;
      Token token = { (gsize) (at - key), 0, -1, 0 };

      if (!g_ascii_isdigit (*at))
        {
          at++;
          continue;
        }
      token.value = g_ascii_strtod (at, &end);
      token.end = (gsize) (end - key);
      g_array_append_val (tokens, token);
      at = end;
    }
}

/* 不合格 holds 合格, 良好 holds 良: the longer word alone. */
static void
drop_inner (GArray *tokens)
{
  gsize end = 0;

  g_array_sort (tokens, compare_tokens);
  for (guint i = 0; i < tokens->len;)
    if (i > 0 && g_array_index (tokens, Token, i).at < end)
      g_array_remove_index (tokens, i);
    else
      end = g_array_index (tokens, Token, i++).end;
}

/* The lowest number that stands after each grade's word, or before it. */
static gboolean
take_limits (GArray  *tokens,
             gboolean before,
             double  *limits)
{
  double least[DZ_SCORE_POOR + 1] = { NAN, NAN, NAN, NAN };
  double ahead = NAN;
  int grade = -1;

  for (guint i = 0; i < tokens->len; i++)
    {
      const Token *token = &g_array_index (tokens, Token, i);

      if (token->grade >= 0)
        {
          grade = token->grade;
          if (before && isnan (least[grade]))
            least[grade] = ahead;
          ahead = NAN;
        }
      else if (before)
        ahead = isnan (ahead) ? token->value : MIN (ahead, token->value);
      else if (grade >= 0)
        least[grade] = isnan (least[grade]) ? token->value : MIN (least[grade], token->value);
    }
  for (int i = 0; i < DZ_N_SCORE_LIMITS; i++)
    limits[i] = least[i];

  return limits[0] > limits[1] && limits[1] > limits[2] && limits[2] > 0;
}

/**
 * dz_score_words_read_limits:
 * @line: 优秀：90分以上；良好：80—89分；一般：60—79分；较差：60分以下, or 90分以上为优秀, or the cells of such a table
 * @limits: (array fixed-size=3): from how many points on a grade is given
 *
 * Whether the numbers stand before the words or after them shows by which of the two makes each limit lower than the one
 * before it.
 *
 * Returns: whether it tells the limits of the three upper grades
 */
gboolean
dz_score_words_read_limits (DzScoreWords *self,
                            const char   *line,
                            double       *limits)
{
  g_autofree char *key = dz_sheet_cell_key (line);
  g_autoptr(GArray) tokens = g_array_new (FALSE, FALSE, sizeof (Token));

  add_grades (self, tokens, key);
  add_numbers (tokens, key);
  drop_inner (tokens);

  return take_limits (tokens, FALSE, limits) || take_limits (tokens, TRUE, limits);
}

static void
add_id (GString    *ids,
        const char *id)
{
  g_auto(GStrv) there = g_strsplit (ids->str, " ", -1);

  if (!g_strv_contains ((const char *const *) there, id))
    g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", id);
}

/* Entries called by their own names in the words. */
static void
add_named (DzScoreWords *self,
           GString      *ids,
           DzEntryKind   kind,
           const char   *key)
{
  GPtrArray *entries = dz_codebook_list (self->codebook, kind);

  for (guint i = 0; i < entries->len; i++)
    {
      const DzEntry *entry = g_ptr_array_index (entries, i);

      if (entry->name != NULL && strstr (key, entry->name) != NULL)
        add_id (ids, entry->id);
    }
}

/**
 * dz_score_words_guess:
 * @words: of a head, all that is written about it
 *
 * Returns: (transfer full) (nullable): ids of what the program may hold about it, by the codebook's words for heads and its
 *   names; a person corrects it on the sheet
 */
char *
dz_score_words_guess (DzScoreWords *self,
                      const char   *words)
{
  g_autofree char *key = dz_sheet_cell_key (words);
  g_autoptr(GArray) hits = dz_rule_set_find (self->shows, key, (DzSpan){ 0, strlen (key) });
  g_autoptr(GString) ids = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      const DzRuleHit *hit = &g_array_index (hits, DzRuleHit, i);
      const char *also = dz_rule_get_word (hit->rule, "shows");

      add_id (ids, hit->entry->id);
      if (also != NULL)
        add_id (ids, also);
    }
  add_named (self, ids, DZ_ENTRY_INDICATOR, key);
  add_named (self, ids, DZ_ENTRY_WEAKNESS, key);

  return ids->len > 0 ? g_strdup (ids->str) : NULL;
}

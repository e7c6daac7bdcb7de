/* dz-figure-rules.c - the codebook's rules for figures, made ready to match
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-figure-rules.h"

#include "dz-char.h"
#include "dz-error.h"
#include "dz-rule-set.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Bit 0 is shared by the measure words of no class: they fit no indicator. */
#define FIRST_BIT 1
#define MOST_BITS 128

static void
clear_indicator (gpointer data)
{
  DzIndicatorRules *rules = data;

  g_array_unref (rules->nots);
  g_clear_pointer (&rules->sum_of, g_ptr_array_unref);
}

static void
clear_use (gpointer data)
{
  DzPatternUse *use = data;

  g_clear_pointer (&use->states, g_array_unref);
  g_clear_pointer (&use->asides, g_array_unref);
}

void
dz_figure_rules_free (DzFigureRules *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->patterns, dz_pattern_set_free);
  g_clear_pointer (&self->by_source, g_hash_table_unref);
  g_clear_pointer (&self->uses, g_array_unref);
  g_clear_pointer (&self->indicators, g_array_unref);
  g_clear_pointer (&self->cues, g_array_unref);
  g_clear_pointer (&self->states, g_array_unref);
  g_clear_pointer (&self->asides, g_array_unref);
  g_clear_pointer (&self->measures, g_ptr_array_unref);
  g_clear_pointer (&self->money, g_ptr_array_unref);
  g_clear_pointer (&self->measure_bits, g_hash_table_unref);
  g_clear_pointer (&self->classes, g_hash_table_unref);
  dz_codebook_unref (self->codebook);
  g_free (self);
}

static gboolean
complain (GError      **error,
          const DzRule *rule,
          const char   *reason)
{
  g_set_error (error, DZ_ERROR, DZ_ERROR_CODEBOOK, "%s:%d: %s", rule->file, rule->line, reason);

  return FALSE;
}

/* The number of the pattern @source; the same words are looked for only once. */
static gboolean
add_pattern (DzFigureRules *self,
             const DzRule  *rule,
             const char    *source,
             int           *number,
             GError       **error)
{
  g_autoptr(GError) wrong = NULL;
  g_autofree char *expanded = NULL;
  DzPatternUse use = { 0 };
  gpointer known;

  *number = DZ_NO_PATTERN;
  if (source == NULL || *source == '\0')
    return TRUE;
  known = g_hash_table_lookup (self->by_source, source);
  if (known != NULL)
    {
      *number = GPOINTER_TO_INT (known) - 1;
      return TRUE;
    }
  expanded = dz_rule_expand (self->codebook, source, &wrong);
  *number = expanded != NULL ? dz_pattern_set_add (self->patterns, expanded, &wrong) : -1;
  if (*number < 0)
    return complain (error, rule, wrong->message);
  g_hash_table_insert (self->by_source, g_strdup (source), GINT_TO_POINTER (*number + 1));
  g_array_append_val (self->uses, use);

  return TRUE;
}

static void
note_use (GArray **list,
          guint    index)
{
  if (*list == NULL)
    *list = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (*list, index);
}

static DzPatternUse *
get_use (DzFigureRules *self,
         int            pattern)
{
  return &g_array_index (self->uses, DzPatternUse, pattern);
}

static gboolean
parse_reach (const DzRule *rule,
             const char   *attribute,
             DzReach       fallback,
             DzReach      *reach,
             GError      **error)
{
  static const char *const words[] = { "number",   "near",      "clause", "after",
                                       "sentence", "paragraph", "around",
                                       "state" };
  const char *word = dz_rule_get_attribute (rule, attribute);

  *reach = fallback;
  if (word == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (word, words[i]))
      {
        *reach = (DzReach) i;
        return TRUE;
      }

  return complain (error, rule, _("this reach is not known"));
}

/* @case 份 -> bits; NULL gives 0. */
static gboolean
parse_measures (DzFigureRules *self,
                const DzRule  *rule,
                const char    *text,
                DzMeasures       *bits,
                GError       **error)
{
  g_auto(GStrv) words = NULL;

  *bits = 0;
  if (text == NULL)
    return TRUE;
  words = g_strsplit_set (text, " \n\t", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] == '@')
      {
        const DzMeasures *class_bits = g_hash_table_lookup (self->classes, words[i] + 1);

        if (class_bits == NULL)
          return complain (error, rule, _("this class of measure words is not known"));
        *bits |= *class_bits;
      }
    else if (words[i][0] != '\0')
      {
        DzMeasures bit = dz_figure_rules_measure_bit (self, g_intern_string (words[i]));

        if (bit <= 1)
          return complain (error, rule, _("this measure word is in no class of phrases.xml"));
        *bits |= bit;
      }

  return TRUE;
}

static gboolean
add_cue (DzFigureRules *self,
         guint          indicator,
         const DzRule  *rule,
         GError       **error)
{
  DzCue cue = { 0 };
  const char *where = dz_rule_get_attribute (rule, "where");
  const char *weight = dz_rule_get_attribute (rule, "weight");
  const char *carry = dz_rule_get_attribute (rule, "carry");

  cue.indicator = indicator;
  cue.rule = rule;
  cue.where = where == NULL || g_str_equal (where, "before") ? DZ_WHERE_BEFORE
              : g_str_equal (where, "after")                 ? DZ_WHERE_AFTER
                                                             : DZ_WHERE_ANY;
  cue.weight = weight != NULL ? (int) g_ascii_strtoll (weight, NULL, 10) : 0;
  cue.noun = DZ_NO_PATTERN;
  cue.base = g_strcmp0 (dz_rule_get_attribute (rule, "base"), "yes") == 0;
  cue.carry = carry == NULL || !g_str_equal (carry, "no");
  if (!add_pattern (self, rule, rule->text, &cue.pattern, error) ||
      !add_pattern (self, rule, dz_rule_get_attribute (rule, "with"), &cue.with, error) ||
      !add_pattern (self, rule, dz_rule_get_attribute (rule, "not"), &cue.not, error) ||
      !add_pattern (self, rule, dz_rule_get_attribute (rule, "noun"), &cue.noun, error) ||
      !parse_reach (rule, "within", DZ_REACH_PARAGRAPH, &cue.within, error) ||
      !parse_measures (self, rule, dz_rule_get_attribute (rule, "measure"), &cue.measures, error))
    return FALSE;
  if (cue.pattern == DZ_NO_PATTERN)
    return complain (error, rule, _("a cue without words"));
  g_array_append_val (self->cues, cue);
  get_use (self, cue.pattern)->n_cues++;

  return TRUE;
}

static gboolean
add_state (DzFigureRules *self,
           guint          indicator,
           const DzRule  *rule,
           GError       **error)
{
  DzStateRule state = { 0 };
  const char *value = dz_rule_get_attribute (rule, "value");
  guint index = self->states->len;

  if (value == NULL)
    return complain (error, rule, _("a state needs a value"));
  state.indicator = indicator;
  state.rule = rule;
  state.value = g_ascii_strtod (value, NULL);
  if (!add_pattern (self, rule, rule->text, &state.pattern, error) ||
      !add_pattern (self, rule, dz_rule_get_attribute (rule, "with"), &state.with, error) ||
      !add_pattern (self, rule, dz_rule_get_attribute (rule, "not"), &state.not, error) ||
      !parse_reach (rule, "within", DZ_REACH_SENTENCE, &state.within, error))
    return FALSE;
  if (state.pattern == DZ_NO_PATTERN)
    return complain (error, rule, _("a cue without words"));
  g_array_append_val (self->states, state);
  note_use (&get_use (self, state.pattern)->states, index);

  return TRUE;
}

static gboolean
add_not (DzFigureRules    *self,
         DzIndicatorRules *rules,
         const DzRule     *rule,
         GError          **error)
{
  DzNot not = { 0 };
  const char *as = dz_rule_get_attribute (rule, "as");

  not.head = g_strcmp0 (dz_rule_get_attribute (rule, "head"), "yes") == 0;
  not.as = as != NULL ? g_intern_string (as) : NULL;
  if (!add_pattern (self, rule, rule->text, &not.pattern, error) ||
      !add_pattern (self, rule, dz_rule_get_attribute (rule, "unless"), &not.unless, error) ||
      !parse_reach (rule, "within", DZ_REACH_NEAR, &not.within, error))
    return FALSE;
  if (not.pattern != DZ_NO_PATTERN)
    g_array_append_val (rules->nots, not);

  return TRUE;
}

static gboolean
add_sum (DzIndicatorRules *rules,
         const DzRule     *rule,
         GError          **error)
{
  const char *of = dz_rule_get_attribute (rule, "of");
  g_auto(GStrv) ids = NULL;

  if (of == NULL)
    return complain (error, rule, _("a sum names its parts in “of”"));
  ids = g_strsplit (of, " ", -1);
  rules->sum_of = g_ptr_array_new ();
  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (rules->sum_of, (gpointer) g_intern_string (ids[i]));

  return TRUE;
}

static DzValueForm
read_form (const DzEntry *entry)
{
  if (g_strcmp0 (entry->kind, "change") == 0)
    return DZ_VALUE_CHANGE;
  if (g_strcmp0 (entry->kind, "rate") == 0)
    return DZ_VALUE_RATE;
  if (g_strcmp0 (entry->kind, "money") == 0 || g_strcmp0 (entry->kind, "area") == 0)
    return DZ_VALUE_SIZE;

  return DZ_VALUE_COUNT;
}

static gboolean
add_indicator (DzFigureRules *self,
               const DzEntry *entry,
               GError       **error)
{
  DzIndicatorRules rules = { .entry = entry, .form = read_form (entry),
                             .nots = g_array_new (FALSE, FALSE, sizeof (DzNot)) };
  DzIndicatorRules *kept;
  guint index = self->indicators->len;
  gboolean ok = TRUE;

  g_array_append_val (self->indicators, rules);
  kept = &g_array_index (self->indicators, DzIndicatorRules, index);
  for (guint i = 0; i < entry->rules->len && ok; i++)
    {
      const DzRule *rule = g_ptr_array_index (entry->rules, i);

      if (g_str_equal (rule->name, "measure"))
        {
          DzMeasures bits;

          ok = parse_measures (self, rule, rule->text, &bits, error);
          kept->measures |= bits;
        }
      else if (g_str_equal (rule->name, "cue"))
        ok = add_cue (self, index, rule, error);
      else if (g_str_equal (rule->name, "not"))
        ok = add_not (self, kept, rule, error);
      else if (g_str_equal (rule->name, "state"))
        ok = add_state (self, index, rule, error);
      else if (g_str_equal (rule->name, "sum"))
        ok = add_sum (kept, rule, error);
    }

  return ok;
}

static int
compare_length (gconstpointer a,
                gconstpointer b)
{
  const char *x = *(const char *const *) a;
  const char *y = *(const char *const *) b;
  gsize n = strlen (x);
  gsize m = strlen (y);

  return n != m ? (n > m ? -1 : 1) : strcmp (x, y);
}

static gboolean
add_measure_words (DzFigureRules *self,
                   const DzRule  *rule,
                   GError       **error)
{
  g_auto(GStrv) words = g_strsplit_set (rule->text, " \n\t", -1);
  const char *class_name = dz_rule_get_attribute (rule, "class");
  DzMeasures *bits = NULL;

  if (class_name != NULL)
    {
      bits = g_hash_table_lookup (self->classes, class_name);
      if (bits == NULL)
        {
          bits = g_new0 (DzMeasures, 1);
          g_hash_table_insert (self->classes, g_strdup (class_name), bits);
        }
    }
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = words[i][0] != '\0' ? g_intern_string (words[i]) : NULL;
      guint known;

      if (word == NULL)
        continue;
      known = GPOINTER_TO_UINT (g_hash_table_lookup (self->measure_bits, word));
      if (known == 0)
        {
          gunichar c = dz_char_at (word);

          g_ptr_array_add (self->measures, (gpointer) word);
          self->measure_first[c / 32 % 64] |= 1u << (c % 32);
        }
      if (known <= 1)
        {
          known = 1;
          if (class_name != NULL)
            {
              guint next = FIRST_BIT;
              GHashTableIter iter;
              gpointer value;

              g_hash_table_iter_init (&iter, self->measure_bits);
              while (g_hash_table_iter_next (&iter, NULL, &value))
                next += GPOINTER_TO_UINT (value) > 1;
              if (next >= MOST_BITS)
                return complain (error, rule, _("too many measure words with a class"));
              known = next + 1;
            }
          g_hash_table_insert (self->measure_bits, (gpointer) word, GUINT_TO_POINTER (known));
        }
      if (bits != NULL)
        *bits |= (DzMeasures) 1 << (known - 1);
    }

  return TRUE;
}

static void
add_money_words (DzFigureRules *self,
                 const DzRule  *rule)
{
  g_auto(GStrv) words = g_strsplit_set (rule->text, " \n\t", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      g_ptr_array_add (self->money, (gpointer) g_intern_string (words[i]));
}

static gboolean
add_aside (DzFigureRules *self,
           const DzRule  *rule,
           GError       **error)
{
  DzAside aside = { 0 };
  const char *reason = dz_rule_get_attribute (rule, "reason");
  const char *sign = dz_rule_get_attribute (rule, "sign");
  guint index = self->asides->len;

  if (reason == NULL)
    return complain (error, rule, _("a set-aside rule needs a reason"));
  aside.reason = g_intern_string (reason);
  aside.rule = rule;
  aside.sign = sign != NULL ? (int) g_ascii_strtoll (sign, NULL, 10) : 0;
  if (!add_pattern (self, rule, rule->text, &aside.pattern, error) ||
      !add_pattern (self, rule, dz_rule_get_attribute (rule, "unless"), &aside.unless, error) ||
      !add_pattern (self, rule, dz_rule_get_attribute (rule, "until"), &aside.until, error) ||
      !add_pattern (self, rule, dz_rule_get_attribute (rule, "after"), &aside.after, error) ||
      !parse_reach (rule, "reach", DZ_REACH_NUMBER, &aside.reach, error))
    return FALSE;
  if (aside.pattern == DZ_NO_PATTERN)
    return complain (error, rule, _("a cue without words"));
  g_array_append_val (self->asides, aside);
  note_use (&get_use (self, aside.pattern)->asides, index);

  return TRUE;
}

/* All <words id="grammar"> of one class as one pattern. */
static gboolean
add_grammar (DzFigureRules *self,
             const DzEntry *entry,
             GError       **error)
{
  static const char *const classes[DZ_GRAMMAR_LAST] = { "verb", "foreign", "all",   "now",
                                                        "body", "lead",    "total", "respective",
                                                        "changed", "longer", "agent", "level",
                                                        "spoken" };

  for (guint c = 0; c < DZ_GRAMMAR_LAST; c++)
    {
      g_autoptr(GString) pattern = g_string_new (NULL);
      const DzRule *last = NULL;

      for (guint i = 0; i < entry->rules->len; i++)
        {
          const DzRule *rule = g_ptr_array_index (entry->rules, i);

          if (!g_str_equal (rule->name, "words") ||
              g_strcmp0 (dz_rule_get_attribute (rule, "id"), "grammar") != 0 ||
              g_strcmp0 (dz_rule_get_attribute (rule, "class"), classes[c]) != 0)
            continue;
          g_string_append_printf (pattern, "%s%s", last != NULL ? "|" : "", rule->text);
          last = rule;
        }
      if (last != NULL && !add_pattern (self, last, pattern->str, &self->grammar[c], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_phrases (DzFigureRules *self,
             const DzEntry *entry,
             GError       **error)
{
  gboolean ok = add_grammar (self, entry, error);

  for (guint i = 0; i < entry->rules->len && ok; i++)
    {
      const DzRule *rule = g_ptr_array_index (entry->rules, i);

      if (g_str_equal (rule->name, "words") &&
          g_strcmp0 (dz_rule_get_attribute (rule, "id"), "measure") == 0)
        ok = add_measure_words (self, rule, error);
      else if (g_str_equal (rule->name, "words") && g_strcmp0 (dz_rule_get_attribute (rule, "id"), "money") == 0)
        add_money_words (self, rule);
      else if (g_str_equal (rule->name, "set-aside"))
        ok = add_aside (self, rule, error);
    }

  return ok;
}

/* The cues of a pattern stand together, in the order they were written: the figures of a text ask for them some thousand times. */
static void
lay_cues (DzFigureRules *self)
{
  GArray *laid = g_array_sized_new (FALSE, FALSE, sizeof (DzCue), self->cues->len);
  guint first = 0;

  for (guint i = 0; i < self->uses->len; i++)
    {
      DzPatternUse *use = &g_array_index (self->uses, DzPatternUse, i);

      use->first_cue = first;
      first += use->n_cues;
      use->n_cues = 0;
    }
  g_array_set_size (laid, self->cues->len);
  for (guint i = 0; i < self->cues->len; i++)
    {
      const DzCue *cue = &g_array_index (self->cues, DzCue, i);
      DzPatternUse *use = get_use (self, cue->pattern);

      g_array_index (laid, DzCue, use->first_cue + use->n_cues++) = *cue;
    }
  g_array_unref (self->cues);
  self->cues = laid;
}

/* What is only looked for beside something else is found where it is asked for. */
static void
keep_company_back (DzFigureRules *self)
{
  for (guint i = 0; i < self->uses->len; i++)
    {
      const DzPatternUse *use = get_use (self, (int) i);

      if (use->n_cues == 0 && use->states == NULL && use->asides == NULL)
        dz_pattern_set_keep_back (self->patterns, i);
    }
}

/**
 * dz_figure_rules_new:
 *
 * Returns: (transfer full) (nullable): the rules of @codebook, or %NULL with @error of
 *   %DZ_ERROR_CODEBOOK naming file, line and reason
 */
DzFigureRules *
dz_figure_rules_new (DzCodebook  *codebook,
                     GError     **error)
{
  g_autoptr(DzFigureRules) self = g_new0 (DzFigureRules, 1);
  GPtrArray *phrases = dz_codebook_list (codebook, DZ_ENTRY_PHRASES);
  GPtrArray *indicators = dz_codebook_list (codebook, DZ_ENTRY_INDICATOR);

  self->codebook = dz_codebook_ref (codebook);
  for (guint i = 0; i < DZ_GRAMMAR_LAST; i++)
    self->grammar[i] = DZ_NO_PATTERN;
  self->patterns = dz_pattern_set_new (dz_codebook_peek_lexicon (codebook));
  self->by_source = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->uses = g_array_new (FALSE, TRUE, sizeof (DzPatternUse));
  g_array_set_clear_func (self->uses, clear_use);
  self->indicators = g_array_new (FALSE, TRUE, sizeof (DzIndicatorRules));
  g_array_set_clear_func (self->indicators, clear_indicator);
  self->cues = g_array_new (FALSE, FALSE, sizeof (DzCue));
  self->states = g_array_new (FALSE, FALSE, sizeof (DzStateRule));
  self->asides = g_array_new (FALSE, FALSE, sizeof (DzAside));
  self->measures = g_ptr_array_new ();
  self->money = g_ptr_array_new ();
  self->measure_bits = g_hash_table_new (g_direct_hash, g_direct_equal);
  self->classes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < phrases->len; i++)
    if (!add_phrases (self, g_ptr_array_index (phrases, i), error))
      return NULL;
  g_ptr_array_sort (self->measures, compare_length);
  g_ptr_array_add (self->money, NULL);
  for (guint i = 0; i < indicators->len; i++)
    if (!add_indicator (self, g_ptr_array_index (indicators, i), error))
      return NULL;
  lay_cues (self);
  keep_company_back (self);
  dz_pattern_set_compile (self->patterns);

  return g_steal_pointer (&self);
}

/**
 * dz_figure_rules_measure_at:
 *
 * Returns: (transfer none) (nullable): the longest measure word at byte @at, interned
 */
const char *
dz_figure_rules_measure_at (DzFigureRules *self,
                            const char    *text,
                            gsize          len,
                            gsize          at)
{
  gunichar c;

  if (at >= len || (guchar) text[at] < 0xe3)
    return NULL;
  c = dz_char_at (text + at);
  if ((self->measure_first[c / 32 % 64] & (1u << (c % 32))) == 0)
    return NULL;
  for (guint i = 0; i < self->measures->len; i++)
    {
      const char *word = g_ptr_array_index (self->measures, i);

      if (dz_word_at (text, len, at, word) > 0)
        return word;
    }

  return NULL;
}

/**
 * dz_figure_rules_measure_of_label:
 * @label: of a number or of a column: 法治讲座次数, 法律咨询人次, 行政处罚案件数
 *
 * Returns: (transfer none) (nullable): the measure word its last word counts in, interned
 */
const char *
dz_figure_rules_measure_of_label (DzFigureRules *self,
                                  const char    *text,
                                  DzSpan         label)
{
  gboolean number = dz_word_ends (text, label.start, label.end, "数") > 0;
  gsize end = label.end - (number ? strlen ("数") : 0);

  /* a word of one character says what is counted only before 数 */
  for (gsize n = 6; n >= (number ? 3 : 6); n -= 3)
    if (end >= label.start + n + 3)
      {
        const char *unit = dz_figure_rules_measure_at (self, text, end, end - n);

        if (unit != NULL && strlen (unit) == n && (g_str_has_suffix (unit, "次") || number))
          return unit;
      }

  return NULL;
}

/**
 * dz_figure_rules_measure_bit:
 * @unit: (nullable): interned
 *
 * Returns: the bit of a measure word; 1 for words of no class, 0 for unknown ones
 */
DzMeasures
dz_figure_rules_measure_bit (DzFigureRules *self,
                             const char    *unit)
{
  guint known = unit != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->measure_bits, unit)) : 0;

  return known == 0 ? 0 : (DzMeasures) 1 << (known - 1);
}

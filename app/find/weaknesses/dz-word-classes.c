/* dz-word-classes.c - who or what falls short, and how: words that say the same count as one
 *
 * phrases.xml holds two lists of classes: <words id="subject" class="team"> of
 * those and of that which may fall short, <words id="aspect" class="few"> of
 * the ways to. A clause says its subjects, its aspects, and each subject with
 * each aspect (team and few: 队里就三个人, 执法中队缺员), and what the pair is
 * about is learnt like what a gram is about. So a wording nobody wrote down is
 * read by the words it shares a class with.
 *
 * Whom a text names first it is mostly about: its first subject counts once more, by itself ({team}{^}).
 *
 * A word is one to three characters, which is a gram; the classes of all grams
 * of a clause are looked up as it is walked through.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-word-classes.h"

#include "dz-char.h"

#include <string.h>

#define MOST_CLASSES 64
/* A class is written as a character nobody uses, so that it stands in a gram like any other. */
#define FIRST_SUBJECT 0xe000
#define FIRST_ASPECT 0xe100
#define IS_FIRST (FIRST_ASPECT + MOST_CLASSES) /* behind a subject: it is the first */
#define FIRST_NAME "^"

typedef struct
{
  DzGram gram; /* 0: the place is free */
  guint64 subjects; /* a bit each */
  guint64 aspects;
} Place;

struct _DzWordClasses
{
  GPtrArray *subjects; /* names, borrowed from the codebook */
  GPtrArray *aspects;
  Place *places;
  guint8 *tags; /* of each, a few bits of its gram; 0: free. Most grams of a text are in no class, and these stay in the processor's
                 * cache */
  guint mask;   /* their number, a power of 2, less 1 */
};

static guint64
hash (DzGram gram)
{
  return gram * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
}

static guint8
tag (guint64 hashed)
{
  return (guint8) (hashed >> 32) | 1;
}

static Place *
find_place (DzWordClasses *self,
            DzGram         gram)
{
  guint64 hashed = hash (gram);
  guint at = (guint) (hashed >> 40) & self->mask;

  while (self->tags[at] != 0 && (self->tags[at] != tag (hashed) || self->places[at].gram != gram))
    at = (at + 1) & self->mask;

  return &self->places[at];
}

/* The list of classes a rule belongs to, %NULL where it is none. */
static GPtrArray *
find_list (DzWordClasses *self,
           const DzRule  *rule)
{
  const char *id = dz_rule_get_attribute (rule, "id");

  if (!g_str_equal (rule->name, "words") || id == NULL)
    return NULL;

  return g_str_equal (id, "subject") ? self->subjects : g_str_equal (id, "aspect") ? self->aspects : NULL;
}

static void
add_words (DzWordClasses *self,
           const DzRule  *rule)
{
  GPtrArray *list = find_list (self, rule);
  const char *name = dz_rule_get_attribute (rule, "class");
  g_auto(GStrv) words = NULL;
  guint index;

  if (list == NULL || name == NULL)
    return;
  if (!g_ptr_array_find_with_equal_func (list, name, g_str_equal, &index))
    {
      if (list->len == MOST_CLASSES)
        return;
      index = list->len;
      g_ptr_array_add (list, (gpointer) name);
    }
  words = g_strsplit_set (rule->text, " \n\t", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      DzGram gram = dz_gram_read (words[i], strlen (words[i]));
      Place *place = gram != 0 ? find_place (self, gram) : NULL;

      if (place == NULL)
        continue; /* longer than a gram, or what stood between two words */
      place->gram = gram;
      self->tags[place - self->places] = tag (hash (gram));
      if (list == self->subjects)
        place->subjects |= G_GUINT64_CONSTANT (1) << index;
      else
        place->aspects |= G_GUINT64_CONSTANT (1) << index;
    }
}

/* The table has room for a word every two bytes of the lists, which is more than there are. */
static void
make_room (DzWordClasses *self,
           const DzEntry *phrases)
{
  gsize bytes = 0;

  for (guint i = 0; phrases != NULL && i < phrases->rules->len; i++)
    {
      const DzRule *rule = g_ptr_array_index (phrases->rules, i);

      if (find_list (self, rule) != NULL)
        bytes += strlen (rule->text);
    }
  self->mask = 63;
  while (self->mask < bytes / 2)
    self->mask = 2 * self->mask + 1;
  self->places = g_new0 (Place, self->mask + 1);
  self->tags = g_new0 (guint8, self->mask + 1);
}

/**
 * dz_word_classes_new:
 * @codebook: must live as long as the classes
 *
 * Returns: (transfer full): the classes of its phrases; it may have none
 */
DzWordClasses *
dz_word_classes_new (DzCodebook *codebook)
{
  DzWordClasses *self = g_new0 (DzWordClasses, 1);
  const DzEntry *phrases = dz_codebook_find (codebook, DZ_ENTRY_PHRASES, "phrases");

  self->subjects = g_ptr_array_new ();
  self->aspects = g_ptr_array_new ();
  make_room (self, phrases);
  for (guint i = 0; phrases != NULL && i < phrases->rules->len; i++)
    add_words (self, g_ptr_array_index (phrases->rules, i));

  return self;
}

void
dz_word_classes_free (DzWordClasses *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->subjects);
  g_ptr_array_unref (self->aspects);
  g_free (self->places);
  g_free (self->tags);
  g_free (self);
}

static gboolean
ends_clause (gunichar c)
{
  return c == 0xff0c || c == 0xff1b || c == 0x3002 || c == 0xff1a || c == ',' || c == ';' || c == '\n';
}

/* One clause while it is walked through. */
typedef struct
{
  DzSpan span;
  guint64 subjects;
  guint64 aspects;
  guint64 first;    /* subjects of the longest word of those that begin first */
  guint first_at;   /* in characters */
} Clause;

/* @begin: where the gram begins in its clause, in characters; asked of the shorter grams of one place first */
static void
look_up (DzWordClasses *self,
         DzGram         gram,
         guint          begin,
         Clause        *clause)
{
  const Place *place = find_place (self, gram);

  if (self->tags[place - self->places] == 0)
    return;
  clause->subjects |= place->subjects;
  clause->aspects |= place->aspects;
  if (place->subjects != 0 && (clause->first == 0 || begin <= clause->first_at))
    {
      clause->first = place->subjects;
      clause->first_at = begin;
    }
}

/* The next clause of @span from byte *@at on; %FALSE where there is none. */
static gboolean
read_clause (DzWordClasses *self,
             const char    *folded,
             DzSpan         span,
             gsize         *at,
             Clause        *clause)
{
  gunichar before = 0, earlier = 0; /* characters before this one */
  gboolean over = FALSE;
  guint n = 0; /* characters before this one */

  *clause = (Clause){ { *at, *at }, 0, 0, 0, 0 };
  while (*at < span.end && !over)
    {
      gunichar c = dz_char_at (folded + *at);

      over = ends_clause (c);
      clause->span.end = *at;
      *at += (gsize) g_utf8_skip[(guchar) folded[*at]];
      if (over)
        break;
      clause->span.end = *at;
      look_up (self, dz_gram_of (c, 0, 0), n, clause);
      if (before != 0)
        look_up (self, dz_gram_of (before, c, 0), n - 1, clause);
      if (earlier != 0)
        look_up (self, dz_gram_of (earlier, before, c), n - 2, clause);
      n++;
      earlier = before;
      before = c;
    }

  return *at > clause->span.start;
}

static gunichar
subject (guint index)
{
  return FIRST_SUBJECT + index;
}

static gunichar
aspect (guint index)
{
  return FIRST_ASPECT + index;
}

static gboolean
has_bit (guint64 bits,
         guint   index)
{
  return (bits >> index & 1) != 0;
}

static void
append (GArray *grams,
        DzGram  gram)
{
  g_array_append_val (grams, gram);
}

/**
 * dz_word_classes_add:
 * @grams: (element-type DzGram): what the subjects and aspects of @span's clauses are, their pairs, and which subject
 *   is the first, are added to it, each once
 */
void
dz_word_classes_add (DzWordClasses *self,
                     const char    *folded,
                     DzSpan         span,
                     GArray        *grams)
{
  guint64 pairs[MOST_CLASSES] = { 0 }; /* by subject, the aspects it stood with */
  guint64 subjects = 0, aspects = 0, first = 0;
  gsize at = span.start;
  Clause clause;

  while (read_clause (self, folded, span, &at, &clause))
    {
      if (clause.span.start == span.start)
        first = clause.first;
      for (guint i = 0; i < self->subjects->len && clause.subjects >> i != 0; i++)
        if (has_bit (clause.subjects, i))
          pairs[i] |= clause.aspects;
      subjects |= clause.subjects;
      aspects |= clause.aspects;
    }
  for (guint k = 0; k < self->aspects->len && aspects >> k != 0; k++)
    if (has_bit (aspects, k))
      append (grams, dz_gram_of (aspect (k), 0, 0));
  for (guint i = 0; i < self->subjects->len && subjects >> i != 0; i++)
    {
      if (!has_bit (subjects, i))
        continue;
      append (grams, dz_gram_of (subject (i), 0, 0));
      if (has_bit (first, i))
        append (grams, dz_gram_of (subject (i), IS_FIRST, 0));
      for (guint k = 0; k < self->aspects->len && pairs[i] >> k != 0; k++)
        if (has_bit (pairs[i], k))
          append (grams, dz_gram_of (subject (i), aspect (k), 0));
    }
}

/**
 * dz_word_classes_are_gram:
 *
 * Returns: whether @gram is a class or a pair of classes
 */
gboolean
dz_word_classes_are_gram (DzGram gram)
{
  gunichar c = dz_gram_get_character (gram, 0);

  return c >= FIRST_SUBJECT && c < FIRST_ASPECT + MOST_CLASSES;
}

static const char *
get_name (DzWordClasses *self,
          gunichar       c)
{
  GPtrArray *list = c >= FIRST_ASPECT ? self->aspects : self->subjects;
  guint index = c >= FIRST_ASPECT ? c - FIRST_ASPECT : c - FIRST_SUBJECT;

  if (c == IS_FIRST)
    return FIRST_NAME;

  return index < list->len ? g_ptr_array_index (list, index) : NULL;
}

static gunichar
find_name (DzWordClasses *self,
           const char    *name,
           gsize          len)
{
  for (guint i = 0; i <= 2 * MOST_CLASSES; i++)
    {
      gunichar c = i < MOST_CLASSES ? subject (i) : aspect (i - MOST_CLASSES); /* the last is IS_FIRST */
      const char *own = get_name (self, c);

      if (own != NULL && strlen (own) == len && memcmp (own, name, len) == 0)
        return c;
    }

  return 0;
}

/**
 * dz_word_classes_read:
 * @word: {team} or {team}{few}
 *
 * Returns: their gram, 0 where there are no such classes
 */
DzGram
dz_word_classes_read (DzWordClasses *self,
                      const char    *word,
                      gsize          len)
{
  gunichar read[2] = { 0, 0 };
  const char *at = word;

  for (guint i = 0; i < G_N_ELEMENTS (read) && at < word + len; i++)
    {
      const char *close = memchr (at, '}', (gsize) (word + len - at));

      if (*at != '{' || close == NULL || (read[i] = find_name (self, at + 1, (gsize) (close - at) - 1)) == 0)
        return 0;
      at = close + 1;
    }

  return dz_gram_of (read[0], read[1], 0);
}

/**
 * dz_word_classes_dup_word:
 *
 * Returns: (transfer full): the gram as dz_word_classes_read() reads it
 */
char *
dz_word_classes_dup_word (DzWordClasses *self,
                          DzGram         gram)
{
  GString *word = g_string_new (NULL);

  for (guint i = 0; i < 2; i++)
    {
      gunichar c = dz_gram_get_character (gram, i);

      if (c != 0)
        g_string_append_printf (word, "{%s}", get_name (self, c));
    }

  return g_string_free (word, FALSE);
}

/* The first word of the class in @span, the longest that begins there. */
static DzSpan
find_word (DzWordClasses *self,
           const char    *folded,
           DzSpan         span,
           gunichar       class)
{
  gboolean is_aspect = class >= FIRST_ASPECT;
  guint index = is_aspect ? class - FIRST_ASPECT : class - FIRST_SUBJECT;

  for (const char *p = folded + span.start; p < folded + span.end; p = g_utf8_next_char (p))
    {
      const char *end = p;
      DzSpan found = DZ_SPAN_NONE;

      for (guint n = 0; n < DZ_GRAM_LONGEST && end < folded + span.end; n++)
        {
          const Place *place;

          end = g_utf8_next_char (end);
          place = find_place (self, dz_gram_read (p, (gsize) (end - p)));
          if (has_bit (is_aspect ? place->aspects : place->subjects, index))
            found = (DzSpan){ (gsize) (p - folded), (gsize) (end - folded) };
        }
      if (!dz_span_is_empty (found))
        return found;
    }

  return DZ_SPAN_NONE;
}

/**
 * dz_word_classes_dup_told:
 * @where: (out): from the first to the last of the words
 *
 * Returns: (transfer full) (nullable): the words of @span that the classes of @gram stand for: “队员…缺”
 */
char *
dz_word_classes_dup_told (DzWordClasses *self,
                          const char    *folded,
                          DzSpan         span,
                          DzGram         gram,
                          DzSpan        *where)
{
  gunichar first = dz_gram_get_character (gram, 0);
  gunichar second = dz_gram_get_character (gram, 1) != IS_FIRST ? dz_gram_get_character (gram, 1) : 0;
  gsize at = span.start;
  Clause clause;

  while (read_clause (self, folded, span, &at, &clause))
    {
      DzSpan a = find_word (self, folded, clause.span, first);
      DzSpan b = second != 0 ? find_word (self, folded, clause.span, second) : a;
      g_autofree char *one = NULL;
      g_autofree char *other = NULL;

      if (dz_span_is_empty (a) || dz_span_is_empty (b))
        continue;
      where->start = MIN (a.start, b.start);
      where->end = MAX (a.end, b.end);
      one = g_strndup (folded + a.start, a.end - a.start);
      other = g_strndup (folded + b.start, b.end - b.start);
      return second != 0 ? g_strconcat (one, "…", other, NULL) : g_steal_pointer (&one);
    }

  return NULL;
}

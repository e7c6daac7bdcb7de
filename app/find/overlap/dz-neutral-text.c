/* dz-neutral-text.c - a report as clauses of neutral characters
 *
 * The folded text and its map back are let go again: a county's reports are
 * compared all at once, and what is kept of each is its grams and where its
 * clauses stand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-neutral-text.h"

#include "dz-fold.h"
#include "dz-furniture.h"
#include "dz-numeral.h"
#include "dz-script.h"

#include <string.h>

#define GRAM 3          /* characters */
#define LONGEST_CLAUSE 120 /* characters: words without an end mark are cut here */

typedef struct
{
  DzNeutralText *text;
  DzFold *fold;
  guint16 tokens[LONGEST_CLAUSE];
  guint n;
  gsize start; /* folded; of the clause */
  gsize end;
  guint sentence;
} Writer;

static guint32
hash_gram (const guint16 *tokens)
{
  guint64 hash = ((guint64) tokens[0] << 32) | ((guint64) tokens[1] << 16) | tokens[2];

  hash *= G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  hash ^= hash >> 29;
  hash *= G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);

  return (guint32) (hash >> 32);
}

static void
end_clause (Writer *self)
{
  if (self->n > 0)
    {
      DzSpan span = dz_fold_to_original (self->fold, (DzSpan){ self->start, self->end });
      DzNeutralClause clause = { (guint32) span.start, (guint32) span.end, self->text->grams->len, 0,
                                 (guint16) self->n, self->sentence };

      for (guint i = 0; i + GRAM <= self->n; i++, clause.n++)
        {
          guint32 gram = hash_gram (self->tokens + i);

          g_array_append_val (self->text->grams, gram);
        }
      g_array_append_val (self->text->clauses, clause);
    }
  self->n = 0;
}

static void
put (Writer *self,
     guint16 token,
     gsize   start,
     gsize   end)
{
  if (self->n == LONGEST_CLAUSE)
    end_clause (self);
  if (self->n == 0)
    self->start = start;
  self->tokens[self->n++] = token;
  self->end = end;
}

static gboolean
ends_clause (gunichar c)
{
  switch (c)
    {
    case 0xff0c: /* ， */
    case 0x3002: /* 。 */
    case 0xff1b: /* ； */
    case 0xff1a: /* ： */
    case 0xff01: /* ！ */
    case 0xff1f: /* ？ */
    case 0x2026: /* … */
    case '\n':
    case '\t':
    case ';':
    case '!':
    case '?':
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
ends_sentence (gunichar c)
{
  return c == 0x3002 /* 。 */ || c == 0xff01 || c == 0xff1f || c == '!' || c == '?' || c == '\n';
}

static gboolean
is_numeral (gunichar c)
{
  return (c >= '0' && c <= '9') || dz_numeral_digit (c) >= 0 || dz_numeral_unit (c) > 0 ||
         dz_numeral_large_unit (c) > 0;
}

/* Where the number that begins at @at ends: 1,234.5 or 二百三十一; @at itself where none does. */
static const char *
skip_number (const char *at,
             const char *end)
{
  const char *next = at;

  while (next < end && (is_numeral (g_utf8_get_char (next)) ||
                        (next > at && (*next == '.' || *next == ',') && next + 1 < end && g_ascii_isdigit (next[1]))))
    next = g_utf8_next_char (next);

  return next;
}

/* One numeral of a word (一是, 统一, 三调联动) is a word's; digits, and numerals in a row, count. */
static gboolean
is_number (const char *at,
           const char *end)
{
  return g_ascii_isdigit (*at) || end > at + 3;
}

static void
write_char (Writer      *self,
            const char **at,
            const char  *folded,
            const char  *end)
{
  gunichar c = g_utf8_get_char (*at);
  const char *next = skip_number (*at, end);

  if (next > *at && is_number (*at, next))
    {
      put (self, DZ_TOKEN_NUMBER, (gsize) (*at - folded), (gsize) (next - folded));
      *at = next;
      return;
    }
  next = g_utf8_next_char (*at);
  if (ends_clause (c))
    {
      end_clause (self);
      self->sentence += ends_sentence (c);
    }
  else if (dz_script_is_han (c))
    put (self, c < 0x10000 ? (guint16) c : (guint16) (0xd800 | (c & 0x7ff)), (gsize) (*at - folded),
         (gsize) (next - folded));
  *at = next;
}

/* The lines a site put around the report (发布日期：… 来源：… 浏览次数：…): pages of one site share them, their authors do not. */
static GArray *
find_furniture (DzText *text,
                DzFold *fold)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (DzSpan));
  gsize len;
  const char *string = dz_text_peek (text, &len);

  for (gsize at = 0; at < len;)
    {
      const char *stop = memchr (string + at, '\n', len - at);
      gsize end = stop != NULL ? (gsize) (stop - string) : len;

      if (dz_furniture_is_line (string + at, end - at))
        {
          DzSpan span = dz_fold_from_original (fold, (DzSpan){ at, end });

          g_array_append_val (spans, span);
        }
      at = end + 1;
    }

  return spans;
}

/**
 * dz_neutral_text_new:
 *
 * Returns: (transfer full): the report's clauses and grams
 */
DzNeutralText *
dz_neutral_text_new (DzText         *text,
                     DzNeutralWords *words)
{
  DzNeutralText *self = g_new0 (DzNeutralText, 1);
  g_autoptr(GArray) hits = g_array_new (FALSE, FALSE, sizeof (DzNeutralHit));
  g_autoptr(GArray) furniture = NULL;
  g_autoptr(DzFold) fold = NULL;
  Writer writer = { .text = self };
  const char *string, *folded;
  gsize len;
  guint next = 0;
  guint n_skipped = 0;

  string = dz_text_peek (text, &len);
  writer.fold = fold = dz_fold_new_simplified (string, len);
  folded = dz_fold_peek (fold, &len);
  self->clauses = g_array_new (FALSE, FALSE, sizeof (DzNeutralClause));
  self->grams = g_array_sized_new (FALSE, FALSE, sizeof (guint32), (guint) len / 3);
  dz_neutral_words_find (words, folded, len, hits);
  furniture = find_furniture (text, fold);
  for (const char *at = folded; at < folded + len;)
    {
      const DzSpan *skipped = n_skipped < furniture->len ? &g_array_index (furniture, DzSpan, n_skipped) : NULL;
      const DzNeutralHit *hit = next < hits->len ? &g_array_index (hits, DzNeutralHit, next) : NULL;

      if (skipped != NULL && (gsize) (at - folded) >= skipped->start)
        {
          end_clause (&writer);
          at = MAX (at, folded + skipped->end);
          n_skipped++;
          continue;
        }
      if (hit == NULL || (gsize) (at - folded) < hit->span.start)
        {
          write_char (&writer, &at, folded, folded + len);
          continue;
        }
      if ((gsize) (at - folded) > hit->span.start) /* a number ran into it */
        {
          next++;
          continue;
        }
      if (hit->token == 0)
        end_clause (&writer);
      else
        put (&writer, hit->token, hit->span.start, hit->span.end);
      at = folded + hit->span.end;
      next++;
    }
  end_clause (&writer);

  return self;
}

void
dz_neutral_text_free (DzNeutralText *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->clauses);
  g_array_unref (self->grams);
  g_free (self);
}

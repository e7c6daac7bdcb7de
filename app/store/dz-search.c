/* dz-search.c - words found in the reports of a snapshot
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE /* memmem() */

#include "dz-search.h"

#include "dz-error.h"
#include "dz-fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _DzSearch
{
  DzReview *review;
  GHashTable *folds; /* DzText, referenced -> DzFold */
};

/**
 * dz_search_new:
 *
 * Returns: (transfer full): a search without a review; used in one thread
 */
DzSearch *
dz_search_new (void)
{
  DzSearch *self = g_new0 (DzSearch, 1);

  self->folds = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) dz_text_unref,
                                       (GDestroyNotify) dz_fold_free);

  return self;
}

void
dz_search_free (DzSearch *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->review, dz_review_unref);
  g_hash_table_unref (self->folds);
  g_free (self);
}

static gboolean
is_gone (gpointer text,
         gpointer fold,
         gpointer texts)
{
  return !g_hash_table_contains (texts, text);
}

/**
 * dz_search_set_review:
 * @review: (nullable): kept by reference
 */
void
dz_search_set_review (DzSearch *self,
                      DzReview *review)
{
  g_autoptr(GHashTable) texts = g_hash_table_new (NULL, NULL);

  g_return_if_fail (self != NULL);

  if (review != NULL)
    dz_review_ref (review);
  g_clear_pointer (&self->review, dz_review_unref);
  self->review = review;
  for (guint i = 0; review != NULL && i < review->reports->len; i++)
    g_hash_table_add (texts, ((DzReport *) g_ptr_array_index (review->reports, i))->text);
  g_hash_table_foreach_remove (self->folds, is_gone, texts);
}

static DzFold *
get_fold (DzSearch *self,
          DzText   *text)
{
  DzFold *fold = g_hash_table_lookup (self->folds, text);

  if (fold == NULL)
    {
      gsize len;
      const char *content = dz_text_peek (text, &len);

      fold = dz_fold_new_joined (content, len);
      g_hash_table_insert (self->folds, dz_text_ref (text), fold);
    }

  return fold;
}

static void
add_place (DzSearchHit **hit,
           DzReport     *report,
           DzFold       *fold,
           DzSpan        folded)
{
  DzSpan span = dz_fold_to_original (fold, folded);

  if (*hit == NULL)
    {
      *hit = g_new0 (DzSearchHit, 1);
      (*hit)->report_id = report->id;
      (*hit)->spans = g_array_new (FALSE, FALSE, sizeof (DzSpan));
    }
  g_array_append_val ((*hit)->spans, span);
}

static DzSearchHit *
search_report (DzSearch   *self,
               DzReport   *report,
               const char *words,
               gsize       words_len,
               guint       limit)
{
  DzFold *fold = get_fold (self, report->text);
  DzSearchHit *hit = NULL;
  gsize len;
  const char *text = dz_fold_peek (fold, &len);
  const char *end = text + len;

  for (const char *at = text;
       limit > 0 && (at = memmem (at, (gsize) (end - at), words, words_len)) != NULL;
       at += words_len, limit--)
    {
      DzSpan folded = { (gsize) (at - text), (gsize) (at - text) + words_len };

      add_place (&hit, report, fold, folded);
    }

  return hit;
}

/* The same with a pattern; what matches no character is no place. FALSE: it took too long. */
static gboolean
match_report (DzSearch     *self,
              DzReport     *report,
              GRegex       *pattern,
              guint         limit,
              DzSearchHit **hit)
{
  DzFold *fold = get_fold (self, report->text);
  g_autoptr(GMatchInfo) match = NULL;
  g_autoptr(GError) error = NULL;
  gsize len;
  const char *text = dz_fold_peek (fold, &len);

  *hit = NULL;
  g_regex_match_full (pattern, text, (gssize) len, 0, 0, &match, &error);
  for (; limit > 0 && error == NULL && g_match_info_matches (match); g_match_info_next (match, &error))
    {
      int from, to;

      if (!g_match_info_fetch_pos (match, 0, &from, &to) || from >= to)
        continue;
      add_place (hit, report, fold, (DzSpan){ (gsize) from, (gsize) to });
      limit--;
    }

  return error == NULL;
}

/* What is no sign of the pattern language is folded as the reports are; a full-width bracket is a
 * bracket of the text and not one of the pattern. */
static char *
fold_pattern (const char *pattern)
{
  GString *folded = g_string_new (NULL);

  for (const char *p = pattern; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *one = g_strndup (p, (gsize) (g_utf8_next_char (p) - p));
      g_autofree char *same = *p > 0 ? NULL : dz_fold_words (one);
      g_autofree char *escaped = same != NULL ? g_regex_escape_string (same, -1) : NULL;

      g_string_append (folded, escaped != NULL ? escaped : one);
    }

  return g_string_free (folded, FALSE);
}

/**
 * dz_search_find:
 * @words: one character or more; found where they stand together, blanks, line breaks, width and
 *   script left out of account
 * @limit: of places in all, 0 for no limit
 *
 * Returns: (transfer full) (element-type DzSearchHit): the reports with these words, in roster order
 */
GPtrArray *
dz_search_find (DzSearch   *self,
                const char *words,
                guint       limit)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_search_hit_free);
  g_autofree char *folded = NULL;
  guint left = limit > 0 ? limit : G_MAXUINT;

  g_return_val_if_fail (self != NULL && words != NULL, hits);

  folded = dz_fold_words (words);
  g_strstrip (folded);
  for (guint i = 0; *folded != '\0' && self->review != NULL && left > 0 &&
                    i < self->review->reports->len; i++)
    {
      DzSearchHit *hit = search_report (self, g_ptr_array_index (self->review->reports, i), folded,
                                  strlen (folded), left);

      if (hit == NULL)
        continue;
      left -= hit->spans->len;
      g_ptr_array_add (hits, hit);
    }

  return hits;
}

/**
 * dz_search_find_pattern:
 * @pattern: a regular expression; it sees the text as it is folded: simplified characters, half
 *   width, no blanks between them, a line a paragraph
 * @limit: of places in all, 0 for no limit
 *
 * Returns: (transfer full) (element-type DzSearchHit) (nullable): the reports with places that match,
 *   in roster order; %NULL: @pattern is no regular expression, or would take too long
 */
GPtrArray *
dz_search_find_pattern (DzSearch   *self,
                        const char *pattern,
                        guint       limit,
                        GError    **error)
{
  g_autoptr(GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_search_hit_free);
  g_autofree char *folded = NULL;
  g_autoptr(GRegex) regex = NULL;
  guint left = limit > 0 ? limit : G_MAXUINT;

  g_return_val_if_fail (self != NULL && pattern != NULL, NULL);

  folded = fold_pattern (pattern);
  regex = g_regex_new (folded, G_REGEX_OPTIMIZE | G_REGEX_MULTILINE, 0, NULL);
  if (regex == NULL)
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_USAGE, _("“%s” is not a complete regular expression"), pattern);
      return NULL;
    }
  for (guint i = 0; self->review != NULL && left > 0 && i < self->review->reports->len; i++)
    {
      DzSearchHit *hit;

      if (!match_report (self, g_ptr_array_index (self->review->reports, i), regex, left, &hit))
        {
          g_clear_pointer (&hit, dz_search_hit_free);
          g_set_error (error, DZ_ERROR, DZ_ERROR_USAGE, _("“%s” takes too long; make it more definite"), pattern);
          return NULL;
        }
      if (hit == NULL)
        continue;
      left -= hit->spans->len;
      g_ptr_array_add (hits, hit);
    }

  return g_steal_pointer (&hits);
}

void
dz_search_hit_free (DzSearchHit *hit)
{
  if (hit == NULL)
    return;

  g_array_unref (hit->spans);
  g_free (hit);
}

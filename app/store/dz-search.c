/* dz-search.c - words found in the reports of a snapshot
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-search.h"

#include "dz-error.h"
#include "dz-fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _DzSearch
{
  DzReview *review;
  GHashTable *folded; /* DzText, referenced -> char *, as words are looked for in it */

  /* the search that is under way */
  char *words;        /* (nullable) folded */
  GRegex *pattern;    /* (nullable) */
  char *told;         /* (nullable) the pattern as it was given, for messages */
  GPtrArray *reports; /* DzReport of review, in the order they are searched */
  guint next;         /* of reports */
  guint left;         /* places that may still be found */
  guint limit;
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

  self->folded = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) dz_text_unref, g_free);
  self->reports = g_ptr_array_new ();

  return self;
}

static void
give_up (DzSearch *self)
{
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->pattern, g_regex_unref);
  g_clear_pointer (&self->told, g_free);
  g_ptr_array_set_size (self->reports, 0);
  self->next = 0;
}

void
dz_search_free (DzSearch *self)
{
  if (self == NULL)
    return;

  give_up (self);
  g_ptr_array_unref (self->reports);
  g_clear_pointer (&self->review, dz_review_unref);
  g_hash_table_unref (self->folded);
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
 *
 * A search that is under way is given up.
 */
void
dz_search_set_review (DzSearch *self,
                      DzReview *review)
{
  g_autoptr(GHashTable) texts = g_hash_table_new (NULL, NULL);

  g_return_if_fail (self != NULL);

  if (review != NULL)
    dz_review_ref (review);
  give_up (self);
  g_clear_pointer (&self->review, dz_review_unref);
  self->review = review;
  for (guint i = 0; review != NULL && i < review->reports->len; i++)
    g_hash_table_add (texts, ((DzReport *) g_ptr_array_index (review->reports, i))->text);
  g_hash_table_foreach_remove (self->folded, is_gone, texts);
}

/* Its text as words are looked for in it; with the way back only where it is made anew (@fold), which takes nine times the
 * room: a report with a hit is folded once more. */
static const char *
get_folded (DzSearch *self,
            DzText   *text,
            DzFold  **fold)
{
  char *folded = g_hash_table_lookup (self->folded, text);

  if (folded == NULL)
    {
      gsize len;
      const char *content = dz_text_peek (text, &len);

      *fold = dz_fold_new_joined (content, len);
      content = dz_fold_peek (*fold, &len);
      folded = g_strndup (content, len);
      g_hash_table_insert (self->folded, dz_text_ref (text), folded);
    }

  return folded;
}

static gboolean
is_same (const DzReport *one,
         const DzReport *other)
{
  gsize one_len, other_len;
  const char *one_text, *other_text;

  if (one->id != other->id || one->body_id != other->body_id || one->identity.year != other->identity.year)
    return FALSE;
  if (one->text == other->text)
    return TRUE;
  one_text = dz_text_peek (one->text, &one_len);
  other_text = dz_text_peek (other->text, &other_len);

  return one_len == other_len && memcmp (one_text, other_text, one_len) == 0;
}

/**
 * dz_search_is_of:
 *
 * Returns: whether what was found is what @review has: it holds the same texts of the same bodies and years, whatever was
 *   decided about them since
 */
gboolean
dz_search_is_of (DzSearch *self,
                 DzReview *review)
{
  g_return_val_if_fail (self != NULL && review != NULL, FALSE);

  if (self->review == NULL || self->review->reports->len != review->reports->len)
    return FALSE;
  for (guint i = 0; i < review->reports->len; i++)
    if (!is_same (g_ptr_array_index (self->review->reports, i), g_ptr_array_index (review->reports, i)))
      return FALSE;

  return TRUE;
}

static void
add_place (DzSearchHit **hit,
           DzReport     *report,
           DzFold      **fold,
           DzSpan        folded)
{
  DzSpan span;

  if (*fold == NULL)
    {
      gsize len;
      const char *content = dz_text_peek (report->text, &len);

      *fold = dz_fold_new_joined (content, len);
    }
  if (*hit == NULL)
    {
      *hit = g_new0 (DzSearchHit, 1);
      (*hit)->report_id = report->id;
      (*hit)->spans = g_array_new (FALSE, FALSE, sizeof (DzSpan));
    }
  span = dz_fold_to_original (*fold, folded);
  g_array_append_val ((*hit)->spans, span);
}

static DzSearchHit *
search_report (DzSearch   *self,
               DzReport   *report)
{
  g_autoptr(DzFold) fold = NULL;
  DzSearchHit *hit = NULL;
  const char *text = get_folded (self, report->text, &fold);
  gsize len = strlen (self->words);

  for (const char *at = text; self->left > 0 && (at = strstr (at, self->words)) != NULL; at += len, self->left--)
    add_place (&hit, report, &fold, (DzSpan){ (gsize) (at - text), (gsize) (at - text) + len });

  return hit;
}

/* The same with a pattern; what matches no character is no place. FALSE: it took too long. */
static gboolean
match_report (DzSearch     *self,
              DzReport     *report,
              DzSearchHit **hit)
{
  g_autoptr(DzFold) fold = NULL;
  g_autoptr(GMatchInfo) match = NULL;
  g_autoptr(GError) error = NULL;
  const char *text = get_folded (self, report->text, &fold);

  *hit = NULL;
  g_regex_match_full (self->pattern, text, -1, 0, 0, &match, &error);
  for (; self->left > 0 && error == NULL && g_match_info_matches (match); g_match_info_next (match, &error))
    {
      int from, to;

      if (!g_match_info_fetch_pos (match, 0, &from, &to) || from >= to)
        continue;
      add_place (hit, report, &fold, (DzSpan){ (gsize) from, (gsize) to });
      self->left--;
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

/* Those of @year first, so that a limit cuts off what is looked at last. */
static void
take_reports (DzSearch *self,
              int       year)
{
  for (int other = 0; self->review != NULL && other <= (year != 0); other++)
    for (guint i = 0; i < self->review->reports->len; i++)
      {
        DzReport *report = g_ptr_array_index (self->review->reports, i);

        if (year == 0 || (report->identity.year != year) == other)
          g_ptr_array_add (self->reports, report);
      }
}

static void
begin (DzSearch *self,
       int       year,
       guint     limit)
{
  take_reports (self, year);
  self->limit = limit;
  self->left = limit > 0 ? limit : G_MAXUINT;
}

/**
 * dz_search_begin:
 * @words: one character or more; found where they stand together, blanks, line breaks, width and
 *   script left out of account
 * @year: whose reports are searched first; 0 for roster order
 * @limit: of places in all, 0 for no limit
 *
 * Takes the place of a search that is under way; dz_search_go_on() does it.
 */
void
dz_search_begin (DzSearch   *self,
                 const char *words,
                 int         year,
                 guint       limit)
{
  g_return_if_fail (self != NULL && words != NULL);

  give_up (self);
  self->words = g_strstrip (dz_fold_words (words));
  if (*self->words != '\0')
    begin (self, year, limit);
}

/**
 * dz_search_begin_pattern:
 * @pattern: a regular expression; it sees the text as it is folded: simplified characters, half
 *   width, no blanks between them, a line a paragraph
 *
 * As dz_search_begin().
 *
 * Returns: %FALSE: @pattern is no regular expression
 */
gboolean
dz_search_begin_pattern (DzSearch   *self,
                         const char *pattern,
                         int         year,
                         guint       limit,
                         GError    **error)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (self != NULL && pattern != NULL, FALSE);

  give_up (self);
  folded = fold_pattern (pattern);
  self->pattern = g_regex_new (folded, G_REGEX_OPTIMIZE | G_REGEX_MULTILINE, 0, NULL);
  if (self->pattern == NULL)
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_USAGE, _("“%s” is not a complete regular expression"), pattern);
      return FALSE;
    }
  self->told = g_strdup (pattern);
  begin (self, year, limit);

  return TRUE;
}

/**
 * dz_search_go_on:
 * @microseconds: when to stop and let others do their work; 0 for not before the end
 * @hits: (element-type DzSearchHit): the reports with these words are added
 *
 * Returns: %FALSE: the pattern takes too long, the search is over
 */
gboolean
dz_search_go_on (DzSearch  *self,
                 gint64     microseconds,
                 GPtrArray *hits,
                 GError   **error)
{
  gint64 end = g_get_monotonic_time () + microseconds;

  g_return_val_if_fail (self != NULL && hits != NULL, FALSE);

  while (!dz_search_is_over (self))
    {
      DzReport *report = g_ptr_array_index (self->reports, self->next++);
      DzSearchHit *hit;

      if (self->pattern == NULL)
        hit = search_report (self, report);
      else if (!match_report (self, report, &hit))
        {
          g_clear_pointer (&hit, dz_search_hit_free);
          g_set_error (error, DZ_ERROR, DZ_ERROR_USAGE, _("“%s” takes too long; make it more definite"), self->told);
          give_up (self);
          return FALSE;
        }
      if (hit != NULL)
        g_ptr_array_add (hits, hit);
      if (microseconds > 0 && g_get_monotonic_time () >= end)
        break;
    }

  return TRUE;
}

/**
 * dz_search_is_over:
 *
 * Returns: whether all reports were searched, or as many places found as were wanted
 */
gboolean
dz_search_is_over (DzSearch *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->next >= self->reports->len || self->left == 0;
}

/**
 * dz_search_is_cut:
 *
 * Returns: whether there may be more places than were wanted
 */
gboolean
dz_search_is_cut (DzSearch *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->reports->len > 0 && self->left == 0;
}

void
dz_search_hit_free (DzSearchHit *hit)
{
  if (hit == NULL)
    return;

  g_array_unref (hit->spans);
  g_free (hit);
}

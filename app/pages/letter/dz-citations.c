/* dz-citations.c - the numbers of the sources
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-citations.h"

#include <string.h>

typedef struct
{
  DzReport *report;
  GArray *starts;       /* gsize: first byte of each paragraph */
  GPtrArray *citations; /* DzCitation, by paragraph */
  gboolean cited;
} Entry;

struct _DzSourceBook
{
  DzReview *review;
  int year;
  GHashTable *entries; /* report id -> Entry */
  gboolean hides_numbers;
  DzRichRun unprinted; /* what is cited where no words stand */
};

static void
free_citation (gpointer data)
{
  DzCitation *citation = data;

  g_ptr_array_unref (citation->labels);
  g_free (citation);
}

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_array_unref (entry->starts);
  g_ptr_array_unref (entry->citations);
  g_free (entry);
}

DzCitations *
dz_citations_new (DzReview *review,
                  int       year)
{
  DzCitations *self = g_new0 (DzCitations, 1);

  self->review = dz_review_ref (review);
  self->year = year;
  self->entries = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, free_entry);

  return self;
}

void
dz_citations_free (DzCitations *self)
{
  g_hash_table_unref (self->entries);
  dz_review_unref (self->review);
  g_free (self);
}

/* Where each paragraph that is not blank begins; the same count as dz_report_paragraph_at(),
 * kept because a briefing asks for thousands. */
static GArray *
list_starts (DzReport *report)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  gsize len;
  const char *text = dz_text_peek (report->text, &len);
  gboolean blank = TRUE;

  for (const char *at = text; at < text + len; at = g_utf8_next_char (at))
    if (*at == '\n')
      blank = TRUE;
    else if (blank && !g_unichar_isspace (g_utf8_get_char (at)))
      {
        gsize start = at - text;

        blank = FALSE;
        g_array_append_val (starts, start);
      }

  return starts;
}

static Entry *
need_entry (DzCitations *self,
            DzReport    *report)
{
  Entry *entry = g_hash_table_lookup (self->entries, &report->id);

  if (entry != NULL)
    return entry;
  entry = g_new0 (Entry, 1);
  entry->report = report;
  entry->starts = list_starts (report);
  entry->citations = g_ptr_array_new_with_free_func (free_citation);
  g_hash_table_insert (self->entries, &report->id, entry);

  return entry;
}

/* Returns: the paragraph of @report that holds byte @offset, from 1 */
guint
dz_citations_paragraph (DzCitations *self,
                        DzReport    *report,
                        gsize        offset)
{
  Entry *entry = need_entry (self, report);
  guint low = 0, high = entry->starts->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (entry->starts, gsize, middle) <= offset)
        low = middle + 1;
      else
        high = middle;
    }

  return MAX (low, 1);
}

/* Returns: (transfer full): "[3-17]", "[3]" for the whole report, "[3′-12]" for last year's, "[3〔2021〕-12]" */
char *
dz_citations_dup_number (DzCitations *self,
                         gint64       report_id,
                         DzSpan       span)
{
  DzReport *report = dz_review_find_report (self->review, report_id);
  const DzBody *body = report != NULL ? dz_review_find_body (self->review, report->body_id) : NULL;
  g_autofree char *mark = NULL;

  if (body == NULL)
    return g_strdup ("[?]");
  mark = dz_report_dup_year_mark (report, self->year);
  if (dz_span_is_empty (span))
    return g_strdup_printf ("[%u%s]", body->position, mark);

  return g_strdup_printf ("[%u%s-%u]", body->position, mark,
                          dz_citations_paragraph (self, report, span.start));
}

static DzCitation *
need_citation (Entry *entry,
               guint  paragraph,
               DzSpan span)
{
  DzCitation *citation;
  guint at = 0;

  for (; at < entry->citations->len; at++)
    {
      citation = g_ptr_array_index (entry->citations, at);
      if (citation->paragraph == paragraph)
        return citation;
      if (citation->paragraph > paragraph)
        break;
    }
  citation = g_new0 (DzCitation, 1);
  citation->paragraph = paragraph;
  citation->span = span;
  citation->labels = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_insert (entry->citations, at, citation);

  return citation;
}

/**
 * dz_citations_note:
 * @label: (nullable): what the passage carries, for the appendix
 *
 * Remembers that a passage stands behind something printed.
 */
void
dz_citations_note (DzCitations *self,
                   gint64       report_id,
                   DzSpan       span,
                   const char  *label)
{
  DzReport *report = dz_review_find_report (self->review, report_id);
  Entry *entry;
  DzCitation *citation;

  if (report == NULL)
    return;
  entry = need_entry (self, report);
  entry->cited = TRUE;
  if (dz_span_is_empty (span))
    return;
  citation = need_citation (entry, dz_citations_paragraph (self, report, span.start), span);
  if (label != NULL && !g_ptr_array_find_with_equal_func (citation->labels, label, g_str_equal, NULL))
    g_ptr_array_add (citation->labels, g_strdup (label));
}

/**
 * dz_citations_hide_numbers:
 *
 * No number is printed any more: on paper nobody could look it up. The words before it answer a click instead.
 */
void
dz_citations_hide_numbers (DzCitations *self)
{
  self->hides_numbers = TRUE;
}

/* Where the words before a source begin: after the last comma, or what has another look. */
static gsize
find_words (DzRich *rich,
            gsize   end)
{
  gsize start = rich->runs->len > 0 ? g_array_index (rich->runs, DzRichRun, rich->runs->len - 1).end : 0;

  for (const char *at = rich->text->str + end; at > rich->text->str + start;)
    {
      at = g_utf8_prev_char (at);
      if (g_utf8_strchr ("，；：、。　", -1, g_utf8_get_char (at)) != NULL)
        return (gsize) (g_utf8_next_char (at) - rich->text->str);
    }

  return start;
}

static DzRichRun *
mark_words (DzCitations *self,
            DzRich      *rich,
            gint64       report_id,
            DzSpan       span)
{
  DzRichRun run = { .style = DZ_RICH_EVIDENCE, .end = rich->text->len, .report_id = report_id, .span = span };

  if (g_str_has_suffix (rich->text->str, "　"))
    run.end -= strlen ("　");
  run.start = find_words (rich, run.end);
  if (run.start >= run.end)
    {
      self->unprinted = run;
      return &self->unprinted;
    }

  return dz_rich_add_run (rich, &run);
}

/**
 * dz_citations_cite:
 *
 * Appends the number of a passage to @rich and remembers it; where numbers are hidden, the words before lead there.
 *
 * Returns: (transfer none): the run, until the next is appended
 */
DzRichRun *
dz_citations_cite (DzCitations *self,
                   DzRich      *rich,
                   gint64       report_id,
                   DzSpan       span,
                   const char  *label)
{
  g_autofree char *number = NULL;

  dz_citations_note (self, report_id, span, label);
  if (self->hides_numbers)
    return mark_words (self, rich, report_id, span);
  number = dz_citations_dup_number (self, report_id, span);

  return dz_rich_append_source (rich, number, report_id, span);
}

/* Returns: (transfer none) (nullable) (element-type DzCitation): by paragraph */
GPtrArray *
dz_citations_list (DzCitations *self,
                   gint64       report_id)
{
  Entry *entry = g_hash_table_lookup (self->entries, &report_id);

  return entry != NULL ? entry->citations : NULL;
}

gboolean
dz_citations_is_cited (DzCitations *self,
                       gint64       report_id)
{
  Entry *entry = g_hash_table_lookup (self->entries, &report_id);

  return entry != NULL && entry->cited;
}

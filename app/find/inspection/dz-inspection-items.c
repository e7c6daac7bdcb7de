/* dz-inspection-items.c - what a row or a paragraph says of one problem becomes entries of the 整改台账
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-inspection-private.h"

#include "dz-fold.h"
#include "dz-inspection-term.h"

#include <string.h>

/* Names in one row with a body of the roster that are none of the roster themselves: 青禾镇、 before it, 、青禾镇 after. */
static void
list_strangers (const char *rest,
                GPtrArray  *strangers)
{
  g_autoptr(GRegex) regex = g_regex_new ("(?:^|[^\\p{Han}]|、)(\\p{Han}{1,5}?(?:镇|乡|街道))(?=、? {6})|(?<= 、| 和| 及)(\\p{Han}{1,5}?(?:镇|乡|街道))",
                                         0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;

  for (g_regex_match (regex, rest, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *before = g_match_info_fetch (match, 1);
      g_autofree char *after = g_match_info_fetch (match, 2);

      g_ptr_array_add (strangers, before != NULL && *before != '\0' ? g_steal_pointer (&before) : g_steal_pointer (&after));
    }
}

/* (transfer full) (element-type gint64): bodies named in the words, in their order there. @strangers: (nullable) (element-type utf8): those in a row with them that the roster lacks */
GArray *
dz_inspection_list_named (DzInspection *self,
                          const char   *folded,
                          GPtrArray    *strangers)
{
  g_autofree char *rest = NULL;
  GArray *named = dz_body_names_list (self->names, folded, &rest);

  if (strangers != NULL && named->len > 0)
    list_strangers (rest, strangers);

  return named;
}

/* The code of the codebook the words are one of: read as a problem of a report is. */
static const char *
find_code (DzInspection *self,
           const char   *words,
           const char   *lead)
{
  g_autoptr(GString) whole = g_string_new ("某镇2024年度法治政府建设工作报告\n一、存在的问题\n");
  g_autoptr(DzText) text = NULL;
  g_autoptr(DzReport) report = NULL;

  if (lead != NULL)
    g_string_append_printf (whole, "%s。", lead);
  g_string_append_printf (whole, "%s%s\n", words, g_str_has_suffix (words, "。") ? "" : "。");
  if (self->reading == NULL)
    self->reading = dz_reading_new (self->codebook, NULL);
  if (self->reading == NULL)
    return NULL;
  text = dz_text_new_from_string (whole->str);
  report = dz_report_new (text, NULL);
  dz_reading_read (self->reading, report);
  for (guint i = 0; i < report->weaknesses->len; i++)
    if (g_array_index (report->weaknesses, DzWeakness, i).code != NULL)
      return g_array_index (report->weaknesses, DzWeakness, i).code;

  return NULL;
}

void
dz_inspection_set_term (DzInspectionPaper *paper,
                        DzLedgerEntry     *entry,
                        const char        *words)
{
  g_autofree char *folded = dz_fold_words (words);
  g_autofree char *day = NULL;
  g_autofree char *term = NULL;

  if (!dz_term_find (folded, paper->term_year, &day, &term))
    term = g_strdup (words);
  g_free (entry->deadline);
  g_free (entry->term);
  entry->deadline = g_steal_pointer (&day);
  entry->term = g_steal_pointer (&term);
}

/* The words say until when as the paper does, 6月底前; which day that is nobody has to guess who is told it. */
static void
set_day (DzInspectionPaper *paper,
         DzLedgerEntry     *entry,
         const char        *words)
{
  g_autofree char *folded = dz_fold_words (words);
  g_autofree char *day = NULL;
  g_autofree char *term = NULL;

  if (!dz_term_find (folded, paper->term_year, &day, &term) || day == NULL)
    return;
  g_free (entry->deadline);
  entry->deadline = g_steal_pointer (&day);
}

static void
set_state (DzInspectionPaper      *paper,
           DzLedgerEntry          *entry,
           const DzInspectionItem *item)
{
  g_autofree char *folded = item->state != NULL ? dz_fold_words (item->state) : NULL;

  if (folded != NULL)
    dz_inspection_words_read_state (paper->self->words, folded, &entry->state);
  /* more than the bare word is what was done */
  if (folded != NULL && g_utf8_strlen (folded, -1) > 6)
    entry->evidence = g_strdup (item->state);
  else
    entry->evidence = g_strdup (item->evidence);
}

static void
add_entry (DzInspectionPaper      *paper,
           const DzInspectionItem *item,
           const char             *code,
           gint64                  body_id,
           const char             *asked)
{
  DzLedgerEntry *entry = dz_ledger_entry_new (item->problem, item->year != 0 ? item->year : paper->year);

  entry->body_id = body_id;
  entry->asked = body_id == 0 ? g_strdup (asked) : NULL;
  entry->many = entry->asked != NULL && dz_inspection_words_match (paper->self->words, DZ_INSPECTION_ALL, entry->asked);
  entry->report_id = paper->report != NULL ? paper->report->id : 0;
  entry->span = item->span;
  entry->code = code;
  entry->measure = g_strdup (item->measure);
  entry->source = g_strdup (paper->source);
  if (item->term != NULL)
    dz_inspection_set_term (paper, entry, item->term);
  if (item->day != NULL)
    set_day (paper, entry, item->day);
  set_state (paper, entry, item);
  g_ptr_array_add (paper->entries, entry);
}

/* The bodies of a cell: 青禾镇、白芦镇. @rest: (out): what names nobody of the roster */
static GArray *
list_cell (DzInspection *self,
           const char   *cell,
           char        **rest)
{
  g_autofree char *folded = dz_fold_words (cell);
  GArray *named = dz_inspection_list_named (self, folded, NULL);
  g_auto(GStrv) pieces = g_regex_split_simple ("[、，,；;\\n ]+", folded, 0, 0);

  *rest = NULL;
  if (named->len > 0)
    return named;
  for (guint i = 0; pieces[i] != NULL; i++)
    {
      gint64 id = *pieces[i] != '\0' ? dz_body_names_find (self->names, pieces[i]) : 0;

      if (id != 0)
        g_array_append_val (named, id);
    }
  if (named->len == 0)
    *rest = g_strdup (cell);

  return named;
}

/* One entry for each body that is asked; where none is named, for those the words mean, or for whom the paper is. */
void
dz_inspection_add_item (DzInspectionPaper      *paper,
                        const DzInspectionItem *item)
{
  const char *code = find_code (paper->self, item->problem, item->lead);
  g_autofree char *rest = NULL;
  g_autofree char *folded = NULL;
  g_autoptr(GArray) named = NULL;

  if (item->body_id != 0)
    {
      add_entry (paper, item, code, item->body_id, NULL);
      return;
    }
  if (item->who != NULL)
    named = list_cell (paper->self, item->who, &rest);
  for (guint i = 0; named != NULL && i < named->len; i++)
    add_entry (paper, item, code, g_array_index (named, gint64, i), NULL);
  if (named != NULL && named->len > 0)
    return;
  if (rest != NULL || paper->addressed != 0)
    {
      add_entry (paper, item, code, rest == NULL ? paper->addressed : 0, rest);
      return;
    }
  folded = dz_fold_words (item->problem);
  rest = dz_inspection_words_dup_hit (paper->self->words, DZ_INSPECTION_ALL, folded);
  add_entry (paper, item, code, 0, rest);
}

/* The first year told; 0: none. */
int
dz_inspection_find_year (const char *text)
{
  for (const char *at = strstr (text, "年"); at != NULL; at = strstr (at + 1, "年"))
    if (at - text >= 4 && g_ascii_isdigit (at[-1]) && g_ascii_isdigit (at[-2]) && at[-3] == '0' && at[-4] == '2')
      return 2000 + (at[-2] - '0') * 10 + (at[-1] - '0');

  return 0;
}

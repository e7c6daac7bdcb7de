/* dz-briefing-checks.c - what the checks found, body by body
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-briefing-private.h"
#include "dz-quoted-words.h"

#include "dz-sayable.h"

#include <string.h>

/* “subject” of a finding, without the full stop and without the body's own name in front. */
static char *
finding_words (DzBriefing *self,
               DzFinding  *finding)
{
  const char *message = dz_finding_get_message (finding);
  const DzBody *own = dz_finding_get_body (finding);
  const DzBody *body = own != NULL ? dz_review_find_body (self->original, own->id) : NULL;
  g_autofree char *words = NULL;

  if (message == NULL)
    message = dz_finding_get_check (finding)->name;
  if (body != NULL && g_str_has_prefix (message, body->name))
    message += strlen (body->name);
  while (g_str_has_prefix (message, "：") || g_str_has_prefix (message, "，"))
    message += strlen ("：");
  words = g_strdup (message);
  while (g_str_has_suffix (words, "。") || g_str_has_suffix (words, "；"))
    words[strlen (words) - strlen ("。")] = '\0';

  return dz_briefing_mask (self, words, FALSE);
}

static guint
count_open (DzCheckRow *row)
{
  GListModel *findings = dz_check_row_get_findings (row);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(DzFinding) finding = g_list_model_get_item (findings, i);

      n += dz_finding_get_result (finding) == DZ_RESULT_FAIL && dz_finding_get_state (finding) == DZ_STATE_SUGGESTED &&
           !dz_finding_get_check (finding)->certain;
    }

  return n;
}

/* Findings nobody decided about yet: counted, not said. */
void
dz_briefing_count_offered (DzBriefing *self,
                           DzReview   *review)
{
  g_autoptr(DzChecksTable) table = dz_checks_table_new (review, self->codebook, self->year, self->scope);
  GListModel *bodies = dz_checks_table_get_by_body (table);

  self->offered = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (bodies); i++)
    {
      g_autoptr(DzCheckRow) row = g_list_model_get_item (bodies, i);
      const DzBody *body = dz_check_row_get_body (row);
      guint n = count_open (row);

      if (body != NULL && n > 0)
        g_hash_table_insert (self->offered, g_memdup2 (&body->id, sizeof (gint64)), GUINT_TO_POINTER (n));
      self->n_offered += n;
    }
}

/* Returns: how many findings about @body nobody decided about */
guint
dz_briefing_get_offered (DzBriefing   *self,
                         const DzBody *body)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->offered, &body->id));
}

/* The words of a finding and up to three of its passages. */
void
dz_briefing_append_finding (DzBriefing *self,
                            DzRich     *rich,
                            DzFinding  *finding)
{
  g_autofree char *words = finding_words (self, finding);
  GArray *passages = dz_finding_get_passages (finding);
  DzReport *report = dz_finding_get_report (finding);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *label = dz_finding_get_check (finding)->name;
  g_autofree char *ordered = dz_marks_order (words);

  dz_rich_append (rich, ordered);
  for (guint i = 0; passages != NULL && i < passages->len && g_hash_table_size (seen) < 3; i++)
    {
      const DzPassage *passage = &g_array_index (passages, DzPassage, i);
      char *number = dz_citations_dup_number (self->book, passage->report_id, passage->span);

      if (g_hash_table_add (seen, number))
        dz_citations_cite (self->book, rich, passage->report_id, passage->span, label);
    }
  if (g_hash_table_size (seen) == 0 && report != NULL)
    dz_citations_cite (self->book, rich, report->id, DZ_SPAN_NONE, NULL);
}

static void
add_sayable (DzCheckRow *row,
             GPtrArray  *list)
{
  GListModel *findings = dz_check_row_get_findings (row);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(DzFinding) finding = g_list_model_get_item (findings, i);

      if (dz_finding_is_sayable (finding))
        g_ptr_array_add (list, g_steal_pointer (&finding));
    }
}

/**
 * dz_briefing_list_findings:
 * @body_id: 0: of all bodies
 *
 * Failing checks that are certain by their nature or confirmed, by body in roster order, then in codebook order.
 *
 * Returns: (transfer full) (element-type DzFinding)
 */
GPtrArray *
dz_briefing_list_findings (DzBriefing *self,
                           gint64      body_id)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *bodies = dz_checks_table_get_by_body (self->checks);
  DzCheckRow *own = body_id != 0 ? dz_checks_table_find_body (self->checks, body_id) : NULL;

  if (own != NULL)
    add_sayable (own, list);
  for (guint i = 0; body_id == 0 && i < g_list_model_get_n_items (bodies); i++)
    {
      g_autoptr(DzCheckRow) row = g_list_model_get_item (bodies, i);

      if (dz_check_row_get_body (row) != NULL)
        add_sayable (row, list);
    }

  return list;
}

static const char *
state_name (DzFinding *finding)
{
  switch (dz_finding_get_state (finding))
    {
    case DZ_STATE_CONFIRMED:
    case DZ_STATE_CORRECTED:
      return "已确认";
    case DZ_STATE_REJECTED:
      return "已说明";
    case DZ_STATE_SUGGESTED: /* certain by its nature, or it would not be said */
    default:
      return "据原文";
    }
}

void
dz_briefing_add_checks (DzBriefing *self)
{
  DzChapter *chapter;
  DzBlock *head;
  DzPaperTable *table = dz_paper_table_new ("checks", dz_briefing_table_number (self, "checks"), "核查情况", TRUE);
  DzTableBlock *block = dz_paper_table_add_block (table, "核查");
  g_autoptr(GPtrArray) findings = dz_briefing_list_findings (self, 0);
  g_autofree char *heading = dz_briefing_dup_heading (self, "核查情况");
  g_autoptr(GHashTable) bodies = g_hash_table_new (NULL, NULL);
  g_autoptr(DzRich) rich = dz_rich_new (NULL);
  g_autoptr(DzRich) sentence = NULL;
  g_autofree char *words = NULL;
  const DzBody *last = NULL;

  dz_table_block_add_column (block, "序号", 8.2 * DZ_MM, DZ_ALIGN_CENTRE);
  dz_table_block_add_column (block, "单位", 24 * DZ_MM, DZ_ALIGN_LEFT);
  dz_table_block_add_column (block, "核查项", 30 * DZ_MM, DZ_ALIGN_LEFT);
  dz_table_block_add_column (block, "情况", 80.8 * DZ_MM, DZ_ALIGN_JUSTIFY);
  dz_table_block_add_column (block, "状态", 13 * DZ_MM, DZ_ALIGN_CENTRE);
  for (guint i = 0; i < findings->len; i++)
    {
      DzFinding *finding = g_ptr_array_index (findings, i);
      const DzBody *body = dz_finding_get_body (finding);
      DzTableRow *row = dz_table_block_add_row (block, body != last ? DZ_RULE_HAIR : DZ_RULE_GREY);
      g_autoptr(DzRich) situation = dz_rich_new (NULL);

      g_hash_table_add (bodies, (gpointer) body);
      if (body != last)
        dz_briefing_set_body (self, row, body, dz_finding_get_report (finding));
      dz_table_row_set_text (row, 2, dz_finding_get_check (finding)->name)->code =
        dz_finding_get_check (finding)->id;
      dz_briefing_append_finding (self, situation, finding);
      dz_table_row_set_rich (row, 3, situation);
      dz_table_row_set_text (row, 4, state_name (finding));
      last = body;
    }

  /* one sentence needs no page of its own */
  chapter = findings->len == 0 && self->words != NULL ? self->words
                                                      : dz_document_add_chapter (self->document, "checks", FALSE);
  head = dz_text_block_new_plain (DZ_ROLE_HEADING_1, heading);
  head->key = g_intern_static_string ("checks");
  dz_chapter_add (chapter, head);
  if (findings->len == 0)
    words = g_strdup (self->n_offered == 0 ? "各单位报告逐项核查，没有需要核对的情况。" : "");
  else
    words = g_strdup_printf ("逐项核查后，%u个单位共有%u处需要核对，逐条列于表%u。", g_hash_table_size (bodies),
                             findings->len, table->number);
  if (self->n_offered > 0)
    {
      char *more = g_strdup_printf ("%s%s%u处待核，核实后再列入。", words,
                                    words[0] != '\0' ? "另有" : "逐项核查后，有", self->n_offered);

      g_free (words);
      words = more;
    }
  sentence = dz_rich_new (words);
  dz_briefing_append_rich (self, rich, sentence, "checks/count");
  dz_chapter_add (chapter, dz_text_block_new (DZ_ROLE_BODY, rich));
  if (findings->len > 0)
    dz_chapter_add (chapter, &table->parent);
  else
    dz_block_free (&table->parent);
}

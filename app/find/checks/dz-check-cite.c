/* dz-check-cite.c - documents, laws and meetings a report cites, against its own year
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-cite.h"

/* The county's own list of titles; @seen: those in the text, which the codebook leaves alone. */
static void
take_county_titles (DzCite *self,
                    GArray *seen)
{
  DzReadingHints *hints = dz_codebook_get_hints (self->run->context->codebook);
  GPtrArray *citations = hints != NULL ? dz_reading_hints_list_citations (hints) : NULL;

  for (guint i = 0; citations != NULL && i < citations->len; i++)
    {
      const DzCitationHint *citation = g_ptr_array_index (citations, i);
      DzCiteTitle title;

      for (gsize from = 0; dz_cite_next_title (self, citation->title, &from, &title);)
        {
          g_array_append_val (seen, title.span);
          dz_cite_compare_years (self, citation->title, citation->years, title.span);
        }
    }
}

/* <citation years="2021-2025"> of the county's additions to the codebook. */
static void
take_added_titles (DzCite *self,
                   GArray *seen)
{
  GPtrArray *rules = self->run->entry->rules;

  for (guint i = 0; i < rules->len; i++)
    {
      const DzRule *rule = g_ptr_array_index (rules, i);
      DzCiteTitle title;

      for (gsize from = 0; g_str_equal (rule->name, "citation") && *rule->text != '\0' &&
                           dz_cite_next_title (self, rule->text, &from, &title);)
        {
          g_array_append_val (seen, title.span);
          dz_cite_compare_years (self, rule->text, dz_rule_get_word (rule, "years"), title.span);
        }
    }
}

void
dz_check_cite (const DzCheckRun *run)
{
  g_autoptr(GArray) seen = g_array_new (FALSE, FALSE, sizeof (DzSpan));
  DzCite cite;

  dz_cite_init (&cite, run);
  take_county_titles (&cite, seen);
  take_added_titles (&cite, seen);
  cite.cited += seen->len;
  dz_cite_documents (&cite, seen);
  dz_cite_laws (&cite);
  dz_cite_terms (&cite);
  dz_cite_congresses (&cite);
  dz_cite_plans (&cite);
  dz_findings_finish (&cite.findings, run,
                      cite.cited > 0 ? "引用的文件、法律和会议，名称、年份与报告年度相符。" : "没有引用核对表中的文件。", "，请核对。");
  dz_cite_clear (&cite);
}

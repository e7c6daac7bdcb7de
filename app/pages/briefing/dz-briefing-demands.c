/* dz-briefing-demands.c - 下一步工作要求: what the codebook asks for each common problem, and by when to answer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-briefing-circular.h"
#include "dz-signature.h"

#include <string.h>

#define MOST_TIED 9
#define MOST_PROBLEMS 6 /* of those most bodies name */
#define LEAST_PROBLEMS 3 /* where none is common */

/* The title and the sentence of a remedy, as the codebook has them; %NULL: it has none. */
static const char *
find_remedy (const DzEntry *entry)
{
  for (guint i = 0; i < entry->rules->len; i++)
    {
      const DzRule *rule = g_ptr_array_index (entry->rules, i);

      if (g_str_equal (rule->name, "remedy"))
        return rule->text;
    }

  return NULL;
}

static void
add_demand (DzBriefing *self,
            DzChapter  *chapter,
            const char *words,
            guint      *n,
            const char *key)
{
  const char *stop = strstr (words, "。");
  g_autofree char *title = stop != NULL ? g_strndup (words, stop + strlen ("。") - words) : g_strdup (words);
  g_autofree char *number = g_strdup_printf ("（%s）", dz_chinese_ordinal (*n + 1));
  g_autoptr(DzRich) rich = dz_rich_new (NULL);

  dz_rich_append_styled (rich, DZ_RICH_STRONG, number);
  dz_rich_append_styled (rich, DZ_RICH_STRONG, title);
  dz_rich_append (rich, words + strlen (title));
  *n += dz_briefing_add_keyed (self, chapter, DZ_ROLE_BODY, rich, key);
}

/* Who has not reported, for the demand that he does. */
static void
add_missing (DzBriefing *self,
             DzChapter  *chapter,
             guint      *n)
{
  g_autoptr(GPtrArray) bodies = g_ptr_array_new ();
  g_autofree char *names = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; i < dz_roster_table_get_n_rows (self->roster); i++)
    {
      DzRosterRow *row = dz_roster_table_get_row (self->roster, i);

      if (dz_roster_row_is_missing (row))
        g_ptr_array_add (bodies, (gpointer) dz_roster_row_get_body (row));
    }
  if (bodies->len == 0)
    return;
  names = dz_briefing_dup_names (self, bodies, DZ_MOST_MISSING);
  words = g_strdup_printf ("补齐应报报告。尚未报送的%u个单位（%s），请尽快报送%d年度报告；已经报送的，请告知报送时间和方式。",
                           bodies->len, names, self->year);
  add_demand (self, chapter, words, n, "circular/demand/missing");
}

/* 逐项整改，按时报送: with the day the county set, or none. */
static void
add_reply (DzBriefing *self,
           DzChapter  *chapter,
           guint      *n)
{
  const char *issuer = self->review->county->issuer;
  g_autofree char *day = dz_signature_date (self->review->county->reply_by);
  g_autofree char *by = day != NULL ? g_strdup_printf ("于%s前", day) : g_strdup ("");
  g_autofree char *words = g_strdup_printf ("逐项整改，按时反馈。请各单位对照本通报逐项核对，属于本单位的问题明确具体措施、责任人和完成时限，"
                                            "%s将整改情况书面报送%s；对通报的数据和表述有不同意见的，请一并书面说明。",
                                            by, issuer != NULL && issuer[0] != '\0' ? issuer : "本机关");

  add_demand (self, chapter, words, n, "circular/demand/reply");
}

/**
 * dz_briefing_list_problems:
 *
 * What a circular tells of: the common problems, with what a person took in and without what he left out; where none
 * is common, those most bodies name, if two do.
 *
 * Returns: (transfer full) (element-type DzCommonRow): six, or as many more as bodies name just as often, up to nine
 */
GPtrArray *
dz_briefing_list_problems (DzBriefing *self)
{
  GListModel *rows = dz_common_weaknesses_get_rows (self->common, DZ_COMMON_ALL);
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint pass = 0; pass < 2 && list->len == 0; pass++)
    for (guint i = 0; i < g_list_model_get_n_items (rows) && list->len < MOST_TIED; i++)
      {
        g_autoptr(DzCommonRow) row = g_list_model_get_item (rows, i);
        gboolean counts = pass == 0 ? dz_common_row_is_common (row) : dz_common_row_get_count (row) >= 2;
        guint enough = pass == 0 ? MOST_PROBLEMS : LEAST_PROBLEMS;

        if (list->len >= enough &&
            dz_common_row_get_count (row) < dz_common_row_get_count (g_ptr_array_index (list, list->len - 1)))
          break;
        if (dz_briefing_options_has_point (self->options, dz_common_row_get_entry (row)->id, counts))
          g_ptr_array_add (list, g_steal_pointer (&row));
      }

  return list;
}

void
dz_briefing_add_demands (DzBriefing *self,
                         DzChapter  *chapter)
{
  g_autoptr(GPtrArray) rows = dz_briefing_list_problems (self);
  g_autofree char *heading = dz_briefing_dup_heading (self, "下一步工作要求");
  guint n = 0;

  dz_briefing_add_words (self, chapter, DZ_ROLE_HEADING_1, heading, "circular/heading/demands");
  add_missing (self, chapter, &n);
  for (guint i = 0; i < rows->len; i++)
    {
      const DzEntry *entry = dz_common_row_get_entry (g_ptr_array_index (rows, i));
      g_autofree char *key = g_strconcat ("circular/demand/", entry->id, NULL);
      const char *remedy = find_remedy (entry);

      if (remedy == NULL)
        continue;
      add_demand (self, chapter, remedy, &n, key);
    }
  add_reply (self, chapter, &n);
}

/* dz-briefing-summary.c - the first page: who reported, what the figures are, what is common
 *
 * One page, hard limit: sentences are dropped from the end of the longest of
 * the three parts until it fits; type is never made smaller.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-briefing-circular.h"

#include "dz-gallery.h"

#include <string.h>

#define N_PARTS 3
#define N_INDICATORS 3

/* A sentence, and whether it begins a paragraph. */
typedef struct
{
  DzSentence *sentence;
  gboolean opens;
  const char *indicator; /* (nullable): of the last sentence about it: table and chart are named after it */
} Item;

typedef struct
{
  const char *key;
  const char *title;
  GArray *items;
  guint used;
} Part;

static void
clear_item (gpointer data)
{
  dz_sentence_free (((Item *) data)->sentence);
}

static void
take_item (GArray     *items,
           DzSentence *sentence,
           gboolean    opens,
           const char *indicator)
{
  Item item = { sentence, opens, indicator };

  if (dz_sentence_is_empty (sentence))
    dz_sentence_free (sentence);
  else
    g_array_append_val (items, item);
}

static GArray *
take_list (GPtrArray *sentences)
{
  GArray *items = g_array_new (FALSE, TRUE, sizeof (Item));

  g_array_set_clear_func (items, clear_item);
  g_ptr_array_set_free_func (sentences, NULL);
  for (guint i = 0; i < sentences->len; i++)
    take_item (items, g_ptr_array_index (sentences, i), i == 0, NULL);
  g_ptr_array_unref (sentences);

  return items;
}

static gboolean
is_reported (DzBriefing *self,
             const char *indicator)
{
  int column = dz_figure_table_find_column (self->figures, indicator);

  return column >= 0 && dz_figure_table_get_statistics (self->figures, column)->n_reported > 0;
}

/* What a supervisor asks for first. */
static GArray *
list_figures (DzBriefing *self)
{
  const DzEntry *first = dz_gallery_get_first (self->codebook, "summary");
  GArray *items = g_array_new (FALSE, TRUE, sizeof (Item));
  const char *indicator;
  guint n = 0;

  g_array_set_clear_func (items, clear_item);
  for (guint i = 0; first != NULL && n < N_INDICATORS && (indicator = dz_gallery_get_measure (first, i)) != NULL; i++)
    {
      int column;
      guint before = items->len;

      if (!is_reported (self, indicator))
        continue;
      column = dz_figure_table_find_column (self->figures, indicator);
      take_item (items, dz_sentence_figure (self->figures, column), TRUE, indicator);
      take_item (items, dz_sentence_two_values (self->figures, column), FALSE, indicator);
      take_item (items, dz_sentence_change (self->change, indicator), FALSE, indicator);
      n += items->len > before;
    }

  return items;
}

static void
add_paragraph (DzChapter *chapter,
               DzRich    *rich)
{
  if (!dz_rich_is_empty (rich))
    dz_chapter_add (chapter, dz_text_block_new (DZ_ROLE_BODY, rich));
}

/* （表2、图1）: where the whole column can be seen; %NULL if neither is in this briefing. */
static char *
dup_reference (DzBriefing *self,
               const char *indicator)
{
  int column = dz_figure_table_find_column (self->figures, indicator);
  guint table = 0, chart = dz_briefing_chart_number (self, indicator);

  for (guint i = 0; i < self->main_columns->len; i++)
    if ((int) g_array_index (self->main_columns, guint, i) == column)
      table = dz_briefing_table_number (self, "figures");
  if (table > 0 && chart > 0)
    return g_strdup_printf ("（表%u、图%u）", table, chart);
  if (table > 0)
    return g_strdup_printf ("（表%u）", table);
  if (chart > 0)
    return g_strdup_printf ("（图%u）", chart);

  return NULL;
}

static gboolean
is_weakness_chart (DzBriefing *self,
                   const char *subject)
{
  const DzEntry *entry = dz_gallery_find (self->codebook, subject);

  return entry != NULL && dz_gallery_is_of_weaknesses (entry);
}

static gboolean
is_cited (DzBriefing *self,
          const Part *part,
          guint       number)
{
  for (guint i = 0; i < part->used; i++)
    {
      const Item *item = &g_array_index (part->items, Item, i);

      if (item->indicator != NULL && dz_briefing_chart_number (self, item->indicator) == number)
        return TRUE;
    }

  return FALSE;
}

/* 图2、图4: the charts @part has not pointed at, in order; a chart is cited before it appears. */
static char *
list_uncited (DzBriefing  *self,
              const Part  *part,
              gboolean     weaknesses,
              const char **only)
{
  g_autoptr(GString) words = g_string_new (NULL);
  guint n = 0;

  for (guint number = 1; number <= g_hash_table_size (self->charts); number++)
    {
      GHashTableIter iter;
      gpointer key, value;

      g_hash_table_iter_init (&iter, self->charts);
      while (g_hash_table_iter_next (&iter, &key, &value))
        if (GPOINTER_TO_UINT (value) == number && is_weakness_chart (self, key) == weaknesses &&
            (weaknesses || !is_cited (self, part, number)))
          {
            g_string_append_printf (words, "%s图%u", n++ > 0 ? "、" : "", number);
            *only = n == 1 ? key : NULL;
          }
    }

  return n > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

/* 行政执法人员数与持证人数见图2。 */
static void
append_other_charts (DzBriefing *self,
                     DzRich     *rich,
                     const Part *part)
{
  const char *only = NULL;
  g_autofree char *charts = list_uncited (self, part, FALSE, &only);
  const DzEntry *subject = only != NULL ? dz_gallery_find (self->codebook, only) : NULL;
  g_autofree char *words = NULL;
  g_autoptr(DzRich) sentence = NULL;

  if (charts == NULL)
    return;
  words = g_strdup_printf ("%s见%s。", subject != NULL ? subject->name : "其他指标", charts);
  sentence = dz_rich_new (words);
  dz_briefing_append_rich (self, rich, sentence, "summary/figures/charts");
}

/* （表4、图3） */
static char *
dup_weakness_reference (DzBriefing *self,
                        const Part *part)
{
  const char *only = NULL;
  g_autofree char *charts = list_uncited (self, part, TRUE, &only);
  guint table = dz_briefing_table_number (self, "weaknesses");

  if (table > 0)
    return g_strdup_printf ("（表%u%s%s）", table, charts != NULL ? "、" : "", charts != NULL ? charts : "");

  return charts != NULL ? g_strdup_printf ("（%s）", charts) : NULL;
}

static void
add_sentences (DzBriefing *self,
               DzChapter  *chapter,
               const Part *part)
{
  g_autoptr(DzRich) rich = dz_rich_new (NULL);

  for (guint i = 0; i < part->used; i++)
    {
      const Item *item = &g_array_index (part->items, Item, i);
      const Item *next = i + 1 < part->used ? item + 1 : NULL;
      g_autofree char *key = g_strdup_printf ("summary/%s/%u", part->key, i);
      g_autofree char *reference = NULL;

      if (item->opens && !dz_rich_is_empty (rich))
        {
          add_paragraph (chapter, rich);
          dz_rich_unref (rich);
          rich = dz_rich_new (NULL);
        }
      if (item->indicator != NULL && (next == NULL || next->indicator != item->indicator))
        reference = dup_reference (self, item->indicator);
      if (next == NULL && g_str_equal (part->key, "weaknesses"))
        reference = dup_weakness_reference (self, part);
      dz_briefing_append_referring (self, rich, item->sentence, key, reference);
    }
  if (g_str_equal (part->key, "figures"))
    append_other_charts (self, rich, part);
  add_paragraph (chapter, rich);
}

static void
add_title (DzBriefing *self,
           DzChapter  *chapter)
{
  g_autofree char *county = dz_briefing_mask (self, self->review->county->name != NULL ? self->review->county->name : "",
                                              FALSE);
  g_autofree char *title = g_strdup_printf ("%s%d年度%s\n法治政府建设报告情况简报", county, self->year,
                                             dz_briefing_get_whom (self));
  g_autofree char *subtitle = dz_briefing_dup_subtitle (self);

  dz_chapter_add (chapter, dz_text_block_new_plain (DZ_ROLE_TITLE, title));
  if (subtitle != NULL)
    dz_chapter_add (chapter, dz_text_block_new_plain (DZ_ROLE_SUBTITLE, subtitle));
}

/* How high the blocks of the parts are, set as they would be. */
static double
measure (DzBriefing *self,
         Part       *parts)
{
  g_autoptr(DzDocument) scratch = dz_document_new ("", self->paper);
  DzChapter *chapter = dz_document_add_chapter (scratch, "summary", FALSE);
  guint last;
  double height = 0;

  add_title (self, chapter);
  for (guint i = 0; i < N_PARTS; i++)
    {
      if (parts[i].used == 0)
        continue;
      dz_chapter_add (chapter, dz_text_block_new_plain (DZ_ROLE_HEADING_1, parts[i].title));
      add_sentences (self, chapter, &parts[i]);
    }
  dz_document_lay_out (scratch);
  last = dz_document_get_n_pages (scratch);
  height = (last - 1) * DZ_TYPE_HEIGHT;
  {
    g_autoptr(GArray) placed = dz_document_list_placed (scratch, last - 1);
    const DzPlaced *end = &g_array_index (placed, DzPlaced, placed->len - 1);

    height += end->y + end->height - DZ_PAPER_TOP;
  }

  return height;
}

static void
drop_one (Part *parts)
{
  Part *longest = NULL;
  gsize most = 0;

  for (guint i = 0; i < N_PARTS; i++)
    {
      gsize len = 0;

      for (guint k = 0; k < parts[i].used; k++)
        {
          g_autofree char *text = dz_sentence_to_text (g_array_index (parts[i].items, Item, k).sentence);

          len += strlen (text);
        }
      if (parts[i].used > 1 && len >= most)
        {
          most = len;
          longest = &parts[i];
        }
    }
  if (longest != NULL)
    longest->used--;
}

static gboolean
can_drop (const Part *parts)
{
  for (guint i = 0; i < N_PARTS; i++)
    if (parts[i].used > 1)
      return TRUE;

  return FALSE;
}

void
dz_briefing_add_summary (DzBriefing *self)
{
  DzChapter *chapter = dz_document_add_chapter (self->document, "summary", FALSE);
  gboolean any = dz_roster_table_get_totals (self->roster)->received > 0;
  Part parts[N_PARTS] = {
    { "received", "报送情况", take_list (dz_sentences_summary_received (self->roster, NULL)), 0 },
    { "figures", "数据情况", list_figures (self), 0 },
    { "weaknesses", "问题情况", take_list (dz_sentences_summary_weaknesses (self->common, self->change)), 0 },
  };

  for (guint i = 0; i < N_PARTS; i++)
    parts[i].used = any || i == 0 ? parts[i].items->len : 0;
  while (measure (self, parts) > DZ_TYPE_HEIGHT + 0.05 && can_drop (parts))
    drop_one (parts);

  add_title (self, chapter);
  for (guint i = 0; i < N_PARTS; i++)
    {
      if (parts[i].used > 0)
        {
          g_autofree char *heading = dz_briefing_dup_heading (self, parts[i].title);

          dz_chapter_add (chapter, dz_text_block_new_plain (DZ_ROLE_HEADING_1, heading));
          add_sentences (self, chapter, &parts[i]);
        }
      g_array_unref (parts[i].items);
    }
}

/* dz-briefing-charts.c - the charts of a briefing, two a page where they fit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-briefing-private.h"
#include "dz-chart-block.h"
#include "dz-chart-kinds.h"
#include "dz-gallery.h"
#include "dz-series-build.h"

/* Returns: the number of the first chart that draws @indicator, 0 if there is none */
guint
dz_briefing_chart_number (DzBriefing *self,
                          const char *indicator)
{
  GHashTableIter iter;
  gpointer key, value;
  guint best = 0;

  g_hash_table_iter_init (&iter, self->charts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const DzEntry *subject = dz_gallery_find (self->codebook, key);
      guint number = GPOINTER_TO_UINT (value);

      if (subject != NULL && (g_strcmp0 (dz_gallery_get_measure (subject, 0), indicator) == 0 ||
                              g_strcmp0 (dz_gallery_get_measure (subject, 1), indicator) == 0) &&
          (best == 0 || number < best))
        best = number;
    }

  return best;
}

static void
add_refusal (DzChapter  *chapter,
             guint       number,
             const char *subject,
             const char *words)
{
  g_autofree char *line = g_strdup_printf ("图%u　%s", number, words);
  DzBlock *block = dz_text_block_new_plain (DZ_ROLE_SMALL, line);
  g_autofree char *key = g_strconcat ("chart:", subject, NULL);

  block->key = g_intern_string (key);
  dz_chapter_add (chapter, block);
}

static void
add_chart (DzBriefing *self,
           DzChapter  *chapter,
           const char *subject)
{
  DzSeriesQuery query = {
    .review = self->review,
    .codebook = self->codebook,
    .year = self->year,
    .scope = self->scope,
    .subject = subject,
    .per = DZ_PER_NONE,
    .order = DZ_ORDER_VALUE,
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(DzSeries) series = dz_series_build (&query, &error);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->charts, subject));
  const DzChart *chart;
  g_auto(DzChartRefusal) refusal = { 0 };
  g_autofree char *key = g_strconcat ("chart:", subject, NULL);
  g_autofree char *caption = NULL;
  DzChartBlock *block;

  chart = series != NULL ? dz_chart_find (dz_gallery_get_chart (self->codebook, subject)) : NULL;
  if (chart == NULL)
    {
      add_refusal (chapter, number, subject, error != NULL ? error->message : "没有可画的数据。");
      return;
    }
  if (!dz_chart_can_draw (chart, series, &refusal))
    {
      add_refusal (chapter, number, subject, refusal.what);
      return;
    }
  caption = dz_briefing_mask (self, series->title != NULL ? series->title : chart->name, FALSE);
  block = dz_chart_block_new (chart, series, number, caption);
  block->parent.key = g_intern_string (key);
  dz_chapter_add (chapter, &block->parent);
}

void
dz_briefing_add_charts (DzBriefing *self,
                        GPtrArray  *subjects)
{
  DzChapter *chapter;
  guint n_before;

  if (subjects->len == 0)
    return;
  chapter = self->tail != NULL ? self->tail : dz_document_add_chapter (self->document, "charts", FALSE);
  n_before = dz_chapter_get_blocks (chapter)->len;
  for (guint i = 0; i < subjects->len; i++)
    add_chart (self, chapter, g_ptr_array_index (subjects, i));
  if (self->tail != NULL)
    dz_chapter_begin_part (chapter, g_ptr_array_index (dz_chapter_get_blocks (chapter), n_before), "charts",
                           DZ_BRIEFING_CHARTS);
}

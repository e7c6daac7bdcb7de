/* dz-chart-block.c - a chart on paper with its caption
 *
 * Laid out at 156 mm wide: 101 mm high at most where two go on a page, else as
 * high as it needs, else over several pages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-chart-block.h"

#include "dz-picture-words.h"
#include "dz-line-record.h"

#include <string.h>

#define MOST_WORDS 3000 /* bytes: of a map of hundreds of cells the table says the rest */
#define CAPTION_HEIGHT 24.0
#define HALF_PAGE (101 * DZ_MM)
#define FULL_PAGE (DZ_TYPE_HEIGHT - CAPTION_HEIGHT - 4)

static gboolean
is_crowded (DzChartBlock *self,
            double        height)
{
  DzRect rect = { 0, 0, self->width, height };
  DzChartView view = { 0 };
  g_autoptr(DzChartGeometry) geometry = dz_chart_measure (self->chart, self->series, &self->style, &rect, &view);

  return geometry->crowded || geometry->n_pages > 1;
}

static void
chart_block_set (DzBlock *block,
                 DzPaper *paper,
                 double   width)
{
  DzChartBlock *self = (DzChartBlock *) block;
  double natural;

  if (self->paper != NULL)
    return;
  self->paper = dz_paper_ref (paper);
  self->width = width;
  natural = dz_chart_get_natural_height (self->chart, self->series, &self->style, width);
  self->height = MIN (natural, FULL_PAGE);
  /* two go on a page wherever all rows keep their least pitch; one of words keeps its type size */
  if (natural > HALF_PAGE && dz_series_get_n_codes (self->series) == 0 && natural <= FULL_PAGE && !is_crowded (self, HALF_PAGE))
    self->height = HALF_PAGE;
  /* a chart that is low enough may still be too wide: a heat map's columns go on pages of their own */
  self->n_pages = MAX (1, dz_chart_count_pages (self->chart, self->series, &self->style, width, self->height));
}

static guint
chart_block_count (DzBlock *block)
{
  return ((DzChartBlock *) block)->n_pages;
}

static double
chart_block_extent (DzBlock *block,
                    guint    from,
                    guint    to)
{
  return (to - from) * (((DzChartBlock *) block)->height + CAPTION_HEIGHT);
}

static gboolean
chart_block_can_part (DzBlock *block,
                      guint    at)
{
  return TRUE;
}

static DzChartGeometry *
draw_chart (DzChartBlock *self,
            cairo_t      *cr,
            double        x,
            double        y,
            guint         page)
{
  DzRect rect = { x, y, self->width, self->height };
  DzChartView view = { .page = page };

  if (cr == NULL)
    return dz_chart_measure (self->chart, self->series, &self->style, &rect, &view);

  return dz_chart_draw (self->chart, self->series, &self->style, cr, &rect, &view);
}

/* Returns: (transfer full): 图1　…, on further pages with （续） */
char *
dz_chart_block_dup_caption (DzChartBlock *self,
                            guint         page)
{
  return g_strdup_printf ("图%u　%s%s", self->number, self->caption, page > 0 ? "（续）" : "");
}

/* Returns: (transfer full): the caption and what each mark says */
static char *
dup_words (DzChartBlock    *self,
           DzChartGeometry *geometry,
           guint            page)
{
  g_autofree char *caption = dz_chart_block_dup_caption (self, page);
  GString *words = g_string_new (caption);

  for (guint i = 0; i < geometry->marks->len; i++)
    {
      const char *spoken = g_array_index (geometry->marks, DzChartMark, i).spoken;

      if (spoken == NULL)
        continue;
      if (words->len + strlen (spoken) > MOST_WORDS)
        {
          g_string_append (words, "；等");
          break;
        }
      g_string_append_printf (words, "%s%s", i == 0 ? "。" : "；", spoken);
    }
  g_string_append (words, "。");

  return g_string_free (words, FALSE);
}

static void
note_texts (DzChartGeometry *geometry,
            cairo_t         *cr)
{
  for (guint i = 0; dz_line_record_is_watched (cr) && i < geometry->texts->len; i++)
    {
      const DzChartText *text = &g_array_index (geometry->texts, DzChartText, i);

      dz_line_record_note (cr, (DzLineRecord) { text->rect.x, text->rect.y, text->rect.width, text->rect.height,
                                            text->text, TRUE });
    }
}

static void
chart_block_draw (DzBlock *block,
                  cairo_t *cr,
                  double   x,
                  double   y,
                  guint    from,
                  guint    to)
{
  DzChartBlock *self = (DzChartBlock *) block;

  for (guint page = from; page < to; page++)
    {
      g_autofree char *text = dz_chart_block_dup_caption (self, page);
      g_autoptr(DzRich) rich = dz_rich_new (text);
      DzParagraphStyle style = { .face = DZ_FACE_NUMBER, .size = 10.5, .width = self->width, .pitch = 14,
                                 .source_size = 7, .align = DZ_ALIGN_CENTRE };
      g_autoptr(DzParagraph) lines = dz_paragraph_new (self->paper, rich, &style);
      g_autoptr(DzChartGeometry) geometry = NULL;
      g_autofree char *words = NULL;

      dz_picture_words_begin (cr);
      cairo_save (cr);
      geometry = draw_chart (self, cr, x, y, page);
      cairo_restore (cr);
      words = dup_words (self, geometry, page);
      dz_picture_words_end (cr, words);
      note_texts (geometry, cr);
      cairo_tag_begin (cr, "Caption", NULL);
      dz_paragraph_draw (lines, cr, x, y + self->height + 4, 0, 1);
      cairo_tag_end (cr, "Caption");
      y += self->height + CAPTION_HEIGHT;
    }
}

static void
chart_block_add_areas (DzBlock   *block,
                       GPtrArray *areas,
                       double     x,
                       double     y,
                       guint      from,
                       guint      to)
{
  DzChartBlock *self = (DzChartBlock *) block;

  for (guint page = from; page < to; page++)
    {
      g_autoptr(DzChartGeometry) geometry = draw_chart (self, NULL, x, y, page);
      DzPageArea *area = dz_page_area_new (DZ_AREA_CHART, x, y, self->width, self->height);

      area->label = g_strdup (self->caption);
      g_ptr_array_add (areas, area);
      for (guint i = 0; i < geometry->marks->len; i++)
        {
          const DzChartMark *mark = &g_array_index (geometry->marks, DzChartMark, i);

          area = dz_page_area_new (DZ_AREA_SOURCE, mark->hit.x, mark->hit.y, mark->hit.width, mark->hit.height);
          area->report_id = mark->evidence.report_id;
          area->span = mark->evidence.span;
          area->body_id = mark->body_id;
          area->indicator = mark->indicator;
          area->label = g_strdup (mark->spoken);
          g_ptr_array_add (areas, area);
        }
      y += self->height + CAPTION_HEIGHT;
    }
}

static void
chart_block_finalize (DzBlock *block)
{
  DzChartBlock *self = (DzChartBlock *) block;

  g_free (self->caption);
  dz_series_unref (self->series);
  g_clear_pointer (&self->paper, dz_paper_unref);
}

static double
chart_block_draw_picture (DzBlock *block,
                          cairo_t *cr,
                          guint    slice)
{
  DzChartBlock *self = (DzChartBlock *) block;

  if (cr != NULL)
    {
      g_autoptr(DzChartGeometry) geometry = NULL;
      g_autofree char *words = NULL;

      dz_picture_words_begin (cr);
      geometry = draw_chart (self, cr, 0, 0, slice);
      words = dup_words (self, geometry, slice);
      dz_picture_words_end (cr, words);
    }

  return self->height;
}

static const DzBlockClass chart_block_class = {
  .set = chart_block_set,
  .count = chart_block_count,
  .extent = chart_block_extent,
  .can_part = chart_block_can_part,
  .draw = chart_block_draw,
  .add_areas = chart_block_add_areas,
  .finalize = chart_block_finalize,
  .draw_picture = chart_block_draw_picture,
};

/**
 * dz_chart_block_new:
 * @number: 图 @number
 *
 * Returns: (transfer full): the chart in grey paper style, its title as caption; a #DzBlock
 */
DzChartBlock *
dz_chart_block_new (const DzChart *chart,
                    DzSeries      *series,
                    guint          number,
                    const char    *caption)
{
  DzChartBlock *self = g_new0 (DzChartBlock, 1);

  self->parent.klass = &chart_block_class;
  self->parent.role = DZ_ROLE_CHART;
  self->parent.after = 6;
  self->parent.outline = 2;
  self->chart = chart;
  self->series = dz_series_ref (series);
  self->number = number;
  self->caption = g_strdup (caption);
  dz_chart_style_init (&self->style, DZ_CHART_PAPER_GREY, DZ_CHART_PAPER_U);
  self->style.draws_title = FALSE;
  self->style.draws_background = FALSE;

  return self;
}

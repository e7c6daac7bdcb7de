/* dz-chart-frame.c - title, subtitle, legend, hairline, notes, source: in this order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-chart-frame.h"

#include "dz-chart-marks.h"

#include <stdarg.h>
#include <string.h>

typedef struct
{
  DzSign sign;
  char *label;
} LegendItem;

static void
clear_item (gpointer data)
{
  g_free (((LegendItem *) data)->label);
}

/**
 * dz_frame_init:
 * @subtitle: (nullable): overrides the wording of the series
 *
 * Takes the words of the series; the chart adds what only it knows.
 */
void
dz_frame_init (DzFrame    *self,
               DzSeries   *series,
               const char *subtitle)
{
  *self = (DzFrame) { 0 };
  self->title = g_strdup (series->title);
  self->subtitle = subtitle != NULL && series->subtitle == NULL ? g_strdup (subtitle)
                                                                : dz_series_dup_subtitle (series);
  self->sample = g_strdup (series->sample);
  self->source = dz_series_dup_source (series);
  self->legend = g_array_new (FALSE, FALSE, sizeof (LegendItem));
  g_array_set_clear_func (self->legend, clear_item);
  self->notes = g_string_new (NULL);
  self->incomparable = g_string_new (NULL);
  for (guint i = 0; i < series->explanations->len; i++)
    g_string_append (self->notes, g_ptr_array_index (series->explanations, i));
  for (guint i = 0; i < series->incomparable->len; i++)
    dz_frame_add_incomparable (self, "%s", (char *) g_ptr_array_index (series->incomparable, i));
}

void
dz_frame_clear (DzFrame *self)
{
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->sample);
  g_free (self->source);
  g_clear_pointer (&self->legend, g_array_unref);
  if (self->notes != NULL)
    g_string_free (self->notes, TRUE);
  if (self->incomparable != NULL)
    g_string_free (self->incomparable, TRUE);
  *self = (DzFrame) { 0 };
}

/* A sign already in the legend is not added again. */
void
dz_frame_add_sign (DzFrame    *self,
                   DzSign      sign,
                   const char *label)
{
  LegendItem item = { sign, NULL };

  for (guint i = 0; i < self->legend->len; i++)
    if (g_array_index (self->legend, LegendItem, i).sign == sign)
      return;
  item.label = g_strdup (label);
  g_array_append_val (self->legend, item);
}

/* Says which page this is, where there are several. May be called again. */
void
dz_frame_set_page (DzFrame *self,
                   guint    page,
                   guint    n_pages)
{
  self->page = page;
  self->n_pages = n_pages;
}

/* The subtitle with what the layout adds to it: how columns are read, and which page this is. */
static char *
dup_subtitle (DzFrame *self)
{
  GString *words = g_string_new (self->subtitle);

  if (self->n_columns > 1)
    g_string_append (words, "，先左栏后右栏，两栏同一刻度");
  if (self->n_pages > 0)
    g_string_append_printf (words, "。第%u页，共%u页", MIN (self->page + 1, self->n_pages), self->n_pages);

  return g_string_free (words, FALSE);
}

/* Appends a sentence to the notes. */
void
dz_frame_note (DzFrame    *self,
               const char *format,
               ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_string_append_vprintf (self->notes, format, arguments);
  va_end (arguments);
}

/* Appends an item, without end mark, to 不可比之处. */
void
dz_frame_add_incomparable (DzFrame    *self,
                           const char *format,
                           ...)
{
  va_list arguments;

  if (self->incomparable->len > 0)
    g_string_append (self->incomparable, "；");
  va_start (arguments, format);
  g_string_append_vprintf (self->incomparable, format, arguments);
  va_end (arguments);
}

/* Whether the notes have these words already: the series may have brought them. */
gboolean
dz_frame_says (DzFrame    *self,
               const char *words)
{
  return strstr (self->notes->str, words) != NULL || strstr (self->incomparable->str, words) != NULL;
}

static double
draw_legend (DzFrame       *self,
             DzChartCanvas *canvas,
             double         top,
             gboolean       draws)
{
  double u = canvas->u, line = 1.65 * u, x = canvas->left, y = top + line / 2;

  if (self->hides_legend || !canvas->style.draws_notes)
    return top;
  for (guint i = 0; i < self->legend->len; i++)
    {
      LegendItem *item = &g_array_index (self->legend, LegendItem, i);
      double sign = dz_mark_sign_width (canvas, item->sign);
      double width = sign + 0.4 * u + dz_canvas_measure (canvas, item->label, DZ_SIZE_NOTE, FALSE);
      DzInk ink = dz_ink (canvas, DZ_SIZE_NOTE, DZ_ALIGN_LEFT);

      if (x > canvas->left && x + width > canvas->right)
        {
          x = canvas->left;
          y += line;
        }
      ink.colour = canvas->style.secondary;
      if (draws)
        {
          dz_mark_sign (canvas, item->sign, x, y);
          dz_canvas_text (canvas, item->label, ink, x + sign + 0.4 * u, y);
        }
      x += width + 1.5 * u;
    }
  return self->legend->len > 0 ? y + line / 2 : top;
}

/**
 * dz_frame_draw_head:
 * @draws: FALSE: measure only
 *
 * Returns: where the panels may begin
 */
double
dz_frame_draw_head (DzFrame       *self,
                    DzChartCanvas *canvas,
                    gboolean       draws)
{
  double u = canvas->u, y = canvas->top, width = canvas->right - canvas->left;
  DzInk title = dz_ink (canvas, DZ_SIZE_TITLE, DZ_ALIGN_LEFT);
  DzInk subtitle = dz_ink (canvas, DZ_SIZE_LABEL, DZ_ALIGN_LEFT);
  g_autofree char *words = dup_subtitle (self), *continued = NULL;

  if (canvas->view.page > 0) /* without a title the caption under it says so */
    continued = g_strconcat (self->title, "（续）", NULL);
  title.bold = TRUE;
  subtitle.colour = canvas->style.secondary;
  if (canvas->style.draws_title)
    y += dz_canvas_paragraph (canvas, continued != NULL ? continued : self->title, title,
                              (DzRect) { canvas->left, y - 0.1 * u, width, 0 }, 1.72 * u, draws);
  if (words[0] != '\0' && canvas->style.draws_notes)
    y += dz_canvas_paragraph (canvas, words, subtitle, (DzRect) { canvas->left, y, width, 0 }, 1.5 * u, draws);
  return draw_legend (self, canvas, y, draws);
}

static double
draw_paragraph (DzChartCanvas *canvas,
                const char    *label,
                const char    *text,
                double         hang,
                double         y,
                gboolean       draws)
{
  DzInk ink = dz_ink (canvas, DZ_SIZE_NOTE, DZ_ALIGN_LEFT);
  double line = DZ_LINE_NOTE * MAX (canvas->u, canvas->style.min_text);

  ink.colour = canvas->style.secondary;
  if (draws && label != NULL)
    dz_canvas_text (canvas, label, ink, canvas->left, y + line / 2);
  return y + dz_canvas_paragraph (canvas, text, ink,
                                  (DzRect) { canvas->left + hang, y,
                                             canvas->right - canvas->left - hang, 0 },
                                  line, draws);
}

/**
 * dz_frame_draw_foot:
 * @y: where the panels end
 * @draws: FALSE: measure only
 *
 * Returns: where the source line ends
 */
double
dz_frame_draw_foot (DzFrame       *self,
                    DzChartCanvas *canvas,
                    double         y,
                    gboolean       draws)
{
  double hang = dz_canvas_measure (canvas, "注：", DZ_SIZE_NOTE, FALSE);
  double source_hang = dz_canvas_measure (canvas, "来源：", DZ_SIZE_NOTE, FALSE);
  const char *label = "注：";

  if (!canvas->style.draws_notes)
    return y;
  y += 0.35 * canvas->u;
  if (draws)
    dz_canvas_line (canvas, canvas->left, y, canvas->right, y, dz_canvas_hair (canvas),
                    canvas->style.grid, 0);
  y += 0.3 * canvas->u;
  if (self->notes->len > 0)
    {
      y = draw_paragraph (canvas, label, self->notes->str, hang, y, draws);
      label = NULL;
    }
  if (self->incomparable->len > 0)
    {
      g_autofree char *text = g_strconcat ("不可比之处：", self->incomparable->str, "。", NULL);

      y = draw_paragraph (canvas, label, text, hang, y, draws);
      label = NULL;
    }
  if (self->sample != NULL)
    {
      g_autofree char *text = g_strconcat ("样张：", self->sample, NULL);

      y = draw_paragraph (canvas, label, text, hang, y, draws);
    }
  return draw_paragraph (canvas, "来源：", self->source, source_hang, y, draws);
}

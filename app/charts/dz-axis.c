/* dz-axis.c - nice ticks, the pathological answer included
 *
 * 3 to 6 steps of 1, 2, 2.5 (only from 10 on) or 5 times a power of ten; the last tick is the
 * first at or over the largest value. Of the steps that qualify, the one with the least end is
 * taken, then the one nearest to the wanted number of steps. Counts have whole ticks, so 1 and
 * 2 get fewer than three steps; a series of zeros gets 0 to 1.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-axis.h"

#include "dz-format.h"

#include <math.h>

#define OPEN_SHARE 1.25 /* as far over the largest sure value as one that is not may push the end */

static const double factors[] = { 1, 2, 2.5, 5 };

static void
fill_ticks (DzAxis *self)
{
  double steps = round ((self->end - self->start) / self->step);

  self->n_ticks = (guint) CLAMP (steps + 1, 2, DZ_AXIS_MAX_TICKS);
  for (guint i = 0; i < self->n_ticks; i++)
    self->ticks[i] = self->start + i * self->step;
  self->ticks[self->n_ticks - 1] = self->end;
  self->decimals = self->step >= 1 ? 0 : (int) ceil (-log10 (self->step) - 1e-9);
  if (fmod (self->step, 1) != 0 && self->step > 1)
    self->decimals = 1;
}

typedef struct
{
  double step, low, high;
  int steps;
} Choice;

static gboolean
is_better (const Choice *a,
           const Choice *b,
           int           wanted)
{
  double spread_a = a->high - a->low, spread_b = b->high - b->low;

  if (b->steps == 0)
    return TRUE;
  if (fabs (spread_a - spread_b) > 1e-9 * spread_b)
    return spread_a < spread_b;
  return ABS (a->steps - wanted) < ABS (b->steps - wanted);
}

static Choice
choose_step (double   low,
             double   high,
             gboolean whole,
             int      wanted)
{
  int exponent = (int) floor (log10 (high - low)) - 1;
  Choice best = { 0 };

  for (int e = exponent; e <= exponent + 2; e++)
    for (guint f = 0; f < G_N_ELEMENTS (factors); f++)
      {
        Choice c = { .step = factors[f] * pow (10, e) };

        if ((factors[f] == 2.5 && c.step < 10) || (whole && c.step < 1))
          continue;
        c.low = floor (low / c.step + 1e-9) * c.step;
        c.high = ceil (high / c.step - 1e-9) * c.step;
        c.steps = (int) round ((c.high - c.low) / c.step);
        if (c.steps >= 3 && c.steps <= 6 && is_better (&c, &best, wanted))
          best = c;
      }
  return best;
}

/**
 * dz_axis_init_count:
 * @low, @high: least and largest value; the axis takes in 0
 * @whole: whole ticks only
 * @wanted: number of steps to come near to
 */
void
dz_axis_init_count (DzAxis  *self,
                    double   low,
                    double   high,
                    gboolean whole,
                    guint    wanted)
{
  Choice choice;

  *self = (DzAxis) { .end = 1, .step = 1 };
  low = isfinite (low) ? MIN (low, 0) : 0;
  high = isfinite (high) ? MAX (high, 0) : 0;
  if (high - low > 1e-12)
    {
      choice = choose_step (low, high, whole, (int) wanted);
      if (choice.steps > 0)
        {
          self->start = choice.low;
          self->end = choice.high;
          self->step = choice.step;
        }
      else
        {
          self->start = floor (low);
          self->end = MAX (ceil (high), self->start + 1);
        }
    }
  fill_ticks (self);
}

/**
 * dz_axis_init_wan:
 * @high: largest value, in ones
 *
 * An axis in 万: its ticks have one decimal.
 */
void
dz_axis_init_wan (DzAxis *self,
                  double  high,
                  guint   wanted)
{
  dz_axis_init_count (self, 0, high / 10000, FALSE, wanted);
  self->wan = TRUE;
  self->decimals = MAX (self->decimals, 1);
  self->end *= 10000;
  self->step *= 10000;
  for (guint i = 0; i < self->n_ticks; i++)
    self->ticks[i] *= 10000;
}

/* Returns: 0 if @range has no even step */
static double
choose_rate_step (double range)
{
  static const double steps[] = { 1, 2, 5, 10, 15, 20, 25, 50 };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      double n = range / steps[i];

      if (n <= 6 && fabs (n - round (n)) < 1e-9)
        return steps[i];
    }
  return 0;
}

/**
 * dz_axis_init_rate:
 * @cut: the axis may start over 0 (dots); bars never
 *
 * Rates end at 100. A rate over 100 or under 0 is an increase, not a share: it gets an
 * axis of counts.
 */
void
dz_axis_init_rate (DzAxis  *self,
                   double   low,
                   double   high,
                   gboolean cut)
{
  if (low < 0 || high > 100)
    {
      dz_axis_init_count (self, low, high, FALSE, 5);
      return;
    }
  *self = (DzAxis) { .end = 100 };
  if (cut && isfinite (low) && low >= 60)
    self->start = MAX (floor ((low - 0.01) / 5) * 5, 0);
  /* 65 to 100 would be ticked at 72, 79, …: it begins at 60 */
  while ((self->step = choose_rate_step (self->end - self->start)) == 0)
    self->start -= 5;
  fill_ticks (self);
}

/* A value nobody decided about may lie a little beyond the others; further out it is drawn to the end of the axis. */
static void
take_open (double  *low,
           double  *high,
           double   low_open,
           double   high_open,
           gboolean is_rate)
{
  if (!isfinite (*high))
    {
      *low = low_open;
      *high = high_open;
      return;
    }
  *low = MIN (*low, MAX (low_open, *low - (*high - *low) / 2));
  if (!is_rate || *high > 100)
    *high = MAX (*high, MIN (high_open, *high * OPEN_SHARE));
}

/**
 * dz_axis_init:
 * @cut: rates may start over 0
 *
 * The axis of one measure of a series, by its unit and its values. A value that is 待核 does not set it.
 */
void
dz_axis_init (DzAxis   *self,
              DzSeries *series,
              guint     measure,
              gboolean  cut,
              guint     wanted)
{
  const DzMeasure *info = dz_series_get_measure (series, measure);
  double low = INFINITY, high = -INFINITY;
  gboolean whole = !series->per_thousand;

  double low_open = INFINITY, high_open = -INFINITY; /* of what nobody decided about */

  for (guint i = 0; i < dz_series_get_n_rows (series); i++)
    {
      const DzCell *cell = dz_series_get_cell (series, i, measure);
      gboolean sure = dz_cell_is_usable (cell);
      double *least = sure ? &low : &low_open, *most = sure ? &high : &high_open;

      if (!dz_cell_has_value (cell))
        continue;
      *least = MIN (*least, cell->value);
      *most = MAX (*most, isnan (cell->high) ? cell->value : cell->high);
      whole = whole && cell->value == floor (cell->value);
    }
  take_open (&low, &high, low_open, high_open, g_str_equal (info->unit, "%"));
  if (g_str_equal (info->unit, "%"))
    dz_axis_init_rate (self, low, high, cut);
  else if (dz_series_uses_wan (series, measure))
    dz_axis_init_wan (self, high, wanted);
  else
    dz_axis_init_count (self, low, high, whole, wanted);
}

double
dz_axis_place (const DzAxis *self,
               double        value)
{
  double share = (value - self->start) / (self->end - self->start);

  return self->x0 + CLAMP (share, 0, 1) * (self->x1 - self->x0);
}

/**
 * dz_axis_dup_label:
 *
 * Returns: (transfer full): the label of a tick; 0 is always "0"
 */
char *
dz_axis_dup_label (const DzAxis *self,
                   guint         tick)
{
  double value = self->ticks[tick];

  if (fabs (value) < self->step * 1e-6)
    return g_strdup ("0");
  return self->wan ? dz_format_decimals (value / 10000, self->decimals)
                   : dz_format_decimals (value, self->decimals);
}

/**
 * dz_axis_is_labelled:
 * @step: every how many ticks there is room for a label
 *
 * Returns: whether the tick has its label: counted from 0, which always has one, or from the start of an axis
 *   without it
 */
gboolean
dz_axis_is_labelled (const DzAxis *self,
                     guint         tick,
                     guint         step)
{
  guint origin = 0;

  for (guint i = 0; i < self->n_ticks; i++)
    if (fabs (self->ticks[i]) < self->step * 1e-6)
      origin = i;

  return (tick > origin ? tick - origin : origin - tick) % step == 0;
}

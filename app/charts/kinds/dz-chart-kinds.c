/* dz-chart-kinds.c - the table of kinds, made of the words in meson.build
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-chart-kinds.h"

#include "dz-charts.h"

/**
 * dz_chart_list:
 * @n: (out) (optional): how many
 *
 * Returns: (transfer none) (array length=n): all kinds of chart
 */
const DzChart *const *
dz_chart_list (guint *n)
{
  if (n != NULL)
    *n = G_N_ELEMENTS (charts);
  return charts;
}

/**
 * dz_chart_find:
 *
 * Returns: (transfer none) (nullable): the kind of this id
 */
const DzChart *
dz_chart_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    if (g_strcmp0 (charts[i]->id, id) == 0)
      return charts[i];
  return NULL;
}

/* dz-label-layout.c - labels that want the same place find their own
 *
 * Upright: pool adjacent violators. Labels keep their order; a run that would overlap becomes
 * a cluster, centred on the mean of its members' wishes, and clusters merge until none touch.
 * Level: from left to right into the first free of three levels above, then below.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-label-layout.h"

#include <math.h>

typedef struct
{
  guint first, n;
  double wishes; /* sum of the wished middle of the whole cluster */
} Cluster;

static double
top_of (const Cluster *self,
        double         pitch,
        double         low,
        double         high)
{
  double height = (self->n - 1) * pitch;
  double top = self->wishes / self->n - height / 2;

  return MAX (MIN (top, high - height), low);
}

/**
 * dz_labels_spread:
 * @places: (array length=n) (inout): wished middles from the top down, sorted; then the middles got
 * @pitch: least distance of two middles
 * @low, @high: between which the middles stay, if there is room
 */
void
dz_labels_spread (double *places,
                  guint   n,
                  double  pitch,
                  double  low,
                  double  high)
{
  g_autofree Cluster *clusters = g_new (Cluster, n + 1);
  guint n_clusters = 0;

  for (guint i = 0; i < n; i++)
    {
      clusters[n_clusters++] = (Cluster) { i, 1, places[i] };
      while (n_clusters > 1)
        {
          Cluster *a = &clusters[n_clusters - 2], *b = &clusters[n_clusters - 1];

          if (top_of (a, pitch, low, high) + a->n * pitch <= top_of (b, pitch, low, high) + 1e-9)
            break;
          a->n += b->n;
          a->wishes += b->wishes;
          n_clusters--;
        }
    }
  for (guint c = 0; c < n_clusters; c++)
    {
      double top = top_of (&clusters[c], pitch, low, high);

      for (guint i = 0; i < clusters[c].n; i++)
        places[clusters[c].first + i] = top + i * pitch;
    }
}

/* The last label placed on each level ends here. */
static int
find_level (const double *ends,
            double        left,
            double        gap,
            gboolean      below,
            guint         turn)
{
  static const int above_first[] = { 1, 2, 3, -1, -2, -3 };
  static const int by_turns[2][6] = { { 1, -1, 2, -2, 3, -3 }, { -1, 1, -2, 2, -3, 3 } };
  const int *levels = below ? by_turns[turn % 2] : above_first;

  for (guint i = 0; i < (below ? 6 : 3); i++)
    if (ends[levels[i] + 3] + gap <= left)
      return levels[i];
  return 0;
}

/**
 * dz_labels_level:
 * @labels: (array length=n) (inout): sorted by x
 * @gap: least space between two texts
 * @low, @high: the texts stay between them
 * @below: also use the levels below, by turns
 *
 * Returns: the number of labels that did not fit
 */
guint
dz_labels_level (DzLevelLabel *labels,
                 guint         n,
                 double        gap,
                 double        low,
                 double        high,
                 gboolean      below)
{
  double ends[7];
  guint lost = 0;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    ends[i] = -INFINITY;
  for (guint i = 0; i < n; i++)
    {
      DzLevelLabel *label = &labels[i];

      label->left = MAX (MIN (label->x - label->width / 2, high - label->width), low);
      label->level = find_level (ends, label->left, gap, below, i);
      if (label->level == 0)
        lost++;
      else
        ends[label->level + 3] = label->left + label->width;
    }
  return lost;
}

/* dz-paragraph.c - a paragraph set in lines by the rules of Chinese setting
 *
 * The whole paragraph is shaped once as one line; its clusters are then dealt
 * out to lines here, because Pango neither justifies between Chinese
 * characters nor lets punctuation give way.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-paragraph-private.h"

#include <math.h>
#include <string.h>

#define WIDEST_GAP 0.12 /* of a character: wider gaps than this between characters make no line */

static void
line_clear (gpointer data)
{
  Line *line = data;

  for (guint i = 0; i < line->pieces->len; i++)
    pango_glyph_item_free (g_array_index (line->pieces, Piece, i).item);
  g_array_unref (line->pieces);
}

static gboolean
is_at (DzParagraph   *self,
       const Cluster *cluster,
       const char    *word)
{
  return g_str_has_prefix (self->rich->text->str + cluster->start, word);
}

static gboolean
is_measure (DzParagraph   *self,
            const Cluster *cluster)
{
  static const char measures[] = "个件份处项次人名场期起批条篇页段类卷宗案家户万亿元年月日时天分岁亩平公级位张辆台本";

  return g_utf8_strchr (measures, sizeof measures - 1, g_utf8_get_char (self->rich->text->str + cluster->start)) != NULL;
}

/* May a line end between the two? */
static gboolean
can_break (DzParagraph   *self,
           const Cluster *a,
           const Cluster *b)
{
  /* of several sources the later ones may go over whole: five at one word would tear the line before them open */
  if (a->kind == CLUSTER_SOURCE && b->kind == CLUSTER_SOURCE && is_at (self, b, "["))
    return TRUE;
  if (b->kind == CLUSTER_CLOSE || b->kind == CLUSTER_SOURCE || b->kind == CLUSTER_BLANK)
    return FALSE;
  if (a->kind == CLUSTER_OPEN)
    return FALSE;
  if (a->kind == CLUSTER_WORD && b->kind == CLUSTER_WORD)
    return FALSE;
  /* 174件, 2024年: a number and what it counts */
  if (a->kind == CLUSTER_WORD && b->kind == CLUSTER_HAN && g_ascii_isdigit (self->rich->text->str[a->end - 1]) &&
      is_measure (self, b))
    return FALSE;
  /* 表2, 图1 */
  if (b->kind == CLUSTER_WORD && (is_at (self, a, "表") || is_at (self, a, "图")) &&
      g_ascii_isdigit (self->rich->text->str[b->start]))
    return FALSE;

  return TRUE;
}

/* Two signs side by side need only one blank half between them. */
static void
close_up_signs (DzParagraph *self)
{
  for (guint i = 0; i + 1 < self->clusters->len; i++)
    {
      Cluster *a = &g_array_index (self->clusters, Cluster, i);
      Cluster *b = a + 1;
      double half = a->give / 0.4 * 0.45;

      if (a->give == 0 || b->give == 0)
        continue;
      if (!a->left_blank)
        {
          a->width -= half;
          a->give = 0;
        }
      else if (b->left_blank)
        {
          b->width -= half;
          b->shift -= half;
          b->give = 0;
        }
    }
}

static double
line_width (DzParagraph *self,
            guint        n)
{
  double first = self->style.first;

  if (first >= 0)
    return self->style.width - (n == 0 ? first : 0);

  return self->style.width + (n == 0 ? 0 : first);
}

/* The first cluster that does not go on the line, breaking where it may. */
static guint
find_break (DzParagraph *self,
            guint        from,
            double       width)
{
  GArray *clusters = self->clusters;
  double used = 0, give = 0;
  guint best = from, item = from;

  for (guint i = from; i < clusters->len; i++)
    {
      const Cluster *c = &g_array_index (clusters, Cluster, i);

      if (c->kind == CLUSTER_NEWLINE)
        return i;
      if (i > from && can_break (self, c - 1, c))
        {
          best = i;
          if (is_at (self, c - 1, "、"))
            item = i;
        }
      used += c->width;
      give += c->give;
      /* the blank half of a closing sign may hang past the end */
      if (used - give > width + 0.01 && c->kind != CLUSTER_BLANK && self->style.items && item > from)
        return item;
      if (used - give > width + 0.01 && c->kind != CLUSTER_BLANK)
        return best > from ? best : MAX (i, from + 1);
    }

  return clusters->len;
}

static void
give_way (DzParagraph *self,
          guint        first,
          guint        last,
          double       excess)
{
  double all = 0;

  for (guint i = first; i < last; i++)
    all += g_array_index (self->clusters, Cluster, i).give;
  if (all <= 0)
    return;
  for (guint i = first; i < last; i++)
    {
      Cluster *c = &g_array_index (self->clusters, Cluster, i);
      double part = c->give * MIN (1, excess / all);

      c->width -= part;
      if (c->left_blank)
        c->shift -= part;
    }
}

static gboolean
can_stretch (const Cluster *a,
             const Cluster *b)
{
  if (b->kind == CLUSTER_SOURCE)
    return FALSE;

  return !(a->kind == CLUSTER_WORD && b->kind == CLUSTER_WORD);
}

static void
justify (DzParagraph *self,
         guint        first,
         guint        last,
         double       slack)
{
  guint gaps = 0;

  for (guint i = first; i + 1 < last; i++)
    gaps += can_stretch (&g_array_index (self->clusters, Cluster, i),
                         &g_array_index (self->clusters, Cluster, i + 1));
  /* an unbreakable run went over whole: better a ragged edge than letters torn apart */
  if (slack > gaps * WIDEST_GAP * self->style.size)
    return;
  for (guint i = first; i + 1 < last; i++)
    {
      Cluster *c = &g_array_index (self->clusters, Cluster, i);

      if (can_stretch (c, c + 1))
        c->width += slack / gaps;
    }
}

static void
add_piece (DzParagraph *self,
           Line        *line,
           guint        from,
           guint        to,
           double       x)
{
  const Cluster *a = &g_array_index (self->clusters, Cluster, from);
  const Cluster *z = &g_array_index (self->clusters, Cluster, to - 1);
  PangoGlyphItem *item = g_slice_new0 (PangoGlyphItem);
  DzRichStyle style = a->rich < 0 ? DZ_RICH_PLAIN
                                  : g_array_index (self->rich->runs, DzRichRun, a->rich).style;
  Piece piece = { item, x, style == DZ_RICH_SOURCE ? self->style.size * 0.36 : 0, a->rich };
  int n = z->glyph + z->n_glyphs - a->glyph;
  gsize base = a->run->item->offset;

  item->item = pango_item_copy (a->run->item);
  item->item->offset = a->start;
  item->item->length = z->end - a->start;
  item->item->num_chars = g_utf8_strlen (self->rich->text->str + a->start, z->end - a->start);
  item->glyphs = pango_glyph_string_new ();
  pango_glyph_string_set_size (item->glyphs, n);
  for (guint i = from; i < to; i++)
    {
      const Cluster *c = &g_array_index (self->clusters, Cluster, i);

      for (int g = c->glyph; g < c->glyph + c->n_glyphs; g++)
        {
          int k = g - a->glyph;

          item->glyphs->glyphs[k] = c->run->glyphs->glyphs[g];
          item->glyphs->log_clusters[k] = (int) (base + c->run->glyphs->log_clusters[g] - a->start);
          item->glyphs->glyphs[k].geometry.x_offset += (int) (c->shift * PANGO_SCALE);
          if (g == c->glyph)
            item->glyphs->glyphs[k].geometry.width = (int) lround (c->width * PANGO_SCALE);
          else
            item->glyphs->glyphs[k].geometry.width = 0;
        }
    }
  g_array_append_val (line->pieces, piece);
}

static void
make_pieces (DzParagraph *self,
             Line        *line)
{
  double x = line->x, start = x;
  guint from = line->first;

  line->pieces = g_array_new (FALSE, TRUE, sizeof (Piece));
  for (guint i = line->first; i < line->last; i++)
    {
      const Cluster *c = &g_array_index (self->clusters, Cluster, i);
      const Cluster *first = &g_array_index (self->clusters, Cluster, from);

      if (i > from && (c->run != first->run || c->rich != first->rich))
        {
          add_piece (self, line, from, i, start);
          from = i;
          start = x;
        }
      x += c->width;
    }
  if (line->last > from)
    add_piece (self, line, from, line->last, start);
}

static double
sum_width (DzParagraph *self,
           guint        first,
           guint        last)
{
  double width = 0;

  for (guint i = first; i < last; i++)
    width += g_array_index (self->clusters, Cluster, i).width;

  return width;
}

static guint
add_line (DzParagraph *self,
          guint        from)
{
  double width = line_width (self, self->lines->len);
  double first = self->style.first;
  guint next = find_break (self, from, self->style.one_line ? G_MAXDOUBLE : width);
  gboolean ends = next == self->clusters->len ||
                  g_array_index (self->clusters, Cluster, next).kind == CLUSTER_NEWLINE;
  Line line = { .first = from, .last = next };
  double used;

  while (!ends && line.last > from + 1 &&
         g_array_index (self->clusters, Cluster, line.last - 1).kind == CLUSTER_BLANK)
    line.last--;
  used = sum_width (self, from, line.last);
  if (used > width && !self->style.one_line)
    give_way (self, from, line.last, used - width);
  else if (self->style.align == DZ_ALIGN_JUSTIFY && !ends)
    justify (self, from, line.last, width - used);
  used = sum_width (self, from, line.last);

  line.width = used;
  line.x = (first >= 0) == (self->lines->len == 0) ? fabs (first) : 0;
  if (self->style.align == DZ_ALIGN_CENTRE)
    line.x += (width - used) / 2;
  else if (self->style.align == DZ_ALIGN_RIGHT)
    line.x += width - used;
  make_pieces (self, &line);
  if (line.last > line.first)
    {
      line.start = g_array_index (self->clusters, Cluster, line.first).start;
      line.end = g_array_index (self->clusters, Cluster, line.last - 1).end;
    }
  g_array_append_val (self->lines, line);

  if (next < self->clusters->len &&
      g_array_index (self->clusters, Cluster, next).kind == CLUSTER_NEWLINE)
    next++;

  return next;
}

/* The lines are made: of a cell in which all bodies of a province are named the clusters were a megabyte. */
static void
give_up_clusters (DzParagraph *self)
{
  guint n = self->rich->runs->len > 0 || self->rich->keys->len > 0 ? self->clusters->len : 0;

  if (n > 0)
    self->stops = g_new (Stop, n);
  for (guint i = 0; i < n; i++)
    {
      const Cluster *cluster = &g_array_index (self->clusters, Cluster, i);

      self->stops[i] = (Stop){ cluster->start, cluster->end, cluster->width };
    }
  g_clear_pointer (&self->clusters, g_array_unref);
}

/**
 * dz_paragraph_new:
 * @rich: words; '\n' starts a new line
 *
 * Returns: (transfer full): @rich set in lines
 */
DzParagraph *
dz_paragraph_new (DzPaper                *paper,
                  DzRich                 *rich,
                  const DzParagraphStyle *style)
{
  DzParagraph *self = g_new0 (DzParagraph, 1);
  g_autoptr(GPtrArray) runs = g_ptr_array_new_with_free_func ((GDestroyNotify) pango_glyph_item_free);
  guint next = 0;

  g_atomic_ref_count_init (&self->refs);
  self->rich = dz_rich_ref (rich);
  self->style = *style;
  self->lines = g_array_new (FALSE, TRUE, sizeof (Line));
  g_array_set_clear_func (self->lines, line_clear);
  dz_paragraph_shape (self, paper, runs);
  close_up_signs (self);
  do
    next = add_line (self, next);
  while (next < self->clusters->len);
  give_up_clusters (self);
  g_clear_object (&self->layout); /* pieces hold copies: a page keeps only what it draws */

  return self;
}

DzParagraph *
dz_paragraph_ref (DzParagraph *self)
{
  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
dz_paragraph_unref (DzParagraph *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_array_unref (self->lines);
  g_free (self->stops);
  g_clear_object (&self->layout);
  dz_rich_unref (self->rich);
  g_free (self);
}

guint
dz_paragraph_get_n_lines (DzParagraph *self)
{
  return self->lines->len;
}

double
dz_paragraph_get_height (DzParagraph *self)
{
  return self->lines->len * self->style.pitch;
}

double
dz_paragraph_get_line_width (DzParagraph *self,
                             guint        line)
{
  return g_array_index (self->lines, Line, line).width;
}

/* Returns: (transfer full): the characters on @line */
char *
dz_paragraph_dup_line (DzParagraph *self,
                       guint        line)
{
  const Line *l = &g_array_index (self->lines, Line, line);

  if (l->last == l->first)
    return g_strdup ("");

  return g_strndup (self->rich->text->str + l->start, l->end - l->start);
}

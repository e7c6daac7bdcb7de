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

static ClusterKind
classify (gunichar c)
{
  if (c == '\n')
    return CLUSTER_NEWLINE;
  if (c == ' ' || c == 0x3000)
    return CLUSTER_BLANK;
  if (c < 0x80 && strchr (")]},;:!?%", (int) c) != NULL)
    return CLUSTER_CLOSE;
  if (c < 0x80 && strchr ("([{", (int) c) != NULL)
    return CLUSTER_OPEN;
  if (c < 0x2E80)
    {
      switch (c)
        {
        case 0x201C: case 0x2018:
          return CLUSTER_OPEN;
        case 0x201D: case 0x2019: case 0x2026: case 0x2014: case 0xB7:
          return CLUSTER_CLOSE;
        case 0x2265: case 0x2264: case 0x2248: case 0x2212: case 0x2009: /* thin space in 12 000 */
          return CLUSTER_WORD;
        default:
          return c < 0x2000 ? CLUSTER_WORD : CLUSTER_HAN;
        }
    }
  switch (c)
    {
    case 0x3008: case 0x300A: case 0x300C: case 0x300E: case 0x3010: case 0x3014:
    case 0xFF08: case 0xFF3B: case 0xFF5B:
      return CLUSTER_OPEN;
    case 0x3001: case 0x3002: case 0x3009: case 0x300B: case 0x300D: case 0x300F: case 0x3011:
    case 0x3015: case 0xFF09: case 0xFF0C: case 0xFF0E: case 0xFF1A: case 0xFF1B: case 0xFF01:
    case 0xFF1F: case 0xFF3D: case 0xFF5D: case 0xFF05: case 0xFF5E: case 0x2E3A:
    case 0xFF0A: /* ＊ hangs on its number */
      return CLUSTER_CLOSE;
    default:
      return CLUSTER_HAN;
    }
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

static double
style_size (const DzParagraphStyle *style,
            DzRichStyle             run)
{
  if (run == DZ_RICH_SOURCE)
    return style->source_size;
  if (run == DZ_RICH_SMALL)
    return style->size * 0.9;
  if (run == DZ_RICH_FINE)
    return style->size * 0.75;

  return style->size;
}

static void
insert_font (PangoAttrList        *attributes,
             PangoFontDescription *font,
             gsize                 start,
             gsize                 end)
{
  PangoAttribute *attribute = pango_attr_font_desc_new (font);

  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

static PangoFontDescription *
copy_font (DzPaper *paper,
           DzFace   face,
           double   size)
{
  PangoFontDescription *font = pango_font_description_copy_static (dz_paper_get_font (paper, face));

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);

  return font;
}

static void
style_run (DzParagraph     *self,
           DzPaper         *paper,
           PangoAttrList   *attributes,
           const DzRichRun *run)
{
  DzFace face = self->style.face;
  PangoFontDescription *font;

  if (run->style == DZ_RICH_PLAIN || run->style == DZ_RICH_EVIDENCE)
    return;
  if (run->style == DZ_RICH_SOURCE || run->style == DZ_RICH_SANS || run->style == DZ_RICH_FINE)
    face = DZ_FACE_NUMBER;
  font = copy_font (paper, face, style_size (&self->style, run->style));
  if (run->style == DZ_RICH_STRONG)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  if (run->style == DZ_RICH_TRADITIONAL)
    {
      const char *family = pango_font_description_get_family (font);
      PangoAttribute *language =
        pango_attr_language_new (pango_language_from_string ("zh-tw"));

      if (g_str_has_suffix (family, " CJK SC"))
        {
          g_autofree char *stem = g_strndup (family, strlen (family) - 2);
          g_autofree char *name = g_strconcat (stem, "TC,", family, NULL);

          pango_font_description_set_family (font, name);
        }
      language->start_index = run->start;
      language->end_index = run->end;
      pango_attr_list_insert (attributes, language);
    }
  insert_font (attributes, font, run->start, run->end);
  pango_font_description_free (font);
}

static void
shape (DzParagraph *self,
       DzPaper     *paper)
{
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  PangoFontDescription *font = copy_font (paper, self->style.face, self->style.size);

  if (self->style.bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  insert_font (attributes, font, 0, G_MAXUINT);
  pango_font_description_free (font);
  for (guint i = 0; i < self->rich->runs->len; i++)
    style_run (self, paper, attributes, &g_array_index (self->rich->runs, DzRichRun, i));
  /* tabular digits stand under one another in tables */
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum 1"));

  self->layout = pango_layout_new (dz_paper_get_context (paper));
  pango_layout_set_attributes (self->layout, attributes);
  pango_layout_set_text (self->layout, self->rich->text->str, self->rich->text->len);
}

static int
rich_run_at (DzParagraph *self,
             gsize        offset,
             guint       *hint)
{
  GArray *runs = self->rich->runs;

  while (*hint < runs->len && g_array_index (runs, DzRichRun, *hint).end <= offset)
    (*hint)++;
  if (*hint < runs->len && g_array_index (runs, DzRichRun, *hint).start <= offset)
    return *hint;

  return -1;
}

/* Full-width signs whose ink fills one half only. */
static gboolean
has_blank_half (gunichar c)
{
  return (c >= 0x2018 && c <= 0x201D) || (c >= 0x3001 && c <= 0x3015) ||
         (c >= 0xFF01 && c <= 0xFF5D && c != 0xFF05);
}

static void
add_cluster (DzParagraph    *self,
             PangoLayoutRun *run,
             int             glyph,
             int             n_glyphs,
             gsize           start,
             gsize           end,
             guint          *hint)
{
  gunichar c = g_utf8_get_char (self->rich->text->str + start);
  Cluster cluster = { .start = (guint) start, .end = (guint) end, .run = run, .glyph = glyph, .n_glyphs = n_glyphs };
  DzRichStyle style = DZ_RICH_PLAIN;
  double em;

  cluster.rich = rich_run_at (self, start, hint);
  if (cluster.rich >= 0)
    style = g_array_index (self->rich->runs, DzRichRun, cluster.rich).style;
  for (int i = 0; i < n_glyphs; i++)
    cluster.width += (double) run->glyphs->glyphs[glyph + i].geometry.width / PANGO_SCALE;
  cluster.kind = style == DZ_RICH_SOURCE ? CLUSTER_SOURCE : classify (c);
  em = style_size (&self->style, style);
  if (cluster.kind != CLUSTER_SOURCE)
    cluster.width += self->style.tracking;
  if ((cluster.kind == CLUSTER_OPEN || cluster.kind == CLUSTER_CLOSE) && has_blank_half (c) &&
      style != DZ_RICH_TRADITIONAL && cluster.width > 0.9 * em) /* the TC face centres its signs */
    {
      cluster.left_blank = cluster.kind == CLUSTER_OPEN;
      cluster.give = 0.4 * em;
    }
  g_array_append_val (self->clusters, cluster);
}

static void
collect_run (DzParagraph    *self,
             PangoLayoutRun *run,
             guint          *hint)
{
  PangoGlyphString *glyphs = run->glyphs;
  gsize offset = run->item->offset;

  for (int i = 0; i < glyphs->num_glyphs;)
    {
      int n = 1;
      gsize end;

      while (i + n < glyphs->num_glyphs && glyphs->log_clusters[i + n] == glyphs->log_clusters[i])
        n++;
      end = i + n < glyphs->num_glyphs ? (gsize) glyphs->log_clusters[i + n]
                                       : (gsize) run->item->length;
      add_cluster (self, run, i, n, offset + glyphs->log_clusters[i], offset + end, hint);
      i += n;
    }
}

static void
collect_clusters (DzParagraph *self)
{
  guint hint = 0;
  gsize len = self->rich->text->len;

  self->clusters = g_array_sized_new (FALSE, FALSE, sizeof (Cluster),
                                      (guint) g_utf8_strlen (self->rich->text->str, (gssize) len));
  for (GSList *l = pango_layout_get_lines_readonly (self->layout); l != NULL; l = l->next)
    {
      PangoLayoutLine *line = l->data;
      gsize end = line->start_index + line->length;

      for (GSList *r = line->runs; r != NULL; r = r->next)
        collect_run (self, r->data, &hint);
      if (l->next != NULL && end < len)
        {
          Cluster newline = { .start = (guint) end, .end = (guint) end + 1, .kind = CLUSTER_NEWLINE, .rich = -1 };

          g_array_append_val (self->clusters, newline);
        }
    }
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
  g_array_append_val (self->lines, line);

  if (next < self->clusters->len &&
      g_array_index (self->clusters, Cluster, next).kind == CLUSTER_NEWLINE)
    next++;

  return next;
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
  guint next = 0;

  g_atomic_ref_count_init (&self->refs);
  self->rich = dz_rich_ref (rich);
  self->style = *style;
  self->lines = g_array_new (FALSE, TRUE, sizeof (Line));
  g_array_set_clear_func (self->lines, line_clear);
  shape (self, paper);
  collect_clusters (self);
  close_up_signs (self);
  do
    next = add_line (self, next);
  while (next < self->clusters->len);
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
  g_array_unref (self->clusters);
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
  const Cluster *a, *z;

  if (l->last == l->first)
    return g_strdup ("");
  a = &g_array_index (self->clusters, Cluster, l->first);
  z = &g_array_index (self->clusters, Cluster, l->last - 1);

  return g_strndup (self->rich->text->str + a->start, z->end - a->start);
}

/* dz-paragraph-shape.c - the words of a paragraph as clusters of glyphs, all on one line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-paragraph-private.h"

#include <string.h>

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

/* What the words look like, piece by piece. */
static PangoAttrList *
list_attributes (DzParagraph *self,
                 DzPaper     *paper)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoFontDescription *font = copy_font (paper, self->style.face, self->style.size);

  if (self->style.bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  insert_font (attributes, font, 0, G_MAXUINT);
  pango_font_description_free (font);
  for (guint i = 0; i < self->rich->runs->len; i++)
    style_run (self, paper, attributes, &g_array_index (self->rich->runs, DzRichRun, i));
  /* tabular digits stand under one another in tables */
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum 1"));

  return attributes;
}

/* Letters that run from left to right, signs and ideographs: of these a layout makes what shaping them makes. Of what else
 * there is (tabs, signs nobody sees, letters from right to left, pictures) it has rules of its own. */
static gboolean
is_plain (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c != '\n' && (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || (c >= 0x300 && c < 0x370) ||
                        (c >= 0x590 && c < 0x2000) || (c >= 0x200B && c < 0x2010) || (c >= 0x2028 && c < 0x2030) ||
                        (c >= 0x2060 && c < 0x2070) || (c >= 0xA000 && c < 0xAC00) || (c >= 0xD800 && c < 0xF900) ||
                        (c >= 0xFB00 && c < 0xFF01) || c >= 0xFFE8))
        return FALSE;
    }

  return TRUE;
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
add_newline (DzParagraph *self,
             gsize        at)
{
  Cluster newline = { .start = (guint) at, .end = (guint) at + 1, .kind = CLUSTER_NEWLINE, .rich = -1 };

  g_array_append_val (self->clusters, newline);
}

/* Shapes the words of one line of the text. @runs: holds what the clusters point to */
static void
shape_line (DzParagraph   *self,
            PangoContext  *context,
            PangoAttrList *attributes,
            gsize          from,
            gsize          to,
            guint         *hint,
            GPtrArray     *runs)
{
  const char *text = self->rich->text->str;
  GList *items = pango_itemize (context, text, (int) from, (int) (to - from), attributes, NULL);

  for (GList *l = items; l != NULL; l = l->next)
    {
      PangoGlyphItem *run = g_slice_new0 (PangoGlyphItem);

      run->item = l->data;
      run->glyphs = pango_glyph_string_new ();
      pango_shape_with_flags (text + run->item->offset, run->item->length, text, (int) self->rich->text->len,
                              &run->item->analysis, run->glyphs, PANGO_SHAPE_NONE);
      g_ptr_array_add (runs, run);
      collect_run (self, run, hint);
    }
  g_list_free (items);
}

static void
collect_shaped (DzParagraph   *self,
                PangoContext  *context,
                PangoAttrList *attributes,
                GPtrArray     *runs)
{
  const char *text = self->rich->text->str;
  gsize len = self->rich->text->len;
  guint hint = 0;

  for (gsize from = 0; from < len;)
    {
      const char *newline = memchr (text + from, '\n', len - from);
      gsize to = newline != NULL ? (gsize) (newline - text) : len;

      if (to > from)
        shape_line (self, context, attributes, from, to, &hint, runs);
      if (newline != NULL)
        add_newline (self, to);
      from = to + 1;
    }
}

static void
collect_laid_out (DzParagraph *self)
{
  guint hint = 0;
  gsize len = self->rich->text->len;

  for (GSList *l = pango_layout_get_lines_readonly (self->layout); l != NULL; l = l->next)
    {
      PangoLayoutLine *line = l->data;
      gsize end = line->start_index + line->length;

      for (GSList *r = line->runs; r != NULL; r = r->next)
        collect_run (self, r->data, &hint);
      if (l->next != NULL && end < len)
        add_newline (self, end);
    }
}

/**
 * dz_paragraph_shape:
 * @runs: (element-type PangoGlyphItem): holds what the clusters point to, beside the layout; as long as lines are made
 *
 * Makes the clusters of the whole text, as wide as their fonts say. Where all letters are plain ones no layout is asked:
 * it would also find out where lines may break and how high they are, which is our own matter.
 */
void
dz_paragraph_shape (DzParagraph *self,
                    DzPaper     *paper,
                    GPtrArray   *runs)
{
  const DzRich *rich = self->rich;
  PangoContext *context = dz_paper_get_context (paper);
  g_autoptr(PangoAttrList) attributes = list_attributes (self, paper);

  self->clusters = g_array_sized_new (FALSE, FALSE, sizeof (Cluster),
                                      (guint) g_utf8_strlen (rich->text->str, (gssize) rich->text->len));
  if (is_plain (rich->text->str))
    {
      collect_shaped (self, context, attributes, runs);
      return;
    }
  self->layout = pango_layout_new (context);
  pango_layout_set_attributes (self->layout, attributes);
  pango_layout_set_text (self->layout, rich->text->str, (int) rich->text->len);
  collect_laid_out (self);
}

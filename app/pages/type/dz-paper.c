/* dz-paper.c - the sheet and its type
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-paper.h"

#include <string.h>

/* Names a family goes by, best first; the first one counts as no substitution. A leading
 * '*' marks the names that are the wanted face itself. */
typedef struct
{
  const char *wanted;
  const char *docx;
  double size;
  PangoWeight fallback_weight; /* of the last name: a real bold, no emboldening */
  const char *names[12];
} FaceInfo;

static const FaceInfo faces[DZ_N_FACES] = {
  [DZ_FACE_TITLE] = { "小标宋", "方正小标宋简体", 22, PANGO_WEIGHT_BOLD,
                      { "*方正小标宋简体", "*方正小标宋_GBK", "*FZXiaoBiaoSong-B05S", "*FZXiaoBiaoSong-B05",
                        "华文中宋", "STZhongsong", "Noto Serif CJK SC", NULL } },
  [DZ_FACE_BODY] = { "仿宋", "仿宋_GB2312", 16, PANGO_WEIGHT_NORMAL,
                     { "*仿宋_GB2312", "*FangSong_GB2312", "*仿宋", "*FangSong", "*STFangsong", "FandolFang",
                       "宋体", "SimSun", "Noto Serif CJK SC", NULL } },
  [DZ_FACE_HEADING] = { "黑体", "黑体", 16, PANGO_WEIGHT_NORMAL,
                        { "*黑体", "*SimHei", "Noto Sans CJK SC", NULL } },
  [DZ_FACE_SUBHEADING] = { "楷体", "楷体_GB2312", 16, PANGO_WEIGHT_BOLD,
                           { "*楷体_GB2312", "*KaiTi_GB2312", "*楷体", "*KaiTi", "*STKaiti", "FandolKai",
                             "Noto Serif CJK SC", NULL } },
  [DZ_FACE_NUMBER] = { "黑体", "黑体", 10, PANGO_WEIGHT_NORMAL,
                       { "*Noto Sans CJK SC", "黑体", "SimHei", NULL } },
  [DZ_FACE_FOLIO] = { "宋体", "宋体", 14, PANGO_WEIGHT_NORMAL,
                      { "*宋体", "*SimSun", "Noto Serif CJK SC", NULL } },
};

struct _DzPaper
{
  gatomicrefcount refs;
  PangoContext *context;
  PangoFontDescription *fonts[DZ_N_FACES];
  char *families[DZ_N_FACES];
  gboolean substituted[DZ_N_FACES];
};

static GHashTable *
list_family_names (PangoFontMap *map)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree PangoFontFamily **families = NULL;
  int n;

  pango_font_map_list_families (map, &families, &n);
  for (int i = 0; i < n; i++)
    g_hash_table_add (names, g_strdup (pango_font_family_get_name (families[i])));

  return names;
}

static void
pick_font (DzPaper    *self,
           DzFace      face,
           GHashTable *installed)
{
  const FaceInfo *info = &faces[face];
  const char *found = NULL;
  gboolean last = FALSE;

  self->substituted[face] = TRUE;
  for (guint i = 0; info->names[i] != NULL && found == NULL; i++)
    {
      gboolean wanted = info->names[i][0] == '*';
      const char *name = info->names[i] + (wanted ? 1 : 0);

      if (!g_hash_table_contains (installed, name))
        continue;
      found = name;
      self->substituted[face] = !wanted;
      last = info->names[i + 1] == NULL;
    }
  if (found == NULL)
    found = face == DZ_FACE_HEADING || face == DZ_FACE_NUMBER ? "sans-serif" : "serif";

  self->families[face] = g_strdup (found);
  self->fonts[face] = pango_font_description_new ();
  pango_font_description_set_family (self->fonts[face], found);
  pango_font_description_set_weight (self->fonts[face],
                                     last ? info->fallback_weight : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size (self->fonts[face], info->size * PANGO_SCALE);
}

/**
 * dz_paper_new:
 *
 * Looks at the fonts installed and picks one for each face. Glyphs are unhinted and
 * placed on fractions of a point, so the screen shows the very lines the printer gets.
 *
 * Returns: (transfer full): the paper, for use in this thread only
 */
DzPaper *
dz_paper_new (void)
{
  DzPaper *self = g_new0 (DzPaper, 1);
  PangoFontMap *map = pango_cairo_font_map_get_default ();
  g_autoptr(GHashTable) installed = list_family_names (map);
  cairo_font_options_t *font_options = cairo_font_options_create ();

  g_atomic_ref_count_init (&self->refs);
  for (guint i = 0; i < DZ_N_FACES; i++)
    pick_font (self, i, installed);

  self->context = pango_font_map_create_context (map);
  pango_cairo_context_set_resolution (self->context, 72);
  cairo_font_options_set_hint_style (font_options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (font_options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (font_options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (self->context, font_options);
  cairo_font_options_destroy (font_options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_context_set_language (self->context, pango_language_from_string ("zh-cn"));
  pango_context_set_base_dir (self->context, PANGO_DIRECTION_LTR);
  pango_context_set_font_description (self->context, self->fonts[DZ_FACE_BODY]);

  return self;
}

DzPaper *
dz_paper_ref (DzPaper *self)
{
  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
dz_paper_unref (DzPaper *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  for (guint i = 0; i < DZ_N_FACES; i++)
    {
      pango_font_description_free (self->fonts[i]);
      g_free (self->families[i]);
    }
  g_object_unref (self->context);
  g_free (self);
}

/* Returns: (transfer none): points as units, unhinted, language zh-cn */
PangoContext *
dz_paper_get_context (DzPaper *self)
{
  return self->context;
}

/* Returns: (transfer none): the font got for @face at the face's own size */
const PangoFontDescription *
dz_paper_get_font (DzPaper *self,
                   DzFace   face)
{
  return self->fonts[face];
}

/* Returns: (transfer none): the name files for other programs ask for: 仿宋_GB2312 … */
/* Returns: (transfer none): the family really got */
static const char *
family_in_chinese (const char *family)
{
  if (strstr (family, "Noto Serif CJK") != NULL)
    return "思源宋体（Noto Serif CJK）";
  if (strstr (family, "Noto Sans CJK") != NULL)
    return "思源黑体（Noto Sans CJK）";
  if (g_str_equal (family, "SimSun"))
    return "宋体";

  return family;
}

/**
 * dz_paper_dup_substitutions:
 *
 * Says once what was replaced, for the print dialog and the bar over the pages:
 * 缺少仿宋、楷体，已用…代替。
 *
 * Returns: (transfer full) (nullable): %NULL if every font is the one wanted
 */
char *
dz_paper_dup_substitutions (DzPaper *self)
{
  g_autoptr(GString) line = g_string_new (NULL);
  gboolean told[DZ_N_FACES] = { FALSE };

  for (guint i = 0; i < DZ_N_FACES; i++)
    {
      if (!self->substituted[i] || told[i])
        continue;
      g_string_append (line, line->len == 0 ? "缺少" : "；缺少");
      g_string_append (line, faces[i].wanted);
      for (guint j = i + 1; j < DZ_N_FACES; j++)
        if (self->substituted[j] && g_str_equal (self->families[i], self->families[j]))
          {
            told[j] = TRUE;
            g_string_append_printf (line, "、%s", faces[j].wanted);
          }
      g_string_append_printf (line, "，已用%s代替", family_in_chinese (self->families[i]));
    }
  if (line->len == 0)
    return NULL;
  g_string_append (line, "。");

  return g_string_free (g_steal_pointer (&line), FALSE);
}

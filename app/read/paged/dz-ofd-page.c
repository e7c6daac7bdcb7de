/* dz-ofd-page.c - the text objects of an OFD page as glyphs
 *
 * A TextObject has a box on the page, a matrix and TextCodes: characters with
 * the place of the first and the steps to the next ("5 5 g 3 2.5" is 5 5 2.5
 * 2.5 2.5). Where steps are missing a character is as wide as it usually is.
 * Glyph transforms only choose shapes; the characters stay those of TextCode.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-ofd-page.h"

#include "dz-ofd-numbers.h"
#include "dz-ofd-path.h"

#include <math.h>
#include <string.h>

#define MAX_DEPTH 300 /* more than libxml2 lets through */
#define OVERHANG 5 /* millimetres: that far beyond its edge a line may stand, and be cut by it */
#define MAX_SURFACES 5000
#define MAX_COMPOSITES 2000 /* opened on one page: each may hold others */

typedef struct
{
  double a, b, c, d, e, f;
  DzOfdBox box;
  double size; /* millimetres, before the matrix */
  double scale;
  guint style;
  gboolean pale;
  gboolean unseen;
} Frame;

typedef struct
{
  const DzOfdBox *page;
  DzOfdChoice choice;
  DzLayout *layout;
  DzOfdResources *resources;
  DzOfdSeen *seen;
  double x, y; /* of the composite object under way */
  guint n_composites;
} Walk;

/**
 * dz_ofd_parse_box:
 * @string: (nullable): "x y width height"
 *
 * Returns: whether @box was set
 */
gboolean
dz_ofd_parse_box (const char *string,
                  DzOfdBox   *box)
{
  double numbers[4];

  if (dz_ofd_parse_numbers (string, numbers, 4) != 4)
    return FALSE;
  *box = (DzOfdBox){ numbers[0], numbers[1], numbers[2], numbers[3] };

  return TRUE;
}

static void
clear_image (gpointer data)
{
  g_free (((DzOfdImage *) data)->resource);
}

void
dz_ofd_seen_init (DzOfdSeen *seen)
{
  *seen = (DzOfdSeen){ .images = g_array_new (FALSE, FALSE, sizeof (DzOfdImage)),
                       .surfaces = g_array_new (FALSE, FALSE, sizeof (DzOfdBox)) };
  g_array_set_clear_func (seen->images, clear_image);
}

void
dz_ofd_seen_clear (DzOfdSeen *seen)
{
  g_clear_pointer (&seen->images, g_array_unref);
  g_clear_pointer (&seen->surfaces, g_array_unref);
}

static void
add_character (Walk        *walk,
               const Frame *frame,
               gunichar     ch,
               double       x,
               double       y,
               double       width,
               gboolean     space)
{
  double left = frame->a * x + frame->c * y + frame->e + frame->box.x;
  double base = frame->b * x + frame->d * y + frame->f + frame->box.y;
  double size = frame->size * frame->scale;
  double across = fabs (frame->a) >= fabs (frame->b) ? width * fabs (frame->a) : size;
  DzGlyph glyph = { .ch = ch, .confidence = 1, .space = space, .style = frame->style, .pale = frame->pale,
                    .unseen = frame->unseen };

  glyph.x1 = (float) (left * DZ_OFD_POINTS);
  glyph.x2 = (float) ((left + across) * DZ_OFD_POINTS);
  glyph.y1 = (float) ((base - 0.88 * size) * DZ_OFD_POINTS);
  glyph.y2 = (float) ((base + 0.12 * size) * DZ_OFD_POINTS);
  glyph.size = (float) (size * DZ_OFD_POINTS);
  dz_layout_add_glyph (walk->layout, &glyph);
}

static void
add_code (Walk          *walk,
          const Frame   *frame,
          const xmlNode *code,
          double         at[static 2])
{
  g_autofree char *text = dz_xml_tree_dup_text (code);
  g_autofree char *x = dz_xml_tree_dup_attr (code, "X");
  g_autofree char *y = dz_xml_tree_dup_attr (code, "Y");
  g_autofree char *delta_x = dz_xml_tree_dup_attr (code, "DeltaX");
  g_autofree char *delta_y = dz_xml_tree_dup_attr (code, "DeltaY");
  g_autoptr(GArray) dx = NULL;
  g_autoptr(GArray) dy = NULL;
  gboolean space = FALSE;
  guint most, i = 0;

  /* A line end is the producer's own layout of the XML. */
  if (strchr (text, '\n') != NULL)
    g_strstrip (text);
  most = (guint) MIN (g_utf8_strlen (text, -1), DZ_OFD_MAX_STEPS);
  dx = dz_ofd_parse_steps (delta_x, most);
  dy = dz_ofd_parse_steps (delta_y, most);
  dz_ofd_parse_numbers (x, &at[0], 1);
  dz_ofd_parse_numbers (y, &at[1], 1);
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c), i++)
    {
      gunichar ch = g_utf8_get_char (c);
      double width = dz_ofd_usual_width (ch, frame->size);
      double step_x = i < dx->len ? g_array_index (dx, double, i) : 0;
      double step_y = i < dy->len ? g_array_index (dy, double, i) : 0;

      if (i >= dx->len && i >= dy->len)
        step_x = width;
      if (step_x > 0.2 * frame->size && step_x < 1.3 * frame->size)
        width = step_x;
      if (g_unichar_isspace (ch))
        space = TRUE;
      else
        {
          add_character (walk, frame, ch, at[0], at[1], width, space);
          space = FALSE;
        }
      at[0] += step_x;
      at[1] += step_y;
    }
}

static gboolean
is_in_margin (const Walk  *walk,
              const Frame *frame)
{
  double middle = frame->box.y + frame->box.height / 2;

  return middle < 0.12 * walk->page->height || middle > 0.88 * walk->page->height;
}

static gboolean
is_hidden (const xmlNode *node)
{
  g_autofree char *visible = dz_xml_tree_dup_attr (node, "Visible");

  return visible != NULL && g_ascii_strcasecmp (visible, "false") == 0;
}

static gboolean
is_off (const xmlNode *node,
        const char    *name,
        gboolean       off)
{
  g_autofree char *value = dz_xml_tree_dup_attr (node, name);

  return value != NULL ? g_ascii_strcasecmp (value, "false") == 0 : off;
}

static gboolean
is_white (const double rgb[static 3])
{
  return rgb[0] > 250 && rgb[1] > 250 && rgb[2] > 250;
}

static gboolean
is_within (const DzOfdBox *box,
           double          x,
           double          y)
{
  return x >= box->x && x <= box->x + box->width && y >= box->y && y <= box->y + box->height;
}

/* White is seen on a surface or a picture that was drawn before. */
static gboolean
stands_on_something (const Walk  *walk,
                     const Frame *frame)
{
  double x = frame->box.x + frame->box.width / 2;
  double y = frame->box.y + frame->box.height / 2;

  for (guint i = 0; i < walk->seen->surfaces->len; i++)
    if (is_within (&g_array_index (walk->seen->surfaces, DzOfdBox, i), x, y))
      return TRUE;
  for (guint i = 0; i < walk->seen->images->len; i++)
    if (is_within (&g_array_index (walk->seen->images, DzOfdImage, i).box, x, y))
      return TRUE;

  return FALSE;
}

/* Characters of one font, size, colour and slant share a number. */
static void
set_look (const Walk    *walk,
          Frame         *frame,
          const xmlNode *node)
{
  const xmlNode *fill = dz_xml_tree_child (node, "FillColor");
  g_autofree char *font = dz_xml_tree_dup_attr (node, "Font");
  g_autofree char *value = fill != NULL ? dz_xml_tree_dup_attr (fill, "Value") : NULL;
  g_autofree char *alpha = fill != NULL ? dz_xml_tree_dup_attr (fill, "Alpha") : NULL;
  double rgb[4] = { 0, 0, 0, 0 }; /* four are ink, and none is white */
  double opacity = 255;
  guint n = dz_ofd_parse_numbers (value, rgb, 4);

  if (alpha == NULL)
    alpha = dz_xml_tree_dup_attr (node, "Alpha");
  dz_ofd_parse_numbers (alpha, &opacity, 1);
  frame->unseen = opacity <= 0 || (is_off (node, "Fill", FALSE) && is_off (node, "Stroke", TRUE)) ||
                  (n == 3 && is_white (rgb) && !stands_on_something (walk, frame));
  frame->pale = opacity < 128 || (n == 3 && rgb[0] * 30 + rgb[1] * 59 + rgb[2] * 11 > 100 * 255 * 0.6);
  frame->style = (font != NULL ? g_str_hash (font) : 0) * 31 + (value != NULL ? g_str_hash (value) : 0) * 131 +
                 (guint) lround (CLAMP (frame->size * frame->scale, 0, 1e4) * 20) * 8191 +
                 (guint) lround (fabs (frame->b) * 100) * 524287 + (guint) lround (CLAMP (opacity, 0, 255));
}

static void
add_text (Walk          *walk,
          const xmlNode *node)
{
  g_autofree char *boundary = dz_xml_tree_dup_attr (node, "Boundary");
  g_autofree char *size = dz_xml_tree_dup_attr (node, "Size");
  g_autofree char *ctm = dz_xml_tree_dup_attr (node, "CTM");
  Frame frame = { 1, 0, 0, 1, 0, 0, { 0, 0, 0, 0 }, 3.5, 1, 0, FALSE, FALSE };
  double numbers[6];
  double at[2] = { 0, 0 };

  dz_ofd_parse_box (boundary, &frame.box);
  frame.box.x += walk->x;
  frame.box.y += walk->y;
  if (dz_ofd_parse_numbers (size, numbers, 1) == 1 && numbers[0] > 0.01)
    frame.size = numbers[0];
  if (dz_ofd_parse_numbers (ctm, numbers, 6) == 6)
    {
      frame.a = numbers[0];
      frame.b = numbers[1];
      frame.c = numbers[2];
      frame.d = numbers[3];
      frame.e = numbers[4];
      frame.f = numbers[5];
      frame.scale = sqrt (fabs (frame.a * frame.d - frame.b * frame.c));
    }

  set_look (walk, &frame, node);
  if (walk->choice == DZ_OFD_NONE || (walk->choice == DZ_OFD_BODY && is_in_margin (walk, &frame)))
    {
      walk->seen->n_left_out++;
      return;
    }
  for (const xmlNode *code = dz_xml_tree_child (node, "TextCode"); code != NULL;
       code = dz_xml_tree_next (code->next, "TextCode"))
    add_code (walk, &frame, code, at);
}

static void
see_image (Walk          *walk,
           const xmlNode *node)
{
  g_autofree char *boundary = dz_xml_tree_dup_attr (node, "Boundary");
  DzOfdImage image = { dz_xml_tree_dup_attr (node, "ResourceID"), { 0, 0, 0, 0 } };

  dz_ofd_parse_box (boundary, &image.box);
  image.box.x += walk->x;
  image.box.y += walk->y;
  g_array_append_val (walk->seen->images, image);
}

static void
see_surface (Walk           *walk,
             const xmlNode  *node,
             const DzOfdBox *box)
{
  const xmlNode *fill = dz_xml_tree_child (node, "FillColor");
  g_autofree char *value = fill != NULL ? dz_xml_tree_dup_attr (fill, "Value") : NULL;
  double rgb[4] = { 0, 0, 0, 0 };

  if (is_off (node, "Fill", TRUE) || walk->seen->surfaces->len >= MAX_SURFACES ||
      (dz_ofd_parse_numbers (value, rgb, 4) == 3 && is_white (rgb)))
    return;
  g_array_append_vals (walk->seen->surfaces, box, 1);
}

static void
add_path (Walk          *walk,
          const xmlNode *node)
{
  const xmlNode *drawn = dz_xml_tree_child (node, "AbbreviatedData");
  g_autofree char *data = drawn != NULL ? dz_xml_tree_dup_text (drawn) : NULL;
  g_autofree char *boundary = dz_xml_tree_dup_attr (node, "Boundary");
  g_autofree char *ctm = dz_xml_tree_dup_attr (node, "CTM");
  g_autofree char *stroke = dz_xml_tree_dup_attr (node, "Stroke");
  DzOfdBox box = { 0, 0, 0, 0 };
  double turn[6] = { 1, 0, 0, 1, 0, 0 };
  double numbers[6];

  if (data == NULL || walk->choice == DZ_OFD_NONE)
    return;
  dz_ofd_parse_box (boundary, &box);
  box.x += walk->x;
  box.y += walk->y;
  see_surface (walk, node, &box);
  if (dz_ofd_parse_numbers (ctm, numbers, 6) == 6)
    memcpy (turn, numbers, sizeof turn);
  turn[4] += box.x;
  turn[5] += box.y;
  dz_ofd_path_add (data, turn, stroke == NULL || g_ascii_strcasecmp (stroke, "false") != 0, walk->layout);
}

static void walk_objects (Walk          *walk,
                          const xmlNode *parent,
                          guint          depth);

/* An object made of others stands elsewhere and is only placed here. */
static void
walk_composite (Walk          *walk,
                const xmlNode *node,
                guint          depth)
{
  g_autofree char *id = dz_xml_tree_dup_attr (node, "ResourceID");
  g_autofree char *boundary = dz_xml_tree_dup_attr (node, "Boundary");
  const xmlNode *unit = walk->resources != NULL ? dz_ofd_resources_get_unit (walk->resources, id) : NULL;
  double x = walk->x;
  double y = walk->y;
  DzOfdBox box = { 0, 0, 0, 0 };

  if (unit == NULL || depth > 16 || walk->n_composites >= MAX_COMPOSITES)
    {
      walk->seen->n_composites++;
      return;
    }
  walk->n_composites++;
  dz_ofd_parse_box (boundary, &box);
  walk->x += box.x;
  walk->y += box.y;
  walk_objects (walk, unit, depth + 1);
  walk->x = x;
  walk->y = y;
}

/* Whether what is not shown holds characters, which are told as left out. */
static gboolean
has_text (const xmlNode *node)
{
  g_autoptr(GString) text = g_string_new (NULL);

  dz_ofd_page_collect (node, text);

  return text->len > 1;
}

static void
walk_objects (Walk          *walk,
              const xmlNode *parent,
              guint          depth)
{
  if (depth > MAX_DEPTH)
    return;
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      if (node->type != XML_ELEMENT_NODE)
        continue;
      if (is_hidden (node))
        {
          walk->seen->n_left_out += has_text (node);
          continue;
        }
      if (dz_xml_tree_is (node, "TextObject"))
        add_text (walk, node);
      else if (dz_xml_tree_is (node, "ImageObject"))
        see_image (walk, node);
      else if (dz_xml_tree_is (node, "CompositeObject"))
        walk_composite (walk, node, depth);
      else if (dz_xml_tree_is (node, "PathObject"))
        add_path (walk, node);
      else
        walk_objects (walk, node, depth + 1);
    }
}

/**
 * dz_ofd_page_add:
 * @content: the Content of a page or template
 * @page: its physical box
 * @resources: (nullable): where composite objects are to be found
 * @seen: counts are added to it
 *
 * Adds the characters of @content to the page under way in @layout.
 */
void
dz_ofd_page_add (const xmlNode  *content,
                 const DzOfdBox *page,
                 DzOfdChoice     choice,
                 DzLayout       *layout,
                 DzOfdResources *resources,
                 DzOfdSeen      *seen)
{
  Walk walk = { page, choice, layout, resources, seen };

  walk_objects (&walk, content, 0);
}

static void
find_middle (const DzGlyph *glyph,
             double         at[static 2])
{
  at[0] = (glyph->x1 + glyph->x2) / 2 / DZ_OFD_POINTS;
  at[1] = (glyph->y1 + glyph->y2) / 2 / DZ_OFD_POINTS;
}

/* What stands beyond the edge of the paper; where most does, the paper is told wrong. */
static void
mark_outside (GArray         *glyphs,
              const DzOfdBox *page)
{
  const DzOfdBox paper = { -OVERHANG, -OVERHANG, page->width + 2 * OVERHANG, page->height + 2 * OVERHANG };
  guint n = 0;
  double at[2];

  for (guint i = 0; i < glyphs->len; i++)
    {
      find_middle (&g_array_index (glyphs, DzGlyph, i), at);
      n += !is_within (&paper, at[0], at[1]);
    }
  for (guint i = 0; n * 2 < glyphs->len && i < glyphs->len; i++)
    {
      find_middle (&g_array_index (glyphs, DzGlyph, i), at);
      g_array_index (glyphs, DzGlyph, i).unseen |= !is_within (&paper, at[0], at[1]);
    }
}

/**
 * dz_ofd_page_drop_unseen:
 * @page: its physical box
 * @seen: what was on the page, its template too
 *
 * Leaves out text that is not drawn, unless a picture lies where it stands: then it says what the picture shows; and what
 * stands outside of @page.
 */
void
dz_ofd_page_drop_unseen (DzLayout        *layout,
                         const DzOfdBox  *page,
                         const DzOfdSeen *seen)
{
  GArray *glyphs = dz_layout_peek_glyphs (layout);

  for (guint i = 0; i < glyphs->len; i++)
    {
      DzGlyph *glyph = &g_array_index (glyphs, DzGlyph, i);
      double at[2];

      find_middle (glyph, at);
      for (guint k = 0; glyph->unseen && k < seen->images->len; k++)
        glyph->unseen = !is_within (&g_array_index (seen->images, DzOfdImage, k).box, at[0], at[1]);
    }
  mark_outside (glyphs, page);
  dz_layout_drop_unseen (layout);
}

/**
 * dz_ofd_page_collect:
 * @content: the appearance of an annotation
 *
 * Appends the characters of all text in @content, a line for each object.
 */
void
dz_ofd_page_collect (const xmlNode *content,
                     GString       *text)
{
  for (const xmlNode *node = content->children; node != NULL; node = node->next)
    {
      if (dz_xml_tree_is (node, "TextCode"))
        {
          g_autofree char *code = dz_xml_tree_dup_text (node);

          g_string_append (text, g_strstrip (code));
        }
      else if (node->type == XML_ELEMENT_NODE)
        {
          dz_ofd_page_collect (node, text);
          if (dz_xml_tree_is (node, "TextObject"))
            g_string_append_c (text, '\n');
        }
    }
}

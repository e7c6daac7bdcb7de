/* dz-ofd-pen.c - the objects of an OFD page drawn: text, lines and areas, pictures
 *
 * GB/T 33190: lengths are millimetres from the upper left corner; an object has a box on the page and a
 * matrix within it. Text is set in a Chinese typeface of this machine, each character where the file puts
 * it: who looks wants to see where something stands, and the fonts inside are cut down to their glyphs.
 * What is not known (shading, clips, patterns) is left away.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-ofd-pen.h"

#include "dz-ofd-numbers.h"
#include "dz-ofd-page.h"
#include "dz-pixbuf-paint.h"

#include <math.h>
#include <string.h>

#define MAX_DEPTH 64
#define MAX_OBJECTS 20000 /* of a page: one with more is no report */
#define MOST_PIXELS 2400  /* across a picture: no screen shows more */
#define LINE_WIDTH 0.353  /* where none is told */

typedef struct
{
  cairo_t *cr;
  DzOfdResources *resources;
  DzZip *zip;
  guint n_objects;
} Pen;

static double
get_number (const xmlNode *node,
            const char    *name,
            double         otherwise)
{
  g_autofree char *string = dz_xml_tree_dup_attr (node, name);
  double number;

  return dz_ofd_parse_numbers (string, &number, 1) == 1 ? number : otherwise;
}

static gboolean
is_set (const xmlNode *node,
        const char    *name,
        gboolean       otherwise)
{
  g_autofree char *string = dz_xml_tree_dup_attr (node, name);

  return string != NULL ? g_ascii_strcasecmp (string, "true") == 0 : otherwise;
}

/* Black where no colour of three numbers is told. */
static void
set_colour (Pen           *pen,
            const xmlNode *object,
            const char    *name)
{
  const xmlNode *colour = dz_xml_tree_child (object, name);
  g_autofree char *value = colour != NULL ? dz_xml_tree_dup_attr (colour, "Value") : NULL;
  double alpha = get_number (object, "Alpha", 255);
  double rgb[3] = { 0, 0, 0 };

  if (dz_ofd_parse_numbers (value, rgb, 3) == 1)
    rgb[1] = rgb[2] = rgb[0];
  if (colour != NULL)
    alpha = get_number (colour, "Alpha", alpha);
  cairo_set_source_rgba (pen->cr, rgb[0] / 255, rgb[1] / 255, rgb[2] / 255, CLAMP (alpha / 255, 0, 1));
}

/* Into the box of an object, and its matrix where it has one that can be turned back. */
static void
enter (Pen           *pen,
       const xmlNode *object,
       gboolean       turned)
{
  g_autofree char *boundary = dz_xml_tree_dup_attr (object, "Boundary");
  g_autofree char *ctm = dz_xml_tree_dup_attr (object, "CTM");
  DzOfdBox box = { 0, 0, 0, 0 };
  double n[6];
  cairo_matrix_t matrix;

  cairo_save (pen->cr);
  dz_ofd_parse_box (boundary, &box);
  cairo_translate (pen->cr, box.x, box.y);
  if (!turned || dz_ofd_parse_numbers (ctm, n, 6) != 6 || fabs (n[0] * n[3] - n[1] * n[2]) < 1e-6)
    return;
  cairo_matrix_init (&matrix, n[0], n[1], n[2], n[3], n[4], n[5]);
  cairo_transform (pen->cr, &matrix);
}

static void
draw_code (Pen           *pen,
           const xmlNode *code,
           double         size,
           double         at[static 2])
{
  g_autofree char *text = dz_xml_tree_dup_text (code);
  g_autofree char *delta_x = dz_xml_tree_dup_attr (code, "DeltaX");
  g_autofree char *delta_y = dz_xml_tree_dup_attr (code, "DeltaY");
  g_autoptr(GArray) dx = dz_ofd_parse_steps (delta_x, DZ_OFD_MAX_STEPS);
  g_autoptr(GArray) dy = dz_ofd_parse_steps (delta_y, DZ_OFD_MAX_STEPS);
  guint i = 0;

  if (strchr (text, '\n') != NULL)
    g_strstrip (text);
  at[0] = get_number (code, "X", at[0]);
  at[1] = get_number (code, "Y", at[1]);
  for (const char *c = text; *c != '\0' && i < DZ_OFD_MAX_STEPS; c = g_utf8_next_char (c), i++)
    {
      char character[8] = { 0 };
      gboolean told = i < dx->len || i < dy->len;

      memcpy (character, c, MIN ((gsize) (g_utf8_next_char (c) - c), sizeof character - 1));
      cairo_move_to (pen->cr, at[0], at[1]);
      cairo_show_text (pen->cr, character);
      at[0] += i < dx->len ? g_array_index (dx, double, i) : told ? 0 : dz_ofd_usual_width (g_utf8_get_char (c), size);
      at[1] += i < dy->len ? g_array_index (dy, double, i) : 0;
    }
}

static void
draw_text (Pen           *pen,
           const xmlNode *object)
{
  double size = get_number (object, "Size", 3.5);
  gboolean bold = get_number (object, "Weight", 400) >= 600;
  double at[2] = { 0, 0 };

  if (size <= 0.01)
    return;
  enter (pen, object, TRUE);
  set_colour (pen, object, "FillColor");
  cairo_select_font_face (pen->cr, "Noto Serif CJK SC", CAIRO_FONT_SLANT_NORMAL,
                          bold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (pen->cr, size);
  for (const xmlNode *code = dz_xml_tree_child (object, "TextCode"); code != NULL;
       code = dz_xml_tree_next (code->next, "TextCode"))
    draw_code (pen, code, size, at);
  cairo_restore (pen->cr);
}

/* One step of a path: its letter and as many numbers as it takes. */
static void
add_step (cairo_t      *cr,
          char          letter,
          const double *n)
{
  double x, y;

  switch (letter)
    {
    case 'S':
    case 'M': cairo_move_to (cr, n[0], n[1]); break;
    case 'L': cairo_line_to (cr, n[0], n[1]); break;
    case 'A': cairo_line_to (cr, n[5], n[6]); break; /* an arc as its chord */
    case 'B': cairo_curve_to (cr, n[0], n[1], n[2], n[3], n[4], n[5]); break;
    case 'Q':
      cairo_get_current_point (cr, &x, &y);
      cairo_curve_to (cr, x + 2 * (n[0] - x) / 3, y + 2 * (n[1] - y) / 3, n[2] + 2 * (n[0] - n[2]) / 3,
                      n[3] + 2 * (n[1] - n[3]) / 3, n[2], n[3]);
      break;
    case 'C': cairo_close_path (cr); break;
    default: break;
    }
}

static guint
count_numbers (char letter)
{
  switch (letter)
    {
    case 'S':
    case 'M':
    case 'L': return 2;
    case 'Q': return 4;
    case 'B': return 6;
    case 'A': return 7;
    default: return 0;
    }
}

static void
add_path (cairo_t    *cr,
          const char *data)
{
  g_auto(GStrv) words = g_strsplit_set (data, " \t\r\n,", -1);
  double numbers[7] = { 0 };
  guint n = 0;
  char letter = '\0';

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;
      if (g_ascii_isalpha (*words[i]))
        {
          letter = *words[i];
          n = 0;
        }
      else if (n < G_N_ELEMENTS (numbers))
        dz_ofd_parse_numbers (words[i], &numbers[n++], 1);
      if (letter != '\0' && n == count_numbers (letter))
        {
          add_step (cr, letter, numbers);
          letter = '\0';
        }
    }
}

static void
draw_path (Pen           *pen,
           const xmlNode *object)
{
  const xmlNode *drawn = dz_xml_tree_child (object, "AbbreviatedData");
  g_autofree char *data = drawn != NULL ? dz_xml_tree_dup_text (drawn) : NULL;

  if (data == NULL)
    return;
  enter (pen, object, TRUE);
  cairo_new_path (pen->cr);
  add_path (pen->cr, data);
  if (is_set (object, "Fill", FALSE))
    {
      set_colour (pen, object, "FillColor");
      cairo_fill_preserve (pen->cr);
    }
  if (is_set (object, "Stroke", TRUE))
    {
      set_colour (pen, object, "StrokeColor");
      cairo_set_line_width (pen->cr, MAX (get_number (object, "LineWidth", LINE_WIDTH), 0.05));
      cairo_stroke_preserve (pen->cr);
    }
  cairo_new_path (pen->cr);
  cairo_restore (pen->cr);
}

/* A picture fills the box of its object, whatever its matrix says: that of a page set upright says the same. */
static void
draw_picture (Pen           *pen,
              const xmlNode *object)
{
  g_autofree char *id = dz_xml_tree_dup_attr (object, "ResourceID");
  g_autofree char *boundary = dz_xml_tree_dup_attr (object, "Boundary");
  const char *member = id != NULL ? dz_ofd_resources_get_media (pen->resources, id) : NULL;
  g_autoptr(GBytes) bytes = member != NULL ? dz_zip_get (pen->zip, member, NULL) : NULL;
  cairo_surface_t *surface = bytes != NULL ? dz_pixbuf_paint_bytes (bytes, MOST_PIXELS) : NULL;
  DzOfdBox box = { 0, 0, 0, 0 };

  if (surface == NULL)
    return;
  if (dz_ofd_parse_box (boundary, &box) && box.width > 0 && box.height > 0)
    {
      enter (pen, object, FALSE);
      cairo_scale (pen->cr, box.width / cairo_image_surface_get_width (surface),
                   box.height / cairo_image_surface_get_height (surface));
      cairo_set_source_surface (pen->cr, surface, 0, 0);
      cairo_paint (pen->cr);
      cairo_restore (pen->cr);
    }
  cairo_surface_destroy (surface);
}

static void
draw_objects (Pen           *pen,
              const xmlNode *parent,
              guint          depth)
{
  for (const xmlNode *node = parent->children; node != NULL && depth < MAX_DEPTH; node = node->next)
    {
      if (node->type != XML_ELEMENT_NODE || !is_set (node, "Visible", TRUE) || pen->n_objects >= MAX_OBJECTS)
        continue;
      pen->n_objects++;
      if (dz_xml_tree_is (node, "TextObject"))
        draw_text (pen, node);
      else if (dz_xml_tree_is (node, "PathObject"))
        draw_path (pen, node);
      else if (dz_xml_tree_is (node, "ImageObject"))
        draw_picture (pen, node);
      else if (dz_xml_tree_is (node, "CompositeObject"))
        {
          g_autofree char *id = dz_xml_tree_dup_attr (node, "ResourceID");
          const xmlNode *unit = dz_ofd_resources_get_unit (pen->resources, id);

          enter (pen, node, FALSE);
          if (unit != NULL)
            draw_objects (pen, unit, depth + 1);
          cairo_restore (pen->cr);
        }
      else
        draw_objects (pen, node, depth + 1);
    }
}

/**
 * dz_ofd_pen_draw:
 * @cr: in millimetres
 * @content: the Content of a page or template
 */
void
dz_ofd_pen_draw (cairo_t        *cr,
                 const xmlNode  *content,
                 DzOfdResources *resources,
                 DzZip          *zip)
{
  Pen pen = { cr, resources, zip, 0 };

  draw_objects (&pen, content, 0);
}

/* dz-docx-drawing.c - charts and strips as pictures: SVG, with PNG for programs that cannot
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-docx-writer.h"

#include "dz-block-picture.h"

#include <math.h>

#define EMU 12700.0

static void
write_blip (DzDocx *self,
            guint   n)
{
  g_autofree char *png = g_strdup_printf ("rIdPng%u", n);
  g_autofree char *svg = g_strdup_printf ("rIdSvg%u", n);

  dz_docx_start (self, "pic:blipFill");
  dz_docx_start (self, "a:blip");
  dz_docx_attribute (self, "r:embed", png);
  dz_docx_start (self, "a:extLst");
  dz_docx_start (self, "a:ext");
  dz_docx_attribute (self, "uri", "{96DAC541-7B7A-43D3-8B79-37D633B846F1}");
  dz_docx_start (self, "asvg:svgBlip");
  dz_docx_attribute (self, "xmlns:asvg", "http://schemas.microsoft.com/office/drawing/2016/SVG/main");
  dz_docx_attribute (self, "r:embed", svg);
  dz_docx_end (self);
  dz_docx_end (self);
  dz_docx_end (self);
  dz_docx_end (self);
  dz_docx_start (self, "a:stretch");
  dz_docx_start (self, "a:fillRect");
  dz_docx_end (self);
  dz_docx_end (self);
  dz_docx_end (self);
}

static void
write_extent (DzDocx     *self,
              const char *name,
              double      width,
              double      height)
{
  dz_docx_start (self, name);
  dz_docx_number_attribute (self, "cx", (int) lround (width * EMU));
  dz_docx_number_attribute (self, "cy", (int) lround (height * EMU));
  dz_docx_end (self);
}

static void
write_drawing (DzDocx     *self,
               guint       n,
               const char *words,
               double      width,
               double      height)
{
  static const char *const sides[] = { "distT", "distB", "distL", "distR" };
  g_autofree char *name = g_strdup_printf ("图%u", n);

  dz_docx_start (self, "w:drawing");
  dz_docx_start (self, "wp:inline");
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++) /* LibreOffice keeps 9 pt free where nothing is said */
    dz_docx_attribute (self, sides[i], "0");
  write_extent (self, "wp:extent", width, height);
  dz_docx_start (self, "wp:docPr");
  dz_docx_number_attribute (self, "id", (int) n);
  dz_docx_attribute (self, "name", name);
  dz_docx_attribute (self, "descr", words);
  dz_docx_end (self);
  dz_docx_start (self, "a:graphic");
  dz_docx_start (self, "a:graphicData");
  dz_docx_attribute (self, "uri", "http://schemas.openxmlformats.org/drawingml/2006/picture");
  dz_docx_start (self, "pic:pic");
  dz_docx_start (self, "pic:nvPicPr");
  dz_docx_start (self, "pic:cNvPr");
  dz_docx_number_attribute (self, "id", (int) n);
  dz_docx_attribute (self, "name", name);
  dz_docx_end (self);
  dz_docx_start (self, "pic:cNvPicPr");
  dz_docx_end (self);
  dz_docx_end (self);
  write_blip (self, n);
  dz_docx_start (self, "pic:spPr");
  dz_docx_start (self, "a:xfrm");
  dz_docx_start (self, "a:off");
  dz_docx_attribute (self, "x", "0");
  dz_docx_attribute (self, "y", "0");
  dz_docx_end (self);
  write_extent (self, "a:ext", width, height);
  dz_docx_end (self);
  dz_docx_start (self, "a:prstGeom");
  dz_docx_attribute (self, "prst", "rect");
  dz_docx_start (self, "a:avLst");
  dz_docx_end (self);
  dz_docx_end (self);
  dz_docx_end (self);
  dz_docx_end (self);
  dz_docx_end (self);
  dz_docx_end (self);
  dz_docx_end (self);
  dz_docx_end (self);
}

/* @bytes: (transfer full) */
static void
add_picture (DzDocx     *self,
             const char *format,
             GBytes     *bytes)
{
  g_autofree char *name = g_strdup_printf ("word/media/picture%u.%s", self->n_pictures, format);
  gsize len;
  const void *data = g_bytes_get_data (bytes, &len);

  if (self->error == NULL)
    dz_zip_writer_add (self->zip, name, data, len, &self->error);
  g_bytes_unref (bytes);
}

void
dz_docx_write_picture (DzDocx     *self,
                       DzBlock    *block,
                       guint       slice,
                       double      width)
{
  double height = block->klass->draw_picture (block, NULL, slice);
  g_autofree char *words = NULL;

  if (height <= 0)
    return;
  self->n_pictures++;
  add_picture (self, "svg", dz_block_picture_svg (block, slice, width, height, &words));
  add_picture (self, "png", dz_block_picture_png (block, slice, width, height));
  dz_docx_start_paragraph (self, "Picture");
  if (block->role == DZ_ROLE_STRIPS)
    dz_docx_value (self, "w:jc", "left");
  dz_docx_end_properties (self);
  dz_docx_start (self, "w:r");
  write_drawing (self, self->n_pictures, words, width, height);
  dz_docx_end (self);
  dz_docx_end (self);
}

void
dz_docx_write_chart (DzDocx       *self,
                     DzChartBlock *block)
{
  for (guint i = 0; i < block->n_pages; i++)
    {
      g_autofree char *caption = dz_chart_block_dup_caption (block, i);

      dz_docx_write_picture (self, &block->parent, i, block->width);
      dz_docx_write_caption (self, "FigureCaption", caption);
    }
}

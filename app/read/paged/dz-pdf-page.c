/* dz-pdf-page.c - what one page of a PDF holds
 *
 * Each poppler function is called once a page: the first builds its text page,
 * which costs as much as everything else together.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-pdf-page.h"

#include "dz-pdf-direction.h"

#include <math.h>
#include <string.h>

/* The characters in @area, one for each of their places. */
static char *
get_chars (PopplerPage      *page,
           PopplerRectangle *area,
           guint            *n_visible)
{
  g_autofree char *chars = poppler_page_get_text_for_area (page, area);
  char *turned_back;

  *n_visible = 0;
  if (chars == NULL || !g_utf8_validate (chars, -1, NULL))
    return g_strdup ("");
  turned_back = dz_pdf_direction_undo (chars);
  if (turned_back != NULL)
    {
      g_free (chars);
      chars = turned_back;
    }
  for (const char *at = chars; *at != '\0'; at = g_utf8_next_char (at))
    *n_visible += *at != ' ' && *at != '\n' && *at != '\f';

  return g_steal_pointer (&chars);
}

/**
 * dz_pdf_text_new:
 *
 * Returns: (transfer full): the page's characters
 */
DzPdfText *
dz_pdf_text_new (PopplerPage *page)
{
  DzPdfText *self = g_new0 (DzPdfText, 1);
  double width, height;

  poppler_page_get_size (page, &width, &height);
  self->area = (PopplerRectangle){ 0, 0, width, height };
  self->chars = get_chars (page, &self->area, &self->n_visible);
  /* what runs to the left is chosen from the upper right on: else the first line and the last are not in it */
  if (self->n_visible == 0 || dz_pdf_direction_runs_to_left (self->chars))
    {
      PopplerRectangle area = { width, 0, 0, height };
      guint n_visible;
      g_autofree char *chars = get_chars (page, &area, &n_visible);

      if (n_visible > self->n_visible)
        {
          g_free (self->chars);
          self->chars = g_steal_pointer (&chars);
          self->n_visible = n_visible;
          self->area = area;
        }
    }

  return self;
}

void
dz_pdf_text_free (DzPdfText *self)
{
  g_free (self->chars);
  g_free (self->rectangles);
  g_free (self);
}

/* Characters of one font, size and colour share a number. */
static void
set_look (DzGlyph                     *glyph,
          const PopplerTextAttributes *look)
{
  const PopplerColor *color = &look->color;

  glyph->size = (float) look->font_size;
  glyph->style = (look->font_name != NULL ? g_str_hash (look->font_name) : 0) * 31 +
                 (guint) lround (look->font_size * 4) * 131071 + color->red * 7u + color->green * 131u + color->blue * 8191u;
  glyph->pale = color->red * 30u + color->green * 59u + color->blue * 11u > 100u * 0xffffu * 6 / 10;
  glyph->unseen = MIN (MIN (color->red, color->green), color->blue) > 0xf000; /* on white; what is drawn will tell */
}

/**
 * dz_pdf_text_add:
 * @page: the page @self was made from
 *
 * Adds the characters to @layout with their places and sizes.
 */
void
dz_pdf_text_add (DzPdfText   *self,
                 PopplerPage *page,
                 DzLayout    *layout)
{
  GList *attributes;
  const GList *now;
  gboolean space = FALSE;
  gboolean apart = FALSE;
  guint i = 0;

  if (self->n_visible == 0 ||
      !poppler_page_get_text_layout_for_area (page, &self->area, &self->rectangles, &self->n_rectangles))
    return;

  attributes = poppler_page_get_text_attributes_for_area (page, &self->area);
  now = attributes;
  for (const char *at = self->chars; *at != '\0' && i < self->n_rectangles;
       at = g_utf8_next_char (at), i++)
    {
      const PopplerRectangle *box = &self->rectangles[i];
      DzGlyph glyph = { .ch = g_utf8_get_char (at), .confidence = 1 };

      if (*at == '\n' || *at == '\f' || g_unichar_isspace (glyph.ch))
        {
          apart |= *at == '\n' || *at == '\f';
          space |= *at == ' ';
          continue;
        }
      while (now != NULL && (guint) ((PopplerTextAttributes *) now->data)->end_index < i)
        now = now->next;
      glyph.x1 = (float) box->x1;
      glyph.y1 = (float) box->y1;
      glyph.x2 = (float) box->x2;
      glyph.y2 = (float) box->y2;
      if (now != NULL)
        set_look (&glyph, now->data);
      glyph.space = space;
      glyph.apart = apart;
      dz_layout_add_glyph (layout, &glyph);
      space = apart = FALSE;
    }
  poppler_page_free_text_attributes (attributes);
}

/**
 * dz_pdf_page_find_pictures:
 *
 * Draws the page to nowhere, so it is asked only where the file has pictures.
 */
DzPdfPicture
dz_pdf_page_find_pictures (PopplerPage *page)
{
  GList *mapping = poppler_page_get_image_mapping (page);
  DzPdfPicture pictures = { 0 };
  double width, height;

  poppler_page_get_size (page, &width, &height);
  for (const GList *l = mapping; l != NULL; l = l->next)
    {
      const PopplerRectangle *area = &((PopplerImageMapping *) l->data)->area;
      double cover = fabs ((area->x2 - area->x1) * (area->y2 - area->y1)) / (width * height);

      pictures.n++;
      if (isfinite (cover))
        pictures.cover = MIN (pictures.cover + cover, 1);
    }
  poppler_page_free_image_mapping (mapping);

  return pictures;
}

/**
 * dz_pdf_page_read_notes:
 * @layout: gets what was typed onto the page, which a reader of the page sees
 *
 * Returns: how many comments the page has: sticky notes, marks with a remark
 */
guint
dz_pdf_page_read_notes (PopplerPage *page,
                        DzLayout    *layout)
{
  GList *mappings = poppler_page_get_annot_mapping (page);
  guint n_comments = 0;

  for (GList *at = mappings; at != NULL; at = at->next)
    {
      PopplerAnnot *annot = ((PopplerAnnotMapping *) at->data)->annot;
      g_autofree char *contents = NULL;

      if (!POPPLER_IS_ANNOT_MARKUP (annot) || (poppler_annot_get_flags (annot) & POPPLER_ANNOT_FLAG_HIDDEN) != 0)
        continue;
      contents = poppler_annot_get_contents (annot);
      if (contents == NULL || *g_strstrip (contents) == '\0')
        continue;
      if (poppler_annot_get_annot_type (annot) == POPPLER_ANNOT_FREE_TEXT)
        dz_layout_add_note (layout, contents);
      else
        n_comments++;
    }
  poppler_page_free_annot_mapping (mappings);

  return n_comments;
}

static char *
dup_field_value (PopplerFormField *field)
{
  switch (poppler_form_field_get_field_type (field))
    {
    case POPPLER_FORM_FIELD_TEXT:
      return poppler_form_field_text_get_text (field);
    case POPPLER_FORM_FIELD_BUTTON:
      if (poppler_form_field_button_get_button_type (field) == POPPLER_FORM_BUTTON_PUSH)
        return NULL;
      return g_strdup (poppler_form_field_button_get_state (field) ? "☑" : "☐");
    case POPPLER_FORM_FIELD_CHOICE:
      for (int i = 0; i < poppler_form_field_choice_get_n_items (field); i++)
        if (poppler_form_field_choice_is_item_selected (field, i))
          return poppler_form_field_choice_get_item (field, i);
      return poppler_form_field_choice_get_text (field);
    case POPPLER_FORM_FIELD_UNKNOWN:
    case POPPLER_FORM_FIELD_SIGNATURE:
    default:
      return NULL;
    }
}

/* Where a label before the box ends: "数量：[   12]" is one line, however wide the box. */
static double
find_start (DzLayout               *layout,
            const PopplerRectangle *area,
            double                  middle)
{
  GArray *glyphs = dz_layout_peek_glyphs (layout);
  const DzGlyph *label = NULL;

  for (guint i = 0; i < glyphs->len; i++)
    {
      const DzGlyph *glyph = &g_array_index (glyphs, DzGlyph, i);

      if (glyph->y1 < middle && glyph->y2 > middle && glyph->x2 < area->x1 + 4 &&
          (label == NULL || glyph->x2 > label->x2))
        label = glyph;
    }

  return label != NULL && (label->ch == 0xff1a || label->ch == ':') ? label->x2 : area->x1 + 2;
}

/* The characters of a filled field stand in its box from the left, each on its line. */
static void
add_field (DzLayout               *layout,
           const PopplerRectangle *area,
           const char             *value)
{
  g_auto(GStrv) lines = g_strsplit_set (value, "\r\n", -1);
  double height = MAX (area->y2 - area->y1, 1) / MAX (g_strv_length (lines), 1);
  double size = CLAMP (0.75 * height, 4, 14);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      double middle = area->y1 + (i + 0.5) * height;
      double x = find_start (layout, area, middle);
      gboolean first = TRUE;

      for (const char *at = lines[i]; *at != '\0'; at = g_utf8_next_char (at))
        {
          gunichar ch = g_utf8_get_char (at);
          double width = ch < 0x2e80 ? size / 2 : size;
          DzGlyph glyph = { .ch = ch, .x1 = (float) x, .x2 = (float) (x + width), .y1 = (float) (middle - size / 2),
                            .y2 = (float) (middle + size / 2), .size = (float) size, .confidence = 1,
                            .apart = first && x > area->x1 };

          x += width;
          if (g_unichar_isspace (ch))
            continue;
          dz_layout_add_glyph (layout, &glyph);
          first = FALSE;
        }
    }
}

/**
 * dz_pdf_page_read_fields:
 *
 * Adds what was filled into the form on the page to @layout.
 */
void
dz_pdf_page_read_fields (PopplerPage *page,
                         DzLayout    *layout)
{
  GList *mappings = poppler_page_get_form_field_mapping (page);
  double width, height;

  poppler_page_get_size (page, &width, &height);
  for (GList *at = mappings; at != NULL; at = at->next)
    {
      const PopplerFormFieldMapping *mapping = at->data;
      g_autofree char *value = dup_field_value (mapping->field);
      PopplerRectangle area = mapping->area;

      if (value == NULL || *value == '\0' || !g_utf8_validate (value, -1, NULL))
        continue;
      area.y1 = height - mapping->area.y2;
      area.y2 = height - mapping->area.y1;
      add_field (layout, &area, value);
    }
  poppler_page_free_form_field_mapping (mappings);
}

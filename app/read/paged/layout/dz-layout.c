/* dz-layout.c - characters with places on pages become paragraphs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-layout-private.h"

#include <math.h>
#include <string.h>

/* Nothing a person can see stands further out; keeps sums of hostile files finite. */
#define FAR 20000.0f
#define MAX_RULES 3000 /* of a page */

/**
 * dz_layout_new:
 *
 * Returns: (transfer full): a layout without pages
 */
DzLayout *
dz_layout_new (void)
{
  DzLayout *self = g_new0 (DzLayout, 1);

  self->chars = g_string_new (NULL);
  self->glyphs = g_array_new (FALSE, FALSE, sizeof (DzGlyph));
  self->rules = g_array_new (FALSE, FALSE, sizeof (DzBox));
  self->levels = g_array_new (FALSE, FALSE, sizeof (DzBox));
  self->guides = g_array_new (FALSE, FALSE, sizeof (DzBox));
  self->forms = g_array_new (FALSE, FALSE, sizeof (DzFormRow));
  self->gaps = g_array_new (FALSE, FALSE, sizeof (DzBox));
  self->pages = g_array_new (FALSE, FALSE, sizeof (DzLayoutPage));
  self->flows = g_array_new (FALSE, FALSE, sizeof (DzLayoutFlow));
  self->lines = g_array_new (FALSE, FALSE, sizeof (DzLayoutLine));
  self->cells = g_array_new (FALSE, FALSE, sizeof (DzLayoutCell));
  self->notes = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
dz_layout_free (DzLayout *self)
{
  if (self == NULL)
    return;

  g_string_free (self->chars, TRUE);
  g_array_unref (self->glyphs);
  g_array_unref (self->rules);
  g_array_unref (self->levels);
  g_array_unref (self->guides);
  g_array_unref (self->forms);
  g_array_unref (self->gaps);
  g_array_unref (self->pages);
  g_array_unref (self->flows);
  g_array_unref (self->lines);
  g_array_unref (self->cells);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

/**
 * dz_layout_break:
 *
 * The pages that follow belong to another document: no paragraph goes on into them.
 */
void
dz_layout_break (DzLayout *self)
{
  self->broken = TRUE;
}

/**
 * dz_layout_begin_page:
 *
 * Pages are numbered from 1 in the order of these calls; a page without
 * glyphs counts too.
 */
void
dz_layout_begin_page (DzLayout *self,
                      double    width,
                      double    height)
{
  DzLayoutPage page = { 0 };

  g_return_if_fail (self != NULL);

  page.width = isfinite (width) ? CLAMP (width, 1, FAR) : 595;
  page.height = isfinite (height) ? CLAMP (height, 1, FAR) : 842;
  page.first_line = self->lines->len;
  g_array_append_val (self->pages, page);
  g_array_set_size (self->glyphs, 0);
  g_array_set_size (self->rules, 0);
  g_array_set_size (self->levels, 0);
  g_array_set_size (self->guides, 0);
  g_array_set_size (self->forms, 0);
  g_array_set_size (self->gaps, 0);
  self->n_before = self->n_unreadable;
}

static float
tame (float value)
{
  return isfinite (value) ? CLAMP (value, -FAR, FAR) : 0;
}

/* Radicals and compatibility ideographs are drawn as, and mean, the plain character. */
static gunichar
plain_character (gunichar ch)
{
  gunichar decomposed[4];

  if ((ch >= 0x2e80 && ch < 0x2fe0) || (ch >= 0xf900 && ch < 0xfb00) ||
      (ch >= 0x2f800 && ch < 0x2fa20))
    if (g_unichar_fully_decompose (ch, TRUE, decomposed, 4) == 1)
      return decomposed[0];

  return ch;
}

/**
 * dz_layout_add_glyph:
 *
 * Adds a character to the page under way. Characters that stand for nothing
 * readable are counted and left out.
 */
void
dz_layout_add_glyph (DzLayout      *self,
                     const DzGlyph *glyph)
{
  DzGlyph copy = *glyph;

  g_return_if_fail (self->pages->len > 0);

  if (copy.ch == 0xad || copy.ch == 0xfeff || copy.ch == 0x200b)
    return;
  if (copy.ch < 0x20 || copy.ch == 0xfffd || (copy.ch >= 0x7f && copy.ch < 0xa0) ||
      (copy.ch >= 0xe000 && copy.ch < 0xf900) || !g_unichar_validate (copy.ch))
    {
      self->n_unreadable++;
      return;
    }

  if (copy.ch >= 0x2e80)
    copy.ch = plain_character (copy.ch);
  copy.x1 = tame (copy.x1);
  copy.y1 = tame (copy.y1);
  copy.x2 = MAX (tame (copy.x2), copy.x1);
  copy.y2 = MAX (tame (copy.y2), copy.y1);
  copy.size = tame (copy.size);
  if (copy.size < 1)
    copy.size = CLAMP (copy.y2 - copy.y1, 1, 1000);
  g_array_append_val (self->glyphs, copy);
}

/**
 * dz_layout_add_rule:
 *
 * Adds a line drawn on the page under way, from (@x1, @y1) to (@x2, @y2): where such lines enclose
 * text, it is a cell of a table. Lines that lean are left out.
 */
void
dz_layout_add_rule (DzLayout *self,
                    double    x1,
                    double    y1,
                    double    x2,
                    double    y2)
{
  DzBox rule = { tame ((float) MIN (x1, x2)), tame ((float) MIN (y1, y2)), tame ((float) MAX (x1, x2)), tame ((float) MAX (y1, y2)) };

  if (self->rules->len < MAX_RULES && MIN (rule.x2 - rule.x1, rule.y2 - rule.y1) < 3 && MAX (rule.x2 - rule.x1, rule.y2 - rule.y1) > 6)
    g_array_append_val (self->rules, rule);
}

/**
 * dz_layout_list_strikes:
 *
 * Returns: (transfer full) (element-type DzStrike): the level lines drawn on the page under way
 */
GArray *
dz_layout_list_strikes (DzLayout *self)
{
  GArray *strikes = g_array_new (FALSE, FALSE, sizeof (DzStrike));

  for (guint i = 0; i < self->rules->len; i++)
    {
      const DzBox *rule = &g_array_index (self->rules, DzBox, i);
      DzStrike strike = { rule->x1, rule->x2, (rule->y1 + rule->y2) / 2 };

      if (rule->x2 - rule->x1 > rule->y2 - rule->y1)
        g_array_append_val (strikes, strike);
    }

  return strikes;
}

/**
 * dz_layout_peek_glyphs:
 *
 * Returns: (transfer none) (element-type DzGlyph): of the page under way
 */
GArray *
dz_layout_peek_glyphs (DzLayout *self)
{
  return self->glyphs;
}

/**
 * dz_layout_count_unreadable:
 *
 * Returns: characters of the page under way that stood for nothing readable
 */
guint
dz_layout_count_unreadable (DzLayout *self)
{
  return self->n_unreadable - self->n_before;
}

/**
 * dz_layout_clear_glyphs:
 *
 * Forgets the characters of the page under way: they are no text.
 */
void
dz_layout_clear_glyphs (DzLayout *self)
{
  g_array_set_size (self->glyphs, 0);
  self->n_unreadable = self->n_before;
}

/**
 * dz_layout_drop_watermarks:
 *
 * Leaves out the watermarks of the page under way, where that is to be known before its end.
 */
void
dz_layout_drop_watermarks (DzLayout *self)
{
  self->n_watermarks += dz_watermark_drop (self->glyphs);
}

/**
 * dz_layout_drop_pale:
 *
 * Leaves out the pale characters of the page under way, which is a scan: what lies over it so is a watermark, of which
 * the library may have told but a character.
 */
void
dz_layout_drop_pale (DzLayout *self)
{
  guint kept = 0;

  for (guint i = 0; i < self->glyphs->len; i++)
    {
      DzGlyph glyph = g_array_index (self->glyphs, DzGlyph, i);

      if (!glyph.pale)
        g_array_index (self->glyphs, DzGlyph, kept++) = glyph;
    }
  self->n_watermarks += kept < self->glyphs->len;
  g_array_set_size (self->glyphs, kept);
}

/**
 * dz_layout_add_note:
 * @text: UTF-8; may have several lines
 *
 * Adds an annotation of the page under way; it follows the page's text.
 */
void
dz_layout_add_note (DzLayout   *self,
                    const char *text)
{
  g_return_if_fail (self->pages->len > 0);

  if (*text != '\0')
    g_ptr_array_add (self->notes, g_strdup (text));
}

static void
append_note (DzLayout   *self,
             const char *text)
{
  g_auto(GStrv) paragraphs = g_strsplit_set (text, "\r\n", -1);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      DzLayoutCell cell = { .start = self->chars->len, .confidence = 1 };
      DzLayoutLine line = { .page = self->pages->len - 1, .note = TRUE, .n_cells = 1 };

      if (*g_strstrip (paragraphs[i]) == '\0')
        continue;
      g_string_append (self->chars, paragraphs[i]);
      cell.end = self->chars->len;
      line.first_cell = self->cells->len;
      g_array_append_val (self->cells, cell);
      g_array_append_val (self->lines, line);
    }
}

/**
 * dz_layout_end_page:
 *
 * Returns: the number of characters on the page
 */
guint
dz_layout_end_page (DzLayout *self)
{
  DzLayoutPage *page;
  guint n_glyphs = self->glyphs->len;

  g_return_val_if_fail (self->pages->len > 0, 0);

  dz_layout_drop_watermarks (self);
  dz_layout_raise_digits (self);
  dz_page_lines_find (self);
  for (guint i = 0; i < self->notes->len; i++)
    append_note (self, self->notes->pdata[i]);
  g_ptr_array_set_size (self->notes, 0);
  page = &g_array_index (self->pages, DzLayoutPage, self->pages->len - 1);
  if (self->broken && self->lines->len > page->first_line)
    {
      g_array_index (self->lines, DzLayoutLine, page->first_line).starts = TRUE;
      self->broken = FALSE;
    }
  page->n_lines = self->lines->len - page->first_line;
  g_array_set_size (self->glyphs, 0);

  return n_glyphs;
}

/**
 * dz_layout_finish:
 * @source: gets the losses
 *
 * Returns: (transfer full): the text of all pages
 */
DzText *
dz_layout_finish (DzLayout *self,
                  DzSource *source)
{
  g_return_val_if_fail (self != NULL && source != NULL, NULL);

  dz_source_add_loss (source, DZ_LOSS_FURNITURE, dz_running_heads_drop (self) + self->n_watermarks, NULL);
  dz_source_add_loss (source, DZ_LOSS_HIDDEN, self->n_unseen, NULL);
  dz_source_add_loss (source, DZ_LOSS_TRACKED_DELETIONS, self->n_struck, NULL);
  dz_source_add_loss (source, DZ_LOSS_CHARACTERS, self->n_unreadable, NULL);

  return dz_paragraphs_join (self);
}

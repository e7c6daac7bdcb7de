/* dz-briefing-cover.c - the cover of a long briefing: what it is, from whom, of when
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-briefing-private.h"

#include "dz-signature.h"

#include <string.h>

#define ABOVE_TITLE (52 * DZ_MM)
#define UNDER_TITLE (62 * DZ_MM)

/* White space of @height that stands at the top of a page too. */
static void
add_space (DzChapter *chapter,
           double     height)
{
  DzBlock *block = dz_text_block_new_plain (DZ_ROLE_FLUSH, "");

  ((DzTextBlock *) block)->style.pitch = height;
  block->keep = FALSE;
  dz_chapter_add (chapter, block);
}

static void
add_line (DzChapter  *chapter,
          const char *words)
{
  DzBlock *block;

  if (words == NULL || words[0] == '\0')
    return;
  block = dz_text_block_new_plain (DZ_ROLE_SUBTITLE, words);
  block->keep = FALSE;
  dz_chapter_add (chapter, block);
}

/* Returns: (transfer full) (nullable): the line in brackets under a title that is no circular's */
char *
dz_briefing_dup_subtitle (DzBriefing *self)
{
  const char *subtitle = self->options->subtitle != NULL ? self->options->subtitle : "供述法评议会议使用";

  return subtitle[0] != '\0' ? g_strdup_printf ("（%s）", subtitle) : NULL;
}

/* A circular with a 报头 has its own first page. */
static gboolean
has_masthead (DzBriefing *self)
{
  const DzBriefingPart *circular = dz_briefing_options_find_part (self->options, "circular");

  return circular != NULL && circular->ticked && self->options->number != NULL && self->options->number[0] != '\0';
}

/**
 * dz_briefing_add_cover:
 * @title: the paper's, its lines parted by blanks
 *
 * What the cover says; the document uses it from fifteen pages on.
 */
void
dz_briefing_add_cover (DzBriefing *self,
                       const char *title)
{
  const char *issuer = self->review->county->issuer;
  g_autofree char *date = dz_signature_date (self->options->date);
  g_autofree char *lines = g_strdelimit (g_strdup (title), " ", '\n');
  g_autofree char *subtitle = NULL;
  DzChapter *chapter;
  DzBlock *block;

  if (has_masthead (self))
    return;
  chapter = dz_document_set_cover (self->document);
  add_space (chapter, ABOVE_TITLE);
  block = dz_text_block_new_plain (DZ_ROLE_TITLE, lines);
  block->outline = 0;
  block->keep = FALSE;
  block->after = DZ_LINE_PITCH;
  dz_chapter_add (chapter, block);
  subtitle = dz_briefing_dup_subtitle (self);
  add_line (chapter, subtitle);
  if (date != NULL || (issuer != NULL && issuer[0] != '\0'))
    add_space (chapter, UNDER_TITLE);
  add_line (chapter, issuer);
  add_line (chapter, date);
}

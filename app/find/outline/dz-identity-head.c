/* dz-identity-head.c - the lines before a report's text, and its words as they stand there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-identity-parts.h"

#include "dz-report-lines.h"

#define SHORTEST_PARAGRAPH 40

/**
 * dz_identity_dup_folded:
 *
 * Returns: (transfer full): the folded characters of @span, as rules match them
 */
char *
dz_identity_dup_folded (DzContext *context,
                        DzSpan     span)
{
  return g_strndup (context->folded + span.start, span.end - span.start);
}

/* As written, the marks of Markdown and the ends of lines aside. */
char *
dz_identity_dup_original (DzContext *context,
                          DzSpan     span)
{
  g_autofree char *text = dz_text_dup_span (context->report->text, span);
  g_auto(GStrv) lines = g_strsplit_set (text, "\r\n", -1);
  g_autofree char *joined = NULL;
  g_auto(GStrv) bold = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    g_strstrip (lines[i]);
  joined = g_strjoinv ("", lines);
  bold = g_strsplit (joined, "**", -1);

  return g_strjoinv ("", bold);
}

/**
 * dz_identity_head_end:
 *
 * Returns: the first line that can be no title: a heading, or a paragraph
 */
guint
dz_identity_head_end (DzContext *context)
{
  static const char *const stop[] = { "。", NULL };

  for (guint i = 0; i < MIN (context->lines->len, TITLE_LINES); i++)
    {
      const DzLine *line = &g_array_index (context->lines, DzLine, i);

      if ((line->style < DZ_ORDINAL_DIGIT && !line->furniture) ||
          (dz_report_lines_count (context->folded, line->span) >= SHORTEST_PARAGRAPH &&
           dz_report_lines_ends_in (context->folded, line->span, stop)))
        return i;
    }

  return MIN (context->lines->len, TITLE_LINES);
}

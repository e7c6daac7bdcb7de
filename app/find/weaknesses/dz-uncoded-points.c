/* dz-uncoded-points.c - points of the problems part that no cue named
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-weakness-search.h"

#include "dz-report-lines.h"

#include <string.h>

/* A point that holds other points says nothing itself. */
static gboolean
holds_points (DzWeaknessSearch *search,
              guint             index)
{
  const DzReportSentence *here = SENTENCE (search, index);

  for (guint i = index + 1; i < search->sentences->len; i++)
    {
      const DzReportSentence *next = SENTENCE (search, i);

      if (next->zone != here->zone)
        break;
      if (next->point != here->point)
        return !dz_span_is_empty (next->parent) && !dz_span_is_empty (here->heading) &&
               next->parent.start == here->heading.start;
    }

  return FALSE;
}

/* A paragraph after the points that admits a distance but not in what: 对标先进仍有差距。 */
static void
name_vague (DzWeaknessSearch *search,
            guint             index)
{
  const DzReportSentence *sentence = SENTENCE (search, index);
  DzCandidate candidate = { NULL, NULL, DZ_SPAN_NONE,
                          dz_report_sentences_trim (search->folded, sentence->span), index, sentence->point,
                            .confidence = GUESSED };

  if (dz_candidate_index_has_line (search, sentence->line) ||
      dz_weaknesses_announces (search->folded, sentence->span) ||
      !dz_weaknesses_has_words (search->self, search->folded, sentence->span, "vague"))
    return;
  g_array_append_val (search->candidates, candidate);
}

/* Points of the problems part without any code. */
void
dz_weaknesses_name_uncoded (DzWeaknessSearch *search)
{
  guint last_point = 0;
  guint point_line = 0;
  gboolean has_body = FALSE; /* the point said more on its own line than a heading */

  for (guint i = 0; i < search->sentences->len; i++)
    {
      const DzReportSentence *sentence = SENTENCE (search, i);

      if (sentence->zone != DZ_ZONE_PROBLEM)
        continue;
      if (sentence->point == last_point)
        {
          has_body |= sentence->line == point_line && !sentence->is_heading;
          if (has_body && sentence->line > point_line &&
              !dz_span_is_empty (sentence->heading))
            name_vague (search, i);
          continue;
        }
      last_point = sentence->point;
      point_line = sentence->line;
      has_body = !sentence->is_heading;
      if ((dz_span_is_empty (sentence->heading) && !sentence->counted) || dz_candidate_index_is_named (search, last_point) ||
          holds_points (search, i) || dz_weaknesses_announces (search->folded, sentence->span) ||
          dz_report_lines_count (search->folded, sentence->span) < 4)
        continue;
      dz_weaknesses_ask_reader (search, i);
    }
}

/* dz-uncoded-points.c - points of the problems part that no cue named
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-weakness-search.h"

#include "dz-report-lines.h"

#include <string.h>

static gboolean
has_candidate (DzWeaknessSearch *search,
               guint             first,
               guint             point)
{
  for (guint i = first; i < search->candidates->len; i++)
    {
      const DzCandidate *candidate = &g_array_index (search->candidates, DzCandidate, i);

      if (candidate->point == point && !candidate->doubted)
        return TRUE;
    }

  return FALSE;
}

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

static gboolean
has_candidate_in_line (DzWeaknessSearch *search,
                       guint             first,
                       guint             line)
{
  for (guint i = first; i < search->candidates->len; i++)
    if (SENTENCE (search, g_array_index (search->candidates, DzCandidate, i).sentence)->line == line)
      return TRUE;

  return FALSE;
}

/* A paragraph after the points that admits a distance but not in what: 对标先进仍有差距。 */
static void
name_vague (DzWeaknessSearch *search,
            guint             first,
            guint             index)
{
  const DzReportSentence *sentence = SENTENCE (search, index);
  DzCandidate candidate = { NULL, NULL, DZ_SPAN_NONE,
                          dz_report_sentences_trim (search->folded, sentence->span), index, sentence->point,
                            .confidence = GUESSED };

  if (has_candidate_in_line (search, first, sentence->line) ||
      dz_weaknesses_announces (search->folded, sentence->span) ||
      !dz_weaknesses_has_words (search->self, search->folded, sentence->span, "vague"))
    return;
  g_array_append_val (search->candidates, candidate);
}

/* Points of the problems part without any code. */
void
dz_weaknesses_name_uncoded (DzWeaknessSearch *search,
                            guint             first)
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
            name_vague (search, first, i);
          continue;
        }
      last_point = sentence->point;
      point_line = sentence->line;
      has_body = !sentence->is_heading;
      if (dz_span_is_empty (sentence->heading) || has_candidate (search, first, last_point) ||
          holds_points (search, i) || dz_weaknesses_announces (search->folded, sentence->span) ||
          dz_report_lines_count (search->folded, sentence->span) < 4)
        continue;
      dz_weaknesses_ask_reader (search, i);
    }}

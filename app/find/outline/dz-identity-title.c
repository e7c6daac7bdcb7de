/* dz-identity-title.c - the title of a document
 *
 * Page furniture is left out first. Of the lines that may be a title the one
 * that says most of itself is taken: what it is, whose, and of which year. A
 * title in several lines is put together again; an addressee or the name of a
 * site never is one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-identity-parts.h"

#include "dz-report-lines.h"
#include "dz-names.h"

#include <string.h>

#define LONGEST_TITLE 80
#define LONGEST_PART 40
#define SHORTEST_OTHER 8
#define SHORTEST_LETTER 400 /* characters: a letter that sends a report along says less */

typedef struct
{
  guint first;
  guint last;
  DzReportKind kind;
  int score;
} Candidate;

static DzSpan
span_of (DzContext *context,
         guint      first,
         guint      last)
{
  return (DzSpan){ g_array_index (context->lines, DzLine, first).span.start,
                   g_array_index (context->lines, DzLine, last).span.end };
}

static char *
join (DzContext *context,
      guint      first,
      guint      last)
{
  g_autofree char *text = dz_identity_dup_folded (context, span_of (context, first, last));
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  return g_strjoinv ("", lines);
}

/* Without a bracket at the end, (2024年度) or (征求意见稿). */
static gsize
bare_length (const char *title)
{
  const char *open = g_str_has_suffix (title, "）") ? g_strrstr (title, "（") : NULL;

  return open != NULL && open > title ? (gsize) (open - title) : strlen (title);
}

static gboolean
ends_with_hit (DzRuleSet  *set,
               const char *title)
{
  DzSpan all = { 0, strlen (title) };
  g_autoptr(GArray) hits = dz_rule_set_find (set, title, all);
  gsize end = bare_length (title);

  for (guint i = 0; i < hits->len; i++)
    if (g_array_index (hits, DzRuleHit, i).span.end == end)
      return TRUE;

  return FALSE;
}

static gboolean
holds (DzRuleSet  *set,
       const char *title)
{
  return dz_rule_set_matches (set, title, (DzSpan){ 0, strlen (title) });
}

/* 2024年法治政府建设工作总结及2025年工作打算: the report comes first, what the title ends with is its plan. */
static gboolean
is_report_with_plan (const char *title)
{
  static const char *const reports[] = { "总结", "报告", "汇报", "情况", "成效" };
  static const char *const joins[] = { "及", "和", "与", "暨", "以及", "并", "、" };

  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    {
      const char *at = strstr (title, reports[i]);

      for (guint k = 0; at != NULL && k < G_N_ELEMENTS (joins); k++)
        if (g_str_has_prefix (at + strlen (reports[i]), joins[k]))
          return TRUE;
    }

  return FALSE;
}

static gboolean
is_of_other_kind (DzIdentityFinder *self,
                  const char       *title)
{
  return holds (self->lower_author, title) ||
         (ends_with_hit (self->other, title) && !is_report_with_plan (title) && !ends_with_hit (self->made_known, title));
}

/**
 * dz_identity_kind_of_title:
 * @title: folded
 *
 * Returns: the kind of report the title names; %DZ_KIND_OTHER where it names none
 */
DzReportKind
dz_identity_kind_of_title (DzIdentityFinder *self,
                           const char       *title)
{
  gboolean subject;

  if (is_of_other_kind (self, title))
    return DZ_KIND_OTHER;
  subject = holds (self->subject, title);
  if (holds (self->duty, title))
    return subject || strstr (title, "述法") != NULL || !holds (self->other_subject, title)
             ? DZ_KIND_DUTY_REPORT : DZ_KIND_OTHER;
  if (!subject && (holds (self->other_subject, title) || holds (self->other_author, title)))
    return DZ_KIND_OTHER;
  if (holds (self->annual, title) ||
      (subject && (ends_with_hit (self->title_end, title) || is_report_with_plan (title))))
    return DZ_KIND_ANNUAL_REPORT;

  return DZ_KIND_OTHER;
}

/* Neither a sentence, a heading, nor furniture. */
static gboolean
is_title_line (DzContext *context,
               guint      index)
{
  static const char *const ends[] = { "。", "：", "；", "，", NULL };
  const DzLine *line = &g_array_index (context->lines, DzLine, index);

  return !line->furniture && line->style >= DZ_ORDINAL_DIGIT && line->bullet == 0 &&
         dz_report_lines_count (context->folded, line->span) <= LONGEST_LINE &&
         dz_report_lines_sentence_end (context->folded, line->span) == line->span.end &&
         !dz_report_lines_ends_in (context->folded, line->span, ends) &&
         !dz_report_lines_holds (context->folded, line->span, "如下");
}

/* How much a title says of itself. */
static int
score (DzIdentityFinder *self,
       const char       *title,
       guint             lines)
{
  DzSpan all = { 0, strlen (title) };
  DzName name;
  DzDate date;
  int points = -(int) lines;

  points += dz_names_next_year (title, all, &date) ? 3 : 0;
  points += dz_names_next (self->not_a_stem, title, all, &name) ? 3 : 0;
  points += g_str_has_prefix (title + bare_length (title) - MIN (bare_length (title), 6), "报告") ? 1 : 0;

  return points;
}

/* 关于2024年度…, 述职报告, 2024年…: what stands over it may be the first line of the title. */
static gboolean
may_go_on_from (DzIdentityFinder *self,
                DzContext        *context,
                guint             above,
                guint             index)
{
  static const char *const starts[] = { "关于", "述", "履", "推进", "第一责任人", "法治", "情况", "工作", "年度", "依法", "20", "二", "的" };
  static const char *const ends[] = { "人民政府", "委员会", "办事处", "党委", "党工委", "书记", "镇长", "乡长", "主任", "职责", "镇", "乡",
                                      "街道", "年度", "年", "建设", "工作", "履行", "负责人", "局", "局）", "办公室", "中心", "大队", NULL };
  const DzLine *line = &g_array_index (context->lines, DzLine, above);
  const DzLine *here = &g_array_index (context->lines, DzLine, index);
  g_autofree char *text = dz_identity_dup_folded (context, here->span);
  g_autofree char *over = dz_identity_dup_folded (context, line->span);
  DzSpan all = { 0, strlen (text) };
  gboolean starts_so = FALSE;
  DzName name;
  DzDate date;

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    starts_so |= g_str_has_prefix (text, starts[i]);
  if (!starts_so || !is_title_line (context, above) || dz_names_next (self->not_a_stem, text, all, &name) ||
      dz_report_lines_count (context->folded, line->span) > LONGEST_PART ||
      dz_identity_kind_of_title (self, over) != DZ_KIND_OTHER)
    return FALSE;
  /* a year in both: two titles, not one */
  if (dz_names_next_year (text, all, &date) && dz_names_next_year (over, (DzSpan){ 0, strlen (over) }, &date))
    return FALSE;

  return dz_report_lines_ends_in (context->folded, line->span, ends) || g_str_has_prefix (over, "关于");
}

/* 的报告, 工作报告 on the line behind a title that does not end. */
static gboolean
goes_on_to (DzContext *context,
            guint      index)
{
  static const char *const ends[] = { "报告", "汇报", "总结", NULL };
  const DzLine *line = &g_array_index (context->lines, DzLine, index);

  return is_title_line (context, index) && dz_report_lines_count (context->folded, line->span) <= 10 &&
         dz_report_lines_ends_in (context->folded, line->span, ends);
}

static void
take (DzContext       *context,
      const Candidate *candidate,
      double           confidence)
{
  DzIdentity *identity = &context->report->identity;

  identity->title_span = dz_fold_to_original (context->fold, span_of (context, candidate->first,
                                                                      candidate->last));
  identity->title = dz_identity_dup_original (context, identity->title_span);
  identity->kind = candidate->kind;
  identity->kind_span = identity->title_span;
  identity->kind_confidence = confidence;
}

/* 关于报送2024年法治政府建设情况的函 over all of it: a letter that is the report itself, not one with the report behind it. */
static gboolean
is_report_as_letter (DzIdentityFinder *self,
                     DzContext        *context,
                     const char       *title)
{
  static const char *const ends[] = { "情况的函", "情况函", "总结的函", "报告的函" };
  static const char *const problems[] = { "不足", "短板", "存在的问题", "差距" };
  static const char *const plans[] = { "打算", "下一步", "下步", "计划", "工作安排" };
  gboolean ends_so = FALSE, has_problems = FALSE, has_plan = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    ends_so |= g_str_has_suffix (title, ends[i]);
  if (!ends_so || !holds (self->subject, title) ||
      dz_report_lines_count (context->folded, (DzSpan){ 0, context->folded_len }) < SHORTEST_LETTER)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (problems); i++)
    has_problems |= strstr (context->folded, problems[i]) != NULL;
  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    has_plan |= strstr (context->folded, plans[i]) != NULL;

  return has_problems && has_plan;
}

/* One to three lines from @index on that name a report together and not before. */
static void
try_lines (DzIdentityFinder *self,
           DzContext        *context,
           guint             index,
           guint             end,
           Candidate        *best)
{
  for (guint last = index; last < MIN (index + 3, end) && is_title_line (context, last); last++)
    {
      g_autofree char *title = join (context, index, last);
      Candidate candidate = { index, last, DZ_KIND_OTHER, 0 };
      gboolean is_letter = is_report_as_letter (self, context, title);

      if (g_utf8_strlen (title, -1) > LONGEST_TITLE || (is_of_other_kind (self, title) && !is_letter))
        return;
      candidate.kind = is_letter ? DZ_KIND_ANNUAL_REPORT : dz_identity_kind_of_title (self, title);
      if (candidate.kind == DZ_KIND_OTHER)
        continue;
      candidate.score = score (self, title, last - index);
      if (candidate.score > best->score)
        *best = candidate;
      return;
    }
}

/* 关于做好…年度报告公开工作的通知: what stands under it and ends in 年度报告 is a line of its text. */
static gboolean
is_under_other_title (DzIdentityFinder *self,
                      DzContext        *context,
                      guint             index)
{
  for (guint i = 0; i < index; i++)
    {
      g_autofree char *title = join (context, i, i);

      if (is_title_line (context, i) && is_of_other_kind (self, title) && holds (self->subject, title))
        return TRUE;
    }

  return FALSE;
}

static gboolean
find_report_title (DzIdentityFinder *self,
                   DzContext        *context,
                   guint             end)
{
  Candidate best = { 0, 0, DZ_KIND_OTHER, -10 };

  for (guint i = 0; i < end; i++)
    try_lines (self, context, i, end, &best);
  if (best.kind == DZ_KIND_OTHER || is_under_other_title (self, context, best.first))
    return FALSE;
  for (guint n = 0; n < 2 && best.first > 0 && may_go_on_from (self, context, best.first - 1, best.first); n++)
    best.first--;
  if (best.last + 1 < end && goes_on_to (context, best.last + 1))
    {
      g_autofree char *title = join (context, best.first, best.last);

      if (!g_str_has_suffix (title, "报告"))
        best.last++;
    }
  take (context, &best, 0.95);

  return TRUE;
}

/* The title a page has in its head: 青禾镇2024年度法治政府建设情况报告-望泽县人民政府. */
static gboolean
take_source_title (DzIdentityFinder *self,
                   DzContext        *context)
{
  const DzSource *source = context->report->source;
  DzIdentity *identity = &context->report->identity;
  g_auto(GStrv) parts = NULL;

  if (source == NULL || source->title == NULL)
    return FALSE;
  parts = g_strsplit_set (source->title, "_|/", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto(GStrv) pieces = g_strsplit (g_strstrip (parts[i]), " - ", 2);
      const char *part = pieces[0] != NULL ? g_strstrip (pieces[0]) : "";
      g_autofree char *folded = dz_fold_string (part);
      DzReportKind kind = dz_identity_kind_of_title (self, folded);

      if (kind == DZ_KIND_OTHER)
        continue;
      identity->title = g_strdup (part);
      identity->kind = kind;
      identity->kind_confidence = 0.8;
      return TRUE;
    }

  return FALSE;
}

/* The first line that names another document, or one of no subject; @generic tells which. */
static gboolean
find_other_title (DzIdentityFinder *self,
                  DzContext        *context,
                  guint             end,
                  gboolean         *generic)
{
  for (guint i = 0; i < end; i++)
    {
      g_autofree char *title = join (context, i, i);
      Candidate candidate = { i, i, DZ_KIND_OTHER, 0 };
      gboolean other;

      if (!is_title_line (context, i) || g_utf8_strlen (title, -1) < SHORTEST_OTHER)
        continue;
      other = is_of_other_kind (self, title) || holds (self->other_subject, title) ||
              holds (self->other_author, title);
      if (!other && !ends_with_hit (self->title_end, title))
        continue;
      if (i + 1 < end && goes_on_to (context, i + 1))
        candidate.last++;
      take (context, &candidate, other ? 0.8 : 0.5);
      *generic = !other;
      return TRUE;
    }

  return FALSE;
}

/**
 * dz_identity_find_title:
 *
 * Title and kind: of a text without a title, or with one that says nothing of its subject, the kind is
 * told by what it says of itself.
 */
void
dz_identity_find_title (DzIdentityFinder *self,
                        DzContext        *context)
{
  DzIdentity *identity = &context->report->identity;
  guint end = dz_identity_head_end (context);
  gboolean generic = TRUE;

  if (find_report_title (self, context, end) || take_source_title (self, context))
    {
      dz_identity_refine_kind (self, context);
      return;
    }
  if (find_other_title (self, context, end, &generic) && !generic)
    return;
  dz_identity_kind_from_text (self, context);
  /* the first line of another document is its title all the same */
  for (guint i = 0; i < end && identity->title == NULL && identity->kind == DZ_KIND_OTHER; i++)
    {
      Candidate first = { i, i, DZ_KIND_OTHER, 0 };

      if (is_title_line (context, i) && dz_report_lines_count (context->folded, span_of (context, i, i)) >= SHORTEST_OTHER)
        take (context, &first, 0.4);
    }
}

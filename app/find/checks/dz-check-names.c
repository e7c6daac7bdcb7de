/* dz-check-names.c - another body's name or voice in a report
 *
 * Left over from another report is a name that speaks or acts: it stands at the
 * head of a clause, or is what something became. A neighbour who was visited,
 * worked with or learned from may be named, and act in the rest of the paragraph; a
 * word that only looks like a name is told by the other places it stands in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-check-run.h"

#include "dz-char.h"

#include <string.h>

#define LONGEST_FOREIGN_STEM 3
#define FEWEST_WHOLE 2 /* 全镇 in the report of a 街道: so often it is no slip */
#define LONGEST_QUOTED 60 /* bytes of what stands in quotation marks: twenty characters */
#define CONTEXT_BEFORE 36 /* bytes of a clause before a name, where 会同 or 与 may stand */
#define CONTEXT_BEHIND 12 /* and behind it, where 考察学习 or 交界 may */
#define WIDEST_BACK 1200 /* bytes of a paragraph in which a neighbour may have been named before */

static const char *
body_kind (const char *township)
{
  static const char *const kinds[] = { "街道", "镇", "乡" };

  for (guint i = 0; township != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_suffix (township, kinds[i]))
      return kinds[i];

  return NULL;
}

static gboolean
is_whole (const DzCheckRun *run,
          const DzRuleHit  *hit)
{
  return g_str_has_prefix (run->context->folded + hit->span.start, "全");
}

/* 全镇上下形成…: the sentence is about whom it begins with. */
static gboolean
begins_sentence (const DzCheckRun *run,
                 gsize             at)
{
  const char *folded = run->context->folded;
  gunichar before = at > 0 ? dz_char_at (g_utf8_prev_char (folded + at)) : '\n';

  return before == '\n' || dz_char_is_any (before, "。；");
}

/* 锦旗上写着“我镇贴心人”: others' words, as long as they are no sentence of their own. */
static gboolean
is_quoted (const DzCheckRun *run,
           DzSpan            span)
{
  static const char open[] = "“", close[] = "”";
  const char *folded = run->context->folded;
  gsize n = strlen (open), from = span.start > LONGEST_QUOTED ? span.start - LONGEST_QUOTED : 0;
  const char *opened = g_strrstr_len (folded + from, (gssize) (span.start - from), open);
  const char *closed = g_strrstr_len (folded + from, (gssize) (span.start - from), close);
  const char *end = opened != NULL && (closed == NULL || closed < opened) ? strstr (folded + span.end, close) : NULL;

  return end != NULL && end - opened <= LONGEST_QUOTED && g_strstr_len (opened + n, end - opened - (gssize) n, "\n") == NULL;
}

/* 青禾镇党委坚持 in the report of a 街道: a neighbour's, where 镇党委坚持 alone would be the body's own. */
static gboolean
is_of_a_name (const DzCheckRun *run,
              DzSpan            span)
{
  const char *folded = run->context->folded;
  gunichar first = dz_char_at (folded + span.start);
  gunichar before = span.start > 0 ? dz_char_at (g_utf8_prev_char (folded + span.start)) : '\n';

  return dz_char_is_any (first, "镇乡街") && before >= 0x4e00 && before <= 0x9fff;
}

static void
take_voice (const DzCheckRun *run,
            DzFindings       *findings,
            const char       *kind)
{
  DzSpan all = { 0, run->context->folded_len };
  g_autoptr(GArray) hits = dz_check_cue_hits (run, all, "body", kind);
  guint whole = 0;

  for (guint i = 0; i < hits->len; i++)
    whole += is_whole (run, &g_array_index (hits, DzRuleHit, i));
  for (guint i = 0; i < hits->len; i++)
    {
      const DzRuleHit *hit = &g_array_index (hits, DzRuleHit, i);
      DzSpan span = dz_check_to_original (run, hit->span);
      g_autofree char *quote = dz_check_quote (run, span);

      /* 带动全街道参与 in the report of a 镇, once, may be said of a neighbour */
      if (is_quoted (run, hit->span) || is_of_a_name (run, hit->span) ||
          (whole < FEWEST_WHOLE && is_whole (run, hit) && !begins_sentence (run, hit->span.start)))
        continue;

      dz_findings_take (findings, span, "文中称%s，与本单位“%s”不符", quote, run->report->identity.township);
    }
}

/* A department names every body of its county, but speaks as none of them. A county's own report says 全镇 of each. */
static void
take_township_voices (const DzCheckRun *run,
                      DzFindings       *findings)
{
  static const char *const kinds[] = { "街道", "镇", "乡" };
  const char *whose = dz_identity_get_body_kind (&run->report->identity);
  DzSpan all = { 0, run->context->folded_len };
  g_autoptr(GHashTable) told = g_hash_table_new (NULL, NULL);

  for (guint i = 0; g_strcmp0 (whose, "department") == 0 && i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr(GArray) hits = dz_check_cue_hits (run, all, "body", kinds[i]);

      for (guint k = 0; k < hits->len; k++)
        {
          const DzRuleHit *hit = &g_array_index (hits, DzRuleHit, k);
          DzSpan span = dz_check_to_original (run, hit->span);
          g_autofree char *quote = NULL;

          /* two kinds of bodies share what is foreign to both */
          if (is_whole (run, hit) || !g_hash_table_add (told, GSIZE_TO_POINTER (span.start)))
            continue;
          quote = dz_check_quote (run, span);
          dz_findings_take (findings, span, "文中称%s，与本单位“%s”不符", quote, run->report->identity.township);
        }
    }
}

/* What stands right before or behind @at in the same clause. */
static DzSpan
beside (const DzCheckRun *run,
        DzSpan            clause,
        gsize             at,
        gboolean          behind)
{
  const char *folded = run->context->folded;
  DzSpan span = behind ? (DzSpan){ at, MIN (clause.end, at + CONTEXT_BEHIND) }
                       : (DzSpan){ MAX (clause.start, at > CONTEXT_BEFORE ? at - CONTEXT_BEFORE : 0), at };

  while (span.start < span.end && (folded[span.start] & 0xc0) == 0x80)
    span.start++;
  while (span.end > span.start && span.end < run->context->folded_len && (folded[span.end] & 0xc0) == 0x80)
    span.end--;

  return span;
}

/* 会同, 与, 、 before the name, 考察学习 or 交界 behind it, 我镇 beside it: a neighbour may be named. */
static gboolean
stands_together (const DzCheckRun *run,
                 DzSpan            sentence,
                 DzSpan            name)
{
  DzSpan clause = dz_report_sentences_clause (run->context->folded, sentence, name);

  return dz_check_says (run, beside (run, clause, name.start, FALSE), "together") ||
         dz_check_says (run, beside (run, clause, name.end, TRUE), "beside") || dz_check_says (run, clause, "both");
}

/* 组织街道干部, 完善镇级机制: the word before is no name. */
static gboolean
is_common (const DzCheckRun *run,
           DzSpan            name,
           gsize             stem_end)
{
  g_autoptr(GArray) hits = dz_check_cue_hits (run, name, "role", "common");
  g_autoptr(GArray) ends = dz_check_cue_hits (run, (DzSpan){ name.start, stem_end }, "role", "last");

  for (guint i = 0; i < hits->len; i++)
    {
      DzSpan hit = g_array_index (hits, DzRuleHit, i).span;

      if (hit.start == name.start || hit.end - hit.start >= 6)
        return TRUE;
    }
  for (guint i = 0; i < ends->len; i++)
    if (g_array_index (ends, DzRuleHit, i).span.end == stem_end)
      return TRUE;

  return FALSE;
}

/* 擦亮镇村品牌 beside 擦亮名片: a stem that stands elsewhere, before no place, is a word. */
static gboolean
is_word (const DzCheckRun *run,
         const char       *stem)
{
  static const char *const places[] = { "镇", "乡", "街道", "村", "社区", "河", "路", "山", "水库", "片区", "司法所",
                                        "派出所" };
  gsize n = strlen (stem);

  for (const char *p = strstr (run->context->folded, stem); p != NULL; p = strstr (p + n, stem))
    {
      gboolean place = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (places); i++)
        place |= g_str_has_prefix (p + n, places[i]);
      if (!place)
        return TRUE;
    }

  return FALSE;
}

/* Where a name that speaks or acts may begin: after a mark, a year or a county, or in 成为澜桥镇…. */
static gboolean
begins_clause (const DzCheckRun *run,
               DzSpan            sentence,
               const DzName     *name)
{
  static const char *const before[] = { "为", "是", "年", "年度" };
  const char *folded = run->context->folded;
  gsize at = dz_span_is_empty (name->county) ? name->name.start : name->county.start;
  gunichar c;

  if (at <= sentence.start || !dz_span_is_empty (name->county))
    return TRUE;
  c = dz_char_at (g_utf8_prev_char (folded + at));
  /* 9人驻镇: behind a number stands its measure word */
  if (c >= '0' && c <= '9')
    return FALSE;
  if (c < 0x4e00 || c > 0x9fff)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    if (at >= strlen (before[i]) && memcmp (folded + at - strlen (before[i]), before[i], strlen (before[i])) == 0)
      return TRUE;

  return FALSE;
}

/* 阿嘎乡 of 阿嘎彝族乡, 柳店 of 柳店镇, and what the body was before. */
static gboolean
is_own (const DzCheckRun *run,
        const char       *text,
        const char       *stem)
{
  const char *own = run->report->identity.township;
  DzReadingHints *hints = dz_codebook_get_hints (run->context->codebook);

  return strstr (text, own) != NULL || strstr (own, text) != NULL || g_str_has_prefix (own, stem) ||
         (hints != NULL && dz_reading_hints_are_kin (hints, own, text));
}

/* 到杨庙镇参观，杨庙镇的做法是…: named as a neighbour before, in the same paragraph. */
static gboolean
is_met (const DzCheckRun *run,
        DzSpan            name)
{
  const char *folded = run->context->folded;
  g_autofree char *text = g_strndup (folded + name.start, name.end - name.start);
  DzSpan line = name;

  while (line.start > 0 && folded[line.start - 1] != '\n' && name.start - line.start < WIDEST_BACK)
    line.start--;
  for (const char *p = g_strstr_len (folded + line.start, (gssize) (name.start - line.start), text); p != NULL;
       p = g_strstr_len (p + 1, folded + name.start - p - 1, text))
    {
      gsize at = (gsize) (p - folded);

      if (dz_check_says (run, beside (run, line, at, FALSE), "neighbour") ||
          dz_check_says (run, beside (run, line, at + strlen (text), TRUE), "neighbour"))
        return TRUE;
    }

  return FALSE;
}

static void
take_foreign_names (const DzCheckRun *run,
                    DzFindings       *findings)
{
  for (guint i = 0; i < run->context->sentences->len; i++)
    {
      const DzReportSentence *sentence = &g_array_index (run->context->sentences, DzReportSentence, i);
      DzSpan rest = sentence->span;
      DzName name;

      if (sentence->zone == DZ_ZONE_FRAME)
        continue;
      while (dz_names_next (run->names, run->context->folded, rest, &name))
        {
          g_autofree char *text = g_strndup (run->context->folded + name.name.start,
                                             name.name.end - name.name.start);
          gsize kind = strlen (g_str_has_suffix (text, "街道") || g_str_has_suffix (text, "苏木") ? "街道" : "镇");
          g_autofree char *stem = g_strndup (text, strlen (text) - kind);
          glong n = g_utf8_strlen (stem, -1);

          rest.start = name.name.end;
          if (n < 2 || n > LONGEST_FOREIGN_STEM || !begins_clause (run, sentence->span, &name) ||
              is_own (run, text, stem) || is_common (run, name.name, name.name.end - kind) || is_word (run, stem) ||
              stands_together (run, sentence->span, name.name) || is_met (run, name.name))
            continue;
          dz_findings_take (findings, dz_check_to_original (run, name.name), "文中出现其他单位名称“%s”", text);
        }
    }
}

static gboolean
is_department (char *name)
{
  const DzIdentity body = { .township = name };

  return g_strcmp0 (dz_identity_get_body_kind (&body), "department") == 0;
}

/* Names of the county's own roster need no rule to be known. Of its departments any report may speak. */
static void
take_roster_names (const DzCheckRun *run,
                   DzReadingHints   *hints,
                   DzFindings       *findings)
{
  const char *own = run->report->identity.township;

  for (guint i = 0; i < run->context->sentences->len; i++)
    {
      const DzReportSentence *sentence = &g_array_index (run->context->sentences, DzReportSentence, i);
      g_autoptr(GArray) spans =
        sentence->zone != DZ_ZONE_FRAME
          ? dz_reading_hints_find_names (hints, run->context->folded, sentence->span) : NULL;

      for (guint k = 0; spans != NULL && k < spans->len; k++)
        {
          DzSpan span = g_array_index (spans, DzSpan, k);
          g_autofree char *text = g_strndup (run->context->folded + span.start, span.end - span.start);

          if (g_utf8_strlen (text, -1) < 3 || is_department (text) || strstr (text, own) != NULL || strstr (own, text) != NULL ||
              dz_reading_hints_are_kin (hints, own, text) || stands_together (run, sentence->span, span) || is_met (run, span))
            continue;
          dz_findings_take (findings, dz_check_to_original (run, span), "文中出现其他单位名称“%s”", text);
        }
    }
}

void
dz_check_name (const DzCheckRun *run)
{
  DzReadingHints *hints = dz_codebook_get_hints (run->context->codebook);
  const char *kind = body_kind (run->report->identity.township);
  g_auto(DzFindings) findings = DZ_FINDINGS_INIT;

  if (run->report->identity.township == NULL)
    {
      dz_check_add (run, DZ_RESULT_CANNOT_TELL, "未识别出报告单位，请先确认单位。");
      return;
    }
  if (kind == NULL)
    {
      take_township_voices (run, &findings);
      dz_findings_finish (&findings, run, "未见其他单位的口吻。", "，请核对是否为引用他文时遗留。");
      return;
    }
  take_voice (run, &findings, kind);
  take_voice (run, &findings, "any");
  take_foreign_names (run, &findings);
  if (hints != NULL)
    take_roster_names (run, hints, &findings);
  dz_findings_finish (&findings, run, "未见其他单位的名称或口吻。", "，请核对是否为引用他文时遗留。");
}

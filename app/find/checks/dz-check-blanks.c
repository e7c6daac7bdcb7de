/* dz-check-blanks.c - what was left empty, and what should not be told in public
 *
 * Blanks are looked for in the original: folding leaves them out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-blank-forms.h"
#include "dz-char.h"
#include "dz-check-run.h"
#include "dz-cover.h"

#include <string.h>

/* So many blanks are shown; of the others their number is told. */
#define MOST_SHOWN 200

typedef struct
{
  GString *list;
  GArray *spans;
  guint more; /* that are not shown */
} Findings;

static void
take (const DzCheckRun *run,
      Findings         *findings,
      DzSpan            span)
{
  g_autofree char *quote = NULL;

  if (findings->spans->len >= MOST_SHOWN)
    {
      findings->more++;
      return;
    }
  for (guint i = 0; i < findings->spans->len; i++)
    if (dz_span_overlaps (g_array_index (findings->spans, DzSpan, i), span))
      return;
  quote = dz_check_quote (run, span);
  if (findings->list->len > 0)
    g_string_append (findings->list, "、");
  g_string_append (findings->list, quote);
  g_array_append_val (findings->spans, span);
}

static gboolean
is_han (gunichar c)
{
  return c >= 0x4e00 && c <= 0x9fff;
}

static gboolean
is_space (gunichar c)
{
  return c == ' ' || c == 0x3000 || c == 0xa0 || c == '\t';
}

/* A character after which no number is missing: 每 次, 多 人, a numeral. */
static gboolean
needs_no_number (gunichar c)
{
  return dz_char_is_any (c, "每各多几首再屡批逐此历该这那本一二三四五六七八九十百千万亿两余数另第半某同全双任");
}

/* 合同  份: the character is part of what is counted. */
static gboolean
ends_counted (const char *text,
              const char *end)
{
  static const char *const nouns[] = { "合同", "审批", "文本", "脚本", "责任" };

  for (guint i = 0; i < G_N_ELEMENTS (nouns); i++)
    {
      gsize len = strlen (nouns[i]);

      if ((gsize) (end - text) >= len && memcmp (end - len, nouns[i], len) == 0)
        return TRUE;
    }

  return FALSE;
}

/* 受理来信来访  件，: blanks where a number should be. */
static void
find_gaps (const DzCheckRun *run,
           Findings         *findings)
{
  gsize len;
  const char *text = dz_text_peek (run->report->text, &len);
  const char *end = text + len;
  const char *before = text;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      const char *after = p;
      gsize measure;
      gunichar last;

      if (!is_space (dz_char_at (p)))
        {
          before = p;
          continue;
        }
      while (after < end && is_space (dz_char_at (after)))
        after = g_utf8_next_char (after);
      last = dz_char_at (before);
      if (is_han (last) && (!needs_no_number (last) || ends_counted (text, p)))
        measure = dz_blank_forms_measure (run->blanks, after, end);
      else
        measure = 0;
      if (measure > 0)
        {
          const char *from = before;

          for (guint i = 0; i < 6 && from > text && is_han (dz_char_at (g_utf8_prev_char (from)));
               i++)
            from = g_utf8_prev_char (from);
          take (run, findings,
                (DzSpan){ (gsize) (from - text), (gsize) (after - text) + measure });
        }
      p = g_utf8_prev_char (after);
    }
}

static void
find_forms (const DzCheckRun *run,
            Findings         *findings)
{
  gsize len;
  const char *text = dz_text_peek (run->report->text, &len);
  g_autoptr(GArray) found = dz_blank_forms_find (run->blanks, text, len);

  for (guint i = 0; i < found->len; i++)
    take (run, findings, g_array_index (found, DzSpan, i));
}

void
dz_check_blank (const DzCheckRun *run)
{
  g_autoptr(GString) list = g_string_new (NULL);
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (DzSpan));
  Findings findings = { list, spans, 0 };
  g_autoptr(GArray) hits = dz_check_cue_hits (run, (DzSpan){ 0, run->context->folded_len }, NULL,
                                              NULL);
  DzCheck *check;

  for (guint i = 0; i < hits->len; i++)
    {
      DzSpan span = g_array_index (hits, DzRuleHit, i).span;
      const char *folded = run->context->folded;

      /* MAVIC3X次 is a product name, not a placeholder */
      if (span.start > 0 && g_ascii_isalnum (folded[span.start - 1]) &&
          g_ascii_isalpha (folded[span.start]))
        continue;
      take (run, &findings, dz_check_to_original (run, span));
    }
  find_gaps (run, &findings);
  find_forms (run, &findings);
  if (spans->len == 0)
    {
      dz_check_add (run, DZ_RESULT_PASS, "未见空缺或占位符号。");
      return;
    }
  if (findings.more > 0)
    g_string_append_printf (list, "等%u", findings.spans->len + findings.more);
  check = dz_check_add (run, DZ_RESULT_FAIL, "%s处似有空缺未填，请补充完整。", list->str);
  for (guint i = 0; i < spans->len; i++)
    dz_check_add_span (check, g_array_index (spans, DzSpan, i));
}

/* “上访户贾＊＊”: what must not be published is not repeated in the message that says so. */
static void
append_covered (const DzCheckRun    *run,
                GString             *list,
                const DzPersonalHit *hit)
{
  g_autofree char *before = dz_text_dup_span (run->report->text, (DzSpan){ hit->shown.start, hit->secret.start });
  g_autofree char *words = dz_text_dup_span (run->report->text, hit->secret);
  g_autofree char *covered = strstr (words, "密") == NULL ? dz_cover_dup (words) : g_strdup (words);
  g_autofree char *quote = g_strconcat (before, covered, NULL);
  g_auto(GStrv) lines = g_strsplit_set (quote, "\r\n\t", -1);
  g_autofree char *joined = g_strjoinv ("", lines);
  g_autofree char *quoted = g_strconcat ("“", joined, "”", NULL);

  /* who is named again is told once */
  if (strstr (list->str, quoted) == NULL)
    g_string_append_printf (list, "%s%s", list->len > 0 ? "、" : "", quoted);
}

void
dz_check_privacy (const DzCheckRun *run)
{
  gsize len;
  const char *text = dz_text_peek (run->report->text, &len);
  g_autoptr(GArray) hits = dz_personal_find (run->personal, text, len, run->context->fold);
  g_autoptr(GString) list = g_string_new (NULL);
  DzCheck *check;

  if (hits->len == 0)
    {
      dz_check_add (run, DZ_RESULT_PASS, "未见不宜公开的个人信息。");
      return;
    }
  for (guint i = 0; i < hits->len; i++)
    append_covered (run, list, &g_array_index (hits, DzPersonalHit, i));
  check = dz_check_add (run, DZ_RESULT_FAIL, "%s含有不宜公开的信息，公开前请处理。", list->str);
  for (guint i = 0; i < hits->len; i++)
    dz_check_add_span (check, g_array_index (hits, DzPersonalHit, i).secret);
}

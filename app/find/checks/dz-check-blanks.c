/* dz-check-blanks.c - what was left empty, and what should not be told in public
 *
 * Blanks are looked for in the original: folding leaves them out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-check-run.h"

#include <string.h>

typedef struct
{
  GString *list;
  GArray *spans;
} Findings;

static void
take (const DzCheckRun *run,
      Findings         *findings,
      DzSpan            span)
{
  g_autofree char *quote = NULL;

  for (guint i = 0; i < findings->spans->len; i++)
    if (dz_span_overlaps (g_array_index (findings->spans, DzSpan, i), span))
      return;
  quote = dz_check_quote (run, span);
  if (findings->list->len > 0)
    g_string_append (findings->list, "、");
  g_string_append (findings->list, quote);
  g_array_append_val (findings->spans, span);
}

/* What must not be published is not repeated in the message that says so: its last characters, of
 * numbers all but the first three, are covered. The span still shows the analyst where it stands. */
static void
cover (GString *quote)
{
  gboolean digits = quote->len > 0 && strpbrk (quote->str, "0123456789") != NULL;
  glong n = g_utf8_strlen (quote->str, -1) - 2; /* without the quotation marks */
  glong kept = digits ? 3 : MAX (n - 2, 1);
  gsize from, to;

  if (n < 2)
    return;
  from = (gsize) (g_utf8_offset_to_pointer (quote->str, 1 + MIN (kept, n - 1)) - quote->str);
  to = (gsize) (g_utf8_offset_to_pointer (quote->str, 1 + n) - quote->str);
  g_string_erase (quote, (gssize) from, (gssize) (to - from));
  g_string_insert (quote, (gssize) from, "＊＊");
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
  return g_utf8_strchr ("每各多几首再屡批逐此历该这那本一二三四五六七八九十百千万亿两余数另第半某同全双任",
                        -1, c) != NULL;
}

/* The measure word at @at, followed by a mark: only then is a number missing before it. */
static gsize
read_measure (const DzCheckRun *run,
              const char       *at,
              const char       *end)
{
  g_auto(GStrv) words = g_strsplit (dz_check_list (run, "measure"), "|", -1);

  for (guint k = 0; words[k] != NULL; k++)
    {
      gsize n = strlen (words[k]);

      if (n > 0 && (gsize) (end - at) > n && memcmp (at, words[k], n) == 0 &&
          g_utf8_strchr ("，。；、,;.）)", -1, g_utf8_get_char (at + n)) != NULL)
        return n;
    }

  return 0;
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
      gunichar last = g_utf8_get_char (before);

      if (!is_space (g_utf8_get_char (p)))
        {
          before = p;
          continue;
        }
      while (after < end && is_space (g_utf8_get_char (after)))
        after = g_utf8_next_char (after);
      measure = is_han (last) && !needs_no_number (last) ? read_measure (run, after, end) : 0;
      if (measure > 0)
        {
          const char *from = before;

          for (guint i = 0; i < 6 && from > text && is_han (g_utf8_get_char (g_utf8_prev_char (from)));
               i++)
            from = g_utf8_prev_char (from);
          take (run, findings,
                (DzSpan){ (gsize) (from - text), (gsize) (after - text) + measure });
        }
      p = g_utf8_prev_char (after);
    }
}

void
dz_check_blank (const DzCheckRun *run)
{
  g_autoptr(GString) list = g_string_new (NULL);
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (DzSpan));
  Findings findings = { list, spans };
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
  if (spans->len == 0)
    {
      dz_check_add (run, DZ_RESULT_PASS, "未见空缺或占位符号。");
      return;
    }
  check = dz_check_add (run, DZ_RESULT_FAIL, "%s处似有空缺未填，请补充完整。", list->str);
  for (guint i = 0; i < spans->len; i++)
    dz_check_add_span (check, g_array_index (spans, DzSpan, i));
}

/* Runs of digits: an identity number, a mobile number, a bank card. */
static void
find_numbers (const DzCheckRun *run,
              Findings         *findings)
{
  const char *folded = run->context->folded;

  for (gsize i = 0; i < run->context->folded_len; i++)
    {
      gsize n = 0;

      if (!g_ascii_isdigit (folded[i]))
        continue;
      while (g_ascii_isdigit (folded[i + n]))
        n++;
      if (n == 17 && (folded[i + n] == 'X' || folded[i + n] == 'x'))
        n++;
      if ((n == 11 && folded[i] == '1' && folded[i + 1] >= '3') || n == 18 || n == 16 || n == 19)
        take (run, findings, dz_check_to_original (run, (DzSpan){ i, i + n }));
      i += n;
    }
}

/* What may follow a name of two or three characters. */
static gboolean
ends_name (gunichar c)
{
  return !is_han (c) ||
         g_utf8_strchr ("的与和因等在向被将对到一诉反来是已为从家户之夫父母及两于系不曾自某", -1, c) != NULL;
}

/* The characters of a full name at @at, 0 if none stands there; 某 is no full name. */
static gsize
read_person (const DzCheckRun *run,
             gsize             at,
             gsize             end)
{
  const char *folded = run->context->folded;
  const char *p;
  gsize length = 0;

  if (at + 6 > end || !is_han (g_utf8_get_char (folded + at)) ||
      g_utf8_strchr (dz_check_list (run, "surname"), -1, g_utf8_get_char (folded + at)) == NULL)
    return 0;
  p = folded + at + 3;
  for (guint i = 0; i < 2 && p < folded + end; i++)
    {
      gunichar c = g_utf8_get_char (p);

      if (!is_han (c) || c == 0x67d0)
        break;
      p = g_utf8_next_char (p);
      if (ends_name (p < folded + end ? g_utf8_get_char (p) : '\n'))
        length = (gsize) (p - folded) - at;
    }

  return length;
}

static gboolean
is_sensitive (GArray *hits,
              DzSpan  sentence)
{
  for (guint i = 0; i < hits->len; i++)
    {
      const DzRuleHit *hit = &g_array_index (hits, DzRuleHit, i);

      if (hit->span.start >= sentence.end)
        break;
      if (g_str_equal (dz_rule_get_word (hit->rule, "role"), "sensitive") &&
          dz_span_contains (sentence, hit->span))
        return TRUE;
    }

  return FALSE;
}

/* 矫正对象王小明: a full name beside a word that tells what must not be told of anybody. */
static void
find_people (const DzCheckRun *run,
             Findings         *findings,
             GArray           *hits)
{
  guint at = 0;

  for (guint i = 0; i < hits->len; i++)
    {
      const DzRuleHit *hit = &g_array_index (hits, DzRuleHit, i);
      const char *role = dz_rule_get_word (hit->rule, "role");
      const DzReportSentence *sentence;
      gsize n;

      if (g_str_equal (role, "secret"))
        take (run, findings, dz_check_to_original (run, hit->span));
      while (at + 1 < run->context->sentences->len &&
             g_array_index (run->context->sentences, DzReportSentence, at).span.end <= hit->span.start)
        at++;
      if (!g_str_equal (role, "person") || run->context->sentences->len == 0)
        continue;
      sentence = &g_array_index (run->context->sentences, DzReportSentence, at);
      n = read_person (run, hit->span.end, sentence->span.end);
      if (n > 0 && is_sensitive (hits, sentence->span))
        take (run, findings,
              dz_check_to_original (run, (DzSpan){ hit->span.start, hit->span.end + n }));
    }
}

void
dz_check_privacy (const DzCheckRun *run)
{
  g_autoptr(GString) list = g_string_new (NULL);
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (DzSpan));
  Findings findings = { list, spans };
  DzCheck *check;

  find_numbers (run, &findings);
  if (run->roles != NULL)
    {
      g_autoptr(GArray) hits = dz_rule_set_find (run->roles, run->context->folded,
                                                 (DzSpan){ 0, run->context->folded_len });

      find_people (run, &findings, hits);
    }
  if (spans->len == 0)
    {
      dz_check_add (run, DZ_RESULT_PASS, "未见不宜公开的个人信息。");
      return;
    }
  g_string_truncate (list, 0);
  for (guint i = 0; i < spans->len; i++)
    {
      g_autofree char *words = dz_check_quote (run, g_array_index (spans, DzSpan, i));
      g_autoptr(GString) quote = g_string_new (words);

      cover (quote);
      g_string_append_printf (list, "%s%s", i > 0 ? "、" : "", quote->str);
    }
  check = dz_check_add (run, DZ_RESULT_FAIL, "%s含有不宜公开的信息，公开前请处理。", list->str);
  for (guint i = 0; i < spans->len; i++)
    dz_check_add_span (check, g_array_index (spans, DzSpan, i));
}

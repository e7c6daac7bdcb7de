/* dz-cover.c - names and numbers of people, covered before anything leaves the office
 *
 * What is secret is taken from the spans of C-PRIVACY, in all reports of the
 * review: a name one report gives away is covered in the others too, in either
 * script, over broken lines. So is the number of a telephone on a desk, which is no finding: a report
 * may give it, a briefing need not hand it on. A finding a person rejected is no secret.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-cover.h"

#include "dz-automaton.h"
#include "dz-fold.h"
#include "dz-pieces.h"

#include <string.h>

#define COVER "＊"            /* as many bytes as a Chinese character */
#define HEAD_OF_NUMBER 3      /* digits of a number that stay */
#define SHORTEST_NUMBER 7     /* shorter ones are covered where they were found only */

typedef struct
{
  DzAutomaton *words; /* folded */
  GPtrArray *secrets; /* the same, by their index in the automaton */
} Secrets;

static gboolean
is_numeral (gunichar c)
{
  return g_unichar_isdigit (c) || g_utf8_strchr ("〇零一二三四五六七八九十百", -1, c) != NULL;
}

static gboolean
has_digit (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isdigit (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

/* A house ends in 号, 室 or 户: of an address only the numerals give it away. */
static gboolean
is_address (const char *text)
{
  return g_str_has_suffix (text, "号") || g_str_has_suffix (text, "室") || g_str_has_suffix (text, "户");
}

/* Writes over @at what has as many bytes as its character. */
static void
cover_character (char *at)
{
  gsize n = (gsize) (g_utf8_next_char (at) - at);
  gboolean wide = n >= strlen (COVER);

  if (wide)
    memcpy (at, COVER, strlen (COVER));
  memset (at + (wide ? strlen (COVER) : 0), '*', n - (wide ? strlen (COVER) : 0));
}

/* Covers a secret where it stands: of a name all but the family name, of a number all but its
 * first digits, of an address its numerals. Ends of lines and blanks stay. */
static void
cover_in_place (char *text,
                gsize len)
{
  g_autofree char *whole = g_strndup (text, len);
  gboolean address = is_address (whole), number = !address && has_digit (whole);
  guint seen = 0;

  for (char *p = text, *next; p < text + len; p = next)
    {
      gunichar c = g_utf8_get_char (p);

      next = g_utf8_next_char (p);
      if (g_unichar_isspace (c))
        continue;
      if (address ? is_numeral (c) : seen >= (number ? HEAD_OF_NUMBER : 1))
        cover_character (p);
      seen++;
    }
}

/**
 * dz_cover_dup:
 * @secret: a name, a number or an address
 *
 * Returns: (transfer full): it, covered: 王＊＊, 138********
 */
char *
dz_cover_dup (const char *secret)
{
  char *covered = g_strdup (secret);

  cover_in_place (covered, strlen (covered));

  return covered;
}

/* 责任＋明确 holds no 任明: a family name that ends a word of two characters begins no name there. */
static gboolean
ends_word (const char *folded,
           gsize       at)
{
  static const char *const words[] = {
    "责任", "主任", "担任", "信任", "胜任", "聘任", "连任", "兼任", "就任", "上任", "专任", "资金", "基金", "奖金",
    "现金", "罚金", "租金", "佣金", "税金", "押金", "流程", "过程", "工程", "课程", "章程", "议程", "规程", "日程",
    "进程", "历程", "全程", "里程", "提高", "最高", "较高", "更高", "崇高", "地方", "对方", "双方", "各方", "多方",
    "我方", "甲方", "乙方", "官方", "警方", "前方", "后方", "立方", "平方", "大方", "一方", "三方", "四方", "手段",
    "阶段", "时段", "地段", "路段", "片段", "主张", "紧张", "扩张", "夸张", "开张", "周边", "一周", "本周", "上周",
    "下周", "每周", "多余", "剩余", "其余", "业余", "方向", "走向", "面向", "导向", "倾向", "定向", "意向", "取向",
    "指向", "动向", "由于", "关于", "对于", "至于", "属于", "等于", "位于", "基于", "便于", "善于", "勇于", "敢于",
    "乐于", "处于", "干部", "开明", "证明", "说明", "表明", "文明", "平安", "治安", "公安", "法庭", "家庭", "和平",
    "水平", "公平", "和谐", "安宁", "白天", "明白", "坦白", "大石", "岩石", "基石", "黄金", "山林", "森林", "园林",
    "护林", "农林", "造林", "竹林", "古田", "农田", "水田", "良田", "稻田", "油田", "牛马", "人马", "兵马", "龙江",
    "长江", "珠江", "松江", "陈述", "一万", "二万", "两万", "三万", "五万", "十万", "百万", "千万", "上万", "亿万",
    "安全", "健全", "完全", "周全", "齐全", "保全", "国家", "光明", "透明", "声明", "查明", "标明", "注明",
  };
  gsize n = strlen (words[0]);

  if (at < n / 2 || folded[at] == '\0')
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (memcmp (folded + at - n / 2, words[i], n) == 0)
      return TRUE;

  return FALSE;
}

/* Secrets stand where they were found, whatever is around them; the same characters elsewhere are
 * the name only if they do not merely meet at the border of two words. */
static void
cover_hits (const Secrets *secrets,
            DzFold        *fold,
            char          *text)
{
  g_autoptr(GArray) hits = g_array_new (FALSE, FALSE, sizeof (DzWordHit));
  gsize len;
  const char *folded = dz_fold_peek (fold, &len);

  dz_automaton_find (secrets->words, folded, (DzSpan){ 0, len }, hits);
  for (guint i = 0; i < hits->len; i++)
    {
      const DzWordHit *hit = &g_array_index (hits, DzWordHit, i);
      DzSpan span = dz_fold_to_original (fold, (DzSpan){ hit->start, hit->end });

      if (hit->end - hit->start <= 2 * strlen (COVER) && ends_word (folded, hit->start))
        continue;
      cover_in_place (text + span.start, span.end - span.start);
    }
}

static char *
cover_string (const Secrets *secrets,
              const char    *text)
{
  g_autoptr(DzFold) fold = NULL;
  char *covered;

  if (text == NULL)
    return NULL;
  fold = dz_fold_new_simplified (text, strlen (text));
  covered = g_strdup (text);
  cover_hits (secrets, fold, covered);

  return covered;
}

/* The check whose spans are secret, or NULL. */
static const DzCheck *
find_secret_spans (DzReport *report)
{
  const DzCheck *check = dz_report_find_check (report, "C-PRIVACY");

  return check != NULL && check->result == DZ_RESULT_FAIL && check->state != DZ_STATE_REJECTED ? check : NULL;
}

/* 绝密, 内部资料: a mark of secrecy is no name. */
static gboolean
is_mark (const char *text)
{
  return strstr (text, "密") != NULL || strstr (text, "资料") != NULL;
}

static void
add_secret (Secrets    *secrets,
            const char *text)
{
  g_auto(GStrv) lines = g_strsplit_set (text, "\n\t ", -1);
  g_autofree char *joined = g_strjoinv ("", lines);
  g_autofree char *folded = dz_fold_words (joined);
  glong n = g_utf8_strlen (folded, -1);

  if (is_mark (folded) || n < 2 || (has_digit (folded) && n < SHORTEST_NUMBER) ||
      g_ptr_array_find_with_equal_func (secrets->secrets, folded, g_str_equal, NULL))
    return;
  dz_automaton_add (secrets->words, folded);
  g_ptr_array_add (secrets->secrets, g_steal_pointer (&folded));
}

/* 0871-6621377, also in wide digits. Returns: whether there are any */
static gboolean
add_telephones (Secrets    *secrets,
                const char *text)
{
  static GRegex *regex;
  g_autoptr(GMatchInfo) match = NULL;
  gboolean any = FALSE;

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex, dz_shared_regex_new ("(?<!\\p{Nd})[0０]\\p{Nd}{2,3}(?:[-－—–]|[)）][-－]?)\\p{Nd}{7,8}(?![\\p{Nd}-])",
                                                    NULL));
  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *number = g_match_info_fetch (match, 0);

      add_secret (secrets, number);
      any = TRUE;
    }

  return any;
}

static void
secrets_clear (Secrets *secrets)
{
  g_clear_pointer (&secrets->words, dz_automaton_free);
  g_clear_pointer (&secrets->secrets, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Secrets, secrets_clear)

/* Returns: whether there are any */
static gboolean
gather (Secrets  *secrets,
        DzReview *review)
{
  gboolean any = FALSE;

  secrets->words = dz_automaton_new ();
  secrets->secrets = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < review->reports->len; i++)
    {
      DzReport *report = g_ptr_array_index (review->reports, i);
      const DzCheck *found = dz_report_find_check (report, "C-PRIVACY");
      const DzCheck *check = find_secret_spans (report);

      if (found == NULL || found->state != DZ_STATE_REJECTED)
        any |= add_telephones (secrets, dz_text_peek (report->text, NULL));
      for (guint k = 0; check != NULL && k < check->spans->len; k++)
        {
          g_autofree char *text = dz_text_dup_span (report->text, g_array_index (check->spans, DzSpan, k));

          add_secret (secrets, text);
          any = TRUE;
        }
    }
  if (any)
    dz_automaton_compile (secrets->words);

  return any;
}

static DzText *
cover_text (const Secrets *secrets,
            DzReport      *report)
{
  gsize len;
  const char *text = dz_text_peek (report->text, &len);
  const DzCheck *check = find_secret_spans (report);
  g_autofree char *covered = g_strndup (text, len);
  g_autoptr(DzFold) fold = dz_fold_new_simplified (text, len);
  g_autoptr(GVariant) places = NULL;

  for (guint i = 0; check != NULL && i < check->spans->len; i++)
    {
      DzSpan span = g_array_index (check->spans, DzSpan, i);
      g_autofree char *words = dz_text_dup_span (report->text, span);

      if (!is_mark (words))
        cover_in_place (covered + span.start, span.end - span.start);
    }
  cover_hits (secrets, fold, covered);
  /* in most reports stands nobody's number: fifteen hundred texts are not held twice */
  if (memcmp (covered, text, len) == 0)
    return dz_text_ref (report->text);
  places = g_variant_ref_sink (dz_text_to_variant (report->text));

  return dz_text_new_from_variant (covered, places);
}

static void
replace (const Secrets *secrets,
         char         **string)
{
  char *covered = cover_string (secrets, *string);

  g_free (*string);
  *string = covered;
}

static DzReport *
cover_report (const Secrets *secrets,
              DzReport      *report)
{
  g_autoptr(DzText) text = cover_text (secrets, report);
  DzReport *copy = dz_report_copy (report, text);

  for (guint i = 0; i < copy->checks->len; i++)
    {
      DzCheck *check = &g_array_index (copy->checks, DzCheck, i);

      replace (secrets, &check->message);
      replace (secrets, &check->note);
    }
  replace (secrets, &copy->identity.title);
  replace (secrets, &copy->note);
  replace (secrets, &copy->source->path);
  replace (secrets, &copy->source->member);
  replace (secrets, &copy->source->title);

  return copy;
}

static void
cover_entry (const Secrets *secrets,
             DzLedgerEntry *entry)
{
  replace (secrets, &entry->problem);
  replace (secrets, &entry->measure);
  replace (secrets, &entry->evidence);
  replace (secrets, &entry->asked);
}

/* The reasons: who scored is told with a sheet on purpose. */
static void
cover_scores (const Secrets *secrets,
              DzScoreSheet  *sheet)
{
  for (guint i = 0; i < sheet->scores->len; i++)
    replace (secrets, &((DzScore *) g_ptr_array_index (sheet->scores, i))->note);
}

/**
 * dz_review_cover:
 *
 * Returns: (transfer full): the review as it may leave the office, with the same spans; itself where
 *   nothing in it is secret, or where it is such a review already
 */
DzReview *
dz_review_cover (DzReview *self)
{
  g_auto(Secrets) secrets = { 0 };
  DzReview *copy;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->is_covered || !gather (&secrets, self))
    return dz_review_ref (self);
  copy = dz_review_copy (self);
  copy->is_covered = TRUE;
  for (guint i = 0; i < self->reports->len; i++)
    g_ptr_array_add (copy->reports, cover_report (&secrets, g_ptr_array_index (self->reports, i)));
  for (guint i = 0; i < copy->decisions->len; i++)
    replace (&secrets, &((DzDecision *) g_ptr_array_index (copy->decisions, i))->note);
  for (guint i = 0; i < copy->ledger->len; i++)
    cover_entry (&secrets, g_ptr_array_index (copy->ledger, i));
  for (guint i = 0; i < copy->score_sheets->len; i++)
    cover_scores (&secrets, g_ptr_array_index (copy->score_sheets, i));
  dz_review_seal (copy);

  return copy;
}

/**
 * dz_review_cover_words:
 * @words: (nullable): what is about to leave: a quotation, a table to be copied
 *
 * Returns: (transfer full) (nullable): @words with every secret of the review covered
 */
char *
dz_review_cover_words (DzReview   *self,
                       const char *words)
{
  g_auto(Secrets) secrets = { 0 };

  g_return_val_if_fail (self != NULL, NULL);

  return gather (&secrets, self) ? cover_string (&secrets, words) : g_strdup (words);
}

/**
 * dz_review_cover_span:
 *
 * Returns: (transfer full): the report's words there, with every secret covered, also one the span
 *   cuts through
 */
char *
dz_review_cover_span (DzReview *self,
                      DzReport *report,
                      DzSpan    span)
{
  g_auto(Secrets) secrets = { 0 };
  g_autoptr(DzText) covered = NULL;

  g_return_val_if_fail (self != NULL && report != NULL, NULL);

  covered = gather (&secrets, self) ? cover_text (&secrets, report) : dz_text_ref (report->text);

  return dz_text_dup_span (covered, span);
}

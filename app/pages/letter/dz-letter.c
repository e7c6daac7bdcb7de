/* dz-letter.c - 反馈单: what one body is asked to look at again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-letter.h"

#include "dz-checks-table.h"
#include "dz-common-weaknesses.h"
#include "dz-cover.h"
#include "dz-day.h"
#include "dz-document-private.h"
#include "dz-citations.h"
#include "dz-quoted-words.h"
#include "dz-sayable.h"
#include "dz-signature.h"

#include <math.h>
#include <string.h>

#define MOST_PARAGRAPHS 4

typedef struct
{
  DzReview *review;
  DzCodebook *codebook;
  const DzBody *body;
  DzReport *report; /* (nullable) */
  int year;
  DzChapter *chapter;
  DzCitations *book;
  guint n;
} Letter;

static gboolean
is_confirmed (DzState state)
{
  return state == DZ_STATE_CONFIRMED || state == DZ_STATE_CORRECTED;
}

/* What is not due on the day of the letter is not missing yet. */
static gboolean
is_early (DzFinding             *finding,
          const DzLetterOptions *options,
          const char            *submit_by,
          const char            *publish_before)
{
  const char *id = dz_finding_get_check (finding)->id;
  DzReport *report = dz_finding_get_report (finding);

  if (options->date == NULL || is_confirmed (dz_finding_get_state (finding)))
    return FALSE;
  if (g_str_equal (id, "C-ROSTER"))
    return report == NULL && g_strcmp0 (options->date, submit_by) <= 0;

  return g_str_equal (id, "C-PUBLISH") && report != NULL && report->identity.published == NULL &&
         g_strcmp0 (options->date, publish_before) < 0;
}

/* Of a weakness that is itself only suggested the answer is a guess about a guess. */
static gboolean
is_guess (DzFinding *finding)
{
  DzReport *report = dz_finding_get_report (finding);

  if (!g_str_equal (dz_finding_get_check (finding)->id, "C-ANSWER") || report == NULL ||
      is_confirmed (dz_finding_get_state (finding)))
    return FALSE;
  for (guint i = 0; i < report->weaknesses->len; i++)
    {
      const DzWeakness *weakness = &g_array_index (report->weaknesses, DzWeakness, i);

      if (dz_weakness_is_named (weakness) && weakness->grade <= DZ_GRADE_GENERIC)
        return FALSE;
    }

  return TRUE;
}

/* What fails and may be said: certain or confirmed, with @include_likely all that nobody explained
 * away. What only informs is said if it was confirmed. */
static gboolean
belongs (DzFinding             *finding,
         const DzLetterOptions *options,
         const char            *submit_by,
         const char            *publish_before)
{
  if (!dz_finding_is_about_report (finding) || is_early (finding, options, submit_by, publish_before) ||
      is_guess (finding))
    return FALSE;
  if (options->include_likely)
    return dz_finding_get_result (finding) == DZ_RESULT_FAIL && dz_finding_get_state (finding) != DZ_STATE_REJECTED;

  return dz_finding_is_sayable (finding) &&
         (is_confirmed (dz_finding_get_state (finding)) || g_strcmp0 (dz_finding_get_check (finding)->kind, "I") != 0);
}

/* Findings about this body, 0 for all, in codebook order. */
static GPtrArray *
list_findings (DzReview              *review,
               DzCodebook            *codebook,
               gint64                 body_id,
               const DzLetterOptions *options)
{
  g_autoptr(DzScopeFilter) scope = body_id != 0 ? dz_scope_filter_new_bodies (&body_id, 1) : NULL;
  g_autoptr(DzChecksTable) table = dz_checks_table_new (review, codebook, options->year, scope);
  GListModel *rows = dz_checks_table_get_rows (table);
  g_autofree char *submit_by = dz_day_in_year (review->county->submit_by, options->year + 1);
  g_autofree char *publish_before = dz_day_in_year (review->county->publish_before, options->year + 1);
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(DzCheckRow) row = g_list_model_get_item (rows, i);
      GListModel *findings = dz_check_row_get_findings (row);

      for (guint k = 0; k < g_list_model_get_n_items (findings); k++)
        {
          g_autoptr(DzFinding) finding = g_list_model_get_item (findings, k);

          if (belongs (finding, options, submit_by, publish_before) &&
              (body_id == 0 || dz_finding_get_body (finding)->id == body_id))
            g_ptr_array_add (list, g_steal_pointer (&finding));
        }
    }

  return list;
}

static gboolean
has_check (GPtrArray  *findings,
           const char *id)
{
  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (dz_finding_get_check (g_ptr_array_index (findings, i))->id, id))
      return TRUE;

  return FALSE;
}

/* Weaknesses of this year whose answer is of @grade: said where C-ANSWER may be said, and of those a
 * person confirmed. */
static GArray *
list_answered (DzReport              *report,
               GPtrArray             *findings,
               DzGrade                grade,
               const DzLetterOptions *options)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; has_check (findings, "C-ANSWER") && report != NULL && i < report->weaknesses->len; i++)
    {
      const DzWeakness *weakness = &g_array_index (report->weaknesses, DzWeakness, i);

      if (dz_weakness_is_named (weakness) && weakness->grade == grade &&
          (is_confirmed (weakness->state) || options->include_likely))
        g_array_append_val (list, i);
    }

  return list;
}

/**
 * dz_letter_list_bodies:
 *
 * Returns: (transfer full) (element-type gint64): whom there is something to write to, in roster order
 */
GArray *
dz_letter_list_bodies (DzReview              *review,
                       DzCodebook            *codebook,
                       const DzLetterOptions *options)
{
  g_autoptr(GPtrArray) findings = list_findings (review, codebook, 0, options);
  g_autoptr(GHashTable) named = g_hash_table_new (NULL, NULL);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < findings->len; i++)
    g_hash_table_add (named, (gpointer) dz_finding_get_body (g_ptr_array_index (findings, i)));
  for (guint i = 0; i < review->bodies->len; i++)
    {
      const DzBody *body = g_ptr_array_index (review->bodies, i);

      if (g_hash_table_contains (named, body))
        g_array_append_val (ids, body->id);
    }

  return ids;
}

static void
add (Letter     *self,
     DzBlockRole role,
     const char *text)
{
  dz_chapter_add (self->chapter, dz_text_block_new_plain (role, text));
}

static const char *
kind_word (const DzBody *body)
{
  if (g_strcmp0 (body->kind, "街道") == 0)
    return "街道";
  if (g_str_has_suffix (body->name, "街道"))
    return "街道";
  if (g_str_has_suffix (body->name, "乡"))
    return "乡";
  if (g_str_has_suffix (body->name, "镇"))
    return "镇";
  if (g_str_has_suffix (body->name, "苏木"))
    return "苏木";

  return "单位";
}

static gint
compare_paragraphs (gconstpointer a,
                    gconstpointer b)
{
  return *(const guint *) a < *(const guint *) b ? -1 : *(const guint *) a > *(const guint *) b;
}

/* Paragraphs of this report the finding points at, each once, at most four, and whether there are
 * @more: no paragraph of another body's report, nor of another year's. */
static GArray *
list_paragraphs (Letter    *self,
                 DzFinding *finding,
                 gboolean  *more)
{
  GArray *passages = dz_finding_get_passages (finding);
  GArray *paragraphs = g_array_new (FALSE, FALSE, sizeof (guint));

  *more = FALSE;
  for (guint i = 0; passages != NULL && i < passages->len && !*more; i++)
    {
      const DzPassage *passage = &g_array_index (passages, DzPassage, i);
      gboolean there = FALSE;
      guint n;

      if (self->report == NULL || passage->report_id != self->report->id || dz_span_is_empty (passage->span))
        continue;
      n = dz_citations_paragraph (self->book, self->report, passage->span.start);
      for (guint k = 0; k < paragraphs->len; k++)
        there |= g_array_index (paragraphs, guint, k) == n;
      if (!there && paragraphs->len == MOST_PARAGRAPHS)
        *more = TRUE;
      else if (!there)
        g_array_append_val (paragraphs, n);
    }
  g_array_sort (paragraphs, compare_paragraphs);

  return paragraphs;
}

/* Returns: (transfer full) (nullable): the report's own words, where one short passage says it all */
static char *
dup_quotation (Letter     *self,
               DzFinding  *finding,
               const char *message)
{
  GArray *passages = dz_finding_get_passages (finding);
  const DzPassage *passage;
  g_autofree char *words = NULL;

  if (passages == NULL || passages->len != 1)
    return NULL;
  passage = &g_array_index (passages, DzPassage, 0);
  if (self->report == NULL || passage->report_id != self->report->id || dz_span_is_empty (passage->span))
    return NULL;
  words = dz_quoted_words (self->report, passage->span);
  g_strstrip (words);
  if (g_utf8_strlen (words, -1) > 40 || !dz_quoted_is_whole (words) ||
      (message != NULL && strstr (message, words) != NULL))
    return NULL;

  return dz_marks_nest (words);
}

/* What names another body is not for this one's eyes. */
static gboolean
names_others (Letter     *self,
              const char *text)
{
  for (guint i = 0; i < self->review->bodies->len; i++)
    {
      const DzBody *body = g_ptr_array_index (self->review->bodies, i);

      if (body->id != self->body->id && strstr (text, body->name) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* Whether a check's own words ask for something: 提请 in a plan they quote asks nobody. */
static gboolean
asks (const char *words)
{
  guint quoted = 0;

  for (const char *at = words; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (g_str_has_prefix (at, "“") || g_str_has_prefix (at, "《"))
        quoted++;
      else if (g_str_has_prefix (at, "”") || g_str_has_prefix (at, "》"))
        quoted -= quoted > 0;
      else if (quoted == 0 && (g_str_has_prefix (at, "请") || g_str_has_prefix (at, "建议")))
        return TRUE;
    }

  return FALSE;
}

static void
add_finding (Letter    *self,
             DzFinding *finding)
{
  const DzEntry *check = dz_finding_get_check (finding);
  const char *message = dz_finding_get_message (finding);
  g_autoptr(GString) where = g_string_new (NULL);
  g_autoptr(GArray) paragraphs = NULL;
  g_autofree char *own = NULL;
  g_autofree char *quotation = NULL;
  g_autofree char *text = NULL;
  gboolean more;

  /* 与其他单位重合: said without saying whose */
  if (g_str_equal (check->id, "C-COPY-PEER"))
    message = "部分段落与其他单位报告相同，请核对是否为本单位情况";
  else if (message != NULL && names_others (self, message) && !g_str_equal (check->id, "C-NAME"))
    message = NULL;
  own = message != NULL ? dz_marks_order (message) : g_strdup ("请核对");
  while (g_str_has_suffix (own, "。"))
    own[strlen (own) - strlen ("。")] = '\0';
  paragraphs = list_paragraphs (self, finding, &more);
  for (guint i = 0; i < paragraphs->len; i++)
    g_string_append_printf (where, "%s第%u段", i == 0 ? "（" : "、", g_array_index (paragraphs, guint, i));
  if (paragraphs->len > 0)
    g_string_append (where, more ? "等）" : "）");
  /* an item says what to do: where the check's own words only state, the least that can be asked */
  if (!asks (own))
    {
      g_autofree char *stated = g_steal_pointer (&own);

      own = g_strconcat (stated, "，请核实后说明", NULL);
    }
  quotation = dup_quotation (self, finding, message);
  self->n++;
  if (quotation != NULL)
    text = g_strdup_printf ("%u. %s。“%s”%s，%s。", self->n, check->name, quotation, where->str, own);
  else
    text = g_strdup_printf ("%u. %s。%s%s。", self->n, check->name, own, where->str);
  add (self, DZ_ROLE_BODY, text);
}

static void
add_answers (Letter     *self,
             GArray     *weaknesses,
             const char *words)
{
  g_autoptr(GString) text = g_string_new (NULL);

  if (weaknesses->len == 0)
    return;
  g_string_append_printf (text, "报告提出的以下问题，在%d年安排中%s：", self->year + 1, words);
  for (guint i = 0; i < weaknesses->len; i++)
    {
      const DzWeakness *weakness = &g_array_index (self->report->weaknesses, DzWeakness,
                                                   g_array_index (weaknesses, guint, i));
      DzSpan span = !dz_span_is_empty (weakness->ground.clause) ? weakness->ground.clause : weakness->span;
      g_autofree char *own = NULL;
      g_autofree char *nested = NULL;

      span.start = dz_quoted_start (dz_text_peek (self->report->text, NULL), span);
      own = dz_quoted_words (self->report, span);
      nested = dz_marks_nest (g_strstrip (own));

      g_string_append_printf (text, "%s“%s”（第%u段）", i > 0 ? "、" : "", nested,
                              dz_citations_paragraph (self->book, self->report, span.start));
    }
  g_string_append (text, "。");
  add (self, DZ_ROLE_BODY, text->str);
}

static char *
dup_title (Letter *self)
{
  if (self->report == NULL)
    return g_strdup_printf ("%d年度法治政府建设报告\n报送提醒", self->year);

  return g_strdup_printf ("%d年度法治政府建设%s\n核查反馈单", self->year,
                          self->report->identity.kind == DZ_KIND_DUTY_REPORT ? "述职报告" : "年度报告");
}

/* A title as one would write it in a line: spaced out （述　法　报　告） or in two lines no more. */
static char *
dup_title_words (const char *title)
{
  GString *words = g_string_new (NULL);
  gunichar before = 0;

  for (const char *at = title; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      const char *next = at;

      if (!g_unichar_isspace (c))
        {
          g_string_append_unichar (words, c);
          before = c;
          continue;
        }
      while (*next != '\0' && g_unichar_isspace (g_utf8_get_char (next)))
        next = g_utf8_next_char (next);
      if (before < 0x80 && before != 0 && *next != '\0' && g_utf8_get_char (next) < 0x80)
        g_string_append_c (words, ' ');
      at = g_utf8_prev_char (next);
    }

  return g_string_free (words, FALSE);
}

static void
add_opening (Letter *self,
             guint   n_findings)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *name = g_strconcat (self->body->name, "：", NULL);

  add (self, DZ_ROLE_FLUSH, name);
  if (self->report == NULL)
    g_string_append_printf (text, "截至目前，未收到你%s%d年度法治政府建设报告。尚未报送的，请尽快报送；已经报送的，请告知报送时间和方式。",
                            kind_word (self->body), self->year);
  else if (self->report->identity.title != NULL)
    {
      g_autofree char *title = dup_title_words (self->report->identity.title);

      g_string_append_printf (text, "你%s《%s》收悉。", kind_word (self->body), title);
    }
  else
    g_string_append_printf (text, "你%s%d年度报告收悉。", kind_word (self->body), self->year);
  if (n_findings > 0 && self->report != NULL)
    g_string_append_printf (text, "经核对，有以下%u处请复核：", n_findings);
  else if (self->report != NULL)
    g_string_append (text, "经核对，请对以下情况作出补充：");
  add (self, DZ_ROLE_BODY, text->str);
}

/* Whoever is asked about no number is not told what to do where the number is right. */
static gboolean
asks_about_numbers (GPtrArray *findings)
{
  return has_check (findings, "C-NUMBER") || has_check (findings, "C-CERT") || has_check (findings, "C-STAT");
}

static void
add_reply (Letter     *self,
           GPtrArray  *findings,
           const char *reply_by)
{
  g_autofree char *date = dz_signature_date (reply_by);
  g_autofree char *until = date != NULL ? g_strconcat (date, "前", NULL) : g_strdup ("收到本单后10个工作日内");
  g_autofree char *text = g_strdup_printf ("请于%s书面回复。%s", until,
                                           self->report != NULL && asks_about_numbers (findings) ? "数字确属无误的，请说明口径。" : "");

  add (self, DZ_ROLE_BODY, text);
}

/* As many lines as stand on a page if they are set closer; at 25 they are 25.5 points apart. */
static const guint closer[] = { 24, 25 };

static void
set_pitch (DzChapter *chapter,
           double     from,
           double     to)
{
  GPtrArray *blocks = dz_chapter_get_blocks (chapter);

  for (guint i = 0; i < blocks->len; i++)
    if (dz_block_is_text (g_ptr_array_index (blocks, i)) &&
        fabs (((DzTextBlock *) g_ptr_array_index (blocks, i))->style.pitch - from) < 0.01)
      dz_text_block_set_pitch (g_ptr_array_index (blocks, i), to);
}

/* Two or three lines and a date are no page of their own: lines may stand closer to keep them with the text (GB/T 9704
 * has the distance of lines changed for that). What is longer has its two pages. */
static void
lay_out (DzDocument *document,
         DzChapter  *chapter)
{
  double pitch = DZ_LINE_PITCH;

  dz_document_lay_out (document);
  for (guint i = 0; i < G_N_ELEMENTS (closer) && dz_document_get_n_pages (document) == 2; i++)
    {
      set_pitch (chapter, pitch, DZ_TYPE_HEIGHT / closer[i]);
      pitch = DZ_TYPE_HEIGHT / closer[i];
      dz_document_lay_out (document);
    }
  if (dz_document_get_n_pages (document) < 2 || pitch == DZ_LINE_PITCH)
    return;
  set_pitch (chapter, pitch, DZ_LINE_PITCH);
  dz_document_lay_out (document);
}

/**
 * dz_letter_new:
 * @original: the review; the letter is made from the covered one
 * @options: year, date, issuer, and whether what is only likely is said
 *
 * Returns: (transfer full): the letter; pages count from 1
 */
DzDocument *
dz_letter_new (DzReview              *original,
               DzCodebook            *codebook,
               gint64                 body_id,
               const DzLetterOptions *options)
{
  g_autoptr(DzReview) review = dz_review_cover (original);
  g_autoptr(DzPaper) paper = dz_paper_new ();
  const DzBody *body = dz_review_find_body (review, body_id);
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(GArray) unanswered = NULL;
  g_autoptr(GArray) general = NULL;
  g_autofree char *title = NULL;
  g_autofree char *date = NULL;
  g_autoptr(DzRich) signed_by = NULL;
  g_autoptr(DzRich) dated = NULL;
  const char *issuer = options->issuer != NULL ? options->issuer : review->county->issuer;
  DzDocument *document;
  Letter self = { review, codebook, body, NULL, options->year, NULL, NULL, 0 };

  g_return_val_if_fail (body != NULL, NULL);

  self.report = dz_review_report_of (review, body_id, options->year);
  title = dup_title (&self);
  findings = list_findings (review, codebook, body_id, options);
  unanswered = list_answered (self.report, findings, DZ_GRADE_NONE, options);
  general = list_answered (self.report, findings, DZ_GRADE_GENERIC, options);
  /* what the plan answers has paragraphs of its own */
  for (guint i = findings->len; unanswered->len + general->len > 0 && i > 0; i--)
    if (g_str_equal (dz_finding_get_check (g_ptr_array_index (findings, i - 1))->id, "C-ANSWER"))
      g_ptr_array_remove_index (findings, i - 1);
  self.book = dz_citations_new (review, options->year);
  document = dz_document_new (body->name, paper);
  self.chapter = dz_document_add_chapter (document, "letter", FALSE);

  add (&self, DZ_ROLE_TITLE, title);
  {
    DzBlock *last = g_ptr_array_index (dz_chapter_get_blocks (self.chapter), 0);

    last->after = DZ_LINE_PITCH;
  }
  if (options->number != NULL && options->number[0] != '\0')
    add (&self, DZ_ROLE_SUBTITLE, options->number);
  add_opening (&self, findings->len);
  for (guint i = 0; self.report != NULL && i < findings->len; i++) /* what did not come was said in the opening */
    add_finding (&self, g_ptr_array_index (findings, i));
  add_answers (&self, unanswered, "未见对应措施，请补充或说明");
  add_answers (&self, general, "的措施较笼统，请写明具体做法");
  add_reply (&self, findings, options->reply_by != NULL ? options->reply_by : review->county->reply_by);
  date = options->date != NULL ? dz_signature_date (options->date) : g_strdup_printf ("%d年　月　日", options->year + 1);
  signed_by = issuer != NULL && issuer[0] != '\0' ? dz_rich_new (issuer) : NULL;
  dated = date != NULL ? dz_rich_new (date) : NULL;
  dz_signature_add (self.chapter, paper, signed_by, dated, options->sealed);
  dz_citations_free (self.book);
  lay_out (document, self.chapter);

  return document;
}

/* test-letters.c - a letter says what was confirmed, to one body, of nobody else
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-export.h"
#include "dz-made-review.h"
#include "dz-pages-check.h"
#include "dz-quoted-words.h"

#include <glib/gstdio.h>

#define YEAR 2024

static char *
letter_text (DzDocument *letter)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint p = 0; p < dz_document_get_n_pages (letter); p++)
    {
      g_autofree char *page = dz_document_dup_page_text (letter, p);

      g_string_append (text, page);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
has_letter (DzReview              *review,
            DzCodebook            *codebook,
            gint64                 body_id,
            const DzLetterOptions *options)
{
  g_autoptr(GArray) bodies = dz_letter_list_bodies (review, codebook, options);

  for (guint i = 0; i < bodies->len; i++)
    if (g_array_index (bodies, gint64, i) == body_id)
      return TRUE;

  return FALSE;
}

static void
test_only_confirmed (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 12, 12);
  DzLetterOptions options = { .year = YEAR, .date = "2025-02-28", .issuer = "望泽县委依法治县办", .reply_by = "2025-03-14" };
  g_autoptr(DzDocument) letter = dz_letter_new (review, codebook, 4, &options);
  g_autofree char *text = letter_text (letter);

  /* body 4 has a confirmed contradiction; the missing causes of body 3 are only suggested */
  g_assert_true (has_letter (review, codebook, 4, &options));
  g_assert_false (has_letter (review, codebook, 3, &options));
  g_assert_nonnull (strstr (text, "1. 数值矛盾。"));
  g_assert_nonnull (strstr (text, "两处数值不一致，请核实后说明。"));
  g_assert_nonnull (strstr (text, "请于2025年3月14日前书面回复。"));
  g_assert_nonnull (strstr (text, "望泽县委依法治县办\n2025年2月28日"));
  g_assert_null (strstr (text, "缺问题原因"));
  check_geometry (letter);
  /* asked for, it is offered: the person reads it before it goes out */
  options.include_likely = TRUE;
  g_assert_true (has_letter (review, codebook, 3, &options));
}

static void
test_nobody_else (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 24, 24);
  DzLetterOptions options = { .year = YEAR };

  for (guint i = 0; i < review->bodies->len; i++)
    {
      const DzBody *body = g_ptr_array_index (review->bodies, i);
      g_autoptr(DzDocument) letter = dz_letter_new (review, codebook, body->id, &options);
      g_autofree char *text = letter_text (letter);
      g_autofree char *folio = dz_document_dup_folio (letter, 0);

      g_assert_cmpstr (folio, ==, "1");
      for (guint k = 0; k < review->bodies->len; k++)
        if (k != i)
          g_assert_null (strstr (text, ((DzBody *) g_ptr_array_index (review->bodies, k))->name));
    }
}

static void
test_no_deadline (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 4, 4);
  DzLetterOptions options = { .year = YEAR };
  g_autoptr(DzDocument) letter = dz_letter_new (review, codebook, 4, &options);
  g_autofree char *text = letter_text (letter);

  g_assert_null (strstr (text, "前书面回复"));
  g_assert_nonnull (strstr (text, "请于收到本单后10个工作日内书面回复。"));
  g_assert_nonnull (strstr (text, "2025年　月　日")); /* left open, to be filled in */
}

/* The n-th report with words of our own at its end; the span of them. */
static DzSpan
append_words (DzReport   *report,
              const char *words)
{
  gsize len;
  g_autofree char *whole = g_strconcat (dz_text_peek (report->text, &len), words, NULL);

  dz_text_unref (report->text);
  report->text = dz_text_new_from_string (whole);

  return (DzSpan){ len, len + strlen (words) };
}

static void
add_general (DzReport *report,
             DzSpan    span,
             double    confidence)
{
  DzWeakness weakness = { .code = "publicity_single", .confidence = confidence, .grade = DZ_GRADE_GENERIC,
                          .span = span, .ground.clause = span };

  g_array_set_size (report->weaknesses, 0);
  g_array_append_val (report->weaknesses, weakness);
  dz_report_add_check (report, "C-ANSWER", DZ_RESULT_FAIL, "一项的措施较笼统，没有具体做法，请补充。");
}

/* A broken line is joined without a blank, a mark inside a mark is an inner one, and what the plan
 * says in general is not called no measure at all. */
static void
test_own_words (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 4, 4);
  DzReport *report = dz_review_report_of (review, 1, YEAR);
  DzLetterOptions options = { .year = YEAR, .include_likely = TRUE };
  g_autoptr(DzDocument) letter = NULL;
  g_autofree char *text = NULL;

  add_general (report, append_words (report, "**二是村干\n    部把“摆摊子”当普法"), 0.95);
  g_free (report->identity.title);
  report->identity.title = g_strdup ("述 法 报\n告");
  letter = dz_letter_new (review, codebook, 1, &options);
  text = letter_text (letter);
  g_assert_nonnull (strstr (text, "在2025年安排中的措施较笼统，请写明具体做法：“村干部把‘摆摊子’当普法”（第"));
  g_assert_nonnull (strstr (text, "《述法报告》收悉。"));
  g_assert_null (strstr (text, "问题没有措施"));
  g_assert_null (strstr (text, "未见对应措施"));
}

/* Of a weakness that is only suggested the answer is not even offered. */
static void
test_no_guess_about_a_guess (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 4, 4);
  DzReport *report = dz_review_report_of (review, 1, YEAR);
  DzLetterOptions options = { .year = YEAR, .date = "2025-03-10", .include_likely = TRUE };

  add_general (report, append_words (report, "普法老一套"), 0.3);
  g_assert_false (has_letter (review, codebook, 1, &options));
}

/* What is not due yet is not missing; after the day it is, and a reminder blames nothing else. */
static void
test_not_before_the_day (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 4, 3);
  DzLetterOptions options = { .year = YEAR, .date = "2025-02-10", .include_likely = TRUE, .reply_by = "2025-05-09" };
  g_autoptr(DzDocument) published = NULL;
  g_autoptr(DzDocument) reminder = NULL;
  g_autofree char *text = NULL;
  g_autofree char *reminded = NULL;

  g_assert_false (has_letter (review, codebook, 1, &options));
  g_assert_false (has_letter (review, codebook, 4, &options));
  options.date = "2025-04-20";
  g_assert_true (has_letter (review, codebook, 1, &options));
  published = dz_letter_new (review, codebook, 1, &options);
  text = letter_text (published);
  g_assert_nonnull (strstr (text, "未登记公开日期；应在2025年4月1日前公开"));
  reminder = dz_letter_new (review, codebook, 4, &options);
  reminded = letter_text (reminder);
  g_assert_nonnull (strstr (reminded, "报送提醒"));
  g_assert_nonnull (strstr (reminded, "已经报送的，请告知报送时间和方式。"));
  g_assert_nonnull (strstr (reminded, "请于2025年5月9日前书面回复。"));
  g_assert_null (strstr (reminded, "数字确属无误"));
  g_assert_null (strstr (reminded, "处请复核"));
}

/* What is no report of ours copies nobody's and lacks nothing, until a person says so. */
static void
test_other_document (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 12, 12);
  DzLetterOptions options = { .year = YEAR, .include_likely = TRUE };
  DzReport *report = dz_review_report_of (review, 2, YEAR), *peer = dz_review_report_of (review, 5, YEAR);
  DzOverlap *overlap = dz_overlap_new (report->id, peer->id, 0.9);

  g_ptr_array_add (review->overlaps, overlap);
  g_assert_true (has_letter (review, codebook, 5, &options));
  options.include_likely = FALSE; /* shared text is certain */
  g_assert_true (has_letter (review, codebook, 2, &options));
  g_assert_true (has_letter (review, codebook, 5, &options));
  report->identity.kind = DZ_KIND_OTHER;
  g_assert_false (has_letter (review, codebook, 2, &options));
  g_assert_false (has_letter (review, codebook, 5, &options));
  options.include_likely = TRUE;
  g_assert_false (has_letter (review, codebook, 2, &options));
}

/* Four places of five are not all of them. */
static void
test_more_places (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 4, 4);
  DzReport *report = dz_review_report_of (review, 4, YEAR);
  DzCheck *check = dz_report_find_check (report, "C-NUMBER");
  DzLetterOptions options = { .year = YEAR };

  for (guint n = 4; n <= 5; n++)
    {
      g_autoptr(DzDocument) letter = NULL;
      g_autofree char *text = NULL;

      g_array_set_size (check->spans, 0);
      for (guint i = 0; i < n; i++)
        g_array_append_val (check->spans, g_array_index (report->figures, DzFigure, i).span);
      letter = dz_letter_new (review, codebook, 4, &options);
      text = letter_text (letter);
      g_assert_true ((strstr (text, "段等）") != NULL) == (n == 5));
    }
}

static void
test_marks (void)
{
  static const struct
  {
    const char *sentence;
    const char *ordered;
  } cases[] = {
    { "计划中的“推行“片区轮值””、“开课”未见提及", "计划中的“推行‘片区轮值’”“开课”未见提及" },
    { "“甲”（称已整改）、“乙”", "“甲”（称已整改）、“乙”" },
    { "“推行\"头雁\"培训”、“对\"明白人\"考核”", "“推行‘头雁’培训”“对‘明白人’考核”" },
    { "“甲”和“乙”", "“甲”和“乙”" },
    { "没有", "没有" },
  };
  static const struct
  {
    const char *words;
    const char *set;
  } straight[] = {
    { "开展\"法律明白人\"培训", "开展“法律明白人”培训" },
    { "落实“两个\"责任\"”", "落实“两个‘责任’”" },
    { "5\"以上", "5\"以上" },
  };
  static const struct
  {
    const char *words;
    const char *nested;
  } nested[] = {
    { "信“访”不信“法”", "信‘访’不信‘法’" },
    { "先想到\"压\"和\"拖\"", "先想到‘压’和‘拖’" },
    { "落实“两个\"责任\"”", "落实‘两个“责任”’" },
    { "5\"以上", "5\"以上" }, /* one alone is no pair */
    { "没有", "没有" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *ordered = dz_marks_order (cases[i].sentence);

      g_assert_cmpstr (ordered, ==, cases[i].ordered);
    }
  for (guint i = 0; i < G_N_ELEMENTS (straight); i++)
    {
      g_autofree char *set = dz_marks_set_straight (straight[i].words);

      g_assert_cmpstr (set, ==, straight[i].set);
    }
  for (guint i = 0; i < G_N_ELEMENTS (nested); i++)
    {
      g_autofree char *set = dz_marks_nest (nested[i].words);

      g_assert_cmpstr (set, ==, nested[i].nested);
    }
  g_assert_true (dz_quoted_is_whole ("“八五”普法"));
  g_assert_false (dz_quoted_is_whole ("八五”普法"));
  g_assert_false (dz_quoted_is_whole ("“八五普法"));
}

static void
test_all_into_a_folder (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 12, 12);
  g_autofree char *top = g_dir_make_tmp ("duizhao-test-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (top, "反馈单", NULL);
  g_autoptr(GError) error = NULL;
  DzLetterOptions options = { .year = YEAR };
  g_autoptr(GArray) listed = NULL;
  guint due, found = 0;

  listed = dz_letter_list_bodies (review, codebook, &options);
  due = listed->len;
  g_assert_cmpuint (due, >, 0);
  for (guint as_docx = 0; as_docx < 2; as_docx++)
    {
      DzLetterOrder order = { .review = review, .codebook = codebook, .options = options,
                              .as_docx = as_docx != 0, .folder = folder };
      int n = dz_export_letters (&order, NULL, NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpint (n, ==, (int) due);
    }
  {
    g_autoptr(GDir) dir = g_dir_open (folder, 0, &error);
    const char *name;

    g_assert_no_error (error);
    while ((name = g_dir_read_name (dir)) != NULL)
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        g_assert_true (g_str_has_suffix (name, "反馈单.docx") || g_str_has_suffix (name, "反馈单.pdf"));
        g_unlink (path);
        found++;
      }
  }
  g_assert_cmpuint (found, ==, 2 * due);
  g_assert_cmpuint (due, >, 0);
  g_rmdir (folder);
  g_rmdir (top);
}

/* Every item says what to do, and they are counted as the opening says. */
static void
test_items_ask (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 24, 24);
  DzLetterOptions options = { .year = YEAR, .include_likely = TRUE, .number = "望法办函〔2025〕3号" };
  g_autoptr(GRegex) item = g_regex_new ("^([0-9]+)\\. (.*)$", G_REGEX_MULTILINE, 0, NULL);
  guint n_items = 0;

  for (guint i = 0; i < review->bodies->len; i++)
    {
      const DzBody *body = g_ptr_array_index (review->bodies, i);
      g_autoptr(DzDocument) letter = dz_letter_new (review, codebook, body->id, &options);
      g_autofree char *text = letter_text (letter);
      g_autoptr(GMatchInfo) match = NULL;
      g_autofree char *told = NULL;
      guint n = 0;

      g_assert_nonnull (strstr (text, "望法办函〔2025〕3号"));
      for (g_regex_match (item, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
        {
          g_autofree char *number = g_match_info_fetch (match, 1);
          g_autofree char *words = g_match_info_fetch (match, 2);

          g_assert_cmpint (atoi (number), ==, ++n);
          if (strstr (words, "请") == NULL && strstr (words, "建议") == NULL)
            g_error ("asks for nothing: %s", words);
        }
      told = g_strdup_printf ("有以下%u处请复核", n);
      g_assert_true (n == 0 || strstr (text, told) != NULL);
      n_items += n;
    }
  g_assert_cmpuint (n_items, >, 10);
}

/* 落款 and date never stand alone on a page. */
/* What a check quotes asks for nothing: the plan's own 提请, the report's own 建议. */
static void
test_quoted_asks_nothing (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 4, 4);
  DzCheck *check = dz_report_find_check (dz_review_report_of (review, 4, YEAR), "C-NUMBER");
  DzLetterOptions options = { .year = YEAR };
  g_autoptr(DzDocument) letter = NULL;
  g_autofree char *text = NULL;

  g_free (check->message);
  check->message = g_strdup ("“提请县里建立‘联席会议’制度”、“落实《关于执法的建议》”两处不一致。");
  letter = dz_letter_new (review, codebook, 4, &options);
  text = letter_text (letter);
  g_assert_nonnull (strstr (text, "两处不一致，请核实后说明"));
}

/* What does not fit one page by two or three lines stands closer; a second page is never three lines and a date. */
static void
test_one_page (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 4, 4);
  DzCheck *check = dz_report_find_check (dz_review_report_of (review, 4, YEAR), "C-NUMBER");
  DzLetterOptions options = { .year = YEAR, .include_likely = TRUE, .date = "2025-03-20", .reply_by = "2025-04-10" };
  guint closer = 0, usual = 0, two = 0;

  check->result = DZ_RESULT_FAIL;
  for (guint length = 20; length < 600; length += 20)
    {
      g_autoptr(DzDocument) letter = NULL;
      g_autoptr(GString) words = g_string_new (NULL);
      g_autoptr(GPtrArray) blocks = NULL;
      double pitch;

      for (guint i = 0; i < length; i++)
        g_string_append (words, "永");
      g_free (check->message);
      check->message = g_strdup (words->str);
      letter = dz_letter_new (review, codebook, 4, &options);
      blocks = dz_document_dup_blocks (letter, 0);
      pitch = ((DzTextBlock *) g_ptr_array_index (blocks, blocks->len - 1))->style.pitch;
      usual += dz_document_get_n_pages (letter) == 1 && pitch > 28;
      closer += pitch < 28;
      g_assert_cmpfloat (pitch, >=, 25);
      if (dz_document_get_n_pages (letter) == 2)
        {
          g_autoptr(GArray) placed = dz_document_list_placed (letter, 1);
          const DzPlaced *first = &g_array_index (placed, DzPlaced, 0), *last = &g_array_index (placed, DzPlaced, placed->len - 1);

          two++;
          g_assert_cmpfloat (pitch, >, 28);
          g_assert_cmpfloat (last->y + last->height - first->y, >, 3 * 29);
        }
    }
  g_assert_cmpuint (usual, >, 3);
  g_assert_cmpuint (closer, >, 2);
  g_assert_cmpuint (two, >, 3);
}

/* What to do where a number is right is told whoever is asked about one, and nobody else. */
static void
test_numbers (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 4, 4);
  DzCheck *check = dz_report_find_check (dz_review_report_of (review, 4, YEAR), "C-NUMBER");
  DzLetterOptions options = { .year = YEAR, .include_likely = TRUE };
  DzResult results[] = { DZ_RESULT_FAIL, DZ_RESULT_PASS };

  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr(DzDocument) letter = NULL;
      g_autofree char *text = NULL;

      check->result = results[i];
      letter = dz_letter_new (review, codebook, 4, &options);
      text = letter_text (letter);
      g_assert_nonnull (strstr (text, "书面回复。"));
      g_assert_true ((strstr (text, "数字确属无误") != NULL) == (results[i] == DZ_RESULT_FAIL));
    }
}

static void
test_signature_has_company (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 24, 24);
  DzLetterOptions options = { .year = YEAR, .include_likely = TRUE, .issuer = "望泽县委依法治县办", .date = "2025-02-28" };

  /* a line more each time, over the length of a page */
  for (guint lines = 1; lines <= DZ_PAPER_LINES; lines++)
    {
      DzBody *body = g_ptr_array_index (review->bodies, 3);
      DzReport *report = dz_review_report_of (review, body->id, YEAR);
      g_autoptr(GString) title = g_string_new (NULL);
      g_autoptr(DzDocument) letter = NULL;
      g_autoptr(GArray) last = NULL;

      for (guint i = 0; i < lines * DZ_PAPER_CELLS; i++)
        g_string_append (title, "长");
      g_free (report->identity.title);
      report->identity.title = g_strdup (title->str);
      letter = dz_letter_new (review, codebook, body->id, &options);
      last = dz_document_list_placed (letter, dz_document_get_n_pages (letter) - 1);
      g_assert_cmpuint (last->len, >=, 3);
    }
}

/* As PDF too, each with its number. */
static void
test_numbered_files (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 12, 12);
  g_autofree char *folder = g_dir_make_tmp ("duizhao-test-XXXXXX", NULL);
  DzLetterOrder order = { .review = review, .codebook = codebook, .folder = folder,
                          .options = { .year = YEAR, .number = "第#号", .include_likely = TRUE } };
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = NULL;
  const char *name;
  guint n = 0;

  g_assert_cmpint (dz_export_letters (&order, NULL, NULL, NULL, &error), >=, 2);
  g_assert_no_error (error);
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = read_pdf (path, FALSE);

      g_assert_true (g_str_has_suffix (name, ".pdf"));
      n += text == NULL || strstr (text, "第1号") != NULL;
      g_unlink (path);
    }
  g_assert_cmpuint (n, >=, 1);
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pages/letters/only-confirmed-findings", test_only_confirmed);
  g_test_add_func ("/pages/letters/what-is-quoted-asks-nothing", test_quoted_asks_nothing);
  g_test_add_func ("/pages/letters/nobody-else-is-named", test_nobody_else);
  g_test_add_func ("/pages/letters/no-deadline-no-sentence", test_no_deadline);
  g_test_add_func ("/pages/letters/own-words-are-printed-well", test_own_words);
  g_test_add_func ("/pages/letters/no-guess-about-a-guess", test_no_guess_about_a_guess);
  g_test_add_func ("/pages/letters/not-before-the-day", test_not_before_the_day);
  g_test_add_func ("/pages/letters/no-report-no-faults", test_other_document);
  g_test_add_func ("/pages/letters/four-places-are-not-all", test_more_places);
  g_test_add_func ("/pages/letters/marks-inside-marks", test_marks);
  g_test_add_func ("/pages/letters/marks-inside-numbers", test_numbers);
  g_test_add_func ("/pages/letters/marks-inside-one-page", test_one_page);
  g_test_add_func ("/pages/letters/all-into-a-folder", test_all_into_a_folder);

  g_test_add_func ("/pages/letters/every-item-asks", test_items_ask);
  g_test_add_func ("/pages/letters/signature-has-company", test_signature_has_company);
  g_test_add_func ("/pages/letters/numbered-files", test_numbered_files);

  return g_test_run ();
}

/* test-circular.c - a 通报 says what it must, in the order offices have it, and nothing that is not so
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-briefing-private.h"
#include "dz-export.h"
#include "dz-grown-county.h"
#include "dz-made-review.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#define YEAR 2024

static DzBriefing *
make_circular (DzReview   *review,
               DzCodebook *codebook,
               const char *words)
{
  g_autoptr(DzBriefingOptions) options = dz_briefing_options_new (review, YEAR);

  g_assert_true (dz_briefing_options_take_template (options, "circular"));
  dz_briefing_options_parse (options, words);

  return dz_briefing_new (review, codebook, options);
}

static char *
dup_text (DzBriefing *briefing)
{
  GString *all = g_string_new (NULL);

  for (guint p = 0; p < dz_briefing_get_n_pages (briefing); p++)
    {
      g_autofree char *text = dz_document_dup_page_text (dz_briefing_get_document (briefing), p);

      g_string_append (all, text);
    }
  g_string_replace (all, "\n", "", 0); /* a paragraph may go on over a page */

  return g_string_free (all, FALSE);
}

/* Over a hundred what counts stays a number. */
static void
test_ordinals (void)
{
  static const struct { guint n; const char *word; } ordinals[] = {
    { 1, "一" }, { 10, "十" }, { 11, "十一" }, { 20, "二十" }, { 99, "九十九" }, { 100, "一百" }, { 101, "一百零一" },
    { 110, "一百一十" }, { 115, "一百一十五" }, { 120, "一百二十" }, { 999, "九百九十九" }, { 1000, "1000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ordinals); i++)
    g_assert_cmpstr (dz_chinese_ordinal (ordinals[i].n), ==, ordinals[i].word);
}

/* Departments on the roster are no townships: the title and whom it goes to say so, and whoever sent nothing is named once. */
static void
test_departments (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 12, 8);
  g_autoptr(DzReview) mixed = NULL;
  g_autoptr(DzBriefing) plain = make_circular (review, codebook, "");
  g_autoptr(DzBriefing) with = NULL;
  g_autofree char *before = dup_text (plain);
  g_autofree char *words = NULL;
  DzBody *first;

  g_assert_nonnull (strstr (before, "2024年度乡镇（街道）法治政府建设"));
  g_assert_null (strstr (before, "有关单位法治政府建设"));
  g_assert_null (strstr (before, "个单位无报告")); /* counted above, once */
  mixed = dz_made_review (codebook, 12, 8);
  first = g_ptr_array_index (mixed->bodies, 0);
  g_free (first->name);
  first->name = g_strdup ("县司法局");
  first->kind = "部门";
  with = make_circular (mixed, codebook, "");
  words = dup_text (with);
  g_assert_nonnull (strstr (words, "2024年度乡镇（街道）和有关单位法治政府建设"));
  g_assert_nonnull (strstr (words, "，各有关单位："));
}

static void
set_all_states (DzReview *review,
                DzState   state)
{
  for (guint i = 0; i < review->reports->len; i++)
    {
      DzReport *report = g_ptr_array_index (review->reports, i);

      for (guint k = 0; k < report->weaknesses->len; k++)
        g_array_index (report->weaknesses, DzWeakness, k).state = state;
      for (guint k = 0; k < report->figures->len; k++)
        g_array_index (report->figures, DzFigure, k).state = state;
    }
}

/* Whom to, on what ground, three parts, what each holds, who and when, to whom else. */
static void
test_order (void)
{
  static const char *const order[] = { "关于2024年度乡镇（街道）", "的通报", "各乡镇人民政府", "：", "根据《", "现将有关情况通报如下：",
                                       "一、总体情况", "（一）报送情况", "已报送12个", "（二）主要数据", "中位数", "（三）好的做法", "在计划中写明了直接措施", "二、主要问题",
                                       "12个单位中有3个提出（占25%）", "报告写道“", "三、下一步工作要求", "逐项整改，按时反馈", "于2025年4月15日前",
                                       "中共望泽县委全面依法治县委员会办公室", "2025年3月20日", "报送：中共望泽县委全面依法治县委员会。" };
  g_autoptr(DzCodebook) codebook = NULL;
  g_autoptr(DzReview) review = dz_grown_county (12, &codebook);
  g_autoptr(DzBriefing) briefing = NULL;
  g_autofree char *text = NULL;
  const char *at;

  g_free (review->county->issuer);
  review->county->issuer = g_strdup ("中共望泽县委全面依法治县委员会办公室");
  g_free (review->county->reply_by);
  review->county->reply_by = g_strdup ("2025-04-15");
  briefing = make_circular (review, codebook, "date=2025-03-20");
  text = dup_text (briefing);
  at = text;
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      const char *found = strstr (at, order[i]);

      if (found == NULL)
        {
          printf ("# not after what goes before it: %s\n", order[i]);
          g_assert_not_reached ();
        }
      at = found + strlen (order[i]);
    }
  g_assert_null (strstr (text, "[")); /* without the appendix no numbers of sources */
  g_assert_null (strstr (text, "抄袭"));
  g_assert_null (strstr (text, "落后"));
}

static guint
count_words (const char *text,
             const char *words)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, words)) != NULL; at += strlen (words))
    n++;

  return n;
}

/* Of problems that are named equally often none is left out, and each has what is asked of the bodies. */
static void
test_equals (void)
{
  g_autoptr(DzCodebook) codebook = NULL;
  g_autoptr(DzReview) review = dz_grown_county (13, &codebook);
  g_autoptr(DzBriefing) briefing = make_circular (review, codebook, "");
  g_autofree char *text = dup_text (briefing);
  const char *most = strstr (text, "提出最多的");
  const char *demands = strstr (text, "三、下一步工作要求");
  guint n = 0;

  g_assert_nonnull (most);
  g_assert_nonnull (demands);
  g_assert_cmpint (sscanf (most + strlen ("提出最多的"), "%u类各有", &n), ==, 1);
  g_assert_cmpuint (n, >, 6);
  g_assert_cmpuint (count_words (text, "13个单位中有3个提出（占23%）"), ==, n);
  for (guint i = 1; i <= n + 1; i++)
    {
      static const char *const ordinals[] = { "（一）", "（二）", "（三）", "（四）", "（五）", "（六）", "（七）", "（八）", "（九）", "（十）" };

      g_assert_cmpuint (i, <=, G_N_ELEMENTS (ordinals));
      g_assert_nonnull (strstr (demands, ordinals[i - 1]));
    }
}

/* Six pages at most, few bodies or many. */
static void
test_length (void)
{
  static const guint sizes[] = { 5, 12, 40, 62, 150 };
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint missing = 0; missing < 2; missing++) /* a quarter of them, who are all named */
      {
        g_autoptr(DzReview) review = dz_made_review (codebook, sizes[i], sizes[i] - missing * sizes[i] / 4);
        g_autoptr(DzBriefing) briefing = make_circular (review, codebook, "number=3");

        g_assert_cmpuint (dz_briefing_get_n_pages (briefing), >=, 2);
        g_assert_cmpuint (dz_briefing_get_n_pages (briefing), <=, 6);
      }
}

/* 征求意见稿 for as long as one problem or one number in it waits for a person. */
static void
test_draft (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 6, 6);
  g_autofree char *none = NULL;
  g_autofree char *one = NULL;

  set_all_states (review, DZ_STATE_CONFIRMED);
  {
    g_autoptr(DzBriefing) briefing = make_circular (review, codebook, "");

    none = dup_text (briefing);
  }
  {
    const DzBody *body = g_ptr_array_index (review->bodies, 3);

    g_array_index (dz_review_report_of (review, body->id, YEAR)->figures, DzFigure, 0).state = DZ_STATE_SUGGESTED;
  }
  {
    g_autoptr(DzBriefing) briefing = make_circular (review, codebook, "");

    one = dup_text (briefing);
  }
  g_assert_null (strstr (none, "征求意见稿"));
  g_assert_nonnull (strstr (one, "（征求意见稿）"));
}

/* With the appendix every quotation has its number, without it a click still opens the passage. */
static void
test_sources (void)
{
  g_autoptr(DzCodebook) codebook = NULL;
  g_autoptr(DzReview) review = dz_grown_county (12, &codebook);
  g_autoptr(DzBriefing) with = make_circular (review, codebook, "+sources");
  g_autoptr(DzBriefing) without = make_circular (review, codebook, "");
  g_autofree char *text = dup_text (with);
  guint n = 0;

  g_assert_nonnull (strstr (text, "”[")); /* a quotation and its number */
  for (guint p = 0; p < dz_briefing_get_n_pages (without); p++)
    {
      g_autoptr(GPtrArray) areas = dz_document_list_areas (dz_briefing_get_document (without), p);

      for (guint i = 0; i < areas->len; i++)
        n += ((const DzPageArea *) g_ptr_array_index (areas, i))->report_id != 0;
    }
  g_assert_cmpuint (n, >, 10);
}

/* Each of our sentences can be worded otherwise or taken out; the original is kept. */
static void
test_edited (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 12, 12);
  g_autoptr(DzBriefing) briefing = make_circular (review, codebook, "text=circular/to=%E5%90%84%E9%95%87%EF%BC%9A text=circular/basis=");
  g_autofree char *text = dup_text (briefing);

  g_assert_nonnull (strstr (text, "各镇：一、总体情况"));
  g_assert_null (strstr (text, "现将有关情况通报如下"));
  g_assert_cmpstr (dz_briefing_get_sentence (briefing, "circular/to", FALSE), ==, "各镇：");
  g_assert_nonnull (strstr (dz_briefing_get_sentence (briefing, "circular/to", TRUE), "人民政府"));
  g_assert_nonnull (dz_briefing_get_sentence (briefing, "circular/heading/demands", TRUE));
  g_assert_nonnull (dz_briefing_get_sentence (briefing, "circular/demand/reply", TRUE));
}

/* What is asked is what the codebook asks for the problems the circular tells of, in their order. */
static void
test_demands (void)
{
  g_autoptr(DzCodebook) codebook = NULL;
  g_autoptr(DzReview) review = dz_grown_county (12, &codebook);
  DzBody *silent = dz_body_new ("青枫镇", "镇");
  g_autoptr(DzBriefing) briefing = NULL;
  g_autofree char *text = NULL;
  GListModel *rows;
  const char *demands;
  guint n = 0;

  silent->id = 999;
  silent->position = review->bodies->len + 1;
  g_ptr_array_add (review->bodies, silent);
  briefing = make_circular (review, codebook, "");
  text = dup_text (briefing);
  rows = dz_common_weaknesses_get_rows (briefing->common, DZ_COMMON_ALL);
  demands = strstr (text, "三、下一步工作要求");
  g_assert_nonnull (demands);
  g_assert_nonnull (strstr (demands, "尚未报送的2个单位（榆溪畲族乡、青枫镇）"));
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(DzCommonRow) row = g_list_model_get_item (rows, i);
      const DzEntry *entry = dz_common_row_get_entry (row);

      if (!dz_common_row_is_common (row) || n++ >= 5)
        continue;
      for (guint r = 0; r < entry->rules->len; r++)
        {
          const DzRule *rule = g_ptr_array_index (entry->rules, r);
          g_autofree char *title = NULL;

          if (!g_str_equal (rule->name, "remedy"))
            continue;
          title = g_strndup (rule->text, strstr (rule->text, "。") - rule->text);
          demands = strstr (demands, title);
          g_assert_nonnull (demands);
        }
    }
  g_assert_cmpuint (n, >, 2);
}

/* Who is asked to report finds its name, however many they are: 等 asks nobody. */
static void
test_asked_by_name (void)
{
  g_autoptr(DzCodebook) codebook = NULL;
  g_autoptr(DzReview) review = dz_grown_county (40, &codebook);
  g_autoptr(DzBriefing) briefing = NULL;
  g_autofree char *text = NULL;
  const char *asked, *good;
  guint n = 0;

  for (guint i = review->reports->len; i-- > 0;)
    if (((DzReport *) g_ptr_array_index (review->reports, i))->identity.year == 2024 && i % 3 == 0)
      g_ptr_array_remove_index (review->reports, i);
  briefing = make_circular (review, codebook, "");
  text = dup_text (briefing);
  asked = strstr (text, "补齐应报报告。");
  g_assert_nonnull (asked);
  for (guint i = 0; i < dz_roster_table_get_n_rows (briefing->roster); i++)
    {
      DzRosterRow *row = dz_roster_table_get_row (briefing->roster, i);

      if (!dz_roster_row_is_missing (row))
        continue;
      g_assert_nonnull (strstr (asked, dz_roster_row_get_body (row)->name));
      n++;
    }
  g_assert_cmpuint (n, >, 8);
  /* of what is good there are two examples where there are two to quote */
  good = dz_briefing_get_sentence (briefing, "circular/practice/answered", FALSE);
  g_assert_nonnull (good);
  g_assert_nonnull (strstr (good, "；"));
}

/* Every code has a remedy of two sentences. */
static void
test_remedies (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  GPtrArray *codes = dz_codebook_list (codebook, DZ_ENTRY_WEAKNESS);

  for (guint i = 0; i < codes->len; i++)
    {
      const DzEntry *entry = g_ptr_array_index (codes, i);
      guint n = 0;

      for (guint r = 0; r < entry->rules->len; r++)
        {
          const DzRule *rule = g_ptr_array_index (entry->rules, r);

          if (!g_str_equal (rule->name, "remedy"))
            continue;
          n++;
          g_assert_true (g_str_has_suffix (rule->text, "。"));
          g_assert_cmpstr (strstr (rule->text, "。"), !=, "。");
        }
      g_assert_cmpuint (n, ==, 1);
    }
}

static void
test_templates (void)
{
  static const char *const ids[] = { "circular", "annex", "sheets" };
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 4, 4);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr(DzBriefingOptions) options = dz_briefing_options_new (review, YEAR);
      g_autoptr(DzBriefingOptions) again = dz_briefing_options_new (review, YEAR);
      g_autofree char *kept = NULL;

      g_assert_null (dz_briefing_options_get_template (options));
      g_assert_true (dz_briefing_options_take_template (options, ids[i]));
      g_assert_cmpstr (dz_briefing_options_get_template (options), ==, ids[i]);
      options->number = g_strdup ("2025年第3期");
      options->date = g_strdup ("2025-03-20");
      kept = dz_briefing_options_to_string (options);
      dz_briefing_options_parse (again, kept);
      g_assert_cmpstr (dz_briefing_options_get_template (again), ==, ids[i]);
      g_assert_cmpstr (again->number, ==, "2025年第3期");
      g_assert_cmpstr (again->date, ==, "2025-03-20");
    }
  {
    g_autoptr(DzBriefingOptions) options = dz_briefing_options_new (review, YEAR);

    g_assert_false (dz_briefing_options_take_template (options, "novel"));
  }
}

/* The file and the pages bear the title of the paper that is written. */
static void
test_title (void)
{
  static const struct
  {
    const char *template;
    const char *words;
    const char *end;
  } cases[] = { { "circular", "", "报告情况的通报" },
                { "circular", "text=circular%2Ftitle=%E5%85%B3%E4%BA%8E%E5%A4%8D%E6%A0%B8%E7%9A%84%E9%80%9A%E6%8A%A5", "关于复核的通报" },
                { "circular", "+sources", "报告情况的通报" },
                { "annex", "", "数据附件" },
                { "sheets", "", "一镇一页" },
                { NULL, "", "报告情况简报" } };
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 4, 4);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(DzBriefingOptions) options = dz_briefing_options_new (review, YEAR);
      g_autoptr(DzBriefing) briefing = NULL;
      const char *title;

      if (cases[i].template != NULL)
        dz_briefing_options_take_template (options, cases[i].template);
      dz_briefing_options_parse (options, cases[i].words);
      briefing = dz_briefing_new (review, codebook, options);
      title = dz_document_get_title (dz_briefing_get_document (briefing));
      g_test_message ("%s", title);
      g_assert_true (g_str_has_suffix (title, cases[i].end));
      g_assert_null (strchr (title, '\n'));
    }
}

/* A number alone is that of an issue; what says more stands as it is. */
static void
test_issue (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 4, 4);
  g_autoptr(DzBriefing) bare = make_circular (review, codebook, "number=3");
  g_autoptr(DzBriefing) whole = make_circular (review, codebook, "number=2025年第3期");

  g_assert_cmpstr (dz_briefing_get_sentence (bare, "circular/number", FALSE), ==, "第3期");
  g_assert_cmpstr (dz_briefing_get_sentence (whole, "circular/number", FALSE), ==, "2025年第3期");
}

/* Sheets without the list of sources print no number of one; a click still opens the passage. */
static void
test_sheets_without_sources (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 4, 4);
  g_autoptr(DzBriefingOptions) options = dz_briefing_options_new (review, YEAR);
  g_autoptr(DzBriefing) briefing = NULL;
  g_autofree char *text = NULL;
  guint n_passages = 0;

  dz_briefing_options_take_template (options, "sheets");
  briefing = dz_briefing_new (review, codebook, options);
  text = dup_text (briefing);
  g_assert_false (g_regex_match_simple ("\\[[0-9]+(-[0-9]+)?\\]", text, 0, 0));
  g_assert_null (strstr (text, "来源"));
  for (guint p = 0; p < dz_briefing_get_n_pages (briefing); p++)
    {
      g_autoptr(GPtrArray) areas = dz_document_list_areas (dz_briefing_get_document (briefing), p);

      for (guint i = 0; i < areas->len; i++)
        {
          const DzPageArea *area = g_ptr_array_index (areas, i);

          n_passages += area->report_id != 0 && !dz_span_is_empty (area->span);
        }
    }
  g_assert_cmpuint (n_passages, >=, dz_briefing_get_n_pages (briefing));
}

/* Names hidden are hidden in title, lists, quotations and demands. */
static void
test_hidden (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 20, 17);
  g_autoptr(DzBriefing) briefing = make_circular (review, codebook, "names=hidden");
  g_autofree char *text = dup_text (briefing);

  for (guint i = 0; i < review->bodies->len; i++)
    g_assert_null (strstr (text, ((const DzBody *) g_ptr_array_index (review->bodies, i))->name));
  g_assert_nonnull (strstr (text, "甲单位"));
}

/* The paragraphs of a DOCX, one after the other. */
static char *
read_docx (const char *path)
{
  g_autofree char *program = g_find_program_in_path ("unzip");
  const char *arguments[] = { program, "-p", path, "word/document.xml", NULL };
  g_autofree char *xml = NULL;
  g_autoptr(GRegex) tags = g_regex_new ("<[^>]*>|\\x{2060}|\\x{FEFF}", 0, 0, NULL);
  g_autofree char *bare = NULL;

  if (program == NULL)
    return NULL;
  g_assert_true (g_spawn_sync (NULL, (char **) arguments, NULL, 0, NULL, NULL, &xml, NULL, NULL, NULL));
  bare = g_regex_replace_literal (tags, xml, -1, 0, "", 0, NULL);

  return g_string_free (g_string_new (bare), FALSE);
}

/* What stands on the pages stands in the document others edit, once. */
static void
test_docx (void)
{
  g_autoptr(DzCodebook) codebook = NULL;
  g_autoptr(DzReview) review = dz_grown_county (12, &codebook);
  g_autoptr(DzBriefing) briefing = make_circular (review, codebook, "");
  DzDocument *document = dz_briefing_get_document (briefing);
  g_autoptr(GPtrArray) blocks = dz_document_dup_blocks (document, 0);
  g_autofree char *folder = g_dir_make_tmp ("duizhao-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "out.docx", NULL);
  g_autofree char *text = NULL;
  gboolean traditional = FALSE;

  g_assert_true (dz_export_docx (document, path, NULL, NULL));
  text = read_docx (path);
  g_unlink (path);
  g_rmdir (folder);
  if (text == NULL)
    g_test_skip ("unzip is not installed");
  for (guint i = 0; text != NULL && i < blocks->len; i++)
    {
      DzBlock *block = g_ptr_array_index (blocks, i);
      DzRich *rich = dz_block_is_text (block) ? ((DzTextBlock *) block)->rich : NULL;
      g_autofree char *words = rich != NULL ? g_markup_escape_text (rich->text->str, -1) : NULL;

      if (rich == NULL || block->role != DZ_ROLE_BODY)
        continue;
      if (strstr (text, words) == NULL)
        g_test_message ("%s", words);
      g_assert_nonnull (strstr (text, words));
      for (guint k = 0; k < rich->runs->len; k++)
        traditional |= g_array_index (rich->runs, DzRichRun, k).style == DZ_RICH_TRADITIONAL;
    }
  g_assert_true (text == NULL || traditional); /* a quotation in that script is among them */
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pages/circular/ordinals", test_ordinals);
  g_test_add_func ("/pages/circular/departments", test_departments);
  g_test_add_func ("/pages/circular/equals", test_equals);
  g_test_add_func ("/pages/circular/order", test_order);
  g_test_add_func ("/pages/circular/length", test_length);
  g_test_add_func ("/pages/circular/draft", test_draft);
  g_test_add_func ("/pages/circular/sources", test_sources);
  g_test_add_func ("/pages/circular/edited", test_edited);
  g_test_add_func ("/pages/circular/demands", test_demands);
  g_test_add_func ("/pages/circular/asked-by-name", test_asked_by_name);
  g_test_add_func ("/pages/circular/remedies", test_remedies);
  g_test_add_func ("/pages/circular/templates", test_templates);
  g_test_add_func ("/pages/circular/title", test_title);
  g_test_add_func ("/pages/circular/issue", test_issue);
  g_test_add_func ("/pages/circular/sheets-without-sources", test_sheets_without_sources);
  g_test_add_func ("/pages/circular/hidden", test_hidden);
  g_test_add_func ("/pages/circular/docx", test_docx);

  return g_test_run ();
}

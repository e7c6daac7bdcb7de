/* test-briefing-numbers.c - every number of the briefing's own sentences, reckoned again
 *
 * The words are read back from the PDF. What they should say is reckoned from
 * the reports alone, taken out of the text, and no digit may be left over. Then
 * each digit is changed in turn, and each time that must be noticed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-briefing-private.h"
#include "dz-made-review.h"
#include "dz-numbers-check.h"

#include "dz-format.h"

#include <math.h>

#define YEAR 2024
#define DISPUTES "disputes_mediated"

/* The text of one part of the briefing, and whether all it said so far was right. */
typedef struct
{
  GString *text;
  gboolean right;
} Reading;

/* Takes @words out of the text; they must be there. */
static void G_GNUC_PRINTF (2, 3)
expect (Reading    *self,
        const char *format,
        ...)
{
  g_autofree char *words = NULL;
  char *found;
  va_list args;

  va_start (args, format);
  words = g_strdup_vprintf (format, args);
  va_end (args);
  found = strstr (self->text->str, words);
  if (found == NULL)
    self->right = FALSE;
  else
    memset (found, '~', strlen (words));
}

static gboolean
says (Reading    *self,
      const char *words)
{
  return strstr (self->text->str, words) != NULL;
}

static const DzWeakness *
find_weakness (DzReport   *report,
               const char *code)
{
  for (guint i = 0; report != NULL && i < report->weaknesses->len; i++)
    if (g_str_equal (g_array_index (report->weaknesses, DzWeakness, i).code, code))
      return &g_array_index (report->weaknesses, DzWeakness, i);

  return NULL;
}

/* Lines are paragraphs in the made reports; blank ones do not count. */
static guint
paragraph_of (DzReport *report,
              DzSpan    span)
{
  const char *text = dz_text_peek (report->text, NULL);
  guint n = 1;

  for (gsize i = 1; i < span.start; i++)
    n += text[i] == '\n' && text[i - 1] != '\n';

  return n;
}

static DzReport *
report_of (DzReview *review,
           guint     body,
           int       year)
{
  return dz_review_report_of (review, ((DzBody *) g_ptr_array_index (review->bodies, body))->id, year);
}

static const char *
name_of (DzReview *review,
         guint     body)
{
  return ((DzBody *) g_ptr_array_index (review->bodies, body))->name;
}

/* 一、报送情况 */
static void
expect_received (Reading  *self,
                 DzReview *review)
{
  g_autoptr(GString) missing = g_string_new (NULL);
  g_autoptr(GString) without = g_string_new (NULL);
  guint n_missing = 0, n_without = 0, n = review->bodies->len;

  for (guint i = 0; i < n; i++)
    {
      DzReport *report = report_of (review, i, YEAR);

      if (report == NULL)
        g_string_append_printf (missing, "%s%s", n_missing++ > 0 ? "、" : "", name_of (review, i));
      for (guint k = 0; report != NULL && k < report->checks->len; k++)
        {
          const DzCheck *check = &g_array_index (report->checks, DzCheck, k);

          if (g_str_equal (check->id, "C-CAUSE") && check->result == DZ_RESULT_FAIL)
            g_string_append_printf (without, "%s%s[%u]", n_without++ > 0 ? "、" : "", name_of (review, i), i + 1);
        }
    }
  expect (self, "应报送单位%u个，已报送%u个；未报送%u个：%s。", n, n - n_missing, n_missing, missing->str);
  expect (self, "%u份年度报告中，要求内容齐全的%u份，未写明问题原因的%u份：%s。", n - n_missing,
          n - n_missing - n_without, n_without, without->str);
}

static gint
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static void
expect_extreme (Reading    *self,
                DzReview   *review,
                const char *word,
                double      value)
{
  for (guint i = 0; i < review->bodies->len; i++)
    {
      DzReport *report = report_of (review, i, YEAR);
      const DzFigure *figure = find_figure (report, DISPUTES);
      g_autofree char *number = dz_format_number (value);

      if (figure != NULL && figure->value == value)
        expect (self, "%s为%s%s%s件[%u-%u]", word, name_of (review, i),
                figure->bound == DZ_BOUND_EXACT ? "" : "，不少于", number, i + 1, paragraph_of (report, figure->span));
    }
}

/* 二、数据情况 */
static void
expect_figures (Reading  *self,
                DzReview *review)
{
  g_autoptr(GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *median = NULL;
  guint inexact = 0, up = 0, down = 0;

  for (guint i = 0; i < review->bodies->len; i++)
    {
      const DzFigure *figure = find_figure (report_of (review, i, YEAR), DISPUTES);
      const DzFigure *last = find_figure (report_of (review, i, YEAR - 1), DISPUTES);

      if (figure == NULL)
        continue;
      g_array_append_val (values, figure->value);
      inexact += figure->bound != DZ_BOUND_EXACT;
      if (last == NULL || figure->bound != DZ_BOUND_EXACT || last->bound != DZ_BOUND_EXACT)
        continue;
      up += figure->value > last->value;
      down += figure->value < last->value;
    }
  g_array_sort (values, compare_doubles);
  median = dz_format_number ((g_array_index (values, double, (values->len - 1) / 2) +
                              g_array_index (values, double, values->len / 2)) / 2);
  expect (self, "%u个单位报告调处矛盾纠纷数，", values->len);
  expect_extreme (self, review, "最多", g_array_index (values, double, values->len - 1));
  expect_extreme (self, review, "最少", g_array_index (values, double, 0));
  expect (self, "%u个单位中位数%s件（其中%u个不是确数）", values->len, median, inexact);
  expect (self, "两年都报且数值确定的%u个单位中，%u个增加、%u个减少", up + down, up, down);
}

static guint
count_naming (DzReview   *review,
              const char *code)
{
  guint n = 0;

  for (guint i = 0; i < review->bodies->len; i++)
    n += find_weakness (report_of (review, i, YEAR), code) != NULL;

  return n;
}

static guint
whole_percent (guint part,
               guint whole)
{
  return (guint) floor (100.0 * part / whole + 0.5);
}

/* 三、问题情况 */
static void
expect_weaknesses (Reading    *self,
                   DzReview   *review,
                   DzCodebook *codebook)
{
  GPtrArray *codes = dz_codebook_list (codebook, DZ_ENTRY_WEAKNESS);
  guint reported = 0, kinds = 0, most = 0, n_most = 0, direct = 0, partial = 0, none = 0, open = 0, both = 0, gone = 0;

  for (guint c = 0; c < codes->len; c++)
    {
      guint n = count_naming (review, ((DzEntry *) g_ptr_array_index (codes, c))->id);

      kinds += n > 0;
      n_most = n > most ? 1 : n_most + (n == most);
      most = MAX (most, n);
    }
  for (guint i = 0; i < review->bodies->len; i++)
    {
      DzReport *report = report_of (review, i, YEAR), *last = report_of (review, i, YEAR - 1);

      reported += report != NULL;
      both += report != NULL && last != NULL;
      for (guint k = 0; report != NULL && k < report->weaknesses->len; k++)
        {
          DzGrade grade = g_array_index (report->weaknesses, DzWeakness, k).grade;

          direct += grade == DZ_GRADE_DIRECT;
          partial += grade == DZ_GRADE_PARTIAL;
          none += grade == DZ_GRADE_NONE;
          open += grade == DZ_GRADE_NONE &&
                  g_array_index (report->weaknesses, DzWeakness, k).state == DZ_STATE_SUGGESTED;
        }
      for (guint k = 0; report != NULL && last != NULL && k < last->weaknesses->len; k++)
        gone += find_weakness (report, g_array_index (last->weaknesses, DzWeakness, k).code) == NULL;
    }
  expect (self, "%u个单位均提出问题，涉及%u类。提出最多的%u类各有%u个单位中的%u个（占%u%%）。", reported, kinds, n_most,
          reported, most, whole_percent (most, reported));
  expect (self, "共提出%u项次，计划中有直接措施的%u项次、部分措施的%u项次", direct + partial + none, direct, partial);
  if (none > open)
    expect (self, "，为一般表述或没有措施的%u项次", none - open);
  expect (self, "，其余%u项次的措施待核", open);
  expect (self, "%u个单位两年都有报告，其%d年度提出的问题中，未作说明、本年度也未再提出的%u项次", both, YEAR - 1, gone);
}

/* （表2、图1）: numbers that the captions have too. */
static void
expect_references (Reading    *self,
                   const char *plain)
{
  static const struct
  {
    const char *caption;
    const char *reference;
  } known[] = {
    { "表2主要数据", "（表2、" }, { "图12024年各单位调处矛盾纠纷数与调解成功率", "图1）" },
    { "图22024年行政执法人员数与持证人数", "见图2。" }, { "表4问题及提出单位", "（表4、" },
    { "图32024年各单位提出的问题", "图3）" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_assert_nonnull (strstr (plain, known[i].caption));
      expect (self, "%s", known[i].reference);
    }
}

static gboolean
check_summary (const char *text,
               const char *plain,
               DzReview   *review,
               DzCodebook *codebook)
{
  g_autoptr(GString) left = g_string_new (text);
  Reading reading = { left, TRUE };

  expect_received (&reading, review);
  expect_figures (&reading, review);
  expect_weaknesses (&reading, review, codebook);
  expect_references (&reading, plain);

  return reading.right && !has_digit (left->str);
}

/* The sources of one code: the paragraphs of its words or of the plans that answer it. */
static void
expect_sources (Reading    *self,
                DzReview   *review,
                const char *code)
{
  for (guint i = 0; i < review->bodies->len; i++)
    {
      DzReport *report = report_of (review, i, YEAR);
      const DzWeakness *weakness = find_weakness (report, code);
      DzSpan spans[2];

      if (weakness == NULL)
        continue;
      spans[0] = weakness->span;
      spans[1] = weakness->answer;
      for (guint s = 0; s < 2; s++)
        {
          g_autofree char *source = g_strdup_printf ("[%u-%u]", i + 1, paragraph_of (report, spans[s]));

          if (!dz_span_is_empty (spans[s]) && says (self, source))
            expect (self, "%s", source);
        }
    }
}

/* How many reports say a problem in the very same words, once for each such wording that is quoted. */
static void
expect_shared (Reading    *self,
               DzReview   *review,
               const char *code)
{
  for (guint i = 0; i < review->bodies->len; i++)
    {
      DzReport *report = report_of (review, i, YEAR);
      const DzWeakness *weakness = find_weakness (report, code);
      g_autofree char *words = weakness != NULL ? dz_text_dup_span (report->text, weakness->span) : NULL;
      g_autofree char *told = NULL;
      guint n = 0, before = 0;

      for (guint k = 0; words != NULL && k < review->bodies->len; k++)
        {
          DzReport *other = report_of (review, k, YEAR);
          const DzWeakness *same = find_weakness (other, code);
          g_autofree char *others = same != NULL ? dz_text_dup_span (other->text, same->span) : NULL;

          n += g_strcmp0 (others, words) == 0;
          before += g_strcmp0 (others, words) == 0 && k < i;
        }
      told = g_strdup_printf ("（%u份报告此段重合）", n);
      if (before == 0 && n > 1 && says (self, told))
        expect (self, "%s", told);
    }
}

/* One （一）…: who names it, what the plans answer. */
static gboolean
check_code (const char    *text,
            DzReview      *review,
            const DzEntry *entry)
{
  static const char *const answers[] = { "均有直接措施", "均有部分措施", "中的措施待核" };
  g_autoptr(GString) left = g_string_new (text);
  g_autoptr(GString) names = g_string_new (NULL);
  Reading reading = { left, TRUE };
  guint n = 0, reported = 0;

  for (guint i = 0; i < review->bodies->len; i++)
    {
      DzReport *report = report_of (review, i, YEAR);

      reported += report != NULL;
      if (find_weakness (report, entry->id) != NULL)
        g_string_append_printf (names, "%s%s", n++ > 0 ? "、" : "", name_of (review, i));
    }
  expect (&reading, "%u个单位中有%u个提出（占%u%%）：%s。", reported, n, whole_percent (n, reported), names->str);
  expect_sources (&reading, review, entry->id);
  expect_shared (&reading, review, entry->id);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    if (says (&reading, answers[i]))
      expect (&reading, "%u个单位的计划%s", n, answers[i]);
  while (reading.right && says (&reading, "2023年度无报告"))
    expect (&reading, "%d年度无报告", YEAR - 1);

  return reading.right && !has_digit (left->str);
}

static char *
read_briefing (DzReview   *review,
               DzCodebook *codebook)
{
  g_autoptr(DzBriefingOptions) options = dz_briefing_options_new (review, YEAR);
  g_autoptr(DzBriefing) briefing = NULL;

  dz_briefing_options_parse (options, "-cover"); /* 目录 says the headings once more */
  briefing = dz_briefing_new (review, codebook, options);

  return read_printed (dz_briefing_get_document (briefing));
}

static char *
cut (const char *plain,
     const char *from,
     const char *to)
{
  const char *start = strstr (plain, from), *end;

  g_assert_nonnull (start);
  end = strstr (start, to);
  g_assert_nonnull (end);

  return g_strndup (start, end - start);
}

/* What is missing is said once a person confirmed it. */
static void
confirm_causes (DzReview *review)
{
  for (guint i = 0; i < review->reports->len; i++)
    dz_report_find_check (g_ptr_array_index (review->reports, i), "C-CAUSE")->state = DZ_STATE_CONFIRMED;
}

static void
test_summary (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 20, 18);
  g_autofree char *plain = NULL;
  g_autofree char *text = NULL;

  confirm_causes (review);
  plain = read_briefing (review, codebook);
  if (plain == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  text = cut (plain, "一、报送情况", "—1—");
  g_assert_true (check_summary (text, plain, review, codebook));
  ASSERT_SEES_CHANGES (text, check_summary (text, plain, review, codebook));
}

/* Page numbers and the words of other pages are no part of a sentence. */
static char *
drop_page_numbers (const char *text)
{
  g_autoptr(GRegex) regex = g_regex_new ("—[0-9]+—", 0, 0, NULL);

  return g_regex_replace_literal (regex, text, -1, 0, "", 0, NULL);
}

static void
test_common_weaknesses (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 20, 18);
  GPtrArray *codes = dz_codebook_list (codebook, DZ_ENTRY_WEAKNESS);
  g_autofree char *plain = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *part = NULL;
  guint n = 0;

  review->county->common_share = 0.1;
  plain = read_briefing (review, codebook);
  if (plain == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  whole = cut (plain, "四、共性问题", "表4问题及提出单位");
  part = drop_page_numbers (whole);
  for (guint c = 0; c < codes->len; c++)
    {
      const DzEntry *entry = g_ptr_array_index (codes, c);
      g_autofree char *heading = g_strdup_printf ("）%s", entry->name);
      const char *start = strstr (part, heading), *end;
      g_autofree char *text = NULL;

      if (count_naming (review, entry->id) < 3)
        continue;
      g_assert_nonnull (start);
      start += strlen (heading);
      end = strstr (start, "（十");
      for (guint k = 2; k < 10; k++)
        {
          g_autofree char *next = g_strdup_printf ("（%s）", dz_chinese_ordinal (k));
          const char *at = strstr (start, next);

          if (at != NULL && (end == NULL || at < end))
            end = at;
        }
      text = end != NULL ? g_strndup (start, end - start) : g_strdup (start);
      if (!check_code (text, review, entry))
        g_error ("%s: %s", entry->id, text);
      ASSERT_SEES_CHANGES (text, check_code (text, review, entry));
      n++;
    }
  g_assert_cmpuint (n, >, 10);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pages/briefing-numbers/first-page", test_summary);
  g_test_add_func ("/pages/briefing-numbers/common-weaknesses", test_common_weaknesses);

  return g_test_run ();
}

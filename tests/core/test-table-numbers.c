/* test-table-numbers.c - every number of 表2 and 表5, reckoned again
 *
 * The words are read back from the PDF. Each row is written down again from the reports alone, taken out of the
 * text, and no digit may be left over. Then each digit is changed in turn, and each time that must be noticed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-briefing-private.h"
#include "dz-made-review.h"
#include "dz-numbers-check.h"
#include "dz-paper-table-private.h"

#include <math.h>

#define YEAR 2024
#define BODIES 20
#define REPORTED 18

/* 表2 or 表5 as it stands in the PDF, and whether all was right so far. */
typedef struct
{
  GString *text;
  gboolean right;
  const char *wrong; /* the first row that was not found, interned */
} Reading;

static void
expect (Reading    *self,
        const char *words)
{
  char *found = strstr (self->text->str, words);

  if (found != NULL)
    memset (found, '~', strlen (words));
  else if (self->right)
    {
      self->right = FALSE;
      self->wrong = g_intern_string (words);
    }
}

static DzReport *
report_of (DzReview *review,
           guint     body,
           int       year)
{
  return dz_review_report_of (review, ((DzBody *) g_ptr_array_index (review->bodies, body))->id, year);
}

static double
round_to (double value,
          guint  decimals)
{
  double factor = decimals == 2 ? 100 : decimals == 1 ? 10 : 1;

  return floor (value * factor + 0.5 + 1e-9) / factor;
}

/* 12, 12.5: the decimals the number has, one at most. */
static char *
print (double value)
{
  char *words = g_strdup_printf ("%.1f", round_to (value, 1));

  if (g_str_has_suffix (words, ".0"))
    words[strlen (words) - 2] = '\0';

  return words;
}

/* Certified persons of whom there are more than persons. */
static gboolean
is_contradicted (DzReport       *report,
                 const DzFigure *figure)
{
  const DzFigure *staff = find_figure (report, "enforcement_staff");

  return g_str_equal (figure->indicator, "certified_enforcers") && staff != NULL && figure->bound == DZ_BOUND_EXACT &&
         staff->bound == DZ_BOUND_EXACT && figure->value > staff->value;
}

static gboolean
is_wan (DzReview   *review,
        const char *indicator)
{
  double most = 0;

  for (guint i = 0; i < review->bodies->len; i++)
    {
      const DzFigure *figure = find_figure (report_of (review, i, YEAR), indicator);

      if (figure != NULL && (g_str_equal (figure->unit, "份") || g_str_equal (figure->unit, "人次")))
        most = fmax (most, figure->value);
    }

  return most >= 10000;
}

static void
append_number (GString *row,
               double   value,
               gboolean wan)
{
  g_autofree char *words = wan ? g_strdup_printf ("%.2f", round_to (value / 10000, 2)) : print (value);

  g_string_append (row, words);
}

static void
append_cell (GString    *row,
             DzReview   *review,
             DzReport   *report,
             const char *indicator)
{
  const DzFigure *figure = find_figure (report, indicator);

  if (report == NULL)
    g_string_append (row, "无报告");
  if (figure == NULL)
    return;
  if (figure->bound == DZ_BOUND_AT_LEAST)
    g_string_append (row, "≥");
  append_number (row, figure->value, is_wan (review, indicator));
  if (is_contradicted (report, figure))
    g_string_append (row, "核");
}

static gint
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return left < right ? -1 : left > right;
}

/* As a spreadsheet's QUARTILE.INC has it. */
static double
quantile (GArray *values,
          double  share)
{
  double place = (values->len - 1) * share;
  guint low = (guint) floor (place), high = (guint) ceil (place);
  double a = g_array_index (values, double, low), b = g_array_index (values, double, high);

  return a + (b - a) * (place - low);
}

typedef struct
{
  GArray *values; /* those that count, in order */
  guint n_reported;
  guint n_inexact;
  double lowest_bound;
} Column;

static void
clear_column (Column *self)
{
  g_array_unref (self->values);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Column, clear_column)

static void
fill_column (Column     *self,
             DzReview   *review,
             const char *indicator)
{
  self->values = g_array_new (FALSE, FALSE, sizeof (double));
  self->lowest_bound = INFINITY;
  for (guint i = 0; i < review->bodies->len; i++)
    {
      DzReport *report = report_of (review, i, YEAR);
      const DzFigure *figure = find_figure (report, indicator);

      if (figure == NULL)
        continue;
      self->n_reported++;
      if (is_contradicted (report, figure))
        continue;
      g_array_append_val (self->values, figure->value);
      if (figure->bound == DZ_BOUND_EXACT)
        continue;
      self->n_inexact++;
      self->lowest_bound = fmin (self->lowest_bound, figure->value);
    }
  g_array_sort (self->values, compare_doubles);
  g_assert_cmpuint (self->values->len, >=, 5);
  g_assert_cmpuint (self->n_inexact * 2, <=, self->values->len);
}

static void
append_quartile (GString *row,
                 double   value,
                 gboolean wan)
{
  append_number (row, !wan && value >= 100 ? round_to (value, 0) : wan ? value : round_to (value, 1), wan);
}

static void
expect_statistics (Reading            *self,
                   DzReview           *review,
                   const char *const  *indicators,
                   guint               n)
{
  g_autoptr(GString) reported = g_string_new ("已报单位数"), middle = g_string_new ("中位数"), outer = g_string_new ("下、上四分位");

  for (guint i = 0; i < n; i++)
    {
      g_auto(Column) column = { 0 };
      gboolean wan = is_wan (review, indicators[i]);
      double median;

      fill_column (&column, review, indicators[i]);
      median = quantile (column.values, 0.5);
      g_string_append_printf (reported, "%u", column.n_reported);
      if (column.lowest_bound < median)
        g_string_append (middle, "≥");
      append_number (middle, median, wan);
      append_quartile (outer, quantile (column.values, 0.25), wan);
      g_string_append (outer, "，");
      append_quartile (outer, quantile (column.values, 0.75), wan);
    }
  expect (self, reported->str);
  expect (self, middle->str);
  expect (self, outer->str);
}

static void
expect_row (Reading           *self,
            DzReview          *review,
            guint              body,
            const char *const *indicators,
            guint              n)
{
  const DzBody *of = g_ptr_array_index (review->bodies, body);
  g_autoptr(GString) row = g_string_new (NULL);

  g_string_append_printf (row, "%u%s", of->position, of->name);
  for (guint i = 0; i < n; i++)
    append_cell (row, review, report_of (review, body, YEAR), indicators[i]);
  expect (self, row->str);
}

static gboolean
check_figures (const char *text,
               DzReview   *review,
               GPtrArray  *indicators,
               const char **wrong)
{
  g_autoptr(GString) left = g_string_new (text);
  Reading reading = { left, TRUE, NULL };

  for (guint c = 0; c < indicators->len; c += 6)
    {
      const char *const *block = (const char *const *) indicators->pdata + c;
      guint n = MIN (6, indicators->len - c);

      for (guint b = 0; b < review->bodies->len; b++)
        expect_row (&reading, review, b, block, n);
      expect_statistics (&reading, review, block, n);
    }
  *wrong = reading.wrong;

  return reading.right && !has_digit (left->str);
}

static DzBriefing *
make_briefing (DzReview   *review,
               DzCodebook *codebook)
{
  g_autoptr(DzBriefingOptions) options = dz_briefing_options_new (review, YEAR);

  dz_briefing_options_parse (options, "-cover");

  return dz_briefing_new (review, codebook, options);
}

/* What stands on the pages of a table besides it: numbers of pages, its caption again, the unit of a head. */
static char *
cut_table (const char *plain,
           const char *caption,
           const char *end)
{
  g_autoptr(GRegex) furniture = g_regex_new ("—[0-9]+—|表[0-9]+主要数据(两年对比)?(（续）)?|（转下页）", 0, 0, NULL);
  const char *start = strstr (plain, caption), *stop;
  g_autofree char *whole = NULL;

  g_assert_nonnull (start);
  stop = strstr (start, end);
  g_assert_nonnull (stop);
  whole = g_strndup (start, (gsize) (stop - start));

  return g_regex_replace_literal (furniture, whole, -1, 0, "", 0, NULL);
}

static void
test_figures (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, BODIES, REPORTED);
  g_autoptr(DzBriefing) briefing = make_briefing (review, codebook);
  g_autoptr(GPtrArray) indicators = g_ptr_array_new ();
  g_autofree char *plain = read_printed (dz_briefing_get_document (briefing));
  g_autofree char *text = NULL;
  const char *wrong;

  if (plain == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  for (guint i = 0; i < briefing->main_columns->len; i++)
    g_ptr_array_add (indicators, (gpointer) dz_figure_table_get_entry (briefing->figures,
                                                                       g_array_index (briefing->main_columns, guint, i))->id);
  g_assert_cmpuint (indicators->len, >, 12);
  text = cut_table (plain, "表2主要数据", "注：");
  if (!check_figures (text, review, indicators, &wrong))
    g_error ("“%s” does not stand in %s", wrong, text);
  ASSERT_SEES_CHANGES (text, check_figures (text, review, indicators, &wrong));
}

/* +28, −3, 0 */
static char *
print_signed (double value,
              guint  decimals)
{
  g_autofree char *words = decimals == 0 ? print (fabs (value)) : g_strdup_printf ("%.1f", round_to (fabs (value), 1));

  return g_strconcat (!has_digit (words) || strspn (words, "0.") == strlen (words) ? "" : value > 0 ? "+" : "−", words, NULL);
}

#define LEAST_OF_PER_CENT 20
#define WIDEST 12 /* characters of a change with its percentage */

static void
append_change (GString        *row,
               DzReview       *review,
               guint           body,
               const char     *indicator)
{
  const DzFigure *last = find_figure (report_of (review, body, YEAR - 1), indicator);
  const DzFigure *now = find_figure (report_of (review, body, YEAR), indicator);
  g_autofree char *difference = NULL;
  g_autofree char *share = NULL;
  gboolean exact;

  if (last == NULL || now == NULL || is_contradicted (report_of (review, body, YEAR - 1), last) ||
      is_contradicted (report_of (review, body, YEAR), now))
    {
      g_string_append (row, "—");
      return;
    }
  exact = last->bound == DZ_BOUND_EXACT && now->bound == DZ_BOUND_EXACT;
  difference = print_signed (now->value - last->value, 0);
  if (exact && last->value >= LEAST_OF_PER_CENT && !g_str_equal (now->unit, "%"))
    {
      g_autofree char *percent = print_signed ((now->value - last->value) / last->value * 100, 1);

      share = g_strdup_printf ("（%s%%）", percent);
    }
  if (share != NULL && g_utf8_strlen (difference, -1) + g_utf8_strlen (share, -1) > WIDEST)
    g_clear_pointer (&share, g_free);
  g_string_append_printf (row, "%s%s%s", exact ? "" : "≈", difference, share != NULL ? share : "");
}

static void
append_year (GString    *row,
             DzReport   *report,
             const char *indicator)
{
  const DzFigure *figure = find_figure (report, indicator);
  g_autofree char *words = figure != NULL ? print (figure->value) : NULL;

  if (report == NULL)
    g_string_append (row, "无报告");
  else if (figure != NULL)
    g_string_append_printf (row, "%s%s%s", figure->bound == DZ_BOUND_AT_LEAST ? "≥" : "", words,
                            is_contradicted (report, figure) ? "核" : "");
}

static gboolean
has_either (DzReview *review,
            guint     body)
{
  return report_of (review, body, YEAR - 1) != NULL || report_of (review, body, YEAR) != NULL;
}

static gboolean
has_both (DzReview *review,
          guint     body)
{
  return report_of (review, body, YEAR - 1) != NULL && report_of (review, body, YEAR) != NULL;
}

#define MOST_ALONE 8

/* Two indicators beside each other, a row a body: of those with one report up to eight. */
static gboolean
check_changes (const char  *text,
               DzReview    *review,
               GPtrArray   *indicators,
               const char **wrong)
{
  g_autoptr(GString) left = g_string_new (text);
  Reading reading = { left, TRUE, NULL };
  guint alone = 0;

  for (guint b = 0; b < review->bodies->len; b++)
    alone += has_either (review, b) && !has_both (review, b);
  for (guint c = 0; c < indicators->len; c += 2)
    for (guint b = 0; b < review->bodies->len; b++)
      {
        const DzBody *of = g_ptr_array_index (review->bodies, b);
        DzReport *last = report_of (review, b, YEAR - 1), *now = report_of (review, b, YEAR);
        g_autoptr(GString) row = g_string_new (NULL);

        if (!has_either (review, b) || (alone > MOST_ALONE && !has_both (review, b)))
          continue;
        g_string_append_printf (row, "%u%s", of->position, of->name);
        for (guint i = c; i < MIN (c + 2, indicators->len); i++)
          {
            append_year (row, last, g_ptr_array_index (indicators, i));
            append_year (row, now, g_ptr_array_index (indicators, i));
            append_change (row, review, b, g_ptr_array_index (indicators, i));
          }
        expect (&reading, row->str);
      }
  *wrong = reading.wrong;

  return reading.right && !has_digit (left->str);
}

/* Which indicators 表5 sets beside each other, in its order; their numbers are ours. */
static GPtrArray *
list_compared (DzBriefing *briefing)
{
  DzDocument *document = dz_briefing_get_document (briefing);
  GPtrArray *indicators = g_ptr_array_new ();

  for (guint c = 0; c < dz_document_get_n_chapters (document); c++)
    {
      g_autoptr(GPtrArray) blocks = dz_document_dup_blocks (document, c);

      for (guint i = 0; i < blocks->len; i++)
        {
          DzPaperTable *table = g_ptr_array_index (blocks, i);

          if (table->parent.role != DZ_ROLE_TABLE || !g_str_equal (table->key, "change"))
            continue;
          for (guint b = 0; b < table->blocks->len; b++)
            {
              const DzTableBlock *block = g_ptr_array_index (table->blocks, b);
              const DzTableRow *row = g_ptr_array_index (block->rows, 0);

              for (guint s = 2; s < row->n_slots; s += 3)
                g_ptr_array_add (indicators, (gpointer) row->slots[s].indicator);
            }
        }
    }

  return indicators;
}

static void
test_changes (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, BODIES, REPORTED);
  g_autoptr(DzBriefing) briefing = make_briefing (review, codebook);
  g_autoptr(GPtrArray) indicators = list_compared (briefing);
  g_autofree char *plain = read_printed (dz_briefing_get_document (briefing));
  g_autofree char *whole = NULL;
  g_autofree char *text = NULL;
  g_autoptr(GRegex) years = g_regex_new ("202[34]年", 0, 0, NULL);
  const char *wrong;

  if (plain == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  g_assert_cmpuint (indicators->len, >, 3);
  whole = cut_table (plain, "表5主要数据两年对比", "注：");
  text = g_regex_replace_literal (years, whole, -1, 0, "", 0, NULL);
  if (!check_changes (text, review, indicators, &wrong))
    g_error ("“%s” does not stand in %s", wrong, text);
  ASSERT_SEES_CHANGES (text, check_changes (text, review, indicators, &wrong));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pages/table-numbers/figures", test_figures);
  g_test_add_func ("/pages/table-numbers/changes", test_changes);

  return g_test_run ();
}

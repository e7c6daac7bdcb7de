/* test-briefing.c - every number of a briefing is where it should be, with its source
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-briefing-quotations.h"
#include "dz-export.h"
#include "dz-made-review.h"
#include "dz-pages-check.h"

#include "dz-format.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>
#include <time.h>

#define YEAR 2024

static DzBriefing *
make_briefing (DzReview   *review,
               DzCodebook *codebook,
               const char *words)
{
  g_autoptr(DzBriefingOptions) options = dz_briefing_options_new (review, YEAR);

  if (g_strcmp0 (words, "all") == 0)
    for (guint i = 0; i < options->parts->len; i++)
      {
        DzBriefingPart *part = g_ptr_array_index (options->parts, i);

        part->ticked = !g_str_equal (part->id, "circular"); /* it says what the summary says */
      }
  else if (words != NULL)
    dz_briefing_options_parse (options, words);

  return dz_briefing_new (review, codebook, options);
}

static char *
export_pdf (DzBriefing *briefing)
{
  g_autofree char *folder = g_dir_make_tmp ("duizhao-test-XXXXXX", NULL);
  char *path = g_build_filename (folder, "out.pdf", NULL);
  g_autoptr(GError) error = NULL;

  dz_export_pdf (dz_briefing_get_document (briefing), path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return path;
}

static void
remove_file (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_unlink (path);
  g_rmdir (folder);
}

static void
test_geometry (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  const guint sizes[] = { 1, 2, 5, 12, 31, 60, 130 };
  const char *const layouts[] = { "all", "layout=landscape", "layout=sheets" };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint l = 0; l < G_N_ELEMENTS (layouts); l++)
      {
        g_autoptr(DzReview) review = dz_made_review (codebook, sizes[i], sizes[i]);
        g_autoptr(DzBriefing) briefing = make_briefing (review, codebook, layouts[l]);
        guint first, last;

        check_geometry (dz_briefing_get_document (briefing));
        /* the first page is one page, a body has exactly one */
        if (l < 2)
          {
            g_assert_true (dz_briefing_get_part_pages (briefing, "summary", &first, &last));
            g_assert_cmpuint (first, ==, last);
          }
        g_assert_true (dz_briefing_get_part_pages (briefing, "bodies", &first, &last));
        g_assert_cmpuint (last - first + 1, ==, sizes[i]);
      }
}

/* Charts may begin under the last table: their marks are no cells. */
static gboolean
is_in_chart (GPtrArray        *areas,
             const DzPageArea *area)
{
  for (guint i = 0; i < areas->len; i++)
    {
      const DzPageArea *chart = g_ptr_array_index (areas, i);

      if (chart->kind == DZ_AREA_CHART && area->y + area->height / 2 >= chart->y &&
          area->y + area->height / 2 <= chart->y + chart->height)
        return TRUE;
    }

  return FALSE;
}

/* Each reported cell exactly once, in the main table or in the table of further figures. */
static void
test_every_figure_once (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 40, 38);
  g_autoptr(DzBriefing) briefing = make_briefing (review, codebook, NULL);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint first, last, n = 0;

  g_assert_true (dz_briefing_get_part_pages (briefing, "figures", &first, &last));
  for (guint p = first; p <= last; p++)
    {
      g_autoptr(GPtrArray) areas = dz_document_list_areas (dz_briefing_get_document (briefing), p);

      for (guint i = 0; i < areas->len; i++)
        {
          const DzPageArea *area = g_ptr_array_index (areas, i);
          char *key;

          if (area->indicator == NULL || dz_span_is_empty (area->span) || is_in_chart (areas, area))
            continue;
          key = g_strdup_printf ("%" G_GINT64_FORMAT " %s", area->body_id, area->indicator);
          /* in a list of words a value may run over the end of a line: two areas, one value */
          g_hash_table_add (seen, key);
        }
    }
  for (guint r = 0; r < dz_figure_table_get_n_rows (briefing->figures); r++)
    for (guint c = 0; c < dz_figure_table_get_n_columns (briefing->figures); c++)
      {
        DzFigureRow *row = dz_figure_table_get_row (briefing->figures, r);
        g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT " %s", dz_figure_row_get_body (row)->id,
                                                dz_figure_table_get_entry (briefing->figures, c)->id);
        gboolean reported = dz_figure_cell_is_reported (dz_figure_row_get_cell (row, c));

        n += reported;
        g_assert_cmpint (g_hash_table_contains (seen, key), ==, reported);
      }
  g_assert_cmpuint (g_hash_table_size (seen), ==, n);
  g_assert_cmpuint (n, >, 500);
}

static gint
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return left < right ? -1 : left > right;
}

/* The numbers in the PDF's own text, reckoned again from the reports. */
static void
test_numbers_in_pdf (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 20, 18);
  g_autoptr(DzBriefing) briefing = make_briefing (review, codebook, NULL);
  g_autofree char *path = export_pdf (briefing);
  g_autofree char *text = read_pdf (path, TRUE);
  g_autofree char *plain = NULL;
  g_autofree char *words = NULL;
  g_autofree char *number = NULL;
  g_autoptr(GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  g_auto(GStrv) lines = NULL;
  double median;

  remove_file (path);
  if (text == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  plain = squeeze (text);
  g_assert_nonnull (strstr (plain, "应报送单位20个，已报送18个"));
  g_assert_nonnull (strstr (plain, "未列的为未报或无报告。"));

  for (guint i = 0; i < review->reports->len; i++)
    {
      DzReport *report = g_ptr_array_index (review->reports, i);

      for (guint k = 0; report->identity.year == YEAR && k < report->figures->len; k++)
        {
          const DzFigure *figure = &g_array_index (report->figures, DzFigure, k);

          if (g_str_equal (figure->indicator, "disputes_mediated"))
            g_array_append_val (values, figure->value);
        }
    }
  g_array_sort (values, compare_doubles);
  median = (g_array_index (values, double, (values->len - 1) / 2) + g_array_index (values, double, values->len / 2)) / 2;
  number = dz_format_number (median);
  words = g_strdup_printf ("中位数%s件", number);
  g_assert_nonnull (strstr (plain, words));

  /* every cell of the main table stands on a line with its body's name */
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *bare = squeeze (lines[i]);

      g_free (lines[i]);
      lines[i] = bare;
    }
  for (guint r = 0; r < dz_figure_table_get_n_rows (briefing->figures); r++)
    for (guint c = 0; c < briefing->main_columns->len; c++)
      {
        guint column = g_array_index (briefing->main_columns, guint, c);
        DzFigureRow *row = dz_figure_table_get_row (briefing->figures, r);
        const DzFigureCell *cell = dz_figure_row_get_cell (row, column);
        const char *hang;
        g_autofree char *printed = dz_briefing_cell_text (cell, dz_briefing_uses_wan (briefing, column), &hang);
        gboolean found = printed == NULL;

        g_autofree char *bare = printed != NULL ? squeeze (printed) : NULL;

        for (guint i = 0; lines[i] != NULL && !found; i++)
          found = strstr (lines[i], dz_figure_row_get_body (row)->name) != NULL && strstr (lines[i], bare) != NULL;
        if (!found)
          g_test_message ("%s %s", dz_figure_row_get_body (row)->name, printed);
        g_assert_true (found);
      }
}

/* [3-17] anywhere: body 3 has a report of 17 paragraphs or more, and the appendix has the entry. */
static void
test_sources_resolve (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 12, 12);
  g_autoptr(DzBriefing) briefing = make_briefing (review, codebook, "all");
  g_autofree char *path = export_pdf (briefing);
  g_autofree char *text = read_pdf (path, FALSE);
  g_autofree char *plain = text != NULL ? squeeze (text) : NULL;
  g_autoptr(GRegex) regex = g_regex_new ("\\[(\\d+)(′?)-(\\d+)\\]", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  guint n = 0;

  remove_file (path);
  if (text == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  for (g_regex_match (regex, plain, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *position = g_match_info_fetch (match, 1);
      g_autofree char *prime = g_match_info_fetch (match, 2);
      g_autofree char *paragraph = g_match_info_fetch (match, 3);
      const DzBody *body;
      DzReport *report;
      GPtrArray *citations;
      gboolean found = FALSE;

      if (strstr (plain, "全文引用如[3]、[3-17]") != NULL && g_str_equal (position, "3") && g_str_equal (paragraph, "17"))
        continue; /* the example under table 1 */
      g_assert_cmpint (atoi (position), <=, (int) review->bodies->len);
      body = g_ptr_array_index (review->bodies, atoi (position) - 1);
      report = dz_review_report_of (review, body->id, prime[0] != '\0' ? YEAR - 1 : YEAR);
      g_assert_nonnull (report);
      citations = dz_citations_list (briefing->book, report->id);
      for (guint i = 0; citations != NULL && i < citations->len; i++)
        found |= ((DzCitation *) g_ptr_array_index (citations, i))->paragraph == (guint) atoi (paragraph);
      g_assert_true (found);
      n++;
    }
  g_assert_cmpuint (n, >, 100);
}

static void
test_areas_lead_to_text (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 12, 12);
  g_autoptr(DzBriefing) briefing = make_briefing (review, codebook, "all");
  guint n = 0;

  for (guint p = 0; p < dz_briefing_get_n_pages (briefing); p++)
    {
      g_autoptr(GPtrArray) areas = dz_document_list_areas (dz_briefing_get_document (briefing), p);

      for (guint i = 0; i < areas->len; i++)
        {
          const DzPageArea *area = g_ptr_array_index (areas, i);
          DzReport *report;

          if (area->report_id == 0)
            continue;
          report = dz_review_find_report (review, area->report_id);
          g_assert_nonnull (report);
          g_assert_cmpuint (area->span.end, <=, dz_text_get_length (report->text));
          n++;
        }
    }
  g_assert_cmpuint (n, >, 500);
}

static void
test_same_bytes (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 12, 11);
  g_autofree char *bytes[2] = { NULL };
  gsize len[2];

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(DzBriefing) briefing = make_briefing (review, codebook, "all");
      g_autofree char *path = NULL;

      /* what was looked at before must not matter */
      if (i == 1)
        g_ptr_array_unref (dz_document_list_areas (dz_briefing_get_document (briefing), 5));
      path = export_pdf (briefing);
      g_assert_true (g_file_get_contents (path, &bytes[i], &len[i], NULL));
      remove_file (path);
    }
  g_assert_cmpmem (bytes[0], len[0], bytes[1], len[1]);
  g_free (bytes[1]);
}

/* Neither the hour nor the place nor the language is in a file. */
static void
test_same_bytes_elsewhere (void)
{
  static const char *const names[] = { "out.pdf", "out.docx", "out.xlsx", "out.svg" };
  static const char *const zones[] = { "UTC", "Asia/Shanghai", "America/New_York" };
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 6, 5);
  g_autofree char *folder = g_dir_make_tmp ("duizhao-test-XXXXXX", NULL);

  for (guint n = 0; n < G_N_ELEMENTS (names); n++)
    {
      g_autofree char *path = g_build_filename (folder, names[n], NULL);
      g_autofree char *first = NULL;
      gsize first_len = 0;

      for (guint z = 0; z < G_N_ELEMENTS (zones); z++)
        {
          g_autoptr(DzBriefing) briefing = make_briefing (review, codebook, NULL);
          g_autoptr(GError) error = NULL;
          g_autofree char *bytes = NULL;
          gsize len;

          g_setenv ("TZ", zones[z], TRUE);
          tzset ();
          setlocale (LC_ALL, z == 0 ? "C" : "zh_CN.UTF-8");
          switch (n)
            {
            case 0: dz_export_pdf (dz_briefing_get_document (briefing), path, NULL, NULL, NULL, &error); break;
            case 1: dz_export_docx (dz_briefing_get_document (briefing), path, NULL, &error); break;
            case 2: dz_export_xlsx (briefing, path, NULL, &error); break;
            default:
              dz_export_chart (&(DzChartFileOrder){ review, codebook, YEAR, "mediation", 0, path, -1, 0 }, &error);
              break;
            }
          g_assert_no_error (error);
          g_assert_true (g_file_get_contents (path, &bytes, &len, NULL));
          g_unlink (path);
          if (z == 0)
            {
              first = g_steal_pointer (&bytes);
              first_len = len;
            }
          else
            g_assert_cmpmem (first, first_len, bytes, len);
        }
    }
  setlocale (LC_ALL, "C");
  g_unsetenv ("TZ");
  g_rmdir (folder);
}

static void
test_nothing_reported (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 12, 0);
  g_autoptr(DzBriefing) briefing = make_briefing (review, codebook, "all");
  g_autofree char *text = NULL;

  g_assert_cmpuint (dz_briefing_get_n_pages (briefing), ==, 1);
  text = dz_document_dup_page_text (dz_briefing_get_document (briefing), 0);
  g_assert_nonnull (strstr (text, "应报送单位12个，均未报送。"));
  g_assert_null (strstr (text, "数据情况"));
}

static void
test_nothing_ticked (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 3, 3);
  g_autoptr(DzBriefingOptions) options = dz_briefing_options_new (review, YEAR);
  g_autoptr(DzBriefing) briefing = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < options->parts->len; i++)
    ((DzBriefingPart *) g_ptr_array_index (options->parts, i))->ticked = FALSE;
  briefing = dz_briefing_new (review, codebook, options);
  g_assert_cmpuint (dz_briefing_get_n_pages (briefing), ==, 0);
  g_assert_false (dz_export_pdf (dz_briefing_get_document (briefing), "/nonexistent/x.pdf", NULL, NULL, NULL, &error));
  g_assert_nonnull (error);
}

/* 整改台账 of a county with nothing on it: not the list of all its reports. */
static void
test_nothing_on_the_ledger (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 3, 3);
  g_autoptr(DzBriefingOptions) options = dz_briefing_options_new (review, YEAR);
  g_autoptr(DzBriefing) briefing = NULL;

  dz_briefing_options_take_template (options, "ledger");
  briefing = dz_briefing_new (review, codebook, options);
  g_assert_cmpuint (dz_briefing_get_n_pages (briefing), ==, 0);
}

static void
add_problem (DzReview *review,
             int       year,
             guint     body)
{
  DzLedgerEntry *entry = dz_ledger_entry_new ("执法力量不足", year);

  entry->body_id = ((DzBody *) g_ptr_array_index (review->bodies, body))->id;
  entry->code = g_intern_static_string ("enforce_staff_short");
  g_ptr_array_add (review->ledger, entry);
}

/* Without the ends of its lines. */
static char *
read_ledger (DzReview   *review,
             DzCodebook *codebook)
{
  g_autoptr(DzBriefingOptions) options = dz_briefing_options_new (review, YEAR);
  g_autoptr(DzBriefing) briefing = NULL;
  g_autofree char *path = NULL;
  char *text;

  dz_briefing_options_take_template (options, "ledger");
  briefing = dz_briefing_new (review, codebook, options);
  path = export_pdf (briefing);
  text = read_pdf (path, FALSE);
  remove_file (path);
  if (text != NULL)
    {
      g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

      g_free (text);
      text = g_strjoinv ("", lines);
    }

  return text;
}

/* What is open from last year stands on this year's ledger: as of last year, and compared with last year's report. */
static void
test_ledger_of_two_years (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 3, 3);
  g_autofree char *one = NULL;
  g_autofree char *both = NULL;

  add_problem (review, YEAR, 0);
  one = read_ledger (review, codebook);
  add_problem (review, YEAR - 1, 0);
  both = read_ledger (review, codebook);
  if (one == NULL || both == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  g_assert_nonnull (strstr (one, "年度报告对照"));
  g_assert_null (strstr (one, "本单位同年度报告对照"));
  g_assert_null (strstr (one, "年度）"));
  g_assert_nonnull (strstr (both, "本单位同年度报告对照"));
  g_assert_nonnull (strstr (both, "2023年度）"));
}

/* A report of two years ago is another source than last year's, and the appendix has it; reports the ledger does not cite
 * are not listed. */
static void
test_ledger_cites_any_year (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 3, 3);
  const DzBody *body = g_ptr_array_index (review->bodies, 0);
  DzReport *old = dz_review_report_of (review, body->id, YEAR - 1);
  g_autofree char *text = NULL;
  g_autofree char *entry = g_strdup_printf ("%d年度 年度报告", YEAR - 2);

  g_assert_cmpuint (old->weaknesses->len, >, 0);
  old->identity.year = YEAR - 2;
  add_problem (review, YEAR - 2, 0);
  ((DzLedgerEntry *) g_ptr_array_index (review->ledger, 0))->code = g_array_index (old->weaknesses, DzWeakness, 0).code;
  text = read_ledger (review, codebook);
  if (text == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  g_assert_nonnull (strstr (text, "〔2022〕-"));
  g_assert_nonnull (strstr (text, entry));
  g_assert_null (strstr (text, "2024年度 年度报告"));
}

static void
test_hidden_names (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 12, 10);
  g_autoptr(DzBriefing) briefing = make_briefing (review, codebook, "names=hidden");
  g_autofree char *path = export_pdf (briefing);
  g_autofree char *text = read_pdf (path, FALSE);

  remove_file (path);
  if (text == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  g_assert_nonnull (strstr (text, "甲单位"));
  for (guint i = 0; i < review->bodies->len; i++)
    g_assert_null (strstr (text, ((DzBody *) g_ptr_array_index (review->bodies, i))->name));
}

/* The bodies a mark of a chart on these pages speaks of by name. */
static GHashTable *
list_marked (DzDocument *document,
             DzReview   *review)
{
  GHashTable *marked = g_hash_table_new (NULL, NULL);

  for (guint p = 0; p < dz_document_get_n_pages (document); p++)
    {
      g_autoptr(GPtrArray) areas = dz_document_list_areas (document, p);

      for (guint i = 0; i < areas->len; i++)
        {
          const DzPageArea *area = g_ptr_array_index (areas, i);
          const DzBody *body = dz_review_find_body (review, area->body_id);

          if (body != NULL && area->label != NULL && g_str_has_prefix (area->label, body->name))
            g_hash_table_add (marked, (gpointer) body);
        }
    }

  return marked;
}

/* However many bodies, each has its column in the heat map and its name over it. */
static void
test_heat_map_prints_all (void)
{
  static const guint counts[] = { 12, 40, 62, 150 };
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();

  for (guint c = 0; c < G_N_ELEMENTS (counts); c++)
    {
      g_autoptr(DzReview) review = dz_made_review (codebook, counts[c], counts[c]);
      g_autoptr(DzBriefing) briefing = make_briefing (
        review, codebook, "-summary -required -figures -chart:mediation -chart:enforcement -chart:weaknesses "
                          "-weaknesses -year-change -checks -bodies -sources +chart:heatmap");
      DzDocument *document = dz_briefing_get_document (briefing);
      g_autoptr(GHashTable) marked = list_marked (document, review);
      g_autofree char *path = export_pdf (briefing);
      g_autofree char *pdf = read_pdf (path, FALSE);
      g_autofree char *words = pdf != NULL ? squeeze (pdf) : NULL;

      check_geometry (document);
      for (guint i = 0; i < counts[c]; i++)
        {
          const DzBody *body = g_ptr_array_index (review->bodies, i);

          g_assert_true (g_hash_table_contains (marked, body));
          g_assert_true (words == NULL || strstr (words, body->name) != NULL);
        }
      remove_file (path);
    }
}

/* All that the PDF says, without blanks and ends of lines; NULL where it cannot be read. */
static char *
briefing_text (DzBriefing *briefing)
{
  g_autofree char *path = export_pdf (briefing);
  g_autofree char *text = read_pdf (path, FALSE);

  remove_file (path);
  if (text == NULL)
    g_test_skip ("pdftotext is not installed");

  return text != NULL ? squeeze (text) : NULL;
}

static void
set_states (DzReview *review,
            DzState   state)
{
  for (guint i = 0; i < review->reports->len; i++)
    {
      DzReport *report = g_ptr_array_index (review->reports, i);

      for (guint k = 0; k < report->weaknesses->len; k++)
        g_array_index (report->weaknesses, DzWeakness, k).state = state;
    }
}

/* A reproach waits for a person: it is 待核 on every page, and no page says that nothing is to be looked at. */
static void
test_reproaches_wait (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 12, 11);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(DzBriefing) briefing = NULL;
      g_autoptr(DzBriefing) sheets = NULL;
      g_autofree char *text = NULL;
      g_autofree char *bodies = NULL;

      set_states (review, i == 0 ? DZ_STATE_SUGGESTED : DZ_STATE_CONFIRMED);
      briefing = make_briefing (review, codebook, "all");
      sheets = make_briefing (review, codebook, "layout=sheets");
      text = briefing_text (briefing);
      bodies = briefing_text (sheets);
      if (text == NULL || bodies == NULL)
        return;
      g_assert_nonnull (strstr (text, "待核单位数"));
      g_assert_nonnull (strstr (bodies, "处待核，核实后再列入。"));
      g_assert_null (strstr (bodies, "没有需要核对的情况"));
      g_assert_true ((strstr (text, "措施待核") != NULL) == (i == 0));
      g_assert_true ((strstr (text, "未见对应措施") != NULL) == (i == 1));
      g_assert_true ((strstr (bodies, "没有措施") != NULL) == (i == 1));
      g_assert_true ((strstr (bodies, "可以追问") != NULL) == (i == 1));
    }
}

/* Bodies that sent nothing share the page at the end; the others have one each. */
static void
test_no_page_for_nobody (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 12, 12);
  g_autoptr(DzBriefing) briefing = NULL;
  g_autofree char *last_page = NULL;
  g_autofree char *words = NULL;
  guint first, last, n = 0;

  for (guint i = review->reports->len; i-- > 0;)
    {
      const DzReport *report = g_ptr_array_index (review->reports, i);

      if (report->identity.year == YEAR && report->body_id > 3)
        g_ptr_array_remove_index (review->reports, i);
    }
  for (guint i = 0; i < review->bodies->len; i++)
    n += dz_review_report_of (review, ((DzBody *) g_ptr_array_index (review->bodies, i))->id, YEAR) != NULL;
  briefing = make_briefing (review, codebook, "layout=sheets");
  g_assert_true (dz_briefing_get_part_pages (briefing, "bodies", &first, &last));
  g_assert_cmpuint (last - first + 1, ==, n + 1);
  last_page = dz_document_dup_page_text (dz_briefing_get_document (briefing), last);
  words = g_strdup_printf ("单位%u个：", review->bodies->len - n);
  g_assert_nonnull (strstr (last_page, words));
  for (guint i = 0; i < review->bodies->len; i++)
    {
      const DzBody *body = g_ptr_array_index (review->bodies, i);

      g_assert_true ((strstr (last_page, body->name) != NULL) ==
                     (dz_review_report_of (review, body->id, YEAR) == NULL));
    }
}

/* The plan's words stand on a sheet without marks of ours: their own are set as print has them. */
static void
test_plan_in_marks (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 4, 4);
  DzReport *report = dz_review_report_of (review, 1, YEAR);
  g_autofree char *words = g_strdup (dz_text_peek (report->text, NULL));
  g_autoptr(DzBriefing) briefing = NULL;
  g_autofree char *text = NULL;

  memcpy (strstr (words, "第1项"), "\"A\"", strlen ("第"));
  dz_text_unref (report->text);
  report->text = dz_text_new_from_string (words);
  g_array_index (report->weaknesses, DzWeakness, 0).state = DZ_STATE_CONFIRMED;
  briefing = make_briefing (review, codebook, "layout=sheets");
  text = briefing_text (briefing);
  g_assert_true (text == NULL || strstr (text, "“A”1项") != NULL);
  g_assert_true (text == NULL || strchr (text, '"') == NULL);
}

/* A picture stands alone: around its words is ground, whatever its look. */
static void
test_picture_has_margin (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 12, 12);
  g_autofree char *folder = g_dir_make_tmp ("duizhao-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "out.png", NULL);

  for (int look = DZ_CHART_SCREEN_LIGHT; look <= DZ_CHART_PAPER_COLOUR; look++)
    {
      DzChartFileOrder order = { review, codebook, YEAR, "mediation", 0, path, look, 0 };
      g_autoptr(GError) error = NULL;
      cairo_surface_t *picture;
      const guint32 *pixels;
      int width, height, stride;

      dz_export_chart (&order, &error);
      g_assert_no_error (error);
      picture = cairo_image_surface_create_from_png (path);
      width = cairo_image_surface_get_width (picture);
      height = cairo_image_surface_get_height (picture);
      stride = cairo_image_surface_get_stride (picture) / (int) sizeof *pixels;
      pixels = (const guint32 *) (const void *) cairo_image_surface_get_data (picture);
      for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
          if (x < 10 || x >= width - 10 || y < 10 || y >= height - 10)
            g_assert_cmphex (pixels[y * stride + x] & 0xffffff, ==, pixels[0] & 0xffffff);
      cairo_surface_destroy (picture);
    }
  remove_file (path);
}

/* What was not read is not called not declared, unless a person looked. */
static void
test_not_read_is_not_silent (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 3, 3);
  DzReport *report = dz_review_report_of (review, 1, YEAR);
  DzCheck *check = dz_report_find_check (report, "C-PROBLEM");

  g_array_set_size (report->weaknesses, 0);
  check->result = DZ_RESULT_FAIL;
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(DzBriefing) briefing = make_briefing (review, codebook, "layout=sheets");
      g_autofree char *text = briefing_text (briefing);

      if (text == NULL)
        return;
      g_assert_true ((strstr (text, "报告中未读出问题，待核。") != NULL) == (i == 0));
      g_assert_true ((strstr (text, "报告没有提出问题（未提出不等于没有问题）。") != NULL) == (i == 1));
      check->state = DZ_STATE_CONFIRMED;
    }
}

/* A quotation begins with the point and ends with a clause, though the line of the page does not. */
static void
test_quotations_are_whole (void)
{
  static const struct
  {
    const char *text;
    const char *declares;
    const char *quoted;
  } cases[] = {
    { "（二）审查把关不严。\n有7件合同先签字后送审，村\n集体资产发包合同送审率只有68%。\n", "有7件合同先签字后送审",
      "有7件合同先签字后送审，村\n集体资产发包合同送审率只有68%" },
    { "（一）平台多、数据不通。综治、热线、执法、网格四套系统互不相通，一件\n事要录四遍。\n", "平台多、数据不通",
      "平台多、数据不通。综治、热线、执法、网格四套系统互不相通，一件\n事要录四遍" },
    { "工作中还有不少差距：一是学用脱节，学法满足于参加规定动作。\n", "工作中还有不少差距：一是学用脱节",
      "学用脱节" },
    { "（五）信访不信法。群众法律意识淡薄，信“访”\n不信“法”，遇事找政府。\n", "群众法律意识淡薄", "群众法律意识淡薄，信“访”\n不信“法”" },
    { "（六）经费保障不足，装备老旧\n全年经费只有2万元。\n", "经费保障不足", "经费保障不足，装备老旧" },
    { "执法队员年纪大、人手少\n（二）办案质量不高。\n", "执法队员年纪大", "执法队员年纪大、人手少" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(DzText) text = dz_text_new_from_string (cases[i].text);
      g_autoptr(DzReport) report = dz_report_new (text, dz_source_new ("made.txt"));
      gsize at = (gsize) (strstr (cases[i].text, cases[i].declares) - cases[i].text);
      DzWeakness weakness = { .span = { at, at + strlen (cases[i].declares) } };
      DzSpan span = dz_briefing_quotation_span (report, &weakness);
      g_autofree char *quoted = dz_text_dup_span (report->text, span);

      g_assert_cmpstr (quoted, ==, cases[i].quoted);
    }
}

/* A change in seven digits stands alone in its column, a small one with its share. */
static void
test_wide_changes (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 12, 12);
  g_autoptr(DzBriefing) briefing = NULL;
  g_autofree char *text = NULL;

  for (gint64 body = 1; body <= 6; body++)
    for (int year = YEAR - 1; year <= YEAR; year++)
      {
        DzReport *report = dz_review_report_of (review, body, year);

        for (guint i = 0; report != NULL && i < report->figures->len; i++)
          {
            DzFigure *figure = &g_array_index (report->figures, DzFigure, i);

            figure->bound = DZ_BOUND_EXACT;
            figure->value = year == YEAR ? (body < 4 ? 2146000 : 46) : (body < 4 ? 18000 : 40);
          }
      }
  briefing = make_briefing (review, codebook, NULL);
  text = briefing_text (briefing);
  if (text == NULL)
    return;
  g_assert_nonnull (strstr (text, "+2128000"));
  g_assert_null (strstr (text, "+2128000（"));
  g_assert_nonnull (strstr (text, "+6（+15.0%）"));
}

/* Two years of nobody are no pages. */
static void
test_no_year_to_compare (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 5, 5);
  g_autoptr(DzBriefing) briefing = NULL;
  g_autofree char *text = NULL;
  guint first, last;

  /* last year only of the one that did not report this year */
  for (guint i = review->reports->len; i-- > 0;)
    {
      DzReport *report = g_ptr_array_index (review->reports, i);

      if ((report->identity.year == YEAR) == (report->body_id == 5))
        g_ptr_array_remove_index (review->reports, i);
    }
  briefing = make_briefing (review, codebook, "all");
  text = briefing_text (briefing);
  g_assert_false (dz_briefing_get_part_pages (briefing, "year-change", &first, &last));
  g_assert_true (text == NULL || (strstr (text, "年度对比") == NULL && strstr (text, "请看表") == NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pages/briefing/nothing-overlaps-or-leaves-the-page", test_geometry);
  g_test_add_func ("/pages/briefing/heat-map-prints-every-body", test_heat_map_prints_all);
  g_test_add_func ("/pages/briefing/every-figure-exactly-once", test_every_figure_once);
  g_test_add_func ("/pages/briefing/numbers-of-the-pdf-are-those-of-the-review", test_numbers_in_pdf);
  g_test_add_func ("/pages/briefing/every-source-number-resolves", test_sources_resolve);
  g_test_add_func ("/pages/briefing/areas-lead-to-the-text", test_areas_lead_to_text);
  g_test_add_func ("/pages/briefing/same-input-same-bytes", test_same_bytes);
  g_test_add_func ("/pages/briefing/same-bytes-in-other-places", test_same_bytes_elsewhere);
  g_test_add_func ("/pages/briefing/nothing-reported-is-one-sentence", test_nothing_reported);
  g_test_add_func ("/pages/briefing/nothing-ticked-is-no-page", test_nothing_ticked);
  g_test_add_func ("/pages/briefing/ledger-of-two-years", test_ledger_of_two_years);
  g_test_add_func ("/pages/briefing/ledger-cites-any-year", test_ledger_cites_any_year);
  g_test_add_func ("/pages/briefing/nothing-on-the-ledger-is-no-page", test_nothing_on_the_ledger);
  g_test_add_func ("/pages/briefing/hidden-names-stay-hidden", test_hidden_names);
  g_test_add_func ("/pages/briefing/reproaches-wait-for-a-person", test_reproaches_wait);
  g_test_add_func ("/pages/briefing/not-read-is-not-silent", test_not_read_is_not_silent);
  g_test_add_func ("/pages/briefing/quotations-are-whole", test_quotations_are_whole);
  g_test_add_func ("/pages/briefing/wide-changes-stand-alone", test_wide_changes);
  g_test_add_func ("/pages/briefing/no-page-for-nobody", test_no_page_for_nobody);
  g_test_add_func ("/pages/briefing/plan-in-marks", test_plan_in_marks);
  g_test_add_func ("/pages/briefing/picture-has-margin", test_picture_has_margin);
  g_test_add_func ("/pages/briefing/no-year-to-compare", test_no_year_to_compare);

  return g_test_run ();
}

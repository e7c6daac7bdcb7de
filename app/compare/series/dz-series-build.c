/* dz-series-build.c - the subjects of the gallery, filled in from a review
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-series-build.h"

#include "dz-error.h"
#include "dz-format.h"
#include "dz-gallery.h"
#include "dz-sentence-private.h"
#include "dz-series-notes.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MAX_PROFILE 15

/* ---- rows and cells ---- */

static void
add_rows (DzSeries            *series,
          const DzSeriesQuery *query)
{
  g_autoptr(GPtrArray) bodies = dz_scope_filter_list_bodies_in (query->scope, query->review, query->year);
  int first = 0;

  for (guint i = 0; i < bodies->len; i++)
    {
      const DzBody *body = g_ptr_array_index (bodies, i);
      DzReport *report = dz_body_find_report (body, query->review, query->year);
      DzSeriesRow *row = dz_series_add_row (series, body->id, body->name, body->kind);

      row->position = body->position;
      row->population = body->population;
      row->has_report = report != NULL;
      row->report_kind = report != NULL ? report->identity.kind : DZ_KIND_OTHER;
      if (query->year != 0 || report == NULL)
        continue;
      row->report_year = report->identity.year;
      first = first == 0 ? row->report_year : first;
      series->mixed_years |= row->report_year != first;
    }
  series->due = bodies->len;
}

/* "2024年" before a title; nothing where the years are mixed. */
static char *
make_title (int         year,
            const char *name,
            const char *after)
{
  return year != 0 ? g_strdup_printf ("%d年%s%s", year, name, after) : g_strconcat (name, after, NULL);
}

static char *
dup_words (const DzFigureCell *cell)
{
  const DzFigure *figure = dz_figure_cell_get_figure (cell, 0);

  return figure != NULL ? dz_text_dup_span (cell->report->text, figure->span) : NULL;
}

static void
add_evidence (DzCell             *to,
              const DzFigureCell *cell)
{
  const DzFigure *figure = dz_figure_cell_get_figure (cell, 0);
  g_autofree char *words = dup_words (cell);

  if (figure == NULL)
    return;
  dz_cell_set_words (to, words);
  dz_cell_set_evidence (to, cell->report->id, (int) g_array_index (cell->figures, guint, 0),
                        figure->span);
}

/* @number: the value shown, per head or as it is. */
static void
set_cell (DzSeries           *series,
          guint               row,
          guint               measure,
          const DzFigureCell *cell,
          double              number)
{
  double factor = cell->value != 0 ? number / cell->value : 1;
  DzCell *to;

  if (cell->mark == DZ_CELL_MISSING || (isnan (number) && cell->mark != DZ_CELL_NOT_APPLICABLE))
    return;
  if (cell->mark == DZ_CELL_NOT_APPLICABLE)
    {
      dz_series_set_mark (series, row, measure, DZ_MARK_NOT_APPLICABLE);
      return;
    }
  if (cell->mark == DZ_CELL_TWO_VALUES)
    {
      to = dz_series_set_two_values (series, row, measure, number, cell->second * factor);
      to->between = cell->listed > 0 ? dz_figure_cell_get_between (cell) : NULL;
    }
  else
    to = dz_series_set_value (series, row, measure, number, cell->bound);
  if (cell->mark == DZ_CELL_CONFLICT)
    {
      to->mark = DZ_MARK_CONFLICT;
      dz_cell_set_note (to, cell->note);
    }
  else if (cell->mark == DZ_CELL_TWO_INDICATORS)
    to->mark = DZ_MARK_UNDECIDED;
  if (!isnan (cell->high)) /* a stated range is drawn from its lower end */
    {
      g_autofree char *high = dz_format_number (cell->high * factor);
      g_autofree char *note = g_strconcat ("至", high, NULL);

      to->bound = DZ_BOUND_AT_LEAST;
      dz_cell_set_note (to, note);
    }
  to->derived = cell->derived;
  add_evidence (to, cell);
}

/* Returns: (nullable): the indicator that counts the whole of which @entry counts a part */
static const char *
get_whole (const DzEntry *entry)
{
  for (guint i = 0; i < entry->rules->len; i++)
    {
      const DzRule *rule = g_ptr_array_index (entry->rules, i);

      if (g_str_equal (rule->name, "whole"))
        return g_intern_string (dz_rule_get_attribute (rule, "of"));
    }

  return NULL;
}

static void
add_measure (DzSeries      *series,
             const DzEntry *entry,
             DzPer          per)
{
  g_autofree char *name = dz_sentence_plain_name (entry->name);
  g_autofree char *unit = NULL;
  g_autofree char *short_name = NULL;
  gboolean rate = g_strcmp0 (entry->unit, "%") == 0;

  if (rate)
    short_name = g_strdup (g_str_has_suffix (name, "成功率") ? "成功率" : name);
  else if (g_strcmp0 (entry->unit, "人次") == 0)
    short_name = g_strdup ("人次");
  else if (g_str_has_suffix (name, "场次"))
    short_name = g_strdup ("场次");
  else
    short_name = g_strconcat (entry->unit != NULL ? entry->unit : "", "数", NULL);
  if (rate || per == DZ_PER_NONE)
    unit = g_strdup (entry->unit != NULL ? entry->unit : "");
  else
    unit = g_strconcat (entry->unit, per == DZ_PER_THOUSAND ? "/千人" : "/村", NULL);
  dz_series_add_measure (series, entry->id, name, short_name, unit, entry->kind)->whole = get_whole (entry);
}

static void
set_column (DzSeries      *series,
            guint          measure,
            DzFigureTable *table,
            guint          column)
{
  gboolean per = dz_figure_table_get_per (table) != DZ_PER_NONE;

  for (guint i = 0; i < dz_figure_table_get_n_rows (table); i++)
    {
      DzFigureRow *row = dz_figure_table_get_row (table, i);
      double number = dz_figure_row_get_number (row, column);

      set_cell (series, i, measure, dz_figure_row_get_cell (row, column),
                per && !isnan (number) ? dz_format_round (number, 1) : number);
      if (dz_figure_row_get_report (row) == NULL && !dz_figure_cell_is_reported (dz_figure_row_get_cell (row, column)))
        dz_series_set_mark (series, i, measure, DZ_MARK_NO_REPORT);
    }
}

/* ---- what some subjects need besides ---- */

/* 全部持证 with a total only: certified = total. 全部持证 against two numbers: 待核. */
static void
mend_enforcement (DzSeries      *series,
                  DzFigureTable *table,
                  DzCodebook    *codebook)
{
  const DzEntry *rate_entry = dz_codebook_find (codebook, DZ_ENTRY_INDICATOR, "certified_rate");

  for (guint i = 0; i < dz_figure_table_get_n_rows (table); i++)
    {
      DzFigureRow *row = dz_figure_table_get_row (table, i);
      const DzFigureCell *staff = dz_figure_row_get_cell (row, 0);
      const DzFigureCell *certified = dz_figure_row_get_cell (row, 1);
      DzReport *report = dz_figure_row_get_report (row);
      DzCheck *claim = report != NULL ? dz_report_find_check (report, "C-CERT") : NULL;
      DzFigureCell rate;
      DzCell *cell;

      if (report == NULL)
        continue;
      dz_figure_cell_resolve (report, rate_entry, &rate);
      if (certified->mark == DZ_CELL_MISSING && dz_figure_cell_is_usable (staff) &&
          rate.value >= 100)
        {
          cell = dz_series_set_value (series, i, 1, staff->value, staff->bound);
          cell->derived = TRUE;
          add_evidence (cell, &rate);
        }
      else if (certified->mark == DZ_CELL_CONFLICT && certified->value > staff->value)
        {
          cell = dz_series_set_value (series, i, 1, certified->value, certified->bound);
          add_evidence (cell, certified); /* that it is more than all, the chart sees itself */
        }
      else if (certified->mark == DZ_CELL_CONFLICT ||
               (claim != NULL && claim->result != DZ_RESULT_PASS && claim->spans->len > 0 &&
                claim->state != DZ_STATE_REJECTED && dz_figure_cell_is_usable (certified)))
        {
          cell = dz_series_set_value (series, i, 1, certified->value, certified->bound);
          cell->mark = DZ_MARK_CONFLICT;
          dz_cell_set_note (cell, "文中称全部持证");
          add_evidence (cell, certified);
        }
      dz_figure_cell_clear (&rate);
    }
}

/* Several trainings listed apart, without a total: the first is drawn, 待核. */
static void
mend_training (DzSeries      *series,
               DzFigureTable *table)
{
  for (guint i = 0; i < dz_figure_table_get_n_rows (table); i++)
    {
      const DzFigureCell *cell = dz_figure_row_get_cell (dz_figure_table_get_row (table, i), 0);
      DzCell *to;

      if (cell->mark != DZ_CELL_TWO_VALUES)
        continue;
      to = dz_series_set_value (series, i, 0, dz_figure_cell_get_figure (cell, 0)->value,
                                DZ_BOUND_EXACT);
      to->mark = DZ_MARK_UNDECIDED;
      add_evidence (to, cell);
    }
}

/* Two rows, the upper first. */
typedef struct
{
  guint upper, lower;
} Pair;

static gint
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const Pair *left = a, *right = b;

  if (left->upper != right->upper)
    return left->upper < right->upper ? -1 : 1;

  return left->lower < right->lower ? -1 : left->lower > right->lower;
}

static const DzFigureCell *
first_cell (DzFigureTable *table,
            guint          row)
{
  return dz_figure_row_get_cell (dz_figure_table_get_row (table, row), 0);
}

static gboolean
stands_in_passage (const DzOverlap    *overlap,
                   const DzFigureCell *a,
                   const DzFigureCell *b)
{
  const DzFigure *x = dz_figure_cell_get_figure (a, 0);
  const DzFigure *y = dz_figure_cell_get_figure (b, 0);

  for (guint i = 0; i < overlap->passages->len; i++)
    {
      const DzOverlapPassage *passage = &g_array_index (overlap->passages, DzOverlapPassage, i);

      if (dz_span_overlaps (passage->a, x->span) && dz_span_overlaps (passage->b, y->span))
        return TRUE;
    }

  return FALSE;
}

/* The rows that report the first column. Returns: (transfer full): &DzReport.id → row + 1 */
static GHashTable *
index_reported (DzFigureTable *table)
{
  GHashTable *rows = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint n = dz_figure_table_get_n_rows (table);

  for (guint i = 0; i < n; i++)
    {
      const DzFigureCell *cell = first_cell (table, i);

      if (dz_figure_cell_is_reported (cell))
        g_hash_table_insert (rows, &cell->report->id, GUINT_TO_POINTER (i + 1));
    }

  return rows;
}

/* Of few pairs of bodies anything overlaps: these are looked through, not all that have the same value.
 *
 * Returns: (transfer full) (element-type Pair): rows of the same value in the same words, by the upper */
static GArray *
list_same (DzFigureTable *table)
{
  DzReview *review = dz_figure_table_get_review (table);
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  g_autoptr(GHashTable) rows = index_reported (table);

  for (guint i = 0; i < review->overlaps->len; i++)
    {
      const DzOverlap *overlap = g_ptr_array_index (review->overlaps, i);
      guint upper = GPOINTER_TO_UINT (g_hash_table_lookup (rows, &overlap->report_a));
      guint lower = GPOINTER_TO_UINT (g_hash_table_lookup (rows, &overlap->report_b));
      Pair pair = { upper - 1, lower - 1 };

      if (upper == 0 || lower <= upper)
        continue;
      if (first_cell (table, pair.upper)->value == first_cell (table, pair.lower)->value &&
          stands_in_passage (overlap, first_cell (table, pair.upper), first_cell (table, pair.lower)))
        g_array_append_val (pairs, pair);
    }
  g_array_sort (pairs, compare_pairs);

  return pairs;
}

/* The same value in the same words as another body: 与栖砚镇同值. */
static void
mend_materials (DzSeries      *series,
                DzFigureTable *table)
{
  g_autoptr(GArray) pairs = list_same (table);

  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);
      g_autofree char *of_lower = g_strconcat ("与", dz_series_get_row (series, pair->lower)->name, "同值", NULL);
      g_autofree char *of_upper = g_strconcat ("与", dz_series_get_row (series, pair->upper)->name, "同值", NULL);

      dz_cell_set_note ((DzCell *) dz_series_get_cell (series, pair->upper, 0), of_lower);
      dz_cell_set_note ((DzCell *) dz_series_get_cell (series, pair->lower, 0), of_upper);
    }
}

/* ---- builders ---- */

static void
set_title (DzSeries   *series,
           const char *title)
{
  g_free (series->title);
  series->title = g_strdup (title);
}

/* Where 次数 or 人数 alone would not say of what. */
static void
name_apart (DzSeries      *series,
            guint          measure,
            const DzEntry *entry)
{
  DzMeasure *info = (DzMeasure *) dz_series_get_measure (series, measure);

  g_free (info->short_name);
  info->short_name = g_strdup (entry->chart_name != NULL   ? entry->chart_name
                               : entry->short_name != NULL ? entry->short_name
                                                           : entry->name);
}

static DzFigureTable *
make_table (const DzSeriesQuery *query,
            int                  year,
            const char          *first,
            const char          *second)
{
  const char *const ids[] = { first, second, NULL };
  DzFigureTable *table =
    dz_figure_table_new (query->review, query->codebook, year, query->scope, ids);

  if (query->per != DZ_PER_NONE && dz_figure_table_can_per (table, query->per, NULL))
    dz_figure_table_set_per (table, query->per);

  return table;
}

static DzSeries *
build_figures (const DzSeriesQuery *query,
               const char          *first,
               const char          *second,
               const char          *title)
{
  DzSeries *series = dz_series_new (query->year);
  g_autoptr(DzFigureTable) table = make_table (query, query->year, first, second);

  series->order = query->order;
  series->focus_body = query->focus_body;
  series->per_thousand = dz_figure_table_get_per (table) == DZ_PER_THOUSAND;
  set_title (series, title);
  add_rows (series, query);
  for (guint i = 0; i < dz_figure_table_get_n_columns (table); i++)
    {
      add_measure (series, dz_figure_table_get_entry (table, i), dz_figure_table_get_per (table));
      set_column (series, i, table, i);
    }
  if (dz_series_get_n_measures (series) > 1 && g_str_equal (dz_series_get_measure (series, 0)->short_name,
                                                          dz_series_get_measure (series, 1)->short_name))
    name_apart (series, 1, dz_figure_table_get_entry (table, 1));
  if (g_strcmp0 (query->subject, "enforcement") == 0)
    mend_enforcement (series, table, query->codebook);
  else if (g_strcmp0 (query->subject, "training") == 0)
    mend_training (series, table);
  else if (g_strcmp0 (query->subject, "materials") == 0)
    mend_materials (series, table);
  dz_series_notes_figures (series, table, query->codebook);

  return series;
}

static DzSeries *
build_change (const DzSeriesQuery *query,
              const char          *indicator,
              const char          *name)
{
  DzSeries *series = dz_series_new (query->year);
  g_autofree char *title =
    g_strdup_printf ("%s：%d年与%d年", name, query->year - 1, query->year);
  g_autoptr(GPtrArray) without = g_ptr_array_new_with_free_func (g_free); /* last year */

  series->order = query->order;
  set_title (series, title);
  add_rows (series, query);
  for (guint i = 0; i < 2; i++)
    {
      int year = query->year - 1 + (int) i;
      g_autoptr(DzFigureTable) table = make_table (query, year, indicator, NULL);

      add_measure (series, dz_figure_table_get_entry (table, 0), dz_figure_table_get_per (table));
      ((DzMeasure *) dz_series_get_measure (series, i))->year = year;
      set_column (series, i, table, 0);
      for (guint k = 0; i == 0 && k < dz_figure_table_get_n_rows (table); k++)
        {
          DzFigureRow *row = dz_figure_table_get_row (table, k);

          if (dz_figure_row_get_report (row) == NULL)
            g_ptr_array_add (without, g_strdup (dz_figure_row_get_body (row)->name));
        }
    }
  if (without->len > 0)
    {
      g_autofree char *names = dz_series_join_few (without, "、", "个单位");
      g_autofree char *line = g_strdup_printf ("%d年%s无报告，不是0", query->year - 1, names);

      dz_series_add_incomparable (series, line);
    }

  return series;
}

static DzNamed
get_named (DzNamingState naming)
{
  if (naming == DZ_NAMING_NAMED)
    return DZ_NAMED;

  return naming == DZ_NAMING_SUGGESTED ? DZ_NAMED_SUGGESTED : DZ_NAMED_NOT;
}

static void
add_code (DzSeries           *series,
          DzCodebook         *codebook,
          const DzEntry      *entry,
          DzCommonRow        *row)
{
  const DzEntry *theme = dz_weakness_find_theme (codebook, entry);
  const char *short_name = entry->chart_name != NULL ? entry->chart_name : entry->short_name;
  const char *theme_name = theme == NULL ? "" : theme->short_name != NULL ? theme->short_name : theme->name;
  guint code = dz_series_get_n_codes (series);

  dz_theme_look_init (&dz_series_add_code (series, entry->id, entry->name,
                                           short_name != NULL ? short_name : entry->name, entry->theme,
                                           theme_name)->look, theme);
  for (guint i = 0; row != NULL && i < dz_common_row_get_n_cells (row); i++)
    {
      const DzWeaknessCell *cell = dz_common_row_get_cell (row, i);
      const DzWeakness *weakness = dz_weakness_cell_get (cell, 0);
      g_autofree char *words = NULL;
      DzNaming *naming;

      if (weakness == NULL)
        continue;
      naming = dz_series_set_naming (series, i, code, get_named (cell->naming), cell->grade);
      naming->open = cell->open;
      words = dz_text_dup_span (cell->report->text, weakness->span);
      dz_naming_set_words (naming, words);
      naming->evidence = (DzEvidence){ cell->report->id,
                                       (int) g_array_index (cell->weaknesses, guint, 0),
                                       weakness->span };
    }
}

static DzSeries *
build_weaknesses (const DzSeriesQuery *query,
                  const char          *title)
{
  DzSeries *series = dz_series_new (query->year);
  g_autoptr(DzCommonWeaknesses) common =
    dz_common_weaknesses_new (query->review, query->codebook, query->year, query->scope);
  GPtrArray *codes = dz_codebook_list (query->codebook, DZ_ENTRY_WEAKNESS);
  GPtrArray *without = dz_common_weaknesses_get_without_part (common);

  series->order = query->order;
  series->focus_body = query->focus_body;
  series->common = dz_common_weaknesses_get_threshold (common);
  set_title (series, title);
  add_rows (series, query);
  for (guint i = 0; i < without->len; i++)
    {
      int row = dz_series_find_body (series, ((DzBody *) g_ptr_array_index (without, i))->id);

      ((DzSeriesRow *) dz_series_get_row (series, (guint) row))->no_problems = TRUE;
    }
  for (guint i = 0; i < codes->len; i++)
    {
      const DzEntry *entry = g_ptr_array_index (codes, i);

      add_code (series, query->codebook, entry, dz_common_weaknesses_find_row (common, entry->id));
    }
  dz_series_notes_weaknesses (series);

  return series;
}

/* At most fifteen, those that most bodies report, in codebook order; the chosen body's own alone
 * is no comparison. */
static GArray *
choose_profile (DzFigureTable *table)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint least = dz_figure_table_get_n_rows (table); least >= 2; least--)
    {
      for (guint i = 0; i < dz_figure_table_get_n_columns (table) && chosen->len < MAX_PROFILE; i++)
        if (dz_figure_table_get_statistics (table, i)->n_reported == least)
          g_array_append_val (chosen, i);
    }

  return chosen;
}

static int
compare_columns (gconstpointer a,
                 gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static DzSeries *
build_profile (const DzSeriesQuery *query)
{
  DzSeries *series = dz_series_new (query->year);
  g_autoptr(DzFigureTable) table =
    dz_figure_table_new (query->review, query->codebook, query->year, query->scope, NULL);
  g_autoptr(GArray) chosen = choose_profile (table);
  const DzBody *body = dz_review_find_body (query->review, query->focus_body);
  g_autofree char *title = NULL;

  title = g_strdup_printf ("%s%d年主要指标与全县对照", body != NULL ? body->name : "", query->year);
  series->focus_body = query->focus_body;
  set_title (series, title);
  add_rows (series, query);
  g_array_sort (chosen, compare_columns);
  for (guint i = 0; i < chosen->len; i++)
    {
      guint column = g_array_index (chosen, guint, i);
      const DzEntry *entry = dz_figure_table_get_entry (table, column);

      add_measure (series, entry, DZ_PER_NONE);
      name_apart (series, i, entry); /* a cell has no panel head */
      set_column (series, i, table, column);
    }

  return series;
}

/* A county's own gallery may name what its codebook lacks. */
static gboolean
has_measures (const DzSeriesQuery *query,
              const DzEntry       *subject,
              GError             **error)
{
  const char *indicator;

  for (guint i = 0; (indicator = dz_gallery_get_measure (subject, i)) != NULL; i++)
    if (dz_codebook_find (query->codebook, DZ_ENTRY_INDICATOR, indicator) == NULL)
      {
        g_set_error (error, DZ_ERROR, DZ_ERROR_USAGE, _("There is no chart and no indicator called “%s”"), indicator);
        return FALSE;
      }

  return TRUE;
}

static DzSeries *
build_indicator (const DzSeriesQuery *query,
                 GError             **error)
{
  const char *colon = strchr (query->subject, ':');
  const char *id = colon != NULL ? colon + 1 : query->subject;
  const DzEntry *entry = dz_codebook_find (query->codebook, DZ_ENTRY_INDICATOR, id);
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;

  if (entry == NULL)
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_USAGE,
                   _("There is no chart and no indicator called “%s”"), query->subject);
      return NULL;
    }
  name = dz_sentence_plain_name (entry->name);
  if (g_str_has_prefix (query->subject, "change:") && !query->alone)
    return build_change (query, entry->id, name);
  title = make_title (query->year, name,
                      g_str_has_prefix (query->subject, "spread:") && !query->alone ? "的分布" : "");

  return build_figures (query, entry->id, NULL, title);
}

/**
 * dz_series_build:
 *
 * Builds what a chart draws. A review without data gives a series without
 * values: the chart then says so itself.
 *
 * Returns: (transfer full) (nullable): the series; %NULL with DZ_ERROR_USAGE for an unknown subject
 */
DzSeries *
dz_series_build (const DzSeriesQuery *query,
                 GError             **error)
{
  const DzEntry *subject;
  const char *first;
  g_autofree char *title = NULL;

  g_return_val_if_fail (query != NULL && query->subject != NULL, NULL);

  subject = dz_gallery_find (query->codebook, query->subject);
  if (subject == NULL)
    return build_indicator (query, error);
  if (!has_measures (query, subject, error))
    return NULL;
  first = dz_gallery_get_measure (subject, 0);
  if (g_str_equal (subject->kind, "profile"))
    return build_profile (query);
  if (query->alone && (dz_gallery_get_measure (subject, 1) != NULL || g_str_equal (subject->kind, "slope")))
    {
      DzSeriesQuery one = *query;

      one.subject = first; /* what the subject does besides is for both its measures */
      return build_indicator (&one, error);
    }
  if (g_str_equal (subject->kind, "slope"))
    return build_change (query, first, subject->name);
  title = make_title (query->year, subject->name, g_str_equal (subject->kind, "strip") && !query->alone ? "的分布" : "");
  if (dz_gallery_is_of_weaknesses (subject))
    return build_weaknesses (query, title);

  return build_figures (query, first, dz_gallery_get_measure (subject, 1), title);
}

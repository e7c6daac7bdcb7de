/* dz-figure-cell.c - all one body says of one indicator, resolved to one sign
 *
 * Figures are taken in tiers: what a person confirmed before what the engine
 * suggests, the whole body before its villages or a part, the year before a
 * part of it or a running total. Inside a tier equal values are one, a bound
 * gives way to an exact value that keeps it, and a total to which the others
 * add up stands for them; two of one list are two, 骨干培训2期、网格员培训2期. What then differs is 待核.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-figure-cell.h"

#include "dz-format.h"

#include <math.h>
#include <string.h>

/* A rate that its own report lets one work out. */
static const struct
{
  const char *rate;
  const char *part;
  const char *whole;
} quotients[] = {
  { "mediation_success_rate", "disputes_mediated", "disputes_accepted" },
  { "certified_rate", "certified_enforcers", "enforcement_staff" },
};

/**
 * dz_figure_cell_is_reported:
 *
 * Returns: whether the body gives a value (contradicted ones too)
 */
gboolean
dz_figure_cell_is_reported (const DzFigureCell *self)
{
  return self->mark != DZ_CELL_MISSING && self->mark != DZ_CELL_NOT_APPLICABLE;
}

/**
 * dz_figure_cell_is_undecided:
 *
 * Returns: whether it is 待核: shown, ranked by its smaller value, in no statistic
 */
gboolean
dz_figure_cell_is_undecided (const DzFigureCell *self)
{
  return self->mark == DZ_CELL_TWO_VALUES || self->mark == DZ_CELL_CONFLICT ||
         self->mark == DZ_CELL_TWO_INDICATORS;
}

/**
 * dz_figure_cell_is_usable:
 *
 * Returns: whether its value may enter median and rank
 */
gboolean
dz_figure_cell_is_usable (const DzFigureCell *self)
{
  return dz_figure_cell_is_reported (self) && !dz_figure_cell_is_undecided (self);
}

/**
 * dz_figure_cell_is_inexact:
 *
 * Returns: whether it is a bound, approximate or a range
 */
gboolean
dz_figure_cell_is_inexact (const DzFigureCell *self)
{
  return self->bound != DZ_BOUND_EXACT || !isnan (self->high);
}

/**
 * dz_figure_cell_get_between:
 *
 * Returns: what stands between the two values of TWO_VALUES: ／ where one of them is wrong, ＋ where both are told apart
 *   (a report of 骨干培训2期、网格员培训2期 says no 2／2)
 */
const char *
dz_figure_cell_get_between (const DzFigureCell *self)
{
  return self->listed == 0 ? "／" : self->listed == 2 ? "＋" : "＋…＋";
}

/* Without what is said of it: 341, ≥87, 163／185, 2＋2, 249＊, 未报, 无报告, 不适用. */
static char *
dup_bare (const DzFigureCell *self)
{
  g_autofree char *number = NULL;
  const char *sign = dz_format_bound_sign (self->bound);

  /* a report that does not say it is one thing, a body that sent none another */
  if (self->mark == DZ_CELL_MISSING)
    return g_strdup (self->report != NULL ? "未报" : "无报告");
  if (self->mark == DZ_CELL_NOT_APPLICABLE)
    return g_strdup ("不适用");
  number = isnan (self->high) ? dz_format_number (self->value)
                              : dz_format_range (self->value, self->high);
  if (self->mark == DZ_CELL_TWO_VALUES)
    {
      g_autofree char *second = dz_format_number (self->second);

      return g_strconcat (number, dz_figure_cell_get_between (self), second, NULL);
    }

  return g_strconcat (sign, number, self->derived && !dz_figure_cell_is_undecided (self) ? "＊" : "", NULL);
}

/**
 * dz_figure_cell_to_string:
 *
 * Returns: (transfer full): what stands in a table: 341, ≥87, 163／185 待核, 2＋2 待核, 249＊, 未报, 无报告, 不适用
 */
char *
dz_figure_cell_to_string (const DzFigureCell *self)
{
  g_autofree char *bare = dup_bare (self);

  return g_strconcat (bare, dz_figure_cell_is_undecided (self) ? " 待核" : "", NULL);
}

/**
 * dz_figure_cell_dup_words:
 * @unit: (nullable)
 *
 * Returns: (transfer full): the same in a sentence, each number with its unit: 341件, 163／185件（待核）, 未报
 */
char *
dz_figure_cell_dup_words (const DzFigureCell *self,
                          const char         *unit)
{
  g_autofree char *bare = dup_bare (self);

  return g_strconcat (bare, unit != NULL && dz_figure_cell_is_reported (self) ? unit : "",
                      dz_figure_cell_is_undecided (self) ? "（待核）" : "", NULL);
}

/**
 * dz_figure_cell_get_figure:
 *
 * Returns: (transfer none) (nullable): the @n-th figure behind the cell
 */
const DzFigure *
dz_figure_cell_get_figure (const DzFigureCell *self,
                           guint               n)
{
  if (self->report == NULL || self->figures == NULL || n >= self->figures->len)
    return NULL;

  return &g_array_index (self->report->figures, DzFigure,
                         g_array_index (self->figures, guint, n));
}

/**
 * dz_figure_cell_mark_name:
 *
 * Returns: a stable word for files: "missing", "exact", "at_least" ...
 */
const char *
dz_figure_cell_mark_name (DzCellMark mark)
{
  static const char *const names[] = { "missing",        "exact",          "at_least",
                                       "about",          "at_most",        "zero",
                                       "not_applicable", "two_values",     "conflict",
                                       "two_indicators", "derived" };

  return names[mark];
}

/**
 * dz_figure_cell_clear:
 *
 * Frees what the cell owns; for cells made by dz_figure_cell_resolve().
 */
void
dz_figure_cell_clear (DzFigureCell *self)
{
  g_clear_pointer (&self->figures, g_array_unref);
  g_clear_pointer (&self->note, g_free);
}

/* 0 is best. */
static guint
rank_figure (const DzFigure *figure)
{
  static const guint scopes[] = { 0, 2, 1, 3 }; /* body, villages, mixed, part */
  guint person = figure->state == DZ_STATE_CONFIRMED || figure->state == DZ_STATE_CORRECTED ? 0 : 1;

  return person * 100 + scopes[figure->scope] * 10 + figure->period;
}

static const DzFigure *
figure_at (DzReport *report,
           guint     index)
{
  return &g_array_index (report->figures, DzFigure, index);
}

/* Most reports say nothing of most indicators: %NULL then. */
static GArray *
list_candidates (DzReport   *report,
                 const char *indicator)
{
  GArray *found = NULL;
  guint best = G_MAXUINT;

  for (guint i = 0; i < report->figures->len; i++)
    {
      const DzFigure *figure = figure_at (report, i);
      guint rank;

      if (figure->indicator != indicator || !dz_figure_counts (figure) || isnan (figure->value))
        continue;
      if (found == NULL)
        found = g_array_new (FALSE, FALSE, sizeof (guint));
      rank = rank_figure (figure);
      if (rank < best)
        g_array_set_size (found, 0);
      best = MIN (best, rank);
      if (rank == best)
        g_array_append_val (found, i);
    }

  return found;
}

/* Whether @a can be left out beside @b: the same value, or a bound @b keeps. */
static gboolean
gives_way (const DzFigure *a,
           const DzFigure *b)
{
  gboolean b_exact = b->bound == DZ_BOUND_EXACT && isnan (b->high);

  if (fabs (a->value - b->value) < 1e-9)
    return isnan (a->high) || !isnan (b->high) ? b_exact || a->bound != DZ_BOUND_EXACT : b_exact;
  if (!b_exact)
    return FALSE;
  switch (a->bound)
    {
    case DZ_BOUND_AT_LEAST: return b->value > a->value && b->value < a->value * 1.1;
    case DZ_BOUND_AT_MOST:  return b->value < a->value && b->value > a->value * 0.9;
    case DZ_BOUND_ABOUT:    return fabs (b->value - a->value) <= 0.05 * a->value;
    case DZ_BOUND_EXACT:
    default:                return !isnan (a->high) && b->value >= a->value && b->value <= a->high;
    }
}

/* Whether both stand in one list: things counted apart, not one number told twice. */
static gboolean
are_listed (DzReport       *report,
            const DzFigure *a,
            const DzFigure *b)
{
  static const char *const marks[] = { "、", "和", "及" };
  const DzFigure *first = a->span.start < b->span.start ? a : b;
  const DzFigure *second = first == a ? b : a;
  const char *text = dz_text_peek (report->text, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (first->span.end + strlen (marks[i]) == second->span.start &&
        g_str_has_prefix (text + first->span.end, marks[i]))
      return TRUE;

  return FALSE;
}

/* Moves the indexes that decide to the front, in text order, and returns how many they are. */
static guint
merge_equal (DzReport *report,
             GArray   *found)
{
  g_autoptr(GArray) rest = NULL;
  g_autoptr(GArray) kept = NULL;
  guint n;

  if (found->len < 2)
    return found->len;
  rest = g_array_new (FALSE, FALSE, sizeof (guint));
  kept = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < found->len; i++)
    {
      guint index = g_array_index (found, guint, i);
      gboolean out = FALSE;

      for (guint k = 0; k < found->len && !out; k++)
        {
          guint other = g_array_index (found, guint, k);
          gboolean both;

          if (k == i || !gives_way (figure_at (report, index), figure_at (report, other)) ||
              are_listed (report, figure_at (report, index), figure_at (report, other)))
            continue;
          both = gives_way (figure_at (report, other), figure_at (report, index));
          out = !both || k < i; /* of equals the first stays */
        }
      if (out)
        g_array_append_val (rest, index);
      else
        g_array_append_val (kept, index);
    }
  n = kept->len;
  g_array_set_size (found, 0);
  g_array_append_vals (found, kept->data, kept->len);
  g_array_append_vals (found, rest->data, rest->len);

  return n;
}

/* A total of which the other values are the parts: its place among the first @n, or -1. */
static int
find_total (DzReport *report,
            GArray   *found,
            guint     n)
{
  double sum = 0;

  if (n < 3)
    return -1;
  for (guint i = 0; i < n; i++)
    sum += figure_at (report, g_array_index (found, guint, i))->value;
  for (guint i = 0; i < n; i++)
    if (fabs (sum - 2 * figure_at (report, g_array_index (found, guint, i))->value) < 1e-6)
      return (int) i;

  return -1;
}

static void
take_figure (DzFigureCell   *cell,
             const DzFigure *figure)
{
  cell->value = figure->value;
  cell->high = !isnan (figure->high) && figure->high > figure->value ? figure->high : NAN;
  cell->bound = figure->bound;
  cell->unit = figure->unit;
  cell->derived = figure->derived != 0;
  cell->confirmed = figure->state == DZ_STATE_CONFIRMED || figure->state == DZ_STATE_CORRECTED;
  /* 调解成功率100%以上: more there cannot be */
  if (figure->bound == DZ_BOUND_AT_LEAST && figure->value >= 100 &&
      figure->unit == g_intern_static_string ("%"))
    {
      cell->value = 100;
      cell->bound = DZ_BOUND_EXACT;
    }
  if (cell->bound == DZ_BOUND_AT_LEAST)
    cell->mark = DZ_CELL_AT_LEAST;
  else if (cell->bound == DZ_BOUND_ABOUT)
    cell->mark = DZ_CELL_ABOUT;
  else if (cell->bound == DZ_BOUND_AT_MOST)
    cell->mark = DZ_CELL_AT_MOST;
  else if (cell->value == 0 && isnan (cell->high))
    cell->mark = DZ_CELL_ZERO;
  else
    cell->mark = cell->derived ? DZ_CELL_DERIVED : DZ_CELL_EXACT;
}

static gint
compare_starts (gconstpointer a,
                gconstpointer b,
                gpointer      report)
{
  const DzFigure *x = figure_at (report, *(const guint *) a), *y = figure_at (report, *(const guint *) b);

  return x->span.start < y->span.start ? -1 : x->span.start > y->span.start;
}

/* The first @n, in the order of the text: whether each is in one list with the one before. */
static gboolean
is_one_list (const DzFigureCell *cell,
             guint               n)
{
  g_autoptr(GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_vals (order, cell->figures->data, n);
  g_array_sort_with_data (order, compare_starts, cell->report);
  for (guint i = 1; i < n; i++)
    if (!are_listed (cell->report, figure_at (cell->report, g_array_index (order, guint, i - 1)),
                     figure_at (cell->report, g_array_index (order, guint, i))))
      return FALSE;

  return TRUE;
}

static void
take_two (DzFigureCell *cell,
          guint         n)
{
  double low = INFINITY;
  double high = -INFINITY;

  for (guint i = 0; i < n; i++)
    {
      const DzFigure *figure = dz_figure_cell_get_figure (cell, i);

      low = MIN (low, figure->value);
      high = MAX (high, figure->value);
    }
  take_figure (cell, dz_figure_cell_get_figure (cell, 0));
  cell->mark = DZ_CELL_TWO_VALUES;
  cell->bound = DZ_BOUND_EXACT;
  cell->derived = FALSE;
  cell->high = NAN;
  cell->value = low;
  cell->second = high;
  cell->listed = is_one_list (cell, n) ? n : 0;
}

/* One stated number against one worked out from words like 全部: the stated one, 待核. */
static gboolean
take_stated (DzFigureCell *cell,
             const char   *indicator,
             guint         n)
{
  int stated = -1;
  const DzFigure *figure;
  g_autofree char *amount = NULL;
  guint index;

  for (guint i = 0; i < n; i++)
    {
      if (dz_figure_cell_get_figure (cell, i)->derived)
        continue;
      if (stated >= 0)
        return FALSE;
      stated = (int) i;
    }
  if (stated < 0)
    return FALSE;

  index = g_array_index (cell->figures, guint, stated);
  g_array_remove_index (cell->figures, (guint) stated);
  g_array_prepend_val (cell->figures, index);
  figure = dz_figure_cell_get_figure (cell, 0);
  take_figure (cell, figure);
  cell->mark = DZ_CELL_CONFLICT;
  cell->other = figure->indicator;
  amount = dz_format_amount (figure->value, figure->unit);
  if (g_str_equal (indicator, "certified_enforcers"))
    cell->note = g_strconcat ("文中称全部持证，又写持证", amount, NULL);
  else
    cell->note = g_strconcat ("所写", amount, "与另处推得的数不一致", NULL);

  return TRUE;
}

/* 待核: the very number was given to another indicator too, and nobody decided. */
static void
find_rival (DzFigureCell *cell)
{
  const DzFigure *own = dz_figure_cell_get_figure (cell, 0);

  if (cell->confirmed || own->derived)
    return;
  for (guint i = 0; i < cell->report->figures->len; i++)
    {
      const DzFigure *other = figure_at (cell->report, i);

      if (other == own || !dz_figure_counts (other) || other->indicator == own->indicator ||
          other->derived || dz_span_is_empty (own->number) ||
          other->number.start != own->number.start || other->number.end != own->number.end)
        continue;
      cell->mark = DZ_CELL_TWO_INDICATORS;
      cell->other = other->indicator;
      return;
    }
}

static void
resolve_alone (DzReport     *report,
               const char   *indicator,
               DzFigureCell *cell)
{
  guint n;
  int total;

  *cell = (DzFigureCell){ .mark = DZ_CELL_MISSING, .value = NAN, .high = NAN, .second = NAN,
                          .report = report };
  if (report == NULL)
    return;
  cell->figures = list_candidates (report, indicator);
  if (cell->figures == NULL)
    return;
  n = merge_equal (report, cell->figures);
  total = find_total (report, cell->figures, n);
  if (total > 0)
    {
      guint index = g_array_index (cell->figures, guint, total);

      g_array_remove_index (cell->figures, total);
      g_array_prepend_val (cell->figures, index);
    }
  if (n > 1 && total < 0)
    {
      if (!take_stated (cell, indicator, n))
        take_two (cell, n);
      return;
    }
  take_figure (cell, dz_figure_cell_get_figure (cell, 0));
  find_rival (cell);
}

static gboolean
is_single (const DzFigureCell *cell)
{
  return dz_figure_cell_is_usable (cell) && !dz_figure_cell_is_inexact (cell);
}

static void
take_conflict (DzFigureCell *cell,
               const char   *other,
               char         *note)
{
  cell->mark = DZ_CELL_CONFLICT;
  cell->other = g_intern_string (other);
  g_free (cell->note);
  cell->note = note;
}

/* @whole_id: (nullable): of what the report counts as the whole */
static void
check_share (DzFigureCell *rate,
             const char   *whole_id)
{
  if (is_single (rate) && !rate->confirmed && rate->value > 100)
    take_conflict (rate, whole_id, g_strdup ("超过100%"));
}

static void
check_rate (DzFigureCell       *rate,
            const DzFigureCell *part,
            const DzFigureCell *whole,
            const char         *whole_id)
{
  double worked_out;

  if (rate->mark == DZ_CELL_MISSING && part->mark == DZ_CELL_ZERO)
    {
      rate->mark = DZ_CELL_NOT_APPLICABLE;
      return;
    }
  check_share (rate, whole_id);
  if (!is_single (rate) || rate->confirmed || !is_single (part) || !is_single (whole) ||
      whole->value <= 0)
    return;
  worked_out = part->value / whole->value * 100;
  if (fabs (worked_out - rate->value) > 0.1)
    {
      g_autofree char *a = dz_format_number (part->value);
      g_autofree char *b = dz_format_number (whole->value);
      g_autofree char *c = dz_format_percent (dz_format_round (worked_out, 1), 1);

      take_conflict (rate, whole_id, g_strconcat (a, "/", b, "＝", c, NULL));
    }
}

static void
check_part (DzFigureCell       *part,
            const DzFigureCell *whole,
            const char         *whole_id)
{
  if (is_single (part) && is_single (whole) && !part->confirmed && part->value > whole->value)
    {
      g_autofree char *a = dz_format_number (part->value);
      g_autofree char *b = dz_format_number (whole->value);

      take_conflict (part, whole_id,
                     g_strconcat ("持证", a, "人多于总数", b, "人", NULL));
    }
}

/**
 * dz_figure_cell_resolve:
 * @report: (nullable): %NULL gives a missing cell
 * @entry: (nullable): an indicator of the codebook; likewise
 * @cell: (out caller-allocates): clear with dz_figure_cell_clear()
 *
 * Resolves all figures of @report for one indicator, and holds them against
 * the other indicators of the same report. A share of a whole that is over 100 is 待核, whatever else is counted:
 * a pass rate of 128% is a slip of the pen or of the reading, and no highest of the county.
 *
 * Returns: whether the report gives a value
 */
gboolean
dz_figure_cell_resolve (DzReport      *report,
                        const DzEntry *entry,
                        DzFigureCell  *cell)
{
  const char *id = entry != NULL ? entry->id : NULL; /* interned */

  resolve_alone (entry != NULL ? report : NULL, id, cell);
  if (report == NULL || entry == NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (quotients); i++)
    {
      DzFigureCell part, whole;
      gboolean of_rate = g_str_equal (id, quotients[i].rate);
      gboolean of_part = i == 1 && g_str_equal (id, quotients[i].part);

      if (!of_rate && !of_part)
        continue;
      resolve_alone (report, g_intern_string (quotients[i].part), &part);
      resolve_alone (report, g_intern_string (quotients[i].whole), &whole);
      if (of_rate)
        check_rate (cell, &part, &whole, quotients[i].whole);
      else
        check_part (cell, &whole, quotients[i].whole);
      dz_figure_cell_clear (&part);
      dz_figure_cell_clear (&whole);
    }

  if (g_strcmp0 (entry->kind, "rate") == 0)
    check_share (cell, NULL);

  return dz_figure_cell_is_reported (cell);
}

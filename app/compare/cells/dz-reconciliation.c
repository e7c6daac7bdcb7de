/* dz-reconciliation.c - what the reports say beside what the county counted: 对账
 *
 * A contradiction is said only where nothing else explains it: the table's column is the indicator by
 * its own name or by what a person said, the report tells one number of the whole body and year, read
 * surely or confirmed, and neither its bound (以上, 余) nor its rounding (12.3万元) holds the other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-reconciliation.h"

#include "dz-format.h"

#include <math.h>
#include <string.h>

/* A figure read so surely is right in 97 of 100. */
#define SURE_CONFIDENCE .9
/* 约800 and 余 hold what is that near. */
#define ABOUT .05

struct _DzReconciliation
{
  DzReview *review;
  DzCodebook *codebook;
  GArray *accounts;  /* DzAccount */
  GHashTable *found; /* "body indicator" -> place + 1 */
};

static void
clear_account (gpointer data)
{
  dz_figure_cell_clear (&((DzAccount *) data)->cell);
}

static void
clear (gpointer data)
{
  DzReconciliation *self = data;

  g_array_unref (self->accounts);
  g_hash_table_unref (self->found);
  dz_codebook_unref (self->codebook);
  dz_review_unref (self->review);
}

DzReconciliation *
dz_reconciliation_ref (DzReconciliation *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
dz_reconciliation_unref (DzReconciliation *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/* The last place a number as written tells: 12.3万 tells thousands. */
static double
get_precision (const char *words)
{
  const char *point = strchr (words, '.');
  double precision = strstr (words, "亿") != NULL ? 1e8 : strstr (words, "万") != NULL ? 1e4 : 1;

  for (const char *at = point != NULL ? point + 1 : ""; g_ascii_isdigit (*at); at++)
    precision /= 10;

  return precision;
}

/* Of a number in 万元 that a table keeps in 元: the place its own digits end at. */
static double
get_table_precision (const DzCountyValue *value)
{
  double scale = value->head != NULL && strstr (value->head, "万") != NULL ? 1e4 : 1;
  g_autofree char *digits = dz_format_plain (value->value / scale);
  const char *point = strchr (digits, '.');
  double precision = scale;

  for (const char *at = point != NULL ? point + 1 : ""; g_ascii_isdigit (*at); at++)
    precision /= 10;

  return precision;
}

/* How far two numbers may lie apart that were rounded; counts as they stand are not. */
static double
get_tolerance (const DzAccount *account)
{
  const DzFigure *figure = dz_figure_cell_get_figure (&account->cell, 0);
  gboolean rate = g_strcmp0 (account->entry->unit, "%") == 0;
  double precision = 0;

  if (figure != NULL)
    {
      g_autofree char *words = dz_text_dup_span (account->cell.report->text, figure->number);
      double written = get_precision (words);

      if (rate || written != 1)
        precision = written;
    }
  if (rate || get_table_precision (account->value) != 1)
    precision = MAX (precision, get_table_precision (account->value));

  return precision / 2 + 1e-6;
}

static gboolean
holds (const DzAccount *account)
{
  const DzFigureCell *cell = &account->cell;
  double known = account->value->value;
  double slack = get_tolerance (account);

  if (!isnan (cell->high) && known >= cell->value - slack && known <= cell->high + slack)
    return TRUE;
  switch (cell->bound)
    {
    case DZ_BOUND_AT_LEAST: return known >= cell->value - slack;
    case DZ_BOUND_AT_MOST:  return known <= cell->value + slack;
    case DZ_BOUND_ABOUT:    return fabs (known - cell->value) <= MAX (ABOUT * fabs (cell->value), slack);
    case DZ_BOUND_EXACT:
    default:                return fabs (known - cell->value) <= slack;
    }
}

/* Measure words that count alike: which of these rows the words end with, -1 for none. */
static int
get_measure (const char *words)
{
  static const char *const alike[][6] = {
    { "家次", "户次", "家", "户" }, { "人次", "名次" }, { "件次" },
    { "件", "起", "宗", "例", "案" }, { "场次", "次", "场", "期", "趟", "回" }, { "人", "名", "位" },
    { "份", "册", "本", "张", "卷" }, { "条", "篇" }, { "处" }, { "个" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (alike); i++)
    for (guint k = 0; k < G_N_ELEMENTS (alike[i]) && alike[i][k] != NULL; k++)
      if (g_str_has_suffix (words, alike[i][k]))
        return (int) i;

  return -1;
}

/* The unit in the last brackets of a head; "" where it tells none. */
static char *
dup_head_unit (const char *head)
{
  const char *wide = g_strrstr (head, "（");
  const char *plain = strrchr (head, '(');
  const char *open = wide != NULL ? wide + strlen ("（") : plain != NULL ? plain + 1 : "";
  const char *close = strstr (open, wide != NULL ? "）" : ")");

  return close != NULL ? g_strndup (open, (gsize) (close - open)) : g_strdup ("");
}

/* A case taken up is not a case closed: which of these the words tell. */
static guint
get_stages (const char *words)
{
  static const char *const stages[][3] = { { "立案" }, { "办结", "结案" }, { "受理", "接收" }, { "申请" }, { "排查" }, { "撤销", "不予" } };
  guint found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    for (guint k = 0; k < G_N_ELEMENTS (stages[i]) && stages[i][k] != NULL; k++)
      if (strstr (words, stages[i][k]) != NULL)
        found |= 1u << i;

  return found;
}

/* Other measure words, another stage of a case: why it is not the same thing; %NULL: it is. */
static const char *
get_difference (const DzAccount *account,
                const DzFigure  *figure)
{
  const char *head = account->value->head != NULL ? account->value->head : "";
  g_autofree char *unit = dup_head_unit (head);
  g_autofree char *number = dz_text_dup_span (account->cell.report->text, figure->number);
  g_autofree char *words = dz_text_dup_span (account->cell.report->text, figure->span);
  int own = get_measure (g_strstrip (number));
  int theirs = get_measure (unit);

  if (own >= 0 && theirs >= 0 && own != theirs)
    return "口径是否一致待核：报告与统计表的计量单位不同";
  if (get_stages (words) != get_stages (head))
    return "口径是否一致待核：报告与统计表所计的办案环节不同";

  return NULL;
}

/* Why report and table may count different things, as far as can be known; %NULL: they count the same. */
static const char *
get_doubt (const DzAccount *account)
{
  const DzFigureCell *cell = &account->cell;
  const DzFigure *figure = dz_figure_cell_get_figure (cell, 0);

  if (cell->mark == DZ_CELL_TWO_VALUES)
    return "口径是否一致待核：报告中有两个不同的数";
  if (figure == NULL || cell->derived)
    return "口径是否一致待核：报告的数由分项推算";
  if (!account->value->sure)
    return "口径是否一致待核：统计表这一列的含义不确定";
  if (figure->scope != DZ_SCOPE_BODY)
    return "口径是否一致待核：报告的数不是本单位的总数";
  if (figure->period != DZ_PERIOD_YEAR)
    return "口径是否一致待核：报告的数不是全年的数";
  if (dz_figure_cell_is_undecided (cell) || (!cell->confirmed && figure->confidence < SURE_CONFIDENCE))
    return "口径是否一致待核：报告的数尚未确认";

  return get_difference (account, figure);
}

static void
judge (DzAccount *account)
{
  const DzFigureCell *cell = &account->cell;

  account->difference = NAN;
  if (cell->report == NULL)
    account->state = DZ_ACCOUNT_NO_REPORT;
  else if (!dz_figure_cell_is_reported (cell))
    account->state = DZ_ACCOUNT_UNREPORTED;
  else
    {
      account->difference = cell->value - account->value->value;
      if (cell->mark != DZ_CELL_TWO_VALUES && fabs (account->difference) < 1e-6 && !dz_figure_cell_is_inexact (cell))
        account->state = DZ_ACCOUNT_SAME;
      else if (cell->mark != DZ_CELL_TWO_VALUES && holds (account))
        account->state = DZ_ACCOUNT_WITHIN;
      else
        account->state = get_doubt (account) == NULL ? DZ_ACCOUNT_DIFFERENT : DZ_ACCOUNT_UNSURE;
    }
}

static char *
make_key (gint64      body_id,
          const char *indicator)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", body_id, indicator);
}

typedef struct
{
  const DzCountyTable *table;
  const DzCountyValue *value;
} Known;

/* Of each body and indicator the value of the table imported last; @only: of one body, 0: of all. */
static GHashTable *
list_known (DzReview *review,
            int       year,
            gint64    only)
{
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < review->tables->len; i++)
    {
      const DzCountyTable *table = g_ptr_array_index (review->tables, i);

      for (guint k = 0; k < table->values->len; k++)
        {
          const DzCountyValue *value = &g_array_index (table->values, DzCountyValue, k);
          Known one = { table, value };

          if (value->year == year && (only == 0 || value->body_id == only))
            g_hash_table_replace (known, make_key (value->body_id, value->indicator), g_memdup2 (&one, sizeof one));
        }
    }

  return known;
}

static void
add_body (DzReconciliation *self,
          GHashTable       *known,
          const DzBody     *body,
          int               year)
{
  GPtrArray *indicators = dz_codebook_list (self->codebook, DZ_ENTRY_INDICATOR);
  DzReport *report = dz_body_find_report (body, self->review, year);

  for (guint i = 0; i < indicators->len; i++)
    {
      const DzEntry *entry = g_ptr_array_index (indicators, i);
      char *key = make_key (body->id, entry->id);
      const Known *one = g_hash_table_lookup (known, key);
      DzAccount account = { .body = body, .entry = entry };

      if (one == NULL)
        {
          g_free (key);
          continue;
        }
      account.table = one->table;
      account.value = one->value;
      dz_figure_cell_resolve (report, entry, &account.cell);
      judge (&account);
      g_array_append_val (self->accounts, account);
      g_hash_table_insert (self->found, key, GUINT_TO_POINTER (self->accounts->len));
    }
}

static DzReconciliation *
make_empty (DzReview   *review,
            DzCodebook *codebook)
{
  DzReconciliation *self = g_atomic_rc_box_new0 (DzReconciliation);

  self->review = dz_review_ref (review);
  self->codebook = dz_codebook_ref (codebook);
  self->accounts = g_array_new (FALSE, TRUE, sizeof (DzAccount));
  g_array_set_clear_func (self->accounts, clear_account);
  self->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

/**
 * dz_reconciliation_new:
 *
 * Returns: (transfer full): all the county counted in @year of the bodies in @scope, in roster order
 *   and that of the codebook, each beside what the report says
 */
DzReconciliation *
dz_reconciliation_new (DzReview            *review,
                       DzCodebook          *codebook,
                       int                  year,
                       const DzScopeFilter *scope)
{
  DzReconciliation *self = make_empty (review, codebook);
  g_autoptr(GHashTable) known = list_known (review, year, 0);
  g_autoptr(GPtrArray) bodies = dz_scope_filter_list_bodies_in (scope, review, year);

  for (guint i = 0; i < bodies->len && g_hash_table_size (known) > 0; i++)
    add_body (self, known, g_ptr_array_index (bodies, i), year);

  return self;
}

/**
 * dz_reconciliation_new_for:
 *
 * Returns: (transfer full): the same of one body
 */
DzReconciliation *
dz_reconciliation_new_for (DzReview     *review,
                           DzCodebook   *codebook,
                           int           year,
                           const DzBody *body)
{
  DzReconciliation *self = make_empty (review, codebook);
  g_autoptr(GHashTable) known = review->tables->len > 0 ? list_known (review, year, body->id) : NULL;

  if (known != NULL)
    add_body (self, known, body, year);

  return self;
}

guint
dz_reconciliation_get_n (const DzReconciliation *self)
{
  return self->accounts->len;
}

/**
 * dz_reconciliation_get:
 *
 * Returns: (transfer none): the @n-th
 */
const DzAccount *
dz_reconciliation_get (const DzReconciliation *self,
                       guint                   n)
{
  return &g_array_index (self->accounts, DzAccount, n);
}

/**
 * dz_reconciliation_find:
 *
 * Returns: (transfer none) (nullable): what the county counted of a body and an indicator
 */
const DzAccount *
dz_reconciliation_find (const DzReconciliation *self,
                        gint64                  body_id,
                        const char             *indicator)
{
  g_autofree char *key = make_key (body_id, indicator);
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->found, key));

  return place > 0 ? dz_reconciliation_get (self, place - 1) : NULL;
}

/**
 * dz_account_state_to_string:
 *
 * Returns: the word of files
 */
const char *
dz_account_state_to_string (DzAccountState state)
{
  static const char *const words[DZ_N_ACCOUNT_STATES] = { "different", "unsure", "unreported", "no_report", "within",
                                                          "same" };

  return words[state];
}

/**
 * dz_account_state_get_name:
 *
 * Returns: the word of people
 */
const char *
dz_account_state_get_name (DzAccountState state)
{
  static const char *const names[DZ_N_ACCOUNT_STATES] = { "不一致", "待核", "未报", "没有报告", "相符", "相符" };

  return names[state];
}

/**
 * dz_account_get_reason:
 *
 * Returns: (nullable): in Chinese: why the account is 待核; %NULL: it is not
 */
const char *
dz_account_get_reason (const DzAccount *self)
{
  return self->state == DZ_ACCOUNT_UNSURE ? get_doubt (self) : NULL;
}

/**
 * dz_account_dup_words:
 *
 * Returns: (transfer full): both numbers with their sources, in Chinese: 调处矛盾纠纷数：报告806件，
 *   统计表798件（调解统计.xlsx“全年”D7）
 */
char *
dz_account_dup_words (const DzAccount *self)
{
  g_autofree char *said = dz_figure_cell_dup_words (&self->cell, self->entry->unit);
  g_autofree char *known = dz_format_amount (self->value->value, self->entry->unit);
  g_autofree char *source = dz_county_table_dup_source (self->table, self->value);

  return g_strdup_printf ("%s：报告%s，统计表%s（%s）", self->entry->name, said, known, source);
}

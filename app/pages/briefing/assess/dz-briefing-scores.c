/* dz-briefing-scores.c - the result of the 评分表 on paper: all bodies, their years, and a page for each with every scorer
 *
 * Points, reasons and limits of grades are persons' and the county's; here they are only added up. Who has not scored is
 * named, and the bodies stand in the order of the roster: it is no ranking.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-briefing-private.h"

#include "dz-format.h"
#include "dz-score-table.h"

#include <math.h>

#define PAPER_WIDTH 225 /* mm of text on a sheet on its side */
#define MOST_HEADS 6    /* with a column each in the table of all bodies */
#define MOST_SCORERS 8  /* with a column each on a body's page */
#define FEW_HEADS 8     /* the rows of a body take less than half a page */
#define MOST_YEARS 4

typedef struct
{
  DzBriefing *briefing;
  DzScoreTable *table;
  const DzScoreSheet *sheet;
} Scores;

/* 92.5; a dash where nobody counts */
static void
set_points (DzTableRow *row,
            guint       column,
            double      points)
{
  g_autofree char *words = dz_score_words (points);

  dz_table_row_set_text (row, column, isnan (points) ? "—" : words);
}

/* What is reckoned has two decimals in every row, as the note says: 84.00 under 86.33 */
static char *
dup_mean (double points)
{
  return dz_format_decimals (points, 2);
}

static void
set_mean (DzTableRow *row,
          guint       column,
          double      points)
{
  g_autofree char *words = isnan (points) ? NULL : dup_mean (points);

  dz_table_row_set_text (row, column, words != NULL ? words : "—");
}

/* The part where each head has one of its own, else the head's words. */
static const char *
get_head_name (const Scores *self,
               guint         n)
{
  const DzScoreHead *head = g_ptr_array_index (self->sheet->heads, n);

  for (guint i = 0; i < self->sheet->heads->len; i++)
    {
      const DzScoreHead *other = g_ptr_array_index (self->sheet->heads, i);

      if (head->group == NULL || (i != n && g_strcmp0 (other->group, head->group) == 0))
        return head->name;
    }

  return head->group;
}

static void
add_counts (Scores    *self,
            DzChapter *chapter)
{
  GPtrArray *scorers = dz_score_table_list_scorers (self->table);
  g_autoptr(GString) words = g_string_new (NULL);
  g_autoptr(DzRich) sentence = NULL;
  g_autoptr(DzRich) rich = dz_rich_new (NULL);
  g_autofree char *full = dz_score_words (dz_score_sheet_get_full (self->sheet));
  guint n = dz_score_table_get_n (self->table), whole = 0, some = 0;
  const char *between = "";

  for (guint i = 0; i < n; i++)
    {
      const DzScoreRow *row = dz_score_table_get (self->table, i);

      some += row->n_complete > 0;
      whole += row->n_complete > 0 && row->n_complete == scorers->len;
    }
  g_string_append_printf (words, "按照本县评分表（%u项，满分%s分），", self->sheet->heads->len, full);
  if (scorers->len == 0)
    g_string_append_printf (words, "对%u个单位的评分尚未开始。", n);
  else if (whole == n)
    g_string_append_printf (words, "%u名评分人对%u个单位评分，均已评齐。", scorers->len, n);
  else
    g_string_append_printf (words, "%u名评分人对%u个单位评分，已评齐的%u个，尚未评齐的%u个。", scorers->len, n, whole, n - whole);
  if (dz_score_sheet_has_grades (self->sheet) && some > 0)
    {
      for (int i = 0; i <= DZ_SCORE_POOR; i++)
        {
          guint in_grade = dz_score_table_count (self->table, (DzScoreGrade) i);

          if (in_grade == 0)
            continue;
          g_string_append_printf (words, "%s%s%u个", between, dz_score_grade_get_name ((DzScoreGrade) i), in_grade);
          between = "、";
        }
      g_string_append (words, "。");
    }
  sentence = dz_rich_new (words->str);
  dz_briefing_append_rich (self->briefing, rich, sentence, "scores/count");
  dz_chapter_add (chapter, dz_text_block_new (DZ_ROLE_BODY, rich));
}

/* How it was reckoned, so that a reader can do it again. */
static DzRich *
make_note (const Scores *self)
{
  g_autofree char *excellent = dz_score_words (self->sheet->excellent);
  g_autofree char *good = dz_score_words (self->sheet->good);
  g_autofree char *fair = dz_score_words (self->sheet->fair);
  g_autofree char *limits = dz_score_sheet_has_grades (self->sheet)
                              ? g_strdup_printf ("等次按本县标准：%s分以上为优秀，%s分以上为良好，%s分以上为一般，%s分以下为较差。", excellent, good, fair,
                                                 fair)
                              : g_strdup ("本县评分表未定等次。");
  g_autofree char *words =
    g_strdup_printf ("注：平均分为评齐各项的评分人总分的平均数%s，保留两位小数；标准差同电子表格STDEV.S。未评的不计，也不补。%s单位按名册排列，不是名次。",
                     self->sheet->drops_extremes ? "（评齐的不少于3名时，去掉一个最高分和一个最低分；不足3名的不去掉）" : "", limits);

  return dz_rich_new (words);
}

static void
add_all_row (Scores           *self,
             DzTableBlock     *block,
             const DzScoreRow *row,
             guint             n,
             gboolean          heads)
{
  DzTableRow *line = dz_table_block_add_row (block, DZ_RULE_GREY);
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *missing = dz_score_row_dup_missing (row);
  const char *grade = dz_score_grade_get_name (row->grade);
  g_autofree char *complete = g_strdup_printf ("%u/%u", row->n_complete, row->scorers->len);
  guint column = 2;

  dz_table_row_set_text (line, 0, number);
  dz_table_row_set_text (line, 1, dz_briefing_name (self->briefing, row->body))->body_id = row->body->id;
  for (guint i = 0; heads && i < self->sheet->heads->len; i++)
    set_mean (line, column++, dz_score_table_get_head_mean (self->table, row, g_ptr_array_index (self->sheet->heads, i)));
  set_mean (line, column++, row->mean);
  dz_table_row_set_text (line, column++, *grade != '\0' ? grade : "—");
  set_points (line, column++, row->high);
  set_points (line, column++, row->low);
  set_mean (line, column++, row->spread);
  dz_table_row_set_text (line, column++, complete);
  dz_table_row_set_text (line, column, *missing != '\0' ? missing : "—");
}

static void
add_all (Scores    *self,
         DzChapter *chapter)
{
  static const struct { const char *head; double width; DzTextAlign align; } columns[] = {
    { "平均分", 16, DZ_ALIGN_RIGHT }, { "等次", 18, DZ_ALIGN_CENTRE }, { "最高分", 15, DZ_ALIGN_RIGHT }, { "最低分", 15, DZ_ALIGN_RIGHT },
    { "标准差", 15, DZ_ALIGN_RIGHT }, { "评齐\n人数", 14, DZ_ALIGN_CENTRE },
  };
  DzPaperTable *table = dz_paper_table_new ("scores", dz_briefing_table_number (self->briefing, "scores"), "评分结果", TRUE);
  DzTableBlock *block = dz_paper_table_add_block (table, "评分结果");
  gboolean heads = self->sheet->heads->len <= MOST_HEADS;
  double left = PAPER_WIDTH - 10 - 26;
  g_autoptr(DzRich) note = make_note (self);

  table->size = 9;
  table->line = 12.5;
  dz_table_block_add_column (block, "序号", 10 * DZ_MM, DZ_ALIGN_CENTRE);
  dz_table_block_add_column (block, "单位", 26 * DZ_MM, DZ_ALIGN_LEFT)->pad_right = 1.5;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    left -= columns[i].width;
  for (guint i = 0; heads && i < self->sheet->heads->len; i++, left -= 12)
    dz_table_block_add_column (block, get_head_name (self, i), 12 * DZ_MM, DZ_ALIGN_RIGHT);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    dz_table_block_add_column (block, columns[i].head, columns[i].width * DZ_MM, columns[i].align);
  dz_table_block_add_column (block, "未评齐", left * DZ_MM, DZ_ALIGN_LEFT)->items = TRUE;
  for (guint i = 0; i < dz_score_table_get_n (self->table); i++)
    add_all_row (self, block, dz_score_table_get (self->table, i), i + 1, heads);
  dz_paper_table_set_note (table, note);
  dz_chapter_add (chapter, &table->parent);
}

/* 92.5 优秀 of each year that has a sheet, the latest last. */
static void
add_years (Scores    *self,
           DzChapter *chapter)
{
  GPtrArray *sheets = self->briefing->original->score_sheets;
  g_autoptr(GPtrArray) years = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_score_table_free);
  DzPaperTable *table;
  DzTableBlock *block;

  for (guint i = 0; i < sheets->len; i++)
    {
      const DzScoreSheet *sheet = g_ptr_array_index (sheets, i);

      if (sheet->year <= self->briefing->year && self->briefing->year - sheet->year < MOST_YEARS)
        g_ptr_array_add (years, dz_score_table_new (self->briefing->original, sheet->year, NULL));
    }
  if (years->len < 2)
    return;
  table = dz_paper_table_new ("score-years", dz_briefing_table_number (self->briefing, "score-years"), "历年评分", TRUE);
  block = dz_paper_table_add_block (table, "历年评分");
  table->size = 9;
  table->line = 12.5;
  dz_table_block_add_column (block, "单位", 40 * DZ_MM, DZ_ALIGN_LEFT);
  for (guint i = 0; i < years->len; i++)
    {
      g_autofree char *year = g_strdup_printf ("%d年", dz_score_table_get_sheet (g_ptr_array_index (years, i))->year);

      dz_table_block_add_column (block, year, 44 * DZ_MM, DZ_ALIGN_RIGHT)->pad_right = 6;
    }
  for (guint i = 0; i < dz_score_table_get_n (self->table); i++)
    {
      const DzBody *body = dz_score_table_get (self->table, i)->body;
      DzTableRow *line = dz_table_block_add_row (block, DZ_RULE_GREY);

      dz_table_row_set_text (line, 0, dz_briefing_name (self->briefing, body))->body_id = body->id;
      for (guint k = 0; k < years->len; k++)
        {
          const DzScoreRow *row = dz_score_table_find (g_ptr_array_index (years, k), body->id);
          g_autofree char *grade = row != NULL ? dz_score_row_dup_grade (row) : NULL;
          g_autofree char *points = row != NULL && !isnan (row->mean) ? dup_mean (row->mean) : NULL;
          g_autofree char *words = points != NULL ? g_strdup_printf ("%s %s", points, grade) : g_strdup ("—");

          dz_table_row_set_text (line, k + 1, words);
        }
    }
  dz_chapter_add (chapter, &table->parent);
}

/* Reasons, with who gave them. */
static char *
dup_reasons (Scores            *self,
             const DzScoreRow  *row,
             const DzScoreHead *head)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < row->scorers->len; i++)
    {
      const char *scorer = g_array_index (row->scorers, DzScorerTotal, i).scorer;
      const DzScore *score = dz_score_table_get_score (self->table, row->body->id, head, scorer);

      if (score != NULL && score->note != NULL && *score->note != '\0')
        g_string_append_printf (words, "%s%s：%s", words->len > 0 ? "；" : "", scorer, score->note);
    }

  return g_string_free (words, FALSE);
}

static void
add_head_row (Scores            *self,
              DzTableBlock      *block,
              const DzScoreRow  *row,
              const DzScoreHead *head,
              gboolean           scorers)
{
  DzTableRow *line = dz_table_block_add_row (block, DZ_RULE_GREY);
  g_autofree char *path = dz_score_head_dup_path (head);
  g_autofree char *reasons = dup_reasons (self, row, head);
  g_autofree char *masked = dz_briefing_mask (self->briefing, reasons, TRUE);
  guint column = 2;

  dz_table_row_set_text (line, 0, path);
  if (isnan (head->most))
    dz_table_row_set_text (line, 1, "不限");
  else
    set_points (line, 1, head->most);
  for (guint i = 0; scorers && i < row->scorers->len; i++)
    {
      const DzScore *score = dz_score_table_get_score (self->table, row->body->id, head,
                                                       g_array_index (row->scorers, DzScorerTotal, i).scorer);

      set_points (line, column++, score == NULL ? NAN : head->kind == DZ_HEAD_DEDUCTION ? -score->points : score->points);
    }
  set_mean (line, column++, dz_score_table_get_head_mean (self->table, row, head) *
                                (head->kind == DZ_HEAD_DEDUCTION ? -1 : 1));
  dz_table_row_set_text (line, column, *masked != '\0' ? masked : "—");
}

static void
add_sum_row (Scores           *self,
             DzTableBlock     *block,
             const DzScoreRow *row,
             gboolean          scorers)
{
  DzTableRow *line = dz_table_block_add_row (block, DZ_RULE_HAIR);
  g_autofree char *grade = dz_score_row_dup_grade (row);
  g_autofree char *words = g_strdup_printf ("等次：%s", grade);
  guint column = 2;

  line->summary = TRUE;
  dz_table_row_set_text (line, 0, "总分");
  set_points (line, 1, dz_score_sheet_get_full (self->sheet));
  for (guint i = 0; scorers && i < row->scorers->len; i++)
    {
      const DzScorerTotal *one = &g_array_index (row->scorers, DzScorerTotal, i);
      g_autofree char *points = dz_score_words (one->total);
      g_autofree char *dropped = g_strdup_printf ("%s（去掉）", points);

      dz_table_row_set_text (line, column++, isnan (one->total) ? "未评齐" : one->dropped ? dropped : points);
    }
  set_mean (line, column++, row->mean);
  dz_table_row_set_text (line, column, *grade != '\0' ? words : "—");
}

/* What each body somebody scored was given. */
static void
add_body (Scores           *self,
          const DzScoreRow *row)
{
  g_autofree char *key = g_strdup_printf ("scores:%" G_GINT64_FORMAT, row->body->id);
  DzChapter *chapter = dz_document_add_chapter (self->briefing->document, g_intern_string (key), TRUE);
  DzPaperTable *table = dz_paper_table_new (key, 0, "", TRUE);
  DzTableBlock *block = dz_paper_table_add_block (table, dz_briefing_name (self->briefing, row->body));
  gboolean scorers = row->scorers->len <= MOST_SCORERS;
  g_autofree char *missing = dz_score_row_dup_missing (row);
  g_autofree char *title = g_strdup_printf ("%s%d年度评分", dz_briefing_name (self->briefing, row->body), self->briefing->year);
  double left = PAPER_WIDTH - 64 - 14 - 16;

  table->size = 9;
  table->line = 12.5;
  dz_chapter_add (chapter, dz_text_block_new_plain (DZ_ROLE_HEADING_2, title));
  dz_table_block_add_column (block, "评议内容", 64 * DZ_MM, DZ_ALIGN_LEFT)->pad_right = 1.5;
  dz_table_block_add_column (block, "分值", 14 * DZ_MM, DZ_ALIGN_RIGHT);
  for (guint i = 0; scorers && i < row->scorers->len; i++, left -= 17)
    dz_table_block_add_column (block, g_array_index (row->scorers, DzScorerTotal, i).scorer, 17 * DZ_MM, DZ_ALIGN_RIGHT);
  dz_table_block_add_column (block, "平均", 16 * DZ_MM, DZ_ALIGN_RIGHT);
  dz_table_block_add_column (block, "理由", left * DZ_MM, DZ_ALIGN_LEFT)->pad_left = 14;
  for (guint i = 0; i < self->sheet->heads->len; i++)
    add_head_row (self, block, row, g_ptr_array_index (self->sheet->heads, i), scorers);
  add_sum_row (self, block, row, scorers);
  dz_chapter_add (chapter, &table->parent);
  if (*missing != '\0')
    {
      g_autofree char *words = g_strdup_printf ("未评齐：%s。未评的不计入平均分。", missing);

      dz_chapter_add (chapter, dz_text_block_new_plain (DZ_ROLE_SMALL, words));
    }
  if (row->kept_extremes)
    dz_chapter_add (chapter, dz_text_block_new_plain (DZ_ROLE_SMALL, "评齐的评分人不足3名，没有去掉最高分和最低分。"));
}

/**
 * dz_briefing_has_scores:
 *
 * Returns: whether anybody scored in the year: else a sentence says so, and there is no table of dashes
 */
gboolean
dz_briefing_has_scores (DzBriefing *self)
{
  const DzScoreSheet *sheet = dz_review_score_sheet_of (self->original, self->year);

  return sheet != NULL && sheet->scores->len > 0;
}

/* Whether the part has more than that sentence: this year's result, or other years'. */
gboolean
dz_briefing_has_score_tables (DzBriefing *self)
{
  return dz_briefing_has_scores (self) || self->original->score_sheets->len > 1;
}

/* The part of the result: on its side, for it has a column a head. */
void
dz_briefing_add_scores (DzBriefing *self)
{
  g_autoptr(DzScoreTable) table = dz_score_table_new (self->original, self->year, self->scope);
  Scores scores = { self, table, dz_score_table_get_sheet (table) };
  DzPageForm form = dz_briefing_has_score_tables (self) ? DZ_FORM_LANDSCAPE : DZ_FORM_UPRIGHT;
  DzChapter *chapter = dz_document_add_chapter (self->document, "scores", form);
  guint first = dz_document_get_n_chapters (self->document) - 1;
  g_autofree char *heading = dz_briefing_dup_heading (self, "评分结果");
  DzBlock *head = dz_text_block_new_plain (DZ_ROLE_HEADING_1, heading);

  head->key = g_intern_static_string ("scores");
  dz_chapter_add (chapter, head);
  add_counts (&scores, chapter);
  if (dz_briefing_has_scores (self))
    add_all (&scores, chapter);
  add_years (&scores, chapter);
  for (guint i = 0; i < dz_score_table_get_n (table); i++)
    {
      const DzScoreRow *row = dz_score_table_get (table, i);
      gboolean any = FALSE;

      for (guint k = 0; k < row->scorers->len && !any; k++)
        any = g_array_index (row->scorers, DzScorerTotal, k).any;
      if (any)
        add_body (&scores, row);
    }
  /* on paper of their own they are handed out, each to its body */
  if (g_strcmp0 (dz_briefing_options_get_template (self->options), "scores") != 0 &&
      scores.sheet->heads->len <= FEW_HEADS)
    dz_document_join_parts (self->document, first);
}

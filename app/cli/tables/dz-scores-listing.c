/* dz-scores-listing.c - the 评分表 as listings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-scores-listing.h"

#include "dz-score-evidence.h"
#include "dz-score-table.h"

static void
add_columns (DzListing         *listing,
             const char *const *columns,
             guint              n)
{
  for (guint i = 0; i < n; i += 2)
    dz_listing_add_column (listing, columns[i], columns[i + 1]);
}

/* A column a head and a scorer: both go by their own words. */
static void
add_own_columns (DzListing          *listing,
                 const DzScoreTable *table)
{
  const DzScoreSheet *sheet = dz_score_table_get_sheet (table);
  GPtrArray *scorers = dz_score_table_list_scorers (table);

  for (guint i = 0; i < sheet->heads->len; i++)
    {
      g_autofree char *path = dz_score_head_dup_path (g_ptr_array_index (sheet->heads, i));

      dz_listing_add_column (listing, path, path);
    }
  for (guint i = 0; i < scorers->len; i++)
    {
      g_autofree char *who = g_strdup_printf ("评分人：%s", (const char *) g_ptr_array_index (scorers, i));

      dz_listing_add_column (listing, who, who);
    }
}

static const char *
say_drop (const DzScoreTable *table,
          const DzScoreRow   *row)
{
  if (!dz_score_table_get_sheet (table)->drops_extremes)
    return "否";

  return row->kept_extremes ? "评分人不足3名，未去掉" : row->n_counted < row->n_complete ? "已去掉最高分和最低分" : NULL;
}

/**
 * dz_scores_listing_new:
 *
 * Returns: (transfer full): a row a body, also where nobody scored: empty, never 0
 */
DzListing *
dz_scores_listing_new (DzReview            *review,
                       int                  year,
                       const DzScopeFilter *scope)
{
  static const char *const columns[] = {
    "body", "单位", "year", "年度", "scorers", "评齐人数", "asked", "评分人数", "mean", "平均分", "high", "最高分", "low", "最低分",
    "spread", "标准差", "dropped", "去掉最高最低分", "grade", "等次", "missing", "未评齐",
  };
  g_autoptr(DzScoreTable) table = dz_score_table_new (review, year, scope);
  const DzScoreSheet *sheet = dz_score_table_get_sheet (table);
  DzListing *listing = dz_listing_new ();

  add_columns (listing, columns, G_N_ELEMENTS (columns));
  add_own_columns (listing, table);
  for (guint i = 0; i < dz_score_table_get_n (table); i++)
    {
      const DzScoreRow *row = dz_score_table_get (table, i);
      g_autofree char *missing = dz_score_row_dup_missing (row);

      dz_listing_add_row (listing);
      dz_listing_put (listing, row->body->name);
      dz_listing_put_number (listing, sheet->year);
      dz_listing_put_number (listing, row->n_complete);
      dz_listing_put_number (listing, row->scorers->len);
      dz_listing_put_number (listing, row->mean);
      dz_listing_put_number (listing, row->high);
      dz_listing_put_number (listing, row->low);
      dz_listing_put_number (listing, row->spread);
      dz_listing_put (listing, say_drop (table, row));
      dz_listing_put (listing, row->grade != DZ_SCORE_NO_GRADE ? dz_score_grade_get_name (row->grade) : NULL);
      dz_listing_put (listing, *missing != '\0' ? missing : NULL);
      for (guint k = 0; k < sheet->heads->len; k++)
        dz_listing_put_number (listing, dz_score_table_get_head_mean (table, row, g_ptr_array_index (sheet->heads, k)));
      for (guint k = 0; k < row->scorers->len; k++)
        dz_listing_put_number (listing, g_array_index (row->scorers, DzScorerTotal, k).total);
    }

  return listing;
}

/**
 * dz_scores_listing_new_points:
 *
 * Returns: (transfer full): a row for each body, scorer and head that has points
 */
DzListing *
dz_scores_listing_new_points (DzReview            *review,
                              int                  year,
                              const DzScopeFilter *scope)
{
  static const char *const columns[] = {
    "body", "单位", "year", "年度", "scorer", "评分人", "part", "一级指标", "head", "评议内容", "kind", "计分方式", "most", "分值",
    "points", "得分", "note", "理由",
  };
  g_autoptr(DzScoreTable) table = dz_score_table_new (review, year, scope);
  const DzScoreSheet *sheet = dz_score_table_get_sheet (table);
  GPtrArray *scorers = dz_score_table_list_scorers (table);
  DzListing *listing = dz_listing_new ();

  add_columns (listing, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < dz_score_table_get_n (table); i++)
    for (guint k = 0; k < scorers->len; k++)
      for (guint n = 0; n < sheet->heads->len; n++)
        {
          const DzScoreRow *row = dz_score_table_get (table, i);
          const DzScoreHead *head = g_ptr_array_index (sheet->heads, n);
          const char *scorer = g_ptr_array_index (scorers, k);
          const DzScore *score = dz_score_table_get_score (table, row->body->id, head, scorer);

          if (score == NULL)
            continue;
          dz_listing_add_row (listing);
          dz_listing_put (listing, row->body->name);
          dz_listing_put_number (listing, sheet->year);
          dz_listing_put (listing, scorer);
          dz_listing_put (listing, head->group);
          dz_listing_put (listing, head->name);
          dz_listing_put_word (listing, dz_head_kind_get_name (head->kind));
          dz_listing_put_number (listing, head->most);
          dz_listing_put_number (listing, score->points);
          dz_listing_put (listing, score->note);
        }

  return listing;
}

/**
 * dz_scores_listing_new_evidence:
 *
 * Returns: (transfer full): a row for each thing the program shows beside a head, body by body
 */
DzListing *
dz_scores_listing_new_evidence (DzReview            *review,
                                DzCodebook          *codebook,
                                int                  year,
                                const DzScopeFilter *scope)
{
  static const char *const columns[] = {
    "body", "单位", "head", "评议内容", "kind", "类别", "name", "名称", "words", "内容", "state", "处理", "text", "原文",
  };
  g_autoptr(DzScoreTable) table = dz_score_table_new (review, year, scope);
  g_autoptr(DzScoreEvidence) evidence = dz_score_evidence_new (review, codebook, year);
  const DzScoreSheet *sheet = dz_score_table_get_sheet (table);
  DzListing *listing = dz_listing_new ();

  add_columns (listing, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < dz_score_table_get_n (table); i++)
    for (guint n = 0; n < sheet->heads->len; n++)
      {
        const DzBody *body = dz_score_table_get (table, i)->body;
        const DzScoreHead *head = g_ptr_array_index (sheet->heads, n);
        g_autoptr(GPtrArray) shown = dz_score_evidence_list (evidence, head, body);
        g_autofree char *path = dz_score_head_dup_path (head);

        for (guint k = 0; k < shown->len; k++)
          {
            const DzShown *one = g_ptr_array_index (shown, k);

            dz_listing_add_row (listing);
            dz_listing_put (listing, body->name);
            dz_listing_put (listing, path);
            dz_listing_put (listing, dz_shown_kind_get_name (one->kind));
            dz_listing_put (listing, one->name);
            dz_listing_put (listing, one->words);
            dz_listing_put (listing, one->unsure ? "待核" : NULL);
            dz_listing_put_span (listing, one->report, one->report != NULL ? one->span : DZ_SPAN_NONE);
          }
      }

  return listing;
}

/* What the program holds about a head, in one cell. */
static void
put_evidence (DzListing         *listing,
              DzScoreEvidence   *evidence,
              const DzScoreHead *head,
              const DzBody      *body)
{
  g_autoptr(GPtrArray) shown = dz_score_evidence_list (evidence, head, body);
  g_autofree char *words = dz_shown_list_dup_text (shown, 0, "；");

  dz_listing_put (listing, *words != '\0' ? words : NULL);
}

/**
 * dz_scores_listing_new_form:
 *
 * Returns: (transfer full): what a scorer fills in: a row a body and head, with room for points, a reason and a name
 */
DzListing *
dz_scores_listing_new_form (DzReview            *review,
                            DzCodebook          *codebook,
                            int                  year,
                            const DzScopeFilter *scope)
{
  static const char *const columns[] = {
    "body", "单位", "part", "一级指标", "head", "评议内容", "standard", "评分标准", "kind", "计分方式", "most", "分值",
    "points", "得分", "note", "理由", "scorer", "评分人", "evidence", "程序依据",
  };
  g_autoptr(DzScoreTable) table = dz_score_table_new (review, year, scope);
  g_autoptr(DzScoreEvidence) evidence = dz_score_evidence_new (review, codebook, year);
  const DzScoreSheet *sheet = dz_score_table_get_sheet (table);
  DzListing *listing = dz_listing_new ();

  add_columns (listing, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < dz_score_table_get_n (table); i++)
    for (guint n = 0; n < sheet->heads->len; n++)
      {
        const DzBody *body = dz_score_table_get (table, i)->body;
        const DzScoreHead *head = g_ptr_array_index (sheet->heads, n);

        dz_listing_add_row (listing);
        dz_listing_put (listing, body->name);
        dz_listing_put (listing, head->group);
        dz_listing_put (listing, head->name);
        dz_listing_put (listing, head->standard);
        dz_listing_put (listing, dz_head_kind_get_name (head->kind));
        dz_listing_put_number (listing, head->most);
        for (guint k = 0; k < 3; k++)
          dz_listing_put (listing, NULL);
        put_evidence (listing, evidence, head, body);
      }

  return listing;
}

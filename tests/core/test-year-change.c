/* test-year-change.c - this year against last
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-shared-tables.h"
#include "dz-test-review.h"

static const char *const last_text =
  "一、问题。执法人手紧缺。案卷漏项。群众意识不强。监督不力。\n"
  "二、打算。通过公开招聘、购买服务等方式配备法治专员2名，编印办案流程图和文书样本。\n";
static const char *const this_text =
  "一、成效。新增持证人员，人手紧缺已缓解。印发办案流程图和文书样本三百册。案卷质量提高。\n"
  "二、问题。执法力量仍显不足。协同不够。案卷还有漏项。群众意识仍未扭转。\n";

typedef struct
{
  DzReview *review;
  DzCodebook *codebook;
  DzReport *last;
  DzReport *current;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  DzBody *a, *b;
  DzWeakness *claim;

  fixture->codebook = test_codebook ();
  fixture->review = dz_review_new ();
  a = test_add_body (fixture->review, "万榆镇");
  b = test_add_body (fixture->review, "栖砚镇");
  fixture->last = test_add_report (fixture->review, a, 2023, DZ_KIND_ANNUAL_REPORT, last_text);
  fixture->current = test_add_report (fixture->review, a, 2024, DZ_KIND_ANNUAL_REPORT, this_text);
  test_add_report (fixture->review, b, 2024, DZ_KIND_ANNUAL_REPORT, this_text);
  test_add_section (fixture->last, DZ_SECTION_PLAN, strstr (last_text, "二、打算"));
  test_add_section (fixture->current, DZ_SECTION_ACHIEVEMENTS,
                    "一、成效。新增持证人员，人手紧缺已缓解。印发办案流程图和文书样本三百册。");

  test_add_weakness (fixture->last, "enforce_staff_short", "执法人手紧缺", DZ_GRADE_NONE);
  test_add_weakness (fixture->last, "enforce_irregular", "案卷漏项", DZ_GRADE_NONE);
  test_add_weakness (fixture->last, "public_awareness_low", "群众意识不强", DZ_GRADE_NONE);
  test_add_weakness (fixture->last, "enforce_supervision_weak", "监督不力", DZ_GRADE_NONE);

  claim = test_add_weakness (fixture->current, "enforce_staff_short", "人手紧缺", DZ_GRADE_NONE);
  claim->last_year = TRUE;
  claim->rectified = test_span (fixture->current, "人手紧缺已缓解");
  test_add_weakness (fixture->current, "enforce_staff_short", "执法力量仍显不足", DZ_GRADE_NONE);
  test_add_weakness (fixture->current, "coordination_weak", "协同不够", DZ_GRADE_NONE);
  test_add_weakness (fixture->current, "enforce_irregular", "案卷还有漏项", DZ_GRADE_NONE);
  test_add_weakness (fixture->current, "public_awareness_low", "群众意识仍未扭转",
                     DZ_GRADE_NONE)->last_year = TRUE;
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  dz_review_unref (fixture->review);
  dz_codebook_unref (fixture->codebook);
}

static void
test_destinations (Fixture      *fixture,
                   gconstpointer data)
{
  static const struct
  {
    const char *code;
    DzDestination destination;
  } wanted[] = {
    { "enforce_staff_short", DZ_DESTINATION_CLAIMED_AGAIN },
    { "enforce_irregular", DZ_DESTINATION_UNCLAIMED_AGAIN },
    { "public_awareness_low", DZ_DESTINATION_UNCLAIMED_AGAIN },
    { "enforce_supervision_weak", DZ_DESTINATION_SILENT_GONE },
    { "coordination_weak", DZ_DESTINATION_NEW },
  };
  g_autoptr(DzYearChange) change =
    dz_year_change_new (fixture->review, fixture->codebook, 2024, NULL);
  DzChangeRow *row = dz_year_change_get_row (change, 0);

  g_assert_cmpuint (dz_year_change_get_n_rows (change), ==, 1);
  g_assert_cmpuint (dz_change_row_get_n_changes (row), ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_cmpint (dz_change_row_find_change (row, wanted[i].code)->destination, ==,
                     wanted[i].destination);
  g_assert_true (dz_change_row_find_change (row, "public_awareness_low")->unfinished);
  g_assert_cmpint (dz_change_row_find_change (row, "enforce_staff_short")->claim, ==, 0);
  g_assert_cmpuint (dz_year_change_count (change, DZ_DESTINATION_UNCLAIMED_AGAIN), ==, 2);
}

/* Who has no report of last year has nothing new. */
static void
test_without_last_year (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr(DzYearChange) change =
    dz_year_change_new (fixture->review, fixture->codebook, 2024, NULL);
  const DzBody *body = g_ptr_array_index (dz_year_change_get_without_last (change), 0);

  g_assert_cmpuint (dz_year_change_get_without_last (change)->len, ==, 1);
  g_assert_cmpstr (body->name, ==, "栖砚镇");
  g_assert_null (dz_year_change_find_row (change, body->id));
}

static void
test_claimed_and_gone (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr(DzYearChange) change = NULL;

  g_array_index (fixture->current->weaknesses, DzWeakness, 1).state = DZ_STATE_REJECTED;
  change = dz_year_change_new (fixture->review, fixture->codebook, 2024, NULL);
  g_assert_cmpint (dz_change_row_find_change (dz_year_change_get_row (change, 0),
                                              "enforce_staff_short")->destination, ==,
                   DZ_DESTINATION_CLAIMED_GONE);
}

/* Where no problem was read, it cannot be told what became of one, nor what is new. */
static void
test_nothing_read (Fixture      *fixture,
                   gconstpointer data)
{
  DzReport *reports[] = { fixture->current, fixture->last };

  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    {
      g_autoptr(GArray) kept = g_array_ref (reports[i]->weaknesses);
      g_autoptr(DzYearChange) change = NULL;
      DzChangeRow *row;

      reports[i]->weaknesses = g_array_new (FALSE, TRUE, sizeof (DzWeakness));
      change = dz_year_change_new (fixture->review, fixture->codebook, 2024, NULL);
      row = dz_year_change_get_row (change, 0);
      g_assert_false (dz_change_row_is_read (row));
      g_assert_cmpuint (dz_year_change_count (change, i == 0 ? DZ_DESTINATION_SILENT_GONE : DZ_DESTINATION_NEW), ==, 0);
      g_clear_object (&change);
      g_array_unref (reports[i]->weaknesses);
      reports[i]->weaknesses = g_steal_pointer (&kept);
    }
}

static void
test_plan_items (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr(DzYearChange) change =
    dz_year_change_new (fixture->review, fixture->codebook, 2024, NULL);
  GArray *items = dz_change_row_get_plan_items (dz_year_change_get_row (change, 0));
  g_autofree char *words = NULL;
  g_autofree char *kept = NULL;

  g_assert_cmpuint (items->len, ==, 2);
  words = dz_plan_item_dup_words (&g_array_index (items, DzPlanItem, 0));
  g_assert_cmpstr (words, ==, "通过公开招聘、购买服务等方式配备法治专员2名");
  g_assert_cmpint (g_array_index (items, DzPlanItem, 0).proposed, ==, DZ_PROMISE_UNMENTIONED);
  g_assert_true (dz_span_is_empty (g_array_index (items, DzPlanItem, 0).kept));
  kept = dz_text_dup_span (fixture->current->text, g_array_index (items, DzPlanItem, 1).kept);
  g_assert_cmpint (g_array_index (items, DzPlanItem, 1).proposed, ==, DZ_PROMISE_KEPT);
  g_assert_cmpstr (kept, ==, "印发办案流程图和文书样本三百册");
}

/* What this year's report says of the plan, and what that proposes. */
static void
test_promises (void)
{
  static const struct
  {
    const char *plan;
    const char *done;
    DzPromise proposed;
  } cases[] = {
    { "新建村级人民调解室6个。", "全年新建村级人民调解室6个。", DZ_PROMISE_KEPT },
    { "新建村级人民调解室6个。", "全年新建村级人民调解室8个，培训3次。", DZ_PROMISE_KEPT },
    { "新建村级人民调解室6个。", "全年新建村级人民调解室3个。", DZ_PROMISE_PARTLY },
    { "新建村级人民调解室6个。", "村级人民调解室正在新建。", DZ_PROMISE_PARTLY },
    { "新建村级人民调解室6个。", "村级人民调解室尚未建成。", DZ_PROMISE_PARTLY },
    { "建立执法案卷季度评查制度。", "开展执法案卷抽查。季度评查制度照常执行。", DZ_PROMISE_PARTLY },
    { "新建村级人民调解室6个。", "开展普法宣传12场。", DZ_PROMISE_UNMENTIONED },
    { "每季度开展一次执法案卷评查。", "全年组织案卷评查4次，抽查案卷36宗。", DZ_PROMISE_KEPT },
    { "每季度开展一次执法案卷评查。", "全年组织执法案卷评查1次。", DZ_PROMISE_PARTLY },
    { "购置执法车两辆、记录仪十台。", "配备记录仪10台，执法车辆没有增加。", DZ_PROMISE_PARTLY },
    { "专职网格员配备率达到100%。", "专职网格员配备率为76%。", DZ_PROMISE_PARTLY },
    { "把村级合同审查纳入台账。", "村级合同一律先审后签，全部记入审查台账。", DZ_PROMISE_KEPT },
    { "培养法律明白人60名。", "新培育法律明白人六十四名。", DZ_PROMISE_KEPT },
    { "购置无人机2架用于巡查。", "办理处罚案件21件。", DZ_PROMISE_UNMENTIONED },
  };
  g_autoptr(DzCodebook) codebook = test_codebook ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(DzReview) review = dz_review_new ();
      DzBody *body = test_add_body (review, "万榆镇");
      DzReport *last = test_add_report (review, body, 2023, DZ_KIND_ANNUAL_REPORT, cases[i].plan);
      DzReport *current = test_add_report (review, body, 2024, DZ_KIND_ANNUAL_REPORT, cases[i].done);
      g_autoptr(DzPlanItems) plans = dz_plan_items_new (review, codebook, NULL);
      g_autoptr(GArray) items = NULL;

      test_add_section (last, DZ_SECTION_PLAN, cases[i].plan);
      test_add_section (current, DZ_SECTION_ACHIEVEMENTS, cases[i].done);
      items = dz_plan_items_find (plans, review, last, current);
      g_test_message ("%s / %s", cases[i].plan, cases[i].done);
      g_assert_cmpuint (items->len, ==, 1);
      g_assert_cmpint (g_array_index (items, DzPlanItem, 0).proposed, ==, cases[i].proposed);
    }
}

/* Under one heading with its plan, what a problem tells of itself was not promised. */
static void
test_problems_are_no_promises (void)
{
  static const char words[] =
    "保障条件有待改善。由于财力有限，湿地巡护只有一条旧船，调解室与仓库合用一间。下一步，新增执法记录仪6台，改造独立调解室。\n"
    "审查还有死角，个别村集体合同绕过审查直接签订，下一步新建村级合同台账。\n"
    "公开不够细。村级账目公开滞后。\n"
    "另外，修订公开事项清单。";
  static const char *const promised[] = { "新增执法记录仪6台", "改造独立调解室", "下一步新建村级合同台账", "修订公开事项清单" };
  g_autoptr(DzCodebook) codebook = test_codebook ();
  g_autoptr(DzReview) review = dz_review_new ();
  DzBody *body = test_add_body (review, "万榆镇");
  DzReport *last = test_add_report (review, body, 2023, DZ_KIND_ANNUAL_REPORT, words);
  DzReport *current = test_add_report (review, body, 2024, DZ_KIND_ANNUAL_REPORT, "开展普法宣传12场。");
  g_autoptr(DzPlanItems) plans = dz_plan_items_new (review, codebook, NULL);
  g_autoptr(GArray) items = NULL;
  DzWeakness *weakness;

  test_add_section (last, DZ_SECTION_MERGED, words);
  weakness = test_add_weakness (last, "resource_short", "保障条件有待改善", DZ_GRADE_DIRECT);
  weakness->answer = test_span (last, "改造独立调解室");
  weakness = test_add_weakness (last, "legality_review_weak", "审查还有死角", DZ_GRADE_DIRECT);
  weakness->answer = test_span (last, "下一步新建村级合同台账");
  test_add_weakness (last, "disclosure_weak", "公开不够细", DZ_GRADE_NONE);
  items = dz_plan_items_find (plans, review, last, current);
  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *act = dz_plan_item_dup_words (&g_array_index (items, DzPlanItem, i));

      g_assert_cmpuint (i, <, G_N_ELEMENTS (promised));
      g_assert_cmpstr (act, ==, promised[i]);
    }
  g_assert_cmpuint (items->len, ==, G_N_ELEMENTS (promised));
}

/* A code nobody confirmed comes back as that: neither counted, nor called new or gone. */
static void
test_unsure (Fixture      *fixture,
             gconstpointer data)
{
  static const char *const codes[] = { "enforce_irregular", "coordination_weak" };
  g_autoptr(DzYearChange) change = NULL;
  DzWeakness *weakness;

  g_array_index (fixture->current->weaknesses, DzWeakness, 3).confidence = 0.4;
  weakness = test_add_weakness (fixture->last, "coordination_weak", "监督不力", DZ_GRADE_NONE);
  weakness->confidence = 0.4;
  change = dz_year_change_new (fixture->review, fixture->codebook, 2024, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      const DzWeaknessChange *of = dz_change_row_find_change (dz_year_change_get_row (change, 0), codes[i]);

      g_assert_cmpint (of->destination, ==, DZ_DESTINATION_UNCLAIMED_AGAIN);
      g_assert_true (of->unsure);
    }
  g_assert_cmpuint (dz_year_change_count (change, DZ_DESTINATION_UNCLAIMED_AGAIN), ==, 1);
  g_assert_cmpuint (dz_year_change_count (change, DZ_DESTINATION_SILENT_GONE), ==, 1);
  g_assert_cmpuint (dz_year_change_count (change, DZ_DESTINATION_NEW), ==, 0);
}

/* Two bodies became one: what either named comes back, what neither did is new; their numbers are no start. */
static void
test_merged_body (Fixture      *fixture,
                  gconstpointer data)
{
  DzBody *other = test_add_body (fixture->review, "河泉乡");
  DzBody *merged = g_ptr_array_index (fixture->review->bodies, 1);
  DzReport *theirs = test_add_report (fixture->review, other, 2023, DZ_KIND_ANNUAL_REPORT, last_text);
  DzReport *current = g_ptr_array_index (fixture->review->reports, 2);
  g_autoptr(DzYearChange) change = NULL;
  g_autoptr(DzFigureChanges) figures = NULL;
  g_autoptr(GPtrArray) told = NULL;
  g_autofree char *warning = NULL;
  const DzEntry *first;
  DzChangeRow *row;

  merged->past = g_strdup ("2024年合并：万榆镇、河泉乡");
  g_ptr_array_remove_index (fixture->review->reports, 1); /* 万榆镇 has none of this year */
  current = g_ptr_array_index (fixture->review->reports, 1);
  test_add_weakness (theirs, "coordination_weak", "监督不力", DZ_GRADE_NONE);
  test_add_weakness (current, "enforce_staff_short", "执法力量仍显不足", DZ_GRADE_NONE);
  test_add_weakness (current, "coordination_weak", "协同不够", DZ_GRADE_NONE);
  test_add_weakness (current, "enforce_irregular", "案卷还有漏项", DZ_GRADE_NONE);
  test_add_weakness (current, "legal_staff_short", "群众意识仍未扭转", DZ_GRADE_NONE);
  test_add_figure (fixture->last, "disputes_mediated", 248, "件", DZ_BOUND_EXACT, "问题");
  test_add_figure (current, "disputes_mediated", 576, "件", DZ_BOUND_EXACT, "问题");
  change = dz_year_change_new (fixture->review, fixture->codebook, 2024, NULL);
  g_assert_cmpuint (dz_year_change_get_n_rows (change), ==, 1);
  row = dz_year_change_get_row (change, 0);
  g_assert_true (dz_change_row_has_other_body (row));
  g_assert_cmpuint (dz_change_row_get_last_reports (row)->len, ==, 2);
  g_assert_true (dz_change_row_find_change (row, "enforce_staff_short")->last_report == fixture->last);
  g_assert_true (dz_change_row_find_change (row, "coordination_weak")->last_report == theirs);
  g_assert_cmpuint (dz_year_change_count (change, DZ_DESTINATION_UNCLAIMED_AGAIN), ==, 3);
  g_assert_cmpuint (dz_year_change_count (change, DZ_DESTINATION_NEW), ==, 1);
  figures = dz_year_change_get_figures (change, "disputes_mediated");
  g_assert_cmpuint (dz_figure_changes_get_n (figures), ==, 1);
  g_assert_true (isnan (dz_figure_changes_get_change (figures, 0)->difference));
  warning = dz_figure_change_dup_warning (dz_figure_changes_get_change (figures, 0));
  g_assert_cmpstr (warning, ==, "单位有合并或拆分，不作比较");
  /* nor is it an indicator to look at: one of the two says nothing of it, and there is no row to show */
  told = dz_year_change_list_told (change, &first);
  g_assert_cmpuint (told->len, ==, 0);
  g_assert_null (first);
}

static DzFigure *
add_counted (DzReport   *report,
             const char *words,
             double      value)
{
  guint row = test_add_figure (report, "disputes_mediated", value, "件", DZ_BOUND_EXACT, words);
  DzFigure *figure = &g_array_index (report->figures, DzFigure, row);

  figure->ground.cue = figure->span;

  return figure;
}

/* The difference stands, with what is to be known before it is quoted. */
static void
test_warnings (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *warning = NULL;
  g_autoptr(DzYearChange) change = NULL;
  g_autoptr(DzFigureChanges) figures = NULL;

  add_counted (fixture->last, "案卷", 248);
  add_counted (fixture->current, "人手", 276)->scope = DZ_SCOPE_MIXED;
  fixture->last->source->codebook = g_strdup ("a");
  fixture->current->source->codebook = g_strdup ("b");
  change = dz_year_change_new (fixture->review, fixture->codebook, 2024, NULL);
  figures = dz_year_change_get_figures (change, "disputes_mediated");
  warning = dz_figure_change_dup_warning (dz_figure_changes_get_change (figures, 0));
  g_assert_cmpfloat (dz_figure_changes_get_change (figures, 0)->difference, ==, 28);
  g_assert_cmpstr (warning, ==, "两年表述不同：“案卷”与“人手”；两年口径不同（统计范围或时段）；两年报告不是用同一版词典读的");
}

/* What a person says of a code or of an act of the plan stands over what was read. */
static void
test_decided (Fixture      *fixture,
              gconstpointer data)
{
  const DzBody *body = g_ptr_array_index (fixture->review->bodies, 0);
  g_autoptr(DzYearChange) change = NULL;
  const DzWeaknessChange *of;
  DzChangeRow *row;
  GArray *items;

  g_ptr_array_add (fixture->review->decisions,
                   dz_decision_new ("destination", body->id, 2024, "enforce_supervision_weak",
                                    dz_destination_to_string (DZ_DESTINATION_CLAIMED_GONE), NULL));
  g_ptr_array_add (fixture->review->decisions,
                   dz_decision_new ("plan-done", body->id, 2024,
                                    "通过公开招聘、购买服务等方式配备法治专员2名", "done", "见任命文件"));
  change = dz_year_change_new (fixture->review, fixture->codebook, 2024, NULL);
  row = dz_year_change_get_row (change, 0);
  of = dz_change_row_find_change (row, "enforce_supervision_weak");
  g_assert_cmpint (of->destination, ==, DZ_DESTINATION_CLAIMED_GONE);
  g_assert_true (of->decided);
  g_assert_cmpint (of->last_weakness, >=, 0);
  g_assert_cmpuint (dz_change_row_get_n_changes (row), ==, 5);
  g_assert_cmpuint (dz_year_change_count (change, DZ_DESTINATION_CLAIMED_GONE), ==, 1);
  g_assert_cmpuint (dz_year_change_count (change, DZ_DESTINATION_SILENT_GONE), ==, 0);
  items = dz_change_row_get_plan_items (row);
  g_assert_cmpuint (items->len, ==, 2);
  g_assert_cmpstr (g_array_index (items, DzPlanItem, 0).decision->note, ==, "见任命文件");
  g_assert_cmpint (dz_plan_item_get_promise (&g_array_index (items, DzPlanItem, 0)), ==, DZ_PROMISE_KEPT);
  g_assert_cmpuint (dz_change_row_count_promises (row, DZ_PROMISE_UNMENTIONED), ==, 0);
  g_assert_cmpuint (dz_change_row_count_promises (row, DZ_PROMISE_KEPT), ==, 2);
}

static guint
count_unmentioned (DzSharedTables *tables)
{
  return dz_change_row_count_promises (dz_year_change_get_row (dz_shared_tables_get_change (tables), 0),
                                       DZ_PROMISE_UNMENTIONED);
}

/* All tables of a snapshot say the same of a plan, and a later snapshot says it of the reports it has: what was
 * found is not kept longer than the report it was not found in. */
static void
test_shared_tables (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr(DzScopeFilter) all = dz_scope_filter_new_all ();
  g_autoptr(DzReview) later = dz_review_copy (fixture->review);
  g_autoptr(DzSharedTables) tables = dz_shared_tables_new (fixture->review, fixture->codebook, 2024, all, NULL);
  g_autoptr(DzSharedTables) same = NULL;
  g_autoptr(DzSharedTables) newer = NULL;
  g_autoptr(DzText) done = dz_text_new_from_string ("一、成效。印发办案流程图和文书样本三百册，通过公开招聘、"
                                                      "购买服务等方式配备法治专员2名。");
  g_autoptr(DzReport) again = dz_report_new (done, dz_source_new ("made.txt"));
  DzFinding *finding = dz_checks_table_find (dz_shared_tables_get_checks (tables), "C-PLANDONE", 1);

  g_assert_cmpint (dz_finding_get_result (finding), ==, DZ_RESULT_FAIL);
  g_assert_cmpuint (count_unmentioned (tables), ==, 1);
  g_assert_true (dz_shared_tables_get_checks (tables) == dz_shared_tables_get_checks (tables));
  g_assert_cmpuint (dz_roster_table_get_n_rows (dz_shared_tables_get_roster (tables)), ==, 2);
  same = dz_shared_tables_new (fixture->review, fixture->codebook, 2023, all, tables);
  g_assert_cmpuint (dz_year_change_get_n_rows (dz_shared_tables_get_change (same)), ==, 0);

  again->id = fixture->current->id;
  again->body_id = fixture->current->body_id;
  again->identity.year = 2024;
  again->identity.kind = DZ_KIND_ANNUAL_REPORT;
  test_add_section (again, DZ_SECTION_ACHIEVEMENTS, dz_text_peek (done, NULL));
  g_ptr_array_add (later->reports, dz_report_ref (fixture->last));
  g_ptr_array_add (later->reports, dz_report_ref (again));
  newer = dz_shared_tables_new (later, fixture->codebook, 2024, all, tables);
  g_assert_cmpuint (count_unmentioned (newer), ==, 0);
  g_assert_cmpuint (count_unmentioned (tables), ==, 1);
}

static void
test_figures (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr(DzYearChange) change = NULL;
  g_autoptr(DzFigureChanges) mediated = NULL;
  g_autoptr(DzFigureChanges) rate = NULL;
  g_autoptr(DzFigureChanges) staff = NULL;
  g_autoptr(DzFigureChanges) trained = NULL;
  g_autoptr(GPtrArray) told = NULL;
  const DzFigureChange *of;
  const DzEntry *first;
  GListModel *figures;

  test_add_figure (fixture->last, "disputes_mediated", 248, "件", DZ_BOUND_EXACT, "问题");
  test_add_figure (fixture->current, "disputes_mediated", 276, "件", DZ_BOUND_EXACT, "问题");
  test_add_figure (fixture->last, "mediation_success_rate", 98, "%", DZ_BOUND_EXACT, "漏项");
  test_add_figure (fixture->current, "mediation_success_rate", 96, "%", DZ_BOUND_EXACT, "漏项");
  test_add_figure (fixture->last, "enforcement_staff", 11, "人", DZ_BOUND_EXACT, "一");
  test_add_figure (fixture->current, "enforcement_staff", 13, "人", DZ_BOUND_AT_LEAST, "一");
  test_add_figure (fixture->current, "law_training_people", 200, "人次", DZ_BOUND_EXACT, "三百册");
  change = dz_year_change_new (fixture->review, fixture->codebook, 2024, NULL);
  mediated = dz_year_change_get_figures (change, "disputes_mediated");
  rate = dz_year_change_get_figures (change, "mediation_success_rate");
  staff = dz_year_change_get_figures (change, "enforcement_staff");
  trained = dz_year_change_get_figures (change, "law_training_people");

  of = dz_figure_changes_get_change (mediated, 0);
  g_assert_cmpfloat (of->difference, ==, 28);
  g_assert_cmpfloat (of->per_cent, ==, 11.3);
  g_assert_true (isnan (dz_figure_changes_get_change (rate, 0)->per_cent));
  g_assert_cmpfloat (dz_figure_changes_get_change (rate, 0)->difference, ==, -2);
  of = dz_figure_changes_get_change (staff, 0);
  g_assert_true (isnan (of->per_cent)); /* last year under 20 */
  g_assert_true (of->per_cent_about);
  g_assert_cmpuint (dz_figure_changes_get_counts (staff)->exact, ==, 0);
  of = dz_figure_changes_get_change (trained, 0);
  g_assert_false (of->both);
  g_assert_true (isnan (of->difference));
  of = dz_figure_changes_get_change (mediated, 1); /* 栖砚镇: no report is not 未报 */
  g_assert_null (of->last.report);
  g_assert_nonnull (of->current.report);

  /* what both years tell is the same whether it is looked at or weighed */
  told = dz_year_change_list_told (change, &first);
  figures = dz_year_change_list_figures (change);
  g_assert_cmpstr (first->id, ==, "disputes_mediated");
  g_assert_cmpuint (told->len, ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (figures), ==, told->len);
  for (guint i = 0; i < told->len; i++)
    {
      g_autoptr(DzFigureChanges) changes = g_list_model_get_item (figures, i);

      g_assert_true (dz_figure_changes_get_entry (changes) == g_ptr_array_index (told, i));
    }
}

#define ADD(claim, function) \
  g_test_add ("/compare/year-change/" claim, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("destinations", test_destinations);
  ADD ("no-report-last-year-is-not-new", test_without_last_year);
  ADD ("claimed-and-gone", test_claimed_and_gone);
  ADD ("nothing-read-is-neither-gone-nor-new", test_nothing_read);
  ADD ("plan-items-not-mentioned", test_plan_items);
  ADD ("a-person-decides", test_decided);
  ADD ("shared-tables-follow-the-reports", test_shared_tables);
  ADD ("figures", test_figures);
  ADD ("unsure-codes-come-back-as-unsure", test_unsure);
  ADD ("a-merged-body-goes-back-to-both", test_merged_body);
  ADD ("a-difference-with-its-warnings", test_warnings);
  g_test_add_func ("/compare/year-change/promises", test_promises);
  g_test_add_func ("/compare/year-change/problems-are-no-promises", test_problems_are_no_promises);

  return g_test_run ();
}

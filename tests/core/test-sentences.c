/* test-sentences.c - the sentences of the briefing, word for word
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-sentences.h"
#include "dz-test-review.h"

static const char *const words =
  "望泽县报告\n一、成效\n全年调处纠纷若干，另说若干件，接访若干。\n二、问题\n个别案卷存在文书漏项。群众意识不强。\n"
  "三、打算\n开展案卷评查。整改已经完成。\n";

static const char *const names[] = { "望溪街道", "双渚街道", "澜桥镇", "栖砚镇",
                                     "禾泉镇",   "万榆镇",   "槐堤镇", "苇洲镇",
                                     "六渠乡",   "石竺乡",   "枫梧畲族乡", "鹭陂乡" };

typedef struct
{
  DzReview *review;
  DzCodebook *codebook;
  DzReport *reports[12];
} Fixture;

static gboolean
is_duty (guint body)
{
  return body == 1 || body == 6 || body == 11;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->codebook = test_codebook ();
  fixture->review = dz_review_new ();
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      DzBody *body = test_add_body (fixture->review, names[i]);

      fixture->reports[i] = test_add_report (fixture->review, body, 2024,
        is_duty (i) ? DZ_KIND_DUTY_REPORT : DZ_KIND_ANNUAL_REPORT, words);
    }
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  dz_review_unref (fixture->review);
  dz_codebook_unref (fixture->codebook);
}

static void
assert_sentence (Fixture    *fixture,
                 DzSentence *sentence,
                 const char *wanted)
{
  g_autofree char *string = dz_sentence_to_string (sentence, fixture->review, 2024);

  g_assert_cmpstr (string, ==, wanted);
  dz_sentence_free (sentence);
}

/* ---- 报送情况 ---- */

static DzRosterTable *
make_roster (Fixture *fixture)
{
  return dz_roster_table_new (fixture->review, fixture->codebook, 2024, NULL);
}

static void
take_away (Fixture *fixture,
           guint    first,
           guint    last)
{
  for (guint i = first; i <= last; i++)
    fixture->reports[i]->identity.year = 2020;
}

static void
test_received (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr(DzRosterTable) all = make_roster (fixture);
  g_autoptr(DzRosterTable) one = NULL;
  g_autoptr(DzRosterTable) some = NULL;
  g_autoptr(DzRosterTable) few = NULL;
  g_autoptr(DzRosterTable) none = NULL;

  assert_sentence (fixture, dz_sentence_received (all, NULL),
                   "应报送单位12个，已报送12个，其中年度报告9份、述职报告3份。");
  take_away (fixture, 11, 11);
  one = make_roster (fixture);
  assert_sentence (fixture, dz_sentence_received (one, NULL),
                   "应报送单位12个，已报送11个；鹭陂乡未报送。");
  take_away (fixture, 8, 11);
  some = make_roster (fixture);
  assert_sentence (fixture, dz_sentence_received (some, NULL),
                   "应报送单位12个，已报送8个；未报送4个：六渠乡、石竺乡、枫梧畲族乡、鹭陂乡。");
  fixture->reports[0]->identity.kind = DZ_KIND_OTHER;
  g_clear_object (&some);
  some = make_roster (fixture);
  assert_sentence (fixture, dz_sentence_received (some, NULL),
                   "应报送单位12个，已报送8个（望溪街道所报文件的种类待核）；未报送4个：六渠乡、石竺乡、枫梧畲族乡、鹭陂乡。");
  take_away (fixture, 2, 11);
  few = make_roster (fixture);
  assert_sentence (fixture, dz_sentence_received (few, NULL),
                   "应报送单位12个，已报送2个（望溪街道所报文件的种类待核）；未报送10个：澜桥镇、栖砚镇、禾泉镇、万榆镇、槐堤镇等。");
  assert_sentence (fixture, dz_sentence_received (few, "，名单附后"),
                   "应报送单位12个，已报送2个（望溪街道所报文件的种类待核）；未报送10个，名单附后。");
  take_away (fixture, 0, 11);
  none = make_roster (fixture);
  assert_sentence (fixture, dz_sentence_received (none, NULL), "应报送单位12个，均未报送。");
}

static void
test_contents (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr(DzRosterTable) unread = make_roster (fixture);
  g_autoptr(DzRosterTable) full = NULL;
  g_autoptr(DzRosterTable) some = NULL;

  assert_sentence (fixture, dz_sentence_contents (unread, DZ_KIND_DUTY_REPORT),
                   "3份述职报告中，3份内容待核对。");
  for (guint i = 0; i < 12; i++)
    for (guint k = 0; k < DZ_N_CONTENTS; k++)
      dz_report_add_check (fixture->reports[i], dz_content_get_check (k), DZ_RESULT_PASS, NULL);
  full = make_roster (fixture);
  assert_sentence (fixture, dz_sentence_contents (full, DZ_KIND_ANNUAL_REPORT),
                   "9份年度报告要求内容齐全。");
  dz_report_find_check (fixture->reports[8], "C-CAUSE")->result = DZ_RESULT_FAIL;
  dz_report_find_check (fixture->reports[9], "C-CAUSE")->result = DZ_RESULT_FAIL;
  dz_report_find_check (fixture->reports[11], "C-PROBLEM")->result = DZ_RESULT_FAIL;
  dz_report_find_check (fixture->reports[11], "C-LASTYEAR")->result = DZ_RESULT_FAIL;
  some = make_roster (fixture);
  assert_sentence (fixture, dz_sentence_contents (some, DZ_KIND_ANNUAL_REPORT),
                   "9份年度报告中，要求内容齐全的7份，未写明问题原因的2份：六渠乡[9]、石竺乡[10]。");
  assert_sentence (fixture, dz_sentence_contents (some, DZ_KIND_DUTY_REPORT),
                   "3份述职报告中，要求内容齐全的2份，鹭陂乡[12]缺问题、上年度整改两项。");
}

/* ---- 数据情况 ---- */

static DzFigureTable *
make_table (Fixture    *fixture,
            const char *indicator)
{
  const char *const ids[] = { indicator, NULL };

  return dz_figure_table_new (fixture->review, fixture->codebook, 2024, NULL, ids);
}

static void
add (Fixture    *fixture,
     guint       body,
     const char *indicator,
     double      value,
     const char *unit,
     DzBound     bound)
{
  test_add_figure (fixture->reports[body], indicator, value, unit, bound, "调处纠纷若干");
}

static void
add_mediation (Fixture *fixture)
{
  static const double values[] = { 341, NAN, 276, 158, 249, 231, 163, 315, 87, 36, 84, 114 };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (!isnan (values[i]))
      add (fixture, i, "disputes_mediated", values[i], "件", DZ_BOUND_EXACT);
  test_add_figure (fixture->reports[6], "disputes_mediated", 185, "件", DZ_BOUND_EXACT, "接访若干");
}

static void
test_figure_with_median (Fixture      *fixture,
                         gconstpointer data)
{
  g_autoptr(DzFigureTable) table = NULL;

  add_mediation (fixture);
  table = make_table (fixture, "disputes_mediated");
  assert_sentence (fixture, dz_sentence_figure (table, 0),
                   "11个单位报告调处矛盾纠纷数，最多为望溪街道341件[1-3]，最少为石竺乡36件[10-3]，"
                   "10个数值确定的单位中位数194.5件；双渚街道未报。");
  assert_sentence (fixture, dz_sentence_two_values (table, 0),
                   "槐堤镇报告内有163件[7-3]、185件[7-3]两个数，待核，不计入中位数。");
}

static void
test_figure_of_few (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr(DzFigureTable) none = make_table (fixture, "law_training_people");
  g_autoptr(DzFigureTable) one = NULL;
  g_autoptr(DzFigureTable) two = NULL;

  assert_sentence (fixture, dz_sentence_figure (none, 0), "12个单位均未报告学法培训覆盖人次。");
  add (fixture, 0, "law_training_people", 410, "人次", DZ_BOUND_EXACT);
  one = make_table (fixture, "law_training_people");
  assert_sentence (fixture, dz_sentence_figure (one, 0),
                   "仅望溪街道报告学法培训覆盖人次：410人次[1-3]，其他11个单位未报。");
  add (fixture, 7, "law_training_people", 1300, "人次", DZ_BOUND_AT_LEAST);
  two = make_table (fixture, "law_training_people");
  assert_sentence (fixture, dz_sentence_figure (two, 0),
                   "2个单位报告学法培训覆盖人次：望溪街道410人次[1-3]、苇洲镇不少于1300人次[8-3]。");
}

static void
test_bounds_and_shared (Fixture      *fixture,
                        gconstpointer data)
{
  static const double copies[] = { 12000, 10000, 9600, 9600, 5000, 22000 };
  g_autoptr(DzFigureTable) materials = NULL;
  g_autoptr(DzFigureTable) meetings = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (copies); i++)
    {
      add (fixture, i, "propaganda_materials", copies[i], "份",
           i == 1 ? DZ_BOUND_ABOUT : DZ_BOUND_AT_LEAST);
      test_add_figure (fixture->reports[i], "law_meetings", i < 2 ? 5 : 3, "次", DZ_BOUND_EXACT,
                       "接访若干");
    }
  materials = make_table (fixture, "propaganda_materials");
  assert_sentence (fixture, dz_sentence_figure (materials, 0),
                   "6个单位报告发放宣传资料份数，最多为万榆镇，不少于2.2万份[6-3]，"
                   "最少为禾泉镇，不少于5000份[5-3]；"
                   "槐堤镇、苇洲镇、六渠乡、石竺乡、枫梧畲族乡、鹭陂乡未报。");
  meetings = make_table (fixture, "law_meetings");
  assert_sentence (fixture, dz_sentence_figure (meetings, 0),
                   "6个单位报告专题研究法治建设会议次数，最多的是望溪街道[1-3]、双渚街道[2-3]，均为5次，"
                   "最少为3次，有4个单位，6个数值确定的单位中位数3次；"
                   "槐堤镇、苇洲镇、六渠乡、石竺乡、枫梧畲族乡、鹭陂乡未报。");
}

/* 最多为不少于… would be two measures in a row, and a bound that is not everybody's is nobody's. */
static void
test_shared_bounds (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr(DzFigureTable) same = NULL;
  g_autoptr(DzFigureTable) mixed = NULL;
  g_autoptr(DzFigureTable) two = NULL;

  for (guint i = 0; i < 12; i++)
    {
      add (fixture, i, "law_training_people", i < 4 ? 1300 : 200 + i, "人次", i < 4 ? DZ_BOUND_AT_LEAST : DZ_BOUND_EXACT);
      test_add_figure (fixture->reports[i], "law_meetings", i < 4 ? 5 : i < 6 ? 1 : 2, "次", i == 1 || i == 5 ? DZ_BOUND_AT_LEAST : DZ_BOUND_EXACT,
                       "接访若干");
    }
  same = make_table (fixture, "law_training_people");
  assert_sentence (fixture, dz_sentence_figure (same, 0),
                   "12个单位报告学法培训覆盖人次，最多的有4个单位，均不少于1300人次，最少为禾泉镇204人次[5-3]，"
                   "12个单位中位数209.5人次（其中4个不是确数）。");
  mixed = make_table (fixture, "law_meetings");
  assert_sentence (fixture, dz_sentence_figure (mixed, 0),
                   "12个单位报告专题研究法治建设会议次数，最多的有4个单位，均报5次（其中1个不是确数），"
                   "最少的是禾泉镇[5-3]、万榆镇[6-3]，均报1次（其中1个不是确数），12个单位中位数不少于2次（其中2个不是确数）。");
  for (guint i = 0; i < 2; i++)
    test_add_figure (fixture->reports[6 + i], "law_training_people", 300 + i, "人次", DZ_BOUND_EXACT, "接访若干");
  two = make_table (fixture, "law_training_people");
  assert_sentence (fixture, dz_sentence_two_values (two, 0),
                   "槐堤镇报告内有206人次[7-3]、300人次[7-3]两个数；苇洲镇报告内有207人次[8-3]、301人次[8-3]两个数，"
                   "均待核，不计入中位数。");
}

/* All of them in one direction are told as all; a rate goes up, it does not become more. */
static void
test_change_of_all (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr(DzYearChange) change = NULL;

  for (guint i = 0; i < 5; i++)
    {
      DzReport *last = test_add_report (fixture->review, g_ptr_array_index (fixture->review->bodies, i), 2023,
                                        DZ_KIND_ANNUAL_REPORT, words);

      test_add_figure (last, "disputes_mediated", 10, "件", DZ_BOUND_EXACT, "若干");
      test_add_figure (last, "mediation_success_rate", 95, "%", DZ_BOUND_EXACT, "接访若干");
      add (fixture, i, "disputes_mediated", 9 - i, "件", DZ_BOUND_EXACT);
      test_add_figure (fixture->reports[i], "mediation_success_rate", i == 0 ? 94 : 97, "%", DZ_BOUND_EXACT, "接访若干");
    }
  change = dz_year_change_new (fixture->review, fixture->codebook, 2024, NULL);
  assert_sentence (fixture, dz_sentence_change (change, "disputes_mediated"), "两年都报且数值确定的5个单位均减少。");
  assert_sentence (fixture, dz_sentence_change (change, "mediation_success_rate"),
                   "两年都报且数值确定的5个单位中，4个上升、1个下降。");
}

static void
test_change (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr(DzYearChange) change = NULL;

  add_mediation (fixture);
  for (guint i = 2; i < 8; i++)
    {
      DzReport *last = test_add_report (fixture->review,
                                        g_ptr_array_index (fixture->review->bodies, i), 2023,
                                        DZ_KIND_ANNUAL_REPORT, words);

      test_add_figure (last, "disputes_mediated", i == 3 ? 158 : 100, "件", DZ_BOUND_EXACT, "若干");
    }
  change = dz_year_change_new (fixture->review, fixture->codebook, 2024, NULL);
  assert_sentence (fixture, dz_sentence_change (change, "disputes_mediated"),
                   "两年都报且数值确定的5个单位中，4个增加、1个持平，没有单位减少。");
}

/* ---- 问题情况 ---- */

static void
add_weaknesses (Fixture *fixture)
{
  for (guint i = 2; i < 6; i += i == 3 ? 2 : 1)
    test_add_weakness (fixture->reports[i], "enforce_irregular", "个别案卷存在文书漏项",
                       DZ_GRADE_DIRECT)->answer = test_span (fixture->reports[i], "开展案卷评查");
  test_add_weakness (fixture->reports[1], "enforce_irregular", "个别案卷存在文书漏项",
                     DZ_GRADE_NONE)->confidence = 0.3;
  test_add_weakness (fixture->reports[2], "public_awareness_low", "群众意识不强", DZ_GRADE_GENERIC);
}

static DzCommonWeaknesses *
make_common (Fixture *fixture)
{
  return dz_common_weaknesses_new (fixture->review, fixture->codebook, 2024, NULL);
}

/* A person looked at every weakness. */
static void
confirm (Fixture *fixture)
{
  for (guint i = 0; i < G_N_ELEMENTS (fixture->reports); i++)
    for (guint k = 0; fixture->reports[i] != NULL && k < fixture->reports[i]->weaknesses->len; k++)
      {
        DzWeakness *weakness = &g_array_index (fixture->reports[i]->weaknesses, DzWeakness, k);

        if (!dz_weakness_is_suggested (weakness))
          weakness->state = DZ_STATE_CONFIRMED;
      }
}

/* Two bodies with the same words are told as one beside their number. */
static void
test_counted_once (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr(DzCommonWeaknesses) common = NULL;
  DzOverlap *overlap = dz_overlap_new (fixture->reports[2]->id, fixture->reports[3]->id, 0.4);
  DzOverlapPassage passage = { test_span (fixture->reports[2], "个别案卷存在文书漏项"),
                               test_span (fixture->reports[3], "个别案卷存在文书漏项") };

  add_weaknesses (fixture);
  common = make_common (fixture);
  assert_sentence (fixture, dz_sentence_counted_once (common, "enforce_irregular"), "");
  g_clear_object (&common);
  g_array_append_val (overlap->passages, passage);
  g_ptr_array_add (fixture->review->overlaps, overlap);
  common = make_common (fixture);
  assert_sentence (fixture, dz_sentence_counted_once (common, "enforce_irregular"), "其中表述文字相同的合并计算，为2个。");
  assert_sentence (fixture, dz_sentence_counted_once (common, "public_awareness_low"), "");
  assert_sentence (fixture, dz_sentence_counted_once (common, "digital_weak"), "");
}

static void
test_weakness (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr(DzCommonWeaknesses) common = NULL;

  add_weaknesses (fixture);
  common = make_common (fixture);
  assert_sentence (fixture, dz_sentence_weakness (common, "enforce_irregular"),
                   "12个单位中有3个提出（占25%）：澜桥镇、栖砚镇、万榆镇。");
  assert_sentence (fixture, dz_sentence_weakness (common, "public_awareness_low"),
                   "仅澜桥镇提出[3-5]。");
  assert_sentence (fixture, dz_sentence_weakness (common, "digital_weak"),
                   "没有单位提出（未提出不等于没有问题）。");
  assert_sentence (fixture, dz_sentence_suggested (common, "enforce_irregular"),
                   "双渚街道的表述待确认，不计入。");
  assert_sentence (fixture, dz_sentence_suggested (common, "public_awareness_low"), "");
  assert_sentence (fixture, dz_sentence_top (common),
                   "提出最多的是“执法程序和案卷不规范”，12个单位中有3个（占25%）。");
  assert_sentence (fixture, dz_sentence_majority (common), "没有过半数单位提出的问题。");
  assert_sentence (fixture, dz_sentence_answers_to (common, "enforce_irregular"),
                   "3个单位的计划均有直接措施[3-7][4-7][6-7]。");
  assert_sentence (fixture, dz_sentence_answers (common),
                   "共提出4项次，计划中有直接措施的3项次，其余1项次的措施待核。");
  confirm (fixture);
  g_clear_object (&common);
  common = make_common (fixture);
  assert_sentence (fixture, dz_sentence_answers (common),
                   "共提出4项次，计划中有直接措施的3项次，其余1项次为一般表述或没有措施。");
}

static void
add_cause (Fixture    *fixture,
           guint       report,
           const char *code,
           DzState     state)
{
  DzCause cause = { .code = g_intern_string (code), .weakness = -1, .state = state };

  cause.span = test_span (fixture->reports[report], "群众意识不强");
  g_array_append_val (fixture->reports[report]->causes, cause);
}

/* Bodies are counted, each once, out of those that reported; what a person rejected is no cause. */
static void
test_causes (Fixture      *fixture,
             gconstpointer data)
{
  GPtrArray *entries = dz_codebook_list (fixture->codebook, DZ_ENTRY_CAUSE);
  const DzEntry *one = g_ptr_array_index (entries, 0), *other = g_ptr_array_index (entries, 1);
  g_autoptr(DzCommonWeaknesses) common = make_common (fixture);
  g_autofree char *wanted = g_strdup_printf ("12个已报告的单位中，3个写到原因：“%s”2个[3-5][4-5]、“%s”1个[2-5]。", other->name,
                                             one->name);

  assert_sentence (fixture, dz_sentence_causes (common, fixture->review, fixture->codebook), "");
  add_cause (fixture, 1, one->id, DZ_STATE_SUGGESTED);
  add_cause (fixture, 2, other->id, DZ_STATE_SUGGESTED);
  add_cause (fixture, 2, other->id, DZ_STATE_CONFIRMED);
  add_cause (fixture, 3, other->id, DZ_STATE_SUGGESTED);
  add_cause (fixture, 4, one->id, DZ_STATE_REJECTED);
  assert_sentence (fixture, dz_sentence_causes (common, fixture->review, fixture->codebook), wanted);
}

/* Who tells problems and who does not add up, whether or not a code was found for the words. */
static void
test_named_without_code (Fixture      *fixture,
                         gconstpointer data)
{
  g_autoptr(DzCommonWeaknesses) common = NULL;

  add_weaknesses (fixture);
  for (guint i = 6; i < 10; i++)
    test_add_weakness (fixture->reports[i], NULL, "群众意识不强", DZ_GRADE_NONE)->code = NULL;
  common = make_common (fixture);
  assert_sentence (fixture, dz_sentence_named (common),
                   "12个单位中有8个提出问题，涉及2类；望溪街道、禾泉镇、枫梧畲族乡、鹭陂乡报告中未读出问题。");
}

static void
test_mixed_answers (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr(DzCommonWeaknesses) common = NULL;

  add_weaknesses (fixture);
  g_array_index (fixture->reports[3]->weaknesses, DzWeakness, 0).grade = DZ_GRADE_GENERIC;
  g_array_index (fixture->reports[5]->weaknesses, DzWeakness, 0).grade = DZ_GRADE_GENERIC;
  common = make_common (fixture);
  assert_sentence (fixture, dz_sentence_answers_to (common, "enforce_irregular"),
                   "3个单位的计划中，1个有直接措施[3-7]，2个待核[4-7][6-7]。");
  g_clear_object (&common);
  g_array_index (fixture->reports[3]->weaknesses, DzWeakness, 0).state = DZ_STATE_CONFIRMED;
  common = make_common (fixture);
  assert_sentence (fixture, dz_sentence_answers_to (common, "enforce_irregular"),
                   "3个单位的计划中，1个有直接措施[3-7]，1个为一般表述[4-7]，1个待核[6-7]。");
  assert_sentence (fixture, dz_sentence_answers (common),
                   "共提出4项次，计划中有直接措施的1项次，为一般表述或没有措施的1项次，其余2项次的措施待核。");
  confirm (fixture);
  g_clear_object (&common);
  common = make_common (fixture);
  assert_sentence (fixture, dz_sentence_answers_to (common, "enforce_irregular"),
                   "3个单位的计划中，1个有直接措施[3-7]，2个为一般表述[4-7][6-7]。");
}

static void
test_all_and_few (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr(DzCommonWeaknesses) common = NULL;
  g_autoptr(DzCommonWeaknesses) small = NULL;

  for (guint i = 0; i < 12; i++)
    test_add_weakness (fixture->reports[i], "enforce_irregular", "个别案卷存在文书漏项",
                       DZ_GRADE_NONE);
  for (guint i = 0; i < 10; i++)
    test_add_weakness (fixture->reports[i], "digital_weak", "群众意识不强", DZ_GRADE_NONE);
  common = make_common (fixture);
  assert_sentence (fixture, dz_sentence_weakness (common, "enforce_irregular"), "12个单位均提出。");
  assert_sentence (fixture, dz_sentence_weakness (common, "digital_weak"),
                   "12个单位中有10个提出（占83%）：望溪街道、双渚街道、澜桥镇、栖砚镇、禾泉镇等。");
  assert_sentence (fixture, dz_sentence_answers_to (common, "digital_weak"), "10个单位的计划中的措施待核。");
  assert_sentence (fixture, dz_sentence_answers (common), "共提出22项次，计划中的措施待核。");
  confirm (fixture);
  g_clear_object (&common);
  common = make_common (fixture);
  assert_sentence (fixture, dz_sentence_answers_to (common, "digital_weak"),
                   "计划中均未见对应措施。");
  assert_sentence (fixture, dz_sentence_majority (common),
                   "过半数单位提出的问题有2类：“执法程序和案卷不规范”“数字化应用不足”。");
  take_away (fixture, 9, 11); /* nine report: no per cent */
  g_array_set_size (fixture->reports[0]->weaknesses, 1);
  small = make_common (fixture);
  assert_sentence (fixture, dz_sentence_weakness (small, "digital_weak"),
                   "9个单位中有8个提出：双渚街道、澜桥镇、栖砚镇、禾泉镇、万榆镇、槐堤镇、苇洲镇、六渠乡。");
  /* what all name is said once, and one body is no majority */
  take_away (fixture, 3, 8);
  g_array_set_size (fixture->reports[1]->weaknesses, 1);
  g_array_set_size (fixture->reports[2]->weaknesses, 1);
  g_clear_object (&small);
  small = make_common (fixture);
  assert_sentence (fixture, dz_sentence_top (small), "");
  assert_sentence (fixture, dz_sentence_majority (small), "3个单位均提出的问题有1类：“执法程序和案卷不规范”。");
  take_away (fixture, 1, 2);
  g_clear_object (&small);
  small = make_common (fixture);
  assert_sentence (fixture, dz_sentence_named (small), "已报送的1个单位提出问题，涉及1类。");
  assert_sentence (fixture, dz_sentence_top (small), "");
  assert_sentence (fixture, dz_sentence_majority (small), "");
}

static void
test_last_year (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr(DzCommonWeaknesses) common = NULL;
  g_autoptr(DzYearChange) change = NULL;
  DzWeakness *claim;
  const guint both[] = { 2, 5 };

  add_weaknesses (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    {
      DzReport *last = test_add_report (fixture->review,
                                        g_ptr_array_index (fixture->review->bodies, both[i]), 2023,
                                        DZ_KIND_ANNUAL_REPORT, words);

      test_add_weakness (last, "enforce_irregular", "个别案卷存在文书漏项", DZ_GRADE_NONE);
    }
  claim = test_add_weakness (fixture->reports[5], "enforce_irregular", "案卷", DZ_GRADE_NONE);
  claim->last_year = TRUE;
  claim->rectified = test_span (fixture->reports[5], "整改已经完成");
  common = make_common (fixture);
  change = dz_year_change_new (fixture->review, fixture->codebook, 2024, NULL);
  assert_sentence (fixture, dz_sentence_last_year (common, change, "enforce_irregular"),
                   "澜桥镇2023年度也提出。万榆镇2023年度也提出，2024年报告称已整改[6-7]。");
  assert_sentence (fixture, dz_sentence_not_compared (common, "enforce_irregular"), "栖砚镇2023年度无报告，不作比较。");
  assert_sentence (fixture, dz_sentence_not_compared (common, "public_awareness_low"), "");
  assert_sentence (fixture, dz_sentence_last_year (common, change, "public_awareness_low"), "");
}

static void
test_sources (Fixture      *fixture,
              gconstpointer data)
{
  DzReport *last = test_add_report (fixture->review, g_ptr_array_index (fixture->review->bodies, 2),
                                    2023, DZ_KIND_ANNUAL_REPORT, words);
  g_autofree char *paragraph =
    dz_source_number (fixture->review, 2024, last->id, test_span (last, "个别案卷"));
  g_autofree char *whole = dz_source_number (fixture->review, 2024, last->id, DZ_SPAN_NONE);

  g_assert_cmpstr (paragraph, ==, "[3′-5]");
  g_assert_cmpstr (whole, ==, "[3′]");
}

#define ADD(claim, function) \
  g_test_add ("/compare/sentences/" claim, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("received", test_received);
  ADD ("contents", test_contents);
  ADD ("figure-with-median", test_figure_with_median);
  ADD ("figure-of-few", test_figure_of_few);
  ADD ("bounds-and-shared-extremes", test_bounds_and_shared);
  ADD ("change", test_change);
  ADD ("change-of-all", test_change_of_all);
  ADD ("shared-bounds", test_shared_bounds);
  ADD ("weakness", test_weakness);
  ADD ("counted-once", test_counted_once);
  ADD ("causes", test_causes);
  ADD ("named-without-code", test_named_without_code);
  ADD ("mixed-answers", test_mixed_answers);
  ADD ("all-and-few", test_all_and_few);
  ADD ("last-year-too", test_last_year);
  ADD ("source-numbers", test_sources);

  return g_test_run ();
}

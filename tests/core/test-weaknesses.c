/* test-weaknesses.c - shortfalls by sentence, and only where a report declares them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-find-read.h"
#include "dz-grams.h"
#include "dz-second-reader.h"
#include "dz-weaknesses.h"
#include "dz-word-classes.h"

static DzWeaknesses *finder;

static void
test_sentence (gconstpointer data)
{
  const char *const *row = data;
  gboolean wanted = row[0][0] != '-';
  const char *code = wanted ? row[0] : row[0] + 1;
  g_autoptr(GPtrArray) codes = dz_weaknesses_read_sentence (finder, row[1]);
  gboolean found = FALSE;

  for (guint i = 0; i < codes->len; i++)
    found |= g_str_equal (g_ptr_array_index (codes, i), code);
  if (found != wanted)
    g_test_message ("%s: %s", row[0], row[1]);
  g_assert_true (found == wanted);
}

/* What no rule named says by which characters it was named, and is never shown as certain. */
static void
test_reason (void)
{
  g_autoptr(DzReport) report =
    dz_test_read ("青禾镇2024年度法治政府建设情况报告\n现将有关情况报告如下。\n一、主要举措和成效\n（一）抓统筹。召开专题会议三次。\n"
                  "二、存在的问题\n（一）配下来的办案平板锁在柜子里，巡查还是记在本子上。\n");
  const DzWeakness *weakness;

  g_assert_cmpuint (report->weaknesses->len, >, 0);
  weakness = &g_array_index (report->weaknesses, DzWeakness, 0);
  g_assert_cmpstr (weakness->code, ==, "digital_weak");
  g_assert_true (g_str_has_prefix (weakness->ground.rule, DZ_SECOND_READER));
  g_assert_nonnull (strstr (weakness->ground.rule, " +"));
  g_assert_false (dz_span_is_empty (weakness->ground.cue));
  g_assert_cmpfloat (weakness->confidence, <, 0.9);
}

/* A clause says who falls short, how, and each with each; another clause's words are no pair with its own. */
static void
test_classes (void)
{
  static const char text[] = "队员年年缺，传单照旧发";
  g_autoptr(DzCodebook) codebook = dz_test_codebook ();
  g_autoptr(DzWordClasses) classes = dz_word_classes_new (codebook);
  g_autoptr(GArray) grams = g_array_new (FALSE, FALSE, sizeof (DzGram));
  g_autoptr(GString) told = g_string_new (" ");
  DzGram pair = dz_word_classes_read (classes, "{team}{few}", strlen ("{team}{few}"));
  DzSpan where = DZ_SPAN_NONE;
  g_autofree char *words = NULL;

  dz_word_classes_add (classes, text, (DzSpan){ 0, strlen (text) }, grams);
  for (guint i = 0; i < grams->len; i++)
    {
      g_autofree char *word = dz_word_classes_dup_word (classes, g_array_index (grams, DzGram, i));

      g_assert_true (dz_word_classes_are_gram (g_array_index (grams, DzGram, i)));
      g_assert_cmpuint (dz_word_classes_read (classes, word, strlen (word)), ==, g_array_index (grams, DzGram, i));
      g_string_append_printf (told, "%s ", word);
    }
  g_assert_nonnull (strstr (told->str, " {team}{few} "));
  g_assert_nonnull (strstr (told->str, " {publicity}{stale} "));
  g_assert_null (strstr (told->str, "{publicity}{few}"));
  words = dz_word_classes_dup_told (classes, text, (DzSpan){ 0, strlen (text) }, pair, &where);
  g_assert_cmpstr (words, ==, "队员…缺");
  g_assert_cmpuint (where.start, ==, 0);
  g_assert_cmpuint (where.end, ==, strlen ("队员年年缺"));
  g_assert_cmpuint (dz_word_classes_read (classes, "{nobody}", strlen ("{nobody}")), ==, 0);
}

/* What a rule and the reader say alike is certain; a rule the reader would not have followed is to be checked. */
static void
test_agreement (void)
{
  g_autoptr(DzCodebook) codebook = dz_test_codebook ();
  g_autoptr(DzSecondReader) reader = dz_second_reader_new (codebook, "weaknesses");
  g_autoptr(GArray) opinions = dz_second_reader_read (reader, "执法人员不足", (DzSpan){ 0, strlen ("执法人员不足") });
  double before = 0;

  g_assert_cmpuint (opinions->len, >, 0);
  g_assert_cmpfloat (dz_second_reader_agreement (reader, 1), >=, 0.97);
  g_assert_cmpfloat (dz_second_reader_agreement (reader, -0.5), <, 0.9);
  for (int score = -15; score < 10; score++)
    {
      double right = dz_second_reader_agreement (reader, score / 10.0);

      g_assert_cmpfloat (right, >=, before);
      before = right;
    }
}

/* This year's codes, in order, + for a scope word, ! for the county's, ? for none. */
static char *
describe (DzReport *report,
          gboolean  last_year)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < report->weaknesses->len; i++)
    {
      const DzWeakness *weakness = &g_array_index (report->weaknesses, DzWeakness, i);

      if (weakness->last_year != last_year)
        continue;
      g_string_append_printf (line, "%s%s%s%s", line->len > 0 ? " " : "",
                              weakness->code != NULL ? weakness->code : "?",
                              weakness->some_only ? "+" : "", weakness->county ? "!" : "");
    }

  return g_string_free (line, FALSE);
}

#define TITLE "青禾镇2024年度法治政府建设情况报告\n现将有关情况报告如下。\n"
#define DONE "一、主要举措和成效\n（一）抓统筹。召开专题会议三次。\n"
#define PROBLEMS "二、存在的问题\n"
#define PLAN "三、下一步打算\n（一）抓落实。定期组织培训。\n"

static const struct
{
  const char *claim;
  const char *text;
  const char *codes;
} reports[] = {
  { "achievements-declare-nothing",
    TITLE "一、主要举措和成效\n（一）强执法。针对执法力量薄弱的问题，全年新增持证人员五名。开展专项督查三次，整改问题八项。\n"
          "（二）抓普法。聚焦普法短板，拍摄方言短视频十二条。坚决纠正随意执法、选择性执法等现象。\n"
          "（三）促稳定。化解“信访不信法”老案两件。在人员紧张的情况下，仍办结案件十九件。\n",
    "" },
  { "plan-declares-nothing",
    TITLE DONE PROBLEMS "（一）执法力量不足。现有执法人员仅三名。\n"
                        "三、下一步打算\n（一）着力解决普法形式单一问题，打造“田间课堂”。\n"
                        "（二）防止合法性审查走过场。\n（三）力量不足的村由司法所结对帮扶。\n",
    "enforce_staff_short" },
  { "only-what-follows-but",
    TITLE DONE PROBLEMS "（一）普法实效有待提升。虽然执法监督不足的情况已经改观，但针对青年的效果有限。\n",
    "publicity_effect_weak" },
  { "scope-words-are-kept",
    TITLE DONE PROBLEMS "（一）思想认识方面。个别村、个别干部重视不够。\n", "responsibility_slack+" },
  { "the-county-is-kept-apart",
    TITLE DONE PROBLEMS "（一）执法力量方面。全县执法力量不足，分布不均。\n", "enforce_staff_short!" },
  { "a-goal-heading-is-not-coded",
    TITLE DONE PROBLEMS "一、加强执法队伍建设。执法人员业务能力不强。\n", "enforce_skill_low" },
  { "several-in-one-point",
    TITLE DONE PROBLEMS "（一）普法以发传单为主，年轻人很少参加，村民遇事仍找信访。\n",
    "publicity_form_monotone publicity_effect_weak public_awareness_low" },
  { "a-story-has-no-cue",
    TITLE DONE PROBLEMS "（一）律师“挂在墙上”。公示牌上有名字有电话，人一年来不了两回，村里签合同也想不起找他。\n",
    "counsel_underused" },
  { "a-goal-is-no-plan-heading", TITLE DONE PROBLEMS "（一）持证力量与任务不匹配。\n", "enforce_staff_short" },
  { "vague-has-no-code",
    TITLE DONE PROBLEMS "（一）执法力量不足。人手少，任务重。\n（二）工作创新不够。亮点不多，特色不突出。\n",
    "enforce_staff_short ?" },
  { "merged-is-parted-in-the-point",
    TITLE DONE "二、存在问题及下一步打算\n"
               "（一）法律顾问作用发挥不充分。下一步将防止普法形式单一，推行顾问坐班。\n"
               "（二）政务公开不及时，下一步将补齐执法力量短板。\n",
    "counsel_underused disclosure_weak" },
  { "an-admission-without-heading",
    TITLE "一、夯实责任\n召开专题会议三次，听取汇报两次，推动落实责任清单。全年走访群众，解决难题，督促落实整改。\n"
          "二、规范执法\n开展执法检查五十次，组织培训两次，办理案件三件。依法办理各类事项，群众普遍满意。\n"
          "回顾一年，成绩来之不易，但也要看到，法治力量与任务不相适应。对此，我们将认真改进。\n",
    "legal_staff_short" },
  { "causes-are-not-weaknesses",
    TITLE DONE PROBLEMS "（一）普法形式单一。新媒体运用不足。\n存在上述问题的主要原因：\n"
                        "一是执法力量薄弱，二是监督机制不完善。\n" PLAN,
    "publicity_form_monotone" },
  { "a-sentence-is-no-heading-of-the-plan",
    TITLE DONE PROBLEMS "（一）对法治工作安排部署多，督促检查少。\n（二）案卷制作不规范。\n" PLAN,
    "responsibility_slack enforce_irregular" },
  { "labels-in-each-part",
    TITLE "一、关于执法\n做法：开展执法检查五十次，办理案件三件，组织培训两次。\n不足：案卷制作不规范。\n打算：每季度评查案卷。\n"
          "二、关于普法\n做法：开展宣传十二场，发放资料三千份。\n不足：普法形式单一。\n打算：拍摄短视频。\n",
    "enforce_irregular publicity_form_monotone" },
  { "labels-in-brackets",
    TITLE "一、执法方面\n【主要做法】开展执法检查五十次，办理案件三件。\n【存在不足】案卷制作不规范。\n【下步打算】每季度评查案卷。\n"
          "二、普法方面\n【主要做法】开展宣传十二场。\n【存在不足】普法形式单一。\n【下步打算】拍摄短视频。\n",
    "enforce_irregular publicity_form_monotone" },
  { "a-numbered-heading-for-the-problems-of-each-part",
    TITLE "一、执法\n1.工作情况。开展执法检查五十次，办理案件三件。\n2.存在问题。案卷制作不规范。\n3.下步打算。每季度评查案卷。\n"
          "二、普法\n1.工作情况。开展宣传十二场。\n2.存在问题。普法形式单一。\n3.下步打算。拍摄短视频。\n",
    "enforce_irregular publicity_form_monotone" },
  { "problem-cause-and-measure-labelled",
    TITLE DONE "二、存在问题、原因及整改措施\n问题1：执法人员偏少。\n原因：经费不足。\n措施：由司法所逐村审查修订公约。\n"
               "问题2：普法形式老套。\n原因：思路不宽。\n措施：拍摄短视频。\n",
    "enforce_staff_short publicity_form_monotone" },
  { "a-label-ends-where-the-next-of-the-list-begins",
    TITLE DONE PROBLEMS "一是执法力量不足。原因：编制少，工资低。二是普法形式单一。措施：拍摄短视频。三是案卷制作不规范。\n" PLAN,
    "enforce_staff_short publicity_form_monotone enforce_irregular" },
  { "a-list-behind-a-label-is-what-the-label-says",
    TITLE DONE PROBLEMS "（一）案卷制作不规范。原因：一是执法力量不足；二是监督机制不完善。\n" PLAN,
    "enforce_irregular" },
  { "a-table-of-problems",
    TITLE DONE "二、存在的问题及整改措施\n序号\t存在问题\t原因分析\t整改措施\n1\t执法力量薄弱\t经费不足\t招录三人\n"
               "2\t普法形式单一\t法律顾问作用发挥不充分\t拍摄短视频\n青禾镇人民政府\n2025年1月6日\n",
    "enforce_staff_short publicity_form_monotone" },
  { "each-of-a-run-with-its-measure",
    TITLE DONE "二、存在的不足及努力方向\n一是执法能力不强，今后要组织跟班学习。二是普法老一套，还是发传单，下步将拍摄短视频。"
               "三是案卷制作不规范，将每季度评查。\n",
    "enforce_skill_low publicity_form_monotone enforce_irregular" },
  { "a-long-lead-in-before-a-list",
    TITLE DONE "在肯定成绩的同时，我们也清醒地认识到，法治建设中还存在一些不足，主要体现在以下几个方面：\n"
               "一是案卷制作不规范。\n二是普法形式单一。\n" PLAN,
    "enforce_irregular publicity_form_monotone" },
  { "a-list-in-one-clause",
    TITLE DONE PROBLEMS "执法力量不足、普法形式单一、群众法治意识淡薄、案卷制作不规范，都要在今后解决。\n" PLAN,
    "enforce_staff_short publicity_form_monotone public_awareness_low enforce_irregular" },
  { "the-first-of-two-told-in-a-point",
    TITLE DONE PROBLEMS "（一）两个部门各查各的，线索转过去没有回音；数据不共享，录了三遍。\n" PLAN,
    "coordination_weak digital_weak" },
  { "an-admission-says-so-first",
    TITLE "一、工作情况\n全年召开专题会议三次，开展执法检查五十次，调解纠纷四十件，发放资料一千八百份，办理案件三件。\n"
          "工作中也有不足。案卷制作不规范，普法形式单一。\n" PLAN,
    "enforce_irregular publicity_form_monotone" },
  { "what-was-found-elsewhere-is-no-lead-in",
    TITLE "一、主要举措和成效\n（一）抓评查。案卷评查中发现存在以下问题：\n一是文书漏项。\n二是法律知识不足。\n均已改正。\n" PLAN, "" },
  { "a-lead-in-to-deeds-is-none",
    TITLE DONE "（二）抓执法。一年来，面临任务重、人手少、底子薄等困难和不足，全镇上下主要做了以下工作：\n"
               "一是改变案卷制作不规范的状况。\n二是普法形式单一的村请来剧团。\n" PLAN, "" },
  { "what-an-entry-refuses-it-refuses-the-reader",
    TITLE DONE PROBLEMS "（一）执法人员业务不熟。执法队底气不足，店主一搬出法条，队员反倒没词。\n" PLAN,
    "enforce_skill_low" },
  { "a-certain-telling-behind-a-doubted-one",
    TITLE DONE PROBLEMS "（一）法治审核独立性不足。法制审核员由办案中队长兼任，无人把关。\n" PLAN,
    "enforce_irregular" },
  { "what-something-has-to-do-with-is-its-cause",
    TITLE DONE PROBLEMS "（一）普法形式单一。新媒体运用不足。\n这与法律顾问作用发挥不充分直接相关。\n" PLAN,
    "publicity_form_monotone" },
  { "consulting-is-no-power-handed-down",
    TITLE DONE PROBLEMS "（一）决策公示走形式。重大事项征求群众意见不充分。\n" PLAN,
    "legality_review_weak" },
  { "a-lead-in-to-measures-is-none",
    TITLE DONE "针对存在的问题，采取了以下措施：\n一是规范执法力量薄弱的中队。\n二是改变普法形式单一的做法。\n" PLAN, "" },
};

static void
test_report (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr(DzReport) report = dz_test_read (reports[i].text);
  g_autofree char *found = describe (report, FALSE);

  g_assert_cmpstr (found, ==, reports[i].codes);
}

static void
test_last_year (void)
{
  g_autoptr(DzReport) report = dz_test_read (
    "2024年度履行推进法治建设第一责任人职责述职报告\n述职人：青禾镇镇长\n请予评议。\n"
    "一、上年度述法反馈问题整改情况\n"
    "上年度查摆出责任传导不力、学法不经常两个问题。针对学法不经常问题，已建立每月学法制度。\n"
    "法律顾问参与度不高的问题仍未根本解决。\n"
    "二、履职情况\n主持召开专题会议三次。\n");
  g_autofree char *last = describe (report, TRUE);
  g_autofree char *now = describe (report, FALSE);

  g_assert_nonnull (strstr (last, "responsibility_slack"));
  g_assert_nonnull (strstr (last, "study_shallow"));
  g_assert_cmpstr (now, ==, "counsel_underused");
  for (guint i = 0; i < report->weaknesses->len; i++)
    {
      const DzWeakness *weakness = &g_array_index (report->weaknesses, DzWeakness, i);

      if (g_strcmp0 (weakness->code, "study_shallow") == 0)
        {
          g_autofree char *claim = dz_text_dup_span (report->text, weakness->rectified);

          g_assert_nonnull (strstr (claim, "每月学法制度"));
        }
    }
}

static char *
dup_claim (DzReport   *report,
           const char *code)
{
  for (guint i = 0; i < report->weaknesses->len; i++)
    {
      const DzWeakness *weakness = &g_array_index (report->weaknesses, DzWeakness, i);

      if (weakness->last_year && g_strcmp0 (weakness->code, code) == 0)
        return dz_text_dup_span (report->text, weakness->rectified);
    }

  return NULL;
}

/* What was is told in the list of the feedback, and among what was achieved. */
static void
test_claims (void)
{
  g_autoptr(DzReport) list = dz_test_read (
    "2024年度履行推进法治建设第一责任人职责述职报告\n述职人：青禾镇镇长\n请予评议。\n"
    "一、上年度述法反馈问题整改情况\n上年度反馈2个方面不足，逐条销号。\n"
    "1.针对责任落得不牢的问题。制定党政主要负责人责任清单。\n"
    "二、履职情况\n主持召开专题会议三次。\n");
  g_autoptr(DzReport) among = dz_test_read (
    TITLE "一、主要做法和成效\n与县级部门建立会商机制，开展联合执法9次，打破了以往各自为政的局面。\n" PROBLEMS
          "（一）执法力量不足。执法人员数量有限。\n" PLAN);
  g_autofree char *claim = dup_claim (list, "responsibility_slack");
  g_autofree char *other = dup_claim (among, "coordination_weak");

  g_assert_nonnull (claim);
  g_assert_nonnull (strstr (claim, "责任清单"));
  g_assert_nonnull (other);
  g_assert_nonnull (strstr (other, "打破了以往各自为政的局面"));
}

/* Every span is on characters, short enough, and tells its rule. */
static void
test_evidence (void)
{
  g_autoptr(DzReport) report = dz_test_read (TITLE DONE PROBLEMS
                                             "（一）執法力量不足。執法人員數量有限。\n" PLAN);

  g_assert_cmpuint (report->weaknesses->len, >, 0);
  for (guint i = 0; i < report->weaknesses->len; i++)
    {
      const DzWeakness *weakness = &g_array_index (report->weaknesses, DzWeakness, i);
      g_autofree char *text = dz_text_dup_span (report->text, weakness->span);

      g_assert_true (g_utf8_validate (text, -1, NULL));
      g_assert_cmpint (g_utf8_strlen (text, -1), <=, 200);
      g_assert_nonnull (weakness->ground.rule);
      g_assert_false (dz_span_is_empty (weakness->ground.cue));
    }
}

/* Latin words have three grams a byte, Chinese ones three a character: both find room. */
static void
test_room_for_grams (void)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint n = 0; n < 400; n++)
    {
      g_autoptr(GArray) grams = dz_grams_new (text->str, (DzSpan){ 0, text->len });
      g_autoptr(GHashTable) once = g_hash_table_new (g_int64_hash, g_int64_equal);

      for (guint i = 0; i < grams->len; i++)
        g_assert_true (g_hash_table_add (once, &g_array_index (grams, DzGram, i)));
      g_string_append_c (text, (char) ('a' + n * 7 % 26));
      g_string_append_c (text, (char) ('a' + n * n % 26));
      if (n % 5 == 0)
        g_string_append_unichar (text, 0x4e00 + n);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(DzCodebook) codebook = NULL;
  g_autoptr(GPtrArray) table = NULL;
  g_autoptr(GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  codebook = dz_test_codebook ();
  finder = dz_weaknesses_new (codebook, &error);
  g_assert_no_error (error);
  table = dz_test_table ("weakness-sentences.tsv");
  for (guint i = 0; i < table->len; i++)
    {
      g_autofree char *path = g_strdup_printf ("/find/weaknesses/sentence/%03u", i + 1);

      g_test_add_data_func (path, g_ptr_array_index (table, i), test_sentence);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (reports); i++)
    {
      g_autofree char *path = g_strconcat ("/find/weaknesses/", reports[i].claim, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_report);
    }
  g_test_add_func ("/find/weaknesses/classes", test_classes);
  g_test_add_func ("/find/weaknesses/room-for-grams", test_room_for_grams);
  g_test_add_func ("/find/weaknesses/agreement", test_agreement);
  g_test_add_func ("/find/weaknesses/last-year-is-kept-apart", test_last_year);
  g_test_add_func ("/find/weaknesses/claims-of-last-year", test_claims);
  g_test_add_func ("/find/weaknesses/evidence-is-short-and-told", test_evidence);

  g_test_add_func ("/find/weaknesses/the-second-reader-says-why", test_reason);

  return g_test_run ();
}

/* test-answers.c - what the plan offers, graded by clause; and what is blamed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-find-read.h"

static const struct
{
  const char *claim;
  const char *problem;
  const char *plan;
  const char *code;
  DzGrade grade;
} cases[] = {
  { "same-subject-and-act", "执法力量不足。人员数量有限。", "（一）充实执法力量。招录专业人员两名。", "enforce_staff_short",
    DZ_GRADE_DIRECT },
  { "another-side-is-partial", "执法力量不足。人员数量有限。", "（一）提升执法水平。组织执法人员参加轮训。", "enforce_staff_short",
    DZ_GRADE_PARTIAL },
  { "nobody-speaks-of-it", "执法装备保障不足。车辆老化。", "（一）抓好普法。拍摄短视频十条。", "resource_short", DZ_GRADE_NONE },
  { "a-word-alone-plans-nothing", "村规民约照抄照搬。", "——改。", "village_rules_weak", DZ_GRADE_NONE },
  { "wishes-are-generic", "部门协作不够顺畅。各自为政。", "（一）加强协作。加强沟通对接，形成工作合力。", "coordination_weak",
    DZ_GRADE_GENERIC },
  { "joint-meetings-answer", "部门协作不够顺畅。各自为政。", "（一）强化联动。建立联席会议制度，定期会商。", "coordination_weak",
    DZ_GRADE_DIRECT },
  { "one-office-for-all-answers", "部门协作不够顺畅。各自为政。", "（一）组建专班。公安、市监、自然资源集中办公。", "coordination_weak",
    DZ_GRADE_DIRECT },
  { "a-day-of-publication-answers", "政务公开不及时。", "（一）抓公开。信息形成后20个工作日内上网。", "disclosure_weak", DZ_GRADE_DIRECT },
  { "checks-by-plan-answer", "涉企检查过多。", "（一）减少打扰。计划外检查须镇长审批。", "business_environment_weak", DZ_GRADE_DIRECT },
  { "those-who-dare-not-are-rotated", "执法人员能力不足，不敢执法。", "（一）抓好队伍。推行异地交叉执法。", "enforce_skill_low", DZ_GRADE_DIRECT },
  { "training-answers-skill", "执法人员业务能力不强。", "（一）抓好队伍。举办执法人员案例研讨和模拟演练。", "enforce_skill_low",
    DZ_GRADE_DIRECT },
  { "short-videos-answer-form", "普法形式单一。", "（一）创新普法。利用短视频、直播开展以案释法。", "publicity_form_monotone",
    DZ_GRADE_DIRECT },
  { "the-answer-may-stand-under-another-heading", "矛盾纠纷化解机制不健全。",
    "（一）完善执法监督。坚持枫桥经验，推行领导包案。", "dispute_resolution_weak", DZ_GRADE_DIRECT },
  { "more-publicity-is-generic", "群众法律意识淡薄。", "（一）抓宣传。进一步加大宣传力度，引导群众遇事找法。", "public_awareness_low",
    DZ_GRADE_GENERIC },
  { "an-act-has-an-object-of-its-own", "压力传导不够。一些村书记把法治当软任务。",
    "（一）每季度与村书记谈一次，连续落后的向党委作检讨，结果计入绩效。", "responsibility_slack", DZ_GRADE_DIRECT },
  { "a-wish-and-a-quality-answer-nothing", "执法程序不规范。检查过后才补记录。",
    "（一）继续规范执法行为，持续提升执法质效。", "enforce_irregular", DZ_GRADE_GENERIC },
  { "a-point-of-the-plan-alone-is-no-heading", "执法文书不规范，漏签、错填时有发生。",
    "（一）每月抽查案卷10份，笔录、文书出错的扣分通报。", "enforce_irregular", DZ_GRADE_DIRECT },
  { "devolved-powers-given-back", "赋权事项接不住、管不好。", "（一）理顺关系。对接不住的提请收回，厘清职责边界。",
    "devolved_power_gap", DZ_GRADE_DIRECT },
  { "village-rules-are-voted-on-anew", "村规民约照抄照搬。", "（一）由司法所逐村参与修订，提交村民会议表决。", "village_rules_weak",
    DZ_GRADE_DIRECT },
  { "cases-go-online", "执法办案系统使用率低。", "（一）案件一律网上办理，由年轻队员手把手教会操作。", "digital_weak", DZ_GRADE_DIRECT },
  { "staff-of-another-office-is-no-answer", "执法力量不足。人员数量有限。",
    "（一）抓好服务。聘请律师进村坐诊。\n（二）夯实司法所。争取司法行政编制一名。", "enforce_staff_short", DZ_GRADE_NONE },
  { "money-of-benefits-is-no-means", "执法装备缺乏，经费没有保障。", "（一）抓好公开。补贴资金发放名单每月公示。", "resource_short",
    DZ_GRADE_NONE },
  { "what-stands-under-a-heading-may-be-anothers", "普法效果不够明显，群众参与率低。专职法治人员短缺。",
    "（一）加大普法宣传力度，营造浓厚法治氛围。引进法律专业毕业生，充实法治力量。", "publicity_effect_weak", DZ_GRADE_GENERIC },
  { "two-words-that-meet-are-no-act", "全过程记录落实不到位。", "（一）认真落实行政执法“三项制度”。", "enforce_irregular",
    DZ_GRADE_GENERIC },
  { "to-sort-out-is-a-wish", "与县级部门职责边界不清。", "（一）进一步理顺权责关系。", "devolved_power_gap", DZ_GRADE_GENERIC },
  { "a-liaison-for-each-village", "村级与镇级衔接脱节。", "（一）给每个村定一名镇级联络员，问题两个工作日内回话。", "coordination_weak",
    DZ_GRADE_DIRECT },
  { "judged-cases-are-told-at-home", "群众遇事不找法，习惯上访。",
    "（一）把近三年判决过的邻里案件做成一图一案，由网格员入户讲解。", "public_awareness_low", DZ_GRADE_DIRECT },
  { "above-a-sum-is-no-by", "法律顾问作用发挥不充分。", "（一）规定五万元以上合同、信访疑难件须有顾问书面意见，按季核算服务量付费。",
    "counsel_underused", DZ_GRADE_DIRECT },
  { "to-meet-it-well-is-a-wish", "行政诉讼败诉率偏高。", "（一）妥善应对行政诉讼，提高应诉水平。", "admin_dispute_loss", DZ_GRADE_GENERIC },
  { "what-is-asked-for-is-taught", "普法针对性不强，讲的和群众想听的对不上。", "（一）先由群众点题，按题派讲师，打分低的重讲。",
    "publicity_effect_weak", DZ_GRADE_DIRECT },
  { "what-is-left-has-a-day", "上级反馈的问题改了一半就停了。", "（一）剩余三项列出责任人和完成日，每周销号。", "rectification_incomplete",
    DZ_GRADE_DIRECT },
  { "nothing-unreviewed-is-sealed", "合同未经审查就签订。", "（一）未附审查意见书的不予盖章。", "legality_review_weak", DZ_GRADE_DIRECT },
};

static void
test_grade (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *text = g_strconcat (
    "青禾镇2024年度法治政府建设情况报告\n现将有关情况报告如下。\n一、主要工作\n办理案件三件。\n二、存在的问题\n（一）", cases[i].problem,
    "\n三、下一步打算\n", cases[i].plan, "\n", NULL);
  g_autoptr(DzReport) report = dz_test_read (text);

  for (guint k = 0; k < report->weaknesses->len; k++)
    {
      const DzWeakness *weakness = &g_array_index (report->weaknesses, DzWeakness, k);
      g_autofree char *answer = dz_text_dup_span (report->text, weakness->answer);

      if (g_strcmp0 (weakness->code, cases[i].code) != 0)
        continue;
      g_test_message ("%s", answer);
      g_assert_cmpstr (dz_grade_to_string (weakness->grade), ==,
                       dz_grade_to_string (cases[i].grade));
      g_assert_true (dz_span_is_empty (weakness->answer) == (cases[i].grade == DZ_GRADE_NONE));
      return;
    }
  g_assert_not_reached ();
}

/* Whole parts: which sentence of the plan speaks of which problem. */
static const struct
{
  const char *claim;
  const char *problems; /* with their heading */
  const char *plan;     /* with its heading, or empty */
  const char *code;
  DzGrade grade;
} parts[] = {
  { "the-third-answers-the-third",
    "二、存在的问题\n一是执法力量不足，持证队员偏少。二是普法形式单一，年轻人不爱听。三是部分群众信访不信法，遇事先找领导。\n",
    "三、下一步打算\n一是招录持证队员两名。二是拍摄短视频十条。三是挑选十个说得通的例子，由当事人在院坝会上自己讲。\n",
    "public_awareness_low", DZ_GRADE_DIRECT },
  { "paragraphs-go-by-points",
    "二、短板\n一件事是执法力量不足，六名队员管十一个村。\n再一件是普法形式单一，还是老三样。\n",
    "三、明年怎么干\n（一）从退役军人里请四位巡山员，与队员搭班上路。\n（二）拍摄短视频十条。\n",
    "enforce_staff_short", DZ_GRADE_DIRECT },
  { "the-words-of-the-problem",
    "二、存在的问题\n（一）部分群众法律意识淡薄，保健品骗局仍有老人上当。\n（二）案卷不规范。\n（三）公开不及时。\n",
    "三、下一步打算\n每月评查案卷十本。把保健品骗局的账本搬进活动室，请上过当的老人现身说话。\n", "public_awareness_low",
    DZ_GRADE_DIRECT },
  { "a-plan-inside-the-point",
    "二、存在的问题及打算\n（一）部分群众法律意识淡薄，口头借钱不打条。下一步，把借条样本送到每个小卖部，赊账先签字。\n"
    "（二）案卷不规范，下一步加强案卷管理。\n",
    "", "public_awareness_low", DZ_GRADE_DIRECT },
  { "each-point-has-its-own-plan",
    "二、存在的问题及打算\n（一）部分群众法律意识淡薄，口头借钱不打条。下一步，把借条样本送到每个小卖部，赊账先签字。\n"
    "（二）执法案卷不规范，漏签错填。下一步，进一步加强案卷管理，提高案卷质量。\n",
    "", "enforce_irregular", DZ_GRADE_GENERIC },
  { "a-wish-in-its-place-is-generic",
    "二、存在的问题\n一是执法力量不足，持证队员偏少。二是部分群众容易上当，养老骗局得手三起。\n",
    "三、下一步打算\n一是招录持证队员两名。二是继续做好防骗宣传。\n", "public_awareness_low", DZ_GRADE_GENERIC },
  { "the-place-says-nothing-of-another-subject",
    "二、存在的问题\n（一）执法力量不足，持证队员偏少。\n（二）装备保障不足，巡逻车老旧。\n",
    "三、下一步打算\n（一）招录持证队员两名。\n（二）调解员每月集中培训一次，化解积案五件。\n", "resource_short", DZ_GRADE_NONE },
  { "other-work-in-its-place-is-no-answer",
    "二、存在的问题\n（一）合同审查把关不严。\n（二）执法信息化程度低，案卷靠手写。\n",
    "三、下一步打算\n（一）未附审查意见书的合同不予盖章。\n（二）打造最美渔村3个。\n", "digital_weak", DZ_GRADE_NONE },
  { "law-work-in-its-place-is",
    "二、存在的问题\n（一）合同审查把关不严。\n（二）执法信息化程度低，案卷靠手写。\n",
    "三、下一步打算\n（一）未附审查意见书的合同不予盖章。\n（二）挑两名年轻队员坐到老队员身边，一案一案教着填。\n", "digital_weak",
    DZ_GRADE_DIRECT },
  { "to-carry-on-deeply-is-a-wish",
    "二、存在的问题\n一是普法针对性不强。二是执法力量不足，持证队员偏少。\n",
    "三、下一步打算\n一是深入开展法治宣传教育，努力营造良好氛围。二是招录持证队员两名。\n", "publicity_effect_weak", DZ_GRADE_GENERIC },
  { "to-complete-the-assessment-is-a-wish",
    "二、存在的问题\n一是执法力量不足，持证队员偏少。二是法治考核机制不完善，指标粗。\n",
    "三、下一步打算\n一是招录持证队员两名。二是进一步健全完善法治考核机制。\n", "mechanism_gap", DZ_GRADE_GENERIC },
  { "what-is-known-goes-before-the-place",
    "二、存在的问题\n一是执法力量不足，持证队员偏少。二是督察整改不彻底，问题反弹。\n",
    "三、下一步打算\n一是招录持证队员两名，抓好督察反馈问题整改。二是新建小广场两处，满足群众需求。\n", "rectification_incomplete",
    DZ_GRADE_GENERIC },
  { "to-give-full-play-is-a-wish",
    "二、存在的问题\n一是法律明白人作用发挥不够，一半不在村。二是执法力量不足，持证队员偏少。\n",
    "三、下一步打算\n一是充分发挥“法律明白人”作用。二是招录持证队员两名。\n", "backbone_weak", DZ_GRADE_GENERIC },
  { "a-number-of-another-clause-is-no-act",
    "二、存在的问题\n一是执法力量不足，持证队员偏少。二是政务公开不及时，群众有意见。\n",
    "三、下一步打算\n一是招录持证队员两名。二是力争纠纷化解率达到98%，继续加强政务公开工作。\n", "disclosure_weak", DZ_GRADE_GENERIC },
  { "behind-one-left-out-the-numbers-differ",
    "二、存在的问题\n（一）执法力量不足，持证队员偏少。\n（二）村务公开不及时，公开栏空着。\n（三）村规民约照抄照搬。\n"
    "（四）档案没有地方放。\n",
    "三、下一步打算\n（一）招录持证队员两名。\n（二）公开栏每月更新。\n（三）添置铁皮柜六组。\n", "village_rules_weak", DZ_GRADE_NONE },
  { "the-words-of-another-problem",
    "二、存在的问题\n（一）合法性审查把关不严。（二）村规民约照抄照搬，与村情不符。\n",
    "三、下一步打算\n（一）提高依法决策水平。（二）组织律师对23个村的村规民约逐条审查。\n", "legality_review_weak", DZ_GRADE_GENERIC },
};

static void
test_parts (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *text = g_strconcat ("青禾镇2024年度法治政府建设情况报告\n现将有关情况报告如下。\n一、主要工作\n办理案件三件。\n",
                                       parts[i].problems, parts[i].plan, NULL);
  g_autoptr(DzReport) report = dz_test_read (text);

  for (guint k = 0; k < report->weaknesses->len; k++)
    {
      const DzWeakness *weakness = &g_array_index (report->weaknesses, DzWeakness, k);
      g_autofree char *answer = dz_text_dup_span (report->text, weakness->answer);

      if (g_strcmp0 (weakness->code, parts[i].code) != 0)
        continue;
      g_test_message ("%s", answer);
      g_assert_cmpstr (dz_grade_to_string (weakness->grade), ==, dz_grade_to_string (parts[i].grade));
      return;
    }
  g_assert_not_reached ();
}

/* A report on one line, without a heading: what it admits, blames and plans. */
static void
test_one_piece (void)
{
  g_autoptr(DzReport) report = dz_test_read (
    "白鹭街道2024年度法治政府建设情况报告\n"
    "2024年，白鹭街道扎实推进依法行政，现将情况报告如下。一是抓组织，全年召开法治专题会议3次，签订责任书9份。二是抓执法，"
    "查处占道经营案件21件，劝导纠正900余起，拆除违建4处。三是抓调解，受理纠纷120件，调解成功118件。四是抓决策，审查合同26份，提出意见41条，退回重谈3份。五是抓公开，"
    "主动公开信息210条，办理依申请公开2件。六是抓学习，中心组学法6次，旁听庭审2次，机关干部全部参加考试。七是抓宣传，举办法治集市9场，"
    "发放资料3000份，受众六千人。在肯定成绩的同时，"
    "我们也看到工作中的不足。首先是执法队缺编三人，夜里无人值守。其次是普法方式单一，年年摆摊发单。造成这些问题的原因，"
    "一方面是招考岗位没有人愿意报，另一方面是思路不活、办法老旧。2025年，街道重点做好两件事：一要定向招录队员三名；"
    "二要拍摄方言短剧十二集。特此报告。\n");
  const DzWeakness *first;

  g_assert_cmpuint (report->weaknesses->len, >=, 2);
  first = &g_array_index (report->weaknesses, DzWeakness, 0);
  g_assert_cmpstr (first->code, ==, "enforce_staff_short");
  g_assert_cmpstr (dz_grade_to_string (first->grade), ==, "direct");
  g_assert_cmpuint (report->causes->len, >=, 1);
}

static const struct
{
  const char *claim;
  const char *text; /* of the problems part */
  const char *codes;
} causes[] = {
  { "by-a-causal-clause", "（一）执法力量不足。随着赋权事项增多，执法人员更显不足。\n", "cause_workload" },
  { "two-in-one-clause", "（一）执法力量不足。由于镇域面积大、人手少，巡查频次不够。\n", "cause_staffing cause_workload" },
  { "limited-by", "（一）法治力量单薄。受编制所限，司法所只有一名干部。\n", "cause_staffing" },
  { "under-a-lead-in", "（一）普法形式单一。\n存在上述问题的主要原因：一是认识不到位，二是编制有限。\n",
    "cause_awareness cause_staffing" },
  { "in-words-no-cue-has", "（一）案卷不规范。由于新法施行后的培训没有马上跟上，队员仍照旧例办案。\n", "cause_training" },
  { "what-grows-goes-on", "（一）行政争议多发。随着新区开工，征迁安置等事务成倍增加，复议案件比上年多5件。\n",
    "cause_workload" },
  { "a-shortfall-of-its-own-ends-it", "（一）执法力量仍显薄弱。随着下放权限逐年增多，人员短缺的情形越来越普遍。\n",
    "cause_workload" },
  { "therefore-is-no-because", "（一）普法形式单一。因此要因地制宜，培训不够。\n", "" },
  { "on-the-one-hand", "（一）执法装备保障不足。出现这种状况，一方面是镇级财力紧，另一方面是考核不问装备，没有形成倒逼。\n",
    "cause_mechanism cause_resource" },
  { "each-clause-may-blame-another", "（一）执法力量不足。究其原因，承担的任务一年比一年重，编制却还是老早定下的。\n",
    "cause_staffing cause_workload" },
  { "mainly-under-the-influence", "（一）群众法律意识淡薄。主要是受老观念影响，加上年轻人都在外头打工。\n", "cause_social" },
  { "this-has-to-do-with", "（一）群众法律意识淡薄。这同壮劳力常年出海、留守老人识字不多有很大关系。\n", "cause_social" },
  { "powers-came-and-people-did-not", "（一）执法力量不足。因去年一次性下放了83项权力，人却没有跟着下来。\n", "cause_workload" },
  { "what-was-handed-down", "（一）群众法律意识淡薄。这同当地几代人沿袭的婚俗分不开。\n", "cause_social" },
  { "a-person-is-no-case", "（一）普法效果不佳。因人员流动性大，讲过的人转眼就走了。\n", "cause_social" },
  { "the-root-lies-in", "（一）学法不深入。根子出在认识上，总觉得学法是软任务。\n", "cause_awareness" },
  { "that-is-why", "（一）案卷质量不高。之所以会这样，一是练兵抓得少，二是事项越来越多。\n", "cause_training cause_workload" },
  { "mainly-behind-a-point", "（一）群众信访不信法。主要是居住偏远、留守老人多，不懂普通话。\n", "cause_social" },
  { "two-things-in-a-list", "（一）执法装备保障不足。以上问题，客观上有县里培训没跟上、镇里拿不出钱的原因。\n",
    "cause_resource cause_training" },
  { "limited-to-is-no-because", "（一）法律顾问作用发挥不充分。顾问的服务多局限于审合同、看协议。\n", "" },
  { "no-cause-no-code", "（一）执法力量不足。编制少，培训不够。\n", "" },
};

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char **) a, *(char **) b);
}

static void
test_causes (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *text = g_strconcat (
    "青禾镇2024年度法治政府建设情况报告\n现将有关情况报告如下。\n一、主要工作\n办理案件三件。\n二、存在的问题\n", causes[i].text,
    "三、下一步打算\n招录。\n", NULL);
  g_autoptr(DzReport) report = dz_test_read (text);
  g_autoptr(GPtrArray) codes = g_ptr_array_new ();
  g_autoptr(GString) line = g_string_new (NULL);

  for (guint k = 0; k < report->causes->len; k++)
    {
      const char *code = g_array_index (report->causes, DzCause, k).code;

      if (!g_ptr_array_find (codes, code, NULL))
        g_ptr_array_add (codes, (gpointer) code);
    }
  g_ptr_array_sort (codes, compare_words);
  for (guint k = 0; k < codes->len; k++)
    g_string_append_printf (line, "%s%s", k > 0 ? " " : "",
                            (const char *) g_ptr_array_index (codes, k));
  g_assert_cmpstr (line->str, ==, causes[i].codes);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/find/answers/", cases[i].claim, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_grade);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *path = g_strconcat ("/find/answers/", parts[i].claim, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_parts);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (causes); i++)
    {
      g_autofree char *path = g_strconcat ("/find/causes/", causes[i].claim, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_causes);
    }

  g_test_add_func ("/find/answers/a-report-in-one-piece", test_one_piece);

  return g_test_run ();
}

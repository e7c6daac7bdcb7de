/* test-checks.c - what each check says of a report with one fault
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-codebook-test.h"
#include "dz-find-read.h"

/* A report without fault, in parts that a case may replace. */
static const char *const parts[] = {
  "青禾镇2024年度法治政府建设情况报告\n",
  "现将2024年度有关情况报告如下。\n",
  "一、主要举措和成效\n",
  "（一）抓统筹。镇党委书记主持召开专题会议3次，听取汇报2次。\n",
  "（二）抓执法。现有执法人员9人，持证执法人员9人，全年受理矛盾纠纷100件，调解成功98件，成功率98%。\n",
  "二、存在的问题\n",
  "（一）执法力量不足。由于编制有限，执法人员数量难以满足日常巡查的需要，节假日和汛期的巡查频次不够，个别偏远村组的巡查还不能做到每月一次。\n",
  "（二）普法形式单一。普法仍以发传单、挂横幅为主，新媒体运用不足，缺少互动，年轻人参与不多，群众对所讲的内容印象不深。\n",
  "三、2025年工作打算\n",
  "（一）充实执法力量。招录专业人员两名，组织资格考试。\n（二）创新普法方式。利用短视频、直播开展以案释法。\n",
  "青禾镇人民政府\n",
  "2025年1月3日\n",
};

static const struct
{
  const char *claim;
  int part; /* replaced by @text; -1: nothing */
  const char *text;
  const char *id;
  DzResult result;
  const char *says; /* (nullable): in the message */
} cases[] = {
  { "plan-of-the-year-itself", 2, "一、2024年工作打算\n", "C-YEAR", DZ_RESULT_FAIL, "应为2025年" },
  { "no-problems", 5, "", "C-RESULTS", DZ_RESULT_PASS, NULL },
  { "cause-missing", 6, "（一）执法力量不足。执法人员数量难以满足日常巡查的需要，节假日和汛期的巡查频次不够。\n", "C-CAUSE", DZ_RESULT_FAIL,
    "原因" },
  { "heading-promises-causes", 6, "（一）执法力量不足。人员数量有限。\n", "C-CAUSE", DZ_RESULT_FAIL, NULL },
  { "deputies-and-others-are-no-principals", 3, "（一）抓统筹。由分管副镇长担任专班负责人，县司法局局长到镇宣讲宪法1次，法治副校长授课12次。\n", "C-DUTY",
    DZ_RESULT_FAIL, "第一责任人" },
  { "nobody-did-anything", 3, "（一）抓统筹。党委理论学习中心组学法4次。\n", "C-DUTY", DZ_RESULT_FAIL, "第一责任人" },
  { "plan-missing", 8, "", "C-RESULTS", DZ_RESULT_PASS, NULL },
  { "heading-of-another-year", 2, "一、2023年度主要举措和成效\n", "C-YEAR", DZ_RESULT_FAIL, "2023年" },
  { "opening-of-another-year", 1, "现将2023年度有关情况报告如下。\n", "C-YEAR", DZ_RESULT_FAIL, "2023年" },
  { "speaks-as-another-kind", 3, "（一）抓统筹。我街道党工委书记主持召开专题会议3次。\n", "C-NAME", DZ_RESULT_FAIL, "我街道" },
  { "a-neighbour-s-praise", 3, "（一）抓统筹。镇长主持召开会议3次，“法律赶集”成为澜桥镇叫得响的招牌。\n", "C-NAME", DZ_RESULT_FAIL,
    "澜桥镇" },
  { "working-with-a-neighbour", 3, "（一）抓统筹。镇长主持召开会议3次，会同澜桥镇开展联合执法两次。\n", "C-NAME", DZ_RESULT_PASS,
    NULL },
  { "heads-of-towns-and-townships", 3, "（一）抓统筹。镇长主持召开会议3次，参加市委党校乡镇长培训班，果农堵镇政府大门两次。\n", "C-NAME",
    DZ_RESULT_PASS, NULL },
  { "what-others-wrote-on-a-banner", 3, "（一）抓统筹。镇长主持召开会议3次，群众送来的锦旗上写着“我乡贴心人”。\n", "C-NAME", DZ_RESULT_PASS,
    NULL },
  { "the-committee-of-another-kind", 3, "（一）抓统筹。镇长主持召开会议3次。\n（二）抓决策。乡党委坚持集体研究，审查事项9项。\n", "C-NAME",
    DZ_RESULT_FAIL, "乡党委坚持" },
  { "a-rate-of-two-other-numbers", 4, "（二）抓调解。受理矛盾纠纷54件，调解54件，成功53件，成功率98.1%。\n", "C-NUMBER",
    DZ_RESULT_PASS, NULL },
  { "parts-of-another-number", 4, "（二）抓执法。立案878件，办结851件，其中普通程序办结339件、简易程序办结512件。\n",
    "C-NUMBER", DZ_RESULT_PASS, NULL },
  { "parts-that-are-all-told", 4, "（二）抓调解。受理1976件，其中转办640件、委派429件、申请907件，成功调处1931件，制作协议805份。\n",
    "C-NUMBER", DZ_RESULT_PASS, NULL },
  { "certified-among-so-many", 4, "（二）抓队伍。现有执法人员16人，全部持证上岗；执法大队16人中取得行政执法证的只有12人。\n",
    "C-CERT", DZ_RESULT_FAIL, "全部持证" },
  { "any-street-is-no-name", 3, "（一）抓统筹。镇长主持召开会议3次，组织全镇干部学法，完善镇级机制。\n", "C-NAME", DZ_RESULT_PASS,
    NULL },
  { "what-is-built-is-no-neighbour", 3, "（一）抓统筹。镇长主持会议3次。建成镇综治中心，扩建镇便民大厅，“夜话”走红乡里。\n",
    "C-NAME", DZ_RESULT_PASS, NULL },
  { "who-is-posted-is-no-neighbour", 3, "（一）抓统筹。镇长主持会议3次。常年有9人驻镇，推行村收镇运，开展护村护镇夜巡。\n",
    "C-NAME", DZ_RESULT_PASS, NULL },
  { "a-star-for-a-number", 3, "（一）抓统筹。镇党委书记主持召开专题会议*次。\n", "C-BLANK", DZ_RESULT_FAIL, "*次" },
  { "a-blank-for-a-number", 3, "（一）抓统筹。镇党委书记主持召开会议3次，受理来信来访  件，均已办结。\n", "C-BLANK", DZ_RESULT_FAIL,
    "件" },
  { "an-empty-bracket", 10, "青禾镇人民政府镇长（）\n", "C-BLANK", DZ_RESULT_FAIL, "（）" },
  { "blanks-between-words-are-none", 3, "（一）抓统筹。镇党委书记主持召开 专题 会议 3 次，全年共 审 查 合同 33 件。\n", "C-BLANK",
    DZ_RESULT_PASS, NULL },
  { "more-certified-than-staff", 4, "（二）抓执法。现有执法人员7人，持证执法人员9人。\n", "C-NUMBER", DZ_RESULT_FAIL, "大于" },
  { "rate-is-wrong", 4, "（二）抓化解。全年受理矛盾纠纷100件，调解成功80件，成功率98%。\n", "C-NUMBER", DZ_RESULT_FAIL, "80" },
  { "rounding-is-no-fault", 4, "（二）抓化解。全年受理矛盾纠纷348件，调解成功341件，成功率98%。\n", "C-NUMBER", DZ_RESULT_PASS,
    NULL },
  { "all-certified-but-two", 4, "（二）抓执法。执法人员全部持证上岗。现有执法人员9人，其中持证7人。\n", "C-CERT", DZ_RESULT_FAIL,
    "相差2人" },
  { "all-certified", 4, "（二）抓执法。现有执法人员9人，全部持证上岗。\n", "C-CERT", DZ_RESULT_PASS, NULL },
  { "hundred-percent-informs", 4, "（二）抓学法。组织学法考试，参考率100%、合格率100%。\n", "C-PERCENT", DZ_RESULT_PASS, "处" },
  { "vague", 7, "（二）工作创新不够。亮点不多，特色不突出，与先进乡镇相比还有差距。\n", "C-VAGUE", DZ_RESULT_FAIL, "笼统" },
  { "unanswered", 9, "（一）抓好普法。利用短视频开展以案释法。\n", "C-ANSWER", DZ_RESULT_FAIL, "未见对应措施" },
  { "a-deed-beside-a-wish-answers-nothing", 9,
    "（一）充实执法力量。招录专业人员两名，新建执法驿站3个，化解率达到98%，持续创新普法形式。\n", "C-ANSWER", DZ_RESULT_FAIL,
    "笼统" },
  { "ordinal-left-out", 9, "（一）充实执法力量。招录两名。\n（三）创新普法方式。利用短视频以案释法。\n", "C-ORDINAL", DZ_RESULT_FAIL,
    "第3项" },
  { "wrong-years-of-a-title", 3, "（一）抓统筹。镇长主持召开会议3次，学习《法治政府建设实施纲要（2020—2025年）》。\n", "C-CITE",
    DZ_RESULT_FAIL, "2021-2025" },
  { "right-years-of-a-title", 3, "（一）抓统筹。镇长主持召开会议3次，学习《法治政府建设实施纲要（2021—2025年）》。\n", "C-CITE",
    DZ_RESULT_PASS, NULL },
  { "a-name-beside-a-petition", 3, "（一）抓统筹。镇长主持会议3次，化解上访户贾守田反映的问题。\n", "C-PRIVACY", DZ_RESULT_FAIL,
    "贾＊＊" },
  { "a-masked-name", 3, "（一）抓统筹。镇长主持会议3次，化解上访户贾某反映的问题。\n", "C-PRIVACY", DZ_RESULT_PASS, NULL },
  { "an-identity-number", 3, "（一）抓统筹。镇长主持会议3次，帮扶对象110101199001011234已办结。\n", "C-PRIVACY", DZ_RESULT_FAIL,
    NULL },
  { "unsigned", 11, "", "C-SIGN", DZ_RESULT_FAIL, "日期" },
  { "signed-in-brackets", 10, "2025年1月3日\n（青禾镇人民政府）\n", "C-SIGN", DZ_RESULT_PASS, NULL },
};

static DzReport *
read_with (int         part,
           const char *text)
{
  g_autoptr(GString) whole = g_string_new (NULL);

  for (int i = 0; i < (int) G_N_ELEMENTS (parts); i++)
    g_string_append (whole, i == part ? text : parts[i]);

  return dz_test_read (whole->str);
}

static void
test_check (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr(DzReport) report = read_with (cases[i].part, cases[i].text);
  const DzCheck *check = dz_report_find_check (report, cases[i].id);

  g_assert_nonnull (check);
  g_test_message ("%s", check->message);
  g_assert_cmpstr (dz_result_to_string (check->result), ==, dz_result_to_string (cases[i].result));
  if (cases[i].says != NULL)
    g_assert_nonnull (strstr (check->message, cases[i].says));
}

/* The report without fault passes everything, in codebook order, with a sentence for each. */
static void
test_clean (void)
{
  g_autoptr(DzReport) report = read_with (-1, NULL);

  g_assert_cmpuint (report->checks->len, ==, 19);
  for (guint i = 0; i < report->checks->len; i++)
    {
      const DzCheck *check = &g_array_index (report->checks, DzCheck, i);

      g_test_message ("%s %s", check->id, check->message);
      g_assert_cmpint (check->result, ==, DZ_RESULT_PASS);
      g_assert_nonnull (check->message);
      g_assert_nonnull (check->reason);
      for (guint k = 0; k < check->spans->len; k++)
        g_assert_cmpuint (g_array_index (check->spans, DzSpan, k).end, <=,
                          dz_text_get_length (report->text));
    }
}

static void
test_empty (void)
{
  g_autoptr(DzReport) report = dz_test_read ("");

  g_assert_cmpuint (report->checks->len, ==, 19);
  g_assert_cmpint (dz_report_find_check (report, "C-RESULTS")->result, ==, DZ_RESULT_FAIL);
  g_assert_cmpint (dz_report_find_check (report, "C-YEAR")->result, ==, DZ_RESULT_CANNOT_TELL);
}

/* A plan that admits something in its first words is no part of problems; a heading that names both is one. */
static void
test_plan_that_admits (void)
{
  static const struct { const char *heading; DzResult result; } plans[] = {
    { "二、2025年工作打算\n", DZ_RESULT_FAIL }, { "二、存在的不足及2025年工作打算\n", DZ_RESULT_PASS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      g_autofree char *text = g_strconcat (parts[0], parts[1], parts[2], parts[3], parts[4], plans[i].heading,
                                           "虽然取得了一些成绩，但仍存在执法力量不足等问题。下一步，将争取编制，建立轮值巡查制度。\n", NULL);
      g_autoptr(DzReport) report = dz_test_read (text);
      const DzCheck *check = dz_report_find_check (report, "C-PROBLEM");

      g_test_message ("%s", check->message);
      g_assert_cmpint (check->result, ==, plans[i].result);
    }
}

static void
add_words (GPtrArray  *list,
           const char *word)
{
  g_ptr_array_add (list, (gpointer) word);
}

/* What the county cites and how its bodies are called. */
static void
test_county (void)
{
  g_autoptr(DzCodebook) codebook = dz_test_codebook ();
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  g_autoptr(GPtrArray) citations = g_ptr_array_new ();
  g_autoptr(DzReadingHints) hints = NULL;
  g_autoptr(DzReading) reading = NULL;
  g_autoptr(DzText) text = dz_text_new_from_string (
    "青禾镇2024年度法治政府建设情况报告\n一、主要做法\n学习《望泽县法治乡镇建设规划（2022—2025年）》和"
    "《法治政府建设实施纲要（2021—2025年）》。长滩口苏木的做法得到推广。\n二、存在问题\n人少。\n");
  g_autoptr(DzReport) report = dz_report_new (text, dz_source_new (""));
  const DzCheck *check;

  add_words (names, "青禾镇");
  add_words (names, "长滩口苏木");
  add_words (citations, "《望泽县法治乡镇建设规划》（2023—2025年）");
  add_words (citations, "没有年份的文件");
  hints = dz_reading_hints_new (names, citations);
  g_assert_cmpuint (dz_reading_hints_list_citations (hints)->len, ==, 1);
  dz_codebook_set_hints (codebook, hints);
  reading = dz_reading_new (codebook, NULL);
  dz_reading_read (reading, report);
  check = dz_report_find_check (report, "C-CITE");
  g_test_message ("%s", check->message);
  g_assert_cmpint (check->result, ==, DZ_RESULT_FAIL);
  g_assert_nonnull (strstr (check->message, "写为2022-2025，应为2023-2025"));
  g_assert_cmpuint (check->spans->len, ==, 1);
  check = dz_report_find_check (report, "C-NAME");
  g_test_message ("%s", check->message);
  g_assert_cmpint (check->result, ==, DZ_RESULT_FAIL);
  g_assert_nonnull (strstr (check->message, "长滩口苏木"));
}

/* Whose names and voice are foreign in whose report. */
static void
test_foreign_names (void)
{
  static const struct
  {
    const char *text;
    DzResult result;
    const char *quoted; /* (nullable) */
  } foreign[] = {
    { "青禾镇2024年度法治政府建设情况报告\n一、主要做法\n案卷由县司法局抽查10份，县司法局指导普法3次。\n", DZ_RESULT_PASS, NULL },
    { "青禾镇2024年度法治政府建设情况报告\n一、主要做法\n不断提升澜桥镇法治建设水平。\n", DZ_RESULT_FAIL, "澜桥镇" },
    { "县司法局2024年度法治政府建设情况报告\n一、主要做法\n我局指导青禾镇、澜桥镇调解纠纷，全镇推广。\n", DZ_RESULT_PASS, NULL },
    { "县司法局2024年度法治政府建设情况报告\n一、主要做法\n我镇认真开展普法宣传12场次。\n", DZ_RESULT_FAIL, "我镇" },
  };
  g_autoptr(DzCodebook) codebook = dz_test_codebook ();
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  g_autoptr(DzReadingHints) hints = NULL;
  g_autoptr(DzReading) reading = NULL;

  add_words (names, "青禾镇");
  add_words (names, "澜桥镇");
  add_words (names, "县司法局");
  hints = dz_reading_hints_new (names, NULL);
  dz_codebook_set_hints (codebook, hints);
  reading = dz_reading_new (codebook, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    {
      g_autoptr(DzText) text = dz_text_new_from_string (foreign[i].text);
      g_autoptr(DzReport) report = dz_report_new (text, dz_source_new (""));
      const DzCheck *check;

      dz_reading_read (reading, report);
      check = dz_report_find_check (report, "C-NAME");
      g_test_message ("%s %s", report->identity.township, check->message);
      g_assert_cmpint (check->result, ==, foreign[i].result);
      if (foreign[i].quoted != NULL)
        g_assert_nonnull (strstr (check->message, foreign[i].quoted));
    }
}

/* Who is named over a web page as its source has signed nothing under it. */
static void
test_source_signs_nothing (void)
{
  static const char over[] = "青禾镇2024年度法治政府建设情况报告\n发布日期：2025-03-12 来源：望泽县人民政府 浏览次数：86次\n"
                             "一、主要做法\n开展普法宣传12场次。\n二、存在问题\n人少。\n三、下步打算\n招录两名。\n";
  static const struct { const char *end, *told; } ends[] = {
    { "", "未见落款单位和成文日期" },
    { "青禾镇人民政府\n", "有落款单位，未见成文日期" },
    { "望泽县人民政府\n2025年1月3日\n", "落款单位和日期齐全" },
  };
  g_autoptr(DzCodebook) codebook = dz_test_codebook ();
  g_autoptr(DzReading) reading = dz_reading_new (codebook, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *words = g_strconcat (over, ends[i].end, NULL);
      g_autoptr(DzText) text = dz_text_new_from_string (words);
      DzSource *source = dz_source_new ("");
      g_autoptr(DzReport) report = dz_report_new (text, source);
      const DzCheck *check;

      source->issuer = g_strdup ("望泽县人民政府"); /* as the page's reader tells it */
      dz_reading_read (reading, report);
      check = dz_report_find_check (report, "C-SIGN");
      g_test_message ("%s: %s", report->identity.issuer, check->message);
      g_assert_nonnull (strstr (check->message, ends[i].told));
    }
}

/* What a later year brings is one file added to the codebook: nothing else changes. */
static void
test_later_year (void)
{
  static const char later[] =
    "<dated xmlns=\"urn:duizhao:codebook\">\n"
    "<document id=\"outline-law-government\"><edition from=\"2026\" to=\"2030\" issued=\"2026-09-01\"/></document>\n"
    "<congress id=\"congress-20\"><plenum number=\"5\" on=\"2026-10-12\"/></congress>\n"
    "<congress id=\"congress-21\"><opened number=\"二十一\" on=\"2027-10-18\"/></congress>\n"
    "<law id=\"town-rules\"><name>乡镇治理法</name><version adopted=\"2027-03-11\" since=\"2027-07-01\" how=\"制定\"/></law>\n"
    "</dated>";
  static const struct
  {
    int year;
    const char *text;
    const char *says; /* NULL: passes with the file */
  } now[] = {
    { 2027, "《法治政府建设实施纲要（2021—2025年）》", "接替" },
    { 2027, "《法治政府建设实施纲要（2026—2030年）》", NULL },
    { 2027, "《法治政府建设实施纲要（2027—2030年）》", "应为2026-2030" },
    { 2025, "《法治政府建设实施纲要（2026—2030年）》", "尚未印发" },
    { 2025, "党的二十届五中全会精神", "尚未召开" },
    { 2026, "党的二十一大精神", "尚未召开" },
    { 2028, "党的二十大精神", "党的二十一大" },
    { 2026, "《中华人民共和国乡镇治理法》", "尚无此法" },
    { 2027, "2028年7月1日起施行的《乡镇治理法》", NULL }, /* after the last day the file knows */
    { 2027, "2026年7月1日起施行的《乡镇治理法》", "应为2027年7月" },
  };
  g_autoptr(DzCodebook) codebook = dz_test_codebook ();
  g_autoptr(DzReading) reading = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (dz_codebook_add (codebook, later, -1, "2027.xml", &error));
  reading = dz_reading_new (codebook, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (now); i++)
    {
      g_autofree char *whole = g_strdup_printf ("青禾镇%d年度法治政府建设情况报告\n一、主要举措和成效\n"
                                                "（一）深入学习贯彻%s，开展宣讲3场。\n青禾镇人民政府\n%d年1月8日\n",
                                                now[i].year, now[i].text, now[i].year + 1);
      g_autoptr(DzText) text = dz_text_new_from_string (whole);
      g_autoptr(DzReport) report = dz_report_new (text, dz_source_new (""));
      const DzCheck *check;

      dz_reading_read (reading, report);
      check = dz_report_find_check (report, "C-CITE");
      g_test_message ("%d %s: %s", now[i].year, now[i].text, check->message);
      g_assert_cmpint (check->result, ==, now[i].says != NULL ? DZ_RESULT_FAIL : DZ_RESULT_PASS);
      g_assert_true (now[i].says == NULL || strstr (check->message, now[i].says) != NULL);
    }
}

/* Every test sentence of the codebook is read as it says. */
static void
test_codebook (void)
{
  g_autoptr(DzCodebook) codebook = dz_test_codebook ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) complaints = dz_codebook_check (codebook, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < complaints->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (complaints, i));
  g_assert_cmpuint (complaints->len, ==, 0);
}

/* A fault in three places is told once, and shown in all of them. */
static void
test_told_once (void)
{
  g_autoptr(DzReport) report =
    dz_test_read ("青禾镇2024年度法治政府建设情况报告\n现将有关情况报告如下。\n一、主要举措和成效\n我街道开展培训。信访人林国栋反映的问题已"
                  "化解，信访人林国栋表示满意。\n二、存在的问题\n我街道普法形式单一。\n三、2025年工作打算\n我街道拟招录两名。\n");

  for (guint i = 0; i < report->checks->len; i++)
    {
      const DzCheck *check = &g_array_index (report->checks, DzCheck, i);
      gboolean names = g_str_equal (check->id, "C-NAME");
      g_auto(GStrv) halves = NULL;

      if (!names && !g_str_equal (check->id, "C-PRIVACY"))
        continue;
      g_assert_cmpint (check->result, ==, DZ_RESULT_FAIL);
      g_assert_cmpuint (check->spans->len, ==, names ? 3 : 2);
      halves = g_strsplit (check->message, names ? "我街道" : "林", -1);
      g_assert_cmpuint (g_strv_length (halves), ==, 2);
    }
}

/* Words that say two shortfalls are quoted once. */
static void
test_quoted_once (void)
{
  g_autoptr(DzReport) report =
    dz_test_read ("青禾镇2024年度法治政府建设情况报告\n现将有关情况报告如下。\n一、主要举措和成效\n（一）开展培训3次。\n"
                  "二、存在的问题\n（一）执法人员数量不足素质不高。\n三、2025年工作打算\n（一）利用短视频开展以案释法。\n");
  const DzCheck *check = dz_report_find_check (report, "C-ANSWER");
  g_auto(GStrv) halves = NULL;

  g_assert_cmpuint (report->weaknesses->len, ==, 2);
  g_assert_cmpint (check->result, ==, DZ_RESULT_FAIL);
  halves = g_strsplit (check->message, "执法人员数量不足素质不高", -1);
  g_assert_cmpuint (g_strv_length (halves), ==, 2);
  g_assert_cmpuint (check->spans->len, ==, 1);
}

static void
test_bad_rule (void)
{
  g_autoptr(DzCodebook) codebook = dz_test_codebook ();
  g_autoptr(GError) error = NULL;

  g_assert_true (dz_codebook_add (codebook,
                                  "<weaknesses xmlns=\"urn:duizhao:codebook\">\n"
                                  "<weakness id=\"resource_short\"><cue>({none}</cue></weakness>\n"
                                  "</weaknesses>", -1, "county.xml", &error));
  g_assert_null (dz_codebook_check (codebook, &error));
  g_assert_nonnull (strstr (error->message, "county.xml:2"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/find/checks/", cases[i].claim, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_check);
    }
  g_test_add_func ("/find/checks/a-plan-that-admits", test_plan_that_admits);
  g_test_add_func ("/find/checks/a-report-without-fault", test_clean);
  g_test_add_func ("/find/checks/an-empty-report", test_empty);
  g_test_add_func ("/find/checks/of-one-county", test_county);
  g_test_add_func ("/find/checks/whose-names-are-foreign", test_foreign_names);
  g_test_add_func ("/find/checks/a-source-signs-nothing", test_source_signs_nothing);
  g_test_add_func ("/find/checks/a-later-year-is-one-file", test_later_year);
  g_test_add_func ("/find/checks/a-fault-is-told-once", test_told_once);
  g_test_add_func ("/find/checks/words-are-quoted-once", test_quoted_once);
  g_test_add_func ("/find/codebook/test-sentences", test_codebook);
  g_test_add_func ("/find/codebook/bad-rule-is-named", test_bad_rule);

  return g_test_run ();
}

/* test-overlap.c - text that two reports share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-overlap.h"

#include "dz-overlap-extent.h"
#include "dz-overlap-words.h"
#include "dz-test-review.h"

/* Words nobody else has: @n characters that depend on @seed alone. */
static char *
make_own_words (guint seed,
                guint n)
{
  GString *words = g_string_new (NULL);
  g_autoptr(GRand) random = g_rand_new_with_seed (seed);

  for (guint i = 0; i < n; i++)
    {
      g_string_append_unichar (words, (gunichar) g_rand_int_range (random, 0x4e00, 0x9000));
      if (i % 17 == 16)
        g_string_append (words, i % 34 == 33 ? "。" : "，");
    }

  return g_string_free (words, FALSE);
}

/* Two bodies' reports of one year, and the one pair they make; NULL if none. */
static const DzOverlap *
compare_two (DzReview   *review,
             const char *x,
             const char *y,
             GPtrArray **pairs)
{
  test_add_report (review, test_add_body (review, "甲禾镇"), 2024, DZ_KIND_ANNUAL_REPORT, x);
  test_add_report (review, test_add_body (review, "乙渡镇"), 2024, DZ_KIND_ANNUAL_REPORT, y);
  *pairs = dz_overlap_find_all (review, NULL, 0.05, NULL, NULL, NULL);

  return (*pairs)->len > 0 ? g_ptr_array_index (*pairs, 0) : NULL;
}

static const char report[] =
  "全镇行政执法人员十一名，持证八名，力量明显不足。山区村落分散，出警一趟往返要走三个钟头，"
  "遇到雨季道路中断，只能由村干部先行劝阻。部分案卷缺少审批表，装订顺序前后颠倒。"
  "法律顾问一年到镇里坐班不过四次，合同审查多半靠电话口头答复。普法仍以发传单、挂横幅为主，"
  "外出务工的年轻人几乎听不到，留守老人又看不懂条文。调解员平均年龄六十一岁，补贴三年没有调整。"
  "下一年将把执法证培训排进农闲时节，请律师每月到镇两天，案卷半年评查一次。";

static void
test_identical (void)
{
  g_autoptr(DzReview) review = dz_review_new ();
  g_autoptr(GPtrArray) pairs = NULL;
  const DzOverlap *pair = compare_two (review, report, report, &pairs);

  g_assert_nonnull (pair);
  g_assert_cmpfloat (pair->share, ==, 1.0);
  g_assert_cmpuint (pair->passages->len, ==, 1);
}

static void
test_short_and_empty (void)
{
  g_autoptr(DzReview) review = dz_review_new ();
  g_autoptr(GPtrArray) pairs = NULL;

  g_assert_null (compare_two (review, "", "七个字太少了", &pairs));
}

/* Other numbers, the own name, words of the same sense, another order, a word put in: still the
 * same text, and each passage is whole clauses of the original. */
static void
test_light_rewriting (void)
{
  static const char source[] =
    "甲禾镇全年开展普法宣传46场次，群众参与热情明显提高。镇里把老电影院改成调解室，来的人先喝茶后说理。"
    "三家砂石厂的纠纷拖了两年，司法所带着图纸逐户丈量，终于签下协议。";
  static const char copy[] =
    "三家砂石厂的矛盾拖了两年，司法所又带着图纸逐户丈量，终于签下协议。"
    "乙渡镇全年举办普法宣讲51场次，百姓参与热情显著提升。镇里把老电影院改成调解室，来的人先喝茶后说理。";
  static const char own[] = "此外还有许多别的事情值得一说，江边码头的夜市收拾得清清爽爽，路灯修好了七十盏。"
                            "春天种下的行道树活了九成，小学门口的斑马线重新画过，接送孩子的车子排得整整齐齐。";
  g_autoptr(DzReview) review = dz_review_new ();
  g_autoptr(DzCodebook) codebook = test_codebook ();
  g_autoptr(GPtrArray) pairs = NULL;
  g_autofree char *copied = g_strconcat (copy, own, NULL);
  const DzOverlap *pair;

  test_add_report (review, test_add_body (review, "甲禾镇"), 2024, DZ_KIND_ANNUAL_REPORT, source);
  test_add_report (review, test_add_body (review, "乙渡镇"), 2024, DZ_KIND_ANNUAL_REPORT, copied);
  pairs = dz_overlap_find_all (review, codebook, 0.05, NULL, NULL, NULL);
  g_assert_cmpuint (pairs->len, ==, 1);
  pair = g_ptr_array_index (pairs, 0);
  g_assert_cmpuint (pair->passages->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const DzOverlapPassage *passage = &g_array_index (pair->passages, DzOverlapPassage, i);
      const DzReport *b = dz_review_find_report (review, pair->report_b);
      g_autofree char *words = dz_text_dup_span (b->text, passage->b);

      g_assert_true (g_str_has_suffix (words, i == 1 ? "终于签下协议" : "来的人先喝茶后说理"));
      g_assert_true (g_str_has_prefix (words, i == 1 ? "三家砂石厂" : "乙渡镇全年举办"));
    }
}

/* Punctuation, blanks, script and width differ: the passage is the original's own characters. */
static void
test_passages_are_of_the_original (void)
{
  static const char x[] =
    "一、甲地特色。部分干部法治思维不强，遇事习惯凭经验办，程序意识有待提高。另起炉灶完全不同的话。";
  static const char y[] =
    "乙處另言。部分幹部法治思維不強,遇事習慣憑經驗辦,程序意識有待提高；後面各說各的事情。";
  g_autoptr(DzReview) review = dz_review_new ();
  g_autoptr(GPtrArray) pairs = NULL;
  const DzOverlap *pair = compare_two (review, x, y, &pairs);
  const DzOverlapPassage *passage;
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;

  g_assert_nonnull (pair);
  g_assert_cmpuint (pair->passages->len, ==, 1);
  passage = &g_array_index (pair->passages, DzOverlapPassage, 0);
  left = dz_text_dup_span (dz_review_find_report (review, pair->report_a)->text, passage->a);
  right = dz_text_dup_span (dz_review_find_report (review, pair->report_b)->text, passage->b);
  g_assert_cmpstr (left, ==, "部分干部法治思维不强，遇事习惯凭经验办，程序意识有待提高");
  g_assert_cmpstr (right, ==, "部分幹部法治思維不強,遇事習慣憑經驗辦,程序意識有待提高");
}

/* Inside a passage only what is the same is the same: a number as a whole, words in either script. */
static void
test_words_that_differ (void)
{
  static const char x[] = "全年调解矛盾纠纷131件，调处成功率为98.5%，其中土地纠纷占了一半以上。";
  static const char y[] = "全年調解矛盾糾紛1310件，調處成功率為98.5%，其中邻里纠纷占了一半以上。";
  g_autoptr(DzText) a = dz_text_new_from_string (x);
  g_autoptr(DzText) b = dz_text_new_from_string (y);
  g_autoptr(GArray) in_a = g_array_new (FALSE, FALSE, sizeof (DzSpan));
  g_autoptr(GArray) in_b = g_array_new (FALSE, FALSE, sizeof (DzSpan));
  const DzOverlapPassage passage = { { 0, sizeof x - 1 }, { 0, sizeof y - 1 } };
  static const char *const left[] = { "全年调解矛盾纠纷", "件，调处成功率为98.5%，其中", "纠纷占了一半以上" };
  static const char *const right[] = { "全年調解矛盾糾紛", "件，調處成功率為98.5%，其中", "纠纷占了一半以上" };

  dz_overlap_words_list_same (a, b, &passage, in_a, in_b);
  g_assert_cmpuint (in_a->len, ==, G_N_ELEMENTS (left));
  g_assert_cmpuint (in_b->len, ==, G_N_ELEMENTS (right));
  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    {
      g_autofree char *here = dz_text_dup_span (a, g_array_index (in_a, DzSpan, i));
      g_autofree char *there = dz_text_dup_span (b, g_array_index (in_b, DzSpan, i));

      g_assert_cmpstr (here, ==, left[i]);
      g_assert_cmpstr (there, ==, right[i]);
    }
}

static void
test_set_phrases_are_left_out (void)
{
  static const char x[] = "甲地党政主要负责人履行推进法治建设第一责任人职责做得很好";
  static const char y[] = "乙处党政主要负责人履行推进法治建设第一责任人职责还有差距";
  g_autoptr(DzReview) review = dz_review_new ();
  g_autoptr(DzReview) other = dz_review_new ();
  g_autoptr(GPtrArray) pairs = NULL;
  g_autoptr(GPtrArray) none = NULL;

  g_assert_nonnull (compare_two (review, x, y, &pairs));
  g_ptr_array_add (other->county->set_phrases, g_strdup ("党政主要负责人履行推进法治建设第一责任人职责"));
  g_assert_null (compare_two (other, x, y, &none));
}

/* Pages of one site share what it puts around the reports; that is nobody's text. */
static void
test_furniture_is_left_out (void)
{
  static const char *const rows[] = {
    "发布日期：2025-03-12 10:25  来源：望泽县人民政府  浏览次数：1286次  字体：【大 中 小】",
    "当前位置：首页 > 政务公开 > 法治政府建设",
    "索引号：014253 主题分类：司法 发布机构：望泽县司法局 公开方式：主动公开",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *one = make_own_words (2 * i + 1, 300);
      g_autofree char *two = make_own_words (2 * i + 2, 300);
      g_autofree char *x = g_strdup_printf ("%s\n%s\n", rows[i], one);
      g_autofree char *y = g_strdup_printf ("%s\n%s\n", rows[i], two);
      g_autofree char *kept = g_strdup_printf ("%s\n%s\n", rows[i], one);
      g_autoptr(DzReview) review = dz_review_new ();
      g_autoptr(DzReview) other = dz_review_new ();
      g_autoptr(GPtrArray) pairs = NULL;
      g_autoptr(GPtrArray) copied = NULL;

      g_test_message ("%s", rows[i]);
      g_assert_null (compare_two (review, x, y, &pairs));
      g_assert_cmpfloat (compare_two (other, x, kept, &copied)->share, ==, 1.0);
    }
}

/* A neighbour's text of last year, and one part copied into a report that is otherwise its own. */
static void
test_past_and_part (void)
{
  g_autoptr(DzReview) review = dz_review_new ();
  DzBody *a = test_add_body (review, "甲禾镇");
  DzBody *b = test_add_body (review, "乙渡镇");
  g_autofree char *own = make_own_words (7, 3000);
  g_autofree char *other = make_own_words (8, 3000);
  g_autofree char *copy = g_strconcat (other, "\n", report, NULL);
  g_autofree char *source = g_strconcat (own, "\n", report, NULL);
  DzReport *later, *earlier;
  const DzSection *part;
  const DzOverlap *pair;
  g_autoptr(GPtrArray) pairs = NULL;

  earlier = test_add_report (review, a, 2023, DZ_KIND_ANNUAL_REPORT, source);
  later = test_add_report (review, b, 2024, DZ_KIND_ANNUAL_REPORT, copy);
  test_add_section (later, DZ_SECTION_PROBLEMS, report);
  pairs = dz_overlap_find_all (review, NULL, 0.5, NULL, NULL, NULL);
  g_assert_cmpuint (pairs->len, ==, 1);
  pair = g_ptr_array_index (pairs, 0);
  g_assert_cmpint (pair->report_a, ==, earlier->id);
  g_assert_cmpfloat (pair->share, <, 0.1);
  g_assert_cmpfloat (dz_overlap_extent_find_part (review, pair, &part), >, 0.9);
  g_assert_cmpint (part->kind, ==, DZ_SECTION_PROBLEMS);
  g_assert_true (dz_overlap_extent_is_told (review, pair));
  g_assert_true (dz_overlap_extent_is_of_year (review, pair, 2024));
  g_assert_false (dz_overlap_extent_is_of_year (review, pair, 2023));
}

/* Reports of one body and year are never laid beside each other, however they lie between those of its other year; each is laid
 * beside the neighbour's and, of the year before, its own. */
static void
test_own_of_one_year (void)
{
  g_autoptr(DzReview) review = dz_review_new ();
  DzBody *a = test_add_body (review, "甲禾镇");
  DzBody *b = test_add_body (review, "乙渡镇");
  g_autoptr(GPtrArray) pairs = NULL;
  guint own = 0;

  test_add_report (review, a, 2024, DZ_KIND_ANNUAL_REPORT, report);
  test_add_report (review, a, 2023, DZ_KIND_ANNUAL_REPORT, report);
  test_add_report (review, a, 2024, DZ_KIND_DUTY_REPORT, report);
  test_add_report (review, a, 2023, DZ_KIND_DUTY_REPORT, report);
  test_add_report (review, b, 2024, DZ_KIND_ANNUAL_REPORT, report);
  pairs = dz_overlap_find_all (review, NULL, 0.5, NULL, NULL, NULL);
  for (guint i = 0; i < pairs->len; i++)
    {
      const DzOverlap *pair = g_ptr_array_index (pairs, i);
      const DzReport *x = dz_review_find_report (review, pair->report_a);
      const DzReport *y = dz_review_find_report (review, pair->report_b);

      g_assert_true (x->body_id != y->body_id || x->identity.year != y->identity.year);
      own += x->body_id == y->body_id;
    }
  g_assert_cmpuint (own, ==, 4); /* two of a year with two of the year before */
  g_assert_cmpuint (pairs->len, ==, 8); /* and the neighbour's with each of the four */
}

/* ---- the made county, where the right answers are known ---- */

static const struct
{
  const char *file;
  const char *name;
} county[] = {
  { "wangxi", "望溪街道" }, { "shuangzhu", "双渚街道" }, { "lanqiao", "澜桥镇" },
  { "qiyan", "栖砚镇" },    { "hequan", "禾泉镇" },      { "wanyu", "万榆镇" },
  { "huaidi", "槐堤镇" },   { "weizhou", "苇洲镇" },     { "liuqu", "六渠乡" },
  { "shizhu", "石竺乡" },   { "fengwu", "枫梧畲族乡" },  { "lubei", "鹭陂乡" },
};

static DzReview *
load_county (const char *folder)
{
  DzReview *review = dz_review_new ();

  for (guint i = 0; i < G_N_ELEMENTS (county); i++)
    {
      DzBody *body = test_add_body (review, county[i].name);

      for (int year = 2023; year <= 2024; year++)
        {
          g_autofree char *path =
            g_strdup_printf ("%s/wz-%d-%s.txt", folder, year, county[i].file);
          g_autofree char *text = NULL;

          if (g_file_get_contents (path, &text, NULL, NULL))
            test_add_report (review, body, year, DZ_KIND_ANNUAL_REPORT, text);
        }
    }

  return review;
}

static void
check_pair (DzReview  *review,
            DzOverlap *overlap,
            guint     *n_peer,
            guint     *n_self)
{
  DzReport *a = dz_review_find_report (review, overlap->report_a);
  DzReport *b = dz_review_find_report (review, overlap->report_b);
  const char *x = dz_review_find_body (review, a->body_id)->name;
  const char *y = dz_review_find_body (review, b->body_id)->name;

  g_test_message ("%s %d %s %d: %.4f, %u passages", x, a->identity.year, y, b->identity.year,
                  overlap->share, overlap->passages->len);
  if (a->body_id != b->body_id && overlap->share > 0.04)
    {
      (*n_peer)++;
      g_assert_cmpstr (x, ==, "澜桥镇");
      g_assert_cmpstr (y, ==, "栖砚镇");
      g_assert_cmpfloat_with_epsilon (overlap->share, 0.70, 0.03);
    }
  else if (a->body_id != b->body_id)
    g_assert_cmpfloat (overlap->share, <=, 0.04);
  if (a->body_id == b->body_id && overlap->share >= 0.1)
    {
      (*n_self)++;
      g_assert_cmpstr (x, ==, "禾泉镇");
      g_assert_cmpint (a->identity.year, ==, 2023);
      g_assert_cmpfloat_with_epsilon (overlap->share, 0.23, 0.02);
    }
}

static void
test_made_county (void)
{
  g_autofree char *folder = test_find_shared ("corpus/made");
  g_autoptr(DzCodebook) codebook = test_codebook ();
  g_autoptr(DzReview) review = NULL;
  g_autoptr(GPtrArray) pairs = NULL;
  guint n_peer = 0;
  guint n_self = 0;

  if (folder == NULL)
    {
      g_test_skip ("the made county is not beside this checkout");
      return;
    }
  review = load_county (folder);
  pairs = dz_overlap_find_all (review, codebook, 0.005, NULL, NULL, NULL);
  for (guint i = 0; i < pairs->len; i++)
    check_pair (review, g_ptr_array_index (pairs, i), &n_peer, &n_self);
  g_assert_cmpuint (n_peer, ==, 1);
  g_assert_cmpuint (n_self, ==, 1);
}

/* What a county gives its bodies to fill in accuses none of them; what two share besides is found. */
static void
test_county_template (void)
{
  static const char template[] =
    "根据县委全面依法治县委员会办公室关于报送年度法治政府建设情况报告的通知要求，现将本年度推进法治政府建设工作情况"
    "报告如下。坚持以习近平新时代中国特色社会主义思想为指导，深入学习贯彻习近平法治思想，全面落实党政主要负责人履行"
    "推进法治建设第一责任人职责，把法治建设纳入经济社会发展总体规划，与中心工作同部署、同推进、同督促、同考核，"
    "切实做到重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办。";
  g_autoptr(DzReview) review = dz_review_new ();
  g_autoptr(GPtrArray) pairs = NULL;
  g_autoptr(GPtrArray) given = NULL;
  g_autoptr(GPtrArray) insisted = NULL;
  g_autofree char *copied = make_own_words (4711, 200);
  const DzOverlap *pair;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *name = g_strdup_printf ("第%u镇", i + 1);
      g_autofree char *own = make_own_words (i, 300);
      g_autofree char *text = g_strconcat (name, "年度法治政府建设情况报告\n", template, "\n", own, "\n",
                                           i == 7 || i == 31 ? copied : "", "\n", NULL);

      test_add_report (review, test_add_body (review, name), 2024, DZ_KIND_ANNUAL_REPORT, text);
    }
  pairs = dz_overlap_find_all (review, NULL, 0.05, &given, NULL, NULL);
  g_assert_cmpuint (given->len, ==, 2); /* and the title */
  g_assert_true (g_str_has_prefix (g_ptr_array_index (given, 0), "40\t根据县委全面依法治县委员会办公室"));
  g_assert_true (g_str_has_suffix (g_ptr_array_index (given, 0), "重要任务亲自督办"));
  g_assert_cmpuint (pairs->len, ==, 1);
  pair = g_ptr_array_index (pairs, 0);
  g_assert_cmpint (pair->report_a, ==, ((DzReport *) g_ptr_array_index (review->reports, 7))->id);
  g_assert_cmpint (pair->report_b, ==, ((DzReport *) g_ptr_array_index (review->reports, 31))->id);
  g_assert_cmpuint (pair->passages->len, ==, 1);
  g_assert_cmpfloat (pair->share, >, 0.2);

  /* The county says that it gave none of this: everybody has it from everybody. */
  g_ptr_array_add (review->county->own_wording, g_strdup (strchr (g_ptr_array_index (given, 0), '\t') + 1));
  insisted = dz_overlap_find_all (review, NULL, 0.05, NULL, NULL, NULL);
  g_assert_cmpuint (insisted->len, ==, 40 * 39 / 2);
}

/* 60 reports, all pairs. The folding is most of it; a slow machine gets twice the aim. */
static void
test_sixty_reports (void)
{
  g_autofree char *folder = test_find_shared ("corpus/made");
  g_autoptr(DzReview) review = dz_review_new ();
  g_autoptr(GPtrArray) pairs = NULL;
  double seconds;

  if (folder == NULL)
    {
      g_test_skip ("the made county is not beside this checkout");
      return;
    }
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *path =
        g_strdup_printf ("%s/wz-2024-%s.txt", folder, county[i % G_N_ELEMENTS (county)].file);
      g_autofree char *name = g_strdup_printf ("第%u镇", i + 1);
      g_autofree char *text = NULL;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      test_add_report (review, test_add_body (review, name), 2024, DZ_KIND_ANNUAL_REPORT, text);
    }
  g_test_timer_start ();
  pairs = dz_overlap_find_all (review, NULL, 0.05, NULL, NULL, NULL);
  seconds = g_test_timer_elapsed ();
  g_test_message ("%u pairs in %.3f s", pairs->len, seconds);
  g_assert_cmpuint (pairs->len, >=, 12 * 10);
  g_assert_cmpfloat (seconds, <, 10.0); /* bench measures; this catches a loop gone wild */
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/find/overlap/identical-is-one", test_identical);
  g_test_add_func ("/find/overlap/short-and-empty-share-nothing", test_short_and_empty);
  g_test_add_func ("/find/overlap/passages-are-of-the-original", test_passages_are_of_the_original);
  g_test_add_func ("/find/overlap/furniture-is-left-out", test_furniture_is_left_out);
  g_test_add_func ("/find/overlap/set-phrases-are-left-out", test_set_phrases_are_left_out);
  g_test_add_func ("/overlap/words-that-differ", test_words_that_differ);
  g_test_add_func ("/overlap/light-rewriting", test_light_rewriting);
  g_test_add_func ("/overlap/past-and-part", test_past_and_part);
  g_test_add_func ("/overlap/own-of-one-year", test_own_of_one_year);
  g_test_add_func ("/find/overlap/county-template", test_county_template);
  g_test_add_func ("/find/overlap/made-county", test_made_county);
  g_test_add_func ("/find/overlap/sixty-reports", test_sixty_reports);

  return g_test_run ();
}

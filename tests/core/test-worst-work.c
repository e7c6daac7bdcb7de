/* test-worst-work.c - twice the text is not four times the work, whatever its shape
 *
 * Counted is what once grew by the square: bytes given to regular expressions, which look all of a
 * text through before they begin, bytes cues and words are looked for in, bytes looked at for the sentence round a
 * place, bytes the second reader reads, and elements moved in arrays. The linker puts the counting before the functions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-find-read.h"
#include "dz-rule-set.h"
#include "dz-second-reader.h"

static guint64 work;

gboolean __real_g_regex_match_full (const GRegex *regex, const char *string, gssize len, int start, GRegexMatchFlags flags,
                                    GMatchInfo **match, GError **error);
gboolean __wrap_g_regex_match_full (const GRegex *regex, const char *string, gssize len, int start, GRegexMatchFlags flags,
                                    GMatchInfo **match, GError **error);
gboolean __real_g_match_info_next (GMatchInfo *match, GError **error);
gboolean __wrap_g_match_info_next (GMatchInfo *match, GError **error);
GArray *__real_dz_rule_set_find (DzRuleSet *rules, const char *folded, DzSpan span);
GArray *__wrap_dz_rule_set_find (DzRuleSet *rules, const char *folded, DzSpan span);
char *__real_g_strstr_len (const char *text, gssize len, const char *word);
char *__wrap_g_strstr_len (const char *text, gssize len, const char *word);
DzSpan __real_dz_report_sentence_at (DzReport *report, gsize offset);
DzSpan __wrap_dz_report_sentence_at (DzReport *report, gsize offset);
GArray *__real_dz_second_reader_read (DzSecondReader *reader, const char *folded, DzSpan span);
GArray *__wrap_dz_second_reader_read (DzSecondReader *reader, const char *folded, DzSpan span);
GArray *__real_g_array_remove_index (GArray *array, guint index);
GArray *__wrap_g_array_remove_index (GArray *array, guint index);
GArray *__real_g_array_insert_vals (GArray *array, guint index, gconstpointer data, guint len);
GArray *__wrap_g_array_insert_vals (GArray *array, guint index, gconstpointer data, guint len);

gboolean
__wrap_g_regex_match_full (const GRegex     *regex,
                           const char       *string,
                           gssize            len,
                           int               start,
                           GRegexMatchFlags  flags,
                           GMatchInfo      **match,
                           GError          **error)
{
  work += (guint64) (len < 0 ? (gssize) strlen (string) : len) - (guint64) start;

  return __real_g_regex_match_full (regex, string, len, start, flags, match, error);
}

/* From the match on the rest of the text is looked through again. */
gboolean
__wrap_g_match_info_next (GMatchInfo *match,
                          GError    **error)
{
  int end = 0;

  if (g_match_info_matches (match))
    g_match_info_fetch_pos (match, 0, NULL, &end);
  work += strlen (g_match_info_get_string (match) + end);

  return __real_g_match_info_next (match, error);
}

GArray *
__wrap_dz_rule_set_find (DzRuleSet  *rules,
                         const char *folded,
                         DzSpan      span)
{
  work += span.end - span.start;

  return __real_dz_rule_set_find (rules, folded, span);
}

char *
__wrap_g_strstr_len (const char *text,
                     gssize      len,
                     const char *word)
{
  char *found = __real_g_strstr_len (text, len, word);

  work += found != NULL ? (gsize) (found - text) : len < 0 ? strlen (text) : (gsize) len;

  return found;
}

DzSpan
__wrap_dz_report_sentence_at (DzReport *report,
                              gsize     offset)
{
  DzSpan sentence = __real_dz_report_sentence_at (report, offset);

  work += sentence.end - sentence.start;

  return sentence;
}

GArray *
__wrap_dz_second_reader_read (DzSecondReader *reader,
                              const char     *folded,
                              DzSpan          span)
{
  work += span.end - span.start;

  return __real_dz_second_reader_read (reader, folded, span);
}

GArray *
__wrap_g_array_remove_index (GArray *array,
                             guint   index)
{
  work += array->len - index;

  return __real_g_array_remove_index (array, index);
}

GArray *
__wrap_g_array_insert_vals (GArray       *array,
                            guint         index,
                            gconstpointer data,
                            guint         len)
{
  work += array->len - index;

  return __real_g_array_insert_vals (array, index, data, len);
}

typedef struct
{
  const char *name;
  const char *head;
  const char *pieces[6]; /* in turn */
} Shape;

#define HEAD "2024年青石镇法治政府建设情况报告\n一、主要工作\n"
#define PROBLEMS HEAD "三、存在的问题\n"

static const Shape shapes[] = {
  { "no-stop", HEAD, { "全镇共调解矛盾纠纷12件，", "化解率达98%，", "开展普法宣传7场次，" } },
  { "ordinals", HEAD, { "（一）加强队伍建设。\n", "（二）加强队伍建设。\n", "（三）加强队伍建设。\n" } },
  { "numbers", HEAD, { "23、", "45、", "12件、" } },
  { "shortfalls", PROBLEMS, { "行政执法人员不足。", "法治宣传形式单一。", "合法性审查流于形式。", "干部法治意识不强。" } },
  { "shortfalls-in-a-row", PROBLEMS, { "行政执法人员不足，", "法治宣传形式单一，", "合法性审查流于形式，" } },
  { "points", PROBLEMS, { "（一）行政执法人员不足。部分干部仍有差距。\n", "（二）法治宣传形式单一。部分干部仍有差距。\n",
                          "（三）执法程序不够规范。普法年年一个样，遇事照样先吵后打。\n" } },
  { "causes", PROBLEMS "一是执法人员不足。\n（二）原因分析\n", { "由于人员编制有限，", "由于经费不足，" } },
  { "names", HEAD, { "当事人王建国与李秀英因宅基地纠纷，", "信访人张伟多次上访。" } },
  { "blanks", HEAD, { "调解纠纷○○件，", "调解纠纷（  ）件，" } },
  { "certificates", HEAD, { "执法人员3人，", "持证2人。" } },
  { "labels", HEAD, { "执法人员：21人/", "持证：20人" } },
  { "turns", "2024年青石镇法治政府建设情况报告\n今年开展普法宣传7场次。", { "同时，推动各项工作有序开展。" } },
  { "addresses", HEAD, { "家住槐底村二组5号，", "电话13800001111，" } },
};

/* The work of reading @size bytes of the shape. */
static guint64
measure (const Shape *shape,
         gsize        size)
{
  g_autoptr(GString) text = g_string_new (shape->head);
  g_autoptr(DzReport) report = NULL;
  guint n = 0;

  while (shape->pieces[n] != NULL)
    n++;
  for (guint i = 0; text->len < size; i++)
    g_string_append (text, shape->pieces[i % n]);
  work = 0;
  report = dz_test_read (text->str);
  g_assert_cmpuint (report->sections->len, >, 0);

  return work;
}

static void
test_shape (gconstpointer data)
{
  const Shape *shape = data;
  guint64 half, whole;

  measure (shape, 1000); /* what is made ready once */
  half = measure (shape, 60000);
  whole = measure (shape, 120000);
  g_test_message ("%s: %" G_GUINT64_FORMAT " and %" G_GUINT64_FORMAT, shape->name, half, whole);
  g_assert_cmpuint (half, >, 0);
  g_assert_cmpuint (whole, <, half * 5 / 2 + 100000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autofree char *path = g_strconcat ("/find/worst-work/", shapes[i].name, NULL);

      g_test_add_data_func (path, &shapes[i], test_shape);
    }

  return g_test_run ();
}

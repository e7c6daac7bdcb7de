/* dz-briefing-circular.c - 通报: the briefing as the office paper a county hands out
 *
 * Whom to, on what ground, 一、总体情况, 二、主要问题, 三、下一步工作要求, who and when, who else gets it. Every
 * sentence has a key, so each can be worded otherwise in place, or be taken out. Bodies are named where the
 * reports themselves say it; nothing is guessed, nobody is ranked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-briefing-circular.h"
#include "dz-briefing-quotations.h"
#include "dz-briefing-words.h"

#include "dz-gallery.h"
#include "dz-sayable.h"
#include "dz-signature.h"

#include <string.h>

#define MOST_COUNTS 3   /* indicators a circular speaks of */
#define MOST_RATES 2
#define MOST_QUOTES 2
#define MOST_ASKED 30   /* bodies named of whom one thing is asked */

static gboolean
is_open (DzState state)
{
  return state == DZ_STATE_SUGGESTED;
}

/* Something in it only the machine says so far: a problem, a number. Findings nobody decided about are not in it. */
static gboolean
is_draft (DzBriefing *self)
{
  for (guint i = 0; i < self->review->bodies->len; i++)
    {
      const DzBody *body = g_ptr_array_index (self->review->bodies, i);
      DzReport *report = dz_review_report_of (self->review, body->id, self->year);

      for (guint k = 0; report != NULL && k < report->weaknesses->len; k++)
        {
          const DzWeakness *weakness = &g_array_index (report->weaknesses, DzWeakness, k);

          if (dz_weakness_is_named (weakness) && is_open (weakness->state))
            return TRUE;
        }
      for (guint k = 0; report != NULL && k < report->figures->len; k++)
        {
          const DzFigure *figure = &g_array_index (report->figures, DzFigure, k);

          if (figure->indicator != NULL && figure->set_aside == NULL && is_open (figure->state))
            return TRUE;
        }
    }

  return FALSE;
}

/* What kinds of bodies are on the roster. */
typedef enum
{
  DZ_BODIES_TOWN = 1 << 0,
  DZ_BODIES_COUNTRY = 1 << 1, /* 乡, 苏木 */
  DZ_BODIES_STREET = 1 << 2,
  DZ_BODIES_OTHER = 1 << 3
} DzBodyKinds;

static DzBodyKinds
find_kinds (DzBriefing *self)
{
  DzBodyKinds kinds = 0;

  for (guint i = 0; i < self->original->bodies->len; i++)
    {
      const DzBody *body = g_ptr_array_index (self->original->bodies, i);

      if (g_str_has_suffix (body->name, "街道") || g_strcmp0 (body->kind, "街道") == 0)
        kinds |= DZ_BODIES_STREET;
      else if (g_str_has_suffix (body->name, "乡") || g_str_has_suffix (body->name, "苏木"))
        kinds |= DZ_BODIES_COUNTRY;
      else
        kinds |= g_str_has_suffix (body->name, "镇") ? DZ_BODIES_TOWN : DZ_BODIES_OTHER;
    }

  return kinds;
}

/**
 * dz_briefing_get_whom:
 *
 * Returns: whose reports a title says it is about: 乡镇（街道）, where others are on the roster 乡镇（街道）和有关单位
 */
const char *
dz_briefing_get_whom (DzBriefing *self)
{
  DzBodyKinds kinds = find_kinds (self);

  return kinds == DZ_BODIES_OTHER ? "有关单位" : kinds & DZ_BODIES_OTHER ? "乡镇（街道）和有关单位" : "乡镇（街道）";
}

static const char *
get_issuer (DzBriefing *self)
{
  const char *issuer = self->review->county->issuer;

  return issuer != NULL && issuer[0] != '\0' ? issuer : NULL;
}

/* 第3期; a number alone is that of an issue. */
static char *
dup_issue (const char *number)
{
  return number[strspn (number, "0123456789")] == '\0' ? g_strdup_printf ("第%s期", number) : g_strdup (number);
}

static void
add_masthead (DzBriefing *self,
              DzChapter  *chapter)
{
  g_autofree char *date = dz_signature_date (self->options->date);
  const char *from = get_issuer (self) != NULL ? get_issuer (self) : self->review->county->name;
  g_autofree char *line = g_strconcat (from != NULL ? from : "", from != NULL && date != NULL ? "　　" : "", date, NULL);

  g_autofree char *issue = NULL;

  if (self->options->number == NULL || self->options->number[0] == '\0')
    return;
  issue = dup_issue (self->options->number);
  dz_briefing_add_words (self, chapter, DZ_ROLE_MASTHEAD, "通　报", "circular/masthead");
  dz_briefing_add_words (self, chapter, DZ_ROLE_SUBTITLE, issue, "circular/number");
  dz_briefing_add_words (self, chapter, DZ_ROLE_NUMBER, line, "circular/line");
}

static char *
dup_made_title (DzBriefing *self)
{
  g_autofree char *county = dz_briefing_mask (self, self->review->county->name != NULL ? self->review->county->name : "", FALSE);
  const char *whom = dz_briefing_get_whom (self);

  return get_issuer (self) != NULL
    ? g_strdup_printf ("%s\n关于%d年度%s法治政府建设\n报告情况的通报", get_issuer (self), self->year, whom)
    : g_strdup_printf ("%s关于%d年度%s\n法治政府建设报告情况的通报", county, self->year, whom);
}

/**
 * dz_briefing_dup_circular_title:
 *
 * Returns: (transfer full): as it stands on the page, in lines; as a person worded it, if one did
 */
char *
dz_briefing_dup_circular_title (DzBriefing *self)
{
  char *made = dup_made_title (self);
  g_autofree char *worded = dz_briefing_dup_worded (self, made, "circular/title");

  if (worded == NULL || worded[0] == '\0')
    return made;
  g_free (made);

  return g_steal_pointer (&worded);
}

static void
add_title (DzBriefing *self,
           DzChapter  *chapter)
{
  g_autofree char *title = dup_made_title (self);
  const char *subtitle = self->options->subtitle;
  g_autofree char *line = NULL;

  if (is_draft (self))
    line = g_strdup (subtitle != NULL && subtitle[0] != '\0' ? "（征求意见稿，" : "（征求意见稿）");
  if (subtitle != NULL && subtitle[0] != '\0')
    {
      g_autofree char *mark = g_steal_pointer (&line);

      line = g_strconcat (mark != NULL ? mark : "（", subtitle, "）", NULL);
    }
  dz_briefing_add_words (self, chapter, DZ_ROLE_TITLE, title, "circular/title");
  dz_briefing_add_words (self, chapter, DZ_ROLE_SUBTITLE, line != NULL ? line : "", "circular/draft");
}

/* 各乡镇人民政府、各街道办事处：by the kinds there are on the roster. */
static void
add_addressee (DzBriefing *self,
               DzChapter  *chapter)
{
  DzBodyKinds kinds = find_kinds (self);
  gboolean town = kinds & DZ_BODIES_TOWN, country = kinds & DZ_BODIES_COUNTRY, street = kinds & DZ_BODIES_STREET;
  g_autofree char *words = NULL;

  if (kinds == DZ_BODIES_OTHER)
    words = g_strdup ("各有关单位：");
  else
    words = g_strconcat (town && country ? "各乡镇人民政府" : town ? "各镇人民政府" : country ? "各乡人民政府" : "",
                         street && (town || country) ? "、" : "", street ? "各街道办事处" : "",
                         kinds & DZ_BODIES_OTHER ? "，各有关单位：" : "：", NULL);
  dz_briefing_add_words (self, chapter, DZ_ROLE_FLUSH, words, "circular/to");
}

static void
add_basis (DzBriefing *self,
           DzChapter  *chapter)
{
  const DzRosterTotals *totals = dz_roster_table_get_totals (self->roster);
  g_autofree char *words = g_strdup_printf ("根据《法治政府建设与责任落实督察工作规定》有关要求，对各单位%d年度%s进行了逐份核对、"
                                            "汇总比较。现将有关情况通报如下：", self->year,
                                            totals->duty == 0 ? "法治政府建设年度报告"
                                            : totals->annual == 0 ? "述职述法报告" : "法治政府建设年度报告、述职述法报告");

  dz_briefing_add_words (self, chapter, DZ_ROLE_BODY, words, "circular/basis");
}

static void
add_heading (DzBriefing *self,
             DzChapter  *chapter,
             const char *title,
             guint       n,
             const char *key)
{
  g_autofree char *words = n == 0 ? dz_briefing_dup_heading (self, title)
                                  : g_strdup_printf ("（%s）%s", dz_chinese_ordinal (n), title);

  dz_briefing_add_words (self, chapter, n == 0 ? DZ_ROLE_HEADING_1 : DZ_ROLE_HEADING_2, words, key);
}

/* The sentences run on in one paragraph. */
static void
add_sentences (DzBriefing *self,
               DzChapter  *chapter,
               GPtrArray  *sentences,
               const char *part)
{
  g_autoptr(DzRich) rich = dz_rich_new (NULL);

  for (guint i = 0; i < sentences->len; i++)
    {
      g_autofree char *key = g_strdup_printf ("circular/%s/%u", part, i);
      DzSentence *sentence = g_ptr_array_index (sentences, i);

      dz_briefing_append_sentence (self, rich, sentence, key);
      dz_sentence_free (sentence);
    }
  g_ptr_array_set_free_func (sentences, NULL);
  g_ptr_array_unref (sentences);
  if (!dz_rich_is_empty (rich))
    dz_chapter_add (chapter, dz_text_block_new (DZ_ROLE_BODY, rich));
}

static void
add_indicator (DzBriefing *self,
               DzChapter  *chapter,
               guint       column)
{
  const char *indicator = dz_figure_table_get_entry (self->figures, column)->id;
  g_autofree char *part = g_strconcat ("figures/", indicator, NULL);
  GPtrArray *sentences = g_ptr_array_new ();

  g_ptr_array_add (sentences, dz_sentence_figure (self->figures, column));
  g_ptr_array_add (sentences, dz_sentence_two_values (self->figures, column));
  g_ptr_array_add (sentences, dz_sentence_change (self->change, indicator));
  add_sentences (self, chapter, sentences, part);
}

static gboolean
is_rate (DzBriefing *self,
         guint       column)
{
  return g_strcmp0 (dz_figure_table_get_entry (self->figures, column)->kind, "rate") == 0;
}

/* What the gallery names first, then the rates most bodies report. */
static void
add_figures (DzBriefing *self,
             DzChapter  *chapter)
{
  const DzEntry *first = dz_gallery_get_first (self->codebook, "summary");
  const char *indicator;
  guint n = 0;

  for (guint i = 0; first != NULL && n < MOST_COUNTS && (indicator = dz_gallery_get_measure (first, i)) != NULL; i++)
    {
      int column = dz_figure_table_find_column (self->figures, indicator);

      if (column < 0 || is_rate (self, column) || dz_figure_table_get_statistics (self->figures, column)->n_reported == 0)
        continue;
      add_indicator (self, chapter, column);
      n++;
    }
  n = 0;
  for (guint i = 0; i < self->main_columns->len && n < MOST_RATES; i++)
    {
      guint column = g_array_index (self->main_columns, guint, i);

      if (!is_rate (self, column) || dz_figure_table_get_statistics (self->figures, column)->n_reported < 2)
        continue;
      add_indicator (self, chapter, column);
      n++;
    }
}

/* 经核对，下列情况请有关单位核实改正。缺落款或日期的2个：青禾镇、柳桥镇；…。: only what is certain or a person confirmed. */
static void
add_findings (DzBriefing *self,
              DzChapter  *chapter,
              guint      *n)
{
  g_autoptr(GPtrArray) findings = dz_briefing_list_findings (self, 0);
  g_autoptr(GPtrArray) checks = g_ptr_array_new ();
  g_autoptr(GString) words = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const DzEntry *check = dz_finding_get_check (g_ptr_array_index (findings, i));

      if (!g_ptr_array_find (checks, check, NULL))
        g_ptr_array_add (checks, (gpointer) check);
    }
  for (guint c = 0; c < checks->len; c++)
    {
      const DzEntry *check = g_ptr_array_index (checks, c);
      g_autoptr(GPtrArray) bodies = g_ptr_array_new ();
      g_autofree char *names = NULL;

      for (guint i = 0; i < findings->len; i++)
        {
          DzFinding *finding = g_ptr_array_index (findings, i);
          const DzBody *body = dz_finding_get_body (finding);

          if (dz_finding_get_check (finding) == check && body != NULL && !g_ptr_array_find (bodies, body, NULL))
            g_ptr_array_add (bodies, (gpointer) body);
        }
      names = dz_briefing_dup_names (self, bodies, MOST_ASKED);
      if (bodies->len > 0)
        g_string_append_printf (words, "%s%s%s的%u个：%s", words->len > 0 ? "；" : "经核对，下列情况请有关单位核实改正。",
                                g_str_has_prefix (check->id, "C-COPY") ? "文字" : "", /* it is not the body that coincides */
                                check->name, bodies->len, names);
    }
  if (words->len == 0)
    return;
  g_string_append (words, "。");
  add_heading (self, chapter, "报告本身还有差错和遗漏", ++*n, "circular/heading/findings");
  dz_briefing_add_words (self, chapter, DZ_ROLE_BODY, words->str, "circular/findings");
}

/* 如澜桥镇报告写道“…”，万榆镇报告写道“…”。: different bodies, different words. */
static DzRich *
make_quotes (DzBriefing  *self,
             DzCommonRow *row)
{
  DzRich *rich = dz_rich_new (NULL);
  g_autoptr(GArray) quotes = dz_briefing_list_quotes (row);
  g_autofree char *before = NULL;
  guint used = 0;

  g_array_sort (quotes, dz_quote_compare);
  for (guint i = 0; i < quotes->len && used < MOST_QUOTES; i++)
    {
      const DzQuote *quote = &g_array_index (quotes, DzQuote, i);
      g_autofree char *words = dz_briefing_dup_quotation (self, quote->report, quote->span, NULL);
      gboolean again = g_strcmp0 (words, before) == 0;

      for (guint k = 0; k < i; k++)
        again = again || dz_quote_is_same (quote, &g_array_index (quotes, DzQuote, k));
      if (again)
        continue;
      g_free (before);
      before = g_steal_pointer (&words);
      dz_rich_append (rich, used++ == 0 ? "如" : "，");
      dz_rich_append (rich, dz_briefing_name (self, quote->body));
      dz_rich_append (rich, "报告写道");
      dz_briefing_quote_source (self, rich, quote->report, quote->span, quote->body->id, dz_common_row_get_entry (row)->id);
    }
  if (used > 0)
    dz_rich_append (rich, "。");

  return rich;
}

static void
add_problem (DzBriefing  *self,
             DzChapter   *chapter,
             DzCommonRow *row,
             guint        n)
{
  const DzEntry *entry = dz_common_row_get_entry (row);
  g_autofree char *heading = g_strconcat ("circular/heading/", entry->id, NULL);
  g_autofree char *quoted = g_strconcat ("circular/quotes/", entry->id, NULL);
  g_autoptr(DzRich) rich = dz_rich_new (NULL);
  g_autoptr(DzRich) quotes = make_quotes (self, row);
  /* by these names what a person wrote in their place is kept */
  const struct
  {
    const char *name;
    DzSentence *sentence;
  } sentences[] = {
    { "0", dz_sentence_weakness (self->common, entry->id) },
    { "once", dz_sentence_counted_once (self->common, entry->id) },
    { "1", dz_sentence_answers_to (self->common, entry->id) },
    { "2", dz_sentence_last_year (self->common, self->change, entry->id) },
  };

  add_heading (self, chapter, entry->name, n, heading);
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_autofree char *key = g_strdup_printf ("circular/problem/%s/%s", entry->id, sentences[i].name);

      if (g_str_equal (sentences[i].name, "1") && !dz_rich_is_empty (quotes))
        dz_briefing_append_rich (self, rich, quotes, quoted);
      dz_briefing_append_sentence (self, rich, sentences[i].sentence, key);
      dz_sentence_free (sentences[i].sentence);
    }
  if (!dz_rich_is_empty (rich))
    dz_chapter_add (chapter, dz_text_block_new (DZ_ROLE_BODY, rich));
}

static void
add_problems (DzBriefing *self,
              DzChapter  *chapter)
{
  g_autoptr(GPtrArray) rows = dz_briefing_list_problems (self);
  GPtrArray *causes = g_ptr_array_new ();
  guint n = 0;

  add_heading (self, chapter, "主要问题", 0, "circular/heading/problems");
  add_sentences (self, chapter, dz_sentences_summary_weaknesses (self->common, self->change), "problems");
  g_ptr_array_add (causes, dz_sentence_causes (self->common, self->review, self->codebook));
  add_sentences (self, chapter, causes, "causes");
  while (n < rows->len)
    {
      DzCommonRow *row = g_ptr_array_index (rows, n);

      add_problem (self, chapter, row, ++n);
    }
  add_findings (self, chapter, &n);
}

static void
add_end (DzBriefing *self,
         DzChapter  *chapter)
{
  const char *issuer = get_issuer (self);
  g_autoptr(DzRich) from = dz_rich_new (NULL);
  g_autoptr(DzRich) date = dz_rich_new (NULL);
  g_autoptr(DzRich) own = dz_rich_new (issuer);
  g_autofree char *day = dz_signature_date (self->options->date);
  g_autofree char *left_open = g_strdup_printf ("%d年　月　日", self->year + 1);
  g_autoptr(DzRich) own_date = dz_rich_new (day != NULL ? day : left_open);

  if (issuer != NULL)
    dz_briefing_append_rich (self, from, own, "circular/issuer");
  dz_briefing_append_rich (self, date, own_date, "circular/date");
  dz_signature_add (chapter, self->paper, dz_rich_is_empty (from) ? NULL : from, dz_rich_is_empty (date) ? NULL : date, FALSE);
  if (issuer != NULL && g_str_has_suffix (issuer, "委员会办公室"))
    {
      g_autofree char *whole = g_strndup (issuer, strlen (issuer) - strlen ("办公室"));
      g_autofree char *words = g_strconcat ("报送：", whole, "。", NULL);

      dz_briefing_add_words (self, chapter, DZ_ROLE_RECORD, words, "circular/copies");
    }
}

/* Who sent nothing is named in full where he is asked to, and there alone. */
static const char *
where_missing_stand (DzBriefing *self)
{
  const DzRosterTotals *totals = dz_roster_table_get_totals (self->roster);

  return totals->due - totals->received <= DZ_MOST_MISSING ? "，名单见“下一步工作要求”" : NULL;
}

void
dz_briefing_add_circular (DzBriefing *self)
{
  DzChapter *chapter = dz_document_add_chapter (self->document, "circular", FALSE);
  gboolean any = dz_roster_table_get_totals (self->roster)->received > 0;

  add_masthead (self, chapter);
  add_title (self, chapter);
  add_addressee (self, chapter);
  add_basis (self, chapter);
  add_heading (self, chapter, "总体情况", 0, "circular/heading/state");
  if (any)
    add_heading (self, chapter, "报送情况", 1, "circular/heading/received");
  add_sentences (self, chapter, dz_sentences_summary_received (self->roster, where_missing_stand (self)), "received");
  if (any)
    {
      add_heading (self, chapter, "主要数据", 2, "circular/heading/figures");
      add_figures (self, chapter);
      dz_briefing_add_practice (self, chapter, 3);
      add_problems (self, chapter);
    }
  dz_briefing_add_demands (self, chapter);
  add_end (self, chapter);
  self->n_headings = 0; /* what is annexed counts anew */
}

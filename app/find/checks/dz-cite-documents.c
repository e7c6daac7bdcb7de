/* dz-cite-documents.c - titles, years and numbers of the documents a report cites
 *
 * A title may be near one of dated.xml without being it: one word is wrong.
 * The documents of provinces and counties bear nearly the same titles, and
 * so do the body's own: these are left alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-cite.h"

#include "dz-char.h"

#include <stdlib.h>
#include <string.h>

#define SHORTEST_NEAR 9 /* characters: shorter titles are near each other by nature */
#define LONGEST_COMPARED 64
#define MOST_WRONG 2

/* 2021-2025 after a title, brackets and dashes of any kind; NULL where no years follow. */
static char *
read_years (const char *folded,
            gsize       at,
            gsize       len,
            guint      *end)
{
  g_autoptr(GString) digits = g_string_new (NULL);

  for (const char *p = folded + at; p < folded + len && digits->len < 9; p = g_utf8_next_char (p))
    {
      gunichar c = dz_char_at (p);

      if (c < 0x80 && g_ascii_isdigit ((char) c))
        g_string_append_c (digits, (char) c);
      else if (digits->len == 4 && dz_char_is_any (c, "—–-~至―−～"))
        g_string_append_c (digits, '-');
      else if (digits->len == 5 && dz_char_is_any (c, "—-–"))
        continue; /* the second half of a long dash */
      else if (dz_char_is_any (c, "（年》〉"))
        continue;
      else
        break;
      *end = (guint) (g_utf8_next_char (p) - folded);
    }

  return digits->len == 9 ? g_strdup (digits->str) : NULL;
}

/**
 * dz_cite_compare_years:
 * @right: "2021-2025"
 * @span: folded: the title; years behind it that are not @right are told
 */
void
dz_cite_compare_years (DzCite     *self,
                       const char *title,
                       const char *right,
                       DzSpan      span)
{
  DzContext *context = self->run->context;
  g_autofree char *years = read_years (context->folded, span.end, context->folded_len, &span.end);

  if (years != NULL && !g_str_equal (years, right))
    dz_cite_take (self, span, "《%s》的年份写为%s，应为%s", title, years, right);
}

/* Whether @rule is an edition with those years. */
static gboolean
is_edition (const DzRule *rule,
            const char   *years)
{
  return g_str_equal (rule->name, "edition") && strncmp (dz_rule_get_word (rule, "from"), years, 4) == 0 &&
         strcmp (dz_rule_get_word (rule, "to"), years + 5) == 0;
}

static const DzRule *
find_edition (const DzEntry *entry,
              const char    *years)
{
  for (guint i = 0; i < entry->rules->len; i++)
    if (is_edition (g_ptr_array_index (entry->rules, i), years))
      return g_ptr_array_index (entry->rules, i);

  return NULL;
}

/* The edition that was in force when the report was signed, else the first; NULL: none has years. */
static const DzRule *
edition_of_the_time (DzCite        *self,
                     const DzEntry *entry)
{
  const DzRule *best = NULL;

  for (guint i = 0; i < entry->rules->len; i++)
    {
      const DzRule *rule = g_ptr_array_index (entry->rules, i);

      if (g_str_equal (rule->name, "edition") && dz_rule_get_attribute (rule, "from") != NULL &&
          (best == NULL || !dz_cite_is_later (self, dz_rule_get_word (rule, "issued"))))
        best = rule;
    }

  return best;
}

/* An edition this table knows as the last: what begins after it cannot be judged. */
static gboolean
is_beyond (const DzEntry *entry,
           const char    *years)
{
  for (guint i = 0; i < entry->rules->len; i++)
    if (strncmp (years, dz_rule_get_word (g_ptr_array_index (entry->rules, i), "to"), 4) <= 0)
      return FALSE;

  return TRUE;
}

/* The next edition, if it was there before the reported year began. */
static const DzRule *
find_successor (DzCite        *self,
                const DzEntry *entry,
                const DzRule  *edition)
{
  for (guint i = 0; i < entry->rules->len; i++)
    {
      const DzRule *rule = g_ptr_array_index (entry->rules, i);

      if (strcmp (dz_rule_get_word (rule, "from"), dz_rule_get_word (edition, "from")) > 0 &&
          dz_cite_is_past (self, dz_rule_get_word (rule, "issued")))
        return rule;
    }

  return NULL;
}

static void
judge_edition (DzCite        *self,
               const DzEntry *entry,
               const DzRule  *edition,
               const char    *years,
               DzSpan         span)
{
  const char *issued = dz_rule_get_word (edition, "issued");
  const DzRule *next = find_successor (self, entry, edition);

  if (dz_cite_is_later (self, issued))
    {
      g_autofree char *month = dz_cite_month (issued);

      dz_cite_take (self, span, "《%s（%s年）》%s才印发，本报告落款时尚未印发", entry->name, years, month);
    }
  else if (next != NULL && !dz_cite_says (self, dz_cite_sentence (self, span), "past"))
    dz_cite_take (self, span, "《%s（%s年）》已由%s-%s年的接替", entry->name, years,
                  dz_rule_get_word (next, "from"), dz_rule_get_word (next, "to"));
}

static void
judge_years (DzCite            *self,
             const DzEntry     *entry,
             const DzCiteTitle *title)
{
  DzContext *context = self->run->context;
  DzSpan span = title->span;
  g_autofree char *years = read_years (context->folded, span.end, context->folded_len, &span.end);
  const DzRule *edition = years != NULL ? find_edition (entry, years) : NULL;
  const DzRule *right = edition_of_the_time (self, entry);

  if (edition != NULL)
    judge_edition (self, entry, edition, years, span);
  else if (years != NULL && right != NULL && !is_beyond (entry, years))
    dz_cite_take (self, span, "《%s》的年份写为%s，应为%s-%s", entry->name, years,
                  dz_rule_get_word (right, "from"), dz_rule_get_word (right, "to"));
  else if (years == NULL && title->bracketed && entry->rules->len > 0)
    {
      const char *issued = dz_rule_get_word (g_ptr_array_index (entry->rules, 0), "issued");

      if (dz_cite_is_later (self, issued))
        {
          g_autofree char *month = dz_cite_month (issued);

          dz_cite_take (self, span, "《%s》%s才印发，本报告落款时尚未印发", entry->name, month);
        }
    }
}

/* （国办发〔2018〕118号） behind a title: the same issuer, another number. */
static void
judge_number (DzCite            *self,
              const DzEntry     *entry,
              const DzCiteTitle *title)
{
  const char *folded = self->run->context->folded;
  gsize at = title->whole.end + (title->bracketed ? strlen ("》") : 0);

  for (guint i = 0; i < entry->rules->len; i++)
    {
      const DzRule *rule = g_ptr_array_index (entry->rules, i);
      const char *mark;
      gsize n;

      if (!g_str_equal (rule->name, "number"))
        continue;
      mark = strstr (rule->text, "〔");
      n = mark != NULL ? (gsize) (mark - rule->text) : 0;
      if (n == 0 || memcmp (folded + at, "（", MIN (3, strlen (folded + at))) != 0 ||
          strncmp (folded + at + 3, rule->text, n) != 0)
        continue;
      at += 3;
      if (strncmp (folded + at, rule->text, strlen (rule->text)) != 0)
        {
          const char *close = strstr (folded + at, "）");
          gsize end = close != NULL && close - (folded + at) < 60 ? (gsize) (close - folded) : at + n;

          dz_cite_take (self, (DzSpan){ at, end }, "《%s》的文号应为%s", entry->name, rule->text);
        }
      return;
    }
}

static gboolean
overlaps_any (GArray *spans,
              DzSpan  span)
{
  for (guint i = 0; i < spans->len; i++)
    if (dz_span_overlaps (g_array_index (spans, DzSpan, i), span))
      return TRUE;

  return FALSE;
}

static guint
read_characters (const char *text,
                 gsize       len,
                 gunichar   *out)
{
  guint n = 0;

  for (const char *p = text; p < text + len && n < LONGEST_COMPARED; p = g_utf8_next_char (p))
    out[n++] = dz_char_at (p);

  return n;
}

/* Characters put in, left out or changed between two titles. */
static guint
count_wrong (const char *a,
             gsize       a_len,
             const char *b)
{
  gunichar x[LONGEST_COMPARED], y[LONGEST_COMPARED];
  guint row[LONGEST_COMPARED + 1];
  guint n = read_characters (a, a_len, x);
  guint m = read_characters (b, strlen (b), y);

  for (guint k = 0; k <= m; k++)
    row[k] = k;
  for (guint i = 1; i <= n; i++)
    {
      guint corner = row[0];

      row[0] = i;
      for (guint k = 1; k <= m; k++)
        {
          guint above = row[k];
          guint changed = corner + (x[i - 1] != y[k - 1]);

          row[k] = MIN (changed, MIN (above, row[k - 1]) + 1);
          corner = above;
        }
    }

  return row[m];
}

/* 方案, 意见, 办法 end the titles of a province's or county's own documents. */
static gboolean
ends_locally (const char *text,
              gsize       len)
{
  static const char *const ends[] = { "方案", "意见", "办法", "计划", "细则", "规划", "措施", "清单" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (len >= strlen (ends[i]) && memcmp (text + len - strlen (ends[i]), ends[i], strlen (ends[i])) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_mistaken (const DzEntry *entry,
             const char    *text,
             gsize          len)
{
  for (guint i = 0; i < entry->rules->len; i++)
    {
      const DzRule *rule = g_ptr_array_index (entry->rules, i);

      if (g_str_equal (rule->name, "mistaken") && strlen (rule->text) == len && memcmp (rule->text, text, len) == 0)
        return TRUE;
    }

  return FALSE;
}

/* A title of the text against one of the table's; @years: behind it, may be NULL. */
static gboolean
is_near (const DzEntry *entry,
         const char    *text,
         gsize          len,
         const char    *years)
{
  gboolean own_years = years != NULL && find_edition (entry, years) != NULL;
  glong length = g_utf8_strlen (text, (gssize) len);

  if (entry->name == NULL || length < SHORTEST_NEAR || g_utf8_strlen (entry->name, -1) < SHORTEST_NEAR)
    return FALSE;
  /* only its years tell a wrong title from a document of another level */
  if (ends_locally (text, len) && !ends_locally (entry->name, strlen (entry->name)) && !own_years)
    return FALSE;
  if (is_mistaken (entry, text, len))
    return TRUE;

  return ABS (length - g_utf8_strlen (entry->name, -1)) <= MOST_WRONG && count_wrong (text, len, entry->name) <= MOST_WRONG;
}

/* What stands between 《 and 》 or the bracket of the years. */
static void
judge_near_title (DzCite *self,
                  DzSpan  inner)
{
  DzContext *context = self->run->context;
  GPtrArray *documents = dz_codebook_list (context->codebook, DZ_ENTRY_DOCUMENT);
  g_autofree char *text = g_strndup (context->folded + inner.start, inner.end - inner.start);
  const char *bracket = strstr (text, "（");
  gsize len = bracket != NULL ? (gsize) (bracket - text) : strlen (text);
  guint end = 0;
  g_autofree char *years = read_years (context->folded, inner.start + len, context->folded_len, &end);

  for (guint i = 0; i < documents->len; i++)
    {
      const DzEntry *entry = g_ptr_array_index (documents, i);

      if (entry->name != NULL && strstr (text, entry->name) != NULL)
        return;
    }
  for (guint i = 0; i < documents->len; i++)
    {
      const DzEntry *entry = g_ptr_array_index (documents, i);
      DzCiteTitle title;
      gsize from = inner.start;

      if (!is_near (entry, text, len, years))
        continue;
      text[len] = '\0';
      if (dz_cite_next_title (self, text, &from, &title) && !title.local)
        dz_cite_take (self, inner, "《%s》名称有误，应为《%s》", text, entry->name);
      return;
    }
}

static void
find_near_titles (DzCite *self)
{
  const char *folded = self->run->context->folded;

  for (const char *open = strstr (folded, "《"); open != NULL; open = strstr (open + 3, "《"))
    {
      const char *close = strstr (open, "》");

      if (close == NULL)
        return;
      if (memchr (open, '\n', (gsize) (close - open)) == NULL)
        judge_near_title (self, (DzSpan){ (gsize) (open - folded) + 3, (gsize) (close - folded) });
    }
}

/**
 * dz_cite_documents:
 * @seen: (element-type DzSpan): titles the county has judged itself
 */
void
dz_cite_documents (DzCite *self,
                   GArray *seen)
{
  GPtrArray *documents = dz_codebook_list (self->run->context->codebook, DZ_ENTRY_DOCUMENT);

  for (guint i = 0; i < documents->len; i++)
    {
      const DzEntry *entry = g_ptr_array_index (documents, i);
      DzCiteTitle title;

      for (gsize from = 0; entry->name != NULL && dz_cite_next_title (self, entry->name, &from, &title);)
        {
          if (title.local || overlaps_any (seen, title.span))
            continue;
          self->cited++;
          judge_years (self, entry, &title);
          judge_number (self, entry, &title);
        }
    }
  find_near_titles (self);
}

/* The county's own list of titles; @seen: those in the text, which the codebook leaves alone. */
static void
take_county_titles (DzCite *self,
                    GArray *seen)
{
  DzReadingHints *hints = dz_codebook_get_hints (self->run->context->codebook);
  GPtrArray *citations = hints != NULL ? dz_reading_hints_list_citations (hints) : NULL;

  for (guint i = 0; citations != NULL && i < citations->len; i++)
    {
      const DzCitationHint *citation = g_ptr_array_index (citations, i);
      DzCiteTitle title;

      for (gsize from = 0; dz_cite_next_title (self, citation->title, &from, &title);)
        {
          g_array_append_val (seen, title.span);
          dz_cite_compare_years (self, citation->title, citation->years, title.span);
        }
    }
}

/* <citation years="2021-2025"> of the county's additions to the codebook. */
static void
take_added_titles (DzCite *self,
                   GArray *seen)
{
  GPtrArray *rules = self->run->entry->rules;

  for (guint i = 0; i < rules->len; i++)
    {
      const DzRule *rule = g_ptr_array_index (rules, i);
      DzCiteTitle title;

      for (gsize from = 0; g_str_equal (rule->name, "citation") && *rule->text != '\0' &&
                           dz_cite_next_title (self, rule->text, &from, &title);)
        {
          g_array_append_val (seen, title.span);
          dz_cite_compare_years (self, rule->text, dz_rule_get_word (rule, "years"), title.span);
        }
    }
}

void
dz_check_cite (const DzCheckRun *run)
{
  g_autoptr(GArray) seen = g_array_new (FALSE, FALSE, sizeof (DzSpan));
  DzCite cite;

  dz_cite_init (&cite, run);
  take_county_titles (&cite, seen);
  take_added_titles (&cite, seen);
  cite.cited += seen->len;
  dz_cite_documents (&cite, seen);
  dz_cite_laws (&cite);
  dz_cite_terms (&cite);
  dz_cite_congresses (&cite);
  dz_cite_plans (&cite);
  dz_findings_finish (&cite.findings, run,
                      cite.cited > 0 ? "引用的文件、法律和会议，名称、年份与报告年度相符。" : "没有引用核对表中的文件。", "，请核对。");
  dz_cite_clear (&cite);
}

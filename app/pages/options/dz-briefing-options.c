/* dz-briefing-options.c - what is ticked, in which order, and how it is set
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-briefing-options.h"

#include "dz-series-build.h"
#include "dz-year-change.h"
#include "dz-past.h"

#include <string.h>

/* Parts in paper order, the charts together: 目录 names them once, in no place where another heading is awaited. */
static const struct
{
  const char *id;
  const char *name;
  gboolean ticked;
} known[] = {
  { "cover", "封面和目录（15页起）", TRUE },
  { "circular", "通报正文", FALSE },
  { "summary", "总体情况", TRUE },
  { "required", "要求内容表", TRUE },
  { "figures", "主要数据表", TRUE },
  { "chart:mediation", "图：矛盾纠纷调解", TRUE },
  { "chart:enforcement", "图：执法人员", TRUE },
  { "chart:training", "图：法治培训", FALSE },
  { "chart:materials", "图：宣传资料", FALSE },
  { "chart:petitions", "图：信访", FALSE },
  { "chart:weaknesses", "图：问题排行", TRUE },
  { "chart:heatmap", "图：问题分布", FALSE },
  { "chart:change:disputes_mediated", "图：两年对比", FALSE },
  { "weaknesses", "共性问题与原话", TRUE },
  { "single", "个性问题", FALSE },
  { "year-change", "年度对比", TRUE },
  { "checks", "核查情况", TRUE },
  { "ledger", "整改台账", FALSE },
  { "scores", "评分结果", FALSE },
  { "score-forms", "空白评分表", FALSE },
  { "bodies", "一镇一页", TRUE },
  { "sources", "原文出处", TRUE },
};

static void
free_part (gpointer data)
{
  DzBriefingPart *part = data;

  g_free (part->id);
  g_free (part->name);
  g_free (part->reason);
  g_free (part);
}

static guint
count_reports (DzReview *review,
               int       year)
{
  guint n = 0;

  for (guint i = 0; i < review->bodies->len; i++)
    {
      const DzBody *body = g_ptr_array_index (review->bodies, i);

      n += dz_review_report_of (review, body->id, year) != NULL;
    }

  return n;
}

static guint
count_both (DzReview *review,
            int       year)
{
  guint n = 0;

  for (guint i = 0; i < review->bodies->len; i++)
    {
      const DzBody *body = g_ptr_array_index (review->bodies, i);

      n += dz_review_report_of (review, body->id, year) != NULL && dz_review_report_before (review, body->id, year) != NULL;
    }

  return n;
}

/* Cheap tests only: a chart that refuses for another reason prints its reason on the page. */
static void
judge_part (DzBriefingPart *part,
            DzReview       *review,
            int             year)
{
  guint n = count_reports (review, year);

  part->possible = TRUE;
  if (g_str_equal (part->id, "summary") || g_str_equal (part->id, "required") || g_str_equal (part->id, "circular") ||
      g_str_equal (part->id, "cover"))
    return;
  if (g_str_equal (part->id, "ledger"))
    part->reason = review->ledger->len == 0 ? g_strdup ("台账上还没有问题") : NULL;
  else if (g_str_has_prefix (part->id, "score"))
    part->reason = dz_review_score_sheet_of (review, year) == NULL ? g_strdup ("本年度还没有评分表") : NULL;
  else if (n == 0)
    part->reason = g_strdup ("本年度没有收到报告");
  else if (g_str_has_prefix (part->id, "chart:") && n < 2)
    part->reason = g_strdup ("报告不足2份，不画图");
  else if (g_str_equal (part->id, "weaknesses") && n < 3)
    part->reason = g_strdup ("单位少于3个，不列共性问题");
  else if ((g_str_equal (part->id, "year-change") || g_str_has_prefix (part->id, "chart:change")) &&
           count_reports (review, year - 1) == 0)
    part->reason = g_strdup ("没有上一年度的报告");
  else if (g_str_equal (part->id, "year-change") && count_both (review, year) == 0)
    part->reason = g_strdup ("没有两年都报送的单位");
  else if (g_str_has_prefix (part->id, "chart:change") && count_both (review, year) < 2)
    part->reason = g_strdup ("两年都报送的单位不足2个，不画图");
  part->possible = part->reason == NULL;
}

/**
 * dz_briefing_options_new:
 *
 * The usual contents, or those the review remembers (DzCounty.brief_contents).
 *
 * Returns: (transfer full): options to change at will
 */
DzBriefingOptions *
dz_briefing_options_new (DzReview *review,
                         int       year)
{
  DzBriefingOptions *self = g_new0 (DzBriefingOptions, 1);

  self->year = year;
  self->parts = g_ptr_array_new_with_free_func (free_part);
  self->overrides = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->points = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      DzBriefingPart *part = g_new0 (DzBriefingPart, 1);

      part->id = g_strdup (known[i].id);
      part->name = g_strdup (known[i].name);
      part->ticked = known[i].ticked;
      judge_part (part, review, year);
      g_ptr_array_add (self->parts, part);
    }
  if (review->county != NULL && review->county->brief_contents != NULL)
    dz_briefing_options_parse (self, review->county->brief_contents);

  return self;
}

DzBriefingOptions *
dz_briefing_options_copy (const DzBriefingOptions *self)
{
  DzBriefingOptions *copy = g_new0 (DzBriefingOptions, 1);
  GHashTableIter iter;
  gpointer key, value;

  *copy = *self;
  copy->subtitle = g_strdup (self->subtitle);
  copy->number = g_strdup (self->number);
  copy->date = g_strdup (self->date);
  copy->bodies = self->bodies != NULL ? g_array_copy (self->bodies) : NULL;
  copy->parts = g_ptr_array_new_with_free_func (free_part);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const DzBriefingPart *part = g_ptr_array_index (self->parts, i);
      DzBriefingPart *other = g_new0 (DzBriefingPart, 1);

      *other = *part;
      other->id = g_strdup (part->id);
      other->name = g_strdup (part->name);
      other->reason = g_strdup (part->reason);
      g_ptr_array_add (copy->parts, other);
    }
  copy->overrides = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_iter_init (&iter, self->overrides);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (copy->overrides, g_strdup (key), g_strdup (value));
  copy->points = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_iter_init (&iter, self->points);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (copy->points, g_strdup (key), value);

  return copy;
}

void
dz_briefing_options_free (DzBriefingOptions *self)
{
  g_clear_pointer (&self->bodies, g_array_unref);
  g_ptr_array_unref (self->parts);
  g_hash_table_unref (self->overrides);
  g_hash_table_unref (self->points);
  g_free (self->subtitle);
  g_free (self->number);
  g_free (self->date);
  g_free (self);
}

/**
 * dz_briefing_options_set_point:
 * @code: of a weakness
 * @taken: whether the briefing tells of it, the part of the common weaknesses with it
 * @is_common: whether so many name it that it would be told of by itself
 */
void
dz_briefing_options_set_point (DzBriefingOptions *self,
                               const char        *code,
                               gboolean           taken,
                               gboolean           is_common)
{
  DzBriefingPart *part = dz_briefing_options_find_part (self, "weaknesses");

  if (taken == is_common)
    g_hash_table_remove (self->points, code);
  else
    g_hash_table_insert (self->points, g_strdup (code), GINT_TO_POINTER (taken));
  if (taken && part != NULL)
    part->ticked = TRUE;
}

/* Returns: whether the common weaknesses of the briefing tell of @code */
gboolean
dz_briefing_options_has_point (const DzBriefingOptions *self,
                               const char              *code,
                               gboolean                 is_common)
{
  gpointer taken;

  return g_hash_table_lookup_extended (self->points, code, NULL, &taken) ? GPOINTER_TO_INT (taken) != 0 : is_common;
}

/* What each template ticks; the sheets are a layout. The cover is the user's, whatever the template. */
static const struct
{
  const char *id;
  const char *name;
  const char *parts;
} templates[] = {
  { "circular", "通报", "circular" },
  { "annex", "数据附件",
             "required figures chart:mediation chart:enforcement chart:training chart:materials chart:petitions "
             "chart:weaknesses chart:heatmap chart:change:disputes_mediated weaknesses single year-change checks sources" },
  { "sheets", "一镇一页", "bodies" },
  { "ledger", "整改台账", "ledger sources" },
  { "scores", "评分结果", "scores" },
  { "score-forms", "空白评分表", "score-forms" },
};

static gboolean
has_word (const char *words,
          const char *word)
{
  g_auto(GStrv) list = g_strsplit (words, " ", -1);

  return g_strv_contains ((const char *const *) list, word);
}

/**
 * dz_briefing_find_template:
 * @word: the id of a template, or its name as the window has it
 *
 * Returns: (transfer none) (nullable): the id
 */
const char *
dz_briefing_find_template (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    if (g_str_equal (templates[i].id, word) || g_str_equal (templates[i].name, word))
      return templates[i].id;

  return NULL;
}

/**
 * dz_briefing_options_take_template:
 * @id: "circular": 通报; "annex": 数据附件; "sheets": 一镇一页; "ledger": 整改台账; "scores": 评分结果; "score-forms": 空白评分表
 *
 * Ticks what the template has and nothing else. Further parts may be ticked on top: a circular with 原文出处
 * prints the numbers of its sources.
 *
 * Returns: %FALSE if there is no such template
 */
gboolean
dz_briefing_options_take_template (DzBriefingOptions *self,
                                   const char        *id)
{
  for (guint t = 0; t < G_N_ELEMENTS (templates); t++)
    {
      if (!g_str_equal (templates[t].id, id))
        continue;
      for (guint i = 0; i < self->parts->len; i++)
        {
          DzBriefingPart *part = g_ptr_array_index (self->parts, i);

          if (!g_str_equal (part->id, "cover"))
            part->ticked = has_word (templates[t].parts, part->id);
        }
      self->layout = g_str_equal (id, "sheets") ? DZ_LAYOUT_SHEETS
                     : self->layout == DZ_LAYOUT_SHEETS ? DZ_LAYOUT_OFFICIAL : self->layout;
      return TRUE;
    }

  return FALSE;
}

/**
 * dz_briefing_options_take_scope:
 * @scope: (nullable): %NULL: all bodies
 *
 * Of the bodies the scope has by now, and of no others.
 */
void
dz_briefing_options_take_scope (DzBriefingOptions   *self,
                                const DzScopeFilter *scope,
                                DzReview            *review)
{
  g_autoptr(GPtrArray) bodies = NULL;

  g_clear_pointer (&self->bodies, g_array_unref);
  if (dz_scope_filter_is_all (scope))
    return;
  bodies = dz_scope_filter_list_bodies (scope, review);
  self->bodies = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < bodies->len; i++)
    g_array_append_val (self->bodies, ((const DzBody *) g_ptr_array_index (bodies, i))->id);
}

/* Returns: (transfer none) (nullable): the template whose parts are ticked, and no others */
const char *
dz_briefing_options_get_template (const DzBriefingOptions *self)
{
  if (self->layout == DZ_LAYOUT_SHEETS)
    return "sheets";
  for (guint t = 0; t < G_N_ELEMENTS (templates); t++)
    {
      gboolean same = TRUE;

      for (guint i = 0; i < self->parts->len && same; i++)
        {
          const DzBriefingPart *part = g_ptr_array_index (self->parts, i);

          same = g_str_equal (part->id, "cover") || part->ticked == has_word (templates[t].parts, part->id);
        }
      if (same)
        return templates[t].id;
    }

  return NULL;
}

/* Returns: (transfer none) (nullable): the part called @id */
DzBriefingPart *
dz_briefing_options_find_part (const DzBriefingOptions *self,
                               const char              *id)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      DzBriefingPart *part = g_ptr_array_index (self->parts, i);

      if (g_str_equal (part->id, id))
        return part;
    }

  return NULL;
}

/* Words of the remembered string for flags. */
static const char *const layouts[] = { "official", "landscape", "sheets", "foldout" };

static void
append_escaped (GString    *string,
                const char *name,
                const char *key,
                const char *value)
{
  g_autofree char *a = key != NULL ? g_uri_escape_string (key, "/:-", TRUE) : NULL;
  g_autofree char *b = g_uri_escape_string (value, NULL, TRUE);

  g_string_append_printf (string, " %s=%s%s%s", name, a != NULL ? a : "", a != NULL ? "=" : "", b);
}

/**
 * dz_briefing_options_to_string:
 *
 * Returns: (transfer full): order, ticks, layout and edited sentences in one line, for
 *   DzCounty.brief_contents
 */
char *
dz_briefing_options_to_string (const DzBriefingOptions *self)
{
  g_autoptr(GString) string = g_string_new (NULL);
  g_autoptr(GList) keys = g_list_sort (g_hash_table_get_keys (self->overrides), (GCompareFunc) strcmp);
  g_autoptr(GList) codes = g_list_sort (g_hash_table_get_keys (self->points), (GCompareFunc) strcmp);

  for (guint i = 0; i < self->parts->len; i++)
    {
      const DzBriefingPart *part = g_ptr_array_index (self->parts, i);

      g_string_append_printf (string, "%s%c%s", i > 0 ? " " : "", part->ticked ? '+' : '-', part->id);
    }
  g_string_append_printf (string, " layout=%s", layouts[self->layout]);
  if (self->hide_names)
    g_string_append (string, " names=hidden");
  if (self->one_sided)
    g_string_append (string, " sides=one");
  if (self->subtitle != NULL)
    append_escaped (string, "subtitle", NULL, self->subtitle);
  if (self->number != NULL)
    append_escaped (string, "number", NULL, self->number);
  if (self->date != NULL)
    append_escaped (string, "date", NULL, self->date);
  for (GList *l = codes; l != NULL; l = l->next)
    append_escaped (string, g_hash_table_lookup (self->points, l->data) != NULL ? "take" : "leave", NULL, l->data);
  for (GList *l = keys; l != NULL; l = l->next)
    append_escaped (string, "text", l->data, g_hash_table_lookup (self->overrides, l->data));

  return g_string_free (g_steal_pointer (&string), FALSE);
}

static void
parse_part (DzBriefingOptions *self,
            const char        *word,
            GPtrArray         *listed)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      DzBriefingPart *part = g_ptr_array_index (self->parts, i);

      if (!g_str_equal (part->id, word + 1))
        continue;
      part->ticked = word[0] == '+';
      if (!g_ptr_array_find (listed, part, NULL))
        g_ptr_array_add (listed, part);
      return;
    }
}

/* Those that are listed take each other's places, in their order: what is not listed stays where it is. */
static void
arrange (DzBriefingOptions *self,
         GPtrArray         *listed)
{
  guint next = 0;

  for (guint i = 0; i < self->parts->len; i++)
    if (g_ptr_array_find (listed, self->parts->pdata[i], NULL))
      self->parts->pdata[i] = NULL;
  for (guint i = 0; i < self->parts->len; i++)
    if (self->parts->pdata[i] == NULL)
      self->parts->pdata[i] = listed->pdata[next++];
}

static void
take_value (char       **setting,
            const char  *escaped)
{
  g_free (*setting);
  *setting = g_uri_unescape_string (escaped, NULL);
}

static void
parse_setting (DzBriefingOptions *self,
               const char        *word)
{
  const char *value = strchr (word, '=');

  if (value == NULL)
    return;
  value++;
  if (g_str_has_prefix (word, "layout="))
    for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
      if (g_str_equal (layouts[i], value))
        self->layout = i;
  if (g_str_has_prefix (word, "names="))
    self->hide_names = g_str_equal (value, "hidden");
  if (g_str_has_prefix (word, "sides="))
    self->one_sided = g_str_equal (value, "one");
  if (g_str_has_prefix (word, "subtitle="))
    take_value (&self->subtitle, value);
  if (g_str_has_prefix (word, "number="))
    take_value (&self->number, value);
  if (g_str_has_prefix (word, "date="))
    take_value (&self->date, value);
  if (g_str_has_prefix (word, "take=") || g_str_has_prefix (word, "leave="))
    {
      char *code = g_uri_unescape_string (value, NULL);

      if (code != NULL)
        g_hash_table_insert (self->points, code, GINT_TO_POINTER (word[0] == 't'));
    }
  if (g_str_has_prefix (word, "text=") && strchr (value, '=') != NULL)
    {
      g_autofree char *key = g_strndup (value, strchr (value, '=') - value);
      char *plain_key = g_uri_unescape_string (key, NULL);
      char *text = g_uri_unescape_string (strchr (value, '=') + 1, NULL);

      if (plain_key != NULL && text != NULL)
        g_hash_table_insert (self->overrides, plain_key, text);
    }
}

/**
 * dz_briefing_options_parse:
 * @string: what dz_briefing_options_to_string() gave; unknown words are passed over
 *
 * Puts the parts in the remembered order. Parts the string does not know stay where they are.
 */
void
dz_briefing_options_parse (DzBriefingOptions *self,
                           const char        *string)
{
  g_auto(GStrv) words = g_strsplit (string, " ", -1);
  g_autoptr(GPtrArray) listed = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (words[i][0] == '+' || words[i][0] == '-')
        parse_part (self, words[i], listed);
      else
        parse_setting (self, words[i]);
    }
  arrange (self, listed);
}

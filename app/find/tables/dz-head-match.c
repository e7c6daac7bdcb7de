/* dz-head-match.c - the indicator a head names, by the codebook's own words
 *
 * A head is read as a report would say it: 行政处罚案件数（件） as “全镇行政处罚案件数37件。”, with all the
 * rules figures are found by. Where the head is the codebook's own name the two count the same; where
 * it is only read so they may not.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-head-match.h"

#include "dz-sheet.h"
#include "dz-table-plan.h"

#include <math.h>
#include <string.h>

/* Below it a report's reader asks, too. */
#define LEAST_CONFIDENCE .8
/* What a report says before it tells a number of its own. */
#define LEAD "全镇"

struct _DzHeadMatcher
{
  DzCodebook *codebook;
  DzReading *reading;
  GHashTable *names; /* a name without what every name ends with -> interned id, "" where it is that of two */
};

/* 案件数, 总次数: how, not what. */
static void
drop_end (GString *name)
{
  static const char *const ends[] = { "总数量", "总件数", "案件数", "总次数", "总人数", "总数", "数量", "件数", "次数", "场次", "人次",
                                      "人数", "份数", "条数", "个数", "场数", "期数", "处数", "项数", "情况", "案件", "数" };
  gboolean again = TRUE;

  while (again)
    {
      again = FALSE;
      for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
        if (g_str_has_suffix (name->str, ends[i]) && name->len >= strlen (ends[i]) + 6)
          {
            g_string_truncate (name, name->len - strlen (ends[i]));
            again = TRUE;
          }
    }
}

static char *
make_name (const char *words)
{
  g_autofree char *squeezed = dz_sheet_cell_key (words);
  GString *name = g_string_new (NULL);

  for (const char *at = squeezed; *at != '\0'; at = g_utf8_next_char (at))
    if (strchr ("()\"", *at) == NULL || *at == '\0')
      {
        gunichar ch = g_utf8_get_char (at);

        if (ch != 0x201c && ch != 0x201d && ch != 0xff08 && ch != 0xff09)
          g_string_append_unichar (name, ch);
      }
  drop_end (name);

  return g_string_free (name, FALSE);
}

static void
add_name (DzHeadMatcher *self,
          const char    *words,
          const char    *id)
{
  char *name = make_name (words);
  const char *held = g_hash_table_lookup (self->names, name);

  if (*name == '\0')
    {
      g_free (name);
      return;
    }
  g_hash_table_replace (self->names, name, (gpointer) (held != NULL && held != id ? "" : id));
}

/* 调处（化解）矛盾纠纷数 is also 化解矛盾纠纷数 and 调处矛盾纠纷数. */
static void
add_variants (DzHeadMatcher *self,
              const char    *name,
              const char    *id)
{
  const char *open = strstr (name, "（");
  const char *close = open != NULL ? strstr (open, "）") : NULL;
  g_auto(GStrv) inside = NULL;
  g_autofree char *before = NULL, *words = NULL, *plain = NULL;
  const char *after;

  if (close == NULL)
    {
      add_name (self, name, id);
      return;
    }
  before = g_strndup (name, (gsize) (open - name));
  words = g_strndup (open + strlen ("（"), (gsize) (close - open) - strlen ("（"));
  after = close + strlen ("）");
  plain = g_strconcat (before, after, NULL);
  add_name (self, plain, id);
  inside = g_strsplit (words, "、", -1);
  for (guint i = 0; inside[i] != NULL; i++)
    {
      glong n = g_utf8_strlen (inside[i], -1), have = g_utf8_strlen (before, -1);
      g_autofree char *kept = have >= n ? g_utf8_substring (before, 0, have - n) : g_strdup ("");
      g_autofree char *instead = g_strconcat (kept, inside[i], after, NULL);
      g_autofree char *beside = g_strconcat (before, inside[i], after, NULL);

      add_name (self, instead, id);
      add_name (self, beside, id);
    }
}

static void
add_entry (DzHeadMatcher *self,
           const DzEntry *entry)
{
  g_auto(GStrv) names = NULL;

  add_variants (self, entry->name, entry->id);
  if (entry->short_name != NULL)
    add_name (self, entry->short_name, entry->id);
  /* 案卷评查、案审次数 are two names; a mark inside brackets parts what stands there */
  if (strstr (entry->name, "（") == NULL)
    names = g_strsplit (entry->name, "、", -1);
  for (guint i = 0; names != NULL && names[i] != NULL && names[1] != NULL; i++)
    if (g_utf8_strlen (names[i], -1) >= 4)
      add_name (self, names[i], entry->id);
}

/**
 * dz_head_matcher_new:
 *
 * Returns: (transfer full) (nullable): a matcher; %NULL if the codebook's rules are wrong
 */
DzHeadMatcher *
dz_head_matcher_new (DzCodebook *codebook,
                     GError    **error)
{
  g_autoptr(DzReading) reading = dz_reading_new (codebook, error);
  GPtrArray *indicators;
  DzHeadMatcher *self;

  if (reading == NULL)
    return NULL;
  self = g_new0 (DzHeadMatcher, 1);
  self->codebook = dz_codebook_ref (codebook);
  self->reading = g_steal_pointer (&reading);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  indicators = dz_codebook_list (codebook, DZ_ENTRY_INDICATOR);
  for (guint i = 0; i < indicators->len; i++)
    add_entry (self, g_ptr_array_index (indicators, i));

  return self;
}

void
dz_head_matcher_free (DzHeadMatcher *self)
{
  if (self == NULL)
    return;

  dz_reading_free (self->reading);
  dz_codebook_unref (self->codebook);
  g_hash_table_unref (self->names);
  g_free (self);
}

/* What a report that says so would be found to say. */
static const char *
read_sentence (DzHeadMatcher *self,
               const char    *lead,
               const char    *words,
               const char    *unit)
{
  g_autofree char *all = g_strdup_printf ("青禾镇2024年法治政府建设年度报告\n一、2024年主要工作成效\n%s%s37%s。\n", lead, words,
                                          unit);
  DzText *text = dz_text_new_from_string (all);
  g_autoptr(DzReport) report = dz_report_new (text, dz_source_new (NULL));
  const char *found = NULL;

  dz_reading_read (self->reading, report);
  for (guint i = 0; i < report->figures->len; i++)
    {
      const DzFigure *figure = &g_array_index (report->figures, DzFigure, i);

      if (!dz_figure_counts (figure) || figure->confidence < LEAST_CONFIDENCE || figure->derived)
        continue;
      if (found != NULL && found != figure->indicator)
        return NULL;
      found = figure->indicator;
    }

  return found;
}

static const char *
read_head (DzHeadMatcher     *self,
           const char        *lead,
           const char        *words,
           const DzHeadWords *head)
{
  static const char *const things[] = { "", "件", "次", "份", "个", "场" };
  static const char *const people[] = { "", "人", "人次", "名" };
  gboolean of_people = strstr (words, "人") != NULL || strstr (words, "员") != NULL || strstr (words, "受众") != NULL;
  const char *const *guesses = of_people ? people : things;
  guint n = of_people ? G_N_ELEMENTS (people) : G_N_ELEMENTS (things);
  const char *found = NULL;

  if (*words == '\0')
    return NULL;
  if (*head->unit != '\0')
    return read_sentence (self, lead, words, g_str_equal (head->unit, "％") ? "%" : head->unit);
  if (g_str_has_suffix (words, "率") || g_str_has_suffix (words, "比例"))
    return read_sentence (self, lead, words, "%");
  if (strstr (words, "金额") != NULL || strstr (words, "经费") != NULL)
    return read_sentence (self, lead, words, "万元");
  for (guint i = 0; i < n && found == NULL; i++)
    found = read_sentence (self, lead, words, guesses[i]);

  return found;
}

static const char *
find_named (DzHeadMatcher *self,
            const char    *words)
{
  g_autofree char *name = make_name (words);
  const char *id = g_hash_table_lookup (self->names, name);

  return id != NULL && *id != '\0' ? id : NULL;
}

/* The head's unit may be one of the indicator's; money without a unit may be 元 or 万元. */
static gboolean
fits (DzHeadMatcher     *self,
      const DzHeadWords *head,
      const char        *indicator)
{
  const DzEntry *entry = dz_codebook_find (self->codebook, DZ_ENTRY_INDICATOR, indicator);

  if (entry == NULL || isnan (dz_unit_factor (head->unit, entry->unit)))
    return FALSE;

  return *head->unit != '\0' || (g_strcmp0 (entry->kind, "money") != 0 && g_strcmp0 (entry->kind, "area") != 0);
}

/* What the head says where the table's title has said of what. */
static const char *
read_under_title (DzHeadMatcher     *self,
                  const DzHeadWords *head,
                  const char        *words,
                  const char        *title)
{
  g_autoptr(GString) subject = g_string_new (title);
  g_autofree char *lead = NULL;
  static const char *const idle[] = { "统计表", "情况表", "汇总表", "一览表", "台账", "情况", "统计", "\n" };

  for (guint i = 0; i < G_N_ELEMENTS (idle); i++)
    g_string_replace (subject, idle[i], "", 0);
  if (subject->len == 0)
    return NULL;
  lead = g_strconcat ("开展", subject->str, "，", NULL);

  return read_head (self, lead, words, head);
}

/**
 * dz_head_matcher_find:
 * @title: (nullable): of the table
 *
 * Returns: what the head most likely counts
 */
DzHeadMatch
dz_head_matcher_find (DzHeadMatcher     *self,
                      const DzHeadWords *head,
                      const char        *title)
{
  g_autofree char *all = dz_head_words_join (head);
  const char *named = find_named (self, all);
  const char *whole, *leaf, *group;
  DzHeadMatch match = { 0 };

  if (named == NULL && !head->generic)
    named = find_named (self, head->leaf);
  whole = read_head (self, LEAD, all, head);
  leaf = head->generic || *head->group == '\0' ? whole : read_head (self, LEAD, head->leaf, head);
  group = head->group_counts && !head->generic && !head->part ? read_head (self, LEAD, head->group, head) : NULL;
  match.indicator = named != NULL && fits (self, head, named) ? named : whole != NULL ? whole : leaf;
  if (match.indicator == NULL)
    {
      /* 涉及金额 of a table of mediation: worth a suggestion */
      match.indicator = read_under_title (self, head, all, title);
      return match;
    }
  match.named = match.indicator == named && fits (self, head, named) && (whole == NULL || whole == named);
  /* a group's name with a leaf that says nothing by itself is a part of it, or something beside it */
  match.sure = fits (self, head, match.indicator) &&
               (match.named || (whole == match.indicator && leaf == match.indicator &&
                                (group == NULL || group == match.indicator)));

  return match;
}

/* dz-cite-laws.c - laws a report cites, and words that were not yet in use
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-cite.h"

#include <stdlib.h>
#include <string.h>

#define YEARS_NEW 3 /* so long a revision may be called new */

static const char nation[] = "中华人民共和国";

static gboolean
ends_with (const char *folded,
           gsize       end,
           const char *word)
{
  gsize n = strlen (word);

  return end >= n && memcmp (folded + end - n, word, n) == 0;
}

/* The title is the law's own, not part of another one: 《行政处罚法》, 新修订的行政处罚法. */
static gboolean
is_the_law (DzCite            *self,
            const DzCiteTitle *title)
{
  const char *folded = self->run->context->folded;
  gsize from = title->span.start;
  const char *after = folded + title->span.end;

  if (ends_with (folded, from, nation))
    from -= strlen (nation);
  if (title->bracketed)
    return from == title->whole.start && (title->span.end == title->whole.end || g_str_has_prefix (after, "（"));

  return ends_with (folded, from, "新修订的") || ends_with (folded, from, "新修订");
}

/* A draft may be spoken of before there is a law. */
static gboolean
is_draft (DzCite            *self,
          const DzCiteTitle *title)
{
  const char *folded = self->run->context->folded;
  g_autofree char *after = g_strndup (folded + title->span.end,
                                      MIN (60, self->run->context->folded_len - title->span.end));

  return strstr (after, "草案") != NULL || strstr (after, "征求意见") != NULL;
}

/* （2021年修订） behind the title; 0 where no such thing stands there. */
static int
read_change (DzCite            *self,
             const DzCiteTitle *title,
             DzSpan            *span)
{
  const char *folded = self->run->context->folded;
  const char *p = folded + title->span.end;
  int year;

  if (g_str_has_prefix (p, "》"))
    p += strlen ("》");
  if (!g_str_has_prefix (p, "（"))
    return 0;
  p += strlen ("（");
  year = atoi (p);
  for (guint i = 0; i < 4; i++, p++)
    if (!g_ascii_isdigit (*p))
      return 0;
  if (g_str_has_prefix (p, "年"))
    p += strlen ("年");
  if (!g_str_has_prefix (p, "修订") && !g_str_has_prefix (p, "修正") && !g_str_has_prefix (p, "新修"))
    return 0;
  *span = (DzSpan){ title->span.start, (gsize) (p - folded) + strlen ("修订") };

  return year;
}

static int
year_of (const DzRule *version,
         const char   *attribute)
{
  return atoi (dz_rule_get_word (version, attribute));
}

/* The next <version> of @entry from @at on; NULL at the end. */
static const DzRule *
next_version (const DzEntry *entry,
              guint         *at)
{
  while (*at < entry->rules->len)
    {
      const DzRule *rule = g_ptr_array_index (entry->rules, (*at)++);

      if (g_str_equal (rule->name, "version"))
        return rule;
    }

  return NULL;
}

/* The version of @year, or the last one before it: what should have been written. */
static const DzRule *
find_version (const DzEntry *entry,
              const char    *attribute,
              int            year,
              gboolean      *exact)
{
  const DzRule *best = NULL;
  const DzRule *version;

  *exact = FALSE;
  for (guint i = 0; (version = next_version (entry, &i)) != NULL;)
    {
      *exact |= year_of (version, attribute) == year;
      best = version;
    }

  return best;
}

/* Years this table does not reach, before its first version and after its horizon, are not judged. */
static gboolean
can_judge (DzCite        *self,
           const DzEntry *entry,
           const char    *attribute,
           int            year)
{
  guint first = 0;
  const DzRule *version = next_version (entry, &first);

  return version != NULL && year <= atoi (self->horizon) &&
         (year >= year_of (version, attribute) || g_str_equal (dz_rule_get_word (version, "how"), "制定"));
}

static void
judge_change (DzCite            *self,
              const DzEntry     *entry,
              const DzCiteTitle *title)
{
  DzSpan span;
  int year = read_change (self, title, &span);
  gboolean exact;
  const DzRule *right = find_version (entry, "adopted", year, &exact);

  if (year == 0 || exact || right == NULL || !can_judge (self, entry, "adopted", year))
    return;
  dz_cite_take (self, span, "《%s》没有%d年%s的文本，最近一次为%d年%s", entry->name, year, "修订",
                year_of (right, "adopted"), dz_rule_get_word (right, "how"));
}

/* The month behind the year, if one is written, against those in which a version of that year came into force. */
static gboolean
is_month_right (const DzEntry *entry,
                int            year,
                const char    *behind)
{
  int month = atoi (behind);
  const DzRule *version;

  if (month == 0 || !g_str_has_prefix (behind + (month > 9 ? 2 : 1), "月"))
    return TRUE;
  for (guint i = 0; (version = next_version (entry, &i)) != NULL;)
    if (year_of (version, "since") == year && atoi (dz_rule_get_word (version, "since") + 5) == month)
      return TRUE;

  return FALSE;
}

/* 2021年7月15日起施行的《行政处罚法》: the year and the month before the title. */
static void
judge_force (DzCite            *self,
             const DzEntry     *entry,
             const DzCiteTitle *title)
{
  const char *folded = self->run->context->folded;
  gsize open = title->bracketed ? title->whole.start - strlen ("《") : title->span.start;
  DzSpan clause = dz_cite_clause (self, title->span);
  DzSpan before = { MAX (clause.start, open > 60 ? open - 60 : 0), open };
  DzDate date;
  const DzRule *right;
  gboolean exact;

  while (before.start < before.end && (folded[before.start] & 0xc0) == 0x80)
    before.start++;
  if (!(ends_with (folded, open, "施行的") || ends_with (folded, open, "实施的") || ends_with (folded, open, "生效的")) ||
      !dz_names_next_year (folded, before, &date))
    return;
  right = find_version (entry, "since", date.year, &exact);
  if (right == NULL || (exact && is_month_right (entry, date.year, folded + date.span.end)) ||
      !can_judge (self, entry, "since", date.year))
    return;
  {
    g_autofree char *month = dz_cite_month (dz_rule_get_word (right, "since"));
    DzSpan span = { date.span.start, title->span.end };
    g_autofree char *written = g_strndup (folded + date.span.start, open - date.span.start);

    dz_cite_take (self, span, "《%s》的施行时间写为“%s”，应为%s", entry->name, written, month);
  }
}

/* 新修订的 of a text that is years old, where the next revision was still to come. */
static void
judge_newly_revised (DzCite            *self,
                     const DzEntry     *entry,
                     const DzCiteTitle *title)
{
  const char *folded = self->run->context->folded;
  gsize open = title->bracketed ? title->whole.start - strlen ("《") : title->span.start;
  const DzRule *last = NULL, *next = NULL, *version;

  for (guint i = 0; (version = next_version (entry, &i)) != NULL;)
    if (!dz_cite_is_later (self, dz_rule_get_word (version, "adopted")))
      last = version;
    else if (next == NULL)
      next = version;
  if (next == NULL || !(ends_with (folded, open, "新修订的") || ends_with (folded, open, "新修订")) ||
      (last != NULL && year_of (last, "adopted") >= atoi (self->begin) - YEARS_NEW))
    return;
  {
    g_autofree char *month = dz_cite_month (dz_rule_get_word (next, "adopted"));

    dz_cite_take (self, title->span, "《%s》%s才修订，本报告落款时尚未修订", entry->name, month);
  }
}

/* A law before there was one; an ordinance that is no more. */
static void
judge_time (DzCite            *self,
            const DzEntry     *entry,
            const DzCiteTitle *title)
{
  guint at = 0;
  const DzRule *first = next_version (entry, &at);

  if (first != NULL && g_str_equal (dz_rule_get_word (first, "how"), "制定") &&
      dz_cite_is_later (self, dz_rule_get_word (first, "adopted")))
    {
      g_autofree char *month = dz_cite_month (dz_rule_get_word (first, "adopted"));

      dz_cite_take (self, title->span, "《%s》%s才公布，本报告落款时尚无此法", entry->name, month);
    }
  for (guint i = 0; i < entry->rules->len; i++)
    {
      const DzRule *rule = g_ptr_array_index (entry->rules, i);

      if (g_str_equal (rule->name, "ended") && dz_cite_is_past (self, dz_rule_get_word (rule, "on")) &&
          !dz_cite_says (self, dz_cite_clause (self, title->span), "past"))
        {
          g_autofree char *month = dz_cite_month (dz_rule_get_word (rule, "on"));

          dz_cite_take (self, title->span, "《%s》已于%s废止，由《%s》代替", entry->name, month, rule->text);
        }
    }
}

void
dz_cite_laws (DzCite *self)
{
  GPtrArray *laws = dz_codebook_list (self->run->context->codebook, DZ_ENTRY_LAW);

  for (guint i = 0; i < laws->len; i++)
    {
      const DzEntry *entry = g_ptr_array_index (laws, i);
      DzCiteTitle title;

      for (gsize from = 0; entry->name != NULL && dz_cite_next_title (self, entry->name, &from, &title);)
        {
          if (!is_the_law (self, &title) || is_draft (self, &title))
            continue;
          self->cited++;
          judge_change (self, entry, &title);
          judge_force (self, entry, &title);
          judge_newly_revised (self, entry, &title);
          judge_time (self, entry, &title);
        }
    }
}

/* Words that were first used on a day: a report of before cannot hold them. */
void
dz_cite_terms (DzCite *self)
{
  GPtrArray *terms = dz_codebook_list (self->run->context->codebook, DZ_ENTRY_TERM);

  for (guint i = 0; i < terms->len; i++)
    {
      const DzEntry *entry = g_ptr_array_index (terms, i);
      const char *since = entry->rules->len > 0 ? dz_rule_get_word (g_ptr_array_index (entry->rules, 0), "on") : "";
      DzCiteTitle title;
      gsize from = 0;

      if (entry->name == NULL || !dz_cite_is_later (self, since) ||
          !dz_cite_next_title (self, entry->name, &from, &title))
        continue;
      {
        g_autofree char *month = dz_cite_month (since);

        dz_cite_take (self, title.span, "“%s”%s才提出，本报告落款时尚无此提法", entry->name, month);
      }
    }
}

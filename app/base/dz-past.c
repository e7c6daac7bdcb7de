/* dz-past.c - what a body was before: 沿革
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-past.h"

#include "dz-fold.h"
#include "dz-untrue.h"

#include <stdlib.h>
#include <string.h>

#define LONGEST_PAST 4096 /* bytes; they are read again for every comparison of years */
#define SHOWN_PAST 30     /* characters */

static const char *const how_names[] = { "更名", "合并", "分设", "析出" };

/* What rosters and approvals call it; the longer stands before what it holds. */
static const struct
{
  const char *word;
  DzPastHow how;
} how_words[] = {
  { "撤乡设镇", DZ_PAST_RENAMED }, { "撤镇设街", DZ_PAST_RENAMED }, { "撤乡建镇", DZ_PAST_RENAMED },
  { "乡改镇", DZ_PAST_RENAMED },   { "镇改街", DZ_PAST_RENAMED },   { "改设", DZ_PAST_RENAMED },
  { "曾用名", DZ_PAST_RENAMED },   { "更名", DZ_PAST_RENAMED },     { "改名", DZ_PAST_RENAMED },
  { "改称", DZ_PAST_RENAMED },     { "原名", DZ_PAST_RENAMED },     { "合并", DZ_PAST_MERGED },
  { "并入", DZ_PAST_MERGED },      { "撤并", DZ_PAST_MERGED },      { "分设", DZ_PAST_SPLIT },
  { "拆分", DZ_PAST_SPLIT },       { "析出", DZ_PAST_PARTED },      { "析置", DZ_PAST_PARTED },
  { "析自", DZ_PAST_PARTED },      { "划出", DZ_PAST_PARTED },      { "分出", DZ_PAST_PARTED },
};

static void
event_free (gpointer data)
{
  DzPastEvent *event = data;

  g_ptr_array_unref (event->names);
  g_free (event);
}

/* Takes "2023年5月" out of @entry; 0 if it tells no year. */
static int
take_year (GString *entry)
{
  for (gsize at = 0; at + 4 <= entry->len; at++)
    {
      gsize end = at;
      int year;

      while (g_ascii_isdigit (entry->str[end]))
        end++;
      if (end != at + 4)
        {
          at = MAX (at, end);
          continue;
        }
      year = atoi (entry->str + at);
      if (!dz_is_year (year) || year == 0)
        continue;
      for (const char *const *unit = (const char *const[]){ "年", "月", "日", "起", NULL }; *unit != NULL; unit++)
        {
          gsize digits = end;

          while (g_ascii_isdigit (entry->str[digits]))
            digits++;
          if (g_str_has_prefix (entry->str + digits, *unit))
            end = digits + strlen (*unit);
        }
      g_string_erase (entry, (gssize) at, (gssize) (end - at));
      return year;
    }

  return 0;
}

static gboolean
starts_with_one (const char        *text,
                 const char *const *words,
                 gsize             *len)
{
  for (; *words != NULL; words++)
    if (g_str_has_prefix (text, *words))
      {
        *len = strlen (*words);
        return TRUE;
      }

  return FALSE;
}

/* "由王河乡" is 王河乡; 原 goes only where a whole name is left: there are places called 原墙镇. */
static char *
dup_name (const char *piece)
{
  static const char *const signs[] = { "：", ":", "，", ",", "（", "(", "）", ")", " ", "\t", "　", NULL };
  static const char *const words[] = { "由", "自", "从", "将", NULL };
  static const char *const was[] = { "原", NULL };
  g_autofree char *name = g_strstrip (g_strdup (piece));
  const char *start = name;
  gsize len;

  while (starts_with_one (start, signs, &len) ||
         (starts_with_one (start, words, &len) && g_utf8_strlen (start, -1) > 2) ||
         (starts_with_one (start, was, &len) && g_utf8_strlen (start, -1) > 3))
    start += len;
  for (char *end = name + strlen (name); end > start;)
    {
      char *last = g_utf8_prev_char (end);

      if (!starts_with_one (last, signs, &len))
        break;
      *last = '\0';
      end = last;
    }

  return g_strdup (start);
}

static void
add_names (GPtrArray  *names,
           const char *part,
           gsize       len)
{
  static const char *const parting[] = { "、", "，", ",", "和", "与", "及", "/", NULL };
  const char *end = part + len;
  const char *start = part;

  for (const char *at = part; at <= end; at = g_utf8_next_char (at))
    {
      g_autofree char *piece = NULL;
      g_autofree char *name = NULL;
      gsize sign = 0;

      /* 和 and 与 part only what is a name on both sides: 和平镇 is one */
      if (at < end && (!starts_with_one (at, parting, &sign) ||
                       (sign == 3 && !starts_with_one (at, (const char *const[]){ "、", "，", NULL }, &sign) &&
                        g_utf8_strlen (start, at - start) < 2)))
        continue;
      piece = g_strndup (start, (gsize) (at - start));
      name = dup_name (piece);
      if (g_utf8_strlen (name, -1) >= 2)
        g_ptr_array_add (names, g_steal_pointer (&name));
      if (at >= end)
        break;
      start = at + sign;
    }
}

/* What follows the word says what it was, unless it says what it became: 更名为王河镇. */
static gboolean
tells_what_became (const char *rest)
{
  static const char *const words[] = { "为", "成", "设立", "组建", "而来", "而成", "新设", NULL };
  gsize len;

  return starts_with_one (rest, words, &len);
}

static DzPastEvent *
parse_entry (const char *words)
{
  g_autoptr(GString) entry = g_string_new (words);
  DzPastEvent *event = g_new0 (DzPastEvent, 1);

  event->names = g_ptr_array_new_with_free_func (g_free);
  event->year = take_year (entry);
  for (guint i = 0; i < G_N_ELEMENTS (how_words); i++)
    {
      const char *at = strstr (entry->str, how_words[i].word);
      const char *rest;

      if (at == NULL)
        continue;
      rest = at + strlen (how_words[i].word);
      event->how = how_words[i].how;
      add_names (event->names, entry->str, (gsize) (at - entry->str));
      if (!tells_what_became (rest))
        add_names (event->names, rest, strlen (rest));
      return event;
    }
  add_names (event->names, entry->str, entry->len);

  return event;
}

/* No body has a colon in its name: a word nobody knows stands before it, as in 2024年拆为：大河镇. */
static gboolean
has_sign (GPtrArray *names)
{
  for (guint i = 0; i < names->len; i++)
    if (strstr (g_ptr_array_index (names, i), "：") != NULL || strchr (g_ptr_array_index (names, i), ':') != NULL)
      return TRUE;

  return FALSE;
}

/**
 * dz_past_parse:
 * @words: (nullable): "2023年更名：王河乡；2021年甲乡、乙乡合并", as a roster writes it; a name alone is an
 *   earlier name
 * @wrong: (out) (optional) (transfer full) (nullable): the first entry that names nobody, or how words begin that are
 *   longer than any body's past
 *
 * Returns: (transfer full) (element-type DzPastEvent): in the order written
 */
GPtrArray *
dz_past_parse (const char *words,
               char      **wrong)
{
  GPtrArray *events = g_ptr_array_new_with_free_func (event_free);
  gboolean endless = words != NULL && strlen (words) > LONGEST_PAST;
  g_autofree char *folded = words != NULL && !endless ? dz_fold_words (words) : g_strdup ("");
  g_auto(GStrv) entries = NULL;

  if (wrong != NULL)
    *wrong = endless ? g_utf8_substring (words, 0, SHOWN_PAST) : NULL;
  g_strdelimit (folded, ";\r\n", '\n');
  for (char *at = strstr (folded, "；"); at != NULL; at = strstr (at, "；"))
    memcpy (at, "\n\n\n", 3);
  for (char *at = strstr (folded, "。"); at != NULL; at = strstr (at, "。"))
    memcpy (at, "\n\n\n", 3);
  entries = g_strsplit (folded, "\n", -1);
  for (guint i = 0; entries[i] != NULL; i++)
    {
      DzPastEvent *event;

      if (*g_strstrip (entries[i]) == '\0')
        continue;
      event = parse_entry (entries[i]);
      if (event->names->len > 0 && !has_sign (event->names))
        {
          g_ptr_array_add (events, event);
          continue;
        }
      event_free (event);
      if (wrong != NULL && *wrong == NULL)
        *wrong = g_strdup (entries[i]);
    }

  return events;
}

/**
 * dz_past_to_string:
 * @events: (element-type DzPastEvent)
 *
 * Returns: (transfer full): the words for people: "2023年更名：王河乡"; what dz_past_parse() reads again
 */
char *
dz_past_to_string (GPtrArray *events)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < events->len; i++)
    {
      const DzPastEvent *event = g_ptr_array_index (events, i);

      if (i > 0)
        g_string_append (words, "；");
      if (event->year != 0)
        g_string_append_printf (words, "%d年", event->year);
      g_string_append_printf (words, "%s：", how_names[event->how]);
      for (guint k = 0; k < event->names->len; k++)
        g_string_append_printf (words, "%s%s", k > 0 ? "、" : "", (const char *) g_ptr_array_index (event->names, k));
    }

  return g_string_free (words, FALSE);
}

static gboolean
names_it (const DzPastEvent *event,
          const char        *name)
{
  for (guint i = 0; i < event->names->len; i++)
    if (g_str_equal (g_ptr_array_index (event->names, i), name))
      return TRUE;

  return FALSE;
}

/* Whether the body was made of others in a later year than @year. */
static gboolean
begins_after (const DzBody *body,
              int           year)
{
  g_autoptr(GPtrArray) events = dz_past_parse (body->past, NULL);

  for (guint i = 0; i < events->len; i++)
    {
      const DzPastEvent *event = g_ptr_array_index (events, i);

      if (event->how != DZ_PAST_RENAMED && event->year > year && !names_it (event, body->name))
        return TRUE;
    }

  return FALSE;
}

/* Whether @body went into @other in @year or before. */
static gboolean
ended_in (const DzBody *body,
          const DzBody *other,
          int           year)
{
  g_autoptr(GPtrArray) events = dz_past_parse (other->past, NULL);

  for (guint i = 0; i < events->len; i++)
    {
      const DzPastEvent *event = g_ptr_array_index (events, i);

      if ((event->how == DZ_PAST_MERGED || event->how == DZ_PAST_SPLIT) && event->year <= year &&
          names_it (event, body->name))
        return TRUE;
    }

  return FALSE;
}

/**
 * dz_review_has_body_in:
 * @year: 0: any
 *
 * Returns: whether the body was there in that year, by what the roster says or because it reported
 */
gboolean
dz_review_has_body_in (DzReview     *self,
                       const DzBody *body,
                       int           year)
{
  gboolean gone = FALSE;

  g_return_val_if_fail (self != NULL && body != NULL, FALSE);

  if (year == 0)
    return TRUE;
  if (body->past != NULL)
    gone = begins_after (body, year);
  for (guint i = 0; i < self->bodies->len && !gone; i++)
    {
      const DzBody *other = g_ptr_array_index (self->bodies, i);

      gone = other != body && other->past != NULL && ended_in (body, other, year);
    }

  return !gone || dz_review_report_of (self, body->id, year) != NULL;
}

static void
add_ancestors (DzReview     *self,
               const DzBody *body,
               GPtrArray    *ancestors)
{
  g_autoptr(GPtrArray) events = NULL;

  g_ptr_array_add (ancestors, (gpointer) body);
  if (body->past == NULL)
    return;
  events = dz_past_parse (body->past, NULL);
  for (guint i = 0; i < events->len; i++)
    {
      const DzPastEvent *event = g_ptr_array_index (events, i);

      for (guint k = 0; k < event->names->len && event->how != DZ_PAST_RENAMED; k++)
        {
          const DzBody *other = dz_review_body_named (self, g_ptr_array_index (event->names, k));

          if (other != NULL && !g_ptr_array_find (ancestors, other, NULL))
            add_ancestors (self, other, ancestors);
        }
    }
}

/**
 * dz_review_list_ancestors:
 *
 * Returns: (transfer container) (element-type DzBody): the body itself first, then those it was made of,
 *   each once
 */
GPtrArray *
dz_review_list_ancestors (DzReview     *self,
                          const DzBody *body)
{
  GPtrArray *ancestors = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL && body != NULL, ancestors);

  add_ancestors (self, body, ancestors);

  return ancestors;
}

/* A body that parted goes on: only its report of the year before belongs to what came of it. */
static gboolean
leads_on (const DzPastEvent *event,
          int                year,
          gboolean           has_own)
{
  if (event->year > year)
    return FALSE;
  if (event->how == DZ_PAST_MERGED)
    return TRUE;
  if (event->how == DZ_PAST_PARTED)
    return !has_own && event->year != 0 && event->year >= year - 1;

  return event->how == DZ_PAST_SPLIT && !has_own;
}

/**
 * dz_review_list_before:
 * @year: this year
 *
 * Returns: (transfer container) (element-type DzReport): the reports of the year before that this body goes
 *   back to: its own, those of the bodies it was merged of, or that of the body it came from
 */
GPtrArray *
dz_review_list_before (DzReview *self,
                       gint64    body_id,
                       int       year)
{
  GPtrArray *reports = g_ptr_array_new ();
  const DzBody *body;
  DzReport *own;
  g_autoptr(GPtrArray) events = NULL;

  g_return_val_if_fail (self != NULL, reports);

  own = dz_review_report_of (self, body_id, year - 1);
  if (own != NULL)
    g_ptr_array_add (reports, own);
  body = dz_review_find_body (self, body_id);
  if (body == NULL || body->past == NULL)
    return reports;
  events = dz_past_parse (body->past, NULL);
  for (guint i = 0; i < events->len; i++)
    {
      const DzPastEvent *event = g_ptr_array_index (events, i);

      for (guint k = 0; k < event->names->len && leads_on (event, year, own != NULL); k++)
        {
          const DzBody *other = dz_review_body_named (self, g_ptr_array_index (event->names, k));
          DzReport *report = other != NULL ? dz_review_report_of (self, other->id, year - 1) : NULL;

          if (report != NULL && !g_ptr_array_find (reports, report, NULL))
            g_ptr_array_add (reports, report);
        }
    }

  return reports;
}

/**
 * dz_review_report_before:
 * @year: this year
 *
 * Returns: (transfer none) (nullable): the first of dz_review_list_before()
 */
DzReport *
dz_review_report_before (DzReview *self,
                         gint64    body_id,
                         int       year)
{
  g_autoptr(GPtrArray) reports = dz_review_list_before (self, body_id, year);

  return reports->len > 0 ? g_ptr_array_index (reports, 0) : NULL;
}

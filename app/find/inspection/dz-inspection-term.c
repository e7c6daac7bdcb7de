/* dz-inspection-term.c - until when something is to be done, as people write it
 *
 * 2025年6月30日前, 6月底前, 2025-06-30, 2025.6, the number a spreadsheet keeps for a day. A month alone means its last
 * day. The latest day of several counts: stages lead up to it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-inspection-term.h"

#include <string.h>

/* Days since 1899-12-30, as spreadsheets count: 2009 to 2064. */
#define FIRST_SERIAL 40000
#define LAST_SERIAL 60000

typedef struct
{
  int year;
  int month;
  int day; /* 0: the last of the month */
  gsize start;
  gsize end;
} Found;

/* Up to @most digits; 0: none. */
static int
read_digits (const char **at,
             int          most)
{
  int value = 0;

  for (int i = 0; i < most && g_ascii_isdigit (**at); i++, (*at)++)
    value = value * 10 + (**at - '0');

  return value;
}

static gboolean
skip_mark (const char **at,
           const char  *marks)
{
  if (**at == '\0' || strchr (marks, **at) == NULL)
    return FALSE;
  ++*at;

  return TRUE;
}

static gboolean
skip_word (const char **at,
           const char  *word)
{
  if (!g_str_has_prefix (*at, word))
    return FALSE;
  *at += strlen (word);

  return TRUE;
}

/* A day that begins at @at; its year may be missing. */
static gboolean
read_day (const char  *words,
          const char **at,
          Found       *found)
{
  const char *begin = *at;
  const char *p = begin;
  int first = read_digits (&p, 4);
  gboolean marks = FALSE;

  *found = (Found){ 0, 0, 0, (gsize) (begin - words), 0 };
  if (p - begin == 4 && first >= 2000 && first < 2100 && (skip_word (&p, "年") || (marks = skip_mark (&p, "-/."))))
    {
      found->year = first;
      first = read_digits (&p, 2);
    }
  if (first < 1 || first > 12 || p == begin)
    return FALSE;
  found->month = first;
  if (marks)
    found->day = skip_mark (&p, "-/.") ? read_digits (&p, 2) : 0;
  else if (skip_word (&p, "月份") || skip_word (&p, "月"))
    {
      const char *day = p;
      int n = read_digits (&p, 2);

      if (n > 0 && (skip_word (&p, "日") || skip_word (&p, "号")))
        found->day = n;
      else
        p = day;
      skip_word (&p, "底");
    }
  else
    return FALSE;
  if (!skip_word (&p, "以前") && !skip_word (&p, "之前"))
    skip_word (&p, "前");
  found->end = (gsize) (p - words);
  *at = p;

  return TRUE;
}

static char *
dup_day (const Found *found,
         int          year)
{
  int of = found->year != 0 ? found->year : year;
  int last;

  if (of == 0 || found->month == 0)
    return NULL;
  last = g_date_get_days_in_month ((GDateMonth) found->month, (GDateYear) of);

  return g_strdup_printf ("%04d-%02d-%02d", of, found->month, found->day > 0 && found->day <= last ? found->day : last);
}

static char *
dup_serial (const char *words)
{
  char *end;
  double serial = g_ascii_strtod (words, &end);
  GDate date;
  char day[16];

  if (*end != '\0' || serial < FIRST_SERIAL || serial > LAST_SERIAL)
    return NULL;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 30, G_DATE_DECEMBER, 1899);
  g_date_add_days (&date, (guint) serial);
  g_date_strftime (day, sizeof day, "%Y-%m-%d", &date);

  return g_strdup (day);
}

static char *
dup_without_date (const char *words)
{
  static const char *const terms[] = { "立行立改", "立即整改", "长期坚持", "持续推进", "持续整改", "年底前" };

  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    if (strstr (words, terms[i]) != NULL)
      return g_strdup (terms[i]);

  return NULL;
}

/**
 * dz_term_find:
 * @words: folded
 * @year: of a day that tells none; 0: unknown
 * @day: (out) (transfer full): YYYY-MM-DD; %NULL where the words name no day
 * @term: (out) (transfer full): the words that say when
 *
 * Returns: whether they say when
 */
gboolean
dz_term_find (const char *words,
              int         year,
              char      **day,
              char      **term)
{
  const char *at = words;

  *day = dup_serial (words);
  *term = *day != NULL ? g_strdup (*day) : NULL;
  while (*day == NULL || *term != NULL)
    {
      Found found;
      g_autofree char *one = NULL;

      while (*at != '\0' && !g_ascii_isdigit (*at))
        at++;
      if (*at == '\0')
        break;
      if (!read_day (words, &at, &found))
        {
          while (g_ascii_isdigit (*at))
            at++;
          continue;
        }
      one = dup_day (&found, year);
      if (*day != NULL && g_strcmp0 (one, *day) < 0)
        continue;
      g_free (*day);
      g_free (*term);
      *day = g_steal_pointer (&one);
      *term = g_strndup (words + found.start, found.end - found.start);
    }
  if (*term == NULL)
    *term = dup_without_date (words);
  if (*day == NULL && year != 0 && g_strcmp0 (*term, "年底前") == 0)
    *day = g_strdup_printf ("%04d-12-31", year);

  return *term != NULL;
}

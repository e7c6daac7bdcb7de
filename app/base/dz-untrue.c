/* dz-untrue.c - what a file says that cannot be true: counted, and put in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-untrue.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* the cue of a rule is a word, too: a whole pattern */
#define LONGEST_WORD 4096
/* no report was written before, and none will be read after */
#define FIRST_YEAR 1900
#define LAST_YEAR 2199

const char dz_untrue_word[] = "?";

void
dz_untrue_add (DzUntrue       *self,
               const DzUntrue *more)
{
  for (guint i = 0; i < DZ_N_UNTRUE; i++)
    self->n[i] += more->n[i];
}

/**
 * dz_untrue_describe:
 *
 * Returns: (transfer full) (nullable): a sentence in the user's language that says what was left
 *   out; %NULL if nothing was
 */
char *
dz_untrue_describe (const DzUntrue *self)
{
  static const char *const names[DZ_N_UNTRUE] = {
    N_("settings"), N_("bodies"), N_("facts about reports"), N_("sections"), N_("figures"),
    N_("weaknesses"), N_("causes"), N_("checks"), N_("overlaps"), N_("decisions"), N_("numbers of the county's tables"),
    N_("entries of the ledger"), N_("heads and points of score sheets"),
  };
  g_autoptr(GString) list = g_string_new (NULL);

  for (guint i = 0; i < DZ_N_UNTRUE; i++)
    if (self->n[i] > 0)
      g_string_append_printf (list, "%s%s %u", list->len > 0 ? _(", ") : "", _(names[i]), self->n[i]);
  if (list->len == 0)
    return NULL;

  return g_strdup_printf (_("Some of this file cannot be true and was left out: %s. It was damaged or"
                            " changed by another program; compare it with your last copy."),
                          list->str);
}

/**
 * dz_intern_word:
 * @text: (nullable): from a file
 *
 * Returns: (nullable): the interned word, or dz_untrue_word for what is none
 */
const char *
dz_intern_word (const char *text)
{
  if (text == NULL)
    return NULL;
  if (strlen (text) > LONGEST_WORD || !g_utf8_validate (text, -1, NULL))
    return dz_untrue_word;

  return g_intern_string (text);
}

/**
 * dz_is_year:
 *
 * Returns: whether a report may be about that year; 0 is unknown and well
 */
gboolean
dz_is_year (int year)
{
  return year == 0 || (year >= FIRST_YEAR && year <= LAST_YEAR);
}

static gboolean
has_shape (const char *text,
           const char *shape)
{
  for (; *shape != '\0'; text++, shape++)
    if (*shape == '0' ? !g_ascii_isdigit (*text) : *text != *shape)
      return FALSE;

  return *text == '\0';
}

/**
 * dz_is_day:
 * @day: (nullable)
 *
 * Returns: whether it is YYYY-MM-DD of a day that was or will be
 */
gboolean
dz_is_day (const char *day)
{
  int year;

  if (day == NULL || !has_shape (day, "0000-00-00"))
    return FALSE;
  year = (int) g_ascii_strtoll (day, NULL, 10);

  return year != 0 && dz_is_year (year) &&
         g_date_valid_dmy ((GDateDay) g_ascii_strtoull (day + 8, NULL, 10),
                           (GDateMonth) g_ascii_strtoull (day + 5, NULL, 10), (GDateYear) year);
}

/**
 * dz_is_month_day:
 * @day: (nullable)
 *
 * Returns: whether it is MM-DD of some year
 */
gboolean
dz_is_month_day (const char *day)
{
  return day != NULL && has_shape (day, "00-00") &&
         g_date_valid_dmy ((GDateDay) g_ascii_strtoull (day + 3, NULL, 10),
                           (GDateMonth) g_ascii_strtoull (day, NULL, 10), 2000);
}

/**
 * dz_is_share:
 *
 * Returns: whether it is a number from 0 to 1
 */
gboolean
dz_is_share (double share)
{
  return share >= 0 && share <= 1;
}

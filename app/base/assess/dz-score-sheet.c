/* dz-score-sheet.c - the 评分表 of a year
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-score-sheet.h"

#include <math.h>

static const char *const kind_words[DZ_N_HEAD_KINDS] = { "points", "deduction", "bonus" };
static const char *const kind_names[DZ_N_HEAD_KINDS] = { "计分", "扣分", "加分" };

/**
 * dz_score_sheet_new:
 *
 * Returns: (transfer full): a sheet without heads and grades
 */
DzScoreSheet *
dz_score_sheet_new (int year)
{
  DzScoreSheet *self = g_new0 (DzScoreSheet, 1);

  self->year = year;
  self->excellent = self->good = self->fair = NAN;
  self->heads = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_score_head_free);
  self->scores = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_score_free);

  return self;
}

DzScoreSheet *
dz_score_sheet_copy (const DzScoreSheet *self)
{
  DzScoreSheet *copy = g_memdup2 (self, sizeof *self);

  copy->title = g_strdup (self->title);
  copy->source = g_strdup (self->source);
  copy->heads = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_score_head_free);
  copy->scores = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_score_free);
  for (guint i = 0; i < self->heads->len; i++)
    g_ptr_array_add (copy->heads, dz_score_head_copy (g_ptr_array_index (self->heads, i)));
  for (guint i = 0; i < self->scores->len; i++)
    g_ptr_array_add (copy->scores, dz_score_copy (g_ptr_array_index (self->scores, i)));

  return copy;
}

void
dz_score_sheet_free (DzScoreSheet *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->source);
  g_ptr_array_unref (self->heads);
  g_ptr_array_unref (self->scores);
  g_free (self);
}

/**
 * dz_score_sheet_add_head:
 * @group: (nullable)
 * @most: NAN: no limit
 *
 * Returns: (transfer none): the new head, at the end of the sheet
 */
DzScoreHead *
dz_score_sheet_add_head (DzScoreSheet *self,
                         const char   *group,
                         const char   *name,
                         DzHeadKind    kind,
                         double        most)
{
  DzScoreHead *head = g_new0 (DzScoreHead, 1);

  head->position = (int) self->heads->len + 1;
  head->group = g_strdup (group);
  head->name = g_strdup (name);
  head->kind = kind;
  head->most = most;
  g_ptr_array_add (self->heads, head);

  return head;
}

const DzScoreHead *
dz_score_sheet_find_head (const DzScoreSheet *self,
                          gint64              id)
{
  for (guint i = 0; i < self->heads->len; i++)
    if (((const DzScoreHead *) g_ptr_array_index (self->heads, i))->id == id)
      return g_ptr_array_index (self->heads, i);

  return NULL;
}

/**
 * dz_score_sheet_find_named:
 * @group: (nullable)
 *
 * Returns: (transfer none) (nullable): the head of these words
 */
const DzScoreHead *
dz_score_sheet_find_named (const DzScoreSheet *self,
                           const char         *group,
                           const char         *name)
{
  for (guint i = 0; i < self->heads->len; i++)
    {
      const DzScoreHead *head = g_ptr_array_index (self->heads, i);

      if (g_strcmp0 (head->name, name) == 0 && g_strcmp0 (head->group, group) == 0)
        return head;
    }

  return NULL;
}

static gint
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/**
 * dz_score_sheet_list_scorers:
 *
 * Returns: (transfer full) (element-type utf8): all who gave anything, each once, by their names' characters, so that
 *   the order does not tell whose file came first
 */
GPtrArray *
dz_score_sheet_list_scorers (const DzScoreSheet *self)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *scorers = g_ptr_array_new ();

  for (guint i = 0; i < self->scores->len; i++)
    {
      const DzScore *score = g_ptr_array_index (self->scores, i);

      if (g_hash_table_add (seen, (gpointer) score->scorer))
        g_ptr_array_add (scorers, (gpointer) score->scorer);
    }
  g_ptr_array_sort (scorers, compare_names);

  return scorers;
}

/**
 * dz_score_sheet_get_full:
 *
 * Returns: the weights of all heads that give points, without bonus and deductions
 */
double
dz_score_sheet_get_full (const DzScoreSheet *self)
{
  double full = 0;

  for (guint i = 0; i < self->heads->len; i++)
    {
      const DzScoreHead *head = g_ptr_array_index (self->heads, i);

      if (head->kind == DZ_HEAD_POINTS)
        full += head->most;
    }

  return dz_score_round (full);
}

gboolean
dz_score_sheet_has_grades (const DzScoreSheet *self)
{
  return !isnan (self->excellent) && !isnan (self->good) && !isnan (self->fair);
}

/**
 * dz_score_sheet_limits_fit:
 *
 * Returns: whether there are no limits, or all of them, each below the one before and the last above 0
 */
gboolean
dz_score_sheet_limits_fit (const DzScoreSheet *self)
{
  if (isnan (self->excellent) && isnan (self->good) && isnan (self->fair))
    return TRUE;

  return isfinite (self->excellent) && isfinite (self->good) && isfinite (self->fair) && self->excellent > self->good &&
         self->good > self->fair && self->fair > 0;
}

/**
 * dz_score_sheet_grade:
 * @points: rounded by dz_score_round(), so that a reader of the printed number comes to the same grade; NAN: none
 *
 * A limit belongs to the better grade: 90分以上 has 90 in it (民法典 1259: 以上 includes the number itself).
 */
DzScoreGrade
dz_score_sheet_grade (const DzScoreSheet *self,
                      double              points)
{
  const double limits[DZ_N_SCORE_LIMITS] = { self->excellent, self->good, self->fair };

  if (isnan (points) || !dz_score_sheet_has_grades (self))
    return DZ_SCORE_NO_GRADE;
  for (int i = 0; i < DZ_N_SCORE_LIMITS; i++)
    if (points >= limits[i])
      return (DzScoreGrade) i;

  return DZ_SCORE_POOR;
}

DzScoreHead *
dz_score_head_copy (const DzScoreHead *self)
{
  DzScoreHead *copy = g_memdup2 (self, sizeof *self);

  copy->group = g_strdup (self->group);
  copy->name = g_strdup (self->name);
  copy->standard = g_strdup (self->standard);
  copy->shows = g_strdup (self->shows);

  return copy;
}

void
dz_score_head_free (DzScoreHead *self)
{
  g_free (self->group);
  g_free (self->name);
  g_free (self->standard);
  g_free (self->shows);
  g_free (self);
}

/**
 * dz_score_head_allows:
 *
 * Returns: whether a person may give so many points on it: not less than 0 and not more than the county set
 */
gboolean
dz_score_head_allows (const DzScoreHead *self,
                      double             points)
{
  return isfinite (points) && points >= 0 && (isnan (self->most) || points <= self->most);
}

/**
 * dz_score_head_dup_path:
 *
 * Returns: (transfer full): 组织领导 / 专题研究, or the head's name alone
 */
char *
dz_score_head_dup_path (const DzScoreHead *self)
{
  return self->group != NULL ? g_strdup_printf ("%s / %s", self->group, self->name) : g_strdup (self->name);
}

/**
 * dz_score_new:
 * @note: (nullable)
 *
 * Returns: (transfer full)
 */
DzScore *
dz_score_new (gint64      head_id,
              gint64      body_id,
              const char *scorer,
              double      points,
              const char *note)
{
  DzScore *self = g_new0 (DzScore, 1);

  self->head_id = head_id;
  self->body_id = body_id;
  self->scorer = g_intern_string (scorer);
  self->points = points;
  self->note = g_strdup (note);

  return self;
}

DzScore *
dz_score_copy (const DzScore *self)
{
  DzScore *copy = g_memdup2 (self, sizeof *self);

  copy->note = g_strdup (self->note);

  return copy;
}

void
dz_score_free (DzScore *self)
{
  g_free (self->note);
  g_free (self);
}

/**
 * dz_score_dup_scorer:
 * @words: as typed or written: 张 三, 张　三, ＿张三＿
 *
 * Returns: (transfer full) (nullable): a scorer's name without blanks, colons and the line it is written on, so that one
 *   person is one; %NULL: none
 */
char *
dz_score_dup_scorer (const char *words)
{
  static const char marks[] = "_＿:：";
  g_autoptr(GString) name = g_string_new (NULL);

  for (const char *at = words; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)) && g_utf8_strchr (marks, -1, g_utf8_get_char (at)) == NULL)
      g_string_append_unichar (name, g_utf8_get_char (at));

  return name->len > 0 ? g_strdup (name->str) : NULL;
}

/**
 * dz_score_round:
 *
 * Returns: @points with two decimals, half away from zero, as offices print them; what is no more than the rounding of
 *   binary fractions does not count: 89.995 is 90
 */
double
dz_score_round (double points)
{
  double cents = points * 100;
  double near = round (cents * 2) / 2;

  if (fabs (cents - near) < 1e-6)
    cents = near;

  return round (cents) / 100;
}

const char *
dz_head_kind_to_string (DzHeadKind kind)
{
  return kind_words[kind];
}

/**
 * dz_head_kind_from_string:
 * @word: (nullable)
 *
 * Returns: whether it is a kind's word
 */
gboolean
dz_head_kind_from_string (const char *word,
                          DzHeadKind *kind)
{
  for (int i = 0; i < DZ_N_HEAD_KINDS; i++)
    if (g_strcmp0 (word, kind_words[i]) == 0)
      {
        *kind = (DzHeadKind) i;
        return TRUE;
      }

  return FALSE;
}

/* Chinese, like the grades: they are the county's words on its own sheet. */
const char *
dz_head_kind_get_name (DzHeadKind kind)
{
  return kind_names[kind];
}

/**
 * dz_score_grade_get_name:
 *
 * Returns: the grade's word; %DZ_SCORE_NO_GRADE has none: ""
 */
const char *
dz_score_grade_get_name (DzScoreGrade grade)
{
  static const char *const names[] = { "优秀", "良好", "一般", "较差", "" };

  return names[grade];
}

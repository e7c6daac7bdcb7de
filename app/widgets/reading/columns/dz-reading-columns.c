/* dz-reading-columns.c - which reports stand side by side, from left to right
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-reading-columns.h"

#include "dz-kept-name.h"
#include <stdlib.h>
#include <string.h>

#define MOST_COLUMNS 6
#define FIRST_COLUMNS 3

struct _DzReadingColumns
{
  GArray *ids;          /* gint64: a column each */
  int year;             /* the columns were chosen for */
  DzScopeFilter *scope; /* (nullable) likewise */
  gint64 came;          /* the report somebody went to last that was not here, 0: none */
  gint64 gave_way;      /* the one whose column it took, 0: none */
};

DzReadingColumns *
dz_reading_columns_new (void)
{
  DzReadingColumns *self = g_new0 (DzReadingColumns, 1);

  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  return self;
}

/**
 * dz_reading_columns_free:
 * @self: (nullable)
 */
void
dz_reading_columns_free (DzReadingColumns *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->ids);
  g_clear_pointer (&self->scope, dz_scope_filter_unref);
  g_free (self);
}

/**
 * dz_reading_columns_get_ids:
 *
 * Returns: (transfer none) (element-type gint64): the reports, one a column
 */
GArray *
dz_reading_columns_get_ids (DzReadingColumns *self)
{
  return self->ids;
}

/**
 * dz_reading_columns_get_n:
 *
 * Returns: how many columns there are
 */
guint
dz_reading_columns_get_n (DzReadingColumns *self)
{
  return self->ids->len;
}

/**
 * dz_reading_columns_is_full:
 *
 * Returns: whether there is no room for a further column
 */
gboolean
dz_reading_columns_is_full (DzReadingColumns *self)
{
  return self->ids->len >= MOST_COLUMNS;
}

/**
 * dz_reading_columns_get:
 *
 * Returns: the report in @column, 0 where there is no such column
 */
gint64
dz_reading_columns_get (DzReadingColumns *self,
                        guint             column)
{
  return column < self->ids->len ? g_array_index (self->ids, gint64, column) : 0;
}

/**
 * dz_reading_columns_find:
 *
 * Returns: the column of a report, -1 where it has none
 */
int
dz_reading_columns_find (DzReadingColumns *self,
                         gint64            report_id)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == report_id)
      return (int) i;

  return -1;
}

/**
 * dz_reading_columns_list_reports:
 *
 * Returns: (transfer container) (element-type DzReport): those of @review, from left to right
 */
GPtrArray *
dz_reading_columns_list_reports (DzReadingColumns *self,
                                 DzReview         *review)
{
  GPtrArray *reports = g_ptr_array_new ();

  for (guint i = 0; i < self->ids->len; i++)
    {
      DzReport *report = dz_review_find_report (review, g_array_index (self->ids, gint64, i));

      if (report != NULL)
        g_ptr_array_add (reports, report);
    }

  return reports;
}

static void
add_report_of (DzReadingColumns *self,
               DzSession        *session,
               const DzBody     *body,
               gboolean          any)
{
  DzReport *report = dz_review_report_of (dz_session_get_review (session), body->id, dz_session_get_year (session));

  if (report != NULL && (any || report->weaknesses->len > 0) && dz_reading_columns_find (self, report->id) < 0)
    g_array_append_val (self->ids, report->id);
}

/* The bodies that were read, in the year and scope of now; where none is left the first of the scope,
 * those that declare something before others. */
static void
choose (DzReadingColumns *self,
        DzSession        *session)
{
  DzReview *review = dz_session_get_review (session);
  g_autoptr(GPtrArray) bodies = dz_scope_filter_list_bodies (dz_session_get_scope (session), review);
  g_autoptr(GPtrArray) read = dz_reading_columns_list_reports (self, review);

  g_array_set_size (self->ids, 0);
  for (guint i = 0; i < read->len; i++)
    for (guint k = 0; k < bodies->len; k++)
      if (((DzBody *) g_ptr_array_index (bodies, k))->id == ((DzReport *) g_ptr_array_index (read, i))->body_id)
        add_report_of (self, session, g_ptr_array_index (bodies, k), TRUE);
  for (int pass = 0; pass < 2 && read->len == 0; pass++)
    for (guint i = 0; i < bodies->len && self->ids->len < FIRST_COLUMNS; i++)
      add_report_of (self, session, g_ptr_array_index (bodies, i), pass == 1);
  self->year = dz_session_get_year (session);
  g_clear_pointer (&self->scope, dz_scope_filter_unref);
  self->scope = dz_scope_filter_ref (dz_session_get_scope (session));
}

static void
drop_lost (DzReadingColumns *self,
           DzReview         *review)
{
  for (guint i = self->ids->len; i > 0; i--)
    if (dz_review_find_report (review, g_array_index (self->ids, gint64, i - 1)) == NULL)
      g_array_remove_index (self->ids, i - 1);
}

/**
 * dz_reading_columns_settle:
 *
 * After a change of the review, its year or its scope: columns of reports that are gone go, those of another year or
 * outside the scope give way to the same bodies' of now; where none is left the first of the scope come.
 */
void
dz_reading_columns_settle (DzReadingColumns *self,
                           DzSession        *session)
{
  drop_lost (self, dz_session_get_review (session));
  if (self->year != dz_session_get_year (session) || self->scope != dz_session_get_scope (session))
    choose (self, session);
  if (self->ids->len == 0)
    choose (self, session);
}

/**
 * dz_reading_columns_set:
 * @report_ids: (array length=n_ids): a column each; what is beyond the most columns is left out
 * @year: that was chosen when they were
 */
void
dz_reading_columns_set (DzReadingColumns *self,
                        const gint64     *report_ids,
                        guint             n_ids,
                        int               year)
{
  self->came = self->gave_way = 0;
  g_array_set_size (self->ids, 0);
  g_array_append_vals (self->ids, report_ids, MIN (n_ids, MOST_COLUMNS));
  self->year = year;
}

/**
 * dz_reading_columns_add:
 *
 * A further column, where there is room.
 */
void
dz_reading_columns_add (DzReadingColumns *self,
                        gint64            report_id)
{
  if (!dz_reading_columns_is_full (self))
    g_array_append_val (self->ids, report_id);
}

/**
 * dz_reading_columns_exchange:
 * @report_id: takes the place of what was in @column, if there is such a column
 */
void
dz_reading_columns_exchange (DzReadingColumns *self,
                             guint             column,
                             gint64            report_id)
{
  if (column < self->ids->len)
    g_array_index (self->ids, gint64, column) = report_id;
}

void
dz_reading_columns_remove (DzReadingColumns *self,
                           guint             column)
{
  if (column < self->ids->len)
    g_array_remove_index (self->ids, column);
}

/**
 * dz_reading_columns_move:
 *
 * Returns: %FALSE where one of the two places is no column
 */
gboolean
dz_reading_columns_move (DzReadingColumns *self,
                         guint             from,
                         guint             to)
{
  gint64 id = dz_reading_columns_get (self, from);

  if (from >= self->ids->len || to >= self->ids->len)
    return FALSE;
  g_array_remove_index (self->ids, from);
  g_array_insert_val (self->ids, to, id);

  return TRUE;
}

/**
 * dz_reading_columns_come:
 *
 * What somebody goes to comes beside what was chosen: in the column of the last one that came so, else in a further
 * one; where there is no room for it, in the last. One that is here already stays where it is.
 *
 * Returns: the report that had to give way for it, 0: none
 */
gint64
dz_reading_columns_come (DzReadingColumns *self,
                         gint64            report_id)
{
  int at = dz_reading_columns_find (self, self->came);
  gint64 before = 0;

  if (dz_reading_columns_find (self, report_id) >= 0)
    return 0;
  if (at < 0 && !dz_reading_columns_is_full (self))
    g_array_append_val (self->ids, report_id);
  else
    {
      if (at < 0)
        {
          at = MOST_COLUMNS - 1;
          before = g_array_index (self->ids, gint64, at);
        }
      g_array_index (self->ids, gint64, at) = report_id;
    }
  self->came = report_id;
  if (before != 0)
    self->gave_way = before;

  return before;
}

/**
 * dz_reading_columns_bring_back:
 *
 * What gave way last is there again, in place of what came.
 *
 * Returns: the report that is there again, 0 where there is none to bring
 */
gint64
dz_reading_columns_bring_back (DzReadingColumns *self)
{
  int at = dz_reading_columns_find (self, self->came);
  gint64 back = self->gave_way;

  if (back == 0 || at < 0 || dz_reading_columns_find (self, back) >= 0)
    return 0;
  g_array_index (self->ids, gint64, at) = back;
  self->came = self->gave_way = 0;

  return back;
}

/**
 * dz_reading_columns_dup_state:
 *
 * Returns: (transfer full): body and year of each column, a comma before each: reports have other numbers in a copy
 */
char *
dz_reading_columns_dup_state (DzReadingColumns *self,
                              DzReview         *review)
{
  g_autoptr(GPtrArray) reports = dz_reading_columns_list_reports (self, review);
  GString *state = g_string_new (NULL);

  for (guint i = 0; i < reports->len; i++)
    {
      DzReport *report = g_ptr_array_index (reports, i);
      const DzBody *body = dz_review_find_body (review, report->body_id);

      if (body != NULL)
        {
          g_autofree char *kept = dz_body_dup_kept (body);

          g_string_append_printf (state, ",%d %s", report->identity.year, kept);
        }
    }

  return g_string_free (state, FALSE);
}

/**
 * dz_reading_columns_read_state:
 * @state: what dz_reading_columns_dup_state() gave; what stands before its first comma is left out
 *
 * Returns: (transfer full) (element-type gint64): the reports of @review it tells of
 */
GArray *
dz_reading_columns_read_state (const char *state,
                               DzReview   *review)
{
  g_auto(GStrv) columns = g_strsplit (state, ",", -1);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; columns[i] != NULL && columns[i + 1] != NULL; i++)
    {
      const char *column = columns[i + 1];
      const char *name = strchr (column, ' ');
      const DzBody *body = name != NULL ? dz_review_body_kept (review, name + 1) : NULL;
      DzReport *report = body != NULL ? dz_review_report_of (review, body->id, atoi (column)) : NULL;

      if (report != NULL)
        g_array_append_val (ids, report->id);
    }

  return ids;
}

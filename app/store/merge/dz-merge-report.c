/* dz-merge-report.c - what two analysts decided in the same report, each in a copy of their own
 *
 * What only the other decided is taken over with its history. Where both decided and not the same,
 * ours stands; theirs goes into the history and back out of it, so that a person sees both and who
 * said so, and is told.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-merge-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a person decides of a row; where it stands in the text is not of that kind. */
static const char *const of_figure[] = { "indicator", "set_aside", "unit",   "value", "high",
                                         "bound",     "scope",     "period", "state", NULL };
static const char *const of_note[] = { "note", NULL };
static const char *const of_weakness[] = { "code",  "last_year", "some_only", "county",
                                           "grade", "state",     NULL };
static const char *const of_cause[] = { "code", "state", NULL };
static const char *const of_check[] = { "state", "note", NULL };
static const char *const of_identity[] = { "body", "year", "kind", "guess_confirmed", NULL };
static const char *const single[][2] = {
  { "note", NULL }, { "reviewing", NULL }, { "received", NULL }, { "published", NULL }
};

/* One row on two sides. */
typedef struct
{
  const DzTable *table;
  const char *const *columns;
  gconstpointer own, theirs;
  gint64 own_row, their_row;
  gboolean own_decided, their_decided;
  const char *name;
} Pair;

static gboolean
is_same_cell (DzSqlValue a,
              DzSqlValue b)
{
  if (a.type != b.type)
    return FALSE;
  if (a.type == SQLITE_TEXT)
    return g_str_equal (a.text, b.text);

  return a.type == SQLITE_FLOAT ? a.real == b.real : a.integer == b.integer;
}

static char *
cell_to_words (DzSqlValue cell)
{
  switch (cell.type)
    {
    case SQLITE_TEXT: return g_strdup (cell.text);
    case SQLITE_FLOAT: return g_strdup_printf ("%g", cell.real);
    case SQLITE_INTEGER: return g_strdup_printf ("%" G_GINT64_FORMAT, cell.integer);
    default: return g_strdup ("-");
    }
}

typedef gboolean (*FieldFunc) (DzMerge       *self,
                               const Pair    *pair,
                               const DzField *field,
                               DzSqlValue         own,
                               DzSqlValue         theirs,
                               gpointer       user_data);

/* Calls @func for each column that differs. */
static gboolean
each_difference (DzMerge    *self,
                 const Pair *pair,
                 FieldFunc   func,
                 gpointer    user_data)
{
  gboolean ok = TRUE;

  for (const DzField *field = pair->table->fields; ok && field->type != DZ_FIELD_END; field++)
    {
      g_autofree char *own_scratch = NULL;
      g_autofree char *their_scratch = NULL;
      DzSqlValue own, theirs;

      if (!g_strv_contains (pair->columns, field->column))
        continue;
      own = dz_field_get (field, pair->own, &own_scratch);
      theirs = dz_field_get (field, pair->theirs, &their_scratch);
      if (!is_same_cell (own, theirs))
        ok = func (self, pair, field, own, theirs, user_data);
    }

  return ok;
}

static gboolean
put_theirs (DzMerge       *self,
            const Pair    *pair,
            const DzField *field,
            DzSqlValue         own,
            DzSqlValue         theirs,
            gpointer       user_data)
{
  return dz_journal_write (self->store, pair->table->name, pair->own_row, field->column,
                           self->own->id, theirs, self->error);
}

static gboolean
put_ours (DzMerge       *self,
          const Pair    *pair,
          const DzField *field,
          DzSqlValue         own,
          DzSqlValue         theirs,
          gpointer       user_data)
{
  return dz_journal_write (self->store, pair->table->name, pair->own_row, field->column,
                           self->own->id, own, self->error);
}

/* Counts what no merge has told before. */
static gboolean
count_untold (DzMerge       *self,
              const Pair    *pair,
              const DzField *field,
              DzSqlValue         own,
              DzSqlValue         theirs,
              gpointer       user_data)
{
  *(guint *) user_data +=
    dz_db_get_int (self->store->db,
                   "SELECT EXISTS (SELECT 1 FROM change c JOIN step s ON s.id = c.step WHERE"
                   " s.verb = 'merge' AND c.tbl = ? AND c.row = ? AND c.col = ? AND c.now IS ?)",
                   DZ_CELLS (dz_str (pair->table->name), dz_int (pair->own_row),
                             dz_str (field->column), theirs)) == 0;

  return TRUE;
}

static gboolean
describe (DzMerge       *self,
          const Pair    *pair,
          const DzField *field,
          DzSqlValue         own,
          DzSqlValue         theirs,
          gpointer       user_data)
{
  GString *words = user_data;
  g_autofree char *here = cell_to_words (own);
  g_autofree char *there = cell_to_words (theirs);

  g_string_append_printf (words, _("; %s: here %s, there %s"), field->column, here, there);

  return TRUE;
}

/* Theirs into the history and out of it again: seen by whoever looks, undone without a trace. */
static gboolean
note_conflict (DzMerge    *self,
               const Pair *pair)
{
  GString *words = g_string_new (NULL);
  gint64 last = dz_db_get_int (self->store->db, "SELECT max(id) FROM change", DZ_NO_CELLS);

  g_string_append_printf (words, "%s %d: %s",
                          self->own->identity.township != NULL ? self->own->identity.township : "?",
                          self->own->identity.year, pair->name);
  each_difference (self, pair, describe, words);
  g_ptr_array_add (self->merged->conflicts, g_string_free (words, FALSE));

  return each_difference (self, pair, put_theirs, NULL) &&
         dz_journal_name_origin (self->store, last, self->other, pair->table->name, pair->their_row,
                                 self->error) &&
         each_difference (self, pair, put_ours, NULL);
}

static gboolean
merge_pair (DzMerge    *self,
            const Pair *pair)
{
  guint untold = 0;

  if (!pair->their_decided)
    return TRUE;
  each_difference (self, pair, count_untold, &untold);
  if (untold == 0)
    return TRUE;
  if (pair->own_decided)
    return note_conflict (self, pair);
  self->merged->taken++;

  return each_difference (self, pair, put_theirs, NULL) &&
         dz_journal_adopt (self, pair->table->name, pair->columns, pair->their_row, pair->own_row);
}

static gboolean
merge_report_fields (DzMerge *self)
{
  DzReport *own = self->own, *theirs = self->theirs;
  Pair pair = { &dz_table_report, of_identity, own, theirs, own->id, theirs->id,
                own->guess_confirmed, theirs->guess_confirmed, "report" };
  const gboolean own_has[] = { own->note != NULL, own->reviewing != DZ_REVIEWING_UNREAD,
                               own->received != NULL, own->identity.published != NULL };
  const gboolean they_have[] = { theirs->note != NULL, theirs->reviewing != DZ_REVIEWING_UNREAD,
                                 theirs->received != NULL, theirs->identity.published != NULL };

  if (!merge_pair (self, &pair))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (single); i++)
    {
      pair.columns = single[i];
      pair.own_decided = own_has[i];
      pair.their_decided = they_have[i];
      if (!merge_pair (self, &pair))
        return FALSE;
    }

  return TRUE;
}

/* The row of ours that stands where theirs does; of several there, the one in the same place. */
#define FIND_TWIN(Type, rows, others, index, place)                                                \
  find_twin (rows, others, index, G_STRUCT_OFFSET (Type, place), sizeof (Type))

static int
find_twin (GArray *own,
           GArray *theirs,
           guint   index,
           gsize   offset,
           gsize   size)
{
  const DzSpan *wanted = (const DzSpan *) (theirs->data + index * size + offset);
  guint before = 0;

  for (guint i = 0; i < index; i++)
    before += memcmp (theirs->data + i * size + offset, wanted, sizeof (DzSpan)) == 0;
  for (guint i = 0; i < own->len; i++)
    if (memcmp (own->data + i * size + offset, wanted, sizeof (DzSpan)) == 0 && before-- == 0)
      return (int) i;

  return -1;
}

/* What was noted stands by itself: a note decides nothing. */
static gboolean
merge_note (DzMerge    *self,
            Pair       *pair,
            const char *own,
            const char *theirs)
{
  pair->columns = of_note;
  pair->own_decided = own != NULL;
  pair->their_decided = theirs != NULL;

  return merge_pair (self, pair);
}

static gboolean
merge_figure (DzMerge *self,
              guint    index)
{
  const DzFigure *theirs = &g_array_index (self->theirs->figures, DzFigure, index);
  int twin = FIND_TWIN (DzFigure, self->own->figures, self->theirs->figures, index, number);
  const DzFigure *own;
  Pair pair = { &dz_table_figure, of_figure, NULL, theirs, 0, theirs->id, FALSE,
                theirs->state != DZ_STATE_SUGGESTED, theirs->indicator };

  if (pair.name == NULL)
    pair.name = "figure";
  if (twin < 0)
    {
      if (!pair.their_decided || theirs->state == DZ_STATE_REJECTED)
        return TRUE;
      self->merged->taken++;
      pair.own_row = dz_store_add_figure (self->store, self->own->id, theirs, self->error);
      return pair.own_row != 0 &&
             dz_journal_adopt (self, "figure", NULL, theirs->id, pair.own_row);
    }
  own = &g_array_index (self->own->figures, DzFigure, twin);
  pair.own = own;
  pair.own_row = own->id;
  pair.own_decided = own->state != DZ_STATE_SUGGESTED;

  return merge_pair (self, &pair) && merge_note (self, &pair, own->note, theirs->note);
}

static gboolean
merge_weakness (DzMerge *self,
                guint    index)
{
  const DzWeakness *theirs = &g_array_index (self->theirs->weaknesses, DzWeakness, index);
  int twin = FIND_TWIN (DzWeakness, self->own->weaknesses, self->theirs->weaknesses, index, span);
  const DzWeakness *own;
  Pair pair = { &dz_table_weakness, of_weakness, NULL, theirs, 0, theirs->id, FALSE,
                theirs->state != DZ_STATE_SUGGESTED, theirs->code };

  if (pair.name == NULL)
    pair.name = "weakness";
  if (twin < 0)
    {
      if (!pair.their_decided || theirs->state == DZ_STATE_REJECTED)
        return TRUE;
      self->merged->taken++;
      pair.own_row = dz_store_add_weakness (self->store, self->own->id, theirs, self->error);
      return pair.own_row != 0 &&
             dz_journal_adopt (self, "weakness", NULL, theirs->id, pair.own_row);
    }
  own = &g_array_index (self->own->weaknesses, DzWeakness, twin);
  pair.own = own;
  pair.own_row = own->id;
  pair.own_decided = own->state != DZ_STATE_SUGGESTED;

  return merge_pair (self, &pair) && merge_note (self, &pair, own->note, theirs->note);
}

static gboolean
merge_cause (DzMerge *self,
             guint    index)
{
  const DzCause *theirs = &g_array_index (self->theirs->causes, DzCause, index);
  int twin = FIND_TWIN (DzCause, self->own->causes, self->theirs->causes, index, span);
  Pair pair = { &dz_table_cause, of_cause, NULL, theirs, 0, theirs->id, FALSE,
                theirs->state != DZ_STATE_SUGGESTED, theirs->code };

  if (!pair.their_decided)
    return TRUE;
  if (twin < 0)
    {
      g_ptr_array_add (self->merged->conflicts,
                       g_strdup_printf (_("%s %d: %s: only there"), self->own->identity.township,
                                        self->own->identity.year, pair.name));
      return TRUE;
    }
  pair.own = &g_array_index (self->own->causes, DzCause, twin);
  pair.own_row = g_array_index (self->own->causes, DzCause, twin).id;
  pair.own_decided = g_array_index (self->own->causes, DzCause, twin).state != DZ_STATE_SUGGESTED;

  return merge_pair (self, &pair);
}

static gboolean
merge_check (DzMerge *self,
             guint    index)
{
  const DzCheck *theirs = &g_array_index (self->theirs->checks, DzCheck, index);
  const DzCheck *own = dz_report_find_check (self->own, theirs->id);
  DzCheck none = { .id = theirs->id };
  Pair pair = { &dz_table_finding, of_check, own != NULL ? own : &none, theirs, 0,
                dz_store_find_finding (self->other, self->theirs->id, theirs->id), FALSE,
                theirs->state != DZ_STATE_SUGGESTED || theirs->note != NULL, theirs->id };

  if (!pair.their_decided)
    return TRUE;
  pair.own_decided = own != NULL && (own->state != DZ_STATE_SUGGESTED || own->note != NULL);
  if (own == NULL &&
      !dz_store_set_check (self->store, self->own->id, theirs->id, DZ_STATE_SUGGESTED, NULL, self->error))
    return FALSE;
  pair.own_row = dz_store_find_finding (self->store, self->own->id, theirs->id);

  return merge_pair (self, &pair);
}

/**
 * dz_merge_report:
 *
 * Brings what was decided in @self->theirs to @self->own, the same text. Inside a change.
 */
gboolean
dz_merge_report (DzMerge *self)
{
  gboolean ok = merge_report_fields (self);

  for (guint i = 0; ok && i < self->theirs->figures->len; i++)
    ok = merge_figure (self, i);
  for (guint i = 0; ok && i < self->theirs->weaknesses->len; i++)
    ok = merge_weakness (self, i);
  for (guint i = 0; ok && i < self->theirs->causes->len; i++)
    ok = merge_cause (self, i);
  for (guint i = 0; ok && i < self->theirs->checks->len; i++)
    ok = merge_check (self, i);

  return ok;
}

#define ID_OF(Type, rows, i) (g_array_index (rows, Type, i).id)

/**
 * dz_merge_history:
 *
 * The history of a report that was just added from the other review: its rows are the same.
 */
gboolean
dz_merge_history (DzMerge *self)
{
  DzReport *own = self->own, *theirs = self->theirs;
  gboolean ok = dz_journal_adopt (self, "report", NULL, theirs->id, own->id);

  for (guint i = 0; ok && i < MIN (own->figures->len, theirs->figures->len); i++)
    ok = dz_journal_adopt (self, "figure", NULL, ID_OF (DzFigure, theirs->figures, i), ID_OF (DzFigure, own->figures, i));
  for (guint i = 0; ok && i < MIN (own->weaknesses->len, theirs->weaknesses->len); i++)
    ok = dz_journal_adopt (self, "weakness", NULL, ID_OF (DzWeakness, theirs->weaknesses, i), ID_OF (DzWeakness, own->weaknesses, i));
  for (guint i = 0; ok && i < MIN (own->causes->len, theirs->causes->len); i++)
    ok = dz_journal_adopt (self, "cause", NULL, ID_OF (DzCause, theirs->causes, i), ID_OF (DzCause, own->causes, i));
  for (guint i = 0; ok && i < theirs->checks->len; i++)
    {
      const char *id = g_array_index (theirs->checks, DzCheck, i).id;

      ok = dz_journal_adopt (self, "finding", NULL, dz_store_find_finding (self->other, theirs->id, id), dz_store_find_finding (self->store, own->id, id));
    }

  return ok;
}

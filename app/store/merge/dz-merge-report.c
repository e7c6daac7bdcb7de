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

static gboolean
merge_report_fields (DzMerge *self)
{
  DzReport *own = self->own, *theirs = self->theirs;
  /* nobody there saw the other report of the same body and year: which holds is asked here */
  gboolean is_one_of_two = !own->guess_confirmed && dz_store_find_older (self->store, own->body_id, own->identity.year,
                                                                         own->identity.kind, own->id) != 0;
  DzMergePair pair = { &dz_table_report, of_identity, own, theirs, own->id, theirs->id,
                own->guess_confirmed, theirs->guess_confirmed && !is_one_of_two, NULL, DZ_SPAN_NONE };
  const gboolean own_has[] = { own->note != NULL, own->reviewing != DZ_REVIEWING_UNREAD,
                               own->received != NULL, own->identity.published != NULL };
  const gboolean they_have[] = { theirs->note != NULL, theirs->reviewing != DZ_REVIEWING_UNREAD,
                                 theirs->received != NULL, theirs->identity.published != NULL };

  if (!dz_merge_pair (self, &pair))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (single); i++)
    {
      pair.columns = single[i];
      pair.own_decided = own_has[i];
      pair.their_decided = they_have[i];
      if (!dz_merge_pair (self, &pair))
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
            DzMergePair       *pair,
            const char *own,
            const char *theirs)
{
  pair->columns = of_note;
  pair->own_decided = own != NULL;
  pair->their_decided = theirs != NULL;

  return dz_merge_pair (self, pair);
}

static gboolean
merge_figure (DzMerge *self,
              guint    index)
{
  const DzFigure *theirs = &g_array_index (self->theirs->figures, DzFigure, index);
  int twin = FIND_TWIN (DzFigure, self->own->figures, self->theirs->figures, index, number);
  const DzFigure *own;
  DzMergePair pair = { &dz_table_figure, of_figure, NULL, theirs, 0, theirs->id, FALSE,
                theirs->state != DZ_STATE_SUGGESTED, theirs->indicator, theirs->span };

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

  return dz_merge_pair (self, &pair) && merge_note (self, &pair, own->note, theirs->note);
}

static gboolean
merge_weakness (DzMerge *self,
                guint    index)
{
  const DzWeakness *theirs = &g_array_index (self->theirs->weaknesses, DzWeakness, index);
  int twin = FIND_TWIN (DzWeakness, self->own->weaknesses, self->theirs->weaknesses, index, span);
  const DzWeakness *own;
  DzMergePair pair = { &dz_table_weakness, of_weakness, NULL, theirs, 0, theirs->id, FALSE,
                theirs->state != DZ_STATE_SUGGESTED, theirs->code, theirs->span };

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

  return dz_merge_pair (self, &pair) && merge_note (self, &pair, own->note, theirs->note);
}

static gboolean
merge_cause (DzMerge *self,
             guint    index)
{
  const DzCause *theirs = &g_array_index (self->theirs->causes, DzCause, index);
  int twin = FIND_TWIN (DzCause, self->own->causes, self->theirs->causes, index, span);
  DzMergePair pair = { &dz_table_cause, of_cause, NULL, theirs, 0, theirs->id, FALSE,
                theirs->state != DZ_STATE_SUGGESTED, theirs->code, theirs->span };

  if (!pair.their_decided)
    return TRUE;
  if (twin < 0)
    {
      g_ptr_array_add (self->merged->left_out,
                       g_strdup_printf (_("%s %d: %s: only there"), self->own->identity.township,
                                        self->own->identity.year, theirs->code != NULL ? theirs->code : "?"));
      return TRUE;
    }
  pair.own = &g_array_index (self->own->causes, DzCause, twin);
  pair.own_row = g_array_index (self->own->causes, DzCause, twin).id;
  pair.own_decided = g_array_index (self->own->causes, DzCause, twin).state != DZ_STATE_SUGGESTED;

  return dz_merge_pair (self, &pair);
}

static gboolean
merge_check (DzMerge *self,
             guint    index)
{
  const DzCheck *theirs = &g_array_index (self->theirs->checks, DzCheck, index);
  const DzCheck *own = dz_report_find_check (self->own, theirs->id);
  DzCheck none = { .id = theirs->id };
  DzMergePair pair = { &dz_table_finding, of_check, own != NULL ? own : &none, theirs, 0,
                dz_store_find_finding (self->other, self->theirs->id, theirs->id), FALSE,
                theirs->state != DZ_STATE_SUGGESTED || theirs->note != NULL, theirs->id, DZ_SPAN_NONE };

  if (!pair.their_decided)
    return TRUE;
  pair.own_decided = own != NULL && (own->state != DZ_STATE_SUGGESTED || own->note != NULL);
  if (own == NULL &&
      !dz_store_set_check (self->store, self->own->id, theirs->id, DZ_STATE_SUGGESTED, NULL, self->error))
    return FALSE;
  pair.own_row = dz_store_find_finding (self->store, self->own->id, theirs->id);

  return dz_merge_pair (self, &pair);
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

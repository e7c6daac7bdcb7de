/* dz-score-columns.c - the table of bodies of 评分: the scorer's own sum, the mean of all, the grade, who is missing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-score-columns.h"

#include "dz-tip.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef enum { COLUMN_BODY, COLUMN_OWN, COLUMN_MEAN, COLUMN_GRADE, COLUMN_COMPLETE, N_COLUMNS } Column;

/* The words of a row: the table it is of goes with the next snapshot. */
struct _DzScoreItem
{
  GObject parent_instance;

  gint64 body_id;
  char *words[N_COLUMNS];
  char *missing;
  DzScoreGrade grade;
};

G_DEFINE_FINAL_TYPE (DzScoreItem, dz_score_item, G_TYPE_OBJECT)

static const DzRowColumn columns[N_COLUMNS] = {
  { N_("Body"), DZ_COLUMN_WORDS, PANGO_ELLIPSIZE_NONE, 0, -1, TRUE },
  { N_("Own points"), DZ_COLUMN_NUMBER, PANGO_ELLIPSIZE_NONE, 0, -1, FALSE },
  { N_("Mean"), DZ_COLUMN_NUMBER, PANGO_ELLIPSIZE_NONE, 0, -1, FALSE },
  { N_("Grade"), DZ_COLUMN_PILL, PANGO_ELLIPSIZE_NONE, 0, -1, FALSE },
  { N_("Complete"), DZ_COLUMN_WORDS, PANGO_ELLIPSIZE_NONE, 0, -1, FALSE },
};

static void
dz_score_item_finalize (GObject *object)
{
  DzScoreItem *self = DZ_SCORE_ITEM (object);

  for (guint i = 0; i < N_COLUMNS; i++)
    g_free (self->words[i]);
  g_free (self->missing);

  G_OBJECT_CLASS (dz_score_item_parent_class)->finalize (object);
}

static void
dz_score_item_class_init (DzScoreItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dz_score_item_finalize;
}

static void
dz_score_item_init (DzScoreItem *self)
{
}

/* 92.5; 3/5 heads as long as it is not whole; a dash for nothing */
static char *
dup_own (const DzScoreRow *row,
         const char       *scorer)
{
  for (guint i = 0; i < row->scorers->len; i++)
    {
      const DzScorerTotal *one = &g_array_index (row->scorers, DzScorerTotal, i);

      if (g_strcmp0 (one->scorer, scorer) != 0)
        continue;
      if (!isnan (one->total))
        return dz_score_words (one->total);
      return one->n_given > 0 ? g_strdup_printf (_("%u of %u"), one->n_given, one->n_asked) : g_strdup ("—");
    }

  return g_strdup ("—");
}

/**
 * dz_score_item_new:
 * @scorer: (nullable): who scores here
 *
 * Returns: (transfer full)
 */
DzScoreItem *
dz_score_item_new (const DzScoreRow *row,
                   const char       *scorer)
{
  DzScoreItem *self = g_object_new (DZ_TYPE_SCORE_ITEM, NULL);

  self->body_id = row->body->id;
  self->grade = row->grade;
  self->missing = dz_score_row_dup_missing (row);
  self->words[COLUMN_BODY] = g_strdup (row->body->name);
  self->words[COLUMN_OWN] = dup_own (row, scorer);
  self->words[COLUMN_MEAN] = isnan (row->mean) ? g_strdup ("—") : dz_score_words (row->mean);
  self->words[COLUMN_GRADE] = g_strdup (row->grade != DZ_SCORE_NO_GRADE ? dz_score_grade_get_name (row->grade) : "—");
  self->words[COLUMN_COMPLETE] = g_strdup_printf ("%u/%u", row->n_complete, row->scorers->len);

  return self;
}

gint64
dz_score_item_get_body (DzScoreItem *self)
{
  return self->body_id;
}

static char *
dup_words (gpointer item,
           guint    column)
{
  return g_strdup (DZ_SCORE_ITEM (item)->words[column]);
}

static char *
dup_name (gpointer item)
{
  DzScoreItem *self = item;

  return g_strdup_printf (_("%s, own points %s, mean %s, %s, %s complete"), self->words[COLUMN_BODY], self->words[COLUMN_OWN],
                          self->words[COLUMN_MEAN], self->words[COLUMN_GRADE], self->words[COLUMN_COMPLETE]);
}

static void
dress (gpointer    item,
       guint       column,
       GtkWidget  *cell,
       const char *words)
{
  DzScoreItem *self = item;

  if (column == COLUMN_GRADE)
    {
      /* no colour says best or worst */
      const char *classes[] = { self->grade != DZ_SCORE_NO_GRADE ? "dz-pill" : "dz-plain-text", "plain", NULL };

      gtk_widget_set_css_classes (cell, classes);
    }
  else if (column == COLUMN_COMPLETE)
    dz_tip_set (cell, *self->missing != '\0' ? self->missing : NULL);
  else if (column == COLUMN_BODY)
    dz_tip_set (cell, words);
}

static gboolean
is_same (gpointer item,
         gpointer other)
{
  return dz_score_item_get_body (item) == dz_score_item_get_body (other);
}

/* The other is not looked at again: it gets the words that were. */
static void
renew (gpointer item,
       gpointer from)
{
  DzScoreItem *self = item;
  DzScoreItem *other = from;
  g_autofree char *missing = g_steal_pointer (&self->missing);

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      char *was = self->words[i];

      self->words[i] = other->words[i];
      other->words[i] = was;
    }
  self->missing = g_strdup (other->missing);
  self->grade = other->grade;
}

/* A table of #DzScoreItem. */
const DzRowTableKind dz_score_columns = { dz_score_item_get_type, columns, N_COLUMNS, dup_words, dress, dup_name, is_same, renew };

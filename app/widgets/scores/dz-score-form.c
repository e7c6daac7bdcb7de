/* dz-score-form.c - the 评分表 of one body and one scorer
 *
 * A card a head. Enter in a field keeps it and goes to the next head; behind the last the view goes to the next body.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-score-form.h"

#include "dz-score-card.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST_SHOWN 16 /* of a kind beside a head; how many more there are is said */

struct _DzScoreForm
{
  GtkBox parent_instance;

  GtkLabel *title;
  GtkLabel *sum;
  GtkWidget *list;
  GPtrArray *cards;   /* DzScoreCard, borrowed */
  GArray *heads;      /* gint64: of the cards */

  gint64 body_id;     /* 0: none is shown */
  char *scorer;       /* (nullable) */
};

G_DEFINE_FINAL_TYPE (DzScoreForm, dz_score_form, GTK_TYPE_BOX)

enum { SCORED, DONE, HEAD_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static int
find_card (DzScoreForm *self,
           DzScoreCard *card)
{
  guint n;

  return g_ptr_array_find (self->cards, card, &n) ? (int) n : -1;
}

static void
entered_cb (DzScoreForm *self,
            DzScoreCard *card)
{
  int n = find_card (self, card);
  g_autofree char *note = NULL;
  g_autoptr(DzScore) score = NULL;
  double points;

  if (n < 0 || self->body_id == 0 || self->scorer == NULL || !dz_score_card_read (card, &points, &note))
    return;
  score = dz_score_new (g_array_index (self->heads, gint64, n), self->body_id, self->scorer, points, note);
  g_signal_emit (self, signals[SCORED], 0, score);
}

static void
next_cb (DzScoreForm *self,
         DzScoreCard *card)
{
  int n = find_card (self, card);

  if (n >= 0 && (guint) n + 1 < self->cards->len)
    dz_score_card_grab (g_ptr_array_index (self->cards, (guint) n + 1));
  else if (n >= 0)
    g_signal_emit (self, signals[DONE], 0);
}

static void
focused_cb (DzScoreForm *self,
            DzScoreCard *card)
{
  int n = find_card (self, card);

  if (n >= 0)
    g_signal_emit (self, signals[HEAD_CHANGED], 0, g_array_index (self->heads, gint64, n));
}

/* As many cards as the sheet has heads; those there are stay, with what is typed in them. */
static void
set_cards (DzScoreForm        *self,
           const DzScoreSheet *sheet)
{
  while (self->cards->len > sheet->heads->len)
    {
      gtk_box_remove (GTK_BOX (self->list), g_ptr_array_index (self->cards, self->cards->len - 1));
      g_ptr_array_set_size (self->cards, (int) self->cards->len - 1);
    }
  while (self->cards->len < sheet->heads->len)
    {
      DzScoreCard *card = dz_score_card_new (g_ptr_array_index (sheet->heads, self->cards->len));

      g_signal_connect_swapped (card, "entered", G_CALLBACK (entered_cb), self);
      g_signal_connect_swapped (card, "next", G_CALLBACK (next_cb), self);
      g_signal_connect_swapped (card, "focused", G_CALLBACK (focused_cb), self);
      gtk_box_append (GTK_BOX (self->list), GTK_WIDGET (card));
      g_ptr_array_add (self->cards, card);
    }
}

/* 李四 91.5分，3名评分人平均92.5分，优秀 */
static void
show_sum (DzScoreForm      *self,
          const DzScoreRow *row)
{
  g_autofree char *mean = dz_score_words (row->mean);
  g_autofree char *grade = dz_score_row_dup_grade (row);
  g_autofree char *missing = dz_score_row_dup_missing (row);
  g_autoptr(GString) words = g_string_new (NULL);

  for (guint i = 0; i < row->scorers->len; i++)
    {
      const DzScorerTotal *one = &g_array_index (row->scorers, DzScorerTotal, i);
      g_autofree char *total = dz_score_words (one->total);

      if (g_strcmp0 (one->scorer, self->scorer) == 0 && !isnan (one->total))
        g_string_append_printf (words, _("%s: %s points. "), one->scorer, total);
    }
  if (self->scorer == NULL)
    g_string_append (words, _("Write above who scores. "));
  if (!isnan (row->mean))
    g_string_append_printf (words, ngettext ("Mean of %u scorer %s, %s", "Mean of %u scorers %s, %s", row->n_counted),
                            row->n_counted, mean, *grade != '\0' ? grade : _("no grade"));
  if (*missing != '\0')
    g_string_append_printf (words, isnan (row->mean) ? _("Missing: %s") : _(". Missing: %s"), missing);
  if (row->kept_extremes)
    g_string_append (words, _(". Fewer than three scored all: no highest and lowest dropped"));
  gtk_label_set_label (self->sum, words->str);
}

/**
 * dz_score_form_show:
 * @row: (nullable): of the table; %NULL: nobody is chosen
 * @scorer: (nullable): %NULL: nobody said who scores: nothing can be entered
 *
 * What a person is typing stays as long as body and scorer are the same.
 */
void
dz_score_form_show (DzScoreForm        *self,
                    const DzScoreTable *table,
                    DzScoreEvidence    *evidence,
                    const DzScoreRow   *row,
                    const char         *scorer)
{
  const DzScoreSheet *sheet = dz_score_table_get_sheet (table);
  gboolean same = row != NULL && row->body->id == self->body_id && g_strcmp0 (scorer, self->scorer) == 0;

  gtk_widget_set_visible (GTK_WIDGET (self), row != NULL);
  self->body_id = row != NULL ? row->body->id : 0;
  if (g_strcmp0 (scorer, self->scorer) != 0)
    {
      g_free (self->scorer);
      self->scorer = g_strdup (scorer);
    }
  if (row == NULL)
    return;
  set_cards (self, sheet);
  g_array_set_size (self->heads, 0);
  gtk_label_set_label (self->title, row->body->name);
  show_sum (self, row);
  for (guint i = 0; i < sheet->heads->len; i++)
    {
      const DzScoreHead *head = g_ptr_array_index (sheet->heads, i);
      g_autoptr(GPtrArray) shown = dz_score_evidence_list (evidence, head, row->body);
      g_autofree char *words = dz_shown_list_dup_text (shown, MOST_SHOWN, "\n");

      g_array_append_val (self->heads, head->id);
      dz_score_card_show (g_ptr_array_index (self->cards, i), head,
                          scorer != NULL ? dz_score_table_get_score (table, row->body->id, head, scorer) : NULL, words,
                          scorer != NULL, same);
    }
}

/* The first head. */
void
dz_score_form_grab (DzScoreForm *self)
{
  if (self->cards->len > 0)
    dz_score_card_grab (g_ptr_array_index (self->cards, 0));
}

static void
dz_score_form_finalize (GObject *object)
{
  DzScoreForm *self = DZ_SCORE_FORM (object);

  g_ptr_array_unref (self->cards);
  g_array_unref (self->heads);
  g_free (self->scorer);

  G_OBJECT_CLASS (dz_score_form_parent_class)->finalize (object);
}

static void
dz_score_form_class_init (DzScoreFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dz_score_form_finalize;
  signals[SCORED] = g_signal_new ("scored", DZ_TYPE_SCORE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[DONE] = g_signal_new ("done", DZ_TYPE_SCORE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[HEAD_CHANGED] =
    g_signal_new ("head-changed", DZ_TYPE_SCORE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static GtkLabel *
add_label (DzScoreForm *self,
           const char  *class)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (label), class);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (label));

  return label;
}

static void
dz_score_form_init (DzScoreForm *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 9);
  gtk_widget_add_css_class (GTK_WIDGET (self), "dz-score-form");
  self->cards = g_ptr_array_new ();
  self->heads = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->title = add_label (self, "title-3");
  self->sum = add_label (self, "dz-secondary");
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (self), self->list);
}

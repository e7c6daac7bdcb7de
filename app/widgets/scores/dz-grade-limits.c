/* dz-grade-limits.c - asks from how many points on each grade is given
 *
 * The limits come with the county's sheet; a sheet without them, or a meeting that moves one, needs no new import. All
 * fields empty: no grades. The signal "kept" carries the limits, the best first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-grade-limits.h"

#include "dz-score-cell.h"
#include "dz-score-table.h"
#include "dz-spoken.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _DzGradeLimits
{
  GtkPopover parent_instance;

  GtkEntry *entries[DZ_N_SCORE_LIMITS];
  GtkLabel *refusal;
};

G_DEFINE_FINAL_TYPE (DzGradeLimits, dz_grade_limits, GTK_TYPE_POPOVER)

static guint kept_signal;

static void
refuse (DzGradeLimits *self,
        const char    *why)
{
  gtk_label_set_label (self->refusal, why != NULL ? why : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal), why != NULL);
}

/**
 * dz_grade_limits_show:
 * @sheet: whose limits stand in the fields from now on
 */
void
dz_grade_limits_show (DzGradeLimits      *self,
                      const DzScoreSheet *sheet)
{
  const double limits[DZ_N_SCORE_LIMITS] = { sheet->excellent, sheet->good, sheet->fair };

  for (guint i = 0; i < DZ_N_SCORE_LIMITS; i++)
    {
      g_autofree char *words = dz_score_words (limits[i]);

      gtk_editable_set_text (GTK_EDITABLE (self->entries[i]), isnan (limits[i]) ? "" : words);
    }
  refuse (self, NULL);
}

static void
keep_cb (DzGradeLimits *self)
{
  double limits[DZ_N_SCORE_LIMITS];
  DzScoreSheet asked = { 0 };

  for (guint i = 0; i < DZ_N_SCORE_LIMITS; i++)
    {
      const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entries[i]));
      DzScoreCell cell = dz_score_cell_read (typed);

      if (!dz_score_cell_is_empty (typed) && (isnan (cell.value) || cell.sign == '-' || cell.per_cent))
        {
          refuse (self, _("A number of 0 or more, please."));
          gtk_widget_grab_focus (GTK_WIDGET (self->entries[i]));
          return;
        }
      limits[i] = dz_score_cell_is_empty (typed) ? NAN : dz_score_round (cell.value);
    }
  asked.excellent = limits[0];
  asked.good = limits[1];
  asked.fair = limits[2];
  if (!dz_score_sheet_limits_fit (&asked))
    {
      refuse (self, _("All three limits, each below the one above and over 0,\nor none: then there are no grades."));
      return;
    }
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, kept_signal, 0, limits[0], limits[1], limits[2]);
}

static void
dz_grade_limits_class_init (DzGradeLimitsClass *klass)
{
  kept_signal = g_signal_new ("kept", DZ_TYPE_GRADE_LIMITS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                              DZ_N_SCORE_LIMITS, G_TYPE_DOUBLE, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static void
add_limit (DzGradeLimits *self,
           GtkGrid       *grid,
           int            n)
{
  const char *grade = dz_score_grade_get_name ((DzScoreGrade) n);
  g_autofree char *spoken = g_strdup_printf (_("%s from"), grade);
  GtkWidget *name = gtk_label_new (grade);
  GtkWidget *behind = gtk_label_new (_("points and more"));

  self->entries[n] = GTK_ENTRY (gtk_entry_new ());
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entries[n]), 7);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entries[n]), 7);
  gtk_entry_set_alignment (self->entries[n], 1);
  dz_spoken_set_name (GTK_WIDGET (self->entries[n]), spoken);
  g_signal_connect_swapped (self->entries[n], "activate", G_CALLBACK (keep_cb), self);
  gtk_grid_attach (grid, name, 0, n, 1, 1);
  gtk_grid_attach (grid, GTK_WIDGET (self->entries[n]), 1, n, 1, 1);
  gtk_grid_attach (grid, behind, 2, n, 1, 1);
}

static void
dz_grade_limits_init (DzGradeLimits *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *keep = gtk_button_new_with_label (_("Keep"));

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 9);
  for (int i = 0; i < DZ_N_SCORE_LIMITS; i++)
    add_limit (self, GTK_GRID (grid), i);
  self->refusal = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->refusal, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->refusal), "dz-warning-text");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal), FALSE);
  gtk_widget_add_css_class (keep, "suggested-action");
  gtk_widget_set_halign (keep, GTK_ALIGN_END);
  g_signal_connect_swapped (keep, "clicked", G_CALLBACK (keep_cb), self);
  gtk_box_append (GTK_BOX (box), grid);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->refusal));
  gtk_box_append (GTK_BOX (box), keep);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

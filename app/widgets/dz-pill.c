/* dz-pill.c - a word or two about a thing, in a rounded field
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-pill.h"

#include "dz-quotation.h"

#include <glib/gi18n-lib.h>

/**
 * dz_pill_new:
 * @words: (nullable)
 * @css_class: (nullable): its colour: plain, good, info, warning, error
 *
 * Returns: (transfer floating): a label as high as its words
 */
GtkWidget *
dz_pill_new (const char *words,
             const char *css_class)
{
  GtkWidget *pill = gtk_label_new (words);

  gtk_widget_add_css_class (pill, "dz-pill");
  if (css_class != NULL)
    gtk_widget_add_css_class (pill, css_class);
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);

  return pill;
}

static const char *
grade_class (DzGrade grade)
{
  switch (grade)
    {
    case DZ_GRADE_DIRECT: return "good";
    case DZ_GRADE_PARTIAL: return "info";
    case DZ_GRADE_GENERIC: return "warning";
    case DZ_GRADE_NONE:
    default: return "error";
    }
}

/**
 * dz_pill_new_grade:
 *
 * Returns: (transfer floating): how well the plan answers a weakness
 */
GtkWidget *
dz_pill_new_grade (DzGrade grade)
{
  g_autofree char *words = g_strdup_printf (_("Answer: %s"), dz_grade_title (grade));

  return dz_pill_new (words, grade_class (grade));
}

/* dz-evidence-card.c - one piece of evidence in the pane: what was found, where, and in which words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-evidence-card.h"

#include "dz-format.h"
#include "dz-quotation.h"
#include "dz-tip.h"

#include <glib/gi18n-lib.h>

#define CONTEXT_CHARACTERS 70

/* The short head of a card: the value, or the code's name. */
static char *
describe_item (DzEvidenceItem *item,
               DzReport       *report,
               DzCodebook     *codebook)
{
  const DzFigure *figure = dz_evidence_item_get_figure (item, report);
  const DzWeakness *weakness = dz_evidence_item_get_weakness (item, report);

  if (figure != NULL)
    {
      char value[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (value, sizeof value, "%.10g", figure->value);

      return g_strdup_printf ("%s%s %s", dz_format_bound_sign (figure->bound), value,
                              figure->unit != NULL ? figure->unit : "");
    }
  if (weakness != NULL)
    return g_strdup (weakness->code != NULL
                       ? dz_codebook_name (codebook, DZ_ENTRY_WEAKNESS, weakness->code)
                       : _("Declared, but fits no code"));

  return g_strdup ("");
}

static const char *
say_state (DzState state)
{
  switch (state)
    {
    case DZ_STATE_CONFIRMED: return _("confirmed");
    case DZ_STATE_CORRECTED: return _("corrected");
    case DZ_STATE_REJECTED: return _("not used");
    case DZ_STATE_SUGGESTED: return _("suggested");
    default: return "";
    }
}

/* What a plan offers against a weakness, under its sentence. */
static void
append_answer (GtkWidget        *card,
               DzReport         *report,
               const DzWeakness *weakness)
{
  g_autofree char *grade = g_strdup_printf (_("Answer in the plan: %s"),
                                            dz_grade_title (weakness->grade));

  gtk_box_append (GTK_BOX (card), dz_quotation_label_new (grade, "dz-secondary"));
  if (!dz_span_is_empty (weakness->answer))
    {
      g_autofree char *markup = dz_quotation_dup_markup (report, weakness->answer, 30);
      GtkWidget *label = dz_quotation_label_new (NULL, NULL);

      gtk_label_set_markup (GTK_LABEL (label), markup);
      gtk_box_append (GTK_BOX (card), label);
    }
}

/**
 * dz_evidence_card_new:
 * @item: what is shown of @report
 * @selected: whether it is the one decided about
 * @radio: (transfer floating) (nullable): what chooses this card among those beside it
 *
 * Returns: (transfer floating): value or name, place, the passage in its sentence, and what was decided
 */
GtkWidget *
dz_evidence_card_new (DzReport       *report,
                      DzCodebook     *codebook,
                      DzEvidenceItem *item,
                      gboolean        selected,
                      GtkWidget      *radio)
{
  DzSpan span = dz_evidence_item_find_span (item, report);
  const DzWeakness *weakness = dz_evidence_item_get_weakness (item, report);
  const DzFigure *figure = dz_evidence_item_get_figure (item, report);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 5);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *what = describe_item (item, report, codebook);
  g_autofree char *place = dz_quotation_dup_place (report, span);
  g_autofree char *markup = dz_quotation_dup_markup (report, span, CONTEXT_CHARACTERS);
  GtkWidget *sentence = dz_quotation_label_new (NULL, "dz-quotation");
  GtkWidget *where = dz_quotation_label_new (place, "dz-secondary");

  gtk_widget_add_css_class (card, "dz-card");
  if (selected)
    gtk_widget_add_css_class (card, "selected");
  if (radio != NULL)
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (radio), GTK_ACCESSIBLE_PROPERTY_LABEL, what, -1);
      gtk_box_append (GTK_BOX (head), radio);
    }
  if (*what != '\0')
    gtk_box_append (GTK_BOX (head), dz_quotation_label_new (what, "heading"));
  gtk_label_set_ellipsize (GTK_LABEL (where), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (where), FALSE);
  gtk_widget_set_hexpand (where, TRUE);
  dz_tip_set (where, place);
  gtk_box_append (GTK_BOX (head), where);
  gtk_box_append (GTK_BOX (card), head);
  gtk_label_set_markup (GTK_LABEL (sentence), markup);
  gtk_label_set_selectable (GTK_LABEL (sentence), TRUE);
  gtk_box_append (GTK_BOX (card), sentence);
  if (figure != NULL && figure->state != DZ_STATE_SUGGESTED)
    gtk_box_append (GTK_BOX (card), dz_quotation_label_new (say_state (figure->state), "dz-secondary"));
  if (weakness != NULL)
    append_answer (card, report, weakness);

  return card;
}

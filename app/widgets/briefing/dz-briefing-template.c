/* dz-briefing-template.c - the kinds of paper the briefing can be
 *
 * A template ticks its parts once; what is ticked afterwards is the person's own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-briefing-template.h"

#include <glib/gi18n.h>

/* The first is what no template has; number: with a 报头, whose number is filled in on the page. */
static const struct
{
  const char *id;
  const char *name;
  const char *number;
} templates[] = {
  { NULL, N_("As ticked below"), NULL },
  { "circular", N_("Circular"), NULL },
  { "circular", N_("Circular with a head"), "第　期" },
  { "annex", N_("Annex of data"), NULL },
  { "sheets", N_("One page per body"), NULL },
  { "ledger", N_("Rectification ledger"), NULL },
  { "scores", N_("Scores"), NULL },
  { "score-forms", N_("Blank score sheets"), NULL },
};

void
dz_briefing_template_fill (GtkDropDown *drop)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    gtk_string_list_append (names, _(templates[i].name));
  gtk_drop_down_set_model (drop, G_LIST_MODEL (names));
}

/* Shows which template @options are. */
void
dz_briefing_template_show (GtkDropDown             *drop,
                           const DzBriefingOptions *options)
{
  const char *id = dz_briefing_options_get_template (options);
  guint chosen = 0;

  for (guint i = 1; id != NULL && i < G_N_ELEMENTS (templates); i++)
    if (g_str_equal (templates[i].id, id) && (options->number != NULL) == (templates[i].number != NULL))
      chosen = i;
  gtk_drop_down_set_selected (drop, chosen);
}

/**
 * dz_briefing_template_take:
 *
 * Ticks what the chosen template has.
 *
 * Returns: %FALSE if @options are that already, or none is chosen
 */
gboolean
dz_briefing_template_take (GtkDropDown       *drop,
                           DzBriefingOptions *options)
{
  guint chosen = gtk_drop_down_get_selected (drop);
  const char *id = chosen < G_N_ELEMENTS (templates) ? templates[chosen].id : NULL;
  gboolean has_number = options->number != NULL;

  if (id == NULL || (g_strcmp0 (dz_briefing_options_get_template (options), id) == 0 &&
                     has_number == (templates[chosen].number != NULL)))
    return FALSE;
  dz_briefing_options_take_template (options, id);
  if (has_number != (templates[chosen].number != NULL))
    {
      g_free (options->number);
      options->number = g_strdup (templates[chosen].number);
    }

  return TRUE;
}

/**
 * dz_briefing_template_has_part:
 *
 * Returns: whether there is anything to print
 */
gboolean
dz_briefing_template_has_part (const DzBriefingOptions *options)
{
  for (guint i = 0; i < options->parts->len; i++)
    {
      const DzBriefingPart *part = g_ptr_array_index (options->parts, i);

      if (part->ticked && part->possible)
        return TRUE;
    }

  return options->layout == DZ_LAYOUT_SHEETS;
}

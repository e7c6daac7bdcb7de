/* dz-gallery.c - what is shown first, as the codebook has it (gallery.xml)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-gallery.h"

/**
 * dz_gallery_find:
 *
 * Returns: (transfer none) (nullable): the subject of that id; %NULL for an indicator and for
 *   "change:ID", "spread:ID"
 */
const DzEntry *
dz_gallery_find (DzCodebook *codebook,
                 const char *subject)
{
  return dz_codebook_find (codebook, DZ_ENTRY_SUBJECT, subject);
}

/**
 * dz_gallery_get_chart:
 * @subject: a subject's id, an indicator's, "change:ID" or "spread:ID"
 *
 * Returns: (transfer none): id of the kind of chart that draws it
 */
const char *
dz_gallery_get_chart (DzCodebook *codebook,
                      const char *subject)
{
  const DzEntry *found = dz_gallery_find (codebook, subject);

  if (found != NULL)
    return found->kind;
  if (g_str_has_prefix (subject, "change:"))
    return "slope";

  return g_str_has_prefix (subject, "spread:") ? "strip" : "bar";
}

static const char *
get_named (const DzEntry *entry,
           const char    *name,
           guint          place)
{
  for (guint i = 0; i < entry->rules->len; i++)
    {
      const DzRule *rule = g_ptr_array_index (entry->rules, i);

      if (g_str_equal (rule->name, name) && place-- == 0)
        return g_intern_string (dz_rule_get_attribute (rule, "of"));
    }

  return NULL;
}

/**
 * dz_gallery_get_measure:
 * @entry: a subject, or a list of dz_gallery_get_first()
 *
 * Returns: (transfer none) (nullable): id of the indicator at @place; %NULL after the last
 */
const char *
dz_gallery_get_measure (const DzEntry *entry,
                        guint          place)
{
  return get_named (entry, "measure", place);
}

/**
 * dz_gallery_is_of_weaknesses:
 *
 * Returns: whether charts of @subject are of what bodies fall short in: it measures nothing, and is about all of them
 */
gboolean
dz_gallery_is_of_weaknesses (const DzEntry *subject)
{
  return dz_gallery_get_measure (subject, 0) == NULL && !g_str_equal (subject->kind, "profile");
}

/**
 * dz_gallery_get_subject:
 * @set: a set of charts, of dz_gallery_get_first()
 *
 * Returns: (transfer none) (nullable): id of the subject at @place; %NULL after the last
 */
const char *
dz_gallery_get_subject (const DzEntry *set,
                        guint          place)
{
  return get_named (set, "show", place);
}

/**
 * dz_gallery_get_book_title:
 * @alone: (out): whether the workbook draws its first measure alone
 *
 * Returns: (transfer none) (nullable): the title it has in the workbook; %NULL: it is not in there
 */
const char *
dz_gallery_get_book_title (const DzEntry *subject,
                           gboolean      *alone)
{
  for (guint i = 0; i < subject->rules->len; i++)
    {
      const DzRule *rule = g_ptr_array_index (subject->rules, i);

      if (!g_str_equal (rule->name, "book"))
        continue;
      *alone = g_strcmp0 (dz_rule_get_attribute (rule, "alone"), "yes") == 0;
      return rule->text;
    }

  return NULL;
}

/**
 * dz_gallery_get_first:
 * @where: "summary", "sheet"; "usual-charts", "weakness-charts", "year-charts": the sets of the window's gallery
 *
 * Returns: (transfer none) (nullable): the list of what stands first there, see dz_gallery_get_measure();
 *   of a set: dz_gallery_get_subject()
 */
const DzEntry *
dz_gallery_get_first (DzCodebook *codebook,
                      const char *where)
{
  return dz_codebook_find (codebook, DZ_ENTRY_FIRST, where);
}

/**
 * dz_gallery_list_incomparable:
 *
 * Returns: (transfer container) (element-type utf8): lines a chart of @indicator must carry, borrowed
 *   from @codebook
 */
GPtrArray *
dz_gallery_list_incomparable (DzCodebook *codebook,
                              const char *indicator)
{
  GPtrArray *entries = dz_codebook_list (codebook, DZ_ENTRY_INCOMPARABLE);
  GPtrArray *lines = g_ptr_array_new ();

  for (guint i = 0; i < entries->len; i++)
    {
      const DzEntry *entry = g_ptr_array_index (entries, i);
      const char *line = NULL;
      gboolean is_of = FALSE;

      for (guint k = 0; k < entry->rules->len; k++)
        {
          const DzRule *rule = g_ptr_array_index (entry->rules, k);

          if (g_str_equal (rule->name, "line"))
            line = rule->text;
          else
            is_of |= g_strcmp0 (dz_rule_get_attribute (rule, "of"), indicator) == 0;
        }
      if (is_of && line != NULL)
        g_ptr_array_add (lines, (gpointer) line);
    }

  return lines;
}

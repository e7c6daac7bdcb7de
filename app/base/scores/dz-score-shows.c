/* dz-score-shows.c - what a head of the 评分表 is shown beside
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-score-shows.h"

#include <string.h>

static const DzEntryKind kinds[] = { DZ_ENTRY_THEME, DZ_ENTRY_INDICATOR, DZ_ENTRY_WEAKNESS, DZ_ENTRY_CHECK };
static const struct { const char *id; const char *name; } own[] = {
  { DZ_SHOWS_PROMISES, "上年计划" }, { DZ_SHOWS_LEDGER, "整改台账" },
};

static const char *
find_name (DzCodebook *codebook,
           const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    if (g_str_equal (own[i].id, id))
      return own[i].name;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const DzEntry *entry = dz_codebook_find (codebook, kinds[i], id);

      if (entry != NULL)
        return entry->name;
    }

  return NULL;
}

/**
 * dz_score_shows_dup_names:
 * @shows: (nullable): as in #DzScoreHead
 *
 * Returns: (transfer full): the names parted by 、 as a sheet has them; an id the codebook lacks stays what it is
 */
char *
dz_score_shows_dup_names (DzCodebook *codebook,
                          const char *shows)
{
  g_auto(GStrv) ids = g_strsplit (shows != NULL ? shows : "", " ", -1);
  GString *names = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const char *name = find_name (codebook, ids[i]);

      if (*ids[i] != '\0')
        g_string_append_printf (names, "%s%s", names->len > 0 ? "、" : "", name != NULL ? name : ids[i]);
    }

  return g_string_free (names, FALSE);
}

static const char *
find_id (DzCodebook *codebook,
         const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    if (g_str_equal (own[i].id, name) || g_str_equal (own[i].name, name))
      return own[i].id;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GPtrArray *entries = dz_codebook_list (codebook, kinds[i]);

      for (guint k = 0; k < entries->len; k++)
        {
          const DzEntry *entry = g_ptr_array_index (entries, k);

          if (g_strcmp0 (entry->name, name) == 0 || g_strcmp0 (entry->id, name) == 0 ||
              (g_strcmp0 (entry->short_name, name) == 0 && kinds[i] != DZ_ENTRY_THEME))
            return entry->id;
        }
    }

  return NULL;
}

/**
 * dz_score_shows_read:
 * @names: (nullable): names or ids parted by 、 commas, semicolons or lines; a name may hold a 、 of its own
 * @unknown: (element-type utf8): what is neither is added
 *
 * Returns: (transfer full) (nullable): the ids; %NULL for none
 */
char *
dz_score_shows_read (DzCodebook *codebook,
                     const char *names,
                     GPtrArray  *unknown)
{
  static const char *const marks[] = { "，", "；", "、", ",", ";", "\n", "\t", " " };
  g_autoptr(GString) plain = g_string_new (names);
  g_autoptr(GString) ids = g_string_new (NULL);
  g_auto(GStrv) parts = NULL;
  guint n;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    g_string_replace (plain, marks[i], "\x1f", 0);
  parts = g_strsplit (plain->str, "\x1f", -1);
  n = g_strv_length (parts);
  for (guint i = 0; i < n; i++)
    {
      guint most = MIN (n - i, 3);
      const char *id = NULL;

      if (*g_strstrip (parts[i]) == '\0')
        continue;
      /* 执法行为、监督与协同 is one name */
      for (; id == NULL && most > 0; most--)
        {
          g_autofree char *more = g_strjoin ("、", parts[i], most > 1 ? parts[i + 1] : NULL, most > 2 ? parts[i + 2] : NULL, NULL);

          id = find_id (codebook, more);
        }
      i += most;
      if (id == NULL)
        g_ptr_array_add (unknown, g_strdup (parts[i]));
      else if (!dz_score_shows_has (ids->str, id))
        g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", id);
    }

  return ids->len > 0 ? g_strdup (ids->str) : NULL;
}

/**
 * dz_score_shows_has:
 * @shows: (nullable)
 *
 * Returns: whether @id is one of them
 */
gboolean
dz_score_shows_has (const char *shows,
                    const char *id)
{
  gsize len = id != NULL ? strlen (id) : 0;

  for (const char *at = len > 0 && shows != NULL ? strstr (shows, id) : NULL; at != NULL; at = strstr (at + 1, id))
    if ((at == shows || at[-1] == ' ') && (at[len] == '\0' || at[len] == ' '))
      return TRUE;

  return FALSE;
}

/* Themes of weaknesses go by "w:" and their id, for some are called as those of indicators. */
static gboolean
has_theme (const char    *shows,
           const DzEntry *entry,
           DzEntryKind    kind)
{
  g_autofree char *theme = kind == DZ_ENTRY_WEAKNESS && entry->theme != NULL ? g_strconcat ("w:", entry->theme, NULL)
                                                                            : g_strdup (entry->theme);

  return kind != DZ_ENTRY_CHECK && dz_score_shows_has (shows, theme);
}

/**
 * dz_score_shows_list:
 *
 * Returns: (transfer container) (element-type DzEntry): the entries of a kind that belong to it, by themselves or by their
 *   theme, in the order of the codebook
 */
GPtrArray *
dz_score_shows_list (DzCodebook  *codebook,
                     const char  *shows,
                     DzEntryKind  kind)
{
  GPtrArray *entries = dz_codebook_list (codebook, kind);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < entries->len; i++)
    {
      const DzEntry *entry = g_ptr_array_index (entries, i);

      if (dz_score_shows_has (shows, entry->id) || has_theme (shows, entry, kind))
        g_ptr_array_add (list, (gpointer) entry);
    }

  return list;
}

/* dz-grown-county.c - the sample county grown to any number of bodies
 *
 * Its reports are written out under other names, their counts changed, and read like anybody's: what the pages
 * get is what a reading gives. Every seventeenth body sends nothing. The same county each time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-grown-county.h"

#include "dz-load-review.h"

#include <glib/gstdio.h>
#include <string.h>

static const char *const first[] = { "青", "白", "云", "石", "柳", "松", "竹", "梅", "桃", "杏", "榆", "枫", "樟" };
static const char *const second[] = { "溪", "河", "湖", "塘", "渚", "洲", "岭", "岗", "坪", "坳", "埠", "湾" };

static void
ignore_problem (const DzSource *source,
                const GError   *error,
                gpointer        user_data)
{
}

/* A count of two digits and more is another one with every body; years, dates and rates stay. */
static gboolean
change_number (const GMatchInfo *match,
               GString          *result,
               gpointer          user_data)
{
  g_autofree char *word = g_match_info_fetch (match, 0);
  guint seed = *(guint *) user_data;
  gint64 value = g_ascii_strtoll (word, NULL, 10);

  if (strlen (word) == 4 && value >= 1990 && value <= 2035)
    g_string_append (result, word);
  else
    g_string_append_printf (result, "%" G_GINT64_FORMAT, MAX (10, value * (40 + (seed * 37 + (guint) value) % 170) / 100));

  return FALSE;
}

static char *
stem_of (const char *name)
{
  static const char *const endings[] = { "街道", "畲族乡", "镇", "乡" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (name, endings[i]))
      return g_strndup (name, strlen (name) - strlen (endings[i]));

  return g_strdup (name);
}

/* The report of @name as body @n would have written it. */
static void
write_report (const char *folder,
              DzReport   *report,
              const char *name,
              guint       n)
{
  g_autoptr(GRegex) regex = g_regex_new ("(?<![\\d.年月〔\\[])\\d{2,}(?![\\d.年月日号〕\\]%％])", 0, 0, NULL);
  g_autofree char *old = stem_of (name);
  g_autofree char *stem = g_strconcat (first[n % G_N_ELEMENTS (first)], second[n / G_N_ELEMENTS (first) % G_N_ELEMENTS (second)], NULL);
  g_autoptr(GString) text = g_string_new (dz_text_peek (report->text, NULL));
  g_autofree char *changed = NULL;
  g_autofree char *file = g_strdup_printf ("%d-%03u.txt", report->identity.year, n);
  g_autofree char *path = g_build_filename (folder, file, NULL);

  g_string_replace (text, old, stem, 0);
  changed = g_regex_replace_eval (regex, text->str, -1, 0, 0, change_number, &n, NULL);
  g_assert_true (g_file_set_contents (path, changed, -1, NULL));
}

static void
remove_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}

/**
 * dz_grown_county:
 * @codebook: (out) (transfer full): what it was read with
 *
 * Returns: (transfer full): @n_bodies bodies with reports of 2024, some with one of 2023
 */
DzReview *
dz_grown_county (guint        n_bodies,
                 DzCodebook **codebook)
{
  g_autofree char *samples = g_build_filename (g_getenv ("DZ_ROOT"), "data", "samples", NULL);
  g_autofree char *folder = g_dir_make_tmp ("duizhao-county-XXXXXX", NULL);
  const char *paths[] = { samples, NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(DzReview) sample = dz_load_review (paths, codebook, ignore_problem, NULL, NULL, &error);
  DzReview *grown;

  g_assert_no_error (error);
  for (guint i = 0; i < n_bodies; i++)
    {
      const DzBody *body = g_ptr_array_index (sample->bodies, i % sample->bodies->len);

      for (guint r = 0; r < sample->reports->len; r++)
        {
          DzReport *report = g_ptr_array_index (sample->reports, r);

          if (report->body_id == body->id && !(i % 17 == 16 && report->identity.year == 2024))
            write_report (folder, report, body->name, i);
        }
    }
  g_clear_pointer (codebook, dz_codebook_unref);
  paths[0] = folder;
  grown = dz_load_review (paths, codebook, ignore_problem, NULL, NULL, &error);
  g_assert_no_error (error);
  remove_folder (folder);

  return grown;
}

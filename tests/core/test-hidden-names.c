/* test-hidden-names.c - where names are hidden, no form of any name stands in any output
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-export.h"
#include "dz-grown-county.h"
#include "dz-hidden-names.h"
#include "dz-pages-check.h"

#include <glib/gstdio.h>

#define YEAR 2024

static void
test_forms (void)
{
  g_autoptr(DzReview) review = dz_review_new ();
  g_autoptr(DzReview) hidden = NULL;
  DzHiddenNames *names;
  DzBody *body = dz_body_new ("栖砚镇", "镇");
  static const char *const told[][2] = {
    { "栖砚镇报告", "甲单位报告" },       { "棲硯鎮報告", "甲单位報告" }, { "全县只有栖砚没有", "全县只有甲单位没有" },
    { "栖 砚 镇", "甲单位" },             { "栖砚\n镇里", "甲单位\n镇里" },   { "旧称砚台乡", "旧称甲单位" },
    { "万榆镇和栖砚镇", "乙单位和甲单位" }, { "榆树镇", "榆树镇" },
  };

  body->id = 1;
  body->position = 1;
  body->households = 4321;
  body->past = g_strdup ("2023年由砚台乡更名");
  g_ptr_array_add (review->bodies, body);
  body = dz_body_new ("万榆镇", "镇");
  body->id = 2;
  body->position = 2;
  g_ptr_array_add (review->bodies, body);
  hidden = dz_hidden_names_hide (review, &names);
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      g_autofree char *masked = dz_hidden_names_mask (names, told[i][0], FALSE);
      g_autofree char *quoted = dz_hidden_names_mask (names, told[i][0], TRUE);

      g_assert_cmpstr (masked, ==, told[i][1]);
      g_assert_true ((strstr (quoted, "＊＊") != NULL) == !g_str_equal (told[i][0], told[i][1]));
    }
  body = g_ptr_array_index (hidden->bodies, 0);
  g_assert_cmpuint (body->households, ==, 0);
  g_assert_cmpstr (body->kind, !=, "镇");
  dz_hidden_names_free (names);
}

/* What a file says, blanks left out: a PDF by pdftotext, a package by all its texts. */
static char *
read_all (const char *path)
{
  g_autofree char *text = NULL;

  if (g_str_has_suffix (path, ".pdf"))
    text = read_pdf (path, FALSE);
  else if (g_str_has_suffix (path, ".csv"))
    g_file_get_contents (path, &text, NULL, NULL);
  else
    {
      const char *arguments[] = { "unzip", "-p", path, "*.xml", "*.svg", "*.rels", NULL };

      g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &text, NULL,
                    NULL, NULL);
    }

  return text != NULL ? squeeze (text) : NULL;
}

/* The name without its ending, where that is a word of two characters. */
static char *
stem_of (const char *name)
{
  static const char *const endings[] = { "街道", "畲族乡", "镇", "乡" };

  for (guint e = 0; e < G_N_ELEMENTS (endings); e++)
    if (g_str_has_suffix (name, endings[e]))
      return g_strndup (name, strlen (name) - strlen (endings[e]));

  return g_strdup (name);
}

static void
test_outputs (void)
{
  static const char *const files[] = { "out.pdf", "out.docx", "out.xlsx", "out.csv" };
  g_autoptr(DzCodebook) codebook = NULL;
  g_autoptr(DzReview) review = dz_grown_county (12, &codebook);
  g_autoptr(DzBriefingOptions) options = dz_briefing_options_new (review, YEAR);
  g_autoptr(DzBriefing) briefing = NULL;
  g_autofree char *folder = g_dir_make_tmp ("duizhao-test-XXXXXX", NULL);
  guint n_read = 0;

  for (guint i = 0; i < options->parts->len; i++)
    ((DzBriefingPart *) g_ptr_array_index (options->parts, i))->ticked = TRUE;
  options->hide_names = TRUE;
  g_hash_table_insert (options->overrides, g_strdup ("summary/received/0"),
                       g_strconcat (((DzBody *) g_ptr_array_index (review->bodies, 0))->name, "最早报送。", NULL));
  briefing = dz_briefing_new (review, codebook, options);
  for (guint f = 0; f < G_N_ELEMENTS (files); f++)
    {
      g_autofree char *path = g_build_filename (folder, files[f], NULL);
      g_autofree char *text = NULL;
      g_autoptr(GError) error = NULL;

      switch (f)
        {
        case 0: dz_export_pdf (dz_briefing_get_document (briefing), path, NULL, NULL, NULL, &error); break;
        case 1: dz_export_docx (dz_briefing_get_document (briefing), path, NULL, &error); break;
        case 2: dz_export_xlsx (briefing, path, NULL, &error); break;
        default: dz_export_csv (briefing, DZ_TABLE_FIGURES, path, &error); break;
        }
      g_assert_no_error (error);
      text = read_all (path);
      g_unlink (path);
      n_read += text != NULL;
      for (guint i = 0; text != NULL && i < review->bodies->len; i++)
        {
          const DzBody *body = g_ptr_array_index (review->bodies, i);
          g_autofree char *stem = stem_of (body->name);

          if (strstr (text, stem) != NULL)
            g_error ("%s tells %s", files[f], body->name);
        }
      if (f < 3 && text != NULL)
        g_assert_nonnull (strstr (text, "甲单位"));
    }
  g_rmdir (folder);
  if (n_read == 1)
    g_test_skip ("neither pdftotext nor unzip is installed");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/hidden-names/every-form", test_forms);
  g_test_add_func ("/pages/hidden-names/every-output", test_outputs);

  return g_test_run ();
}

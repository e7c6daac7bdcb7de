/* test-figures.c - quantities become figures: by the codebook's own sentences and by file pairs
 *
 * A pair is tests/data/find/figures-NAME.txt and .expected: one figure a line, its indicator (or
 * -reason, or ?), value, bound and evidence. The year of all of them is 2024.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-figures.h"

#include <string.h>

static DzCodebook *codebook;
static DzFigures *finder;

static DzCodebook *
load_codebook (void)
{
  static const char *const names[] = { "indicators.xml", "phrases.xml" };
  DzCodebook *loaded = dz_codebook_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *path = g_build_filename (g_getenv ("DZ_ROOT"), "data", "codebook", names[i],
                                                NULL);
      g_autofree char *xml = NULL;

      g_file_get_contents (path, &xml, NULL, &error);
      g_assert_no_error (error);
      dz_codebook_add (loaded, xml, -1, names[i], &error);
      g_assert_no_error (error);
    }

  return loaded;
}

static DzReport *
read_text (const char *string)
{
  g_autoptr(DzText) text = dz_text_new_from_string (string);
  DzReport *report = dz_report_new (text, dz_source_new (""));
  g_autoptr(DzFold) fold = dz_fold_new (string, strlen (string));
  DzContext context = { 0 };

  context.report = report;
  context.codebook = codebook;
  context.fold = fold;
  context.folded = dz_fold_peek (fold, &context.folded_len);
  report->identity.year = 2024;
  dz_figures_find (finder, &context);

  return report;
}

static char *
describe (DzReport *report)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < report->figures->len; i++)
    {
      const DzFigure *figure = &g_array_index (report->figures, DzFigure, i);
      g_autofree char *span = dz_text_dup_span (report->text, figure->span);
      char value[G_ASCII_DTOSTR_BUF_SIZE];

      g_strdelimit (span, "\n", '/');
      g_string_append_printf (lines, "%s%s %s %s %s %s%s%s\n",
                              figure->indicator != NULL || figure->set_aside == NULL ? "" : "-",
                              figure->indicator != NULL   ? figure->indicator
                              : figure->set_aside != NULL ? figure->set_aside
                                                          : "?",
                              g_ascii_formatd (value, sizeof value, "%.10g", figure->value),
                              figure->unit != NULL && *figure->unit != '\0' ? figure->unit : "-",
                              dz_bound_to_string (figure->bound), span,
                              figure->scope != DZ_SCOPE_BODY ? " @" : "",
                              figure->scope != DZ_SCOPE_BODY ? dz_scope_to_string (figure->scope)
                                                             : "");
    }

  return g_string_free (lines, FALSE);
}

static void
test_codebook_sentences (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) complaints = dz_figures_check_codebook (codebook, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < complaints->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (complaints, i));
  g_assert_cmpuint (complaints->len, ==, 0);
}

static void
test_bad_rule_is_named (void)
{
  static const char *const bad[] = {
    "<indicators><indicator id='x'><cue>(纠纷</cue></indicator></indicators>",
    "<indicators><indicator id='x'><measure>@nothing</measure></indicator></indicators>",
    "<indicators><indicator id='x'><state>无</state></indicator></indicators>",
    "<indicators>\n<indicator id='x'>\n<cue within='far'>纠纷</cue></indicator></indicators>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(DzCodebook) own = dz_codebook_new ();
      g_autoptr(GError) error = NULL;

      dz_codebook_add (own, bad[i], -1, "own.xml", &error);
      g_assert_no_error (error);
      g_assert_null (dz_figures_new (own, &error));
      g_assert_nonnull (error);
      g_assert_true (g_str_has_prefix (error->message, "own.xml:"));
    }
}

static void
test_pair (gconstpointer data)
{
  const char *path = data;
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen ("txt"));
  g_autofree char *expected_path = g_strconcat (stem, "expected", NULL);
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;
  g_autoptr(DzReport) report = NULL;
  g_autoptr(GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  report = read_text (text);
  found = describe (report);
  if (g_getenv ("DZ_UPDATE") != NULL)
    g_file_set_contents (expected_path, found, -1, NULL);
  g_file_get_contents (expected_path, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_evidence_holds_number (void)
{
  g_autoptr(DzReport) report = read_text ("全年调处矛盾纠纷806件，调处成功率98%，涉及金额225.34万元。");

  g_assert_cmpuint (report->figures->len, ==, 3);
  for (guint i = 0; i < report->figures->len; i++)
    {
      const DzFigure *figure = &g_array_index (report->figures, DzFigure, i);

      g_assert_true (dz_span_contains (figure->span, figure->number));
      g_assert_nonnull (figure->ground.rule);
      g_assert_false (dz_span_is_empty (figure->ground.clause));
    }
}

static void
add_pairs (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("DZ_TESTS"), "data", "find", NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "figures-") && g_str_has_suffix (name, ".txt"))
      {
        g_autofree char *test = g_strconcat ("/find/figures/pair/", name, NULL);

        g_test_add_data_func_full (test, g_build_filename (folder, name, NULL), test_pair, g_free);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  codebook = load_codebook ();
  finder = dz_figures_new (codebook, &error);
  g_assert_no_error (error);
  g_test_add_func ("/find/figures/codebook-sentences", test_codebook_sentences);
  g_test_add_func ("/find/figures/bad-rule-is-named", test_bad_rule_is_named);
  g_test_add_func ("/find/figures/evidence-holds-number", test_evidence_holds_number);
  add_pairs ();
  result = g_test_run ();
  dz_figures_free (finder);
  dz_codebook_unref (codebook);

  return result;
}

/* test-briefing-options.c - what a person chose for the briefing is printed and remembered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-briefing.h"
#include "dz-made-review.h"

#include <string.h>

#define YEAR 2024

static void
test_edited_sentence (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 12, 12);
  g_autoptr(DzBriefingOptions) options = dz_briefing_options_new (review, YEAR);
  g_autoptr(DzBriefing) before = dz_briefing_new (review, codebook, options);
  g_autoptr(DzBriefing) after = NULL;
  g_autofree char *text = NULL;
  g_autofree char *kept = NULL;
  g_autoptr(DzBriefingOptions) again = NULL;
  const char *original = dz_briefing_get_sentence (before, "summary/received/0", TRUE);
  guint first, last;

  g_assert_nonnull (original);
  g_hash_table_insert (options->overrides, g_strdup ("summary/received/0"), g_strdup ("全部按时报送。"));
  after = dz_briefing_new (review, codebook, options);
  g_assert_true (dz_briefing_get_part_pages (after, "summary", &first, &last));
  text = dz_document_dup_page_text (dz_briefing_get_document (after), first);
  g_assert_nonnull (strstr (text, "全部按时报送。"));
  g_assert_null (strstr (text, original));
  g_assert_cmpstr (dz_briefing_get_sentence (after, "summary/received/0", TRUE), ==, original);
  g_assert_cmpstr (dz_briefing_get_sentence (after, "summary/received/0", FALSE), ==, "全部按时报送。");

  kept = dz_briefing_options_to_string (options);
  again = dz_briefing_options_new (review, YEAR);
  dz_briefing_options_parse (again, kept);
  g_assert_cmpstr (g_hash_table_lookup (again->overrides, "summary/received/0"), ==, "全部按时报送。");
}

static guint
find_place (DzBriefingOptions *options,
            const char        *id)
{
  guint n = 0;

  while (!g_str_equal (((DzBriefingPart *) g_ptr_array_index (options->parts, n))->id, id))
    n++;

  return n;
}

static void
test_remembered_contents (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 5, 5);
  g_autoptr(DzBriefingOptions) options = dz_briefing_options_new (review, YEAR);
  g_autoptr(DzBriefingOptions) again = dz_briefing_options_new (review, YEAR);
  g_autofree char *kept = NULL;
  g_autofree char *kept_again = NULL;

  dz_briefing_options_parse (options, "+sources -summary +bodies layout=landscape names=hidden unknown=1 +nothing");
  /* those that are listed stand in their order, on the places these parts have; all others stay */
  g_assert_cmpstr (((DzBriefingPart *) g_ptr_array_index (options->parts, 0))->id, ==, "cover");
  g_assert_cmpuint (find_place (options, "sources"), <, find_place (options, "summary"));
  g_assert_cmpuint (find_place (options, "summary"), <, find_place (options, "bodies"));
  g_assert_cmpuint (find_place (options, "sources"), ==, find_place (again, "summary"));
  g_assert_false (dz_briefing_options_find_part (options, "summary")->ticked);
  kept = dz_briefing_options_to_string (options);
  dz_briefing_options_parse (again, kept);
  kept_again = dz_briefing_options_to_string (again);
  g_assert_cmpstr (kept, ==, kept_again);
}

static gboolean
has_heading (DzBriefing *briefing,
             const char *name)
{
  DzDocument *document = dz_briefing_get_document (briefing);
  g_autofree char *heading = g_strdup_printf ("）%s", name);

  for (guint p = 0; p < dz_document_get_n_pages (document); p++)
    {
      g_autofree char *text = dz_document_dup_page_text (document, p);

      if (strstr (text, heading) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* A point that few name is taken in by hand and left out again; both are remembered. */
static void
test_points_by_hand (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 12, 12);
  g_autoptr(DzBriefingOptions) options = dz_briefing_options_new (review, YEAR);
  g_autoptr(DzBriefingOptions) again = dz_briefing_options_new (review, YEAR);
  const DzEntry *rare = dz_codebook_find (codebook, DZ_ENTRY_WEAKNESS, "admin_dispute_loss");
  g_autoptr(DzBriefing) before = NULL, after = NULL;
  g_autofree char *kept = NULL, *plain = NULL;

  dz_briefing_options_parse (options, "+weaknesses -single -bodies");
  plain = dz_briefing_options_to_string (options);
  before = dz_briefing_new (review, codebook, options);
  g_assert_false (has_heading (before, rare->name));
  dz_briefing_options_find_part (options, "weaknesses")->ticked = FALSE;
  dz_briefing_options_set_point (options, rare->id, TRUE, FALSE);
  /* the part it stands in comes with it */
  g_assert_true (dz_briefing_options_find_part (options, "weaknesses")->ticked);
  kept = dz_briefing_options_to_string (options);
  dz_briefing_options_parse (again, kept);
  after = dz_briefing_new (review, codebook, again);
  g_assert_true (has_heading (after, rare->name));
  g_assert_false (has_heading (before, rare->name));
  dz_briefing_options_set_point (again, rare->id, FALSE, FALSE);
  g_clear_pointer (&kept, g_free);
  kept = dz_briefing_options_to_string (again);
  g_assert_cmpstr (kept, ==, plain);

  /* one that would stand there by itself is left out, and that is remembered too */
  dz_briefing_options_set_point (options, rare->id, FALSE, TRUE);
  g_clear_pointer (&kept, g_free);
  kept = dz_briefing_options_to_string (options);
  dz_briefing_options_parse (again, kept);
  g_assert_false (dz_briefing_options_has_point (again, rare->id, TRUE));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/briefing-options/edited-sentences-are-printed-and-kept", test_edited_sentence);
  g_test_add_func ("/pages/briefing-options/contents-are-remembered", test_remembered_contents);
  g_test_add_func ("/pages/briefing-options/points-by-hand", test_points_by_hand);

  return g_test_run ();
}

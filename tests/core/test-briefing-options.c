/* test-briefing-options.c - what a person chose for the briefing is printed and remembered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-briefing.h"
#include "dz-made-review.h"
#include "dz-rewording.h"

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

static char *
word (DzReview          *review,
      DzCodebook        *codebook,
      DzBriefingOptions *options,
      const char        *key,
      guint             *n_unused)
{
  g_autoptr(DzBriefing) briefing = dz_briefing_new (review, codebook, options);

  *n_unused = dz_briefing_count_unused_words (briefing);

  return g_strdup (dz_briefing_get_sentence (briefing, key, FALSE));
}

/* What somebody wrote tells numbers of that year and scope: with others our own sentence stands, and it is counted. */
static void
test_words_for_other_data (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 5, 5);
  g_autoptr(DzBriefingOptions) options = dz_briefing_options_new (review, YEAR);
  g_autoptr(DzBriefing) before = dz_briefing_new (review, codebook, options);
  g_autofree char *original = g_strdup (dz_briefing_get_sentence (before, "summary/received/0", TRUE));
  g_autofree char *kept = NULL;
  g_autofree char *text = NULL;
  g_autofree char *other = NULL;
  g_autofree char *again = NULL;
  const gint64 body = ((const DzBody *) g_ptr_array_index (review->bodies, 0))->id;
  guint n_unused;

  dz_rewording_set (options->overrides, "summary/received/0", original, "5个单位全部按时报送。");
  kept = dz_briefing_options_to_string (options);
  g_hash_table_remove_all (options->overrides);
  dz_briefing_options_parse (options, kept);
  text = word (review, codebook, options, "summary/received/0", &n_unused);
  g_assert_cmpstr (text, ==, "5个单位全部按时报送。");
  g_assert_cmpuint (n_unused, ==, 0);

  /* one body alone */
  options->bodies = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (options->bodies, body);
  other = word (review, codebook, options, "summary/received/0", &n_unused);
  g_assert_cmpstr (other, !=, original);
  g_assert_null (strstr (other, "5个单位全部按时"));
  g_assert_cmpuint (n_unused, ==, 1);

  /* and all again; then ours, which forgets the words */
  g_clear_pointer (&options->bodies, g_array_unref);
  again = word (review, codebook, options, "summary/received/0", &n_unused);
  g_assert_cmpstr (again, ==, "5个单位全部按时报送。");
  dz_rewording_set (options->overrides, "summary/received/0", original, original);
  g_assert_cmpuint (g_hash_table_size (options->overrides), ==, 0);
}

static char *
mask_none (gpointer    unused,
           const char *words)
{
  return g_strdup (words);
}

static char *
mask_name (gpointer    unused,
           const char *words)
{
  g_autoptr(GString) masked = g_string_new (words);

  g_string_replace (masked, "万榆镇", "甲单位", 0);

  return g_strdup (masked->str);
}

/* Sources, tables and charts have other numbers when more is printed: in the words kept they follow. */
static void
test_words_follow_numbers (void)
{
  g_autoptr(GHashTable) overrides = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *moved = NULL;
  g_autofree char *hidden = NULL;
  g_autofree char *more = NULL;
  gboolean other;

  dz_rewording_set (overrides, "figures/0", "最多为万榆镇383件[5-12]，最少31件[14]（表2、图1）。",
                    "最少31件[14]；最多383件[5-12]，[99]另说（见表2、图1、图7）。");
  moved = dz_rewording_find (overrides, "figures/0", "最多为万榆镇383件[1-2]，最少31件[3]（表10、图11）。", mask_none, NULL, &other);
  g_assert_cmpstr (moved, ==, "最少31件[3]；最多383件[1-2]，[99]另说（见表10、图11、图7）。");
  g_assert_false (other);
  hidden = dz_rewording_find (overrides, "figures/0", "最多为甲单位383件[1-2]，最少31件[3]（表10、图11）。", mask_name, NULL, &other);
  g_assert_cmpstr (hidden, ==, moved);
  more = dz_rewording_find (overrides, "figures/0", "最多为万榆镇384件[1-2]，最少31件[3]（表10、图11）。", mask_none, NULL, &other);
  g_assert_null (more);
  g_assert_true (other);
  /* another sentence whose name begins alike */
  g_assert_null (dz_rewording_find (overrides, "figures", "最多", mask_none, NULL, &other));
  g_assert_false (other);
  dz_rewording_set (overrides, "figures/0", "最多为万榆镇383件[1]，最少31件[3]（表1、图1）。", NULL);
  g_assert_cmpuint (g_hash_table_size (overrides), ==, 0);
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
  g_test_add_func ("/pages/briefing-options/words-for-other-data", test_words_for_other_data);
  g_test_add_func ("/pages/briefing-options/words-follow-numbers", test_words_follow_numbers);
  g_test_add_func ("/pages/briefing-options/contents-are-remembered", test_remembered_contents);
  g_test_add_func ("/pages/briefing-options/points-by-hand", test_points_by_hand);

  return g_test_run ();
}

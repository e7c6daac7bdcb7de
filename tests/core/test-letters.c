/* test-letters.c - a letter says what was confirmed, to one body, of nobody else
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-export.h"
#include "dz-made-review.h"
#include "dz-pages-check.h"

#include <glib/gstdio.h>

#define YEAR 2024

static char *
letter_text (DzDocument *letter)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint p = 0; p < dz_document_get_n_pages (letter); p++)
    {
      g_autofree char *page = dz_document_dup_page_text (letter, p);

      g_string_append (text, page);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
has_letter (DzReview              *review,
            DzCodebook            *codebook,
            gint64                 body_id,
            const DzLetterOptions *options)
{
  g_autoptr(GArray) bodies = dz_letter_list_bodies (review, codebook, options);

  for (guint i = 0; i < bodies->len; i++)
    if (g_array_index (bodies, gint64, i) == body_id)
      return TRUE;

  return FALSE;
}

static void
test_only_confirmed (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 12, 12);
  DzLetterOptions options = { .year = YEAR, .date = "2025-02-28", .issuer = "望泽县委依法治县办", .reply_by = "2025-03-14" };
  g_autoptr(DzDocument) letter = dz_letter_new (review, codebook, 4, &options);
  g_autofree char *text = letter_text (letter);

  /* body 4 has a confirmed contradiction; the missing causes of body 3 are only suggested */
  g_assert_true (has_letter (review, codebook, 4, &options));
  g_assert_false (has_letter (review, codebook, 3, &options));
  g_assert_nonnull (strstr (text, "1. 数值矛盾。"));
  g_assert_nonnull (strstr (text, "两处数值不一致。"));
  g_assert_nonnull (strstr (text, "请于2025年3月14日前书面回复。"));
  g_assert_nonnull (strstr (text, "望泽县委依法治县办\n2025年2月28日"));
  g_assert_null (strstr (text, "缺问题原因"));
  check_geometry (letter);
  /* asked for, it is offered: the person reads it before it goes out */
  options.include_likely = TRUE;
  g_assert_true (has_letter (review, codebook, 3, &options));
}

static void
test_nobody_else (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 24, 24);
  DzLetterOptions options = { .year = YEAR };

  for (guint i = 0; i < review->bodies->len; i++)
    {
      const DzBody *body = g_ptr_array_index (review->bodies, i);
      g_autoptr(DzDocument) letter = dz_letter_new (review, codebook, body->id, &options);
      g_autofree char *text = letter_text (letter);

      g_assert_cmpuint (dz_document_get_folio (letter, 0), ==, 1);
      for (guint k = 0; k < review->bodies->len; k++)
        if (k != i)
          g_assert_null (strstr (text, ((DzBody *) g_ptr_array_index (review->bodies, k))->name));
    }
}

static void
test_no_deadline (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 4, 4);
  DzLetterOptions options = { .year = YEAR };
  g_autoptr(DzDocument) letter = dz_letter_new (review, codebook, 4, &options);
  g_autofree char *text = letter_text (letter);

  g_assert_null (strstr (text, "前书面回复"));
  g_assert_null (strstr (text, "年月日"));
}

static void
test_all_into_a_folder (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 12, 12);
  g_autofree char *top = g_dir_make_tmp ("duizhao-test-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (top, "反馈单", NULL);
  g_autoptr(GError) error = NULL;
  DzLetterOptions options = { .year = YEAR };
  g_autoptr(GArray) listed = NULL;
  guint due, found = 0;

  listed = dz_letter_list_bodies (review, codebook, &options);
  due = listed->len;
  g_assert_cmpuint (due, >, 0);
  for (guint as_docx = 0; as_docx < 2; as_docx++)
    {
      DzLetterOrder order = { .review = review, .codebook = codebook, .options = options,
                              .as_docx = as_docx != 0, .folder = folder };
      int n = dz_export_letters (&order, NULL, NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpint (n, ==, (int) due);
    }
  {
    g_autoptr(GDir) dir = g_dir_open (folder, 0, &error);
    const char *name;

    g_assert_no_error (error);
    while ((name = g_dir_read_name (dir)) != NULL)
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        g_assert_true (g_str_has_suffix (name, "反馈单.docx") || g_str_has_suffix (name, "反馈单.pdf"));
        g_unlink (path);
        found++;
      }
  }
  g_assert_cmpuint (found, ==, 2 * due);
  g_assert_cmpuint (due, >, 0);
  g_rmdir (folder);
  g_rmdir (top);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pages/letters/only-confirmed-findings", test_only_confirmed);
  g_test_add_func ("/pages/letters/nobody-else-is-named", test_nobody_else);
  g_test_add_func ("/pages/letters/no-deadline-no-sentence", test_no_deadline);
  g_test_add_func ("/pages/letters/all-into-a-folder", test_all_into_a_folder);

  return g_test_run ();
}

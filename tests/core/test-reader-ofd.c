/* test-reader-ofd.c - OFD to text: steps, templates, odd packages, scans
 *
 * The files of tests/data/read/ofd are zips written for these tests. The real
 * ones of ../shared/samples/ofd are read too where they are at hand. With files
 * as arguments it prints what is read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-read-pairs.h"

#include <locale.h>

static char *
data_path (const char *name)
{
  return g_build_filename (g_getenv ("DZ_TESTS"), "data", "read", "ofd", name, NULL);
}

static void
test_places (void)
{
  g_autofree char *path = data_path ("report.ofd");
  g_autoptr(DzSource) source = NULL;
  g_autoptr(DzText) text = dz_read_pairs_read (path, &source, NULL);
  const char *string = dz_text_peek (text, NULL);
  const DzPart *part;
  DzPlace place;

  g_assert_true (dz_text_locate (text, (gsize) (strstr (string, "96.5%") - string), &place));
  part = dz_text_get_part (text, place.part);
  g_assert_cmpuint (part->page, ==, 2);
  g_assert_cmpfloat_with_epsilon (part->x, 20 / 25.4 * 72, 0.1);
  g_assert_true (dz_text_locate (text, (gsize) (strstr (string, "数字待核") - string), &place));
  g_assert_cmpint (dz_text_get_part (text, place.part)->kind, ==, DZ_PART_NOTE);
  g_assert_cmpint (dz_text_get_part (text, 0)->kind, ==, DZ_PART_HEADING);
}

static void
test_scan (void)
{
  g_autofree char *path = data_path ("scan.ofd");
  g_autoptr(DzSource) source = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(DzText) text = dz_read_pairs_read (path, &source, &error);

  if (text == NULL)
    {
      g_assert_error (error, DZ_ERROR, DZ_ERROR_NEEDS_PROGRAM);
      g_test_skip ("tesseract or its Chinese is not installed");
      return;
    }
  g_assert_nonnull (strstr (dz_text_peek (text, NULL), "260次"));
  g_assert_cmpfloat (dz_text_get_part (text, 0)->confidence, <, 1);
}

static void
test_cuts (void)
{
  g_autofree char *path = data_path ("report.ofd");
  g_autofree char *other = data_path ("odd-package.ofd");

  dz_read_pairs_check_cuts (path, 40);
  dz_read_pairs_check_cuts (other, 40);
}

static const struct
{
  const char *name;
  const char *words; /* NULL: nothing a person could read */
} samples[] = {
  { "chinese-directory.ofd", "你好呀，OFD Reader&Writer！\n" },
  { "five-pages.ofd", NULL },
  { "helloworld.ofd", "你好呀，OFD Reader&Writer！\n" },
  { "invoice-like.ofd", "发票号码：12235358\n" },
  { "keywords.ofd", "贰佰圆整" },
  { "namespace-not-standard.ofd", "你好呀，OFD Reader&Writer！\n" },
  { "no-page-container.ofd", "伍拾柒圆整" },
  { "page-block.ofd", "你好呀，OFD Reader&Writer！\n" },
  { "several-keywords-in-textcode.ofd", "打发打发哈哈打发哈哈" },
  { "signed.ofd", "你好呀，OFD Reader&Writer！\n" },
  { "split-paragraph.ofd", "判*结KZ划区区D" },
  { "with-attachment.ofd", "这是一个带有附件的OFD文件\n" },
};

static void
test_samples (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *path = g_build_filename (g_getenv ("DZ_ROOT"), "..", "..", "shared",
                                                "samples", "ofd", samples[i].name, NULL);
      g_autofree char *near = g_build_filename (g_getenv ("DZ_ROOT"), "..", "shared", "samples",
                                                "ofd", samples[i].name, NULL);
      const char *found = g_file_test (near, G_FILE_TEST_EXISTS) ? near : path;
      g_autoptr(DzSource) source = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(DzText) text = NULL;

      if (!g_file_test (found, G_FILE_TEST_EXISTS))
        {
          g_test_skip ("../shared/samples/ofd is not here");
          return;
        }
      text = dz_read_pairs_read (found, &source, &error);
      if (samples[i].words == NULL)
        {
          g_assert_error (error, DZ_ERROR, DZ_ERROR_EMPTY);
          continue;
        }
      g_assert_no_error (error);
      if (strstr (dz_text_peek (text, NULL), samples[i].words) == NULL)
        g_error ("%s reads as:\n%s", samples[i].name, dz_text_peek (text, NULL));
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  if (dz_read_pairs_print (argc, argv))
    return 0;

  g_test_init (&argc, &argv, NULL);
  dz_read_pairs_add ("ofd", "scan");
  g_test_add_func ("/read/ofd/characters-have-places", test_places);
  g_test_add_func ("/read/ofd/scan-is-recognised", test_scan);
  g_test_add_func ("/read/ofd/cut-anywhere", test_cuts);
  g_test_add_func ("/read/ofd/real-files", test_samples);

  return g_test_run ();
}

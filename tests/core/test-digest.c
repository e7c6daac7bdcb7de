/* test-digest.c - what stands for bytes is the SHA-256 everybody else works out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-digest.h"

/* Examples of FIPS 180-4. */
static void
test_published_examples (void)
{
  g_autofree char *empty = dz_digest_dup_hex (NULL, 0);
  g_autofree char *three = dz_digest_dup_hex ("abc", 3);
  g_autofree char *two_blocks = dz_digest_dup_hex ("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 56);

  g_assert_cmpstr (empty, ==, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  g_assert_cmpstr (three, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  g_assert_cmpstr (two_blocks, ==, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

/* Reviews sealed by one program are looked at by another: of every length it is what GLib says. */
static void
test_as_glib (void)
{
  guint8 bytes[300];

  for (guint i = 0; i < sizeof bytes; i++)
    bytes[i] = (guint8) (i * 37 + (i >> 3));
  for (gsize len = 0; len <= sizeof bytes; len++)
    {
      g_autofree char *ours = dz_digest_dup_hex (bytes, len);
      g_autofree char *glib = g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes, len);

      g_assert_cmpstr (ours, ==, glib);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/digest/published-examples", test_published_examples);
  g_test_add_func ("/digest/as-glib", test_as_glib);

  return g_test_run ();
}

/* test-digest.c - SHA-256 is what GLib says it is, at every length and cut
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-digest.h"

static void
test_known (void)
{
  g_autofree char *nothing = dz_digest_of_bytes (NULL, 0);
  g_autofree char *abc = dz_digest_of_bytes ("abc", 3);

  g_assert_cmpstr (nothing, ==, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  g_assert_cmpstr (abc, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

static void
test_lengths (void)
{
  guint8 data[300];

  for (guint i = 0; i < sizeof data; i++)
    data[i] = (guint8) (i * 37 + 11);
  for (gsize len = 0; len <= sizeof data; len++)
    {
      g_autofree char *ours = dz_digest_of_bytes (data, len);
      g_autofree char *theirs = g_compute_checksum_for_data (G_CHECKSUM_SHA256, data, len);

      g_assert_cmpstr (ours, ==, theirs);
    }
}

static void
test_cuts (void)
{
  guint8 data[300] = { 1, 2, 3 };
  g_autofree char *whole = dz_digest_of_bytes (data, sizeof data);

  for (gsize cut = 0; cut <= sizeof data; cut++)
    {
      DzDigest digest;
      g_autofree char *hex = NULL;

      dz_digest_init (&digest);
      dz_digest_update (&digest, data, cut / 2);
      dz_digest_update (&digest, data + cut / 2, cut - cut / 2);
      dz_digest_update (&digest, data + cut, sizeof data - cut);
      hex = dz_digest_finish (&digest);
      g_assert_cmpstr (hex, ==, whole);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/digest/known", test_known);
  g_test_add_func ("/digest/lengths", test_lengths);
  g_test_add_func ("/digest/cuts", test_cuts);

  return g_test_run ();
}

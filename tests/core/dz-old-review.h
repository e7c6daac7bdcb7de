/* dz-old-review.h - a review as the first version of the program left it, with one report
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

static inline void
dz_old_review_unpack (const char *path)
{
  g_autofree char *packed_path = g_build_filename (g_getenv ("DZ_TESTS"), "data", "store",
                                                   "version-1.duizhao.gz", NULL);
  g_autoptr(GFile) packed = g_file_new_for_path (packed_path);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GZlibDecompressor) zip = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr(GFileInputStream) in = g_file_read (packed, NULL, NULL);
  g_autoptr(GInputStream) plain = g_converter_input_stream_new (G_INPUT_STREAM (in), G_CONVERTER (zip));
  g_autoptr(GFileOutputStream) out = g_file_create (file, 0, NULL, NULL);

  g_assert_cmpint (g_output_stream_splice (G_OUTPUT_STREAM (out), plain,
                                           G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, NULL), >, 0);
}

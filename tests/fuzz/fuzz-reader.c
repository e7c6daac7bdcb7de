/* fuzz-reader.c - one reader against bytes nobody meant
 *
 * Built once for each reader with DZ_FUZZ_READER as its name. With -Dfuzz=true
 * and clang it is a libFuzzer target; else a plain program that runs over the
 * files and folders given, as a test.
 *
 * For zipped formats input that is no zip is taken as the parts themselves, put
 * into a zip in memory: so the fuzzer changes XML, not compressed bytes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-fuzz.h"

#include "dz-reader.h"

#include <string.h>

#define BETWEEN "\n----part----\n"

static const struct
{
  const char *reader;
  const char *parts[5];
} packages[] = {
  { "docx", { "word/document.xml", "word/numbering.xml", "word/styles.xml", "word/footnotes.xml" } },
  { "odt", { "content.xml", "styles.xml", "meta.xml" } },
  { "ofd", { "OFD.xml", "Doc_0/Document.xml", "Doc_0/Pages/Page_0/Content.xml", "Doc_0/PublicRes.xml" } },
};

static void
append_member (GByteArray   *zip,
               const char   *name,
               const guint8 *data,
               gsize         len)
{
  guint8 header[30] = { 'P', 'K', 3, 4, 20 };

  for (guint i = 0; i < 4; i++)
    header[18 + i] = header[22 + i] = (guint8) (len >> (8 * i));
  header[26] = (guint8) strlen (name);
  g_byte_array_append (zip, header, sizeof header);
  g_byte_array_append (zip, (const guint8 *) name, (guint) strlen (name));
  g_byte_array_append (zip, data, (guint) len);
}

/* A zip without directory: stored members, sums not given. */
static GBytes *
pack (const char *const *parts,
      const guint8      *data,
      gsize              len)
{
  GByteArray *zip = g_byte_array_new ();
  const char *p = (const char *) data;
  const char *end = p + len;

  for (guint i = 0; parts[i] != NULL && p != NULL; i++)
    {
      const char *stop = g_strstr_len (p, end - p, BETWEEN);

      append_member (zip, parts[i], (const guint8 *) p, (gsize) ((stop != NULL ? stop : end) - p));
      p = stop != NULL ? stop + strlen (BETWEEN) : NULL;
    }

  return g_byte_array_free_to_bytes (zip);
}

void
dz_fuzz_one (const guint8 *data,
             gsize         len)
{
  static const DzReader *reader;
  g_autoptr(DzSource) source = dz_source_new ("fuzz");
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(DzText) text = NULL;

  if (reader == NULL)
    {
      /* No other program: character recognition of noise takes seconds. */
      g_setenv ("PATH", "/nonexistent", TRUE);
      reader = dz_reader_by_name (DZ_FUZZ_READER);
    }
  for (guint i = 0; i < G_N_ELEMENTS (packages) && bytes == NULL; i++)
    if (g_str_equal (packages[i].reader, DZ_FUZZ_READER) && (len < 2 || memcmp (data, "PK", 2) != 0))
      bytes = pack (packages[i].parts, data, len);
  if (bytes == NULL)
    bytes = g_bytes_new (data, len);
  dz_reader_pick (bytes, NULL);
  text = reader->read (bytes, source, NULL, &error);
  g_assert_true ((text == NULL) == (error != NULL));
  if (text != NULL)
    {
      g_assert_true (g_utf8_validate (dz_text_peek (text, NULL), (gssize) dz_text_get_length (text), NULL));
      g_assert_cmpuint (strlen (dz_text_peek (text, NULL)), ==, dz_text_get_length (text));
    }
}

/* test-codebook.c - what is mistyped in a codebook is refused, with its file and line
 *
 * Each element and each attribute of every codebook file is mistyped in turn.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-codebook.h"
#include "dz-theme-look.h"

#include <string.h>

static char *schema;

static char *
read_file (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("DZ_ROOT"), "data", "codebook", name, NULL);
  char *contents;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));

  return contents;
}

static DzCodebook *
load (const char *name,
      const char *xml,
      GError    **error)
{
  g_autoptr(DzCodebook) codebook = dz_codebook_new ();

  g_assert_true (dz_codebook_set_schema (codebook, schema, -1, NULL));

  return dz_codebook_add (codebook, xml, -1, name, error) ? g_steal_pointer (&codebook) : NULL;
}

static void
expect_refusal (const char *name,
                const char *xml,
                guint       line,
                const char *what)
{
  g_autofree char *place = g_strdup_printf ("%s:%u: ", name, line);
  g_autoptr(GError) error = NULL;
  g_autoptr(DzCodebook) codebook = load (name, xml, &error);

  g_test_message ("%s, %s: %s", place, what, error != NULL ? error->message : "taken");
  g_assert_null (codebook);
  g_assert_true (g_str_has_prefix (error->message, place));
}

static guint
line_at (const char *xml,
         gsize       at)
{
  guint line = 1;

  for (gsize i = 0; i < at; i++)
    line += xml[i] == '\n';

  return line;
}

/* @xml with an x in the name that ends at @end, and in its end tag after @from if there is one. */
static char *
mistype (const char *xml,
         gsize       end,
         gsize       from,
         const char *element)
{
  GString *copy = g_string_new (xml);

  if (element != NULL)
    {
      g_autofree char *tag = g_strdup_printf ("</%s>", element);
      const char *close = strstr (xml + from, tag);

      g_string_insert_c (copy, close - xml + (gssize) strlen (tag) - 1, 'x');
    }
  g_string_insert_c (copy, (gssize) end, 'x');

  return g_string_free (copy, FALSE);
}

static void
mistype_each (const char *name,
              const char *xml)
{
  g_autoptr(GRegex) tags = g_regex_new ("<([a-z-]+)((?:\\s+[a-z-]+=\"[^\"]*\")*)\\s*(/?)>", 0, 0, NULL);
  g_autoptr(GRegex) attributes = g_regex_new ("\\s([a-z-]+)=\"", 0, 0, NULL);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GMatchInfo) tag = NULL;

  for (g_regex_match (tags, xml, 0, &tag); g_match_info_matches (tag); g_match_info_next (tag, NULL))
    {
      g_autofree char *element = g_match_info_fetch (tag, 1);
      g_autofree char *words = g_match_info_fetch (tag, 2);
      g_autofree char *alone = g_match_info_fetch (tag, 3);
      g_autoptr(GMatchInfo) attribute = NULL;
      int start, end, first, to;

      g_match_info_fetch_pos (tag, 1, &start, &end);
      g_match_info_fetch_pos (tag, 2, &first, NULL);
      if (g_hash_table_add (seen, g_strdup (element)))
        {
          g_autofree char *wrong = mistype (xml, (gsize) end, (gsize) first, *alone == '\0' ? element : NULL);

          expect_refusal (name, wrong, line_at (xml, (gsize) start), element);
        }
      for (g_regex_match (attributes, words, 0, &attribute); g_match_info_matches (attribute);
           g_match_info_next (attribute, NULL))
        {
          g_autofree char *word = g_match_info_fetch (attribute, 1);
          char *key = g_strconcat (element, "@", word, NULL);
          g_autofree char *wrong = NULL;

          if (g_str_equal (word, "xmlns") || !g_hash_table_add (seen, key))
            continue;
          g_match_info_fetch_pos (attribute, 1, NULL, &to);
          wrong = mistype (xml, (gsize) (first + to), 0, NULL);
          expect_refusal (name, wrong, line_at (xml, (gsize) start), key);
        }
    }
  g_assert_cmpuint (g_hash_table_size (seen), >, 4);
}

static const char *const files[] = { "indicators.xml", "weaknesses.xml", "causes.xml", "checks.xml",
                                     "sections.xml", "phrases.xml", "dated.xml", "gallery.xml" };

static void
test_mistyped (gconstpointer data)
{
  const char *name = data;
  g_autofree char *xml = read_file (name);
  g_autoptr(GError) error = NULL;
  g_autoptr(DzCodebook) codebook = load (name, xml, &error);

  g_assert_no_error (error);
  mistype_each (name, xml);
}

/* Words that decide, and colours. */
static void
test_mistyped_words (void)
{
  static const char *const wrong[] = {
    "<indicators xmlns='urn:duizhao:codebook'><indicator id='a'>\n<cue within='claus'>a</cue></indicator></indicators>",
    "<indicators xmlns='urn:duizhao:codebook'><indicator id='a'>\n<cue weight='much'>a</cue></indicator></indicators>",
    "<indicators xmlns='urn:duizhao:codebook'><indicator id='a'>\n<cue where='befor'>a</cue></indicator></indicators>",
    "<weaknesses xmlns='urn:duizhao:codebook'><weakness id='a'>\n<answer grade='dirct'>a</answer></weakness></weaknesses>",
    "<weaknesses xmlns='urn:duizhao:codebook'><theme id='a'>\n<look solid='red' label='#000000' tint='#000000' "
    "dark-solid='#000000' dark-label='#000000' dark-tint='#000000' pattern='dots'/></theme></weaknesses>",
    "<phrases xmlns='urn:duizhao:codebook'>\n<set-aside reason='plan' reach='claus'>a</set-aside></phrases>",
    "<dated xmlns='urn:duizhao:codebook'><law id='a'>\n<version adopted='2021-13-22' since='2021-07-15' how='修订'/></law></dated>",
    "<dated xmlns='urn:duizhao:codebook'><document id='a'>\n<edition from='21' to='2025'/></document></dated>",
    "<dated xmlns='urn:duizhao:codebook'><congress id='a'>\n<plenum number='四' on='2025-10-20'/></congress></dated>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    expect_refusal ("county.xml", wrong[i], 2, "word");
}

/* The palette is in the codebook whole: no theme is grey, no two look alike, on screen or on paper. */
static void
test_palette (void)
{
  g_autofree char *xml = read_file ("weaknesses.xml");
  g_autoptr(DzCodebook) codebook = load ("weaknesses.xml", xml, NULL);
  GPtrArray *themes = dz_codebook_list (codebook, DZ_ENTRY_THEME);

  g_assert_cmpuint (themes->len, >, 1);
  for (guint i = 0; i < themes->len; i++)
    {
      DzThemeLook look, other;

      dz_theme_look_init (&look, g_ptr_array_index (themes, i));
      dz_theme_look_init (&other, NULL);
      g_assert_cmpuint (look.light.solid, !=, other.light.solid);
      for (guint k = 0; k < i; k++)
        {
          dz_theme_look_init (&other, g_ptr_array_index (themes, k));
          g_assert_cmpuint (look.light.solid, !=, other.light.solid);
          g_assert_cmpuint (look.light.tint, !=, other.light.tint);
          g_assert_cmpuint (look.dark.solid, !=, other.dark.solid);
          g_assert_cmpuint (look.dark.tint, !=, other.dark.tint);
          g_assert_cmpint (look.hatching, !=, other.hatching);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  schema = read_file ("codebook.rng");

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_strconcat ("/base/codebook/mistyped/", files[i], NULL);

      g_test_add_data_func (path, files[i], test_mistyped);
    }
  g_test_add_func ("/base/codebook/mistyped/words", test_mistyped_words);
  g_test_add_func ("/base/codebook/palette", test_palette);

  status = g_test_run ();
  g_free (schema);

  return status;
}

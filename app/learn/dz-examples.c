/* dz-examples.c - labelled sentences, to learn from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-examples.h"

#include "dz-fold.h"
#include "dz-grams.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define ASIDE 5 /* every fifth line is kept aside where a reader is tried */

static void
free_example (gpointer data)
{
  DzExample *example = data;

  g_free (example->text);
  g_ptr_array_unref (example->codes);
  g_ptr_array_unref (example->either);
  g_array_unref (example->grams);
  g_free (example);
}

DzExamples *
dz_examples_new (DzCodebook *codebook)
{
  DzExamples *self = g_new0 (DzExamples, 1);

  self->vocabulary = dz_vocabulary_new ();
  self->classes = dz_word_classes_new (codebook);
  self->examples = g_ptr_array_new_with_free_func (free_example);
  self->codes = g_ptr_array_new ();

  return self;
}

void
dz_examples_free (DzExamples *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->vocabulary, dz_vocabulary_free);
  g_clear_pointer (&self->classes, dz_word_classes_free);
  g_clear_pointer (&self->examples, g_ptr_array_unref);
  g_clear_pointer (&self->codes, g_ptr_array_unref);
  g_free (self);
}

gboolean
dz_example_has (GPtrArray  *codes,
                const char *code)
{
  return g_ptr_array_find (codes, code, NULL);
}

static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static DzExample *
add_example (DzExamples *self,
             const char *text)
{
  g_autofree char *folded = dz_fold_string (text);
  g_autoptr(GArray) grams = dz_grams_new (folded, (DzSpan){ 0, strlen (folded) });
  DzExample *example = g_new0 (DzExample, 1);

  example->text = g_strdup (text);
  example->codes = g_ptr_array_new ();
  example->either = g_ptr_array_new ();
  example->grams = g_array_new (FALSE, FALSE, sizeof (guint));
  example->weight = dz_grams_weight (grams->len);
  dz_word_classes_add (self->classes, folded, (DzSpan){ 0, strlen (folded) }, grams);
  g_array_sort (grams, dz_gram_compare);
  for (guint i = 0; i < grams->len; i++)
    {
      DzGram gram = g_array_index (grams, DzGram, i);
      g_autofree char *word = dz_word_classes_are_gram (gram) ? dz_word_classes_dup_word (self->classes, gram)
                                                              : dz_gram_dup_word (gram);
      guint id = dz_vocabulary_add (self->vocabulary, word);

      g_array_append_val (example->grams, id);
    }
  g_ptr_array_add (self->examples, example);

  return example;
}

static void
add_code (DzExamples *self,
          GPtrArray  *to,
          const char *code)
{
  const char *own = g_intern_string (code);

  g_ptr_array_add (to, (gpointer) own);
  if (!dz_example_has (self->codes, own))
    {
      g_ptr_array_add (self->codes, (gpointer) own);
      g_ptr_array_sort (self->codes, compare_codes);
    }
}

static void
add_members (DzExamples *self,
             GPtrArray  *to,
             JsonObject *object,
             const char *member)
{
  JsonArray *codes = json_object_has_member (object, member)
                       ? json_object_get_array_member (object, member)
                       : NULL;

  for (guint i = 0; codes != NULL && i < json_array_get_length (codes); i++)
    add_code (self, to, json_array_get_string_element (codes, i));
}

static gboolean
is_left_out (guint line,
             int   without)
{
  return without >= 0 && (line % ASIDE == 0 || (int) (line % ASIDE) == without);
}

/* What was labelled before these codes were there says nothing about them. */
static void
add_newer (DzExamples *self,
           DzExample  *example,
           JsonObject *object)
{
  static const char *const newer[] = { "business_environment_weak", "legal_service_uneven",
                                       "rectification_incomplete", "village_rules_weak" };

  if (json_object_get_int_member_with_default (object, "codebook", 2) >= 2)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (newer); i++)
    add_code (self, example->either, newer[i]);
}

/**
 * dz_examples_read_lines:
 * @path: one JSON object a line
 * @member: its codes: "codes", or "causes" of the lines that stand under a heading of causes; those that count neither way are under "accept_" and that
 * @without: leave out every fifth line, and those whose number by five leaves this; below 0: none
 *
 * Returns: %FALSE with @error where a line cannot be read
 */
gboolean
dz_examples_read_lines (DzExamples  *self,
                        const char  *path,
                        const char  *member,
                        int          without,
                        GError     **error)
{
  gboolean blames = g_str_equal (member, "causes");
  g_autofree char *accepted = g_strconcat ("accept_", member, NULL);
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, error))
    return FALSE;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr(JsonParser) parser = json_parser_new ();
      JsonObject *object;
      DzExample *example;

      if (lines[i][0] == '\0' || is_left_out (i + 1, without))
        continue;
      if (!json_parser_load_from_data (parser, lines[i], -1, error))
        {
          g_prefix_error (error, "%s:%u: ", path, i + 1);
          return FALSE;
        }
      object = json_node_get_object (json_parser_get_root (parser));
      /* what is blamed is told in the words of what is lacking: each is learnt from its own */
      if (g_str_equal (json_object_get_string_member_with_default (object, "where", ""), "causes") != blames)
        continue;
      example = add_example (self, json_object_get_string_member (object, "text"));
      add_members (self, example->codes, object, member);
      add_members (self, example->either, object, accepted);
      if (!blames)
        add_newer (self, example, object);
      example->tried = json_object_has_member (object, "style"); /* it is a point */
    }

  return TRUE;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * dz_examples_read_folder:
 * @prefix: of the names of the files to read, "points": all NAME.jsonl that begin so, by name
 *
 * Reads them with dz_examples_read_lines().
 */
gboolean
dz_examples_read_folder (DzExamples  *self,
                         const char  *folder,
                         const char  *prefix,
                         const char  *member,
                         int          without,
                         GError     **error)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, error);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (dir == NULL)
    return FALSE;
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix) && g_str_has_suffix (name, ".jsonl"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);

      if (!dz_examples_read_lines (self, path, member, without, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * dz_examples_read_table:
 * @path: a code, or several parted by |, or - for none; a tab; a text. Lines beginning with # or
 *   with a code that must not be found, -CODE, are left out
 * @tried: whether the reader is tried on these, too
 */
gboolean
dz_examples_read_table (DzExamples  *self,
                        const char  *path,
                        gboolean     tried,
                        GError     **error)
{
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, error))
    return FALSE;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *tab = strchr (lines[i], '\t');
      gboolean none = g_str_has_prefix (lines[i], "-\t");
      g_autofree char *label = tab != NULL ? g_strndup (lines[i], (gsize) (tab - lines[i])) : NULL;
      g_auto(GStrv) codes = NULL;
      DzExample *example;

      if (tab == NULL || lines[i][0] == '#' || (lines[i][0] == '-' && !none))
        continue;
      example = add_example (self, tab + 1);
      example->tried = tried;
      codes = g_strsplit (label, "|", -1);
      for (guint k = 0; !none && codes[k] != NULL; k++)
        add_code (self, example->codes, codes[k]);
    }

  return TRUE;
}

/* test-office-order.c - the elements of office files stand in the order the standard gives them
 *
 * Word opens no document whose properties stand in another order, or repairs it. What the schemas of ISO/IEC 29500
 * ask is in data/office/orders.txt as far as our files use it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-export.h"
#include "dz-made-review.h"

#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <string.h>

#define YEAR 2024

/* One place in an element's order: one name, or any of several. */
typedef struct
{
  GStrv names;
  gboolean any;
} Place;

typedef struct
{
  GHashTable *orders;   /* element -> GPtrArray of Place */
  GHashTable *required; /* element, or parent/element -> GStrv of attributes */
} Rules;

static void
free_place (gpointer data)
{
  Place *place = data;

  g_strfreev (place->names);
  g_free (place);
}

static void
add_place (GPtrArray  *order,
           const char *names,
           gboolean    any)
{
  Place *place = g_new0 (Place, 1);

  place->names = g_strsplit (names, " ", -1);
  place->any = any;
  g_ptr_array_add (order, place);
}

static GPtrArray *
read_order (const char *words)
{
  GPtrArray *order = g_ptr_array_new_with_free_func (free_place);

  while (*words != '\0')
    {
      gboolean any = *words == '(';
      gsize n = strcspn (words + any, any ? ")" : " ");
      g_autofree char *names = g_strndup (words + any, n);

      add_place (order, names, any);
      words += any + n + any;
      words += strspn (words, " ");
    }

  return order;
}

static Rules *
read_rules (void)
{
  Rules *rules = g_new0 (Rules, 1);
  g_autofree char *path = g_build_filename (g_getenv ("DZ_TESTS"), "data", "office", "orders.txt", NULL);
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  rules->orders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  rules->required = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *order = strstr (lines[i], ": "), *attributes = strstr (lines[i], " @ ");

      if (lines[i][0] == '#')
        continue;
      if (attributes != NULL)
        g_hash_table_insert (rules->required, g_strndup (lines[i], attributes - lines[i]), g_strsplit (attributes + 3, " ", -1));
      else if (order != NULL)
        g_hash_table_insert (rules->orders, g_strndup (lines[i], order - lines[i]), read_order (order + 2));
    }

  return rules;
}

static void
free_rules (Rules *rules)
{
  g_hash_table_unref (rules->orders);
  g_hash_table_unref (rules->required);
  g_free (rules);
}

static char *
name_of (xmlNode *node)
{
  const xmlChar *prefix = node->ns != NULL ? node->ns->prefix : NULL;

  return prefix != NULL ? g_strdup_printf ("%s:%s", prefix, node->name) : g_strdup ((const char *) node->name);
}

/* Where @name may stand from place @from on; one that stands once is behind us when it was there. */
static guint
find_place (GPtrArray  *order,
            guint       from,
            const char *name)
{
  for (guint i = from; i < order->len; i++)
    if (g_strv_contains ((const char *const *) ((Place *) g_ptr_array_index (order, i))->names, name))
      return i;

  return order->len;
}

static void
check_children (const Rules *rules,
                xmlNode     *node,
                const char  *name,
                GString     *faults)
{
  GPtrArray *order = g_hash_table_lookup (rules->orders, name);
  guint at = 0;

  for (xmlNode *child = node->children; order != NULL && child != NULL; child = child->next)
    {
      g_autofree char *below = child->type == XML_ELEMENT_NODE ? name_of (child) : NULL;
      guint place = below != NULL ? find_place (order, at, below) : at;

      if (below == NULL)
        continue;
      if (place == order->len)
        g_string_append_printf (faults, "%s in %s\n", below, name);
      else
        at = place + !((Place *) g_ptr_array_index (order, place))->any;
    }
}

static void
check_attributes (const Rules *rules,
                  xmlNode     *node,
                  const char  *name,
                  GString     *faults)
{
  g_autofree char *parent = node->parent->type == XML_ELEMENT_NODE ? name_of (node->parent) : NULL;
  g_autofree char *path = g_strdup_printf ("%s/%s", parent, name);
  GStrv required = g_hash_table_lookup (rules->required, path);

  required = required != NULL ? required : g_hash_table_lookup (rules->required, name);
  for (guint i = 0; required != NULL && required[i] != NULL; i++)
    {
      const char *colon = strchr (required[i], ':');
      g_autofree xmlChar *value = xmlGetProp (node, (const xmlChar *) (colon != NULL ? colon + 1 : required[i]));

      if (value == NULL || *value == '\0')
        g_string_append_printf (faults, "%s lacks %s\n", name, required[i]);
    }
}

static void
check_element (const Rules *rules,
               xmlNode     *node,
               GString     *faults)
{
  g_autofree char *name = name_of (node);

  check_children (rules, node, name, faults);
  check_attributes (rules, node, name, faults);
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      check_element (rules, child, faults);
}

/* Returns: (transfer full): what is against the standard in @xml, a line each */
static char *
list_faults (const Rules *rules,
             const char  *xml)
{
  GString *faults = g_string_new (NULL);
  xmlDoc *document = xmlReadMemory (xml, (int) strlen (xml), "part.xml", NULL, XML_PARSE_NONET | XML_PARSE_HUGE);

  g_assert_nonnull (document);
  check_element (rules, xmlDocGetRootElement (document), faults);
  xmlFreeDoc (document);

  return g_string_free (faults, FALSE);
}

/* NULL where unzip is not installed. @member: "-Z1" of all lists their names */
static char *
unzip (const char *option,
       const char *path,
       const char *member)
{
  g_autofree char *program = g_find_program_in_path ("unzip");
  const char *arguments[] = { program, option, path, member, NULL };
  char *out = NULL;

  if (program == NULL)
    return NULL;
  g_assert_true (g_spawn_sync (NULL, (char **) arguments, NULL, 0, NULL, NULL, &out, NULL, NULL, NULL));

  return out;
}

static void
check_file (const char *path)
{
  Rules *rules = read_rules ();
  g_autofree char *names = unzip ("-Z1", path, NULL);
  g_auto(GStrv) members = NULL;

  if (names == NULL)
    g_test_skip ("unzip is not installed");
  members = g_strsplit (names != NULL ? names : "", "\n", -1);
  for (guint i = 0; members[i] != NULL; i++)
    {
      g_autofree char *xml = NULL;
      g_autofree char *faults = NULL;

      if (!g_str_has_suffix (members[i], ".xml") || members[i][0] == '[')
        continue;
      xml = unzip ("-p", path, members[i]);
      faults = list_faults (rules, xml);
      if (*faults != '\0')
        g_test_message ("%s", members[i]);
      g_assert_cmpstr (faults, ==, "");
    }
  free_rules (rules);
}

typedef struct
{
  const char *name;
  const char *template; /* NULL: a letter; "all": every part */
  const char *words;
  const char *file;
} Case;

static void
write_letter (DzReview   *review,
              DzCodebook *codebook,
              const char *path)
{
  DzLetterOptions options = { .year = YEAR, .date = "2025-03-01", .number = "望法〔2025〕1号" };
  g_autoptr(DzDocument) letter = dz_letter_new (review, codebook, 4, &options);
  g_autoptr(GError) error = NULL;

  dz_export_docx (letter, path, NULL, &error);
  g_assert_no_error (error);
}

static void
write_briefing (DzReview   *review,
                DzCodebook *codebook,
                const Case *made,
                const char *path)
{
  g_autoptr(DzBriefingOptions) options = dz_briefing_options_new (review, YEAR);
  g_autoptr(DzBriefing) briefing = NULL;
  g_autoptr(GError) error = NULL;

  if (!dz_briefing_options_take_template (options, made->template))
    for (guint i = 0; i < options->parts->len; i++)
      ((DzBriefingPart *) g_ptr_array_index (options->parts, i))->ticked = TRUE;
  dz_briefing_options_parse (options, made->words);
  briefing = dz_briefing_new (review, codebook, options);
  if (g_str_has_suffix (path, ".xlsx"))
    dz_export_xlsx (briefing, path, NULL, &error);
  else
    dz_export_docx (dz_briefing_get_document (briefing), path, NULL, &error);
  g_assert_no_error (error);
}

static void
test_file (gconstpointer data)
{
  const Case *made = data;
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 12, 11);
  g_autofree char *folder = g_dir_make_tmp ("duizhao-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, made->file, NULL);

  if (made->template == NULL)
    write_letter (review, codebook, path);
  else
    write_briefing (review, codebook, made, path);
  check_file (path);
  g_unlink (path);
  g_rmdir (folder);
}

/* The order in which a style of ours once had its properties. */
static void
test_sees_faults (void)
{
  Rules *rules = read_rules ();
  g_autofree char *order = list_faults (rules, "<w:pPr xmlns:w='w'><w:snapToGrid/><w:autoSpaceDE/></w:pPr>");
  g_autofree char *twice = list_faults (rules, "<w:pPr xmlns:w='w'><w:jc/><w:jc/></w:pPr>");
  g_autofree char *lacks = list_faults (rules, "<w:tabs xmlns:w='w'><w:tab w:val='right'/></w:tabs>");
  g_autofree char *right = list_faults (rules, "<w:pPr xmlns:w='w'><w:autoSpaceDE/><w:snapToGrid/></w:pPr>");

  g_assert_cmpstr (order, ==, "w:autoSpaceDE in w:pPr\n");
  g_assert_cmpstr (twice, ==, "w:jc in w:pPr\n");
  g_assert_cmpstr (lacks, ==, "w:tab lacks w:pos\n");
  g_assert_cmpstr (right, ==, "");
  free_rules (rules);
}

int
main (int   argc,
      char *argv[])
{
  static const Case cases[] = {
    { "briefing", "all", "", "out.docx" },
    { "landscape", "annex", "layout=landscape", "out.docx" },
    { "foldout", "annex", "layout=foldout", "out.docx" },
    { "sheets", "sheets", "", "out.docx" },
    { "circular", "circular", "number=1 names=hidden", "out.docx" },
    { "letter", NULL, NULL, "out.docx" },
    { "workbook", "all", "", "out.xlsx" },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/pages/office-order/%s", cases[i].name);

      g_test_add_data_func (name, &cases[i], test_file);
    }
  g_test_add_func ("/pages/office-order/sees-faults", test_sees_faults);

  return g_test_run ();
}

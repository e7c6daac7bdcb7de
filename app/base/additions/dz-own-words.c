/* dz-own-words.c - the county's own codes, indicators and cues, as a form edits them
 *
 * The additions are XML and may hold more than a form shows: conditions of
 * cues, test sentences, causes. What is not shown is left as it stands; a cue
 * whose words did not change keeps its conditions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-own-words.h"

#include "dz-error.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

#define NAMESPACE "urn:duizhao:codebook"
#define OWN_ID "own_"

/**
 * dz_own_words_new:
 *
 * Returns: (transfer full): nothing but what it is; free with dz_own_words_free()
 */
DzOwnWords *
dz_own_words_new (gboolean    weakness,
                  const char *id)
{
  DzOwnWords *self = g_new0 (DzOwnWords, 1);

  self->weakness = weakness;
  self->id = g_strdup (id);
  self->cues = g_ptr_array_new_with_free_func (g_free);
  self->nots = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
dz_own_words_free (DzOwnWords *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->name);
  g_free (self->theme);
  g_free (self->kind);
  g_free (self->unit);
  g_ptr_array_unref (self->cues);
  g_ptr_array_unref (self->nots);
  g_free (self);
}

static void
free_doc (xmlDoc *doc)
{
  if (doc != NULL)
    xmlFreeDoc (doc);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, free_doc)

static gboolean
is_blank (const char *xml)
{
  while (xml != NULL && g_ascii_isspace (*xml))
    xml++;

  return xml == NULL || *xml == '\0';
}

/* Nothing is fetched, no entity of outside is opened; what is wrong is told, not written to the terminal. */
static xmlDoc *
parse (const char  *xml,
       GError     **error)
{
  xmlDoc *doc;

  if (is_blank (xml))
    xml = "<codebook xmlns=\"" NAMESPACE "\"/>";
  doc = xmlReadMemory (xml, (int) strlen (xml), "additions.xml", NULL,
                       XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOBLANKS);
  if (doc == NULL || xmlDocGetRootElement (doc) == NULL)
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_CODEBOOK, "%s", _("The additions are no XML."));
      free_doc (doc);
      return NULL;
    }

  return doc;
}

static gboolean
is_element (const xmlNode *node,
            const char    *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

static char *
dup_attribute (xmlNode    *node,
               const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *) name);
  char *copy = value != NULL ? g_strdup ((const char *) value) : NULL;

  xmlFree (value);

  return copy;
}

static char *
dup_words (xmlNode *node)
{
  xmlChar *text = xmlNodeGetContent (node);
  char *copy = g_strstrip (g_strdup (text != NULL ? (const char *) text : ""));

  xmlFree (text);

  return copy;
}

static const char *
entry_name (gboolean weakness)
{
  return weakness ? "weakness" : "indicator";
}

static const char *
list_name (gboolean weakness)
{
  return weakness ? "weaknesses" : "indicators";
}

/* The lists of entries: the root itself, or what it holds. */
static GPtrArray *
list_lists (xmlDoc   *doc,
            gboolean  weakness)
{
  GPtrArray *lists = g_ptr_array_new ();
  xmlNode *root = xmlDocGetRootElement (doc);

  if (is_element (root, list_name (weakness)))
    g_ptr_array_add (lists, root);
  for (xmlNode *child = root->children; is_element (root, "codebook") && child != NULL; child = child->next)
    if (is_element (child, list_name (weakness)))
      g_ptr_array_add (lists, child);

  return lists;
}

static xmlNode *
find_entry (xmlDoc     *doc,
            gboolean    weakness,
            const char *id)
{
  g_autoptr(GPtrArray) lists = list_lists (doc, weakness);

  for (guint i = 0; i < lists->len; i++)
    for (xmlNode *node = ((xmlNode *) g_ptr_array_index (lists, i))->children; node != NULL; node = node->next)
      {
        g_autofree char *its = is_element (node, entry_name (weakness)) ? dup_attribute (node, "id") : NULL;

        if (g_strcmp0 (its, id) == 0)
          return node;
      }

  return NULL;
}

static DzOwnWords *
read_entry (xmlNode  *node,
            gboolean  weakness)
{
  g_autofree char *id = dup_attribute (node, "id");
  DzOwnWords *words = dz_own_words_new (weakness, id != NULL ? id : "");

  words->theme = dup_attribute (node, "theme");
  words->kind = dup_attribute (node, "kind");
  words->unit = dup_attribute (node, "unit");
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (is_element (child, "name"))
      {
        g_free (words->name);
        words->name = dup_words (child);
      }
    else if (is_element (child, "cue"))
      g_ptr_array_add (words->cues, dup_words (child));
    else if (is_element (child, "not"))
      g_ptr_array_add (words->nots, dup_words (child));
  if (words->name == NULL && g_str_has_prefix (words->id, OWN_ID))
    words->name = g_strdup ("");

  return words;
}

/**
 * dz_own_words_list:
 * @xml: (nullable): the county's additions
 *
 * Returns: (transfer full) (element-type DzOwnWords): weaknesses, then indicators, each in its order; %NULL with @error
 *   set if it is no XML
 */
GPtrArray *
dz_own_words_list (const char  *xml,
                   GError     **error)
{
  g_autoptr(xmlDoc) doc = parse (xml, error);
  GPtrArray *all;

  if (doc == NULL)
    return NULL;
  all = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_own_words_free);
  for (int weakness = 1; weakness >= 0; weakness--)
    {
      g_autoptr(GPtrArray) lists = list_lists (doc, weakness);

      for (guint i = 0; i < lists->len; i++)
        for (xmlNode *node = ((xmlNode *) g_ptr_array_index (lists, i))->children; node != NULL; node = node->next)
          if (is_element (node, entry_name (weakness)))
            g_ptr_array_add (all, read_entry (node, weakness));
    }

  return all;
}

/**
 * dz_own_words_dup_id:
 *
 * Returns: (transfer full): an id for a new entry that no other of the additions has
 */
char *
dz_own_words_dup_id (const char *xml)
{
  for (guint n = 1;; n++)
    {
      g_autofree char *id = g_strdup_printf (OWN_ID "%u", n);
      g_autofree char *quoted = g_strdup_printf ("\"%s\"", id);

      if (xml == NULL || strstr (xml, quoted) == NULL)
        return g_steal_pointer (&id);
    }
}

static gboolean
has_words (GPtrArray  *lines,
           const char *words)
{
  return g_ptr_array_find_with_equal_func (lines, words, g_str_equal, NULL);
}

/* Elements whose words are still among @lines stay as they are; the others go, new ones come. */
static void
put_lines (xmlNode    *entry,
           const char *name,
           GPtrArray  *lines)
{
  g_autoptr(GPtrArray) there = g_ptr_array_new_with_free_func (g_free);

  for (xmlNode *child = entry->children, *next; child != NULL; child = next)
    {
      char *words = is_element (child, name) ? dup_words (child) : NULL;

      next = child->next;
      if (words == NULL)
        continue;
      g_ptr_array_add (there, words);
      if (has_words (lines, words))
        continue;
      xmlUnlinkNode (child);
      xmlFreeNode (child);
    }
  for (guint i = 0; i < lines->len; i++)
    if (!has_words (there, g_ptr_array_index (lines, i)))
      xmlNewTextChild (entry, entry->ns, (const xmlChar *) name, (const xmlChar *) g_ptr_array_index (lines, i));
}

static void
put_attribute (xmlNode    *entry,
               const char *name,
               const char *value)
{
  if (value != NULL && *value != '\0')
    xmlSetProp (entry, (const xmlChar *) name, (const xmlChar *) value);
  else
    xmlUnsetProp (entry, (const xmlChar *) name);
}

static void
put_name (xmlNode    *entry,
          const char *name)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new ();

  if (name != NULL && *name != '\0')
    g_ptr_array_add (lines, (char *) name);
  put_lines (entry, "name", lines);
}

/* A root that is a list of the other kind gets one above it. */
static xmlNode *
make_list (xmlDoc   *doc,
           gboolean  weakness)
{
  g_autoptr(GPtrArray) lists = list_lists (doc, weakness);
  xmlNode *root = xmlDocGetRootElement (doc);

  if (lists->len > 0)
    return g_ptr_array_index (lists, 0);
  if (!is_element (root, "codebook"))
    {
      xmlNode *above = xmlNewNode (NULL, (const xmlChar *) "codebook");

      xmlSetNs (above, xmlNewNs (above, (const xmlChar *) NAMESPACE, NULL));
      xmlDocSetRootElement (doc, above);
      xmlAddChild (above, root);
      root = above;
    }

  return xmlNewChild (root, root->ns, (const xmlChar *) list_name (weakness), NULL);
}

static char *
dup_xml (xmlDoc *doc)
{
  xmlNode *root = xmlDocGetRootElement (doc);
  xmlBuffer *buffer = xmlBufferCreate ();
  char *xml = NULL;

  if (root->children != NULL)
    {
      xmlNodeDump (buffer, doc, root, 0, 1);
      xml = g_strconcat ((const char *) xmlBufferContent (buffer), "\n", NULL);
    }
  xmlBufferFree (buffer);

  return xml != NULL ? xml : g_strdup ("");
}

/**
 * dz_own_words_put:
 * @xml: (nullable): the additions
 *
 * Returns: (transfer full): the additions with @words as they are now; %NULL with @error set if @xml is no XML
 */
char *
dz_own_words_put (const char        *xml,
                  const DzOwnWords  *words,
                  GError           **error)
{
  g_autoptr(xmlDoc) doc = parse (xml, error);
  xmlNode *entry;

  if (doc == NULL)
    return NULL;
  entry = find_entry (doc, words->weakness, words->id);
  if (entry == NULL)
    {
      xmlNode *list = make_list (doc, words->weakness);

      entry = xmlNewChild (list, list->ns, (const xmlChar *) entry_name (words->weakness), NULL);
      put_attribute (entry, "id", words->id);
    }
  put_attribute (entry, "theme", words->theme);
  if (!words->weakness)
    {
      put_attribute (entry, "kind", words->kind);
      put_attribute (entry, "unit", words->unit);
    }
  put_name (entry, words->name);
  put_lines (entry, "cue", words->cues);
  put_lines (entry, "not", words->nots);

  return dup_xml (doc);
}

/**
 * dz_own_words_remove:
 *
 * Returns: (transfer full): the additions without that entry; "" if nothing is left; %NULL with @error set if @xml is
 *   no XML
 */
char *
dz_own_words_remove (const char        *xml,
                     const DzOwnWords  *words,
                     GError           **error)
{
  g_autoptr(xmlDoc) doc = parse (xml, error);
  xmlNode *entry, *list;

  if (doc == NULL)
    return NULL;
  entry = find_entry (doc, words->weakness, words->id);
  if (entry != NULL)
    {
      list = entry->parent;
      xmlUnlinkNode (entry);
      xmlFreeNode (entry);
      if (list->children == NULL && list->parent != NULL && list->parent->type == XML_ELEMENT_NODE)
        {
          xmlUnlinkNode (list);
          xmlFreeNode (list);
        }
    }

  return dup_xml (doc);
}

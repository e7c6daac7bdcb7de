/* dz-codebook.c - indicators, weaknesses, causes, checks: ids, names, units, cues
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-codebook.h"

#include "dz-digest.h"
#include "dz-error.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/tree.h>
#include <string.h>

struct _DzCodebook
{
  gatomicrefcount refs;
  GPtrArray *lists[DZ_N_ENTRY_KINDS];   /* DzEntry */
  GHashTable *by_id[DZ_N_ENTRY_KINDS];  /* interned id -> DzEntry */
  char *schema;
  char *digest;                         /* (nullable): over all that was added */
  DzReadingHints *hints;                /* (nullable) */
  GBytes *learned;                      /* (nullable) */
  GMutex making;                        /* held while a lexicon is open */
  DzLexicon *lexicon;                   /* (nullable): the one that is open */
  GThread *maker;                       /* who opened it */
};

static const char *const element_names[DZ_N_ENTRY_KINDS] = { "indicator", "weakness", "cause", "check",
                                                             "section",   "theme",    "document", "plan",
                                                             "congress",  "law",      "term",  "subject",
                                                             "first",     "incomparable", "phrases" };

static void
free_rule (gpointer data)
{
  DzRule *rule = data;

  g_free (rule->text);
  g_strfreev (rule->attributes);
  g_free (rule);
}

static void
free_entry (gpointer data)
{
  DzEntry *entry = data;

  g_free (entry->name);
  g_free (entry->name_en);
  g_free (entry->short_name);
  g_free (entry->chart_name);
  g_free (entry->definition);
  g_ptr_array_unref (entry->rules);
  g_free (entry);
}

/**
 * dz_codebook_new:
 *
 * Returns: (transfer full): an empty codebook
 */
DzCodebook *
dz_codebook_new (void)
{
  DzCodebook *self = g_new0 (DzCodebook, 1);

  g_atomic_ref_count_init (&self->refs);
  g_mutex_init (&self->making);
  for (guint i = 0; i < DZ_N_ENTRY_KINDS; i++)
    {
      self->lists[i] = g_ptr_array_new_with_free_func (free_entry);
      self->by_id[i] = g_hash_table_new (g_direct_hash, g_direct_equal);
    }

  return self;
}

DzCodebook *
dz_codebook_ref (DzCodebook *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
dz_codebook_unref (DzCodebook *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;

  for (guint i = 0; i < DZ_N_ENTRY_KINDS; i++)
    {
      g_ptr_array_unref (self->lists[i]);
      g_hash_table_unref (self->by_id[i]);
    }
  g_free (self->schema);
  g_free (self->digest);
  g_mutex_clear (&self->making);
  g_clear_pointer (&self->hints, dz_reading_hints_unref);
  g_clear_pointer (&self->learned, g_bytes_unref);
  g_free (self);
}

typedef struct
{
  const char *file;
  GString *message;
  gboolean placed;
} Complaint;

/* libxml2 tells every mistake; the first that has a place is the one to mend. */
static void
complain (void     *data,
          xmlError *xml_error)
{
  Complaint *complaint = data;
  g_autofree char *text = NULL;

  if (complaint->placed)
    return;
  complaint->placed = xml_error->line > 0;
  g_string_truncate (complaint->message, 0);
  text = g_strdup (xml_error->message != NULL ? xml_error->message : "");
  g_strchomp (text);
  g_string_append_printf (complaint->message, "%s:%d: %s", complaint->file, xml_error->line, text);
}

/**
 * dz_codebook_set_schema:
 * @rng: the RELAX NG schema the files added from now on are checked against
 */
gboolean
dz_codebook_set_schema (DzCodebook  *self,
                        const char  *rng,
                        gssize       len,
                        GError     **error)
{
  g_return_val_if_fail (self != NULL && rng != NULL, FALSE);

  g_free (self->schema);
  self->schema = len < 0 ? g_strdup (rng) : g_strndup (rng, (gsize) len);

  return TRUE;
}

static gboolean
validate (DzCodebook  *self,
          xmlDocPtr    doc,
          Complaint   *complaint,
          GError     **error)
{
  xmlRelaxNGParserCtxtPtr parser;
  xmlRelaxNGPtr schema;
  xmlRelaxNGValidCtxtPtr valid;
  int result;

  if (self->schema == NULL)
    return TRUE;

  parser = xmlRelaxNGNewMemParserCtxt (self->schema, (int) strlen (self->schema));
  xmlRelaxNGSetParserStructuredErrors (parser, (xmlStructuredErrorFunc) complain, complaint);
  schema = xmlRelaxNGParse (parser);
  xmlRelaxNGFreeParserCtxt (parser);
  if (schema == NULL)
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_CODEBOOK, _("the schema itself is wrong: %s"),
                   complaint->message->str);
      return FALSE;
    }
  valid = xmlRelaxNGNewValidCtxt (schema);
  xmlRelaxNGSetValidStructuredErrors (valid, (xmlStructuredErrorFunc) complain, complaint);
  result = xmlRelaxNGValidateDoc (valid, doc);
  xmlRelaxNGFreeValidCtxt (valid);
  xmlRelaxNGFree (schema);
  if (result != 0)
    {
      g_set_error_literal (error, DZ_ERROR, DZ_ERROR_CODEBOOK, complaint->message->str);
      return FALSE;
    }

  return TRUE;
}

static char *
dup_content (xmlNodePtr node)
{
  xmlChar *content = xmlNodeGetContent (node);
  char *copy = g_strdup ((const char *) content);

  xmlFree (content);

  return g_strstrip (copy);
}

static const char *
intern_attribute (xmlNodePtr  node,
                  const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, BAD_CAST name);
  const char *interned = value != NULL ? g_intern_string ((const char *) value) : NULL;

  xmlFree (value);

  return interned;
}

static DzRule *
rule_from_node (xmlNodePtr  node,
                const char *file)
{
  DzRule *rule = g_new0 (DzRule, 1);

  rule->name = g_intern_string ((const char *) node->name);
  rule->text = dup_content (node);
  rule->file = file;
  rule->line = (int) xmlGetLineNo (node);
  if (node->properties != NULL)
    {
      g_autoptr(GPtrArray) pairs = g_ptr_array_new ();

      for (xmlAttrPtr attr = node->properties; attr != NULL; attr = attr->next)
        {
          xmlChar *value = xmlNodeListGetString (node->doc, attr->children, 1);

          g_ptr_array_add (pairs, g_strdup ((const char *) attr->name));
          g_ptr_array_add (pairs, g_strdup (value != NULL ? (const char *) value : ""));
          xmlFree (value);
        }
      g_ptr_array_add (pairs, NULL);
      rule->attributes = (char **) g_ptr_array_free (g_steal_pointer (&pairs), FALSE);
    }

  return rule;
}

static void
take_child (DzEntry    *entry,
            xmlNodePtr  node,
            const char *file)
{
  static const struct
  {
    const char *name;
    gsize offset;
  } parts[] = {
    { "name", G_STRUCT_OFFSET (DzEntry, name) },
    { "name-en", G_STRUCT_OFFSET (DzEntry, name_en) },
    { "short", G_STRUCT_OFFSET (DzEntry, short_name) },
    { "chart-name", G_STRUCT_OFFSET (DzEntry, chart_name) },
    { "definition", G_STRUCT_OFFSET (DzEntry, definition) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_equal ((const char *) node->name, parts[i].name))
      {
        char **field = G_STRUCT_MEMBER_P (entry, parts[i].offset);

        g_free (*field);
        *field = dup_content (node);
        return;
      }
  g_ptr_array_add (entry->rules, rule_from_node (node, file));
}

/* An entry the county gives again under a known id adds to it; a new id is a new entry. */
static DzEntry *
ensure_entry (DzCodebook *self,
              DzEntryKind kind,
              const char *id)
{
  DzEntry *entry = g_hash_table_lookup (self->by_id[kind], id);

  if (entry != NULL)
    return entry;

  entry = g_new0 (DzEntry, 1);
  entry->id = id;
  entry->rules = g_ptr_array_new_with_free_func (free_rule);
  entry->position = self->lists[kind]->len;
  g_ptr_array_add (self->lists[kind], entry);
  g_hash_table_insert (self->by_id[kind], (gpointer) id, entry);

  return entry;
}

static void
take_entry (DzCodebook *self,
            DzEntryKind kind,
            xmlNodePtr  node,
            const char *root,
            const char *file)
{
  const char *id = kind == DZ_ENTRY_PHRASES ? g_intern_string ("phrases")
                                            : intern_attribute (node, "id");
  DzEntry *entry;
  const char *theme = intern_attribute (node, "theme");
  const char *unit = intern_attribute (node, "unit");
  const char *word = intern_attribute (node, kind == DZ_ENTRY_CHECK ? "severity" : "kind");

  if (id == NULL)
    return;
  entry = ensure_entry (self, kind, id);
  entry->theme = theme != NULL ? theme : entry->theme;
  entry->unit = unit != NULL ? unit : entry->unit;
  entry->kind = word != NULL ? word : entry->kind;
  if (intern_attribute (node, "certainty") != NULL)
    entry->certain = g_str_equal (intern_attribute (node, "certainty"), "certain");
  if (kind == DZ_ENTRY_THEME)
    entry->kind = g_intern_string (root);
  entry->file = file;
  entry->line = (int) xmlGetLineNo (node);
  for (xmlNodePtr child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      take_child (entry, child, file);
}

static void
take_root (DzCodebook *self,
           xmlNodePtr  root,
           const char *file)
{
  const char *name = (const char *) root->name;

  if (g_str_equal (name, "codebook"))
    {
      for (xmlNodePtr child = root->children; child != NULL; child = child->next)
        if (child->type == XML_ELEMENT_NODE)
          take_root (self, child, file);
      return;
    }
  if (g_str_equal (name, "phrases"))
    {
      take_entry (self, DZ_ENTRY_PHRASES, root, name, file);
      return;
    }
  for (xmlNodePtr child = root->children; child != NULL; child = child->next)
    for (guint kind = 0; kind < DZ_N_ENTRY_KINDS && child->type == XML_ELEMENT_NODE; kind++)
      if (kind != DZ_ENTRY_PHRASES && g_str_equal ((const char *) child->name, element_names[kind]))
        {
          /* enforcement_team is a theme of both axes: keep them apart by their root */
          if (kind == DZ_ENTRY_THEME && g_str_equal (name, "weaknesses"))
            {
              g_autofree char *id = g_strconcat ("w:", intern_attribute (child, "id"), NULL);

              xmlSetProp (child, BAD_CAST "id", BAD_CAST id);
            }
          take_entry (self, kind, child, name, file);
          break;
        }
}

static void
add_to_digest (DzCodebook *self,
               const char *xml,
               gssize      len)
{
  g_autoptr(GString) all = g_string_new (self->digest);
  g_autofree char *sum = NULL;

  g_string_append_len (all, xml, len);
  sum = dz_digest_dup_hex (all->str, all->len);
  g_free (self->digest);
  self->digest = g_strndup (sum, 16);
}

/**
 * dz_codebook_get_digest:
 *
 * Returns: (transfer none) (nullable): the same for two codebooks made of the same files
 */
const char *
dz_codebook_get_digest (DzCodebook *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->digest;
}

/**
 * dz_codebook_add:
 * @xml: a codebook file: root `indicators`, `weaknesses`, `causes`, `checks`, `sections`,
 *   `phrases`, `dated`, or `codebook` holding any of these
 * @file: its name for messages
 *
 * Returns: %FALSE with @error of %DZ_ERROR_CODEBOOK naming file, line and reason; then nothing of
 *   the file has been taken
 */
gboolean
dz_codebook_add (DzCodebook  *self,
                 const char  *xml,
                 gssize       len,
                 const char  *file,
                 GError     **error)
{
  xmlParserCtxtPtr parser;
  xmlDocPtr doc;
  Complaint complaint = { file, NULL, FALSE };
  g_autoptr(GString) message = g_string_new (NULL);
  gboolean ok;

  g_return_val_if_fail (self != NULL && xml != NULL && file != NULL, FALSE);

  complaint.message = message;
  parser = xmlNewParserCtxt ();
  xmlSetStructuredErrorFunc (&complaint, (xmlStructuredErrorFunc) complain);
  doc = xmlCtxtReadMemory (parser, xml, len < 0 ? (int) strlen (xml) : (int) len, file, NULL,
                           XML_PARSE_NONET | XML_PARSE_NOCDATA);
  xmlSetStructuredErrorFunc (NULL, NULL);
  xmlFreeParserCtxt (parser);
  if (doc == NULL)
    {
      g_set_error_literal (error, DZ_ERROR, DZ_ERROR_CODEBOOK,
                           message->len > 0 ? message->str : file);
      return FALSE;
    }

  ok = validate (self, doc, &complaint, error);
  if (ok)
    {
      take_root (self, xmlDocGetRootElement (doc), g_intern_string (file));
      add_to_digest (self, xml, len);
    }
  xmlFreeDoc (doc);

  return ok;
}

/**
 * dz_codebook_list:
 *
 * Returns: (transfer none) (element-type DzEntry): the entries of one kind, in codebook order
 */
GPtrArray *
dz_codebook_list (DzCodebook *self,
                  DzEntryKind kind)
{
  g_return_val_if_fail (self != NULL && (guint) kind < DZ_N_ENTRY_KINDS, NULL);

  return self->lists[kind];
}

/**
 * dz_codebook_find:
 * @id: need not be interned; themes of weaknesses are asked for as "w:ID"
 *
 * Returns: (transfer none) (nullable): the entry
 */
const DzEntry *
dz_codebook_find (DzCodebook *self,
                  DzEntryKind kind,
                  const char *id)
{
  g_return_val_if_fail (self != NULL && (guint) kind < DZ_N_ENTRY_KINDS, NULL);

  return id != NULL ? g_hash_table_lookup (self->by_id[kind], g_intern_string (id)) : NULL;
}

/**
 * dz_codebook_name:
 *
 * Returns: (transfer none): the Chinese name of @id, or @id itself if nobody knows it
 */
const char *
dz_codebook_name (DzCodebook *self,
                  DzEntryKind kind,
                  const char *id)
{
  const DzEntry *entry = dz_codebook_find (self, kind, id);

  return entry != NULL && entry->name != NULL ? entry->name : id;
}

/**
 * dz_codebook_short_name:
 *
 * Returns: (transfer none): the short name, or the whole name where there is none
 */
const char *
dz_codebook_short_name (DzCodebook *self,
                        DzEntryKind kind,
                        const char *id)
{
  const DzEntry *entry = dz_codebook_find (self, kind, id);

  if (entry != NULL && entry->short_name != NULL)
    return entry->short_name;

  return dz_codebook_name (self, kind, id);
}

/**
 * dz_codebook_set_hints:
 * @hints: (nullable): what the county knows besides rules; kept by reference
 *
 * Before the codebook is used by several threads.
 */
void
dz_codebook_set_hints (DzCodebook     *self,
                       DzReadingHints *hints)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->hints, dz_reading_hints_unref);
  self->hints = hints != NULL ? dz_reading_hints_ref (hints) : NULL;
}

/**
 * dz_codebook_get_hints:
 *
 * Returns: (transfer none) (nullable): %NULL: of no county
 */
DzReadingHints *
dz_codebook_get_hints (DzCodebook *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->hints;
}

/**
 * dz_rule_get_attribute:
 *
 * Returns: (transfer none) (nullable): the value of attribute @name
 */
const char *
dz_rule_get_attribute (const DzRule *rule,
                       const char   *name)
{
  for (guint i = 0; rule->attributes != NULL && rule->attributes[i] != NULL; i += 2)
    if (g_str_equal (rule->attributes[i], name))
      return rule->attributes[i + 1];

  return NULL;
}

/**
 * dz_codebook_set_learned:
 * @learned: (nullable): what the second reader has learnt (dz-second-reader.h); kept by reference
 */
void
dz_codebook_set_learned (DzCodebook *self,
                         GBytes     *learned)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->learned, g_bytes_unref);
  self->learned = learned != NULL ? g_bytes_ref (learned) : NULL;
}

/**
 * dz_codebook_get_learned:
 *
 * Returns: (transfer none) (nullable): what dz_codebook_set_learned() gave
 */
GBytes *
dz_codebook_get_learned (DzCodebook *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->learned;
}

/**
 * dz_codebook_open_lexicon:
 *
 * From now on all rules that are compiled share one lexicon, until it is closed. Another thread
 * that opens one waits.
 */
void
dz_codebook_open_lexicon (DzCodebook *self)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->making);
  self->lexicon = dz_lexicon_new ();
  self->maker = g_thread_self ();
}

/**
 * dz_codebook_peek_lexicon:
 *
 * Returns: (transfer none) (nullable): the lexicon the calling thread has open
 */
DzLexicon *
dz_codebook_peek_lexicon (DzCodebook *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->maker == g_thread_self () ? self->lexicon : NULL;
}

/**
 * dz_codebook_close_lexicon:
 *
 * Returns: (transfer full): the lexicon, compiled
 */
DzLexicon *
dz_codebook_close_lexicon (DzCodebook *self)
{
  DzLexicon *lexicon;

  g_return_val_if_fail (self != NULL && self->lexicon != NULL, NULL);

  lexicon = g_steal_pointer (&self->lexicon);
  self->maker = NULL;
  g_mutex_unlock (&self->making);
  dz_lexicon_compile (lexicon);

  return lexicon;
}

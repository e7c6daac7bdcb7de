/* dz-xml.c - XML as events, for files nobody vouches for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-xml.h"

#include "dz-error.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#define TABLE_SIZE 512 /* a power of two, at least twice the longest table of names */
#define N_CACHED 8
#define NO_GROUP 0xff
#define CHECK_EVERY 2048

typedef struct
{
  const xmlChar *name; /* in the parser's dictionary, so pointers compare */
  guint8 group;
  guint8 id;
} Slot;

typedef struct
{
  xmlParserCtxt *ctxt;
  const DzXmlHandler *handler;
  gpointer user_data;
  GCancellable *cancellable;
  gint64 deadline;
  Slot table[TABLE_SIZE];
  const xmlChar *cached_uri[N_CACHED];
  guint8 cached_group[N_CACHED];
  guint n_cached;
  guint8 *ids; /* of the open elements */
  guint depth;
  guint events;
  int error_code; /* -1 none */
  gboolean entities;
} Parse;

static guint
hash_name (const xmlChar *name,
           guint8         group)
{
  return (guint) ((GPOINTER_TO_SIZE (name) >> 3) * 2654435761u >> 7) + group;
}

static void
fill_table (Parse *parse)
{
  guint n_names = 0;

  for (const DzXmlName *n = parse->handler->names; n->name != NULL; n++)
    {
      const xmlChar *name = xmlDictLookup (parse->ctxt->dict, BAD_CAST n->name, -1);
      guint at = hash_name (name, n->group);

      /* a full table would be searched for ever */
      g_assert (++n_names <= TABLE_SIZE / 2);
      while (parse->table[at % TABLE_SIZE].name != NULL)
        at++;
      parse->table[at % TABLE_SIZE] = (Slot){ name, n->group, n->id };
    }
}

static guint8
find_group (Parse         *parse,
            const xmlChar *uri)
{
  guint8 group = NO_GROUP;

  if (uri == NULL)
    return 0;
  for (guint i = 0; i < parse->n_cached; i++)
    if (parse->cached_uri[i] == uri)
      return parse->cached_group[i];
  for (guint8 i = 0; parse->handler->namespaces[i] != NULL && group == NO_GROUP; i++)
    if (strstr ((const char *) uri, parse->handler->namespaces[i]) != NULL)
      group = i;
  if (parse->n_cached < N_CACHED)
    {
      parse->cached_uri[parse->n_cached] = uri;
      parse->cached_group[parse->n_cached++] = group;
    }

  return group;
}

static guint
find_id (Parse         *parse,
         const xmlChar *name,
         const xmlChar *uri)
{
  guint8 group = find_group (parse, uri);

  if (group == NO_GROUP)
    return 0;
  for (guint at = hash_name (name, group); parse->table[at % TABLE_SIZE].name != NULL; at++)
    if (parse->table[at % TABLE_SIZE].name == name && parse->table[at % TABLE_SIZE].group == group)
      return parse->table[at % TABLE_SIZE].id;

  return 0;
}

static void
stop (Parse *parse,
      int    code)
{
  if (parse->error_code < 0)
    parse->error_code = code;
  xmlStopParser (parse->ctxt);
}

static gboolean
may_go_on (Parse *parse)
{
  if (++parse->events % CHECK_EVERY != 0)
    return TRUE;
  if (g_cancellable_is_cancelled (parse->cancellable) || g_get_monotonic_time () > parse->deadline)
    {
      stop (parse, DZ_ERROR_TIMEOUT);
      return FALSE;
    }

  return TRUE;
}

static void
start_element_cb (void           *data,
                  const xmlChar  *name,
                  const xmlChar  *prefix,
                  const xmlChar  *uri,
                  int             n_namespaces,
                  const xmlChar **namespaces,
                  int             n_attributes,
                  int             n_defaulted,
                  const xmlChar **attributes)
{
  Parse *parse = ((xmlParserCtxt *) data)->_private;
  const DzXmlAttributes a = { attributes, n_attributes };
  guint id;

  if (parse->depth >= dz_limits_default.nesting)
    {
      stop (parse, DZ_ERROR_TOO_DEEP);
      return;
    }
  if (!may_go_on (parse))
    return;
  id = find_id (parse, name, uri);
  parse->ids[parse->depth++] = (guint8) id;
  parse->handler->start (parse->user_data, id, &a);
}

static void
end_element_cb (void          *data,
                const xmlChar *name,
                const xmlChar *prefix,
                const xmlChar *uri)
{
  Parse *parse = ((xmlParserCtxt *) data)->_private;

  if (parse->depth > 0)
    parse->handler->end (parse->user_data, parse->ids[--parse->depth]);
}

static void
characters_cb (void          *data,
               const xmlChar *text,
               int            len)
{
  Parse *parse = ((xmlParserCtxt *) data)->_private;

  if (may_go_on (parse))
    parse->handler->text (parse->user_data, (const char *) text, (gsize) len);
}

/* Office files have no document type; one that has brings entities, for a bomb or to read files. */
static void
internal_subset_cb (void          *data,
                    const xmlChar *name,
                    const xmlChar *external_id,
                    const xmlChar *system_id)
{
  Parse *parse = ((xmlParserCtxt *) data)->_private;

  parse->entities = TRUE;
}

static void
entity_declaration_cb (void          *data,
                       const xmlChar *name,
                       int            type,
                       const xmlChar *public_id,
                       const xmlChar *system_id,
                       xmlChar       *content)
{
  stop (((xmlParserCtxt *) data)->_private, DZ_ERROR_UNSAFE);
}

static void
ignore_error_cb (void           *data,
                 xmlErrorPtr     error)
{
}

static void
set_error (int      code,
           GError **error)
{
  switch (code)
    {
    case DZ_ERROR_TOO_DEEP:
      dz_set_error (error, code,
                    _("The file nests more than %u elements, as no report does. Save it anew and import it again."),
                    dz_limits_default.nesting);
      break;
    case DZ_ERROR_UNSAFE:
      dz_set_error (error, code,
                    _("The file declares entities, as no report does, so it was not read. Save it anew and import it again."));
      break;
    case DZ_ERROR_TIMEOUT:
      dz_set_error (error, code,
                    _("Reading the file takes too long. Save its text alone and import that."));
      break;
    default:
      dz_set_error (error, DZ_ERROR_BROKEN,
                    _("The file is damaged: its text cannot be read. Ask for it again."));
    }
}

static xmlParserCtxt *
new_context (GBytes        *bytes,
             xmlSAXHandler *sax)
{
  gsize len;
  const char *data = g_bytes_get_data (bytes, &len);
  xmlParserCtxt *ctxt;

  if (len == 0 || len > G_MAXINT)
    return NULL;
  ctxt = xmlCreateMemoryParserCtxt (data, (int) len);
  if (ctxt == NULL)
    return NULL;
  sax->initialized = XML_SAX2_MAGIC;
  sax->startElementNs = start_element_cb;
  sax->endElementNs = end_element_cb;
  sax->characters = characters_cb;
  sax->ignorableWhitespace = characters_cb;
  sax->cdataBlock = characters_cb;
  sax->internalSubset = internal_subset_cb;
  sax->entityDecl = entity_declaration_cb;
  sax->serror = (xmlStructuredErrorFunc) ignore_error_cb;
  xmlCtxtUseOptions (ctxt, XML_PARSE_NONET | XML_PARSE_RECOVER | XML_PARSE_HUGE | XML_PARSE_NOERROR |
                             XML_PARSE_NOWARNING);
  *ctxt->sax = *sax;

  return ctxt;
}

/**
 * dz_xml_parse:
 * @complete: (out) (optional): %FALSE if the XML is not well formed, so that something may be missing
 *
 * Returns: %FALSE with @error set if nothing could be read: unsafe, too deep, too slow, cancelled, no XML
 */
gboolean
dz_xml_parse (GBytes              *bytes,
              const DzXmlHandler  *handler,
              gpointer             user_data,
              gboolean            *complete,
              GCancellable        *cancellable,
              GError             **error)
{
  xmlSAXHandler sax = { 0 };
  Parse parse = { .handler = handler, .user_data = user_data, .cancellable = cancellable, .error_code = -1 };
  gboolean well_formed;
  gsize len;
  const char *data = g_bytes_get_data (bytes, &len);

  if (!dz_limits_check_markup (&dz_limits_default, data, len, error))
    return FALSE;
  parse.ctxt = new_context (bytes, &sax);
  if (parse.ctxt == NULL)
    {
      set_error (DZ_ERROR_BROKEN, error);
      return FALSE;
    }
  parse.ids = g_malloc (dz_limits_default.nesting);
  parse.deadline = g_get_monotonic_time () + dz_limits_default.seconds * G_USEC_PER_SEC * 7 / 10;
  parse.ctxt->_private = &parse;
  fill_table (&parse);
  xmlParseDocument (parse.ctxt);
  well_formed = parse.ctxt->wellFormed;
  while (parse.depth > 0) /* a cut file: close what is open, as its end would have */
    handler->end (user_data, parse.ids[--parse.depth]);
  if (parse.ctxt->myDoc != NULL)
    xmlFreeDoc (parse.ctxt->myDoc);
  parse.ctxt->myDoc = NULL;
  xmlFreeParserCtxt (parse.ctxt);
  g_free (parse.ids);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (parse.error_code >= 0 || (parse.events == 0 && !well_formed))
    {
      set_error (parse.error_code >= 0 ? parse.error_code : DZ_ERROR_BROKEN, error);
      return FALSE;
    }
  if (complete != NULL)
    *complete = well_formed;

  return TRUE;
}

/**
 * dz_xml_peek:
 * @len: (out): bytes of the value, which does not end with NUL
 *
 * Returns: (transfer none) (nullable): the attribute with local name @name
 */
const char *
dz_xml_peek (const DzXmlAttributes *attributes,
             const char            *name,
             gsize                 *len)
{
  for (int i = 0; i < attributes->n; i++)
    {
      const unsigned char **a = attributes->values + 5 * i;

      if (strcmp ((const char *) a[0], name) == 0)
        {
          *len = (gsize) (a[4] - a[3]);
          return (const char *) a[3];
        }
    }

  return NULL;
}

/**
 * dz_xml_dup:
 * @name: of an attribute
 *
 * Returns: (transfer full) (nullable): its value, made valid where it is not; %NULL: there is none of that name
 */
char *
dz_xml_dup (const DzXmlAttributes *attributes,
            const char            *name)
{
  gsize len;
  const char *value = dz_xml_peek (attributes, name, &len);

  if (value == NULL)
    return NULL;

  return g_utf8_validate_len (value, len, NULL) ? g_strndup (value, len) : g_utf8_make_valid (value, (gssize) len);
}

gboolean
dz_xml_is (const DzXmlAttributes *attributes,
           const char            *name,
           const char            *value)
{
  gsize len;
  const char *found = dz_xml_peek (attributes, name, &len);

  return found != NULL && strlen (value) == len && memcmp (found, value, len) == 0;
}

int
dz_xml_get_int (const DzXmlAttributes *attributes,
                const char            *name,
                int                    fallback)
{
  gsize len;
  const char *found = dz_xml_peek (attributes, name, &len);
  char number[16];

  if (found == NULL || len == 0 || len >= sizeof number)
    return fallback;
  memcpy (number, found, len);
  number[len] = '\0';
  if (!g_ascii_isdigit (number[0]) && number[0] != '-')
    return fallback;

  return (int) CLAMP (g_ascii_strtoll (number, NULL, 10), -1000000, 1000000);
}

/**
 * dz_xml_is_on:
 *
 * Returns: whether a switch of office files is on: by standing there, unless its value says no
 */
gboolean
dz_xml_is_on (const DzXmlAttributes *attributes,
              const char            *name)
{
  return !dz_xml_is (attributes, name, "0") && !dz_xml_is (attributes, name, "false") &&
         !dz_xml_is (attributes, name, "off") && !dz_xml_is (attributes, name, "none");
}

/* dz-html-tree.c - a web page as libxml2's tree, guarded, and what its head says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-html-tree.h"

#include "dz-error.h"
#include "dz-limits.h"
#include "dz-web-facts.h"

#include <glib/gi18n-lib.h>
#include <libxml/HTMLparser.h>
#include <string.h>

/* libxml2 closes elements by comparing names up the tree: deeper than this is no page. */
#define MAX_DEPTH 1000
#define MOST_TITLES 16 /* each is held against the longest before it: a hundred thousand are no head */

typedef struct
{
  GCancellable *cancellable;
  gint64 deadline;
  startElementSAXFunc start_element;
  gboolean too_deep;
  gboolean too_slow;
} Guard;

/**
 * dz_html_dup_attribute:
 *
 * Returns: (transfer full) (nullable): the attribute's value
 */
char *
dz_html_dup_attribute (xmlNode    *node,
                       const char *name)
{
  for (xmlAttr *a = node->properties; a != NULL; a = a->next)
    if (g_str_equal ((const char *) a->name, name))
      return a->children != NULL && a->children->content != NULL
               ? g_strdup ((const char *) a->children->content) : g_strdup ("");

  return NULL;
}

/* What the head says about the page. */

static void
take_meta (DzSource *source,
           xmlNode  *node,
           char    **title)
{
  static const char *const dates[] = { "pubdate", "publishdate", "article:published_time", "publish_date", "date", NULL };
  static const char *const origins[] = { "contentsource", "source", "author", NULL };
  g_autofree char *name = dz_html_dup_attribute (node, "name");
  g_autofree char *content = dz_html_dup_attribute (node, "content");
  g_autofree char *lower = NULL;

  if (name == NULL)
    name = dz_html_dup_attribute (node, "property");
  if (name == NULL || content == NULL || g_strstrip (content)[0] == '\0')
    return;
  lower = g_ascii_strdown (name, -1);
  if (g_str_equal (lower, "articletitle") || (g_str_equal (lower, "og:title") && *title == NULL))
    {
      g_free (*title);
      *title = g_strdup (content);
    }
  else if (g_strv_contains (dates, lower) && source->published == NULL)
    source->published = dz_web_facts_parse_date (content);
  else if (g_strv_contains (origins, lower) && source->issuer == NULL && !g_str_equal (lower, "author"))
    source->issuer = g_strdup (content);
}

/**
 * dz_html_dup_text:
 *
 * Returns: (transfer full): all characters in the element
 */
char *
dz_html_dup_text (xmlNode *node)
{
  xmlChar *content = xmlNodeGetContent (node);
  char *text = g_strstrip (g_strdup (content != NULL ? (const char *) content : ""));

  xmlFree (content);

  return text;
}

/* A drawing's title is its own. */
static gboolean
is_of_drawing (xmlNode *node)
{
  for (; node != NULL; node = node->parent)
    if (node->type == XML_ELEMENT_NODE && node->name != NULL && g_str_equal ((const char *) node->name, "svg"))
      return TRUE;

  return FALSE;
}

/* A head that is opened twice, or printed by two programs, may hold an empty title and the report's, or the site's and
 * the report's: the longest says most, what it does not hold is left out and told. */
static void
take_title (DzSource *source,
            xmlNode  *node,
            char    **title)
{
  g_autofree char *text = dz_html_dup_text (node);

  if (*title == NULL || g_utf8_strlen (text, -1) > g_utf8_strlen (*title, -1))
    {
      char *shorter = *title;

      *title = g_steal_pointer (&text);
      text = shorter;
    }
  if (text != NULL && strstr (*title, text) == NULL)
    dz_source_add_loss (source, DZ_LOSS_FURNITURE, 1, NULL);
}

static void
find_head (DzSource *source,
           xmlNode  *root,
           char    **stated,
           char    **first_heading,
           char    **window_title)
{
  xmlNode *node = root;
  guint n_titles = 0;

  while (node != NULL)
    {
      const char *name = node->type == XML_ELEMENT_NODE ? (const char *) node->name : "";

      if (g_str_equal (name, "meta"))
        take_meta (source, node, stated);
      else if (g_str_equal (name, "title") && !is_of_drawing (node) && n_titles++ < MOST_TITLES)
        take_title (source, node, window_title);
      else if (g_str_equal (name, "h1") && *first_heading == NULL)
        *first_heading = dz_html_dup_text (node);
      if (node->children != NULL)
        node = node->children;
      else
        {
          while (node != NULL && node != root && node->next == NULL)
            node = node->parent;
          node = node != NULL && node != root ? node->next : NULL;
        }
    }
  if (n_titles > MOST_TITLES)
    dz_source_add_loss (source, DZ_LOSS_FURNITURE, n_titles - MOST_TITLES, NULL);
}

/* 年度报告-望泽县人民政府门户网站: without blanks the dash may be one of the title's own; a heading tells. */
static gboolean
is_before_site (const char *heading,
                const char *title)
{
  const char *rest = title + strlen (heading);

  if (!g_str_has_prefix (title, heading))
    return FALSE;
  rest += strspn (rest, " ");

  return *rest != '\0' && g_utf8_strchr ("-–—_|·>»", -1, g_utf8_get_char (rest)) != NULL;
}

/**
 * dz_html_find_title:
 * @source: gets title, date and source the head states
 *
 * Window titles carry the site: 报告_望泽县人民政府, 报告 - 政务公开, 报告-政务公开. A first heading that agrees is better.
 *
 * Returns: (transfer full) (nullable): the title of the article
 */
char *
dz_html_find_title (xmlNode  *root,
                    DzSource *source)
{
  g_autofree char *heading = NULL;
  g_autofree char *window = NULL;
  char *title = NULL;

  find_head (source, root, &title, &heading, &window);
  if (title == NULL && window != NULL && *window != '\0')
    {
      char *cut = window + strcspn (window, "_|");
      char *dash = strstr (window, " - ");

      if (dash != NULL && dash < cut)
        cut = dash;
      if (cut > window)
        *cut = '\0';
      title = g_strstrip (g_strdup (window));
    }
  if (heading != NULL && *heading != '\0' && (title == NULL || *title == '\0' || strstr (heading, title) != NULL || is_before_site (heading, title)))
    {
      g_free (title);
      title = g_strdup (heading);
    }
  if (title != NULL && *title != '\0')
    {
      g_free (source->title);
      source->title = g_strdup (title);
    }

  return title;
}

/* Parsing, guarded. */

static void
start_element_cb (void           *data,
                  const xmlChar  *name,
                  const xmlChar **attributes)
{
  htmlParserCtxt *ctxt = data;
  Guard *guard = ctxt->_private;

  /* else libxml2 stops at 256 elements in each other and keeps to itself that it did */
  ctxt->options |= XML_PARSE_HUGE;
  guard->too_deep = guard->too_deep || ctxt->nodeNr > MAX_DEPTH;
  guard->too_slow = guard->too_slow || g_get_monotonic_time () > guard->deadline;
  if (guard->too_deep || guard->too_slow || g_cancellable_is_cancelled (guard->cancellable))
    {
      xmlStopParser (ctxt);
      return;
    }
  guard->start_element (data, name, attributes);
}

static gboolean
check_guard (Guard   *guard,
             GError **error)
{
  if (g_cancellable_set_error_if_cancelled (guard->cancellable, error))
    return FALSE;
  if (guard->too_deep)
    dz_set_error (error, DZ_ERROR_TOO_DEEP,
                  _("The page nests more than %u elements. Open it in a browser and save its text."), MAX_DEPTH);
  else if (guard->too_slow)
    dz_set_error (error, DZ_ERROR_TIMEOUT,
                  _("Reading the file takes too long. Save its text alone and import that."));

  return !guard->too_deep && !guard->too_slow;
}

/**
 * dz_html_parse:
 * @text: UTF-8
 *
 * Returns: (transfer full): the tree, or %NULL with @error set: empty, too deep, too slow, cancelled
 */
xmlDoc *
dz_html_parse (const char   *text,
               gsize         len,
               GCancellable *cancellable,
               GError      **error)
{
  htmlParserCtxt *ctxt;
  Guard guard = { cancellable, g_get_monotonic_time () + dz_limits_default.seconds * G_USEC_PER_SEC * 7 / 10 };
  xmlDoc *doc;

  if (!dz_limits_check_markup (&dz_limits_default, text, len, error))
    return NULL;
  ctxt = htmlNewParserCtxt ();
  ctxt->_private = &guard;
  guard.start_element = ctxt->sax->startElement;
  ctxt->sax->startElement = start_element_cb;
  doc = htmlCtxtReadMemory (ctxt, text, (int) len, NULL, "UTF-8",
                            HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                              HTML_PARSE_NONET | HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC);
  htmlFreeParserCtxt (ctxt);
  if (!check_guard (&guard, error))
    g_clear_pointer (&doc, xmlFreeDoc);
  else if (doc == NULL)
    dz_set_error (error, DZ_ERROR_EMPTY, _("There is no text in the file. Ask for it again."));

  return doc;
}

/**
 * dz_html_find_charset:
 *
 * Returns: (transfer full) (nullable): the encoding the page states about itself
 */
char *
dz_html_find_charset (const char *data,
                      gsize       len)
{
  g_autofree char *head = g_ascii_strdown (data, (gssize) MIN (len, 4096));
  const char *at = strstr (head, "charset=");

  if (at == NULL && g_str_has_prefix (head, "<?xml"))
    at = strstr (head, "encoding=");
  if (at == NULL)
    return NULL;
  at = strchr (at, '=') + 1;
  at += strspn (at, " \"'");

  return g_strndup (at, strcspn (at, " \"'/>;\r\n"));
}

/**
 * dz_html_find_property:
 * @style: of an element
 * @property: "vertical-align"
 * @value: (out): the number it begins with, 0 if with none
 *
 * Returns: (transfer none) (nullable): where in @style what it is begins
 */
const char *
dz_html_find_property (const char *style,
                       const char *property,
                       double     *value)
{
  for (const char *at = style; (at = strstr (at, property)) != NULL; at++)
    {
      const char *end = at + strlen (property);

      while (g_ascii_isspace (*end))
        end++;
      if (*end != ':' || (at > style && (g_ascii_isalnum (at[-1]) || at[-1] == '-')))
        continue;
      for (end++; g_ascii_isspace (*end); end++)
        ;
      *value = g_ascii_strtod (end, NULL);
      return end;
    }

  return NULL;
}

/* dz-html-measure.c - what the blocks of a web page are made of: text, links, sentences
 *
 * Furniture is known by its links, its place and what the markup calls it, never by a word in it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-html-measure.h"

#include "dz-html-tree.h"
#include "dz-web-page.h"

#include <string.h>

static gboolean
is_one_of (const char        *name,
           const char *const *names)
{
  return name != NULL && g_strv_contains (names, name);
}

static const char *const blocks[] = {
  "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "center", "table", "article",
  "section", "main", "header", "footer", "nav", "aside", "form", "fieldset", "address", "figure", "figcaption", "hr", "body",
  "tr", "td", "th", "thead", "tbody", "tfoot", "caption", "details", "summary", NULL,
};

static const char *const dropped[] = {
  "script", "style", "noscript", "template", "select", "button", "input", "head", "link", "meta", "title", "svg",
  "video", "audio", "canvas", "option", "map", NULL,
};

static gboolean
is_hidden (xmlNode *node)
{
  g_autofree char *style = dz_html_dup_attribute (node, "style");
  g_autofree char *hidden = dz_html_dup_attribute (node, "hidden");
  g_auto(GStrv) words = NULL;

  if (style != NULL)
    {
      words = g_strsplit_set (style, " \t\r\n", -1);
      g_free (style);
      style = g_strjoinv ("", words);
    }

  return hidden != NULL || (style != NULL && strstr (style, "display:none") != NULL);
}

/* Text Word was told to hide. */
static gboolean
is_never_shown (xmlNode *node)
{
  g_autofree char *style = dz_html_dup_attribute (node, "style");

  return style != NULL && strstr (style, "mso-hide") != NULL && strstr (style, "all") != NULL;
}

static DzHtmlMeasure
measure_text (const char *text,
              gboolean    in_link)
{
  DzHtmlMeasure m = { 0 };
  gboolean sentence = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        continue;
      m.text++;
      sentence = sentence || c == 0x3002 || c == 0xff0c || c == 0xff1b;
    }
  if (in_link)
    m.links = m.text;
  else if (sentence && m.text >= 15)
    m.prose = m.text;

  return m;
}

static DzHtmlMeasure
measure_node (GArray  *measures,
              xmlNode *node,
              gboolean in_link)
{
  DzHtmlMeasure sum = { 0 };
  guint index;

  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
    return measure_text ((const char *) node->content, in_link);
  if (node->type != XML_ELEMENT_NODE || is_one_of ((const char *) node->name, dropped))
    return sum;
  if (g_str_equal ((const char *) node->name, "a") && xmlHasProp (node, BAD_CAST "href") != NULL)
    {
      in_link = TRUE;
      sum.n_links = 1;
    }
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      DzHtmlMeasure m = measure_node (measures, child, in_link);

      sum.text += m.text;
      sum.links += m.links;
      sum.n_links += m.n_links;
      sum.prose += m.prose;
    }
  index = measures->len;
  g_array_append_val (measures, sum);
  node->_private = GUINT_TO_POINTER (index + 1);

  return sum;
}

/**
 * dz_html_measure_get:
 * @measures: of the page @node stands in
 *
 * Returns: (transfer none): what @node is made of
 */
const DzHtmlMeasure *
dz_html_measure_get (GArray        *measures,
                     const xmlNode *node)
{
  guint index = GPOINTER_TO_UINT (node->_private);
  static const DzHtmlMeasure none = { 0 };

  return index > 0 ? &g_array_index (measures, DzHtmlMeasure, index - 1) : &none;
}

/**
 * dz_html_measure_new:
 * @root: its nodes keep where their measures stand
 *
 * Returns: (transfer full) (element-type DzHtmlMeasure): the measures of all elements of the page
 */
GArray *
dz_html_measure_new (xmlNode *root)
{
  GArray *measures = g_array_new (FALSE, FALSE, sizeof (DzHtmlMeasure));

  measure_node (measures, root, FALSE);

  return measures;
}

/* Whether sentences stand beside @node on both sides, in the same block: then it is among them. */
static gboolean
is_among_prose (GArray  *measures,
                xmlNode *node)
{
  gboolean before = FALSE;
  gboolean after = FALSE;

  for (xmlNode *n = node->prev; n != NULL && !before; n = n->prev)
    before = dz_html_measure_get (measures, n)->prose > 0;
  for (xmlNode *n = node->next; n != NULL && !after; n = n->next)
    after = dz_html_measure_get (measures, n)->prose > 0;

  return before && after;
}

static gboolean
has_title (xmlNode *node)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE &&
        (g_str_equal ((const char *) child->name, "h1") || has_title (child)))
      return TRUE;

  return FALSE;
}

/**
 * dz_html_is_furniture:
 *
 * Returns: whether a block is made of links, or is a part of the page that says so; a paragraph is
 *   judged with its line
 */
gboolean
dz_html_is_furniture (GArray  *measures,
                      xmlNode *node)
{
  const DzHtmlMeasure *m = dz_html_measure_get (measures, node);
  const char *name = (const char *) node->name;
  static const char *const names[] = { "nav", "footer", "aside", "header", NULL };
  g_autofree char *class = NULL;
  g_autofree char *id = NULL;

  if (m->prose >= 60 || m->text == 0 || g_str_equal (name, "p") || g_str_equal (name, "li"))
    return FALSE;
  if (m->n_links >= 2 && m->links * 10 >= m->text * 9)
    return !is_among_prose (measures, node);
  if (is_one_of (name, names))
    return strstr ("header", name) == NULL || (m->links > 0 && !has_title (node));
  class = dz_html_dup_attribute (node, "class");
  id = dz_html_dup_attribute (node, "id");

  return m->prose == 0 && m->n_links > 0 && m->links * 10 >= m->text * 3 &&
         ((class != NULL && dz_web_page_is_furniture_name (class)) ||
          (id != NULL && dz_web_page_is_furniture_name (id)));
}

/* A folded block is read if sentences are in it: a tab, an answer to unfold. A menu is not. */
static gboolean
is_folded_text (GArray  *measures,
                xmlNode *node)
{
  const DzHtmlMeasure *m = dz_html_measure_get (measures, node);

  return m->links * 2 < m->text && m->text - m->links >= 12 && !is_never_shown (node);
}

/**
 * dz_html_is_shown:
 *
 * Returns: whether a reader of the page can come to see the element
 */
gboolean
dz_html_is_shown (GArray  *measures,
                  xmlNode *node)
{
  return !is_never_shown (node) && (!is_hidden (node) || is_folded_text (measures, node));
}

/**
 * dz_html_is_block:
 *
 * Returns: whether the element of that name stands on lines of its own
 */
gboolean
dz_html_is_block (const char *name)
{
  return is_one_of (name, blocks);
}

/**
 * dz_html_is_dropped:
 *
 * Returns: whether the element of that name holds no text to read
 */
gboolean
dz_html_is_dropped (const char *name)
{
  return is_one_of (name, dropped);
}

gboolean
dz_html_is_cell (xmlNode *node)
{
  return node->type == XML_ELEMENT_NODE &&
         (g_str_equal ((const char *) node->name, "td") || g_str_equal ((const char *) node->name, "th"));
}

/**
 * dz_html_is_menu_beside_text:
 *
 * Returns: whether the cell holds the menu and another of its row the article, as old pages do
 */
gboolean
dz_html_is_menu_beside_text (GArray  *measures,
                             xmlNode *cell)
{
  const DzHtmlMeasure *m = dz_html_measure_get (measures, cell);

  if (m->n_links < 2 || m->links * 10 < m->text * 8 || m->prose > 0)
    return FALSE;
  for (xmlNode *other = cell->parent->children; other != NULL; other = other->next)
    if (dz_html_is_cell (other) && other != cell && (dz_html_measure_get (measures, other)->prose >= 30 || has_title (other)))
      return TRUE;

  return FALSE;
}

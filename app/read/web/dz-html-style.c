/* dz-html-style.c - what the style sheet of a page says of its words: struck out, raised
 *
 * A page made by an office program or a site says it by a class as often as by an element. Only what certainly holds is
 * looked at: rules for a class, or an element of a class, outside of @media; what an element's own style says goes first.
 * Whether a class hides its block is not asked: what is folded away is read too (dz-html-measure.c).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-html-style.h"

#include "dz-html-tree.h"

#include <string.h>

#define MAX_SHEET (1 << 20)
#define MAX_RULES 20000

/* What declarations say; 0: nothing. */
static guint
judge (const char *style)
{
  double height = 0;
  double shift = 0;
  const char *align = dz_html_find_property (style, "vertical-align", &height);
  const char *top = strstr (style, "relative") != NULL ? dz_html_find_property (style, "top", &shift) : NULL;
  guint look = 0;

  if (strstr (style, "line-through") != NULL)
    look |= DZ_HTML_STRUCK;
  if (align != NULL && g_str_has_prefix (align, "super"))
    look |= DZ_HTML_RAISED;
  else if ((align != NULL && height > 0) || (top != NULL && shift < 0))
    look |= DZ_HTML_HIGH;

  return look;
}

/* ".note", "span.note": one class and no more. */
static gboolean
is_plain (const char *selector)
{
  const char *dot = strchr (selector, '.');

  return dot != NULL && dot[1] != '\0' && strchr (dot + 1, '.') == NULL && strpbrk (selector, " >+~:[#*\t") == NULL;
}

static void
add_rule (GHashTable *sheet,
          const char *selectors,
          const char *style)
{
  guint look = judge (style);
  g_auto(GStrv) list = NULL;

  if (look == 0)
    return;
  list = g_strsplit (selectors, ",", -1);
  for (guint i = 0; list[i] != NULL && g_hash_table_size (sheet) < MAX_RULES; i++)
    if (is_plain (g_strstrip (list[i])))
      g_hash_table_insert (sheet, g_ascii_strdown (list[i], -1), GUINT_TO_POINTER (look));
}

/* Comments, and the marks of one that old browsers were to be shown, are no rules. */
static char *
dup_rules (const char *text)
{
  GString *out = g_string_new (NULL);

  while (*text != '\0' && out->len < MAX_SHEET)
    if (g_str_has_prefix (text, "/*"))
      {
        const char *end = strstr (text + 2, "*/");

        text = end != NULL ? end + 2 : text + strlen (text);
      }
    else if (g_str_has_prefix (text, "<!--") || g_str_has_prefix (text, "-->"))
      text += *text == '<' ? 4 : 3;
    else
      g_string_append_c (out, *text++);

  return g_string_free (out, FALSE);
}

static void
read_sheet (GHashTable *sheet,
            const char *text)
{
  g_autofree char *rules = dup_rules (text);
  char *at = rules;

  while (*at != '\0')
    {
      char *open = strchr (at, '{');
      char *close = open != NULL ? strchr (open, '}') : NULL;
      char *end;
      guint depth = 1;

      if (close == NULL)
        break;
      *open = *close = '\0';
      g_strstrip (at);
      if (*at != '@')
        {
          add_rule (sheet, at, open + 1);
          at = close + 1;
          continue;
        }
      *open = '{';
      *close = '}';
      end = memchr (at, ';', (size_t) (open - at));
      if (end != NULL) /* @charset, @import: no block follows */
        {
          at = end + 1;
          continue;
        }
      for (at = open + 1; *at != '\0' && depth > 0; at++)
        depth += *at == '{' ? 1 : *at == '}' ? -1u : 0;
    }
}

static void
walk (GHashTable *sheet,
      xmlNode    *node,
      guint       depth)
{
  for (; node != NULL && depth < 6; node = node->next) /* sheets stand in the head, or near the beginning */
    {
      if (node->type != XML_ELEMENT_NODE)
        continue;
      if (g_str_equal ((const char *) node->name, "style"))
        {
          g_autofree char *text = dz_html_dup_text (node);

          read_sheet (sheet, text);
        }
      else
        walk (sheet, node->children, depth + 1);
    }
}

/**
 * dz_html_style_new:
 *
 * Returns: (transfer full) (element-type utf8 DzHtmlLook): what the sheets in the page say, by class
 */
GHashTable *
dz_html_style_new (xmlNode *root)
{
  GHashTable *sheet = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  walk (sheet, root, 0);

  return sheet;
}

static guint
look_up (GHashTable *sheet,
         const char *name,
         const char *class)
{
  g_autofree char *plain = g_strconcat (".", class, NULL);
  g_autofree char *of_element = g_strconcat (name, plain, NULL);

  return GPOINTER_TO_UINT (g_hash_table_lookup (sheet, plain)) | GPOINTER_TO_UINT (g_hash_table_lookup (sheet, of_element));
}

/**
 * dz_html_style_get:
 * @sheet: (nullable)
 *
 * Returns: what the element's own style, or else its classes, say of its words
 */
guint
dz_html_style_get (GHashTable *sheet,
                   xmlNode    *node)
{
  g_autofree char *style = dz_html_dup_attribute (node, "style");
  guint look = style != NULL ? judge (style) : 0;
  g_autofree char *class = NULL;
  g_auto(GStrv) classes = NULL;

  if (look != 0 || sheet == NULL || g_hash_table_size (sheet) == 0)
    return look;
  class = dz_html_dup_attribute (node, "class");
  if (class == NULL)
    return 0;
  for (char *c = class; *c != '\0'; c++)
    *c = g_ascii_tolower (*c);
  classes = g_strsplit_set (class, " \t\r\n", -1);
  for (guint i = 0; classes[i] != NULL; i++)
    if (*classes[i] != '\0')
      look |= look_up (sheet, (const char *) node->name, classes[i]);

  return look;
}

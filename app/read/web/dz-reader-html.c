/* dz-reader-html.c - web pages, saved as .html or as one file (.mht)
 *
 * The page is parsed into libxml2's tree with a guard on depth and time. One walk
 * measures every block (text, text in links), a second writes the blocks that are
 * not made of links; dz-web-page.h then drops the lines that are furniture.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-encoding.h"
#include "dz-text-builder.h"
#include "dz-html-tree.h"
#include "dz-mime.h"
#include "dz-list-number.h"
#include "dz-reader-kind.h"
#include "dz-web-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  guint text;  /* characters */
  guint links; /* characters inside links */
  guint n_links;
  guint prose; /* characters in sentences */
} Measure;

typedef struct
{
  int n;
  DzListNumber kind;
} List;

typedef struct
{
  DzTextBuilder *flow;
  DzSource *source;
  GArray *measures; /* Measure, index in node->_private */
  GArray *lists;    /* List */
  GArray *spans;    /* guint: rows each column of the table is still covered for */
  char *title;
  guint furniture;
  guint pictures;
  guint objects;
  guint formulas;
  guint attachments;
  gboolean preformatted;
} Page;

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
  "script", "style", "noscript", "template", "iframe", "select", "button", "input", "textarea", "head", "link", "meta", "title", "svg",
  "video", "audio", "canvas", "option", "map", NULL,
};

static guint
get_count (xmlNode    *node,
           const char *name)
{
  g_autofree char *value = dz_html_dup_attribute (node, name);

  return value != NULL ? (guint) CLAMP (g_ascii_strtoll (value, NULL, 10), 1, 64) : 1;
}

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

  return hidden != NULL || (style != NULL && strstr (style, "display:none") != NULL) ||
         (style != NULL && strstr (style, "mso-hide:all") != NULL);
}

/* First walk. */

static Measure
measure_text (const char *text,
              gboolean    in_link)
{
  Measure m = { 0 };
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

static Measure
measure_node (Page    *page,
              xmlNode *node,
              gboolean in_link)
{
  Measure sum = { 0 };
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
      Measure m = measure_node (page, child, in_link);

      sum.text += m.text;
      sum.links += m.links;
      sum.n_links += m.n_links;
      sum.prose += m.prose;
    }
  index = page->measures->len;
  g_array_append_val (page->measures, sum);
  node->_private = GUINT_TO_POINTER (index + 1);

  return sum;
}

static const Measure *
get_measure (Page    *page,
             xmlNode *node)
{
  guint index = GPOINTER_TO_UINT (node->_private);
  static const Measure none = { 0 };

  return index > 0 ? &g_array_index (page->measures, Measure, index - 1) : &none;
}

/* Second walk. */

static void walk_children (Page    *page,
                           xmlNode *node);

static gboolean
is_furniture (Page    *page,
              xmlNode *node)
{
  const Measure *m = get_measure (page, node);
  const char *name = (const char *) node->name;
  static const char *const names[] = { "nav", "footer", "aside", "header", NULL };
  g_autofree char *class = NULL;
  g_autofree char *id = NULL;

  if (m->prose >= 60 || m->text == 0)
    return FALSE;
  if (m->n_links >= 2 && m->links * 10 >= m->text * 6)
    return TRUE;
  if (is_one_of (name, names))
    return strstr ("header", name) == NULL || m->links > 0;
  class = dz_html_dup_attribute (node, "class");
  id = dz_html_dup_attribute (node, "id");

  return m->prose == 0 && m->n_links > 0 &&
         ((class != NULL && dz_web_page_is_furniture_name (class)) ||
          (id != NULL && dz_web_page_is_furniture_name (id)));
}

/* A line of the source that breaks between two Chinese characters parts no words. */
static gboolean
is_source_break (const GString *line,
                 const char    *p,
                 gsize          blanks)
{
  return (memchr (p, '\n', blanks) != NULL || memchr (p, '\r', blanks) != NULL) &&
         (guchar) line->str[line->len - 1] >= 0x80 && (guchar) p[blanks] >= 0x80;
}

/* Blanks of the source are one blank, none at the beginning of a line. */
static void
add_text (Page       *page,
          const char *text)
{
  GString *line = dz_text_builder_peek_line (page->flow);

  for (const char *p = text; *p != '\0';)
    {
      gsize run = strcspn (p, " \t\r\n\f\302\342");

      if (run > 0)
        dz_text_builder_add (page->flow, p, (gssize) run);
      p += run;
      if (*p == '\0')
        break;
      if (page->preformatted && *p == '\n')
        dz_text_builder_end_paragraph (page->flow, DZ_PART_PARAGRAPH, 0);
      else if (g_ascii_isspace (*p))
        {
          gsize blanks = strspn (p, " \t\r\n\f");

          if (line->len > 0 && line->str[line->len - 1] != ' ' && !is_source_break (line, p, blanks))
            g_string_append_c (line, ' ');
          p += blanks;
          continue;
        }
      else if (g_str_has_prefix (p, "\302\240")) /* no-break space */
        {
          if (line->len > 0)
            g_string_append_c (line, ' ');
          p++;
        }
      else if (g_str_has_prefix (p, "\342\200\213")) /* zero width space */
        p += 2;
      else
        {
          const char *next = g_utf8_next_char (p);

          dz_text_builder_add (page->flow, p, next - p);
          p = next;
          continue;
        }
      p++;
    }
}

static void
end_line (Page      *page,
          DzPartKind kind,
          guint      level)
{
  GString *line = dz_text_builder_peek_line (page->flow);

  while (line->len > 0 && line->str[line->len - 1] == ' ')
    g_string_truncate (line, line->len - 1);
  dz_text_builder_end_paragraph (page->flow, kind, level);
}

static DzListNumber
get_list_kind (xmlNode *node)
{
  g_autofree char *type = dz_html_dup_attribute (node, "type");
  g_autofree char *style = dz_html_dup_attribute (node, "style");

  if (style != NULL && (strstr (style, "cjk-ideographic") != NULL || strstr (style, "chinese") != NULL))
    return DZ_NUMERAL_CHINESE;
  if (style != NULL && strstr (style, "list-style") != NULL && strstr (style, "none") != NULL)
    return DZ_NUMERAL_BULLET;
  switch (type != NULL ? type[0] : '1')
    {
    case 'a': return DZ_NUMERAL_LOWER_LETTER;
    case 'A': return DZ_NUMERAL_UPPER_LETTER;
    case 'i': return DZ_NUMERAL_LOWER_ROMAN;
    case 'I': return DZ_NUMERAL_UPPER_ROMAN;
    default: return DZ_NUMERAL_DECIMAL;
    }
}

static void
walk_list (Page    *page,
           xmlNode *node)
{
  List list = { 0, DZ_NUMERAL_BULLET };

  if (g_str_equal ((const char *) node->name, "ol"))
    {
      g_autofree char *start = dz_html_dup_attribute (node, "start");

      list.kind = get_list_kind (node);
      list.n = start != NULL ? (int) CLAMP (g_ascii_strtoll (start, NULL, 10), 0, 99999) - 1 : 0;
    }
  g_array_append_val (page->lists, list);
  walk_children (page, node);
  g_array_set_size (page->lists, page->lists->len - 1);
}

static void
begin_item (Page    *page,
            xmlNode *node)
{
  List *list;
  g_autofree char *value = NULL;
  GString *line = dz_text_builder_peek_line (page->flow);

  if (page->lists->len == 0)
    return;
  list = &g_array_index (page->lists, List, page->lists->len - 1);
  if (list->kind == DZ_NUMERAL_BULLET)
    return;
  value = dz_html_dup_attribute (node, "value");
  list->n = value != NULL ? (int) CLAMP (g_ascii_strtoll (value, NULL, 10), 0, 99999) : list->n + 1;
  dz_list_number_append (line, list->kind, list->n);
  g_string_append (line, list->kind == DZ_NUMERAL_CHINESE ? "、" : ". ");
}

/* The empty cells a cell of a row above reaches into. */
static void
fill_covered (Page  *page,
              guint *column)
{
  while (*column < page->spans->len && g_array_index (page->spans, guint, *column) > 0)
    {
      g_array_index (page->spans, guint, *column) -= 1;
      dz_text_builder_begin_cell (page->flow);
      *column += 1;
    }
}

static void
walk_cell (Page    *page,
           xmlNode *node,
           guint   *column)
{
  guint columns = get_count (node, "colspan");
  guint rows = get_count (node, "rowspan");

  fill_covered (page, column);
  if (*column + columns < 512)
    {
      if (page->spans->len < *column + columns)
        g_array_set_size (page->spans, *column + columns);
      for (guint i = 0; i < columns; i++)
        g_array_index (page->spans, guint, *column + i) = rows - 1;
    }
  *column += columns;
  dz_text_builder_begin_cell (page->flow);
  walk_children (page, node);
  end_line (page, DZ_PART_PARAGRAPH, 0);
  dz_text_builder_skip_cells (page->flow, columns - 1);
}

static void
walk_row (Page    *page,
          xmlNode *node)
{
  guint column = 0;

  end_line (page, DZ_PART_PARAGRAPH, 0);
  dz_text_builder_begin_row (page->flow);
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE &&
        (g_str_equal ((const char *) child->name, "td") || g_str_equal ((const char *) child->name, "th")))
      walk_cell (page, child, &column);
  fill_covered (page, &column);
  dz_text_builder_end_row (page->flow);
}

static void
walk_table (Page    *page,
            xmlNode *node)
{
  GArray *outer = page->spans;

  page->spans = g_array_new (FALSE, TRUE, sizeof (guint));
  end_line (page, DZ_PART_PARAGRAPH, 0);
  walk_children (page, node);
  g_array_unref (page->spans);
  page->spans = outer;
}

static void
note_link (Page    *page,
           xmlNode *node)
{
  static const char *const extensions[] = {
    ".doc", ".docx", ".wps", ".pdf", ".ofd", ".xls", ".xlsx", ".et", ".zip", ".rar", ".7z",
  };
  g_autofree char *href = dz_html_dup_attribute (node, "href");
  g_autofree char *lower = NULL;

  if (href == NULL)
    return;
  lower = g_ascii_strdown (href, -1);
  for (guint i = 0; i < G_N_ELEMENTS (extensions); i++)
    if (g_str_has_suffix (lower, extensions[i]))
      {
        page->attachments++;
        return;
      }
}

static void
walk_ruby_text (Page    *page,
                xmlNode *node)
{
  dz_text_builder_add (page->flow, "（", -1);
  walk_children (page, node);
  dz_text_builder_add (page->flow, "）", -1);
}

/* Elements without the flow of a block; TRUE if nothing else is to be done. */
static gboolean
walk_special (Page       *page,
              xmlNode    *node,
              const char *name)
{
  if (g_str_equal (name, "br"))
    end_line (page, DZ_PART_PARAGRAPH, 0);
  else if (g_str_equal (name, "img"))
    page->pictures++;
  else if (g_str_equal (name, "object") || g_str_equal (name, "embed"))
    page->objects++;
  else if (g_str_equal (name, "math"))
    page->formulas++;
  else if (g_str_equal (name, "rt"))
    walk_ruby_text (page, node);
  else if (g_str_equal (name, "rp"))
    ;
  else if (is_one_of (name, dropped))
    page->furniture += g_str_equal (name, "select") || g_str_equal (name, "button");
  else if (g_str_equal (name, "table"))
    walk_table (page, node);
  else if (g_str_equal (name, "tr"))
    walk_row (page, node);
  else
    return FALSE;

  return TRUE;
}

static void
walk_block (Page       *page,
            xmlNode    *node,
            const char *name)
{
  DzPartKind kind = DZ_PART_PARAGRAPH;
  guint level = 0;
  gboolean outer = page->preformatted;

  end_line (page, DZ_PART_PARAGRAPH, 0);
  if (name[0] == 'h' && name[1] >= '1' && name[1] <= '6' && name[2] == '\0')
    {
      kind = DZ_PART_HEADING;
      level = (guint) (name[1] - '0');
    }
  page->preformatted = outer || g_str_equal (name, "pre");
  if (g_str_equal (name, "ul") || g_str_equal (name, "ol"))
    walk_list (page, node);
  else
    {
      if (g_str_equal (name, "li"))
        begin_item (page, node);
      walk_children (page, node);
    }
  page->preformatted = outer;
  end_line (page, kind, level);
}

static void
walk_node (Page    *page,
           xmlNode *node)
{
  const char *name = (const char *) node->name;

  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
    {
      add_text (page, (const char *) node->content);
      return;
    }
  if (node->type == XML_ENTITY_REF_NODE || node->type != XML_ELEMENT_NODE)
    return;
  if (is_hidden (node))
    {
      page->furniture += get_measure (page, node)->text > 0;
      return;
    }
  if (is_one_of (name, blocks) && is_furniture (page, node))
    {
      page->furniture += MAX (1, get_measure (page, node)->n_links);
      end_line (page, DZ_PART_PARAGRAPH, 0);
      return;
    }
  if (walk_special (page, node, name))
    return;
  if (g_str_equal (name, "a"))
    note_link (page, node);
  if (is_one_of (name, blocks))
    walk_block (page, node, name);
  else
    walk_children (page, node);
}

static void
walk_children (Page    *page,
               xmlNode *node)
{
  for (xmlNode *child = node->children; child != NULL && !dz_text_builder_is_full (page->flow); child = child->next)
    walk_node (page, child);
}

static DzText *
read_tree (Page    *page,
           xmlDoc  *doc,
           GError **error)
{
  xmlNode *root = xmlDocGetRootElement (doc);
  g_autoptr(DzText) all = NULL;

  if (root != NULL)
    {
      page->title = dz_html_find_title (root, page->source);
      measure_node (page, root, FALSE);
      walk_node (page, root);
    }
  all = dz_text_builder_finish (page->flow, error);
  if (all == NULL)
    return NULL;

  return dz_web_page_clean (all, page->title, page->source, &page->furniture);
}

static void
tell_losses (Page *page)
{
  dz_source_add_loss (page->source, DZ_LOSS_PICTURES, page->pictures, NULL);
  dz_source_add_loss (page->source, DZ_LOSS_CHARTS, page->objects, NULL);
  dz_source_add_loss (page->source, DZ_LOSS_FORMULAS, page->formulas, NULL);
  dz_source_add_loss (page->source, DZ_LOSS_FURNITURE, page->furniture, NULL);
  dz_source_add_loss (page->source, DZ_LOSS_CHARACTERS, dz_text_builder_get_n_replaced (page->flow), NULL);
  dz_source_add_loss (page->source, DZ_LOSS_ATTACHMENTS, page->attachments, NULL);
}

static DzText *
read_page (const char   *text,
           gsize         len,
           DzSource     *source,
           GCancellable *cancellable,
           GError      **error)
{
  Page page = { dz_text_builder_new (&dz_limits_default), source };
  xmlDoc *doc = dz_html_parse (text, len, cancellable, error);
  DzText *result = NULL;

  if (doc != NULL)
    {
      page.measures = g_array_new (FALSE, FALSE, sizeof (Measure));
      page.lists = g_array_new (FALSE, FALSE, sizeof (List));
      page.spans = g_array_new (FALSE, TRUE, sizeof (guint));
      result = read_tree (&page, doc, error);
      tell_losses (&page);
      g_array_unref (page.measures);
      g_array_unref (page.lists);
      g_array_unref (page.spans);
      g_free (page.title);
      xmlFreeDoc (doc);
    }
  dz_text_builder_free (page.flow);
  if (result != NULL && dz_text_get_length (result) == 0)
    {
      g_clear_pointer (&result, dz_text_unref);
      g_set_error (error, DZ_ERROR, DZ_ERROR_EMPTY, _("There is no text in the file. Ask for it again."));
    }

  return result;
}

static DzText *
read_html (GBytes        *bytes,
           DzSource      *source,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr(GBytes) part = NULL;
  g_autofree char *charset = NULL;
  g_autofree char *text = NULL;
  guint n_pictures;
  gsize len;
  const char *data = g_bytes_get_data (bytes, &len);

  if (!dz_limits_check_input (&dz_limits_default, len, error))
    return NULL;
  if (dz_mime_is ((const guint8 *) data, len))
    {
      part = dz_mime_find_page ((const guint8 *) data, len, &charset, &n_pictures);
      if (part == NULL)
        {
          g_set_error (error, DZ_ERROR, DZ_ERROR_BROKEN,
                       _("The saved web page holds no page. Save it again from the browser."));
          return NULL;
        }
      data = g_bytes_get_data (part, &len);
    }
  if (charset == NULL && data != NULL)
    charset = dz_html_find_charset (data, len);
  text = dz_encoding_decode (data != NULL ? data : "", len, charset, source, &len, error);
  if (text == NULL || !dz_limits_check_text (&dz_limits_default, len, error))
    return NULL;

  return read_page (text, len, source, cancellable, error);
}

static int
sniff_html (const guint8 *data,
            gsize         len,
            const char   *name)
{
  char head[2049];
  gsize n = 0;
  const char *p;

  for (gsize i = 0; i < MIN (len, 4096) && n < sizeof head - 1; i++)
    if (data[i] != 0 && data[i] < 0x80)
      head[n++] = g_ascii_tolower ((char) data[i]);
  head[n] = '\0';
  if (dz_mime_is (data, len))
    return 90;
  for (p = head; g_ascii_isspace (*p); p++)
    ;
  if (*p != '<')
    return 0;
  if (strstr (head, "<!doctype html") != NULL || strstr (head, "<html") != NULL)
    return 85;
  if (strstr (head, "<head") != NULL || strstr (head, "<body") != NULL)
    return 75;
  if (strstr (head, "<?xml") != NULL)
    return 0;
  if (strstr (head, "<p>") != NULL || strstr (head, "<p ") != NULL || strstr (head, "<div") != NULL ||
      strstr (head, "<table") != NULL || strstr (head, "<meta") != NULL || strstr (head, "<title") != NULL ||
      strstr (head, "<h1") != NULL)
    return 60;

  return 5;
}

static const char *const extensions[] = { "html", "htm", "xhtml", "shtml", "mht", "mhtml", NULL };

const DzReader dz_reader_html = { "html", extensions, sniff_html, read_html };

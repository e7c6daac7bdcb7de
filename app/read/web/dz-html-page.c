/* dz-html-page.c - the report on a web page
 *
 * The page is parsed into libxml2's tree with a guard on depth and time. One walk
 * measures every block (text, text in links), a second writes the blocks that are
 * not made of links; dz-web-page.h then drops the lines that are furniture. What
 * is folded away (a second tab) or lies in a field of text is read too.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-html-page.h"

#include "dz-encoding.h"
#include "dz-error.h"
#include "dz-html-measure.h"
#include "dz-html-style.h"
#include "dz-html-tree.h"
#include "dz-list-number.h"
#include "dz-mime.h"
#include "dz-text-builder.h"
#include "dz-web-page.h"
#include "dz-web-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  int n;
  DzListNumber kind;
} List;

typedef struct
{
  DzTextBuilder *flow;
  DzSource *source;
  GArray *measures; /* DzHtmlMeasure */
  GArray *lists;    /* List */
  GArray *spans;    /* guint: rows each column of the table is still covered for */
  char *title;
  guint furniture;
  guint hidden;
  guint pictures;
  guint objects;
  guint formulas;
  GHashTable *sheet; /* DzHtmlLook, by class */
  guint attachments;
  guint characters;
  guint deletions;
  gboolean preformatted;
  gboolean apart;   /* a box in the line ended or begins */
  guint depth;      /* pages inside the page */
  guint n_inner;    /* of them read so far */
  GPtrArray *parts; /* (nullable) (element-type DzMimePart): saved along with it */
  GCancellable *cancellable;
} Page;

#define LONG_NAME 200 /* characters of a link that is called after a file */
#define MAX_DEPTH 4
#define MAX_INNER 64 /* a page may be framed in itself many times over */

static guint
get_count (xmlNode    *node,
           const char *name)
{
  g_autofree char *value = dz_html_dup_attribute (node, name);

  return value != NULL ? (guint) CLAMP (g_ascii_strtoll (value, NULL, 10), 1, 64) : 1;
}

static void walk_children (Page    *page,
                           xmlNode *node);

/* A line of the source that breaks between two Chinese characters parts no words. */
static gboolean
is_source_break (const GString *line,
                 const char    *p,
                 gsize          blanks)
{
  return (memchr (p, '\n', blanks) != NULL || memchr (p, '\r', blanks) != NULL) &&
         (guchar) line->str[line->len - 1] >= 0x80 && (guchar) p[blanks] >= 0x80;
}

/* What old programs mean by &#128; to &#159;: the places of windows-1252, as the standard of HTML says; 0: nothing is meant.
 * Without it the dash of 3&#150;5 is no sign at all, and what stays is 35. */
static const gunichar old_places[32] = {
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0,
  0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
};

/* Two boxes in a line may each end and begin with a number. */
static gboolean
joins_numbers (const GString *line,
               const char    *text)
{
  return line->len > 0 && g_ascii_isdigit (line->str[line->len - 1]) && g_ascii_isdigit (text[0]);
}

/* Blanks of the source are one blank, none at the beginning of a line. */
static void
add_text (Page       *page,
          const char *text)
{
  GString *line = dz_text_builder_peek_line (page->flow);

  if (page->apart && joins_numbers (line, text))
    g_string_append_c (line, ' ');
  page->apart = FALSE;
  for (const char *p = text; *p != '\0';)
    {
      gsize run = strcspn (p, " \t\r\n\f\302\342\357");

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
      else if ((guchar) p[0] == 0xc2 && (guchar) p[1] < 0xa0)
        {
          gunichar meant = old_places[(guchar) *++p - 0x80];

          if (meant != 0)
            g_string_append_unichar (line, meant);
        }
      else if (g_str_has_prefix (p, "\342\200\213")) /* zero width space */
        p += 2;
      else if (g_str_has_prefix (p, DZ_WEB_LINK_START) || g_str_has_prefix (p, DZ_WEB_LINK_END))
        {
          page->characters++;
          p += 2;
        }
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
    if (dz_html_is_cell (child) && dz_html_is_menu_beside_text (page->measures, child))
      page->furniture++;
    else if (dz_html_is_cell (child))
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

/* Returns: whether the link leads to a file, which is one of the report's own. */
static gboolean
note_link (Page    *page,
           xmlNode *node)
{
  g_autofree char *href = dz_html_dup_attribute (node, "href");
  g_autofree char *text = NULL;
  gboolean file;

  if (href == NULL)
    return TRUE;
  file = dz_web_words_end (DZ_WEB_FILES, href); /* "down.jsp?name=a.doc" */
  href[strcspn (href, "?#")] = '\0';
  /* an address that only has a number may be that of a file all the same */
  if (dz_html_measure_get (page->measures, node)->text < LONG_NAME)
    text = dz_html_dup_text (node);
  if (!file && !dz_web_words_end (DZ_WEB_FILES, href) && (text == NULL || !dz_web_words_end (DZ_WEB_FILES, text)))
    return FALSE;
  page->attachments++;

  return TRUE;
}

/* The characters of a link to another page are marked, for dz-web-page.h to measure. */
static void
walk_link (Page    *page,
           xmlNode *node)
{
  gboolean plain = note_link (page, node);

  if (!plain)
    dz_text_builder_add (page->flow, DZ_WEB_LINK_START, -1);
  walk_children (page, node);
  if (!plain)
    dz_text_builder_add (page->flow, DZ_WEB_LINK_END, -1);
}

static void walk_node (Page    *page,
                       xmlNode *node);

/* A page inside the page: the article in a field of text, as old systems keep it, or a frame. */
static void
walk_inner (Page       *page,
            const char *text,
            gsize       len)
{
  gboolean few = page->depth < MAX_DEPTH && page->n_inner++ < MAX_INNER;
  xmlDoc *doc = few ? dz_html_parse (text, len, page->cancellable, NULL) : NULL;
  xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;
  GArray *measures = page->measures;

  end_line (page, DZ_PART_PARAGRAPH, 0);
  if (root != NULL)
    {
      page->depth++;
      page->measures = dz_html_measure_new (root);
      walk_node (page, root);
      g_array_unref (page->measures);
      page->measures = measures;
      page->depth--;
    }
  else
    page->objects++;
  end_line (page, DZ_PART_PARAGRAPH, 0);
  g_clear_pointer (&doc, xmlFreeDoc);
}

static void
walk_field (Page    *page,
            xmlNode *node)
{
  g_autofree char *text = dz_html_dup_text (node);
  gboolean outer = page->preformatted;

  if (strchr (text, '<') != NULL)
    {
      walk_inner (page, text, strlen (text));
      return;
    }
  end_line (page, DZ_PART_PARAGRAPH, 0);
  page->preformatted = TRUE;
  add_text (page, text);
  page->preformatted = outer;
  end_line (page, DZ_PART_PARAGRAPH, 0);
}

static gboolean
has_digit (const char *text)
{
  return strpbrk (text, "0123456789") != NULL;
}

/* What was filled in behind a label is said by the page; what a field to search in holds is not. */
static void
walk_input (Page    *page,
            xmlNode *node)
{
  static const char *const kinds[] = { "text", "number", "tel", "date", "month", NULL };
  g_autofree char *type = dz_html_dup_attribute (node, "type");
  g_autofree char *value = dz_html_dup_attribute (node, "value");

  if (value == NULL || *value == '\0' || (type != NULL && !g_strv_contains (kinds, type)))
    return;
  if (has_digit (value) && dz_text_builder_peek_line (page->flow)->len > 0)
    add_text (page, value);
  else
    page->furniture++;
}

static void
walk_choice (Page    *page,
             xmlNode *node)
{
  gboolean any = FALSE;

  for (xmlNode *option = node->children; option != NULL; option = option->next)
    if (option->type == XML_ELEMENT_NODE && g_str_equal ((const char *) option->name, "option"))
      {
        g_autofree char *text = dz_html_dup_text (option);

        any = TRUE;
        if (xmlHasProp (option, BAD_CAST "selected") == NULL || dz_text_builder_peek_line (page->flow)->len == 0)
          continue;
        add_text (page, text);
        return;
      }
  page->furniture += any;
}

/* Whether a part saved from @location is what @address leads to: as it stands, or beside the page that names it. */
static gboolean
is_address_of (const char *location,
               const char *address)
{
  gsize tail;

  if (location == NULL || g_str_equal (location, address))
    return location != NULL;
  if (g_str_has_prefix (address, "./"))
    address += 2;
  tail = strlen (address);

  return tail > 0 && strstr (address, ":") == NULL && g_str_has_suffix (location, address) && strlen (location) > tail &&
         location[strlen (location) - tail - 1] == '/';
}

/* A frame whose page was saved along is read where it stands; another is told, whatever it shows. */
static void
walk_frame (Page    *page,
            xmlNode *node)
{
  g_autofree char *inside = dz_html_dup_attribute (node, "srcdoc");
  g_autofree char *address = dz_html_dup_attribute (node, "src");
  const char *id = address != NULL && g_str_has_prefix (address, "cid:") ? address + 4 : NULL;

  if (inside != NULL)
    walk_inner (page, inside, strlen (inside));
  for (guint i = 0; inside == NULL && address != NULL && page->parts != NULL && i < page->parts->len; i++)
    {
      const DzMimePart *part = page->parts->pdata[i];
      g_autofree char *text = NULL;
      gsize len;

      if (!g_str_equal (part->type, "text/html") ||
          !(id != NULL ? g_strcmp0 (part->id, id) == 0 : is_address_of (part->location, address)))
        continue;
      text = dz_html_decode (part->bytes, part->charset, page->source, &len, NULL);
      if (text != NULL)
        walk_inner (page, text, len);
      else
        page->objects++;
      return;
    }
  page->objects += inside == NULL && address != NULL && !g_str_has_prefix (address, "about:");
}

static void
walk_ruby_text (Page    *page,
                xmlNode *node)
{
  dz_text_builder_add (page->flow, "（", -1);
  walk_children (page, node);
  dz_text_builder_add (page->flow, "）", -1);
}

/* Whether a drawing has words in it; its title and description are hints that pop up. */
static gboolean
draws_text (xmlNode *node)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      g_autofree char *text = NULL;

      if (child->type != XML_ELEMENT_NODE)
        continue;
      if (g_str_equal ((const char *) child->name, "text") || g_str_equal ((const char *) child->name, "foreignobject"))
        text = dz_html_dup_text (child);
      if ((text != NULL && *text != '\0') || (text == NULL && draws_text (child)))
        return TRUE;
    }

  return FALSE;
}

/* What a page holds for programs is nothing to a reader; what it shows instead of a film, or for browsers without
 * scripts, and a drawing with words in it, are told. */
static void
leave_out (Page       *page,
           xmlNode    *node,
           const char *name)
{
  static const char *const stand_ins[] = { "noscript", "video", "audio", "canvas", NULL };

  if (g_str_equal (name, "svg"))
    page->objects += draws_text (node);
  else if (g_str_equal (name, "button"))
    page->furniture++;
  else if (g_strv_contains (stand_ins, name))
    {
      g_autofree char *text = dz_html_dup_text (node);

      page->furniture += *text != '\0';
    }
}

/* What the writer deleted, or has struck out as no longer right. */
static gboolean
is_struck (const char *name,
           guint       look)
{
  static const char *const names[] = { "del", "s", "strike", NULL };

  return g_strv_contains (names, name) || (look & DZ_HTML_STRUCK) != 0;
}

static gboolean
is_box_in_line (xmlNode *node)
{
  g_autofree char *style = dz_html_dup_attribute (node, "style");

  return style != NULL && (strstr (style, "inline-block") != NULL || strstr (style, "inline-flex") != NULL ||
                           strstr (style, "table-cell") != NULL || strstr (style, "float") != NULL);
}

/* A raised number: as sup, or so much higher that it would be more digits of the number before it. */
static gboolean
is_raised (Page       *page,
           const char *name,
           guint       look)
{
  static const char *const inlines[] = { "span", "font", "a", "small", "b", "i", "em", "strong", "u", "big", NULL };

  return g_str_equal (name, "sup") ||
         (g_strv_contains (inlines, name) && ((look & DZ_HTML_RAISED) != 0 ||
                                              ((look & DZ_HTML_HIGH) != 0 && dz_text_builder_ends_in_number (page->flow))));
}

static void
walk_raised (Page    *page,
             xmlNode *node)
{
  dz_text_builder_set_raised (page->flow, TRUE);
  walk_children (page, node);
  dz_text_builder_set_raised (page->flow, FALSE);
}

/* Elements without the flow of a block; TRUE if nothing else is to be done. */
static gboolean
walk_special (Page       *page,
              xmlNode    *node,
              const char *name)
{
  guint look = dz_html_style_get (page->sheet, node);

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
  else if (is_raised (page, name, look))
    walk_raised (page, node);
  else if (is_struck (name, look))
    page->deletions += dz_html_measure_get (page->measures, node)->text > 0;
  else if (g_str_equal (name, "rp") || (g_str_equal (name, "noframes") && page->parts != NULL))
    ;
  else if (g_str_equal (name, "input"))
    walk_input (page, node);
  else if (g_str_equal (name, "select"))
    walk_choice (page, node);
  else if (dz_html_is_dropped (name))
    leave_out (page, node, name);
  else if (g_str_equal (name, "textarea"))
    walk_field (page, node);
  else if (g_str_equal (name, "iframe") || g_str_equal (name, "frame"))
    walk_frame (page, node);
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
  if (!dz_html_is_shown (page->measures, node))
    {
      page->hidden += dz_html_measure_get (page->measures, node)->text > 0;
      return;
    }
  if (dz_html_is_block (name) && dz_html_is_furniture (page->measures, node))
    {
      page->furniture += MAX (1, dz_html_measure_get (page->measures, node)->n_links);
      end_line (page, DZ_PART_PARAGRAPH, 0);
      return;
    }
  if (walk_special (page, node, name))
    return;
  if (g_str_equal (name, "a"))
    {
      walk_link (page, node);
      return;
    }
  if (dz_html_is_block (name))
    walk_block (page, node, name);
  else
    {
      gboolean box = is_box_in_line (node);

      page->apart |= box;
      walk_children (page, node);
      page->apart |= box;
    }
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
      page->measures = dz_html_measure_new (root);
      page->sheet = dz_html_style_new (root);
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
  dz_source_add_loss (page->source, DZ_LOSS_HIDDEN, page->hidden, NULL);
  dz_source_add_loss (page->source, DZ_LOSS_TRACKED_DELETIONS, page->deletions, NULL);
  dz_source_add_loss (page->source, DZ_LOSS_CHARACTERS, page->characters + dz_text_builder_get_n_replaced (page->flow), NULL);
  dz_source_add_loss (page->source, DZ_LOSS_ATTACHMENTS, page->attachments, NULL);
}

static DzText *
read_tree_of (const char    *text,
              gsize          len,
              GPtrArray     *parts,
              DzSource      *source,
              GCancellable  *cancellable,
              GError       **error)
{
  Page page = { dz_text_builder_new (&dz_limits_default), source, .parts = parts, .cancellable = cancellable };
  xmlDoc *doc = dz_html_parse (text, len, cancellable, error);
  DzText *result = NULL;

  if (doc != NULL)
    {
      page.lists = g_array_new (FALSE, FALSE, sizeof (List));
      page.spans = g_array_new (FALSE, TRUE, sizeof (guint));
      result = read_tree (&page, doc, error);
      tell_losses (&page);
      g_clear_pointer (&page.measures, g_array_unref);
      g_clear_pointer (&page.sheet, g_hash_table_unref);
      g_array_unref (page.lists);
      g_array_unref (page.spans);
      g_free (page.title);
      xmlFreeDoc (doc);
    }
  dz_text_builder_free (page.flow);
  if (result != NULL && dz_text_get_length (result) == 0)
    {
      g_clear_pointer (&result, dz_text_unref);
      dz_set_error (error, DZ_ERROR_EMPTY, _("There is no text in the file. Ask for it again."));
    }

  return result;
}

/**
 * dz_html_decode:
 * @charset: (nullable): as stated outside the page
 * @source: gets the encoding
 *
 * Returns: (transfer full) (nullable): the page as UTF-8, or %NULL with @error set
 */
char *
dz_html_decode (GBytes      *bytes,
                const char  *charset,
                DzSource    *source,
                gsize       *out_len,
                GError     **error)
{
  gsize len;
  const char *data = g_bytes_get_data (bytes, &len);
  g_autofree char *own = charset == NULL && data != NULL ? dz_html_find_charset (data, len) : NULL;

  return dz_encoding_decode (data != NULL ? data : "", len, charset != NULL ? charset : own, source, out_len, error);
}

/**
 * dz_html_read_page:
 * @charset: (nullable): as stated outside the page
 * @parts: (nullable) (element-type DzMimePart): what was saved along with it: its frames
 *
 * Returns: (transfer full): the report on the page, or %NULL with @error set
 */
DzText *
dz_html_read_page (GBytes        *bytes,
                   const char    *charset,
                   GPtrArray     *parts,
                   DzSource      *source,
                   GCancellable  *cancellable,
                   GError       **error)
{
  gsize len;
  g_autofree char *text = dz_html_decode (bytes, charset, source, &len, error);

  return text != NULL ? read_tree_of (text, len, parts, source, cancellable, error) : NULL;
}

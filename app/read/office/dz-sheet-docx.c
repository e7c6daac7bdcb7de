/* dz-sheet-docx.c - the cells of the tables of a Word document
 *
 * A table of the text, not one inside another's cell. The paragraph above it is its title.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-sheet-file.h"

#include "dz-error.h"
#include "dz-xml-tree.h"
#include "dz-zip.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Wrappers of content controls and of changes lie at most that deep. */
#define DEEPEST 8

/* What is written in a paragraph or a cell; deleted text is gone. */
static void
append_words (const xmlNode *node,
              guint          depth,
              GString       *words)
{
  for (const xmlNode *child = node->children; child != NULL && depth < DEEPEST; child = child->next)
    if (dz_xml_tree_is (child, "t"))
      {
        g_autofree char *text = dz_xml_tree_dup_text (child);

        g_string_append (words, text);
      }
    else if (child->type == XML_ELEMENT_NODE && !dz_xml_tree_is (child, "del") && !dz_xml_tree_is (child, "tbl"))
      append_words (child, depth + 1, words);
}

static char *
dup_words (const xmlNode *node)
{
  GString *words = g_string_new (NULL);

  append_words (node, 0, words);
  g_strstrip (words->str);

  return g_string_free (words, FALSE);
}

static guint
get_grid_span (const xmlNode *cell)
{
  const xmlNode *span = dz_xml_tree_child (dz_xml_tree_child (cell, "tcPr"), "gridSpan");
  g_autofree char *value = span != NULL ? dz_xml_tree_dup_attr (span, "val") : NULL;
  guint n = value != NULL ? (guint) g_ascii_strtoull (value, NULL, 10) : 1;

  return CLAMP (n, 1, 60);
}

typedef enum { ALONE, BEGINS, GOES_ON } Upright;

static Upright
get_upright (const xmlNode *cell)
{
  const xmlNode *merge = dz_xml_tree_child (dz_xml_tree_child (cell, "tcPr"), "vMerge");
  g_autofree char *value = merge != NULL ? dz_xml_tree_dup_attr (merge, "val") : NULL;

  return merge == NULL ? ALONE : g_strcmp0 (value, "restart") == 0 ? BEGINS : GOES_ON;
}

/* A cell that goes on with the one above it makes that one longer. */
static void
go_on (DzSheet *sheet,
       guint    row,
       guint    column)
{
  for (guint i = sheet->merges->len; i > 0; i--)
    {
      DzSheetMerge *merge = &g_array_index (sheet->merges, DzSheetMerge, i - 1);

      if (merge->left == column && merge->bottom + 1 == row)
        {
          merge->bottom = row;
          return;
        }
    }
}

static gboolean
read_row (DzSheet       *sheet,
          const xmlNode *node,
          guint          number)
{
  DzSheetRow *row = dz_sheet_add_row (sheet, number);
  guint column = 0;

  if (row == NULL)
    return FALSE;
  for (const xmlNode *cell = dz_xml_tree_child (node, "tc"); cell != NULL; cell = dz_xml_tree_next (cell->next, "tc"))
    {
      g_autofree char *words = dup_words (cell);
      guint span = get_grid_span (cell);
      Upright upright = get_upright (cell);
      DzSheetMerge merge = { number, column, number, column + span - 1 };

      if (!dz_sheet_row_set (row, column, words))
        return TRUE;
      if (upright == GOES_ON)
        go_on (sheet, number, column);
      else if (upright == BEGINS || span > 1)
        g_array_append_val (sheet->merges, merge);
      column += span;
    }

  return TRUE;
}

static DzSheet *
read_table (const xmlNode *node,
            const char    *title,
            guint          number)
{
  g_autofree char *name = g_strdup_printf ("表%u", number);
  DzSheet *sheet = dz_sheet_new (name);
  guint row = 1;

  sheet->title = g_strdup (title);
  for (const xmlNode *tr = dz_xml_tree_child (node, "tr"); tr != NULL; tr = dz_xml_tree_next (tr->next, "tr"))
    if (!read_row (sheet, tr, row++))
      break;

  return sheet;
}

/* 单位：件, 填报单位：…: what stands between a title and its table belongs to both. */
static gboolean
is_form_line (const char *words)
{
  static const char *const begins[] = { "单位", "（单位", "计量单位", "填报", "填表", "制表", "报送", "时间", "日期", "统计" };

  for (guint i = 0; i < G_N_ELEMENTS (begins); i++)
    if (g_str_has_prefix (words, begins[i]) && (strstr (words, "：") != NULL || strstr (words, ":") != NULL))
      return TRUE;

  return FALSE;
}

/* Tables in order; @title: the last paragraph that said something. */
static void
read_body (const xmlNode *body,
           guint          depth,
           char         **title,
           GPtrArray     *sheets)
{
  for (const xmlNode *node = body->children; node != NULL && depth < DEEPEST; node = node->next)
    if (dz_xml_tree_is (node, "tbl"))
      {
        g_ptr_array_add (sheets, read_table (node, *title, sheets->len + 1));
        g_clear_pointer (title, g_free);
      }
    else if (dz_xml_tree_is (node, "p"))
      {
        g_autofree char *words = dup_words (node);

        if (*words != '\0')
          {
            g_autofree char *above = g_steal_pointer (title);

            *title = above != NULL && is_form_line (words) ? g_strconcat (above, "\n", words, NULL)
                                                                       : g_strdup (words);
          }
      }
    else if (dz_xml_tree_is (node, "sdt") || dz_xml_tree_is (node, "sdtContent"))
      read_body (node, depth + 1, title, sheets);
}

/**
 * dz_sheet_read_docx:
 *
 * Returns: (transfer full) (element-type DzSheet): the tables in order, 表1, 表2 …, or %NULL with
 *   @error set
 */
GPtrArray *
dz_sheet_read_docx (GBytes  *bytes,
                    GError **error)
{
  g_autoptr(DzZip) zip = dz_zip_open (bytes, &dz_limits_default, error);
  g_autoptr(GBytes) member = zip != NULL ? dz_zip_get (zip, "word/document.xml", error) : NULL;
  g_autoptr(xmlDoc) doc = member != NULL ? dz_xml_tree_parse (member, "word/document.xml", error) : NULL;
  GPtrArray *sheets;
  g_autofree char *title = NULL;
  const xmlNode *body;

  if (doc == NULL)
    return NULL;
  sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_sheet_free);
  body = dz_xml_tree_child (xmlDocGetRootElement (doc), "body");
  if (body != NULL)
    read_body (body, 0, &title, sheets);

  return sheets;
}

/* dz-sheet-xlsx.c - the cells of the sheets of a workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-sheet-file.h"

#include "dz-error.h"
#include "dz-xml-tree.h"
#include "dz-zip.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A word may stand in every cell, and a sheet in the workbook as often as one likes: a few kilobytes would fill the memory. */
#define MOST_WORDS ((gsize) 32 << 20)
#define MOST_CELLS 4000000 /* the empty ones before the last of a row with them */

typedef struct
{
  DzZip *zip;
  GPtrArray *strings; /* that cells share */
  gsize unpacked;     /* bytes of all sheets so far */
  gsize words;        /* bytes of all cells so far */
  guint n_cells;      /* of all rows so far */
} Book;

/* The characters of <si> or <is>: its <t> and those of its runs, without phonetic hints. */
static char *
dup_string (const xmlNode *node)
{
  GString *string = g_string_new (NULL);

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      const xmlNode *t = dz_xml_tree_is (child, "t") ? child
                         : dz_xml_tree_is (child, "r") ? dz_xml_tree_child (child, "t") : NULL;
      g_autofree char *text = t != NULL ? dz_xml_tree_dup_text (t) : NULL;

      if (text != NULL)
        g_string_append (string, text);
    }

  return g_string_free (string, FALSE);
}

static xmlDoc *
load (DzZip       *zip,
      const char  *name,
      GError     **error)
{
  g_autoptr(GBytes) bytes = dz_zip_get (zip, name, error);

  return bytes != NULL ? dz_xml_tree_parse (bytes, name, error) : NULL;
}

static GPtrArray *
read_shared_strings (DzZip   *zip,
                     GError **error)
{
  GPtrArray *strings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(xmlDoc) doc = NULL;

  if (!dz_zip_has (zip, "xl/sharedStrings.xml"))
    return strings;
  doc = load (zip, "xl/sharedStrings.xml", error);
  if (doc == NULL)
    {
      g_ptr_array_unref (strings);
      return NULL;
    }
  for (const xmlNode *si = dz_xml_tree_child (xmlDocGetRootElement (doc), "si"); si != NULL;
       si = dz_xml_tree_next (si->next, "si"))
    g_ptr_array_add (strings, dup_string (si));

  return strings;
}

/* "AB12" -> 27; -1 if it has no letters */
static int
parse_column (const char *reference)
{
  int column = 0;

  if (reference == NULL)
    return -1;
  for (; g_ascii_isalpha (*reference) && column < 100000; reference++)
    column = column * 26 + (g_ascii_toupper (*reference) - 'A' + 1);

  return column - 1;
}

static char *
dup_value (const xmlNode *cell,
           GPtrArray     *strings)
{
  g_autofree char *type = dz_xml_tree_dup_attr (cell, "t");
  const xmlNode *inline_string = dz_xml_tree_child (cell, "is");
  g_autofree char *value = dz_xml_tree_dup_text (dz_xml_tree_child (cell, "v"));
  char *end;
  double number;

  if (inline_string != NULL)
    return dup_string (inline_string);
  if (g_strcmp0 (type, "s") == 0)
    {
      guint64 index = g_ascii_strtoull (value, NULL, 10);

      return g_strdup (*value != '\0' && index < strings->len ? strings->pdata[index] : "");
    }
  if (g_strcmp0 (type, "e") == 0)
    return g_strdup ("");
  if (type != NULL && !g_str_equal (type, "n"))
    return g_steal_pointer (&value);

  /* 1.786E4 is how some programs write 17860. */
  number = g_ascii_strtod (value, &end);
  if (*value != '\0' && *end == '\0' && isfinite (number))
    {
      char buffer[G_ASCII_DTOSTR_BUF_SIZE];

      return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.15g", number));
    }

  return g_steal_pointer (&value);
}

/* Returns: %FALSE if it is more than any table a person makes */
static gboolean
read_cells (Book          *book,
            DzSheet       *grid,
            const xmlNode *node,
            guint          number)
{
  DzSheetRow *row = NULL;
  int column = -1;

  for (const xmlNode *cell = dz_xml_tree_child (node, "c"); cell != NULL; cell = dz_xml_tree_next (cell->next, "c"))
    {
      g_autofree char *reference = dz_xml_tree_dup_attr (cell, "r");
      g_autofree char *value = dup_value (cell, book->strings);
      int at = parse_column (reference);

      column = at >= 0 ? at : column + 1;
      if (*g_strstrip (value) == '\0')
        continue;
      book->words += strlen (value);
      /* rows that are only formatted, often a million of them, are none */
      if (row == NULL)
        row = dz_sheet_add_row (grid, number);
      if (row == NULL || book->words > MOST_WORDS)
        return FALSE;
      if (!dz_sheet_row_set (row, (guint) column, value))
        break;
    }
  book->n_cells += row != NULL ? row->cells->len : 0;

  return book->n_cells <= MOST_CELLS;
}

static gboolean
read_rows (Book          *book,
           DzSheet       *grid,
           const xmlNode *data,
           GError       **error)
{
  guint number = 0;

  for (const xmlNode *node = dz_xml_tree_child (data, "row"); node != NULL;
       node = dz_xml_tree_next (node->next, "row"))
    {
      g_autofree char *stated = dz_xml_tree_dup_attr (node, "r");

      number = stated != NULL ? (guint) g_ascii_strtoull (stated, NULL, 10) : number + 1;
      if (!read_cells (book, grid, node, number))
        {
          dz_set_error (error, DZ_ERROR_TOO_MANY,
                        _("Row %u: the table is far larger than a roster. Import the roster alone."),
                        number);
          return FALSE;
        }
    }

  return TRUE;
}

/* "A1:C2"; a single cell is none. */
static void
read_merges (DzSheet       *grid,
             const xmlNode *merges)
{
  for (const xmlNode *node = dz_xml_tree_child (merges, "mergeCell"); node != NULL;
       node = dz_xml_tree_next (node->next, "mergeCell"))
    {
      g_autofree char *reference = dz_xml_tree_dup_attr (node, "ref");
      const char *end = reference != NULL ? strchr (reference, ':') : NULL;
      DzSheetMerge merge;
      int left, right;

      if (end == NULL)
        continue;
      left = parse_column (reference);
      right = parse_column (end + 1);
      if (left < 0 || right < left)
        continue;
      merge.left = (guint) left;
      merge.right = (guint) right;
      merge.top = (guint) g_ascii_strtoull (reference + strcspn (reference, "0123456789"), NULL, 10);
      merge.bottom = (guint) g_ascii_strtoull (end + 1 + strcspn (end + 1, "0123456789"), NULL, 10);
      g_array_append_val (grid->merges, merge);
    }
}

static DzSheet *
read_sheet (Book        *book,
            const char  *member,
            const char  *name,
            GError     **error)
{
  g_autoptr(GBytes) bytes = dz_zip_get (book->zip, member, error);
  g_autoptr(DzSheet) grid = dz_sheet_new (name);
  g_autoptr(xmlDoc) doc = NULL;
  const xmlNode *root;

  if (bytes == NULL)
    return NULL;
  book->unpacked += g_bytes_get_size (bytes);
  if (book->unpacked > dz_limits_default.member)
    {
      dz_set_error (error, DZ_ERROR_TOO_LARGE,
                    _("“%s” is far larger than a report needs, so it was not read."), member);
      return NULL;
    }
  doc = dz_xml_tree_parse (bytes, member, error);
  root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;
  if (doc == NULL || !read_rows (book, grid, dz_xml_tree_child (root, "sheetData"), error))
    return NULL;
  if (dz_xml_tree_child (root, "mergeCells") != NULL)
    read_merges (grid, dz_xml_tree_child (root, "mergeCells"));

  return g_steal_pointer (&grid);
}

/* The member of the sheet with relation @id, as the workbook's relations say. */
static char *
find_member (const xmlNode *relations,
             const char    *id)
{
  for (const xmlNode *node = dz_xml_tree_child (relations, "Relationship"); node != NULL;
       node = dz_xml_tree_next (node->next, "Relationship"))
    {
      g_autofree char *its_id = dz_xml_tree_dup_attr (node, "Id");
      g_autofree char *target = dz_xml_tree_dup_attr (node, "Target");

      if (target != NULL && g_strcmp0 (its_id, id) == 0)
        return *target == '/' ? g_strdup (target + 1) : g_strconcat ("xl/", target, NULL);
    }

  return NULL;
}

/**
 * dz_sheet_read_xlsx:
 *
 * Returns: (transfer full) (element-type DzSheet): the sheets in order, or %NULL with @error set
 */
GPtrArray *
dz_sheet_read_xlsx (GBytes  *bytes,
                    GError **error)
{
  g_autoptr(DzZip) zip = dz_zip_open (bytes, &dz_limits_default, error);
  g_autoptr(GPtrArray) grids = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_sheet_free);
  g_autoptr(GPtrArray) strings = NULL;
  g_autoptr(xmlDoc) workbook = NULL;
  g_autoptr(xmlDoc) relations = NULL;
  const xmlNode *sheets;
  Book book = { zip };

  if (zip == NULL)
    return NULL;
  workbook = load (zip, "xl/workbook.xml", error);
  relations = workbook != NULL ? load (zip, "xl/_rels/workbook.xml.rels", error) : NULL;
  strings = relations != NULL ? read_shared_strings (zip, error) : NULL;
  if (strings == NULL)
    return NULL;

  book.strings = strings;
  sheets = dz_xml_tree_child (xmlDocGetRootElement (workbook), "sheets");
  for (const xmlNode *sheet = dz_xml_tree_child (sheets, "sheet"); sheet != NULL;
       sheet = dz_xml_tree_next (sheet->next, "sheet"))
    {
      g_autofree char *id = dz_xml_tree_dup_attr (sheet, "id");
      g_autofree char *name = dz_xml_tree_dup_attr (sheet, "name");
      g_autofree char *member = find_member (xmlDocGetRootElement (relations), id);
      DzSheet *grid;

      /* A chart sheet has no cells. */
      if (member == NULL || strstr (member, "worksheets/") == NULL)
        continue;
      grid = read_sheet (&book, member, name, error);
      if (grid == NULL)
        return NULL;
      g_ptr_array_add (grids, grid);
    }

  return g_steal_pointer (&grids);
}

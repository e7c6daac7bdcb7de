/* dz-pdf-update.c - what cairo does not write into a PDF, appended as an update
 *
 * cairo writes the structure of the tags, but neither that the file is tagged, nor its language, nor what its
 * figures say. A PDF may be changed by objects of the same numbers after its end (ISO 32000-1, 7.5.6).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-pdf-update.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  guint number;
  gsize place; /* of the object, from the beginning of the file */
} Object;

typedef struct
{
  const char *pdf;
  gsize len;
  GString *update;
  GArray *objects; /* Object */
} Update;

/* Backwards, past the zeros of the fonts. */
static const char *
find_last (const char *data,
           gsize       len,
           const char *needle)
{
  gsize n = strlen (needle);

  for (gsize at = len >= n ? len - n + 1 : 0; at > 0; at--)
    if (memcmp (data + at - 1, needle, n) == 0)
      return data + at - 1;

  return NULL;
}

/* The table of the objects' places, "0000001234 00000 n " each, from 0. */
static const char *
find_table (const Update *self,
            guint        *n)
{
  const char *start = find_last (self->pdf, self->len, "startxref");
  gsize at = start != NULL ? (gsize) g_ascii_strtoull (start + strlen ("startxref"), NULL, 10) : 0;
  char *end;

  if (at == 0 || at + 8 > self->len || strncmp (self->pdf + at, "xref\n0 ", 7) != 0)
    return NULL;
  *n = (guint) g_ascii_strtoull (self->pdf + at + 7, &end, 10);

  return *end == '\n' && (gsize) (end + 1 - self->pdf) + *n * 20 <= self->len ? end + 1 : NULL;
}

/* Between << and >> of object @number, as the table has it. Returns: (nullable): none of that kind */
static const char *
find_object (const Update *self,
             const char   *table,
             guint         number,
             gsize        *len)
{
  gsize place = (gsize) g_ascii_strtoull (table + number * 20, NULL, 10);
  g_autofree char *head = g_strdup_printf ("%u 0 obj\n<<", number);
  const char *object = self->pdf + place, *end;

  if (place + strlen (head) > self->len || strncmp (object, head, strlen (head)) != 0)
    return NULL;
  object += strlen (head);
  end = g_strstr_len (object, (gssize) (self->len - (object - self->pdf)), "endobj");
  if (end == NULL)
    return NULL;
  *len = end - object;

  return object;
}

static void
write_object (Update     *self,
              guint       number,
              const char *entries)
{
  Object object = { number, self->len + self->update->len + 1 };

  g_string_append_printf (self->update, "\n%u 0 obj\n<< %sendobj\n", number, entries);
  g_array_append_val (self->objects, object);
}

/* The object again, with @more in front of what it has. */
static void
rewrite (Update     *self,
         guint       number,
         const char *more,
         const char *object,
         gsize       len)
{
  g_autofree char *entries = g_strdup_printf ("%s%.*s", more, (int) len, object);

  write_object (self, number, entries);
}

/* UTF-16BE in hexadecimal digits. */
static char *
text_string (const char *words)
{
  GString *string = g_string_new ("<FEFF");
  glong n = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (words, -1, NULL, &n, NULL);

  for (glong i = 0; i < n; i++)
    g_string_append_printf (string, "%04X", units[i]);
  g_string_append_c (string, '>');

  return g_string_free (string, FALSE);
}

static gboolean
is_figure (const char *object,
           gsize       len)
{
  g_autofree char *words = g_strndup (object, MIN (len, 80));

  return strstr (words, "/StructElem") != NULL && strstr (words, "/S /Figure\n") != NULL;
}

/* cairo numbers the elements in the order their tags begin. */
static void
describe_figures (Update     *self,
                  const char *table,
                  guint       n,
                  GPtrArray  *figures)
{
  guint found = 0;

  for (guint i = 1; i < n && found < figures->len; i++)
    {
      gsize len;
      const char *object = find_object (self, table, i, &len);

      if (object != NULL && is_figure (object, len))
        {
          const char *words = g_ptr_array_index (figures, found++);
          g_autofree char *alternative = text_string (words != NULL ? words : "");
          g_autofree char *more = g_strdup_printf ("/Alt %s", alternative);

          rewrite (self, i, more, object, len);
        }
    }
}

/* All elements hang on the root; ISO 32000-1, 14.8.4.2 wants a document between. The root's object becomes the
 * document, so that what names its parent stays right, and the object @root becomes the root. */
static gboolean
add_document (Update     *self,
              const char *table,
              guint       n,
              guint       number,
              guint       root)
{
  gsize len;
  const char *object = number < n ? find_object (self, table, number, &len) : NULL;
  g_autofree char *entries = object != NULL ? g_strndup (object, len) : NULL;
  const char *parents = entries != NULL ? strstr (entries, "/ParentTree ") : NULL;
  const char *children = entries != NULL ? strstr (entries, "/K ") : NULL;
  g_autofree char *document = NULL;
  g_autofree char *tree = NULL;

  if (parents == NULL || children == NULL || parents > children)
    return FALSE;
  document = g_strdup_printf ("/Type /StructElem /S /Document /P %u 0 R %s", root, children);
  tree = g_strdup_printf ("/Type /StructTreeRoot /ParentTree %d 0 R /K %u 0 R >>\n",
                          atoi (parents + strlen ("/ParentTree ")), number);
  write_object (self, number, document);
  write_object (self, root, tree);

  return TRUE;
}

/* The file is tagged, and in Chinese. @n: a number no object has. */
static void
change_catalogue (Update     *self,
                  const char *table,
                  guint       n,
                  guint       number,
                  const char *object,
                  gsize       len)
{
  g_autofree char *entries = g_strndup (object, len);
  const char *tree = strstr (entries, "/StructTreeRoot ");
  g_autoptr(GString) changed = g_string_new (entries);
  g_autofree char *more = NULL;
  guint root = tree != NULL ? (guint) atoi (tree + strlen ("/StructTreeRoot ")) : 0;

  if (tree != NULL && add_document (self, table, n, root, n))
    {
      g_autofree char *before = g_strdup_printf ("/StructTreeRoot %u 0 R", root);
      g_autofree char *after = g_strdup_printf ("/StructTreeRoot %u 0 R", n);

      g_string_replace (changed, before, after, 1);
    }
  /* a key stands once: another version of cairo may write it itself */
  more = g_strconcat (strstr (entries, "/MarkInfo") == NULL ? "/MarkInfo << /Marked true >>" : "",
                      strstr (entries, "/Lang") == NULL ? " /Lang (zh-CN)" : "", NULL);
  rewrite (self, number, more, changed->str, changed->len);
}

static int
compare_objects (gconstpointer a,
                 gconstpointer b)
{
  const Object *left = a, *right = b;

  return left->number < right->number ? -1 : left->number > right->number;
}

static void
write_table (Update     *self,
             const char *trailer,
             guint       n,
             gsize       before)
{
  gsize table = self->len + self->update->len;
  g_autofree char *old_size = g_strdup_printf ("/Size %u\n", n);
  g_autofree char *new_size = g_strdup_printf ("/Size %u\n", n + 1);
  g_autoptr(GString) entries = g_string_new (trailer);

  g_string_replace (entries, old_size, new_size, 1);
  g_array_sort (self->objects, compare_objects);
  g_string_append (self->update, "xref\n0 1\n0000000000 65535 f \n");
  for (guint i = 0; i < self->objects->len; i++)
    {
      const Object *object = &g_array_index (self->objects, Object, i);

      g_string_append_printf (self->update, "%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n", object->number, object->place);
    }
  g_string_append_printf (self->update, "trailer\n<<%s   /Prev %" G_GSIZE_FORMAT "\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          entries->str, before, table);
}

/**
 * dz_pdf_update_new:
 * @pdf: a whole file as cairo writes one
 * @figures: (element-type utf8): what each figure says, in the order they were begun
 *
 * Returns: (transfer full) (nullable): what to append; %NULL if the file is of another kind
 */
GString *
dz_pdf_update_new (const char *pdf,
                   gsize       len,
                   GPtrArray  *figures)
{
  g_autoptr(GString) bytes = g_string_new (NULL);
  g_autoptr(GArray) objects = g_array_new (FALSE, FALSE, sizeof (Object));
  Update self = { pdf, len, bytes, objects };
  const char *trailer = find_last (pdf, len, "trailer");
  g_autofree char *entries = trailer != NULL ? g_strndup (trailer, len - (trailer - pdf)) : NULL;
  char *open = entries != NULL ? strstr (entries, "<<") : NULL;
  char *close = open != NULL ? g_strrstr (open, ">>") : NULL;
  const char *root = open != NULL ? strstr (open, "/Root ") : NULL;
  const char *before = close != NULL ? strstr (close, "startxref") : NULL;
  guint n = 0, catalogue;
  const char *table = find_table (&self, &n);
  const char *object;
  gsize object_len;

  if (table == NULL || root == NULL || before == NULL)
    return NULL;
  catalogue = (guint) g_ascii_strtoull (root + strlen ("/Root "), NULL, 10);
  object = catalogue < n ? find_object (&self, table, catalogue, &object_len) : NULL;
  if (object == NULL || g_strstr_len (object, (gssize) object_len, "/Catalog") == NULL)
    return NULL;
  change_catalogue (&self, table, n, catalogue, object, object_len);
  describe_figures (&self, table, n, figures);
  *close = '\0';
  write_table (&self, open + 2, n, (gsize) g_ascii_strtoull (before + strlen ("startxref"), NULL, 10));

  return g_steal_pointer (&bytes);
}

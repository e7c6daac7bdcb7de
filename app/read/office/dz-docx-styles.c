/* dz-docx-styles.c - what the paragraph styles of a .docx say: headings, lists, hidden text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE /* memmem */

#include "dz-docx-styles.h"

#include "dz-xml.h"

#include <string.h>

struct _DzDocxStyles
{
  GHashTable *by_id; /* DzDocxStyle */
  DzDocxStyle *style; /* being read */
  DzDocxStyle *normal;
  guint skip;
};

enum { STYLE = 1, NAME, BASED_ON, OUTLINE, NUM_ID, LEVEL, VANISH, RAISED, POSITION, STRUCK, TABLE_PART, LATENT };

static const char *const namespaces[] = { "wordprocessingml", NULL };

static const DzXmlName names[] = {
  { 0, STYLE, "style" }, { 0, NAME, "name" }, { 0, BASED_ON, "basedOn" }, { 0, OUTLINE, "outlineLvl" },
  { 0, NUM_ID, "numId" }, { 0, LEVEL, "ilvl" }, { 0, VANISH, "vanish" }, { 0, RAISED, "vertAlign" },
  { 0, POSITION, "position" }, { 0, STRUCK, "strike" }, { 0, STRUCK, "dstrike" }, { 0, TABLE_PART, "tblStylePr" },
  { 0, LATENT, "latentStyles" }, { 0 },
};

static void
free_style (gpointer data)
{
  DzDocxStyle *style = data;

  g_free (style->id);
  g_free (style->based_on);
  g_free (style);
}

/* Styles are known by English names in every language version; WPS also writes Chinese ones. */
static void
set_name (DzDocxStyle           *style,
          const DzXmlAttributes *attributes)
{
  g_autofree char *name = dz_xml_dup (attributes, "val");
  const char *number = NULL;

  if (name == NULL)
    return;
  if (g_ascii_strncasecmp (name, "toc ", 4) == 0 || g_str_has_prefix (name, "目录"))
    style->contents = TRUE;
  else if (g_ascii_strncasecmp (name, "heading ", 8) == 0)
    number = name + 8;
  else if (g_str_has_prefix (name, "标题 "))
    number = name + strlen ("标题 ");
  else if (g_ascii_strcasecmp (name, "title") == 0 && style->outline < 0)
    style->outline = 0;
  if (number != NULL && g_ascii_isdigit (*number) && style->outline < 0)
    style->outline = CLAMP (*number - '1', 0, 8);
}

static void
begin_style (DzDocxStyles          *self,
             const DzXmlAttributes *attributes)
{
  char *id = dz_xml_dup (attributes, "styleId");

  self->style = NULL;
  if (id == NULL || dz_xml_is (attributes, "type", "table") || g_hash_table_contains (self->by_id, id))
    {
      g_free (id);
      return;
    }
  self->style = g_new0 (DzDocxStyle, 1);
  self->style->id = id;
  self->style->outline = self->style->num_id = self->style->level = -1;
  g_hash_table_insert (self->by_id, id, self->style);
  if (dz_xml_is (attributes, "type", "paragraph") && (dz_xml_is (attributes, "default", "1") ||
                                                      dz_xml_is (attributes, "default", "true")))
    self->normal = self->style;
}

static void
start_cb (gpointer               user_data,
          guint                  id,
          const DzXmlAttributes *attributes)
{
  DzDocxStyles *self = user_data;

  if (self->skip > 0 || id == LATENT || id == TABLE_PART)
    self->skip++;
  else if (id == STYLE)
    begin_style (self, attributes);
  else if (self->style == NULL)
    return;
  else if (id == NAME)
    set_name (self->style, attributes);
  else if (id == BASED_ON && self->style->based_on == NULL)
    self->style->based_on = dz_xml_dup (attributes, "val");
  else if (id == OUTLINE)
    self->style->outline = dz_xml_get_int (attributes, "val", -1);
  else if (id == NUM_ID)
    self->style->num_id = dz_xml_get_int (attributes, "val", -1);
  else if (id == LEVEL)
    self->style->level = dz_xml_get_int (attributes, "val", -1);
  else if (id == VANISH)
    self->style->hidden = dz_xml_is_on (attributes, "val");
  else if (id == RAISED)
    self->style->raised = dz_xml_is (attributes, "val", "superscript");
  else if (id == POSITION)
    self->style->position = dz_xml_get_int (attributes, "val", 0);
  else if (id == STRUCK)
    self->style->struck = self->style->struck || dz_xml_is_on (attributes, "val");
}

static void
end_cb (gpointer user_data,
        guint    id)
{
  DzDocxStyles *self = user_data;

  if (self->skip > 0)
    self->skip--;
  else if (id == STYLE)
    self->style = NULL;
}

static void
text_cb (gpointer    user_data,
         const char *text,
         gsize       len)
{
}

static const DzXmlHandler handler = { namespaces, names, start_cb, end_cb, text_cb };

DzDocxStyles *
dz_docx_styles_new (void)
{
  DzDocxStyles *self = g_new0 (DzDocxStyles, 1);

  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_style);

  return self;
}

void
dz_docx_styles_free (DzDocxStyles *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->by_id);
  g_free (self);
}

typedef struct
{
  const char *start;
  gsize len;
  gboolean kept;
} Piece;

/* The value after @key in the @len bytes at @p, as a new string. */
static char *
find_value (const char *p,
            gsize       len,
            const char *key)
{
  const char *at = memmem (p, len, key, strlen (key));
  const char *stop;

  if (at == NULL)
    return NULL;
  at += strlen (key);
  stop = memchr (at, '"', len - (gsize) (at - p));

  return stop != NULL ? g_strndup (at, (gsize) (stop - at)) : NULL;
}

/* The styles @main names: <w:pStyle w:val="…"/>, <w:rStyle w:val="…"/>. */
static GHashTable *
list_used (GBytes *main)
{
  GHashTable *used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gsize len;
  const char *p = g_bytes_get_data (main, &len);
  const char *end = p + len;

  while ((p = memmem (p, (gsize) (end - p), "Style w:val=\"", 13)) != NULL)
    {
      char *value = find_value (p, MIN ((gsize) (end - p), 300), "w:val=\"");

      if (value != NULL)
        g_hash_table_add (used, value);
      p += 13;
    }

  return used;
}

static GArray *
split_styles (const char *p,
              const char *end)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (Piece));

  while ((p = memmem (p, (gsize) (end - p), "<w:style ", 9)) != NULL)
    {
      const char *stop = memmem (p, (gsize) (end - p), "</w:style>", 10);
      Piece piece = { p, 0, FALSE };

      if (stop == NULL)
        break;
      p = stop + 10;
      piece.len = (gsize) (p - piece.start);
      g_array_append_val (pieces, piece);
    }

  return pieces;
}

/* Keeps the styles used, the default ones and those they are based on, which may stand anywhere. */
static void
keep_used (GArray     *pieces,
           GHashTable *used)
{
  gboolean more = TRUE;

  for (guint round = 0; more && round < 16; round++)
    {
      more = FALSE;
      for (guint i = 0; i < pieces->len; i++)
        {
          Piece *piece = &g_array_index (pieces, Piece, i);
          g_autofree char *id = NULL;
          char *base;

          if (piece->kept)
            continue;
          id = find_value (piece->start, MIN (piece->len, 300), "w:styleId=\"");
          if (id != NULL && !g_hash_table_contains (used, id) &&
              memmem (piece->start, MIN (piece->len, 200), "w:default=", 10) == NULL)
            continue;
          piece->kept = more = TRUE;
          base = find_value (piece->start, piece->len, "<w:basedOn w:val=\"");
          if (base != NULL)
            g_hash_table_add (used, base);
        }
    }
}

/* Most of styles.xml is about styles the report does not use: parsing that would take longer than
 * parsing the report. A file that is written in another way than all word processors write it is
 * parsed whole. */
static GBytes *
cut_out_unused (GBytes *xml,
                GBytes *main)
{
  gsize len;
  const char *p = g_bytes_get_data (xml, &len);
  g_autoptr(GArray) pieces = split_styles (p, p + len);
  g_autoptr(GHashTable) used = NULL;
  GByteArray *out;

  if (pieces->len == 0 || memcmp (p, "<?xml", MIN (len, 5)) != 0)
    return g_bytes_ref (xml);
  used = list_used (main);
  keep_used (pieces, used);
  out = g_byte_array_sized_new (8192);
  g_byte_array_append (out, (const guint8 *) "<w:styles xmlns:w=\"wordprocessingml\">", 37);
  for (guint i = 0; i < pieces->len; i++)
    if (g_array_index (pieces, Piece, i).kept)
      g_byte_array_append (out, (const guint8 *) g_array_index (pieces, Piece, i).start,
                           (guint) g_array_index (pieces, Piece, i).len);
  g_byte_array_append (out, (const guint8 *) "</w:styles>", 11);

  return g_byte_array_free_to_bytes (out);
}

/**
 * dz_docx_styles_load:
 * @xml: word/styles.xml
 * @main: the part whose styles are wanted
 */
gboolean
dz_docx_styles_load (DzDocxStyles *self,
                     GBytes       *xml,
                     GBytes       *main,
                     GCancellable *cancellable,
                     GError      **error)
{
  g_autoptr(GBytes) rest = cut_out_unused (xml, main);

  return dz_xml_parse (rest, &handler, self, NULL, cancellable, error);
}

/* What a style does not say, the style it is based on says. */
static void
resolve (DzDocxStyles *self,
         DzDocxStyle  *style)
{
  const DzDocxStyle *base = style;

  style->resolved = TRUE;
  style->num_style = style->num_id >= 0 ? style->id : NULL;
  for (guint i = 0; i < 16 && base->based_on != NULL; i++)
    {
      base = g_hash_table_lookup (self->by_id, base->based_on);
      if (base == NULL)
        return;
      if (style->outline < 0)
        style->outline = base->outline;
      if (style->num_id < 0 && base->num_id >= 0)
        {
          style->num_id = base->num_id;
          style->num_style = base->resolved && base->num_style != NULL ? base->num_style : base->id;
          if (style->level < 0)
            style->level = base->level;
        }
      style->hidden = style->hidden || base->hidden;
      style->raised = style->raised || base->raised;
      if (style->position == 0)
        style->position = base->position;
      style->struck = style->struck || base->struck;
      style->contents = style->contents || base->contents;
    }
}

/**
 * dz_docx_styles_find:
 *
 * Returns: (transfer none) (nullable): the style, with what it takes over from others
 */
const DzDocxStyle *
dz_docx_styles_find (DzDocxStyles *self,
                     const char   *id,
                     gsize         len)
{
  char buffer[64];
  g_autofree char *longer = NULL;
  DzDocxStyle *style;

  if (len < sizeof buffer)
    {
      memcpy (buffer, id, len);
      buffer[len] = '\0';
      style = g_hash_table_lookup (self->by_id, buffer);
    }
  else
    {
      longer = g_strndup (id, len);
      style = g_hash_table_lookup (self->by_id, longer);
    }
  if (style != NULL && !style->resolved)
    resolve (self, style);

  return style;
}

const DzDocxStyle *
dz_docx_styles_default (DzDocxStyles *self)
{
  if (self->normal != NULL && !self->normal->resolved)
    resolve (self, self->normal);

  return self->normal;
}

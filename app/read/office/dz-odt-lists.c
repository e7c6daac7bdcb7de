/* dz-odt-lists.c - the automatic numbers of an OpenDocument text
 *
 * A list style says how each level counts; a list counts its items, and a list
 * may continue another. Only the first paragraph of an item has a number.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-odt-lists.h"

#include "dz-list-number.h"

#include <string.h>

#define N_LEVELS 10
#define OUTLINE "" /* the style that numbers headings outside lists */

typedef struct
{
  DzListNumber numeral;
  int start;
  int display; /* levels shown */
  gboolean no_gap;
  char *prefix;
  char *suffix;
  char *format; /* (nullable) "%1%.%2%": what LibreOffice adds */
} Level;

typedef struct
{
  Level levels[N_LEVELS];
} Style;

typedef struct
{
  int values[N_LEVELS];
  gboolean used[N_LEVELS];
} Count;

typedef struct
{
  Count *count;
  const Style *style; /* (nullable) */
  gboolean pending;   /* the item's first paragraph is still to come */
  int start;          /* of the item, or -1 */
} List;

struct _DzOdtLists
{
  GHashTable *styles;   /* name -> Style */
  GPtrArray *defined;   /* Style, owned: a list may be open while its style is defined anew */
  GHashTable *by_style; /* name of style -> Count: for lists that continue */
  GHashTable *by_id;    /* id of list -> Count */
  GPtrArray *counts;    /* Count, owned */
  GArray *open;         /* List */
  Style *style;         /* being read */
  Level *level;         /* being read */
  Count outline;
};

static void
free_style (gpointer data)
{
  Style *style = data;

  for (guint i = 0; i < N_LEVELS; i++)
    {
      g_free (style->levels[i].prefix);
      g_free (style->levels[i].suffix);
      g_free (style->levels[i].format);
    }
  g_free (style);
}

DzOdtLists *
dz_odt_lists_new (void)
{
  DzOdtLists *self = g_new0 (DzOdtLists, 1);

  self->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->defined = g_ptr_array_new_with_free_func (free_style);
  self->by_style = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->counts = g_ptr_array_new_with_free_func (g_free);
  self->open = g_array_new (FALSE, FALSE, sizeof (List));

  return self;
}

void
dz_odt_lists_free (DzOdtLists *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->styles);
  g_ptr_array_unref (self->defined);
  g_hash_table_unref (self->by_style);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->counts);
  g_array_unref (self->open);
  g_free (self);
}

/**
 * dz_odt_lists_begin_style:
 * @name: (nullable): %NULL for the numbering of headings
 */
void
dz_odt_lists_begin_style (DzOdtLists *self,
                          const char *name)
{
  self->style = g_new0 (Style, 1);
  self->level = NULL;
  g_ptr_array_add (self->defined, self->style);
  g_hash_table_replace (self->styles, g_strdup (name != NULL ? name : OUTLINE), self->style);
}

void
dz_odt_lists_end_style (DzOdtLists *self)
{
  self->style = NULL;
  self->level = NULL;
}

/* A format is known by how it counts to one: "1", "a", "一, 二, 三, ...". */
static DzListNumber
parse_format (const char *format)
{
  static const struct { const char *start; DzListNumber numeral; } formats[] = {
    { "01", DZ_NUMERAL_DECIMAL_ZERO }, { "1", DZ_NUMERAL_DECIMAL }, { "a", DZ_NUMERAL_LOWER_LETTER },
    { "A", DZ_NUMERAL_UPPER_LETTER }, { "i", DZ_NUMERAL_LOWER_ROMAN }, { "I", DZ_NUMERAL_UPPER_ROMAN },
    { "一", DZ_NUMERAL_CHINESE }, { "壹", DZ_NUMERAL_CHINESE_LEGAL }, { "甲", DZ_NUMERAL_STEMS },
    { "子", DZ_NUMERAL_BRANCHES }, { "①", DZ_NUMERAL_CIRCLE }, { "１", DZ_NUMERAL_FULL_WIDTH },
    { "㊀", DZ_NUMERAL_CHINESE_CIRCLE },
  };

  for (guint i = 0; format != NULL && i < G_N_ELEMENTS (formats); i++)
    if (g_str_has_prefix (format, formats[i].start))
      return formats[i].numeral;

  return DZ_NUMERAL_NONE;
}

static void
take_string (char **field,
             char  *value)
{
  g_free (*field);
  *field = value;
}

void
dz_odt_lists_set_level (DzOdtLists            *self,
                        const DzXmlAttributes *attributes,
                        gboolean               bullet)
{
  int i = dz_xml_get_int (attributes, "level", 1) - 1;
  g_autofree char *format = dz_xml_dup (attributes, "num-format");

  self->level = NULL;
  if (self->style == NULL || i < 0 || i >= N_LEVELS)
    return;
  self->level = &self->style->levels[i];
  self->level->numeral = bullet ? DZ_NUMERAL_BULLET : parse_format (format);
  self->level->start = MAX (dz_xml_get_int (attributes, "start-value", 1), 0);
  self->level->display = CLAMP (dz_xml_get_int (attributes, "display-levels", 1), 1, N_LEVELS);
  take_string (&self->level->prefix, dz_xml_dup (attributes, "num-prefix"));
  take_string (&self->level->suffix, dz_xml_dup (attributes, "num-suffix"));
  take_string (&self->level->format, dz_xml_dup (attributes, "num-list-format"));
}

void
dz_odt_lists_set_gap (DzOdtLists *self,
                      gboolean    gap)
{
  if (self->level != NULL)
    self->level->no_gap = !gap;
}

static Count *
new_count (DzOdtLists *self)
{
  Count *count = g_new0 (Count, 1);

  g_ptr_array_add (self->counts, count);

  return count;
}

static Count *
find_count (DzOdtLists            *self,
            const DzXmlAttributes *attributes,
            const char            *style)
{
  g_autofree char *continued = dz_xml_dup (attributes, "continue-list");
  Count *count = NULL;

  if (continued != NULL)
    count = g_hash_table_lookup (self->by_id, continued);
  if (count == NULL && style != NULL && dz_xml_is (attributes, "continue-numbering", "true"))
    count = g_hash_table_lookup (self->by_style, style);

  return count != NULL ? count : new_count (self);
}

/**
 * dz_odt_lists_begin:
 * @attributes: of a text:list
 */
void
dz_odt_lists_begin (DzOdtLists            *self,
                    const DzXmlAttributes *attributes)
{
  g_autofree char *name = dz_xml_dup (attributes, "style-name");
  g_autofree char *id = dz_xml_dup (attributes, "id");
  const List *outer = self->open->len > 0 ? &g_array_index (self->open, List, self->open->len - 1) : NULL;
  List list = { NULL, NULL, FALSE, -1 };

  if (name != NULL)
    list.style = g_hash_table_lookup (self->styles, name);
  if (list.style == NULL && outer != NULL)
    list.style = outer->style;
  list.count = outer != NULL ? outer->count : find_count (self, attributes, name);
  if (outer == NULL && name != NULL)
    g_hash_table_replace (self->by_style, g_strdup (name), list.count);
  if (id != NULL)
    g_hash_table_replace (self->by_id, g_strdup (id), list.count);
  g_array_append_val (self->open, list);
}

void
dz_odt_lists_end (DzOdtLists *self)
{
  if (self->open->len > 0)
    g_array_set_size (self->open, self->open->len - 1);
}

void
dz_odt_lists_begin_item (DzOdtLists *self,
                         int         start,
                         gboolean    header)
{
  List *list = self->open->len > 0 ? &g_array_index (self->open, List, self->open->len - 1) : NULL;

  if (list == NULL)
    return;
  list->pending = !header;
  list->start = start;
}

gboolean
dz_odt_lists_is_open (DzOdtLists *self)
{
  return self->open->len > 0;
}

static void
append_value (GString     *out,
              const Style *style,
              const Count *count,
              int          i)
{
  const Level *level = &style->levels[i];

  dz_list_number_append (out, level->numeral, count->used[i] ? count->values[i] : MAX (level->start, 1));
}

static void
append_format (GString     *out,
               const Style *style,
               const Count *count,
               const char  *format)
{
  while (*format != '\0')
    {
      char *end;
      gint64 n = *format == '%' ? g_ascii_strtoll (format + 1, &end, 10) : 0;

      if (n >= 1 && n <= N_LEVELS && *end == '%')
        {
          append_value (out, style, count, (int) n - 1);
          format = end + 1;
        }
      else
        g_string_append_c (out, *format++);
    }
}

static void
append_label (GString     *out,
              const Style *style,
              const Count *count,
              int          at)
{
  const Level *level = &style->levels[at];

  if (level->numeral == DZ_NUMERAL_BULLET)
    return;
  if (level->format != NULL)
    append_format (out, style, count, level->format);
  else
    {
      g_string_append (out, level->prefix != NULL ? level->prefix : "");
      for (int i = MAX (at + 1 - level->display, 0); i <= at && level->numeral != DZ_NUMERAL_NONE; i++)
        {
          append_value (out, style, count, i);
          if (i < at)
            g_string_append_c (out, '.');
        }
      g_string_append (out, level->suffix != NULL ? level->suffix : "");
    }
  if (!level->no_gap && dz_list_number_needs_gap (out))
    g_string_append_c (out, ' ');
}

static void
advance (Count       *count,
         const Level *level,
         int          at,
         int          start)
{
  if (start >= 0)
    count->values[at] = start;
  else if (count->used[at])
    count->values[at]++;
  else
    count->values[at] = level != NULL ? level->start : 1;
  count->used[at] = TRUE;
  for (int i = at + 1; i < N_LEVELS; i++)
    count->used[i] = FALSE;
}

/**
 * dz_odt_lists_count:
 * @label: gets the number of the paragraph that begins, if it is the first of its item
 */
void
dz_odt_lists_count (DzOdtLists *self,
                    GString    *label)
{
  List *list = self->open->len > 0 ? &g_array_index (self->open, List, self->open->len - 1) : NULL;
  int at = (int) self->open->len - 1;

  if (list == NULL || !list->pending || at >= N_LEVELS)
    return;
  list->pending = FALSE;
  advance (list->count, list->style != NULL ? &list->style->levels[at] : NULL, at, list->start);
  list->start = -1;
  if (list->style != NULL)
    append_label (label, list->style, list->count, at);
}

/**
 * dz_odt_lists_count_outline:
 * @level: of a heading outside lists, from 1
 */
void
dz_odt_lists_count_outline (DzOdtLists *self,
                            guint       level,
                            GString    *label)
{
  const Style *style = g_hash_table_lookup (self->styles, OUTLINE);
  int at = (int) level - 1;

  if (style == NULL || at < 0 || at >= N_LEVELS || style->levels[at].numeral == DZ_NUMERAL_NONE)
    return;
  advance (&self->outline, &style->levels[at], at, -1);
  append_label (label, style, &self->outline, at);
}

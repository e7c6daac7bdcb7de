/* dz-docx-numbering.c - the automatic numbers of a .docx, as text
 *
 * A paragraph names a num and a level. Several nums may share one abstractNum and
 * with it the running numbers; a num may start a level anew or define it otherwise.
 * A level begins again after a level above it, unless lvlRestart says otherwise.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-docx-numbering.h"

#include "dz-list-number.h"
#include "dz-xml.h"

#include <string.h>

#define N_LEVELS 9

typedef struct
{
  gboolean defined;
  int start;
  int restart; /* -1: after any level above */
  DzListNumber numeral;
  gboolean none;
  gboolean legal; /* all numbers of the label in digits */
  gboolean no_gap;
  char *label;
  char *style;
} Level;

typedef struct
{
  Level levels[N_LEVELS];
  int values[N_LEVELS];
  gboolean used[N_LEVELS];
  char *style_link;     /* this is the definition of a list style */
  char *num_style_link; /* the definition is there */
} Abstract;

typedef struct
{
  int abstract;
  int starts[N_LEVELS]; /* -1: none */
  gboolean started[N_LEVELS];
  Level *levels[N_LEVELS]; /* (nullable): own definition */
} Num;

struct _DzDocxNumbering
{
  GHashTable *abstracts; /* int -> Abstract */
  GHashTable *nums;      /* int -> Num */
  Abstract *abstract;    /* being read */
  Num *num;
  Level *level;
  int override_level;
};

enum {
  ABSTRACT = 1, NUM, ABSTRACT_ID, LEVEL, START, FORMAT, LABEL, SUFFIX, STYLE, RESTART, LEGAL, OVERRIDE, START_OVERRIDE,
  STYLE_LINK, NUM_STYLE_LINK
};

static const char *const namespaces[] = { "wordprocessingml", NULL };

static const DzXmlName names[] = {
  { 0, ABSTRACT, "abstractNum" }, { 0, NUM, "num" }, { 0, ABSTRACT_ID, "abstractNumId" }, { 0, LEVEL, "lvl" },
  { 0, START, "start" }, { 0, FORMAT, "numFmt" }, { 0, LABEL, "lvlText" }, { 0, SUFFIX, "suff" },
  { 0, STYLE, "pStyle" }, { 0, RESTART, "lvlRestart" }, { 0, LEGAL, "isLgl" }, { 0, OVERRIDE, "lvlOverride" },
  { 0, START_OVERRIDE, "startOverride" }, { 0, STYLE_LINK, "styleLink" }, { 0, NUM_STYLE_LINK, "numStyleLink" },
  { 0 },
};

static void
clear_level (Level *level)
{
  g_free (level->label);
  g_free (level->style);
}

static void
free_abstract (gpointer data)
{
  Abstract *abstract = data;

  for (guint i = 0; i < N_LEVELS; i++)
    clear_level (&abstract->levels[i]);
  g_free (abstract->style_link);
  g_free (abstract->num_style_link);
  g_free (abstract);
}

static void
free_num (gpointer data)
{
  Num *num = data;

  for (guint i = 0; i < N_LEVELS; i++)
    if (num->levels[i] != NULL)
      {
        clear_level (num->levels[i]);
        g_free (num->levels[i]);
      }
  g_free (num);
}

static void
set_format (Level                 *level,
            const DzXmlAttributes *attributes)
{
  static const struct { const char *name; DzListNumber numeral; } formats[] = {
    { "decimal", DZ_NUMERAL_DECIMAL }, { "decimalZero", DZ_NUMERAL_DECIMAL_ZERO },
    { "decimalFullWidth", DZ_NUMERAL_FULL_WIDTH }, { "decimalFullWidth2", DZ_NUMERAL_FULL_WIDTH },
    { "decimalHalfWidth", DZ_NUMERAL_DECIMAL }, { "decimalEnclosedCircle", DZ_NUMERAL_CIRCLE },
    { "decimalEnclosedCircleChinese", DZ_NUMERAL_CIRCLE }, { "decimalEnclosedFullstop", DZ_NUMERAL_STOP },
    { "decimalEnclosedParen", DZ_NUMERAL_PARENTHESES }, { "chineseCounting", DZ_NUMERAL_CHINESE },
    { "chineseCountingThousand", DZ_NUMERAL_CHINESE }, { "taiwaneseCounting", DZ_NUMERAL_CHINESE },
    { "taiwaneseCountingThousand", DZ_NUMERAL_CHINESE }, { "japaneseCounting", DZ_NUMERAL_CHINESE },
    { "koreanCounting", DZ_NUMERAL_CHINESE }, { "ideographDigital", DZ_NUMERAL_CHINESE_DIGITS },
    { "japaneseDigitalTenThousand", DZ_NUMERAL_CHINESE_DIGITS },
    { "taiwaneseDigital", DZ_NUMERAL_CHINESE_DIGITS }, { "chineseLegalSimplified", DZ_NUMERAL_CHINESE_LEGAL },
    { "ideographLegalTraditional", DZ_NUMERAL_CHINESE_LEGAL }, { "japaneseLegal", DZ_NUMERAL_CHINESE_LEGAL },
    { "ideographTraditional", DZ_NUMERAL_STEMS }, { "ideographZodiac", DZ_NUMERAL_BRANCHES },
    { "ideographEnclosedCircle", DZ_NUMERAL_CHINESE_CIRCLE }, { "upperRoman", DZ_NUMERAL_UPPER_ROMAN },
    { "lowerRoman", DZ_NUMERAL_LOWER_ROMAN }, { "upperLetter", DZ_NUMERAL_UPPER_LETTER },
    { "lowerLetter", DZ_NUMERAL_LOWER_LETTER }, { "bullet", DZ_NUMERAL_BULLET }, { "none", DZ_NUMERAL_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (dz_xml_is (attributes, "val", formats[i].name))
      {
        level->numeral = formats[i].numeral;
        return;
      }
}

static void
begin_abstract (DzDocxNumbering       *self,
                const DzXmlAttributes *attributes)
{
  int id = dz_xml_get_int (attributes, "abstractNumId", -1);

  self->abstract = g_new0 (Abstract, 1);
  self->num = NULL;
  self->level = NULL;
  g_hash_table_replace (self->abstracts, GINT_TO_POINTER (id), self->abstract);
}

static void
begin_num (DzDocxNumbering       *self,
           const DzXmlAttributes *attributes)
{
  int id = dz_xml_get_int (attributes, "numId", -1);

  self->num = g_new0 (Num, 1);
  self->num->abstract = -1;
  self->abstract = NULL;
  self->level = NULL;
  self->override_level = -1;
  for (guint i = 0; i < N_LEVELS; i++)
    self->num->starts[i] = -1;
  g_hash_table_replace (self->nums, GINT_TO_POINTER (id), self->num);
}

static void
begin_level (DzDocxNumbering       *self,
             const DzXmlAttributes *attributes)
{
  int i = dz_xml_get_int (attributes, "ilvl", self->override_level);

  self->level = NULL;
  if (i < 0 || i >= N_LEVELS)
    return;
  if (self->abstract != NULL)
    self->level = &self->abstract->levels[i];
  else if (self->num != NULL)
    {
      if (self->num->levels[i] == NULL)
        self->num->levels[i] = g_new0 (Level, 1);
      self->level = self->num->levels[i];
    }
  if (self->level == NULL)
    return;
  self->level->defined = TRUE;
  self->level->start = 0;
  self->level->restart = -1;
  self->level->numeral = DZ_NUMERAL_DECIMAL;
}

static void
set_level (Level                 *level,
           guint                  id,
           const DzXmlAttributes *attributes)
{
  if (id == START)
    level->start = dz_xml_get_int (attributes, "val", 0);
  else if (id == FORMAT)
    set_format (level, attributes);
  else if (id == LABEL && level->label == NULL)
    level->label = dz_xml_dup (attributes, "val");
  else if (id == SUFFIX)
    level->no_gap = dz_xml_is (attributes, "val", "nothing");
  else if (id == STYLE && level->style == NULL)
    level->style = dz_xml_dup (attributes, "val");
  else if (id == RESTART)
    level->restart = dz_xml_get_int (attributes, "val", -1);
  else if (id == LEGAL)
    level->legal = dz_xml_is_on (attributes, "val");
}

static void
start_cb (gpointer               user_data,
          guint                  id,
          const DzXmlAttributes *attributes)
{
  DzDocxNumbering *self = user_data;

  if (id == ABSTRACT)
    begin_abstract (self, attributes);
  else if (id == NUM)
    begin_num (self, attributes);
  else if (id == LEVEL)
    begin_level (self, attributes);
  else if (id == ABSTRACT_ID && self->num != NULL)
    self->num->abstract = dz_xml_get_int (attributes, "val", -1);
  else if (id == OVERRIDE)
    self->override_level = dz_xml_get_int (attributes, "ilvl", -1);
  else if (id == START_OVERRIDE && self->num != NULL && self->override_level >= 0 &&
           self->override_level < N_LEVELS)
    self->num->starts[self->override_level] = MAX (dz_xml_get_int (attributes, "val", 1), 0);
  else if (id == STYLE_LINK && self->abstract != NULL && self->abstract->style_link == NULL)
    self->abstract->style_link = dz_xml_dup (attributes, "val");
  else if (id == NUM_STYLE_LINK && self->abstract != NULL && self->abstract->num_style_link == NULL)
    self->abstract->num_style_link = dz_xml_dup (attributes, "val");
  else if (self->level != NULL)
    set_level (self->level, id, attributes);
}

static void
end_cb (gpointer user_data,
        guint    id)
{
  DzDocxNumbering *self = user_data;

  if (id == LEVEL)
    self->level = NULL;
}

static void
text_cb (gpointer    user_data,
         const char *text,
         gsize       len)
{
}

static const DzXmlHandler handler = { namespaces, names, start_cb, end_cb, text_cb };

DzDocxNumbering *
dz_docx_numbering_new (void)
{
  DzDocxNumbering *self = g_new0 (DzDocxNumbering, 1);

  self->abstracts = g_hash_table_new_full (NULL, NULL, NULL, free_abstract);
  self->nums = g_hash_table_new_full (NULL, NULL, NULL, free_num);

  return self;
}

void
dz_docx_numbering_free (DzDocxNumbering *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->abstracts);
  g_hash_table_unref (self->nums);
  g_free (self);
}

/**
 * dz_docx_numbering_load:
 * @xml: the part numbering.xml
 *
 * Returns: %FALSE with @error set if it cannot be read; what came before is kept
 */
gboolean
dz_docx_numbering_load (DzDocxNumbering *self,
                        GBytes          *xml,
                        GCancellable    *cancellable,
                        GError         **error)
{
  return dz_xml_parse (xml, &handler, self, NULL, cancellable, error);
}

static Abstract *
find_abstract (DzDocxNumbering *self,
               const Num       *num)
{
  Abstract *abstract = g_hash_table_lookup (self->abstracts, GINT_TO_POINTER (num->abstract));
  GHashTableIter iter;
  gpointer value;

  if (abstract == NULL || abstract->num_style_link == NULL)
    return abstract;
  g_hash_table_iter_init (&iter, self->abstracts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (g_strcmp0 (((Abstract *) value)->style_link, abstract->num_style_link) == 0)
      return value;

  return abstract;
}

/**
 * dz_docx_numbering_find_level:
 *
 * Returns: the level of list @num_id that belongs to paragraph style @style, or -1
 */
int
dz_docx_numbering_find_level (DzDocxNumbering *self,
                              int              num_id,
                              const char      *style)
{
  const Num *num = g_hash_table_lookup (self->nums, GINT_TO_POINTER (num_id));
  const Abstract *abstract = num != NULL ? find_abstract (self, num) : NULL;

  for (int i = 0; abstract != NULL && style != NULL && i < N_LEVELS; i++)
    if (g_strcmp0 (abstract->levels[i].style, style) == 0)
      return i;

  return -1;
}

static const Level *
get_level (const Abstract *abstract,
           const Num      *num,
           int             i)
{
  return num->levels[i] != NULL ? num->levels[i] : &abstract->levels[i];
}

static void
advance (Abstract *abstract,
         Num      *num,
         int       at)
{
  if (num->starts[at] >= 0 && !num->started[at])
    {
      abstract->values[at] = num->starts[at];
      num->started[at] = TRUE;
    }
  else if (abstract->used[at])
    abstract->values[at]++;
  else
    abstract->values[at] = get_level (abstract, num, at)->start;
  abstract->used[at] = TRUE;
  for (int i = at + 1; i < N_LEVELS; i++)
    {
      int restart = get_level (abstract, num, i)->restart;

      if (restart < 0 || (restart > 0 && at < restart))
        abstract->used[i] = FALSE;
    }
}

static void
append_label (GString        *out,
              const Abstract *abstract,
              const Num      *num,
              const Level    *level)
{
  for (const char *p = level->label; *p != '\0'; p++)
    {
      int i = p[1] - '1';

      if (*p != '%' || i < 0 || i >= N_LEVELS)
        {
          g_string_append_c (out, *p);
          continue;
        }
      p++;
      {
        const Level *shown = get_level (abstract, num, i);
        int value = abstract->used[i] ? abstract->values[i] : MAX (shown->start, 1);

        dz_list_number_append (out, level->legal && shown->numeral != DZ_NUMERAL_NONE ? DZ_NUMERAL_DECIMAL
                                                                                    : shown->numeral, value);
      }
    }
}

/**
 * dz_docx_numbering_count:
 * @label: gets the number of the next paragraph of this list and level, "（一）" or "1. "; nothing
 *   for a bullet or an unknown list
 */
void
dz_docx_numbering_count (DzDocxNumbering *self,
                         int              num_id,
                         int              level,
                         GString         *label)
{
  Num *num = g_hash_table_lookup (self->nums, GINT_TO_POINTER (num_id));
  Abstract *abstract = num != NULL ? find_abstract (self, num) : NULL;
  const Level *definition;

  if (abstract == NULL || level < 0 || level >= N_LEVELS)
    return;
  advance (abstract, num, level);
  definition = get_level (abstract, num, level);
  if (definition->label == NULL || definition->numeral == DZ_NUMERAL_BULLET)
    return;
  append_label (label, abstract, num, definition);
  if (!definition->no_gap && dz_list_number_needs_gap (label))
    g_string_append_c (label, ' ');
}

/* dz-personal-places.c - where in a text a person may be named at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-personal-places.h"

#include "dz-char.h"
#include "dz-pattern.h"

#include <string.h>

/* What a character may be; a character may be several. */
enum
{
  IS_HAN = 1 << 0,
  IS_SURNAME = 1 << 1,
  IS_COMPOUND = 1 << 2, /* begins a surname of several characters */
  IS_GIVEN = 1 << 3,
  IS_LEAD = 1 << 4,     /* a name may follow at once, though it is a Chinese character */
  IS_DIGIT = 1 << 5,
  IS_NUMERAL = 1 << 6,  /* or a digit */
  IS_SEX = 1 << 7,
  IS_MASK = 1 << 8,
  IS_OF = 1 << 9,
  IS_KIN = 1 << 10,
  BEGINS_WORD = 1 << 11, /* perhaps: one of those below */
  /* and of a place, not of a character */
  HAS_NUMBER_WORD = 1 << 12,
  HAS_ADDRESS = 1 << 13
};

#define HAN_FIRST 0x4e00u
#define HAN_LAST 0x9fffu

/* Characters a rule allows at most between the beginning of a name and what it asks for behind it. */
#define NAME_AND_DIGITS 8
#define NAME_AND_SEX 9
#define NAME_AND_ADDRESS 9
#define NAME_AND_NUMBER_WORD 13
#define FOREIGN_PART 7
#define FEWEST_DIGITS 11 /* of a telephone */
#define WORD_AND_NUMBER 6

typedef enum { WORD_OF_NUMBER, WORD_OF_ADDRESS, WORD_BEFORE_NUMBER, WORD_OF_HOME } WordKind;

static const struct
{
  const char *word;
  WordKind kind;
} words[] = {
  { "身份证", WORD_OF_NUMBER },   { "身份号码", WORD_OF_NUMBER }, { "联系电话", WORD_OF_NUMBER },
  { "联系方式", WORD_OF_NUMBER }, { "电话", WORD_OF_NUMBER },     { "手机", WORD_OF_NUMBER },
  { "银行卡", WORD_OF_NUMBER },   { "卡号", WORD_OF_NUMBER },     { "账号", WORD_OF_NUMBER },
  { "微信", WORD_OF_NUMBER },     { "家住", WORD_OF_NUMBER },     { "住址", WORD_OF_NUMBER },
  { "现住", WORD_OF_NUMBER },     { "户籍", WORD_OF_NUMBER },     { "先生", WORD_OF_ADDRESS },
  { "女士", WORD_OF_ADDRESS },    { "夫妇", WORD_OF_ADDRESS },    { "夫妻", WORD_OF_ADDRESS },
  { "父子", WORD_OF_ADDRESS },    { "母子", WORD_OF_ADDRESS },    { "母女", WORD_OF_ADDRESS },
  { "父女", WORD_OF_ADDRESS },    { "大爷", WORD_OF_ADDRESS },    { "大妈", WORD_OF_ADDRESS },
  { "大叔", WORD_OF_ADDRESS },    { "大婶", WORD_OF_ADDRESS },    { "阿姨", WORD_OF_ADDRESS },
  { "婆婆", WORD_OF_ADDRESS },    { "奶奶", WORD_OF_ADDRESS },    { "爷爷", WORD_OF_ADDRESS },
  { "老人", WORD_OF_ADDRESS },    { "一家", WORD_OF_ADDRESS },    { "银行卡", WORD_BEFORE_NUMBER },
  { "卡号", WORD_BEFORE_NUMBER }, { "账号", WORD_BEFORE_NUMBER }, { "账户", WORD_BEFORE_NUMBER },
  { "存折", WORD_BEFORE_NUMBER }, { "身份证", WORD_BEFORE_NUMBER }, { "身份号码", WORD_BEFORE_NUMBER },
  { "证件号", WORD_BEFORE_NUMBER }, { "微信", WORD_BEFORE_NUMBER }, { "QQ", WORD_BEFORE_NUMBER },
  { "家住", WORD_OF_HOME },       { "现住", WORD_OF_HOME },       { "住址", WORD_OF_HOME },
  { "住在", WORD_OF_HOME },       { "居住在", WORD_OF_HOME },     { "居住于", WORD_OF_HOME },
  { "户籍", WORD_OF_HOME },       { "住所", WORD_OF_HOME },       { "家庭", WORD_OF_HOME },
};

struct _DzPersonalPlaces
{
  guint16 kinds[HAN_LAST - HAN_FIRST + 1];
  char **compounds;
  DzPatternSet *roles; /* NULL: too intricate, every place may hold one */
};

/* A text, by characters. */
typedef struct
{
  const char *text;
  gsize len;
  guint n;
  guint32 *at;    /* first byte */
  guint16 *kinds;
} Row;

static void
mark (DzPersonalPlaces *self,
      const char       *characters,
      guint16           kind)
{
  for (const char *p = characters; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = dz_char_at (p);

      if (c >= HAN_FIRST && c <= HAN_LAST)
        self->kinds[c - HAN_FIRST] |= kind;
    }
}

/* The words that say who somebody is, where they are plain words; an expression of another kind is not searched for. */
static DzPatternSet *
compile_roles (const char *roles)
{
  g_autoptr(DzPatternSet) set = dz_pattern_set_new (NULL);

  if (strpbrk (roles, "[].*+{}\\^$~") != NULL || strstr (roles, "(?") != NULL || strstr (roles, "…") != NULL ||
      dz_pattern_set_add (set, roles, NULL) < 0)
    return NULL;
  dz_pattern_set_compile (set);

  return g_steal_pointer (&set);
}

/**
 * dz_personal_places_new:
 * @surnames: of one character
 * @compounds: of several, parted by |
 * @given: characters of given names
 * @roles: the words before a name, as a regular expression
 *
 * Returns: (transfer full): what finds places
 */
DzPersonalPlaces *
dz_personal_places_new (const char *surnames,
                        const char *compounds,
                        const char *given,
                        const char *roles)
{
  DzPersonalPlaces *self = g_new0 (DzPersonalPlaces, 1);

  for (guint i = 0; i < G_N_ELEMENTS (self->kinds); i++)
    self->kinds[i] = IS_HAN;
  self->compounds = g_strsplit (compounds, "|", -1);
  for (guint i = 0; self->compounds[i] != NULL; i++)
    {
      g_autofree char *first = g_utf8_substring (self->compounds[i], 0, MIN (g_utf8_strlen (self->compounds[i], -1), 1));

      mark (self, first, IS_COMPOUND);
    }
  mark (self, surnames, IS_SURNAME);
  mark (self, given, IS_GIVEN);
  mark (self, "将对由向被与和为给让找访替帮请的", IS_LEAD);
  mark (self, "一二三四五六七八九十百", IS_NUMERAL);
  mark (self, "男女", IS_SEX);
  mark (self, "某", IS_MASK);
  mark (self, "之其", IS_OF);
  mark (self, "子女妻夫父母孙", IS_KIN);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *first = g_utf8_substring (words[i].word, 0, 1);

      mark (self, first, BEGINS_WORD);
    }
  self->roles = compile_roles (roles);

  return self;
}

void
dz_personal_places_free (DzPersonalPlaces *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->compounds);
  g_clear_pointer (&self->roles, dz_pattern_set_free);
  g_free (self);
}

static guint16
kind_of (const DzPersonalPlaces *self,
         gunichar                c)
{
  if (c >= HAN_FIRST && c <= HAN_LAST)
    return self->kinds[c - HAN_FIRST];
  if (c < 0x80)
    return g_ascii_isdigit (c) ? IS_DIGIT | IS_NUMERAL : c == 'Q' ? BEGINS_WORD : 0;

  /* between the digits of other scripts and the wide ones stand marks and Chinese characters */
  return (c < 0x2000 || c > HAN_LAST) && g_unichar_isdigit (c) ? IS_DIGIT | IS_NUMERAL : 0;
}

static guint16
kind_at (const Row *row,
         guint      i)
{
  return i < row->n ? row->kinds[i] : 0;
}

/* Whether one of @kinds stands in the characters from @first to before @stop. */
static gboolean
has_within (const Row *row,
            guint      first,
            guint      stop,
            guint16    kinds)
{
  for (guint i = first; i < MIN (stop, row->n); i++)
    if ((row->kinds[i] & kinds) != 0)
      return TRUE;

  return FALSE;
}

static gboolean
starts_with (const Row  *row,
             guint       i,
             const char *word)
{
  return dz_word_at (row->text, row->len, row->at[i], word) > 0;
}

/* Notes what words begin at character @i. */
static void
note_words (Row     *row,
            guint    i,
            gboolean numbers[DZ_NUMBERED_N])
{
  for (guint k = 0; k < G_N_ELEMENTS (words); k++)
    {
      guint after;

      if (!starts_with (row, i, words[k].word))
        continue;
      switch (words[k].kind)
        {
        case WORD_OF_NUMBER:
          row->kinds[i] |= HAS_NUMBER_WORD;
          break;

        case WORD_OF_ADDRESS:
          row->kinds[i] |= HAS_ADDRESS;
          break;

        case WORD_BEFORE_NUMBER:
          after = i + (guint) g_utf8_strlen (words[k].word, -1);
          for (guint n = after; n < MIN (after + WORD_AND_NUMBER, row->n); n++)
            if ((row->kinds[n] & IS_DIGIT) != 0 || (guchar) row->text[row->at[n]] < 0x80)
              numbers[DZ_NUMBERED_BY_WORD] = TRUE;
          break;

        case WORD_OF_HOME:
        default:
          numbers[DZ_NUMBERED_BY_HOME] = TRUE;
        }
    }
}

/* 3组5号, 2栋301室 */
static void
note_groups (const Row *row,
             guint      i,
             gboolean   numbers[DZ_NUMBERED_N])
{
  gunichar c;

  if (i == 0 || (kind_at (row, i + 1) & IS_NUMERAL) == 0)
    return;
  c = dz_char_at (row->text + row->at[i]);
  if ((row->kinds[i - 1] & IS_NUMERAL) != 0)
    {
      numbers[DZ_NUMBERED_BY_GROUP] |= c == 0x7ec4 || c == 0x793e || c == 0x961f; /* 组社队 */
      numbers[DZ_NUMBERED_BY_HOUSE] |= c == 0x680b || c == 0x5e62 || c == 0x5ea7; /* 栋幢座 */
    }
  numbers[DZ_NUMBERED_BY_HOUSE] |= c == 0x697c && starts_with (row, i - 1, "号"); /* 楼 */
}

static void
note_digits (const Row *row,
             gboolean   numbers[DZ_NUMBERED_N])
{
  guint digits = 0;

  for (guint i = 0; i < row->n; i++)
    {
      if ((row->kinds[i] & IS_DIGIT) != 0)
        digits++;
      else if (row->text[row->at[i]] != '-')
        digits = 0;
      if (digits >= FEWEST_DIGITS)
        numbers[DZ_NUMBERED_BY_DIGITS] = TRUE;
    }
}

static void
read_row (const DzPersonalPlaces *self,
          Row                    *row)
{
  row->at = g_new (guint32, row->len + 1);
  row->kinds = g_new (guint16, row->len + 1);
  for (const char *p = row->text; p < row->text + row->len; p = g_utf8_next_char (p))
    {
      row->at[row->n] = (guint32) (p - row->text);
      row->kinds[row->n++] = kind_of (self, dz_char_at (p));
    }
}

static gboolean
is_break (const Row *row,
          guint      i)
{
  return i < row->n && row->text[row->at[i]] == '\n';
}

static gboolean
has_compound (const DzPersonalPlaces *self,
              const Row              *row,
              guint                   i)
{
  for (guint k = 0; self->compounds[k] != NULL; k++)
    if (starts_with (row, i, self->compounds[k]))
      return TRUE;

  return FALSE;
}

/* A surname and characters of given names behind it, which a line may end between; behind a surname of several
 * characters all is let pass. */
static gboolean
has_given (const DzPersonalPlaces *self,
           const Row              *row,
           guint                   i,
           guint                   given)
{
  if ((row->kinds[i] & IS_COMPOUND) != 0 && has_compound (self, row, i))
    return TRUE;
  for (guint n = 0; n < given; n++)
    {
      i += is_break (row, i + 1) ? 2 : 1;
      if ((kind_at (row, i) & IS_GIVEN) == 0)
        return FALSE;
    }

  return TRUE;
}

static void
add (GArray *places,
     guint32 at)
{
  g_array_append_val (places, at);
}

/* What rules a name that begins with character @i may be read by. */
static void
take_surname (const DzPersonalPlaces *self,
              const Row              *row,
              guint                   i,
              GArray                 *names[DZ_NAMED_N])
{
  guint16 before = i > 0 ? row->kinds[i - 1] : 0;
  guint32 at = row->at[i];

  if (has_within (row, i + 2, i + NAME_AND_NUMBER_WORD, HAS_NUMBER_WORD))
    add (names[DZ_NAMED_BY_NUMBER], at);
  if ((before & IS_HAN) == 0)
    {
      if (has_within (row, i + 2, i + NAME_AND_SEX, IS_SEX))
        add (names[DZ_NAMED_BY_SEX], at);
      if (has_within (row, i + 2, i + NAME_AND_DIGITS, IS_DIGIT))
        add (names[DZ_NAMED_BY_DIGITS], at);
    }
  if ((before & IS_HAN) != 0 && has_given (self, row, i, 1))
    add (names[DZ_NAMED_BY_FAULT], at);
  if ((before & IS_HAN) != 0 && (before & IS_LEAD) == 0)
    return;
  if (has_within (row, i + 2, i + NAME_AND_ADDRESS, HAS_ADDRESS))
    add (names[DZ_NAMED_BY_ADDRESS], at);
  if (has_given (self, row, i, 2))
    add (names[DZ_NAMED_BY_PART], at);
  if (has_given (self, row, i, 1))
    add (names[DZ_NAMED_BY_ACT], at);
}

/* Whether a name may begin at @at, behind a word that says who it is, and perhaps a mark. */
static gboolean
may_begin_name (const DzPersonalPlaces *self,
                const char             *at,
                const char             *end)
{
  guint n = 0;

  if (at < end && dz_char_is_any (dz_char_at (at), "：（“‘\t|"))
    at = g_utf8_next_char (at);
  if (at >= end || (kind_of (self, dz_char_at (at)) & IS_HAN) == 0)
    return FALSE;
  if ((kind_of (self, dz_char_at (at)) & (IS_SURNAME | IS_COMPOUND)) != 0)
    return TRUE;
  for (; at < end && n < FOREIGN_PART; at = g_utf8_next_char (at), n++)
    if (dz_char_at (at) == 0xb7)
      return TRUE;

  return FALSE;
}

static void
find_roles (const DzPersonalPlaces *self,
            const Row              *row,
            GArray                 *places)
{
  g_autoptr(GArray) hits = g_array_new (FALSE, FALSE, sizeof (DzHit));

  if (self->roles == NULL)
    {
      g_array_append_vals (places, row->at, row->n);
      return;
    }
  dz_pattern_set_find (self->roles, row->text, (DzSpan){ 0, row->len }, hits);
  for (guint i = 0; i < hits->len; i++)
    {
      DzSpan span = g_array_index (hits, DzHit, i).span;

      if ((places->len == 0 || g_array_index (places, guint32, places->len - 1) < span.start) &&
          may_begin_name (self, row->text + span.end, row->text + row->len))
        add (places, (guint32) span.start);
    }
}

/**
 * dz_personal_places_find:
 * @folded: in simplified characters
 * @names: (element-type guint32): by rule: bytes where a match of it may begin are added, in order
 * @numbers: (out): by kind: whether a number of it may stand anywhere
 */
void
dz_personal_places_find (DzPersonalPlaces *self,
                         const char       *folded,
                         gsize             len,
                         GArray           *names[DZ_NAMED_N],
                         gboolean          numbers[DZ_NUMBERED_N])
{
  Row row = { folded, len, 0, NULL, NULL };

  memset (numbers, 0, DZ_NUMBERED_N * sizeof *numbers);
  read_row (self, &row);
  for (guint i = 0; i < row.n; i++)
    if ((row.kinds[i] & BEGINS_WORD) != 0)
      note_words (&row, i, numbers);
  note_digits (&row, numbers);
  for (guint i = 0; i < row.n; i++)
    {
      guint16 next = kind_at (&row, i + 1);

      if ((row.kinds[i] & (IS_SURNAME | IS_COMPOUND)) != 0)
        take_surname (self, &row, i, names);
      if ((next & IS_MASK) != 0 && (row.kinds[i] & IS_HAN) != 0)
        add (names[DZ_NAMED_BY_MASK], row.at[i]);
      if ((row.kinds[i] & IS_OF) != 0 && (next & IS_KIN) != 0 &&
          (kind_at (&row, i + 2) & (IS_SURNAME | IS_COMPOUND)) != 0)
        add (names[DZ_NAMED_BY_KIN], row.at[i]);
      if ((next & IS_NUMERAL) != 0)
        note_groups (&row, i, numbers);
    }
  find_roles (self, &row, names[DZ_NAMED_BY_ROLE]);
  g_free (row.at);
  g_free (row.kinds);
}

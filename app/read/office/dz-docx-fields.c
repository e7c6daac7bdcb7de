/* dz-docx-fields.c - what Word shows without writing it down: fields, forms, fonts of signs
 *
 * An EQ field is a small language: \\F(3,4) is a fraction, \\O(○,1) prints one over the other (a
 * circled number, or a reading above a character), \\S raises or lowers. It keeps no result, so what
 * it shows is worked out here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-docx-fields.h"

#include "dz-docx-names.h"

#include <stdlib.h>
#include <string.h>

#define MAX_DEPTH 20
#define MAX_ARGUMENTS 16

void
dz_docx_form_clear (DzDocxForm *form)
{
  g_clear_pointer (&form->entries, g_ptr_array_unref);
  *form = (DzDocxForm){ NULL };
}

/**
 * dz_docx_form_take:
 * @id: of an element inside w:ffData
 */
void
dz_docx_form_take (DzDocxForm            *form,
                   guint                  id,
                   const DzXmlAttributes *attributes)
{
  if (id == FORM_LIST && form->entries == NULL)
    form->entries = g_ptr_array_new_with_free_func (g_free);
  else if (id == FORM_ENTRY && form->entries != NULL && form->entries->len < 1000)
    g_ptr_array_add (form->entries, dz_xml_dup (attributes, "val"));
  else if (id == FORM_RESULT)
    form->chosen = dz_xml_get_int (attributes, "val", 0);
  else if (id == FORM_BOX)
    form->is_box = TRUE;
  else if (id == FORM_CHECKED || (id == FORM_DEFAULT && form->is_box))
    form->ticked = dz_xml_is_on (attributes, "val");
}

static char *read_expression (const char **at,
                              guint        depth);

/* Up to the bracket that closes, parted by commas or semicolons. */
static guint
read_arguments (const char **at,
                char        *arguments[static MAX_ARGUMENTS],
                guint        depth)
{
  guint n = 0;

  while (**at != '\0')
    {
      char *argument = read_expression (at, depth + 1);

      if (n < MAX_ARGUMENTS)
        arguments[n++] = argument;
      else
        g_free (argument);
      if (**at == ',' || **at == ';')
        (*at)++;
      else
        break;
    }
  if (**at == ')')
    (*at)++;

  return n;
}

/* ○ and 1 are ①; of other things printed over each other the last is the character itself. */
static void
append_over (GString *out,
             char   **arguments,
             guint    n)
{
  static const char *const rings[] = { "○", "〇", "◯", "Ｏ", "O" };
  int number = n == 2 ? atoi (arguments[1]) : 0;
  gboolean ring = FALSE;

  for (guint i = 0; n == 2 && i < G_N_ELEMENTS (rings); i++)
    ring = ring || g_str_equal (arguments[0], rings[i]);
  if (ring && number >= 1 && number <= 20)
    g_string_append_unichar (out, 0x2460 + (gunichar) number - 1);
  else if (ring)
    g_string_append_printf (out, "（%s）", arguments[1]);
  else if (n > 0)
    g_string_append (out, arguments[n - 1]);
}

static void
append_part (GString    *out,
             const char *part)
{
  gboolean brackets = strpbrk (part, "+-/ ") != NULL;

  g_string_append_printf (out, brackets ? "(%s)" : "%s", part);
}

static void
append_switch (GString *out,
               char     kind,
               char   **arguments,
               guint    n)
{
  if (kind == 'f' && n == 2)
    {
      append_part (out, arguments[0]);
      g_string_append_c (out, '/');
      append_part (out, arguments[1]);
    }
  else if (kind == 'o')
    append_over (out, arguments, n);
  else if (kind == 'r' && n > 0)
    g_string_append_printf (out, "√%s", arguments[n - 1]);
  else if (kind == 'b' && n > 0)
    g_string_append_printf (out, "(%s)", arguments[0]);
  else
    for (guint i = 0; i < n; i++)
      g_string_append_printf (out, "%s%s", i > 0 ? kind == 'l' ? "," : " " : "", arguments[i]);
}

/* "\\* hps10", "\\* \"Font:宋体\"": how it looks. */
static void
skip_format (const char **at)
{
  *at += strspn (*at, " ");
  if (**at == '"')
    {
      const char *close = strchr (*at + 1, '"');

      *at = close != NULL ? close + 1 : *at + strlen (*at);
    }
  else
    *at += strcspn (*at, " \\");
  *at += strspn (*at, " ");
}

/* A switch with its options ("\\s\\up 9(…)"); what the first letter says is what it does. */
static void
read_switch (GString     *out,
             const char **at,
             guint        depth)
{
  char *arguments[MAX_ARGUMENTS];
  char kind = g_ascii_tolower (**at);
  guint n;

  if (kind == '*')
    {
      (*at)++;
      skip_format (at);
      return;
    }
  if (kind == ',' || kind == ';' || kind == '(' || kind == ')' || kind == '\\')
    {
      g_string_append_c (out, kind);
      (*at)++;
      return;
    }
  while (**at != '\0' && (g_ascii_isalnum (**at) || strchr ("\\ -", **at) != NULL))
    (*at)++;
  if (**at != '(')
    return;
  (*at)++;
  n = read_arguments (at, arguments, depth);
  append_switch (out, kind, arguments, n);
  for (guint i = 0; i < n; i++)
    g_free (arguments[i]);
}

static char *
read_expression (const char **at,
                 guint        depth)
{
  GString *out = g_string_new (NULL);

  if (depth > MAX_DEPTH)
    *at += strlen (*at);
  while (**at != '\0' && (depth == 0 || strchr (",;)", **at) == NULL))
    if (**at == '\\')
      {
        (*at)++;
        read_switch (out, at, depth);
      }
    else
      {
        const char *next = g_utf8_next_char (*at);

        g_string_append_len (out, *at, next - *at);
        *at = next;
      }
  g_strstrip (out->str);

  return g_string_free (out, FALSE);
}

/* SYMBOL 179 \\f "Symbol", SYMBOL 8805 \\u: a sign by its number, of a font of signs or of all. */
static char *
dup_symbol (const char *at)
{
  char *rest;
  gunichar c = (gunichar) g_ascii_strtoull (at, &rest, 0);
  const char *font = strstr (rest, "\\f");
  char utf8[7] = "";
  g_autofree char *name = NULL;
  DzDocxFont kind;
  const char *sign;

  if (font != NULL)
    {
      font += 2 + strspn (font + 2, " \"");
      name = g_strndup (font, strcspn (font, "\"\\"));
      g_strstrip (name);
    }
  kind = dz_docx_font_kind (name);
  if (c == 0 || !g_unichar_validate (c) || (c > 0x7f && c < 0x100 && kind == DZ_DOCX_FONT_TEXT))
    return NULL;
  sign = kind != DZ_DOCX_FONT_TEXT && c < 0x100 ? dz_docx_find_symbol (c | 0xf000, kind == DZ_DOCX_FONT_SYMBOL) : NULL;
  if (sign != NULL)
    return g_strdup (sign);
  if (kind != DZ_DOCX_FONT_TEXT && c < 0x100)
    return g_strdup ("\357\277\275");
  utf8[g_unichar_to_utf8 (c, utf8)] = '\0';

  return g_strdup (utf8);
}

/**
 * dz_docx_field_result:
 * @instruction: of the field
 * @form: what it was filled with
 *
 * Returns: (transfer full) (nullable): what Word shows for a field that keeps no result
 */
char *
dz_docx_field_result (const char       *instruction,
                      const DzDocxForm *form)
{
  const char *at = instruction + strspn (instruction, " ");

  if (g_ascii_strncasecmp (at, "EQ ", 3) == 0 && g_utf8_validate (at, -1, NULL))
    {
      at += 3;
      return read_expression (&at, 0);
    }
  if (g_ascii_strncasecmp (at, "SYMBOL ", 7) == 0)
    return dup_symbol (at + 7);
  if (g_ascii_strncasecmp (at, "FORMCHECKBOX", 12) == 0)
    return g_strdup (form->ticked ? "☑" : "☐");
  if (g_ascii_strncasecmp (at, "FORMDROPDOWN", 12) == 0 && form->entries != NULL && form->chosen >= 0 &&
      (guint) form->chosen < form->entries->len)
    return g_strdup (g_ptr_array_index (form->entries, (guint) form->chosen));

  return NULL;
}

/**
 * dz_docx_font_kind:
 * @name: (nullable)
 */
DzDocxFont
dz_docx_font_kind (const char *name)
{
  if (name == NULL)
    return DZ_DOCX_FONT_TEXT;
  if (g_ascii_strcasecmp (name, "Symbol") == 0)
    return DZ_DOCX_FONT_SYMBOL;

  return g_ascii_strncasecmp (name, "Wingdings", 9) == 0 || g_ascii_strcasecmp (name, "Webdings") == 0
           ? DZ_DOCX_FONT_DINGBATS : DZ_DOCX_FONT_TEXT;
}

/* The letters of the font Symbol are Greek ones; its digits are digits. */
static gunichar
find_greek (gunichar c)
{
  static const char small[] = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";
  static const char capital[] = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";

  c &= 0xff;
  if (c >= 'a' && c <= 'z')
    return g_utf8_get_char (g_utf8_offset_to_pointer (small, (glong) (c - 'a')));
  if (c >= 'A' && c <= 'Z')
    return g_utf8_get_char (g_utf8_offset_to_pointer (capital, (glong) (c - 'A')));

  return c > 0x20 && c < 0x7f ? c : 0;
}

/* U+F000 to U+F0FF: what a font of signs has for itself. */
static gboolean
has_own_signs (const char *text,
               const char *end)
{
  for (const char *p = text; (p = memchr (p, 0xef, (gsize) (end - p))) != NULL && p + 1 < end; p++)
    if ((guchar) p[1] >= 0x80 && (guchar) p[1] <= 0x83)
      return TRUE;

  return FALSE;
}

/**
 * dz_docx_dup_plain:
 * @n_lost: (inout): signs nobody else has are added
 *
 * Returns: (transfer full) (nullable): @text with the signs of fonts of signs as the characters
 *   everybody has for them; %NULL if it has none
 */
char *
dz_docx_dup_plain (const char *text,
                   gsize       len,
                   DzDocxFont  font,
                   guint      *n_lost)
{
  const char *end = text + len;
  GString *out;

  if (!g_utf8_validate_len (text, len, NULL) || (font == DZ_DOCX_FONT_TEXT && !has_own_signs (text, end)))
    return NULL;
  out = g_string_new (NULL);
  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean own = c >= 0xf020 && c <= 0xf0ff;
      gboolean sign = own || (font != DZ_DOCX_FONT_TEXT && c > 0x20 && c < 0x100);
      const char *plain = sign ? dz_docx_find_symbol (c | 0xf000, font == DZ_DOCX_FONT_SYMBOL) : NULL;
      gunichar greek = sign && font == DZ_DOCX_FONT_SYMBOL ? find_greek (c) : 0;

      if (plain != NULL)
        g_string_append (out, plain);
      else if (greek != 0)
        g_string_append_unichar (out, greek);
      else if (own || (sign && !g_ascii_isdigit (c)))
        {
          g_string_append (out, "\357\277\275");
          *n_lost += 1;
        }
      else
        g_string_append_unichar (out, c);
    }

  return g_string_free (out, FALSE);
}

/**
 * dz_docx_find_symbol:
 * @c: a character of a font's private area
 * @of_symbol: of the font Symbol, which holds signs of counting; others hold boxes and ticks
 *
 * Returns: (nullable): the character everybody has for it
 */
const char *
dz_docx_find_symbol (gunichar c,
                     gboolean of_symbol)
{
  static const struct { gunichar code; const char *text; } dingbats[] = {
    { 0xf0fe, "☑" }, { 0xf0a8, "□" }, { 0xf06f, "□" }, { 0xf0fc, "✓" }, { 0xf0fb, "✗" }, { 0xf0fd, "☒" },
    { 0xf052, "☑" }, { 0xf0a3, "□" }, { 0xf050, "✓" }, { 0xf06c, "●" }, { 0xf06e, "■" }, { 0xf075, "◆" },
    { 0xf0d8, "➢" }, { 0xf0b7, "•" }, { 0xf0e0, "→" }, { 0xf0b4, "×" }, { 0xf0b3, "≥" },
  };
  static const struct { gunichar code; const char *text; } signs[] = {
    { 0xf0a3, "≤" }, { 0xf0b3, "≥" }, { 0xf0b9, "≠" }, { 0xf0bb, "≈" }, { 0xf0b1, "±" }, { 0xf0b4, "×" },
    { 0xf0b8, "÷" }, { 0xf0b0, "°" }, { 0xf0b7, "•" }, { 0xf0ae, "→" },
  };

  for (guint i = 0; of_symbol && i < G_N_ELEMENTS (signs); i++)
    if (signs[i].code == c)
      return signs[i].text;
  for (guint i = 0; i < G_N_ELEMENTS (dingbats); i++)
    if (dingbats[i].code == c)
      return dingbats[i].text;

  return NULL;
}

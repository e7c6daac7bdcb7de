/* dz-blank-forms.c - signs that something was left to be filled in
 *
 * Forms of a blank that folding would not keep: 2026年 月 日, （  ）名, ○○场, 查处N起. Each is an
 * expression that is looked for only where what it begins with stands somewhere in the text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-blank-forms.h"

#include "dz-char.h"
#include "dz-pieces.h"

#include <string.h>

#define SYMBOLS "*○●◯□■△▲▽▼☆★※＊◇◆"
#define LETTERS "NnMmXx×"
#define BEHIND "(?=[，。；、,;.）)\\s]|$)"

enum { YEAR, MONTH, BRACKETS, CORNERS, SYMBOL, LETTER, N_FORMS };

struct _DzBlankForms
{
  char **measures;
  GRegex *forms[N_FORMS];
};

/**
 * dz_blank_forms_new:
 * @measures: measure words, parted by |
 *
 * Returns: (transfer full) (nullable): the compiled forms
 */
DzBlankForms *
dz_blank_forms_new (const char  *measures,
                    GError     **error)
{
  g_autoptr(DzBlankForms) self = g_new0 (DzBlankForms, 1);
  g_autofree char *symbol = g_strdup_printf ("[" SYMBOLS "]{1,4}\\h*余?(?:%s)" BEHIND, measures);
  g_autofree char *letter = g_strdup_printf ("[\\x{4e00}-\\x{9fff}][" LETTERS "]{1,3}\\h*余?(?:%s)" BEHIND, measures);
  const char *forms[N_FORMS] = {
    "年\\h+月(?:\\h*\\d{0,2}\\h*日)?", "月\\h+日", "[（(]\\h*[）)]", "【\\h*】", symbol, letter
  };

  self->measures = g_strsplit (measures, "|", -1);
  for (guint i = 0; i < N_FORMS; i++)
    if ((self->forms[i] = dz_shared_regex_new (forms[i], error)) == NULL)
      return NULL;

  return g_steal_pointer (&self);
}

void
dz_blank_forms_free (DzBlankForms *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->measures);
  for (guint i = 0; i < N_FORMS; i++)
    g_clear_pointer (&self->forms[i], g_regex_unref);
  g_free (self);
}

static gboolean
is_blank (gunichar c)
{
  return c == '\t' || c == 0x180e || g_unichar_type (c) == G_UNICODE_SPACE_SEPARATOR;
}

/* Which forms may stand in the text. */
static void
look_for_signs (const char *text,
                gsize       len,
                gboolean    seen[N_FORMS])
{
  gunichar before = 0;

  for (const char *p = text; p < text + len; p = g_utf8_next_char (p))
    {
      gunichar c = dz_char_at (p);
      gboolean blank;

      /* a Chinese character is no sign itself */
      if (c >= 0x4e00 && c <= 0x9fff)
        {
          before = c;
          continue;
        }
      blank = c == ' ' || (c < 0x4e00 && is_blank (c));

      seen[YEAR] |= blank && before == 0x5e74;
      seen[MONTH] |= blank && before == 0x6708;
      seen[BRACKETS] |= (before == '(' || before == 0xff08) && (blank || c == ')' || c == 0xff09);
      seen[CORNERS] |= before == 0x3010 && (blank || c == 0x3011);
      if (c == '*' || (c > 0x2000 && c < 0x3000) || c == 0xff0a)
        seen[SYMBOL] |= dz_char_is_any (c, SYMBOLS);
      else if (before >= 0x4e00 && before <= 0x9fff && (c == 0xd7 || g_ascii_isalpha (c < 0x80 ? (char) c : ' ')))
        seen[LETTER] |= dz_char_is_any (c, LETTERS);
      before = c;
    }
}

/**
 * dz_blank_forms_find:
 *
 * Returns: (transfer full) (element-type DzSpan): where something is to be filled in, form by form
 */
GArray *
dz_blank_forms_find (DzBlankForms *self,
                     const char   *text,
                     gsize         len)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (DzSpan));
  gboolean seen[N_FORMS] = { FALSE };

  look_for_signs (text, len, seen);
  for (guint i = 0; i < N_FORMS; i++)
    {
      DzSpan span = DZ_SPAN_NONE;

      while (seen[i] && !dz_span_is_empty (span = dz_pieces_find_next (self->forms[i], text, len, span.end)))
        g_array_append_val (found, span);
    }

  return found;
}

/**
 * dz_blank_forms_measure:
 * @at: behind blanks
 *
 * Returns: the bytes of the measure word at @at, followed by a mark: only then is a number missing
 *   before it; 0 if there is none
 */
gsize
dz_blank_forms_measure (DzBlankForms *self,
                        const char   *at,
                        const char   *end)
{
  for (guint k = 0; self->measures[k] != NULL; k++)
    {
      gsize n = strlen (self->measures[k]);

      if (n > 0 && (gsize) (end - at) > n && memcmp (at, self->measures[k], n) == 0 &&
          dz_char_is_any (dz_char_at (at + n), "，。；、,;.）)"))
        return n;
    }

  return 0;
}

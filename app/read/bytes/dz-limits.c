/* dz-limits.c - how much a file may ask for before it is refused
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-limits.h"

#include "dz-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MEGA ((gsize) 1024 * 1024)

/* Small members of office files may be thousands of equal bytes, so the ratio counts only here. */
#define RATIO_FROM (16 * MEGA)

const DzLimits dz_limits_default = {
  .input = 200 * MEGA,
  .member = 128 * MEGA,
  .total = 1024 * MEGA,
  .encoded = 32 * MEGA,
  .letter = 100 * MEGA,
  .text = 2 * MEGA,
  .ratio = 250,
  .count = 20000,
  .depth = 3,
  .nesting = 2000,
  .attributes = 5000,
  .elements = 1000000,
  .seconds = 10,
};

static gboolean
check_bytes (gsize    size,
             gsize    most,
             GError **error)
{
  if (size <= most)
    return TRUE;
  dz_set_error (error, DZ_ERROR_TOO_LARGE,
                _("The file has %u MB, more than the %u MB read. Save the report alone, without pictures, and import that."),
                (guint) (size / MEGA), (guint) (most / MEGA));
  return FALSE;
}

/**
 * dz_limits_check_input:
 * @size: bytes of a file
 *
 * Returns: %FALSE with %DZ_ERROR_TOO_LARGE if no report is that large
 */
gboolean
dz_limits_check_input (const DzLimits *self,
                       gsize           size,
                       GError        **error)
{
  return check_bytes (size, self->input, error);
}

/**
 * dz_limits_check_encoded:
 * @size: bytes of a text or web page before it is decoded
 *
 * Returns: %FALSE with %DZ_ERROR_TOO_LARGE if it is larger than those that are read
 */
gboolean
dz_limits_check_encoded (const DzLimits *self,
                         gsize           size,
                         GError        **error)
{
  return check_bytes (size, self->encoded, error);
}

/**
 * dz_limits_check_letter:
 * @size: bytes of a letter with all that was sent along
 *
 * Returns: %FALSE with %DZ_ERROR_TOO_LARGE if it is larger than letters may be
 */
gboolean
dz_limits_check_letter (const DzLimits *self,
                        gsize           size,
                        GError        **error)
{
  return check_bytes (size, self->letter, error);
}

/**
 * dz_limits_check_text:
 * @size: bytes of the text a file became
 *
 * Returns: %FALSE with %DZ_ERROR_TOO_LARGE if no report is that long
 */
gboolean
dz_limits_check_text (const DzLimits *self,
                      gsize           size,
                      GError        **error)
{
  if (size <= self->text)
    return TRUE;
  dz_set_error (error, DZ_ERROR_TOO_LARGE,
                _("The text is longer than %u MB. That is no report; import the reports one by one."),
                (guint) (self->text / MEGA));
  return FALSE;
}

/* A tag at @p: counts the '=' outside quotes up to its end, or up to a script, which has many. */
static guint
count_attributes (const char  *p,
                  const char  *end,
                  const char **stop)
{
  guint n = 0;

  for (; p < end && *p != '>' && *p != '<'; p++)
    if (*p == '"' || *p == '\'')
      {
        const char *close = memchr (p + 1, *p, (gsize) (end - p - 1));

        if (close != NULL)
          p = close;
      }
    else
      n += *p == '=';
  *stop = p;

  return n;
}

/**
 * dz_limits_check_markup:
 * @text: HTML or XML
 *
 * libxml2 compares every attribute of an element with every other, where nothing can stop it; so
 * elements with absurdly many are looked for first; and pages of nothing but elements, whose tree would fill
 * the memory.
 */
gboolean
dz_limits_check_markup (const DzLimits *self,
                        const char     *text,
                        gsize           size,
                        GError        **error)
{
  const char *end = text + size;
  const char *p = text;
  guint n_elements = 0;

  if (size < self->attributes * 4)
    return TRUE;
  while ((p = memchr (p, '<', (gsize) (end - p))) != NULL)
    {
      guint n = 0;

      if (end - p > 8 && g_ascii_strncasecmp (p, "<script", 7) == 0)
        {
          p = g_strstr_len (p, end - p, "</");
          if (p == NULL)
            break;
        }
      else if (end - p > 1 && g_ascii_isalpha (p[1]))
        {
          n = count_attributes (p + 1, end, &p);
          n_elements++;
        }
      else
        p++;
      if (n > self->attributes)
        {
          dz_set_error (error, DZ_ERROR_TOO_MANY,
                        _("An element of the file has more than %u attributes, as in no report. Save it anew and import it again."),
                        self->attributes);
          return FALSE;
        }
      if (n_elements > self->elements)
        {
          dz_set_error (error, DZ_ERROR_TOO_MANY,
                        _("The page has more than %u elements, as no report. Save the report alone and import that."), self->elements);
          return FALSE;
        }
      if (end - p > 1 && p[0] == '<' && p[1] == '/')
        p++;
    }

  return TRUE;
}

/**
 * dz_limits_check_unpacked:
 * @name: the member, for the message
 * @packed: bytes it takes in the file
 * @unpacked: bytes it has become so far
 */
gboolean
dz_limits_check_unpacked (const DzLimits *self,
                          const char     *name,
                          guint64         packed,
                          guint64         unpacked,
                          GError        **error)
{
  if (unpacked > self->member ||
      (unpacked > RATIO_FROM && unpacked / self->ratio > packed))
    {
      dz_set_error (error, DZ_ERROR_TOO_LARGE,
                    _("“%s” unpacks to far more than a report needs, so it was not unpacked. Ask for the file again."),
                    name);
      return FALSE;
    }
  return TRUE;
}

/* dz-web-words.c - what the furniture of web pages is written with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-web-words.h"

#include "dz-web-resources.h"

#include <string.h>

#define N_KINDS (DZ_WEB_FILES + 1)

/* The sections of the file, in the order of DzWebWords. */
static const char *const sections[N_KINDS] = { "[path]", "[end]", "[footer]", "[metadata]", "[tools]", "[names]", "[files]" };

static GPtrArray *lists[N_KINDS];

static void
load (void)
{
  g_autoptr(GBytes) bytes = g_resource_lookup_data (dz_web_get_resource (), "/org/duizhao/web/words.txt",
                                                    G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  GPtrArray *list = NULL;

  for (guint i = 0; i < N_KINDS; i++)
    lists[i] = g_ptr_array_new ();
  for (guint i = 0; lines[i] != NULL; i++)
    {
      gboolean section = FALSE;

      for (guint k = 0; k < N_KINDS && !section; k++)
        if (g_str_equal (lines[i], sections[k]))
          {
            list = lists[k];
            section = TRUE;
          }
      if (!section && list != NULL && *lines[i] != '\0')
        g_ptr_array_add (list, g_strdup (lines[i]));
    }
}

static GPtrArray *
get_list (DzWebWords kind)
{
  static gsize loaded;

  if (g_once_init_enter (&loaded))
    {
      load ();
      g_once_init_leave (&loaded, 1);
    }

  return lists[kind];
}

/**
 * dz_web_words_has:
 *
 * Returns: whether @word is one of the words
 */
gboolean
dz_web_words_has (DzWebWords  kind,
                  const char *word)
{
  return g_ptr_array_find_with_equal_func (get_list (kind), word, g_str_equal, NULL);
}

/**
 * dz_web_words_begin:
 *
 * Returns: whether @text begins with one of the words
 */
gboolean
dz_web_words_begin (DzWebWords  kind,
                    const char *text)
{
  GPtrArray *list = get_list (kind);

  for (guint i = 0; i < list->len; i++)
    if (g_str_has_prefix (text, list->pdata[i]))
      return TRUE;

  return FALSE;
}

/**
 * dz_web_words_end:
 *
 * Returns: whether @text, capitals or not, ends with one of the words
 */
gboolean
dz_web_words_end (DzWebWords  kind,
                  const char *text)
{
  g_autofree char *lower = g_ascii_strdown (text, -1);
  GPtrArray *list = get_list (kind);

  for (guint i = 0; i < list->len; i++)
    if (g_str_has_suffix (lower, list->pdata[i]))
      return TRUE;

  return FALSE;
}

/**
 * dz_web_words_count:
 *
 * Returns: how many of the words @text has
 */
guint
dz_web_words_count (DzWebWords  kind,
                    const char *text)
{
  GPtrArray *list = get_list (kind);
  guint n = 0;

  for (guint i = 0; i < list->len; i++)
    n += strstr (text, list->pdata[i]) != NULL;

  return n;
}

/**
 * dz_web_words_make:
 *
 * Returns: whether @text is made of nothing but the words and blanks
 */
gboolean
dz_web_words_make (DzWebWords  kind,
                   const char *text)
{
  GPtrArray *list = get_list (kind);
  guint n = 0;

  while (*text != '\0')
    {
      gsize best = 0;

      if (g_unichar_isspace (g_utf8_get_char (text)))
        {
          text = g_utf8_next_char (text);
          continue;
        }
      for (guint i = 0; i < list->len; i++)
        if (g_str_has_prefix (text, list->pdata[i]))
          best = MAX (best, strlen (list->pdata[i]));
      if (best == 0)
        return FALSE;
      text += best;
      n++;
    }

  return n > 0;
}

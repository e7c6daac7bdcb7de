/* dz-aside-letter.c - what goes to and fro between the program and the process that reads for it
 *
 * Both are the same program, but the one that answers has read a file nobody vouches for: its answer is taken
 * as that of a stranger.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-aside-letter.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#define QUESTION "(ssmaymay)" /* the names of files are bytes: not all are UTF-8 */
#define ANSWER "(bussmsmsmsmsmsa(uums)sv)"
#define UNPACK "(sxtu)"
#define MEMBER "(sbbuss)"

static GBytes *
pack (GVariant *value)
{
  g_autoptr(GVariant) sunk = g_variant_ref_sink (value);

  return g_variant_get_data_as_bytes (sunk);
}

static GVariant *
unpack (GBytes     *letter,
        const char *type)
{
  return g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (type), letter, FALSE));
}

/**
 * dz_aside_ask:
 * @reader: by name, as dz_reader_by_name() knows it
 *
 * Returns: (transfer full): the question for what stands in a file; with the language errors are to be told in
 */
GBytes *
dz_aside_ask (const char     *reader,
              const DzSource *source)
{
  return pack (g_variant_new ("(ssm^aym^ay)", reader, setlocale (LC_MESSAGES, NULL), source->path, source->member));
}

/**
 * dz_aside_asked:
 * @reader: (out) (transfer full): the reader's name
 *
 * Takes a question, and the language it was asked in.
 *
 * Returns: (transfer full): a source that knows where the file comes from
 */
DzSource *
dz_aside_asked (GBytes  *letter,
                char   **reader)
{
  g_autoptr(GVariant) question = unpack (letter, QUESTION);
  DzSource *source = dz_source_new (NULL);
  const char *language;

  g_variant_get (question, "(s&sm^aym^ay)", reader, &language, &source->path, &source->member);
  setlocale (LC_MESSAGES, language);

  return source;
}

static GVariant *
list_losses (const DzSource *source)
{
  GVariantBuilder losses;

  g_variant_builder_init (&losses, G_VARIANT_TYPE ("a(uums)"));
  for (guint i = 0; i < source->losses->len; i++)
    {
      const DzLoss *loss = &g_array_index (source->losses, DzLoss, i);

      g_variant_builder_add (&losses, "(uums)", loss->kind, loss->count, loss->where);
    }

  return g_variant_builder_end (&losses);
}

/**
 * dz_aside_answer:
 * @text: (nullable): what was read, or
 * @error: (nullable): why it was not
 *
 * Returns: (transfer full): the answer
 */
GBytes *
dz_aside_answer (DzText         *text,
                 const DzSource *source,
                 const GError   *error)
{
  g_autoptr(DzText) nothing = text == NULL ? dz_text_new () : NULL;
  gboolean known = error != NULL && error->domain == DZ_ERROR;

  if (text == NULL)
    text = nothing;

  return pack (g_variant_new ("(bussmsmsmsmsms@a(uums)sv)", error == NULL, known ? (guint32) error->code : (guint32) DZ_ERROR_BROKEN,
                              error != NULL ? error->message : "", error != NULL ? dz_error_peek_spoken (error) : "",
                              source->format, source->encoding, source->title, source->published, source->issuer,
                              list_losses (source), dz_text_peek (text, NULL), dz_text_to_variant (text)));
}

static void
take_losses (GVariantIter *losses,
             DzSource     *source)
{
  guint32 kind, count;
  const char *where;

  while (g_variant_iter_next (losses, "(uum&s)", &kind, &count, &where))
    if (kind <= DZ_LOSS_UNSEARCHED) /* the last there is */
      dz_source_add_loss (source, (DzLossKind) kind, count, where);
}

static void
take_word (char **place,
           char  *word)
{
  if (word == NULL)
    return;
  g_free (*place);
  *place = word;
}

/**
 * dz_aside_take:
 * @source: gets what the reader found out
 *
 * Returns: (transfer full) (nullable): the text of an answer; %NULL with @error set if it tells of one
 */
DzText *
dz_aside_take (GBytes    *letter,
               DzSource  *source,
               GError   **error)
{
  g_autoptr(GVariant) answer = unpack (letter, ANSWER);
  g_autoptr(GVariantIter) losses = NULL;
  g_autoptr(GVariant) parts = NULL;
  char *format, *encoding, *title, *published, *issuer;
  const char *message, *spoken, *text;
  gboolean read;
  guint32 code;

  /* of what is no answer, all that is missing would be taken for nothing: an empty text */
  if (!g_variant_is_normal_form (answer))
    {
      dz_set_error (error, DZ_ERROR_BROKEN, _("The file is damaged: its text cannot be read. Ask for it again."));
      return NULL;
    }
  g_variant_get (answer, "(bu&s&smsmsmsmsmsa(uums)&sv)", &read, &code, &message, &spoken, &format, &encoding, &title,
                 &published, &issuer, &losses, &text, &parts);
  take_word (&source->format, format);
  take_word (&source->encoding, encoding);
  take_word (&source->title, title);
  take_word (&source->published, published);
  take_word (&source->issuer, issuer);
  take_losses (losses, source);
  if (read)
    return dz_text_new_from_variant (text, parts);
  dz_set_error_spoken (error, code <= DZ_ERROR_USAGE ? (DzErrorCode) code : DZ_ERROR_BROKEN, message, spoken);

  return NULL;
}

/**
 * dz_aside_ask_unpack:
 * @microseconds: that unpacking may take
 *
 * Returns: (transfer full): the question for the members of an archive
 */
GBytes *
dz_aside_ask_unpack (const DzLimits *limits,
                     gint64          microseconds)
{
  return pack (g_variant_new (UNPACK, setlocale (LC_MESSAGES, NULL), microseconds, (guint64) limits->member, limits->ratio));
}

/**
 * dz_aside_asked_unpack:
 * @limits: (out): the usual ones, but for those that were asked for
 *
 * Takes such a question, and the language it was asked in.
 *
 * Returns: microseconds
 */
gint64
dz_aside_asked_unpack (GBytes   *letter,
                       DzLimits *limits)
{
  g_autoptr(GVariant) question = unpack (letter, UNPACK);
  const char *language;
  gint64 microseconds;
  guint64 member;

  *limits = dz_limits_default;
  g_variant_get (question, "(&sxtu)", &language, &microseconds, &member, &limits->ratio);
  limits->member = (gsize) member;
  setlocale (LC_MESSAGES, language);

  return microseconds;
}

/**
 * dz_aside_tell_member:
 * @name: of a member, or nothing at the end of the archive
 * @has_bytes: they follow the letter
 * @problem: (nullable): why not, or why the archive ends here
 *
 * Returns: (transfer full): one answer of several
 */
GBytes *
dz_aside_tell_member (const char   *name,
                      gboolean      has_bytes,
                      const GError *problem)
{
  return pack (g_variant_new (MEMBER, name, has_bytes, problem != NULL,
                              problem != NULL && problem->domain == DZ_ERROR ? (guint32) problem->code : (guint32) DZ_ERROR_BROKEN,
                              problem != NULL ? problem->message : "", problem != NULL ? dz_error_peek_spoken (problem) : ""));
}

/**
 * dz_aside_take_member:
 * @has_bytes: (out): they follow the letter
 * @problem: (out): what the answer tells of
 *
 * Returns: (transfer full) (nullable): the member's name; %NULL of what is no answer
 */
char *
dz_aside_take_member (GBytes    *letter,
                      gboolean  *has_bytes,
                      GError   **problem)
{
  g_autoptr(GVariant) answer = unpack (letter, MEMBER);
  const char *message, *spoken;
  gboolean is_problem;
  guint32 code;
  char *name;

  if (!g_variant_is_normal_form (answer))
    return NULL;
  g_variant_get (answer, "(sbbu&s&s)", &name, has_bytes, &is_problem, &code, &message, &spoken);
  if (is_problem)
    dz_set_error_spoken (problem, code <= DZ_ERROR_USAGE ? (DzErrorCode) code : DZ_ERROR_BROKEN, message, spoken);

  return name;
}

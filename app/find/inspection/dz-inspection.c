/* dz-inspection.c - what an inspection found, as entries of the 整改台账
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-inspection-private.h"

#include "dz-fold.h"

#include <string.h>

#define HEAD_LINES 6

/**
 * dz_inspection_new:
 * @bodies: (element-type DzBody): the roster
 *
 * Returns: (transfer full) (nullable): a reader; %NULL with @error of %DZ_ERROR_CODEBOOK
 */
DzInspection *
dz_inspection_new (DzCodebook *codebook,
                   GPtrArray  *bodies,
                   GError    **error)
{
  g_autoptr(DzInspection) self = g_new0 (DzInspection, 1);

  self->codebook = dz_codebook_ref (codebook);
  self->names = dz_body_names_new (bodies);
  self->words = dz_inspection_words_new (codebook, error);

  return self->words != NULL ? g_steal_pointer (&self) : NULL;
}

void
dz_inspection_free (DzInspection *self)
{
  if (self == NULL)
    return;

  dz_body_names_free (self->names);
  dz_inspection_words_free (self->words);
  dz_reading_free (self->reading);
  dz_codebook_unref (self->codebook);
  g_free (self);
}

static char *
dup_title (DzReport *report)
{
  const char *text = dz_text_peek (report->text, NULL);
  GString *title = g_string_new (NULL);

  if (report->identity.title != NULL)
    return g_string_free (g_string_assign (title, report->identity.title), FALSE);
  for (guint i = 0; i < HEAD_LINES && text != NULL && *text != '\0'; i++)
    {
      const char *end = strchr (text, '\n');
      gsize len = end != NULL ? (gsize) (end - text) : strlen (text);

      if (len > 0 && len < 120)
        g_string_append_len (title, text, (gssize) len);
      text += len + (end != NULL);
    }

  return g_string_free (title, FALSE);
}

/**
 * dz_inspection_is_paper:
 *
 * Returns: whether a document that is no report of a body tells by its title what an inspection found; a body's answer
 *   to one is none
 */
gboolean
dz_inspection_is_paper (DzInspection *self,
                        DzReport     *report)
{
  g_autofree char *title = NULL;
  g_autofree char *folded = NULL;

  if (report->identity.kind != DZ_KIND_OTHER)
    return FALSE;
  title = dup_title (report);
  folded = dz_fold_words (title);

  return dz_inspection_words_match (self->words, DZ_INSPECTION_TITLE, folded) &&
         !dz_inspection_words_match (self->words, DZ_INSPECTION_ANSWER, folded);
}

/* The one body a paper is about: named in its title, or alone before a colon in its first lines. */
static gint64
find_addressee (DzInspection *self,
                const char   *title,
                const char   *text)
{
  g_autofree char *folded = dz_fold_words (title);
  g_autoptr(GArray) named = dz_inspection_list_named (self, folded, NULL);

  if (named->len > 0)
    return named->len == 1 ? g_array_index (named, gint64, 0) : 0;
  for (guint i = 0; i < 2 * HEAD_LINES && *text != '\0'; i++)
    {
      const char *end = strchr (text, '\n');
      gsize len = end != NULL ? (gsize) (end - text) : strlen (text);
      g_autofree char *line = g_strndup (text, len);
      g_autofree char *words = dz_fold_words (line);

      g_strstrip (words);
      if (g_str_has_suffix (words, "：") && g_utf8_strlen (words, -1) < 30)
        {
          g_autoptr(GArray) here = dz_inspection_list_named (self, words, NULL);

          return here->len == 1 ? g_array_index (here, gint64, 0) : 0;
        }
      text += len + (end != NULL);
    }

  return 0;
}

/**
 * dz_inspection_read:
 * @report: a paper of an inspection, as it is kept in the review
 *
 * Returns: (transfer full) (element-type DzLedgerEntry): its problems in their order; empty where no list of problems
 *   was found
 */
GPtrArray *
dz_inspection_read (DzInspection *self,
                    DzReport     *report)
{
  DzInspectionPaper paper = { self, g_ptr_array_new_with_free_func ((GDestroyNotify) dz_ledger_entry_free) };
  const DzIdentity *identity = &report->identity;
  g_autofree char *title = dup_title (report);
  int issued = identity->issued != NULL ? (int) g_ascii_strtoll (identity->issued, NULL, 10) : 0;

  paper.report = report;
  paper.text = dz_text_peek (report->text, NULL);
  paper.source = g_strdup (title);
  paper.year = identity->year != 0 ? identity->year : issued != 0 ? issued : dz_inspection_find_year (paper.text);
  paper.term_year = issued != 0 ? issued : paper.year;
  paper.addressed = find_addressee (self, title, paper.text);
  if (paper.year != 0)
    dz_inspection_read_text (&paper);
  g_free (paper.source);

  return paper.entries;
}

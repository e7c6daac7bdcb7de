/* dz-source.c - the file a report came from, and what reading it lost
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-source.h"

#include <glib/gi18n-lib.h>

static const struct
{
  DzLossKind kind;
  const char *name;
  const char *one;
  const char *many;
} kinds[] = {
  { DZ_LOSS_PICTURES, "pictures", N_("%u picture left out"), N_("%u pictures left out") },
  { DZ_LOSS_CHARTS, "charts", N_("%u embedded object left out"), N_("%u embedded objects left out") },
  { DZ_LOSS_CHARACTERS, "characters", N_("%u unreadable character"), N_("%u unreadable characters") },
  { DZ_LOSS_PAGES_EMPTY, "pages-empty", N_("%u page without text"), N_("%u pages without text") },
  { DZ_LOSS_PAGES_OCR, "pages-ocr", N_("%u page read by character recognition, please check"),
    N_("%u pages read by character recognition, please check") },
  { DZ_LOSS_CUT, "cut", N_("the end of the file is missing"), N_("the end of the file is missing") },
  { DZ_LOSS_FORMULAS, "formulas", N_("%u formula left out"), N_("%u formulas left out") },
  { DZ_LOSS_FURNITURE, "furniture", N_("%u line of page furniture left out"),
    N_("%u lines of page furniture left out") },
  { DZ_LOSS_TRACKED_DELETIONS, "tracked-deletions", N_("%u deleted or struck-out passage left out"),
    N_("%u deleted or struck-out passages left out") },
  { DZ_LOSS_COMMENTS, "comments", N_("%u comment left out"), N_("%u comments left out") },
  { DZ_LOSS_MEMBERS, "members", N_("%u file beside it in the archive or folder is no report"),
    N_("%u files beside it in the archive or folder are no reports") },
  { DZ_LOSS_ENCODING_GUESSED, "encoding-guessed", N_("the text encoding was guessed"),
    N_("the text encoding was guessed") },
  { DZ_LOSS_ATTACHMENTS, "attachments", N_("%u attachment left out"),
    N_("%u attachments left out") },
  { DZ_LOSS_PAGES_UNREADABLE, "pages-unreadable", N_("%u page could not be recognised, please look at it"),
    N_("%u pages could not be recognised, please look at them") },
  { DZ_LOSS_HIDDEN, "hidden", N_("%u hidden line left out"), N_("%u hidden lines left out") },
  { DZ_LOSS_UNSEARCHED, "unsearched", N_("%u sentence of problems or plans, beyond the first 800 of either, was not searched"),
    N_("%u sentences of problems or plans, beyond the first 800 of either, were not searched") },
};

static void
clear_loss (gpointer data)
{
  g_free (((DzLoss *) data)->where);
}

/**
 * dz_source_new:
 * @path: (nullable): the file as the user named it
 *
 * Returns: (transfer full): a source that knows no more than its path
 */
DzSource *
dz_source_new (const char *path)
{
  DzSource *self = g_new0 (DzSource, 1);

  self->path = g_strdup (path);
  self->losses = g_array_new (FALSE, TRUE, sizeof (DzLoss));
  g_array_set_clear_func (self->losses, clear_loss);

  return self;
}

DzSource *
dz_source_copy (const DzSource *self)
{
  DzSource *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = dz_source_new (self->path);
  copy->member = g_strdup (self->member);
  copy->format = g_strdup (self->format);
  copy->encoding = g_strdup (self->encoding);
  copy->sha256 = g_strdup (self->sha256);
  copy->title = g_strdup (self->title);
  copy->published = g_strdup (self->published);
  copy->issuer = g_strdup (self->issuer);
  copy->codebook = g_strdup (self->codebook);
  dz_source_add_losses (copy, self);

  return copy;
}

void
dz_source_free (DzSource *self)
{
  if (self == NULL)
    return;

  g_free (self->path);
  g_free (self->member);
  g_free (self->format);
  g_free (self->encoding);
  g_free (self->sha256);
  g_free (self->title);
  g_free (self->published);
  g_free (self->issuer);
  g_free (self->codebook);
  g_array_unref (self->losses);
  g_free (self);
}

/**
 * dz_source_dup_name:
 *
 * Returns: (transfer full): the name of the file itself, without its folders; of one in an archive its own, not the
 *   archive's
 */
char *
dz_source_dup_name (const DzSource *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_path_get_basename (self->member != NULL ? self->member : self->path);
}

/**
 * dz_source_dup_format:
 *
 * Returns: (transfer full) (nullable): how paper calls the format the report came in: a word where there is one, else the
 *   reader's name in capitals, as people write it: PDF, OFD
 */
char *
dz_source_dup_format (const DzSource *self)
{
  static const struct
  {
    const char *format;
    const char *word;
  } words[] = {
    { "txt", "文本" },         { "markdown", "文本" },     { "html", "网页" },       { "mail", "邮件" },
    { "docx", "Word文档" },    { "doc", "Word文档" },      { "rtf", "RTF文档" },     { "xml", "Office文档" },
    { "office", "Office文档" }, { "uot", "Office文档" },    { "odt", "ODT文档" },     { "image", "图片" },
  };

  for (guint i = 0; self->format != NULL && i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].format, self->format))
      return g_strdup (words[i].word);

  return self->format != NULL ? g_ascii_strup (self->format, -1) : NULL;
}

/**
 * dz_source_add_loss:
 * @count: how many; 0 adds nothing
 * @where: (nullable): which page or member
 *
 * Tells one kind of loss; the same kind at the same place is added up.
 */
void
dz_source_add_loss (DzSource   *self,
                    DzLossKind  kind,
                    guint       count,
                    const char *where)
{
  DzLoss loss = { kind, count, NULL };

  g_return_if_fail (self != NULL);

  if (count == 0)
    return;

  for (guint i = 0; i < self->losses->len; i++)
    {
      DzLoss *old = &g_array_index (self->losses, DzLoss, i);

      if (old->kind == kind && g_strcmp0 (old->where, where) == 0)
        {
          old->count += count;
          return;
        }
    }
  loss.where = g_strdup (where);
  g_array_append_val (self->losses, loss);
}

/**
 * dz_source_set_loss:
 * @count: how many; 0 takes the kind away
 *
 * Tells one kind of loss instead of what was told of it: for what is found out anew whenever the text is read.
 */
void
dz_source_set_loss (DzSource   *self,
                    DzLossKind  kind,
                    guint       count)
{
  g_return_if_fail (self != NULL);

  for (guint i = self->losses->len; i > 0; i--)
    if (g_array_index (self->losses, DzLoss, i - 1).kind == kind)
      g_array_remove_index (self->losses, i - 1);
  dz_source_add_loss (self, kind, count, NULL);
}

/**
 * dz_source_add_losses:
 *
 * Tells all @other told.
 */
void
dz_source_add_losses (DzSource       *self,
                      const DzSource *other)
{
  for (guint i = 0; i < other->losses->len; i++)
    {
      const DzLoss *loss = &g_array_index (other->losses, DzLoss, i);

      dz_source_add_loss (self, loss->kind, loss->count, loss->where);
    }
}

const char *
dz_loss_kind_name (DzLossKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == kind)
      return kinds[i].name;

  return "other";
}

gboolean
dz_loss_kind_parse (const char *name,
                    DzLossKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].name, name) == 0)
      {
        *kind = kinds[i].kind;
        return TRUE;
      }

  return FALSE;
}

/**
 * dz_loss_describe:
 * @translated: %TRUE for the window's language, %FALSE for the fixed English
 *   words of the batch program's output
 *
 * Returns: (transfer full): one loss as a sentence
 */
char *
dz_loss_describe (const DzLoss *loss,
                  gboolean      translated)
{
  g_autofree char *sentence = NULL;

  g_return_val_if_fail (loss != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const char *format = loss->count == 1 ? kinds[i].one : kinds[i].many;

      if (kinds[i].kind != loss->kind)
        continue;
      if (translated)
        format = dngettext (GETTEXT_PACKAGE, kinds[i].one, kinds[i].many, loss->count);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
#pragma GCC diagnostic ignored "-Wformat-extra-args"
      sentence = g_strdup_printf (format, loss->count);
#pragma GCC diagnostic pop
    }
  if (sentence == NULL)
    return NULL;

  return loss->where != NULL ? g_strdup_printf ("%s (%s)", sentence, loss->where)
                             : g_steal_pointer (&sentence);
}

/* dz-reader.c - file bytes become text: the table of formats
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-reader.h"

#include "dz-archive.h"
#include "dz-aside.h"
#include "dz-digest.h"
#include "dz-formats.h"
#include "dz-inner.h"
#include "dz-other-kind.h"

#include <glib/gi18n-lib.h>

/* A document inside another: what reading it lost the whole has lost. */
static DzText *
read_inner (GBytes        *bytes,
            const char    *name,
            DzSource      *source,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr(DzSource) inner = dz_source_new (name);
  DzText *text = dz_reader_read (bytes, inner, cancellable, error);

  if (text != NULL)
    dz_source_add_losses (source, inner);

  return text;
}

/**
 * dz_reader_by_name:
 *
 * Returns: (transfer none) (nullable): the reader of that name
 */
const DzReader *
dz_reader_by_name (const char *name)
{
  guint n;
  const DzReader *const *readers = dz_formats_list (&n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (readers[i]->name, name))
      return readers[i];

  return NULL;
}

/**
 * dz_reader_list_endings:
 *
 * Returns: (transfer full): what the names of files end in that reports come in, or archives and letters of them:
 *   without the dot, in small letters
 */
char **
dz_reader_list_endings (void)
{
  guint n;
  const DzReader *const *readers = dz_formats_list (&n);
  const char *const *archives = dz_archive_list_endings ();
  g_autoptr(GStrvBuilder) endings = g_strv_builder_new ();

  for (guint i = 0; i < n; i++)
    g_strv_builder_addv (endings, (const char **) readers[i]->extensions);
  g_strv_builder_addv (endings, (const char **) archives);

  return g_strv_builder_end (endings);
}

/**
 * dz_reader_pick:
 * @bytes: the content
 * @name: (nullable): the file's name, used where the content leaves it open
 *
 * Returns: (transfer none) (nullable): the reader to use
 */
const DzReader *
dz_reader_pick (GBytes     *bytes,
                const char *name)
{
  const DzReader *best = NULL;
  int best_score = 0;
  gsize len;
  const guint8 *data = g_bytes_get_data (bytes, &len);
  guint n;
  const DzReader *const *readers = dz_formats_list (&n);

  for (guint i = 0; i < n; i++)
    {
      int score = readers[i]->sniff (len > 0 ? data : (const guint8 *) "", len, name); /* no bytes come as NULL */

      if (score > 0 && dz_formats_has_ending (readers[i], name))
        score += 25;
      else if (score == 1) /* only its name could tell */
        continue;
      if (score > best_score)
        {
          best = readers[i];
          best_score = score;
        }
    }

  return best;
}

/**
 * dz_reader_read:
 * @source: its path or member names the file; format, encoding and losses are filled in
 *
 * Returns: (transfer full): the text, or %NULL with @error set
 */
DzText *
dz_reader_read (GBytes        *bytes,
                DzSource      *source,
                GCancellable  *cancellable,
                GError       **error)
{
  const DzReader *reader;
  g_autofree char *name = NULL;

  g_return_val_if_fail (bytes != NULL && source != NULL, NULL);

  name = g_path_get_basename (source->member != NULL ? source->member
                              : source->path != NULL ? source->path : "");
  g_free (source->sha256);
  source->sha256 = dz_digest_dup_hex (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  if (g_bytes_get_size (bytes) == 0)
    {
      dz_set_error (error, DZ_ERROR_EMPTY, _("The file is empty. Ask for it again."));
      return NULL;
    }
  if (dz_archive_is_volume (bytes, name))
    {
      dz_set_error (error, DZ_ERROR_UNKNOWN_FORMAT,
                    _("This is one volume of an archive in several. Unpack them together and import the folder."));
      return NULL;
    }
  reader = dz_reader_pick (bytes, name);
  if (reader == NULL)
    {
      dz_other_kind_set_error (bytes, name, error);
      return NULL;
    }
  g_free (source->format);
  source->format = g_strdup (reader->name);
  /* a small file may be read before its reader looks whether it still is to be */
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return reader->foreign && dz_aside_can () ? dz_aside_read (reader, bytes, source, cancellable, error)
                                            : dz_reader_read_as (reader, bytes, source, cancellable, error);
}

/**
 * dz_reader_read_as:
 * @source: format, encoding and losses are filled in
 *
 * Reads @bytes in this process, as what @self reads.
 *
 * Returns: (transfer full): the text, or %NULL with @error set
 */
DzText *
dz_reader_read_as (const DzReader  *self,
                   GBytes          *bytes,
                   DzSource        *source,
                   GCancellable    *cancellable,
                   GError         **error)
{
  dz_inner_set_read (read_inner);

  return self->read (bytes, source, cancellable, error);
}

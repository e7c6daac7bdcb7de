/* dz-export-letters.c - all feedback letters at once, a file a body
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-export.h"

#include "dz-cover.h"
#include "dz-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

static gboolean
is_wanted (GArray *wanted,
           gint64  body_id)
{
  for (guint i = 0; wanted != NULL && i < wanted->len; i++)
    if (g_array_index (wanted, gint64, i) == body_id)
      return TRUE;

  return wanted == NULL;
}

/* Bodies to write to, in roster order: of those wanted, the ones there is something to write to. */
static GArray *
list_bodies (DzReview              *review,
             DzCodebook            *codebook,
             GArray                *wanted,
             const DzLetterOptions *options)
{
  GArray *ids = dz_letter_list_bodies (review, codebook, options);

  for (guint i = ids->len; i-- > 0;)
    if (!is_wanted (wanted, g_array_index (ids, gint64, i)))
      g_array_remove_index (ids, i);

  return ids;
}

/* A body's name as a file name: no separators, never a way out of the folder. */
static char *
file_name (const DzBody *body,
           gboolean      as_docx)
{
  g_autofree char *name = g_strdup (body->name);

  g_strdelimit (name, "/\\:*?\"<>|\n\t", '_');
  if (name[0] == '.')
    name[0] = '_';

  return g_strdup_printf ("%02u %s反馈单.%s", body->position, name, as_docx ? "docx" : "pdf");
}

/* Returns: (transfer full) (nullable): the number of the @n-th letter, from 1 */
static char *
dup_number (const char *words,
            guint       n)
{
  g_autofree char *digits = g_strdup_printf ("%u", n);
  g_autoptr(GString) number = words != NULL ? g_string_new (words) : NULL;

  if (number == NULL)
    return NULL;
  g_string_replace (number, "#", digits, 0);

  return g_string_free (g_steal_pointer (&number), FALSE);
}

static gboolean
write_letter (const DzLetterOrder *order,
              const DzBody        *body,
              guint                n,
              GCancellable        *cancellable,
              GError             **error)
{
  g_autofree char *number = dup_number (order->options.number, n);
  DzLetterOptions options = order->options;
  g_autoptr(DzDocument) letter = NULL;
  g_autofree char *name = file_name (body, order->as_docx);
  g_autofree char *path = g_build_filename (order->folder, name, NULL);

  options.number = number;
  letter = dz_letter_new (order->review, order->codebook, body->id, &options);
  if (order->as_docx)
    return dz_export_docx (letter, path, cancellable, error);

  return dz_export_pdf (letter, path, NULL, NULL, cancellable, error);
}

/**
 * dz_export_letters:
 *
 * Writes one letter a body. Cancelled or failed, the letters written before are whole.
 *
 * Returns: how many were written, -1 with @error set
 */
int
dz_export_letters (const DzLetterOrder *order,
                   DzExportProgress     progress,
                   gpointer             user_data,
                   GCancellable        *cancellable,
                   GError             **error)
{
  g_autoptr(DzReview) review = NULL;
  g_autoptr(GArray) ids = NULL;
  DzLetterOrder covered;

  g_return_val_if_fail (order != NULL && order->review != NULL && order->folder != NULL, -1);

  covered = *order;
  covered.review = review = dz_review_cover (order->review);
  ids = list_bodies (review, order->codebook, order->bodies, &order->options);
  if (ids->len > 0 && g_mkdir_with_parents (order->folder, 0755) != 0)
    {
      int code = errno;

      g_set_error (error, DZ_ERROR, DZ_ERROR_IO, _("“%s” cannot be made: %s. Choose another folder."),
                   order->folder, g_strerror (code));
      return -1;
    }
  for (guint i = 0; i < ids->len; i++)
    {
      const DzBody *body = dz_review_find_body (review, g_array_index (ids, gint64, i));

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !write_letter (&covered, body, i + 1, cancellable, error))
        return -1;
      if (progress != NULL)
        progress (i + 1, ids->len, user_data);
    }

  return (int) ids->len;
}

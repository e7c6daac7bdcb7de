/* dz-reader-mail.c - a web page saved as one file (.mht), or a letter by itself (.eml)
 *
 * The first page is read, its frames where they stand in it; a letter without
 * a page is read as it was typed. Files sent along with a letter
 * are reports of their own (dz-archive.h), so here they are only told.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-encoding.h"
#include "dz-html-page.h"
#include "dz-limits.h"
#include "dz-mime.h"
#include "dz-reader-kind.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The first page; of plain texts the first that has any. */
static const DzMimePart *
find_page (GPtrArray *parts)
{
  const DzMimePart *plain = NULL;

  for (guint i = 0; i < parts->len; i++)
    {
      const DzMimePart *part = parts->pdata[i];

      if (part->attached || g_bytes_get_size (part->bytes) == 0)
        continue;
      if (g_str_equal (part->type, "text/html") || g_str_equal (part->type, "application/xhtml+xml"))
        return part;
      if (plain == NULL && g_str_equal (part->type, "text/plain"))
        plain = part;
    }

  return plain;
}

static void
tell_attached (GPtrArray *parts,
               DzSource  *source)
{
  guint n = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      const DzMimePart *part = parts->pdata[i];

      n += part->attached && part->location == NULL;
    }
  dz_source_add_loss (source, DZ_LOSS_ATTACHMENTS, n, NULL);
}

static DzText *
read_plain (const DzMimePart *part,
            DzSource         *source,
            GError          **error)
{
  gsize len;
  const char *data = g_bytes_get_data (part->bytes, &len);
  g_autofree char *text = dz_encoding_decode (data, len, part->charset, source, &len, error);
  g_auto(GStrv) lines = NULL;
  g_autofree char *joined = NULL;

  if (text == NULL || !dz_limits_check_text (&dz_limits_default, len, error))
    return NULL;
  if (g_str_has_prefix (g_strchug (text), "-----BEGIN PGP MESSAGE"))
    {
      dz_set_error (error, DZ_ERROR_ENCRYPTED, _("The letter is encrypted. Ask for the report without a password."));
      return NULL;
    }
  lines = g_strsplit (text, "\r\n", -1);
  joined = g_strjoinv ("\n", lines);
  if (part->flowed)
    dz_mime_unflow (joined, part->unblank);

  return dz_text_new_from_string (joined);
}

static DzText *
read_mail (GBytes        *bytes,
           DzSource      *source,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr(GPtrArray) parts = NULL;
  const DzMimePart *page;
  DzText *text;

  if (!dz_limits_check_input (&dz_limits_default, g_bytes_get_size (bytes), error))
    return NULL;
  parts = dz_mime_list_parts (bytes);
  page = find_page (parts);
  if (page == NULL)
    {
      dz_set_error (error, DZ_ERROR_BROKEN,
                    _("The saved web page holds no page. Save it again from the browser."));
      return NULL;
    }
  if (g_str_equal (page->type, "text/plain"))
    text = read_plain (page, source, error);
  else
    {
      g_free (source->format);
      source->format = g_strdup ("html");
      text = dz_html_read_page (page->bytes, page->charset, parts, source, cancellable, error);
    }
  if (text != NULL)
    tell_attached (parts, source);

  return text;
}

static int
sniff_mail (const guint8 *data,
            gsize         len,
            const char   *name)
{
  return dz_mime_is (data, len) ? 90 : 0;
}

static const char *const extensions[] = { "mht", "mhtml", "eml", NULL };

const DzReader dz_reader_mail = { "mail", extensions, sniff_mail, read_mail, FALSE };

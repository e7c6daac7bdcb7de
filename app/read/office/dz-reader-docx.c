/* dz-reader-docx.c - Word files (.docx, .docm, .dotx), also as WPS writes them
 *
 * Finds the parts by the relations of the package, falls back to their usual
 * names, and has dz-docx-body.h read them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-docx-body.h"
#include "dz-furniture.h"
#include "dz-inner.h"
#include "dz-reader-kind.h"
#include "dz-xml.h"
#include "dz-zip.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  DzZip *zip;
  DzSource *source;
  GCancellable *cancellable;
  char *folder;   /* of the main part, with '/' at the end */
  char *main;
  char *styles;
  char *numbering;
  char *footnotes;
  char *endnotes;
  DzDocxNumbering *lists;
  gboolean lists_tried;
  GHashTable *chunks;  /* id -> member: documents inside this one */
  GHashTable *headers; /* id -> member */
} Package;

#define MAX_HEADERS 12 /* three kinds of four sections: a head stands in the first */

enum { RELATIONSHIP = 1, TITLE = 1 };

static const char *const rel_namespaces[] = { "relationships", NULL };
static const DzXmlName rel_names[] = { { 0, RELATIONSHIP, "Relationship" }, { 0 } };
static const char *const core_namespaces[] = { "purl.org/dc/elements", NULL };
static const DzXmlName core_names[] = { { 0, TITLE, "title" }, { 0 } };

static char *
resolve (const char *folder,
         const char *target)
{
  if (target[0] == '/')
    return g_strdup (target + 1);
  while (g_str_has_prefix (target, "../"))
    {
      target += 3;
      folder = "";
    }

  return g_strconcat (folder, target, NULL);
}

static void
set_part (char      **part,
          const char *folder,
          const char *target)
{
  g_free (*part);
  *part = resolve (folder, target);
}

static void
relation_cb (gpointer               user_data,
             guint                  id,
             const DzXmlAttributes *attributes)
{
  Package *package = user_data;
  g_autofree char *type = NULL;
  g_autofree char *target = NULL;
  g_autofree char *id_of = NULL;

  if (id != RELATIONSHIP || dz_xml_is (attributes, "TargetMode", "External"))
    return;
  type = dz_xml_dup (attributes, "Type");
  target = dz_xml_dup (attributes, "Target");
  if (type == NULL || target == NULL)
    return;
  id_of = dz_xml_dup (attributes, "Id");
  if (id_of != NULL && g_str_has_suffix (type, "/aFChunk"))
    g_hash_table_replace (package->chunks, g_steal_pointer (&id_of), resolve (package->folder, target));
  else if (id_of != NULL && g_str_has_suffix (type, "/header"))
    g_hash_table_replace (package->headers, g_steal_pointer (&id_of), resolve (package->folder, target));
  else if (g_str_has_suffix (type, "/officeDocument"))
    set_part (&package->main, "", target);
  else if (g_str_has_suffix (type, "/styles"))
    set_part (&package->styles, package->folder, target);
  else if (g_str_has_suffix (type, "/numbering"))
    set_part (&package->numbering, package->folder, target);
  else if (g_str_has_suffix (type, "/footnotes"))
    set_part (&package->footnotes, package->folder, target);
  else if (g_str_has_suffix (type, "/endnotes"))
    set_part (&package->endnotes, package->folder, target);
}

static void
ignore_end_cb (gpointer user_data,
               guint    id)
{
}

static void
ignore_text_cb (gpointer    user_data,
                const char *text,
                gsize       len)
{
}

static const DzXmlHandler relations = { rel_namespaces, rel_names, relation_cb, ignore_end_cb, ignore_text_cb };

typedef struct
{
  GString *title;
  gboolean inside;
} Core;

static void
core_start_cb (gpointer               user_data,
               guint                  id,
               const DzXmlAttributes *attributes)
{
  ((Core *) user_data)->inside = id == TITLE;
}

static void
core_end_cb (gpointer user_data,
             guint    id)
{
  ((Core *) user_data)->inside = FALSE;
}

static void
core_text_cb (gpointer    user_data,
              const char *text,
              gsize       len)
{
  Core *core = user_data;

  if (core->inside && core->title->len < 1000)
    g_string_append_len (core->title, text, (gssize) len);
}

static const DzXmlHandler core_handler = { core_namespaces, core_names, core_start_cb, core_end_cb, core_text_cb };

/* A part that need not be there: whatever is wrong with it costs only what it would have added. */
static GBytes *
get_optional (Package    *package,
              const char *name)
{
  return name != NULL && dz_zip_has (package->zip, name) ? dz_zip_get (package->zip, name, NULL) : NULL;
}

static void
read_relations (Package    *package,
                const char *name)
{
  g_autoptr(GBytes) xml = get_optional (package, name);

  if (xml != NULL)
    dz_xml_parse (xml, &relations, package, NULL, package->cancellable, NULL);
}

static void
read_title (Package *package)
{
  g_autoptr(GBytes) xml = get_optional (package, "docProps/core.xml");
  Core core = { NULL, FALSE };

  if (xml == NULL)
    return;
  core.title = g_string_new (NULL);
  dz_xml_parse (xml, &core_handler, &core, NULL, package->cancellable, NULL);
  g_strstrip (core.title->str);
  if (core.title->str[0] != '\0' && g_utf8_validate (core.title->str, -1, NULL) && package->source->title == NULL)
    package->source->title = g_strdup (core.title->str);
  g_string_free (core.title, TRUE);
}

static void
open_package (Package *package)
{
  const char *slash;
  g_autofree char *relations_name = NULL;

  package->folder = g_strdup ("");
  package->chunks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  package->headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  read_relations (package, "_rels/.rels");
  if (package->main == NULL || !dz_zip_has (package->zip, package->main))
    set_part (&package->main, "", "word/document.xml");
  slash = strrchr (package->main, '/');
  g_free (package->folder);
  package->folder = slash != NULL ? g_strndup (package->main, (gsize) (slash + 1 - package->main)) : g_strdup ("");
  package->styles = g_strconcat (package->folder, "styles.xml", NULL);
  package->numbering = g_strconcat (package->folder, "numbering.xml", NULL);
  package->footnotes = g_strconcat (package->folder, "footnotes.xml", NULL);
  package->endnotes = g_strconcat (package->folder, "endnotes.xml", NULL);
  relations_name = g_strconcat (package->folder, "_rels/", slash != NULL ? slash + 1 : package->main, ".rels", NULL);
  read_relations (package, relations_name);
}

static void
clear_package (Package *package)
{
  dz_zip_free (package->zip);
  dz_docx_numbering_free (package->lists);
  g_free (package->folder);
  g_free (package->main);
  g_free (package->styles);
  g_free (package->numbering);
  g_free (package->footnotes);
  g_free (package->endnotes);
  g_clear_pointer (&package->chunks, g_hash_table_unref);
  g_clear_pointer (&package->headers, g_hash_table_unref);
}

static DzDocxNumbering *
get_lists (gpointer user_data)
{
  Package *package = user_data;
  g_autoptr(GBytes) xml = NULL;

  if (package->lists_tried)
    return package->lists;
  package->lists_tried = TRUE;
  xml = get_optional (package, package->numbering);
  if (xml == NULL)
    return NULL;
  package->lists = dz_docx_numbering_new ();
  dz_docx_numbering_load (package->lists, xml, package->cancellable, NULL);

  return package->lists;
}

static DzText *
read_chunk (const char *id,
            gpointer    user_data)
{
  Package *package = user_data;
  const char *name = g_hash_table_lookup (package->chunks, id);
  g_autoptr(GBytes) bytes = get_optional (package, name);

  return bytes != NULL ? dz_inner_read (bytes, name, package->source, package->cancellable, NULL) : NULL;
}

static DzText *
read_header (Package      *package,
             DzDocxStyles *styles,
             const char   *id,
             DzDocxBody  **body)
{
  g_autoptr(GBytes) xml = id != NULL ? get_optional (package, g_hash_table_lookup (package->headers, id)) : NULL;
  g_autoptr(DzTextBuilder) flow = NULL;

  if (xml == NULL)
    return NULL;
  flow = dz_text_builder_new (&dz_limits_default);
  *body = dz_docx_body_new (flow, styles, get_lists, NULL, package);

  return dz_docx_body_read (*body, xml, NULL, package->cancellable, NULL) ? dz_text_builder_finish (flow, NULL) : NULL;
}

/* 望泽县青石镇人民政府文件 over 青政发〔2025〕3号: the head of an official paper (GB/T 9704: 发文机关标志, 发文字号). */
static gboolean
is_paper_head (DzText *header)
{
  gsize len;
  const char *string = dz_text_peek (header, &len);
  gboolean named = FALSE;

  for (gsize at = 0; at < len;)
    {
      DzSpan line = dz_text_get_line (header, at);

      if (named && dz_furniture_is_document_number (string + line.start, line.end - line.start))
        return TRUE;
      named = line.end - line.start > strlen ("文件") * 2 &&
              memcmp (string + line.end - strlen ("文件"), "文件", strlen ("文件")) == 0;
      at = line.end + 1;
    }

  return FALSE;
}

/* The header of the first page alone is no running head: the head of an official paper is set there. Others are left out, the one
 * that is named for a first page and not shown too, unless they are such a head: some set it for every page, some programs leave
 * out the mark of the first. */
static DzText *
find_header (Package      *package,
             DzDocxStyles *styles,
             DzDocxBody   *body)
{
  const char *first = dz_docx_body_get_first_header (body);
  GPtrArray *ids = dz_docx_body_get_headers (body);
  guint n = first != NULL ? 1 : MIN (ids->len, MAX_HEADERS);

  for (guint i = 0; i < n; i++)
    {
      const char *id = first != NULL ? first : g_ptr_array_index (ids, i);
      g_autoptr(DzDocxBody) read = NULL;
      g_autoptr(DzText) header = read_header (package, styles, id, &read);

      if (header != NULL && (first != NULL || is_paper_head (header)))
        {
          if (first == NULL)
            dz_docx_body_take_header (body, id);
          dz_docx_body_tell_losses (read, package->source);
          return g_steal_pointer (&header);
        }
    }
  if (first != NULL)
    dz_source_add_loss (package->source, DZ_LOSS_FURNITURE, 1, NULL);

  return NULL;
}

/* The lines of @from the text does not have. */
static guint
append_lines (DzText     *to,
              DzText     *from,
              const char *unless_in)
{
  gsize len;
  const char *string = dz_text_peek (from, &len);
  guint n = 0;

  for (gsize at = 0; at < len;)
    {
      DzSpan line = dz_text_get_line (from, at);
      g_autofree char *text = dz_text_dup_span (from, line);
      DzPlace place = { 0, 0 };

      dz_text_locate (from, at, &place);
      if (unless_in == NULL || strstr (unless_in, text) == NULL)
        {
          dz_text_append_paragraph (to, dz_text_get_part (from, place.part), string + line.start,
                                    (gssize) (line.end - line.start));
          n++;
        }
      at = line.end + 1;
    }

  return n;
}

static DzText *
put_header_before (DzText *header,
                   DzText *body)
{
  DzText *text = dz_text_new ();

  if (append_lines (text, header, dz_text_peek (body, NULL)) == 0)
    {
      dz_text_unref (text);
      return dz_text_ref (body);
    }
  append_lines (text, body, NULL);

  return text;
}

static gboolean
read_notes (Package    *package,
            DzDocxBody *body,
            GError    **error)
{
  gboolean wanted[2] = { FALSE, FALSE };
  GArray *notes = dz_docx_body_get_notes (body);

  for (guint i = 0; i < notes->len; i++)
    wanted[g_array_index (notes, DzDocxNote, i).endnote] = TRUE;
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GBytes) xml = wanted[i] ? get_optional (package, i == 1 ? package->endnotes : package->footnotes)
                                        : NULL;
      gboolean complete = xml != NULL;

      if (xml != NULL && !dz_docx_body_read_notes (body, xml, i == 1, &complete, package->cancellable, error))
        return FALSE;
      if (wanted[i] && !complete)
        dz_source_add_loss (package->source, DZ_LOSS_CUT, 1, NULL);
    }

  return TRUE;
}

/* A scan pasted into a document looks like a report, and has no character of one. */
static void
explain_empty (const DzSource *source,
               GError        **error)
{
  gboolean pictures = FALSE;

  for (guint i = 0; i < source->losses->len; i++)
    pictures = pictures || g_array_index (source->losses, DzLoss, i).kind == DZ_LOSS_PICTURES;
  if (!pictures || error == NULL || !g_error_matches (*error, DZ_ERROR, DZ_ERROR_EMPTY))
    return;
  g_clear_error (error);
  dz_set_error (error, DZ_ERROR_EMPTY,
                _("The file is only a picture of a report. Ask for its text, or save it as PDF and import that: it is then read by character recognition."));
}

static DzText *
read_package (Package *package,
              GError **error)
{
  g_autoptr(DzTextBuilder) flow = dz_text_builder_new (&dz_limits_default);
  g_autoptr(DzDocxStyles) styles = dz_docx_styles_new ();
  g_autoptr(DzDocxBody) body = dz_docx_body_new (flow, styles, get_lists, read_chunk, package);
  g_autoptr(GBytes) main = NULL;
  g_autoptr(GBytes) style_xml = NULL;
  g_autoptr(DzText) text = NULL;
  g_autoptr(DzText) header = NULL;
  gboolean complete;

  open_package (package);
  main = dz_zip_get (package->zip, package->main, error);
  if (main == NULL)
    return NULL;
  style_xml = get_optional (package, package->styles);
  if (style_xml != NULL)
    dz_docx_styles_load (styles, style_xml, main, package->cancellable, NULL);
  if (!dz_docx_body_read (body, main, &complete, package->cancellable, error) ||
      !read_notes (package, body, error))
    return NULL;
  read_title (package);
  header = find_header (package, styles, body);
  dz_docx_body_tell_losses (body, package->source);
  dz_source_add_loss (package->source, DZ_LOSS_CHARACTERS, dz_text_builder_get_n_replaced (flow), NULL);
  if (!complete || dz_zip_was_repaired (package->zip))
    dz_source_add_loss (package->source, DZ_LOSS_CUT, 1, NULL);

  text = dz_text_builder_finish (flow, error);
  if (text == NULL)
    {
      explain_empty (package->source, error);
      return NULL;
    }

  return header != NULL ? put_header_before (header, text) : g_steal_pointer (&text);
}

static DzText *
read_docx (GBytes        *bytes,
           DzSource      *source,
           GCancellable  *cancellable,
           GError       **error)
{
  Package package = { dz_zip_open (bytes, NULL, error), source, cancellable };
  DzText *text;

  if (package.zip == NULL)
    return NULL;
  text = read_package (&package, error);
  clear_package (&package);

  return text;
}

static int
sniff_docx (const guint8 *data,
            gsize         len,
            const char   *name)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(DzZip) zip = NULL;

  if (len < 4 || memcmp (data, "PK\3\4", 4) != 0)
    return 0;
  bytes = g_bytes_new_static (data, len);
  zip = dz_zip_open (bytes, NULL, NULL);
  if (zip == NULL)
    return 1; /* by its name only: the reader says what is wrong */
  if (dz_zip_has (zip, "word/document.xml"))
    return 100;
  for (guint i = 0; i < dz_zip_get_n_members (zip); i++)
    if (g_str_has_prefix (dz_zip_get_name (zip, i), "word/"))
      return 90;

  return 1;
}

static const char *const extensions[] = { "docx", "docm", "dotx", "dotm", NULL };

const DzReader dz_reader_docx = { "docx", extensions, sniff_docx, read_docx, FALSE, TRUE };

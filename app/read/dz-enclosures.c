/* dz-enclosures.c - the files sent along with a letter
 *
 * As mail programs keep it (.eml), or as Outlook does (.msg: a compound file, a
 * storage for each file sent along, streams named after the property they hold).
 * A letter with nothing in it is the report itself; as .eml its reader takes it
 * (dz-reader-mail.c), as .msg what was typed is handed on as a file of text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-enclosures.h"

#include "dz-mime.h"

#include <gsf/gsf-infile-msole.h>
#include <gsf/gsf-input-memory.h>
#include <gsf/gsf-utils.h>
#include <string.h>

#define MAX_STREAM (200 * 1024 * 1024)
#define MAX_DEPTH 8

static void
enclosure_free (gpointer data)
{
  DzEnclosure *self = data;

  g_free (self->name);
  g_bytes_unref (self->bytes);
  g_free (self);
}

static void
add (GPtrArray *files,
     char      *name,
     GBytes    *bytes)
{
  DzEnclosure *self = g_new0 (DzEnclosure, 1);

  self->name = name;
  self->bytes = bytes;
  g_ptr_array_add (files, self);
}

static GBytes *
read_stream (GsfInfile  *folder,
             const char *name)
{
  GsfInput *input = gsf_infile_child_by_name (folder, name);
  gsf_off_t size = input != NULL ? gsf_input_size (input) : 0;
  const guint8 *data = size > 0 && size < MAX_STREAM ? gsf_input_read (input, (size_t) size, NULL) : NULL;
  GBytes *bytes = data != NULL ? g_bytes_new (data, (gsize) size) : NULL;

  g_clear_object (&input);

  return bytes;
}

/* A property as text: UTF-16 (001F), or bytes of the writer's system (001E). */
static char *
dup_property (GsfInfile  *folder,
              const char *id)
{
  g_autofree char *wide = g_strdup_printf ("__substg1.0_%s001F", id);
  g_autofree char *narrow = g_strdup_printf ("__substg1.0_%s001E", id);
  g_autoptr(GBytes) bytes = read_stream (folder, wide);
  const char *encoding = "UTF-16LE";

  if (bytes == NULL)
    {
      bytes = read_stream (folder, narrow);
      encoding = "GB18030";
    }
  if (bytes == NULL)
    return NULL;

  return g_convert (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), "UTF-8", encoding, NULL, NULL, NULL);
}

static void walk_message (GPtrArray *files,
                          GsfInfile *message,
                          guint      depth);

static void
walk_enclosure (GPtrArray *files,
                GsfInfile *folder,
                guint      depth)
{
  g_autoptr(GBytes) bytes = read_stream (folder, "__substg1.0_37010102");
  GsfInput *message = gsf_infile_child_by_name (folder, "__substg1.0_3701000D");
  char *name = dup_property (folder, "3707");

  if (name == NULL)
    name = dup_property (folder, "3704");
  if (bytes != NULL)
    add (files, name != NULL ? g_steal_pointer (&name) : g_strdup_printf ("%u", files->len + 1),
         g_steal_pointer (&bytes));
  else if (message != NULL && GSF_IS_INFILE (message))
    walk_message (files, GSF_INFILE (message), depth + 1);
  g_free (name);
  g_clear_object (&message);
}

static void
walk_message (GPtrArray *files,
              GsfInfile *message,
              guint      depth)
{
  int n = depth < MAX_DEPTH ? gsf_infile_num_children (message) : 0;

  for (int i = 0; i < n; i++)
    {
      const char *name = gsf_infile_name_by_index (message, i);
      GsfInput *child = name != NULL && g_str_has_prefix (name, "__attach_version1.0")
                          ? gsf_infile_child_by_index (message, i) : NULL;

      if (child != NULL && GSF_IS_INFILE (child))
        walk_enclosure (files, GSF_INFILE (child), depth);
      g_clear_object (&child);
    }
}

static GsfInfile *
open_message (GBytes *bytes)
{
  static gsize ready;
  gsize len;
  const guint8 *data = g_bytes_get_data (bytes, &len);
  GsfInput *input;
  GsfInfile *message;

  if (len < 512 || memcmp (data, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) != 0)
    return NULL;
  if (g_once_init_enter (&ready))
    {
      gsf_init ();
      g_once_init_leave (&ready, 1);
    }
  input = gsf_input_memory_new (data, (gsf_off_t) len, FALSE);
  message = gsf_infile_msole_new (input, NULL);
  g_object_unref (input);
  if (message != NULL)
    {
      GsfInput *mark = gsf_infile_child_by_name (message, "__properties_version1.0");

      if (mark == NULL)
        g_clear_object (&message);
      g_clear_object (&mark);
    }

  return message;
}

static GPtrArray *
open_compound (GsfInfile *message)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (enclosure_free);

  walk_message (files, message, 0);
  if (files->len == 0)
    {
      char *body = dup_property (message, "1000");

      if (body != NULL)
        add (files, g_strdup ("letter.txt"), g_bytes_new_take (body, strlen (body)));
    }

  return files;
}

/**
 * dz_enclosures_open:
 *
 * Returns: (transfer full) (nullable) (element-type DzEnclosure): what was sent along, or %NULL if
 *   @bytes are no letter or nothing was
 */
GPtrArray *
dz_enclosures_open (GBytes *bytes)
{
  gsize len;
  const guint8 *data = g_bytes_get_data (bytes, &len);
  GPtrArray *files = NULL;
  GsfInfile *message = open_message (bytes);

  if (message != NULL)
    {
      files = open_compound (message);
      g_object_unref (message);
    }
  else if (dz_mime_is_letter (data, len))
    {
      g_autoptr(GPtrArray) parts = dz_mime_list_parts (bytes);

      files = g_ptr_array_new_with_free_func (enclosure_free);
      for (guint i = 0; i < parts->len; i++)
        {
          const DzMimePart *part = parts->pdata[i];

          if (part->attached)
            add (files, part->name != NULL ? g_strdup (part->name) : g_strdup_printf ("%u", i + 1),
                 g_bytes_ref (part->bytes));
        }
    }
  if (files != NULL && files->len == 0)
    g_clear_pointer (&files, g_ptr_array_unref);

  return files;
}

/**
 * dz_enclosures_is:
 *
 * Returns: whether @bytes are a letter with files sent along
 */
gboolean
dz_enclosures_is (GBytes *bytes)
{
  g_autoptr(GPtrArray) files = dz_enclosures_open (bytes);

  return files != NULL;
}

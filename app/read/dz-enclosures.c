/* dz-enclosures.c - the files sent along with a letter
 *
 * As mail programs keep it (.eml), or as Outlook does (.msg: a compound file, a
 * storage for each file sent along, streams named after the property they hold), or
 * as Outlook sends it to others (winmail.dat, a file of the letter or saved by itself);
 * many letters in one file are a mailbox.
 * A letter with nothing in it is the report itself; as .eml its reader takes it
 * (dz-reader-mail.c), as .msg what was typed is handed on as a file of text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE /* memmem */

#include "dz-enclosures.h"

#include "dz-compound.h"
#include "dz-limits.h"
#include "dz-mime.h"
#include "dz-reader-image.h"
#include "dz-tnef.h"

#include <string.h>

#define MAX_DEPTH 8

static void
enclosure_free (gpointer data)
{
  DzEnclosure *self = data;

  g_free (self->name);
  g_clear_pointer (&self->bytes, g_bytes_unref);
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
read_stream (DzCompound *message,
             guint       folder,
             const char *name)
{
  int entry = dz_compound_find (message, folder, name);

  return entry >= 0 ? dz_compound_read (message, (guint) entry) : NULL;
}

/* A property as text: UTF-16 (001F), or bytes of the writer's system (001E). */
static char *
dup_property (DzCompound *message,
              guint       folder,
              const char *id)
{
  g_autofree char *wide = g_strdup_printf ("__substg1.0_%s001F", id);
  g_autofree char *narrow = g_strdup_printf ("__substg1.0_%s001E", id);
  g_autoptr(GBytes) bytes = read_stream (message, folder, wide);
  const char *encoding = "UTF-16LE";

  if (bytes == NULL)
    {
      bytes = read_stream (message, folder, narrow);
      encoding = "GB18030";
    }
  if (bytes == NULL)
    return NULL;

  return g_convert (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), "UTF-8", encoding, NULL, NULL, NULL);
}

static void walk_message (GPtrArray  *files,
                          DzCompound *message,
                          guint       folder,
                          guint       depth);

/* What was typed into a letter, as a file of that name. */
static void
add_typed (GPtrArray  *files,
           DzCompound *message,
           guint       folder,
           const char *name)
{
  char *body = dup_property (message, folder, "1000");
  GBytes *page = body == NULL ? read_stream (message, folder, "__substg1.0_10130102") : NULL;

  if (body != NULL)
    add (files, g_strconcat (name, ".txt", NULL), g_bytes_new_take (body, strlen (body)));
  else if (page != NULL)
    add (files, g_strconcat (name, ".html", NULL), page);
}

static void
walk_enclosure (GPtrArray  *files,
                DzCompound *message,
                guint       folder,
                guint       depth)
{
  g_autoptr(GBytes) bytes = read_stream (message, folder, "__substg1.0_37010102");
  int inner = dz_compound_find (message, folder, "__substg1.0_3701000D");
  char *name = dup_property (message, folder, "3707");

  if (inner >= 0 && dz_compound_find (message, (guint) inner, "__properties_version1.0") >= 0)
    {
      guint before = files->len;
      g_autofree char *subject = dup_property (message, (guint) inner, "0037");

      walk_message (files, message, (guint) inner, depth + 1);
      if (files->len == before) /* it may be the report itself */
        add_typed (files, message, (guint) inner, subject != NULL && *subject != '\0' ? g_strdelimit (subject, "/\\", '_') : "letter");
      g_free (name);
      return;
    }
  if (name == NULL)
    name = dup_property (message, folder, "3704");
  if (name == NULL)
    name = dup_property (message, folder, "3001");
  add (files, name != NULL ? name : g_strdup_printf ("%u", files->len + 1), g_steal_pointer (&bytes));
  ((DzEnclosure *) files->pdata[files->len - 1])->beside = inner >= 0;
}

static void
walk_message (GPtrArray  *files,
              DzCompound *message,
              guint       folder,
              guint       depth)
{
  g_autoptr(GArray) entries = depth < MAX_DEPTH ? dz_compound_list (message, folder) : NULL;

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      guint entry = g_array_index (entries, guint, i);

      if (g_str_has_prefix (dz_compound_get_name (message, entry), "__attach_version1.0"))
        walk_enclosure (files, message, entry, depth);
    }
}

static gboolean
is_picture (const char *name)
{
  static const char *const endings[] = { ".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".tif", ".tiff", ".ico", ".emf", ".wmf", NULL };
  g_autofree char *lower = g_ascii_strdown (name, -1);
  const char *dot = strrchr (lower, '.');

  return dot != NULL && g_strv_contains (endings, dot);
}

/* Pictures in which no page is are set aside, and with other files there those that are damaged. Returns how many files are left. */
static guint
set_aside (GPtrArray *files)
{
  gboolean alone = TRUE;
  guint n = 0;

  for (guint i = 0; i < files->len && alone; i++)
    {
      const DzEnclosure *file = files->pdata[i];

      alone = file->beside || is_picture (file->name);
    }
  for (guint i = 0; i < files->len; i++)
    {
      DzEnclosure *file = files->pdata[i];

      if (!file->beside && is_picture (file->name))
        file->beside = file->bytes == NULL ? !alone : dz_reader_image_is_small (file->bytes) || (!alone && !dz_reader_image_is_page (file->bytes));
      n += !file->beside;
    }

  return n;
}

static GPtrArray *
open_compound (DzCompound *message)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (enclosure_free);

  walk_message (files, message, 0, 0);
  if (set_aside (files) == 0)
    add_typed (files, message, 0, "letter");

  return files;
}

/* Where the next letter of a mailbox begins: a line "From …" after an empty one; in a letter it would be ">From". */
static const char *
find_next_letter (const char *at,
                  const char *end)
{
  static const char mark[] = "\nFrom ";
  const char *line;

  while ((line = memmem (at, (size_t) (end - at), mark, sizeof mark - 1)) != NULL)
    {
      const char *before = line > at && line[-1] == '\r' ? line - 1 : line;

      if (before > at && before[-1] == '\n')
        return line + 1;
      at = line + 1;
    }

  return NULL;
}

/* The letters of a mailbox, as mail programs hand many out in one file; of others @bytes alone. */
static GPtrArray *
list_letters (GBytes *bytes)
{
  GPtrArray *letters = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  gsize len;
  const char *data = g_bytes_get_data (bytes, &len);
  const char *at = data, *end = len > 0 ? data + len : NULL, *next;

  /* beyond what an archive may hold the rest is one: it is refused by its number */
  while (letters->len <= dz_limits_default.count && len > 5 && memcmp (data, "From ", 5) == 0 && (next = find_next_letter (at, end)) != NULL)
    {
      g_ptr_array_add (letters, g_bytes_new_from_bytes (bytes, (gsize) (at - data), (gsize) (next - at)));
      at = next;
    }
  g_ptr_array_add (letters, g_bytes_new_from_bytes (bytes, (gsize) (at - data), (gsize) (end - at)));

  return letters;
}

static void
add_packed (char     *name,
            GBytes   *bytes,
            gpointer  files)
{
  GPtrArray *list = files;

  /* beyond what an archive may hold it is refused by its number */
  if (list->len > dz_limits_default.count)
    g_free (name);
  else
    add (list, name != NULL ? name : g_strdup_printf ("%u", list->len + 1), bytes != NULL ? g_bytes_ref (bytes) : NULL);
}

/* A file of a letter; a winmail.dat is taken apart, and is only the letter once more where no file is in it. */
static void
add_part (GPtrArray        *files,
          const DzMimePart *part)
{
  gsize len;
  const guint8 *data = g_bytes_get_data (part->bytes, &len);

  if (dz_tnef_is (data, len))
    dz_tnef_walk (part->bytes, add_packed, files);
  else if (part->elsewhere)
    add (files, part->name != NULL ? g_strdup (part->name) : g_strdup_printf ("%u", files->len + 1), NULL);
  else
    add (files, part->name != NULL ? g_strdup (part->name) : g_strdup_printf ("%u", files->len + 1),
         g_bytes_ref (part->bytes));
}

/* A letter among several with nothing sent along is a file of its own: it may be the report. */
static void
add_letter (GPtrArray *files,
            GBytes    *letter,
            guint      number)
{
  g_autoptr(GPtrArray) parts = dz_mime_list_parts (letter);
  guint before = files->len;

  for (guint i = 0; i < parts->len; i++)
    {
      const DzMimePart *part = parts->pdata[i];

      if (part->attached)
        add_part (files, part);
    }
  if (files->len == before && number > 0)
    add (files, g_strdup_printf ("letter %u.eml", number), g_bytes_ref (letter));
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
  g_autoptr(DzCompound) message = dz_compound_open (bytes);

  if (message != NULL && dz_compound_find (message, 0, "__properties_version1.0") >= 0)
    files = open_compound (message);
  else if (dz_tnef_is (data, len))
    {
      files = g_ptr_array_new_with_free_func (enclosure_free);
      dz_tnef_walk (bytes, add_packed, files);
    }
  else if (dz_mime_is_letter (data, len))
    {
      g_autoptr(GPtrArray) letters = list_letters (bytes);

      files = g_ptr_array_new_with_free_func (enclosure_free);
      for (guint i = 0; i < letters->len; i++)
        add_letter (files, letters->pdata[i], letters->len > 1 ? i + 1 : 0);
      if (set_aside (files) == 0) /* what is typed is the report */
        g_ptr_array_set_size (files, 0);
    }
  if (files != NULL && files->len == 0)
    g_clear_pointer (&files, g_ptr_array_unref);

  return files;
}

/**
 * dz_enclosures_is:
 *
 * Returns: whether @bytes are a letter with files sent along; one too large to be opened is taken for it
 */
gboolean
dz_enclosures_is (GBytes *bytes)
{
  gsize len;
  const guint8 *data = g_bytes_get_data (bytes, &len);
  g_autoptr(GPtrArray) files = NULL;

  if (len > dz_limits_default.letter && dz_mime_is_letter (data, len))
    return TRUE;
  files = dz_enclosures_open (bytes);

  return files != NULL;
}

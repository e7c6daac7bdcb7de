/* dz-recent.c - the reviews opened last, newest first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-recent.h"

#include <glib/gstdio.h>

/* The start page shows six; a few more are remembered for when some are gone. */
#define MOST 12

static char *
dup_file_name (void)
{
  return g_build_filename (g_get_user_data_dir (), "duizhao", "recent", NULL);
}

static GKeyFile *
load_keys (void)
{
  g_autofree char *name = dup_file_name ();
  GKeyFile *keys = g_key_file_new ();

  /* a file that is missing or unreadable is an empty list */
  g_key_file_load_from_file (keys, name, G_KEY_FILE_NONE, NULL);

  return keys;
}

/* A list that cannot be kept is not worth a message. */
static void
save_list (GPtrArray *list)
{
  g_autofree char *name = dup_file_name ();
  g_autofree char *folder = g_path_get_dirname (name);
  g_autoptr(GKeyFile) keys = g_key_file_new ();

  for (guint i = 0; i < list->len && i < MOST; i++)
    {
      const DzRecent *recent = g_ptr_array_index (list, i);
      g_autofree char *group = g_strdup_printf ("%02u", i);

      g_key_file_set_string (keys, group, "path", recent->path);
      if (recent->title != NULL)
        g_key_file_set_string (keys, group, "title", recent->title);
      g_key_file_set_integer (keys, group, "bodies", (int) recent->n_bodies);
      g_key_file_set_integer (keys, group, "reports", (int) recent->n_reports);
      g_key_file_set_string (keys, group, "opened", recent->opened);
      if (recent->place != NULL)
        g_key_file_set_string (keys, group, "place", recent->place);
    }
  g_mkdir_with_parents (folder, 0700);
  g_key_file_save_to_file (keys, name, NULL);
}

/**
 * dz_recent_list:
 *
 * Returns: (transfer full) (element-type DzRecent): newest first
 */
GPtrArray *
dz_recent_list (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_recent_free);
  g_autoptr(GKeyFile) keys = load_keys ();
  g_auto(GStrv) groups = g_key_file_get_groups (keys, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      DzRecent *recent = g_new0 (DzRecent, 1);

      recent->path = g_key_file_get_string (keys, groups[i], "path", NULL);
      recent->title = g_key_file_get_string (keys, groups[i], "title", NULL);
      recent->n_bodies = (guint) MAX (g_key_file_get_integer (keys, groups[i], "bodies", NULL), 0);
      recent->n_reports = (guint) MAX (g_key_file_get_integer (keys, groups[i], "reports", NULL), 0);
      recent->opened = g_key_file_get_string (keys, groups[i], "opened", NULL);
      recent->place = g_key_file_get_string (keys, groups[i], "place", NULL);
      if (recent->path == NULL)
        {
          dz_recent_free (recent);
          continue;
        }
      recent->missing = !g_file_test (recent->path, G_FILE_TEST_EXISTS);
      g_ptr_array_add (list, recent);
    }

  return list;
}

static DzRecent *
find_path (GPtrArray  *list,
           const char *path)
{
  g_autofree char *whole = g_canonicalize_filename (path, NULL);

  for (guint i = 0; i < list->len; i++)
    if (g_strcmp0 (((DzRecent *) g_ptr_array_index (list, i))->path, whole) == 0)
      return g_ptr_array_index (list, i);

  return NULL;
}

static void
drop_path (GPtrArray  *list,
           const char *path)
{
  for (guint i = list->len; i > 0; i--)
    if (g_strcmp0 (((DzRecent *) g_ptr_array_index (list, i - 1))->path, path) == 0)
      g_ptr_array_remove_index (list, i - 1);
}

/**
 * dz_recent_add:
 * @review: a snapshot with its path: put first, with its numbers of now
 */
void
dz_recent_add (DzReview *review)
{
  g_autoptr(GPtrArray) list = dz_recent_list ();
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  DzRecent *recent;

  g_return_if_fail (review != NULL && review->path != NULL);

  recent = g_new0 (DzRecent, 1);
  recent->path = g_canonicalize_filename (review->path, NULL);
  recent->title = g_strdup (review->county->title);
  recent->n_bodies = review->bodies->len;
  recent->n_reports = review->reports->len;
  recent->opened = g_date_time_format (now, "%Y-%m-%d");
  recent->place = dz_recent_dup_place (recent->path);
  drop_path (list, recent->path);
  g_ptr_array_insert (list, 0, recent);
  save_list (list);
}

/**
 * dz_recent_remove:
 *
 * Forgets a review; its file stays.
 */
void
dz_recent_remove (const char *path)
{
  g_autoptr(GPtrArray) list = dz_recent_list ();

  drop_path (list, path);
  save_list (list);
}

/**
 * dz_recent_dup_place:
 * @path: of a review
 *
 * Returns: (transfer full) (nullable): where it was left, as dz_recent_set_place() was told
 */
char *
dz_recent_dup_place (const char *path)
{
  g_autoptr(GPtrArray) list = dz_recent_list ();
  DzRecent *recent;

  g_return_val_if_fail (path != NULL, NULL);

  recent = find_path (list, path);

  return recent != NULL ? g_strdup (recent->place) : NULL;
}

/**
 * dz_recent_set_place:
 * @path: of a review
 * @place: words of whoever shows it
 *
 * Remembers where a person left a review. It stands in the list and not in the review: two persons work in one, each in
 * a place of her own, and a review nobody may write to has one too. A review that is not on the list has none.
 */
void
dz_recent_set_place (const char *path,
                     const char *place)
{
  g_autoptr(GPtrArray) list = dz_recent_list ();
  DzRecent *recent;

  g_return_if_fail (path != NULL && place != NULL);

  recent = find_path (list, path);
  if (recent == NULL || g_strcmp0 (recent->place, place) == 0)
    return;
  g_free (recent->place);
  recent->place = g_strdup (place);
  save_list (list);
}

void
dz_recent_free (DzRecent *self)
{
  if (self == NULL)
    return;

  g_free (self->path);
  g_free (self->title);
  g_free (self->opened);
  g_free (self->place);
  g_free (self);
}

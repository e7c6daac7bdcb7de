/* dz-pipeline.c - many files read and understood at once, handed over in input order
 *
 * One mutex, three conditions, so that nobody is woken who has nothing to do. Items stand in a queue in input order until the
 * caller has had them; workers take the first that nobody has begun, the
 * feeder waits while the queue is full.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-pipeline.h"

#include "dz-archive.h"
#include "dz-error.h"
#include "dz-file-list.h"
#include "dz-input-file.h"
#include "dz-read-report.h"
#include "dz-roster-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#define UNREAD_PER_THREAD 3 /* their bytes are in memory */
#define READ_PER_THREAD 12   /* while the caller writes many at once */
#define MOST_THREADS 16
#define PAUSE_US (G_USEC_PER_SEC / 10)
#define EMPTY_FOLDER (1u << 31) /* beside the count of what was skipped */

typedef struct
{
  const char *const *paths;
  DzReportReader *reader; /* one for all workers: its rules take longer to be made than many reports to be read */
  GCancellable *cancellable; /* the caller's */
  GMutex mutex;
  GCond room;        /* the feeder may go on */
  GCond work;        /* there is an item nobody has begun */
  GCond ready;       /* the head of the queue is */
  GQueue items;      /* DzItem, in order; the head is the next to hand over */
  GList *fresh;      /* first link no worker has begun */
  guint n_unread;    /* of them no worker has begun */
  guint n_threads;
  guint total;       /* items put in line */
  guint expected;    /* items to come in all, as far as known */
  gboolean fed;      /* the feeder is done */
  gboolean stopped;  /* nobody wants more */
  GHashTable *skipped; /* path -> what was skipped in its folder: of the last file in it, or the folder */
} Pipeline;

static void
item_free (gpointer data)
{
  DzItem *item = data;

  dz_source_free (item->source);
  g_clear_pointer (&item->bytes, g_bytes_unref);
  g_clear_pointer (&item->report, dz_report_unref);
  g_clear_pointer (&item->more, g_ptr_array_unref);
  g_clear_pointer (&item->roster, g_ptr_array_unref);
  g_clear_error (&item->error);
  g_free (item);
}

static gboolean
is_stopped (Pipeline *self)
{
  return self->stopped || g_cancellable_is_cancelled (self->cancellable);
}

static DzItem *
item_new (const char   *path,
          const char   *member,
          GBytes       *bytes,
          const GError *problem)
{
  DzItem *item = g_new0 (DzItem, 1);

  item->source = dz_source_new (path);
  item->source->member = g_strdup (member);
  item->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  item->error = problem != NULL ? g_error_copy (problem) : NULL;

  return item;
}

static void
wake_all (Pipeline *self)
{
  g_cond_broadcast (&self->room);
  g_cond_broadcast (&self->work);
  g_cond_broadcast (&self->ready);
}

static gboolean
is_full (Pipeline *self)
{
  return self->n_unread >= self->n_threads * UNREAD_PER_THREAD ||
         g_queue_get_length (&self->items) >= self->n_threads * (UNREAD_PER_THREAD + READ_PER_THREAD);
}

/* Puts @item in line, waiting for room. Returns FALSE when nobody wants more. */
static gboolean
push_item (Pipeline *self,
           DzItem   *item)
{
  gboolean wanted;

  g_mutex_lock (&self->mutex);
  while (is_full (self) && !is_stopped (self))
    g_cond_wait_until (&self->room, &self->mutex, g_get_monotonic_time () + G_USEC_PER_SEC / 5);
  wanted = !is_stopped (self);
  if (wanted)
    {
      item->position = ++self->total;
      self->expected = MAX (self->expected, self->total);
      item->ready = item->bytes == NULL;
      self->n_unread += !item->ready;
      g_queue_push_tail (&self->items, item);
      if (self->fresh == NULL)
        self->fresh = self->items.tail;
      g_cond_signal (item->ready ? &self->ready : &self->work);
    }
  g_mutex_unlock (&self->mutex);
  if (!wanted)
    item_free (item);

  return wanted;
}

static GBytes *
read_stdin (GError **error)
{
  g_autoptr(GByteArray) all = g_byte_array_new ();
  guint8 buffer[65536];
  gssize n;

  while ((n = read (STDIN_FILENO, buffer, sizeof buffer)) > 0)
    {
      g_byte_array_append (all, buffer, (guint) n);
      if (!dz_limits_check_input (&dz_limits_default, all->len, error))
        return NULL;
    }
  if (n < 0)
    {
      dz_set_error (error, DZ_ERROR_IO, _("The file cannot be read: %s"),
                    g_strerror (errno));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&all));
}

/* The last member waits for what was skipped to be known: that is told with it. */
typedef struct
{
  Pipeline *pipeline;
  const char *path;
  DzItem *last;
  guint n_members;
} Unpacking;

static gboolean
member_cb (const char   *name,
           GBytes       *bytes,
           const GError *problem,
           gpointer      user_data)
{
  Unpacking *unpacking = user_data;
  DzItem *before = unpacking->last;

  unpacking->last = item_new (unpacking->path, name, bytes, problem);
  g_mutex_lock (&unpacking->pipeline->mutex);
  unpacking->pipeline->expected += unpacking->n_members++ > 0;
  g_mutex_unlock (&unpacking->pipeline->mutex);

  return before == NULL || push_item (unpacking->pipeline, before);
}

/* Nothing in an archive or a folder is told, not passed over. */
static GError *
nothing_in_it (guint n_skipped)
{
  GError *error = NULL;

  if (n_skipped == 0)
    dz_set_error (&error, DZ_ERROR_EMPTY, _("There is no file in it. Ask for it again."));
  else
    dz_set_error (&error, DZ_ERROR_EMPTY,
                  _("There is no report in it, only files that a system left (%u). Ask for it again."), n_skipped);

  return error;
}

static gboolean
feed_archive (Pipeline   *self,
              const char *path,
              GBytes     *bytes)
{
  Unpacking unpacking = { self, path };
  g_autoptr(GError) error = NULL;
  guint n_skipped = 0;
  gboolean done = dz_archive_foreach (bytes, &dz_limits_default, member_cb, &unpacking, &n_skipped, self->cancellable,
                                      &error);

  if (done && unpacking.last == NULL)
    error = nothing_in_it (n_skipped);
  if (unpacking.last != NULL)
    {
      dz_source_add_loss (unpacking.last->source, DZ_LOSS_MEMBERS, n_skipped, NULL);
      if (!push_item (self, unpacking.last))
        return FALSE;
    }
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return push_item (self, item_new (path, NULL, NULL, error));

  return !is_stopped (self);
}

static gboolean
feed_file (Pipeline   *self,
           const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = dz_input_file_read (path, &error);
  g_autofree char *name = g_path_get_basename (path);
  guint n_skipped = GPOINTER_TO_UINT (g_hash_table_lookup (self->skipped, path));
  DzItem *item;

  if (bytes != NULL && dz_archive_is (bytes, name))
    return feed_archive (self, path, bytes);
  if (n_skipped & EMPTY_FOLDER)
    {
      g_clear_error (&error);
      error = nothing_in_it (n_skipped & ~EMPTY_FOLDER);
    }
  item = item_new (path, NULL, bytes, error);
  if ((n_skipped & EMPTY_FOLDER) == 0)
    dz_source_add_loss (item->source, DZ_LOSS_MEMBERS, n_skipped, NULL);

  return push_item (self, item);
}

/* What stands on the standard input is a list if its first line names a file, else a report. */
static GPtrArray *
list_from (GBytes *bytes)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto(GStrv) lines = NULL;
  GPtrArray *paths;

  if (g_strcmp0 (text, "") == 0)
    return NULL;
  lines = g_strsplit (text, "\n", -1);
  g_strchomp (lines[0]);
  if (strlen (lines[0]) > 4096 || !g_file_test (lines[0], G_FILE_TEST_EXISTS))
    return NULL;
  paths = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strchomp (lines[i]) != '\0')
      g_ptr_array_add (paths, g_strdup (lines[i]));

  return paths;
}

static gboolean
feed_paths (Pipeline  *self,
            GPtrArray *paths)
{
  gboolean wanted = TRUE;

  g_mutex_lock (&self->mutex);
  self->expected += paths->len;
  g_mutex_unlock (&self->mutex);
  for (guint i = 0; wanted && i < paths->len; i++)
    wanted = feed_file (self, g_ptr_array_index (paths, i));

  return wanted;
}

static gboolean
feed_stdin (Pipeline *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = read_stdin (&error);
  g_autoptr(GPtrArray) paths = bytes != NULL ? list_from (bytes) : NULL;

  return paths != NULL ? feed_paths (self, paths) : push_item (self, item_new ("-", NULL, bytes, error));
}

static GPtrArray *
list_files (Pipeline   *self,
            const char *path)
{
  guint n_skipped;
  GPtrArray *files = dz_file_list_new (path, &n_skipped);
  guint note = n_skipped;

  if (files->len == 0)
    {
      g_ptr_array_add (files, g_strdup (path));
      note |= EMPTY_FOLDER;
    }
  if (note != 0)
    g_hash_table_insert (self->skipped, g_strdup (g_ptr_array_index (files, files->len - 1)), GUINT_TO_POINTER (note));

  return files;
}

static gpointer
feeder_thread (gpointer data)
{
  Pipeline *self = data;
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  gboolean wanted = TRUE;

  for (guint i = 0; wanted && self->paths[i] != NULL; i++)
    {
      g_autoptr(GPtrArray) more = NULL;

      if (g_str_equal (self->paths[i], "-"))
        {
          wanted = feed_paths (self, files) && feed_stdin (self);
          g_ptr_array_set_size (files, 0);
          continue;
        }
      more = list_files (self, self->paths[i]);
      g_ptr_array_set_free_func (more, NULL);
      g_ptr_array_extend_and_steal (files, g_steal_pointer (&more));
    }
  if (wanted)
    feed_paths (self, files);
  g_mutex_lock (&self->mutex);
  self->fed = TRUE;
  wake_all (self);
  g_mutex_unlock (&self->mutex);

  return NULL;
}

/* The next item to read, NULL when there will be none. */
static DzItem *
take_item (Pipeline *self)
{
  DzItem *item = NULL;

  g_mutex_lock (&self->mutex);
  while (item == NULL && !is_stopped (self))
    {
      while (self->fresh != NULL && ((DzItem *) self->fresh->data)->ready)
        self->fresh = self->fresh->next;
      if (self->fresh != NULL)
        {
          item = self->fresh->data;
          self->fresh = self->fresh->next;
          self->n_unread--;
          g_cond_signal (&self->room);
        }
      else if (self->fed)
        break;
      else
        g_cond_wait_until (&self->work, &self->mutex, g_get_monotonic_time () + G_USEC_PER_SEC / 5);
    }
  g_mutex_unlock (&self->mutex);

  return item;
}

static void
stop (Pipeline *self)
{
  g_mutex_lock (&self->mutex);
  self->stopped = TRUE;
  wake_all (self);
  g_mutex_unlock (&self->mutex);
}

static void
read_reports (Pipeline *self,
              DzItem   *item)
{
  GPtrArray *reports = dz_report_reader_read_all (self->reader, item->bytes, item->source,
                                                  self->cancellable, &item->error);

  if (reports == NULL)
    return;
  item->report = dz_report_ref (g_ptr_array_index (reports, 0));
  g_ptr_array_remove_index (reports, 0);
  item->more = reports;
}

/* A table among the reports is the county's roster, if it has the heads of one; a table that is a
 * roster read wrong, or one of other numbers, says so. */
static GPtrArray *
read_roster (DzItem *item)
{
  static const char *const endings[] = { ".csv", ".xlsx", ".xls", ".et" };
  const char *name = item->source->member != NULL ? item->source->member : item->source->path;
  g_autofree char *lower = g_ascii_strdown (name, -1);
  g_autoptr(GError) error = NULL;
  gboolean table = FALSE;
  GPtrArray *bodies;

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    table |= g_str_has_suffix (lower, endings[i]);
  if (!table)
    return NULL;
  bodies = dz_roster_file_read (item->bytes, item->source, &error);
  if (bodies == NULL && !g_error_matches (error, DZ_ERROR, DZ_ERROR_UNKNOWN_FORMAT))
    item->error = g_steal_pointer (&error);
  if (bodies != NULL)
    {
      g_free (item->source->format);
      item->source->format = g_strdup ("roster");
    }

  return bodies;
}

static gpointer
worker_thread (gpointer data)
{
  Pipeline *self = data;
  DzItem *item;

  while ((item = take_item (self)) != NULL)
    {
      item->roster = read_roster (item);
      if (item->roster == NULL && item->error == NULL)
        read_reports (self, item);
      g_clear_pointer (&item->bytes, g_bytes_unref);
      g_mutex_lock (&self->mutex);
      item->ready = TRUE;
      if (item == g_queue_peek_head (&self->items))
        g_cond_signal (&self->ready);
      g_mutex_unlock (&self->mutex);
    }

  return NULL;
}

/* Waits for the next item in input order. @item: (out) (nullable): %NULL where none was ready for a while. Returns FALSE at
 * the end. */
static gboolean
wait_for_next (Pipeline  *self,
               DzItem   **item,
               guint     *total)
{
  gint64 until = g_get_monotonic_time () + PAUSE_US;
  gboolean late = FALSE, more = TRUE;

  *item = NULL;
  g_mutex_lock (&self->mutex);
  while (*item == NULL && !late && more)
    {
      DzItem *head = g_queue_peek_head (&self->items);

      more = !is_stopped (self) && (head != NULL || !self->fed);
      if (more && head != NULL && head->ready)
        {
          if (self->fresh == self->items.head)
            self->fresh = self->fresh->next;
          *item = g_queue_pop_head (&self->items);
          g_cond_signal (&self->room);
        }
      else if (more)
        late = !g_cond_wait_until (&self->ready, &self->mutex, until);
    }
  *total = self->expected;
  g_mutex_unlock (&self->mutex);

  return more;
}

/**
 * dz_pipeline_run:
 * @paths: (array zero-terminated): files, folders, archives, "-"
 * @codebook: what to read with
 * @n_threads: 0: one per processor
 * @callback: gets every item, in the calling thread
 *
 * Returns: %TRUE at the end of input or when @callback said stop; %FALSE with @error if the codebook
 *   is wrong or the work was cancelled
 */
gboolean
dz_pipeline_run (const char *const *paths,
                 DzCodebook        *codebook,
                 guint              n_threads,
                 GCancellable      *cancellable,
                 DzItemFunc         callback,
                 gpointer           user_data,
                 GError           **error)
{
  g_autoptr(DzReportReader) reader = NULL;
  Pipeline self = { .paths = paths, .cancellable = cancellable };
  GThread *threads[MOST_THREADS + 1];
  DzItem *item;
  guint total;

  g_return_val_if_fail (paths != NULL && codebook != NULL && callback != NULL, FALSE);

  reader = dz_report_reader_new (codebook, error);
  if (reader == NULL)
    return FALSE;
  self.reader = reader;
  self.n_threads = n_threads = CLAMP (n_threads != 0 ? n_threads : g_get_num_processors (), 1, MOST_THREADS);
  g_mutex_init (&self.mutex);
  g_cond_init (&self.room);
  g_cond_init (&self.work);
  g_cond_init (&self.ready);
  g_queue_init (&self.items);
  self.skipped = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  threads[0] = g_thread_new ("dz-feeder", feeder_thread, &self);
  for (guint i = 1; i <= n_threads; i++)
    threads[i] = g_thread_new ("dz-reader", worker_thread, &self);

  while (wait_for_next (&self, &item, &total))
    {
      gboolean wanted = callback (item, total, user_data);

      g_clear_pointer (&item, item_free);
      if (!wanted)
        break;
    }

  stop (&self);
  for (guint i = 0; i <= n_threads; i++)
    g_thread_join (threads[i]);
  g_queue_clear_full (&self.items, item_free);
  g_hash_table_unref (self.skipped);
  g_mutex_clear (&self.mutex);
  g_cond_clear (&self.room);
  g_cond_clear (&self.work);
  g_cond_clear (&self.ready);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

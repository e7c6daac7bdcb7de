/* dz-score-book-job.c - workbooks of scores written without holding the window up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-score-book-job.h"

#include "dz-cover.h"
#include "dz-job-thread.h"

typedef struct
{
  DzScoreBook book;
  DzScopeFilter *scope;
  char *scorer;
  char *path;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  dz_review_unref (request->book.review);
  dz_codebook_unref (request->book.codebook);
  g_clear_pointer (&request->scope, dz_scope_filter_unref);
  g_free (request->scorer);
  g_free (request->path);
  g_free (request);
}

static void
write_thread (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Request *request = task_data;
  g_autoptr(DzReview) covered = dz_review_cover (request->book.review);
  DzScoreBook book = request->book;
  GError *error = NULL;

  book.review = covered;
  book.scope = request->scope;
  book.scorer = request->scorer;
  if (dz_score_book_write (&book, request->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * dz_score_book_write_async:
 * @book: copied
 *
 * dz_score_book_write() in a thread, with what is nobody's business covered.
 */
void
dz_score_book_write_async (const DzScoreBook   *book,
                           const char          *path,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Request *request = g_new0 (Request, 1);

  request->book = *book;
  dz_review_ref (book->review);
  dz_codebook_ref (book->codebook);
  request->scope = book->scope != NULL ? dz_scope_filter_ref ((DzScopeFilter *) book->scope) : NULL;
  request->scorer = g_strdup (book->scorer);
  request->path = g_strdup (path);
  g_task_set_task_data (task, request, request_free);
  dz_job_run (task, write_thread);
}

gboolean
dz_score_book_write_finish (GAsyncResult *result,
                            GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

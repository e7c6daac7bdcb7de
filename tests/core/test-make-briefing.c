/* test-make-briefing.c - what jobs write: whole or not at all, told in the thread that asked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-job-thread.h"
#include "dz-made-review.h"
#include "dz-make-briefing.h"

#include "dz-chart-kinds.h"
#include "dz-gallery.h"
#include "dz-series-build.h"

#include <glib/gstdio.h>
#include <string.h>

#define YEAR 2024

typedef struct
{
  DzCodebook *codebook;
  DzReview *review;
  DzBriefingOptions *options;
  char *folder;
  GAsyncResult *result;
  guint done;  /* as told last */
  guint total;
} Desk;

static void
desk_open (Desk          *self,
           gconstpointer  data)
{
  self->codebook = dz_made_codebook ();
  self->review = dz_made_review (self->codebook, 6, 6);
  self->options = dz_briefing_options_new (self->review, YEAR);
  self->folder = g_dir_make_tmp ("duizhao-test-XXXXXX", NULL);
}

static guint
count_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
remove_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}

static void
desk_close (Desk          *self,
            gconstpointer  data)
{
  g_clear_object (&self->result);
  remove_files (self->folder);
  g_free (self->folder);
  dz_briefing_options_free (self->options);
  dz_review_unref (self->review);
  dz_codebook_unref (self->codebook);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  ((Desk *) user_data)->result = g_object_ref (result);
}

static void
progress_cb (const char *name,
             guint       done,
             guint       total,
             gpointer    user_data)
{
  Desk *self = user_data;

  /* never in the job's thread, though nobody iterates the context all the time */
  g_assert_true (g_main_context_is_owner (NULL));
  g_assert_null (self->result);
  g_assert_cmpuint (done, >, self->done);
  self->done = done;
  self->total = total;
}

static void
wait_for (Desk *self)
{
  while (self->result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static char *
start (Desk         *self,
       const char   *name,
       GCancellable *cancellable)
{
  char *path = g_build_filename (self->folder, name, NULL);
  DzBriefingOrder order = { self->review, self->codebook, self->options, path };

  g_clear_object (&self->result);
  self->done = 0;
  dz_make_briefing_async (&order, progress_cb, self, cancellable, done_cb, self);

  return path;
}

static void
test_every_format (Desk          *self,
                   gconstpointer  data)
{
  static const struct
  {
    const char *name;
    const char *head;
  } formats[] = { { "a.pdf", "%PDF" }, { "a.docx", "PK" }, { "a.xlsx", "PK" }, { "A.CSV", "\357\273\277" } };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = start (self, formats[i].name, NULL);
      g_autofree char *bytes = NULL;
      g_autoptr(GError) error = NULL;

      wait_for (self);
      g_assert_true (dz_make_briefing_finish (self->result, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
      g_assert_true (g_str_has_prefix (bytes, formats[i].head));
      if (i == 0)
        g_assert_cmpuint (self->done, ==, self->total);
    }
  g_assert_cmpuint (count_files (self->folder), ==, G_N_ELEMENTS (formats));
}

/* Cancelled in the middle of its pages by whoever watches it. */
static void
cancel_cb (const char *name,
           guint       done,
           guint       total,
           gpointer    cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
count_cb (gpointer data)
{
  (*(guint *) data)++;
}

/* Whoever has the last reference to the review is told when it can go: once, and before the file is whole. */
static void
test_drawn (Desk          *self,
            gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "drawn.pdf", NULL);
  g_autoptr(GError) error = NULL;
  guint n = 0;
  DzBriefingOrder order = { self->review, self->codebook, self->options, path, count_cb, &n };

  g_assert_true (dz_make_briefing (&order, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_cancelled_leaves_the_older_file (Desk          *self,
                                      gconstpointer  name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  DzBriefingOrder order = { self->review, self->codebook, self->options, path };
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *bytes = NULL;

  g_assert_true (g_file_set_contents (path, "older", -1, NULL));
  /* only a PDF has pages to count; the others are cancelled while they are made */
  dz_make_briefing_async (&order, cancel_cb, cancellable, cancellable, done_cb, self);
  if (!g_str_has_suffix (name, ".pdf"))
    g_cancellable_cancel (cancellable);
  wait_for (self);
  if (dz_make_briefing_finish (self->result, &error))
    {
      /* the main loop heard of the first page when the last was written: then it is whole */
      g_assert_true (g_str_has_suffix (name, ".pdf"));
      return;
    }
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  g_assert_cmpstr (bytes, ==, "older");
  g_assert_cmpuint (count_files (self->folder), ==, 1);
}

/* A folder that is a file: even root cannot write there. */
static void
test_an_error_names_the_file (Desk          *self,
                              gconstpointer  name)
{
  g_autofree char *blocked = g_build_filename (self->folder, "blocked", NULL);
  g_autofree char *inside = g_build_filename ("blocked", name, NULL);
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (blocked, "", -1, NULL));
  path = start (self, inside, NULL);
  wait_for (self);
  g_assert_false (dz_make_briefing_finish (self->result, &error));
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_null (strstr (error->message, ".part"));
  g_assert_cmpuint (count_files (self->folder), ==, 1);
}

static void
test_two_to_one_name (Desk          *self,
                      gconstpointer  data)
{
  Desk other = *self;
  g_autofree char *path = start (self, "same.docx", NULL);
  g_autofree char *same = start (&other, "same.docx", NULL);

  wait_for (self);
  wait_for (&other);
  g_assert_true (dz_make_briefing_finish (self->result, NULL));
  g_assert_true (dz_make_briefing_finish (other.result, NULL));
  g_assert_cmpstr (path, ==, same);
  g_assert_cmpuint (count_files (self->folder), ==, 1);
  g_object_unref (other.result);
}

static void
test_letters (Desk          *self,
              gconstpointer  data)
{
  DzLetterOrder order = { .review = self->review, .codebook = self->codebook, .options = { .year = YEAR },
                          .as_docx = TRUE, .folder = self->folder };
  int n;

  dz_make_letters_async (&order, progress_cb, self, NULL, done_cb, self);
  wait_for (self);
  n = dz_make_letters_finish (self->result, NULL);
  g_assert_cmpint (n, >, 0);
  g_assert_cmpuint (count_files (self->folder), ==, (guint) n);
  g_assert_cmpuint (self->done, ==, (guint) n);
}

static void
test_charts (Desk          *self,
             gconstpointer  data)
{
  DzSeriesQuery query = { .review = self->review, .codebook = self->codebook, .year = YEAR, .subject = "heatmap" };
  g_autoptr(DzSeries) series = dz_series_build (&query, NULL);
  const DzChart *chart = dz_chart_find (dz_gallery_get_chart (self->codebook, "heatmap"));
  g_autoptr(GPtrArray) orders = dz_chart_order_list_new ();

  g_assert_nonnull (series);
  dz_chart_order_list_add (orders, chart, series, g_build_filename (self->folder, "a.png", NULL));
  dz_chart_order_list_add (orders, chart, series, g_build_filename (self->folder, "b.svg", NULL));
  dz_make_charts_async (orders, progress_cb, self, NULL, done_cb, self);
  wait_for (self);
  g_assert_cmpint (dz_make_charts_finish (self->result, NULL), ==, 2);
  g_assert_cmpuint (count_files (self->folder), ==, 2);
}

/* The document is this thread's once it is here: it can be drawn while another is made. */
static void
test_built_for_this_thread (Desk          *self,
                            gconstpointer  data)
{
  DzBriefingOrder order = { self->review, self->codebook, self->options, NULL };
  g_autoptr(DzBriefing) here = dz_briefing_new (self->review, self->codebook, self->options);
  g_autoptr(DzBriefing) there = NULL;

  dz_build_briefing_async (&order, done_cb, self);
  wait_for (self);
  there = dz_build_briefing_finish (self->result);
  g_assert_cmpuint (dz_briefing_get_n_pages (there), ==, dz_briefing_get_n_pages (here));
  for (guint i = 0; i < dz_briefing_get_n_pages (here); i++)
    {
      g_autofree char *a = dz_document_dup_page_text (dz_briefing_get_document (here), i);
      g_autofree char *b = dz_document_dup_page_text (dz_briefing_get_document (there), i);

      g_assert_cmpstr (a, ==, b);
    }
}

#define ADD(path, data, function) \
  g_test_add ("/jobs/make-briefing/" path, Desk, data, desk_open, function, desk_close)

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  ADD ("every-format", NULL, test_every_format);
  ADD ("drawn", NULL, test_drawn);
  ADD ("cancelled-pdf-leaves-the-older-file", "a.pdf", test_cancelled_leaves_the_older_file);
  ADD ("cancelled-docx-leaves-the-older-file", "a.docx", test_cancelled_leaves_the_older_file);
  ADD ("cancelled-xlsx-leaves-the-older-file", "a.xlsx", test_cancelled_leaves_the_older_file);
  ADD ("an-error-names-the-pdf", "a.pdf", test_an_error_names_the_file);
  ADD ("an-error-names-the-docx", "a.docx", test_an_error_names_the_file);
  ADD ("an-error-names-the-xlsx", "a.xlsx", test_an_error_names_the_file);
  ADD ("an-error-names-the-csv", "a.csv", test_an_error_names_the_file);
  ADD ("two-to-one-name", NULL, test_two_to_one_name);
  ADD ("letters", NULL, test_letters);
  ADD ("charts", NULL, test_charts);
  ADD ("built-for-this-thread", NULL, test_built_for_this_thread);
  result = g_test_run ();
  g_assert_true (dz_job_wait (60));

  return result;
}

/* scrolling.c - what a frame costs while the matrices, six columns and the roster are scrolled
 *
 *   xvfb-run -a dbus-run-session tests/bench-scrolling REVIEW.duizhao [roster|figures|common|reading…]
 *
 * The real window, 1366 × 768, drawn by cairo. At every tick of the frame clock what is shown moves by a notch of the
 * wheel, to its end and back, for 240 frames; a frame is timed from before-paint to after-paint (layout, drawing and what
 * the views do when they are scrolled), in the window's own thread. At 60 frames a second one has 16.7 ms.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-measured-window.h"

#include "dz-common-view.h"
#include "dz-figures-view.h"
#include "dz-matrix.h"
#include "dz-passage-view.h"
#include "dz-reading-view.h"
#include "dz-roster-view.h"
#include "dz-window-private.h"

#include <stdio.h>
#include <time.h>

#define FRAMES 240
#define NOTCH 48 /* pixels */
#define COLUMNS 6
#define SETTLE 150 /* turns of 10 ms, for what comes in slices */

typedef struct
{
  GtkAdjustment *moved;
  double by;
  double begin_cpu;
  GArray *cpu; /* double, ms, a frame each */
} Scroll;

static double
now (void)
{
  struct timespec at;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &at);

  return at.tv_sec * 1e3 + at.tv_nsec / 1e6;
}

static void
before_cb (GdkFrameClock *clock,
           Scroll        *self)
{
  self->begin_cpu = now ();
}

static void
after_cb (GdkFrameClock *clock,
          Scroll        *self)
{
  double took = now () - self->begin_cpu;

  g_array_append_val (self->cpu, took);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  Scroll *self = data;
  double value = gtk_adjustment_get_value (self->moved);

  gtk_adjustment_set_value (self->moved, value + self->by);
  if (gtk_adjustment_get_value (self->moved) == value)
    self->by = -self->by;
  gtk_widget_queue_draw (widget);

  return self->cpu->len < FRAMES;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static void
scroll (const char    *what,
        GtkAdjustment *moved)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (dz_measured.window));
  Scroll self = { moved, NOTCH, 0, g_array_new (FALSE, FALSE, sizeof (double)) };
  gulong before = g_signal_connect (clock, "before-paint", G_CALLBACK (before_cb), &self);
  gulong after = g_signal_connect (clock, "after-paint", G_CALLBACK (after_cb), &self);
  guint over = 0;

  if (gtk_adjustment_get_upper (moved) <= gtk_adjustment_get_page_size (moved))
    printf ("%-34s nothing to scroll\n", what);
  else
    {
      gtk_widget_add_tick_callback (GTK_WIDGET (dz_measured.window), tick_cb, &self, NULL);
      while (self.cpu->len < FRAMES)
        g_main_context_iteration (NULL, TRUE);
      g_array_sort (self.cpu, compare_times);
      for (guint i = 0; i < FRAMES; i++)
        over += g_array_index (self.cpu, double, i) > 1000.0 / 60;
      printf ("%-34s %8.1f %8.1f %8.1f %8u\n", what, g_array_index (self.cpu, double, FRAMES / 2),
              g_array_index (self.cpu, double, FRAMES * 99 / 100), g_array_index (self.cpu, double, FRAMES - 1), over);
    }
  fflush (stdout);
  g_signal_handler_disconnect (clock, before);
  g_signal_handler_disconnect (clock, after);
  gtk_adjustment_set_value (moved, 0);
  /* the last tick takes itself off */
  for (guint i = 0; i < 5; i++)
    dz_measured_turn ();
  g_array_unref (self.cpu);
}

static void
settle (void)
{
  for (guint i = 0; i < SETTLE || dz_window_is_working (dz_measured.window); i++)
    dz_measured_turn ();
}

/* (nullable): the largest of those there, as what is to be read is */
static GtkScrolledWindow *
find_scroll (GtkWidget *root)
{
  GtkScrolledWindow *found = NULL;
  double size = 0;

  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (GTK_IS_SCROLLED_WINDOW (root))
    return GTK_SCROLLED_WINDOW (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkScrolledWindow *one = find_scroll (child);
      double here = one != NULL ? (double) gtk_widget_get_width (GTK_WIDGET (one)) * gtk_widget_get_height (GTK_WIDGET (one)) : 0;

      if (here > size)
        {
          found = one;
          size = here;
        }
    }

  return found;
}

static GtkWidget *
show (const char *name,
      GType       type)
{
  GtkWidget *view = dz_test_show_view (&dz_measured, name, type);

  settle ();

  return view;
}

static void
scroll_matrix (const char *view,
               GType       type)
{
  GtkWidget *matrix = dz_test_find (show (view, type), DZ_TYPE_MATRIX, NULL);
  GtkScrolledWindow *pane = find_scroll (matrix);
  g_autofree char *down = g_strdup_printf ("%s, down", view);
  g_autofree char *across = g_strdup_printf ("%s, across", view);

  scroll (down, gtk_scrolled_window_get_vadjustment (pane));
  scroll (across, gtk_scrolled_window_get_hadjustment (pane));
}

static void
scroll_columns (void)
{
  GtkWidget *view = show ("reading", DZ_TYPE_READING_VIEW);
  DzReview *review = dz_session_get_review (dz_measured.session);
  gint64 ids[COLUMNS];
  guint n = 0;

  for (guint i = 0; i < review->reports->len && n < COLUMNS; i++)
    {
      DzReport *report = g_ptr_array_index (review->reports, i);

      if (report->identity.year == dz_session_get_year (dz_measured.session))
        ids[n++] = report->id;
    }
  dz_reading_view_set_reports (DZ_READING_VIEW (view), ids, n);
  settle ();
  view = gtk_widget_get_ancestor (dz_test_find (view, DZ_TYPE_PASSAGE_VIEW, NULL), GTK_TYPE_VIEWPORT);
  scroll ("reading, six columns", gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)));
}

int
main (int   argc,
      char *argv[])
{
  char **wanted;
  const char *path = dz_measured_begin (argc, argv, &wanted);

  if (path == NULL)
    return 1;
  dz_measured_open (path);
  settle ();
  printf ("%-34s %8s %8s %8s %8s\n", "ms of a frame, 240 frames", "median", "99th", "worst", "> 16.7");
  if (dz_measured_wants (wanted, "roster"))
    scroll ("roster", gtk_scrolled_window_get_vadjustment (find_scroll (show ("roster", DZ_TYPE_ROSTER_VIEW))));
  if (dz_measured_wants (wanted, "figures"))
    scroll_matrix ("figures", DZ_TYPE_FIGURES_VIEW);
  if (dz_measured_wants (wanted, "common"))
    scroll_matrix ("common", DZ_TYPE_COMMON_VIEW);
  if (dz_measured_wants (wanted, "reading"))
    scroll_columns ();
  gtk_window_destroy (GTK_WINDOW (dz_measured.window));

  return 0;
}

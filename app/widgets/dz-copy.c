/* dz-copy.c - words onto the clipboard
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-copy.h"

#include "dz-cover.h"
#include "dz-view.h"

/* The review of the view the widget stands in, or NULL. */
static DzReview *
find_review (GtkWidget *widget)
{
  GtkWidget *view = gtk_widget_get_ancestor (widget, DZ_TYPE_VIEW);
  DzSession *session = view != NULL ? dz_view_get_session (DZ_VIEW (view)) : NULL;

  return session != NULL ? dz_session_get_review (session) : NULL;
}

/**
 * dz_copy_words:
 * @review: (nullable): %NULL: that of the view the widget stands in
 *
 * Puts @words on the clipboard, with what C-PRIVACY found in the review covered.
 */
void
dz_copy_words (GtkWidget  *widget,
               DzReview   *review,
               const char *words)
{
  g_autofree char *covered = NULL;

  if (review == NULL)
    review = find_review (widget);
  covered = review != NULL ? dz_review_cover_words (review, words) : g_strdup (words);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), covered);
}

/**
 * dz_copy_dup_passage:
 *
 * Returns: (transfer full): the words of a passage as they may be copied, also where it begins or
 *   ends within a name
 */
char *
dz_copy_dup_passage (GtkWidget *widget,
                     DzReport  *report,
                     DzSpan     span)
{
  DzReview *review = find_review (widget);

  return review != NULL ? dz_review_cover_span (review, report, span) : dz_text_dup_span (report->text, span);
}

/* dz-copy.c - words onto the clipboard
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-copy.h"

#include "dz-cover.h"
#include "dz-view.h"

#include <string.h>

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

/* A thin space stands between thousands on screen; a table program takes such a number for a word. */
static char *
without_thin_spaces (const char *words)
{
  g_auto(GStrv) parts = g_strsplit (words, "\xe2\x80\x89", -1);

  return g_strjoinv ("", parts);
}

static char *
make_html (const char *table)
{
  g_auto(GStrv) rows = g_strsplit (table, "\n", -1);
  GString *html = g_string_new ("<meta charset=\"utf-8\"><table>");

  for (guint i = 0; rows[i] != NULL; i++)
    {
      g_auto(GStrv) cells = g_strsplit (rows[i], "\t", -1);

      if (*rows[i] == '\0')
        continue;
      g_string_append (html, "<tr>");
      for (guint k = 0; cells[k] != NULL; k++)
        {
          g_autofree char *escaped = g_markup_escape_text (cells[k], -1);

          g_string_append_printf (html, i == 0 ? "<th>%s</th>" : "<td>%s</td>", escaped);
        }
      g_string_append (html, "</tr>");
    }

  return g_string_free (g_string_append (html, "</table>"), FALSE);
}

/**
 * dz_copy_table:
 * @table: rows by lines, cells by tabs, the first row the heads
 *
 * Puts a table on the clipboard as text and as HTML, so that a text program makes a table of it too;
 * with what C-PRIVACY found covered.
 */
void
dz_copy_table (GtkWidget  *widget,
               const char *table)
{
  DzReview *review = find_review (widget);
  g_autofree char *covered = review != NULL ? dz_review_cover_words (review, table) : g_strdup (table);
  g_autofree char *plain = without_thin_spaces (covered);
  g_autofree char *html = make_html (plain);
  g_autoptr(GBytes) bytes = g_bytes_new (html, strlen (html));
  GdkContentProvider *both[] = { gdk_content_provider_new_for_bytes ("text/html", bytes),
                                 gdk_content_provider_new_typed (G_TYPE_STRING, plain) };
  g_autoptr(GdkContentProvider) all = gdk_content_provider_new_union (both, G_N_ELEMENTS (both));

  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), all);
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

/* dz-view-paper.c - what one view shows, on paper: a template of the briefing, of the year and the bodies on screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-view-paper.h"

#include "dz-print.h"

/**
 * dz_view_paper_make_options:
 * @template: of dz_briefing_options_take_template()
 *
 * Returns: (transfer full): that and nothing else, with the names the screen shows
 */
DzBriefingOptions *
dz_view_paper_make_options (DzSession  *session,
                            const char *template)
{
  DzReview *review = dz_session_get_review (session);
  DzBriefingOptions *options = dz_briefing_options_new (review, dz_session_get_year (session));

  dz_briefing_options_take_template (options, template);
  options->hide_names = FALSE;
  dz_briefing_options_take_scope (options, dz_session_get_scope (session), review);

  return options;
}

/**
 * dz_view_paper_print:
 * @template: as in dz_view_paper_make_options()
 *
 * Asks for a printer; what does not come to paper is told.
 */
void
dz_view_paper_print (DzSession  *session,
                     const char *template,
                     GtkWindow  *parent)
{
  g_autoptr(DzBriefingOptions) options = dz_view_paper_make_options (session, template);
  g_autoptr(DzBriefing) briefing = dz_briefing_new (dz_session_get_review (session), dz_session_get_codebook (session), options);
  DzDocument *document = dz_briefing_get_document (briefing);
  g_autoptr(GError) error = NULL;

  if (!dz_print_document (document, dz_document_get_title (document), GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, NULL, parent, &error))
    dz_session_toast_error (session, error);
}

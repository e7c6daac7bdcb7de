/* dz-quotation.c - a sentence of a report with its span highlighted, ready for a label
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-quotation.h"

#include "dz-theme.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MARK_LIGHT "<span background=\"#ffe38a\" foreground=\"#1d1d20\">"
#define MARK_DARK "<span background=\"#6b5410\" foreground=\"#f6f5f4\">"

/* Characters of a report as markup: ends of line become a blank, what markup needs is escaped. */
static void
append_escaped (GString    *markup,
                const char *text,
                gsize       len)
{
  g_autofree char *escaped = g_markup_escape_text (text, (gssize) len);

  for (char *p = escaped; *p != '\0'; p++)
    if (*p == '\n' || *p == '\r' || *p == '\t')
      *p = ' ';
  g_string_append (markup, escaped);
}

/* The start @n characters before @at, not before @floor. */
static gsize
step_back (const char *text,
           gsize       at,
           gsize       floor,
           guint       n)
{
  const char *p = text + at;

  while (n-- > 0 && p > text + floor)
    p = g_utf8_prev_char (p);

  return (gsize) (p - text);
}

static gsize
step_on (const char *text,
         gsize       at,
         gsize       ceiling,
         guint       n)
{
  const char *p = text + at;

  while (n-- > 0 && p < text + ceiling)
    p = g_utf8_next_char (p);

  return (gsize) (p - text);
}

/**
 * dz_quotation_dup_markup:
 * @most_characters: on each side of @span, more is cut with an ellipsis
 *
 * Returns: (transfer full): Pango markup of the sentence round @span, @span highlighted
 */
char *
dz_quotation_dup_markup (DzReport *report,
                         DzSpan    span,
                         guint     most_characters)
{
  const char *text = dz_text_peek (report->text, NULL);
  DzSpan sentence = dz_report_sentence_at (report, span.start);
  DzSpan last = dz_report_sentence_at (report, span.end > span.start ? span.end - 1 : span.end);
  GString *markup = g_string_new (NULL);
  gsize from, to;

  sentence.end = MAX (sentence.end, last.end);
  sentence.start = MIN (sentence.start, span.start);
  sentence.end = MAX (sentence.end, span.end);
  from = step_back (text, span.start, sentence.start, most_characters);
  to = step_on (text, span.end, sentence.end, most_characters);
  if (from > sentence.start)
    g_string_append (markup, "…");
  append_escaped (markup, text + from, span.start - from);
  g_string_append (markup, dz_theme_is_dark () ? MARK_DARK : MARK_LIGHT);
  append_escaped (markup, text + span.start, span.end - span.start);
  g_string_append (markup, "</span>");
  append_escaped (markup, text + span.end, to - span.end);
  if (to < sentence.end)
    g_string_append (markup, "…");

  return g_string_free (markup, FALSE);
}

/**
 * dz_quotation_dup_text:
 *
 * Returns: (transfer full): the exact characters of @span
 */
char *
dz_quotation_dup_text (DzReport *report,
                       DzSpan    span)
{
  return dz_text_dup_span (report->text, span);
}

/**
 * dz_quotation_dup_place:
 *
 * Returns: (transfer full): where @span stands: section heading, paragraph, page
 */
char *
dz_quotation_dup_place (DzReport *report,
                        DzSpan    span)
{
  const DzSection *section = dz_report_section_at (report, span.start);
  guint paragraph = dz_report_paragraph_at (report, span.start);
  g_autofree char *heading = NULL;
  g_autofree char *page = NULL;
  DzPlace place;

  if (section != NULL && !dz_span_is_empty (section->heading))
    heading = dz_text_dup_span (report->text, section->heading);
  else if (section != NULL)
    heading = g_strdup (dz_section_kind_title (section->kind));
  if (dz_text_locate (report->text, span.start, &place))
    {
      const DzPart *part = dz_text_get_part (report->text, place.part);

      if (part != NULL && part->page > 0)
        page = g_strdup_printf (_("page %u"), part->page);
    }
  if (page != NULL)
    return g_strdup_printf ("%s · %u · %s", heading != NULL ? heading : "", paragraph, page);

  return heading != NULL ? g_strdup_printf ("%s · %u", heading, paragraph)
                         : g_strdup_printf (_("paragraph %u"), paragraph);
}

const char *
dz_section_kind_title (DzSectionKind kind)
{
  switch (kind)
    {
    case DZ_SECTION_OPENING: return _("Opening");
    case DZ_SECTION_ACHIEVEMENTS: return _("Results");
    case DZ_SECTION_PRINCIPAL_DUTY: return _("Duty");
    case DZ_SECTION_LAST_YEAR: return _("Rectification");
    case DZ_SECTION_PROBLEMS: return _("Weaknesses");
    case DZ_SECTION_CAUSES: return _("Causes");
    case DZ_SECTION_PLAN: return _("Plan");
    case DZ_SECTION_MERGED: return _("Weaknesses and plan");
    case DZ_SECTION_OTHER: return _("Other");
    case DZ_SECTION_CLOSING: return _("Signature");
    default: return "";
    }
}

const char *
dz_report_kind_title (DzReportKind kind)
{
  switch (kind)
    {
    case DZ_KIND_ANNUAL_REPORT: return _("Annual report");
    case DZ_KIND_DUTY_REPORT: return _("Duty report");
    case DZ_KIND_OTHER: return _("Other document");
    default: return "";
    }
}

/* Another report of the same body, year and kind: a draft and its final text, or what was sent twice. */
static gboolean
has_twin (DzReport *report,
          DzReview *review)
{
  for (guint i = 0; i < review->reports->len; i++)
    {
      const DzReport *other = g_ptr_array_index (review->reports, i);

      if (other != report && other->body_id == report->body_id && other->identity.year == report->identity.year &&
          other->identity.kind == report->identity.kind)
        return TRUE;
    }

  return FALSE;
}

/**
 * dz_report_dup_year:
 *
 * Returns: (transfer full): the year it reports on, or that nobody knows it yet
 */
char *
dz_report_dup_year (DzReport *report)
{
  g_return_val_if_fail (report != NULL, NULL);

  return report->identity.year > 0 ? g_strdup_printf ("%d", report->identity.year) : g_strdup (_("Unknown year"));
}

/**
 * dz_report_dup_title:
 *
 * Returns: (transfer full): body, year and kind, and of reports that have all three in common the file as well: the
 *   title of one report is no other's
 */
char *
dz_report_dup_title (DzReport *report,
                     DzReview *review)
{
  const DzBody *body = dz_review_find_body (review, report->body_id);
  const char *name = body != NULL ? body->name : report->identity.township;
  g_autofree char *file = has_twin (report, review) ? dz_source_dup_name (report->source) : NULL;
  g_autofree char *year = dz_report_dup_year (report);

  return g_strdup_printf ("%s  %s  %s%s%s", name != NULL ? name : _("Unknown body"), year,
                          dz_report_kind_title (report->identity.kind), file != NULL ? "  " : "",
                          file != NULL ? file : "");
}

const char *
dz_grade_title (DzGrade grade)
{
  switch (grade)
    {
    case DZ_GRADE_DIRECT: return _("direct");
    case DZ_GRADE_PARTIAL: return _("partial");
    case DZ_GRADE_GENERIC: return _("generic");
    case DZ_GRADE_NONE: return _("none");
    default: return "";
    }
}

/**
 * dz_quotation_label_new:
 * @text: (nullable)
 * @css_class: (nullable)
 *
 * Returns: (transfer floating): a label for words of a report and words about them: they wrap, between words or not
 */
GtkWidget *
dz_quotation_label_new (const char *text,
                        const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
edge_draw_cb (GtkDrawingArea *area,
              cairo_t        *cr,
              int             width,
              int             height,
              gpointer        user_data)
{
  DzThemePaint colours;

  dz_theme_get_paint (user_data, dz_theme_is_dark (), &colours);
  gdk_cairo_set_source_rgba (cr, &colours.solid);
  cairo_paint (cr);
}

/**
 * dz_quotation_edge_new:
 * @theme: (nullable): of the codebook, which lives longer than the edge
 * @width: in px
 *
 * Returns: (transfer floating): what stands to the left of a quotation, in the solid colour of its theme
 */
GtkWidget *
dz_quotation_edge_new (const char *theme,
                       int         width)
{
  GtkWidget *edge = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (edge), width);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (edge), edge_draw_cb, (gpointer) theme, NULL);

  return edge;
}

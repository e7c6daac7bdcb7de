/* dz-roles.c - the roles of the sections as they are read: order, bars, gaps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-roles.h"

#include "dz-quotation.h"
#include "dz-text-scale.h"
#include "dz-tip.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The order is the county's, not that of the reports. */
static const DzSectionKind kind_order[] = {
  DZ_SECTION_OPENING,  DZ_SECTION_ACHIEVEMENTS, DZ_SECTION_PRINCIPAL_DUTY, DZ_SECTION_LAST_YEAR,
  DZ_SECTION_PROBLEMS, DZ_SECTION_MERGED,       DZ_SECTION_CAUSES,         DZ_SECTION_PLAN,
  DZ_SECTION_OTHER,    DZ_SECTION_CLOSING,
};

G_STATIC_ASSERT (G_N_ELEMENTS (kind_order) == DZ_N_SECTION_KINDS);

/* The words that speak of a role elsewhere. */
static const struct
{
  DzSectionKind kind;
  const char *word;
} traces[] = {
  { DZ_SECTION_PROBLEMS, "不足" }, { DZ_SECTION_CAUSES, "由于" }, { DZ_SECTION_PLAN, "下一步" },
  { DZ_SECTION_PRINCIPAL_DUTY, "第一责任人" }, { DZ_SECTION_LAST_YEAR, "整改" },
};

/**
 * dz_roles_nth:
 * @n: less than %DZ_N_SECTION_KINDS
 *
 * Returns: the @n-th role in the county's order
 */
DzSectionKind
dz_roles_nth (guint n)
{
  g_return_val_if_fail (n < G_N_ELEMENTS (kind_order), DZ_SECTION_OTHER);

  return kind_order[n];
}

gboolean
dz_roles_report_has (DzReport      *report,
                     DzSectionKind  kind)
{
  for (guint i = 0; i < report->sections->len; i++)
    if (g_array_index (report->sections, DzSection, i).kind == kind)
      return TRUE;

  return FALSE;
}

/**
 * dz_roles_new_bar:
 *
 * The name of the role, and beside it the heading the report itself gives it.
 *
 * Returns: (transfer floating): the bar over a section
 */
GtkWidget *
dz_roles_new_bar (DzReport      *report,
                  DzSectionKind  kind)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = gtk_label_new (dz_section_kind_title (kind));
  g_autofree char *heading = NULL;

  gtk_widget_add_css_class (bar, "dz-role-bar");
  gtk_widget_add_css_class (name, "heading");
  gtk_box_append (GTK_BOX (bar), name);
  for (guint i = 0; i < report->sections->len && heading == NULL; i++)
    {
      const DzSection *section = &g_array_index (report->sections, DzSection, i);

      if (section->kind == kind && !dz_span_is_empty (section->heading))
        heading = dz_text_dup_span (report->text, section->heading);
    }
  if (heading != NULL)
    {
      GtkWidget *label = gtk_label_new (g_strstrip (g_strdelimit (heading, "\n#*", ' ')));

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      dz_tip_set (label, heading);
      gtk_widget_add_css_class (label, "dz-secondary");
      gtk_box_append (GTK_BOX (bar), label);
    }

  return bar;
}

static guint
count_traces (DzReport      *report,
              DzSectionKind  kind)
{
  const char *text = dz_text_peek (report->text, NULL);
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (traces); i++)
    if (traces[i].kind == kind)
      for (const char *p = strstr (text, traces[i].word); p != NULL; p = strstr (p + 1, traces[i].word))
        n++;

  return n;
}

/**
 * dz_roles_find_trace:
 *
 * Returns: the first words that speak of @kind outside a section of its own; empty if there are none
 */
DzSpan
dz_roles_find_trace (DzReport      *report,
                     DzSectionKind  kind)
{
  const char *text = dz_text_peek (report->text, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (traces); i++)
    {
      const char *found = traces[i].kind == kind ? strstr (text, traces[i].word) : NULL;

      if (found != NULL)
        return (DzSpan){ (gsize) (found - text), (gsize) (found - text) + strlen (traces[i].word) };
    }

  return DZ_SPAN_NONE;
}

/**
 * dz_roles_new_gap:
 * @trace: (out) (transfer none) (optional): the button that leads to where the text speaks of it,
 *   %NULL if it does not
 *
 * The place of a role this report does not have, while another on screen does.
 *
 * Returns: (transfer floating): the gap
 */
GtkWidget *
dz_roles_new_gap (DzReport      *report,
                  DzSectionKind  kind,
                  GtkWidget    **trace)
{
  GtkWidget *gap = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *what = g_strdup_printf (_("No section of its own for “%s”"),
                                           dz_section_kind_title (kind));
  GtkWidget *label = gtk_label_new (what);
  guint n = count_traces (report, kind);

  if (trace != NULL)
    *trace = NULL;
  gtk_widget_add_css_class (gap, "dz-hatched");
  dz_text_scale_request (gap, -1, 120);
  gtk_widget_set_vexpand (inner, TRUE);
  gtk_widget_set_valign (inner, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (inner, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (inner, "dz-gap-note");
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (inner), label);
  if (n > 0)
    {
      g_autofree char *words = g_strdup_printf (ngettext ("The text speaks of it %u time",
                                                          "The text speaks of it %u times", n), n);
      GtkWidget *button = gtk_button_new_with_label (words);

      gtk_widget_add_css_class (button, "flat");
      if (trace != NULL)
        *trace = button;
      gtk_box_append (GTK_BOX (inner), button);
    }
  gtk_box_append (GTK_BOX (gap), inner);

  return gap;
}

/* What closes a heading belongs to it: “主要有” in the bar and “：” alone in the text would be odd. */
static gsize
skip_close (DzReport *report,
            gsize     from,
            gsize     end)
{
  const char *text = dz_text_peek (report->text, NULL);

  while (from < end)
    {
      gunichar c = g_utf8_get_char (text + from);

      if (c != ':' && c != 0xff1a && c != 0x3002 && c != ' ' && c != 0x3000)
        break;
      from = (gsize) (g_utf8_next_char (text + from) - text);
    }

  return from;
}

/**
 * dz_roles_get_words:
 *
 * Returns: what a section says, without the heading that stands in the bar
 */
DzSpan
dz_roles_get_words (DzReport        *report,
                    const DzSection *section)
{
  DzSpan span = section->span;

  if (!dz_span_is_empty (section->heading) && section->heading.end <= span.end && section->heading.start >= span.start)
    span.start = skip_close (report, section->heading.end, span.end);

  return span;
}

/**
 * dz_roles_are_same:
 *
 * Returns: whether two snapshots of a report have the same text, and its sections in the same places
 */
gboolean
dz_roles_are_same (DzReport *a,
                   DzReport *b)
{
  return a == b ||
         (a->id == b->id && a->sections->len == b->sections->len &&
          (a->sections->len == 0 || /* then there is nothing to point at */
           memcmp (a->sections->data, b->sections->data, a->sections->len * sizeof (DzSection)) == 0) &&
          strcmp (dz_text_peek (a->text, NULL), dz_text_peek (b->text, NULL)) == 0);
}

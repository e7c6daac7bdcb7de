/* dz-overlap-view.c - two reports that share words, side by side, with the map between
 *
 * Both texts are whole and exact. What they share is tinted and underlined, so
 * it is seen without colour too; a number that differs stays white as a whole.
 * Scrolling one report brings the other to the same passage.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-overlap-view.h"

#include "dz-finding-list.h"
#include "dz-overlap-level.h"
#include "dz-overlap-words.h"
#include "dz-theme.h"
#include "dz-wrap-box.h"

#include <glib/gi18n-lib.h>

struct _DzOverlapView
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkLabel *subtitle;
  GtkButton *back_button;
  GtkBox *explain_slot;
  GtkLabel *name[2];
  GtkLabel *date[2];
  GtkTextView *text[2];
  GtkScrolledWindow *scroll[2];
  DzOverlapMap *map;

  DzSession *session;
  DzReport *report[2];
  DzOverlapLevel *level;
  guint n_passages;
  guint passage; /* where F8 stands */
};

static guint back;

G_DEFINE_FINAL_TYPE (DzOverlapView, dz_overlap_view, ADW_TYPE_BIN)

static void
apply (GtkTextBuffer *buffer,
       const char    *text,
       DzSpan         span,
       const char    *tag)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) g_utf8_pointer_to_offset (text, text + span.start));
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) g_utf8_pointer_to_offset (text, text + span.end));
  gtk_text_buffer_apply_tag_by_name (buffer, tag, &start, &end);
}

static void
add_tags (GtkTextBuffer *buffer)
{
  gboolean dark = dz_theme_is_dark ();
  GdkRGBA line, red;

  gdk_rgba_parse (&line, "#d9a514");
  gdk_rgba_parse (&red, dark ? "#ff8d86" : "#c01c28");
  gtk_text_buffer_create_tag (buffer, "heading", "weight", PANGO_WEIGHT_BOLD, NULL);
  gtk_text_buffer_create_tag (buffer, "same", "background", dark ? "#4d4214" : "#fdf0c2", "underline",
                              PANGO_UNDERLINE_SINGLE, "underline-rgba", &line, NULL);
  gtk_text_buffer_create_tag (buffer, "foreign", "foreground-rgba", &red, "weight", PANGO_WEIGHT_BOLD, "background",
                              dark ? "#512a2b" : "#fbe3e4", "underline", PANGO_UNDERLINE_DOUBLE, "underline-rgba",
                              &red, NULL);
}

static void
mark_findings (DzOverlapView *self,
               DzChecksTable *table,
               GtkTextBuffer *buffer,
               const char    *text,
               DzReport      *report)
{
  DzFinding *finding = dz_checks_table_find (table, "C-NAME", report->body_id);
  GArray *passages = finding != NULL ? dz_finding_get_passages (finding) : NULL;

  for (guint i = 0; passages != NULL && i < passages->len; i++)
    if (g_array_index (passages, DzPassage, i).report_id == report->id)
      apply (buffer, text, g_array_index (passages, DzPassage, i).span, "foreign");
}

static void
fill_side (DzOverlapView *self,
           DzChecksTable *table,
           GArray        *same,
           int            side)
{
  DzReport *report = self->report[side];
  gsize len;
  const char *text = dz_text_peek (report->text, &len);
  g_autoptr(GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
  const DzBody *body = dz_review_find_body (dz_session_get_review (self->session), report->body_id);
  g_autofree char *name = g_strdup_printf ("%s %d", body != NULL ? body->name : "", report->identity.year);
  g_autofree char *date = report->identity.issued != NULL
                            ? g_strdup_printf (_("signed %s"), report->identity.issued) : g_strdup ("");

  add_tags (buffer);
  gtk_text_buffer_set_text (buffer, text, (int) len);
  for (guint i = 0; i < report->sections->len; i++)
    if (!dz_span_is_empty (g_array_index (report->sections, DzSection, i).heading))
      apply (buffer, text, g_array_index (report->sections, DzSection, i).heading, "heading");
  for (guint i = 0; i < same->len; i++)
    apply (buffer, text, g_array_index (same, DzSpan, i), "same");
  mark_findings (self, table, buffer, text, report);
  gtk_text_view_set_buffer (self->text[side], buffer);
  gtk_text_view_set_indent (self->text[side], g_strstr_len (text, (gssize) len, "\n　") == NULL ? 30 : 0);
  gtk_label_set_label (self->name[side], name);
  gtk_label_set_label (self->date[side], date);
}

/* The passages in characters. */
static GArray *
list_bands (DzOverlapView   *self,
            const DzOverlap *overlap)
{
  GArray *bands = g_array_new (FALSE, TRUE, sizeof (DzOverlapBand));
  const char *a = dz_text_peek (self->report[0]->text, NULL);
  const char *b = dz_text_peek (self->report[1]->text, NULL);

  for (guint i = 0; i < overlap->passages->len; i++)
    {
      const DzOverlapPassage *passage = &g_array_index (overlap->passages, DzOverlapPassage, i);
      DzOverlapBand band = { { (double) g_utf8_pointer_to_offset (a, a + passage->a.start),
                               (double) g_utf8_pointer_to_offset (b, b + passage->b.start) },
                             { (double) g_utf8_pointer_to_offset (a, a + passage->a.end),
                               (double) g_utf8_pointer_to_offset (b, b + passage->b.end) } };

      g_array_append_val (bands, band);
    }

  return bands;
}

/* For the map as fractions of the reports. */
static void
set_bands (DzOverlapView *self,
           GArray        *bands)
{
  g_autoptr(GArray) fractions = g_array_new (FALSE, FALSE, sizeof (DzOverlapBand));
  double lengths[2];

  for (int side = 0; side < 2; side++)
    lengths[side] = gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (self->text[side]));
  for (guint i = 0; i < bands->len; i++)
    {
      DzOverlapBand band = g_array_index (bands, DzOverlapBand, i);

      for (int side = 0; side < 2; side++)
        {
          band.from[side] /= MAX (lengths[side], 1);
          band.to[side] /= MAX (lengths[side], 1);
        }
      g_array_append_val (fractions, band);
    }
  dz_overlap_level_set_bands (self->level, bands, lengths);
  dz_overlap_map_set_bands (self->map, fractions, lengths);
  self->n_passages = bands->len;
}

static void
map_scrolled_cb (DzOverlapView *self,
                 int            side,
                 double         fraction)
{
  dz_overlap_level_show_place (self->level, side, fraction);
}

static void
previous_clicked_cb (DzOverlapView *self)
{
  dz_overlap_view_step (self, -1);
}

static void
next_clicked_cb (DzOverlapView *self)
{
  dz_overlap_view_step (self, 1);
}

static void
back_clicked_cb (DzOverlapView *self)
{
  g_signal_emit (self, back, 0);
}

static void
open_side (DzOverlapView *self,
           int            side)
{
  dz_session_go (self->session, "reading", self->report[side]->body_id, self->report[side]->id, DZ_SPAN_NONE);
}

static void
open_left_cb (DzOverlapView *self)
{
  open_side (self, 0);
}

static void
open_right_cb (DzOverlapView *self)
{
  open_side (self, 1);
}

static void
fill_head (DzOverlapView   *self,
           DzChecksTable   *table,
           const char      *check_id,
           const DzOverlap *overlap)
{
  DzReview *review = dz_session_get_review (self->session);
  const DzBody *a = dz_review_find_body (review, self->report[0]->body_id);
  const DzBody *b = dz_review_find_body (review, self->report[1]->body_id);
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *title = NULL;
  GtkWidget *child;

  if (a == b)
    title = g_strdup_printf (_("%s, %d and %d: %.0f%% the same"), a->name, self->report[0]->identity.year,
                             self->report[1]->identity.year, overlap->share * 100);
  else
    title = g_strdup_printf (_("%s and %s: %.0f%% the same"), a->name, b->name, overlap->share * 100);
  gtk_label_set_label (self->title, title);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->explain_slot))) != NULL)
    gtk_box_remove (self->explain_slot, child);
  gtk_label_set_label (self->subtitle, "");
  for (int side = 0; side < (a == b ? 1 : 2); side++)
    {
      DzFinding *finding = dz_checks_table_find (table, check_id, self->report[side]->body_id);

      if (finding == NULL || dz_finding_get_report (finding) == NULL)
        continue;
      if (side == 0 && dz_finding_get_message (finding) != NULL)
        gtk_label_set_label (self->subtitle, dz_finding_get_message (finding));
      if (dz_finding_is_unhandled (finding))
        g_ptr_array_add (findings, g_object_ref (finding));
    }
  if (findings->len > 0)
    gtk_box_append (self->explain_slot, dz_finding_make_explain (self->session, findings));
}

static void
drop_reports (DzOverlapView *self)
{
  for (int side = 0; side < 2; side++)
    g_clear_pointer (&self->report[side], dz_report_unref);
}

static void
dz_overlap_view_dispose (GObject *object)
{
  DzOverlapView *self = DZ_OVERLAP_VIEW (object);

  g_clear_pointer (&self->level, dz_overlap_level_free);
  drop_reports (self);
  g_clear_object (&self->session);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), DZ_TYPE_OVERLAP_VIEW);

  G_OBJECT_CLASS (dz_overlap_view_parent_class)->dispose (object);
}

static void
bind_side (GtkWidgetClass *widget_class,
           const char     *name,
           gsize           offset)
{
  gtk_widget_class_bind_template_child_full (widget_class, name, FALSE, (gssize) offset);
}

static void
dz_overlap_view_class_init (DzOverlapViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DZ_TYPE_WRAP_BOX);
  G_OBJECT_CLASS (klass)->dispose = dz_overlap_view_dispose;
  back = g_signal_new ("back", DZ_TYPE_OVERLAP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (DZ_TYPE_OVERLAP_MAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/duizhao/Duizhao/dz-overlap-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DzOverlapView, title);
  gtk_widget_class_bind_template_child (widget_class, DzOverlapView, subtitle);
  gtk_widget_class_bind_template_child (widget_class, DzOverlapView, back_button);
  gtk_widget_class_bind_template_child (widget_class, DzOverlapView, explain_slot);
  gtk_widget_class_bind_template_child (widget_class, DzOverlapView, map);
  bind_side (widget_class, "left_name", G_STRUCT_OFFSET (DzOverlapView, name[0]));
  bind_side (widget_class, "right_name", G_STRUCT_OFFSET (DzOverlapView, name[1]));
  bind_side (widget_class, "left_date", G_STRUCT_OFFSET (DzOverlapView, date[0]));
  bind_side (widget_class, "right_date", G_STRUCT_OFFSET (DzOverlapView, date[1]));
  bind_side (widget_class, "left_text", G_STRUCT_OFFSET (DzOverlapView, text[0]));
  bind_side (widget_class, "right_text", G_STRUCT_OFFSET (DzOverlapView, text[1]));
  bind_side (widget_class, "left_scroll", G_STRUCT_OFFSET (DzOverlapView, scroll[0]));
  bind_side (widget_class, "right_scroll", G_STRUCT_OFFSET (DzOverlapView, scroll[1]));
  gtk_widget_class_bind_template_callback (widget_class, previous_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_right_cb);
  gtk_widget_class_bind_template_callback (widget_class, map_scrolled_cb);
}

static void
dz_overlap_view_init (DzOverlapView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->level = dz_overlap_level_new (self->text, self->scroll, self->map);
}

/* A place that was held stays: other set phrases may make other passages of the same texts. */
static void
fill (DzOverlapView   *self,
      DzChecksTable   *table,
      const DzOverlap *overlap,
      GArray          *bands)
{
  g_autoptr(GArray) left = g_array_new (FALSE, FALSE, sizeof (DzSpan));
  g_autoptr(GArray) right = g_array_new (FALSE, FALSE, sizeof (DzSpan));

  for (guint i = 0; i < overlap->passages->len; i++)
    dz_overlap_words_list_same (self->report[0]->text, self->report[1]->text,
                                &g_array_index (overlap->passages, DzOverlapPassage, i), left, right);
  fill_side (self, table, left, 0);
  fill_side (self, table, right, 1);
  set_bands (self, bands);
  dz_overlap_level_hold (self->level);
}

/* Whether the report on a side is still the same text, in however new a snapshot. */
static gboolean
is_shown (DzOverlapView *self,
          int            side,
          DzReport      *report)
{
  return self->report[side] != NULL && self->report[side]->id == report->id &&
         g_str_equal (dz_text_peek (self->report[side]->text, NULL), dz_text_peek (report->text, NULL));
}

/**
 * dz_overlap_view_set_overlap:
 * @check_id: C-COPY-PEER or C-COPY-SELF: whose findings the pair stands for
 * @others: whether there is a list of pairs to go back to
 */
void
dz_overlap_view_set_overlap (DzOverlapView   *self,
                             DzSession       *session,
                             DzChecksTable   *table,
                             const char      *check_id,
                             const DzOverlap *overlap,
                             gboolean         others)
{
  DzReview *review = dz_session_get_review (session);
  DzReport *reports[] = { dz_review_find_report (review, overlap->report_a),
                          dz_review_find_report (review, overlap->report_b) };
  g_autoptr(GArray) bands = NULL;
  gboolean again;

  g_return_if_fail (DZ_IS_OVERLAP_VIEW (self));
  g_return_if_fail (reports[0] != NULL && reports[1] != NULL);

  again = is_shown (self, 0, reports[0]) && is_shown (self, 1, reports[1]);
  g_set_object (&self->session, session);
  gtk_widget_set_visible (GTK_WIDGET (self->back_button), others);
  drop_reports (self);
  for (int side = 0; side < 2; side++)
    self->report[side] = dz_report_ref (reports[side]);
  bands = list_bands (self, overlap);
  if (!again || !dz_overlap_level_has_bands (self->level, bands))
    fill (self, table, overlap, bands);
  if (!again)
    {
      self->passage = 0;
      if (bands->len > 0)
        dz_overlap_level_show_band (self->level, 0);
    }
  fill_head (self, table, check_id, overlap);
}

/**
 * dz_overlap_view_step:
 * @by: 1: the next shared passage, -1: the one before
 */
void
dz_overlap_view_step (DzOverlapView *self,
                      int            by)
{
  g_return_if_fail (DZ_IS_OVERLAP_VIEW (self));

  if (self->n_passages == 0)
    return;
  self->passage = (guint) CLAMP ((int) self->passage + by, 0, (int) self->n_passages - 1);
  dz_overlap_level_show_band (self->level, self->passage);
}

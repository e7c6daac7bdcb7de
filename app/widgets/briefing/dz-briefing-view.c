/* dz-briefing-view.c - 简报: the briefing as live pages, its contents by ticks, and the ways out
 *
 * Pages are rows of a list view, two beside each other where there is room, so
 * only what is on screen is drawn, however many bodies there are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-briefing-view.h"

#include "dz-briefing-template.h"
#include "dz-briefing-write.h"
#include "dz-chooser.h"
#include "dz-contents-row.h"
#include "dz-rewording.h"
#include "dz-page-view.h"
#include "dz-print.h"
#include "dz-sentence-popover.h"
#include "dz-session-corrections.h"
#include "dz-sight.h"
#include "dz-tip.h"

#include <glib/gi18n-lib.h>

#define SCALE (2.13 * 25.4 / 72) /* pixels a point: 2.13 a millimetre */

typedef enum
{
  OUT_PDF,
  OUT_DOCX,
  OUT_XLSX,
  OUT_CSV
} Out;

static const struct
{
  const char *extension;
  const char *title;
} outs[] = {
  { "pdf", N_("Save as PDF…") },
  { "docx", N_("Save for Word (docx)…") },
  { "xlsx", N_("Save Tables for Excel (xlsx)…") },
  { "csv", N_("Save the Figure Table (csv)…") },
};

struct _DzBriefingView
{
  DzView parent_instance;

  /* template */
  GtkStack *stack;
  GtkListBox *parts;
  GtkDropDown *template_drop;
  GtkDropDown *layout_drop;
  GtkSwitch *names_switch;
  GtkLabel *count;
  GtkLabel *unused;
  GtkInfoBar *fonts;
  GtkLabel *fonts_label;
  GtkListView *pages;
  GtkButton *print_button;
  GtkMenuButton *out_button;

  DzBriefing *briefing;
  DzBriefingOptions *options;
  GtkStringList *rows; /* a row of pages each */
  guint per_row;
  guint idle;
  guint fill_idle;
  gboolean building; /* a job makes pages */
  gboolean outdated; /* they are not those wanted any more */
  gboolean filling;
  gboolean fonts_told;
  gboolean to_first; /* the pages made next are another paper: shown from its first page */
  gboolean own_change;
  Out out;
  gboolean letters_docx;
  gboolean letters_likely; /* also what nobody confirmed: offered, asked for */
  GtkFileChooserNative *chooser;
};

G_DEFINE_FINAL_TYPE (DzBriefingView, dz_briefing_view, DZ_TYPE_VIEW)

static void build (DzBriefingView *self);
static void rebuild (DzBriefingView *self);

static DzDocument *
get_document (DzBriefingView *self)
{
  return self->briefing != NULL ? dz_briefing_get_document (self->briefing) : NULL;
}

static void
show_area (DzBriefingView   *self,
           const DzPageArea *area)
{
  DzSession *session = dz_view_get_session (DZ_VIEW (self));
  DzReport *report = dz_review_find_report (dz_session_get_review (session), area->report_id);

  if (report == NULL)
    return;
  for (guint i = 0; i < report->figures->len; i++)
    {
      const DzFigure *figure = &g_array_index (report->figures, DzFigure, i);

      if (area->indicator != NULL && figure->indicator == area->indicator &&
          dz_span_overlaps (figure->span, area->span))
        {
          dz_session_show_figure (session, report, i);
          return;
        }
    }
  for (guint i = 0; i < report->weaknesses->len; i++)
    {
      const DzWeakness *weakness = &g_array_index (report->weaknesses, DzWeakness, i);

      if (area->code != NULL && weakness->code == area->code && dz_span_overlaps (weakness->span, area->span))
        {
          dz_session_show_weakness (session, report, i);
          return;
        }
    }
  dz_session_show_span (session, report,
                        dz_span_is_empty (area->span) ? dz_text_get_line (report->text, 0) : area->span);
}

static void
worded_cb (DzSentencePopover *popover,
           const char        *key,
           const char        *words,
           DzBriefingView    *self)
{
  const char *sentence = self->briefing != NULL ? dz_briefing_get_sentence (self->briefing, key, TRUE) : NULL;

  if (sentence == NULL)
    return;
  dz_rewording_set (self->options->overrides, key, sentence, words);
  rebuild (self);
}

static void
popover_closed_cb (GtkPopover *popover,
                   gpointer    unused)
{
  gtk_widget_unparent (GTK_WIDGET (popover));
}

/* Our own sentences can be put in other words; quotations cannot. */
static void
edit_sentence (DzBriefingView   *self,
               GtkWidget        *page,
               const DzPageArea *area)
{
  const char *sentence = dz_briefing_get_sentence (self->briefing, area->text_key, FALSE);
  GtkWidget *popover;

  if (sentence == NULL)
    return;
  popover = dz_sentence_popover_new (area->text_key, sentence);
  gtk_widget_set_parent (popover, page);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover),
                               &(GdkRectangle){ (int) (area->x * SCALE), (int) (area->y * SCALE),
                                                (int) (area->width * SCALE), (int) (area->height * SCALE) });
  g_signal_connect_object (popover, "worded", G_CALLBACK (worded_cb), self, 0);
  g_signal_connect (popover, "closed", G_CALLBACK (popover_closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
area_activated_cb (DzPageView     *page,
                   guint           number,
                   guint           index,
                   int             n_press,
                   DzBriefingView *self)
{
  GPtrArray *areas = dz_document_list_areas (get_document (self), number);
  const DzPageArea *area = index < areas->len ? g_ptr_array_index (areas, index) : NULL;

  if (area == NULL)
    return;
  if (area->kind == DZ_AREA_TEXT && n_press == 2 && area->text_key != NULL)
    edit_sentence (self, GTK_WIDGET (page), area);
  else if (area->kind != DZ_AREA_TEXT && n_press == 1)
    show_area (self, area);
}

static void
row_setup_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              DzBriefingView           *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "dz-page-row");
  for (int i = 0; i < 2; i++)
    {
      GtkWidget *page = dz_page_view_new ();

      g_signal_connect (page, "area-activated", G_CALLBACK (area_activated_cb), self);
      gtk_box_append (GTK_BOX (box), page);
    }
  gtk_list_item_set_child (item, box);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
}

static void
row_bind_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item,
             DzBriefingView           *self)
{
  GtkWidget *page = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  guint n_pages = self->briefing != NULL ? dz_briefing_get_n_pages (self->briefing) : 0;
  guint first = gtk_list_item_get_position (item) * self->per_row;

  for (guint i = 0; i < 2; i++, page = gtk_widget_get_next_sibling (page))
    {
      gboolean shown = i < self->per_row && first + i < n_pages;

      dz_page_view_set (DZ_PAGE_VIEW (page), shown ? get_document (self) : NULL, first + i, SCALE);
    }
}

static void
row_unbind_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               DzBriefingView           *self)
{
  for (GtkWidget *page = gtk_widget_get_first_child (gtk_list_item_get_child (item)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    dz_page_view_set (DZ_PAGE_VIEW (page), NULL, 0, SCALE);
}

static void
fill_rows (DzBriefingView *self)
{
  guint n_pages = self->briefing != NULL ? dz_briefing_get_n_pages (self->briefing) : 0;
  guint n_rows = (n_pages + self->per_row - 1) / self->per_row;
  g_autofree const char **names = g_new0 (const char *, n_rows + 1);
  g_autofree char *count = g_strdup_printf (ngettext ("%u page", "%u pages", n_pages), n_pages);

  for (guint i = 0; i < n_rows; i++)
    names[i] = "";
  gtk_string_list_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), names);
  gtk_label_set_label (self->count, count);
}

/* What a person wrote and is not printed is told. */
static void
tell_unused (DzBriefingView *self)
{
  guint n = self->briefing != NULL ? dz_briefing_count_unused_words (self->briefing) : 0;
  g_autofree char *words = g_strdup_printf (ngettext ("%u sentence was put in other words when the data were different; it "
                                                      "stands as made from the data of today.",
                                                      "%u sentences were put in other words when the data were different; "
                                                      "they stand as made from the data of today.", n), n);

  gtk_label_set_label (self->unused, words);
  gtk_widget_set_visible (GTK_WIDGET (self->unused), n > 0);
}

static gboolean
fill_idle_cb (gpointer user_data)
{
  DzBriefingView *self = user_data;

  self->fill_idle = 0;
  fill_rows (self);

  return G_SOURCE_REMOVE;
}

static char *
say_pages (DzBriefingView *self,
           const char     *id)
{
  guint first, last;

  if (self->briefing == NULL || !dz_briefing_get_part_pages (self->briefing, id, &first, &last))
    return g_strdup ("");

  return first == last ? g_strdup_printf ("%u", first + 1) : g_strdup_printf ("%u–%u", first + 1, last + 1);
}

static void
make_options (DzBriefingView *self,
              DzSession      *session)
{
  DzReview *review = dz_session_get_review (session);

  g_clear_pointer (&self->options, dz_briefing_options_free);
  self->options = dz_briefing_options_new (review, dz_session_get_year (session));
  if (review->county->brief_contents != NULL)
    dz_briefing_options_parse (self->options, review->county->brief_contents);
  dz_briefing_options_take_scope (self->options, dz_session_get_scope (session), review);
}

/* What could not be kept does not stay on screen: the ticks go back to those of the review. */
static void
remember (DzBriefingView *self)
{
  gboolean kept;
  DzSession *session = dz_view_get_session (DZ_VIEW (self));
  DzCounty *county = dz_county_copy (dz_session_get_review (session)->county);

  g_free (county->brief_contents);
  county->brief_contents = dz_briefing_options_to_string (self->options);
  self->own_change = TRUE;
  kept = dz_session_set_county (session, county, NULL);
  self->own_change = FALSE;
  dz_county_free (county);
  if (!kept)
    make_options (self, session);
}

static void
part_ticked_cb (DzContentsRow  *row,
                gboolean        ticked,
                DzBriefingView *self)
{
  DzBriefingPart *part = dz_briefing_options_find_part (self->options, dz_contents_row_get_id (row));

  if (self->filling || part == NULL)
    return;
  part->ticked = ticked;
  rebuild (self);
}

static void
part_activated_cb (DzBriefingView *self,
                   GtkListBoxRow  *row)
{
  guint first, last;

  if (row == NULL || self->briefing == NULL ||
      !dz_briefing_get_part_pages (self->briefing, dz_contents_row_get_id (DZ_CONTENTS_ROW (row)), &first, &last))
    return;
  gtk_widget_activate_action (GTK_WIDGET (self->pages), "list.scroll-to-item", "u", first / self->per_row);
}

static void
move_part (DzBriefingView *self,
           const char     *id,
           int             by)
{
  GPtrArray *parts = self->options->parts;

  for (guint i = 0; i < parts->len; i++)
    {
      DzBriefingPart *part = g_ptr_array_index (parts, i);
      int to = (int) i + by;

      if (g_strcmp0 (part->id, id) != 0)
        continue;
      if (to >= 0 && to < (int) parts->len)
        {
          parts->pdata[i] = parts->pdata[to];
          parts->pdata[to] = part;
          rebuild (self);
        }
      return;
    }
}

static void
part_moved_up_cb (DzContentsRow  *row,
                  DzBriefingView *self)
{
  g_autofree char *id = g_strdup (dz_contents_row_get_id (row));

  move_part (self, id, -1);
}

static GtkWidget *
make_part_row (DzBriefingView       *self,
               const DzBriefingPart *part,
               gboolean              first)
{
  g_autofree char *pages = say_pages (self, part->id);
  GtkWidget *row = dz_contents_row_new (part, pages, first);

  g_signal_connect (row, "ticked", G_CALLBACK (part_ticked_cb), self);
  g_signal_connect (row, "moved-up", G_CALLBACK (part_moved_up_cb), self);

  return row;
}

static void
fill_parts (DzBriefingView *self)
{
  GtkListBoxRow *row;

  self->filling = TRUE;
  while ((row = gtk_list_box_get_row_at_index (self->parts, 0)) != NULL)
    gtk_list_box_remove (self->parts, GTK_WIDGET (row));
  for (guint i = 0; i < self->options->parts->len; i++)
    gtk_list_box_append (self->parts,
                         make_part_row (self, g_ptr_array_index (self->options->parts, i), i == 0));
  dz_briefing_template_show (self->template_drop, self->options);
  gtk_drop_down_set_selected (self->layout_drop, self->options->layout);
  gtk_switch_set_active (self->names_switch, !self->options->hide_names);
  self->filling = FALSE;
}

static void
tell_fonts (DzBriefingView *self)
{
  g_autofree char *words = dz_document_dup_substitutions (get_document (self));

  if (self->fonts_told || words == NULL || *words == '\0')
    return;
  self->fonts_told = TRUE;
  gtk_label_set_label (self->fonts_label, words);
  gtk_info_bar_set_revealed (self->fonts, TRUE);
}

static gboolean
has_reports (DzBriefingView *self)
{
  DzSession *session = dz_view_get_session (DZ_VIEW (self));

  return session != NULL && dz_session_get_review (session)->reports->len > 0;
}

static gboolean
dz_briefing_view_has_pages (DzView *view)
{
  DzBriefingView *self = DZ_BRIEFING_VIEW (view);

  return has_reports (self) && self->options != NULL && dz_briefing_template_has_part (self->options);
}

/* What cannot be done says why. Letters need no part of the briefing. */
static void
tell_ways_out (DzBriefingView *self)
{
  gboolean any = has_reports (self);
  gboolean pages = dz_briefing_view_has_pages (DZ_VIEW (self));
  const char *why = any ? _("Tick at least one part first") : _("There is no report to write about yet");

  gtk_widget_set_sensitive (GTK_WIDGET (self->print_button), pages);
  dz_tip_set (GTK_WIDGET (self->print_button), pages ? NULL : why);
  gtk_widget_set_sensitive (GTK_WIDGET (self->out_button), any);
  dz_tip_set (GTK_WIDGET (self->out_button), pages ? NULL : why);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "briefing.out", pages);
}

static void
show_briefing (DzBriefingView *self)
{
  DzSight *sight = self->to_first ? NULL : dz_sight_remember (GTK_WIDGET (self));

  fill_rows (self);
  fill_parts (self);
  gtk_stack_set_visible_child_name (self->stack, !has_reports (self) ? "empty"
                                                 : self->briefing != NULL ? "pages" : "nothing");
  tell_unused (self);
  if (self->briefing != NULL)
    tell_fonts (self);
  if (sight != NULL)
    dz_sight_restore (sight);
  else if (self->briefing != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->pages), "list.scroll-to-item", "u", 0);
  self->to_first = FALSE;
}

static void
built_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(DzBriefingView) self = user_data;
  g_autoptr(DzBriefing) briefing = dz_build_briefing_finish (result);

  self->building = FALSE;
  if (self->options == NULL || dz_view_get_session (DZ_VIEW (self)) == NULL)
    return;
  if (self->outdated)
    {
      build (self);
      return;
    }
  g_clear_pointer (&self->briefing, dz_briefing_unref);
  self->briefing = g_steal_pointer (&briefing);
  show_briefing (self);
}

/* The pages as ticked now; those before stay on screen until these are there. What changes while they are made
 * has them made once more. */
static void
build (DzBriefingView *self)
{
  DzSession *session = dz_view_get_session (DZ_VIEW (self));
  DzBriefingOrder order = { dz_session_get_review (session), dz_session_get_codebook (session), self->options, NULL };

  self->outdated = self->building;
  if (self->building)
    return;
  if (!dz_briefing_template_has_part (self->options))
    {
      g_clear_pointer (&self->briefing, dz_briefing_unref);
      show_briefing (self);
      return;
    }
  /* the first time there are no pages to look at meanwhile */
  if (self->briefing == NULL)
    {
      fill_parts (self);
      gtk_stack_set_visible_child_name (self->stack, "making");
    }
  self->building = TRUE;
  dz_build_briefing_async (&order, built_cb, g_object_ref (self));
}

static gboolean
rebuild_idle_cb (gpointer user_data)
{
  DzBriefingView *self = user_data;

  self->idle = 0;
  if (dz_view_get_session (DZ_VIEW (self)) != NULL)
    build (self);

  return G_SOURCE_REMOVE;
}

static void
rebuild (DzBriefingView *self)
{
  remember (self);
  tell_ways_out (self);
  if (self->idle == 0)
    self->idle = g_idle_add (rebuild_idle_cb, self);
}

static void
option_changed_cb (DzBriefingView *self)
{
  if (self->filling || self->options == NULL)
    return;
  self->options->layout = (DzBriefingLayout) gtk_drop_down_get_selected (self->layout_drop);
  self->options->hide_names = !gtk_switch_get_active (self->names_switch);
  rebuild (self);
}

static void
template_chosen_cb (DzBriefingView *self)
{
  if (self->filling || self->options == NULL || !dz_briefing_template_take (self->template_drop, self->options))
    return;
  self->to_first = TRUE;
  rebuild (self);
}

static void
write_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  DzBriefingView *self = DZ_BRIEFING_VIEW (widget);

  dz_briefing_write (dz_view_get_session (DZ_VIEW (self)), self->options,
                     g_variant_get_string (parameter, NULL));
}

static void
save_response_cb (GtkNativeDialog *chooser,
                  int              response,
                  DzBriefingView  *self)
{
  g_autofree char *path = dz_chooser_dup_path (chooser, outs[self->out].extension);

  if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "briefing.write", "s", path);
}

static void
out_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  DzBriefingView *self = DZ_BRIEFING_VIEW (widget);
  g_autofree char *file = NULL;

  if (self->briefing == NULL)
    return;
  self->out = (Out) g_variant_get_uint32 (parameter);
  file = g_strdup_printf ("%s.%s", dz_document_get_title (get_document (self)), outs[self->out].extension);
  dz_chooser_show (&self->chooser, widget, _("Save the Briefing"), file, G_CALLBACK (save_response_cb));
}

static void
write_letters_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  DzLetterOrder order = { 0 };

  g_variant_get (parameter, "(bb&s)", &order.as_docx, &order.options.include_likely, &order.folder);
  dz_briefing_write_letters (dz_view_get_session (DZ_VIEW (widget)), &order);
}

static void
letters_response_cb (GtkNativeDialog *chooser,
                     int              response,
                     DzBriefingView  *self)
{
  g_autofree char *path = dz_chooser_dup_path (chooser, NULL);

  if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "briefing.write-letters", "(bbs)", self->letters_docx,
                                self->letters_likely, path);
}

static void
letters_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  DzBriefingView *self = DZ_BRIEFING_VIEW (widget);

  self->letters_docx = g_variant_get_boolean (parameter);
  self->letters_likely = g_str_equal (name, "briefing.letters-likely");
  dz_chooser_show (&self->chooser, widget, _("Write Feedback Letters into a Folder"), NULL,
                   G_CALLBACK (letters_response_cb));
}

static void
print_clicked_cb (DzBriefingView *self)
{
  dz_view_print (DZ_VIEW (self), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
}

static void
fonts_response_cb (DzBriefingView *self)
{
  gtk_info_bar_set_revealed (self->fonts, FALSE);
}

static void
dz_briefing_view_update (DzView    *view,
                         DzSession *session)
{
  DzBriefingView *self = DZ_BRIEFING_VIEW (view);

  if (self->own_change)
    return;
  make_options (self, session);
  tell_ways_out (self);
  if (self->idle == 0)
    self->idle = g_idle_add (rebuild_idle_cb, self);
}

static void
dz_briefing_view_print (DzView    *view,
                        GtkWindow *parent)
{
  DzBriefingView *self = DZ_BRIEFING_VIEW (view);
  g_autoptr(GError) error = NULL;

  if (self->briefing == NULL)
    {
      dz_session_toast (dz_view_get_session (view), _("Tick at least one part first"), FALSE);
      return;
    }
  if (!dz_print_document (get_document (self), dz_document_get_title (get_document (self)),
                          GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, NULL, parent, &error))
    dz_session_toast_error (dz_view_get_session (view), error);
}

/* Two pages beside each other where they fit. */
static void
dz_briefing_view_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  DzBriefingView *self = DZ_BRIEFING_VIEW (widget);
  guint per_row = width - 252 >= 2 * 595 * SCALE + 60 ? 2 : 1;

  GTK_WIDGET_CLASS (dz_briefing_view_parent_class)->size_allocate (widget, width, height, baseline);
  if (per_row != self->per_row)
    {
      self->per_row = per_row;
      if (self->fill_idle == 0 && self->briefing != NULL)
        self->fill_idle = g_idle_add (fill_idle_cb, self);
    }
}

static void
dz_briefing_view_dispose (GObject *object)
{
  DzBriefingView *self = DZ_BRIEFING_VIEW (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_handle_id (&self->fill_idle, g_source_remove);
  g_clear_object (&self->chooser);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), DZ_TYPE_BRIEFING_VIEW);
  g_clear_pointer (&self->briefing, dz_briefing_unref);
  g_clear_pointer (&self->options, dz_briefing_options_free);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (dz_briefing_view_parent_class)->dispose (object);
}

static void
dz_briefing_view_class_init (DzBriefingViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dz_briefing_view_dispose;
  DZ_VIEW_CLASS (klass)->update = dz_briefing_view_update;
  DZ_VIEW_CLASS (klass)->print = dz_briefing_view_print;
  DZ_VIEW_CLASS (klass)->has_pages = dz_briefing_view_has_pages;
  widget_class->size_allocate = dz_briefing_view_size_allocate;

  gtk_widget_class_install_action (widget_class, "briefing.out", "u", out_action);
  gtk_widget_class_install_action (widget_class, "briefing.letters", "b", letters_action);
  gtk_widget_class_install_action (widget_class, "briefing.letters-likely", "b", letters_action);
  gtk_widget_class_install_action (widget_class, "briefing.write", "s", write_action);
  gtk_widget_class_install_action (widget_class, "briefing.write-letters", "(bbs)", write_letters_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duizhao/Duizhao/dz-briefing-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DzBriefingView, stack);
  gtk_widget_class_bind_template_child (widget_class, DzBriefingView, parts);
  gtk_widget_class_bind_template_child (widget_class, DzBriefingView, template_drop);
  gtk_widget_class_bind_template_child (widget_class, DzBriefingView, layout_drop);
  gtk_widget_class_bind_template_child (widget_class, DzBriefingView, names_switch);
  gtk_widget_class_bind_template_child (widget_class, DzBriefingView, count);
  gtk_widget_class_bind_template_child (widget_class, DzBriefingView, unused);
  gtk_widget_class_bind_template_child (widget_class, DzBriefingView, fonts);
  gtk_widget_class_bind_template_child (widget_class, DzBriefingView, fonts_label);
  gtk_widget_class_bind_template_child (widget_class, DzBriefingView, pages);
  gtk_widget_class_bind_template_child (widget_class, DzBriefingView, out_button);
  gtk_widget_class_bind_template_child (widget_class, DzBriefingView, print_button);
  gtk_widget_class_bind_template_callback (widget_class, part_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, option_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, fonts_response_cb);
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) files = g_menu_new ();
  g_autoptr(GMenu) letters = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (outs); i++)
    {
      g_autofree char *action = g_strdup_printf ("briefing.out(uint32 %u)", i);

      g_menu_append (files, _(outs[i].title), action);
    }
  g_menu_append (letters, _("Feedback Letters (docx)…"), "briefing.letters(true)");
  g_menu_append (letters, _("Feedback Letters (PDF)…"), "briefing.letters(false)");
  g_menu_append (letters, _("Feedback Letters with Unconfirmed Findings (docx)…"), "briefing.letters-likely(true)");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (files));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (letters));

  return G_MENU_MODEL (menu);
}

static void
dz_briefing_view_init (DzBriefingView *self)
{
  const char *layouts[] = { _("Official A4"), _("Tables in landscape"), _("One page per body"), _("Table of figures as A3 fold-out"), NULL };
  g_autoptr(GtkStringList) names = gtk_string_list_new (layouts);
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkSelectionModel) model = NULL;
  g_autoptr(GMenuModel) menu = make_menu ();

  self->filling = TRUE;
  self->per_row = 2;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = gtk_string_list_new (NULL);
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->rows))));
  g_signal_connect (factory, "setup", G_CALLBACK (row_setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (row_bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (row_unbind_cb), self);
  gtk_list_view_set_factory (self->pages, factory);
  gtk_list_view_set_model (self->pages, model);
  dz_briefing_template_fill (self->template_drop);
  g_signal_connect_swapped (self->template_drop, "notify::selected", G_CALLBACK (template_chosen_cb), self);
  gtk_drop_down_set_model (self->layout_drop, G_LIST_MODEL (names));
  g_signal_connect_swapped (self->layout_drop, "notify::selected", G_CALLBACK (option_changed_cb), self);
  g_signal_connect_swapped (self->names_switch, "notify::active", G_CALLBACK (option_changed_cb), self);
  gtk_menu_button_set_menu_model (self->out_button, menu);
  self->filling = FALSE;
}

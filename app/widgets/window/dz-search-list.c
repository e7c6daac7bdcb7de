/* dz-search-list.c - what the search for words found: reports, how often, and their words
 *
 * A row is a report with the first of its places; walking (Enter in the entry)
 * goes through every place of every report.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-search-list.h"

#include "dz-growing.h"
#include "dz-quotation.h"
#include "dz-search.h"
#include "dz-text-scale.h"

#include <glib/gi18n-lib.h>

#define MOST_PLACES 2000
#define FIRST_SLICE (30 * 1000) /* microseconds: a county is searched to its end */
#define SLICE (10 * 1000)
#define ROWS_FIRST 8
#define ROWS_AT_ONCE 40
#define MOST_TOLD 40 /* characters of what is not found */
#define CONTEXT_CHARACTERS 24
#define HEIGHT 232 /* px at 100 %: four reports and the beginning of a fifth */

struct _DzSearchList
{
  GtkBox parent_instance;

  GtkLabel *summary; /* borrowed, like the list */
  GtkListBox *list;
  GtkWidget *scroll; /* of the list; not there while nothing is found */

  DzSession *session;
  DzSearch *search;
  GPtrArray *hits; /* (nullable) those of the year that is looked at first */
  DzGrowing *growing;
  guint going; /* the source that searches on */
  char *words;
  gboolean pattern; /* whether they are a regular expression */
  guint n_places;
  int hit;   /* the place last gone to; -1: none */
  int place;
  gboolean choosing; /* found, and none gone to yet */
};

enum
{
  PROP_CHOOSING = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (DzSearchList, dz_search_list, GTK_TYPE_BOX)

static void
tell_choosing (DzSearchList *self)
{
  gboolean choosing = self->hit < 0 && gtk_widget_get_mapped (GTK_WIDGET (self)) && gtk_widget_get_visible (self->scroll);

  if (self->choosing == choosing)
    return;
  self->choosing = choosing;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHOOSING]);
}

static void
select_row (DzSearchList *self)
{
  dz_growing_reach (self->growing, (guint) self->hit);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, self->hit));
  tell_choosing (self);
}

static void
go_to_place (DzSearchList *self)
{
  const DzSearchHit *hit = g_ptr_array_index (self->hits, self->hit);
  DzReport *report = dz_review_find_report (dz_session_get_review (self->session), hit->report_id);
  g_autofree char *where = g_strdup_printf (_("Report %d of %u, place %d of %u"), self->hit + 1,
                                            self->hits->len, self->place + 1, hit->spans->len);

  if (report == NULL)
    return;
  select_row (self);
  gtk_label_set_label (self->summary, where);
  dz_session_go (self->session, "reading", report->body_id, report->id,
                 g_array_index (hit->spans, DzSpan, self->place));
}

static void
row_activated_cb (DzSearchList  *self,
                  GtkListBoxRow *row)
{
  int index = gtk_list_box_row_get_index (row);

  if (self->hit == index)
    {
      /* again on the same report: its next place */
      const DzSearchHit *hit = g_ptr_array_index (self->hits, index);

      self->place = (self->place + 1) % (int) hit->spans->len;
    }
  else
    {
      self->hit = index;
      self->place = 0;
    }
  go_to_place (self);
}

static GtkWidget *
make_row (DzSearchList      *self,
          const DzSearchHit *hit,
          DzReport          *report)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  g_autofree char *name = dz_report_dup_title (report, dz_session_get_review (self->session));
  g_autofree char *count = g_strdup_printf (ngettext ("%u place", "%u places", hit->spans->len),
                                            hit->spans->len);
  g_autofree char *markup = dz_quotation_dup_markup (report, g_array_index (hit->spans, DzSpan, 0),
                                                     CONTEXT_CHARACTERS);
  g_autofree char *spoken = g_strdup_printf ("%s，%s", name, count);
  GtkWidget *title = gtk_label_new (name);
  GtkWidget *number = gtk_label_new (count);
  GtkWidget *snippet = gtk_label_new (NULL);

  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (number, "dz-secondary");
  gtk_widget_add_css_class (number, "dz-number");
  gtk_widget_set_hexpand (number, TRUE);
  gtk_widget_set_halign (number, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), number);
  gtk_label_set_markup (GTK_LABEL (snippet), markup);
  gtk_label_set_xalign (GTK_LABEL (snippet), 0);
  gtk_label_set_ellipsize (GTK_LABEL (snippet), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (snippet), TRUE);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), snippet);
  gtk_widget_add_css_class (box, "dz-search-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);

  return row;
}

static void
make_nth_row (guint    index,
              gpointer user_data)
{
  DzSearchList *self = user_data;
  const DzSearchHit *hit = g_ptr_array_index (self->hits, index);
  DzReport *report = dz_review_find_report (dz_session_get_review (self->session), hit->report_id);

  /* also where it is made later than found: where texts come, go or become others, all is searched anew */
  gtk_list_box_append (self->list, make_row (self, hit, report));
  gtk_widget_set_visible (self->scroll, TRUE);
  tell_choosing (self);
}

static void
clear_rows (DzSearchList *self)
{
  GtkListBoxRow *row;

  g_clear_handle_id (&self->going, g_source_remove);
  dz_growing_start (self->growing, 0, FALSE);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_widget_set_visible (self->scroll, FALSE);
  g_clear_pointer (&self->hits, g_ptr_array_unref);
  self->n_places = 0;
  self->hit = -1;
  self->place = 0;
  tell_choosing (self);
}

static void
dz_search_list_dispose (GObject *object)
{
  DzSearchList *self = DZ_SEARCH_LIST (object);

  g_clear_handle_id (&self->going, g_source_remove);
  g_clear_pointer (&self->growing, dz_growing_free);
  g_clear_pointer (&self->words, g_free);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->search, dz_search_free);
  g_clear_pointer (&self->hits, g_ptr_array_unref);

  G_OBJECT_CLASS (dz_search_list_parent_class)->dispose (object);
}

static void
dz_search_list_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (dz_search_list_parent_class)->map (widget);
  tell_choosing (DZ_SEARCH_LIST (widget));
}

static void
dz_search_list_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (dz_search_list_parent_class)->unmap (widget);
  tell_choosing (DZ_SEARCH_LIST (widget));
}

static void
dz_search_list_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *spec)
{
  if (id == PROP_CHOOSING)
    g_value_set_boolean (value, DZ_SEARCH_LIST (object)->choosing);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
dz_search_list_class_init (DzSearchListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dz_search_list_dispose;
  G_OBJECT_CLASS (klass)->get_property = dz_search_list_get_property;
  GTK_WIDGET_CLASS (klass)->map = dz_search_list_map;
  GTK_WIDGET_CLASS (klass)->unmap = dz_search_list_unmap;
  /* a person looks through what was found: the list has the room it can use */
  props[PROP_CHOOSING] = g_param_spec_boolean ("choosing", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
}

static void
dz_search_list_init (DzSearchList *self)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();

  self->search = dz_search_new ();
  self->hit = -1;
  self->summary = GTK_LABEL (gtk_label_new (NULL));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_label_set_xalign (self->summary, 0);
  gtk_label_set_ellipsize (self->summary, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "dz-secondary");
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "dz-search-summary");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Reports with these words"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroll), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroll),
                                              (int) (HEIGHT * dz_text_scale (GTK_WIDGET (self))));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), GTK_WIDGET (self->list));
  self->growing = dz_growing_new (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroll)), ROWS_FIRST,
                                  ROWS_AT_ONCE, make_nth_row, self);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->summary));
  self->scroll = scroll;
  gtk_box_append (GTK_BOX (self), scroll);
  gtk_widget_add_css_class (GTK_WIDGET (self), "dz-search-list");
}

/* What was pasted by mistake may be a whole report: it is told by its first words. */
static char *
dup_nothing (const char *words)
{
  g_autofree char *first = g_utf8_strlen (words, -1) > MOST_TOLD ? g_utf8_substring (words, 0, MOST_TOLD) : NULL;
  g_autofree char *shorter = first != NULL ? g_strconcat (first, "…", NULL) : g_strdup (words);

  return g_strdup_printf (_("No report has “%s”"), shorter);
}

static void
tell (DzSearchList *self)
{
  g_autofree char *text = NULL;

  if (!dz_search_is_over (self->search))
    text = g_strdup_printf (_("%u reports, %u places so far; still searching"), self->hits->len, self->n_places);
  else if (self->hits->len == 0)
    text = dup_nothing (self->words);
  else if (dz_search_is_cut (self->search))
    text = g_strdup_printf (_("%u reports, the first %u places; longer words find the one you mean"), self->hits->len, self->n_places);
  else
    text = g_strdup_printf (_("%u reports, %u places; Enter goes to the next"), self->hits->len, self->n_places);
  gtk_label_set_label (self->summary, text);
}

/* Returns: whether there is more to search. */
static gboolean
go_on (DzSearchList *self,
       gint64        microseconds)
{
  g_autoptr(GError) error = NULL;
  guint n = self->hits->len;

  if (!dz_search_go_on (self->search, microseconds, self->hits, &error))
    {
      clear_rows (self);
      gtk_label_set_label (self->summary, error->message);
      return FALSE;
    }
  for (guint i = n; i < self->hits->len; i++)
    self->n_places += ((const DzSearchHit *) g_ptr_array_index (self->hits, i))->spans->len;
  dz_growing_extend (self->growing, self->hits->len);
  if (self->hit < 0)
    tell (self);

  return !dz_search_is_over (self->search);
}

static gboolean
go_on_cb (gpointer user_data)
{
  DzSearchList *self = user_data;

  if (go_on (self, SLICE))
    return G_SOURCE_CONTINUE;
  self->going = 0;

  return G_SOURCE_REMOVE;
}

/* What is asked for needs all that can be found. */
static void
finish (DzSearchList *self)
{
  if (self->going == 0)
    return;
  g_clear_handle_id (&self->going, g_source_remove);
  go_on (self, 0);
}

static void
search (DzSearchList *self)
{
  g_autoptr(GError) error = NULL;
  int year = dz_session_get_year (self->session);

  clear_rows (self);
  dz_search_set_review (self->search, dz_session_get_review (self->session));
  if (!self->pattern)
    dz_search_begin (self->search, self->words, year, MOST_PLACES);
  else if (!dz_search_begin_pattern (self->search, self->words, year, MOST_PLACES, &error))
    {
      gtk_label_set_label (self->summary, error->message);
      return;
    }
  self->hits = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_search_hit_free);
  if (go_on (self, FIRST_SLICE))
    self->going = g_idle_add (go_on_cb, self);
}

/* A report was removed, came, or was read anew: what was found may lead to nothing, or beside its words. Whoever went from
 * place to place goes on where he was. */
static void
session_changed_cb (DzSearchList *self)
{
  gint64 report_id = self->hit >= 0 ? ((const DzSearchHit *) g_ptr_array_index (self->hits, self->hit))->report_id : 0;
  int place = self->place;

  if (self->hits == NULL || dz_search_is_of (self->search, dz_session_get_review (self->session)))
    return;
  search (self);
  for (guint i = 0; report_id != 0 && self->hits != NULL && i < self->hits->len; i++)
    {
      const DzSearchHit *hit = g_ptr_array_index (self->hits, i);

      if (hit->report_id != report_id)
        continue;
      self->hit = (int) i;
      self->place = MIN (place, (int) hit->spans->len - 1);
      select_row (self);
    }
}

/**
 * dz_search_list_set_session:
 * @session: (nullable): whose reports are searched
 */
void
dz_search_list_set_session (DzSearchList *self,
                            DzSession    *session)
{
  g_return_if_fail (DZ_IS_SEARCH_LIST (self));

  clear_rows (self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session != NULL)
    g_signal_connect_swapped (session, "changed", G_CALLBACK (session_changed_cb), self);
  dz_search_set_review (self->search, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * dz_search_list_search:
 * @words: "" empties the list and hides it
 * @pattern: whether they are a regular expression
 *
 * What a short time finds is there at once, the rest comes when the main loop has nothing better to do.
 */
void
dz_search_list_search (DzSearchList *self,
                       const char   *words,
                       gboolean      pattern)
{
  g_return_if_fail (DZ_IS_SEARCH_LIST (self) && words != NULL);

  clear_rows (self);
  /* hidden, it is not laid out, and would stay scrolled as it was */
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroll)), 0);
  gtk_widget_set_visible (GTK_WIDGET (self), self->session != NULL && *words != '\0');
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  g_free (self->words);
  self->words = g_strdup (words);
  self->pattern = pattern;
  search (self);
}

/**
 * dz_search_list_count:
 *
 * Returns: how many reports have the words
 */
guint
dz_search_list_count (DzSearchList *self)
{
  g_return_val_if_fail (DZ_IS_SEARCH_LIST (self), 0);

  return self->hits != NULL ? self->hits->len : 0;
}

/**
 * dz_search_list_step:
 * @by: 1: shows the next place, -1: the one before; round at the ends
 *
 * Returns: %FALSE if nothing was found
 */
gboolean
dz_search_list_step (DzSearchList *self,
                     int           by)
{
  const DzSearchHit *hit;

  g_return_val_if_fail (DZ_IS_SEARCH_LIST (self), FALSE);

  if (dz_search_list_count (self) == 0 || by < 0)
    finish (self);
  if (dz_search_list_count (self) == 0)
    return FALSE;
  if (self->hit < 0)
    {
      self->hit = by > 0 ? 0 : (int) self->hits->len - 1;
      self->place = 0;
      go_to_place (self);
      return TRUE;
    }
  hit = g_ptr_array_index (self->hits, self->hit);
  self->place += by;
  if (self->place < 0 || self->place >= (int) hit->spans->len)
    {
      self->hit = (self->hit + by + (int) self->hits->len) % (int) self->hits->len;
      hit = g_ptr_array_index (self->hits, self->hit);
      self->place = by > 0 ? 0 : (int) hit->spans->len - 1;
    }
  go_to_place (self);

  return TRUE;
}

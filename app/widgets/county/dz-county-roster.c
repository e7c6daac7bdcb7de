/* dz-county-roster.c - the page of the county's settings that edits its roster
 *
 * Works on copies of the bodies; the window takes them over when it closes. A
 * row makes its fields when it is first opened: sixty bodies have five hundred;
 * and rows are made as they are scrolled to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-county-roster.h"

#include "dz-fold.h"
#include "dz-growing.h"
#include "dz-past.h"
#include "dz-spoken.h"
#include "dz-still-spin.h"
#include "dz-tip.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ROWS_FIRST 12
#define ROWS_AT_ONCE 24

struct _DzCountyRoster
{
  AdwPreferencesPage parent_instance;

  DzReview *review;
  AdwPreferencesGroup *group;
  GPtrArray *bodies; /* DzBody, in the order on screen */
  GPtrArray *rows;   /* AdwExpanderRow, borrowed, one for each body so far as they are made */
  DzGrowing *growing;
  gboolean changed;
};

G_DEFINE_FINAL_TYPE (DzCountyRoster, dz_county_roster, ADW_TYPE_PREFERENCES_PAGE)

static const char *const kinds[] = { "街道", "镇", "乡", "民族乡", NULL };

static void
dz_county_roster_dispose (GObject *object)
{
  DzCountyRoster *self = DZ_COUNTY_ROSTER (object);

  g_clear_pointer (&self->growing, dz_growing_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->bodies, g_ptr_array_unref);
  g_clear_pointer (&self->review, dz_review_unref);

  G_OBJECT_CLASS (dz_county_roster_parent_class)->dispose (object);
}

static void
dz_county_roster_class_init (DzCountyRosterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dz_county_roster_dispose;
}

static void
dz_county_roster_init (DzCountyRoster *self)
{
  self->bodies = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_body_free);
  self->rows = g_ptr_array_new ();
}

static guint
find_row (DzCountyRoster *self,
          GtkWidget      *row)
{
  guint index = 0;

  g_ptr_array_find (self->rows, row, &index);

  return index;
}

static DzBody *
body_of (DzCountyRoster *self,
         GtkWidget      *row)
{
  return g_ptr_array_index (self->bodies, find_row (self, row));
}

static guint
count_reports (DzCountyRoster *self,
               gint64          body_id)
{
  guint count = 0;

  for (guint i = 0; body_id != 0 && i < self->review->reports->len; i++)
    count += ((const DzReport *) g_ptr_array_index (self->review->reports, i))->body_id == body_id;

  return count;
}

static void
append_number (GString    *words,
               const char *format,
               guint       number)
{
  if (number == 0)
    return;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_string_append (words, " · ");
  g_string_append_printf (words, format, number);
#pragma GCC diagnostic pop
}

static void
describe (DzCountyRoster *self,
          GtkWidget      *row)
{
  const DzBody *body = body_of (self, row);
  g_autofree char *name = g_markup_escape_text (body->name, -1);
  g_autoptr(GString) words = g_string_new (body->kind);

  append_number (words, _("%u households"), body->households);
  append_number (words, _("%u people"), body->population);
  append_number (words, _("%u villages"), body->villages);
  if (body->due == DZ_KIND_ANNUAL_REPORT)
    g_string_append_printf (words, " · %s", _("Annual report"));
  else if (body->due == DZ_KIND_DUTY_REPORT)
    g_string_append_printf (words, " · %s", _("Duty report"));
  if (body->past != NULL && *body->past != '\0')
    {
      g_autofree char *past = g_markup_escape_text (body->past, -1);

      g_string_append_printf (words, " · %s", past);
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 *name != '\0' ? name : _("New body"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), words->str);
}

static void
note_change (GtkWidget *row)
{
  DzCountyRoster *self = DZ_COUNTY_ROSTER (gtk_widget_get_ancestor (row, DZ_TYPE_COUNTY_ROSTER));

  self->changed = TRUE;
  describe (self, row);
}

static void
name_changed_cb (GtkEditable *editable,
                 GtkWidget   *row)
{
  DzCountyRoster *self = DZ_COUNTY_ROSTER (gtk_widget_get_ancestor (row, DZ_TYPE_COUNTY_ROSTER));
  DzBody *body = body_of (self, row);

  g_free (body->name);
  body->name = g_strstrip (g_strdup (gtk_editable_get_text (editable)));
  note_change (row);
}

static void
contact_changed_cb (GtkEditable *editable,
                    GtkWidget   *row)
{
  DzCountyRoster *self = DZ_COUNTY_ROSTER (gtk_widget_get_ancestor (row, DZ_TYPE_COUNTY_ROSTER));
  DzBody *body = body_of (self, row);
  const char *text = gtk_editable_get_text (editable);

  g_free (body->contact);
  body->contact = *text != '\0' ? g_strdup (text) : NULL;
  note_change (row);
}

/* What names no earlier body stands marked, and is told before the window closes. */
static void
past_changed_cb (GtkEditable *editable,
                 GtkWidget   *row)
{
  DzCountyRoster *self = DZ_COUNTY_ROSTER (gtk_widget_get_ancestor (row, DZ_TYPE_COUNTY_ROSTER));
  DzBody *body = body_of (self, row);
  g_autofree char *wrong = NULL;
  g_autoptr(GPtrArray) events = dz_past_parse (gtk_editable_get_text (editable), &wrong);

  if (wrong != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (editable), "error");
  g_object_set_data_full (G_OBJECT (row), "dz-wrong", g_strdup (wrong), g_free);
  if (wrong != NULL)
    return;
  gtk_widget_remove_css_class (GTK_WIDGET (editable), "error");
  g_free (body->past);
  body->past = dz_past_to_string (events);
  note_change (row);
}

static void
kind_changed_cb (AdwComboRow *combo,
                 GParamSpec  *pspec,
                 GtkWidget   *row)
{
  DzCountyRoster *self = DZ_COUNTY_ROSTER (gtk_widget_get_ancestor (row, DZ_TYPE_COUNTY_ROSTER));
  GtkStringObject *item = adw_combo_row_get_selected_item (combo);

  if (item == NULL)
    return;
  body_of (self, row)->kind = g_intern_string (gtk_string_object_get_string (item));
  note_change (row);
}

static void
due_changed_cb (AdwComboRow *combo,
                GParamSpec  *pspec,
                GtkWidget   *row)
{
  DzCountyRoster *self = DZ_COUNTY_ROSTER (gtk_widget_get_ancestor (row, DZ_TYPE_COUNTY_ROSTER));

  body_of (self, row)->due = adw_combo_row_get_selected (combo);
  note_change (row);
}

static void
number_changed_cb (GtkSpinButton *spin,
                   GtkWidget     *row)
{
  DzCountyRoster *self = DZ_COUNTY_ROSTER (gtk_widget_get_ancestor (row, DZ_TYPE_COUNTY_ROSTER));
  gsize offset = GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (spin), "dz-offset"));

  *(guint *) ((char *) body_of (self, row) + offset) = (guint) gtk_spin_button_get_value (spin);
  note_change (row);
}

static GtkWidget *
add_entry (GtkWidget  *row,
           const char *title,
           const char *value,
           GCallback   changed)
{
  GtkWidget *entry = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), title);
  gtk_editable_set_text (GTK_EDITABLE (entry), value != NULL ? value : "");
  g_signal_connect (entry, "changed", changed, row);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), entry);

  return entry;
}

static void
add_number (GtkWidget  *row,
            const char *title,
            guint       value,
            gsize       offset)
{
  GtkWidget *line = adw_action_row_new ();
  GtkWidget *spin = dz_still_spin_new (0, 10000000);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (line), value == 0 ? _("0: not known") : NULL);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), value);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (spin), "dz-offset", GSIZE_TO_POINTER (offset));
  g_signal_connect (spin, "value-changed", G_CALLBACK (number_changed_cb), row);
  adw_action_row_add_suffix (ADW_ACTION_ROW (line), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (line), spin);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), line);
}

static void
add_choice (GtkWidget         *row,
            const char        *title,
            const char *const *words,
            const char        *other,
            guint              selected,
            GCallback          changed)
{
  GtkWidget *combo = adw_combo_row_new ();
  g_autoptr(GtkStringList) list = gtk_string_list_new (words);

  if (other != NULL)
    {
      gtk_string_list_append (list, other);
      selected = g_list_model_get_n_items (G_LIST_MODEL (list)) - 1;
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (combo), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (combo), G_LIST_MODEL (list));
  adw_combo_row_set_selected (ADW_COMBO_ROW (combo), selected);
  g_signal_connect (combo, "notify::selected", changed, row);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), combo);
}

static guint
find_kind (const char *kind)
{
  for (guint i = 0; kinds[i] != NULL; i++)
    if (g_strcmp0 (kinds[i], kind) == 0)
      return i;

  return GTK_INVALID_LIST_POSITION;
}

/* A row that is still unfolding at the end of a long list cannot be scrolled to: the focus waits until it has its height. */
static gboolean
grab_settled_cb (GtkWidget     *row,
                 GdkFrameClock *clock,
                 gpointer       name)
{
  int height = gtk_widget_get_height (row);
  int before = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "dz-height"));

  g_object_set_data (G_OBJECT (row), "dz-height", GINT_TO_POINTER (height));
  if (gtk_widget_get_height (name) == 0 || height != before)
    return G_SOURCE_CONTINUE;
  gtk_widget_grab_focus (name);

  return G_SOURCE_REMOVE;
}

/* The fields of a body, made when its row is first opened. */
static void
expanded_cb (GtkWidget      *row,
             GParamSpec     *pspec,
             DzCountyRoster *self)
{
  const char *dues[] = { _("Either kind will do"), _("Annual report"), _("Duty report"), NULL };
  const DzBody *body = body_of (self, row);
  guint kind = find_kind (body->kind);
  GtkWidget *name, *past;

  if (!adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)) ||
      g_object_get_data (G_OBJECT (row), "dz-filled") != NULL)
    return;
  g_object_set_data (G_OBJECT (row), "dz-filled", row);
  name = add_entry (row, _("Name"), body->name, G_CALLBACK (name_changed_cb));
  add_choice (row, _("Kind of body"), kinds,
              kind == GTK_INVALID_LIST_POSITION ? (body->kind != NULL ? body->kind : "") : NULL,
              kind, G_CALLBACK (kind_changed_cb));
  add_choice (row, _("Report asked of it"), dues, NULL, body->due, G_CALLBACK (due_changed_cb));
  add_number (row, _("Households"), body->households, G_STRUCT_OFFSET (DzBody, households));
  add_number (row, _("Population"), body->population, G_STRUCT_OFFSET (DzBody, population));
  add_number (row, _("Villages and communities"), body->villages,
              G_STRUCT_OFFSET (DzBody, villages));
  add_entry (row, _("Contact"), body->contact, G_CALLBACK (contact_changed_cb));
  past = add_entry (row, _("What it was before: 2023年更名：王河乡, 2021年合并：甲乡、乙乡"), body->past,
                    G_CALLBACK (past_changed_cb));
  dz_tip_set (past, _("更名: the same body under another name. 合并, 分设: bodies that ended with it. 析出: a body "
                      "that goes on. Several are parted by ；"));
  if (*body->name == '\0')
    gtk_widget_add_tick_callback (row, grab_settled_cb, name, NULL);
}

/* Only the second frame has it in its new place. */
static gboolean
show_settled_cb (GtkWidget     *row,
                 GdkFrameClock *clock,
                 gpointer       n_frames)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (row, GTK_TYPE_VIEWPORT);
  graphene_rect_t place;

  if (++*(guint *) n_frames < 2)
    return G_SOURCE_CONTINUE;
  if (viewport != NULL && gtk_widget_compute_bounds (row, gtk_viewport_get_child (GTK_VIEWPORT (viewport)), &place))
    gtk_adjustment_clamp_page (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)), place.origin.y,
                               place.origin.y + place.size.height);

  return G_SOURCE_REMOVE;
}

static void
show_settled (GtkWidget *row)
{
  gtk_widget_add_tick_callback (row, show_settled_cb, g_new0 (guint, 1), g_free);
}

/* The row itself goes, with what is open and typed in it; @button keeps the keyboard, for the next step. */
static void
move (GtkWidget *row,
      int        by,
      GtkWidget *button)
{
  DzCountyRoster *self = DZ_COUNTY_ROSTER (gtk_widget_get_ancestor (row, DZ_TYPE_COUNTY_ROSTER));
  GtkListBox *list = GTK_LIST_BOX (gtk_widget_get_parent (row));
  guint from = find_row (self, row);
  int to = (int) from + by;

  if (to < 0 || (guint) to >= self->bodies->len)
    return;
  dz_growing_reach (self->growing, (guint) to);
  g_ptr_array_insert (self->bodies, to, g_ptr_array_steal_index (self->bodies, from));
  g_ptr_array_insert (self->rows, to, g_ptr_array_steal_index (self->rows, from));
  g_object_ref (row);
  gtk_list_box_remove (list, row);
  gtk_list_box_insert (list, row, to);
  g_object_unref (row);
  self->changed = TRUE;
  gtk_widget_grab_focus (button);
  show_settled (row);
}

static void
up_cb (GtkWidget *button,
       GtkWidget *row)
{
  move (row, -1, button);
}

static void
down_cb (GtkWidget *button,
         GtkWidget *row)
{
  move (row, 1, button);
}

static void
remove_cb (GtkButton *button,
           GtkWidget *row)
{
  DzCountyRoster *self = DZ_COUNTY_ROSTER (gtk_widget_get_ancestor (row, DZ_TYPE_COUNTY_ROSTER));
  guint index = find_row (self, row);
  guint beside = index + 1 < self->rows->len ? index + 1 : index - 1;
  GtkWidget *next = beside < self->rows->len ? g_ptr_array_index (self->rows, beside) : NULL;

  /* or GTK gives the keyboard to the first row, and the page goes there */
  if (next != NULL)
    gtk_widget_child_focus (next, GTK_DIR_TAB_FORWARD);
  g_ptr_array_remove_index (self->bodies, index);
  g_ptr_array_remove_index (self->rows, index);
  adw_preferences_group_remove (self->group, row);
  dz_growing_drop (self->growing);
  self->changed = TRUE;
  if (next != NULL)
    show_settled (next);
}

static GtkWidget *
add_button (GtkWidget  *row,
            const char *icon_name,
            const char *tooltip,
            GCallback   clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  dz_tip_set (button, tooltip);
  dz_spoken_set_name (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  /* the row it belongs to may go while it is clicked */
  g_signal_connect_object (button, "clicked", clicked, row, 0);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), button);

  return button;
}

static GtkWidget *
add_row (DzCountyRoster *self,
         const DzBody   *body)
{
  GtkWidget *row = adw_expander_row_new ();
  guint n = count_reports (self, body->id);
  GtkWidget *remove;

  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (self->group, row);
  /* actions stand in the order they were added last */
  remove = add_button (row, "user-trash-symbolic", _("Take off the roster"),
                       G_CALLBACK (remove_cb));
  add_button (row, "go-down-symbolic", _("Move down"), G_CALLBACK (down_cb));
  add_button (row, "go-up-symbolic", _("Move up"), G_CALLBACK (up_cb));
  if (n > 0)
    {
      gtk_widget_set_sensitive (remove, FALSE);
      dz_tip_set (remove, _("It has reports: remove them or give them to another body first"));
    }
  g_signal_connect (row, "notify::expanded", G_CALLBACK (expanded_cb), self);

  return row;
}

static void
make_row (guint    index,
          gpointer user_data)
{
  DzCountyRoster *self = user_data;

  describe (self, add_row (self, g_ptr_array_index (self->bodies, index)));
}

static void
add_cb (GtkButton      *button,
        DzCountyRoster *self)
{
  guint last = self->bodies->len;

  g_ptr_array_add (self->bodies, dz_body_new ("", kinds[1]));
  dz_growing_extend (self->growing, self->bodies->len);
  dz_growing_reach (self->growing, last);
  self->changed = TRUE;
  adw_expander_row_set_expanded (g_ptr_array_index (self->rows, last), TRUE);
}

/**
 * dz_county_roster_new:
 *
 * Returns: (transfer full): the page
 */
DzCountyRoster *
dz_county_roster_new (DzReview *review)
{
  DzCountyRoster *self = g_object_new (DZ_TYPE_COUNTY_ROSTER, "title", _("Roster"), "icon-name",
                                       "system-users-symbolic", NULL);
  GtkWidget *add = gtk_button_new_with_label (_("Add a Body"));

  self->review = dz_review_ref (review);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("Bodies that must report"));
  adw_preferences_group_set_description (self->group,
                                         _("In the order of the county's documents. A whole list (xlsx, xls, et or csv) is imported by the main menu."));
  gtk_widget_set_valign (add, GTK_ALIGN_CENTER);
  g_signal_connect (add, "clicked", G_CALLBACK (add_cb), self);
  adw_preferences_group_set_header_suffix (self->group, add);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), self->group);
  for (guint i = 0; i < review->bodies->len; i++)
    g_ptr_array_add (self->bodies, dz_body_copy (g_ptr_array_index (review->bodies, i)));
  self->growing = dz_growing_new (dz_growing_find_along (GTK_WIDGET (self)), ROWS_FIRST, ROWS_AT_ONCE, make_row, self);
  dz_growing_start (self->growing, self->bodies->len, FALSE);

  return self;
}

/**
 * dz_county_roster_dup_bodies:
 *
 * Returns: (transfer full) (element-type DzBody): the roster as it stands, without nameless rows
 */
GPtrArray *
dz_county_roster_dup_bodies (DzCountyRoster *self)
{
  GPtrArray *bodies = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_body_free);

  g_return_val_if_fail (DZ_IS_COUNTY_ROSTER (self), bodies);

  for (guint i = 0; i < self->bodies->len; i++)
    {
      const DzBody *body = g_ptr_array_index (self->bodies, i);

      if (*body->name != '\0')
        g_ptr_array_add (bodies, dz_body_copy (body));
    }

  return bodies;
}

/* (nullable): why the body of row @index cannot stand on the roster */
static char *
dup_trouble_of (DzCountyRoster *self,
                guint           index,
                GHashTable     *names)
{
  const DzBody *body = g_ptr_array_index (self->bodies, index);
  const char *wrong = index < self->rows->len ? g_object_get_data (g_ptr_array_index (self->rows, index), "dz-wrong") : NULL;
  const DzBody *was = body->id != 0 ? dz_review_find_body (self->review, body->id) : NULL;
  char *folded;

  if (wrong == NULL && !self->changed)
    return NULL;
  folded = dz_fold_words (body->name);
  if (*folded == '\0' && was != NULL)
    {
      g_free (folded);
      return g_strdup_printf (_("“%s” is left without a name. Write its name, or take it off the roster if it has no reports."),
                              was->name);
    }
  if (wrong != NULL)
    {
      g_free (folded);
      return g_strdup_printf (_("What “%s” was before cannot be read: “%s”. Write it like 2023年更名：王河乡, 2021年合并：甲乡、乙乡."),
                              body->name, wrong);
    }
  if (*folded != '\0' && !g_hash_table_add (names, folded))
    return g_strdup_printf (_("Two bodies are called “%s”. Give each a name of its own; a body that goes on in another is "
                              "written under what that was before."),
                            body->name);
  if (*folded == '\0')
    g_free (folded);

  return NULL;
}

/**
 * dz_county_roster_dup_trouble:
 *
 * Returns: (transfer full) (nullable): why the roster cannot be kept as it stands: a body that lost its name, one of
 *   another's name, a past that names nobody
 */
char *
dz_county_roster_dup_trouble (DzCountyRoster *self)
{
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  char *trouble = NULL;

  g_return_val_if_fail (DZ_IS_COUNTY_ROSTER (self), NULL);

  for (guint i = 0; i < self->bodies->len && trouble == NULL; i++)
    trouble = dup_trouble_of (self, i, names);

  return trouble;
}

static gboolean
has_body (DzCountyRoster *self,
          const char     *name)
{
  for (guint i = 0; i < self->bodies->len; i++)
    {
      const DzBody *body = g_ptr_array_index (self->bodies, i);
      g_autofree char *here = dz_fold_words (body->name);
      g_autofree char *there = dz_fold_words (name);

      if (g_str_equal (here, there))
        return TRUE;
    }

  return FALSE;
}

static void
add_unlisted (DzCountyRoster *self,
              const DzBody   *body,
              GPtrArray      *names)
{
  g_autoptr(GPtrArray) events = dz_past_parse (body->past, NULL);

  for (guint i = 0; i < events->len; i++)
    {
      const DzPastEvent *event = g_ptr_array_index (events, i);

      for (guint k = 0; k < event->names->len && event->how != DZ_PAST_RENAMED; k++)
        {
          const char *name = g_ptr_array_index (event->names, k);

          if (!has_body (self, name) && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
            g_ptr_array_add (names, g_strdup (name));
        }
    }
}

/**
 * dz_county_roster_list_unlisted:
 *
 * Returns: (transfer full) (element-type utf8): bodies that others were made of and that are not on the roster; keeping
 *   it puts them behind the others
 */
GPtrArray *
dz_county_roster_list_unlisted (DzCountyRoster *self)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (DZ_IS_COUNTY_ROSTER (self), names);

  for (guint i = 0; self->changed && i < self->bodies->len; i++)
    add_unlisted (self, g_ptr_array_index (self->bodies, i), names);

  return names;
}

gboolean
dz_county_roster_has_changed (DzCountyRoster *self)
{
  g_return_val_if_fail (DZ_IS_COUNTY_ROSTER (self), FALSE);

  return self->changed;
}

/**
 * dz_county_roster_has_new_names:
 *
 * Returns: whether reports have to be read anew: they are read with the names of the roster
 */
gboolean
dz_county_roster_has_new_names (DzCountyRoster *self)
{
  g_return_val_if_fail (DZ_IS_COUNTY_ROSTER (self), FALSE);

  if (!self->changed)
    return FALSE;
  if (self->bodies->len != self->review->bodies->len)
    return TRUE;
  for (guint i = 0; i < self->bodies->len; i++)
    {
      const DzBody *body = g_ptr_array_index (self->bodies, i);
      const DzBody *was = dz_review_body_named (self->review, body->name);

      if (was == NULL || g_strcmp0 (was->past != NULL ? was->past : "", body->past != NULL ? body->past : "") != 0)
        return TRUE;
    }

  return FALSE;
}

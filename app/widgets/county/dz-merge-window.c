/* dz-merge-window.c - 合并评议簿: what would come in, and whose decision stands where two differ
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-merge-window.h"

#include "dz-conflict-row.h"
#include "dz-spoken.h"

#include <glib/gi18n-lib.h>

#define WIDTH 760
#define HEIGHT 560
#define MOST_NAMES 5

struct _DzMergeWindow
{
  AdwWindow parent_instance;

  GtkLabel *summary; /* borrowed, like the others */
  GtkListBox *conflicts;
  GtkLabel *left;
  GtkWidget *both; /* all mine, all theirs */
  GtkWidget *merge;
};

enum { MERGE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DzMergeWindow, dz_merge_window, ADW_TYPE_WINDOW)

static GtkWidget *
get_row (DzMergeWindow *self,
         int            i)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (self->conflicts, i));
}

static void
show_left (DzMergeWindow *self)
{
  guint left = 0;
  g_autofree char *words = NULL;
  GtkWidget *row;

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    left += dz_conflict_row_get_choice (row) == DZ_CHOICE_NONE;
  words = left > 0 ? g_strdup_printf (ngettext ("%u place to decide", "%u places to decide", left), left) : g_strdup ("");
  gtk_label_set_label (self->left, words);
  gtk_widget_set_sensitive (self->merge, left == 0);
}

static void
chosen_cb (gpointer user_data)
{
  show_left (user_data);
}

static void
choose_all (DzMergeWindow *self,
            DzChoice       choice)
{
  GtkWidget *row;

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    dz_conflict_row_choose (row, choice);
}

static void
all_mine_cb (DzMergeWindow *self)
{
  choose_all (self, DZ_CHOICE_MINE);
}

static void
all_theirs_cb (DzMergeWindow *self)
{
  choose_all (self, DZ_CHOICE_THEIRS);
}

static void
merge_cb (DzMergeWindow *self)
{
  g_autoptr(GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GtkWidget *row;

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    if (dz_conflict_row_get_choice (row) == DZ_CHOICE_THEIRS)
      g_hash_table_add (keys, g_strdup (dz_conflict_row_get_key (row)));
  g_signal_emit (self, signals[MERGE], 0, keys);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
dz_merge_window_class_init (DzMergeWindowClass *klass)
{
  signals[MERGE] = g_signal_new ("merge", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_HASH_TABLE);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
make_button (DzMergeWindow *self,
             const char    *words,
             GCallback      callback)
{
  GtkWidget *button = gtk_button_new_with_label (words);

  g_signal_connect_swapped (button, "clicked", callback, self);

  return button;
}

static GtkWidget *
make_foot (DzMergeWindow *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->both = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->left = GTK_LABEL (gtk_label_new (NULL));
  self->merge = make_button (self, _("Merge"), G_CALLBACK (merge_cb));
  gtk_widget_add_css_class (self->merge, "suggested-action");
  gtk_box_append (GTK_BOX (self->both), make_button (self, _("All Mine"), G_CALLBACK (all_mine_cb)));
  gtk_box_append (GTK_BOX (self->both), make_button (self, _("All Theirs"), G_CALLBACK (all_theirs_cb)));
  gtk_label_set_xalign (self->left, 1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->left), TRUE);
  gtk_widget_set_valign (self->merge, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->both, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (foot, "dz-foot");
  gtk_box_append (GTK_BOX (foot), self->both);
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->left));
  gtk_box_append (GTK_BOX (foot), self->merge);

  return foot;
}

static void
dz_merge_window_init (DzMergeWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroll = gtk_scrolled_window_new ();

  self->summary = GTK_LABEL (gtk_label_new (NULL));
  self->conflicts = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_label_set_xalign (self->summary, 0);
  gtk_label_set_wrap (self->summary, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "dz-grid-words");
  gtk_list_box_set_selection_mode (self->conflicts, GTK_SELECTION_NONE);
  gtk_list_box_set_show_separators (self->conflicts, TRUE);
  dz_spoken_set_name (GTK_WIDGET (self->conflicts), _("Decided here and there, and not the same"));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), GTK_WIDGET (self->conflicts));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroll, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (box), scroll);
  gtk_box_append (GTK_BOX (box), make_foot (self));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_title (GTK_WINDOW (self), _("Merge Another Review"));
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
}

/* “青禾镇 2024、澜桥镇 2024等3份”: no more than are read at a glance. */
static void
add_second (GString   *words,
            GPtrArray *second)
{
  g_autoptr(GString) names = g_string_new (NULL);

  if (second->len == 0)
    return;
  for (guint i = 0; i < MIN (second->len, MOST_NAMES); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? _(", ") : "", (const char *) g_ptr_array_index (second, i));
  if (second->len > MOST_NAMES)
    g_string_append (names, _(" and others"));
  g_string_append_printf (words, ngettext (" %u of them is the second report of its body and year here (%s): which holds is asked at the imported files.",
                                           " %u of them are second reports of their body and year here (%s): which hold is asked at the imported files.",
                                           second->len), second->len, names->str);
}

static void
add_part (GString    *words,
          guint       n,
          const char *part)
{
  if (n == 0)
    return;
  if (words->len > 0)
    g_string_append (words, _(", "));
  g_string_append (words, part);
}

/* “NAME brings: 3 new reports, 20 decisions. …” */
static char *
describe (const char     *other,
          const DzMerged *merged)
{
  g_autofree char *name = g_path_get_basename (other);
  g_autofree char *reports =
    g_strdup_printf (ngettext ("%u new report", "%u new reports", merged->added), merged->added);
  g_autofree char *decisions =
    g_strdup_printf (ngettext ("%u decision nobody made here", "%u decisions nobody made here", merged->taken), merged->taken);
  g_autofree char *bodies =
    g_strdup_printf (ngettext ("%u body for the roster", "%u bodies for the roster", merged->bodies), merged->bodies);
  g_autoptr(GString) parts = g_string_new (NULL);
  GString *words = g_string_new (NULL);

  add_part (parts, merged->added, reports);
  add_part (parts, merged->taken, decisions);
  add_part (parts, merged->bodies, bodies);
  if (parts->len > 0)
    g_string_append_printf (words, _("“%s” brings %s."), name, parts->str);
  add_second (words, merged->second);
  if (merged->conflicts->len > 0)
    g_string_append_printf (words, ngettext (" %u place was decided here and there, and not the same: whose stands?",
                                             " %u places were decided here and there, and not the same: whose stands?",
                                             merged->conflicts->len), merged->conflicts->len);
  if (merged->left_out->len > 0)
    g_string_append_printf (words, ngettext (" %u cause finds no place here.", " %u causes find no place here.",
                                             merged->left_out->len), merged->left_out->len);
  g_string_append (words, _(" All of it is one step, which can be undone."));

  return g_strstrip (g_string_free (words, FALSE));
}

/**
 * dz_merge_window_new:
 * @other: path of the other review
 * @merged: what would come of it
 *
 * Returns: (transfer floating): a window that asks
 */
DzMergeWindow *
dz_merge_window_new (DzSession      *session,
                     const char     *other,
                     const DzMerged *merged,
                     GtkWindow      *parent)
{
  DzMergeWindow *self = g_object_new (DZ_TYPE_MERGE_WINDOW, "transient-for", parent, NULL);
  g_autofree char *words = describe (other, merged);

  gtk_label_set_label (self->summary, words);
  for (guint i = 0; i < merged->conflicts->len; i++)
    gtk_list_box_append (self->conflicts, dz_conflict_row_new (g_ptr_array_index (merged->conflicts, i),
                                                               dz_session_get_codebook (session), chosen_cb, self));
  gtk_widget_set_visible (self->both, merged->conflicts->len > 0);
  show_left (self);

  return self;
}

/* dz-choices.c - the rows of a drop-down whose choices change while the program runs
 *
 * A drop-down keeps one model for life and its rows change in it, only where
 * they differ: a model replaced while its own choice is being told ends in a
 * loop inside GTK. While the rows change nobody is told of a choice, because
 * nobody made one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-choices.h"

#define LEAST_CHARS 4 /* of what is shown where there is no room; more than “…” */

static GtkStringList *
ensure_model (GtkDropDown *drop)
{
  GListModel *model = gtk_drop_down_get_model (drop);
  g_autoptr(GtkStringList) made = NULL;

  if (GTK_IS_STRING_LIST (model))
    return GTK_STRING_LIST (model);
  made = gtk_string_list_new (NULL);
  gtk_drop_down_set_model (drop, G_LIST_MODEL (made));

  return made;
}

/* How many rows at the head of @list are @names already. */
static guint
count_same (GtkStringList     *list,
            const char *const *names)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  guint same = 0;

  while (same < n && names[same] != NULL && g_str_equal (gtk_string_list_get_string (list, same), names[same]))
    same++;

  return same;
}

/**
 * dz_choices_set:
 * @names: (array zero-terminated=1): all rows, as they are to stand
 * @selected: the chosen row, %GTK_INVALID_LIST_POSITION: none
 * @listener: (nullable): the data its signal handlers were connected with; they are not called
 *
 * May be called from within a handler of the drop-down's own notify::selected.
 */
void
dz_choices_set (GtkDropDown       *drop,
                const char *const *names,
                guint              selected,
                gpointer           listener)
{
  GtkStringList *list;
  guint same, n;

  g_return_if_fail (GTK_IS_DROP_DOWN (drop) && names != NULL);

  g_signal_handlers_block_matched (drop, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, listener);
  list = ensure_model (drop);
  n = g_list_model_get_n_items (G_LIST_MODEL (list));
  same = count_same (list, names);
  if (same < n || names[same] != NULL)
    gtk_string_list_splice (list, same, n - same, names + same);
  if (gtk_drop_down_get_selected (drop) != selected)
    gtk_drop_down_set_selected (drop, selected);
  g_signal_handlers_unblock_matched (drop, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, listener);
}

static GtkListView *
find_list (GtkWidget *from)
{
  if (GTK_IS_LIST_VIEW (from))
    return GTK_LIST_VIEW (from);
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkListView *found = find_list (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/**
 * dz_choices_add_search:
 *
 * Gives @drop a search that finds its words anywhere in a name. GTK 4.8 looks only at the beginning
 * and has no property for it, so the filter is taken from the list that shows the rows.
 */
void
dz_choices_add_search (GtkDropDown *drop)
{
  g_autoptr(GtkExpression) name = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkListView *view = find_list (GTK_WIDGET (drop));
  GListModel *model;

  gtk_drop_down_set_expression (drop, name);
  gtk_drop_down_set_enable_search (drop, TRUE);
  ensure_model (drop);
  model = view != NULL ? G_LIST_MODEL (gtk_list_view_get_model (view)) : NULL;
  while (model != NULL && !GTK_IS_FILTER_LIST_MODEL (model))
    model = GTK_IS_SINGLE_SELECTION (model) ? gtk_single_selection_get_model (GTK_SINGLE_SELECTION (model))
            : GTK_IS_NO_SELECTION (model)   ? gtk_no_selection_get_model (GTK_NO_SELECTION (model))
                                            : NULL;
  if (model != NULL && GTK_IS_STRING_FILTER (gtk_filter_list_model_get_filter (GTK_FILTER_LIST_MODEL (model))))
    gtk_string_filter_set_match_mode (
      GTK_STRING_FILTER (gtk_filter_list_model_get_filter (GTK_FILTER_LIST_MODEL (model))),
      GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
}

static void
setup_chosen_cb (GtkListItemFactory *factory,
                 GtkListItem        *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), LEAST_CHARS);
  gtk_list_item_set_child (item, label);
}

static void
bind_chosen_cb (GtkListItemFactory *factory,
                GtkListItem        *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (GTK_STRING_OBJECT (gtk_list_item_get_item (item))));
}

/**
 * dz_choices_give_way:
 *
 * Lets the choice that @drop shows end in “…” where there is no room for all of it; its rows stay whole. GTK 4.8 makes
 * both alike, as wide as their words.
 */
void
dz_choices_give_way (GtkDropDown *drop)
{
  g_autoptr(GtkListItemFactory) chosen = gtk_signal_list_item_factory_new ();

  g_return_if_fail (GTK_IS_DROP_DOWN (drop));

  gtk_drop_down_set_list_factory (drop, gtk_drop_down_get_factory (drop));
  g_signal_connect (chosen, "setup", G_CALLBACK (setup_chosen_cb), NULL);
  g_signal_connect (chosen, "bind", G_CALLBACK (bind_chosen_cb), NULL);
  gtk_drop_down_set_factory (drop, chosen);
}

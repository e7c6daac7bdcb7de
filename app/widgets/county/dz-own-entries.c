/* dz-own-entries.c - the county's own codes, indicators and cues, a form each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-own-entries.h"

#include "dz-choices.h"
#include "dz-own-entry-row.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  gboolean weakness;
  const char *id; /* (nullable) interned: of the codebook; NULL: a new one */
} Offer;

struct _DzOwnEntries
{
  AdwPreferencesGroup parent_instance;

  DzCodebook *codebook;
  char *xml;
  GPtrArray *rows;     /* borrowed */
  GtkWidget *wrong;    /* borrowed, like the rest: says that nothing can be shown */
  GtkWidget *add_row;
  GtkDropDown *offers_drop;
  GArray *offers;      /* Offer, in the order of the drop-down */
};

static guint changed;

G_DEFINE_FINAL_TYPE (DzOwnEntries, dz_own_entries, ADW_TYPE_PREFERENCES_GROUP)

static void
take (DzOwnEntries *self,
      char         *xml)
{
  if (xml == NULL)
    return;
  g_free (self->xml);
  self->xml = xml;
  g_signal_emit (self, changed, 0);
}

static void
row_changed_cb (DzOwnEntryRow *row,
                DzOwnEntries  *self)
{
  take (self, dz_own_words_put (self->xml, dz_own_entry_row_get_words (row), NULL));
}

/* Later: its own button is still at work. */
static gboolean
drop_row_cb (gpointer row)
{
  GtkWidget *group = gtk_widget_get_ancestor (row, DZ_TYPE_OWN_ENTRIES);

  if (group != NULL)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);

  return G_SOURCE_REMOVE;
}

static void
row_removed_cb (DzOwnEntryRow *row,
                DzOwnEntries  *self)
{
  take (self, dz_own_words_remove (self->xml, dz_own_entry_row_get_words (row), NULL));
  g_ptr_array_remove (self->rows, row);
  g_idle_add_full (G_PRIORITY_DEFAULT, drop_row_cb, g_object_ref (row), g_object_unref);
}

static GtkWidget *
add_row (DzOwnEntries *self,
         DzOwnWords   *words)
{
  GtkWidget *row = dz_own_entry_row_new (self->codebook, words);

  g_signal_connect_object (row, "changed", G_CALLBACK (row_changed_cb), self, 0);
  g_signal_connect_object (row, "removed", G_CALLBACK (row_removed_cb), self, 0);
  g_ptr_array_add (self->rows, row);
  /* the row that adds stays the last */
  g_object_ref (self->add_row);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->add_row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->add_row);
  g_object_unref (self->add_row);

  return row;
}

static DzOwnEntryRow *
find_row (DzOwnEntries *self,
          const Offer  *offer)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const DzOwnWords *words = dz_own_entry_row_get_words (g_ptr_array_index (self->rows, i));

      if (words->weakness == offer->weakness && g_strcmp0 (words->id, offer->id) == 0)
        return g_ptr_array_index (self->rows, i);
    }

  return NULL;
}

static void
add_clicked_cb (DzOwnEntries *self)
{
  const Offer *offer = &g_array_index (self->offers, Offer, gtk_drop_down_get_selected (self->offers_drop));
  g_autofree char *own = offer->id == NULL ? dz_own_words_dup_id (self->xml) : NULL;
  DzOwnEntryRow *row = offer->id != NULL ? find_row (self, offer) : NULL;

  if (row == NULL)
    {
      DzOwnWords *words = dz_own_words_new (offer->weakness, own != NULL ? own : offer->id);

      if (own != NULL)
        {
          words->name = g_strdup ("");
          words->kind = offer->weakness ? NULL : g_strdup ("count");
          words->unit = offer->weakness ? NULL : g_strdup ("个");
        }
      row = DZ_OWN_ENTRY_ROW (add_row (self, words));
    }
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

static void
offer_entries (DzOwnEntries *self,
               GPtrArray    *names,
               gboolean      weakness)
{
  GPtrArray *entries = dz_codebook_list (self->codebook, weakness ? DZ_ENTRY_WEAKNESS : DZ_ENTRY_INDICATOR);

  for (guint i = 0; i < entries->len; i++)
    {
      const DzEntry *entry = g_ptr_array_index (entries, i);
      Offer offer = { weakness, entry->id };

      g_array_append_val (self->offers, offer);
      g_ptr_array_add (names, g_strdup_printf (weakness ? _("Weakness: %s") : _("Indicator: %s"), entry->name));
    }
}

static void
make_add_row (DzOwnEntries *self)
{
  GtkWidget *button = gtk_button_new_with_label (_("Add"));
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  Offer weakness = { TRUE, NULL };
  Offer indicator = { FALSE, NULL };

  g_array_append_val (self->offers, weakness);
  g_ptr_array_add (names, g_strdup (_("A new weakness")));
  g_array_append_val (self->offers, indicator);
  g_ptr_array_add (names, g_strdup (_("A new indicator")));
  offer_entries (self, names, TRUE);
  offer_entries (self, names, FALSE);
  g_ptr_array_add (names, NULL);
  self->add_row = adw_action_row_new ();
  self->offers_drop = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  dz_choices_add_search (self->offers_drop);
  dz_choices_set (self->offers_drop, (const char *const *) names->pdata, 0, self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add_row), _("What to add cues for"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->offers_drop), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What to add cues for"), -1);
  gtk_widget_set_valign (GTK_WIDGET (self->offers_drop), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (add_clicked_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->add_row), GTK_WIDGET (self->offers_drop));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->add_row), button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->add_row);
}

static void
dz_own_entries_dispose (GObject *object)
{
  DzOwnEntries *self = DZ_OWN_ENTRIES (object);

  g_clear_pointer (&self->codebook, dz_codebook_unref);
  g_clear_pointer (&self->xml, g_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->offers, g_array_unref);

  G_OBJECT_CLASS (dz_own_entries_parent_class)->dispose (object);
}

static void
dz_own_entries_class_init (DzOwnEntriesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dz_own_entries_dispose;
  changed = g_signal_new ("changed", DZ_TYPE_OWN_ENTRIES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dz_own_entries_init (DzOwnEntries *self)
{
  self->rows = g_ptr_array_new ();
  self->offers = g_array_new (FALSE, FALSE, sizeof (Offer));
}

/**
 * dz_own_entries_new:
 * @codebook: with what can be added to
 *
 * Returns: (transfer floating): the forms, none yet
 */
GtkWidget *
dz_own_entries_new (DzCodebook *codebook)
{
  DzOwnEntries *self = g_object_new (DZ_TYPE_OWN_ENTRIES, "title", _("The county's own additions"), "description",
                                     _("Words by which reports of this county name a weakness or a number, on top of "
                                       "the built-in codebook"),
                                     NULL);

  self->codebook = dz_codebook_ref (codebook);
  self->wrong = gtk_label_new (_("The additions below are no XML, so they cannot be shown here: put them right first."));
  gtk_label_set_wrap (GTK_LABEL (self->wrong), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->wrong), 0);
  gtk_widget_add_css_class (self->wrong, "error");
  gtk_widget_set_visible (self->wrong, FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->wrong);
  make_add_row (self);

  return GTK_WIDGET (self);
}

/**
 * dz_own_entries_set_xml:
 * @xml: (nullable): the additions as they are
 *
 * Shows them; nothing is told of it.
 */
void
dz_own_entries_set_xml (DzOwnEntries *self,
                        const char   *xml)
{
  g_autoptr(GPtrArray) all = NULL;

  g_return_if_fail (DZ_IS_OWN_ENTRIES (self));

  g_free (self->xml);
  self->xml = g_strdup (xml);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  all = dz_own_words_list (xml, NULL);
  gtk_widget_set_visible (self->wrong, all == NULL);
  gtk_widget_set_visible (self->add_row, all != NULL);
  while (all != NULL && all->len > 0)
    add_row (self, g_ptr_array_steal_index (all, 0));
}

/**
 * dz_own_entries_get_xml:
 *
 * Returns: (transfer none) (nullable): the additions with what was entered
 */
const char *
dz_own_entries_get_xml (DzOwnEntries *self)
{
  g_return_val_if_fail (DZ_IS_OWN_ENTRIES (self), NULL);

  return self->xml;
}

/* dz-contents-row.c - a part of the briefing: whether it is printed, on which pages, and where it stands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-contents-row.h"

#include "dz-spoken.h"
#include "dz-tip.h"

#include <glib/gi18n-lib.h>

struct _DzContentsRow
{
  GtkListBoxRow parent_instance;

  char *id;
};

enum
{
  TICKED,
  MOVED_UP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DzContentsRow, dz_contents_row, GTK_TYPE_LIST_BOX_ROW)

static void
toggled_cb (DzContentsRow  *self,
            GtkCheckButton *check)
{
  g_signal_emit (self, signals[TICKED], 0, gtk_check_button_get_active (check));
}

static void
up_clicked_cb (DzContentsRow *self)
{
  g_signal_emit (self, signals[MOVED_UP], 0);
}

static void
dz_contents_row_finalize (GObject *object)
{
  g_free (DZ_CONTENTS_ROW (object)->id);

  G_OBJECT_CLASS (dz_contents_row_parent_class)->finalize (object);
}

static void
dz_contents_row_class_init (DzContentsRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dz_contents_row_finalize;

  signals[TICKED] = g_signal_new ("ticked", DZ_TYPE_CONTENTS_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_BOOLEAN);
  signals[MOVED_UP] =
    g_signal_new ("moved-up", DZ_TYPE_CONTENTS_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dz_contents_row_init (DzContentsRow *self)
{
}

static GtkWidget *
make_check (DzContentsRow        *self,
            const DzBriefingPart *part)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), part->ticked && part->possible);
  gtk_widget_set_sensitive (check, part->possible);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, part->name, -1);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (toggled_cb), self);

  return check;
}

static GtkWidget *
make_up (DzContentsRow *self,
         gboolean       first)
{
  GtkWidget *up = gtk_button_new_from_icon_name ("go-up-symbolic");

  gtk_widget_add_css_class (up, "flat");
  gtk_widget_add_css_class (up, "dz-cell-button");
  dz_tip_set (up, _("Move up"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (up), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Move up"), -1);
  gtk_widget_set_sensitive (up, !first);
  g_signal_connect_swapped (up, "clicked", G_CALLBACK (up_clicked_cb), self);

  return up;
}

/**
 * dz_contents_row_new:
 * @part: what the row tells now
 * @pages: “3” or “3–5”, "" where it has none
 * @first: nothing stands above it
 *
 * Returns: (transfer floating): a row that says “ticked” and “moved-up”
 */
GtkWidget *
dz_contents_row_new (const DzBriefingPart *part,
                     const char           *pages,
                     gboolean              first)
{
  DzContentsRow *self = g_object_new (DZ_TYPE_CONTENTS_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (part->name);
  GtkWidget *numbers = gtk_label_new (pages);

  self->id = g_strdup (part->id);
  dz_tip_set (GTK_WIDGET (self), part->reason);
  dz_spoken_set_name (GTK_WIDGET (self), part->name);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (numbers, "dz-secondary");
  gtk_box_append (GTK_BOX (box), make_check (self, part));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), numbers);
  gtk_box_append (GTK_BOX (box), make_up (self, first));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);

  return GTK_WIDGET (self);
}

/**
 * dz_contents_row_get_id:
 *
 * Returns: (transfer none): of the part
 */
const char *
dz_contents_row_get_id (DzContentsRow *self)
{
  g_return_val_if_fail (DZ_IS_CONTENTS_ROW (self), NULL);

  return self->id;
}

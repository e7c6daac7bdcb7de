/* dz-import-bar.c - how far an import has come, with a way to stop it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-import-bar.h"

#include <glib/gi18n-lib.h>

struct _DzImportBar
{
  AdwBin parent_instance;

  /* template */
  GtkRevealer *revealer;
  GtkSpinner *spinner;
  GtkLabel *label;
  GtkProgressBar *bar;

  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (DzImportBar, dz_import_bar, ADW_TYPE_BIN)

static void
cancel_clicked_cb (DzImportBar *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static void
dz_import_bar_dispose (GObject *object)
{
  g_clear_object (&DZ_IMPORT_BAR (object)->cancellable);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), DZ_TYPE_IMPORT_BAR);

  G_OBJECT_CLASS (dz_import_bar_parent_class)->dispose (object);
}

static void
dz_import_bar_class_init (DzImportBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dz_import_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duizhao/Duizhao/dz-import-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, DzImportBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, DzImportBar, spinner);
  gtk_widget_class_bind_template_child (widget_class, DzImportBar, label);
  gtk_widget_class_bind_template_child (widget_class, DzImportBar, bar);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
}

static void
dz_import_bar_init (DzImportBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dz_import_bar_begin:
 * @cancellable: what the cancel button cancels
 */
void
dz_import_bar_begin (DzImportBar  *self,
                     GCancellable *cancellable)
{
  g_return_if_fail (DZ_IS_IMPORT_BAR (self));

  g_set_object (&self->cancellable, cancellable);
  gtk_label_set_label (self->label, _("Looking for reports…"));
  gtk_progress_bar_set_fraction (self->bar, 0);
  gtk_spinner_start (self->spinner);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

/**
 * dz_import_bar_update:
 * @name: (nullable): the file just finished
 */
void
dz_import_bar_update (DzImportBar *self,
                      const char  *name,
                      guint        done,
                      guint        total)
{
  g_autofree char *text = NULL;

  g_return_if_fail (DZ_IS_IMPORT_BAR (self));

  if (name != NULL)
    {
      text = g_strdup_printf (_("Read %u of %u: %s"), done, total, name);
      gtk_label_set_label (self->label, text);
    }
  gtk_progress_bar_set_fraction (self->bar, total > 0 ? (double) done / total : 0);
}

void
dz_import_bar_end (DzImportBar *self)
{
  g_return_if_fail (DZ_IS_IMPORT_BAR (self));

  g_clear_object (&self->cancellable);
  gtk_spinner_stop (self->spinner);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

gboolean
dz_import_bar_is_busy (DzImportBar *self)
{
  g_return_val_if_fail (DZ_IS_IMPORT_BAR (self), FALSE);

  return self->cancellable != NULL;
}

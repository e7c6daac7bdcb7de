/* dz-application.c - one process, its command line and its windows
 *
 *   duizhao                      the empty page, with the recent reviews
 *   duizhao REVIEW.duizhao       opens it
 *   duizhao FILE|FOLDER...       imports them into a new review
 *   duizhao --sample             opens the sample county
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-application.h"

#include "dz-job-thread.h"
#include "dz-widgets-resources.h"
#include "dz-window.h"

#include <glib/gi18n-lib.h>

/* A page that does not end is given up by its reader long before. */
#define LAST_JOB_SECONDS 60

struct _DzApplication
{
  AdwApplication parent_instance;

  GtkCssProvider *dark;     /* over the light style while the style is dark */
  GtkCssProvider *contrast; /* over either while high contrast is asked for */
};

G_DEFINE_FINAL_TYPE (DzApplication, dz_application, ADW_TYPE_APPLICATION)

static DzWindow *
ensure_window (DzApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    window = GTK_WINDOW (dz_window_new (ADW_APPLICATION (self)));

  return DZ_WINDOW (window);
}

static void
dz_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (ensure_window (DZ_APPLICATION (application))));
}

static int
dz_application_command_line (GApplication            *application,
                             GApplicationCommandLine *command_line)
{
  DzWindow *window = ensure_window (DZ_APPLICATION (application));
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  g_autofree const char **names = NULL;
  g_autoptr(GPtrArray) imports = g_ptr_array_new_with_free_func (g_free);

  gtk_window_present (GTK_WINDOW (window));
  if (g_variant_dict_contains (options, "sample"))
    dz_window_open_sample (window);
  if (g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &names))
    for (guint i = 0; names[i] != NULL; i++)
      {
        g_autoptr(GFile) file = g_application_command_line_create_file_for_arg (command_line,
                                                                                names[i]);
        g_autofree char *path = g_file_get_path (file);

        if (path != NULL && g_str_has_suffix (path, ".duizhao"))
          dz_window_open_review (window, path, TRUE);
        else if (path != NULL)
          g_ptr_array_add (imports, g_steal_pointer (&path));
      }
  if (imports->len > 0)
    {
      g_ptr_array_add (imports, NULL);
      dz_window_import (window, (const char *const *) imports->pdata);
    }

  return 0;
}

static int
dz_application_handle_local_options (GApplication *application,
                                     GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("duizhao " DZ_VERSION "\n");
      return 0;
    }
  if (g_variant_dict_contains (options, "check-display"))
    return gtk_init_check () ? 0 : 1;

  return -1;
}

/* What an administrator is asked for when something looks wrong: those of the toolkit as they run,
 * the others as the program was built with. */
static char *
dup_libraries (void)
{
  g_autofree char *others = g_strdelimit (g_strdup (DZ_LIBRARIES), "|", '\n');

  return g_strdup_printf ("duizhao %s\nGTK %u.%u.%u\nlibadwaita %u.%u.%u\nGLib %u.%u.%u\ncairo %s\nPango %s\n%s", DZ_VERSION,
                          gtk_get_major_version (), gtk_get_minor_version (), gtk_get_micro_version (),
                          adw_get_major_version (), adw_get_minor_version (), adw_get_micro_version (),
                          glib_major_version, glib_minor_version, glib_micro_version, cairo_version_string (),
                          pango_version_string (), others);
}

static void
about_action_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  g_autofree char *libraries = dup_libraries ();

  adw_show_about_window (gtk_application_get_active_window (GTK_APPLICATION (user_data)),
                         "application-name", _("Duizhao"),
                         "application-icon", "org.duizhao.Duizhao",
                         "version", DZ_VERSION,
                         "comments", _("Compares the yearly rule-of-law reports of townships side by side, with the words of the reports as evidence. Works without a network."),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "debug-info", libraries,
                         "debug-info-filename", "duizhao-libraries.txt",
                         NULL);
}

static void
help_action_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (user_data));
  g_autoptr(GtkBuilder) builder = gtk_builder_new_from_resource ("/org/duizhao/Duizhao/dz-help.ui");
  GtkWindow *help = GTK_WINDOW (gtk_builder_get_object (builder, "help"));
  GtkStack *pages = GTK_STACK (gtk_builder_get_object (builder, "pages"));

  /* each view has its page */
  if (DZ_IS_WINDOW (parent))
    gtk_stack_set_visible_child_name (pages, dz_window_get_view_name (DZ_WINDOW (parent)));

  gtk_window_set_transient_for (help, parent);
  gtk_window_present (help);
}

static void
quit_action_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  g_list_free_full (windows, (GDestroyNotify) gtk_window_close);
}

static void
use_style (GtkCssProvider *style,
           gboolean        use,
           int             above)
{
  GdkDisplay *display = gdk_display_get_default ();

  if (use)
    gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (style),
                                                GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + above);
  else
    gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (style));
}

static void
style_changed_cb (DzApplication *self)
{
  AdwStyleManager *styles = adw_style_manager_get_default ();

  use_style (self->dark, adw_style_manager_get_dark (styles), 1);
  use_style (self->contrast, adw_style_manager_get_high_contrast (styles), 2);
}

static void
dz_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { "about", about_action_cb },
    { "help", help_action_cb },
    { "quit", quit_action_cb },
  };
  static const char *const help_accels[] = { "F1", NULL };
  static const char *const quit_accels[] = { "<Control>q", NULL };
  g_autoptr(GtkCssProvider) css = gtk_css_provider_new ();

  G_APPLICATION_CLASS (dz_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "app.help", help_accels);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "app.quit", quit_accels);
  gtk_css_provider_load_from_resource (css, "/org/duizhao/Duizhao/dz-style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (css),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  DZ_APPLICATION (application)->dark = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (DZ_APPLICATION (application)->dark,
                                       "/org/duizhao/Duizhao/dz-style-dark.css");
  DZ_APPLICATION (application)->contrast = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (DZ_APPLICATION (application)->contrast,
                                       "/org/duizhao/Duizhao/dz-style-contrast.css");
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (style_changed_cb), application, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (style_changed_cb), application, G_CONNECT_SWAPPED);
  style_changed_cb (DZ_APPLICATION (application));
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/org/duizhao/Duizhao/icons");
  gtk_window_set_default_icon_name ("org.duizhao.Duizhao");
}

/* The windows are gone and what they had cancelled is stopping; a briefing half written is let finish. */
static void
dz_application_shutdown (GApplication *application)
{
  G_APPLICATION_CLASS (dz_application_parent_class)->shutdown (application);

  if (!dz_job_wait (LAST_JOB_SECONDS))
    g_warning ("A job is still at work after %d seconds; it is left to end with the program.",
               LAST_JOB_SECONDS);
}

static void
dz_application_dispose (GObject *object)
{
  g_clear_object (&DZ_APPLICATION (object)->dark);
  g_clear_object (&DZ_APPLICATION (object)->contrast);

  G_OBJECT_CLASS (dz_application_parent_class)->dispose (object);
}

static void
dz_application_class_init (DzApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  /* named, so that the linker keeps the resource of a static library */
  g_resources_register (dz_widgets_get_resource ());

  G_OBJECT_CLASS (klass)->dispose = dz_application_dispose;
  application_class->activate = dz_application_activate;
  application_class->command_line = dz_application_command_line;
  application_class->handle_local_options = dz_application_handle_local_options;
  application_class->shutdown = dz_application_shutdown;
  application_class->startup = dz_application_startup;
}

static void
dz_application_init (DzApplication *self)
{
  const GOptionEntry options[] = {
    { "sample", 0, 0, G_OPTION_ARG_NONE, NULL, _("Open the sample county"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, _("Tell the version"), NULL },
    { "check-display", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL, NULL, NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, _("[FILE…]") },
    { NULL }
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

DzApplication *
dz_application_new (void)
{
  return g_object_new (DZ_TYPE_APPLICATION,
                       "application-id", "org.duizhao.Duizhao",
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_NON_UNIQUE,
                       NULL);
}

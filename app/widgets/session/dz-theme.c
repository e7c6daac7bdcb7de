/* dz-theme.c - the codebook's colours of weakness themes, as GTK paints them
 *
 * Style classes named like the themes are written from the codebook as it is
 * loaded, and again when the style turns dark or light. A county's own theme
 * has its look as long as the program runs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-theme.h"

#include <adwaita.h>
#include <string.h>

static GHashTable *looks; /* interned id -> DzThemeLook; main thread only */
static GtkCssProvider *provider;
static char *written; /* what it holds: to load it anew, even the same, styles every widget anew */

static void
append_rules (GString              *css,
              const char           *id,
              const DzThemeColours *colours)
{
  g_string_append_printf (css, ".%s { background-color: #%06x; }\n", id, colours->tint);
  g_string_append_printf (css, ".dz-tag.%s { color: #%06x; box-shadow: inset 3px 0 0 0 #%06x; }\n", id,
                          colours->label, colours->solid);
  g_string_append_printf (css, ".dz-tag.%s.selected { box-shadow: inset 3px 0 0 0 #%06x, "
                          "0 0 0 2px @accent_bg_color; }\n", id, colours->solid);
}

/* A name that is a class as it is; a foreign codebook writes no style of its own. */
static gboolean
is_class (const char *id)
{
  return g_ascii_isalpha (id[0]) &&
         strspn (id, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-") == strlen (id);
}

static void
write_style (void)
{
  g_autoptr(GString) css = g_string_new (NULL);
  gboolean dark = dz_theme_is_dark ();
  GHashTableIter iter;
  gpointer id, look;

  g_hash_table_iter_init (&iter, looks);
  while (g_hash_table_iter_next (&iter, &id, &look))
    if (is_class (id))
      append_rules (css, id, dark ? &((DzThemeLook *) look)->dark : &((DzThemeLook *) look)->light);
  if (g_strcmp0 (css->str, written) == 0)
    return;
  gtk_css_provider_load_from_data (provider, css->str, (gssize) css->len);
  g_free (written);
  written = g_strdup (css->str);
}

static void
start (void)
{
  looks = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_free);
  provider = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_signal_connect (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (write_style), NULL);
}

/**
 * dz_theme_take:
 * @codebook: of the program or of a county
 *
 * Makes the looks of its weakness themes known to the window.
 */
void
dz_theme_take (DzCodebook *codebook)
{
  GPtrArray *themes = dz_codebook_list (codebook, DZ_ENTRY_THEME);

  if (looks == NULL)
    start ();
  for (guint i = 0; i < themes->len; i++)
    {
      const DzEntry *theme = g_ptr_array_index (themes, i);
      DzThemeLook *look;

      if (!g_str_has_prefix (theme->id, "w:"))
        continue;
      look = g_new (DzThemeLook, 1);
      dz_theme_look_init (look, theme);
      g_hash_table_insert (looks, (gpointer) g_intern_string (theme->id + 2), look);
    }
  write_style ();
}

static GdkRGBA
to_rgba (guint colour)
{
  return (GdkRGBA) { (float) ((colour >> 16) & 0xff) / 255, (float) ((colour >> 8) & 0xff) / 255,
                     (float) (colour & 0xff) / 255, 1 };
}

/**
 * dz_theme_get_paint:
 * @theme: (nullable): id of a weakness theme; others are grey
 */
void
dz_theme_get_paint (const char   *theme,
                    gboolean      dark,
                    DzThemePaint *paint)
{
  const DzThemeLook *known = looks != NULL && theme != NULL
                               ? g_hash_table_lookup (looks, g_intern_string (theme)) : NULL;
  const DzThemeColours *colours;
  DzThemeLook plain;

  if (known == NULL)
    dz_theme_look_init (&plain, NULL);
  colours = known == NULL ? (dark ? &plain.dark : &plain.light) : dark ? &known->dark : &known->light;
  *paint = (DzThemePaint) { to_rgba (colours->solid), to_rgba (colours->label), to_rgba (colours->tint) };
}

gboolean
dz_theme_is_dark (void)
{
  return adw_style_manager_get_dark (adw_style_manager_get_default ());
}

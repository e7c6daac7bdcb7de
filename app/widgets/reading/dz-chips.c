/* dz-chips.c - the row of chips over the columns: codes and indicators to be gone to
 *
 * Codes come by themselves, the most shared first. Indicators there are too
 * many of: the first that every column has stands there, others are taken from
 * a list and stay.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-chips.h"

#include "dz-pick-list.h"
#include "dz-text-scale.h"
#include "dz-theme.h"
#include "dz-tip.h"
#include "dz-wrap-box.h"

#include <glib/gi18n-lib.h>

struct _DzChips
{
  AdwBin parent_instance;

  GtkWidget *row; /* borrowed */
  DzCodebook *codebook;
  GPtrArray *reports;    /* DzReport, one a column */
  GPtrArray *indicators; /* interned: those taken from the list */
  char *shown;           /* (nullable): what the chips say, to leave them alone while it is the same */
  const char *code;      /* (nullable): of the chip that is pressed */
  const char *indicator; /* (nullable): likewise */
};

enum
{
  FOCUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DzChips, dz_chips, ADW_TYPE_BIN)

static void rebuild (DzChips *self);

/**
 * dz_chips_report_has:
 * @code: (nullable): interned code of a weakness, else
 * @indicator: (nullable): interned indicator
 *
 * Returns: whether @report declares the one or tells the other
 */
gboolean
dz_chips_report_has (DzReport   *report,
                     const char *code,
                     const char *indicator)
{
  for (guint i = 0; code != NULL && i < report->weaknesses->len; i++)
    {
      const DzWeakness *weakness = &g_array_index (report->weaknesses, DzWeakness, i);

      if (dz_weakness_counts (weakness) && weakness->code == code)
        return TRUE;
    }
  for (guint i = 0; indicator != NULL && i < report->figures->len; i++)
    {
      const DzFigure *figure = &g_array_index (report->figures, DzFigure, i);

      if (dz_figure_counts (figure) && figure->indicator == indicator)
        return TRUE;
    }

  return FALSE;
}

static guint
count_columns (DzChips    *self,
               const char *code,
               const char *indicator)
{
  guint n = 0;

  for (guint i = 0; i < self->reports->len; i++)
    n += dz_chips_report_has (g_ptr_array_index (self->reports, i), code, indicator);

  return n;
}

static void
dot_draw_cb (GtkDrawingArea *area,
             cairo_t        *cr,
             int             width,
             int             height,
             gpointer        theme)
{
  DzThemePaint colours;

  dz_theme_get_paint (theme, dz_theme_is_dark (), &colours);
  gdk_cairo_set_source_rgba (cr, &colours.solid);
  cairo_rectangle (cr, 0, (height - 9) / 2.0, 9, 9);
  cairo_fill (cr);
}

static void
toggled_cb (GtkToggleButton *chip,
            DzChips         *self)
{
  if (!gtk_toggle_button_get_active (chip))
    return;
  self->code = g_object_get_data (G_OBJECT (chip), "dz-code");
  self->indicator = g_object_get_data (G_OBJECT (chip), "dz-indicator");
  g_signal_emit (self, signals[FOCUSED], 0);
}

/* On the chip that is pressed already: its passages once more, they may have been scrolled away. */
static void
clicked_cb (GtkToggleButton *chip,
            DzChips         *self)
{
  if (gtk_toggle_button_get_active (chip) && (self->code != NULL || self->indicator != NULL))
    g_signal_emit (self, signals[FOCUSED], 0);
}

static GtkToggleButton *
add_chip (DzChips         *self,
          const char      *text,
          const char      *tooltip,
          const char      *code,
          const char      *indicator,
          GtkToggleButton *group)
{
  const DzEntry *entry = code != NULL ? dz_codebook_find (self->codebook, DZ_ENTRY_WEAKNESS, code) : NULL;
  GtkWidget *chip = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (entry != NULL)
    {
      GtkWidget *dot = gtk_drawing_area_new ();

      gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (dot), 9);
      gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (dot), dot_draw_cb, (gpointer) entry->theme, NULL);
      gtk_box_append (GTK_BOX (box), dot);
    }
  gtk_box_append (GTK_BOX (box), gtk_label_new (text));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "dz-chip");
  dz_tip_set (chip, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (chip), group);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), self->code == code && self->indicator == indicator);
  g_object_set_data (G_OBJECT (chip), "dz-code", (gpointer) code);
  g_object_set_data (G_OBJECT (chip), "dz-indicator", (gpointer) indicator);
  g_signal_connect (chip, "toggled", G_CALLBACK (toggled_cb), self);
  g_signal_connect (chip, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_widget_set_parent (chip, self->row);

  return GTK_TOGGLE_BUTTON (chip);
}

/* Codes found in the open columns, the most shared first, codebook order among equals. */
static void
add_codes (DzChips         *self,
           GtkToggleButton *group)
{
  GPtrArray *entries = dz_codebook_list (self->codebook, DZ_ENTRY_WEAKNESS);

  for (guint wanted = self->reports->len; wanted > 0; wanted--)
    for (guint i = 0; i < entries->len; i++)
      {
        const DzEntry *entry = g_ptr_array_index (entries, i);
        g_autofree char *text = NULL;

        if (count_columns (self, entry->id, NULL) != wanted)
          continue;
        text = g_strdup_printf ("%s %u", entry->short_name != NULL ? entry->short_name : entry->name, wanted);
        add_chip (self, text, entry->name, entry->id, NULL, group);
      }
}

static void
add_indicator (DzChips         *self,
               const char      *indicator,
               GtkToggleButton *group)
{
  g_autofree char *text = g_strdup_printf ("%s %u/%u",
                                           dz_codebook_short_name (self->codebook, DZ_ENTRY_INDICATOR, indicator),
                                           count_columns (self, NULL, indicator), self->reports->len);

  add_chip (self, text, dz_codebook_name (self->codebook, DZ_ENTRY_INDICATOR, indicator), NULL, indicator, group);
}

/* The list goes with its rows, and the keyboard with them: to the chip that was made. */
static void
list_closed_cb (DzChips *self)
{
  rebuild (self);
  for (GtkWidget *chip = gtk_widget_get_first_child (self->row); chip != NULL; chip = gtk_widget_get_next_sibling (chip))
    if (GTK_IS_TOGGLE_BUTTON (chip) && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip)))
      gtk_widget_grab_focus (chip);
}

static void
indicator_taken_cb (DzChips       *self,
                    GtkListBoxRow *row)
{
  const char *indicator = g_object_get_data (G_OBJECT (row), "dz-indicator");
  /* kept: it is gone from the window before it has told everybody that it closes */
  g_autoptr(GtkWidget) popover = g_object_ref (gtk_widget_get_ancestor (GTK_WIDGET (row), GTK_TYPE_POPOVER));

  if (!g_ptr_array_find (self->indicators, indicator, NULL))
    g_ptr_array_add (self->indicators, (gpointer) indicator);
  self->code = NULL;
  self->indicator = indicator;
  g_signal_connect_object (popover, "closed", G_CALLBACK (list_closed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_popover_popdown (GTK_POPOVER (popover));
  g_signal_emit (self, signals[FOCUSED], 0);
}

static gboolean
filter_row_cb (GtkListBoxRow *row,
               gpointer       entry)
{
  const char *wanted = gtk_editable_get_text (entry);

  return *wanted == '\0' || strstr (g_object_get_data (G_OBJECT (row), "dz-words"), wanted) != NULL;
}

/* When it is opened: a row costs more than a chip. */
static void
fill_list (DzChips   *self,
           GtkWidget *popover)
{
  GtkListBox *list = g_object_get_data (G_OBJECT (popover), "dz-list");
  GPtrArray *entries = dz_codebook_list (self->codebook, DZ_ENTRY_INDICATOR);

  if (gtk_list_box_get_row_at_index (list, 0) != NULL)
    return;
  for (guint i = 0; i < entries->len; i++)
    {
      const DzEntry *entry = g_ptr_array_index (entries, i);
      guint n = count_columns (self, NULL, entry->id);
      char *words = g_strdup_printf ("%s  %u/%u", entry->name, n, self->reports->len);
      GtkWidget *label = gtk_label_new (words);
      GtkWidget *row = gtk_list_box_row_new ();

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
      g_object_set_data (G_OBJECT (row), "dz-indicator", (gpointer) entry->id);
      g_object_set_data_full (G_OBJECT (row), "dz-words", words, g_free);
      if (n > 0)
        gtk_list_box_append (list, row);
      else
        g_object_unref (g_object_ref_sink (row));
    }
}

static void
add_list (DzChips *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *entry = gtk_search_entry_new ();
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scroll = gtk_scrolled_window_new ();

  g_object_set_data (G_OBJECT (popover), "dz-list", list);
  g_signal_connect_object (popover, "show", G_CALLBACK (fill_list), self, G_CONNECT_SWAPPED);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (list), filter_row_cb, entry, NULL);
  g_signal_connect_swapped (entry, "search-changed", G_CALLBACK (gtk_list_box_invalidate_filter), list);
  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (indicator_taken_cb), self);
  dz_pick_list_link (GTK_SEARCH_ENTRY (entry), GTK_LIST_BOX (list));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search for an indicator"),
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Indicators of these reports"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  dz_text_scale_request (scroll, 280, 320);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), scroll);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Indicator"));
  dz_tip_set (button, _("Go to the passages of an indicator"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Go to the passages of an indicator"), -1);
  gtk_widget_add_css_class (button, "dz-chip-list");
  gtk_widget_set_parent (button, self->row);
}

/* The first that all columns tell of: there is one to begin with. */
static const char *
find_first (DzChips *self)
{
  GPtrArray *entries = dz_codebook_list (self->codebook, DZ_ENTRY_INDICATOR);

  for (guint i = 0; i < entries->len; i++)
    {
      const DzEntry *entry = g_ptr_array_index (entries, i);

      if (count_columns (self, NULL, entry->id) == self->reports->len)
        return entry->id;
    }

  return NULL;
}

static void
empty_row (DzChips *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->row)) != NULL)
    gtk_widget_unparent (child);
}

static void
rebuild (DzChips *self)
{
  GPtrArray *entries = dz_codebook_list (self->codebook, DZ_ENTRY_WEAKNESS);
  const char *first = find_first (self);
  GtkToggleButton *group;
  guint n_codes = 0;
  g_autofree char *all = NULL;

  empty_row (self);
  for (guint i = 0; i < entries->len; i++)
    n_codes += count_columns (self, ((const DzEntry *) g_ptr_array_index (entries, i))->id, NULL) > 0;
  all = g_strdup_printf (_("All %u kinds"), n_codes);
  group = add_chip (self, all, _("Mark all weaknesses"), NULL, NULL, NULL);
  add_codes (self, group);
  add_list (self);
  if (first != NULL && !g_ptr_array_find (self->indicators, first, NULL))
    add_indicator (self, first, group);
  for (guint i = 0; i < self->indicators->len; i++)
    add_indicator (self, g_ptr_array_index (self->indicators, i), group);
}

/* What the chips would say: they are left alone, the focus in them too, while that is the same. */
static char *
dup_saying (DzChips *self)
{
  static const DzEntryKind kinds[] = { DZ_ENTRY_WEAKNESS, DZ_ENTRY_INDICATOR };
  GString *saying = g_string_new (NULL);

  g_string_append_printf (saying, "%p %u", (void *) self->codebook, self->reports->len);
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      GPtrArray *entries = dz_codebook_list (self->codebook, kinds[k]);

      for (guint i = 0; i < entries->len; i++)
        {
          const char *id = ((const DzEntry *) g_ptr_array_index (entries, i))->id;

          g_string_append_printf (saying, " %u", kinds[k] == DZ_ENTRY_WEAKNESS ? count_columns (self, id, NULL)
                                                                               : count_columns (self, NULL, id));
        }
    }

  return g_string_free (saying, FALSE);
}

static void
dz_chips_dispose (GObject *object)
{
  DzChips *self = DZ_CHIPS (object);

  g_clear_pointer (&self->codebook, dz_codebook_unref);
  g_clear_pointer (&self->reports, g_ptr_array_unref);
  g_clear_pointer (&self->indicators, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (dz_chips_parent_class)->dispose (object);
}

static void
dz_chips_class_init (DzChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dz_chips_dispose;

  signals[FOCUSED] = g_signal_new ("focused", DZ_TYPE_CHIPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dz_chips_init (DzChips *self)
{
  self->row = g_object_new (DZ_TYPE_WRAP_BOX, NULL);
  self->reports = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_report_unref);
  self->indicators = g_ptr_array_new ();
  gtk_widget_add_css_class (self->row, "dz-chip-row");
  adw_bin_set_child (ADW_BIN (self), self->row);
}

/**
 * dz_chips_set_reports:
 * @reports: (element-type DzReport): those in the columns
 *
 * The chip that is pressed stays so.
 */
void
dz_chips_set_reports (DzChips    *self,
                      DzCodebook *codebook,
                      GPtrArray  *reports)
{
  g_autofree char *saying = NULL;

  g_return_if_fail (DZ_IS_CHIPS (self));

  dz_codebook_ref (codebook);
  g_clear_pointer (&self->codebook, dz_codebook_unref);
  self->codebook = codebook;
  g_ptr_array_set_size (self->reports, 0);
  for (guint i = 0; i < reports->len; i++)
    g_ptr_array_add (self->reports, dz_report_ref (g_ptr_array_index (reports, i)));
  saying = dup_saying (self);
  if (g_strcmp0 (saying, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&saying);
  rebuild (self);
}

const char *
dz_chips_get_code (DzChips *self)
{
  g_return_val_if_fail (DZ_IS_CHIPS (self), NULL);

  return self->code;
}

const char *
dz_chips_get_indicator (DzChips *self)
{
  g_return_val_if_fail (DZ_IS_CHIPS (self), NULL);

  return self->indicator;
}

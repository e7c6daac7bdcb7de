/* dz-import-columns.c - the columns of the list of imported files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-import-columns.h"

#include "dz-import-actions.h"
#include "dz-import-choice.h"
#include "dz-import-row.h"
#include "dz-import.h"
#include "dz-spoken.h"
#include "dz-text-scale.h"
#include "dz-tip.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  COLUMN_OUTCOME,
  COLUMN_FILE,
  COLUMN_BODY,
  COLUMN_YEAR,
  COLUMN_KIND,
  COLUMN_WORDS,
  COLUMN_ACTIONS,
  N_COLUMNS
} Column;

static const int widths[N_COLUMNS] = { 92, 246, 144, 84, 112, -1, 178 };

static const char *
say_outcome (DzOutcome outcome)
{
  switch (outcome)
    {
    case DZ_OUTCOME_FAILED: return _("Unreadable");
    case DZ_OUTCOME_UNSURE: return _("Please confirm");
    case DZ_OUTCOME_OLDER: return _("Older version here");
    case DZ_OUTCOME_DUPLICATE: return _("Duplicate");
    case DZ_OUTCOME_LOSSES: return _("Something left out");
    case DZ_OUTCOME_READ:
    default: return _("Recognised");
    }
}

static const char *
outcome_class (DzOutcome outcome)
{
  switch (outcome)
    {
    case DZ_OUTCOME_FAILED: return "error";
    case DZ_OUTCOME_UNSURE:
    case DZ_OUTCOME_OLDER: return "info";
    case DZ_OUTCOME_DUPLICATE: return "plain";
    case DZ_OUTCOME_LOSSES: return "warning";
    case DZ_OUTCOME_READ:
    default: return "good";
    }
}

static char *
make_words (const DzImportRecord *record,
            DzReport             *report)
{
  g_autoptr(GString) words = g_string_new (NULL);

  if (record->error != NULL)
    return g_strdup (record->error);
  if (g_strcmp0 (record->source->format, "roster") == 0)
    return record->outcome == DZ_OUTCOME_READ
             ? g_strdup_printf (ngettext ("Roster of %u body", "Roster of %u bodies", record->n_figures),
                                record->n_figures)
             : g_strdup (_("A roster is here already; import it by the main menu to replace it"));
  if (record->outcome == DZ_OUTCOME_DUPLICATE)
    return g_strdup (_("Same text as a report that is here already; not imported again"));
  if (record->outcome == DZ_OUTCOME_OLDER)
    g_string_append (words, _("A report of this body and year is here already"));
  else if (record->outcome == DZ_OUTCOME_UNSURE)
    return dz_import_record_explain (record, report);
  else if (dz_import_record_is_paper (record))
    {
      g_autofree char *paper = dz_import_record_explain (record, report);

      g_string_append (words, paper);
    }
  for (guint i = 0; i < record->source->losses->len; i++)
    {
      g_autofree char *loss = dz_loss_describe (&g_array_index (record->source->losses, DzLoss, i), TRUE);

      g_string_append_printf (words, "%s%s", words->len > 0 ? "；" : "", loss);
    }
  if (words->len == 0)
    g_string_append_printf (words, _("%u figures, %u weaknesses found"), record->n_figures,
                            record->n_weaknesses);

  return g_strdup (words->str);
}

static DzImportField
get_field (Column column)
{
  return column == COLUMN_BODY ? DZ_IMPORT_BODY : column == COLUMN_YEAR ? DZ_IMPORT_YEAR : DZ_IMPORT_KIND;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  Column column = (Column) GPOINTER_TO_INT (user_data);
  GtkWidget *cell;

  if (column == COLUMN_BODY || column == COLUMN_YEAR || column == COLUMN_KIND)
    cell = dz_import_choice_new (get_field (column));
  else if (column == COLUMN_ACTIONS)
    {
      cell = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      gtk_widget_set_halign (cell, GTK_ALIGN_END);
    }
  else
    {
      cell = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (cell), 0);
      gtk_label_set_ellipsize (GTK_LABEL (cell), column == COLUMN_FILE ? PANGO_ELLIPSIZE_MIDDLE
                                                                        : PANGO_ELLIPSIZE_END);
      if (column == COLUMN_OUTCOME)
        gtk_widget_set_halign (cell, GTK_ALIGN_START);
      if (column == COLUMN_OUTCOME)
        gtk_widget_set_valign (cell, GTK_ALIGN_CENTER);
      if (column == COLUMN_WORDS)
        gtk_widget_add_css_class (cell, "dz-secondary");
    }
  gtk_list_item_set_child (item, cell);
}

static void
set_only_class (GtkWidget  *widget,
                const char *css_class)
{
  const char *classes[] = { "dz-pill", css_class, NULL };

  gtk_widget_set_css_classes (widget, classes);
}

/* The row is called by its file and what became of it. */
static void
name_row (GtkWidget  *cell,
          const char *file,
          const char *outcome)
{
  GtkWidget *frame = gtk_widget_get_parent (cell);
  GtkWidget *list_row = frame != NULL ? gtk_widget_get_parent (frame) : NULL;
  g_autofree char *words = g_strdup_printf ("%s，%s", file, outcome);

  if (list_row != NULL)
    dz_spoken_set_name (list_row, words);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  DzView *self = g_object_get_data (G_OBJECT (factory), "dz-view");
  Column column = (Column) GPOINTER_TO_INT (user_data);
  GtkWidget *cell = gtk_list_item_get_child (item);
  DzImportRow *row = gtk_list_item_get_item (item);
  const DzImportRecord *record = dz_import_row_get_record (row);
  DzReport *report = dz_import_row_find_report (row, dz_session_get_review (dz_view_get_session (self)));
  g_autofree char *text = NULL;

  switch (column)
    {
    case COLUMN_OUTCOME:
      gtk_label_set_label (GTK_LABEL (cell), say_outcome (record->outcome));
      set_only_class (cell, outcome_class (record->outcome));
      break;

    case COLUMN_FILE:
      text = dz_source_dup_name (record->source);
      gtk_label_set_label (GTK_LABEL (cell), text);
      dz_tip_set (cell, record->source->path);
      name_row (cell, text, say_outcome (record->outcome));
      break;

    case COLUMN_WORDS:
      text = make_words (record, report);
      gtk_label_set_label (GTK_LABEL (cell), text);
      dz_tip_set (cell, text);
      break;

    case COLUMN_ACTIONS:
      dz_import_actions_fill (self, cell, row);
      break;

    case COLUMN_BODY:
    case COLUMN_YEAR:
    case COLUMN_KIND:
    case N_COLUMNS:
    default:
      dz_import_choice_fill (self, GTK_MENU_BUTTON (cell), report, get_field (column));
      break;
    }
}

/**
 * dz_import_columns_add:
 * @table: is to show #DzImportRow
 * @view: (transfer none): the view @table is in
 */
void
dz_import_columns_add (GtkColumnView *table,
                       DzView        *view)
{
  const char *titles[N_COLUMNS] = { _("Outcome"), _("File"), _("Body"), _("Year"), _("Report kind"),
                                    _("Remarks"), "" };

  for (int i = 0; i < N_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      GtkColumnViewColumn *column;

      g_object_set_data (G_OBJECT (factory), "dz-view", view);
      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GINT_TO_POINTER (i));
      column = gtk_column_view_column_new (titles[i], factory);
      if (widths[i] > 0)
        gtk_column_view_column_set_fixed_width (column, (int) (widths[i] * dz_text_scale (GTK_WIDGET (table))));
      else
        gtk_column_view_column_set_expand (column, TRUE);
      gtk_column_view_append_column (table, column);
      g_object_unref (column);
    }
}

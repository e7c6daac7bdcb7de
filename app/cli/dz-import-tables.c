/* dz-import-tables.c - the county's own tables on the command line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-import-tables.h"

#include "dz-command.h"
#include "dz-codebook-job.h"
#include "dz-error.h"
#include "dz-output.h"
#include "dz-tables-job.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* "行政处罚 / 案件数（件）=penalty_cases" for a column whose head reads so, whatever its blanks. */
static gboolean
is_head (const char *answer,
         const char *head)
{
  const char *equals = strrchr (answer, '=');
  g_autofree char *words = g_strndup (answer, equals != NULL ? (gsize) (equals - answer) : 0);
  g_auto(GStrv) said = g_strsplit (words, " ", -1);
  g_auto(GStrv) told = g_strsplit (head, " ", -1);
  g_autofree char *one = g_strjoinv ("", said);
  g_autofree char *other = g_strjoinv ("", told);

  return g_str_equal (one, other);
}

static gboolean
answer (DzTablePlan          *plan,
        DzCodebook           *codebook,
        const DzTableAnswers *answers,
        GError              **error)
{
  for (guint i = 0; answers->heads != NULL && answers->heads[i] != NULL; i++)
    {
      const char *equals = strrchr (answers->heads[i], '=');
      const char *id = equals != NULL && equals[1] != '\0' ? equals + 1 : NULL;

      if (equals == NULL || (id != NULL && dz_codebook_find (codebook, DZ_ENTRY_INDICATOR, id) == NULL))
        {
          g_set_error (error, DZ_ERROR, DZ_ERROR_UNKNOWN_FORMAT, _("--head %s: no indicator"), answers->heads[i]);
          return FALSE;
        }
      for (guint k = 0; k < plan->columns->len; k++)
        if (is_head (answers->heads[i], g_array_index (plan->columns, DzPlanColumn, k).head))
          dz_table_plan_say (plan, k, id);
    }
  if (plan->year == 0 && answers->year != 0)
    dz_table_plan_set_year (plan, answers->year);

  return TRUE;
}

/* What a person has to say before it is used, and what was left out. */
static void
tell_plan (const DzTablePlan    *plan,
           const char           *path,
           const DzTableAnswers *answers)
{
  g_autofree char *line = NULL;

  for (guint i = 0; i < plan->columns->len; i++)
    {
      const DzPlanColumn *column = &g_array_index (plan->columns, DzPlanColumn, i);

      if (column->asked)
        g_printerr (_("%s: %s: what does “%s” count? %s; say --head '%s=%s'\n"), path, plan->sheet != NULL ? plan->sheet : "-",
                    column->head, column->indicator != NULL ? column->indicator : _("unknown"), column->head,
                    column->indicator != NULL ? column->indicator : "INDICATOR");
    }
  if (plan->year == 0)
    g_printerr (_("%s: %s: of which year? say --table-year YEAR\n"), path, plan->sheet != NULL ? plan->sheet : "-");
  for (guint i = 0; i < plan->strangers->len; i++)
    g_printerr (_("%s: %s: not on the roster: %s\n"), path, plan->sheet != NULL ? plan->sheet : "-",
                (const char *) g_ptr_array_index (plan->strangers, i));
  for (guint i = 0; i < plan->unread->len; i++)
    g_printerr (_("%s: %s: no number: %s\n"), path, plan->sheet != NULL ? plan->sheet : "-",
                (const char *) g_ptr_array_index (plan->unread, i));
  for (guint i = 0; i < plan->again->len; i++)
    g_printerr (_("%s: %s: a second row of the body, not taken: %s\n"), path, plan->sheet != NULL ? plan->sheet : "-",
                (const char *) g_ptr_array_index (plan->again, i));
  if (answers->quiet)
    return;
  line = g_strdup_printf ("table\t%s\t%d\t%s\n", plan->sheet != NULL ? plan->sheet : "-", plan->year, path);
  dz_output_write (line, strlen (line));
  for (guint i = 0; i < plan->columns->len; i++)
    {
      const DzPlanColumn *column = &g_array_index (plan->columns, DzPlanColumn, i);
      gboolean used = !column->asked && column->indicator != NULL && column->year != 0;
      g_autofree char *one = g_strdup_printf ("column\t%s\t%s\t%d\t%u\n", column->head,
                                              used ? column->indicator : column->asked ? "?" : "-", column->year,
                                              column->n_cells);

      dz_output_write (one, strlen (one));
    }
  dz_output_flush ();
}

/**
 * dz_import_table_file:
 * @n_failed: (inout): one more where the file holds no table of bodies
 *
 * Keeps the tables of a file beside the reports of a review. A file that is none is told and passed
 * over; %FALSE with @error set where the review cannot be written, or an answer is none.
 */
gboolean
dz_import_table_file (DzStore              *store,
                      const char           *path,
                      const DzTableAnswers *answers,
                      guint                *n_failed,
                      GError              **error)
{
  g_autoptr(DzReview) review = dz_store_load (store, NULL, error);
  g_autoptr(DzCodebook) codebook = review != NULL ? dz_codebook_load_for (store, error) : NULL;
  g_autoptr(GError) refusal = NULL;
  g_autoptr(GPtrArray) plans = NULL;

  if (codebook == NULL)
    return FALSE;
  plans = dz_tables_read (review, codebook, path, &refusal);
  if (plans == NULL)
    {
      g_printerr ("%s: %s\n", path, refusal->message);
      ++*n_failed;
      return TRUE;
    }
  for (guint i = 0; i < plans->len; i++)
    {
      if (!answer (g_ptr_array_index (plans, i), codebook, answers, error))
        return FALSE;
      tell_plan (g_ptr_array_index (plans, i), path, answers);
    }

  return dz_tables_keep (store, codebook, plans, NULL, error);
}

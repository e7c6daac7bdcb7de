/* dz-try-words.c - the county's additions tried before they are kept: on a sentence, and on the reports of a review
 *
 * Nothing is written. A report is read from its text with the additions there
 * are and with those that may come; what a person decided is in neither.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-try-words.h"

#include "dz-codebook-job.h"
#include "dz-format.h"
#include "dz-job-thread.h"
#include "dz-reading.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SHOWN_CHARACTERS 40 /* of a sentence, in a line about it */

typedef struct
{
  DzReview *review; /* (nullable) */
  char *xml;
  char *sentence; /* (nullable) */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  if (request->review != NULL)
    dz_review_unref (request->review);
  g_free (request->xml);
  g_free (request->sentence);
  g_free (request);
}

static void
tried_report_free (gpointer data)
{
  DzTriedReport *tried = data;

  g_free (tried->changes);
  g_free (tried);
}

static DzReading *
make_reading (const char  *xml,
              DzCodebook **codebook,
              GError     **error)
{
  *codebook = dz_codebook_load (xml, error);

  return *codebook != NULL ? dz_reading_new (*codebook, error) : NULL;
}

static char *
dup_shown (DzReport *report,
           DzSpan    span)
{
  g_autofree char *text = dz_text_dup_span (report->text, span);
  glong n = g_utf8_strlen (text, -1);

  g_strdelimit (text, "\n\t", ' ');
  if (n <= SHOWN_CHARACTERS)
    return g_steal_pointer (&text);
  *g_utf8_offset_to_pointer (text, SHOWN_CHARACTERS) = '\0';

  return g_strconcat (text, "…", NULL);
}

static char *
dup_weakness_line (DzReport         *report,
                   DzCodebook       *codebook,
                   const DzWeakness *weakness)
{
  g_autofree char *shown = dup_shown (report, weakness->span);

  return g_strdup_printf (_("weakness “%s”: %s"), dz_codebook_name (codebook, DZ_ENTRY_WEAKNESS, weakness->code), shown);
}

static char *
dup_figure_line (DzReport       *report,
                 DzCodebook     *codebook,
                 const DzFigure *figure)
{
  g_autofree char *shown = dup_shown (report, figure->span);
  g_autofree char *value = dz_format_number (figure->value);

  return g_strdup_printf (_("figure “%s” %s %s: %s"),
                          dz_codebook_name (codebook, DZ_ENTRY_INDICATOR, figure->indicator), value,
                          figure->unit != NULL ? figure->unit : "", shown);
}

/* What is read of a report, a line each. @in: (nullable): only what lies there */
static GPtrArray *
list_read (DzReport     *report,
           DzCodebook   *codebook,
           const DzSpan *weaknesses_in,
           const DzSpan *figures_in)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < report->weaknesses->len; i++)
    {
      const DzWeakness *weakness = &g_array_index (report->weaknesses, DzWeakness, i);

      if (weakness->code != NULL && (weaknesses_in == NULL || dz_span_overlaps (weakness->span, *weaknesses_in)))
        g_ptr_array_add (lines, dup_weakness_line (report, codebook, weakness));
    }
  for (guint i = 0; i < report->figures->len; i++)
    {
      const DzFigure *figure = &g_array_index (report->figures, DzFigure, i);

      if (figure->indicator != NULL && figure->set_aside == NULL &&
          (figures_in == NULL || dz_span_overlaps (figure->span, *figures_in)))
        g_ptr_array_add (lines, dup_figure_line (report, codebook, figure));
    }

  return lines;
}

static char *
join (GPtrArray *lines)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (lines, i));

  return g_string_free (all, FALSE);
}

/* The sentence stands where it would in a report: once among what was done, once among what is wanting. */
static void
sentence_thread (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  static const char before[] = "望泽镇人民政府2024年度法治政府建设工作报告\n一、2024年法治政府建设工作情况\n";
  static const char between[] = "\n二、存在的问题\n";
  static const char after[] = "\n三、下一步工作计划\n继续做好各项工作。\n";
  Request *request = task_data;
  GError *error = NULL;
  g_autoptr(DzCodebook) codebook = NULL;
  g_autoptr(DzReading) reading = make_reading (request->xml, &codebook, &error);
  g_autoptr(DzReport) report = NULL;
  g_autoptr(DzText) text = NULL;
  g_autoptr(GPtrArray) lines = NULL;
  g_autofree char *whole = g_strconcat (before, request->sentence, between, request->sentence, after, NULL);
  gsize len = strlen (request->sentence);
  DzSpan done = { strlen (before), strlen (before) + len };
  DzSpan wanting = { done.end + strlen (between), done.end + strlen (between) + len };

  if (reading == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  text = dz_text_new_from_string (whole);
  report = dz_report_new (text, dz_source_new (""));
  dz_reading_read (reading, report);
  lines = list_read (report, codebook, &wanting, &done);
  g_task_return_pointer (task, join (lines), g_free);
}

/* Lines of @lines that are not in @others; of several alike so many as there are more. */
static void
add_others (GString    *changes,
            guint      *n,
            const char *format,
            GPtrArray  *lines,
            GPtrArray  *others)
{
  g_autoptr(GPtrArray) left = g_ptr_array_new ();

  for (guint i = 0; i < others->len; i++)
    g_ptr_array_add (left, g_ptr_array_index (others, i));
  for (guint i = 0; i < lines->len; i++)
    {
      const char *line = g_ptr_array_index (lines, i);
      guint at;

      if (g_ptr_array_find_with_equal_func (left, line, g_str_equal, &at))
        {
          g_ptr_array_remove_index_fast (left, at);
          continue;
        }
      g_string_append (changes, changes->len > 0 ? "\n" : "");
      g_string_append_printf (changes, "%s%s", format, line);
      ++*n;
    }
}

static GPtrArray *
read_lines (DzReading  *reading,
            DzCodebook *codebook,
            DzReport   *report)
{
  g_autoptr(DzReport) anew = dz_report_new (report->text, dz_source_copy (report->source));

  dz_reading_read (reading, anew);

  return list_read (anew, codebook, NULL, NULL);
}

static void
reports_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Request *request = task_data;
  GError *error = NULL;
  g_autoptr(DzCodebook) now = NULL;
  g_autoptr(DzCodebook) then = NULL;
  g_autoptr(DzReading) reading_then = make_reading (request->xml, &then, &error);
  g_autoptr(DzReading) reading_now =
    reading_then != NULL ? make_reading (request->review->county->codebook_xml, &now, &error) : NULL;
  g_autoptr(GPtrArray) tried = g_ptr_array_new_with_free_func (tried_report_free);

  if (reading_now == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < request->review->reports->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      DzReport *report = g_ptr_array_index (request->review->reports, i);
      g_autoptr(GPtrArray) before = read_lines (reading_now, now, report);
      g_autoptr(GPtrArray) after = read_lines (reading_then, then, report);
      g_autoptr(GString) changes = g_string_new (NULL);
      DzTriedReport *one;
      guint n = 0;

      add_others (changes, &n, _("new: "), after, before);
      add_others (changes, &n, _("no more: "), before, after);
      if (n == 0)
        continue;
      one = g_new0 (DzTriedReport, 1);
      one->report_id = report->id;
      one->n_changes = n;
      one->changes = g_strdup (changes->str);
      g_ptr_array_add (tried, one);
    }
  g_task_return_pointer (task, g_steal_pointer (&tried), (GDestroyNotify) g_ptr_array_unref);
}

/* Tries in a thread; @tag is the door, whose finish asks for it. */
static void
run_request (Request             *request,
             GTaskThreadFunc      thread,
             gpointer             tag,
             GCancellable        *cancellable,
             GAsyncReadyCallback  callback,
             gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, request, request_free);
  dz_job_run (task, thread);
}

/**
 * dz_try_sentence_async:
 * @additions_xml: (nullable): the county's additions as they may become
 * @sentence: as it would stand in a report
 */
void
dz_try_sentence_async (const char          *additions_xml,
                       const char          *sentence,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  Request *request = g_new0 (Request, 1);

  request->xml = g_strdup (additions_xml);
  request->sentence = g_strdup (sentence);
  run_request (request, sentence_thread, dz_try_sentence_async, cancellable, callback, user_data);
}

/**
 * dz_try_sentence_finish:
 *
 * Returns: (transfer full): what is read of it, a line each in the user's words, "" if nothing; %NULL with @error set if
 *   the additions cannot be used
 */
char *
dz_try_sentence_finish (GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_get_source_tag (G_TASK (result)) == dz_try_sentence_async, NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * dz_try_reports_async:
 * @additions_xml: (nullable): the county's additions as they may become
 */
void
dz_try_reports_async (DzReview            *review,
                      const char          *additions_xml,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  Request *request = g_new0 (Request, 1);

  request->xml = g_strdup (additions_xml);
  request->review = dz_review_ref (review);
  run_request (request, reports_thread, dz_try_reports_async, cancellable, callback, user_data);
}

/**
 * dz_try_reports_finish:
 *
 * Returns: (transfer full) (element-type DzTriedReport): the reports that would be read otherwise, in the review's order;
 *   %NULL with @error set if the additions cannot be used
 */
GPtrArray *
dz_try_reports_finish (GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_get_source_tag (G_TASK (result)) == dz_try_reports_async, NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

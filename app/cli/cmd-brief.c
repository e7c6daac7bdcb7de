/* cmd-brief.c - duizhao-cli brief: the briefing as pdf, docx, xlsx or csv, letters into a folder
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-command.h"

#include "dz-error.h"
#include "dz-font-pages.h"
#include "dz-load-review.h"
#include "dz-make-briefing.h"
#include "dz-untrue.h"

#include <glib/gi18n-lib.h>

static char *output;
static char *letters;
static char *letter_date;
static char *letter_number;
static char *letters_as;
static char *reply_by;
static char *include;
static char *contents;
static char *layout;
static char *template;
static char *number;
static char *date;
static int year;
static gboolean hide_names;
static char **arguments;

static const GOptionEntry entries[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("file to write: .pdf, .docx, .xlsx or .csv"), "OUT" },
  { "year", 0, 0, G_OPTION_ARG_INT, &year, N_("reported year; default: the one the window shows"), "Y" },
  { "contents", 0, 0, G_OPTION_ARG_STRING, &contents, N_("parts to tick: all, or +ID and -ID, blanks between"), "WORDS" },
  { "template", 0, 0, G_OPTION_ARG_STRING, &template, N_("circular (通报), annex (数据附件), sheets (一镇一页), ledger (整改台账), scores (评分结果) or score-forms (空白评分表); --contents then adds to it"), "WORD" },
  { "number", 0, 0, G_OPTION_ARG_STRING, &number, N_("number of the issue: a circular then has a head"), "WORDS" },
  { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_("date printed under a circular"), "YYYY-MM-DD" },
  { "layout", 0, 0, G_OPTION_ARG_STRING, &layout, N_("official, landscape, sheets or foldout (the table of figures on A3)"), "WORD" },
  { "hide-names", 0, 0, G_OPTION_ARG_NONE, &hide_names, N_("print 甲单位, 乙单位 instead of names"), NULL },
  { "letters", 0, 0, G_OPTION_ARG_FILENAME, &letters, N_("also write feedback letters into a folder"), "FOLDER" },
  { "letter-date", 0, 0, G_OPTION_ARG_STRING, &letter_date, N_("date printed on the letters"), "YYYY-MM-DD" },
  { "letter-number", 0, 0, G_OPTION_ARG_STRING, &letter_number, N_("number printed on the letters; a # in it counts them"), "WORDS" },
  { "letters-as", 0, 0, G_OPTION_ARG_STRING, &letters_as, N_("docx (default) or pdf"), "WORD" },
  { "reply-by", 0, 0, G_OPTION_ARG_STRING, &reply_by, N_("day the letters ask an answer by; default: that of the review"), "YYYY-MM-DD" },
  { "include", 0, 0, G_OPTION_ARG_STRING, &include, N_("likely: letters also say what nobody confirmed"), "WORD" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments, NULL, NULL },
  { NULL }
};

/* The circular says what the first page says, and a form is to be filled in: they come by their templates. */
static void
tick_all (DzBriefingOptions *options)
{
  for (guint i = 0; i < options->parts->len; i++)
    {
      DzBriefingPart *part = g_ptr_array_index (options->parts, i);

      part->ticked |= !g_str_equal (part->id, "circular") && !g_str_equal (part->id, "score-forms");
    }
}

/* Loose files have no roster: a body of which only another year was given owes nothing. */
static void
leave_out_other_years (DzBriefingOptions *options,
                       DzReview          *review)
{
  GArray *bodies = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < review->bodies->len; i++)
    {
      const DzBody *body = g_ptr_array_index (review->bodies, i);

      if (dz_review_report_of (review, body->id, options->year) != NULL)
        g_array_append_val (bodies, body->id);
      else
        g_printerr (_("%s: no report of %d, left out\n"), body->name, options->year);
    }
  if (bodies->len == 0 || bodies->len == review->bodies->len || options->bodies != NULL)
    g_array_unref (bodies);
  else
    options->bodies = bodies;
}

static DzBriefingOptions *
make_options (DzReview *review)
{
  DzBriefingOptions *options = dz_briefing_options_new (review, year != 0 ? year : dz_review_choose_year (review, 0, 0));

  if (review->path == NULL)
    leave_out_other_years (options, review);
  if (template != NULL)
    dz_briefing_options_take_template (options, dz_briefing_find_template (template));
  if (number != NULL)
    options->number = g_strdup (number);
  if (date != NULL)
    options->date = g_strdup (date);
  if (g_strcmp0 (contents, "all") == 0)
    tick_all (options);
  else if (contents != NULL)
    dz_briefing_options_parse (options, contents);
  if (layout != NULL)
    {
      g_autofree char *word = g_strconcat ("layout=", layout, NULL);

      dz_briefing_options_parse (options, word);
    }
  options->hide_names = hide_names;

  return options;
}

static void
tell_problem (const DzSource *source,
              const GError   *error,
              gpointer        user_data)
{
  gboolean *all_read = user_data;

  *all_read = FALSE;
  dz_command_complain (source, error->message);
}

/* What was asked for and is not there, where nothing at all can be written for it. */
static void
tell_lacking (DzBriefingOptions *options,
              GError           **error)
{
  for (guint i = 0; error != NULL && i < options->parts->len; i++)
    {
      const DzBriefingPart *part = g_ptr_array_index (options->parts, i);

      if (part->ticked && !part->possible && g_error_matches (*error, DZ_ERROR, DZ_ERROR_NO_DATA))
        g_prefix_error (error, "%s：%s。", part->name, part->reason);
    }
}

static void
give_up_review (gpointer data)
{
  g_clear_pointer ((DzReview **) data, dz_review_unref);
}

/* @review: (inout): given up where it is needed no more */
static gboolean
write_all (DzReview  **review,
           DzCodebook *codebook,
           GError    **error)
{
  g_autoptr(DzBriefingOptions) options = make_options (*review);
  DzBriefingOrder briefing = { *review, codebook, options, output, letters == NULL ? give_up_review : NULL, review };

  if (output != NULL && !dz_make_briefing (&briefing, NULL, NULL, NULL, error))
    {
      tell_lacking (options, error);
      return FALSE;
    }
  if (letters != NULL)
    {
      DzLetterOrder order = { .review = *review, .codebook = codebook, .as_docx = g_strcmp0 (letters_as, "pdf") != 0, .folder = letters,
                              .bodies = options->bodies,
                              .options = { .year = options->year, .date = letter_date, .number = letter_number,
                                           .reply_by = reply_by,
                                           .include_likely = include != NULL } };
      int n = dz_export_letters (&order, NULL, NULL, NULL, error);

      if (n == 0)
        g_set_error_literal (error, DZ_ERROR, DZ_ERROR_NO_DATA, include != NULL
                             ? _("no letter to write: nothing was found, nor did somebody confirm anything")
                             : _("no letter to write: nothing was found that is certain or that somebody confirmed; "
                                 "--include likely also says what only seems so: read it before you send it"));
      return n > 0;
    }

  return TRUE;
}

static gboolean
is_day (const char *words)
{
  return words == NULL || dz_is_day (words);
}

/* Returns: (nullable): what is wrong with the options */
static const char *
find_wrong_use (void)
{
  if (include != NULL && !g_str_equal (include, "likely"))
    return _("--include knows the word likely only");
  if (letters_as != NULL && !g_str_equal (letters_as, "docx") && !g_str_equal (letters_as, "pdf"))
    return _("--letters-as knows docx and pdf");
  if (!is_day (letter_date) || !is_day (reply_by) || !is_day (date))
    return _("a day is written YYYY-MM-DD");
  if (template != NULL && dz_briefing_find_template (template) == NULL)
    return _("--template knows circular (通报), annex (数据附件), sheets (一镇一页), ledger (整改台账), scores (评分结果) and score-forms (空白评分表)");
  if (arguments == NULL || (output == NULL && letters == NULL) || !dz_is_year (year))
    return _("name a review or reports, -o OUT, and a year there may be");

  return NULL;
}

static int
run_brief (int    argc,
           char **argv)
{
  g_autoptr(GOptionContext) context = dz_command_new_context ("REVIEW|FILE...", entries);
  g_autoptr(GError) error = NULL;
  g_autoptr(DzReview) review = NULL;
  g_autoptr(DzCodebook) codebook = NULL;
  const char *wrong = NULL;
  gboolean all_read = TRUE, loaded, ok;

  if (!g_option_context_parse (context, &argc, &argv, &error) || (wrong = find_wrong_use ()) != NULL)
    {
      g_printerr ("brief: %s\n", error != NULL ? error->message : wrong);
      return DZ_EXIT_USAGE;
    }
  if (!dz_command_spares (output, arguments))
    return DZ_EXIT_USAGE;
  /* of the commands this one alone sets fonts; for those that read it costs a call of the system for every larger list */
  dz_font_pages_allow ();
  review = dz_load_review ((const char *const *) arguments, &codebook, tell_problem, &all_read, NULL, &error);
  loaded = review != NULL;
  ok = loaded && write_all (&review, codebook, &error);
  if (!ok)
    g_printerr ("%s: %s\n", loaded ? "brief" : arguments[0], error->message);
  g_strfreev (arguments);

  return ok && all_read ? DZ_EXIT_OK : DZ_EXIT_SOME_FAILED;
}

const DzCommand dz_command_brief = {
  "brief", "[--year Y] [--template WORD] [--contents all|WORDS] [--letters FOLDER [--include likely]] REVIEW|FILE... -o OUT.pdf|docx|xlsx|csv",
  run_brief
};

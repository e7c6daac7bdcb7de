/* dz-step.c - a step of the journal in words a person understands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-step.h"
#include "dz-store-private.h"

#include "dz-format.h"
#include "dz-journal.h"

#include <glib/gi18n-lib.h>

void
dz_step_free (DzStep *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->at);
  g_free (self->who);
  g_free (self);
}

/**
 * dz_step_verb_name:
 * @verb: as in #DzLogEntry
 *
 * Returns: what kind of change it is, in the user's language
 */
const char *
dz_step_verb_name (const char *verb)
{
  static const struct { const char *verb; const char *words; } names[] = {
    { "import", N_("Import of reports") },   { "figure", N_("Correction of a figure") },
    { "weakness", N_("Correction of a weakness") }, { "cause", N_("Correction of a cause") },
    { "check", N_("Explanation of a check") }, { "identity", N_("Body, year and kind") },
    { "reviewing", N_("State of a report") }, { "note", N_("Note on a report") },
    { "remark", N_("Note on a passage") },
    { "received", N_("Date of receipt") },   { "published", N_("Date of publication") },
    { "county", N_("Settings of the county") }, { "roster", N_("Roster") },
    { "replace", N_("Replacement of a report") }, { "reread", N_("Reading anew") },
    { "remove", N_("Removal of a report") },  { "added", N_("Addition by hand") },
    { "merge", N_("Merging of reviews") },   { "decision", N_("Decision about a body") },
    { "tables", N_("Import of the county's tables") }, { "ledger", N_("Rectification ledger") },
    { "score-sheet", N_("Score sheet") }, { "scores", N_("Scores") },
    { "take-back", N_("Taking back of an import") }, { "confirm", N_("Confirmation of figures") }, { "undo", N_("Undoing") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (verb, names[i].verb) == 0)
      return _(names[i].words);

  return _("Last change");
}

static const DzLogEntry *
find_entry (GPtrArray  *log,
            const char *what,
            const char *field)
{
  for (guint i = 0; i < log->len; i++)
    {
      const DzLogEntry *entry = g_ptr_array_index (log, i);

      if (g_strcmp0 (entry->what, what) == 0 && g_strcmp0 (entry->field, field) == 0)
        return entry;
    }

  return NULL;
}

/* The body and year a step is about; "" where it is about none. */
static char *
dup_subject (DzStore *self,
             gint64   step)
{
  sqlite3_stmt *statement = dz_db_query (
    self->db, NULL,
    "SELECT ifnull(b.name, v.township), r.year FROM change c JOIN report r ON r.id = c.report"
    " LEFT JOIN body b ON b.id = r.body LEFT JOIN version v ON v.id = r.version WHERE c.step = ?1"
    " UNION ALL SELECT b.name, d.year FROM change c JOIN decision d ON c.tbl = 'decision' AND d.id ="
    " c.row JOIN body b ON b.id = d.body WHERE c.step = ?1 UNION ALL SELECT ifnull(b.name, l.asked), l.year FROM change c"
    " JOIN ledger l ON c.tbl = 'ledger' AND l.id = c.row LEFT JOIN body b ON b.id = l.body WHERE c.step = ?1"
    " UNION ALL SELECT b.name, t.year FROM change c JOIN score p ON c.tbl = 'score' AND p.id = c.row JOIN body b ON b.id = p.body"
    " JOIN score_head h ON h.id = p.head JOIN score_sheet t ON t.id = h.sheet WHERE c.step = ?1 LIMIT 1", DZ_CELLS (dz_int (step)));
  char *subject = NULL;

  if (statement == NULL)
    return g_strdup ("");
  if (dz_db_next (statement) && sqlite3_column_text (statement, 0) != NULL)
    {
      g_autofree char *body = dz_db_dup_text (statement, 0);

      subject = g_strdup_printf ("%s %d", body, sqlite3_column_int (statement, 1));
    }
  dz_db_done (self->db, statement, NULL);

  return subject != NULL ? subject : g_strdup ("");
}

static guint
count_reports (DzStore    *self,
               gint64      step,
               const char *column)
{
  return (guint) dz_db_get_int (self->db,
                                "SELECT count(DISTINCT row) FROM change WHERE step = ? AND tbl ="
                                " 'report' AND col = ?", DZ_CELLS (dz_int (step), dz_str (column)));
}

/* The log of a step tells only the first of many changes. */
static guint
count_figures (DzStore *self,
               gint64   step)
{
  return (guint) dz_db_get_int (self->db, "SELECT count(DISTINCT row) FROM change WHERE step = ? AND tbl = 'figure'",
                                DZ_CELLS (dz_int (step)));
}

static char *
dup_value (const char *words)
{
  return words != NULL ? dz_format_plain (g_ascii_strtod (words, NULL)) : g_strdup ("—");
}

static const char *
name_of (DzCodebook  *codebook,
         DzEntryKind  kind,
         const char  *id)
{
  return id != NULL ? dz_codebook_name (codebook, kind, id) : _("nothing");
}

/* A figure, weakness or cause: what it is called, and what became of it. */
static char *
name_fact (GPtrArray  *log,
           DzCodebook *codebook,
           const char *what,
           const char *subject)
{
  gboolean is_figure = g_str_equal (what, "figure");
  DzEntryKind kind = is_figure ? DZ_ENTRY_INDICATOR
                     : g_str_equal (what, "cause") ? DZ_ENTRY_CAUSE : DZ_ENTRY_WEAKNESS;
  const DzLogEntry *code = find_entry (log, what, is_figure ? "indicator" : "code");
  const DzLogEntry *value = find_entry (log, what, "value");
  const DzLogEntry *state = find_entry (log, what, "state");
  const DzLogEntry *first = g_ptr_array_index (log, 0);
  const char *name = name_of (codebook, kind, first->name);
  const char *to = state != NULL ? state->to : NULL;

  if (find_entry (log, what, "live") != NULL)
    return g_strdup_printf (_("Addition: %s, %s"), subject, name);
  if (value != NULL)
    {
      g_autofree char *was = dup_value (value->from);
      g_autofree char *now = dup_value (value->to);

      return g_strdup_printf (_("Correction: %s, %s %s → %s"), subject, name, was, now);
    }
  if (code != NULL)
    return g_strdup_printf (_("Correction: %s, “%s” → “%s”"), subject,
                            name_of (codebook, kind, code->from), name_of (codebook, kind, code->to));
  if (g_strcmp0 (to, "confirmed") == 0)
    return g_strdup_printf (_("Confirmation: %s, %s"), subject, name);
  if (g_strcmp0 (to, "rejected") == 0)
    return g_strdup_printf (_("Rejection: %s, %s"), subject, name);
  if (g_strcmp0 (to, "suggested") == 0)
    return g_strdup_printf (_("Back to a suggestion: %s, %s"), subject, name);

  return g_strdup_printf (_("Correction: %s, %s"), subject, name);
}

static char *
name_check (GPtrArray  *log,
            DzCodebook *codebook,
            const char *subject)
{
  const DzLogEntry *first = g_ptr_array_index (log, 0);
  const DzLogEntry *state = find_entry (log, first->what, first->what[0] == 'd' ? "value" : "state");
  const char *name = name_of (codebook, DZ_ENTRY_CHECK, first->name);
  const char *to = state != NULL ? state->to : NULL;

  if (g_strcmp0 (to, "confirmed") == 0)
    return g_strdup_printf (_("Confirmation: %s, %s"), subject, name);
  if (g_strcmp0 (to, "rejected") == 0)
    return g_strdup_printf (_("Explanation: %s, %s"), subject, name);

  return g_strdup_printf (_("Check: %s, %s"), subject, name);
}

/* The setting that changed, where it is one; what was read anew for it. */
static char *
name_settings (DzStore   *self,
               gint64     step,
               GPtrArray *log)
{
  static const struct { const char *key; const char *words; } names[] = {
    { "brief_contents", N_("Contents of the briefing") }, { "name", N_("Name of the county") },
    { "title", N_("Title of the review") },               { "codebook_xml", N_("The county's codebook") },
    { "citations", N_("Correct citations") },             { "set_phrases", N_("Set phrases") },
    { "own_wording", N_("Wording of the whole county") },
    { "checks_off", N_("Checks carried out") },           { "searches", N_("Pinned searches") },
    { "scopes", N_("Saved scopes") },                     { "views", N_("Saved views") },
  };
  const DzLogEntry *first = log->len > 0 ? g_ptr_array_index (log, 0) : NULL;
  guint reread = count_reports (self, step, "version");
  const char *words = NULL;
  gboolean one = first != NULL;

  for (guint i = 0; one && i < log->len; i++)
    {
      const DzLogEntry *entry = g_ptr_array_index (log, i);

      one = g_strcmp0 (entry->what, "report") == 0 || g_strcmp0 (entry->name, first->name) == 0;
    }
  for (guint i = 0; one && i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (first->name, names[i].key) == 0)
      words = _(names[i].words);
  if (words == NULL)
    words = dz_step_verb_name ("county");
  if (reread > 0)
    return g_strdup_printf (ngettext ("%s, with %u report read anew", "%s, with %u reports read anew",
                                      reread), words, reread);

  return g_strdup (words);
}

/* The file where it is one, else how many tables. */
static char *
name_tables (DzStore *self,
             gint64   step)
{
  sqlite3_stmt *statement =
    dz_db_query (self->db, NULL,
                 "SELECT t.file, t.live FROM change c JOIN county_table t ON t.id = c.row WHERE c.step = ? AND"
                 " c.tbl = 'county_table' AND c.col = 'live' AND c.now = 1 GROUP BY t.id ORDER BY t.id",
                 DZ_CELLS (dz_int (step)));
  g_autofree char *file = NULL;
  guint n = 0;

  if (statement == NULL)
    return g_strdup (dz_step_verb_name ("tables"));
  for (; dz_db_next (statement); n++)
    if (file == NULL)
      file = dz_db_dup_text (statement, 0);
  dz_db_done (self->db, statement, NULL);
  if (n == 0)
    return g_strdup (_("Removal of the county's table"));
  if (n == 1)
    return g_strdup_printf (_("Import of the table %s"), file);

  return g_strdup_printf (ngettext ("Import of %u table of the county", "Import of %u tables of the county", n), n);
}

/* Problems put on the ledger, one taken off it, or what became of one. */
static char *
name_ledger (DzStore    *self,
             gint64      step,
             GPtrArray  *log,
             const char *subject)
{
  const DzLogEntry *state = find_entry (log, "ledger", "state");
  const DzLogEntry *live = find_entry (log, "ledger", "live");
  guint n = (guint) dz_db_get_int (self->db,
                                   "SELECT count(*) FROM change WHERE step = ? AND tbl = 'ledger' AND col = 'live' AND now = 1",
                                   DZ_CELLS (dz_int (step)));
  DzLedgerState now;

  if (n > 0)
    return g_strdup_printf (ngettext ("%u problem put on the ledger", "%u problems put on the ledger", n), n);
  if (live != NULL)
    return g_strdup_printf (_("Removal from the ledger: %s"), subject);
  if (state != NULL && dz_ledger_state_from_string (state->to, &now))
    return g_strdup_printf (_("Ledger: %s, %s"), subject, dz_ledger_state_get_name (now));

  return g_strdup_printf (_("%s: %s"), dz_step_verb_name ("ledger"), subject);
}

/* Whose points, and for whom. */
static char *
name_scores (DzStore    *self,
             gint64      step,
             const char *subject)
{
  sqlite3_stmt *statement =
    dz_db_query (self->db, NULL,
                 "SELECT count(DISTINCT s.body), count(DISTINCT s.scorer), min(s.scorer) FROM change c JOIN score s ON"
                 " s.id = c.row WHERE c.step = ? AND c.tbl = 'score'", DZ_CELLS (dz_int (step)));
  g_autofree char *scorer = NULL;
  guint bodies = 0;

  if (statement == NULL)
    return g_strdup (dz_step_verb_name ("scores"));
  if (dz_db_next (statement))
    {
      bodies = (guint) sqlite3_column_int (statement, 0);
      if (sqlite3_column_int (statement, 1) == 1)
        scorer = dz_db_dup_text (statement, 2);
    }
  dz_db_done (self->db, statement, NULL);
  if (bodies == 1 && scorer != NULL)
    return g_strdup_printf (_("Scores: %s, %s"), subject, scorer);
  if (scorer != NULL)
    return g_strdup_printf (ngettext ("Scores of %s: %u body", "Scores of %s: %u bodies", bodies), scorer, bodies);

  return g_strdup_printf (ngettext ("Scores: %u body", "Scores: %u bodies", bodies), bodies);
}

#define SHOWN_ACT 16 /* characters of an act of a plan: the name stands on a button's tip and in a toast */

static char *
shorten (const char *words)
{
  g_autofree char *begin = NULL;

  if (g_utf8_strlen (words, -1) <= SHOWN_ACT)
    return g_strdup (words);
  begin = g_utf8_substring (words, 0, SHOWN_ACT);

  return g_strconcat (begin, "…", NULL);
}

/* What was decided about a body: of which act of its plan, of which of its problems. %NULL: of something else */
static char *
name_decision (DzStore    *self,
               DzCodebook *codebook,
               gint64      step,
               const char *subject)
{
  g_autofree char *kind = NULL;
  g_autofree char *key = NULL;
  g_autofree char *act = NULL;
  sqlite3_stmt *statement =
    dz_db_query (self->db, NULL, "SELECT d.kind, d.key FROM change c JOIN decision d ON d.id = c.row WHERE c.step = ? AND c.tbl = 'decision'",
                 DZ_CELLS (dz_int (step)));

  if (statement == NULL)
    return NULL;
  if (dz_db_next (statement))
    {
      kind = dz_db_dup_text (statement, 0);
      key = dz_db_dup_text (statement, 1);
    }
  dz_db_done (self->db, statement, NULL);
  if (key == NULL || *subject == '\0')
    return NULL;
  act = shorten (key);
  if (g_str_equal (kind, "plan-done"))
    return g_strdup_printf (_("Last year's plan: %s, %s"), subject, act);
  if (g_str_equal (kind, "destination") && codebook != NULL)
    return g_strdup_printf (_("What became of a problem: %s, %s"), subject, name_of (codebook, DZ_ENTRY_WEAKNESS, key));

  return NULL;
}

static char *
name_step (DzStore    *self,
           DzCodebook *codebook,
           DzStep     *step,
           GPtrArray  *log)
{
  g_autofree char *subject = dup_subject (self, step->id);
  guint n = MAX (count_reports (self, step->id, "live"), count_reports (self, step->id, "version"));
  const DzLogEntry *first = log->len > 0 ? g_ptr_array_index (log, 0) : NULL;
  const char *what = first != NULL && first->what != NULL ? first->what : "";

  if (g_str_equal (step->verb, "import") && n > 0)
    return g_strdup_printf (ngettext ("Import of %u report", "Import of %u reports", n), n);
  if (g_str_equal (step->verb, "take-back") && n > 0)
    return g_strdup_printf (ngettext ("Taking back of %u imported report",
                                      "Taking back of %u imported reports", n), n);
  if (g_str_equal (step->verb, "reread") && n > 0)
    return g_strdup_printf (ngettext ("Reading of %u report anew", "Reading of %u reports anew", n), n);
  if (g_str_equal (step->verb, "tables"))
    return name_tables (self, step->id);
  if (g_str_equal (step->verb, "ledger") && log->len > 0)
    return name_ledger (self, step->id, log, subject);
  if (g_str_equal (step->verb, "scores"))
    return name_scores (self, step->id, subject);
  if (g_str_equal (step->verb, "confirm"))
    {
      n = count_figures (self, step->id);
      return g_strdup_printf (ngettext ("Confirmation of %u figure", "Confirmation of %u figures", n), n);
    }
  if (g_str_equal (step->verb, "county"))
    return name_settings (self, step->id, log);
  /* a step whose changes are gone, by another's hand, has its verb left */
  if ((g_str_equal (step->verb, "check") && *what != '\0') ||
      (g_str_equal (what, "decision") && codebook != NULL &&
       dz_codebook_find (codebook, DZ_ENTRY_CHECK, first->name) != NULL))
    return name_check (log, codebook, subject);
  if (!step->whole && g_str_equal (what, "decision"))
    {
      char *decision = name_decision (self, codebook, step->id, subject);

      if (decision != NULL)
        return decision;
    }
  if (!step->whole && !g_str_equal (step->verb, "remark") && (g_str_equal (what, "figure") || g_str_equal (what, "weakness") ||
                       g_str_equal (what, "cause")))
    return name_fact (log, codebook, what, subject);
  if (!step->whole && *subject != '\0')
    return g_strdup_printf (_("%s: %s"), dz_step_verb_name (step->verb), subject);

  return g_strdup (dz_step_verb_name (step->verb));
}

static gboolean
is_whole (const char *verb,
          GPtrArray  *log)
{
  /* settings that change no reading and no table */
  static const char *const small[] = { "brief_contents", "searches", "scopes", "views", NULL };
  static const char *const whole[] = { "import", "roster", "reread", "merge", "take-back", "tables", NULL };

  if (g_strv_contains (whole, verb))
    return TRUE;
  if (!g_str_equal (verb, "county"))
    return FALSE;
  for (guint i = 0; i < log->len; i++)
    {
      const DzLogEntry *entry = g_ptr_array_index (log, i);

      if (entry->name == NULL || !g_strv_contains (small, entry->name))
        return TRUE;
    }

  return FALSE;
}

static gboolean
read_step (DzStore  *self,
           DzStep   *step,
           GError  **error)
{
  sqlite3_stmt *statement = dz_db_query (self->db, error, "SELECT verb, at, who FROM step WHERE id = ?",
                                         DZ_CELLS (dz_int (step->id)));

  if (statement == NULL)
    return FALSE;
  if (dz_db_next (statement))
    {
      g_autoptr(GDateTime) at = g_date_time_new_from_unix_local (sqlite3_column_int64 (statement, 1));

      step->verb = g_intern_string ((const char *) sqlite3_column_text (statement, 0));
      step->at = at != NULL ? g_date_time_format (at, "%Y-%m-%d %H:%M") : g_strdup ("");
      step->who = dz_db_dup_text (statement, 2);
    }

  return dz_db_done (self->db, statement, error) && step->verb != NULL;
}

/**
 * dz_store_dup_step:
 * @codebook: for the names of indicators, weaknesses and checks
 * @undo: the step undo would take back; else the one redo would do again
 *
 * Returns: (transfer full) (nullable): the step; %NULL where there is none, and with @error set
 */
DzStep *
dz_store_dup_step (DzStore    *self,
                   DzCodebook *codebook,
                   gboolean    undo,
                   GError    **error)
{
  g_autoptr(DzStep) step = g_new0 (DzStep, 1);
  g_autoptr(GPtrArray) log = NULL;

  g_return_val_if_fail (DZ_IS_STORE (self) && codebook != NULL, NULL);

  step->id = dz_journal_find_step (self, undo, error);
  if (step->id <= 0 || !read_step (self, step, error))
    return NULL;
  log = dz_store_list_log (self, "step", step->id, error);
  if (log == NULL)
    return NULL;
  step->whole = is_whole (step->verb, log);
  step->texts = count_reports (self, step->id, "live") + count_reports (self, step->id, "version") > 0 ||
                g_str_equal (step->verb, "county");
  step->name = name_step (self, codebook, step, log);

  return g_steal_pointer (&step);
}

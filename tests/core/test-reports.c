/* test-reports.c - whole reports of invented places against what a reader marked in them
 *
 * The rows of NAME.expected are told in tests/data/reports/README.md. The
 * floors are a little under what is reached, and above what a user would bear:
 * a rule that loses figures or codes in one kind of report falls through them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-find-read.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct
{
  guint hit;
  guint missed;
  guint extra;
} Tally;

typedef struct
{
  Tally figures;
  Tally weaknesses;
  Tally causes;
  guint identity_right, identity_all;
  guint sections_right, sections_all;
  guint answers_right, answers_all;
  guint bounds_right, bounds_all;
} Fixture;

/* The rows of one report, by their first word. */
typedef struct
{
  GPtrArray *rows; /* char ** */
} Marks;

static double
f1 (const Tally *tally)
{
  return 2.0 * tally->hit / MAX (2.0 * tally->hit + tally->missed + tally->extra, 1.0);
}

static char *
data_dir (void)
{
  return g_build_filename (g_getenv ("DZ_TESTS"), "data", "reports", NULL);
}

static gboolean
names (const char *list,
       const char *code)
{
  g_auto(GStrv) parts = g_strsplit (list, "|", -1);

  return code != NULL && g_strv_contains ((const char *const *) parts, code);
}

static gboolean
row_holds (char      **row,
           const char *code)
{
  return code != NULL && g_strv_contains ((const char *const *) row + 1, code);
}

static gboolean
is_value (const char *written,
          double      value)
{
  return g_str_equal (written, "*") ||
         fabs (g_ascii_strtod (written, NULL) - value) <= 1e-6 * MAX (1.0, fabs (value));
}

static DzBound
read_bound (const char *mark)
{
  return mark == NULL ? DZ_BOUND_EXACT
         : *mark == '+' ? DZ_BOUND_AT_LEAST
         : *mark == '~' ? DZ_BOUND_ABOUT
                        : DZ_BOUND_AT_MOST;
}

/* The row for a figure: one that must be found, not used before, or any that excuses it. */
static void
place_figure (Fixture        *fixture,
              const char     *name,
              Marks          *marks,
              const DzFigure *figure,
              GHashTable     *used)
{
  gboolean excused = FALSE;

  for (guint i = 0; i < marks->rows->len; i++)
    {
      char **row = g_ptr_array_index (marks->rows, i);
      gboolean wanted = g_str_equal (row[0], "f");

      if ((!wanted && !g_str_equal (row[0], "acc")) || !names (row[1], figure->indicator) ||
          !is_value (row[2], figure->value))
        continue;
      excused = TRUE;
      if (wanted && g_hash_table_add (used, row))
        {
          fixture->figures.hit++;
          fixture->bounds_all++;
          fixture->bounds_right += figure->bound == read_bound (row[3]);
          return;
        }
    }
  if (!excused)
    {
      fixture->figures.extra++;
      g_test_message ("%s: extra %s %g", name, figure->indicator, figure->value);
    }
}

static void
judge_figures (Fixture        *fixture,
               const char     *name,
               Marks          *marks,
               const DzReport *report)
{
  g_autoptr(GHashTable) used = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < report->figures->len; i++)
    {
      const DzFigure *figure = &g_array_index (report->figures, DzFigure, i);

      if (figure->indicator != NULL)
        place_figure (fixture, name, marks, figure, used);
    }
  for (guint i = 0; i < marks->rows->len; i++)
    {
      char **row = g_ptr_array_index (marks->rows, i);

      if (!g_str_equal (row[0], "f") || g_hash_table_contains (used, row))
        continue;
      fixture->figures.missed++;
      g_test_message ("%s: missed %s %s", name, row[1], row[2]);
    }
}

static gboolean
is_marked (Marks      *marks,
           const char *word,
           const char *code)
{
  for (guint i = 0; i < marks->rows->len; i++)
    {
      char **row = g_ptr_array_index (marks->rows, i);

      if (g_str_equal (row[0], word) && row_holds (row, code))
        return TRUE;
    }

  return FALSE;
}

/* Compares a set of codes with the rows @must and @may. */
static void
judge_codes (Tally      *tally,
             const char *name,
             Marks      *marks,
             GHashTable *found,
             const char *must,
             const char *may)
{
  GHashTableIter iter;
  gpointer code;

  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &code, NULL))
    if (!is_marked (marks, must, code) && !is_marked (marks, may, code))
      {
        tally->extra++;
        g_test_message ("%s: extra %s", name, (const char *) code);
      }
  for (guint i = 0; i < marks->rows->len; i++)
    {
      char **row = g_ptr_array_index (marks->rows, i);

      for (guint k = 1; g_str_equal (row[0], must) && row[k] != NULL; k++)
        {
          gboolean hit = g_hash_table_contains (found, row[k]);

          tally->hit += hit;
          tally->missed += !hit;
          if (!hit)
            g_test_message ("%s: missed %s", name, row[k]);
        }
    }
}

static void
judge_answer (Fixture          *fixture,
              const char       *name,
              Marks            *marks,
              const DzWeakness *weakness)
{
  const char *grade = dz_grade_to_string (weakness->grade);

  for (guint i = 0; i < marks->rows->len; i++)
    {
      char **row = g_ptr_array_index (marks->rows, i);

      for (guint k = 1; g_str_equal (row[0], "ans") && row[k] != NULL; k++)
        {
          g_auto(GStrv) pair = g_strsplit (row[k], "=", 2);

          if (!g_str_equal (pair[0], weakness->code))
            continue;
          fixture->answers_all++;
          fixture->answers_right += names (pair[1], grade);
          if (!names (pair[1], grade))
            g_test_message ("%s: %s is answered %s, not %s", name, pair[0], grade, pair[1]);
        }
    }
}

static void
judge_weaknesses (Fixture        *fixture,
                  const char     *name,
                  Marks          *marks,
                  const DzReport *report)
{
  g_autoptr(GHashTable) weaknesses = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) causes = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < report->weaknesses->len; i++)
    {
      const DzWeakness *weakness = &g_array_index (report->weaknesses, DzWeakness, i);

      if (weakness->code != NULL && !weakness->last_year &&
          g_hash_table_add (weaknesses, (gpointer) weakness->code))
        judge_answer (fixture, name, marks, weakness);
    }
  for (guint i = 0; i < report->causes->len; i++)
    if (g_array_index (report->causes, DzCause, i).code != NULL)
      g_hash_table_add (causes, (gpointer) g_array_index (report->causes, DzCause, i).code);
  judge_codes (&fixture->weaknesses, name, marks, weaknesses, "weak", "accw");
  judge_codes (&fixture->causes, name, marks, causes, "cause", "accc");
}

static char *
list_sections (const DzReport *report)
{
  g_autoptr(GString) list = g_string_new ("sections");
  int last = -1;

  for (guint i = 0; i < report->sections->len; i++)
    {
      DzSectionKind kind = g_array_index (report->sections, DzSection, i).kind;

      if (kind == DZ_SECTION_OPENING || kind == DZ_SECTION_OTHER || kind == DZ_SECTION_CLOSING)
        continue;
      if ((int) kind != last)
        g_string_append_printf (list, " %s", dz_section_kind_to_string (kind));
      last = (int) kind;
    }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
judge_frame (Fixture        *fixture,
             const char     *name,
             Marks          *marks,
             const DzReport *report)
{
  g_autofree char *sections = list_sections (report);

  for (guint i = 0; i < marks->rows->len; i++)
    {
      char **row = g_ptr_array_index (marks->rows, i);

      if (g_str_equal (row[0], "sections"))
        {
          g_autofree char *want = g_strjoinv (" ", row);

          fixture->sections_all++;
          fixture->sections_right += g_str_equal (want, sections);
          if (!g_str_equal (want, sections))
            g_test_message ("%s: %s, not %s", name, sections, want);
        }
      if (g_str_equal (row[0], "report"))
        {
          const DzIdentity *identity = &report->identity;
          gboolean right = g_strcmp0 (identity->township, row[1]) == 0 &&
                           identity->year == atoi (row[2]) &&
                           g_str_equal (dz_report_kind_to_string (identity->kind), row[3]);

          fixture->identity_all++;
          fixture->identity_right += right;
          if (!right)
            g_test_message ("%s: %s %d %s", name, identity->township, identity->year,
                            dz_report_kind_to_string (identity->kind));
        }
    }
}

static Marks
load_marks (const char *path)
{
  Marks marks = { g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev) };
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && *lines[i] != '#')
      g_ptr_array_add (marks.rows, g_strsplit (lines[i], " ", -1));

  return marks;
}

static void
judge_report (Fixture    *fixture,
              const char *dir,
              const char *name)
{
  g_autofree char *stem = g_build_filename (dir, name, NULL);
  g_autofree char *text_path = g_strconcat (stem, ".txt", NULL);
  g_autofree char *marks_path = g_strconcat (stem, ".expected", NULL);
  g_autofree char *text = NULL;
  g_autoptr(DzReport) report = NULL;
  Marks marks = load_marks (marks_path);

  g_assert_true (g_file_get_contents (text_path, &text, NULL, NULL));
  report = dz_test_read (text);
  judge_frame (fixture, name, &marks, report);
  if (report->identity.kind != DZ_KIND_OTHER)
    {
      judge_figures (fixture, name, &marks, report);
      judge_weaknesses (fixture, name, &marks, report);
    }
  g_ptr_array_unref (marks.rows);
}

static void
test_floors (void)
{
  Fixture fixture = { 0 };
  g_autofree char *folder = data_dir ();
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *file;

  while ((file = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (file, ".expected"))
      {
        g_autofree char *name = g_strndup (file, strlen (file) - strlen (".expected"));

        judge_report (&fixture, folder, name);
      }
  g_test_message ("figures %.3f weaknesses %.3f causes %.3f answers %u/%u bounds %u/%u",
                  f1 (&fixture.figures), f1 (&fixture.weaknesses), f1 (&fixture.causes),
                  fixture.answers_right, fixture.answers_all, fixture.bounds_right,
                  fixture.bounds_all);
  g_assert_cmpfloat (f1 (&fixture.figures), >=, 0.97);
  g_assert_cmpfloat (f1 (&fixture.weaknesses), >=, 0.93);
  g_assert_cmpfloat (f1 (&fixture.causes), >=, 0.9);
  g_assert_cmpuint (fixture.answers_right * 100, >=, fixture.answers_all * 88);
  g_assert_cmpuint (fixture.bounds_right * 100, >=, fixture.bounds_all * 97);
  g_assert_cmpuint (fixture.sections_right * 100, >=, fixture.sections_all * 96);
  g_assert_cmpuint (fixture.identity_right, ==, fixture.identity_all);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/find/reports/floors", test_floors);

  return g_test_run ();
}

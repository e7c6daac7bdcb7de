/* dz-test-review.h - a review built by hand, for tests of computed tables
 *
 * Texts are short; figures and weaknesses point at words of the text, which
 * must occur in it, so every span of a test is a true one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-review.h"

#include <math.h>
#include <string.h>

static inline char *
test_find_shared (const char *path)
{
  const char *const roots[] = { "..", "../..", "../../.." };

  for (guint i = 0; i < G_N_ELEMENTS (roots); i++)
    {
      char *full = g_build_filename (g_getenv ("DZ_ROOT"), roots[i], "shared", path, NULL);

      if (g_file_test (full, G_FILE_TEST_EXISTS))
        return full;
      g_free (full);
    }

  return NULL;
}

static inline DzCodebook *
test_codebook (void)
{
  static const char *const files[] = { "indicators", "weaknesses", "causes",
                                       "checks",     "sections",   "phrases", "gallery" };
  DzCodebook *codebook = dz_codebook_new ();

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *name = g_strconcat (files[i], ".xml", NULL);
      g_autofree char *path =
        g_build_filename (g_getenv ("DZ_ROOT"), "data", "codebook", name, NULL);
      g_autofree char *xml = NULL;
      g_autoptr(GError) error = NULL;
      gsize len;

      g_file_get_contents (path, &xml, &len, &error);
      g_assert_no_error (error);
      dz_codebook_add (codebook, xml, (gssize) len, name, &error);
      g_assert_no_error (error);
    }

  return codebook;
}

static inline DzBody *
test_add_body (DzReview   *review,
               const char *name)
{
  DzBody *body = dz_body_new (name, NULL);

  body->id = review->bodies->len + 1;
  body->position = review->bodies->len + 1;
  g_ptr_array_add (review->bodies, body);

  return body;
}

static inline DzReport *
test_add_report (DzReview    *review,
                 DzBody      *body,
                 int          year,
                 DzReportKind kind,
                 const char  *string)
{
  g_autoptr(DzText) text = dz_text_new_from_string (string);
  DzReport *report = dz_report_new (text, dz_source_new ("made.txt"));

  report->id = review->reports->len + 101;
  report->body_id = body->id;
  report->identity.year = year;
  report->identity.kind = kind;
  g_ptr_array_add (review->reports, report);

  return report;
}

static inline DzSpan
test_span (DzReport   *report,
           const char *words)
{
  const char *text = dz_text_peek (report->text, NULL);
  const char *at = words != NULL ? strstr (text, words) : text;

  g_assert_nonnull (at);

  return (DzSpan){ (gsize) (at - text), (gsize) (at - text) + (words != NULL ? strlen (words) : 0) };
}

static inline guint
test_add_figure (DzReport   *report,
                 const char *indicator,
                 double      value,
                 const char *unit,
                 DzBound     bound,
                 const char *words)
{
  DzFigure figure = { .indicator = g_intern_string (indicator), .value = value, .high = NAN,
                      .bound = bound, .confidence = 0.9 };

  figure.unit = g_intern_string (unit);
  figure.span = figure.number = test_span (report, words);
  g_array_append_val (report->figures, figure);

  return report->figures->len - 1;
}

static inline DzFigure *
test_figure (DzReport *report,
             guint     index)
{
  return &g_array_index (report->figures, DzFigure, index);
}

static inline DzWeakness *
test_add_weakness (DzReport   *report,
                   const char *code,
                   const char *words,
                   DzGrade     grade)
{
  DzWeakness weakness = { .code = g_intern_string (code), .confidence = 0.9, .grade = grade };

  weakness.span = test_span (report, words);
  g_array_append_val (report->weaknesses, weakness);

  return &g_array_index (report->weaknesses, DzWeakness, report->weaknesses->len - 1);
}

static inline void
test_add_section (DzReport     *report,
                  DzSectionKind kind,
                  const char   *words)
{
  DzSection section = { .kind = kind, .level = 1, .confidence = 1 };

  section.span = test_span (report, words);
  g_array_append_val (report->sections, section);
}

/* dz-json.c - a report as one line of JSON, as the contract has it
 *
 * Offsets are counted in code points here, the only place outside widgets/
 * that does so: the characters before each byte are counted once per report.
 * Numbers are printed by our own rule, never by the locale's.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-json.h"

#include "dz-error.h"

#include <math.h>
#include <string.h>

/* Code points before byte @offset, with a checkpoint every 256 bytes. */
typedef struct
{
  const char *text;
  gsize len;
  GArray *checkpoints;
} Counter;

static void
counter_init (Counter    *counter,
              const char *text,
              gsize       len)
{
  guint n = 0;

  counter->text = text;
  counter->len = len;
  counter->checkpoints = g_array_new (FALSE, FALSE, sizeof (guint));
  for (gsize i = 0; i < len; i++)
    {
      if (i % 256 == 0)
        g_array_append_val (counter->checkpoints, n);
      n += ((guchar) text[i] & 0xc0) != 0x80;
    }
  if (len % 256 == 0)
    g_array_append_val (counter->checkpoints, n);
}

static guint
count_before (const Counter *counter,
              gsize          offset)
{
  guint n = g_array_index (counter->checkpoints, guint, offset / 256);

  for (gsize i = offset / 256 * 256; i < offset; i++)
    n += ((guchar) counter->text[i] & 0xc0) != 0x80;

  return n;
}

/* @text in quotation marks; most of it is written as it stands. */
static void
append_quoted (GString    *line,
               const char *text,
               gsize       len)
{
  gsize from = 0;

  g_string_append_c (line, '"');
  for (gsize at = 0; at < len; at++)
    {
      guchar c = (guchar) text[at];

      if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7f)
        continue;
      g_string_append_len (line, text + from, (gssize) (at - from));
      from = at + 1;
      if (c == '"' || c == '\\')
        g_string_append_printf (line, "\\%c", c);
      else if (c == '\n')
        g_string_append (line, "\\n");
      else if (c == '\t')
        g_string_append (line, "\\t");
      else
        g_string_append_printf (line, "\\u%04x", c);
    }
  g_string_append_len (line, text + from, (gssize) (len - from));
  g_string_append_c (line, '"');
}

/**
 * dz_json_append_string:
 * @string: (nullable): valid UTF-8; %NULL gives null
 */
void
dz_json_append_string (GString    *line,
                       const char *string)
{
  if (string == NULL)
    {
      g_string_append (line, "null");
      return;
    }
  append_quoted (line, string, strlen (string));
}

static void
append_count (GString *line,
              guint64  n)
{
  char digits[20];
  gsize at = sizeof digits;

  do
    digits[--at] = (char) ('0' + n % 10);
  while ((n /= 10) > 0);
  g_string_append_len (line, digits + at, (gssize) (sizeof digits - at));
}

/**
 * dz_json_append_number:
 * @value: a finite number is printed shortest, others as null
 */
void
dz_json_append_number (GString *line,
                       double   value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (value))
    g_string_append (line, "null");
  else if (value == floor (value) && fabs (value) < 1e15)
    {
      if (value < 0)
        g_string_append_c (line, '-');
      append_count (line, (guint64) fabs (value));
    }
  else
    {
      g_string_append (line, g_ascii_formatd (buffer, sizeof buffer, "%.10g", value));
    }
}

static void
append_key_string (GString    *line,
                   const char *key,
                   const char *value)
{
  g_string_append_c (line, '"');
  g_string_append (line, key);
  g_string_append (line, "\": ");
  dz_json_append_string (line, value);
}

static void
append_span (GString       *line,
             const Counter *counter,
             DzSpan         span)
{
  g_string_append (line, "\"text\": ");
  append_quoted (line, counter->text + span.start, span.end - span.start);
  g_string_append (line, ", \"start\": ");
  append_count (line, count_before (counter, span.start));
  g_string_append (line, ", \"end\": ");
  append_count (line, count_before (counter, span.end));
}

static void
append_pair (GString       *line,
             const Counter *counter,
             const char    *key,
             DzSpan         span)
{
  g_string_append (line, ", \"");
  g_string_append (line, key);
  g_string_append (line, "\": [");
  append_count (line, count_before (counter, span.start));
  g_string_append (line, ", ");
  append_count (line, count_before (counter, span.end));
  g_string_append_c (line, ']');
}

static void
append_named_span (GString       *line,
                   const Counter *counter,
                   const char    *key,
                   DzSpan         span)
{
  g_string_append_printf (line, ", \"%s\": {", key);
  append_span (line, counter, span);
  g_string_append_c (line, '}');
}

static void
append_ground (GString        *line,
               const Counter  *counter,
               const char     *key,
               const DzGround *ground)
{
  g_string_append_printf (line, ", \"%s\": {", key);
  append_key_string (line, "rule", ground->rule);
  if (!dz_span_is_empty (ground->cue))
    {
      g_string_append (line, ", \"cue\": {");
      append_span (line, counter, ground->cue);
      g_string_append_c (line, '}');
    }
  if (!dz_span_is_empty (ground->clause))
    {
      g_string_append (line, ", \"clause\": {");
      append_span (line, counter, ground->clause);
      g_string_append_c (line, '}');
    }
  if (ground->frame != NULL)
    {
      g_string_append (line, ", ");
      append_key_string (line, "frame", ground->frame);
    }
  if (!dz_span_is_empty (ground->noun))
    append_named_span (line, counter, "noun", ground->noun);
  if (!dz_span_is_empty (ground->verb))
    append_named_span (line, counter, "verb", ground->verb);
  g_string_append_c (line, '}');
}

/* The same losses for programs; what stands at several places is one number here. */
static void
append_loss_counts (GString        *line,
                    const DzSource *source)
{
  g_autoptr(DzSource) sum = dz_source_new (NULL);

  for (guint i = 0; i < source->losses->len; i++)
    {
      const DzLoss *loss = &g_array_index (source->losses, DzLoss, i);

      dz_source_add_loss (sum, loss->kind, loss->count, NULL);
    }
  g_string_append (line, ", \"loss_counts\": {");
  for (guint i = 0; i < sum->losses->len; i++)
    {
      const DzLoss *loss = &g_array_index (sum->losses, DzLoss, i);

      g_string_append_printf (line, "%s\"%s\": %u", i > 0 ? ", " : "", dz_loss_kind_name (loss->kind),
                              loss->count);
    }
  g_string_append_c (line, '}');
}

static void
append_source (GString        *line,
               const DzSource *source)
{
  g_string_append (line, "\"source\": {");
  append_key_string (line, "path", source->path);
  g_string_append (line, ", ");
  append_key_string (line, "member", source->member);
  g_string_append (line, ", ");
  append_key_string (line, "format", source->format);
  g_string_append (line, ", ");
  append_key_string (line, "encoding", source->encoding);
  g_string_append (line, ", ");
  append_key_string (line, "sha256", source->sha256);
  g_string_append (line, ", \"losses\": [");
  for (guint i = 0; i < source->losses->len; i++)
    {
      g_autofree char *words = dz_loss_describe (&g_array_index (source->losses, DzLoss, i), FALSE);

      if (i > 0)
        g_string_append (line, ", ");
      dz_json_append_string (line, words);
    }
  g_string_append (line, "]");
  if (source->losses->len > 0)
    append_loss_counts (line, source);
  g_string_append_c (line, '}');
}

static void
append_identity (GString          *line,
                 const DzIdentity *identity)
{
  g_string_append (line, ", \"report\": {");
  append_key_string (line, "township", identity->township);
  g_string_append (line, ", ");
  append_key_string (line, "body_kind", dz_identity_get_body_kind (identity));
  g_string_append (line, ", ");
  append_key_string (line, "county", identity->county);
  if (identity->year > 0)
    g_string_append_printf (line, ", \"year\": %d, ", identity->year);
  else
    g_string_append (line, ", \"year\": null, ");
  append_key_string (line, "kind", dz_report_kind_to_string (identity->kind));
  g_string_append (line, ", ");
  append_key_string (line, "title", identity->title);
  g_string_append (line, ", ");
  append_key_string (line, "issued", identity->issued);
  g_string_append (line, ", ");
  append_key_string (line, "published", identity->published);
  g_string_append (line, ", ");
  append_key_string (line, "issuer", identity->issuer);
  g_string_append_c (line, '}');
}

static void
append_figure (GString        *line,
               const Counter  *counter,
               const DzFigure *figure,
               gboolean        explain)
{
  g_string_append_c (line, '{');
  append_key_string (line, "indicator", figure->set_aside == NULL ? figure->indicator : NULL);
  if (figure->set_aside != NULL)
    {
      g_string_append (line, ", ");
      append_key_string (line, "set_aside", figure->set_aside);
    }
  g_string_append (line, ", \"value\": ");
  dz_json_append_number (line, figure->value);
  if (isfinite (figure->high) && figure->high > figure->value)
    {
      g_string_append (line, ", \"high\": ");
      dz_json_append_number (line, figure->high);
    }
  g_string_append (line, ", ");
  append_key_string (line, "unit", figure->unit);
  g_string_append (line, ", ");
  append_key_string (line, "bound", dz_bound_to_string (figure->bound));
  g_string_append (line, ", ");
  append_key_string (line, "scope", dz_scope_to_string (figure->scope));
  g_string_append (line, ", ");
  append_key_string (line, "period", dz_period_to_string (figure->period));
  g_string_append (line, figure->derived ? ", \"derived\": true, \"confidence\": "
                                         : ", \"derived\": false, \"confidence\": ");
  dz_json_append_number (line, round (figure->confidence * 100) / 100);
  g_string_append (line, ", ");
  append_span (line, counter, figure->span);
  append_pair (line, counter, "number", figure->number);
  /* the words that gave it its indicator: whether two years use the same is told by them */
  if (!dz_span_is_empty (figure->ground.cue))
    append_pair (line, counter, "cue", figure->ground.cue);
  if (explain)
    append_ground (line, counter, "ground", &figure->ground);
  g_string_append_c (line, '}');
}

static void
append_weakness (GString          *line,
                 const Counter    *counter,
                 const DzWeakness *weakness,
                 gboolean          explain)
{
  g_string_append_c (line, '{');
  append_key_string (line, "code", weakness->code);
  g_string_append (line, ", ");
  append_span (line, counter, weakness->span);
  g_string_append (line, ", \"confidence\": ");
  dz_json_append_number (line, round (weakness->confidence * 100) / 100);
  if (weakness->some_only)
    g_string_append (line, ", \"some_only\": true");
  if (weakness->last_year)
    g_string_append (line, ", \"last_year\": true");
  if (weakness->county)
    g_string_append (line, ", \"county\": true");
  if (!dz_span_is_empty (weakness->rectified))
    append_pair (line, counter, "rectified", weakness->rectified);
  g_string_append (line, ", \"answer\": {");
  append_key_string (line, "grade", dz_grade_to_string (weakness->grade));
  if (!dz_span_is_empty (weakness->answer))
    {
      g_string_append (line, ", ");
      append_span (line, counter, weakness->answer);
    }
  if (explain && weakness->answer_ground.rule != NULL)
    append_ground (line, counter, "ground", &weakness->answer_ground);
  g_string_append_c (line, '}');
  if (explain)
    append_ground (line, counter, "ground", &weakness->ground);
  g_string_append_c (line, '}');
}

/* Last year's and the county's shortfalls go under their own key: they do not count this year. */
static void
append_weaknesses (GString       *line,
                   const Counter *counter,
                   DzReport      *report,
                   const char    *key,
                   gboolean       this_year,
                   gboolean       explain)
{
  gboolean first = TRUE;

  g_string_append_printf (line, ", \"%s\": [", key);
  for (guint i = 0; i < report->weaknesses->len; i++)
    {
      const DzWeakness *weakness = &g_array_index (report->weaknesses, DzWeakness, i);

      if ((!weakness->last_year && !weakness->county) != this_year)
        continue;
      if (!first)
        g_string_append (line, ", ");
      first = FALSE;
      append_weakness (line, counter, weakness, explain);
    }
  g_string_append_c (line, ']');
}

/* The contract's "weakness" of a cause counts in the list the line itself shows. */
static int
shown_index (DzReport *report,
             int       index)
{
  int shown = -1;

  for (int i = 0; i <= index && i < (int) report->weaknesses->len; i++)
    {
      const DzWeakness *weakness = &g_array_index (report->weaknesses, DzWeakness, i);

      if (!weakness->last_year && !weakness->county)
        shown++;
      else if (i == index)
        return -1;
    }

  return shown;
}

static void
append_causes (GString       *line,
               const Counter *counter,
               DzReport      *report,
               gboolean       explain)
{
  g_string_append (line, ", \"causes\": [");
  for (guint i = 0; i < report->causes->len; i++)
    {
      const DzCause *cause = &g_array_index (report->causes, DzCause, i);
      int index = cause->weakness >= 0 ? shown_index (report, cause->weakness) : -1;

      g_string_append (line, i > 0 ? ", {" : "{");
      append_key_string (line, "code", cause->code);
      g_string_append (line, ", ");
      append_span (line, counter, cause->span);
      if (index >= 0)
        g_string_append_printf (line, ", \"weakness\": %d", index);
      else
        g_string_append (line, ", \"weakness\": null");
      if (explain)
        append_ground (line, counter, "ground", &cause->ground);
      g_string_append_c (line, '}');
    }
  g_string_append_c (line, ']');
}

static void
append_checks (GString       *line,
               const Counter *counter,
               DzReport      *report,
               gboolean       explain)
{
  g_string_append (line, ", \"checks\": [");
  for (guint i = 0; i < report->checks->len; i++)
    {
      const DzCheck *check = &g_array_index (report->checks, DzCheck, i);

      g_string_append (line, i > 0 ? ", {" : "{");
      append_key_string (line, "id", check->id);
      g_string_append (line, ", ");
      append_key_string (line, "result", dz_result_to_string (check->result));
      g_string_append (line, ", ");
      append_key_string (line, "certainty", check->certain ? "certain" : "likely");
      g_string_append (line, ", ");
      append_key_string (line, "message", check->message);
      if (explain && check->reason != NULL)
        {
          g_string_append (line, ", ");
          append_key_string (line, "reason", check->reason);
        }
      g_string_append (line, ", \"spans\": [");
      for (guint k = 0; k < check->spans->len; k++)
        {
          DzSpan span = g_array_index (check->spans, DzSpan, k);

          g_string_append_printf (line, "%s[%u, %u]", k > 0 ? ", " : "",
                                  count_before (counter, span.start),
                                  count_before (counter, span.end));
        }
      g_string_append (line, "]}");
    }
  g_string_append_c (line, ']');
}

/* What was seen in pictures, line by line; nothing of a file that has its characters. */
static void
append_recognised (GString       *line,
                   const Counter *counter,
                   DzText        *text)
{
  g_autoptr(GArray) lines = dz_text_list_recognised (text);

  if (lines->len == 0)
    return;
  g_string_append (line, ", \"recognised\": [");
  for (guint i = 0; i < lines->len; i++)
    {
      const DzRecognisedLine *seen = &g_array_index (lines, DzRecognisedLine, i);

      g_string_append_printf (line, "%s{\"start\": %u, \"end\": %u, \"page\": %u, \"confidence\": ", i > 0 ? ", " : "",
                              count_before (counter, seen->span.start), count_before (counter, seen->span.end),
                              dz_text_get_part (text, seen->part)->page);
      dz_json_append_number (line, round (seen->confidence * 100) / 100);
      g_string_append_c (line, '}');
    }
  g_string_append_c (line, ']');
}

/**
 * dz_json_append_report:
 * @with_text: adds the report's own text
 * @explain: adds why each figure and code has its name, and why each check is asked
 *
 * One line of duizhao-report-1, without its end of line.
 */
void
dz_json_append_report (GString  *line,
                       DzReport *report,
                       gboolean  with_text,
                       gboolean  explain)
{
  Counter counter;
  gsize len;
  const char *text = dz_text_peek (report->text, &len);

  counter_init (&counter, text, len);
  g_string_append (line, "{\"schema\": \"duizhao-report-1\", ");
  append_source (line, report->source);
  append_identity (line, &report->identity);
  g_string_append (line, ", \"sections\": [");
  for (guint i = 0; i < report->sections->len; i++)
    {
      const DzSection *section = &g_array_index (report->sections, DzSection, i);
      g_autofree char *heading = dz_text_dup_span (report->text, section->heading);

      g_string_append (line, i > 0 ? ", {" : "{");
      append_key_string (line, "kind", dz_section_kind_to_string (section->kind));
      g_string_append (line, ", ");
      append_key_string (line, "heading", heading);
      g_string_append_printf (line, ", \"level\": %u, \"start\": %u, \"end\": %u}", section->level,
                              count_before (&counter, section->span.start),
                              count_before (&counter, section->span.end));
    }
  g_string_append (line, "], \"figures\": [");
  for (guint i = 0; i < report->figures->len; i++)
    {
      if (i > 0)
        g_string_append (line, ", ");
      append_figure (line, &counter, &g_array_index (report->figures, DzFigure, i), explain);
    }
  g_string_append_c (line, ']');
  append_weaknesses (line, &counter, report, "weaknesses", TRUE, explain);
  append_weaknesses (line, &counter, report, "other_weaknesses", FALSE, explain);
  append_causes (line, &counter, report, explain);
  append_checks (line, &counter, report, explain);
  append_recognised (line, &counter, report->text);
  if (with_text)
    {
      g_string_append (line, ", ");
      append_key_string (line, "text", text);
    }
  g_string_append_c (line, '}');
  g_array_unref (counter.checkpoints);
}

/**
 * dz_json_append_error:
 *
 * One line of duizhao-error-1, without its end of line.
 */
void
dz_json_append_error (GString        *line,
                      const DzSource *source,
                      const GError   *error)
{
  g_string_append (line, "{\"schema\": \"duizhao-error-1\", ");
  append_source (line, source);
  g_string_append (line, ", \"error\": {");
  append_key_string (line, "code",
                     error->domain == DZ_ERROR ? dz_error_code_name ((DzErrorCode) error->code)
                                               : "io");
  g_string_append (line, ", ");
  append_key_string (line, "message", error->message);
  g_string_append (line, "}}");
}

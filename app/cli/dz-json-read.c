/* dz-json-read.c - lines of `extract --with-text` back into reports
 *
 * The way back from many machines to one review. What a line does not hold
 * (the grounds but for the cue of a figure, the passages of the identity) stays unknown until
 * the report is read anew.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-json-read.h"

#include "dz-command.h"
#include "dz-error.h"
#include "dz-journal.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

/* No parser goes deeper than this into a line of ours, however deep the line is. */
#define DEEPEST 32

/* An enum of a word that is none of its own becomes -1, and its row is left out. */
#define READ_ENUM(name, object, key, value)                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    const char *word = get_string (object, key);                                                   \
                                                                                                   \
    if (word != NULL && !dz_##name##_from_string (word, value))                                    \
      *(value) = -1;                                                                               \
  }                                                                                                \
  G_STMT_END

/* Code points to bytes. */
typedef struct
{
  DzReport *report;
  GArray *offsets; /* gsize, one per code point and one for the end */
} Reader;

static const char *
get_string (JsonObject *object,
            const char *key)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, key) : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
                 json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node) : NULL;
}

static double
get_number (JsonObject *object,
            const char *key,
            double      otherwise)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, key) : NULL;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) == G_TYPE_STRING)
    return otherwise;

  return json_node_get_double (node);
}

/* What is far outside of an int stays outside of every range. */
static int
get_int (JsonObject *object,
         const char *key,
         int         otherwise)
{
  return (int) CLAMP (get_number (object, key, otherwise), G_MININT, G_MAXINT);
}

static gboolean
get_flag (JsonObject *object,
          const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_boolean (node);
}

static JsonObject *
get_object (JsonObject *object,
            const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static JsonArray *
get_array (JsonObject *object,
           const char *key)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, key) : NULL;

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static guint
get_length (JsonArray *array)
{
  return array != NULL ? json_array_get_length (array) : 0;
}

static JsonObject *
get_element (JsonArray *array,
             guint      i)
{
  JsonNode *node = json_array_get_element (array, i);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static gsize
to_byte (const Reader *self,
         double        point)
{
  return g_array_index (self->offsets, gsize,
                        (guint) CLAMP (point, 0, (double) (self->offsets->len - 1)));
}

static DzSpan
get_span (const Reader *self,
          JsonObject   *object)
{
  DzSpan span;

  if (object == NULL || json_object_get_member (object, "start") == NULL)
    return DZ_SPAN_NONE;
  span.start = to_byte (self, get_number (object, "start", 0));
  span.end = to_byte (self, get_number (object, "end", 0));

  return span;
}

static DzSpan
get_pair (const Reader *self,
          JsonArray    *pair,
          DzSpan        otherwise)
{
  if (get_length (pair) != 2)
    return otherwise;

  return (DzSpan){ to_byte (self, json_array_get_double_element (pair, 0)),
                   to_byte (self, json_array_get_double_element (pair, 1)) };
}

static void
read_identity (Reader     *self,
               JsonObject *object)
{
  DzIdentity *identity = &self->report->identity;

  identity->township = g_strdup (get_string (object, "township"));
  identity->county = g_strdup (get_string (object, "county"));
  identity->year = get_int (object, "year", 0);
  READ_ENUM (report_kind, object, "kind", &identity->kind);
  identity->title = g_strdup (get_string (object, "title"));
  identity->issued = g_strdup (get_string (object, "issued"));
  identity->published = g_strdup (get_string (object, "published"));
  identity->issuer = g_strdup (get_string (object, "issuer"));
  /* the line does not say how sure it was */
  identity->township_confidence = identity->township != NULL ? 1 : 0;
  identity->year_confidence = identity->year != 0 ? 1 : 0;
  identity->kind_confidence = identity->kind != DZ_KIND_OTHER ? 1 : 0;
}

static void
read_sections (Reader    *self,
               JsonArray *array)
{
  gsize len;
  const char *text = dz_text_peek (self->report->text, &len);

  for (guint i = 0; i < get_length (array); i++)
    {
      JsonObject *object = get_element (array, i);
      DzSection section = { .confidence = 1 };
      const char *heading = get_string (object, "heading");
      const char *at;

      READ_ENUM (section_kind, object, "kind", &section.kind);
      section.level = (guint) get_int (object, "level", 1);
      section.span = get_span (self, object);
      at = heading != NULL && *heading != '\0' ? strstr (text + section.span.start, heading) : NULL;
      section.heading.start = section.heading.end = section.span.start;
      if (at != NULL && (gsize) (at - text) < section.span.end)
        section.heading = (DzSpan){ (gsize) (at - text), (gsize) (at - text) + strlen (heading) };
      g_array_append_val (self->report->sections, section);
    }
}

static void
read_figures (Reader    *self,
              JsonArray *array)
{
  for (guint i = 0; i < get_length (array); i++)
    {
      JsonObject *object = get_element (array, i);
      DzFigure figure = { 0 };

      if (object == NULL)
        continue;
      figure.indicator = dz_intern_word (get_string (object, "indicator"));
      figure.set_aside = dz_intern_word (get_string (object, "set_aside"));
      figure.unit = dz_intern_word (get_string (object, "unit"));
      figure.value = get_number (object, "value", NAN);
      figure.high = get_number (object, "high", NAN);
      READ_ENUM (bound, object, "bound", &figure.bound);
      READ_ENUM (scope, object, "scope", &figure.scope);
      READ_ENUM (period, object, "period", &figure.period);
      figure.derived = get_flag (object, "derived");
      figure.confidence = get_number (object, "confidence", 0);
      figure.span = get_span (self, object);
      figure.number = get_pair (self, get_array (object, "number"), figure.span);
      figure.ground.cue = get_pair (self, get_array (object, "cue"), DZ_SPAN_NONE);
      if (figure.ground.cue.end < figure.ground.cue.start)
        figure.ground.cue = DZ_SPAN_NONE;
      dz_figure_check_value (&figure);
      g_array_append_val (self->report->figures, figure);
    }
}

static void
read_weaknesses (Reader    *self,
                 JsonArray *array)
{
  for (guint i = 0; i < get_length (array); i++)
    {
      JsonObject *object = get_element (array, i);
      DzWeakness weakness = { 0 };
      JsonObject *answer;

      if (object == NULL)
        continue;
      answer = get_object (object, "answer");
      weakness.code = dz_intern_word (get_string (object, "code"));
      weakness.span = get_span (self, object);
      weakness.confidence = get_number (object, "confidence", 0);
      weakness.some_only = get_flag (object, "some_only");
      weakness.last_year = get_flag (object, "last_year");
      weakness.county = get_flag (object, "county");
      if (answer != NULL)
        READ_ENUM (grade, answer, "grade", &weakness.grade);
      weakness.answer = get_span (self, answer);
      weakness.rectified = get_pair (self, get_array (object, "rectified"), DZ_SPAN_NONE);
      g_array_append_val (self->report->weaknesses, weakness);
    }
}

static void
read_causes (Reader    *self,
             JsonArray *array)
{
  for (guint i = 0; i < get_length (array); i++)
    {
      JsonObject *object = get_element (array, i);
      DzCause cause = { 0 };

      if (object == NULL)
        continue;
      cause.code = dz_intern_word (get_string (object, "code"));
      cause.span = get_span (self, object);
      /* this year's weaknesses were read first, so its index is ours */
      cause.weakness = get_int (object, "weakness", -1);
      g_array_append_val (self->report->causes, cause);
    }
}

static void
read_checks (Reader    *self,
             JsonArray *array)
{
  for (guint i = 0; i < get_length (array); i++)
    {
      JsonObject *object = get_element (array, i);
      const char *id = get_string (object, "id");
      JsonArray *spans = get_array (object, "spans");
      DzResult result = DZ_RESULT_CANNOT_TELL;
      DzCheck *check;

      if (id == NULL)
        continue;
      READ_ENUM (result, object, "result", &result);
      check = dz_report_add_check (self->report, id, result, get_string (object, "message"));
      for (guint k = 0; k < get_length (spans); k++)
        {
          JsonNode *node = json_array_get_element (spans, k);
          DzSpan span = JSON_NODE_HOLDS_ARRAY (node)
                          ? get_pair (self, json_node_get_array (node), DZ_SPAN_NONE)
                          : DZ_SPAN_NONE;

          g_array_append_val (check->spans, span);
        }
    }
}

static DzSource *
read_source (JsonObject *object)
{
  DzSource *source = dz_source_new (get_string (object, "path"));
  JsonObject *losses = object != NULL ? get_object (object, "loss_counts") : NULL;
  g_autoptr(GList) kinds = losses != NULL ? json_object_get_members (losses) : NULL;

  source->member = g_strdup (get_string (object, "member"));
  source->format = g_strdup (get_string (object, "format"));
  source->encoding = g_strdup (get_string (object, "encoding"));
  source->sha256 = g_strdup (get_string (object, "sha256"));
  for (GList *l = kinds; l != NULL; l = l->next)
    {
      DzLossKind kind;

      if (dz_loss_kind_parse (l->data, &kind))
        dz_source_add_loss (source, kind, (guint) MAX (get_int (losses, l->data, 0), 0), NULL);
    }

  return source;
}

static void
index_text (Reader     *self,
            const char *text)
{
  gsize at = 0;

  self->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      at = (gsize) (p - text);
      g_array_append_val (self->offsets, at);
    }
  at = strlen (text);
  g_array_append_val (self->offsets, at);
}

static gboolean
is_deep (const char *line)
{
  guint depth = 0;
  gboolean quoted = FALSE;

  for (; *line != '\0' && depth <= DEEPEST; line++)
    if (quoted)
      {
        if (*line == '\\' && line[1] != '\0')
          line++;
        else
          quoted = *line != '"';
      }
    else if (*line == '"')
      quoted = TRUE;
    else if (*line == '{' || *line == '[')
      depth++;
    else if ((*line == '}' || *line == ']') && depth > 0)
      depth--;

  return depth > DEEPEST;
}

/* A line that tells of a file that could not be read names that file; a member of an archive is named after it. */
static void
set_problem (JsonObject *root,
             GError    **error)
{
  JsonObject *problem = root != NULL ? get_object (root, "error") : NULL;
  JsonObject *source = root != NULL ? get_object (root, "source") : NULL;
  const char *path = source != NULL ? get_string (source, "path") : NULL;
  const char *member = source != NULL ? get_string (source, "member") : NULL;
  const char *message = problem != NULL ? get_string (problem, "message") : NULL;

  if (message == NULL)
    g_set_error_literal (error, DZ_ERROR, DZ_ERROR_BROKEN, _("no line of duizhao-cli extract"));
  else
    g_set_error (error, DZ_ERROR, DZ_ERROR_BROKEN, "%s%s%s: %s", path != NULL ? path : "-",
                 member != NULL ? " > " : "", member != NULL ? member : "", message);
}

/**
 * dz_json_read_report:
 * @line: one line of duizhao-report-1 with its text
 * @untrue: (inout): counts what cannot be true and was left out
 *
 * Returns: (transfer full) (nullable): the report, or %NULL with @error set
 */
DzReport *
dz_json_read_report (const char *line,
                     DzUntrue   *untrue,
                     GError    **error)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autoptr(DzText) text = NULL;
  Reader self = { 0 };
  JsonObject *root;
  JsonNode *node;

  if (is_deep (line))
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_TOO_DEEP, "no line of duizhao-cli extract: nested too deep");
      return NULL;
    }
  if (!json_parser_load_from_data (parser, line, -1, error))
    return NULL;
  node = json_parser_get_root (parser);
  root = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  if (root == NULL || g_strcmp0 (get_string (root, "schema"), "duizhao-report-1") != 0)
    {
      set_problem (root, error);
      return NULL;
    }
  if (get_string (root, "text") == NULL)
    {
      g_set_error_literal (error, DZ_ERROR, DZ_ERROR_NO_DATA,
                           _("the line has no text: use duizhao-cli extract --with-text"));
      return NULL;
    }

  text = dz_text_new_from_string (get_string (root, "text"));
  self.report = dz_report_new (text, read_source (get_object (root, "source")));
  index_text (&self, dz_text_peek (text, NULL));
  read_identity (&self, get_object (root, "report"));
  read_sections (&self, get_array (root, "sections"));
  read_figures (&self, get_array (root, "figures"));
  read_weaknesses (&self, get_array (root, "weaknesses"));
  read_weaknesses (&self, get_array (root, "other_weaknesses"));
  read_causes (&self, get_array (root, "causes"));
  read_checks (&self, get_array (root, "checks"));
  g_array_unref (self.offsets);
  dz_report_leave_out_untrue (self.report, untrue);

  return self.report;
}

/* Returns: 1 stored, 0 there already, -1 error */
static int
store_report (DzStore  *store,
              DzReport *report,
              GError  **error)
{
  gboolean ok = TRUE;

  if (dz_store_find_same (store, report) != 0)
    return 0;
  if (!dz_store_hold (store, "merge", error))
    return -1;
  report->body_id = dz_store_find_body (store, report->identity.township);
  if (report->body_id == 0 && report->identity.township != NULL && !dz_store_has_roster (store))
    {
      g_autoptr(DzBody) body = dz_body_new (report->identity.township, NULL);

      report->body_id = dz_store_set_body (store, body, error);
      ok = report->body_id != 0;
    }
  ok = ok && dz_store_add_report (store, report, error) != 0;

  return dz_store_release (store, ok, error) ? 1 : -1;
}

/**
 * dz_json_read_file:
 * @path: JSON Lines
 * @n_added: counts up for each stored line, @n_same for each text that is there already, @n_failed
 *   for each line that is none, tells an error or what cannot be true, which is named on stderr
 *
 * Returns: %FALSE with @error set if the file or the review failed
 */
gboolean
dz_json_read_file (const char *path,
                   DzStore    *store,
                   guint      *n_added,
                   guint      *n_same,
                   guint      *n_failed,
                   GError    **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr(GDataInputStream) lines = NULL;
  gboolean ok = TRUE;
  char *text;

  if (stream == NULL)
    return FALSE;
  lines = g_data_input_stream_new (G_INPUT_STREAM (stream));
  dz_store_begin_step (store, "merge");
  for (guint n = 1; ok && (text = g_data_input_stream_read_line_utf8 (lines, NULL, NULL, error)) != NULL; n++)
    {
      g_autofree char *line = text;
      g_autoptr(GError) problem = NULL;
      DzUntrue untrue = { 0 };
      g_autoptr(DzReport) report =
        *line != '\0' ? dz_json_read_report (line, &untrue, &problem) : NULL;
      g_autofree char *less = dz_untrue_describe (&untrue);
      int stored;

      if (report == NULL && problem == NULL)
        continue;
      if (report == NULL)
        {
          g_printerr ("%s:%u: %s\n", path, n, problem->message);
          ++*n_failed;
          continue;
        }
      if (less != NULL)
        {
          g_printerr ("%s:%u: %s\n", path, n, less);
          ++*n_failed;
        }
      stored = store_report (store, report, error);
      ok = stored >= 0;
      *n_added += stored == 1;
      *n_same += stored == 0;
    }
  dz_store_end_step (store);

  return ok && (error == NULL || *error == NULL);
}

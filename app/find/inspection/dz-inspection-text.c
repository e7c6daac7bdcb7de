/* dz-inspection-text.c - a paper's text, line by line: where its problems stand, whom they are about
 *
 * Problems stand under a heading that says so, in numbered paragraphs or under the name of a body, or in a table with
 * a column of problems. A paragraph that names several bodies is parted where it goes on to the next. What follows
 * under 整改要求 is no problem; a day told there is the day of all that have none of their own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-inspection-private.h"

#include "dz-fold.h"
#include "dz-inspection-term.h"
#include "dz-ordinal.h"

#include <string.h>

#define LONGEST_HEADING 40
#define LONGEST_LABEL 8
#define SHORTEST_PROBLEM 6

/* A line of the paper. */
typedef struct
{
  DzSpan span;  /* without its ordinal and the blanks around it */
  char *folded; /* of the span */
  DzOrdinalStyle style;
  gboolean heading; /* short, and no sentence */
  gboolean table;
} Line;

typedef struct
{
  DzInspectionPaper *paper;
  GArray *lines;
  gboolean inside;      /* under a heading of problems */
  gboolean seen;        /* there was one */
  DzOrdinalStyle style; /* of that heading */
  gint64 body_id;       /* whose problems follow */
  char *lead;           /* (nullable): the heading over what follows */
  DzOrdinalStyle body_style, lead_style; /* of that name and heading: the next number of its kind ends what is under it */
  char *day, *term;     /* (nullable): until when all is to be done */
  DzLedgerHead head;
  gboolean in_table;
} Walk;

static void
clear_line (gpointer data)
{
  g_free (((Line *) data)->folded);
}

static const char *
skip_blanks (const char *at,
             const char *end)
{
  while (at < end && (g_unichar_isspace (g_utf8_get_char (at)) || g_utf8_get_char (at) == 0x3000))
    at = g_utf8_next_char (at);

  return at;
}

static DzSpan
trim (const char *text,
      DzSpan      span)
{
  const char *end = text + span.end;
  const char *start = skip_blanks (text + span.start, end);

  while (end > start)
    {
      const char *before = g_utf8_find_prev_char (start, end);

      if (before == NULL || skip_blanks (before, end) != end)
        break;
      end = before;
    }

  return (DzSpan){ (gsize) (start - text), (gsize) (end - text) };
}

/* "1.2份合同": the 2 is no part of the number, it counts what follows. Returns: how long the ordinal is */
static gsize
leave_amount (const char *text,
              gsize       used)
{
  static const char measures[] = "份件个名人起项次处卷家所条宗例";
  gsize first = strspn (text, "0123456789");
  gsize second = first > 0 && text[first] == '.' ? strspn (text + first + 1, "0123456789") : 0;
  const char *next = text + first + 1 + second;

  if (second == 0 || *next == '\0' || g_utf8_strchr (measures, -1, g_utf8_get_char (next)) == NULL)
    return used;

  return first + 1;
}

/* "一、" and the like, as far as it stands before a word of its own. */
static void
cut_ordinal (const char *text,
             Line       *line)
{
  guint number = 0;
  gsize used = dz_ordinal_read (text + line->span.start, line->span.end - line->span.start, &line->style, &number);

  if (leave_amount (text + line->span.start, used) != used)
    {
      line->style = DZ_ORDINAL_DIGIT;
      used = leave_amount (text + line->span.start, used);
    }
  if (used == 0)
    line->style = DZ_ORDINAL_NONE;
  else
    line->span = trim (text, (DzSpan){ line->span.start + used, line->span.end });
}

static gboolean
is_heading (const char *folded)
{
  static const char *const ends[] = { "。", "；", ";", "，", "." };
  glong n = g_utf8_strlen (folded, -1);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (folded, ends[i]))
      return FALSE;

  return n > 0 && n <= LONGEST_HEADING && strstr (folded, "。") == NULL;
}

static GArray *
list_lines (const char *text)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (Line));
  gsize at = 0;

  g_array_set_clear_func (lines, clear_line);
  while (text[at] != '\0')
    {
      const char *end = strchr (text + at, '\n');
      DzSpan all = { at, end != NULL ? (gsize) (end - text) : at + strlen (text + at) };
      Line line = { trim (text, all), NULL, DZ_ORDINAL_NONE, FALSE, FALSE };

      at = all.end + (end != NULL);
      if (line.span.start >= line.span.end)
        continue;
      line.table = memchr (text + all.start, '\t', all.end - all.start) != NULL;
      if (line.table)
        line.span = all;
      else
        cut_ordinal (text, &line);
      if (line.span.start >= line.span.end)
        continue;
      {
        g_autofree char *words = g_strndup (text + line.span.start, line.span.end - line.span.start);

        line.folded = line.table ? g_strdup (words) : dz_fold_words (words);
      }
      line.heading = !line.table && is_heading (line.folded);
      g_array_append_val (lines, line);
    }

  return lines;
}

/* --- tables --- */

static void
read_row (Walk       *self,
          const Line *line)
{
  const char *text = self->paper->text;
  g_auto(GStrv) cells = g_strsplit (line->folded, "\t", -1);
  int column;
  gsize at = line->span.start;
  DzSpan problem = DZ_SPAN_NONE;

  if (dz_ledger_head_read (&self->head, self->paper->self->words, cells))
    {
      self->in_table = self->seen = TRUE;
      return;
    }
  if (!self->in_table)
    return;
  column = self->head.columns[DZ_LEDGER_PROBLEM - DZ_FIRST_LEDGER_COLUMN];
  for (int i = 0; cells[i] != NULL; i++)
    {
      gsize len = strlen (cells[i]);

      if (i == column)
        problem = trim (text, (DzSpan){ at, at + len });
      at += len + 1;
      g_strstrip (cells[i]);
    }
  dz_ledger_head_add (&self->head, self->paper, cells, problem);
}

/* --- paragraphs --- */

/* "请于2025年3月31日前报送整改情况": the day of all problems. */
static void
take_day (Walk       *self,
          const Line *line)
{
  g_autofree char *day = NULL;
  g_autofree char *term = NULL;

  if (self->day != NULL || !self->seen || strstr (line->folded, "前") == NULL ||
      (strstr (line->folded, "整改") == NULL && strstr (line->folded, "反馈") == NULL && strstr (line->folded, "报") == NULL))
    return;
  if (dz_term_find (line->folded, self->paper->term_year, &day, &term) && day != NULL && g_str_has_suffix (term, "前"))
    {
      self->day = g_steal_pointer (&day);
      self->term = g_steal_pointer (&term);
    }
}

/* "整改要求：请你乡于……前" after the last of a list without a heading of its own is about all of them. */
static gboolean
closes_list (Walk       *self,
             const Line *line,
             const char *label)
{
  if (self->style != DZ_ORDINAL_NONE || line->style != DZ_ORDINAL_NONE ||
      !dz_inspection_words_match (self->paper->self->words, DZ_INSPECTION_DEMANDS, label))
    return FALSE;
  self->inside = FALSE;
  take_day (self, line);

  return TRUE;
}

/* What stands behind the line's colon, in its own characters. */
static char *
dup_behind_colon (const char *text,
                  DzSpan      span)
{
  const char *end = text + span.end;

  for (const char *at = text + span.start; at < end; at = g_utf8_next_char (at))
    if (g_utf8_get_char (at) == 0xff1a || *at == ':')
      {
        at = skip_blanks (g_utf8_next_char (at), end);
        return g_strchomp (g_strndup (at, (gsize) (end - at)));
      }

  return NULL;
}

/* "整改措施：……" below a problem says something about it. */
static gboolean
take_label (Walk       *self,
            const Line *line)
{
  DzInspectionPaper *paper = self->paper;
  const char *colon = strstr (line->folded, "：");
  g_autofree char *label = colon != NULL ? g_strndup (line->folded, (gsize) (colon - line->folded)) : NULL;
  g_autofree char *words = label != NULL ? dup_behind_colon (paper->text, line->span) : NULL;
  int column;

  if (words == NULL || g_utf8_strlen (label, -1) > LONGEST_LABEL)
    return FALSE;
  column = dz_inspection_words_find_column (paper->self->words, label);
  if (column < 0 || column == DZ_LEDGER_PROBLEM)
    return FALSE;
  if (column == DZ_LEDGER_MEASURE && closes_list (self, line, label))
    return TRUE;
  for (guint i = paper->first_of_item; i < paper->entries->len; i++)
    {
      DzLedgerEntry *entry = g_ptr_array_index (paper->entries, i);
      if (column == DZ_LEDGER_MEASURE && entry->measure == NULL)
        entry->measure = g_strdup (words);
      else if (column == DZ_LEDGER_TERM || column == DZ_LEDGER_DAY)
        dz_inspection_set_term (paper, entry, words);
      else if (column == DZ_LEDGER_BODY && entry->body_id == 0)
        {
          g_autoptr(GArray) named = dz_inspection_list_named (paper->self, colon + strlen ("："), NULL);

          if (named->len == 1)
            entry->body_id = g_array_index (named, gint64, 0);
          else if (entry->asked == NULL)
            entry->asked = g_strdup (words);
        }
    }

  return TRUE;
}

/* The heading that stands over problems or over what is to be done about them. */
static gboolean
take_heading (Walk       *self,
              const Line *line)
{
  DzInspectionWords *words = self->paper->self->words;
  gboolean intro = g_str_has_suffix (line->folded, "：");
  gboolean problems = dz_inspection_words_match (words, DZ_INSPECTION_PROBLEMS, line->folded);
  gboolean demands = dz_inspection_words_match (words, DZ_INSPECTION_DEMANDS, line->folded);
  gboolean under = self->inside && line->style > self->style;

  if (!line->heading && !intro)
    return FALSE;
  if (demands && !under && !g_str_has_suffix (line->folded, "问题"))
    {
      self->inside = FALSE;
      return TRUE;
    }
  if (problems && !self->inside && (line->style <= DZ_ORDINAL_HAN_BOX || intro))
    {
      self->inside = self->seen = TRUE;
      self->style = line->style;
      self->body_id = 0;
      return TRUE;
    }
  if (self->inside && line->style <= self->style && self->style != DZ_ORDINAL_NONE && !problems)
    {
      self->inside = FALSE;
      return TRUE;
    }

  return FALSE;
}

static gboolean
is_over (DzOrdinalStyle heading,
         const Line    *line)
{
  return heading != DZ_ORDINAL_NONE && line->style <= heading;
}

/* What stands under "（二）执法不规范" or "（二）澜桥镇" ends with "（三）……", whether that is a heading or a problem. */
static void
leave_heading (Walk       *self,
               const Line *line)
{
  if (is_over (self->lead_style, line))
    g_clear_pointer (&self->lead, g_free);
  if (is_over (self->body_style, line))
    self->body_id = 0;
}

/* Nothing but a body's name: what follows is about it. */
static gboolean
take_name (Walk *self,
           guint i)
{
  const Line *line = &g_array_index (self->lines, Line, i);
  const Line *next = i + 1 < self->lines->len ? &g_array_index (self->lines, Line, i + 1) : NULL;
  g_autofree char *name = g_strdup (line->folded);
  gint64 id;

  if (!line->heading)
    return FALSE;
  if (g_str_has_suffix (name, "："))
    name[strlen (name) - strlen ("：")] = '\0';
  id = dz_body_names_find (self->paper->self->names, name);
  if (id == 0)
    return FALSE;
  self->body_id = id;
  /* problems numbered as their bodies are say nothing about where they end */
  self->body_style = next != NULL && next->style == line->style ? DZ_ORDINAL_NONE : line->style;
  g_clear_pointer (&self->lead, g_free);

  return TRUE;
}

/* A heading with paragraphs below it is no problem of its own, but says what they are about. */
static gboolean
leads_on (Walk *self,
          guint i)
{
  const Line *line = &g_array_index (self->lines, Line, i);
  const Line *next = i + 1 < self->lines->len ? &g_array_index (self->lines, Line, i + 1) : NULL;
  int label;
  g_autofree char *begin = NULL;
  const char *colon;

  if (!line->heading || next == NULL || next->table || next->style <= line->style)
    return FALSE;
  colon = strstr (next->folded, "：");
  begin = colon != NULL ? g_strndup (next->folded, (gsize) (colon - next->folded)) : NULL;
  label = begin != NULL ? dz_inspection_words_find_column (self->paper->self->words, begin) : -1;

  return label < 0 || label == DZ_LEDGER_PROBLEM;
}

/* The end of the clause that begins at @at: after 。 or ；. */
static gsize
clause_end (const char *text,
            gsize       at,
            gsize       end)
{
  while (at < end)
    {
      gunichar c = g_utf8_get_char (text + at);

      at = (gsize) (g_utf8_next_char (text + at) - text);
      if (c == 0x3002 || c == 0xff1b || c == ';' || c == 0xff01)
        break;
    }

  return at;
}

static void
add_words (Walk       *self,
           DzSpan      span,
           const char *lead,
           gint64      body_id,
           const char *stranger)
{
  g_autofree char *words = NULL;
  DzInspectionItem item = { 0 };

  span = trim (self->paper->text, span);
  if (span.start >= span.end)
    return;
  words = g_strndup (self->paper->text + span.start, span.end - span.start);
  item.problem = words;
  item.span = span;
  item.lead = lead;
  item.body_id = body_id;
  item.who = stranger;
  dz_inspection_add_item (self->paper, &item);
}

static void
add_all (Walk       *self,
         DzSpan      span,
         const char *lead,
         GArray     *named,
         GPtrArray  *strangers)
{
  for (guint i = 0; i < named->len; i++)
    add_words (self, span, lead, g_array_index (named, gint64, i), NULL);
  for (guint i = 0; i < strangers->len; i++)
    add_words (self, span, lead, 0, g_ptr_array_index (strangers, i));
}

/* A paragraph with several bodies: each clause that names some begins a problem of theirs, and what comes before the
 * first is the heading of all. */
static void
part_paragraph (Walk       *self,
                const Line *line)
{
  const char *text = self->paper->text;
  g_autoptr(GArray) named = NULL;
  g_autoptr(GPtrArray) strangers = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *lead = self->lead != NULL ? g_strdup (self->lead) : NULL;
  guint first = self->paper->entries->len;
  gsize begin = line->span.start;
  gsize at = begin;

  while (at < line->span.end)
    {
      gsize end = clause_end (text, at, line->span.end);
      g_autofree char *clause = g_strndup (text + at, end - at);
      g_autofree char *folded = dz_fold_words (clause);
      g_autoptr(GPtrArray) others = g_ptr_array_new_with_free_func (g_free);
      g_autoptr(GArray) here = dz_inspection_list_named (self->paper->self, folded, others);

      if (here->len > 0 && at > line->span.start)
        {
          if (named != NULL)
            add_all (self, (DzSpan){ begin, at }, lead, named, strangers);
          else
            {
              g_free (lead);
              lead = g_strndup (text + begin, at - begin);
            }
          begin = at;
        }
      if (here->len > 0)
        {
          g_clear_pointer (&named, g_array_unref);
          named = g_steal_pointer (&here);
          g_ptr_array_set_size (strangers, 0);
          g_ptr_array_extend_and_steal (strangers, g_steal_pointer (&others));
        }
      at = end;
    }
  if (named != NULL)
    add_all (self, (DzSpan){ begin, line->span.end }, lead, named, strangers);
  self->paper->first_of_item = first;
}

static void
take_problem (Walk *self,
              guint i)
{
  const Line *line = &g_array_index (self->lines, Line, i);
  g_autoptr(GArray) named = NULL;
  g_autoptr(GPtrArray) strangers = NULL;

  if (take_label (self, line))
    return;
  leave_heading (self, line);
  if (take_name (self, i) || g_utf8_strlen (line->folded, -1) < SHORTEST_PROBLEM)
    return;
  if (leads_on (self, i))
    {
      g_free (self->lead);
      self->lead = g_strdup (line->folded);
      self->lead_style = line->style;
      return;
    }
  strangers = g_ptr_array_new_with_free_func (g_free);
  named = dz_inspection_list_named (self->paper->self, line->folded, strangers);
  if (named->len + strangers->len > 1)
    part_paragraph (self, line);
  else
    {
      self->paper->first_of_item = self->paper->entries->len;
      add_words (self, line->span, self->lead, named->len == 1 ? g_array_index (named, gint64, 0) : self->body_id,
                 NULL);
    }
}

static void
settle_days (Walk *self)
{
  for (guint i = 0; self->day != NULL && i < self->paper->entries->len; i++)
    {
      DzLedgerEntry *entry = g_ptr_array_index (self->paper->entries, i);

      if (entry->deadline != NULL || entry->term != NULL)
        continue;
      entry->deadline = g_strdup (self->day);
      entry->term = g_strdup (self->term);
    }
}

/* Fills the paper's entries from its report's text. */
void
dz_inspection_read_text (DzInspectionPaper *paper)
{
  Walk self = { .paper = paper, .style = DZ_ORDINAL_NONE, .body_style = DZ_ORDINAL_NONE, .lead_style = DZ_ORDINAL_NONE };

  self.lines = list_lines (paper->text);
  dz_ledger_head_init (&self.head);
  for (guint i = 0; i < self.lines->len; i++)
    {
      const Line *line = &g_array_index (self.lines, Line, i);

      if (line->table)
        {
          read_row (&self, line);
          continue;
        }
      self.in_table = FALSE;
      if (take_heading (&self, line))
        g_clear_pointer (&self.lead, g_free);
      else if (self.inside)
        take_problem (&self, i);
      else
        take_day (&self, line);
    }
  settle_days (&self);
  dz_ledger_head_clear (&self.head);
  g_array_unref (self.lines);
  g_free (self.lead);
  g_free (self.day);
  g_free (self.term);
}

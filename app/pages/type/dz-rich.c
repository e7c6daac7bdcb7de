/* dz-rich.c - words with what they rest on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-rich.h"

/* What has neither runs nor keys shares these two with all others: a province's tables have 200,000 cells. */
static GArray *
get_none (gboolean of_keys)
{
  static gsize made;
  static GArray *none[2];

  if (g_once_init_enter (&made))
    {
      none[FALSE] = g_array_new (FALSE, TRUE, sizeof (DzRichRun));
      none[TRUE] = g_array_new (FALSE, TRUE, sizeof (DzRichKey));
      g_once_init_leave (&made, 1);
    }

  return none[of_keys];
}

static void
add_run (DzRich          *self,
         const DzRichRun *run)
{
  if (self->runs == get_none (FALSE))
    {
      g_array_unref (self->runs);
      self->runs = g_array_new (FALSE, TRUE, sizeof (DzRichRun));
    }
  g_array_append_vals (self->runs, run, 1);
}

static void
add_key (DzRich          *self,
         const DzRichKey *key)
{
  if (self->keys == get_none (TRUE))
    {
      g_array_unref (self->keys);
      self->keys = g_array_new (FALSE, TRUE, sizeof (DzRichKey));
    }
  g_array_append_vals (self->keys, key, 1);
}

/* Returns: (transfer full): @text plain; (nullable) @text for an empty one */
DzRich *
dz_rich_new (const char *text)
{
  DzRich *self = g_new0 (DzRich, 1);

  g_atomic_ref_count_init (&self->refs);
  self->text = g_string_new (text);
  self->runs = g_array_ref (get_none (FALSE));
  self->keys = g_array_ref (get_none (TRUE));

  return self;
}

DzRich *
dz_rich_ref (DzRich *self)
{
  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
dz_rich_unref (DzRich *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_string_free (self->text, TRUE);
  g_array_unref (self->runs);
  g_array_unref (self->keys);
  g_free (self);
}

void
dz_rich_append (DzRich     *self,
                const char *text)
{
  g_string_append (self->text, text);
}

static DzRichRun *
append_run (DzRich      *self,
            DzRichStyle  style,
            const char  *text)
{
  DzRichRun run = { .start = self->text->len, .style = style };

  g_string_append (self->text, text);
  run.end = self->text->len;
  add_run (self, &run);

  return &g_array_index (self->runs, DzRichRun, self->runs->len - 1);
}

void
dz_rich_append_styled (DzRich      *self,
                       DzRichStyle  style,
                       const char  *text)
{
  append_run (self, style, text);
}

/**
 * dz_rich_append_source:
 * @number: "[3-17]"
 *
 * Returns: (transfer none): the run, valid until the next is appended, to add what it is about
 */
DzRichRun *
dz_rich_append_source (DzRich     *self,
                       const char *number,
                       gint64      report_id,
                       DzSpan      span)
{
  DzRichRun *run = append_run (self, DZ_RICH_SOURCE, number);

  run->report_id = report_id;
  run->span = span;

  return run;
}

/**
 * dz_rich_add_run:
 * @run: over words that are there, after the last run
 *
 * Returns: (transfer none): its copy, valid until the next is appended
 */
DzRichRun *
dz_rich_add_run (DzRich          *self,
                 const DzRichRun *run)
{
  add_run (self, run);

  return &g_array_index (self->runs, DzRichRun, self->runs->len - 1);
}

void
dz_rich_append_rich (DzRich       *self,
                     const DzRich *other)
{
  gsize shift = self->text->len;

  g_string_append_len (self->text, other->text->str, other->text->len);
  for (guint i = 0; i < other->runs->len; i++)
    {
      DzRichRun run = g_array_index (other->runs, DzRichRun, i);

      run.start += shift;
      run.end += shift;
      add_run (self, &run);
    }
  for (guint i = 0; i < other->keys->len; i++)
    {
      DzRichKey key = g_array_index (other->keys, DzRichKey, i);

      key.start += shift;
      key.end += shift;
      add_key (self, &key);
    }
}

/* What was appended since @start is the sentence @key. */
void
dz_rich_add_key (DzRich     *self,
                 gsize       start,
                 const char *key)
{
  DzRichKey entry = { start, self->text->len, g_intern_string (key) };

  add_key (self, &entry);
}

gboolean
dz_rich_is_empty (const DzRich *self)
{
  return self->text->len == 0;
}

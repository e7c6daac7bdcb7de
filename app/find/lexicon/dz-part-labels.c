/* dz-part-labels.c - words before a colon, or at the head of a column, that say what follows is for
 *
 * 问题2：…, 原因：…, 【整改措施】…, and the heads of a table 存在问题 | 原因分析 | 整改措施: a list of problems is
 * often told so. The words are phrases.xml's label-problem, label-cause and label-plan.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-part-labels.h"

#include "dz-char.h"

#include <string.h>

#define LONGEST_LABEL 60 /* bytes */

static const char *const names[] = { NULL, "label-problem", "label-cause", "label-plan" };

struct _DzPartLabels
{
  DzRuleSet *words;
};

/**
 * dz_part_labels_new:
 *
 * Returns: (transfer full) (nullable): the words, compiled
 */
DzPartLabels *
dz_part_labels_new (DzCodebook  *codebook,
                    GError     **error)
{
  g_autoptr(DzPartLabels) self = g_new0 (DzPartLabels, 1);

  self->words = dz_rule_set_new (codebook);
  for (guint i = DZ_PART_LABEL_PROBLEM; i < G_N_ELEMENTS (names); i++)
    if (!dz_rule_set_add_words (self->words, names[i], error))
      return NULL;
  dz_rule_set_compile (self->words);

  return g_steal_pointer (&self);
}

void
dz_part_labels_free (DzPartLabels *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->words, dz_rule_set_free);
  g_free (self);
}

/* What a word of the lists that is all of @span says. */
static DzPartLabel
read_whole (DzPartLabels *self,
            const char   *folded,
            DzSpan        span)
{
  g_autoptr(GArray) hits = dz_rule_set_find (self->words, folded, span);

  for (guint i = 0; i < hits->len; i++)
    {
      const DzRuleHit *hit = &g_array_index (hits, DzRuleHit, i);

      if (hit->span.start != span.start || hit->span.end != span.end)
        continue;
      for (guint k = DZ_PART_LABEL_PROBLEM; k < G_N_ELEMENTS (names); k++)
        if (g_str_equal (dz_rule_get_word (hit->rule, "name"), names[k]))
          return (DzPartLabel) k;
    }

  return DZ_PART_LABEL_NONE;
}

/* 1, 二, （3）: the number behind a label is none of its words. */
static gsize
skip_number_back (const char *folded,
                  DzSpan      label)
{
  static const char digits[] = "一二三四五六七八九十之";

  while (label.end > label.start)
    {
      const char *last = g_utf8_prev_char (folded + label.end);
      gsize n = (gsize) (folded + label.end - last);
      gboolean number = n == 1 ? g_ascii_isdigit (*last) || *last == ' ' : FALSE;

      for (gsize i = 0; n == 3 && i + 3 < sizeof digits && !number; i += 3)
        number = memcmp (digits + i, last, 3) == 0;
      if (!number)
        break;
      label.end -= n;
    }

  return label.end;
}

/**
 * dz_part_labels_read:
 * @span: a sentence, without its ordinal
 * @end: (out): the byte behind the label and its colon or bracket, where there is one
 *
 * Returns: what the label at the beginning of @span says of the text behind it
 */
DzPartLabel
dz_part_labels_read (DzPartLabels *self,
                     const char   *folded,
                     DzSpan        span,
                     gsize        *end)
{
  gboolean bracket = span.end - span.start > 3 && memcmp (folded + span.start, "【", 3) == 0;
  DzSpan label = { span.start + (bracket ? 3 : 0), span.start };

  for (gsize at = label.start; at + 3 <= span.end && at < span.start + LONGEST_LABEL;
       at += (gsize) g_utf8_skip[(guchar) folded[at]])
    {
      gunichar c = dz_char_at (folded + at);

      if (c != (bracket ? 0x3011 : 0xff1a)) /* 】 or ： */
        continue;
      label.end = at;
      *end = at + 3;
      if (bracket && *end + 3 <= span.end && memcmp (folded + *end, "：", 3) == 0)
        *end += 3;
      label.end = skip_number_back (folded, label);
      return label.end > label.start ? read_whole (self, folded, label) : DZ_PART_LABEL_NONE;
    }

  return DZ_PART_LABEL_NONE;
}

/**
 * dz_part_labels_read_head:
 * @cell: of the first row of a table
 *
 * Returns: what the cells under it are for
 */
DzPartLabel
dz_part_labels_read_head (DzPartLabels *self,
                          const char   *folded,
                          DzSpan        cell)
{
  while (cell.start < cell.end && folded[cell.start] == ' ')
    cell.start++;
  while (cell.end > cell.start && folded[cell.end - 1] == ' ')
    cell.end--;

  return cell.end > cell.start ? read_whole (self, folded, cell) : DZ_PART_LABEL_NONE;
}

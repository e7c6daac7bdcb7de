/* dz-topics.c - what a point is about, so that 力量不足 can be told apart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-topics.h"

#include <string.h>

#define PREFIX "topic-"
#define MOST_TOPICS 32

struct _DzTopics
{
  DzRuleSet *words;
  GPtrArray *names; /* borrowed, the bit of a topic is its place */
};

static guint32
bit_of (DzTopics   *self,
        const char *name)
{
  for (guint i = 0; i < self->names->len; i++)
    if (g_str_equal (g_ptr_array_index (self->names, i), name))
      return 1u << i;

  return 0;
}

/**
 * dz_topics_new:
 *
 * Returns: (transfer full) (nullable): the compiled words
 */
DzTopics *
dz_topics_new (DzCodebook  *codebook,
               GError     **error)
{
  g_autoptr(DzTopics) self = g_new0 (DzTopics, 1);
  const DzEntry *phrases = dz_codebook_find (codebook, DZ_ENTRY_PHRASES, "phrases");

  self->words = dz_rule_set_new (codebook);
  self->names = g_ptr_array_new ();
  for (guint i = 0; phrases != NULL && i < phrases->rules->len; i++)
    {
      const DzRule *rule = g_ptr_array_index (phrases->rules, i);
      const char *name = dz_rule_get_word (rule, "name");

      if (!g_str_equal (rule->name, "words") || !g_str_has_prefix (name, PREFIX))
        continue;
      if (bit_of (self, name + strlen (PREFIX)) == 0 && self->names->len < MOST_TOPICS)
        g_ptr_array_add (self->names, (gpointer) (name + strlen (PREFIX)));
      if (!dz_rule_set_add (self->words, phrases, rule, error))
        return NULL;
    }
  dz_rule_set_compile (self->words);

  return g_steal_pointer (&self);
}

void
dz_topics_free (DzTopics *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->words, dz_rule_set_free);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_free (self);
}

static guint32
topics_in (DzTopics   *self,
           const char *folded,
           DzSpan      span)
{
  guint32 topics = 0;

  if (dz_span_is_empty (span))
    return 0;
  g_autoptr(GArray) hits = dz_rule_set_find (self->words, folded, span);

  for (guint i = 0; i < hits->len; i++)
    topics |= bit_of (self, dz_rule_get_word (g_array_index (hits, DzRuleHit, i).rule, "name") +
                              strlen (PREFIX));

  return topics;
}

/**
 * dz_topics_of:
 *
 * Returns: the topics of @sentence, its point's heading and that of the point around it
 */
guint32
dz_topics_of (DzTopics               *self,
              const char             *folded,
              const DzReportSentence *sentence)
{
  return topics_in (self, folded, sentence->span) | topics_in (self, folded, sentence->heading) |
         topics_in (self, folded, sentence->parent);
}

gboolean
dz_topics_admit (DzTopics     *self,
                 const DzRule *rule,
                 guint32       topics)
{
  const char *wanted = dz_rule_get_attribute (rule, "topic");
  const char *refused = dz_rule_get_attribute (rule, "not-topic");

  if (wanted != NULL && (topics & bit_of (self, wanted)) == 0)
    return FALSE;

  return refused == NULL || (topics & bit_of (self, refused)) == 0;
}

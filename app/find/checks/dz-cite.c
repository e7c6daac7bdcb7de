/* dz-cite.c - titles in the text, and what could be known when the report was signed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-cite.h"

#include "dz-char.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#define LONGEST_TITLE 240 /* bytes between 《 and the title in it */
#define WIDEST 9000 /* bytes a passage is looked at to each side, where no mark parts it */

/* The latest day any rule of the dated entries names. */
static void
find_horizon (DzCite *self)
{
  DzCodebook *codebook = self->run->context->codebook;

  for (guint kind = DZ_ENTRY_DOCUMENT; kind <= DZ_ENTRY_TERM; kind++)
    {
      GPtrArray *entries = dz_codebook_list (codebook, kind);

      for (guint i = 0; i < entries->len; i++)
        {
          const DzEntry *entry = g_ptr_array_index (entries, i);

          for (guint k = 0; k < entry->rules->len; k++)
            {
              static const char *const days[] = { "on", "adopted", "issued" };
              const DzRule *rule = g_ptr_array_index (entry->rules, k);

              for (guint d = 0; d < G_N_ELEMENTS (days); d++)
                if (strcmp (dz_rule_get_word (rule, days[d]), self->horizon) > 0)
                  g_strlcpy (self->horizon, dz_rule_get_word (rule, days[d]), sizeof self->horizon);
            }
        }
    }
}

/**
 * dz_cite_init:
 *
 * Free with dz_cite_clear().
 */
void
dz_cite_init (DzCite           *self,
              const DzCheckRun *run)
{
  const DzIdentity *identity = &run->report->identity;
  int signed_in = identity->issued != NULL ? atoi (identity->issued) : 0;

  *self = (DzCite){ run, DZ_FINDINGS_INIT, "", "", "", 0, { 0 } };
  dz_dated_names_find (run->dated, run->context->folded, run->context->folded_len, &self->words);
  find_horizon (self);
  if (!dz_check_knows_year (run))
    return;
  g_snprintf (self->begin, sizeof self->begin, "%d-01-01", identity->year);
  /* a day of another year than the reported one and the next is a misreading */
  if (signed_in == identity->year || signed_in == identity->year + 1)
    g_strlcpy (self->end, identity->issued, sizeof self->end);
  else
    g_snprintf (self->end, sizeof self->end, "%d-03-31", identity->year + 1);
}

/**
 * dz_cite_take:
 * @folded: the passage
 * @format: what is wrong with it, in Chinese
 */
void
dz_cite_take (DzCite     *self,
              DzSpan      folded,
              const char *format,
              ...)
{
  g_autofree char *words = NULL;
  va_list args;

  va_start (args, format);
  words = g_strdup_vprintf (format, args);
  va_end (args);
  dz_findings_take (&self->findings, dz_check_to_original (self->run, folded), "%s", words);
}

void
dz_cite_clear (DzCite *self)
{
  dz_findings_clear (&self->findings);
  dz_words_clear (&self->words);
}

/* Whether @day comes after the report was signed: it could not be known. */
gboolean
dz_cite_is_later (DzCite     *self,
                  const char *day)
{
  return *self->end != '\0' && *day != '\0' && strcmp (day, self->end) > 0;
}

/* Whether @day was over before the reported year began. */
gboolean
dz_cite_is_past (DzCite     *self,
                 const char *day)
{
  return *self->begin != '\0' && *day != '\0' && strcmp (day, self->begin) < 0;
}

/* 《 before @at, nothing but the title's own words between. */
static gsize
find_open (const char *folded,
           gsize       at)
{
  gsize least = at > LONGEST_TITLE ? at - LONGEST_TITLE : 0;

  for (gsize i = at; i >= 3 && i > least; i--)
    {
      if (memcmp (folded + i - 3, "《", 3) == 0)
        return i;
      if (memcmp (folded + i - 3, "》", 3) == 0 || memcmp (folded + i - 3, "。", 3) == 0 || folded[i - 1] == '\n')
        return 0;
    }

  return 0;
}

static gboolean
has_any (const char        *text,
         gsize              len,
         const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_strstr_len (text, (gssize) len, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* 《广东省法治政府建设实施纲要》, 制定《法治政府建设实施方案》, 我市《…》: not the central one. */
static gboolean
is_local (DzCite            *self,
          const DzCiteTitle *title)
{
  static const char *const places[] = { "省", "市", "县", "区", "州", "旗", "盟", "镇", "乡", "街道", "我",
                                        "本级", NULL };
  static const char *const makes[] = { "制定", "制发", "印发", "出台", "下发", "起草", "编制", "拟定", "拟订", "修订了",
                                       "研究通过", "审议通过", NULL };
  const char *folded = self->run->context->folded;
  gsize open = title->bracketed ? title->whole.start : title->span.start;
  gsize before = open >= 3 && title->bracketed ? open - 3 : open;
  gsize from = before;

  if (title->bracketed &&
      has_any (folded + title->whole.start, title->span.start - title->whole.start, places))
    return TRUE;
  for (guint i = 0; i < 3 && from >= 3 && (folded[from - 1] & 0x80) != 0; i++)
    from -= 3;
  if (has_any (folded + from, before - from, makes))
    return TRUE;
  from = before >= 6 ? before - 6 : before;
  while (from < before && (folded[from] & 0xc0) == 0x80)
    from++;

  return has_any (folded + from, before - from, places);
}

/* Where @name stands from byte @from on: those of dated.xml are all found at once. */
static gboolean
find_name (DzCite     *self,
           const char *name,
           gsize       from,
           gsize      *at)
{
  const DzContext *context = self->run->context;
  const char *found;

  if (dz_dated_names_know (self->run->dated, name))
    return dz_dated_names_next (self->run->dated, &self->words, name, from, at);
  found = from < context->folded_len ? g_strstr_len (context->folded + from, (gssize) (context->folded_len - from), name)
                                     : NULL;
  *at = found != NULL ? (gsize) (found - context->folded) : 0;

  return found != NULL;
}

/**
 * dz_cite_next_title:
 * @name: as it stands in the folded text
 * @from: (inout): where to look from; moved behind what was found
 */
gboolean
dz_cite_next_title (DzCite      *self,
                    const char  *name,
                    gsize       *from,
                    DzCiteTitle *title)
{
  const char *folded = self->run->context->folded;
  gsize len = self->run->context->folded_len;
  const char *close;
  gsize at, open;

  if (!find_name (self, name, *from, &at))
    return FALSE;
  title->span = (DzSpan){ at, at + strlen (name) };
  open = find_open (folded, title->span.start);
  close = open > 0 ? g_strstr_len (folded + title->span.end,
                                   (gssize) MIN (len - title->span.end, LONGEST_TITLE + strlen ("》") - 1), "》")
                   : NULL;
  title->bracketed = close != NULL;
  title->whole = title->bracketed ? (DzSpan){ open, (gsize) (close - folded) } : title->span;
  title->local = is_local (self, title);
  *from = title->span.end;

  return TRUE;
}

/* From @folded to the marks on both sides; @marks parted by nothing. */
static DzSpan
widen (DzCite     *self,
       DzSpan      folded,
       const char *marks)
{
  const char *text = self->run->context->folded;
  DzSpan wide = folded;

  while (wide.start > 0 && folded.start - wide.start < WIDEST)
    {
      const char *before = g_utf8_prev_char (text + wide.start);

      if (dz_char_is_any (dz_char_at (before), marks))
        break;
      wide.start = (gsize) (before - text);
    }
  while (wide.end < self->run->context->folded_len && wide.end - folded.end < WIDEST &&
         !dz_char_is_any (dz_char_at (text + wide.end), marks))
    wide.end = (gsize) (g_utf8_next_char (text + wide.end) - text);

  return wide;
}

/**
 * dz_cite_clause:
 *
 * Returns: the clause @folded stands in
 */
DzSpan
dz_cite_clause (DzCite *self,
                DzSpan  folded)
{
  return widen (self, folded, "，。；：！？\n");
}

/**
 * dz_cite_sentence:
 *
 * Returns: the sentence @folded stands in
 */
DzSpan
dz_cite_sentence (DzCite *self,
                  DzSpan  folded)
{
  return widen (self, folded, "。；！？\n");
}

/**
 * dz_cite_says:
 * @role: of cues of C-CITE in checks.xml
 *
 * Returns: whether one of them stands in @folded
 */
gboolean
dz_cite_says (DzCite     *self,
              DzSpan      folded,
              const char *role)
{
  g_autoptr(GArray) hits = dz_check_cue_hits (self->run, folded, "role", role);

  return hits->len > 0;
}

/**
 * dz_cite_month:
 * @day: 2021-08-02
 *
 * Returns: (transfer full): 2021年8月
 */
char *
dz_cite_month (const char *day)
{
  return g_strdup_printf ("%.4s年%d月", day, strlen (day) > 5 ? atoi (day + 5) : 0);
}

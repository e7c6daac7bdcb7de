/* test-page-geometry.c - every line of words on every page: none on another, none outside, none cut
 *
 * Counties of 5 to 150 bodies, and whatever DZ_PAGES names (reviews or folders of reports, parted by colons):
 * tests/check-pages gives it the corpora.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-briefing-private.h"
#include "dz-chart-block.h"
#include "dz-grown-county.h"
#include "dz-load-review.h"
#include "dz-line-record.h"
#include "dz-paper-table-private.h"
#include "dz-quoted-words.h"

#include <stdio.h>
#include <string.h>

#define GAP (4 * DZ_MM) /* between what ends and what begins under it */
#define HALO 2.5 /* the white around a label at the edge of a picture may be cut */
#define TOUCH 0.8 /* points two boxes may share: letters fill their boxes nowhere */

static const char *const layouts[] = { "all", "usual", "layout=landscape", "layout=foldout", "layout=sheets", "names=hidden", "template=sheets",
                                       "template=circular", "template=circular +sources number=3" };

static DzBriefing *
make_briefing (DzReview   *review,
               DzCodebook *codebook,
               const char *words)
{
  g_autoptr(DzBriefingOptions) options = dz_briefing_options_new (review, dz_review_choose_year (review, 0, 0));

  for (guint i = 0; !g_str_equal (words, "usual") && i < options->parts->len; i++)
    ((DzBriefingPart *) g_ptr_array_index (options->parts, i))->ticked = TRUE;
  if (g_str_has_prefix (words, "template="))
    dz_briefing_options_take_template (options, strstr (words, "circular") != NULL ? "circular" : "sheets");
  dz_briefing_options_parse (options, words);

  return dz_briefing_new (review, codebook, options);
}

static GArray *
list_texts (DzDocument *document,
            guint       page)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  GArray *texts = dz_line_record_watch (cr);

  dz_document_draw_page (document, page, cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return texts;
}

static void
complain (const char *what,
          const char *where,
          guint       page,
          const char *text,
          const char *other)
{
  printf ("# %s, page %u: %s: “%s”%s%s\n", where, page + 1, what, text, other != NULL ? " and " : "",
          other != NULL ? other : "");
  g_test_fail ();
}

/* The page before 目录 lies empty where both sides are printed: nothing is on it at all. */
static gboolean
is_left_blank (DzDocument *document,
               guint       page)
{
  guint first, last;

  return dz_document_get_chapter_pages (document, "blank", &first, &last) && page >= first && page <= last;
}

static gboolean
is_folio (const char *text)
{
  return g_str_has_prefix (text, "— ") && g_str_has_suffix (text, " —");
}

static void
check_texts (DzDocument *document,
             const char *where,
             guint       page)
{
  g_autoptr(GArray) texts = list_texts (document, page);
  double width, height;

  dz_document_get_page_size (document, page, &width, &height);
  g_assert_cmpuint (texts->len, >, 1); /* a page left blank is asked for by itself */
  for (guint i = 0; i < texts->len; i++)
    {
      const DzLineRecord *a = &g_array_index (texts, DzLineRecord, i);
      double foot = height - (width > height ? DZ_PAPER_OUTER : DZ_PAPER_HEIGHT - DZ_PAPER_TOP - DZ_TYPE_HEIGHT);

      if (!is_folio (a->text) && (a->x < DZ_PAPER_OUTER - 3 || a->x + a->width > width - DZ_PAPER_OUTER + 3 ||
                                  a->y < DZ_PAPER_OUTER - 3 || a->y + a->height > foot + 3))
        complain ("outside the text block", where, page, a->text, NULL);
      if ((g_str_has_prefix (a->text, "也提出，") || g_str_has_prefix (a->text, "曾提出，")) &&
          g_str_has_suffix (a->text, "称已整"))
        complain ("a word of a cell cut", where, page, a->text, NULL);
      for (guint k = i + 1; k < texts->len; k++)
        {
          const DzLineRecord *b = &g_array_index (texts, DzLineRecord, k);

          if (MIN (a->x + a->width, b->x + b->width) - MAX (a->x, b->x) > TOUCH &&
              MIN (a->y + a->height, b->y + b->height) - MAX (a->y, b->y) > TOUCH)
            complain ("over each other", where, page, a->text, b->text);
        }
    }
}

/* Of the parts that are set down one under another. */
static gboolean
goes_on (DzDocument *document,
         guint       page)
{
  static const char *const ids[] = { "required", "figures", "charts", "weaknesses", "single", "year-change", "checks" };
  guint first, last;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (dz_document_get_chapter_pages (document, ids[i], &first, &last) && page >= first && page <= last)
      return TRUE;

  return FALSE;
}

static gboolean
is_same_form (DzDocument *document,
              guint       page)
{
  double width, height, next_width, next_height;

  dz_document_get_page_size (document, page, &width, &height);
  dz_document_get_page_size (document, page + 1, &next_width, &next_height);

  return width == next_width && height == next_height;
}

/* Returns: (transfer full): the blocks @block is one of */
static GPtrArray *
find_blocks (DzDocument *document,
             DzBlock    *block,
             guint      *n)
{
  for (guint c = 0; c < dz_document_get_n_chapters (document); c++)
    {
      g_autoptr(GPtrArray) blocks = dz_document_dup_blocks (document, c);

      if (g_ptr_array_find (blocks, block, n))
        return g_steal_pointer (&blocks);
    }
  g_assert_not_reached ();
}

/* What begins to stand here: a heading with the first slice of what it holds on to. */
static double
least_height (DzDocument     *document,
              const DzPlaced *first)
{
  guint n;
  g_autoptr(GPtrArray) blocks = find_blocks (document, first->block, &n);
  double height = first->block->klass->extent (first->block, first->from, first->from + 1);

  for (; ((DzBlock *) g_ptr_array_index (blocks, n))->keep && n + 1 < blocks->len; n++)
    {
      DzBlock *next = g_ptr_array_index (blocks, n + 1);

      height += next->klass->extent (next, 0, 1);
    }

  return height;
}

/* What is on the next page, in the same part or one set down under it, would have begun on this one. */
static gboolean
is_avoidable (DzDocument *document,
              guint       page,
              double      room)
{
  for (guint c = 0; c < dz_document_get_n_chapters (document); c++)
    {
      g_autoptr(GPtrArray) blocks = dz_document_dup_blocks (document, c);
      g_autoptr(GArray) here = dz_document_list_placed (document, page);
      g_autoptr(GArray) next = NULL;
      const DzPlaced *first;
      gboolean follows;

      if (!g_ptr_array_find (blocks, g_array_index (here, DzPlaced, 0).block, NULL) ||
          page + 1 >= dz_document_get_n_pages (document))
        continue;
      next = dz_document_list_placed (document, page + 1);
      if (next->len == 0)
        return FALSE;
      first = &g_array_index (next, DzPlaced, 0);

      follows = g_ptr_array_find (blocks, first->block, NULL) ||
                (goes_on (document, page) && goes_on (document, page + 1) && is_same_form (document, page));

      return follows && least_height (document, first) + GAP < room;
    }

  return FALSE;
}

/* A part with nothing to tell has no page for saying so: a heading and a line, with nothing else of that part. */
static void
check_words (DzDocument *document,
             const char *where,
             guint       page)
{
  g_autoptr(GArray) here = dz_document_list_placed (document, page);
  const DzPlaced *placed = (const DzPlaced *) (void *) here->data;

  if (goes_on (document, page) && here->len == 2 && placed[0].block->role == DZ_ROLE_HEADING_1 &&
      dz_block_is_text (placed[1].block))
    complain ("a heading and a line alone", where, page, ((DzTextBlock *) placed[1].block)->rich->text->str, NULL);
}

/* What heads and contents call a page of charts says so, whatever they go on under. */
static void
check_part (DzDocument *document,
            const char *where,
            guint       page)
{
  g_autoptr(GArray) placed = dz_document_list_placed (document, page);
  guint first, last;

  if (placed->len > 0 && g_array_index (placed, DzPlaced, 0).block->role == DZ_ROLE_CHART &&
      !(dz_document_get_chapter_pages (document, "charts", &first, &last) && page >= first && page <= last))
    complain ("charts in another part", where, page, "", NULL);
}

/* A page is at least half full, unless its part ends there or what follows has no room on it; nothing that
 * holds on to what follows stands at its foot. */
static void
check_fill (DzDocument *document,
            const char *where,
            guint       page)
{
  g_autoptr(GArray) placed = dz_document_list_placed (document, page);
  const DzPlaced *last = &g_array_index (placed, DzPlaced, placed->len - 1);
  double width, height, top, room;

  dz_document_get_page_size (document, page, &width, &height);
  top = width > height ? DZ_PAPER_OUTER : DZ_PAPER_TOP;
  room = width > height ? DZ_TYPE_WIDTH : DZ_TYPE_HEIGHT;
  if (last->block->keep && last->to == last->block->klass->count (last->block))
    complain ("a heading alone at the foot", where, page,
              dz_block_is_text (last->block) ? ((DzTextBlock *) last->block)->rich->text->str : "", NULL);
  if (last->y + last->height - top < room / 2 && is_avoidable (document, page, top + room - last->y - last->height))
    complain ("less than half full", where, page,
              dz_block_is_text (last->block) ? ((DzTextBlock *) last->block)->rich->text->str : "", NULL);
}

/* Every body that reported stands on a page of each heat map. */
static void
check_heat_map (DzBriefing *briefing,
                const char *where,
                DzBlock    *block)
{
  DzChartBlock *chart = (DzChartBlock *) block;
  g_autoptr(GHashTable) bodies = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_chart_geometry_unref);

  for (guint page = 0; page < chart->n_pages; page++)
    {
      DzRect rect = { 0, 0, chart->width, chart->height };
      DzChartView view = { .page = page };
      DzChartGeometry *geometry = dz_chart_measure (chart->chart, chart->series, &chart->style, &rect, &view);

      g_ptr_array_add (all, geometry);
      for (guint i = 0; i < geometry->marks->len; i++)
        g_hash_table_add (bodies, &g_array_index (geometry->marks, DzChartMark, i).body_id);
    }
  for (guint i = 0; i < briefing->review->bodies->len; i++)
    {
      const DzBody *body = g_ptr_array_index (briefing->review->bodies, i);

      if (dz_review_report_of (briefing->review, body->id, briefing->year) != NULL &&
          !g_hash_table_contains (bodies, &body->id))
        complain ("missing in the heat map", where, 0, body->name, NULL);
    }
}

/* The report from the end of one clause to the end of another: begins and ends where words do. */
static void
check_quotation (DzBriefing *briefing,
                 const char *where,
                 DzRich     *rich)
{
  const DzRichRun *source = NULL;
  g_autoptr(GRegex) after = g_regex_new ("^\\s*(?:$|[。；，！？、：:,;.!?”’）)*#]|\\s*\\n)", 0, 0, NULL);
  /* amid the line of a page, the next one no new point */
  g_autoptr(GRegex) broken = g_regex_new ("^\\n(?![一二三四五六七八九十]+[是、])[\\p{Han}]", 0, 0, NULL);
  /* what it is about comes after its own first half */
  g_autoptr(GRegex) half = g_regex_new ("^[，,](?:但|却|然而|不过)", 0, 0, NULL);
  g_autoptr(GRegex) hanging = g_regex_new ("(?:(?<![及按准平])时|(?<![滞落])后|以来|过程中)$", 0, 0, NULL);
  g_autofree char *quoted = NULL;
  g_autofree char *own = NULL;
  g_autofree char *nested = NULL;
  DzReport *report;
  const char *text;
  gsize start, close;

  for (guint i = 0; i < rich->runs->len && source == NULL; i++)
    if (g_array_index (rich->runs, DzRichRun, i).style == DZ_RICH_SOURCE)
      source = &g_array_index (rich->runs, DzRichRun, i);
  g_assert_nonnull (source);
  report = dz_review_find_report (briefing->review, source->report_id);
  g_assert_nonnull (report);
  start = strlen ("“");
  close = source->start - strlen ("”");
  g_assert_true (g_str_has_prefix (rich->text->str, "“") && strncmp (rich->text->str + close, "”", 3) == 0);
  quoted = g_strndup (rich->text->str + start, close - start);
  own = dz_quoted_words (report, source->span);
  nested = dz_marks_nest (own);
  if (briefing->masks == NULL && !g_str_equal (quoted, nested))
    complain ("not the report's words", where, 0, quoted, nested);
  if (strpbrk (quoted, "*#`|\n") != NULL)
    complain ("marks of a format in a quotation", where, 0, quoted, NULL);
  text = dz_text_peek (report->text, NULL);
  if (!g_regex_match (after, text + source->span.end, 0, NULL))
    complain ("a quotation ends amid a clause", where, 0, quoted, NULL);
  else if (g_regex_match (half, text + source->span.end, 0, NULL) || g_regex_match (hanging, quoted, 0, NULL))
    complain ("a quotation ends before what it is about", where, 0, quoted, NULL);
  else if (g_regex_match (broken, text + source->span.end, 0, NULL) &&
           dz_text_count_characters (report->text, dz_text_get_line (report->text, source->span.end - 1)) >= 20)
    complain ("a quotation ends at a broken line", where, 0, quoted, NULL);
}

/* What several reports say in the same words is quoted once, with the sources of eight at most. */
static void
check_again (const char   *where,
             guint         page,
             const DzRich *rich,
             char        **before)
{
  const char *words = rich->text->str, *end = g_strrstr (words, "”");
  g_autofree char *own = g_strndup (words, end != NULL ? (gsize) (end - words) : 0);

  if (g_strcmp0 (*before, own) == 0)
    complain ("quoted twice", where, page, own, NULL);
  if (rich->runs->len > 9)
    complain ("too many sources", where, page, words, NULL);
  g_free (*before);
  *before = g_steal_pointer (&own);
}

/* What is to be known of a number is said once for all whom it concerns: not the same words body after body. */
static void
check_note (const char   *where,
            const DzRich *note)
{
  g_auto(GStrv) sentences = g_strsplit (note != NULL ? note->text->str : "", "。", -1);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; sentences[i] != NULL; i++)
    {
      const char *colon = strstr (sentences[i], "：");
      const char *key = colon;

      /* with the last characters of the indicator's name */
      for (guint k = 0; key != NULL && k < 4 && key > sentences[i]; k++)
        key = g_utf8_prev_char (key);
      if (key != NULL && !g_hash_table_add (seen, (gpointer) key))
        complain ("said of one body after another", where, 0, key, NULL);
    }
}

/* In a table of numbers few rows have none for want of a report, and its lines are few or stand at equal distance. */
static void
check_numbers (const char   *where,
               DzPaperTable *table)
{
  for (guint b = 0; b < table->blocks->len; b++)
    {
      DzTableBlock *block = g_ptr_array_index (table->blocks, b);
      guint empty = 0, hair = 0;

      for (guint r = 0; r < block->rows->len; r++)
        {
          const DzTableRow *row = g_ptr_array_index (block->rows, r);
          guint without = 0;

          for (guint c = 2; c < row->n_slots; c++)
            without += row->slots[c].rich != NULL && g_str_equal (row->slots[c].rich->text->str, "无报告");
          empty += without == row->n_slots - 2;
          hair += row->rule == DZ_RULE_HAIR;
        }
      if (empty > 8)
        complain ("rows without a report", where, 0, table->key, NULL);
      if (hair > 8)
        complain ("lines all over a table", where, 0, table->key, NULL);
    }
}

/* A column of names is parted between them, and a short name of a problem stands whole with its first source. */
static void
check_rows (const char   *where,
            DzPaperTable *table)
{
  static const char *const names[] = { "各单位所报数", "提出单位", NULL };

  for (guint i = 0; i < dz_paper_table_count_slices (table); i++)
    {
      DzTableSlice slice;
      DzTableBlock *block = dz_paper_table_find_slice (table, i, &slice);
      const DzTableRow *row = g_ptr_array_index (block->rows, slice.row);

      dz_paper_table_need_rows (table, i, i + 1);
      for (guint c = 1; g_str_equal (table->key, "destinations") && c < row->n_slots; c++)
        for (guint k = 0; k < dz_paragraph_get_n_lines (row->slots[c].lines); k++)
          {
            g_autofree char *line = dz_paragraph_dup_line (row->slots[c].lines, k);

            if (strchr (line, '[') == NULL && !g_str_equal (line, "—"))
              complain ("a problem's name cut", where, 0, line, NULL);
          }
      for (guint c = 0; c < row->n_slots; c++)
        for (guint k = 0; g_strv_contains (names, g_array_index (block->columns, DzTableColumn, c).head) &&
                          k + 1 < dz_paragraph_get_n_lines (row->slots[c].lines); k++)
          {
            g_autofree char *line = dz_paragraph_dup_line (row->slots[c].lines, k);

            if (strstr (line, "、") != NULL && !g_str_has_suffix (line, "、"))
              complain ("a name cut", where, 0, line, NULL);
          }
    }
}

static guint
count_again (GArray *texts)
{
  guint n = 0;

  for (guint i = 0; i < texts->len; i++)
    n += strstr (g_array_index (texts, DzLineRecord, i).text, "（续）") != NULL;

  return n;
}

/* A page that begins within a row says what it is of, and no page says it in its middle. */
static void
check_parts (DzDocument *document,
             const char *where,
             guint       page)
{
  g_autoptr(GArray) placed = dz_document_list_placed (document, page);

  for (guint i = 0; i < placed->len; i++)
    {
      const DzPlaced *at = &g_array_index (placed, DzPlaced, i);
      DzPaperTable *table = (DzPaperTable *) at->block;
      g_autoptr(GArray) texts = NULL;
      guint again, wanted;
      DzTableSlice slice;

      if (at->block->role != DZ_ROLE_TABLE || placed->len > 1)
        continue;
      dz_paper_table_find_slice (table, at->from, &slice);
      texts = list_texts (document, page);
      again = count_again (texts);
      wanted = (slice.part > 0) + (at->from > 0 && table->number > 0); /* the caption goes on as well */
      if (again != wanted)
        complain ("（续） not as often as it ought to be", where, page, table->caption, NULL);
    }
}

/* A DOCX has charts and strips as pictures, and what stands out of one is cut. */
static void
check_pictures (DzDocument *document,
                const char *where,
                guint       page)
{
  g_autoptr(GArray) placed = dz_document_list_placed (document, page);

  for (guint i = 0; i < placed->len; i++)
    {
      DzBlock *block = g_array_index (placed, DzPlaced, i).block;
      cairo_surface_t *surface;
      double x, y, width, height;
      cairo_t *cr;

      if (block->klass->draw_picture == NULL)
        continue;
      surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cr = cairo_create (surface);
      block->klass->draw_picture (block, cr, 0);
      cairo_destroy (cr);
      cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
      cairo_surface_destroy (surface);
      if (x < -HALO || y < -HALO || x + width > DZ_TYPE_WIDTH + HALO ||
          y + height > block->klass->draw_picture (block, NULL, 0) + HALO)
        complain ("ink outside a picture", where, page,
                  block->role == DZ_ROLE_STRIPS ? "strips" : ((DzChartBlock *) block)->caption, NULL);
    }
}

static void
check_blocks (DzBriefing *briefing,
              const char *where)
{
  DzDocument *document = dz_briefing_get_document (briefing);

  for (guint c = 0; c < dz_document_get_n_chapters (document); c++)
    {
      g_autoptr(GPtrArray) blocks = dz_document_dup_blocks (document, c);
      g_autofree char *before = NULL;

      for (guint i = 0; i < blocks->len; i++)
        {
          DzBlock *block = g_ptr_array_index (blocks, i);

          if (block->role == DZ_ROLE_QUOTATION)
            {
              const DzRich *rich = ((DzTextBlock *) block)->rich;

              check_quotation (briefing, where, ((DzTextBlock *) block)->rich);
              check_again (where, dz_document_get_first_page (document, c), rich, &before);
            }
          else
            g_clear_pointer (&before, g_free);
          if (block->role == DZ_ROLE_TABLE)
            {
              check_note (where, ((DzPaperTable *) block)->note);
              check_rows (where, (DzPaperTable *) block);
              if (g_str_equal (((DzPaperTable *) block)->key, "figures"))
                check_numbers (where, (DzPaperTable *) block);
            }
          if (block->role == DZ_ROLE_CHART && g_str_equal (((DzChartBlock *) block)->chart->id, "heatmap"))
            check_heat_map (briefing, where, block);
        }
    }
}

/* [3-17] and [3′-17]: body 3 has a report of the year, and the appendix an entry for its paragraph 17. */
static void
check_sources (DzBriefing *briefing,
               const char *where,
               guint       page)
{
  g_autoptr(GArray) texts = list_texts (dz_briefing_get_document (briefing), page);
  g_autoptr(GRegex) regex = g_regex_new ("\\[(\\d+)(′?)-(\\d+)\\]", 0, 0, NULL);

  for (guint i = 0; i < texts->len; i++)
    {
      const char *text = g_array_index (texts, DzLineRecord, i).text;
      g_autoptr(GMatchInfo) match = NULL;

      for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
        {
          g_autofree char *number = g_match_info_fetch (match, 1);
          g_autofree char *prime = g_match_info_fetch (match, 2);
          g_autofree char *paragraph = g_match_info_fetch (match, 3);
          guint position = (guint) atoi (number);
          const DzBody *body = position > 0 && position <= briefing->review->bodies->len
                                 ? g_ptr_array_index (briefing->review->bodies, position - 1) : NULL;
          DzReport *report = body != NULL ? dz_review_report_of (briefing->review, body->id, briefing->year - (prime[0] != '\0')) : NULL;
          GPtrArray *cited = report != NULL ? dz_citations_list (briefing->book, report->id) : NULL;
          gboolean found = strstr (text, "如[3]、[3-17]") != NULL; /* the example under table 1 */

          for (guint k = 0; cited != NULL && k < cited->len && !found; k++)
            found = ((DzCitation *) g_ptr_array_index (cited, k))->paragraph == (guint) atoi (paragraph);
          if (!found)
            complain ("a source that leads nowhere", where, page, text, NULL);
        }
    }
}

static void
check_county (DzReview   *review,
              DzCodebook *codebook,
              const char *name)
{
  for (guint l = 0; l < G_N_ELEMENTS (layouts); l++)
    {
      g_autoptr(DzBriefing) briefing = make_briefing (review, codebook, layouts[l]);
      g_autofree char *where = g_strdup_printf ("%s, %s", name, layouts[l]);
      DzDocument *document = dz_briefing_get_document (briefing);

      for (guint p = 0; p < dz_document_get_n_pages (document); p++)
        {
          if (is_left_blank (document, p))
            continue;
          check_texts (document, where, p);
          check_fill (document, where, p);
          check_part (document, where, p);
          check_words (document, where, p);
          check_parts (document, where, p);
          check_pictures (document, where, p);
          check_sources (briefing, where, p);
        }
      check_blocks (briefing, where);
    }
}

static void
test_grown (gconstpointer data)
{
  guint n = GPOINTER_TO_UINT (data);
  g_autofree char *name = g_strdup_printf ("%u bodies", n);
  g_autoptr(DzCodebook) codebook = NULL;
  g_autoptr(DzReview) review = dz_grown_county (n, &codebook);

  g_assert_cmpuint (review->bodies->len, >=, n - n / 17);
  check_county (review, codebook, name);
}

static DzPaperTable *
find_table (DzDocument *document,
            const char *key)
{
  for (guint c = 0; c < dz_document_get_n_chapters (document); c++)
    {
      g_autoptr(GPtrArray) blocks = dz_document_dup_blocks (document, c);

      for (guint i = 0; i < blocks->len; i++)
        {
          DzBlock *block = g_ptr_array_index (blocks, i);

          if (block->role == DZ_ROLE_TABLE && g_str_equal (((DzPaperTable *) block)->key, key))
            return (DzPaperTable *) block;
        }
    }

  return NULL;
}

/* In 上年问题去向 a short name of five characters stands on one line with its number, also with one of three digits. */
static void
test_long_numbers (void)
{
  static const struct { guint n_bodies; const char *number; } cases[] = { { 62, "[62′-16]" }, { 150, "[121′-16]" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(DzCodebook) codebook = NULL;
      g_autoptr(DzReview) review = dz_grown_county (cases[i].n_bodies, &codebook);
      g_autoptr(DzBriefing) briefing = make_briefing (review, codebook, "usual");
      DzPaperTable *table = find_table (dz_briefing_get_document (briefing), "destinations");
      DzTableBlock *block = g_ptr_array_index (table->blocks, 0);
      DzTableRow *row = dz_table_block_add_row (block, DZ_RULE_GREY);

      for (guint c = 1; c < row->n_slots; c++)
        {
          g_autoptr(DzRich) rich = dz_rich_new ("办案不规范");

          dz_rich_append_source (rich, cases[i].number, 1, DZ_SPAN_NONE);
          dz_table_row_set_rich (row, c, rich);
        }
      dz_paper_table_set_row (table, block, row);
      for (guint c = 1; c < row->n_slots; c++)
        g_assert_cmpuint (dz_paragraph_get_n_lines (row->slots[c].lines), ==, 1);
    }
}

/* The legend over the strips of a sheet is one line, however long the body's name. */
static void
test_long_name (void)
{
  g_autoptr(DzCodebook) codebook = NULL;
  g_autoptr(DzReview) review = dz_grown_county (5, &codebook);
  g_autoptr(DzBriefing) briefing = NULL;
  guint n = 0;

  for (guint i = 0; i < review->bodies->len; i++)
    {
      DzBody *body = g_ptr_array_index (review->bodies, i);

      g_free (body->name);
      body->name = g_strdup_printf ("云河经济技术开发区管理委员会%c", 'A' + (int) i);
    }
  briefing = make_briefing (review, codebook, "layout=sheets");
  for (guint p = 0; p < dz_briefing_get_n_pages (briefing); p++)
    {
      g_autoptr(GArray) texts = list_texts (dz_briefing_get_document (briefing), p);

      for (guint i = 0; i < texts->len; i++)
        {
          const char *text = g_array_index (texts, DzLineRecord, i).text;

          if (strstr (text, "主要数据与全县对照") == NULL)
            continue;
          g_assert_true (g_str_has_suffix (text, "各格刻度不同"));
          n++;
        }
    }
  g_assert_cmpuint (n, >, 2);
}

/* The quartiles of millions, of money in yuan, have no room beside each other. */
static void
test_long_amounts (void)
{
  g_autoptr(DzCodebook) codebook = NULL;
  g_autoptr(DzReview) review = dz_grown_county (12, &codebook);
  g_autoptr(DzBriefing) briefing = NULL;

  for (guint i = 0; i < review->reports->len; i++)
    {
      GArray *figures = ((DzReport *) g_ptr_array_index (review->reports, i))->figures;

      for (guint k = 0; k < figures->len; k++)
        if (g_strcmp0 (g_array_index (figures, DzFigure, k).indicator, "disputes_mediated") == 0)
          g_array_index (figures, DzFigure, k).value *= 10007;
    }
  briefing = make_briefing (review, codebook, "layout=foldout -bodies");
  for (guint p = 0; p < dz_briefing_get_n_pages (briefing); p++)
    if (!is_left_blank (dz_briefing_get_document (briefing), p))
      check_texts (dz_briefing_get_document (briefing), "long amounts", p);
}

/* Twelve bodies that sent nothing, of kinds that come mixed. */
static void
test_without_reports (void)
{
  g_autoptr(DzCodebook) codebook = NULL;
  g_autoptr(DzReview) review = dz_grown_county (40, &codebook);

  for (guint i = review->reports->len, n = 0; i-- > 0 && n < 12;)
    if (((DzReport *) g_ptr_array_index (review->reports, i))->identity.year == 2024 && i % 2 == 0)
      {
        g_ptr_array_remove_index (review->reports, i);
        n++;
      }
  check_county (review, codebook, "twelve without reports");
}

static void
ignore_problem (const DzSource *source,
                const GError   *error,
                gpointer        user_data)
{
}

static void
test_given (gconstpointer path)
{
  const char *paths[] = { path, NULL };
  g_autoptr(DzCodebook) codebook = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(DzReview) review = dz_load_review (paths, &codebook, ignore_problem, NULL, NULL, &error);

  g_assert_no_error (error);
  check_county (review, codebook, path);
}

int
main (int   argc,
      char *argv[])
{
  static const guint sizes[] = { 2, 5, 12, 40, 62, 150 };
  g_auto(GStrv) given = g_strsplit (g_getenv ("DZ_PAGES") != NULL ? g_getenv ("DZ_PAGES") : "", ":", -1);

  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/pages/geometry/%u", sizes[i]);

      g_test_add_data_func (path, GUINT_TO_POINTER (sizes[i]), test_grown);
    }
  g_test_add_func ("/pages/geometry/long-numbers", test_long_numbers);
  g_test_add_func ("/pages/geometry/long-amounts", test_long_amounts);
  g_test_add_func ("/pages/geometry/long-name", test_long_name);
  g_test_add_func ("/pages/geometry/without-reports", test_without_reports);
  for (guint i = 0; given[i] != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("/pages/geometry/given/%u", i);

      if (given[i][0] != '\0')
        g_test_add_data_func (path, given[i], test_given);
    }

  return g_test_run ();
}

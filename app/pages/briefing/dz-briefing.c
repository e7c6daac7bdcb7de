/* dz-briefing.c - what a briefing contains, as paper pages
 *
 * Numbers of tables and charts are dealt out before a word is written, because
 * the first page already points at them. Parts are then added in the order of
 * the options.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-briefing-circular.h"

#include "dz-cover.h"
#include "dz-sayable.h"
#include "dz-shared-tables.h"
#include "dz-strip-others.h"

#include <string.h>

static void
free_sentence (gpointer data)
{
  DzBriefingSentence *sentence = data;

  g_free (sentence->original);
  g_free (sentence->printed);
  g_free (sentence);
}

static gint
compare_columns (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  DzBriefing *self = user_data;
  guint left = *(const guint *) a, right = *(const guint *) b;
  guint n_left = dz_figure_table_get_statistics (self->figures, left)->n_reported;
  guint n_right = dz_figure_table_get_statistics (self->figures, right)->n_reported;

  if (n_left != n_right)
    return n_left > n_right ? -1 : 1;

  return left < right ? -1 : left > right;
}

static gint
compare_guint (gconstpointer a,
               gconstpointer b)
{
  return *(const guint *) a < *(const guint *) b ? -1 : *(const guint *) a > *(const guint *) b;
}

/* The indicators most bodies report fill the main table; no figure is left out of the two, but where names are hidden
 * what tells how large a place is and who lives there. */
static void
choose_columns (DzBriefing *self)
{
  guint n = dz_figure_table_get_n_columns (self->figures);
  guint most = self->options->layout == DZ_LAYOUT_FOLDOUT ? DZ_FOLDOUT_COLUMNS : DZ_MAIN_COLUMNS;
  g_autoptr(GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));

  self->main_columns = g_array_new (FALSE, FALSE, sizeof (guint));
  self->rest_columns = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < n; i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_columns, self);
  for (guint i = 0; i < n; i++)
    {
      guint column = g_array_index (order, guint, i);
      const DzEntry *entry = dz_figure_table_get_entry (self->figures, column);
      gboolean context = g_strcmp0 (entry->theme, "context") == 0;
      guint reported = dz_figure_table_get_statistics (self->figures, column)->n_reported;

      if (dz_briefing_tells_place (self, entry))
        continue;
      if (i < most && !context && (reported >= 2 || n <= 6))
        g_array_append_val (self->main_columns, column);
      else
        g_array_append_val (self->rest_columns, column);
    }
  g_array_sort (self->main_columns, compare_guint);
  g_array_sort (self->rest_columns, compare_guint);
}

static void
make_tables (DzBriefing *self)
{
  g_autoptr(DzSharedTables) tables = NULL;

  if (self->options->bodies != NULL)
    self->scope = dz_scope_filter_new_bodies ((const gint64 *) self->options->bodies->data,
                                              self->options->bodies->len);
  else
    self->scope = dz_scope_filter_new_all ();
  self->figures = dz_figure_table_new (self->review, self->codebook, self->year, self->scope, NULL);
  self->common = dz_common_weaknesses_new (self->review, self->codebook, self->year, self->scope);
  /* last year's plans are read once for both */
  tables = dz_shared_tables_new (self->review, self->codebook, self->year, self->scope, NULL);
  self->change = g_object_ref (dz_shared_tables_get_change (tables));
  self->checks = g_object_ref (dz_shared_tables_get_checks (tables));
  self->roster = g_object_ref (dz_shared_tables_get_roster (tables));
  choose_columns (self);
}

static gboolean
is_wanted (DzBriefing           *self,
           const DzBriefingPart *part)
{
  if (self->options->layout == DZ_LAYOUT_SHEETS)
    return part->possible && (g_str_equal (part->id, "bodies") || (part->ticked && g_str_equal (part->id, "cover")));

  return part->ticked && part->possible;
}

static gboolean
has_ticked (DzBriefing *self,
            const char *id)
{
  const DzBriefingPart *part = dz_briefing_options_find_part (self->options, id);

  return part != NULL && is_wanted (self, part);
}

static void
number_table (DzBriefing *self,
              const char *key)
{
  g_hash_table_insert (self->tables, g_strdup (key),
                       GUINT_TO_POINTER (g_hash_table_size (self->tables) + 1));
}

static void
number_all (DzBriefing *self)
{
  for (guint i = 0; i < self->options->parts->len; i++)
    {
      const DzBriefingPart *part = g_ptr_array_index (self->options->parts, i);

      if (!is_wanted (self, part))
        continue;
      if (g_str_has_prefix (part->id, "chart:"))
        g_hash_table_insert (self->charts, g_strdup (part->id + strlen ("chart:")),
                             GUINT_TO_POINTER (g_hash_table_size (self->charts) + 1));
      if (g_str_equal (part->id, "required"))
        number_table (self, "contents");
      if (g_str_equal (part->id, "figures") && self->main_columns->len > 0)
        number_table (self, "figures");
      if (g_str_equal (part->id, "figures") && self->rest_columns->len > 0)
        number_table (self, "further");
      if (g_str_equal (part->id, "weaknesses"))
        number_table (self, "weaknesses");
      if (g_str_equal (part->id, "year-change"))
        {
          number_table (self, "change");
          number_table (self, "destinations");
          if (dz_briefing_has_promises (self))
            number_table (self, "promises");
        }
      if (g_str_equal (part->id, "checks"))
        number_table (self, "checks");
      if (g_str_equal (part->id, "ledger"))
        number_table (self, "ledger");
      if (g_str_equal (part->id, "scores"))
        {
          if (dz_briefing_has_scores (self))
            number_table (self, "scores");
          if (self->original->score_sheets->len > 1)
            number_table (self, "score-years");
        }
    }
}

/* What is set down one under another; words that are signed, sheets and the appendix have pages of their own. So has the
 * result of a score sheet, but not the sentence that there is none yet. */
static gboolean
goes_on (DzBriefing *self,
         const char *id)
{
  static const char *const ids[] = { "required", "figures", "weaknesses", "single", "year-change", "checks", "ledger", NULL };

  return g_strv_contains (ids, id) || (g_str_equal (id, "scores") && !dz_briefing_has_score_tables (self));
}

static void
add_part (DzBriefing *self,
          guint      *n)
{
  static const struct
  {
    const char *id;
    void (*add) (DzBriefing *self);
  } parts[] = {
    { "circular", dz_briefing_add_circular },
    { "summary", dz_briefing_add_summary },       { "required", dz_briefing_add_required },
    { "figures", dz_briefing_add_figures },       { "weaknesses", dz_briefing_add_weaknesses },
    { "single", dz_briefing_add_single },         { "year-change", dz_briefing_add_year_change },
    { "checks", dz_briefing_add_checks },         { "ledger", dz_briefing_add_ledger },
    { "scores", dz_briefing_add_scores },         { "score-forms", dz_briefing_add_score_forms },
    { "bodies", dz_briefing_add_bodies },
    { "sources", dz_briefing_add_sources },
  };
  const DzBriefingPart *part = g_ptr_array_index (self->options->parts, *n);
  g_autoptr(GPtrArray) subjects = g_ptr_array_new ();
  guint first = dz_document_get_n_chapters (self->document);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_equal (parts[i].id, part->id))
      parts[i].add (self);
  if (!g_str_has_prefix (part->id, "chart:"))
    {
      dz_document_name_part (self->document, first, part->name);
      if (goes_on (self, part->id))
        dz_document_join_parts (self->document, first);
      return;
    }

  /* charts ticked one after another share pages */
  for (guint i = *n; i < self->options->parts->len; i++)
    {
      part = g_ptr_array_index (self->options->parts, i);
      if (!g_str_has_prefix (part->id, "chart:"))
        break;
      if (is_wanted (self, part))
        g_ptr_array_add (subjects, part->id + strlen ("chart:"));
      *n = i;
    }
  dz_briefing_add_charts (self, subjects);
  dz_document_name_part (self->document, first, DZ_BRIEFING_CHARTS);
  dz_document_join_parts (self->document, first);
}

/* The title the paper bears: that of its template. */
static char *
dup_title (DzBriefing *self)
{
  static const struct
  {
    const char *template;
    const char *words;
  } names[] = { { "annex", "数据附件" }, { "sheets", "一镇一页" } };
  const char *template = dz_briefing_options_get_template (self->options);
  const char *words = "简报";
  g_autofree char *county = NULL;

  if (has_ticked (self, "circular"))
    {
      g_auto(GStrv) lines = NULL;
      g_autofree char *title = dz_briefing_dup_circular_title (self);

      lines = g_strsplit (title, "\n", -1);
      return g_strjoinv ("", lines);
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (names[i].template, template) == 0)
      words = names[i].words;
  if (template != NULL && g_str_has_prefix (template, "score"))
    {
      county = dz_briefing_mask (self, self->review->county->name != NULL ? self->review->county->name : "", FALSE);

      return g_strdup_printf ("%s%d年度 述法评议评分%s", county, self->year, g_str_equal (template, "scores") ? "结果" : "表");
    }
  if (g_strcmp0 (template, "ledger") == 0)
    {
      county = dz_briefing_mask (self, self->review->county->name != NULL ? self->review->county->name : "", FALSE);

      return g_strdup_printf ("%s%d年度 法治建设问题整改台账", county, self->year);
    }
  county = dz_briefing_mask (self, self->review->county->name != NULL ? self->review->county->name : "", FALSE);

  return g_strdup_printf ("%s%d年度%s 法治政府建设报告情况%s", county, self->year, dz_briefing_get_whom (self), words);
}

static gboolean
has_reports (DzBriefing *self)
{
  return dz_roster_table_get_totals (self->roster)->received > 0;
}

/* Whether a part is ticked that there is nothing for. */
static gboolean
lacks_part (DzBriefing *self)
{
  for (guint i = 0; i < self->options->parts->len; i++)
    {
      const DzBriefingPart *part = g_ptr_array_index (self->options->parts, i);

      if (part->ticked && !part->possible)
        return TRUE;
    }

  return FALSE;
}

static void
add_parts (DzBriefing *self)
{
  gboolean any = has_reports (self);

  for (guint i = 0; i < self->options->parts->len; i++)
    {
      const DzBriefingPart *part = g_ptr_array_index (self->options->parts, i);

      /* 均未报送: the briefing ends after its first sentence */
      if (!is_wanted (self, part) || (!any && !g_str_equal (part->id, "summary") && !g_str_equal (part->id, "circular") &&
                                       !g_str_equal (part->id, "ledger") && !g_str_has_prefix (part->id, "score")))
        continue;
      /* the sources of nothing: what was asked for cannot be printed, and a list of reports is not it */
      if (g_str_equal (part->id, "sources") && dz_document_get_n_chapters (self->document) == 0 && lacks_part (self))
        continue;
      if (!g_str_has_prefix (part->id, "chart:"))
        self->tail = NULL;
      if (!g_str_equal (part->id, "checks") && !g_str_equal (part->id, "single"))
        self->words = NULL;
      add_part (self, &i);
    }
}

/* A sentence a person wrote may name whom the report names. */
static void
cover_overrides (DzBriefing *self,
                 DzReview   *review)
{
  GHashTableIter iter;
  gpointer text;

  g_hash_table_iter_init (&iter, self->options->overrides);
  while (g_hash_table_iter_next (&iter, NULL, &text))
    g_hash_table_iter_replace (&iter, dz_review_cover_words (review, text));
}

/**
 * dz_briefing_new:
 * @review: a snapshot; kept
 * @options: copied
 *
 * Returns: (transfer full): the briefing, laid out but for its one-page sheets. With nothing
 *   ticked it has no pages.
 */
DzBriefing *
dz_briefing_new (DzReview                *review,
                 DzCodebook              *codebook,
                 const DzBriefingOptions *options)
{
  DzBriefing *self;
  g_autofree char *title = NULL;

  g_return_val_if_fail (review != NULL && codebook != NULL && options != NULL, NULL);

  self = g_new0 (DzBriefing, 1);
  g_atomic_ref_count_init (&self->refs);
  self->original = dz_review_sayable (review, codebook);
  self->codebook = dz_codebook_ref (codebook);
  self->options = dz_briefing_options_copy (options);
  cover_overrides (self, review);
  self->year = options->year;
  if (options->hide_names)
    self->review = dz_hidden_names_hide (self->original, &self->masks);
  else
    self->review = dz_review_ref (self->original);
  self->hides_sources = !has_ticked (self, "sources");
  self->paper = dz_paper_new ();
  self->book = dz_citations_new (self->review, self->year);
  if (self->hides_sources)
    dz_citations_hide_numbers (self->book);
  self->tables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->charts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->sentences = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_sentence);
  self->unused = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->strip_others = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) dz_strip_others_unref);
  make_tables (self);
  dz_briefing_count_offered (self, review);
  number_all (self);

  title = dup_title (self);
  self->document = dz_document_new (title, self->paper);
  dz_document_set_one_sided (self->document, options->one_sided);
  if (has_ticked (self, "cover"))
    dz_briefing_add_cover (self, title);
  add_parts (self);
  dz_document_lay_out (self->document);
  dz_document_add_front (self->document);

  return self;
}

void
dz_briefing_unref (DzBriefing *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  dz_document_unref (self->document);
  dz_citations_free (self->book);
  g_array_unref (self->main_columns);
  g_array_unref (self->rest_columns);
  g_hash_table_unref (self->tables);
  g_hash_table_unref (self->charts);
  g_hash_table_unref (self->sentences);
  g_hash_table_unref (self->unused);
  g_hash_table_unref (self->strip_others);
  g_hash_table_unref (self->offered);
  g_clear_pointer (&self->masks, dz_hidden_names_free);
  g_object_unref (self->roster);
  g_object_unref (self->figures);
  g_object_unref (self->common);
  g_object_unref (self->change);
  g_object_unref (self->checks);
  dz_scope_filter_unref (self->scope);
  dz_paper_unref (self->paper);
  dz_briefing_options_free (self->options);
  dz_codebook_unref (self->codebook);
  dz_review_unref (self->review);
  dz_review_unref (self->original);
  g_free (self);
}

/* Returns: (transfer none): the pages */
DzDocument *
dz_briefing_get_document (DzBriefing *self)
{
  return self->document;
}

guint
dz_briefing_get_n_pages (DzBriefing *self)
{
  return dz_document_get_n_pages (self->document);
}

/**
 * dz_briefing_get_part_pages:
 * @id: of a #DzBriefingPart
 * @first: (out): from 0
 * @last: (out): the same for one page
 *
 * Returns: %FALSE if the part is not in this briefing
 */
gboolean
dz_briefing_get_part_pages (DzBriefing *self,
                            const char *id,
                            guint      *first,
                            guint      *last)
{
  if (dz_document_get_chapter_pages (self->document, id, first, last))
    return TRUE;

  return dz_document_find_key (self->document, id, first, last);
}

/**
 * dz_briefing_get_sentence:
 * @text_key: of an area of kind %DZ_AREA_TEXT
 * @original: as made from the data, not as edited
 *
 * Returns: (transfer none) (nullable): the sentence, its sources as [3-17]
 */
const char *
dz_briefing_get_sentence (DzBriefing *self,
                          const char *text_key,
                          gboolean    original)
{
  const DzBriefingSentence *sentence = g_hash_table_lookup (self->sentences, text_key);

  if (sentence == NULL)
    return NULL;

  return original ? sentence->original : sentence->printed;
}

/**
 * dz_briefing_count_unused_words:
 *
 * Returns: how many of our sentences a person worded as they were with other data: ours stand there
 */
guint
dz_briefing_count_unused_words (DzBriefing *self)
{
  return g_hash_table_size (self->unused);
}

/* dz-reader-odt.c - OpenDocument texts, packed (.odt, .ott) or flat (.fodt)
 *
 * Lists, styles and text are read in one pass over styles.xml and one over
 * content.xml. Deleted text stands apart from the body in this format, so leaving
 * that place out accepts all changes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-text-builder.h"
#include "dz-odt-lists.h"
#include "dz-reader-kind.h"
#include "dz-xml.h"
#include "dz-zip.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  DzPartKind kind;
  guint level;
  gsize label_end;
  gboolean hidden;
  guint raised_around; /* a note or a frame stands in a raised span, its text is not raised */
} Paragraph;

#define HIGH_PERCENT 15 /* of a letter: less is how fonts are made to stand on one line */

typedef enum { HIDDEN = 1 << 0, STRUCK = 1 << 1, RAISED = 1 << 2, HIGH = 1 << 3 } Look;

typedef struct
{
  DzTextBuilder *flow;
  DzOdtLists *lists;
  GHashTable *looks;   /* names of styles whose text is not shown, struck out, raised or set high -> Look */
  GArray *paragraphs;  /* Paragraph: a frame stands inside one */
  GPtrArray *notes;    /* GString: notes, after the text */
  GString *label;
  GString *title;
  char *style;         /* being read */
  guint skip;
  guint boxes;
  guint span;
  guint hidden_spans;
  guint raised_spans;
  GByteArray *spans;   /* open text:span: Look */
  gboolean in_text;    /* inside office:text */
  gboolean in_note;
  gboolean in_title;
  gboolean in_ruby;
  gboolean after_blank;
  struct { guint pictures, charts, formulas, deletions, comments, furniture, hidden; } lost;
} Odt;

enum {
  P = 1, H, SPAN, SPACE, TAB, LINE_BREAK, NOTE, CITATION, CHANGES, DELETION, LIST, ITEM, LIST_HEADER, CONTENTS,
  SECTION, HIDDEN_TEXT, HIDDEN_PARAGRAPH, RUBY_TEXT, LIST_STYLE, LEVEL_NUMBER, LEVEL_BULLET, OUTLINE_STYLE, OUTLINE_LEVEL, BODY_TEXT,
  ANNOTATION, FORMS, MASTER, ROW, CELL, COVERED, FRAME_TEXT, IMAGE, OBJECT, STYLE, TEXT_PROPERTIES, LABEL_ALIGN,
  MATH, TITLE, DECLS, DESCRIPTION, SCRIPT, HEADER
};

static const char *const namespaces[] = {
  ":text:", ":office:", ":table:", ":drawing:", ":style:", "MathML", "purl.org/dc/elements", ":svg-compatible:", NULL,
};

static const DzXmlName names[] = {
  { 0, P, "p" }, { 0, H, "h" }, { 0, SPAN, "span" }, { 0, SPACE, "s" }, { 0, TAB, "tab" },
  { 0, LINE_BREAK, "line-break" }, { 0, NOTE, "note" }, { 0, CITATION, "note-citation" },
  { 0, CHANGES, "tracked-changes" }, { 0, DELETION, "deletion" }, { 0, LIST, "list" },
  { 0, ITEM, "list-item" }, { 0, LIST_HEADER, "list-header" }, { 0, CONTENTS, "table-of-content" },
  { 0, CONTENTS, "illustration-index" }, { 0, CONTENTS, "table-index" }, { 0, CONTENTS, "alphabetical-index" },
  { 0, CONTENTS, "user-index" }, { 0, SECTION, "section" }, { 0, HIDDEN_TEXT, "hidden-text" },
  { 0, HIDDEN_PARAGRAPH, "hidden-paragraph" },
  { 0, RUBY_TEXT, "ruby-text" }, { 0, LIST_STYLE, "list-style" }, { 0, LEVEL_NUMBER, "list-level-style-number" },
  { 0, LEVEL_BULLET, "list-level-style-bullet" }, { 0, LEVEL_BULLET, "list-level-style-image" },
  { 0, OUTLINE_STYLE, "outline-style" }, { 0, OUTLINE_LEVEL, "outline-level-style" }, { 0, DECLS, "sequence-decls" },
  { 0, DECLS, "variable-decls" }, { 0, DECLS, "user-field-decls" }, { 1, BODY_TEXT, "text" },
  { 1, ANNOTATION, "annotation" }, { 1, FORMS, "forms" }, { 1, MASTER, "master-styles" }, { 1, SCRIPT, "scripts" },
  { 1, DECLS, "binary-data" }, { 2, ROW, "table-row" }, { 2, CELL, "table-cell" }, { 2, COVERED, "covered-table-cell" },
  { 3, FRAME_TEXT, "text-box" }, { 3, FRAME_TEXT, "custom-shape" }, { 3, FRAME_TEXT, "rect" }, { 3, FRAME_TEXT, "ellipse" },
  { 3, FRAME_TEXT, "line" }, { 3, FRAME_TEXT, "path" }, { 3, FRAME_TEXT, "polygon" },
  { 3, FRAME_TEXT, "circle" }, { 3, FRAME_TEXT, "caption" }, { 3, FRAME_TEXT, "polyline" }, { 3, FRAME_TEXT, "connector" },
  { 3, FRAME_TEXT, "regular-polygon" }, { 3, FRAME_TEXT, "measure" }, { 3, IMAGE, "image" },
  { 3, OBJECT, "object" }, { 3, OBJECT, "object-ole" }, { 3, OBJECT, "plugin" }, { 4, STYLE, "style" },
  { 4, TEXT_PROPERTIES, "text-properties" }, { 4, LABEL_ALIGN, "list-level-label-alignment" }, { 4, HEADER, "header" },
  { 4, HEADER, "footer" }, { 5, MATH, "math" },
  { 6, TITLE, "title" }, { 7, DESCRIPTION, "title" }, { 7, DESCRIPTION, "desc" }, { 0 },
};

static Paragraph *
last_paragraph (Odt *odt)
{
  return odt->paragraphs->len > 0 ? &g_array_index (odt->paragraphs, Paragraph, odt->paragraphs->len - 1) : NULL;
}

static void
end_line (Odt *odt)
{
  Paragraph *paragraph = last_paragraph (odt);
  GString *line = dz_text_builder_peek_line (odt->flow);

  while (line->len > 0 && (line->str[line->len - 1] == ' ' || line->str[line->len - 1] == '\t'))
    g_string_truncate (line, line->len - 1);
  dz_text_builder_end_paragraph (odt->flow, paragraph != NULL ? paragraph->kind : DZ_PART_PARAGRAPH,
                                 paragraph != NULL ? paragraph->level : 0);
  odt->after_blank = TRUE;
  if (paragraph != NULL)
    paragraph->label_end = 0;
}

static void
set_raised (Odt   *odt,
            guint  n_spans)
{
  odt->raised_spans = n_spans;
  dz_text_builder_set_raised (odt->flow, n_spans > 0);
}

static void
begin_paragraph (Odt                   *odt,
                 guint                  id,
                 const DzXmlAttributes *attributes)
{
  Paragraph paragraph = { odt->boxes > 0 || odt->in_note ? DZ_PART_NOTE : DZ_PART_PARAGRAPH, 0, 0, FALSE, odt->raised_spans };
  gsize len;
  const char *style = dz_xml_peek (attributes, "style-name", &len);

  if (id == H)
    {
      paragraph.kind = DZ_PART_HEADING;
      paragraph.level = (guint) CLAMP (dz_xml_get_int (attributes, "outline-level", 1), 1, 10);
    }
  else if (style != NULL && len == 5 && memcmp (style, "Title", 5) == 0)
    {
      paragraph.kind = DZ_PART_HEADING;
      paragraph.level = 1;
    }
  g_string_truncate (odt->label, 0);
  if (!odt->in_note && dz_odt_lists_is_open (odt->lists))
    dz_odt_lists_count (odt->lists, odt->label);
  else if (id == H && !dz_xml_is (attributes, "is-list-header", "true"))
    dz_odt_lists_count_outline (odt->lists, paragraph.level, odt->label);
  dz_text_builder_add (odt->flow, odt->label->str, (gssize) odt->label->len);
  paragraph.label_end = odt->label->len;
  odt->after_blank = TRUE;
  g_array_append_val (odt->paragraphs, paragraph);
  set_raised (odt, 0);
}

static void
end_paragraph (Odt *odt)
{
  Paragraph *paragraph = last_paragraph (odt);
  GString *line = dz_text_builder_peek_line (odt->flow);

  if (paragraph == NULL)
    return;
  odt->lost.hidden += paragraph->hidden && line->len > 0;
  if (paragraph->hidden || (paragraph->label_end > 0 && line->len <= paragraph->label_end))
    g_string_truncate (line, 0); /* a number with nothing behind it */
  end_line (odt);
  set_raised (odt, paragraph->raised_around);
  g_array_set_size (odt->paragraphs, odt->paragraphs->len - 1);
}

static void
skip_if (Odt     *odt,
         gboolean condition,
         guint   *count)
{
  if (!condition)
    return;
  odt->skip = 1;
  if (count != NULL)
    *count += 1;
}

static void
begin_note (Odt *odt)
{
  char mark[16];

  dz_text_builder_add (odt->flow, mark, g_snprintf (mark, sizeof mark, "[%u]", odt->notes->len + 1));
  dz_text_builder_push (odt->flow);
  odt->in_note = TRUE;
}

/* A note's text waits until the text is over. */
static void
end_note (Odt *odt)
{
  GString *line = dz_text_builder_peek_line (odt->flow);

  while (line->len > 0 && line->str[line->len - 1] == ' ')
    g_string_truncate (line, line->len - 1);
  g_ptr_array_add (odt->notes, g_string_new_len (line->str, (gssize) line->len));
  g_string_truncate (line, 0);
  dz_text_builder_pop (odt->flow);
  odt->in_note = FALSE;
  odt->after_blank = FALSE;
}

static void
begin_box (Odt *odt)
{
  odt->boxes++;
  dz_text_builder_push (odt->flow);
}

static void
end_box (Odt *odt)
{
  odt->boxes--;
  dz_text_builder_pop (odt->flow);
  odt->after_blank = FALSE;
}

static void
begin_span (Odt                   *odt,
            const DzXmlAttributes *attributes)
{
  g_autofree char *name = dz_xml_dup (attributes, "style-name");
  guint8 look = name != NULL ? (guint8) GPOINTER_TO_UINT (g_hash_table_lookup (odt->looks, name)) : 0;

  if ((look & HIGH) != 0 && dz_text_builder_ends_in_number (odt->flow))
    look |= RAISED;

  g_byte_array_append (odt->spans, &look, 1);
  odt->hidden_spans += (look & (HIDDEN | STRUCK)) != 0;
  set_raised (odt, odt->raised_spans + ((look & RAISED) != 0));
  odt->lost.hidden += (look & HIDDEN) != 0;
  odt->lost.deletions += (look & (HIDDEN | STRUCK)) == STRUCK;
}

static void
end_span (Odt *odt)
{
  guint look;

  if (odt->spans->len == 0)
    return;
  look = odt->spans->data[odt->spans->len - 1];
  odt->hidden_spans -= (look & (HIDDEN | STRUCK)) != 0;
  set_raised (odt, odt->raised_spans - ((look & RAISED) != 0 && odt->raised_spans > 0));
  g_byte_array_set_size (odt->spans, odt->spans->len - 1);
}

static void
add_spaces (Odt                   *odt,
            const DzXmlAttributes *attributes)
{
  for (int i = CLAMP (dz_xml_get_int (attributes, "c", 1), 1, 1000); i > 0; i--)
    dz_text_builder_add (odt->flow, " ", 1);
  odt->after_blank = FALSE;
}

static void
begin_tab (Odt *odt)
{
  const Paragraph *paragraph = last_paragraph (odt);

  if (paragraph != NULL && dz_text_builder_peek_line (odt->flow)->len > paragraph->label_end)
    dz_text_builder_add (odt->flow, "\t", 1);
}

/* "super 58%" or "33% 58%": how high, and of what size; lowered ones are below 0. What is as large as the rest may stand high
 * to fit its line: behind a number alone it is raised. */
static guint
find_raise (const DzXmlAttributes *attributes)
{
  g_autofree char *position = dz_xml_dup (attributes, "text-position");
  const char *size = position != NULL ? strchr (position, ' ') : NULL;

  if (position == NULL || (!g_str_has_prefix (position, "super") && g_ascii_strtod (position, NULL) <= 0))
    return 0;
  if (size != NULL && g_ascii_strtod (size, NULL) >= 100)
    return g_ascii_strtod (position, NULL) >= HIGH_PERCENT ? HIGH : 0;

  return RAISED;
}

static gboolean
is_struck (const DzXmlAttributes *attributes)
{
  g_autofree char *style = dz_xml_dup (attributes, "text-line-through-style");
  g_autofree char *type = dz_xml_dup (attributes, "text-line-through-type");
  const char *said = style != NULL ? style : type;

  return said != NULL && !g_str_equal (said, "none");
}

static void
set_look (Odt                   *odt,
          const DzXmlAttributes *attributes)
{
  guint look = 0;

  if (odt->style == NULL)
    return;
  if (dz_xml_is (attributes, "display", "none"))
    look |= HIDDEN;
  if (is_struck (attributes))
    look |= STRUCK;
  look |= find_raise (attributes);
  if (look != 0)
    g_hash_table_insert (odt->looks, g_strdup (odt->style), GUINT_TO_POINTER (look));
}

static void
start_definition (Odt                   *odt,
                  guint                  id,
                  const DzXmlAttributes *attributes)
{
  g_autofree char *name = NULL;

  switch (id)
    {
    case LIST_STYLE:
      name = dz_xml_dup (attributes, "name");
      dz_odt_lists_begin_style (odt->lists, name != NULL ? name : "?");
      break;
    case OUTLINE_STYLE:
      dz_odt_lists_begin_style (odt->lists, NULL);
      break;
    case LEVEL_NUMBER: case OUTLINE_LEVEL: case LEVEL_BULLET:
      dz_odt_lists_set_level (odt->lists, attributes, id == LEVEL_BULLET);
      break;
    case LABEL_ALIGN:
      dz_odt_lists_set_gap (odt->lists, !dz_xml_is (attributes, "label-followed-by", "nothing"));
      break;
    case STYLE:
      g_free (odt->style);
      odt->style = dz_xml_dup (attributes, "name");
      break;
    case TEXT_PROPERTIES:
      set_look (odt, attributes);
      break;
    default:
      break;
    }
}

static void
start_table (Odt                   *odt,
             guint                  id,
             const DzXmlAttributes *attributes)
{
  if (id == ROW)
    {
      dz_text_builder_begin_row (odt->flow);
      dz_text_builder_repeat_row (odt->flow, (guint) MAX (dz_xml_get_int (attributes, "number-rows-repeated", 1), 1));
    }
  else if (id == CELL)
    {
      dz_text_builder_begin_cell (odt->flow);
      odt->span = (guint) MAX (dz_xml_get_int (attributes, "number-columns-repeated", 1), 1);
    }
  else if (id == COVERED) /* under a merged cell */
    dz_text_builder_skip_cells (odt->flow, (guint) CLAMP (dz_xml_get_int (attributes, "number-columns-repeated", 1), 1, 64));
}

static void
start_text (Odt                   *odt,
            guint                  id,
            const DzXmlAttributes *attributes)
{
  switch (id)
    {
    case P: case H:
      begin_paragraph (odt, id, attributes);
      break;
    case SPAN:
      begin_span (odt, attributes);
      break;
    case SPACE:
      add_spaces (odt, attributes);
      break;
    case TAB:
      begin_tab (odt);
      break;
    case LINE_BREAK:
      if (odt->in_note)
        dz_text_builder_add (odt->flow, " ", 1);
      else
        end_line (odt);
      break;
    case NOTE:
      begin_note (odt);
      break;
    case LIST:
      dz_odt_lists_begin (odt->lists, attributes);
      break;
    case ITEM: case LIST_HEADER:
      dz_odt_lists_begin_item (odt->lists, dz_xml_get_int (attributes, "start-value", -1), id == LIST_HEADER);
      break;
    case HIDDEN_PARAGRAPH:
      if (last_paragraph (odt) != NULL)
        last_paragraph (odt)->hidden = dz_xml_is (attributes, "is-hidden", "true");
      break;
    case RUBY_TEXT:
      dz_text_builder_add (odt->flow, "（", -1);
      break;
    case FRAME_TEXT:
      begin_box (odt);
      break;
    case IMAGE:
      odt->lost.pictures++;
      break;
    case OBJECT:
      odt->lost.charts++;
      odt->skip = 1;
      break;
    default:
      break;
    }
}

static void
start_skipped (Odt                   *odt,
               guint                  id,
               const DzXmlAttributes *attributes)
{
  switch (id)
    {
    case CITATION: case FORMS: case DECLS: case DESCRIPTION: case SCRIPT:
      skip_if (odt, TRUE, NULL);
      break;
    case HIDDEN_TEXT:
      skip_if (odt, TRUE, &odt->lost.hidden);
      break;
    case ANNOTATION:
      skip_if (odt, TRUE, &odt->lost.comments);
      break;
    case CONTENTS:
      skip_if (odt, TRUE, &odt->lost.furniture);
      break;
    case SECTION:
      skip_if (odt, dz_xml_is (attributes, "display", "none"), &odt->lost.hidden);
      break;
    case MATH:
      skip_if (odt, TRUE, &odt->lost.formulas);
      break;
    case CHANGES: case MASTER: /* deleted text; the paper's header and footer */
      skip_if (odt, TRUE, NULL);
      break;
    default:
      break;
    }
}

static void
start_cb (gpointer               user_data,
          guint                  id,
          const DzXmlAttributes *attributes)
{
  Odt *odt = user_data;

  if (odt->skip > 0)
    {
      odt->skip++;
      odt->lost.deletions += id == DELETION;
      odt->lost.furniture += id == HEADER;
      return;
    }
  odt->in_title = id == TITLE;
  if (id == BODY_TEXT)
    odt->in_text = TRUE;
  start_skipped (odt, id, attributes);
  if (odt->skip > 0)
    return;
  start_definition (odt, id, attributes);
  if (odt->in_text)
    {
      start_table (odt, id, attributes);
      start_text (odt, id, attributes);
    }
}

static void
end_text (Odt  *odt,
          guint id)
{
  switch (id)
    {
    case P: case H:
      if (odt->in_note)
        {
          if (last_paragraph (odt) != NULL)
            set_raised (odt, last_paragraph (odt)->raised_around);
          g_array_set_size (odt->paragraphs, MAX (odt->paragraphs->len, 1) - 1);
          dz_text_builder_add (odt->flow, " ", 1);
        }
      else
        end_paragraph (odt);
      break;
    case SPAN:
      end_span (odt);
      break;
    case NOTE:
      end_note (odt);
      break;
    case LIST:
      dz_odt_lists_end (odt->lists);
      break;
    case RUBY_TEXT:
      dz_text_builder_add (odt->flow, "）", -1);
      break;
    case FRAME_TEXT:
      end_box (odt);
      break;
    case ROW:
      dz_text_builder_end_row (odt->flow);
      break;
    case CELL:
      dz_text_builder_repeat_cell (odt->flow, odt->span > 0 ? odt->span - 1 : 0);
      odt->span = 1;
      break;
    default:
      break;
    }
}

static void
end_cb (gpointer user_data,
        guint    id)
{
  Odt *odt = user_data;

  if (odt->skip > 0)
    {
      odt->skip--;
      return;
    }
  odt->in_title = FALSE;
  if (id == LIST_STYLE || id == OUTLINE_STYLE)
    dz_odt_lists_end_style (odt->lists);
  else if (id == STYLE)
    g_clear_pointer (&odt->style, g_free);
  else if (id == BODY_TEXT)
    odt->in_text = FALSE;
  if (odt->in_text)
    end_text (odt, id);
}

/* Blanks of the file are one blank, none at the beginning of a paragraph; more are text:s. */
static void
text_cb (gpointer    user_data,
         const char *text,
         gsize       len)
{
  Odt *odt = user_data;
  const char *end = text + len;

  if (odt->in_title && odt->skip == 0 && odt->title->len < 1000)
    g_string_append_len (odt->title, text, (gssize) len);
  if (odt->skip > 0 || !odt->in_text || odt->hidden_spans > 0 || odt->paragraphs->len == 0 ||
      dz_text_builder_is_full (odt->flow))
    return;
  while (text < end)
    {
      const char *stop = text;

      while (stop < end && (guchar) *stop > ' ')
        stop++;
      dz_text_builder_add (odt->flow, text, stop - text);
      if (stop > text)
        odt->after_blank = FALSE;
      if (stop < end && !odt->after_blank)
        {
          dz_text_builder_add (odt->flow, " ", 1);
          odt->after_blank = TRUE;
        }
      text = stop < end ? stop + 1 : end;
    }
}

static const DzXmlHandler handler = { namespaces, names, start_cb, end_cb, text_cb };

static void
free_string (gpointer data)
{
  g_string_free (data, TRUE);
}

static void
open_odt (Odt *odt)
{
  odt->flow = dz_text_builder_new (&dz_limits_default);
  odt->lists = dz_odt_lists_new ();
  odt->looks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  odt->paragraphs = g_array_new (FALSE, FALSE, sizeof (Paragraph));
  odt->notes = g_ptr_array_new_with_free_func (free_string);
  odt->spans = g_byte_array_new ();
  odt->label = g_string_new (NULL);
  odt->title = g_string_new (NULL);
}

static void
close_odt (Odt *odt)
{
  dz_text_builder_free (odt->flow);
  dz_odt_lists_free (odt->lists);
  g_hash_table_unref (odt->looks);
  g_array_unref (odt->paragraphs);
  g_ptr_array_unref (odt->notes);
  g_byte_array_unref (odt->spans);
  g_string_free (odt->label, TRUE);
  g_string_free (odt->title, TRUE);
  g_free (odt->style);
}

static void
add_notes (Odt *odt)
{
  for (guint i = 0; i < odt->notes->len; i++)
    {
      const GString *note = g_ptr_array_index (odt->notes, i);
      char mark[16];

      dz_text_builder_add (odt->flow, mark, g_snprintf (mark, sizeof mark, "[%u] ", i + 1));
      dz_text_builder_add (odt->flow, note->str, (gssize) note->len);
      dz_text_builder_end_paragraph (odt->flow, DZ_PART_NOTE, 0);
    }
}

static void
tell_losses (Odt      *odt,
             DzSource *source,
             gboolean  complete)
{
  dz_source_add_loss (source, DZ_LOSS_PICTURES, odt->lost.pictures, NULL);
  dz_source_add_loss (source, DZ_LOSS_CHARTS, odt->lost.charts, NULL);
  dz_source_add_loss (source, DZ_LOSS_FORMULAS, odt->lost.formulas, NULL);
  dz_source_add_loss (source, DZ_LOSS_TRACKED_DELETIONS, odt->lost.deletions, NULL);
  dz_source_add_loss (source, DZ_LOSS_COMMENTS, odt->lost.comments, NULL);
  dz_source_add_loss (source, DZ_LOSS_FURNITURE, odt->lost.furniture, NULL);
  dz_source_add_loss (source, DZ_LOSS_HIDDEN, odt->lost.hidden, NULL);
  dz_source_add_loss (source, DZ_LOSS_CUT, !complete, NULL);
  dz_source_add_loss (source, DZ_LOSS_CHARACTERS, dz_text_builder_get_n_replaced (odt->flow), NULL);
  g_strstrip (odt->title->str);
  if (source->title == NULL && odt->title->str[0] != '\0' && g_utf8_validate (odt->title->str, -1, NULL))
    source->title = g_strdup (odt->title->str);
}

static gboolean
is_encrypted (DzZip *zip)
{
  g_autoptr(GBytes) manifest = dz_zip_get (zip, "META-INF/manifest.xml", NULL);
  gsize len;
  const char *data = manifest != NULL ? g_bytes_get_data (manifest, &len) : NULL;

  return data != NULL && g_strstr_len (data, (gssize) len, "encryption-data") != NULL;
}

/* Title and styles help; without them the text is still there. */
static void
read_part (Odt          *odt,
           DzZip        *zip,
           const char   *name,
           GCancellable *cancellable)
{
  g_autoptr(GBytes) xml = dz_zip_has (zip, name) ? dz_zip_get (zip, name, NULL) : NULL;

  if (xml != NULL)
    dz_xml_parse (xml, &handler, odt, NULL, cancellable, NULL);
}

static gboolean
read_packed (Odt          *odt,
             GBytes       *bytes,
             gboolean     *complete,
             GCancellable *cancellable,
             GError      **error)
{
  g_autoptr(DzZip) zip = dz_zip_open (bytes, NULL, error);
  g_autoptr(GBytes) content = NULL;

  if (zip == NULL)
    return FALSE;
  if (is_encrypted (zip))
    {
      dz_set_error (error, DZ_ERROR_ENCRYPTED,
                    _("The file is protected by a password. Ask for it without one."));
      return FALSE;
    }
  content = dz_zip_get (zip, "content.xml", error);
  if (content == NULL)
    return FALSE;
  read_part (odt, zip, "meta.xml", cancellable);
  read_part (odt, zip, "styles.xml", cancellable);
  if (!dz_xml_parse (content, &handler, odt, complete, cancellable, error))
    return FALSE;
  *complete = *complete && !dz_zip_was_repaired (zip);

  return TRUE;
}

static DzText *
read_odt (GBytes        *bytes,
          DzSource      *source,
          GCancellable  *cancellable,
          GError       **error)
{
  Odt odt = { 0 };
  gsize len;
  const guint8 *data = g_bytes_get_data (bytes, &len);
  gboolean complete = TRUE;
  DzText *text = NULL;
  gboolean ok;

  if (!dz_limits_check_input (&dz_limits_default, len, error))
    return NULL;
  open_odt (&odt);
  if (len > 4 && memcmp (data, "PK\3\4", 4) == 0)
    ok = read_packed (&odt, bytes, &complete, cancellable, error);
  else
    ok = dz_xml_parse (bytes, &handler, &odt, &complete, cancellable, error);
  if (ok)
    {
      end_line (&odt);
      add_notes (&odt);
      tell_losses (&odt, source, complete);
      text = dz_text_builder_finish (odt.flow, error);
    }
  close_odt (&odt);

  return text;
}

static int
sniff_odt (const guint8 *data,
           gsize         len,
           const char   *name)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(DzZip) zip = NULL;
  g_autoptr(GBytes) mimetype = NULL;
  const char *type;
  gsize type_len;

  if (len > 0 && data[0] == '<')
    return g_strstr_len ((const char *) data, (gssize) MIN (len, 8192), "opendocument.text") != NULL &&
               g_strstr_len ((const char *) data, (gssize) MIN (len, 8192), "office:document") != NULL ? 95 : 0;
  if (len < 4 || memcmp (data, "PK\3\4", 4) != 0)
    return 0;
  bytes = g_bytes_new_static (data, len);
  zip = dz_zip_open (bytes, NULL, NULL);
  if (zip == NULL || !dz_zip_has (zip, "content.xml"))
    return 1;
  mimetype = dz_zip_get (zip, "mimetype", NULL);
  type = mimetype != NULL ? g_bytes_get_data (mimetype, &type_len) : NULL;
  if (type == NULL)
    return 60;
  /* whoever would look for a report in a table or slides, would find none in them and call them empty */
  if (g_strstr_len (type, (gssize) type_len, "opendocument.spreadsheet") != NULL ||
      g_strstr_len (type, (gssize) type_len, "opendocument.presentation") != NULL)
    return 0;

  return g_strstr_len (type, (gssize) type_len, "opendocument.text") != NULL ? 100 : 2;
}

static const char *const extensions[] = { "odt", "ott", "fodt", NULL };

const DzReader dz_reader_odt = { "odt", extensions, sniff_odt, read_odt, FALSE, TRUE };

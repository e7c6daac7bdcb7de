/* dz-ocr.c - characters of a picture, by tesseract where it is installed
 *
 * The program gets the picture on its standard input and answers with a table
 * of words, their boxes and how sure it is. Words of Chinese are one to a few
 * characters with no meaning to the gap between them, so blanks are kept only
 * between words of letters and digits. A line's height stands for the font
 * size, since a word's box is as high as its strokes (一 has none).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-ocr.h"

#include "dz-child.h"
#include "dz-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LIST_SECONDS 20 /* to say which languages it has */

enum { LEVEL, PAGE, BLOCK, PARAGRAPH, LINE, WORD, LEFT, TOP, WIDTH, HEIGHT, CONFIDENCE, TEXT,
       N_COLUMNS };

typedef struct
{
  GMainLoop *loop;
  GSubprocess *process;
  GBytes *out;
  GError *error;
  gboolean timed_out;
} Talk;

static void
communicate_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  Talk *talk = user_data;

  g_subprocess_communicate_finish (G_SUBPROCESS (object), result, &talk->out, NULL, &talk->error);
  g_main_loop_quit (talk->loop);
}

static gboolean
timeout_cb (gpointer user_data)
{
  Talk *talk = user_data;

  talk->timed_out = TRUE;
  g_subprocess_force_exit (talk->process);

  return G_SOURCE_REMOVE;
}

static void
limit_cb (gpointer user_data)
{
  dz_child_limit_memory ();
}

/* Why it does not answer: a picture too large for the memory it may have ends it by a signal. */
static void
set_end_error (GSubprocess  *process,
               GError      **error)
{
  dz_set_error (error, g_subprocess_get_if_signaled (process) ? DZ_ERROR_TOO_LARGE : DZ_ERROR_BROKEN,
                _("Character recognition of a page failed: the picture is damaged or takes more memory than %u MB. Scan the page at 300 dpi, or ask for the report as .docx."),
                (guint) (DZ_CHILD_MEMORY >> 20));
}

/* What the program answers; @input: (nullable): for its standard input. */
static GBytes *
talk_to_tesseract (const char *const *argv,
                   GBytes            *input,
                   guint              seconds,
                   GCancellable      *cancellable,
                   GError           **error)
{
  g_autoptr(GSubprocessLauncher) launcher = NULL;
  g_autoptr(GMainContext) context = g_main_context_new ();
  g_autoptr(GSource) timeout = g_timeout_source_new_seconds (seconds);
  Talk talk = { 0 };

  launcher = dz_child_launcher_new ((input != NULL ? G_SUBPROCESS_FLAGS_STDIN_PIPE : G_SUBPROCESS_FLAGS_NONE) |
                                    G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  /* Its own threads make it no faster, but take the other core. */
  g_subprocess_launcher_setenv (launcher, "OMP_THREAD_LIMIT", "1", TRUE);
  g_subprocess_launcher_set_child_setup (launcher, limit_cb, NULL, NULL);
  talk.process = g_subprocess_launcher_spawnv (launcher, argv, error);
  if (talk.process == NULL)
    return NULL;

  g_main_context_push_thread_default (context);
  talk.loop = g_main_loop_new (context, FALSE);
  g_source_set_callback (timeout, timeout_cb, &talk, NULL);
  g_source_attach (timeout, context);
  g_subprocess_communicate_async (talk.process, input, cancellable, communicate_cb, &talk);
  g_main_loop_run (talk.loop);
  g_source_destroy (timeout);
  g_main_context_pop_thread_default (context);
  g_main_loop_unref (talk.loop);
  /* it ended before it had the whole picture */
  if (g_error_matches (talk.error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE) && g_subprocess_wait (talk.process, NULL, NULL))
    g_clear_error (&talk.error);
  if (talk.error != NULL || talk.timed_out)
    {
      g_subprocess_force_exit (talk.process);
      g_clear_pointer (&talk.out, g_bytes_unref);
    }
  else if (!g_subprocess_get_successful (talk.process) || talk.out == NULL)
    {
      g_clear_pointer (&talk.out, g_bytes_unref);
      set_end_error (talk.process, &talk.error);
    }
  g_object_unref (talk.process);
  if (talk.timed_out)
    {
      g_clear_error (&talk.error);
      dz_set_error (error, DZ_ERROR_TIMEOUT,
                    _("Character recognition of a page took too long. Ask for the report as .docx."));
    }
  else if (talk.error != NULL)
    g_propagate_error (error, talk.error);

  return talk.out;
}

static gboolean
find_language (void)
{
  static const char *const argv[] = { "tesseract", "--list-langs", NULL };
  g_autofree char *program = g_find_program_in_path (argv[0]);
  g_autoptr(GBytes) out = program != NULL ? talk_to_tesseract (argv, NULL, LIST_SECONDS, NULL, NULL) : NULL;
  gsize len = 0;
  const char *list = out != NULL ? g_bytes_get_data (out, &len) : NULL;

  return len > 0 && g_strstr_len (list, (gssize) len, "chi_sim\n") != NULL;
}

/**
 * dz_ocr_is_available:
 *
 * Returns: whether tesseract and its simplified Chinese are installed; asked once
 */
gboolean
dz_ocr_is_available (void)
{
  static gsize answer; /* 0 not asked, 1 no, 2 yes */

  if (g_once_init_enter (&answer))
    g_once_init_leave (&answer, find_language () ? 2 : 1);

  return answer == 2;
}

typedef struct
{
  GPtrArray *pages; /* DzOcrPage */
  double line_top, line_height;
  float typical; /* height of most lines */
  GArray *line;  /* DzGlyph, of the line under way */
  gboolean fresh_line;
} Table;

static void
page_free (gpointer data)
{
  DzOcrPage *page = data;

  g_array_unref (page->glyphs);
  g_free (page);
}

static gboolean
cut_fields (char *row,
            char *fields[static N_COLUMNS])
{
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      char *tab = strchr (row, '\t');

      fields[i] = row;
      if (i + 1 == N_COLUMNS)
        break;
      if (tab == NULL)
        return FALSE;
      *tab = '\0';
      row = tab + 1;
    }

  return TRUE;
}

static void
add_word (Table  *table,
          char  **fields)
{
  const char *text = g_strstrip (fields[TEXT]);
  double left = g_ascii_strtod (fields[LEFT], NULL);
  double width = g_ascii_strtod (fields[WIDTH], NULL);
  double sure = g_ascii_strtod (fields[CONFIDENCE], NULL) / 100;
  double units = 0;
  double x = left;
  gboolean first = TRUE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    units += g_utf8_get_char (at) < 0x2e80 ? 1 : 2;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar ch = g_utf8_get_char (at);
      double step = width * (ch < 0x2e80 ? 1 : 2) / units;
      DzGlyph glyph = { .ch = ch, .x1 = (float) x, .x2 = (float) (x + step) };

      glyph.y1 = (float) table->line_top;
      glyph.y2 = (float) (table->line_top + table->line_height);
      glyph.size = (float) table->line_height;
      /* Heights vary with the strokes; only a clearly larger line is a heading. */
      if (table->typical > 0 && glyph.size > 0.6f * table->typical &&
          glyph.size < 1.35f * table->typical)
        glyph.size = table->typical;
      glyph.confidence = (float) CLAMP (sure, 0, 1);
      glyph.apart = first && table->fresh_line;
      g_array_append_val (table->line, glyph);
      table->fresh_line = FALSE;
      first = FALSE;
      x += step;
    }
}

static gboolean
is_digit_at (GArray *line,
             guint   i)
{
  return i < line->len && g_unichar_isdigit (g_array_index (line, DzGlyph, i).ch);
}

/* Marks between digits come out full-width (1，300 for 1,300), and the last ring of % as one more
 * digit (98%6). Nothing else could have been written there; the confidence says that it was not
 * read so. */
static void
mend_line (GArray *line)
{
  for (guint i = 1; i < line->len; i++)
    {
      DzGlyph *glyph = &g_array_index (line, DzGlyph, i);
      gboolean thousands = is_digit_at (line, i + 1) && is_digit_at (line, i + 2) &&
                           is_digit_at (line, i + 3) && !is_digit_at (line, i + 4);

      if (is_digit_at (line, i) && (glyph - 1)->ch == '%')
        {
          (glyph - 1)->confidence *= 0.8f;
          g_array_remove_index (line, i--);
          continue;
        }
      if (!is_digit_at (line, i - 1))
        continue;
      if ((glyph->ch == 0x3002 || glyph->ch == 0xff0e) && is_digit_at (line, i + 1))
        glyph->ch = '.';
      else if (glyph->ch == 0xff0c && thousands)
        glyph->ch = ',';
      else
        continue;
      glyph->confidence *= 0.8f;
    }
}

static DzOcrPage *
last_page (Table *table)
{
  return table->pages->len > 0 ? table->pages->pdata[table->pages->len - 1] : NULL;
}

static void
end_line (Table *table)
{
  DzOcrPage *page = last_page (table);

  mend_line (table->line);
  if (page != NULL)
    g_array_append_vals (page->glyphs, table->line->data, table->line->len);
  g_array_set_size (table->line, 0);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double d = *(const double *) a - *(const double *) b;

  return d < 0 ? -1 : d > 0;
}

static double
find_typical_height (char **rows)
{
  g_autoptr(GArray) heights = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 1; rows[i] != NULL; i++)
    {
      g_autofree char *row = g_strdup (rows[i]);
      char *fields[N_COLUMNS];

      if (row[0] == '4' && cut_fields (row, fields))
        {
          double height = g_ascii_strtod (fields[HEIGHT], NULL);

          g_array_append_val (heights, height);
        }
    }
  g_array_sort (heights, compare_doubles);

  return heights->len > 0 ? g_array_index (heights, double, heights->len / 2) : 0;
}

/* The row of a whole picture says how many pixels it has. */
static void
begin_page (Table  *table,
            char  **fields)
{
  DzOcrPage *page = g_new0 (DzOcrPage, 1);

  end_line (table);
  page->width = MAX (g_ascii_strtod (fields[WIDTH], NULL), 1);
  page->height = MAX (g_ascii_strtod (fields[HEIGHT], NULL), 1);
  page->glyphs = g_array_new (FALSE, FALSE, sizeof (DzGlyph));
  g_ptr_array_add (table->pages, page);
}

static void
measure_confidence (DzOcrPage *page)
{
  double sum = 0;

  for (guint i = 0; i < page->glyphs->len; i++)
    sum += g_array_index (page->glyphs, DzGlyph, i).confidence;
  page->confidence = page->glyphs->len > 0 ? sum / page->glyphs->len : 0;
}

static GPtrArray *
read_table (const char *text)
{
  g_auto(GStrv) rows = g_strsplit (text, "\n", -1);
  g_autoptr(GArray) line = g_array_new (FALSE, FALSE, sizeof (DzGlyph));
  Table table = { .pages = g_ptr_array_new_with_free_func (page_free), .line = line };

  if (rows[0] == NULL)
    return table.pages;
  table.typical = (float) find_typical_height (rows);
  for (guint i = 1; rows[i] != NULL; i++)
    {
      char *fields[N_COLUMNS];

      if (!cut_fields (rows[i], fields))
        continue;
      if (fields[LEVEL][0] == '1')
        begin_page (&table, fields);
      else if (fields[LEVEL][0] == '4')
        {
          end_line (&table);
          table.line_top = g_ascii_strtod (fields[TOP], NULL);
          table.line_height = g_ascii_strtod (fields[HEIGHT], NULL);
          table.fresh_line = TRUE;
        }
      else if (fields[LEVEL][0] == '5')
        add_word (&table, fields);
    }
  end_line (&table);
  for (guint i = 0; i < table.pages->len; i++)
    measure_confidence (table.pages->pdata[i]);

  return table.pages;
}

/**
 * dz_ocr_read:
 * @picture: a picture file, in memory
 *
 * Returns: (transfer full) (element-type DzOcrPage): the characters seen on each page of @picture,
 *   or %NULL with @error set if the program failed or was cancelled
 */
GPtrArray *
dz_ocr_read (GBytes        *picture,
             GCancellable  *cancellable,
             GError       **error)
{
  static const char *const argv[] = { "tesseract", "stdin", "stdout", "-l", "chi_sim", "--psm", "6", "tsv", NULL };
  g_autoptr(GBytes) out = talk_to_tesseract (argv, picture, DZ_OCR_SECONDS, cancellable, error);
  g_autofree char *table = NULL;
  g_autofree char *valid = NULL;

  if (out == NULL)
    return NULL;
  table = g_strndup (g_bytes_get_size (out) > 0 ? g_bytes_get_data (out, NULL) : "",
                     g_bytes_get_size (out));
  valid = g_utf8_make_valid (table, -1);

  return read_table (valid);
}

/* test-reader-pdf.c - PDF to text: lines, columns, tables, furniture, places
 *
 * With a file as argument it prints what is read and nothing else.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-reader.h"

#include <locale.h>
#include <string.h>

static char *
dump (const char *path)
{
  g_autoptr(DzSource) source = dz_source_new (path);
  g_autoptr(GError) error = NULL;
  g_autofree char *contents = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(DzText) text = NULL;
  GString *out = g_string_new (NULL);
  gsize len;

  g_file_get_contents (path, &contents, &len, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (g_steal_pointer (&contents), len);
  text = dz_reader_read (bytes, source, NULL, &error);
  if (text == NULL)
    g_string_append_printf (out, "error: %s\n", dz_error_code_name (error->code));
  else
    g_string_append (out, dz_text_peek (text, NULL));
  for (guint i = 0; i < source->losses->len; i++)
    {
      const DzLoss *loss = &g_array_index (source->losses, DzLoss, i);

      g_string_append_printf (out, "loss: %s %u%s%s\n", dz_loss_kind_name (loss->kind), loss->count,
                              loss->where != NULL ? " " : "",
                              loss->where != NULL ? loss->where : "");
    }

  return g_string_free (out, FALSE);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  if (argc > 1 && argv[1][0] != '-')
    {
      for (int i = 1; i < argc; i++)
        {
          g_autofree char *text = dump (argv[i]);

          g_print ("%s", text);
        }

      return 0;
    }
  g_test_init (&argc, &argv, NULL);

  return g_test_run ();
}

/* dz-zip-check.c - whether a package is as whole as it was meant
 *
 * libxlsxwriter collects its sheets in temporary files and does not ask whether
 * they were written: where their disk is full, it packs what there is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-zip-check.h"

#include <archive.h>
#include <archive_entry.h>
#include <libxml/parser.h>

/* Reads the member as it is unpacked, so that a large sheet takes no memory. */
static gboolean
is_whole_member (struct archive *archive)
{
  xmlSAXHandler silent = { 0 };
  xmlParserCtxtPtr parser = xmlCreatePushParserCtxt (&silent, NULL, NULL, 0, NULL);
  char block[16384];
  la_ssize_t n;
  gboolean ok;

  xmlCtxtUseOptions (parser, XML_PARSE_HUGE | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  while ((n = archive_read_data (archive, block, sizeof block)) > 0)
    xmlParseChunk (parser, block, (int) n, 0);
  xmlParseChunk (parser, block, 0, 1);
  ok = n == 0 && parser->wellFormed;
  xmlFreeParserCtxt (parser);

  return ok;
}

/**
 * dz_zip_is_whole_xml:
 * @path: a package whose members are all XML
 *
 * Returns: whether each member can be unpacked and ends where its root does
 */
gboolean
dz_zip_is_whole_xml (const char *path)
{
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  gboolean ok;
  int status = ARCHIVE_EOF;

  archive_read_support_format_zip (archive);
  ok = archive_read_open_filename (archive, path, 65536) == ARCHIVE_OK;
  while (ok && (status = archive_read_next_header (archive, &entry)) == ARCHIVE_OK)
    ok = is_whole_member (archive);
  ok = ok && status == ARCHIVE_EOF;
  archive_read_free (archive);

  return ok;
}

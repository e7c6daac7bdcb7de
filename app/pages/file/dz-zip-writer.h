/* dz-zip-writer.h - a zip file written member by member, the same bytes each time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <stdio.h>

G_BEGIN_DECLS

typedef struct _DzZipWriter DzZipWriter;

DzZipWriter *dz_zip_writer_new   (const char   *path,
                                  GError      **error);
gboolean     dz_zip_writer_add   (DzZipWriter  *self,
                                  const char   *name,
                                  const void   *data,
                                  gsize         len,
                                  GError      **error);
gboolean     dz_zip_writer_add_stream (DzZipWriter *self,
                                  const char   *name,
                                  FILE         *stream,
                                  GError      **error);
gboolean     dz_zip_writer_close (DzZipWriter  *self,
                                  GError      **error);
void         dz_zip_writer_free  (DzZipWriter  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzZipWriter, dz_zip_writer_free)

G_END_DECLS

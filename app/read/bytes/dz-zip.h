/* dz-zip.h - members of a zip in memory, by name
 *
 * For office files (docx, odt, ofd): random access through the central
 * directory, stored and deflated members, zip64, data descriptors, bytes before
 * the zip. A zip whose directory is missing is searched for its members, so that
 * a cut file still gives what is whole. Names are UTF-8 (GB18030 is converted),
 * looked up without regard to ASCII case, a leading "/" or "./", and "\" for "/".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-limits.h"

G_BEGIN_DECLS

typedef struct _DzZip DzZip;

DzZip      *dz_zip_open          (GBytes         *bytes,
                                  const DzLimits *limits,
                                  GError        **error);
void        dz_zip_free          (DzZip          *self);
gboolean    dz_zip_has           (DzZip          *self,
                                  const char     *name);
GBytes     *dz_zip_get           (DzZip          *self,
                                  const char     *name,
                                  GError        **error);
gboolean    dz_zip_was_repaired  (DzZip          *self);

guint       dz_zip_get_n_members (DzZip          *self);
const char *dz_zip_get_name      (DzZip          *self,
                                  guint           index);
gboolean    dz_zip_is_plain      (DzZip          *self,
                                  guint           index);
GBytes     *dz_zip_get_member    (DzZip          *self,
                                  guint           index,
                                  GError        **error);
char       *dz_zip_decode_name   (const char     *raw,
                                  gsize           len);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzZip, dz_zip_free)

G_END_DECLS

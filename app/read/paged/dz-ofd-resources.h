/* dz-ofd-resources.h - what the pages of an OFD document refer to: pictures and composite objects
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-ofd-package.h"

G_BEGIN_DECLS

typedef struct _DzOfdResources DzOfdResources;

DzOfdResources *dz_ofd_resources_new       (DzZip          *zip,
                                            const char     *path,
                                            const xmlNode  *document);
void            dz_ofd_resources_free      (DzOfdResources *self);
const char     *dz_ofd_resources_get_media (DzOfdResources *self,
                                            const char     *id);
const xmlNode  *dz_ofd_resources_get_unit  (DzOfdResources *self,
                                            const char     *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzOfdResources, dz_ofd_resources_free)

G_END_DECLS

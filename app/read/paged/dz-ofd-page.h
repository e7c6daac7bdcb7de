/* dz-ofd-page.h - the text objects of an OFD page as glyphs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-layout.h"
#include "dz-ofd-resources.h"
#include "dz-xml-tree.h"

G_BEGIN_DECLS

#define DZ_OFD_POINTS (72 / 25.4) /* a millimetre in points */

typedef struct
{
  double x, y, width, height; /* millimetres */
} DzOfdBox;

/* Which text of a page or template is wanted. */
typedef enum
{
  DZ_OFD_ALL,
  DZ_OFD_BODY, /* not what stands in the margins */
  DZ_OFD_NONE  /* only counted */
} DzOfdChoice;

/**
 * DzOfdImage:
 * @resource: (nullable): its id
 */
typedef struct
{
  char *resource;
  DzOfdBox box;
} DzOfdImage;

/**
 * DzOfdSeen:
 * @n_left_out: lines not added by choice
 * @n_composites: objects made of others that are not to be found
 * @images: (element-type DzOfdImage)
 * @surfaces: (element-type DzOfdBox): filled with a colour that is not white
 */
typedef struct
{
  guint n_left_out;
  guint n_composites;
  GArray *images;
  GArray *surfaces;
} DzOfdSeen;

void     dz_ofd_page_add      (const xmlNode *content,
                               const DzOfdBox *page,
                               DzOfdChoice    choice,
                               DzLayout      *layout,
                               DzOfdResources *resources,
                               DzOfdSeen     *seen);
void     dz_ofd_page_drop_unseen (DzLayout        *layout,
                                  const DzOfdBox  *page,
                                  const DzOfdSeen *seen);
void     dz_ofd_page_collect  (const xmlNode *content,
                               GString       *text);
gboolean dz_ofd_parse_box     (const char    *string,
                               DzOfdBox      *box);
void     dz_ofd_seen_init     (DzOfdSeen     *seen);
void     dz_ofd_seen_clear    (DzOfdSeen     *seen);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DzOfdSeen, dz_ofd_seen_clear)

G_END_DECLS

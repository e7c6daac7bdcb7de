/* dz-xml.h - XML as events, for files nobody vouches for
 *
 * libxml2's SAX interface behind a table of names: elements come as small
 * numbers. No network, no entities, no document type; limits on depth and time;
 * cancellable. Nothing is kept in memory but what the caller keeps.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-limits.h"

G_BEGIN_DECLS

/**
 * DzXmlName:
 * @group: index into the namespaces
 * @name: local name
 * @id: what the handler gets, from 1
 */
typedef struct
{
  guint8 group;
  guint8 id;
  const char *name;
} DzXmlName;

typedef struct
{
  const unsigned char **values; /* libxml2's: local name, prefix, namespace, value, end */
  int n;
} DzXmlAttributes;

/**
 * DzXmlHandler:
 * @namespaces: %NULL-terminated: a part of the name of each namespace; an element without
 *   (known) namespace counts as of the first
 * @names: ends with a row without name
 * @start: @id is 0 for an element not in @names
 */
typedef struct
{
  const char *const *namespaces;
  const DzXmlName *names;
  void (*start) (gpointer user_data, guint id, const DzXmlAttributes *attributes);
  void (*end) (gpointer user_data, guint id);
  void (*text) (gpointer user_data, const char *text, gsize len);
} DzXmlHandler;

gboolean dz_xml_parse          (GBytes                *bytes,
                                const DzXmlHandler    *handler,
                                gpointer               user_data,
                                gboolean              *complete,
                                GCancellable          *cancellable,
                                GError               **error);
const char *dz_xml_peek        (const DzXmlAttributes *attributes,
                                const char            *name,
                                gsize                 *len);
char    *dz_xml_dup            (const DzXmlAttributes *attributes,
                                const char            *name);
gboolean dz_xml_is             (const DzXmlAttributes *attributes,
                                const char            *name,
                                const char            *value);
int      dz_xml_get_int        (const DzXmlAttributes *attributes,
                                const char            *name,
                                int                    fallback);
gboolean dz_xml_is_on          (const DzXmlAttributes *attributes,
                                const char            *name);

G_END_DECLS

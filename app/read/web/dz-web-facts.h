/* dz-web-facts.h - what a line of metadata on a web page says: the day it went out, and from where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-source.h"

G_BEGIN_DECLS

char *dz_web_facts_parse_date (const char *text);
void  dz_web_facts_take       (const char *text,
                               DzSource   *source);

G_END_DECLS

/* dz-language.h - where the words of the user's language are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void dz_language_bind (void);

G_END_DECLS

/* dz-script.h - traditional characters and their simplified forms
 *
 * OpenCC knows the forms; each character is asked for once in the life of the
 * program. Safe from several threads: learn a text before simplifying it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean dz_script_is_traditional (const char *text,
                                   gsize       len);
void     dz_script_learn          (const char *text,
                                   gsize       len);
gunichar dz_script_simplify       (gunichar    c);
gboolean dz_script_is_han         (gunichar    c);
char    *dz_script_dup_simplified (const char *text,
                                   gsize       len);

G_END_DECLS

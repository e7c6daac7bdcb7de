/* dz-language.h - where the words of the user's language are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <locale.h>

G_BEGIN_DECLS

typedef struct
{
  locale_t users;
  locale_t before;
} DzLanguage;

void       dz_language_bind        (void);
DzLanguage dz_language_enter_users (void);
void       dz_language_leave       (DzLanguage language);

G_END_DECLS

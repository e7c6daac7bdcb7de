/* dz-remark.h - a note in a person's own words: to be read, and written
 *
 * Signal "keep" (char *subject, char *words): the person is done with it; "" takes the note back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DZ_TYPE_REMARK (dz_remark_get_type ())
G_DECLARE_FINAL_TYPE (DzRemark, dz_remark, DZ, REMARK, GtkBox)

void dz_remark_show   (DzRemark   *self,
                       const char *subject,
                       const char *words);
void dz_remark_keep_all (DzRemark *self);
void dz_remark_forget (DzRemark   *self);

G_END_DECLS
